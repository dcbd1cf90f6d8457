"""Quotations keep their words or go to a person: hand-written edits, and a thousand seeded ones that know the truth."""

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import anchoring
from articles.anchoring import AmbiguousQuote, Folded, Span, State, TextQuote
from tests.articles.mutations import EDITS, make_edit

CASES = json.loads((Path(__file__).parents[1] / "data" / "edits" / "cases.json").read_text(encoding="utf-8"))


def nth(words: str, text: str, number: int) -> Span:
    at = -1
    for _ in range(number):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_an_edited_text_gives_the_expected_place(case):
    span = nth(case["quote"], case["before"], case["nth"])
    [placement] = anchoring.reanchor(case["before"], case["after"], [span])

    wanted = nth(case["words"], case["after"], case["nth_after"]) if "words" in case else None
    assert (placement.state, placement.span) == (State(case["state"]), wanted)
    assert bool(placement.candidates) == (placement.state == State.NEEDS_REVIEW)
    for start, end in placement.candidates:
        assert 0 <= start < end <= len(case["after"])


def test_a_thousand_edits_put_no_mark_on_a_look_alike(record_testsuite_property):
    came, tried = Counter(), Counter()
    wrong = []
    for seed in range(1000):
        edit = make_edit(seed)
        tried[edit.names[0]] += 1
        for placement, truth in zip(anchoring.reanchor(edit.before, edit.after, edit.spans_before), edit.truths, strict=True):
            is_placed = placement.span is not None
            came[truth.fate, "placed" if is_placed else placement.state.value] += 1
            if is_placed and (truth.fate in {"changed", "gone"} or placement.span != truth.span):
                wrong.append((seed, edit.names, truth, placement))
    for (fate, outcome), count in sorted(came.items()):
        record_testsuite_property(f"{fate}: {outcome}", count)
    total = Counter()
    for (fate, _), count in came.items():
        total[fate] += count

    assert tried.keys() == EDITS.keys()
    assert wrong == []
    assert came["same", "placed"] >= 0.97 * total["same"]
    assert came["mended", "placed"] >= 0.8 * total["mended"]
    assert set(total) == {"same", "mended", "changed", "gone"}
    assert min(total.values()) >= 50


def test_a_quotation_is_found_however_it_was_typed():
    text = "He said “we are a bridge” in Nur-Sultan.\n\nShe said “we are a bridge” too."

    assert [text[slice(*span)] for span in anchoring.occurrences(' "we  are a bridge" ', text)] == ["“we are a bridge”"] * 2
    assert anchoring.occurrences("Nur–Sultan", text) == [Span(29, 39)]
    assert anchoring.occurrences("we are a bridg", text) == []
    assert anchoring.occurrences(" \u200b ", text) == []


def test_words_that_stand_twice_are_told_apart_by_what_surrounds_them():
    text = "In May the border was closed. In June the border was closed."

    assert anchoring.locate(TextQuote("the border was closed", prefix="In June "), text) == nth("the border was closed", text, 2)
    assert anchoring.locate(TextQuote("the border", prefix="In May ", suffix=" was"), text) == nth("the border", text, 1)
    assert anchoring.locate(TextQuote("the frontier"), text) is None
    assert anchoring.locate(TextQuote("In June"), text) == Span(30, 37)
    with pytest.raises(AmbiguousQuote) as refusal:
        anchoring.locate(TextQuote("the border was closed"), text)
    assert refusal.value.spans == (nth("the border was closed", text, 1), nth("the border was closed", text, 2))


def test_context_is_thirty_two_characters_and_less_at_the_edges():
    text = "🇰🇿 " + "a" * 40 + " words " + "b" * 40

    assert anchoring.quote_at(text, 44, 49) == TextQuote("words", "a" * 31 + " ", " " + "b" * 31)
    assert anchoring.quote_at(text, 0, 2) == TextQuote("🇰🇿", "", " " + "a" * 31)


SIGNS = st.text(alphabet=st.sampled_from("ab Яқ.,-–—'\"“”«»…\u00a0\u00ad\u0301\n🎉é"), max_size=40)


@given(SIGNS)
def test_every_compared_character_knows_where_it_came_from(text):
    folded = Folded(text)
    ends = [folded.original(at, at + 1) for at in range(len(folded.folded))]

    assert all(0 <= span.start < span.end <= len(text) for span in ends)
    assert [span.start for span in ends] == sorted(span.start for span in ends)
    assert all(Folded(text[slice(*span)]).folded.strip(" ") in ("", folded.folded[at], "...") for at, span in enumerate(ends) if "\u0301" not in text)


@given(SIGNS, st.data())
def test_utf16_and_back(text, data):
    offset = data.draw(st.integers(0, len(text)))

    assert anchoring.to_utf16(text, offset) == len(text[:offset].encode("utf-16-le")) // 2
    assert anchoring.from_utf16(text, anchoring.to_utf16(text, offset)) == offset


@pytest.mark.parametrize("units", [1, 5, 9])
def test_no_offset_lies_inside_a_character_or_past_the_end(units):
    with pytest.raises(ValueError, match="UTF-16"):
        anchoring.from_utf16("🎉ab🎉", units)


@given(SIGNS.filter(bool), SIGNS, st.data())
def test_whatever_the_texts_a_place_lies_in_the_text_and_in_one_block(before, after, data):
    start = data.draw(st.integers(0, len(before) - 1))
    end = data.draw(st.integers(start + 1, len(before)))
    [placement] = anchoring.reanchor(before, after, [(start, end)])

    assert (placement.span is not None) == (placement.state in {State.EXACT, State.MOVED})
    for span in (*placement.candidates, *([placement.span] if placement.span else [])):
        assert 0 <= span.start < span.end <= len(after)
    if placement.span and before != after:
        assert "\n\n" not in after[slice(*placement.span)]
