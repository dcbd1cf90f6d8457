"""What editors brought in: the bytes, unchanged, and how each was read into an article."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.db import connections, models
from django.db.models import F, Q

from kzarchive.addresses import invariants
from kzarchive.fields import PrintedField, WordsField

from .article import Article

# SQLite takes 500 parts in one statement, and some hundred values are asked for at once.
_VALUES_A_STATEMENT = 200


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
    sources = models.JSONField(
        default=list,
        help_text='Named beside the text, in what was left out: [{"outlet": "TASS", "published_on": null, "published_basis": null, "cue": "signed", '
        '"start": 0, "end": 6}]',
    )
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

    def sharing(self, values: Iterable[int], *, most_each: int = 200) -> list[tuple[int, str]]:
        """Return (number, pid) of the articles whose sketches hold one of ``values``; of a number that very many hold, the first few.

        Words that stand on every page of a site put one number into thousands of sketches: it tells nothing, and must cost nothing.
        """
        found: list[tuple[int, int]] = []
        values = sorted(set(values))
        with connections[self.db].cursor() as cursor:
            for at in range(0, len(values), _VALUES_A_STATEMENT):
                some = values[at : at + _VALUES_A_STATEMENT]
                # In the order of the index: without one, PostgreSQL reads the whole table for the first few rows of a frequent number.
                one = "SELECT * FROM (SELECT value, article_id FROM articles_sketch WHERE value = %s ORDER BY article_id LIMIT %s) s"
                cursor.execute(" UNION ALL ".join([one] * len(some)), [number for value in some for number in (value, most_each)])
                found += cursor.fetchall()
        # Asked for apart: joined in the statement, the articles' table would be read once more for every row.
        pids = dict(Article.objects.filter(pk__in={article for _, article in found}).values_list("pk", "pid"))
        return [(value, pids[article]) for value, article in found if article in pids]


class Sketch(models.Model):
    """One of the few numbers that stand for an article's text when near-duplicates are looked for (``articles.ingest.sketch``)."""

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="sketches")
    value = models.BigIntegerField()

    objects = SketchQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["value", "article"], name="sketch_by_value")]

    def __str__(self):
        return f"{self.value} of {self.article_id}"


class ComparedTexts(models.Model):
    """What an editor answered when two texts were found to be nearly the same, so that nobody is asked again.

    The texts are known by their sameness keys (``kzarchive.text.sameness_key``), not by their articles: the answer outlives a draft
    that was discarded, and holds for the same text brought in again in another file, encoding or markup.
    """

    class Answer(models.TextChoices):
        DIFFERENT = "different", "not a duplicate"
        REPRINT = "reprint", "the same article, also printed elsewhere"

    one_key = models.CharField(max_length=64, editable=False)
    other_key = models.CharField(max_length=64, editable=False, db_index=True)
    answer = models.CharField(max_length=16, choices=Answer)
    kept_key = models.CharField(
        max_length=64, null=True, editable=False, help_text="Of a reprint: the text that the archive holds for both."
    )  # fmt: skip
    reason = WordsField()
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(editable=False)

    class Meta:
        verbose_name = "answer on two texts"
        verbose_name_plural = "answers on two texts"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["one_key", "other_key"], name="comparedtexts_once"),
            models.CheckConstraint(condition=Q(one_key__lt=F("other_key")), name="comparedtexts_in_order"),
            models.CheckConstraint(condition=invariants.is_sha256("one_key"), name="comparedtexts_one_key_is_one"),
            models.CheckConstraint(condition=invariants.is_sha256("other_key"), name="comparedtexts_other_key_is_one"),
            models.CheckConstraint(
                condition=Q(answer="different", kept_key=None)
                # “Not null” for the comparisons: one with null is neither true nor false, and a check lets that pass.
                | Q(Q(kept_key=F("one_key")) | Q(kept_key=F("other_key")), answer="reprint", kept_key__isnull=False),
                name="comparedtexts_keeps_one_of_the_two",
            ),
        ]

    def __str__(self):
        return f"{self.one_key[:8]} and {self.other_key[:8]}: {self.get_answer_display()}"
