"""Finds the names of a gazetteer in a text: where each stands, and every entity it may mean."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from kzarchive.text import fold

from .context import Context, Said
from .inflection import LONGEST_ENDING, LONGEST_LATIN_ENDING, forms, is_cyrillic

KAZAKH_IN_LATIN = "kk-Latn"  # the language of names that have Kazakh endings in Latin letters
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
_UNEVEN_SIGN = re.compile("\x00|\x01|\n|  ")  # one of these is in each; found ten times as fast as the whole

# What French and Italian set before a name, less its apostrophe, which folding drops.
_ELISION = re.compile(r"(?<!\w)(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|all|dall|dell|nell|sull|un)$")
_LONGEST_ELISION = 6

_WORD = re.compile(r"[^\W_]+")
_LONGEST_BETWEEN = 4  # characters between two words of a name


@dataclass(frozen=True, slots=True)
class GazetteerName:
    """One spelling by which a text may name an entity, given by its id; years are those the name was in use.

    One in Kazakh Latin letters has Kazakh endings.
    """

    text: str
    entity: int
    is_acronym: bool = False
    from_year: int | None = None
    to_year: int | None = None
    is_person: bool = False
    is_kazakh_latin: bool = False


@dataclass(frozen=True)
class Mention:
    """A stretch of a text that names an entity, or one of several.

    ``start`` and ``end`` are half-open and count code points of the text as it was given. ``doubt`` says why these words
    may mean something else altogether, and is empty where nothing speaks for that. ``names`` are those that were found.
    """

    start: int
    end: int
    text: str
    entities: frozenset[int]
    doubt: str = field(default="", compare=False)
    names: tuple[GazetteerName, ...] = field(default=(), compare=False, repr=False)

    @property
    def is_ambiguous(self) -> bool:
        return len(self.entities) > 1 or bool(self.doubt)


class _Node:
    """A place in the tree of names: what a name may go on with, and the names that may end here.

    A way on is keyed by what stands between two words and the stem of the second; it carries the endings that stem may have.
    """

    __slots__ = ("ends", "ways")

    def __init__(self) -> None:
        self.ways: dict[str, list[tuple[frozenset[str], _Node]]] = _NO_WAYS
        self.ends: tuple[_Ending, ...] = ()


_NO_WAYS: dict[str, list] = {}  # shared by the places where names only end


@dataclass(frozen=True, slots=True)
class _Ending:
    """A name that ends at a place in the tree, with the signs that stand before its first word and after its last."""

    name: GazetteerName
    rule: _CaseRule
    before: str = ""
    after: str = ""


# Distinct words of texts whose place in the tree is remembered; the texts of a whole archive hold some hundred thousand.
_REMEMBERED_WORDS = 200_000
_LONGEST_REMEMBERED = 40  # characters
_FEW_WAYS = 4  # tried one by one, they cost less than every ending of a word looked up


class Gazetteer:
    """All the names a text is read for, made ready once and then used for any number of texts.

    Names stand in a tree of words, so that each word of a text is looked up once, whatever the number of names.
    """

    def __init__(self, names: Iterable[GazetteerName]) -> None:
        """Take ``names`` in any order; one without a letter or digit is never found."""
        self._root = _Node()
        self._beginnings: dict[str, tuple[tuple[_Node, int], ...]] = {}
        # Who is called by one word alone somewhere: with these another of that surname may be meant.
        self._bearers: dict[int, set[str]] = {}
        named: list[GazetteerName] = []
        for name in dict.fromkeys(names):
            words = self._add(name)
            if name.is_person:
                named.append(name)
                if len(words) == 1:
                    self._bearers.setdefault(name.entity, set())
        for name in named:
            if name.entity in self._bearers:
                self._bearers[name.entity].update(_WORD.findall(_FoldedText(name.text).text))

    def _add(self, name: GazetteerName) -> list[str]:
        key = _FoldedText(name.text).text.strip()
        words = list(_WORD.finditer(key))
        if not words:
            return []
        rule = _CaseRule.of(name)
        node, end = self._root, words[0].start()
        for word in words:
            written = forms(word[0], is_last=word is words[-1], is_acronym=rule.exact is not None, is_kazakh_latin=name.is_kazakh_latin)
            node = _grow(node, key[end : word.start()], written)
            end = word.end()
        node.ends += (_Ending(name, rule, key[: words[0].start()], key[end:]),)
        return [word[0] for word in words]

    def find(self, text: str) -> list[Mention]:
        """Return the mentions in ``text`` in its order, none overlapping: where two do, the first and then the longer stays."""
        mentions: list[Mention] = []
        taken = 0
        found = self._find_all(text)
        context = Context(text, sorted(found))
        starts = {start for start, _ in found}
        for (start, end), endings in sorted(found.items(), key=lambda item: (item[0][0], -item[0][1])):
            if start >= taken:
                ending, case_ending = endings[0]
                said = Said(
                    start,
                    end,
                    is_acronym=ending.rule.exact is not None,
                    bearer=self._bearers.get(ending.name.entity),
                    is_person=ending.name.is_person,
                    is_as_called=not case_ending,
                    follows=bool(mentions) and taken == start - 1,
                    is_followed=end + 1 in starts,
                )
                entities = frozenset([ending.name.entity for ending, _ in endings])
                names = tuple([ending.name for ending, _ in endings])
                mentions.append(Mention(start, end, text[start:end], entities, context.doubt(said), names))
                taken = end
        return mentions

    def _find_all(self, text: str) -> dict[tuple[int, int], list[tuple[_Ending, int]]]:
        """Return the names that stand in ``text``, by start and end, each with the letters of its case ending; many overlap."""
        found: dict[tuple[int, int], list[tuple[_Ending, int]]] = {}
        if not self._root.ways:
            return found
        folded = _FoldedText(text)
        known = self._beginnings
        for match in _WORD.finditer(folded.text):
            word = match[0]
            places = known.get(word)
            if places is None:
                places = self._begin(word)
            if places and folded.may_start(match.start()):
                for node, stem in places:
                    self._follow(folded, match.span(), node, (*match.span(), stem), found)
        for word in folded.words_with_apostrophes():
            self._begin_at_apostrophes(folded, word, found)
        return found

    def _begin(self, word: str) -> tuple[tuple[_Node, int], ...]:
        """Return the places that ``word`` leads to from the root, each with the length of the stem it was found by."""
        places = tuple(_ways(self._root, "", word))
        if len(word) <= _LONGEST_REMEMBERED:
            if len(self._beginnings) >= _REMEMBERED_WORDS:
                self._beginnings.clear()
            self._beginnings[word] = places
        return places

    def _begin_at_apostrophes(self, folded: _FoldedText, word: tuple[int, int], found) -> None:
        start, end = word
        starts = [*([start] if folded.may_start(start) else []), *folded.elisions(start, end)]
        for begin in starts:
            for stop in folded.stops(begin, end):
                if (begin, stop) != (start, end):
                    for node, stem in self._begin(folded.text[begin:stop]):
                        self._follow(folded, word, node, (begin, stop, stem), found)

    def _follow(self, folded: _FoldedText, word: tuple[int, int], node: _Node, span: tuple[int, int, int], found) -> None:
        """Note in ``found`` the names that end at ``node``, in or with ``word``, and those it goes on to.

        ``span`` is start, end and the length of the last stem.
        """
        start, end, stem = span
        if node.ends:
            case_ending = end - max(start, word[0]) - stem
            if not (case_ending and folded.is_possessive(end)):  # the s of the possessive is no ending of the name
                for ending in node.ends:
                    self._note(folded, ending, start, end, case_ending, found)
        if not node.ways or end != word[1]:
            return
        following = folded.word_after(end)
        if following is None:
            return
        between = folded.text[end : following[0]]
        for stop in folded.stops(*following):
            for further, length in _ways(node, between, folded.text[following[0] : stop]):
                self._follow(folded, following, further, (start, stop, length), found)

    def _note(self, folded: _FoldedText, ending: _Ending, start: int, end: int, case_ending: int, found) -> None:
        text = folded.text
        if ending.before or ending.after:
            if not text.endswith(ending.before, 0, start) or not text.startswith(ending.after, end):
                return
            start, end = start - len(ending.before), end + len(ending.after)
            if not folded.may_start(start) or not folded.may_end(end):
                return
        span = folded.locate(start, end)
        if span is None or _is_host_name(folded.original, span[1]):
            return
        written = folded.original[span[0] : span[1]]
        if case_ending and ending.rule.exact is not None:
            # The capitals are those of the name itself: МИДа.
            inner = folded.locate(start, end - case_ending)
            if inner is None:
                return
            written, added = folded.original[inner[0] : inner[1]], folded.original[inner[1] : span[1]]
            if added != added.lower():
                return
        if ending.rule.allows(written):
            found.setdefault(span, []).append((ending, case_ending))


def _grow(node: _Node, between: str, written: list[tuple[str, frozenset[str]]]) -> _Node:
    """Return the place that a word of these forms leads to from ``node``, made where there was none."""
    key, endings = between + written[0][0], written[0][1]
    for known, place in node.ways.get(key, ()):
        if known == endings:
            return place
    place = _Node()
    if node.ways is _NO_WAYS:
        node.ways = {}
    for stem, endings in written:
        node.ways.setdefault(between + stem, []).append((endings, place))
    return place


def _ways(node: _Node, between: str, word: str) -> Iterator[tuple[_Node, int]]:
    """Yield each place that ``word`` after ``between`` leads to from ``node``, with the length of the stem it was found by."""
    seen: list[_Node] = []
    key = between + word
    if len(node.ways) <= _FEW_WAYS and not any(map(key.startswith, node.ways)):
        return
    longest = LONGEST_ENDING if is_cyrillic(word) else LONGEST_LATIN_ENDING
    for cut in range(min(longest, len(word) - 1) + 1):
        for endings, place in node.ways.get(key[: len(key) - cut], ()):
            if key[len(key) - cut :] in endings and place not in seen:
                seen.append(place)
                yield place, len(word) - cut


@dataclass(frozen=True, slots=True)
class _CaseRule:
    """What a name asks of the capitals in the text: those of ``exact`` in their order, or a first one, or nothing."""

    exact: tuple[bool, ...] | None = None
    is_capitalised: bool = False

    @classmethod
    def of(cls, name: GazetteerName) -> _CaseRule:
        capitals = _capitals(name.text)
        if name.is_acronym or (capitals and all(capitals) and len(capitals) <= LONGEST_BARE_ACRONYM):
            return cls(exact=capitals)
        return _CAPITALISED if _begins_with_capital(name.text) else _ANY_CASE

    def allows(self, found: str) -> bool:
        if self.exact is not None:
            return _capitals(found) == self.exact
        return not self.is_capitalised or _begins_with_capital(found)


_CAPITALISED, _ANY_CASE = _CaseRule(is_capitalised=True), _CaseRule()


def _capitals(text: str) -> tuple[bool, ...]:
    """Return for each letter of ``text`` that has case whether it is a capital."""
    cased = (char for char in unicodedata.normalize("NFKC", text) if char.lower() != char.upper())
    return tuple(not char.islower() for char in cased)


def _begins_with_capital(text: str) -> bool:
    if text[:1].isupper():
        return True
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
        self.original = text
        even = text.translate(_FOLDS)
        # Arrays: a capture of a million short lines has two million pieces.
        self._folded_at = array("q")
        self._text_at = array("q")
        self._is_even = bytearray()
        self._apostrophes: set[int] = set()
        folded: list[str] = []
        length = done = 0
        for start, end in _uneven_stretches(even):
            if done < start:
                self._note(length, done, True)
                folded.append(even[done:start])
                length += start - done
            self._note(length, start, False)
            piece = _fold_uneven(text[start:end], even[start:end])
            if piece:
                folded.append(piece)
                length += len(piece)
            elif not _is_invisible(text[start]):
                self._apostrophes.add(length)
            done = end
        self._note(length, done, True)
        folded.append(even[done:])
        self.text = _in_one_script("".join(folded), self._apostrophes)
        self._note(len(self.text), len(text), True)

    def _note(self, folded_at: int, text_at: int, is_even: bool) -> None:
        self._folded_at.append(folded_at)
        self._text_at.append(text_at)
        self._is_even.append(is_even)

    def words_with_apostrophes(self) -> Iterator[tuple[int, int]]:
        """Yield where each word of the folded text begins and ends that had an apostrophe inside, in their order."""
        done = 0
        for at in sorted(self._apostrophes):
            if at <= done or not self.text[at - 1].isalnum():
                continue
            start = at
            while start > done and self.text[start - 1].isalnum():
                start -= 1
            match = _WORD.match(self.text, start)
            if at < match.end():
                yield match.span()
            done = match.end()

    def word_after(self, end: int) -> tuple[int, int] | None:
        """Return where the word after ``end`` begins and ends, or None where more stands between than inside of a name."""
        beginning = _WORD.search(self.text, end, end + _LONGEST_BETWEEN + 1)
        return beginning and _WORD.match(self.text, beginning.start()).span()

    def stops(self, start: int, end: int) -> tuple[int, ...]:
        """Return where a word of a name may end in the word from ``start`` to ``end``: at its end, or before the possessive ``'s``."""
        return (end, end - 1) if self.is_possessive(end) and start < end - 1 else (end,)

    def is_possessive(self, end: int) -> bool:
        """Whether the word that stops at ``end`` does so with the possessive ``'s``."""
        return end - 1 in self._apostrophes and self.text[end - 1] == "s"

    def elisions(self, start: int, end: int) -> list[int]:
        """Return where a name may begin inside the word from ``start`` to ``end``: after ``d'`` and the like."""
        return [at for at in range(start + 1, min(start + _LONGEST_ELISION + 1, end)) if at in self._apostrophes and self.may_start(at)]

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


# Letters of the two scripts that print alike, as compared.
_ALIKE = dict(zip("аеорсухкмтвніјѕһԁ", "aeopcyxkmtbhijshd", strict=True))
_TO_LATIN = str.maketrans(_ALIKE)
_TO_CYRILLIC = str.maketrans({latin: cyrillic for cyrillic, latin in _ALIKE.items() if latin not in "sh"} | {"s": "ѕ", "h": "н"})
_MIXED = re.compile("[a-z][\u0430-\u052f]|[\u0430-\u052f][a-z]")


def _in_one_script(folded: str, apostrophes: Iterable[int]) -> str:
    """Return ``folded`` with the words that mix Latin and Cyrillic letters written in the one script that has all of them.

    What an apostrophe parts (Нур-Султан’s) is looked at apart.
    """
    mixed = _MIXED.search(folded)
    if mixed is None:
        return folded
    ends = [*sorted(apostrophes), len(folded)]
    pieces, done = [], 0
    while mixed:
        at = mixed.start()
        part = bisect_right(ends, at)
        if ends[part] == at + 1:  # the two letters are of two parts
            mixed = _MIXED.search(folded, at + 1)
            continue
        start, first = at, max(done, ends[part - 1] if part else 0)
        while start > first and folded[start - 1].isalnum():
            start -= 1
        word = _WORD.match(folded, start, ends[part])
        pieces += [folded[done:start], _one_script(word[0])]
        done = word.end()
        mixed = _MIXED.search(folded, done)
    return "".join([*pieces, folded[done:]])


def _one_script(word: str) -> str:
    for table, low, high in ((_TO_LATIN, "a", "z"), (_TO_CYRILLIC, "\u0430", "\u052f")):
        written = word.translate(table)
        if all(low <= char <= high or char.isdigit() for char in written):
            return written
    return word


def _uneven_stretches(even: str) -> Iterator[tuple[int, int]]:
    """Yield where the even copy of a text is not folded character by character."""
    done = 0
    while sign := _UNEVEN_SIGN.search(even, done):
        start = sign.start()
        if start > done and (even[start] == "\x00" or (even[start] == "\n" and even[start - 1] == " ")):
            start -= 1
        done = _UNEVEN.match(even, start).end()
        yield start, done


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
