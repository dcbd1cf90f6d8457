"""What printed the articles: newspapers, journals, agencies, sites, under every title they bore."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.urls import reverse

from entities import spelling
from entities.spelling import SpellingWord
from kzarchive.addresses import invariants
from kzarchive.addresses.models import HasPid, HasSlug, Kind
from kzarchive.fields import EDTFField, PrintedField, WordsField, validate_storable, with_derived
from kzarchive.merging.models import Mergeable, MergeableQuerySet, MovesInMerges, not_itself
from kzarchive.text import fold


class PublicationQuerySet(MergeableQuerySet):
    def public(self):
        """Publications that a published article has made known; one that was known stays so, until found to be another."""
        return self.living().filter(public_since__isnull=False)

    def titled(self, text: str):
        """Publications that bear or bore ``text`` as a title, however it is cased and accented."""
        key = fold(text)
        return self.filter(Q(title_key=key) | Q(titles__key=key)).distinct()


class Publication(HasPid, HasSlug, Mergeable):
    """A serial, agency or site that prints articles, identified by its present title."""

    pid_kind = Kind.PUBLICATION
    merge_fields = ("title", "issn", "publisher", "note")
    slug_source = "title"

    title = models.CharField(max_length=500, validators=[validate_storable], help_text="The present title, or the last one.")
    issn = PrintedField("ISSN", max_length=9, help_text="NNNN-NNNC, the last one its check digit.")
    publisher = PrintedField()
    note = WordsField()
    public_since = models.DateTimeField(null=True, editable=False)
    is_demo = models.BooleanField(default=False, editable=False)
    title_key = models.CharField(max_length=500, editable=False, db_index=True)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        ordering = ["title", "id"]
        constraints = [
            models.CheckConstraint(condition=invariants.is_pid(), name="publication_pid_is_a_pid"),
            models.CheckConstraint(condition=invariants.is_slug(), name="publication_slug_is_an_address"),
            models.CheckConstraint(condition=~Q(title=""), name="publication_has_a_title"),
            not_itself("publication_not_merged_into_itself"),
            models.CheckConstraint(
                condition=Q(issn=None) | invariants.is_issn("issn"),
                name="publication_issn_checks",
                violation_error_message="An ISSN is eight digits with a hyphen in the middle, the last one a check digit: this one does not add up.",
            ),
            models.UniqueConstraint(fields=["issn"], name="publication_issn_once"),
            models.CheckConstraint(condition=invariants.stated("publisher"), name="publication_null_not_blank"),
        ]

    def __str__(self):
        return self.title

    def save(self, *args, **kwargs):
        self.title_key = fold(self.title)[:500]
        super().save(*args, **with_derived(kwargs, "title_key"))
        self.write_spellings()

    def write_spellings(self):
        """Keep the words of every title it bears or bore, and of those found to be it; one that was found to be another has none."""
        titles = [self.title, *PublicationTitle.objects.filter(publication=self).values_list("title", flat=True)]
        titles += Publication.objects.filter(merged_into=self).values_list("title", flat=True)
        spelling.write(PublicationWord, {self.pk: [] if self.merged_into_id else titles})

    def get_absolute_url(self):
        return reverse("articles:publication", args=[self.slug])


class PublicationWord(SpellingWord):
    """A word of a publication's titles, in a spelling it is looked up by."""

    record = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="spellings")


class PublicationTitle(MovesInMerges, models.Model):
    """A title a publication bears or bore, with the years it did."""

    may_go_in_merges = True

    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="titles")
    title = models.CharField(max_length=500, validators=[validate_storable])
    from_year = models.PositiveSmallIntegerField("from", null=True, blank=True)
    to_year = models.PositiveSmallIntegerField("to", null=True, blank=True)
    key = models.CharField(max_length=500, editable=False, db_index=True)

    class Meta:
        ordering = ["from_year", "id"]
        constraints = [
            models.UniqueConstraint(fields=["publication", "title"], name="publication_title_once"),
            models.CheckConstraint(condition=~Q(title=""), name="publication_title_says_something"),
            models.CheckConstraint(condition=Q(from_year__lte=F("to_year")), name="publication_title_years_in_order"),
        ]

    def __str__(self):
        return self.title

    def save(self, *args, **kwargs):
        self.key = fold(self.title)[:500]
        super().save(*args, **with_derived(kwargs, "key"))
        self.publication.write_spellings()

    def delete(self, *args, **kwargs):
        deleted = super().delete(*args, **kwargs)
        self.publication.write_spellings()
        return deleted


class AlsoPrinted(MovesInMerges, models.Model):
    """The same article in another publication."""

    same_when = {"publication": ("article_id", "published_on")}
    why_not_both = "it was printed in both, each with a record of its own: revise the article first"

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="also_printed")
    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="also_printed")
    title = PrintedField(max_length=1000, help_text="Where it was another one.")
    published_on = EDTFField(help_text="As precise as the source: 2014, 2014-02, 2014-02-05.")
    volume = PrintedField(max_length=100)
    issue = PrintedField(max_length=100)
    pages = PrintedField(max_length=100)
    note = PrintedField()

    class Meta:
        verbose_name = "other printing"
        constraints = [
            models.UniqueConstraint("article", "publication", Coalesce("published_on", Value("")), name="also_printed_once"),
            models.CheckConstraint(
                condition=invariants.stated("title", "published_on", "volume", "issue", "pages", "note"), name="also_printed_null_not_blank"
            ),
        ]

    def __str__(self):
        return f"{self.publication}"
