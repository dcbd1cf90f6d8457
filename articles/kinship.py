"""Whether two claims seem to speak of one thing, and why: what an editor is asked about; pure.

Look-alikes are kept apart. Two claims about formats, bodies or agreements that are not the same ones are no pair, however alike
their words; and what was initialled in one year and signed in another does not conflict.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal

from kzarchive.patterns import Pattern
from kzarchive.text import fold

_ALIKE = 0.5
_NEARLY_THE_SAME = 0.75
_WORD = Pattern(r"\w+")
_SMALL = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "and",
        "or",
        "is",
        "was",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "by",
        "with",
        "from",
        "as",
        "that",
        "this",
        "its",
        "it",
        "his",
        "her",
        "their",
        "в",
        "на",
        "и",
        "с",
        "по",
        "о",
        "об",
        "от",
        "до",
        "для",
        "из",
        "что",
        "как",
        "не",
        "к",
        "у",
        "был",
        "была",
        "было",
        "были",
    ]
)
# Steps of one matter that follow one another: each has its own day.
_STEPS = [
    "propos", "announc", "initial", "sign", "ratif", "entered into force", "approv", "adopt", "publish", "elect", "inaugurat", "open", "clos",
    "appoint", "resign", "парафир", "подпис", "ратифиц", "утверд", "избра", "открыт", "закры",
]  # fmt: skip


@dataclass(frozen=True)
class Facts:
    """What is compared of a claim. ``entities`` are the slugs it is about, ``particular`` those among them that are no states or places."""

    restatement: str
    entities: frozenset[str] = frozenset()
    particular: frozenset[str] = frozenset()
    subject: str | None = None
    measured: str = ""
    value: str | None = None
    number: Decimal | None = None
    unit: str | None = None
    days: tuple[dt.date, dt.date] | None = None


def kinship(one: Facts, other: Facts) -> tuple[str, list[tuple[str, str]]] | None:
    """Return what the two may be to one another and what made it seem so, as (reason, detail) pairs; None where nothing does."""
    if one.particular and other.particular and not one.particular & other.particular:
        return None
    shared = sorted(one.entities & other.entities)
    if one.measured and one.measured == other.measured and (one.subject == other.subject or shared):
        return _of_quantities(one, other, shared)
    if not shared:
        return None
    words, others = _words(one.restatement), _words(other.restatement)
    alike = len(words & others) / len(words | others) if words | others else 0.0
    if alike < _ALIKE:
        return None
    reasons = [("shared entities", ", ".join(shared)), ("near-same restatement", f"{alike:.0%} of the words")]
    steps, other_steps = _steps(one.restatement), _steps(other.restatement)
    if steps != other_steps and steps and other_steps:
        return "refines", [*reasons, ("different steps", f"{', '.join(sorted(steps))} / {', '.join(sorted(other_steps))}")]
    if one.days and other.days and one.days != other.days:
        if _overlap(one.days, other.days):
            return "refines", [*reasons, ("dates of different precision", "")]
        return "conflicts with", [*reasons, ("different dates", f"{one.days[0]} / {other.days[0]}")]
    if _numbers(one.restatement) != _numbers(other.restatement):
        return "conflicts with", [*reasons, ("different numbers", "")]
    return ("repeats" if alike >= _NEARLY_THE_SAME else "corroborates"), reasons


def _of_quantities(one: Facts, other: Facts, shared: list[str]) -> tuple[str, list[tuple[str, str]]] | None:
    reasons = [("same property", one.measured)] + ([("shared entities", ", ".join(shared))] if shared else [])
    if (one.unit or "").casefold() != (other.unit or "").casefold() and one.unit and other.unit:
        return None
    is_same = one.number == other.number if one.number is not None and other.number is not None else fold(one.value or "") == fold(other.value or "")
    if is_same:
        return "corroborates", [*reasons, ("same value", one.value or "")]
    if one.days and other.days and not _overlap(one.days, other.days):
        return None  # a figure of another year is no conflict
    return "conflicts with", [*reasons, ("different values", f"{one.value} / {other.value}")]


def _overlap(one: tuple[dt.date, dt.date], other: tuple[dt.date, dt.date]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _words(text: str) -> set[str]:
    return {word for word in _WORD.findall(fold(text)) if word not in _SMALL}


def _numbers(text: str) -> set[str]:
    return set(re.findall(r"[0-9]+", text))


def _steps(text: str) -> set[str]:
    folded = fold(text)
    return {step for step in _STEPS if re.search(rf"\b{step}", folded)}
