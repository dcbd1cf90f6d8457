"""The sources that a text names: judged by sentences written before the rules, by the captures, and by what may not break them."""

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.ingest.draft import draft
from articles.ingest.sources import InTextSource, sources_in
from kzarchive.text import fold

DATA = Path(__file__).parents[2] / "data"
SENTENCES = [
    sentence for name in ("sentences", "further") for sentence in json.loads((DATA / "sources" / f"{name}.json").read_text(encoding="utf-8"))
]

pytestmark = pytest.mark.engine_free


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence["text"][:50])
def test_a_sentence_names_its_sources_and_nothing_else(sentence):
    text = sentence["text"]

    assert [
        {
            "span": text[source.start : source.end],
            "outlet": source.outlet,
            "published_on": source.published_on,
            "published_basis": source.published_basis,
            "cue": source.cue,
        }
        for source in sources_in(text, published_on=sentence["published_on"])
    ] == sentence["sources"]


def of_captures():
    """Yield the body of each capture's record with the outlets it is said to name; the second set held out is counted apart."""
    for path in sorted((DATA / "pages").rglob("*.expected.json")):
        if path.parent.name == "unseen":
            continue
        record = json.loads(path.read_text(encoding="utf-8"))
        yield path.stem, "\n\n".join(text for _, text in record["blocks"]), record


def test_the_outlets_that_captures_name_are_found_in_their_bodies():
    right, missed, surplus = 0, [], []
    for name, body, record in of_captures():
        wanted = [fold(source["outlet"].strip("«»")) for source in record["sources"] if source["text"] in body]
        for source in sources_in(body, published_on=record["published_on"]):
            key = fold(source.outlet)
            match = next((outlet for outlet in wanted if key in outlet or outlet in key), None)
            if match:
                wanted.remove(match)
                right += 1
            else:
                surplus.append((name, source.outlet))
        missed += [(name, outlet) for outlet in wanted]

    assert right >= 45
    assert len(missed) <= 12, missed
    assert len(surplus) <= 2, surplus


def test_an_outlet_of_the_archive_is_known_without_a_word_for_what_it_is():
    text = "According to Steppe Lantern, the bridge is open."

    assert sources_in(text) == []
    assert sources_in(text, known={"steppe lantern": "The Steppe Lantern"}) == [
        InTextSource("The Steppe Lantern", None, None, 0, len("According to Steppe Lantern"), "reported")
    ]


@pytest.mark.parametrize(
    ("published_on", "expected"),
    [
        ("2015-01-16", ("2015-01-16", "inferred")),
        ("2015-01-15", ("2014-01-16", "inferred")),
        ("2015", (None, None)),
        (None, (None, None)),
    ],
)
def test_a_day_without_a_year_is_the_last_one_up_to_the_articles_own(published_on, expected):
    [source] = sources_in("It froze (Tengrinews, January 16).", published_on=published_on)

    assert (source.published_on, source.published_basis) == expected


def test_the_twenty_ninth_of_february_is_looked_for_in_a_year_that_has_one():
    [source] = sources_in("It froze (Tengrinews, February 29).", published_on="2015-03-01")

    assert source.published_on == "2012-02-29"


def test_a_day_that_no_month_has_is_no_date():
    assert sources_in("It froze (Steppe Lantern, February 31, 2015).") == []


def test_a_date_of_two_readings_is_not_chosen():
    [source] = sources_in("According to Reuters (05/02/2014), it froze.")

    assert source == InTextSource("Reuters", None, None, 0, len("According to Reuters"), "reported")


def test_offsets_count_code_points():
    text = "\U0001f686 Поезд идет, сообщает Казинформ."
    [source] = sources_in(text)

    assert text[source.start : source.end] == "сообщает Казинформ"


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        (" ///CAN, 15 February 2024", ("///CAN, 15 February 2024", "CAN", "2024-02-15", "signed")),
        ("\n///CAN, 15 February 2024", ("///CAN, 15 February 2024", "CAN", "2024-02-15", "signed")),
        (" – Kazinform", ("– Kazinform", "Kazinform", None, "signed")),
        (" /Казинформ/", ("/Казинформ/", "Казинформ", None, "signed")),
        ("\nSource: Trend", ("Source: Trend", "Trend", None, "signed")),
        ("\nKaynak: İHA", ("Kaynak: İHA", "İHA", None, "signed")),
        ("\nThis report first appeared in The Astana Times.", ("first appeared in The Astana Times", "The Astana Times", None, "printed")),
    ],
)
def test_what_is_left_out_below_a_text_is_still_asked_for_its_sources(end, expected):
    prose = "The ferry stayed in port, and nobody who had come to see it leave went home before the lamps were lit."
    found = draft(f"The ferry stayed in port\n\n{prose}\n\nThe lamps were lit at six.{end}\n".encode(), today=dt.date(2026, 11, 22))

    assert found.body == f"{prose}\n\nThe lamps were lit at six."
    assert [(found.text_layer[s.start : s.end], s.outlet, s.published_on, s.cue) for s in found.sources] == [expected]


def test_a_name_that_is_no_outlet_signs_no_source():
    prose = "The ferry stayed in port, and nobody who had come to see it leave went home before the lamps were lit."
    found = draft(f"The ferry stayed in port\n\n{prose} – Dana\n".encode(), today=dt.date(2026, 11, 22))

    assert found.sources == ()


def test_a_label_with_nothing_but_blanks_behind_it_names_nothing():
    assert sources_in("Source:    \n\nIt froze.") == []


def test_of_a_text_with_more_sources_than_any_book_the_first_are_found(monkeypatch):
    monkeypatch.setattr("articles.ingest.sources.finding.MOST_FOUND", 3)
    text = "It froze (Reuters, May 3, 2016). " * 5 + "According to Interfax, it froze."

    assert [source.outlet for source in sources_in(text)] == ["Reuters"] * 3 + ["Interfax"]


PIECES = st.sampled_from(
    [
        "(", ")", ";", ", ", " ", "\n\n", "///", "Source: ", "Quelle: ", "According to ", "сообщает ", "Reuters", "«Курсив»", "«", "”", "dpa", "göre",
        "wie die ", "meldet", "MFA.kz", "December 26, 2014", "January 16", "16", "the ", "press service of ", "Министерства иностранных дел",
        "Astana", "баспасөз қызметі хабарлады", "’", "'", "\u0301", "\U0001f686", "İ", "ß", "told ", "interview with ", "Trend, ", "А", "&",
    ]
)  # fmt: skip


@given(
    st.lists(PIECES | st.text(max_size=8), max_size=40).map("".join), st.sampled_from([None, "2015-01-30", "0001-01-01", "9999-12-31", "2014/2015"])
)
def test_any_text_gives_ordered_spans_that_hold_something(text, published_on):
    found = sources_in(text, published_on=published_on)

    ends = [0, *(source.end for source in found)]
    assert all(before <= source.start < source.end <= len(text) for before, source in zip(ends, found, strict=False))
    assert all(source.outlet.strip() for source in found)
    assert all((source.published_on is None) == (source.published_basis is None) for source in found)
    assert sources_in(text, published_on=published_on) == found


@pytest.mark.parametrize(
    "unit", ["(", "(A, ", "according to ", "сообщает «", "A ", "Wie die A", "press service of ", "/// ", "The The ", "Reuters, ", "a.", "'", "göre "]
)
def test_a_source_at_the_end_of_a_hostile_text_is_still_found(unit):
    text = unit * (20_000 // len(unit)) + "\n\nAs reported by Reuters."

    assert sources_in(text)[-1] == InTextSource("Reuters", None, None, len(text) - 23, len(text) - 1, "reported")
