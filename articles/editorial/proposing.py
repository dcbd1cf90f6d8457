"""Pairs of claims that the archive thinks speak of one thing, and what editors answer; “unrelated” is remembered."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from articles.kinship import Facts, kinship
from articles.models import Anchor, Claim, ClaimEntity, ClaimLink, ClaimProposal
from entities.models import Entity
from kzarchive.history.models import write

from .asking import require
from .errors import WrongState

MOST_COMPARED = 400
_GENERAL = {Entity.EntityKind.STATE, Entity.EntityKind.PLACE, Entity.EntityKind.PERSON}


def propose_links(claim: Claim, *, is_new: bool = False) -> list[ClaimProposal]:
    """Compare ``claim`` with those that share an entity or a property with it, and propose the pairs that nobody answered yet.

    ``is_new`` is one that was just made: no pair of it was answered, linked or proposed.
    """
    # Keys first, in statements of one table each: joined in one, PostgreSQL without statistics took seconds a claim.
    about = list(claim.about.all())
    beside = (
        ClaimEntity.objects.filter(entity__in=[entity.pk for entity in about]).exclude(claim=claim.pk).exclude(claim__state=Claim.State.WITHDRAWN)
    )
    near = set(beside.order_by("-claim_id").values_list("claim_id", flat=True).distinct()[:MOST_COMPARED])
    if claim.measured_key:
        measured = Claim.objects.filter(measured_key=claim.measured_key).exclude(pk=claim.pk).exclude(state=Claim.State.WITHDRAWN)
        near |= set(measured.order_by("-id").values_list("pk", flat=True)[:MOST_COMPARED])
    others = list(Claim.objects.filter(pk__in=sorted(near)[-MOST_COMPARED:]).prefetch_related("about").order_by("-id"))
    known = set() if is_new else _answered(claim, [other.pk for other in others])
    if not is_new:
        ClaimProposal.objects.filter(Q(first=claim) | Q(second=claim), answer=ClaimProposal.Answer.OPEN).delete()
    facts = facts_of(claim, about)
    made = []
    for other in others:
        found = None if other.pk in known else kinship(facts, facts_of(other, other.about.all()))
        if found:
            first, second = sorted((claim.pk, other.pk))
            made.append(ClaimProposal(first_id=first, second_id=second, kind=found[0], evidence=[list(reason) for reason in found[1]]))
    return ClaimProposal.objects.bulk_create(made)


def _answered(claim: Claim, keys: list[int]) -> set[int]:
    """Return those of the claims of ``keys`` that ``claim`` is linked to, or of which somebody said whether it speaks of one thing with them."""
    answered = ClaimProposal.objects.exclude(answer=ClaimProposal.Answer.OPEN)
    known = set(answered.filter(first=claim.pk, second__in=keys).values_list("second", flat=True))
    known |= set(answered.filter(second=claim.pk, first__in=keys).values_list("first", flat=True))
    return known | {pk for pair in ClaimLink.objects.of(claim).values_list("from_claim", "to_claim") for pk in pair}


def facts_of(claim: Claim, entities: Iterable[Entity]) -> Facts:
    """Return what is compared of ``claim``, which is about ``entities``."""
    entities = list(entities)
    first, last = claim.as_of_earliest or claim.holds_earliest, claim.as_of_latest or claim.holds_latest
    return Facts(
        restatement=claim.restatement,
        entities=frozenset(entity.slug for entity in entities),
        particular=frozenset(entity.slug for entity in entities if entity.kind not in _GENERAL),
        subject=str(claim.subject_id) if claim.subject_id else None,
        measured=claim.measured_key,
        value=claim.value,
        number=claim.number,
        unit=claim.unit,
        days=(first, last) if first and last else None,
    )


@transaction.atomic
def refuse_proposal(proposal: ClaimProposal, *, by) -> ClaimProposal:
    """Remember that two claims are unrelated: the pair is not proposed again."""
    require(by, "articles.change_claimproposal")
    proposal = ClaimProposal.objects.select_for_update(of=("self",)).select_related("first", "second").get(pk=proposal.pk)
    if proposal.answer == ClaimProposal.Answer.LINKED:
        raise WrongState("The two are linked: take the link away first.")
    proposal.answer, proposal.answered_by, proposal.answered_at = ClaimProposal.Answer.UNRELATED, by, timezone.now()
    proposal.save()
    write("refuse proposal", proposal.first, by=by, after={"unrelated": proposal.second.pid})
    return proposal


def undecided_claims():
    """Return the keys of the claims whose words wait for a person to say where they stand in the newest text."""
    return Anchor.objects.undecided().filter(claim__isnull=False).values("claim")


def orphaned_claims():
    """Return the keys of the claims whose words are gone from the newest text."""
    return Anchor.objects.newest().orphaned().filter(claim__isnull=False).values("claim")
