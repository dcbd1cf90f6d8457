"""The dates that a sentence speaks of, relative ones read from the day it was printed: “last November”, “in January”; pure.

Nothing is read from the clock. A month or a day without a year is the last one not after the day of printing, where the sentence
does not say that it is to come; without a day of printing it is not read at all.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from kzarchive import edtf
from kzarchive.patterns import Pattern

_ENGLISH = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_SHORT = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12}
_RUSSIAN = {
    stem: number
    for number, stems in enumerate(
        ("январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"), start=1
    )
    for stem in (stems,)
}
_RUSSIAN_ENDINGS = r"(?:ь|я|ю|е|а|у|й|ем|ём)"
_MONTH = rf"(?P<month>{'|'.join([*_ENGLISH, *_SHORT])})\.?"
_MONTH_RU = rf"(?P<month>{'|'.join(sorted(_RUSSIAN, key=len, reverse=True))}){_RUSSIAN_ENDINGS}"
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"

_STATED = [
    Pattern(rf"\b{_MONTH}\s+{_DAY}(?:\s*,\s*|\s+){_YEAR}\b", re.IGNORECASE),
    Pattern(rf"\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b", re.IGNORECASE),
    Pattern(rf"\b{_DAY}\s+{_MONTH_RU}\s+{_YEAR}\b", re.IGNORECASE),
    Pattern(rf"\b{_MONTH}\s+(?:of\s+)?{_YEAR}\b", re.IGNORECASE),
    Pattern(rf"\b{_MONTH_RU}\s+{_YEAR}\b", re.IGNORECASE),
]
_SPANS = [
    Pattern(r"\b(?:from|between)\s+(?P<first>(?:19|20)[0-9]{2})\s+(?:to|until|and)\s+(?P<last>(?:19|20)[0-9]{2})\b", re.IGNORECASE),
    Pattern(r"\b(?P<first>(?:19|20)[0-9]{2})\s?[-–—]\s?(?P<last>(?:19|20)[0-9]{2})\b"),
]
_YEARS = Pattern(rf"\b{_YEAR}\b")
_RELATIVE = [
    ("month", Pattern(rf"\b(?P<which>last|this|next|in|since|by|during|early\s+in|late\s+in|прошлый|в)\s+{_MONTH}(?!\s*[0-9])\b", re.IGNORECASE)),
    ("month of last year", Pattern(rf"\bв\s+{_MONTH_RU}\s+прошлого\s+года\b", re.IGNORECASE)),
    ("month", Pattern(rf"\b(?P<which>в|с)\s+{_MONTH_RU}(?!\s*[0-9])\b", re.IGNORECASE)),
    ("day", Pattern(rf"\b(?P<which>on\s+)?{_MONTH}\s+{_DAY}\b(?!\s*[-–]?\s*[0-9]{{4}})", re.IGNORECASE)),
    ("day", Pattern(rf"\b(?P<which>on\s+)?{_DAY}\s+{_MONTH}\b", re.IGNORECASE)),
    ("day", Pattern(rf"\b{_DAY}\s+{_MONTH_RU}\b", re.IGNORECASE)),
    ("year", Pattern(r"\b(?P<which>last|this|next|current|previous)\s+year\b", re.IGNORECASE)),
    ("year", Pattern(r"\b(?:в\s+)?(?P<which>прошлом|этом|следующем)\s+году\b", re.IGNORECASE)),
    ("last month", Pattern(r"\b(?P<which>last|this|next)\s+month\b", re.IGNORECASE)),
    ("near day", Pattern(r"\b(?P<which>yesterday|today|вчера|сегодня)\b", re.IGNORECASE)),
]
_NEXT = ("next", "следующ")
_LAST = ("last", "прошл", "previous")


@dataclass(frozen=True)
class Dated:
    """A date that words speak of. ``basis`` is stated or resolved; ``words`` are those it was read from, at ``start``:``end``."""

    date: str
    basis: str
    words: str
    start: int
    end: int

    def explained(self, printed_on: str | None) -> str | None:
        """Return how it was read, for the record; None where the words say it themselves."""
        return None if self.basis == "stated" else f"“{self.words}”, read from the date of publication, {printed_on}"


def dates_in(text: str, *, printed_on: str | None = None) -> list[Dated]:
    """Return the dates that ``text`` speaks of, in its order; ``printed_on`` (EDTF) is the date relative ones are read from.

    Where it is no day, a relative date is read only if every day it may stand for gives the same.
    """
    found = [*_stated_in(text)]
    days = _days(printed_on)
    if days:
        for kind, pattern in _RELATIVE:
            for match in pattern.finditer(text):
                month = match.groupdict().get("month") or ""
                is_a_word = month.isascii() and month.islower()  # “they may”, “a march”
                if is_a_word or any(match.start() < other.end and other.start < match.end() for other in found):
                    continue
                readings = {_resolved(kind, match, day) for day in days}
                if len(readings) == 1 and (date := readings.pop()):
                    found.append(Dated(date, "resolved", match.group(), match.start(), match.end()))
    for match in _YEARS.finditer(text):
        if not any(match.start() < other.end and other.start < match.end() for other in found):
            found.append(Dated(match["year"], "stated", match.group(), match.start(), match.end()))
    return sorted(found, key=lambda dated: dated.start)


def _stated_in(text: str) -> list[Dated]:
    found: list[Dated] = []
    for pattern in (*_STATED, *_SPANS):
        for match in pattern.finditer(text):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            groups = match.groupdict()
            if "first" in groups:
                date = f"{groups['first']}/{groups['last']}"
            else:
                month = _month(groups["month"])
                date = f"{groups['year']}-{month:02}" + (f"-{int(groups['day']):02}" if groups.get("day") else "")
            if _is_date(date):
                found.append(Dated(date, "stated", match.group(), match.start(), match.end()))
    return found


def _month(word: str) -> int:
    word = word.lower().rstrip(".")
    return _ENGLISH.get(word) or _SHORT.get(word) or _RUSSIAN[word]


def _days(printed_on: str | None) -> list[dt.date]:
    """Return the first and the last day that ``printed_on`` may stand for; nothing where it is a stretch of more than a year."""
    try:
        date = edtf.parse(printed_on or "")
    except edtf.InvalidEDTF:
        return []
    return sorted({date.earliest, date.latest}) if (date.latest - date.earliest).days < 367 else []


def _resolved(kind: str, match: re.Match[str], day: dt.date) -> str | None:
    groups = match.groupdict()
    which = (groups.get("which") or "").lower()
    is_next, is_last = which.startswith(_NEXT), which.startswith(_LAST)
    if kind == "year":
        return str(day.year + is_next - is_last)
    if kind == "near day":
        return (day - dt.timedelta(days=1) if which in {"yesterday", "вчера"} else day).isoformat()
    if kind == "last month":
        month = day.year * 12 + day.month - 1 + is_next - is_last
        return f"{month // 12:04}-{month % 12 + 1:02}"
    month = _month(groups["month"])
    if kind == "month of last year":
        return f"{day.year - 1}-{month:02}"
    if kind == "day":
        date = f"{day.year}-{month:02}-{int(groups['day']):02}"
        if not _is_date(date):
            return None
        return date if dt.date.fromisoformat(date) <= day else f"{day.year - 1}{date[4:]}" if _is_date(f"{day.year - 1}{date[4:]}") else None
    if is_next:
        year = day.year + (month <= day.month)
    elif is_last:
        year = day.year - (month >= day.month)
    else:
        year = day.year - (month > day.month)
    return f"{year}-{month:02}"


def _is_date(text: str) -> bool:
    try:
        edtf.parse(text)
    except edtf.InvalidEDTF:
        return False
    return True
