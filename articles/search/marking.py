"""Where searched words stand in a text, and the excerpts around them: one code for the list of results and for the article's page; pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from kzarchive.text import Beginnings, Words

from .query import And, Named, Node, Or, Phrase, Word

EXCERPT_WORDS = 40  # of a text that is not open, around one hit
SHARE = 10  # percent of a text that is not open, in all
OPEN_WORDS = 26
MOST_EXCERPTS = 2
BEGINNING = 3_000  # characters


@dataclass(frozen=True)
class Excerpt:
    """A stretch of a text, half-open in its code points, with the spans of the searched words in it, counted from the excerpt's own start."""

    start: int
    end: int
    text: str
    marks: tuple[tuple[int, int], ...]
    starts_within: bool
    ends_within: bool

    @property
    def pieces(self) -> Iterator[tuple[str, bool]]:
        """Yield the excerpt in (text, is searched) pairs."""
        done = 0
        for start, end in self.marks:
            if done < start:
                yield self.text[done:start], False
            yield self.text[start:end], True
            done = end
        if done < len(self.text):
            yield self.text[done:], False


class _Hit(NamedTuple):
    """Searched words in a text: the number of the first word, and of the one after the last."""

    first: int
    after: int


@dataclass
class Marker:
    """The words of a query, ready to be looked for in texts. What was excluded, and what only a tag has found, is not marked."""

    words: set[str] = field(default_factory=set)
    prefixes: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()

    @classmethod
    def of(cls, root: Node | None) -> Marker:
        """Return the marker of a parsed query."""
        words: set[str] = set()
        prefixes: set[str] = set()
        phrases: set[tuple[str, ...]] = set()
        for node in _wanted(root):
            if isinstance(node, Phrase):
                phrases |= set(node.variants)
            else:
                words |= {wanted.term for wanted in node.wanted if not wanted.is_prefix}
                prefixes |= {wanted.term for wanted in node.wanted if wanted.is_prefix}
        words |= {phrase[0] for phrase in phrases if len(phrase) == 1}
        return cls(words, tuple(sorted(prefixes)), tuple(sorted(phrase for phrase in phrases if len(phrase) > 1)))

    def __post_init__(self) -> None:
        self._beginnings = Beginnings([*self.words, *self.prefixes, *(phrase[0] for phrase in self.phrases)])

    def __bool__(self) -> bool:
        return bool(self.words or self.prefixes or self.phrases)

    def spans(self, text: str, language: str | None = None) -> list[tuple[int, int]]:
        """Return where searched words stand in ``text``, in order; a phrase is one span."""
        if not self:
            return []
        words = Words(text, language)
        return [_span(words, hit) for hit in self._hits(words)]

    def _hits(self, words: Words) -> Iterator[_Hit]:
        done = 0
        for place in words.beginning(self._beginnings):
            if place >= done and (length := self._length(words, place)):
                done = place + length
                yield _Hit(place, done)

    def _length(self, words: Words, place: int) -> int:
        term = words.term(place)
        longest = int(term in self.words or term.startswith(self.prefixes))
        for phrase in self.phrases:
            is_room = term == phrase[0] and place + len(phrase) <= len(words)
            if is_room and all(words.term(place + number) == wanted for number, wanted in enumerate(phrase)):
                longest = max(longest, len(phrase))
        return longest

    def excerpts(self, text: str, language: str | None = None, *, is_open: bool = True, most: int = MOST_EXCERPTS) -> list[Excerpt]:
        """Return at most ``most`` stretches of ``text`` around searched words, in its order.

        Of a text that is not open, each has at most ``EXCERPT_WORDS`` words and all together at most ``SHARE`` percent of its words.
        """
        if not self:
            return []
        if is_open and len(text) > 2 * BEGINNING:  # what is asked for often stands near the beginning, and the rest need not be cut into words
            head = text[: text.rfind(" ", 0, BEGINNING) + 1] or text[:BEGINNING]
            found = self._excerpts(head, language, is_open=True, most=most)
            if len(found) == most and found[-1].ends_within:
                return found
        return self._excerpts(text, language, is_open=is_open, most=most)

    def _excerpts(self, text: str, language: str | None, *, is_open: bool, most: int) -> list[Excerpt]:
        words = Words(text, language)
        left = len(words) if is_open else len(words) * SHARE // 100
        width = OPEN_WORDS if is_open else min(EXCERPT_WORDS, left)
        stretches: list[tuple[int, int]] = []
        hits = list(self._hits(words))
        done = 0  # words before this one were shown
        for hit in hits:
            if hit.first < done:
                continue
            width = min(width, left)
            if len(stretches) == most or hit.after - hit.first > width:
                break
            begin = max(done, min(hit.first - (width - (hit.after - hit.first)) // 3, len(words) - width))
            done = min(len(words), begin + width)
            stretches.append((begin, done))
            left -= done - begin
        return [_excerpt(text, words, begin, stop, [hit for hit in hits if begin <= hit.first < stop]) for begin, stop in stretches]


def _excerpt(text: str, words: Words, begin: int, stop: int, hits: Iterable[_Hit]) -> Excerpt:
    start = 0 if begin == 0 else words.places[begin][0]
    end = len(text) if stop == len(words) else words.places[stop - 1][1]
    marks = tuple((first - start, min(last, end) - start) for first, last in (_span(words, hit) for hit in hits))
    return Excerpt(start, end, text[start:end], marks, begin > 0, stop < len(words))


def _span(words: Words, hit: _Hit) -> tuple[int, int]:
    return words.places[hit.first][0], words.places[hit.after - 1][1]


def _wanted(node: Node | None) -> Iterator[Word | Phrase]:
    match node:
        case Word() | Phrase():
            yield node
        case Named(words=words):
            yield from _wanted(words)
        case And(parts) | Or(parts):
            for part in parts:
                yield from _wanted(part)
