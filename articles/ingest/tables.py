"""The tables of labels and values by which catalogues and content systems head a text, each label and each value on a line of its own."""

from __future__ import annotations

import re

from articles.ingest.dates import PrintedDate, find_dates
from articles.ingest.reading import Reading
from articles.ingest.statements import Field, read_authors, read_numbering, read_volume
from kzarchive.patterns import Pattern

_BULLET = Pattern(r"[–—•*·-]\s{1,3}")
_LABEL = Pattern(r"[^\W\d_][^\W\d_]*(?:[\s/][^\W\d_]+|\s\([^()]{1,12}\)){0,3}\s?:")
_NAMES = {
    "author": "authors", "authors": "authors", "author(s)": "authors", "publication date": "published_on", "date of publication": "published_on",
    "year of publication": "published_on", "journal": "publication", "source": "publication", "publisher": "publisher", "institution": None,
    "publication type": None, "content type": None, "document type": None, "type": None, "keywords": None, "language": None, "isbn": None,
    "abstract": None, "political geography": None, "topic": None, "full text": None,
}  # fmt: skip
_LEADS_TO_TEXT = frozenset({"abstract", "full text"})
_LEAST_LABELS = 3
_MONTH_AND_YEAR = Pattern(r"(0[1-9]|1[0-2])[-/]((?:19|20)[0-9]{2})")


def read_tables_of_labels(reading: Reading) -> None:
    """Read the labels above a text that stand on lines of their own, with their values in the lines below: "Author:", "NAME", "Journal:", "X"."""
    page = reading.page
    first = next((i for i in page.kept() if page.is_prose(i)), page.count)
    rows = [(i, name) for i in range(first) if (name := _label_at(reading, i)) is not None]
    if len(rows) < _LEAST_LABELS or reading.layer.markup:
        return
    for i, name in rows:
        value = i + 1
        page.removed[i] = "field label"
        if name in _LEADS_TO_TEXT or value >= first or _label_at(reading, value) is not None:
            if value == first and (bullet := _BULLET.match(page.raw(value)[:4])):
                reading.body_starts[value] = page.start(value) + bullet.end()
                reading.remove_stretch(page.start(value), reading.body_starts[value], "field label")
            continue
        fields = _values_of(name, page.raw(value))
        if fields:
            reading.state_fields(value, fields)
        else:
            page.removed[value] = "field label"


def _label_at(reading: Reading, i: int) -> str | None:
    raw = reading.page.raw(i) if reading.page.is_short(i) else ""
    bullet = _BULLET.match(raw)
    label = _LABEL.fullmatch(raw, bullet.end() if bullet else 0)
    name = label[0].rstrip(": ").casefold() if label else None
    return name if name in _NAMES else None


def _values_of(label: str, raw: str) -> list[Field] | None:
    """Return the fields that the line ``raw`` gives below ``label``; None if the record has none of that kind."""
    bullet = _BULLET.match(raw)
    start = bullet.end() if bullet else 0
    name = _NAMES[label]
    if name == "authors":
        authors = read_authors(raw[start:], start)
        return [Field("byline", raw[start:], start, len(raw)), *authors] if authors else None
    if name == "published_on":
        days = find_dates(raw)
        if not days and (month := _MONTH_AND_YEAR.fullmatch(raw, start)):
            days = [PrintedDate(*month.span(), (f"{month[2]}-{month[1]}",))]
        if not days and re.fullmatch(r"(?:19|20)[0-9]{2}", raw[start:]):
            days = [PrintedDate(start, len(raw), (raw[start:],))]
        return [Field(name, raw[days[0].start : days[0].end], days[0].start, days[0].end, date=days[0])] if len(days) == 1 else None
    numbered = read_volume(raw) or read_numbering(raw) if name == "publication" and not start else None
    return numbered or ([Field(name, raw[start:], start, len(raw))] if name and len(raw) <= 120 else None)
