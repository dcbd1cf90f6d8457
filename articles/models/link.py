"""What one claim is to another, and what the archive only thinks it may be."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest, Least

from kzarchive.fields import validate_storable


class ClaimLinkQuerySet(models.QuerySet):
    def public(self):
        """Links between two claims that the public may know of."""
        return self.filter(
            from_claim__state="published", from_claim__article__state="published", to_claim__state="published", to_claim__article__state="published"
        )

    def of(self, claim):
        """Links of a claim, given by itself or an expression for its key."""
        return self.filter(Q(from_claim=claim) | Q(to_claim=claim))

    def conflicting(self, claim):
        """Links that say a claim conflicts with another."""
        return self.of(claim).filter(kind=ClaimLink.LinkKind.CONFLICTS)


class ClaimLink(models.Model):
    """What one claim is to another, with the reason; a pair has one link, shown from both sides."""

    class LinkKind(models.TextChoices):
        CORROBORATES = "corroborates"
        CONFLICTS = "conflicts with"
        REFINES = "refines"
        REPEATS = "repeats"

    # What the other side is to this one.
    SEEN_FROM_TARGET = {
        LinkKind.CORROBORATES: "corroborated by",
        LinkKind.CONFLICTS: "conflicts with",
        LinkKind.REFINES: "refined by",
        LinkKind.REPEATS: "repeated by",
    }

    from_claim = models.ForeignKey("articles.Claim", on_delete=models.PROTECT, related_name="links_out")
    to_claim = models.ForeignKey("articles.Claim", on_delete=models.PROTECT, related_name="links_in")
    kind = models.CharField(max_length=16, choices=LinkKind)
    reason = models.TextField(validators=[validate_storable], help_text="What makes it so, in a sentence; readers see it.")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = ClaimLinkQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(Least("from_claim", "to_claim"), Greatest("from_claim", "to_claim"), name="claim_link_once_a_pair"),
            models.CheckConstraint(condition=~Q(from_claim=F("to_claim")), name="claim_link_not_to_itself"),
            models.CheckConstraint(condition=Q(kind__in=["corroborates", "conflicts with", "refines", "repeats"]), name="claim_link_kind_is_known"),
            models.CheckConstraint(condition=~Q(reason=""), name="claim_link_has_a_reason"),
        ]

    def __str__(self):
        return f"{self.from_claim} {self.kind} {self.to_claim}"

    def seen_from(self, claim):
        """Return what the other claim is to ``claim``, in words, and the other claim."""
        return (self.kind, self.to_claim) if claim.pk == self.from_claim_id else (self.SEEN_FROM_TARGET[self.kind], self.from_claim)


class ClaimProposal(models.Model):
    """Two claims that the archive thinks speak of one thing, why, and what an editor answered. Never public."""

    class Answer(models.TextChoices):
        OPEN = "open"
        LINKED = "linked"
        UNRELATED = "unrelated"

    first = models.ForeignKey("articles.Claim", on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey("articles.Claim", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=16, choices=ClaimLink.LinkKind, help_text="What the two may be to one another.")
    evidence = models.JSONField(default=list, help_text='What made the archive think so: [["same property", "embassies abroad"], ...].')
    answer = models.CharField(max_length=16, choices=Answer, default=Answer.OPEN)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="claim_proposal_once_a_pair"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="claim_proposal_in_order"),
            models.CheckConstraint(
                condition=Q(answer="open", answered_at=None) | Q(answer__in=["linked", "unrelated"], answered_at__isnull=False),
                name="claim_proposal_answer_is_dated",
            ),
        ]

    def __str__(self):
        return f"{self.first} {self.kind} {self.second}?"

    @property
    def pid(self) -> str:
        """How the pair is named in messages: it has no address of its own."""
        return f"{self.first.pid} and {self.second.pid}"

    @property
    def state(self) -> str:
        return self.answer

    def get_state_display(self) -> str:
        return self.get_answer_display()
