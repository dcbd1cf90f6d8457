"""Dates as precise as their source, and the days they may stand for."""

import calendar
import datetime as dt
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzarchive.edtf import LONGEST, InvalidEDTF, parse


def day(text):
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2014", "2014-01-01", "2014-12-31"),
        ("2014-02", "2014-02-01", "2014-02-28"),
        ("2012-02", "2012-02-01", "2012-02-29"),
        ("2014-02-05", "2014-02-05", "2014-02-05"),
        ("2014-02/2014-03", "2014-02-01", "2014-03-31"),
        ("2013/2014-03-01", "2013-01-01", "2014-03-01"),
        ("2014?", "2014-01-01", "2014-12-31"),
        ("2014-02~/2014-03%", "2014-02-01", "2014-03-31"),
        ("2014-02-05~/2014-03-05~", "2014-02-05", "2014-03-05"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("9999-12-31", "9999-12-31", "9999-12-31"),
        ("2014/2014", "2014-01-01", "2014-12-31"),
    ],
)
def test_a_date_stands_for_its_days(text, earliest, latest):
    date = parse(text)

    assert (str(date), date.earliest, date.latest) == (text, day(earliest), day(latest))


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "14", "20145", "0000", "2014-0", "2014-00", "2014-13", "2014-02-00", "2014-02-30", "2013-02-29", "2014-2-5", "05.02.2014",
        "2014-02-05 ",
        " 2014", "2014\n", "2014/", "/2014", "/", "2013/2014/2015", "2015/2014", "2014-03/2014-02", "2014-02-05T10:00", "２０１４",
        "२०१४", "2014??", "?2014",
        "2014-02-05/2014-02-04", "201X", "-2014", "x" * 1000, "2014-02-05?/2014-03-05?/",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused_in_words(text):
    with pytest.raises(InvalidEDTF, match=r"date|ends|day"):
        parse(text)


dates = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))
marks = st.sampled_from(["", "?", "~", "%"])


@st.composite
def ones(draw):
    date, mark, precision = draw(dates), draw(marks), draw(st.sampled_from([4, 7, 10]))
    first = date.replace(day=1, month=date.month if precision > 4 else 1) if precision < 10 else date
    month = date.month if precision > 4 else 12
    last = date if precision == 10 else date.replace(month=month, day=calendar.monthrange(date.year, month)[1])
    return date.isoformat()[:precision] + mark, first, last


@given(ones())
def test_a_single_date_is_read_to_its_first_and_last_day(one):
    text, first, last = one

    assert (parse(text).earliest, parse(text).latest, parse(text).is_day) == (first, last, first == last)


@given(ones(), ones())
def test_an_interval_runs_from_the_first_day_of_one_to_the_last_of_the_other(one, other):
    (text, first, last), (other_text, other_first, other_last) = one, other
    whole = f"{text}/{other_text}"
    if first <= other_first and last <= other_last:
        assert (len(whole) <= LONGEST, parse(whole).earliest, parse(whole).latest) == (True, first, other_last)
    else:
        with pytest.raises(InvalidEDTF):
            parse(whole)


@given(st.text(max_size=30))
def test_any_other_text_is_refused_and_nothing_else_happens(text):
    with suppress(InvalidEDTF):
        assert parse(text).text == text


@pytest.mark.parametrize(("text", "is_uncertain"), [("2014", False), ("2014?", True), ("2014-02~", True), ("2014/2015%", True)])
def test_what_the_source_was_not_sure_of_is_marked(text, is_uncertain):
    assert parse(text).is_uncertain is is_uncertain
