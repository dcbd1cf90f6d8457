"""The text of an article, one frozen state after the other."""

from __future__ import annotations

import hashlib

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from kzarchive.addresses import invariants
from kzarchive.fields import validate_storable, with_derived
from kzarchive.text import sameness_key

from .frozen import RecordDecoder, RecordEncoder

BLOCK_KINDS = {"p": "paragraph", "h": "heading", "c": "caption"}


class VersionQuerySet(models.QuerySet):
    def public(self):
        """Frozen versions of articles that the public may see."""
        return self.filter(frozen_at__isnull=False, article__state="published")

    def newest_public(self):
        """Those that are ``public``, frozen last first, walked by an index."""
        # Each asks for its own article: joined with all of them, SQLite sorted every version of a large archive.
        articles = self.model._meta.get_field("article").related_model.objects.public()
        return self.filter(Exists(articles.filter(pk=OuterRef("article"))), frozen_at__isnull=False).order_by("-frozen_at", "-id")

    def tombstones(self):
        """Frozen versions of articles that were taken back: their addresses say so, no more."""
        return self.filter(frozen_at__isnull=False, article__state="withdrawn")


class Version(models.Model):
    """One state of an article's text (FRBR: expression). Frozen when it is published; the database then refuses any change.

    ``body`` is NFC plain text, blocks separated by one blank line; ``kinds`` has one letter a block:
    p paragraph, h heading, c caption. ``record`` keeps the catalogue record as it stood.
    """

    # A column that another index begins with needs none of its own.
    article = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="versions", db_index=False)
    number = models.PositiveSmallIntegerField()
    body = models.TextField(blank=True, validators=[validate_storable])
    kinds = models.TextField(blank=True, default="")
    sha256 = models.CharField(max_length=64, editable=False, help_text="Of the body in UTF-8.")
    sameness_key = models.CharField(max_length=64, editable=False, db_index=True, help_text="Equal for the same text set differently.")
    reason = models.TextField(blank=True, default="", validators=[validate_storable], help_text="Why this version was made.")
    record = models.JSONField(null=True, editable=False, encoder=RecordEncoder, decoder=RecordDecoder)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.PROTECT, related_name="+")
    frozen_at = models.DateTimeField(null=True, editable=False)

    objects = VersionQuerySet.as_manager()

    class Meta:
        ordering = ["article", "number"]
        # What a feed begins with; a version that is not frozen is no news.
        indexes = [models.Index(fields=["-frozen_at", "-id"], condition=Q(frozen_at__isnull=False), name="version_newest_first")]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="version_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="version_numbers_from_1"),
            models.CheckConstraint(
                condition=Q(frozen_at=None, record__isnull=True, number=1) | Q(frozen_at__isnull=False, record__isnull=False) & ~Q(reason=""),
                name="version_frozen_is_whole",
            ),
            models.CheckConstraint(condition=invariants.is_sha256("sha256"), name="version_sha256_is_one"),
            models.CheckConstraint(condition=invariants.consists_of(F("kinds"), "".join(BLOCK_KINDS)), name="version_kinds_are_known"),
        ]

    def __str__(self):
        return f"v{self.number}"

    def save(self, *args, **kwargs):
        self.prepare()
        super().save(*args, **with_derived(kwargs, "sha256", "sameness_key"))

    def get_absolute_url(self):
        return reverse("articles:version", args=[self.article.pid, self.number])

    def prepare(self, *, known_key: str | None = None):
        """Set the digests of the body; ``save`` does, and whoever writes many at once must. ``known_key`` is its sameness key if that is at hand."""
        self.sha256 = hashlib.sha256(self.body.encode()).hexdigest()
        self.sameness_key = known_key if known_key is not None else sameness_key(self.body) if self.body else ""

    @property
    def blocks(self) -> list[tuple[str, str]]:
        """The body as (kind in words, text) pairs, in order."""
        texts = self.body.split("\n\n") if self.body else []
        kinds = self.kinds if len(self.kinds) == len(texts) else "p" * len(texts)
        return [(BLOCK_KINDS[kind], text) for kind, text in zip(kinds, texts, strict=True)]


class FormerText(models.Model):
    """A text that a draft had before it was changed, named in the history by its digest. For the desk alone; it goes with a draft that goes."""

    # A column that another index begins with needs none of its own.
    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="former_texts", db_index=False)
    sha256 = models.CharField(max_length=64, editable=False, help_text="Of the body in UTF-8.")
    body = models.TextField(validators=[validate_storable])

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["article", "sha256"], name="former_text_once"),
            models.CheckConstraint(condition=invariants.is_sha256("sha256"), name="former_text_sha256_is_one"),
        ]

    def __str__(self):
        return self.body[:60]
