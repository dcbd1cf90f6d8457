"""Near-duplicates: a few numbers that stand for a text, and the comparison that decides."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from heapq import nsmallest

from kzarchive.text import fold

WORDS_A_SHINGLE = 5
SKETCH_SIZE = 8
# Two texts that share this part of their shingles are shown to an editor as one text perhaps printed twice.
NEAR = 0.6
# Of a longer text (a book, say) only the smallest shingles are kept: a fair sample, in bounded memory.
MOST_SHINGLES = 20_000


def shingles(text: str) -> frozenset[int]:
    """Return a 63-bit number for each run of five words of ``text``, folded; a shorter text is one run."""
    words = re.findall(r"[^\W_]+", fold(text))
    if len(words) <= MOST_SHINGLES:
        return frozenset(_numbers(words))
    return frozenset(nsmallest(MOST_SHINGLES, _numbers(words)))


def _numbers(words: list[str]) -> Iterator[int]:
    for at in range(max(1, len(words) - WORDS_A_SHINGLE + 1) if words else 0):
        run = " ".join(words[at : at + WORDS_A_SHINGLE])
        yield int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest()) >> 1


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
