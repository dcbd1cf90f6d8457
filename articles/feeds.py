"""What is new, as Atom (RFC 4287): an entry for each version that was published, so that a correction is news as well."""

from __future__ import annotations

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from articles.models import Article, Author, Publication, Topic, Version
from articles.views.addresses import without_a_page
from articles.views.answers import NotHere
from articles.views.freshness import Made, answer, made_whole
from articles.views.record import heading_of
from entities.models import Entity
from kzarchive.addresses.models import Kind
from kzarchive.http import public_page

ENTRIES = 40
_ATOM = "application/atom+xml; charset=utf-8"


@public_page
def everything(request: HttpRequest) -> HttpResponse:
    """Feed the versions published last."""
    return _feed(request, "kzarchive: latest additions", "/", Version.objects.newest_public())


@public_page
def of_author(request: HttpRequest, slug: str) -> HttpResponse:
    """Feed the versions published last of an author's articles."""
    author = Author.objects.public().filter(slug=slug).first()
    if author is None:
        return without_a_page(request, Kind.AUTHOR, slug)
    articles = Article.objects.public().filter(contributions__author=author)
    return _feed(request, f"kzarchive: {author.name}", author.get_absolute_url(), _versions_of(articles))


@public_page
def of_publication(request: HttpRequest, slug: str) -> HttpResponse:
    """Feed the versions published last of a publication's articles."""
    publication = Publication.objects.public().filter(slug=slug).first()
    if publication is None:
        return without_a_page(request, Kind.PUBLICATION, slug)
    articles = Article.objects.public().filter(publication=publication)
    return _feed(request, f"kzarchive: {publication.title}", publication.get_absolute_url(), _versions_of(articles))


@public_page
def of_topic(request: HttpRequest, slug: str) -> HttpResponse:
    """Feed the versions published last of the articles on a topic."""
    topic = Topic.objects.public().filter(slug=slug).first()
    if topic is None:
        raise NotHere
    return _feed(
        request, f"kzarchive: {topic.name}", topic.get_absolute_url(), _versions_of(Article.objects.public().filter(tagged_topics__tag=topic))
    )


@public_page
def of_entity(request: HttpRequest, slug: str) -> HttpResponse:
    """Feed the versions published last of the articles that speak of an entity."""
    entity = Entity.objects.public().filter(slug=slug).first()
    if entity is None:
        return without_a_page(request, Kind.ENTITY, slug)
    articles = Article.objects.public().filter(tagged_entities__tag=entity)
    return _feed(request, f"kzarchive: {entity.name}", entity.get_absolute_url(), _versions_of(articles))


def _versions_of(articles: QuerySet[Article]) -> QuerySet[Version]:
    return Version.objects.newest_public().filter(article__in=articles.order_by().values("pk"))


def _feed(request: HttpRequest, title: str, page: str, versions: QuerySet[Version]) -> HttpResponse:
    """Answer with the feed of ``versions``, or 304 where the reader has it: which versions it names is all it is made of."""
    newest = versions.values_list("pk", "article__pid", "sha256", "frozen_at")[:ENTRIES]

    def facts() -> tuple[str, str, list[tuple]]:
        return title, page, list(newest.all())

    known = facts()

    def make() -> Made:
        # The keys first, then their rows: joined in one query, the whole texts would be sorted.
        rows = Version.objects.public().select_related("article").defer("body", "kinds").in_bulk([key for key, *_ in known[2]])
        entries = [_entry(rows[key]) for key, *_ in known[2] if key in rows]
        context = {
            "title": title,
            "page": settings.SITE_URL + page,
            "itself": settings.SITE_URL + request.path,
            "entries": entries,
            "updated": entries[0]["updated"] if entries else "1991-12-16T00:00:00Z",
        }
        return made_whole("feeds/atom.xml", context, content_type=_ATOM)

    return answer(request, f"feed {request.path}", known, make, again=facts)


def _entry(version: Version) -> dict[str, object]:
    record = version.record
    address = settings.SITE_URL + version.get_absolute_url()
    heading = heading_of(record["title"], seen=record["abstract"])
    is_first = version.number == 1
    return {
        "id": address,
        "address": settings.SITE_URL + version.article.get_absolute_url() if is_first else address,
        "title": heading.in_a_tab if is_first else f"{heading.in_a_tab} (version {version.number})",
        "updated": version.frozen_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "authors": [author["name"] for author in record["authors"]],
        "language": record["language"],
        "rights": record["rights"],
        "summary": record["abstract"] if is_first else f"Version {version.number}: {version.reason}",
    }
