"""System checks: whether this installation can lose an edit, or be read by strangers, by the way it is set up.

Those of the database read what a live connection has in force, not what the settings ask for. They run where
a database is named (``check --database default``, ``migrate``, and so ``quickstart``); those that only matter
to an archive in service run with ``--deploy``.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from .addresses.invariants import missing_triggers

LEAST_BUSY_TIMEOUT_MILLISECONDS = 5_000
SYNCHRONOUS_FULL = 2
SHORTEST_SECRET_KEY = 50


def register() -> None:
    """Hand every check to Django."""
    checks.register(public_host, checks.Tags.security)
    checks.register(security_contact, checks.Tags.security, deploy=True)
    checks.register(sqlite_durability, checks.Tags.database)
    checks.register(postgresql_durability, checks.Tags.database, deploy=True)
    checks.register(triggers_present, checks.Tags.database, deploy=True)


def public_host(app_configs, **kwargs) -> list[CheckMessage]:
    """What must not be while a host that is not loopback is answered."""
    if settings.IS_LOOPBACK_ONLY:
        return []
    found: list[CheckMessage] = []
    if settings.DEBUG:
        found.append(checks.Error("DEBUG is on and the archive answers to a public host.", hint="Unset DEBUG.", id="kzarchive.E001"))
    if len(settings.SECRET_KEY) < SHORTEST_SECRET_KEY:
        found.append(
            checks.Error(
                f"SECRET_KEY has fewer than {SHORTEST_SECRET_KEY} characters and the archive answers to a public host.",
                hint="Set SECRET_KEY to a long random text; docs/deploying.md shows how to make one.",
                id="kzarchive.E002",
            )
        )
    if not settings.IS_HTTPS:
        found.append(
            checks.Warning(
                "The archive answers to a public host and SITE_URL is not https.",
                hint="Passwords and sessions would travel in the clear: set SITE_URL to the https address.",
                id="kzarchive.W001",
            )
        )
    return found


def security_contact(app_configs, **kwargs) -> list[CheckMessage]:
    """Whether those who find a hole can tell somebody (RFC 9116)."""
    if settings.SECURITY_CONTACT or settings.IS_LOOPBACK_ONLY:
        return []
    return [
        checks.Warning(
            "SECURITY_CONTACT is not set, so /.well-known/security.txt answers 404.",
            hint="Set it to an address people may report holes to.",
            id="kzarchive.W002",
        )
    ]


def sqlite_durability(app_configs, databases: Sequence[str] | None = None, **kwargs) -> list[CheckMessage]:
    """Whether SQLite keeps what it acknowledged, and a writer waits for another."""
    found: list[CheckMessage] = []
    for connection in _connections(databases, "sqlite"):
        version, journal = _value(connection, "SELECT sqlite_version()"), _value(connection, "PRAGMA journal_mode")
        if journal == "wal" and not settings.SQLITE_CAN_USE_WAL:
            found.append(
                checks.Error(
                    f"SQLite {version} can lose a committed change in WAL mode, and the database is in WAL mode.",
                    hint="Leave journal_mode to the settings, which choose DELETE here, or use SQLite 3.51.3, 3.50.7, 3.44.6 or later.",
                    id="kzarchive.E010",
                )
            )
        for pragma, least, number in (
            ("synchronous", SYNCHRONOUS_FULL, 11),
            ("foreign_keys", 1, 12),
            ("busy_timeout", LEAST_BUSY_TIMEOUT_MILLISECONDS, 13),
        ):
            if (value := _value(connection, f"PRAGMA {pragma}")) < least:
                found.append(checks.Error(f"SQLite's {pragma} is {value}; it must be at least {least}.", id=f"kzarchive.E0{number}"))
    return found


def postgresql_durability(app_configs, databases: Sequence[str] | None = None, **kwargs) -> list[CheckMessage]:
    """Whether PostgreSQL keeps what it acknowledged, and would notice a damaged page."""
    found: list[CheckMessage] = []
    for connection in _connections(databases, "postgresql"):
        for setting, number in (("synchronous_commit", 14), ("fsync", 15)):
            if (value := _value(connection, f"SHOW {setting}")) != "on":
                found.append(checks.Error(f"PostgreSQL's {setting} is {value}; it must be on.", id=f"kzarchive.E0{number}"))
        if _value(connection, "SHOW data_checksums") != "on":
            found.append(
                checks.Warning(
                    "PostgreSQL keeps no checksums of its pages: damage on disk would go unnoticed.",
                    hint="Stop the server and run pg_checksums --enable.",
                    id="kzarchive.W010",
                )
            )
    return found


def triggers_present(app_configs, databases: Sequence[str] | None = None, **kwargs) -> list[CheckMessage]:
    """Whether the database itself holds the rules of the archive."""
    found: list[CheckMessage] = []
    for connection in _connections(databases, "sqlite", "postgresql"):
        if missing := sorted(missing_triggers(connection.alias)):
            found.append(
                checks.Error(
                    f"{len(missing)} rules of the archive are not in the database, {missing[0]} among them.",
                    hint="manage.py migrate puts them in place.",
                    id="kzarchive.E016",
                )
            )
    return found


def _connections(databases: Sequence[str] | None, *vendors: str) -> list[BaseDatabaseWrapper]:
    return [connections[alias] for alias in databases or () if connections[alias].vendor in vendors]


def _value(connection: BaseDatabaseWrapper, question: str):
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchone()[0]
