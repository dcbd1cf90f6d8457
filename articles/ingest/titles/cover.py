"""The cover that a publisher sets before a paper it hands out as a file, and the head of the paper below it, both run together by a copy."""

from __future__ import annotations

import re

from articles.ingest.dates import PrintedDate, find_dates
from articles.ingest.lines import without_spacing
from articles.ingest.reading import Reading
from articles.ingest.statements.field import Field, date_field, shifted
from articles.ingest.statements.names import ONE_PERSON, PERSON
from kzarchive.patterns import Pattern

_MOST_LINES_TO_COVER = 12
_LONGEST_COVER = 3000
_CITED = Pattern(
    rf"To cite this article:\s?(?P<names>{PERSON}(?:(?:,\s|\s?&\s|,?\sand\s){{1,2}}{PERSON}){{0,7}})\s?\((?P<year>(?:19|20)[0-9]{{2}})\)\s?"
    r"(?P<title>\S.{10,300}?),\s(?P<publication>[^,]{4,100}),\s?(?P<volume>[0-9]{1,4}):(?P<issue>[0-9]{1,3}(?:[-–][0-9]{1,3})?),\s?"
    r"(?P<pages>[0-9]{1,4}[-–][0-9]{1,4}),\s?DOI\b"
)
_ONLINE = Pattern(r"Published online:\s?(?P<day>[0-9]{1,2}\s[^\W\d_]{3,9}\s(?:19|20)[0-9]{2})")
_ABSTRACT = Pattern(r"(?:(?<=[^\W\d_.)])(?:Abstract|ABSTRACT)|\s(?:Abstract|ABSTRACT))\s?(?=[^\W\d_a-zа-яё])")
_REACH_TO_ABSTRACT = 900


def read_cover_of_publisher(reading: Reading) -> None:
    """Read the record that a publisher's cover asks to be cited by: names, year, title, journal, volume, issue and pages; the day online.

    The text begins with the abstract of the paper's own head below, where title, names, house and abstract are run together.
    """
    page = reading.page
    if reading.layer.is_marked_up:
        return
    for i in range(min(page.count, _MOST_LINES_TO_COVER)):
        raw = page.text[page.start(i) : min(page.end(i), page.start(i) + _LONGEST_COVER)]
        cited = _CITED.search(raw) if "To cite this article:" in raw else None
        if cited:
            _state_cover(reading, i, raw, cited)
            return


def _state_cover(reading: Reading, i: int, raw: str, cited: re.Match[str]) -> None:
    page = reading.page
    fields = [Field("byline", cited["names"], *cited.span("names"))]
    fields += [Field("authors", name[0], *name.span()) for name in ONE_PERSON.finditer(raw, *cited.span("names"))]
    fields += [Field(name, cited[name], *cited.span(name)) for name in ("publication", "volume", "issue", "pages")]
    online = _ONLINE.search(raw, cited.end())
    days = find_dates(online["day"]) if online else []
    if online and len(days) == 1:
        fields.append(date_field(raw, shifted(days[0], online.start("day"))))
    if not any(page.is_short(j) and _is_title_of(page.line(j), cited["title"]) for j in range(i)):
        fields.append(Field("title", cited["title"], *cited.span("title")))
    reading.state_fields(i, fields, rule="citation note")
    _part_head_before_abstract(reading, i + 1, cited["title"])


def _is_title_of(line: str, title: str) -> bool:
    """Tell whether ``line`` is the title in other blanks and signs, as the name of a file has it."""
    letters = "".join(filter(str.isalnum, title.casefold()))
    return "".join(filter(str.isalnum, line.casefold())).startswith(letters)


def _part_head_before_abstract(reading: Reading, i: int, title: str) -> None:
    """Leave out the head of the paper in line ``i``: its title again, the names and the house, up to the abstract."""
    page = reading.page
    if i >= page.count or not page.is_prose(i):
        return
    head = page.text[page.start(i) : min(page.end(i), page.start(i) + _REACH_TO_ABSTRACT)]
    abstract = _ABSTRACT.search(head)
    if abstract and _is_title_of(head[: abstract.start()], title):
        reading.begin_body(i, page.start(i) + abstract.end(), "repeated title")


_MOST_LINES_TO_ABSTRACT = 40
_SPACED_ABSTRACT = "ABSTRACT"
_IN_PRESS = Pattern(r"(?:ARTICLE IN PRESS\s)?(?P<publication>[^\W\d_][^\n■]{4,100}?)\s■+\s\((?P<year>(?:19|20)[0-9]{2})\)\s[■–-]+")


def leave_out_head_of_press(reading: Reading) -> None:
    """Leave out the head of an article that a publisher let out before its issue, from the title to the heading of the abstract, set with spaces.

    The running line on it has the journal and the year, and blots where volume and pages will stand.
    """
    page = reading.page
    title = reading.title_line()
    lines = range(title + 1, min(page.count, title + _MOST_LINES_TO_ABSTRACT)) if title is not None and not reading.layer.is_marked_up else ()
    abstract = next(
        (i for i in lines if page.is_short(i) and page.raw(i) != _SPACED_ABSTRACT and without_spacing(page.raw(i)) == _SPACED_ABSTRACT), None
    )
    for i in range(title + 1, abstract) if abstract else ():
        if not reading.is_kept(i):
            continue
        running = _IN_PRESS.fullmatch(page.raw(i)) if page.is_short(i) and "publication" not in reading.values else None
        if running:
            year = PrintedDate(*running.span("year"), (running["year"],))
            publication = Field("publication", running["publication"], *running.span("publication"))
            reading.state_fields(i, [publication, Field("issue_date", running["year"], *running.span("year"), date=year)], rule="page header")
        else:
            reading.captions.discard(i)
            page.removed[i] = "page header"
