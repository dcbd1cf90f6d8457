"""An article's life in public: review, publish, revise, withdraw, publish again."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
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
from kzarchive.history.models import Change, change, difference, values_of, write

from .anchors import articles_in_conflict, carry_over, take_claims_away
from .answers import follow_text
from .asking import given, require, storable
from .errors import InUse, InvalidRecord, NoSuccessor, NothingChanged, NotReady, ReasonMissing, WrongState
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
    return [_credit(row) for row in article.contributions.order_by("position")]


def _credit(row: Contribution) -> Credit:
    return Credit(row.name, row.author_id, row.role, row.affiliation)


def printings_of(article: Article) -> list[Printing]:
    """Return where else the article was printed, in the order it was entered."""
    return [_printing(row) for row in article.also_printed.order_by("id")]


def _printing(row: AlsoPrinted) -> Printing:
    return Printing(**{name: getattr(row, name) for name in Printing.__dataclass_fields__})


def record_of(article: Article, credits: Iterable[Credit], printings: Iterable[Printing]) -> dict[str, Any]:
    """Return the catalogue record as it is frozen with a version: plain values, names and pids as they stand now."""
    (record,) = records_of([(article, list(credits), list(printings))])
    return record


def records_of(stated: Sequence[tuple[Article, list[Credit], list[Printing]]]) -> list[dict[str, Any]]:
    """Return the record of each of these articles with the by-line and the printings it is to have. At most two queries and each publication's."""
    pids = dict(Author.objects.filter(pk__in={c.author_id for _, credits, _ in stated for c in credits} - {None}).values_list("pk", "pid"))
    others = Publication.objects.in_bulk({printing.publication_id for _, _, printings in stated for printing in printings})
    return [_record(article, credits, printings, pids, others) for article, credits, printings in stated]


def _record(
    article: Article, credits: list[Credit], printings: list[Printing], pids: Mapping[int, str], others: Mapping[int, Publication]
) -> dict[str, Any]:
    publication = article.publication
    return {
        **{name: getattr(article, name) for name in RECORD_FIELDS if name != "publication_id"},
        "authors": [
            {"name": c.name, "role": c.role, "affiliation": c.affiliation, "pid": pids.get(c.author_id)} for c in credits
        ],
        "publication": publication and {"title": publication.title, "pid": publication.pid, "issn": publication.issn},
        "publisher": publication and publication.publisher,
        "also_printed": [
            {
                **{name: value for name, value in asdict(printing).items() if name != "publication_id"},
                "publication": {"title": others[printing.publication_id].title, "pid": others[printing.publication_id].pid},
            }
            for printing in printings
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
    try:
        article.clean_fields(exclude=_RELATED)
        article.clean()
    except ValidationError as error:
        missing += [("invalid-field", f"{name}: {' '.join(messages)}") for name, messages in error.message_dict.items()]
    return missing


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

    Returns them as they stand now, in their order, each with what kept it where it was, or None. Each costs three statements, all of
    them together some twenty. Raises WrongState, and nothing is done, when one is neither a draft nor in review.
    """
    require(by, "articles.publish_article")
    held = _all_locked(articles, Article.State.DRAFT, Article.State.IN_REVIEW)
    models.prefetch_related_objects(held, "publication", "contributions", "also_printed")
    firsts = {version.article_id: version for version in Version.objects.filter(article__in=held, number=1)}
    faults = {article.pk: missing_for_publishing(article, firsts.get(article.pk)) for article in held}
    ready = [article for article in held if not faults[article.pk]]
    now = timezone.now()
    stated = [
        (
            article,
            [_credit(row) for row in sorted(article.contributions.all(), key=lambda row: row.position)],
            [_printing(row) for row in sorted(article.also_printed.all(), key=lambda row: row.pk)],
        )
        for article in ready
    ]
    for article, record in zip(ready, records_of(stated), strict=True):
        version = firsts[article.pk]
        version.article = article
        version.record, version.reason, version.frozen_at = record, "First publication", now
        version.save(update_fields=["record", "reason", "frozen_at"])
    note_sources([firsts[article.pk] for article in ready])  # the day of the article, by which days without a year are read, may have been settled
    make_known(ready, at=now)
    changes = []
    for article in ready:
        before = values_of(article)
        article.state, article.current, article.first_published_at = Article.State.PUBLISHED, firsts[article.pk], now
        article.reviewed_by, article.assigned_to = by, None
        article.save()
        changed_before, changed_after = difference(before, values_of(article))
        changes.append(change("publish", article, by=by, before=changed_before, after=changed_after, batch=batch))
    search.index({*(article.pk for article in ready), *articles_in_conflict(Claim.objects.filter(article__in=ready))})
    Change.objects.bulk_create(changes)
    return [(article, NotReady(faults[article.pk]) if faults[article.pk] else None) for article in held]


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
    (see ``anchors.carry_over``). Raises ReasonMissing, NothingChanged, InvalidRecord, ClaimsOrphaned.
    """
    require(by, "articles.revise_article")
    reason = given(reason)
    article = _locked(article, Article.State.PUBLISHED, Article.State.WITHDRAWN)
    before = values_of(article)
    former = article.current
    changes = dict(changes or {})
    if unknown := set(changes) - set(RECORD_FIELDS) - {"publication"}:
        raise InvalidRecord({name: ["This is not part of the record."] for name in sorted(unknown)})
    for name, value in changes.items():
        setattr(article, name, value)
    old_credits = credits_of(article)
    new_credits = old_credits if credits is None else [_stated(credit) for credit in credits]
    old_printings = printings_of(article)
    new_printings = old_printings if printings is None else [_stated(printing) for printing in printings]
    new_body = former.body if body is None else body_form.normalise(body)
    if kinds is None:
        kinds = body_form.kinds_after(new_body, former_body=former.body, former_kinds=former.kinds)
    _check(article, new_credits, new_printings, new_body, kinds)

    record = record_of(article, new_credits, new_printings)
    if (new_body, kinds) == (former.body, former.kinds) and _plain(record) == former.record:
        raise NothingChanged("Nothing differs from the version that is shown.")
    now = timezone.now()
    number = article.versions.order_by("-number").values_list("number", flat=True)[0] + 1
    version = Version(
        article=article, number=number, body=new_body, kinds=kinds, reason=reason, record=record, made_by=by, frozen_at=now
    )  # fmt: skip
    version.save()
    effects = carry_over(former, version, by=by, decisions=decisions)
    if new_credits != old_credits:
        article.contributions.all().delete()
        Contribution.objects.bulk_create(
            Contribution(article=article, position=position, **asdict(credit)) for position, credit in enumerate(new_credits, start=1)
        )
    if new_printings != old_printings:
        article.also_printed.all().delete()
        AlsoPrinted.objects.bulk_create(AlsoPrinted(article=article, **asdict(printing)) for printing in new_printings)
    article.current = version
    article.save()
    share_out(article)
    if new_body != former.body or "published_on" in changes:
        propose(article, new_body)
    if new_body != former.body:
        follow_text(version, former.sameness_key)
    note_sources([version])
    if article.is_published:
        make_known([article], at=now)
    changed_before, changed_after = difference(before, values_of(article))
    if new_credits != old_credits:
        changed_before["credits"] = [asdict(credit) for credit in old_credits]
        changed_after["credits"] = [asdict(credit) for credit in new_credits]
    if new_printings != old_printings:
        changed_before["also_printed"] = [asdict(printing) for printing in old_printings]
        changed_after["also_printed"] = [asdict(printing) for printing in new_printings]
    changed_before["sha256"], changed_after["sha256"] = former.sha256, version.sha256
    if effects.each:
        changed_after["claims"] = str(effects)
    search.index([article.pk])
    write("revise", article, by=by, before=changed_before, after=changed_after, reason=reason, batch=batch)
    return version


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
def save_draft(article: Article, *, by, body: str, kinds: str | None = None, is_noted: bool = True) -> Version:
    """Set the text of an article that was never public. Raises InvalidRecord.

    With ``is_noted`` off the caller enters the change in the history, as part of an act of its own. The text as it stood is read again
    where the date of the article changed: names and offices are held against it.
    """
    require(by, "articles.change_article")
    article = _locked(article, Article.State.DRAFT, Article.State.IN_REVIEW)
    version = article.versions.filter(number=1).first() or Version(article=article, number=1, made_by=by)
    before = {"sha256": version.sha256, "kinds": version.kinds}
    former_body, former_kinds, is_new = version.body, version.kinds, version.pk is None
    former_key = version.sameness_key
    version.body = body_form.normalise(body)
    version.kinds = body_form.kinds_after(version.body, former_body=former_body, former_kinds=former_kinds) if kinds is None else kinds
    _check(article, credits_of(article), printings_of(article), version.body, version.kinds)
    version.save()
    propose(article, version.body)
    if version.sha256 != before["sha256"]:
        if not is_new:
            carry_over(version, version, by=by, former_body=former_body)
        follow_text(version, former_key)
        note_sources([version])
    search.index([article.pk])
    if is_noted and before != (after := {"sha256": version.sha256, "kinds": version.kinds}):
        write("change text", article, by=by, before=before, after=after)
    return version


@transaction.atomic
def discard(article: Article, *, by, batch: uuid.UUID | None = None) -> None:
    """Delete an article that was never public, with its captures. The pid stays taken. Raises InUse."""
    require(by, "articles.delete_article")
    article = Article.objects.select_for_update().get(pk=article.pk)
    if article.was_ever_public:
        raise InUse("It was public: withdraw it instead, so that its address goes on answering.")
    if Evidence.objects.filter(Q(article=article) | Q(claim__article=article)).exclude(assessment__claim__article=article).exists():
        raise InUse("What was found of a claim of another article rests on it.")
    write("discard", article, by=by, before=values_of(article), batch=batch)
    take_away([article])


def take_away(articles: Sequence[Article]) -> None:
    """Delete the rows of ``articles`` and the captures that served no other. Their guards are the database's own."""
    pks = [article.pk for article in articles]
    search.forget(pks)
    captures = list(Capture.objects.filter(readings__article__in=pks).distinct())
    Reading.objects.filter(article__in=pks).delete()
    take_claims_away(list(Claim.objects.filter(article__in=pks)))
    Anchor.objects.filter(correction__article__in=pks).delete()
    Correction.objects.filter(article__in=pks).delete()
    for model in (Note, Suggestion, Contribution, AlsoPrinted):
        model.objects.filter(article__in=pks).delete()
    for model in (TaggedEntity, TaggedTopic):
        model.objects.filter(content_object__in=pks).delete()
    # Public ones are a demonstration: the database lets no other through.
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
    shas = set()
    for capture in captures:
        if not capture.readings.exists():
            shas |= {capture.sha256, capture.text_sha256}
            capture.delete()
    if shas:
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
        if fresh.state not in states:
            allowed = " or ".join(Article.State(state).label.lower() for state in states)
            raise WrongState(f"{fresh.pid} is {fresh.get_state_display().lower()}; this can be done to an article that is {allowed}.")
    if gone := [article for article in articles if article.pk not in held]:
        raise Article.DoesNotExist(f"{gone[0].pid} is not there any more.")
    return [held[article.pk] for article in articles]


def _move(article: Article, act: str, by, *, reason: str = "", batch: uuid.UUID | None = None, **values: Any) -> Article:
    before = values_of(article)
    for name, value in values.items():
        setattr(article, name, value)
    article.save()
    search.index({article.pk, *articles_in_conflict(article.claims.all())})
    changed_before, changed_after = difference(before, values_of(article))
    write(act, article, by=by, before=changed_before, after=changed_after, reason=reason, batch=batch)
    return article


def make_known(articles: Sequence[Article], *, at: dt.datetime) -> None:
    """Note that the authors, publications and topics of ``articles``, which are or are about to be public, have public addresses from then on."""
    Author.objects.filter(contributions__article__in=articles, public_since=None).update(public_since=at)
    Topic.objects.filter(articles__in=articles, public_since=None).update(public_since=at)
    Publication.objects.filter(pk__in={article.publication_id for article in articles} - {None}, public_since=None).update(public_since=at)
    Publication.objects.filter(also_printed__article__in=articles, public_since=None).update(public_since=at)


def _duplicates_of(article: Article) -> list[str]:
    """Return the pids of the articles that were withdrawn as duplicates of ``article``, and of those."""
    pids: list[str] = []
    nearest = [article.pk]
    while nearest:
        found = dict(Article.objects.filter(successor__in=nearest, withdrawal_reason=Article.Withdrawal.DUPLICATE).values_list("pk", "pid"))
        pids += found.values()
        nearest = list(found)
    return pids


def _check(article: Article, credits: list[Credit], printings: list[Printing], body: str, kinds: str) -> None:
    faults: dict[str, list[str]] = {}
    try:
        article.clean_fields()
        article.clean()
    except ValidationError as error:
        faults.update(error.message_dict)
    for credit in credits:
        try:
            Contribution(article=article, position=1, **asdict(credit)).clean_fields(exclude=["article"])
        except ValidationError as error:
            faults.setdefault("credits", []).extend(f"{credit.name}: {message}" for message in error.messages)
    named = [credit.author_id for credit in credits if credit.author_id]
    if len(named) != len(set(named)):
        faults.setdefault("credits", []).append("One author stands there twice.")
    for printing in printings:
        try:
            AlsoPrinted(article=article, **asdict(printing)).clean_fields(exclude=["article"])
        except ValidationError as error:
            faults.setdefault("printings", []).extend(error.messages)
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


def _stated(row: Credit | Printing) -> Any:
    """Return ``row`` with null for what holds nothing but blanks, as it will be kept; a name must stand there."""
    blank = {name for name, value in asdict(row).items() if name != "name" and isinstance(value, str) and not value.strip()}
    return replace(row, **dict.fromkeys(blank))


def _plain(record: dict[str, Any]) -> dict[str, Any]:
    """Return ``record`` with the values that JSON gives back for it."""
    return {name: value.isoformat() if isinstance(value, dt.date) else value for name, value in record.items()}
