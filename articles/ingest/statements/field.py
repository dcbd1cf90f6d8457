"""One statement found in a line, where it stands there, and the parts of a line between separators."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from articles.ingest.dates import PrintedDate
from kzarchive.patterns import Pattern

LONGEST_STATEMENT = 300


@dataclass(frozen=True)
class Field:
    """One statement about an article: the name of the record's field, its value, and where it stands in the line (half-open).

    For ``authors`` the value is followed by ``role`` and ``affiliation``; for ``published_on`` by ``date``.
    """

    name: str
    value: str
    start: int
    end: int
    role: str | None = None
    affiliation: str | None = None
    date: PrintedDate | None = None
    is_blank: bool = False


def between(pattern: Pattern, line: str) -> list[tuple[int, int]]:
    """Return the stretches of ``line`` before, between and after what ``pattern`` matches; some may be empty."""
    spans, at = [], 0
    for match in pattern.finditer(line):
        spans.append((at, match.start()))
        at = match.end()
    spans.append((at, len(line)))
    return spans


SEPARATOR = Pattern(r"\s*[|•·]\s*")


def signed(name: str, at: int = 0, *, role: str | None = None, affiliation: str | None = None) -> list[Field]:
    """Return what a name alone says, printed at ``at``: it is the by-line, and its bearer the author."""
    end = at + len(name)
    return [Field("byline", name, at, end), Field("authors", name, at, end, role=role, affiliation=affiliation)]


def signed_by(line: str, names: Iterable[tuple[int, int]]) -> list[Field]:
    """Return what a line of nothing but names says, which stand at ``names``: it is the by-line, and they are the authors."""
    return [Field("byline", line, 0, len(line)), *(Field("authors", line[start:end], start, end) for start, end in names)]


def date_field(line: str, date: PrintedDate, *, name: str = "published_on") -> Field:
    """Return the field ``name`` that says ``date``, as it is printed in ``line``."""
    return Field(name, line[date.start : date.end], date.start, date.end, date=date)


def shifted(date: PrintedDate, by: int) -> PrintedDate:
    """Return ``date``, found in a part of a line that begins at ``by``, where it stands in the line."""
    return PrintedDate(date.start + by, date.end + by, date.readings, date.weekday)


def moved(field: Field, by: int) -> Field:
    """Return ``field``, found in a part of a line that begins at ``by``, where it stands in the line."""
    date = shifted(field.date, by) if field.date else None
    return Field(field.name, field.value, field.start + by, field.end + by, field.role, field.affiliation, date, field.is_blank)
