"""Lines that a program broke at a fixed width: paragraphs are whole again, and what people broke stays broken."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.ingest.page import Page
from articles.ingest.read import read

TITLE = "Harbour masters meet in Kuryk to share out the winter berths of the sea"
FIRST = (
    "The four harbour masters sat down on a bench above the quay and did not get up again before every berth had a name beside it, and the "
    "names were read aloud by the youngest of them until nobody had a question left."
)
SECOND = (
    "Two of them had brought lists of their own, and these were read aloud before anybody was allowed to speak of money, of ice or of the two "
    "tugs that the ports of the eastern shore have been asking for since the summer."
)
WIDTH = 72


def lines_of(*blocks: str) -> list[str]:
    page = Page(read("\n\n".join(blocks).encode()))
    return [page.line(i) for i in range(page.count)]


def wrapped(text: str, width: int = WIDTH) -> str:
    return "\n".join(textwrap.wrap(text, width, break_on_hyphens=False))


def test_lines_broken_by_a_program_are_put_together_and_those_of_people_are_not():
    page = Page(
        read(
            b"A title of its own\nby Saule Bekova\n\nThe observers who came from four embassies were shown every\nballot box that they asked"
            b" to see, and then they wrote down\nin their report that the counting had been correct and that\nnobody had watched it at all."
        )
    )

    paragraph = (
        "The observers who came from four embassies were shown every ballot box that they asked to see, and then they wrote down in their "
        "report that the counting had been correct and that nobody had watched it at all."
    )
    assert [page.line(i) for i in range(page.count)] == ["A title of its own", "by Saule Bekova", paragraph]


WORDS = st.lists(st.text("abcdefghiklmnopqrstuvwxyzабвгдежзиклмнопрстуфхцчшщэюяäöüéçğış", min_size=2, max_size=12), min_size=30, max_size=80)


@given(st.lists(WORDS, min_size=3, max_size=6), st.integers(60, 90))
def test_paragraphs_of_any_words_broken_at_any_width_are_whole_again(paragraphs, width):
    whole = [f"{' '.join(words).capitalize()}." for words in paragraphs]

    assert lines_of(*(wrapped(paragraph, width) for paragraph in whole)) == whole


def test_entries_of_a_list_that_are_set_in_do_not_make_the_text_one_of_paragraphs_set_in():
    entries = "\n".join(("    Facebook", "    LinkedIn", "    Email", "Harbour Week", "    News", "    Ports"))

    assert lines_of(entries, wrapped(FIRST), wrapped(SECOND))[-2:] == [FIRST, SECOND]


@pytest.mark.parametrize(
    "below",
    [
        "12 March 2019, 10:25",
        "By Daniel Foster",
        "Daniel Foster",
        "DANIEL FOSTER, staff writer",
        "Commentary",
        "PORTS OF THE EAST",
        "Published On 12 Mar 2019",
    ],
)
def test_what_states_a_thing_of_its_own_below_a_headline_as_full_as_a_line_is_none_of_it(below):
    assert lines_of(f"{TITLE}\n{below}", wrapped(FIRST), wrapped(SECOND)) == [TITLE, below, FIRST, SECOND]


@pytest.mark.parametrize(
    ("title", "subtitle"),
    [
        (
            "Harbour masters meet in Kuryk to share out the berths of the winter",
            "Names were read aloud above the quay, and nobody had a question left when the bench was empty.",
        ),
        (
            "Between the Bench and the Berth: How Four Harbours Share One Winter",
            "Aktau has built a quay that satisfies no one entirely, which may be its only purpose.",
        ),
    ],
    ids=["its first word stands small elsewhere", "words have capitals above it alone"],
)
def test_a_sentence_below_a_headline_as_full_as_a_line_begins_anew(title, subtitle):
    assert lines_of(f"{title}\n{wrapped(subtitle)}", wrapped(FIRST), wrapped(SECOND)) == [title, subtitle, FIRST, SECOND]


@pytest.mark.parametrize(
    "title",
    [
        "Harbour masters of the inland sea ask for two more tugs, and for less ice in the roads of Kuryk",
        "Harbour Masters of the Inland Sea Ask for Two More Tugs, and for Less Ice in the Roads of Kuryk",
    ],
)
def test_a_headline_broken_by_a_program_is_whole_again(title):
    assert lines_of(wrapped(title), wrapped(FIRST), wrapped(SECOND)) == [title, FIRST, SECOND]


def test_what_stands_below_the_last_line_of_a_paragraph_that_is_set_in_is_none_of_it():
    paragraphs = [f"    {wrapped(paragraph)}" for paragraph in (FIRST, SECOND, FIRST, SECOND)]
    lines = lines_of("\n".join((TITLE, *paragraphs, "SOURCES", "1- The Harbour Review, 2019.", "Share this:")))

    assert lines == [TITLE, FIRST, SECOND, FIRST, SECOND, "SOURCES", "1- The Harbour Review, 2019.", "Share this:"]
