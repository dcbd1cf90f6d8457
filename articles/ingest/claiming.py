"""A stretch of a line becomes a field's, whatever the rules left the line out for."""

from __future__ import annotations

from articles.ingest.reading import Reading
from articles.ingest.record import Removed


def claim(reading: Reading, i: int, printed: str, *, least: int = 0) -> int | None:
    """Let ``printed``, which stands in line ``i`` at ``least`` or behind it, be left out no longer and return where; None if its blanks were folded.

    What stands beside it in a line that was left out stays so.
    """
    page = reading.page
    at = page.raw(i).find(printed, least)
    if at < 0:
        return None
    start, end = page.start(i) + at, page.start(i) + at + len(printed)
    rule = page.removed.pop(i, None)
    if rule is not None:
        reading.stated.add(i)
        reading.remove_stretch(page.start(i), start, rule)
        reading.remove_stretch(end, page.end(i), rule)
    elif i in reading.stated:
        reading.removed = [part for cut in reading.removed for part in _beside(reading, cut, start, end)]
    return at


def _beside(reading: Reading, cut: Removed, start: int, end: int) -> list[Removed]:
    """Return what is left of ``cut`` beside the stretch from ``start`` to ``end``."""
    if cut.end <= start or end <= cut.start:
        return [cut]
    parts = ((cut.start, start), (end, cut.end))
    return [Removed(first, last, cut.rule) for first, last in parts if first < last and reading.layer.text[first:last].strip()]
