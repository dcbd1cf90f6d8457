"""What editors answer to the tags the archive proposes."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.db.models import prefetch_related_objects
from django.utils import timezone

from articles import search
from articles.models import Article, Suggestion, TaggedEntity
from kzarchive.history import models as history
from kzarchive.history.models import write

from .publishing import require


def answer(suggestion: Suggestion, *, by, accept: bool) -> Suggestion:
    """Make a suggestion a tag, or refuse it for good for this article. An answer may be changed."""
    (answered,) = answer_each({suggestion.pk: accept}, by=by)
    return answered


@transaction.atomic
def answer_each(answers: Mapping[int, bool], *, by, article: Article | None = None) -> list[Suggestion]:
    """Do what ``answer`` does to several suggestions, by their keys, in as many statements as to one; return them as they stand now.

    Raises Suggestion.DoesNotExist, and nothing is done, where one is not there, or is of another article than ``article``.
    """
    require(by, "articles.change_suggestion")
    # Held alone: joined with its entity, one that a merge has just moved would not be found by PostgreSQL.
    asked = Suggestion.objects.filter(pk__in=answers, **({"article": article} if article else {}))
    held = list(asked.select_for_update().order_by("pk"))
    if len(held) < len(answers):
        raise Suggestion.DoesNotExist("A suggestion that was answered is not there any more.")
    prefetch_related_objects(held, "entity")
    now = timezone.now()
    befores = [suggestion.answer for suggestion in held]
    for suggestion in held:
        suggestion.answer = Suggestion.Answer.ACCEPTED if answers[suggestion.pk] else Suggestion.Answer.REFUSED
        suggestion.answered_by, suggestion.answered_at = by, now
    Suggestion.objects.bulk_update(held, ["answer", "answered_by", "answered_at"])
    wanted = {(one.article_id, one.entity_id): answers[one.pk] for one in held}
    articles, entities = ({pair[place] for pair in wanted} for place in (0, 1))
    rows = TaggedEntity.objects.filter(content_object__in=articles, tag__in=entities)
    tagged = {(row.content_object_id, row.tag_id): row.pk for row in rows}
    if refused := [tagged[pair] for pair, accept in wanted.items() if pair in tagged and not accept]:
        TaggedEntity.objects.filter(pk__in=refused).delete()
    TaggedEntity.objects.bulk_create(
        TaggedEntity(content_object_id=article, tag_id=entity, confirmed_by=by)
        for (article, entity), accept in wanted.items()
        if accept and (article, entity) not in tagged
    )
    search.index(articles)
    with history.together():
        for suggestion, before in zip(held, befores, strict=True):
            write("answer suggestion", suggestion, by=by, before={"answer": before}, after={"answer": suggestion.answer})
    return held


def answer_all(article: Article, *, by) -> int:
    """Accept every open suggestion of ``article`` that is not ambiguous; return how many."""
    open_ones = article.suggestions.filter(answer=Suggestion.Answer.OPEN, is_ambiguous=False).values_list("pk", flat=True)
    return len(answer_each(dict.fromkeys(open_ones, True), by=by))
