"""Accounts and their groups at the desk: for superusers only, and never deleted, since the history names them."""

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group, User
from django.db import transaction

from kzarchive.admin import RecordAdmin, RecordForm
from kzarchive.history.models import values_of, write


class AccountForm(RecordForm, UserChangeForm):
    class Meta(UserChangeForm.Meta):
        pass


class NewAccountForm(RecordForm, AdminUserCreationForm):
    class Meta(AdminUserCreationForm.Meta):
        pass


class GroupForm(RecordForm):
    class Meta:
        model = Group
        fields = ["name", "permissions"]


class _ForSuperusers:
    def has_module_permission(self, request):
        return request.user.is_active and request.user.is_superuser

    def has_view_permission(self, request, obj=None):
        return request.user.is_active and request.user.is_superuser

    def has_add_permission(self, request):
        return request.user.is_active and request.user.is_superuser

    def has_change_permission(self, request, obj=None):
        return request.user.is_active and request.user.is_superuser

    def has_delete_permission(self, request, obj=None):
        return False


admin.site.unregister([User, Group])


@admin.register(User)
class AccountAdmin(_ForSuperusers, RecordAdmin, UserAdmin):
    form = AccountForm
    add_form = NewAccountForm
    list_display = ["username", "email", "first_name", "last_name", "is_staff", "is_active", "last_login"]
    list_filter = ["is_staff", "is_superuser", "is_active"]
    ordering = ["username"]

    def get_search_results(self, request, queryset, search_term):
        return UserAdmin.get_search_results(self, request, queryset, search_term[:200])

    def lookup_allowed(self, lookup, value, request):
        return not lookup.startswith("password") and RecordAdmin.lookup_allowed(self, lookup, value, request)

    def recorded(self, obj):
        # The history is read by everybody at the desk.
        return {name: value for name, value in values_of(obj).items() if name not in {"password", "last_login"}}

    def user_change_password(self, request, *args, **kwargs):
        with transaction.atomic():
            response = super().user_change_password(request, *args, **kwargs)
            if request.method == "POST" and response.status_code == 302:
                write("change password", User.objects.get(pk=kwargs["id"]), by=request.user)
        return response


@admin.register(Group)
class RoleAdmin(_ForSuperusers, RecordAdmin, GroupAdmin):
    form = GroupForm
    ordering = ["name"]

    def get_search_results(self, request, queryset, search_term):
        return GroupAdmin.get_search_results(self, request, queryset, search_term[:200])
