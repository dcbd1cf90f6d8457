"""A draft beside its capture: the form of every day, with what it was read from on the left, and what is asked about it above."""

from __future__ import annotations

import re

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseNotAllowed, HttpResponseRedirect, JsonResponse
from django.urls import path, reverse

from articles import editorial, store
from articles.difference import difference, shortened
from articles.editorial import EditorialError, InvalidRecord, NotAllowed
from articles.ingest.meanings import meaning_of
from articles.ingest.stretches import stretches
from articles.models import Article, Suggestion
from kzarchive.admin import refusal_text
from kzarchive.marks import hidden_signs, visible

# So many characters of a capture are shown at once; a book is leafed through.
SHOWN = 60_000
# And so many of the captures of one article.
MOST_READINGS = 50
_SPAN = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")
_TAKEN = re.compile(r"([a-z_]{1,40}):([0-9]{1,9})-([0-9]{1,9})")
_ANSWER = re.compile(r"([0-9]{1,18}):(accepted|refused)")

FIELDS = {
    "title": ("Title", "t"), "subtitle": ("Subtitle", "s"), "byline": ("By-line", "b"), "author": ("Author", "a"), "published_on": ("Date", "d"),
    "publication": ("Publication", "p"), "section": ("Section", "e"), "volume": ("Volume", "v"), "issue": ("Issue", "i"), "pages": ("Pages", "g"),
    "dateline": ("Dateline", "l"), "rights_printed": ("Rights as printed", "o"),
}  # fmt: skip


class NotCaptured(Exception):
    """An article was typed in: there is nothing to lay beside it."""

    def __init__(self, article: Article):
        super().__init__("It was not read from a capture: there is nothing to lay beside it.")
        self.article = article


class ReviewPages:
    """Pages of ``ArticleAdmin`` that lay the capture beside the record.

    Everything done here is a button of the one form of the record: what was typed is saved with it, and nothing depends on a script.
    """

    def review_urls(self, page):
        return [
            path("<path:object_id>/review/", page(self.review_view), name="articles_article_review"),
            path("<path:object_id>/answer/", page(self.answer_view), name="articles_article_answer"),
            path("<path:object_id>/reads/", page(self.reads_view), name="articles_article_reads"),
        ]

    def review_view(self, request, object_id):
        try:
            if request.method == "POST":  # a save reads the record itself, within its transaction, and its captures when it is held
                request.is_beside = True
            else:
                article = self._asked_for(request, object_id, "articles.view_article")
                if not isinstance(article, Article):
                    return article
                self._lay_out(request, article)
                request.asked_for = article
            return self.changeform_view(request, object_id)
        except NotCaptured as refusal:
            self.message_user(request, str(refusal), messages.WARNING)
            return HttpResponseRedirect(reverse("admin:articles_article_change", args=[refusal.article.pk]))

    def get_object(self, request, object_id, from_field=None):
        asked_for = getattr(request, "asked_for", None)
        if asked_for is not None and str(asked_for.pk) == object_id:
            return asked_for
        found = super().get_object(request, object_id, from_field)
        if found is not None and hasattr(request, "is_beside"):
            self._lay_out(request, found)
        return found

    def _lay_out(self, request, article):
        """Have the capture at hand that ``article`` is laid beside. Raises NotCaptured."""
        request.reading = self._reading(request, article)
        if request.reading is None:
            raise NotCaptured(article)

    def _reading(self, request, article):
        readings = request.readings = list(article.readings.select_related("capture").order_by("id")[:MOST_READINGS])
        wanted = request.GET.get("reading", "")
        return next((reading for reading in readings if str(reading.pk) == wanted), readings[0] if readings else None)

    def laid_beside(self, request, response, article):
        """Return ``response``, the page of a form, with the capture beside it where that was asked for."""
        reading = getattr(request, "reading", None)
        if reading is None or article is None:
            return response
        response.template_name = "admin/articles/article/review.html"
        may_edit = article.state in {Article.State.DRAFT, Article.State.IN_REVIEW} and self.is_editable(request, article)
        try:
            layer, fault = editorial.text_layer(reading), ""
        except store.FileLost as lost:
            layer, fault = "", str(lost)
        start = _number(request.GET.get("from"), len(layer))
        start -= start % SHOWN
        pieces = stretches(
            layer,
            removed=[(entry["start"], entry["end"], entry["rule"]) for entry in reading.removed],
            fields=reading.spans,
            start=start,
            end=start + SHOWN,
        )
        newest = article.versions.order_by("-number").first()
        may_answer = request.user.has_perm("articles.change_suggestion")
        suggestions = list(article.suggestions.select_related("entity").order_by("id")) if may_answer else []
        open_answers = sum(one.answer == Suggestion.Answer.OPEN for one in suggestions)
        response.context_data.update(
            reading=reading,
            readings=request.readings,
            capture_fault=fault,
            pieces=_pieces(pieces, may_edit),
            evidence=[(name, _called(name)) for name in reading.spans if reading.spans[name]],
            layer_length=len(layer),
            before=start - SHOWN if start else None,
            after=start + SHOWN if start + SHOWN < len(layer) else None,
            may_edit=may_edit,
            fields=[(name, label, key) for name, (label, key) in FIELDS.items()],
            take_words=request.POST.get("_take_words", ""),
            take_field=request.POST.get("_take_field", ""),
            doubts=[(at, visible(doubt["message"]), doubt.get("settled_by", ""), doubt["code"]) for at, doubt in enumerate(reading.doubts)],
            likeness=self._likeness(article),
            named_sources=[(visible(one.words), one) for one in editorial.sources_named(newest, reading, layer=layer)],
            points=editorial.checklist(article, open_tags=open_answers if may_answer else None, version=newest),
            groups=[
                (heading, [(one, visible(one.found), self.admin_site.label_of(one.entity)) for one in suggestions if one.is_ambiguous == ambiguous])
                for heading, ambiguous in (("Suggested tags", False), ("Doubtful: choose", True))
            ],
            open_suggestions=open_answers,
        )
        return response

    def know_parts(self, request, article):
        """Give ``article`` the parts of its captures where this page has read all of them, for the acts that ask."""
        readings = getattr(request, "readings", None)
        if readings is not None and len(readings) < MOST_READINGS:
            article.parts_read = [reading.parts for reading in readings]

    @staticmethod
    def _likeness(article):
        """Return what differs between the text of ``article`` and the one it resembles, if it does."""
        if article.resembles is None:
            return []
        texts = [each.versions.order_by("-number").values_list("body", flat=True).first() or "" for each in (article.resembles, article)]
        return shortened(difference(*texts))

    def response_change(self, request, obj):
        reading = getattr(request, "reading", None)
        if reading is None:
            return super().response_change(request, obj)
        if "_reprint" in request.POST and obj.resembles:
            kept = editorial.also_printed_in(obj, obj.resembles, by=request.user)
            self.message_user(request, "Kept as another printing of this article, with its capture.", messages.SUCCESS)
            return HttpResponseRedirect(reverse("admin:articles_article_change", args=[kept.pk]))
        said, place = self._done_beside(request, obj, reading)
        self.message_user(request, said or "Saved.", messages.SUCCESS)
        query = f"?reading={reading.pk}" if request.GET.get("reading") else ""
        return HttpResponseRedirect(reverse("admin:articles_article_review", args=[obj.pk]) + query + place)

    def _done_beside(self, request, article, reading) -> tuple[str, str]:
        """Do what the button pressed beside the form asks for; return what to say, and where on the page to come back to."""
        data, by = request.POST, request.user
        for taken in data.getlist("_taken")[:50]:
            if found := _TAKEN.fullmatch(taken):
                editorial.point_to(article, by=by, reading=reading, field=found[1], start=int(found[2]), end=int(found[3]), is_held=True)
        if found := _SPAN.fullmatch(data.get("_restore", "")):
            start, end = int(found[1]), int(found[2])
            editorial.restore(article, by=by, reading=reading, start=start, end=end, held=request.drafted)
            return "The words are back in the text.", f"#at-{start}"
        if "_take" in data:
            start, end = self._meant(data, reading)
            editorial.take(article, by=by, reading=reading, field=data.get("_take_field", ""), start=start, end=end, is_held=True)
            return "Taken from the capture.", f"#at-{start}"
        if data.get("_settle", "").isdecimal() and len(data["_settle"]) < 9:
            editorial.settle(reading, by=by, doubt=int(data["_settle"]))
            return "The warning is settled.", "#warnings"
        if "_mend" in data:
            editorial.mend_encoding(article, by=by)
            return "The text stands as it was meant; the capture is as it was.", ""
        if found := _ANSWER.fullmatch(data.get("_answer", "")):
            self._answer(article, by, int(found[1]), found[2])
            return f"The tag is {'confirmed' if found[2] == 'accepted' else 'refused'}.", "#tags"
        if "_answer_all" in data:
            return f"{editorial.answer_all(article, by=by)} suggested tags are confirmed.", "#tags"
        return "", ""

    def _meant(self, data, reading) -> tuple[int, int]:
        """Return the span of the words that were typed to name a stretch of the capture: the first place where they stand."""
        words = data.get("_take_words", "").split()
        found = re.search(r"\s+".join(map(re.escape, words[:200])), editorial.text_layer(reading)) if words else None
        if found is None:
            raise InvalidRecord({"words": ["They do not stand in this capture: copy them from it."]})
        return found.span()

    def _answer(self, article, by, suggestion, answer):
        try:
            editorial.answer_each({suggestion: answer == "accepted"}, by=by, article=article)
        except Suggestion.DoesNotExist:
            raise InvalidRecord({"tag": ["There is no such suggestion."]}) from None

    # What a script asks while the form stays open

    def answer_view(self, request, object_id):
        """Confirm or refuse one suggested tag."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        article = self._asked_for(request, object_id, "articles.change_suggestion")
        if not isinstance(article, Article):
            return article
        found = _ANSWER.fullmatch(request.POST.get("answer", ""))
        try:
            if found is None:
                raise InvalidRecord({"tag": ["Say accepted or refused."]})
            self._answer(article, request.user, int(found[1]), found[2])
        except NotAllowed:
            raise PermissionDenied from None
        except EditorialError as refusal:
            return JsonResponse({"fault": refusal_text(refusal)}, status=409)
        return JsonResponse({"answer": found[2], "open": article.suggestions.filter(answer=Suggestion.Answer.OPEN).count()})

    def reads_view(self, request, object_id):
        """Say what value the words of a span give a field; nothing is changed."""
        if request.method not in {"GET", "HEAD"}:
            return HttpResponseNotAllowed(["GET", "HEAD"])
        article = self._asked_for(request, object_id, "articles.view_article")
        if not isinstance(article, Article):
            return article
        reading = self._reading(request, article)
        span = _SPAN.fullmatch(request.GET.get("span", ""))
        try:
            if reading is None or span is None:
                raise InvalidRecord({"words": ["Choose words of the capture."]})
            values = editorial.value_of(article, request.GET.get("field", ""), editorial.text_layer(reading)[int(span[1]) : int(span[2])])
        except (EditorialError, store.FileLost) as refusal:
            return JsonResponse({"fault": refusal_text(refusal)})
        shown = {name: {"id": value.pk, "text": self.admin_site.label_of(value)} if hasattr(value, "pk") else value for name, value in values.items()}
        return JsonResponse({"values": shown})


def _called(name: str) -> str:
    """Return what the field ``name`` of a reading is called on the page."""
    field = {"authors": "author", "rights": "rights_printed"}.get(name, name)
    return FIELDS[field][0] if field in FIELDS else field.replace("_", " ").capitalize()


def _number(text: str | None, most: int) -> int:
    return min(int(text), max(most - 1, 0)) if text and text.isascii() and text.isdecimal() and len(text) < 10 else 0


def _pieces(found, may_edit):
    """Return the stretches for the page: hidden signs apart, so that what is shown in their place is not taken for text."""
    pieces = []
    seen: set[str] = set()
    for piece in found:
        parts, at = [], 0
        for place, _ in hidden_signs(piece.text):
            parts += [(piece.text[at : place - 1], False), (piece.text[place - 1 : place], True)]
            at = place
        parts.append((piece.text[at:], False))
        pieces.append({
            "start": piece.start, "end": piece.end, "fields": " ".join(piece.fields),
            "rule": piece.rule, "meaning": meaning_of(piece.rule) if piece.rule else "",
            "first_of": [name for name in piece.fields if name not in seen],
            "is_restorable": bool(piece.rule) and may_edit,
            "parts": [(visible(text), is_sign) for text, is_sign in parts if text],
        })  # fmt: skip
        seen.update(piece.fields)
    return pieces
