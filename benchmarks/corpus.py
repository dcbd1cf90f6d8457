"""Captures of generated prose: made-up words, as often repeated as those of real prose are (Zipf), the same for the same seed."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass

_STARTS = ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "kh", "sh", "tr", "st"]
_MIDDLES = ["a", "e", "i", "o", "u", "ai", "ya"]
_ENDS = ["", "", "n", "r", "l", "m", "k", "st", "ng"]
_NAMES = ["Kazakhstan", "Astana", "Russia", "China", "the European Union", "Tokayev", "Nazarbayev", "the Shanghai Cooperation Organization"]


@dataclass(frozen=True)
class Generated:
    """One capture: its file name, its bytes, and how many words its paragraphs have."""

    name: str
    data: bytes
    words: int


def vocabulary(size: int = 40_000, *, seed: int = 1) -> list[str]:
    """Return ``size`` different made-up words, the short ones first, as the frequent words of a language are short."""
    chance = random.Random(seed)
    syllables = ["".join(parts) for parts in itertools.product(_STARTS, _MIDDLES, _ENDS)]
    words: dict[str, None] = {}
    while len(words) < size:
        count = 1 + min(3, len(words) // 400)
        words["".join(chance.choice(syllables) for _ in range(chance.randint(1, count)))] = None
    return list(words)


def captures(count: int, *, seed: int = 1) -> Iterator[Generated]:
    """Yield ``count`` captures of about 300 words, with a title, a by-line and a date, and names of the starter authority file."""
    chance = random.Random(seed)
    words = vocabulary()
    weights = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(len(words))))
    for number in range(count):
        length = max(60, int(chance.lognormvariate(5.6, 0.5)))
        drawn = chance.choices(words, cum_weights=weights, k=length)
        paragraphs = []
        while drawn:
            size = chance.randint(35, 90)
            paragraph, drawn = drawn[:size], drawn[size:]
            paragraph[len(paragraph) // 2 : len(paragraph) // 2] = [chance.choice(_NAMES)]
            paragraphs.append(" ".join(paragraph).capitalize() + ".")
        title = " ".join(chance.choices(words, cum_weights=weights, k=7)).title()
        author = f"{chance.choice(words[300:900]).title()} {chance.choice(words[900:3000]).title()}"
        day = f"{chance.randint(1, 28)} {chance.choice(['January', 'March', 'May', 'July', 'October'])} {chance.randint(1992, 2025)}"
        text = f"{title}\n\nBy {author}\n\n{day}\n\n" + "\n\n".join(paragraphs) + "\n"
        yield Generated(f"{number:07}.txt", text.encode(), length)
