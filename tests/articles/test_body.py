"""The form every text is kept in."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.body import kinds_after, normalise

texts = st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from("\n\r\t \u00a0\u2028e\u0301а")), max_size=80)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("One.\n\nTwo.", "One.\n\nTwo."),
        ("One.\r\n\r\nTwo.\rThree.", "One.\n\nTwo. Three."),
        ("\n\n  One\n line.\n \t \n\n\nTwo.  \n", "One line.\n\nTwo."),
        ("Cafe\u0301\u00a0du  monde", "Café du monde"),
        ("mutually- beneficial typoes", "mutually- beneficial typoes"),
        ("", ""),
        (" \n\n \n", ""),
    ],
)
def test_blanks_are_folded_and_words_stay(text, body):
    assert normalise(text) == body


@given(texts)
def test_a_body_is_in_its_own_form(text):
    assert normalise(normalise(text)) == normalise(text)


@given(texts)
def test_every_character_that_is_no_blank_is_kept_in_its_order(text):
    assert "".join(normalise(text).split()) == "".join(unicodedata.normalize("NFC", text).split())


@given(texts)
def test_blocks_stand_on_one_line_each_with_one_blank_line_between(text):
    blocks = normalise(text).split("\n\n") if normalise(text) else []

    assert [block for block in blocks if block != " ".join(block.split()) or not block] == []


@pytest.mark.parametrize(
    ("body", "former_body", "former_kinds", "kinds"),
    [
        ("H\n\nA\n\nB", "H\n\nA", "hp", "hpp"),
        ("A\n\nH", "H\n\nA", "hc", "ch"),
        ("", "H", "h", ""),
        ("New", "", "", "p"),
        ("X\n\nX", "X\n\nX", "hc", "hc"),
        ("X\n\nX\n\nX", "X\n\nX", "hc", "hcc"),
        ("X", "X\n\nX", "hc", "h"),
    ],
)
def test_a_block_that_stays_keeps_its_kind(body, former_body, former_kinds, kinds):
    assert kinds_after(body, former_body=former_body, former_kinds=former_kinds) == kinds


@given(st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from("phc")), max_size=8))
def test_the_same_body_keeps_all_its_kinds(blocks):
    body, kinds = "\n\n".join(text for text, _ in blocks), "".join(kind for _, kind in blocks)

    assert kinds_after(body, former_body=body, former_kinds=kinds) == kinds
