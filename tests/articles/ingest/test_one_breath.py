"""Heads that a copy has run together with the text: title, names and first sentence in one line."""

import datetime as dt

import pytest

from articles.ingest.draft import draft

TODAY = dt.date(2026, 11, 22)
TEXT = (
    "Since the lamps went out in the autumn, the pilots of the two harbours have met on the ice more often than their ministers have met in "
    "any hall, and what they agreed there has held."
)


def read(*lines: str):
    return draft("\n\n".join(lines).encode(), filename="page.txt", today=TODAY)


@pytest.mark.parametrize(
    ("names", "people"),
    [
        ("Anna Kessler, Daniel Foster, and Robert Choi", ["Anna Kessler", "Daniel Foster", "Robert Choi"]),
        ("Daniel Foster and Anna Kessler", ["Daniel Foster", "Anna Kessler"]),
    ],
)
def test_a_title_with_several_names_before_the_text(names, people):
    found = read(f"Harbour Choices of Young Caspian Republics: Reading Through the Lens of Ice {names} {TEXT}")

    assert (found.title, [author.name for author in found.authors], found.byline, found.body) == (
        "Harbour Choices of Young Caspian Republics: Reading Through the Lens of Ice",
        people,
        names,
        TEXT,
    )


def test_a_title_in_capitals_with_one_name_before_the_text():
    text = "Отечественные лоцманы всё охотнее садятся за мемуары, и тут мы не первые: на море такой обычай сложился давно."
    found = read(f"ЛЁД И ФОНАРИ Павел Рябинин {text}")

    assert (found.title, [author.name for author in found.authors], found.body) == ("ЛЁД И ФОНАРИ", ["Павел Рябинин"], text)


@pytest.mark.parametrize(
    "sentence",
    [
        "Foreign Ministers Murat Nurtleu and Daniel Foster met on the ice of the inland sea on Tuesday and spoke of lamps for three hours.",
        "The harbour masters Anna Kessler and Daniel Foster Monday told reporters that the lamps would be lit again before the end of the week.",
        "ASTANA Pavel Ryabinin wrote in his memoirs that the lamps of the harbour had been lit by hand until the end of the nineties.",
    ],
)
def test_a_sentence_that_names_persons_is_no_title(sentence):
    found = read(sentence, TEXT)

    assert (found.title, found.authors, TEXT in found.body) == (None, (), True)


def test_the_head_of_a_publisher_run_together_with_the_abstract():
    found = read(
        "customs among the lamps …...the harbour of the kingdom of...",
        "RESEARCH ARTICLE Customs among the lamps: a test for trade with Kazakhstan Anna Kessler 1 Received: 11 September 2017 /Revised: 2 March "
        f"2018 /Accepted: 9 March 2018 / Published online: 21 March 2018 # The Author(s) 2018. This article is open Abstract {TEXT}",
    )

    assert (found.title, [author.name for author in found.authors], found.published_on, found.body) == (
        "Customs among the lamps: a test for trade with Kazakhstan",
        ["Anna Kessler"],
        "2018-03-21",
        TEXT,
    )


@pytest.mark.parametrize("controls", [" PDF Print E-mail", " | Print | E-mail", " Печать E-mail"])
def test_what_a_content_system_prints_behind_a_headline_is_none_of_it(controls):
    found = read(f"Lamps on the ice again{controls}", "Monday, 13 July 2015 09:41", TEXT, TEXT.replace("lamps", "fires"))

    assert (found.title, found.published_on) == ("Lamps on the ice again", "2015-07-13")


@pytest.mark.parametrize(("line", "day"), [("October, 2020 - Safar 1442 H.", "2020-10"), ("Tuesday, 6 October 2020 - 19 Safar 1442", None)])
def test_a_month_in_both_calendars_is_an_issues_and_a_day_that_of_a_visit(line, day):
    assert read("Lamps on the ice again", line, TEXT, TEXT.replace("lamps", "fires")).published_on == day
