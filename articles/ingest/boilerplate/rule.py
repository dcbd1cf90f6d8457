"""What a rule of boilerplate is, and what rules ask of the text around a line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from articles.ingest.page import Page


@dataclass(frozen=True)
class Rule:
    """One class of boilerplate: its name, how its first line can begin, and how many lines it takes from there (0: none)."""

    name: str
    opens: str
    take: Callable[[Page, int, str], int]


def is_below_text(page: Page, i: int) -> bool:
    """Tell whether running text stands close above line ``i``."""
    return any(page.is_prose(k) for k in range(max(0, i - 40), i))


def has_much_text_below(page: Page, i: int) -> bool:
    """Tell whether the text goes on below line ``i``: three paragraphs or more that no rule has taken and that speak to no reader."""
    return sum(page.is_prose(k, least_words=15) and k not in page.removed for k in range(i + 1, min(page.count, i + 12))) >= 3
