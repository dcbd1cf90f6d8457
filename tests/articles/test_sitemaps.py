"""The sitemap lists what a search engine may show, and nothing else."""

import re

import pytest

from articles import editorial, sitemaps
from tests.articles.views.facts import facts
from tests.factories import make_article, make_author, make_entity, make_publication, make_topic, make_user

pytestmark = pytest.mark.django_db

HOME = "http://127.0.0.1:8000"


def listed(client, address="/sitemap.xml"):
    """Return the addresses that a sitemap, or all parts of an index, list, site left out."""
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "application/xml; charset=utf-8")
    found = [place.removeprefix(HOME) for place in re.findall("<loc>(.*?)</loc>", response.content.decode())]
    return [page for part in found for page in listed(client, part)] if b"<sitemapindex" in response.content else found


@pytest.fixture
def archive():
    by = make_user()
    author, publication, topic = make_author(), make_publication(), make_topic()
    article = make_article(title="Open", access="full", authors=[author], publication=publication, by=by)
    article.topics.add(topic)
    editorial.publish(article, by=by)
    for access in ("record", "excerpt"):
        make_article(state="published", access=access, by=by)
    make_article(state="draft", access="full")
    make_article(state="in review", access="full", by=by)
    gone = make_article(state="published", access="full", by=by)
    editorial.withdraw(gone, by=by, reason="legal")
    make_author("Hidden Person")
    return article, [make_entity(), author, publication, topic]


def test_it_lists_open_articles_and_what_has_a_page(client, archive):
    article, records = archive

    assert listed(client) == [
        "/",
        "/articles/",
        "/publications/",
        "/authors/",
        "/topics/",
        "/claims/",
        "/entities/",
        "/about/",
        "/about/method/",
        "/about/citing/",
        "/about/report/",
        "/about/licence/",
        article.get_absolute_url(),
        *(record.get_absolute_url() for record in records),
    ]


def test_every_page_it_lists_is_there_is_its_own_canonical_and_may_be_indexed(client, archive):
    pages = listed(client)

    found = [
        (found["status"], found["canonical"], found.get("robots"), found.get("robots in the page")) for found in map(facts, map(client.get, pages))
    ]

    assert found == [(200, page, None, None) for page in pages]


def test_an_article_has_the_day_of_its_newest_version(client, archive):
    article, _ = archive
    editorial.revise(article, by=make_user(), reason="A slip", body="Other words.")
    frozen_at = article.versions.get(number=2).frozen_at

    lastmod = f"</loc><lastmod>{frozen_at:%Y-%m-%dT%H:%M:%SZ}</lastmod>"
    assert [client.get(address).content.decode().count(lastmod) for address in ("/sitemaps/articles-1.xml", "/sitemap.xml")] == [1, 1]


def test_what_is_taken_back_or_closed_is_out_at_once(client, archive):
    article, _ = archive
    before = article.get_absolute_url() in listed(client)
    editorial.revise(article, by=make_user(), reason="No licence", changes={"access": "record"})

    assert (before, article.get_absolute_url() in listed(client)) == (True, False)


def test_parts_are_ranges_of_keys_and_an_empty_one_is_not_named(client, monkeypatch):
    monkeypatch.setattr(sitemaps, "LARGEST", 2)
    by = make_user()
    articles = [make_article(state="published", access="full", by=by) for _ in range(5)]
    for article in articles[1:4]:
        editorial.withdraw(article, by=by, reason="legal")

    parts = list(re.findall(r"/sitemaps/articles-(\d+)\.xml", client.get("/sitemap.xml").content.decode()))

    assert parts == sorted({str((article.pk - 1) // 2 + 1) for article in (articles[0], articles[4])}, key=int)
    assert [page for part in parts for page in listed(client, f"/sitemaps/articles-{part}.xml")] == [
        articles[0].get_absolute_url(),
        articles[4].get_absolute_url(),
    ]


@pytest.mark.engine_free
def test_a_part_that_the_index_does_not_name_is_not_there(client, archive):
    addresses = ["articles-2", "articles-99999", "articles-0", "articles-01", "drafts-1", "articles-100000", "articles-", "Articles-1"]

    assert [client.get(f"/sitemaps/{name}.xml").status_code for name in addresses] == [404] * len(addresses)
