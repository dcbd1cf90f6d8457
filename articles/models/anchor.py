"""Where words stand in each version of a text: those of claims, and those that ought to read otherwise."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from articles import anchoring
from kzarchive.fields import WordsField, validate_storable

from .version import Version


class CorrectionQuerySet(models.QuerySet):
    def public(self):
        """Readings of texts that the public may see whole."""
        return self.filter(withdrawn_at=None, article__state="published", article__access="full")


class Correction(models.Model):
    """A reading beside the source's own words ([sic]): the words stay as they are."""

    article = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="corrections")
    words = models.CharField(max_length=500, editable=False, validators=[validate_storable], help_text="As the text has them.")
    reading = models.CharField(max_length=500, validators=[validate_storable], help_text="What they ought to read.")
    reason = WordsField(help_text="How it is known.")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True, editable=False)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(words="") & ~Q(reading="") & ~Q(reading=F("words")), name="correction_reads_otherwise"),
        ]

    def __str__(self):
        return f"{self.words} → {self.reading}"


class AnchorQuerySet(models.QuerySet):
    def public(self):
        """Where the words of public claims and corrections stand in versions that the public may see."""
        is_claim = Q(claim__state="published", claim__article__state="published")
        is_correction = Q(correction__withdrawn_at=None, correction__article__state="published", correction__article__access="full")
        return self.filter(is_claim | is_correction & Q(correction__isnull=False), version__frozen_at__isnull=False)

    def placed(self):
        """Those whose words have a place in the text."""
        return self.filter(start__isnull=False)

    def newest(self):
        """Those in the newest version of their article, of claims and readings that are not withdrawn."""
        newer = Version.objects.filter(article=OuterRef("version__article"), number__gt=OuterRef("version__number"))
        living = Q(claim__isnull=False) & ~Q(claim__state="withdrawn") | Q(correction__isnull=False, correction__withdrawn_at=None)
        return self.filter(living, ~Exists(newer))

    def undecided(self):
        """Those that wait for a person, in the newest version."""
        return self.newest().filter(state=anchoring.State.NEEDS_REVIEW)

    def orphaned(self):
        """Those whose words are gone from the text."""
        return self.filter(state=anchoring.State.ORPHANED)


class Anchor(models.Model):
    """Where the words of a claim, or of a correction, stand in one version; offsets count code points of its body, half-open.

    ``exact`` are the words as that version has them, where they have a place there; else as the version before had them.
    """

    class State(models.TextChoices):
        EXACT = anchoring.State.EXACT.value
        MOVED = anchoring.State.MOVED.value
        NEEDS_REVIEW = anchoring.State.NEEDS_REVIEW.value
        ORPHANED = anchoring.State.ORPHANED.value

    claim = models.ForeignKey("articles.Claim", null=True, on_delete=models.CASCADE, related_name="anchors")
    correction = models.ForeignKey(Correction, null=True, on_delete=models.CASCADE, related_name="anchors")
    version = models.ForeignKey("articles.Version", on_delete=models.PROTECT, related_name="anchors")
    exact = models.TextField()
    prefix = models.CharField(max_length=anchoring.CONTEXT, blank=True, default="")
    suffix = models.CharField(max_length=anchoring.CONTEXT, blank=True, default="")
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    state = models.CharField(max_length=16, choices=State)
    candidates = models.JSONField(default=list, blank=True, help_text="Places a person may choose: [[start, end], ...].")
    placed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Who chose the place.",
    )

    objects = AnchorQuerySet.as_manager()

    class Meta:
        ordering = ["version_id", "start", "id"]
        constraints = [
            models.UniqueConstraint(fields=["claim", "version"], name="anchor_once_a_claim_and_version"),
            models.UniqueConstraint(fields=["correction", "version"], name="anchor_once_a_correction_and_version"),
            models.CheckConstraint(
                condition=Q(claim__isnull=False, correction=None) | Q(claim=None, correction__isnull=False), name="anchor_of_one_thing"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["exact", "moved"], start__isnull=False, end__gt=F("start"))
                | Q(state__in=["needs review", "orphaned"], start=None, end=None),
                name="anchor_state_and_place_agree",
            ),
            models.CheckConstraint(condition=~Q(exact=""), name="anchor_has_words"),
        ]

    def __str__(self):
        return f"{self.claim or self.correction} in {self.version}: {self.state}"

    @property
    def span(self) -> tuple[int, int] | None:
        return None if self.start is None else (self.start, self.end)
