"""Many entities at once: what a file would add, change or contradict, and the doing of it in one transaction."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from django.db import transaction
from django.db.models import Q

from entities.formats import Described, EntityRecord, NameRecord, Related, RelationRecord
from entities.models import NEVER_ROUND, Entity, Identifier, Name, Relation, misplaced
from kzarchive.addresses.models import Pid, Redirect, is_slug_taken
from kzarchive.history.models import write
from kzarchive.merging import acts

_CHUNK = 500
SAME_IDENTIFIER = 5  # how much it speaks for two being one


@dataclass
class RelationPlan:
    """What of the relations of a file is new, changed (with what changes), conflicting (with why), unchanged."""

    new: list[Related] = field(default_factory=list)
    changed: list[tuple[Related, list[str]]] = field(default_factory=list)
    conflicting: list[tuple[Related, str]] = field(default_factory=list)
    unchanged: int = 0


@dataclass
class Plan:
    """What taking a file in would do: entities that are new, changed (each with what changes), conflicting (each with why), unchanged.

    ``may_be_one`` has the pids of records of which the file says by an identifier that they are one, with that identifier.
    """

    new: list[Described] = field(default_factory=list)
    changed: list[tuple[Described, list[str]]] = field(default_factory=list)
    conflicting: list[tuple[Described, str]] = field(default_factory=list)
    unchanged: int = 0
    may_be_one: list[tuple[str, str, str]] = field(default_factory=list)
    relations: RelationPlan = field(default_factory=RelationPlan)

    @property
    def conflict_count(self) -> int:
        return len(self.conflicting) + len(self.relations.conflicting)


def export() -> list[Described]:
    """Return every entity that stands for itself and has a name, by pid: its names and relations in the order they were added."""
    entities = Entity.objects.living().filter(names__isnull=False).distinct().order_by("pid").prefetch_related("names", "identifiers")
    described = [_described(entity) for entity in entities]
    ties: dict[str, list[RelationRecord]] = {}
    exported = Q(subject__names__isnull=False, object__names__isnull=False)
    for relation in Relation.objects.public().filter(exported).distinct().order_by("pk").select_related("subject", "object"):
        ties.setdefault(relation.subject.pid, []).append(_recorded(relation))
    return [replace(one, entity=replace(one.entity, relations=tuple(ties.get(one.entity.pid, ())))) for one in described]


def _described(entity: Entity) -> Described:
    names = tuple(
        NameRecord(name.text, name.language, name.kind, name.from_year, name.to_year, name.search_may_use, name.tagging_may_use, name.note or "")
        for name in sorted(entity.names.all(), key=lambda name: name.pk)
    )
    identifiers = tuple(sorted((identifier.scheme, identifier.value) for identifier in entity.identifiers.all()))
    return Described(EntityRecord(entity.pid, entity.slug, entity.kind, entity.name, entity.description, names), identifiers)


def _recorded(relation: Relation) -> RelationRecord:
    return RelationRecord(
        relation.kind, relation.object.pid, relation.title, relation.began_on, relation.ended_on, relation.source, relation.is_certain
    )


def plan(records: Iterable[Described], relations: Iterable[Related] = ()) -> Plan:
    """Return what taking ``records``, and ``relations`` beside those of the records, in would do, changing nothing.

    A file adds and changes; it never takes a name, an identifier or a relation away.
    """
    records = list(records)
    found, slugs = Plan(), set()
    held = {(scheme, value): entity for scheme, value, entity in Identifier.objects.values_list("scheme", "value", "entity__pid")}
    known = _by_pid(record.entity.pid for record in records)
    for record in records:
        entity = known.get(record.entity.pid)
        if why := _conflict(record, entity, held, slugs):
            found.conflicting.append((record, why))
            found.may_be_one += _said_to_be_one(record, entity, held)
        elif entity is None:
            found.new.append(record)
        elif changes := _changes(record, entity):
            found.changed.append((record, changes))
        else:
            found.unchanged += 1
        slugs.add(record.entity.slug)
        for identifier in record.identifiers:
            held.setdefault(identifier, record.reference)
    own = [(record.reference, relation) for record in records for relation in record.entity.relations]
    found.relations = _plan_relations([*own, *relations], found.new)
    return found


def _by_pid(pids: Iterable[str]) -> dict[str, Entity]:
    known: dict[str, Entity] = {}
    for chunk in _chunks(sorted({pid for pid in pids if pid})):
        entities = Entity.objects.filter(pid__in=chunk).select_related("merged_into").prefetch_related("names", "identifiers")
        known |= {entity.pid: entity for entity in entities}
    return known


def _chunks(values: list[str]) -> Iterator[list[str]]:
    for at in range(0, len(values), _CHUNK):
        yield values[at : at + _CHUNK]


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
    for scheme, value in record.identifiers:
        if held.get((scheme, value), record.reference) != record.reference:
            return f"{held[scheme, value]} bears {scheme} {value} already: are the two one?"
    return ""


def _said_to_be_one(record: Described, entity: Entity | None, held: dict[tuple[str, str], str]) -> Iterator[tuple[str, str, str]]:
    """Yield the records that bear an identifier of ``record``, where that is one of the archive's own: two that may be one."""
    if entity is None or entity.merged_into_id is not None:
        return
    for scheme, value in record.identifiers:
        holder = held.get((scheme, value), entity.pid)
        if holder != entity.pid and Entity.objects.living().filter(pid=holder).exists():
            yield entity.pid, holder, f"{Identifier.Scheme(scheme).label} {value}"


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


def _plan_relations(related: list[Related], new: list[Described]) -> RelationPlan:
    found = RelationPlan()
    ends = _ends([*(subject for subject, _ in related), *(relation.object for _, relation in related)], new)
    standing = _standing({ends[subject].key for subject, _ in related if subject in ends})
    proposed: list[tuple[Related, tuple[str, str]]] = []
    for one in related:
        subject, relation = one
        if why := _misfit(one, ends):
            found.conflicting.append((one, why))
            continue
        there = standing.get((ends[subject].key, replace(relation, object=ends[relation.object].key).identity))
        if there is None:
            proposed.append((one, (ends[subject].key, ends[relation.object].key)))
        elif changes := [label for name, label in _CHANGEABLE.items() if getattr(there, name) != getattr(relation, name)]:
            found.changed.append((one, changes))
        else:
            found.unchanged += 1
    round_about = _in_a_circle(proposed)
    for one, _ in proposed:
        if one in round_about:
            found.conflicting.append((one, "that would go round in a circle"))
        else:
            found.new.append(one)
    return found


_CHANGEABLE = {"ended_on": "end", "source": "source", "is_certain": "certainty"}


@dataclass(frozen=True)
class _End:
    """An entity at one end of a relation: its pid, or its slug while it has none; its kind; where it went, if it was merged away."""

    key: str
    kind: str
    merged_into: str = ""


def _ends(references: Iterable[str], new: list[Described]) -> dict[str, _End]:
    """Return the entities that ``references``, pids or slugs, name in the archive or among the ``new`` ones."""
    ends: dict[str, _End] = {}
    for chunk in _chunks(sorted(set(references))):
        for entity in Entity.objects.filter(Q(pid__in=chunk) | Q(slug__in=chunk)).select_related("merged_into"):
            ends[entity.pid] = ends[entity.slug] = _End(entity.pid, entity.kind, entity.merged_into.pid if entity.merged_into else "")
    for record in new:
        ends[record.reference] = ends[record.entity.slug] = _End(record.reference, record.entity.kind)
    return ends


def _misfit(one: Related, ends: dict[str, _End]) -> str:
    """Return why a relation cannot stand between its two ends; empty where it can."""
    subject, relation = one
    for reference in (subject, relation.object):
        if reference not in ends:
            return f"“{reference}” is no entity here"
        if ends[reference].merged_into:
            return f"{ends[reference].key} was merged into {ends[reference].merged_into}: name that one"
    if ends[subject].key == ends[relation.object].key:
        return "nothing is related to itself"
    fault = misplaced(relation.kind, ends[subject].kind, ends[relation.object].kind)
    return f"{fault[1][0].lower()}{fault[1][1:].rstrip('.')}" if fault else ""


def _standing(subjects: set[str]) -> dict[tuple[str, tuple[str, str, str, str]], RelationRecord]:
    """Return the archive's relations of the entities with these pids, by subject and identity."""
    standing = {}
    for chunk in _chunks(sorted(subjects)):
        for relation in Relation.objects.filter(subject__pid__in=chunk).select_related("subject", "object"):
            record = _recorded(relation)
            standing[relation.subject.pid, record.identity] = record
    return standing


def _in_a_circle(proposed: list[tuple[Related, tuple[str, str]]]) -> set[Related]:
    """Return those of ``proposed`` by which, with what stands in the archive, something would be part of itself, or before itself, or within."""
    found = set()
    for kind in NEVER_ROUND:
        of_kind = [(one, ends) for one, ends in proposed if one[1].kind == kind]
        if of_kind:
            edges = [*Relation.objects.filter(kind=kind).values_list("subject__pid", "object__pid"), *(ends for _, ends in of_kind)]
            circle = _circles(edges)
            found |= {one for one, (subject, object_) in of_kind if circle[subject] == circle[object_]}
    return found


def _circles(edges: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Return a number for each node of ``edges``: the same for two that lead to each other (Kosaraju: strongly connected components)."""
    forwards: dict[str, list[str]] = {}
    backwards: dict[str, list[str]] = {}
    for subject, object_ in edges:
        forwards.setdefault(subject, []).append(object_)
        backwards.setdefault(object_, []).append(subject)
        forwards.setdefault(object_, []), backwards.setdefault(subject, [])
    finished: list[str] = []
    seen: set[str] = set()
    for start in forwards:
        walk = [] if start in seen else [(start, iter(forwards[start]))]
        seen.add(start)
        while walk:
            node, following = walk[-1]
            ahead = next((one for one in following if one not in seen), None)
            if ahead is None:
                finished.append(walk.pop()[0])
            else:
                seen.add(ahead)
                walk.append((ahead, iter(forwards[ahead])))
    circle: dict[str, int] = {}
    for number, start in enumerate(reversed(finished)):
        reached = [] if start in circle else [start]
        while reached:
            node = reached.pop()
            if node not in circle:
                circle[node] = number
                reached += [one for one in backwards[node] if one not in circle]
    return circle


@transaction.atomic
def take_in(records: Iterable[Described], relations: Iterable[Related] = (), *, by) -> Plan:
    """Do what ``plan`` says of the new and the changed, and return the plan. Conflicts are left alone.

    Each entity is one entry of the history, all of one batch. Two records that an identifier says are one come into the queue of pairs.
    """
    found = plan(records, relations)
    batch = uuid.uuid4()
    for record in found.new:
        about = record.entity
        entity = Entity.objects.create(pid=about.pid, slug=about.slug, kind=about.kind, name=about.name, description=about.description)
        names = [_row_of(name, Name(entity=entity, text=name.text, language=name.language, from_year=name.from_year)) for name in about.names]
        for name in names:
            name.prepare()
        Name.objects.bulk_create(names)
        _write_identifiers(record, entity, ())
        write("import", entity, by=by, after={"pid": entity.pid, "names": len(about.names)}, batch=batch)
    for record, changes in found.changed:
        entity = Entity.objects.select_for_update().get(pid=record.entity.pid)
        there = _described(entity)
        entity.name, entity.description = record.entity.name, record.entity.description
        entity.save(update_fields=["name", "description"])
        _write_rows(record, entity, there)
        write("import", entity, by=by, before={}, after={"changed": changes}, batch=batch)
    _write_relations(found.relations, by, batch)
    for first, second, identifier in found.may_be_one:
        both = [Entity.objects.get(pid=pid) for pid in (first, second)]
        acts.propose(*both, evidence=[f"{acts.STATED} both are {identifier}."], weight=SAME_IDENTIFIER)
    return found


def _write_rows(record: Described, entity: Entity, there: Described) -> None:
    differing = _differing(record, there)
    # A name that stops being the preferred one goes first: the language never has two.
    for name in sorted(differing, key=lambda name: name.kind == "preferred"):
        row = Name.objects.filter(entity=entity, text=name.text, language=name.language, from_year=name.from_year).first()
        row = row or Name(entity=entity, text=name.text, language=name.language, from_year=name.from_year)
        _row_of(name, row).save()
    _write_identifiers(record, entity, there.identifiers)


def _row_of(name: NameRecord, row: Name) -> Name:
    row.kind, row.to_year, row.note = name.kind, name.to_year, name.note or None
    row.search_may_use, row.tagging_may_use = name.search, name.tagging
    return row


def _write_identifiers(record: Described, entity: Entity, there: Iterable[tuple[str, str]]) -> None:
    Identifier.objects.bulk_create(
        Identifier(entity=entity, scheme=scheme, value=value) for scheme, value in record.identifiers if (scheme, value) not in there
    )


def _write_relations(found: RelationPlan, by, batch: uuid.UUID) -> None:
    related = [*found.new, *(one for one, _ in found.changed)]
    references = {reference for subject, relation in related for reference in (subject, relation.object)}
    entities: dict[str, Entity] = {}
    for chunk in _chunks(sorted(references)):
        for entity in Entity.objects.filter(Q(pid__in=chunk) | Q(slug__in=chunk)):
            entities[entity.pid] = entities[entity.slug] = entity
    told: dict[Entity, list[str]] = {}
    for subject, one in related:
        identity = {"subject": entities[subject], "kind": one.kind, "object": entities[one.object], "title": one.title, "began_on": one.began_on}
        row = Relation.objects.filter(**identity).first() or Relation(**identity)
        row.ended_on, row.source, row.is_certain = one.ended_on, one.source, one.is_certain
        row.save()
        told.setdefault(entities[subject], []).append(f"{one.kind} {entities[one.object].pid}")
    for entity, relations in told.items():
        write("import", entity, by=by, before={}, after={"relations": relations}, batch=batch)
