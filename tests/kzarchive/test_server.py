"""The server behind `make run`, as a process of its own."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager

import pytest

from benchmarks.slow_readers import free_port, hold, wait_until_open
from kzarchive import server
from tests.conftest import ROOT

pytestmark = [pytest.mark.processes, pytest.mark.engine_free]


@contextmanager
def serving(archive):
    """Run the server for ``archive``; hand out its port, its process and a function that returns its log."""
    port = free_port()
    (archive.data / "static").mkdir(exist_ok=True)
    (archive.data / "static" / "text.txt").write_text("steppe " * 30_000)
    with open(archive.data / "log", "w+") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "kzarchive.server"], env={**archive.environment, "PORT": str(port)}, cwd=ROOT, stdout=log, stderr=log
        )
        try:
            wait_until_open(port)
            yield port, process, (archive.data / "log").read_text
        finally:
            if process.poll() is None:
                process.terminate()
            process.wait(30)


def get(port, address="/healthz", **headers):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", address, headers=headers)
        response = connection.getresponse()
        return response.status, response.read()
    finally:
        connection.close()


@pytest.fixture(scope="module")
def running(make_archive):
    """The port of a server that several tests ask, and what it has logged."""
    with serving(make_archive()) as (port, _, log):
        get(port, "/readyz")  # the first answer loads the application
        yield port, log


@pytest.mark.parametrize("kind", ["headers", "body", "reading", "idle", "mixed"])
def test_sixteen_slow_readers_do_not_stop_the_seventeenth(running, kind):
    port, _ = running
    stop = threading.Event()
    readers = hold(kind, 16, port, stop, text="/static/text.txt", form="/admin/login/")
    try:
        time.sleep(1)
        started = time.monotonic()
        status, _ = get(port, "/readyz")
        seconds = time.monotonic() - started
    finally:
        stop.set()
        for reader in readers:
            reader.join(40)

    assert (status, seconds < 5) == (200, True)


def test_a_connection_that_never_ends_its_headers_is_closed(running):
    with socket.create_connection(("127.0.0.1", running[0]), timeout=30) as connection:
        started = time.monotonic()
        connection.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n")
        while connection.recv(1024):
            pass

        assert server.HEADER_SECONDS - 1 < time.monotonic() - started < 10


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_when_told_to(own_archive, ending):
    with serving(own_archive) as (port, process, _):
        get(port)
        process.send_signal(ending)

        assert process.wait(15) == 0


def test_its_log_is_a_line_that_says_where_and_then_json(running):
    port, log = running
    get(port, "/robots.txt?q=secret", **{"X-Forwarded-For": "203.0.113.9"})

    first, *lines = log().splitlines()
    asked = [line for line in map(json.loads, lines) if line.get("path") == "/robots.txt"]
    assert first == f"Serving at http://127.0.0.1:{port} (Ctrl-C stops it)."
    assert [(line["status"], line["client"], line["message"]) for line in asked] == [(200, "127.0.0.1", "answered")]


def test_a_second_one_at_the_same_port_says_so_in_one_line(running):
    port, _ = running
    environment = {"PATH": os.defpath, "PORT": str(port)}
    second = subprocess.run([sys.executable, "-m", "kzarchive.server"], env=environment, cwd=ROOT, capture_output=True, text=True, check=False)

    assert (second.returncode, second.stdout) == (1, "")
    assert second.stderr == f"PORT {port} is taken by another program: choose another, as in PORT={port + 1} make run\n"


def test_a_worker_that_dies_is_replaced(own_archive):
    with serving(own_archive) as (port, process, _):
        get(port)
        workers = subprocess.run(["pgrep", "-P", str(process.pid)], capture_output=True, text=True, check=True).stdout.split()
        for worker in workers:
            subprocess.run(["kill", "-9", worker], check=False)
        answered = False
        for _ in range(60):
            time.sleep(0.5)
            try:
                answered = get(port)[0] == 200
            except OSError:
                continue
            if answered:
                break

    assert answered
