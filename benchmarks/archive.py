"""A published archive of generated prose, filled in bulk: what the benchmarks of pages and searches are run on.

Needs Django set up. Every article stands as an editor's act would leave it (frozen version, record, tags, register), but
is written by the thousand; the rules of the database are in force all the while.
"""

from __future__ import annotations

import datetime as dt
import json
import random
from dataclasses import asdict, dataclass

from django.conf import settings
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import F, OuterRef, Subquery
from django.utils import timezone

from articles import search
from articles.editorial.publishing import record_of
from articles.models import Article, Author, Contribution, Publication, TaggedEntity, Version
from benchmarks.corpus import captures
from entities import starter
from entities.models import Entity
from kzarchive.addresses.models import give_addresses, new_pids

BATCH = 1000
CC_BY = "https://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True)
class Filled:
    """What was made: the number of articles, characters and bytes (UTF-8) of their titles and texts, and distinct words."""

    articles: int
    characters: int
    bytes: int
    distinct_words: int
    mean_words: float


def kept(count: int) -> Filled:
    """Return what the archive in the data directory was filled with, or fill it, index it and note what was made there."""
    note = settings.DATA_DIR / "filled.json"
    if note.exists():
        filled = Filled(**json.loads(note.read_text(encoding="utf-8")))
        if filled.articles != count:
            raise SystemExit(f"{note.parent} was filled with {filled.articles} articles, not with {count}")
        return filled
    filled = fill(count)
    search.rebuild()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        cursor.execute("ANALYZE")
    note.write_text(json.dumps(asdict(filled)), encoding="utf-8")
    return filled


def fill(count: int, *, seed: int = 1) -> Filled:
    """Publish ``count`` articles in the present, empty database, tagged with two to eight entities of the starter authority file."""
    chance = random.Random(seed)
    starter.load()
    now = timezone.now()
    entities = list(Entity.objects.order_by("id").values_list("id", flat=True))
    weights = [1 / (place + 1) for place in range(len(entities))]
    publications = _named(Publication, [{"title": f"Publication {number}"} for number in range(200)], now)
    authors = _named(Author, [{"name": f"Author {number}"} for number in range(2000)], now)
    words: set[str] = set()
    characters = total = size = 0
    batch = []
    for capture in captures(count, seed=seed):
        title, _, _, *paragraphs = capture.data.decode().strip().split("\n\n")
        batch.append((title, "\n\n".join(paragraphs)))
        words.update(capture.data.decode().split())
        characters += sum(map(len, batch[-1]))
        size += sum(len(text.encode()) for text in batch[-1])
        total += capture.words
        if len(batch) == BATCH:
            _publish(batch, chance, now, publications, authors, entities, weights)
            batch = []
    _publish(batch, chance, now, publications, authors, entities, weights)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return Filled(count, characters, size, len(words), total / count)


def multiply(times: int) -> None:
    """Let every article of the database stand ``times`` times, with its version, by-line and tags: for archives whose size counts, not their words.

    Made by the database out of its own rows, a tenth of the time of ``fill``; each copy has a pid of its own and is frozen as any other.
    """
    pids = list(Article.objects.order_by("pk").values_list("pk", "pid"))
    before = {model: model.objects.order_by("-pk").values_list("pk", flat=True)[0] for model in (Article, Version, Contribution, TaggedEntity)}
    now = timezone.now()
    for copy in range(1, times):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("CREATE TEMPORARY TABLE copied (former bigint PRIMARY KEY, pid varchar(16))")
            drawn = zip(pids, new_pids(len(pids)), strict=True)
            cursor.executemany("INSERT INTO copied VALUES (%s, %s)", [(former, pid) for (former, _), pid in drawn])
            draft = {"state": "'draft'", "current_id": "NULL", "first_published_at": "NULL", "pid": "copied.pid"}
            _copy(cursor, Article, {"id": copy * before[Article]}, draft, "JOIN copied ON copied.former = own.id")
            for model, column in ((Version, "article_id"), (Contribution, "article_id"), (TaggedEntity, "content_object_id")):
                _copy(cursor, model, {"id": copy * before[model], column: copy * before[Article]}, {}, f"WHERE own.id <= {before[model]}")
            cursor.execute("DROP TABLE copied")
            first = Version.objects.filter(article=OuterRef("pk")).values("pk")[:1]
            made = Article.objects.filter(pk__gt=copy * before[Article], pk__lte=(copy + 1) * before[Article])
            made.update(current=Subquery(first), state=Article.State.PUBLISHED, first_published_at=now)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(before)):
            cursor.execute(statement)
        cursor.execute("ANALYZE")


def _copy(cursor, model, shifted: dict[str, int], replaced: dict[str, str], rest: str) -> None:
    table, columns = model._meta.db_table, [field.column for field in model._meta.concrete_fields if not field.generated]
    quoted = {name: connection.ops.quote_name(name) for name in columns}
    values = [replaced.get(name) or f"own.{quoted[name]}{f' + {shifted[name]}' if name in shifted else ''}" for name in columns]
    cursor.execute(f"INSERT INTO {table} ({', '.join(quoted.values())}) SELECT {', '.join(values)} FROM {table} AS own {rest}")


def _named(model, fields: list[dict], now: dt.datetime) -> list:
    made = [model(**values, public_since=now) for values in fields]
    give_addresses(made)
    for record in made:
        if hasattr(record, "prepare"):
            record.prepare()
    return model.objects.bulk_create(made)


@transaction.atomic
def _publish(batch, chance, now, publications, authors, entities, weights) -> None:
    days = [dt.date(1992, 1, 1) + dt.timedelta(days=chance.randrange(12_000)) for _ in batch]
    articles = [
        Article(
            pid=pid,
            title=title,
            publication=chance.choice(publications),
            published_on=day.isoformat(),
            published_basis="stated",
            published_earliest=day,
            published_latest=day,
            abstract=" ".join(title.split()),
            language="en",
            rights=CC_BY,
            rights_basis="generated",
            access="full",
        )
        for pid, (title, _), day in zip(new_pids(len(batch)), batch, days, strict=True)
    ]
    for article in articles:
        article.prepare()
    Article.objects.bulk_create(articles)
    credits = {article.pk: chance.choice(authors) for article in articles}
    Contribution.objects.bulk_create(
        [Contribution(article=article, position=1, name=credits[article.pk].name, author=credits[article.pk]) for article in articles]
    )
    tags = {article.pk: set(chance.choices(entities, weights, k=chance.randint(2, 8))) for article in articles}
    TaggedEntity.objects.bulk_create([TaggedEntity(content_object=article, tag_id=tag) for article in articles for tag in sorted(tags[article.pk])])
    versions = []
    for article, (_, body) in zip(articles, batch, strict=True):
        author = credits[article.pk]
        record = record_of(article, [], [])
        record["authors"] = [{"name": author.name, "role": None, "affiliation": None, "pid": author.pid}]
        version = Version(
            article=article, number=1, body=body, kinds="p" * (body.count("\n\n") + 1), reason="First publication", record=record, frozen_at=now
        )
        version.prepare()
        versions.append(version)
    Version.objects.bulk_create(versions)
    first = Version.objects.filter(article=OuterRef("pk")).values("pk")[:1]
    made = Article.objects.filter(pk__in=[article.pk for article in articles])
    made.update(current=Subquery(first), state=Article.State.PUBLISHED, first_published_at=now, changed_at=F("created_at"))
