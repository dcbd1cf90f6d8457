"""The title that the markup of a page marks as one."""

from __future__ import annotations

from articles.ingest.absence import NO_ARTICLE
from articles.ingest.comparing import comparable
from articles.ingest.markup import Markup
from articles.ingest.reading import MOST_HEAD_LINES, SITE_BORDER, Reading, plain
from articles.ingest.titles.wording import BORDER_OF_SITE, names_site_behind


def find_marked_title(reading: Reading, markup: Markup) -> bool:
    """Take the title from the page's first-level heading, else from its head; True if that settles it, with or without one."""
    page = reading.page
    said = markup.statements
    stated = said.get("og:title") or next((entry["headline"] for entry in markup.linked_data if isinstance(entry.get("headline"), str)), None)
    full = said.get("title", "")
    site = comparable(said.get("og:site_name", ""))
    headings = [i for i in range(page.count) if reading.is_kept(i) and "h1" in page.regions(i) and reading.length(i) <= 500]
    headings = [i for i in headings if comparable(page.line(i)) != site or not site]
    if any(NO_ARTICLE.match(part) for part in (*SITE_BORDER.split(full), *map(page.line, headings))):
        return True
    evidence = comparable(f"{stated or ''} {full}")
    best = next((i for i in headings if comparable(page.line(i)) in evidence), headings[0] if headings else None)
    parts = [comparable(part) for part in SITE_BORDER.split(full)]
    if best is not None and len(parts) > 1 and comparable(page.line(best)) == parts[-1]:  # the first-level heading is the site's name
        below = (i for i in range(page.count) if reading.is_kept(i) and page.regions(i) & {"h1", "h2", "h3"} and reading.length(i) <= 500)
        named = next((i for i in below if comparable(page.line(i)) == parts[0]), None)
        if named is not None:
            page.removed[best] = "page header"
            best = named
    best = _named_by_class(reading, evidence, best)
    if best is not None:
        if any(reading.is_kept(i) for i in range(page.count) if i != best):
            reading.state_line("title", best)
        return True
    if not stated:
        return False  # the head's title may be the site's: a line of the page decides
    border = list(BORDER_OF_SITE.finditer(stated))
    if border and names_site_behind(stated, border[-1]) and comparable(stated[border[-1].end() :]) in (site, *parts[1:]):
        stated = stated[: border[-1].start()]
    title = _whole_title(reading, stated, full)
    same = next((i for i in page.kept()[:MOST_HEAD_LINES] if reading.is_kept(i) and comparable(page.line(i)) == comparable(title)), None)
    if same is not None and any(reading.is_kept(i) for i in range(page.count) if i != same):
        reading.state_line("title", same)
    else:
        reading.values["title"] = plain(title)
    return True


def _named_by_class(reading: Reading, evidence: str, heading: int | None) -> int | None:
    """Return the one line above the text whose class calls it the headline, where the head says it too or no heading is one; else ``heading``."""
    page = reading.page
    text = next((i for i in page.kept() if reading.is_kept(i) and page.is_prose(i) and not page.regions(i) & {".title", ".subtitle"}), page.count)
    called = [i for i in range(text) if reading.is_kept(i) and ".title" in page.regions(i) and page.is_short(i)]
    if len(called) != 1 or heading in called:
        return heading
    said = comparable(page.line(called[0]))
    return called[0] if heading is None or (said in evidence and ".title" not in page.regions(heading)) else heading


def _whole_title(reading: Reading, stated: str, full: str) -> str:
    """Return the title that ``stated`` is the beginning of, where the page's head cut it short with dots."""
    if not stated.endswith(("...", "…")):
        return stated
    begin = comparable(stated.rstrip(".… "))
    lines = (reading.page.line(i) for i in reading.page.kept()[:MOST_HEAD_LINES] if reading.page.is_short(i))
    return next(
        (text for text in (*lines, *SITE_BORDER.split(full)) if comparable(text).startswith(begin) and not text.endswith(("...", "…"))), stated
    )
