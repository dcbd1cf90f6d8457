"""What is wrong with a text is told with the words that show it, and a text with nothing wrong gets no mark."""

import datetime as dt
import json
from pathlib import Path

import pytest

from articles.ingest.draft import draft
from articles.ingest.translation import signs_of_translation, words_put_in

TEXTS = json.loads((Path(__file__).parents[2] / "data" / "quality" / "texts.json").read_text(encoding="utf-8"))
CODES = {"machine-translated", "paraphrased", "truncated", "foreign-passage"}


@pytest.mark.parametrize("case", TEXTS, ids=lambda case: case["name"])
def test_a_text_gets_the_marks_it_has_signs_of(case):
    found = draft(case["text"].encode(), today=dt.date(2026, 11, 22))

    assert found.language == case["language"]
    assert list(found.quality) == case["quality"]
    assert [doubt.code for doubt in found.doubts if doubt.code in CODES] == [mark.partition(":")[0] for mark in case["quality"]]


def test_the_signs_are_told_with_the_words_that_are_one():
    text = "Kazakhstan is a member of the GUS. 2019 also found as before in plain Sultan talks at various levels instead."
    source, signs = signs_of_translation(text, "en")

    assert source == "de"
    assert "; ".join(map(str, signs)) == (
        "German abbreviations (“GUS”); “Nur” of Nur-Sultan translated (“plain Sultan”); "
        "German verbs in two parts (“found as before in plain Sultan talks at various levels ins…”)"
    )


def test_spellings_and_abbreviations_alone_may_be_what_a_text_is_about():
    assert signs_of_translation("With the GUS, Schawkat Mirsijojew was content.", "en") is None
    assert signs_of_translation("Schawkat Mirsijojew met Lukaschenko in Bischkek and Taschkent, and spoke of the GUS.", "en")[0] == "de"


@pytest.mark.parametrize(
    "text",
    [
        "According to officials, nothing has changed.",
        "According to tradition, the guest speaks first, and according to analysts, he speaks last.",
        "According to Reuters, the talks went on. See the ministry's page for the text.",
        "According to the newspaper, nobody came.",
        "According to neighbours, it rained, and according to forecasts, it will rain again; according to interviews, nobody minds.",
    ],
)
def test_words_that_a_writer_wrote_himself_are_not_put_in(text):
    assert words_put_in(text) == ()


def test_words_that_a_site_put_in_are_told_once_each():
    text = "According to wikifactsbase, it is large. Check acronymsworld.com for more. According to wikifactsbase, it is."

    assert words_put_in(text) == ("According to wikifactsbase", "Check acronymsworld.com")
    assert words_put_in("It is healthy, according to ehealthposts, they say.") == ("according to ehealthposts",)


def test_words_put_in_stay_in_the_text():
    text = "According to wikifactsbase, the country is the ninth largest in the world, and the largest that has no way to the sea."
    found = draft(text.encode(), today=dt.date(2026, 11, 22))

    assert found.body == text
    assert [doubt.message for doubt in found.doubts if doubt.code == "inserted-words"] == [
        "The site seems to have put references of its own into the text: “According to wikifactsbase”. They are left in."
    ]
