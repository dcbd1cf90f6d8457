"""A search asked and answered: the words read, the names looked up, both parts of the index asked where the desk asks."""

from __future__ import annotations

import heapq
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from django.db import DEFAULT_DB_ALIAS

from .backends import backend
from .backends.base import UNDATED, Sort, TooBroad
from .documents import EVERYTHING, LISTED, WHOLE, Part, counted, listed_value
from .guessing import guesses
from .lookup import Lookup
from .query import Days, Node, Query, Tags, conjunction, parse
from .results import Found, Results

MOST_YEARS_ASKED = 60  # that are looked for one by one

# What is counted beside a list, by the letter its tags begin with.
FACETS = {
    "p": "publication", "y": "year", "a": "author", "e": "entity", "t": "topic", "l": "language", "c": "claims", "q": "quality", "r": "access",
}  # fmt: skip


@dataclass(frozen=True)
class Search:
    """Everything an address of a search may ask. Values of filters are slugs or pids; several of one kind mean any of them."""

    text: str = ""
    publications: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    access: tuple[str, ...] = ()
    quality: tuple[str, ...] = ()
    days: Days = field(default_factory=Days)
    claims: str = ""
    sort: Sort = Sort.RELEVANCE
    with_names: bool = True

    @cached_property
    def query(self) -> Query:
        return parse(self.text)

    @property
    def is_empty(self) -> bool:
        filters = (self.publications, self.authors, self.entities, self.topics, self.languages, self.access, self.quality, self.claims)
        return self.query.root is None and not any(filters) and self.days.within(self.query.days) == Days()


def find(
    search: Search | str,
    *,
    for_desk: bool = False,
    offset: int = 0,
    limit: int = 20,
    seconds: float | None = None,
    using: str = DEFAULT_DB_ALIAS,
) -> Results:
    """Return the articles that ``search`` finds, ``limit`` of them from ``offset`` on; as words alone it may be given as a string.

    Without ``for_desk`` nothing is found, counted or suggested but what the public may search; with it, everything is.
    Raises TooBroad where the engine has not answered after ``seconds``.
    """
    deadline = None if seconds is None else time.monotonic() + seconds
    search = Search(search) if isinstance(search, str) else search
    asked = _asked(search, for_desk=for_desk)
    if asked is None:
        return Results(notes=search.query.notes)
    lookup, root, days = asked
    found = _found(root, days, for_desk=for_desk, sort=search.sort, limit=offset + limit, deadline=deadline, using=using)
    by_letter = counted(found.codes, found.languages)
    shown = found.hits[offset : offset + limit]
    undated = [place for place, (key, _) in enumerate(shown) if search.sort is not Sort.RELEVANCE and key[0] in {0, UNDATED}]
    return Results(
        ids=tuple(pk for _, pk in shown),
        total=found.total,
        facets={kind: tuple(_values(kind, by_letter.get(letter, ()))) for letter, kind in FACETS.items()},
        also=tuple(lookup.also),
        notes=search.query.notes,
        missing=tuple(lookup.missing),
        suggestion=None if found.total else _suggestion(search, for_desk=for_desk, deadline=deadline, using=using),
        undated_from=undated[0] if undated else None,
    )


def _values(kind: str, pairs: Iterable[tuple[str, int]]) -> Iterable[tuple[str, int]]:
    return ((listed_value(kind, number), count) for number, count in pairs) if kind in LISTED else pairs


def find_ids(search: Search | str, *, for_desk: bool = False, using: str = DEFAULT_DB_ALIAS) -> list[int]:
    """Return the primary keys of all that ``search`` finds, in no order: for narrowing another list by it."""
    search = Search(search) if isinstance(search, str) else search
    asked = _asked(search, for_desk=for_desk)
    if asked is None:
        return []
    _, root, days = asked
    return [pk for part, node in _parts(root, for_desk=for_desk) for pk in backend(using).ids(part, node, days)]


def _asked(search: Search, *, for_desk: bool) -> tuple[Lookup, Node, Days] | None:
    """Return what is looked for, names read; None where nothing is."""
    if search.is_empty:
        return None
    lookup = Lookup(is_public=not for_desk, with_names=search.with_names)
    root = conjunction(
        lookup.read(search.query.root),
        lookup.any_of("publication", search.publications),
        lookup.any_of("author", search.authors),
        lookup.any_of("entity", search.entities),
        lookup.any_of("topic", search.topics),
        lookup.any_of("language", search.languages),
        lookup.any_of("access", search.access),
        lookup.any_of("quality", search.quality),
        lookup.any_of("claims", [search.claims]),
    )
    days = search.query.days.within(search.days)
    if years := days.whole_years(at_most=MOST_YEARS_ASKED):
        # The engine knows the years as tags; for days it has to look at the row of every hit.
        root, days = conjunction(root, Tags(tuple(f"_y{year}" for year in years))), Days()
    return lookup, root or Tags((EVERYTHING,)), days


def _parts(root: Node, *, for_desk: bool) -> list[tuple[Part, Node]]:
    # An article that is public in part stands whole in the desk's part: there it is found, and not in both.
    return [(Part.PUBLIC, conjunction(root, Tags((WHOLE,)))), (Part.DESK, root)] if for_desk else [(Part.PUBLIC, root)]


def _found(root: Node, days: Days, *, for_desk: bool, sort: Sort, limit: int, deadline: float | None, using: str) -> Found:
    engine = backend(using)
    answers = [engine.find(part, node, days, sort=sort, limit=limit, deadline=deadline) for part, node in _parts(root, for_desk=for_desk)]
    if len(answers) == 1:
        return answers[0]
    return Found(
        total=sum(answer.total for answer in answers),
        codes=b"".join(answer.codes for answer in answers),
        languages=" ".join(answer.languages for answer in answers),
        hits=list(heapq.merge(*(answer.hits for answer in answers)))[:limit],
    )


def _suggestion(search: Search, *, for_desk: bool, deadline: float | None, using: str) -> str | None:
    """Return other words that find something where these found nothing, or None: also where there is no time to look for them."""
    engine = backend(using)
    parts = [Part.PUBLIC, Part.DESK] if for_desk else [Part.PUBLIC]

    def known(terms: list[str]) -> Counter[str]:
        return sum((Counter(engine.known(part, terms, deadline=deadline)) for part in parts), Counter())

    try:
        for text in guesses(search.query.text, known):
            other = replace(search, text=text, sort=Sort.NEWEST)
            _, root, days = _asked(other, for_desk=for_desk)
            if _found(root, days, for_desk=for_desk, sort=Sort.NEWEST, limit=0, deadline=deadline, using=using).total:
                return text
    except TooBroad:
        pass
    return None
