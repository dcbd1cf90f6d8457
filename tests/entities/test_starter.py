"""The starter authority file where the archive has records of its own already: those stay."""

from dataclasses import replace

import pytest
from django.conf import settings
from django.db.models import Prefetch

from entities import starter
from entities.formats import EntityRecord, NameRecord, RelationRecord, read_authority
from entities.models import Entity, Relation
from tests.factories import make_entity

pytestmark = pytest.mark.django_db


def file_records() -> list[EntityRecord]:
    return read_authority((settings.BASE_DIR / starter.FILE).read_text(encoding="utf-8"))


def stored_records() -> list[EntityRecord]:
    in_order = Relation.objects.order_by("id").select_related("object")
    return [
        EntityRecord(
            entity.pid, entity.slug, entity.kind, entity.name, entity.description,
            tuple(
                NameRecord(n.text, n.language, n.kind, n.from_year, n.to_year, n.search_may_use, n.tagging_may_use, n.note or "")
                for n in entity.names.all()
            ),
            tuple(
                RelationRecord(r.kind, r.object.slug, r.title, r.began_on, r.ended_on, r.source, r.is_certain)
                for r in entity.relations.all()
            ),
        )
        for entity in Entity.objects.order_by("id").prefetch_related("names", Prefetch("relations", in_order))
    ]  # fmt: skip


def file_records_without(slug: str) -> list[EntityRecord]:
    """The file as it is loaded where the archive has its own record at ``slug``: relations lead to that one."""
    return [record for record in file_records() if record.slug != slug]


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
