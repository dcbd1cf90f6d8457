"""Topics and suggestions at the desk. Suggestions are answered on the page of their article."""

from django.contrib import admin

from articles.models import Suggestion, Topic
from kzarchive.admin import ReadOnlyAdmin, RecordAdmin, shown
from kzarchive.marks import visible


@admin.register(Topic)
class TopicAdmin(RecordAdmin):
    list_display = [shown(Topic, "name"), "slug", "public_since"]
    list_filter = [("public_since", admin.EmptyFieldListFilter)]
    search_fields = ["name"]
    search_help_text = "Words of the topic."
    fields = ["name", "slug", "public_since"]

    def fixed(self, request, obj):
        # The address of a topic is made once and stays.
        return [*super().fixed(request, obj), "public_since", *(["slug"] if obj is not None else [])]

    def get_search_results(self, request, queryset, search_term):
        for word in search_term[:200].split():
            queryset = queryset.filter(name__icontains=word)
        return queryset, False


@admin.register(Suggestion)
class SuggestionAdmin(ReadOnlyAdmin):
    list_display = [shown(Suggestion, "found"), "entity_name", "article_pid", "count", "is_ambiguous", "answer", "answered_by"]
    list_filter = ["answer", "is_ambiguous"]
    list_select_related = ["article", "entity", "answered_by"]
    linked_lookups = frozenset({"article__id__exact", "entity__id__exact"})
    search_fields = ["article__pid"]
    word_columns = ("article__title_key",)
    pid_column = "article__pid"
    search_help_text = "Words of the article's title, or its pid."
    fields = ["article", "entity", "found", "count", "is_ambiguous", "doubt", "out_of_use", "answer", "answered_by", "answered_at"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("article", "entity", "answered_by")

    @admin.display(description="entity", ordering="entity__name")
    def entity_name(self, suggestion):
        return visible(suggestion.entity.name)

    @admin.display(description="article", ordering="article__pid")
    def article_pid(self, suggestion):
        return suggestion.article.pid
