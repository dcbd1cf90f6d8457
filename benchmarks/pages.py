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
import random
import statistics
import time

from benchmarks import databases

BARE = """<!doctype html><html lang="en"><head><title>{{ version.record.title }}</title></head>
<body><h1>{{ version.record.title }}</h1>{{ version.body|linebreaks }}</body></html>"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--pages", type=int, default=100, help="How many of them are asked for, chosen by chance.")
    parser.add_argument("--rounds", type=int, default=6)
    databases.arguments(parser)
    options = parser.parse_args()
    if options.inside:
        _inside(options)
        return
    databases.in_each("benchmarks.pages", options, label=str(options.articles))


def _inside(options: argparse.Namespace) -> None:
    """Run in a process of its own, with Django set up for one database."""
    databases.ready()
    call_command = importlib.import_module("django.core.management").call_command
    call_command("collectstatic", verbosity=0, interactive=False)
    started = time.perf_counter()
    filled = importlib.import_module("benchmarks.archive").kept(options.articles)
    connection = importlib.import_module("django.db").connection
    print(
        f"\n{connection.vendor}: {filled.articles:,} articles, {filled.characters / 1e6:.0f} million characters, "
        f"{filled.distinct_words:,} distinct words, "
        f"{filled.mean_words:.0f} words on average, filled in {time.perf_counter() - started:.0f} s"
    )
    _add_bare_view()
    _compare(options, importlib.import_module("benchmarks.asking").Asker())


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


def _milliseconds(ask, paths: list[str], etags: list[str] | None = None, *, status: int = 200) -> float:
    """Return the CPU a request took on average. PostgreSQL's own, in another process, is not counted on either side."""
    started = time.process_time()
    answers = [ask(path, etag=etag) for path, etag in zip(paths, etags or [""] * len(paths), strict=True)]
    taken = time.process_time() - started
    assert {answer[0] for answer in answers} == {status}, {answer[0] for answer in answers}
    return taken * 1000 / len(paths)


def _compare(options: argparse.Namespace, ask) -> None:
    from articles.models import Article
    from articles.views import freshness

    pids = random.Random(2).sample(list(Article.objects.public().values_list("pid", flat=True)), options.pages)
    bare, pages = ([f"/{section}/{pid}/" for pid in pids] for section in ("bare", "articles"))
    ask(bare[0])
    first = _milliseconds(ask, pages)
    etags = [ask(page)[1]["ETag"] for page in pages]
    ways = {
        "bare view": lambda: _milliseconds(ask, bare),
        "page, made": lambda: _forgotten(freshness, pids) or _milliseconds(ask, pages),
        "page, again": lambda: _milliseconds(ask, pages),
        "304": lambda: _milliseconds(ask, pages, etags, status=304),
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
        "page, again": ask.statements(pages[0]), "304": ask.statements(pages[0], etag=etags[0]),
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
        times = [_milliseconds(ask, [path]) for _ in range(3)]
        print(f"  {path:34} {statistics.median(times):8.1f} ms CPU  {ask.statements(path):3} statements  {ask(path)[2] / 1000:8.1f} kB")


def _forgotten(freshness, pids: list[str]) -> None:
    for pid in pids:
        freshness._KEPT._drop(f"article {pid}")


if __name__ == "__main__":
    main()
