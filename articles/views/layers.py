"""What lies over a text (links, claims, corrections, searched and quoted words), cut into pieces that nest as markup must; pure.

Spans of several layers overlap as they please; elements of a page do not. Where two spans cross, one is cut at the
other's end: a link stays whole before a correction, a correction before a claim, a claim before a searched word.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum

BETWEEN_BLOCKS = 2  # code points: blocks of a body stand apart by one blank line


class Layer(IntEnum):
    """What a span says of its words. Of two that cross, the one named first here stays whole."""

    ENTITY = 1
    SIC = 2
    CLAIM = 3
    HIT = 4
    QUOTED = 5


# Of two spans over the very same words, the one named first is outside.
_OUTSIDE_FIRST = {Layer.CLAIM: 0, Layer.ENTITY: 1, Layer.SIC: 2, Layer.HIT: 3, Layer.QUOTED: 4}


@dataclass(frozen=True, slots=True)
class Span:
    """One thing said of the words from ``start`` to ``end``: half-open, in code points of the version's body.

    ``href`` is where an ENTITY leads; ``id`` is the pid of a CLAIM, or the
    anchor of what is QUOTED; ``reading`` is what a SIC should have been.
    ``title`` and ``classes`` (names of CSS classes, apart by blanks) go with any of them; ``place`` is the number of the note
    that stands beside the first piece.
    """

    start: int
    end: int
    layer: Layer
    id: str = ""
    href: str = ""
    title: str = ""
    classes: str = ""
    reading: str = ""
    place: int = 0


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of the text as it stands."""

    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """What lies over the pieces in it. ``is_first`` of a span that was cut into several: only that piece may bear its id.

    ``in_link``: it stands inside a link, and can be none itself.
    """

    span: Span
    pieces: tuple[Piece | Words, ...]
    is_first: bool = True
    in_link: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or caption in pieces; ``number`` counts from 1, ``start`` is its place in the body."""

    kind: str
    number: int
    start: int
    pieces: tuple[Piece | Words, ...]


@dataclass(slots=True)
class _Open:
    """A piece whose end is still to come."""

    number: int  # of the span
    span: Span | None
    in_link: bool
    pieces: list[Piece | Words] = field(default_factory=list)


def layered(blocks: Iterable[tuple[str, str]], spans: Iterable[Span]) -> list[Block]:
    """Return ``blocks``, given as (kind, text) in the body's order, with ``spans`` laid over them.

    The words of the pieces, joined, are the text of their block to the character, and each character of a span is
    inside a piece of it. A span over several blocks is cut at their ends; what of it lies outside the body is left out.
    """
    ordered = sorted(spans, key=lambda span: span.start)
    seen: set[int] = set()
    made = []
    reaching: list[int] = []  # numbers of the spans that may reach into the present block
    upcoming = start = 0
    for number, (kind, text) in enumerate(blocks, start=1):
        end = start + len(text)
        while upcoming < len(ordered) and ordered[upcoming].start < end:
            reaching.append(upcoming)
            upcoming += 1
        reaching = [each for each in reaching if ordered[each].end > start]
        over = {each: ordered[each] for each in reaching if ordered[each].start < ordered[each].end}
        made.append(Block(kind, number, start, _cut(text, start, over, seen)))
        start = end + BETWEEN_BLOCKS
    return made


def _cut(text: str, offset: int, spans: Mapping[int, Span], seen: set[int]) -> tuple[Piece | Words, ...]:
    """Return the pieces of one block; ``seen`` has the numbers of the spans that had a piece in an earlier one, and is added to."""
    root = _Open(-1, None, in_link=False)
    path = [root]
    for start, end, over in _stretches(len(text), offset, spans):
        kept = 1
        while kept < len(path) and kept <= len(over) and path[kept].number == over[kept - 1]:
            kept += 1
        _close(path, kept, seen)
        for number in over[kept - 1 :]:
            span = spans[number]
            path.append(_Open(number, span, in_link=any(outer.span and outer.span.layer is Layer.ENTITY for outer in path)))
        path[-1].pieces.append(Words(text[start:end]))
    _close(path, 1, seen)
    return tuple(root.pieces)


def _close(path: list[_Open], kept: int, seen: set[int]) -> None:
    # The first piece of a span is the one that is closed first: pieces of one span never nest.
    while len(path) > kept:
        done = path.pop()
        path[-1].pieces.append(Piece(done.span, tuple(done.pieces), done.number not in seen, done.in_link))
        seen.add(done.number)


def _stretches(length: int, offset: int, spans: Mapping[int, Span]) -> Iterator[tuple[int, int, list[int]]]:
    """Yield (start, end, numbers of the spans over it from the outside in) for each stretch that the same spans lie over.

    Spans that lie over two stretches in turn stand in the same place in both lists, or were cut between them.
    """
    waiting = [_entry(number, max(span.start - offset, 0), min(span.end - offset, length), span.layer) for number, span in spans.items()]
    heapq.heapify(waiting)
    over: list[tuple[int, Layer, int]] = []  # (end, layer, number), from the outside in: ends never rise
    at = 0
    while at < length:
        while waiting and waiting[0][0] == at:
            _, minus_end, _, number = heapq.heappop(waiting)
            layer, end = spans[number].layer, -minus_end
            # What stays whole and ends sooner cuts this one; its rest waits for its turn.
            cut = min((other_end for other_end, other, _ in over if other_end < end and other <= layer), default=end)
            if cut < end:
                heapq.heappush(waiting, _entry(number, cut, end, layer))
            # What ends sooner still is weaker: it is cut here, and goes on inside.
            place = len(over)
            while place and over[place - 1][0] < cut:
                place -= 1
            over.insert(place, (cut, layer, number))
        turn = min(length, over[-1][0] if over else length, waiting[0][0] if waiting else length)
        yield at, turn, [number for _, _, number in over]
        at = turn
        while over and over[-1][0] == at:
            over.pop()


def _entry(number: int, start: int, end: int, layer: Layer) -> tuple[int, int, int, int]:
    return start, -end, _OUTSIDE_FIRST[layer], number
