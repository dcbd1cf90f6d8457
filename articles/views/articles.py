"""Articles: the list of them all, each at its address, and each of its versions."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import Truncator

from articles import store
from articles.models import Article, Reading, TaggedEntity, TaggedTopic, Topic, Version
from articles.search import parse
from articles.search.marking import Excerpt, Marker
from entities.models import Name
from entities.recognition import KAZAKH_IN_LATIN, GazetteerName
from kzarchive.addresses.models import Kind
from kzarchive.http import moved, public_page

from .addresses import identifier, version_without_a_page, without_a_page
from .answers import NotHere
from .as_captured import Seen, as_captured
from .citing import citation
from .freshness import Made, answer, facts_of_article, made_in_parts
from .layers import Block, Span, layered
from .linking import hits, links
from .listing import browse, of_year, stretch_of, years_of
from .marks import marked_in, stand_beside
from .metadata import Subject, Where, breadcrumbs, dublin_core, highwire, news_article
from .quoting import LONGEST_QUOTED, Asked, quoted_in
from .record import Heading, heading_of, named_in, shown
from .wording import date_in_words, left_out

_YEAR = re.compile(r"[1-9][0-9]{3}")
LONGEST_SHOWN = 50  # characters of what was asked for and is no year
LONGEST_DESCRIPTION = 200  # characters; search engines show fewer
MOST_EXCERPTS = 5
NOTHING_SEARCHED = Marker()


@public_page
def article_list(request: HttpRequest) -> HttpResponse:
    """Show the published articles, newest first, a stretch at a time; ``before`` names the last one of the stretch before, ``year`` a year."""
    before = request.GET.get("before")
    articles = Article.objects.public()
    asked = request.GET.get("year", "")
    year = int(asked) if _YEAR.fullmatch(asked) else None
    context = {
        "stretch": stretch_of(of_year(articles, year) if year else articles, before=before),
        "before": before,
        "year": year,
        "asked": asked[:LONGEST_SHOWN],
        "query": f"year={year}" if year else "",
        "years": years_of(articles),
        "browse": browse("articles"),
    }
    return render(request, "articles/list.html", context)


@public_page
def article_detail(request: HttpRequest, pid: str) -> HttpResponse:
    """Show the page a reader cites: the record and, where it may be shown, the text as it stands now.

    ``removed=shown`` shows it as it was captured, with what was left out in its place; ``q`` marks the words of a search. A
    quotation names its version: one asked for here leads to the newest.
    """
    pid = identifier(pid)
    facts = facts_of_article(pid)
    if not facts:
        return without_a_page(request, Kind.ARTICLE, pid)
    if quotation := Asked.of(request.GET):
        return _to_quotation(request, pid, quotation)
    if request.GET.get("removed") == "shown":
        made = _newest(request, pid, in_capture=True)
        return made.response(request) if isinstance(made, Made) else made
    if marker := Marker.of(parse(request.GET.get("q", "")).root):
        made = _newest(request, pid, marker=marker)
        return made.response(request) if isinstance(made, Made) else made
    return answer(request, f"article {pid}{_asked(request)}", facts, lambda: _newest(request, pid), again=lambda: facts_of_article(pid))


def _to_quotation(request: HttpRequest, pid: str, quotation: Asked) -> HttpResponse:
    """Lead to the quotation in the version that is the newest now; there will be others, so that this lasts for today only."""
    article = Article.objects.public().select_related("current").only("pid", "current__number").filter(pid=pid).first()
    if article is None:  # taken back a moment ago
        return without_a_page(request, Kind.ARTICLE, pid)
    return HttpResponseRedirect(f"{reverse('articles:version', args=[pid, article.current.number])}?{quotation.query}")


def _newest(request: HttpRequest, pid: str, *, in_capture: bool = False, marker: Marker = NOTHING_SEARCHED) -> Made | HttpResponse:
    article = _for_page().filter(pid=pid).first()
    if article is None:  # taken back a moment ago
        return without_a_page(request, Kind.ARTICLE, pid)
    article.current.article = article
    versions = _versions(article)
    former = [version for version in versions if version.number < article.current.number]
    links = [(f"{_site(article)}#versions", "version-history"), *((_site(version), "predecessor-version") for version in former[:1])]
    return _page(request, article, article.current, versions, links, is_version_page=False, in_capture=in_capture, marker=marker)


@public_page
def article_version(request: HttpRequest, pid: str, number: int) -> HttpResponse:
    """Show one frozen version, and say where a later one stands; ``quote``, ``p`` and ``at`` mark words that somebody cites."""
    pid = identifier(pid)
    facts = _facts_of_version(pid, number)
    if not facts:
        return version_without_a_page(request, pid, number)
    if quotation := Asked.of(request.GET):
        made = _numbered(request, pid, number, quotation=quotation)
        return made.response(request) if isinstance(made, Made) else made
    return answer(
        request,
        f"article {pid} v{number}{_asked(request)}",
        facts,
        lambda: _numbered(request, pid, number),
        again=lambda: _facts_of_version(pid, number),
    )


def _facts_of_version(pid: str, number: int) -> object:
    """Return what the page of a version is made of and may change: the article's facts, and the addresses of those that the old record names."""
    facts = facts_of_article(pid)
    if not facts:
        return None
    found = Version.objects.public().filter(article__pid=pid, number=number).values_list("pk", "sha256", "record").first()
    if found is None:
        raise NotHere
    key, sha256, record = found
    return facts, key, sha256, named_in(record)


def _numbered(request: HttpRequest, pid: str, number: int, *, quotation: Asked | None = None) -> Made | HttpResponse:
    article = _for_page().filter(pid=pid).first()
    if article is None:  # taken back a moment ago
        return version_without_a_page(request, pid, number)
    version = Version.objects.public().filter(article=article, number=number).first()
    if version is None:
        raise NotHere
    version.article = article
    versions = _versions(article)
    is_old = number < article.current.number
    beside = {other.number: other for other in versions}
    links = [
        (_site(article), "latest-version"),
        (f"{_site(article)}#versions", "version-history"),
        *((_site(beside[number - 1]), "predecessor-version") for _ in range(number - 1 in beside)),
        *((_site(beside[number + 1]), "successor-version") for _ in range(number + 1 in beside)),
    ]
    return _page(request, article, version, versions, links, is_version_page=True, is_old=is_old, quotation=quotation)


@public_page
def article_decorated(request: HttpRequest, pid: str, words: str) -> HttpResponse:
    """Lead an address with words after the identifier to the article; where none is to be read, answer as the article does."""
    pid = identifier(pid)
    article = Article.objects.public().only("pid").filter(pid=pid).first()
    return moved(request, article.get_absolute_url()) if article else without_a_page(request, Kind.ARTICLE, pid)


def _for_page():
    """Return the published articles with all that a page shows beside the record kept by a version, in a fixed number of queries."""
    return (
        Article.objects.public()
        .select_related("current")
        .prefetch_related(
            Prefetch("tagged_topics", TaggedTopic.objects.filter(tag__in=Topic.objects.public()).select_related("tag").order_by("tag__name")),
            Prefetch("tagged_entities", TaggedEntity.objects.public().select_related("tag").order_by("tag__name", "id")),
            Prefetch("tagged_entities__tag__names", Name.objects.for_tagging(), to_attr="names_for_tagging"),
            "readings__capture",
        )
    )


def _versions(article: Article) -> list[Version]:
    """Return the frozen versions, newest first, without their texts."""
    versions = list(Version.objects.public().filter(article=article).order_by("-number").only("number", "reason", "frozen_at", "article_id"))
    for version in versions:
        version.article = article
    return versions


def _page(
    request: HttpRequest,
    article: Article,
    version: Version,
    versions: list[Version],
    links: list[tuple[str, str]],
    *,
    is_version_page: bool,
    is_old: bool = False,
    in_capture: bool = False,
    marker: Marker = NOTHING_SEARCHED,
    quotation: Asked | None = None,
) -> Made:
    record = version.record
    # An old version follows what may be shown now, and never shows more than it did in its own time.
    shows_text = bool(version.body) and article.shows_text and record["access"] == Article.Access.FULL
    named = named_in(record)
    tags = list(article.tagged_entities.all())
    topics = [tagged.tag for tagged in article.tagged_topics.all()]
    readings = sorted(article.readings.all(), key=lambda reading: reading.pk)
    here = version if is_version_page else article
    heading = heading_of(record["title"], seen=version.body if shows_text else record["abstract"])
    where = Where(settings.SITE_URL, _site(here), {pid: settings.SITE_URL + address for pid, address in named.addresses.items()}, named.bodies)
    marked = marked_in(article, version, shows_text=shows_text)
    quoted = quoted_in(quotation, version, shows_text=shows_text, notes=marked.notes, spans=marked.spans) if quotation else None
    context = {
        "article": article,
        "version": version,
        "is_version_page": is_version_page,
        "is_old": is_old,
        "newest": article.current,
        "heading": heading,
        "description": _description(record, heading),
        "metadata": [*highwire(record, where, shows_text=shows_text), *dublin_core(record, where)],
        "structured": [
            news_article(
                record,
                where,
                pid=article.pid,
                version=version.number,
                frozen_at=version.frozen_at,
                subjects=[Subject(tagged.tag.name, tagged.tag.kind, tagged.tag.get_absolute_url()) for tagged in tags],
                topics=[topic.name for topic in topics],
            ),
            breadcrumbs([("kzarchive", f"{settings.SITE_URL}/"), ("Articles", _absolute("articles:list")), (heading.text, where.page)]),
        ],
        "may_be_indexed": shows_text and not is_old and not in_capture and not marker and not quotation,
        "in_capture": in_capture and shows_text,
        "seen": _as_captured(version, readings) if in_capture and shows_text else None,
        "record": shown(record, named.addresses),
        "shows_text": shows_text,
        "blocks": _blocks(
            version,
            [tagged.tag for tagged in tags],
            [*marked.spans, *(quoted.spans if quoted else ()), *hits(version.blocks, marker, record["language"])],
            is_every_one=bool(_asked(request)),
        )
        if shows_text
        else [],
        "links_every_mention": bool(_asked(request)),
        "notes": marked.notes,
        "stand_beside": not in_capture and stand_beside(marked.notes, len(version.body)),
        "has_placed": any(note.is_placed for note in marked.notes),
        "has_unplaced": not all(note.is_placed for note in marked.notes),
        "has_readings": marked.has_readings,
        "quoted": quoted,
        "longest_quoted": LONGEST_QUOTED,
        "excerpts": _excerpts(article, version, marker),
        "tags": tags,
        "topics": topics,
        "captures": [
            {"captured_at": reading.capture.captured_at, "created_at": reading.capture.created_at, "removed": left_out(reading.removed)}
            for reading in readings
        ],
        "versions": versions,
        "address": _site(here),
        "citation": citation(record, address=_site(here), version=version.number if is_version_page else None),
    }
    headers = {"Link": _link_header(links)} | ({} if context["may_be_indexed"] else {"X-Robots-Tag": "noindex, follow"})
    return made_in_parts(request, "articles/article.html", context, headers)


def _as_captured(version: Version, readings: list[Reading]) -> list[Seen] | None:
    """Return the newest capture that holds the words of ``version``, stretch by stretch; None where there is none."""
    words = json.dumps(version.record, ensure_ascii=False)
    for reading in reversed(readings):
        try:
            layer = store.get(reading.capture.text_sha256).decode()
        except store.FileLost:
            continue
        for part in reading.parts or [None]:
            seen = as_captured(layer, removed=reading.removed, fields=reading.spans, part=part, body=version.body, record_words=words)
            if seen is not None:
                return seen
    return None


def _description(record: Mapping[str, Any], heading: Heading) -> str:
    """Return a sentence or two for whoever finds the page elsewhere: the abstract, else what the article is called and where it stood."""
    if record["abstract"]:
        return Truncator(" ".join(record["abstract"].split())).chars(LONGEST_DESCRIPTION)
    publication = record["publication"] and record["publication"]["title"]
    date = record["published_on"] and date_in_words(record["published_on"])
    return ", ".join(filter(None, ["An untitled article" if heading.is_label else heading.text, publication, date]))


def _excerpts(article: Article, version: Version, marker: Marker) -> list[Excerpt]:
    """Return what may be shown around the searched words of a text that is open in excerpts only."""
    is_excerpted = article.access == Article.Access.EXCERPT and version.record["access"] != Article.Access.RECORD
    return marker.excerpts(version.body, version.record["language"], is_open=False, most=MOST_EXCERPTS) if is_excerpted else []


def _asked(request: HttpRequest) -> str:
    """Return what of the page is not the usual: every mention of its entities is linked, not only the first."""
    return " with every mention" if request.GET.get("mentions") == "all" else ""


def _blocks(version: Version, entities: list, marked: Iterable[Span], *, is_every_one: bool) -> list[Block]:
    names = [
        GazetteerName(
            name.text, entity.pk, name.kind == Name.NameKind.ACRONYM, name.from_year, name.to_year, entity.kind == entity.EntityKind.PERSON,
            name.language == KAZAKH_IN_LATIN,
        )
        for entity in entities
        for name in entity.names_for_tagging
    ]  # fmt: skip
    addresses = {entity.pk: entity.get_absolute_url() for entity in entities}
    return layered(version.blocks, [*links(version.blocks, names, addresses, is_every_one=is_every_one), *marked])


def _site(record: Article | Version) -> str:
    return settings.SITE_URL + record.get_absolute_url()


def _absolute(name: str) -> str:
    return settings.SITE_URL + reverse(name)


def _link_header(links: list[tuple[str, str]]) -> str:
    """Return a Link header (RFC 8288) of (address, relation) pairs; the relations are those of RFC 5829."""
    return ", ".join(f'<{address}>; rel="{relation}"' for address, relation in links)
