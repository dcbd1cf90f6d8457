"""Before `make run` writes anything."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from kzarchive import preflight

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def taken():
    """A port that another program listens at."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_a_taken_port_is_one_line_that_names_it(taken):
    assert preflight.port_fault(str(taken)) == f"PORT {taken} is taken by another program: choose another, as in PORT={taken + 1} make run"


def test_a_free_port_is_no_fault():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        free = other.getsockname()[1]

    assert preflight.port_fault(str(free)) == ""


@pytest.mark.parametrize("text", ["abc", "0", "65536", "-1", "8000.0", "²", "9" * 5000])
def test_a_port_that_is_no_port_is_one_line_that_names_it(text):
    assert preflight.port_fault(text) == f"PORT is {text!r}: give a number from 1 to 65535, as in PORT=8001 make run"


def test_no_port_given_is_8000():
    assert preflight.port_number("") == 8000


@pytest.mark.parametrize(
    ("version", "has_venv", "fault"),
    [
        ((3, 10, 13), True, "Python 3.10 is too old: the archive needs Python 3.11 or later as python3"),
        ((3, 11, 0), True, ""),
        ((3, 13, 1), True, ""),
        ((3, 11, 2), False, "This Python cannot make virtual environments: install its venv package (on Debian: python3-venv)"),
    ],
)
def test_a_python_that_will_not_do_is_told_so(version, has_venv, fault):
    assert preflight.python_fault(version, has_venv=has_venv) == fault


def test_make_run_with_a_taken_port_prints_one_line_exits_1_and_writes_nothing(taken, tmp_path):
    (tmp_path / "kzarchive").mkdir()
    (tmp_path / "static").mkdir()
    for name in ("Makefile", "requirements.txt", "requirements-dev.txt", *(f"kzarchive/{part}.py" for part in ("__init__", "settings", "preflight"))):
        shutil.copy(ROOT / name, tmp_path / name)
    before = sorted(tmp_path.rglob("*"))

    # Without the interpreter's directory there may be no python3 on the way; nothing else of the environment is handed on.
    environment = {"PATH": f"{Path(sys.executable).parent}:{os.defpath}", "PORT": str(taken)}
    done = subprocess.run(["make", "run"], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60, check=False)

    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"{preflight.port_fault(str(taken))}\n")
    assert sorted(tmp_path.rglob("*")) == before
