"""The year of an issue, where nothing on a page but the number of its volume or the note on citing it tells when a text came out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.ingest.claiming import claim
from articles.ingest.dates import PrintedDate, find_dates
from articles.ingest.notes import is_head_of_notes
from articles.ingest.reading import Reading
from articles.ingest.statements.field import Field
from kzarchive.patterns import Pattern

_MOST_LINES_OF_HEAD = 60
_MOST_LINES_OF_FOOT = 6
_NUMBERED = (
    r"(?:vol(?:ume)?|том|т|bd|band|jg|jahrgang|cilt|tome?|v|no|nr|n[°º]|№|issue|heft|sayı|number|вып(?:уск)?|#)"
    r"\.?\s?[:#]?\s?[0-9]{1,4}(?:\s?[(/-]\s?[0-9]{1,4}\)?)?(?![0-9])"
)
_YEAR = r"(?:19|20)[0-9]{2}(?![0-9–-])"
# "Vol 23, No 2 (2023)", "№ 2(106)/2022", "Vol. 4 No. 1, June 2019"; "2019 Vol: 18 Issue: 4", "2019. № 2 (54)".
_OF_ISSUE = Pattern(
    rf"(?<!\w){_NUMBERED}[\s,.;:]{{0,3}}(?:{_NUMBERED}[\s,.;:]{{0,3}})?(?:[^\W\d_]{{3,9}}(?:[/–-][^\W\d_]{{3,9}})?[\s,]{{1,2}})?[(/]?\s?(?P<behind>{_YEAR})"
    rf"|(?<![0-9./-])(?P<before>{_YEAR})[\s,.;:]{{1,3}}{_NUMBERED}"
    rf"|(?<![0-9./-])(?P<ahead>{_YEAR});\s?[0-9]{{1,3}}(?:\([0-9]{{1,3}}\))?:\s?[0-9]",  # "QR 2015; 2(44): 87-98"
    re.I,
)
# "(Osteuropa 4-5/2023, S. 121–138)", and the pages it stands on.
_OF_NUMBER_AND_PAGES = Pattern(
    rf"[^\W\d_].{{2,60}}\s[0-9]{{1,2}}(?:[-–/][0-9]{{1,2}})?/(?P<year>{_YEAR}),\s(?:S|pp?|с|s)\.\s?[0-9]{{1,4}}(?:\s?[-–]?\s?[0-9]{{1,4}})?\)?"
)
_OF_FIRST_PRINTING = Pattern(rf"first published\s?:?\s?(?P<year>{_YEAR})", re.I)
_OF_RIGHTS = Pattern(rf"(?:©|\(c\)|copyright)\s(?:the\s)?authors?(?:\(s\))?,?\s(?P<year>{_YEAR})", re.I)
_CITED = Pattern(rf"(?:recommended |suggested )?(?:citation|cite (?:this|as))\b.{{4,120}}?\((?P<year>{_YEAR})\)", re.I)
_NUMBER_OF_ENTRY = Pattern(r"\[?[0-9]{1,3}[\].)]?\s")
_LINES_OF_YEARS = (_OF_NUMBER_AND_PAGES, _OF_FIRST_PRINTING, _OF_RIGHTS, _CITED)


def read_year_of_issue(reading: Reading) -> None:
    """Read the year that stands beside the number of the issue, in the note on citing or in that on the authors' rights, if all of these agree."""
    if reading.dates or reading.standing or reading.layer.is_marked_up:
        return
    found = list(_find_years(reading))
    if len({year for _, year, _ in found}) != 1:
        return
    i, year, start = found[0]
    printed = next(
        (date for date in find_dates(reading.page.raw(i)) if date.start <= start < date.end), PrintedDate(start, start + len(year), (year,))
    )
    if len(printed.readings[0]) == len("2019-11-05"):  # the day of a law, and its number
        return
    if reading.is_kept(i):  # all of a line that tells it is no text
        reading.page.removed[i] = "citation note"
    told = reading.page.raw(i)[printed.start : printed.end]
    claim(reading, i, told, least=printed.start)
    reading.note(Field("issue_date", told, printed.start, printed.end, date=printed), reading.page.start(i))


def _find_years(reading: Reading) -> Iterator[tuple[int, str, int]]:
    """Yield the lines near both ends of the page that tell such a year, with the year and where in the line it stands."""
    page = reading.page
    last = max((i for i in range(page.count) if reading.is_kept(i) and page.is_prose(i)), default=0)
    head = range(min(page.count, _MOST_LINES_OF_HEAD))
    foot = range(max(head.stop, last + 1), min(page.count, last + 1 + _MOST_LINES_OF_FOOT))
    notes = next((i for i in head if page.is_short(i) and is_head_of_notes(page.line(i))), page.count)
    for i in (*head, *foot):
        raw = page.raw(i) if page.is_short(i) and i < notes else ""
        if not raw or page.is_prose(i) or i == reading.title_line() or _NUMBER_OF_ENTRY.match(raw):
            continue
        for pattern in _LINES_OF_YEARS if i > last else (_OF_ISSUE, *_LINES_OF_YEARS):  # below the text other issues may be named
            match = pattern.search(raw)
            if match and match.lastgroup:
                yield i, match[match.lastgroup], match.start(match.lastgroup)
                break
