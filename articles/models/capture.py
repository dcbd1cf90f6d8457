"""What editors brought in: the bytes, unchanged, and how each was read into an article."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.db import connections, models
from django.db.models import Q

from kzarchive.addresses import invariants
from kzarchive.fields import PrintedField, WordsField


class Capture(models.Model):
    """The bytes of one page as somebody saved it. The bytes and the text layer are files named by their SHA-256 (``articles.store``)."""

    sha256 = models.CharField(max_length=64, unique=True)
    text_sha256 = models.CharField(max_length=64, help_text="Of the text layer in UTF-8; all spans count its code points.")
    size_bytes = models.PositiveIntegerField()
    filename = WordsField(help_text="As it was brought in; never used as a path, never public.")
    media_type = models.CharField(max_length=100)
    encoding = models.CharField(max_length=40)
    encoding_basis = WordsField()
    source_url = PrintedField(max_length=2000)
    captured_at = models.DateTimeField(null=True, blank=True, help_text="When the page was saved, where that is known.")
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=invariants.is_sha256("sha256"), name="capture_sha256_is_one"),
            models.CheckConstraint(condition=invariants.is_sha256("text_sha256"), name="capture_text_sha256_is_one"),
            models.CheckConstraint(condition=Q(size_bytes__gte=1), name="capture_is_not_empty"),
        ]

    def __str__(self):
        return self.filename or self.sha256[:12]


class Reading(models.Model):
    """How one capture was read for one article: where each field stands in the text layer, what was left out and why.

    All spans are half-open pairs of code points of the capture's text layer.
    """

    capture = models.ForeignKey(Capture, on_delete=models.PROTECT, related_name="readings")
    article = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="readings")
    spans = models.JSONField(default=dict, help_text='{"title": [[0, 44]]}')
    removed = models.JSONField(default=list, help_text='[{"start": 0, "end": 9, "rule": "view counter"}]')
    parts = models.JSONField(default=list, help_text="One pair for each article found in the capture.")
    doubts = models.JSONField(default=list, help_text='[{"code": "ambiguous-date", "message": "..."}]')
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["capture", "article"], name="reading_once")]

    def __str__(self):
        return f"{self.capture} → {self.article}"


class SketchQuerySet(models.QuerySet):
    def write(self, rows: Iterable[tuple[int, int]]) -> None:
        """Insert (article id, number) pairs. Eight a capture: made into objects first, they would cost more than all other rows."""
        with connections[self.db].cursor() as cursor:
            cursor.executemany("INSERT INTO articles_sketch (article_id, value) VALUES (%s, %s)", list(rows))


class Sketch(models.Model):
    """One of the few numbers that stand for an article's text when near-duplicates are looked for (``articles.ingest.sketch``)."""

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="sketches")
    value = models.BigIntegerField(db_index=True)

    objects = SketchQuerySet.as_manager()

    def __str__(self):
        return f"{self.value} of {self.article_id}"
