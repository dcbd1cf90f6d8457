"""An entity in the words that machines share: schema.org for what it is, SKOS for what it is called; pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

CONTEXT = {
    "@vocab": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "prefLabel": "skos:prefLabel",
    "altLabel": "skos:altLabel",
    "hiddenLabel": "skos:hiddenLabel",
    "exactMatch": {"@id": "skos:exactMatch", "@type": "@id"},
}
MEDIA_TYPE = "application/ld+json"

# Agreements and concepts have no class of schema.org that would be true of all of them.
_CLASSES = {"person": "Person", "state": "Country", "place": "Place", "organisation": "Organization", "event": "Event"}
_HIDDEN = {"misspelling", "machine-translated"}


@dataclass(frozen=True)
class Label:
    """A name as it is told to machines: ``kind`` is the archive's, ``language`` BCP 47."""

    text: str
    language: str
    kind: str


def described(
    *, kind: str, name: str, description: str, pid: str, address: str, permanent: str, labels: Iterable[Label], same_as: Sequence[str]
) -> dict[str, Any]:
    """Return the entity at the absolute ``address`` as JSON-LD; what is not known has no key.

    A language has one preferred label (SKOS, S14); whatever nobody should learn to write is a hidden one.
    """
    labels = list(labels)
    preferred = [label for label in labels if label.kind == "preferred"]
    hidden = [label for label in labels if label.kind in _HIDDEN]
    other = [label for label in labels if label.kind != "preferred" and label.kind not in _HIDDEN]
    told = {
        "@context": CONTEXT,
        "@id": permanent,
        "@type": [_CLASSES[kind], "skos:Concept"] if kind in _CLASSES else ["Thing", "skos:Concept"],
        "identifier": pid,
        "name": name,
        "description": description,
        "url": address,
        "mainEntityOfPage": address,
        "prefLabel": _by_language(preferred),
        "altLabel": _by_language(other),
        "hiddenLabel": _by_language(hidden),
        "sameAs": list(same_as),
        "exactMatch": list(same_as),
    }
    return {key: value for key, value in told.items() if value}


def _by_language(labels: Iterable[Label]) -> list[dict[str, str]]:
    return [{"@value": text, "@language": language} for text, language in dict.fromkeys((label.text, label.language) for label in labels)]
