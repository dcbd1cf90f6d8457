"""Text decoded by a wrong table: what it was meant to be is found, and sound text is left alone."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.ingest.mojibake import find_mojibake

CASES = json.loads((Path(__file__).parents[2] / "data" / "encodings" / "cases.json").read_text(encoding="utf-8"))

pytestmark = pytest.mark.engine_free


@pytest.mark.parametrize("case", CASES["mojibake"], ids=lambda case: f"{case['meant_as']} as {case['seen_as']}: {case['meant'][:16]}")
def test_a_spoilt_text_is_told_what_it_was_meant_to_be(case):
    mending = find_mojibake(case["seen"])

    assert mending is not None
    assert mending.text == case["meant"]
    before, after = mending.example
    assert (before in case["seen"], after.strip() in case["meant"]) == (True, True)


@pytest.mark.parametrize("text", CASES["sound"])
def test_a_sound_text_is_left_alone(text):
    assert find_mojibake(text) is None


def test_a_text_spoilt_over_and_over_is_told_what_it_was_at_first():
    meant = "The pilots’ café – it isn’t closed – costs 5 € a cup."
    seen = meant
    for _ in range(2):
        seen = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in seen.encode())
    mending = find_mojibake(seen)

    assert (mending.text, mending.times, mending.example[1]) == (meant, 2, "’")
    assert mending.sentence.startswith("The text was encoded three times: it is UTF-8 that was read as Windows-1252.")


def test_the_spoilt_part_of_a_page_alone_is_mended():
    case = CASES["mojibake"][0]
    mending = find_mojibake(f"Версия для печати\n\n{case['seen']}")

    assert mending.text == f"Версия для печати\n\n{case['meant']}"
    assert (mending.meant_as, mending.seen_as) == ("UTF-8", "Windows-1251")
    assert mending.sentence.endswith("It came in as it stands.")


def test_blanks_that_were_folded_are_half_of_a_letter():
    meant = "Россия и Армения подписали протокол, Россия ждет."
    seen = meant.encode().decode("cp1251")

    assert find_mojibake(seen.replace("\u00a0", " ")).text == meant


@given(st.text(max_size=300))
def test_any_text_is_looked_at_without_a_fault_and_mending_ends(text):
    for _ in range(6):
        mending = find_mojibake(text)
        if mending is None:
            return
        assert mending.count > 0
        assert mending.text != text
        text = mending.text


def test_ten_megabytes_are_looked_at():
    assert find_mojibake("слово " * 800_000) is None
    assert find_mojibake(CASES["mojibake"][0]["seen"] * 4_000).text == CASES["mojibake"][0]["meant"] * 4_000
