"""What stands in one line with a title and is none of it: author, site, day, section, hour, the mark of a note."""

from __future__ import annotations

import re

from articles.ingest.dates import find_dates
from articles.ingest.reading import Reading, plain
from articles.ingest.statements.field import Field
from articles.ingest.statements.names import names_person
from articles.ingest.titles.placing import is_day_of_text
from articles.ingest.titles.wording import CONTROLS_BEHIND, PAGE_BEHIND, SEAM_OF_DAY, end_before_day, end_before_sites, kind_before_bar
from kzarchive.patterns import Pattern


def part_from_title(reading: Reading, i: int) -> None:
    """Leave out of the title in line ``i`` what stands in one line with it."""
    if not _part_behind_title(reading, CONTROLS_BEHIND, "page control") and not _part_author_from_title(reading, i):
        _part_site_from_title(reading, i)
        _part_day_from_title(reading, i)
    _part_kind_from_title(reading)
    _part_mark_of_note(reading)
    _part_label_that_path_has_not(reading, i)
    _part_behind_title(reading, PAGE_BEHIND, "page number")
    _part_behind_title(reading, _BANNER_BEHIND, "library banner")
    _part_before_title(reading, _HOUR_BEFORE, "hour of the news")
    _part_before_title(reading, _READING_BEFORE, "field label")
    _part_before_title(reading, _BULLET_BEFORE, "field label")


def _part_site_from_title(reading: Reading, i: int) -> None:
    """Leave the name of the site out of the title, where a window's title was copied: "Title | Site"."""
    page = reading.page
    raw = page.raw(i)
    site = end_before_sites(raw)
    if not site:
        return
    end = page.start(i) + site[0]
    reading.values["title"] = plain(page.text[page.start(i) : end])
    reading.spans["title"] = [(page.start(i), end)]
    reading.remove_stretch(end, page.end(i), "name of the site")


_BANNER_BEHIND = Pattern(r"\sТекст научной (?:статьи|работы) по специальности «[^«»]{3,120}»$")  # a library's, on the shelf of a text
_READING_BEFORE = Pattern(r"you(?:['’]re| are) reading:\s(?=\S+\s\S)", re.I)
_AUTHOR_BEHIND = Pattern(
    r"\s(?:\|\s|[–—-]\sby\s)(?P<name>[^|–—]{5,40})$|\s[–—-]\s(?P<shouted>[^\W\d_a-zа-яё]{2,}(?:\s[^\W\d_a-zа-яё]\.)?(?:[\s-][^\W\d_a-zа-яё]{2,}){1,2})$|"
    r",\s(?:par|von|by)\s(?P<told>[^,()|–—]{5,40})(?=\s\([^()]{4,60}\)$)|"
    r"(?<=[a-zа-я])\s(?P<glued>[^\W\d_a-zа-яё]{3,}\s[^\W\d_a-zа-яё]{3,})$"
)


def _part_author_from_title(reading: Reading, i: int) -> bool:
    """Part the author from the title in whose line he is named, behind a bar or a dash: "The headline? | NAME", "The headline – by NAME"."""
    raw = reading.page.raw(i)
    found = _AUTHOR_BEHIND.search(raw)
    group = found.lastgroup if found else ""
    is_known = bool(found) and any(author.name.casefold() == found[group].casefold() for author in reading.authors)
    if not found or (reading.authors and not is_known) or len(raw[: found.start()].split()) < 4 or not names_person(found[group]):
        return False
    start = reading.page.start(i)
    reading.values["title"] = plain(raw[: found.start()])
    reading.spans["title"] = [(start, start + found.start())]
    begin = found.start() + len(", ") if group == "told" else found.start(group)  # "par NAME" is printed so
    reading.note(Field("byline", raw[begin : found.end(group)], begin, found.end(group)), start)
    reading.note(Field("authors", found[group], *found.span(group)), start)
    reading.remove_stretch(start + found.start(), start + begin, "field label")
    reading.remove_stretch(start + found.end(), reading.page.end(i), "source line")
    return True


def _part_kind_from_title(reading: Reading) -> None:
    """Part the section from the title in whose line it stands, before a bar."""
    start, end = reading.spans["title"][-1]
    found = kind_before_bar(reading.layer.text[start:end])
    if not found:
        return
    reading.spans["title"][-1] = (start + found.end(), end)
    reading.values["title"] = plain(reading.layer.text[start + found.end() : end])
    if "section" not in reading.values:
        reading.note(Field("section", found["kind"], *found.span("kind")), start)
    reading.remove_stretch(start + len(found["kind"]), start + found.end(), "field label")


_LABEL_BEHIND = Pattern(r"\s(?:Featured|Popular|New|Updated|Exclusive|Таңдаулы|Рекомендуемое)$")


def _part_label_that_path_has_not(reading: Reading, i: int) -> None:
    """Leave out the label that a system of content sets behind a headline, where the path above ends with the headline alone: "Title Featured"."""
    page = reading.page
    start, end = reading.spans["title"][-1]
    label = _LABEL_BEHIND.search(reading.layer.text[start:end])
    if not label:
        return
    title = plain(reading.layer.text[start : start + label.start()])
    if any(page.is_short(j) and page.line(j) != title and page.line(j).endswith(title) for j in range(max(0, i - _MOST_LINES_TO_PATH), i)):
        reading.spans["title"][-1] = (start, start + label.start())
        reading.values["title"] = title
        reading.remove_stretch(start + label.start(), end, "field label")


_MOST_LINES_TO_PATH = 6


def _part_mark_of_note(reading: Reading) -> None:
    """Leave the star of a note out of the title that it stands behind, as journals print it: "The headline*"."""
    start, end = reading.spans["title"][-1]
    text = reading.layer.text[start:end].rstrip("*")
    if text[-1:].strip() and len(text) < end - start <= len(text) + 3:
        reading.spans["title"][-1] = (start, start + len(text))
        reading.values["title"] = plain(text)
        reading.remove_stretch(start + len(text), end, "mark of a note")


def _part_behind_title(reading: Reading, behind: Pattern, rule: str) -> bool:
    """Leave out of the title what ``behind`` finds at its end, and tell whether it did; ``rule`` takes it: "The headline - page 11"."""
    start, end = reading.spans["title"][-1]
    found = behind.search(reading.layer.text[start:end])
    if not found or not found.start():
        return False
    reading.spans["title"][-1] = (start, start + found.start())
    reading.values["title"] = plain(reading.layer.text[start : start + found.start()])
    reading.remove_stretch(start + found.start(), end, rule)
    return True


# What some sites print before a title: a bullet, or in lists of news the hour: "10:56 The headline".
_BULLET_BEFORE = Pattern(r"[•·▪‣]\s+(?=\S)")
_HOUR_BEFORE = Pattern(r"(?:[01]?[0-9]|2[0-3]):[0-5][0-9]\s+(?=\S+(?:\s\S+){2})")


def _part_before_title(reading: Reading, before: Pattern, rule: str) -> None:
    """Leave out of the title what ``before`` matches at its beginning; ``rule`` takes it."""
    start, end = reading.spans["title"][-1]
    found = before.match(reading.layer.text, start, end)
    if found:
        reading.spans["title"][-1] = (found.end(), end)
        reading.values["title"] = plain(reading.layer.text[found.end() : end])
        reading.remove_stretch(start, found.end(), rule)


def _part_day_from_title(reading: Reading, i: int) -> None:
    """Part the day from the title in whose line it stands behind a dash or a bar, or in brackets."""
    page = reading.page
    raw = page.raw(i)
    end = end_before_day(raw)
    if end is None or (not SEAM_OF_DAY.search(raw[: find_dates(raw)[0].start]) and is_day_of_text(reading, i)):
        return
    start = page.start(i)
    day = find_dates(raw)[0]
    reading.values["title"] = plain(raw[:end])
    reading.spans["title"] = [(start, start + end)]
    reading.note(Field("bare_date", raw[day.start : day.end], day.start, day.end, date=day), start)
    reading.remove_stretch(start + end, start + day.start, "field label")
    reading.remove_stretch(start + day.end, page.end(i), "field label")
