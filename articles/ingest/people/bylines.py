"""Authors named in the title, or alone below the first paragraph."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from articles.ingest.boilerplate.after import LABELS_OF_AUTHOR, is_above_label_of_author
from articles.ingest.page import Page
from articles.ingest.people.spoken_of import is_named_in_text, is_spoken_of
from articles.ingest.reading import MOST_HEAD_LINES, Reading, plain
from articles.ingest.statements.bylines import read_byline
from articles.ingest.statements.datelines import read_dateline
from articles.ingest.statements.field import Field, signed
from articles.ingest.statements.houses import read_agency
from articles.ingest.statements.names import FULL_NAME, LOWER, SURNAME_AND_INITIALS, begins_with_degree, has_given_name, is_no_person, names_person
from articles.ingest.statements.people import read_desk, read_person
from articles.ingest.statements.roles import is_role, split_role
from kzarchive.patterns import Pattern

_LONGEST_LEAD_WORDS = 80
_MOST_WORDS_OF_DESK = 3
_LONGEST_ABSTRACT_WORDS = 140  # with a word for the by-line below
_LEAST_WORDS_OF_PARAGRAPH = 15

_PERSON_BEFORE = Pattern(rf"(?P<name>{FULL_NAME.pattern})(?P<sign>\s?[-–—]\s|\s[-–—](?=\S)|\.\s(?=[^\W\d_{LOWER}])|:\s)(?=\S+(?:\s\S+){{2}})")


def _part_author_before_title(reading: Reading) -> bool:
    """Part the author from the title before which he is named, with a dash between, where the text never speaks of him: else he is who is quoted."""
    start, end = reading.spans["title"][0]
    found = _PERSON_BEFORE.match(reading.page.text, start, end)
    if not found or not names_person(found["name"]) or is_spoken_of(reading, found["name"].split()[-1]):
        return False
    if found["sign"].startswith(":") and not reading.page.text[found.end() : end].isupper():  # else he is whom it quotes
        return False
    reading.values["title"] = plain(reading.page.text[found.end() : end])
    reading.spans["title"] = [(found.end(), end)]
    for field in signed(found["name"]):
        reading.note(field, start)
    reading.remove_stretch(found.end("name"), found.end(), "field label")
    return True


_SURNAME_BEFORE = Pattern(rf"(?P<name>{SURNAME_AND_INITIALS})\s(?=(?-i:[^\W\d_{LOWER}])[^.!?]{{6,}}(?:\s[^.!?\s]+){{2}})")


def _part_surname_before_title(reading: Reading) -> bool:
    """Part surname and initials from the title before which they stand without a sign, where the text never speaks of who is called so."""
    start, end = reading.spans["title"][0]
    found = _SURNAME_BEFORE.match(reading.page.text, start, end)
    if not found or is_spoken_of(reading, found["name"].split()[0]):
        return False
    reading.values["title"] = plain(reading.page.text[found.end() : end])
    reading.spans["title"] = [(found.end(), end)]
    for field in signed(found["name"]):
        reading.note(field, start)
    return True


_LABEL_OF_AUTHOR = Pattern(r"(?:authors?|auteure?s?|autor(?:in|en)?|автор(?:ы)?|yazar)\s?:\s", re.I)
_MOST_LINES_ABOVE_FOOT = 15


def read_labelled_author_below(reading: Reading) -> None:
    """Read the author whom nothing else names behind or above his label, in the last lines above the foot of a page: "Author: Anna Kim"."""
    page = reading.page
    if reading.authors or "byline" in reading.values or reading.layer.is_marked_up:
        return
    if _read_reporter_of_service(reading):
        return
    labels = [i for i in range(1, page.count) if page.is_short(i) and page.line(i).casefold() in LABELS_OF_AUTHOR]
    last = labels[0] if len(labels) == 1 and labels[0] > reading.foot else min(reading.foot, page.count)  # a card below the controls of the page
    for i in range(max(1, last - _MOST_LINES_ABOVE_FOOT), last):
        if not reading.is_kept(i) or not page.is_short(i):
            continue
        is_twice = page.removed.get(i + 1) == "repeated caption" and bool(FULL_NAME.fullmatch(page.raw(i)))  # once for his picture
        if is_above_label_of_author(page, i + is_twice) and (is_twice or names_person(page.raw(i))) and any(map(page.is_prose, range(i))):
            reading.captions.discard(i)
            reading.state_fields(i, read_person(page.raw(i)) or signed(page.raw(i)))
            return
        if not _LABEL_OF_AUTHOR.match(page.raw(i)):
            continue
        fields = read_byline(page.raw(i)) or ()
        if any(found.name == "authors" and " " in found.value for found in fields) and any(map(page.is_prose, range(i))):
            reading.state_fields(i, list(fields))
            return


_WRITTEN_ON_REPORTING = Pattern(rf"Written by (?P<name>{FULL_NAME.pattern}) based on reporting by ")


def _read_reporter_of_service(reading: Reading) -> bool:
    """Read who wrote a broadcaster's text, from the note on whose reporting it rests: "Written by Anna Kim based on reporting by ..."."""
    page = reading.page
    for i in range(max(1, page.count - MOST_HEAD_LINES), page.count):
        told = _WRITTEN_ON_REPORTING.match(page.raw(i)) if page.is_short(i) and page.removed.get(i) == "note of an agency" else None
        if told:
            byline = told[0][: told.end("name")]
            fields = [Field("byline", byline, 0, len(byline)), Field("authors", told["name"], *told.span("name"))]
            reading.state_fields(i, fields, rule=page.removed.pop(i))
            return True
    return False


_PERSON_BEHIND_BY = Pattern(
    rf"\S[^\W_](?P<end>[»”\"?!]?)(?:,?\s(?=(?:by|BY|By)\s)|,\s(?=(?:par|von)\s))(?P<byline>[^\W\d_]{{2,3}}\s(?P<name>{FULL_NAME.pattern}))$"
)

_PASSIVE = Pattern(r"\b[^\W\d_]{3,}(?:ed|ED)\s$")  # "signed by", "Curated by": who did that has not written it


def _part_author_behind_by(reading: Reading) -> bool:
    """Part the author from the title that ends in "by NAME" or ", par NAME", where the text never speaks of him."""
    start, end = reading.spans["title"][0]
    title = reading.page.text[start:end]
    found = _PERSON_BEHIND_BY.search(title, max(0, len(title) - 60))
    if not found or len(title[: found.start()].split()) < _LEAST_WORDS_BEFORE_DASH or not names_person(found["name"]):
        return False
    if is_spoken_of(reading, found["name"]) or _PASSIVE.search(title[: found.start("byline")]):
        return False
    reading.values["title"] = plain(title[: found.end("end")])
    reading.spans["title"] = [(start, start + found.end("end"))]
    reading.remove_stretch(start + found.end("end"), start + found.start("byline"), "field label")
    for name, group in (("byline", "byline"), ("authors", "name")):
        reading.note(Field(name, found[group], *found.span(group)), start)
    return True


_PERSON_BEHIND_DASH = Pattern(rf"\S[^\W_][»”\"?!]?(?P<sign>\s?[—–]\s?)(?P<name>{FULL_NAME.pattern})$")
_LEAST_WORDS_BEFORE_DASH = 4


def _part_author_behind_dash(reading: Reading) -> bool:
    """Part the author from the title behind which he is named, with a dash between, where the text never speaks of him: else he is who is quoted."""
    start, end = reading.spans["title"][0]
    title = reading.page.text[start:end]
    found = _PERSON_BEHIND_DASH.search(title, max(0, len(title) - 60))
    if not found or len(title[: found.start("sign")].split()) < _LEAST_WORDS_BEFORE_DASH or not names_person(found["name"]):
        return False
    if not has_given_name(found["name"]) or is_spoken_of(reading, found["name"].split()[-1]):
        return False
    reading.values["title"] = plain(title[: found.start("sign")])
    reading.spans["title"] = [(start, start + found.start("sign"))]
    for field in signed(found["name"]):
        reading.note(field, start + found.start("name"))
    reading.remove_stretch(start + found.start("sign"), start + found.end("sign"), "field label")
    return True


_PERSON_AT_END = Pattern(r"[^\W_»”\"]+(?P<stop>[»”\"?!]?)\s(?P<name>[А-ЯЁӘІҢҒҮҰҚӨҺ][а-яёәіңғүұқөһ-]+\s[А-ЯЁӘІҢҒҮҰҚӨҺ][\w-]+)$")


def part_author_from_title(reading: Reading) -> None:
    """Part the author from the title in whose line he is named without a sign between: "Новый порт на реке NAME", where the text never speaks of him.

    Of whom a headline tells, the text tells too; and in Russian or Kazakh hardly any name ends one in the nominative.
    """
    page = reading.page
    line = reading.title_line()
    if line is None or reading.layer.is_marked_up or reading.authors or "byline" in reading.values or len(reading.spans["title"]) != 1:
        return
    if _part_author_before_title(reading) or _part_surname_before_title(reading) or _part_author_behind_dash(reading):
        return
    if _part_author_behind_by(reading):
        return
    start, end = reading.spans["title"][0]
    found = _PERSON_AT_END.search(page.text[start:end], max(0, end - start - 80))
    if not found or not names_person(found["name"]) or not has_given_name(found["name"].split()[0]):
        return
    before = page.text[start : start + found.start("name")].split()
    is_led_to = not found["stop"] and (before[-1].casefold() in ("и", "мен", "пен", "бен") or is_role(" ".join(before[-6:])))
    texts = [i for i in range(line + 1, page.count) if reading.is_kept(i) and page.is_prose(i)]
    if len(before) < 3 or is_led_to or len(texts) < 2 or is_spoken_of(reading, found["name"]):
        return
    at = start + found.start("name")
    reading.values["title"] = plain(page.text[start:at])
    reading.spans["title"] = [(start, at - 1)]
    for field in signed(found["name"]):
        reading.note(field, at)


_BEFORE_TEXT = Pattern(
    rf"(?P<name>{FULL_NAME.pattern}),\s(?:an?\s|the\s)?(?P<what>[^.!?\n]{{5,100}})\.\s"
    r"(?P<paper>(?i:(?:exclusive(?:ly)?|special(?:ly)?) (?:for|to)|специально для|эксклюзивно для)\s[«“\"]?"
    r"[^\W\d_a-zа-яё][\w-]*?(?:\s[^\W\d_a-zа-яё][\w-]*?){0,3}[»”\"]?)(?:\.?\s+|(?<=[^\W\d_A-ZА-ЯЁ]))(?=[^\W\d_a-zа-яё][\w’'-]*\s[\w’'-]+)"
)


# Before the dateline of a report, as aggregators run them together: "By NAME and NAME TOWN, Country (Agency) - The text".
_BEFORE_DATELINE = Pattern(
    rf"(?P<line>(?:By|Par|Von)\s(?P<name>{FULL_NAME.pattern})(?:\s(?:and|et|und)\s(?P<other>{FULL_NAME.pattern}))?)(?<=[a-zäöüßé])\s"
    r"(?=[A-ZÄÖÜÉ]{3,}[A-ZÄÖÜÉ /-]*[,(\s])"
)


def part_author_before_dateline(reading: Reading) -> None:
    """Part who wrote a report from the dateline behind his name, with which its first paragraph begins."""
    page = reading.page
    if reading.layer.is_marked_up:
        return
    for i in page.kept()[:MOST_HEAD_LINES]:
        start = page.start(i)
        found = _BEFORE_DATELINE.match(page.text[start : min(page.end(i), start + 200)])
        if not found or i in reading.body_starts:
            continue
        names = [group for group in ("name", "other") if found[group]]
        behind = start + found.end()
        if read_dateline(page.text[behind : min(page.end(i), behind + 300)]) and all(names_person(found[group]) for group in names):
            reading.body_starts[i] = behind
            reading.note(Field("byline", found["line"], *found.span("line")), start)
            for group in names:
                reading.note(Field("authors", found[group], *found.span(group)), start)
            return


# "By Anna Kim – The text": the by-line of a report in its first line.
_SIGNED_BEFORE_TEXT = Pattern(
    rf"(?P<byline>(?:By|BY|Von|Par)\s(?P<name>{FULL_NAME.pattern}))\s(?:[–—]|-{{1,2}})\s(?![^.:]{{2,30}}:\s)(?=[«“\"]?[^\W\d_{LOWER}]\S*(?:\s\S+){{8}})"
)


# "Anna Kim - The text"; and in Russian or Kazakh, where a page begins, nothing between: no verb follows a name that is the author's, but a word
# written large.
_NAME_AND_DASH_BEFORE_TEXT = Pattern(rf"(?!(?:By|Von|Par)\s)(?P<name>{FULL_NAME.pattern})\s[–—-]\s(?=[«“\"]?[^\W\d_{LOWER}]\S*(?:\s\S+){{8}})")
_NAME_BEFORE_SENTENCE = Pattern(
    rf"(?P<name>[^\W\d_{LOWER}][{LOWER}]{{2,}}\s[^\W\d_{LOWER}][{LOWER}]{{2,}})\s(?=[^\W\d_{LOWER}][{LOWER}]+\s(?:[{LOWER}]{{2,}}\s){{2}})"
)


def _part_name_before_text(reading: Reading, first: int) -> bool:
    """Part the author who stands by name alone before the first sentence, and whose name the text has nowhere else: who speaks is named again."""
    page, start, end = reading.page, reading.page.start(first), reading.page.end(first)
    found = _NAME_AND_DASH_BEFORE_TEXT.match(page.text, start, min(end, start + 300))
    if not found and first == page.kept()[0] and "title" not in reading.values:
        found = _NAME_BEFORE_SENTENCE.match(page.text, start, min(end, start + 120))
        if found and not ("а" <= found["name"][0].casefold() <= "ӿ" and has_given_name(found["name"].split()[0])):
            return False
    if not found or not names_person(found["name"]) or page.text.count(found["name"].split()[-1]) > 1:
        return False
    reading.body_starts[first] = found.end()
    for field in signed(found["name"]):
        reading.note(field, start)
    reading.remove_stretch(found.end("name"), found.end(), "field label")
    return True


# Before the first word of a text, in brackets: von Anna Kim.
_SIGNED_IN_BRACKETS = Pattern(rf"\[(?P<byline>(?:[Bb]y|[Vv]on|[Pp]ar)\s(?P<name>{FULL_NAME.pattern}))\]\s(?=[«“\"„]?[^\W\d_{LOWER}])")


def part_author_before_text(reading: Reading) -> None:
    """Part who wrote the text, with his post and the paper it is for, from the first sentence, be there a blank between or none."""
    page = reading.page
    if reading.authors or "byline" in reading.values or reading.layer.is_marked_up:
        return
    first = next((i for i in page.kept()[:MOST_HEAD_LINES] if reading.is_kept(i) and page.is_prose(i)), None)
    if first is None or first in reading.body_starts:
        return
    begin = page.text[page.start(first) : min(page.end(first), page.start(first) + 300)]
    byline = _SIGNED_BEFORE_TEXT.match(begin) or _SIGNED_IN_BRACKETS.match(begin)
    if byline and read_person(byline["name"]):
        reading.body_starts[first] = page.start(first) + byline.end()
        for name, group in (("byline", "byline"), ("authors", "name")):
            reading.note(Field(name, byline[group], *byline.span(group)), page.start(first))
        reading.remove_stretch(page.start(first), page.start(first) + byline.start("byline"), "field label")
        reading.remove_stretch(page.start(first) + byline.end("byline"), page.start(first) + byline.end(), "field label")
        return
    found = _BEFORE_TEXT.match(begin)
    if not found and _part_name_before_text(reading, first):
        return
    if not found or not names_person(found["name"]) or not is_role(found["what"]):
        return
    start = page.start(first)
    role, affiliation = split_role(found["what"])
    reading.body_starts[first] = start + found.end()
    printed = found[0].rstrip()
    reading.note(Field("byline", printed, 0, len(printed)), start)
    reading.note(Field("authors", found["name"], *found.span("name"), role=role, affiliation=affiliation), start)


def read_line_below_lead(reading: Reading) -> None:
    """Read the by-line, or the agency, that stands alone right below the first paragraph of a page: "A conversation with NAME" behind a lead.

    It has a word for it, or is an agency's name; the text goes on below.
    """
    page = reading.page
    if reading.authors or "byline" in reading.values or reading.layer.is_marked_up:
        return
    kept = [i for i in page.kept() if reading.is_kept(i) and i not in reading.captions]
    first = next((n for n, i in enumerate(kept[:MOST_HEAD_LINES]) if page.is_prose(i)), None)
    if first is None or first + 2 >= len(kept) or len(page.line(kept[first]).split()) > _LONGEST_ABSTRACT_WORDS:
        return
    i = kept[first + 1]
    below = kept[first + 2]
    letters = below if page.is_short(below) and _LETTERS_OF_PAPER.fullmatch(page.raw(below)) and first + 3 < len(kept) else None
    below = below if letters is None else kept[first + 3]
    post = below if _is_post_in_block(page, i, below) and first + 3 < len(kept) and letters is None else None
    below = below if post is None else kept[first + 3]
    if not page.is_short(i) or page.raw(i)[-1] in ".?!:" or len(page.line(i).split()) > 10 or page.is_prose(i):
        return
    if letters is None and page.text[page.start(below)].islower():  # a link inside a sentence
        return
    is_desk = page.follows_gap(i) and page.is_short(below) and len(page.line(i).split()) <= _MOST_WORDS_OF_DESK
    fields = read_agency(page.raw(i)) or read_byline(page.raw(i)) or (read_desk(page.raw(i)) if is_desk else None)
    if len(page.line(kept[first]).split()) > _LONGEST_LEAD_WORDS and not page.raw(i).startswith(("By ", "Von ", "Par ")):
        return
    raw = _MARK_BEHIND_NAME.sub("", page.raw(i))
    is_told = bool(FULL_NAME.fullmatch(raw)) and _is_said_to_write(page.text[page.start(kept[first]) : page.end(kept[first])], raw)
    is_name = names_person(raw) or (begins_with_degree(raw) and bool(read_person(raw))) or is_told
    is_followed = page.is_prose(below) or len(page.text[page.start(below) : page.end(below)].split()) >= _LEAST_WORDS_OF_PARAGRAPH
    is_apart = (page.follows_gap(i) and page.follows_gap(below)) or _stands_above_credit(reading, i)
    if not fields and is_name and is_apart and is_followed:
        is_once = sum(page.is_short(j) and page.raw(j) == page.raw(i) for j in kept) == 1  # who speaks is named again
        may_sign = is_told or (is_once and not is_spoken_of(reading, raw) and not _names_others(reading, kept[first + 2 :]))
        fields = read_person(raw) if may_sign else None
        if fields and post is not None:
            role, affiliation = split_role(page.line(post))
            fields = [replace(field, role=role, affiliation=affiliation) if field.name == "authors" else field for field in fields]
            page.removed[post] = "role of the author"
    if fields and any(found.name == "authors" for found in fields):
        reading.state_fields(i, fields)
        if letters is not None and len(page.raw(letters)) > 1:  # one alone is the first of the text, which a site sets large
            page.removed[letters] = "line among statements"


_MOST_WORDS_OF_POST = 14


def _is_post_in_block(page: Page, i: int, below: int) -> bool:
    """Tell whether line ``below`` is a post, in one block with line ``i`` and apart from what follows."""
    is_beside = below == i + 1 and page.is_short(below) and not page.follows_gap(below) and below + 1 < page.count and page.follows_gap(below + 1)
    return is_beside and len(page.line(below).split()) <= _MOST_WORDS_OF_POST and page.raw(below)[-1] not in ".?!:" and is_role(page.line(below))


_MOST_NAMES_SPOKEN_OF = 12  # each is looked for in the whole text


def _names_others(reading: Reading, lines: list[int]) -> bool:
    """Tell whether one of ``lines`` is a person's name that the text does not speak of, or so many of them are names that it is a list."""
    page = reading.page
    named = (page.raw(i) for i in lines if page.is_short(i) and names_person(page.raw(i)))
    names = list(islice(named, _MOST_NAMES_SPOKEN_OF + 1))
    return len(names) > _MOST_NAMES_SPOKEN_OF or not all(is_named_in_text(reading, name) for name in names)


_WRITES_AT_END = Pattern(rf",\s(?:writes|schreibt|écrit|пишет|жазады)\s(?P<name>{FULL_NAME.pattern})\.$")


def read_writer_told_in_deck(reading: Reading) -> None:
    """Read the author whom the deck below the title names at its end: "..., writes NAME."; the text speaks of him nowhere."""
    page, title = reading.page, reading.title_line()
    if reading.authors or "byline" in reading.values or reading.layer.is_marked_up or title is None:
        return
    deck = next((i for i in page.kept() if i > title and reading.is_kept(i) and page.is_prose(i)), None)
    found = _WRITES_AT_END.search(page.raw(deck)) if deck is not None and page.is_short(deck) else None
    if found and not is_no_person(found["name"]) and not _is_named_beside(reading, found["name"], deck):
        for field in signed(found["name"], found.start("name")):
            reading.note(field, page.start(deck))


def _is_named_beside(reading: Reading, name: str, line: int) -> bool:
    """Tell whether the running text has the surname of ``name``, but for ``line`` and for what begins with the name, his life."""
    page = reading.page
    others = (i for i in page.kept() if i != line and page.is_prose(i) and not page.text.startswith(name, page.start(i)))
    return any(page.text.find(name.split()[-1], page.start(i), page.end(i)) >= 0 for i in others)


_MOST_LINES_TO_TITLE_AGAIN = 8


def read_byline_below_title_again(reading: Reading) -> None:
    """Read the by-line right below the title where it is printed again: above it stands what somebody else remarks on the text."""
    page, title = reading.page, reading.title_line()
    if reading.authors or "byline" in reading.values or reading.layer.is_marked_up or title is None:
        return
    for i in range(title + 1, min(page.count - 1, title + _MOST_LINES_TO_TITLE_AGAIN)):
        is_again = page.is_short(i) and page.line(i) == page.line(title) and page.is_short(i + 1) and reading.is_kept(i + 1)
        fields = read_byline(page.raw(i + 1)) if is_again else None
        if fields and any(found.name == "authors" for found in fields):
            reading.state_fields(i + 1, fields)
            for j in [j for j in range(title + 1, i) if reading.is_kept(j)]:
                page.removed[j] = "lead above the headline"
            return


_SAYS_WHO_WRITES = Pattern(
    r"(?:writes?|argues?|explains?|reports?|asks|schreibt|meint|fragt|explique|écrit|analyse|пишет|считает|рассуждает|yazdı)\s$"
)
_WRITES = Pattern(r"\s(?:writes?|argues?|explains?|reports?|asks|examines|looks|schreibt|erklärt|fragt|explique|écrit|analyse|пишет|рассказывает)\b")


def _is_said_to_write(lead: str, name: str) -> bool:
    """Tell whether ``lead`` says that who is called ``name`` has written the text below: "..., writes Anna Kim." or "Anna Kim explains ..."."""
    at = lead.find(name)
    if at < 0:
        return False
    behind = lead[at + len(name) :]
    return bool(_SAYS_WHO_WRITES.search(lead[:at]) and not behind.strip(" .")) or bool(_WRITES.match(behind))


def _stands_above_credit(reading: Reading, i: int) -> bool:
    """Tell whether a photographer's credit stands below line ``i``, or the letters of the paper and then that."""
    page = reading.page
    below = i + 1
    if below < page.count and page.is_short(below) and _LETTERS_OF_PAPER.fullmatch(page.raw(below)):
        below += 1
    return page.removed.get(below) == "photo credit"


_LETTERS_OF_PAPER = Pattern(r"[^\W\d_a-zа-яёәіңғүұқөһ]{1,4}")
_MARK_BEHIND_NAME = Pattern(r"\s?(?:\[[ivx0-9*]{1,4}\]|[*†]{1,3})$")  # of a note on the author
