"""The production server and its limits, in the one place that says them: granian, as measured by benchmarks/slow_readers.py."""

from __future__ import annotations

import os
import sys

from kzarchive import preflight

ADDRESS = "127.0.0.1"
# A request whose body dribbles in holds a thread of its worker until it is read, so threads are many; those that
# are free sleep and cost some memory. Two workers keep two cores busy and one request's fault from the others.
WORKERS = 2
THREADS = 32
HEADER_SECONDS = 8
STOP_SECONDS = 5


def command(port: int, *, application: str = "kzarchive.wsgi:application") -> list[str]:
    """Return the arguments that start the server with this Python."""
    return [
        *(sys.executable, "-m", "granian", application),
        *("--interface", "wsgi", "--http", "1", "--no-ws"),
        *("--host", ADDRESS, "--port", str(port)),
        *("--workers", str(WORKERS), "--blocking-threads", str(THREADS)),
        *("--http1-header-read-timeout", str(HEADER_SECONDS * 1000)),
        *("--workers-kill-timeout", str(STOP_SECONDS)),
        "--respawn-failed-workers",
        *("--log-level", "error"),
    ]


def main() -> int:
    """Become the server. Returns 1, with one line on standard error, where it cannot start."""
    text = os.environ.get("PORT", "")
    if fault := preflight.port_fault(text):
        print(fault, file=sys.stderr)  # noqa: T201 - a command's own message
        return 1
    port = preflight.port_number(text)
    print(f"Serving at http://{ADDRESS}:{port} (Ctrl-C stops it).", flush=True)  # noqa: T201 - a command's own message
    arguments = command(port)
    os.execv(arguments[0], arguments)  # noqa: S606 - no shell: the arguments are fixed above
    return 0


if __name__ == "__main__":
    sys.exit(main())
