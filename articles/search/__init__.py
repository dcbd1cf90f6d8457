"""Finding published articles by words: what every page and form of a search asks.

``find`` looks at titles. Whatever looks at more, or looks elsewhere, keeps its arguments and its answer.
"""

from __future__ import annotations

from dataclasses import dataclass

from articles.models import Article

LONGEST_QUERY = 200  # characters


@dataclass(frozen=True)
class Results:
    """Primary keys of articles that the public may see, in the order to be shown, and whether more follow them."""

    ids: tuple[int, ...]
    has_more: bool


def find(words: str, *, offset: int, limit: int) -> Results:
    """Return the articles with every one of ``words`` in a title, newest first, ``limit`` of them from ``offset`` on."""
    if not words.strip():
        return Results((), has_more=False)
    found = Article.objects.public().titled(words).newest_first().values_list("pk", flat=True)[offset : offset + limit + 1]
    ids = tuple(found)
    return Results(ids[:limit], has_more=len(ids) > limit)
