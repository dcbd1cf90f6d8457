"""The claims and corrected readings of a version: as spans over its text, and as notes beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.models import Anchor, Article, Claim, ClaimLink, Correction, Version

from .findings import class_of, sign_of
from .layers import Layer, Span
from .wording import time_in_words

MOST_BESIDE = 60  # as many have a rule in css/beside.css
# About as wide and as high as lines are where there is a margin.
_NOTE_CHARACTERS, _NOTE_LINE = 36, 19
_TEXT_CHARACTERS, _TEXT_LINE = 68, 30
_FOOT = 500  # of what stands below a text, beside which the margin goes on


@dataclass(frozen=True)
class Note:
    """A claim beside the text it is made in; ``is_placed``: its words are marked there, under its pid."""

    pid: str
    address: str
    restatement: str
    kind: str
    finding: str
    sign: str
    classes: str
    asserter: str | None
    holds_for: str | None
    is_disputed: bool
    is_placed: bool
    quote: str | None
    is_quote_cut: bool
    place: int = 0  # its number among those that are placed, from 1


@dataclass(frozen=True)
class Marked:
    """What is marked in a version: spans for its text, notes in the order of the words, those without a place last."""

    spans: tuple[Span, ...] = ()
    notes: tuple[Note, ...] = ()
    has_readings: bool = False


def marked_in(article: Article, version: Version, *, shows_text: bool) -> Marked:
    """Return what the public may see marked in ``version`` of ``article``, in a fixed number of queries."""
    claims = {
        claim.pk: claim
        for claim in Claim.objects.public().filter(article=article).select_related("asserted_by_author", "asserted_by_entity").order_by("id")
    }
    anchors = {anchor.claim_id: anchor for anchor in Anchor.objects.public().filter(version=version, claim__in=claims)}
    disputed = disputed_among(list(claims))
    for claim in claims.values():
        claim.article = article
    # One that was marked since, in a later version, is no part of an old one.
    shown = [claim for claim in claims.values() if claim.quote is None or claim.pk in anchors]
    shown.sort(key=lambda claim: _place(anchors.get(claim.pk), claim))
    notes = tuple(_note(claim, anchors.get(claim.pk), claim.pk in disputed, shows_text, place=number) for number, claim in enumerate(shown, start=1))
    if not shows_text:
        return Marked(notes=notes)
    readings = list(_readings(article, version))
    return Marked((*_spans(shown, anchors), *readings), notes, bool(readings))


def stand_beside(notes: Sequence[Note], length: int) -> bool:
    """Say whether the margin of a text of ``length`` characters has room for each placed note at its line, as far as can be told from here."""
    placed = [note for note in notes if note.is_placed]
    needed = sum(_NOTE_LINE * (len(note.restatement) // _NOTE_CHARACTERS + 4) for note in placed)
    return 0 < len(placed) <= MOST_BESIDE and needed <= length / _TEXT_CHARACTERS * _TEXT_LINE + _FOOT


def disputed_among(keys: list[int]) -> set[int]:
    """Return which of the claims with these primary keys are in conflict with another public claim."""
    links = ClaimLink.objects.public().filter(kind=ClaimLink.LinkKind.CONFLICTS)
    pairs = [
        *links.filter(from_claim__in=keys).values_list("from_claim", "to_claim"),
        *links.filter(to_claim__in=keys).values_list("from_claim", "to_claim"),
    ]
    return {key for pair in pairs for key in pair} & set(keys)


def _place(anchor: Anchor | None, claim: Claim) -> tuple[bool, int, int, int]:
    span = anchor.span if anchor else None
    return (span is None, *((span[0], -span[1]) if span else (0, 0)), claim.pk)


def _note(claim: Claim, anchor: Anchor | None, is_disputed: bool, shows_text: bool, *, place: int) -> Note:
    return Note(
        pid=claim.pid,
        address=claim.get_absolute_url(),
        restatement=claim.restatement,
        kind=claim.kind,
        finding=claim.finding,
        sign=sign_of(claim.finding),
        classes=class_of(claim.finding),
        asserter=claim.asserter,
        holds_for=claim.holds_for and time_in_words(claim.holds_for),
        is_disputed=is_disputed,
        is_placed=shows_text and anchor is not None and anchor.span is not None,
        quote=None if shows_text else claim.public_quote,
        is_quote_cut=not shows_text and claim.is_quote_cut,
        place=place,
    )


def _spans(claims: list[Claim], anchors: dict[int, Anchor]) -> Iterator[Span]:
    for place, claim in enumerate(claims, start=1):  # those with a place come first
        anchor = anchors.get(claim.pk)
        if anchor and anchor.span:
            said = f"{claim.restatement} ({claim.kind}; {claim.finding})"
            yield Span(*anchor.span, Layer.CLAIM, id=claim.pid, title=said, classes=class_of(claim.finding), place=place)


def _readings(article: Article, version: Version) -> Iterator[Span]:
    corrections = {correction.pk: correction for correction in Correction.objects.public().filter(article=article)}
    for anchor in Anchor.objects.public().placed().filter(version=version, correction__in=corrections):
        correction = corrections[anchor.correction_id]
        yield Span(*anchor.span, Layer.SIC, reading=correction.reading, title=correction.reason)
