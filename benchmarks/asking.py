"""Asks the archive for pages as a server would: through all of its middleware, without a network."""

from __future__ import annotations

import io
import logging
import sys
from urllib.parse import urlencode

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test.utils import CaptureQueriesContext


class Asker:
    """Answers paths of the site in this process."""

    def __init__(self):
        self._handle = WSGIHandler()
        logging.disable(logging.CRITICAL)

    def __call__(self, path: str, *, etag: str = "", **query: str) -> tuple[int, dict[str, str], int]:
        """Return status, headers and the number of bytes."""
        seen: list = []
        environment = {
            "REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": urlencode(query), "SERVER_NAME": "127.0.0.1", "SERVER_PORT": "8000",
            "HTTP_HOST": "127.0.0.1:8000", "REMOTE_ADDR": "127.0.0.1", "wsgi.input": io.BytesIO(), "wsgi.url_scheme": "http",
            "wsgi.errors": sys.stderr,
        }  # fmt: skip
        if etag:
            environment["HTTP_IF_NONE_MATCH"] = etag
        response = self._handle(environment, lambda status, headers: seen.append((int(status[:3]), dict(headers))))
        size = sum(map(len, response))
        response.close()
        return *seen[0], size

    def statements(self, path: str, **asked: str) -> int:
        """Return how many statements one request asks of the database."""
        with CaptureQueriesContext(connection) as queries:
            self(path, **asked)
        return len(queries)
