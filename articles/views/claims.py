"""The ledger of claims, each claim at its address, and the questions that claims answer differently."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Case, Count, OuterRef, Prefetch, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Left
from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import get_conditional_response

from articles import search
from articles.forms import LedgerForm
from articles.models import Anchor, Article, Assessment, Claim, ClaimEntity, ClaimLink, Evidence, Publication, Question, Version
from entities.models import Entity
from kzarchive.addresses.models import Kind
from kzarchive.http import public_page

from .addresses import identifier, without_a_page
from .annotations import MEDIA_TYPE, Reviewed, Selector, Told, cell, collection, one_annotation, schema_of
from .answers import NotHere
from .chart import Answer, chart
from .citing import citation
from .exports import in_time
from .findings import BASES, FINDINGS, KINDS, LINKS, class_of, sign_of
from .marks import disputed_among
from .record import Heading, heading_of
from .wording import date_in_words, time_in_words

LINES = 25
PATIENCE_SECONDS = 0.7  # that a search of words may take: with the rest of a page, nobody waits longer than one
MOST_OFFERED = 60
CONTEXT = 240  # characters of the text shown around the words of a claim
CHUNK = 500
_LABEL_CHARACTERS = 300


@dataclass(frozen=True)
class Line:
    """One claim in a list."""

    pid: str
    address: str
    restatement: str
    kind: str
    finding: str
    sign: str
    classes: str
    quote: str | None
    is_quote_cut: bool
    asserter: str
    holds_for: str | None
    article: Heading
    article_address: str
    publication: str | None
    published_on: str | None
    about: tuple[tuple[str, str], ...]
    is_disputed: bool
    is_demo: bool
    value: str | None
    language: str | None


def lines_of(claims: Iterable[Claim]) -> list[Line]:
    """Return a line for each of ``claims``, read ``for_lines``, in one more query."""
    claims = list(claims)
    disputed = disputed_among([claim.pk for claim in claims])
    return [_line(claim, claim.pk in disputed) for claim in claims]


def for_lines(claims):
    """Return ``claims`` with all that a line shows; of an untitled article's text only what the public may read."""
    body = Version.objects.public().filter(pk=OuterRef("article__current"))
    seen = Case(
        When(article__title__isnull=False, then=Value("")),
        When(article__access=Article.Access.FULL, then=Subquery(body.annotate(first=Left("body", _LABEL_CHARACTERS)).values("first")[:1])),
        default=Left("article__abstract", _LABEL_CHARACTERS),
    )
    return claims.for_listing().annotate(seen=seen)


def asserter_of(claim: Claim) -> str:
    """Return who asserts ``claim``, in words: who is named, else the article's by-line, else its publication, else its author unnamed."""
    authors = ", ".join(contribution.name for contribution in claim.article.contributions.all())
    return claim.asserter or authors or (claim.article.publication and claim.article.publication.title) or "an unnamed author"


def _line(claim: Claim, is_disputed: bool) -> Line:
    article = claim.article
    return Line(
        pid=claim.pid,
        address=claim.get_absolute_url(),
        restatement=claim.restatement,
        kind=claim.kind,
        finding=claim.finding,
        sign=sign_of(claim.finding),
        classes=class_of(claim.finding),
        quote=claim.public_quote,
        is_quote_cut=claim.is_quote_cut,
        asserter=asserter_of(claim),
        holds_for=claim.holds_for and time_in_words(claim.holds_for),
        article=heading_of(article.title, seen=claim.seen),
        article_address=article.get_absolute_url(),
        publication=article.publication and article.publication.title,
        published_on=article.published_on and date_in_words(article.published_on),
        about=tuple((entity.name, entity.get_absolute_url()) for entity in claim.about.all()),
        is_disputed=is_disputed,
        is_demo=claim.is_demo,
        value=claim.value and " ".join(filter(None, [claim.value, claim.unit])),
        language=article.language,
    )


# The ledger


def narrowed(form: LedgerForm):
    """Return the public claims that ``form`` asks for, and what of it was not understood.

    Every condition is written out here: no key of a request becomes one.
    """
    asked = form.cleaned_data
    claims, notes = search.saying(Claim.objects.public(), asked.get("q") or "")
    if kinds := asked.get("kind"):
        claims = claims.filter(kind__in=kinds)
    if findings := asked.get("finding"):
        claims = claims.filter(finding__in=findings)
    if entity := asked.get("entity"):
        claims = claims.filter(pk__in=ClaimEntity.objects.public().filter(entity__slug=entity).values("claim"))
    if publication := asked.get("publication"):
        claims = claims.filter(article__publication__slug=publication)
    if year := asked.get("year"):
        claims = claims.filter(holds_earliest__year__lte=year, holds_latest__year__gte=year)
    if numbers := form.numbers:
        claims = claims.filter(number__range=numbers)
    elif stated := asked.get("value"):
        claims = search.stating(claims, stated)
    if asked.get("disputed"):
        claims = claims.disputed()
    return claims, notes


@public_page
def ledger(request: HttpRequest) -> HttpResponse:
    """Show the published claims, newest first, a stretch at a time, narrowed by what the address asks for."""
    form = LedgerForm(request.GET)
    form.is_valid()
    claims, notes = narrowed(form)
    before = request.GET.get("before")
    if before:
        claims = claims.filter(_older_than(before))
    try:
        keys, too_broad = _keys(form, claims.newest_first(), most=LINES + 1), []
    except search.TooBroad:
        keys, too_broad = [], search.breadths(search.parse(form.cleaned_data.get("q") or "").root)
    rows = {claim.pk: claim for claim in for_lines(Claim.objects.public().filter(pk__in=keys[:LINES]))}
    lines = lines_of(rows[key] for key in keys[:LINES] if key in rows)
    query = urlencode(form.asked(), doseq=True)
    context = {
        "form": form,
        "lines": lines,
        "notes": notes,
        "too_broad": too_broad,
        "before": before,
        "following": lines[-1].pid if lines and len(keys) > LINES else None,
        "query": query,
        "is_narrowed": bool(query),
        "kinds": [(kind, kind in form.cleaned_data.get("kind", []), meaning) for kind, meaning in KINDS.items()],
        "findings": [(finding, finding in form.cleaned_data.get("finding", []), sign_of(finding)) for finding in FINDINGS],
        "entities": _entities_offered(form.cleaned_data.get("entity")),
        "publications": _publications_offered(form.cleaned_data.get("publication")),
        "questions": list(Question.objects.public()[:LINES]) if not before and not query else [],
    }
    return render(request, "articles/claims.html", context, status=503 if too_broad else 200)


def _keys(form: LedgerForm, claims: QuerySet[Claim], *, most: int | None = None) -> list[int]:
    """Return the primary keys of the first ``most`` of ``claims``. Raises TooBroad where the words that ``form`` asks for take too long."""
    has_words = form.cleaned_data.get("q") or form.cleaned_data.get("value")
    with search.patient(PATIENCE_SECONDS) if has_words else nullcontext():
        return list(claims.values_list("pk", flat=True)[:most])


def _older_than(pid: str) -> Q:
    known = Claim.objects.public() | Claim.objects.tombstones()
    place = known.filter(pid=pid[:20]).values_list("first_published_at", "id").first()
    if place is None:
        raise NotHere("This part of the list is not there. Begin with its first entries.")
    return Q(first_published_at__lte=place[0]) & (Q(first_published_at__lt=place[0]) | Q(id__lt=place[1]))


def _entities_offered(chosen: str | None) -> list[tuple[str, str, bool]]:
    counted = ClaimEntity.objects.public().order_by().values_list("entity").annotate(count=Count("id")).order_by("-count", "entity")
    keys = [key for key, _ in counted[:MOST_OFFERED]]
    entities = Entity.objects.public().filter(Q(pk__in=keys) | Q(slug=chosen or "")).order_by("name", "id")
    return [(entity.slug, entity.name, entity.slug == chosen) for entity in entities]


def _publications_offered(chosen: str | None) -> list[tuple[str, str, bool]]:
    keys = Claim.objects.public().filter(article__publication__isnull=False).order_by().values("article__publication").distinct()[:MOST_OFFERED]
    publications = Publication.objects.public().filter(Q(pk__in=list(keys.values_list("article__publication", flat=True))) | Q(slug=chosen or ""))
    return [(publication.slug, publication.title, publication.slug == chosen) for publication in publications.order_by("title", "id")]


COLUMNS = (
    "pid", "address", "restatement", "quote", "kind", "finding", "asserted by", "reported via", "about", "holds for", "basis", "subject", "property",
    "value", "unit", "as of", "article", "article title", "publication", "published on",
)  # fmt: skip


@public_page
@in_time
def ledger_csv(request: HttpRequest) -> HttpResponse:
    """Send what the ledger at the same query lists, whole, as CSV (RFC 4180)."""
    form = LedgerForm(request.GET)
    form.is_valid()
    keys = _keys(form, narrowed(form)[0].order_by("pk"))
    response = StreamingHttpResponse(_rows(keys), content_type="text/csv; charset=utf-8; header=present")
    response.headers["Content-Disposition"] = 'attachment; filename="claims.csv"'
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _rows(keys: Sequence[int]) -> Iterator[str]:
    yield _written(COLUMNS)
    for first in range(0, len(keys), CHUNK):
        for claim in for_lines(Claim.objects.public()).filter(pk__in=keys[first : first + CHUNK]).order_by("pk"):
            article = claim.article
            yield _written(
                (
                    claim.pid, settings.SITE_URL + claim.get_absolute_url(), claim.restatement, claim.public_quote, claim.kind, claim.finding,
                    asserter_of(claim), claim.reported_via, "; ".join(entity.name for entity in claim.about.all()),
                    claim.holds_for, claim.holds_basis,
                    claim.subject and claim.subject.name, claim.measured, claim.value, claim.unit, claim.as_of,
                    settings.SITE_URL + article.get_absolute_url(), article.title,
                    article.publication and article.publication.title, article.published_on,
                )
            )  # fmt: skip


def _written(values: Iterable[object]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow([cell(value) for value in values])
    return out.getvalue()


# One claim


@public_page
def claim_detail(request: HttpRequest, pid: str) -> HttpResponse:
    """Show one claim: its words in their place, what they claim, who asserts it, what the archive found, and what others claim."""
    pid = identifier(pid)
    claim = for_lines(Claim.objects.public()).filter(pid=pid).first()
    if claim is None:
        return _without_claim(request, pid)
    article = claim.article
    anchor, newest = _place_of(claim)
    told = _told(claim, anchor)
    assessments = list(
        claim.assessments.select_related("reviewer").prefetch_related(
            Prefetch("evidence", Evidence.objects.public().select_related("article", "claim"), to_attr="shown")
        )
    )
    context = {
        "claim": claim,
        "line": lines_of([claim])[0],
        "context": _context(claim, anchor),
        "place": _address_in(anchor, claim),
        "is_in_newest": anchor is not None and newest is not None and anchor.version_id == newest.version_id,
        "state": newest.state if newest else None,
        "version": anchor.version.number if anchor else None,
        "holds_basis": BASES.get(claim.holds_basis),
        "as_of": claim.as_of and date_in_words(claim.as_of),
        "reported_on": claim.reported_on and date_in_words(claim.reported_on),
        "assessments": [_shown(assessment) for assessment in reversed(assessments)],
        "links": _linked(claim),
        "questions": list(Question.objects.public().filter(claims=claim)),
        "citation": _citation(claim, anchor),
        "structured": schema_of(told, site=settings.SITE_URL),
        "meaning": {"kind": KINDS[claim.kind], "finding": FINDINGS[claim.finding][1]},
        "article": article,
    }
    response = render(request, "articles/claim.html", context)
    response.headers["Link"] = f'<{told.address}annotation.jsonld>; rel="alternate"; type="application/ld+json"'
    return response


def _place_of(claim: Claim) -> tuple[Anchor | None, Anchor | None]:
    """Return the anchor in the newest version where the words have a place, and the anchor in the newest of all."""
    anchors = list(Anchor.objects.public().filter(claim=claim).select_related("version").order_by("-version__number"))
    return next((anchor for anchor in anchors if anchor.span), None), anchors[0] if anchors else None


def _address_in(anchor: Anchor | None, claim: Claim) -> str | None:
    if anchor is None:
        return None
    anchor.version.article = claim.article
    mark = f"#{claim.pid}" if claim.article.shows_text else ""
    return f"{anchor.version.get_absolute_url()}{mark}"


def _context(claim: Claim, anchor: Anchor | None) -> tuple[str, str, str] | None:
    """Return what stands before the words in their paragraph, the words, and what follows; None where the text is not open."""
    if anchor is None or not claim.article.shows_text:
        return None
    body = anchor.version.body
    first = body.rfind("\n\n", 0, anchor.start) + 2 if "\n\n" in body[: anchor.start] else 0
    last = body.find("\n\n", anchor.end)
    last = len(body) if last < 0 else last
    before, after = body[max(first, anchor.start - CONTEXT) : anchor.start], body[anchor.end : min(last, anchor.end + CONTEXT)]
    if anchor.start - CONTEXT > first:
        before = f"…{before.partition(' ')[2]}"
    if anchor.end + CONTEXT < last:
        after = f"{after.rpartition(' ')[0]}…"
    return before, anchor.exact, after


def _shown(assessment: Assessment) -> dict[str, Any]:
    evidence = []
    for piece in assessment.shown:
        entry = {"note": piece.note, "accessed_on": piece.accessed_on, "is_outside": bool(piece.url)}
        if piece.url:
            entry |= {"address": piece.url, "title": piece.title}
        elif piece.article_id:
            entry |= {"address": piece.article.get_absolute_url(), "title": heading_of(piece.article.title, seen="").text}
        else:
            entry |= {"address": piece.claim.get_absolute_url(), "title": piece.claim.restatement}
        evidence.append(entry)
    return {
        "finding": assessment.finding,
        "sign": sign_of(assessment.finding),
        "classes": class_of(assessment.finding),
        "reasons": assessment.reasons,
        "reviewed_at": assessment.reviewed_at,
        "reviewer": assessment.reviewer.get_full_name(),
        "is_own_work": assessment.is_own_work,
        "evidence": evidence,
    }


def _linked(claim: Claim) -> list[dict[str, Any]]:
    """Return the public links of ``claim`` as seen from it, with a line for the claim on the other side."""
    links = list(ClaimLink.objects.public().of(claim).select_related("from_claim", "to_claim"))
    others = {link.pk: link.seen_from(claim) for link in links}
    rows = for_lines(Claim.objects.public().filter(pk__in=[other.pk for _, other in others.values()]))
    lines = {line.pid: line for line in lines_of(rows)}
    return [
        {"what": what, "meaning": LINKS[link.kind], "reason": link.reason, "line": lines[other.pid]}
        for link in links
        for what, other in [others[link.pk]]
        if other.pid in lines
    ]


def _citation(claim: Claim, anchor: Anchor | None):
    """Return how the claim is cited: what it says, the article as its version recorded it, and the address of the claim."""
    version = anchor.version if anchor else Version.objects.public().filter(pk=claim.article.current_id).first()
    address = settings.SITE_URL + claim.get_absolute_url()
    return citation(version.record, address=address, version=version.number, claim=claim.restatement) if version else []


def _told(claim: Claim, anchor: Anchor | None) -> Told:
    """Return what machines are told of ``claim``, its newest assessment included."""
    newest = claim.assessments.order_by("-id").prefetch_related(Prefetch("evidence", Evidence.objects.public(), to_attr="shown")).first()
    return _told_with(
        claim,
        anchor,
        newest and Reviewed(newest.finding, newest.reasons, newest.reviewed_at, tuple(piece.url for piece in newest.shown if piece.url)),
    )


def _told_with(claim: Claim, anchor: Anchor | None, review: Reviewed | None) -> Told:
    article, selector = claim.article, None
    if anchor and article.shows_text:
        selector = Selector(anchor.exact, anchor.prefix, anchor.suffix, anchor.start, anchor.end)
    elif anchor and claim.public_quote:
        selector = Selector(claim.public_quote)
    if anchor:
        anchor.version.article = article
    source = anchor.version.get_absolute_url() if anchor else article.get_absolute_url()
    return Told(
        address=settings.SITE_URL + claim.get_absolute_url(),
        restatement=claim.restatement,
        kind=claim.kind,
        finding=claim.finding,
        source=settings.SITE_URL + source,
        published_at=claim.first_published_at,
        changed_at=claim.changed_at,
        asserted_by=asserter_of(claim),
        about=tuple((entity.name, settings.SITE_URL + entity.get_absolute_url()) for entity in claim.about.all()),
        holds_for=claim.holds_for,
        selector=selector,
        review=review,
    )


def _without_claim(request: HttpRequest, pid: str) -> HttpResponse:
    gone = Claim.objects.tombstones().select_related("article").filter(pid=pid).first()
    if gone is None:
        return without_a_page(request, Kind.CLAIM, pid)
    # Of an article that was taken back nothing is said here: its own tombstone says it.
    is_with_article = not gone.article.is_published
    context = {
        "what": "claim",
        "pid": gone.pid,
        "reason": None if is_with_article else gone.get_withdrawal_reason_display(),
        "note": "" if is_with_article else gone.withdrawal_note,
        "withdrawn_at": gone.article.withdrawn_at if is_with_article else gone.withdrawn_at,
        "is_with_article": is_with_article,
        "article_address": gone.article.get_absolute_url(),
        "article": None if is_with_article else heading_of(gone.article.title, seen=""),
        "address": settings.SITE_URL + gone.get_absolute_url(),
    }
    response = render(request, "articles/claim_gone.html", context, status=410)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


@public_page
def claim_annotation(request: HttpRequest, pid: str) -> HttpResponse:
    """Send one claim as a Web Annotation."""
    pid = identifier(pid)
    claim = for_lines(Claim.objects.public()).filter(pid=pid).first()
    if claim is None:
        return _without_claim(request, pid)
    return _json_ld(request, one_annotation(_told(claim, _place_of(claim)[0])), links=(RESOURCE,))


@public_page
def article_annotations(request: HttpRequest, pid: str) -> HttpResponse:
    """Send the published claims of an article as Web Annotations, in the order of the text, in a fixed number of queries."""
    pid = identifier(pid)
    article = Article.objects.public().filter(pid=pid).first()
    if article is None:
        return without_a_page(request, Kind.ARTICLE, pid)
    claims = list(
        for_lines(Claim.objects.public().filter(article=article)).prefetch_related(
            Prefetch("anchors", Anchor.objects.public().placed().select_related("version").order_by("-version__number"), to_attr="placed")
        )
    )
    placed = [(claim, claim.placed[0] if claim.placed else None) for claim in claims]
    placed.sort(key=lambda pair: (pair[1] is None, pair[1].start if pair[1] else 0, pair[0].pk))
    address = settings.SITE_URL + reverse("articles:annotations", args=[pid])
    document = collection(address, f"Claims of {article.pid}", [_told_with(claim, anchor, None) for claim, anchor in placed])
    canonical = f'<{settings.SITE_URL}{article.get_absolute_url()}>; rel="canonical"'
    response = _json_ld(request, document, links=(canonical, *CONTAINER))
    response.headers["Vary"] = "Accept"
    return response


# What a client of annotations is told of an address: https://www.w3.org/TR/annotation-protocol/#annotation-retrieval and #container-retrieval.
RESOURCE = '<http://www.w3.org/ns/ldp#Resource>; rel="type"'
CONTAINER = (
    '<http://www.w3.org/ns/ldp#BasicContainer>; rel="type"',
    '<http://www.w3.org/TR/annotation-protocol/>; rel="http://www.w3.org/ns/ldp#constrainedBy"',
)


def _json_ld(request: HttpRequest, document: dict[str, Any], *, links: Iterable[str]) -> HttpResponse:
    response = JsonResponse(document, json_dumps_params={"ensure_ascii": False}, content_type=MEDIA_TYPE)
    response.headers["ETag"] = etag = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    response.headers["Allow"] = "GET, HEAD"
    response.headers["Link"] = ", ".join(links)
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["X-Robots-Tag"] = "noindex"
    return get_conditional_response(request, etag=etag, response=response)


# A contested question


@public_page
def question_detail(request: HttpRequest, pid: str) -> HttpResponse:
    """Show a contested question: every answer with its words, date, source and finding, and a chart where five are numbers."""
    pid = identifier(pid)
    question = Question.objects.public().filter(pid=pid).first()
    if question is None:
        return _without_question(request, pid)
    claims = list(for_lines(Claim.objects.public().filter(questions=question)).in_order_of_date())
    lines = lines_of(claims)
    numbers = [
        Answer(
            claim.number,
            claim.as_of_earliest or claim.holds_earliest,
            claim.as_of_latest or claim.holds_latest,
            line.value,
            line.address,
            line.classes,
            line.sign,
        )
        for claim, line in zip(claims, lines, strict=True)
        if claim.number is not None and (claim.as_of or claim.holds_for)
    ]
    units = {claim.unit for claim in claims if claim.number is not None}
    context = {
        "question": question,
        "lines": lines,
        "chart": chart(numbers, units.pop()) if len(units) == 1 else None,
        "uncharted": len(lines) - len(numbers),
        "address": settings.SITE_URL + question.get_absolute_url(),
    }
    return render(request, "articles/question.html", context)


def _without_question(request: HttpRequest, pid: str) -> HttpResponse:
    gone = Question.objects.tombstones().filter(pid=pid).first()
    if gone is None:
        return without_a_page(request, Kind.QUESTION, pid)
    context = {"what": "question", "pid": gone.pid, "withdrawn_at": gone.changed_at, "address": settings.SITE_URL + gone.get_absolute_url()}
    response = render(request, "articles/claim_gone.html", context, status=410)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def claims_about(entity: Entity, *, most: int = 100) -> tuple[list[dict[str, Any]], bool]:
    """Return what is claimed about ``entity``, in order of the date each claim holds for, each with those it conflicts with.

    The second value says whether there are more than ``most``. In a fixed number of queries; in one where nothing is claimed.
    """
    found = list(for_lines(Claim.objects.public().filter(claim_entities__entity=entity)).in_order_of_date()[: most + 1])
    if not found:  # of most entities nothing is claimed
        return [], False
    claims = found[:most]
    lines = {claim.pk: line for claim, line in zip(claims, lines_of(claims), strict=True)}
    conflicts = ClaimLink.objects.public().filter(kind=ClaimLink.LinkKind.CONFLICTS).filter(Q(from_claim__in=lines) | Q(to_claim__in=lines))
    pairs = list(conflicts.values_list("from_claim", "to_claim"))
    others = {key for pair in pairs for key in pair} - lines.keys()
    rows = list(for_lines(Claim.objects.public().filter(pk__in=others))) if others else []
    beside = lines | {claim.pk: line for claim, line in zip(rows, lines_of(rows), strict=True)}
    groups, done = [], set()
    for claim in claims:
        if claim.pk in done:
            continue
        against = [beside[b if a == claim.pk else a] for a, b in pairs if claim.pk in (a, b)]
        done |= {claim.pk, *(key for pair in pairs if claim.pk in pair for key in pair)}
        groups.append({"line": lines[claim.pk], "against": against})
    return groups, len(found) > most
