"""The archive as an app of its own, for its system checks, and its admin site in the place of Django's."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.contrib.auth.signals import user_login_failed

from . import checks, http


class ArchiveConfig(AppConfig):
    name = "kzarchive"

    def ready(self):
        checks.register()
        user_login_failed.connect(http.log_failed_login)


class ArchiveAdminConfig(AdminConfig):
    default_site = "kzarchive.admin.ArchiveSite"
