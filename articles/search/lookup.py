"""Names become keys when a query is read: of the records a filter names, and of what bears a name that was typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import groupby
from typing import Any

from django.db import connection
from django.db.models import CharField, Q, QuerySet, Value

from articles.models import Author, Publication, PublicationTitle, Topic
from entities.models import Entity, Name, NameWord
from entities.names import is_same_name, romanised_keys, words_of
from kzarchive.addresses.models import Kind, Redirect
from kzarchive.prepared import Prepared
from kzarchive.text import fold, forms_in_names, terms, words_as_typed

from .documents import LISTED, language_tag, listed_tag
from .query import And, Filter, Named, Node, Not, Or, Phrase, Tags, Word
from .results import AlsoSearched

LONGEST_NAME = 8  # words
MOST_NAMES = 12  # words of a query that are looked up as the first of a name
MOST_ROWS = 5_000
MOST_RECORDS = 200  # that one filter by words may stand for
_LETTERS = {"publication": "p", "author": "a", "entity": "e", "topic": "t", "language": "l"}
_KINDS = {"publication": Kind.PUBLICATION, "author": Kind.AUTHOR, "entity": Kind.ENTITY}


@dataclass
class Lookup:
    """Reads the filters and the names in one query, as the public or the desk knows them; tells what it found on the way."""

    is_public: bool
    with_names: bool = True
    also: list[AlsoSearched] = field(default_factory=list)
    missing: list[tuple[str, str]] = field(default_factory=list)

    def read(self, node: Node | None) -> Node | None:
        """Return ``node`` with tags for its filters, and the tags of what bears a name beside the words of that name."""
        if node is None:
            return None
        known = self._known_names(node) if self.with_names else {}
        return self._read(node, known)

    def any_of(self, kind: str, values: Iterable[str]) -> Tags | None:
        """Return the tags of the records whose addresses are ``values``; None where no value was given."""
        values = [value for value in values if value]
        if not values:
            return None
        if kind == "language":
            return Tags(tuple(f"_l{language_tag(value)}" for value in values))
        if kind in LISTED:
            return self._listed(kind, values)
        found = self._by_address(kind, values)
        self.missing += [(kind, value) for value in values if value not in found]
        return Tags(tuple(dict.fromkeys(f"_{_LETTERS[kind]}{found[value]}" for value in values if value in found)))

    # Filters

    def _listed(self, kind: str, values: Iterable[str]) -> Tags:
        tags = {value: listed_tag(kind, value.casefold()) for value in values}
        self.missing += [(kind, value) for value, tag in tags.items() if tag is None]
        return Tags(tuple(f"_{tag}" for tag in tags.values() if tag))

    def _records(self, kind: str) -> QuerySet[Any]:
        return _records(kind, is_public=self.is_public)

    def _by_address(self, kind: str, values: list[str]) -> dict[str, int]:
        """Return the primary keys of the records at these addresses, former ones included; a pid is an address."""
        rows = self._records(kind)
        keys = {value.casefold()[:80]: value for value in values}
        found = {keys[slug]: pk for slug, pk in rows.filter(slug__in=keys).values_list("slug", "pk")}
        if kind in _KINDS and (rest := {key: value for key, value in keys.items() if value not in found}):
            led = dict(Redirect.objects.filter(kind=_KINDS[kind], key__in=rest).values_list("key", "target"))
            pids = {key: led.get(key, key.replace("-", "")) for key in rest}
            by_pid = dict(rows.filter(pid__in=pids.values()).values_list("pid", "pk"))
            found |= {rest[key]: by_pid[pid] for key, pid in pids.items() if pid in by_pid}
        return found

    def _filter(self, asked: Filter) -> Node:
        kind, value = asked.kind, asked.value[:200]
        if kind == "language":
            return Tags((f"_l{language_tag(value)}",))
        if kind in LISTED:
            return self._listed(kind, [value])
        if by_address := self._by_address(kind, [value]):
            return Tags((f"_{_LETTERS[kind]}{by_address[value]}",))
        words = fold(value).split()
        keys: set[int] = set()
        if words:
            rows = self._records(kind)
            if kind == "publication":
                keys = {*_with_words(rows, "title_key", words), *_with_words(rows, "titles__key", words)}
            elif kind == "author":
                keys = set(_with_words(rows, "name_key", words))
            elif kind == "entity":
                keys = set(rows.filter(names__key=" ".join(words), names__search_may_use=True).values_list("pk", flat=True))
            else:
                keys = {topic.pk for topic in rows if fold(topic.name) == " ".join(words)}
        tags = Tags(tuple(f"_{_LETTERS[kind]}{key}" for key in sorted(keys)))
        printed = terms(value)
        if kind == "author" and printed:  # many by-lines name somebody whom no record is made of
            names = And(tuple(Tags((f"_n{term}",)) for term in printed))
            return Or((tags, names)) if keys else names
        if not keys:
            self.missing.append((kind, asked.value))
        return tags

    # Names

    def _read(self, node: Node, known: Mapping[tuple[str, ...], list[AlsoFound]]) -> Node:
        match node:
            case Filter():
                return self._filter(node)
            case Not(part):
                return Not(self._read(part, {}))  # -Russia leaves out the word, not all that was tagged
            case And(parts):
                return replace(node, parts=tuple(self._runs(parts, known)))
            case Or(parts):
                return replace(node, parts=tuple(self._read(part, known) for part in parts))
            case Word() | Phrase():
                return self._named(node, words_as_typed(node.typed), known)
        return node

    def _runs(self, parts: Iterable[Node], known: Mapping[tuple[str, ...], list[AlsoFound]]) -> Iterator[Node]:
        """Yield ``parts``, words that stand beside each other and make a name taken together, the longest name first."""
        for is_word, group in groupby(parts, key=lambda part: isinstance(part, Word) and not part.is_prefix):
            run = list(group)
            if not is_word:
                yield from (self._read(part, known) for part in run)
                continue
            start = 0
            while start < len(run):
                length = next(
                    (n for n in range(min(LONGEST_NAME, len(run) - start), 1, -1) if _match([w.typed for w in run[start : start + n]], known)), 1
                )
                words = run[start : start + length]
                yield self._named(words[0] if length == 1 else And(tuple(words)), [word.typed for word in words], known)
                start += length

    def _named(self, words: Node, typed: list[str], known: Mapping[tuple[str, ...], list[AlsoFound]]) -> Node:
        if isinstance(words, Word) and words.is_prefix:
            return words
        found = _match(typed, known)
        if not found:
            return words
        for each in found:
            if each.shown not in self.also:
                self.also.append(replace(each.shown, typed=" ".join(typed)))
        return Named(words, Tags(tuple(sorted({each.token for each in found}))))

    def _known_names(self, node: Node) -> dict[tuple[str, ...], list[AlsoFound]]:
        """Return what bears a name that begins with a word of the query, by each reading of the name's words."""
        firsts = dict.fromkeys(_beginning(word) for word in _words_in(node))
        begins = [first for first in firsts if len(first) > 1][:MOST_NAMES]
        if not begins:
            return {}
        found: dict[tuple[str, ...], list[AlsoFound]] = {}
        typed = list(_words_in(node))
        keys = sorted({key for word in typed[:MOST_NAMES] for key in romanised_keys(word)})
        # Rows and not records: a word as “the” begins hundreds of names, and a record of each would cost more than the search.
        for source, text, *bearer in sorted(_BEARERS[self.is_public].rows(begins, keys or [""])):
            if source == _SPELLED:
                also = _found_as("entity", *bearer)
                readings = {reading for window in _windows(typed, text) for reading in _readings(window)}
            else:
                also = _found_as(source, *bearer)
                readings = _readings(words_as_typed(text)[: LONGEST_NAME + 1])
            for reading in readings:
                if also not in found.setdefault(reading, []):
                    found[reading].append(also)
        return found


@dataclass(frozen=True)
class AlsoFound:
    """What bears a name: the token its articles are found by, and how it is told to the reader."""

    token: str
    shown: AlsoSearched


def _records(kind: str, *, is_public: bool) -> QuerySet[Any]:
    model = {"publication": Publication, "author": Author, "entity": Entity, "topic": Topic}[kind]
    return model.objects.public() if is_public or kind == "entity" else model.objects.all()


def _found_as(kind: str, key: int, label: str, slug: str) -> AlsoFound:
    return AlsoFound(f"_{_LETTERS[kind]}{key}", AlsoSearched("", label, kind, slug))


_SPELLED = "spelled"  # in another script or transliteration than the name is known in


def _bearers(begins: list[str], keys: list[str], *, is_public: bool) -> QuerySet:
    """Return (kind, name, primary key, label, slug) of what has a name that begins so, or one with a word that has one of the ``keys``."""
    entities = _records("entity", is_public=is_public)
    publications = _records("publication", is_public=is_public)
    names = Name.objects.for_search().filter(entity__in=entities)
    of_entity, of_publication = ("entity_id", "entity__name", "entity__slug"), ("publication_id", "publication__title", "publication__slug")
    parts = [
        ("entity", names.filter(_any_begins("key", begins)), "text", *of_entity),
        (_SPELLED, names.filter(pk__in=NameWord.objects.filter(word__in=keys).values("record")), "text", *of_entity),
        ("publication", publications.filter(_any_begins("title_key", begins)), "title", "pk", "title", "slug"),
        ("publication", PublicationTitle.objects.filter(_any_begins("key", begins), publication__in=publications), "title", *of_publication),
    ]
    first, *others = (rows.order_by().annotate(source=Value(kind, CharField())).values_list("source", *columns) for kind, rows, *columns in parts)
    return first.union(*others, all=True)[:MOST_ROWS]


_BEARERS = {is_public: Prepared(partial(_bearers, is_public=is_public)) for is_public in (True, False)}


def _with_words(rows: QuerySet[Any], column: str, words: list[str]) -> Iterable[int]:
    for word in words[:LONGEST_NAME]:
        rows = rows.filter(**{f"{column}__contains": word})
    return rows.values_list("pk", flat=True)[:MOST_RECORDS]


def _words_in(node: Node) -> Iterator[str]:
    match node:
        case Word(typed=typed) | Phrase(typed=typed):
            yield from words_as_typed(typed)
        case And(parts) | Or(parts):
            for part in parts:
                yield from _words_in(part)


def _beginning(word: str) -> str:
    """Return how the first word of a name begins that ``word`` may be a form of."""
    stem = min(forms_in_names(word), key=len)
    return stem[:-1] if len(stem) > 4 and stem.isascii() else stem


def _windows(typed: list[str], name: str) -> Iterator[list[str]]:
    """Yield the ``typed`` words beside each other that spell ``name`` in another script or transliteration."""
    length = len(words_of(name))
    for start in range(len(typed) - length + 1):
        window = typed[start : start + length]
        if is_same_name(" ".join(window), name):
            yield window


def _any_begins(column: str, beginnings: Iterable[str]) -> Q:
    # SQLite finds what begins so by the index of its order, which is that of code points; LIKE would read every name there.
    # PostgreSQL has an index for LIKE, and an order of its own.
    is_by_order = connection.vendor == "sqlite"
    wanted = Q()
    for beginning in beginnings:
        between = {f"{column}__gte": beginning, f"{column}__lt": f"{beginning}\U0010ffff"}
        wanted |= Q(**between) if is_by_order else Q(**{f"{column}__startswith": beginning})
    return wanted


def _readings(words: list[str]) -> set[tuple[str, ...]]:
    read = [forms_in_names(word) for word in words]
    return {tuple(each[0] for each in read), tuple(each[-1] for each in read)} - {()}


def _match(typed: list[str], known: Mapping[tuple[str, ...], list[AlsoFound]]) -> list[AlsoFound]:
    found = {each.token: each for reading in sorted(_readings(typed)) for each in known.get(reading, ())} if known else {}
    return list(found.values())
