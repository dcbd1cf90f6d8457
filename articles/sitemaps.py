"""Which pages a search engine may list (https://www.sitemaps.org/protocol.html): an index, and parts cut by key, never counted.

Each part covers a range of keys, so that it holds at most as many pages as the protocol allows, costs the same wherever
it stands, and no page ever moves from one part to another.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from articles import rights
from articles.models import Article, Author, Claim, Publication, Question, Topic
from articles.views.about import SECTIONS
from articles.views.answers import NotHere
from articles.views.freshness import Made, answer, made_whole
from entities.models import Entity
from kzarchive.http import public_page

LARGEST = 10_000  # pages in one part; the protocol allows five times as many, and a crawler waits for each part
_XML = "application/xml; charset=utf-8"


@dataclass(frozen=True)
class Page:
    """An address, absolute, and the day it last changed where that is known."""

    address: str
    changed_at: dt.datetime | None = None


def _articles() -> QuerySet:
    """Return the articles that a search engine may list: those whose whole text may be read. The others say noindex."""
    return Article.objects.public().filter(access=Article.Access.FULL, rights__in=rights.FULL_TEXT_STATEMENTS)


_KINDS: dict[str, tuple[Callable[[], QuerySet], str, str, str | None]] = {
    # what there is, its page, the value that stands in the address, when it last changed
    "articles": (_articles, "articles:detail", "pid", "current__frozen_at"),
    "entities": (Entity.objects.public, "entities:detail", "slug", None),
    "authors": (Author.objects.public, "articles:author", "slug", None),
    "publications": (Publication.objects.public, "articles:publication", "slug", None),
    "topics": (Topic.objects.public, "articles:topic", "slug", None),
    "claims": (Claim.objects.public, "articles:claim", "pid", "changed_at"),
    "questions": (Question.objects.public, "articles:question", "pid", "changed_at"),
}


@public_page
def index(request: HttpRequest) -> HttpResponse:
    """List the parts of the sitemap."""
    parts = [Page(settings.SITE_URL + reverse("sitemap-pages"))]
    for kind, (rows, _, _, changed) in _KINDS.items():
        last = rows().aggregate(last=Max("pk"))["last"] or 0
        for number in range(1, -(-last // LARGEST) + 1):
            found = _in_range(rows(), number)
            changed_at = found.aggregate(last=Max(changed))["last"] if changed else None
            if changed_at or found.exists():
                parts.append(Page(settings.SITE_URL + reverse("sitemap-part", args=[kind, number]), changed_at))
    return render(request, "sitemaps/index.xml", {"parts": [(part.address, _lastmod(part)) for part in parts]}, content_type=_XML)


@public_page
def pages(request: HttpRequest) -> HttpResponse:
    """List the pages that every archive has."""
    names = [
        "articles:home",
        "articles:list",
        "articles:publications",
        "articles:authors",
        "articles:topics",
        "articles:claims",
        "entities:list",
        *(f"articles:{name}" for name in SECTIONS),
    ]
    return _urlset(request, "pages", [Page(settings.SITE_URL + reverse(name)) for name in names])


@public_page
def part(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """List the pages of one kind whose keys are in one range. Raises NotHere for a kind or a range that the index does not name."""
    if kind not in _KINDS:
        raise NotHere
    rows, name, key, changed = _KINDS[kind]
    found = list(_in_range(rows(), number).order_by("pk").values_list(*filter(None, [key, changed])))
    if not found:
        raise NotHere
    return _urlset(request, f"{kind} {number}", list(_pages(found, name)))


def _in_range(rows: QuerySet, number: int) -> QuerySet:
    first = (number - 1) * LARGEST + 1
    return rows.filter(pk__gte=first, pk__lt=first + LARGEST)


def _pages(found: list[tuple], name: str) -> Iterator[Page]:
    # Reversed once: a hundred thousand times would take longer than all the rest.
    before, after = (settings.SITE_URL + reverse(name, args=["kzkey"])).split("kzkey")
    for key, *changed in found:
        yield Page(f"{before}{key}{after}", changed[0] if changed else None)


def _urlset(request: HttpRequest, part: str, listed: list[Page]) -> HttpResponse:
    def make() -> Made:
        # Not in a loop of the template, where ten thousand pages would take half a second.
        lines = format_html_join("\n", "<url><loc>{}</loc>{}</url>", ((page.address, _lastmod(page)) for page in listed))
        return made_whole("sitemaps/urlset.xml", {"lines": lines}, content_type=_XML)

    return answer(request, f"sitemap {part}", listed, make)


def _lastmod(page: Page) -> str:
    return format_html("<lastmod>{}</lastmod>", page.changed_at.strftime("%Y-%m-%dT%H:%M:%SZ")) if page.changed_at else ""
