"""The acts of an editor as pages of the admin: what each asks for, when it can be done, and who may do it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.contrib.auth.models import User
from django.forms import BaseFormSet, formset_factory

from articles import editorial
from articles.models import AlsoPrinted, Article, Author, Contribution, Publication, SourceStanding
from kzarchive.admin import ChosenField, ChosenTogether, LongTextField, Picker, RecordForm, RowForm
from kzarchive.fields import validate_storable

State = Article.State


class StoredText(LongTextField):
    """Words that an act writes into the history or the record."""

    widget = AdminTextareaWidget(attrs={"rows": 3})

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.validators = [validate_storable]


class ListField(forms.CharField):
    """A list of short notes, one on a line."""

    widget = forms.Textarea(attrs={"rows": 2, "cols": 60})

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.validators = []

    def prepare_value(self, value):
        return "\n".join(map(str, value)) if isinstance(value, list) else value

    def to_python(self, value):
        if isinstance(value, list):
            return value
        return [line.strip() for line in super().to_python(value).splitlines() if line.strip()]

    def validate(self, value):
        super().validate(value)
        for note in value:
            validate_storable(note)


class ArticlePicker(ChosenField):
    """Another article, found by the words of its title or its pid."""

    def __init__(self, **kwargs):
        picker = Picker(Article._meta.get_field("successor"), admin.site)
        super().__init__(queryset=Article.objects.all(), widget=picker, **kwargs)


class NothingAsked(forms.Form):
    pass


class Reason(forms.Form):
    reason = StoredText(help_text="It stays with the record, in the history.")


class Withdrawal(forms.Form):
    reason = forms.ChoiceField(choices=[("", "—"), *Article.Withdrawal.choices], help_text="Shown to readers where the article stood.")
    note = StoredText(required=False, help_text="Shown to readers, below the reason.")
    successor = ArticlePicker(required=False, help_text="The published article that takes its place; a duplicate's address leads there.")


class Turn(forms.Form):
    to = forms.ModelChoiceField(
        queryset=User.objects.filter(is_staff=True, is_active=True).order_by("username"),
        required=False,
        empty_label="nobody",
        label="Whose turn it is",
        help_text="It stands on their front page until it is published, or given to another.",
    )


class NoteForm(forms.Form):
    text = StoredText(label="Note", help_text="For the desk alone: never public, never part of the record. It stays with your name.")


class Joining(forms.Form):
    rest = ArticlePicker(
        label="The draft that goes on where this one ends",
        help_text="It is put below the text of this one, and its record is deleted; its pid stays taken.",
    )


def source_of(article: Article) -> SourceStanding | None:
    """Return how the source of ``article`` stands, where its address was asked and is its address still."""
    standing = getattr(article, "source_standing", None)
    return standing if standing is not None and standing.holds else None


def _has_dead_source(article: Article) -> bool:
    standing = source_of(article)
    return standing is not None and standing.is_dead


def _has_several_parts(article: Article) -> bool:
    if (known := getattr(article, "parts_read", None)) is None:  # the page of a review has read them already
        known = article.readings.values_list("parts", flat=True)
    return any(len(parts) > 1 for parts in known)


@dataclass(frozen=True)
class Act:
    """One act: its word in the address, what it asks for, and the function of ``editorial`` that does it."""

    name: str
    label: str
    permission: str
    states: frozenset[str]
    perform: Callable[..., Any]
    done: str
    about: str
    form: type[forms.Form] = NothingAsked
    preset: Callable[[Article], dict[str, Any]] = lambda article: {}  # what stands in its form at first
    fits: Callable[[Article], bool] | None = None  # whether to offer it: asked of the article that is looked at
    takes_held: bool = False  # whether ``perform`` may be told that the article is held as it stands; not where it holds two, in their order

    def is_open_to(self, user, article: Article) -> bool:
        """Say whether the act can be done to ``article`` now, by ``user``."""
        return article.state in self.states and user.has_perm(self.permission)


UNPUBLISHED = frozenset({State.DRAFT, State.IN_REVIEW})
ALWAYS = frozenset(State.values)

ACTS = {
    act.name: act
    for act in (
        Act(
            "submit", "Submit for review", "articles.change_article", frozenset({State.DRAFT}), editorial.submit, "is in review now",
            "The draft is handed over: an editor reads it, and publishes it or sends it back.", takes_held=True,
        ),
        Act(
            "send-back", "Send back", "articles.review_article", frozenset({State.IN_REVIEW}), editorial.send_back, "is a draft again",
            "The article goes back to whoever drafts it, with your reason.", Reason, takes_held=True,
        ),
        Act(
            "publish", "Publish", "articles.publish_article", UNPUBLISHED, editorial.publish, "is published",
            "The record and, as far as its access level allows, the text become public. The text is frozen as version 1: from then on it "
            "changes only by a revision.", takes_held=True,
        ),
        Act(
            "assign", "Assign", "articles.change_article", UNPUBLISHED, editorial.assign, "has its next turn given",
            "Say whose turn it is on this article.", Turn, preset=lambda article: {"to": article.assigned_to_id},
        ),
        Act(
            "note", "Note", "articles.change_article", ALWAYS, editorial.add_note, "has one more note",
            "Leave a note for whoever works on this article.", NoteForm,
        ),
        Act(
            "split", "Split", "articles.import_article", UNPUBLISHED, editorial.split,
            "stays as it is: the other articles of its page are drafts now",
            "The page holds several articles. Each of the others becomes a draft of its own, from its part of the same capture.",
            fits=_has_several_parts,
        ),
        Act(
            "join", "Join", "articles.change_article", UNPUBLISHED, editorial.join, "goes on with the text of the other draft",
            "One article, captured on two pages: the second draft is put below this one. A paragraph that the page border cut becomes one again, "
            "and what stands on both pages stands once.",
            Joining,
        ),
        Act(
            "withdraw", "Withdraw", "articles.withdraw_article", frozenset({State.PUBLISHED}), editorial.withdraw, "is withdrawn",
            "The article leaves every public page. Its address goes on answering: it says that the article was withdrawn, when and why.",
            Withdrawal,
        ),
        Act(
            "publish-again", "Publish again", "articles.publish_article", frozenset({State.WITHDRAWN}), editorial.publish_again,
            "is published again", "The article returns to its address, at the version it was withdrawn in.", Reason, takes_held=True,
        ),
        Act(
            "vouch", "The source answers", "articles.change_article", ALWAYS, editorial.vouch_for_source,
            "counts as having its source for the next half-year",
            "You opened the address and found the page, whatever the archive's machine saw: some hosts answer one country alone, or no machine. "
            "It leaves the list of sources that no longer answer for half a year.",
            fits=_has_dead_source,
        ),
        Act(
            "discard", "Discard", "articles.delete_article", UNPUBLISHED, editorial.discard, "is discarded",
            "The draft is deleted, with its text, its tags, and the captures that served no other article. This cannot be undone. "
            "Its pid stays taken.", takes_held=True,
        ),
    )
}  # fmt: skip


class CreditForm(RowForm):
    """One name of a by-line, in a revision."""

    class Meta:
        model = Contribution
        fields = ["name", "author", "role", "affiliation"]

    def __init__(self, *args, known=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["author"].know(known or {})

    author = ChosenField(queryset=Author.objects.living(), required=False, widget=Picker(Contribution._meta.get_field("author"), admin.site))


class PrintingForm(RowForm):
    """One other place of printing, in a revision."""

    class Meta:
        model = AlsoPrinted
        fields = ["publication", "title", "published_on", "volume", "issue", "pages", "note"]

    publication = ChosenField(queryset=Publication.objects.living(), widget=Picker(AlsoPrinted._meta.get_field("publication"), admin.site))

    def __init__(self, *args, known=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["publication"].know(known or {})


class ChosenRows(ChosenTogether, BaseFormSet):
    pass


CreditFormSet = formset_factory(CreditForm, formset=ChosenRows, can_order=True, can_delete=True, extra=2)
PrintingFormSet = formset_factory(PrintingForm, formset=ChosenRows, can_delete=True, extra=1)

REVISED_FIELDS = [
    "title", "subtitle", "title_romanised", "title_translated", "byline", "publication", "section", "volume", "issue", "pages",
    "published_on", "published_basis", "dateline", "language", "quality", "abstract", "access", "rights", "rights_basis",
    "rights_printed", "source_url",
]  # fmt: skip


class RevisionForm(RecordForm):
    """The record and the text of an article that was public, and why they change. Saves nothing: ``editorial.revise`` does."""

    reason = StoredText(help_text="Why the next version is made: readers see it beside the version.")
    publication = ChosenField(
        queryset=Publication.objects.living(), required=False, widget=Picker(Article._meta.get_field("publication"), admin.site)
    )
    quality = ListField(required=False, help_text="Notes for readers, one on a line: machine-translated:de")
    abstract = StoredText(required=False, help_text=Article._meta.get_field("abstract").help_text)
    body = StoredText(label="Text", required=False, widget=AdminTextareaWidget(attrs={"rows": 24}), help_text="Paragraphs apart by a blank line.")
    kinds = forms.CharField(
        label="Kinds of its blocks",
        required=False,
        help_text="One letter for each block of the text: p paragraph, h heading, c caption. Left as it is, it follows the text.",
    )

    class Meta:
        model = Article
        fields = REVISED_FIELDS

    def changes(self) -> dict[str, Any]:
        """Return the values of the record that differ from those the form was made from, by field name."""
        return {name: self.cleaned_data[name] for name in self.changed_data if name in REVISED_FIELDS}
