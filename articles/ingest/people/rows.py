"""Authors one below the other, each with the house he works for, his post or the town he wrote from."""

from __future__ import annotations

from articles.ingest.reading import Reading
from articles.ingest.statements.field import Field, signed_by
from articles.ingest.statements.names import FULL_NAME, has_given_name, names_person
from articles.ingest.statements.people import read_person
from articles.ingest.statements.roles import is_body, is_role, names_body, split_role
from articles.ingest.vocabulary import REPORTING_CITIES
from kzarchive.patterns import Pattern

_IN_LIST = Pattern(
    r"[•*·–-]?\s{0,3}(?!The\s)(?P<name>(?-i:[^\W\d_a-zа-яё][\w’'-]+\s)(?-i:[^\W\d_a-zа-яё][\w’'.-]*\s)?(?-i:[^\W\d_a-zа-яёәғқңөұүһіçğışöü]{2,}(?:-[^\W\d_a-zа-яё]{2,})?))"
    r"[\s,;:–—-]{1,3}(?P<body>[^\W\d_a-zа-яё].{4,220})"
)


def read_list_of_authors(reading: Reading, lines: list[int]) -> bool:
    """Read the authors of a journal one below the other: surname in capitals, and where each of them works right behind it."""
    page = reading.page
    found = [(i, match) for i in sorted(lines) if (match := _IN_LIST.fullmatch(page.raw(i))) and names_body(match["body"])]
    if not found:
        return _read_speakers(reading, sorted(lines))
    for i, match in found:
        role, affiliation = (None, match["body"]) if is_body(match["body"]) else split_role(match["body"])
        printed = [Field("byline", page.raw(i), 0, len(page.raw(i)))] if i == found[0][0] else []
        reading.state_fields(i, [*printed, Field("authors", match["name"], *match.span("name"), role=role, affiliation=affiliation)])
    return True


_MARKS = r"\s?[0-9*†‡§¹²³](?:,?\s?[0-9*†‡§¹²³]){0,4}"
_NAMES_WITH_MARKS = Pattern(rf"{FULL_NAME.pattern}{_MARKS}(?:,?\s{{1,4}}{FULL_NAME.pattern}{_MARKS})+")


def read_row_with_marks(reading: Reading, title: int) -> bool:
    """Read the authors in the line right below the title, the marks of notes behind each and hardly a sign between: "Anna Kim1* Paul Reed2"."""
    page, i = reading.page, title + 1
    raw = page.raw(i) if i < page.count and page.is_short(i) and reading.is_kept(i) else ""
    if not _NAMES_WITH_MARKS.fullmatch(raw):
        return False
    names = list(FULL_NAME.finditer(raw))
    if not any(has_given_name(name[0]) for name in names):
        return False
    reading.state_fields(i, signed_by(raw, [name.span() for name in names]))
    return True


_AND_HOUSE = Pattern(rf"(?P<name>{FULL_NAME.pattern}),\s(?P<body>[^\W\d_a-zа-яё][^,.!?:]{{4,90}})")


def _read_speakers(reading: Reading, lines: list[int]) -> bool:
    """Read the speakers of an event, two or more one below the other, each with the house that sends them: "NAME, X University"."""
    page = reading.page
    rows = [(i, match) for i in lines if page.is_short(i) and (match := _AND_HOUSE.fullmatch(page.raw(i))) and read_person(match["name"])]
    rows = [(i, match) for n, (i, match) in enumerate(rows) if i == rows[0][0] + n]
    if len(rows) < 2 or not all(is_body(match["body"]) for _, match in rows):
        return False
    for i, match in rows:
        printed = [Field("byline", page.raw(i), 0, len(page.raw(i)))] if i == rows[0][0] else []
        reading.state_fields(i, [*printed, Field("authors", match["name"], *match.span("name"), affiliation=match["body"])])
    return True


_ROW_OF_REPORTER = Pattern(rf"(?P<name>{FULL_NAME.pattern}),\s(?P<house>[^\W\d_a-zа-яё][^,.!?:;]{{1,40}})(?P<more>,?)")
_MOST_ROWS = 8


def read_rows_of_reporters(reading: Reading, i: int) -> bool:
    """Read the reporters of several papers from line ``i`` on, one below the other in one block, a comma behind each but the last: "NAME, Paper,"."""
    page = reading.page
    rows = []
    for j in range(i, min(page.count, i + _MOST_ROWS)):
        is_next = page.is_short(j) and reading.is_kept(j) and (j == i or not page.follows_gap(j))
        row = _ROW_OF_REPORTER.fullmatch(page.raw(j)) if is_next else None
        if not row or not read_person(row["name"]):
            return False
        rows.append((j, row))
        if not row["more"]:
            break
    if len(rows) < 2 or rows[-1][1]["more"] or not any(names_person(row["name"]) for _, row in rows):
        return False
    for j, row in rows:
        printed = [Field("byline", row["name"], *row.span("name"))] if j == i else []
        house = None if row["house"].upper() in REPORTING_CITIES else row["house"]
        reading.state_fields(j, [*printed, Field("authors", row["name"], *row.span("name"), affiliation=house)])
    return True


_HANDLE = Pattern(r"@?[A-Za-z0-9_]{4,24}")
_MOST_WORDS_OF_POST = 9


def find_cards_of_authors(reading: Reading, i: int) -> list[tuple[int, int, int | None]]:
    """Return the lines of the name, the post and the handle of each author from line ``i`` on, two or more one below the other; else nothing.

    The handle is what he is called on a network, and may be missing: "Anna Kim", "Senior Analyst, Caspian Sea", "akim_kuryk".
    """
    page = reading.page

    def is_in_block(j: int) -> bool:
        return j < page.count and page.is_short(j) and reading.is_kept(j) and not page.follows_gap(j)

    cards: list[tuple[int, int, int | None]] = []
    j = i
    while j < page.count and page.is_short(j) and (j == i or is_in_block(j)) and len(cards) < _MOST_ROWS:
        post = page.line(j + 1) if is_in_block(j + 1) else ""
        if not FULL_NAME.fullmatch(page.line(j)) or not read_person(page.line(j)) or is_role(page.line(j)):
            break
        if not is_role(post) or len(post.split()) > _MOST_WORDS_OF_POST or post[-1] in ".:?!":
            break
        handle = j + 2 if is_in_block(j + 2) and _HANDLE.fullmatch(page.line(j + 2)) else None
        cards.append((j, j + 1, handle))
        j += 2 if handle is None else 3
    return cards if len(cards) >= 2 else []


def read_cards_of_authors(reading: Reading, i: int) -> bool:
    """Read the authors whose names and posts stand one below the other from line ``i`` on."""
    page = reading.page
    cards = find_cards_of_authors(reading, i)
    for n, (name, post, handle) in enumerate(cards):
        raw = page.raw(name)
        role, affiliation = split_role(page.line(post))
        printed = [Field("byline", raw, 0, len(raw))] if n == 0 else []
        reading.state_fields(name, [*printed, Field("authors", raw, 0, len(raw), role=role, affiliation=affiliation)])
        page.removed[post] = "role of the author"
        if handle is not None:
            page.removed[handle] = "address of the author"
    return bool(cards)
