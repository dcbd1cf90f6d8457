"""Sentences below a text that say what somebody is and where: of its authors, where nothing else on the page names one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.ingest.comparing import comparable
from articles.ingest.page import Page
from articles.ingest.people.spoken_of import END_OF_ROLE, IS_SOMEBODY, IS_TO_COME
from articles.ingest.reading import Reading
from articles.ingest.statements.field import Field
from articles.ingest.statements.names import FULL_NAME, names_person
from articles.ingest.statements.people import read_person
from articles.ingest.statements.roles import is_role, names_body, split_role
from kzarchive.patterns import Pattern

_MOST_LINES = 12
_MOST_LINES_OF_FOOT = 150
LONGEST_LIFE = 900  # characters
_MOST_WORDS_OF_MORE = 40
_MOST_AUTHORS = 4
_SAID_BY_OTHERS = frozenset({"disclaimer", "note on the text"})  # what these rules took may open with who wrote the text
OPENS_LIFE = Pattern(
    r"(?P<mark>[*†•(\[\s]*)(?:(?:about the authors?|zu[mr] autor(?:in)?|über (?:den autor|die autorin)|à propos de l[’']auteure?)\s?[:–—-]\s)?"
    r"(?:(?:Dr|Prof|Professor|Amb|Ambassador|Mr|Ms|Mrs)\.?\s){0,2}",
    re.I,
)
_DEGREE_BEHIND = Pattern(r",\s(?:Dr|Prof|Ph\.?\s?D|D\.?\s?Phil|M\.?A|LL\.?M)\.?(?=[,\s])")
_OF_A_PLACE = Pattern(
    r"\s(?:at|of|with|for|in|from|based|an der|am|beim|im|der|à|de|du|des)\s|\s(?:à|de) l[’']|,|"
    r"института|университета|центра|наук|freelance|independent|\bambassador to\b|"
    r"indépendant"
)
_WORKS = Pattern(r"(?:teaches|works|writes|lectures|serves|heads|leads|directs|lebt|arbeitet|lehrt|leitet|forscht|enseigne|dirige|travaille)$")
_BETWEEN_SENTENCES = Pattern(r"(?<=[\w)”\"»][.!?])\s+(?=[^\W\d_a-zа-яё])(?<!\s[A-Z]\.\s)(?<!\.[A-Z]\.\s)")
# Of what a further sentence speaks: still of the same person, of this text, or of whose views it gives.
_STILL_OF_HIM = Pattern(
    r"\b(?:he|she|his|her|their|they|er|sie|sein\w*|ihr\w*|il|elle|ils|elles|son|sa|ses|"
    r"follow|this (?:article|column|essay|piece|text|commentary)|views?|opinions?|email|e-mail|twitter|contact)\b|@",
    re.I,
)
_OPENS_WITH_PRONOUN = Pattern(r"(?:He|She|They|His|Her|Er|Sie|Seine?|Ihre?|Il|Elle|Ils|Elles|Ses|Follow)\s")


@dataclass(frozen=True)
class _Life:
    """Who a line is about, where in the text layer he is named, and what he is."""

    line: int
    name: str
    start: int
    role: str | None
    affiliation: str | None


def read_lives_below(reading: Reading) -> None:
    """Take for the authors those of whom the last lines of a page, or of its text, say what they are and where, if it speaks of none of them."""
    if reading.authors or "byline" in reading.values:
        return
    _read_lives_among(reading, _last_lines(reading, reading.page.count))
    if not reading.authors and reading.foot < reading.page.count:
        _read_lives_among(reading, _last_lines(reading, reading.foot))
    if not reading.authors and not reading.layer.is_marked_up:
        _read_life_above_link(reading)


def remove_links_to_more(reading: Reading) -> None:
    """Leave out each short line that leads to all that an author of the text wrote: "More by NAME"."""
    page = reading.page
    names = {comparable(author.name) for author in reading.authors}
    for i in range(page.count if names else 0):
        found = _LINK_TO_MORE.fullmatch(page.raw(i)) if reading.is_kept(i) and page.is_short(i) else None
        if found and comparable(found[found.lastgroup]) in names:
            page.removed[i] = "related links"


def _read_lives_among(reading: Reading, last_lines: list[int]) -> None:
    page = reading.page
    lives: list[_Life] = []
    more: list[int] = []  # what further paragraphs say of the person above them
    lines_of_lives: list[int] = []
    for i in reversed(last_lines):
        life = _life_in(reading, i)
        if life:
            lives.insert(0, life)
            lines_of_lives += more
            more = []
        elif i in page.removed or (not lives and _is_label_below(page, i)):
            continue
        elif _OPENS_WITH_PRONOUN.match(page.raw(i)) and len(page.line(i).split()) <= _MOST_WORDS_OF_MORE and len(more) < 2:
            more.append(i)
        else:
            break
    if not lives or len(lives) > _MOST_AUTHORS or not any(reading.is_kept(i) and page.is_prose(i) for i in range(lives[0].line)):
        return
    if len(lives) > 1 and not _is_announced(reading, lives[0].line) and not all(life.affiliation for life in lives):
        return  # those of whom a news tells: who was sent where
    for life in lives:
        _state(reading, life)
    for i in lines_of_lives:
        page.removed[i] = "biography"


_MOST_WORDS_OF_LABEL = 2


def _is_label_below(page: Page, i: int) -> bool:
    """Tell whether line ``i`` is a section in capitals or an address, as stand below what is said of the author."""
    if not page.is_short(i):
        return False
    raw = page.raw(i)
    return raw.startswith(("http://", "https://", "www.")) or (raw.isupper() and len(raw.split()) <= _MOST_WORDS_OF_LABEL)


def _is_announced(reading: Reading, i: int) -> bool:
    """Tell whether the heading of what is said of the authors stands right above line ``i``."""
    return reading.page.removed.get(i - 1) == "biography"


# What a page calls the list of all that somebody wrote for it.
_LINK_TO_MORE = Pattern(
    r"(?:(?:view|see|read|show) )?(?:more|all)(?: (?:articles|posts|stories|content|news|work))? (?:by|from) (?P<by>.{5,50})|"
    r"(?:все|другие|больше) (?:статьи|материалы|публикации|статей) автора:? (?P<of>.{5,50})|alle (?:artikel|beiträge) von (?P<von>.{5,50})|"
    r"tous (?:les|ses) articles de (?P<de>.{5,50})",
    re.I,
)
_MOST_LINES_TO_LINK = 4


def _read_life_above_link(reading: Reading) -> None:
    """Take for the author of whom a line of the foot says what he is, right above the link to all that he wrote: "More articles by NAME"."""
    page = reading.page
    for link in range(max(0, page.count - _MOST_LINES_OF_FOOT), page.count):
        found = _LINK_TO_MORE.fullmatch(page.raw(link)) if page.is_short(link) else None
        if not found:
            continue
        for i in range(max(0, link - _MOST_LINES_TO_LINK), link):
            is_of_foot = i not in reading.stated and page.removed.get(i) in (None, "related links", "page foot")
            life = _life_in(reading, i) if is_of_foot else None
            if life and life.name == found[found.lastgroup].strip(" .»›>→"):
                _state(reading, life)
                reading.link_to_more = link
                return


def _last_lines(reading: Reading, end: int) -> list[int]:
    """Return the last lines above line ``end`` that are kept, with those left out among them for whose views a text gives."""
    page = reading.page
    found = [i for i in range(end) if reading.is_kept(i) or page.removed.get(i) in _SAID_BY_OTHERS]
    return [i for i in found[-_MOST_LINES:] if i not in reading.captions]


def _life_in(reading: Reading, i: int) -> _Life | None:
    """Return of whom line ``i`` says what he is and where, if that is all it says and he may have written the text."""
    page = reading.page
    if reading.length(i) > LONGEST_LIFE:
        return None
    raw = page.raw(i)
    opening = OPENS_LIFE.match(raw)
    name = FULL_NAME.match(raw, opening.end())
    if not name or not read_person(name[0]) or _is_told_of(reading, i, name[0]):
        return None
    sentences = _BETWEEN_SENTENCES.split(raw[name.end() :])
    surname = name[0].split()[-1]
    if not all(_STILL_OF_HIM.search(sentence) or surname in sentence for sentence in sentences[1:]):
        return None
    described = _describe(sentences[0]) or (_describe_in_note(raw[opening.end("mark") :]) if opening["mark"].strip() else None)
    return _Life(i, name[0], page.start(i) + name.start(), *described) if described else None


def _is_told_of(reading: Reading, i: int, name: str) -> bool:
    """Tell whether the title or the text above line ``i`` speaks of ``name``: then he is whom it is about."""
    page = reading.page
    surname = name.split()[-1]
    texts = (j for j in range(i) if reading.is_kept(j) and page.is_prose(j) and _life_of(page.raw(j)[:LONGEST_LIFE]) != name)
    return surname in reading.values.get("title", "") or any(page.text.find(surname, page.start(j), page.end(j)) >= 0 for j in texts)


def _life_of(raw: str) -> str | None:
    """Return with whose name ``raw`` begins."""
    name = FULL_NAME.match(raw, OPENS_LIFE.match(raw).end())
    return name[0] if name else None


def _describe(said_of: str) -> tuple[str | None, str | None] | None:
    """Return role and affiliation from a sentence without the name it begins with: " is a fellow at X", " teaches law at Y College"."""
    degree = _DEGREE_BEHIND.match(said_of)
    if degree:
        said_of = said_of[degree.end() :].removeprefix(",")
    said = IS_SOMEBODY.match(said_of)
    if not said or IS_TO_COME.search(said["what"]):
        return None
    what = END_OF_ROLE.split(said["what"].strip())[0].strip(" .,)]")
    if is_role(what) and _OF_A_PLACE.search(f" {said['what']}"):
        return split_role(what)
    if _WORKS.search(said_of[: said.start("what")]) and names_body(what):
        return None, split_role(what)[1]
    return None


def _describe_in_note(said: str) -> tuple[str | None, str | None] | None:
    """Return role and affiliation from the note on an author that a star leads to: "NAME, Senior Lecturer, University of X"."""
    name = FULL_NAME.match(said)
    what = said[name.end() :].strip(" .)]") if name and names_person(name[0]) else ""
    return split_role(what[2:]) if what.startswith(", ") and is_role(what[2:]) and names_body(what) else None


def _state(reading: Reading, life: _Life) -> None:
    """Note the author, and leave out what the line says beside his name."""
    page = reading.page
    page.removed.pop(life.line, None)
    reading.stated.add(life.line)
    reading.note(Field("authors", life.name, 0, len(life.name), role=life.role, affiliation=life.affiliation), life.start)
    reading.remove_stretch(page.start(life.line), life.start, "biography")
    reading.remove_stretch(life.start + len(life.name), page.end(life.line), "biography")
