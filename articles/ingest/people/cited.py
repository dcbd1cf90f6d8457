"""Authors whom nothing names but the note on how an article is to be cited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from articles.ingest.dates import PrintedDate, find_dates
from articles.ingest.reading import Reading
from articles.ingest.statements.field import Field
from articles.ingest.statements.names import FULL_NAME, names_person, turn_name
from articles.ingest.statements.roles import names_body
from kzarchive.patterns import Pattern

_LABEL = Pattern(
    r"(?:(?:how )?to cite(?: this)?(?: (?:article|paper|document))?|cite (?:this (?:article|paper)|as|this)|(?:recommended |suggested )?citation|"
    r"для цитирования|ссылка для цитирования|образец цитирования|pour citer(?: cet article)?|"
    r"share and cite|bibliographic data|zitier(?:weise|vorschlag|hinweis)|atıf için|дәйексөз үшін)\s?:?",
    re.I,
)
_LONGEST_CITATION = 900
_LEAST_WORDS_OF_TITLE = 4
_MOST_NOTES = 4
_MOST_LINES = 600  # at the head and the foot of a page, where such notes stand
_INITIALS = r"(?:[^\W\d_a-zа-яё]\.[\s-]?){1,3}"
_SURNAME = r"[^\W\d_a-zа-яё][\w’'-]+(?:\s[^\W\d_a-zа-яё][\w’'-]+)?"
_GIVEN = rf"(?:{_INITIALS}|[^\W\d_a-zа-яё][\w’'-]+(?:\s(?:{_INITIALS}|[^\W\d_a-zа-яё][\w’'-]+))?)"
_ONE_NAME = Pattern(rf"{_SURNAME},?\s{_INITIALS}|{_INITIALS},?\s?{_SURNAME}|{_SURNAME},\s{_GIVEN}|{FULL_NAME.pattern}")
_SEMICOLON = Pattern(r"\s*;\s*")
_BETWEEN_NAMES = Pattern(r",?\s(?:&|and|und|et|ve|и)\s|(?<=\.),\s")
_YEAR_IN_BRACKETS = Pattern(r"\(?\b((?:19|20)[0-9]{2})\)?[.,:]?\s*$")
_NOT_OF_ISSUE = Pattern(r"available|access|retrieved|url\b|doi\b|https?:|дата обращения|режим доступа|consulté|abgerufen|erişim", re.I)
_YEAR = Pattern(r"(?<![0-9/-])(?:19|20)[0-9]{2}(?![0-9/-])")


def read_names_of_citation(reading: Reading) -> None:
    """Read who wrote an article, and its month or year, from the note on how to cite it, where nothing else on the page says it.

    The note is known by its label; names are only what it says before the very title of the page.
    """
    page = reading.page
    title = reading.values.get("title", "").split()
    if reading.layer.is_marked_up or len(title) < _LEAST_WORDS_OF_TITLE or (reading.authors and reading.dates):
        return
    for i, at in _notes(reading):
        cited = re.search(r"\s+".join(map(re.escape, title)), page.raw(i)[at:], re.I)
        if cited:
            _read_citation(reading, i, at, at + cited.start(), at + cited.end())
            return


def notes_on_citing(reading: Reading) -> list[str]:
    """Return what the first notes on how an article is to be cited say, without their labels."""
    return [reading.page.raw(i)[at:] for i, at in islice(_notes(reading), _MOST_NOTES)]


def _notes(reading: Reading) -> Iterator[tuple[int, int]]:
    """Find the lines that say how to cite an article, with where in the line the citation begins: behind the label, or below it."""
    page = reading.page
    lines = range(page.count)
    for i in lines if page.count <= _MOST_LINES else [*lines[: _MOST_LINES // 2], *lines[-_MOST_LINES // 2 :]]:
        if reading.length(i) > _LONGEST_CITATION or i in reading.stated:
            continue
        label = _LABEL.match(page.raw(i))
        if label or (i and page.is_short(i - 1) and _LABEL.fullmatch(page.raw(i - 1))):
            yield i, label.end() if label else 0


def _read_citation(reading: Reading, i: int, begin: int, title: int, end: int) -> None:
    raw = reading.page.raw(i)
    before = _YEAR_IN_BRACKETS.search(raw[begin:title].rstrip(" «“\"'"))
    names_end = begin + before.start() if before else title
    fields = [] if reading.authors else _names(raw, begin, names_end)
    fields += [] if reading.dates else _day(raw, end, (begin + before.start(1), begin + before.end(1)) if before else None)
    if not fields:
        return
    reading.page.removed.pop(i, None)
    in_full = _printed_in_full(reading, i, [field.value for field in fields if field.name == "authors"])
    reading.state_fields(i, [field for field in fields if not (in_full and field.name == "authors")], rule="citation note")
    for line, people in in_full:
        reading.state_fields(line, people)


_MOST_LINES_OF_AUTHORS = 60
_CITED_WITH_INITIALS = Pattern(rf"(?P<initial>[^\W\d_])\.\s?(?:[^\W\d_]\.[\s-]?){{0,2}}(?P<surname>{_SURNAME})")


def _printed_in_full(reading: Reading, note: int, names: list[str]) -> list[tuple[int, list[Field]]]:
    """Return the lines near the head in which those who are cited with initials, ``names``, stand with their full names; nothing unless all do.

    What stands behind the one name of a line is his house.
    """
    page = reading.page
    cited = [_CITED_WITH_INITIALS.fullmatch(name) for name in names]
    if not names or not all(cited):
        return []
    lines = [i for i in range(min(note, _MOST_LINES_OF_AUTHORS)) if page.is_short(i) and not page.is_prose(i) and reading.is_kept(i)]
    found: dict[int, list[Field]] = {}
    for name in cited:
        full = Pattern(rf"(?<![\w’'-]){name['initial']}[\w’'-]+\s(?:[^\W\d_]\.?[\w’'-]*\s)?{re.escape(name['surname'])}(?![^\W\d_])")
        line = next((i for i in lines if full.search(page.raw(i))), None)
        if line is None:
            return []
        printed = full.search(page.raw(line))
        found.setdefault(line, []).append(Field("authors", printed[0], *printed.span()))
    for line, fields in found.items():
        house = page.raw(line)[fields[0].end :].strip(" ,;")
        if len(fields) == 1 and fields[0].start == 0 and names_body(house):
            found[line] = [replace(fields[0], affiliation=house)]
        fields.sort(key=lambda field: field.start)
    return sorted(found.items())


def _names(raw: str, begin: int, end: int) -> list[Field]:
    """Return the by-line and the authors that ``raw`` names from ``begin`` to ``end``; nothing unless every part is a name."""
    begin += len(raw[begin:end]) - len(raw[begin:end].lstrip(" :"))
    said = raw[begin:end].rstrip(" ,:«“\"'(")
    if said.endswith(".") and not re.search(r"\b[^\W\d_]\.$", said):
        said = said[:-1]
    parts, at = [], 0
    for sign in (_SEMICOLON if ";" in said else _BETWEEN_NAMES).finditer(said):
        parts.append((at, sign.start()))
        at = sign.end()
    parts.append((at, len(said)))
    found = [(a, b) for a, b in parts if _ONE_NAME.fullmatch(said[a:b])]
    if not said or len(found) != len(parts) or not all(_is_person(said[a:b]) for a, b in found):
        return []
    return [Field("byline", said, begin, begin + len(said)), *(Field("authors", turn_name(said[a:b]), begin + a, begin + b) for a, b in found)]


def _is_person(name: str) -> bool:
    return "." in name or "," in name or bool(names_person(name))


def _day(raw: str, end: int, year: tuple[int, int] | None) -> list[Field]:
    """Return the month or year that ``raw`` gives behind the title at ``end``, or the ``year`` that stands before it."""
    if year:
        return [Field("issue_date", raw[slice(*year)], *year, date=PrintedDate(*year, (raw[slice(*year)],)))]
    stop = _NOT_OF_ISSUE.search(raw, end)
    rest = raw[: stop.start()] if stop else raw
    days = [day for day in find_dates(rest) if day.start >= end]
    if len(days) == 1:
        return [Field("issue_date", raw[days[0].start : days[0].end], days[0].start, days[0].end, date=days[0])]
    years = [] if days else list(_YEAR.finditer(rest, end))
    if len(years) != 1:
        return []
    span = years[0].span()
    return [Field("issue_date", years[0][0], *span, date=PrintedDate(*span, (years[0][0],)))]
