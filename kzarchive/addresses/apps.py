"""The app below all others: what answers at which address, for ever."""

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate, pre_migrate

from . import invariants


class AddressesConfig(AppConfig):
    name = "kzarchive.addresses"
    label = "addresses"

    def ready(self):
        pre_migrate.connect(_before_migrate, sender=self)
        post_migrate.connect(_after_migrate)


def _before_migrate(*, using, **kwargs):
    invariants.remove_triggers(using)


def _after_migrate(*, app_config, using, **kwargs):
    # Sent once an app that has models, in the order of INSTALLED_APPS: the last one closes the door.
    if app_config == [config for config in apps.get_app_configs() if config.models_module is not None][-1]:
        invariants.install_triggers(using)
