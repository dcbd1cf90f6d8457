"""The register of pids, the table of redirects, and what every record with an address shares."""

from __future__ import annotations

from collections.abc import Iterable

from django.apps import apps
from django.db import models
from django.db.models import F, Q

from kzarchive.text import slugify

from . import invariants, pids


class Kind(models.TextChoices):
    ARTICLE = "article"
    AUTHOR = "author"
    PUBLICATION = "publication"
    ENTITY = "entity"
    CLAIM = "claim"
    QUESTION = "question"


_KINDS = ["article", "author", "publication", "entity", "claim", "question"]


class Pid(models.Model):
    """One identifier that was ever given out. Rows are written by the records' own triggers and never deleted."""

    pid = models.CharField(max_length=pids.LENGTH, unique=True)
    kind = models.CharField(max_length=16, choices=Kind)
    is_demo = models.BooleanField(default=False)
    registered_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True, help_text="When the record itself was deleted; the pid stays taken.")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=invariants.is_pid("pid"), name="pid_is_a_pid"),
            models.CheckConstraint(condition=Q(kind__in=_KINDS), name="pid_kind_is_known"),
        ]

    def __str__(self):
        return self.pid


class Redirect(models.Model):
    """An address that was public and now leads to another record, in one hop.

    ``key`` is a former slug, or the pid of a record that was found to be another. A target never is
    itself a key: the database refuses chains, and so loops.
    """

    class Reason(models.TextChoices):
        RENAMED = "renamed"
        MERGED = "merged"
        DUPLICATE = "duplicate"

    kind = models.CharField(max_length=16, choices=Kind)
    key = models.CharField(max_length=80)
    target = models.ForeignKey(Pid, to_field="pid", on_delete=models.PROTECT, related_name="redirects")
    reason = models.CharField(max_length=16, choices=Reason)
    note = models.CharField(max_length=500, blank=True, default="")
    via = models.CharField(max_length=pids.LENGTH, null=True, help_text="The record found to be another, where that brought it here.")
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "key"], name="redirect_once_a_key"),
            models.CheckConstraint(condition=invariants.is_slug("key"), name="redirect_key_is_an_address"),
            models.CheckConstraint(condition=~Q(key=F("target")), name="redirect_not_to_itself"),
            models.CheckConstraint(condition=Q(reason__in=["renamed", "merged", "duplicate"]), name="redirect_reason_is_known"),
        ]

    def __str__(self):
        return f"{self.kind} {self.key} → {self.target_id}"


def new_pids(count: int) -> list[str]:
    """Return ``count`` different pids that the register has never held."""
    drawn: set[str] = set()
    while len(drawn) < count:
        fresh = {pids.draw() for _ in range(count - len(drawn))}
        drawn |= fresh - set(Pid.objects.filter(pid__in=fresh).values_list("pid", flat=True))
    return list(drawn)


def new_pid() -> str:
    """Return a pid that the register has never held."""
    return new_pids(1)[0]


class HasPid(models.Model):
    """A record that keeps one identifier for ever. ``pid_kind`` is its word in the register."""

    pid_kind: Kind

    pid = models.CharField("pid", max_length=pids.LENGTH, unique=True, editable=False, help_text="Cited for ever; never reused.")

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        if not self.pid:
            self.pid = new_pid()
        super().save(*args, **kwargs)


class HasSlug(models.Model):
    """A record found at a readable address that may change: the former one then leads to it.

    Stands after HasPid among the bases, so that a name with no letter of the alphabet can fall back on the pid.
    """

    slug_source = "name"

    slug = models.SlugField(
        max_length=80,
        unique=True,
        blank=True,
        help_text="The address: lower-case letters a–z, digits and hyphens. Left empty it is made from the name. A change leaves a redirect.",
    )

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        if not self.slug:
            self.slug = free_slug(self, slugify(getattr(self, self.slug_source)) or getattr(self, "pid", self._meta.model_name))
        super().save(*args, **kwargs)


def is_slug_taken(record: models.Model, slug: str) -> bool:
    """Say whether another record of this kind lives, or ever lived, at ``slug``."""
    own_pid = getattr(record, "pid", "")
    if pids.is_pid(slug) and slug != own_pid:
        return True  # it would read as the address of whatever bears that pid, now or later
    if type(record)._default_manager.exclude(pk=record.pk).filter(slug=slug).exists():
        return True
    return isinstance(record, HasPid) and Redirect.objects.filter(kind=record.pid_kind, key=slug).exclude(target=own_pid, via=None).exists()


def free_slug(record: models.Model, wanted: str) -> str:
    """Return ``wanted``, or ``wanted-2``, ``wanted-3`` ...: the first that never was another record's address."""
    slug, number = wanted, 1
    while is_slug_taken(record, slug):
        number += 1
        suffix = f"-{number}"
        slug = wanted[: 80 - len(suffix)].rstrip("-") + suffix
    return slug


def give_addresses(records: list[models.Model], *, drawn: Iterable[str] | None = None) -> None:
    """Give pids and free slugs to new ``records`` of one model, in few queries: for writing many at once. ``drawn`` are new pids, as many or more."""
    if not records:
        return
    model = type(records[0])
    for record, pid in zip(records, new_pids(len(records)) if drawn is None else drawn, strict=False):
        record.pid = pid
        record.slug = slugify(getattr(record, record.slug_source)) or pid
    wanted = [record.slug for record in records]
    taken = set(model._default_manager.filter(slug__in=wanted).values_list("slug", flat=True))
    taken |= set(Redirect.objects.filter(kind=model.pid_kind, key__in=wanted).values_list("key", flat=True))
    for record in records:
        base, number = record.slug, 1
        while record.slug in taken or ((number > 1 or pids.is_pid(base)) and is_slug_taken(record, record.slug)):
            number += 1
            record.slug = f"{base[: 79 - len(str(number))].rstrip('-')}-{number}"
        taken.add(record.slug)


def model_of(kind: str) -> type[models.Model] | None:
    """Return the model whose records carry pids of ``kind``, or None where there is none yet."""
    return next((model for model in apps.get_models() if issubclass(model, HasPid) and model.pid_kind == kind), None)


def redirect_to_survivor(loser: models.Model, survivor: models.Model, *, reason: str, at, note: str = "") -> None:
    """Make every address of ``loser`` lead to ``survivor`` in one hop, those that led to ``loser`` already included.

    Runs in the caller's transaction. IntegrityError where ``survivor`` was itself found to be another record.
    """
    # Two that are merged into one another at once: the second waits here, and the database then refuses its loop.
    list(Pid.objects.select_for_update().filter(pid__in=[loser.pid, survivor.pid]).order_by("pid"))
    keys = {loser.pid, *([loser.slug] if hasattr(loser, "slug") else [])}
    known = Redirect.objects.filter(kind=loser.pid_kind)
    known.filter(Q(target=loser.pid) | Q(key__in=keys)).update(target=survivor.pid, via=loser.pid)
    keys -= set(known.filter(key__in=keys).values_list("key", flat=True))
    Redirect.objects.bulk_create(
        Redirect(kind=loser.pid_kind, key=key, target_id=survivor.pid, reason=reason, created_at=at, note=note, via=loser.pid) for key in sorted(keys)
    )
