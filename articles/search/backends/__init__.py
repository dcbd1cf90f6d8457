"""The engines that hold the words: the one that belongs to the database in use answers."""

from __future__ import annotations

from django.db import DEFAULT_DB_ALIAS, connections

from .base import Backend
from .postgres import PostgresBackend
from .sqlite import SQLiteBackend

_BACKENDS: dict[str, type[Backend]] = {"sqlite": SQLiteBackend, "postgresql": PostgresBackend}


def backend(using: str = DEFAULT_DB_ALIAS) -> Backend:
    """Return the engine of the database ``using``."""
    return _BACKENDS[connections[using].vendor](using)
