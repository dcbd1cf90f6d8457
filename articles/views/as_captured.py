"""A text as it stood on the page it was captured from, with what was left out of it in its place; pure.

Shows nothing that is not public otherwise but what a rule with a name took away: short furniture of a site. A capture that
holds other words than the version (an editor took some out, or corrected them) is not shown at all.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from articles.ingest.stretches import Stretch, stretches

LONGEST_LAYER = 400_000  # code points; more than that is no page to read in
LONGEST_SHOWN = 200  # code points of one stretch that was left out; longer ones are somebody's text
# What other people wrote below or beside an article, and what tells of a person, however short.
WITHHELD = frozenset({"comments", "comment", "reply form", "message header", "biography", "next article", "side column", "hidden element"})


@dataclass(frozen=True)
class Seen:
    """A stretch of the page: words of the text, of a field, or left out by ``rule``; ``text`` is None where they are not shown."""

    text: str | None
    rule: str = ""
    field: str = ""


def as_captured(
    layer: str,
    *,
    removed: Iterable[Mapping[str, Any]],
    fields: Mapping[str, Iterable[Iterable[int]]],
    part: Iterable[int] | None,
    body: str,
    record_words: str,
) -> list[Seen] | None:
    """Return the article's part of the text ``layer``, stretch by stretch; None where it holds words that the version has not, or lacks some.

    ``removed`` and ``fields`` are spans of the layer as a reading keeps them, ``body`` is the version's, and ``record_words``
    all that the public record says: a field that an editor corrected is not shown as it was read.
    """
    if len(layer) > LONGEST_LAYER:
        return None
    first, last = part or (0, len(layer))
    left_out = [(span["start"], span["end"], span["rule"]) for span in removed]
    named = {name: [tuple(place) for place in places] for name, places in fields.items()}
    found = stretches(layer, removed=left_out, fields=named, start=first, end=last)
    text = "".join(stretch.text for stretch in found if not stretch.rule and not stretch.fields)
    if _letters(text) != _letters(body):
        return None
    known = _letters(record_words)
    return [_seen(stretch, known) for stretch in found]


def _seen(stretch: Stretch, known: str) -> Seen:
    if stretch.rule:
        is_shown = len(stretch.text) <= LONGEST_SHOWN and stretch.rule not in WITHHELD
        return Seen(stretch.text if is_shown else None, rule=stretch.rule)
    if stretch.fields:
        return Seen(stretch.text if _letters(stretch.text) in known else None, field=", ".join(stretch.fields))
    return Seen(stretch.text)


def _letters(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split())
