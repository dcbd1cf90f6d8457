"""What a browser's own search box asks: a description of the search (OpenSearch 1.1), and names that begin as what was typed."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static

from entities.models import Entity, Name
from kzarchive.http import public_page
from kzarchive.text import fold

from .freshness import answer, made_whole

_DESCRIPTION = "application/opensearchdescription+xml"
SUGGESTIONS = 8
LONGEST = 100  # characters of what was typed


@public_page
def description(request: HttpRequest) -> HttpResponse:
    """Describe the search for a browser (https://github.com/dewitt/opensearch)."""
    icon = settings.SITE_URL + static("img/mark.svg")
    return answer(request, "opensearch", icon, lambda: made_whole("opensearch.xml", {"icon": icon}, request=request, content_type=_DESCRIPTION))


@public_page
def suggestions(request: HttpRequest) -> HttpResponse:
    """Answer ``[typed, [names]]``: names of entities, which are public, and never words of a text."""
    typed = request.GET.get("q", "")[:LONGEST]
    key = fold(typed).strip()
    names: list[str] = []
    if key:
        found = (
            Name.objects.filter(search_may_use=True, key__startswith=key, entity__in=Entity.objects.public())
            .order_by("key", "id")
            .values_list("text", flat=True)
        )
        names = list(dict.fromkeys(found[: SUGGESTIONS * 4]))[:SUGGESTIONS]
    return JsonResponse([typed, names], safe=False, content_type="application/x-suggestions+json; charset=utf-8")
