"""The outlets that a text names as its own sources, kept for whoever asks where a claim was reported first."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kzarchive.addresses import invariants
from kzarchive.fields import EDTFField, validate_storable
from kzarchive.text import fold

from .publication import Publication, PublicationTitle


def resolve(rows: list[InTextSource]) -> list[InTextSource]:
    """Return ``rows``, saved or not, each with its ``publication``: the only one of the archive that bears the outlet's name, or None.

    Asked for when it is needed and never kept: publications come, are renamed and are merged. At most two queries.
    """
    keys = {key for row in rows for key in row.keys}
    bearers: dict[str, set[int]] = {}
    if keys:
        present = Publication.objects.order_by().filter(title_key__in=keys).values_list("title_key", "pk")
        for key, pk in present.union(PublicationTitle.objects.order_by().filter(key__in=keys).values_list("key", "publication_id")):
            bearers.setdefault(key, set()).add(pk)
    publications = Publication.objects.in_bulk({pk for pks in bearers.values() for pk in pks}) if bearers else {}
    for row in rows:
        found = next((bearers[key] for key in row.keys if key in bearers), set())
        row.publication = publications[next(iter(found))] if len(found) == 1 else None
    return rows


class InTextSourceQuerySet(models.QuerySet):
    def public(self):
        """Sources named in texts that the public may read whole."""
        return self.filter(version__frozen_at__isnull=False, version__article__state="published", version__article__access="full")

    def with_publications(self) -> list[InTextSource]:
        """Return the sources, each with its ``publication`` (see ``resolve``)."""
        return resolve(list(self))


class InTextSource(models.Model):
    """An outlet that a version's text names as its source: "(MFA.kz, December 26, 2014)". Read by ``articles.ingest.sources``.

    The words that name it, cue and day with them, stand from ``start`` to ``end`` (half-open, code points of the body). A source that the
    capture names beside the text, in a signature that is no part of it, has no row here: it is kept with the reading (``Reading.sources``).
    """

    class Cue(models.TextChoices):
        BRACKETED = "bracketed", "in brackets"
        SIGNED = "signed", "by a signature"
        REPORTED = "reported", "as the one that reports"
        TOLD = "told", "as the one that was told"
        PRINTED = "printed", "as where it was printed"

    class Basis(models.TextChoices):
        STATED = "stated"
        INFERRED = "inferred", "inferred: the year is that of the article, or the one before"

    version = models.ForeignKey("articles.Version", on_delete=models.CASCADE, related_name="sources")
    outlet = models.CharField(max_length=300, validators=[validate_storable], help_text="In the nominative, as far as that is known.")
    published_on = EDTFField(help_text="The day that the text gives for what it cites.")
    published_basis = models.CharField(max_length=16, choices=Basis, null=True, blank=True)
    cue = models.CharField(max_length=16, choices=Cue)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    objects = InTextSourceQuerySet.as_manager()

    class Meta:
        verbose_name = "source named in a text"
        verbose_name_plural = "sources named in texts"
        ordering = ["version", "start"]
        constraints = [
            models.UniqueConstraint(fields=["version", "start"], name="intextsource_once"),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="intextsource_holds_something"),
            models.CheckConstraint(condition=~Q(outlet=""), name="intextsource_names_an_outlet"),
            models.CheckConstraint(condition=invariants.both_or_neither("published_on", "published_basis"), name="intextsource_date_has_a_basis"),
        ]

    def __str__(self):
        return f"{self.outlet}, {self.published_on}" if self.published_on else self.outlet

    @property
    def keys(self) -> tuple[str, ...]:
        """The folded titles under which a publication may be this outlet, the likeliest first: Tengrinews.kz is Tengrinews too."""
        key = fold(self.outlet)
        bare = key.removeprefix("www.").rpartition(".")[0] if " " not in key and "." in key else ""
        return tuple(dict.fromkeys(form for form in (key, f"the {key}", bare) if form))
