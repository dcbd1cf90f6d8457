"""What every test may ask for."""

import fcntl
import gc
import itertools
import json
import os
import secrets
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import hypothesis
import psycopg
import pytest
from django.conf import settings as project_settings
from django.db import connection, transaction
from django.template.base import Template
from django.test.signals import template_rendered
from psycopg import sql

from tests.frames import with_room

ROOT = Path(__file__).resolve().parent.parent
_NOT_HANDED_ON = ("PYTEST_", "COV_", "DJANGO_SETTINGS_MODULE", "KZARCHIVE_LANE", "KZARCHIVE_TEST_")


# A busy machine is no fault of the code, and what was found once is found again by an example written down. Every run tries the
# same examples, so that a run that fails says something of the change it was made for; --hypothesis-profile=searching tries others.
hypothesis.settings.register_profile("archive", deadline=None, database=None, derandomize=True)
hypothesis.settings.register_profile("searching", deadline=None, database=None)
hypothesis.settings.load_profile("archive")

# Pages make many small objects that live as long as the test: looked through as often as a server does, they cost a tenth of the run.
gc.set_threshold(100_000, 50, 100)


class Room:
    """Runs the tests where no loop beneath a page stands at the edge of a piece of the interpreter's stack: see ``tests.frames``."""

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session):
        others = session.config.pluginmanager.subset_hook_caller("pytest_runtestloop", [self])
        gc.freeze()  # what was collected lives as long as the run: nothing in it need be looked through for garbage
        return with_room(lambda: others(session=session))


def pytest_configure(config):
    config.pluginmanager.register(Room())


def pytest_unconfigure(config):
    """Leave nothing on a server that was lent for the run: the one of the run's own goes with it."""
    if os.environ.get("TEST_DATABASE_URL") and "PYTEST_XDIST_WORKER" not in os.environ and os.environ.get("KZARCHIVE_LANE") == "postgresql":
        _drop_database(_migrated_at())


@pytest.fixture(autouse=True, scope="session")
def pieces_unseen(django_test_environment):
    """Announce to the test client a page's own template alone, no piece of it and no widget: it copies the context of each that it sees."""
    announced = Template._render

    def render(template, context):
        if template is context.template and not (template.name or "").startswith("django/forms/"):
            template_rendered.send(sender=template, template=template, context=context)
        return template.nodelist.render(context)

    Template._render = render
    yield
    Template._render = announced


@pytest.fixture
def unwatched(monkeypatch):
    """Pages are made as the server makes them: responses have no ``context``. For tests that ask for hundreds of pages."""
    monkeypatch.setattr(Template, "_render", lambda template, context: template.nodelist.render(context))


@pytest.fixture(autouse=True)
def own_captures(settings, tmp_path):
    """Each test keeps its captures, and its import lock, in a directory of its own, and spends no time on passwords."""
    settings.DATA_DIR = tmp_path
    settings.CAPTURES_DIR = tmp_path / "captures"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # the real one is slow on purpose


def pytest_collection_modifyitems(config, items):
    """Begin with the journeys, which share a browser; run on PostgreSQL what touches a database and is not marked engine_free.

    What comes first is never handed from one worker to another, so one browser and one server serve all journeys of a run.
    The rest is proved by the SQLite lane.
    """
    items.sort(key=lambda item: item.get_closest_marker("journey") is None)
    if os.environ.get("KZARCHIVE_LANE", "KZARCHIVE_TEST_") != "postgresql":
        return
    touching, pure = [], []
    for item in items:
        asks = {"db", "make_archive"} & set(getattr(item, "fixturenames", ()))
        is_touching = (asks or item.get_closest_marker("django_db")) and not item.get_closest_marker("engine_free")
        (touching if is_touching else pure).append(item)
    config.hook.pytest_deselected(items=pure)
    items[:] = touching


class OwnArchive:
    """A migrated, empty archive for other operating-system processes: committed to, locked and killed for real.

    ``data`` is its data directory, ``environment`` the whole environment its processes are to be started with,
    ``database_url`` its database at PostgreSQL or None where that is the file ``archive.sqlite3`` in ``data``.
    The archive knows the groups and the account ``import`` that ``migrate`` makes. The test's own process is not
    connected to it: what it holds is asked of it by ``ask``.
    """

    def __init__(self, data: Path, database_url: str | None = None):
        self.data = data
        self.database_url = database_url
        handed_on = {name: value for name, value in os.environ.items() if not name.startswith(_NOT_HANDED_ON)}
        handed_on.pop("DATABASE_URL", None)
        self.environment = {**handed_on, "KZARCHIVE_DATA": str(data), "PYTHONWARNINGS": "error", "PYTHONPATH": str(ROOT)}
        if database_url:
            self.environment["DATABASE_URL"] = database_url

    def start(self, *arguments: str | Path, **options) -> subprocess.Popen:
        """Start ``manage.py`` with ``arguments`` and return the running process, its output piped as text.

        The caller waits for it or ends it.
        """
        command = [sys.executable, str(ROOT / "manage.py"), *map(str, arguments)]
        piped = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "cwd": ROOT}
        return subprocess.Popen(command, env=self.environment, **{**piped, **options})

    def manage(self, *arguments: str | Path, status: int = 0, seconds: float = 120) -> str:
        """Run ``manage.py`` with ``arguments`` to its end and return its standard output; the test fails on another exit status."""
        with self.start(*arguments) as process:
            try:
                out, err = process.communicate(timeout=seconds)
            except subprocess.TimeoutExpired:
                process.kill()
                raise
        assert process.returncode == status, f"exit status {process.returncode}\n{out}\n{err}"
        return out

    def ask(self, code: str):
        """Run ``code`` in the archive's shell and return what it prints, read as JSON (``json`` is imported, and every model)."""
        return json.loads(self.manage("shell", "--verbosity", "0", "--command", f"import json\n{code}"))


def once_a_run(name: str, make: Callable[[Path], None]) -> Path:
    """Return a directory that all workers of a run share, filled by ``make`` for whichever of them asks first."""
    directory = Path(os.environ["KZARCHIVE_TEST_RUN"]) / name
    with directory.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (done := directory.with_suffix(".done")).exists():
            make(directory)
            done.touch()
    return directory


@pytest.fixture(scope="session")
def migrated_archive():
    """The one archive of a run that is migrated, by whichever of its workers needs it first; every other is a copy of it."""
    url = _migrated_at()

    def migrate(data):
        _make_database(url)
        OwnArchive(data, url).manage("migrate", "--verbosity", "0")

    return OwnArchive(once_a_run("migrated", migrate), url)


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker, migrated_archive, tmp_path_factory):
    """The database of this worker's own process: a copy of the one that was migrated, in place of migrating another."""
    with ExitStack() as stack, django_db_blocker.unblock():
        if url := stack.enter_context(_database_of_its_own(template=migrated_archive.database_url)):
            name = urlsplit(url).path.lstrip("/")
        else:
            name = str(tmp_path_factory.mktemp("database") / "test.sqlite3")
            shutil.copyfile(migrated_archive.data / "archive.sqlite3", name)
        connection.close()
        project_settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name
        yield
        connection.close()


@pytest.fixture(scope="module")
def standing(django_db_setup, django_db_blocker):
    """What fixtures of a module that ask for this make in the database is made once, and every test of the module begins from it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="session")
def make_archive(migrated_archive, tmp_path_factory):
    """A function that makes an ``OwnArchive``; all of them go with the run. For what several tests compare with."""
    with ExitStack() as stack:

        def make() -> OwnArchive:
            data = tmp_path_factory.mktemp("own") / "archive"
            shutil.copytree(migrated_archive.data, data)
            return OwnArchive(data, stack.enter_context(_database_of_its_own(template=migrated_archive.database_url)))

        yield make


@pytest.fixture
def own_archive(make_archive):
    """An ``OwnArchive`` for this test alone: ``environment`` for subprocesses, ``manage``, ``start`` and ``ask`` to run them.

    For tests of several processes or of committed transactions, in place of the fixture that flushes the
    tables after each test: the triggers refuse that. SQLite: a file copied from one that was migrated once a run; PostgreSQL: a database
    made from that one as its template, on the server of the run. It asks for no ``django_db``. Such tests bear the mark
    ``processes``.
    """
    return make_archive()


_numbers = itertools.count(1)


@contextmanager
def _database_of_its_own(template: str | None = None):
    """Make a database on the server of the run, hand out its address, drop it in the end; None where the lane is SQLite."""
    if template is None:
        yield None
        return
    url = _at_server(f"own_{os.getpid()}_{next(_numbers)}_{secrets.token_hex(3)}")
    _make_database(url, template)
    try:
        yield url
    finally:
        _drop_database(url)


def _at_server(name: str) -> str | None:
    """Return the address of the database ``name`` on the server of the run; None where the lane is SQLite."""
    server = os.environ.get("DATABASE_URL", "")
    return urlsplit(server)._replace(path=f"/{name}").geturl() if server.startswith("postgres") else None


def _migrated_at() -> str | None:
    return _at_server(f"migrated_{Path(os.environ['KZARCHIVE_TEST_RUN']).name}")


def _make_database(url: str | None, template: str | None = None) -> None:
    if url:
        source = sql.SQL(" TEMPLATE {}").format(sql.Identifier(urlsplit(template).path.lstrip("/"))) if template else sql.SQL("")
        with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
            server.execute(sql.SQL("CREATE DATABASE {}{}").format(sql.Identifier(urlsplit(url).path.lstrip("/")), source))


def _drop_database(url: str) -> None:
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(urlsplit(url).path.lstrip("/"))))
