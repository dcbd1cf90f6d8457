"""Lines that give the day of publication, of an update or of something else, alone."""

from __future__ import annotations

import re

from articles.ingest.dates import PrintedDate, find_dates
from articles.ingest.statements.field import Field, date_field, shifted
from kzarchive.patterns import Pattern

DATE_LABEL = Pattern(
    r"(?:(?:first )?published|posted|created|added|date(?: published| of publication)?|(?:publication|publishing) date|date de publication|"
    r"release (?:date|time)|publish(?:ed)? time|"
    r"daily archives?|event(?:_note)?|date_range|calendar_today|access_time|schedule|"  # icons of a theme, left as the words they are typed with
    r"дата(?: публикации| выпуска)?|发布(?:时间|日期)|опубликован[оа]|выпуск за|published online|release|"
    r"добавлен[оа]|размещен[оа]|жарияланған(?: күні)?|жарияланды|күні|veröffentlicht|erschienen|datum|publié|mis en ligne|publicado|pubblicato|"
    r"oluşturulma(?: tarihi)?|жарияланған уақыты|yayımlanma(?: tarihi)?|paru|yayın(?:lanma)?(?: tarihi)?|giriş tarihi|eklenme(?: tarihi)?|tarih)"
    r"(?:\s+(?:on|at|am|le|el|il))?\s*:?\s*",
    re.I,
)
UPDATE_LABEL = Pattern(
    r"(?:[.|•]\s)?(?:last )?(?:updated?(?! no\b)|modified)\b|last (?:verified|checked|reviewed)\b|"
    r"güncellen\w+|обновлен[оа]\b|изменен[оа]\b|дата изменения\b|өзгертілген күні\b|жаңарты\w+|"
    r"последн\w+ (?:обновлени\w+|изменени\w+)|соңғы (?:жаңарту|өзгеріс)\w*|dernière (?:mise à jour|modification)|letzte (?:aktualisierung|änderung)|"
    r"(?:zuletzt )?aktualisiert\b|stand(?=\s?:|$)|"
    r"mis à jour\b|modifié\b|actualisée?\b|[-–]?\s?güncelleme\b|son güncelleme\b|g\s?:\s?(?=[0-9])",
    re.I,
)
_DAY_WITH_BLANKS = Pattern(r"(?P<year>(?:19|20)[0-9]{2}) (?P<month>0[1-9]|1[0-2]) (?P<day>[0-2][0-9]|3[01])")


def read_day_with_blanks(line: str) -> list[Field] | None:
    """A line of nothing but a day in figures with blanks between, as Lithuanian pages print it: "2023 06 09"."""
    found = _DAY_WITH_BLANKS.fullmatch(line)
    days = find_dates("-".join(found.groups())) if found else []
    return [date_field(line, days[0], name="bare_date")] if len(days) == 1 else None


# ... or behind other words: "By NAME. Views 200. Updated".
ENDS_IN_UPDATE = Pattern(
    r"(?<!\w)(?:updated|last (?:modified|changed|edited)|обновл\w+|изменен[оа]|(?:zuletzt )?aktualisiert|letzte (?:aktualisierung|änderung)|"
    r"mise? à jour|dernière modification|güncell\w+|жаңарт\w+)(?: on| le| am| tarihi)?\s?:?\s?$",
    re.I,
)
# Days of other things than the publication: of the copy, of a manuscript's way to print, of the original.
OTHER_DAY_LABEL = Pattern(
    r"(?:founded|established|today is|сегодня(?!,?\s[0-2]?[0-9]:[0-5][0-9])|"
    r"основан[оа]?|gegründet|heute ist|fondée?|received|accepted|submitted(?! by\b)|reçu|accepté|"
    r"eingegangen|angenommen|printed|retrieved|accessed|archived|post on|upload(?:ed)? on|напечатано|распечатано|сохранено|"
    r"(?:статья )?поступила|принята|одобрена|получена|approved|revised|"
    r"редакцияға түскен|редакцияға келіп|опубликовано в оригинале|erişim|abgerufen|consulté)\b",
    re.I,
)

_SAYS_WHEN = Pattern(
    r"(?:bu (?:haber|yazı|makale)|diese (?:meldung|nachricht)|dieser (?:artikel|beitrag|text)|cet article|ce billet|"
    r"this (?:entry|post|article|story|item|news)|(?:эта |данная )?(?:новость|статья|запись))\b",
    re.I,
)
_WAS_PUBLISHED = Pattern(r"(?:yayınland|eklendi|übertragen|veröffentlicht|publi|posted|опубликован|размещен)\w*", re.I)
_MOST_WORDS_OF_SENTENCE = 30


def read_sentence_on_day(line: str) -> list[Field] | None:
    """The sentence in which a site says when it published what stands above: "This entry was posted on March 4, 2014 and is filed under ..."."""
    opening = _SAYS_WHEN.match(line) if len(line) <= 260 and len(line.split()) <= _MOST_WORDS_OF_SENTENCE else None
    days = find_dates(line) if opening and _WAS_PUBLISHED.search(line) else []
    return [date_field(line, days[0])] if len(days) == 1 and not OTHER_DAY_LABEL.search(line) else None


_DAY_AND_MINUTES = Pattern(r"(?P<day>\S.{4,28}?)\s[·•|–—-]\s[0-9]{1,2} min(?:ute)?s?(?: read)?", re.I)
_DAY_WITHOUT_SIGNS = Pattern(r"(?P<day>[0-3][0-9]) (?P<month>[01][0-9]) (?P<year>(?:19|20)[0-9]{2}), [0-2][0-9]:[0-5][0-9]")
_DAY_WITH_WIDE_DASHES = Pattern(r"(?P<year>(?:19|20)[0-9]{2}) - (?P<month>1[0-2]|0?[1-9]) - (?P<day>3[01]|[12][0-9]|0?[1-9])")


def read_day_and_minutes(line: str) -> list[Field] | None:
    """The day with the minutes that a text takes to read: "22 Jan 2026 — 5 min read"."""
    found = _DAY_AND_MINUTES.fullmatch(line)
    days = find_dates(found["day"]) if found else []
    is_day = len(days) == 1 and not found["day"][: days[0].start].strip() and not found["day"][days[0].end :].strip()
    return [date_field(line, days[0], name="bare_date")] if is_day else None


def read_day_parted_by_blanks(line: str) -> list[Field] | None:
    """The day in figures with blanks for signs, before the hour, or with blanks around its dashes: "19 08 2022, 11:42", "2021 - 10 - 4"."""
    found = _DAY_WITHOUT_SIGNS.fullmatch(line) or _DAY_WITH_WIDE_DASHES.fullmatch(line)
    days = find_dates(f"{found['day']}.{found['month']}.{found['year']}") if found else []
    iso = f"{found['year']}-{int(found['month']):02}-{int(found['day']):02}" if days else ""
    return [date_field(line, PrintedDate(0, len(line), (iso,)), name="bare_date")] if days else None


_ON_IN_ANGLES = Pattern(r"«\s?on\s?:\s(?P<day>[^«»]{8,40}?)\s?»", re.I)


def read_day_of_post(line: str) -> list[Field] | None:
    """The day of the first post in a forum, as one program prints it: "« on: July 19, 2014, 10:41:07 PM »"."""
    found = _ON_IN_ANGLES.fullmatch(line)
    days = find_dates(found["day"]) if found else []
    return [date_field(line, shifted(days[0], found.start("day")))] if len(days) == 1 else None


_YEAR_LABELLED = Pattern(
    r"(?:year(?: of publication)?|publication year|год(?: издания| публикации)?|(?:baskı |yayın )?yılı?|jahr|erscheinungsjahr|"
    r"année|жылы|статья в выпуске)\s?:\s?"
    r"(?:(?<=выпуске: )[^,]{1,20},\s|(?<=выпуске:)[^,]{1,20},\s)?"
    r"(?P<year>(?:19|20)[0-9]{2})(?:\sгода\.?)?(?:\s?[./|,]\s?(?:doi|issn|sayı|№|no\.)\b.{0,80})?",
    re.I,
)


def read_year(line: str) -> list[Field] | None:
    """The year that a record of a journal or a library gives behind its label: "Year: 2011", "Baskı Yılı : 2021 / DOI: ..."."""
    found = _YEAR_LABELLED.fullmatch(line.strip()) if len(line) <= 120 else None
    if not found:
        return None
    at = line.index(found[0])
    span = (at + found.start("year"), at + found.end("year"))
    return [date_field(line, PrintedDate(*span, (found["year"],)), name="issue_date")]


_TAKEN_OVER = Pattern(r"met dank overgenomen van (?P<publication>[^,]{3,60}?)(?:\si)?, gepubliceerd op\s(?=\S)", re.I)


def read_day_taken_over(line: str) -> list[Field] | None:
    """The line of a Dutch collector with the house whose text it is and when that published it."""
    found = _TAKEN_OVER.match(line) if len(line) <= 160 else None
    days = find_dates(line[found.end() :]) if found else []
    if len(days) != 1 or days[0].start:
        return None
    return [Field("publication", found["publication"], *found.span("publication")), date_field(line, shifted(days[0], found.end()))]


_SEASON = Pattern(
    r"(?P<issue>(?:spring|summer|autumn|fall|winter|frühjahr|frühling|sommer|herbst|printemps|été|automne|hiver|ilkbahar|sonbahar)"
    r",?\s(?P<year>(?:19|20)[0-9]{2})(?P<next>\s?[/–-]\s?[0-9]{2,4})?)(?:\sissue)?",
    re.I,
)


_DAY_AND_SECTION = Pattern(
    r"(?:posted (?:on )?)?(?P<day>[^\W\d_]{3,9} [0-9]{1,2}, (?:19|20)[0-9]{2}|"
    r"[0-9]{1,2} [^\W\d_]{3,9},? (?:19|20)[0-9]{2}) (?:in|under) [^.:]{2,60}\."
    r"(?: (?:tags?|tagged)(?: with)?\s?:.{2,160})?",
    re.I,
)


def read_day_and_section(line: str) -> list[Field] | None:
    """The line of a blog below an entry with its day, its section and its tags: "February 26, 2014 in Analysis. Tags: ports, ice"."""
    found = _DAY_AND_SECTION.fullmatch(line) if len(line) <= 260 else None
    days = find_dates(found["day"]) if found else []
    return [date_field(line, shifted(days[0], found.start("day")), name="bare_date")] if len(days) == 1 else None


_NUMBER_BEFORE_SEASON = Pattern(
    r"vol(?:ume|\.)?\s?[0-9]{1,3}(?:\s?\([0-9]{1,2}\)|,\s(?:no\.?|issue)\s?[0-9]{1,2})?\s?[–—,-]\s?|"
    r"(?:(?:sommaire du|la revue|issue|heft|sayı|dergi)\s)?(?:no\.?|nr\.?|n°|№)\s?[0-9]{1,4}\s?[–—,|-]\s?",
    re.I,
)


def read_season(line: str) -> list[Field] | None:
    """The season and the year of an issue, alone on a line: "Spring 2014", "Fall 2010 Issue"; a winter over two years gives no year."""
    numbered = _NUMBER_BEFORE_SEASON.match(line)
    season = _SEASON.fullmatch((line[numbered.end() :] if numbered else line).strip(" ()")) if len(line) <= 60 else None
    if not season:
        return None
    at = line.index(season["issue"])
    fields = [Field("issue", season["issue"], at, at + len(season["issue"]))]
    if season["next"]:
        return fields
    year = PrintedDate(at + season.start("year"), at + season.end("year"), (season["year"],))
    return [*fields, date_field(line, year, name="issue_date")]


_TIME_OF_DAY = Pattern(r"[0-9]{1,2}[:.][0-9]{2}(?:\s?[ap]m)?", re.I)
_SEPARATED_TIME = Pattern(r"\s*[|,•·–—-]?\s*[0-9]{1,2}:[0-9]{2}(?:\s?[ap]m)?\s*$", re.I)

# What magazines print behind the day, in one line with it: the topic, the region, each with its label.
_LABELS_BEHIND_DAY = Pattern(r"\s+(?:topics?|regions?|category|categories|tags?|section|рубрика|теги|kategorie|kategori|rubrique)\s?:\s?\S", re.I)


def read_date(line: str) -> list[Field] | None:
    """A line that consists of a date, with or without weekday, time and a label such as "Published on:"."""
    label = DATE_LABEL.match(line)
    at = label.end() if label else 0
    dates = find_dates(line[at:])
    if not dates:
        return None
    before = line[at : at + dates[0].start].strip(" (|,–—-")
    if before and not _TIME_OF_DAY.fullmatch(before):
        return None
    date = shifted(dates[0], at)
    rest = line[date.end :]
    if rest.strip(" .,)|–—-") and not _LABELS_BEHIND_DAY.match(rest):
        time = _SEPARATED_TIME.fullmatch(rest)
        if not time:
            return None
        date = PrintedDate(date.start, len(line.rstrip()), date.readings, date.weekday)
    if before:
        date = PrintedDate(line.index(before, at), date.end, date.readings, date.weekday)
    return [date_field(line, date, name="published_on" if label else "bare_date")]


def read_update(line: str) -> list[Field] | None:
    """The day a page was last changed, beside the day it was published; it is no date of the text."""
    if not UPDATE_LABEL.match(line) or not find_dates(line) or len(line.split()) > 10 or len(find_dates(line)) > 1:
        return None
    if _STANDING.match(line):
        date = find_dates(line)[0]
        return [date_field(line, date, name="standing_date")]
    return [Field("update_date", line, 0, len(line))]


_STANDING = Pattern(r"stand\s?:", re.I)

_TELLS_OF_PRINTING = Pattern(r"publi|опублик|жариялан|erschienen|yayın|online", re.I)


def read_other_day(line: str) -> list[Field] | None:
    """The day of something else than the publication: of the copy, of a manuscript's arrival, of the original."""
    if not OTHER_DAY_LABEL.match(line) or not find_dates(line) or len(line.split()) > 12:
        return None
    if len(find_dates(line)) > 1 and _TELLS_OF_PRINTING.search(line):
        return None
    return [Field("other_date", line, 0, len(line))]


_ISLAMIC_DAY = Pattern(
    r"\b(?:muharram|safar|rabi['’‘`]?\s?(?:al|ul|us)?[- ]?\w+|jumad\w*(?:\s?(?:al|ul)?[- ]?\w+)?|rajab|sha['’]?ban|ramad(?:h)?an|shaww?al|"
    r"dhu(?:['’]?l|\sal)?[- ]?\w+|zul[- ]?\w+|мұхаррам|сафар|ражаб|шағбан|рамазан|шәууәл)\b[\s,.-]{1,3}(?:[0-9]{1,2},?\s)?1[34][0-9]{2}\b|"
    r"\b[0-9]{1,2}(?:st|nd|rd|th)?\s(?:muharram|safar|rabi\S*(?:\s\S+)?|jumad\S*(?:\s\S+)?|rajab|sha\S*ban|ramad\S*|shaw\S*|dhu\S*(?:\s\S+)?|zul\S*)"
    r",?\s1[34][0-9]{2}\b",
    re.I,
)


def read_day_of_visit(line: str) -> list[Field] | None:
    """The day on which a page was looked at, with that of the Islamic calendar beside it, as papers print it above their menus.

    A month in both calendars is that of an issue: nobody looks at a page in a month.
    """
    days = find_dates(line) if len(line) <= 100 else []
    if len(days) != 1 or not _ISLAMIC_DAY.search(line):
        return None
    if len(days[0].readings[0]) == len("2020-10"):
        return [date_field(line, days[0], name="issue_date")]
    return [Field("other_date", line, 0, len(line))]


def label_of_date(line: str) -> str | None:
    """Return what kind of date a line that is nothing but a label announces for the next line: the name of a field, or None."""
    if len(line.split()) > 4:
        return None
    if UPDATE_LABEL.match(line):
        return "update_date"
    if OTHER_DAY_LABEL.match(line):
        return "other_date"
    return "published_on" if DATE_LABEL.fullmatch(line) or DATE_LABEL.fullmatch(line + " ") else None
