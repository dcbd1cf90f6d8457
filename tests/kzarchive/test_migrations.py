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
    "UNION ALL SELECT tgrelid::regclass::text, tgname, '' FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2, 3"
)
with connection.cursor() as cursor:
    cursor.execute(sql)
    print(json.dumps([cursor.fetchall(), sorted(missing_triggers())]))
"""

BACK_AND_FORTH = """
from django.core.management import call_command
for app in ("articles", "entities", "history", "addresses"):
    call_command("migrate", app, "zero", verbosity=0)
call_command("migrate", verbosity=0)
"""


@pytest.mark.django_db
def test_no_migration_is_pending():
    call_command("makemigrations", "--check", "--dry-run", stdout=io.StringIO())


@pytest.mark.processes
def test_the_schema_is_the_same_after_going_back_and_forth(own_archive):
    before = own_archive.ask(SCHEMA)

    assert own_archive.ask(BACK_AND_FORTH + SCHEMA) == before
    assert before[1] == []
