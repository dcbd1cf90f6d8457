"""What differs between two texts, block by block and word by word; nothing is left out of either."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

# Beyond these the comparison, whose cost grows with the square, gives way to one that says "all of this for all of that".
MOST_BLOCKS = 2_000
MOST_WORDS = 4_000
# Two blocks that share this part of their words are one block, changed; with less they are one gone and another new.
ALIKE = 0.4

_WORDS = re.compile(r"\s*\S+|\s+$")

Kind = Literal["same", "gone", "new"]


@dataclass(frozen=True)
class Stretch:
    """Words that stand in both texts, or in one of them."""

    kind: Kind
    text: str


@dataclass(frozen=True)
class Block:
    """One block of either text: ``same``, ``gone``, ``new``, or ``changed`` with stretches of all three kinds."""

    kind: Literal["same", "gone", "new", "changed"]
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True)
class Skipped:
    """So many blocks that are the same in both."""

    count: int


def difference(before: str, after: str) -> list[Block]:
    """Return the blocks of ``before`` and ``after``, parted by blank lines, in order: what is gone stands before what came in its place.

    The stretches that are not ``new`` give ``before`` again, those not ``gone`` give ``after`` (blocks joined by a blank line).
    """
    old, new = _blocks(before), _blocks(after)
    found: list[Block] = []
    for kind, a, b in _runs(old, new, MOST_BLOCKS):
        if kind == "same":
            found += [Block("same", (Stretch("same", text),)) for text in a]
        else:
            found += _paired(list(a), list(b))
    return found


def shortened(blocks: Sequence[Block], *, around: int = 1) -> list[Block | Skipped]:
    """Return ``blocks`` with long runs of equal ones counted in their place, all but ``around`` of them beside each difference."""
    near = {at + step for at, block in enumerate(blocks) if block.kind != "same" for step in range(-around, around + 1)}
    found: list[Block | Skipped] = []
    for at, block in enumerate(blocks):
        if at in near or block.kind != "same":
            found.append(block)
        elif found and isinstance(found[-1], Skipped):
            found[-1] = Skipped(found[-1].count + 1)
        else:
            found.append(Skipped(1))
    return found


def words_between(before: str, after: str) -> tuple[Stretch, ...]:
    """Return the words of two short texts, such as titles, as stretches."""
    found: list[Stretch] = []
    for kind, a, b in _runs(_WORDS.findall(before), _WORDS.findall(after), MOST_WORDS):
        if kind == "same":
            found.append(Stretch("same", "".join(a)))
        else:
            found += [Stretch(side, "".join(words)) for side, words in (("gone", a), ("new", b)) if words]
    return tuple(found)


def _blocks(text: str) -> list[str]:
    return text.split("\n\n") if text else []


def _runs(old: Sequence[str], new: Sequence[str], most: int) -> Iterator[tuple[str, Sequence[str], Sequence[str]]]:
    """Yield (same or other, run of ``old``, run of ``new``) that together are both sequences."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    if start:
        yield "same", old[:start], new[:start]
    middle_old, middle_new = old[start : len(old) - end], new[start : len(new) - end]
    if len(middle_old) > most or len(middle_new) > most:
        yield "other", middle_old, middle_new
    elif middle_old or middle_new:
        for tag, a, b, c, d in SequenceMatcher(None, middle_old, middle_new, autojunk=False).get_opcodes():
            yield "same" if tag == "equal" else "other", middle_old[a:b], middle_new[c:d]
    if end:
        yield "same", old[len(old) - end :], new[len(new) - end :]


def _paired(old: list[str], new: list[str]) -> Iterator[Block]:
    """Yield blocks that differ: one of ``old`` and one of ``new`` as one, changed, where enough of their words are shared, in order."""
    while old and new:
        at = next((place for place, text in enumerate(new[:5]) if _are_alike(old[0], text)), None)
        if at is None:
            yield Block("gone", (Stretch("gone", old.pop(0)),))
            continue
        for text in new[:at]:
            yield Block("new", (Stretch("new", text),))
        yield Block("changed", words_between(old.pop(0), new[at]))
        del new[: at + 1]
    yield from (Block("gone", (Stretch("gone", text),)) for text in old)
    yield from (Block("new", (Stretch("new", text),)) for text in new)


def _are_alike(one: str, other: str) -> bool:
    words, others = set(one.split()), set(other.split())
    return len(words & others) >= ALIKE * max(len(words | others), 1)
