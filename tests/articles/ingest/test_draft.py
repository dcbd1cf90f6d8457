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


@pytest.mark.parametrize(
    ("citation", "expected"),
    [
        ("Kessler, A. (2016). A road to the border and back. Steppe Journal, 4(2), 11–25.", (["A. Kessler"], "2016")),
        ("Кесслер А.Б.; Ким В.Г. A road to the border and back // Steppe Journal. 2016. № 2.", (["Кесслер А.Б.", "Ким В.Г."], "2016")),
        ("Anna Kessler & Victor Kim. A road to the border and back. Steppe Journal, may 2016. Available at: x. 3 June 2020", (
            ["Anna Kessler", "Victor Kim"], "2016-05",
        )),
        ("The Steppe Journal Board. A road to the border and back. 2016", ([], "2016")),
        ("Kessler, A. (2016). Another road. Steppe Journal, 4(2), 11–25.", ([], None)),
    ],
)  # fmt: skip
def test_a_note_on_how_to_cite_names_authors_only_before_the_title_of_the_page(citation, expected):
    found = read_page(f"A road to the border and back\n\n{PROSE}\n\n{PROSE} Again.\n\nHow to cite\n{citation}\n")

    assert ([author.name for author in found.authors], found.published_on) == expected
    assert found.body == f"{PROSE}\n\n{PROSE} Again."


def test_what_else_an_author_is_cited_with_is_not_read_where_the_page_names_one():
    found = read_page(
        f"A road to the border and back\nBy Victor Kim\n3 May 2017\n\n{PROSE}\n\nHow to cite\nKessler, A. (2016). A road to the border and back.\n"
    )

    assert ([author.name for author in found.authors], found.published_on) == (["Victor Kim"], "2017-05-03")


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("By Anna Kessler ASTANA, Kazakhstan (Reuters) - ", (["Anna Kessler"], "ASTANA, Kazakhstan (Reuters)")),
        ("By Anna Kessler and Victor Kim ALMATY (Reuters) - ", (["Anna Kessler", "Victor Kim"], "ALMATY (Reuters)")),
    ],
)
def test_authors_run_together_with_the_dateline_are_parted_from_it(opening, expected):
    found = read_page(f"A road to the border and back\n\n{opening}{PROSE}\n\n{PROSE} Again.")

    assert (([author.name for author in found.authors], found.dateline), found.body) == (expected, f"{PROSE}\n\n{PROSE} Again.")


def test_a_sentence_that_begins_with_by_names_no_author_before_a_dateline():
    text = f"By Anna Kessler NATO was never meant (so she says) - and {PROSE}"

    assert read_page(f"A road to the border and back\n\n{text}\n\n{PROSE} Again.").authors == ()


def test_the_record_of_a_repository_is_read_without_the_names_below_which_nothing_stands():
    head = "Date\n\n2016\n\nAuthors\n\nKessler, Anna\n\nJournal Title\n\nJournal ISSN\n\nVolume Title\n\nPublisher\n\nAbstract\n\n"
    found = read_page(f"A road to the border and back\n\n{head}{PROSE}\n\n{PROSE} Again.")

    assert (found.title, found.published_on, [author.name for author in found.authors], found.publication, found.body) == (
        "A road to the border and back", "2016", ["Anna Kessler"], None, f"{PROSE}\n\n{PROSE} Again.",
    )  # fmt: skip


def test_titles_in_other_languages_below_the_title_are_left_out_and_a_subtitle_in_its_own_is_not():
    text = f"{PROSE} It is the one on which the carts of the traders go to the markets of the border and back to the towns."
    other = read_page(f"A road to the border and back\n\nEl camino a la frontera y de vuelta\n\n{text}\n\n{PROSE} Again.")
    own = read_page(f"A road to the border and back\n\nThe way on which the carts of the traders go\n\n{text}\n\n{PROSE} Again.")

    assert [removed.rule for removed in other.removed] == ["title in another language"]
    assert (other.title, other.body, own.removed) == ("A road to the border and back", f"{text}\n\n{PROSE} Again.", ())


def test_a_day_glued_to_the_section_before_it_is_a_day_and_no_month():
    assert published(f"A road to the border and back\nНовости Казахстана11 июня 2020, 16:05\n\n{PROSE}")[0] == "2020-06-11"
