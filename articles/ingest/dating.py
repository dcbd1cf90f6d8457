"""The one day that the dates printed on a page give."""

from __future__ import annotations

import datetime as dt
import re

from articles.ingest.dates import LEAST_DAYS_TO_VISIT, MONTH, PrintedDate, day_comes_first, find_dates, is_whole_day, weekday_of
from articles.ingest.page import Page
from articles.ingest.reading import MOST_HEAD_LINES, Candidate, Reading
from articles.ingest.record import Doubt
from articles.ingest.statements.field import Field, date_field
from articles.ingest.titles.wording import ends_glued
from articles.ingest.vocabulary import FRONT_PAGE
from kzarchive.patterns import Pattern

_FROM_FRONT_PAGE = Pattern(FRONT_PAGE, re.I)


def weigh_dates(reading: Reading, tail: list[int]) -> None:
    """Believe, of dates without a label, the one nearest to the title: further up stands the day of the copy.

    Below the text a day without a label is believed if it stands alone and near: others date comments, or other texts.
    """
    for candidate in [found for found in reading.dates if found.strength == 2 and found.date.weekday is not None]:
        if stands_above_rates(reading.page, candidate):
            _disbelieve(reading, candidate, "day of the copy")
    bare = [candidate for candidate in reading.dates if candidate.strength == 2 and candidate.end]
    foot = reading.page.start(tail[0]) if tail else len(reading.layer.text)
    below = [candidate for candidate in bare if candidate.start >= foot]
    near = reading.page.end(tail[min(2, len(tail) - 1)]) if tail else 0
    told = _days_told_by_title(reading, bare) if len(below) == 1 and len(below[0].date.readings[0]) == 10 else []
    if told and len(told) == len(bare) - 1:  # the title says when it was; the last line, when it was told
        for candidate in told:
            _disbelieve(reading, candidate, "date of something else")
        bare = below
    is_far = bool(below) and below[0].start > near and not _stands_above_tags(reading, tail, below[0])
    if below and (len(below) > 1 or len(bare) > 1 or is_far or len(below[0].date.readings[0]) < 10):
        for candidate in below:
            _disbelieve(reading, candidate, "date of something else")
    bare = [candidate for candidate in bare if candidate in reading.dates]
    if reading.spans.get("title"):
        start, end = reading.spans["title"][0]
        for candidate in _days_of_visit(bare, start, end, foot):
            _disbelieve(reading, candidate, "day of the copy")
            bare.remove(candidate)
        nearest = min(bare, key=lambda candidate: max(start - candidate.end, candidate.start - end), default=None)
        labelled = [candidate for candidate in reading.dates if candidate.strength == 3]
        for candidate in bare:
            is_contradicted = any(_cannot_agree(candidate.date, other.date) for other in labelled) or _is_after_update(reading, candidate)
            is_contradicted = is_contradicted or _is_month_of_calendar(reading, candidate)
            if candidate.end <= start and (candidate is not nearest or is_contradicted or _stands_above_menu(reading, candidate, start)):
                _disbelieve(reading, candidate, "day of the copy")
    _weigh_first_printing(reading)
    _read_day_of_signature(reading)
    _read_day_below_link(reading)
    for candidate in reading.standing:
        if reading.dates:
            reading.remove_stretch(candidate.start, candidate.end, "update date")
        else:
            reading.dates.append(candidate)
            reading.spans.setdefault("published_on", []).append((candidate.start, candidate.end))


def stands_above_rates(page: Page, candidate: Candidate) -> bool:
    """Tell whether ``candidate`` is the day on which a site is read: near its top, right above what currencies cost or the weather is."""
    lines = range(min(page.count, _MOST_LINES_ABOVE_RATES) - 1)
    return any(page.removed.get(i + 1) == "weather and rates" and page.start(i) <= candidate.start < page.end(i) for i in lines)


_MOST_LINES_ABOVE_RATES = 8


def _stands_above_tags(reading: Reading, tail: list[int], candidate: Candidate) -> bool:
    """Tell whether ``candidate`` stands alone below the text, right above the tags, where some sites print the day of an article."""
    page = reading.page
    line = next((i for i in tail if page.start(i) == candidate.start and page.end(i) == candidate.end), None)
    return line is not None and page.removed.get(line + 1) == "tags"


def _days_told_by_title(reading: Reading, bare: list[Candidate]) -> list[Candidate]:
    """Return those of ``bare`` that stand in the line of the title."""
    i = reading.title_line()
    return [] if i is None else [found for found in bare if reading.page.start(i) <= found.start and found.end <= reading.page.end(i)]


_FIRST_LINE = 40


def _days_of_visit(bare: list[Candidate], start: int, end: int, foot: int) -> list[Candidate]:
    """Return the whole days above the title that are months later than one below it and above the text's end: on these the page was looked at."""
    days = [found for found in bare if len(found.date.readings) == 1 and len(found.date.readings[0]) == 10]
    own = [dt.date.fromisoformat(found.date.readings[0]) for found in days if end <= found.start < foot]
    above = [found for found in days if found.end <= start]
    late = [(found, (dt.date.fromisoformat(found.date.readings[0]) - max(own)).days) for found in above] if own else []
    # The first line of a site, with the weekday, is what it shows on each of its pages.
    return [found for found, days in late if days >= (2 if found.start < _FIRST_LINE and found.date.weekday is not None else LEAST_DAYS_TO_VISIT)]


def _is_month_of_calendar(reading: Reading, candidate: Candidate) -> bool:
    """Tell whether ``candidate`` is a month alone, and a whole day on the page lies in another: the leaf of a calendar, in the head of a site."""
    others = [other for other in reading.dates if len(other.date.readings[0]) == len("2014-02-05")]
    return len(candidate.date.readings[0]) == len("2014-02") and any(_cannot_agree(candidate.date, other.date) for other in others)


def _weigh_first_printing(reading: Reading) -> None:
    """Believe the day on which another paper is said to have printed the text first, unless the page gives its own above; one below is the copy's."""
    if reading.first_printing is None:
        return
    line, fields = reading.first_printing
    day = next((found for found in fields if found.date), None)
    text = next((i for i in range(reading.page.count) if reading.is_kept(i) and reading.page.is_prose(i)), line)
    if day is None or any(candidate.start < reading.page.start(text) for candidate in reading.dates):
        return
    for candidate in [candidate for candidate in reading.dates if candidate.end]:
        _disbelieve(reading, candidate, "day of the copy")
    at = reading.page.start(line)
    reading.note(day, at)
    for issue in (found for found in fields if found.name == "issue" and "issue" not in reading.values):
        reading.note(issue, at)
    paper = next(found for found in fields if found.name == "publication")
    if "rights_holder" in reading.values and paper.value.casefold() in reading.values["rights_holder"].casefold():
        return  # its own issue
    for printed in reading.take_back("publication"):  # who copied it
        reading.remove_stretch(*printed, "page header")
    reading.note(paper, at)


def _read_day_below_link(reading: Reading) -> None:
    """Believe the day that stands alone right below the link to more by the author, where nothing else gives one."""
    page = reading.page
    if reading.link_to_more is None or reading.dates:
        return
    i = reading.link_to_more + 1
    if i >= page.count or not page.is_short(i) or i in reading.stated:
        return
    days = find_dates(page.raw(i))
    beside = page.raw(i)[: days[0].start] + page.raw(i)[days[0].end :] if len(days) == 1 else "no day"
    if not any(char.isalpha() for char in beside):
        page.removed.pop(i, None)
        reading.state_fields(i, [date_field(page.raw(i), days[0])])


def _read_day_of_signature(reading: Reading) -> None:
    """Believe the day in an agency's signature behind the last sentence, where nothing else gives one."""
    if reading.signature is None or reading.dates:
        return
    start, end = reading.signature
    printed = find_dates(reading.page.text[start:end])
    if len(printed) == 1:
        at = printed[0]
        reading.note(Field("published_on", reading.page.text[start + at.start : start + at.end], at.start, at.end, date=at), start)


def _cannot_agree(one: PrintedDate, other: PrintedDate) -> bool:
    return not any(_agree(first, second) for first in one.readings for second in other.readings)


def _disbelieve(reading: Reading, candidate: Candidate, rule: str) -> None:
    reading.dates.remove(candidate)
    reading.spans["published_on"].remove((candidate.start, candidate.end))
    reading.remove_stretch(candidate.start, candidate.end, rule)


def _is_after_update(reading: Reading, candidate: Candidate) -> bool:
    """Tell whether the head of the page gives a day of change that is before ``candidate``: a text is not changed before it is published."""
    page = reading.page
    first = next((i for i in range(page.count) if page.is_prose(i) and i not in page.removed), page.count)
    changed = [date for i in range(first) if page.removed.get(i) == "update date" for date in find_dates(page.line(i))]
    return any(min(candidate.date.readings) > max(date.readings) and len(max(date.readings)) == len("2014-11-05") for date in changed)


_LEAST_ENTRIES_OF_MENU = 8
_MOST_WORDS_OF_ENTRY = 3


_LEAST_LINES_BELOW_SITES_DAY = 6
_MOST_LINES_ABOVE_SITE = 3
_HEADS_OF_TICKER = frozenset(
    {"breaking news", "eilmeldung", "son dakika", "dernière minute", "срочно", "trending", "trending now", "latest news", "headlines", "just in"}
)
# What a currency costs today: "KZT/USD = 0.00201"; the day below is today too.
_RATE = Pattern(r"\b[A-Z]{3}\s?/\s?[A-Z]{3}\b\s?[=:]?\s?[0-9]")


def _stands_above_menu(reading: Reading, candidate: Candidate, title: int) -> bool:
    """Tell whether the menu of the site stands between a date and the title at ``title``."""
    page = reading.page
    if any(rule in ("menu", "navigation") and candidate.end <= page.start(i) and page.end(i) <= title for i, rule in page.removed.items()):
        return True
    below = next((i for i in range(min(page.count, MOST_HEAD_LINES)) if page.start(i) >= candidate.end), page.count)
    above = next((i for i in range(below - 2, -1, -1) if page.is_short(i)), None)
    if above is not None and _RATE.search(page.raw(above)):
        return True
    if above is not None and above > 0 and is_whole_day(page.raw(above)) and _RATE.search(page.raw(above - 1)):
        return False  # that one is the day of the visit
    is_on_top = candidate.date.weekday is not None and below <= _MOST_LINES_ABOVE_SITE
    if is_on_top and page.is_short(below) and page.line(below).casefold().strip(" :") in _HEADS_OF_TICKER:
        return True
    first_line = page.raw(0) if page.count and page.start(0) <= candidate.start < page.end(0) else ""
    lines_between = sum(1 for i in range(1, min(page.count, MOST_HEAD_LINES)) if page.end(i) <= title)
    if first_line and candidate.date.weekday is not None and lines_between >= _LEAST_LINES_BELOW_SITES_DAY:
        return True
    entries = 0
    while below < page.count and page.end(below) <= title and page.is_short(below) and len(page.line(below).split()) <= _MOST_WORDS_OF_ENTRY:
        below, entries = below + 1, entries + (page.raw(below)[-1].isalnum())
    if entries >= _LEAST_ENTRIES_OF_MENU:
        return True
    headline = reading.values.get("title", "")  # a path glued together stands there
    head = [i for i in range(min(page.count, 12)) if page.is_short(i) and candidate.end <= page.start(i) and page.end(i) <= title]
    return any(_FROM_FRONT_PAGE.match(page.line(i)) and ends_glued(page.line(i), headline) for i in head)


# Where these languages are written, the day stands before the month; in English it may be either.
_DAY_FIRST = frozenset({"ru", "kk", "kk-Latn", "ky", "uz", "uz-Cyrl", "de", "fr", "tr", "es", "it"})


def settle_date(reading: Reading, body: str, language: str | None) -> str | None:
    """Return the day of publication as the strongest statement gives it, or None with a doubt."""
    latest = (reading.today + dt.timedelta(days=1)).isoformat()
    believed: list[tuple[int, str]] = []
    open_questions: list[PrintedDate] = []
    for candidate in reading.dates:
        readings = tuple(reading for reading in candidate.date.readings if reading <= latest)
        if not readings:
            reading.doubts.append(
                Doubt("future-date", f"The capture is dated {candidate.date.readings[0]}, which has not come yet; the date is not used.")
            )
        elif len(readings) > 1:
            open_questions.append(PrintedDate(0, 0, readings, candidate.date.weekday))
        else:
            # A day that a head gives without saying of what is no contradiction, only a help where there is no other.
            is_unsaid = candidate.strength == 2 and not candidate.end
            believed.append((1 if is_unsaid else candidate.strength, readings[0]))
            _check_weekday(reading, candidate.date, readings[0])
    believed.sort(key=lambda pair: -pair[0])
    if believed:
        strength, best = believed[0]
        others = sorted({day for other, day in believed if other >= min(strength, 2) and not _agree(day, best)})
        if others:
            reading.doubts.append(Doubt("dates-disagree", f"The capture gives {best} and also {', '.join(others)} as its date."))
        return max((day for _, day in believed if _agree(day, best)), key=len)
    dateline = reading.values.get("dateline")
    for question in open_questions:
        day = _settle_reading(reading, question, dateline, body, language)
        if day:
            return day
    if open_questions:
        first, second = open_questions[0].readings
        reading.doubts.append(Doubt("ambiguous-date", f"The date can be read as {first} or as {second}; nothing in the capture settles which."))
    elif dateline and not reading.dates and find_dates(dateline):
        reading.doubts.append(Doubt("dateline-only", f"Only the dateline (“{dateline}”) has a date; it is not the day of publication."))
    return None


def _settle_reading(reading: Reading, question: PrintedDate, dateline: str | None, body: str, language: str | None) -> str | None:
    """Choose between two readings by a date printed in full elsewhere in the capture, else by the order of its other dates in figures."""
    for text in (dateline or "", *(reading.page.line(i) for i in reading.page.removed if reading.page.is_short(i)), body[:20_000]):
        full = {date.readings[0] for date in find_dates(text) if not date.is_ambiguous}
        fitting = [reading for reading in question.readings if reading in full]
        if len(fitting) == 1:
            return fitting[0]
    told = _settle_by_day_without_year(reading, question, dateline)
    if told:
        return told
    order = day_comes_first(reading.layer.text)
    if order is None and language in _DAY_FIRST:
        order = True
    return None if order is None else question.readings[0 if order else 1]


_DAY_AND_MONTH = Pattern(rf"\b(?:(?P<d1>[0-9]{{1,2}})\.?\s(?P<m1>{MONTH})|(?P<m2>{MONTH})\.?\s(?P<d2>[0-9]{{1,2}}))\b", re.I)
_HEAD_OF_TEXT = 600


def _settle_by_day_without_year(reading: Reading, question: PrintedDate, dateline: str | None) -> str | None:
    """Choose the reading whose day and month the dateline, or the beginning of the text, gives in words without a year."""
    page = reading.page
    first = next((i for i in range(page.count) if reading.is_kept(i) and page.is_prose(i)), None)
    begin = page.text[page.start(first) : page.start(first) + _HEAD_OF_TEXT] if first is not None else ""
    for text in (dateline or "", begin):
        told = {day[5:] for found in _DAY_AND_MONTH.finditer(text) for day in _in_this_year(found)}
        fitting = [reading for reading in question.readings if reading[5:] in told]
        if len(fitting) == 1:
            return fitting[0]
    return None


def _in_this_year(found: re.Match[str]) -> list[str]:
    day, month = found["d1"] or found["d2"], found["m1"] or found["m2"]
    return [printed.readings[0] for printed in find_dates(f"{day} {month} 2000")]


def _check_weekday(reading: Reading, date: PrintedDate, day: str) -> None:
    if date.weekday is not None and weekday_of(day) not in (None, date.weekday):
        reading.doubts.append(Doubt("weekday-disagrees", f"The weekday printed beside {day} is another than that of the day."))


def _agree(first: str, second: str) -> bool:
    """Tell whether two EDTF dates can be one, the one only less precise."""
    return first.startswith(second) or second.startswith(first)
