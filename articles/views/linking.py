"""Where a text first speaks of each of its entities, as spans that lead to their pages, and where searched words stand; pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from articles.search.marking import Marker
from entities.recognition import Gazetteer, GazetteerName

from .layers import BETWEEN_BLOCKS, Layer, Span

AGAIN = "again"


def links(
    blocks: Iterable[tuple[str, str]], names: Iterable[GazetteerName], addresses: Mapping[int, str], *, is_every_one: bool = False
) -> Iterator[Span]:
    """Yield a span for the first mention of each entity in ``blocks``, given as (kind, text) in the body's order, or for every one.

    ``addresses`` has one for each entity id. A name that two of the entities bear, or that may be no name of theirs, is not linked:
    which is meant is not settled by the tags. Mentions after the first bear the class AGAIN.
    """
    gazetteer = Gazetteer(names)
    linked: set[int] = set()
    start = 0
    for _, text in blocks:
        for mention in gazetteer.find(text):
            if mention.is_ambiguous:
                continue
            (entity,) = mention.entities
            if entity not in linked or is_every_one:
                classes = AGAIN if entity in linked else ""
                yield Span(start + mention.start, start + mention.end, Layer.ENTITY, href=addresses[entity], classes=classes)
            linked.add(entity)
        start += len(text) + BETWEEN_BLOCKS


def hits(blocks: Iterable[tuple[str, str]], marker: Marker, language: str | None) -> Iterator[Span]:
    """Yield a span for each place in ``blocks``, given as (kind, text) in the body's order, where what was searched stands."""
    start = 0
    for _, text in blocks:
        for first, last in marker.spans(text, language):
            yield Span(start + first, start + last, Layer.HIT)
        start += len(text) + BETWEEN_BLOCKS
