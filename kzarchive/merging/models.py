"""What a record needs to be merged, the merges with every row they touched, and what was judged of pairs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, ClassVar

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q

from kzarchive.addresses.models import Kind, Pid
from kzarchive.fields import WordsField

_KINDS = ["article", "author", "publication", "entity", "claim", "question"]


class WholeMoments(DjangoJSONEncoder):
    """Values of rows as JSON, moments with their microseconds: a row that is put back is the row that was."""

    def default(self, o):
        return o.isoformat() if isinstance(o, dt.datetime) else super().default(o)


class MergeableQuerySet(models.QuerySet):
    def living(self):
        """Records that stand for themselves: those merged into another are left out."""
        return self.filter(merged_into=None)


class Mergeable(models.Model):
    """A record that may be found to be another one.

    Merged away it stays as a row, so that the merge can be undone; nothing leads to it any more but its own former
    addresses, and those lead on. Its table asks for the triggers of ``invariants.mergeable`` and for ``not_itself``.
    """

    # Columns an editor chooses between where the two records differ, in the order of the page.
    merge_fields: ClassVar[tuple[str, ...]] = ()

    merged_into = models.ForeignKey("self", null=True, editable=False, on_delete=models.PROTECT, related_name="merged_from")

    class Meta:
        abstract = True


def not_itself(name: str) -> models.CheckConstraint:
    """Return the constraint that a record is not merged into itself."""
    return models.CheckConstraint(condition=~Q(merged_into=F("id")), name=name)


class MovesInMerges:
    """What a row that points at a mergeable record may say of itself; all of it is optional, and plain rows need none.

    ``moves_in_merges``: false where rows are only derived from others. ``derived_columns``: those that follow from other rows,
    and change without anybody changing this one. ``same_when``: for a pointing column, the other
    columns in which two rows are the same row (without it the model's unique constraints say so). ``may_go_in_merges``:
    whether the loser's row may go where the survivor has the same one; without it the merge is refused there, with the
    words of ``why_not_both``.
    """

    same_when: ClassVar[dict[str, tuple[str, ...]]] = {}
    moves_in_merges: ClassVar[bool] = True
    derived_columns: ClassVar[frozenset[str]] = frozenset()
    may_go_in_merges: ClassVar[bool] = False
    why_not_both: ClassVar[str] = "both records have one, and neither may go"

    @classmethod
    def settle_merge(cls, moving: list, staying: list, *, column: str, survivor: models.Model, choices: dict[str, str]) -> Iterable[Any]:
        """Adjust rows before the loser's (``moving``) join the survivor's (``staying``); return those of ``moving`` that go for good."""
        return ()


class Finding(models.Model):
    """One finding about two records, with every row that was touched for it. It stays when it is undone."""

    kind = models.CharField(max_length=16, choices=Kind)
    reason = models.TextField()
    at = models.DateTimeField(db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    undone_reason = WordsField()

    class Meta:
        abstract = True
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=_KINDS), name="%(class)s_kind_is_known"),
            models.CheckConstraint(condition=~Q(reason=""), name="%(class)s_has_a_reason"),
            models.CheckConstraint(
                condition=Q(undone_at=None, undone_by=None, undone_reason="") | Q(undone_at__isnull=False) & ~Q(undone_reason=""),
                name="%(class)s_undone_says_why",
            ),
        ]


class Merge(Finding):
    """One finding that two records are one."""

    loser = models.ForeignKey(Pid, to_field="pid", on_delete=models.PROTECT, related_name="+", help_text="The record that was merged away.")
    survivor = models.ForeignKey(Pid, to_field="pid", on_delete=models.PROTECT, related_name="+", help_text="The record it was found to be.")
    loser_label = models.CharField(max_length=500, help_text="What the record merged away was called.")

    class Meta(Finding.Meta):
        constraints = [
            *Finding.Meta.constraints,
            models.CheckConstraint(condition=~Q(loser=F("survivor")), name="merge_of_two_records"),
            models.UniqueConstraint(fields=["loser"], condition=Q(undone_at=None), name="merge_away_once"),
        ]

    def __str__(self):
        return f"{self.loser_id} → {self.survivor_id}"


class TouchedRow(models.Model):
    """One row that an act touched: the columns it set, as they were and as it left them. Null: there was no such row."""

    number = models.PositiveIntegerField(help_text="In which order the rows were touched.")
    model = models.CharField(max_length=80, help_text="As app.model.")
    object_id = models.BigIntegerField()
    before = models.JSONField(null=True, encoder=WholeMoments)
    after = models.JSONField(null=True, encoder=WholeMoments)

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self.model} {self.object_id}"


class MergedRow(TouchedRow):
    """One row that a merge touched."""

    merge = models.ForeignKey(Merge, on_delete=models.PROTECT, related_name="rows")

    class Meta:
        ordering = ["merge", "number"]
        constraints = [
            models.UniqueConstraint(fields=["merge", "number"], name="merged_row_one_a_number"),
            models.CheckConstraint(condition=Q(before__isnull=False) | Q(after__isnull=False), name="merged_row_was_touched"),
        ]


class Split(Finding):
    """One finding that a record is really two: what of it went to the other. It grows while the articles are gone through."""

    origin = models.ForeignKey(Pid, to_field="pid", on_delete=models.PROTECT, related_name="+", help_text="The record that was found to be two.")
    into = models.ForeignKey(Pid, to_field="pid", on_delete=models.PROTECT, related_name="+", help_text="The record that has the rest now.")
    origin_label = models.CharField(max_length=500, help_text="What the record that was split was called.")

    class Meta(Finding.Meta):
        constraints = [*Finding.Meta.constraints, models.CheckConstraint(condition=~Q(origin=F("into")), name="split_of_two_records")]

    def __str__(self):
        return f"{self.origin_id} → {self.into_id}"


class SplitRow(TouchedRow):
    """One row that a split touched."""

    split = models.ForeignKey(Split, on_delete=models.PROTECT, related_name="rows")

    class Meta:
        ordering = ["split", "number"]
        constraints = [
            models.UniqueConstraint(fields=["split", "number"], name="split_row_one_a_number"),
            models.CheckConstraint(condition=Q(before__isnull=False) | Q(after__isnull=False), name="split_row_was_touched"),
        ]


class PairQuerySet(models.QuerySet):
    def between(self, ours: Iterable[str], theirs: Iterable[str]):
        """What was judged of any of ``ours`` together with any of ``theirs``, both given by pid."""
        ours, theirs = list(ours), list(theirs)
        return self.filter(Q(first__in=ours, second__in=theirs) | Q(first__in=theirs, second__in=ours))


class Pair(models.Model):
    """Two records that may be one: what speaks for it, and what an editor answered. Never public."""

    class Answer(models.TextChoices):
        OPEN = "open", "not answered yet"
        YES = "yes", "one and the same: merged"
        NO = "no", "never merge: two different ones"
        UNSURE = "unsure", "not sure"

    kind = models.CharField(max_length=16, choices=Kind)
    first = models.ForeignKey(Pid, to_field="pid", on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(Pid, to_field="pid", on_delete=models.PROTECT, related_name="+")
    evidence = models.JSONField(default=list, help_text="What speaks for it, a sentence each.")
    weight = models.PositiveSmallIntegerField(default=0, help_text="How much speaks for it: the queue begins with the most.")
    answer = models.CharField(max_length=8, choices=Answer, default=Answer.OPEN)
    note = WordsField(help_text="Why: whoever meets the two again reads it.")
    proposed_at = models.DateTimeField()
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)

    objects = PairQuerySet.as_manager()

    class Meta:
        verbose_name = "pair that may be one"
        verbose_name_plural = "pairs that may be one"
        ordering = ["-weight", "id"]
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="pair_once"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="pair_in_order"),
            models.CheckConstraint(condition=Q(kind__in=_KINDS), name="pair_kind_is_known"),
            models.CheckConstraint(
                condition=Q(answer="open", answered_at=None) | Q(answer__in=["yes", "no", "unsure"], answered_at__isnull=False),
                name="pair_answer_is_dated",
            ),
        ]

    def __str__(self):
        return f"{self.first_id} and {self.second_id}"
