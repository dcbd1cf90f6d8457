"""Where one article ends in a capture and the next begins."""

from __future__ import annotations

from itertools import pairwise

from articles.ingest.reading import Reading
from articles.ingest.record import Doubt
from articles.ingest.statements import read_dateline, read_statement


def keep_first_article(reading: Reading) -> None:
    """Find where further articles begin below the marks that close one, and leave them out of the draft."""
    page = reading.page
    closing = [i for i in range(page.count) if _closes_article(reading, i)]
    closed = set(closing)
    ends = [i + 1 for i in closing if i + 1 not in closed]
    cuts: list[int] = []
    begin = 0
    for end, following in zip(ends, [*ends, page.count][1:], strict=True):
        has_text_before = any(page.is_prose(i) for i in range(begin, end) if i not in closed)
        has_text_after = any(page.is_prose(i) for i in range(end, following) if i not in closed)
        is_closed_too = end < following and following - 1 in closed
        if has_text_before and has_text_after and (is_closed_too or _opens_article(reading, end)):
            cuts.append(end)
            begin = end
    if not cuts:
        return
    borders = [0, *(page.start(cut) for cut in cuts), len(reading.layer.text)]
    reading.parts = tuple(pairwise(borders))
    for i in range(cuts[0], page.count):
        page.removed[i] = "next article"
    reading.doubts.append(Doubt("several-articles", f"The capture holds {len(reading.parts)} articles, one below the other; this is the first."))


def _closes_article(reading: Reading, i: int) -> bool:
    """Tell whether line ``i`` stands below articles: an end mark, a claim of rights, a note on the issue."""
    if reading.page.removed.get(i) == "end mark":
        return True
    if reading.page.removed.get(i) == "separator":  # between two reports; within one text no dateline follows it
        return any(read_dateline(reading.page.raw(j)[:200]) for j in range(i + 2, min(i + 4, reading.page.count)))
    if not reading.page.is_short(i) or not reading.page.raw(i).startswith(("Copyright", "©", "(", "COPYRIGHT", "All rights", "Все права")):
        return False
    fields = read_statement(reading.page.raw(i)) or ()
    return any(found.name in ("rights", "issue") for found in fields)


def _opens_article(reading: Reading, i: int) -> bool:
    """Tell whether an article begins at line ``i``: with a dateline, or with a title and a by-line or date near."""
    for j in range(i, min(i + 4, reading.page.count)):
        if read_dateline(reading.page.raw(j)[:200]):
            return True
        fields = read_statement(reading.page.raw(j)) if reading.page.is_short(j) else None
        if fields and any(found.name in ("byline", "published_on", "bare_date") for found in fields):
            return True
    return False
