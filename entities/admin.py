"""The authority file at the desk: entities with their names. They are merged one day, and never deleted."""

from django.contrib import admin, messages
from django.db.models import Count, Q

from articles.models import TaggedEntity
from entities import lookup
from entities.models import Entity, Identifier, Name, Relation
from entities.names import cautions, proposals
from kzarchive.admin import NOTHING, RowInline, in_articles, shown
from kzarchive.marks import visible
from kzarchive.merging.admin import MergeDesk


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
