"""Where a text first speaks of each of its entities, as spans that lead to their pages; pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from entities.recognition import Gazetteer, GazetteerName

from .layers import BETWEEN_BLOCKS, Layer, Span


def links(blocks: Iterable[tuple[str, str]], names: Iterable[GazetteerName], addresses: Mapping[int, str]) -> Iterator[Span]:
    """Yield a span for the first mention of each entity in ``blocks``, given as (kind, text) in the body's order.

    ``addresses`` has one for each entity id. A name that two of the entities bear is not linked: which is meant
    is not settled by the tags.
    """
    gazetteer = Gazetteer(names)
    linked: set[int] = set()
    start = 0
    for _, text in blocks:
        for mention in gazetteer.find(text):
            if mention.is_ambiguous or linked >= mention.entities:
                continue
            linked |= mention.entities
            (entity,) = mention.entities
            yield Span(start + mention.start, start + mention.end, Layer.ENTITY, href=addresses[entity])
        start += len(text) + BETWEEN_BLOCKS
