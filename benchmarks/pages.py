"""How fast an article's page is, beside a bare Django view that reads one row and renders it, through the same middleware.

Run with ``make bench`` or ``python -m benchmarks.pages [--articles 20000] [--rounds N] [--databases sqlite,postgresql]``.
Four ways to ask for the same articles, one after the other in alternating order: the bare view; the page for the first
time since the process began; the page again; the page by a reader who has it (304). Printed a database: corpus, SQL
statements a request, milliseconds of CPU a request (median of the rounds), and the ratios. The other pages follow, for
comparison.
"""

from __future__ import annotations

import argparse
import importlib
import io
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.databases import start_postgresql

BARE = """<!doctype html><html lang="en"><head><title>{{ version.record.title }}</title></head>
<body><h1>{{ version.record.title }}</h1>{{ version.body|linebreaks }}</body></html>"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--pages", type=int, default=100, help="How many of them are asked for, chosen by chance.")
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--databases", default="sqlite,postgresql")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        _inside(options)
        return
    for database in options.databases.split(","):
        with tempfile.TemporaryDirectory(prefix="kzarchive-bench-") as data:
            environment = {**os.environ, "KZARCHIVE_DATA": data, "DJANGO_SETTINGS_MODULE": "kzarchive.settings"}
            environment.pop("DATABASE_URL", None)
            if database == "postgresql":
                environment["DATABASE_URL"] = os.environ.get("BENCH_DATABASE_URL") or start_postgresql(Path(data) / "postgresql")
            subprocess.run([sys.executable, "-m", "benchmarks.pages", *sys.argv[1:], "--inside"], env=environment, check=True)


def _inside(options: argparse.Namespace) -> None:
    """Run in a process of its own, with Django set up for one database."""
    importlib.import_module("django").setup()
    call_command = importlib.import_module("django.core.management").call_command
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    started = time.perf_counter()
    filled = importlib.import_module("benchmarks.archive").fill(options.articles)
    connection = importlib.import_module("django.db").connection
    print(
        f"\n{connection.vendor}: {filled.articles:,} articles, {filled.characters / 1e6:.0f} million characters, "
        f"{filled.distinct_words:,} distinct words, "
        f"{filled.mean_words:.0f} words on average, filled in {time.perf_counter() - started:.0f} s"
    )
    _compare(options, Asker(connection))


class Asker:
    """Asks the archive for pages as a server would: through all of its middleware, without a network."""

    def __init__(self, connection):
        self._connection = connection
        self._add_bare_view()
        self._handle = importlib.import_module("django.core.handlers.wsgi").WSGIHandler()
        importlib.import_module("logging").disable(importlib.import_module("logging").CRITICAL)

    @staticmethod
    def _add_bare_view() -> None:
        from django.http import HttpResponse
        from django.template import engines
        from django.urls import path

        import kzarchive.urls
        from articles.models import Version
        from kzarchive.http import public_page

        template = engines["django"].from_string(BARE)

        @public_page
        def bare(request, pid):
            return HttpResponse(template.render({"version": Version.objects.public().get(article__pid=pid, number=1)}))

        kzarchive.urls.urlpatterns.append(path("bare/<str:pid>/", bare))

    def __call__(self, path: str, etag: str = "") -> tuple[int, dict[str, str], int]:
        """Return status, headers and the number of bytes."""
        seen: list = []
        environment = {
            "REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": "", "SERVER_NAME": "127.0.0.1", "SERVER_PORT": "8000",
            "HTTP_HOST": "127.0.0.1:8000", "REMOTE_ADDR": "127.0.0.1", "wsgi.input": io.BytesIO(), "wsgi.url_scheme": "http",
            "wsgi.errors": sys.stderr,
        }  # fmt: skip
        if etag:
            environment["HTTP_IF_NONE_MATCH"] = etag
        response = self._handle(environment, lambda status, headers: seen.append((int(status[:3]), dict(headers))))
        size = sum(map(len, response))
        response.close()
        return *seen[0], size

    def statements(self, path: str, etag: str = "") -> int:
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(self._connection) as queries:
            self(path, etag)
        return len(queries)

    def milliseconds(self, paths: list[str], etags: list[str] | None = None, *, status: int = 200) -> float:
        """Return the CPU a request took on average. PostgreSQL's own, in another process, is not counted on either side."""
        started = time.process_time()
        answers = [self(path, etag) for path, etag in zip(paths, etags or [""] * len(paths), strict=True)]
        taken = time.process_time() - started
        assert {answer[0] for answer in answers} == {status}, {answer[0] for answer in answers}
        return taken * 1000 / len(paths)


def _compare(options: argparse.Namespace, ask: Asker) -> None:
    from articles.models import Article
    from articles.views import freshness

    pids = random.Random(2).sample(list(Article.objects.public().values_list("pid", flat=True)), options.pages)
    bare, pages = ([f"/{section}/{pid}/" for pid in pids] for section in ("bare", "articles"))
    ask(bare[0])
    first = ask.milliseconds(pages)
    etags = [ask(page)[1]["ETag"] for page in pages]
    ways = {
        "bare view": lambda: ask.milliseconds(bare),
        "page, made": lambda: _forgotten(freshness, pids) or ask.milliseconds(pages),
        "page, again": lambda: ask.milliseconds(pages),
        "304": lambda: ask.milliseconds(pages, etags, status=304),
    }
    measured: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(options.rounds):
        for name in list(ways)[:: 1 if number % 2 else -1]:
            ways["page, again"]()  # a round that forgot the pages makes none of the others make them
            measured[name].append(ways[name]())
    cost = {name: statistics.median(values) for name, values in measured.items()}
    _forgotten(freshness, pids)
    counts = {
        "bare view": ask.statements(bare[0]), "page, made": ask.statements(pages[0]),
        "page, again": ask.statements(pages[0]), "304": ask.statements(pages[0], etags[0]),
    }  # fmt: skip
    print(f"  {options.pages} articles chosen by chance, {ask(pages[0])[2] / 1000:.1f} kB of HTML; very first time {first:.2f} ms")
    for name, value in cost.items():
        print(f"  {name:12} {value:7.2f} ms CPU  {counts[name]:3} statements  {cost['bare view'] / value:5.2f} of the bare view's speed")
    print(f"  page, again / bare view: {cost['bare view'] / cost['page, again']:.2f} (asked: at least 0.5)")
    again, made = (cost[name] / cost["304"] for name in ("page, again", "page, made"))
    print(f"  304 / page, again: {again:.2f}; 304 / page, made: {made:.2f} (asked: at least 1.5)")
    for path in ("/", "/articles/", "/entities/kazakhstan/", "/publications/publication-7/", "/authors/author-7/", "/feed.atom",
                 "/entities/kazakhstan/feed.atom", "/sitemap.xml", "/sitemaps/articles-1.xml"):  # fmt: skip
        ask(path)
        times = [ask.milliseconds([path]) for _ in range(3)]
        print(f"  {path:34} {statistics.median(times):8.1f} ms CPU  {ask.statements(path):3} statements  {ask(path)[2] / 1000:8.1f} kB")


def _forgotten(freshness, pids: list[str]) -> None:
    for pid in pids:
        freshness._KEPT._drop(f"article {pid}")


if __name__ == "__main__":
    main()
