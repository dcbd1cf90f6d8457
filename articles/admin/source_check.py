"""The log of source addresses at the desk: what was seen there, and when."""

from django.contrib import admin

from articles.models import SourceCheck
from kzarchive.admin import ReadOnlyAdmin, shown
from kzarchive.marks import visible


@admin.register(SourceCheck)
class SourceCheckAdmin(ReadOnlyAdmin):
    list_display = [shown(SourceCheck, "url"), "article_pid", "outcome", "status", "led", "first_at", "last_at", "times"]
    list_filter = ["outcome"]
    list_select_related = ["article"]
    sortable_by = []
    linked_lookups = frozenset({"article__id__exact"})
    search_fields = ["article__pid"]
    word_columns = ("article__title_key",)
    pid_column = "article__pid"
    search_help_text = "Words of the article's title, or its pid."
    fields = ["article", "url", "outcome", "status", "led_to", "message", "first_at", "last_at", "times"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("article")

    @admin.display(description="article")
    def article_pid(self, check):
        return check.article.pid

    @admin.display(description="led to")
    def led(self, check):
        return visible(check.led_to) or None
