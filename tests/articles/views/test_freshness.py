"""A reader's copy of a page is called good only while it is the page."""

import datetime as dt

import pytest
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from django.utils.http import http_date, parse_http_date

from articles import editorial
from articles.editorial import Printing
from articles.models import Author, Capture, Publication, Reading, TaggedEntity, Topic
from articles.views import freshness
from articles.views.freshness import Made
from entities.models import Entity, Name
from tests.articles.views.facts import tree, words
from tests.factories import make_article, make_author, make_entity, make_publication, make_topic, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    """An article with something of everything that its page shows."""
    by = make_user()
    astana = make_entity("Astana", "place", names=[("Астана", "ru")])
    article = make_article(
        title="A balance kept",
        body="Astana spoke.",
        access="full",
        authors=[make_author()],
        publication=make_publication(),
        published_on="2014",
        by=by,
    )
    article.topics.add(make_topic("water"))
    TaggedEntity.objects.create(content_object=article, tag=astana)
    capture = Capture.objects.create(sha256="b" * 64, text_sha256="a" * 64, size_bytes=1, media_type="text/plain", encoding="utf-8")
    Reading.objects.create(capture=capture, article=article, removed=[{"start": 0, "end": 1, "rule": "menu"}])
    editorial.publish(article, by=by)
    editorial.revise(article, by=by, reason="Printed elsewhere", printings=[Printing(make_publication("The Other Review").pk)])
    article.refresh_from_db()
    return article


CHANGES = {
    "an entity is called otherwise": lambda article: Entity.objects.filter(name="Astana").update(name="Nur-Sultan"),
    "an entity moves": lambda article: Entity.objects.filter(name="Astana").update(slug="astana-city"),
    "an entity is of another kind": lambda article: Entity.objects.filter(name="Astana").update(kind="concept"),
    "a name is looked for no more": lambda article: Name.objects.filter(text="Astana").update(tagging_may_use=False),
    "a name is spelled otherwise": lambda article: Name.objects.filter(text="Astana").update(text="Astana spoke"),
    "a tag becomes uncertain": lambda article: article.tagged_entities.update(is_certain=False),
    "a tag goes": lambda article: article.tagged_entities.all().delete(),
    "a tag comes": lambda article: TaggedEntity.objects.create(content_object=article, tag=make_entity("Ankara", "place")),
    "a topic is reworded": lambda article: Topic.objects.update(name="rivers"),
    "a topic goes": lambda article: article.tagged_topics.all().delete(),
    "an author moves": lambda article: Author.objects.update(slug="another"),
    "a publication moves": lambda article: Publication.objects.filter(title="The Steppe Review").update(slug="another"),
    "the other publication moves": lambda article: Publication.objects.filter(title="The Other Review").update(slug="another"),
    "the day of the capture becomes known": lambda article: Capture.objects.update(captured_at=dt.datetime(2020, 1, 2, tzinfo=dt.UTC)),
    "something else was left out": lambda article: Reading.objects.update(removed=[{"start": 0, "end": 1, "rule": "share bar"}]),
    "the text is corrected": lambda article: editorial.revise(article, by=make_user(), reason="A slip", body="Astana spoke first."),
    "the text is closed": lambda article: editorial.revise(article, by=make_user(), reason="Rights", changes={"access": "record"}),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_changes_the_page_changes_its_validator(client, article, change):
    address = article.get_absolute_url()
    before = client.get(address)

    CHANGES[change](article)
    after = client.get(address, headers={"If-None-Match": before["ETag"]})

    assert (after.status_code, after["ETag"] == before["ETag"], after.content == before.content) == (200, False, False)


@pytest.mark.parametrize("version", ["", "v1/", "v2/"])
def test_an_unchanged_page_is_answered_from_what_it_is_made_of_and_nothing_is_made(client, article, version):
    address = f"{article.get_absolute_url()}{version}"
    first = client.get(address)

    with CaptureQueriesContext(connection) as queries:
        again = client.get(address, headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content, again["ETag"], again["Last-Modified"]) == (304, b"", first["ETag"], first["Last-Modified"])
    assert (again["Cache-Control"], "Content-Type" in again) == ("public, no-cache", False)
    assert len(queries) == (4 if version else 1)


@pytest.mark.engine_free
@pytest.mark.parametrize(
    ("condition", "status"),
    [('"other", {etag}', 304), ("W/{etag}", 304), ("*", 304), ('"other"', 200), ("{etag}x", 200), ("", 200), ('"\x00', 200)],
)
def test_a_condition_is_read_as_http_has_it(client, article, condition, status):
    etag = client.get(article.get_absolute_url())["ETag"]

    answers = [
        method(article.get_absolute_url(), headers={"If-None-Match": condition.format(etag=etag)}).status_code for method in (client.get, client.head)
    ]

    assert answers == [status, status]


def test_the_page_of_one_state_is_made_once_and_asked_for_each_time(client, article):
    address = article.get_absolute_url()
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            response = client.get(address)
        counts.append((len(queries), response))
    (making, first), (asking, second) = counts
    freshness._KEPT._drop(f"article {article.pid}")
    third = client.get(address)

    assert (making > 3, asking) == (True, 1)
    assert first.content == second.content == third.content
    assert {**first.headers} == {**second.headers}


@pytest.mark.engine_free
def test_a_day_alone_is_believed_for_the_very_second_it_was_given_for(client, article):
    address = article.get_absolute_url()
    given = client.get(address)["Last-Modified"]
    second = parse_http_date(given)

    def status(day):
        return client.get(address, headers={"If-Modified-Since": day}).status_code

    assert [status(given), status(http_date(second - 1)), status(http_date(second + 1)), status("no day"), status("")] == [304, 200, 200, 200, 200]
    Entity.objects.filter(name="Astana").update(name="Nur-Sultan")
    freshness._KEPT.page(f"article {article.pid}", "another state").since = second - 5
    assert status(http_date(second - 5)) == 200


@pytest.mark.parametrize("state", ["draft", "in review", "withdrawn"])
def test_what_is_not_public_is_never_called_unchanged(client, state):
    article = make_article(state=state, access="full")

    answer = client.get(article.get_absolute_url(), headers={"If-None-Match": "*", "If-Modified-Since": http_date()})

    assert (answer.status_code, "ETag" in answer, "Last-Modified" in answer) == (410 if state == "withdrawn" else 404, False, False)


def test_a_page_kept_is_gone_with_its_article_and_back_with_it(client, article):
    by, address = make_user(), article.get_absolute_url()
    etag = client.get(address)["ETag"]
    editorial.withdraw(article, by=by, reason="legal")

    gone = client.get(address, headers={"If-None-Match": etag})
    editorial.publish_again(article, by=by, reason="Settled")
    back = client.get(address)

    assert (gone.status_code, b"Astana spoke" in gone.content, "ETag" in gone) == (410, False, False)
    assert (back.status_code, words(tree(back).css_first("h1"))) == (200, "A balance kept")


@pytest.mark.engine_free
def test_a_page_that_changed_while_it_was_made_is_not_kept(client, article, rf):
    made = []

    def make():
        made.append(len(made))
        return Made(("a page",), {})

    for _ in range(2):
        freshness.answer(rf.get("/"), "a page in motion", "before", make, again=lambda: "after")

    assert made == [0, 1]


@pytest.mark.engine_free
def test_the_templates_and_the_code_are_part_of_a_validator(tmp_path):
    def etag():
        freshness._build.cache_clear()
        return freshness.etag_of("facts")

    ours = etag()
    try:
        with override_settings(BASE_DIR=tmp_path):
            (tmp_path / "templates").mkdir()
            (tmp_path / "templates" / "page.html").write_text("one")
            before = etag()
            (tmp_path / "templates" / "page.html").write_text("two")
            after = etag()
    finally:
        freshness._build.cache_clear()

    assert len({ours, before, after}) == 3
    assert freshness.etag_of("facts") == ours != freshness.etag_of("other facts")


@pytest.mark.engine_free
def test_the_pages_kept_stay_within_their_bound_and_the_oldest_go_first():
    kept = freshness._Kept()
    for number in range(200):
        page = kept.page(f"page {number}", "etag")
        kept.keep(f"page {number}", page, Made(("x" * 100_000,), {}))

    held = [number for number in range(200) if kept._pages.get(f"page {number}")]
    assert kept._characters <= freshness.MOST_KEPT
    assert held == list(range(200 - len(held), 200))
    assert 50 < len(held) < 61


@pytest.mark.engine_free
def test_a_page_too_large_to_keep_still_has_its_validator():
    kept = freshness._Kept()
    page = kept.page("large", "etag")

    kept.keep("large", page, Made(("x" * (freshness.LARGEST_KEPT + 1),), {}))

    assert (kept.page("large", "etag") is page, page.made) == (True, None)


@pytest.mark.engine_free
@pytest.mark.parametrize("address", ["/about/", "/about/report/", "/opensearch.xml", "/feed.atom", "/sitemaps/pages.xml", "/sitemaps/articles-1.xml"])
def test_what_is_not_an_article_has_a_validator_too(client, article, address):
    first = client.get(address)

    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    anew = client.get(address)

    assert [first.status_code, again.status_code, anew.content == first.content, anew["Content-Type"] == first["Content-Type"]] == [
        200,
        304,
        True,
        True,
    ]


@pytest.mark.engine_free
def test_another_contact_is_another_page(client, settings):
    first = client.get("/about/report/")
    settings.SECURITY_CONTACT = "archive@example.org"

    second = client.get("/about/report/", headers={"If-None-Match": first["ETag"]})

    assert (second.status_code, 'href="mailto:archive@example.org"' in second.content.decode()) == (200, True)
