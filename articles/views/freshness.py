"""Whether a reader's copy of a page is still the page: answered from the values the page is made of, before it is made.

The validator of an article's page is a digest of those very values, read in one statement through indexes: nobody has
to remember to touch a date when a name, a tag or a topic changes, and a change made past all forms is seen as well. The
templates and the code are part of it. The page made for one validator is kept in the process and is that page wherever
the same validator comes up again; nothing is ever answered from memory without asking the database first.
"""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import CharField, F, Model, QuerySet, TextField, Value
from django.db.models.functions import Cast
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, parse_http_date_safe

from articles.models import AlsoPrinted, Article, Author, Publication, Reading, TaggedEntity, TaggedTopic, Topic
from entities.models import Name

MOST_KEPT_BYTES = 8_000_000
LARGEST_KEPT_BYTES = 200_000
_COLUMNS = 6
_ASKED = "\x00pid"  # stands in the compiled statement where the pid goes; no pid and no text has this character

Facts = list[tuple]


def facts_of_article(pid: str) -> Facts:
    """Return all that the page of the published article ``pid`` is made of and that may change, in one query; nothing where none is published."""
    sql, params = _statement(connections[DEFAULT_DB_ALIAS].vendor)
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(sql, [pid if param == _ASKED else param for param in params])
        rows = cursor.fetchall()
    return sorted(rows) if any(row[0] == "article" for row in rows) else []


@lru_cache
def _statement(vendor: str) -> tuple[str, tuple]:
    """Return the one statement and its parameters. Built by the ORM, which takes longer than the database to answer it: once a process."""
    first, *others = _parts(_ASKED)
    sql, params = first.union(*others, all=True).query.get_compiler(DEFAULT_DB_ALIAS).as_sql()
    return sql, params


def _parts(pid: str) -> list[QuerySet]:
    """Return a query for each kind of row the page is made of. Versions are frozen: which one is current says it all of them."""
    tagged = TaggedEntity.objects.public().filter(content_object__pid=pid)
    return [
        _part("article", Article.objects.public().filter(pid=pid), "current_id", "current__sha256", "current__frozen_at", "access", "is_demo"),
        _part("entity", tagged, "id", "tag__slug", "tag__name", "tag__kind", "is_certain"),
        _part("name", Name.objects.for_tagging().filter(entity__in=tagged.values("tag")), "entity_id", "text", "kind", "from_year", "to_year"),
        _part("topic", TaggedTopic.objects.filter(content_object__pid=pid, tag__in=Topic.objects.public()), "tag__slug", "tag__name"),
        _part("author", Author.objects.public().filter(contributions__article__pid=pid), "pid", "slug", "kind"),
        _part("publication", Publication.objects.public().filter(articles__pid=pid), "pid", "slug"),
        _part("printing", AlsoPrinted.objects.filter(article__pid=pid, publication__public_since__isnull=False), "publication__slug"),
        _part("reading", Reading.objects.filter(article__pid=pid), "id", "capture__captured_at", "capture__created_at", "removed"),
    ]


def _part(name: str, rows: QuerySet[Model], *fields: str) -> QuerySet:
    texts = {f"c{number}": Cast(F(field), TextField()) for number, field in enumerate(fields)}
    padding = {f"c{number}": Value("", TextField()) for number in range(len(fields), _COLUMNS - 1)}
    made = rows.order_by().annotate(part=Value(name, CharField()), **texts, **padding)
    return made.values_list("part", *texts, *padding)


@lru_cache
def _build() -> str:
    """Return a digest of the code and the templates that make pages, read once a process."""
    digest = hashlib.sha256(settings.SITE_URL.encode())
    digest.update(static("css/site.css").encode())
    for place in ("templates", "articles", "entities", "kzarchive"):
        for path in sorted(Path(settings.BASE_DIR / place).rglob("*")):
            if path.suffix in {".py", ".html", ".xml"}:
                digest.update(path.read_bytes())
    return digest.hexdigest()


@dataclass(slots=True)
class _Page:
    etag: str
    since: int  # seconds: when this process first met this state of the page
    response: tuple[bytes, dict[str, str]] | None = None


class _Kept:
    """The pages made last, by what they are, within a bound of bytes."""

    def __init__(self) -> None:
        self._pages: OrderedDict[str, _Page] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def page(self, key: str, etag: str) -> _Page:
        """Return what is known of the page in this state, from now on if it was not met before."""
        with self._lock:
            page = self._pages.get(key)
            if page is None or page.etag != etag:
                self._drop(key)
                page = self._pages[key] = _Page(etag, int(timezone.now().timestamp()))
                self._bytes += len(key) + len(etag)
            self._pages.move_to_end(key)
            return page

    def keep(self, key: str, page: _Page, content: bytes, headers: dict[str, str]) -> None:
        with self._lock:
            if self._pages.get(key) is not page or page.response or len(content) > LARGEST_KEPT_BYTES:
                return
            page.response = (content, headers)
            self._bytes += len(content)
            while self._bytes > MOST_KEPT_BYTES:
                self._drop(next(iter(self._pages)))

    def _drop(self, key: str) -> None:
        page = self._pages.pop(key, None)
        if page is not None:
            self._bytes -= len(key) + len(page.etag) + (len(page.response[0]) if page.response else 0)


_KEPT = _Kept()


def etag_of(facts: object) -> str:
    """Return a strong validator for what is made of ``facts`` by this code."""
    return f'"{hashlib.sha256(f"{_build()}{facts!r}".encode()).hexdigest()[:32]}"'


def answer(request: HttpRequest, key: str, facts: object, make: Callable[[], HttpResponse], *, again: Callable[[], object]) -> HttpResponse:
    """Answer 304 where the reader's copy is the page that ``make`` would make of ``facts``; else the page, with ETag and Last-Modified.

    ``key`` says which page it is, whatever its state. ``again`` reads the facts anew: a page is kept only if nothing changed
    while it was made. Last-Modified is the time this process first met the present state; a reader who has no more than
    that is believed only if it is that very second, so that no change between two processes can be missed.
    """
    if settings.DEBUG:
        return make()
    etag = etag_of(facts)
    page = _KEPT.page(key, etag)
    has_that_second = parse_http_date_safe(request.headers.get("If-Modified-Since", "")) == page.since
    response = get_conditional_response(request, etag=etag, last_modified=page.since if has_that_second else None)
    if response is None and page.response:
        content, headers = page.response
        response = HttpResponse(content, headers=headers)
    if response is None:
        response = make()
        if response.status_code == 200 and again() == facts:
            _KEPT.keep(key, page, response.content, dict(response.headers))
    if response.status_code in {200, 304}:
        response.headers["ETag"] = etag
        response.headers["Last-Modified"] = http_date(page.since)
    return response
