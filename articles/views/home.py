"""The first page: what the archive is, what is new in it, how to search and how to cite."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.models import Article
from kzarchive.http import public_page

from .listing import lines_of

NEWEST = 8


@public_page
def home(request: HttpRequest) -> HttpResponse:
    """Show the first page."""
    return render(request, "articles/home.html", {"lines": lines_of(Article.objects.public().newest_first()[:NEWEST])})
