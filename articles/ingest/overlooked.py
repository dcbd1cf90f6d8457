"""Statements among the first lines that were taken for text: below a deck, a summary or a caption the head of a page may go on."""

from __future__ import annotations

from dataclasses import replace

from articles.ingest.dates import find_dates
from articles.ingest.reading import Reading, key_of_name
from articles.ingest.statements.bylines import read_byline
from articles.ingest.statements.field import Field, date_field
from articles.ingest.statements.names import names_person
from articles.ingest.statements.people import read_person
from kzarchive.patterns import Pattern

_MOST_LINES_OF_LEAD = 8
_MOST_LINES_OF_TEXT = 40
_HOUR = Pattern(r"\b[0-2]?[0-9][:.][0-5][0-9]\b")  # when a text was put up; what it tells of has its hour in a sentence
_MOST_LETTERS_BESIDE_DAY = 5  # of a zone of time


def read_statements_below_lead(reading: Reading) -> None:
    """Read the day that stands alone among the first lines of the text, and the by-line or the name right above or below it.

    Running text goes on below, and no other day stands alone among the lines of the text: it would be the heading of an entry.
    """
    page = reading.page
    if reading.dates or reading.layer.is_marked_up:
        return
    title = reading.title_line()
    kept = [i for i in page.kept() if reading.is_kept(i) and i not in reading.captions and (title is None or i > title)]
    days = [n for n, i in enumerate(kept[:_MOST_LINES_OF_TEXT]) if _is_day_alone(reading, i)]
    if len(days) != 1 or days[0] >= _MOST_LINES_OF_LEAD:
        return
    n = days[0]
    if not any(map(page.is_prose, kept[n + 1 : n + 4])):
        return
    beside = [(kept[m], fields) for m in (n - 1, n + 1) if 0 <= m < len(kept) and (fields := _read_name(reading, kept[m]))]
    above = sum(map(page.is_prose, kept[:n]))
    if not beside and above and not _HOUR.search(page.raw(kept[n])):
        return
    for i, fields in beside[:1]:
        reading.state_fields(i, fields)
    raw = page.raw(kept[n])
    reading.state_fields(kept[n], [replace(date_field(raw, find_dates(raw)[0]), name="published_on")])


def _is_day_alone(reading: Reading, i: int) -> bool:
    """Tell whether line ``i`` is one whole day and nothing else, or its hour and the zone of that."""
    raw = reading.page.raw(i) if reading.page.is_short(i) else ""
    days = find_dates(raw)
    if len(days) != 1 or any(len(reading_of_day) < len("2019-11-19") for reading_of_day in days[0].readings):
        return False
    return sum(map(str.isalpha, raw[: days[0].start] + raw[days[0].end :])) <= _MOST_LETTERS_BESIDE_DAY


def _read_name(reading: Reading, i: int) -> list[Field] | None:
    """Return what line ``i`` says of the author; a name alone only if it is a person's, and no other is known for one."""
    page = reading.page
    raw = page.raw(i)
    if not page.is_short(i) or page.is_prose(i):
        return None
    fields = read_byline(raw) or (read_person(raw) if names_person(raw) else None)
    names = {key_of_name(field.value) for field in fields or () if field.name == "authors"}
    known = {key_of_name(author.name) for author in reading.authors}
    return fields if names and (not known or names <= known) else None
