"""The names of further authors, each on a line of its own below the first one's."""

from __future__ import annotations

from articles.ingest.people.spoken_of import is_spoken_of
from articles.ingest.reading import MOST_HEAD_LINES, Reading
from articles.ingest.statements.field import Field, moved
from articles.ingest.statements.names import has_given_name, has_surname_in_capitals
from articles.ingest.statements.people import read_person
from articles.ingest.statements.roles import is_role

_MOST_NAMES = 6


def read_further_names(reading: Reading) -> None:
    """Read the names that stand one below the other under the author's in the head of a page, and nothing between them.

    They are in one block with it, or a statement such as the day ends their list; the text speaks of none of them.
    """
    if reading.layer.is_marked_up:
        return
    _read_names_with_posts(reading)
    first = _line_of_last_author(reading)
    if first is None:
        return
    page = reading.page
    found: list[tuple[int, Field]] = []
    i = first + 1
    while i < page.count and len(found) < _MOST_NAMES and (name := _read_name_alone(reading, i)):
        found.append((i, name))
        i += 1
    ends_in_statement = i < page.count and (i in reading.stated or page.removed.get(i) == "update date")
    are_in_block = not any(page.follows_gap(j) for j, _ in found)
    if not found or not (ends_in_statement or (are_in_block and all(has_given_name(name.value) for _, name in found))):
        return
    if any(is_spoken_of(reading, name.value) and not _stands_twice(reading, i) and not has_surname_in_capitals(name.value) for i, name in found):
        return
    for j, name in found:
        reading.state_fields(j, [name])


def _stands_twice(reading: Reading, i: int) -> bool:
    """Tell whether the name in line ``i`` stands alone in another line of the head too, where a lead names the authors."""
    page = reading.page
    return any(j != i and page.is_short(j) and page.line(j) == page.line(i) for j in range(min(page.count, MOST_HEAD_LINES)))


def _read_names_with_posts(reading: Reading) -> None:
    """Read who stands below an author with his post, each in a line of the same make: "Anna Kim, Researcher, X Institute"."""
    page = reading.page
    if not reading.authors or not (reading.authors[-1].role or reading.authors[-1].affiliation):
        return
    last = max((start for start, _ in reading.spans.get("authors", ())), default=0)
    first_prose = next((i for i in page.kept() if reading.is_kept(i) and page.is_prose(i)), page.count)
    above = next((i for i in range(first_prose) if page.start(i) == last), None)
    if above is None or "," not in page.raw(above):
        return
    for i in range(above + 1, min(first_prose, above + _MOST_NAMES)):
        people = read_person(page.raw(i)) if reading.is_kept(i) and page.is_short(i) and i not in reading.captions else None
        authors = [found for found in people or () if found.name == "authors"]
        if len(authors) != 1 or not (authors[0].role and is_role(authors[0].role)) or is_spoken_of(reading, authors[0].value):
            return
        reading.state_fields(i, authors)


def _line_of_last_author(reading: Reading) -> int | None:
    """Return the line above the text, below the title or the first of the page, that ends in the name of the last author printed there."""
    page = reading.page
    title = reading.title_line()
    first_prose = next((i for i in page.kept() if reading.is_kept(i) and page.is_prose(i)), page.count)
    ends = {end for _, end in reading.spans.get("authors", ())}
    above_text = range(0 if title is None else title + 1, first_prose)
    lines = [i for i in above_text if i in reading.stated and page.start(i) + len(page.raw(i).rstrip(" ,")) in ends]
    return lines[-1] if lines else None


def _read_name_alone(reading: Reading, i: int) -> Field | None:
    """Return the one name that line ``i`` consists of, without a word on what its bearer is."""
    page = reading.page
    raw = page.raw(i) if page.is_short(i) else ""
    name = raw.strip(" ,")  # of a list that goes on
    fields = read_person(name) if name and reading.is_kept(i) and i not in reading.captions else None
    authors = [field for field in fields or () if field.name == "authors"]
    is_alone = len(authors) == 1 and authors[0].value == name
    return moved(authors[0], raw.index(name)) if is_alone else None
