"""Who may do what: an account with its permissions, its own and those of its groups, asked for at once."""

from __future__ import annotations

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Permission, User
from django.db.models import F, Q

_COLUMNS = [field.attname for field in User._meta.concrete_fields]


class AccountBackend(ModelBackend):
    """As Django's, with one query a request in place of three: whoever is read from a session is read with all that they may do."""

    def get_user(self, user_id):
        asked = User.objects.filter(pk=user_id).order_by()
        of_groups, of_its_own = (
            asked.values_list(*_COLUMNS, F(f"{held}__content_type__app_label"), F(f"{held}__codename"))
            for held in ("groups__permissions", "user_permissions")
        )
        rows = list(of_groups.union(of_its_own, all=True))
        if not rows:
            return None
        user = User.from_db(asked.db, _COLUMNS, rows[0][:-2])
        if not self.user_can_authenticate(user):
            return None
        if not user.is_superuser:  # who may do everything has more of them than stand here
            user._perm_cache = {f"{app}.{codename}" for *_, app, codename in rows if codename}
        return user

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
