"""The forms a name takes in a sentence: Russian cases, Kazakh cases, the plural; by word, without a dictionary. Pure."""

from __future__ import annotations

import itertools
from functools import lru_cache

# A shorter word (Си, Ху) is looked for as it is: with an ending it could be any other.
SHORTEST_INFLECTED = 3
SHORTEST_WITH_PLURAL = 4  # Latin letters

NONE = frozenset({""})

# Russian, by what the word ends in: how much of it is ending, and every ending it may have in the place of that.
# Written as compared, ё as е. A word of two readings (Семипалатинский: adjective; Каспий: noun) has the endings of both.
_RUSSIAN: tuple[tuple[tuple[str, ...], int, str], ...] = (
    (("ия", "ья"), 1, "я и ю ей ею й ям ями ях"),
    (("ая",), 2, "ая ой ую ою"),
    (("яя",), 2, "яя ей юю ею"),
    (("а",), 1, "а ы и е у ой ою ей"),
    (("я",), 1, "я и е ю ей ею"),
    (("ые",), 2, "ые ых ым ыми"),
    (("ие",), 2, "ие ия ию ием ии их им ими"),
    (("ое",), 2, "ое ого ому ым им ом"),
    (("ее",), 2, "ее его ему им ем"),
    (("о",), 1, "о а у ом е"),
    (("е",), 1, "е я ю ем и"),
    (("ий",), 2, "ий ия ию ием ии ого его ому ему им ом ем"),
    (("ый",), 2, "ый ого ому ым ом"),
    (("ой",), 2, "ой ого ому ым ом"),
    (("й",), 1, "й я ю ем е"),
    (("ь",), 1, "ь я ю ем е и ью"),
    (("ы",), 1, "ы ов ам ами ах"),
    (("и",), 1, "и й ев ям ями ях ам ами ах"),
    (("ов", "ев", "ин", "ын"), 0, " а у ым ом е ы ых ыми"),
    (tuple("бвгдзйклмнпрстфхжцчшщ"), 0, " а у ом ем е"),
)

# Kazakh sets its endings after the whole name: plural, possessor, case, and the case turned into an attribute (Қазақстандағы).
_KAZAKH_PLURALS = ("", "лар", "лер", "дар", "дер", "тар", "тер")
_KAZAKH_CASES = (
    "ның", "нің", "дың", "дің", "тың", "тің", "ға", "ге", "қа", "ке", "ны", "ні", "ды", "ді", "ты", "ті", "да", "де", "та", "те", "дан", "ден",
    "тан", "тен", "нан", "нен", "мен", "бен", "пен", "дағы", "дегі", "тағы", "тегі",
)  # fmt: skip
# After a word that already names its possessor (Университеті) some cases are others; after any other word they would make россияне of Россия.
_AFTER_POSSESSOR = ("на", "не", "н", "нда", "нде", "ндағы", "ндегі")
_KAZAKH_POSSESSORS = ("ы", "і", "сы", "сі")

KAZAKH = frozenset(
    {plural + case for plural, case in itertools.product(_KAZAKH_PLURALS, ("", *_KAZAKH_CASES))}
    | {possessor + case for possessor, case in itertools.product(_KAZAKH_POSSESSORS, ("", *_KAZAKH_CASES, *_AFTER_POSSESSOR))}
)
KAZAKH_AFTER_POSSESSOR = KAZAKH | frozenset(_AFTER_POSSESSOR)
_ACRONYM = frozenset({"", "а", "у", "ом", "е"})
_ACRONYM_AT_THE_END = _ACRONYM | KAZAKH
_FOR_Y = frozenset({"ies"})
PLURAL = frozenset({"", "s", "es"})
LONGEST_ENDING = max(map(len, KAZAKH))
# The same endings in the Latin alphabets of 2018 and 2021 and in what people type, as compared: without marks.
KAZAKH_LATIN = frozenset(
    plural + case
    for plural in ("", "lar", "ler", "dar", "der", "tar", "ter")
    for case in (
        "", "nyn", "nin", "dyn", "din", "tyn", "tin", "ga", "ge", "gha", "ghe", "qa", "ke", "ny", "ni", "dy", "di", "ty", "ti", "da", "de", "ta",
        "te", "dan", "den", "tan", "ten", "nan", "nen", "men", "ben", "pen", "dagy", "degi", "tagy", "tegi", "nyng", "ning", "dyng", "ding", "tyng",
        "ting",
    )
)  # fmt: skip
LONGEST_LATIN_ENDING = max(map(len, KAZAKH_LATIN))


@lru_cache(maxsize=256)
def _endings(written: str, *, with_kazakh: bool = False) -> frozenset[str]:
    # Made once: a hundred thousand names share some forty of these sets.
    endings = frozenset(written.split(" "))
    return endings | KAZAKH if with_kazakh else endings


def forms(word: str, *, is_last: bool, is_acronym: bool = False, is_kazakh_latin: bool = False) -> list[tuple[str, frozenset[str]]]:
    """Return how ``word`` of a name, folded, may stand in a text: pairs of a stem and the endings it may have.

    Kazakh endings and the plural are set after the last word of a name only; an acronym takes none but the Russian
    ones (МИДа). The word itself is always among the forms.
    """
    if len(word) < SHORTEST_INFLECTED or not word.isalpha():
        return [(word, NONE)]
    if is_cyrillic(word):
        if is_acronym:
            return [(word, _ACRONYM_AT_THE_END if is_last else _ACRONYM)]
        return _cyrillic_forms(word, is_last)
    if is_last and is_kazakh_latin and not is_acronym:
        return [(word, KAZAKH_LATIN)]
    if is_last and not is_acronym and word.isascii() and len(word) >= SHORTEST_WITH_PLURAL and word[-1] != "s":
        singular = [(word, PLURAL)]
        return [*singular, (word[:-1], _FOR_Y)] if word[-1] == "y" and word[-2] not in "aeiou" else singular
    return [(word, NONE)]


def _cyrillic_forms(word: str, is_last: bool) -> list[tuple[str, frozenset[str]]]:
    found = [(word, KAZAKH_AFTER_POSSESSOR if word[-1] in "ыі" else KAZAKH)] if is_last else [(word, NONE)]
    for ends, length, written in _RUSSIAN:
        if word.endswith(ends):
            if length == 0:
                return [(word, _endings(written, with_kazakh=is_last))]
            stem = word[: len(word) - length]
            return [*found, (stem, _endings(written))] if len(stem) > 1 else found
    return found


def is_cyrillic(word: str) -> bool:
    """Whether ``word`` begins with a Cyrillic letter."""
    return "\u0400" <= word[:1] <= "\u052f"
