"""Merges at the desk: pick, rehearse, confirm; undo; and the queue of pairs that may be one."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from articles.editorial import EditorialError
from articles.editorial.splitting import unsplit
from kzarchive.addresses.models import HasPid, model_of
from kzarchive.admin import ChosenField, LongTextField, Picker, ReadOnlyAdmin, RecordAdmin, shown
from kzarchive.desk import sheets
from kzarchive.fields import validate_storable
from kzarchive.marks import visible

from . import acts
from .models import Merge, Pair, Split


class OtherPicker(Picker):
    """A picker that does not offer the record one is on."""

    itself: int | None = None

    def get_url(self):
        return f"{super().get_url()}?not={self.itself}"


class Why(forms.Form):
    reason = LongTextField(
        validators=[validate_storable], widget=AdminTextareaWidget(attrs={"rows": 3}), help_text="It stays with the record, in the history."
    )


class MergeForm(Why):
    """Why two records are one, and, for each field in which they differ, whose value stays."""

    def __init__(self, *args, rehearsal: acts.Rehearsal, **kwargs):
        super().__init__(*args, **kwargs)
        self.asked = [difference.name for difference in rehearsal.differences]
        for one in rehearsal.differences:
            choices = [
                (acts.SURVIVOR, visible(f"{one.survivor} (of the one that stays)")),
                (acts.LOSER, visible(f"{one.loser} (of the one that goes)")),
            ]
            self.fields[one.name] = forms.ChoiceField(label=one.label.capitalize(), choices=choices, initial=one.preset, widget=forms.RadioSelect)
        self.order_fields([*self.asked, "reason"])

    def choices(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in self.asked}


class VerdictForm(forms.Form):
    verdict = forms.ChoiceField(
        label="Answer",
        choices=[(Pair.Answer.NO, "no: never merge the two"), (Pair.Answer.UNSURE, "not sure: leave it to somebody who knows")],
        widget=forms.RadioSelect,
    )
    note = LongTextField(
        required=False, validators=[validate_storable], widget=AdminTextareaWidget(attrs={"rows": 2}), help_text="What tells the two apart."
    )


class MergeDesk(RecordAdmin):
    """A desk whose records may be found to be one another."""

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_merge"
        return [path("<path:object_id>/merge/", self.admin_site.admin_view(self.merge_view), name=name), *super().get_urls()]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None and request.user.has_perm("merging.add_merge"):
            context["merge_page"] = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_merge", args=[obj.pk])
        return super().render_change_form(request, context, add, change, form_url, obj)

    def merge_view(self, request, object_id):
        """Ask into which other record this one goes, show what that would do, and do it."""
        if request.method not in {"GET", "HEAD", "POST"}:
            return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
        if not request.user.has_perm("merging.add_merge"):
            raise PermissionDenied
        loser = self.get_object(request, unquote(object_id))
        if loser is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        typed_at = sheets.take_up(request)
        data = request.POST if request.method == "POST" else request.GET
        picked = self._picked(loser, data if "into" in data else None)
        context = {"picking": picked, "media": self.media + picked.media}
        if picked.is_bound and picked.is_valid():
            survivor = picked.cleaned_data["into"]
            picked.fields["into"].widget.known = {str(survivor.pk): self.label_of(survivor)}
            chosen = {name: value for name, value in data.items() if value in {acts.LOSER, acts.SURVIVOR}}
            rehearsal = acts.rehearse(loser, survivor, choices=chosen)
            form = MergeForm(request.POST if request.method == "POST" else None, rehearsal=rehearsal)
            if request.method == "POST" and not typed_at and form.is_valid():
                try:
                    acts.merge(loser, survivor, by=request.user, reason=form.cleaned_data["reason"], choices=form.choices())
                except acts.MergingError as refusal:
                    form.add_error(None, visible(str(refusal)))
                else:
                    sheets.done(request)
                    said = f"The record {loser.pid} is merged into {survivor.pid}. Merges are listed below, and can be undone there."
                    self.message_user(request, said)
                    return HttpResponseRedirect(reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[survivor.pk]))
            context |= {
                "form": form,
                "rehearsal": rehearsal,
                "survivor": survivor,
                "survivor_label": self.label_of(survivor),
                "obstacles": [visible(words) for words in rehearsal.obstacles],
                "notices": [visible(words) for words in rehearsal.notices],
            }
        return TemplateResponse(
            request,
            "admin/merging/merge.html",
            {
                **self.admin_site.each_context(request),
                "title": "Merge into another record",
                "loser": loser,
                "loser_label": self.label_of(loser),
                "opts": self.opts,
                **sheets.context(request),
                **context,
            },
        )

    def _picked(self, loser, data, label="Merge it into"):
        class Picking(forms.Form):
            into = ChosenField(
                label=label,
                queryset=self.model._default_manager.living().exclude(pk=loser.pk),
                widget=OtherPicker(self.model._meta.get_field("merged_into"), self.admin_site),
                help_text="The record itself is not offered.",
            )

        form = Picking(data)
        form.fields["into"].widget.itself = loser.pk
        return form


def _labelled(pid: str) -> str:
    """Return the record that bears ``pid`` in words, as its desk calls it."""
    record = _record_of(pid)
    return admin.site.label_of(record) if record is not None else pid


def _record_of(pid: str) -> HasPid | None:
    for kind in ("entity", "author", "publication"):
        record = model_of(kind)._base_manager.filter(pid=pid).first()
        if record is not None:
            return record
    return None


class FindingAdmin(ReadOnlyAdmin):
    """Findings with the rows they touched; whoever may make one may take it back, with a reason."""

    # Columns of the model: what the record was called that it is about, its pid, and the pid of the other.
    label: ClassVar[str]
    ends: ClassVar[tuple[str, str]]
    permission: ClassVar[str]
    undo: ClassVar[Callable[..., object]]  # the act that takes one back
    undo_title: ClassVar[str]
    undo_template: ClassVar[str]
    undone: ClassVar[str]

    list_filter = ["kind", ("undone_at", admin.EmptyFieldListFilter)]
    list_select_related = ["by"]
    ordering = ["-id"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("by", "undone_by")

    def get_search_results(self, request, queryset, search_term):
        term = search_term[:200].strip()
        if not term:
            return queryset, False
        pid = term.replace("-", "").lower()
        one, other = (Q(**{end: pid}) for end in self.ends)
        return queryset.filter(Q(**{f"{self.label}__istartswith": term}) | one | other), False

    @admin.display(description="rows it touched")
    def touched(self, done):
        return "\n".join(f"{row.number}. {row.model} {row.object_id}" for row in done.rows.order_by("number")[:200])

    @property
    def _undo_page(self) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_undo"

    def get_urls(self):
        return [path("<path:object_id>/undo/", self.admin_site.admin_view(self.undo_view), name=self._undo_page), *super().get_urls()]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None and obj.undone_at is None and request.user.has_perm(self.permission):
            context["undo_page"] = reverse(f"admin:{self._undo_page}", args=[obj.pk])
        return super().render_change_form(request, context, add, change, form_url, obj)

    def undo_view(self, request, object_id):
        """Ask why, and take the finding back."""
        if request.method not in {"GET", "HEAD", "POST"}:
            return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
        if not request.user.has_perm(self.permission):
            raise PermissionDenied
        done = self.get_object(request, unquote(object_id))
        if done is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        typed_at = sheets.take_up(request)
        form = Why(request.POST if request.method == "POST" else None)
        pid, other = (getattr(done, f"{end}_id") for end in self.ends)
        if request.method == "POST" and not typed_at and form.is_valid():
            try:
                self.undo(done, by=request.user, reason=form.cleaned_data["reason"])
            except (acts.MergingError, EditorialError) as refusal:
                form.add_error(None, visible(str(refusal)))
            else:
                sheets.done(request)
                self.message_user(request, f"The record {pid} {self.undone}", messages.SUCCESS)
                return HttpResponseRedirect(reverse(f"admin:merging_{self.opts.model_name}_change", args=[done.pk]))
        context = {
            **self.admin_site.each_context(request),
            "title": self.undo_title,
            "done": done,
            "called": visible(getattr(done, self.label)),
            "other_label": _labelled(other),
            "form": form,
            "opts": self.opts,
            **sheets.context(request),
        }
        return TemplateResponse(request, self.undo_template, context)


@admin.register(Merge)
class MergeAdmin(FindingAdmin):
    label, ends = "loser_label", ("loser", "survivor")
    list_display = ["at", "kind", shown(Merge, "loser_label"), "loser_id", "survivor_id", "by", "undone_at"]
    fields = ["at", "by", "kind", "loser_label", "loser_id", "survivor_id", "reason", "touched", "undone_at", "undone_by", "undone_reason"]
    readonly_fields = ["loser_id", "survivor_id", "touched"]
    search_fields = ["loser_label"]
    search_help_text = "The beginning of what the record merged away was called, or either pid."
    permission = "merging.add_merge"
    undo_title, undo_template, undone = "Undo a merge", "admin/merging/undo.html", "stands for itself again."
    undo = staticmethod(acts.undo)


@admin.register(Split)
class SplitAdmin(FindingAdmin):
    label, ends = "origin_label", ("origin", "into")
    list_display = ["at", "kind", shown(Split, "origin_label"), "origin_id", "into_id", "by", "undone_at"]
    fields = ["at", "by", "kind", "origin_label", "origin_id", "into_id", "reason", "touched", "undone_at", "undone_by", "undone_reason"]
    readonly_fields = ["origin_id", "into_id", "touched"]
    search_fields = ["origin_label"]
    search_help_text = "The beginning of what the record that was split was called, or either pid."
    permission = "articles.change_taggedentity"
    undo_title, undo_template, undone = "Undo a split", "admin/merging/undo_split.html", "is one again."
    undo = staticmethod(unsplit)


@admin.register(Pair)
class PairAdmin(ReadOnlyAdmin):
    list_display = ["first_id", "second_id", "kind", "why", "weight", "answer", "answered_by", "answered_at"]
    list_filter = ["answer", "kind"]
    list_select_related = ["answered_by"]
    search_fields = ["first"]
    search_help_text = "Either pid."
    fields = ["kind", "one", "other", "why", "answer", "note", "answered_by", "answered_at"]
    readonly_fields = ["one", "other", "why"]
    ordering = ["-weight", "id"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("answered_by")

    def get_search_results(self, request, queryset, search_term):
        pid = search_term[:200].strip().replace("-", "").lower()
        return (queryset.filter(first=pid) | queryset.filter(second=pid) if pid else queryset), False

    @admin.display(description="what speaks for it")
    def why(self, pair):
        return visible("\n".join(map(str, pair.evidence)))

    @admin.display(description="the one")
    def one(self, pair):
        return _labelled(pair.first_id)

    @admin.display(description="the other")
    def other(self, pair):
        return _labelled(pair.second_id)

    def get_urls(self):
        return [path("<path:object_id>/answer/", self.admin_site.admin_view(self.answer_view), name="merging_pair_answer"), *super().get_urls()]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None and request.user.has_perm("merging.change_pair"):
            context["answer_page"] = reverse("admin:merging_pair_answer", args=[obj.pk])
        return super().render_change_form(request, context, add, change, form_url, obj)

    def answer_view(self, request, object_id):
        """Show the two side by side, lead to the merge either way, and take a no or a not sure."""
        if request.method not in {"GET", "HEAD", "POST"}:
            return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
        if not request.user.has_perm("merging.change_pair"):
            raise PermissionDenied
        pair = self.get_object(request, unquote(object_id))
        if pair is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        typed_at = sheets.take_up(request)
        form = VerdictForm(request.POST if request.method == "POST" else None, initial={"note": pair.note})
        if request.method == "POST" and not typed_at and form.is_valid():
            try:
                acts.answer(pair, by=request.user, verdict=form.cleaned_data["verdict"], note=form.cleaned_data["note"])
            except acts.MergingError as refusal:
                form.add_error(None, visible(str(refusal)))
            else:
                sheets.done(request)
                following = Pair.objects.filter(answer=Pair.Answer.OPEN).first()
                self.message_user(request, f"The pair {pair} is answered.", messages.SUCCESS)
                where = reverse("admin:merging_pair_answer", args=[following.pk]) if following else reverse("admin:merging_pair_changelist")
                return HttpResponseRedirect(where)
        records = [_record_of(pid) for pid in (pair.first_id, pair.second_id)]
        living = all(record is not None and record.merged_into_id is None for record in records)
        ways = []
        for loser, survivor in (records, records[::-1]) if living else ():
            desk = f"admin:{loser._meta.app_label}_{loser._meta.model_name}"
            ways.append(
                (f"{reverse(f'{desk}_merge', args=[loser.pk])}?into={survivor.pk}", admin.site.label_of(loser), admin.site.label_of(survivor))
            )
        return TemplateResponse(
            request,
            "admin/merging/pair.html",
            {
                **self.admin_site.each_context(request),
                "title": "Are these two one?",
                "pair": pair,
                "labels": [_labelled(pair.first_id), _labelled(pair.second_id)],
                "evidence": [visible(str(words)) for words in pair.evidence],
                "ways": ways,
                "form": form,
                "opts": self.opts,
                **sheets.context(request),
            },
        )
