"""Revising: the only way what was public changes, and what it leaves untouched."""

import hashlib

import pytest
from django.db import IntegrityError, transaction

from articles import editorial
from articles.editorial import Credit, Printing
from articles.models import AlsoPrinted, Article, Author, Publication, Version
from kzarchive.history.models import Change
from tests.factories import CC_BY, make_article, make_author, make_publication, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    return make_user()


@pytest.fixture
def shown(by):
    return make_article(state="published", by=by, title="The Bridge", body="Heading\n\nFirst.\n\nSecond.", authors=[make_author()])


def newest_change(article):
    return Change.objects.of(article).values("act", "by", "label", "reason", "before", "after").first()


def state_of(article):
    return (
        list(Article.objects.filter(pk=article.pk).values()),
        list(article.versions.values()),
        list(article.contributions.values()),
        list(article.also_printed.values()),
        Change.objects.count(),
    )


def test_the_former_version_stays_byte_for_byte_the_same(by, shown):
    former = Version.objects.filter(pk=shown.current_id).values().get()
    editorial.revise(shown, by=by, reason="A misprint.", body="Other.", changes={"title": "The Other Bridge"}, credits=[])
    editorial.revise(shown, by=by, reason="Another.", body="Third.")

    assert Version.objects.filter(pk=shown.current_id).values().get() == former


def test_a_revision_is_numbered_frozen_and_shown(by, shown):
    version = editorial.revise(shown, by=by, reason=" A misprint. ", body="Heading\r\n\r\nCafe\u0301  first.\n\n\n\nSecond.")

    shown.refresh_from_db()
    body = "Heading\n\nCafé first.\n\nSecond."
    assert (version.number, version.reason, version.body, version.made_by, version.frozen_at is None) == (2, "A misprint.", body, by, False)
    assert version.sha256 == hashlib.sha256(body.encode()).hexdigest()
    assert (shown.current, shown.state) == (version, "published")


def test_a_revision_enters_the_history_whole(by, shown):
    former, author = shown.current, Author.objects.get()
    version = editorial.revise(
        shown,
        by=by,
        reason="A misprint.",
        body="Other.",
        changes={"title": "The Other Bridge"},
        credits=[Credit("A. Sadykova", author.pk, role="editor")],
    )

    assert newest_change(shown) == {
        "act": "revise",
        "by": by.pk,
        "label": shown.pid,
        "reason": "A misprint.",
        "before": {
            "title": "The Bridge",
            "title_key": "the bridge",
            "current_id": former.pk,
            "credits": [{"name": "Aigerim Sadykova", "author_id": author.pk, "role": None, "affiliation": None}],
            "sha256": former.sha256,
        },
        "after": {
            "title": "The Other Bridge",
            "title_key": "the other bridge",
            "current_id": version.pk,
            "credits": [{"name": "A. Sadykova", "author_id": author.pk, "role": "editor", "affiliation": None}],
            "sha256": version.sha256,
        },
    }


def test_a_frozen_record_is_the_record_that_is_shown(by, shown):
    publication, other = make_publication(publisher="Dala"), make_publication("Other")
    version = editorial.revise(
        shown,
        by=by,
        reason="The source was found.",
        changes={
            "publication": publication,
            "published_on": "2014-02",
            "published_basis": "inferred",
            "volume": "  ",
            "subtitle": "",
            "rights": CC_BY.replace("https", "http"),
            "rights_basis": "printed",
            "access": "full",
        },
        credits=[Credit("B", role=" ")],
        printings=[Printing(other.pk, published_on="2015")],
    )

    article = Article.objects.get(pk=shown.pk)
    columns = [name for name in version.record if name not in {"authors", "publication", "publisher", "also_printed"}]
    record = Version.objects.get(pk=version.pk).record
    assert {name: record[name] for name in columns} == {
        name: getattr(article, name).isoformat() if name.endswith("est") else getattr(article, name) for name in columns
    }
    assert (record["volume"], record["subtitle"], record["rights"], record["published_latest"]) == (None, None, CC_BY, "2014-02-28")
    assert (record["authors"], list(article.contributions.values_list("name", "role"))) == (
        [{"name": "B", "role": None, "affiliation": None, "pid": None}],
        [("B", None)],
    )
    assert record["publication"] == {"title": "The Steppe Review", "pid": publication.pid, "issn": None}
    assert (record["publisher"], [printing["publication"]["pid"] for printing in record["also_printed"]]) == ("Dala", [other.pid])


def test_blocks_that_stay_keep_their_kinds(by):
    article = make_article(body="H\n\nSame.\n\nSame.")
    Version.objects.update(kinds="hcp")
    editorial.publish(article, by=by)
    editorial.revise(article, by=by, reason="A paragraph was missing.", body="H\n\nNew.\n\nSame.\n\nSame.")

    assert list(Version.objects.order_by("number").values_list("kinds", flat=True)) == ["hcp", "hpcp"]


def test_the_kinds_alone_can_be_revised(by, shown):
    version = editorial.revise(shown, by=by, reason="It is a heading.", kinds="hpp")

    assert (version.number, version.body, version.kinds) == (2, "Heading\n\nFirst.\n\nSecond.", "hpp")


@pytest.mark.parametrize(
    "arguments",
    [
        {},
        {"body": "Heading\r\n\r\n First. \n\nSecond."},
        {"changes": {"title": "The Bridge"}},
        {"changes": {"subtitle": "  "}},
        {"changes": {"volume": ""}},
        {"printings": []},
        {"kinds": "ppp"},
    ],
    ids=str,
)
def test_a_revision_that_changes_nothing_is_refused(by, shown, arguments):
    before = state_of(shown)
    with pytest.raises(editorial.NothingChanged):
        editorial.revise(shown, by=by, reason="No reason.", **arguments)

    assert state_of(shown) == before


def test_a_repeated_paragraph_changes_nothing_either(by):
    article = make_article(body="Same.\n\nSame.")
    Version.objects.update(kinds="hp")
    editorial.publish(article, by=by)
    with pytest.raises(editorial.NothingChanged):
        editorial.revise(article, by=by, reason="No reason.")


INVALID = {
    "full text under no rights": {"changes": {"access": "full"}},
    "full text under all rights reserved": {
        "changes": {"access": "full", "rights": "http://rightsstatements.org/vocab/InC/1.0/", "rights_basis": "printed"}
    },
    "rights nobody knows": {"changes": {"rights": "https://example.org/mine", "rights_basis": "printed"}},
    "rights without a basis": {"changes": {"rights": CC_BY}},
    "no such access": {"changes": {"access": "open"}},
    "no part of the record": {"changes": {"state": "draft", "pid": "kz3b7m9tx", "current": None}},
    "no date": {"changes": {"published_on": "5 May 2014", "published_basis": "stated"}},
    "a date to come": {"changes": {"published_on": "2041", "published_basis": "stated"}},
    "a date without a basis": {"changes": {"published_on": "2014"}},
    "a title too long": {"changes": {"title": "x" * 1001}},
    "a control character": {"changes": {"title": "a\x00b"}},
    "half a character": {"changes": {"abstract": "a\ud800b"}},
    "a publication that is not there": {"changes": {"publication_id": 999_999}},
    "a credit without a name": {"credits": [Credit("")]},
    "a credit of nobody": {"credits": [Credit("A", author_id=999_999)]},
    "a printing nowhere": {"printings": [Printing(999_999)]},
    "kinds that do not fit": {"body": "One.\n\nTwo.", "kinds": "p"},
    "NUL": {"body": "a\x00b"},
}


@pytest.mark.parametrize("what", INVALID)
def test_a_revision_that_breaks_a_rule_is_refused_and_leaves_nothing(by, shown, what):
    before = state_of(shown)
    with pytest.raises(editorial.InvalidRecord) as caught:
        editorial.revise(shown, by=by, reason="A misprint.", **INVALID[what])

    assert state_of(shown) == before
    assert all(messages and all(messages) for messages in caught.value.faults.values())


def test_an_author_or_a_printing_stands_there_once(by, shown):
    author, publication = Author.objects.get(), make_publication()
    with pytest.raises(editorial.InvalidRecord, match="One author stands there twice"):
        editorial.revise(shown, by=by, reason="x", credits=[Credit("A", author.pk), Credit("B", author.pk)])
    with pytest.raises(editorial.InvalidRecord, match="One printing stands there twice"):
        editorial.revise(shown, by=by, reason="x", printings=[Printing(publication.pk), Printing(publication.pk, published_on="")])
    with pytest.raises(editorial.InvalidRecord, match="is not a date"):
        editorial.revise(shown, by=by, reason="x", printings=[Printing(publication.pk, published_on="yesterday")])


def test_the_whole_text_is_opened_and_closed_by_revision(by, shown):
    editorial.revise(shown, by=by, reason="A licence came.", changes={"access": "full", "rights": CC_BY, "rights_basis": "a letter"})
    opened = Article.objects.get(pk=shown.pk).shows_text
    editorial.revise(shown, by=by, reason="It was withdrawn.", changes={"access": "record", "rights": None, "rights_basis": None})

    assert (opened, Article.objects.get(pk=shown.pk).shows_text) == (True, False)


def test_the_byline_is_replaced_in_its_order(by, shown):
    author, second = Author.objects.get(), make_author("Second")
    editorial.revise(
        shown, by=by, reason="The order was wrong.", credits=[Credit("Second", second.pk), Credit("Aigerim Sadykova", author.pk, affiliation="KIMEP")]
    )

    assert list(shown.contributions.order_by("position").values_list("position", "name", "author", "affiliation")) == [
        (1, "Second", second.pk, None),
        (2, "Aigerim Sadykova", author.pk, "KIMEP"),
    ]


def test_other_printings_are_replaced(by, shown):
    first, second = make_publication("First"), make_publication("Second")
    editorial.revise(shown, by=by, reason="Found.", printings=[Printing(first.pk), Printing(first.pk, published_on="2015", pages="3")])
    editorial.revise(shown, by=by, reason="Found.", printings=[Printing(second.pk, title="Другое")])

    assert list(AlsoPrinted.objects.values_list("publication", "title", "published_on", "pages")) == [(second.pk, "Другое", None, None)]
    assert editorial.printings_of(shown) == [Printing(second.pk, title="Другое")]


def test_whom_a_revision_of_a_public_article_names_is_known_from_then_on(by, shown):
    author, publication, other = make_author("New"), make_publication(), make_publication("Other")
    editorial.revise(
        shown, by=by, reason="x", changes={"publication": publication}, credits=[Credit("New", author.pk)], printings=[Printing(other.pk)]
    )

    assert (author in Author.objects.public(), set(Publication.objects.public())) == (True, {publication, other})


def test_whom_a_revision_of_a_withdrawn_article_names_is_known_only_when_it_is_public_again(by):
    article, author = make_article(state="withdrawn", by=by), make_author("New")
    editorial.revise(article, by=by, reason="x", credits=[Credit("New", author.pk)])
    meanwhile = list(Author.objects.public())
    editorial.publish_again(article, by=by, reason="x")

    assert (meanwhile, list(Author.objects.public())) == ([], [author])


def test_a_withdrawn_article_is_published_again_as_revised(by):
    article = make_article(state="withdrawn", by=by)
    version = editorial.revise(article, by=by, reason="The passage is gone.", body="What is left.")
    editorial.publish_again(article, by=by, reason="Without the passage.")

    assert list(Article.objects.public().values_list("current", flat=True)) == [version.pk]


def test_the_passed_object_may_be_old(by, shown):
    old = Article.objects.get(pk=shown.pk)
    editorial.revise(shown, by=by, reason="x", body="Second.")
    old.title = "Never meant to be saved"
    version = editorial.revise(old, by=by, reason="x", body="Third.")

    assert (version.number, Article.objects.get(pk=shown.pk).title) == (3, "The Bridge")


def test_what_was_public_is_not_saved_past_a_revision(by, shown):
    shown.title = "Quietly changed"
    with pytest.raises(IntegrityError, match="changes only by a revision"), transaction.atomic():
        shown.save()


@pytest.mark.parametrize("deed", ["tags", "topics", "note of the withdrawal"])
def test_what_is_no_part_of_the_record_changes_without_a_revision(by, shown, deed):
    if deed == "tags":
        shown.topics.add("water")
    elif deed == "topics":
        shown.topics.set(["gas"])
        shown.topics.clear()
    else:
        editorial.withdraw(shown, by=by, reason="error")

    assert Version.objects.count() == 1
