"""What the archive found of a claim, and the questions on which claims differ."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse

from articles.outside import NotPublic, check_public
from kzarchive.addresses import invariants
from kzarchive.addresses.models import HasPid, Kind
from kzarchive.fields import PrintedField, WordsField, validate_storable

from .claim import Claim


def validate_public_address(value: str) -> None:
    """Raise ValidationError unless any reader can open the address."""
    try:
        check_public(value)
    except NotPublic as error:
        raise ValidationError(str(error), code="not-public") from None


class Assessment(models.Model):
    """A dated, reasoned finding on a claim. Never changed: the next one stands beside it."""

    # Unreviewed is what a claim is before the first.
    FINDINGS = [choice for choice in Claim.Finding.choices if choice[0] != Claim.Finding.UNREVIEWED]

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="assessments")
    finding = models.CharField(max_length=16, choices=FINDINGS)
    reasons = models.TextField(validators=[validate_storable], help_text="How it was reached, in a sentence or more; readers see it.")
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reviewed_at = models.DateTimeField(auto_now_add=True)
    is_own_work = models.BooleanField(default=False, help_text="The reviewer marked the claim too: readers are told.")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(finding__in=["supported", "contested", "wrong", "outdated", "garbled", "not checkable"]),
                name="assessment_finding_is_known",
            ),
            models.CheckConstraint(condition=~Q(reasons=""), name="assessment_has_reasons"),
        ]

    def __str__(self):
        return f"{self.claim}: {self.finding}"


class EvidenceQuerySet(models.QuerySet):
    def public(self):
        """Evidence that a reader may look at: outside sources, public articles, public claims."""
        return self.filter(Q(url__isnull=False) | Q(article__state="published") | Q(claim__state="published", claim__article__state="published"))


class Evidence(models.Model):
    """One thing an assessment rests on: an article or a claim of the archive, or a source outside it."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="evidence")
    article = models.ForeignKey("articles.Article", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    claim = models.ForeignKey(Claim, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    url = PrintedField("address", max_length=2000, validators=[validate_public_address], help_text="Of a source outside the archive.")
    title = PrintedField(max_length=500, help_text="Of that source.")
    accessed_on = models.DateField(null=True, blank=True, help_text="The day it was read.")
    note = PrintedField(max_length=1000, help_text="Where in it, or what it says, in our own words.")

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "evidence"
        constraints = [
            models.CheckConstraint(
                condition=Q(article__isnull=False, claim=None, url=None, title=None, accessed_on=None)
                | Q(article=None, claim__isnull=False, url=None, title=None, accessed_on=None)
                | Q(article=None, claim=None, url__isnull=False, title__isnull=False, accessed_on__isnull=False),
                name="evidence_is_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(url=None) | Q(url__startswith="https://") | Q(url__startswith="http://"), name="evidence_address_is_of_the_web"
            ),
            models.CheckConstraint(condition=invariants.stated("url", "title", "note"), name="evidence_null_not_blank"),
        ]

    def __str__(self):
        return str(self.article or self.claim or self.title)


class QuestionQuerySet(models.QuerySet):
    def public(self):
        """Questions that the public may read; the claims on their page are those of ``Claim.objects.public()``."""
        return self.filter(state=Question.State.PUBLISHED)

    def tombstones(self):
        """Questions that were public and were taken back."""
        return self.filter(state=Question.State.WITHDRAWN)


class Question(HasPid):
    """A question that articles answer differently, made of a set of claims."""

    pid_kind = Kind.QUESTION

    class State(models.TextChoices):
        DRAFT = "draft"
        PUBLISHED = "published"
        WITHDRAWN = "withdrawn"

    text = models.CharField("question", max_length=300, validators=[validate_storable], help_text="“How many embassies has Kazakhstan abroad?”")
    summary = WordsField(help_text="What can be said of the answers, in our own words; readers see it.")
    state = models.CharField(max_length=16, choices=State, default=State.DRAFT, editable=False)
    claims = models.ManyToManyField(Claim, through="articles.QuestionClaim", related_name="questions")
    is_demo = models.BooleanField(default=False, editable=False)
    first_published_at = models.DateTimeField(null=True, editable=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["text", "id"]
        permissions = [("publish_question", "Can publish and withdraw a contested question")]
        constraints = [
            models.CheckConstraint(condition=invariants.is_pid(), name="question_pid_is_a_pid"),
            models.CheckConstraint(condition=~Q(text=""), name="question_asks_something"),
            models.CheckConstraint(
                condition=Q(state="draft", first_published_at=None) | Q(state__in=["published", "withdrawn"], first_published_at__isnull=False),
                name="question_public_is_dated",
            ),
        ]

    def __str__(self):
        return self.text

    def get_absolute_url(self):
        return reverse("articles:question", args=[self.pid])


class QuestionClaim(models.Model):
    """A claim that answers a question."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="question_claims")
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="question_claims")

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["question", "claim"], name="question_claim_once")]

    def __str__(self):
        return str(self.claim)
