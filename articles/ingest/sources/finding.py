"""All sources that a text, or what stands beside it in a capture, names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, islice

from articles.ingest.sources.brackets import in_brackets
from articles.ingest.sources.reports import before_cues, behind_cues
from articles.ingest.sources.searched import MOST_FOUND, Searched
from articles.ingest.sources.sentences import beside_days, in_turkish, wires_that_said, with_verb_at_end
from articles.ingest.sources.signatures import signed, signed_alone
from articles.ingest.sources.source import InTextSource

# Where two find the same words, the one named first has them.
_FINDERS: tuple[Callable[[Searched], Iterator[InTextSource]], ...] = (
    in_brackets,
    signed,
    behind_cues,
    before_cues,
    with_verb_at_end,
    wires_that_said,
    in_turkish,
    beside_days,
)


def sources_in(text: str, *, published_on: str | None = None, known: Mapping[str, str] | None = None) -> list[InTextSource]:
    """Return the sources that ``text`` names, in its order; no two of them overlap.

    ``published_on`` (EDTF) is the day of the article: a day without a year, "January 16", is then taken for the last such day up to
    it. ``known`` are further outlets by their folded names (``kzarchive.text.fold``), as those an archive holds; the value is the
    name they are given. Of a text with more of them than any book has, the first of each kind are returned.
    """
    searched = Searched(text, published_on, {} if known is None else known)
    found = sorted(chain.from_iterable(islice(find(searched), MOST_FOUND) for find in _FINDERS), key=lambda source: (source.start, -source.end))
    kept: list[InTextSource] = []
    for source in found:
        if not kept or source.start >= kept[-1].end:
            kept.append(source)
    return kept


def sources_beside(layer: str, spans: Iterable[tuple[int, int]], *, published_on: str | None = None) -> list[InTextSource]:
    """Return the sources that the stretches ``spans`` of the text layer ``layer`` name, all of which are no part of the text: signatures,
    lines of a source, notes of a first printing. Their spans count the layer.
    """
    found: list[InTextSource] = []
    for start, end in spans:
        piece = layer[start:end]
        named = sources_in(piece, published_on=published_on) or signed_alone(Searched(piece, published_on, {}))
        found += [replace(source, start=source.start + start, end=source.end + start) for source in named]
    return found
