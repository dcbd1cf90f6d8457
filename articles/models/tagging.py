"""What articles are tagged with: entities a person confirmed, free topics, and what the archive only proposes."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from taggit.managers import _TaggableManager
from taggit.models import ItemBase, NaturalKeyManager, TagBase

from entities.models import Entity
from kzarchive.addresses import invariants
from kzarchive.addresses.models import HasSlug
from kzarchive.merging.models import MovesInMerges


class NotAnEntity(TypeError):
    """A tag was asked for by its name: entities are chosen among those that exist, never made by a slip of the keyboard."""


class ExistingOnlyManager(_TaggableManager):
    """``article.entities``: takes entities, refuses words."""

    def _to_tag_model_instances(self, tags, tag_kwargs):
        for tag in tags:
            if not isinstance(tag, self.through.tag_model()):
                raise NotAnEntity(f"{tag!r} is not an entity: choose one that exists.")
        return super()._to_tag_model_instances(tags, tag_kwargs)


class TaggedEntityQuerySet(models.QuerySet):
    def public(self):
        """Tags of articles that the public may see."""
        return self.filter(public_day__isnull=False)


class TaggedEntity(MovesInMerges, ItemBase):
    """An entity that a person said the article speaks of."""

    may_go_in_merges = True
    derived_columns = frozenset(["public_day", "called"])

    # There are more of these than of anything else. The constraint and the index below begin with an article and with an entity;
    # by who confirmed it nothing is looked for but when an account is deleted.
    content_object = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="tagged_entities", db_index=False)
    tag = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="taggings", verbose_name="entity", db_index=False)
    is_certain = models.BooleanField(default=True)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.PROTECT, related_name="+", db_index=False)
    confirmed_at = models.DateTimeField(auto_now_add=True)
    # Written by the database itself: what is asked of an entity with 20,000 articles then is a walk along one index.
    public_day = models.DateField(null=True, editable=False, help_text="The day the article is sorted by, while it is public.")

    # Kept with the index of searches: what is asked of an entity with 20,000 articles is again a walk along one index.
    called = models.TextField(
        null=True,
        editable=False,
        help_text="The names of the entity that stand in what the public may search of the article, one a line; null where nobody has looked.",
    )

    objects = TaggedEntityQuerySet.as_manager()

    class Meta:
        verbose_name = "confirmed entity"
        verbose_name_plural = "confirmed entities"
        ordering = ["id"]
        indexes = [
            models.Index(fields=["tag", "-public_day", "-content_object"], name="tagged_entity_newest_first"),
            models.Index(fields=["tag", "called"], condition=Q(public_day__isnull=False, called__gt=""), name="tagged_entity_by_name"),
            models.Index(fields=["tag"], condition=Q(is_certain=False), name="tagged_entity_uncertain"),
        ]
        constraints = [models.UniqueConstraint(fields=["content_object", "tag"], name="tagged_entity_once")]

    def __str__(self):
        return str(self.tag)

    @classmethod
    def settle_merge(cls, moving, staying, *, column, survivor, choices):
        """Where both were tags of an article, it is certain if either was."""
        certain = {tagging.content_object_id for tagging in moving if tagging.is_certain}
        for tagging in staying:
            tagging.is_certain = tagging.is_certain or tagging.content_object_id in certain
        return ()


class TopicQuerySet(models.QuerySet):
    def public(self):
        """Topics that a published article has made known; one that was known stays so."""
        return self.filter(public_since__isnull=False)


class Topic(HasSlug, TagBase):
    """A free keyword, apart from the entities. It has no pid: its address is made once and stays, also when it is reworded."""

    slug = HasSlug._meta.get_field("slug").clone()
    public_since = models.DateTimeField(null=True, editable=False)

    objects = NaturalKeyManager.from_queryset(TopicQuerySet)()
    natural_key_fields = ["slug"]

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=invariants.is_slug(), name="topic_slug_is_an_address"),
            models.CheckConstraint(condition=~Q(name=""), name="topic_has_a_name"),
        ]

    def get_absolute_url(self):
        return reverse("articles:topic", args=[self.slug])


class TaggedTopic(ItemBase):
    """A topic given to an article."""

    content_object = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="tagged_topics")
    tag = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="taggings")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["content_object", "tag"], name="tagged_topic_once")]


class Suggestion(MovesInMerges, models.Model):
    """A tag the archive proposes, and what an editor answered. Never public, never counted as a tag."""

    may_go_in_merges = True

    class Answer(models.TextChoices):
        OPEN = "open"
        ACCEPTED = "accepted"
        REFUSED = "refused"

    article = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="suggestions")
    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="suggestions")
    found = models.CharField(max_length=500, help_text="The name as it stands in the text, the first time.")
    count = models.PositiveIntegerField(default=1, help_text="How often the text names it.")
    is_ambiguous = models.BooleanField(
        "doubtful", default=False, help_text="The name may stand for another entity, for a longer name, for somebody else or for no name at all."
    )
    doubt = models.CharField(max_length=100, default="", blank=True, help_text="Why it is doubtful.")
    out_of_use = models.CharField(
        "of other years", max_length=600, default="", blank=True, help_text="Names and offices that do not go with the date of the article."
    )
    answer = models.CharField(max_length=16, choices=Answer, default=Answer.OPEN)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["article", "entity"], name="suggestion_once"),
            models.CheckConstraint(
                condition=Q(answer="open", answered_at=None) | Q(answer__in=["accepted", "refused"], answered_at__isnull=False),
                name="suggestion_answer_is_dated",
            ),
        ]

    def __str__(self):
        return f"{self.found} → {self.entity}"

    @classmethod
    def settle_merge(cls, moving, staying, *, column, survivor, choices):
        """Where both were proposed for an article, an answer outweighs none, and a yes a no: its tag stands."""
        answered = {row.article_id: row for row in moving if row.answer != cls.Answer.OPEN}
        for row in staying:
            other = answered.get(row.article_id)
            if other and (row.answer == cls.Answer.OPEN or other.answer == cls.Answer.ACCEPTED):
                row.answer, row.answered_by_id, row.answered_at = other.answer, other.answered_by_id, other.answered_at
        return ()
