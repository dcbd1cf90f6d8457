"""Lines that give the day of what a text announces or tells of, which is no day of publication."""

from __future__ import annotations

import re

from articles.ingest.dates import find_dates
from articles.ingest.statements.field import Field
from kzarchive.patterns import Pattern

_LABEL_OF_EVENT = Pattern(
    r"(?:when|wann|quand|date and time|datum und uhrzeit|event date|termin|date of (?:the )?(?:event|meeting|visit|conference)|"
    r"(?:(?:visit|meeting|conference|summit|forum|session|round ?table|hearing|seminar|workshop|lecture)(?: (?:date|day)s?)?|"
    r"besuch|treffen|tagung|sitzung|konferenz|visite|réunion|conférence|toplantı|ziyaret|konferans))\s?:\s?(?=\S)",
    re.I,
)
_FIGURES = r"[0-9]{1,2}[./][0-9]{1,2}[./](?:19|20)[0-9]{2}"
_DAYS_IN_FIGURES = Pattern(rf"{_FIGURES}\s?[-–—]\s?{_FIGURES}")
_BETWEEN_DAYS = Pattern(r"\s?(?:[-–—]|to|until|bis|au)\s?")
_UNTIL_HOUR = Pattern(
    r"\s?(?:[-–—]|to|until|bis|à)\s?(?:[0-9]{1,2}[:.h][0-9]{2}|[0-9]{1,2}(?=\s?[ap]))(?:\s?[ap]\.?m\.?)?(?:\s?Uhr)?(?:\s?\(?[A-Z]{2,5}\)?)?\s*", re.I
)


# What says of a person that a day was that of his birth.
_OF_BIRTH = Pattern(r"(?:\b(?:born|geboren|née? (?:le|à|en)|родил(?:ся|ась)|туған|дүниеге келген)\b|\bdoğ(?:du|muştur|umlu)\b)", re.I)


def read_day_of_event(line: str) -> list[Field] | None:
    """The day of an event: behind its label ("When: DATE", "Meeting: DATE"), from one day to another, or from one hour to another; a birth."""
    if _OF_BIRTH.search(line) and len(line.split()) <= 25 and find_dates(line):
        return [Field("other_date", line, 0, len(line))]
    if _DAYS_IN_FIGURES.fullmatch(line):
        return [Field("other_date", line, 0, len(line))]
    dates = find_dates(line) if len(line.split()) <= 14 else []
    if not dates or len(dates) > 2:
        return None
    first, last = dates[0], dates[-1]
    is_labelled = bool(_LABEL_OF_EVENT.match(line))
    is_of_days = len(dates) == 2 and first.start == 0 and last.end == len(line) and _BETWEEN_DAYS.fullmatch(line[first.end : last.start])
    is_of_hours = len(dates) == 1 and first.start == 0 and ":" in line[: first.end] and _UNTIL_HOUR.fullmatch(line[first.end :])
    return [Field("other_date", line, 0, len(line))] if is_labelled or is_of_days or is_of_hours else None


_NAMES_PLACE = Pattern(r"(?:where|venue|wo|veranstaltungsort|où)\s?:\s?\S", re.I)
_NAMES_TIME = Pattern(r"(?:when|date|time|date and time|wann|datum|uhrzeit|beginn|quand|heure)\s?:\s?\S", re.I)


def lines_of_event(lines: list[str]) -> list[int]:
    """Return which of ``lines`` say one below the other when and where something is held: "Date: DATE", "Time: HOUR", "Venue: PLACE"."""
    labelled = [bool(_NAMES_PLACE.match(line) or _NAMES_TIME.match(line)) for line in lines]
    found: list[int] = []
    for n, line in enumerate(lines):
        if not _NAMES_PLACE.match(line):
            continue
        first = last = n
        while first > 0 and labelled[first - 1]:
            first -= 1
        while last + 1 < len(lines) and labelled[last + 1]:
            last += 1
        if any(_NAMES_TIME.match(lines[k]) for k in range(first, last + 1)):
            found += range(first, last + 1)
    return sorted(set(found))
