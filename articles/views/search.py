"""The search page: an address that can be kept, shared and asked again."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.forms import LAST_PAGE, SearchForm
from articles.search import LONGEST_QUERY, Sort, TooBroad, breadths, find
from kzarchive.http import public_page

from .facets import chips_of, facets_of
from .hits import hits_of

HITS = 20
PATIENCE_SECONDS = 0.7  # that the engine may take: with the rest of a page, nobody waits longer than one
_ORDERS = {Sort.RELEVANCE: "best first", Sort.NEWEST: "newest first", Sort.OLDEST: "oldest first"}


@public_page
def search(request: HttpRequest) -> HttpResponse:
    """Show what is found; a page of results that is not there is answered 404, with a way back to the first.

    What would take too long is answered 503, and says why: the same address may be answered when the archive is less busy, so
    that nobody is to keep this answer.
    """
    form = SearchForm(request.GET)
    form.is_valid()
    asked = form.search
    page = form.cleaned_data.get("page") or 1
    try:
        results = None if "page" in form.errors else find(asked, offset=(page - 1) * HITS, limit=HITS, seconds=PATIENCE_SECONDS)
    except TooBroad:
        return render(
            request,
            "articles/search.html",
            {
                **_asked(form),
                "breadths": breadths(asked.query.root),
                "in_order_of_date": form.query_string(sort=[Sort.NEWEST.value]) if asked.sort is Sort.RELEVANCE else "",
            },
            status=503,
        )
    is_missing = results is None or (page > 1 and not results.ids)
    has_more = not is_missing and results.total > page * HITS
    context = {**_asked(form), "is_missing": is_missing, "page": page}
    if not is_missing:
        hits = hits_of(results.ids, asked)
        undated = len(hits) if results.undated_from is None else results.undated_from
        context |= {
            "total": results.total,
            "hits": hits[:undated],
            "undated": hits[undated:],
            # A facet all of whose values lead to the very same list narrows nothing.
            "facets": [
                facet for facet in facets_of(form, results, whole=request.GET.get("all", "")) if any(v.count < results.total for v in facet.values)
            ],
            "also": results.also,
            "without_names": form.query_string(names=["off"]),
            "with_names": form.query_string(names=[]) if not asked.with_names else "",
            "missing": results.missing,
            "suggestion": results.suggestion and (results.suggestion, form.query_string(q=[results.suggestion])),
            "orders": [
                (label, form.query_string(sort=[] if sort is Sort.RELEVANCE else [sort.value]), sort is asked.sort) for sort, label in _ORDERS.items()
            ],
            "previous": form.query_string(page=[str(page - 1)] if page > 2 else []) if page > 1 else "",
            "following": form.query_string(page=[str(page + 1)]) if has_more and page < LAST_PAGE else "",
            "first": (page - 1) * HITS + 1,
            "last": (page - 1) * HITS + len(hits),
            "query_string": form.query_string(),
        }
    return render(request, "articles/search.html", context, status=404 if is_missing else 200)


def _asked(form: SearchForm) -> dict[str, object]:
    """Return what the page says of a search whatever was found."""
    asked = form.search
    return {
        "words": asked.query.text,
        "is_asked": not asked.is_empty,
        "is_cut": asked.query.is_cut,
        "longest": LONGEST_QUERY,
        "notes": [*form.notes, *asked.query.notes],
        "first_page": form.query_string(),
        "chips": chips_of(form),
        "kept": [(name, value) for name, values in form.parameters.items() if name != "q" for value in values],
        "last_page": LAST_PAGE,
    }
