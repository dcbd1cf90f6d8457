"""An article's life in public: review, publish, revise, withdraw, publish again."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import CharField, Max, Q, Value
from django.utils import timezone

from articles import body as body_form
from articles import search, store
from articles.models import (
    RECORD_FIELDS,
    AlsoPrinted,
    Anchor,
    Article,
    Author,
    Capture,
    Claim,
    Contribution,
    Correction,
    Evidence,
    FormerText,
    Note,
    Publication,
    Reading,
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
from .answers import follow_text
from .asking import given, require, storable
from .errors import EditorialError, InUse, InvalidRecord, NoSuccessor, NothingChanged, NotReady, ReasonMissing, WrongState
from .excerpting import share_out
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


@dataclass(frozen=True)
class Known:
    """The records that records of articles name: the pids of authors, and what is printed of publications, by their keys."""

    pids: Mapping[int, str]
    publications: Mapping[int, Mapping[str, str | None]]

    @classmethod
    def of(cls, stated: Iterable[Stated]) -> Known:
        """Ask for those that ``stated`` name. One query."""
        stated = list(stated)
        authors = {credit.author_id for one in stated for credit in one.credits} - {None}
        publications = {one.article.publication_id for one in stated} | {printing.publication_id for one in stated for printing in one.printings}
        names = ("title", "pid", "issn", "publisher")
        printed = Publication.objects.filter(pk__in=publications - {None}).order_by().values_list("pk", *names)
        signed = Author.objects.filter(pk__in=authors).order_by().values_list("pk", Value(None, CharField()), "pid", *[Value(None, CharField())] * 2)
        found = list(printed.union(signed, all=True))
        return cls(
            {key: values[1] for key, *values in found if values[0] is None},
            {key: dict(zip(names, values, strict=True)) for key, *values in found if values[0] is not None},
        )


@dataclass(frozen=True)
class Stated:
    """An article as it stands or is to stand, with the by-line and the printings it is to have."""

    article: Article
    credits: list[Credit]
    printings: list[Printing]


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
def submit(article: Article, *, by) -> Article:
    """Hand a draft over for review."""
    require(by, "articles.change_article")
    article = _locked(article, Article.State.DRAFT)
    return _move(article, "submit", by, state=Article.State.IN_REVIEW, assigned_to=None)


@transaction.atomic
def send_back(article: Article, *, by, reason: str) -> Article:
    """Return an article in review to its drafter, whose turn it is then. Raises ReasonMissing."""
    require(by, "articles.review_article")
    article = _locked(article, Article.State.IN_REVIEW)
    drafter = article.created_by
    has_a_desk = drafter is not None and drafter.is_active and drafter.is_staff
    return _move(article, "send back", by, reason=given(reason), state=Article.State.DRAFT, assigned_to=drafter if has_a_desk else None)


@transaction.atomic
def publish(article: Article, *, by, batch: uuid.UUID | None = None) -> Article:
    """Open ``article`` to the public and freeze its text as version 1. Raises NotReady, naming what is missing."""
    ((fresh, fault),) = publish_all([article], by=by, batch=batch)
    if fault:
        raise fault
    return fresh


@transaction.atomic
def publish_all(articles: Sequence[Article], *, by, batch: uuid.UUID | None = None) -> list[tuple[Article, NotReady | None]]:
    """Open each of ``articles`` to the public that is ready, and freeze its text as version 1.

    Returns them as they stand now, in their order, each with what kept it where it was, or None. All of them together cost some twenty
    statements. Raises WrongState, and nothing is done, when one is neither a draft nor in review.
    """
    require(by, "articles.publish_article")
    held = _all_locked(articles, Article.State.DRAFT, Article.State.IN_REVIEW)
    models.prefetch_related_objects(held, "contributions", "also_printed")
    firsts = {version.article_id: version for version in Version.objects.filter(article__in=held, number=1)}
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
        version.article = article
        version.record, version.reason, version.frozen_at = _record(one, known), "First publication", now
        article.state, article.current, article.first_published_at = Article.State.PUBLISHED, version, now
        article.reviewed_by, article.assigned_to = by, None
    versions = [firsts[article.pk] for article in ready]
    update_rows(versions, ["record", "reason", "frozen_at"])
    note_sources(versions)  # the day of the article, by which days without a year are read, may have been settled
    make_known(ready, at=now)
    write_all(ready, ["state", "current", "first_published_at", "reviewed_by", "assigned_to"])
    _enter(ready)
    note_all("publish", ready, befores, by=by, batch=batch)
    return [(article, NotReady(faults[article.pk]) if faults[article.pk] else None) for article in held]


def _stated_now(article: Article) -> Stated:
    """Return ``article`` as it stands; its by-line and its printings are at hand."""
    return Stated(
        article,
        [credit_of(row) for row in sorted(article.contributions.all(), key=lambda row: row.position)],
        [_printing(row) for row in sorted(article.also_printed.all(), key=lambda row: row.pk)],
    )


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
    record: dict[str, Any] = field(default_factory=dict)
    effects: Effects = field(default_factory=Effects)
    version: Version | None = None

    def make(self, number: int, *, by, reason: str, at: dt.datetime) -> Version:
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
) -> Version:
    """Make and show the next version of an article that was public; the former ones stay at their addresses.

    ``body`` is the whole new text, ``kinds`` a letter for each of its blocks, ``changes`` new values of
    the record by field name, ``credits`` the whole new by-line, ``printings`` all other places of printing; None leaves each as it
    is. What is marked in the text is anchored in the new one; ``decisions`` say what was decided about words that lost their place
    (see ``anchors.decided``). Raises ReasonMissing, NothingChanged, InvalidRecord, ClaimsOrphaned.
    """
    asked = Revision(
        article, body, kinds, changes or {}, None if credits is None else list(credits), None if printings is None else list(printings),
        decisions or {},
    )  # fmt: skip
    (outcome,) = revise_all([asked], by=by, reason=reason, batch=batch)
    if isinstance(outcome, EditorialError):
        raise outcome
    return outcome


@transaction.atomic
def revise_all(revisions: Sequence[Revision], *, by, reason: str, batch: uuid.UUID | None = None) -> list[Version | EditorialError]:
    """Do to each article what ``revise`` does, in as many statements for all of them as for one.

    Returns, in their order, the version of each or what was refused of it: that one is left as it was. Raises ReasonMissing, and
    WrongState where one was never public; nothing is done then.
    """
    require(by, "articles.revise_article")
    reason = given(reason)
    held = _all_locked([asked.article for asked in revisions], Article.State.PUBLISHED, Article.State.WITHDRAWN)
    models.prefetch_related_objects(held, "current", "contributions", "also_printed")
    planned = [_planned(article, asked) for article, asked in zip(held, revisions, strict=True)]
    known = Known.of([one.are for one in planned if isinstance(one, _Next)])
    marked = anchors_of(one.former for one in planned if isinstance(one, _Next))
    outcomes = [_settled(one, known, marked) if isinstance(one, _Next) else one for one in planned]
    if revised := [one for one in outcomes if isinstance(one, _Next)]:
        _make_next(revised, by=by, reason=reason, batch=batch)
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


def _make_next(revised: list[_Next], *, by, reason: str, batch: uuid.UUID | None) -> None:
    """Write the next versions of ``revised``, and all that follows from them."""
    now = timezone.now()
    articles = [one.article for one in revised]
    newest = dict(Version.objects.filter(article__in=articles).order_by().values_list("article").annotate(Max("number")))
    versions = Version.objects.bulk_create([one.make(newest[one.article.pk] + 1, by=by, reason=reason, at=now) for one in revised])
    Anchor.objects.bulk_create(anchor for one in revised for anchor in carried_over(one.effects, one.version, by=by))
    if credited := [one for one in revised if one.are.credits != one.were.credits]:
        Contribution.objects.filter(article__in=[one.article for one in credited]).delete()
        Contribution.objects.bulk_create(
            Contribution(article=one.article, position=position, **asdict(credit))
            for one in credited
            for position, credit in enumerate(one.are.credits, start=1)
        )
    if printed := [one for one in revised if one.are.printings != one.were.printings]:
        AlsoPrinted.objects.filter(article__in=[one.article for one in printed]).delete()
        AlsoPrinted.objects.bulk_create(AlsoPrinted(article=one.article, **asdict(printing)) for one in printed for printing in one.are.printings)
    for one in revised:
        one.article.current = one.version
    columns = {Article._meta.get_field(name).name for one in revised for name in one.asked.changes}
    write_all(articles, {*columns, "current"})
    share_out(*articles)
    for one in revised:
        if one.body != one.former.body or "published_on" in one.asked.changes:
            propose(one.article, one.body)
        if one.body != one.former.body:
            follow_text(one.version, one.former.sameness_key)
    note_sources(versions, are_new=True)
    if shown := [article for article in articles if article.is_published]:
        make_known(shown, at=now)
    search.index(keys := [article.pk for article in articles], held=keys)
    with history.together():
        for one in revised:
            _note_revision(one, by=by, reason=reason, batch=batch)


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
def withdraw_all(articles: Sequence[Article], *, by, reason: str, batch: uuid.UUID | None = None) -> None:
    """Take published articles back that nothing takes the place of, for one ``reason`` of ``Article.Withdrawal``. Raises WrongState."""
    require(by, "articles.withdraw_article")
    held = _all_locked(articles, Article.State.PUBLISHED)
    move = {"state": Article.State.WITHDRAWN, "withdrawn_at": timezone.now(), "withdrawal_reason": reason, "withdrawal_note": ""}
    _move_all(held, "withdraw", by, reason=reason, batch=batch, **move)


@transaction.atomic
def publish_again(article: Article, *, by, reason: str) -> Article:
    """Open a withdrawn article to the public again, at the same address and version. Raises ReasonMissing."""
    require(by, "articles.publish_article")
    article = _locked(article, Article.State.WITHDRAWN)
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
    holds the article in this transaction: neither is asked for again.
    """
    require(by, "articles.change_article")
    if held is None:
        article = _locked(article, Article.State.DRAFT, Article.State.IN_REVIEW)
    version = held or article.versions.filter(number=1).first() or Version(article=article, number=1, made_by=by)
    before = {"sha256": version.sha256, "kinds": version.kinds}
    former_body, former_kinds, is_new = version.body, version.kinds, version.pk is None
    former_key = version.sameness_key
    version.body = body_form.normalise(body)
    version.kinds = body_form.kinds_after(version.body, former_body=former_body, former_kinds=former_kinds) if kinds is None else kinds
    _check(article, (), (), version.body, version.kinds)
    version.save()
    propose(article, version.body)
    if version.sha256 != before["sha256"]:
        if former_body:
            FormerText.objects.bulk_create([FormerText(article=article, sha256=before["sha256"], body=former_body)], ignore_conflicts=True)
        if not is_new:
            keep_in_place(version, by=by, former_body=former_body)
        follow_text(version, former_key)
        note_sources([version], are_new=is_new)
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
def discard(article: Article, *, by, batch: uuid.UUID | None = None) -> None:
    """Delete an article that was never public, with its captures. The pid stays taken. Raises InUse."""
    (fault,) = discard_all([article], by=by, batch=batch)
    if fault:
        raise fault


@transaction.atomic
def discard_all(articles: Sequence[Article], *, by, batch: uuid.UUID | None = None) -> list[InUse | None]:
    """Do to each article what ``discard`` does, in as many statements for all of them as for one; return, in their order, why one stays."""
    require(by, "articles.delete_article")
    held = _all_locked(articles, *Article.State.values)
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
    captures = list(Capture.objects.filter(readings__article__in=pks).distinct())
    Reading.objects.filter(article__in=pks).delete()
    if claims := list(Claim.objects.filter(article__in=pks)):
        take_claims_away(claims)
    Anchor.objects.filter(correction__article__in=pks).delete()
    Correction.objects.filter(article__in=pks).delete()
    for model in (Note, Suggestion, Contribution, AlsoPrinted):
        model.objects.filter(article__in=pks).delete()
    for model in (TaggedEntity, TaggedTopic):
        model.objects.filter(content_object__in=pks).delete()
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
    Version.objects.filter(article__in=pks).delete()
    Article.objects.filter(pk__in=pks).delete()
    forget_captures(captures)


def forget_captures(captures: Iterable[Capture]) -> None:
    """Delete those of ``captures`` that serve no article any more, and their files once that is sure."""
    unread = list(Capture.objects.filter(pk__in=[capture.pk for capture in captures], readings=None))
    shas = {sha for capture in unread for sha in (capture.sha256, capture.text_sha256)}
    if shas:
        Capture.objects.filter(pk__in=[capture.pk for capture in unread]).delete()
        transaction.on_commit(lambda: _discard_files(shas))


def _discard_files(shas: set[str]) -> None:
    with store.locked():
        for sha in shas:
            if not Capture.objects.filter(sha256=sha).exists() and not Capture.objects.filter(text_sha256=sha).exists():
                store.discard(sha)


def _locked(article: Article, *states: str) -> Article:
    """Return the article as it is in the database now, held until the transaction ends. Raises WrongState."""
    (fresh,) = _all_locked([article], *states)
    return fresh


def _all_locked(articles: Sequence[Article], *states: str) -> list[Article]:
    """Return the articles as they are in the database now, in their order, held until the transaction ends. Raises WrongState."""
    held = {fresh.pk: fresh for fresh in Article.objects.select_for_update().filter(pk__in=[article.pk for article in articles]).order_by("pk")}
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
    _enter(articles)
    note_all(act, articles, befores, by=by, reason=reason, batch=batch)


def _enter(articles: Sequence[Article]) -> None:
    """Enter ``articles``, which are held and have become public or were, and those whose claims theirs conflict with."""
    keys = {article.pk for article in articles}
    search.index(keys | articles_in_conflict(Claim.objects.filter(article__in=articles)), held=keys)


def make_known(articles: Sequence[Article], *, at: dt.datetime) -> None:
    """Note that the authors, publications and topics of ``articles``, which are or are about to be public, have public addresses from then on."""
    publications = {article.publication_id for article in articles} - {None}
    unknown = [
        (model, model.objects.filter(found, public_since=None))
        for model, found in (
            (Author, Q(contributions__article__in=articles)),
            (Topic, Q(articles__in=articles)),
            (Publication, Q(pk__in=publications) | Q(also_printed__article__in=articles)),
        )
    ]
    first, *others = (found.order_by().values_list(Value(place), "pk") for place, (_, found) in enumerate(unknown))
    keys: dict[type, set[int]] = {}
    for place, key in first.union(*others):
        keys.setdefault(unknown[place][0], set()).add(key)
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
