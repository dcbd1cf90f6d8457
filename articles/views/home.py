"""The first page: what the archive is, what is new in it, whom it speaks of most, how to search and how to cite."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.models import Article, Claim, TaggedEntity
from entities.models import Entity
from kzarchive.http import public_page

from .claims import Line as ClaimLine
from .claims import for_lines as for_claim_lines
from .claims import lines_of as claim_lines
from .listing import lines_of
from .metadata import web_site

NEWEST = 12
DISPUTED = 3
MENTIONED = 8
# Counted exactly, and at the same cost in an archive of any size: the entities in so many articles, the newest.
SAMPLE = 300
MOST_COUNTED = 10_000


@dataclass(frozen=True)
class Mentioned:
    """An entity, and in how many of the sampled articles it was confirmed."""

    name: str
    address: str
    count: int


@public_page
def home(request: HttpRequest) -> HttpResponse:
    """Show the first page."""
    newest = list(Article.objects.public().newest_first().values_list("pk", flat=True)[: SAMPLE + 1])
    context = {
        "lines": lines_of(Article.objects.public().filter(pk__in=newest[:NEWEST]).newest_first()),
        "mentioned": _most_mentioned(newest[:SAMPLE]),
        "disputed": _disputed(),
        "figures": _figures(),
        "sample": SAMPLE,
        "is_sample": len(newest) > SAMPLE,
        "structured": web_site(settings.SITE_URL, "A research archive of writing on Kazakhstan’s foreign policy."),
    }
    return render(request, "articles/home.html", context)


def _disputed() -> list[ClaimLine]:
    """Return the claims in dispute that were published last."""
    # The keys first, then their rows: a line brings much with it.
    keys = list(Claim.objects.public().disputed().newest_first().values_list("pk", flat=True)[:DISPUTED])
    return claim_lines(for_claim_lines(Claim.objects.public().filter(pk__in=keys).newest_first())) if keys else []


def _most_mentioned(article_ids: list[int]) -> list[Mentioned]:
    counted = TaggedEntity.objects.public().filter(content_object__in=article_ids).order_by().values_list("tag").annotate(count=Count("id"))
    counts = dict(counted.order_by("-count", "tag")[:MENTIONED])
    entities = Entity.objects.public().in_bulk(counts)
    return [Mentioned(entities[key].name, entities[key].get_absolute_url(), count) for key, count in counts.items() if key in entities]


def _figures() -> list[tuple[str, str]]:
    """Return what the archive holds, as (label, figure) pairs; nothing while it is empty."""
    public = Article.objects.public()
    count = public.order_by()[: MOST_COUNTED + 1].count()
    if not count:
        return []
    dated = public.filter(sort_day__gt=dt.date(1, 1, 1))
    first = dated.order_by("sort_day", "id").values_list("published_earliest", flat=True).first()
    last = dated.newest_first().values_list("published_latest", flat=True).first()
    figures = [("articles" if count != 1 else "article", f"{count:,}" if count <= MOST_COUNTED else f"more than {MOST_COUNTED:,}")]
    if first:
        figures.append(("years of publication", f"{first.year}–{last.year}" if first.year != last.year else f"{first.year}"))
    entities = Entity.objects.public().order_by()[: MOST_COUNTED + 1].count()
    figures.append(
        ("persons, states, organisations and others on record", f"{entities:,}" if entities <= MOST_COUNTED else f"more than {MOST_COUNTED:,}")
    )
    return figures
