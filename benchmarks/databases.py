"""Each database in turn, in a process and a data directory of its own: what every benchmark that asks both begins with.

A benchmark adds ``arguments(parser)`` to its own, and calls ``in_each`` with its module's name; it is then started anew with
``--inside``, where ``ready()`` sets Django up and makes the tables. BENCH_DATABASE_URL names a PostgreSQL database to be
filled in place of a server that is started for the run. With ``--kept DIRECTORY`` what was filled is kept, and used again by the next run
of the same size.
"""

from __future__ import annotations

import argparse
import importlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.databases import start_postgresql

DATABASES = ("sqlite", "postgresql")


def arguments(parser: argparse.ArgumentParser, *, databases: str = ",".join(DATABASES)) -> None:
    """Add what every such benchmark may be told."""
    parser.add_argument("--databases", default=databases)
    parser.add_argument("--kept", type=Path, help="Where the archive is kept for the next run; else it goes with this one.")
    parser.add_argument("--inside", nargs="?", const="yes", help=argparse.SUPPRESS)


def in_each(module: str, options: argparse.Namespace, *, label: str = "", inside: tuple[str, ...] = ("yes",)) -> None:
    """Run ``module`` with each of the databases asked for, once for each value of ``inside``. ``label`` tells kept archives apart."""
    for database in options.databases.split(","):
        with environment_of(database, options.kept and options.kept / f"{database}{label}") as environment:
            for value in inside:
                subprocess.run([sys.executable, "-m", module, *sys.argv[1:], "--inside", value], env=environment, check=True)


@contextmanager
def environment_of(database: str, kept: Path | None = None, *, may_borrow: bool = True) -> Iterator[dict[str, str]]:
    """Make a data directory, or use the one kept, and hand out the environment of processes that work on it.

    Without ``may_borrow`` it has a server of its own whatever BENCH_DATABASE_URL says.
    """
    with tempfile.TemporaryDirectory(prefix="kzarchive-bench-") as passing:
        data = kept or Path(passing)
        (data / "static").mkdir(parents=True, exist_ok=True)  # without it WhiteNoise warns
        environment = {**os.environ, "KZARCHIVE_DATA": str(data), "DJANGO_SETTINGS_MODULE": "kzarchive.settings"}
        environment.pop("DATABASE_URL", None)
        if database == "postgresql":
            lent = os.environ.get("BENCH_DATABASE_URL") if may_borrow else None
            environment["DATABASE_URL"] = lent or start_postgresql(data / "postgresql")
        yield environment


def ready() -> None:
    """Set Django up in the process that was started, and make the tables."""
    importlib.import_module("django").setup()
    importlib.import_module("django.core.management").call_command("migrate", verbosity=0)


class Cpu:
    """Seconds of processor time of this process and, where the database is PostgreSQL, of the process that answers ``connection``."""

    def __init__(self, backend: int | None = None):
        self._schedule = Path(f"/proc/{backend}/schedstat") if backend else None

    def __call__(self) -> float:
        import time

        spent = time.process_time()
        return spent + int(self._schedule.read_text(encoding="ascii").split()[0]) / 1e9 if self._schedule else spent
