"""The authority file for readers: every entity with its names and the articles that speak of it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.models import Article, Author
from articles.views.addresses import without_a_page
from articles.views.claims import claims_about
from articles.views.listing import stretch_of
from articles.views.wording import language_in_words, years_in_words
from kzarchive.addresses.models import Kind
from kzarchive.http import public_page

from .finding import entity_found
from .models import Entity

ENTITIES = 100


@public_page
def entity_list(request: HttpRequest) -> HttpResponse:
    """Show the entities in the order of their addresses, a stretch at a time; ``after`` is the last address of the stretch before."""
    if request.GET.get("q", "").strip():
        return entity_found(request)
    after = request.GET.get("after", "")[:80]
    rows = list(Entity.objects.public().filter(slug__gt=after).order_by("slug")[: ENTITIES + 1])
    context = {"entities": rows[:ENTITIES], "after": after, "following": rows[ENTITIES - 1].slug if len(rows) > ENTITIES else None}
    return render(request, "entities/list.html", context)


@public_page
def entity_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an entity: what it is called, by whom and when, and the articles confirmed to speak of it."""
    entity = Entity.objects.public().filter(slug=slug).first()
    if entity is None:
        return without_a_page(request, Kind.ENTITY, slug)
    before = request.GET.get("before")
    claims, has_more_claims = claims_about(entity) if not before else ([], False)
    names = [
        {
            "text": name.text,
            "tag": name.language,
            "language": language_in_words(name.language),
            "kind": name.kind,
            "years": years_in_words(name.from_year, name.to_year),
        }
        for name in entity.names.all()
    ]
    context = {
        "entity": entity,
        "names": names,
        "author": Author.objects.public().filter(entity=entity).first(),
        "stretch": stretch_of(Article.objects.public().filter(tagged_entities__tag=entity), before=before),
        "before": before,
        "claims": claims,
        "has_more_claims": has_more_claims,
    }
    return render(request, "entities/entity.html", context)
