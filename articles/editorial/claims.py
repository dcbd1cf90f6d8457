"""A claim's life: marked, reworded, reviewed, published, assessed, linked, placed again, withdrawn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from articles import anchoring, search
from articles.models import Anchor, Article, Assessment, Claim, ClaimEntity, ClaimLink, ClaimProposal, Correction, Evidence, Question, Version
from entities.models import Entity
from kzarchive.fields import validate_storable
from kzarchive.history.models import difference, values_of, write

from .anchors import anchor_at, articles_in_conflict, take_claims_away
from .asking import given, require, storable
from .errors import AmbiguousWords, InUse, InvalidRecord, NothingChanged, NotReady, ReasonMissing, SecondPersonNeeded, VersionReplaced, WrongState
from .excerpting import share_out
from .proposing import propose_links

# What an editor says of a claim. The rest follows from acts.
CLAIM_FIELDS = (
    "restatement", "kind", "asserted_by_author", "asserted_by_entity", "asserted_by_words", "reported_via", "reported_publication", "reported_on",
    "holds_for", "holds_basis", "holds_words", "subject", "measured", "value", "unit", "as_of", "note",
)  # fmt: skip


@dataclass(frozen=True)
class Source:
    """What an assessment rests on: an article, a claim, or an outside source with address, title and the day it was read."""

    article: Article | None = None
    claim: Claim | None = None
    url: str | None = None
    title: str | None = None
    accessed_on: dt.date | None = None
    note: str | None = None


def find_words(version: Version, words: str) -> anchoring.Span:
    """Return where ``words``, as they were typed or pasted, stand in ``version``. Raises InvalidRecord or AmbiguousWords."""
    faults = _faults_of(words)
    if not faults:
        spans = anchoring.occurrences(words, version.body)
        within = [span for span in spans if "\n\n" not in version.body[slice(*span)]]
        if len(within) > 1:
            raise AmbiguousWords(within)
        if within:
            return within[0]
        faults = ["These words run over a paragraph's end: mark a part that stands in one paragraph."] if spans else [
            "These words do not stand in the text. Copy them from it, from the first letter to the last."
        ]  # fmt: skip
    raise InvalidRecord({"quote": faults})


def _faults_of(words: str) -> list[str]:
    if len(words) > anchoring.LONGEST_QUOTE:
        return [f"That is {len(words):,} characters; the words of a claim are at most {anchoring.LONGEST_QUOTE:,}. Mark the sentence that makes it."]
    if not any(character.isalnum() for character in words):
        return ["There is no word in it: mark the words that make the claim."]
    try:
        validate_storable(words)
    except ValidationError as error:
        return list(error.messages)
    return []


def check_span(version: Version, span: tuple[int, int]) -> anchoring.Span:
    """Return ``span`` without the blanks at its ends. Raises InvalidRecord unless it holds words of one block of ``version``."""
    start, end = span
    if not 0 <= start < end <= len(version.body):
        raise InvalidRecord({"quote": [f"There are no characters {start} to {end} in this text; it has {len(version.body):,}."]})
    words = version.body[start:end]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    if faults := _faults_of(words):
        raise InvalidRecord({"quote": faults})
    if "\n\n" in words:
        raise InvalidRecord({"quote": ["These words run over a paragraph's end: mark a part that stands in one paragraph."]})
    return anchoring.Span(start, start + len(words))


@transaction.atomic
def mark(
    article: Article,
    *,
    by,
    values: Mapping[str, Any],
    span: tuple[int, int] | None = None,
    version: Version | None = None,
    about: Iterable[Entity] = (),
    pid: str | None = None,
    newest: Version | None = None,
) -> Claim:
    """Make a draft claim on the words at ``span`` of ``version``, or, without a span, one restated from its source.

    A claim of a demonstration article is one too. ``pid`` is given only where it was fixed before, as in a fixture.

    ``version`` is the one that was looked at (None: the newest). Raises InvalidRecord, and VersionReplaced, saying where the
    words stand now, where a newer text was saved in the meantime. ``newest`` is the newest text, where the caller holds the article in
    this transaction and has read both since.
    """
    require(by, "articles.add_claim")
    if newest is None:
        article = _held(article)
        newest = article.versions.order_by("-number").first()
    anchor = None
    if span is not None:
        looked_at = version or newest
        if looked_at is None or looked_at.article_id != article.pk:
            raise InvalidRecord({"quote": ["This article has no such text."]})
        span = check_span(looked_at, span)
        if looked_at.pk != newest.pk:
            raise VersionReplaced(newest, anchoring.reanchor(looked_at.body, newest.body, [span])[0])
        anchor = anchor_at(newest, span)
    claim = Claim(article=article, created_by=by, quote=anchor.exact if anchor else None, is_demo=article.is_demo, **({"pid": pid} if pid else {}))
    _set(claim, values)
    claim.save()
    named = _set_about(claim, about, is_new=True)
    if anchor:
        anchor.claim = claim
        anchor.save()
    place = {"version": newest.number, "start": anchor.start, "end": anchor.end} if anchor else {}
    write("mark", claim, by=by, after={**values_of(claim), "about": sorted(entity.slug for entity in named), **place})
    propose_links(claim, is_new=True)
    return claim


def claims_on_the_same_words(claim: Claim) -> list[Claim]:
    """Return the other claims that are not withdrawn and have the very place of ``claim`` in the newest text, the oldest first. One query."""
    own = claim.anchors.newest().placed().filter(version=OuterRef("version"), start=OuterRef("start"), end=OuterRef("end")).order_by()
    there = Anchor.objects.filter(Exists(own), version__article=claim.article_id, claim__isnull=False).order_by()
    others = Claim.objects.exclude(pk=claim.pk).exclude(state=Claim.State.WITHDRAWN)
    return list(others.filter(pk__in=there.values("claim")).order_by("created_at", "pk"))


@transaction.atomic
def edit(claim: Claim, *, by, values: Mapping[str, Any], about: Iterable[Entity] | None = None, reason: str = "") -> Claim:
    """Reword a claim. One that was public asks for a reason and for the permission to publish. Raises NothingChanged, InvalidRecord."""
    claim = _locked(claim, *Claim.State.values)
    if claim.first_published_at:
        require(by, "articles.publish_claim")
        reason = given(reason)
    else:
        require(by, "articles.change_claim")
    before = {**values_of(claim), "about": _about(claim)}
    _set(claim, values)
    claim.save()
    if about is not None:
        _set_about(claim, about)
    changed = difference(before, {**values_of(claim), "about": _about(claim)})
    if changed == ({}, {}):
        raise NothingChanged("Nothing differs from the claim as it stands.")
    write("reword" if claim.first_published_at else "change", claim, by=by, before=changed[0], after=changed[1], reason=reason)
    propose_links(claim)
    return claim


@transaction.atomic
def submit_claim(claim: Claim, *, by) -> Claim:
    """Hand a draft claim over for review."""
    require(by, "articles.change_claim")
    return _move(_locked(claim, Claim.State.DRAFT), "submit", by, state=Claim.State.IN_REVIEW)


@transaction.atomic
def send_claim_back(claim: Claim, *, by, reason: str) -> Claim:
    """Return a claim in review to whoever marked it. Raises ReasonMissing."""
    require(by, "articles.publish_claim")
    return _move(_locked(claim, Claim.State.IN_REVIEW), "send back", by, reason=given(reason), state=Claim.State.DRAFT)


def missing_for_publishing_claim(claim: Claim) -> list[tuple[str, str]]:
    """Return what stands in the way of publishing ``claim``, as (code, message) pairs; empty when nothing does."""
    missing = []
    if not claim.article.is_published:
        missing.append(("article", "Its article is not published."))
    if not claim.restatement.strip():
        missing.append(("restatement", "It has no restatement."))
    if claim.quote is not None:
        anchor = claim.anchors.order_by("-version__number").first()
        if anchor is None or anchor.start is None:
            missing.append(("anchor", "Its words have no place in the newest text: say where they stand."))
    try:
        claim.clean_fields(exclude=["article", "created_by"])
        claim.clean()
    except ValidationError as error:
        missing += [("invalid-field", f"{name}: {' '.join(messages)}") for name, messages in error.message_dict.items()]
    return missing


@transaction.atomic
def publish_claim(claim: Claim, *, by) -> Claim:
    """Open ``claim`` to the public. Raises NotReady, naming what is missing."""
    require(by, "articles.publish_claim")
    claim = _locked(claim, Claim.State.DRAFT, Claim.State.IN_REVIEW)
    if missing := missing_for_publishing_claim(claim):
        raise NotReady(missing)
    return _move(claim, "publish", by, state=Claim.State.PUBLISHED, first_published_at=timezone.now())


@transaction.atomic
def withdraw_claim(claim: Claim, *, by, reason: str, note: str = "") -> Claim:
    """Take a published claim back: its address answers 410 and says why. ``reason`` is one of ``Claim.Withdrawal``."""
    require(by, "articles.publish_claim")
    if reason not in Claim.Withdrawal.values:
        raise ReasonMissing("Choose a reason from the list.")
    storable("note", note)
    note = note.strip()
    return _move(
        _locked(claim, Claim.State.PUBLISHED), "withdraw", by, reason=f"{reason}: {note}" if note else reason, state=Claim.State.WITHDRAWN,
        withdrawn_at=timezone.now(), withdrawal_reason=reason, withdrawal_note=note,
    )  # fmt: skip


@transaction.atomic
def publish_claim_again(claim: Claim, *, by, reason: str) -> Claim:
    """Open a withdrawn claim to the public again, at the same address. Raises ReasonMissing, NotReady."""
    require(by, "articles.publish_claim")
    claim = _locked(claim, Claim.State.WITHDRAWN)
    if missing := [pair for pair in missing_for_publishing_claim(claim) if pair[0] != "anchor"]:
        raise NotReady(missing)
    return _move(
        claim, "publish again", by, reason=given(reason), state=Claim.State.PUBLISHED, withdrawn_at=None, withdrawal_reason="", withdrawal_note=""
    )  # fmt: skip


@transaction.atomic
def discard_claim(claim: Claim, *, by) -> None:
    """Delete a claim that was never public. The pid stays taken. Raises InUse."""
    require(by, "articles.delete_claim")
    claim = _locked(claim, *Claim.State.values)
    if claim.first_published_at:
        raise InUse("It was public: withdraw it instead, so that its address goes on answering.")
    if Evidence.objects.filter(claim=claim).exists():
        raise InUse("An assessment of another claim rests on it.")
    write("discard", claim, by=by, before=values_of(claim))
    take_claims_away([claim])


@transaction.atomic
def assess(claim: Claim, *, by, finding: str, reasons: str, evidence: Sequence[Source], is_own_work_accepted: bool = False) -> Assessment:
    """Enter a finding on ``claim`` beside those before it.

    Whoever marked the claim is labelled as its reviewer; to find it wrong then asks for a second person, or for
    ``is_own_work_accepted``. Raises SecondPersonNeeded, InvalidRecord.
    """
    require(by, "articles.assess_claim")
    if finding == Claim.Finding.WRONG:
        require(by, "articles.assess_claim_wrong")
    claim = _locked(claim, Claim.State.DRAFT, Claim.State.IN_REVIEW, Claim.State.PUBLISHED)
    is_own_work = claim.created_by_id == by.pk
    faults: dict[str, list[str]] = {}
    if finding not in dict(Assessment.FINDINGS):
        faults["finding"] = ["Choose a finding from the list."]
    if not reasons.strip():
        faults["reasons"] = ["Say how it was found, in a sentence or more: readers will see it."]
    if not evidence:
        faults["evidence"] = ["Give at least one piece of evidence: an article or a claim in the archive, or an outside source."]
    assessment = Assessment(claim=claim, finding=finding, reasons=reasons.strip(), reviewer=by, is_own_work=is_own_work)
    rows = [Evidence(assessment=assessment, **{name: value or None for name, value in vars(source).items()}) for source in evidence]
    for number, row in enumerate(rows, start=1):
        if messages := _faults_of_evidence(row, claim):
            faults.setdefault("evidence", []).extend(f"{number}: {message}" for message in messages)
    try:
        validate_storable(reasons)
    except ValidationError as error:
        faults["reasons"] = list(error.messages)
    if faults:
        raise InvalidRecord(faults)
    if is_own_work and finding == Claim.Finding.WRONG and not is_own_work_accepted:
        raise SecondPersonNeeded(
            "You marked this claim yourself: let a second person find it wrong, or confirm that readers are told it was reviewed by its author."
        )
    assessment.save()
    for row in rows:
        row.save()
    before = claim.finding
    claim.finding = finding
    claim.save(update_fields=["finding", "changed_at"])
    search.index([claim.article_id])
    write("assess", claim, by=by, before={"finding": before}, after={"finding": finding, "is_own_work": is_own_work}, reason=reasons.strip())
    return assessment


def _faults_of_evidence(row: Evidence, claim: Claim) -> list[str]:
    kinds = [row.article_id is not None, row.claim_id is not None, bool(row.url or row.title or row.accessed_on)]
    if sum(kinds) != 1:
        return ["One piece of evidence is one thing: an article, a claim, or an outside source."]
    if row.claim_id == claim.pk:
        return ["A claim is no evidence for itself."]
    messages = []
    if kinds[2]:
        missing = [label for label, value in (("address", row.url), ("title", row.title), ("day it was read", row.accessed_on)) if not value]
        if missing:
            messages.append(f"An outside source has an address, a title and the day it was read; missing: {', '.join(missing)}.")
        if row.accessed_on and row.accessed_on > timezone.now().date() + dt.timedelta(days=1):
            messages.append(f"{row.accessed_on} is still to come.")
    try:
        row.clean_fields(exclude=["assessment", "article", "claim"])
    except ValidationError as error:
        messages += error.messages
    return messages


@transaction.atomic
def link(from_claim: Claim, to_claim: Claim, *, by, kind: str, reason: str) -> ClaimLink:
    """Say what one claim is to another. A pair has one link. Raises InvalidRecord, ReasonMissing."""
    require(by, "articles.add_claimlink")
    reason = given(reason)
    if kind not in ClaimLink.LinkKind.values:
        raise InvalidRecord({"kind": ["Choose from the list what the one is to the other."]})
    if from_claim.pk == to_claim.pk:
        raise InvalidRecord({"to_claim": ["A claim is not linked to itself."]})
    _hold_articles_of(from_claim, to_claim)
    held = {row.pk: row for row in Claim.objects.select_for_update().filter(pk__in=[from_claim.pk, to_claim.pk]).order_by("pk")}
    if any(row.state == Claim.State.WITHDRAWN for row in held.values()):
        raise WrongState("A withdrawn claim is not linked.")
    pair = sorted((from_claim.pk, to_claim.pk))
    there = ClaimLink.objects.filter(Q(from_claim=pair[0], to_claim=pair[1]) | Q(from_claim=pair[1], to_claim=pair[0])).first()
    if there:
        raise InvalidRecord({"to_claim": [f"The two are linked already: {there}. Take that link away first."]})
    made = ClaimLink.objects.create(from_claim=held[from_claim.pk], to_claim=held[to_claim.pk], kind=kind, reason=reason, made_by=by)
    answered = {"answer": ClaimProposal.Answer.LINKED, "answered_by": by, "answered_at": timezone.now()}
    ClaimProposal.objects.filter(first=pair[0], second=pair[1]).update(**answered)
    search.index({row.article_id for row in held.values()})
    write("link", from_claim, by=by, after={"kind": kind, "to": to_claim.pid}, reason=reason)
    return made


def accept_proposal(proposal: ClaimProposal, *, by, kind: str, reason: str, is_turned: bool = False) -> ClaimLink:
    """Link the two claims of a proposal, the second to the first where ``is_turned``."""
    pair = (proposal.second, proposal.first) if is_turned else (proposal.first, proposal.second)
    return link(*pair, by=by, kind=kind, reason=reason)


@transaction.atomic
def unlink(made: ClaimLink, *, by, reason: str) -> None:
    """Take a link away; the history keeps it. Raises ReasonMissing."""
    require(by, "articles.delete_claimlink")
    reason = given(reason)
    _hold_articles_of(made.from_claim, made.to_claim)
    made = ClaimLink.objects.select_for_update(of=("self",)).select_related("from_claim", "to_claim").get(pk=made.pk)
    write("unlink", made.from_claim, by=by, before={"kind": made.kind, "to": made.to_claim.pid, "reason": made.reason}, reason=reason)
    made.delete()
    search.index({made.from_claim.article_id, made.to_claim.article_id})


@transaction.atomic
def place(anchor: Anchor, *, by, span: tuple[int, int] | None) -> Anchor:
    """Say where words stand whose place needed review, or, with None, that they are gone from the text. Raises InvalidRecord."""
    require(by, "articles.change_claim")
    article = _held(anchor.version.article)
    anchor = Anchor.objects.select_related("claim", "correction", "version").get(pk=anchor.pk)
    if anchor.version_id != article.versions.order_by("-number").values_list("pk", flat=True)[0]:
        raise WrongState("The text was replaced in the meantime: look at the newest one.")
    before = {"state": anchor.state, "start": anchor.start, "end": anchor.end}
    if span is None:
        anchor.start = anchor.end = None
        anchor.state, anchor.candidates = Anchor.State.ORPHANED, []
    else:
        there = anchor_at(anchor.version, check_span(anchor.version, span))
        for name in ("exact", "prefix", "suffix", "start", "end"):
            setattr(anchor, name, getattr(there, name))
        anchor.state, anchor.candidates = Anchor.State.MOVED, []
    anchor.placed_by = by
    anchor.save()
    after = {"state": anchor.state, "start": anchor.start, "end": anchor.end, "version": anchor.version.number}
    write("place", anchor.claim or anchor.correction, by=by, before=before, after=after)
    return anchor


@transaction.atomic
def correct(article: Article, *, by, span: tuple[int, int], reading: str, reason: str = "", version: Version | None = None) -> Correction:
    """Say how words of the text ought to read; the text itself stays as its source has it. Raises InvalidRecord, VersionReplaced."""
    require(by, "articles.add_correction")
    article = _held(article)
    newest = article.versions.order_by("-number").first()
    looked_at = version or newest
    span = check_span(looked_at, span)
    if looked_at.pk != newest.pk:
        raise VersionReplaced(newest, anchoring.reanchor(looked_at.body, newest.body, [span])[0])
    anchor = anchor_at(newest, span)
    correction = Correction(article=article, words=anchor.exact, reading=" ".join(reading.split()), reason=reason.strip(), made_by=by)
    faults: dict[str, list[str]] = {}
    try:
        correction.clean_fields(exclude=["article", "made_by"])
    except ValidationError as error:
        faults.update(error.message_dict)
    if correction.reading == correction.words:
        faults.setdefault("reading", []).append("That is what the text has.")
    if faults:
        raise InvalidRecord(faults)
    correction.save()
    anchor.correction = correction
    anchor.save()
    write("correct", article, by=by, before={"words": correction.words}, after={"reading": correction.reading}, reason=correction.reason)
    return correction


@transaction.atomic
def withdraw_correction(correction: Correction, *, by, reason: str) -> Correction:
    """Take a corrected reading back. Raises ReasonMissing."""
    require(by, "articles.change_correction")
    reason = given(reason)
    correction = Correction.objects.select_for_update().select_related("article").get(pk=correction.pk)
    if correction.withdrawn_at:
        raise WrongState("This reading was taken back before.")
    correction.withdrawn_at = timezone.now()
    correction.save()
    write("withdraw correction", correction.article, by=by, before={"words": correction.words, "reading": correction.reading}, reason=reason)
    return correction


@transaction.atomic
def publish_question(question: Question, *, by) -> Question:
    """Open a question to the public. Raises NotReady unless two of its claims are public."""
    require(by, "articles.publish_question")
    question = Question.objects.select_for_update().get(pk=question.pk)
    if question.state == Question.State.PUBLISHED:
        raise WrongState(f"{question.pid} is published.")
    if Claim.objects.public().filter(questions=question).count() < 2:
        raise NotReady([("claims", "A question is contested by two published claims at least.")])
    before = values_of(question)
    question.state = Question.State.PUBLISHED
    question.first_published_at = question.first_published_at or timezone.now()
    question.save()
    changed = difference(before, values_of(question))
    write("publish", question, by=by, before=changed[0], after=changed[1])
    return question


@transaction.atomic
def withdraw_question(question: Question, *, by, reason: str) -> Question:
    """Take a question back: its address answers 410. Raises ReasonMissing."""
    require(by, "articles.publish_question")
    reason = given(reason)
    question = Question.objects.select_for_update().get(pk=question.pk)
    if question.state != Question.State.PUBLISHED:
        raise WrongState(f"{question.pid} is not published.")
    question.state = Question.State.WITHDRAWN
    question.save()
    write("withdraw", question, by=by, before={"state": "published"}, after={"state": "withdrawn"}, reason=reason)
    return question


def _held(article: Article) -> Article:
    """Return the article as it is in the database now, held until the transaction ends: its text stays meanwhile."""
    return Article.objects.select_for_update().get(pk=article.pk)


def _hold_articles_of(*claims: Claim) -> None:
    """Hold the articles of ``claims``: whoever enters them in the search index does so before any claim, or two editors wait for each other."""
    list(Article.objects.select_for_update().filter(pk__in={claim.article_id for claim in claims}).order_by("pk").values_list("pk"))


def _locked(claim: Claim, *states: str) -> Claim:
    """Return the claim as it is in the database now, held with its article until the transaction ends. Raises WrongState."""
    _hold_articles_of(claim)
    fresh = Claim.objects.select_for_update(of=("self",)).select_related("article").get(pk=claim.pk)
    if fresh.state not in states:
        allowed = " or ".join(Claim.State(state).label.lower() for state in states)
        raise WrongState(f"{fresh.pid} is {fresh.get_state_display().lower()}; this can be done to a claim that is {allowed}.")
    return fresh


def _move(claim: Claim, act: str, by, *, reason: str = "", **values: Any) -> Claim:
    before = values_of(claim)
    for name, value in values.items():
        setattr(claim, name, value)
    claim.save()
    search.index({claim.article_id, *articles_in_conflict(Claim.objects.filter(pk=claim.pk))})
    changed = difference(before, values_of(claim))
    write(act, claim, by=by, before=changed[0], after=changed[1], reason=reason)
    share_out(claim.article)
    claim.refresh_from_db(fields=["excerpt", "excerpt_key", "changed_at"])
    return claim


def _set(claim: Claim, values: Mapping[str, Any]) -> None:
    if unknown := set(values) - set(CLAIM_FIELDS):
        raise InvalidRecord({name: ["This is not for an editor to set."] for name in sorted(unknown)})
    for name, value in values.items():
        setattr(claim, name, value)
    try:
        claim.clean_fields(exclude=["article", "created_by", "pid"])
        claim.clean()
    except ValidationError as error:
        raise InvalidRecord(error.message_dict) from None


def _about(claim: Claim) -> list[str]:
    return sorted(claim.about.values_list("slug", flat=True)) if claim.pk else []


def _set_about(claim: Claim, entities: Iterable[Entity], *, is_new: bool = False) -> list[Entity]:
    """Say that ``claim`` is about ``entities`` and no others; return them as they are now, held."""
    wanted = {entity.pk for entity in entities}
    # Both held, in the order in which a merge holds them: an entity that was merged away meanwhile is told by name.
    rows = claim.claim_entities.select_for_update().order_by("pk")
    there = set() if is_new else set(rows.values_list("entity_id", flat=True))
    held = list(Entity.objects.select_for_update(no_key=True, of=("self",)).filter(pk__in=wanted).order_by("pk").select_related("merged_into"))
    if gone := [f"{entity.pid} was merged into {entity.merged_into.pid}: name that one." for entity in held if entity.merged_into_id]:
        raise InvalidRecord({"about": gone})
    claim.claim_entities.filter(entity_id__in=there - wanted).delete()
    ClaimEntity.objects.bulk_create(ClaimEntity(claim=claim, entity_id=pk) for pk in sorted(wanted - there))
    return held
