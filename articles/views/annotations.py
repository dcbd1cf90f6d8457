"""Claims for machines: W3C Web Annotations, schema.org Claim and ClaimReview, rows of a table; pure.

https://www.w3.org/TR/annotation-model/ and https://schema.org/ClaimReview. What the public may see of a quotation is
decided before it comes here; what is null is left out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

ANNOTATION = "http://www.w3.org/ns/anno.jsonld"
MEDIA_TYPE = f'application/ld+json; profile="{ANNOTATION}"'


@dataclass(frozen=True)
class Selector:
    """The words of a claim in a version. ``prefix``, ``suffix`` and the offsets only where the whole text is open."""

    exact: str
    prefix: str | None = None
    suffix: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True)
class Reviewed:
    """The newest assessment of a claim by a person."""

    finding: str
    reasons: str
    reviewed_at: dt.datetime
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Told:
    """A public claim as machines are told of it; addresses are absolute, ``source`` is that of the version."""

    address: str
    restatement: str
    kind: str
    finding: str
    source: str
    published_at: dt.datetime
    changed_at: dt.datetime
    asserted_by: str | None = None
    about: tuple[tuple[str, str], ...] = ()  # name and address of each entity
    holds_for: str | None = None
    selector: Selector | None = None
    review: Reviewed | None = None


def annotation(claim: Told) -> dict[str, Any]:
    """Return the Web Annotation of one claim: its body what is claimed, its target the words in the version."""
    target: dict[str, Any] = {"source": claim.source}
    if claim.selector:
        target["selector"] = _selectors(claim.selector)
    return {
        "id": claim.address,
        "type": "Annotation",
        "motivation": "describing",
        "created": _time(claim.published_at),
        "modified": _time(claim.changed_at),
        "body": [
            {"type": "TextualBody", "value": claim.restatement, "format": "text/plain", "language": "en", "purpose": "describing"},
            {"type": "TextualBody", "value": claim.kind, "format": "text/plain", "purpose": "classifying"},
            {"type": "TextualBody", "value": claim.finding, "format": "text/plain", "purpose": "assessing"},
            *({"type": "SpecificResource", "source": address, "purpose": "tagging"} for _, address in claim.about),
        ],
        "target": target,
    }


def _selectors(selector: Selector) -> dict[str, Any] | list[dict[str, Any]]:
    quote = {"type": "TextQuoteSelector", "exact": selector.exact}
    if selector.start is None:
        return quote
    quote |= {"prefix": selector.prefix, "suffix": selector.suffix}
    return [quote, {"type": "TextPositionSelector", "start": selector.start, "end": selector.end}]


def one_annotation(claim: Told) -> dict[str, Any]:
    """Return a whole document of one annotation."""
    return {"@context": ANNOTATION, **annotation(claim)}


def collection(address: str, label: str, claims: Iterable[Told]) -> dict[str, Any]:
    """Return the annotations of an article as an AnnotationCollection whose one page is in it."""
    items = [annotation(claim) for claim in claims]
    page = {"id": f"{address}#page-1", "type": "AnnotationPage", "partOf": address, "startIndex": 0, "items": items}
    made: dict[str, Any] = {"@context": ANNOTATION, "id": address, "type": "AnnotationCollection", "label": label, "total": len(items)}
    return made | ({"first": page} if items else {})


def schema_of(claim: Told, *, site: str) -> dict[str, Any]:
    """Return schema.org Claim, or ClaimReview around it where a person reviewed it."""
    said = _whole(
        {
            "@type": "Claim",
            "@id": claim.address,
            "text": claim.restatement,
            "author": claim.asserted_by and {"@type": "Thing", "name": claim.asserted_by},
            "about": [{"@type": "Thing", "name": name, "@id": address} for name, address in claim.about],
            "temporalCoverage": claim.holds_for,
            "appearance": {"@type": "CreativeWork", "@id": claim.source, "url": claim.source},
        }
    )
    if not claim.review:
        return {"@context": "https://schema.org", **said}
    return _whole(
        {
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "@id": f"{claim.address}#assessments",
            "url": claim.address,
            "claimReviewed": claim.restatement,
            "author": {"@type": "Organization", "name": "kzarchive", "url": f"{site}/"},
            "datePublished": claim.review.reviewed_at.date().isoformat(),
            "reviewBody": claim.review.reasons,
            "reviewRating": {"@type": "Rating", "alternateName": claim.review.finding},
            "citation": list(claim.review.sources),
            "itemReviewed": said,
        }
    )


def _whole(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, [], "")}


def _time(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


# A cell that begins with one of these is a formula to a spreadsheet (OWASP: CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def cell(value: object) -> str:
    """Return ``value`` as a spreadsheet may open it: what would be a formula is made text by an apostrophe before it."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
