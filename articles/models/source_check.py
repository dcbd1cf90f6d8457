"""Whether the addresses that articles were taken from still answer: a log of what was seen there, and how each stands now."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kzarchive.fields import WordsField

from .article import Article

# A host is away for a day, or a weekend; only who is not met on three different days has gone.
DAYS_TO_BE_DEAD = 3
VOUCHED_FOR = dt.timedelta(days=180)


class SourceCheck(models.Model):
    """What was seen at an address, from the first time until the last of several with the same end. It changes nothing of the article."""

    class Outcome(models.TextChoices):
        ANSWERS = "answers"
        GONE = "gone", "the page is gone"
        FRONT_PAGE = "front page", "leads to the front page of its site"
        FAULT = "fault", "the server reports a fault of its own"
        UNREACHABLE = "unreachable", "no connection"
        UNSURE = "unsure", "answers, but not to a machine"
        NOT_ASKED = "not asked", "no public address"

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="source_checks")
    url = models.CharField("address", max_length=2000)
    outcome = models.CharField(max_length=16, choices=Outcome)
    status = models.PositiveSmallIntegerField(null=True, help_text="As the server gave it (RFC 9110); empty where none was heard.")
    led_to = models.CharField(max_length=2000, blank=True, default="", help_text="Where redirects ended, where that is another address.")
    message = WordsField(blank=True, default="")
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()
    times = models.PositiveIntegerField(default=1, help_text="How often in a row it was seen so.")

    class Meta:
        verbose_name = "check of a source"
        verbose_name_plural = "checks of sources"
        indexes = [models.Index(fields=["article", "-id"], name="sourcecheck_newest_first")]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome__in=["answers", "gone", "front page", "fault", "unreachable", "unsure", "not asked"]),
                name="sourcecheck_outcome_is_known",
            ),
            models.CheckConstraint(condition=Q(first_at__lte=F("last_at"), times__gte=1), name="sourcecheck_times_in_order"),
        ]

    def __str__(self):
        return f"{self.get_outcome_display()}: {self.url}"


FAILING = frozenset({
    SourceCheck.Outcome.GONE, SourceCheck.Outcome.FRONT_PAGE, SourceCheck.Outcome.FAULT, SourceCheck.Outcome.UNREACHABLE,
})  # fmt: skip


class SourceStandingQuerySet(models.QuerySet):
    def dead(self):
        """Of addresses that no longer answer and that their articles still name."""
        return self.filter(is_dead=True, url=F("article__source_url")).exclude(article__state=Article.State.WITHDRAWN)


class SourceStanding(models.Model):
    """How the source address of one article stands, after all that was seen there: derived from the checks, and of ``url`` alone."""

    article = models.OneToOneField(Article, on_delete=models.CASCADE, related_name="source_standing")
    url = models.CharField(max_length=2000)
    asked_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(help_text="When it is to be asked again.")
    answered_at = models.DateTimeField(null=True, help_text="When it last answered.")
    failing_since = models.DateTimeField(null=True)
    failing_days = models.PositiveSmallIntegerField(default=0, help_text="On how many different days (UTC) it failed since it last answered.")
    failed_on = models.DateField(null=True, help_text="The last of these days.")
    is_dead = models.BooleanField(default=False)
    vouched_at = models.DateTimeField(null=True, help_text="When somebody opened it and found the page, whatever the archive's machine saw.")
    vouched_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    objects = SourceStandingQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["article"], condition=Q(is_dead=True), name="sourcestanding_dead")]
        constraints = [
            models.CheckConstraint(condition=Q(is_dead=False) | Q(failing_since__isnull=False), name="sourcestanding_dead_since"),
            models.CheckConstraint(
                condition=Q(vouched_at=None, vouched_by=None) | Q(vouched_at__isnull=False, vouched_by__isnull=False),
                name="sourcestanding_vouched_by_somebody",
            ),
        ]

    def __str__(self):
        return f"{self.url}, {'no longer answers' if self.is_dead else 'not known to be gone'}"

    @property
    def holds(self) -> bool:
        """Whether the article still names the address that was asked."""
        return self.url == self.article.source_url

    def see(self, outcome: str, now: dt.datetime) -> None:
        """Take in what was seen at ``now``. What is unsure tells nothing either way."""
        if outcome == SourceCheck.Outcome.ANSWERS:
            self.answered_at, self.failing_since, self.failing_days = now, None, 0
        elif outcome in FAILING:
            is_another_day = self.failing_since is None or self.failed_on != now.date()
            self.failing_days += is_another_day
            self.failing_since, self.failed_on = self.failing_since or now, now.date()
        self.asked_at = now
        self.judge(now)

    def judge(self, now: dt.datetime) -> None:
        """Set ``is_dead`` from what is known at ``now``."""
        is_vouched = self.vouched_at is not None and now - self.vouched_at < VOUCHED_FOR
        self.is_dead = self.failing_days >= DAYS_TO_BE_DEAD and not is_vouched
