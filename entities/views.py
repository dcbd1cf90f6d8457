"""The authority file for readers: every entity with its names, how it stands to others, and the articles that speak of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse

from articles.models import Author
from articles.views.addresses import found_to_be, without_a_page
from articles.views.claims import claims_about
from articles.views.listing import stretch_of_tagged
from kzarchive.addresses.models import Kind
from kzarchive.http import moved, public_page
from kzarchive.text import letter_of

from .finding import entity_found
from .linked_data import MEDIA_TYPE, Label, described
from .models import Entity, Identifier, Name
from .portrait import called_in, company_of, most_spoken_of, names_in_words, newest_articles, tags_of, ties_of, uncertain_of, writers_among, years_of

ENTITIES = 100
NAMES = 200
LONGEST_SLUG = 80
_YEAR = re.compile(r"[1-9][0-9]{3}")
_PLACE = re.compile(r"[0-9]{1,200}(?:-[0-9]{1,18})?")


@public_page
def entity_list(request: HttpRequest) -> HttpResponse:
    """Show the entities in the order of their names, in both alphabets; ``kind`` narrows it, ``by=articles`` puts the most written about first."""
    if request.GET.get("q", "").strip():
        return entity_found(request)
    kind = request.GET.get("kind", "")
    kind = kind if kind in Entity.EntityKind.values else ""
    by = "articles" if request.GET.get("by") == "articles" else ""
    after = request.GET.get("after", "") if _PLACE.fullmatch(request.GET.get("after", "")) else ""
    lines, following = ([], None) if by else _in_the_alphabet(kind, after)
    context = {
        "kind": kind,
        "kinds": Entity.EntityKind.values,
        "by": by,
        "after": after,
        "most": most_spoken_of(kind, ENTITIES) if by else [],
        "lines": lines,
        "following": following,
        "letters": [] if by else _letters(),
        "is_narrowed": bool(request.GET),
    }
    return render(request, "entities/list.html", context)


def _in_the_alphabet(kind: str, after: str) -> tuple[list[dict], str | None]:
    """Return preferred names from the place ``after`` on, each with its letter where that begins, and where the next stretch begins.

    A place is a sort key, or a sort key with the key of a name at it: names that are spelled alike stand by that.
    """
    # One name in Latin letters, and those in Cyrillic: a reader looks for Jelzin under Y, or finds him by the box above.
    names = Name.objects.filter(Q(language="en") | Q(script="Cyrl"), kind=Name.NameKind.PREFERRED, entity__in=Entity.objects.public())
    names = names.select_related("entity")
    if kind:
        names = names.filter(entity__kind=kind)
    key, _, last = after.partition("-")
    if key:
        names = names.filter(sort_key__gte=key)
    rows = list(names.order_by("sort_key", "pk")[: NAMES + 1 + (50 if last else 0)])
    if last:
        rows = [row for row in rows if row.sort_key > key or row.pk > int(last)][: NAMES + 1]
    lines, letter, seen = [], None, set()
    for name in rows[:NAMES]:
        if (name.entity_id, name.sort_key) in seen:  # one spelling in several languages is one line
            continue
        seen.add((name.entity_id, name.sort_key))
        own = letter_of(name.sort_key)
        lines.append({"name": name.text, "language": name.language, "entity": name.entity, "letter": own if own != letter else ""})
        letter = own
    following = f"{rows[NAMES - 1].sort_key}-{rows[NAMES - 1].pk}" if len(rows) > NAMES else None
    return lines, following


def _letters() -> list[list[tuple[str, str]]]:
    """Return the letters of both alphabets, Latin first, with the place in the list at which each begins."""
    places = [f"{place:02d}" for place in range(11, 99)]
    letters = [(letter, place) for place in places if (letter := letter_of(place))]
    return [[one for one in letters if one[0].isascii() is is_latin] for is_latin in (True, False)]


@public_page
def entity_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an entity: what it is called, by whom and when, what it is to others, and the articles confirmed to speak of it."""
    entity = Entity.objects.public().filter(slug=slug).first()
    if entity is None:
        return without_a_page(request, Kind.ENTITY, slug)
    before = request.GET.get("before")
    asked = request.GET.get("year", "")
    year = int(asked) if _YEAR.fullmatch(asked) else None
    is_certain = request.GET.get("certain") == "yes"
    is_whole = not (before or year or is_certain)  # what stands beside the list is shown with its first stretch alone
    claims, has_more_claims = claims_about(entity) if is_whole else ([], False)
    names, identifiers = list(entity.names.all()), list(entity.identifiers.all())
    newest = newest_articles(entity) if is_whole else []
    context = {
        "entity": entity,
        "names": names_in_words(names, called_in(entity)) if is_whole else None,
        "identifiers": identifiers,
        "author": Author.objects.public().filter(entity=entity).first(),
        "is_whole": is_whole,
        "merges": found_to_be(entity),
        "ties": ties_of(entity) if is_whole else None,
        "years": years_of(entity),
        "company": company_of(entity, newest) if is_whole else None,
        "writers": writers_among(newest) if is_whole else [],
        "stretch": stretch_of_tagged(tags_of(entity).filter(**({"is_certain": True} if is_certain else {})), before=before, year=year),
        "uncertain": 0 if is_certain or before else uncertain_of(entity),
        "is_certain": is_certain,
        "before": before,
        "year": year,
        "query": "&".join([*([f"year={year}"] if year else []), *(["certain=yes"] if is_certain else [])]),
        "claims": claims,
        "has_more_claims": has_more_claims,
        "structured": _linked_data(entity, names, identifiers) if is_whole else None,
    }
    return render(request, "entities/entity.html", context)


@public_page
def entity_as_data(request: HttpRequest, slug: str) -> HttpResponse:
    """Tell machines what an entity is and what it is called, as JSON-LD."""
    entity = Entity.objects.public().filter(slug=slug).first()
    if entity is None:
        answer = without_a_page(request, Kind.ENTITY, slug)
        # A former name, or a record found to be the same: its data, in the one hop its page would take.
        if answer.status_code == 308:
            former = answer.headers["Location"].partition("?")[0].rstrip("/").rpartition("/")[2]
            return moved(request, reverse("entities:data", args=[former]))
        return answer
    data = _linked_data(entity, entity.names.all(), entity.identifiers.all())
    return JsonResponse(data, content_type=MEDIA_TYPE, json_dumps_params={"ensure_ascii": False, "indent": 1})


def _linked_data(entity: Entity, names: Iterable[Name], identifiers: Iterable[Identifier]) -> dict[str, Any]:
    return described(
        kind=entity.kind,
        name=entity.name,
        description=entity.description,
        pid=entity.pid,
        address=settings.SITE_URL + entity.get_absolute_url(),
        permanent=settings.SITE_URL + reverse("articles:id", args=[entity.pid]),
        labels=[Label(name.text, name.language, name.kind) for name in names],
        same_as=[identifier.address for identifier in identifiers],
    )


@public_page
def entities_side_by_side(request: HttpRequest, slug: str, other: str) -> HttpResponse:
    """Show the articles that speak of both of two entities, over time."""
    found = {entity.slug: entity for entity in Entity.objects.public().filter(slug__in=[slug, other])}
    for asked, place in ((slug, 0), (other, 1)):
        if asked not in found:
            answer = without_a_page(request, Kind.ENTITY, asked)
            if answer.status_code != 308:
                return answer
            pair = [slug, other]
            pair[place] = answer.headers["Location"].partition("?")[0].rstrip("/").rpartition("/")[2]
            return moved(request, reverse("entities:pair", args=pair))
    one, two = found[slug], found[other]
    if one == two:
        return moved(request, one.get_absolute_url())
    before = request.GET.get("before")
    stretch = stretch_of_tagged(tags_of(one, two), before=before)
    context = {"one": one, "two": two, "years": years_of(one, two), "stretch": stretch, "before": before}
    return render(request, "entities/pair.html", context)
