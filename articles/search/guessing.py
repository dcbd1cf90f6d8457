"""Words that may have been meant where those typed find nothing; pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from kzarchive.text import alternatives, fold, tokens

SHORTEST = 4  # letters of a word that is guessed at
MOST_GUESSED = 4  # words of a query
MOST_TRIED = 3  # queries

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі"


def guesses(text: str, known: Callable[[list[str]], Mapping[str, int]]) -> Iterator[str]:
    """Yield ``text`` with each word that no text has replaced by one that differs in a single letter, the likeliest first.

    ``known`` tells which of some terms stand in a text, and in how many.
    """
    words = [token for token in tokens(text) if not text[: token.start].rstrip().endswith(("-", ":"))]
    terms = {token: alternatives(text[token.start : token.end]) for token in words}
    there = known(sorted({term for found in terms.values() for term in found}))
    unknown = [token for token in words if not any(term in there for term in terms[token])]
    if not unknown or len(unknown) > MOST_GUESSED:
        return
    replacements = []
    for token in unknown:
        word = fold(text[token.start : token.end])
        if len(word) < SHORTEST or not word.isalpha():
            return
        readings = {edited: alternatives(edited) for edited in edits(word)}
        counts = known(sorted({term for found in readings.values() for term in found}))
        ranked = sorted(
            (-max((counts.get(term, 0) for term in found), default=0), edited)
            for edited, found in readings.items()
            if any(t in counts for t in found)
        )
        if not ranked:
            return
        replacements.append((token, [edited for _, edited in ranked[:MOST_TRIED]]))
    for choice in range(MOST_TRIED):
        if choice and all(choice >= len(candidates) for _, candidates in replacements):
            return
        yield _replaced(text, [(token, candidates[min(choice, len(candidates) - 1)]) for token, candidates in replacements])


def edits(word: str) -> list[str]:
    """Return what ``word`` becomes by two letters changing places, a letter left out, another or one more, in the letters of its script."""
    letters = _LATIN if word.isascii() else _CYRILLIC
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    found = dict.fromkeys(left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1)
    found |= dict.fromkeys(left + right[1:] for left, right in cuts if right)
    found |= dict.fromkeys(left + letter + right for left, right in cuts for letter in letters)
    found |= dict.fromkeys(left + letter + right[1:] for left, right in cuts if right for letter in letters)
    found.pop(word, None)
    return list(found)


def _replaced(text: str, replacements: Sequence[tuple]) -> str:
    for token, word in sorted(replacements, reverse=True):
        text = text[: token.start] + word + text[token.end :]
    return text
