"""What tells that a name is not its author's: the text speaks of its bearer, a picture shows him, a quotation is his."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.ingest.comparing import comparable
from articles.ingest.page import Page
from articles.ingest.reading import Reading
from articles.ingest.statements.names import FULL_NAME, names_person
from articles.ingest.statements.people import read_person
from articles.ingest.statements.roles import is_role
from kzarchive.patterns import Pattern

# What is said of somebody: "NAME is a fellow at ...", "NAME, a former envoy, is ...", "NAME teaches at ...", "NAME – историк".
IS_SOMEBODY = Pattern(
    r"(?:\s[^\W\d_a-zа-я]\w+){0,2}(?P<aside>,\s(?:[^.]|(?<=[A-Z])\.(?=[A-Z]\.|\s[a-z])){3,160}?,?)??"
    r"\s(?:(?:is|was|has been|ist|war|est|является|—|–)\s(?:currently\s|"
    r"also\s)?(?:an?\s|the\s|eine?\s|une?\s)?|"
    r"(?:teaches|works|writes|lectures|serves|heads|leads|directs|lives|holds|studies|covers|follows|researches|speciali[sz]es|focuses|lebt|arbeitet|lehrt|leitet|forscht|schreibt|promoviert|studiert|enseigne|"
    r"dirige|travaille|vit|работает|преподает|преподаёт|возглавляет|руководит|живет|живёт)(?=\s))(?P<what>\S.{3,200}|\s\S.{3,200})"
)
IS_TO_COME = Pattern(r"\b(?:will|wird|werden|prendra|parlera)\b")  # who comes to an event
END_OF_ROLE = Pattern(
    r"(?<!\.[A-Z])(?<!\b[A-Z])(?<!\bSc)(?<!\bSt)(?<!\bMt)(?<!\bFt)\.\s|"
    r"\sand (?:an?|the)\s|\s(?:based )?in (?=[A-ZА-Я][a-zа-я]+(?:[.,;]|$))|;\s|,?\swho\s|"
    r"\s(?:in|from|since|until) (?:19|20)[0-9]{2}|,\soù\s|\sund lebt\b|\sand (?:lives|tweets)\b|\.$"
)


def names_picture(reading: Reading, i: int) -> bool:
    """Tell whether line ``i`` names who is on a picture: its credit stands below, and the title speaks of that person."""
    words = reading.page.line(i).split()
    is_above_credit = reading.page.removed.get(i + 1) == "photo credit" and reading.page.line(i + 1)[0] == "("
    return is_above_credit and len(words) <= 4 and comparable(words[-1]) in comparable(reading.values.get("title", ""))


_HEADS_GUESTS = frozenset({"participants", "speakers", "panelists", "panellists", "panel", "moderators"})


def comes_to_event(reading: Reading, i: int) -> bool:
    """Tell whether line ``i`` stands in the list of those who come to an event, below that word."""
    page = reading.page
    return any(page.is_short(j) and comparable(page.line(j)).rstrip(" :") in _HEADS_GUESTS for j in range(max(0, i - 8), i))


def says_who_is_shown(reading: Reading, i: int) -> bool:
    """Tell whether line ``i`` below a text, with a full stop, says who is on a picture: the text names that person in full."""
    page = reading.page
    line = page.line(i)
    name = FULL_NAME.match(line) if line[-1] == "." and len(line.split()) >= 6 and page.is_short(i) else None
    return bool(name) and any(page.text.find(name[0], page.start(j), page.end(j)) >= 0 for j in range(i) if reading.is_kept(j) and page.is_prose(j))


def says_who_is_quoted(reading: Reading, i: int) -> bool:
    """Tell whether the name in line ``i`` stands below a paragraph that is a quotation as a whole: whose words these are."""
    page = reading.page
    above = next((j for j in range(i - 1, -1, -1) if j not in page.removed), None)
    if above is None or page.end(above) - page.start(above) > 1000:
        return False
    said = page.raw(above)
    return said[0] in "«“„" and said[-1] in "»”“" and not any(sign in said[1:-1] for sign in "«»“”„") and bool(read_person(page.raw(i)))


_MOST_LINES_OF_MOTTO = 8
_MOST_WORDS_OF_VERSE = 9


def stands_below_motto(reading: Reading, i: int) -> bool:
    """Tell whether line ``i`` stands right below a motto: a call that opens the page, or verse, a sentence over several short lines of a block."""
    page = reading.page
    last = i - 1
    if last == 0 and i == 1 and _is_call_apart(page):
        return True
    if last < 1 or not reading.is_kept(last) or page.raw(last)[-1] not in '.!?…»”"':
        return False
    first = last
    while first > max(0, i - _MOST_LINES_OF_MOTTO) and not page.follows_gap(first) and reading.is_kept(first - 1):
        first -= 1
    verses = [page.line(j) if page.is_short(j) else "" for j in range(first, i)]
    are_short = all(verses) and all(2 <= len(verse.split()) <= _MOST_WORDS_OF_VERSE for verse in verses)
    return len(verses) >= 2 and are_short and any(verse[-1] not in ".!?…:" for verse in verses[:-1]) and not names_person(verses[0])


def _is_call_apart(page: Page) -> bool:
    """Tell whether the page opens with one call, apart from the line below, and that is apart from a longer one, the headline."""
    has_three = page.count > 2 and all(page.is_short(i) for i in range(3)) and page.follows_gap(1) and page.follows_gap(2)
    return has_three and page.raw(0)[-1] == "!" and len(page.line(2).split()) > len(page.line(1).split())


def tags_text(reading: Reading, i: int, title: int) -> bool:
    """Tell whether the name in line ``i``, right above the title, says of whom the text speaks and not whose it is."""
    page = reading.page
    is_signed = page.line(i).split()[-1].isupper()  # the surname in capitals
    return i == title - 1 and not is_signed and names_person(page.line(i)) and is_spoken_of(reading, page.line(i))


def _is_biography_of(name: str, line: str) -> bool:
    said = IS_SOMEBODY.match(line[len(name) :]) if line.startswith(name) else None
    return bool(said) and is_role(END_OF_ROLE.split(said["what"])[0])


def is_spoken_of_by_first_name(reading: Reading, name: str) -> bool:
    """Tell whether the running text has either word of ``name``, as it is or with an ending: an interview turns to its guest by the first."""
    page = reading.page
    said = Pattern(rf"(?<![^\W_])(?:{'|'.join(re.escape(word.capitalize()) for word in name.split())})")
    return any(
        page.is_prose(i, least_words=4) and said.search(page.text, page.start(i), min(page.end(i), page.start(i) + _MOST_OF_PARAGRAPH))
        for i in range(page.count)
        if i not in page.removed
    )


_MOST_OF_PARAGRAPH = 20_000  # characters of each that are looked through


def _running_text(reading: Reading) -> Iterator[tuple[int, int, int]]:
    """Yield the paragraphs of the text: the number of each, and where in the text layer it begins and is looked through to."""
    page = reading.page
    for i in range(page.count):
        if i not in page.removed and page.is_prose(i) and i not in reading.captions:
            yield i, page.start(i), min(page.end(i), page.start(i) + _MOST_OF_PARAGRAPH)


def is_named_in_text(reading: Reading, name: str) -> bool:
    """Tell whether ``name``, of at least two words, stands in the running text: below it, it is a tag or the picture of who is spoken of."""
    if len(name.split()) < 2 or not read_person(name):
        return False
    return any(reading.page.text.find(name, start, end) >= 0 for _, start, end in _running_text(reading))


def is_spoken_of(reading: Reading, line: str) -> bool:
    """Tell whether the running text has the last word of ``line``, or one of its words in small letters: no by-line, but a heading or a caption.

    Who writes a text seldom speaks of himself in it, and headings are made of its words.
    """
    page = reading.page
    words = [word.strip(".,*") for word in line.split()]
    words = [word for word in words if len(word) > 3]
    if not words:
        return True
    said = Pattern(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, [*map(str.lower, words), words[-1].capitalize()]))})")
    return any(not _is_biography_of(line, page.line(i)) and said.search(page.text, start, end) for i, start, end in _running_text(reading))
