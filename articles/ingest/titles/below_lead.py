"""Headlines that stand below a paragraph: a lead, who wrote the text, a greeting, or all of the text there is."""

from __future__ import annotations

import re

from articles.ingest.dates import is_relative_date
from articles.ingest.lines import is_title_like
from articles.ingest.reading import Reading
from articles.ingest.statements.lines import read_statement
from articles.ingest.statements.people import read_person
from kzarchive.patterns import Pattern

_MOST_PARAGRAPHS_ABOVE = 3
_MOST_LINES_TO_HEADLINE = 14
_LONGEST_LEAD = 2500  # characters
_LEAST_WORDS = 4
_SAY_WHEN_OR_WHO = frozenset({"published_on", "bare_date", "authors"})


def find_headline_below_lead(reading: Reading) -> None:
    """Find the headline that stands right above the day or the by-line of its text, with a paragraph, and no other headline, above it.

    That paragraph is a lead, or says who writes; where no text stands below the day, it is the text itself.
    """
    page = reading.page
    kept = [i for i in page.kept() if i not in reading.captions][:_MOST_LINES_TO_HEADLINE]
    if reading.layer.is_marked_up or "title" in reading.values:
        return
    first = next((n for n, i in enumerate(kept) if page.is_prose(i)), None)
    if first is not None and _stands_below_deck(reading, kept, first):
        reading.state_line("title", kept[first + 1])
        if "subtitle" not in reading.values:
            reading.state_line("subtitle", kept[first])
        return
    if first is None or any(_may_be_headline(reading, i, least_words=2) for i in kept[:first]):
        return
    if first == 0 and _heads_heading(reading, kept):
        reading.state_line("title", kept[1])  # and the paragraph above it is the first of the text
        return
    at = next((n for n in range(first + 1, len(kept) - 1) if _is_headline(reading, kept[n])), None)
    if at is None or sum(page.is_prose(i) for i in kept[:at]) > _MOST_PARAGRAPHS_ABOVE or any(reading.length(i) > _LONGEST_LEAD for i in kept[:at]):
        return
    has_text_below = any(page.is_prose(i) for i in page.kept() if i > kept[at + 1])
    if not has_text_below:
        reading.state_line("title", kept[at])
        return
    for i in kept[:at]:
        if page.is_prose(i):
            page.removed[i] = "lead above the headline"


_LONGEST_DECK = 45  # words
_BELOW_HEADLINE = frozenset({"photo credit", "page control", "reading time", "share bar"})


def _stands_below_deck(reading: Reading, kept: list[int], first: int) -> bool:
    """Tell whether a headline stands apart between its deck, the paragraph ``first``, and the controls of the page or the credit of its picture.

    The deck opens the page, or stands right below the day, and no line above could be the headline.
    """
    page = reading.page
    if first + 2 >= len(kept) or not page.is_short(kept[first]) or len(page.line(kept[first]).split()) > _LONGEST_DECK:
        return False
    headline = kept[first + 1]
    is_dated = first == 0 or any(_says_when_or_who(reading, i) for i in kept[max(0, first - 2) : first])
    is_apart = page.follows_gap(kept[first]) and page.follows_gap(headline) and page.removed.get(headline + 1) in _BELOW_HEADLINE
    if not is_dated or not is_apart or not _may_be_headline(reading, headline):
        return False
    return not any(_may_be_headline(reading, i) for i in kept[:first])


_LEAST_WORDS_ABOVE_HEADING = 8
_MOST_WORDS_OF_HEADING = 6
_LEADS_TO_OTHERS = Pattern(r"(?:читайте|читать|смотрите|read|see|also|lesen sie|(?:à )?(?:lire|voir)|тағы|оқи|ayrıca|bunu)\b", re.I)


def _heads_heading(reading: Reading, kept: list[int]) -> bool:
    """Tell whether a longer headline stands apart right below the first paragraph of a page, and above the first heading of the text."""
    page = reading.page
    if len(kept) < 4 or page.is_prose(kept[2]) or not page.is_prose(kept[3]) or not all(page.follows_gap(i) for i in kept[1:4]):
        return False
    if _LEADS_TO_OTHERS.match(page.line(kept[1])) or not _may_be_headline(reading, kept[1], least_words=_LEAST_WORDS_ABOVE_HEADING):
        return False
    return _may_be_headline(reading, kept[2], least_words=2) and len(page.line(kept[2]).split()) <= _MOST_WORDS_OF_HEADING


def _may_be_headline(reading: Reading, i: int, *, least_words: int = _LEAST_WORDS) -> bool:
    page = reading.page
    line = page.line(i) if page.is_short(i) else ""
    if len(line.split()) < least_words or page.is_prose(i) or line[-1] in ".:;," or not is_title_like(line):
        return False
    return read_statement(page.raw(i)) is None and read_person(page.raw(i)) is None and not is_relative_date(page.raw(i))


def _is_headline(reading: Reading, i: int) -> bool:
    """Tell whether line ``i`` reads as a headline, and the next says who wrote a text, or when; or the one above when, with a paragraph below."""
    page = reading.page
    if not _may_be_headline(reading, i) or i + 1 >= page.count:
        return False
    if _says_when_or_who(reading, i + 1):
        return True
    if not page.follows_gap(i):
        return False
    is_read_in = page.removed.get(i - 1) in ("reading time", "view counter")
    return is_read_in or (page.is_prose(i + 1) and _says_when_or_who(reading, i - 1))


def _says_when_or_who(reading: Reading, i: int) -> bool:
    page = reading.page
    if not page.is_short(i) or page.is_prose(i):
        return False
    return any(field.name in _SAY_WHEN_OR_WHO for field in read_statement(page.raw(i)) or ())
