"""How fast captures come in through Django, beside a bare insert of the same text and the same files.

Run with ``make bench`` or ``python -m benchmarks.importing [--captures N] [--rounds N] [--databases sqlite,postgresql] [--flat N]``.
Each round writes one slice of the corpus both ways, in alternating order, in transactions of the same
size, every capture kept as a file that survives a power cut. Printed a database: corpus, statements,
both timings, their ratio. ``--flat N`` imports N captures by the command and prints the memory it holds.
"""

from __future__ import annotations

import argparse
import importlib
import io
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
_SCHEMA = (
    "CREATE TABLE raw_article (id {key}, pid TEXT NOT NULL UNIQUE, title TEXT, byline TEXT, published_on TEXT, language TEXT)",
    "CREATE TABLE raw_version (id {key}, article_id BIGINT NOT NULL, number INTEGER NOT NULL, body TEXT NOT NULL, kinds TEXT, sha256 TEXT NOT NULL)",
    "CREATE TABLE raw_capture (id {key}, article_id BIGINT NOT NULL, sha256 TEXT NOT NULL UNIQUE, size_bytes INTEGER NOT NULL, filename TEXT)",
)
_INSERTS = (
    "INSERT INTO raw_article (id, pid, title, byline, published_on, language) VALUES (%s, %s, %s, %s, %s, %s)",
    "INSERT INTO raw_version (id, article_id, number, body, kinds, sha256) VALUES (%s, %s, 1, %s, %s, %s)",
    "INSERT INTO raw_capture (id, article_id, sha256, size_bytes, filename) VALUES (%s, %s, %s, %s, %s)",
)


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

    corpus = list(captures(options.captures))
    distinct = {word for item in corpus for word in item.data.decode().split()}
    mean_words = statistics.mean(item.words for item in corpus)
    terms = editorial.Terms(by=User.objects.get(username="import"))
    names = editorial.KnownNames.current()
    today = timezone.now().date()
    with connection.cursor() as cursor:
        for sql in _SCHEMA:
            cursor.execute(sql.format(key="INTEGER PRIMARY KEY" if connection.vendor == "sqlite" else "BIGINT PRIMARY KEY"))

    statements = {"django": 0, "raw": 0}
    wall: dict[str, list[float]] = {"reading": [], "django": [], "raw": []}
    cpu: dict[str, list[float]] = {"reading": [], "django": [], "raw": []}
    size = -(-len(corpus) // options.rounds)
    for round_number in range(options.rounds):
        part = corpus[round_number * size : (round_number + 1) * size]
        with _Timed(wall["reading"], cpu["reading"]):
            prepared = [editorial.prepare(item.name, item.data, names=names, today=today) for item in part]
        batches = [prepared[at : at + BATCH] for at in range(0, len(prepared), BATCH)]
        ways = ["django", "raw"] if round_number % 2 == 0 else ["raw", "django"]
        for way in ways:
            with connection.execute_wrapper(_Counting(statements, way)), _Timed(wall[way], cpu[way]):
                for number, batch in enumerate(batches):
                    if way == "django":
                        editorial.bring_in(batch, terms)
                    else:
                        _insert_raw(connection, batch, first_id=round_number * size + number * BATCH + 1)

    words = f"{len(corpus)} captures, {mean_words:.0f} words each, {len(distinct)} distinct words"
    sys.stdout.write(f"\n{connection.display_name}: {words}; {options.rounds} rounds, transactions of {BATCH}\n")
    sys.stdout.write(f"{'':34}{'wall s':>9}{'CPU s':>9}{'captures/s':>12}{'SQL a capture':>15}\n")
    labels = {"raw": "bare insert of the same rows, files", "django": "record, capture, version, history", "reading": "reading (no database)"}
    for way, label in labels.items():
        total, used = sum(wall[way]), sum(cpu[way])
        count = f"{statements[way] / len(corpus):.2f}" if way in statements else "-"
        sys.stdout.write(f"{label:34}{total:9.2f}{used:9.2f}{len(corpus) / total:12.0f}{count:>15}\n")
    for name, figures in (("wall", wall), ("CPU", cpu)):
        ratios = [raw / django for raw, django in zip(figures["raw"], figures["django"], strict=True)]
        sys.stdout.write(f"rate through Django / bare rate, {name}: median {statistics.median(ratios):.2f}, {min(ratios):.2f} to {max(ratios):.2f}\n")
    whole = [raw / (django + reading) for raw, django, reading in zip(wall["raw"], wall["django"], wall["reading"], strict=True)]
    sys.stdout.write(f"the same with reading, names and near-duplicates counted, wall: median {statistics.median(whole):.2f}\n")


def _insert_raw(connection, batch, *, first_id: int) -> None:
    from django.conf import settings
    from django.db import transaction
    from django.test import override_settings

    from articles import store
    from kzarchive.addresses import pids

    drafts = [item.draft for item in batch]
    ids = range(first_id, first_id + len(batch))
    # Files of its own: in a store that holds the bytes already, whoever comes second would write nothing.
    beside = override_settings(CAPTURES_DIR=settings.DATA_DIR / "raw-captures")
    with beside, store.locked(), transaction.atomic(), connection.cursor() as cursor:
        for item in batch:
            store.put(item.data)
        cursor.executemany(
            _INSERTS[0], [(i, f"{pids.draw()}{i}", d.title, d.byline, d.published_on, d.language) for i, d in zip(ids, drafts, strict=True)]
        )
        cursor.executemany(_INSERTS[1], [(i, i, d.body, d.kinds, item.sha256) for i, d, item in zip(ids, drafts, batch, strict=True)])
        cursor.executemany(_INSERTS[2], [(i, i, item.sha256, len(item.data), item.name) for i, item in zip(ids, batch, strict=True)])


def _flat(options: argparse.Namespace) -> None:
    from django.core.management import call_command

    with tempfile.TemporaryDirectory(prefix="kzarchive-captures-") as folder:
        for item in captures(options.flat, seed=2):
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
