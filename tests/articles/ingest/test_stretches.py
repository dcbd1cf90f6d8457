"""A capture beside its record: nothing of it is lost on the page, and words that were left out go back where they stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.ingest.stretches import NoPlace, Stretch, put_back, stretches

LAYER = "On water\nBy A. B.\nViews: 7\nThe river is shared.\nSo is Read also the lake.\n\nAll rights reserved"


def at(words):
    start = LAYER.index(words)
    return (start, start + len(words))


def test_a_capture_is_cut_where_something_begins_or_ends():
    cut = stretches(
        LAYER, removed=[(*at("Views: 7"), "view counter")], fields={"title": [at("On water")], "byline": [at("By A. B.")], "authors": [at("A. B.")]}
    )

    assert cut[:6] == [
        Stretch(0, 8, "On water", ("title",)),
        Stretch(8, 9, "\n"),
        Stretch(9, 12, "By ", ("byline",)),
        Stretch(12, 17, "A. B.", ("authors", "byline")),
        Stretch(17, 18, "\n"),
        Stretch(18, 26, "Views: 7", (), "view counter"),
    ]


SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted).map(tuple), max_size=6)


@given(SPANS, SPANS, st.integers(0, 60))
def test_the_stretches_joined_are_the_text_again(removed, fields, start):
    cut = stretches(LAYER, removed=[(*span, "x") for span in removed], fields={"title": fields}, start=start, end=start + 40)

    assert "".join(part.text for part in cut) == LAYER[start : start + 40]


def back(words, body, *, left_out=("On water", "By A. B.", "Views: 7", "Read also", "All rights reserved")):
    return put_back(LAYER, span=at(words), left_out=[at(part) for part in left_out], body=body)


BODY = "The river is shared.\n\nSo is the lake."


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Views: 7", "Views: 7\n\nThe river is shared.\n\nSo is the lake."),
        ("On water", "On water\n\nThe river is shared.\n\nSo is the lake."),
        ("Read also", "The river is shared.\n\nSo is Read also the lake."),
        ("All rights reserved", "The river is shared.\n\nSo is the lake.\n\nAll rights reserved"),
    ],
)
def test_words_go_back_between_the_words_they_stood_between(words, wanted):
    assert back(words, BODY) == wanted


def test_words_go_back_into_a_text_that_was_edited_around_them():
    assert back("Read also", "A new beginning.\n\nThe wide river is shared.\n\nSo is the lake. And more.") == (
        "A new beginning.\n\nThe wide river is shared.\n\nSo is Read also the lake. And more."
    )


def test_words_whose_surroundings_are_gone_have_no_place():
    with pytest.raises(NoPlace):
        back("Read also", "Nothing that was there.")


def test_of_several_places_alike_the_one_in_the_same_order_is_meant():
    layer = "one two X\none two Y\none two Z"
    spans = [(8, 9), (18, 19), (28, 29)]

    assert put_back(layer, span=spans[1], left_out=spans, body="one two\n\none two\n\none two") == "one two\n\none two Y\n\none two"


def test_a_text_that_is_all_left_out_comes_back_alone():
    assert put_back("Only this.", span=(0, 10), left_out=[(0, 10)], body="") == "Only this."
