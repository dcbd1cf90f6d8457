"""The record that a capture is read into."""

from __future__ import annotations

from dataclasses import dataclass

from articles.ingest.sources import InTextSource


@dataclass(frozen=True)
class DraftAuthor:
    name: str
    role: str | None = None
    affiliation: str | None = None


@dataclass(frozen=True)
class Doubt:
    """Something an editor must know before trusting the draft: a code to sort by, a sentence to read."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)  # a page has hundreds of thousands at worst
class Removed:
    """A stretch of the text layer (half-open code points) that is not in the body, and the rule that removed it."""

    start: int
    end: int
    rule: str


@dataclass(frozen=True)
class Draft:
    """What a capture says of itself, and its text.

    ``published_on`` is EDTF, ``language`` BCP 47; ``None`` is what the capture does not say. ``body`` is NFC, blocks parted
    by one blank line, with one letter a block in ``kinds``: p paragraph, h heading, c caption. ``spans`` maps a field to where
    it stands in ``text_layer``; ``parts`` has one pair per article found. ``sources`` are those that the capture names beside
    the body, by a signature or a label that was left out of it; what the body itself names is read of each version. Body, spans
    and ``removed`` together hold every character of the text layer that is no blank; spans and ``removed`` never overlap.
    """

    title: str | None
    subtitle: str | None
    authors: tuple[DraftAuthor, ...]
    byline: str | None
    publication: str | None
    publisher: str | None
    section: str | None
    volume: str | None
    issue: str | None
    pages: str | None
    published_on: str | None
    published_basis: str | None
    dateline: str | None
    language: str | None
    quality: tuple[str, ...]
    rights: str | None
    source_url: str | None
    body: str
    kinds: str
    captions: tuple[str, ...]
    removed: tuple[Removed, ...]
    spans: dict[str, tuple[tuple[int, int], ...]]
    parts: tuple[tuple[int, int], ...]
    doubts: tuple[Doubt, ...]
    sources: tuple[InTextSource, ...]
    encoding: str
    encoding_basis: str
    media_type: str
    text_layer: str
