"""What the search index holds of each article, beside its words: one row a part of the index."""

from __future__ import annotations

from django.db import models


class SearchDocument(models.Model):
    """What was entered in the index for one article. ``articles.search`` alone writes these rows, together with the words they belong to.

    ``codes`` are the facet values but for the language, four bytes each, as ``articles.search.documents`` packs them: those of
    all that a search finds are joined by the database and counted. Days are counted as ``datetime.date.toordinal`` does; both are null
    where the article has no date. The words of a frozen version can be made again from that version; those of a draft, which
    changes in place, are kept compressed, and stand last, so that nothing else is read past them.
    """

    article = models.OneToOneField("articles.Article", primary_key=True, on_delete=models.PROTECT, related_name="+")
    codes = models.BinaryField()
    language = models.CharField(max_length=35)
    earliest = models.IntegerField(null=True)
    latest = models.IntegerField(null=True)
    version_id = models.BigIntegerField(null=True, help_text="The frozen version whose words are indexed.")
    digest = models.CharField(max_length=16, help_text="Of all that was indexed, the edition of the analyser included.")
    edition = models.PositiveSmallIntegerField(help_text="Of the analyser that cut the words.")
    kept = models.BinaryField(null=True, help_text="The words indexed, compressed, where no frozen version has them.")

    class Meta:
        abstract = True
        default_permissions = ()

    def __str__(self):
        return self.digest


class PublicDocument(SearchDocument):
    """A published article as the public may search it: at access ``record`` its text is no part of this."""

    class Meta(SearchDocument.Meta):
        pass


class DeskDocument(SearchDocument):
    """What of an article the public may not search, whole: drafts, texts closed to readers, what was withdrawn."""

    class Meta(SearchDocument.Meta):
        pass
