"""Who published an article, and in which section."""

from __future__ import annotations

import re

from articles.ingest.clean import comparable, is_title_like, names_site
from articles.ingest.reading import INSTITUTE, SITE_BORDER, Reading
from articles.ingest.statements import Field, read_person
from articles.ingest.vocabulary import MENU_WORDS
from kzarchive.patterns import Pattern

_MINISTRY = Pattern(r"(?:the )?(?:ministry|министерство|embassy|посольство|auswärtiges amt|ministère)\b|.{0,60}министрлігі$", re.I)
_NEWS_WORDS = frozenset(
    {"news", "home", "новости", "главная", "жаңалықтар", "haberler", "nachrichten", "actualités", "menu", "статьи", "материалы", "articles", "latest"}
)


def find_publication(reading: Reading) -> None:
    """Take for the publication, where no statement names it, who claims rights, the site in the head's title, or the first line of the page.

    A ministry publishes without a publication.
    """
    page = reading.page
    if "publication" in reading.values:
        return
    holder = reading.values.get("rights_holder")
    site = _site_of_title(reading) or holder
    if site and len(site.split()) <= 10:
        reading.values["publisher" if _MINISTRY.match(site) else "publication"] = site
        return
    title = reading.title_line()
    first = next((i for i in range(min(title or 0, 4)) if page.removed.get(i) == "page header"), None)
    if reading.layer.markup or first is None or any(reading.is_kept(i) for i in range(first)):
        return
    line = page.line(first)
    words = [word.casefold().strip(".,") for word in line.split()]
    if not 2 <= len(words) <= 7 or not is_title_like(line) or not line[0].isalpha() or sum(word in MENU_WORDS for word in words) >= 0.5 * len(words):
        return
    if re.search(r"[|/@<>€$]|[0-9]", line) or (not names_site(line) and not any(word[0].isalpha() and len(word) > 3 for word in words)):
        return
    del page.removed[first]
    reading.state_line("publisher" if INSTITUTE.match(line) else "publication", first)


def _site_of_title(reading: Reading) -> str | None:
    """Return the site's name as the head's title has it beside the page's own."""
    said = reading.layer.markup.statements.get("title", "") if reading.layer.markup else ""
    parts = [part.strip() for part in SITE_BORDER.split(said) if part.strip()]
    title = comparable(reading.values.get("title", ""))
    if len(parts) < 2 or not title:
        return None
    if comparable(parts[0]) == title or comparable(parts[0]) in title:
        return parts[-1]
    return parts[0] if comparable(parts[-1]) == title else parts[-1]


def find_section(reading: Reading, head: list[int]) -> None:
    """Take for the section the end of the path from the front page, else the short line right above the title."""
    page = reading.page
    title = reading.title_line()
    if "section" in reading.values or title is None:
        return
    for i in range(title - 1, max(-1, title - 30), -1):
        if page.removed.get(i) != "breadcrumb":
            continue
        parts = [match for match in re.finditer(r"[^>›»→/:|]+", page.raw(i)) if match[0].strip()]
        if len(parts) > 1 and comparable(parts[-1][0]) == comparable(reading.values["title"]):
            parts.pop()
        if len(parts) > 1 and len(parts[-1][0]) <= 60 and not re.search(r"[>›»→/]\s*$", page.raw(i)):
            name = parts[-1][0].strip()
            start = parts[-1].start() + parts[-1][0].index(name)
            del page.removed[i]
            reading.stated.add(i)
            at = page.start(i)
            reading.note(Field("section", name, start, start + len(name)), at)
            span = (at + start, at + start + len(name))
            reading.remove_stretch(at, span[0], "breadcrumb")
            reading.remove_stretch(span[1], page.end(i), "breadcrumb")
            return
        if i + 1 < title and reading.is_kept(i + 1) and len(page.line(i + 1).split()) <= 4:
            reading.state_line("section", i + 1)
            return
    above = [i for i in head if i < title and reading.is_kept(i)]
    if above and title - above[-1] <= 3 and (len(above) > 1 or above[-1] > 0 or page.regions(above[-1])):
        line = page.line(above[-1])
        if (
            len(line.split()) <= 4
            and is_title_like(line)
            and line[0].isupper()
            and not re.search(r"[0-9|@]", line)
            and "li" not in page.regions(above[-1])
            and not read_person(line)
            and not line.isupper()
            and line.casefold() not in _NEWS_WORDS
            and (line.casefold() in MENU_WORDS or not names_site(line))
        ):
            reading.state_line("section", above[-1])
