"""Whether a reader's copy of a page is still the page: answered from the values the page is made of, before it is made.

The validator of an article's page is a digest of those very values, read in one statement through indexes: nobody has
to remember to touch a date when a name, a tag or a topic changes, and a change made past all forms is seen as well. The
templates and the code are part of it. What was made for one validator is kept in the process and stands for that state
wherever it comes up again, in the frame that all pages share; nothing is ever answered from memory without asking the
database first.
"""

from __future__ import annotations

import hashlib
import threading
import weakref
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.utils import CursorWrapper
from django.db.models import CharField, F, Model, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, parse_http_date_safe
from django.utils.safestring import SafeString

from articles.models import (
    AlsoPrinted,
    Anchor,
    Article,
    Author,
    Claim,
    ClaimLink,
    Correction,
    Publication,
    Reading,
    TaggedEntity,
    TaggedTopic,
    Topic,
)  # fmt: skip
from entities.models import Name

HTML = "text/html; charset=utf-8"
MOST_KEPT = 6_000_000
LARGEST_KEPT = 200_000
_COLUMNS = 6
_ASKED = "kz-asked-for"  # stands in the compiled statement where the pid goes, and is none
_PREPARED = "kzarchive_facts_of_article"
_PREPARED_BY: weakref.WeakSet = weakref.WeakSet()  # connections

Facts = list[tuple]


def facts_of_article(pid: str) -> Facts:
    """Return all that the page of the published article ``pid`` is made of and that may change, in one query; nothing where none is published."""
    database = connections[DEFAULT_DB_ALIAS]
    sql, params = _statement(database.vendor)
    with database.cursor() as cursor:
        if database.vendor == "postgresql":
            _prepare(database.connection, cursor, sql, params)
            cursor.execute(f"EXECUTE {_PREPARED}(%s)", [pid])
        else:
            cursor.execute(sql, [pid if param == _ASKED else param for param in params])
        rows = cursor.fetchall()
    return sorted(rows) if any(row[0] == "article" for row in rows) else []


def _prepare(connection: object, cursor: CursorWrapper, sql: str, params: tuple) -> None:
    """Have PostgreSQL plan the statement once a connection: that takes it twenty times as long as answering."""
    if connection not in _PREPARED_BY:
        asked = cursor.mogrify(sql, params).replace(f"'{_ASKED}'", "$1")
        cursor.execute(f"PREPARE {_PREPARED} (text) AS {asked}")
        _PREPARED_BY.add(connection)


@lru_cache
def _statement(vendor: str) -> tuple[str, tuple]:
    """Return the one statement and its parameters. Built by the ORM, which takes longer than the database to answer it: once a process."""
    first, *others = _parts(_ASKED)
    sql, params = first.union(*others, all=True).query.get_compiler(DEFAULT_DB_ALIAS).as_sql()
    return sql, params


def _parts(pid: str) -> list[QuerySet]:
    """Return a query for each kind of row the page is made of. Versions are frozen: which one is current says it all of them."""
    tagged = TaggedEntity.objects.public().filter(content_object__pid=pid)
    claims = Claim.objects.public().filter(article__pid=pid)
    conflicts = (
        ClaimLink.objects.public().filter(Q(from_claim__article__pid=pid) | Q(to_claim__article__pid=pid)).filter(kind=ClaimLink.LinkKind.CONFLICTS)
    )
    return [
        _part("article", Article.objects.public().filter(pid=pid), "current_id", "current__sha256", "current__frozen_at", "access", "is_demo"),
        _part("entity", tagged, "id", "tag__slug", "tag__name", "tag__kind", "is_certain"),
        _part("name", Name.objects.for_tagging().filter(entity__in=tagged.values("tag")), "entity_id", "text", "kind", "from_year", "to_year"),
        _part("topic", TaggedTopic.objects.filter(content_object__pid=pid, tag__in=Topic.objects.public()), "tag__slug", "tag__name"),
        _part("author", Author.objects.public().filter(contributions__article__pid=pid), "pid", "slug", "kind"),
        _part("publication", Publication.objects.public().filter(articles__pid=pid), "pid", "slug"),
        _part("printing", AlsoPrinted.objects.filter(article__pid=pid, publication__public_since__isnull=False), "publication__slug"),
        _part("claim", claims, "id", "changed_at", "finding", "asserted_by_author__name", "asserted_by_entity__name"),
        _part("conflict", conflicts, "from_claim_id", "to_claim_id"),
        _part("anchor", Anchor.objects.public().filter(claim__in=claims.values("pk")), "claim_id", "version_id", "start", "end", "state"),
        _part("correction", Correction.objects.public().filter(article__pid=pid), "id", "reading", "reason", "anchors__version_id", "anchors__start"),
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
    for path in ("css/site.css", "css/beside.css", "js/cards.js", "js/lookup.js", "js/quote.js"):
        digest.update(static(path).encode())
    for place in ("templates", "articles", "entities", "kzarchive"):
        for path in sorted(Path(settings.BASE_DIR / place).rglob("*")):
            if path.suffix in {".py", ".html", ".xml"}:
                digest.update(path.read_bytes())
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Made:
    """What was rendered for one page: its parts (title, head and main, or one whole document), and headers of its own."""

    parts: tuple[SafeString, ...]
    headers: dict[str, str]
    content_type: str = HTML

    @property
    def characters(self) -> int:
        return sum(map(len, self.parts))

    def response(self, request: HttpRequest) -> HttpResponse:
        """Return the document, with the frame around it where it stands in one."""
        if len(self.parts) == 1:
            return HttpResponse(self.parts[0], headers=self.headers, content_type=self.content_type)
        title, head, main = self.parts
        response = render(request, "kept.html", {"title": title, "head": head, "main": main}, content_type=self.content_type)
        for name, value in self.headers.items():
            response.headers[name] = value
        return response


_BETWEEN_PARTS = "\x1e"  # no text that the archive stores has a control character


def made_in_parts(request: HttpRequest, template: str, context: dict, headers: dict[str, str]) -> Made:
    """Render a page that extends ``layout``, without the frame."""
    html = render_to_string(template, {**context, "layout": "parts.html", "between": _BETWEEN_PARTS}, request)
    return Made(tuple(SafeString(part.strip()) for part in html.split(_BETWEEN_PARTS)), headers)


def made_whole(template: str, context: dict, *, request: HttpRequest | None = None, content_type: str = HTML) -> Made:
    """Render a whole document."""
    return Made((SafeString(render_to_string(template, context, request)),), {}, content_type)


@dataclass(slots=True)
class _Page:
    etag: str
    since: int  # seconds: when this process first met this state of the page
    made: Made | None = None


class _Kept:
    """The pages made last, by what they are, within a bound of characters (one to four bytes each)."""

    def __init__(self) -> None:
        self._pages: OrderedDict[str, _Page] = OrderedDict()
        self._characters = 0
        self._lock = threading.Lock()

    def page(self, key: str, etag: str) -> _Page:
        """Return what is known of the page in this state, from now on if it was not met before."""
        with self._lock:
            page = self._pages.get(key)
            if page is None or page.etag != etag:
                self._drop(key)
                page = self._pages[key] = _Page(etag, int(timezone.now().timestamp()))
                self._characters += len(key) + len(etag)
            self._pages.move_to_end(key)
            return page

    def keep(self, key: str, page: _Page, made: Made) -> None:
        with self._lock:
            if self._pages.get(key) is not page or page.made or made.characters > LARGEST_KEPT:
                return
            page.made = made
            self._characters += made.characters
            while self._characters > MOST_KEPT:
                self._drop(next(iter(self._pages)))

    def _drop(self, key: str) -> None:
        page = self._pages.pop(key, None)
        if page is not None:
            self._characters -= len(key) + len(page.etag) + (page.made.characters if page.made else 0)


_KEPT = _Kept()


def etag_of(facts: object) -> str:
    """Return a strong validator for what is made of ``facts`` by this code."""
    return f'"{hashlib.sha256(f"{_build()}{facts!r}".encode()).hexdigest()[:32]}"'


def answer(
    request: HttpRequest, key: str, facts: object, make: Callable[[], Made | HttpResponse], *, again: Callable[[], object] | None = None
) -> HttpResponse:
    """Answer 304 where the reader's copy is the page that ``make`` would make of ``facts``; else the page, with ETag and Last-Modified.

    ``key`` says which page it is, whatever its state. ``make`` may come back with a whole answer, where there is no such
    page after all. ``again`` reads the facts anew: a page is kept only if nothing changed while it was made; one that is made
    of ``facts`` and nothing else needs none. Last-Modified is the time this process first met the present state; a reader who
    has no more than that is believed only if it is that very second, so that no change between two processes can be missed.
    """
    etag = etag_of(facts)
    page = _KEPT.page(key, etag)
    has_that_second = parse_http_date_safe(request.headers.get("If-Modified-Since", "")) == page.since
    response = get_conditional_response(request, etag=etag, last_modified=page.since if has_that_second else None)
    if response is None:
        made = page.made if page.made and not settings.DEBUG else make()
        if isinstance(made, HttpResponse):
            return made
        if page.made is None and (again is None or again() == facts):
            _KEPT.keep(key, page, made)
        response = made.response(request)
    if response.status_code in {200, 304}:
        response.headers["ETag"] = etag
        response.headers["Last-Modified"] = http_date(page.since)
    return response
