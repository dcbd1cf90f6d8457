"""Captures in other guises: copied with other blanks, capitals, signs and line ends, shuffled, mixed with one another."""

import datetime as dt
import html
import random
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.ingest.draft import draft
from articles.ingest.read import UnreadableCapture
from tests.articles.ingest.test_accounting import uncovered

TODAY = dt.date(2026, 11, 22)
DATA = Path(__file__).parents[2] / "data"
CAPTURES = sorted(path for folder in ("captures", "pages", "samples") for path in (DATA / folder).rglob("*.txt"))
BLANKS = ["\u00a0", "  ", "\t", "\u2009", "\u202f", "\u3000", " \u200b", " \n", "\n", ""]
SIGNS = ["\u0301", "\u00ad", "\u200b", "\ufeff", "\u200f", *'*"“»()[]|:.–1²']


def in_turkish_capitals(text: str, chance: random.Random) -> str:
    return text.replace("i", "İ").upper()


def in_other_letters(text: str, chance: random.Random) -> str:
    return text.replace("s", "ſ").replace("k", "\u212a").replace("I", "ı")


def in_any_case(text: str, chance: random.Random) -> str:
    return "".join(chance.choice([char.upper(), char, char, char.lower()]) for char in text)


def with_other_blanks(text: str, chance: random.Random) -> str:
    return "".join(chance.choice(BLANKS) if char == " " and chance.random() < 0.15 else char for char in text)


def without_a_plain_blank(text: str, chance: random.Random) -> str:
    return text.replace(" ", "\u00a0")


def with_other_line_ends(text: str, chance: random.Random) -> str:
    return "".join(chance.choice(["\n\n", "\n", " ", " \n \n", ""]) if char == "\n" else char for char in text)


def with_signs(text: str, chance: random.Random) -> str:
    return "".join(char + (chance.choice(SIGNS) if chance.random() < 0.05 else "") for char in text)


def taken_apart(text: str, chance: random.Random) -> str:
    return unicodedata.normalize("NFD", text)


def with_holes(text: str, chance: random.Random) -> str:
    return "".join(char for char in text if chance.random() > 0.04)


def shuffled(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    chance.shuffle(lines)
    return "\n".join(lines)


def with_lines_of_another(text: str, chance: random.Random) -> str:
    others = chance.choice(CAPTURES).read_text("utf-8", "replace").split("\n")
    return "\n".join(line for own in text.split("\n") for line in ([own, chance.choice(others)] if chance.random() < 0.4 else [own]))


def a_word_to_a_line(text: str, chance: random.Random) -> str:
    return "\n".join(text.split())


GUISES = (
    in_turkish_capitals, in_other_letters, in_any_case, with_other_blanks, without_a_plain_blank, with_other_line_ends, with_signs, taken_apart,
    with_holes, shuffled, with_lines_of_another, a_word_to_a_line,
)  # fmt: skip


@pytest.mark.parametrize("guise", GUISES, ids=lambda guise: guise.__name__)
@settings(max_examples=60, deadline=None)
@given(st.sampled_from(CAPTURES), st.integers(0, 2**32))
def test_a_capture_in_another_guise_is_read_as_far_as_it_goes(guise, path, seed):
    text = guise(path.read_text("utf-8", "replace"), random.Random(seed))
    try:
        found = draft(text.encode("utf-8", "replace"), filename="page.txt", today=TODAY)
    except UnreadableCapture:
        return

    fields = [span for spans in found.spans.values() for span in spans]
    assert [(r, span) for r in found.removed for span in fields if r.start < span[1] and span[0] < r.end] == []
    assert [pair for pair in zip(found.removed, found.removed[1:], strict=False) if pair[0].end > pair[1].start] == []
    body = sum(not char.isspace() for char in found.body)
    assert sum(not char.isspace() for char in uncovered(found)) <= body or unicodedata.normalize("NFC", text) != text


def as_page_of_breaks(text: str) -> str:
    blocks = (block for block in re.split(r"\n\s*\n", text) if block.strip())
    paragraphs = "\n".join(f"<p>{'<br>'.join(html.escape(line) for line in block.splitlines())}</p>" for block in blocks)
    return f"<html><head><meta charset='utf-8'></head><body>{paragraphs}</body></html>"


@pytest.mark.parametrize("path", [path for path in CAPTURES if path.stem.startswith("whole")][::8], ids=lambda path: path.stem)
def test_a_page_whose_elements_do_no_more_than_break_lines_is_read_as_its_lines_are(path):
    text = path.read_text()
    found, of_page = (
        draft(source.encode(), filename=name, today=TODAY) for source, name in ((text, "page.txt"), (as_page_of_breaks(text), "page.html"))
    )

    assert (of_page.title, of_page.authors, of_page.published_on, of_page.body.split()) == (
        found.title,
        found.authors,
        found.published_on,
        found.body.split(),
    )


@pytest.mark.parametrize("path", [path for path in CAPTURES if path.stem.startswith("whole")][5::12], ids=lambda path: path.stem)
def test_a_blank_line_below_each_line_of_a_page_tells_as_little_as_none(path):
    lines = [line for line in path.read_text().splitlines() if line.strip()] + ["Imprint", "Contact"] * 20
    close, apart = (draft(between.join(lines).encode(), filename="page.txt", today=TODAY) for between in ("\n", "\n\n"))

    assert (apart.title, apart.authors, apart.published_on, apart.body) == (close.title, close.authors, close.published_on, close.body)


@pytest.mark.parametrize(
    "page",
    [
        # A month and a label in the capitals of another language than the one that folds them.
        "ORTA ASYA ÜZERİNE\n\n10 ARALIK 2014 SALI\nKATEGORİ: DÜNYA\n\nRıhtımda ilk lamba yakıldı ve kimse buna bir ad vermedi, gemiler gelmiyordu.",
        # A question above something that no rule takes for text.
        "What do the pilots of the harbour want?\nWhat do the pilots of the harbour want?\nLamps: 12, 14 and 15;",
    ],
)
def test_pages_that_once_broke_the_reader_are_read(page):
    assert draft(page.encode(), today=TODAY).text_layer == page
