"""The history of every record: who changed what, when and why."""

from django.apps import AppConfig


class HistoryConfig(AppConfig):
    name = "kzarchive.history"
    label = "history"
