"""What an engine has to do, and the order in which hits stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from enum import IntEnum, StrEnum
from typing import Protocol

from articles.search.documents import Document, Part
from articles.search.query import Days, Node
from articles.search.results import Found


class Sort(StrEnum):
    """The order of hits. Where two are equal in it, the newer one stands first, then the one that came in later."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


class Tier(IntEnum):
    """Where all that was asked for stands together, best first. The archive's own tag stands for a name in the record."""

    TITLE = 1
    RECORD = 2
    TEXT = 3


UNDATED = 10_000_000  # later than any day


class TooBroad(Exception):
    """What was asked for would have taken longer than a reader was to wait."""


class Backend(Protocol):
    """Holds the words of documents. ``using`` is the alias of the database."""

    using: str

    def add(self, part: Part, documents: Iterable[Document]) -> None:
        """Enter ``documents``, none of which it holds yet."""

    def remove(self, part: Part, documents: Iterable[Document]) -> None:
        """Take out ``documents``, given word for word as they were entered."""

    def replace(self, part: Part, former: Iterable[Document], documents: Iterable[Document]) -> None:
        """Do both at once: take ``former`` out, enter ``documents``."""

    def clear(self, part: Part) -> None:
        """Take out everything."""

    def settle(self, part: Part) -> None:
        """Put the index in the order it is read fastest in, after much was entered."""

    def holds(self, part: Part, document: Document) -> bool:
        """Say whether it holds the words and the tokens of ``document``."""

    def count(self, part: Part) -> int:
        """Return how many documents it holds."""

    def find(self, part: Part, root: Node, days: Days, *, sort: Sort, limit: int, deadline: float | None = None) -> Found:
        """Return what satisfies ``root``: how many, their tags, and the first ``limit`` of them in the order of ``sort``.

        Raises TooBroad where that is not done by ``deadline``, a time of ``time.monotonic``.
        """

    def ids(self, part: Part, root: Node, days: Days) -> list[int]:
        """Return the primary keys of all that satisfies ``root``, in no order."""

    def execute(self, sql: str, parameters: Iterable = ()) -> list[tuple]:
        """Return the rows of a statement that is written in the archive's own code."""

    def watched(self, deadline: float | None) -> AbstractContextManager[None]:
        """Break off what runs at ``deadline``, a time of ``time.monotonic``, with TooBroad; where it is None, nothing."""

    def claims(self, columns: Sequence[str], expression: str) -> tuple[str, list]:
        """Return a statement, with its parameters, for the primary keys of the claims that have ``expression`` in ``columns`` together."""

    def enter_claims_anew(self) -> None:
        """Enter all claims anew, as their rows have them."""

    def known(self, part: Part, terms: Iterable[str], *, deadline: float | None = None) -> dict[str, int]:
        """Return those of ``terms`` that it holds in any text, with the number of their documents. Raises TooBroad as ``find`` does."""


def key_by_rank(tier: Tier, score: float, latest: int | None, pk: int) -> tuple:
    """Return the sorting key of a hit by relevance; the higher the ``score``, the better."""
    return (int(tier), -score, -(latest or 0), -pk)


def key_by_day(sort: Sort, latest: int | None, pk: int) -> tuple:
    """Return the sorting key of a hit by date; undated ones stand after all others, whichever way the others run."""
    if sort is Sort.OLDEST:
        return (UNDATED if latest is None else latest, pk)
    return (-(latest or 0), -pk)
