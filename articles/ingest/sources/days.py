"""The day that a text gives for what it cites."""

from __future__ import annotations

import re
from typing import Literal

from articles.ingest.dates import PrintedDate, find_dates
from articles.ingest.sources.source import Cue, InTextSource
from kzarchive import edtf
from kzarchive.patterns import Pattern

DIGIT = Pattern("[0-9]")
_DAY_WITHOUT_YEAR = Pattern(r"(?:[^\W\d_]{3,10}\.? [0-9]{1,2}|[0-9]{1,2}\.? [^\W\d_]{3,10})(?P<more>(?:(?:, | ?[–-] ?)[0-9]{1,2})*)")
_YEAR = Pattern(r"(?:19|20)[0-9]{2}")
_BEFORE_DATE = Pattern(r"(?: on| от| am| vom| le| du|,)? ?\(?", re.IGNORECASE)
_MOST_REMEMBERED = 2048

# An EDTF date and its basis; both None for a day whose year is not to be known.
Dated = tuple[str | None, Literal["stated", "inferred"] | None]


class Days:
    """The days of one text; those without a year are taken for the last such day up to ``published_on`` (EDTF)."""

    def __init__(self, published_on: str | None) -> None:
        date = edtf.parse(published_on) if published_on else None
        self._day = date.latest if date and date.is_day else None
        self._known: dict[str, Dated | None] = {}

    def whole(self, when: str) -> Dated | None:
        """Return the date that ``when`` consists of; None if it is no date."""
        if when not in self._known:
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.clear()
            self._known[when] = self._read(when)
        return self._known[when]

    def _read(self, when: str) -> Dated | None:
        when = when.strip(" .")
        found = find_dates(when)
        if found and found[0].start == 0 and found[0].end >= len(when.rstrip(" .")) - 1 and not found[0].is_ambiguous:
            return found[0].readings[0], "stated"
        if _YEAR.fullmatch(when):
            return when, "stated"
        day = _DAY_WITHOUT_YEAR.fullmatch(when)
        return self._in_last_year(when[: len(when) - len(day["more"])]) if day else None

    def _in_last_year(self, printed: str) -> Dated | None:
        """Return the last day up to the article's own that ``printed``, a day without a year, may be; None if no year has it."""
        for year in range(self._day.year, self._day.year - 5, -1) if self._day else (2000,):
            dates = find_dates(f"{printed}, {year}") or find_dates(f"{printed} {year}")
            if not dates or len(dates[0].readings[0]) < 10:
                continue
            if self._day is None:
                return None, None
            if dates[0].readings[0] <= self._day.isoformat():
                return dates[0].readings[0], "inferred"
        return None


def certain(date: PrintedDate) -> Dated:
    """Return a printed date, nothing where it has two readings."""
    return (None, None) if date.is_ambiguous else (date.readings[0], "stated")


def with_day_behind(text: str, outlet: str, start: int, end: int, cue: Cue) -> InTextSource:
    """Return the source named from ``start`` to ``end``, with the day that follows it if one does."""
    opening = _BEFORE_DATE.match(text, end)
    ahead = text[opening.end() : opening.end() + 40].partition("\n")[0]
    date = next(iter(find_dates(ahead)), None) if DIGIT.search(ahead[:24]) else None
    if date is None or date.start > 0 or date.is_ambiguous:
        return InTextSource(outlet, None, None, start, end, cue)
    last = opening.end() + date.end
    if opening[0].endswith("(") and text[last : last + 1] == ")":
        last += 1
    return InTextSource(outlet, date.readings[0], "stated", start, last, cue)
