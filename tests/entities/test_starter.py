"""The starter authority file in the database: whole, once, and never over what an editor did."""

from dataclasses import replace

import pytest
from django.conf import settings

from entities import starter
from entities.formats import EntityRecord, NameRecord, RelationRecord, read_authority
from entities.models import Entity, Name
from kzarchive.addresses.models import Pid
from kzarchive.history.models import Change
from tests.factories import make_entity, make_user

pytestmark = pytest.mark.django_db


def file_records() -> list[EntityRecord]:
    return read_authority((settings.BASE_DIR / starter.FILE).read_text(encoding="utf-8"))


def stored_records() -> list[EntityRecord]:
    return [
        EntityRecord(
            entity.pid, entity.slug, entity.kind, entity.name, entity.description,
            tuple(
                NameRecord(n.text, n.language, n.kind, n.from_year, n.to_year, n.search_may_use, n.tagging_may_use, n.note or "")
                for n in entity.names.all()
            ),
            tuple(
                RelationRecord(r.kind, r.object.slug, r.title, r.began_on, r.ended_on, r.source, r.is_certain)
                for r in entity.relations.order_by("id").select_related("object")
            ),
        )
        for entity in Entity.objects.order_by("id").prefetch_related("names")
    ]  # fmt: skip


def file_records_without(slug: str) -> list[EntityRecord]:
    """The file as it is loaded where the archive has its own record at ``slug``: relations lead to that one."""
    return [record for record in file_records() if record.slug != slug]


def test_loading_stores_every_entity_as_the_file_has_it():
    starter.load()

    assert stored_records() == file_records()


def test_loading_counts_the_entities_it_added():
    assert [starter.load(), starter.load()] == [len(file_records()), 0]


def test_names_are_compared_as_if_they_had_been_saved_one_by_one():
    starter.load()
    names = Name.objects.filter(entity__slug__in=["abdullah-gul", "astana", "c5-1", "foreign-policy-concept-of-kazakhstan-for-2014-2020"])
    loaded = list(names.order_by("id").values_list("text", "key", "script"))

    for name in names:
        name.save()

    assert loaded == list(names.order_by("id").values_list("text", "key", "script"))


def test_loading_enters_every_pid_in_the_register_as_no_demonstration():
    starter.load()

    assert set(Pid.objects.values_list("pid", "kind", "is_demo")) == {(record.pid, "entity", False) for record in file_records()}


def test_loading_twice_leaves_one_entry_in_the_history():
    editor = make_user()

    starter.load(by=editor)
    starter.load(by=editor)

    assert list(Change.objects.values_list("by", "act", "kind", "label", "after")) == [
        (editor.pk, "load starter file", "entities.entity", "fixtures/authority.json", {"pids": [record.pid for record in file_records()]})
    ]


def test_loading_again_leaves_what_an_editor_changed():
    starter.load()
    russia = Entity.objects.get(slug="russia")
    russia.slug, russia.name = "russian-federation", "Russian Federation"
    russia.save()
    russia.names.all().delete()
    before = stored_records()

    starter.load()

    assert stored_records() == before


def test_an_entity_whose_address_is_taken_is_left_out():
    own = make_entity("Kazakhstan", description="As the archive itself describes it.")

    starter.load()

    assert stored_records()[1:] == file_records_without(own.slug)


def test_an_entity_whose_address_leads_to_another_record_is_left_out():
    own = make_entity("Kazakhstan")
    own.slug = "republic-of-kazakhstan"
    own.save()

    starter.load()

    # What the file says of the address at which nothing of its own lives now is not said of the other record.
    assert stored_records()[1:] == [
        replace(record, relations=tuple(one for one in record.relations if one.object != "kazakhstan"))
        for record in file_records_without("kazakhstan")
    ]
