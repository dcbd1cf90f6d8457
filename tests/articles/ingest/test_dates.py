"""Dates in words and figures, and what each can mean."""

import pytest

from articles.ingest.dates import day_comes_first, find_dates, read_moment


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("Wednesday, 05 February 2014", ("2014-02-05",)),
        ("July 16 2017", ("2017-07-16",)),
        ("JULY 16, 2017", ("2017-07-16",)),
        ("1st of May 2015", ("2015-05-01",)),
        ("Sept. 3, 2018", ("2018-09-03",)),
        ("12 марта 2014 года", ("2014-03-12",)),
        ("Среда, 12 марта 2014 г.", ("2014-03-12",)),
        ("12 наурыз 2014", ("2014-03-12",)),
        ("12. März 2014", ("2014-03-12",)),
        ("1er février 2015", ("2015-02-01",)),
        ("3 de mayo de 2016", ("2016-05-03",)),
        ("15 Şubat 2024", ("2024-02-15",)),
        ("May 2016", ("2016-05",)),
        ("2016-05-03", ("2016-05-03",)),
        ("05.02.2014", ("2014-02-05",)),
        ("05/02/2014", ("2014-02-05", "2014-05-02")),
        ("Tuesday, 03/04/2012", ("2012-04-03",)),
        ("25/02/2014", ("2014-02-25",)),
        ("02/25/2014", ("2014-02-25",)),
        ("03/03/2014", ("2014-03-03",)),
    ],
)
def test_a_date_gives_every_reading_it_can_have(text, readings):
    assert [date.readings for date in find_dates(text)] == [readings]


@pytest.mark.parametrize("text", ["31 February 2014", "99/99/2014", "0000-00-00", "May be 2014", "in 2014", "1 2 2014", "12/13", "300 000 May"])
def test_what_is_no_date_gives_none(text):
    assert find_dates(text) == []


def test_the_time_of_day_is_part_of_where_a_date_stands():
    date = find_dates("Posted 14 March 2019, 10:25 by us")[0]

    assert (date.start, date.end) == (7, 27)


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("2018-09-03T08:15:00+06:00", "2018-09-03"),
        ("2018/09/03", "2018-09-03"),
        ("2018-09", "2018-09"),
        ("2018", "2018"),
        ("2018-13-01", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_machine_readable_moment_gives_its_day(value, edtf):
    assert read_moment(value) == edtf


def test_dates_with_one_reading_tell_the_order_of_the_others():
    assert [day_comes_first(text) for text in ("25/02/2014", "02/25/2014", "05/02/2014", "25/02/2014 02/25/2014")] == [True, False, None, None]
