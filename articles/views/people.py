"""Authors, publications and topics: who and what an article comes from, each with its articles."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Count, Min
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from articles.models import AlsoPrinted, Article, Author, Publication, Topic
from kzarchive.addresses.models import Kind
from kzarchive.http import public_page

from .addresses import found_to_be, without_a_page
from .listing import LINES, browse, lines_of, stretch_of
from .metadata import periodical, profile
from .wording import years_in_words

RECORDS = 200
LONGEST_SLUG = 80
MOST_ISSUES = 200
MOST_SPELLINGS = 50
LONGEST_ISSUE = 100  # characters, as the field


@dataclass(frozen=True)
class Issue:
    """One issue of a publication, as printed, with the number of its articles here."""

    volume: str | None
    issue: str | None
    year: int | None
    count: int


@public_page
def author_list(request: HttpRequest) -> HttpResponse:
    """Show the authors in the order of their addresses, a stretch at a time."""
    return _list(request, "authors", Author.objects.public(), "name", "No author is known yet.")


@public_page
def publication_list(request: HttpRequest) -> HttpResponse:
    """Show the publications in the order of their addresses, a stretch at a time."""
    return _list(request, "publications", Publication.objects.public(), "title", "No publication is known yet.")


@public_page
def topic_list(request: HttpRequest) -> HttpResponse:
    """Show the topics in the order of their addresses, a stretch at a time."""
    return _list(request, "topics", Topic.objects.public(), "name", "No topic has been given yet.")


def _list(request: HttpRequest, here: str, records, name: str, none: str) -> HttpResponse:
    """Show ``records`` by the column ``name``; ``after`` is the address of the last one of the stretch before."""
    after = request.GET.get("after", "")[:LONGEST_SLUG]
    rows = list(records.filter(slug__gt=after).order_by("slug")[: RECORDS + 1])
    context = {
        "title": here.capitalize(),
        "name": f"articles:{here}",
        "records": [(getattr(row, name), row.get_absolute_url()) for row in rows[:RECORDS]],
        "after": after,
        "following": rows[RECORDS - 1].slug if len(rows) > RECORDS else None,
        "none": none,
        "browse": browse(here),
    }
    return render(request, "articles/records.html", context)


@public_page
def author_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an author, the spellings of the name in by-lines, and what of theirs is published here."""
    author = Author.objects.public().select_related("entity").filter(slug=slug).first()
    if author is None:
        return without_a_page(request, Kind.AUTHOR, slug)
    before = request.GET.get("before")
    articles = Article.objects.public().filter(contributions__author=author)
    context = {
        "author": author,
        "merges": found_to_be(author),
        "spellings": [] if before else _spellings(author),
        "stretch": stretch_of(articles, before=before),
        "before": before,
        "structured": profile(
            settings.SITE_URL,
            author.get_absolute_url(),
            pid=author.pid,
            name=author.name,
            is_body=author.kind == Author.AuthorKind.CORPORATE,
            entity_address=author.entity and author.entity.get_absolute_url(),
        ),
    }
    return render(request, "articles/author.html", context)


def _spellings(author: Author) -> list[tuple[str, int]]:
    """Return how the author's name is printed in the public articles, as (name, articles) pairs; nothing where always as the record has it."""
    # From the articles to the by-lines: the other way, SQLite first gathered the whole archive.
    printed = Article.objects.public().filter(contributions__author=author).order_by().values_list("contributions__name")
    spellings = list(printed.annotate(count=Count("id")).order_by("-count", "contributions__name")[:MOST_SPELLINGS])
    return [] if [name for name, _ in spellings] == [author.name] else spellings


@public_page
def publication_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a publication, the titles it bore, its issues, and what of it is published here; ``volume`` and ``issue`` narrow that to one issue."""
    publication = Publication.objects.public().filter(slug=slug).first()
    if publication is None:
        return without_a_page(request, Kind.PUBLICATION, slug)
    before = request.GET.get("before")
    volume, issue = (request.GET.get(name, "")[:LONGEST_ISSUE] for name in ("volume", "issue"))
    articles = Article.objects.public()
    of_this = articles.filter(publication=publication)
    one_issue = of_this
    if volume:
        one_issue = one_issue.filter(volume=volume)
    if issue:
        one_issue = one_issue.filter(issue=issue)
    is_narrowed = bool(volume or issue)
    # A list of keys, not a join: a join would be answered by walking all articles in their order.
    also_printed = articles.filter(pk__in=AlsoPrinted.objects.filter(publication=publication).values("article")).newest_first()[:LINES]
    titles = list(publication.titles.all())
    context = {
        "publication": publication,
        "merges": found_to_be(publication),
        "titles": [(title.title, years_in_words(title.from_year, title.to_year)) for title in titles],
        "issues": [] if before else _issues(of_this),
        "volume": volume,
        "issue": issue,
        "is_narrowed": is_narrowed,
        "narrowed": urlencode([(name, value) for name, value in (("volume", volume), ("issue", issue)) if value]),
        "stretch": stretch_of(one_issue, before=before),
        "also_printed": [] if before or is_narrowed else lines_of(also_printed),
        "before": before,
        "structured": periodical(
            settings.SITE_URL,
            publication.get_absolute_url(),
            pid=publication.pid,
            title=publication.title,
            issn=publication.issn,
            publisher=publication.publisher,
            former=[title.title for title in titles],
        ),
    }
    return render(request, "articles/publication.html", context)


def _issues(articles) -> list[Issue]:
    """Return the issues that ``articles`` stood in, newest first; those whose articles name neither volume nor issue are none."""
    numbered = articles.exclude(volume=None, issue=None).order_by().values_list("volume", "issue")
    rows = numbered.annotate(day=Min("published_earliest"), count=Count("id")).order_by("-day", "-volume", "-issue")[:MOST_ISSUES]
    return [Issue(volume, issue, day and day.year, count) for volume, issue, day, count in rows]


@public_page
def topic_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the articles that were given a topic."""
    topic = get_object_or_404(Topic.objects.public(), slug=slug)
    before = request.GET.get("before")
    articles = Article.objects.public().filter(tagged_topics__tag=topic)
    return render(request, "articles/topic.html", {"topic": topic, "stretch": stretch_of(articles, before=before), "before": before})
