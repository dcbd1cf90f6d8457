"""The search page: an address that can be kept, shared and asked again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.forms import LAST_PAGE, SearchForm
from articles.models import Article
from articles.search import LONGEST_QUERY, find
from kzarchive.http import public_page

from .listing import in_order

HITS = 20


@public_page
def search(request: HttpRequest) -> HttpResponse:
    """Show the articles that ``q`` finds; a page that is not there is answered 404, with a way back to the first."""
    form = SearchForm(request.GET)
    form.is_valid()
    words = form.search.query.text
    page = form.cleaned_data.get("page") or 1
    results = None if "page" in form.errors else find(form.search, offset=(page - 1) * HITS, limit=HITS)
    is_missing = results is None or (page > 1 and not results.ids)
    has_more = bool(results and results.total > page * HITS)
    context = {
        "words": words,
        "is_cut": form.search.query.is_cut,
        "longest": LONGEST_QUERY,
        "is_missing": is_missing,
        "lines": [] if is_missing else in_order(Article.objects.public(), results.ids),
        "page": page,
        "last_page": LAST_PAGE,
        "following": page + 1 if has_more and page < LAST_PAGE else None,
        "has_more": has_more,
    }
    return render(request, "articles/search.html", context, status=404 if is_missing else 200)
