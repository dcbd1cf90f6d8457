"""Who wrote the articles, and in which role each of them did."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse

from entities import spelling
from entities.models import Entity
from entities.spelling import SpellingWord
from kzarchive.addresses import invariants
from kzarchive.addresses.models import HasPid, HasSlug, Kind
from kzarchive.fields import PrintedField, WordsField, validate_storable, with_derived
from kzarchive.merging.models import Mergeable, MergeableQuerySet, MovesInMerges, not_itself
from kzarchive.text import fold


class AuthorQuerySet(MergeableQuerySet):
    def bulk_create(self, objs, *args, **kwargs):
        authors = super().bulk_create(objs, *args, **kwargs)
        spelling.write_new(AuthorWord, {author.pk: [author.name] for author in authors})
        return authors

    def public(self):
        """Authors that a published article has made known; one who was known stays so, until found to be another."""
        return self.living().filter(public_since__isnull=False)

    def named(self, name: str):
        """Authors of exactly this name, however it is cased and accented."""
        return self.filter(name_key=fold(name))


class Author(MovesInMerges, HasPid, HasSlug, Mergeable):
    """A person or a body that signs articles."""

    pid_kind = Kind.AUTHOR
    merge_fields = ("name", "family", "given", "kind", "entity", "note")
    why_not_both = "both are known as an author: merge the two authors first"

    class AuthorKind(models.TextChoices):
        PERSON = "person"
        CORPORATE = "corporate"

    name = models.CharField(max_length=300, validators=[validate_storable], help_text="As it is usually printed.")
    family = PrintedField("family name", max_length=200, help_text="For sorting and citing; empty for a body.")
    given = PrintedField("given names", max_length=200)
    kind = models.CharField(max_length=16, choices=AuthorKind, default=AuthorKind.PERSON)
    entity = models.OneToOneField(
        Entity, null=True, blank=True, on_delete=models.PROTECT, related_name="author", help_text="The same person or body as a subject of articles."
    )
    note = WordsField()
    public_since = models.DateTimeField(null=True, editable=False)
    is_demo = models.BooleanField(default=False, editable=False)
    name_key = models.CharField(max_length=300, editable=False, db_index=True)

    objects = AuthorQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(condition=invariants.is_pid(), name="author_pid_is_a_pid"),
            models.CheckConstraint(condition=invariants.is_slug(), name="author_slug_is_an_address"),
            models.CheckConstraint(condition=~Q(name=""), name="author_has_a_name"),
            not_itself("author_not_merged_into_itself"),
            models.CheckConstraint(condition=Q(kind__in=["person", "corporate"]), name="author_kind_is_known"),
            models.CheckConstraint(condition=Q(family=None) | Q(kind="person"), name="author_body_has_no_family_name"),
            models.CheckConstraint(condition=invariants.stated("family", "given"), name="author_null_not_blank"),
        ]

    def __str__(self):
        return self.name

    def prepare(self):
        """Set the columns that are derived from others; ``save`` does, and whoever writes many at once must."""
        self.name_key = fold(self.name)[:300]

    def save(self, *args, **kwargs):
        self.prepare()
        super().save(*args, **with_derived(kwargs, "name_key"))
        self.write_spellings()

    def write_spellings(self):
        """Keep the words of its name and of the names of those that were found to be it; one that was found to be another has none."""
        names = [self.name, *Author.objects.filter(merged_into=self).values_list("name", flat=True)]
        spelling.write(AuthorWord, {self.pk: [] if self.merged_into_id else names})

    def get_absolute_url(self):
        return reverse("articles:author", args=[self.slug])


class AuthorWord(SpellingWord):
    """A word of an author's name, in a spelling it is looked up by."""

    record = models.ForeignKey(Author, on_delete=models.CASCADE, related_name="spellings")


class Contribution(MovesInMerges, models.Model):
    """One name in an article's by-line, in its place, with what is printed beside it."""

    why_not_both = "both sign it, each in a place of its own: they are two"

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="contributions")
    position = models.PositiveSmallIntegerField(help_text="1 for the first author.")
    name = models.CharField(max_length=300, validators=[validate_storable], help_text="As printed.")
    author = models.ForeignKey(
        Author, null=True, blank=True, on_delete=models.PROTECT, related_name="contributions", help_text="Who that is; empty while it is not settled."
    )
    role = PrintedField(max_length=300, help_text="As printed: analyst, Minister of Foreign Affairs ...")
    affiliation = PrintedField(max_length=300, help_text="As printed.")

    class Meta:
        ordering = ["article", "position"]
        constraints = [
            models.UniqueConstraint(fields=["article", "position"], name="contribution_one_a_place"),
            models.UniqueConstraint(fields=["article", "author"], name="contribution_author_once"),
            models.CheckConstraint(condition=Q(position__gte=1), name="contribution_places_from_1"),
            models.CheckConstraint(condition=~Q(name=""), name="contribution_has_a_name"),
            models.CheckConstraint(condition=invariants.stated("role", "affiliation"), name="contribution_null_not_blank"),
        ]

    def __str__(self):
        return self.name
