"""Dates as precise as their source: the part of EDTF (ISO 8601-2) that printed matter needs.

Accepted: a year, a month, a day, an interval of two of these, each end optionally followed by
``?`` (uncertain), ``~`` (approximate) or ``%`` (both). Nothing is ever filled in: a year stays a
year, and the days it may stand for are derived beside it.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

LONGEST = 23  # 2014-02-05~/2014-03-05~

_ONE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([?~%]?)")


class InvalidEDTF(ValueError):
    """The text is not a date in the supported part of EDTF; the message says why."""


@dataclass(frozen=True)
class EDTF:
    """A date, the days it may stand for (inclusive), and how sure its source was."""

    text: str
    earliest: dt.date
    latest: dt.date

    @property
    def is_uncertain(self) -> bool:
        return any(mark in self.text for mark in "?~%")

    @property
    def is_day(self) -> bool:
        return self.earliest == self.latest

    def __str__(self) -> str:
        return self.text


def parse(text: str) -> EDTF:
    """Return the date written in ``text``. Raises InvalidEDTF."""
    if len(text) > LONGEST:
        raise InvalidEDTF(f"A date has at most {LONGEST} characters.")
    ends = text.split("/")
    if len(ends) > 2:
        raise InvalidEDTF(f"“{text}” has more than two ends.")
    first = _parse_one(ends[0])
    last = _parse_one(ends[-1])
    if first[0] > last[0] or first[1] > last[1]:
        raise InvalidEDTF(f"“{text}” ends before it begins.")
    return EDTF(text, first[0], last[1])


def _parse_one(text: str) -> tuple[dt.date, dt.date]:
    match = _ONE.fullmatch(text)
    if not match:
        raise InvalidEDTF(f"“{text}” is not a date: write 2014, 2014-02, 2014-02-05 or two of them with a slash between.")
    year, month, day = (int(part) if part else None for part in match.groups()[:3])
    try:
        if day is not None:
            exact = dt.date(year, month, day)
            return exact, exact
        if month is not None:
            return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    except (ValueError, calendar.IllegalMonthError):
        raise InvalidEDTF(f"“{text}” names a day that no calendar has.") from None
