"""Names of authors on lines of their own, and what a page says of them."""

from __future__ import annotations

import re

from articles.ingest.clean import comparable
from articles.ingest.reading import Reading
from articles.ingest.record import DraftAuthor
from articles.ingest.statements import Field, read_desk, read_person, read_statement, split_role

_IS_SOMEBODY = re.compile(r"\s(?:is|was|ist|est|является|—|–)\s(?:currently\s|also\s)?(?:an?\s|the\s|eine?\s|une?\s)?(?P<what>\S.{5,200})")
_END_OF_ROLE = re.compile(r"\.\s|\sand (?:an?|the)\s|\sin (?=[A-ZА-Я][a-zа-я]+[.,]?$)|;\s|,?\swho\s|\.$")
_NOTE_MARK = re.compile(r"(?P<mark>[¹²³⁴⁵]|[1-5a-e](?=\s?[^\W\d_a-zа-я]|\s))\s?(?=[^\W\d_])")
_INITIAL = re.compile(r"(?<![^\W\d_])[^\W\d_]\.\s?[^\W\d_]")


def read_lines_of_names(reading: Reading, head: list[int], tail: list[int]) -> None:
    """Take a line of nothing but names for the by-line, where by-lines stand: near the title, or right below the text."""
    if reading.authors or "byline" in reading.values:
        return
    page = reading.page
    title = reading.title_line()
    near = []
    if title is not None:
        kept = [i for i in head if reading.is_kept(i)]
        above = [i for i in kept if i < title]
        near = [i for i in kept if i > title and _may_stand_below_title(reading, i, title)][:4] + [
            i for i in above if _stands_among_statements(reading, i)
        ]
    for i in [*near, *[i for i in tail if reading.is_kept(i)][:2]]:
        if _state_signature(reading, i, is_below_text=i in tail):
            for j in range(i + 1, min(i + 3, page.count)):
                if reading.is_kept(j) and comparable(page.line(j)) == comparable(page.line(i)):
                    page.removed[j] = "repeated by-line"
            return


def read_affiliations(reading: Reading, head: list[int]) -> None:
    """Read the lines below a journal's by-line that begin with the mark printed behind an author's name: role and affiliation."""
    page = reading.page
    names = reading.spans.get("authors", ())
    marks: dict[str, list[int]] = {}
    for n, (_, end) in enumerate(names[: len(reading.authors)]):
        marks.setdefault(page.text[end : end + 1], []).append(n)
    if not names:
        return
    for i in [i for i in head if page.start(i) > names[-1][1]][:6]:
        if not reading.is_kept(i) or not page.is_short(i):
            continue
        found = _NOTE_MARK.match(page.raw(i))
        if not found:
            if "@" in page.raw(i) or "E-mail" in page.raw(i):
                page.removed[i] = "address of the author"
            continue
        if found["mark"] not in marks:
            continue
        role, affiliation = split_role(page.line(i)[found.end() :])
        for n in marks[found["mark"]]:
            author = reading.authors[n]
            if not author.role and not author.affiliation:
                reading.authors[n] = DraftAuthor(author.name, role, affiliation)
        page.removed[i] = "role of the author"


def read_biographies(reading: Reading) -> None:
    """Leave out the sentences under the text that say who its authors are, and take role and affiliation from them."""
    page = reading.page
    seen = 0
    for i in range(page.count - 1, -1, -1):
        if not reading.is_kept(i) or i in reading.captions:
            continue
        seen += 1
        if seen > 12 or not reading.authors:
            return
        line = page.line(i)
        for n, author in enumerate(reading.authors):
            said = _IS_SOMEBODY.match(line[len(author.name) :]) if line.startswith(author.name) else None
            if said and len(line.split()) <= 90:
                if not author.role and not author.affiliation:
                    role, affiliation = split_role(_END_OF_ROLE.split(said["what"])[0].strip(" .,"))
                    reading.authors[n] = DraftAuthor(author.name, role, affiliation)
                page.removed[i] = "biography"
                break


def _may_stand_below_title(reading: Reading, i: int, title: int) -> bool:
    """Tell whether a name in line ``i`` is a by-line: among statements, with initials, in one block with the title; else it may be a heading."""
    page = reading.page
    if ".byline" in page.regions(i) or _INITIAL.search(page.raw(i)) or "," in page.raw(i):
        return True
    if i == title + 1 and not page.follows_gap(i) and not reading.layer.markup:
        return True
    return any(j != title and 0 <= j < page.count and (j in reading.stated or j in page.removed) for j in (i - 1, i + 1))


def _stands_among_statements(reading: Reading, i: int) -> bool:
    if re.search(r"[^\W\d_][0-9¹²³*]", reading.page.raw(i)):  # the marks of notes, as journals print them behind names
        return True
    neighbours = [j for j in (i - 1, i + 1) if 0 <= j < reading.page.count]
    return any(j in reading.stated or comparable(reading.page.line(j)) == comparable(reading.page.line(i)) for j in neighbours) or (
        i + 1 < reading.page.count and reading.page.removed.get(i + 1) == "view counter"
    )


def _state_signature(reading: Reading, i: int, *, is_below_text: bool) -> bool:
    """State the names in line ``i``, with the role that may stand in the next; False if it holds none."""
    page = reading.page
    raw = page.raw(i)
    below = i + 1
    has_below = below < page.count and reading.is_kept(below) and page.is_short(below) and not page.is_prose(below)
    if raw.endswith(",") and has_below:
        joined = page.text[page.start(i) : page.end(below)].replace("\n", " ")
        fields = read_person(joined)
        if fields:
            reading.stated.update((i, below))
            for found in fields:
                reading.note(found, page.start(i))
            return True
    if not page.is_short(i):
        return False
    fields = read_person(raw) or read_desk(raw)
    if not fields or ((title_words := comparable(reading.values.get("title", ""))) and comparable(raw) in title_words):
        return False
    if (has_below and (is_below_text or ".byline" in page.regions(below)) and not page.follows_gap(below)) or (
        has_below and ".byline" in page.regions(below) and reading.layer.markup
    ):
        description = page.line(below)
        if (
            1 < len(description.split()) <= 14
            and " – " not in description
            and not read_person(description)
            and read_statement(description) is None
            and not description.isupper()
        ):
            role, affiliation = split_role(description)
            last = fields[-1]
            fields[-1] = Field(last.name, last.value, last.start, last.end, role=role, affiliation=affiliation)
            page.removed[below] = "role of the author"
    reading.state_fields(i, fields)
    return True
