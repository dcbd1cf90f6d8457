"""What a source is: the outlet, the words that name it, the day, and how it is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Cue = Literal["bracketed", "signed", "reported", "told", "printed"]


@dataclass(frozen=True, slots=True)
class InTextSource:
    """A source that a text names, and the words that name it.

    ``start`` and ``end`` are half-open and count code points of the text; the cue and the date lie within. ``outlet`` has no
    quotation marks and no word for what it is; ``published_on`` is EDTF or None, with the basis "stated", or "inferred" where the
    year is taken from the day of the article. ``cue`` says how the source is named: in brackets, by a signature or a label, as
    the one that reports, as the one that was told, or as where something was printed.
    """

    outlet: str
    published_on: str | None
    published_basis: Literal["stated", "inferred"] | None
    start: int
    end: int
    cue: Cue


@dataclass(frozen=True, slots=True)
class Name:
    """The name of an outlet in a text, word for its kind included; half-open code points."""

    outlet: str
    start: int
    end: int
