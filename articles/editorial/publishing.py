"""An article's life in public: review, publish, revise, withdraw, publish again."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import CharField, Exists, OuterRef, Q, Value
from django.utils import timezone

from articles import body as body_form
from articles import search, store
from articles.models import (
    RECORD_FIELDS,
    AlsoPrinted,
    Anchor,
    Article,
    Author,
    BatchRow,
    Capture,
    Claim,
    Contribution,
    Correction,
    Evidence,
    FormerText,
    InTextSource,
    Note,
    Publication,
    Reading,
    Sketch,
    SourceCheck,
    SourceStanding,
    Suggestion,
    TaggedEntity,
    TaggedTopic,
    Topic,
    Version,
)
from kzarchive.addresses.models import Redirect, redirect_to_survivor
from kzarchive.history import models as history
from kzarchive.history.models import Change, difference, values_of, write
from kzarchive.writing import update_rows

from .anchors import Effects, anchors_of, articles_in_conflict, carried_over, decided, effects_between, keep_in_place, take_claims_away
from .answers import follow_texts
from .asking import given, require, storable
from .errors import EditorialError, InUse, InvalidRecord, NoSuccessor, NothingChanged, NotReady, ReasonMissing, WrongState
from .excerpting import share_out
from .following import Kept, kept_beside
from .naming import propose
from .sources import note_sources


@dataclass(frozen=True)
class Credit:
    """One name of a by-line as it is to stand in the record."""

    name: str
    author_id: int | None = None
    role: str | None = None
    affiliation: str | None = None


@dataclass(frozen=True)
class Printing:
    """The same article in another publication, as it is to stand in the record."""

    publication_id: int
    title: str | None = None
    published_on: str | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    note: str | None = None


def credits_of(article: Article) -> list[Credit]:
    """Return the article's by-line, in order."""
    return [credit_of(row) for row in article.contributions.order_by("position")]


def credit_of(row: Contribution) -> Credit:
    return Credit(row.name, row.author_id, row.role, row.affiliation)


def printings_of(article: Article) -> list[Printing]:
    """Return where else the article was printed, in the order it was entered."""
    return [_printing(row) for row in article.also_printed.order_by("id")]


def _printing(row: AlsoPrinted) -> Printing:
    return Printing(**{name: getattr(row, name) for name in Printing.__dataclass_fields__})


_PRINTED = ("title", "pid", "issn", "publisher")


@dataclass(frozen=True)
class Known:
    """The records that records of articles name: the pids of authors, and what is printed of publications, by their keys."""

    pids: Mapping[int, str]
    publications: Mapping[int, Mapping[str, str | None]]
    unknown: frozenset[tuple[type[models.Model], int]]  # those that no article has made known to the public, as model and key

    @classmethod
    def of(cls, stated: Iterable[Stated]) -> Known:
        """Return those that ``stated`` name. One query where some of them are not at hand."""
        stated = list(stated)
        named = {record for one in stated for record in one.named}
        pids = {record.pk: record.pid for record in named if isinstance(record, Author)}
        publications = {record.pk: {name: getattr(record, name) for name in _PRINTED} for record in named if isinstance(record, Publication)}
        unknown = {(type(record), record.pk) for record in named if record.public_since is None}
        authors = {credit.author_id for one in stated for credit in one.credits} - {None, *pids}
        printers = {one.article.publication_id for one in stated} | {printing.publication_id for one in stated for printing in one.printings}
        printers -= {None, *publications}
        if authors or printers:
            printed = Publication.objects.filter(pk__in=printers).order_by().values_list("pk", "public_since", *_PRINTED)
            nothing = Value(None, CharField())
            signed = Author.objects.filter(pk__in=authors).order_by().values_list("pk", "public_since", nothing, "pid", nothing, nothing)
            for key, since, title, *values in printed.union(signed, all=True):
                if title is None:
                    pids[key] = values[0]
                else:
                    publications[key] = dict(zip(_PRINTED, (title, *values), strict=True))
                if since is None:
                    unknown.add((Author if title is None else Publication, key))
        return cls(pids, publications, frozenset(unknown))


@dataclass(frozen=True)
class Stated:
    """An article as it stands or is to stand, with the by-line and the printings it is to have, and those of the records named that are at hand."""

    article: Article
    credits: list[Credit]
    printings: list[Printing]
    named: tuple[Author | Publication, ...] = ()

    @property
    def names(self) -> set[tuple[type[models.Model], int | None]]:
        """The authors and publications that it is to name, as model and key."""
        authors = {(Author, credit.author_id) for credit in self.credits}
        return authors | {(Publication, key) for key in (self.article.publication_id, *(printing.publication_id for printing in self.printings))}


def record_of(article: Article, credits: Iterable[Credit], printings: Iterable[Printing]) -> dict[str, Any]:
    """Return the catalogue record as it is frozen with a version: plain values, names and pids as they stand now."""
    stated = Stated(article, list(credits), list(printings))
    return _record(stated, Known.of([stated]))


def _record(stated: Stated, known: Known) -> dict[str, Any]:
    article = stated.article
    publication = known.publications[article.publication_id] if article.publication_id else None
    return {
        **{name: getattr(article, name) for name in RECORD_FIELDS if name != "publication_id"},
        "authors": [
            {"name": c.name, "role": c.role, "affiliation": c.affiliation, "pid": known.pids.get(c.author_id)} for c in stated.credits
        ],
        "publication": publication and {name: publication[name] for name in ("title", "pid", "issn")},
        "publisher": publication and publication["publisher"],
        "also_printed": [
            {
                **{name: value for name, value in asdict(printing).items() if name != "publication_id"},
                "publication": {name: other[name] for name in ("title", "pid")},
            }
            for printing in stated.printings
            for other in (known.publications[printing.publication_id],)
        ],
    }  # fmt: skip


def missing_for_publishing(article: Article, version: Version | None = None) -> list[tuple[str, str]]:
    """Return what stands in the way of publishing, as (code, message) pairs; empty when nothing does.

    ``version`` is the one that would be frozen; without it the newest is asked for.
    """
    missing = []
    version = version or article.versions.order_by("-number").first()
    if version is None or (not version.body and not article.abstract):
        missing.append(("no-text", "It has neither a text nor an abstract."))
    return missing + [("invalid-field", fault) for fault in faults_of(article)]


def faults_of(article: Article) -> list[str]:
    """Return what of the record cannot stand as it does, a sentence each. No query."""
    try:
        article.clean_fields(exclude=_RELATED)
        article.clean()
    except ValidationError as error:
        return [f"{name}: {' '.join(messages)}" for name, messages in error.message_dict.items()]
    return []


# That the record which a column names is there is held by the database: it need not be asked for.
_RELATED = [field.name for field in Article._meta.concrete_fields if field.is_relation]


@transaction.atomic
def submit(article: Article, *, by, is_held: bool = False) -> Article:
    """Hand a draft over for review.

    With ``is_held``, here and in other acts, the caller has read ``article`` in this transaction, holding its row: it is not read again.
    """
    require(by, "articles.change_article")
    article = _locked(article, Article.State.DRAFT, is_held=is_held)
    return _move(article, "submit", by, state=Article.State.IN_REVIEW, assigned_to=None)


@transaction.atomic
def send_back(article: Article, *, by, reason: str, is_held: bool = False) -> Article:
    """Return an article in review to its drafter, whose turn it is then. Raises ReasonMissing."""
    require(by, "articles.review_article")
    article = _locked(article, Article.State.IN_REVIEW, is_held=is_held)
    drafter = article.created_by
    has_a_desk = drafter is not None and drafter.is_active and drafter.is_staff
    return _move(article, "send back", by, reason=given(reason), state=Article.State.DRAFT, assigned_to=drafter if has_a_desk else None)


@transaction.atomic
def publish(article: Article, *, by, batch: uuid.UUID | None = None, is_held: bool = False) -> Article:
    """Open ``article`` to the public and freeze its text as version 1. Raises NotReady, naming what is missing."""
    ((fresh, fault),) = publish_all([article], by=by, batch=batch, is_held=is_held)
    if fault:
        raise fault
    return fresh


@transaction.atomic
def publish_all(articles: Sequence[Article], *, by, batch: uuid.UUID | None = None, is_held: bool = False) -> list[tuple[Article, NotReady | None]]:
    """Open each of ``articles`` to the public that is ready, and freeze its text as version 1.

    Returns them as they stand now, in their order, each with what kept it where it was, or None. All of them together cost some twenty
    statements. Raises WrongState, and nothing is done, when one is neither a draft nor in review.
    """
    require(by, "articles.publish_article")
    held = _all_locked(articles, Article.State.DRAFT, Article.State.IN_REVIEW, is_held=is_held)
    read_beside(held)
    claims, sources = Claim.objects.filter(article=OuterRef("article_id")), InTextSource.objects.filter(version=OuterRef("pk"))
    topics = TaggedTopic.objects.filter(content_object=OuterRef("article_id"), tag__public_since=None)
    versions = Version.objects.filter(article__in=held, number=1).select_related("article__publication")
    versions = versions.annotate(is_claimed=Exists(claims), names_sources=Exists(sources), has_unknown_topics=Exists(topics))
    firsts = {version.article_id: version for version in versions}
    for article in held:
        if article.pk in firsts:
            article.publication, firsts[article.pk].article = firsts[article.pk].article.publication, article
    faults = {article.pk: missing_for_publishing(article, firsts.get(article.pk)) for article in held}
    ready = [article for article in held if not faults[article.pk]]
    if not ready:
        return [(article, NotReady(faults[article.pk])) for article in held]
    now = timezone.now()
    stated = [_stated_now(article) for article in ready]
    known = Known.of(stated)
    befores = [values_of(article) for article in ready]
    for one in stated:
        article, version = one.article, firsts[one.article.pk]
        version.record, version.reason, version.frozen_at = _record(one, known), "First publication", now
        article.state, article.current, article.first_published_at = Article.State.PUBLISHED, version, now
        article.reviewed_by, article.assigned_to = by, None
    versions = [firsts[article.pk] for article in ready]
    update_rows(versions, ["record", "reason", "frozen_at"])
    # The day of the article, by which days without a year are read, may have been settled.
    note_sources(versions, held=None if any(version.names_sources for version in versions) else ())
    treated = [version.article for version in versions if version.has_unknown_topics]
    make_known(ready, at=now, unknown=known.unknown, treated=treated)
    write_all(ready, ["state", "current", "first_published_at", "reviewed_by", "assigned_to"])
    claimed = [article for article in ready if firsts[article.pk].is_claimed]
    _enter(ready, claimed=claimed, at_hand={article.pk: [firsts[article.pk]] for article in ready if not firsts[article.pk].is_claimed})
    note_all("publish", ready, befores, by=by, batch=batch)
    return [(article, NotReady(faults[article.pk]) if faults[article.pk] else None) for article in held]


def read_beside(articles: Sequence[Article]) -> None:
    """Read by-lines and other printings of ``articles``, with the records they name, where they are not at hand. Two queries."""
    signed, printed = Contribution.objects.select_related("author"), AlsoPrinted.objects.select_related("publication")
    models.prefetch_related_objects(articles, models.Prefetch("contributions", signed), models.Prefetch("also_printed", printed))


def _stated_now(article: Article) -> Stated:
    """Return ``article`` as it stands; its by-line and its printings are at hand, and what was read with it and them counts as known."""
    signed = sorted(article.contributions.all(), key=lambda row: row.position)
    printed = sorted(article.also_printed.all(), key=lambda row: row.pk)
    beside = [(row, "author") for row in signed] + [(row, "publication") for row in (article, *printed)]
    named = tuple(filter(None, (type(row)._meta.get_field(name).get_cached_value(row, default=None) for row, name in beside)))
    return Stated(article, [credit_of(row) for row in signed], [_printing(row) for row in printed], named)


def write_all(articles: Sequence[Article], columns: Iterable[str]) -> None:
    """Write ``columns`` of ``articles``, which were cleaned, and what follows from them. One statement."""
    now = timezone.now()
    for article in articles:
        article.prepare()
        article.changed_at = now
    names = {*columns, "changed_at"}
    if "published_on" in names:
        names |= {"published_earliest", "published_latest"}
    if not names.isdisjoint(Article.TITLES):
        names.add("title_key")
    update_rows(articles, sorted(names))


def note_all(
    act: str, articles: Sequence[Article], befores: Sequence[dict[str, Any]], *, by, reason: str = "", batch: uuid.UUID | None = None
) -> None:
    """Enter in the history what became of each of ``articles`` that were as ``befores`` say."""
    with history.together():
        for article, before in zip(articles, befores, strict=True):
            were, are = difference(before, values_of(article))
            write(act, article, by=by, before=were, after=are, reason=reason, batch=batch)


@dataclass(frozen=True)
class Revision:
    """What is to become of one article that was public: see ``revise``."""

    article: Article
    body: str | None = None
    kinds: str | None = None
    changes: Mapping[str, Any] = field(default_factory=dict)
    credits: Sequence[Credit] | None = None
    printings: Sequence[Printing] | None = None
    decisions: Mapping[str, str | tuple[int, int]] = field(default_factory=dict)


@dataclass
class _Next:
    """An article on its way to its next version."""

    article: Article
    asked: Revision
    before: dict[str, Any]
    former: Version
    were: Stated
    are: Stated
    body: str
    kinds: str
    kept: Kept = field(default_factory=Kept)  # beside the former text
    record: dict[str, Any] = field(default_factory=dict)
    effects: Effects = field(default_factory=Effects)
    version: Version | None = None

    def make(self, *, by, reason: str, at: dt.datetime) -> Version:
        number = self.former.number + 1  # the version that is shown is the newest: the database sees to that
        self.version = Version(
            article=self.article, number=number, body=self.body, kinds=self.kinds, reason=reason, record=self.record, made_by=by, frozen_at=at
        )  # fmt: skip
        self.version.prepare()
        return self.version


@transaction.atomic
def revise(
    article: Article,
    *,
    by,
    reason: str,
    body: str | None = None,
    kinds: str | None = None,
    changes: Mapping[str, Any] | None = None,
    credits: Iterable[Credit] | None = None,
    printings: Iterable[Printing] | None = None,
    decisions: Mapping[str, str | tuple[int, int]] | None = None,
    batch: uuid.UUID | None = None,
    is_held: bool = False,
) -> Version:
    """Make and show the next version of an article that was public; the former ones stay at their addresses.

    ``body`` is the whole new text, ``kinds`` a letter for each of its blocks, ``changes`` new values of
    the record by field name, ``credits`` the whole new by-line, ``printings`` all other places of printing; None leaves each as it
    is. What is marked in the text is anchored in the new one; ``decisions`` say what was decided about words that lost their place
    (see ``anchors.decided``). On the version that is returned, ``suggested`` are all suggestions of tags. Raises ReasonMissing,
    NothingChanged, InvalidRecord, ClaimsOrphaned.
    """
    asked = Revision(
        article, body, kinds, changes or {}, None if credits is None else list(credits), None if printings is None else list(printings),
        decisions or {},
    )  # fmt: skip
    (outcome,) = revise_all([asked], by=by, reason=reason, batch=batch, is_held=is_held)
    if isinstance(outcome, EditorialError):
        raise outcome
    return outcome


@transaction.atomic
def revise_all(
    revisions: Sequence[Revision], *, by, reason: str, batch: uuid.UUID | None = None, is_held: bool = False
) -> list[Version | EditorialError]:
    """Do to each article what ``revise`` does, in as many statements for all of them as for one.

    Returns, in their order, the version of each or what was refused of it: that one is left as it was. Raises ReasonMissing, and
    WrongState where one was never public; nothing is done then.
    """
    require(by, "articles.revise_article")
    reason = given(reason)
    held = _all_locked([asked.article for asked in revisions], Article.State.PUBLISHED, Article.State.WITHDRAWN, is_held=is_held)
    read_beside(held)
    models.prefetch_related_objects(held, "current")
    planned = [_planned(article, asked) for article, asked in zip(held, revisions, strict=True)]
    possible = [one for one in planned if isinstance(one, _Next)]
    known = Known.of([one.are for one in possible])
    kept = kept_beside([one.former for one in possible])
    for one in possible:
        one.kept = kept[one.article.pk]
    marked = anchors_of(one.former for one in possible if one.kept.is_marked)
    outcomes = [_settled(one, known, marked) if isinstance(one, _Next) else one for one in planned]
    if revised := [one for one in outcomes if isinstance(one, _Next)]:
        _make_next(revised, known, by=by, reason=reason, batch=batch)
    return [one.version if isinstance(one, _Next) else one for one in outcomes]


def _planned(article: Article, asked: Revision) -> _Next | InvalidRecord:
    """Put what is asked for in its place in ``article``, which is held."""
    if unknown := set(asked.changes) - set(RECORD_FIELDS) - {"publication"}:
        return InvalidRecord({name: ["This is not part of the record."] for name in sorted(unknown)})
    before, former, were = values_of(article), article.current, _stated_now(article)
    for name, value in asked.changes.items():
        setattr(article, name, value)
    are = Stated(
        article,
        were.credits if asked.credits is None else [_null_for_blank(credit) for credit in asked.credits],
        were.printings if asked.printings is None else [_null_for_blank(printing) for printing in asked.printings],
        were.named,
    )
    body = former.body if asked.body is None else body_form.normalise(asked.body)
    kinds = asked.kinds
    if kinds is None:
        kinds = body_form.kinds_after(body, former_body=former.body, former_kinds=former.kinds)
    return _Next(article, asked, before, former, were, are, body, kinds)


def _settled(one: _Next, known: Known, marked: Mapping[int, list[Anchor]]) -> _Next | EditorialError:
    """Return ``one`` with its record and what becomes of what is marked in it, or why it cannot be."""
    former = one.former
    try:
        _check(one.article, one.are.credits, one.are.printings, one.body, one.kinds, known=known)
        one.record = _record(one.are, known)
        if (one.body, one.kinds) == (former.body, former.kinds) and _plain(one.record) == former.record:
            raise NothingChanged("Nothing differs from the version that is shown.")
        one.effects = decided(effects_between(former, one.body, anchors=marked.get(former.pk, [])), one.asked.decisions)
    except EditorialError as refusal:
        return refusal
    return one


def _make_next(revised: list[_Next], known: Known, *, by, reason: str, batch: uuid.UUID | None) -> None:
    """Write the next versions of ``revised``, and all that follows from them."""
    now = timezone.now()
    articles = [one.article for one in revised]
    versions = Version.objects.bulk_create([one.make(by=by, reason=reason, at=now) for one in revised])
    Anchor.objects.bulk_create(anchor for one in revised for anchor in carried_over(one.effects, one.version, by=by))
    _write_bylines([one for one in revised if one.are.credits != one.were.credits])
    if printed := [one for one in revised if one.are.printings != one.were.printings]:
        AlsoPrinted.objects.filter(article__in=[one.article for one in printed]).delete()
        AlsoPrinted.objects.bulk_create(AlsoPrinted(article=one.article, **asdict(printing)) for one in printed for printing in one.are.printings)
    for one in revised:
        one.article.current = one.version
    columns = {Article._meta.get_field(name).name for one in revised for name in one.asked.changes}
    write_all(articles, {*columns, "current"})
    share_out(*(one.article for one in revised if one.kept.is_marked))
    propose((one.article, one.body, one.kept) for one in revised if one.body != one.former.body or "published_on" in one.asked.changes)
    follow_texts([(one.version, one.former.sameness_key, one.kept) for one in revised if one.body != one.former.body])
    for one in revised:
        one.version.suggested = one.kept.suggestions
    note_sources(versions, held=())
    # Their topics were made known when they were given.
    make_known((), at=now, unknown=known.unknown & {each for one in revised if one.article.is_published for each in one.are.names})
    at_hand = {one.article.pk: [one.version, one.former] for one in revised if not one.kept.is_claimed}
    search.index(keys := [article.pk for article in articles], held=keys, at_hand=at_hand)
    with history.together():
        for one in revised:
            _note_revision(one, by=by, reason=reason, batch=batch)


def _write_bylines(credited: Sequence[_Next]) -> None:
    """Write the by-lines of ``credited``: in the rows they have where each name keeps its place, else anew."""
    staying = [one for one in credited if _keeps_places(one)]
    changed = []
    for one in staying:
        rows = sorted(one.article.contributions.all(), key=lambda row: row.position)  # which were read when it was held
        for row, credit in zip(rows, one.are.credits, strict=True):
            if credit != credit_of(row):
                row.name, row.author_id, row.role, row.affiliation = credit.name, credit.author_id, credit.role, credit.affiliation
                changed.append(row)
    update_rows(changed, ["name", "author", "role", "affiliation"])
    if moved := [one for one in credited if one not in staying]:
        Contribution.objects.filter(article__in=[one.article for one in moved]).delete()
        Contribution.objects.bulk_create(
            Contribution(article=one.article, position=position, **asdict(credit))
            for one in moved
            for position, credit in enumerate(one.are.credits, start=1)
        )


def _keeps_places(one: _Next) -> bool:
    """Say whether as many names stand there as before and no author goes to another's place: one is there once at every moment."""
    there = {credit.author_id for credit in one.were.credits} - {None}
    return len(one.were.credits) == len(one.are.credits) and all(
        now.author_id == was.author_id or now.author_id not in there for was, now in zip(one.were.credits, one.are.credits, strict=True)
    )


def _note_revision(one: _Next, *, by, reason: str, batch: uuid.UUID | None) -> None:
    before, after = difference(one.before, values_of(one.article))
    for name, were, are in (("credits", one.were.credits, one.are.credits), ("also_printed", one.were.printings, one.are.printings)):
        if were != are:
            before[name], after[name] = [asdict(row) for row in were], [asdict(row) for row in are]
    before["sha256"], after["sha256"] = one.former.sha256, one.version.sha256
    if one.effects.each:
        after["claims"] = str(one.effects)
    write("revise", one.article, by=by, before=before, after=after, reason=reason, batch=batch)


@transaction.atomic
def withdraw(article: Article, *, by, reason: str, note: str = "", successor: Article | None = None, batch: uuid.UUID | None = None) -> Article:
    """Take a published article back: its addresses answer 410 and cite it, or lead to the record it duplicates.

    ``reason`` is one of ``Article.Withdrawal``; ``note`` is shown to the public. Raises NoSuccessor.
    """
    require(by, "articles.withdraw_article")
    if reason not in Article.Withdrawal.values:
        raise ReasonMissing("Choose a reason from the list.")
    note = note.strip()
    storable("note", note)
    if successor is not None:  # both are held, in one order: two articles withdrawn in favour of one another at once would leave a loop
        list(Article.objects.select_for_update().filter(pk__in=[article.pk, successor.pk]).order_by("pk"))
    article = _locked(article, Article.State.PUBLISHED)
    if reason == Article.Withdrawal.DUPLICATE and successor is None:
        raise NoSuccessor("A duplicate names the record that stays.")
    if successor is not None and (successor.pk == article.pk or not Article.objects.public().filter(pk=successor.pk).exists()):
        raise NoSuccessor("The record that takes its place must be another, published one.")
    now = timezone.now()
    if reason == Article.Withdrawal.DUPLICATE:
        redirect_to_survivor(article, successor, reason=Redirect.Reason.DUPLICATE, at=now)
    return _move(
        article, "withdraw", by, reason=f"{reason}: {note}" if note else reason, batch=batch, state=Article.State.WITHDRAWN, withdrawn_at=now,
        withdrawal_reason=reason, withdrawal_note=note, successor=successor,
    )  # fmt: skip


@transaction.atomic
def withdraw_all(articles: Sequence[Article], *, by, reason: str, batch: uuid.UUID | None = None, is_held: bool = False) -> None:
    """Take published articles back that nothing takes the place of, for one ``reason`` of ``Article.Withdrawal``. Raises WrongState."""
    require(by, "articles.withdraw_article")
    held = _all_locked(articles, Article.State.PUBLISHED, is_held=is_held)
    move = {"state": Article.State.WITHDRAWN, "withdrawn_at": timezone.now(), "withdrawal_reason": reason, "withdrawal_note": ""}
    _move_all(held, "withdraw", by, reason=reason, batch=batch, **move)


@transaction.atomic
def publish_again(article: Article, *, by, reason: str, is_held: bool = False) -> Article:
    """Open a withdrawn article to the public again, at the same address and version. Raises ReasonMissing."""
    require(by, "articles.publish_article")
    article = _locked(article, Article.State.WITHDRAWN, is_held=is_held)
    Redirect.objects.filter(kind=article.pid_kind, key=article.pid).delete()
    # What was found to be the same as this article, before it was itself found to be the same as another, leads here again.
    Redirect.objects.filter(kind=article.pid_kind, key__in=_duplicates_of(article)).update(target=article.pid)
    make_known([article], at=timezone.now())
    return _move(
        article, "publish again", by, reason=given(reason), state=Article.State.PUBLISHED, withdrawn_at=None, withdrawal_reason="",
        withdrawal_note="", successor=None,
    )  # fmt: skip


@transaction.atomic
def save_draft(article: Article, *, by, body: str, kinds: str | None = None, is_noted: bool = True, held: Version | None = None) -> Version:
    """Set the text of an article that was never public. Raises InvalidRecord.

    With ``is_noted`` off the caller enters the change in the history, as part of an act of its own. The text as it stood is read again
    where the date of the article changed: names and offices are held against it. ``held`` is that text, where the caller has read it and
    holds the article in this transaction: neither is asked for again. ``suggested`` on the version that is returned are all suggestions of tags.
    """
    require(by, "articles.change_article")
    if held is None:
        article = _locked(article, Article.State.DRAFT, Article.State.IN_REVIEW)
    version = held or article.versions.filter(number=1).first() or Version(article=article, number=1, made_by=by)
    kept = kept_beside([version])[article.pk]
    before = {"sha256": version.sha256, "kinds": version.kinds}
    former_body, former_kinds, is_new = version.body, version.kinds, version.pk is None
    former_key = version.sameness_key
    version.body = body_form.normalise(body)
    version.kinds = body_form.kinds_after(version.body, former_body=former_body, former_kinds=former_kinds) if kinds is None else kinds
    _check(article, (), (), version.body, version.kinds)
    if is_new or (version.body, version.kinds) != (former_body, former_kinds):
        version.save()
    propose([(article, version.body, kept)])
    version.suggested = kept.suggestions
    if version.sha256 != before["sha256"]:
        if former_body:
            FormerText.objects.bulk_create([FormerText(article=article, sha256=before["sha256"], body=former_body)], ignore_conflicts=True)
        if kept.is_marked:
            keep_in_place(version, by=by, former_body=former_body)
        follow_texts([(version, former_key, kept)])
        note_sources([version], held=kept.sources)
    search.index([article.pk], held=[article.pk])
    if is_noted and before != (after := {"sha256": version.sha256, "kinds": version.kinds}):
        write("change text", article, by=by, before=before, after=after)
    return version


@transaction.atomic
def restore_text(article: Article, *, by, change: Change) -> Version:
    """Let the text that ``change`` took out of a draft stand again, as a new change. Raises WrongState, InvalidRecord."""
    require(by, "articles.change_article")
    former = article.former_texts.filter(sha256=(change.before or {}).get("sha256", "")).first()
    if former is None:
        raise InvalidRecord({"text": ["That text is not kept: it was none of a draft's."]})
    # Held first, so that what is told to have stood is what stood.
    article = _locked(article, Article.State.DRAFT, Article.State.IN_REVIEW)
    held = article.versions.get(number=1)
    before = {"sha256": held.sha256, "kinds": held.kinds}
    version = save_draft(article, by=by, body=former.body, kinds=change.before.get("kinds"), is_noted=False, held=held)
    if version.sha256 == before["sha256"]:
        raise InvalidRecord({"text": ["It stands there already."]})
    after = {"sha256": version.sha256, "kinds": version.kinds}
    write("restore text", article, by=by, before=before, after=after, reason=f"as of {change.at:%d %B %Y, %H:%M} UTC")
    return version


@transaction.atomic
def discard(article: Article, *, by, batch: uuid.UUID | None = None, is_held: bool = False) -> None:
    """Delete an article that was never public, with its captures. The pid stays taken. Raises InUse."""
    (fault,) = discard_all([article], by=by, batch=batch, is_held=is_held)
    if fault:
        raise fault


@transaction.atomic
def discard_all(articles: Sequence[Article], *, by, batch: uuid.UUID | None = None, is_held: bool = False) -> list[InUse | None]:
    """Do to each article what ``discard`` does, in as many statements for all of them as for one; return, in their order, why one stays."""
    require(by, "articles.delete_article")
    held = _all_locked(articles, *Article.State.values, is_held=is_held)
    resting = Evidence.objects.filter(Q(article__in=held) | Q(claim__article__in=held)).select_related("claim", "assessment__claim")
    rested_on = {
        key for one in resting for key in (one.article_id, one.claim and one.claim.article_id) if key != one.assessment.claim.article_id
    }  # fmt: skip
    faults = []
    for article in held:
        if article.was_ever_public:
            faults.append(InUse("It was public: withdraw it instead, so that its address goes on answering."))
        else:
            faults.append(InUse("What was found of a claim of another article rests on it.") if article.pk in rested_on else None)
    gone = [article for article, fault in zip(held, faults, strict=True) if fault is None]
    with history.together():
        for article in gone:
            write("discard", article, by=by, before=values_of(article), batch=batch)
    take_away(gone)
    return faults


def take_away(articles: Sequence[Article]) -> None:
    """Delete the rows of ``articles`` and the captures that served no other. Their guards are the database's own."""
    pks = [article.pk for article in articles]
    if not pks:
        return
    search.forget(pks)
    hanging = _hanging_on(pks)
    there = _that_hold_something(hanging)
    captures = list(_captures_of_no_other(pks)) if Reading in there else []
    if Claim in there:
        take_claims_away(list(hanging[Claim]))
    for model in [model for model in there if model not in {Claim, BatchRow, Article, Version}]:
        _delete(hanging[model])
    if BatchRow in there:
        hanging[BatchRow].update(article=None)
    if Article in there:
        hanging[Article].update(resembles=None)
    if any(article.was_ever_public for article in articles):  # a demonstration: the database lets no other through
        Article.objects.filter(pk__in=pks, first_published_at__isnull=False).update(
            state=Article.State.DRAFT,
            current=None,
            first_published_at=None,
            withdrawn_at=None,
            withdrawal_reason="",
            withdrawal_note="",
            successor=None,
        )
    if Version in there:
        _delete(hanging[Version])
    _delete(Article.objects.filter(pk__in=pks))
    if captures:
        _delete(Capture.objects.filter(pk__in=[capture.pk for capture in captures]))
        _discard_files_of(captures)


def _hanging_on(pks: list[int]) -> dict[type[models.Model], models.QuerySet]:
    """Return the rows that point at the articles of ``pks``, those first that go before others; evidence goes with its claims."""
    by_article = {model: model.objects.filter(article__in=pks) for model in (
        Reading, Claim, Correction, FormerText, Note, Suggestion, Contribution, AlsoPrinted, Sketch, SourceCheck, SourceStanding, BatchRow, Version,
    )}  # fmt: skip
    return {
        Anchor: Anchor.objects.filter(correction__article__in=pks),
        InTextSource: InTextSource.objects.filter(version__article__in=pks),
        **by_article,
        **{model: model.objects.filter(content_object__in=pks) for model in (TaggedEntity, TaggedTopic)},
        Article: Article.objects.filter(resembles__in=pks),
    }


def _that_hold_something(hanging: Mapping[type[models.Model], models.QuerySet]) -> list[type[models.Model]]:
    """Return the models of ``hanging`` that have a row there, in their order. One query: to most drafts most tables have nothing to say."""
    order = list(hanging)
    first, *others = (rows.order_by().values_list(Value(place)).distinct() for place, rows in enumerate(hanging.values()))
    return [order[place] for (place,) in sorted(first.union(*others))]


def _delete(rows: models.QuerySet) -> None:
    """Delete ``rows`` and no others: the database refuses where something points at them still. Django would look through all that might."""
    rows._raw_delete(rows.db)


def _captures_of_no_other(pks: list[int]) -> models.QuerySet[Capture]:
    elsewhere = Reading.objects.filter(capture=OuterRef("pk")).exclude(article__in=pks)
    return Capture.objects.filter(~Exists(elsewhere), Exists(Reading.objects.filter(capture=OuterRef("pk"), article__in=pks)))


def forget_captures(captures: Iterable[Capture]) -> None:
    """Delete those of ``captures`` that serve no article any more, and their files once that is sure."""
    unread = list(Capture.objects.filter(pk__in=[capture.pk for capture in captures], readings=None))
    if unread:
        _delete(Capture.objects.filter(pk__in=[capture.pk for capture in unread]))
        _discard_files_of(unread)


def _discard_files_of(captures: Iterable[Capture]) -> None:
    """Delete the files of ``captures``, whose rows are deleted, once that is sure."""
    shas = {sha for capture in captures for sha in (capture.sha256, capture.text_sha256)}
    transaction.on_commit(lambda: _discard_files(shas))


def _discard_files(shas: set[str]) -> None:
    with store.locked():
        kept = Capture.objects.filter(Q(sha256__in=shas) | Q(text_sha256__in=shas)).values_list("sha256", "text_sha256")
        for sha in shas - {sha for both in kept for sha in both}:
            store.discard(sha)


def _locked(article: Article, *states: str, is_held: bool = False) -> Article:
    """Return the article as it is in the database now, held until the transaction ends. Raises WrongState."""
    (fresh,) = _all_locked([article], *states, is_held=is_held)
    return fresh


def _all_locked(articles: Sequence[Article], *states: str, is_held: bool = False) -> list[Article]:
    """Return the articles as they are in the database now, in their order, held until the transaction ends. Raises WrongState.

    With ``is_held`` they are so already, and what is at hand beside each was read after it was held; they themselves are left as they are.
    """
    if is_held:
        held = {article.pk: copy(article) for article in articles}
    else:
        locked = Article.objects.select_for_update().filter(pk__in=[article.pk for article in articles]).order_by("pk")
        held = {fresh.pk: fresh for fresh in locked}
    for fresh in held.values():
        if refusal := wrong_state(fresh, *states):
            raise refusal
    if gone := [article for article in articles if article.pk not in held]:
        raise Article.DoesNotExist(f"{gone[0].pid} is not there any more.")
    return [held[article.pk] for article in articles]


def wrong_state(article: Article, *states: str) -> WrongState | None:
    """Return what is to be said where ``article`` is in none of ``states``."""
    if article.state in states:
        return None
    allowed = " or ".join(Article.State(state).label.lower() for state in states)
    return WrongState(f"{article.pid} is {article.get_state_display().lower()}; this can be done to an article that is {allowed}.")


def _move(article: Article, act: str, by, *, reason: str = "", batch: uuid.UUID | None = None, **values: Any) -> Article:
    _move_all([article], act, by, reason=reason, batch=batch, **values)
    return article


def _move_all(articles: Sequence[Article], act: str, by, *, reason: str = "", batch: uuid.UUID | None = None, **values: Any) -> None:
    """Give ``articles``, which are held, the same ``values``, as one act on each."""
    befores = [values_of(article) for article in articles]
    for article in articles:
        for name, value in values.items():
            setattr(article, name, value)
    write_all(articles, values)
    _enter(articles, claimed=articles)
    note_all(act, articles, befores, by=by, reason=reason, batch=batch)


def _enter(articles: Sequence[Article], *, claimed: Sequence[Article], at_hand: Mapping[int, Sequence[Version]] | None = None) -> None:
    """Enter ``articles``, which are held and have become public or were, and those whose claims conflict with theirs: with those of ``claimed``."""
    keys = {article.pk for article in articles}
    beyond = articles_in_conflict(Claim.objects.filter(article__in=claimed)) if claimed else set()
    search.index(keys | beyond, held=keys, at_hand=at_hand)


def make_known(
    articles: Sequence[Article], *, at: dt.datetime, unknown: Iterable[tuple[type[models.Model], int]] | None = None, treated: Sequence[Article] = ()
) -> None:
    """Note that the authors, publications and topics of ``articles``, which are or are about to be public, have public addresses from then on.

    Where those authors and publications of theirs that have none are at hand, they are ``unknown``, by model and key, and ``treated`` the
    articles with such a topic.
    """
    keys: dict[type, set[int]] = {}
    if unknown is None:
        publications = {article.publication_id for article in articles} - {None}
        authors = Author.objects.filter(contributions__article__in=articles, public_since=None)
        topics = Topic.objects.filter(articles__in=articles, public_since=None)
        printers = Publication.objects.filter(Q(pk__in=publications) | Q(also_printed__article__in=articles), public_since=None)
        first, *others = (found.order_by().values_list(Value(place), "pk") for place, found in enumerate((authors, topics, printers)))
        unknown = [((Author, Topic, Publication)[place], key) for place, key in first.union(*others)]
    elif treated:
        Topic.objects.filter(articles__in=treated, public_since=None).update(public_since=at)
    for model, key in unknown:
        keys.setdefault(model, set()).add(key)
    for model, known in keys.items():
        model.objects.filter(pk__in=known, public_since=None).update(public_since=at)


def _duplicates_of(article: Article) -> list[str]:
    """Return the pids of the articles that were withdrawn as duplicates of ``article``, and of those."""
    pids: list[str] = []
    nearest = [article.pk]
    while nearest:
        found = dict(Article.objects.filter(successor__in=nearest, withdrawal_reason=Article.Withdrawal.DUPLICATE).values_list("pk", "pid"))
        pids += found.values()
        nearest = list(found)
    return pids


def _check(article: Article, credits: Sequence[Credit], printings: Sequence[Printing], body: str, kinds: str, *, known: Known | None = None) -> None:
    """Raise InvalidRecord where the record cannot stand so. ``known`` are the records that it may name, where it names others than before."""
    faults: dict[str, list[str]] = {}
    try:
        article.clean_fields(exclude=_RELATED)
        article.clean()
    except ValidationError as error:
        faults.update(error.message_dict)
    if known is not None and article.publication_id and article.publication_id not in known.publications:
        faults["publication"] = ["This publication is not there any more."]
    for credit in credits:
        try:
            Contribution(article=article, position=1, **asdict(credit)).clean_fields(exclude=["article", "author"])
        except ValidationError as error:
            faults.setdefault("credits", []).extend(f"{credit.name}: {message}" for message in error.messages)
        if known is not None and credit.author_id and credit.author_id not in known.pids:
            faults.setdefault("credits", []).append(f"{credit.name}: this author is not there any more.")
    named = [credit.author_id for credit in credits if credit.author_id]
    if len(named) != len(set(named)):
        faults.setdefault("credits", []).append("One author stands there twice.")
    for printing in printings:
        try:
            AlsoPrinted(article=article, **asdict(printing)).clean_fields(exclude=["article", "publication"])
        except ValidationError as error:
            faults.setdefault("printings", []).extend(error.messages)
        if known is not None and printing.publication_id not in known.publications:
            faults.setdefault("printings", []).append("This publication is not there any more.")
    places = [(printing.publication_id, printing.published_on or None) for printing in printings]
    if len(places) != len(set(places)):
        faults.setdefault("printings", []).append("One printing stands there twice.")
    count = len(body.split("\n\n")) if body else 0
    if len(kinds) != count or set(kinds) - set("phc"):
        faults["kinds"] = [f"The text has {count} blocks: give one letter for each, p, h or c."]
    try:
        Version._meta.get_field("body").run_validators(body)
    except ValidationError as error:
        faults["body"] = list(error.messages)
    if faults:
        raise InvalidRecord(faults)


def _null_for_blank(row: Credit | Printing) -> Any:
    """Return ``row`` with null for what holds nothing but blanks, as it will be kept; a name must stand there."""
    blank = {name for name, value in asdict(row).items() if name != "name" and isinstance(value, str) and not value.strip()}
    return replace(row, **dict.fromkeys(blank))


def _plain(record: dict[str, Any]) -> dict[str, Any]:
    """Return ``record`` with the values that JSON gives back for it."""
    return {name: value.isoformat() if isinstance(value, dt.date) else value for name, value in record.items()}
