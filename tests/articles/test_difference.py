"""What differs between two texts: nothing of either is lost, and it is said where a reader would say it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.difference import MOST_BLOCKS, Block, Skipped, Stretch, difference, shortened, words_between

BODIES = st.lists(st.text("ab .é", min_size=1, max_size=12).map(str.strip).filter(bool), max_size=8).map("\n\n".join)


@given(BODIES, BODIES)
def test_both_texts_are_in_their_difference(before, after):
    blocks = difference(before, after)

    def side(kinds):
        texts = ["".join(s.text for s in block.stretches if s.kind in kinds) for block in blocks if any(s.kind in kinds for s in block.stretches)]
        return "\n\n".join(texts)

    assert (side({"same", "gone"}), side({"same", "new"})) == (before, after)


def test_a_word_put_right_is_that_word_alone():
    assert difference("A first.\n\nThe river is shared by four.\n\nA last.", "A first.\n\nThe river is shared by five.\n\nA last.") == [
        Block("same", (Stretch("same", "A first."),)),
        Block("changed", (Stretch("same", "The river is shared by"), Stretch("gone", " four."), Stretch("new", " five."))),
        Block("same", (Stretch("same", "A last."),)),
    ]


def test_a_block_put_between_two_is_new_and_nothing_else_changed():
    assert [block.kind for block in difference("One two.\n\nThree four.", "One two.\n\nQuite another.\n\nThree four.")] == ["same", "new", "same"]


def test_a_block_put_in_the_place_of_another_is_one_gone_and_one_new():
    assert [block.kind for block in difference("One two three.", "Quite other words here.")] == ["gone", "new"]


@pytest.mark.parametrize(("before", "after", "kinds"), [("", "", []), ("", "One.", ["new"]), ("One.", "", ["gone"]), ("One.", "One.", ["same"])])
def test_the_smallest_texts(before, after, kinds):
    assert [block.kind for block in difference(before, after)] == kinds


def test_runs_of_equal_blocks_are_counted():
    before = "\n\n".join(f"Block number {number} of ten." for number in range(10))

    found = shortened(difference(before, before.replace("number 5", "number five")))

    assert [part.count if isinstance(part, Skipped) else part.kind for part in found] == [4, "same", "changed", "same", 3]


def test_titles_are_compared_word_by_word():
    assert words_between("On water", "On salt water") == (Stretch("same", "On"), Stretch("new", " salt"), Stretch("same", " water"))


def test_two_books_without_a_block_in_common_are_compared_in_a_moment():
    one, other = ("\n\n".join(f"{word} {number}" for number in range(10 * MOST_BLOCKS)) for word in ("alpha", "beta"))
    started = time.process_time()

    blocks = difference(one, other)

    assert len(blocks) == 20 * MOST_BLOCKS
    assert time.process_time() - started < 5
