"""Titles that a copy has run together with who wrote the text and with the text itself, all in one line."""

from __future__ import annotations

from articles.ingest.dates import find_dates
from articles.ingest.lines import is_title_like
from articles.ingest.page import Page
from articles.ingest.reading import Reading
from articles.ingest.statements.field import Field, shifted
from articles.ingest.statements.names import ONE_PERSON, PERSON, has_given_name, is_no_person
from kzarchive.patterns import Pattern

_MOST_LINES_ABOVE = 6
_REACH = 500  # characters in which title and names end
_AND = r"(?:,?\s(?:and|&|und|et|и|ve)\s)"
_NAMES = Pattern(rf"(?<=\s)(?P<names>{PERSON}(?:(?:,\s{PERSON})*{_AND}{PERSON})?)\s(?=[^\W\d_a-zа-яё][a-zа-яё’']*\s)")
_LEAST_WORDS = 5
_LEAST_WORDS_IN_CAPITALS = 2
_LEAST_SHARE_OF_CAPITALS = 0.6


def part_title_and_names_before_text(reading: Reading) -> None:
    """Part title and authors from the text that they stand before in one breath: "A Title in Capitals: Of What NAME, NAME, and NAME The text".

    Several names stand behind a title whose words have capitals, one name behind a title in capitals throughout.
    """
    page = reading.page
    if reading.layer.is_marked_up or "title" in reading.values:
        return
    kept = page.kept()[:_MOST_LINES_ABOVE]
    first = next((i for i in kept if page.is_prose(i)), None)
    if first is None or any(_may_be_title(page, i) for i in kept if i < first):
        return
    start = page.start(first)
    head = page.text[start : min(page.end(first), start + _REACH)]
    found = _NAMES.search(head)
    while found:
        title = head[: found.start()].rstrip()
        people = list(ONE_PERSON.finditer(head, *found.span("names")))
        if not people or not has_given_name(people[0][0].split()[0]) or any(is_no_person(person[0]) for person in people):
            found = _NAMES.search(head, found.start() + 1)  # the title's last words look like names too
            continue
        if not _reads_as_title(title, of_one=len(people) == 1):
            return
        names = found["names"]
        reading.note(Field("title", title, 0, len(title)), start)
        reading.note(Field("byline", names, *found.span("names")), start)
        for person in people:
            reading.note(Field("authors", person[0], *person.span()), start)
        reading.body_starts[first] = start + found.end()
        return


_NAME_WITH_FIGURES = rf"{PERSON}\s?[0-9*,]{{0,5}}"
_OF_PUBLISHER = Pattern(
    r"(?:(?:ORIGINAL|RESEARCH|REVIEW) (?:ARTICLE|PAPER)\s)?(?P<title>\S.{15,250}?)\s"
    rf"(?P<names>{_NAME_WITH_FIGURES}(?:\s?(?:,|&|and|·)\s{_NAME_WITH_FIGURES})*)\s(?=Received:?\s)"
    r"(?P<history>.{20,240}?Published online:?\s(?P<day>[0-9]{1,2}\s[^\W\d_]{3,9}\s(?:19|20)[0-9]{2})).{0,400}?"
    r"\s(?:Abstract|ABSTRACT):?\s(?=[^\W\d_a-zа-яё])"
)
_MOST_LINES_TO_RECORD = 6
_REACH_OF_RECORD = 1500


def read_head_of_publisher(reading: Reading) -> None:
    """Read the head of a journal's article that a copy has run together with its abstract: "Title NAME 1 Received: ... Abstract The text".

    The day of publication is the one on which it stood online.
    """
    page = reading.page
    kept = page.kept()[:_MOST_LINES_TO_RECORD]
    lines = {i: page.text[page.start(i) : min(page.end(i), page.start(i) + _REACH_OF_RECORD)] for i in kept if page.is_prose(i)}
    heads = ((i, _OF_PUBLISHER.match(line)) for i, line in lines.items() if "Received" in line and "Published online" in line)
    first, found = next((head for head in heads if head[1]), (0, None))
    if not found or reading.layer.is_marked_up or "title" in reading.values:
        return
    start = page.start(first)
    days = find_dates(found["day"])
    at, names_end = found.span("names")
    while at < names_end and not has_given_name(found.string[at:names_end].split()[0]):  # the title's last words look like names too
        at = found.string.find(" ", at, names_end) + 1 or names_end
    people = list(ONE_PERSON.finditer(found.string, at, names_end))
    if len(days) != 1 or not people:
        return
    title, names = found.string[: at - 1][found.start("title") :], found.string[at:names_end]
    fields = [Field("title", title, found.start("title"), at - 1), Field("byline", names, at, names_end)]
    fields += [Field("authors", name[0], *name.span()) for name in people]
    fields.append(Field("published_on", found["day"], *found.span("day"), date=shifted(days[0], found.start("day"))))
    for field in fields:
        reading.note(field, start)
    spans = (found.start("title"), at - 1), (at, names_end), found.span("day"), (found.end(), found.end())
    at = 0
    for begin, end in spans:
        if begin > at:
            reading.remove_stretch(start + at, start + begin, "field label")
        at = end
    reading.body_starts[first] = start + found.end()
    for i in kept:
        if i < first and page.is_short(i):
            page.removed[i] = "page header"


def _may_be_title(page: Page, i: int) -> bool:
    return page.is_short(i) and len(page.line(i).split()) >= _LEAST_WORDS and is_title_like(page.line(i))


def _reads_as_title(title: str, *, of_one: bool) -> bool:
    words = [word for word in title.split() if len(word) > 3 and word[0].isalpha()]
    if ". " in title or not words:
        return False
    if of_one:
        return title.isupper() and len(title.split()) >= _LEAST_WORDS_IN_CAPITALS
    return len(title.split()) >= _LEAST_WORDS and sum(word[0].isupper() for word in words) >= _LEAST_SHARE_OF_CAPITALS * len(words)
