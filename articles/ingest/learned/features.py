"""What a line of a page shows of itself and of its place, as names that weights are learnt for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise
from math import log2

from articles.ingest.comparing import comparable
from articles.ingest.page import Page
from articles.ingest.remembering import remembered
from kzarchive.patterns import Pattern

MOST_LINES_LOOKED_AT = 200  # from each end of a page: what a vote is asked about stands near one
MOST_LINES_OF_HEAD = 160
_MOST_CHARACTERS = 600
_MOST_CHARACTERS_BESIDE = 80
_TOKEN = Pattern(r"[^\W\d_]+|\d+|[^\w\s]")
_SENTENCE = Pattern(r"[.!?…][\"”»)]?(?:\s|$)")
_STOPPED = Pattern(r"[.!?…][\"”»)\]\d]*$")
_LONGER_WORD = Pattern(r"[^\W\d_]{4,}")
_YEAR_OR_HOUR = Pattern(r"\b(?:19|20)\d\d\b|\d\d[:.]\d\d")
_NAMES_WHO = Pattern(r"(?:by|von|par|автор)\b", re.I)
_LETTERS_OF_STEM = 5


def features_of_line(line: str) -> list[str]:
    """Return what ``line`` shows by itself: its words, running pairs of them, what it opens and ends with, its shape and its length."""
    tokens = _TOKEN.findall(line[:_MOST_CHARACTERS])
    low = [f"#{min(len(token), 5)}" if token.isdigit() else token.casefold() for token in tokens]
    words = [token for token in tokens if token[0].isalpha()]
    shapes = [_shape(token) for token in tokens]
    length = log2(1 + len(words))
    capitals = int(5 * sum(word[0].isupper() for word in words) / max(1, len(words)))
    different = set(low)
    return [
        *(f"w {token}" for token in different),
        *(f"p {token[:_LETTERS_OF_STEM]}" for token in different if len(token) > _LETTERS_OF_STEM),
        *(f"b {first} {second}" for first, second in pairwise(low)),
        *(f"{place} {token}" for place, token in enumerate(low[:4], start=1)),
        f"opens {''.join(shapes[:3])}",
        f"opens {''.join(shapes[:5])}.",
        f"closes {''.join(shapes[-3:])}",
        f"last {'a' if line[-1:].isalnum() else line[-1:]}",
        f"first {shapes[0] if shapes else ''}",
        f"words {min(12, int(2 * length))}",
        f"length {min(8, int(length))}",
        f"capitals {capitals}",
        f"capitals {capitals} length {min(8, int(length))}",
        f"sentences {min(5, len(_SENTENCE.findall(line)))}",
    ]


def tokens(text: str) -> list[str]:
    """Return the words, figures and signs of ``text``."""
    return _TOKEN.findall(text)


def features_of_shape(text: str) -> str:
    """Return a sign for each word, figure and sign of ``text``: how it is written."""
    return "".join(map(_shape, _TOKEN.findall(text)))


def _shape(token: str) -> str:
    if token[0].isalpha():
        return "x" if not token[0].isupper() else "A" if len(token) > 1 and token.isupper() else "X"
    return "#" if token[0].isdigit() else token


class Sheet:
    """The lines near both ends of a page as features see them: whichever rule left one out, all of them are there."""

    def __init__(self, page: Page) -> None:
        inner = range(MOST_LINES_LOOKED_AT, max(MOST_LINES_LOOKED_AT, page.count - MOST_LINES_LOOKED_AT))
        self.lines = {i: page.line(i)[:_MOST_CHARACTERS] for i in range(page.count) if i not in inner}
        self.count = page.count

    @cached_property
    def _stems(self) -> Counter[str]:
        return Counter(stem for line in self.lines.values() for stem in _stems(line))

    @cached_property
    def _first_prose(self) -> int:
        return next((i for i, line in self.lines.items() if _is_paragraph(line)), self.count)

    @cached_property
    def _times(self) -> Counter[str]:
        return Counter(comparable(line) for line in self.lines.values())

    @cached_property
    def _stems_of_text(self) -> frozenset[str]:
        first = self._first_prose
        return frozenset(stem for i in range(first, first + 8) for stem in _stems(self.lines.get(i, "")))

    def lines_of_head(self) -> Iterator[int]:
        """Yield the lines among which the headline is: those above the first paragraph, and a few below where it begins."""
        return (i for i in range(min(MOST_LINES_OF_HEAD, self.count, self._first_prose + 4)) if i in self.lines)

    def above(self, i: int, line: str | None = None) -> list[str]:
        """Return what tells whether line ``i``, or the part ``line`` of it, stands above a text or opens it."""
        line = self.lines[i] if line is None else line
        return [*features_of_line(line), *_opening("above", self.lines.get(i - 1, "")), *_opening("below", self.lines.get(i + 1, ""))]

    def below(self, i: int, line: str | None = None) -> list[str]:
        """Return what tells whether line ``i``, or the part ``line`` of it, stands below a text or closes it."""
        line = self.lines[i] if line is None else line
        return [*features_of_line(line), *self._shared(i, line)]

    def headline(self, i: int, line: str | None = None) -> list[str]:
        """Return what tells whether line ``i``, or the part ``line`` of it, is the headline of the text below it."""
        line, first = self.lines[i] if line is None else line, self._first_prose
        stems = _stems(line)
        shared = sum(stem in self._stems_of_text for stem in stems)
        before, after = self._kind(i - 1), self._kind(i + 1)
        distance = max(-3, min(first - i, 12))
        me = self._kind(i)
        return [
            *features_of_line(line),
            *_opening("above", self.lines.get(i - 1, ""), most=4),
            *_opening("below", self.lines.get(i + 1, ""), most=4),
            f"shares {min(6, shared)}",
            f"share {int(4 * shared / max(1, len(stems)))}",
            f"to text {distance}",
            f"to text {max(-3, min(distance, 5))} {me}",
            f"line {min(i, 12)}",
            f"first {i == 0} {me}",
            f"times {min(3, self._times[comparable(line)])}",
            f"within {min(2, self._times_within_others(i))}",
            f"kind {me}",
            f"kind above {before}",
            f"kind below {after}",
            f"kinds {before} {me} {after}",
            f"kind second above {self._kind(i - 2)}",
            f"kind second below {self._kind(i + 2)}",
        ]

    def beside(self, i: int, start: int, end: int) -> tuple[list[str], list[str]]:
        """Return the words, figures and signs close before and close behind what stands at ``start`` to ``end`` in line ``i``, in small letters."""
        line = self.lines[i]
        before, after = line[max(0, start - _MOST_CHARACTERS_BESIDE) : start], line[end : end + _MOST_CHARACTERS_BESIDE]
        return [token.casefold() for token in tokens(before)], [token.casefold() for token in tokens(after)]

    def neighbours(self, i: int) -> list[str]:
        """Return what kind of line stands right above and right below line ``i``, and with which words these begin."""
        above, below = self.lines.get(i - 1, ""), self.lines.get(i + 1, "")
        kinds = [f"kind above {kind_of_line(above) if above else '^'}", f"kind below {kind_of_line(below) if below else '$'}"]
        return [*kinds, *_opening("above", above), *_opening("below", below)]

    def _shared(self, i: int, line: str) -> list[str]:
        """How many of the words of ``line`` the rest of the page has too."""
        stems, own = _stems(line), _stems(self.lines[i])
        shared = sum(self._stems[stem] > (stem in own) for stem in stems)
        return [f"share {int(5 * shared / max(1, len(stems)))}", f"shares {min(6, shared)}"]

    def _times_within_others(self, i: int) -> int:
        own = comparable(self.lines[i])
        near = (comparable(self.lines[j]) for j in range(max(0, i - 30), i + 30) if j != i and j in self.lines)
        return sum(bool(own) and own in other and len(other) < 3 * len(own) for other in near)

    def _kind(self, i: int) -> str:
        line = self.lines.get(i)
        if line is None:
            return "^" if i < 0 else "$"
        return kind_of_line(line)


@remembered
def kind_of_line(line: str) -> str:
    """Return a letter for how long ``line`` is and whether it is a paragraph, and more if it has a day or says who wrote it."""
    count = len(line.split())
    kind = "P" if _is_paragraph(line) else "s" if count <= 2 else "m" if count <= 5 else "h" if count <= 16 else "l"
    return kind + "d" * bool(_YEAR_OR_HOUR.search(line)) + "b" * bool(_NAMES_WHO.match(line))


def _opening(where: str, line: str, *, most: int = 3) -> Iterable[str]:
    return (f"{where} {token.casefold()}" for token in _TOKEN.findall(line[:80])[:most])


def _is_paragraph(line: str) -> bool:
    return len(line.split()) >= 18 and bool(_STOPPED.search(line))


@remembered
def _stems(line: str) -> frozenset[str]:
    return frozenset(word[:_LETTERS_OF_STEM].casefold() for word in _LONGER_WORD.findall(line))
