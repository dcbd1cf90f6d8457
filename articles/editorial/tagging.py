"""What editors answer to the tags the archive proposes."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from articles import search
from articles.models import Article, Suggestion, TaggedEntity
from kzarchive.history.models import write

from .publishing import require


@transaction.atomic
def answer(suggestion: Suggestion, *, by, accept: bool) -> Suggestion:
    """Make a suggestion a tag, or refuse it for good for this article. An answer may be changed."""
    require(by, "articles.change_suggestion")
    suggestion = Suggestion.objects.select_for_update().get(pk=suggestion.pk)
    before = {"answer": suggestion.answer}
    suggestion.answer = Suggestion.Answer.ACCEPTED if accept else Suggestion.Answer.REFUSED
    suggestion.answered_by, suggestion.answered_at = by, timezone.now()
    suggestion.save()
    if accept:
        TaggedEntity.objects.get_or_create(
            content_object=suggestion.article, tag=suggestion.entity, defaults={"confirmed_by": by}
        )  # fmt: skip
    else:
        TaggedEntity.objects.filter(content_object=suggestion.article, tag=suggestion.entity).delete()
    search.index([suggestion.article_id])
    write("answer suggestion", suggestion, by=by, before=before, after={"answer": suggestion.answer})
    return suggestion


def answer_all(article: Article, *, by) -> int:
    """Accept every open suggestion of ``article`` that is not ambiguous; return how many."""
    open_ones = list(article.suggestions.filter(answer=Suggestion.Answer.OPEN, is_ambiguous=False))
    with transaction.atomic():
        for suggestion in open_ones:
            answer(suggestion, by=by, accept=True)
    return len(open_ones)
