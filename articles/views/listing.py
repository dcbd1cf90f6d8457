"""Articles as lines of a list, in stretches that cost the same wherever in the list they stand."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from django.db.models import Case, Q, Value, When
from django.db.models.functions import Left

from articles.models import Article, ArticleQuerySet, TaggedEntityQuerySet

from .answers import NotHere
from .record import Heading, heading_of
from .wording import date_in_words, language_in_words

LINES = 25
MOST_YEARS = 60
_LISTS = {
    "articles": ("Articles", "articles:list"),
    "publications": ("Publications", "articles:publications"),
    "authors": ("Authors", "articles:authors"),
    "topics": ("Topics", "articles:topics"),
    "entities": ("Entities", "entities:list"),
}
_LABEL_CHARACTERS = 300


@dataclass(frozen=True)
class Line:
    """One article in a list."""

    address: str
    heading: Heading
    subtitle: str | None
    authors: tuple[str, ...]
    publication: str | None
    publication_address: str | None
    published_on: str | None
    language_tag: str | None
    language: str | None
    shows_text: bool
    is_demo: bool


@dataclass(frozen=True)
class Stretch:
    """Some lines of a list, newest first, undated ones after all others; ``following`` names the last where more follow."""

    dated: list[Line] = field(default_factory=list)
    undated: list[Line] = field(default_factory=list)
    following: str | None = None


def lines_of(articles: ArticleQuerySet) -> list[Line]:
    """Return a line for each of ``articles``, in their order and in a fixed number of queries."""
    return [_line(article) for article in _rows(articles)]


def _rows(articles: ArticleQuerySet) -> ArticleQuerySet:
    # Only an untitled article needs words for its label, and only such as the public may read.
    seen = Case(
        When(title__isnull=False, then=Value("")),
        When(access=Article.Access.FULL, then=Left("current__body", _LABEL_CHARACTERS)),
        default=Left("abstract", _LABEL_CHARACTERS),
    )
    return articles.for_listing().annotate(seen=seen)


def _line(article: Article) -> Line:
    return Line(
        address=article.get_absolute_url(),
        heading=heading_of(article.title, seen=article.seen),
        subtitle=article.subtitle,
        authors=tuple(contribution.name for contribution in article.contributions.all()),
        publication=article.publication and article.publication.title,
        publication_address=article.publication and article.publication.get_absolute_url(),
        published_on=article.published_on and date_in_words(article.published_on),
        language_tag=article.language,
        language=article.language and language_in_words(article.language),
        shows_text=article.shows_text,
        is_demo=article.is_demo,
    )


def browse(here: str) -> list[tuple[str, str, bool]]:
    """Return the lists a reader may go through, as (title, name of the address, whether it is ``here``)."""
    return [(title, name, key == here) for key, (title, name) in _LISTS.items()]


def of_year(articles: ArticleQuerySet, year: int) -> ArticleQuerySet:
    """Return those of ``articles`` that stand in ``year`` in the order of a list: an interval in the year it ends."""
    return articles.filter(sort_day__gte=dt.date(year, 1, 1), sort_day__lte=dt.date(year, 12, 31), published_latest__isnull=False)


def years_of(articles: ArticleQuerySet) -> list[int]:
    """Return the years from the last that ``articles`` have to the first, all between included, in two queries by the index."""
    dated = articles.filter(sort_day__gt=dt.date.min).values_list("sort_day", flat=True)
    last = dated.newest_first().first()
    first = dated.order_by("sort_day", "id").first()
    return list(range(last.year, first.year - 1, -1))[:MOST_YEARS] if last else []


def stretch_of(articles: ArticleQuerySet, *, before: str | None, size: int = LINES) -> Stretch:
    """Return ``size`` lines of ``articles``, newest first, from the one after the article with the pid ``before``.

    Raises NotHere where ``before`` names no article that was ever public.
    """
    if before:
        articles = articles.filter(_older_than(before))
    # The keys first, then their rows: joined in one query, SQLite began with the one publication and sorted its 100,000 articles.
    return _stretch(list(articles.newest_first().values_list("pk", flat=True)[: size + 1]), size)


def stretch_of_tagged(tags: TaggedEntityQuerySet, *, before: str | None, year: int | None = None, size: int = LINES) -> Stretch:
    """Return the same of the articles that bear ``tags``, those of one entity, by a walk along their own index: a join would sort them all."""
    if year:
        tags = tags.filter(public_day__gte=dt.date(year, 1, 1), public_day__lte=dt.date(year, 12, 31))
    if before:
        tags = tags.filter(_older_than(before, day="public_day", key="content_object"))
    return _stretch(list(tags.order_by("-public_day", "-content_object").values_list("content_object", flat=True)[: size + 1]), size)


def _stretch(keys: list[int], size: int) -> Stretch:
    rows = _rows_in_order(Article.objects.public(), keys[:size])
    return Stretch(
        dated=[_line(row) for row in rows if row.published_latest],
        undated=[_line(row) for row in rows if not row.published_latest],
        following=rows[-1].pid if rows and len(keys) > size else None,
    )


def _older_than(pid: str, *, day: str = "sort_day", key: str = "id") -> Q:
    """Return the condition that an article comes after the one with ``pid``, by the columns that hold its day and its key."""
    # A withdrawn article still marks its place: a link kept from before leads on.
    known = Article.objects.public() | Article.objects.tombstones()
    place = known.filter(pid=pid[:20]).values_list("sort_day", "id", "published_latest").first()
    if place is None:
        raise NotHere("This part of the list is not there. Begin with its first entries.")
    on, at, latest = place
    if latest is None:
        return Q(**{day: on, f"{key}__lt": at})
    # The first condition is what an index can seek; the second only parts the articles of one day.
    return Q(**{f"{day}__lte": on}) & (Q(**{f"{day}__lt": on}) | Q(**{f"{key}__lt": at}))


def _rows_in_order(articles: ArticleQuerySet, ids: list[int]) -> list[Article]:
    rows = {row.pk: row for row in _rows(articles.filter(pk__in=ids))}
    return [rows[pk] for pk in ids if pk in rows]
