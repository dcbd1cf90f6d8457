"""The catalogue record of an article, and the one word that says what the public may see of it."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from taggit.managers import TaggableManager

from articles import rights
from kzarchive.addresses import invariants
from kzarchive.addresses.models import HasPid, Kind
from kzarchive.fields import AddressField, EDTFField, PrintedField, WordsField, blank_to_null, with_derived
from kzarchive.text import fold

from .publication import Publication
from .tagging import ExistingOnlyManager

LABEL_WORDS = 8

# What a reader may cite of the record. Once an article was public, these change only with a new version.
RECORD_FIELDS = (
    "title", "subtitle", "title_romanised", "title_translated", "byline", "publication_id", "section", "volume", "issue",
    "pages", "published_on", "published_basis", "published_earliest", "published_latest", "dateline", "language", "quality",
    "abstract", "rights", "rights_basis", "rights_printed", "source_url", "access",
)  # fmt: skip


class ArticleQuerySet(models.QuerySet):
    def public(self):
        """What a reader without an account may know of. The one place that says so."""
        return self.filter(state=Article.State.PUBLISHED)

    def tombstones(self):
        """Articles that were public and were taken back: their address says so and cites them, no more."""
        return self.filter(state=Article.State.WITHDRAWN)

    def newest_first(self):
        """By date of publication, undated ones last; equal dates by the order they came in, newest first."""
        return self.order_by("-sort_day", "-id")

    def for_listing(self):
        """With all that a line in a list shows, texts left out, in a fixed number of queries."""
        return self.select_related("publication").prefetch_related("contributions__author").defer("abstract")

    def for_reading(self):
        """With all that an article's page shows, in a fixed number of queries."""
        return self.select_related("publication", "current").prefetch_related(
            "contributions__author", "topics", "also_printed__publication", "tagged_entities__tag__names", "readings__capture"
        )

    def titled(self, words: str):
        """With every one of ``words`` in a title, in whichever script and case."""
        found = self
        for word in fold(words).split():
            found = found.filter(title_key__contains=word)
        return found


class Article(HasPid):
    """One text, whichever version of it we hold (FRBR: work)."""

    pid_kind = Kind.ARTICLE
    TITLES = ("title", "subtitle", "title_romanised", "title_translated")

    class State(models.TextChoices):
        DRAFT = "draft"
        IN_REVIEW = "in review"
        PUBLISHED = "published"
        WITHDRAWN = "withdrawn"

    class Access(models.TextChoices):
        RECORD = "record", "record: title, abstract and entities, never the text"
        EXCERPT = "excerpt", "excerpt: short passages around what was searched"
        FULL = "full", "full: the whole text"

    class Basis(models.TextChoices):
        STATED = "stated"
        INFERRED = "inferred"
        DATELINE = "dateline"

    class Withdrawal(models.TextChoices):
        RIGHTS = "rights", "The rights holder asked for it"
        PRIVACY = "privacy", "It touches a person's privacy"
        LEGAL = "legal", "The law requires it"
        ERROR = "error", "It was published by mistake"
        SUPERSEDED = "superseded", "Another record takes its place"
        DUPLICATE = "duplicate", "It is the same article as another record"

    state = models.CharField(max_length=16, choices=State, default=State.DRAFT, editable=False)
    access = models.CharField(
        max_length=16, choices=Access, default=Access.RECORD, help_text="How much of the text a reader may see once it is published."
    )
    title = PrintedField(
        max_length=1000, help_text="In the original script, as printed. Empty where the source has none: the label is made from its first words."
    )
    subtitle = PrintedField(max_length=1000)
    title_romanised = PrintedField("romanised title", max_length=1000)
    title_translated = PrintedField("translated title", max_length=1000)
    byline = PrintedField(max_length=1000, help_text="As printed, whole.")
    publication = models.ForeignKey(Publication, null=True, blank=True, on_delete=models.PROTECT, related_name="articles")
    section = PrintedField()
    volume = PrintedField(max_length=100, help_text="As printed.")
    issue = PrintedField(max_length=100, help_text="As printed.")
    pages = PrintedField(max_length=100, help_text="As printed.")
    published_on = EDTFField(
        earliest="published_earliest",
        latest="published_latest",
        help_text="As precise as the source: 2014, 2014-02, 2014-02-05, 2014-02/2014-03.",
    )
    published_basis = PrintedField("basis of the date", max_length=16, choices=Basis)
    published_earliest = models.DateField(null=True, editable=False)
    published_latest = models.DateField(null=True, editable=False)
    sort_day = models.GeneratedField(
        expression=Coalesce("published_latest", Value(dt.date(1, 1, 1))), output_field=models.DateField(), db_persist=True
    )
    dateline = PrintedField(help_text="As printed: place and day at the head of the text. Not a date of publication.")
    language = PrintedField(max_length=35, help_text="BCP 47: en, ru, kk ...")
    quality = models.JSONField(default=list, blank=True, help_text='Notes for readers, as a list: ["machine-translated:de", "truncated"].')
    abstract = WordsField(help_text="In the archive's own words.")
    rights = PrintedField(max_length=200, help_text="Address of a statement at rightsstatements.org or Creative Commons; empty: unknown.")
    rights_basis = PrintedField(help_text="How it is known: printed on the page, a letter from the publisher ...")
    rights_printed = PrintedField("rights as printed", max_length=1000)
    source_url = AddressField("source address")
    topics = TaggableManager(through="articles.TaggedTopic", blank=True, verbose_name="topics", related_name="articles")
    entities = TaggableManager(
        through="articles.TaggedEntity", blank=True, verbose_name="entities", related_name="articles", manager=ExistingOnlyManager
    )

    current = models.ForeignKey("articles.Version", null=True, editable=False, on_delete=models.PROTECT, related_name="+")
    first_published_at = models.DateTimeField(null=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    withdrawal_reason = models.CharField(max_length=16, choices=Withdrawal, blank=True, default="", editable=False)
    withdrawal_note = models.TextField(blank=True, default="", editable=False)
    successor = models.ForeignKey("self", null=True, editable=False, on_delete=models.PROTECT, related_name="predecessors")
    is_demo = models.BooleanField(default=False, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.PROTECT, related_name="+")
    # Of the desk, never public: whose turn it is, what a person still has to look at, and who looked.
    assigned_to = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="+")
    open_doubts = models.PositiveSmallIntegerField(default=0, editable=False, help_text="Warnings of its reading that nobody has settled.")
    resembles = models.ForeignKey(
        "self", null=True, editable=False, on_delete=models.SET_NULL, related_name="+", help_text="The article whose text is nearly the same."
    )
    reviewed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.PROTECT, related_name="+")
    title_key = models.TextField(editable=False, default="", help_text="The titles as they are compared.")

    objects = ArticleQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["state", "-sort_day", "-id"], name="article_newest_first"),
            models.Index(fields=["publication", "state", "-sort_day", "-id"], name="article_by_publication"),
            models.Index(fields=["assigned_to", "state", "-id"], name="article_waits_for_somebody"),
            models.Index(fields=["state", "-id"], condition=Q(open_doubts__gt=0), name="article_with_doubts"),
        ]
        permissions = [
            ("import_article", "Can bring captures in"),
            ("review_article", "Can send an article to review and back"),
            ("publish_article", "Can publish an article"),
            ("revise_article", "Can revise a published article"),
            ("withdraw_article", "Can withdraw a published article"),
        ]
        constraints = [
            models.CheckConstraint(condition=invariants.is_pid(), name="article_pid_is_a_pid"),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "in review"], current=None, first_published_at=None)
                | Q(state__in=["published", "withdrawn"], current__isnull=False, first_published_at__isnull=False),
                name="article_public_has_a_version",
            ),
            models.CheckConstraint(
                condition=Q(state="withdrawn", withdrawn_at__isnull=False)
                & Q(withdrawal_reason__in=["rights", "privacy", "legal", "error", "superseded", "duplicate"])
                | ~Q(state="withdrawn") & Q(withdrawn_at=None, withdrawal_reason="", withdrawal_note="", successor=None),
                name="article_withdrawn_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(withdrawal_reason="duplicate") | Q(successor__isnull=False), name="article_duplicate_names_the_other"
            ),
            models.CheckConstraint(condition=~Q(successor=F("id")), name="article_not_its_own_successor"),
            models.CheckConstraint(condition=Q(access__in=["record", "excerpt", "full"]), name="article_access_is_known"),
            models.CheckConstraint(
                condition=~Q(access="full") | Q(rights__isnull=False, rights__in=sorted(rights.FULL_TEXT_STATEMENTS)),
                name="article_full_text_needs_rights",
            ),
            models.CheckConstraint(condition=Q(rights=None) | Q(rights_basis__isnull=False), name="article_rights_have_a_basis"),
            models.CheckConstraint(
                condition=invariants.both_or_neither("published_on", "published_basis", "published_earliest", "published_latest"),
                name="article_date_is_whole",
            ),
            models.CheckConstraint(condition=Q(published_earliest__lte=F("published_latest")), name="article_days_in_order"),
            models.CheckConstraint(
                condition=Q(published_basis=None) | Q(published_basis__in=["stated", "inferred", "dateline"]),
                name="article_basis_is_known",
            ),
            models.CheckConstraint(
                condition=invariants.stated(
                    "title", "subtitle", "title_romanised", "title_translated", "byline", "section", "volume", "issue", "pages",
                    "published_on", "dateline", "language", "rights", "rights_basis", "rights_printed", "source_url",
                ),
                name="article_null_not_blank",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.title or self.pid

    def prepare(self):
        """Set the columns that are derived from others; ``save`` does, and whoever writes many at once must."""
        self.title_key = fold(" ".join(filter(None, [getattr(self, name) for name in self.TITLES])))

    def save(self, *args, **kwargs):
        self.prepare()
        super().save(*args, **with_derived(kwargs, "title_key", "published_earliest", "published_latest"))

    def clean(self):
        blank_to_null(self)
        faults = {}
        if self.published_on:
            try:
                self._meta.get_field("published_on").derive(self)
            except ValidationError:
                pass  # the field's own validator has said so
            else:
                if self.published_earliest > dt.datetime.now(dt.UTC).date() + dt.timedelta(days=1):
                    faults["published_on"] = f"{self.published_on} is still to come: nothing can have been published then."
        else:
            self.published_earliest = self.published_latest = None
        if bool(self.published_on) != bool(self.published_basis):
            faults["published_basis"] = "A date and its basis go together: give both or neither."
        if self.rights:
            try:
                self.rights = rights.normalise(self.rights)
            except rights.UnknownRights as error:
                faults["rights"] = str(error)
            if not self.rights_basis:
                faults["rights_basis"] = "Say how the rights are known."
        if self.access == self.Access.FULL and not rights.allows_full_text(self.rights):
            faults["access"] = "The whole text may be shown only under a statement that allows it: a Creative Commons licence or no copyright."
        if not isinstance(self.quality, list) or not all(isinstance(note, str) and note for note in self.quality):
            faults["quality"] = 'Write a list of words: ["machine-translated:de"].'
        if faults:
            raise ValidationError(faults)

    def get_absolute_url(self):
        return reverse("articles:detail", args=[self.pid])

    @property
    def is_published(self) -> bool:
        return self.state == self.State.PUBLISHED

    @property
    def was_ever_public(self) -> bool:
        return self.first_published_at is not None

    @property
    def shows_text(self) -> bool:
        """Whether a reader may see the whole text."""
        return self.access == self.Access.FULL and rights.allows_full_text(self.rights)


def label_from(text: str) -> str:
    """Return the bracketed label of an untitled article: its first words. Never stored, exported or cited as a title."""
    words = text.split()
    return f"[{' '.join(words[:LABEL_WORDS])}{'…' if len(words) > LABEL_WORDS else ''}]" if words else "[untitled]"
