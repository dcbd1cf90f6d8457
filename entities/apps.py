"""The authority file: who and what the articles speak of."""

from django.apps import AppConfig


class EntitiesConfig(AppConfig):
    name = "entities"
    verbose_name = "authority file"
