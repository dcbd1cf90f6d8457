"""Articles: the list of them all, each at its address, and each of its versions."""

from __future__ import annotations

from django.conf import settings
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.models import Article, TaggedEntity, TaggedTopic, Topic, Version
from entities.models import Name
from entities.recognition import GazetteerName
from kzarchive.addresses.models import Kind
from kzarchive.http import moved, public_page

from .addresses import identifier, version_without_a_page, without_a_page
from .answers import NotHere
from .citing import citation
from .layers import Block, layered
from .linking import links
from .listing import stretch_of
from .record import addresses_in, heading_of, shown
from .wording import removed_by_rule


@public_page
def article_list(request: HttpRequest) -> HttpResponse:
    """Show the published articles, newest first, a stretch at a time; ``before`` names the last one of the stretch before."""
    before = request.GET.get("before")
    return render(request, "articles/list.html", {"stretch": stretch_of(Article.objects.public(), before=before), "before": before})


@public_page
def article_detail(request: HttpRequest, pid: str) -> HttpResponse:
    """Show the page a reader cites: the record and, where it may be shown, the text as it stands now."""
    pid = identifier(pid)
    article = _for_page().filter(pid=pid).first()
    if article is None:
        return without_a_page(request, Kind.ARTICLE, pid)
    article.current.article = article
    versions = _versions(article)
    response = _page(request, article, article.current, versions, is_version_page=False)
    former = [version for version in versions if version.number < article.current.number]
    response.headers["Link"] = _links(
        [(f"{_site(article)}#versions", "version-history"), *((_site(version), "predecessor-version") for version in former[:1])]
    )
    return response


@public_page
def article_version(request: HttpRequest, pid: str, number: int) -> HttpResponse:
    """Show one frozen version, and say where a later one stands."""
    pid = identifier(pid)
    article = _for_page().filter(pid=pid).first()
    if article is None:
        return version_without_a_page(request, pid, number)
    version = Version.objects.public().filter(article=article, number=number).first()
    if version is None:
        raise NotHere
    version.article = article
    versions = _versions(article)
    is_old = number < article.current.number
    response = _page(request, article, version, versions, is_version_page=True, is_old=is_old)
    beside = {other.number: other for other in versions}
    response.headers["Link"] = _links(
        [
            (_site(article), "latest-version"),
            (f"{_site(article)}#versions", "version-history"),
            *((_site(beside[number - 1]), "predecessor-version") for _ in range(number - 1 in beside)),
            *((_site(beside[number + 1]), "successor-version") for _ in range(number + 1 in beside)),
        ]
    )
    if is_old:
        response.headers["X-Robots-Tag"] = "noindex"
    return response


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
    request: HttpRequest, article: Article, version: Version, versions: list[Version], *, is_version_page: bool, is_old: bool = False
) -> HttpResponse:
    record = version.record
    # An old version follows what may be shown now, and never shows more than it did in its own time.
    shows_text = bool(version.body) and article.shows_text and record["access"] == Article.Access.FULL
    tags = list(article.tagged_entities.all())
    readings = sorted(article.readings.all(), key=lambda reading: reading.pk)
    here = version if is_version_page else article
    context = {
        "article": article,
        "version": version,
        "is_version_page": is_version_page,
        "is_old": is_old,
        "newest": article.current,
        "heading": heading_of(record["title"], seen=version.body if shows_text else record["abstract"]),
        "record": shown(record, addresses_in(record)),
        "shows_text": shows_text,
        "blocks": _blocks(version, [tagged.tag for tagged in tags]) if shows_text else [],
        "tags": tags,
        "topics": [tagged.tag for tagged in article.tagged_topics.all()],
        "captures": [
            {"captured_at": reading.capture.captured_at, "created_at": reading.capture.created_at, "removed": removed_by_rule(reading.removed)}
            for reading in readings
        ],
        "versions": versions,
        "address": _site(here),
        "citation": citation(record, address=_site(here), version=version.number if is_version_page else None),
    }
    return render(request, "articles/article.html", context)


def _blocks(version: Version, entities: list) -> list[Block]:
    names = [
        GazetteerName(name.text, entity.pk, is_acronym=name.kind == Name.NameKind.ACRONYM, from_year=name.from_year, to_year=name.to_year)
        for entity in entities
        for name in entity.names_for_tagging
    ]
    addresses = {entity.pk: entity.get_absolute_url() for entity in entities}
    return layered(version.blocks, links(version.blocks, names, addresses))


def _site(record: Article | Version) -> str:
    return settings.SITE_URL + record.get_absolute_url()


def _links(links: list[tuple[str, str]]) -> str:
    """Return a Link header (RFC 8288) of (address, relation) pairs; the relations are those of RFC 5829."""
    return ", ".join(f'<{address}>; rel="{relation}"' for address, relation in links)
