"""Entities and their names: the authority records that articles are tagged with."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from taggit.models import NaturalKeyManager, TagBase

from kzarchive.addresses import invariants
from kzarchive.addresses.models import HasPid, HasSlug, Kind
from kzarchive.fields import PrintedField, WordsField, validate_storable, with_derived
from kzarchive.text import fold, script_of

from . import spelling
from .spelling import KnownWord, SpellingWord

__all__ = ["Entity", "EntityQuerySet", "KnownWord", "Name", "NameQuerySet", "NameWord", "NamesToken"]


class EntityQuerySet(models.QuerySet):
    def named(self, text: str):
        """Entities that bear ``text`` as a name, however it is cased and accented."""
        return self.filter(names__key=fold(text)).distinct()

    def matching(self, text: str):
        """Entities with a name that begins with ``text``, or has a word that does: for pickers."""
        key = fold(text)
        return self.filter(Q(names__key__startswith=key) | Q(names__key__contains=f" {key}")).distinct()


class Entity(HasPid, HasSlug, TagBase):
    """Someone or something that articles speak of, known to the archive whether or not it holds a word about it."""

    pid_kind = Kind.ENTITY

    class EntityKind(models.TextChoices):
        PERSON = "person"
        STATE = "state"
        PLACE = "place"
        ORGANISATION = "organisation"
        AGREEMENT = "agreement"
        EVENT = "event"
        CONCEPT = "concept"

    name = models.CharField(max_length=500, validators=[validate_storable], help_text="The preferred name in English. Two people may bear one name.")
    slug = HasSlug._meta.get_field("slug").clone()
    kind = models.CharField(max_length=16, choices=EntityKind)
    description = WordsField(help_text="A sentence that tells this one from others of the same name.")
    is_demo = models.BooleanField(default=False, editable=False)

    objects = NaturalKeyManager.from_queryset(EntityQuerySet)()
    natural_key_fields = ["slug"]

    class Meta:
        verbose_name_plural = "entities"
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(condition=invariants.is_pid(), name="entity_pid_is_a_pid"),
            models.CheckConstraint(condition=invariants.is_slug(), name="entity_slug_is_an_address"),
            models.CheckConstraint(condition=~Q(name=""), name="entity_has_a_name"),
            models.CheckConstraint(
                condition=Q(kind__in=["person", "state", "place", "organisation", "agreement", "event", "concept"]),
                name="entity_kind_is_known",
            ),
        ]

    def get_absolute_url(self):
        return reverse("entities:detail", args=[self.slug])


class NameQuerySet(models.QuerySet):
    def bulk_create(self, objs, *args, **kwargs):
        names = super().bulk_create(objs, *args, **kwargs)
        spelling.write_new(NameWord, {name.pk: [name.text] for name in names})
        return names

    def for_search(self):
        """Names by which a search finds the entity."""
        return self.filter(search_may_use=True)

    def for_tagging(self):
        """Names that may be looked for in texts."""
        return self.filter(tagging_may_use=True)


class Name(models.Model):
    """One spelling of an entity."""

    class NameKind(models.TextChoices):
        PREFERRED = "preferred"
        FULL = "full"
        SHORT = "short"
        ACRONYM = "acronym"
        FORMER = "former"
        METONYM = "metonym"
        MISSPELLING = "misspelling"
        MACHINE_TRANSLATED = "machine-translated"

    entity = models.ForeignKey(Entity, on_delete=models.CASCADE, related_name="names")
    text = models.CharField(max_length=500, validators=[validate_storable])
    language = models.CharField(max_length=35, help_text="BCP 47: en, ru, kk, de, kk-Latn ...")
    script = models.CharField(max_length=4, editable=False, help_text="ISO 15924, read off the letters.")
    kind = models.CharField(max_length=20, choices=NameKind)
    from_year = models.PositiveSmallIntegerField("from", null=True, blank=True, help_text="First year of use, where it has one.")
    to_year = models.PositiveSmallIntegerField("to", null=True, blank=True, help_text="Last year of use, where it has one.")
    search_may_use = models.BooleanField(default=True, help_text="A search for this name finds the entity's articles.")
    tagging_may_use = models.BooleanField(default=True, help_text="The name is looked for in texts, to propose a tag.")
    note = PrintedField()
    key = models.CharField(max_length=500, editable=False, db_index=True, help_text="The text as it is compared.")

    objects = NameQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            # A name may be borne twice: Astana from 1998 to 2019, and again.
            models.UniqueConstraint("entity", "text", "language", Coalesce("from_year", Value(0)), name="name_once_an_entity_language_and_year"),
            models.UniqueConstraint(fields=["entity", "language"], condition=Q(kind="preferred"), name="name_preferred_once_a_language"),
            models.CheckConstraint(condition=~Q(text="") & ~Q(language=""), name="name_says_something"),
            models.CheckConstraint(condition=Q(from_year__lte=F("to_year")), name="name_years_in_order"),
            models.CheckConstraint(
                condition=Q(kind__in=["preferred", "full", "short", "acronym", "former", "metonym", "misspelling", "machine-translated"]),
                name="name_kind_is_known",
            ),
        ]

    def __str__(self):
        return self.text

    def save(self, *args, **kwargs):
        self.script = script_of(self.text)
        self.key = fold(self.text)[:500]
        super().save(*args, **with_derived(kwargs, "script", "key"))
        spelling.write(NameWord, {self.pk: [self.text]})


class NameWord(SpellingWord):
    """A word of a name, in a spelling it is looked up by."""

    record = models.ForeignKey(Name, on_delete=models.CASCADE, related_name="spellings")


class NamesToken(models.Model):
    """One row whose token is another after every change of a name or an entity, whoever makes it.

    Whoever keeps names in memory keeps the token they were read under, and compares. The database sets it
    (``entities.triggers``): at random, since a number counted up in a transaction that is rolled back would be given twice.
    """

    token = models.CharField(max_length=40)

    def __str__(self):
        return self.token
