"""Near-duplicates: a few numbers that stand for a text, and the comparison that decides."""

from __future__ import annotations

import hashlib
import re
from collections import deque
from collections.abc import Iterable, Iterator
from heapq import nsmallest
from itertools import chain, islice

from kzarchive.text import fold, pieces

WORDS_A_SHINGLE = 5
SKETCH_SIZE = 8
# Two texts that share this part of their shingles are shown to an editor as one text perhaps printed twice.
NEAR = 0.6
# Of a longer text (a book, say) only the smallest shingles are kept: a fair sample, in bounded memory.
MOST_SHINGLES = 20_000
_WORD = re.compile(r"[^\W_]+")


def shingles(text: str) -> frozenset[int]:
    """Return a 63-bit number for each run of five words of ``text``, folded; a shorter text is one run."""
    numbers = _numbers(_words(text))
    first = list(islice(numbers, MOST_SHINGLES))
    return frozenset(first) if len(first) < MOST_SHINGLES else frozenset(nsmallest(MOST_SHINGLES, chain(first, numbers)))


def _words(text: str) -> Iterator[str]:
    for piece in pieces(text):
        yield from _WORD.findall(fold(piece))


def _numbers(words: Iterator[str]) -> Iterator[int]:
    run = deque(islice(words, WORDS_A_SHINGLE), maxlen=WORDS_A_SHINGLE)
    if not run:
        return
    yield _number(run)
    for word in words:
        run.append(word)
        yield _number(run)


def _number(run: Iterable[str]) -> int:
    return int.from_bytes(hashlib.blake2b(" ".join(run).encode(), digest_size=8).digest()) >> 1


def sketch(numbers: Iterable[int]) -> list[int]:
    """Return the smallest of ``numbers``: texts that share most of their shingles share most of these."""
    return sorted(numbers)[:SKETCH_SIZE]


def resemblance(one: frozenset[int], other: frozenset[int]) -> float:
    """Return how much of two sets of shingles is shared, 0 to 1 (Jaccard; estimated where one of them is a sample)."""
    if not one or not other:
        return 0.0
    if max(len(one), len(other)) < MOST_SHINGLES:
        return len(one & other) / len(one | other)
    sample = set(nsmallest(min(len(one), len(other)), one | other))
    return len(sample & one & other) / len(sample)
