"""Texts full of look-alikes, and seeded edits of them that know where every word went: what re-anchoring is judged by.

A text is paragraphs of sentences of words. An edit moves, doubles, rewrites, removes, mends or resets them and
keeps hold of each word. Of a sentence and its copy nobody who has the two texts alone can say which is which: the one that stands where
the sentence stood is the sentence. So where a quotation truly stands afterwards is never a matter of opinion.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable
from dataclasses import dataclass, field

_STATES = ["Kyrgyzstan", "Uzbekistan", "Turkmenistan", "Tajikistan", "Slovakia", "Slovenia", "Austria", "Australia", "Iran", "Iraq"]
_CITIES = ["Brussels", "Bishkek", "Tashkent", "Ankara", "Almaty", "Astana", "Geneva", "Vienna", "Tehran", "Beijing"]
_MONTHS = ["January", "March", "June", "September", "November", "December"]
_PEOPLE = ["Sadykova", "Ospanov", "Bekturov", "Karimova"]
_FORMS = [
    "{state} opened an embassy in {city} in {year} with {number} diplomats.",
    "The government of {state} closed its consulate in {city} on {day} {month} {year}.",
    "According to the \"Steppe Review\", trade with {state} grew by {number} per cent in {year}.",
    "Minister {person} said: \"the border with {state} stays open\", and nothing more.",
    "The agreement with {state} - the second of its kind - was initialled in {city} and signed in {year}.",
    "In {month} {year}, {number} delegates from {state} met in {city} for two days.",
    "It's the country's longest frontier: {number} kilometres with {state}.",
    "Nobody in {city} expected {state} to sign before {month} {year}.",
    "Посольство {state} в городе {city} открыто в {year} году.",
    "Министр {person} назвал соглашение \"историческим\" и уехал в {city}.",
    "The so-called {number} + 1 format is a matter for {state} alone 🇰🇿 as {person} wrote.",
]  # fmt: skip
_REWRITTEN = ["perhaps", "never", "Baku", "1999", "quietly", "seventeen", "Georgia", "not"]


@dataclass
class Word:
    """A word as it is set; ``right`` is what a misspelt one is mended to."""

    text: str
    right: str = ""
    is_mended: bool = False
    is_changed: bool = False


@dataclass
class Sentence:
    """Words in their order, and those it had at first. A copy made by an edit has no ``key``: no mark is on it."""

    words: list[Word]
    key: int | None = None
    is_copied: bool = False
    first_words: str = ""

    def __post_init__(self):
        self.first_words = self.first_words or " ".join(word.text for word in self.words)


@dataclass(frozen=True)
class Mark:
    """A quotation: from word ``first`` to word ``last`` of the sentence ``key``, both included."""

    key: int
    first: int
    last: int


Text = list[list[Sentence]]


@dataclass
class Edit:
    """A text, its marks, and the text after a seeded edit."""

    before: str
    after: str
    spans_before: list[tuple[int, int]]
    truths: list[Truth]
    names: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Truth:
    """What became of a quotation: ``same``, ``mended``, ``changed`` or ``gone``; and where it stands now."""

    fate: str
    span: tuple[int, int] | None


def _misspell(word: str, rng: random.Random) -> str:
    at = rng.randrange(1, len(word) - 1)
    kind = rng.choice(["swap", "drop", "double", "other"])
    if kind == "swap" and word[at] != word[at + 1]:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == "drop":
        return word[:at] + word[at + 1 :]
    if kind == "other":
        return word[:at] + rng.choice([letter for letter in ("xqj" if word.isascii() else "ъэф") if letter != word[at]]) + word[at + 1 :]
    return word[:at] + word[at] + word[at:]


def make_text(rng: random.Random, *, sentences: int = 28) -> Text:
    """Return a text with sentences that differ by a word or a number, a few that do not differ at all, and some misspelt words."""
    made: list[Sentence] = []
    for key in range(sentences):
        if made and rng.random() < 0.08:
            text = " ".join(word.text for word in rng.choice(made).words)
            made.append(Sentence([Word(word) for word in text.split(" ")], key))
            continue
        text = rng.choice(_FORMS).format(
            state=rng.choice(_STATES), city=rng.choice(_CITIES), year=rng.randrange(2010, 2020), number=rng.randrange(3, 60),
            day=rng.randrange(1, 29), month=rng.choice(_MONTHS), person=rng.choice(_PEOPLE),
        )  # fmt: skip
        words = [Word(word) for word in text.split(" ")]
        long_ones = [word for word in words if len(word.text) >= 7 and word.text.isalpha()]
        if long_ones and rng.random() < 0.35:
            chosen = rng.choice(long_ones)
            chosen.right, chosen.text = chosen.text, _misspell(chosen.text, rng)
        made.append(Sentence(words, key))
    text_of: Text = []
    while made:
        size = rng.randrange(1, 6)
        text_of.append(made[:size])
        made = made[size:]
    return text_of


def make_marks(text: Text, rng: random.Random, *, count: int = 14) -> list[Mark]:
    """Return marks on whole sentences and on parts of them of at least three words; of misspelt sentences first."""
    marks = []
    sentences = [s for paragraph in text for s in paragraph]
    rng.shuffle(sentences)
    sentences.sort(key=lambda s: not any(word.right for word in s.words))
    for sentence in sentences[:count]:
        length = len(sentence.words)
        if rng.random() < 0.5 or length < 5:
            marks.append(Mark(sentence.key, 0, length - 1))
        else:
            first = rng.randrange(0, length - 3)
            marks.append(Mark(sentence.key, first, rng.randrange(first + 2, length)))
    return marks


def render(text: Text, *, blank: Callable[[], str] = lambda: " ") -> tuple[str, dict[int, list[tuple[int, int]]]]:
    """Return the body, and for each sentence by its key where each of its words stands."""
    parts: list[str] = []
    places: dict[int, list[tuple[int, int]]] = {}
    at = 0

    def add(piece: str) -> None:
        nonlocal at
        parts.append(piece)
        at += len(piece)

    for number, paragraph in enumerate(paragraph for paragraph in text if paragraph):
        if number:
            add("\n\n")
        for place, sentence in enumerate(paragraph):
            if place:
                add(" ")
            spans = []
            for position, word in enumerate(sentence.words):
                if position and not (word.text == "—" or sentence.words[position - 1].text == "—"):
                    add(blank())
                spans.append((at, at + len(word.text)))
                add(word.text)
            if sentence.key is not None:
                places[sentence.key] = spans
    return "".join(parts), places


def _sentences(text: Text) -> list[tuple[int, int]]:
    return [(p, s) for p, paragraph in enumerate(text) for s in range(len(paragraph))]


def _without_copies(text: Text) -> list[tuple[int, int]]:
    """Leave out what was copied before: copied and then removed is moved, and no reader could tell otherwise."""
    return [(p, s) for p, s in _sentences(text) if not text[p][s].is_copied]


def _copy(sentence: Sentence) -> Sentence:
    sentence.is_copied = True
    words = [Word(word.text, word.right, word.is_mended, word.is_changed) for word in sentence.words]
    return Sentence(words, first_words=sentence.first_words)


def mend(text: Text, rng: random.Random) -> None:
    wrong = [
        word for paragraph in text for sentence in paragraph for word in sentence.words if word.right and not (word.is_mended or word.is_changed)
    ]
    for word in rng.sample(wrong, min(len(wrong), rng.randrange(1, 4))):
        word.text, word.is_mended = word.right, True


def move(text: Text, rng: random.Random) -> None:
    p, s = rng.choice(_sentences(text))
    sentence = text[p].pop(s)
    target = rng.choice(text)
    target.insert(rng.randrange(len(target) + 1), sentence)


def double_here(text: Text, rng: random.Random) -> None:
    p, s = rng.choice(_sentences(text))
    text[p].insert(s + 1, _copy(text[p][s]))


def double_elsewhere(text: Text, rng: random.Random) -> None:
    p, s = rng.choice(_sentences(text))
    copy = _copy(text[p][s])
    target = rng.choice(text)
    target.insert(rng.randrange(len(target) + 1), copy)


def double_and_remove(text: Text, rng: random.Random) -> None:
    """Take a sentence out, and leave far from its place one that differs from it by a word."""
    p, s = rng.choice(_without_copies(text))
    sentence = text[p].pop(s)
    copy = _copy(sentence)
    changed = rng.choice(copy.words)
    changed.text, changed.is_changed = rng.choice(_REWRITTEN), True
    target = rng.choice([paragraph for number, paragraph in enumerate(text) if abs(number - p) > 1])
    target.insert(rng.randrange(len(target) + 1), copy)


def rewrite(text: Text, rng: random.Random) -> None:
    p, s = rng.choice(_sentences(text))
    words = text[p][s].words
    for word in rng.sample(words, rng.randrange(1, min(4, len(words)))):
        word.text = rng.choice([other for other in _REWRITTEN if other != word.text])
        word.is_changed = True


def remove(text: Text, rng: random.Random) -> None:
    p, s = rng.choice(_without_copies(text))
    text[p].pop(s)


def reorder(text: Text, rng: random.Random) -> None:
    rng.shuffle(text)


def exchange_signs(text: Text, rng: random.Random) -> None:
    opening, closing = rng.choice(["“”", "«»", "„“", '""'])
    dash = rng.choice("–—-")
    for paragraph in text:
        for sentence in paragraph:
            for word in sentence.words:
                if word.text == "-":
                    word.text = dash
                elif '"' in word.text:
                    word.text = (opening + word.text[1:] if word.text.startswith('"') else word.text).replace('"', closing)
                word.text = word.text.replace("'", "’")


@dataclass(frozen=True)
class Place:
    """The words of a sentence, and what stands before and behind it: in its paragraph, and in the text as one run of sentences."""

    words: str
    beside: tuple[str, str]
    in_run: tuple[str, str]

    def is_of(self, other: Place) -> bool:
        return self.words == other.words and ((any(self.beside) and self.beside == other.beside) or self.in_run == other.in_run)


def _standing(text: Text) -> list[tuple[Sentence, Place]]:
    run = ["", *(sentence.first_words for paragraph in text for sentence in paragraph), ""]
    found = []
    for paragraph in text:
        beside = ["", *(sentence.first_words for sentence in paragraph), ""]
        for number, sentence in enumerate(paragraph):
            at = len(found)
            found.append((sentence, Place(sentence.first_words, (beside[number], beside[number + 2]), (run[at], run[at + 2]))))
    return found


def _runs(standing: list[tuple[Sentence, Place]]) -> dict[tuple[str, str, str, int], list[Sentence]]:
    """Return the like sentences that stand side by side, by what they say, what stands before and behind them, and how many they are.

    Once as they stand in the text, once as they stand in their paragraph; those that tell nothing apart are left out.
    """
    found: dict[tuple[str, str, str, int], list[list[Sentence]]] = {}
    for words, group in itertools.groupby(standing, key=lambda one: [one[1].words, *(word.text for word in one[0].words)]):
        members = list(group)
        starts = [number for number, (_, place) in enumerate(members) if number == 0 or not place.beside[0]]
        pieces = [members[start:end] for start, end in zip(starts, [*starts[1:], len(members)], strict=True)]
        ends = [("in the text", members, members[0][1].in_run[0], members[-1][1].in_run[1])]
        ends += [("in the paragraph", piece, piece[0][1].beside[0], piece[-1][1].beside[1]) for piece in pieces]
        for where, some, before, behind in ends:
            if len(some) > 1:
                found.setdefault((where, words[0], f"{before}|{behind}", len(some)), []).append([sentence for sentence, _ in some])
    return {run: sentences[0] for run, sentences in found.items() if len(sentences) == 1}


def settle(text: Text, former: dict[int, Place], former_runs: dict[tuple[str, str, str, int], list[int]]) -> None:
    """Let a sentence be, of like ones, the one that stands where it stood. ``former`` holds the place of each, by its key.

    Whether it was doubled and then moved away, or stayed and was copied there, the two texts are the same. So they are whether it was
    removed and a look-alike put in its place, or rewritten; and whichever of three alike side by side was removed and doubled.
    """
    standing = _standing(text)
    runs = _runs(standing)
    present = {sentence.key for sentence, _ in standing}
    for run, keys in former_runs.items():
        # Those that are gone may be any of them; one that stands elsewhere is none.
        if run in runs and {sentence.key for sentence in runs[run]} - {None} == present & set(keys):
            for key, sentence in zip(keys, runs[run], strict=True):
                sentence.key = key
    places = {sentence.key: (sentence, place) for sentence, place in standing if sentence.key is not None}
    for key, first in former.items():
        one, place = places.get(key, (None, None))
        if place and place.is_of(first):
            continue
        for other, other_place in standing:
            is_free = other.key is None or not other_place.is_of(former[other.key])
            # The end of a paragraph alone is no place that two of them would have changed for.
            is_free &= other.key is None or other_place.in_run == first.in_run or (place is not None and place.is_of(former[other.key]))
            is_like = one is None or not any(word.is_changed for word in other.words)
            if other is not one and is_free and is_like and other_place.is_of(first):
                if one:
                    one.key = other.key
                places[other.key], other.key = (one, place), key
                places[key] = other, other_place
                break


# Edits of a whole text, for measuring only: nobody says where its words went.


def touch_all(text: Text, rng: random.Random) -> None:
    """Change a word in a sentence of each paragraph."""
    for paragraph in text:
        if paragraph:
            rng.choice(rng.choice(paragraph).words).text = rng.choice(_REWRITTEN)


def shuffle(text: Text, rng: random.Random) -> None:
    sentences = [sentence for paragraph in text for sentence in paragraph]
    rng.shuffle(sentences)
    text[:] = [sentences[at : at + 3] for at in range(0, len(sentences), 3)]


def replace_all(text: Text, rng: random.Random) -> None:
    text[:] = make_text(rng, sentences=sum(map(len, text)))


EDITS = {
    "typos mended": mend,
    "sentence moved": move,
    "sentence doubled on the spot": double_here,
    "sentence copied elsewhere": double_elsewhere,
    "sentence removed, a look-alike added": double_and_remove,
    "sentence rewritten": rewrite,
    "sentence removed": remove,
    "paragraphs reordered": reorder,
    "quotation marks and dashes exchanged": exchange_signs,
}


def make_edit(seed: int) -> Edit:
    """Return the edit of number ``seed``: always the same one. Each kind has its turn, alone or with one or two others."""
    rng = random.Random(seed)
    text = make_text(rng)
    marks = make_marks(text, rng)
    before, places = render(text)
    spans = [(places[mark.key][mark.first][0], places[mark.key][mark.last][1]) for mark in marks]
    standing = _standing(text)
    former = {sentence.key: place for sentence, place in standing}
    former_runs = {run: [sentence.key for sentence in sentences] for run, sentences in _runs(standing).items()}
    names = [list(EDITS)[seed % len(EDITS)], *rng.sample(list(EDITS), rng.choice([0, 0, 1, 2]))]
    for name in names:
        EDITS[name](text, rng)
    settle(text, former, former_runs)
    blanks = [" ", " ", " ", "\u00a0", "\u2009"] if names[0].startswith("quotation") else [" "]
    after, places = render(text, blank=lambda: rng.choice(blanks))
    words = {s.key: s.words for paragraph in text for s in paragraph if s.key is not None}
    truths = []
    for mark in marks:
        quoted = words.get(mark.key, [])[mark.first : mark.last + 1]
        if not quoted:
            truths.append(Truth("gone", None))
            continue
        span = (places[mark.key][mark.first][0], places[mark.key][mark.last][1])
        fate = "changed" if any(w.is_changed for w in quoted) else "mended" if any(w.is_mended for w in quoted) else "same"
        truths.append(Truth(fate, span))
    return Edit(before, after, spans, truths, names)
