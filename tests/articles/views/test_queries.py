"""Pages cost the same number of queries with few rows behind them and with many."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import editorial
from articles.editorial import Credit, Printing
from articles.models import Capture, Question, Reading, TaggedEntity
from tests.factories import assess, make_article, make_author, make_claim, make_entity, make_publication, make_topic, make_user

pytestmark = pytest.mark.django_db


def furnish(count, by):
    """Make an article with ``count`` of everything a page shows, among ``count`` articles of its author, publication, topic and entity."""
    authors = [make_author(f"Author {count} {number}") for number in range(count)]
    publications = [make_publication(f"Publication {count} {number}") for number in range(count)]
    topics = [make_topic(f"topic {count} {number}") for number in range(count)]
    entities = [
        make_entity(f"Entity {count} {number}", "place", names=[(f"Имя {count} {number}", "ru"), (f"Атау {count} {number}", "kk")])
        for number in range(count)
    ]
    articles = []
    for number in range(count):
        article = make_article(
            title=None if number % 2 else f"Furnished {count} {number}",
            access="full",
            body=" ".join(entity.name for entity in entities),
            published_on=None if number % 3 else "2014",
            authors=authors,
            publication=publications[0],
            by=by,
        )
        article.topics.add(*topics)
        for entity in entities:
            TaggedEntity.objects.create(content_object=article, tag=entity)
        editorial.publish(article, by=by)
        articles.append(article)
    whole = articles[0]
    for number in range(count):
        capture = Capture.objects.create(
            sha256=f"{count * 1000 + number:064x}", text_sha256="a" * 64, size_bytes=1, media_type="text/plain", encoding="utf-8"
        )
        Reading.objects.create(capture=capture, article=whole, removed=[{"start": 0, "end": 1, "rule": "menu"}] * count)
    editorial.revise(
        whole,
        by=by,
        reason="Printed elsewhere too",
        credits=[Credit(author.name, author.pk, "analyst", "a desk") for author in authors],
        printings=[Printing(publication.pk, title="Other", published_on="2015") for publication in publications],
    )
    for number in range(count):
        editorial.revise(whole, by=by, reason="A better reading", body=" ".join([*(entity.name for entity in entities), str(number)]))
    dated = {"holds_for": "2014", "holds_basis": "stated", "measured": "embassies", "unit": "embassies"}
    claims = [make_claim(whole, words=entities[n].name, state="published", by=by, about=entities, value=str(n), **dated) for n in range(count)]
    question = Question.objects.create(text="How many?")
    question.claims.add(*claims)
    first = claims[0]
    for claim in claims:
        assess(claim, by=by)
        if claim != first:
            editorial.link(claim, first, by=by, kind="conflicts with", reason="Two numbers for one day.")
    for _ in range(count):
        assess(first, by=by)
    editorial.publish_question(question, by=by)
    editorial.correct(whole, by=by, span=(0, 3), reading="Other")
    return {
        "claims": "/claims/",
        "claim": first.get_absolute_url(),
        "claims as CSV": "/claims.csv",
        "claim as annotation": f"{first.get_absolute_url()}annotation.jsonld",
        "annotations": f"{whole.get_absolute_url()}annotations.jsonld",
        "question": question.get_absolute_url(),
        "article": whole.get_absolute_url(),
        "version": f"{whole.get_absolute_url()}v1/",
        "author": authors[0].get_absolute_url(),
        "publication": publications[0].get_absolute_url(),
        "topic": topics[0].get_absolute_url(),
        "entity": entities[0].get_absolute_url(),
        "home": "/",
        "list": "/articles/",
        "search": f"/search/?q=furnished+{count}",
        "entities": "/entities/",
        "publications": "/publications/",
        "id": f"/id/{whole.pid}",
        "feed": "/feed.atom",
        "feed of an entity": f"{entities[0].get_absolute_url()}feed.atom",
        "sitemap": "/sitemaps/articles-1.xml",
    }


@pytest.mark.engine_free
def test_every_page_costs_as_many_queries_with_thirty_rows_as_with_two(client):
    by = make_user()

    def costs(addresses):
        counted = {}
        for name, address in addresses.items():
            with CaptureQueriesContext(connection) as queries:
                response = client.get(address)
                assert response.status_code in {200, 308}
                assert b"".join(response) or response.status_code == 308  # what is sent in parts is asked for now
            counted[name] = len(queries)
        return counted

    with_two = costs(furnish(2, by))
    with_thirty = costs(furnish(30, by))

    assert with_thirty == with_two
    assert with_two == {
        "claims": 12,
        "claim": 19,
        "claims as CSV": 5,
        "claim as annotation": 7,
        "annotations": 6,
        "question": 7,
        "article": 17,  # two of them ask whether it changed
        "version": 24,
        "author": 7,
        "publication": 11,
        "topic": 5,
        "entity": 25,
        "home": 17,
        "list": 6,
        "search": 6,
        "entities": 1,
        "publications": 1,
        "id": 3,
        "feed": 3,
        "feed of an entity": 4,
        "sitemap": 1,
    }
