"""What waits to be done with claims, of one article or of all: reviews, places of words, proposed links, findings that differ."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.template.response import TemplateResponse
from django.urls import path, reverse

from articles import editorial
from articles.models import Anchor, Article, Assessment, Claim, ClaimProposal
from kzarchive.history.models import Change
from kzarchive.marks import visible

MOST = 50


@dataclass
class Entry:
    """One thing that waits: how it is called, where it is seen to, and what editors said of it."""

    label: str
    address: str
    detail: str = ""
    note: str = ""
    reason: str = ""
    acts: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Waiting:
    heading: str
    meaning: str
    entries: list[Entry]
    count: int

    @property
    def left(self) -> int:
        return self.count - len(self.entries)


class QueuePage:
    """The page of ``ClaimAdmin`` with all that waits; in a fixed number of queries."""

    def queue_urls(self):
        def page(request):
            return self.admin_site.admin_view(self.queue_view)(request)

        return [path("queue/", page, name="articles_claim_queue")]

    def queue_view(self, request):
        if not request.user.has_perm("articles.change_claim"):
            raise PermissionDenied
        asked = request.GET.get("article", "")
        article = Article.objects.filter(pk=int(asked)).first() if asked.isdecimal() and len(asked) < 19 else None
        claims = Claim.objects.filter(article=article) if article else Claim.objects.all()
        context = {
            **self.admin_site.each_context(request),
            "title": "Claims that wait",
            "subtitle": visible(str(article)) if article else None,
            "opts": self.opts,
            "article": article,
            "is_unknown": bool(asked) and article is None,
            "sections": sections_of(claims, may_publish=request.user.has_perm("articles.publish_claim")),
        }
        return TemplateResponse(request, "admin/articles/claim/queue.html", context)


def sections_of(claims: QuerySet[Claim], *, may_publish: bool) -> list[Waiting]:
    """Return what waits of ``claims``, each kind with its first entries and how many there are."""
    in_review, sent_back = claims.filter(state=Claim.State.IN_REVIEW), _sent_back(claims)
    undecided, gone = (claims.filter(pk__in=keys) for keys in (editorial.undecided_claims(), editorial.orphaned_claims()))
    differing = _with_differing_findings(claims)
    proposals = ClaimProposal.objects.filter(answer=ClaimProposal.Answer.OPEN).filter(Q(first__in=claims) | Q(second__in=claims))
    return [
        Waiting("In review", "A publisher reads them, and publishes them or sends them back.",
                [_in_review(claim, may_publish) for claim in _first(in_review)], in_review.count()),
        Waiting("Sent back", "Drafts that were not taken, with what was to be mended.", _with_reasons(_first(sent_back)), sent_back.count()),
        Waiting("Words that need review", "Something close stands in the newest text, or several places fit: say which, or that they are gone.",
                _unplaced(undecided), undecided.count()),
        Waiting("Words that are gone", "The newest text has them no longer. Readers are told so; withdraw what is not claimed any more.",
                _unplaced(gone), gone.count()),
        Waiting("Proposed links", "Pairs that seem to speak of one thing. Link them, or say that they are unrelated.",
                [_pair(proposal) for proposal in proposals.select_related("first", "second").order_by("-id")[:MOST]], proposals.count()),
        Waiting("Reviewers differ", "The newest finding is not what another reviewer found before.",
                [_differing(claim) for claim in _first(differing).prefetch_related("assessments__reviewer")], differing.count()),
    ]  # fmt: skip


def _first(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    return claims.select_related("article", "created_by").order_by("-changed_at", "-id")[:MOST]


def _sent_back(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    back = Change.objects.filter(kind=Claim._meta.label_lower, act="send back")
    return claims.filter(state=Claim.State.DRAFT, pid__in=back.values("label"))


def _with_differing_findings(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    of_claim = Assessment.objects.filter(claim=OuterRef("pk"))
    newest = claims.exclude(state=Claim.State.WITHDRAWN).annotate(newest_reviewer=Subquery(of_claim.order_by("-id").values("reviewer")[:1]))
    differing = of_claim.exclude(finding=OuterRef("finding")).exclude(reviewer=OuterRef("newest_reviewer"))
    return newest.filter(Exists(differing))


def _entry(claim: Claim, detail: str = "", **values: Any) -> Entry:
    label = visible(claim.restatement or claim.quote or claim.pid)
    where = f"{claim.pid}, {claim.kind}, {claim.get_state_display().lower()}, in {visible(str(claim.article))[:120]}"
    return Entry(label, _page(claim), "; ".join(filter(None, [where, detail])), visible(claim.note), **values)


def _page(record, act: str = "change") -> str:
    return reverse(f"admin:articles_{record._meta.model_name}_{act}", args=[record.pk])


def _in_review(claim: Claim, may_publish: bool) -> Entry:
    acts = [(_page(claim, "publish"), "Publish"), (_page(claim, "send_back"), "Send back")] if may_publish else []
    return _entry(claim, f"marked by {visible(claim.created_by.get_username())}" if claim.created_by else "", acts=acts)


def _with_reasons(claims: Iterable[Claim]) -> list[Entry]:
    claims = list(claims)
    back = Change.objects.filter(kind=Claim._meta.label_lower, act="send back", label__in=[claim.pid for claim in claims]).order_by("id")
    reasons = dict(back.values_list("label", "reason"))  # the last one said stays
    return [_entry(claim, reason=visible(reasons.get(claim.pid, "")), acts=[(_page(claim, "submit"), "Submit for review")]) for claim in claims]


def _unplaced(claims: QuerySet[Claim]) -> list[Entry]:
    found = list(_first(claims))
    anchors = {anchor.claim_id: anchor for anchor in Anchor.objects.newest().filter(claim__in=[claim.pk for claim in found])}
    entries = []
    for claim in found:
        anchor = anchors[claim.pk]
        places = len(anchor.candidates)
        entries.append(_entry(claim, f"{places} place{'' if places == 1 else 's'} to choose from" if places else "", reason=visible(anchor.exact)))
    return entries


def _pair(proposal: ClaimProposal) -> Entry:
    label = visible(f"{proposal.first.restatement} / {proposal.second.restatement}")
    why = visible("; ".join(": ".join(filter(None, reason)) for reason in proposal.evidence))
    acts = [(_page(proposal, "link"), "Link them"), (_page(proposal, "unrelated"), "Unrelated")]
    return Entry(label, _page(proposal), f"{proposal.kind}, it seems: {why}", acts=acts)


def _differing(claim: Claim) -> Entry:
    found = [f"{a.finding} ({visible(a.reviewer.get_username())}, {a.reviewed_at:%d %b %Y})" for a in claim.assessments.all()]
    return _entry(claim, ", then ".join(found), acts=[(_page(claim, "assess"), "Assess")])
