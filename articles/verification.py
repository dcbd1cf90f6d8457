"""Does the archive still hold what it says? Each function reads one kind of promise and yields the broken ones."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import F, QuerySet

from articles import anchoring, store
from articles.models import (
    DERIVED_OF_CLAIM,
    RECORD_FIELDS,
    Anchor,
    Article,
    Author,
    AuthorWord,
    Capture,
    Claim,
    Publication,
    PublicationWord,
    Version,
)
from articles.search import stale, surplus
from entities.models import Name, NameWord
from entities.spelling import spellings_of
from kzarchive import edtf
from kzarchive.addresses.invariants import missing_triggers
from kzarchive.addresses.models import Pid, Redirect, model_of
from kzarchive.merging.models import Merge
from kzarchive.text import sameness_key

CHUNK = 500


@dataclass(frozen=True)
class Fault:
    """Something that is not as it must be: what was checked, which record, what is wrong."""

    check: str
    record: str
    message: str

    def __str__(self) -> str:
        return f"{self.check}: {self.record}: {self.message}"


def chunks(rows: QuerySet) -> Iterator[list[Any]]:
    """Yield ``rows`` by primary key in short queries: a long one would keep writers out of SQLite."""
    last = 0
    while found := list(rows.filter(pk__gt=last).order_by("pk")[:CHUNK]):
        yield found
        last = found[-1].pk


def captures() -> Iterator[Fault]:
    """Read every capture and text layer again and compare digests."""
    for rows in chunks(Capture.objects.only("sha256", "text_sha256", "size_bytes")):
        for capture in rows:
            for what, sha256 in (("capture", capture.sha256), ("text layer", capture.text_sha256)):
                try:
                    store.get(sha256)
                except store.FileLost as error:
                    yield Fault(what, f"capture {capture.pk}", str(error))


def orphans() -> list[str]:
    """Return the names of files in the store that no capture names."""
    gone = []
    batch = []
    for path in store.files():
        batch.append(path.name)
        if len(batch) == CHUNK:
            gone += _unnamed(batch)
            batch = []
    return gone + _unnamed(batch)


def _unnamed(names: list[str]) -> list[str]:
    named = set(Capture.objects.filter(sha256__in=names).values_list("sha256", flat=True))
    named |= set(Capture.objects.filter(text_sha256__in=names).values_list("text_sha256", flat=True))
    return [name for name in names if name not in named]


def orphan_files() -> Iterator[Fault]:
    for name in orphans():
        yield Fault("store", name, "no capture names this file: a killed import left it; bring it in again, or --sweep")


def versions() -> Iterator[Fault]:
    """Compute the digests of every version again, and hold the shown record against the frozen one."""
    for rows in chunks(Version.objects.all()):
        for version in rows:
            if version.sha256 != hashlib.sha256(version.body.encode()).hexdigest():
                yield Fault("version", f"{version.article_id} v{version.number}", "the text is not the one its SHA-256 was made of")
            if version.body and version.sameness_key != sameness_key(version.body):
                yield Fault("version", f"{version.article_id} v{version.number}", "its sameness key is stale")
            if len(version.kinds) != (len(version.body.split("\n\n")) if version.body else 0):
                yield Fault("version", f"{version.article_id} v{version.number}", "its blocks and their kinds do not agree")


def articles() -> Iterator[Fault]:
    """Derive dates and searched columns again, and hold the record against the frozen one."""
    for rows in chunks(Article.objects.select_related("current", "publication").prefetch_related("contributions")):
        for article in rows:
            if article.published_on:
                date = edtf.parse(article.published_on)
                if (date.earliest, date.latest) != (article.published_earliest, article.published_latest):
                    yield Fault("date", article.pid, f"{article.published_on} does not give the days kept beside it")
            for name in _differing(article) if article.current else ():
                yield Fault("record", article.pid, f"its {name} is not the one frozen with the version that is shown")
            before = article.title_key
            article.prepare()
            if article.title_key != before:
                yield Fault("title", article.pid, "its titles as they are compared are not those of the record")


def index() -> Iterator[Fault]:
    """Hold the search index against the records, and its words against the list of what was entered."""
    for rows in chunks(Article.objects.only("pid")):
        named = {article.pk: article.pid for article in rows}
        for pk, message in stale(named):
            yield Fault("index", named[pk], f"{message}: run reindex_search")
    for message in surplus():
        yield Fault("index", "all", f"{message}: run reindex_search")


def _differing(article: Article) -> list[str]:
    """Return the parts of the record that are not as the version shown froze them."""
    frozen = article.current.record
    differing = []
    for name in RECORD_FIELDS:
        value = getattr(article, name)
        if name != "publication_id" and frozen[name] != (value.isoformat() if isinstance(value, dt.date) else value):
            differing.append(name)
    then, now = frozen["publication"] and frozen["publication"]["pid"], article.publication and article.publication.pid
    # A publication that was found to be another since is still the one that was frozen.
    if then != now and not Merge.objects.filter(loser=then, undone_at=None).exists():
        differing.append("publication")
    credits = sorted(article.contributions.all(), key=lambda credit: credit.position)
    if [(c["name"], c["role"], c["affiliation"]) for c in frozen["authors"]] != [(c.name, c.role, c.affiliation) for c in credits]:
        differing.append("by-line")
    return differing


def pids() -> Iterator[Fault]:
    """Hold the register against the records, both ways."""
    for kind in Pid.objects.order_by().values_list("kind", flat=True).distinct():
        model = model_of(kind)
        if model is None:
            yield Fault("pids", kind, "the register speaks of a kind that no record is of")
            continue
        for rows in chunks(Pid.objects.filter(kind=kind)):
            present = set(model._default_manager.filter(pid__in=[row.pid for row in rows]).values_list("pid", flat=True))
            for row in rows:
                if (row.pid in present) == (row.retired_at is not None):
                    yield Fault("pids", row.pid, "it is retired and has a record" if row.retired_at else "its record is gone")
    for model in (model for kind in ("article", "author", "publication", "entity", "claim", "question") if (model := model_of(kind))):
        for rows in chunks(model._default_manager.only("pid")):
            registered = set(Pid.objects.filter(kind=model.pid_kind, pid__in=[row.pid for row in rows]).values_list("pid", flat=True))
            for row in rows:
                if row.pid not in registered:
                    yield Fault("pids", row.pid, "the register does not hold it")


def claims() -> Iterator[Fault]:
    """Hold each claim's finding and number against what they follow from, and each claim with words against the versions of its article."""
    for rows in chunks(Claim.objects.prefetch_related("assessments")):
        newest = dict(Version.objects.filter(article__in={claim.article_id for claim in rows}).order_by("number").values_list("article_id", "pk"))
        anchored = set(Anchor.objects.filter(claim__in=rows).values_list("claim_id", "version_id"))
        for claim in rows:
            findings = [assessment.finding for assessment in sorted(claim.assessments.all(), key=lambda assessment: assessment.pk)]
            if claim.finding != (findings[-1] if findings else Claim.Finding.UNREVIEWED):
                yield Fault("claim", claim.pid, f"its finding is {claim.finding}, and its newest assessment says otherwise")
            kept = [getattr(claim, name) for name in DERIVED_OF_CLAIM]
            claim.prepare()
            if kept != [getattr(claim, name) for name in DERIVED_OF_CLAIM]:
                yield Fault("claim", claim.pid, "its compared property, words or number are stale")
            if claim.excerpt and (claim.state != Claim.State.PUBLISHED or not (claim.quote or "").startswith(claim.excerpt)):
                yield Fault("claim", claim.pid, "its excerpt is no beginning of its words, or it is not published")
            if claim.quote is not None and (claim.pk, newest.get(claim.article_id)) not in anchored:
                yield Fault("claim", claim.pid, "its words have no anchor in the newest version")


def anchors() -> Iterator[Fault]:
    """Read the words at every anchor again: they are those that the anchor says."""
    for rows in chunks(Version.objects.filter(anchors__isnull=False).distinct().prefetch_related("anchors")):
        for version in rows:
            for anchor in version.anchors.all():
                if anchor.span and anchoring.quote_at(version.body, *anchor.span) != anchoring.TextQuote(anchor.exact, anchor.prefix, anchor.suffix):
                    yield Fault("anchor", f"{anchor.claim_id or anchor.correction_id} in {version.article_id} {version}", "other words stand there")


def redirects() -> Iterator[Fault]:
    """Follow every redirect: it must lead to a record, in one hop."""
    chained = Redirect.objects.filter(target__in=Redirect.objects.values("key")).exclude(target=F("key"))
    for redirect in chained.iterator():
        yield Fault("redirects", str(redirect), "it leads to another redirect")
    for redirect in Redirect.objects.filter(target__retired_at__isnull=False, target__is_demo=False).iterator():
        yield Fault("redirects", str(redirect), "the record it leads to is gone")


def spellings() -> Iterator[Fault]:
    """Spell every name again: what is not kept in all its spellings is found by nobody."""
    for model, words, column in ((Name, NameWord, "text"), (Author, AuthorWord, "name"), (Publication, PublicationWord, "title")):
        for rows in chunks(model._default_manager.only(column)):
            kept: dict[int, set[str]] = {row.pk: set() for row in rows}
            for record, word in words._default_manager.filter(record__in=kept).values_list("record", "word"):
                kept[record].add(word)
            for row in rows:
                if lacking := spellings_of([getattr(row, column)]) - kept[row.pk]:
                    yield Fault("spellings", f"{row._meta.model_name} {row.pk}", f"it is not found by {sorted(lacking)[0]}: save it again")


def triggers() -> Iterator[Fault]:
    for name in sorted(missing_triggers()):
        yield Fault("database", name, "this trigger is missing: run migrate")


CHECKS = (triggers, pids, redirects, articles, index, versions, claims, anchors, captures, spellings, orphan_files)


def verify() -> Iterator[Fault]:
    """Yield every fault found; each capture is read again from disk."""
    for check in CHECKS:
        yield from check()
