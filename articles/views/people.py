"""Authors, publications and topics: who and what an article comes from, each with its articles."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from articles.models import AlsoPrinted, Article, Author, Publication, Topic
from kzarchive.addresses.models import Kind
from kzarchive.http import public_page

from .addresses import without_a_page
from .listing import LINES, lines_of, stretch_of
from .wording import years_in_words


@public_page
def author_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an author and what of theirs is published here."""
    author = Author.objects.public().select_related("entity").filter(slug=slug).first()
    if author is None:
        return without_a_page(request, Kind.AUTHOR, slug)
    before = request.GET.get("before")
    articles = Article.objects.public().filter(contributions__author=author)
    return render(request, "articles/author.html", {"author": author, "stretch": stretch_of(articles, before=before), "before": before})


@public_page
def publication_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a publication, the titles it bore, and what of it is published here."""
    publication = Publication.objects.public().filter(slug=slug).first()
    if publication is None:
        return without_a_page(request, Kind.PUBLICATION, slug)
    before = request.GET.get("before")
    articles = Article.objects.public()
    # A list of keys, not a join: a join would be answered by walking all articles in their order.
    also_printed = articles.filter(pk__in=AlsoPrinted.objects.filter(publication=publication).values("article")).newest_first()[:LINES]
    context = {
        "publication": publication,
        "titles": [(title.title, years_in_words(title.from_year, title.to_year)) for title in publication.titles.all()],
        "stretch": stretch_of(articles.filter(publication=publication), before=before),
        "also_printed": [] if before else lines_of(also_printed),
        "before": before,
    }
    return render(request, "articles/publication.html", context)


@public_page
def topic_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the articles that were given a topic."""
    topic = get_object_or_404(Topic.objects.public(), slug=slug)
    before = request.GET.get("before")
    articles = Article.objects.public().filter(tagged_topics__tag=topic)
    return render(request, "articles/topic.html", {"topic": topic, "stretch": stretch_of(articles, before=before), "before": before})
