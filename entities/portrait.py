"""What an entity's page draws together: its articles by year, whom they name beside it, who writes them, and how it stands to others."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from django.db.models import Count, F, TextField
from django.db.models.functions import Cast, Substr
from django.utils import timezone

from articles.models import Author, TaggedEntity, TaggedEntityQuerySet
from articles.views.wording import date_in_words, language_in_words, years_in_words

from . import drawing
from .models import Entity, Name, Relation

# Whom the articles name beside an entity is counted over so many of them, the newest: the same time for twenty and for twenty thousand.
COUNTED = 200
NEIGHBOURS, DRAWN, WRITERS = 24, 12, 10
MOST_RELATIONS = 200


@dataclass(frozen=True)
class Years:
    """How many articles each year has, the newest year first, and how many have no date."""

    counts: tuple[tuple[int, int], ...]
    undated: int

    @property
    def total(self) -> int:
        return sum(count for _, count in self.counts) + self.undated

    @property
    def chart(self) -> drawing.Bars | None:
        return drawing.bars(dict(self.counts))


def tags_of(*entities: Entity) -> TaggedEntityQuerySet:
    """Return the tags of the first of ``entities`` on public articles that speak of each of them."""
    first, *others = entities
    tags = TaggedEntity.objects.public().filter(tag=first)
    for other in others:
        tags = tags.filter(content_object__in=TaggedEntity.objects.public().filter(tag=other).values("content_object"))
    return tags


def uncertain_of(entity: Entity) -> int:
    """Return of how many public articles it is not certain that they speak of ``entity``."""
    return tags_of(entity).filter(is_certain=False).count()


def years_of(*entities: Entity) -> Years:
    """Return the public articles that speak of each of ``entities``, by year, in one query."""
    # The day as text begins with its year on both engines; taking it apart as a date costs SQLite a call of Python a row.
    year = Substr(Cast("public_day", TextField()), 1, 4)
    rows = tags_of(*entities).order_by().annotate(year=year).values_list("year").annotate(count=Count("pk"))
    counts = {int(year): count for year, count in rows}
    undated = counts.pop(dt.date.min.year, 0)
    return Years(tuple(sorted(counts.items(), reverse=True)), undated)


def called_in(entity: Entity) -> dict[str, int]:
    """Return in how many public articles that speak of ``entity`` each of its names stands where search may read it, in one query."""
    rows = tags_of(entity).filter(called__gt="").order_by().values_list("called").annotate(count=Count("*"))
    counts: Counter[str] = Counter()
    for called, count in rows:
        for name in called.split("\n"):
            counts[name] += count
    return counts


@dataclass
class Spelling:
    """One way in which an entity is written, with the languages that write it so and the number of public articles in which it stands."""

    text: str
    tag: str
    languages: list[str]
    kind: str
    years: str
    count: int


@dataclass(frozen=True)
class Spellings:
    """What an entity is called: what a reader looks for first, and spellings that stand in no article."""

    shown: list[Spelling]
    further: list[Spelling]

    @property
    def are_counted(self) -> bool:
        return any(name.count for name in self.shown)

    @property
    def have_years(self) -> bool:
        return any(name.years for name in (*self.shown, *self.further))


# Of these kinds there may be one for every newspaper; where none stands in an article, more than a few are a list of their own.
_FURTHER = frozenset([Name.NameKind.SHORT, Name.NameKind.MISSPELLING, Name.NameKind.MACHINE_TRANSLATED])
_FEW = 5


def names_in_words(names: Iterable[Name], counts: Mapping[str, int]) -> Spellings:
    """Return ``names`` in their order, those that are written alike in several languages as one, with the ``counts`` of their texts."""
    found: dict[tuple[str, str, str], Spelling] = {}
    seen: set[str] = set()
    for name in names:
        language, years = language_in_words(name.language), years_in_words(name.from_year, name.to_year)
        key = (name.text, name.kind, years)
        if key in found:
            found[key].languages.append(language)
        else:
            count = 0 if name.text in seen else counts.get(name.text, 0)  # told once, whatever else is written so
            found[key] = Spelling(name.text, name.language, [language], name.kind, years, count)
            seen.add(name.text)
    shown, further = [], []
    for spelling in found.values():
        (further if spelling.kind in _FURTHER and not spelling.count else shown).append(spelling)
    return Spellings(shown, further) if len(further) > _FEW else Spellings(list(found.values()), [])


@dataclass(frozen=True)
class Neighbour:
    """An entity named by articles that speak of another one, and by how many of those that were counted."""

    entity: Entity
    count: int


@dataclass(frozen=True)
class Company:
    """With whom an entity is mentioned, over its ``counted`` newest articles."""

    neighbours: tuple[Neighbour, ...]
    network: drawing.Network | None
    nodes: tuple[tuple[drawing.Node, Entity], ...]
    counted: int

    @property
    def is_cut(self) -> bool:
        """Whether there may be articles that were not counted."""
        return self.counted == COUNTED


def newest_articles(entity: Entity) -> list[int]:
    """Return the keys of the newest public articles that speak of ``entity``, COUNTED of them at most."""
    newest = tags_of(entity).order_by("-public_day", "-content_object")
    return list(newest.values_list("content_object", flat=True)[:COUNTED])


def company_of(entity: Entity, articles: list[int]) -> Company:
    """Return with whom ``articles``, the newest that speak of ``entity``, mention it, and the drawing of the closest."""
    tags = TaggedEntity.objects.public().filter(content_object__in=articles).exclude(tag=entity).order_by()
    by_article: dict[int, list[int]] = {}
    for article, tag in tags.values_list("content_object", "tag"):
        by_article.setdefault(article, []).append(tag)
    counts = Counter(tag for named in by_article.values() for tag in named)
    closest = sorted(counts, key=lambda tag: (-counts[tag], tag))[:NEIGHBOURS]
    entities = Entity.objects.public().in_bulk(closest)
    neighbours = tuple(Neighbour(entities[tag], counts[tag]) for tag in closest if tag in entities)
    drawn = {one.entity.pk for one in neighbours[:DRAWN]}
    together = Counter(pair for named in by_article.values() for pair in combinations(sorted(drawn.intersection(named)), 2))
    network = drawing.network([(one.entity.pk, one.entity.name, one.count) for one in neighbours[:DRAWN]], together)
    nodes = tuple((node, entities[node.key]) for node in network.nodes) if network else ()
    return Company(neighbours, network, nodes, len(articles))


def writers_among(articles: list[int]) -> list[tuple[Author, int]]:
    """Return who signs most of ``articles``, with the number of them."""
    authors = Author.objects.public().filter(contributions__article__in=articles).annotate(count=Count("contributions"))
    return [(author, author.count) for author in authors.order_by("-count", "name", "pk")[:WRITERS]]


# What the other one is to this one, by whether this one is the subject of the relation.
_WORDS = {
    Relation.RelationKind.MEMBER_OF: ("member of", "member"),
    Relation.RelationKind.CHAIRS: ("chairs", "chaired by"),
    Relation.RelationKind.HOLDS_OFFICE: ("holds office in", "office held by"),
    Relation.RelationKind.PART_OF: ("part of", "has as a part"),
    Relation.RelationKind.SUCCESSOR_OF: ("successor of", "succeeded by"),
    Relation.RelationKind.LOCATED_IN: ("located in", "seat of"),
    Relation.RelationKind.PARTY_TO: ("party to", "party"),
}


@dataclass(frozen=True)
class Tie:
    """What one entity is to another, as a line of the table."""

    words: str
    title: str | None
    other: Entity
    when: str
    source: str | None
    is_certain: bool
    stretch: drawing.Stretch | None


@dataclass(frozen=True)
class Ties:
    """The relations of an entity, oldest first, on one line of time from ``first`` to ``last``."""

    rows: tuple[Tie, ...]
    first: int | None
    last: int | None
    has_more: bool


def ties_of(entity: Entity) -> Ties:
    """Return how ``entity`` stands to others, from both sides, in the order in which it began."""
    found: list[Relation] = []
    for side in ("subject", "object"):
        rows = Relation.objects.public().filter(**{side: entity}).select_related("subject", "object")
        found += rows.order_by(F("began_earliest").asc(nulls_last=True), "id")[: MOST_RELATIONS + 1]
    found.sort(key=lambda relation: (relation.began_earliest or dt.date.max, relation.pk))
    shown = found[:MOST_RELATIONS]
    times = [(_year(relation.began_earliest), _year(relation.ended_latest)) for relation in shown]
    line = drawing.timeline(times, this_year=timezone.localdate().year)
    first, last, stretches = line or (None, None, [None] * len(shown))
    rows = tuple(_tie(relation, entity, stretch) for relation, stretch in zip(shown, stretches, strict=True))
    return Ties(rows, first, last, len(found) > MOST_RELATIONS)


def _tie(relation: Relation, entity: Entity, stretch: drawing.Stretch | None) -> Tie:
    is_subject = relation.subject_id == entity.pk
    return Tie(
        words=_WORDS[relation.kind][0 if is_subject else 1],
        title=relation.title,
        other=relation.object if is_subject else relation.subject,
        when=_when(relation.began_on, relation.ended_on),
        source=relation.source,
        is_certain=relation.is_certain,
        stretch=stretch,
    )


def _year(day: dt.date | None) -> float | None:
    return None if day is None else day.year + (day.timetuple().tm_yday - 1) / 366


def _when(began: str | None, ended: str | None) -> str:
    if began and ended:
        return date_in_words(began) if began == ended else f"{date_in_words(began)} to {date_in_words(ended)}"
    return f"since {date_in_words(began)}" if began else f"until {date_in_words(ended)}" if ended else ""


def most_spoken_of(kind: str, limit: int) -> list[tuple[Entity, int]]:
    """Return the entities, of ``kind`` where one is given, that most public articles speak of, with the number of those."""
    tags = TaggedEntity.objects.public().filter(tag__in=_of_kind(kind)) if kind else TaggedEntity.objects.public()
    counts = dict(tags.order_by().values_list("tag").annotate(count=Count("pk")).order_by("-count", "tag")[:limit])
    entities = Entity.objects.public().in_bulk(counts)
    return [(entities[key], count) for key, count in counts.items() if key in entities]


def _of_kind(kind: str) -> Iterable[int]:
    return Entity.objects.public().filter(kind=kind).values("pk")
