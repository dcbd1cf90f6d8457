"""The tables of labels and values by which catalogues and content systems head a text, each label and each value on a line of its own."""

from __future__ import annotations

import re
from itertools import pairwise

from articles.ingest.dates import PrintedDate, find_dates
from articles.ingest.reading import Reading
from articles.ingest.statements.bylines import announces_names
from articles.ingest.statements.dates import label_of_date
from articles.ingest.statements.field import Field, moved
from articles.ingest.statements.names import turn_name
from articles.ingest.statements.people import read_authors
from articles.ingest.statements.periodicals import read_numbering, read_volume
from kzarchive.patterns import Pattern

_BULLET = Pattern(r"[–—•*·-]\s{1,3}")
_LABEL = Pattern(r"[^\W\d_][^\W\d_]*(?:[\s/][^\W\d_]+|\s\([^()]{1,12}\)){0,3}\s?:")
_NAMES = {
    "author": "authors", "authors": "authors", "author(s)": "authors", "publication date": "published_on", "date of publication": "published_on",
    "year of publication": "published_on", "journal": "publication", "source": "publication", "publisher": "publisher", "institution": None,
    "publication type": None, "content type": None, "document type": None, "type": None, "keywords": None, "language": None, "isbn": None,
    "abstract": None, "political geography": None, "topic": None, "full text": None,
}  # fmt: skip
_LEADS_TO_TEXT = frozenset({"abstract", "full text"})
_LEAST_LABELS = 3
_MONTH_AND_YEAR = Pattern(r"(0[1-9]|1[0-2])[-/]((?:19|20)[0-9]{2})")


_LABEL_IN_LINE = Pattern(r"(?<!\S)(key|authors?|title|date|journal|doi|sha|doc_id|[a-z]{2,8}_uid)\s?:\s(?=\S)", re.I)
_IS_NUMBER = Pattern(r"(?:key|doi|sha|doc_id|[a-z]+_uid)$", re.I)
_SURNAME_FIRST = Pattern(r"(?P<last>[^\W\d_][\w’'-]*(?:\s[^\W\d_][\w’'-]*){0,2}),\s(?P<first>[^\W\d_][\w’'-]*\.?(?:\s[^\W\d_][\w’'-]*\.?){0,2})")


def read_record_in_line(reading: Reading) -> None:
    """Part the record of a library from the text that it stands before in one line: "key: X authors: X title: X date: X doc_id: 17 The text"."""
    page = reading.page
    if not page.count or reading.layer.is_marked_up:
        return
    start = page.start(0)
    raw = page.text[start : min(page.end(0), start + 2000)]
    labels = list(_LABEL_IN_LINE.finditer(raw)) if _LABEL_IN_LINE.match(raw) else []
    if len(labels) < 2 * _LEAST_LABELS - 1 or not _IS_NUMBER.match(labels[-1][1]):
        return  # the last value is one word, or nobody could say where it ends
    last = re.compile(r"\S+\s+").match(raw, labels[-1].end())
    if not last:
        return
    values = {a[1].lower(): (a.end(), b.start()) for a, b in pairwise(labels)}
    for label, (begin, end) in values.items():
        value = raw[begin:end].rstrip()
        for found in _fields_in_line(label.removesuffix("s"), value):
            reading.note(moved(found, begin), start)
    reading.begin_body(0, start + last.end(), "field label")


def _fields_in_line(label: str, value: str) -> list[Field]:
    if label == "author":
        people = [_SURNAME_FIRST.fullmatch(name.strip()) for name in value.split(";")]
        if not all(people):
            return []
        byline = Field("byline", value, 0, len(value))
        at = [value.index(person[0]) for person in people]
        return [byline, *(Field("authors", f"{p['first']} {p['last']}", a, a + len(p[0])) for p, a in zip(people, at, strict=True))]
    if label == "date":
        days = find_dates(value)
        return [Field("published_on", value, days[0].start, days[0].end, date=days[0])] if len(days) == 1 else []
    name = {"title": "title", "journal": "publication"}.get(label)
    return [Field(name, value, 0, len(value))] if name else []


_DAYS_OF_DEPOSIT = r"(?:(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}){2,4}"
_DEPOSIT = Pattern(
    rf"(?P<names>[^0-9]{{5,300}}?){_DAYS_OF_DEPOSIT}(?P<cited>[^0-9()]{{4,300}})\((?:19|20)[0-9]{{2}}\)\.\s"
    r"(?P<title>(?:[^.]|(?<=[0-9])\.){8,300})\.\s"
    r"(?P<publication>[^,.]{3,120}),\s(?P<volume>[0-9]{1,4})\((?P<issue>[0-9/-]{1,9})\),\s(?P<pages>[0-9]{1,4}[-–][0-9]{1,4})\.?\s?"
    r"(?:https?://[^\s]{5,200}?(?=https?://|\s|(?<=[0-9])[^\W\d_a-zа-яё][a-zа-яёçğıöşü]))+\s?"
)


def read_deposit_in_line(reading: Reading) -> None:
    """Part the record of a repository from the abstract it stands before in one breath: names, days of deposit, how it is cited, addresses.

    The last of the days is that of publication; the others say when the text was laid down.
    """
    page = reading.page
    found = (
        _DEPOSIT.match(page.text, page.start(0), min(page.end(0), page.start(0) + 3000)) if page.count and not reading.layer.is_marked_up else None
    )
    people = read_authors(found["names"]) if found else None
    if not found or not people or not find_dates(page.text[found.start("cited") - len("2018-06-01") : found.start("cited")]):
        return
    names, day = found.start("names"), found.start("cited")
    fields = [Field("byline", found["names"], names, found.end("names")), *(moved(person, names) for person in people)]
    printed = page.text[day - len("2018-06-01") : day]
    date = PrintedDate(day - len(printed), day, (printed,))
    fields.append(Field("published_on", printed, date.start, date.end, date=date))
    fields += [Field(name, found[name], *found.span(name)) for name in ("title", "publication", "volume", "issue", "pages")]
    for field in fields:
        reading.note(field, 0)
    stated = sorted((field.start, field.end) for field in fields if field.name != "authors")
    at = page.start(0)
    for start, end in [*stated, (found.end(), found.end())]:
        if start > at:
            reading.remove_stretch(at, start, "field label")
        at = max(at, end)
    reading.body_starts[0] = found.end()


# What repositories print above an abstract, each name in a line of its own without a colon; below some of them nothing stands.
_OF_A_REPOSITORY = {
    "date": "published_on", "date issued": "published_on", "issue date": "published_on", "publication date": "published_on",
    "authors": "authors", "author": "authors", "author(s)": "authors", "advisor": None, "advisors": None, "supervisor": None,
    "journal title": "publication", "journal issn": None, "volume title": None, "publisher": "publisher", "type": None, "citation": None,
    "subject": None, "subjects": None, "department": None, "degree": None, "abstract": None, "description": None, "doi": None, "isbn": None,
    "date available": None, "date accessioned": None, "uri": None, "collections": None, "files": None, "open access": None,
}  # fmt: skip
_LEAST_NAMES_OF_REPOSITORY = 4
_MOST_VALUES = 12


def read_names_of_repository(reading: Reading) -> None:
    """Read the record that a repository prints above an abstract: names of its fields and, below each, what it holds, be it nothing."""
    page = reading.page
    first = next((i for i in page.kept() if page.is_prose(i)), page.count)
    lines = [i for i in range(min(first, 60)) if page.is_short(i)]
    rows = [i for i in lines if page.line(i).casefold() in _OF_A_REPOSITORY]
    names = {page.line(i).casefold() for i in rows}
    if (
        reading.layer.is_marked_up
        or len(names) < _LEAST_NAMES_OF_REPOSITORY
        or not names & {"authors", "author", "author(s)"}
        or "abstract" not in names
    ):
        return
    for i, following in zip(rows, [*rows[1:], first], strict=True):
        name = _OF_A_REPOSITORY[page.line(i).casefold()]
        page.removed[i] = "field label"
        for value in range(i + 1, min(following, i + 1 + _MOST_VALUES)):
            fields = _value_of_repository(name, page.raw(value)) if name and page.is_short(value) else None
            if fields:
                reading.state_fields(value, fields)
            elif page.is_short(value):
                page.removed[value] = "field label"


def _value_of_repository(name: str, raw: str) -> list[Field] | None:
    if name == "authors" and (person := _SURNAME_FIRST.fullmatch(raw)):
        return [Field("byline", raw, 0, len(raw)), Field("authors", turn_name(raw), *person.span())]
    return _values_of_kind(name, raw)


_JOURNAL = frozenset({"журнал", "journal", "zeitschrift", "revue", "dergi"})
_YEAR_ALONE = Pattern(r"(?:19|20)[0-9]{2}")
_MOST_LINES_OF_RECORD = 60


def read_journal_and_year(reading: Reading) -> None:
    """Read the journal and the year that a library prints in lines of their own below the label of the one: "Журнал", its name, "2010"."""
    page = reading.page
    first = next((i for i in page.kept() if page.is_prose(i)), page.count)
    for i in range(min(first, _MOST_LINES_OF_RECORD) - 2):
        name, year = i + 1, i + 2
        is_row = all(page.is_short(j) for j in (i, name, year)) and page.line(i).casefold().rstrip(" :") in _JOURNAL
        if not is_row or not _YEAR_ALONE.fullmatch(page.raw(year)) or page.line(name)[-1] in ".:?!":
            continue
        page.removed[i] = "field label"
        title, printed = page.raw(name), page.raw(year)
        reading.state_fields(name, [Field("publication", title, 0, len(title))])
        date = PrintedDate(0, len(printed), (printed,))
        reading.state_fields(year, [Field("issue_date", printed, 0, len(printed), date=date)])
        return


def read_tables_of_labels(reading: Reading) -> None:
    """Read the labels above a text that stand on lines of their own, with their values in the lines below: "Author:", "NAME", "Journal:", "X"."""
    page = reading.page
    first = next((i for i in page.kept() if page.is_prose(i)), page.count)
    rows = [(i, name) for i in range(first) if (name := _label_at(reading, i)) is not None]
    if len(rows) < _LEAST_LABELS or reading.layer.is_marked_up:
        return
    for i, name in rows:
        value = i + 1
        page.removed[i] = "field label"
        if name in _LEADS_TO_TEXT or value >= first or _label_at(reading, value) is not None:
            if value == first < page.count and (bullet := _BULLET.match(page.raw(value)[:4])):
                reading.body_starts[value] = page.start(value) + bullet.end()
                reading.remove_stretch(page.start(value), reading.body_starts[value], "field label")
            continue
        fields = _values_of(name, page.raw(value))
        if fields:
            reading.state_fields(value, fields)
        else:
            page.removed[value] = "field label"


_LABEL_OF_ROW = Pattern(r"[^\W\d_][^:.!?]{1,40}\s?:")
_MOST_WORDS_OF_LABEL, _MOST_WORDS_OF_VALUE = 4, 14
_LEAST_ROWS = 3


def read_rows_of_labels(reading: Reading) -> None:
    """Leave out the labels and values that a site heads its texts with, in one block, be they known or not; a day of publication is read.

    "Publishing date:", "21 June 2019", "Content type:", "Press release", "Where we are:", "The office in X".
    """
    page = reading.page
    first = next((i for i in page.kept() if page.is_prose(i)), page.count)
    i = 0
    while i < first:
        rows = _rows_from(reading, i, first)
        if len(rows) < _LEAST_ROWS:
            i += 1
            continue
        for label in rows:
            page.removed[label] = "field label"
            day = _values_of_kind("published_on", page.raw(label + 1)) if label_of_date(page.line(label)) == "published_on" else None
            if day:
                reading.state_fields(label + 1, day)
            else:
                page.removed[label + 1] = "field label"
        i = rows[-1] + 2


def _rows_from(reading: Reading, i: int, first: int) -> list[int]:
    """Return the lines of the labels, each with its value in the next line, that stand in one block from line ``i`` on, above line ``first``."""
    page = reading.page
    rows: list[int] = []
    while i + 1 < first and (not rows or not page.follows_gap(i)) and not page.follows_gap(i + 1) and _is_row(reading, i):
        rows.append(i)
        i += 2
    return rows


def _is_row(reading: Reading, i: int) -> bool:
    page = reading.page
    if not (page.is_short(i) and page.is_short(i + 1) and reading.is_kept(i) and reading.is_kept(i + 1)):
        return False
    is_label = bool(_LABEL_OF_ROW.fullmatch(page.line(i))) and len(page.line(i).split()) <= _MOST_WORDS_OF_LABEL and not announces_names(page.line(i))
    value = page.line(i + 1)
    return is_label and value[-1] not in ":.?!" and len(value.split()) <= _MOST_WORDS_OF_VALUE


def _label_at(reading: Reading, i: int) -> str | None:
    raw = reading.page.raw(i) if reading.page.is_short(i) else ""
    bullet = _BULLET.match(raw)
    label = _LABEL.fullmatch(raw, bullet.end() if bullet else 0)
    name = label[0].rstrip(": ").casefold() if label else None
    return name if name in _NAMES else None


def _values_of(label: str, raw: str) -> list[Field] | None:
    """Return the fields that the line ``raw`` gives below ``label``; None if the record has none of that kind."""
    return _values_of_kind(_NAMES[label], raw)


def _values_of_kind(name: str | None, raw: str) -> list[Field] | None:
    bullet = _BULLET.match(raw)
    start = bullet.end() if bullet else 0
    if name == "authors":
        authors = read_authors(raw[start:], start)
        return [Field("byline", raw[start:], start, len(raw)), *authors] if authors else None
    if name == "published_on":
        days = find_dates(raw)
        if not days and (month := _MONTH_AND_YEAR.fullmatch(raw, start)):
            days = [PrintedDate(*month.span(), (f"{month[2]}-{month[1]}",))]
        if not days and re.fullmatch(r"(?:19|20)[0-9]{2}", raw[start:]):
            days = [PrintedDate(start, len(raw), (raw[start:],))]
        return [Field(name, raw[days[0].start : days[0].end], days[0].start, days[0].end, date=days[0])] if len(days) == 1 else None
    numbered = read_volume(raw) or read_numbering(raw) if name == "publication" and not start else None
    return numbered or ([Field(name, raw[start:], start, len(raw))] if name and len(raw) <= 120 else None)
