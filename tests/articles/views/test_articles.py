"""The page of an article: what it says of the record, and the text exactly as the version has it."""

import datetime as dt
import json

import pytest
from django.utils import timezone

from articles import editorial
from articles.editorial import Credit, Printing
from articles.models import Capture, Reading, TaggedEntity
from tests.articles.views.facts import tree, words
from tests.factories import make_article, make_author, make_entity, make_publication, make_topic, make_user

pytestmark = pytest.mark.django_db

HOSTILE = "<script>alert(1)</script> \u202e\"'&lt;"


def record_of(page):
    return {words(pair.css_first("dt")): words(pair.css_first("dd")) for pair in page.css("dl.record > div")}


def test_a_whole_record_is_shown_with_the_basis_of_each_fact(client):
    by = make_user()
    author = make_author()
    article = make_article(
        title="Баланс сохранён",
        subtitle="Два соседа",
        title_translated="A balance kept",
        title_romanised="Balans sokhranyon",
        byline="By Aigerim Sadykova",
        publication=make_publication(publisher="Steppe House", issn="2049-3630"),
        section="Opinion",
        volume="12",
        issue="3",
        pages="10–15",
        published_on="2014-02",
        published_basis="dateline",
        dateline="ASTANA, February",
        language="ru",
        quality=["machine-translated:de"],
        rights="http://rightsstatements.org/vocab/InC/1.0/",
        rights_basis="printed on the page",
        rights_printed="All rights reserved",
        source_url="https://steppe.example/balance?a=1&b=2",
        access="record",
        by=by,
    )
    capture = Capture.objects.create(
        sha256="b" * 64,
        text_sha256="a" * 64,
        size_bytes=1,
        media_type="text/plain",
        encoding="utf-8",
        captured_at=dt.datetime(2020, 1, 2, tzinfo=dt.UTC),
    )
    removed = [{"start": n, "end": n + 1, "rule": rule} for n, rule in enumerate(["menu", "view counter", "menu"])]
    Reading.objects.create(capture=capture, article=article, removed=removed)
    editorial.publish(article, by=by)
    other = make_publication("The Other Review")
    editorial.revise(
        article,
        by=by,
        reason="Printed elsewhere too",
        credits=[Credit("Aigerim Sadykova", author.pk, "analyst", "Steppe House")],
        printings=[Printing(other.pk, title="Kept", published_on="2015", volume="9", note="abridged")],
    )

    page = tree(client.get(article.get_absolute_url()))

    today = timezone.now()
    assert record_of(page) == {
        "Publication": "The Steppe Review ISSN 2049-3630",
        "Publisher": "Steppe House",
        "Section": "Opinion",
        "Volume": "12",
        "Issue": "3",
        "Pages": "10–15",
        "Date": "February 2014 taken from the dateline",
        "Dateline": "ASTANA, February",
        "Language": "Russian",
        "Quality": "Machine-translated from German",
        "By-line as printed": "By Aigerim Sadykova",
        "Rights": "In copyright Basis: printed on the page Printed: “All rights reserved”",
        "Source": "https://steppe.example/balance?a=1&b=2",
        "Capture": f"saved on 2 January 2020, brought in on {today.day} {today:%B %Y}",
        "What was left out": "menu: 2view counter: 1",
    }
    assert words(page.css_first("header.head")) == (
        "The Steppe Review · February 2014 Баланс сохранён Два соседа Translated A balance kept Romanised Balans sokhranyon "
        "Aigerim Sadykova, analyst, Steppe House"
    )
    assert words(page.css_first(".printings")) == "The Other Review, “Kept”, volume 9, 2015 (abridged)"
    assert words(page.css_first(".not-shown")) == (
        "Why the text is not here The rights of this text (In copyright) do not let the archive show it; its record is open. "
        "Read it at the source: https://steppe.example/balance?a=1&b=2."
    )
    assert [(link.attributes["href"], link.attributes["rel"]) for link in page.css("a.address, dd.address a")] == [
        ("https://steppe.example/balance?a=1&b=2", "nofollow noopener")
    ] * 2
    assert [[words(cell) for cell in row.css("td")] for row in page.css(".versions tbody tr")] == [
        [f"Version {number}", f"{today.day} {today:%B %Y}", reason] for number, reason in ((2, "Printed elsewhere too"), (1, "First publication"))
    ]


def test_a_bare_record_says_what_is_not_known(client):
    article = make_article(state="published", title=None, body="One two three four five six seven eight nine.", access="full")

    page = tree(client.get(article.get_absolute_url()))

    assert record_of(page) == {
        "Date": "not known",
        "Language": "not known",
        "Rights": "CC BY 4.0 Basis: our own text",
        "Source": "address not known",
    }
    assert [words(page.css_first(selector)) for selector in ("title", "h1.label", ".kicker", ".citation")] == [
        "Untitled: [One two three four five six seven eight…] · kzarchive",
        "[One two three four five six seven eight…]",
        "Undated",
        f"kzarchive, http://127.0.0.1:8000/articles/{article.pid}/",
    ]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"access": "record"}, "Whether this text may be shown is not known, so that only its record is open. No address of the source is known."),
        ({"access": "excerpt"}, "The rights of this text allow short excerpts only, which a search shows. No address of the source is known."),
        ({"body": "", "abstract": "An abstract."}, "The archive holds the record of this article and no text. No address of the source is known."),
    ],
)
def test_a_page_without_a_text_says_why(client, fields, reason):
    article = make_article(state="published", **fields)

    page = tree(client.get(article.get_absolute_url()))

    assert words(page.css_first(".not-shown p")) == reason
    assert page.css_first("[data-annotation-root]") is None


def test_the_text_stands_in_one_element_block_by_block_as_the_version_has_it(client):
    by = make_user()
    body = "A heading\n\nAstana & <b>bold</b> “claims”, mutually- beneficial.\n\nPhoto: Astana\n\nThe end.​"
    article = make_article(access="full", body=body, language="en", by=by)
    article.versions.update(kinds="hpcp")
    TaggedEntity.objects.create(content_object=article, tag=make_entity("Astana", "place"))
    editorial.publish(article, by=by)

    root = tree(client.get(article.get_absolute_url())).css("[data-annotation-root]")

    assert [(block.tag, block.text()) for block in root[0].iter()] == list(zip(["h2", "p", "figure", "p"], body.split("\n\n"), strict=True))
    assert [(link.attributes["href"], link.text()) for link in root[0].css("a")] == [("/entities/astana/", "Astana")]
    assert (len(root), root[0].attributes["lang"]) == (1, "en")


def test_entities_and_topics_are_linked(client):
    by = make_user()
    article = make_article(by=by)
    article.topics.add(make_topic("water"), make_topic("gas"))
    for name, is_certain in (("Kazakhstan", True), ("Astana", False)):
        TaggedEntity.objects.create(content_object=article, tag=make_entity(name, "place"), is_certain=is_certain)
    editorial.publish(article, by=by)

    page = tree(client.get(article.get_absolute_url()))

    assert [(words(item), item.css_first("a").attributes["href"]) for item in page.css(".tags li")] == [
        ("Astana place, uncertain", "/entities/astana/"),
        ("Kazakhstan place", "/entities/kazakhstan/"),
        ("gas", "/topics/gas/"),
        ("water", "/topics/water/"),
    ]


def test_a_page_is_built_from_the_frozen_record(client):
    by = make_user()
    author, publication = make_author("Aigerim Sadykova"), make_publication("The Steppe Review")
    article = make_article(state="published", authors=[author], publication=publication, by=by)
    for record in (author, publication):
        record.refresh_from_db()
    author.name, publication.title = "A. Sadykova-Lee", "The New Review"
    author.save()
    publication.save()

    page = tree(client.get(article.get_absolute_url()))

    assert [words(page.css_first(selector)) for selector in (".byline", ".kicker")] == ["Aigerim Sadykova", "The Steppe Review · undated"]


def test_hostile_words_stay_words_in_every_field(client):
    by = make_user()
    author, publication, topic, entity = (
        make_author(HOSTILE),
        make_publication(HOSTILE, publisher=HOSTILE),
        make_topic(HOSTILE),
        make_entity(HOSTILE, "place"),
    )
    fields = dict.fromkeys(
        [
            "title",
            "subtitle",
            "title_romanised",
            "title_translated",
            "byline",
            "section",
            "volume",
            "issue",
            "dateline",
            "abstract",
            "rights_printed",
            "body",
        ],
        HOSTILE,
    )
    article = make_article(
        **fields,
        pages="1",
        language="en",
        quality=[HOSTILE],
        source_url="javascript:alert(1)",
        authors=[author],
        publication=publication,
        access="full",
        by=by,
    )
    article.topics.add(topic)
    TaggedEntity.objects.create(content_object=article, tag=entity)
    with pytest.raises(editorial.NotReady):
        editorial.publish(article, by=by)
    article.source_url = "ftp://example.org/a"
    article.save()
    editorial.publish(article, by=by)
    records = [article, author, publication, topic, entity]
    for record in records[1:]:
        record.refresh_from_db()

    pages = [client.get(address) for address in ("/", "/articles/", "/entities/", *(record.get_absolute_url() for record in records))]
    editorial.withdraw(article, by=by, reason="legal", note=HOSTILE)
    pages.append(client.get(article.get_absolute_url()))

    assert [page.status_code for page in pages] == [200] * 8 + [410]
    assert {script.attributes.get("type") for page in pages for script in tree(page).css("script:not([src])")} == {"application/ld+json"}
    blocks = [json.loads(script.text()) for page in pages for script in tree(page).css("script:not([src])")]
    assert f"{HOSTILE}: {HOSTILE}" in [block.get("headline") for block in blocks]
    assert [
        link.attributes.get("href")
        for page in pages
        for link in tree(page).css("a")
        if not link.attributes["href"].startswith(("/", "#", "?", "https://creativecommons.org/"))
    ] == []
