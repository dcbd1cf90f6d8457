"""The demonstration archive: true to its file, published like everything else, gone for good when it is cleared."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import IntegrityError, transaction

from articles import demo, editorial
from articles.body import normalise
from articles.models import (
    Article,
    Author,
    Capture,
    Contribution,
    Publication,
    Reading,
    TaggedEntity,
    Topic,
    Version,
)
from entities.models import KnownWord
from kzarchive.addresses.models import Pid
from kzarchive.addresses.pids import normalise as normalise_pid
from kzarchive.merging import acts
from tests.factories import CC_BY, make_article, make_author, make_publication, make_user

FILE = demo.read()
PIDS = {record["pid"] for records in (*FILE.values(), *demo.read_claims().values()) for record in records if "pid" in record}


@pytest.fixture
def editor(db):
    return make_user("publisher")


def rows() -> dict[str, list[dict]]:
    """Return every row of the archive's own tables; the register, the history, the free topics and known words apart: they only grow."""
    tables = [model for label in ("addresses", "entities", "articles") for model in apps.get_app_config(label).get_models()]
    return {model._meta.label: list(model.objects.order_by("pk").values()) for model in tables if model not in {KnownWord, Pid, Topic}}


def make_reading(article: Article) -> Reading:
    capture = Capture.objects.create(sha256="a" * 64, text_sha256="b" * 64, size_bytes=1, media_type="text/html", encoding="utf-8")
    return Reading.objects.create(capture=capture, article=article)


# The file


def test_every_pid_of_the_file_is_spelled_as_one():
    assert [normalise_pid(pid) for pid in sorted(PIDS)] == sorted(PIDS)


def test_no_pid_of_the_file_stands_twice():
    assert len(PIDS) == sum("pid" in record for records in (*FILE.values(), *demo.read_claims().values()) for record in records)


@pytest.mark.parametrize("kind", ["publications", "authors"])
def test_no_address_of_the_file_stands_twice(kind):
    slugs = [record["slug"] for record in FILE[kind]]

    assert sorted(set(slugs)) == sorted(slugs)


def test_every_publication_and_author_of_the_file_is_named_by_an_article():
    named = {record["publication"] for record in FILE["articles"]}, {c["author"] for record in FILE["articles"] for c in record["authors"]}

    assert (named[0] - {None}, named[1]) == ({p["slug"] for p in FILE["publications"]}, {a["slug"] for a in FILE["authors"]})


def test_only_our_own_briefs_have_a_text():
    own = {(record["publication"], record["section"], record["access"], record["rights"]) for record in FILE["articles"] if "body" in record}
    others = {(record["publication"] == "kzarchive-briefs", record["access"]) for record in FILE["articles"] if "body" not in record}

    assert (own, others) == ({("kzarchive-briefs", "Brief", "full", CC_BY)}, {(False, "record")})


def test_the_texts_of_the_file_have_the_form_of_a_body():
    bodies = ["\n\n".join(block["text"] for block in record["body"]) for record in FILE["articles"] if "body" in record]

    assert [normalise(body) for body in bodies] == bodies


# Loading


@pytest.mark.parametrize("make", [make_article, make_author, make_publication])
def test_an_archive_that_has_begun_is_not_furnished(editor, make):
    make()
    before = rows()

    assert (demo.load(editor), rows()) == (0, before)


def test_an_archive_whose_only_draft_was_discarded_is_not_furnished(editor):
    editorial.discard(make_article(), by=editor)

    assert (demo.load(editor), Article.objects.count()) == (0, 0)


def test_loading_asks_for_the_right_to_publish(db):
    with pytest.raises(editorial.NotAllowed):
        demo.load(make_user("editor"))

    assert not Article.objects.exists()


def test_loading_without_the_authority_file_tags_nothing(editor, settings, tmp_path):
    first = {kind: list(records) for kind, records in FILE.items()}
    first["articles"] = [next(record for record in FILE["articles"] if record["entities"])]
    for file, records in ((demo.FILE, first), (demo.CLAIMS_FILE, {key: [] for key in demo.read_claims()})):
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_text(json.dumps(records), encoding="utf-8")
    settings.BASE_DIR = tmp_path

    assert (demo.load(editor), Article.objects.public().count(), TaggedEntity.objects.count()) == (1, 1, 0)


# What the database lets through, and what it refuses


@pytest.mark.parametrize("state", ["published", "withdrawn"])
def test_the_database_lets_no_other_public_article_be_taken_away(editor, state):
    article = make_article(state=state, by=editor, authors=[make_author()])
    before = rows()

    with pytest.raises(IntegrityError), transaction.atomic():
        editorial.take_away([article])

    assert rows() == before


@pytest.mark.parametrize(
    ("model", "rule"),
    [
        (Article, "an article that was public is withdrawn, not deleted"),
        (Version, "a frozen version never goes"),
        (Contribution, "the record of an article that was public changes only by a revision"),
        (Author, "its address was public and must go on answering"),
        (Publication, "its address was public and must go on answering"),
        (Reading, "the source of an article that was public stays with it"),
    ],
)
def test_the_database_refuses_to_delete_what_is_no_demonstration(editor, model, rule):
    article = make_article(authors=[make_author()], publication=make_publication())
    make_reading(article)
    editorial.publish(article, by=editor)
    own = model.objects.order_by("-pk")[:1]

    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        model.objects.filter(pk__in=own.values("pk"))._raw_delete("default")


@pytest.mark.parametrize("make", [make_article, make_author, make_publication])
def test_the_database_lets_nothing_become_a_demonstration(editor, make):
    record = make()

    with pytest.raises(IntegrityError, match="only what was made as a demonstration is one"), transaction.atomic():
        type(record).objects.filter(pk=record.pk).update(is_demo=True)


# The command


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("clear_demo", *arguments, stdout=out)
    return out.getvalue()


COUNTS = f"articles: {len(FILE['articles'])}, authors: {len(FILE['authors'])}, publications: {len(FILE['publications'])}"


def test_records_of_the_demonstration_that_were_merged_are_cleared_together_and_their_merge_is_not_undone(editor):
    by, pairs = editor, [[make(name, is_demo=True) for name in ("Sadykova", "Aigerim Sadykova")] for make in (make_author, make_publication)]
    merges = [acts.merge(*pair, by=by, reason="One.") for pair in pairs]
    make_article(authors=[(kept := make_author("B. Kept", is_demo=True))])
    acts.merge(make_author("Kept", is_demo=True), kept, by=by, reason="One.")

    demo.clear()

    assert list(Author.objects.order_by("id").values_list("name", "is_demo")) == [("B. Kept", False), ("Kept", False)]
    assert not Publication.objects.exists()
    for done in merges:
        with pytest.raises(acts.UndoRefused, match="it was taken away with the demonstration"):
            acts.undo(done, by=by, reason="Two.")
