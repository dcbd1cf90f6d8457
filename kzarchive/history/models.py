"""One append-only history of the archive: who changed what, before and after."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

# Texts are kept by versions and captures; the history names their digests. What is shown of a quotation follows from the others beside it.
LEFT_TO_VERSIONS = {"body", "quote_key", "excerpt", "excerpt_key"}


class ChangeQuerySet(models.QuerySet):
    def of(self, record: models.Model):
        """The history of one record, newest first."""
        return self.filter(kind=record._meta.label_lower, object_id=str(record.pk)).order_by("-id")


class Change(models.Model):
    """One act of one person on one record. Never changed, never deleted."""

    at = models.DateTimeField(auto_now_add=True, db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    act = models.CharField(max_length=40, help_text="publish, revise, withdraw, add, change, delete ...")
    kind = models.CharField(max_length=80, help_text="The model, as app.model.")
    object_id = models.CharField(max_length=40)
    label = models.CharField(max_length=200, help_text="The record's pid, or what it was called.")
    reason = models.TextField(blank=True, default="")
    before = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    after = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    batch = models.UUIDField(null=True, db_index=True, help_text="Acts that were one: an import, a merge.")

    objects = ChangeQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["kind", "object_id"], name="history_of_a_record")]
        verbose_name = "change"

    def __str__(self):
        return f"{self.act} {self.label}"


def values_of(record: models.Model) -> dict[str, Any]:
    """Return the record's own columns by name, related records by primary key; texts, and what the database sets by itself, left out."""
    return {
        field.attname: field.value_from_object(record)
        for field in record._meta.concrete_fields
        if not (field.primary_key or field.generated or getattr(field, "auto_now", False) or field.name in LEFT_TO_VERSIONS)
    }


def difference(before: dict[str, Any], after: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the parts of ``before`` and of ``after`` that are not the same in both."""
    names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    return {name: before[name] for name in names if name in before}, {name: after[name] for name in names if name in after}


_awaited: ContextVar[list[Change] | None] = ContextVar("changes that are entered together at the end", default=None)


@contextmanager
def together() -> Iterator[None]:
    """Enter in one statement, when the block ends, what the acts within it write, in their order; nothing where one of them fails.

    The block is one transaction of the caller's. What was written within it stands in the history after it.
    """
    if _awaited.get() is not None:  # within another such block: that one enters it
        yield
        return
    awaited: list[Change] = []
    token = _awaited.set(awaited)
    try:
        yield
    finally:
        _awaited.reset(token)
    Change.objects.bulk_create(awaited)


def write(
    act: str,
    record: models.Model,
    *,
    by,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    reason: str = "",
    batch: uuid.UUID | None = None,
) -> Change:
    """Enter one act in the history. ``before`` and ``after`` hold what changed; None stands for "no such record"."""
    entered = Change(
        by=by,
        act=act,
        kind=record._meta.label_lower,
        object_id=str(record.pk),
        label=(getattr(record, "pid", "") or str(record))[:200],
        reason=reason,
        before=before,
        after=after,
        batch=batch,
    )
    if (awaited := _awaited.get()) is not None:
        awaited.append(entered)
    else:
        entered.save()
    return entered
