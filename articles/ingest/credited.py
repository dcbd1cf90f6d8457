"""Captions that are known by their credit: the line above a photographer's name, the line that ends in one, what goes on below it."""

from __future__ import annotations

import re

from articles.ingest.comparing import comparable
from articles.ingest.credits import AGENCY_IN_BRACKETS, CREDIT_OF_FIGURE, credit_at_end
from articles.ingest.lines import CREDIT_BEFORE_CAPTION
from articles.ingest.reading import CAPTIONS, HEADINGS, LONG_WORD, Reading, is_address, is_host
from articles.ingest.statements.datelines import read_dateline
from articles.ingest.titles.placing import is_above_caption
from kzarchive.patterns import Pattern

_MOST_WORDS_OF_AGENCY = 180
_MOST_LINES_BELOW_TITLE = 12
MOST_LINES_ABOVE_TEXT = 20
LONGEST_OF_AGENCY_IN_BRACKETS = 1200
_THROUGH_WHOM = Pattern(r"\([^()]*(?:/|\bvia\b)[^()]*\)(?:\s\|)?$")
_IN_THIS_PICTURE = Pattern(r"in (?:this|the) (?:[\w-]+ )?(?:photo(?:graph)?|picture|image)\b", re.I)
_MOST_WORDS_OF_PICTURE = 40


# By these a sentence is told from the name of a picture.
FINITE_VERB = Pattern(
    r"\b(?:a(?=\s\w+(?:é|i|u|is|it)\b)|ont|est|sont|était|étaient|sera|avait|is|are|was|were|has|have|had|said|will|ist|sind|war|waren|hat|haben|hatte|wurde|wurden)\b|"
    r"\b\w+(?:ed|ит|ет|ла|ли|ло|лся|лись)\b"
)
_LABELLED_CREDIT = Pattern(r"credit\s?:\s", re.I)
_ENDS_WITH_YEAR = Pattern(r",\s(?:19|20)[0-9]{2}\.?$")
_CONTROL_BEHIND_CREDIT = Pattern(r"(?<=[.!?»”\w])\s?\([^()]{3,60}\)\s+(?:photo details|image details|bilddetails|détails de la photo)$", re.I)


def _ends_text(reading: Reading, i: int) -> bool:
    """Tell whether line ``i`` is the last sentence of the text: prose stands right above it and nowhere below."""
    page = reading.page
    is_sentence = page.raw(i)[-1] in ".!?" and not page.follows_gap(i) and i > 0 and reading.is_kept(i - 1) and page.is_prose(i - 1)
    return is_sentence and not any(reading.is_kept(j) and page.is_prose(j) for j in range(i + 1, min(page.count, i + 40)))


def is_long_caption(reading: Reading, i: int) -> bool:
    """Tell whether line ``i``, among the first of its page, is the long caption of an agency, with who took the picture in brackets at its end."""
    is_near = i < MOST_LINES_ABOVE_TEXT and 0 < reading.length(i) <= LONGEST_OF_AGENCY_IN_BRACKETS
    return is_near and bool(AGENCY_IN_BRACKETS.search(reading.page.raw(i)))


def tells_of_picture(raw: str) -> bool:
    """Tell whether ``raw``, with an agency at its end, can be nothing but a caption: a report has no picture, and none through whom it came."""
    return bool(_THROUGH_WHOM.search(raw) or _IN_THIS_PICTURE.match(raw))


def find_credited_captions(reading: Reading) -> None:
    """Take for a caption the short line above the name of a photographer, and the line that ends in one."""
    page = reading.page
    title = reading.title_line()
    text = next((i for i in range((title or 0) + 1, page.count) if reading.is_kept(i) and page.is_prose(i)), 0)
    first_kept = next((i for i in range(page.count) if reading.is_kept(i)), None)
    for i in range(page.count):
        if not reading.is_kept(i) or not (page.is_short(i) or is_long_caption(reading, i)):
            continue
        words = page.line(i).split()
        is_above_text = title is not None and title < i < text and len(words) <= 8 and all(word[0].isupper() for word in words)  # a name
        is_in_one_block = not page.follows_gap(i + 1) if i + 1 < page.count else False
        opens_page = title is None and i == first_kept
        is_paragraph = page.is_prose(i) and not page.regions(i) & (CAPTIONS | {"figure"})  # no caption, though a credit stands below it
        is_dated = (
            title is not None
            and title < i <= title + _MOST_LINES_BELOW_TITLE
            and (not FINITE_VERB.search(page.line(i)) or bool(_LABELLED_CREDIT.match(page.line(i + 1) if i + 1 < page.count else "")))
            and bool(_ENDS_WITH_YEAR.search(page.raw(i)))
        )
        is_beside = is_in_one_block or is_above_text or opens_page or is_dated or (reading.layer.is_marked_up and not is_paragraph)
        if page.removed.get(i + 1) == "photo credit" and not _ends_text(reading, i) and is_beside:
            if (
                2 <= len(page.line(i).split()) <= 25
                and not page.regions(i) & HEADINGS
                and page.raw(i)[-1].isprintable()
                and LONG_WORD.search(page.raw(i))
            ):
                if title is not None and i < title and comparable(page.line(i)) == comparable(page.line(title)):
                    page.removed[i] = "repeated title"
                else:
                    reading.captions.add(i)
                    if is_in_one_block and _is_text_of_picture(reading, i - 1):
                        reading.captions.add(i - 1)
            continue
        raw = page.raw(i)
        control = _CONTROL_BEHIND_CREDIT.search(raw)
        if control:
            reading.captions.add(i)
            reading.remove_stretch(page.start(i) + control.start(), page.end(i), "photo credit")
            reading.body_ends[i] = page.start(i) + control.start()
            continue
        before = CREDIT_BEFORE_CAPTION.match(raw)
        if before and before["caption"].count(".") <= 1:
            reading.captions.add(i)
            reading.begin_body(i, page.start(i) + before.start("caption"), "photo credit")
            continue
        if i - 1 in reading.captions and _goes_on_below_caption(reading, i):
            reading.captions.add(i)
            continue
        credit = credit_at_end(raw) or _name_in_brackets(reading, i, title) or (CREDIT_OF_FIGURE.search(raw) if page.regions(i) & CAPTIONS else None)
        begin = reading.body_starts.get(i, page.start(i)) - page.start(i)
        if credit and begin < credit.start() and credit[0].endswith(said := raw[begin : credit.start()].strip()) and said:
            page.removed[i] = "photo credit"  # a picture of which nothing but its maker is said, twice
            continue
        longest = _MOST_WORDS_OF_AGENCY if is_long_caption(reading, i) else 45
        if credit and credit.start() > 8 and len(raw.split()) <= longest:
            reading.captions.add(i)
            end = page.start(i) + credit.start() + (raw[credit.start()] == ".")
            reading.body_ends[i] = end
            reading.remove_stretch(end, page.end(i), "photo credit")
            part_doubled_words(reading, i, end)
            if _is_text_of_picture(reading, i - 1):
                reading.captions.add(i - 1)
        elif title is not None and (_is_cut_caption(reading, i, title) or _stands_above_host(reading, i, title)):
            reading.captions.add(i)


# Who took the picture or gave it, behind the stop of a caption: "The quay at night. (Lamp House)".
_NAME_IN_BRACKETS = Pattern(
    r"(?<=[.!?»”])\s\((?-i:[^\W\d_a-zа-яё])[\w’'.-]*(?:\s(?:of|the|and|via|de|du|der|von|(?-i:[^\W\d_a-zа-яё])[\w’'.-]*)){0,5}\)$"
)
_MOST_WORDS_ABOVE_TEXT = 30


def _is_first_below(reading: Reading, i: int, title: int | None) -> bool:
    """Tell whether line ``i`` is the first below the title that no rule knows."""
    return title is not None and title < i and not any(reading.is_kept(j) for j in range(title + 1, i))


def _name_in_brackets(reading: Reading, i: int, title: int | None) -> re.Match[str] | None:
    """Return the name in brackets that line ``i`` ends in, if it is a sentence alone between the statements below the title and running text."""
    page = reading.page
    found = _NAME_IN_BRACKETS.search(page.raw(i)) if len(page.line(i).split()) <= _MOST_WORDS_ABOVE_TEXT else None
    if not found or not _is_first_below(reading, i, title):
        return None
    below = next((j for j in range(i + 1, page.count) if reading.is_kept(j)), None)
    return found if below is not None and page.is_prose(below) and page.follows_gap(below) else None


def _stands_above_host(reading: Reading, i: int, title: int) -> bool:
    """Tell whether line ``i``, the first below the title and no sentence, stands above the host that its picture is from: "kremlin.example"."""
    page = reading.page
    below = i + 1
    is_line = below + 1 < page.count and page.raw(i)[-1] not in ".!?…:" and not reading.layer.is_marked_up
    return is_line and _is_first_below(reading, i, title) and is_host(page.raw(below)) and page.is_prose(below + 1)


_LEAST_WORDS_OF_CUT_CAPTION = 10


def _is_cut_caption(reading: Reading, i: int, title: int) -> bool:
    """Tell whether line ``i``, in one block with title or subtitle, is a long line without a stop at its end, and running text stands apart below."""
    page = reading.page
    below = i + 1
    is_beside = title < i <= title + 3 and i - 1 in reading.stated and not page.follows_gap(i) and below < page.count
    is_cut = page.raw(i)[-1].isalnum() and "/" not in page.raw(i) and len(page.line(i).split()) >= _LEAST_WORDS_OF_CUT_CAPTION
    return is_beside and is_cut and not reading.layer.is_marked_up and page.follows_gap(below) and page.is_prose(below)


def is_line_of_picture(reading: Reading, i: int) -> bool:
    """Tell whether line ``i`` above the text ends in the credit of a picture, or stands in one block right above a line that does."""
    page = reading.page
    below = i + 1
    if ends_in_credit(reading, i):
        return True
    is_near = below < page.count and not page.follows_gap(below) and reading.is_kept(below) and page.is_short(i)
    return is_near and len(page.line(i).split()) <= _MOST_WORDS_OF_PICTURE and ends_in_credit(reading, below)


def ends_in_credit(reading: Reading, i: int) -> bool:
    """Tell whether line ``i`` near the top, or the title, is a caption with the credit of its picture at the end."""
    page = reading.page
    is_near = i <= MOST_LINES_ABOVE_TEXT or i <= (reading.title_line() or 0) + MOST_LINES_ABOVE_TEXT
    credit = credit_at_end(page.raw(i)) if page.is_short(i) and is_near else None
    return bool(credit) and credit.start() > 8 and len(page.line(i).split()) <= _MOST_WORDS_OF_PICTURE


def _is_text_of_picture(reading: Reading, i: int) -> bool:
    """Tell whether line ``i``, above a caption in one block with it, is what a browser shows for a picture.

    Where the credit is not glued to the caption, the two stand alone, below something else than the title.
    """
    page = reading.page
    if i < 1 or not reading.is_kept(i) or i in reading.captions or not page.is_short(i) or page.follows_gap(i + 1):
        return False
    title = reading.title_line()
    is_parted_above = (
        page.follows_gap(i) or i - 1 in page.removed or i - 1 in reading.stated or is_address(page.raw(i - 1)) or page.line(i - 1).isdigit()
    )
    is_parted_below = i + 2 >= page.count or page.follows_gap(i + 2) or i + 2 in page.removed
    is_block = is_parted_above and is_parted_below and title is not None and i > title + 1
    is_sentence = page.is_prose(i) or page.raw(i)[-1] in ".!?:,;"
    return 2 <= len(page.line(i).split()) <= 25 and (is_block or (not is_sentence and is_above_caption(page, i)))


def _goes_on_below_caption(reading: Reading, i: int) -> bool:
    """Tell whether line ``i``, right below a line that ends in a picture's credit, says in a sentence what that shows: a report follows, apart."""
    page = reading.page
    below = i + 1
    if reading.layer.is_marked_up or i > MOST_LINES_ABOVE_TEXT or i - 1 not in reading.body_ends or page.follows_gap(i) or below >= page.count:
        return False
    is_one = page.is_short(i) and page.is_prose(i) and len(page.line(i).split()) <= _MOST_WORDS_OF_PICTURE
    report = page.text[page.start(below) : min(page.end(below), page.start(below) + 300)]
    return is_one and page.follows_gap(below) and page.is_prose(below) and read_dateline(report) is not None


def part_doubled_words(reading: Reading, i: int, end: int) -> None:
    """Leave out the first half of a caption that says the same twice: the text of the picture and the caption below it, run together."""
    start = reading.page.start(i)
    words = reading.page.text[start:end].split()
    half = len(words) // 2
    if half >= 2 and len(words) == 2 * half and words[:half] == words[half:]:
        second = reading.page.text.index(words[0], start + 1, end)
        while reading.page.text[second:end].split() != words[half:]:
            second = reading.page.text.index(words[0], second + 1, end)
        reading.begin_body(i, second, "repeated caption")
