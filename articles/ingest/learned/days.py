"""The days printed on a page, and which of them shows that the text was published on it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from articles.ingest.claiming import claim
from articles.ingest.dates import PrintedDate, find_dates
from articles.ingest.learned.features import Sheet, features_of_shape, kind_of_line
from articles.ingest.learned.names import Place, place_of
from articles.ingest.learned.weights import weights_of
from articles.ingest.reading import Reading
from articles.ingest.statements.field import Field, shifted
from kzarchive.patterns import Pattern

_LONGEST_LINE = 300
_MOST_LINES_ABOVE = 70
_MOST_LINES_BELOW = 40
_MOST_WORDS_BESIDE = 6
_MOST_LINES_TO_DAY_BELOW = 6
_MOST_LINES_ABOVE_TITLE = 2
_LINES_OF_HEAD_OF_SITE = 6
_LINES_OF_SITE = 2  # at the top of a page, where sites print the day on which it is read
_LEAST_ODDS = 2.5  # in logarithms, where the rules found no day


@dataclass(frozen=True)
class Day:
    """A day printed in line ``line``."""

    line: int
    date: PrintedDate


def days_of(sheet: Sheet, place: Place) -> Iterator[Day]:
    """Yield the days printed in the head of a page and below its text."""
    head = range(max(0, place.first - _MOST_LINES_ABOVE), place.first)
    tail = range(place.last + 1, place.last + 1 + _MOST_LINES_BELOW)
    for i in (i for part in (head, tail) for i in part if i in sheet.lines):
        if len(sheet.lines[i]) <= _LONGEST_LINE:
            yield from (Day(i, date) for date in find_dates(sheet.lines[i]))


class Days:
    """The days of a page with what they show, counted over the page."""

    def __init__(self, sheet: Sheet, place: Place) -> None:
        self.sheet, self.place = sheet, place
        self.found = list(days_of(sheet, place))
        self._times = Counter(day.date.readings for day in self.found)
        self._above = sum(day.line < place.first for day in self.found)
        self._order = sorted({day.date.readings[0] for day in self.found})

    def features(self, day: Day) -> list[str]:
        """Return what tells whether the text was published on ``day``, where it stands."""
        line = self.sheet.lines[day.line]
        before, after = self.sheet.beside(day.line, day.date.start, day.date.end)
        where = self._where(day.line)
        precision = len(day.date.readings[0])
        printed = line[day.date.start : day.date.end]
        rank = self._order.index(day.date.readings[0])
        age = "only" if len(self._order) == 1 else "first" if rank == 0 else "last" if rank == len(self._order) - 1 else "amid"
        shape = "".join("#" if char.isdigit() else "x" if char.isalpha() else char for char in features_of_shape(printed))
        return [
            *(f"near {token}" for token in {*before[-_MOST_WORDS_BESIDE:], *after[:_MOST_WORDS_BESIDE]} if not token.isdigit()),
            f"before {before[-1] if before else '^'}",
            f"before {' '.join(before[-2:])}.",
            f"after {after[0] if after else '$'}",
            f"where {where}",
            f"where {where} precision {precision}",
            f"where {where} alone {not before and not after}",
            f"where {where} opens {not before}",
            f"where {where} days above {min(3, self._above)}",
            f"where {where} age {age}",
            f"where {where} weekday {day.date.weekday is not None}",
            f"precision {precision} days {min(4, len(self._order))}",
            f"weekday {day.date.weekday is not None}",
            f"shape {shape}",
            f"times {min(3, self._times[day.date.readings])}",
            f"line {min(6, day.line)}",
            f"age {age}",
            f"kind {kind_of_line(line)}",
            *(feature for feature in self.sheet.neighbours(day.line) if not feature.rpartition(" ")[2].isdigit()),
        ]

    def _where(self, i: int) -> str:
        place = self.place
        if i >= place.first:
            return f"below {min(5, i - place.last)}"
        if place.title is None:
            return f"head {min(4, place.first - i)}"
        return "title" if i == place.title else f"above {min(4, place.title - i)}" if i < place.title else f"between {min(5, i - place.title)}"


def vote_on_day(reading: Reading) -> None:
    """Take for the day of publication the one that shows it, where the rules found none."""
    place = None if reading.dates else place_of(reading)
    if place is None or place.title is None:
        return
    days = Days(Sheet(reading.page), place)
    first = max(_LINES_OF_SITE, place.title - _MOST_LINES_ABOVE_TITLE)
    weights = weights_of("day")
    odds = {
        day: weights.score(days.features(day))
        for day in days.found
        if first <= day.line <= place.last + _MOST_LINES_TO_DAY_BELOW and _may_be_taken(reading, day)
    }
    best = max(odds, key=odds.__getitem__, default=None)
    if best is not None and odds[best] >= _LEAST_ODDS:
        _take(reading, best)


_OF_SOMETHING_ELSE = frozenset(
    {"update date", "day of the copy", "date of something else", "photo credit", "repeated caption", "relative date", "related links", "comments"}
)


_OF_CHANGE = Pattern(r"\b(?:updated|last modified|обновл\w+|aktualisiert|mise? à jour|güncell\w+|жаңарт\w+)\W.{0,12}$", re.I)


def _may_be_taken(reading: Reading, day: Day) -> bool:
    """Tell whether no rule knows that ``day`` is that of a picture, a change, a copy or another text."""
    page, i = reading.page, day.line
    if day.date.weekday is not None and i < min(_LINES_OF_HEAD_OF_SITE, reading.title_line() or 0):
        return False
    if i in reading.captions or page.removed.get(i) in _OF_SOMETHING_ELSE or reading.holds(i, "dateline"):
        return False
    if _OF_CHANGE.search(page.line(i)[: day.date.start]):
        return False
    cuts = (cut for cut in reading.removed if cut.rule in _OF_SOMETHING_ELSE)
    return not any(page.start(i) <= cut.start < page.end(i) for cut in cuts)


def _take(reading: Reading, day: Day) -> None:
    printed = reading.page.line(day.line)[day.date.start : day.date.end]
    start = claim(reading, day.line, printed)
    if start is not None:
        reading.note(
            Field("published_on", printed, start, start + len(printed), date=shifted(day.date, start - day.date.start)), reading.page.start(day.line)
        )
