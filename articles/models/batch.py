"""Acts on many records that were one: an import with its preview, a correction over a list, and their undoing."""

from __future__ import annotations

import datetime as dt
import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse


class BatchQuerySet(models.QuerySet):
    def expired(self, now: dt.datetime):
        """Batches that were looked at in a preview, and never done."""
        return self.filter(state__in=[Batch.State.READING, Batch.State.PREVIEW], expires_at__lt=now)


class Batch(models.Model):
    """Many acts that were one: who, when, what, and one row for each record or capture.

    ``key`` is what the history calls it by. Until it is done its rows are only a rehearsal, and the bytes of an import wait in
    files that are nobody else's (``articles.editorial.waiting``) and go when it is done, given up or expired.
    """

    class Kind(models.TextChoices):
        IMPORT = "import"
        PUBLISH = "publish"
        RIGHTS = "rights", "set rights"
        PUBLICATION = "publication", "set publication"
        NAME = "name", "correct a name"
        TOPIC = "topic", "add a topic"
        UNDO = "undo"

    class State(models.TextChoices):
        READING = "reading"
        PREVIEW = "preview"
        RUNNING = "running"
        DONE = "done"
        GIVEN_UP = "given up"

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=16, choices=Kind)
    state = models.CharField(max_length=16, choices=State, default=State.READING)
    name = models.CharField(max_length=200, blank=True, default="", help_text="What it is called in the list of batches.")
    terms = models.JSONField(default=dict, help_text="What is done to each of its rows.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True, help_text="When what was only looked at is thrown away.")
    undoes = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="undone_by")

    objects = BatchQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "batches"
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="undo", undoes__isnull=False) | ~Q(kind="undo") & Q(undoes=None), name="batch_undo_names_another"
            ),
        ]

    def __str__(self):
        return self.name or f"{self.get_kind_display()} of {self.made_at:%d %B %Y, %H:%M}"

    def get_absolute_url(self):
        return reverse("admin:articles_batch_change", args=[self.pk])


class BatchRow(models.Model):
    """What a batch is to do, or did, to one record or capture.

    ``status`` is ``waiting`` until it was looked at; then, in an import, what DESIGN section 5 calls it, and elsewhere ``ready`` or
    ``refused``. ``is_done`` is set once the act itself was tried: ``status`` then tells how that ended (``done``, ``kept`` ...).
    """

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=500)
    status = models.CharField(max_length=16, default="waiting")
    is_done = models.BooleanField(default=False)
    article = models.ForeignKey("articles.Article", null=True, on_delete=models.SET_NULL, related_name="+")
    pid = models.CharField(max_length=16, blank=True, default="", help_text="Of the article; it stays when a draft goes.")
    duplicate_of = models.CharField(max_length=16, blank=True, default="", help_text="The pid of the article whose text it has, or nearly.")
    message = models.TextField(blank=True, default="")
    facts = models.JSONField(default=dict, help_text="What was read or would change, for the page of the batch.")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["batch", "number"], name="batch_row_once")]

    def __str__(self):
        return self.name
