"""Names found in texts: the authority file made ready for reading, and the tags it proposes for an article."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db import connection

from articles.models import Article, Suggestion
from entities.models import Entity, Name, NamesToken
from entities.recognition import Gazetteer, GazetteerName, Mention


@dataclass(frozen=True)
class Found:
    """An entity whose name stands in a text: the name the first time, and how often.

    ``out_of_use`` says of names that had other years than the text what years those were, in words; it is empty where
    nothing disagrees.
    """

    entity_id: int
    slug: str
    name: str
    count: int
    is_ambiguous: bool
    out_of_use: str = ""


class KnownNames:
    """The authority file made ready for reading texts; as it stood when it was loaded."""

    def __init__(self, names: list[GazetteerName], slugs: dict[int, str]):
        self.gazetteer = Gazetteer(names)
        self.slugs = slugs

    @classmethod
    def load(cls) -> KnownNames:
        """Return the names that tagging may use, from the database."""
        rows = Name.objects.for_tagging().values_list("text", "entity_id", "kind", "from_year", "to_year", "entity__kind")
        names = [
            GazetteerName(text, entity, kind == Name.NameKind.ACRONYM, from_year, to_year, entity_kind == Entity.EntityKind.PERSON)
            for text, entity, kind, from_year, to_year, entity_kind in rows.iterator()
        ]
        return cls(names, dict(Entity.objects.values_list("id", "slug")))

    @classmethod
    def current(cls) -> KnownNames:
        """Return the names as they stand now, made ready once for as long as nobody changes one, in this process or another.

        One short query where nothing changed.
        """
        place = (connection.vendor, str(connection.settings_dict["NAME"]))
        token = NamesToken.objects.values_list("token", flat=True).first()
        known = _READY.get(place)
        if known is None or token is None or known[0] != token:
            # The token was read before the names: a change between the two is noticed the next time.
            known = _READY[place] = (token, cls.load())
        return known[1]

    def in_text(self, text: str, *, written: tuple[dt.date, dt.date] | None = None) -> list[Found]:
        """Return the entities named in ``text``, in the order of their first names; each of an ambiguous name is marked so.

        ``written`` are the first and the last day the text may be of, against which the years of names are held.
        """
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
                    out_of_use=(former.out_of_use if former else "") or (_out_of_use(mention, entity, written) if written else ""),
                )
        return list(found.values())


# One gazetteer a database; replaced whole, so that a reader in another thread keeps the one it began with.
_READY: dict[tuple[str, str], tuple[str | None, KnownNames]] = {}


def _out_of_use(mention: Mention, entity: int, written: tuple[dt.date, dt.date]) -> str:
    """Return the years of the name of ``mention`` where none of them is a year of ``written``."""
    names = [name for name in mention.names if name.entity == entity]
    first, last = written[0].year, written[1].year
    if any((name.from_year or 0) <= last and first <= (name.to_year or 9999) for name in names):
        return ""
    spans = sorted({(name.from_year, name.to_year) for name in names}, key=lambda span: span[0] or 0)
    years = ", ".join(f"{begin or ''}–{end or ''}" for begin, end in spans)
    return f"“{mention.text}” ({years})"


def years_warning(found: list[Found], written_on: str) -> str:
    """Return a sentence on the names in ``found`` that were not in use at the date ``written_on``, empty where there are none."""
    names = [one.out_of_use for one in found if one.out_of_use]
    if not names:
        return ""
    return f"The text is dated {written_on}, and these names were in use in other years: {', '.join(dict.fromkeys(names))}. Check date and tags."


def propose(article: Article, body: str) -> None:
    """Bring the open suggestions of ``article`` in line with the names in ``body``, its newest text.

    What an editor answered stays answered: a refused tag is not proposed again. Runs in the caller's transaction.
    """
    written = (article.published_earliest, article.published_latest) if article.published_earliest else None
    found = {one.entity_id: one for one in KnownNames.current().in_text(body, written=written)}
    known = {suggestion.entity_id: suggestion for suggestion in article.suggestions.all()}
    gone, changed = [], []
    for entity, suggestion in known.items():
        if suggestion.answer != Suggestion.Answer.OPEN:
            continue
        one = found.get(entity)
        if one is None:
            gone.append(suggestion.pk)
        elif (suggestion.found, suggestion.count, suggestion.is_ambiguous) != (one.name[:500], one.count, one.is_ambiguous):
            suggestion.found, suggestion.count, suggestion.is_ambiguous = one.name[:500], one.count, one.is_ambiguous
            changed.append(suggestion)
    tagged = set(article.tagged_entities.values_list("tag_id", flat=True))
    Suggestion.objects.filter(pk__in=gone).delete()
    Suggestion.objects.bulk_update(changed, ["found", "count", "is_ambiguous"])
    Suggestion.objects.bulk_create(
        Suggestion(article=article, entity_id=one.entity_id, found=one.name[:500], count=one.count, is_ambiguous=one.is_ambiguous)
        for one in found.values()
        if one.entity_id not in known and one.entity_id not in tagged
    )
