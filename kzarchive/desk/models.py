"""Scratches: what somebody typed into a form and has not saved. Never the record, never the history, never anybody else's."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

KEPT_FOR = dt.timedelta(days=30)
MOST_OF_ONE = 50
LONGEST_FORM = 200


class ScratchQuerySet(models.QuerySet):
    def of(self, user, form: str):
        """What ``user`` typed into ``form`` and did not save, newest first; what is too old is left out."""
        return self.filter(user=user, form=form, saved_at__gte=timezone.now() - KEPT_FOR).order_by("-saved_at", "-id")

    @transaction.atomic
    def keep(self, user, *, form: str, sheet: str, data: dict[str, list[str]]) -> Scratch:
        """Put ``data`` in the place of what was last typed into this sheet; the oldest of too many goes."""
        scratch, _ = self.update_or_create(user=user, form=form, sheet=sheet, defaults={"data": data, "saved_at": timezone.now()})
        others = self.filter(user=user).order_by("-saved_at", "-id").values_list("pk", flat=True)
        self.filter(pk__in=list(others[MOST_OF_ONE : MOST_OF_ONE + 100])).delete()
        return scratch


class Scratch(models.Model):
    """One form as it stood: ``form`` is its address, ``sheet`` tells two windows with the same form apart, ``data`` maps fields to values."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    form = models.CharField(max_length=LONGEST_FORM)
    sheet = models.CharField(max_length=32)
    data: Any = models.JSONField(default=dict)
    saved_at = models.DateTimeField()

    objects = ScratchQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "scratches"
        constraints = [models.UniqueConstraint(fields=["user", "form", "sheet"], name="scratch_once_a_sheet")]
        indexes = [models.Index(fields=["user", "-saved_at"], name="scratch_newest_first")]

    def __str__(self):
        return f"{self.form} of {self.saved_at:%d %B %Y, %H:%M}"
