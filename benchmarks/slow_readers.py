"""How a quick reader fares while sixteen slow ones hold on: the archive's server beside two others, in one run.

    python -m benchmarks.slow_readers [--seconds 4] [--readers 16]

Starts each server itself on a free port of 127.0.0.1, with the same small application, and prints for
each kind of slow reader what a seventeenth, quick one gets: requests a second, the 95th percentile of
its waiting time, and how many of its requests failed or took over five seconds. gunicorn and waitress
are measured where they are installed; the archive does not need them.
"""

from __future__ import annotations

import argparse
import http.client
import importlib.util
import socket
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path

from kzarchive import server

PAGE = b"x" * 8_000
TEXT = b"x" * 200_000
KINDS = ("none", "headers", "body", "reading", "idle", "mixed")
PATIENCE_SECONDS = 5


def application(environ, start_response):
    """Answer a page after two milliseconds, /text with 200 kB, a form with its length."""
    length = int(environ.get("CONTENT_LENGTH") or 0)
    if length:
        environ["wsgi.input"].read(length)
    time.sleep(0.002)
    content = TEXT if environ["PATH_INFO"] == "/text" else PAGE
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", str(len(content)))])
    return iter([content])  # as Django hands its pages over


def servers(port: int) -> dict[str, list[str]]:
    """Return the command of each server that can be measured here."""
    this = "benchmarks.slow_readers:application"
    found = {"granian, as shipped": server.command(port, application=this)}
    if importlib.util.find_spec("gunicorn"):
        found["gunicorn gthread 2 x 4"] = [
            *(sys.executable, "-m", "gunicorn", this, "-b", f"127.0.0.1:{port}", "-w", "2", "--threads", "4", "-k", "gthread"),
            *("--log-level", "warning"),
        ]
    if importlib.util.find_spec("waitress"):
        found["waitress 1 x 8"] = [sys.executable, "-m", "waitress", f"--listen=127.0.0.1:{port}", "--threads=8", this]
    return found


class SlowReader(threading.Thread):
    """Holds one connection in one way, and opens the next where the server ends it, until told to stop."""

    def __init__(self, kind: str, port: int, stop: threading.Event, *, text: str = "/text", form: str = "/"):
        super().__init__(daemon=True)
        self.kind, self.port, self.stop, self.text, self.form = kind, port, stop, text, form

    def run(self):
        while not self.stop.is_set():
            try:
                with socket.socket() as connection:
                    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
                    connection.settimeout(30)
                    connection.connect(("127.0.0.1", self.port))
                    getattr(self, f"hold_by_{self.kind}")(connection)
            except OSError:
                self.stop.wait(0.1)

    def dribble(self, connection: socket.socket, data: bytes) -> None:
        for position in range(len(data)):
            connection.send(data[position : position + 1])
            if self.stop.wait(0.3):
                return

    def hold_by_headers(self, connection):
        self.dribble(connection, b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: " + b"y" * 400)

    def hold_by_body(self, connection):
        # With the cookie of a form the archive reads the whole body before it can refuse it.
        head = [f"POST {self.form} HTTP/1.1", "Host: 127.0.0.1", f"Cookie: csrf={'c' * 32}", "Content-Length: 400"]
        head.append("Content-Type: application/x-www-form-urlencoded")
        connection.sendall("\r\n".join([*head, "", ""]).encode())
        self.dribble(connection, b"y" * 400)

    def hold_by_reading(self, connection):
        connection.sendall(f"GET {self.text} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
        while not self.stop.wait(0.3) and connection.recv(256):
            pass

    def hold_by_idle(self, connection):
        connection.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: keep-alive\r\n\r\n")
        connection.settimeout(0.3)
        while not self.stop.is_set():
            try:
                if not connection.recv(65536):
                    return
            except TimeoutError:
                pass


def hold(kind: str, count: int, port: int, stop: threading.Event, **addresses: str) -> list[SlowReader]:
    """Start ``count`` slow readers of ``kind``; "mixed" takes each kind in turn, "none" starts nobody."""
    kinds = {"none": [], "mixed": ["headers", "body", "reading", "idle"]}.get(kind, [kind])
    readers = [SlowReader(kinds[number % len(kinds)], port, stop, **addresses) for number in range(count if kinds else 0)]
    for reader in readers:
        reader.start()
    return readers


def read_quickly(port: int, seconds: float) -> tuple[float, float, int]:
    """Return requests a second, the 95th percentile in milliseconds, and the failures of one quick reader."""
    times, failures = [], 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        started = time.perf_counter()
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_SECONDS)
        try:
            connection.request("GET", "/")
            if len(connection.getresponse().read()) != len(PAGE):
                failures += 1
        except OSError:
            failures += 1
        finally:
            connection.close()
        times.append((time.perf_counter() - started) * 1000)
    percentile = statistics.quantiles(times, n=20)[18] if len(times) > 1 else times[0]
    return (len(times) - failures) / (sum(times) / 1000), percentile, failures


def free_port() -> int:
    """Return a port of 127.0.0.1 that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_open(port: int) -> None:
    """Return when a server listens at ``port``; give up after half a minute."""
    for _ in range(600):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise SystemExit("The server did not open its port within half a minute.")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=4)
    parser.add_argument("--readers", type=int, default=16)
    options = parser.parse_args()
    print(f"{options.readers} slow readers, one quick reader for {options.seconds:g} s a line; pages of 8 kB, texts of 200 kB")
    print(f"{'server':26} {'slow by':9} {'requests/s':>10} {'p95 ms':>9} {'failed':>7}")
    for name in servers(0):
        for kind in KINDS:
            port = free_port()
            process = subprocess.Popen(servers(port)[name], cwd=Path(__file__).resolve().parent.parent)
            stop = threading.Event()
            try:
                wait_until_open(port)
                time.sleep(0.5)
                readers = hold(kind, options.readers, port, stop)
                time.sleep(1.5 if readers else 0)
                rate, percentile, failures = read_quickly(port, options.seconds)
                print(f"{name:26} {kind:9} {rate:10.0f} {percentile:9.1f} {failures:7}", flush=True)
            finally:
                stop.set()
                process.terminate()
                process.wait(30)


if __name__ == "__main__":
    main()
