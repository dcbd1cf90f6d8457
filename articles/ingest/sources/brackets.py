"""Sources in brackets with a day: "(Name, day; Name, day)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from articles.ingest.sources.days import DIGIT, Dated
from articles.ingest.sources.kinds import NO_OUTLET, PLACES
from articles.ingest.sources.outlets import FOLDED, LONGEST_NAME_WORDS
from articles.ingest.sources.searched import MOST_CANDIDATES, Searched
from articles.ingest.sources.source import InTextSource
from kzarchive.patterns import Pattern

_BRACKET = Pattern(r"\((?P<inside>[^()\n]{4,240})\)")
_LOOK = Pattern(r"(?:see also|see|cf\.|quoted in|via|см\. также|см\.|vgl\.|siehe|voir|bkz\.|қараңыз)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Piece:
    """One of the statements in a pair of brackets, if it is of an outlet and a day."""

    start: int
    end: int
    name: str
    dated: Dated


def in_brackets(searched: Searched) -> Iterator[InTextSource]:
    """Yield the sources that stand in brackets, each with its day; one that stands there alone has the brackets too."""
    with_figures = (match for match in _BRACKET.finditer(searched.text) if DIGIT.search(match["inside"]))
    for match in islice(with_figures, MOST_CANDIDATES):
        parts = match["inside"].split(";")
        pieces = _pieces(searched, match.start("inside"), parts)
        for piece in pieces:
            start, end = match.span() if len(parts) == 1 else (piece.start, piece.end)
            yield InTextSource(searched.outlets.canonical(piece.name), *piece.dated, start, end, "bracketed")


def _pieces(searched: Searched, at: int, parts: list[str]) -> list[_Piece]:
    pieces = []
    for part in parts:
        begin = at + len(part) - len(part.lstrip())
        at += len(part) + 1
        inner = part.strip()
        if look := _LOOK.match(inner):
            begin += look.end()
            inner = inner[look.end() :]
        name, comma, when = inner.partition(", ")
        name = name.partition(" via ")[0]  # "(Reuters via Tengrinews, day)": where it was read is no source of its own
        dated = searched.days.whole(when) if comma else None
        if dated and _may_be_dated_outlet(searched, name, dated[0]):
            pieces.append(_Piece(begin, begin + len(inner), name, dated))
    return pieces


def _may_be_dated_outlet(searched: Searched, name: str, date: str | None) -> bool:
    if searched.outlets.has(name):
        return True
    words = name.split()
    if not words or len(words) > LONGEST_NAME_WORDS or not words[0][0].isupper() or any(char.isdigit() for char in name):
        return False
    # An author and a year, or a month: literature, not news.
    is_literature = date is not None and len(date) < 10
    return not is_literature and FOLDED(name) not in PLACES and not NO_OUTLET.search(name)
