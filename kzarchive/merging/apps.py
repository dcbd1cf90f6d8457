"""Merges of records: who found what to be one, every row that moved for it, and which pairs are never one."""

from django.apps import AppConfig


class MergingConfig(AppConfig):
    name = "kzarchive.merging"
    label = "merging"
