"""The history: added to, and nothing else; and what it keeps of a record."""

import datetime as dt
import re
from pathlib import Path

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from articles.models import Version
from kzarchive.history.admin import ACTS
from kzarchive.history.models import Change, difference, values_of, write
from tests.factories import make_article, make_author, make_user

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def entry():
    return write("add", make_author(), by=make_user(), after={"name": "Aigerim Sadykova"}, reason="New.")


ATTEMPTS = {
    "UPDATE": "UPDATE history_change SET reason = 'Another.' WHERE id = %s",
    "DELETE": "DELETE FROM history_change WHERE id = %s",
    "UPDATE to the same": "UPDATE history_change SET reason = reason WHERE id = %s",
}


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_an_entry_is_neither_changed_nor_deleted(entry, attempt):
    with pytest.raises(IntegrityError, match="only added to"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(ATTEMPTS[attempt], [entry.pk])

    assert list(Change.objects.values_list("act", "reason", "after")) == [("add", "New.", {"name": "Aigerim Sadykova"})]


def test_who_did_something_stays_on_record(entry):
    with pytest.raises(ProtectedError):
        entry.by.delete()


def test_an_entry_names_record_person_and_moment(entry):
    author = entry.by, entry.kind, entry.label
    record = Change.objects.values("by", "act", "kind", "object_id", "label", "reason", "before", "after", "batch").get()

    assert author[1:] == ("articles.author", record["label"])
    assert record == {
        "by": entry.by_id, "act": "add", "kind": "articles.author", "object_id": entry.object_id, "label": entry.label, "reason": "New.",
        "before": None, "after": {"name": "Aigerim Sadykova"}, "batch": None,
    }  # fmt: skip
    assert abs(entry.at - dt.datetime.now(dt.UTC)) < dt.timedelta(minutes=1)


def test_the_history_of_one_record_is_its_own_newest_first():
    one, other = make_author(), make_author()
    entries = [write(act, record, by=None) for act, record in (("add", one), ("add", other), ("change", one))]

    assert list(Change.objects.of(one)) == [entries[2], entries[0]]


def test_bodies_and_what_the_database_sets_are_left_out_of_the_values():
    version = make_article(body="A long text.").versions.get()

    assert sorted(values_of(version)) == [
        "article_id", "frozen_at", "kinds", "made_at", "made_by_id", "number", "reason", "record", "sameness_key", "sha256",
    ]  # fmt: skip
    assert not {"body", "id"} & set(values_of(Version()))
    assert not {"id", "sort_day", "changed_at"} & set(values_of(version.article))


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ({"a": 1, "b": 2}, {"a": 1, "b": 3}, ({"b": 2}, {"b": 3})),
        ({"a": 1}, {"a": 1}, ({}, {})),
        ({}, {"a": 1}, ({}, {"a": 1})),
        ({"a": 1}, {}, ({"a": 1}, {})),
        ({"a": None}, {"a": ""}, ({"a": None}, {"a": ""})),
    ],
)
def test_a_difference_holds_what_is_not_the_same(before, after, changed):
    assert difference(before, after) == changed


@pytest.mark.engine_free
def test_every_act_that_is_entered_can_be_asked_for_in_the_list():
    written = {
        act
        for app in ("articles", "entities", "kzarchive")
        for path in (ROOT / app).rglob("*.py")
        for act in re.findall(r'\b(?:write\(|_move\((?:article|claim), )\s*"([a-z ]+)"', path.read_text())
    }

    assert len(written) > 30
    assert written - set(ACTS) == set()
