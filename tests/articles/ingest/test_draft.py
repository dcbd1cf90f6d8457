"""How statements become a record: what wins, what stays open, and what is said about it."""

import datetime as dt

import pytest

from articles.ingest.draft import draft
from articles.ingest.record import Draft, Removed

TODAY = dt.date(2026, 11, 22)
PROSE = "The road was built in two years, and nobody who saw it then would know it again today."


def read_page(text: str) -> Draft:
    return draft(text.encode(), today=TODAY)


def published(text: str) -> tuple[str | None, list[str]]:
    found = read_page(text)
    return found.published_on, [doubt.code for doubt in found.doubts]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("5 February 2014", ("2014-02-05", [])),
        ("May 2016", ("2016-05", [])),
        ("05/02/2014", (None, ["ambiguous-date"])),
        ("Wednesday, 05/02/2014", ("2014-02-05", [])),
        ("05/02/2014\nUpdated: 5 February 2014", ("2014-02-05", [])),
        ("05/02/2014\nUpdated: 25/02/2014", ("2014-02-05", [])),
        ("05/02/2014\n2 May 2014", ("2014-05-02", [])),
        ("1 January 2030", (None, ["future-date"])),
        ("23 November 2026", ("2026-11-23", [])),
        ("02/12/2026", ("2026-02-12", [])),
        ("Published: 3 May 2016\n4 May 2016", ("2016-05-03", ["dates-disagree"])),
        ("Monday, 5 February 2014", ("2014-02-05", ["weekday-disagrees"])),
        ("Updated: 5 February 2014", (None, [])),
    ],
)
def test_the_day_of_publication_is_settled_by_what_the_capture_states(lines, expected):
    assert published(f"A road to the border\n{lines}\n\n{PROSE}\n\n{PROSE} Again.") == expected


def test_an_ambiguous_date_names_both_its_readings():
    assert [doubt.message for doubt in read_page(f"A road to the border\n05/02/2014\n\n{PROSE}").doubts] == [
        "The date can be read as 2014-02-05 or as 2014-05-02; nothing in the capture settles which."
    ]


def test_a_date_in_the_text_is_not_the_day_of_publication():
    assert published(f"A road to the border\n\nOn 5 February 2014 {PROSE.lower()}") == (None, [])


def test_a_first_line_that_is_a_sentence_is_no_title():
    found = read_page(f"{PROSE}\n\nThey were proud of it.")

    assert (found.title, found.body) == (None, f"{PROSE}\n\nThey were proud of it.")


def test_the_name_of_a_site_above_the_title_is_the_publication_and_not_the_title():
    found = read_page(f"Steppe Times\nPolitics\nA road to the border is built\n\n{PROSE}")

    assert (found.title, found.section, found.publication) == ("A road to the border is built", "Politics", "Steppe Times")
    assert found.removed == ()


def test_a_heading_stands_between_paragraphs_without_a_stop():
    found = read_page(f"{PROSE}\n\nThe second year\n\n{PROSE} Again.\n\n- an item\n\nThe last line")

    assert (found.kinds, found.body.split("\n\n")[1]) == ("phppp", "The second year")


def test_spans_tell_where_each_statement_stands():
    found = read_page(f"A road to the border\nBy Anna Kessler\nIssue: 7\n\n{PROSE}")

    assert {name: [found.text_layer[start:end] for start, end in spans] for name, spans in found.spans.items()} == {
        "authors": ["Anna Kessler"],
        "byline": ["By Anna Kessler"],
        "issue": ["7"],
        "title": ["A road to the border"],
    }
    assert found.removed == (Removed(37, 43, "field label"),)


def test_names_and_days_in_the_head_of_a_page_are_statements():
    page = (
        "<html><head><title>A road | Steppe Review</title><script type='application/ld+json'>"
        '{"@type": "NewsArticle", "headline": "A road", "datePublished": "2016-05-03", "author": {"name": "Anna Kessler"},'
        ' "publisher": {"name": "Steppe Media"}}</script></head>'
        f"<body><p>{PROSE}</p></body></html>"
    )

    found = read_page(page)

    assert (found.title, found.published_on, [a.name for a in found.authors], found.publisher) == (
        "A road",
        "2016-05-03",
        ["Anna Kessler"],
        "Steppe Media",
    )
    assert (found.body, found.spans) == (PROSE, {})


def test_linked_data_that_is_broken_or_endless_is_passed_over():
    for data in ("{", "[" * 100_000, '{"@type": ["Article"], "author": 7, "datePublished": 8, "publisher": []}', "null", '"x"'):
        page = f"<html><head><script type='application/ld+json'>{data}</script></head><body><p>{PROSE}</p></body></html>"
        assert read_page(page).body == PROSE


def test_a_time_element_settles_the_date_it_stands_around():
    page = f"<html><body><h1>A road to the border</h1><p><time datetime='2014-02-05'>05/02/2014</time></p><p>{PROSE}</p></body></html>"

    assert published(page) == ("2014-02-05", [])


def test_each_of_several_articles_has_its_part():
    one = f"{PROSE}\nENDS\nCopyright (c) Steppe Digest - all rights reserved\n"

    found = read_page(one + one + one)

    assert [found.text_layer[start:end] for start, end in found.parts] == [one, one, one]
    assert (found.body, [doubt.code for doubt in found.doubts]) == (PROSE, ["several-articles"])


def test_who_signs_twice_is_one_author():
    found = read_page(f"A road to the border\nBy Anna Kessler\n\n{PROSE}\n\nBy Anna Kessler, historian")

    assert ([author.name for author in found.authors], found.byline, found.body) == (["Anna Kessler"], "By Anna Kessler", PROSE)


def test_notes_below_an_end_mark_are_no_second_article():
    found = read_page(f"{PROSE}\nENDS\nNotes to editors\n{PROSE}")

    assert (len(found.parts), found.body) == (1, f"{PROSE}\n\nNotes to editors\n\n{PROSE}")


def test_of_more_short_lines_than_any_article_has_those_in_the_middle_stay_as_they_stand(monkeypatch):
    monkeypatch.setattr("articles.ingest.page._MOST_SHORT_LINES", 3)
    found = read_page(f"Rate this item\n{PROSE * 5}\n" * 9)

    assert found.body.count("Rate this item") == 3
    assert [(doubt.code, doubt.message) for doubt in found.doubts if doubt.code == "long-page"] == [
        ("long-page", "The page has more short lines than any article: lines 7 to 11 were taken as they stand. Bring it in in parts.")
    ]
