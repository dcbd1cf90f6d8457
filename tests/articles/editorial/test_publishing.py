"""Publishing, withdrawing and publishing again: what is frozen, what becomes known, what the history says, and all of it or nothing."""

import hashlib
from unittest.mock import ANY

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from articles import editorial, search, store
from articles.models import AlsoPrinted, Article, Author, Capture, Publication, Reading, Suggestion, TaggedEntity, Topic, Version
from kzarchive.addresses.models import Redirect
from kzarchive.history.models import Change
from tests.factories import make_article, make_author, make_entity, make_publication, make_topic, make_user

pytestmark = pytest.mark.django_db


def newest_change(article):
    return Change.objects.of(article).values("act", "by", "label", "reason", "before", "after").first()


def everything():
    """Return all that acts may write, row by row."""
    models = [Article, Version, Author, Publication, Topic, Redirect, Change, TaggedEntity, Suggestion, AlsoPrinted]
    return {model: list(model.objects.order_by("pk").values()) for model in models}


def break_on(event, table):
    """Make ``event`` on ``table`` fail in the database itself, until the test ends."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"CREATE TRIGGER a_fault BEFORE {event} ON {table} BEGIN SELECT RAISE(ABORT, 'a fault'); END")
        else:
            cursor.execute(
                "CREATE FUNCTION a_fault() RETURNS trigger LANGUAGE plpgsql AS "
                "$$ BEGIN RAISE EXCEPTION 'a fault' USING ERRCODE = 'integrity_constraint_violation'; END $$"
            )
            cursor.execute(f"CREATE TRIGGER a_fault BEFORE {event} ON {table} FOR EACH ROW EXECUTE FUNCTION a_fault()")


@pytest.fixture
def by():
    return make_user()


def test_publishing_freezes_the_record_as_it_was_public(by):
    author, publication, other = make_author("Aigerim Sadykova"), make_publication(issn="0317-8471", publisher="Dala"), make_publication("Other")
    article = make_article(
        title="Мост", subtitle="Вода", title_romanised="Most", title_translated="A Bridge", byline="By A. Sadykova", publication=publication,
        section="Politics", volume="3", issue="1-2", pages="5–9", published_on="2014-02/2014-03", dateline="ASTANA", language="ru",
        quality=["truncated"], abstract="On water.", access="full", source_url="https://example.org/1", rights_printed="CC BY 4.0", authors=[author],
    )  # fmt: skip
    AlsoPrinted.objects.create(article=article, publication=other, title="The Bridge", published_on="2015", pages="1")

    editorial.publish(article, by=by)

    version = Version.objects.get()
    assert version.record == {
        "title": "Мост", "subtitle": "Вода", "title_romanised": "Most", "title_translated": "A Bridge", "byline": "By A. Sadykova",
        "section": "Politics", "volume": "3", "issue": "1-2", "pages": "5–9", "published_on": "2014-02/2014-03", "published_basis": "stated",
        "published_earliest": "2014-02-01", "published_latest": "2014-03-31", "dateline": "ASTANA", "language": "ru", "quality": ["truncated"],
        "abstract": "On water.", "rights": "https://creativecommons.org/licenses/by/4.0/", "rights_basis": "our own text",
        "rights_printed": "CC BY 4.0", "source_url": "https://example.org/1", "access": "full",
        "authors": [{"name": "Aigerim Sadykova", "role": None, "affiliation": None, "pid": author.pid}],
        "publication": {"title": "The Steppe Review", "pid": publication.pid, "issn": "0317-8471"}, "publisher": "Dala",
        "also_printed": [
            {"title": "The Bridge", "published_on": "2015", "volume": None, "issue": None, "pages": "1", "note": None,
             "publication": {"title": "Other", "pid": other.pid}}
        ],
    }  # fmt: skip
    assert (version.number, version.reason, version.sha256) == (
        1,
        "First publication",
        hashlib.sha256(b"A first paragraph.\n\nA second one.").hexdigest(),
    )


def test_publishing_enters_the_history_whole(by):
    article = editorial.publish(make_article(), by=by)

    assert newest_change(article) == {
        "act": "publish",
        "by": by.pk,
        "label": article.pid,
        "reason": "",
        "before": {"state": "draft", "current_id": None, "first_published_at": None, "reviewed_by_id": None},
        "after": {"state": "published", "current_id": article.current_id, "first_published_at": ANY, "reviewed_by_id": by.pk},
    }


def test_publishing_makes_known_whom_and_what_the_article_names(by):
    unnamed = make_author("Unnamed"), make_publication("Unnamed"), make_topic("unnamed")
    named = make_author(), make_publication(), make_publication("Other"), make_topic()
    article = make_article(authors=[named[0]], publication=named[1])
    AlsoPrinted.objects.create(article=article, publication=named[2])
    article.topics.add(named[3])

    editorial.publish(article, by=by)

    article.refresh_from_db()
    assert [type(record).objects.get(pk=record.pk).public_since for record in named] == [article.first_published_at] * 4
    assert [type(record).objects.get(pk=record.pk).public_since for record in unnamed] == [None] * 3


def test_who_was_known_before_stays_known_since_then(by):
    author = make_author()
    make_article(state="published", authors=[author], by=by)
    since = Author.objects.get().public_since
    make_article(state="published", authors=[author], by=by)

    assert Author.objects.get().public_since == since


@pytest.mark.parametrize(
    ("fields", "body", "missing"),
    [
        ({}, "", [("no-text", "It has neither a text nor an abstract.")]),
        ({"language": "e\x01"}, "Text.", [("invalid-field", "language: Character 2 is a control character (U+0001): remove it.")]),
        ({"quality": "truncated"}, "Text.", [("invalid-field", 'quality: Write a list of words: ["machine-translated:de"].')]),
        ({"published_on": "2041"}, "Text.", [("invalid-field", "published_on: 2041 is still to come: nothing can have been published then.")]),
        ({"source_url": "javascript:alert(1)"}, "Text.", [("invalid-field", "source_url: Enter a valid URL.")]),
    ],
    ids=["no text", "control character", "no list", "to come", "no address"],
)
def test_what_is_missing_is_named_and_nothing_is_written(by, fields, body, missing):
    article = make_article(body=body, **fields)
    before = everything()
    with pytest.raises(editorial.NotReady) as caught:
        editorial.publish(article, by=by)

    assert (caught.value.missing, everything()) == (missing, before)


def test_an_abstract_alone_can_be_published(by):
    article = editorial.publish(make_article(body="", abstract="What it says."), by=by)

    assert (article.state, article.current.body) == ("published", "")


def test_an_article_without_any_version_is_not_ready(by):
    with pytest.raises(editorial.NotReady):
        editorial.publish(Article.objects.create(abstract="What it says."), by=by)


ACTS = {
    "publish": (lambda by: make_article(authors=[make_author()]), lambda article, by: editorial.publish(article, by=by)),
    "revise": (
        lambda by: make_article(state="published", by=by),
        lambda article, by: editorial.revise(article, by=by, reason="A misprint.", body="New.", credits=[editorial.Credit("A Name")]),
    ),
    "withdraw": (
        lambda by: make_article(state="published", by=by),
        lambda article, by: editorial.withdraw(article, by=by, reason="duplicate", successor=make_article(state="published", by=by)),
    ),
    "publish again": (
        lambda by: make_article(state="withdrawn", by=by),
        lambda article, by: editorial.publish_again(article, by=by, reason="Right."),
    ),
    "save draft": (lambda by: make_article(), lambda article, by: editorial.save_draft(article, by=by, body="New.")),
    "discard": (lambda by: make_article(), lambda article, by: editorial.discard(article, by=by)),
}


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("fault", [("INSERT", "history_change"), ("UPDATE", "articles_article"), ("UPDATE", "articles_author")], ids=" on ".join)
def test_a_fault_in_the_middle_of_an_act_leaves_nothing(by, act, fault):
    make, do = ACTS[act]
    article = make(by)
    break_on(*fault)
    before = everything()
    try:
        with transaction.atomic():
            do(article, by)
    except IntegrityError:
        assert everything() == before
    else:
        assert fault[0] == "UPDATE"  # an act that writes no such row is not touched by the fault
        assert Change.objects.of(article).exists()


def test_withdrawing_enters_the_history_whole(by):
    article = make_article(state="published", by=by)
    editorial.withdraw(article, by=by, reason="privacy", note=" A person asked. ")

    assert newest_change(article) == {
        "act": "withdraw",
        "by": by.pk,
        "label": article.pid,
        "reason": "privacy: A person asked.",
        "before": {"state": "published", "withdrawn_at": None, "withdrawal_reason": "", "withdrawal_note": ""},
        "after": {"state": "withdrawn", "withdrawn_at": ANY, "withdrawal_reason": "privacy", "withdrawal_note": "A person asked."},
    }


def test_publishing_again_clears_the_withdrawal_and_keeps_the_version(by):
    article = make_article(state="withdrawn", by=by)
    again = editorial.publish_again(article, by=by, reason="The permission came.")

    values = ["state", "current_id", "first_published_at", "withdrawn_at", "withdrawal_reason", "withdrawal_note", "successor_id"]
    assert list(Article.objects.values_list(*values)) == [("published", article.current_id, article.first_published_at, None, "", "", None)]
    assert newest_change(again) == {
        "act": "publish again",
        "by": by.pk,
        "label": article.pid,
        "reason": "The permission came.",
        "before": {"state": "withdrawn", "withdrawn_at": ANY, "withdrawal_reason": "rights", "withdrawal_note": "Asked for by the publisher."},
        "after": {"state": "published", "withdrawn_at": None, "withdrawal_reason": "", "withdrawal_note": ""},
    }


def test_a_topic_given_while_it_was_withdrawn_is_known_when_it_is_public_again(by):
    article = make_article(state="withdrawn", by=by)
    article.topics.add(make_topic())
    unknown = Topic.objects.public().count()
    editorial.publish_again(article, by=by, reason="Right.")

    assert (unknown, Topic.objects.public().count()) == (0, 1)


@pytest.mark.parametrize("reason", ["", "because", "RIGHTS"])
def test_a_withdrawal_asks_for_a_reason_of_the_list(by, reason):
    with pytest.raises(editorial.ReasonMissing):
        editorial.withdraw(make_article(state="published", by=by), by=by, reason=reason)


@pytest.mark.parametrize("reason", ["", "  ", "\n"])
def test_blanks_are_no_reason(by, reason):
    shown, gone, reviewed = (make_article(state=state, by=by) for state in ("published", "withdrawn", "in review"))
    with pytest.raises(editorial.ReasonMissing):
        editorial.revise(shown, by=by, reason=reason, body="New.")
    with pytest.raises(editorial.ReasonMissing):
        editorial.publish_again(gone, by=by, reason=reason)
    with pytest.raises(editorial.ReasonMissing):
        editorial.send_back(reviewed, by=by, reason=reason)


@pytest.mark.parametrize("words", ["a\x00b", "a\ud800b", "a\x1bb"])
def test_reasons_and_notes_that_no_database_holds_are_refused_in_words(by, words):
    shown, gone = (make_article(state=state, by=by) for state in ("published", "withdrawn"))
    with pytest.raises(editorial.InvalidRecord, match="Character 2"):
        editorial.revise(shown, by=by, reason=words, body="New.")
    with pytest.raises(editorial.InvalidRecord, match="Character 2"):
        editorial.withdraw(shown, by=by, reason="error", note=words)
    with pytest.raises(editorial.InvalidRecord, match="Character 2"):
        editorial.publish_again(gone, by=by, reason=words)


@pytest.mark.parametrize("which", ["nobody", "itself", "a draft", "a withdrawn one"])
def test_a_duplicate_names_another_published_record(by, which):
    article = make_article(state="published", by=by)
    successor = {
        "nobody": lambda: None,
        "itself": lambda: article,
        "a draft": make_article,
        "a withdrawn one": lambda: make_article(state="withdrawn", by=by),
    }[which]()
    with pytest.raises(editorial.NoSuccessor):
        editorial.withdraw(article, by=by, reason="duplicate", successor=successor)

    assert (Article.objects.get(pk=article.pk).state, Redirect.objects.count()) == ("published", 0)


def test_a_superseded_article_names_its_successor_and_leads_nowhere_else(by):
    article, successor = (make_article(state="published", by=by) for _ in range(2))
    editorial.withdraw(article, by=by, reason="superseded", successor=successor)

    assert (Article.objects.get(pk=article.pk).successor, Redirect.objects.count()) == (successor, 0)


def test_review_and_sending_back_enter_the_history(by):
    article = editorial.submit(make_article(), by=by)
    editorial.send_back(article, by=by, reason="The date is missing.")

    assert list(Change.objects.of(article).values_list("act", "reason", "before", "after")) == [
        ("send back", "The date is missing.", {"state": "in review"}, {"state": "draft"}),
        ("submit", "", {"state": "draft"}, {"state": "in review"}),
    ]


@pytest.mark.django_db
def test_discarding_takes_the_captures_that_served_no_other(by, django_capture_on_commit_callbacks):
    article, other = make_article(), make_article()
    own, shared, layer = (store.put(data) for data in (b"own", b"shared", b"layer"))
    for sha, articles in ((own, [article]), (shared, [article, other])):
        capture = Capture.objects.create(sha256=sha, text_sha256=layer, size_bytes=3, media_type="text/plain", encoding="utf-8")
        for reader in articles:
            Reading.objects.create(capture=capture, article=reader)
    Suggestion.objects.create(article=article, entity=make_entity(), found="x")
    TaggedEntity.objects.create(content_object=article, tag=make_entity("Russia"))

    with django_capture_on_commit_callbacks(execute=True):
        editorial.discard(article, by=by)

    assert list(Article.objects.all()) == [other]
    assert (list(Capture.objects.values_list("sha256", flat=True)), {path.name for path in store.files()}) == ([shared], {shared, layer})
    entry = Change.objects.get(act="discard")
    assert (entry.by, entry.label, entry.object_id, entry.after, entry.before["title"]) == (by, article.pid, str(article.pk), None, article.title)


def test_an_article_that_was_public_is_not_discarded(by):
    article = make_article(state="withdrawn", by=by)
    before = everything()
    with pytest.raises(editorial.InUse):
        editorial.discard(article, by=by)

    assert everything() == before


def test_saving_a_draft_sets_its_text_in_the_form_of_a_body(by):
    article = make_article(body="Heading\n\nOld.")
    Version.objects.update(kinds="hp")
    former = Version.objects.get().sha256
    version = editorial.save_draft(article, by=by, body="Heading\r\n\r\n  Cafe\u0301   du\tmonde \r\n\r\n\r\n\r\nEnd\u00a0.\n")

    assert (version.body, version.kinds, Version.objects.get().body) == ("Heading\n\nCafé du monde\n\nEnd .", "hpp", version.body)
    assert newest_change(article) == {
        "act": "change text",
        "by": by.pk,
        "label": article.pid,
        "reason": "",
        "before": {"sha256": former, "kinds": "hp"},
        "after": {"sha256": hashlib.sha256("Heading\n\nCafé du monde\n\nEnd .".encode()).hexdigest(), "kinds": "hpp"},
    }


def test_saving_the_same_text_enters_nothing(by):
    article = make_article(body="Twice.\n\nTwice.")
    Version.objects.update(kinds="hp")
    editorial.save_draft(article, by=by, body="Twice.\n\nTwice.")

    assert (Version.objects.get().kinds, Change.objects.count()) == ("hp", 0)


def test_an_article_without_a_version_gets_its_first_by_a_saved_draft(by):
    article = Article.objects.create()
    editorial.save_draft(article, by=by, body="Text.")

    assert list(Version.objects.values_list("article", "number", "body", "kinds", "made_by", "frozen_at")) == [
        (article.pk, 1, "Text.", "p", by.pk, None)
    ]


@pytest.mark.parametrize(
    ("body", "kinds", "faults"),
    [
        ("One.\n\nTwo.", "p", {"kinds": ["The text has 2 blocks: give one letter for each, p, h or c."]}),
        ("One.", "x", {"kinds": ["The text has 1 blocks: give one letter for each, p, h or c."]}),
        ("One.\x00", None, {"body": ["Character 5 is a control character (U+0000): remove it."]}),
        ("One.\udfff", None, {"body": ["Character 5 is half of a character (a lone surrogate): copy the text again."]}),
    ],
    ids=["too few kinds", "no such kind", "NUL", "lone surrogate"],
)
def test_a_text_that_breaks_a_rule_is_refused_in_words(by, body, kinds, faults):
    article = make_article()
    before = everything()
    with pytest.raises(editorial.InvalidRecord) as caught:
        editorial.save_draft(article, by=by, body=body, kinds=kinds)

    assert (caught.value.faults, everything()) == (faults, before)


def test_of_many_those_that_are_ready_are_published_and_the_others_say_why_not(by):
    """What each leaves is what publishing it alone leaves, in no more statements than three for each."""
    one = [
        make_article(title=f"One {n}", body=f"Text {n}.", authors=[make_author(f"Author {n}")], publication=make_publication(f"P {n}"))
        for n in (1, 2)
    ]
    empty = make_article(title="Empty", body="")
    alone = editorial.publish(make_article(title="Alone"), by=by)

    with CaptureQueriesContext(connection) as queries:
        done = editorial.publish_all([one[1], empty, one[0]], by=by)

    assert [(article.pk, fault and fault.missing) for article, fault in done] == [
        (one[1].pk, None),
        (empty.pk, [("no-text", "It has neither a text nor an abstract.")]),
        (one[0].pk, None),
    ]
    assert len(queries) < 45
    assert dict(Article.objects.values_list("title", "state")) == {
        "One 1": "published",
        "One 2": "published",
        "Empty": "draft",
        "Alone": "published",
    }
    assert [version.record["authors"][0]["name"] for version in Version.objects.filter(article__in=one).order_by("article")] == [
        "Author 1",
        "Author 2",
    ]
    assert not Author.objects.filter(public_since=None).exists()
    assert not Publication.objects.filter(public_since=None).exists()
    assert {**newest_change(one[0]), "label": "", "before": 0, "after": 0} == {**newest_change(alone), "label": "", "before": 0, "after": 0}
    assert newest_change(one[0])["after"].keys() == newest_change(alone)["after"].keys()
    assert list(search.stale([article.pk for article in one])) == []


def test_of_many_none_is_published_when_one_is_public_already(by):
    ready, there = make_article(), make_article(state="published")
    before = everything()

    with pytest.raises(editorial.WrongState):
        editorial.publish_all([ready, there], by=by)

    assert everything() == before
