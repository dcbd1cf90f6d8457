"""A site at a socket of this machine, for tests of what is asked of others."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Answering(BaseHTTPRequestHandler):
    """Hands each request to ``answer``, and says nothing of it."""

    def answer(self):
        raise NotImplementedError

    def do_HEAD(self):
        self.answer()

    def do_GET(self):
        self.answer()

    def log_message(self, *args):
        return None


@contextmanager
def listening(site: type[Answering]) -> Iterator[tuple[str, int]]:
    """Let ``site`` answer at a free port of the loopback address, and yield where."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), site)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield server.server_address
    finally:
        server.shutdown()
        server.server_close()
