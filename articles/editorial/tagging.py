"""Names found in texts, and what editors answer to the tags the archive proposes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from articles.models import Article, Suggestion, TaggedEntity
from entities.models import Entity, Name
from entities.recognition import Gazetteer, GazetteerName
from kzarchive.history.models import write

from .publishing import require


@dataclass(frozen=True)
class Found:
    """An entity whose name stands in a text: the name the first time, and how often."""

    entity_id: int
    slug: str
    name: str
    count: int
    is_ambiguous: bool


class KnownNames:
    """The authority file made ready for reading texts; as it stood when it was loaded."""

    def __init__(self, names: Iterable[GazetteerName], slugs: dict[int, str]):
        self.gazetteer = Gazetteer(names)
        self.slugs = slugs

    @classmethod
    def load(cls) -> KnownNames:
        """Return the names that tagging may use, from the database."""
        names = [
            GazetteerName(text, entity, is_acronym=kind == Name.NameKind.ACRONYM, from_year=from_year, to_year=to_year)
            for text, entity, kind, from_year, to_year in Name.objects.for_tagging().values_list("text", "entity_id", "kind", "from_year", "to_year")
        ]
        return cls(names, dict(Entity.objects.values_list("id", "slug")))

    def in_text(self, text: str) -> list[Found]:
        """Return the entities named in ``text``, in the order of their first names; each of an ambiguous name is marked so."""
        found: dict[int, Found] = {}
        for mention in self.gazetteer.find(text):
            for entity in sorted(mention.entities):
                former = found.get(entity)
                found[entity] = Found(
                    entity_id=entity,
                    slug=self.slugs[entity],
                    name=former.name if former else mention.text,
                    count=former.count + 1 if former else 1,
                    # Named once without doubt, it is meant without doubt.
                    is_ambiguous=mention.is_ambiguous and (former is None or former.is_ambiguous),
                )
        return list(found.values())


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
    write("answer suggestion", suggestion, by=by, before=before, after={"answer": suggestion.answer})
    return suggestion


def answer_all(article: Article, *, by) -> int:
    """Accept every open suggestion of ``article`` that is not ambiguous; return how many."""
    open_ones = list(article.suggestions.filter(answer=Suggestion.Answer.OPEN, is_ambiguous=False))
    with transaction.atomic():
        for suggestion in open_ones:
            answer(suggestion, by=by, accept=True)
    return len(open_ones)
