"""Articles at the desk: drafts are edited in place, what was public changes by acts."""

from __future__ import annotations

from contextlib import nullcontext
from copy import copy

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Case, F, Prefetch, When, prefetch_related_objects
from django.http import Http404, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html_join

from articles import body as body_form
from articles import editorial, search
from articles.difference import difference, shortened
from articles.editorial import EditorialError, NotAllowed, WrongState
from articles.models import AlsoPrinted, Article, Batch, Contribution, Suggestion, TaggedEntity, TaggedTopic, Version, label_from
from kzarchive.addresses import pids
from kzarchive.admin import (
    LONGEST_SEARCH,
    NOTHING,
    TAKEN_UP,
    RecordAdmin,
    RecordForm,
    RowForm,
    RowInline,
    Rows,
    faults_in,
    hidden_in,
    refusal_text,
    told,
    with_newest_change,
)
from kzarchive.desk import sheets
from kzarchive.history import models as history
from kzarchive.marks import visible

from .acts import ACTS, CreditFormSet, ListField, PrintingFormSet, RevisionForm, StoredText, source_of
from .batch import MANY
from .marking import MarkPages
from .review import ReviewPages
from .waiting import WaitingFilter, first_words

MOST_FOUND = 1_000  # articles that one search of the list shows, the nearest first among all
OUT_OF_THE_WAY = 10_000  # places that no by-line reaches


class ArticleForm(RecordForm):
    """A draft with its text."""

    body = StoredText(
        label="Text",
        required=False,
        widget=forms.Textarea(attrs={"rows": 24, "cols": 100, "class": "vLargeTextField"}),
        help_text="Paragraphs apart by a blank line.",
    )
    kinds = forms.CharField(
        label="Kinds of its blocks",
        required=False,
        help_text="One letter for each block of the text: p paragraph, h heading, c caption. Left as it is, it follows the text.",
    )
    quality = ListField(required=False, help_text="Notes for readers, one on a line: machine-translated:de")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.version = None
        if self.instance.pk:
            self.version = with_newest_change(self.instance.versions.filter(number=1), self.instance).first()
        if self.version is not None:
            self.initial |= {"body": self.version.body, "kinds": self.version.kinds}
            self.newest = self.version.newest_change

    def clean(self):
        cleaned = super().clean()
        body, kinds = cleaned.get("body"), cleaned.get("kinds")
        if body is not None and "kinds" in self.changed_data and kinds:
            count = len(blocks) if (blocks := body_form.normalise(body).split("\n\n")) != [""] else 0
            if len(kinds) != count or set(kinds) - set("phc"):
                self.add_error("kinds", f"The text has {count} blocks: give one letter for each, p, h or c.")
        return cleaned


class CreditRow(RowForm):
    position = forms.IntegerField(required=False, min_value=1, max_value=9_999, help_text="1 for the first author; empty: the last.")

    def _get_validation_exclusions(self):
        # Rows change places with each other: the places are given out anew when all are saved.
        return super()._get_validation_exclusions() | {"position"}


class CreditRows(Rows):
    """A by-line whose rows are numbered anew, from 1, in the order of the places given."""

    def save(self, commit=True):
        self.new_objects, self.changed_objects, self.deleted_objects = [], [], []
        if not self.has_changed():
            return []
        gone = [form for form in self.deleted_forms if form.instance.pk]
        kept = [form for form in self.forms if form not in self.deleted_forms and (form.instance.pk or form.has_changed())]
        kept.sort(key=lambda form: form.cleaned_data.get("position") or OUT_OF_THE_WAY)
        is_moved = any(form.found is not None and form.found.position != place for place, form in enumerate(kept, start=1))
        for place, form in enumerate(kept, start=1):
            form.instance.article, form.instance.position = self.instance, place
        there = [form for form in kept if form.instance.pk and (is_moved or form.has_changed())]
        if is_moved:
            self.instance.contributions.update(position=F("position") + OUT_OF_THE_WAY)
        self.write_together(*([form.instance for form in forms] for forms in (gone, there, [form for form in kept if not form.instance.pk])))
        return [form.instance for form in kept]


class ContributionInline(RowInline):
    model = Contribution
    form = CreditRow
    formset = CreditRows
    fields = ["position", "name", "author", "role", "affiliation"]
    autocomplete_fields = ["author"]
    verbose_name = "name in the by-line"
    verbose_name_plural = "by-line"

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("author").order_by("position")

    def has_add_permission(self, request, obj):
        return super().has_add_permission(request, obj) and not (obj and obj.was_ever_public)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not (obj and obj.was_ever_public)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not (obj and obj.was_ever_public)


class PrintingInline(ContributionInline):
    model = AlsoPrinted
    form = RowForm
    formset = Rows
    fields = ["publication", "title", "published_on", "volume", "issue", "pages", "note"]
    autocomplete_fields = ["publication"]
    verbose_name = "other printing"
    verbose_name_plural = "also printed in"

    def get_queryset(self, request):
        return super(ContributionInline, self).get_queryset(request).select_related("publication").order_by("id")


class TaggedEntityInline(RowInline):
    model = TaggedEntity
    fields = ["tag", "is_certain", "confirmed_by", "confirmed_at"]
    readonly_fields = ["confirmed_by", "confirmed_at"]
    autocomplete_fields = ["tag"]  # chosen among entities that exist: a slip of the keyboard must not make a person

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("tag", "confirmed_by")


class TaggedTopicInline(RowInline):
    model = TaggedTopic
    fields = ["tag"]
    autocomplete_fields = ["tag"]
    verbose_name = "topic"
    verbose_name_plural = "topics"

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("tag", "content_object")


class LackingFilter(admin.SimpleListFilter):
    title = "what is missing"
    parameter_name = "lacks"
    _LACKS = {
        "title": {"title": None},
        "publication": {"publication": None},
        "date": {"published_on": None},
        "language": {"language": None},
        "rights": {"rights": None},
        "author": {"contributions": None},
    }

    def lookups(self, request, model_admin):
        return [(word, f"no {word}") for word in self._LACKS]

    def queryset(self, request, queryset):
        return queryset.filter(**self._LACKS.get(self.value(), {}))


class OrderFilter(admin.SimpleListFilter):
    """In what order what was searched is listed; where nothing is searched there is nothing to choose."""

    title = "order"
    parameter_name = "order"
    NEWEST = "newest"

    def lookups(self, request, model_admin):
        return [(self.NEWEST, "newest first")] if request.GET.get("q", "").strip() else []

    def choices(self, changelist):
        first, *others = super().choices(changelist)
        return [{**first, "display": "nearest first"}, *others]

    def queryset(self, request, queryset):
        return queryset


class NearestFirst(Paginator):
    """Pages of primary keys in an order of their own, each page read from ``records`` when it is shown."""

    def __init__(self, keys, per_page, *, records):
        super().__init__(keys, per_page)
        self.records = records

    def page(self, number):
        page = super().page(number)
        found = {record.pk: record for record in self.records.filter(pk__in=page.object_list)}
        page.object_list = [found[pk] for pk in page.object_list if pk in found]
        return page


class LanguageFilter(admin.SimpleListFilter):
    title = "language"
    parameter_name = "language"

    def lookups(self, request, model_admin):
        return [("en", "English"), ("ru", "Russian"), ("kk", "Kazakh"), ("de", "German"), ("fr", "French"), ("zh", "Chinese"), ("tr", "Turkish")]

    def queryset(self, request, queryset):
        return queryset.filter(language=self.value()) if self.value() else queryset


@admin.register(Article)
class ArticleAdmin(ReviewPages, MarkPages, RecordAdmin):
    # Lists
    list_display = ["label", "pid", "state", "publication_title", "date", "access_level", "language", "changed_at"]
    list_filter = [OrderFilter, WaitingFilter, "state", "access", LackingFilter, LanguageFilter]
    list_select_related = ["publication"]
    sortable_by = ["pid"]  # an order by any other column reads and sorts the whole table: half a second at 100,000
    search_fields = ["title"]
    search_help_text = "Any words of record and text, drafts too, as the archive itself is searched; or a pid."
    word_columns = ("title_key",)
    pid_column = "pid"
    linked_lookups = frozenset({"publication__id__exact", "contributions__author__id__exact", "tagged_entities__tag__id__exact"})
    refusals = (*RecordAdmin.refusals, EditorialError)

    def get_search_results(self, request, queryset, search_term):
        term = search_term[:LONGEST_SEARCH].strip()
        # A picker is asked with half a word; whoever searches a list means the words.
        if not term or pids.is_pid(term) or request.path.endswith("/autocomplete/"):
            return super().get_search_results(request, queryset, search_term)
        if found := search.find(term, for_desk=True, limit=MOST_FOUND).ids:
            return self._nearest_first(request, queryset.filter(pk__in=found), found), False
        # Parts of words are looked for in every title there is: once, and not again to count what was found and to show a page of it.
        found, is_doubled = super().get_search_results(request, queryset, search_term)
        return queryset.filter(pk__in=list(found.order_by("-pk").values_list("pk", flat=True)[:MOST_FOUND])), is_doubled

    def _nearest_first(self, request, queryset, found):
        """Return what was ``found`` in that order, unless another is asked for; pages of long lists take theirs from ``get_paginator``."""
        if request.GET.get("o") or request.GET.get(OrderFilter.parameter_name) == OrderFilter.NEWEST:
            return queryset
        left = set(queryset.order_by().values_list("pk", flat=True))  # by the filters beside the list
        nearest = [pk for pk in found if pk in left]
        if not nearest:
            return queryset
        if len(nearest) > self.list_max_show_all:
            request.nearest = nearest
            return queryset
        places = Case(*(When(pk=pk, then=place) for place, pk in enumerate(nearest)), default=len(nearest))
        return queryset.order_by(places, "-pk")

    def get_paginator(self, request, queryset, per_page, *args, **kwargs):
        if nearest := getattr(request, "nearest", None):
            return NearestFirst(nearest, per_page, records=queryset)
        return super().get_paginator(request, queryset, per_page, *args, **kwargs)

    def get_actions(self, request):
        actions = super().get_actions(request)
        for kind, (title, _) in MANY.items():
            if actions and request.user.has_perm(editorial.PERMISSIONS[kind]):
                actions[kind.value] = (_to_many, kind.value, f"{title} …")
        return actions

    # Layout
    form = ArticleForm
    change_form_template = "admin/articles/article/change_form.html"
    autocomplete_fields = ["publication"]
    inlines = [ContributionInline, PrintingInline, TaggedEntityInline, TaggedTopicInline]
    record = (
        (None, ["title", "subtitle", ("title_romanised", "title_translated"), "byline"]),
        ("Where and when it was printed", [
            "publication", "section", ("volume", "issue", "pages"), ("published_on", "published_basis"), "dateline", "source_url",
        ]),
        ("What it is", ["language", "quality", "abstract"]),
        ("What readers may see", ["access", "rights", "rights_basis", "rights_printed"]),
    )  # fmt: skip

    standing = ("pid", "state", "assigned_to", "created_by", "created_at", "changed_at")
    readonly_fields = [
        *standing, "first_published_at", "reviewed_by", "version_shown", "withdrawn_at", "withdrawal_reason", "withdrawal_note", "successor", "text",
        "read_from",
    ]  # fmt: skip

    def layout(self, request, obj):
        if obj is None:
            return _fieldsets(*self.record, ("Text", ["body"]))
        standing = [*self.standing]
        if obj.was_ever_public:
            standing += ["first_published_at", "reviewed_by", "version_shown"]
        if obj.state == Article.State.WITHDRAWN:
            standing += ["withdrawn_at", "withdrawal_reason", "withdrawal_note", "successor"]
        standing.append("read_from")
        text = ["body", "kinds"] if self.is_editable(request, obj) and not obj.was_ever_public else ["text"]
        return _fieldsets(*self.record, ("Text", text), ("Standing", standing))

    def fixed(self, request, obj):
        names = super().fixed(request, obj)
        if obj is not None and obj.was_ever_public:
            names = [*names, *(name for name in flatten_fieldsets(_fieldsets(*self.record)) if name not in names)]
        return names

    def get_form(self, request, obj=None, change=False, **kwargs):
        if obj is not None and (obj.was_ever_public or not self.is_editable(request, obj)):
            kwargs["form"] = RecordForm
        return super().get_form(request, obj, change=change, **kwargs)

    # Who may

    def has_change_permission(self, request, obj=None):
        """A contributor's hands are on drafts alone; the record of what was public is changed by nobody here, its tags by editors."""
        is_draft = obj is None or obj.state == Article.State.DRAFT
        return super().has_change_permission(request, obj) and (is_draft or request.user.has_perm("articles.review_article"))

    def has_delete_permission(self, request, obj=None):
        is_deletable = obj is None or (not obj.was_ever_public and self.has_change_permission(request, obj))
        return super().has_delete_permission(request, obj) and is_deletable

    def view_on_site(self, article):
        return article.get_absolute_url() if article.was_ever_public else None

    # Columns

    def get_queryset(self, request):
        found = (
            super()
            .get_queryset(request)
            .select_related("publication", "created_by", "current", "successor", "assigned_to", "reviewed_by", "resembles", "source_standing")
        )
        return found.annotate(first_words=first_words())

    def held(self, queryset):
        # What is beside it is read when it is wanted, after it is held; of its publication the picker only shows the label.
        return super().held(queryset.select_related(None).select_related("publication"))

    def label_of(self, article):
        return visible(f"{article.title or label_from(getattr(article, 'first_words', None) or '')} · {article.pid}")

    @admin.display(description="article", ordering="title_key")
    def label(self, article):
        return visible(article.title or label_from(article.first_words or ""))

    @admin.display(description="publication", ordering="publication__title")
    def publication_title(self, article):
        return visible(article.publication.title) if article.publication else None

    @admin.display(description="date", ordering="sort_day")
    def date(self, article):
        return article.published_on

    @admin.display(description="access", ordering="access")
    def access_level(self, article):
        return article.access

    @admin.display(description="version shown")
    def version_shown(self, article):
        return str(article.current)

    @admin.display(description="text")
    def text(self, article):
        version = article.versions.order_by("-number").first()
        return (visible(version.body) if version else "") or NOTHING

    @admin.display(description="captures it was read from")
    def read_from(self, article):
        readings = article.readings.select_related("capture").order_by("id")
        lines = [
            (
                reverse("admin:articles_capture_change", args=[reading.capture_id]),
                visible(str(reading.capture)),
                f"{reading.made_at:%d %B %Y}",
                "".join(f" · {visible(str(doubt['message']))}" for doubt in reading.doubts),
            )
            for reading in readings
        ]
        return format_html_join("", '<div><a href="{}">{}</a>, {}{}</div>', lines) or NOTHING

    # Saving

    def _changeform_view(self, request, object_id, form_url, extra_context):
        """Enter a save and what is done with it in the index, and in the history, once; all of it is one transaction."""
        if request.method != "POST":
            return super()._changeform_view(request, object_id, form_url, extra_context)
        with search.together() as request.held, history.together():
            return super()._changeform_view(request, object_id, form_url, extra_context)

    def save_model(self, request, obj, form, change):
        if not change:
            obj.created_by = request.user
        super().save_model(request, obj, form, change)
        request.held.add(obj.pk)  # it was held when it was read, or is nobody else's yet

    def save_formset(self, request, form, formset, change):
        if formset.model is TaggedEntity:
            for row in formset.forms:
                if row.has_changed():
                    row.instance.confirmed_by = request.user
        super().save_formset(request, form, formset, change)
        request.has_other_topics = getattr(request, "has_other_topics", False) or (formset.model is TaggedTopic and formset.has_changed())

    def complete(self, request, article):
        if article.was_ever_public and getattr(request, "has_other_topics", False):  # all else that it names is changed by a revision
            editorial.make_known([article], at=timezone.now())
        search.index([article.pk])
        return {}

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        request.drafted = getattr(form, "version", None)
        if not change or {"body", "kinds", "published_on"} & set(form.changed_data):
            kinds = form.cleaned_data.get("kinds") if "kinds" in form.changed_data else None
            held = form.version or Version(article=form.instance, number=1, made_by=request.user)
            editorial.save_draft(form.instance, by=request.user, body=form.cleaned_data["body"], kinds=kinds or None, held=held)
            if warning := editorial.names_of_other_years(form.instance, held.suggested):
                self.message_user(request, visible(warning), messages.WARNING)

    def delete_model(self, request, obj):
        editorial.discard(obj, by=request.user)

    def get_deleted_objects(self, objs, request):
        articles = list(objs)
        kept = [article for article in articles if not self.has_delete_permission(request, article)]
        return [self.label_of(article) for article in articles], {"articles": len(articles)}, {"articles that were public"} if kept else set(), []

    def delete_view(self, request, object_id, extra_context=None):
        return self.act_view(request, object_id, name="discard")

    # Acts

    def get_urls(self):
        def page(view, **arguments):
            return lambda request, object_id: self.admin_site.admin_view(view)(request, object_id, **arguments)

        acts = [path(f"<path:object_id>/{name}/", page(self.act_view, name=name), name=f"articles_article_{name.replace('-', '_')}") for name in ACTS]
        return [
            *acts,
            *self.review_urls(page),
            *self.mark_urls(page),
            path("<path:object_id>/revise/", page(self.revise_view), name="articles_article_revise"),
            path("<path:object_id>/text/<int:number>/", self.admin_site.admin_view(self.text_view), name="articles_article_text"),
            path("<path:object_id>/suggestions/", page(self.suggestions_view), name="articles_article_suggestions"),
            *super().get_urls(),
        ]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None:
            self.know_parts(request, obj)
            context.update(
                acts=self.acts_open(request, obj),
                open_suggestions=0 if hasattr(request, "reading") else obj.suggestions.filter(answer=Suggestion.Answer.OPEN).count(),
                sent_back=self._sent_back(obj),
                notes=[(note, visible(note.text)) for note in obj.notes.select_related("by")],
                source=source_of(obj),
                last_check=obj.source_checks.order_by("-id").first() if source_of(obj) else None,
                is_self_reviewed=obj.reviewed_by_id is not None and obj.reviewed_by_id == obj.created_by_id,
                text_sources=[] if hasattr(request, "reading") else self._sources_of_text(obj),
            )
            form = context["adminform"].form
            if getattr(form, "conflict", None) and "body" in form.fields:
                context["text_difference"] = _compared(form.initial.get("body", ""), form.data.get("body", ""))

        return self.laid_beside(request, super().render_change_form(request, context, add, change, form_url, obj), obj)

    @staticmethod
    def _sent_back(article):
        """Return who sent a draft back, when and why, where it has not been submitted since."""
        if article.state != Article.State.DRAFT:
            return None
        last = history.Change.objects.of(article).filter(act__in=["send back", "submit"]).select_related("by").first()
        return {"by": last.by, "at": last.at, "reason": visible(last.reason)} if last is not None and last.act == "send back" else None

    @staticmethod
    def _sources_of_text(article):
        """Return the sources that the text of ``article`` names, each with its words: of one that was typed in too, which has no capture."""
        newest = article.versions.order_by("-number").first()
        return [(visible(one.words), one) for one in editorial.sources_named(newest, None)]

    def acts_open(self, request, article) -> list[tuple[str, str]]:
        """Return (address, label) of each act that the person who asks can do to ``article`` now."""
        pages = [(act.name, act.label) for act in ACTS.values() if self.may_do(request, act, article) and (act.fits is None or act.fits(article))]
        if article.was_ever_public and request.user.has_perm("articles.revise_article"):
            pages.append(("revise", "Revise"))
        if request.user.has_perm("articles.add_claim"):
            pages.append(("mark", "Mark claims"))
        if request.user.has_perm("articles.change_suggestion"):
            pages.append(("suggestions", "Suggested tags"))
        if not hasattr(request, "reading") and article.readings.exists():
            pages.insert(0, ("review", "Beside the capture"))
        return [(reverse(f"admin:articles_article_{name.replace('-', '_')}", args=[article.pk]), label) for name, label in pages]

    def may_do(self, request, act, article) -> bool:
        may = {"discard": self.has_delete_permission, "join": self.has_change_permission}.get(act.name)
        return act.is_open_to(request.user, article) and (may is None or may(request, article))

    def act_view(self, request, object_id, *, name):
        """Ask for what the act needs, and do it: where it takes the article held, in one transaction from the look at it to what becomes of it."""
        act = ACTS[name]
        is_taken_up = bool(sheets.take_up(request))
        is_done = False
        try:
            with transaction.atomic() if request.method == "POST" and act.takes_held else nullcontext():
                article = self._asked_for(request, object_id, act.permission)
                if not isinstance(article, Article):
                    return article
                form = act.form(request.POST if request.method == "POST" else None, initial=act.preset(article))
                if article.state not in act.states and (request.method != "POST" or not form.fields):
                    said = f"The article {article.pid} is {article.get_state_display().lower()}: nothing was done."
                    return self._back(request, article, said, messages.WARNING)
                if not self.may_do(request, act, article) and article.state in act.states:
                    raise PermissionDenied
                if request.method == "POST" and not is_taken_up and form.is_valid():
                    with nullcontext() if act.takes_held else transaction.atomic():
                        act.perform(article, by=request.user, **({"is_held": True} if act.takes_held else {}), **form.cleaned_data)
                    is_done = True
        except NotAllowed:
            raise PermissionDenied from None
        except self.refusals as refusal:
            if isinstance(refusal, WrongState) and not form.fields:
                return self._back(request, article, refusal_text(refusal), messages.WARNING)
            form.add_error(None, refusal_text(refusal))
        else:
            if is_done:
                return self._back(request, article, f"The article {article.pid} {act.done}.", messages.SUCCESS)
        points = editorial.checklist(article) if name == "publish" else []
        missing = [visible(point.label) for point in points if point.is_needed]
        context = {"act": act, "form": form, "missing": missing, "points": points, "media": self.media + form.media}
        if name == "publish" and article.created_by_id == request.user.pk:
            context["is_alone"] = True
        return self._page(request, article, "act", act.label, context)

    def revise_view(self, request, object_id):
        """Ask for the whole next state of a text that was public, by-line and other printings included, and for the reason."""
        if typed_at := sheets.take_up(request):
            request.refusal = TAKEN_UP.format(typed_at)
        if request.method != "POST":
            return self._revise(request, object_id)
        with transaction.atomic():  # from the look at what the form was made from, to the version that comes of it
            return self._revise(request, object_id)

    def _revise(self, request, object_id):
        article = self._asked_for(request, object_id, "articles.revise_article")
        if not isinstance(article, Article):
            return article
        if not article.was_ever_public:
            return self._back(request, article, f"The article {article.pid} was never public: edit the draft.", messages.WARNING)
        data = request.POST if request.method == "POST" else None
        article.current = with_newest_change(article.versions.select_related("article__publication"), article).get(pk=article.current_id)
        article.publication = article.current.article.publication
        signed = Contribution.objects.select_related("author").order_by("position")
        printed = AlsoPrinted.objects.select_related("publication").order_by("id")
        prefetch_related_objects([article], Prefetch("contributions", signed), Prefetch("also_printed", printed))
        form = RevisionForm(data, instance=copy(article), initial={"body": article.current.body, "kinds": article.current.kinds})
        form.request, form.newest = request, article.current.newest_change
        contributions = list(article.contributions.all())
        credit_rows = CreditFormSet(
            data,
            prefix="credits",
            initial=[{"name": c.name, "author": c.author_id, "role": c.role, "affiliation": c.affiliation} for c in contributions],
            form_kwargs={"known": {str(c.author_id): c.author for c in contributions if c.author}},
        )
        printings = list(article.also_printed.all())
        printing_rows = PrintingFormSet(
            data,
            prefix="printings",
            initial=[
                {"publication": p.publication_id, **{name: getattr(p, name) for name in PRINTED}} for p in printings
            ],
            form_kwargs={"known": {str(p.publication_id): p.publication for p in printings}},
        )  # fmt: skip
        is_valid = request.method == "POST" and all([form.is_valid(), credit_rows.is_valid(), printing_rows.is_valid()])
        looked_at: dict = {}
        if is_valid and ("_look" in request.POST or any(name.startswith("decision-") for name in request.POST)):
            looked_at = self._next_version(request, article, form)
        if is_valid and "_look" not in request.POST:
            changed = set(form.changed_data)
            try:
                with transaction.atomic():
                    version = editorial.revise(
                        article,
                        by=request.user,
                        reason=form.cleaned_data["reason"],
                        body=form.cleaned_data["body"] if "body" in changed else None,
                        kinds=form.cleaned_data["kinds"] if "kinds" in changed else None,
                        changes=form.changes(),
                        credits=_credits(credit_rows) if credit_rows.has_changed() else None,
                        printings=_printings(printing_rows) if printing_rows.has_changed() else None,
                        decisions=looked_at.get("decisions"),
                        is_held=True,
                    )
            except NotAllowed:
                raise PermissionDenied from None
            except editorial.InvalidRecord as refusal:
                for field, faults in refusal.faults.items():
                    form.add_error(field if field in form.fields else None, faults)
            except self.refusals as refusal:
                form.add_error(None, refusal_text(refusal))
            else:
                if warning := editorial.names_of_other_years(version.article, version.suggested):
                    self.message_user(request, visible(warning), messages.WARNING)
                return self._back(request, article, f"The article {article.pid} is shown as version {version.number}.", messages.SUCCESS)
            if not looked_at and form.non_field_errors():  # what of it cannot be is seen in the whole
                looked_at = self._next_version(request, article, form)
        context = {
            "form": form,
            "groups": _grouped(form),
            "credit_rows": credit_rows,
            "printing_rows": printing_rows,
            "made_from": article.current.newest_change,
            "conflict": told(form.conflict),
            "beside": form.beside() if form.conflict else [],
            "text_difference": _compared(article.current.body, form.data.get("body", "")) if form.conflict else [],
            "hidden_signs": hidden_in(article),
            "faults": faults_in(form, [credit_rows, printing_rows]) if request.method == "POST" else [],
            **looked_at,
            "media": self.media + form.media + credit_rows.media + printing_rows.media,
        }
        return self._page(request, article, "revise", "Revise", context)

    def _next_version(self, request, article, form):
        """Return what the next version would change: the text word by word, the record field by field, and what was marked in the text."""
        body = body_form.normalise(form.cleaned_data["body"])
        effects = editorial.effects_of(article, body)
        decisions = {}
        for effect in effects.each:
            given = request.POST.get(f"decision-{effect.pid}", "")
            spans = {f"{span[0]}-{span[1]}": span for span, _ in effect.choices}
            if given == editorial.GONE or given in spans:
                decisions[effect.pid] = spans.get(given, given)
        return {
            "is_looked_at": True,
            "difference": _compared(article.current.body, body),
            "changes": [row for row in form.beside() if row[0].lower() != "reason"],
            "effects": effects,
            "effect_rows": [
                (effect, visible(effect.former.exact), visible(effect.words), [
                    (f"{a}-{b}", visible(f"{quote.prefix}[{quote.exact}]{quote.suffix}")) for (a, b), quote in effect.choices
                ], request.POST.get(f"decision-{effect.pid}", ""))
                for effect in effects.each
            ],
            "gone": editorial.GONE,
            "decisions": decisions,
        }  # fmt: skip

    def suggestions_view(self, request, object_id):
        """List the tags the archive proposes for an article, and take the answers."""
        article = self._asked_for(request, object_id, "articles.change_suggestion")
        if not isinstance(article, Article):
            return article
        typed_at = sheets.take_up(request)
        suggestions = list(article.suggestions.select_related("entity", "answered_by").order_by("is_ambiguous", "id"))
        form = AnswersForm(request.POST if request.method == "POST" else None, suggestions=suggestions)
        if request.method == "POST" and not typed_at and (form.is_valid() or "_all" in request.POST):
            # Whoever confirms the rest has refused some of them on the same page: their answers come first.
            answers = {one.pk: form.cleaned_data.get(name) for one, name in form.rows if name in form.changed_data}
            given = {pk: answer == Suggestion.Answer.ACCEPTED for pk, answer in answers.items() if answer}
            with transaction.atomic():
                count = len(editorial.answer_each(given, by=request.user)) if given else 0
                count += editorial.answer_all(article, by=request.user) if "_all" in request.POST else 0
            return self._back(request, article, f"{count} suggested tag{' is' if count == 1 else 's are'} answered.", messages.SUCCESS)
        rows = [(suggestion, visible(suggestion.found), self.admin_site.label_of(suggestion.entity), form[name]) for suggestion, name in form.rows]
        context = {"form": form, "rows": rows, "media": self.media}
        return self._page(request, article, "suggestions", "Suggested tags", context)

    def history_view(self, request, object_id, extra_context=None):
        texts = reverse("admin:articles_article_text", args=[unquote(object_id), 0]).removesuffix("0/")
        return super().history_view(request, object_id, {"texts": texts, **(extra_context or {})})

    def text_view(self, request, object_id, number):
        """Show what one entry of the history changed in the text, word by word, and let a draft's former text stand again."""
        article = self._asked_for(request, object_id, "articles.view_article")
        if not isinstance(article, Article):
            return article
        change = history.Change.objects.of(article).filter(pk=min(number, 2**63 - 1)).first()
        former, latter = ((values or {}).get("sha256") for values in (change.before, change.after)) if change else ("", "")
        if not former:
            raise Http404
        may_restore = not article.was_ever_public and self.is_editable(request, article)
        address = reverse("admin:articles_article_history", args=[article.pk])
        if request.method == "POST":
            if not may_restore:
                raise PermissionDenied
            try:
                editorial.restore_text(article, by=request.user, change=change)
            except self.refusals as refusal:
                self.message_user(request, refusal_text(refusal), messages.ERROR)
            else:
                self.message_user(request, "The former text stands again.", messages.SUCCESS)
            return HttpResponseRedirect(address)
        kept = (article.former_texts, article.versions)
        texts = dict(pair for texts in kept for pair in texts.filter(sha256__in=[former, latter or ""]).values_list("sha256", "body"))
        now = article.versions.order_by("-number").values_list("body", flat=True).first() or ""
        context = {
            "entry": told([change])[0],
            "blocks": _compared(texts[former], texts[latter]) if former in texts and latter in texts else [],
            "is_kept": former in texts,
            "is_now": texts.get(former) == now,
            "since": _compared(now, texts.get(former, now)),
            "may_restore": may_restore,
            "history": address,
            "media": self.media,
        }
        return self._page(request, article, "text", "The text in the history", context)

    def _asked_for(self, request, object_id, permission):
        """Return the article, or the answer that is given in its place. Raises PermissionDenied."""
        if request.method not in {"GET", "HEAD", "POST"}:
            return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
        if not request.user.has_perm(permission):
            raise PermissionDenied
        article = self.get_object(request, unquote(object_id))
        return self._get_obj_does_not_exist_redirect(request, self.opts, object_id) if article is None else article

    def _back(self, request, article, message, level):
        sheets.done(request)
        self.message_user(request, message, level)
        is_there = request.resolver_match.url_name not in {"articles_article_discard", "articles_article_delete"}
        address = reverse("admin:articles_article_change", args=[article.pk]) if is_there else reverse("admin:articles_article_changelist")
        return HttpResponseRedirect(address)

    def _page(self, request, article, template, title, context):
        return TemplateResponse(
            request,
            f"admin/articles/article/{template}.html",
            {
                **self.admin_site.each_context(request),
                "title": title,
                "subtitle": self.label_of(article),
                "called": self.label_of(article),
                "article": article,
                "opts": self.opts,
                **sheets.context(request),
                **context,
            },
        )


def _compared(before: str, after: str):
    """Return the blocks that differ between two texts, hidden signs written out."""
    return shortened(difference(visible(before), visible(body_form.normalise(after))))


def _to_many(desk, request, articles):
    """Lead from the list to the page that asks what is to be done to ``articles``."""
    keys = list(articles.order_by("pk").values_list("pk", flat=True)[: editorial.MOST_ARTICLES + 1])
    if len(keys) > editorial.MOST_ARTICLES:
        desk.message_user(request, f"{editorial.MOST_ARTICLES:,} articles are the most that are changed in one go.", messages.ERROR)
        return None
    kind = request.POST.get("action", "")
    title, form_class = MANY[kind]
    form = form_class(initial={"articles": ",".join(map(str, keys))})
    context = {
        **desk.admin_site.each_context(request),
        "title": title,
        "opts": Batch._meta,
        "form": form,
        "kind": kind,
        "count": len(keys),
        "media": desk.media + form.media,
        **sheets.context(request, reverse("admin:articles_batch_many", args=[kind])),
        "scratches": [],  # of other choices: they are offered where a log-in leads back to
    }
    return TemplateResponse(request, "admin/articles/batch/many.html", context)


PRINTED = ["title", "published_on", "volume", "issue", "pages", "note"]


class AnswersForm(forms.Form):
    """One question for each suggestion of one article. ``rows`` pairs each with the name of its field."""

    def __init__(self, *args, suggestions, **kwargs):
        super().__init__(*args, **kwargs)
        self.rows = [(suggestion, f"suggestion-{suggestion.pk}") for suggestion in suggestions]
        for suggestion, name in self.rows:
            answers = [("accepted", "confirm"), ("refused", "refuse")]
            if suggestion.answer == Suggestion.Answer.OPEN:
                answers.insert(0, ("open", "leave open"))
            self.fields[name] = forms.ChoiceField(
                label=f"{suggestion.found} → {suggestion.entity.name}", choices=answers, initial=suggestion.answer, widget=forms.RadioSelect
            )


def _fieldsets(*groups):
    return [(title, {"fields": list(fields), **({"classes": ["wide"]} if title == "Text" else {})}) for title, fields in groups]


def _grouped(form):
    """Return (title, bound fields) of a revision, in the order of the ordinary page."""
    groups = [("Why", ["reason"]), *ArticleAdmin.record, ("Text", ["body", "kinds"])]
    return [
        (title, [form[name] for entry in names for name in (entry if isinstance(entry, tuple) else [entry])]) for title, names in groups
    ]  # fmt: skip


def _credits(rows):
    return [
        editorial.Credit(row["name"], row["author"].pk if row["author"] else None, row["role"], row["affiliation"])
        for row in (form.cleaned_data for form in rows.ordered_forms)
    ]


def _printings(rows):
    kept = [form for form in rows if form not in rows.deleted_forms and form.cleaned_data]
    return [editorial.Printing(row["publication"].pk, **{name: row[name] for name in PRINTED}) for row in (form.cleaned_data for form in kept)]
