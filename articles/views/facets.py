"""How the articles found are spread over publications, years, people and subjects: each value a link to the articles it counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import CharField, QuerySet
from django.db.models import Value as Constant

from articles.forms import CLAIMS, FILTERS, SearchForm
from articles.models import Author, Publication, Topic
from articles.search import LONGEST_QUERY, Results
from entities.models import Entity
from kzarchive.prepared import Prepared

from .wording import access_in_words, language_in_words, quality_in_short

SHOWN = 7  # values of one facet
MOST_SHOWN = 200  # of the facet that ``all`` names

_HEADINGS = {
    "publication": "Publication", "year": "Year", "entity": "Entity", "author": "Author", "topic": "Topic", "language": "Language",
    "claims": "Claims", "quality": "Quality", "access": "Text shown",
}  # fmt: skip
_OF_RECORDS = ("publication", "author", "entity", "topic")


@dataclass(frozen=True)
class Value:
    """One value: ``address`` leads to a list of ``count`` articles."""

    label: str
    count: int
    address: str
    language: str | None = None


@dataclass(frozen=True)
class Facet:
    """The values of one kind; ``more`` is the address where all of them stand, and ``hidden`` how many it has besides."""

    kind: str
    heading: str
    values: list[Value] = field(default_factory=list)
    hidden: int = 0
    more: str = ""


@dataclass(frozen=True)
class Chip:
    """A filter in force: what it is, and the address of the same search without it."""

    kind: str
    label: str
    without: str


def facets_of(form: SearchForm, results: Results, *, whole: str = "") -> list[Facet]:
    """Return the facets of ``results`` that have anything to choose; of the kind ``whole`` nearly all values."""
    made = []
    limits = {kind: MOST_SHOWN if kind == whole else SHOWN for kind in _HEADINGS}
    years = _years_asked(form)
    counted = {kind: results.facets.get(kind, ()) for kind in _HEADINGS}
    counted["year"] = tuple(pair for pair in counted["year"] if int(pair[0]) in years)
    labels_of = _labels({kind: [value for value, _ in pairs[: limits[kind]]] for kind, pairs in counted.items()})
    for kind, heading in _HEADINGS.items():
        pairs, labels = counted[kind], labels_of[kind]
        shown = pairs[: limits[kind]]
        values = [
            Value(labels[value][1], count, _address(form, kind, labels[value][0]), labels[value][0] if kind == "language" else None)
            for value, count in shown
            if value in labels and not _is_alone(form, kind, labels[value][0])
        ]
        if values:
            made.append(Facet(kind, heading, values, len(pairs) - len(shown), f"{form.query_string(all=[kind])}#{kind}"))
    return made


def chips_of(form: SearchForm) -> list[Chip]:
    """Return the filters in force, in the order of the address."""
    chips = []
    for kind in FILTERS:
        values = form.parameters.get(kind, [])
        names = _names(kind, values)
        for value in values:
            chips.append(Chip(kind, names.get(value.casefold(), value), form.query_string(**{kind: [other for other in values if other != value]})))
    first, last = form.parameters.get("from", [""])[0], form.parameters.get("to", [""])[0]
    if first or last:
        label = first if first == last else f"{first} to {last}" if first and last else f"from {first}" if first else f"to {last}"
        chips.append(Chip("published", label, form.query_string(**{"from": [], "to": []})))
    if form.search.claims:
        chips.append(Chip("claims", CLAIMS[form.search.claims], form.query_string(claims=[])))
    return chips


# Words for a value, of the kinds whose values are a list of ours.
_WORDS = {"claims": CLAIMS.__getitem__, "quality": quality_in_short, "access": access_in_words}


def _years_asked(form: SearchForm) -> range:
    days = form.search.days.within(form.search.query.days)
    return range(days.earliest.year if days.earliest else 0, (days.latest.year if days.latest else 9999) + 1)


def _is_alone(form: SearchForm, kind: str, value: str) -> bool:
    """Say whether the list is of this value alone already: then there is nothing to choose."""
    if kind == "year":
        return form.parameters.get("from") == form.parameters.get("to") == [value]
    return form.parameters.get(kind, []) == [value]


def _address(form: SearchForm, kind: str, value: str) -> str:
    if kind == "year":
        return form.query_string(**{"from": [value], "to": [value]})
    asked = form.parameters.get(kind, [])
    if not asked or kind in {"publication", "language", "access", "claims"}:  # an article has one of these: another value is another list
        return form.query_string(**{kind: [value]})
    narrowed = f"{form.search.query.text} {kind}:{value}".strip()  # both of two: several parameters would mean any of them
    return form.query_string(q=[narrowed]) if len(narrowed) <= LONGEST_QUERY else form.query_string(**{kind: [value]})


def _labels(values: Mapping[str, Sequence[str]]) -> Mapping[str, Mapping[str, tuple[str, str]]]:
    """Return, by kind, (value as an address has it, words for a reader) of the values counted that the public may know, in one query."""
    found: dict[str, dict[str, tuple[str, str]]] = {kind: {} for kind in _HEADINGS}
    found["year"] = {value: (value, value) for value in values["year"]}
    found["language"] = {value: ((tag := value.replace("_", "-")), language_in_words(tag)) for value in values["language"]}
    for kind in _WORDS:
        found[kind] = {value: (value, _WORDS[kind](value)) for value in values[kind]}
    keys = [[int(value) for value in values[kind]] for kind in _OF_RECORDS]
    if any(keys):
        for kind, pk, slug, label in _NAMED.rows(*([*some] or [0] for some in keys)):
            found[kind][str(pk)] = (slug, label)
    return found


def _named(publication: list[int], author: list[int], entity: list[int], topic: list[int]) -> QuerySet:
    """Return (kind, primary key, slug, words for a reader) of those records that the public may know."""
    rows = (
        ("publication", Publication.objects.public().filter(pk__in=publication), "title"),
        ("author", Author.objects.public().filter(pk__in=author), "name"),
        ("entity", Entity.objects.public().filter(pk__in=entity), "name"),
        ("topic", Topic.objects.public().filter(pk__in=topic), "name"),
    )
    first, *others = (
        found.order_by().annotate(source=Constant(kind, CharField())).values_list("source", "pk", "slug", words) for kind, found, words in rows
    )
    return first.union(*others, all=True)


_NAMED = Prepared(_named)


def _names(kind: str, values: Sequence[str]) -> Mapping[str, str]:
    """Return words for the filters given, by their folded value, where a record bears them."""
    if not values:
        return {}
    if kind == "language":
        return {value.casefold(): language_in_words(value) for value in values}
    if kind in _WORDS:
        return {value.casefold(): _WORDS[kind](value) for value in values}
    slugs = [value.casefold() for value in values]
    if kind == "publication":
        return dict(Publication.objects.public().filter(slug__in=slugs).values_list("slug", "title"))
    if kind == "author":
        return dict(Author.objects.public().filter(slug__in=slugs).values_list("slug", "name"))
    if kind == "topic":
        return dict(Topic.objects.public().filter(slug__in=slugs).values_list("slug", "name"))
    return dict(Entity.objects.public().filter(slug__in=slugs).values_list("slug", "name"))
