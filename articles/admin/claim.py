"""Claims at the desk: drafts are edited in place, everything else is an act; questions, and pairs the archive proposes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import AdminDateWidget
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.forms import formset_factory
from django.http import HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from articles import editorial, search
from articles.editorial import EditorialError, NotAllowed, ReasonMissing, SecondPersonNeeded, Source
from articles.models import Article, Assessment, Claim, ClaimEntity, ClaimLink, ClaimProposal, Evidence, Question, QuestionClaim
from kzarchive.addresses import pids
from kzarchive.admin import LONGEST_SEARCH, ChosenField, Picker, ReadOnlyAdmin, RecordAdmin, RecordForm, RowInline, refusal_text, shown
from kzarchive.desk import sheets
from kzarchive.marks import visible

from .acts import NothingAsked, Reason, StoredText
from .queue import QueuePage

State = Claim.State
UNPUBLISHED = frozenset({State.DRAFT, State.IN_REVIEW})
LIVING = frozenset({State.DRAFT, State.IN_REVIEW, State.PUBLISHED})

WORDING = [
    "kind", "restatement", "asserted_by_entity", "asserted_by_author", "asserted_by_words", "reported_via", "reported_publication", "reported_on",
    "holds_for", "holds_basis", "holds_words", "subject", "measured", "value", "unit", "as_of",
]  # fmt: skip


class ClaimPicker(ChosenField):
    """Another claim, found by words of its restatement or its pid."""

    def __init__(self, field, **kwargs):
        super().__init__(queryset=Claim.objects.exclude(state=State.WITHDRAWN), widget=Picker(field, admin.site), **kwargs)


class Withdrawal(forms.Form):
    reason = forms.ChoiceField(choices=[("", "—"), *Claim.Withdrawal.choices], help_text="Shown to readers where the claim stood.")
    note = StoredText(required=False, help_text="Shown to readers, below the reason.")


class AssessmentForm(forms.Form):
    finding = forms.ChoiceField(choices=[("", "—"), *Assessment.FINDINGS])
    reasons = StoredText(help_text=Assessment._meta.get_field("reasons").help_text)
    is_own_work_accepted = forms.BooleanField(
        required=False, label="I marked this claim myself", help_text="A finding of “wrong” is then labelled “reviewed by its author”."
    )


class EvidenceForm(forms.Form):
    """One piece of evidence: an article, a claim, or an outside source."""

    article = ChosenField(
        queryset=Article.objects.all(), required=False, widget=Picker(Evidence._meta.get_field("article"), admin.site), label="An article here"
    )
    claim = ClaimPicker(Evidence._meta.get_field("claim"), required=False, label="or a claim here")
    url = forms.CharField(required=False, max_length=2000, label="or the address of a source")
    title = forms.CharField(required=False, max_length=500, label="its title")
    accessed_on = forms.DateField(required=False, widget=AdminDateWidget, label="read on")
    note = forms.CharField(required=False, max_length=1000, label="where in it, or what it says")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("article", "claim"):
            self.fields[name].widget.known = {}

    def source(self) -> Source | None:
        values = {name: self.cleaned_data.get(name) or None for name in self.fields}
        return Source(**values) if any(values.values()) else None


EvidenceFormSet = formset_factory(EvidenceForm, extra=2, max_num=20, absolute_max=30)


class LinkForm(forms.Form):
    kind = forms.ChoiceField(choices=[("", "—"), *ClaimLink.LinkKind.choices], label="This claim")
    to_claim = ClaimPicker(ClaimLink._meta.get_field("to_claim"), label="the claim")
    reason = StoredText(help_text=ClaimLink._meta.get_field("reason").help_text)


class UnlinkForm(forms.Form):
    made = forms.ModelChoiceField(queryset=ClaimLink.objects.none(), label="Link")
    reason = StoredText(help_text="It stays in the history.")


def _unlink(claim, *, by, made, reason):
    return editorial.unlink(made, by=by, reason=reason)


def _link(claim, *, by, to_claim, kind, reason):
    return editorial.link(claim, to_claim, by=by, kind=kind, reason=reason)


@dataclass(frozen=True)
class ClaimAct:
    """One act on a claim: its word in the address, what it asks for, and the function of ``editorial`` that does it."""

    name: str
    label: str
    permission: str
    states: frozenset[str]
    perform: Callable[..., Any]
    done: str
    about: str
    form: type[forms.Form] = NothingAsked


ACTS = {
    act.name: act
    for act in (
        ClaimAct("submit", "Submit for review", "articles.change_claim", frozenset({State.DRAFT}), editorial.submit_claim, "is in review now",
            "The claim is handed over: a publisher reads it, and publishes it or sends it back."),
        ClaimAct("send-back", "Send back", "articles.publish_claim", frozenset({State.IN_REVIEW}), editorial.send_claim_back, "is a draft again",
            "The claim goes back to whoever marked it, with your reason.", Reason),
        ClaimAct("publish", "Publish", "articles.publish_claim", UNPUBLISHED, editorial.publish_claim, "is published",
            "The claim becomes public, with its words as far as the access of its article allows. Its words and its address are for ever."),
        ClaimAct("assess", "Assess", "articles.assess_claim", LIVING, editorial.assess, "is assessed",
            "The finding stands beside those before it, with your reasons, its evidence and the day. Nothing of it can be changed later.",
            AssessmentForm),
        ClaimAct("link", "Link", "articles.add_claimlink", LIVING, _link, "is linked",
            "Say what this claim is to another. Readers see it from both sides.", LinkForm),
        ClaimAct("unlink", "Take a link away", "articles.delete_claimlink", LIVING, _unlink, "has one link less",
            "The link goes; the history keeps it.", UnlinkForm),
        ClaimAct("withdraw", "Withdraw", "articles.publish_claim", frozenset({State.PUBLISHED}), editorial.withdraw_claim, "is withdrawn",
            "The claim leaves every public page. Its address goes on answering: it says that the claim was withdrawn, when and why.", Withdrawal),
        ClaimAct("publish-again", "Publish again", "articles.publish_claim", frozenset({State.WITHDRAWN}), editorial.publish_claim_again,
            "is published again", "The claim returns to its address.", Reason),
        ClaimAct("discard", "Discard", "articles.delete_claim", UNPUBLISHED, editorial.discard_claim, "is discarded",
            "The draft is deleted, with its assessments and links. Its pid stays taken."),
    )
}  # fmt: skip


class ClaimForm(RecordForm):
    """A draft claim, or the wording of one that was public: that asks for a reason."""

    restatement = StoredText(required=False, help_text=Claim._meta.get_field("restatement").help_text)
    note = StoredText(required=False, help_text=Claim._meta.get_field("note").help_text)
    reason = StoredText(
        required=False, label="Why it is changed", help_text="The claim was public: say why its wording changes. It stays in the history."
    )


class AboutInline(RowInline):
    model = ClaimEntity
    fields = ["entity"]
    autocomplete_fields = ["entity"]
    verbose_name = "entity it is about"
    verbose_name_plural = "entities it is about"

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("entity")


class ActPages:
    """Pages of a desk whose records change by acts: ``acts`` has them by name."""

    acts: dict[str, Any] = {}

    def act_urls(self):
        def page(name):
            return lambda request, object_id: self.admin_site.admin_view(self.act_view)(request, object_id, name=name)

        kind = f"{self.opts.app_label}_{self.opts.model_name}"
        return [path(f"<path:object_id>/{name}/", page(name), name=f"{kind}_{name.replace('-', '_')}") for name in self.acts]

    def get_urls(self):
        return [*self.act_urls(), *super().get_urls()]

    def acts_open(self, request, record) -> list[tuple[str, str]]:
        """Return (address, label) of each act that the person who asks can do to ``record`` now."""
        kind = f"admin:{self.opts.app_label}_{self.opts.model_name}"
        return [
            (reverse(f"{kind}_{act.name.replace('-', '_')}", args=[record.pk]), act.label)
            for act in self.acts.values()
            if record.state in act.states and request.user.has_perm(act.permission)
        ]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None:
            context.update(acts=self.acts_open(request, obj), **self.beside(request, obj))
        return super().render_change_form(request, context, add, change, form_url, obj)

    def beside(self, request, record) -> dict[str, Any]:
        """Return what the page of ``record`` shows besides its fields."""
        return {}

    def rows_of_act(self, request, act):
        """Return the rows that ``act`` asks for besides its form, or None."""
        return

    def prepared(self, form, act, record):
        """Return ``form`` with the choices that depend on ``record``."""
        return form

    def act_view(self, request, object_id, *, name):
        """Ask for what the act needs, and do it."""
        act = self.acts[name]
        if request.method not in {"GET", "HEAD", "POST"}:
            return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
        if not request.user.has_perm(act.permission):
            raise PermissionDenied
        record = self.get_object(request, unquote(object_id))
        if record is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if record.state not in act.states:
            said = f"The {self.opts.verbose_name} {record.pid} is {record.get_state_display().lower()}: nothing was done."
            return self._back(request, record, said, messages.WARNING)
        typed_at = sheets.take_up(request)
        data = request.POST if request.method == "POST" else None
        form = self.prepared(act.form(data), act, record)
        rows = self.rows_of_act(request, act)
        if data is not None and not typed_at and all([form.is_valid(), rows is None or rows.is_valid()]):
            given = dict(form.cleaned_data)
            if rows is not None:
                given["evidence"] = [source for row in rows if (source := row.source())]
            try:
                with transaction.atomic():
                    act.perform(record, by=request.user, **given)
            except NotAllowed as refusal:
                if act.name != "assess":  # one finding asks for more than the others
                    raise PermissionDenied from None
                form.add_error(None, f"{refusal_text(refusal)} Only publishers find a claim wrong.")
            except SecondPersonNeeded as refusal:
                form.add_error("is_own_work_accepted", refusal_text(refusal))
            except self.refusals as refusal:
                form.add_error(None, refusal_text(refusal))
            else:
                return self._back(request, record, f"The {self.opts.verbose_name} {record.pid} {act.done}.", messages.SUCCESS)
        context = {"act": act, "form": form, "rows": rows, "missing": [visible(message) for message in self.missing_for(act, record)]}
        media = self.media + form.media + (rows.media if rows is not None else forms.Media())
        return TemplateResponse(
            request,
            "admin/articles/claim/act.html",
            {
                **self.admin_site.each_context(request), "title": act.label, "subtitle": self.label_of(record), "called": self.label_of(record),
                "record": record, "opts": self.opts, "media": media, **sheets.context(request), **context,
            },
        )  # fmt: skip

    def missing_for(self, act, record) -> list[str]:
        """Return why ``act`` cannot be done to ``record`` yet."""
        return []

    def _back(self, request, record, message, level):
        sheets.done(request)
        self.message_user(request, message, level)
        kind = f"admin:{self.opts.app_label}_{self.opts.model_name}"
        is_there = self.model.objects.filter(pk=record.pk).exists()
        return HttpResponseRedirect(reverse(f"{kind}_change", args=[record.pk]) if is_there else reverse(f"{kind}_changelist"))


class UnplacedFilter(admin.SimpleListFilter):
    """Claims whose words wait for a person to say where they stand."""

    title = "place of the words"
    parameter_name = "place"

    def lookups(self, request, model_admin):
        return [("undecided", "needs review"), ("gone", "gone from the newest text")]

    def queryset(self, request, queryset):
        if self.value() == "undecided":
            return queryset.filter(pk__in=editorial.undecided_claims())
        if self.value() == "gone":
            return queryset.filter(pk__in=editorial.orphaned_claims())
        return queryset


@admin.register(Claim)
class ClaimAdmin(QueuePage, ActPages, RecordAdmin):
    # Lists
    list_display = ["said", "pid", "kind_of_claim", "state", "finding", "holds_for", "article_title", "changed_at"]
    list_filter = ["state", "kind", "finding", UnplacedFilter]
    list_select_related = ["article"]
    search_fields = ["restatement"]
    search_help_text = "Any words of quotation and restatement, as the archive itself is searched: “a phrase”, begin*, -without; or a pid."
    pid_column = "pid"
    linked_lookups = frozenset({"article__id__exact"})
    refusals = (*RecordAdmin.refusals, EditorialError)

    # Layout
    form = ClaimForm
    change_form_template = "admin/articles/claim/change_form.html"
    change_list_template = "admin/articles/claim/change_list.html"
    autocomplete_fields = ["asserted_by_entity", "asserted_by_author", "reported_publication", "subject"]
    inlines = [AboutInline]
    readonly_fields = ["pid", "state", "finding", "words", "in_article", "created_by", "created_at", "changed_at", "first_published_at"]
    acts = ACTS

    def layout(self, request, obj):
        asked = ["reason"] if obj is not None and obj.first_published_at and self.is_editable(request, obj) else []
        return [
            (None, {"fields": ["in_article", "words", "kind", "restatement", *asked]}),
            ("Date it holds for", {"fields": [("holds_for", "holds_basis"), "holds_words"]}),
            ("Who asserts it", {"fields": ["asserted_by_entity", "asserted_by_author", "asserted_by_words", "reported_via", "reported_publication",
                                           "reported_on"]}),
            ("Where it can be counted", {"fields": ["subject", "measured", ("value", "unit", "as_of")]}),
            ("For the desk", {"fields": ["note"]}),
            ("Standing", {"fields": ["pid", "state", "finding", "created_by", "created_at", "changed_at", "first_published_at"]}),
        ]  # fmt: skip

    def has_add_permission(self, request):
        return False  # it is marked on the text of its article

    def is_editable(self, request, obj):
        return obj is not None and self.has_change_permission(request, obj)

    def has_change_permission(self, request, obj=None):
        may = super().has_change_permission(request, obj)
        return may and (obj is None or obj.first_published_at is None or request.user.has_perm("articles.publish_claim"))

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and (obj is None or obj.first_published_at is None)

    def view_on_site(self, obj):
        return obj.get_absolute_url() if obj.is_public else None

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("article")

    def entered_as(self, record, form, changed):
        if not record.first_published_at:
            return "change", ""
        reason = form.cleaned_data.get("reason", "").strip()
        if changed - {"note"} and not reason:
            raise ReasonMissing("Say why it is changed: the claim was public, and the reason stays in the history.")
        return "reword", reason

    def get_search_results(self, request, queryset, search_term):
        term = search_term[:LONGEST_SEARCH].strip()
        if not term or pids.is_pid(term):
            return super().get_search_results(request, queryset, term)
        found, notes = search.saying(queryset, term, for_desk=True, is_begun=request.path.endswith("/autocomplete/"))
        for note in notes:
            self.message_user(request, note, messages.INFO)
        return found, False

    @admin.display(description="kind", ordering="kind")
    def kind_of_claim(self, claim):
        return claim.kind  # the word alone: what it means stands where it is chosen

    def label_of(self, claim):
        return f"{visible(claim.restatement or claim.quote or 'no words yet')[:120]} · {claim.pid}"

    @admin.display(description="claim", ordering="pid")
    def said(self, claim):
        return visible(claim.restatement or claim.quote or "—")[:200]

    @admin.display(description="article")
    def article_title(self, claim):
        return visible(str(claim.article))

    @admin.display(description="article")
    def in_article(self, claim):
        return visible(f"{claim.article} ({claim.article.pid})")

    @admin.display(description="words")
    def words(self, claim):
        return visible(claim.quote) if claim.quote else "none: restated from its source"

    def beside(self, request, record):
        claim = record
        anchors = list(claim.anchors.select_related("version").order_by("-version__number"))
        links = list(ClaimLink.objects.of(claim).select_related("from_claim", "to_claim"))
        return {
            "mark_address": reverse("admin:articles_article_mark", args=[claim.article_id]),
            "anchors": [(anchor.version, anchor.state, visible(anchor.exact)) for anchor in anchors],
            "undecided": anchors[0] if anchors and anchors[0].start is None and request.user.has_perm("articles.change_claim") else None,
            "choices": [
                (f"{start}-{end}", visible(anchors[0].version.body[max(0, start - 40) : end + 40]))
                for start, end in (anchors[0].candidates if anchors else ())
            ],
            "place_address": reverse("admin:articles_claim_place", args=[claim.pk]),
            "assessments": [(a, visible(a.reasons)) for a in claim.assessments.select_related("reviewer").order_by("-id")],
            "links": [(what, other, visible(other.restatement)) for what, other in (link.seen_from(claim) for link in links)],
        }

    def rows_of_act(self, request, act):
        return EvidenceFormSet(request.POST if request.method == "POST" else None, prefix="evidence") if act.name == "assess" else None

    def prepared(self, form, act, record):
        if act.name == "unlink":
            form.fields["made"].queryset = ClaimLink.objects.of(record).select_related("from_claim", "to_claim")
        if act.name == "link":
            form.fields["to_claim"].widget.known = {}
        return form

    def missing_for(self, act, record):
        return [message for _, message in editorial.missing_for_publishing_claim(record)] if act.name == "publish" else []

    def delete_view(self, request, object_id, extra_context=None):
        return self.act_view(request, object_id, name="discard")

    def delete_queryset(self, request, queryset):
        with transaction.atomic():
            for claim in queryset:
                editorial.discard_claim(claim, by=request.user)

    def get_urls(self):
        def page(request, object_id):
            return self.admin_site.admin_view(self.place_view)(request, object_id)

        return [*self.queue_urls(), path("<path:object_id>/place/", page, name="articles_claim_place"), *super().get_urls()]

    def place_view(self, request, object_id):
        """Say where the words stand in the newest text, or that they are gone from it."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not request.user.has_perm("articles.change_claim"):
            raise PermissionDenied
        claim = self.get_object(request, unquote(object_id))
        anchor = claim and claim.anchors.select_related("version__article").order_by("-version__number").first()
        if anchor is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        chosen = request.POST.get("choice", "")
        try:
            if chosen == editorial.GONE:
                span = None
            elif chosen == "words":
                span = editorial.find_words(anchor.version, request.POST.get("words", ""))
            else:
                start, _, end = chosen.partition("-")
                span = (int(start[:9]), int(end[:9])) if start.isdecimal() and end.isdecimal() else None
                if span is None:
                    return self._back(request, claim, "Choose a place, or say that the words are gone.", messages.ERROR)
            editorial.place(anchor, by=request.user, span=span)
        except NotAllowed:
            raise PermissionDenied from None
        except self.refusals as refusal:
            return self._back(request, claim, refusal_text(refusal), messages.ERROR)
        return self._back(request, claim, f"The words of {claim.pid} have their place.", messages.SUCCESS)


class QuestionClaimInline(RowInline):
    model = QuestionClaim
    fields = ["claim"]
    autocomplete_fields = ["claim"]
    verbose_name = "answer"
    verbose_name_plural = "answers: the claims it is made of"

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("claim__article")


QUESTION_ACTS = {
    act.name: act
    for act in (
        ClaimAct("publish", "Publish", "articles.publish_question", frozenset({Question.State.DRAFT, Question.State.WITHDRAWN}),
            editorial.publish_question, "is published", "The question gets a public page with every published claim among its answers."),
        ClaimAct("withdraw", "Withdraw", "articles.publish_question", frozenset({Question.State.PUBLISHED}), editorial.withdraw_question,
            "is withdrawn", "Its page answers that it was withdrawn.", Reason),
    )
}  # fmt: skip


@admin.register(Question)
class QuestionAdmin(ActPages, RecordAdmin):
    list_display = [shown(Question, "text"), "pid", "state", "changed_at"]
    list_filter = ["state"]
    search_fields = ["text"]
    search_help_text = "A pid."
    pid_column = "pid"
    fields = ["text", "summary", "pid", "state", "first_published_at"]
    readonly_fields = ["pid", "state", "first_published_at"]
    inlines = [QuestionClaimInline]
    change_form_template = "admin/articles/claim/change_form.html"
    refusals = (*RecordAdmin.refusals, EditorialError)
    acts = QUESTION_ACTS

    def words_match(self, word):
        return Q(text__icontains=word)

    def label_of(self, question):
        return visible(question.text)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and (obj is None or obj.first_published_at is None)

    def view_on_site(self, obj):
        return obj.get_absolute_url() if obj.state == Question.State.PUBLISHED else None

    def save_model(self, request, obj, form, change):
        if not change:
            obj.created_by = request.user
        super().save_model(request, obj, form, change)


class ProposedLinkForm(forms.Form):
    kind = forms.ChoiceField(choices=ClaimLink.LinkKind.choices, label="The first")
    is_turned = forms.BooleanField(required=False, label="The other way round", help_text="The second is this to the first.")
    reason = StoredText(help_text=ClaimLink._meta.get_field("reason").help_text)


PROPOSAL_ACTS = {
    act.name: act
    for act in (
        ClaimAct("link", "Link them", "articles.add_claimlink", frozenset({ClaimProposal.Answer.OPEN, ClaimProposal.Answer.UNRELATED}),
            editorial.accept_proposal, "is linked", "Say what the first claim is to the second, and why.", ProposedLinkForm),
        ClaimAct("unrelated", "Unrelated", "articles.change_claimproposal", frozenset({ClaimProposal.Answer.OPEN}), editorial.refuse_proposal,
            "is remembered as unrelated", "The archive will not propose this pair again."),
    )
}  # fmt: skip


@admin.register(ClaimProposal)
class ClaimProposalAdmin(ActPages, ReadOnlyAdmin):
    list_display = ["pair", "kind", "why", "answer", "answered_by"]
    list_filter = ["answer", "kind"]
    list_select_related = ["first", "second", "answered_by"]
    fields = ["one", "other", "kind", "why", "answer", "answered_by", "answered_at"]
    readonly_fields = ["one", "other", "why"]
    change_form_template = "admin/articles/claim/change_form.html"
    refusals = (*RecordAdmin.refusals, EditorialError)
    acts = PROPOSAL_ACTS

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("first__article", "second__article")

    def label_of(self, proposal):
        return f"{proposal.first.pid} and {proposal.second.pid}"

    @admin.display(description="pair")
    def pair(self, proposal):
        return visible(f"{proposal.first.restatement[:120]} / {proposal.second.restatement[:120]}")

    @admin.display(description="what made the archive think so")
    def why(self, proposal):
        return visible("; ".join(": ".join(filter(None, reason)) for reason in proposal.evidence))

    @admin.display(description="first")
    def one(self, proposal):
        return visible(f"{proposal.first.restatement} ({proposal.first.pid}, in {proposal.first.article})")

    @admin.display(description="second")
    def other(self, proposal):
        return visible(f"{proposal.second.restatement} ({proposal.second.pid}, in {proposal.second.article})")
