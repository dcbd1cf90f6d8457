"""The archive of a first run, starter file and demonstration: true to its files, every page answers, and the demonstration can go for good."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError
from django.db import IntegrityError, transaction
from django.forms.models import model_to_dict

from articles import demo, editorial
from articles.models import (
    RECORD_FIELDS,
    AlsoPrinted,
    Article,
    Author,
    Capture,
    Claim,
    Contribution,
    Publication,
    PublicationTitle,
    Question,
    Reading,
    Suggestion,
    TaggedEntity,
    Topic,
    Version,
)
from entities import starter
from entities.models import Entity
from kzarchive.addresses.models import Pid, Redirect
from kzarchive.history.models import Change
from tests.articles.test_demo import COUNTS, FILE, PIDS, make_reading, rows, run
from tests.factories import make_article, make_author, make_entity, make_publication, make_user


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
def furnished(_loaded, db):
    """The archive of a first run, starter file and demonstration, loaded once for all of these."""
    return _loaded


def test_loading_confirms_the_tags_in_the_name_of_who_loads(furnished):
    tags = {article.pid: (set(article.entities.slugs()), set(article.topics.names())) for article in Article.objects.all()}

    assert tags == {record["pid"]: (set(record["entities"]), set(record["topics"])) for record in FILE["articles"]}
    assert set(TaggedEntity.objects.values_list("confirmed_by", flat=True)) == {furnished.by.pk}
    assert not Suggestion.objects.exists()


@pytest.mark.usefixtures("furnished")
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
@pytest.mark.usefixtures("furnished")
def test_every_page_of_the_demonstration_answers(client):
    records = [
        *Article.objects.all(), *Version.objects.select_related("article"), *Author.objects.all(), *Publication.objects.all(), *Topic.objects.all(),
        *Entity.objects.filter(articles__isnull=False).distinct(), *Claim.objects.all(), *Question.objects.all(),
    ]  # fmt: skip
    answers = {record.get_absolute_url(): client.get(record.get_absolute_url()).status_code for record in records}

    assert answers == dict.fromkeys(answers, 200)


def test_clearing_leaves_the_archive_as_it_would_have_been_without(furnished):
    demo.clear()

    assert rows() == furnished.before


def test_clearing_leaves_every_record_of_the_archives_own(furnished):
    of_demo = rows()
    article = make_article(state="published", by=furnished.by, authors=[make_author()], publication=make_publication(), access="full")
    article.entities.add(Entity.objects.get(slug="kazakhstan"))
    make_article(state="withdrawn", by=furnished.by)
    make_article()
    own = {label: [row for row in table if row not in of_demo[label]] if label.startswith("articles.") else table for label, table in rows().items()}

    demo.clear()

    assert rows() == own


@pytest.mark.usefixtures("furnished")
def test_loading_publishes_every_article_of_the_file():
    published = {pid: (number, is_demo) for pid, number, is_demo in Article.objects.public().values_list("pid", "current__number", "is_demo")}

    assert published == {record["pid"]: (1, True) for record in FILE["articles"]}


@pytest.mark.usefixtures("furnished")
def test_loading_freezes_the_record_as_the_file_has_it():
    fields = [name for name in RECORD_FIELDS if name in FILE["articles"][0]]
    frozen = {
        version.article.pid: {
            **{name: version.record[name] for name in fields},
            "authors": [credit["name"] for credit in version.record["authors"]],
            "publication": version.record["publication"] and version.record["publication"]["title"],
            "body": version.blocks,
        }
        for version in Version.objects.select_related("article")
    }

    titles = {publication["slug"]: publication["title"] for publication in FILE["publications"]}
    assert frozen == {
        record["pid"]: {
            **{name: record[name] for name in fields},
            "authors": [credit["name"] for credit in record["authors"]],
            "publication": titles.get(record["publication"]),
            "body": [(block["kind"], block["text"]) for block in record.get("body", [])],
        }
        for record in FILE["articles"]
    }


@pytest.mark.usefixtures("furnished")
def test_loading_gives_each_article_its_contributions():
    stored = {
        article.pid: [model_to_dict(c, ["name", "role", "affiliation"]) | {"author": c.author.slug} for c in article.contributions.all()]
        for article in Article.objects.prefetch_related("contributions__author")
    }

    assert stored == {record["pid"]: record["authors"] for record in FILE["articles"]}


@pytest.mark.usefixtures("furnished")
def test_everything_loaded_is_registered_as_a_demonstration():
    assert set(Pid.objects.filter(is_demo=True).values_list("pid", flat=True)) == PIDS


def test_loading_again_changes_nothing(furnished):
    before = rows()

    assert (demo.load(furnished.by), rows()) == (0, before)


@pytest.mark.usefixtures("furnished")
def test_clearing_retires_every_pid_and_forgets_none():
    demo.clear()

    assert set(Pid.objects.filter(is_demo=True, retired_at__isnull=False).values_list("pid", flat=True)) == PIDS


@pytest.mark.usefixtures("furnished")
def test_clearing_enters_each_record_in_the_history():
    demo.clear()

    assert {change.label: change.before["pid"] for change in Change.objects.filter(act="clear demo")} == {pid: pid for pid in PIDS}


def test_what_was_cleared_never_comes_back(furnished):
    demo.clear()

    assert (demo.load(furnished.by), Article.objects.count(), Author.objects.count(), Publication.objects.count()) == (0, 0, 0, 0)


def test_clearing_takes_what_editors_did_with_the_demonstration(furnished):
    revised, succeeded, successor, again, imported, *_ = Article.objects.order_by("-id")
    printing = editorial.Printing(Publication.objects.get(slug="silk-road-paper").pk)
    editorial.revise(revised, by=furnished.by, reason="another by-line", credits=[editorial.Credit("M. Boulegue")], printings=[printing])
    editorial.withdraw(succeeded, by=furnished.by, reason="duplicate", successor=successor)
    editorial.withdraw(successor, by=furnished.by, reason="superseded", successor=again, note="Found later.")
    editorial.withdraw(again, by=furnished.by, reason="error")
    editorial.publish_again(again, by=furnished.by, reason="It was right.")
    make_reading(imported)
    Suggestion.objects.create(article=imported, entity=make_entity("Qalqan", "place"), found="Qalqan")

    demo.clear()

    models = [Article, Author, Publication, PublicationTitle, Contribution, Version, AlsoPrinted, Capture, Reading, Suggestion]
    assert [model.objects.count() for model in models] == [0] * len(models)


def test_a_demonstration_author_and_publication_that_our_articles_name_stay(furnished):
    author = Author.objects.get(slug="johan-engvall")
    publication, other = Publication.objects.filter(slug__in=["silk-road-paper", "the-new-york-times"]).order_by("id")
    draft = make_article(authors=[author], publication=publication)
    AlsoPrinted.objects.create(article=draft, publication=other)

    clearing = demo.clear()

    assert clearing.kept == (author, publication, other)
    assert [*Author.objects.all(), *Publication.objects.order_by("id")] == [author, publication, other]


def test_a_demonstration_author_and_publication_that_a_former_version_of_ours_names_stay(furnished):
    author, publication = Author.objects.get(slug="johan-engvall"), Publication.objects.get(slug="silk-road-paper")
    article = make_article(state="published", by=furnished.by, authors=[author], publication=publication)
    editorial.revise(article, by=furnished.by, reason="taken for another", credits=[editorial.Credit("J. Engwall")], changes={"publication": None})

    assert demo.clear().kept == (author, publication)


def test_what_was_kept_is_the_archives_own_from_then_on(furnished):
    make_article(authors=[Author.objects.get(slug="johan-engvall")], state="published", by=furnished.by)
    demo.clear()

    author = Author.objects.get()
    assert (author.slug, author.is_demo, demo.clear().kept) == ("johan-engvall", False, ())
    with pytest.raises(IntegrityError), transaction.atomic():
        Author.objects.filter(pk=author.pk).update(is_demo=True)


def test_an_article_withdrawn_in_favour_of_a_demonstration_stops_the_clearing(furnished):
    successor = Article.objects.public().first()
    article = make_article(state="published", by=furnished.by)
    editorial.withdraw(article, by=furnished.by, reason="duplicate", successor=successor)
    before = rows()

    with pytest.raises(editorial.InUse, match=f"{article.pid} was withdrawn in favour of {successor.pid}"):
        demo.clear()

    assert rows() == before


def test_a_former_address_of_a_cleared_author_is_not_given_to_another(furnished):
    author = Author.objects.get(slug="johan-engvall")
    author.slug = "engvall-johan"
    author.save()
    demo.clear()

    assert make_author("Johan Engvall").slug == "johan-engvall-2"
    assert list(Redirect.objects.values_list("key", "target")) == [("johan-engvall", author.pid)]


@pytest.mark.usefixtures("furnished")
def test_the_command_says_what_it_took_away():
    assert [run(), run()] == [f"Taken away: {COUNTS}.\n", "Taken away: articles: 0, authors: 0, publications: 0.\n"]


@pytest.mark.usefixtures("furnished")
def test_a_dry_run_says_what_would_go_and_changes_nothing():
    before = rows()

    assert (run("--dry-run"), rows()) == (f"Would take away: {COUNTS}.\n", before)


@pytest.mark.usefixtures("furnished")
def test_the_command_names_what_it_kept():
    author = Author.objects.get(slug="johan-engvall")
    make_article(authors=[author])

    assert run().splitlines()[1:] == [f"Kept as the archive's own: the author Johan Engvall ({author.pid}); its records name it."]


def test_the_command_fails_where_an_article_of_ours_rests_on_a_demonstration(furnished):
    article = make_article(state="published", by=furnished.by)
    editorial.withdraw(article, by=furnished.by, reason="superseded", successor=Article.objects.get(pid=FILE["articles"][0]["pid"]))

    with pytest.raises(CommandError) as failure:
        run()

    assert str(failure.value) == (
        f"{article.pid} was withdrawn in favour of {FILE['articles'][0]['pid']}, a demonstration record: publish {article.pid} again first, "
        "or withdraw it for another reason."
    )
