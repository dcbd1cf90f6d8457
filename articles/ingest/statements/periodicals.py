"""Publication, publisher, section, volume, issue and pages: labels, and lines in which a journal numbers itself."""

from __future__ import annotations

import re

from articles.ingest.dates import MONTH, PrintedDate, find_dates
from articles.ingest.statements.field import Field, date_field, shifted
from articles.ingest.statements.names import LOWER
from articles.ingest.statements.roles import is_body
from kzarchive.patterns import Pattern, ignoring_case

_LABEL = Pattern(
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
_VOLUME_LINE = Pattern(
    r"(?:(?P<publication>[^\W\d_][^,:;]{2,80}),\s*)?vol(?:ume|\.)?\s*(?P<volume>[0-9IVXLC]{1,8})\s*,?\s*(?:(?:no|nr|issue|iss)\.?|"
    r"№)\s*(?P<issue>[0-9]{1,5}(?:[-–/][0-9]{1,5})?)"
    r"(?:\s*[,:(](?!\s*(?:pp?\.|pages?))\s*(?P<date>[^,()]{4,30}?)\)?)?(?:\s*[,:]\s*(?:pp?\.|"
    r"pages?)\s*(?P<pages>[0-9]{1,5}\s?[-–]\s?[0-9]{1,5}|[0-9]{1,5}))?\s*\.?$",
    re.I,
)
_SECTION = Pattern(
    r"(?:published|posted|filed) in\s+(?P<section>[^\W\d_](?:(?!\stag(?:s|ged)\b)[^.:;!?\d]){1,50})(?:\stag(?:s|ged)\b.{0,200})?$|"
    r"опубликовано в (?:разделе|рубрике)\s+(?P<other>[^.:;!?\d]{2,50})$",
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
            fields.append(Field(_LABELLED[ignoring_case(label["label"])], value, label.end(), label.end() + len(value)))
    return fields


_APPEARS_IN = Pattern(r"\b(?:appears|appeared|published) in$", re.I)  # a sentence on the text, and no periodical's name


def read_volume(line: str) -> list[Field] | None:
    """A line as journals number themselves: "Steppe Journal, Vol. 4, No. 2, pp. 11–25"."""
    match = _VOLUME_LINE.match(line)
    if not match:
        return None
    fields = [Field(name, match[name], *match.span(name)) for name in ("publication", "volume", "issue", "pages") if match[name]]
    fields = [found for found in fields if found.name != "publication" or not _APPEARS_IN.search(found.value)]
    if match["date"]:
        printed = find_dates(match["date"])
        if not printed:
            return None
        fields.append(date_field(line, shifted(printed[0], match.start("date"))))
    return fields


_NUMBER_AND_TOWN = Pattern(
    r"(?P<publication>\S.{2,80}?)\s?\bvol\.\s?(?P<volume>[0-9]{1,4})(?:\s?no\.\s?(?P<issue>[0-9]{1,4}(?:-[0-9]{1,4})?))?\s.{2,60}?"
    r"(?P<year>(?:19|20)[0-9]{2})(?:\s{1,3}Epub\s(?P<online>\S.{5,24}?))?\s*$",
    re.I,
)


def read_number_and_town(line: str) -> list[Field] | None:
    """A line as libraries of journals number an article: "Rev. tides vol.12 no.2 TOWN Jan./June 2014 Epub May 11, 2015".

    The day on which it was put on line is its day; where that is in no known form, the year of its number.
    """
    match = _NUMBER_AND_TOWN.match(line) if "vol." in line.lower() and "pub" in line.lower() else None
    if not match or not match["online"]:
        return None
    fields = [Field(name, match[name], *match.span(name)) for name in ("publication", "volume", "issue") if match[name]]
    days = find_dates(match["online"])
    if len(days) == 1:
        return [*fields, date_field(line, shifted(days[0], match.start("online")))]
    year = PrintedDate(*match.span("year"), (match["year"],))
    return [*fields, Field("issue_date", match["year"], *match.span("year"), date=year)]


_PAGES_ALONE = Pattern(r"(?:pp?\.|pages?|с\.|стр\.|s\.)\s?(?P<pages>[0-9]{1,5}\s?[-–]\s?[0-9]{1,5})\.?$", re.I)

_PUBLISHED_BY = Pattern(
    r"(?:published|issued|edited and published) by\s?:?\s(?:the\s)?|(?:herausgegeben|verlegt|veröffentlicht) von (?:der |dem |den )?|"
    r"(?:herausgeber|verlag|éditeur|yayıncı|yayınevi|баспа|баспагер)\s?:\s|publiée? par (?:le |la |l[’'])?",
    re.I,
)
_OF_PUBLISHERS = Pattern(r"\b(?:verlag\w*|publish(?:ers|ing)|éditions?|edition|yayın\w*|баспасы|издательств\w+|ltd|gmbh|inc|llc)\b", re.I)


def read_publisher(line: str) -> list[Field] | None:
    """A line that names the body which publishes: "Published by the Institute of Tides", "Verlag: NAME"; whom else it names wrote the text."""
    opening = _PUBLISHED_BY.match(line) if len(line) <= 120 else None
    name = line[opening.end() :].rstrip(" .,;|") if opening else ""
    if not name or not name[0].isupper() or len(name.split()) > 10 or re.search(r"[.!?:;|]\s", name) or find_dates(name):
        return None
    is_label = opening[0].rstrip().endswith(":") and not opening[0].lower().startswith(("published", "issued"))
    if not is_label and not is_body(name) and not _OF_PUBLISHERS.search(name):
        return None
    return [Field("publisher", name, opening.end(), opening.end() + len(name))]


def read_pages(line: str) -> list[Field] | None:
    """A line of nothing but the pages an article stands on: "p. 119-137"."""
    match = _PAGES_ALONE.match(line)
    return [Field("pages", match["pages"], *match.span("pages"))] if match else None


_VOLUME_OF = Pattern(
    r"(?:\bvol(?:ume|\.)?|\bтом|\bт\.|\bjahrgang|\bjg\.|\bcilt|\btome)\s*(?P<n>[0-9]{1,4}|[IVXLC]{1,8})\b|(?P<m>[0-9]{1,4})-(?:том|шығ)", re.I
)
# The paper that a text was taken from, among other statements: "Source: The Lighthouse".
SOURCE_OF_TEXT = Pattern(r"(?:[Ss]ource|[Qq]uelle)\s?:\s?(?P<name>[^\W\d_a-zа-яё][\w’'&.-]*(?:\s[\w’'&.-]+){0,4})")
ISSUE_OF_JOURNAL = Pattern(
    r"(?:№|\bno\.?|\bnumber|(?-i:\bN)(?=\s?[0-9])|\bnr\.?|\bnuméro|\bn°|\bissue|\bвып\.|\bsayı|"
    r"\bheft)\s*(?P<n>[0-9]{1,5}(?:[-–/][0-9]{1,5})?(?:\s?\((?!(?:19|20)[0-9]{2}\))[0-9]{1,5}\))?)",
    re.I,
)
_PAGES_OF = Pattern(
    r"(?:\bpp?\.|\bpages?|\bс\.|\bстр\.|\bss?\.)\s*(?P<n>[0-9]{1,5}\s?[-–]\s?[0-9]{1,5})|"
    r"\bстр\.\s?(?P<k>[0-9]{1,4})|(?P<m>[0-9]{1,5}\s?[-–]\s?[0-9]{1,5})\s?б\.",
    re.I,
)
_YEAR_OF = Pattern(r"(?<![0-9-])(?:19|20)[0-9]{2}(?![0-9/-])")
_VOLUME_AND_ISSUE = Pattern(r"(?<![0-9/])(?P<volume>[0-9]{1,3})\s?[/(]\s?(?P<issue>[0-9]{1,3}(?:[-–][0-9]{1,3})?)\)?(?=[\s,:;.])")
_PERIODICAL = Pattern(r"газета|еженедельник|журнал|апталық|бюллетень|weekly|bulletin|newspaper|zeitung|gazetesi", re.I)


def read_numbering(line: str) -> list[Field] | None:
    """A line in which a journal numbers itself in some other order: "Journal. – 2019. – 4-том, № 3. – 112-121 б."."""
    if len(line) > 160 or len(line.split()) > 20:
        return None
    volume, issue, pages = _VOLUME_OF.search(line), ISSUE_OF_JOURNAL.search(line), _PAGES_OF.search(line)
    if pages and not volume and not issue and _YEAR_OF.search(line):  # "Journal 17/2 (2017), pp. 15-32"
        both = _VOLUME_AND_ISSUE.search(line, 0, pages.start())
        if both and not find_dates(line[both.start() : pages.start()]):
            volume = issue = both
    found = [match for match in (volume, issue, pages) if match]
    if len(found) < 2 and not (issue and _PERIODICAL.search(line) and not find_dates(line)):
        return None
    fields = []
    for name, match in (("volume", volume), ("issue", issue), ("pages", pages)):
        if match:
            group = next(group for group in (name, "n", "m", "k") if group in match.re.groupindex and match[group])
            fields.append(Field(name, match[group], *match.span(group)))
    years = list(_YEAR_OF.finditer(line))
    printed = find_dates(line)
    if len(printed) == 1 and not any(field.start < printed[0].end and printed[0].start < field.end for field in fields):
        fields.append(date_field(line, printed[0], name="issue_date"))
    elif len(years) == 1 and not any(field.start <= years[0].start() < field.end for field in fields):
        date = PrintedDate(*years[0].span(), (years[0][0],))
        fields.append(date_field(line, date, name="issue_date"))
    head = line[: min([match.start() for match in found] + [year.start() for year in years])]
    head = re.sub(r"[\s.,;:–—(-]+$", "", head)
    number = re.match(r"ISSN\s[0-9X-]{8,9}\s*", head)
    start = number.end() if number else 0
    if (
        3 <= len(head[start:]) <= 90
        and head[start:][0].isupper()
        and len(head[start:].split()) <= 8
        and not re.match(r"(?:pages?|received)\b", head[start:], re.I)
        and not _APPEARS_IN.search(head)
    ):
        name, at = without_kind(head[start:], start)
        fields.append(Field("publication", name, at, at + len(name)))
    return fields


_NUMBER_AND_DAY = Pattern(
    r"(?:(?P<publication>[«“„\"]?[^\W\d_][^,;:.|0-9]{3,70}?)[\s,]+)?(?:no|nr|n°|№|issue|heft|ausgabe|sayı|выпуск|вып)\.?:?\s?"
    r"(?P<issue>[0-9]{1,5}(?:\s?\((?!(?:19|20)[0-9]{2}\))[0-9]{1,5}\)|/[A-ZА-Я]\b)?)\s?(?:[,;|"
    r"·•–—-]|vom|от|du|dated|\s)\s?"
    r"(?P<date>[^|]{4,40}?)(?:,\s(?:page|p\.|стр\.|с\.|seite|s\.)\s?(?P<pages>[0-9]{1,3}))?$",
    re.I,
)

_NO_PUBLICATION = frozenset({"update", "weekly update", "report", "news report", "dispatch"})  # a service numbers what it sends
_NUMBERED_PAPER = Pattern(
    rf"(?P<publication>[^\W\d_{LOWER}](?:[^,;:.|0-9()]){{2,60}}?)\s(?:№|No\.|Nr\.)\s?(?P<issue>[0-9]{{1,5}}(?:\s?\([0-9]{{1,6}}\))?)"
)


_NAME_ISSUE_AND_YEAR = Pattern(
    rf"(?P<publication>[^\W\d_{LOWER}][^,;:.|0-9()]{{2,60}}?),?\s(?i:issue|no\.?|number|nr\.?|heft|ausgabe|№|sayı)\s?"
    r"(?P<issue>[0-9]{1,3})\s?[,/|–-]?\s?(?P<year>(?:19|20)[0-9]{2})"
)


def read_number_and_day(line: str) -> list[Field] | None:
    """The line of a series: "No. 118 – 21 June 2016", "Steppen-Analysen Nr. 92, 28.08.2015", "No. 7 | March 2023", "Голос № 243 (1871)"."""
    if len(line) <= 120 and (numbered := _NAME_ISSUE_AND_YEAR.fullmatch(line)):
        year = PrintedDate(*numbered.span("year"), (numbered["year"],))
        named = [Field(name, numbered[name], *numbered.span(name)) for name in ("publication", "issue")]
        return [*named, date_field(line, year, name="issue_date")]
    paper = _NUMBERED_PAPER.fullmatch(line) if len(line) <= 120 else None
    if (
        paper
        and ("(" in paper["issue"] or all(not word[0].islower() for word in paper["publication"].split()))
        and len(paper["publication"].split()) > 1
    ):
        return [Field(name, paper[name], *paper.span(name)) for name in ("publication", "issue")]
    match = _NUMBER_AND_DAY.match(line) if len(line) <= 120 else None
    printed = find_dates(match["date"]) if match else []
    if not printed or match["date"][: printed[0].start].strip(" (,") or match["date"][printed[0].end :].strip(" ).,гж"):
        return None
    fields = [Field(name, match[name], *match.span(name)) for name in ("issue", "pages") if match[name]]
    if (match["publication"] or "").strip(" –—-").casefold() in _NO_PUBLICATION:
        return [*fields, date_field(line, shifted(printed[0], match.start("date")), name="published_on")]
    if match["publication"] and match["publication"].strip(" –—-") and match["publication"].lstrip('«“„"')[0].isupper():
        name, at = without_kind(match["publication"].strip(" –—-"), match.start("publication"))
        fields.append(Field("publication", name, at, at + len(name)))
    is_whole = len(printed[0].readings[0]) == len("2016-06-21")
    name = "published_on" if not match["publication"] else "bare_date" if is_whole else "issue_date"
    return [*fields, date_field(line, shifted(printed[0], match.start("date")), name=name)]


_NUMBER_OF_SERIES = Pattern(
    r"(?:reihe|schriftenreihe|serie|série|collection|series|dizi(?:si)?)\s?:?\s[„“\"«](?P<publication>[^„“”\"«»]{3,80})[“”\"»],?\s"
    r"(?:heft|band|nr\.|no\.?|n°|sayı|issue)\s?(?P<issue>[0-9]{1,4}),\s(?P<year>(?:19|20)[0-9]{2})(?:,\s[0-9]{1,4}\s(?:s|p|pages?)\.?)?",
    re.I,
)


def read_number_of_series(line: str) -> list[Field] | None:
    """The line by which a house sells one issue of its series: "Reihe "Steppe heute", Heft 12, 2018, 68 S."."""
    match = _NUMBER_OF_SERIES.fullmatch(line) if len(line) <= 160 else None
    if not match:
        return None
    date = PrintedDate(*match.span("year"), (match["year"],))
    return [*(Field(name, match[name], *match.span(name)) for name in ("publication", "issue")), date_field(line, date, name="issue_date")]


_NUMBER_AND_YEAR = Pattern(
    r"(?P<publication>[^\W\d_][^0-9№.,:;|]{3,80}?)(?:[.,]\s?[–—-]?\s?|\s(?=№|No\.))(?:(?P<year>(?:19|20)[0-9]{2})[.,]?\s?[–—-]?\s?(?:№|N|No\.?|Nr\.?|n°|sayı|heft|"
    r"issue)\s?:?\s?"
    r"(?P<issue>[0-9]{1,4}(?:[-–/][0-9]{1,4})?(?:\s?\([0-9]{1,5}\))?)(?:,\s(?:pp?\.\s|s\.\s|с\.\s)?(?P<pages>[0-9]{1,5}\s?[-–]\s?[0-9]{1,5}))?|"
    r"(?:№|No\.?|Nr\.?|n°|sayı|heft|"
    r"issue)\s?:?\s?(?P<number>[0-9]{1,4}(?:\s?\([0-9]{1,5}\))?)[.,]?\s(?:[^\W\d_]{2,10}\s)?"
    r"(?P<then>(?:19|20)[0-9]{2})(?:\s[0-9]{1,4})?)\.?",
    re.I,
)


_NUMBER_YEAR_AND_MONTHS = Pattern(
    rf"(?:no|nr|n°|№|issue)\.?\s?(?P<issue>[0-9]{{1,3}}),?\s(?P<year>(?:19|20)[0-9]{{2}}),?\s(?:{MONTH})(?:\s?[/–—-]\s?(?:{MONTH}))?", re.I
)


def read_number_year_and_months(line: str) -> list[Field] | None:
    """The line of a quarterly with its number, year and months: "No. 1 2022 January/March"."""
    match = _NUMBER_YEAR_AND_MONTHS.fullmatch(line) if len(line) <= 60 else None
    if not match:
        return None
    date = PrintedDate(*match.span("year"), (match["year"],))
    return [Field("issue", match["issue"], *match.span("issue")), date_field(line, date, name="issue_date")]


_LABELLED_NUMBER = Pattern(
    r"(?:номер|выпуск|нөмірі?|issue)\s?:\s?(?:№|No\.?)\s?(?P<issue>[0-9]{1,4}(?:[-–/][0-9]{1,4})?(?:\s?\([0-9–-]{1,9}\))?),?\s(?P<year>(?:19|20)[0-9]{2})",
    re.I,
)


def read_labelled_number(line: str) -> list[Field] | None:
    """The line of a magazine that gives its number and year behind a label: "Номер: №11-12 (48-49) 2012"."""
    match = _LABELLED_NUMBER.fullmatch(line) if len(line) <= 60 else None
    if not match:
        return None
    date = PrintedDate(*match.span("year"), (match["year"],))
    return [Field("issue", match["issue"], *match.span("issue")), date_field(line, date, name="issue_date")]


def read_number_and_year(line: str) -> list[Field] | None:
    """The line of a journal with its year: "Steppe and State. 2018. № 4 (100)", "Bozkır Dergisi, Sayı: 28, Güz 2013"."""
    match = _NUMBER_AND_YEAR.fullmatch(line) if len(line) <= 140 else None
    if not match:
        return None
    issue, year = ("issue", "year") if match["issue"] else ("number", "then")
    date = PrintedDate(*match.span(year), (match[year],))
    return [
        Field(
            "publication", match["publication"].strip(), match.start("publication"), match.start("publication") + len(match["publication"].strip())
        ),
        Field("issue", match[issue], *match.span(issue)),
        *([Field("pages", match["pages"], *match.span("pages"))] if match["pages"] else []),
        date_field(line, date, name="issue_date"),
    ]


def read_section(line: str) -> list[Field] | None:
    """A line that names the section of a site a text was filed in: "Published in Field Reports"."""
    match = _SECTION.match(line)
    if not match or len(match["section"] or match["other"]) > 60 or len((match["section"] or match["other"]).split()) > 6:
        return None
    name = "section" if match["section"] else "other"
    return [Field("section", match[name].strip(), match.start(name), match.start(name) + len(match[name].strip()))]


_QUOTED_OF_KIND = Pattern(
    r"(?:(?:газета|журнал|портал|агентство|редакция|издание|ТОО|ИА|АО|ОФ|ЖШС|"
    r"общественный фонд)\s)*[«\"“„]?(?P<name>[^«»\"“”„]{2,60})[»\"”“]\s?(?:газеті|журналы|порталы|агенттігі|"
    r"апталығы|ЖШС|газетінің|gazetesi|dergisi)?",
    re.I,
)


def without_kind(name: str, at: int) -> tuple[str, int]:
    """Return a name in quotation marks without them and the word for what bears it, and where it begins: «Дала» газеті."""
    match = _QUOTED_OF_KIND.fullmatch(name)
    return (match["name"], at + match.start("name")) if match else (name, at)
