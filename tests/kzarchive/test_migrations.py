"""The schema goes forward and back."""

import io

import pytest
from django.core.management import call_command

SCHEMA = """
from django.db import connection
from kzarchive.addresses.invariants import missing_triggers
sql = (
    "SELECT type, name, COALESCE(sql, '') FROM sqlite_master ORDER BY 1, 2"
    if connection.vendor == "sqlite"
    else "SELECT table_name, column_name, data_type || is_nullable FROM information_schema.columns WHERE table_schema = 'public' "
    "UNION ALL SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace "
    "UNION ALL SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' "
    "UNION ALL SELECT 'function', proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace "
    "UNION ALL SELECT tgrelid::regclass::text, tgname, '' FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2, 3"
)
with connection.cursor() as cursor:
    cursor.execute(sql)
    # Columns and constraints of a table stand in the order in which they came: what the statement lists is compared.
    rows = [(*of, sorted(text.removesuffix(")").split(", ")) if of[0] == "table" else text) for *of, text in cursor.fetchall()]
    print(json.dumps([rows, sorted(missing_triggers())]))
"""

# The way an archive of before has come: by each of the migrations that one takes the place of now, some of them before it was there.
BACK_AND_FORTH = """
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
for app in ("articles", "entities", "history", "addresses"):
    call_command("migrate", app, "zero", verbosity=0)
former = MigrationExecutor(connection)
former.loader = MigrationLoader(connection, replace_migrations=False)
former.migrate([("articles", "0010_source_checks")])
call_command("migrate", verbosity=0)
MigrationRecorder(connection).record_unapplied("articles", "0001_initial_squashed_0021_former_texts")
call_command("migrate", verbosity=0)
"""


@pytest.mark.django_db
def test_no_migration_is_pending():
    call_command("makemigrations", "--check", "--dry-run", stdout=io.StringIO())


@pytest.mark.processes
def test_the_schema_is_the_same_after_going_back_and_forth_by_the_former_migrations(own_archive):
    before = own_archive.ask(SCHEMA)

    assert own_archive.ask(BACK_AND_FORTH + SCHEMA) == before
    assert before[1] == []
