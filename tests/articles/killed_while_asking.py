"""Started by a test in an archive of its own: asks six sources in a child that is killed when four were asked, then asks what is left.

Usage: python killed_while_asking.py. Prints as JSON whether the child was killed, what it had written down, how often each source was
asked after it, and what stands there in the end: (address, outcome, times) of each.
"""

import json
import os
import signal
import socket
import sys
from collections import Counter
from http.server import ThreadingHTTPServer
from threading import Thread

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "kzarchive.settings"
django.setup()

from django.db import connection  # noqa: E402 - models can be loaded only after setup

from articles import editorial  # noqa: E402
from articles.models import Article, SourceCheck  # noqa: E402
from tests.sites import Answering  # noqa: E402

ASKED_BEFORE = 4
asked = []
child = 0


class Site(Answering):
    def answer(self):
        asked.append(self.headers["Host"] + self.path)
        if child and len(asked) == ASKED_BEFORE:
            os.kill(child, signal.SIGKILL)
        self.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")


def written():
    rows = SourceCheck.objects.order_by("url", "id").values_list("url", "outcome", "times")
    return [list(row) for row in rows]


def ask(place):
    list(editorial.check_sources(limit=100, resolve=lambda host, port: [(socket.AF_INET, place)], pause_seconds=0.05))


def main():
    global child
    for number in range(6):
        Article.objects.create(title=f"Article {number}", source_url=f"http://press{number % 2}.example-kz.org/{number}")
    connection.close()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)  # it listens before there is a child, and answers in this process alone
    server.daemon_threads = True
    child = os.fork()
    if child == 0:
        ask(server.server_address)
        os._exit(0)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    _, status = os.waitpid(child, 0)
    was_killed, child = os.WIFSIGNALED(status), 0
    before = written()
    asked.clear()
    ask(server.server_address)
    sys.stdout.write(json.dumps({"was_killed": was_killed, "before": before, "asked": Counter(asked), "after": written()}))


if __name__ == "__main__":
    main()
