"""Lines that say what an article is: by-lines, dates, volume and issue, section, rights, datelines."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from articles.ingest.dates import PrintedDate, find_dates
from articles.ingest.vocabulary import NOBODY, REPORTING_CITIES, SENTENCE_OPENERS

_LONGEST_STATEMENT = 300
_LONGEST_DATELINE = 120


@dataclass(frozen=True)
class Field:
    """One statement about an article: the name of the record's field, its value, and where it stands in the line (half-open).

    For ``authors`` the value is followed by ``role`` and ``affiliation``; for ``published_on`` by ``date``.
    """

    name: str
    value: str
    start: int
    end: int
    role: str | None = None
    affiliation: str | None = None
    date: PrintedDate | None = None
    is_blank: bool = False


# A by-line ------------------------------------------------------------------------------------------------------------

_BYLINE = re.compile(
    r"(?P<by>by|written by|story by|words by)(?:\s*(?P<sign>[:|])|\s*$|\s)|"
    r"(?P<label>authors?|автор(?:ы)?|автор текста|autor(?:en|in)?|auteurs?|yazar|авторы|мәтін авторы)\s*[:|]|"
    r"(?P<foreign>von|par|por|di)\s(?=\S)",
    re.I,
)
_ISSUE_OF = re.compile(
    r"\(\s*(?:in |from )?(?:the\s+)?(?P<date>[^()]{4,40}?)\s+issue\s+of\s+(?:the\s+)?(?P<publication>[^()]{2,80}?)\s*\)\s*\.?$", re.I
)
_AND = re.compile(r"\s*(?:,\s*and\b|,\s*&|\band\b|&|\bи\b|\bund\b|\bet\b|\bve\b|\bжәне\b|;)\s*")
_NAME_WORD = r"(?:[^\W\d_a-zа-яё][\w.'’‘ʻ-]*)"
_PARTICLE = r"(?:van|von|der|den|de|du|da|di|la|le|al|el|bin|ibn|ben|ter|ten|dos|uly|ogly|oglu|ogli|kyzy|qyzy|kizi|улы|ұлы|оглы|кызы|қызы)"
_NAME = re.compile(rf"{_NAME_WORD}(?:\s+(?:{_NAME_WORD}|{_PARTICLE})){{1,4}}")
_ONE_WORD = re.compile(_NAME_WORD)
_NO_NAME = re.compile(
    r"\b(?:The|This|That|These|Our|All|Its|His|Her|Their|A|An|And|But|For|With|January|February|March|April|June|July|August|September|"
    r"October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
_BODY_OF_PEOPLE = (
    r"(?:Institut\w*|Centre|Center|University|School|College|Academy|Foundation|Council|Ministry|Agency|Group|Times|News|Press|Post|Review|Journal|"
    r"Monitor|Reuters|Bulletin|Program(?:me)?|Association|Committee|Society|Department|Embassy|Bank|Fund|Organi[sz]ation|Observatory|Network|"
    r"Институт\w*|Центр\w*|Университет\w*|Академи\w+|Фонд\w*|Министерств\w+|Агентств\w+)"
)
_AFFILIATED = re.compile(
    rf"\s+at\s+(?:the\s+)?(?=[^\Wa-z_])|\s+for\s+(?:the\s+)?(?=[^\Wa-z_])|\s+(?:with|from)\s+(?:the\s+)?(?=[^\Wa-z_])|"
    rf"\s+of\s+(?:the\s+)?(?=(?:[^\Wa-z_][\w'’-]*\s+){{0,4}}{_BODY_OF_PEOPLE}\b)|,\s+(?:the\s+)?(?=(?:[\w'’-]+\s+){{0,6}}{_BODY_OF_PEOPLE}\b)"
)
_BEGINS_WITH_BODY = re.compile(rf"(?:the\s+)?(?:[^\Wa-z_][\w'’-]*\s+){{0,5}}?{_BODY_OF_PEOPLE}\b")


def read_byline(line: str) -> list[Field] | None:
    """A line that names who wrote the text: "By NAME", "By NAME, role for AFFILIATION", "Author: NAME", an empty "By:".

    What may follow on the same line is read too: "| DATE", "(the DATE issue of the PUBLICATION)". A sentence that begins
    with "By" names no person next and is none.
    """
    opening = _BYLINE.match(line)
    issue_of = _ISSUE_OF.search(line)
    if not opening and not issue_of:
        return None
    at = opening.end() if opening else 0
    end = issue_of.start() if issue_of else len(line)
    dates = [] if issue_of else find_dates(line[at:])
    date = None
    if dates and not line[at + dates[-1].end :].strip(" |.,()"):
        date = _shifted(dates[-1], at)
        end = date.start
    people = line[at:end].strip()
    trimmed = re.sub(r"(?:\s*[|,•·–—-]+|\s+on)?\s*$", "", line[at:end])
    fields: list[Field] = []
    if not trimmed.strip(" \t|:–—-.,"):
        if not (opening and (opening["by"] or opening["label"])) or issue_of:
            return None
        if not date and people.strip(" |:–—-.,"):
            return None
        printed_end = len(line[:end].rstrip()) if date else len(line.rstrip())
        fields.append(Field("byline", line[:printed_end], 0, printed_end, is_blank=True))
    else:
        authors = [] if NOBODY.issuperset(trimmed.lower().split()) else read_authors(trimmed, at)
        if authors is None:
            return None
        authors = [author for author in authors if not NOBODY.issuperset(author.value.lower().split())]
        printed_end = len(line.rstrip()) if issue_of else at + len(trimmed)
        fields.append(Field("byline", line[:printed_end], 0, printed_end))
        fields += authors
    if date:
        fields.append(_date_field(line, date))
    if issue_of:
        fields.append(Field("issue", issue_of["date"], *issue_of.span("date")))
        fields.append(Field("publication", issue_of["publication"], *issue_of.span("publication")))
        printed = find_dates(issue_of["date"])
        if printed:
            fields.append(_date_field(line, _shifted(printed[0], issue_of.start("date")), name="issue_date"))
    return fields


def read_signature(line: str) -> list[Field] | None:
    """A line that holds a name and no word before it: only where the markup says that a by-line stands there."""
    authors = read_authors(line)
    return [Field("byline", line, 0, len(line)), *authors] if authors else None


def read_authors(text: str, at: int = 0) -> list[Field] | None:
    """Return the people named in ``text`` (which begins at ``at`` of its line), or None if it does not begin with a name.

    Names are joined by commas, "and", "&"; the first part that is no name begins the role of the last of them. A single
    word ("Reuters") is a name if it is all there is.
    """
    fields: list[Field] = []
    position = 0
    rest = text.rstrip(" .")
    while True:
        position += len(rest[position:]) - len(rest[position:].lstrip())
        match = _NAME.match(rest, position)
        name = match[0] if match else ""
        if not name and not fields and _ONE_WORD.fullmatch(rest[position:]) and rest[position:].lower() != "may":
            name = rest[position:]
        if not name or _NO_NAME.search(name):
            break
        name = name.rstrip(",")
        if fields and re.search(rf"\b{_BODY_OF_PEOPLE}\b", name):
            break
        fields.append(Field("authors", name, at + position, at + position + len(name)))
        position += len(name)
        joint = _AND.match(rest, position) or re.compile(r"\s*,\s*").match(rest, position)
        if not joint:
            break
        position = joint.end()
    if not fields:
        return None
    remainder = rest[fields[-1].end - at :]
    if not remainder.strip(" ,"):
        return fields
    described = re.match(r"\s*,\s*|\s*\((?=[^()]*\)$)|\s+(?=(?:for|at|of|from|in|with)\s)|\s*[–—|]\s*", remainder)
    if not described:
        return None
    description = remainder[described.end() :].strip(" ,.()")
    role, affiliation = split_role(description)
    last = fields[-1]
    fields[-1] = Field(last.name, last.value, last.start, last.end, role=role, affiliation=affiliation)
    return fields


def split_role(description: str) -> tuple[str | None, str | None]:
    """Return role and affiliation of "senior fellow at the Institute for Steppe Studies"; either may be None."""
    if _BEGINS_WITH_BODY.match(description):
        return None, description.removeprefix("the ")
    text = f" {description}"
    found = {}
    for match in _AFFILIATED.finditer(text):
        found.setdefault(match[0].split()[0], match)
    if found:
        # "at" names the place of work; without it the first of the others does.
        match = found.get("at") or min(found.values(), key=re.Match.start)
        return text[: match.start()].strip(" ,") or None, text[match.end() :].strip(" ,") or None
    if text.startswith(" in "):  # a place: "By NAME in Almaty"
        return None, None
    return description or None, None


# Labels ---------------------------------------------------------------------------------------------------------------

_LABEL = re.compile(
    r"(?<!\S)(?P<label>publication|publisher|volume|vol\.|issue|pages?|section|category|rubric|published in|издание|издатель|издательство|рубрика|"
    r"раздел|категория|том|выпуск|номер|страницы|басылым|бөлім|rubrik|rubrique|kategori)\s?:\s*",
    re.I,
)
_LABELLED = {
    "publication": "publication", "издание": "publication", "басылым": "publication",
    "publisher": "publisher", "издатель": "publisher", "издательство": "publisher",
    "volume": "volume", "vol.": "volume", "том": "volume",
    "issue": "issue", "выпуск": "issue", "номер": "issue",
    "page": "pages", "pages": "pages", "страницы": "pages",
    "section": "section", "category": "section", "rubric": "section", "published in": "section",
    "рубрика": "section", "раздел": "section",
    "категория": "section", "бөлім": "section", "rubrik": "section", "rubrique": "section", "kategori": "section",
}  # fmt: skip
_VOLUME_LINE = re.compile(
    r"(?:(?P<publication>[^\W\d_][^,:;]{2,80}),\s*)?vol(?:ume|\.)?\s*(?P<volume>[0-9IVXLC]{1,8})\s*,?\s*(?:(?:no|nr|issue|iss)\.?|№)\s*(?P<issue>[0-9]{1,5}(?:[-–/][0-9]{1,5})?)"
    r"(?:\s*[,:(](?!\s*(?:pp?\.|pages?))\s*(?P<date>[^,()]{4,30}?)\)?)?(?:\s*[,:]\s*(?:pp?\.|pages?)\s*(?P<pages>[0-9]{1,5}\s?[-–]\s?[0-9]{1,5}|[0-9]{1,5}))?\s*\.?$",
    re.I,
)
_SECTION = re.compile(
    r"(?:published|posted|filed) in\s+(?P<section>[^\W\d_][^.:;!?\d]{1,50})$|"
    r"опубликовано в (?:разделе|рубрике)\s+(?P<other>[^.:;!?\d]{2,50})$",
    re.I,
)
_NEWS_REPORT = re.compile(
    r"\(?\s*(?:[^\W\d_]+\s){0,4}(?:from|in)\s+(?:the\s+)?issue\s+(?:no\.?|number|nr\.?|№)\s*(?P<issue>[0-9]{1,6})(?:\s*(?:,|of|-)?\s*(?:published\s+)?(?:on|in)\s+(?P<date>[^()]{4,40}?))?\s*\)?\s*\.?$",
    re.I,
)


def read_labels(line: str) -> list[Field] | None:
    """A line of labels with their values: "Publication: X Volume: N Issue: N", "Section: X". A label without a value says nothing."""
    labels = list(_LABEL.finditer(line))
    if not labels or labels[0].start() != 0:
        return None
    fields = []
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        end = following.start() if following else len(line)
        value = line[label.end() : end].rstrip(" \t,;|")
        if value and len(value) <= 120:
            fields.append(Field(_LABELLED[label["label"].lower()], value, label.end(), label.end() + len(value)))
    return fields


def read_volume(line: str) -> list[Field] | None:
    """A line as journals number themselves: "Steppe Journal, Vol. 4, No. 2, pp. 11–25"."""
    match = _VOLUME_LINE.match(line)
    if not match:
        return None
    fields = [Field(name, match[name], *match.span(name)) for name in ("publication", "volume", "issue", "pages") if match[name]]
    if match["date"]:
        printed = find_dates(match["date"])
        if not printed:
            return None
        fields.append(_date_field(line, _shifted(printed[0], match.start("date"))))
    return fields


def read_section(line: str) -> list[Field] | None:
    """A line that names the section of a site a text was filed in: "Published in Field Reports"."""
    match = _SECTION.match(line)
    if not match or len(line.split()) > 8:
        return None
    name = "section" if match["section"] else "other"
    return [Field("section", match[name].strip(), match.start(name), match.start(name) + len(match[name].strip()))]


def read_news_report(line: str) -> list[Field] | None:
    """A note on the issue a report was taken from: "(News report from Issue No. 12, published on 3 May 2016)"."""
    match = _NEWS_REPORT.match(line)
    if not match:
        return None
    fields = [Field("issue", match["issue"], *match.span("issue"))]
    if match["date"]:
        printed = find_dates(match["date"])
        if not printed:
            return None
        fields.append(_date_field(line, _shifted(printed[0], match.start("date"))))
    return fields


# Dates ----------------------------------------------------------------------------------------------------------------

_DATE_LABEL = re.compile(
    r"(?:(?:first )?published|posted|created|added|date(?: published| of publication)?|publication date|release date|"
    r"дата(?: публикации)?|опубликован[оа]|"
    r"добавлен[оа]|размещен[оа]|жарияланған|жарияланды|veröffentlicht|erschienen|datum|publié|publicado|pubblicato|yayın(?:lanma)? tarihi|tarih)"
    r"(?:\s+(?:on|at|am|le|el|il))?\s*:?\s*",
    re.I,
)
_UPDATE_LABEL = re.compile(r"(?:last )?(?:updated?|modified)\b|обновлен[оа]\b|изменен[оа]\b|aktualisiert\b|mis à jour\b|güncelleme\b", re.I)
_TIME_OF_DAY = re.compile(r"[0-9]{1,2}[:.][0-9]{2}(?:\s?[ap]m)?", re.I)
_SEPARATED_TIME = re.compile(r"\s*[|,•·–—-]?\s*[0-9]{1,2}:[0-9]{2}(?:\s?[ap]m)?\s*$", re.I)


def read_date(line: str) -> list[Field] | None:
    """A line that consists of a date, with or without weekday, time and a label such as "Published on:"."""
    label = _DATE_LABEL.match(line)
    at = label.end() if label else 0
    dates = find_dates(line[at:])
    if not dates:
        return None
    before = line[at : at + dates[0].start].strip(" (|,–—-")
    if before and not _TIME_OF_DAY.fullmatch(before):
        return None
    date = _shifted(dates[0], at)
    rest = line[date.end :]
    if rest.strip(" .,)|–—-"):
        time = _SEPARATED_TIME.fullmatch(rest)
        if not time:
            return None
        date = PrintedDate(date.start, len(line.rstrip()), date.readings, date.weekday)
    if before:
        date = PrintedDate(line.index(before, at), date.end, date.readings, date.weekday)
    return [_date_field(line, date, name="published_on" if label else "bare_date")]


def read_update(line: str) -> list[Field] | None:
    """The day a page was last changed, beside the day it was published; it is no date of the text."""
    if not _UPDATE_LABEL.match(line) or not find_dates(line) or len(line.split()) > 10:
        return None
    return [Field("update_date", line, 0, len(line))]


# Rights ---------------------------------------------------------------------------------------------------------------

_RIGHTS = re.compile(
    r"(?:copyright\b|©|\(c\)\s|all rights reserved|все права защищены|авторские права|alle rechte vorbehalten|"
    r"tous droits réservés|tüm hakları|барлық құқықтар)",
    re.I,
)
_RIGHTS_WORDS = re.compile(
    r"copyright|©|\(c\)|all rights reserved|все права защищены|(?:19|20)[0-9]{2}(?:\s?[-–]\s?(?:(?:19|20)[0-9]{2}|[0-9]{2}\b|present))?|"
    r"alle rechte vorbehalten|tous droits réservés|by\b",
    re.I,
)


def read_rights(line: str) -> list[Field] | None:
    """A line that claims rights: "Copyright (c) X - all rights reserved", "© 2018 X". Whoever it names is offered as ``rights_holder``."""
    if not _RIGHTS.match(line) or len(line.split()) > 40:
        return None
    fields = [Field("rights", line, 0, len(line))]
    if re.match(r"copyright\b|©|\(c\)", line, re.I):
        remaining = [(start, end) for start, end in _between(_RIGHTS_WORDS, line) if re.search(r"[^\W\d_]{2}", line[start:end])]
        if len(remaining) == 1:
            start, end = remaining[0]
            name = line[start:end]
            start += len(name) - len(name.lstrip(" \t,.:;|–—-"))
            name = name.strip(" \t,.:;|–—-")
            if name and len(name.split()) <= 10:
                fields.append(Field("rights_holder", name, start, start + len(name)))
    return fields


def _between(pattern: re.Pattern[str], line: str) -> list[tuple[int, int]]:
    spans, at = [], 0
    for match in pattern.finditer(line):
        spans.append((at, match.start()))
        at = match.end()
    spans.append((at, len(line)))
    return spans


# Datelines ------------------------------------------------------------------------------------------------------------

_DASH = re.compile(r"\s*(?:—|–|--|(?<=\s)-)(?=\s)\s*|\s*—\s*")
_CAPITALS = re.compile(r"[^\W\d_a-zа-яёәғқңөұүһі]{2,}(?:[\s-][^\W\d_a-zа-яёәғқңөұүһі]{2,}){0,3}")
_PLACE = re.compile(r"[^\W\d_a-zа-яё][\w'’-]*(?:[\s-][^\W\d_a-zа-яё][\w'’-]*){0,2}")
_DAY_WITHOUT_YEAR = re.compile(
    r"(?:[0-9]{1,2}\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?(?:\s[0-9]{1,2})?$|"
    r"[0-9]{1,2}\s(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|"
    r"қыркүйек|қазан|қараша|желтоқсан)$",
    re.I,
)


def read_dateline(line: str) -> tuple[int, int] | None:
    """Return where the dateline that opens ``line`` ends and where the text after its dash begins, or None.

    A dateline is a place, a day, an agency in brackets, or some of these, before a dash: "ASTANA, 3 June 2015 (Press
    Office) —". One word in capitals alone is not enough, for many a sentence begins "NATO — an alliance".
    """
    head = line[:_LONGEST_DATELINE]
    dash = _DASH.search(head)
    if not dash or dash.start() < 4 or dash.end() >= len(line):
        return None
    before = head[: dash.start()]
    agency = re.search(r"\s*\([^()]{2,40}\)\s*$", before)
    rest = before[: agency.start()] if agency else before
    evidence = 1 if agency else 0
    for printed in reversed(find_dates(rest)):
        rest = rest[: printed.start] + "," + rest[printed.end :]
        evidence += 1
    for part in re.split(r"[,.;/]", rest):
        part = part.strip()
        if not part:
            continue
        if _DAY_WITHOUT_YEAR.match(part):
            evidence += 1
        elif _CAPITALS.fullmatch(part):
            evidence += part.upper() in REPORTING_CITIES
        elif not _PLACE.fullmatch(part) or part.split()[0] in SENTENCE_OPENERS:
            return None
    if not evidence:
        return None
    return len(before.rstrip()), dash.end()


# Lines ----------------------------------------------------------------------------------------------------------------

_READERS: tuple[Callable[[str], list[Field] | None], ...] = (
    read_rights,
    read_news_report,
    read_labels,
    read_volume,
    read_section,
    read_date,
    read_update,
    read_byline,
)
_SEPARATOR = re.compile(r"\s*[|•·]\s*")


def read_statement(line: str) -> list[Field] | None:
    """Return the fields that ``line`` (as it stands, no blanks folded) states, or None if it is no such line.

    A line of parts with bars or dots between them is one if each part is.
    """
    if len(line) > _LONGEST_STATEMENT:
        return None
    for reader in _READERS:
        fields = reader(line)
        if fields is not None:
            return fields
    parts = _between(_SEPARATOR, line)
    if len(parts) < 2 or len(parts) > 8:
        return None
    found: list[Field] = []
    for start, end in parts:
        if start == end:
            continue
        fields = next((fields for reader in _READERS if (fields := reader(line[start:end])) is not None), None)
        if fields is None:
            return None
        found += [_moved(field, start) for field in fields]
    return found


def _date_field(line: str, date: PrintedDate, *, name: str = "published_on") -> Field:
    return Field(name, line[date.start : date.end], date.start, date.end, date=date)


def _shifted(date: PrintedDate, by: int) -> PrintedDate:
    return PrintedDate(date.start + by, date.end + by, date.readings, date.weekday)


def _moved(field: Field, by: int) -> Field:
    date = _shifted(field.date, by) if field.date else None
    return Field(field.name, field.value, field.start + by, field.end + by, field.role, field.affiliation, date, field.is_blank)
