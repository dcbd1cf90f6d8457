"""The authority file at the desk: entities with their names. They are merged one day, and never deleted."""

from django.contrib import admin
from django.db.models import Q

from entities.models import Entity, Name
from kzarchive.admin import RecordAdmin, RowInline, shown
from kzarchive.marks import visible


class NameInline(RowInline):
    model = Name
    fields = ["text", "language", "kind", "from_year", "to_year", "search_may_use", "tagging_may_use", "note"]


@admin.register(Entity)
class EntityAdmin(RecordAdmin):
    list_display = [shown(Entity, "name"), "pid", "kind", shown(Entity, "description")]
    list_filter = ["kind"]
    search_fields = ["name"]
    word_columns = ("slug",)
    pid_column = "pid"
    search_help_text = "Words of any of its names, in any script, or a pid."
    fields = ["name", "kind", "description", "slug", "pid"]
    readonly_fields = ["pid"]
    inlines = [NameInline]

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

    def label_of(self, entity):
        about = f": {entity.description[:80]}" if entity.description else ""
        return visible(f"{entity.name} ({entity.get_kind_display().lower()}{about}) · {entity.pid}")
