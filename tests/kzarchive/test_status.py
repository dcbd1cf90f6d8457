"""What machines ask of the archive."""

import datetime as dt
import os
import shutil

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection

from kzarchive import status

ADDRESSES = ["/healthz", "/readyz", "/robots.txt", "/.well-known/security.txt"]


def ready(client):
    response = client.get("/readyz")
    return response.status_code, response.json()


def test_healthz_answers_without_a_database(client):
    response = client.get("/healthz")  # without the mark django_db a query would raise

    assert (response.status_code, response.content, response["Content-Type"], response["Cache-Control"]) == (
        200,
        b"ok\n",
        "text/plain; charset=utf-8",
        "no-store",
    )


@pytest.mark.django_db
def test_readyz_says_that_all_is_well(client):
    assert ready(client) == (200, {"status": "ready"})


@pytest.mark.django_db
def test_readyz_tells_of_a_migration_that_is_missing(client):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'articles'")

    assert ready(client) == (503, {"status": "unavailable", "reasons": ["migrations"]})


@pytest.mark.django_db
def test_readyz_tells_of_a_rule_that_is_missing(client):
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER addresses_pid_stays" + (" ON addresses_pid" if connection.vendor == "postgresql" else ""))

    assert ready(client) == (503, {"status": "unavailable", "reasons": ["rules"]})


@pytest.mark.processes
def test_readyz_tells_that_the_database_is_gone(own_archive):
    (own_archive.data / "static").mkdir()  # the middleware for static files warns where there is none
    own_archive.environment["DATABASE_URL"] = "postgresql://nobody:secret-word@127.0.0.1:1/kz?connect_timeout=2"

    assert own_archive.ask(
        "from django.test import Client\nanswer = Client(headers={'host': '127.0.0.1'}).get('/readyz')\n"
        "print(json.dumps([answer.status_code, answer.json(), answer['Cache-Control']]))"
    ) == [503, {"status": "unavailable", "reasons": ["database"]}, "private, no-store"]


@pytest.mark.django_db
def test_readyz_tells_of_a_disk_that_is_nearly_full(client, monkeypatch):
    usage = shutil._ntuple_diskusage
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage(total=1000, used=951, free=49))

    assert ready(client) == (503, {"status": "unavailable", "reasons": ["disk-full"]})


@pytest.mark.django_db
def test_readyz_tells_of_a_data_directory_that_cannot_be_written(client, monkeypatch, settings):
    # The tests may run as root, whom the mode of a directory does not stop: the system's answer is what is stood in for.
    monkeypatch.setattr(os, "access", lambda path, mode: path != settings.DATA_DIR)

    assert ready(client) == (503, {"status": "unavailable", "reasons": ["read-only"]})


@pytest.mark.django_db
def test_readyz_tells_that_the_data_directory_is_gone(client, settings):
    settings.DATA_DIR = settings.DATA_DIR / "elsewhere"

    assert ready(client) == (503, {"status": "unavailable", "reasons": ["no-data-directory"]})


def test_security_txt_is_not_there_without_a_contact(client):
    assert client.get("/.well-known/security.txt").status_code == 404


@pytest.mark.parametrize(
    ("contact", "line"),
    [
        ("security@example.org", "mailto:security@example.org"),
        ("mailto:security@example.org", "mailto:security@example.org"),
        ("https://example.org/report", "https://example.org/report"),
    ],
)
def test_security_txt_names_the_contact_and_a_day_within_a_year(client, settings, contact, line):
    settings.SECURITY_CONTACT, settings.SITE_URL = contact, "https://archive.example.org"

    response = client.get("/.well-known/security.txt")

    lines = dict(row.split(": ", 1) for row in response.content.decode().splitlines())
    expires = dt.datetime.fromisoformat(lines.pop("Expires"))
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert lines == {"Contact": line, "Preferred-Languages": "en", "Canonical": "https://archive.example.org/.well-known/security.txt"}
    assert dt.timedelta(days=30) < expires - dt.datetime.now(dt.UTC) < dt.timedelta(days=365)


def test_robots_leave_the_desk_and_the_searching_alone_and_are_told_where_the_sitemap_is(client):
    response = client.get("/robots.txt")

    assert (response.status_code, response["Content-Type"], response.content) == (
        200,
        "text/plain; charset=utf-8",
        b"User-agent: *\nDisallow: /admin/\nDisallow: /search\n\nSitemap: http://127.0.0.1:8000/sitemap.xml\n",
    )


@pytest.mark.parametrize("address", ADDRESSES)
def test_each_of_them_is_only_read(client, address):
    assert client.post(address).status_code == 405


def test_a_database_error_while_looking_is_a_reason_and_no_fault(monkeypatch):
    def refuse(connection):
        raise OperationalError("the server closed the connection: password=secret-word")

    monkeypatch.setattr(status, "MigrationExecutor", refuse)

    assert list(status.what_is_wrong()) == ["database"]


@pytest.mark.django_db
def test_a_fresh_migrate_leaves_nothing_to_tell():
    call_command("migrate", verbosity=0)

    assert list(status.what_is_wrong()) == []
