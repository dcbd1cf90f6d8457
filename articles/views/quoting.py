"""A reader's own quotation: an address that names words, their paragraph and their version, and the page that marks them.

Every version is frozen, so that a paragraph's number and a place in it mean the same for good. Where a text is not
open the answer is one and the same whatever was asked for: nobody learns from it which words stand there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote, urlencode

from django.conf import settings
from django.http import QueryDict

from articles import anchoring
from articles.models import Article, Version

from .citing import Part, citation
from .layers import Layer, Span
from .marks import Note

LONGEST_QUOTED = 500  # characters: longer ones make addresses that programs cut
MOST_PLACES = 20
MOST_VERSIONS = 20  # others, the newest first, in which words that are missing here are looked for
MARK = "quoted"  # the id of the words on the page, or of what is said of them
_AROUND = 40


@dataclass(frozen=True)
class Asked:
    """What an address asks to have marked; ``paragraph`` and ``at``, the code point in it where the words begin, tell twins apart."""

    words: str
    paragraph: int | None = None
    at: int | None = None

    @classmethod
    def of(cls, query: QueryDict) -> Asked | None:
        """Return what ``query`` asks for, or None where it asks for no quotation."""
        if "quote" not in query:
            return None
        return cls(" ".join(query["quote"].split()), _number(query.get("p", "")), _number(query.get("at", "")))

    @property
    def query(self) -> str:
        """The same as an address spells it."""
        parts = {"p": self.paragraph, "at": self.at, "quote": self.words}
        return urlencode({name: value for name, value in parts.items() if value is not None}, quote_via=quote)


@dataclass(frozen=True)
class Place:
    """Where words stand in a version, what stands around them, and the address that means this place."""

    span: anchoring.Span
    paragraph: int
    address: str
    before: str
    exact: str
    after: str


@dataclass(frozen=True)
class Quoted:
    """What a page says of the words it was asked to mark: one of ``place``, ``places``, ``claim``, ``fault`` or none of them.

    ``versions``: others in which the words stand, as (number, address). ``is_moved``: not in the paragraph that was named.
    ``is_gone``: the newest version has them no longer. ``is_closed``: nothing is said, since the text is not open.
    """

    words: str = ""
    place: Place | None = None
    places: tuple[Place, ...] = ()
    count: int = 0  # of all places, more than are listed
    claim: Note | None = None
    fault: str = ""
    versions: tuple[tuple[int, str], ...] = ()
    is_moved: bool = False
    is_gone: bool = False
    is_closed: bool = False
    citation: tuple[Part, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        return (Span(*self.place.span, Layer.QUOTED, id=MARK),) if self.place else ()


def quoted_in(asked: Asked, version: Version, *, shows_text: bool, notes: Iterable[Note], spans: Iterable[Span]) -> Quoted:
    """Return what is to be said of the words ``asked`` for on the page of ``version``, whose article is loaded with its newest version.

    ``notes`` and ``spans`` are the claims shown on that page. In at most one query, and that only where the words are missing.
    """
    if not shows_text:
        # What claims quote in public may be cited as the claim; of all else nothing is said.
        seen = next((note for note in notes if note.quote and asked.words and anchoring.occurrences(asked.words, note.quote)), None)
        return Quoted(words=asked.words, claim=seen) if seen else Quoted(is_closed=True)
    if fault := _fault_of(asked.words):
        return Quoted(fault=fault)
    stands = _stands(asked.words, version)
    here = [stand for stand in stands if asked.paragraph in (None, stand.paragraph)]
    exactly = [stand for stand in here if asked.at is not None and stand.at == asked.at]
    found = exactly or here or stands
    if not found:
        if anchoring.occurrences(asked.words, version.body):
            return Quoted(fault="These words run over the end of a paragraph: cite a part that stands in one.")
        return Quoted(words=asked.words, versions=tuple(_other_versions(asked, version)))
    places = [_place(stand, stands, version) for stand in found[:MOST_PLACES]]
    if len(found) > 1:
        return Quoted(words=asked.words, places=tuple(places), count=len(found))
    [place] = places
    pids = {span.id for span in spans if span.layer is Layer.CLAIM and (span.start, span.end) == place.span}
    return Quoted(
        words=place.exact,
        place=place,
        claim=next((note for note in notes if note.pid in pids), None),
        is_moved=asked.paragraph is not None and place.paragraph != asked.paragraph,
        is_gone=version.pk != version.article.current_id and not _has(asked.words, version.article.current, version.article),
        citation=tuple(_citation(place, version)),
    )


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 8 else None


def _fault_of(words: str) -> str:
    if len(words) > LONGEST_QUOTED:
        return f"That is {len(words):,} characters; an address names at most {LONGEST_QUOTED}. Cite the words that matter."
    if not any(character.isalnum() for character in words):
        return "There is no word in it: copy the words to be cited from the text."
    return ""


class _Stand(NamedTuple):
    """Where words stand: in the text, and in which paragraph from which of its code points on."""

    span: anchoring.Span
    paragraph: int
    at: int


def _stands(words: str, version: Version) -> list[_Stand]:
    """Return every place of ``words`` within one paragraph of ``version``."""
    body = version.body
    starts = [0, *(match.end() for match in re.finditer("\n\n", body))]
    found = []
    for span in anchoring.occurrences(words, body):
        if "\n\n" not in body[slice(*span)]:
            paragraph = bisect_right(starts, span.start)
            found.append(_Stand(span, paragraph, span.start - starts[paragraph - 1]))
    return found


def _place(stand: _Stand, stands: Sequence[_Stand], version: Version) -> Place:
    """Return ``stand`` as it is shown, with the shortest address that means it alone of all ``stands``."""
    body, span = version.body, stand.span
    exact = " ".join(body[slice(*span)].split())
    has_twin = sum(other.paragraph == stand.paragraph for other in stands) > 1
    address = f"{version.get_absolute_url()}?{Asked(exact, stand.paragraph, stand.at if has_twin else None).query}#{MARK}"
    before = body[span.start - min(stand.at, _AROUND) : span.start]
    after = body[span.end : span.end + _AROUND].partition("\n\n")[0]
    before = before.partition(" ")[2] if stand.at > _AROUND else before
    after = after.rpartition(" ")[0] if len(after) == _AROUND else after
    return Place(span, stand.paragraph, address, before, exact, after)


def _has(words: str, version: Version, article: Article) -> bool:
    """Say whether ``words`` stand in ``version`` and may be read there."""
    is_open = article.shows_text and version.record["access"] == Article.Access.FULL
    return is_open and bool(anchoring.occurrences(words, version.body))


def _other_versions(asked: Asked, version: Version) -> Iterable[tuple[int, str]]:
    others: Sequence[Version] = Version.objects.public().filter(article=version.article).exclude(pk=version.pk).order_by("-number")[:MOST_VERSIONS]
    for other in others:
        other.article = version.article
        if _has(asked.words, other, version.article):
            yield other.number, f"{other.get_absolute_url()}?{Asked(asked.words).query}#{MARK}"


def _citation(place: Place, version: Version) -> list[Part]:
    address = settings.SITE_URL + place.address
    line = citation(version.record, address=address, version=version.number, paragraph=place.paragraph)
    return [Part("“"), Part(place.exact, is_printed=True), Part("” "), *line]
