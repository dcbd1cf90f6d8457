"""Who may do what: the permissions of an account, its own and those of its groups, asked for at once."""

from __future__ import annotations

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Permission
from django.db.models import Q


class AccountBackend(ModelBackend):
    """As Django's, with one query a request in place of two."""

    def get_all_permissions(self, user_obj, obj=None):
        if not user_obj.is_active or user_obj.is_anonymous or obj is not None:
            return set()
        if not hasattr(user_obj, "_perm_cache"):
            held = Permission.objects.all()
            if not user_obj.is_superuser:
                of_groups = Permission.objects.filter(group__user=user_obj)
                held = held.filter(Q(pk__in=of_groups.values("pk")) | Q(pk__in=user_obj.user_permissions.values("pk")))
            pairs = held.order_by().values_list("content_type__app_label", "codename")
            user_obj._perm_cache = {f"{app}.{codename}" for app, codename in pairs}
        return user_obj._perm_cache
