"""How fast captures come in through Django, beside a bare insert of the same text and the same files.

Run with ``make bench`` or ``python -m benchmarks.importing [--captures N] [--rounds N] [--databases sqlite,postgresql] [--flat N]``.
Each round writes one slice of the corpus through Django and by two bare writers, in alternating order, in transactions of the same
size, every capture kept as a file that survives a power cut. Printed a database: corpus, statements,
all timings, their ratios. ``--flat N`` imports N captures by the command and prints the memory it holds.
"""

from __future__ import annotations

import argparse
import importlib
import io
import itertools
import json
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import databases
from benchmarks.corpus import captures

BATCH = 20
_TABLES = (
    "{way}_article (id {key}, pid TEXT NOT NULL UNIQUE, title TEXT, byline TEXT, published_on TEXT, language TEXT)",
    "{way}_version (id {key}, article_id BIGINT NOT NULL, number INTEGER NOT NULL, body TEXT NOT NULL, kinds TEXT, sha256 TEXT NOT NULL)",
    "{way}_capture (id {key}, article_id BIGINT NOT NULL, sha256 TEXT NOT NULL UNIQUE, size_bytes INTEGER NOT NULL, filename TEXT)",
)
_INSERTS = (
    "INSERT INTO {way}_article (id, pid, title, byline, published_on, language) VALUES (%s, %s, %s, %s, %s, %s)",
    "INSERT INTO {way}_version (id, article_id, number, body, kinds, sha256) VALUES (%s, %s, 1, %s, %s, %s)",
    "INSERT INTO {way}_capture (id, article_id, sha256, size_bytes, filename) VALUES (%s, %s, %s, %s, %s)",
)
# Two bare writers: one that keeps one file after the other, as whoever writes a few lines would, and one that waits for all at once, as imports do.
BARE = {"raw": "bare insert of the same rows, files", "raw_at_once": "the same, all files waited for once"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--captures", type=int, default=3000)
    parser.add_argument("--rounds", type=int, default=6)
    databases.arguments(parser)
    parser.add_argument("--flat", type=int, default=0, metavar="N", help="Import N captures by the command and print the memory held.")
    options = parser.parse_args()
    if options.inside:
        _inside(options)
        return
    databases.in_each("benchmarks.importing", options, inside=("compare", *(["flat"] if options.flat else [])))


def _inside(options: argparse.Namespace) -> None:
    """Run in a process of its own, with Django set up for one database."""
    databases.ready()
    starter = importlib.import_module("entities.starter")
    starter.load()
    if options.inside == "compare":
        _compare(options)
    else:
        _flat(options)


def _compare(options: argparse.Namespace) -> None:
    from django.contrib.auth.models import User
    from django.db import connection
    from django.utils import timezone

    from articles import editorial

    with connection.cursor() as cursor:
        key = "INTEGER PRIMARY KEY" if connection.vendor == "sqlite" else "BIGINT PRIMARY KEY"
        for way, table in itertools.product(BARE, _TABLES):
            cursor.execute(f"CREATE TABLE IF NOT EXISTS {table.format(way=way, key=key)}")
        cursor.execute("SELECT COALESCE(MAX(id), 0) FROM raw_article")
        held = cursor.fetchone()[0]  # by an archive that was kept: what is written now is other pages, and comes after them
    corpus = list(captures(options.captures, seed=1 + held))
    distinct = {word for item in corpus for word in item.data.decode().split()}
    mean_words = statistics.mean(item.words for item in corpus)
    terms = editorial.Terms(by=User.objects.get(username="import"))
    names = editorial.KnownNames.current()
    today = timezone.now().date()
    ways = ["django", *BARE]
    statements = dict.fromkeys(ways, 0)
    wall: dict[str, list[float]] = {way: [] for way in ("reading", *ways)}
    cpu: dict[str, list[float]] = {way: [] for way in ("reading", *ways)}
    size = -(-len(corpus) // options.rounds)
    for round_number in range(options.rounds):
        part = corpus[round_number * size : (round_number + 1) * size]
        with _Timed(wall["reading"], cpu["reading"]):
            prepared = [editorial.prepare(item.name, item.data, names=names, today=today) for item in part]
        batches = [prepared[at : at + BATCH] for at in range(0, len(prepared), BATCH)]
        for way in ways if round_number % 2 == 0 else reversed(ways):
            with connection.execute_wrapper(_Counting(statements, way)), _Timed(wall[way], cpu[way]):
                for number, batch in enumerate(batches):
                    if way == "django":
                        editorial.bring_in(batch, terms)
                    else:
                        _insert_raw(connection, way, batch, first_id=held + round_number * size + number * BATCH + 1)

    words = f"{len(corpus)} captures, {mean_words:.0f} words each, {len(distinct)} distinct words"
    sys.stdout.write(f"\n{connection.display_name}: {words}; {options.rounds} rounds, transactions of {BATCH}\n")
    sys.stdout.write(f"{'':34}{'wall s':>9}{'CPU s':>9}{'captures/s':>12}{'SQL a capture':>15}\n")
    labels = {**BARE, "django": "record, capture, version, history", "reading": "reading (no database)"}
    for way, label in labels.items():
        total, used = sum(wall[way]), sum(cpu[way])
        count = f"{statements[way] / len(corpus):.2f}" if way in statements else "-"
        sys.stdout.write(f"{label:34}{total:9.2f}{used:9.2f}{len(corpus) / total:12.0f}{count:>15}\n")
    for way, (name, figures) in itertools.product(BARE, (("wall", wall), ("CPU", cpu))):
        ratios = [raw / django for raw, django in zip(figures[way], figures["django"], strict=True)]
        spread = f"median {statistics.median(ratios):.2f}, {min(ratios):.2f} to {max(ratios):.2f}"
        sys.stdout.write(f"rate through Django / {way.replace('_', ' ')} rate, {name}: {spread}\n")
    whole = [raw / (django + reading) for raw, django, reading in zip(wall["raw"], wall["django"], wall["reading"], strict=True)]
    sys.stdout.write(f"the same with reading, names and near-duplicates counted, wall: median {statistics.median(whole):.2f}\n")


def _insert_raw(connection, way: str, batch, *, first_id: int) -> None:
    from django.conf import settings
    from django.db import transaction
    from django.test import override_settings

    from articles import store
    from kzarchive.addresses import pids

    drafts = [item.draft for item in batch]
    ids = range(first_id, first_id + len(batch))
    # Files of its own: in a store that holds the bytes already, whoever comes second would write nothing.
    beside = override_settings(CAPTURES_DIR=settings.DATA_DIR / f"{way}-captures")
    articles, versions, kept = (insert.format(way=way) for insert in _INSERTS)
    with beside, store.locked(), transaction.atomic(), connection.cursor() as cursor:
        if way == "raw_at_once":
            store.put_all(item.data for item in batch)
        else:
            for item in batch:
                store.put(item.data)
        cursor.executemany(
            articles, [(i, f"{pids.draw()}{i}", d.title, d.byline, d.published_on, d.language) for i, d in zip(ids, drafts, strict=True)]
        )
        cursor.executemany(versions, [(i, i, d.body, d.kinds, item.sha256) for i, d, item in zip(ids, drafts, batch, strict=True)])
        cursor.executemany(kept, [(i, i, item.sha256, len(item.data), item.name) for i, item in zip(ids, batch, strict=True)])


def _flat(options: argparse.Namespace) -> None:
    from django.core.management import call_command

    from articles.models import Capture

    with tempfile.TemporaryDirectory(prefix="kzarchive-captures-") as folder:
        for item in captures(options.flat, seed=2 + 1_000_000 * (1 + Capture.objects.count())):  # other pages than an archive that was kept has
            Path(folder, item.name).write_bytes(item.data)
        out = _Sampling(options.flat)
        started = time.perf_counter()
        call_command("import_articles", folder, stdout=out, stderr=io.StringIO())
        seconds = time.perf_counter() - started
    sys.stdout.write(f"import_articles, {options.flat} captures: {seconds:.0f} s, {options.flat / seconds:.0f} captures/s\n")
    sys.stdout.write(f"resident memory, MB: {json.dumps(out.samples)}\n")


class _Sampling:
    """Standard output of the command: counts its lines and reads the memory of the process every so many."""

    def __init__(self, total: int):
        self.lines = 0
        self.every = max(1, total // 20)
        self.samples: dict[int, int] = {}

    def write(self, text: str) -> None:
        self.lines += text.startswith(("new", "near", "same"))
        if self.lines and self.lines % self.every == 0:
            with open("/proc/self/statm") as file:
                self.samples[self.lines] = int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 2**20

    def flush(self) -> None:
        pass


class _Timed:
    def __init__(self, wall: list[float], cpu: list[float]):
        self.wall, self.cpu = wall, cpu

    def __enter__(self):
        self.started = time.perf_counter(), time.process_time()

    def __exit__(self, *exception):
        self.wall.append(time.perf_counter() - self.started[0])
        self.cpu.append(time.process_time() - self.started[1])


class _Counting:
    def __init__(self, counts: dict[str, int], way: str):
        self.counts, self.way = counts, way

    def __call__(self, execute, sql, params, many, context):
        self.counts[self.way] += 1
        return execute(sql, params, many, context)


if __name__ == "__main__":
    main()
