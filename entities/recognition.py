"""Finds the names of a gazetteer in a text: where each stands, and every entity it may mean."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import ahocorasick

from kzarchive.text import fold

LONGEST_BARE_ACRONYM = 6  # letters; a longer name in capitals only is taken for a headline's spelling

# One sign for all that print sets for a hyphen; not the em dash, which parts words. The acute accent
# stands here as an apostrophe before NFKC takes it apart into a blank and a mark.
_EXCHANGED = dict.fromkeys(map(ord, "‐‑‒–−⁃֊"), "-") | {ord("´"): "'"}

# Unicode calls these format characters, but each is seen: they are printed round the number that follows.
_PREPENDED = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
_ZERO_WIDTH_SPACE = "\u200b"
_LINE_ENDS = frozenset("\n\r\x0b\x0c\x85\u2028\u2029")

# What stands in the even copy of a text for a character that is not folded one to one.
_EXTENDER, _OTHER = "\x00", "\x01"
_UNEVEN = re.compile(r"[^\x00]?\x00+|\x01|[ \n]{2,}|\n")

# What French and Italian set before a name, less its apostrophe, which folding drops.
_ELISION = re.compile(r"(?<!\w)(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|all|dall|dell|nell|sull|un)$")
_LONGEST_ELISION = 6


@dataclass(frozen=True)
class GazetteerName:
    """One spelling by which a text may name an entity, given by its id; years are those the name was in use."""

    text: str
    entity: int
    is_acronym: bool = False
    from_year: int | None = None
    to_year: int | None = None


@dataclass(frozen=True)
class Mention:
    """A stretch of a text that names an entity, or one of several.

    ``start`` and ``end`` are half-open and count code points of the text as it was given.
    """

    start: int
    end: int
    text: str
    entities: frozenset[int]

    @property
    def is_ambiguous(self) -> bool:
        return len(self.entities) > 1


class Gazetteer:
    """All the names a text is read for, made ready once and then used for any number of texts."""

    def __init__(self, names: Iterable[GazetteerName]) -> None:
        """Take ``names`` in any order; one without a letter or digit is never found."""
        spellings: dict[str, dict[_CaseRule, set[int]]] = {}
        for name in names:
            key = _FoldedText(name.text).text.strip()
            if any(map(str.isalnum, key)):
                rules = spellings.setdefault(key, {})
                rules.setdefault(_CaseRule.of(name), set()).add(name.entity)
        self._automaton = ahocorasick.Automaton()
        for key, rules in spellings.items():
            entities = [(rule, frozenset(entities)) for rule, entities in rules.items()]
            self._automaton.add_word(key, (len(key), entities))
        if spellings:
            self._automaton.make_automaton()

    def find(self, text: str) -> list[Mention]:
        """Return the mentions in ``text`` in its order, none overlapping: where two do, the first and then the longer stays."""
        mentions: list[Mention] = []
        taken = 0
        for mention in sorted(self._find_all(text), key=lambda mention: (mention.start, -mention.end)):
            if mention.start >= taken:
                mentions.append(mention)
                taken = mention.end
        return mentions

    def _find_all(self, text: str) -> Iterator[Mention]:
        if not len(self._automaton):
            return
        folded = _FoldedText(text)
        for last, (length, rules) in self._automaton.iter(folded.text):
            start, end = last + 1 - length, last + 1
            if not (folded.may_end(end) and folded.may_start(start)):
                continue
            span = folded.locate(start, end)
            if span is None or _is_host_name(text, span[1]):
                continue
            found = text[span[0] : span[1]]
            entities = frozenset().union(*(entities for rule, entities in rules if rule.allows(found)))
            if entities:
                yield Mention(span[0], span[1], found, entities)


@dataclass(frozen=True)
class _CaseRule:
    """What a name asks of the capitals in the text: those of ``exact`` in their order, or a first one, or nothing."""

    exact: tuple[bool, ...] | None = None
    is_capitalised: bool = False

    @classmethod
    def of(cls, name: GazetteerName) -> _CaseRule:
        capitals = _capitals(name.text)
        if name.is_acronym or (capitals and all(capitals) and len(capitals) <= LONGEST_BARE_ACRONYM):
            return cls(exact=capitals)
        return cls(is_capitalised=_begins_with_capital(name.text))

    def allows(self, found: str) -> bool:
        if self.exact is not None:
            return _capitals(found) == self.exact
        return not self.is_capitalised or _begins_with_capital(found)


def _capitals(text: str) -> tuple[bool, ...]:
    """Return for each letter of ``text`` that has case whether it is a capital."""
    cased = (char for char in unicodedata.normalize("NFKC", text) if char.lower() != char.upper())
    return tuple(not char.islower() for char in cased)


def _begins_with_capital(text: str) -> bool:
    first = next((char for char in text if char.isalnum() and unicodedata.category(char) != "Lm"), "")
    return first.isupper() or first.istitle()


def _is_host_name(text: str, end: int) -> bool:
    """Whether what ends at ``end`` goes on as in ``MFA.kz``; a sentence after a lost blank begins with a capital."""
    return text[end : end + 1] == "." and text[end + 1 : end + 2].islower()


class _Folds(dict[int, str]):
    """For a code point its folded character where there is exactly one, else a sign for what it is; filled as texts need it."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if _is_extender(char):
            even = _EXTENDER
        elif char.isspace():
            even = "\n" if char in _LINE_ENDS else " "
        else:
            even = _fold_piece(char)
            if len(even) != 1 or even in (_EXTENDER, _OTHER, "\n", " "):
                even = _OTHER
        self[code] = even
        return even


_FOLDS = _Folds()


class _FoldedText:
    """A text folded for comparing, with the way back from its characters to those of the original.

    It is a row of pieces. Most are stretches folded character by character; the others (a letter
    with its marks, a ligature, a run of blanks) have their two ends in common with the original
    and nothing between. A blank line stays a line end, so that no name runs from block to block.
    Apostrophes are gone, and where they were is remembered.
    """

    def __init__(self, text: str) -> None:
        even = text.translate(_FOLDS)
        self._folded_at: list[int] = []
        self._text_at: list[int] = []
        self._is_even: list[bool] = []
        self._apostrophes: set[int] = set()
        folded: list[str] = []
        length = done = 0
        for match in _UNEVEN.finditer(even):
            start, end = match.span()
            if done < start:
                self._note(length, done, True)
                folded.append(even[done:start])
                length += start - done
            self._note(length, start, False)
            piece = _fold_uneven(text[start:end], match[0])
            if piece:
                folded.append(piece)
                length += len(piece)
            elif not _is_invisible(text[start]):
                self._apostrophes.add(length)
            done = end
        self._note(length, done, True)
        folded.append(even[done:])
        self.text = "".join(folded)
        self._note(len(self.text), len(text), True)

    def _note(self, folded_at: int, text_at: int, is_even: bool) -> None:
        self._folded_at.append(folded_at)
        self._text_at.append(text_at)
        self._is_even.append(is_even)

    def may_start(self, at: int) -> bool:
        """Whether a name may begin at ``at``: not inside a word, unless its first part is an elision such as ``d'``."""
        before = self.text[at - 1 : at]
        if at in self._apostrophes and before.isalnum():
            return _ELISION.search(self.text, max(0, at - _LONGEST_ELISION), at) is not None
        return not before or not (before.isalnum() or before in _PREPENDED or unicodedata.category(before)[0] == "M")

    def may_end(self, at: int) -> bool:
        """Whether a name may end at ``at``: not inside a word, unless its other part is the possessive ``'s``."""
        after = self.text[at : at + 2]
        if at in self._apostrophes and after[:1] == "s":
            return not after[1:].isalnum()
        return not after[:1].isalnum()

    def locate(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where the folded characters from ``start`` to ``end`` stand in the original, or None if an end falls inside a piece."""
        first = bisect_right(self._folded_at, start) - 1
        last = bisect_right(self._folded_at, end - 1) - 1
        into, upto = start - self._folded_at[first], end - self._folded_at[last]
        if not self._is_even[first] and into:
            return None
        if self._is_even[last]:
            return self._text_at[first] + into, self._text_at[last] + upto
        if end != self._folded_at[last + 1]:
            return None
        return self._text_at[first] + into, self._text_at[last + 1]


@lru_cache(maxsize=4096)
def _fold_uneven(piece: str, even: str) -> str:
    if not even.strip(" \n"):
        line_ends = sum(char in _LINE_ENDS for char in piece.replace("\r\n", "\n"))
        return "\n" if line_ends > 1 else " "
    return (" " if piece[0].isspace() else "") + _fold_piece(piece)


def _fold_piece(piece: str) -> str:
    return fold("".join(char for char in piece if not _is_invisible(char)).translate(_EXCHANGED))


def _is_extender(char: str) -> bool:
    """Whether ``char`` belongs to the character before it: UAX #29's Extend and SpacingMark, and the Korean vowels and finals."""
    return (
        unicodedata.category(char)[0] == "M"
        or "\u1160" <= char <= "\u11ff"
        or "\ud7b0" <= char <= "\ud7fb"
        or char in "\u200c\u200d\uff9e\uff9f\u0e33\u0eb3"
        or "\U0001f3fb" <= char <= "\U0001f3ff"
        or "\U000e0020" <= char <= "\U000e007f"
    )


def _is_invisible(char: str) -> bool:
    """Whether ``char`` shows nothing and parts no words: soft hyphens, joiners, marks of direction."""
    return unicodedata.category(char) == "Cf" and char not in _PREPENDED and char != _ZERO_WIDTH_SPACE
