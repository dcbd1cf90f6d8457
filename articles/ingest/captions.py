"""Captions: printed twice, glued to a paragraph, above a photographer's name."""

from __future__ import annotations

import re
from itertools import pairwise

from articles.ingest.clean import is_repetition
from articles.ingest.reading import CAPTIONS, HEADINGS, LONG_WORD, Reading

_LONGEST_CAPTION = 300
_CREDIT_OF_FIGURE = re.compile(r"\s*\([^()]{3,40}/[^()]{3,40}\)$|\s(?:[^\W\d_a-zа-я]{2,}\s){1,3}/\s[^a-zа-я]{3,30}$|\s/\s[^/]{3,40}$")
_CREDIT = re.compile(
    r"\s*[|/(\[.]?\s*(?:photo(?:graph)?|foto|фото|сурет|fotoğraf|image|bild(?:quelle)?|crédit(?: photo)?)\s?[:©]\s?[^:;!?]{2,60}[)\]]?$", re.I
)


def find_captions(reading: Reading) -> None:
    """Find lines printed twice running: below a picture and beside it. The first stays, as a caption."""
    page = reading.page
    kept = page.kept()
    has_doubled_title = False
    first_prose = next((i for i in kept if page.is_prose(i)), 0)
    for first, second in pairwise(kept):
        if second != first + 1 or first in page.removed or reading.length(first) > _LONGEST_CAPTION:
            continue
        if _is_glued_caption(reading, first, second):
            reading.captions.add(first)
            reading.body_starts[second] = page.start(second) + reading.length(first)
            reading.remove_stretch(page.start(second), reading.body_starts[second], "repeated caption")
            continue
        if reading.length(second) > _LONGEST_CAPTION:
            continue
        if page.text[page.start(first)] != page.text[page.start(second)] and not page.text[page.start(first)].isalpha():
            continue
        if is_repetition(page.line(first), page.line(second)):
            is_above_text = first < first_prose and not has_doubled_title and page.removed.get(second + 1) != "photo credit"
            if (first == kept[0] or is_above_text) and not page.is_prose(first):
                has_doubled_title = True
                page.removed[second] = "repeated title"
            else:
                page.removed[second] = "repeated caption"
                reading.captions.add(first)


def _is_glued_caption(reading: Reading, first: int, second: int) -> bool:
    """Tell whether line ``second`` is line ``first`` again with a paragraph glued to it, no blank between."""
    page = reading.page
    if reading.length(first) < 12 or not page.text.startswith(page.raw(first), page.start(second)):
        return False
    rest = page.text[page.start(second) + reading.length(first) : page.end(second)]
    return len(rest) > 40 and (rest[0].isupper() or rest[0] in '«“„"—–')


def find_credited_captions(reading: Reading) -> None:
    """Take for a caption the short line above the name of a photographer, and the line that ends in one."""
    page = reading.page
    for i in range(page.count):
        if not reading.is_kept(i) or not page.is_short(i):
            continue
        if page.removed.get(i + 1) == "photo credit" and not (page.follows_gap(i + 1) and not reading.layer.markup):
            if (
                2 <= len(page.line(i).split()) <= 25
                and not page.regions(i) & HEADINGS
                and page.raw(i)[-1].isprintable()
                and LONG_WORD.search(page.raw(i))
            ):
                reading.captions.add(i)
            continue
        raw = page.raw(i)
        credit = _CREDIT.search(raw) or (_CREDIT_OF_FIGURE.search(raw) if page.regions(i) & CAPTIONS else None)
        if credit and credit.start() > 8 and len(raw.split()) <= 45:
            reading.captions.add(i)
            end = page.start(i) + credit.start() + (raw[credit.start()] == ".")
            reading.body_ends[i] = end
            reading.remove_stretch(end, page.end(i), "photo credit")
