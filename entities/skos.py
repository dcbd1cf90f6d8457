"""The authority file as linked data: SKOS for what an entity is called, SKOS-XL for each name, terms of our own for the rest; pure.

One file of JSON-LD 1.1, read here as JSON in exactly this shape: a file with another context says other things by the same keys.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from entities import identifiers
from entities.formats import AuthorityError, Described, NameRecord, kept_text, load_json, read_kept_entity, read_object, read_pid, read_reference
from kzarchive.addresses.pids import is_pid

# The archive moves from host to host; its terms do not.
TERMS = "urn:x-kzarchive:terms:"
CONTEXT: dict[str, Any] = {
    "@version": 1.1,
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xl": "http://www.w3.org/2008/05/skos-xl#",
    "kz": TERMS,
    "prefLabel": {"@id": "skos:prefLabel", "@container": "@language"},
    "altLabel": {"@id": "skos:altLabel", "@container": ["@language", "@set"]},
    "hiddenLabel": {"@id": "skos:hiddenLabel", "@container": ["@language", "@set"]},
    "definition": "skos:definition",
    "exactMatch": {"@id": "skos:exactMatch", "@type": "@id", "@container": "@set"},
    **{
        term: f"kz:{term}"
        for term in (
            "slug", "kind", "name", "fromYear", "toYear", "search", "tagging", "note",
            "relations", "relation", "object", "title", "beganOn", "endedOn", "source", "certain",
        )
    },
}  # fmt: skip
PREFERRED, OTHER, HIDDEN = "xl:prefLabel", "xl:altLabel", "xl:hiddenLabel"
_PLAIN = {PREFERRED: "prefLabel", OTHER: "altLabel", HIDDEN: "hiddenLabel"}
_NOT_TO_BE_WRITTEN = {"misspelling", "machine-translated"}

_NODE = {"@id", "@type", "slug", "kind", "name"}
_NODE_OPTIONS = {"definition", "exactMatch", "relations", *_PLAIN, *_PLAIN.values()}
_LABEL = {"@type", "xl:literalForm", "kind"}
_LABEL_KEYS = {"fromYear": "from", "toYear": "to", "search": "search", "tagging": "tagging", "note": "note"}
_RELATION = {"relation", "object"}
_RELATION_KEYS = {"title": "title", "beganOn": "from", "endedOn": "to", "source": "source", "certain": "certain"}
_UNNAMED = "_:"  # a node that has no pid yet


def write_skos(records: Iterable[Described], base: str) -> str:
    """Return ``records`` as JSON-LD, in their order; ``base`` is the address below which their pids lead to them."""
    graph = [_node(record) for record in records]
    return json.dumps({"@context": {"@base": base, **CONTEXT}, "@graph": graph}, ensure_ascii=False, indent=1) + "\n"


def _node(record: Described) -> dict[str, Any]:
    entity = record.entity
    node = {"@id": _id_of(record.reference), "@type": "skos:Concept", "slug": entity.slug, "kind": entity.kind, "name": entity.name}
    node |= {"definition": entity.description} if entity.description else {}
    by_property = {name: [one for one in entity.names if _property_of(one) == name] for name in _PLAIN}
    node |= _plain_labels(by_property)
    node |= {name: [_label(one) for one in names] for name, names in by_property.items() if names}
    node |= {"exactMatch": [identifiers.address_of(*one) for one in record.identifiers]} if record.identifiers else {}
    relations = [
        {"relation": one.kind, "object": {"@id": _id_of(one.object)}, "title": one.title, "beganOn": one.began_on, "endedOn": one.ended_on,
         "source": one.source, "certain": None if one.is_certain else False}
        for one in entity.relations
    ]  # fmt: skip
    node |= {"relations": [_without_nothing(one) for one in relations]} if relations else {}
    return node


def _id_of(reference: str) -> str:
    return reference if is_pid(reference) else _UNNAMED + reference


def _property_of(name: NameRecord) -> str:
    return PREFERRED if name.kind == "preferred" else HIDDEN if name.kind in _NOT_TO_BE_WRITTEN else OTHER


def _plain_labels(by_property: Mapping[str, Iterable[NameRecord]]) -> dict[str, Any]:
    """Return the labels that SKOS-XL stands for, for whoever reads SKOS alone: one preferred a language, each other once."""
    labels: dict[str, Any] = {}
    for name, plain in _PLAIN.items():
        texts: dict[str, list[str]] = {}
        for one in by_property[name]:
            texts.setdefault(one.language, []).append(one.text)
        if texts:
            labels[plain] = {tag: found[0] if name == PREFERRED else list(dict.fromkeys(found)) for tag, found in texts.items()}
    return labels


def _label(name: NameRecord) -> dict[str, Any]:
    return _without_nothing(
        {
            "@type": "xl:Label",
            "xl:literalForm": {"@value": name.text, "@language": name.language},
            "kind": name.kind,
            "fromYear": name.from_year,
            "toYear": name.to_year,
            "search": None if name.search else False,
            "tagging": None if name.tagging else False,
            "note": name.note or None,
        }
    )


def _without_nothing(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value is not None}


def read_skos(text: str) -> list[Described]:
    """Return the entities of a file as ``write_skos`` writes it, in its order. Raises AuthorityError at the first fault.

    An ``@id`` is a pid, as such or below the file's own ``@base``, or begins with “_:” where the archive has none for it yet.
    A node with plain SKOS labels and no SKOS-XL is taken too: other labels are full names then, hidden ones misspellings.
    """
    document = read_object(load_json(text), "The file", required={"@context", "@graph"}, optional=set())
    base = _check_context(document["@context"])
    if not isinstance(document["@graph"], list):
        raise AuthorityError("The file: @graph is not a list.")
    places = [_place(node, number) for number, node in enumerate(document["@graph"], start=1)]
    references: dict[str, str] = {}  # of an @id
    seen: dict[str, str] = {}
    for node, where in zip(document["@graph"], places, strict=True):
        fields = read_object(node, where, required=_NODE, optional=_NODE_OPTIONS)
        key = _key_of(fields["@id"], base, where)
        reference = kept_text(fields["slug"], f"{where}: slug") if key.startswith(_UNNAMED) else read_pid(key, where)
        for name in {key, reference, str(fields["slug"])}:
            if (first := seen.setdefault(name, where)) != where:
                raise AuthorityError(f"{where}: “{name[:80]}” stands at {first[0].lower()}{first[1:]} already.")
        references[key] = reference
    return [_read_node(node, where, base, references) for node, where in zip(document["@graph"], places, strict=True)]


def _place(node: object, number: int) -> str:
    slug = node.get("slug") if isinstance(node, dict) else None
    return f"Node {number} (“{slug[:80]}”)" if isinstance(slug, str) else f"Node {number}"


def _check_context(context: object) -> str:
    """Return the base of a context that is ours but for it."""
    if not isinstance(context, dict):
        raise AuthorityError("The file: its @context is not the one this archive writes: this is not an object.")
    base = context.get("@base", "")
    if not isinstance(base, str):
        raise AuthorityError("The file: @base: this is not text.")
    differing = [key for key in {**CONTEXT, **context} if key != "@base" and CONTEXT.get(key) != context.get(key)]
    if differing:
        raise AuthorityError(f"The file: its @context is not the one this archive writes: “{differing[0][:40]}” says something else or is missing.")
    return base


def _key_of(value: object, base: str, where: str) -> str:
    key = kept_text(value, f"{where}: @id")
    return key.removeprefix(base) if base else key


def _read_node(node: Mapping[str, Any], where: str, base: str, references: Mapping[str, str]) -> Described:
    if node["@type"] != "skos:Concept":
        raise AuthorityError(f"{where}: its @type is not skos:Concept.")
    key = _key_of(node["@id"], base, where)
    names = _names_of(node, where)
    fields = {
        "pid": "" if key.startswith(_UNNAMED) else references[key],
        "slug": node["slug"],
        "kind": node["kind"],
        "name": node["name"],
        "description": node.get("definition", ""),
        "names": names,
        "relations": [_read_tie(one, f"{where}: relation {at}", base, references) for at, one in enumerate(_list(node, "relations", where), start=1)],
    }
    matches = []
    for address in _list(node, "exactMatch", where):
        try:
            matches.append(identifiers.read_address(kept_text(address, f"{where}: exactMatch")))
        except identifiers.NotAnIdentifier as error:
            raise AuthorityError(f"{where}: {error}") from None
    entity = read_kept_entity(fields, where)
    if len({one.identity for one in entity.relations}) < len(entity.relations):
        raise AuthorityError(f"{where}: a relation stands there twice.")
    return Described(entity, tuple(sorted(set(matches))))


def _list(fields: Mapping[str, Any], key: str, where: str) -> list:
    value = fields.get(key, [])
    if not isinstance(value, list):
        raise AuthorityError(f"{where}: {key} is not a list.")
    return value


def _names_of(node: Mapping[str, Any], where: str) -> list[dict[str, Any]]:
    """Return the names of a node as an authority file has them: of its SKOS-XL labels, or of its plain ones where it has no others."""
    if not any(name in node for name in _PLAIN):
        kinds = {"prefLabel": "preferred", "altLabel": "full", "hiddenLabel": "misspelling"}
        return [{"text": text, "language": tag, "kind": kinds[plain]} for plain, tag, text in _plain_of(node, where)]
    names, told = [], set()
    for name, plain in _PLAIN.items():
        for at, item in enumerate(_list(node, name, where), start=1):
            here = f"{where}: {name} {at}"
            fields = read_object(item, here, required=_LABEL, optional=set(_LABEL_KEYS))
            form = read_object(fields["xl:literalForm"], f"{here}: xl:literalForm", required={"@value", "@language"}, optional=set())
            one = {"text": form["@value"], "language": form["@language"], "kind": fields["kind"]}
            one |= {ours: fields[key] for key, ours in _LABEL_KEYS.items() if key in fields}
            if fields["@type"] != "xl:Label":
                raise AuthorityError(f"{here}: its @type is not xl:Label.")
            if (fields["kind"] == "preferred") != (name == PREFERRED) or (fields["kind"] in _NOT_TO_BE_WRITTEN) != (name == HIDDEN):
                raise AuthorityError(f"{here}: a name of the kind {json.dumps(fields['kind'], ensure_ascii=False)[:40]} does not stand here.")
            told.add((plain, str(form["@language"]), str(form["@value"])))
            names.append(one)
    for plain, tag, text in _plain_of(node, where):
        if (plain, tag, text) not in told:
            raise AuthorityError(
                f"{where}: its {plain} “{text[:80]}” ({tag}) is none of its SKOS-XL labels: change both, or leave out the plain ones."
            )
    return names


def _plain_of(node: Mapping[str, Any], where: str) -> Iterable[tuple[str, str, str]]:
    """Yield the plain labels of a node as (property, language, text)."""
    for plain in _PLAIN.values():
        by_language = node.get(plain, {})
        if not isinstance(by_language, dict):
            raise AuthorityError(f"{where}: {plain} is not an object of languages.")
        for tag, texts in by_language.items():
            for text in texts if isinstance(texts, list) else [texts]:
                yield plain, tag, kept_text(text, f"{where}: {plain} ({tag[:40]})")


def _read_tie(item: object, where: str, base: str, references: Mapping[str, str]) -> dict[str, Any]:
    """Return a relation as an authority file has it, its object by its reference."""
    fields = read_object(item, where, required=_RELATION, optional=set(_RELATION_KEYS))
    key = _key_of(read_object(fields["object"], f"{where}: object", required={"@id"}, optional=set())["@id"], base, f"{where}: object")
    if key.startswith(_UNNAMED) and key not in references:
        raise AuthorityError(f"{where}: “{key[:80]}” is no node of the file.")
    reference = references[key] if key in references else read_reference(key, f"{where}: object")
    return {"kind": fields["relation"], "object": reference, **{ours: fields[key] for key, ours in _RELATION_KEYS.items() if key in fields}}
