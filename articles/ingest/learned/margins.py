"""Where a text begins and ends, by what its lines show: the lines at either end that read like what stands beside texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import takewhile

from articles.ingest.boilerplate.shelves import names_shelf
from articles.ingest.learned.features import Sheet
from articles.ingest.learned.weights import weights_of
from articles.ingest.notes import is_entry, is_head_of_notes, is_marked_note
from articles.ingest.opening import heads_text, is_opening_heading
from articles.ingest.page import Page
from articles.ingest.reading import CAPTIONS, Reading
from articles.ingest.statements.datelines import read_dateline
from articles.ingest.statements.names import is_salutation
from kzarchive.patterns import Pattern

_MOST_LINES_ABOVE = 150
_MOST_LINES_BELOW = 60
# In logarithms of odds: a paragraph is taken for none of the text only where that is so much likelier than even, and a line that is so
# much likelier of the text than not ends the margin, whatever stands beyond it.
_ODDS_OF_PARAGRAPH_ABOVE = 2.0
_ODDS_OF_PARAGRAPH_BELOW = 0.5
_ODDS_OF_ENTRY_BELOW = 1.5
_SURELY_OF_TEXT = -1.5
_LEAST_ODDS = 0.7  # of all lines of a margin together
_LEAST_SHARE_OF_TEXT = 0.5  # of the letters that the rules took for text must stay
_MOST_LINES_OF_NOTES = 150
_LEAST_WORDS_OF_CAPTION = 6
_LEAST_WORDS_OF_PARAGRAPH = 25
_LONGEST_DATELINE = 300
_NAMES_WHO = Pattern(r"\b(?i:by|von|par)\s[^\W\d_a-zа-яё]")
_MOST_WORDS_OF_HEADING = 5  # a longer line above a text is a caption or a deck as often


def leave_out_margins(reading: Reading) -> None:
    """Leave out the lines above and below a text that no rule knows, where their words and shapes tell that they are none of it.

    So many lines running from either end are taken as make together the likeliest margin: a line that could be of the text goes with
    those beyond it that clearly are not. Headings under which texts open and entries of a list of notes are the text's.
    """
    page = reading.page
    kept = [i for i in range(page.count) if reading.is_kept(i) and i not in reading.captions and not page.regions(i) & CAPTIONS]
    if len(kept) < 2:
        return
    sheet = Sheet(page)
    least = _LEAST_SHARE_OF_TEXT * sum(reading.length(i) for i in kept)
    above = takewhile(lambda i: i in sheet.lines and not _opens_text(reading, i), kept[:_MOST_LINES_ABOVE])
    above = _margin(above, lambda i: weights_of("above").score(sheet.above(i)) - _ODDS_OF_PARAGRAPH_ABOVE * _is_paragraph(page, i))
    is_note = _notes_at_end(reading, kept)
    below = takewhile(lambda i: i in sheet.lines and not is_note(i), kept[: -_MOST_LINES_BELOW - 1 : -1])
    below = _margin(below, lambda i: weights_of("below").score(sheet.below(i)) - _odds_of_shape_below(page, i))
    if below and len(below) < len(kept) and _names_shelf(page, label := kept[-len(below) - 1]):
        below.append(label)
    for rule, lines in (("above the text", above), ("below the text", below)):
        margin = frozenset(lines)
        left = [i for i in kept if i not in margin]
        if lines and sum(reading.length(i) for i in left) >= least:
            _leave_out(reading, lines, rule)
            kept = left


def _names_shelf(page: Page, i: int) -> bool:
    """Tell whether line ``i`` announces other texts, with a colon: what it announces was no text, nor is it."""
    return page.is_short(i) and page.raw(i)[-1] == ":" and names_shelf(page.line(i))


def _odds_of_shape_below(page: Page, i: int) -> float:
    """Return how much more than others line ``i`` must show, as a paragraph, a row of a table or an entry of a list that the text may announce."""
    is_entry_or_row = page.raw(i)[0] in "-–—•" or not any(map(str.isalpha, page.line(i)))
    return _ODDS_OF_ENTRY_BELOW if is_entry_or_row else _ODDS_OF_PARAGRAPH_BELOW * page.is_prose(i)


def _is_paragraph(page: Page, i: int) -> bool:
    """Tell whether line ``i`` is running text, or as long, with a colon at its end: a list or a quotation is to follow."""
    return page.is_prose(i) or len(page.line(i).split()) >= _LEAST_WORDS_OF_PARAGRAPH


def _opens_text(reading: Reading, i: int) -> bool:
    """Tell whether line ``i`` is a heading, a salutation or a dateline with which a text opens."""
    page = reading.page
    line = page.line(i)
    if is_opening_heading(line) or is_salutation(line) or (page.is_prose(i) and read_dateline(line[:_LONGEST_DATELINE])):
        return True
    is_above_text = not page.is_prose(i) and page.is_short(i) and i + 1 < page.count and reading.is_kept(i + 1) and page.is_prose(i + 1)
    is_heading = len(line.split()) <= _MOST_WORDS_OF_HEADING and line[-1] not in ".:;,!?)"
    return is_above_text and is_heading and (line[0] in '“"«„' or heads_text(reading, i, i + 1))


def _notes_at_end(reading: Reading, kept: list[int]) -> Callable[[int], bool]:
    """Return what tells whether a line is an entry of the list of notes or references that closes the text."""
    page = reading.page
    has_head = any(page.is_short(i) and is_head_of_notes(page.line(i)) for i in kept[-_MOST_LINES_OF_NOTES:])
    return lambda i: is_entry(page.line(i)) if has_head else is_marked_note(page.line(i)) and is_entry(page.line(i)[3:])


def _margin(lines: Iterable[int], odds_of: Callable[[int], float]) -> list[int]:
    """Return the first of ``lines``, which run from one end of the text, whose odds have the greatest sum; none if it is small."""
    looked_at: list[int] = []
    margin: list[int] = []
    total, best = 0.0, _LEAST_ODDS
    for i in lines:
        odds = odds_of(i)
        if odds < _SURELY_OF_TEXT:
            break
        looked_at.append(i)
        total += odds
        if total > best:
            best, margin = total, list(looked_at)
    return margin


def _is_text_of_picture(reading: Reading, i: int) -> bool:
    """Tell whether line ``i``, of a margin above a text, stands between it and the title, and is as long as a caption."""
    page = reading.page
    title = reading.title_line()
    below = next((j for j in range(i + 1, page.count) if j not in page.removed), i)
    is_between = title is not None and title < i < below and page.is_short(i) and (page.is_prose(below) or below in reading.captions)
    is_long = len(page.line(i).split()) >= _LEAST_WORDS_OF_CAPTION and page.raw(i)[-1].isalnum()
    return is_between and is_long and not _NAMES_WHO.search(page.line(i))


def _leave_out(reading: Reading, lines: list[int], rule: str) -> None:
    page = reading.page
    for i in sorted(lines, reverse=True):
        if rule == "above the text" and _is_text_of_picture(reading, i):
            reading.captions.add(i)
        else:
            page.removed[i] = rule
    for i in [i for i in reading.captions if i > min(lines) and rule == "below the text" and reading.is_kept(i)]:
        reading.captions.discard(i)
        page.removed[i] = rule
