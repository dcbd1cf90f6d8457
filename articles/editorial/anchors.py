"""What a new text does to the words that were marked in the one before: shown first, then done with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet

from articles import anchoring
from articles.anchoring import Placement, Span, State
from articles.models import (
    Anchor,
    Article,
    Assessment,
    Claim,
    ClaimEntity,
    ClaimLink,
    ClaimProposal,
    Correction,
    Evidence,
    QuestionClaim,
    Version,
)  # fmt: skip

from .errors import ClaimsOrphaned

# What may be decided about words that are gone: that they are, or where they stand.
GONE = "gone"


@dataclass(frozen=True)
class Effect:
    """What becomes of one claim or correction: where its words stood, and where they are placed or might be."""

    marked: Claim | Correction
    former: Anchor
    placement: Placement
    before: str
    after: str

    @property
    def pid(self) -> str:
        """The claim's pid, or ``sic-`` with the number of the correction: the key of a decision."""
        return self.marked.pid if isinstance(self.marked, Claim) else f"sic-{self.marked.pk}"

    @property
    def words(self) -> str:
        """The words as they are placed, else as they were."""
        return self.after[slice(*self.placement.span)] if self.placement.span else self.former.exact

    @property
    def surroundings(self) -> tuple[str, str]:
        """What stood before and after the words in the former text."""
        return self.former.prefix, self.former.suffix

    @property
    def choices(self) -> list[tuple[Span, anchoring.TextQuote]]:
        """The places that a person may choose, each with its words in their surroundings."""
        return [(span, anchoring.quote_at(self.after, *span)) for span in self.placement.candidates]


@dataclass(frozen=True)
class Effects:
    """What a text does to all that was marked in the one before, in the order of the text."""

    each: tuple[Effect, ...] = ()
    decisions: Mapping[str, str | tuple[int, int]] = field(default_factory=dict)

    @property
    def counts(self) -> dict[State, int]:
        found = Counter(effect.placement.state for effect in self.each)
        return {state: found[state] for state in State}

    @property
    def undecided(self) -> list[Effect]:
        """Published claims whose words would be gone, about which nobody decided."""
        return [
            effect
            for effect in self.each
            if effect.placement.state == State.ORPHANED
            and effect.former.state != State.ORPHANED
            and isinstance(effect.marked, Claim)
            and effect.marked.state == Claim.State.PUBLISHED
            and effect.pid not in self.decisions
        ]

    def __str__(self) -> str:
        """In words: “31 unchanged, 2 moved, 1 needs review”."""
        words = {State.EXACT: "unchanged", State.MOVED: "moved", State.NEEDS_REVIEW: "need review", State.ORPHANED: "gone"}
        parts = [f"{count} {words[state]}" for state, count in self.counts.items() if count]
        return ", ".join(parts).replace("1 need review", "1 needs review") if parts else "no claims"


def effects_of(article: Article, body: str) -> Effects:
    """Return what ``body``, in the form texts are kept in, would do to what is marked in the newest text; writes nothing."""
    former = article.versions.order_by("-number").first()
    return effects_between(former, body) if former else Effects()


def anchors_of(versions: Iterable[Version]) -> dict[int, list[Anchor]]:
    """Return all that is marked in each of ``versions``, by its key. One query."""
    found: dict[int, list[Anchor]] = {}
    for anchor in Anchor.objects.filter(version__in=list(versions)).select_related("claim", "correction"):
        found.setdefault(anchor.version_id, []).append(anchor)
    return found


def effects_between(former: Version, body: str, *, anchors: list[Anchor] | None = None) -> Effects:
    """Return what becomes of all that is marked in ``former``, which are ``anchors``, when the text is ``body``."""
    if anchors is None:
        anchors = list(former.anchors.select_related("claim", "correction"))
    placed = [anchor for anchor in anchors if anchor.span]
    placements = dict(zip(placed, anchoring.reanchor(former.body, body, [anchor.span for anchor in placed]), strict=True))
    effects = [
        Effect(anchor.claim or anchor.correction, anchor, placements.get(anchor) or _again(anchor, former.body, body), former.body, body)
        for anchor in anchors
    ]
    return Effects(tuple(effects))


def _again(anchor: Anchor, before: str, body: str) -> Placement:
    """Return what becomes of words that had no place in the former text: they may be back, and a person says so."""
    if before == body:
        return Placement(State(anchor.state), candidates=tuple(Span(*span) for span in anchor.candidates))
    found = tuple(anchoring.occurrences(anchor.exact, body)[:5])
    return Placement(State.NEEDS_REVIEW, candidates=found) if found else Placement(State.ORPHANED)


def decided(effects: Effects, decisions: Mapping[str, str | tuple[int, int]] | None = None) -> Effects:
    """Return ``effects`` with what was decided about them. Raises ClaimsOrphaned.

    ``decisions``, by the key of the effect: ``GONE``, or the span where a person says the words stand.
    """
    effects = Effects(effects.each, dict(decisions or {}))
    if effects.undecided:
        raise ClaimsOrphaned(effects)
    return effects


def carried_over(effects: Effects, version: Version, *, by) -> list[Anchor]:
    """Return the unsaved anchors in ``version`` of all that was marked in the text before it."""
    return [_anchor(effect, version, by, effects.decisions.get(effect.pid)) for effect in effects.each]


def keep_in_place(version: Version, *, by, former_body: str) -> Effects:
    """Anchor anew what is marked in ``version``, a draft whose text was ``former_body``; runs in the caller's transaction. Raises ClaimsOrphaned."""
    effects = decided(effects_between(Version(pk=version.pk, body=former_body), version.body))
    anchors = carried_over(effects, version, by=by)
    for anchor, effect in zip(anchors, effects.each, strict=True):
        anchor.pk = effect.former.pk
    Anchor.objects.bulk_update(anchors, ["exact", "prefix", "suffix", "start", "end", "state", "candidates", "placed_by"])
    return effects


def _anchor(effect: Effect, version: Version, by, decision: str | tuple[int, int] | None) -> Anchor:
    placement, chosen_by = effect.placement, None
    if decision is not None and not placement.span:
        placement = Placement(State.ORPHANED) if decision == GONE else Placement(State.MOVED, Span(*decision))
        chosen_by = by
    anchor = anchor_at(version, placement.span) if placement.span else _unplaced(effect.former, version)
    anchor.claim_id, anchor.correction_id = effect.former.claim_id, effect.former.correction_id
    anchor.state, anchor.placed_by = placement.state.value, chosen_by
    anchor.candidates = [] if placement.span else [list(span) for span in placement.candidates]
    return anchor


def anchor_at(version: Version, span: tuple[int, int]) -> Anchor:
    """Return an unsaved anchor at ``span`` of ``version``, of nothing yet."""
    quote = anchoring.quote_at(version.body, *span)
    return Anchor(
        version=version, exact=quote.exact, prefix=quote.prefix, suffix=quote.suffix, start=span[0], end=span[1], state=Anchor.State.EXACT
    )  # fmt: skip


def _unplaced(former: Anchor, version: Version) -> Anchor:
    return Anchor(version=version, exact=former.exact, prefix=former.prefix, suffix=former.suffix)


def take_claims_away(claims: Sequence[Claim]) -> None:
    """Delete the rows of ``claims``. Their guards are the database's own."""
    pks = [claim.pk for claim in claims]
    Evidence.objects.filter(assessment__claim__in=pks).delete()
    Assessment.objects.filter(claim__in=pks).delete()
    ClaimLink.objects.filter(Q(from_claim__in=pks) | Q(to_claim__in=pks)).delete()
    ClaimProposal.objects.filter(Q(first__in=pks) | Q(second__in=pks)).delete()
    QuestionClaim.objects.filter(claim__in=pks).delete()
    ClaimEntity.objects.filter(claim__in=pks).delete()
    Anchor.objects.filter(claim__in=pks).delete()
    Claim.objects.filter(pk__in=pks).delete()


def articles_in_conflict(claims: QuerySet[Claim]) -> set[int]:
    """Return the keys of the articles with a claim that one of ``claims`` conflicts with, public or not: what is in dispute there follows these."""
    links = ClaimLink.objects.filter(kind=ClaimLink.LinkKind.CONFLICTS).order_by()
    claims = claims.order_by().values("pk")
    beyond = links.filter(from_claim__in=claims).values_list("to_claim__article")
    return {key for (key,) in beyond.union(links.filter(to_claim__in=claims).values_list("from_claim__article"))}
