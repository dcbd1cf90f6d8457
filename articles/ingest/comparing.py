"""Whether two lines are one line printed twice."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from articles.ingest.remembering import remembered
from kzarchive.patterns import Pattern


@remembered
def comparable(line: str) -> str:
    """Return ``line`` as two printings of it are compared: case, blanks and marks at the ends aside.

    Turkish capitals tell a dotted from a dotless i by a dot that other languages do not set: both are one here.
    """
    folded = unicodedata.normalize("NFKC", line).casefold().replace("i\u0307", "i").replace("ı", "i")
    return " ".join(folded.split()).strip(" .:|-–—")


def is_repetition(first: str, second: str) -> bool:
    """Tell whether two lines are one line printed twice: alike, but for blanks and marks, for a letter, or for one word in six."""
    first, second = (comparable(line.replace("’", "'")) for line in (first, second))
    if first == second or _differ_by_a_slip(first, second):
        return bool(first)
    a, b = first.split(), second.split()
    if min(len(a), len(b)) < 6 or abs(len(a) - len(b)) > 1:
        return False
    same_start = _shared_start(a, b)
    same_end = _shared_start(a[same_start:][::-1], b[same_start:][::-1])
    # A number that differs makes another statement, not a slip.
    differing = a[same_start : len(a) - same_end] + b[same_start : len(b) - same_end]
    return same_start + same_end >= max(len(a), len(b)) - 1 and not any(char.isdigit() for char in "".join(differing))


def _shared_start(a: Sequence[str], b: Sequence[str]) -> int:
    """Return how many words or letters two lines have in common at their beginning."""
    return next((n for n, (one, other) in enumerate(zip(a, b, strict=False)) if one != other), min(len(a), len(b)))


def _differ_by_a_slip(first: str, second: str) -> bool:
    """Tell whether two lines differ in nothing but blanks and marks, or in one letter of a word of at least four."""
    if abs(len(first) - len(second)) > _MOST_MARKS_OF_A_SLIP or first[:1] != second[:1]:
        return False
    a, b = (_NO_LETTER.sub("", line) for line in (first, second))
    if len(a) < _LEAST_LETTERS_OF_A_LINE or a == b:
        return a == b and len(a) >= _LEAST_LETTERS_OF_A_LINE
    start = _shared_start(a, b)
    end = _shared_start(a[start:][::-1], b[start:][::-1])
    differing = a[start : len(a) - end] + b[start : len(b) - end]
    if len(a) - start - end > 1 or len(b) - start - end > 1 or not differing.isalpha():
        return False
    words, others = first.split(), second.split()
    return len(words) == len(others) and all(one == other or min(len(one), len(other)) >= 4 for one, other in zip(words, others, strict=True))


_NO_LETTER = Pattern(r"[\W_]+")
_LEAST_LETTERS_OF_A_LINE = 12
_MOST_MARKS_OF_A_SLIP = 6
