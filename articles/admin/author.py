"""Authors at the desk."""

from django.contrib import admin

from articles.models import Author
from kzarchive.admin import RecordAdmin, shown
from kzarchive.marks import visible


@admin.register(Author)
class AuthorAdmin(RecordAdmin):
    list_display = [shown(Author, "name"), "pid", "kind", "entity", "public_since"]
    list_filter = ["kind", ("public_since", admin.EmptyFieldListFilter)]
    list_select_related = ["entity"]
    search_fields = ["name"]
    word_columns = ("name_key", "slug")
    pid_column = "pid"
    search_help_text = "Words of the name, or a pid."
    autocomplete_fields = ["entity"]
    fields = ["name", ("family", "given"), "kind", "entity", "slug", "note", "pid", "public_since"]
    readonly_fields = ["pid", "public_since"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("entity")

    def label_of(self, author):
        return f"{visible(author.name)} · {author.pid}"
