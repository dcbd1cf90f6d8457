"""The archive of a first run, starter file and demonstration: everything is there and answers, and all of it can go again."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from django.contrib.auth.models import User
from django.forms.models import model_to_dict

from articles import demo
from articles.models import Article, Author, Claim, Publication, Question, Suggestion, TaggedEntity, Topic, Version
from entities import starter
from entities.models import Entity
from tests.articles.test_demo import FILE, rows
from tests.factories import make_article, make_author, make_publication, make_user


@dataclass(frozen=True)
class FirstRun:
    """``by`` is who loaded the demonstration, ``before`` every row that was there when only the starter file was."""

    by: User
    before: dict[str, list[dict]]


@pytest.fixture(scope="module")
def _loaded(standing):
    starter.load()
    run = FirstRun(make_user("publisher"), rows())
    demo.load(run.by)
    return run


@pytest.fixture
def first_run(_loaded, db):
    return _loaded


def test_loading_confirms_the_tags_in_the_name_of_who_loads(first_run):
    tags = {article.pid: (set(article.entities.slugs()), set(article.topics.names())) for article in Article.objects.all()}

    assert tags == {record["pid"]: (set(record["entities"]), set(record["topics"])) for record in FILE["articles"]}
    assert set(TaggedEntity.objects.values_list("confirmed_by", flat=True)) == {first_run.by.pk}
    assert not Suggestion.objects.exists()


@pytest.mark.usefixtures("first_run")
def test_loading_makes_authors_and_publications_as_the_file_has_them():
    authors = [
        model_to_dict(author, ["slug", "name", "family", "given", "kind"]) | {"pid": author.pid, "entity": author.entity and author.entity.slug}
        for author in Author.objects.order_by("id").select_related("entity")
    ]
    publications = [
        model_to_dict(publication, ["slug", "title", "issn", "publisher", "note"])
        | {"pid": publication.pid, "titles": [{"title": t.title, "from": t.from_year, "to": t.to_year} for t in publication.titles.all()]}
        for publication in Publication.objects.order_by("id")
    ]

    assert (authors, publications) == (FILE["authors"], FILE["publications"])


@pytest.mark.engine_free
@pytest.mark.usefixtures("first_run")
def test_every_page_of_the_demonstration_answers(client):
    records = [
        *Article.objects.all(), *Version.objects.select_related("article"), *Author.objects.all(), *Publication.objects.all(), *Topic.objects.all(),
        *Entity.objects.filter(articles__isnull=False).distinct(), *Claim.objects.all(), *Question.objects.all(),
    ]  # fmt: skip
    answers = {record.get_absolute_url(): client.get(record.get_absolute_url()).status_code for record in records}

    assert answers == dict.fromkeys(answers, 200)


def test_clearing_leaves_the_archive_as_it_would_have_been_without(first_run):
    demo.clear()

    assert rows() == first_run.before


def test_clearing_leaves_every_record_of_the_archives_own(first_run):
    of_demo = rows()
    article = make_article(state="published", by=first_run.by, authors=[make_author()], publication=make_publication(), access="full")
    article.entities.add(Entity.objects.get(slug="kazakhstan"))
    make_article(state="withdrawn", by=first_run.by)
    make_article()
    own = {label: [row for row in table if row not in of_demo[label]] if label.startswith("articles.") else table for label, table in rows().items()}

    demo.clear()

    assert rows() == own
