"""Other operating-system processes of an archive that stay and do as they are told, so that two can be made to meet."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
import traceback
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any

from tests.frames import with_room

SECONDS_TO_END = 60


class Colleague:
    """One process of an archive, with a connection of its own, that runs the Python it is sent and answers with what that returns.

    The code is the body of a function; it knows every model, the makers of ``tests.factories``, ``editorial`` and the values sent with
    it, and what earlier code declared ``global``. What it returns has to be JSON. A fault in it fails the test.
    """

    def __init__(self, process: subprocess.Popen):
        self.process = process

    def begin(self, code: str, **values: Any) -> None:
        """Send ``code`` and do not wait for it."""
        self.process.stdin.write(json.dumps({"code": textwrap.dedent(code), "values": values}) + "\n")
        self.process.stdin.flush()

    def answer(self) -> Any:
        """Wait for what was begun, and return what it returned."""
        line = self.process.stdout.readline()
        assert line, self.process.stderr.read()
        told = json.loads(line)
        assert "fault" not in told, told["fault"]
        return told["answer"]

    def ask(self, code: str, **values: Any) -> Any:
        """Run ``code`` to its end and return what it returned."""
        self.begin(code, **values)
        return self.answer()


@contextmanager
def colleagues(archive, count: int) -> Iterator[list[Colleague]]:
    """Start ``count`` processes of ``archive`` and end them; what they wrote to standard error must be nothing."""
    with ExitStack() as stack:
        started = [
            Colleague(archive.start("shell", "--verbosity", "0", "--command", "from tests.processes import listen; listen()", stdin=subprocess.PIPE))
            for _ in range(count)
        ]
        for one in started:
            stack.callback(one.process.communicate)
            stack.callback(one.process.kill)
        yield started
        for one in started:
            out, err = one.process.communicate(timeout=SECONDS_TO_END)
            assert (out, err, one.process.returncode) == ("", "", 0)


def at_once(first: Colleague, does: str, second: Colleague, meanwhile: str, **values: Any) -> list[Any]:
    """Let two begin as closely together as can be; return what each answered. Each runs its code with the same ``values``."""
    first.begin(does, **values)
    second.begin(meanwhile, **values)
    return [first.answer(), second.answer()]


def tried(act: str, *errors: str) -> str:
    """Return code that does ``act``, an expression, and returns "done", or the name of the editorial error (or of ``errors``) that it raised."""
    caught = ", ".join(["editorial.EditorialError", *errors])
    return f"try:\n    {act}\nexcept ({caught}) as error:\n    return type(error).__name__\nreturn 'done'"


def listen() -> None:
    """Do as standard input says, line by line, until it ends. Run in the process itself."""
    scope = _scope()
    for line in sys.stdin:
        asked = json.loads(line)
        scope.update(asked["values"])
        try:
            exec(compile("def told():\n" + textwrap.indent(asked["code"], "    "), "<what was asked>", "exec"), scope)
            reply = {"answer": with_room(scope["told"])}
        except Exception:  # noqa: BLE001 - the test is told, whatever it was
            reply = {"fault": traceback.format_exc()}
        sys.stdout.write(json.dumps(reply) + "\n")
        sys.stdout.flush()


def _scope() -> dict[str, Any]:
    from django.apps import apps  # noqa: PLC0415 - the module is loaded by the tests too, before there is a setup

    from articles import editorial  # noqa: PLC0415
    from tests import factories  # noqa: PLC0415

    models: Sequence = apps.get_models()
    return {"editorial": editorial, "json": json, **vars(factories), **{model.__name__: model for model in models}}
