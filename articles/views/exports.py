"""A search in other forms: a table, JSON, a feed. The same articles as the page lists, in the same order."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.template.loader import render_to_string
from django.urls import reverse

from articles.forms import LAST_PAGE, SearchForm
from articles.models import Article
from articles.search import Search, Sort, TooBroad, find
from kzarchive.http import public_page

from .answers import NotHere
from .facets import facets_of
from .record import heading_of
from .search import HITS, PATIENCE_SECONDS

MOST_ROWS = LAST_PAGE * HITS  # as many as the pages of results hold
CHUNK = 500
ENTRIES = 40

COLUMNS = (
    "address", "pid", "title", "title_romanised", "title_translated", "authors", "publication", "volume", "issue", "pages", "published_on",
    "published_basis", "language", "access", "rights", "source_url",
)  # fmt: skip
_LIVE = ("=", "+", "-", "@", "\t", "\r", "\n")


def in_time(view: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Let ``view`` answer 503 where its search takes too long, as the page of results does."""

    @wraps(view)
    def answer(request: HttpRequest) -> HttpResponse:
        try:
            return view(request)
        except TooBroad:
            return HttpResponse(
                "This search would take longer than anybody is kept waiting here: ask for less at once.\n", status=503,
                content_type="text/plain; charset=utf-8",
            )  # fmt: skip

    return answer


@public_page
@in_time
def search_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Send the articles found as a table, at most ``MOST_ROWS`` of them."""
    form = SearchForm(request.GET)
    ids = find(form.search, limit=MOST_ROWS, seconds=PATIENCE_SECONDS).ids
    response = StreamingHttpResponse(_lines(ids), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="kzarchive-search.csv"'
    return response


@public_page
@in_time
def search_json(request: HttpRequest) -> JsonResponse:
    """Send one page of the articles found, with their number and how they are spread."""
    form = SearchForm(request.GET)
    form.is_valid()
    if "page" in form.errors:
        raise NotHere(f"Pages of results are numbered from 1 to {LAST_PAGE}.")
    page = form.cleaned_data.get("page") or 1
    results = find(form.search, offset=(page - 1) * HITS, limit=HITS, seconds=PATIENCE_SECONDS)
    here = settings.SITE_URL + request.path
    has_more = results.total > page * HITS and page < LAST_PAGE
    return JsonResponse(
        {
            "query": form.search.query.text,
            "page_address": settings.SITE_URL + reverse("articles:search") + form.query_string(),
            "total": results.total,
            "page": page,
            "next": here + form.query_string(page=[str(page + 1)]) if has_more else None,
            "notes": [*form.notes, *results.notes],
            "also_searched": [{"typed": each.typed, "kind": each.kind, "name": each.label, "slug": each.slug} for each in results.also],
            "suggestion": results.suggestion,
            "facets": {
                facet.kind: [{"label": value.label, "count": value.count, "address": here + value.address} for value in facet.values]
                for facet in facets_of(form, results)
            },
            "results": [_row(article) for article in _articles(results.ids)],
        },
        json_dumps_params={"ensure_ascii": False},
    )


@public_page
@in_time
def search_feed(request: HttpRequest) -> HttpResponse:
    """Feed the newest of the articles found, by the day they were published here."""
    form = SearchForm(request.GET)
    asked = form.search
    search = Search(**{name: getattr(asked, name) for name in Search.__dataclass_fields__} | {"sort": Sort.NEWEST})
    articles = _articles(find(search, limit=ENTRIES, seconds=PATIENCE_SECONDS).ids)
    entries = sorted((_entry(article) for article in articles), key=lambda entry: entry["updated"], reverse=True)
    context = {
        "title": f"kzarchive: {asked.query.text}" if asked.query.text else "kzarchive: a search",
        "page": settings.SITE_URL + reverse("articles:search") + form.query_string(),
        "itself": settings.SITE_URL + request.path + form.query_string(),
        "entries": entries,
        "updated": entries[0]["updated"] if entries else "1991-12-16T00:00:00Z",
    }
    return HttpResponse(render_to_string("feeds/atom.xml", context), content_type="application/atom+xml; charset=utf-8")


def _articles(ids: Iterable[int]) -> list[Article]:
    ids = list(ids)
    rows = Article.objects.public().select_related("publication").prefetch_related("contributions").in_bulk(ids)
    return [rows[pk] for pk in ids if pk in rows]


def _row(article: Article) -> dict[str, Any]:
    return {
        **{name: getattr(article, name) for name in COLUMNS[3:5] + COLUMNS[7:]},
        "address": settings.SITE_URL + article.get_absolute_url(),
        "pid": article.pid,
        "title": article.title,
        "authors": [contribution.name for contribution in article.contributions.all()],
        "publication": article.publication and article.publication.title,
    }


def _lines(ids: Iterable[int]) -> Iterator[str]:
    """Yield the table in stretches, each read in queries of its own: an open one would keep writers out of SQLite."""
    ids = list(ids)
    yield _table([COLUMNS])
    for start in range(0, len(ids), CHUNK):
        rows = map(_row, _articles(ids[start : start + CHUNK]))
        yield _table([cell(row[name]) for name in COLUMNS] for row in rows)


def _table(rows: Iterable[Iterable[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def cell(value: str | list[str] | None) -> str:
    """Return ``value`` as a cell: several apart by semicolons; what a spreadsheet would take for a formula is made a word by an apostrophe."""
    text = "; ".join(value) if isinstance(value, list) else value or ""
    return f"'{text}" if text.startswith(_LIVE) else text


def _entry(article: Article) -> dict[str, object]:
    address = settings.SITE_URL + article.get_absolute_url()
    return {
        "id": address,
        "address": address,
        "title": heading_of(article.title, seen=article.abstract).in_a_tab,
        "updated": article.first_published_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "authors": [contribution.name for contribution in article.contributions.all()],
        "language": article.language,
        "rights": article.rights,
        "summary": article.abstract,
    }
