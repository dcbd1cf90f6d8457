"""What the database itself refuses, on SQLite and PostgreSQL alike: expressions for CHECK constraints, and triggers.

The expressions use only functions that both engines carry in themselves: a CHECK that needs a
function of ours would make ``PRAGMA integrity_check`` fail in any other program.

Triggers are installed after every ``migrate`` and taken away before it: SQLite rebuilds a table to
change it, which loses the table's triggers and fails while another table's trigger names it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module

from django.apps import apps
from django.db import connections, transaction
from django.db.models import Case, CharField, F, Func, IntegerField, Q, Value, When
from django.db.models.functions import Length, StrIndex, Substr
from django.db.models.lookups import Exact, LessThanOrEqual
from django.utils.module_loading import module_has_submodule

from .pids import ALPHABET, LENGTH, PREFIX

DIGITS = "0123456789"
_HEX = f"{DIGITS}abcdef"


class LTrim(Func):
    """``LTRIM(text, characters)``: empty exactly when ``text`` holds nothing but those characters."""

    function = "LTRIM"
    output_field = CharField()


def consists_of(expression, characters: str) -> Q:
    """Return the condition that every character of ``expression`` is one of ``characters``."""
    return Q(Exact(LTrim(expression, Value(characters)), Value("")))


def is_pid(field: str = "pid") -> Q:
    """Return the condition that ``field`` spells a pid, its check character included (see ``pids``)."""
    total = Value(0, output_field=IntegerField())
    for position in range(1, LENGTH):
        total = total + (StrIndex(Value(ALPHABET), Substr(field, position, 1)) - 1) * position
    check = Substr(Value(ALPHABET), total % len(ALPHABET) + 1, 1)
    return (
        Q(Exact(Length(field), LENGTH))
        & Q(**{f"{field}__startswith": PREFIX})
        & consists_of(F(field), ALPHABET)
        & Q(Exact(check, Substr(field, LENGTH, 1)))
    )


def is_slug(field: str = "slug") -> Q:
    """Return the condition that ``field`` is an address: ``[a-z0-9-]``, 1 to 80 characters."""
    return ~Q(**{field: ""}) & consists_of(F(field), f"{DIGITS}abcdefghijklmnopqrstuvwxyz-") & Q(LessThanOrEqual(Length(field), 80))


def is_issn(field: str) -> Q:
    """Return the condition that ``field`` is ``NNNN-NNNC`` with the check digit of ISO 3297."""
    digits = [Substr(field, position, 1) for position in (1, 2, 3, 4, 6, 7, 8)]
    total = Case(When(**{f"{field}__endswith": "X"}, then=10), default=_number(Substr(field, 9, 1)))
    for weight, digit in zip(range(8, 1, -1), digits, strict=True):
        total = total + _number(digit) * weight
    return (
        Q(Exact(Length(field), 9))
        & Q(Exact(Substr(field, 5, 1), Value("-")))
        & consists_of(Substr(field, 1, 4), DIGITS)
        & consists_of(Substr(field, 6, 3), DIGITS)
        & consists_of(Substr(field, 9, 1), f"{DIGITS}X")
        & Q(Exact(total % 11, Value(0)))
    )


def is_number(expression, *, longest: int) -> Q:
    """Return the condition that ``expression`` is a number of at most ``longest`` digits that does not begin with a zero."""
    return (
        consists_of(expression, DIGITS)
        & Q(LessThanOrEqual(Length(expression), longest))
        & ~Q(Exact(Substr(expression, 1, 1), Value("")))
        & ~Q(Exact(Substr(expression, 1, 1), Value("0")))
    )


def is_checked_16(field: str, positions: tuple[int, ...]) -> Q:
    """Return the condition that the characters of ``field`` at ``positions``, 16 of them, check by ISO 7064 MOD 11-2 (ISNI, ORCID)."""
    *digits, check = [Substr(field, position, 1) for position in positions]
    total = Case(When(Exact(check, Value("X")), then=10), default=_number(check), output_field=IntegerField())
    for place, digit in enumerate(digits, start=1):
        total = total + _number(digit) * (2 ** (16 - place) % 11)
    numbered = Q()
    for digit in digits:
        numbered &= consists_of(digit, DIGITS)
    return numbered & consists_of(check, f"{DIGITS}X") & Q(Exact(total % 11, Value(1)))


def _number(digit) -> StrIndex:
    # The place in the row of digits rather than a cast: PostgreSQL would answer a cast of “x” with an error
    # of another class, and may try it before the condition that rules it out.
    return StrIndex(Value(DIGITS), digit) - 1


def is_sha256(field: str) -> Q:
    """Return the condition that ``field`` is a SHA-256 in small hexadecimal digits."""
    return Q(Exact(Length(field), 64)) & consists_of(F(field), _HEX)


def both_or_neither(*fields: str) -> Q:
    """Return the condition that ``fields`` are all null or all given."""
    return Q(**{f"{field}__isnull": True for field in fields}) | Q(**{f"{field}__isnull": False for field in fields})


def stated(*fields: str) -> Q:
    """Return the condition that each of ``fields`` is null or says something."""
    condition = Q()
    for field in fields:
        condition &= Q(**{f"{field}__isnull": True}) | ~Q(**{field: ""})
    return condition


@dataclass(frozen=True)
class Trigger:
    """A rule the database holds over one table.

    ``condition`` is SQL over OLD and NEW; ``{differs}`` stands for the engine's null-safe inequality, ``{held}`` at the end
    of a query for the lock that keeps its row as it is seen until the transaction ends (SQLite has one writer at a time).
    With ``refusal`` the statement fails with that message where the condition holds; with ``action``
    the statements of ``action`` run besides. One ``is_by_statement`` asks for no row and runs once a statement on
    PostgreSQL; SQLite runs it for each row all the same.
    """

    name: str
    table: str
    event: str  # "BEFORE UPDATE", "AFTER INSERT", ...
    condition: str
    refusal: str = ""
    action: tuple[str, ...] = ()
    is_by_statement: bool = False
    engines: tuple[str, ...] = ("sqlite", "postgresql")

    def install(self, vendor: str) -> list[str]:
        """Return the statements that put the trigger in place, whether or not it is there; none on an engine that needs it not."""
        if vendor not in self.engines:
            return []
        if vendor == "sqlite":
            condition = self.condition.format(differs="IS NOT", held="")
            body = [f"SELECT RAISE(ABORT, '{self.refusal}')"] if self.refusal else list(self.action)
            return [
                f"DROP TRIGGER IF EXISTS {self.name}",
                f"CREATE TRIGGER {self.name} {self.event} ON {self.table} FOR EACH ROW WHEN {condition} BEGIN {'; '.join(body)}; END",
            ]
        condition = self.condition.format(differs="IS DISTINCT FROM", held="FOR KEY SHARE")
        body = f"RAISE EXCEPTION '{self.refusal}' USING ERRCODE = 'integrity_constraint_violation'" if self.refusal else "; ".join(self.action)
        back = "NULL" if self.is_by_statement else "OLD" if self.event.endswith("DELETE") else "NEW"
        each = "STATEMENT" if self.is_by_statement else "ROW"
        return [
            (
                f"CREATE OR REPLACE FUNCTION {self.name}() RETURNS trigger LANGUAGE plpgsql AS "
                f"$$ BEGIN IF {condition} THEN {body}; END IF; RETURN {back}; END $$"
            ),
            f"CREATE OR REPLACE TRIGGER {self.name} {self.event} ON {self.table} FOR EACH {each} EXECUTE FUNCTION {self.name}()",
            *self._install_against_truncate(),
        ]

    def _install_against_truncate(self) -> Iterator[str]:
        # TRUNCATE (``manage.py flush``) empties a table of PostgreSQL past the triggers of its rows; SQLite has no such statement.
        for name in self.names("postgresql")[1:]:
            yield (
                f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
                f"$$ BEGIN RAISE EXCEPTION '{self.refusal}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
            )
            yield f"CREATE OR REPLACE TRIGGER {name} BEFORE TRUNCATE ON {self.table} FOR EACH STATEMENT EXECUTE FUNCTION {name}()"

    def remove(self, vendor: str) -> list[str]:
        """Return the statements that take the trigger away, if it is there."""
        on_table = "" if vendor == "sqlite" else f" ON {self.table}"
        return [f"DROP TRIGGER IF EXISTS {name}{on_table}" for name in self.names(vendor)]

    def names(self, vendor: str) -> list[str]:
        """Return the names under which the engine keeps the rule: where it refuses to delete, PostgreSQL has one more against TRUNCATE."""
        guards_rows = bool(self.refusal) and self.event == "BEFORE DELETE"
        return [] if vendor not in self.engines else [self.name, *([f"{self.name}_truncate"] if guards_rows and vendor != "sqlite" else [])]


def refuse(name: str, table: str, event: str, message: str, *, when: str = "1 = 1") -> Trigger:
    """Return the rule that ``event`` on ``table`` fails with ``message`` where ``when`` holds."""
    return Trigger(name, table, event, when, refusal=message)


def registered(table: str, kind: str, *, is_demo: str = "NEW.is_demo") -> tuple[Trigger, ...]:
    """Return the rules that enter each row of ``table`` in the register of pids, for good."""
    return (
        # Also said by the register's own uniqueness; but INSERT OR IGNORE of SQLite carries its IGNORE into the triggers it sets off.
        refuse(
            f"{table}_takes_new_pid", table, "BEFORE INSERT", "this pid was given out before",
            when="EXISTS (SELECT 1 FROM addresses_pid p WHERE p.pid = NEW.pid)",
        ),
        Trigger(
            f"{table}_registers_pid", table, "AFTER INSERT", "1 = 1",
            action=(f"INSERT INTO addresses_pid (pid, kind, is_demo, registered_at) VALUES (NEW.pid, '{kind}', {is_demo}, CURRENT_TIMESTAMP)",),
        ),
        refuse(f"{table}_keeps_pid", table, "BEFORE UPDATE", "a pid is for ever", when="NEW.pid <> OLD.pid"),
        Trigger(
            f"{table}_retires_pid", table, "AFTER DELETE", "1 = 1",
            action=("UPDATE addresses_pid SET retired_at = CURRENT_TIMESTAMP WHERE pid = OLD.pid",),
        ),
    )  # fmt: skip


def slugged(table: str, kind: str, *, is_public: str) -> tuple[Trigger, ...]:
    """Return the rules that keep a slug of ``table`` answering for ever once ``is_public`` (SQL over OLD) held."""
    return (
        Trigger(
            # A pid needs no redirect to be found by: it leads to its record wherever that lives.
            f"{table}_renamed", table, "AFTER UPDATE", f"NEW.slug <> OLD.slug AND OLD.slug <> OLD.pid AND ({is_public})",
            action=(
                (
                    "INSERT INTO addresses_redirect (kind, key, target_id, reason, note, created_at) "
                    f"VALUES ('{kind}', OLD.slug, OLD.pid, 'renamed', '', CURRENT_TIMESTAMP) "
                    "ON CONFLICT (kind, key) DO NOTHING"
                ),
            ),
        ),
        *(
            refuse(
                f"{table}_slug_free_on_{event.lower()}", table, f"BEFORE {event}", "this address once led to another record",
                # What came by a merge goes back with the record it was of, should the merge be undone.
                when=f"{moved} (EXISTS (SELECT 1 FROM addresses_redirect r WHERE r.kind = '{kind}' AND r.key = NEW.slug "
                "AND (r.target_id <> NEW.pid OR r.via IS NOT NULL)) "
                "OR NEW.slug <> NEW.pid AND EXISTS (SELECT 1 FROM addresses_pid p WHERE p.pid = NEW.slug))",
            )
            for event, moved in (("INSERT", ""), ("UPDATE", "NEW.slug <> OLD.slug AND"))
        ),
    )  # fmt: skip


def triggers() -> Iterator[Trigger]:
    """Yield every trigger of every app: each app lists its own in ``<app>/triggers.py``."""
    for config in apps.get_app_configs():
        if module_has_submodule(config.module, "triggers"):
            yield from import_module(f"{config.name}.triggers").TRIGGERS


def install_triggers(using: str = "default") -> None:
    """Put every trigger in place whose table is there."""
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    _execute(using, [sql for trigger in triggers() if _needed(trigger) <= tables for sql in trigger.install(connection.vendor)])


def _needed(trigger: Trigger) -> set[str]:
    return {trigger.table, "addresses_pid", "addresses_redirect"}


def remove_triggers(using: str = "default") -> None:
    """Take every trigger away, so that tables can be rebuilt."""
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    _execute(using, [sql for trigger in triggers() if trigger.table in tables for sql in trigger.remove(connection.vendor)])


def _execute(using: str, statements: Iterable[str]) -> None:
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        for sql in statements:
            cursor.execute(sql)


def missing_triggers(using: str = "default") -> set[str]:
    """Return the names of triggers that ought to be in the database and are not."""
    connection = connections[using]
    sql = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql)
        present = {name for (name,) in cursor.fetchall()}
    return {name for trigger in triggers() for name in trigger.names(connection.vendor)} - present
