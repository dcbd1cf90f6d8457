"""A text in which sources are looked for, and how far one looks."""

from __future__ import annotations

from collections.abc import Mapping

from articles.ingest.sources.days import Days
from articles.ingest.sources.outlets import Outlets
from kzarchive.patterns import Pattern

# A book of ten megabytes in which every second paragraph cites has no more of a kind. What follows in a text that has is not looked at:
# it was made to be slow, or is a list.
MOST_CANDIDATES = 30_000
MOST_FOUND = 20_000

TOKEN = Pattern(r"[«»“”„‟\"‘]|[lLdD][’'](?=\w)|\w(?:[\w’'&/.-]*\w)?|[^\w\s]")
QUOTES = {"«": "»", "“": "”", "„": "“”", '"': '"', "‘": "’"}


class Searched:
    """One text, the outlets that are known, and how its days are read."""

    def __init__(self, text: str, published_on: str | None, known: Mapping[str, str]) -> None:
        self.text = text
        self.outlets = Outlets(known)
        self.days = Days(published_on)
