"""The register of pids: what was once given out is never given out again, whichever way somebody tries."""

import sqlite3
from contextlib import closing
from unittest.mock import ANY

import pytest
from django.core import serializers
from django.db import DataError, IntegrityError, connection, transaction

from articles import editorial
from articles.models import Article, Author
from kzarchive.addresses import pids
from kzarchive.addresses.models import Pid, new_pids
from tests.factories import make_article, make_author, make_entity, make_publication, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def discarded():
    article = make_article(title="Discarded")
    editorial.discard(article, by=make_user())
    return article


def insert(pid):
    """Insert an article by SQL alone: a copy of another one's row."""
    source = make_article()
    columns = [field.column for field in Article._meta.concrete_fields if not field.generated and field.column not in {"id", "pid"}]
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO articles_article (pid, {', '.join(columns)}) SELECT %s, {', '.join(columns)} FROM articles_article WHERE id = %s",
            [pid, source.pk],
        )


def load(article):
    """Load a fixture that holds ``article``, as ``loaddata`` does."""
    text = serializers.serialize("json", [article])
    for found in serializers.deserialize("json", text):
        found.save()


WAYS = {
    "create": lambda article: Article.objects.create(pid=article.pid),
    "save of the very object": lambda article: article.save(force_insert=True),
    "bulk_create": lambda article: Article.objects.bulk_create([Article(pid=article.pid)]),
    "bulk_create that ignores conflicts": lambda article: Article.objects.bulk_create([Article(pid=article.pid)], ignore_conflicts=True),
    "bulk_create that updates on conflict": lambda article: Article.objects.bulk_create(
        [Article(pid=article.pid)], update_conflicts=True, unique_fields=["pid"], update_fields=["title"]
    ),
    "update of another": lambda article: Article.objects.filter(pk=make_article().pk).update(pid=article.pid),
    "SQL": lambda article: insert(article.pid),
    "a fixture": load,
    "an author": lambda article: Author.objects.create(name="Another", pid=article.pid),
    "a publication": lambda article: make_publication(pid=article.pid),
    "an entity": lambda article: make_entity(pid=article.pid),
    "the register itself": lambda article: Pid.objects.create(pid=article.pid, kind="article", registered_at=article.created_at),
}


@pytest.mark.parametrize("way", WAYS)
def test_the_pid_of_a_discarded_article_is_not_given_out_again_by(way, discarded):
    with pytest.raises(IntegrityError), transaction.atomic():
        WAYS[way](discarded)

    assert list(Pid.objects.filter(pid=discarded.pid).values("kind", "is_demo", "retired_at")) == [
        {"kind": "article", "is_demo": False, "retired_at": ANY}
    ]
    assert not Article.objects.filter(pid=discarded.pid).exists()


@pytest.mark.parametrize("way", [way for way in WAYS if way not in {"save of the very object", "a fixture"}])
def test_the_pid_of_a_living_article_is_not_given_to_another_by(way):
    article = make_article()
    with pytest.raises(IntegrityError), transaction.atomic():
        WAYS[way](article)

    assert Article.objects.filter(pid=article.pid).get() == article


REPLACEMENTS = {
    "an article": "REPLACE INTO articles_article ({columns}) SELECT {columns} FROM articles_article",
    "its pid": "REPLACE INTO addresses_pid (pid, kind, is_demo, registered_at) SELECT pid, 'entity', 0, registered_at FROM addresses_pid",
    "its history": "REPLACE INTO history_change SELECT * FROM history_change",
}


@pytest.mark.skipif(connection.vendor != "sqlite", reason="REPLACE is SQLite's own")
@pytest.mark.parametrize("what", REPLACEMENTS)
def test_replacing_a_row_is_a_deletion_like_any_other(what):
    make_article(state="published")
    columns = ", ".join(field.column for field in Article._meta.concrete_fields if not field.generated)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(REPLACEMENTS[what].format(columns=columns))


def test_a_living_record_is_registered_and_a_deleted_one_retired(discarded):
    living = make_author()

    assert list(Pid.objects.filter(pid__in=[discarded.pid, living.pid]).order_by("kind").values_list("kind", "retired_at")) == [
        ("article", ANY),
        ("author", None),
    ]
    assert Pid.objects.get(pid=discarded.pid).retired_at is not None


def test_a_retired_pid_stays_retired(discarded):
    with pytest.raises(IntegrityError, match="only added to"), transaction.atomic():
        Pid.objects.filter(pid=discarded.pid).update(retired_at=None)


def test_a_record_keeps_its_pid_when_it_is_saved_under_another():
    author = make_author()
    author.pid = pids.draw()
    with pytest.raises(IntegrityError, match="a pid is for ever"), transaction.atomic():
        author.save()


@pytest.mark.parametrize("pid", ["kz3b7m9tq", "KZ3B7M9TX", "kz3b7m9t", "kz3b7m9txx", "xz3b7m9tx", "kz3a7m9tx", "kz3b7m9t ", ""])
def test_the_database_refuses_what_is_no_pid(pid):
    with pytest.raises((IntegrityError, DataError)), transaction.atomic():  # PostgreSQL measures the column first
        insert(pid)


def test_the_database_and_python_agree_on_check_characters():
    drawn = [pids.draw() for _ in range(200)]
    Article.objects.bulk_create(Article(pid=pid) for pid in drawn)

    assert set(Pid.objects.filter(pid__in=drawn).values_list("pid", flat=True)) == set(drawn)


def test_new_pids_are_free_and_different():
    assert len({*new_pids(50), *new_pids(50)}) == 100


@pytest.mark.processes
def test_another_program_finds_the_database_whole(own_archive):
    if own_archive.database_url:
        pytest.skip("PRAGMA integrity_check is SQLite's own")
    own_archive.manage("shell", "--verbosity", "0", "--command", FURNISH)
    with closing(sqlite3.connect(own_archive.data / "archive.sqlite3")) as plain:
        found = [plain.execute(f"PRAGMA {check}").fetchall() for check in ("integrity_check", "foreign_key_check")]
        held = plain.execute("SELECT state, count(*) FROM articles_article GROUP BY state ORDER BY state").fetchall()

    assert (found, held) == ([[("ok",)], []], [("draft", 1), ("in review", 1), ("published", 1), ("withdrawn", 1)])


FURNISH = """
from tests.factories import *
from articles.models import AlsoPrinted, PublicationTitle, Suggestion
for state in ("draft", "in review", "published", "withdrawn"):
    article = make_article(
        state=state, authors=[make_author(f"Автор {state}")], publication=make_publication(f"Газета {state}"), published_on="2014-02/2014-03",
        access="full",
    )
    Suggestion.objects.create(article=article, entity=make_entity(f"Entity {state}", names=[("Қазақстан", "kk")]), found="x")
make_publication("Vestnik", issn="2434-561X")
"""
