"""Many entities at once: what a table would add, change or contradict, and the doing of it in one transaction."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction

from entities.formats import EntityRecord, NameRecord
from entities.models import Entity, Identifier, Name
from entities.tables import Described
from kzarchive.addresses.models import Pid, Redirect, is_slug_taken
from kzarchive.history.models import write


@dataclass
class Plan:
    """What taking a table in would do: entities that are new, changed (each with what changes), conflicting (each with why), unchanged."""

    new: list[Described] = field(default_factory=list)
    changed: list[tuple[Described, list[str]]] = field(default_factory=list)
    conflicting: list[tuple[Described, str]] = field(default_factory=list)
    unchanged: int = 0


def export() -> list[Described]:
    """Return every entity that stands for itself and has a name, by pid, its names in the order they were added."""
    entities = Entity.objects.living().filter(names__isnull=False).distinct().order_by("pid").prefetch_related("names", "identifiers")
    return [_described(entity) for entity in entities]


def _described(entity: Entity) -> Described:
    names = tuple(
        NameRecord(name.text, name.language, name.kind, name.from_year, name.to_year, name.search_may_use, name.tagging_may_use, name.note or "")
        for name in sorted(entity.names.all(), key=lambda name: name.pk)
    )
    identifiers = tuple(sorted((identifier.scheme, identifier.value) for identifier in entity.identifiers.all()))
    return Described(EntityRecord(entity.pid, entity.slug, entity.kind, entity.name, entity.description, names), identifiers)


def plan(records: Iterable[Described]) -> Plan:
    """Return what taking ``records`` in would do, changing nothing. A table adds and changes; it never takes a name or an identifier away."""
    found, slugs = Plan(), set()
    held = {(scheme, value): entity for scheme, value, entity in Identifier.objects.values_list("scheme", "value", "entity__pid")}
    for record in records:
        entity = Entity.objects.filter(pid=record.entity.pid).first() if record.entity.pid else None
        if why := _conflict(record, entity, held, slugs):
            found.conflicting.append((record, why))
        elif entity is None:
            found.new.append(record)
        elif changes := _changes(record, entity):
            found.changed.append((record, changes))
        else:
            found.unchanged += 1
        slugs.add(record.entity.slug)
        for identifier in record.identifiers:
            held.setdefault(identifier, record.entity.pid or record.entity.slug)
    return found


def _conflict(record: Described, entity: Entity | None, held: dict[tuple[str, str], str], slugs: set[str]) -> str:
    """Return why ``record`` contradicts the archive, or another row of its table; empty where it does not."""
    about = record.entity
    if entity is not None and entity.merged_into_id is not None:
        return f"it was merged into {entity.merged_into.pid}"
    if entity is None and about.pid and Pid.objects.filter(pid=about.pid).exists():
        return "its pid is that of another kind of record, or of one that is gone"
    if about.slug in slugs or (entity is None and is_slug_taken(Entity(pid=about.pid), about.slug)):
        return f"the address “{about.slug}” belongs to another record"
    if entity is not None and entity.slug != about.slug and not Redirect.objects.filter(key=about.slug, target=entity.pid).exists():
        return f"it lives at “{entity.slug}” here: an address is changed at the desk"
    if entity is not None and entity.kind != about.kind:
        return f"it is a {entity.kind} here"
    own = about.pid or about.slug
    for scheme, value in record.identifiers:
        if held.get((scheme, value), own) != own:
            return f"{held[scheme, value]} bears {scheme} {value} already: are the two one?"
    return ""


def _changes(record: Described, entity: Entity) -> list[str]:
    """Return what of ``entity`` is not as ``record`` has it, in words."""
    there, wanted = _described(entity), record.entity
    changes = [name for name in ("name", "description") if getattr(there.entity, name) != getattr(wanted, name)]
    changes += [f"{'name' if _known(name, there) is None else 'use of'} “{name.text}” ({name.language})" for name in _differing(record, there)]
    changes += [f"{scheme} {value}" for scheme, value in record.identifiers if (scheme, value) not in there.identifiers]
    return changes


def _known(name: NameRecord, there: Described) -> NameRecord | None:
    return next((n for n in there.entity.names if (n.text, n.language, n.from_year) == (name.text, name.language, name.from_year)), None)


def _differing(record: Described, there: Described) -> list[NameRecord]:
    return [name for name in record.entity.names if name != _known(name, there)]


@transaction.atomic
def apply(found: Plan, *, by) -> None:
    """Do what ``found`` says of the new and the changed; each is one entry of the history, all of one batch. Conflicts are left alone."""
    batch = uuid.uuid4()
    for record in found.new:
        about = record.entity
        entity = Entity.objects.create(pid=about.pid, slug=about.slug, kind=about.kind, name=about.name, description=about.description)
        _write_rows(record, entity, Described(EntityRecord("", "", "", "", "", ()), ()))
        write("import", entity, by=by, after={"pid": entity.pid, "names": len(about.names)}, batch=batch)
    for record, changes in found.changed:
        entity = Entity.objects.select_for_update().get(pid=record.entity.pid)
        there = _described(entity)
        entity.name, entity.description = record.entity.name, record.entity.description
        entity.save(update_fields=["name", "description"])
        _write_rows(record, entity, there)
        write("import", entity, by=by, before={}, after={"changed": changes}, batch=batch)


def _write_rows(record: Described, entity: Entity, there: Described) -> None:
    differing = _differing(record, there)
    # A name that stops being the preferred one goes first: the language never has two.
    for name in sorted(differing, key=lambda name: name.kind == "preferred"):
        row = Name.objects.filter(entity=entity, text=name.text, language=name.language, from_year=name.from_year).first()
        row = row or Name(entity=entity, text=name.text, language=name.language, from_year=name.from_year)
        row.kind, row.to_year, row.note = name.kind, name.to_year, name.note or None
        row.search_may_use, row.tagging_may_use = name.search, name.tagging
        row.save()
    for scheme, value in record.identifiers:
        if (scheme, value) not in there.identifiers:
            Identifier.objects.create(entity=entity, scheme=scheme, value=value)
