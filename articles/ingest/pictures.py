"""Pictures by what a page prints beside them: their names, the number of a slide, a label before the caption."""

from __future__ import annotations

import re
from itertools import pairwise

from articles.ingest.credited import MOST_LINES_ABOVE_TEXT
from articles.ingest.credits import credit_at_end
from articles.ingest.dates import find_dates
from articles.ingest.reading import Reading, is_host
from kzarchive.patterns import Pattern

_LONGEST_OF_AGENCY = 900


def leave_out_names_of_pictures(reading: Reading, kept: list[int]) -> None:
    """Leave out the lines, of those ``kept``, that are nothing but the text of a picture."""
    _leave_out_name_of_chart(reading, kept)
    _leave_out_names_with_width(reading, kept)


def find_captions_by_marks(reading: Reading, kept: list[int]) -> None:
    """Find the captions, among the lines ``kept``, behind a label or beside the number of a slide."""
    _find_captions_behind_labels(reading, kept)
    _find_captions_of_slides(reading, kept)
    _find_captions_below_formats(reading)
    _find_captions_told_with_credit(reading, kept)
    _find_texts_of_gallery(reading, kept)
    _find_caption_above_label_of_source(reading, kept)


# The name of the picture that a page opens with, as the word behind it tells: "Rainfall at the harbours chart".
_NAMES_CHART = Pattern(r"[^\W\d_a-zа-яё]\S*(?:\s\S+){1,7}\s(?-i:chart|infographic|screenshot|graph|diagram|инфографика)$")


def _leave_out_name_of_chart(reading: Reading, kept: list[int]) -> None:
    """Leave out the first line of a page where it is the name of a chart and the title follows right below."""
    page = reading.page
    is_first = len(kept) > 2 and page.is_short(kept[0]) and page.is_short(kept[1]) and not page.follows_gap(kept[1])
    if is_first and _NAMES_CHART.match(page.raw(kept[0])) and len(page.line(kept[1]).split()) >= 4:
        page.removed[kept[0]] = "text of a picture"


# The text of a picture as an agency's pages give it: what is on it, the house, the picture's width and the day of the article.
_NAME_HOUSE_AND_WIDTH = Pattern(r"\S.{2,200} [-–—] (?:\S+\s){1,4}?\S+, [0-9]{3,4}, (?P<day>[0-9]{2}\.[0-9]{2}\.(?:19|20)[0-9]{2})")


def _leave_out_names_with_width(reading: Reading, kept: list[int]) -> None:
    """Leave out the text of a picture that ends in its width and the day of the article, where a line above prints that day as well."""
    page = reading.page
    head = [i for i in kept[:MOST_LINES_ABOVE_TEXT] if page.is_short(i)]
    for n, i in enumerate(head):
        named = _NAME_HOUSE_AND_WIDTH.fullmatch(page.raw(i))
        if named and any(named["day"] in page.raw(j) for j in head[:n]):
            page.removed[i] = "text of a picture"


_NUMBER_OF_SLIDE = Pattern(r"\[[0-9]{1,2}/[0-9]{1,2}\]\s?(?=[^\W\d_a-zа-яё])")


def _find_captions_of_slides(reading: Reading, kept: list[int]) -> None:
    """Find captions with the number of their picture, "[1/2] The harbour", and the text of the picture right above them."""
    page = reading.page
    for i in kept[1:MOST_LINES_ABOVE_TEXT]:
        number = _NUMBER_OF_SLIDE.match(page.raw(i)) if reading.length(i) <= _LONGEST_OF_AGENCY else None
        if not number:
            _find_captions_beside_number(reading, i)
            continue
        reading.captions.add(i)
        reading.begin_body(i, page.start(i) + number.end(), "field label")
        above = i - 1
        if above in kept and page.is_short(above) and page.text.startswith(page.raw(above)[:24], page.start(i) + number.end()):
            page.removed[above] = "repeated caption"


_NUMBER_OF_SLIDE_ALONE = Pattern(r"[0-9]{1,2} (?:из|of|von|sur) [0-9]{1,2}")
_MOST_WORDS_BESIDE_NUMBER = 14


def _find_captions_beside_number(reading: Reading, i: int) -> None:
    """Take line ``i`` for a caption where it stands in one block with the number of a picture and its credit: "1 of 6"."""
    page = reading.page
    first, last = i, i + 1
    while first and not page.follows_gap(first) and i - first < 4:
        first -= 1
    while last < page.count and not page.follows_gap(last) and last - i < 4:
        last += 1
    block = range(first, last)
    has_number = any(page.is_short(j) and _NUMBER_OF_SLIDE_ALONE.fullmatch(page.raw(j)) for j in block)
    if has_number and any(page.removed.get(j) == "photo credit" for j in block) and len(page.line(i).split()) <= _MOST_WORDS_BESIDE_NUMBER:
        reading.captions.add(i)


_CAPTION_BEHIND_LABEL = Pattern(r"(?:image caption|fotoğraf altı yazısı|подпись к фото|légende image|légende|bildunterschrift),\s(?=\S)", re.I)


_HEADS_CAPTION = Pattern(r"(?:in the (?:picture|photo|image)(?:graph)?|im bild|на (?:фото|снимке)|sur la photo|fotoğrafta|суретте)\s?:?", re.I)
_MOST_WORDS_OF_CAPTION = 45


def _find_captions_behind_labels(reading: Reading, kept: list[int]) -> None:
    """Find captions behind a label with a comma, as a broadcaster prints them, and the text of the picture above its source."""
    page = reading.page
    for i in kept[:MOST_LINES_ABOVE_TEXT]:
        below = i + 1
        if below in kept and page.is_short(i) and _HEADS_CAPTION.fullmatch(page.line(i)) and len(page.line(below).split()) <= _MOST_WORDS_OF_CAPTION:
            page.removed[i] = "field label"
            reading.captions.add(below)
    for i in kept:
        label = _CAPTION_BEHIND_LABEL.match(page.raw(i)) if page.is_short(i) else None
        if not label:
            continue
        reading.captions.add(i)
        reading.begin_body(i, page.start(i) + label.end(), "field label")
        above = i - 2
        if above > 0 and page.removed.get(i - 1) == "photo credit" and above in kept and page.is_short(above) and not page.is_prose(above):
            reading.captions.add(above)


_FORMAT_AND_SIZE = Pattern(r"(?:jpe?g|png|gif|webp)\s[-–]\s[0-9]+(?:[.,][0-9]+)?\s(?:[km]i?o|[km]b)$|[0-9]{1,3}\.(?:jpe?g|png|gif|webp)$", re.I)
_MOST_WORDS_BELOW_FORMAT = 30


def _find_captions_below_formats(reading: Reading) -> None:
    """Take for a caption the line right below the format and size of a picture, or its number as a file, as publishing systems print them."""
    page = reading.page
    for i in range(1, page.count):
        if not page.is_short(i - 1) or not _FORMAT_AND_SIZE.match(page.raw(i - 1)):
            continue
        page.removed.setdefault(i - 1, "text of a picture")
        is_block = not page.follows_gap(i) and (i + 1 == page.count or page.follows_gap(i + 1))
        if reading.is_kept(i) and page.is_short(i) and is_block and len(page.line(i).split()) <= _MOST_WORDS_BELOW_FORMAT:
            reading.captions.add(i)


_CREDIT_IN_FRONT = Pattern(r"(?:©|(?:[\w.’&-]+\s){0,2}(?:photo|foto|фото|bild|image)s?\b|[\w.’&-]+\s?/).{0,50}", re.I)
_TOPIC = Pattern(r"[^\W\d_][^:.!?]{2,40}:\s")
_LEAST_WORDS_TOLD_TWICE = 5


def _find_captions_told_with_credit(reading: Reading, kept: list[int]) -> None:
    """Find the text of a picture and the caption right below it that says the same, its credit before or behind it.

    "The pier at dawn", "LNA Photo/Anna Kim The pier at dawn"; "Kuryk: The pier at dawn", "The pier at dawn © Anna Kim/LNA". Where
    the words are the same, one of the two is left out.
    """
    page = reading.page
    for above, below in pairwise(kept[1:MOST_LINES_ABOVE_TEXT]):
        if below != above + 1 or not page.is_short(above) or not page.is_ruled(below) or len(page.line(above).split()) < _LEAST_WORDS_TOLD_TWICE:
            continue
        shown, caption = page.line(above), page.line(below)
        credit = credit_at_end(caption)
        told = caption[: credit.start()].rstrip() if credit else ""
        topic = _TOPIC.match(shown)
        is_before = caption.endswith(f" {shown}") and bool(_CREDIT_IN_FRONT.fullmatch(caption[: -len(shown)].strip()))
        is_behind = len(told.split()) >= _LEAST_WORDS_TOLD_TWICE and told in (shown, shown[topic.end() :] if topic else shown)
        if not is_before and not is_behind:
            continue
        reading.captions.update((above, below))
        if told == shown:
            page.removed[above] = "repeated caption"
        if is_before:
            reading.begin_body(below, page.end(below) - len(page.raw(above)), "photo credit")


def _find_texts_of_gallery(reading: Reading, kept: list[int]) -> None:
    """Find the texts of several pictures between the day and the first paragraph: lines without a stop that begin with the same two words."""
    page = reading.page
    text = next((n for n, i in enumerate(kept[:MOST_LINES_ABOVE_TEXT]) if page.is_prose(i)), 0)
    run: list[int] = []
    for i in reversed(kept[1:text]):
        words = page.line(i).split() if page.is_short(i) and page.raw(i)[-1].isalnum() else []
        if not _LEAST_WORDS_OF_GALLERY <= len(words) <= _MOST_WORDS_OF_GALLERY or (run and words[:2] != page.line(run[0]).split()[:2]):
            break
        run.append(i)
    are_several = len({page.line(i) for i in run}) == len(run) >= 2 and run[-1] + len(run) == kept[text]
    if are_several and any(find_dates(page.line(i)) for i in kept[:text] if i < run[-1] and page.is_short(i)):
        reading.captions.update(run)


_LEAST_WORDS_OF_GALLERY, _MOST_WORDS_OF_GALLERY = 4, 14


_LABEL_OF_SOURCE = Pattern(r"(?:image |photo )?(?:source|credit)|fot\.?|quelle|źródło|crédit", re.I)


def _find_caption_above_label_of_source(reading: Reading, kept: list[int]) -> None:
    """Find a caption above the label of its source, which is a host: "Ship in the port", "Source", "shutterstock.com"."""
    page = reading.page
    for i in kept[1:MOST_LINES_ABOVE_TEXT]:
        label, source = i + 1, i + 2
        if source >= page.count or not all(page.is_short(j) for j in (i, label, source)) or page.is_prose(i):
            continue
        if (
            _LABEL_OF_SOURCE.fullmatch(page.line(label))
            and is_host(page.raw(source))
            and not page.follows_gap(label)
            and not page.follows_gap(source)
        ):
            reading.captions.add(i)
            page.removed[label] = page.removed[source] = "photo credit"
