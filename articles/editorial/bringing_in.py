"""Captures become drafts: read, compared with what is there, and written in short transactions."""

from __future__ import annotations

import datetime as dt
import hashlib
import logging
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DatabaseError
from django.db.models import F

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
    """What came of one capture. ``status`` is new, unchanged, same-text, near-duplicate or failed.

    ``beside`` is the number of the capture of the same import that it is the same as or like, where that was only rehearsed.
    """

    prepared: Prepared
    status: str
    pid: str | None = None
    duplicate_of: str | None = None
    beside: int | None = None
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
            return Outcome(item, "unchanged", pid=_pid(self.by_sha[item.sha256]), beside=_number(self.by_sha[item.sha256]))
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


def _number(key: str | None) -> int | None:
    return int(key[1:]) if key is not None and key.startswith("#") else None


def rehearse(batch: Sequence[Prepared], comparison: Comparison, terms: Terms, *, numbers: Iterable[int] | None = None) -> list[Outcome]:
    """Return what ``bring_in`` would do, writing nothing; ``comparison`` is carried from batch to batch.

    ``numbers`` says how the captures are counted, each once, and so what ``beside`` of an outcome names.
    """
    comparison.ask(batch)
    outcomes = []
    for item, number in zip(batch, numbers or range(len(comparison.by_sha), len(comparison.by_sha) + len(batch)), strict=True):
        outcome = comparison.decide(item)
        outcomes.append(outcome)
        if outcome.status in MAKES_AN_ARTICLE or outcome.status == "same-text":
            comparison.learn(outcome, outcome.duplicate_of or f"#{number}")
        if outcome.status in MAKES_AN_ARTICLE:
            _settle_access(outcome, terms)
        outcome.beside = outcome.beside or _number(outcome.duplicate_of)
        outcome.duplicate_of = _pid(outcome.duplicate_of)
    _note_access(outcomes, _there(outcomes))
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


def _note_access(outcomes: Iterable[Outcome], there: Mapping[str, Article]) -> None:
    """Note the level of the articles that were there before, as it stands."""
    for outcome in outcomes:
        if outcome.status in {"unchanged", "same-text"}:
            article = there.get(outcome.pid or outcome.duplicate_of)
            outcome.access = article.access if article else Article.Access.RECORD


def bring_in(batch: Sequence[Prepared], terms: Terms) -> list[Outcome]:
    """Write a batch of captures in one transaction and return what came of each, in order.

    Where the database refuses the batch, each capture is tried alone, so that one bad page costs no other.
    """
    require(terms.by, "articles.import_article")
    try:
        with store.locked(), search.together():
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
    spare = new_pids(len(batch) + len(_signed(batch)))
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
    there = _there(outcomes)
    brought = [outcome for outcome in outcomes if outcome.status in {*MAKES_AN_ARTICLE, "same-text"}]
    files = [data for outcome in brought for data in (outcome.prepared.data, outcome.prepared.draft.text_layer.encode())]
    with store.keeping(files) as kept:  # the disk is waited for while the rows are made
        articles = _write_articles(made, terms, there, spare)
        _write_captures(brought, {**there, **articles}, terms, kept())
    if terms.is_published:
        _publish(made, articles, terms)
    _note_access(outcomes, there)
    return outcomes


def _there(outcomes: Iterable[Outcome]) -> dict[str, Article]:
    """Return the articles of the archive that ``outcomes`` name, by pid, with as much of them as is asked here."""
    pids = {pid for outcome in outcomes for pid in (outcome.pid, outcome.duplicate_of) if pid}
    pids -= {outcome.pid for outcome in outcomes if outcome.status in MAKES_AN_ARTICLE}
    return {article.pid: article for article in Article.objects.filter(pid__in=pids).only("pid", "access")} if pids else {}


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
        outcome.pid, *spare = new_pids(1 + len(_signed([item])))
        _settle_access(outcome, terms)
        article = _write_articles([outcome], terms, _there([outcome]), spare)[outcome.pid]
    else:
        article = Article.objects.get(pid=outcome.duplicate_of)
    if not Reading.objects.filter(capture=capture, article=article).exists():
        _reading(capture, article.pk, outcome).save()
    return article


def _write_articles(made: list[Outcome], terms: Terms, there: Mapping[str, Article], spare: list[str]) -> dict[str, Article]:
    """Make an article of each of ``made``, with all that is read from its capture, and return them by pid.

    ``there`` has what they resemble; ``spare`` are pids for authors whom no record is made of yet.
    """
    publications = _publications(made)
    bylines = _bylines(made, spare)
    articles = {outcome.pid: _article(outcome, publications, terms) for outcome in made}
    for article, outcome in zip(articles.values(), made, strict=True):
        article.clean_fields(exclude=["publication", "created_by"])  # found or made above: no need to ask for them again
        article.clean()
        article.prepare()
        # What a person has to look at: how many warnings, and which article it resembles.
        article.open_doubts = len(outcome.prepared.draft.doubts) + len(outcome.doubts)
        article.resembles = there.get(outcome.duplicate_of)
    Article.objects.bulk_create(articles.values())
    _resemble_each_other(made, articles)
    versions, contributions, sketches, sources, documents = [], [], [], [], []
    outlets = known_outlets()
    for (pid, article), outcome in zip(articles.items(), made, strict=True):
        item = outcome.prepared
        version = Version(article=article, number=1, body=item.draft.body, kinds=item.draft.kinds, made_by=terms.by)
        version.prepare(known_key=item.sameness_key)
        versions.append(version)
        sources += rows_for(version, published_on=article.published_on, known=outlets)
        for contribution in bylines[pid]:
            contribution.article = article
        contributions += bylines[pid]
        sketches += [(article.pk, value) for value in sketch(item.shingles)]
        documents.append(search.Source.of_draft(article, version, bylines[pid]))
    Version.objects.bulk_create(versions)
    write_sources(sources)
    Contribution.objects.bulk_create(contributions)
    Suggestion.objects.bulk_create(_suggestions(made, articles))
    Sketch.objects.write(sketches)
    if terms.is_published:  # entered once, as they stand at the end
        search.index(article.pk for article in articles.values())
    else:
        search.index_new(documents)
    Change.objects.bulk_create(
        Change(
            by=terms.by, act="import", kind=Article._meta.label_lower, object_id=str(article.pk), label=article.pid, batch=terms.batch,
            before=None, after={"capture": outcome.prepared.sha256, "status": outcome.status, "sha256": version.sha256},
        )
        for article, version, outcome in zip(articles.values(), versions, made, strict=True)
    )  # fmt: skip
    return articles


def _resemble_each_other(made: list[Outcome], articles: Mapping[str, Article]) -> None:
    """Note which articles resemble one that came in beside them: it had no key when they were written."""
    near = [(articles[outcome.pid], articles[outcome.duplicate_of]) for outcome in made if outcome.duplicate_of in articles]
    for article, other in near:
        article.resembles = other
    Article.objects.bulk_update([article for article, _ in near], ["resembles"])


def _bylines(made: list[Outcome], spare: list[str]) -> dict[str, list[Contribution]]:
    """Return the unsaved by-line of the article that becomes of each of ``made``, by pid; notes with it which names were left open."""
    authors = _authors([outcome.prepared for outcome in made], spare)
    bylines: dict[str, list[Contribution]] = {}
    for outcome in made:
        credited: set[int] = set()
        byline = bylines[outcome.pid] = []
        for position, printed in enumerate(outcome.prepared.draft.authors, start=1):
            candidates = authors.get(fold(printed.name), [])
            author = candidates[0] if len(candidates) == 1 and candidates[0].pk not in credited else None
            if author:
                credited.add(author.pk)
            elif len(candidates) > 1:
                outcome.doubts.append(Doubt("ambiguous-author", f"{len(candidates)} authors are called {printed.name}: choose one, or add another."))
            byline.append(Contribution(position=position, name=printed.name, author=author, role=printed.role, affiliation=printed.affiliation))
            byline[-1].clean_fields(exclude=["article", "author"])
    return bylines


def _suggestions(made: list[Outcome], articles: Mapping[str, Article]) -> list[Suggestion]:
    """Return the unsaved suggestions of what was found in the texts of ``made``."""
    # The names were read when the import began: an entity may have been found to be another since.
    named = {found.entity_id for outcome in made for found in outcome.prepared.found}
    survivors = dict(Entity.objects.filter(pk__in=named).exclude(merged_into=None).order_by().values_list("pk", "merged_into")) if named else {}
    suggestions: list[Suggestion] = []
    for outcome in made:
        proposed: dict[int, Suggestion] = {}
        for found in outcome.prepared.found:
            key = survivors.get(found.entity_id) or found.entity_id
            if key in proposed:
                proposed[key].count += found.count
            else:
                proposed[key] = Suggestion(article=articles[outcome.pid], entity_id=key, **as_suggested(found))
        suggestions += proposed.values()
    return suggestions


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


def _signed(batch: Iterable[Prepared]) -> dict[str, str]:
    """Return the names that stand in the by-lines of ``batch``, by their folded forms."""
    return {fold(author.name): author.name for item in batch if item.draft for author in item.draft.authors}


def _authors(batch: Iterable[Prepared], spare: list[str]) -> dict[str, list[Author]]:
    """Return the authors who bear each printed name, by its folded form; a name that nobody bears gets a record and one of the pids ``spare``."""
    printed = _signed(batch)
    known: dict[str, list[Author]] = {}
    # One that was found to be another still says under which name that other signs.
    for author in Author.objects.filter(name_key__in=printed).select_related("merged_into").order_by("id"):
        called = known.setdefault(author.name_key, [])
        if (bearer := author.merged_into or author) not in called:
            called.append(bearer)
    fresh = [Author(name=name) for key, name in printed.items() if key not in known]
    give_addresses(fresh, drawn=spare)
    for author in fresh:
        author.clean_fields()
        author.prepare()
        known[author.name_key] = [author]
    Author.objects.bulk_create(fresh)
    return known


def _write_captures(outcomes: list[Outcome], articles: Mapping[str, Article], terms: Terms, kept: Sequence[str]) -> None:
    """Write the rows of the captures that ``outcomes`` came of; ``kept`` are the digests of their bytes and text layers in turn."""
    captures, readings = [], []
    for outcome, sha256, text_sha256 in zip(outcomes, kept[::2], kept[1::2], strict=True):
        item, read = outcome.prepared, outcome.prepared.draft
        capture = Capture(
            sha256=sha256,
            text_sha256=text_sha256,
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
        readings.append(_reading(capture, articles[outcome.pid].pk, outcome))
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


def _publish(made: list[Outcome], articles: Mapping[str, Article], terms: Terms) -> None:
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
    for outcome, (_, fault) in zip(ready, publish_all([articles[outcome.pid] for outcome in ready], by=terms.by), strict=True):
        if fault:
            _leave_unpublished(outcome, str(fault))
    if left := [articles[outcome.pid].pk for outcome in made if outcome.doubts and outcome.doubts[-1].code == "not-published"]:
        Article.objects.filter(pk__in=left).update(open_doubts=F("open_doubts") + 1)


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
