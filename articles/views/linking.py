"""The blocks of a text with the first mention of each entity made a link; pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from entities.recognition import Gazetteer, GazetteerName


@dataclass(frozen=True)
class Piece:
    """A stretch of a block; with ``address`` it is a link."""

    text: str
    address: str | None = None


@dataclass(frozen=True)
class Block:
    """A paragraph, heading or caption, in pieces whose texts, joined, are its text."""

    kind: str
    pieces: tuple[Piece, ...]


def linked_blocks(blocks: Iterable[tuple[str, str]], names: Iterable[GazetteerName], addresses: Mapping[int, str]) -> list[Block]:
    """Return ``blocks``, given as (kind, text), with the first mention of each entity led to its address.

    ``addresses`` has one for each entity id. A name that two of the entities bear is not linked: which is meant
    is not settled by the tags.
    """
    gazetteer = Gazetteer(names)
    linked: set[int] = set()
    return [Block(kind, tuple(_pieces(text, gazetteer, addresses, linked))) for kind, text in blocks]


def _pieces(text: str, gazetteer: Gazetteer, addresses: Mapping[int, str], linked: set[int]) -> Iterable[Piece]:
    done = 0
    for mention in gazetteer.find(text):
        if mention.is_ambiguous or linked >= mention.entities:
            continue
        linked |= mention.entities
        if done < mention.start:
            yield Piece(text[done : mention.start])
        (entity,) = mention.entities
        yield Piece(text[mention.start : mention.end], addresses[entity])
        done = mention.end
    if done < len(text):
        yield Piece(text[done:])
