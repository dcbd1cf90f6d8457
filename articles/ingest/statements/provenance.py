"""Where a text comes from: citations, posts, notes on a first printing, announced titles and degrees, labels of a portal."""

from __future__ import annotations

import re

from articles.ingest.dates import PrintedDate, find_dates
from articles.ingest.statements.field import Field, date_field, shifted
from articles.ingest.statements.names import NAME
from articles.ingest.statements.roles import names_body
from articles.ingest.vocabulary import NOBODY
from kzarchive.patterns import Pattern

_NEWS_REPORT = Pattern(
    r"\(?\s*(?:[^\W\d_]+\s){0,4}(?:from|in)\s+(?:the\s+)?issue\s+(?:no\.?|number|nr\.?|№)\s*(?P<issue>[0-9]{1,6})(?:\s*(?:,|of|"
    r"-)?\s*(?:published\s+)?(?:on|in)\s+(?P<date>[^()]{4,40}?))?\s*\)?\s*\.?$",
    re.I,
)

_CITATION = Pattern(
    rf"(?P<people>(?:{NAME.pattern},\s){{1,6}})(?P<title>[^\W\d_].{{10,200}}?),\s(?P<publication>[^,]{{3,80}}),\s"
    r"Vol(?:ume|"
    r"\.)\s(?P<volume>[0-9]{1,4}),\sIssue\s(?P<issue>[0-9–-]{1,9}),\s(?P<date>[^,]{4,30}),\sPages?\s(?P<pages>[0-9]{1,5}(?:[–-][0-9]{1,5})?)"
)


def read_citation(line: str) -> list[Field] | None:
    """The line by which a journal asks to be cited: "NAME, NAME, Title, Journal, Volume 4, Issue 2, March 2018, Pages 11–25"."""
    match = _CITATION.match(line)
    if not match:
        return None
    printed = find_dates(match["date"])
    names = list(NAME.finditer(line, 0, match.end("people")))
    fields = [Field("byline", match["people"].rstrip(", "), 0, len(match["people"].rstrip(", ")))]
    fields += [Field("authors", name[0], *name.span()) for name in names]
    fields += [Field(name, match[name], *match.span(name)) for name in ("title", "publication", "volume", "issue", "pages")]
    if printed:
        fields.append(date_field(line, shifted(printed[0], match.start("date"))))
    return fields


_POSTED = Pattern(
    r"(?:posted|published|written|submitted|added|veröffentlicht|geschrieben|publié|posté|опубликовано|размещено)\s(?:on\s|am\s|le\s)?(?P<date>.{6,40}?)"
    r",?\s(?P<byline>(?:by|von|par|автором)\s(?P<name>[^\s@/|]+(?:\s[^\s@/|]+){0,3}?))"
    r"(?:\s(?:in|unter|dans)\s(?P<section>(?-i:[^\W\d_a-zа-яё])[^,|.:;]{1,40})(?:,\s[^,|.:;]{2,40}){0,6})?",
    re.I,
)


def _posted_on(line: str, match: re.Match[str]) -> Field | None:
    """Return the day that group ``date`` of ``match`` begins with, if nothing but commas follows there."""
    dates = find_dates(match["date"])
    if len(dates) != 1 or dates[0].start or match["date"][dates[0].end :].strip(" ,"):
        return None
    return date_field(line, shifted(dates[0], match.start("date")))


def read_posting(line: str) -> list[Field] | None:
    """The line of a blog on who posted a text and when, under whatever name he is known there: "Posted on March 3, 2014 by anna k"."""
    match = _POSTED.fullmatch(line) if len(line) <= 120 else None
    posted = _posted_on(line, match) if match else None
    if match is None or posted is None:
        return None
    fields = [posted, Field("byline", match["byline"], *match.span("byline"))]
    if not NOBODY.issuperset(match["name"].lower().split()):
        fields.append(Field("authors", match["name"], *match.span("name")))
    if match["section"]:
        fields.append(Field("section", match["section"], *match.span("section")))
    return fields


_HOUSE_AND_POSTING = Pattern(
    r"(?P<house>(?-i:[^\W\d_a-zа-яё])[^,.!?:;|]{5,90}),\s(?:posted|published|released|опубліковано|опубликовано|veröffentlicht|publié)\s(?:on\s|am\s|le\s)?"
    r"(?P<date>.{6,24}?)(?:,?\s(?:at\s)?[0-2]?[0-9][:.][0-5][0-9])?",
    re.I,
)


def read_house_and_posting(line: str) -> list[Field] | None:
    """The line of a portal of offices on whose text it is and when it was put up: "Ministry of Lamps of Kuryk, posted 22 July 2022 10:05"."""
    match = _HOUSE_AND_POSTING.fullmatch(line) if len(line) <= 160 else None
    posted = _posted_on(line, match) if match and names_body(match["house"]) else None
    return [Field("publisher", match["house"], *match.span("house")), posted] if match and posted else None


_COPYRIGHT_OF_MONTH = Pattern(
    r"copyright\s(?:©\s)?(?P<month>[^\W\d_]{3,9}\s(?:19|20)[0-9]{2})\s?[-–—]\s?[^\W\d_][^/]{1,60}/\s?(?P<site>[\w.-]{4,40})", re.I
)


def read_copyright_of_month(line: str) -> list[Field] | None:
    """The rights of a review in one text, with the month in which it printed that: "Copyright Mai 2021-Kim/Phare.com"."""
    found = _COPYRIGHT_OF_MONTH.fullmatch(line) if len(line) <= 120 else None
    months = find_dates(found["month"]) if found else []
    if len(months) != 1:
        return None
    month = shifted(months[0], found.start("month"))
    return [Field("rights", line, 0, len(line)), Field("issue_date", found["month"], *found.span("month"), date=month)]


_TAKEN_FROM = Pattern(
    r"(?:aus|in|from|extrait de|tiré de|из|dans)\s?:?\s(?:the\s|der\s)?(?P<publication>(?-i:[^\W\d_a-zа-яё])[^,;:|•]{1,60}?),?\s"
    r"(?P<issue>[0-9]{1,3}(?:[-–][0-9]{1,3})?/(?:19|20)[0-9]{2}|(?:№|no\.|nr\.|n°)\s?[0-9]{1,4})",
    re.I,
)


def read_taken_from(line: str) -> list[Field] | None:
    """The line that says from which issue of a periodical a text was taken: "aus STEPPE 4/2020"."""
    match = _TAKEN_FROM.fullmatch(line) if len(line) <= 100 else None
    return [Field(name, match[name], *match.span(name)) for name in ("publication", "issue")] if match else None


_ANNOUNCED = Pattern(
    r"(?:(?:научная )?статья на тему|тема (?:научной )?статьи|название(?: статьи)?|заголовок|title(?: of (?:the )?article)?|titel|titre|başlık|"
    r"тақырыбы)\s?:?\s?"
    r"(?P<open>[«“\"'‘„]?)(?P<title>[^\W_].{8,250}?)[»”\"'’“]?",
    re.I,
)


def read_announced_title(line: str) -> list[Field] | None:
    """The line of a library or a form that gives the title behind a label, or in quotation marks: "Title: X", "Статья на тему «X»"."""
    match = _ANNOUNCED.fullmatch(line)
    if not match or (not match["open"] and ":" not in line[: match.start("title")]):
        return None
    return [Field("title", match["title"], *match.span("title"))]


_RELEASE_OF_MINISTRY = Pattern(r"No:\s?[0-9]{1,4},\s(?P<day>[0-9]{1,2}\s[^\W\d_]{3,8}\s(?:19|20)[0-9]{2}),\s\S.{8,240}\sHk\.?")


def read_title_of_release(line: str) -> list[Field] | None:
    """The title of a Turkish ministry's release, with its number and day: "No: 142, 8 Temmuz 2024, ... Hk."."""
    match = _RELEASE_OF_MINISTRY.fullmatch(line)
    days = find_dates(match["day"]) if match else []
    return [Field("title", line, 0, len(line)), date_field(line, shifted(days[0], match.start("day")))] if len(days) == 1 else None


_CITATION_ABOVE = Pattern(
    r"(?P<publication>(?-i:[^\W\d_a-zа-яё])[^.№/]{5,120})\.\s(?P<year>(?:19|20)[0-9]{2})\.\s(?:(?:Т|Vol|Bd|Cilt)\.\s?(?P<volume>[0-9]{1,4})[.,]\s)?"
    r"(?:№|No\.?|Nr\.|Вып\.)\s?(?P<issue>[0-9]{1,4}(?:\s?\([0-9]{1,4}\))?)[.,]\s(?:С|P|Pp|S|Б)\.\s?(?P<pages>[0-9]{1,5}\s?[-–—]\s?[0-9]{1,5})\.?"
    r"(?:\s.{0,200})?$",
)


def read_citation_above(line: str) -> list[Field] | None:
    """How a journal numbers itself above its article: "PUBLICATION. 2023. № 1 (74). С. 68-73.", perhaps again in another language."""
    match = _CITATION_ABOVE.match(line)
    if not match:
        return None
    fields = [Field(name, match[name], *match.span(name)) for name in ("publication", "volume", "issue", "pages") if match[name]]
    return [*fields, date_field(line, PrintedDate(*match.span("year"), (match["year"],)), name="issue_date")]


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
        fields.append(date_field(line, shifted(printed[0], match.start("date"))))
    return fields


_FIRST_PRINTED = Pattern(
    r"(?:this (?:article|text|piece|essay|commentary|post|op-ed|story|report|interview|analysis|column) (?:was )?|the original )?(?:first|"
    r"originally) (?:published|appeared|printed) (?:by|in|on|"
    r"at)\s(?P<name>(?:the\s)?(?-i:[^\W\d_a-zа-я]).{2,60}?)"
    r"(?:\s(?:on|in)\s(?P<date>[^.]{4,30}?))?(?:\sand\b[^.]{4,80})?[.,;]",
    re.I,
)

_PRINTED_IN = Pattern(
    r"(?:\b(?:by|in|on|at|from|dans|sur|par|auf|bei|im|aus|в|на|из)\s)(?:the\s|der\s|dem\s|den\s|la\s|le\s|les\s|l[’'])?"
    r"(?:(?:revue|journal|site|magazine|quotidien|zeitschrift|zeitung|wochenzeitung|magazin|журнале|газете|сайте|издании|портале)\s)?"
    r"(?P<name>(?-i:[^\W\d_a-zа-яё][\w’'&.-]*)(?:\s(?:(?:of|and|the|de|la|du|des|der|für|und|et|&|и)\s)?(?-i:[^\W\d_a-zа-яё])[\w’'&-]*){0,6})",
    re.I,
)
_QUOTED = Pattern(r"[«“„\"](?P<name>[^«»“”„\"]{2,60})[»”“\"]")

_PRINTED_IN_ISSUE = Pattern(
    r"\bissue\s(?:no\.?\s|№\s?)?(?P<issue>[0-9]{1,6})\sof\s(?:the\s)?(?:(?:weekly|monthly|daily|"
    r"quarterly)\s)?(?P<name>(?-i:[A-Z])[\w’'&-]*(?:\s(?:(?:of|and|the|&)\s)?"
    r"(?-i:[A-Z])[\w’'&-]*){0,6})",
    re.I,
)


def read_first_printing(line: str) -> list[Field] | None:
    """A note on where a text that another site copied was printed first: "First published by NAME on DATE.", in any of six languages."""
    issue = _PRINTED_IN_ISSUE.search(line)
    match = issue or _FIRST_PRINTED.match(line) or _QUOTED.search(line) or _PRINTED_IN.search(line)
    if not match or len(line.split()) > 60:
        return None
    name = match["name"].rstrip(" .,")
    fields = [Field("publication", name, match.start("name"), match.start("name") + len(name))]
    if issue:
        fields.append(Field("issue", issue["issue"], *issue.span("issue")))
    printed = find_dates(line)
    if printed and not (printed[0].start < fields[0].end and fields[0].start < printed[0].end):
        fields.append(date_field(line, printed[0]))
    return fields


_OF_A_THESIS = Pattern(
    r"(?:an? |the )?(?:(?:master|bachelor|doctor(?:al|ate)?|diploma|graduate|M\.?A|M\.?Sc|B\.?A|Ph\.?\s?D)\.?(?:['’]s?)?\s(?:degree )?)?"
    r"(?:thesis|dissertation)"
    r"(?:\s(?:submitted|presented|prepared|in|for)\b.*|$)|(?:M\.?A|M\.?Sc|B\.?A|Ph\.?\s?D|master['’]?s?|bachelor['’]?s?)\s(?:thesis|dissertation)\b.*|"
    r"in partial fulfill?ment of the requirements? (?:for|of)\b.*",
    re.I,
)


def says_what_thesis(line: str) -> bool:
    """Tell whether ``line`` says for which degree a text was handed in: "A Thesis Submitted for the Degree of PhD at the University of X"."""
    return len(line.split()) <= 30 and bool(_OF_A_THESIS.fullmatch(line))


_STATUS_GLUED = Pattern(r"(?:publication )?status\s?(?:published|e-pub ahead of print)\s?[–—-]\s(?P<day>.{4,24})", re.I)
_JOURNAL_GLUED = Pattern(r"Journal(?P<publication>[^\W\d_a-zа-яё][^:.]{3,80})")


def read_glued_label(line: str) -> list[Field] | None:
    """The lines of a university's portal of research, each label glued to its value: "Publication statusPublished - Aug 2022", "JournalX"."""
    status = _STATUS_GLUED.fullmatch(line)
    days = find_dates(status["day"]) if status else []
    if len(days) == 1:
        return [date_field(line, shifted(days[0], status.start("day")))]
    journal = _JOURNAL_GLUED.fullmatch(line)
    return [Field("publication", journal["publication"], *journal.span("publication"))] if journal else None
