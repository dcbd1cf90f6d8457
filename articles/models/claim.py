"""A claim that an article makes: its words, what they claim, who asserts it, and the date it holds for."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal, InvalidOperation

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q
from django.urls import reverse

from articles import anchoring
from entities.models import Entity
from kzarchive import edtf
from kzarchive.addresses import invariants
from kzarchive.addresses.models import HasPid, Kind
from kzarchive.fields import EDTFField, PrintedField, WordsField, blank_to_null, with_derived
from kzarchive.merging.models import MovesInMerges
from kzarchive.text import EVERYTHING, entry_of, fold

from .author import Author
from .link import ClaimLink
from .publication import Publication

# What a reader may see of one quotation whose article is open in excerpts only (DESIGN 2); all of one article have a ceiling together.
EXCERPT_WORDS = 40

DERIVED_OF_CLAIM = ("measured_key", "words_key", "quote_key", "excerpt_key", "value_key", "number")

_NUMBER_DIGITS, _NUMBER_PLACES = 30, 6


class ClaimQuerySet(models.QuerySet):
    def public(self):
        """Claims that the public may know of: published, of a published article. Their quotation obeys ``public_quote``."""
        return self.filter(state=Claim.State.PUBLISHED, article__state="published")

    def tombstones(self):
        """Claims that were public and are not now, they or their article taken back: their address says so, no more."""
        return self.filter(Q(state=Claim.State.WITHDRAWN) | Q(state=Claim.State.PUBLISHED, article__state="withdrawn"))

    def disputed(self):
        """Claims found contested or wrong, or linked as in conflict with another public claim."""
        conflicts = ClaimLink.objects.public().conflicting(OuterRef("pk"))
        return self.filter(Q(finding__in=[Claim.Finding.CONTESTED, Claim.Finding.WRONG]) | Exists(conflicts))

    def in_order_of_date(self):
        """By the date each holds for, undated ones last."""
        return self.order_by(F("holds_earliest").asc(nulls_last=True), F("holds_latest").asc(nulls_last=True), "id")

    def newest_first(self):
        """By the day they were published, newest first."""
        return self.order_by("-first_published_at", "-id")

    def for_listing(self):
        """With all that a line of the ledger shows, texts left out, in a fixed number of queries."""
        return self.select_related(
            "article__publication", "asserted_by_author", "asserted_by_entity", "reported_publication", "subject"
        ).prefetch_related("article__contributions__author", Prefetch("about", Entity.objects.order_by("name", "id")))


class Claim(HasPid):
    """One checkable statement an article makes."""

    pid_kind = Kind.CLAIM

    class State(models.TextChoices):
        DRAFT = "draft"
        IN_REVIEW = "in review"
        PUBLISHED = "published"
        WITHDRAWN = "withdrawn"

    class ClaimKind(models.TextChoices):
        EVENT = "event", "event: something happened, or did not"
        QUANTITY = "quantity", "quantity: how many, how much, how long"
        POSITION = "position", "position: what someone holds or aims at"
        FORECAST = "forecast", "forecast: what is to come"
        OPINION = "opinion", "opinion: a judgement that no source can settle"

    class Finding(models.TextChoices):
        UNREVIEWED = "unreviewed"
        SUPPORTED = "supported"
        CONTESTED = "contested"
        WRONG = "wrong"
        OUTDATED = "outdated"
        GARBLED = "garbled"
        NOT_CHECKABLE = "not checkable"

    class Basis(models.TextChoices):
        STATED = "stated", "stated: the text names it"
        RESOLVED = "resolved", "resolved: “last November”, read from the date of publication"
        INFERRED = "inferred", "inferred: from the context"

    class Withdrawal(models.TextChoices):
        ERROR = "error", "The text does not say this"
        SUPERSEDED = "superseded", "Another claim takes its place"
        PRIVACY = "privacy", "It touches a person's privacy"
        LEGAL = "legal", "The law requires it"
        RIGHTS = "rights", "The rights holder asked for it"

    article = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="claims")
    state = models.CharField(max_length=16, choices=State, default=State.DRAFT, editable=False)
    quote = PrintedField(
        max_length=anchoring.LONGEST_QUOTE,
        editable=False,
        help_text="The words as they were marked; empty where the claim is restated from its source.",
    )
    restatement = WordsField(help_text="What the words claim, in one plain sentence of our own that can be read alone.")
    kind = models.CharField(max_length=16, choices=ClaimKind)
    asserted_by_author = models.ForeignKey(
        Author, null=True, blank=True, on_delete=models.PROTECT, related_name="asserted_claims", verbose_name="asserted by the author",
        help_text="One of several authors, or somebody interviewed. Empty in all three fields: the article's by-line.",
    )  # fmt: skip
    asserted_by_entity = models.ForeignKey(
        Entity, null=True, blank=True, on_delete=models.PROTECT, related_name="asserted_claims", verbose_name="asserted by",
        help_text="The person or body whose statement the author reports.",
    )  # fmt: skip
    asserted_by_words = PrintedField("asserted by, in words", help_text="Where no record fits: “a senior diplomat”.")
    reported_via = PrintedField(help_text="The outlet the text names as its source, as printed: “MFA.kz, December 26, 2014”.")
    reported_publication = models.ForeignKey(
        Publication, null=True, blank=True, on_delete=models.PROTECT, related_name="reported_claims", verbose_name="reported in"
    )
    reported_on = EDTFField(earliest="reported_earliest", latest="reported_latest")
    reported_earliest = models.DateField(null=True, editable=False)
    reported_latest = models.DateField(null=True, editable=False)
    holds_for = EDTFField(
        earliest="holds_earliest", latest="holds_latest", help_text="The day, month, year or interval it speaks of: 2014-01-29, 2013-11, 2017/2018."
    )
    holds_basis = PrintedField("basis of that date", max_length=16, choices=Basis)
    holds_words = PrintedField("read from the words", help_text="“Last November”, and how it was resolved.")
    holds_earliest = models.DateField(null=True, editable=False)
    holds_latest = models.DateField(null=True, editable=False)
    about = models.ManyToManyField(Entity, through="articles.ClaimEntity", related_name="claims")
    subject = models.ForeignKey(
        Entity, null=True, blank=True, on_delete=models.PROTECT, related_name="measured_claims",
        help_text="Where it can be counted: of whom or what the property is stated.",
    )  # fmt: skip
    measured = PrintedField(
        "property", max_length=200, help_text="What is counted or dated, in words that other claims can share: “embassies abroad”."
    )
    value = PrintedField(max_length=200, help_text="The number, without its unit; or the date or name that is stated.")
    unit = PrintedField(max_length=100, help_text="embassies, USD, per cent ...")
    as_of = EDTFField(earliest="as_of_earliest", latest="as_of_latest", help_text="The date the value is stated for.")
    as_of_earliest = models.DateField(null=True, editable=False)
    as_of_latest = models.DateField(null=True, editable=False)
    measured_key = models.CharField(max_length=200, editable=False, default="", db_index=True, help_text="The property as it is compared.")
    excerpt = models.TextField(
        editable=False,
        default="",
        help_text="As much of the words as is shown where the text is open in excerpts only.",
    )
    # What is searched, as terms; an index over these columns follows each row by triggers (SQLite) or is made of them (PostgreSQL).
    quote_key = models.TextField(editable=False, default="", help_text="The terms of the words, for where the text is open.")
    excerpt_key = models.TextField(editable=False, default="", help_text="The terms of the excerpt.")
    words_key = models.TextField(editable=False, default="", help_text="The terms of all that is said of it; never of the quotation.")
    value_key = models.TextField(editable=False, default="", help_text="The terms of property, value and unit.")
    number = models.DecimalField(
        max_digits=_NUMBER_DIGITS, decimal_places=_NUMBER_PLACES, null=True, editable=False, help_text="The value, if it is one."
    )
    finding = models.CharField(max_length=16, choices=Finding, default=Finding.UNREVIEWED, editable=False, help_text="Of the newest assessment.")
    note = WordsField(help_text="For editors; never public.")
    first_published_at = models.DateTimeField(null=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    withdrawal_reason = models.CharField(max_length=16, choices=Withdrawal, blank=True, default="", editable=False)
    withdrawal_note = models.TextField(blank=True, default="", editable=False)
    is_demo = models.BooleanField(default=False, editable=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["article", "state"], name="claim_of_article"),
            models.Index(fields=["state", "-first_published_at", "-id"], name="claim_newest_first"),
            models.Index(fields=["state", "finding"], name="claim_by_finding"),
        ]
        permissions = [
            ("publish_claim", "Can publish, reword and withdraw a claim"),
            ("assess_claim", "Can assess a claim"),
            ("assess_claim_wrong", "Can find a claim wrong"),
        ]
        constraints = [
            models.CheckConstraint(condition=invariants.is_pid(), name="claim_pid_is_a_pid"),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "in review"], first_published_at=None)
                | Q(state__in=["published", "withdrawn"], first_published_at__isnull=False) & ~Q(restatement=""),
                name="claim_public_says_something",
            ),
            models.CheckConstraint(
                condition=Q(state="withdrawn", withdrawn_at__isnull=False)
                & Q(withdrawal_reason__in=["error", "superseded", "privacy", "legal", "rights"])
                | ~Q(state="withdrawn") & Q(withdrawn_at=None, withdrawal_reason="", withdrawal_note=""),
                name="claim_withdrawn_says_why",
            ),
            models.CheckConstraint(condition=Q(kind__in=["event", "quantity", "position", "forecast", "opinion"]), name="claim_kind_is_known"),
            models.CheckConstraint(
                condition=Q(finding__in=["unreviewed", "supported", "contested", "wrong", "outdated", "garbled", "not checkable"]),
                name="claim_finding_is_known",
            ),
            models.CheckConstraint(
                condition=Q(asserted_by_author=None, asserted_by_entity=None)
                | Q(asserted_by_author=None, asserted_by_words=None)
                | Q(asserted_by_entity=None, asserted_by_words=None),
                name="claim_has_one_asserter",
            ),
            models.CheckConstraint(
                condition=invariants.both_or_neither("holds_for", "holds_basis", "holds_earliest", "holds_latest"),
                name="claim_holds_for_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(holds_basis=None) | Q(holds_basis__in=["stated", "resolved", "inferred"]), name="claim_basis_is_known"
            ),
            models.CheckConstraint(
                condition=invariants.both_or_neither("reported_on", "reported_earliest", "reported_latest"), name="claim_reported_on_is_whole"
            ),
            models.CheckConstraint(condition=invariants.both_or_neither("as_of", "as_of_earliest", "as_of_latest"), name="claim_as_of_is_whole"),
            models.CheckConstraint(
                condition=Q(holds_earliest__lte=F("holds_latest"))
                & Q(as_of_earliest__lte=F("as_of_latest"))
                & Q(reported_earliest__lte=F("reported_latest")),
                name="claim_days_in_order",
            ),
            models.CheckConstraint(
                condition=Q(value=None, unit=None, as_of=None, subject=None, measured=None) | Q(measured__isnull=False, value__isnull=False),
                name="claim_value_has_a_property",
            ),
            models.CheckConstraint(
                condition=invariants.stated(
                    "quote", "asserted_by_words", "reported_via", "reported_on", "holds_for", "holds_words", "measured", "value", "unit", "as_of",
                ),
                name="claim_null_not_blank",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.pid

    def get_absolute_url(self):
        return reverse("articles:claim", args=[self.pid])

    def prepare(self):
        """Set the columns that are derived from others; ``save`` does, and whoever writes many at once must."""
        self.measured_key = fold(self.measured or "")[:200]
        self.number = number_of(self.value)
        self.quote_key, self.excerpt_key = entry_of(self.quote), entry_of(self.excerpt)
        self.value_key = entry_of(self.measured, self.value, self.unit)
        said = (self.restatement, self.measured, self.value, self.unit, self.asserted_by_words, self.reported_via)
        self.words_key = f"{EVERYTHING} {entry_of(*said)}".rstrip()

    def save(self, *args, **kwargs):
        self.prepare()
        derived = [f"{date}_{end}" for date in ("holds", "reported", "as_of") for end in ("earliest", "latest")]
        super().save(*args, **with_derived(kwargs, *DERIVED_OF_CLAIM, *derived))

    def clean(self):
        blank_to_null(self)
        faults = {}
        for name in ("holds_for", "reported_on", "as_of"):
            with suppress(ValidationError):  # the field's own validator has said so
                self._meta.get_field(name).derive(self)
        if bool(self.holds_for) != bool(self.holds_basis):
            faults["holds_basis"] = "A date and its basis go together: give both or neither."
        if sum(map(bool, (self.asserted_by_author_id, self.asserted_by_entity_id, self.asserted_by_words))) > 1:
            faults["asserted_by_words"] = "One asserts it: an author, a person or body, or somebody named in words."
        if any((self.value, self.unit, self.as_of, self.subject_id, self.measured)) and not (self.measured and self.value):
            faults["measured" if not self.measured else "value"] = "What is counted has a property and a value: give both."
        if faults:
            raise ValidationError(faults)

    @property
    def is_public(self) -> bool:
        """Whether a reader may know of it; asks for the article."""
        return self.state == self.State.PUBLISHED and self.article.is_published

    @property
    def public_quote(self) -> str | None:
        """The words that a reader may see: whole, the excerpt, or none, by the article's access. Asks for the article."""
        if self.quote is None or self.article.access == "record":
            return None
        return self.quote if self.article.shows_text else self.excerpt or None

    @property
    def is_quote_cut(self) -> bool:
        """Whether ``public_quote`` leaves words out at its end."""
        shown = self.public_quote
        return shown is not None and shown != self.quote

    @property
    def asserter(self) -> str | None:
        """Who is said to assert it, in words; None stands for the article's by-line."""
        return self.asserted_by_words or next((str(who) for who in (self.asserted_by_author, self.asserted_by_entity) if who), None)

    @property
    def holds(self) -> edtf.EDTF | None:
        return edtf.parse(self.holds_for) if self.holds_for else None


def number_of(value: str | None) -> Decimal | None:
    """Return the number that ``value`` spells with ASCII digits, as ``1,234.5`` or ``1 234.5``, or None where it is none or too long."""
    plain = (value or "").replace("\u00a0", "").replace("\u202f", "").replace(" ", "")
    whole = plain.replace(",", "") if _is_grouped(plain) else plain
    if not whole.isascii() or not whole.lstrip("+-").replace(".", "", 1).isdigit():
        return None
    try:
        number = Decimal(whole)
    except InvalidOperation:
        return None
    places = -number.as_tuple().exponent
    return number if places <= _NUMBER_PLACES and len(number.as_tuple().digits) - places <= _NUMBER_DIGITS - _NUMBER_PLACES else None


def _is_grouped(text: str) -> bool:
    first, *groups = text.partition(".")[0].lstrip("+-").split(",")
    return bool(groups) and 1 <= len(first) <= 3 and all(len(group) == 3 for group in groups)


class ClaimEntityQuerySet(models.QuerySet):
    def public(self):
        """Of claims that the public may know of."""
        return self.filter(claim__state="published", claim__article__state="published")


class ClaimEntity(MovesInMerges, models.Model):
    """An entity that a claim is about."""

    may_go_in_merges = True

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="claim_entities")
    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="claim_entities")

    objects = ClaimEntityQuerySet.as_manager()

    class Meta:
        verbose_name = "entity of a claim"
        verbose_name_plural = "claims about it"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["claim", "entity"], name="claim_entity_once")]

    def __str__(self):
        return str(self.entity)
