"""What a page tells machines: whole sets of tags and whole graphs, and nothing for what is not known."""

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import editorial
from articles.models import TaggedEntity
from articles.templatetags.structured import json_ld
from articles.views import metadata
from articles.views.metadata import Subject, Where
from tests.articles.views.facts import tree
from tests.factories import make_article, make_author, make_entity, make_publication, make_topic, make_user

pytestmark = pytest.mark.engine_free

PAGE = "https://archive.example.org/articles/kz3b7m9tx/"
WHERE = Where(
    "https://archive.example.org",
    PAGE,
    {
        "kz0000001": "https://archive.example.org/authors/sadykova/",
        "kz0000002": "https://archive.example.org/authors/agency/",
        "kz0000003": "https://archive.example.org/publications/review/",
    },
    frozenset({"kz0000002"}),
)
WHOLE = {
    "title": "Баланс сохранён",
    "subtitle": "Два соседа",
    "title_romanised": "Balans sokhranyon",
    "title_translated": "A balance kept",
    "byline": "By Aigerim Sadykova and the Agency",
    "authors": [
        {"name": "Aigerim Sadykova", "role": "analyst", "affiliation": None, "pid": "kz0000001"},
        {"name": "The Agency", "role": None, "affiliation": None, "pid": "kz0000002"},
        {"name": "N. N.", "role": None, "affiliation": None, "pid": None},
    ],
    "publication": {"title": "The Steppe Review", "pid": "kz0000003", "issn": "2049-3630"},
    "publisher": "Steppe House",
    "section": "Opinion",
    "volume": "12",
    "issue": "3",
    "pages": "10–15",
    "published_on": "2014-02-05",
    "published_basis": "stated",
    "language": "ru",
    "rights": "https://creativecommons.org/licenses/by/4.0/",
    "source_url": "https://steppe.example/balance",
    "abstract": "What it says.",
}
EMPTY = {**dict.fromkeys(WHOLE), "authors": [], "abstract": ""}
FROZEN_AT = dt.datetime(2026, 1, 2, 3, 4, 5, 678, tzinfo=dt.UTC)


def article(record, subjects=(), topics=()):
    return metadata.news_article(record, WHERE, pid="kz3b7m9tx", version=2, frozen_at=FROZEN_AT, subjects=subjects, topics=topics)


def test_a_whole_record_in_highwire():
    assert metadata.highwire(WHOLE, WHERE, shows_text=True) == [
        ("citation_title", "Баланс сохранён: Два соседа"),
        ("citation_author", "Aigerim Sadykova"),
        ("citation_author", "The Agency"),
        ("citation_author", "N. N."),
        ("citation_publication_date", "2014/02/05"),
        ("citation_journal_title", "The Steppe Review"),
        ("citation_issn", "2049-3630"),
        ("citation_publisher", "Steppe House"),
        ("citation_volume", "12"),
        ("citation_issue", "3"),
        ("citation_firstpage", "10"),
        ("citation_lastpage", "15"),
        ("citation_language", "ru"),
        ("citation_public_url", PAGE),
        ("citation_fulltext_html_url", PAGE),
    ]


def test_a_whole_record_in_dublin_core():
    assert metadata.dublin_core(WHOLE, WHERE) == [
        ("DC.title", "Баланс сохранён: Два соседа"),
        ("DC.creator", "Aigerim Sadykova"),
        ("DC.creator", "The Agency"),
        ("DC.creator", "N. N."),
        ("DC.date", "2014-02-05"),
        ("DC.identifier", PAGE),
        ("DC.type", "Text"),
        ("DC.language", "ru"),
        ("DC.publisher", "Steppe House"),
        ("DC.source", "https://steppe.example/balance"),
        ("DC.relation", "The Steppe Review"),
        ("DC.rights", "https://creativecommons.org/licenses/by/4.0/"),
        ("DC.description", "What it says."),
    ]


def test_a_whole_record_in_schema_org():
    subjects = [Subject("Astana", "place", "/entities/astana/"), Subject("balance", "concept", "/entities/balance/")]

    assert article(WHOLE, subjects, ["water"]) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": PAGE,
        "mainEntityOfPage": PAGE,
        "url": PAGE,
        "identifier": "kz3b7m9tx",
        "headline": "Баланс сохранён: Два соседа",
        "alternateName": "A balance kept",
        "datePublished": "2014-02-05",
        "dateModified": "2026-01-02T03:04:05+00:00",
        "version": "2",
        "author": [
            {"@type": "Person", "name": "Aigerim Sadykova", "url": "https://archive.example.org/authors/sadykova/"},
            {"@type": "Organization", "name": "The Agency", "url": "https://archive.example.org/authors/agency/"},
            {"@type": "Person", "name": "N. N."},
        ],
        "publisher": {"@type": "Organization", "name": "Steppe House"},
        "isPartOf": {
            "@type": "PublicationIssue",
            "issueNumber": "3",
            "isPartOf": {
                "@type": "PublicationVolume",
                "volumeNumber": "12",
                "isPartOf": {
                    "@type": "Periodical",
                    "name": "The Steppe Review",
                    "issn": "2049-3630",
                    "url": "https://archive.example.org/publications/review/",
                },
            },
        },
        "pagination": "10–15",
        "articleSection": "Opinion",
        "inLanguage": "ru",
        "abstract": "What it says.",
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "isBasedOn": "https://steppe.example/balance",
        "about": [
            {"@type": "Place", "name": "Astana", "url": "https://archive.example.org/entities/astana/"},
            {"@type": "Thing", "name": "balance", "url": "https://archive.example.org/entities/balance/"},
        ],
        "keywords": ["water"],
        "isAccessibleForFree": True,
        "provider": {"@type": "ArchiveOrganization", "name": "kzarchive", "url": "https://archive.example.org/"},
    }


def test_nothing_is_said_of_what_is_not_known():
    assert metadata.highwire(EMPTY, WHERE, shows_text=False) == [("citation_public_url", PAGE), ("citation_abstract_html_url", PAGE)]
    assert metadata.dublin_core(EMPTY, WHERE) == [("DC.identifier", PAGE), ("DC.type", "Text")]
    assert set(article(EMPTY)) == {
        "@context",
        "@type",
        "@id",
        "mainEntityOfPage",
        "url",
        "identifier",
        "dateModified",
        "version",
        "isAccessibleForFree",
        "provider",
    }


@pytest.mark.parametrize(
    ("date", "highwire", "others"),
    [
        ("2014-02-05", "2014/02/05", "2014-02-05"),
        ("2014-02", "2014", "2014-02"),
        ("2014", "2014", "2014"),
        ("2014-02-05~", "2014/02/05", "2014-02-05"),
        ("2014?", "2014", "2014"),
        ("2014-02/2014-03", None, None),
        (None, None, None),
    ],
)
def test_a_date_is_as_precise_as_each_form_allows(date, highwire, others):
    record = {**EMPTY, "published_on": date}

    assert dict(metadata.highwire(record, WHERE, shows_text=False)).get("citation_publication_date") == highwire
    assert [dict(metadata.dublin_core(record, WHERE)).get("DC.date"), article(record).get("datePublished")] == [others, others]


@pytest.mark.parametrize(
    ("printed", "pages"),
    [("10–15", ("10", "15")), ("10-15", ("10", "15")), ("10", ("10", None)), ("A3", (None, None)), ("1, 4", (None, None)), (None, (None, None))],
)
def test_pages_are_given_where_they_are_a_first_and_a_last(printed, pages):
    tags = dict(metadata.highwire({**EMPTY, "pages": printed}, WHERE, shows_text=False))

    assert (tags.get("citation_firstpage"), tags.get("citation_lastpage")) == pages


def test_an_address_that_no_browser_opens_is_no_source():
    record = {**EMPTY, "source_url": "javascript:alert(1)"}

    assert ("isBasedOn" in article(record), "DC.source" in dict(metadata.dublin_core(record, WHERE))) == (False, False)


@given(st.dictionaries(st.text(max_size=5), st.text(alphabet="<>&'\"\\/!-\u2028\u2029 scriptSCRIPT{}é𝄞", max_size=30), max_size=3))
def test_a_data_block_is_read_back_as_it_was_and_ends_only_at_its_end(data):
    block = str(json_ld({"@type": "Thing", **data}))

    assert [block.count("<"), block.count(">")] == [2, 2]
    assert json.loads(block.removeprefix('<script type="application/ld+json">').removesuffix("</script>")) == {"@type": "Thing", **data}


def test_no_data_is_no_block():
    assert str(json_ld(None)) == ""


@pytest.mark.django_db
def test_the_page_says_the_same_to_readers_and_to_machines(client):
    by = make_user()
    author, publication = make_author(), make_publication(issn="2049-3630")
    body = make_author("The Agency", kind="corporate")
    made = make_article(
        title='Words & "quotes" <here>',
        subtitle="A subtitle",
        access="full",
        authors=[author, body],
        publication=publication,
        published_on="2014-02",
        language="en",
        by=by,
    )
    made.topics.add(make_topic("water"))
    TaggedEntity.objects.create(content_object=made, tag=make_entity("Astana", "place"))
    editorial.publish(made, by=by)
    address = f"http://127.0.0.1:8000{made.get_absolute_url()}"

    page = tree(client.get(made.get_absolute_url()))

    tags = [(tag.attributes["name"], tag.attributes["content"]) for tag in page.css("meta[name]")]
    blocks = [json.loads(block.text()) for block in page.css("script:not([src])")]
    title = 'Words & "quotes" <here>: A subtitle'
    assert [content for name, content in tags if name in {"citation_title", "DC.title"}] == [title, title]
    assert [content for name, content in tags if name == "citation_author"] == ["Aigerim Sadykova", "The Agency"]
    assert [block["@type"] for block in blocks] == ["NewsArticle", "BreadcrumbList"]
    assert [(writer["@type"], writer["name"]) for writer in blocks[0]["author"]] == [("Person", "Aigerim Sadykova"), ("Organization", "The Agency")]
    assert {name: blocks[0][name] for name in ("headline", "datePublished", "url", "keywords")} == {
        "headline": title,
        "datePublished": "2014-02",
        "url": address,
        "keywords": ["water"],
    }
    assert blocks[1]["itemListElement"] == [
        {"@type": "ListItem", "position": 1, "name": "kzarchive", "item": "http://127.0.0.1:8000/"},
        {"@type": "ListItem", "position": 2, "name": "Articles", "item": "http://127.0.0.1:8000/articles/"},
        {"@type": "ListItem", "position": 3, "name": 'Words & "quotes" <here>', "item": address},
    ]
    assert not any(not content.strip() for _, content in tags)


@pytest.mark.django_db
def test_the_label_of_an_untitled_article_is_no_title_to_machines(client):
    made = make_article(state="published", title=None, access="full", body="First words of it.")

    page = client.get(made.get_absolute_url()).content.decode()

    assert ["[First words of it.]" in page, "citation_title" in page, "DC.title" in page, "headline" in page] == [True, False, False, False]


@pytest.mark.django_db
def test_home_author_and_publication_say_what_they_are(client):
    author = make_author()
    publication = make_publication(issn="2049-3630", publisher="Steppe House")
    publication.titles.create(title="The Old Review", to_year=1998)
    make_article(state="published", authors=[author], publication=publication)

    blocks = [
        json.loads(tree(client.get(address)).css_first("script").text())
        for address in ("/", author.get_absolute_url(), publication.get_absolute_url())
    ]

    home = "http://127.0.0.1:8000"
    assert blocks[0]["potentialAction"] == {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{home}/search/?q={{search_term_string}}"},
        "query-input": "required name=search_term_string",
    }
    here = f"{home}{author.get_absolute_url()}"
    assert blocks[1] == {
        "@context": "https://schema.org",
        "@type": "ProfilePage",
        "url": here,
        "mainEntity": {"@type": "Person", "@id": here, "name": "Aigerim Sadykova", "identifier": author.pid, "url": here},
    }
    here = f"{home}{publication.get_absolute_url()}"
    assert blocks[2] == {
        "@context": "https://schema.org",
        "@type": "Periodical",
        "@id": here,
        "url": here,
        "identifier": publication.pid,
        "name": "The Steppe Review",
        "alternateName": ["The Old Review"],
        "issn": "2049-3630",
        "publisher": {"@type": "Organization", "name": "Steppe House"},
    }
