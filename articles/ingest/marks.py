"""The marks that Markdown and wikis set at titles, headings and pictures, in pages that were saved or exported so."""

from __future__ import annotations

from articles.ingest.page import Page
from articles.ingest.reading import Reading
from kzarchive.patterns import Pattern

_NUMBER_SIGNS = Pattern(r"(?P<signs>#{1,6})\s+(?P<text>[^\s#].*?)(?:\s+#{1,6})?")
_EQUALS_SIGNS = Pattern(r"(?P<signs>={1,6})\s?(?P<text>[^\s=][^=]*?)\s?(?P=signs)")
_BOLD = Pattern(r"(?P<signs>\*\*|__)(?P<text>[^\s*_][^*]{2,300}?)(?P=signs)")
_PICTURE = Pattern(r"(?:\[\s?)?!\[[^\[\]]{0,300}\]\(\S{1,600}(?:\s[\"“][^\"”]{0,200}[\"”])?\)(?:\s?\]\(\S{1,600}\))?")
_BY_FIRST_SIGN = {"#": _NUMBER_SIGNS, "=": _EQUALS_SIGNS, "*": _BOLD, "_": _BOLD}


def part_marks_of_markup(reading: Reading) -> None:
    """Part titles and headings from the marks around them, lines that are bold as a whole too, and leave out the lines that are a picture.

    A number sign before one word alone is a mark only on a page with headings of a lower level: sites set one before their tags.
    """
    page = reading.page
    if reading.layer.is_marked_up:
        return
    has_levels: bool | None = None
    for i in page.kept():
        if not page.is_ruled(i):
            continue
        raw = page.raw(i)
        if raw[0] in "![" and _PICTURE.fullmatch(raw):
            page.removed[i] = "text of a picture"
            continue
        marks = _BY_FIRST_SIGN.get(raw[0])
        found = marks.fullmatch(raw) if marks and page.is_short(i) else None
        if not found:
            continue
        if marks is _NUMBER_SIGNS and " " not in found["text"]:
            has_levels = _has_levels(page) if has_levels is None else has_levels
            if not has_levels:
                continue
        start = page.start(i)
        first, last = found.span("text")
        reading.remove_stretch(start, start + first, "separator")
        reading.remove_stretch(start + last, page.end(i), "separator")
        page.narrow(i, start + first, start + last)


def _has_levels(page: Page) -> bool:
    """Tell whether a line of ``page`` has two number signs or more and a blank behind them."""
    lines = (page.raw(i) for i in page.kept() if page.is_short(i) and page.text.startswith("##", page.start(i)))
    return any(_NUMBER_SIGNS.fullmatch(line) for line in lines)
