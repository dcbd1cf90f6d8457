"""Names found in texts: the authority file made ready for reading, and the tags it proposes for an article."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connection

from articles.models import Article, Suggestion
from entities.metonyms import Called, stand_for
from entities.models import Entity, Name, NamesToken, Relation
from entities.offices import office_before, offices_of
from entities.recognition import KAZAKH_IN_LATIN, Gazetteer, GazetteerName, Mention
from kzarchive.marks import visible


@dataclass(frozen=True)
class Found:
    """An entity whose name stands in a text: the name the first time, and how often.

    ``doubt`` says why it may not be meant, empty where it is not ambiguous. ``out_of_use`` says of names that had other years than the
    text, and of offices that the named held in other years, what years those were, in words; it is empty where nothing disagrees.
    """

    entity_id: int
    slug: str
    name: str
    count: int
    is_ambiguous: bool
    out_of_use: str = ""
    doubt: str = ""


# When somebody held an office: the first and the last day that it may have been, None where that end is open.
Held = tuple[dt.date | None, dt.date | None]

SEVERAL = "the name of several"


class KnownNames:
    """The authority file made ready for reading texts; as it stood when it was loaded."""

    def __init__(self, names: list[GazetteerName], slugs: dict[int, str], offices: dict[int, dict[str, list[Held]]] | None = None):
        self.gazetteer = Gazetteer(names)
        self.slugs = slugs
        self.offices = offices or {}

    @classmethod
    def load(cls) -> KnownNames:
        """Return the names that tagging may use, from the database."""
        rows = list(Name.objects.for_tagging().values_list("text", "entity_id", "kind", "language", "from_year", "to_year", "entity__kind"))
        names = [
            GazetteerName(
                text, entity, kind == Name.NameKind.ACRONYM, from_year, to_year, entity_kind == Entity.EntityKind.PERSON, language == KAZAKH_IN_LATIN
            )
            for text, entity, kind, language, from_year, to_year, entity_kind in rows
        ]  # fmt: skip
        called = (
            Called(text, entity, language, kind == Name.NameKind.METONYM, kind == Name.NameKind.FORMER or to_year is not None)
            for text, entity, kind, language, _, to_year, _ in rows
        )
        names += [GazetteerName(text, entity) for text, entity in stand_for(called)]
        return cls(names, dict(Entity.objects.values_list("id", "slug")), _offices())

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
        somebody = 0  # where the last name of a person ended
        for mention in self.gazetteer.find(text):
            others = self._office_of_others(text, mention, somebody, written) if written else ""
            if any(name.is_person for name in mention.names):
                somebody = mention.end
            for entity in sorted(mention.entities):
                former = found.get(entity)
                is_ambiguous = mention.is_ambiguous and (former is None or former.is_ambiguous)
                found[entity] = Found(
                    entity_id=entity,
                    slug=self.slugs[entity],
                    name=former.name if former else mention.text,
                    count=former.count + 1 if former else 1,
                    # Named once without doubt, it is meant without doubt.
                    is_ambiguous=is_ambiguous,
                    out_of_use=(former.out_of_use if former else "") or (_out_of_use(mention, entity, written) if written else "") or others,
                    doubt=((former.doubt if former else "") or mention.doubt or SEVERAL) if is_ambiguous else "",
                )
        return list(found.values())

    def _office_of_others(self, text: str, mention: Mention, since: int, written: tuple[dt.date, dt.date]) -> str:
        """Return the years of the office that the text gives the one named, where all of them are others than those of ``written``."""
        if mention.is_ambiguous or not (held := self.offices.get(min(mention.entities))):
            return ""
        office = office_before(text, mention.start, since=since)
        spans = held.get(office, [])
        if not spans or any((began or dt.date.min) <= written[1] and written[0] <= (ended or dt.date.max) for began, ended in spans):
            return ""
        years = ", ".join(f"{began.year if began else ''}–{ended.year if ended else ''}" for began, ended in spans)
        return f"“{office} {mention.text}” ({office} {years})"


# One gazetteer a database; replaced whole, so that a reader in another thread keeps the one it began with.
_READY: dict[tuple[str, str], tuple[str | None, KnownNames]] = {}


def _offices() -> dict[int, dict[str, list[Held]]]:
    """Return who held which office when, by the dated relations of the authority file; an office is an entity of its own or a title in a body."""
    offices: dict[int, dict[str, list[Held]]] = {}
    held = Relation.objects.public().filter(kind=Relation.RelationKind.HOLDS_OFFICE).order_by("began_earliest", "id")
    for entity, title, called, began, ended in held.values_list("subject", "title", "object__name", "began_earliest", "ended_latest"):
        for office in offices_of([title or called]):
            offices.setdefault(entity, {}).setdefault(office, []).append((began, ended))
    return offices


def _out_of_use(mention: Mention, entity: int, written: tuple[dt.date, dt.date]) -> str:
    """Return the years of the name of ``mention`` where none of them is a year of ``written``."""
    names = [name for name in mention.names if name.entity == entity]
    first, last = written[0].year, written[1].year
    if any((name.from_year or 0) <= last and first <= (name.to_year or 9999) for name in names):
        return ""
    spans = sorted({(name.from_year, name.to_year) for name in names}, key=lambda span: span[0] or 0)
    years = ", ".join(f"{begin or ''}–{end or ''}" for begin, end in spans)
    return f"“{mention.text}” ({years})"


def years_warning(found: Iterable[Found | Suggestion], written_on: str) -> str:
    """Return a sentence on the names and offices in ``found`` that were of other years than ``written_on``, empty where there are none."""
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
        one = found.get(entity)
        if suggestion.answer != Suggestion.Answer.OPEN:
            # What was answered is left as it was found; that a date disagrees is told all the same.
            wanted = {"out_of_use": as_suggested(one)["out_of_use"] if one else ""}
        elif one is None:
            gone.append(suggestion.pk)
            continue
        else:
            wanted = as_suggested(one)
        if any(getattr(suggestion, name) != value for name, value in wanted.items()):
            for name, value in wanted.items():
                setattr(suggestion, name, value)
            changed.append(suggestion)
    tagged = set(article.tagged_entities.values_list("tag_id", flat=True))
    Suggestion.objects.filter(pk__in=gone).delete()
    Suggestion.objects.bulk_update(changed, ["found", "count", "is_ambiguous", "doubt", "out_of_use"])
    Suggestion.objects.bulk_create(
        Suggestion(article=article, entity_id=one.entity_id, **as_suggested(one))
        for one in found.values()
        if one.entity_id not in known and one.entity_id not in tagged
    )


_LONGEST = Suggestion._meta.get_field("out_of_use").max_length


def as_suggested(one: Found) -> dict[str, Any]:
    """Return the columns of a suggestion of what was found."""
    return {
        "found": one.name[:500],
        "count": one.count,
        "is_ambiguous": one.is_ambiguous,
        "doubt": one.doubt,
        "out_of_use": visible(one.out_of_use)[:_LONGEST],
    }


def names_of_other_years(article: Article) -> str:
    """Return the warning that ``years_warning`` gives of what is suggested, or was confirmed, for ``article``; empty where nothing disagrees."""
    rows = article.suggestions.exclude(out_of_use="").exclude(answer=Suggestion.Answer.REFUSED).order_by("id")
    return years_warning(rows, article.published_on) if article.published_on else ""
