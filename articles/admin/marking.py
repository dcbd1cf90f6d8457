"""Claims are marked on the text of an article: with the mouse, with keys, or by words copied from it."""

from __future__ import annotations

import re
from contextlib import nullcontext

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import HttpResponseRedirect
from django.urls import path, reverse

from articles import anchoring, editorial
from articles.dating import dates_in
from articles.editorial import AmbiguousWords, EditorialError, InvalidRecord, NotAllowed, VersionReplaced
from articles.ingest.sources import sources_in
from articles.models import Anchor, Article, Claim, Publication, Version
from articles.views.layers import Layer, Span, layered
from entities.models import Entity
from kzarchive.admin import ChosenField, Picker, RowForm, refusal_text
from kzarchive.desk import sheets
from kzarchive.marks import visible

from .acts import StoredText

_PLACE = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")
# One key for each kind, with words marked.
KEYS = {"event": "e", "quantity": "q", "position": "p", "forecast": "f", "opinion": "o"}
MOST_OFFERED = 40


class MarkForm(RowForm):
    """The words of a claim, where they stand, and what is said of them. Saves nothing: ``editorial.mark`` does."""

    quote = StoredText(
        label="Words",
        required=False,
        widget=AdminTextareaWidget(attrs={"rows": 3, "data-quote": ""}),
        help_text="Mark them in the text, or copy them here. Empty: the claim is restated from its source, without words.",
    )
    about = forms.ModelMultipleChoiceField(
        queryset=Entity.objects.none(), required=False, widget=forms.CheckboxSelectMultiple, help_text="Of what the article is tagged with."
    )
    restatement = StoredText(widget=AdminTextareaWidget(attrs={"rows": 3}), help_text=Claim._meta.get_field("restatement").help_text, required=False)
    asserted_by_entity = ChosenField(
        queryset=Entity.objects.all(),
        required=False,
        label="Asserted by",
        widget=Picker(Claim._meta.get_field("asserted_by_entity"), admin.site),
        help_text="The person or body whose statement is reported. Empty: the author.",
    )
    reported_publication = ChosenField(
        queryset=Publication.objects.all(), required=False, widget=Picker(Claim._meta.get_field("reported_publication"), admin.site)
    )
    subject = ChosenField(
        queryset=Entity.objects.all(),
        required=False,
        widget=Picker(Claim._meta.get_field("subject"), admin.site),
        help_text=Claim._meta.get_field("subject").help_text,
    )
    note = StoredText(required=False, widget=AdminTextareaWidget(attrs={"rows": 2}), help_text=Claim._meta.get_field("note").help_text)

    class Meta:
        model = Claim
        fields = [
            "kind", "restatement", "asserted_by_entity", "asserted_by_words", "reported_via", "reported_publication", "reported_on",
            "holds_for", "holds_basis", "holds_words", "subject", "measured", "value", "unit", "as_of", "note",
        ]  # fmt: skip

    def __init__(self, *args, article: Article, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["about"].queryset = Entity.objects.filter(taggings__content_object=article).order_by("name", "id")
        self.fields["kind"].choices = [("", "—"), *((kind, f"{label} ({KEYS[kind]})") for kind, label in Claim.ClaimKind.choices)]

    def groups(self):
        """Return (heading, bound fields) pairs."""
        names = {
            "": ["quote", "kind", "restatement", "about"],
            "Date it holds for": ["holds_for", "holds_basis", "holds_words"],
            "Who asserts it": ["asserted_by_entity", "asserted_by_words", "reported_via", "reported_publication", "reported_on"],
            "Where it can be counted": ["subject", "measured", "value", "unit", "as_of"],
            "For the desk": ["note"],
        }
        return [(heading, [self[name] for name in fields]) for heading, fields in names.items()]

    def values(self):
        """Return what ``editorial.mark`` is to set."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class CorrectionForm(forms.Form):
    """What marked words ought to read."""

    reading = forms.CharField(required=False, max_length=500, label="Ought to read", help_text="For the words marked above; the text stays as it is.")


class MarkPages:
    """The page of ``ArticleAdmin`` on which claims are marked. Everything on it works without a script."""

    def mark_urls(self, page):
        return [path("<path:object_id>/mark/", page(self.mark_view), name="articles_article_mark")]

    def mark_view(self, request, object_id):
        with transaction.atomic() if request.method == "POST" else nullcontext():  # from the look at the text to what is marked on it
            return self._mark_page(request, object_id)

    def _mark_page(self, request, object_id):
        article = self._asked_for(request, object_id, "articles.add_claim")
        if not isinstance(article, Article):
            return article
        typed_at = sheets.take_up(request)
        version = article.versions.order_by("-number").first()
        data = request.POST.copy() if request.method == "POST" else None
        context = {"version": version, "choices": [], "fault": "", "place": ""}
        if data is not None:
            self._settle(request, article, version, data, context)
        form = MarkForm(data, article=article)
        correction = CorrectionForm(data)
        if data is not None and not typed_at and not context["fault"]:
            if "_read" in data:
                form = MarkForm(self._read_off(article, version, data, context), article=article)
            elif "_correct" in data:
                if (done := self._correct(request, article, data, context, correction)) is not None:
                    return done
            elif form.is_valid() and (done := self._mark(request, article, form, context)) is not None:
                return done
        for refusal in context.get("faults", {}).items():
            name, faults = refusal
            form.add_error(name if name in form.fields else None, [visible(fault) for fault in faults])
        context |= {**self._text(article, version), "form": form, "correction": correction, "media": self.media + form.media}
        context["keys"] = [(key, kind) for kind, key in KEYS.items()]
        return self._page(request, article, "mark", "Mark claims", context)

    def _settle(self, request, article, version, data, context) -> None:
        """Find the place that the form means, in the version it was made from; put it, or what is in its way, into ``context``."""
        number, words = data.get("version", ""), data.get("quote", "").replace("\r\n", "\n").strip()
        is_newest = not number.isdecimal() or (version is not None and int(number[:5]) == version.number)
        looked_at = version if is_newest else Version.objects.filter(article=article, number=int(number[:5])).first()
        context["looked_at"] = looked_at or version
        if not words:
            context["span"] = None
            return
        place = _PLACE.fullmatch(data.get("choice") or data.get("place", ""))
        span = anchoring.Span(int(place[1]), int(place[2])) if place else None
        # The place counts only while the words in the form are the ones that stand there.
        said = context["looked_at"].body[slice(*span)] if span else ""
        if span and anchoring.Folded(said.strip()).folded != anchoring.Folded(words).folded:
            span = None
        try:
            context["span"] = editorial.check_span(context["looked_at"], span) if span else editorial.find_words(context["looked_at"], words)
        except AmbiguousWords as refusal:
            body = context["looked_at"].body
            context["fault"] = refusal_text(refusal)
            context["choices"] = [(f"{s.start}-{s.end}", anchoring.quote_at(body, *s)) for s in refusal.spans[:MOST_OFFERED]]
            return
        except InvalidRecord as refusal:
            context["faults"] = refusal.faults
            context["fault"] = "Nothing was marked: see below."
            return
        context["place"] = f"{context['span'].start}-{context['span'].end}"

    def _mark(self, request, article, form, context):
        try:
            claim = editorial.mark(
                article, by=request.user, values=form.values(), span=context["span"], version=context["looked_at"], about=form.cleaned_data["about"],
                newest=context["version"],
            )  # fmt: skip
        except NotAllowed:
            raise PermissionDenied from None
        except VersionReplaced as refusal:
            self._replaced(refusal, context)
        except InvalidRecord as refusal:
            context["faults"], context["fault"] = refusal.faults, "Nothing was marked: see below."
        except EditorialError as refusal:
            context["fault"] = refusal_text(refusal)
        except IntegrityError as refusal:
            form.is_refused = True
            form.full_clean()  # which says what rule it was
            context["fault"] = "Nothing was marked: see below." if form.errors else refusal_text(refusal)
        else:
            sheets.done(request)
            self.message_user(request, f"The claim {claim.pid} is marked.", messages.SUCCESS)
            for other in editorial.claims_on_the_same_words(claim):
                told = f"The same words carry {other.pid} already: “{visible(other.restatement or other.quote)}”. If both say one thing, discard one."
                self.message_user(request, told, messages.WARNING)
            return HttpResponseRedirect(f"{reverse('admin:articles_article_mark', args=[article.pk])}#claim-{claim.pid}")
        return None

    def _correct(self, request, article, data, context, correction):
        if not request.user.has_perm("articles.add_correction"):
            raise PermissionDenied
        if context["span"] is None:
            context["fault"] = "Mark the words that ought to read otherwise."
            return None
        if not correction.is_valid():
            context["fault"] = "Nothing was changed: see below."
            return None
        try:
            editorial.correct(
                article, by=request.user, span=context["span"], version=context["looked_at"], reading=correction.cleaned_data["reading"],
                reason=data.get("restatement", ""),
            )  # fmt: skip
        except VersionReplaced as refusal:
            self._replaced(refusal, context)
        except InvalidRecord as refusal:
            for faults in refusal.faults.values():
                correction.add_error("reading", [visible(fault) for fault in faults])
            context["fault"] = "Nothing was changed: see below."
        else:
            sheets.done(request)
            self.message_user(request, "The reading stands beside the words.", messages.SUCCESS)
            return HttpResponseRedirect(reverse("admin:articles_article_mark", args=[article.pk]))
        return None

    def _replaced(self, refusal, context) -> None:
        """Say that the text was replaced, and put the place that the words have now into the form: pressed again, it is meant."""
        context["fault"] = f"{refusal_text(refusal)} Press the button once more to mark them there."
        context["looked_at"] = refusal.version
        span = refusal.placement.span
        context["place"] = f"{span.start}-{span.end}" if span else ""
        context["choices"] = [(f"{s.start}-{s.end}", anchoring.quote_at(refusal.version.body, *s)) for s in refusal.placement.candidates]

    def _read_off(self, article, version, data, context):
        """Return ``data`` with what the sentence says of dates and sources in the fields that are empty."""
        body, span = context["looked_at"].body, context["span"]
        if span is None:
            return data
        start = max(body.rfind("\n\n", 0, span.start), body.rfind(". ", 0, span.start)) + 1
        ends = [at for at in (body.find("\n\n", span.end), body.find(". ", span.end)) if at >= 0]
        around = body[start : min(ends) + 1 if ends else len(body)]
        dates = dates_in(body[slice(*span)], printed_on=article.published_on) or dates_in(around, printed_on=article.published_on)
        found = {}
        sources = sources_in(around, published_on=article.published_on)
        spans_of_sources = [(source.start, source.end) for source in sources]
        dates = [d for d in dates if not any(around[a:b].find(d.words) >= 0 for a, b in spans_of_sources)] or dates
        if dates:
            found |= {"holds_for": dates[0].date, "holds_basis": dates[0].basis, "holds_words": dates[0].explained(article.published_on) or ""}
        if sources:
            source = sources[0]
            found |= {"reported_via": around[source.start : source.end].strip("() "), "reported_on": source.published_on or ""}
            publication = Publication.objects.filter(title__iexact=source.outlet).first()
            found |= {"reported_publication": publication.pk if publication else ""}
        if number := re.search(r"\b[0-9][0-9., \u00a0]*[0-9]\b|\b[0-9]\b", body[slice(*span)]):
            found |= {} if dates and number.group() in dates[0].words else {"value": number.group().strip(" .,")}
        for name, value in found.items():
            if value and not data.get(name):
                data[name] = str(value)
        if not data.get("measured"):
            data.pop("value", None) if "value" in found and found["value"] == data.get("value") else None
        return data

    def _text(self, article, version):
        """Return the text with what is marked in it, and the list of it."""
        anchors = list(version.anchors.select_related("claim").order_by("start", "-end", "pk")) if version else []
        spans = [
            Span(*anchor.span, Layer.CLAIM, id=f"mark-{anchor.claim.pid}", title=visible(anchor.claim.restatement))
            for anchor in anchors
            if anchor.claim_id and anchor.span and anchor.claim.state != Claim.State.WITHDRAWN
        ]
        placed = {anchor.claim_id: anchor for anchor in anchors if anchor.claim_id}
        claims = list(article.claims.order_by("pk"))
        claims.sort(key=lambda claim: (placed[claim.pk].start if claim.pk in placed and placed[claim.pk].span else 10**9, claim.pk))
        readings = Anchor.objects.filter(version=version, correction__withdrawn_at=None)
        return {
            "blocks": layered(version.blocks if version else [], spans),
            "claims": [
                (
                    claim,
                    reverse("admin:articles_claim_change", args=[claim.pk]),
                    visible(claim.restatement or claim.quote or ""),
                    placed.get(claim.pk),
                )
                for claim in claims
            ],
            "corrections": [(anchor.exact, anchor.correction) for anchor in readings.exclude(correction=None).select_related("correction")],
        }
