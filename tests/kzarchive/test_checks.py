"""The system checks, each seen failing."""

import secrets
import sqlite3

import pytest
from django.conf import settings as live_settings
from django.core.checks import run_checks
from django.db import connection

from kzarchive import checks

ON_SQLITE = pytest.mark.skipif("postgresql" in live_settings.DATABASES["default"]["ENGINE"], reason="tells of SQLite alone")
ON_POSTGRESQL = pytest.mark.skipif("sqlite" in live_settings.DATABASES["default"]["ENGINE"], reason="tells of PostgreSQL alone")


def ids(found):
    return [message.id for message in found]


@pytest.fixture
def public(settings):
    """An archive set up as it ought to be on a public host."""
    settings.IS_LOOPBACK_ONLY = False
    settings.IS_HTTPS = True
    settings.SITE_URL = "https://archive.example.org"
    settings.SECRET_KEY = "k" * 60
    settings.SECURITY_CONTACT = "security@example.org"
    return settings


def test_a_public_archive_that_is_set_up_well_has_no_fault(public):
    assert [*checks.public_host(None), *checks.security_contact(None)] == []


def test_an_archive_for_this_machine_alone_may_be_set_up_anyhow(settings):
    settings.DEBUG, settings.SECRET_KEY = True, "short"

    assert [*checks.public_host(None), *checks.security_contact(None)] == []


@pytest.mark.parametrize(
    ("name", "value", "fault"),
    [("DEBUG", True, "kzarchive.E001"), ("SECRET_KEY", "k" * 49, "kzarchive.E002"), ("IS_HTTPS", False, "kzarchive.W001")],
)
def test_each_slip_on_a_public_host_is_told(public, name, value, fault):
    setattr(public, name, value)

    assert ids(checks.public_host(None)) == [fault]


def test_a_public_archive_without_a_security_contact_is_warned_of_it(public):
    public.SECURITY_CONTACT = ""

    assert ids(checks.security_contact(None)) == ["kzarchive.W002"]


def test_no_database_is_asked_where_none_is_named():
    found = [*checks.sqlite_durability(None), *checks.postgresql_durability(None), *checks.triggers_present(None)]

    assert found == []


@pytest.mark.django_db
def test_the_database_of_the_settings_is_durable_and_holds_its_rules():
    found = [
        *checks.sqlite_durability(None, databases=["default"]),
        *checks.postgresql_durability(None, databases=["default"]),
        *checks.triggers_present(None, databases=["default"]),
    ]

    # A server named by TEST_DATABASE_URL may keep no checksums of its pages: that is its own affair.
    assert [identifier for identifier in ids(found) if identifier != "kzarchive.W010"] == []


@ON_SQLITE
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("pragma", "fault"),
    [("synchronous = NORMAL", "kzarchive.E011"), ("foreign_keys = OFF", "kzarchive.E012"), ("busy_timeout = 4999", "kzarchive.E013")],
)
def test_a_pragma_that_is_not_in_force_is_told(tmp_path, monkeypatch, pragma, fault):
    other = connection.copy()
    other.settings_dict = {**connection.settings_dict, "NAME": str(tmp_path / "other.sqlite3")}
    try:
        with other.cursor() as cursor:
            cursor.execute(f"PRAGMA {pragma}")
        monkeypatch.setattr(checks, "connections", {"default": other})

        assert ids(checks.sqlite_durability(None, databases=["default"])) == [fault]
    finally:
        other.close()


@ON_SQLITE
@pytest.mark.django_db
@pytest.mark.parametrize(("can_use_wal", "faults"), [(False, ["kzarchive.E010"]), (True, [])])
def test_wal_is_refused_on_a_build_that_loses_commits_in_it(tmp_path, monkeypatch, settings, can_use_wal, faults):
    path = tmp_path / "other.sqlite3"
    with sqlite3.connect(path) as raw:
        raw.execute("PRAGMA journal_mode=WAL")
    raw.close()
    other = connection.copy()
    options = {**connection.settings_dict["OPTIONS"], "init_command": "PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;"}
    other.settings_dict = {**connection.settings_dict, "NAME": str(path), "OPTIONS": options}
    monkeypatch.setattr(checks, "connections", {"default": other})
    settings.SQLITE_CAN_USE_WAL = can_use_wal
    try:
        assert ids(checks.sqlite_durability(None, databases=["default"])) == faults
    finally:
        other.close()


@ON_POSTGRESQL
@pytest.mark.django_db
def test_a_server_that_acknowledges_before_it_keeps_is_told():
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL synchronous_commit = off")

    assert "kzarchive.E014" in ids(checks.postgresql_durability(None, databases=["default"]))


@pytest.mark.django_db
def test_a_rule_that_is_not_in_the_database_is_told():
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER history_change_stays" + (" ON history_change" if connection.vendor == "postgresql" else ""))

    assert [(found.id, found.msg) for found in checks.triggers_present(None, databases=["default"])] == [
        ("kzarchive.E016", "1 rules of the archive are not in the database, history_change_stays among them.")
    ]


def test_every_check_is_handed_to_django(public):
    public.DEBUG, public.SECURITY_CONTACT = True, ""

    found = ids(run_checks(include_deployment_checks=True, tags=["security"]))

    assert {"kzarchive.E001", "kzarchive.W002"} <= set(found)


@pytest.mark.processes
def test_debug_on_a_public_host_stops_every_command(own_archive):
    own_archive.environment |= {"SITE_URL": "https://archive.example.org", "SECRET_KEY": "k3" * 40, "DEBUG": "1"}

    with own_archive.start("check") as process:
        _, told = process.communicate(timeout=60)

    assert (process.returncode, told.count("kzarchive.E001")) == (1, 1)


@pytest.mark.processes
def test_an_archive_in_service_passes_every_check(own_archive):
    own_archive.environment |= {
        "SITE_URL": "https://archive.example.org",
        "SECRET_KEY": secrets.token_urlsafe(64),
        "SECURITY_CONTACT": "security@archive.example.org",
    }

    # Whether the server of the tests keeps checksums is its own affair: that warning alone does not fail.
    level = "ERROR" if "DATABASE_URL" in own_archive.environment else "WARNING"
    own_archive.manage("check", "--deploy", "--fail-level", level, "--database", "default")
