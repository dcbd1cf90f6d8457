"""Publications at the desk, with the titles they bore."""

from django.contrib import admin
from django.db.models import Count, Q

from articles.models import Article, Publication, PublicationTitle, PublicationWord
from entities import spelling
from kzarchive.admin import RowInline, in_articles, shown
from kzarchive.marks import visible
from kzarchive.merging.admin import MergeDesk


class TitleInline(RowInline):
    model = PublicationTitle
    fields = ["title", "from_year", "to_year"]
    verbose_name = "title it bears or bore"
    verbose_name_plural = "titles it bears or bore"


@admin.register(Publication)
class PublicationAdmin(MergeDesk):
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

    def offered(self, term):
        grades = spelling.closest(PublicationWord, term)
        titles: dict[int, list[str]] = {}
        for table, column in ((Publication, "pk"), (PublicationTitle, "publication_id")):
            for pk, title in table.objects.filter(**{f"{column}__in": grades}).values_list(column, "title"):
                titles.setdefault(pk, []).append(title)
        # The present title unless a former one has more of the words.
        best = {pk: max(borne, key=lambda title: spelling.likeness(term, title)) for pk, borne in titles.items()}
        return {pk: best[pk] for pk in sorted(best, key=lambda pk: (grades[pk], len(best[pk]), pk))}

    def labels_of(self, records, offered):
        counted = Article.objects.filter(publication__in=records).order_by().values("publication").annotate(articles=Count("pk"))
        counts = dict(counted.values_list("publication", "articles"))
        return {
            publication.pk: visible(
                f"{self.label_of(publication)} · {in_articles(counts.get(publication.pk, 0))}"
                + (f" · found as {matched}" if (matched := offered.get(publication.pk, publication.title)) != publication.title else "")
            )
            for publication in records
        }
