"""Pairs of claims that an editor is asked about, and look-alikes that nobody is asked about."""

import datetime as dt
from decimal import Decimal

import pytest

from articles.kinship import Facts, kinship

YEAR_2014 = (dt.date(2014, 1, 1), dt.date(2014, 12, 31))
YEAR_2017 = (dt.date(2017, 1, 1), dt.date(2017, 12, 31))
KZ = frozenset({"kazakhstan"})


def day(text):
    return (dt.date.fromisoformat(text),) * 2


def embassies(value, days=YEAR_2014, **fields):
    return Facts(f"It had {value}.", KZ, measured="embassies abroad", value=value, number=Decimal(value), days=days, subject="1", **fields)


APPROVED = "President Nazarbayev approved the foreign policy concept for 2014 to 2020 on {} January 2014."
PAIRS = [
    ("two numbers for one year", embassies("57"), embassies("59"), "conflicts with"),
    ("one number twice", embassies("57"), embassies("57", days=YEAR_2017), "corroborates"),
    ("a number of another year", embassies("57"), embassies("64", days=YEAR_2017), None),
    ("numbers in other units", embassies("57", unit="embassies"), embassies("59", unit="missions"), None),
    ("of somebody else", embassies("57"), Facts("x", frozenset({"uzbekistan"}), measured="embassies abroad", value="3", subject="2"), None),
    ("two days for one act", Facts(APPROVED.format(21), KZ, days=day("2014-01-21")), Facts(APPROVED.format(29), KZ, days=day("2014-01-29")),
     "conflicts with"),
    ("a year and a day in it", Facts("The treaty was signed in Astana in 2014", KZ, days=YEAR_2014),
     Facts("The treaty was signed in Astana in May 2014", KZ, days=day("2014-05-29")), "refines"),
    ("initialled and then signed", Facts("The enhanced partnership agreement with the European Union was initialled in 2014", KZ, days=YEAR_2014),
     Facts("The enhanced partnership agreement with the European Union was signed in 2015", KZ, days=day("2015-12-21")), "refines"),
    ("the same words", Facts("Kazakhstan chaired the OSCE in 2010.", KZ), Facts("Kazakhstan chaired the OSCE in 2010", KZ), "repeats"),
    ("nothing shared", Facts("Kazakhstan chaired the OSCE in 2010.", KZ), Facts("Kazakhstan chaired the OSCE in 2010.", frozenset({"osce"})), None),
    ("two formats that look alike", Facts("The C5+1 format of the presidents met in 2023.", KZ | {"c5-plus-1"}, frozenset({"c5-plus-1"})),
     Facts("The 5+1 format of the presidents met in 2023.", KZ | {"5-plus-1"}, frozenset({"5-plus-1"})), None),
    ("other matters of one state", Facts("Kazakhstan joined the WTO in 2015.", KZ), Facts("Astana held an exhibition for three months.", KZ), None),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "kind"), [pair[1:] for pair in PAIRS], ids=[pair[0] for pair in PAIRS])
def test_a_pair_is_what_it_seems_from_both_sides(one, other, kind):
    for found in (kinship(one, other), kinship(other, one)):
        assert (found and found[0]) == kind
        assert found is None or all(reason for reason, _ in found[1])
