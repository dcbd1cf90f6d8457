"""Sources that sign: "///nCa, 15 February 2024", "– Kazinform", "(TASS/Kazinform)", "Quelle: dpa"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from articles.ingest.sources.kinds import NO_OUTLET
from articles.ingest.sources.searched import MOST_CANDIDATES, Searched
from articles.ingest.sources.source import InTextSource
from kzarchive.patterns import Pattern

_SLASHES = Pattern(r"///\s?(?P<name>[^\n,/]{2,60}?)(?:,\s(?P<when>[^\n/]{4,30}))?\s{0,40}?$", re.MULTILINE)
_LABEL = Pattern(r"(?:^|(?<=[.!?…]\s))(?:Source|Quelle|Kaynak|Источник|Дереккөз)\s?:\s?(?P<name>[^\n]{2,60}?)[.\s]{0,40}?$", re.MULTILINE)
# Without one of these words no sentence of its kind is in a text: a look for them costs nothing, one at every sentence does.
_LABELS = ("Source", "Quelle", "Kaynak", "Источник", "Дереккөз")
_BEHIND_SENTENCE = Pattern(
    r"(?<=[.!?…»”\"'])[ \t]{1,3}(?P<mark>[-–—]{1,2} ?(?P<dashed>[^\W\d_][^\n/()\[\]]{1,40})|/(?P<slashed>[^\n/]{2,40})/|"
    r"\((?P<round>[^\n()]{2,40})\)|\[(?P<square>[^\n\[\]]{2,40})\])[ \t.]*$",
    re.MULTILINE,
)
_MARKS = " \t\n/\\—–-()[]."


def signed(searched: Searched) -> Iterator[InTextSource]:
    """Yield the sources that a text or a paragraph of it is signed with."""
    yield from _behind_slashes(searched)
    yield from _behind_sentences(searched)
    yield from _behind_labels(searched)


def signed_alone(searched: Searched) -> list[InTextSource]:
    """Return the source that signs with its name and marks around it, and nothing else in the text: "– Kazinform", "/ТАСС/", "(dpa)"."""
    piece = searched.text
    name, comma, when = piece.strip(_MARKS).partition(", ")
    dated = searched.days.whole(when) if comma else (None, None)
    if not dated or not searched.outlets.has(name):
        return []
    begin = len(piece) - len(piece.lstrip())
    return [InTextSource(searched.outlets.canonical(name), *dated, begin, len(piece.rstrip()), "signed")]


def _behind_slashes(searched: Searched) -> Iterator[InTextSource]:
    for match in islice(_SLASHES.finditer(searched.text), MOST_CANDIDATES):
        dated = searched.days.whole(match["when"]) if match["when"] else (None, None)
        if dated:
            yield InTextSource(match["name"].strip(), *dated, match.start(), match.start() + len(match[0].rstrip()), "signed")


def _behind_sentences(searched: Searched) -> Iterator[InTextSource]:
    outlets = searched.outlets
    for match in islice(_BEHIND_SENTENCE.finditer(searched.text), MOST_CANDIDATES):
        inside = next(match[group] for group in ("dashed", "slashed", "round", "square") if match[group]).strip()
        name, comma, when = inside.removeprefix("via ").partition(", ")
        dated = searched.days.whole(when) if comma else (None, None)
        at = match.start("mark")
        if dated and outlets.has(name):
            yield InTextSource(outlets.canonical(name), *dated, at, at + len(match["mark"].rstrip()), "signed")
        elif not comma and "/" in name and all(map(outlets.has, name.split("/"))):  # "(TASS/Kazinform)"
            at = searched.text.index(name, at)
            for part in name.split("/"):
                yield InTextSource(outlets.canonical(part), None, None, at, at + len(part), "signed")
                at += len(part) + 1


def _behind_labels(searched: Searched) -> Iterator[InTextSource]:
    text, outlets = searched.text, searched.outlets
    for match in islice(_LABEL.finditer(text), MOST_CANDIDATES) if any(label in text for label in _LABELS) else ():
        name = match["name"].strip()
        if outlets.has(name) or (name[:1].isupper() and len(name.split()) <= 5 and not NO_OUTLET.search(name)):
            yield InTextSource(outlets.canonical(name), None, None, match.start(), match.end("name"), "signed")
