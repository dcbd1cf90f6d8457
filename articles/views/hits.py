"""Articles found, as lines of a list: the searched words marked in their titles and in what may be shown of their texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

from django.db.models import Case, F, QuerySet, Value, When
from django.db.models.functions import Left
from django.urls import reverse

from articles import rights
from articles.models import Article, Contribution
from articles.search import Search
from articles.search.marking import Excerpt, Marker
from kzarchive.prepared import Prepared

from .record import heading_of
from .wording import date_in_words, language_in_words

# A longer text is searched to its end, but its excerpts are taken from its beginning.
LONGEST_SEEN = 100_000  # characters
ABSTRACT_WORDS = 40
_LABEL_CHARACTERS = 300

# Rows and not records: twenty of these would cost more than the search.
_COLUMNS = ("pk", "pid", "title", "publication__title", "published_on", "language", "access", "rights", "is_demo", "abstract")


@dataclass(frozen=True)
class Hit:
    """One article of a list of results. ``address`` asks its page to mark the same words; ``facts`` are what else is said of it."""

    pk: int
    address: str
    title: Excerpt
    is_label: bool
    language_tag: str | None
    authors: tuple[str, ...]
    publication: str | None
    published_on: str
    language: str | None
    shows_text: bool
    is_demo: bool
    excerpts: tuple[Excerpt, ...]
    is_abstract: bool


def hits_of(ids: Iterable[int], search: Search) -> list[Hit]:
    """Return a hit for each of ``ids`` that is a published article, in their order and in two queries."""
    ids = list(ids)
    if not ids:
        return []
    marker = Marker.of(search.query.root)
    query = f"?q={quote(search.query.text)}" if marker else ""
    authors: dict[int, list[str]] = {}
    for pk, name in _NAMES.rows(ids):
        authors.setdefault(pk, []).append(name)
    rows = _ROWS[bool(marker)].rows(ids)
    # Found once for all twenty: they differ in nothing but the identifier.
    before, behind = reverse("articles:detail", args=[rows[0][1]]).split(rows[0][1]) if rows else ("", "")
    made = {row[0]: _hit(row, f"{before}{row[1]}{behind}{query}", tuple(authors.get(row[0], ())), marker) for row in rows}
    return [made[pk] for pk in ids if pk in made]


def _rows(ids: list[int], *, is_marked: bool) -> QuerySet:
    """Return the columns of published articles, and of their texts what may be quoted from, or what a label needs."""
    seen = [Article.Access.FULL, Article.Access.EXCERPT] if is_marked else [Article.Access.FULL]
    quotable = Case(When(access__in=seen, then=Left(F("current__body"), LONGEST_SEEN if is_marked else _LABEL_CHARACTERS)), default=Value(""))
    return Article.objects.public().filter(pk__in=ids).order_by().values_list(*_COLUMNS, quotable)


def _names(ids: list[int]) -> QuerySet:
    return Contribution.objects.filter(article__in=ids).order_by("article", "position").values_list("article", "name")


_ROWS = {is_marked: Prepared(partial(_rows, is_marked=is_marked)) for is_marked in (True, False)}
_NAMES = Prepared(_names)


def _hit(row: tuple, address: str, authors: tuple[str, ...], marker: Marker) -> Hit:
    pk, _, title, publication, published_on, language, access, statement, is_demo, abstract, body = row
    heading = heading_of(title, seen="" if title else (body if access == Article.Access.FULL else abstract or "")[:_LABEL_CHARACTERS])
    excerpts = marker.excerpts(body, language, is_open=access == Article.Access.FULL) if body else []
    is_abstract = bool(marker and not excerpts and abstract)
    if is_abstract:
        excerpts = marker.excerpts(abstract, most=1) or [_beginning(abstract)]
    marks = tuple(marker.spans(heading.text, language))
    return Hit(
        pk=pk,
        address=address,
        title=Excerpt(0, len(heading.text), heading.text, marks, starts_within=False, ends_within=False),
        is_label=heading.is_label,
        language_tag=language,
        authors=authors,
        publication=publication,
        published_on=date_in_words(published_on) if published_on else "undated",
        language=language and language_in_words(language),
        shows_text=access == Article.Access.FULL and rights.allows_full_text(statement),
        is_demo=is_demo,
        excerpts=tuple(excerpts),
        is_abstract=is_abstract,
    )


def _beginning(text: str) -> Excerpt:
    words = text.split()
    shown = " ".join(words[:ABSTRACT_WORDS])
    return Excerpt(0, len(shown), shown, (), starts_within=False, ends_within=len(words) > ABSTRACT_WORDS)
