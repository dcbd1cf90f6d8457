"""Names found in texts: the authority file made ready for reading, and the tags it proposes for an article."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction

from articles import search
from articles.models import Article, Suggestion, TaggedEntity
from entities.metonyms import Called, stand_for
from entities.models import Entity, Name, NamesToken, Relation
from entities.offices import office_before, offices_of
from entities.recognition import KAZAKH_IN_LATIN, Gazetteer, GazetteerName, Mention
from kzarchive.marks import visible

from .following import Kept

_OF_NAMES = ("text", "entity_id", "kind", "language", "from_year", "to_year", "entity__kind")


def _as_read(text: str, entity: int, kind: str, language: str, from_year: int | None, to_year: int | None, entity_kind: str) -> GazetteerName:
    is_acronym, is_person = kind == Name.NameKind.ACRONYM, entity_kind == Entity.EntityKind.PERSON
    return GazetteerName(text, entity, is_acronym, from_year, to_year, is_person, language == KAZAKH_IN_LATIN)


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
        rows = list(Name.objects.for_tagging().values_list(*_OF_NAMES))
        names = [_as_read(*row) for row in rows]
        called = (
            Called(text, entity, language, kind == Name.NameKind.METONYM, kind == Name.NameKind.FORMER or to_year is not None)
            for text, entity, kind, language, _, to_year, _ in rows
        )
        names += [GazetteerName(text, entity) for text, entity in stand_for(called)]
        return cls(names, dict(Entity.objects.values_list("id", "slug")), _offices())

    @classmethod
    def current(cls, token: str | None = None) -> KnownNames:
        """Return the names as they stand now, made ready once for as long as nobody changes one, in this process or another.

        One short query where nothing changed; none where the ``token`` that they have now was read with something else.
        """
        place = (connection.vendor, str(connection.settings_dict["NAME"]))
        if token is None:
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


def propose(texts: Iterable[tuple[Article, str, Kept]]) -> None:
    """Bring the open suggestions of articles in line with the names in their newest texts, each given with what is kept beside it.

    What an editor answered stays answered: a refused tag is not proposed again. What is kept then says what is suggested now. At most
    three statements for all of them. Runs in the caller's transaction.
    """
    gone: list[int] = []
    changed: list[Suggestion] = []
    made: list[Suggestion] = []
    for article, body, kept in texts:
        written = (article.published_earliest, article.published_latest) if article.published_earliest else None
        found = {one.entity_id: one for one in KnownNames.current(kept.token).in_text(body, written=written)}
        standing = []
        for suggestion in kept.suggestions:
            one = found.pop(suggestion.entity_id, None)
            if suggestion.answer != Suggestion.Answer.OPEN:
                # What was answered is left as it was found; that a date disagrees is told all the same.
                wanted = {"out_of_use": as_suggested(one)["out_of_use"] if one else ""}
            elif one is None:
                gone.append(suggestion.pk)
                continue
            else:
                wanted = as_suggested(one)
            standing.append(suggestion)
            if any(getattr(suggestion, name) != value for name, value in wanted.items()):
                for name, value in wanted.items():
                    setattr(suggestion, name, value)
                changed.append(suggestion)
        fresh = [Suggestion(article=article, entity_id=key, **as_suggested(one)) for key, one in found.items() if key not in kept.tagged]
        made += fresh
        kept.suggestions = standing + fresh
    if gone:
        Suggestion.objects.filter(pk__in=gone).delete()
    Suggestion.objects.bulk_update(changed, ["found", "count", "is_ambiguous", "doubt", "out_of_use"])
    Suggestion.objects.bulk_create(made)


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


def names_of_other_years(article: Article, suggested: Iterable[Suggestion] | None = None) -> str:
    """Return the warning that ``years_warning`` gives of what is suggested, or was confirmed, for ``article``; empty where nothing disagrees.

    ``suggested`` is all that was ever suggested for it, where that is at hand.
    """
    if not article.published_on:
        return ""
    if suggested is None:
        suggested = article.suggestions.exclude(out_of_use="").order_by("id")
    return years_warning([one for one in suggested if one.answer != Suggestion.Answer.REFUSED], article.published_on)


# PostgreSQL keeps at most 2,700 bytes of a row in an index.
_MOST_BYTES_OF_NAMES = 2_000


def note_names(article_ids: Iterable[int], *, gazetteer: Gazetteer | None = None, at_hand: Mapping[int, Article] | None = None) -> int:
    """Keep which names of its entities stand in what the public may search of each of these articles; return how many tags say otherwise now.

    Only public articles are looked at: of the others nothing is shown, and publishing them looks anew. A name that may be part of a
    longer one, or somebody else's, does not count. ``gazetteer`` has the names they are read for, all of the authority file if none is
    given. ``at_hand`` are articles, by their keys, that have been read with the version they show: they are not asked for again. Runs in
    the caller's transaction.
    """
    at_hand = at_hand or {}
    tags: dict[int, dict[int, TaggedEntity]] = {}
    asked = TaggedEntity.objects.public().filter(content_object__in=article_ids).annotate(token=NamesToken.objects.values("token")[:1])
    for tag in asked.order_by("content_object", "tag"):
        tags.setdefault(tag.content_object_id, {})[tag.tag_id] = tag
    if not tags:
        return 0
    gazetteer = gazetteer or KnownNames.current(tag.token).gazetteer
    changed = []
    articles = [at_hand[pk] for pk in tags if pk in at_hand]
    if unread := tags.keys() - at_hand.keys():
        articles += Article.objects.filter(pk__in=unread).select_related("current").order_by("pk")
    for article in articles:
        standing: dict[int, set[str]] = {entity: set() for entity in tags[article.pk]}
        for mention in gazetteer.find(search.public_words(article)):
            for name in () if mention.doubt else mention.names:
                if name.entity in standing:
                    standing[name.entity].add(name.text)
        for entity, tag in tags[article.pk].items():
            called = _lines(standing[entity])
            if tag.called != called:
                tag.called = called
                changed.append(tag)
    TaggedEntity.objects.bulk_update(changed, ["called"], batch_size=500)
    return len(changed)


def _lines(names: Iterable[str]) -> str:
    """Return ``names``, one a line, as many as an index holds."""
    lines, size = [], 0
    for name in sorted(names):
        size += len(name.encode()) + 1
        if size <= _MOST_BYTES_OF_NAMES:
            lines.append(name)
    return "\n".join(lines)


MOST_NOTED_AT_ONCE = 200


def note_names_of(entity: Entity) -> bool:
    """Do so for the newest public articles that speak of ``entity``, whose names have changed; return whether those are all of them."""
    newest = TaggedEntity.objects.public().filter(tag=entity).order_by("-public_day", "-content_object")
    articles = list(newest.values_list("content_object", flat=True)[: MOST_NOTED_AT_ONCE + 1])
    # A hundred thousand names are made ready anew where a text is read next, and not while an editor waits for the page of one entity.
    tagged = TaggedEntity.objects.filter(content_object__in=articles).values("tag")
    names = Name.objects.for_tagging().filter(entity__in=tagged).values_list(*_OF_NAMES) if articles else ()
    note_names(articles[:MOST_NOTED_AT_ONCE], gazetteer=Gazetteer(_as_read(*row) for row in names))
    return len(articles) <= MOST_NOTED_AT_ONCE


def note_all_names(*, is_anew: bool) -> int:
    """Do so for all public articles, or for those that nobody has looked at; return how many tags say otherwise now."""
    count = last = 0
    tags = TaggedEntity.objects.public() if is_anew else TaggedEntity.objects.public().filter(called=None)
    while articles := list(
        tags.filter(content_object__gt=last).order_by("content_object").values_list("content_object", flat=True).distinct()[:_CHUNK]
    ):
        with transaction.atomic():
            count += note_names(articles)
        last = articles[-1]
    return count


_CHUNK = 20  # read in a tenth of a second: that long another editor waits to write
