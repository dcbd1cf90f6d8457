"""The desk as an app of its own: its one table holds nothing that is part of the archive."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "kzarchive.desk"
    label = "desk"
