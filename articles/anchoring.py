"""Where a quotation stands in a text, and where it stands once the text was edited.

Offsets are half-open and count code points of the text, as the Web Annotation model asks
(https://www.w3.org/TR/annotation-model/#text-position-selector); browsers count UTF-16 units, and the
functions at the end change one into the other.

Two texts are compared with dashes, quotation marks, blanks, invisible signs and the composition of letters
folded: setting a text anew moves no quotation. What else differs is weighed. A quotation is placed without a
person only where its whole paragraph stands in both texts once; or its sentence, with its like side by side, stands between the same
others once; or its surroundings agree beyond its own sentence; or its whole sentence moved and stands in both texts once. Where they
agree on one side alone, nothing like it may stand beside the place or where it stood: that could be the quotation, changed, and this
its copy. A changed word counts as a typo mended only where it can hardly be anything else. Whatever is less certain goes to a person:
a mark on a look-alike is worse than no mark.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

CONTEXT = 32  # characters of context that an anchor keeps on either side
LONGEST_QUOTE = 2_000

# Agreement that reaches this far past the sentence is more than a phrase that recurs.
_BEYOND = 24
_FAR_BEYOND = 64
_FARTHEST = 400
_REACHES = (_BEYOND, 32, _FAR_BEYOND)
_MOST_PLACES = 5_000
_MOST_TWINS = 50
_MOST_CANDIDATES = 5
_CLOSE = 0.5
_ALIKE = 0.8
_SHORTEST_MOVED_SENTENCE = 25


class State(StrEnum):
    EXACT = "exact"
    MOVED = "moved"
    NEEDS_REVIEW = "needs review"
    ORPHANED = "orphaned"


class Span(NamedTuple):
    start: int
    end: int


@dataclass(frozen=True)
class TextQuote:
    """Words with what stands before and after them (Web Annotation: TextQuoteSelector)."""

    exact: str
    prefix: str = ""
    suffix: str = ""


class AmbiguousQuote(ValueError):
    """The words stand in the text several times and their surroundings do not tell which is meant; ``spans`` has them all."""

    def __init__(self, spans: Sequence[Span]):
        super().__init__(f"These words stand in the text {len(spans)} times.")
        self.spans = tuple(spans)


@dataclass(frozen=True)
class Placement:
    """What became of a quotation. ``span`` is None unless it was placed; ``candidates`` are places a person may choose."""

    state: State
    span: Span | None = None
    candidates: tuple[Span, ...] = ()


def quote_at(text: str, start: int, end: int) -> TextQuote:
    """Return the words at ``start``:``end`` with up to 32 characters either side."""
    return TextQuote(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


def occurrences(words: str, text: str) -> list[Span]:
    """Return every place where ``words`` stand in ``text``, signs and blanks folded; whole words only where ``words`` are whole."""
    needle = Folded(words.strip()).folded
    folded = Folded(text)
    return [folded.original(at, at + len(needle)) for at in _places(needle, folded.folded)] if needle else []


def locate(quote: TextQuote, text: str) -> Span | None:
    """Return where ``quote`` stands in ``text``, or None if it is not there.

    Raises AmbiguousQuote when prefix and suffix fit two places equally well.
    """
    spans = occurrences(quote.exact, text)
    if len(spans) < 2:
        return spans[0] if spans else None
    before, after = Folded(quote.prefix).folded, Folded(quote.suffix).folded
    agreement = []
    for span in spans:
        here = quote_at(text, *span)
        agreement.append(_common_suffix(before, Folded(here.prefix).folded) + _common_prefix(after, Folded(here.suffix).folded))
    best = max(agreement)
    if best == 0 or agreement.count(best) > 1:
        raise AmbiguousQuote(spans)
    return spans[agreement.index(best)]


def reanchor(before: str, after: str, spans: Sequence[tuple[int, int]]) -> list[Placement]:
    """Return what became of each of ``spans`` of the text ``before``, none of them empty, in the text ``after``, in order.

    exact: the same characters at the same place. moved: placed without doubt, elsewhere, set anew, or with a typo mended.
    needs review: something close, several places that fit, or words that changed. orphaned: gone.
    """
    if before == after or not spans:
        return [Placement(State.EXACT, Span(*span)) for span in spans]
    edit = _Edit(before, after)
    return [edit.place(Span(*span)) for span in spans]


# Text as it is compared


_DASHES = dict.fromkeys("-‐‑‒–—―−﹘﹣－", "-")
_QUOTES = dict.fromkeys("'\"`´‘’‚‛“”„‟‹›«»′″ʼʻʹʺ＂＇", "'")
_DROPPED = dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufe0e\ufe0f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", "")
_SIGNS = {**_DASHES, **_QUOTES, **_DROPPED, "…": "..."}
_MARKS = "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f"
_HAS_MARKS = re.compile(f"[{_MARKS}]")
# ʼ and its like are letters to Python; here they are apostrophes as any other.
_BETWEEN_WORDS = re.compile(r"(?:[^\wʼʻʹʺ]|[ʼʻʹʺ])+")
_BETWEEN_WORDS_OR_MARKED = re.compile(rf"\w[{_MARKS}]+|(?:(?!\w[{_MARKS}])[\Wʼʻʹʺ])+")


class Folded:
    """A text as it is compared, ``folded``, and the way from its offsets to those of the text itself and back."""

    def __init__(self, text: str):
        # Pieces, in order: where each begins, here and in the text; a piece of equal length on both sides is counted through.
        self._here: list[int] = []
        self._there: list[int] = []
        self._there_end: list[int] = []
        out: list[str] = []
        self._size = 0
        known: dict[str, tuple[tuple[str, int, int], ...]] = {}
        last = 0
        pattern = _BETWEEN_WORDS_OR_MARKED if _HAS_MARKS.search(text) else _BETWEEN_WORDS
        for match in pattern.finditer(text):
            run = match.group()
            if run == " ":
                continue
            start = match.start()
            if start > last:
                self._add(out, text[last:start], last, start)
            pieces = known.get(run)
            if pieces is None:
                pieces = known[run] = _fold_run(run)
            for piece, first, end in pieces:
                self._add(out, piece, start + first, start + end)
            last = match.end()
        if last < len(text):
            self._add(out, text[last:], last, len(text))
        self.folded = "".join(out)

    def _add(self, out: list[str], piece: str, start: int, end: int) -> None:
        self._here.append(self._size)
        self._there.append(start)
        self._there_end.append(end)
        self._size += len(piece)
        out.append(piece)

    def _is_even(self, piece: int) -> bool:
        here_end = self._here[piece + 1] if piece + 1 < len(self._here) else self._size
        return here_end - self._here[piece] == self._there_end[piece] - self._there[piece]

    def original(self, start: int, end: int) -> Span:
        """Return the span of the text itself that ``folded[start:end]``, which is not empty, was made of."""
        first, last = bisect_right(self._here, start) - 1, bisect_right(self._here, end - 1) - 1
        return Span(
            self._there[first] + (start - self._here[first] if self._is_even(first) else 0),
            self._there[last] + end - self._here[last] if self._is_even(last) else self._there_end[last],
        )

    def of(self, span: tuple[int, int]) -> tuple[int, int]:
        """Return the offsets in ``folded`` of what stands at ``span`` of the text itself; equal where nothing of it is compared."""
        return self._offset(span[0], is_end=False), self._offset(span[1], is_end=True)

    def _offset(self, at: int, *, is_end: bool) -> int:
        piece = (bisect_left(self._there, at) if is_end else bisect_right(self._there, at)) - 1
        if piece < 0:
            return 0
        here_end = self._here[piece + 1] if piece + 1 < len(self._here) else self._size
        if at >= self._there_end[piece]:
            return here_end
        if self._is_even(piece):
            return self._here[piece] + at - self._there[piece]
        return here_end if is_end else self._here[piece]


def _fold_run(run: str) -> tuple[tuple[str, int, int], ...]:
    """Return what a stretch between two words is compared as: (characters, start, end) pieces, blanks only where nothing else stands."""
    if run[0].isalnum() and run[0] not in _SIGNS:  # a letter with marks of its own
        return ((unicodedata.normalize("NFC", run), 0, len(run)),)
    pieces = []
    for at, character in enumerate(run):
        if character.isspace():
            continue
        sign = _SIGNS.get(character, character)
        if sign and not (sign == "-" and pieces and pieces[-1][0] == "-"):
            pieces.append((sign, at, at + 1))
    if not pieces and any(character.isspace() for character in run):
        return ((" ", 0, len(run)),)
    return tuple(pieces)


# From one text to the next


class _Agreement(NamedTuple):
    """How the surroundings of two places agree: on how many sides beyond the sentence, or far beyond it, and for how many characters on each."""

    sides: int
    wide_sides: int
    left: int
    right: int
    is_whole_sentence: bool

    @property
    def fits(self) -> bool:
        return self.sides > 0 or self.is_whole_sentence


class _Edit:
    """Two states of a text, and the places of quotations in them."""

    def __init__(self, before: str, after: str):
        self.before, self.after = before, after
        self.old, self.new = Folded(before), Folded(after)
        self.was, self.now = _Text(self.old.folded), _Text(self.new.folded)
        self.sentences: dict[tuple[int, int], tuple[int, int]] = {}
        self.is_new: dict[str, bool] = {}
        self.twins: dict[tuple[str, tuple[bool, bool]], _Twins] = {}
        self.paragraphs: tuple[tuple[list[int], dict[str, list[int]]], ...] | None = None
        self.is_same_to = _common_prefix(self.was, self.now)
        self.is_same_from = min(_common_suffix(self.was, self.now), min(len(self.was), len(self.now)) - self.is_same_to)

    def place(self, span: Span) -> Placement:
        start, end = self.old.of(span)
        if start >= end:
            return Placement(State.ORPHANED)
        if end + _FARTHEST <= self.is_same_to or self.was == self.now:
            return self._placed(span, start, end)
        if start - _FARTHEST >= len(self.was) - self.is_same_from:
            shift = len(self.now) - len(self.was)
            return self._placed(span, start + shift, end + shift)
        sentence = self._sentence(start, end)
        run = _run_of_twins(self.was, sentence)
        return (
            self._place_with_paragraph(span, start, end, run)
            or self._place_among_neighbours(span, start, end, run)
            or (self._review_twins(start, end) if run != sentence else None)
            or self._place_unchanged(span, start, end, sentence)
            or self._place_changed(span, start, end, sentence)
        )

    def _review_twins(self, start: int, end: int) -> Placement:
        """Leave to a person which of like sentences side by side is which, once something near them changed."""
        words, whole = self.was[start:end], _wholeness(self.was, start, end)
        return self._review([(at, at + len(words)) for at in _places(words, self.now, whole, most=_MOST_CANDIDATES)])

    def _sentence(self, start: int, end: int) -> tuple[int, int]:
        """Return the sentence around ``was[start:end]``; the same ones are asked for again and again."""
        if (start, end) not in self.sentences:
            self.sentences[start, end] = self.old.of(_sentence_around(self.before, self.old.original(start, end)))
        return self.sentences[start, end]

    def _placed(self, span: Span, start: int, end: int) -> Placement:
        found = self.new.original(start, end)
        if "\n\n" in self.after[found.start : found.end]:
            return Placement(State.NEEDS_REVIEW, candidates=(found,))  # a quotation stands in one block
        is_exact = found == span and self.after[found.start : found.end] == self.before[span.start : span.end]
        return Placement(State.EXACT if is_exact else State.MOVED, found)

    def _review(self, places: Sequence[tuple[int, int]]) -> Placement:
        candidates = tuple(dict.fromkeys(self.new.original(*place) for place in places))[:_MOST_CANDIDATES]
        return Placement(State.NEEDS_REVIEW, candidates=candidates) if candidates else Placement(State.ORPHANED)

    def _agreement(self, start: int, end: int, sentence: tuple[int, int], at: int, to: int) -> _Agreement:
        """Say how what surrounds ``now[at:to]`` agrees with what surrounded ``was[start:end]``, a part of ``sentence``."""
        left = _common_suffix(self.was[max(0, start - _FARTHEST) : start], self.now[max(0, at - _FARTHEST) : at])
        right = _common_prefix(self.was[end : end + _FARTHEST], self.now[to : to + _FARTHEST])
        needed_left, needed_right = start - sentence[0], sentence[1] - end
        is_same_left = left == start and left == at
        is_same_right = right == len(self.was) - end and right == len(self.now) - to
        wide = _wide(sentence)
        return _Agreement(
            sides=(is_same_left or left >= min(needed_left + _BEYOND, _FARTHEST))
            + (is_same_right or right >= min(needed_right + _BEYOND, _FARTHEST)),
            wide_sides=(is_same_left or left >= min(needed_left + wide, _FARTHEST)) + (is_same_right or right >= min(needed_right + wide, _FARTHEST)),
            left=left,
            right=right,
            is_whole_sentence=left >= needed_left and right >= needed_right,
        )

    def _paragraphs(self, text: str, folded: Folded) -> tuple[list[int], dict[str, list[int]]]:
        """Return where the paragraphs of ``text`` begin as it is compared, and the same by their words."""
        starts, by_words, at = [], {}, 0
        for paragraph in text.split("\n\n"):
            first, last = folded.of((at, at + len(paragraph)))
            starts.append(first)
            by_words.setdefault(folded.folded[first:last], []).append(first)
            at += len(paragraph) + 2
        return starts, by_words

    def _place_with_paragraph(self, span: Span, start: int, end: int, run: tuple[int, int]) -> Placement | None:
        """Place a quotation whose paragraph, with the ``run`` of its sentence, stands in both texts once, and not as a part of another."""
        if self.paragraphs is None:
            self.paragraphs = self._paragraphs(self.before, self.old), self._paragraphs(self.after, self.new)
        (starts, former), (_, new) = self.paragraphs
        opening = starts[bisect_right(starts, start) - 1]
        closing = self.before.find("\n\n", span.end)
        words = self.was[opening : self.old.of((span.start, len(self.before) if closing < 0 else closing))[1]]
        if len(words) < _SHORTEST_MOVED_SENTENCE or former.get(words) != [opening] or len(new.get(words, ())) != 1:
            return None
        [at] = new[words]
        is_whole = opening <= run[0] and run[1] <= opening + len(words) + 1
        if not is_whole or self.now.only(words) is None or self.was.only(words) is None:
            return None
        return self._placed(span, at + start - opening, at + end - opening)

    def _place_among_neighbours(self, span: Span, start: int, end: int, run: tuple[int, int]) -> Placement | None:
        """Place a quotation whose sentence, or the ``run`` of it and its twins, still stands between the same others, once in either text."""
        first, last = max(0, run[0] - _wide(run)), min(len(self.was), run[1] + _wide(run))
        stretch = self.was[first:last]
        at = self.now.only(stretch)
        if at is None or self.was.only(stretch) is None:
            return None
        is_at_same_edges = (first > 0 or at == 0) and (last < len(self.was) or at + last - first == len(self.now))
        return self._placed(span, at + start - first, at + end - first) if is_at_same_edges else None

    def _place_unchanged(self, span: Span, start: int, end: int, sentence: tuple[int, int]) -> Placement | None:
        """Place a quotation that still stands word for word; None where none of the places can be its own."""
        words = self.was[start:end]
        whole = _wholeness(self.was, start, end)
        places = [(at, at + len(words)) for at in _places(words, self.now, whole)]
        if not places:
            return None
        former = _places(words, self.was, whole)
        if (words, whole) not in self.twins:
            self.twins[words, whole] = _Twins(self, former, len(words))
        twins = self.twins[words, whole]
        own = _Twins(self, [start], len(words))
        agreed = {place: self._agreement(start, end, sentence, *place) for place in places if own.may_fit(*place)}
        fitting = [place for place in places if place in agreed and agreed[place].fits]
        rivals = {place: twins.best_at(*place, but=start) for place in fitting}
        if len(fitting) == 1 and not rivals[fitting[0]].fits:
            [place] = fitting
            sides = agreed[place].sides
            is_long_enough = sides or sentence[1] - sentence[0] >= _SHORTEST_MOVED_SENTENCE
            # One side alone does not tell the words from a new copy of them, nor from a look-alike that came to stand beside that neighbour.
            is_sure = sides == 2 or (len(places) <= len(former) and self._is_own_sentence(start, end, sentence, place, agreed[place]))
            stayed = self._stayed(start, end, sentence, place, agreed[place])
            return self._placed(span, *place) if is_sure and is_long_enough and stayed == [] else self._review([*fitting, *(stayed or ())])
        if fitting:  # sentences that are twins
            best = max(fitting, key=lambda place: (agreed[place].wide_sides, agreed[place].sides))
            is_best = all(self._is_nearer(best, agreed[best], place, start, end) for place in places)
            # With one more or one less of them than before, what surrounds one on one side may be another's; so may the next paragraph.
            is_paired = len(places) == len(former) and [agreed[place].wide_sides > 0 for place in agreed].count(True) == 1
            is_told = is_paired and (
                self._is_held_by_its_block(span, start, end, sentence, best, agreed[best])
                or self._are_elsewhere([other for other in former if other != start], len(words), places, best)
            )
            needed = 1 if is_told else 2
            is_sure = is_best and agreed[best].wide_sides >= needed and not rivals[best].wide_sides
            is_sure = is_sure and self._stayed(start, end, sentence, best, agreed[best]) == []
            return self._placed(span, *best) if is_sure else self._review(fitting)
        free = list(islice((place for place in places if not twins.fit(*place, but=start)), _MOST_CANDIDATES))
        return self._review(free) if free else None

    def _stayed(self, start: int, end: int, sentence: tuple[int, int], place: tuple[int, int], agreement: _Agreement) -> list[tuple[int, int]] | None:
        """Return what may be the quotation itself, changed in its place, where ``place``, whose surroundings agree so far, is but a copy.

        None where the same sentence, or a new one much like it, stands beside that of ``place``: either may be meant.
        """
        if agreement.wide_sides == 2:
            return []
        new_sentence = place[0] - (start - sentence[0]), place[1] + sentence[1] - end
        if not agreement.is_whole_sentence:
            new_sentence = self.new.of(_sentence_around(self.after, self.new.original(*place)))
        if _run_of_twins(self.now, new_sentence) != new_sentence or any(map(self._is_new, self._likenesses_beside(new_sentence, sentence))):
            return None
        if agreement.sides:
            close = [other for other, _ in self._changed(start, end, sentence, beside=place)]
        elif self._is_anothers_place(new_sentence):
            return None
        else:  # the whole sentence moved: the former one may stand anywhere, and nothing be left in it of the quotation
            close = [other for other, _ in self._changed(*sentence, sentence)]
        if agreement.sides and not agreement.wide_sides:
            # Beside a neighbour that has a twin a copy may stand anywhere, and so may the quotation, changed.
            beside = self.was[start - agreement.left : sentence[0]], self.was[sentence[1] : end + agreement.right]
            needed = _ALIKE if self.was.only(max(beside, key=len)) is not None else _CLOSE
            words = self.was[start:end]
            close += [other for other, _ in self._changed(start, end, sentence) if _likeness(words, self.now[slice(*other)]) >= needed]
        return [other for other in close if other[1] <= place[0] or other[0] >= place[1]]

    def _is_anothers_place(self, sentence: tuple[int, int]) -> bool:
        """Say whether one much like ``sentence`` stood beside its neighbours before: with a typo mended that one may be this one."""
        words = self.now[slice(*sentence)]
        before, after = self.now[max(0, sentence[0] - 32) : sentence[0]], self.now[sentence[1] : sentence[1] + 32]
        found = []
        if before and (at := self.was.only(before)) is not None:
            found.append(self.was[at + len(before) : at + len(before) + len(words)])
        if after and (at := self.was.only(after)) is not None:
            found.append(self.was[max(0, at - len(words)) : at])
        return any(_likeness(words, stood) >= _ALIKE for stood in found)

    def _likenesses_beside(self, sentence: tuple[int, int], former: tuple[int, int]) -> Iterator[tuple[int, int]]:
        """Yield what stands before and behind ``sentence`` and is much like it, and more so than like what stood beside ``former``."""
        words = self.now[slice(*sentence)]
        room = len(words) + 20  # a sentence that lost its full stop runs into the next: what is as long as this one is compared
        for at, former_at in ((sentence[0] - 1, former[0] - 1), (sentence[1], former[1])):
            if not 0 <= at < len(self.now):
                continue
            first, last = self.new.of(_sentence_around(self.after, self.new.original(at, at + 1)))
            if at < sentence[0]:
                beside = max(first, self.now.find(" ", max(0, sentence[0] - room), sentence[0])), sentence[0]
            else:
                beside = sentence[1], last if last <= sentence[1] + room else self.now.rfind(" ", sentence[1], sentence[1] + room)
            near = self.now[slice(*beside)]
            stood = self.was[slice(*self._sentence(former_at, former_at + 1))] if 0 <= former_at < len(self.was) else ""
            likeness = _likeness(words, near)
            if likeness >= _CLOSE and likeness >= _likeness(stood, near):
                yield beside

    def _is_nearer(self, best: tuple[int, int], agreement: _Agreement, place: tuple[int, int], start: int, end: int) -> bool:
        """Say whether what surrounds ``best`` agrees on both sides as far as what surrounds ``place`` does."""
        left, right = agreement.left + 1, agreement.right + 1
        if place == best:
            return True
        before, after = self.was[max(0, start - left) : start], self.was[end : end + right]
        is_farther_left = left <= min(start, _FARTHEST, place[0]) and before == self.now[place[0] - left : place[0]]
        is_farther_right = right <= min(len(self.was) - end, _FARTHEST) and after == self.now[place[1] : place[1] + right]
        return not is_farther_left and not is_farther_right

    def _is_own_sentence(self, start: int, end: int, sentence: tuple[int, int], place: tuple[int, int], agreement: _Agreement) -> bool:
        """Say whether the sentence at ``place`` is the former one, whole, or with the same neighbours though it was changed beside the words."""
        if agreement.is_whole_sentence:
            return True
        room = sentence[1] - sentence[0] + 40
        before = self._telling(*(self.was[max(0, sentence[0] - length) : sentence[0]] for length in _REACHES))
        after = self._telling(*(self.was[sentence[1] : sentence[1] + length] for length in _REACHES))
        is_known_left = before is not None and before in self.now[max(0, place[0] - room - len(before)) : place[0]]
        return is_known_left and after is not None and after in self.now[place[1] : place[1] + room + len(after)]

    def _telling(self, *contexts: str) -> str | None:
        """Return the first of ``contexts``, each longer than the one before it, that stands in both texts once."""
        return next((context for context in contexts if self.was.only(context) is not None and self.now.only(context) is not None), None)

    def _are_elsewhere(self, twins: list[int], length: int, places: list[tuple[int, int]], best: tuple[int, int]) -> bool:
        """Say whether each of ``twins`` stands, between its own neighbours, at another of ``places`` than ``best``."""
        if len(twins) >= _MOST_CANDIDATES:
            return False
        taken = [
            place
            for twin in twins
            for place in places
            if self._agreement(twin, twin + length, self._sentence(twin, twin + length), *place).wide_sides == 2
        ]
        return best not in taken and len(taken) == len(set(taken)) == len(twins)

    def _is_held_by_its_block(
        self, span: Span, start: int, end: int, sentence: tuple[int, int], place: tuple[int, int], agreement: _Agreement
    ) -> bool:
        """Say whether the paragraph that holds the quotation agrees, on one side, farther than a phrase that recurs, in one piece, without a twin."""
        opening = self.before.rfind("\n\n", 0, span.start) + 1
        closing = self.before.find("\n\n", span.end)
        first, last = self.old.of((opening, len(self.before) if closing < 0 else closing))
        left, right = min(agreement.left, start - first), min(agreement.right, last - end)
        if left < start - sentence[0] + _FAR_BEYOND and right < sentence[1] - end + _FAR_BEYOND:
            return False
        stretch = self.was[start - left : end + right]
        piece = self.after[slice(*self.new.original(place[0] - left, place[1] + right))]
        return "\n\n" not in piece.strip() and self.was.only(stretch) is not None and self.now.only(stretch) is not None

    def _place_changed(self, span: Span, start: int, end: int, sentence: tuple[int, int]) -> Placement:
        """Place a quotation in which only typos were mended; else show a person what is close."""
        found = self._changed(start, end, sentence)
        mended = [place for place, is_mended in found if is_mended]
        if len(mended) == 1 and len(_places(self.now[slice(*mended[0])], self.now, most=2)) == 1:
            return self._placed(span, *mended[0])
        return self._review([place for place, _ in sorted(found, key=lambda one: not one[1])])

    def _changed(
        self, start: int, end: int, sentence: tuple[int, int], *, beside: tuple[int, int] | None = None
    ) -> list[tuple[tuple[int, int], bool]]:
        """Return the places of words close to the quotation that are new, each with whether only typos were mended there.

        With ``beside``, only what stands between that place and the quotation's former neighbours is looked at.
        """
        words = self.was[start:end]
        found: dict[tuple[int, int], bool] = {}
        for window in dict.fromkeys(self._windows(start, end, words, beside=beside)):
            place, differences, likeness = _align(words, self.now, *window)
            if place is None or place in found:
                continue
            is_mended = _is_mended(differences, words, self.now)
            if (is_mended or likeness >= _CLOSE) and self._is_new(place):
                agreement = self._agreement(start, end, sentence, *place)
                is_own = agreement.sides == 2 or (agreement.sides == 1 and self._is_own_sentence(start, end, sentence, place, agreement))
                found[place] = is_mended and is_own
        return list(found.items())

    def _is_new(self, place: tuple[int, int]) -> bool:
        """Say whether the words at ``place`` stand in the new text more often than in the former one: else they are a look-alike's own."""
        words = self.now[slice(*place)]
        if words not in self.is_new:
            former = _places(words, self.was, most=_MOST_TWINS)
            self.is_new[words] = bool(words) and (not former or len(former) < len(_places(words, self.now, most=_MOST_TWINS)))
        return self.is_new[words]

    def _windows(self, start: int, end: int, words: str, *, beside: tuple[int, int] | None) -> Iterator[tuple[int, int]]:
        """Yield the stretches of the new text that may hold the quotation: between its neighbours, and around rare parts of it."""
        room = len(words) + 40
        left = right = None
        for length in _REACHES:
            if left is None:
                left = self._after(self.was[max(0, start - length) : start], is_edge=start <= length)
            if right is None:
                right = self._before(self.was[end : end + length], is_edge=end + length >= len(self.was))
        if beside is not None:
            # A neighbour that stands several times is looked for where the quotation would have been.
            if left is None and (at := self.now.rfind(self.was[max(0, start - _BEYOND) : start], max(0, beside[0] - 2 * room), beside[0])) >= 0:
                left = at + min(_BEYOND, start)
            if right is None and (at := self.now.find(self.was[end : end + _BEYOND], beside[1], beside[1] + 2 * room)) >= 0:
                right = at
            if left is not None and left < beside[0]:
                yield left, min(left + room, beside[0])
            if right is not None and right > beside[1]:
                yield max(right - room, beside[1]), right
            return
        if left is not None and right is not None and left <= right <= left + 2 * room:
            yield left, right
        else:
            if left is not None:
                yield left, left + room
            if right is not None:
                yield max(0, right - room), right
        tokens = list(_TOKEN.finditer(words))
        size = max(3, len(tokens) // 4)
        last = max(0, len(tokens) - size)
        for first in sorted({*range(0, last, size), last}):
            part = tokens[first : first + size]
            seed = words[part[0].start() : part[-1].end()] if part else ""
            if len(seed) >= 8:
                for at in _places(seed, self.now, most=3):
                    yield max(0, at - part[0].start() - 20), at - part[0].start() + room

    def _after(self, context: str, *, is_edge: bool) -> int | None:
        """Return where ``context``, which stood before a quotation, ends now; None unless it stands once in both texts."""
        if is_edge:
            return len(context) if self.now.startswith(context) else None
        at = self.now.only(context)
        return at + len(context) if at is not None and self.was.only(context) is not None else None

    def _before(self, context: str, *, is_edge: bool) -> int | None:
        """Return where ``context``, which stood behind a quotation, begins now; None unless it stands once in both texts."""
        if is_edge:
            return len(self.now) - len(context) if self.now.endswith(context) else None
        at = self.now.only(context)
        return at if at is not None and self.was.only(context) is not None else None


class _Twins:
    """Places where the same words stood in the former text, found by what surrounds them: there may be thousands."""

    def __init__(self, edit: _Edit, places: Sequence[int], length: int):
        self.edit, self.length = edit, length
        self.left: dict[str, list[int]] = {}
        self.right: dict[str, list[int]] = {}
        # Sentences of which too little stands beside the words to be found by that, by how much.
        self.within: dict[tuple[int, int], dict[tuple[str, str], list[int]]] = {}
        was = edit.was
        for at in places:
            to = at + length
            self.left.setdefault(was[max(0, at - _BEYOND) : at], []).append(at)
            self.right.setdefault(was[to : to + _BEYOND], []).append(at)
            sentence = edit._sentence(at, to)
            before, after = at - sentence[0], sentence[1] - to
            if before < _BEYOND and after < _BEYOND:
                self.within.setdefault((before, after), {}).setdefault((was[sentence[0] : at], was[to : sentence[1]]), []).append(at)

    def _near(self, at: int, to: int) -> Iterator[int]:
        """Yield those whose surroundings may agree with those of ``now[at:to]`` as far as it counts, some of them twice."""
        now = self.edit.now
        yield from self.left.get(now[max(0, at - _BEYOND) : at], ())
        yield from self.right.get(now[to : to + _BEYOND], ())
        for (before, after), sentences in self.within.items():
            yield from sentences.get((now[max(0, at - before) : at], now[to : to + after]), ())

    def may_fit(self, at: int, to: int) -> bool:
        return any(True for _ in self._near(at, to))

    def _agreements(self, at: int, to: int, but: int) -> Iterator[_Agreement]:
        for other in dict.fromkeys(self._near(at, to)):
            if other != but:
                yield self.edit._agreement(other, other + self.length, self.edit._sentence(other, other + self.length), at, to)

    def fit(self, at: int, to: int, *, but: int) -> bool:
        """Say whether the surroundings of ``now[at:to]`` agree with those of any of them ``but`` one."""
        return any(agreement.fits for agreement in self._agreements(at, to, but))

    def best_at(self, at: int, to: int, *, but: int) -> _Agreement:
        """Return the best agreement of ``now[at:to]`` with any of them ``but`` one."""
        best = _Agreement(0, 0, 0, 0, is_whole_sentence=False)
        for found in self._agreements(at, to, but):
            best = max(best, found, key=lambda agreement: (agreement.wide_sides, agreement.sides, agreement.is_whole_sentence))
            if best.wide_sides == 2:
                break
        return best


_TOKEN = re.compile(r"\w+|[^\w\s]")
_LIGHT_PUNCTUATION = frozenset(",.;:'-()")


def _align(words: str, text: str, start: int, end: int) -> tuple[tuple[int, int] | None, list[tuple[list[str], list[str]]], float]:
    """Return the place within ``text[start:end]`` that fits ``words`` best, the differing tokens there, (former, new) each, and the likeness."""
    end = min(end, len(text))
    # A window that begins or ends inside a word takes the whole of it in.
    while start > 0 and start < len(text) and _is_inside_word(text, start):
        start -= 1
    while end < len(text) and _is_inside_word(text, end):
        end += 1
    wanted = [match.group() for match in _TOKEN.finditer(words)]
    found = list(_TOKEN.finditer(text, start, end))
    if not wanted or not found:
        return None, [], 0.0
    codes = SequenceMatcher(None, wanted, [match.group() for match in found], autojunk=False).get_opcodes()
    differences: list[tuple[list[str], list[str]]] = []
    first = last = None
    alike = 0
    for number, (tag, i, i_end, j, j_end) in enumerate(codes):
        is_first, is_last = i == 0, i_end == len(wanted)
        if tag == "insert" and (is_first or is_last):
            continue  # what stands around it
        if tag == "replace":
            extra = (j_end - j) - (i_end - i)
            if extra > 0 and is_first and number == 0:
                j += extra
            elif extra > 0 and is_last and number == len(codes) - 1:
                j_end -= extra
        if tag == "equal":
            alike += i_end - i
        else:
            differences.append((wanted[i:i_end], [match.group() for match in found[j:j_end]]))
        if j_end > j:
            first = j if first is None else first
            last = j_end
    if first is None or last is None or not alike:
        return None, [], 0.0
    return (found[first].start(), found[last - 1].end()), differences, 2 * alike / (len(wanted) + last - first)


def _is_mended(differences: list[tuple[list[str], list[str]]], words: str, text: str) -> bool:
    """Say whether ``differences`` can hardly be anything but typos that were mended."""
    misspelt = 0
    for former, new in differences:
        if all(token in _LIGHT_PUNCTUATION for token in (*former, *new)):
            continue
        if "".join(former) == "".join(new):
            misspelt += 1  # a blank too many or too few
            continue
        if len(former) != len(new):
            return False
        for old, right in zip(former, new, strict=True):
            if old == right:
                continue
            if not _is_misspelling(old, right) or _places(old, text, most=1):
                return False  # a spelling that stands elsewhere is a word of its own
            misspelt += 1
    return misspelt <= max(1, min(3, len(_TOKEN.findall(words)) // 4)) and len(differences) <= 4


def _is_misspelling(old: str, right: str) -> bool:
    """Say whether two words differ by one slip of the keyboard that is unlikely to make another word of it."""
    if old.casefold() == right.casefold():
        return True
    if not (old.isalpha() and right.isalpha()) or min(len(old), len(right)) < 5 or old[0].casefold() != right[0].casefold():
        return False
    if len(old) == len(right):
        apart = [at for at in range(len(old)) if old[at] != right[at]]
        is_swap = len(apart) == 2 and apart[1] == apart[0] + 1 and old[apart[0]] == right[apart[1]] and old[apart[1]] == right[apart[0]]
        return len(apart) == 1 or is_swap
    longer, shorter = (old, right) if len(old) > len(right) else (right, old)
    at = _common_prefix(longer, shorter)
    return len(longer) == len(shorter) + 1 and longer[at + 1 :] == shorter[at:]


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, _TOKEN.findall(one), _TOKEN.findall(other), autojunk=False).ratio()


_SENTENCE_END = re.compile(r"\n\n|[.!?…]+[\"'”’“»)\]]*\s+(?=[\"'“„«‘(\[]*[^\W_a-zа-я])")
_LONGEST_SENTENCE = 1_500


def _sentence_around(text: str, span: tuple[int, int]) -> Span:
    """Return the span of the sentence, or the sentences, that hold ``span``."""
    start, end = span
    for reach in (_LONGEST_SENTENCE // 10, _LONGEST_SENTENCE):  # most are short
        first = max(0, start - reach)
        ends = [match.end() for match in _SENTENCE_END.finditer(text, first, min(len(text), start + 4)) if match.end() <= start]
        if ends or first == 0:
            break
    after = _SENTENCE_END.search(text, max(start, end - 1), end + _LONGEST_SENTENCE)
    return Span(ends[-1] if ends else first, after.end() if after else min(len(text), end + _LONGEST_SENTENCE))


def _run_of_twins(text: str, sentence: tuple[int, int]) -> tuple[int, int]:
    """Return where the like sentences begin and end that stand side by side with ``sentence`` in ``text``."""
    words = text[slice(*sentence)].strip()
    start, end = sentence
    while words and (piece := text[max(0, start - len(words) - 1) : start]).rstrip().endswith(words):
        start -= len(words) + len(piece) - len(piece.rstrip())
    while words and (piece := text[end : end + len(words) + 1]).lstrip().startswith(words):
        end += len(words) + len(piece) - len(piece.lstrip())
    return start, end


def _wide(sentence: tuple[int, int]) -> int:
    """Return for how many characters past ``sentence`` its surroundings must agree to tell it from its twins: farther than one beside it reaches."""
    return max(_FAR_BEYOND, sentence[1] - sentence[0] + _BEYOND)


def _is_inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _wholeness(text: str, start: int, end: int) -> tuple[bool, bool]:
    return not _is_inside_word(text, start), not _is_inside_word(text, end)


def _places(words: str, text: _Text | str, whole: tuple[bool, bool] = (True, True), *, most: int = _MOST_PLACES) -> list[int]:
    """Return the first ``most`` places where ``words`` begin in ``text``; not inside longer words, at those ends that ``whole`` names."""
    if isinstance(text, _Text):  # several claims and rules ask for the same words
        asked = (words, whole, most)
        if asked not in text.found:
            text.found[asked] = _looked_for(words, text, whole, most)
        return text.found[asked]
    return _looked_for(words, text, whole, most)


def _looked_for(words: str, text: str, whole: tuple[bool, bool], most: int) -> list[int]:
    found = []
    at = text.find(words)
    while at >= 0 and len(found) < most:
        if not ((whole[0] and _is_inside_word(text, at)) or (whole[1] and _is_inside_word(text, at + len(words)))):
            found.append(at)
        at = text.find(words, at + 1)
    return found


class _Text(str):
    """A text in which words are looked for again and again."""

    def __init__(self, text: str):
        self._low = _low_bytes(text)
        self._only: dict[str, int | None] = {}
        self.found: dict[tuple[str, tuple[bool, bool], int], list[int]] = {}

    def find(self, words: str, *bounds: int) -> int:
        """Return where ``words`` stand next. Long ones are looked for in the low bytes of the text: a fourth of it to read where it has emoji."""
        if len(words) < _LONG or len(bounds) > 1:
            return super().find(words, *bounds)
        low = _low_bytes(words)
        at = self._low.find(low, *bounds)
        while at >= 0 and not self.startswith(words, at):
            at = self._low.find(low, at + 1)
        return at

    def only(self, words: str) -> int | None:
        """Return where ``words`` stand, or None unless they stand once."""
        if words not in self._only:
            at = self.find(words)
            self._only[words] = at if at >= 0 and self.find(words, at + 1) < 0 else None
        return self._only[words]


_LONG = 48


def _low_bytes(text: str) -> bytes:
    return text.encode("utf-32-le", "surrogatepass")[::4]


def _common_prefix(one: str, other: str) -> int:
    most = min(len(one), len(other))
    low, high = 0, min(16, most)
    while high < most and one[low:high] == other[low:high]:
        low, high = high, min(2 * high, most)
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _common_suffix(one: str, other: str) -> int:
    first, second, most = len(one), len(other), min(len(one), len(other))
    low, high = 0, min(16, most)
    while high < most and one[first - high : first - low] == other[second - high : second - low]:
        low, high = high, min(2 * high, most)
    while low < high:
        middle = (low + high + 1) // 2
        if one[first - middle : first - low] == other[second - middle : second - low]:
            low = middle
        else:
            high = middle - 1
    return low


# Code points and UTF-16


def to_utf16(text: str, offset: int) -> int:
    """Return the UTF-16 units before the code point ``offset`` of ``text``, as a browser counts them."""
    return offset + sum(1 for character in text[:offset] if character > "\uffff")


def from_utf16(text: str, units: int) -> int:
    """Return the code points before the UTF-16 unit ``units`` of ``text``. Raises ValueError inside a pair or past the end."""
    offset = passed = 0
    while passed < units:
        if offset >= len(text):
            raise ValueError(f"The text has {passed} UTF-16 units, not {units}.")
        passed += 2 if text[offset] > "\uffff" else 1
        offset += 1
    if passed != units:
        raise ValueError(f"UTF-16 unit {units} is the second half of a character.")
    return offset
