"""Texts full of look-alikes, and seeded edits of them that know where every word went: what re-anchoring is judged by.

A text is paragraphs of sentences of words. An edit moves, doubles, rewrites, removes, mends or resets them and
keeps hold of each word, so that where a quotation truly stands afterwards is never a matter of opinion.
"""

from __future__ import annotations

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
    """Words in their order. A copy made by an edit has no ``key``: no mark is on it."""

    words: list[Word]
    key: int | None = None
    is_copied: bool = False


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
    return Sentence([Word(word.text, word.right) for word in sentence.words])


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
    rng.choice(copy.words).text = rng.choice(_REWRITTEN)
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
    names = [list(EDITS)[seed % len(EDITS)], *rng.sample(list(EDITS), rng.choice([0, 0, 1, 2]))]
    for name in names:
        EDITS[name](text, rng)
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
