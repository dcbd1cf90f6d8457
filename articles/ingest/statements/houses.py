"""Lines on agencies and papers: an agency's mark, the town it reports from, the source of a reprint with its day."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from articles.ingest.dates import MONTH, find_dates
from articles.ingest.sources.outlets import is_outlet
from articles.ingest.statements.field import Field, date_field, shifted
from articles.ingest.statements.names import FULL_NAME, NAME, PLACE_OF_LINE, has_given_name, is_no_person, names_person
from articles.ingest.vocabulary import MENU_WORDS, PAPER_WORDS, REPORTING_CITIES, SECTIONS
from kzarchive.patterns import Pattern

_AGENCY_SIGNATURE = Pattern(r"[/\\—–-]{1,3}\s?[^\W\d_][\w.]{1,20},\s")

_AGENCY_OF_LINE = (
    r"(?:AA|DHA|İHA|ANKA|AFP|Agence France-Presse|AP|Associated Press|APA|Belga|Keystone-SDA|dpa|DPA|Deutsche Presse-Agentur|"
    r"Reuters|TASS|ТАСС|РИА Новости|Интерфакс|Казинформ|Kazinform|Xinhua|Anadolu|Sputnik|IANS|PTI|UPI|ANI|IRNA|MTI|Interfax|KazTAG|КазТАГ|"
    r"Kyodo(?: News)?|Jiji(?: Press)?|Yonhap|YONHAP|Bernama|AKIpress|BelTA|БЕЛТА|БелТА|WAM|KUNA|QNA|EFE|ANSA|PAP|BNS|LETA|Montsame|Bloomberg)"
)
_AGENCY_LINE = Pattern(
    rf"(?:[-–•]\s)?(?P<agency>{_AGENCY_OF_LINE})|(?P<first>{_AGENCY_OF_LINE})(?:\s?/\s?|,\s)(?P<town>{PLACE_OF_LINE})"
    rf"(?:\s?/\s?(?P<name>{NAME.pattern}))?",
)


def read_agency(line: str) -> list[Field] | None:
    """A line of nothing but an agency's name, or of agency, town and reporter between strokes: "AA", "AA / Istanbul / NAME"."""
    match = _AGENCY_LINE.fullmatch(line) if len(line) <= 80 else None
    if not match or ("," in line and match["town"].upper() not in REPORTING_CITIES):
        return None
    byline = Field("byline", line, 0, len(line))
    if match["name"]:
        return [byline, Field("authors", match["name"], *match.span("name"))]
    group = "agency" if match["agency"] else "first"
    return [byline, Field("authors", match[group], *match.span(group))]


_TOWN_AND_PAPER = Pattern(
    r"(?P<town>[^\W\d_][\w.-]{2,30}(?:\s[\w.-]{2,20})?)\s/\s"
    r"(?P<publication>[^\W\d_a-zа-яё][\w.]{2,30}(?:\s[^\W\d_a-zа-яё][\w.]{2,30})?)"
)


def read_town_and_paper(line: str) -> list[Field] | None:
    """The line above a text with the town and the paper that reports from there, a stroke between: "Wien / DasUfer"."""
    match = _TOWN_AND_PAPER.fullmatch(line) if len(line) <= 60 else None
    if not match or match["town"].upper() not in REPORTING_CITIES or match["publication"].upper() in REPORTING_CITIES:
        return None
    if names_person(match["publication"]) or read_agency(match["publication"]):
        return None
    return [Field("dateline", line, 0, len(line)), Field("publication", match["publication"], *match.span("publication"))]


_SOURCE_AND_DAY = Pattern(
    r"source\s?:\s(?P<publication>[^\W\d_][^()]{1,60}?)\s(?P<bracket>\()?(?P<day>(?(bracket)[0-9])[^()]{5,40})(?(bracket)\))", re.I
)


def read_source_and_day(line: str) -> list[Field] | None:
    """The line of a reprint that names its paper and the day, this in brackets or with the hour: "Source: SGZ (1/30/19)"."""
    match = _SOURCE_AND_DAY.fullmatch(line) if len(line) <= 120 else None
    days = find_dates(line) if match else []
    if len(days) != 1 or (not match["bracket"] and (days[0].end < len(line.rstrip()) or ":" not in line[days[0].start :])):
        return None
    name = line[match.start("publication") : days[0].start].rstrip(" (,")
    publication = Field("publication", name, match.start("publication"), match.start("publication") + len(name))
    return [publication, date_field(line, days[0])] if len(name) >= 2 else None


_PUBLISHED_IN_PAPER = Pattern(
    r"[Pp]ublished in (?:The )?(?P<publication>[^\W\d_a-zа-яё][\w’'& .-]{1,40}?),? (?:on )?"
    r"(?P<day>[^\s,][^,]{2,20},? [0-9]{1,4}(?:, [0-9]{4})?)\.?"
)


def read_paper_of_day(line: str) -> list[Field] | None:
    """The line below a paper's text that says in whose issue it stood: "Published in Lamp, September 11th, 2023"."""
    match = _PUBLISHED_IN_PAPER.fullmatch(line) if len(line) <= 100 else None
    days = find_dates(line) if match else []
    if len(days) != 1 or days[0].start < match.start("day") or len(days[0].readings[0]) < len("2023-09-11"):
        return None
    return [Field("publication", match["publication"], *match.span("publication")), date_field(line, days[0])]


_QUOTED_PAPER_AND_DAY = Pattern(
    r"[«“\"„](?P<publication>[^\W\d_a-zа-яё][^«»“”\"„]{2,40})[»”\"“],\s"
    r"(?P<day>[0-9][^,«»“”\"]{5,24}|[^\W\d_]{3,9}\s[0-9]{1,2},\s[0-9]{4})\.?"
)


def read_quoted_paper_and_day(line: str) -> list[Field] | None:
    """The line below a reprint with the paper it is from, in quotation marks, and the day of its issue: "“The Lamp”, 27 June 2001"."""
    match = _QUOTED_PAPER_AND_DAY.fullmatch(line)
    days = find_dates(line) if match else []
    if len(days) != 1 or days[0].start != match.start("day") or line[days[0].end :].strip(" .") or len(days[0].readings[0]) < len("2001-06-27"):
        return None
    return [Field("publication", match["publication"], *match.span("publication")), date_field(line, days[0])]


_DISTRIBUTION = Pattern(r"(?P<seen>[^|]{6,20})\s\|\s(?P<section>[^|]{4,40})\s\|\sDistributed by [^|]{2,40}\son\s(?P<day>[0-9][^|]{6,30})", re.I)


def read_distribution(line: str) -> list[Field] | None:
    """The line in which a service says when it passed on a release: "10/08/2025 | Press release | Distributed by NAME on 10/07/2025 09:26".

    The second day is that of the release; the first is when it was put up there.
    """
    match = _DISTRIBUTION.fullmatch(line)
    days = find_dates(line) if match else []
    if len(days) != 2 or days[1].start != match.start("day"):
        return None
    # Passed on within days: of two readings that one in which the days lie so near.
    near = [day for day in days[1].readings for seen in days[0].readings if 0 <= _days_between(day, seen) <= _MOST_DAYS_TO_DISTRIBUTION]
    released = replace(days[1], readings=tuple(near)) if len(near) == 1 else days[1]
    section = Field("section", match["section"], *match.span("section"))
    return [Field("other_date", match["seen"], *match.span("seen")), section, date_field(line, released)]


_MOST_DAYS_TO_DISTRIBUTION = 5


def _days_between(first: str, second: str) -> int:
    return (dt.date.fromisoformat(second) - dt.date.fromisoformat(first)).days if len(first) == len(second) == len("2001-06-27") else -1


_SOURCE_DAY_AND_TITLE = Pattern(
    r"(?:[•·●–-]\s)?Source\s?[-–:]\s(?P<publication>[^\W\d_][^,:\"“”]{1,60}),\s(?P<day>[^\"“”:]{6,30}):\s[\"“](?P<title>[^\"“”]{3,200})[\"”]\.?\s*"
)


def read_source_day_and_title(line: str) -> list[Field] | None:
    """The line above an excerpt that names its paper, the day and the headline: "Source - Lighthouse Weekly, 1 July 2017: "Lamp change""."""
    match = _SOURCE_DAY_AND_TITLE.fullmatch(line)
    days = find_dates(match["day"]) if match else []
    if len(days) != 1:
        return None
    paper, title = (Field(name, match[name], *match.span(name)) for name in ("publication", "title"))
    return [paper, date_field(line, shifted(days[0], match.start("day"))), title]


def read_name_and_paper(line: str) -> list[Field] | None:
    """The line of a collector of columns, which names the columnist and his paper: "NAME Steppe Times", "NAME Bozkır Gazetesi"."""
    words = line.split()
    if not 3 <= len(words) <= 6 or len(line) > 60 or words[-1] not in _ENDS_NAME_OF_PAPER or not has_given_name(words[0]):
        return None
    name = " ".join(words[:2])
    if not FULL_NAME.fullmatch(name) or is_no_person(name) or any(word[0].islower() for word in words) or line.count(name) != 1:
        return None
    at = line.index(words[2], len(name))
    end = line.rindex(words[-1]) + len(words[-1])
    return [
        Field("byline", name, 0, len(name)),
        Field("authors", name, 0, len(name)),
        Field("publication", line[at:end], at, end),
    ]


_LETTERS = Pattern(r"[A-Z]{2,6}(?:-[A-Z]{1,3})?")  # of an agency or a station
_JOURNAL_IN_SHORT = Pattern(r"[A-Z][a-z]{1,10}\.(?:\s[A-Z][a-z]{1,10}\.){1,4}")  # "Front. Polit. Sci."
_PAPER_TOWN_AND_DAY = Pattern(
    r"(?P<publication>[^\W\d_a-zа-яё][\w’'&.-]*(?:\s(?:of|the|and|for|&|[^\W\d_a-zа-яё][\w’'&.-]*)){0,6})(?P<town>\s\([^()0-9]{3,40}\)|,\s[^\W\d_a-zа-яё][\w-]{2,20})?(?:,\s|\s[|·•–—-]\s|\s)(?=\S)"
)
_HOST = Pattern(r"(?:www\.)?[\w-]{2,40}\.(?:com|net|org|info|kz|kg|uz|ru|de|fr|eu|tr|az)", re.I)
_CONTROL_BEHIND = Pattern(r"\s?[|·•]\s?[^|]{2,50}|\.?\s?[Pp]rint(?:able)? version|\s(?:Adjust\s)?[Ff]ont [Ss]ize\s?:?")


def read_paper_town_and_day(line: str) -> list[Field] | None:
    """The line of a library of newspapers with the paper, its town in brackets and the day: "Harbour Times (Aktau), May 9, 2012 | See the issue"."""
    paper = _PAPER_TOWN_AND_DAY.match(line) if len(line) <= 140 else None
    days = find_dates(line) if paper else []
    if len(days) != 1 or days[0].start != paper.end() or (line[days[0].end :].strip() and not _CONTROL_BEHIND.fullmatch(line, days[0].end)):
        return None
    name = paper["publication"]
    is_paper = " " in name and name.split()[-1] in PAPER_WORDS and name.casefold() not in SECTIONS | MENU_WORDS
    is_known = is_outlet(name) or is_paper or bool(_HOST.fullmatch(name) or _JOURNAL_IN_SHORT.fullmatch(name) or _LETTERS.fullmatch(name))
    if not (is_known or (paper["town"] and name.startswith("The "))) or names_person(name):
        return None
    return [Field("publication", name, *paper.span("publication")), date_field(line, days[0], name="bare_date")]


_PAPER_AND_DAY_IN_BRACKETS = Pattern(
    rf"\((?P<publication>[^\W\d_a-zа-яё][\w’'&.-]*(?:\s[\w’'&.-]+){{0,5}}?),?\s(?P<day>(?:(?i:{MONTH})\b|[0-9])[^()]{{6,22}})\)\.?"
)


def read_paper_and_day_in_brackets(line: str) -> list[Field] | None:
    """The line below a text with the paper that printed it and the day: "(Harbour Daily Herald April 19, 2006)"."""
    found = _PAPER_AND_DAY_IN_BRACKETS.fullmatch(line) if len(line) <= 90 else None
    days = find_dates(found["day"]) if found else []
    name = found["publication"] if found else ""
    if len(days) != 1 or (days[0].start, days[0].end) != (0, len(found["day"])) or not (is_outlet(name) or PAPER_WORDS & set(name.split())):
        return None
    return [Field("publication", name, *found.span("publication")), date_field(line, shifted(days[0], found.start("day")), name="bare_date")]


_ENDS_NAME_OF_PAPER = frozenset({"Gazetesi", "Gazete", "Dergisi", "Times", "Post", "Zeitung", "Rundschau", "Herald", "Tribune", "Journal"})
_PAPER_GLUED_TO_DAY = Pattern(
    r"(?P<publication>[^\W\d_a-zа-яё][\w’'&-]*[^\W\d](?:\s[\w’'&-]*[^\W\d]){0,4})(?P<day>[0-9]{1,2}[-./][0-9]{1,2}[-./](?:19|20)[0-9]{2})"
)


def read_paper_glued_to_day(line: str) -> list[Field] | None:
    """The line of an aggregator on where and when it found a text, no blank between: "The Lighthouse23-07-2025"."""
    match = _PAPER_GLUED_TO_DAY.fullmatch(line) if len(line) <= 60 else None
    days = find_dates(match["day"]) if match else []
    if not days or match["publication"].upper() in REPORTING_CITIES or has_given_name(match["publication"]):
        return None
    return [Field("publication", match["publication"], *match.span("publication")), date_field(line, shifted(days[0], match.start("day")))]


def read_signature_of_agency(line: str) -> list[Field] | None:
    """The mark of an agency below its text, with the day: "///ABC, 15 February 2024"."""
    mark = _AGENCY_SIGNATURE.match(line)
    dates = find_dates(line) if mark and len(line) < 80 else []
    if not dates or dates[0].start != mark.end() or line[dates[0].end :].strip(" ./"):
        return None
    return [date_field(line, dates[0])]
