"""The texts, and everything said about them."""

from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    name = "articles"

    def ready(self):
        from . import receivers  # noqa: F401, PLC0415 - connects itself; models are loaded only now
