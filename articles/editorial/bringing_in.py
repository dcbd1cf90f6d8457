"""Captures become drafts: read, compared with what is there, and written in short transactions."""

from __future__ import annotations

import datetime as dt
import hashlib
import logging
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from articles import rights as rights_statements
from articles import search, store
from articles.ingest.draft import draft
from articles.ingest.read import UnreadableCapture
from articles.ingest.record import Doubt, Draft
from articles.ingest.sketch import NEAR, resemblance, shingles, sketch
from articles.models import (
    Article,
    Author,
    Capture,
    Contribution,
    Publication,
    PublicationTitle,
    Reading,
    Sketch,
    Suggestion,
    Version,
)  # fmt: skip
from entities.models import Entity
from kzarchive import edtf
from kzarchive.addresses.models import give_addresses, new_pids
from kzarchive.history.models import Change
from kzarchive.text import fold, sameness_key

from .answers import Answers
from .duplicates import COMPARED_IN_FULL, likeliest
from .errors import EditorialError
from .naming import Found, KnownNames, as_suggested, years_warning
from .publishing import publish_all, require
from .sources import known_outlets, rows_for, write_sources

logger = logging.getLogger("kzarchive.import")

MAKES_AN_ARTICLE = {"new", "near-duplicate"}


@dataclass(frozen=True)
class Failure:
    """Why a capture was not brought in; ``at`` is the byte or character it failed at, where that is known."""

    code: str
    message: str
    at: int | None = None


@dataclass
class Prepared:
    """A capture read and analysed, before the archive was asked anything."""

    name: str
    data: bytes
    sha256: str
    draft: Draft | None = None
    failure: Failure | None = None
    found: list[Found] = field(default_factory=list)
    shingles: frozenset[int] = frozenset()
    sameness_key: str = ""


@dataclass
class Outcome:
    """What came of one capture. ``status`` is new, unchanged, same-text, near-duplicate or failed."""

    prepared: Prepared
    status: str
    pid: str | None = None
    duplicate_of: str | None = None
    failure: Failure | None = None
    doubts: list[Doubt] = field(default_factory=list)
    access: str = Article.Access.RECORD


@dataclass(frozen=True)
class Terms:
    """Under what terms captures come in: who brings them, and what the archive may show of them."""

    by: Any
    access: str = Article.Access.RECORD
    rights: str | None = None
    rights_basis: str | None = None
    is_published: bool = False
    batch: uuid.UUID | None = None


def prepare(name: str, data: bytes, *, names: KnownNames, today: dt.date) -> Prepared:
    """Read one capture; what cannot be read comes back with its failure. Asks the database nothing."""
    prepared = Prepared(name, data, hashlib.sha256(data).hexdigest())
    try:
        prepared.draft = draft(data, filename=PurePath(name).name, today=today)
    except UnreadableCapture as error:
        prepared.failure = Failure(error.code, str(error), error.at)
        return prepared
    except Exception as error:  # a fault of the reader on one page must not end an import of thousands
        logger.exception("the reader failed on a capture", extra={"facts": {"sha256": prepared.sha256}})
        prepared.failure = Failure("reader-fault", f"The reader failed on this page ({type(error).__name__}): please report it.")
        return prepared
    return analysed(prepared, names=names)


def analysed(prepared: Prepared, *, names: KnownNames) -> Prepared:
    """Note with a capture that was read which names its text has, and what it is compared with others by."""
    body = prepared.draft.body
    published = edtf.parse(prepared.draft.published_on) if prepared.draft.published_on else None
    prepared.found = names.in_text(body, written=published and (published.earliest, published.latest))
    if published and (warning := years_warning(prepared.found, published.text)):
        prepared.draft = replace(prepared.draft, doubts=(*prepared.draft.doubts, Doubt("years-of-use", warning)))
    prepared.shingles = shingles(body)
    prepared.sameness_key = sameness_key(body) if body else ""
    return prepared


def known_captures(shas: Iterable[str]) -> dict[str, str | None]:
    """Return, for those digests that the archive holds, the pid of the article each was read into."""
    rows = Capture.objects.filter(sha256__in=list(shas)).order_by("-readings__id").values_list("sha256", "readings__article__pid")
    return dict(rows)


class Comparison:
    """What the archive already holds of the captures it was asked about; learns each new one as it is decided.

    Articles are told apart by a key: their pid, or a word beginning with ``#`` where a rehearsal made none.
    """

    def __init__(self) -> None:
        self.by_sha: dict[str, str | None] = {}
        self.by_key: dict[str, str] = {}
        self.by_value: dict[int, set[str]] = {}
        self.texts: dict[str, frozenset[int]] = {}
        self.text_keys: dict[str, str] = {}
        self.answers = Answers()

    def ask(self, batch: Sequence[Prepared]) -> None:
        """Look up a whole batch at once: its digests, its texts, the numbers of its sketches."""
        self.by_sha |= known_captures(item.sha256 for item in batch)
        keys = {item.sameness_key for item in batch if item.sameness_key}
        answers = Answers.on(keys)
        self.answers.add(answers)
        keys |= set(answers.kept.values())
        self.by_key |= dict(Version.objects.filter(sameness_key__in=keys).order_by("-id").values_list("sameness_key", "article__pid"))
        values = {value for item in batch for value in sketch(item.shingles)}
        for value, pid in Sketch.objects.sharing(values):
            self.by_value.setdefault(value, set()).add(pid)

    def decide(self, item: Prepared) -> Outcome:
        """Return the outcome ``item`` is to have, before anything is written."""
        if item.sha256 in self.by_sha:
            return Outcome(item, "unchanged", pid=_pid(self.by_sha[item.sha256]))
        if item.failure:
            return Outcome(item, "failed", failure=item.failure)
        if item.sameness_key in self.by_key:
            return Outcome(item, "same-text", duplicate_of=self.by_key[item.sameness_key])
        if (kept := self.answers.kept.get(item.sameness_key)) in self.by_key:
            message = f"An editor found this to be {_pid(self.by_key[kept]) or 'another capture'}, printed elsewhere: the capture is kept with it."
            return Outcome(item, "same-text", duplicate_of=self.by_key[kept], doubts=[Doubt("also-printed", message)])
        if near := self._near(item):
            message = f"Most of this text stands in {_pid(near) or 'another capture'} already: compare the two before publishing."
            return Outcome(item, "near-duplicate", duplicate_of=near, doubts=[Doubt("near-duplicate", message)])
        return Outcome(item, "new")

    def learn(self, outcome: Outcome, key: str) -> None:
        """Remember a decided capture, so that a later one is compared with it too."""
        item = outcome.prepared
        self.by_sha[item.sha256] = key
        if outcome.status in MAKES_AN_ARTICLE:
            if item.sameness_key:
                self.by_key.setdefault(item.sameness_key, key)
            self.texts[key] = item.shingles
            self.text_keys[key] = item.sameness_key
            for value in sketch(item.shingles):
                self.by_value.setdefault(value, set()).add(key)

    def _near(self, item: Prepared) -> str | None:
        best, nearest, compared = 0.0, None, 0
        for key in likeliest(sketch(item.shingles), self.by_value):
            if compared == COMPARED_IN_FULL:
                break
            others, text_key = self._text_of(key)
            if self.answers.say_different(item.sameness_key, text_key):
                continue
            compared += 1
            likeness = resemblance(item.shingles, others)
            if likeness > best:
                best, nearest = likeness, key
        return nearest if best >= NEAR else None

    def _text_of(self, key: str) -> tuple[frozenset[int], str]:
        """Return the shingles of a text, and its sameness key."""
        if key in self.texts:
            return self.texts[key], self.text_keys.get(key, "")
        newest = Version.objects.filter(article__pid=key).order_by("-number").values_list("body", "sameness_key").first()
        body, text_key = newest or ("", "")
        return shingles(body), text_key


def _pid(key: str | None) -> str | None:
    return None if key is None or key.startswith("#") else key


def rehearse(batch: Sequence[Prepared], comparison: Comparison, terms: Terms) -> list[Outcome]:
    """Return what ``bring_in`` would do, writing nothing; ``comparison`` is carried from batch to batch."""
    comparison.ask(batch)
    outcomes = []
    for item in batch:
        outcome = comparison.decide(item)
        outcomes.append(outcome)
        if outcome.status in MAKES_AN_ARTICLE or outcome.status == "same-text":
            comparison.learn(outcome, outcome.duplicate_of or f"#{len(comparison.by_sha)}")
        if outcome.status in MAKES_AN_ARTICLE:
            _settle_access(outcome, terms)
        outcome.duplicate_of = _pid(outcome.duplicate_of)
    _note_access(outcomes)
    return outcomes


def _settle_access(outcome: Outcome, terms: Terms) -> None:
    """Give the article to be made its level; a page that reserves all rights is never shown whole on a bulk statement's word."""
    outcome.access = terms.access
    if terms.rights and rights_statements.reserves_all(outcome.prepared.draft.text_layer):
        message = f"The page reserves all rights; those given are {rights_statements.label(terms.rights)}."
        if terms.access == Article.Access.FULL:
            outcome.access = Article.Access.RECORD
            message += " Its text stays closed until an editor settles it."
        outcome.doubts.append(Doubt("rights-conflict", message))


def _note_access(outcomes: Iterable[Outcome]) -> None:
    """Note the level of the articles that were there before, as it stands."""
    there = [outcome for outcome in outcomes if outcome.status in {"unchanged", "same-text"}]
    levels = dict(Article.objects.filter(pid__in={outcome.pid or outcome.duplicate_of for outcome in there}).values_list("pid", "access"))
    for outcome in there:
        outcome.access = levels.get(outcome.pid or outcome.duplicate_of, Article.Access.RECORD)


def bring_in(batch: Sequence[Prepared], terms: Terms) -> list[Outcome]:
    """Write a batch of captures in one transaction and return what came of each, in order.

    Where the database refuses the batch, each capture is tried alone, so that one bad page costs no other.
    """
    require(terms.by, "articles.import_article")
    try:
        with store.locked(), transaction.atomic(), search.together():
            return _write(batch, terms)
    except (DatabaseError, ValidationError, EditorialError) as error:
        if len(batch) == 1:
            item = batch[0]
            _clear_files([item])
            return [Outcome(item, "failed", failure=Failure("refused", f"The archive refuses this record: {_first_line(error)}"))]
        return [outcome for item in batch for outcome in bring_in([item], terms)]


def _write(batch: Sequence[Prepared], terms: Terms) -> list[Outcome]:
    comparison = Comparison()
    comparison.ask(batch)
    spare = new_pids(len(batch))
    outcomes, made = [], []
    for item in batch:
        outcome = comparison.decide(item)
        outcomes.append(outcome)
        if outcome.status in MAKES_AN_ARTICLE:
            outcome.pid = spare.pop()
            _settle_access(outcome, terms)
            comparison.learn(outcome, outcome.pid)
            made.append(outcome)
        elif outcome.status == "same-text":
            outcome.pid = outcome.duplicate_of
            comparison.learn(outcome, outcome.pid)
    _write_articles(made, terms)
    _write_captures([outcome for outcome in outcomes if outcome.status in {*MAKES_AN_ARTICLE, "same-text"}], terms)
    if terms.is_published:
        _publish(made, terms)
    _leave_for_the_desk(made)
    _note_access(outcomes)
    return outcomes


def _leave_for_the_desk(made: list[Outcome]) -> None:
    """Note with each new article what a person has to look at: how many warnings, and which article it resembles."""
    near = dict(Article.objects.filter(pid__in=[o.duplicate_of for o in made if o.duplicate_of]).values_list("pid", "pk"))
    waiting = {o.pid: o for o in made if o.prepared.draft.doubts or o.doubts}
    articles = list(Article.objects.filter(pid__in=waiting).only("pid")) if waiting else []
    for article in articles:
        outcome = waiting[article.pid]
        article.open_doubts = len(outcome.prepared.draft.doubts) + len(outcome.doubts)
        article.resembles_id = near.get(outcome.duplicate_of)
    Article.objects.bulk_update(articles, ["open_doubts", "resembles"])


def bring_in_part(capture: Capture, read: Draft, terms: Terms, *, names: KnownNames) -> Article:
    """Make an article of ``read``, one part of a capture that the archive holds; return it, or the one that has the same text already.

    To be called within a transaction.
    """
    item = analysed(Prepared(capture.filename, b"", capture.sha256, draft=read), names=names)
    comparison = Comparison()
    comparison.ask([item])
    comparison.by_sha.clear()  # the bytes are known, and the part is not
    outcome = comparison.decide(item)
    if outcome.status in MAKES_AN_ARTICLE:
        outcome.pid = new_pids(1)[0]
        _settle_access(outcome, terms)
        _write_articles([outcome], terms)
        _leave_for_the_desk([outcome])
    else:
        outcome.pid = outcome.duplicate_of
    article = Article.objects.get(pid=outcome.pid)
    if not Reading.objects.filter(capture=capture, article=article).exists():
        _reading(capture, article.pk, outcome).save()
    return article


def _write_articles(made: list[Outcome], terms: Terms) -> None:
    publications = _publications(made)
    authors = _authors(made)
    # The names were read when the import began: an entity may have been found to be another since.
    survivors = dict(Entity.objects.exclude(merged_into=None).values_list("pk", "merged_into"))
    articles = [_article(outcome, publications, terms) for outcome in made]
    for article in articles:
        article.clean_fields(exclude=["publication", "created_by"])  # found or made above: no need to ask for them again
        article.clean()
        article.prepare()
    Article.objects.bulk_create(articles)
    versions, contributions, suggestions, sketches, sources = [], [], [], [], []
    outlets = known_outlets()
    for article, outcome in zip(articles, made, strict=True):
        item = outcome.prepared
        version = Version(article=article, number=1, body=item.draft.body, kinds=item.draft.kinds, made_by=terms.by)
        version.prepare()
        versions.append(version)
        sources += rows_for(version, published_on=article.published_on, known=outlets)
        credited: set[int] = set()
        for position, printed in enumerate(item.draft.authors, start=1):
            candidates = authors.get(fold(printed.name), [])
            author = candidates[0] if len(candidates) == 1 and candidates[0].pk not in credited else None
            if author:
                credited.add(author.pk)
            elif len(candidates) > 1:
                outcome.doubts.append(Doubt("ambiguous-author", f"{len(candidates)} authors are called {printed.name}: choose one, or add another."))
            contributions.append(
                Contribution(article=article, position=position, name=printed.name, author=author, role=printed.role, affiliation=printed.affiliation)
            )
            contributions[-1].clean_fields(exclude=["article", "author"])
        proposed: dict[int, Suggestion] = {}
        for f in item.found:
            key = survivors.get(f.entity_id) or f.entity_id
            if key in proposed:
                proposed[key].count += f.count
            else:
                proposed[key] = Suggestion(article=article, entity_id=key, **as_suggested(f))
        suggestions += proposed.values()
        sketches += [(article.pk, value) for value in sketch(item.shingles)]
    Version.objects.bulk_create(versions)
    write_sources(sources)
    Contribution.objects.bulk_create(contributions)
    Suggestion.objects.bulk_create(suggestions)
    Sketch.objects.write(sketches)
    search.index(article.pk for article in articles)
    Change.objects.bulk_create(
        Change(
            by=terms.by, act="import", kind=Article._meta.label_lower, object_id=str(article.pk), label=article.pid, batch=terms.batch,
            before=None, after={"capture": outcome.prepared.sha256, "status": outcome.status, "sha256": version.sha256},
        )
        for article, version, outcome in zip(articles, versions, made, strict=True)
    )  # fmt: skip


def _article(outcome: Outcome, publications: dict[str, Publication], terms: Terms) -> Article:
    read = outcome.prepared.draft
    printed = rights_statements.printed_statement(read.rights) if read.rights else None
    return Article(
        pid=outcome.pid,
        title=read.title,
        subtitle=read.subtitle,
        byline=read.byline,
        publication=publications.get(fold(read.publication)) if read.publication else None,
        section=read.section,
        volume=read.volume,
        issue=read.issue,
        pages=read.pages,
        published_on=read.published_on,
        published_basis=read.published_basis,
        dateline=read.dateline,
        language=read.language,
        quality=list(read.quality),
        rights=terms.rights or printed,
        rights_basis=terms.rights_basis if terms.rights else printed and "printed on the page",
        rights_printed=read.rights,
        source_url=read.source_url,
        access=outcome.access,
        created_by=terms.by,
    )


def _publications(made: list[Outcome]) -> dict[str, Publication]:
    """Return a publication for each printed title, by its folded form; a title that no record bears gets one."""
    printed = {fold(o.prepared.draft.publication): o for o in made if o.prepared.draft.publication}
    known: dict[str, Publication] = {}
    for row in PublicationTitle.objects.filter(key__in=printed).select_related("publication").order_by("-id"):
        known[row.key] = row.publication
    # One that was found to be another still says under which title that other is printed.
    for row in Publication.objects.filter(title_key__in=printed).select_related("merged_into").order_by("-id"):
        known[row.title_key] = row.merged_into or row
    for key, outcome in printed.items():
        if key not in known:
            read = outcome.prepared.draft
            publication = Publication(title=read.publication, publisher=read.publisher)
            publication.clean_fields(exclude=["pid", "slug", "title_key"])
            publication.save()
            known[key] = publication
    return known


def _authors(made: list[Outcome]) -> dict[str, list[Author]]:
    """Return the authors who bear each printed name, by its folded form; a name that nobody bears gets a record."""
    printed = {fold(author.name): author.name for outcome in made for author in outcome.prepared.draft.authors}
    known: dict[str, list[Author]] = {}
    # One that was found to be another still says under which name that other signs.
    for author in Author.objects.filter(name_key__in=printed).select_related("merged_into").order_by("id"):
        called = known.setdefault(author.name_key, [])
        if (bearer := author.merged_into or author) not in called:
            called.append(bearer)
    fresh = [Author(name=name) for key, name in printed.items() if key not in known]
    give_addresses(fresh)
    for author in fresh:
        author.clean_fields()
        author.prepare()
        known[author.name_key] = [author]
    Author.objects.bulk_create(fresh)
    return known


def _write_captures(outcomes: list[Outcome], terms: Terms) -> None:
    articles = dict(Article.objects.filter(pid__in=[outcome.pid for outcome in outcomes]).values_list("pid", "pk"))
    captures, readings = [], []
    for outcome in outcomes:
        item, read = outcome.prepared, outcome.prepared.draft
        layer = read.text_layer.encode()
        capture = Capture(
            sha256=store.put(item.data),
            text_sha256=store.put(layer),
            size_bytes=len(item.data),
            filename=PurePath(item.name).name,
            media_type=read.media_type,
            encoding=read.encoding,
            encoding_basis=read.encoding_basis,
            source_url=read.source_url,
            created_by=terms.by,
        )
        capture.clean_fields(exclude=["created_by"])
        captures.append(capture)
        readings.append(_reading(capture, articles[outcome.pid], outcome))
    Capture.objects.bulk_create(captures)
    Reading.objects.bulk_create(readings)


def _reading(capture: Capture, article_id: int, outcome: Outcome) -> Reading:
    read = outcome.prepared.draft
    return Reading(
        capture=capture,
        article_id=article_id,
        spans={name: [list(span) for span in spans] for name, spans in read.spans.items()},
        removed=[{"start": r.start, "end": r.end, "rule": r.rule} for r in read.removed],
        parts=[list(part) for part in read.parts],
        doubts=[{"code": d.code, "message": d.message} for d in (*read.doubts, *outcome.doubts)],
        sources=[
            {
                "outlet": s.outlet[:300], "published_on": s.published_on, "published_basis": s.published_basis, "cue": s.cue,
                "start": s.start, "end": s.end,
            }
            for s in read.sources
        ],
    )  # fmt: skip


def _publish(made: list[Outcome], terms: Terms) -> None:
    """Publish the new articles that need no person to look at them first, and note with the others why they were not."""
    ready = []
    for outcome in made:
        codes = {doubt.code for doubt in (*outcome.prepared.draft.doubts, *outcome.doubts)}
        if outcome.status == "near-duplicate":
            _leave_unpublished(outcome, "a near-duplicate is for a person to judge.")
        elif "no-article" in codes:
            _leave_unpublished(outcome, "no article was found on the page.")
        elif "several-articles" in codes:
            _leave_unpublished(outcome, "the capture holds several articles.")
        else:
            ready.append(outcome)
    articles = {article.pid: article for article in Article.objects.filter(pid__in=[outcome.pid for outcome in ready])}
    for outcome, (_, fault) in zip(ready, publish_all([articles[outcome.pid] for outcome in ready], by=terms.by), strict=True):
        if fault:
            _leave_unpublished(outcome, str(fault))


def _leave_unpublished(outcome: Outcome, why: str) -> None:
    outcome.doubts.append(Doubt("not-published", f"Not published: {why}"))


def _clear_files(items: Iterable[Prepared]) -> None:
    """Take away the files of captures that were refused after their bytes were kept."""
    with store.locked():
        for item in items:
            layer = hashlib.sha256(item.draft.text_layer.encode()).hexdigest() if item.draft else item.sha256
            for sha in {item.sha256, layer}:
                if not Capture.objects.filter(sha256=sha).exists() and not Capture.objects.filter(text_sha256=sha).exists():
                    store.discard(sha)


def _first_line(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return "; ".join(error.messages)
    return str(error).partition("\n")[0]
