"""What the environment may say, and what follows from it."""

import os
import runpy
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

SETTINGS = Path(__file__).resolve().parents[2] / "kzarchive" / "settings.py"
NAMES = (
    "DATABASE_URL",
    "KZARCHIVE_DATA",
    "SECRET_KEY",
    "PORT",
    "SITE_URL",
    "ALLOWED_HOSTS",
    "DEBUG",
    "SECURITY_CONTACT",
    "KZARCHIVE_DEMO",
    "KZARCHIVE_PROXIES",
)
PUBLIC = {"SITE_URL": "https://archive.example.org", "SECRET_KEY": "k" * 60}


@pytest.fixture
def read(monkeypatch, tmp_path):
    """Read the settings under an environment that says only what is given."""

    def read(**environment):
        for name in NAMES:
            monkeypatch.delenv(name, raising=False)
        for name, value in {"KZARCHIVE_DATA": str(tmp_path / "data"), **environment}.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(SETTINGS))

    return read


def test_an_empty_environment_gives_an_archive_for_this_machine_alone(read, tmp_path):
    found = read()

    assert {name: found[name] for name in ("SITE_URL", "ALLOWED_HOSTS", "DEBUG", "WITH_DEMO", "SECURITY_CONTACT", "PROXY_COUNT")} == {
        "SITE_URL": "http://127.0.0.1:8000",
        "ALLOWED_HOSTS": ["127.0.0.1", "localhost", "[::1]"],
        "DEBUG": False,
        "WITH_DEMO": True,
        "SECURITY_CONTACT": "",
        "PROXY_COUNT": 0,
    }
    assert found["DATABASES"]["default"]["NAME"] == tmp_path / "data" / "archive.sqlite3"


def test_an_empty_value_stands_for_one_that_is_not_set(read):
    assert read(**dict.fromkeys(NAMES[2:], ""))["SITE_URL"] == "http://127.0.0.1:8000"


def test_the_port_shows_in_the_address(read):
    assert read(PORT="8123")["SITE_URL"] == "http://127.0.0.1:8123"


def test_the_secret_key_is_made_once_and_only_its_owner_reads_it_or_what_stands_beside_it(read, tmp_path):
    first, second = read()["SECRET_KEY"], read()["SECRET_KEY"]

    path = tmp_path / "data" / "secret_key"
    assert first == second == path.read_text()
    assert (stat.S_IMODE(path.stat().st_mode), stat.S_IMODE(path.parent.stat().st_mode)) == (0o600, 0o700)
    assert sorted(entry.name for entry in path.parent.iterdir()) == ["secret_key"]


def test_processes_that_start_together_agree_on_one_secret_key(tmp_path):
    environment = {"PATH": os.environ["PATH"], "KZARCHIVE_DATA": str(tmp_path / "data")}
    code = f"import runpy; print(runpy.run_path({str(SETTINGS)!r})['SECRET_KEY'])"
    started = [
        subprocess.Popen([sys.executable, "-c", code], env=environment, cwd=SETTINGS.parents[1], stdout=subprocess.PIPE, text=True) for _ in range(4)
    ]
    keys = {process.communicate(timeout=60)[0] for process in started}

    assert keys == {(tmp_path / "data" / "secret_key").read_text() + "\n"}


@pytest.mark.parametrize(
    "environment",
    [{"ALLOWED_HOSTS": "archive.example.org"}, {"ALLOWED_HOSTS": "*"}, {"SITE_URL": "https://archive.example.org"}, {"SITE_URL": "http://10.0.0.5"}],
)
def test_a_public_host_without_a_secret_key_is_refused_and_nothing_is_written(read, tmp_path, environment):
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY must be set"):
        read(**environment)

    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("address", ["https://archive.example.org", "https://archive.example.org/"])
def test_an_https_address_turns_every_guard_of_it_on(read, address):
    found = read(**{**PUBLIC, "SITE_URL": address})

    names = [
        "SITE_URL",
        "SECURE_SSL_REDIRECT",
        "SECURE_HSTS_SECONDS",
        "SECURE_HSTS_INCLUDE_SUBDOMAINS",
        "SECURE_PROXY_SSL_HEADER",
        "SESSION_COOKIE_SECURE",
        "CSRF_COOKIE_SECURE",
        "SESSION_COOKIE_NAME",
        "CSRF_COOKIE_NAME",
        "CSRF_TRUSTED_ORIGINS",
    ]
    assert [found[name] for name in names] == [
        "https://archive.example.org",
        True,
        63_072_000,
        True,
        ("HTTP_X_FORWARDED_PROTO", "https"),
        True,
        True,
        "__Host-session",
        "__Host-csrf",
        ["https://archive.example.org"],
    ]


def test_without_https_none_of_them_is_on(read):
    found = read()

    names = ["SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS", "SECURE_PROXY_SSL_HEADER", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE"]
    assert [found[name] for name in names] == [False, 0, None, False, False]


def test_the_host_of_the_site_joins_those_that_are_allowed(read):
    assert read(**PUBLIC, ALLOWED_HOSTS="a.example.org, b.example.org")["ALLOWED_HOSTS"] == ["a.example.org", "b.example.org", "archive.example.org"]


@pytest.mark.parametrize(
    "address",
    [
        "archive.example.org",
        "ftp://archive.example.org",
        "https://",
        "https://archive.example.org/path",
        "https://archive.example.org?x=1",
        "https://archive.example.org#x",
        "https://user@archive.example.org",
    ],
)
def test_an_address_of_the_site_that_says_more_or_less_than_scheme_and_host_is_refused(read, address):
    with pytest.raises(ImproperlyConfigured, match="SITE_URL is"):
        read(**{**PUBLIC, "SITE_URL": address})


@pytest.mark.parametrize("text", ["one", "-1", "1.5", "²"])
def test_a_count_of_proxies_that_is_none_is_refused(read, text):
    with pytest.raises(ImproperlyConfigured, match="KZARCHIVE_PROXIES is"):
        read(KZARCHIVE_PROXIES=text)


@pytest.mark.parametrize(("text", "is_on"), [("1", True), ("true", True), ("on", True), ("0", False), ("false", False), ("no", False)])
def test_debug_is_on_only_where_it_is_said_plainly(read, text, is_on):
    assert read(DEBUG=text)["DEBUG"] is is_on


def test_a_database_of_postgresql_is_read_from_its_address(read):
    found = read(DATABASE_URL="postgresql://ed%40itor:s%2Fecret@db.example.org:5433/kz?sslmode=require")["DATABASES"]["default"]

    assert {name: found[name] for name in ("ENGINE", "NAME", "USER", "PASSWORD", "HOST", "PORT")} == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "kz",
        "USER": "ed@itor",
        "PASSWORD": "s/ecret",
        "HOST": "db.example.org",
        "PORT": 5433,
    }
    assert found["OPTIONS"] == {"options": "-c jit=off -c random_page_cost=1.1 -c synchronous_commit=on", "sslmode": "require"}


def test_a_database_of_sqlite_is_read_from_its_address(read):
    assert read(DATABASE_URL="sqlite:////srv/kz/a%20b.sqlite3")["DATABASES"]["default"]["NAME"] == Path("/srv/kz/a b.sqlite3")


def test_another_kind_of_database_is_refused(read):
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL must begin with"):
        read(DATABASE_URL="mysql://localhost/kz")


@pytest.mark.parametrize(
    ("version", "can_use_wal"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 52, 0), True),
    ],
)
def test_wal_is_used_only_where_sqlite_was_mended(read, monkeypatch, version, can_use_wal):
    monkeypatch.setattr("sqlite3.sqlite_version_info", version)

    found = read()

    commands = found["DATABASES"]["default"]["OPTIONS"]["init_command"].split(";")
    modes = [command for command in commands if "journal_mode" in command]
    assert (found["SQLITE_CAN_USE_WAL"], modes) == (can_use_wal, [f"PRAGMA journal_mode={'WAL' if can_use_wal else 'DELETE'}"])
