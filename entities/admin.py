"""The authority file at the desk: entities with their names. They are merged one day, and never deleted."""

from urllib.parse import urlencode

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from articles.editorial import EditorialError
from articles.editorial.splitting import BOTH, GOES, STAYS, split
from articles.models import TaggedEntity
from entities import lookup
from entities.models import Entity, Identifier, Name, Relation
from entities.names import cautions, proposals
from kzarchive.admin import NOTHING, RowInline, in_articles, shown
from kzarchive.marks import visible
from kzarchive.merging.admin import MergeDesk, Why

SPLIT_AT_ONCE = 20


class SplitForm(Why):
    """For each of some tags whether its article speaks of the entity, of the other, or of both."""

    def __init__(self, *args, taggings, **kwargs):
        super().__init__(*args, **kwargs)
        self.taggings = taggings
        for tagging in taggings:
            choices = [(STAYS, "this one"), (GOES, "the other"), (BOTH, "both")]
            self.fields[f"tag-{tagging.pk}"] = forms.ChoiceField(choices=choices, initial=STAYS, widget=forms.RadioSelect)

    def answers(self) -> dict[int, str]:
        return {tagging.pk: self.cleaned_data[f"tag-{tagging.pk}"] for tagging in self.taggings}


class NameInline(RowInline):
    model = Name
    fields = ["text", "language", "kind", "from_year", "to_year", "search_may_use", "tagging_may_use", "note"]


class IdentifierInline(RowInline):
    model = Identifier
    fields = ["scheme", "value"]


class RelationInline(RowInline):
    model = Relation
    fk_name = "subject"
    fields = ["kind", "object", "title", "began_on", "ended_on", "source", "is_certain"]
    autocomplete_fields = ["object"]
    verbose_name = "relation to another"
    verbose_name_plural = "what it is to others"

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("object", "subject")


@admin.register(Entity)
class EntityAdmin(MergeDesk):
    list_display = [shown(Entity, "name"), "pid", "kind", shown(Entity, "description")]
    list_filter = ["kind"]
    search_fields = ["name"]
    word_columns = ("slug",)
    pid_column = "pid"
    search_help_text = "Words of any of its names, in any script, or a pid."
    fields = ["name", "kind", "description", "slug", "pid", "proposed_names"]
    readonly_fields = ["pid", "proposed_names"]
    inlines = [NameInline, IdentifierInline, RelationInline]

    def get_urls(self):
        return [path("<path:object_id>/split/", self.admin_site.admin_view(self.split_view), name="entities_entity_split"), *super().get_urls()]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None and request.user.has_perm("articles.change_taggedentity"):
            context["split_page"] = reverse("admin:entities_entity_split", args=[obj.pk])
        return super().render_change_form(request, context, add, change, form_url, obj)

    def split_view(self, request, object_id):
        """Go through the articles of an entity that is really two, some at a time; ``after`` is the last tag that was looked at."""
        if request.method not in {"GET", "HEAD", "POST"}:
            return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
        if not request.user.has_perm("articles.change_taggedentity"):
            raise PermissionDenied
        entity = self.get_object(request, unquote(object_id))
        if entity is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        data = request.POST if request.method == "POST" else request.GET
        picked = self._picked(entity, data if "into" in data else None, label="The other entity")
        context = {"picking": picked, "media": self.media + picked.media}
        if picked.is_bound and picked.is_valid():
            other = picked.cleaned_data["into"]
            asked = request.GET.get("after", "")
            after = int(asked) if asked.isdecimal() and len(asked) < 19 else 0
            left = TaggedEntity.objects.filter(tag=entity, pk__gt=after).order_by("pk")
            taggings = list(left.select_related("content_object")[:SPLIT_AT_ONCE])
            form = SplitForm(
                request.POST if request.method == "POST" else None, taggings=taggings, initial={"reason": request.GET.get("why", "")[:500]}
            )
            if request.method == "POST" and form.is_valid():
                reason = form.cleaned_data["reason"]
                try:
                    count = split(entity, other, form.answers(), by=request.user, reason=reason)
                except EditorialError as refusal:
                    form.add_error(None, visible(str(refusal)))
                else:
                    self.message_user(request, f"{count} of {len(taggings)} articles speak of {other.pid}.", messages.SUCCESS)
                    following = urlencode({"into": other.pk, "after": taggings[-1].pk if taggings else after, "why": reason[:500]})
                    return HttpResponseRedirect(f"{request.path}?{following}")
            rows = [
                (
                    visible(f"{tagging.content_object.title or tagging.content_object.pid} ({tagging.content_object.published_on or 'undated'})"),
                    reverse("admin:articles_article_change", args=[tagging.content_object_id]),
                    form[f"tag-{tagging.pk}"],
                )
                for tagging in taggings
            ]
            context |= {"other": other, "rows": rows, "left": left.count(), "form": form}
        page = {
            **self.admin_site.each_context(request),
            "title": "Split in two",
            "entity": entity,
            "called": self.label_of(entity),
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/merging/split.html", {**page, **context})

    @admin.display(description="spellings it lacks")
    def proposed_names(self, entity):
        """Show how its Cyrillic names are spelled in Latin letters, each with its system: to be copied, never added by itself."""
        if entity.pk is None:
            return NOTHING
        names = list(entity.names.all())
        known = {name.text for name in names}
        lines = []
        for name in names:
            if name.kind == Name.NameKind.PREFERRED and name.script == "Cyrl" and name.language in {"ru", "kk"}:
                lines += [f"{spelled} ({language}, {system}, of {name.text})" for system, language, spelled in proposals(name.text, known)]
        return visible("\n".join(dict.fromkeys(lines))) or NOTHING

    def has_delete_permission(self, request, obj=None):
        return False

    def view_on_site(self, obj):
        return obj.get_absolute_url()

    def words_match(self, word):
        return super().words_match(word) | Q(pk__in=Name.objects.filter(key__contains=word).values("entity"))

    def complete(self, request, entity):
        # An entity without a name would be found by nobody.
        if not entity.names.exists():
            Name.objects.create(entity=entity, text=entity.name, language="en", kind=Name.NameKind.PREFERRED)
        for name in entity.names.all():
            for caution in cautions(name.text):
                self.message_user(request, f"The name “{visible(name.text)[:80]}” is saved. {visible(caution)}", messages.WARNING)

    def offered(self, term):
        found = lookup.find(term, is_public=False)
        return {one.entity_id: f"{one.text}{f' {years}' if (years := _years(one.from_year, one.to_year)) else ''}" for one in found}

    def labels_of(self, records, offered):
        counted = TaggedEntity.objects.filter(tag__in=records).order_by().values("tag").annotate(articles=Count("pk"))
        counts = dict(counted.values_list("tag", "articles"))
        return {
            entity.pk: visible(
                f"{self.label_of(entity)} · {in_articles(counts.get(entity.pk, 0))}"
                + (f" · found as {matched}" if (matched := offered.get(entity.pk, entity.name)) != entity.name else "")
            )
            for entity in records
        }

    def label_of(self, entity):
        about = f": {entity.description[:80]}" if entity.description else ""
        return visible(f"{entity.name} ({entity.get_kind_display().lower()}{about}) · {entity.pid}")


def _years(begin: int | None, end: int | None) -> str:
    return f"({begin or ''}–{end or ''})" if begin or end else ""
