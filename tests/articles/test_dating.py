"""Dates in sentences: what the words say, and what the day of printing makes of them."""

import pytest

from articles.dating import dates_in

CASES = [
    ("signed in Astana on December 21, 2015 by both", "2021", [("2015-12-21", "stated")]),
    ("on 21 December 2015 and again in March 2016", None, [("2015-12-21", "stated"), ("2016-03", "stated")]),
    ("In January, Kazakhstan took a seat for two years.", "2017-07-16", [("2017-01", "resolved")]),
    ("Last November, President Nazarbayev ordered it", "2014-02-05", [("2013-11", "resolved")]),
    ("Last November it rained", "2014-11-20", [("2013-11", "resolved")]),
    ("as of next January", "2014-02-05", [("2015-01", "resolved")]),
    ("as of next March", "2014-02-05", [("2014-03", "resolved")]),
    ("On January 29, the President approved it", "2014-02-05", [("2014-01-29", "resolved")]),
    ("On March 3, the President approved it", "2014-02-05", [("2013-03-03", "resolved")]),
    ("in November", "2014-02", [("2013-11", "resolved")]),
    ("in November", "2014", []),
    ("in November", None, []),
    ("next January", "2014", [("2015-01", "resolved")]),
    ("last year", "2014", [("2013", "resolved")]),
    ("this year and next year", "2014-05-01", [("2014", "resolved"), ("2015", "resolved")]),
    ("last month", "2014-01-31", [("2013-12", "resolved")]),
    ("yesterday", "2014-03-01", [("2014-02-28", "resolved")]),
    ("the period 2014-2020", "2014", [("2014/2020", "stated")]),
    ("from 2017 to 2018 on the Council", None, [("2017/2018", "stated")]),
    ("elected in June 2019, who in 2020 said", "2021-06-15", [("2019-06", "stated"), ("2020", "stated")]),
    ("5 мая 2017 года", None, [("2017-05-05", "stated")]),
    ("в январе", "2017-07-16", [("2017-01", "resolved")]),
    ("в ноябре прошлого года", "2014-02-05", [("2013-11", "resolved")]),
    ("в прошлом году", "2014-02-05", [("2013", "resolved")]),
    ("February 30, 2014 never was", None, [("2014", "stated")]),
    ("on may day they march in may", "2014-02-05", []),
    ("", "2014", []),
]


@pytest.mark.parametrize(("text", "printed_on", "expected"), CASES, ids=[case[0][:30] for case in CASES])
def test_a_sentence_gives_its_dates(text, printed_on, expected):
    found = dates_in(text, printed_on=printed_on)

    assert [(dated.date, dated.basis) for dated in found] == expected
    assert [text[dated.start : dated.end] for dated in found] == [dated.words for dated in found]


def test_how_a_date_was_read_is_told_where_the_words_do_not_say_it():
    [relative, stated] = dates_in("In January, and in March 2016", printed_on="2017-07-16")

    assert relative.explained("2017-07-16") == "“In January”, read from the date of publication, 2017-07-16"
    assert stated.explained("2017-07-16") is None
