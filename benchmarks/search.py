"""How fast a search is, beside the raw engine's own query over the same texts, and whether its answers are exact.

Run with ``make bench`` or ``python -m benchmarks.search [--articles 20000] [--queries N] [--databases sqlite,postgresql] [--kept DIRECTORY]``.
Ours is the whole request through all middleware: names looked up, count, nine facets, 20 excerpts, HTML. The floor is what
``benchmarks.floor`` says. Both are asked for the same words, in alternating order; the time is that of the processors, of this process
and of the one that answers for PostgreSQL, because a busy machine is no part of it; the wall is printed beside it. Frequent,
rare, several words, phrases, beginnings of words, words that no text has, and filters (the floor then is the same words without).

Printed besides: statements a request, bytes of the largest page, memory of a worker after all the searches, size of the
database file beside the texts; every count, every facet and the order against hits counted and sorted one by one; and what is
asked to be slow on purpose, which nobody is to wait a second for.
"""

from __future__ import annotations

import argparse
import importlib
import itertools
import os
import random
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlencode

from . import databases
from .corpus import vocabulary

SHOWN = 20
MOST_RATIO = 1.5
KINDS = ("frequent", "rare", "two words", "three words", "phrase", "beginning", "none", "filtered")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3, help="Of each query the quickest of so many is taken, on either side.")
    parser.add_argument("--checked", type=int, default=40, help="How many queries are held against hits counted one by one.")
    databases.arguments(parser)
    options = parser.parse_args()
    if options.inside:
        _inside(options)
    else:
        databases.in_each("benchmarks.search", options, label=str(options.articles))


def _inside(options: argparse.Namespace) -> None:
    databases.ready()
    importlib.import_module("django.core.management").call_command("collectstatic", verbosity=0, interactive=False)
    started = time.perf_counter()
    filled = importlib.import_module("benchmarks.archive").kept(options.articles)
    database = importlib.import_module("django.db").connection
    print(
        f"\n{database.vendor}: {filled.articles:,} articles, {filled.mean_words:.0f} words on average, {filled.distinct_words:,} distinct words, "
        f"{filled.bytes / 1e6:.1f} MB of titles and texts; filled and indexed in {time.perf_counter() - started:.0f} s",
        flush=True,
    )
    if database.vendor == "sqlite":
        size = Path(database.settings_dict["NAME"]).stat().st_size
        print(f"  database file / text: {size / filled.bytes:.2f} (asked: at most 2.6)")
    asked = list(itertools.islice(_questions(), options.queries))
    _compare(options, asked)
    _check(asked[: options.checked])
    _worst()
    print(f"  memory of a worker after {options.queries} searches: {_worker(asked):.0f} MB (asked: at most 140)", flush=True)


def _questions() -> Iterator[tuple[str, dict[str, str]]]:
    """Yield (kind, parameters of the address) of queries, the kinds in turn."""
    chance = random.Random(3)
    words = vocabulary()

    def word(first: int, last: int) -> str:
        return words[chance.randrange(first, last)]

    made: dict[str, Callable[[], dict[str, str]]] = {
        "frequent": lambda: {"q": word(0, 30)},
        "rare": lambda: {"q": word(2_000, 30_000)},
        "two words": lambda: {"q": f"{word(0, 100)} {word(0, 400)}"},
        "three words": lambda: {"q": f"{word(0, 60)} {word(0, 300)} {word(100, 1_000)}"},
        "phrase": lambda: {"q": f'"{word(0, 40)} {word(0, 40)}"'},
        "beginning": lambda: {"q": f"{word(3_000, 20_000)[:5]}*"},
        "none": lambda: {"q": f"{word(0, 400)} {word(3_000, 20_000)}qx"},
        "filtered": lambda: {"q": word(0, 200), **chance.choice([{"from": (year := str(chance.randrange(1995, 2020))), "to": year},
                                                                   {"publication": f"publication-{chance.randrange(200)}"}, {"language": "en"}])},
    }  # fmt: skip
    for kind in itertools.cycle(KINDS):
        yield kind, made[kind]()


def _compare(options: argparse.Namespace, asked: list[tuple[str, dict[str, str]]]) -> None:
    from django.conf import settings
    from django.db import connection

    from articles.models import Version
    from articles.views import search as search_page
    from benchmarks.asking import Asker
    from benchmarks.floor import PostgresFloor, SQLiteFloor

    texts = ((pk, record["title"], body) for pk, record, body in Version.objects.values_list("article", "record", "body").iterator())
    if connection.vendor == "sqlite":
        floor = SQLiteFloor(settings.DATA_DIR / "floor.sqlite3", texts)
    else:
        floor = PostgresFloor(os.environ["DATABASE_URL"], texts)
    patience, search_page.PATIENCE_SECONDS = search_page.PATIENCE_SECONDS, 60  # what is measured is not to be broken off
    ask = Asker()
    ask("/search/", q="nothing")
    spent = {"ours": databases.Cpu(connection.connection.info.backend_pid if floor.pid else None), "floor": databases.Cpu(floor.pid)}
    ways = {"ours": lambda query: ask("/search/", **query), "floor": lambda query: floor(query["q"])}
    cpu: dict[str, dict[str, list[float]]] = {name: defaultdict(list) for name in ways}
    wall: dict[str, list[float]] = {name: [] for name in ways}
    sizes, hits = [], []
    for number, (kind, query) in enumerate([*asked[: len(KINDS)], *asked]):  # the first few only warm up
        least = dict.fromkeys(ways, (float("inf"), float("inf")))
        for turn in range(options.rounds):
            for name in list(ways)[:: 1 if (number + turn) % 2 else -1]:
                begin, began = time.perf_counter(), spent[name]()
                answer = ways[name](query)
                least[name] = min(least[name], (1000 * (spent[name]() - began), 1000 * (time.perf_counter() - begin)))
                if name == "ours":
                    assert answer[0] == 200, (query, answer[0])
                    sizes.append(answer[2])
        if number >= len(KINDS):
            hits.append(answer if isinstance(answer, int) else 0)
            for name in ways:
                cpu[name][kind].append(least[name][0])
                wall[name].append(least[name][1])
    search_page.PATIENCE_SECONDS = patience
    print(f"  {'milliseconds of CPU':24}{'ours mean':>10}{'floor':>8}{'ratio':>7}{'ours p95':>10}{'floor':>8}{'ratio':>7}")
    every = {name: [one for kind in KINDS for one in cpu[name][kind]] for name in ways}
    for label, ours, theirs in (*((kind, cpu["ours"][kind], cpu["floor"][kind]) for kind in KINDS), ("all", every["ours"], every["floor"])):
        print(f"  {label:24}{_line(ours, theirs)}")
    print(f"  {'all, on the wall':24}{_line(wall['ours'], wall['floor'])}")
    print(f"  asked: p95 at most {MOST_RATIO} of the floor's; here {_p95(every['ours']) / _p95(every['floor']):.2f}")
    print(
        f"  the largest page: {max(sizes):,} bytes (asked: at most 40,000); {ask.statements('/search/', **asked[2][1])} statements a request",
        flush=True,
    )


def _line(ours: list[float], theirs: list[float]) -> str:
    means, ends = (statistics.mean(ours), statistics.mean(theirs)), (_p95(ours), _p95(theirs))
    return f"{means[0]:10.1f}{means[1]:8.1f}{means[0] / means[1]:7.2f}{ends[0]:10.1f}{ends[1]:8.1f}{ends[0] / ends[1]:7.2f}"


def _p95(figures: list[float]) -> float:
    return sorted(figures)[int(0.95 * len(figures))]


def _check(asked: list[tuple[str, dict[str, str]]]) -> None:
    """Hold counts, facets and order against all texts, each looked at by itself."""
    import django.http

    from articles.forms import SearchForm
    from articles.models import Article, PublicDocument, Version
    from articles.search import find
    from articles.search.backends import backend
    from articles.search.documents import LISTED, Part, listed_tag, tags_of
    from articles.search.finding import FACETS
    from articles.search.marking import Marker
    from kzarchive.text import terms

    letters = {kind: letter for letter, kind in FACETS.items()}
    days = dict(Article.objects.values_list("pk", "published_latest"))
    tags = {pk: tags_of(bytes(codes), language) for pk, codes, language in PublicDocument.objects.values_list("pk", "codes", "language")}
    texts = {}
    for pk, record, body in Version.objects.values_list("article", "record", "body").iterator():
        further = [record["abstract"] or "", *(author["name"] for author in record["authors"])]
        texts[pk] = (terms(record["title"], "en"), [terms(text) for text in further], terms(body, "en"))
    wrong = []
    for kind, query in asked:
        data = django.http.QueryDict(urlencode({**query, "names": "off"}))
        search = SearchForm(data).search
        marker = Marker.of(search.query.root)
        needed = len(query["q"].split()) if kind != "phrase" else 1
        tier = {pk: found for pk, text in texts.items() if (found := _tier(marker, text, needed))}
        wanted = _wanted_tags(search)
        tier = {pk: found for pk, found in tier.items() if all(tags[pk] and set(some) & set(tags[pk]) for some in wanted)}
        found = find(search, limit=SHOWN)
        counted = {
            listed_tag(facet, value) if facet in LISTED else letters[facet] + value: count
            for facet, pairs in found.facets.items()
            for value, count in pairs
        }
        real = Counter(tag for pk in tier for tag in tags[pk])
        engine = backend()
        scores = dict(_scores(engine, Part.PUBLIC, search)) if tier else {}
        best = sorted(tier, key=lambda pk: (tier[pk], -scores[pk], -days[pk].toordinal(), -pk))[:SHOWN]
        if (found.total, counted, list(found.ids)) != (len(tier), dict(real), best):
            wrong.append((kind, query, found.total, len(tier), counted == dict(real), list(found.ids) == best))
    print(
        f"  counts, facets and the order of the first {SHOWN} held against every text: {len(asked) - len(wrong)} of {len(asked)} equal",
        *wrong[:3],
        flush=True,
    )


def _wanted_tags(search) -> list[list[str]]:
    from articles.models import Publication

    wanted = []
    if search.days.earliest:
        wanted.append([f"y{search.days.earliest.year}"])
    if search.publications:
        wanted.append([f"p{pk}" for pk in Publication.objects.filter(slug__in=search.publications).values_list("pk", flat=True)])
    if search.languages:
        wanted.append([f"l{language}" for language in search.languages])
    return wanted


def _scores(engine, part, search) -> list[tuple[int, float]]:
    """Return (primary key, score) of every hit, asked of the engine in one plain statement."""
    from articles.search.backends.walk import ROWS, WORDS
    from articles.search.finding import _asked

    _, root, days = _asked(search, for_desk=False)
    whole = engine.expression(root)
    hits, params = engine._hits(part, days, whole)
    names = {"words": WORDS[part], "rows": ROWS[part]}
    return engine.execute(f"SELECT {engine.KEY.format(**names)}, {engine.SCORE.format(**names)} FROM {hits}", [*engine.scored(whole), *params])


def _tier(marker, text: tuple[list[str], list[list[str]], list[str]], needed: int) -> int:
    """Return where all that is asked for stands together: 1 in the title, 2 in the record, 3 in the text, 0 nowhere."""
    title, further, body = text
    columns = ([title], [title, *further], [title, *further, body])
    return next((place for place, some in enumerate(columns, start=1) if _holds(marker, some, needed)), 0)


def _holds(marker, columns: list[list[str]], needed: int) -> bool:
    if marker.phrases:
        return any(tuple(column[i : i + len(p)]) == p for p in marker.phrases for column in columns for i in range(len(column) - len(p) + 1))
    everything = {term for column in columns for term in column}
    if marker.prefixes:
        return any(term.startswith(marker.prefixes) or term in marker.words for term in everything)
    return len(marker.words) >= min(needed, len(marker.words)) and marker.words <= everything


def _worst() -> None:
    """Ask what is hardest to answer, through the whole request, and print how long the slowest took on the wall."""
    from benchmarks.asking import Asker

    words = vocabulary()
    frequent = words[:60]
    hardest = {
        "the most frequent word": frequent[0], "thirty frequent words": " ".join(frequent[:30]), "all of them, OR": " OR ".join(frequent[:40]),
        "three letters": "kha*", "four beginnings": "kha* OR sho* OR tro* OR mai*", "a long phrase": f'"{" ".join(frequent[:30])}"',
        "not": f"-{frequent[50]}", "10,000 characters": "a " * 5_000, "one letter": "a*", "misspelt": "kazakstann qwertyuiop",
    }  # fmt: skip
    ask = Asker()
    taken = {}
    for name, query in hardest.items():
        begin = time.perf_counter()
        status = ask("/search/", q=query)[0]
        taken[name] = (1000 * (time.perf_counter() - begin), status)
    slowest = sorted(taken.items(), key=lambda pair: -pair[1][0])
    print("  the hardest, on the wall: " + "; ".join(f"{name} {spent:.0f} ms ({status})" for name, (spent, status) in slowest), flush=True)


def _worker(asked: list[tuple[str, dict[str, str]]]) -> float:
    """Start the server, ask it everything, and return the memory, in MB, of the larger of its workers that no other shares."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "PORT": str(port)}
    with subprocess.Popen(
        [sys.executable, "-m", "kzarchive.server"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            for _ in range(100):
                try:
                    urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5).close()
                    break
                except (urllib.error.URLError, ConnectionError):
                    time.sleep(0.2)
            for _, query in asked:
                with suppress(urllib.error.HTTPError):  # one that is broken off on a busy machine has taken its memory all the same
                    urllib.request.urlopen(f"http://127.0.0.1:{port}/search/?{urlencode(query)}", timeout=30).close()
            return max(_memory(pid) for pid in _children(server.pid))
        finally:
            server.terminate()


def _children(pid: int) -> list[int]:
    """Return the process ``pid`` and all that it started."""
    found = [pid]
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        found += [one for child in path.read_text(encoding="ascii").split() for one in _children(int(child))]
    return found


def _memory(pid: int) -> float:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith("Pss:")).split()[1]) / 1024


if __name__ == "__main__":
    main()
