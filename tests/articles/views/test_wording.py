"""Codes put into words."""

import pytest

from articles.views.wording import date_in_words, language_in_words, left_out, quality_in_words, years_in_words


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2014", "2014"),
        ("2014-02", "February 2014"),
        ("2014-02-05", "5 February 2014"),
        ("2014-02-05?", "5 February 2014 (uncertain)"),
        ("2014~", "about 2014"),
        ("2014-02%", "about February 2014 (uncertain)"),
        ("2014-02/2014-03", "between February 2014 and March 2014"),
        ("2013/2014-02-05~", "between 2013 and about 5 February 2014"),
        ("0987-01", "January 987"),
        ("spring 2014", "spring 2014"),
        ("2014-02-30", "2014-02-30"),
    ],
)
def test_a_date_is_as_precise_in_words_as_in_the_record(date, words):
    assert date_in_words(date) == words


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("en", "English"),
        ("ru", "Russian"),
        ("kk", "Kazakh"),
        ("kk-Latn", "Kazakh (Latin script)"),
        ("en-GB", "English (GB)"),
        ("zh-Hant", "Chinese (Hant)"),
        ("KK", "Kazakh"),
        ("xx-unknown", "xx-unknown"),
    ],
)
def test_a_language_is_named_in_english_where_it_is_known(tag, words):
    assert language_in_words(tag) == words


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("machine-translated:de", "Machine-translated from German"),
        ("machine-translated", "Machine-translated"),
        ("truncated", "Truncated: the text breaks off before its end"),
        ("pages-missing:3", "Pages missing: 3"),
    ],
)
def test_a_note_of_quality_is_a_phrase(note, words):
    assert quality_in_words(note) == words


def test_what_was_left_out_is_counted_by_rule_and_says_what_the_rule_knows():
    removed = [{"start": 0, "end": 1, "rule": rule} for rule in ("menu", "view counter", "a rule of former days", "view counter")]

    told = left_out(removed)

    assert [(rule, count) for rule, count, _ in told] == [("view counter", 2), ("a rule of former days", 1), ("menu", 1)]
    assert [meaning for _, _, meaning in told] == [
        "How often a page was read, as content systems print it above or below a text.",
        "",
        "The menu of a site at the head of a copied page, or at its foot: short lines, most of them words that menus have.",
    ]


@pytest.mark.parametrize(
    ("years", "words"),
    [((2019, 2022), "2019–2022"), ((2022, None), "from 2022"), ((None, 1998), "until 1998"), ((2019, 2019), "2019"), ((None, None), "")],
)
def test_years_of_use_are_said_as_far_as_they_are_known(years, words):
    assert years_in_words(*years) == words
