"""The history at the desk: read by object, person and act; written by every save and every act, here by nobody."""

from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import User

from kzarchive.admin import APPS, NOTHING, ReadOnlyAdmin, in_words, shown
from kzarchive.history.models import Change

ACTS = [
    "add", "change", "delete", "import", "change text", "submit", "send back", "publish", "revise", "withdraw", "publish again", "discard",
    "answer suggestion", "change password", "undo",
    "restore words", "take from text", "settle warning", "assign", "restore value", "restore text", "add topic", "remove topic",
    "split", "join", "mend encoding", "not a duplicate", "found printed elsewhere", "also printed", "vouch for source",
    "mark", "reword", "place", "assess", "link", "unlink", "refuse proposal", "correct", "withdraw correction",
    "merge", "merge away", "undo merge", "undo split", "answer pair", "keep", "clear demo",
]  # fmt: skip
PEOPLE_LISTED = 50


class ActFilter(admin.SimpleListFilter):
    title = "act"
    parameter_name = "act"

    def lookups(self, request, model_admin):
        return [(act, act) for act in ACTS]

    def queryset(self, request, queryset):
        return queryset.filter(act=self.value()) if self.value() else queryset


class KindFilter(admin.SimpleListFilter):
    title = "kind of record"
    parameter_name = "kind"

    def lookups(self, request, model_admin):
        models = [model for model in apps.get_models() if model._meta.app_label in APPS]
        return sorted((model._meta.label_lower, model._meta.verbose_name) for model in models)

    def queryset(self, request, queryset):
        return queryset.filter(kind=self.value()) if self.value() else queryset


class PersonFilter(admin.SimpleListFilter):
    title = "person"
    parameter_name = "by"

    def lookups(self, request, model_admin):
        people = User.objects.filter(is_staff=True).order_by("username").values_list("pk", "username")[:PEOPLE_LISTED]
        return [(str(key), name) for key, name in people]

    def queryset(self, request, queryset):
        value = self.value() or ""
        return queryset.filter(by=int(value)) if value.isdecimal() and len(value) < 19 else queryset


@admin.register(Change)
class ChangeAdmin(ReadOnlyAdmin):
    list_display = ["at", "by", "act", "kind_called", shown(Change, "label"), shown(Change, "reason")]
    list_filter = [ActFilter, KindFilter, PersonFilter, "at"]
    list_select_related = ["by"]
    linked_lookups = frozenset({"object_id", "batch"})
    search_fields = ["label"]
    search_help_text = "The beginning of a record's name, or its pid."
    fields = ["at", "by", "act", "kind", "object_id", "label", "reason", "values_before", "values_after", "batch"]
    readonly_fields = ["values_before", "values_after"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("by")

    def get_search_results(self, request, queryset, search_term):
        term = search_term[:200].strip()
        return queryset.filter(label__istartswith=term) if term else queryset, False

    @admin.display(description="kind")
    def kind_called(self, change):
        try:
            return apps.get_model(change.kind)._meta.verbose_name
        except (LookupError, ValueError):
            return change.kind  # of a model that is there no more

    @admin.display(description="before")
    def values_before(self, change):
        return _lines(change.before)

    @admin.display(description="after")
    def values_after(self, change):
        return _lines(change.after)


def _lines(values):
    return "\n".join(f"{name}: {in_words(value)}" for name, value in values.items()) if values else NOTHING
