"""Where searched words stand in a text, and the excerpts around them: one code for the list of results and for the article's page; pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kzarchive.text import Token, tokens

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

    def __bool__(self) -> bool:
        return bool(self.words or self.prefixes or self.phrases)

    def spans(self, text: str, language: str | None = None) -> list[tuple[int, int]]:
        """Return where searched words stand in ``text``, in order; a phrase is one span."""
        return [(start, end) for start, end, _, _ in self._hits(list(tokens(text, language)))] if self else []

    def _hits(self, words: Sequence[Token]) -> Iterator[tuple[int, int, int, int]]:
        """Yield (start, end, first token, token after the last) of each hit."""
        place = 0
        while place < len(words):
            length = self._length(words, place)
            if length:
                yield words[place].start, words[place + length - 1].end, place, place + length
            place += max(1, length)

    def _length(self, words: Sequence[Token], place: int) -> int:
        longest = 0
        for phrase in self.phrases:
            if words[place].term == phrase[0] and tuple(word.term for word in words[place : place + len(phrase)]) == phrase:
                longest = max(longest, len(phrase))
        term = words[place].term
        return longest or int(term in self.words or term.startswith(self.prefixes))

    def excerpts(self, text: str, language: str | None = None, *, is_open: bool = True, most: int = MOST_EXCERPTS) -> list[Excerpt]:
        """Return at most ``most`` stretches of ``text`` around searched words, in its order.

        Of a text that is not open, each has at most ``EXCERPT_WORDS`` words and all together at most ``SHARE`` percent of its words.
        """
        if not self:
            return []
        if is_open and len(text) > 2 * BEGINNING:  # what is asked for often stands near the beginning, and the rest need not be cut into words
            head = text[: text.rfind(" ", 0, BEGINNING) + 1] or text[:BEGINNING]
            if len(found := self._excerpts(head, language, is_open=True, most=most)) == most:
                return found
        return self._excerpts(text, language, is_open=is_open, most=most)

    def _excerpts(self, text: str, language: str | None, *, is_open: bool, most: int) -> list[Excerpt]:
        words = list(tokens(text, language))
        left = len(words) if is_open else len(words) * SHARE // 100
        width = OPEN_WORDS if is_open else min(EXCERPT_WORDS, left)
        found: list[Excerpt] = []
        hits = list(self._hits(words))
        done = 0  # tokens before this one were shown
        for number, (_, _, first, after) in enumerate(hits):
            if first < done:
                continue
            width = min(width, left)
            if len(found) == most or after - first > width:
                break
            begin = max(done, min(first - (width - (after - first)) // 3, len(words) - width))
            stop = min(len(words), begin + width)
            found.append(_excerpt(text, words, begin, stop, [hit for hit in hits[number:] if hit[2] < stop]))
            left -= stop - begin
            done = stop
        return found


def _excerpt(text: str, words: Sequence[Token], begin: int, stop: int, hits: Iterable[tuple[int, int, int, int]]) -> Excerpt:
    start = 0 if begin == 0 else words[begin].start
    end = len(text) if stop == len(words) else words[stop - 1].end
    marks = tuple((s - start, min(e, end) - start) for s, e, _, _ in hits)
    return Excerpt(start, end, text[start:end], marks, begin > 0, stop < len(words))


def _wanted(node: Node | None) -> Iterator[Word | Phrase]:
    match node:
        case Word() | Phrase():
            yield node
        case Named(words=words):
            yield from _wanted(words)
        case And(parts) | Or(parts):
            for part in parts:
                yield from _wanted(part)
