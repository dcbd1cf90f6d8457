"""Functions of a line that many rules ask about the same lines remember what they answered."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

_MOST_LINES = 4096
_LONGEST_LINE = 400  # what is remembered of pages must not grow with their lines
_Answer = TypeVar("_Answer")


def remembered(function: Callable[[str], _Answer]) -> Callable[[str], _Answer]:
    """Let ``function``, whose answer follows from the line alone and cannot be changed, remember it for the lines last asked about.

    Of a page that came in nothing but short lines stays in memory, and of them the last few thousand.
    """
    kept = lru_cache(_MOST_LINES)(function)

    @wraps(function)
    def ask(line: str) -> _Answer:
        return kept(line) if len(line) <= _LONGEST_LINE else function(line)

    return ask
