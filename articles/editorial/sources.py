"""The sources that a version's text names, read anew whenever its text is set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Value

from articles.ingest.sources import sources_in
from articles.models import InTextSource, Publication, PublicationTitle, Reading, Version, resolve

_ROWS_AT_ONCE = 2_000  # a text may name tens of thousands: one statement for all of them would take the memory of an import


def known_outlets() -> dict[str, str]:
    """Return the titles that the archive's publications bear and bore, by their folded forms. One query."""
    former = PublicationTitle.objects.order_by().values_list(Value(0), "key", "title")
    found = former.union(Publication.objects.order_by().values_list(Value(1), "title_key", "title"), all=True)
    return {key: title for _, key, title in sorted(found)}  # a title that is borne now goes before a former one of others


class Outlets(Mapping[str, str]):
    """What ``known_outlets`` returns, asked for when a text names something that may be one."""

    @cached_property
    def _titles(self) -> dict[str, str]:
        return known_outlets()

    def __getitem__(self, key: str) -> str:
        return self._titles[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._titles)

    def __len__(self) -> int:
        return len(self._titles)


def rows_for(version: Version, *, published_on: str | None, known: Mapping[str, str]) -> list[InTextSource]:
    """Return the unsaved rows of the sources that ``version`` names."""
    return [
        InTextSource(
            version=version, outlet=source.outlet[:300], published_on=source.published_on, published_basis=source.published_basis,
            cue=source.cue, start=source.start, end=source.end,
        )
        for source in sources_in(version.body, published_on=published_on, known=known)
    ]  # fmt: skip


def note_sources(versions: Iterable[Version], *, held: Iterable[InTextSource] | None = None) -> None:
    """Read the sources of ``versions`` anew; what was read of an earlier text of the same version goes.

    ``held`` are the rows that they have now, where these are at hand.
    """
    versions, rows = list(versions), {}
    for row in InTextSource.objects.filter(version__in=versions) if held is None else held:
        rows.setdefault(row.version_id, []).append(row)
    outlets = Outlets()
    gone, made = [], []
    for version in versions:
        wanted = rows_for(version, published_on=version.article.published_on, known=outlets)
        if list(map(_told, wanted)) != [_told(row) for row in sorted(rows.get(version.pk, ()), key=lambda row: row.start)]:
            gone += [version.pk] if version.pk in rows else []
            made += wanted
    if gone:
        InTextSource.objects.filter(version__in=gone).delete()
    write_sources(made)


def _told(row: InTextSource) -> tuple:
    return row.outlet, row.published_on, row.published_basis, row.cue, row.start, row.end


@dataclass(frozen=True)
class NamedSource:
    """A source of an article with the words that name it, and where they stand: in the text, or in the capture beside it."""

    source: InTextSource
    words: str
    is_in_text: bool


def sources_named(version: Version | None, reading: Reading | None, *, layer: str = "") -> list[NamedSource]:
    """Return the sources that ``version`` names and those that the capture of ``reading`` names beside it, each with its publication.

    ``layer`` is the text layer of that capture; without it, the latter have no words. At most three queries.
    """
    in_text = list(version.sources.all()) if version else []
    beside = [InTextSource(**entry) for entry in reading.sources] if reading else []
    resolve([*in_text, *beside])
    named = [NamedSource(row, _folded(version.body, row), True) for row in in_text]
    return named + [NamedSource(row, _folded(layer, row), False) for row in beside]


def _folded(text: str, row: InTextSource) -> str:
    return " ".join(text[row.start : row.end].split())


def write_sources(rows: Iterable[InTextSource]) -> None:
    InTextSource.objects.bulk_create(rows, batch_size=_ROWS_AT_ONCE)
