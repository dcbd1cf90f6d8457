"""What of an article is searched: for now its titles, as they are compared."""

from __future__ import annotations

from collections.abc import Iterable

from articles.models import Article

CHUNK = 500


def reindex() -> tuple[int, int]:
    """Derive the searched columns of every article again. Return how many were read and how many had to be mended."""
    seen = mended = last = 0
    while rows := list(Article.objects.filter(pk__gt=last).order_by("pk")[:CHUNK]):
        for article in rows:
            before = article.title_key
            article.prepare()
            if article.title_key != before:
                Article.objects.filter(pk=article.pk).update(title_key=article.title_key)
                mended += 1
        seen += len(rows)
        last = rows[-1].pk
    return seen, mended


def stale(articles: Iterable[Article]) -> list[str]:
    """Return the pids of those ``articles`` whose searched columns do not follow from their record."""
    pids = []
    for article in articles:
        before = article.title_key
        article.prepare()
        if article.title_key != before:
            pids.append(article.pid)
    return pids
