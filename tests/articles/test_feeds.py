"""Feeds: a new article and a correction are news; what is taken back is not."""

import re
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import editorial
from articles.models import TaggedEntity
from tests.factories import make_article, make_author, make_entity, make_publication, make_topic, make_user

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
HOME = "http://127.0.0.1:8000"


def entries(response):
    """Return each entry as {name of the element: texts, or addresses of links by relation}."""
    found = []
    for entry in ElementTree.fromstring(response.content).findall(f"{ATOM}entry"):
        values = {child.tag.removeprefix(ATOM): child.text for child in entry if child.tag not in {f"{ATOM}link", f"{ATOM}author"}}
        values["authors"] = [name.text for name in entry.iter(f"{ATOM}name")]
        found.append({**values, **{link.get("rel"): link.get("href") for link in entry.findall(f"{ATOM}link")}})
    return found


def test_a_new_article_and_its_correction_are_entries_with_addresses_that_stay(client):
    by = make_user()
    article = make_article(
        state="published", title="A <balance> & more", abstract="What it says.", authors=[make_author()], language="en", access="full", by=by
    )
    editorial.revise(article, by=by, reason="A slip", body="Other words.")
    first, second = article.versions.order_by("number")
    home = f"{HOME}{article.get_absolute_url()}"

    response = client.get("/feed.atom")

    assert (response.status_code, response["Content-Type"]) == (200, "application/atom+xml; charset=utf-8")
    assert entries(response) == [
        {
            "id": f"{home}v2/",
            "title": "A <balance> & more (version 2)",
            "updated": second.frozen_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "summary": "Version 2: A slip",
            "authors": ["Aigerim Sadykova"],
            "alternate": f"{home}v2/",
            "license": "https://creativecommons.org/licenses/by/4.0/",
        },
        {
            "id": f"{home}v1/",
            "title": "A <balance> & more",
            "updated": first.frozen_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "summary": "What it says.",
            "authors": ["Aigerim Sadykova"],
            "alternate": home,
            "license": "https://creativecommons.org/licenses/by/4.0/",
        },
    ]
    feed = ElementTree.fromstring(response.content)
    assert {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")} == {"self": f"{HOME}/feed.atom", "alternate": f"{HOME}/"}
    assert [feed.find(f"{ATOM}{name}").text for name in ("id", "title", "updated")] == [
        f"{HOME}/feed.atom",
        "kzarchive: latest additions",
        second.frozen_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
    ]


def test_an_empty_archive_has_a_feed_that_is_whole(client):
    feed = ElementTree.fromstring(client.get("/feed.atom").content)

    assert (len(feed.findall(f"{ATOM}entry")), re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", feed.find(f"{ATOM}updated").text) is None) == (
        0,
        False,
    )


def test_an_untitled_article_without_authors_is_an_entry_with_a_label(client):
    make_article(state="published", title=None, abstract="Open words of it.", body="Closed words.")

    (entry,) = entries(client.get("/feed.atom"))

    assert [entry["title"], entry["summary"], entry["authors"], "license" in entry] == [
        "Untitled: [Open words of it.]",
        "Open words of it.",
        [],
        False,
    ]


def test_what_is_listed_somewhere_has_a_feed_of_its_own(client):
    by = make_user()
    author, publication, topic, entity = make_author(), make_publication(), make_topic(), make_entity()
    article = make_article(title="Inside", authors=[author], publication=publication, by=by)
    article.topics.add(topic)
    TaggedEntity.objects.create(content_object=article, tag=entity)
    editorial.publish(article, by=by)
    make_article(state="published", title="Outside", by=by)
    pages = [record.get_absolute_url() for record in (author, publication, topic, entity)]
    for record in (author, publication, topic):
        record.refresh_from_db()

    found = {page: [entry["title"] for entry in entries(client.get(f"{page}feed.atom"))] for page in pages}

    assert found == {key: ["Inside"] for key in pages}
    assert [f'href="{page}feed.atom"' in client.get(page).content.decode() for page in pages[:3]] == [True] * 3


def test_what_is_taken_back_is_out_of_the_feed_at_once_and_a_draft_was_never_in_it(client):
    by = make_user()
    article = make_article(state="published", title="Kept", by=by)
    gone = make_article(state="published", title="Taken back", by=by)
    make_article(title="A draft")
    etag = client.get("/feed.atom")["ETag"]
    editorial.withdraw(gone, by=by, reason="legal")

    response = client.get("/feed.atom", headers={"If-None-Match": etag})

    assert (response.status_code, [entry["id"] for entry in entries(response)]) == (200, [f"{HOME}{article.get_absolute_url()}v1/"])


def test_an_unchanged_feed_is_answered_from_one_query(client):
    make_article(state="published")
    first = client.get("/feed.atom")

    with CaptureQueriesContext(connection) as queries:
        again = client.get("/feed.atom", headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content, len(queries), again["Last-Modified"]) == (304, b"", 1, first["Last-Modified"])


@pytest.mark.engine_free
def test_a_feed_of_nobody_is_not_there_and_a_hidden_author_is_nobody(client):
    hidden, nobody = make_author("Hidden Person"), "nobody"
    make_article(authors=[hidden])

    answers = [client.get(f"/{section}/{slug}/feed.atom") for section in ("authors", "publications", "topics", "entities") for slug in (nobody,)]
    answers.append(client.get(f"/authors/{hidden.slug}/feed.atom"))

    assert {(answer.status_code, answer.content) for answer in answers} == {(404, answers[0].content)}
