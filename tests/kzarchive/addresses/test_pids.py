"""Pids: every slip of one key is noticed, and only what an identifier's spelling leaves free is ignored."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kzarchive.addresses.pids import (
    ALPHABET,
    LENGTH,
    PREFIX,
    NotAPid,
    WrongCheckCharacter,
    check_character,
    draw,
    is_pid,
    normalise,
)  # fmt: skip

pids = st.text(ALPHABET, min_size=6, max_size=6).map(lambda six: f"{PREFIX}{six}{check_character(PREFIX + six)}")


@pytest.mark.parametrize(("body", "check"), [("kz3b7m9t", "x"), ("13030/xf93gt2", "q")])
def test_the_check_character_is_the_one_of_noid(body, check):
    assert check_character(body) == check


@given(pids, st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET))
def test_every_single_wrong_character_is_noticed(pid, place, character):
    assume(pid[place] != character)

    assert not is_pid(pid[:place] + character + pid[place + 1 :])


@given(pids, st.integers(len(PREFIX), LENGTH - 1), st.sampled_from(ALPHABET))
def test_a_wrong_character_after_the_prefix_is_named_a_slip_and_not_something_else(pid, place, character):
    assume(pid[place] != character)

    with pytest.raises(WrongCheckCharacter):
        normalise(pid[:place] + character + pid[place + 1 :])


@given(pids, st.integers(0, LENGTH - 2))
def test_every_exchange_of_two_neighbours_is_noticed(pid, place):
    assume(pid[place] != pid[place + 1])

    assert not is_pid(pid[:place] + pid[place + 1] + pid[place] + pid[place + 2 :])


@given(pids, st.data())
def test_hyphens_and_case_are_ignored(pid, data):
    written = "".join((character.upper() if data.draw(st.booleans()) else character) + "-" * data.draw(st.integers(0, 2)) for character in pid)

    assert normalise(f"-{written}") == pid


@given(pids)
def test_a_pid_is_its_own_right_spelling(pid):
    assert normalise(pid) == pid


@pytest.mark.parametrize(
    "text",
    [
        "", "kz", "kz3b7m9t", "kz3b7m9txx", "xz3b7m9tx", "kz3b7m9tx ", " kz3b7m9tx", "kz3b7m9tx\n", "kz3b7m9t\x00", "kz3a7m9tx",
        "kz３b7m9tx", "kz3b7m9tх", "kz_3b7m9tx", "kz–3b7m9tx",
    ],
)  # fmt: skip
def test_what_is_not_spelled_as_a_pid_is_none(text):
    with pytest.raises(NotAPid) as caught:
        normalise(text)
    assert caught.type is NotAPid


def test_drawn_pids_are_pids_and_seldom_the_same():
    drawn = [draw() for _ in range(2000)]

    assert [normalise(pid) for pid in drawn] == drawn
    assert len(set(drawn)) >= 1999
