"""Identifiers and the addresses at which no record is shown any more: redirects, tombstones, and nothing at all."""

from __future__ import annotations

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.models import Article, Author, Claim, Publication, Question, Version
from entities.models import Entity
from kzarchive.addresses import pids
from kzarchive.addresses.models import HasPid, Kind, Pid, Redirect
from kzarchive.http import moved, public_page
from kzarchive.merging.models import Merge

from .answers import NotHere
from .citing import citation
from .record import Heading, heading_of, named_in, shown

MERGES = 20

MISTYPED = "The identifier in this address is mistyped: its last character does not fit the others. Compare it with the place you have it from."


def identifier(text: str) -> str:
    """Return the pid that ``text`` spells. Raises NotHere, saying so where the check character is wrong."""
    try:
        return pids.normalise(text)
    except pids.WrongCheckCharacter:
        raise NotHere(MISTYPED) from None
    except pids.NotAPid:
        raise NotHere from None


@public_page
def by_pid(request: HttpRequest, pid: str) -> HttpResponse:
    """Lead any identifier to the page of its record, or of the record that it was found to be."""
    pid = identifier(pid)
    target = Redirect.objects.filter(key=pid).values_list("target_id", flat=True).first() or pid
    if page := page_of(target):
        return moved(request, page)
    return _retired(request, target)


def page_of(pid: str) -> str | None:
    """Return where the record with this pid answers, be it with its tombstone; None where the public knows of none."""
    kind = Pid.objects.filter(pid=pid).values_list("kind", flat=True).first()
    known = _known(kind)
    record = known.filter(pid=pid).first() if known is not None else None
    return record.get_absolute_url() if record else None


def found_to_be(record: HasPid) -> list[Merge]:
    """Return the merges, the last first, that brought the addresses of other records to ``record``; of records that readers knew alone."""
    led = Redirect.objects.filter(kind=record.pid_kind, target=record.pid, reason=Redirect.Reason.MERGED).values("key")
    return list(Merge.objects.filter(undone_at=None, loser__in=led).order_by("-id")[:MERGES])


def _known(kind: str | None) -> QuerySet | None:
    """Return the records of ``kind`` that have a page the public may ask for."""
    return {
        Kind.ARTICLE: (Article.objects.public() | Article.objects.tombstones()).only("pid"),
        Kind.AUTHOR: Author.objects.public(),
        Kind.PUBLICATION: Publication.objects.public(),
        Kind.ENTITY: Entity.objects.public(),
        Kind.CLAIM: (Claim.objects.public() | Claim.objects.tombstones()).only("pid"),
        Kind.QUESTION: (Question.objects.public() | Question.objects.tombstones()).only("pid"),
    }.get(kind)


def without_a_page(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Answer for an address of ``kind`` at which no record is shown: ``key`` is what stands there, a slug or a pid.

    It leads to the record that once lived there, or to the right spelling, or to a tombstone. Raises NotHere.
    """
    target = Redirect.objects.filter(kind=kind, key=key).values_list("target_id", flat=True).first()
    if target:
        page = page_of(target)
        return moved(request, page) if page else _retired(request, target)
    try:
        pid = pids.normalise(key)
    except pids.WrongCheckCharacter:
        raise NotHere(MISTYPED) from None
    except pids.NotAPid:
        raise NotHere from None
    if kind == Kind.ARTICLE:
        if article := _buried(pid):
            return tombstone(request, article)
    elif Pid.objects.filter(pid=pid, kind=kind).exists() and (page := page_of(pid)):
        return moved(request, page)
    return _retired(request, pid, kind=kind)


def version_without_a_page(request: HttpRequest, pid: str, number: int) -> HttpResponse:
    """Answer for a version of an article that is not shown: its tombstone, also where the article itself leads elsewhere. Raises NotHere."""
    article = _buried(pid)
    if article is None:
        return _retired(request, pid, kind=Kind.ARTICLE)
    if not Version.objects.tombstones().filter(article=article, number=number).exists():
        raise NotHere
    return tombstone(request, article)


def _buried(pid: str) -> Article | None:
    return Article.objects.tombstones().select_related("current", "successor").filter(pid=pid).first()


def tombstone(request: HttpRequest, article: Article) -> HttpResponse:
    """Answer 410: what it was, when and why it was taken back, and what takes its place. Nothing of its text, abstract or entities."""
    record = article.current.record
    context = {
        "article": article,
        "heading": heading_of(record["title"], seen=""),
        "record": shown(record, named_in(record).addresses),
        # Subtitle and source went with the article; what is left is enough to know it by.
        "citation": citation({**record, "subtitle": None, "source_url": None}, address=settings.SITE_URL + article.get_absolute_url()),
        "successor": article.successor and _standing_for(article.successor),
    }
    response = render(request, "articles/tombstone.html", context, status=410)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _standing_for(successor: Article) -> dict[str, str | Heading]:
    """Return address and heading of ``successor``, or of the record that it was itself found to duplicate."""
    target = Redirect.objects.filter(kind=Kind.ARTICLE, key=successor.pid).values_list("target_id", flat=True).first()
    successor = (Article.objects.public() | Article.objects.tombstones()).filter(pid=target).first() or successor
    return {"address": successor.get_absolute_url(), "heading": heading_of(successor.title, seen="")}


def _retired(request: HttpRequest, pid: str, **of: str) -> HttpResponse:
    """Answer 410 for a record that went with the demonstration archive. Raises NotHere for every other pid."""
    if not Pid.objects.filter(pid=pid, is_demo=True, retired_at__isnull=False, **of).exists():
        raise NotHere
    response = render(request, "410.html", status=410)
    response.headers["X-Robots-Tag"] = "noindex"
    return response
