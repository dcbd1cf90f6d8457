"""The starter authority file: who and what an archive of Kazakhstan's foreign policy needs to know on its first day."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.db import transaction

from entities.formats import EntityRecord, read_authority
from entities.models import Entity, Name, Relation
from kzarchive.addresses.models import Pid, Redirect
from kzarchive.history.models import Change

FILE = Path("fixtures") / "authority.json"


@transaction.atomic
def load(by=None) -> int:
    """Add the entities of the starter file that the archive has never held, and return how many they were.

    What was loaded before is left as its editors made it, renamed, merged or not. An entity whose address belongs to
    another record, or once did, is left out: that record is the archive's own account of it.
    """
    records = read_authority((settings.BASE_DIR / FILE).read_text(encoding="utf-8"))
    known = set(Pid.objects.filter(pid__in=[record.pid for record in records]).values_list("pid", flat=True))
    slugs = [record.slug for record in records]
    taken = set(Entity.objects.filter(slug__in=slugs).values_list("slug", flat=True))
    taken |= set(Redirect.objects.filter(kind=Entity.pid_kind, key__in=slugs).values_list("key", flat=True))
    added = [record for record in records if record.pid not in known and record.slug not in taken]
    if added:
        _write(added, by)
    return len(added)


def _write(records: list[EntityRecord], by) -> None:
    Entity.objects.bulk_create(
        Entity(pid=record.pid, slug=record.slug, kind=record.kind, name=record.name, description=record.description) for record in records
    )
    ids = dict(Entity.objects.filter(pid__in=[record.pid for record in records]).values_list("pid", "pk"))
    names = [
        Name(
            entity_id=ids[record.pid], text=name.text, language=name.language, kind=name.kind, from_year=name.from_year,
            to_year=name.to_year, search_may_use=name.search, tagging_may_use=name.tagging, note=name.note or None,
        )
        for record in records
        for name in record.names
    ]  # fmt: skip
    for name in names:
        name.prepare()
    Name.objects.bulk_create(names)
    # A relation to an entity that was left out, or is another one now, is left out too.
    known = dict(Entity.objects.living().filter(slug__in=[one.object for record in records for one in record.relations]).values_list("slug", "pk"))
    Relation.objects.bulk_create(
        Relation(
            subject_id=ids[record.pid], kind=one.kind, object_id=known[one.object], title=one.title, began_on=one.began_on, ended_on=one.ended_on,
            source=one.source, is_certain=one.is_certain,
        )
        for record in records
        for one in record.relations
        if one.object in known
    )  # fmt: skip
    # One entry for the file: two hundred of them would say no more.
    Change.objects.create(
        by=by,
        act="load starter file",
        kind=Entity._meta.label_lower,
        object_id="",
        label=FILE.as_posix(),
        after={"pids": [record.pid for record in records]},
    )
