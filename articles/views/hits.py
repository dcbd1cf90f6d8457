"""Articles found, as lines of a list: the searched words marked in their titles and in what may be shown of their texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from django.db.models import Case, F, Value, When
from django.db.models.functions import Left

from articles.models import Article
from articles.search import Search
from articles.search.marking import Excerpt, Marker

from .listing import Line, in_order

# A longer text is searched to its end, but its excerpts are taken from its beginning.
LONGEST_SEEN = 100_000  # characters
ABSTRACT_WORDS = 40


@dataclass(frozen=True)
class Hit:
    """One article of a list of results. ``address`` asks its page to mark the same words."""

    line: Line
    address: str
    title: Excerpt
    excerpts: tuple[Excerpt, ...]
    is_abstract: bool


def hits_of(ids: Iterable[int], search: Search) -> list[Hit]:
    """Return a hit for each of the published articles ``ids``, in their order and in a fixed number of queries."""
    ids = list(ids)
    marker = Marker.of(search.query.root)
    seen = {row[0]: row[1:] for row in _texts(ids)} if marker else {}
    made = []
    for line, pk in zip(in_order(Article.objects.public(), ids), ids, strict=True):
        access, abstract, language, body = seen.get(pk, ("", "", None, ""))
        excerpts = marker.excerpts(body, language, is_open=access == Article.Access.FULL) if body else []
        is_abstract = not excerpts and bool(abstract)
        if is_abstract:
            excerpts = marker.excerpts(abstract, most=1) or [_beginning(abstract)]
        query = f"?q={quote(search.query.text)}" if marker else ""
        made.append(Hit(line, f"{line.address}{query}", _marked(line.heading.text, marker, line.language_tag), tuple(excerpts), is_abstract))
    return made


def _texts(ids: list[int]) -> Iterator[tuple]:
    """Yield (primary key, access, abstract, language, text that may be quoted from) of published articles."""
    shown = Case(When(access__in=[Article.Access.FULL, Article.Access.EXCERPT], then=Left(F("current__body"), LONGEST_SEEN)), default=Value(""))
    yield from Article.objects.public().filter(pk__in=ids).values_list("pk", "access", "abstract", "language", shown)


def _marked(text: str, marker: Marker, language: str | None) -> Excerpt:
    return Excerpt(0, len(text), text, tuple(marker.spans(text, language)), starts_within=False, ends_within=False)


def _beginning(text: str) -> Excerpt:
    words = text.split()
    shown = " ".join(words[:ABSTRACT_WORDS])
    return Excerpt(0, len(shown), shown, (), starts_within=False, ends_within=len(words) > ABSTRACT_WORDS)
