"""Publications at the desk, with the titles they bore."""

from django.contrib import admin
from django.db.models import Q

from articles.models import Publication, PublicationTitle
from kzarchive.admin import RecordAdmin, RowInline, shown
from kzarchive.marks import visible


class TitleInline(RowInline):
    model = PublicationTitle
    fields = ["title", "from_year", "to_year"]
    verbose_name = "title it bears or bore"
    verbose_name_plural = "titles it bears or bore"


@admin.register(Publication)
class PublicationAdmin(RecordAdmin):
    list_display = [shown(Publication, "title"), "pid", "issn", shown(Publication, "publisher"), "public_since"]
    list_filter = [("issn", admin.EmptyFieldListFilter), ("public_since", admin.EmptyFieldListFilter)]
    search_fields = ["title"]
    word_columns = ("title_key", "slug")
    pid_column = "pid"
    search_help_text = "Words of a title it bears or bore, an ISSN, or a pid."
    fields = ["title", "issn", "publisher", "slug", "note", "pid", "public_since"]
    readonly_fields = ["pid", "public_since"]
    inlines = [TitleInline]

    def words_match(self, word):
        former = PublicationTitle.objects.filter(key__contains=word).values("publication")
        return super().words_match(word) | Q(pk__in=former) | Q(issn=word.upper())

    def label_of(self, publication):
        return f"{visible(publication.title)} · {publication.pid}"
