"""The authority file as text: reads its JSON into records and refuses what would not stand as one."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from entities import identifiers
from kzarchive import edtf
from kzarchive.addresses.pids import NotAPid, is_pid, normalise
from kzarchive.text import find_control, find_surrogate, script_of

ENTITY_KINDS = ("person", "state", "place", "organisation", "agreement", "event", "concept")
NAME_KINDS = (
    "preferred", "full", "short", "acronym", "former", "metonym", "misspelling", "machine-translated",
)  # fmt: skip
RELATION_KINDS = ("member of", "chairs", "holds office", "part of", "successor of", "located in", "party to")
LONGEST_NAME = 500  # characters, of a name
LONGEST_SLUG = 80
LARGEST = 50_000_000  # bytes, of a file

_ENTITY_KEYS = {"pid", "slug", "kind", "name", "description", "names"}
_ENTITY_OPTIONS = {"relations"}
_RELATION_KEYS = {"kind", "object"}
_RELATION_OPTIONS = {"title", "from", "to", "source", "certain"}
_NAME_KEYS = {"text", "language", "kind"}
_NAME_OPTIONS = {"from", "to", "note", "search", "tagging"}

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-[a-z0-9]{5,8})*")


class AuthorityError(ValueError):
    """The text is not an authority file; the message names the item and what is wrong with it."""


@dataclass(frozen=True)
class NameRecord:
    """One spelling of an entity; ``language`` is BCP 47, the years are those of its use, both included."""

    text: str
    language: str
    kind: str
    from_year: int | None = None
    to_year: int | None = None
    search: bool = True
    tagging: bool = True
    note: str = ""

    @property
    def script(self) -> str:
        """The ISO 15924 code, read off the letters."""
        return script_of(self.text)


@dataclass(frozen=True)
class RelationRecord:
    """What an entity is to the one that ``object`` names, from and until when (EDTF), and how that is known.

    ``object`` is a slug in the starter file; in what an archive writes out and takes in, it is a pid, or the slug of an entity that
    has none yet.
    """

    kind: str
    object: str
    title: str | None = None
    began_on: str | None = None
    ended_on: str | None = None
    source: str | None = None
    is_certain: bool = True

    @property
    def identity(self) -> tuple[str, str, str, str]:
        """What tells it from all others of the same subject."""
        return self.kind, self.object, self.title or "", self.began_on or ""


@dataclass(frozen=True)
class EntityRecord:
    """One entity with all its names, in the order of the file, and what it is to others."""

    pid: str
    slug: str
    kind: str
    name: str
    description: str
    names: tuple[NameRecord, ...]
    relations: tuple[RelationRecord, ...] = ()


@dataclass(frozen=True)
class Described:
    """An entity with its names and what other systems call it, as (scheme, value) pairs. An empty pid: the archive has none for it yet."""

    entity: EntityRecord
    identifiers: tuple[tuple[str, str], ...]

    @property
    def reference(self) -> str:
        """How a file names it: by its pid, or by its slug where it has none yet."""
        return self.entity.pid or self.entity.slug


# What the first is to the second: the reference of a subject, and the relation.
Related = tuple[str, RelationRecord]

# Takes what stands at a key, and where that is; returns the text, or raises AuthorityError.
TextReader = Callable[[object, str], str]


def read_authority(text: str) -> list[EntityRecord]:
    """Return the entities of an authority file, in its order. Raises AuthorityError at the first fault."""
    items = load_json(text)
    if not isinstance(items, list):
        raise AuthorityError("The file is not a list of entities.")
    entities: list[EntityRecord] = []
    seen: dict[str, int] = {}
    for number, item in enumerate(items, start=1):
        slug = item.get("slug") if isinstance(item, dict) else None
        where = f"Item {number} (“{slug[:LONGEST_SLUG]}”)" if isinstance(slug, str) else f"Item {number}"
        entity = _read_entity(item, where)
        for identifier in (entity.slug, entity.pid):
            if identifier in seen:
                raise AuthorityError(f"{where}: “{identifier}” stands at item {seen[identifier]} already.")
            seen[identifier] = number
        entities.append(entity)
    slugs = {entity.slug for entity in entities}
    for entity in entities:
        for relation in entity.relations:
            if relation.object not in slugs - {entity.slug}:
                raise AuthorityError(f"“{entity.slug}” is {relation.kind} “{relation.object}”, which is no other entity of the file.")
    return entities


def _read_entity(item: object, where: str) -> EntityRecord:
    fields = read_object(item, where, required=_ENTITY_KEYS, optional=_ENTITY_OPTIONS)
    pid, slug = read_pid(fields["pid"], where), _slug(fields["slug"], f"{where}: slug")
    name = _line(fields["name"], f"{where}: name")
    if not isinstance(fields["names"], list):
        raise AuthorityError(f"{where}: names is not a list.")
    names = tuple(_read_name(one, f"{where}: name {at}", _line) for at, one in enumerate(fields["names"], start=1))
    _check_names(names, name, where)
    relations = fields.get("relations", [])
    if not isinstance(relations, list):
        raise AuthorityError(f"{where}: relations is not a list.")
    return EntityRecord(
        pid=pid,
        slug=slug,
        kind=_one_of(ENTITY_KINDS, fields["kind"], where),
        name=name,
        description=_line(fields["description"], f"{where}: description"),
        names=names,
        relations=tuple(read_relation(one, f"{where}: relation {at}", text_of=_line) for at, one in enumerate(relations, start=1)),
    )


def read_relation(item: object, where: str, *, text_of: TextReader) -> RelationRecord:
    """Return what an entity is to another one. Raises AuthorityError, beginning with ``where``."""
    fields = read_object(item, where, required=_RELATION_KEYS, optional=_RELATION_OPTIONS)
    kind = _one_of(RELATION_KINDS, fields["kind"], where)
    lines = {key: text_of(fields[key], f"{where}: {key}") for key in ("object", "title", "from", "to", "source") if key in fields}
    if "title" in lines and kind != "holds office":
        raise AuthorityError(f"{where}: only an office has a title.")
    ends = {}
    for key in ("from", "to"):
        if key in lines:
            try:
                ends[key] = edtf.parse(lines[key])
            except edtf.InvalidEDTF as error:
                raise AuthorityError(f"{where}: {key}: {error}") from None
    if len(ends) == 2 and ends["from"].earliest > ends["to"].latest:
        raise AuthorityError(f"{where}: it ends ({lines['to']}) before it begins ({lines['from']}).")
    if not isinstance(fields.get("certain", True), bool):
        raise AuthorityError(f"{where}: certain is neither true nor false.")
    return RelationRecord(
        kind, lines["object"], lines.get("title"), lines.get("from"), lines.get("to"), lines.get("source"), fields.get("certain", True)
    )


def _read_name(item: object, where: str, text_of: TextReader) -> NameRecord:
    fields = read_object(item, where, required=_NAME_KEYS, optional=_NAME_OPTIONS)
    text = text_of(fields["text"], f"{where}: text")
    if len(text) > LONGEST_NAME:
        raise AuthorityError(f"{where}: the text is longer than {LONGEST_NAME} characters.")
    language = _line(fields["language"], f"{where}: language")
    if not _LANGUAGE.fullmatch(language):
        raise AuthorityError(f"{where}: “{language}” is not a language tag (BCP 47) as this archive writes it.")
    from_year, to_year = (_year(fields.get(key), f"{where}: {key}") for key in ("from", "to"))
    if from_year is not None and to_year is not None and from_year > to_year:
        raise AuthorityError(f"{where}: it ends ({to_year}) before it begins ({from_year}).")
    for key in ("search", "tagging"):
        if not isinstance(fields.get(key, True), bool):
            raise AuthorityError(f"{where}: {key} is neither true nor false.")
    return NameRecord(
        text=text,
        language=language,
        kind=_one_of(NAME_KINDS, fields["kind"], where),
        from_year=from_year,
        to_year=to_year,
        search=fields.get("search", True),
        tagging=fields.get("tagging", True),
        note=text_of(fields["note"], f"{where}: note") if "note" in fields else "",
    )


def _check_names(names: tuple[NameRecord, ...], name: str, where: str) -> None:
    preferred: dict[str, str] = {}
    spellings: set[tuple[str, str, int | None]] = set()
    for at, one in enumerate(names, start=1):
        if (one.text, one.language, one.from_year) in spellings:
            raise AuthorityError(f"{where}: name {at} stands there twice in “{one.language}”.")
        spellings.add((one.text, one.language, one.from_year))
        if one.kind == "preferred":
            if one.language in preferred:
                raise AuthorityError(f"{where}: name {at} is a second preferred name in “{one.language}”.")
            preferred[one.language] = one.text
    without = sorted({one.language for one in names} - preferred.keys())
    if without:
        raise AuthorityError(f"{where}: there is no preferred name in “{without[0]}”.")
    if preferred.get("en") != name:
        raise AuthorityError(f"{where}: the name is not the preferred name in English.")


def _object_of_distinct_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        key = Counter(key for key, _ in pairs).most_common(1)[0][0]
        raise AuthorityError(f"An object has the key “{key}” twice.")
    return fields


def read_object(item: object, where: str, *, required: set[str], optional: set[str]) -> Mapping[str, Any]:
    """Return ``item`` if it is an object with these keys and no others. Raises AuthorityError."""
    if not isinstance(item, dict):
        raise AuthorityError(f"{where}: this is not an object.")
    if unknown := sorted(item.keys() - required - optional):
        raise AuthorityError(f"{where}: unknown key “{unknown[0]}”.")
    if missing := sorted(required - item.keys()):
        raise AuthorityError(f"{where}: the key “{missing[0]}” is missing.")
    return item


def kept_text(value: object, where: str) -> str:
    """Return ``value`` if it is text that every database stores and that says something, whatever its blanks: an archive keeps such, too."""
    if not isinstance(value, str):
        raise AuthorityError(f"{where}: this is not text.")
    if not value.strip():
        raise AuthorityError(f"{where}: it is empty.")
    if (at := find_control(value)) is not None:
        raise AuthorityError(f"{where}: there is a control character at position {at}.")
    if (at := find_surrogate(value)) is not None:
        raise AuthorityError(f"{where}: there is half a character (a surrogate) at position {at}.")
    return value


def _line(value: object, where: str) -> str:
    """Return ``value`` if it is, moreover, one line with single blanks and none at its ends."""
    text = kept_text(value, where)
    if text != " ".join(text.split()):
        raise AuthorityError(f"{where}: blanks are single spaces inside the text.")
    return text


def _one_of(kinds: tuple[str, ...], value: object, where: str) -> str:
    if value not in kinds:
        raise AuthorityError(f"{where}: unknown kind {json.dumps(value, ensure_ascii=False)}.")
    return str(value)


def read_pid(value: object, where: str) -> str:
    """Return ``value`` if it is a pid as this archive writes it. Raises AuthorityError."""
    pid = _line(value, f"{where}: pid")
    try:
        is_as_written = normalise(pid) == pid
    except NotAPid as error:
        raise AuthorityError(f"{where}: {error}") from None
    if not is_as_written:
        raise AuthorityError(f"{where}: a pid stands here without hyphens, in small letters.")
    return pid


def _slug(value: object, where: str) -> str:
    slug = _line(value, where)
    if len(slug) > LONGEST_SLUG or not _SLUG.fullmatch(slug):
        raise AuthorityError(f"{where.removesuffix(': slug')}: a slug is at most {LONGEST_SLUG} of a-z, 0-9 and single hyphens between them.")
    return slug


def read_reference(value: object, where: str) -> str:
    """Return the pid or the slug by which a file names an entity. Raises AuthorityError."""
    return read_pid(value, where) if is_pid(str(value)) else _slug(value, where)


def _year(value: object, where: str) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 9999:
        raise AuthorityError(f"{where}: a year is a whole number from 1 to 9999.")
    return value


def decode(data: bytes) -> str:
    """Return ``data`` as text. Raises AuthorityError where it is not UTF-8, with or without a signature."""
    if len(data) > LARGEST:
        raise AuthorityError(f"The file is larger than {LARGEST // 1_000_000} MB.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise AuthorityError(f"The file is not UTF-8: byte {error.start + 1}, in line {line}, is none. Save it as UTF-8 (“CSV UTF-8”).") from None


def read_identifiers(values: Iterable[tuple[str, str]], where: str) -> tuple[tuple[str, str], ...]:
    """Return identifiers, given as (scheme, text), in the form they are stored in, each once. Raises AuthorityError."""
    try:
        return tuple(sorted({(scheme, identifiers.normalise(scheme, value)) for scheme, value in values}))
    except identifiers.NotAnIdentifier as error:
        raise AuthorityError(f"{where}: {error}") from None


def read_kept_entity(item: Mapping[str, Any], where: str) -> EntityRecord:
    """Return an entity as an archive keeps it, less strict than the starter file: no description, no pid yet, no preferred name of a language."""
    pid = read_pid(item["pid"], where) if item["pid"] else ""
    slug = _slug(item["slug"], f"{where}: slug")
    description = item["description"]
    if not isinstance(description, str):
        raise AuthorityError(f"{where}: description: this is not text.")
    if (at := find_control(description)) is not None or (at := find_surrogate(description)) is not None:
        raise AuthorityError(f"{where}: description: there is a character at position {at} that cannot be stored.")
    names = tuple(_read_name(one, f"{where}: name {at}", kept_text) for at, one in enumerate(item["names"], start=1))
    if not names:
        raise AuthorityError(f"{where}: it has no name.")
    preferred = [name.language for name in names if name.kind == "preferred"]
    if twice := [language for language, count in Counter(preferred).items() if count > 1]:
        raise AuthorityError(f"{where}: there are two preferred names in “{twice[0]}”.")
    if len({(name.text, name.language, name.from_year) for name in names}) < len(names):
        raise AuthorityError(f"{where}: a name stands there twice in one language.")
    kind, name = _one_of(ENTITY_KINDS, item["kind"], where), kept_text(item["name"], f"{where}: name")
    relations = tuple(read_relation(one, f"{where}: relation {at}", text_of=kept_text) for at, one in enumerate(item.get("relations", ()), start=1))
    return EntityRecord(pid, slug, kind, name, description, names, relations)


def load_json(text: str) -> Any:
    """Return what the JSON ``text`` holds. Raises AuthorityError; also for a key that stands twice, and for what is nested beyond reading."""
    try:
        return json.loads(text, object_pairs_hook=_object_of_distinct_keys)
    except AuthorityError:
        raise
    except (ValueError, RecursionError) as error:
        raise AuthorityError(f"The file is not JSON: {error}.") from None
