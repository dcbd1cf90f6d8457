"""Diplomatic cables: what their heads say, above a text in numbered paragraphs."""

from __future__ import annotations

import re

from articles.ingest.dates import PrintedDate, find_dates
from articles.ingest.reading import Reading, plain
from articles.ingest.statements.field import date_field
from kzarchive.patterns import Pattern

_MOST_LINES_OF_HEAD = 120
_SUBJECT = Pattern(r"SUBJ(?:ECT)?\s?:\s?(?=\S)")
# Lines that no other head has: precedence and time, sender, receivers, classification, order of secrecy, tags, who classified.
_MARKS = tuple(
    map(
        Pattern,
        (
            r"(?:VZCZC|ZNY |ZNR |DE RU|(?:OO|PP|RR) RU)\S*",
            r"[ZOPR](?:\s[ZOPR])?\s[0-9]{6}Z\s[A-Z]{3}\s[0-9]{2}\b",
            r"FM\s[A-Z]{2,}",
            r"(?:TO|INFO)\s[A-Z]{3,}",
            r"SIPDIS\b|NODIS\b|NOFORN\b",
            r"E\.?\s?O\.?\s?1[0-9]{4}\s?:",
            r"TAGS\s?:",
            r"Classified By\s?:",
        ),
    )
)
_LEAST_MARKS = 3
_TIME_OF_SENDING = Pattern(r"[ZOPR](?:\s[ZOPR])?\s(?P<day>[0-9]{2})[0-9]{4}Z\s(?P<month>[A-Z]{3})\s(?P<year>[0-9]{2})\b")
_LABEL = Pattern(r"(?:REFS?|TAGS|E\.?O\.?|CLASSIFIED BY|SENSITIVE|SIPDIS)\b", re.I)
_PARAGRAPH = Pattern(r"(?:¶\s?)?1\.\s?(?:\([A-Z/]{1,8}\)\s?)?\S|SUMMARY\b|INTRODUCTION\b|COMMENT\b")
_CLASSIFIED_BY = Pattern(r"classified by\b", re.I)
_FIRST_YEAR_OF_CENTURY = 50  # two digits: there were no cables of this kind before


def read_cable(reading: Reading) -> bool:
    """Read subject and day of a diplomatic cable from its head, and leave the rest of the head out; tell whether the page is one.

    Its text begins with the first paragraph.
    """
    page = reading.page
    if reading.layer.is_marked_up or not _SUBJECT.search(reading.layer.text[: 200 * _MOST_LINES_OF_HEAD]):
        return False
    lines = [i for i in range(min(page.count, _MOST_LINES_OF_HEAD)) if page.is_ruled(i)]
    subject = next((i for i in lines if _SUBJECT.match(page.raw(i))), None)
    if subject is None or sum(any(mark.match(page.raw(i)) for i in lines) for mark in _MARKS) < _LEAST_MARKS:
        return False
    last = subject
    while last + 1 < page.count and not page.follows_gap(last + 1) and last + 1 in lines and not _LABEL.match(page.raw(last + 1)):
        last += 1
    text = next((i for i in range(last + 1, page.count) if _opens_text(reading, i)), None)
    if text is None:
        return False
    start = page.start(subject) + _SUBJECT.match(page.raw(subject)).end()
    reading.stated.update(range(subject, last + 1))
    for i in range(subject, last + 1):
        page.removed.pop(i, None)
    reading.values["title"] = plain(page.text[start : page.end(last)])
    reading.spans["title"] = [(start, page.end(last))]
    reading.remove_stretch(page.start(subject), start, "field label")
    for i in range(text):
        if i not in reading.stated:
            page.removed[i] = "head of a cable"
    _read_day(reading, [i for i in lines if i < subject])
    return True


def _opens_text(reading: Reading, i: int) -> bool:
    """Tell whether the first paragraph of a cable begins with line ``i``: with its number, with its heading, or a line of running text at least."""
    page = reading.page
    if (
        _CLASSIFIED_BY.match(page.raw(i)[:40])
        or _LABEL.match(page.raw(i)[:40])
        or (i and _CLASSIFIED_BY.match(page.raw(i - 1)[:40]) and not page.follows_gap(i))
    ):
        return False
    return bool(_PARAGRAPH.match(page.raw(i)[:60])) or page.is_prose(i)


def _read_day(reading: Reading, lines: list[int]) -> None:
    """Note the day on which a cable was sent, or the first one in the head where that is not printed."""
    page = reading.page
    for i in lines:
        sent = _TIME_OF_SENDING.match(page.raw(i))
        if sent:
            century = "19" if int(sent["year"]) >= _FIRST_YEAR_OF_CENTURY else "20"
            for day in find_dates(f"{sent['day']} {sent['month']} {century}{sent['year']}"):
                _note_day(reading, i, PrintedDate(sent.start("day"), sent.end(), day.readings))
                return
    for i in lines:
        days = [found for found in find_dates(page.raw(i)) if not found.is_ambiguous]
        if days:
            _note_day(reading, i, days[0])
            return


def _note_day(reading: Reading, i: int, day: PrintedDate) -> None:
    page, start = reading.page, reading.page.start(i)
    reading.note(date_field(page.raw(i), day), start)
    page.removed.pop(i, None)
    reading.stated.add(i)
    reading.remove_stretch(start, start + day.start, "head of a cable")
    reading.remove_stretch(start + day.end, page.end(i), "head of a cable")
