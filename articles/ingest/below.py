"""The steps that leave out what is said of a text below it, and above: notes of houses, signatures, rights, what a bulletin prints next."""

from __future__ import annotations

import re
from itertools import pairwise

from articles.ingest.comparing import comparable
from articles.ingest.dates import find_dates
from articles.ingest.notes import is_head_of_notes, names_what_is_cited
from articles.ingest.reading import INSTITUTE, MOST_HEAD_LINES, Reading
from articles.ingest.said_below import (
    MOST_WORDS_OF_NOTE,
    is_word_of_editors,
    name_of_note,
    parts_views,
    speaks_of_views,
    tells_first_printing,
    tells_what_it_is_part_of,
)
from articles.ingest.statements.names import FULL_NAME, names_person
from articles.ingest.statements.provenance import read_copyright_of_month, read_first_printing
from articles.ingest.statements.roles import is_body
from kzarchive.patterns import Pattern

_MOST_LINES_BELOW = 40
_LONGEST_NOTE = 1000
_MOST_PARAGRAPHS_BELOW = 2


_POST_IN_BASE = Pattern(r"(?:last|current) (?:position|post)\s?:\s\S", re.I)


def _remove_persons_of_base(reading: Reading, below: list[int]) -> None:
    """Leave out the persons a text tells of, as a base of news lists them below it: a name, the post he has, how many texts there are on him."""
    page = reading.page
    for i in below:
        if i - 1 not in below or not page.is_short(i) or not _POST_IN_BASE.match(page.line(i)) or not page.is_short(i - 1):
            continue
        is_counted = i + 1 in below and page.is_short(i + 1) and page.raw(i + 1).isdigit()
        if FULL_NAME.fullmatch(page.raw(i - 1)):
            page.remove(i - 1, i + 1 + is_counted, "tags")


def remove_notes_below(reading: Reading) -> None:
    """Leave out what is said of the text below it by others than its author; a note of republication may stand above it too.

    Looked for from the last line upwards, as long as little running text has been passed.
    """
    page = reading.page
    kept = [i for i in page.kept() if i not in reading.captions]
    prose = [i for i in kept if page.is_prose(i)]
    if not prose:
        return
    _remove_disclaimers_above(reading, kept)
    _remove_note_of_editors_above(reading, kept)
    kept = [i for i in kept if i not in page.removed]
    prose = [i for i in prose if i not in page.removed]
    below = [i for i in kept[-_MOST_LINES_BELOW:] if i > prose[0]]
    _remove_sections_about(reading, below)
    _remove_word_of_service(reading, below)
    _remove_persons_of_base(reading, below)
    passed = 0
    for i in reversed(kept[-_MOST_LINES_BELOW:]):
        if i <= prose[0]:
            break
        name = name_of_note(page.line(i)) if reading.length(i) <= _LONGEST_NOTE else None
        if name:
            _take_note(reading, i, name)
        elif page.is_prose(i, least_words=15):
            passed += 1
            if passed > _MOST_PARAGRAPHS_BELOW:
                break
    first = next((i for i in prose if page.raw(i)[-1] not in "?!"), prose[0])  # a headline may be a question
    for i in kept[:MOST_HEAD_LINES]:
        if i >= first and not (i == first and prose[-1] > first):
            break
        if page.is_short(i) and tells_first_printing(page.line(i)):
            _take_note(reading, i, "note of republication")
        elif page.is_short(i) and page.line(i)[-1] != ":" and tells_what_it_is_part_of(page.line(i)):
            page.removed[i] = "note on the origin of the text"


_MOST_WORDS_OF_HOLDER = 12
_ASKS_FOR_LINK = Pattern(r"при (?:размещении|использовании|перепечатке|цитировании|копировании)\b.{0,80}\b(?:гипер)?ссылка\b", re.I)
_DISCLAIMS = Pattern(r"disclaimer\s?[:–—-]\s?\S", re.I)


def _remove_disclaimers_above(reading: Reading, kept: list[int]) -> None:
    """Leave out the paragraphs at the very head of a page in which a site says that the text is not its own."""
    page = reading.page
    for n, i in enumerate(kept[:3]):
        if page.raw(i)[0] == "©" and len(page.line(i).split()) <= _MOST_WORDS_OF_HOLDER:
            continue
        disclaims = _ASKS_FOR_LINK.match(page.line(i)) or _DISCLAIMS.match(page.line(i)) or (parts_views(page.line(i)) and page.line(i)[-1] == ".")
        if not disclaims or len(page.line(i).split()) > MOST_WORDS_OF_NOTE or sum(page.is_prose(j) for j in kept[n + 1 : n + 30]) < 2:
            return
        page.removed[i] = "disclaimer"


def _remove_note_of_editors_above(reading: Reading, kept: list[int]) -> None:
    """Leave out what the editors say above a text: a paragraph apart, or one that speaks of the author or parts from what he thinks."""
    page = reading.page
    for n, i in enumerate(kept[:MOST_HEAD_LINES]):
        if page.is_prose(i) and not is_word_of_editors(page.line(i)):
            return
        if not page.is_prose(i) or len(page.line(i).split()) > MOST_WORDS_OF_NOTE or sum(page.is_prose(j) for j in kept[n + 1 : n + 30]) < 2:
            continue
        is_apart = page.follows_gap(i) and page.follows_gap(i + 1)
        if is_apart or speaks_of_views(page.line(i)):
            page.removed[i] = "note of the editors"
            return


_MOST_WORDS_IN_BRACKETS = 60
_LEAST_WORDS_IN_BRACKETS = 6
_IN_BRACKETS = Pattern(r"\((?P<round>[^()]+)\)\.?|\[(?P<square>[^\[\]]+)\]\.?")


def remove_note_in_brackets(reading: Reading) -> None:
    """Leave out the paragraph in brackets that closes a text: a sentence of the editors' on it, on themselves or to their readers."""
    page = reading.page
    texts = [i for i in page.kept() if i < reading.foot and reading.is_kept(i) and i not in reading.captions and page.is_prose(i)]
    if len(texts) < 3 or not page.is_short(texts[-1]) or not page.follows_gap(texts[-1]):
        return
    line = page.line(texts[-1])
    is_sentence = bool(_IN_BRACKETS.fullmatch(line)) and _LEAST_WORDS_IN_BRACKETS <= len(line.split()) <= _MOST_WORDS_IN_BRACKETS
    if is_sentence and line.rstrip(")].")[-1:].isalnum() and not find_dates(line):
        page.removed[texts[-1]] = "note in brackets"


_READ_ON = r"(?:read more|continue reading|weiterlesen|lire la suite|читать далее)"
_READ_ON_BEHIND = Pattern(rf"(?<=\w)\s?(?:…|\.\.\.)\s?{_READ_ON}\.?$|(?<=[.!?»”\"])\s{_READ_ON}\s?(?:…|\.\.\.)$", re.I)


def part_call_to_read_on(reading: Reading) -> None:
    """Part the control that leads to the rest of a text from the last paragraph, to which a copy has glued it: "... of…read more"."""
    page = reading.page
    last = next((i for i in range(page.count - 1, -1, -1) if reading.is_kept(i) and i not in reading.captions), None)
    found = _READ_ON_BEHIND.search(page.text, max(page.start(last), page.end(last) - 60), page.end(last)) if last is not None else None
    if found and last not in reading.body_ends:
        reading.body_ends[last] = found.start()
        reading.remove_stretch(found.start(), page.end(last), "page control")


_LEAST_ENTRIES_OF_LIST = 2
_MOST_LINES_AMID_ENTRIES = 2  # "Crossref | Google Scholar", the second line of an entry
_MOST_LINES_TO_LIST = 150
_NO_TEXT_OF_ITS_OWN = frozenset({"page foot", "related links", "page header", "line among statements"})


def keep_references(reading: Reading) -> None:
    """Take back that the references below a text were left out, where words on the author or on the text stand between the two."""
    page = reading.page
    text = next((i for i in range(page.count - 1, -1, -1) if reading.is_kept(i) and page.is_prose(i)), None)
    if text is None or reading.layer.is_marked_up:
        return
    for i in range(text + 1, min(page.count, text + _MOST_LINES_TO_LIST)):
        if page.removed.get(i) not in _NO_TEXT_OF_ITS_OWN or not page.is_short(i) or not is_head_of_notes(page.line(i)):
            continue
        last = _last_entry(reading, i)
        if last is not None:
            for j in range(i, last + 1):
                if page.removed.get(j) in _NO_TEXT_OF_ITS_OWN:
                    del page.removed[j]
            return


def _last_entry(reading: Reading, head: int) -> int | None:
    """Return the last entry of the references below the heading ``head``; None if fewer than two stand there, or none right below it."""
    page = reading.page
    last, count = head, 0
    for i in range(head + 1, page.count):
        if i - last > _MOST_LINES_AMID_ENTRIES or not page.is_ruled(i) or is_head_of_notes(page.line(i)):
            break
        if i not in reading.stated and names_what_is_cited(page.line(i)):
            last, count = i, count + 1
        elif not count:
            return None
    return last if count >= _LEAST_ENTRIES_OF_LIST else None


_LEAST_WORDS_OF_HEADLINE = 4


def remove_headline_of_next(reading: Reading) -> None:
    """Leave out the line in capitals that closes a text whose own headline is in capitals: the headline of what a bulletin prints next."""
    page = reading.page
    title = comparable(reading.values.get("title", ""))
    last = next((i for i in reversed(page.kept()) if i < reading.foot and reading.is_kept(i) and i not in reading.captions), None)
    if last is None or not title or not page.is_short(last) or not page.follows_gap(last):
        return
    head = [i for i in range(min(last, MOST_HEAD_LINES)) if page.is_short(i) and page.raw(i).isupper()]
    if not any(comparable(page.line(i)) == title for i in head):
        return
    is_headline = page.raw(last).isupper() and len(page.line(last).split()) >= _LEAST_WORDS_OF_HEADLINE and page.raw(last)[-1] not in "!?:"
    if is_headline and any(page.is_prose(i) for i in range(max(0, last - _MOST_LINES_BELOW), last)):
        page.removed[last] = "next article"


_ABOUT = Pattern(
    r"(?:about(?: the)?|über(?: das| die| den)?|à propos (?:de |du |de la |de l[’'])|об?)\s?(?P<whom>(?-i:[^\W\d_a-zа-яё]).{2,60}?)\s?:?", re.I
)


def _remove_sections_about(reading: Reading, lines: list[int]) -> None:
    """The heading above what is said of a person, and heading and words of a section in which an institute or a paper speaks of itself."""
    page = reading.page
    for n, i in enumerate(lines[:-1]):
        about = _ABOUT.fullmatch(page.line(i)) if page.is_short(i) and len(page.line(i).split()) <= 9 else None
        if not about or i in page.removed:
            continue
        whom = about["whom"].casefold()
        if not page.line(lines[n + 1]).casefold().removeprefix("the ").startswith(whom):
            continue
        if FULL_NAME.fullmatch(about["whom"]) and not is_body(about["whom"]) and not INSTITUTE.search(about["whom"]):
            page.removed[i] = "biography"
            continue
        page.remove(i, lines[n + 1] + 1, "about the publication")


_MOST_LINES_TO_NOTES = 8


def part_rights_above_notes(reading: Reading) -> None:
    """State the rights with their month that a review prints between its text and the notes, and leave out the links that stand with them."""
    page = reading.page
    kept = [i for i in page.kept() if page.is_short(i)]
    for n, i in enumerate(kept):
        fields = read_copyright_of_month(page.raw(i)) if page.raw(i).startswith("Copyright") else None
        if not fields:
            continue
        below = kept[n + 1 : n + 1 + _MOST_LINES_TO_NOTES]
        notes = next((j for j in below if is_head_of_notes(page.line(j)) or (j == i + 1 and page.raw(j).startswith("[1]"))), None)
        if notes is not None and any(page.is_prose(j) for j in range(max(0, i - _MOST_LINES_BELOW), i)):
            reading.state_fields(i, fields)
            for j in range(i + 1, notes):
                page.removed[j] = "links above notes"
            return


_SAYS_WHAT_IT_DOES = Pattern(r"\s(?:offers|provides|delivers|covers|brings|publishes|reports|broadcasts|produces|is)\s")
_MOST_WORDS_OF_SERVICE = 6


def _remove_word_of_service(reading: Reading, lines: list[int]) -> None:
    """The name of a service, alone in a line, and below it a sentence that opens with it and says what the service does: a house speaks of itself."""
    page = reading.page
    for above, i in pairwise(lines):
        name = page.line(above) if page.is_short(above) and i == above + 1 else ""
        if not name or len(name.split()) > _MOST_WORDS_OF_SERVICE or not page.line(i).startswith(name) or names_person(name):
            continue
        if _SAYS_WHAT_IT_DOES.match(page.line(i), len(name)) and len(page.line(i).split()) <= MOST_WORDS_OF_NOTE:
            page.remove(above, i + 1, "about the publication")


def _take_note(reading: Reading, i: int, name: str) -> None:
    reading.page.removed[i] = name
    if name == "note of republication" and reading.first_printing is None:
        fields = read_first_printing(reading.page.raw(i))
        reading.first_printing = (i, fields) if fields else None


_SIGNATURE = Pattern(
    r"(?<=[.!?…»”\"'])(?P<letters>/(?-i:[a-zäöü]{2,6}|[A-Z]{2,5})(?:/(?-i:[a-zäöü]{2,6}|[A-Z]{2,5})){1,4})\s*$|"
    r"(?<=[.!?…»”\"'])\s{1,3}(?:///?\s?(?P<slashed>[^\W\d_][^/\n]{1,60}?)(?:\s\((?:photo|фото|image)[^()\n]{3,90}\))?|"
    r"[-–—]{1,2}\s?(?P<dashed>(?-i:[^\W\d_a-zа-яё])[\w.’'-]*(?:\s(?-i:[^\W\d_a-zа-яё])[\w.’'-]*){0,3})"
    r"|\((?P<credits>(?:[Rr]eporting|[Ww]riting) by\s[^()\n]{4,200})\)"
    r"|(?P<sources>(?:Sources?|Источники?|Quellen?|Kaynak(?:lar)?)\s?:\s[^.!?:\n]{3,160}\.?)"
    r"|\((?P<signed>[^()\n]{4,50},\s[0-9]{1,2}\.[0-9]{1,2}\.(?:19|20)[0-9]{2})\)"
    r"|\((?P<day>[0-9]{1,2}(?:er|\.)?\s[^\W\d_]{3,9}\s(?:19|20)[0-9]{2})\)|/(?P<between>[^/\n]{2,40})/|\[(?P<square>[^\]\n]{2,40})\])\s*$"
)
_LONGEST_SIGNATURE = 240
_END_MARK = Pattern(r"(?<=[.!?…»”\"'])\s?(?:[■□◼∎]|\((?i:end|ends)(?:/[0-9]{4})?\)|-\s?(?:0|30)\s?-)\s*$")
_ALONE = Pattern(r"///?\s?(?P<slashed>[^\W\d_][^/\n]{1,60}?)\s*$")


def part_signature(reading: Reading) -> None:
    """Part the signature of an agency or a reporter from the last paragraph, behind whose stop it stands: "... in May. ///ABC, 15 February 2024".

    The day in it is the text's where nothing else gives one.
    """
    page = reading.page
    kept = [i for i in page.kept() if i not in reading.captions and i < reading.foot]
    for i in reversed(kept[-_MOST_LINES_BELOW:]):
        begin = max(page.start(i), page.end(i) - _LONGEST_SIGNATURE)
        tail = page.text[begin : page.end(i)]
        mark = _END_MARK.search(tail)
        if mark:
            reading.remove_stretch(begin + mark.start(), page.end(i), "end mark")
            page.shorten(i, begin + mark.start())
            return
        found = _SIGNATURE.search(tail)
        if not found and _ALONE.match(page.line(i)) and i != kept[0]:
            return  # on a line of its own: a statement
        if found:
            reading.signature = (begin + found.start() + len(found[0]) - len(found[0].lstrip()), page.end(i))
            reading.remove_stretch(*reading.signature, "agency signature")
            page.shorten(i, begin + found.start())
            return
        if page.is_prose(i):
            return
