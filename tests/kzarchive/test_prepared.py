"""Statements that are compiled once find what the queryset itself finds, whatever the values are."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from entities.models import Entity
from kzarchive.prepared import Prepared
from tests.factories import make_entity

pytestmark = pytest.mark.django_db


def named(keys, beginning):
    return Entity.objects.filter(pk__in=keys, name__startswith=beginning).order_by("pk").values_list("pk", "name")


@pytest.mark.parametrize("beginning", ["A", "A%", "A_", "\\", "", "'", "kz-stands-in-0000", "%s"])
def test_it_finds_what_the_queryset_finds(beginning):
    keys = [make_entity(f"{beginning}{number}").pk for number in range(3)] + [make_entity("Other").pk]
    prepared = Prepared(named)

    found = [prepared.rows(keys[:count], beginning) for count in (4, 3, 1)]

    assert found == [list(named(keys[:count], beginning)) for count in (4, 3, 1)]
    assert len(found[1]) == 3


def test_it_is_compiled_once_for_lengths_that_are_near():
    keys = [make_entity(f"A {number}").pk for number in range(33)]
    prepared = Prepared(named)

    with CaptureQueriesContext(connection) as queries:
        found = [len(prepared.rows(keys[:count], "A")) for count in (1, 3, 4, 17, 20, 33)]

    assert found == [1, 3, 4, 17, 20, 33]
    assert len({query["sql"].count(",") for query in queries}) == 4  # of 1, 4, 20 and 40 keys
