"""Versions at the desk: looked at here, made by publishing and revising."""

from django.contrib import admin

from articles.models import Version
from kzarchive.admin import ReadOnlyAdmin, shown


@admin.register(Version)
class VersionAdmin(ReadOnlyAdmin):
    list_display = ["article_pid", "number", "frozen_at", "made_by", shown(Version, "reason")]
    list_filter = ["frozen_at"]
    list_select_related = ["article", "made_by"]
    linked_lookups = frozenset({"article__id__exact"})
    search_fields = ["article__pid"]
    word_columns = ("article__title_key",)
    pid_column = "article__pid"
    search_help_text = "Words of the article's title, or its pid."
    fields = ["article", "number", "frozen_at", "made_at", "made_by", "reason", "sha256", "kinds", "body", "record"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("article", "made_by").defer("body", "record")

    @admin.display(description="article", ordering="article__pid")
    def article_pid(self, version):
        return version.article.pid
