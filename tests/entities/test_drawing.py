"""Where bars, circles and times stand: inside the drawing, in proportion, and not at all where there is too little to draw."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from entities.drawing import Stretch, bars, network, timeline


def test_four_years_are_told_and_five_are_drawn():
    assert bars({2001: 1, 2002: 2, 2003: 3, 2004: 4, 2010: 0}) is None
    drawn = bars({2001: 1, 2002: 2, 2003: 3, 2004: 4, 2006: 5})

    assert [(bar.year, bar.count) for bar in drawn.bars] == [(2001, 1), (2002, 2), (2003, 3), (2004, 4), (2005, 0), (2006, 5)]
    assert [value for _, value in drawn.lines] == [0, 1, 2, 3, 4, 5]


@given(st.dictionaries(st.integers(1850, 2030), st.integers(1, 50_000), min_size=5, max_size=60))
def test_bars_stand_inside_beside_each_other_and_in_proportion(counts):
    drawn = bars(counts)

    assert {bar.year: bar.count for bar in drawn.bars if bar.count} == counts
    assert all(drawn.left <= bar.x and bar.x + bar.width <= drawn.right + 0.1 and bar.y >= 0 for bar in drawn.bars)
    assert all(one.x + one.width <= two.x + 0.1 for one, two in pairwise(drawn.bars))
    highest = max(drawn.bars, key=lambda bar: bar.count)
    assert all(abs(bar.height / highest.height - bar.count / highest.count) < 0.02 for bar in drawn.bars)
    assert len(drawn.lines) <= 6


@given(st.integers(0, 20))
def test_a_network_begins_with_five_and_stands_inside(count):
    neighbours = [(key, f"Name {key} " + "x" * key, count - key) for key in range(count)]
    drawn = network(neighbours, {(0, 1): 3, (1, 2): 1, (2, 99): 7})

    assert (drawn is None) == (count < 5)
    if drawn:
        assert [node.key for node in drawn.nodes] == list(range(count))
        assert all(0 < node.x < drawn.width and 0 < node.y < drawn.height for node in drawn.nodes)
        # One line for the pair that two articles or more name, and one from each to the middle.
        assert [edge.is_to_the_middle for edge in drawn.edges] == [False] + [True] * count


def test_times_stand_on_one_line_and_open_ends_run_to_its_edges():
    assert timeline([(None, None)]) is None
    assert timeline([(2000.0, 2010.0), (2005.0, None), (None, 2002.5), (None, None)]) == (
        2000,
        2011,
        [Stretch(0.0, 181.8), Stretch(90.9, 109.1), Stretch(0.0, 45.5), None],
    )
    assert timeline([(2019.0, None)], this_year=2029) == (2019, 2029, [Stretch(0.0, 200.0)])
    assert timeline([(2000.0, 2019.5)], this_year=2029) == timeline([(2000.0, 2019.5)])
