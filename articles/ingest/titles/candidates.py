"""Which lines of the head may be the title at all."""

from __future__ import annotations

import re

from articles.ingest.credited import ends_in_credit
from articles.ingest.credits import CREDIT
from articles.ingest.dates import find_dates, is_relative_date
from articles.ingest.lines import OF_A_SPEECH, SUBJECTS, is_row_of_menu, is_title_like
from articles.ingest.page import Page
from articles.ingest.reading import RULES_OF_HEAD, Reading
from articles.ingest.statements.bylines import read_byline
from articles.ingest.statements.datelines import is_town_and_country, is_whole_dateline
from articles.ingest.statements.lines import PLACES_ON_PICTURE
from articles.ingest.statements.names import begins_with_degree, has_given_name, is_salutation, names_person
from articles.ingest.statements.people import read_person
from articles.ingest.statements.roles import names_body
from articles.ingest.titles.placing import (
    heads_report,
    is_above_byline,
    is_day_of_text,
    is_of_saying,
    is_stopped_headline,
    is_told_again,
    stands_twice_around_day,
)
from articles.ingest.titles.wording import (
    CONTROLS_BEHIND,
    KIND_BEHIND_DASH,
    LETTER_OF_PART,
    PAGE_BEHIND,
    SEVERAL_SENTENCES,
    end_before_day,
    end_before_sites,
    ends_glued,
    kind_before_bar,
)
from articles.ingest.vocabulary import MENU_WORDS, REPORTING_CITIES
from kzarchive.patterns import Pattern


def may_be_title(reading: Reading, i: int) -> bool:
    """Tell whether the words of line ``i`` are such as stand in a title: not a credit, a by-line, a day, a path, a row of a menu."""
    page = reading.page
    if i and page.removed.get(i - 1) == "breadcrumb" and len(page.line(i).split()) >= 3 and page.line(i - 1).endswith(f"> {page.line(i)}"):
        return True  # the path ends with it
    if (
        len(_WIDE_BLANKS.findall(page.raw(i))) >= 3
        or _COUNTED_SINCE.search(page.raw(i))
        or (not reading.layer.is_marked_up and ends_in_credit(reading, i))
    ):
        return False
    is_announced = i + 1 < page.count and (i + 1 in reading.stated or is_above_byline(page, i))
    line = _without_stop(page, i, _without_site(page, i), is_announced=is_announced)
    count = len(line.split())
    line = _shortened(reading, i, line, is_announced=is_announced)
    if not reading.layer.is_marked_up and _is_line_of_text(reading, i, line, count, is_announced=is_announced):
        return False
    if not line.strip() or _speaks_to_readers(page, i, line, count):  # a label or the name of a site may have been all of it
        return False
    undated = _without_day(reading, i, line, count)
    return bool(undated) and not _is_of_site(page, i, undated)


_WIDE_BLANKS = Pattern(r"\S[ \u00a0]{3,}(?=\S)")  # between the entries of a menu in one line
_COUNTED_SINCE = Pattern(r"\S\t+\s*[0-9]{1,2}\s(?:days?|hours?|mins?|minutes?)(?:\sago)?$")  # an entry of a list, and how old it is


def _without_site(page: Page, i: int) -> str:
    """Return line ``i`` without the kind of text before it, and the label and the name of the site behind it."""
    line = CONTROLS_BEHIND.sub("", page.line(i))
    kind = kind_before_bar(line)
    line = line[kind.end() :] if kind else line
    label = _LABEL_BEHIND.search(line) or PAGE_BEHIND.search(line)
    line = line[: label.start()] if label else line
    site = end_before_sites(line)
    if site and (site[1] or (i < 3 and line[site[0] :].lstrip()[0] == "|")):
        line = line[: site[0]]
    return line


def _without_stop(page: Page, i: int, line: str, *, is_announced: bool) -> str:
    """Return ``line`` without the stop at its end where it may be a headline for all of that."""
    if line.endswith(".") and is_announced and 3 <= len(line.split()) <= 15 and not line.endswith(".."):
        line = line[:-1]  # a headline with a full stop, above a by-line or a day
    if line.endswith(("…", "..")) and 3 <= len(line.split()) <= 12 and page.follows_gap(i) and (i + 1 >= page.count or page.follows_gap(i + 1)):
        line = line.rstrip(".…")  # one that leaves something open
    if (i <= 2 and (is_stopped_headline(page, i) or is_told_again(page, i))) or stands_twice_around_day(page, i):
        line = line[:-1]
    if line.endswith(":") and "repeated title" in (page.removed.get(i - 1), page.removed.get(i + 1)) and len(line.split()) >= 2:
        line = line[:-1]
    return line


def _shortened(reading: Reading, i: int, line: str, *, is_announced: bool) -> str:
    """Return as much of a long headline as others have, where its capitals or the lines below tell that it is one."""
    page = reading.page
    words = line.split()
    if not 25 < len(words) <= 45 or not (line[-1].isalnum() or line[-1] in ")»”"):
        return line
    is_dated = (is_announced and i + 2 < page.count and page.follows_gap(i + 1)) or heads_report(reading, i)
    return " ".join(words[:25]).rstrip(" :;,") if is_dated or sum(word[0].isupper() for word in words) >= 0.5 * len(words) else line


def is_house_of_author(page: Page, i: int, line: str) -> bool:
    """Tell whether ``line`` is a house with its town and its state, right below a person's name: "X University, Aktau, Kazakhstan"."""
    if not i or line.count(", ") < _LEAST_COMMAS_OF_HOUSE or not page.is_short(i - 1) or not names_body(line):
        return False
    return bool(read_person(page.raw(i - 1)))


_LEAST_COMMAS_OF_HOUSE = 2


def _is_line_of_text(reading: Reading, i: int, line: str, count: int, *, is_announced: bool) -> bool:
    """Tell whether ``line``, of ``count`` words before it was shortened, is a credit, the lead of a report, a place, a dateline."""
    page = reading.page
    if CREDIT.search(line) or PLACES_ON_PICTURE.search(line) or sum(map(str.isdigit, line)) > sum(map(str.isalpha, line)):
        return True  # of figures it is a measure, no headline
    if count >= _LEAST_WORDS_OF_LEAD and not is_announced and _TELLS_ON_WEEKDAY.search(line):
        return True  # the lead of a report, whose stop was lost
    if is_of_saying(page, i) or (begins_with_degree(line) and names_person(line)):
        return True
    if _heads_figures(page, i) or is_house_of_author(page, i, line):
        return True
    if line.casefold() in _HEADS_OF_OPENING or _is_place_alone(page, i) or _IN_BRACKETS.fullmatch(line) or _goes_on_as_text(page, i):
        return True
    return line.upper() in REPORTING_CITIES or (is_whole_dateline(page.raw(i)) and not (find_dates(line) and is_day_of_text(reading, i)))


def _speaks_to_readers(page: Page, i: int, line: str, count: int) -> bool:
    """Tell whether ``line`` is a salutation, an address, a note of the house, the head of its key points, or begins the sentence below."""
    if count <= 4 and re.search(r"[’'](?:s)?$", line) and i + 1 < page.count and page.is_prose(i + 1) and not page.follows_gap(i + 1):
        return True  # whose book, or lamp, the sentence in the next line tells
    if is_salutation(line) or _HEADS_KEY_POINTS.fullmatch(line):
        return True
    if i <= _LAST_LINE_OF_GREETING and _GREETS.fullmatch(line) and i + 1 < page.count and page.is_short(i + 1) and not page.is_prose(i + 1):
        return True  # a site, to whom it opens its pages
    return bool(_ADDRESS_BY_POST.match(line)) or bool(_NOTE_BEFORE.match(line) and names_body(line))


def _without_day(reading: Reading, i: int, line: str, count: int) -> str | None:
    """Return ``line`` without a day that a headline may have; None where the day shows that it is none."""
    is_printed_again = reading.page.removed.get(i + 1) == "repeated title" or bool(OF_A_SPEECH.match(line))
    if is_printed_again and len(line.split()) > 10:  # it may name the day and be long
        bracket = line.rfind(" (")
        line = line[:bracket] if bracket > 0 and line.endswith(")") else line
        days = find_dates(line)
        line = " ".join((line[: days[0].start] if days and OF_A_SPEECH.match(line) else line).split()[:25]).rstrip(" ,")
    dated = find_dates(line)
    if not reading.layer.is_marked_up and (end := end_before_day(line)):
        return line[:end]
    if i == 0 and len(dated) == 1 and _MONTH_IN_BRACKETS.search(line) and len(dated[0].readings[0]) == len("2014-11"):
        return line[: line.rindex("(")].rstrip()  # the month of which it tells, or in which it was written
    if dated and (_names_day_in_passing(reading, i) or _is_named_by_day(reading, i)):
        return line.rstrip(".")
    if dated and not ((count >= 7 or is_day_of_text(reading, i)) and all(_OF_A_DAY.search(line, 0, day.start) for day in dated)):
        return None
    return line


_MONTH_IN_BRACKETS = Pattern(r"\S+\s\S+\s\([^\W\d_]{3,10}\.?\s(?:19|20)[0-9]{2}\)$")


def _is_of_site(page: Page, i: int, line: str) -> bool:
    """Tell whether ``line`` is a by-line, an address, a path through the site, its head or a row of its menu."""
    is_byline = line.startswith("By ") and any(found.name == "authors" for found in read_byline(line) or ()) and has_given_name(line)
    if "[email" in line or line.startswith("www.") or is_byline or _is_entry_of_list(page, i, line):
        return True
    if _OF_NO_TITLE.search(line) or _NAMES_SOURCE.match(line) or len(re.findall(r"\s>\s\S", line)) >= 2:
        return True
    series = _SERIES_BEFORE_BAR.match(line)
    if not is_title_like(line) or is_relative_date(line) or re.search(r"\s[|·•]\s|[›→▸]|@|://", line[series.end() :] if series else line):
        return True
    if re.search(r"»\s\S", line) and line.count("«") < line.count("»"):  # a path through a site, and no quotation
        return True
    below = [page.line(j) for j in range(i + 1, min(page.count, i + 4)) if page.is_short(j)]
    if line.startswith(("Home", "Главная", "Домой")) and any(ends_glued(line, other) for other in below):
        return True  # a path through a site, without blanks
    behind = _STATION_BEHIND.search(line)
    if behind and i + 1 < page.count and page.line(i + 1) == line[: behind.start()]:  # the head of the page above its title
        return True
    if is_row_of_menu(line) or LETTER_OF_PART.match(line):
        return True
    words = [word.casefold().strip(".,:|") for word in line.split()]
    words = [word for word in words if word.strip("–—-")] if i == 0 else words
    of_menu = sum(word in MENU_WORDS and not (i == 0 and word in SUBJECTS) for word in words)
    is_sentence = len(words) == 4 and any(word.islower() for word in line.split()[1:3])  # "President Ivanov visits Aktau"
    return len(words) >= 3 and of_menu >= (0.6 if is_sentence else 0.5) * len(words)


# A number to call, the dots of a list of contents, the name of a drawn sign, the field of a form.
_OF_NO_TITLE = Pattern(
    r"\b(?:phone|tel|telephone|fax|téléphone|telefon|тел|факс)\b\.?\s?:?\s?\(?\+?[0-9]|\.{6,}|"
    r"^(?:views?|downloads?|upload(?:ed)?)\s?:|\bcreated with sketch\b|\)\s+photo details$|\[ (?:top|up) \]|"
    r"^[0-9]{1,2}\s[^\W\d_]{3,9}\.?,?\s[0-9]{1,2}:[0-9]{2}\b|^in (?-i:[A-Z][\w&’'-]*)(?:\s(?-i:[A-Z&])[\w&’'-]*){0,3}$|"
    r"^[^\W\d_]+\s?:\s#\w+|\((?-i:[A-Z]{3,12})\s?-\s[^()]{3,40}\)|\((?:data|figures) (?:from|by|of) [^()]{3,60}\)$|"
    r"^in (?:the|this) (?:picture|photo|image)(?:graph)?\s?:?$|"
    r"^your (?:e-?mail|name|website|comment)\b(?: \((?:optional|required)\))?$",
    re.I,
)
_SERIES_BEFORE_BAR = Pattern(r"[A-Z]{3,}[a-z]{2,6}\s[|]\s(?=\S+(?:\s\S+){3})")  # of an agency's films: "LAMPLink | The headline"
_NAMES_SOURCE = Pattern(r"(?:source|editor|quelle|redakteur|rédacteur|kaynak|editör|источник|редактор|дереккөз)\s?:\s\S+(?:\s\S+){0,2}$", re.I)
_ENTRY = Pattern(r"[-–—]\s(?=[^\W\d_])")
_LAST_LINE_OF_ENTRIES = 3  # further down a list stands below its title
_CONTACT = Pattern(r"(?:e-?mail|tel(?:ephone)?|phone|fax)\b\s?[.:]", re.I)


def _is_entry_of_list(page: Page, i: int, line: str) -> bool:
    """Tell whether ``line`` is one of two entries or more of a list above the text, or stands above an address of mail."""
    below = page.line(i + 1) if i + 1 < page.count and page.is_short(i + 1) else ""
    if _CONTACT.match(below) and len(line.split()) <= 3:
        return True
    above = page.line(i - 1) if i and page.is_short(i - 1) else ""
    is_entry = i <= _LAST_LINE_OF_ENTRIES and bool(_ENTRY.match(line)) and not KIND_BEHIND_DASH.match(line)
    return is_entry and (_ENTRY.match(below) or _ENTRY.match(above)) is not None


def _is_named_by_day(reading: Reading, i: int) -> bool:
    """Tell whether line ``i`` ends in the day that names an issue, and the next line gives that day again: "Lamps Report: October 23, 2003"."""
    page = reading.page
    days = find_dates(page.line(i))
    if len(days) != 1 or page.line(i)[days[0].end :].strip() or len(page.line(i)[: days[0].start].split()) < 3 or i + 1 not in reading.stated:
        return False
    return any(page.start(i + 1) <= found.start < page.end(i + 1) and found.date.readings == days[0].readings for found in reading.dates)


def _names_day_in_passing(reading: Reading, i: int) -> bool:
    """Tell whether the first line of a page is a headline with a day in it, of what it tells: a line with the day of publication, or
    one that sites print in their heads, stands right below.

    Five words or more stand before that day, one of them a longer word in small letters.
    """
    page = reading.page
    day = find_dates(page.line(i))[0]
    before = page.line(i)[: day.start].split()
    if i or reading.layer.is_marked_up:
        return False
    behind = page.line(i)[day.end :].split()
    if len(day.readings[0]) == len("2014-11") and len(before) >= 2 and len(behind) >= 4 and any(word.islower() and len(word) > 3 for word in behind):
        return True  # a month of which it tells
    if len(before) < 5 or not any(word.islower() and len(word) > 3 for word in before):
        return False
    if page.removed.get(i + 1) in RULES_OF_HEAD:
        return True
    below = next((j for j in range(i + 1, min(page.count, i + 4)) if j not in page.removed), None)
    return below in reading.stated and any(candidate.start >= page.start(below) and candidate.end <= page.end(below) for candidate in reading.dates)


_LEAST_WORDS_OF_LEAD = 16
_TELLS_ON_WEEKDAY = Pattern(r"\s(?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|am (?:(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch))\b")
_OF_A_DAY = Pattern(r"\S(?:\s(?:of|on|dated|since|until|after|vom|am|nach dem|seit(?: dem)?|bis|du|depuis|après|от|за|после)|,)\s$")
_STATION_BEHIND = Pattern(r"\s[-–—|]\s«[^«»]{2,40}»(?:\s\S+){0,2}$")
_LAST_LINE_OF_GREETING = 3
_GREETS = Pattern(r"(?:welcome to|willkommen (?:bei|auf|in)|bienvenue (?:sur|à|au|dans)|добро пожаловать (?:на|в))\s(?:\S+\s?){1,5}[^.?!]", re.I)
_HEADS_KEY_POINTS = Pattern(r"(?:key|main) (?:points|takeaways|findings|messages)\s?:?|executive summary\s?:?", re.I)

# The headings with which a text without its title may begin.
_HEADS_OF_OPENING = frozenset(
    {"genel bakış", "giriş", "önsöz", "kısa tanıtım", "genel bilgiler", "einleitung", "überblick", "kurzüberblick", "vorwort", "hintergrund",
     "in lieu of an introduction", "in lieu of introduction", "instead of an introduction", "вместо введения", "вместо предисловия",
     "avant-propos", "aperçu", "contexte", "en bref", "кіріспе", "введение", "предисловие", "общие сведения", "жалпы мәлімет", "overview",
     "background",
     "introduction", "foreword", "in brief", "at a glance", "key facts", "key points", "highlights"}
)  # fmt: skip
# What kind of piece it is, behind the headline: "The lamps of Aktau (INTERVIEW)".
_LABEL_BEHIND = Pattern(
    r"\s?[(\[](?:(?-i:INTERVIEW|EXCLUSIVE|UPDATED?|COMMENTARY|ANALYSIS|OPINION|ФОТО|ВИДЕО|ИНТЕРВЬЮ|ЭКСКЛЮЗИВ|СҰХБАТ|ÖZEL|RÖPORTAJ|PHOTOS?|VIDEO)"
    r"(?:\s?[+,/-]\s?(?-i:[A-ZА-Я]+))*)[)\]]$"
)
_IN_BRACKETS = Pattern(r"\[[^\[\]]{60,}[.!?]\]")  # what an editor put above the text
_PLACE_ALONE = Pattern(r"(?:[^\W\d_a-zа-яё][\w'’-]+\s?){1,2},\s(?:[^\W\d_a-zа-яё][\w'’-]+\s?){1,2}")


def _goes_on_as_text(page: Page, i: int) -> bool:
    """Tell whether line ``i``, the first of the page, is the first line of a paragraph that was set in short lines, not of a title in two."""
    below = i + 1
    if i or below >= page.count or page.follows_gap(below) or not page.text[page.start(below)].islower():
        return False
    return bool(SEVERAL_SENTENCES.search(page.line(below)))


_NUMBER = Pattern(r"[0-9][0-9.,]*")


def _heads_figures(page: Page, i: int) -> bool:
    """Tell whether the next line, in one block with line ``i``, is a row of a table: three figures or more, no day, and hardly a letter."""
    below = i + 1
    if below >= page.count or page.follows_gap(below) or not page.is_short(below):
        return False
    row = page.line(below)
    is_row = sum(_NUMBER.fullmatch(word) is not None for word in row.split()) >= 3 and sum(map(str.isdigit, row)) > 2 * sum(map(str.isalpha, row))
    return is_row and not find_dates(row) and ":" not in row


def _is_place_alone(page: Page, i: int) -> bool:
    """Tell whether line ``i``, the first of the page and right above the text, is a town and its country: "Aktau, Kazakhstan"."""
    place = _PLACE_ALONE.fullmatch(page.line(i)) if i == 0 and page.count > 1 and page.is_prose(1) else None
    return bool(place) and is_town_and_country(page.line(i))


_NOTE_BEFORE = Pattern(r"[1-9a-e¹²³]\s?(?=[^\W\d_a-zа-яё])")  # of an author: "1 University of X, town"
_ADDRESS_BY_POST = Pattern(r"[0-9]{5,6},?\s(?:г\.\s?)?[^\W\d_a-zа-яё]\w+,")  # "130000 г. Актау, Казахстан"
