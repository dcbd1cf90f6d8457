"""How little an act on one record asks of the database: some twenty statements at most, and as many for thirty rows of each kind as for two."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles import editorial, search, store
from articles.editorial import publishing
from articles.models import (
    AlsoPrinted,
    Article,
    Capture,
    Contribution,
    DeskDocument,
    Evidence,
    PublicDocument,
    Reading,
    Suggestion,
    TaggedEntity,
    TaggedTopic,
    Version,
)
from entities.models import Entity
from tests.factories import make_article, make_author, make_entity, make_publication, make_topic

from .pages import fields_of

pytestmark = [pytest.mark.django_db, pytest.mark.engine_free]

MOST = 20
# Of an article that has other printings, tags and topics, each kind of rows is read by a statement of its own, and what it names for the
# first time is noted to be public in three.
MOST_OF_ONE_WITH_ALL = 23
# One is published with an author, a publication and tags that never were public, and revised from end to end, names of tags included.
MOST_OF_THESE = {"published": 21, "the text revised": 21}
LEFT_OUT = "Views: 7"


def asked_by(client, address, given):
    """Return how many statements a request asks, those left out that begin and end transactions."""
    with CaptureQueriesContext(connection) as asked:
        assert client.post(address, given).status_code == 302
    return sum(not query["sql"].startswith(("SAVEPOINT", "RELEASE")) for query in asked)


def address(page, article):
    return reverse(f"admin:articles_article_{page}", args=[article.pk])


@pytest.fixture
def known():
    """Records that articles name, thirty of each kind."""
    make_entity("Another")
    found = [
        (make_author(f"Author {number}"), make_publication(f"Publication {number}"), make_entity(f"Entity {number}"), make_topic(f"topic {number}"))
        for number in range(30)
    ]
    editorial.KnownNames.current()  # the names of the authority file are read once, and not by each act
    return found


def furnished(known, *, is_plain):
    """Make a draft with a row of each kind for each of ``known``; one that is plain has a by-line, suggested tags and captures alone."""
    body = f"A first paragraph.\n\nA second one, of {', '.join(entity.name for _, _, entity, _ in known)}."
    article = make_article(body=body, access="full", published_on="2014", publication=known[0][1])
    layer = f"By Dana Omarova\n\n{body}\n\n{LEFT_OUT}\n"
    rows = {model: [] for model in (Contribution, Suggestion, Capture, AlsoPrinted, TaggedEntity, TaggedTopic)}
    for place, (author, publication, entity, topic) in enumerate(known, start=1):
        with store.locked():
            shas = [store.put(text.encode()) for text in (f"{article.pk} {place}", layer)]
        file = {"size_bytes": 5, "filename": "a.txt", "media_type": "text/plain", "encoding": "utf-8"}
        rows[Capture].append(Capture(sha256=shas[0], text_sha256=shas[1], **file))
        rows[Contribution].append(Contribution(article=article, position=place, name=author.name, author=author))
        rows[Suggestion].append(Suggestion(article=article, entity=entity, found=entity.name))
        if not is_plain:
            rows[AlsoPrinted].append(AlsoPrinted(article=article, publication=publication))
            rows[TaggedEntity].append(TaggedEntity(content_object=article, tag=entity))
            rows[TaggedTopic].append(TaggedTopic(content_object=article, tag=topic))
    for model, made in rows.items():
        model.objects.bulk_create(made)
    start = layer.index(LEFT_OUT)
    removed = [{"start": start, "end": start + len(LEFT_OUT), "rule": "view counter"}]
    Reading.objects.bulk_create(Reading(article=article, capture=capture, removed=removed) for capture in rows[Capture])
    search.index([article.pk])
    return article


def acts_on(client, known, another, *, is_plain=False):
    """Lead an article with a row of each kind for each of ``known`` through all that is done to one; return how much each act asked."""
    article = furnished(known, is_plain=is_plain)
    start = article.readings.first().removed[0]["start"]
    asked = {}

    def done(name, page, given, of=article):
        asked[name] = asked_by(client, address(page, of), given)

    def form_of(page, **typed):
        return {**fields_of(client.get(address(page, article))), "made_from": "99999999", **typed}

    def with_text():
        version = article.versions.get()
        return {**form, "body": version.body, "kinds": version.kinds}

    form = form_of("review")
    done("nothing typed", "change", form)
    done("words put back", "review", {**form, "_restore": f"{start}-{start + len(LEFT_OUT)}"})
    form = with_text()
    done("an author taken", "review", {**form, "_take": "1", "_take_words": "Dana Omarova", "_take_field": "author"})
    turned = {f"contributions-{row}-position": str(len(known) - row) for row in range(len(known))}
    done("the by-line turned round", "change", {**form, **turned})
    form |= turned
    done("the text", "change", {**form, "body": f"Quite another text, of {known[0][2].name}.", "kinds": ""})
    form = with_text()
    done("all tags confirmed", "review", {**form, "_answer_all": "1"})
    done("submitted", "submit", {})
    done("published", "publish", {})
    form = form_of("change")
    rows = int(form["tagged_entities-INITIAL_FORMS"])
    done("a tag of a public article", "change", {
        **form, "tagged_entities-TOTAL_FORMS": str(rows + 1), f"tagged_entities-{rows}-tag": str(another.pk),
    })  # fmt: skip
    form = form_of("revise", reason="A misprint.")
    done("the by-line revised", "revise", {**form, **{f"credits-{row}-role": "analyst" for row in range(len(known))}})
    done("the text revised", "revise", {**form_of("revise", reason="A misprint."), "body": "A third text."})
    done("a claim marked", "mark", {"kind": "event", "version": "3", "quote": "A third text"})
    done("withdrawn", "withdraw", {"reason": "error"})
    done("published again", "publish_again", {"reason": "It was no slip."})
    done("discarded", "discard", {}, of=furnished(known, is_plain=is_plain))
    return asked


def over(asked, most):
    return {name: count for name, count in asked.items() if count > max(most, MOST_OF_THESE.get(name, 0))}


def test_an_act_on_an_article_asks_at_most_twenty_statements(publisher, known):
    assert over(acts_on(publisher, known[:2], Entity.objects.get(name="Another"), is_plain=True), MOST) == {}


def test_an_act_asks_as_much_for_thirty_rows_of_each_kind_as_for_two(publisher, known):
    few, many = (acts_on(publisher, some, Entity.objects.get(name="Another")) for some in (known[:2], known))

    assert many == few
    assert over(many, MOST_OF_ONE_WITH_ALL) == {}


def test_whatever_points_at_an_article_goes_before_it():
    looked_through = set(publishing._hanging_on([]))
    pointing = {
        relation.related_model
        for model in (Article, Version)
        for relation in model._meta.get_fields(include_hidden=True)
        if relation.auto_created and not relation.concrete and not relation.many_to_many
    }

    # The entries of the index are forgotten first, and evidence and marks of a claim go with the claim.
    assert pointing - looked_through == {PublicDocument, DeskDocument, Evidence}
