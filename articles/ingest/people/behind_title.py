"""Names that a copy of a paper has run together with its title, and with what stands behind them."""

from __future__ import annotations

import re

from articles.ingest.reading import MOST_HEAD_LINES, Reading
from articles.ingest.statements.field import Field, signed
from articles.ingest.statements.names import LOWER, ONE_PERSON, PERSON, SURNAME, has_given_name, is_no_person, names_person
from articles.ingest.statements.roles import is_role, split_role
from kzarchive.patterns import Pattern

_LEAST_WORDS_OF_TITLE = 4
_REACH = 900  # characters in which title, names and posts end
_LONGEST_POST = 200
_MARK = r"(?:\s?(?:[a-e]\b|[0-9]{1,2}\b|[*†‡§¹²³]))"  # of the note on a house or an address
_MARKS = rf"(?:{_MARK},?){{0,6}}"
_NAMES = Pattern(rf"(?P<names>{PERSON}{_MARKS}(?:\s?(?:,|;|&|·|\band\b|\bund\b|\bet\b|\bи\b|\bve\b){{1,2}}\s?{PERSON}{_MARKS}){{0,9}})[\s.]*$")
_OPENS_POST = (
    r"(?:Leading|Senior|Junior|Chief|Head|Deputy|Associate|Assistant|Principal|Visiting|Research|Professor|Director|Doctor|Candidate|PhD|Master|"
    r"Lecturer|Analyst|Ambassador|Fellow|Former|Independent|President|Chairman|Dean|Editor)\b"
)
_OPENS_SENTENCE = (
    r"(?:The|This|These|In|On|At|For|As|When|While|After|Since|With|By|It|There|Over|During|Despite|If|A|An|Most|Many|Few|What|How)\s"
    rf"(?:[^\W\d_][{LOWER}]|[{LOWER}])"
)
_NAME_AND_MORE = Pattern(rf"(?P<name>(?:{SURNAME}\s){{1,2}}?{SURNAME}(?=,?\s(?:{_OPENS_POST}|{_OPENS_SENTENCE}))|{PERSON}),?\s")
# Where a sentence begins behind a name or a post without a stop: at a word that opens sentences, before one in small letters.
_OPENS_TEXT = Pattern(rf"(?:Abstract:?\s)?(?={_OPENS_SENTENCE})")


def read_names_behind_title(reading: Reading) -> None:
    """Read the names that stand behind the title where it is printed again: alone in its line, or before a post and the text itself.

    Only a name of which the given name is known is believed, for the words of a title look like names.
    """
    title = reading.values.get("title", "")
    if reading.layer.is_marked_up or reading.authors or "byline" in reading.values or len(title.split()) < _LEAST_WORDS_OF_TITLE:
        return
    page = reading.page
    words = re.findall(r"\w+", title)
    if not words:  # of signs alone
        return
    lines = [i for i in page.kept()[:MOST_HEAD_LINES] if reading.is_kept(i) and i != reading.title_line()]
    heads = {i: page.text[page.start(i) : min(page.end(i), page.start(i) + _REACH)] for i in lines}
    heads = {i: head for i, head in heads.items() if head[: len(words[0])].casefold() == words[0].casefold()}
    again = re.compile(r"\W{0,3}".join(map(re.escape, words)), re.I) if heads else None
    for i, head in heads.items():
        end = _end_of_titles(again, head)
        if end and (_state_names_alone(reading, i, head, end) or _state_name_before_text(reading, i, head, end)):
            return


def _end_of_titles(again: re.Pattern[str], head: str) -> int:
    """Return where the title that ``head`` begins with ends, printed once or several times; 0 if ``head`` does not begin with it."""
    end = 0
    while found := again.match(head, end):
        end = found.end()
        while end < len(head) and not head[end].isalnum():
            end += 1
    return end


def _state_names_alone(reading: Reading, i: int, head: str, end: int) -> bool:
    page = reading.page
    found = _NAMES.match(head, end) if page.is_short(i) else None
    people = list(ONE_PERSON.finditer(head, *found.span("names"))) if found else []
    if not people or not any(has_given_name(person[0]) for person in people) or any(is_no_person(person[0]) for person in people):
        return False
    names = found["names"]
    fields = [Field("byline", names, *found.span("names"))]
    reading.state_fields(i, fields + [Field("authors", person[0], *person.span()) for person in people], rule="repeated title")
    return True


def _state_name_before_text(reading: Reading, i: int, head: str, end: int) -> bool:
    found = _NAME_AND_MORE.match(head, end)
    if not found or not reading.page.is_prose(i) or not names_person(found["name"]):
        return False
    text = _OPENS_TEXT.search(head, found.end(), found.end() + _LONGEST_POST)
    post = head[found.end() : text.start()].strip(" ,") if text else ""
    if not text or (post and not is_role(post)):
        return False
    role, affiliation = split_role(post) if post else (None, None)
    start = reading.page.start(i)
    for field in signed(found["name"], found.start("name"), role=role, affiliation=affiliation):
        reading.note(field, start)
    reading.remove_stretch(start, start + found.start("name"), "repeated title")
    reading.body_starts[i] = start + text.end()
    reading.remove_stretch(start + found.end("name"), start + text.end(), "role of the author")
    return True
