"""How long one new capture takes to be held against the whole archive, and how many near-duplicates are found, by how near they are.

Run with ``make bench`` or ``python -m benchmarks.duplicates [--articles N] [--databases sqlite,postgresql]``. The archive is filled with
generated prose, every text with a sentence of its site's own at the end, as pages have. Near-duplicates are made of its texts by
exchanging, dropping and adding words and whole paragraphs, and sorted by their true resemblance. Timed is the question and the
decision, with the texts that are compared in full; the same captures are timed in a small archive first, and the ratio is printed.
"""

from __future__ import annotations

import argparse
import importlib
import itertools
import random
import statistics
import sys
import time
from collections.abc import Iterator

from benchmarks import databases
from benchmarks.corpus import captures, vocabulary

BATCH = 1000
SMALL = 1000
SITES = 40
EDGES = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--probes", type=int, default=600, help="near-duplicates to look for; a third as many new texts are looked for too")
    databases.arguments(parser)
    options = parser.parse_args()
    if options.inside:
        _inside(options)
        return
    databases.in_each("benchmarks.duplicates", options)


def _texts(count: int, *, seed: int) -> Iterator[tuple[str, str]]:
    """Yield (title, text), each text with the sentence of one of the sites below it."""
    chance = random.Random(seed)
    words = vocabulary()
    ends = [" ".join(chance.choices(words[:3000], k=18)).capitalize() + "." for _ in range(SITES)]
    for number, capture in enumerate(captures(count, seed=seed)):
        title, _, _, *paragraphs = capture.data.decode().strip().split("\n\n")
        yield title, "\n\n".join([*paragraphs, ends[number % SITES]])


def _changed(text: str, share: float, chance: random.Random, words: list[str]) -> str:
    """Return ``text`` with about ``share`` of its words exchanged, dropped or added, in places or as whole paragraphs."""
    paragraphs = text.split("\n\n")
    if chance.random() < 0.3 and len(paragraphs) > 3:
        del paragraphs[chance.randrange(len(paragraphs) - 1)]
    out = []
    for paragraph in paragraphs:
        kept = []
        for word in paragraph.split():
            kind = chance.random()
            if kind >= share:
                kept.append(word)
            elif kind < share / 3:
                kept.append(chance.choice(words))
            elif kind < 2 * share / 3:
                kept += [word, chance.choice(words)]
        out.append(" ".join(kept))
    return "\n\n".join(out)


def _inside(options: argparse.Namespace) -> None:
    """Run in a process of its own, with Django set up for one database."""
    importlib.import_module("django").setup()
    importlib.import_module("django.core.management").call_command("migrate", verbosity=0)
    from django.db import connection

    from articles.editorial import Prepared
    from articles.ingest.sketch import resemblance, shingles
    from kzarchive.text import sameness_key

    chance = random.Random(7)
    words = vocabulary()
    corpus = _texts(options.articles, seed=1)
    stored: dict[str, str] = {}
    small = min(SMALL, options.articles)
    _fill(corpus, small, stored)

    def prepared(text: str) -> Prepared:
        item = Prepared("x.txt", b"", f"{chance.getrandbits(256):064x}")
        item.shingles, item.sameness_key = shingles(text), sameness_key(text)
        return item

    first = list(stored.items())
    probes = [(pid, prepared(_changed(text, chance.choice((0.01, 0.04)), chance, words))) for pid, text in chance.sample(first, min(100, small))]
    news = [prepared(text) for _, text in _texts(options.probes // 3, seed=99)]
    _time(probes, news)  # everything loaded once
    before, _, _ = _time(probes, news)
    _fill(corpus, options.articles - small, stored)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    after, statements, _ = _time(probes, news)

    sys.stdout.write(f"\n{connection.display_name}: {len(stored):,} articles, a sentence on the pages of each of {SITES} sites\n")
    sys.stdout.write(f"{'one capture against':>24}{'median ms':>11}{'p95 ms':>9}{'most ms':>9}{'SQL':>7}\n")
    for size, seconds in ((small, before), (len(stored), after)):
        ordered = sorted(seconds)
        figures = (statistics.median(ordered), ordered[int(0.95 * len(ordered))], ordered[-1])
        sys.stdout.write(f"{size:>16,} articles" + "".join(f"{1000 * f:>9.1f}  " for f in figures) + f"{statements / len(seconds):>5.1f}\n")
    sys.stdout.write(f"ratio of the medians {statistics.median(after) / statistics.median(before):.2f}\n")

    found: dict[float, list[bool]] = {edge: [] for edge in EDGES[:-1]}
    for pid, text in chance.sample(sorted(stored.items()), min(options.probes, len(stored))):
        item = prepared(_changed(text, chance.choice((0.002, 0.005, 0.01, 0.02, 0.03, 0.04, 0.05, 0.06)), chance, words))
        near = resemblance(item.shingles, shingles(text))
        edge = max((edge for edge in EDGES[:-1] if edge <= near), default=None)
        if edge is not None and near < 1:
            found[edge].append(_decide(item).duplicate_of == pid)
    sys.stdout.write("near-duplicates found, by resemblance\n")
    for edge, after_edge in itertools.pairwise(EDGES):
        hits = found[edge]
        note = "  (from 0.60 on they are to be found)" if edge == 0.5 else ""
        sys.stdout.write(f"{edge:>10.2f} to {after_edge:.2f}: {sum(hits):>4} of {len(hits):>4}{note}\n")
    wrong = sum(_decide(item).status != "new" for item in news)
    sys.stdout.write(f"new texts taken for near-duplicates: {wrong} of {len(news)}\n")


def _fill(corpus: Iterator[tuple[str, str]], count: int, stored: dict[str, str]) -> None:
    from django.db import transaction

    from articles.ingest.sketch import shingles, sketch
    from articles.models import Article, Sketch, Version
    from kzarchive.addresses.models import new_pids

    while count > 0:
        batch = [text for _, text in zip(range(min(BATCH, count)), corpus, strict=False)]
        count -= len(batch)
        with transaction.atomic():
            articles = [Article(pid=pid, title=title) for pid, (title, _) in zip(new_pids(len(batch)), batch, strict=True)]
            versions = []
            for article, (_, body) in zip(articles, batch, strict=True):
                article.prepare()
                stored[article.pid] = body
            Article.objects.bulk_create(articles)
            for article in articles:
                body = stored[article.pid]
                versions.append(Version(article=article, number=1, body=body, kinds="p" * (body.count("\n\n") + 1)))
                versions[-1].prepare()
            Version.objects.bulk_create(versions)
            Sketch.objects.write([(article.pk, value) for article in articles for value in sketch(shingles(stored[article.pid]))])


def _decide(item):
    from articles.editorial import Comparison

    comparison = Comparison()
    comparison.ask([item])
    return comparison.decide(item)


def _time(probes, news) -> tuple[list[float], int, int]:
    """Return the seconds that each decision took, the statements of all, and how many of ``probes`` were found."""
    from django.db import connection

    seconds, hits, statements = [], 0, 0

    def counted(execute, sql, params, many, context):
        nonlocal statements
        statements += 1
        return execute(sql, params, many, context)

    order = [(pid, item) for pid, item in probes] + [(None, item) for item in news]
    random.Random(3).shuffle(order)
    with connection.execute_wrapper(counted):
        for pid, item in order:
            begin = time.perf_counter()
            outcome = _decide(item)
            seconds.append(time.perf_counter() - begin)
            hits += pid is not None and outcome.duplicate_of == pid
    return seconds, statements, hits


if __name__ == "__main__":
    main()
