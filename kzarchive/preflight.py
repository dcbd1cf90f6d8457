"""What must hold before anything is written: a Python that is new enough, and a port that is free.

Run as ``python3 -B -m kzarchive.preflight`` by whatever Python the machine has, so it is written for old ones too.
"""

import importlib.util
import os
import re
import socket
import sys

OLDEST = (3, 11)


def port_number(text: str) -> int:
    """Return the port that ``text`` names; 8000 where it is empty. Raises ValueError."""
    text = text or "8000"
    if not re.match("[0-9]{1,5}$", text) or not 1 <= int(text) <= 65535:
        raise ValueError(f"PORT is {text!r}: give a number from 1 to 65535, as in PORT=8001 make run")
    return int(text)


def port_fault(text: str) -> str:
    """Return why the server cannot listen at the port that ``text`` names, in one line; empty where it can."""
    try:
        number = port_number(text)
    except ValueError as error:
        return str(error)
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", number))
        except PermissionError:
            return f"PORT {number} is reserved for the administrator: choose another, as in PORT=8001 make run"
        except OSError:
            another = number + 1 if number < 65535 else 8001
            return f"PORT {number} is taken by another program: choose another, as in PORT={another} make run"
    return ""


def python_fault(version: tuple, *, has_venv: bool) -> str:
    """Return why this Python cannot run the archive, in one line; empty where it can."""
    if version[:2] < OLDEST:
        return "Python {}.{} is too old: the archive needs Python 3.11 or later as python3".format(*version)
    if not has_venv:
        return "This Python cannot make virtual environments: install its venv package (on Debian: python3-venv)"
    return ""


def main(arguments: list) -> int:
    """Print the first fault, one line, and return 1; return 0 where there is none. ``python`` asks for no port."""
    fault = python_fault(sys.version_info, has_venv=importlib.util.find_spec("ensurepip") is not None)
    if arguments != ["python"]:
        fault = fault or port_fault(os.environ.get("PORT", ""))
    if fault:
        print(fault, file=sys.stderr)  # noqa: T201 - a command's own message
    return 1 if fault else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
