"""Entities, their names, identifiers and relations: the authority records that articles are tagged with."""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce, Length, Substr
from django.db.models.lookups import Exact
from django.urls import reverse
from taggit.models import NaturalKeyManager, TagBase

from kzarchive.addresses import invariants
from kzarchive.addresses.models import HasPid, HasSlug, Kind
from kzarchive.fields import EDTFField, PrintedField, WordsField, blank_to_null, validate_storable, with_derived
from kzarchive.merging.models import Mergeable, MergeableQuerySet, MovesInMerges, not_itself
from kzarchive.text import fold, script_of, sort_key

from . import identifiers, spelling
from .spelling import KnownWord, SpellingWord

__all__ = [
    "Entity", "EntityQuerySet", "Identifier", "KnownWord", "Name", "NameQuerySet", "NameWord", "NamesToken", "Relation", "office_holder",
]  # fmt: skip


class EntityQuerySet(MergeableQuerySet):
    def public(self):
        """What a reader may know of: every entity from the day it is made, until it is found to be another one."""
        return self.living()

    def named(self, text: str):
        """Entities that bear ``text`` as a name, however it is cased and accented."""
        return self.filter(names__key=fold(text)).distinct()

    def matching(self, text: str):
        """Entities with a name that begins with ``text``, or has a word that does: for pickers."""
        key = fold(text)
        return self.filter(Q(names__key__startswith=key) | Q(names__key__contains=f" {key}")).distinct()


class Entity(HasPid, HasSlug, Mergeable, TagBase):
    """Someone or something that articles speak of, known to the archive whether or not it holds a word about it."""

    pid_kind = Kind.ENTITY
    merge_fields = ("name", "kind", "description")

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
            not_itself("entity_not_merged_into_itself"),
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


class Name(MovesInMerges, models.Model):
    """One spelling of an entity."""

    same_when = {"entity": ("text", "language", "from_year")}
    may_go_in_merges = True

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
    sort_key = models.CharField(max_length=200, editable=False, default="", help_text="Its place in the alphabet, in digits.")

    objects = NameQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["kind", "sort_key"], name="name_in_the_alphabet")]
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

    def prepare(self):
        """Set the columns that are derived from others; ``save`` does, and whoever writes many at once must."""
        self.script = script_of(self.text)
        self.key = fold(self.text)[:500]
        self.sort_key = sort_key(self.text)[:200]

    def save(self, *args, **kwargs):
        self.prepare()
        super().save(*args, **with_derived(kwargs, "script", "key", "sort_key"))
        spelling.write(NameWord, {self.pk: [self.text]})

    @classmethod
    def settle_merge(cls, moving, staying, *, column, survivor, choices):
        """Leave one preferred name a language: the survivor's, and in English the one of the name that was chosen."""
        takes_name = choices.get("name") == "loser"
        if takes_name:
            for name in staying:
                if name.kind == cls.NameKind.PREFERRED and name.language == "en":
                    name.kind = cls.NameKind.FULL
        taken = {name.language for name in staying if name.kind == cls.NameKind.PREFERRED}
        known = {(name.text, name.language, name.from_year or 0): name for name in staying}
        for name in moving:
            same = known.get((name.text, name.language, name.from_year or 0))
            is_preferred = name.kind == cls.NameKind.PREFERRED
            if same is not None and is_preferred and takes_name and name.language == "en":
                same.kind = cls.NameKind.PREFERRED
            elif same is None and is_preferred and name.language in taken:
                name.kind = cls.NameKind.FULL
        return ()


class NameWord(SpellingWord):
    """A word of a name, in a spelling it is looked up by."""

    record = models.ForeignKey(Name, on_delete=models.CASCADE, related_name="spellings")


class NamesToken(models.Model):
    """One row whose token is another after every change of a name, an entity or a relation, whoever makes it.

    Whoever keeps names in memory keeps the token they were read under, and compares. The database sets it
    (``entities.triggers``): at random, since a number counted up in a transaction that is rolled back would be given twice.
    """

    token = models.CharField(max_length=40)

    def __str__(self):
        return self.token


class Identifier(models.Model):
    """What another system calls the entity. Never invented: what cannot be established stays out."""

    class Scheme(models.TextChoices):
        WIKIDATA = "wikidata", "Wikidata"
        VIAF = "viaf", "VIAF"
        ISNI = "isni", "ISNI"
        GEONAMES = "geonames", "GeoNames"
        ORCID = "orcid", "ORCID"

    entity = models.ForeignKey(Entity, on_delete=models.CASCADE, related_name="identifiers")
    scheme = models.CharField(max_length=16, choices=Scheme)
    value = models.CharField("identifier", max_length=200, help_text="As it stands there, or the address of its page.")

    class Meta:
        ordering = ["scheme", "value", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "value"], name="identifier_once", violation_error_message="Another entity bears this identifier: are the two one?"
            ),
            models.CheckConstraint(
                condition=Q(scheme="wikidata") & Q(Exact(Substr("value", 1, 1), Value("Q"))) & invariants.is_number(Substr("value", 2), longest=12)
                | Q(scheme="viaf") & invariants.is_number(F("value"), longest=22)
                | Q(scheme="geonames") & invariants.is_number(F("value"), longest=10)
                | Q(scheme="isni") & Q(Exact(Length("value"), 16)) & invariants.is_checked_16("value", tuple(range(1, 17)))
                | Q(scheme="orcid")
                & Q(Exact(Length("value"), 19))
                & Q(Exact(Substr("value", 5, 1), Value("-")))
                & Q(Exact(Substr("value", 10, 1), Value("-")))
                & Q(Exact(Substr("value", 15, 1), Value("-")))
                & invariants.is_checked_16("value", (1, 2, 3, 4, 6, 7, 8, 9, 11, 12, 13, 14, 16, 17, 18, 19)),
                name="identifier_is_one",
            ),
        ]

    def __str__(self):
        return f"{self.get_scheme_display()} {self.value}"

    def clean(self):
        try:
            self.value = identifiers.normalise(self.scheme, self.value)
        except identifiers.NotAnIdentifier as error:
            raise ValidationError({"value": str(error)}) from None

    @property
    def address(self) -> str:
        """Where it leads."""
        return identifiers.address_of(self.scheme, self.value)


class RelationQuerySet(models.QuerySet):
    def public(self):
        """Relations between entities that a reader may know of."""
        return self.filter(subject__merged_into=None, object__merged_into=None)

    def on(self, day: dt.date):
        """Relations that may have held on ``day``, as far as their dates say: an open end holds on."""
        return self.filter(Q(began_earliest=None) | Q(began_earliest__lte=day), Q(ended_latest=None) | Q(ended_latest__gte=day))


class Relation(MovesInMerges, models.Model):
    """What one entity is to another, from when to when, and how that is known."""

    same_when = {"subject": ("kind", "object_id", "title", "began_on"), "object": ("kind", "subject_id", "title", "began_on")}
    may_go_in_merges = True

    class RelationKind(models.TextChoices):
        MEMBER_OF = "member of"
        CHAIRS = "chairs"
        HOLDS_OFFICE = "holds office"
        PART_OF = "part of"
        SUCCESSOR_OF = "successor of"
        LOCATED_IN = "located in"
        PARTY_TO = "party to"

    subject = models.ForeignKey(Entity, on_delete=models.CASCADE, related_name="relations")
    kind = models.CharField(max_length=16, choices=RelationKind)
    object = models.ForeignKey(
        Entity, on_delete=models.CASCADE, related_name="relations_to", help_text="Of an office: the office itself, or the body it is held in."
    )
    title = PrintedField("title of the office", help_text="President, Acting Minister of Foreign Affairs ...; where the object is the office, empty.")
    began_on = EDTFField("from", earliest="began_earliest", latest="began_latest", help_text="As precise as it is known: 2019, 2019-03, 2019-03-20.")
    ended_on = EDTFField("to", earliest="ended_earliest", latest="ended_latest", help_text="Empty: it still holds, or the end is not known.")
    began_earliest = models.DateField(null=True, editable=False)
    began_latest = models.DateField(null=True, editable=False)
    ended_earliest = models.DateField(null=True, editable=False)
    ended_latest = models.DateField(null=True, editable=False)
    source = PrintedField(max_length=1000, help_text="Where it is stated: a work, or an address.")
    is_certain = models.BooleanField("certain", default=True)

    objects = RelationQuerySet.as_manager()

    class Meta:
        ordering = ["began_earliest", "id"]
        indexes = [models.Index(fields=["subject"], condition=Q(is_certain=False), name="relation_uncertain")]
        constraints = [
            models.UniqueConstraint(
                "subject", "kind", "object", Coalesce("title", Value("")), Coalesce("began_on", Value("")), name="relation_once"
            ),
            models.CheckConstraint(condition=~Q(subject=F("object")), name="relation_of_two"),
            models.CheckConstraint(
                condition=Q(kind__in=["member of", "chairs", "holds office", "part of", "successor of", "located in", "party to"]),
                name="relation_kind_is_known",
            ),
            models.CheckConstraint(
                condition=invariants.both_or_neither("began_on", "began_earliest", "began_latest"), name="relation_beginning_is_whole"
            ),
            models.CheckConstraint(condition=invariants.both_or_neither("ended_on", "ended_earliest", "ended_latest"), name="relation_end_is_whole"),
            models.CheckConstraint(condition=Q(began_earliest__lte=F("ended_latest")), name="relation_ends_after_it_begins"),
            models.CheckConstraint(condition=Q(title=None) | Q(kind="holds office"), name="relation_title_is_of_an_office"),
            models.CheckConstraint(condition=invariants.stated("title", "began_on", "ended_on", "source"), name="relation_null_not_blank"),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.subject} {self.kind} {self.object}"

    def clean(self):
        blank_to_null(self)
        faults = {}
        if self.subject_id and self.object_id:
            faults |= self._misplaced()
        days = []
        for name in ("began_on", "ended_on"):
            try:
                self._meta.get_field(name).derive(self)
            except ValidationError:
                pass  # the field's own validator has said so
            else:
                days.append(name)
        if len(days) == 2 and self.began_on and self.ended_on and self.began_earliest > self.ended_latest:
            faults["ended_on"] = f"It ends ({self.ended_on}) before it begins ({self.began_on})."
        if self.title and self.kind != self.RelationKind.HOLDS_OFFICE:
            faults["title"] = "Only an office has a title."
        if faults:
            raise ValidationError(faults)

    def _misplaced(self) -> dict[str, str]:
        """Return what is wrong with the kinds of the two entities, by field."""
        if self.subject_id == self.object_id:
            return {"object": "Nothing is related to itself."}
        if fault := misplaced(self.kind, self.subject.kind, self.object.kind):
            return dict([fault])
        if self.kind in NEVER_ROUND and self._comes_round():
            return {"object": f"{self.object} is, by other relations, {self.kind} {self.subject}: that would go round in a circle."}
        return {}

    def _comes_round(self) -> bool:
        """Whether the object is, over any number of steps, the same to the subject."""
        seen, layer = set(), {self.object_id}
        while layer:
            if self.subject_id in layer:
                return True
            seen |= layer
            layer = set(Relation.objects.filter(kind=self.kind, subject__in=layer).exclude(pk=self.pk).values_list("object", flat=True)) - seen
        return False

    @classmethod
    def settle_merge(cls, moving, staying, *, column, survivor, choices):
        """What one of the two was to the other is nothing any more."""
        other = "object_id" if column == "subject" else "subject_id"
        return [relation for relation in moving if getattr(relation, other) == survivor.pk]


# What nothing is to itself, over any number of steps.
NEVER_ROUND = frozenset({Relation.RelationKind.PART_OF, Relation.RelationKind.SUCCESSOR_OF, Relation.RelationKind.LOCATED_IN})

_KINDS_WANTED = {
    Relation.RelationKind.HOLDS_OFFICE: ("subject", {Entity.EntityKind.PERSON}, "An office is held by a person."),
    Relation.RelationKind.PARTY_TO: ("object", {Entity.EntityKind.AGREEMENT}, "One is party to an agreement."),
    Relation.RelationKind.LOCATED_IN: (
        "object",
        {Entity.EntityKind.PLACE, Entity.EntityKind.STATE},
        "Something is located in a place or a state.",
    ),
}


def misplaced(relation: str, subject: str, other: str) -> tuple[str, str] | None:
    """Return which end of a ``relation`` between entities of these two kinds is of a wrong one, and why; None where both may stand there."""
    if relation not in _KINDS_WANTED:
        return None
    end, allowed, message = _KINDS_WANTED[relation]
    return None if {"subject": subject, "object": other}[end] in allowed else (end, message)


def office_holder(office: Entity, on: dt.date, *, title: str | None = None) -> Entity | None:
    """Return who held ``office`` on the day ``on``; None where nobody is known to have, or the dates leave it open between several.

    ``office`` is the office itself ("President of Kazakhstan") or, with ``title``, the body that has it. On a day of
    change, or where a date is a year only, the one whose dates are certain to cover the day is the answer.
    """
    held = Relation.objects.public().on(on).filter(kind=Relation.RelationKind.HOLDS_OFFICE, object=office).select_related("subject")
    if title is not None:
        held = [relation for relation in held if relation.title and fold(relation.title) == fold(title)]
    may = {relation.subject for relation in held}
    sure = {
        relation.subject
        for relation in held
        if relation.began_latest and relation.began_latest <= on and (relation.ended_on is None or relation.ended_earliest > on)
    }
    found = sure if len(sure) == 1 else may
    return found.pop() if len(found) == 1 else None
