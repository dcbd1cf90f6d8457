"""How fast a search is, beside the raw engine's own query over the same texts, and whether its answers are exact.

Run with ``python -m benchmarks.search [COUNT] [--queries N]``; DATABASE_URL names a PostgreSQL database to be filled, else SQLite is
measured, in a directory of its own. The floor is what the engine itself offers for the texts as they stand: FTS5 with its porter
tokenizer, the best 20 by bm25 with snippet() and an exact count; in PostgreSQL to_tsvector, ts_rank_cd, ts_headline and a count.
Ours is the whole request: count, six facets, 20 excerpts, HTML.
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import logging
import os
import random
import statistics
import tempfile
import time
from collections import Counter
from pathlib import Path

from .corpus import vocabulary

DISTINCT = 60_000
MEAN_WORDS = 300
WORDS_OF_TITLE = 8


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("count", nargs="?", type=int, default=2_000)
    parser.add_argument("--queries", type=int, default=60)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as directory:
        os.environ |= {"KZARCHIVE_DATA": directory, "DJANGO_SETTINGS_MODULE": "kzarchive.settings"}
        Path(directory, "static").mkdir()
        import django

        django.setup()
        run(options.count, options.queries, Path(directory))


def run(count: int, queries: int, directory: Path) -> None:
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection, reset_queries
    from django.test import Client

    from articles.search import find, rebuild

    logging.getLogger("kzarchive.requests").disabled = True
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    call_command("migrate", verbosity=0)
    texts = fill(count)
    started = time.perf_counter()
    rebuild()
    print(f"{connection.vendor}: {count:,} articles, {sum(map(len, texts.values())) / count:,.0f} characters each, "
          f"{len({word for text in texts.values() for word in text.split()}):,} distinct words; "
          f"indexed in {time.perf_counter() - started:.0f} s")  # fmt: skip
    size_of_text = sum(len(text.encode()) for text in texts.values())
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
            cursor.execute("ANALYZE")
        print(f"database file / text: {(directory / 'archive.sqlite3').stat().st_size / size_of_text:.2f}")
    floor = make_floor(texts)
    client = Client(headers={"host": "127.0.0.1"})
    asked = questions(queries)
    ours, theirs, sizes = [], [], []
    for number, words in enumerate([*asked[:4], *asked]):  # the first few only warm up
        pair = [lambda words=words: client.get("/search/", {"q": words, "names": "off"}), lambda words=words: floor(words)]
        taken = {}
        for which in (0, 1) if number % 2 else (1, 0):
            begin = time.perf_counter()
            answer = pair[which]()
            taken[which] = 1000 * (time.perf_counter() - begin)
            if not which:
                sizes.append(len(answer.content))
        if number >= 4:
            ours.append(taken[0])
            theirs.append(taken[1])
    for name, figures in (("ours", ours), ("floor", theirs)):
        print(f"{name}: mean {statistics.mean(figures):.1f} ms, p95 {p95(figures):.1f} ms")
    print(
        f"ours / floor: mean {statistics.mean(ours) / statistics.mean(theirs):.2f}, p95 {p95(ours) / p95(theirs):.2f}"
        f"; page at most {max(sizes):,} bytes"
    )
    settings.DEBUG = True
    reset_queries()
    client.get("/search/", {"q": asked[0], "names": "off"})
    print(f"SQL statements a request: {len(connection.queries)}")
    settings.DEBUG = False
    wrong = [words for words in asked if not is_exact(words, find)]
    print(f"counts, facets and order against every hit counted and sorted one by one: {len(asked) - len(wrong)} of {len(asked)} equal {wrong[:3]}")
    print(f"memory of the process: {memory():.0f} MB")


def p95(figures: list[float]) -> float:
    return sorted(figures)[int(0.95 * len(figures))]


def memory() -> float:
    """Return the resident memory of this process that no other shares, in MB."""
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith("Pss:")).split()[1]) / 1024


def fill(count: int) -> dict[int, str]:
    """Write ``count`` published articles of made-up prose, and return their texts by primary key."""
    from django.contrib.auth.models import User

    from articles.models import Article, Author, Contribution, Publication, TaggedEntity, Version
    from entities.models import Entity

    chance = random.Random(7)
    words = vocabulary(DISTINCT)
    weights = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(len(words))))
    by = User.objects.get(username="import")
    now = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    publications = [Publication.objects.create(title=f"Publication {n}", public_since=now) for n in range(40)]
    authors = [Author.objects.create(name=f"Author {n}", public_since=now) for n in range(200)]
    entities = [Entity.objects.create(name=f"Entity {n}", kind="place") for n in range(300)]
    texts: dict[int, str] = {}
    rights = {"rights": "https://creativecommons.org/licenses/by/4.0/", "rights_basis": "generated"}
    for start in range(0, count, 1000):
        rows, bodies = [], []
        for _ in range(min(1000, count - start)):
            length = max(60, int(chance.lognormvariate(5.58, 0.5)))
            drawn = chance.choices(words, cum_weights=weights, k=length)
            bodies.append("\n\n".join(" ".join(drawn[i : i + 60]).capitalize() + "." for i in range(0, length, 60)))
            day = dt.date(1992, 1, 1) + dt.timedelta(days=chance.randrange(12_000))
            rows.append(Article(
                title=" ".join(chance.choices(words, cum_weights=weights, k=WORDS_OF_TITLE)).title(),
                language=chance.choice(["en", "en", "en", "de"]), publication=chance.choice(publications), published_on=str(day),
                published_basis="stated", access="full", created_by=by, **rights,
            ))  # fmt: skip
        pids = iter(new_pids(len(rows)))
        for row in rows:
            row.pid = next(pids)
            row.prepare()
        Article.objects.bulk_create(rows)
        versions = []
        for row, body in zip(rows, bodies, strict=True):
            record = {
                "title": row.title, "subtitle": None, "title_romanised": None, "title_translated": None, "byline": None, "abstract": "",
                "language": row.language, "authors": [], "also_printed": [], "access": "full", "published_on": row.published_on,
            }  # fmt: skip
            version = Version(article=row, number=1, body=body, kinds="p" * len(body.split("\n\n")), reason="First", record=record, frozen_at=now)
            version.prepare()
            versions.append(version)
        Version.objects.bulk_create(versions)
        Contribution.objects.bulk_create(Contribution(article=row, position=1, name=(who := chance.choice(authors)).name, author=who) for row in rows)
        TaggedEntity.objects.bulk_create(TaggedEntity(content_object=row, tag=tag) for row in rows for tag in chance.sample(entities, 4))
        for row, version in zip(rows, versions, strict=True):
            row.state, row.current, row.first_published_at = "published", version, now
            texts[row.pk] = f"{row.title}\n{version.body}"
        Article.objects.bulk_update(rows, ["state", "current", "first_published_at"], batch_size=200)
    return texts


def new_pids(count: int) -> list[str]:
    from kzarchive.addresses.models import new_pids as draw

    return draw(count)


def questions(count: int) -> list[str]:
    """Return queries of frequent, middling and rare words, of two words, phrases and prefixes, in turn."""
    chance = random.Random(3)
    words = vocabulary(DISTINCT)
    kinds = itertools.cycle((
        lambda: words[chance.randrange(30)],
        lambda: words[chance.randrange(2_000, 40_000)],
        lambda: f"{words[chance.randrange(100)]} {words[chance.randrange(400)]}",
        lambda: f'"{words[chance.randrange(60)]} {words[chance.randrange(60)]}"',
        lambda: f"{words[chance.randrange(400, 3_000)]} {words[chance.randrange(300)]}",
        lambda: f"{words[chance.randrange(3_000, 20_000)][:5]}*",
    ))  # fmt: skip
    return [next(kinds)() for _ in range(count)]


def make_floor(texts: dict[int, str]):
    """Give the engine the same texts its own way, and return what asks it."""
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("CREATE TABLE floor_text (id INTEGER PRIMARY KEY, title TEXT, body TEXT)")
            cursor.executemany("INSERT INTO floor_text VALUES (%s, %s, %s)", [(pk, *text.split("\n", 1)) for pk, text in texts.items()])
            cursor.execute(
                "CREATE VIRTUAL TABLE floor USING fts5(title, body, content='floor_text', content_rowid='id', tokenize='porter unicode61')"
            )
            cursor.execute("INSERT INTO floor(floor) VALUES ('rebuild')")
            cursor.execute("INSERT INTO floor(floor) VALUES ('optimize')")
        else:
            cursor.execute("CREATE TABLE floor (id bigint PRIMARY KEY, title text, body text, words tsvector GENERATED ALWAYS AS "
                           "(setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', body), 'D')) STORED)")  # fmt: skip
            cursor.executemany("INSERT INTO floor VALUES (%s, %s, %s)", [(pk, *text.split("\n", 1)) for pk, text in texts.items()])
            cursor.execute("CREATE INDEX floor_words ON floor USING gin (words)")
            cursor.execute("ANALYZE")

    def ask(words: str) -> int:
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                expression = f'"{words[:-1]}"*' if words.endswith("*") else words
                cursor.execute(
                    "SELECT f.rowid, highlight(floor, 0, '<b>', '</b>'), snippet(floor, 1, '<b>', '</b>', '...', 30) FROM floor f "
                    "WHERE floor MATCH %s ORDER BY bm25(floor, 8.0, 1.0) LIMIT 20", [expression],
                )  # fmt: skip
                cursor.fetchall()
                cursor.execute("SELECT COUNT(*) FROM floor WHERE floor MATCH %s", [expression])
            else:
                parsed = "to_tsquery('english', %s)" if words.endswith("*") else "websearch_to_tsquery('english', %s)"
                asked = words[:-1] + ":*" if words.endswith("*") else words
                cursor.execute(
                    f"SELECT id, title, ts_headline('english', body, {parsed}) FROM (SELECT id, title, body FROM floor WHERE words @@ {parsed} "
                    f"ORDER BY ts_rank_cd(words, {parsed}) DESC LIMIT 20) best", [asked] * 3,
                )  # fmt: skip
                cursor.fetchall()
                cursor.execute(f"SELECT COUNT(*) FROM floor WHERE words @@ {parsed}", [asked])
            return cursor.fetchone()[0]

    return ask


def is_exact(words: str, find) -> bool:
    """Say whether total, facets and the first 20 are those of all hits, each looked at by itself."""
    from articles.models import PublicDocument, Version
    from articles.search import Search
    from articles.search.marking import Marker

    marker = Marker.of(Search(words).query.root)
    needed = 1 if words.startswith('"') else len(words.split())
    candidates = _texts_of_all(Version)
    hits = [pk for pk, text in candidates.items() if _holds(marker, text, words, needed)]
    found = find(Search(words, with_names=False), limit=20)
    tags = Counter(tag for row in PublicDocument.objects.filter(pk__in=hits[:30_000]).values_list("tags", flat=True) for tag in row.split())
    counted = {kind[0] + value: count for kind, pairs in found.facets.items() for value, count in pairs}
    everything = find(Search(words, with_names=False), limit=len(hits) + 1).ids
    return (
        found.total == len(hits) == len(set(everything)) and counted == dict(tags) and set(everything) == set(hits) and everything[:20] == found.ids
    )


_ALL: dict[int, tuple[list[str], list[str]]] = {}


def _texts_of_all(version) -> dict[int, tuple[list[str], list[str]]]:
    from kzarchive.text import terms

    if not _ALL:
        for pk, title, body in version.objects.values_list("article", "record__title", "body"):
            _ALL[pk] = (terms(title), terms(body))
    return _ALL


def _holds(marker, text: tuple[list[str], list[str]], words: str, needed: int) -> bool:
    if marker.phrases:
        return any(tuple(column[i : i + len(p)]) == p for p in marker.phrases for column in text for i in range(len(column)))
    everything = {*text[0], *text[1]}
    if marker.prefixes:
        return any(term.startswith(marker.prefixes) or term in marker.words for term in everything)
    return len(marker.words & everything) >= min(needed, len(marker.words))


if __name__ == "__main__":
    main()
