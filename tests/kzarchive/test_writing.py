"""Many rows are written as each alone would be."""

import datetime as dt

import pytest

from articles.models import Article, BatchRow, Contribution, Version
from kzarchive.writing import update_rows
from tests.factories import make_article, make_author, make_publication

pytestmark = pytest.mark.django_db


def test_what_all_share_and_what_each_has_of_its_own_is_written_in_one_statement(django_assert_num_queries):
    day = dt.datetime(2026, 1, 2, tzinfo=dt.UTC)
    publication = make_publication()
    articles = [make_article(title=f"Title {number}", subtitle="Of all") for number in range(3)]
    other = make_article(title="Left alone")
    for number, article in enumerate(articles):
        article.title, article.quality, article.subtitle = f"Changed {number}", [f"note {number}"], None
        article.publication, article.changed_at = publication if number else None, day
        article.section = "Never written"

    with django_assert_num_queries(1):
        update_rows(articles, ["title", "quality", "subtitle", "publication", "changed_at"])

    columns = ("title", "quality", "subtitle", "publication", "changed_at", "section")
    assert list(Article.objects.filter(pk__in=[article.pk for article in articles]).order_by("pk").values_list(*columns)) == [
        (f"Changed {number}", [f"note {number}"], None, publication.pk if number else None, day, None) for number in range(3)
    ]
    assert Article.objects.get(pk=other.pk).title == "Left alone"


def test_null_is_no_word_of_json(django_assert_num_queries):
    versions = [make_article().versions.get() for _ in range(2)]

    update_rows(versions, ["record"])

    assert Version.objects.filter(record__isnull=True).count() == 2


def test_a_column_that_names_a_record_is_written_for_each(django_assert_num_queries):
    one, two = make_author("One"), make_author("Two")
    rows = [Contribution.objects.create(article=make_article(), position=1, name="A", author=one) for _ in range(2)]
    rows[0].author_id, rows[1].author_id, rows[1].name = None, two.pk, "B"

    update_rows(rows, ["author", "name"])

    assert list(Contribution.objects.order_by("pk").values_list("author", "name")) == [(None, "A"), (two.pk, "B")]


def test_of_nothing_nothing_is_asked(django_assert_num_queries):
    with django_assert_num_queries(0):
        update_rows([], ["name"])
        update_rows([BatchRow()], [])
