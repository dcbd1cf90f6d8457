"""What a search gives back: which articles, how many, and how they are spread; never rows or HTML."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Found:
    """What one part of the index answers.

    ``codes`` and ``languages`` are the tags of all of them, as their rows keep them, joined. ``hits`` are (sorting key, primary
    key of the article), best first, at most as many as were asked for; a key is compared with keys of the same sort only.
    """

    total: int = 0
    codes: bytes = b""
    languages: str = ""
    hits: list[tuple[tuple, int]] = field(default_factory=list)


@dataclass(frozen=True)
class AlsoSearched:
    """A name that was typed, and whose articles were found by it besides: an entity's or a publication's."""

    typed: str
    label: str
    kind: str
    slug: str


@dataclass(frozen=True)
class Results:
    """Articles found, by primary key in the order to be shown.

    ``facets`` has (tag, count) pairs by kind (publication, author, entity, topic, language, year), the most frequent first, years
    the latest first; ``missing`` the filter values, as (kind, value), that no record bears. ``undated_from`` is the place in
    ``ids`` from which on articles have no date, where they were sorted by date.
    """

    ids: tuple[int, ...] = ()
    total: int = 0
    facets: dict[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    also: tuple[AlsoSearched, ...] = ()
    notes: tuple[str, ...] = ()
    missing: tuple[tuple[str, str], ...] = ()
    suggestion: str | None = None
    undated_from: int | None = None
