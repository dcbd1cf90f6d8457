"""Authors at the desk."""

from django.contrib import admin
from django.db.models import Count

from articles.models import Author, AuthorWord, Contribution
from entities import spelling
from kzarchive.admin import in_articles, shown
from kzarchive.marks import visible
from kzarchive.merging.admin import MergeDesk


@admin.register(Author)
class AuthorAdmin(MergeDesk):
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

    def offered(self, term):
        grades = spelling.closest(AuthorWord, term)
        names = dict(Author.objects.filter(pk__in=grades).values_list("pk", "name"))
        return {pk: names[pk] for pk in sorted(names, key=lambda pk: (grades[pk], len(names[pk]), pk))}

    def labels_of(self, records, offered):
        counted = Contribution.objects.filter(author__in=records).order_by().values("author").annotate(articles=Count("article", distinct=True))
        counts = dict(counted.values_list("author", "articles"))
        return {author.pk: f"{self.label_of(author)} · {in_articles(counts.get(author.pk, 0))}" for author in records}
