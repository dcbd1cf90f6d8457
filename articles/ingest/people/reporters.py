"""The reporter whom an agency names in or behind the dateline of its report, in one line with the text or above it."""

from __future__ import annotations

from articles.ingest.reading import Reading
from articles.ingest.statements.datelines import MONTH_NAMES, SHORT_MONTHS
from articles.ingest.statements.field import Field
from articles.ingest.statements.names import LOWER, PERSON, is_no_person
from kzarchive.patterns import Pattern

_PLACE = rf"[^\W\d_{LOWER}][\w’'-]+(?:[\s-][^\W\d_{LOWER}][\w’'-]+)?"
_MONTH = rf"(?:(?:{MONTH_NAMES})|(?:{SHORT_MONTHS})[a-z]?\.?)"
_PLACES_AND_DAY = rf"{_PLACE}(?:[,.]\s{_PLACE}){{0,2}}[,.]\s(?:{_MONTH}\s[0-9]{{1,2}}|[0-9]{{1,2}}\s{_MONTH})"
_HOUSE = rf"[^\W\d_{LOWER}][\w.-]{{1,20}}(?:\s[^\W\d_{LOWER}][\w.-]+)?"
_CORRESPONDENT = r"(?:(?i:corr(?:espondent)?)\.?\s)?"
_BEFORE_TEXT = rf"(?:\s*$|\s(?=[«“\"]?[^\W\d_{LOWER}]))"
# "Azerbaijan, Baku, June 15 / Agency E. Kim / The harbour ...", "... /corr. Agency E. Kim/ The harbour ..."
_BETWEEN_STROKES = Pattern(
    rf"(?P<dateline>{_PLACES_AND_DAY})[,.]?\s?/\s?{_CORRESPONDENT}(?P<house>{_HOUSE}?)\s?,?\s{_CORRESPONDENT}(?P<name>{PERSON})\s?/[.:]?(?:\s?[-–—])?{_BEFORE_TEXT}"
)
# "By Anna Kim - Agency: The harbour ...", also behind a dateline.
_BEFORE_COLON = Pattern(
    rf"(?:(?P<dateline>{_PLACES_AND_DAY})[,.]?\s(?:/\s?|[-–—]\s)?)?By\s(?P<name>{PERSON})\s?(?:[-–—]{{1,2}}|,|\|)\s?(?P<house>{_HOUSE})\s?:\s(?=[«“\"]?[^\W\d_{LOWER}])"
)
_LONGEST_OPENING = 160


def opens_with_reporter(line: str) -> bool:
    """Tell whether ``line`` opens with the reporter of an agency, and before that a dateline."""
    found = _BETWEEN_STROKES.match(line[:_LONGEST_OPENING]) or _BEFORE_COLON.match(line[:_LONGEST_OPENING])
    return bool(found) and bool(found["dateline"]) and not is_no_person(found["name"])


def read_reporter_of_agency(reading: Reading) -> None:
    """Read dateline and reporter where one of the first three lines of the body opens with both, or the reporter alone before a colon."""
    page = reading.page
    if reading.authors or "byline" in reading.values or reading.layer.is_marked_up:
        return
    title = reading.title_line()
    kept = [i for i in page.kept() if reading.is_kept(i) and (title is None or i > title)][:3]
    for i in kept:
        start = page.start(i)
        head = page.text[start : min(page.end(i), start + _LONGEST_OPENING)]
        found = _BETWEEN_STROKES.match(head) or _BEFORE_COLON.match(head)
        if not found or is_no_person(found["name"]) or i in reading.body_starts:
            continue
        _state(reading, i, found.groupdict(), {name: found.span(name) for name in ("dateline", "name")}, found.end())
        return


def _state(reading: Reading, i: int, values: dict[str, str], spans: dict[str, tuple[int, int]], end: int) -> None:
    """State what the opening of line ``i`` says, which ends at ``end`` of the line; the text that may follow is the body."""
    page = reading.page
    fields = [Field("byline", values["name"], *spans["name"]), Field("authors", values["name"], *spans["name"], affiliation=values["house"])]
    if values["dateline"] and "dateline" not in reading.values:
        fields.insert(0, Field("dateline", values["dateline"], *spans["dateline"]))
    start = page.start(i)
    if start + end >= page.end(i):
        reading.state_fields(i, fields)
        return
    at = start
    for field in fields:
        reading.note(field, start)
        if start + field.start > at:
            reading.remove_stretch(at, start + field.start, "field label")
        at = max(at, start + field.end)
    reading.remove_stretch(at, start + end, "dateline mark")
    reading.body_starts[i] = start + end
