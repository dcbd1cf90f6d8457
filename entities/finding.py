"""How readers find an entity: the look-up under any name, as a page and as JSON, and the card that a link in a text shows."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from articles.models import TaggedEntity
from articles.views.addresses import without_a_page
from articles.views.wording import years_in_words
from kzarchive.addresses.models import Kind
from kzarchive.http import moved, public_page

from . import lookup
from .models import Entity
from .spelling import LONGEST_ASKED

SUGGESTED = 10
LISTED = 50
NAMES_ON_A_CARD = 6


@dataclass(frozen=True)
class Line:
    """An entity as it is offered: which of its names matched, and what tells it from others of that name."""

    entity: Entity
    matched: str
    language: str
    years: str
    article_count: int

    @property
    def is_under_another_name(self) -> bool:
        return self.matched != self.entity.name


def lines(words: str, *, limit: int) -> list[Line]:
    """Return at most ``limit`` entities that ``words`` may name: the closest first, of equally close ones the most written about."""
    found = lookup.find(words)
    counts = public_counts([one.entity_id for one in found])
    found.sort(key=lambda one: (one.closeness[:3], -counts.get(one.entity_id, 0), one.closeness[3:], one.entity_id))
    entities = Entity.objects.public().in_bulk([one.entity_id for one in found[:limit]])
    return [
        Line(entities[one.entity_id], one.text, one.language, years_in_words(one.from_year, one.to_year), counts.get(one.entity_id, 0))
        for one in found[:limit]
        if one.entity_id in entities
    ]


def public_counts(entities: list[int]) -> dict[int, int]:
    """Return for each of ``entities`` how many articles the public may see are confirmed to speak of it."""
    counted = TaggedEntity.objects.public().filter(tag__in=entities).order_by().values("tag").annotate(articles=Count("pk"))
    return dict(counted.values_list("tag", "articles"))


@public_page
def entity_lookup(request: HttpRequest) -> HttpResponse:
    """Answer what an entity may be called with at most SUGGESTED entities, as JSON; ``q`` in any script, with one typing error."""
    words = request.GET.get("q", "")[:LONGEST_ASKED]
    results = [
        {
            "name": line.entity.name,
            "matched": line.matched,
            "language": line.language,
            "kind": line.entity.kind,
            "years": line.years,
            "description": line.entity.description,
            "articles": line.article_count,
            "href": line.entity.get_absolute_url(),
        }
        for line in lines(words, limit=SUGGESTED)
    ]
    return _not_indexed(JsonResponse({"q": words, "results": results}, json_dumps_params={"ensure_ascii": False}))


def entity_found(request: HttpRequest) -> HttpResponse:
    """Show the same for readers without JavaScript, and with more results."""
    words = request.GET.get("q", "")[:LONGEST_ASKED]
    found = lines(words, limit=LISTED)
    response = render(request, "entities/found.html", {"words": words, "lines": found, "is_full": len(found) == LISTED})
    return _not_indexed(response)


@public_page
def entity_card(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an entity in a few lines, as a piece of a page: what a link in a text shows before it is followed."""
    entity = Entity.objects.public().filter(slug=slug).first()
    if entity is None:
        answer = without_a_page(request, Kind.ENTITY, slug)
        # A former name, or a record found to be the same: its card, in the one hop its page would take.
        return moved(request, answer.headers["Location"].partition("?")[0] + "card/") if answer.status_code == 308 else answer
    others = [name for name in entity.names.all() if name.search_may_use and name.text != entity.name]
    context = {
        "entity": entity,
        "names": [
            {
                "text": name.text,
                "tag": name.language,
                "years": years_in_words(name.from_year, name.to_year),
            }
            for name in others[:NAMES_ON_A_CARD]
        ],
        "more_names": max(0, len(others) - NAMES_ON_A_CARD),
        "article_count": public_counts([entity.pk]).get(entity.pk, 0),
    }
    response = render(request, "entities/card.html", context)
    return _not_indexed(response)


def _not_indexed(response: HttpResponse) -> HttpResponse:
    response.headers["X-Robots-Tag"] = "noindex, follow"
    return response
