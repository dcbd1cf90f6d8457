"""How the record of a frozen version is kept: what it states, and nothing for what it leaves open; given back whole.

A record has some thirty places, of which a source fills ten. Written out, the names of the others are a third of what a short
article takes in the database.
"""

from __future__ import annotations

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

_PRINTING = ("title", "published_on", "volume", "issue", "pages", "note", "publication")
_AUTHOR = ("name", "role", "affiliation", "pid")
_PUBLICATION = ("title", "pid", "issn")
_LISTS = ("quality", "authors", "also_printed")
_PLACES = (
    "title", "subtitle", "title_romanised", "title_translated", "byline", "section", "volume", "issue", "pages", "published_on",
    "published_basis", "published_earliest", "published_latest", "dateline", "language", "quality", "abstract", "rights", "rights_basis",
    "rights_printed", "source_url", "access", "authors", "publication", "publisher", "also_printed",
)  # fmt: skip


class RecordEncoder(DjangoJSONEncoder):
    """Writes a record without nulls and empty lists, in letters as they are."""

    item_separator = ","
    key_separator = ":"

    def __init__(self, **options):
        super().__init__(**{**options, "ensure_ascii": False})

    def encode(self, o: Any) -> str:
        return super().encode(_stated(o))


class RecordDecoder(json.JSONDecoder):
    """Reads a record with a place for everything that a record may state."""

    def decode(self, s: str, **options) -> Any:
        record = super().decode(s, **options)
        return _whole(record) if isinstance(record, dict) else record


def _stated(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _stated(inner) for name, inner in value.items() if inner is not None and inner != []}
    return [_stated(inner) for inner in value] if isinstance(value, list | tuple) else value


def _whole(record: dict[str, Any]) -> dict[str, Any]:
    whole = _with(_PLACES, record) | {name: record.get(name, []) for name in _LISTS}
    whole["authors"] = [_with(_AUTHOR, author) for author in whole["authors"]]
    whole["publication"] = whole["publication"] and _with(_PUBLICATION, whole["publication"])
    whole["also_printed"] = [_with(_PRINTING, printing) for printing in whole["also_printed"]]
    return whole


def _with(places: tuple[str, ...], stated: dict[str, Any]) -> dict[str, Any]:
    return dict.fromkeys(places) | stated
