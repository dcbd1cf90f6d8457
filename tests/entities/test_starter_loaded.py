"""The starter authority file in the database: whole, once, and never over what an editor did. It is loaded once for all that is asked here."""

import pytest

from entities import starter
from entities.models import Entity, Name
from kzarchive.addresses.models import Pid
from kzarchive.history.models import Change
from tests.entities.test_starter import file_records, stored_records
from tests.factories import make_user

pytestmark = pytest.mark.usefixtures("editor")


@pytest.fixture(scope="module")
def _loaded(standing):
    """Who loaded the starter file into an empty archive."""
    editor = make_user()
    starter.load(by=editor)
    return editor


@pytest.fixture
def editor(_loaded, db):
    return _loaded


def test_loading_stores_every_entity_as_the_file_has_it():
    assert stored_records() == file_records()


def test_loading_again_adds_no_entity():
    assert (Entity.objects.count(), starter.load()) == (len(file_records()), 0)


def test_names_are_compared_as_if_they_had_been_saved_one_by_one():
    names = Name.objects.filter(entity__slug__in=["abdullah-gul", "astana", "c5-1", "foreign-policy-concept-of-kazakhstan-for-2014-2020"])
    loaded = list(names.order_by("id").values_list("text", "key", "script"))

    for name in names:
        name.save()

    assert loaded == list(names.order_by("id").values_list("text", "key", "script"))


def test_loading_enters_every_pid_in_the_register_as_no_demonstration():
    assert set(Pid.objects.values_list("pid", "kind", "is_demo")) == {(record.pid, "entity", False) for record in file_records()}


def test_loading_twice_leaves_one_entry_in_the_history(editor):
    starter.load(by=editor)

    assert list(Change.objects.values_list("by", "act", "kind", "label", "after")) == [
        (editor.pk, "load starter file", "entities.entity", "fixtures/authority.json", {"pids": [record.pid for record in file_records()]})
    ]


def test_loading_again_leaves_what_an_editor_changed():
    russia = Entity.objects.get(slug="russia")
    russia.slug, russia.name = "russian-federation", "Russian Federation"
    russia.save()
    russia.names.all().delete()
    before = stored_records()

    starter.load()

    assert stored_records() == before
