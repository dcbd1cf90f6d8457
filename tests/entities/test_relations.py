"""What one entity is to another, and who held an office on a day."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from entities.identifiers import SCHEMES, NotAnIdentifier, address_of, check_digit, normalise
from entities.models import Relation, office_holder
from kzarchive.text import letter_of, sort_key
from tests.factories import make_entity

database = pytest.mark.django_db


@pytest.fixture
def office():
    """The presidency with two holders, the first until 20 March 2019, the second from that day on."""
    office = make_entity("President of Kazakhstan", "concept")
    for name, began, ended in (("Nazarbayev", "1991-12-16", "2019-03-20"), ("Tokayev", "2019-03-20", None)):
        Relation.objects.create(subject=make_entity(name, "person"), kind="holds office", object=office, began_on=began, ended_on=ended)
    return office


@database
@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("1990-01-01", None), ("1991-12-16", "Nazarbayev"), ("2014-02-05", "Nazarbayev"), ("2019-03-19", "Nazarbayev"),
        ("2019-03-20", "Tokayev"), ("2026-01-01", "Tokayev"),
    ],
)  # fmt: skip
def test_an_office_answers_with_its_holder_on_a_day(office, day, name):
    holder = office_holder(office, dt.date.fromisoformat(day))

    assert (holder and holder.name) == name


@database
def test_dates_that_leave_it_open_between_two_answer_with_nobody():
    office = make_entity("Foreign Minister", "concept")
    for name, began, ended in (("A", "2000", "2002"), ("B", "2002", "2005")):
        Relation.objects.create(subject=make_entity(name, "person"), kind="holds office", object=office, began_on=began, ended_on=ended)

    answers = [office_holder(office, dt.date(year, 6, 1)) for year in (1999, 2001, 2002, 2003, 2006)]
    assert [holder and holder.name for holder in answers] == [None, "A", None, "B", None]


@database
def test_an_office_may_be_the_title_held_in_a_body():
    state = make_entity("Kazakhstan")
    for title in ("President", "Prime Minister"):
        Relation.objects.create(subject=make_entity(f"The {title}", "person"), kind="holds office", object=state, title=title, began_on="2019")

    assert office_holder(state, dt.date(2020, 1, 1), title="PRESIDENT").name == "The President"
    assert office_holder(state, dt.date(2020, 1, 1)) is None


@database
@pytest.mark.parametrize(
    ("kind", "subject", "object_", "extra", "field"),
    [
        ("holds office", "state", "concept", {}, "subject"),
        ("party to", "state", "organisation", {}, "object"),
        ("located in", "place", "person", {}, "object"),
        ("member of", "state", "organisation", {"title": "Chair"}, "title"),
        ("member of", "state", "organisation", {"began_on": "2000", "ended_on": "1999"}, "ended_on"),
        ("member of", "state", "organisation", {"began_on": "last year"}, "began_on"),
    ],
)
def test_a_relation_that_makes_no_sense_is_refused_at_its_field(kind, subject, object_, extra, field):
    relation = Relation(subject=make_entity("A", subject), kind=kind, object=make_entity("B", object_), **extra)

    with pytest.raises(ValidationError) as refusal:
        relation.full_clean()
    assert set(refusal.value.message_dict) - {"__all__"} == {field}


@database
def test_a_part_of_a_part_does_not_hold_the_whole():
    a, b, c = (make_entity(name, "organisation") for name in "ABC")
    for part, whole in ((a, b), (b, c)):
        Relation.objects.create(subject=part, kind="part of", object=whole)

    with pytest.raises(ValidationError, match="go round in a circle"):
        Relation(subject=c, kind="part of", object=a).full_clean()
    Relation(subject=a, kind="part of", object=c).full_clean()


@pytest.mark.parametrize(
    ("scheme", "text", "stored"),
    [
        ("wikidata", "https://www.wikidata.org/wiki/Q232", "Q232"), ("wikidata", " q232 ", "Q232"),
        ("viaf", "http://viaf.org/viaf/75121530", "75121530"), ("geonames", "https://www.geonames.org/1522867/kazakhstan.html", "1522867"),
        ("isni", "0000 0001 2103 2683", "0000000121032683"), ("isni", "https://isni.org/isni/0000000121032683", "0000000121032683"),
        ("orcid", "https://orcid.org/0000-0002-1694-233x", "0000-0002-1694-233X"), ("orcid", "0000000216942 33X", "0000-0002-1694-233X"),
    ],
)  # fmt: skip
def test_an_identifier_is_read_off_a_link_and_led_out_again(scheme, text, stored):
    assert normalise(scheme, text) == stored
    assert normalise(scheme, address_of(scheme, stored)) == stored
    assert set(SCHEMES) == {"wikidata", "viaf", "isni", "geonames", "orcid"}


@pytest.mark.parametrize(
    ("scheme", "text"),
    [
        ("orcid", "0000-0002-1694-2339"), ("isni", "0000000121032682"), ("wikidata", "https://example.org/Q232"), ("wikidata", "Q0"),
        ("viaf", ""), ("doi", "10.1/1"), ("wikidata", "https://[::1/Q1"), ("geonames", "²"), ("isni", "٠" * 16), ("viaf", "1" * 5000),
    ],
)  # fmt: skip
def test_what_is_no_identifier_is_refused_in_words(scheme, text):
    with pytest.raises(NotAnIdentifier):
        normalise(scheme, text)


def test_every_slip_of_one_digit_is_told_by_the_check_character():
    assert check_digit("000000021694233") == "X"
    right = "0000000121032683"
    slips = {right[:at] + digit + right[at + 1 :] for at in range(15) for digit in "0123456789"} - {right}
    assert [slip for slip in slips if check_digit(slip[:15]) == slip[15]] == []


def test_names_sort_by_both_alphabets_with_the_kazakh_letters_in_their_places():
    names = ["Ән", "Яблоко", "Ал", "Бай", "zebra", "Алматы", "Қазақ", "Ким", "Лев", "Éclair", "Astana 2", "Astana", "Ялта", "Іле", "Ыстық"]

    assert sorted(names, key=sort_key) == [
        "Astana", "Astana 2", "Éclair", "zebra", "Ал", "Алматы", "Ән", "Бай", "Ким", "Қазақ", "Лев", "Ыстық", "Іле", "Яблоко", "Ялта",
    ]  # fmt: skip
    assert [letter_of(sort_key(name)) for name in ("Ән", "Éclair", "2", "გ", "")] == ["Ә", "E", "", "", ""]
