"""Lines with a date among the other statements of a page, and what stands beside it: names, a section, figures, labels."""

from __future__ import annotations

import re
from dataclasses import replace

from articles.ingest.dates import PrintedDate, find_dates
from articles.ingest.statements.bylines import read_byline
from articles.ingest.statements.dates import DATE_LABEL, ENDS_IN_UPDATE, OTHER_DAY_LABEL, UPDATE_LABEL
from articles.ingest.statements.field import LONGEST_STATEMENT, SEPARATOR, Field, between, date_field, moved, signed
from articles.ingest.statements.names import has_given_name, names_person
from articles.ingest.statements.people import read_desk, read_person
from articles.ingest.statements.periodicals import ISSUE_OF_JOURNAL, SOURCE_OF_TEXT
from articles.ingest.statements.roles import is_role, split_role
from articles.ingest.vocabulary import PAPER_WORDS, REPORTING_CITIES, SECTIONS, given_names
from kzarchive.patterns import Pattern

_FIGURES = Pattern(
    r"(?:gmt|utc|msk)\s?[+-]?[0-9]{0,2}|"
    r"[0-9]+\s?(?:min(?:utes?|uten)?\b\.?|мин\b\.?|минут\w?|dk\b\.?)(?:\s?(?:read|чтения|de lecture))?|(?:reading time|"
    r"время чтения|lesedauer|lesezeit)\s?:?\s?[0-9]+\s?\w{0,8}\.?|"
    r"(?:views?|просмотр\w*|qaraldy|қаралды|прочитали|okunma|hits)\s?:?\s?[0-9][0-9.,\s]*|[0-9]+\s(?:пікір|comments?|комментари\w+|"
    r"kommentare?|yorum)|[0-9][0-9.,\s]*[kк]?\b|uhr\b|"
    r"автор на сайте: admin|12\+",
    re.I,
)
_GLUE = Pattern(r"(?<=[a-zа-яё0-9])(?=[A-ZА-ЯЁ][a-zа-яё])")
_WIDE_BLANKS = Pattern(r"[ \u00a0]{3,}")  # between what a page has in columns
_FILED_IN = Pattern(r"(?:categor(?:y|ies)|filed (?:in|under)|in|posted in|рубрика|раздел)\s(?P<section>[^\W\d_].{1,40})$", re.I)
_TAGGED = Pattern(r"(?:tags?\b|[0-9]+ comments?\b|leave a comment)", re.I)
_MOST_WORDS_BESIDE_A_DATE = 6

OF_A_FORUM = Pattern(r"[A-Za-z][\w.-]{2,24}\s.{6,24}\s[0-9]{1,2}:[0-9]{2}:[0-9]{2}")  # a nickname, and when it wrote to the second


# When somebody looked at the source of a figure or a note.
_OF_ACCESS = Pattern(r"\b(?:erişim tarihi|accessed|last access|retrieved|дата обращения|abgerufen am|consulté le|қаралған күні)\b", re.I)


def read_line_of_date(line: str) -> list[Field] | None:
    """A short line among the statements of a page that has a date in it, and beside it a name, a section, figures, a label.

    "Karina Ostapenko 28 September 2022 5 min read", "Culture • 5 February 2014 • 999 views", "By NAMEMarch 5, 2019". Only to be
    asked where statements stand: a headline may have a date in it too.
    """
    dates = find_dates(line)
    if not dates or len(line) > LONGEST_STATEMENT or _OF_ACCESS.search(line) or _is_sentence_with_date(line, dates[0]):
        return None
    if of_paper := _read_day_and_paper(line, dates) or _read_day_names_and_kind(line, dates):
        return of_paper
    fields, pieces = _part_at_dates(line, dates)
    words_beside = 0
    has_byline = False
    issue = ISSUE_OF_JOURNAL.search(line)
    if issue and "№" in line:
        fields.append(Field("issue", issue["n"], *issue.span("n")))
    for start, stop in pieces:
        piece = line[start:stop]
        filed = _FILED_IN.fullmatch(piece)
        found = _read_piece(piece, has_byline=has_byline)
        if not found and not has_byline and len(dates) == 1 and stop <= dates[0].start and OF_A_FORUM.fullmatch(line):
            found = signed(piece)
        if not found and not has_byline and "," in piece:  # "CITY - Agency, NAME"
            last = start + piece.rindex(",") + 1
            last += len(line[last:stop]) - len(line[last:stop].lstrip())
            found = read_person(line[last:stop]) or (read_byline(line[last:stop]) if line[last:stop].startswith("by ") else None)
            start = last if found else start
        if found and any(field.name == "authors" for field in found):
            fields += [moved(field, start) for field in found]
            has_byline = True
        elif has_byline and fields[-1].name == "authors" and not fields[-1].role and is_role(piece) and len(piece.split()) <= 6:
            role, affiliation = split_role(piece)  # "NAME | Staff Writer"
            fields[-1] = replace(fields[-1], role=role, affiliation=affiliation)
        elif filed:
            fields.append(Field("section", filed["section"], start + filed.start("section"), stop))
        elif len(piece.split()) >= 2 and any(word in PAPER_WORDS for word in piece.split()) and "|•·".find(line[start - 2 : start - 1] or "|") >= 0:
            source = SOURCE_OF_TEXT.fullmatch(piece)
            begin = source.start("name") if source else 0
            fields.append(Field("publication", piece[begin:], start + begin, stop))
        elif _TAGGED.match(piece):
            continue
        else:
            words_beside += len(piece.split())
            if len(piece.split()) <= 3 and piece[0].isupper() and "," not in piece and not has_byline:
                fields.append(Field("section_beside_date", piece, start, stop))
    is_stated = has_byline or any(field.name == "published_on" for field in fields)
    return fields if words_beside <= _MOST_WORDS_BESIDE_A_DATE * (1 + is_stated) else None


_BEHIND_DAY = Pattern(r",\s(?P<paper>(?:The\s)?[^\W\d_a-zа-яё][^,.!?:;|]{3,60})")


def _read_day_and_paper(line: str, dates: list[PrintedDate]) -> list[Field] | None:
    """The day on which a paper printed a text, and the paper: "June 16th, 2016, The Lamp Analyst"."""
    if len(dates) != 1 or dates[0].start:
        return None
    paper = _BEHIND_DAY.fullmatch(line, dates[0].end)
    if not paper or not any(word in PAPER_WORDS for word in paper["paper"].split()):
        return None
    return [date_field(line, dates[0], name="published_on"), Field("publication", paper["paper"], *paper.span("paper"))]


_DASH_BETWEEN = Pattern(r"\s[-–—]\s")
_BEFORE_WORD = Pattern(r"(?<=[^\W_])\s(?=(?P<word>\S+)\s)")


def _read_day_names_and_kind(line: str, dates: list[PrintedDate]) -> list[Field] | None:
    """The line of a review with a day, the names and the kind of text between dashes, the names of several run together:
    "October 3, 2023 - NAME NAME - Analysis"."""
    parts = between(_DASH_BETWEEN, line)
    if len(dates) != 1 or len(parts) != 3 or parts[0] != (dates[0].start, dates[0].end) or line[slice(*parts[2])].casefold() not in SECTIONS:
        return None
    start, end = parts[1]
    begins = [blank for blank in _BEFORE_WORD.finditer(line, start, end) if blank["word"].istitle() and blank["word"].casefold() in given_names()]
    names = list(zip([start, *(blank.end() for blank in begins)], [*(blank.start() for blank in begins), end], strict=True))
    if not all(names_person(line[a:b]) for a, b in names):
        names = []
    people = [Field("authors", line[a:b], a, b) for a, b in names]
    kind = Field("section", line[slice(*parts[2])], *parts[2])
    return [date_field(line, dates[0], name="published_on"), Field("byline", line[start:end], start, end), *people, kind]


_OF_NOBILITY = Pattern(r"\s(?:der|den|de)\s")  # "Mitschrift der Pressekonferenz" is no person


def _part_at_dates(line: str, dates: list[PrintedDate]) -> tuple[list[Field], list[tuple[int, int]]]:
    """Return the fields of the dates in ``line``, each named by the label before it, and where the pieces stand that are none of these."""
    fields: list[Field] = []
    at = 0
    pieces: list[tuple[int, int]] = []
    for date in [*dates, None]:
        end = date.start if date else len(line)
        before = line[at:end]
        label = None
        for start, stop in _pieces(before, at):
            piece = line[start:stop]
            if UPDATE_LABEL.fullmatch(piece) or (UPDATE_LABEL.match(piece) and len(piece.split()) <= 4):
                label = "update_date"
            elif OTHER_DAY_LABEL.match(piece) and len(piece.split()) <= 4 and not _CLOCK_OF_TODAY.match(line, start):
                label = "other_date"
            elif DATE_LABEL.fullmatch(piece + " ") or DATE_LABEL.fullmatch(piece):
                label = "published_on"
            elif (labelled := _LABEL_BEHIND_NAME.search(piece)) and read_person(piece[: labelled.start()]):
                pieces.append((start, start + labelled.start()))
                label = "published_on"
            else:
                pieces.append((start, stop))
        if date:
            label = label or ("update_date" if ENDS_IN_UPDATE.search(before) else None)
            name = label or "bare_date"
            if name in ("update_date", "other_date"):
                fields.append(Field(name, line[date.start : date.end], date.start, date.end))
            else:
                fields.append(date_field(line, date, name=name))
            at = date.end
    return fields, pieces


_CLOCK_OF_TODAY = Pattern(r"(?:сегодня|today|heute|bugün|бүгін),?\s[0-2]?[0-9]:[0-5][0-9]\s", re.I)  # when it was put up; the day follows
_LABEL_BEHIND_NAME = Pattern(r"\s(?:published|posted)(?: on)?$", re.I)  # "NAME Published May 3, 2016"


_TEAM = Pattern(r"(?:press|information|media|communications?)\b.{0,40}\b(?:team|section|office|service)\b.{0,60}", re.I)


def _read_piece(piece: str, *, has_byline: bool) -> list[Field] | None:
    """Read the by-line, or where the line has none yet the names or the desk, in one piece of a line."""
    byline = read_byline(piece)
    if byline or has_byline or (_OF_NOBILITY.search(piece) and not has_given_name(piece)):
        return byline or None
    name, _, town = piece.rpartition(" ")
    if town.strip(",").upper() in REPORTING_CITIES and (has_given_name(name) or "." in name) and (people := read_person(name.rstrip(","))):
        return people  # "NAME Tbilisi"
    town, _, team = piece.partition(" ")
    if town.upper() in REPORTING_CITIES and _TEAM.fullmatch(team):  # "Astana Press and information team of the Delegation"
        start = piece.index(team)
        return [Field("byline", team, start, len(piece)), Field("authors", team, start, len(piece))]
    if piece.isupper() and names_person(piece):  # "ANNA KIM — WEDNESDAY, 8 OCTOBER 2025"
        return signed(piece)
    return read_person(piece) or read_desk(piece)


def _is_sentence_with_date(line: str, date: PrintedDate) -> bool:
    """Tell whether ``line`` is a short sentence of a text: "On 3 May 2016 the minister arrived."."""
    rest = f"{line[: date.start]} {line[date.end :]}"
    return line.endswith((".", "!", "?")) and not DATE_LABEL.match(line) and sum(word.islower() for word in rest.split()) >= 2


def _pieces(text: str, at: int) -> list[tuple[int, int]]:
    """Return the parts of ``text`` (which begins at ``at``) between bars, dots, figures and where words are glued together."""
    borders = sorted([*(match.span() for match in SEPARATOR.finditer(text)), *(match.span() for match in _FIGURES.finditer(text)),
                      *(match.span() for match in _GLUE.finditer(text)), *(match.span() for match in _WIDE_BLANKS.finditer(text))])  # fmt: skip
    pieces, begin = [], 0
    for start, end in [*borders, (len(text), len(text))]:
        piece = text[begin : max(begin, start)]
        stripped = piece.strip(" \t\u00a0,;:()[]-–—•·|/№")
        if stripped and any(char.isalpha() for char in stripped):
            first = begin + piece.index(stripped)
            pieces.append((at + first, at + first + len(stripped)))
        begin = max(begin, end)
    return pieces
