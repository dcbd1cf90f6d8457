"""Lines that a program broke at a fixed width, put together again to the paragraphs they were."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from typing import NamedTuple

from articles.ingest.dates import find_dates
from articles.ingest.statements.names import has_given_name, names_person
from articles.ingest.vocabulary import SECTIONS
from kzarchive.patterns import Pattern

_WIDEST_LINE = 110
_NARROWEST_LINE = 40
_SHARE_OF_NARROW_COLUMN = 0.85
_SHARE_OF_BROKEN_LINE = 0.75
_SHARE_OF_RAGGED_LINE = 0.7
_SHARE_OF_FIRST_LINE = 0.5
_LEAST_INDENT = 4


class Lines(NamedTuple):
    """Where the lines of a text begin and end, half-open, in code points, and which of them follow a gap."""

    starts: array
    ends: array
    gaps: bytearray


def join_wrapped_lines(text: str, lines: Lines) -> Lines:
    """Put the lines of paragraphs together again where a program broke them at a fixed width, or a copy made a block of each.

    The width shows where sentences run on from line to line. A break is the program's only where the next
    word would not have fitted; any other was meant by a person and stays.
    """
    if joined := _join_paragraphs_set_in(text, lines):
        return joined
    running_on, touching, width = _running_on(text, lines, lines.gaps)
    if running_on >= 3 and running_on >= 0.25 * touching:
        return _join_lines(text, lines, lines.gaps, width, room=width)
    # Every line a block of its own: letters are not equally wide there, and so the lines not equally long.
    running_on, touching, width = _running_on(text, lines, bytes(len(lines.gaps)))
    if sum(lines.gaps) > 0.9 * len(lines.gaps) and running_on >= 5 and running_on >= 0.4 * touching:
        return _join_lines(text, lines, bytes(len(lines.gaps)), width, room=_SHARE_OF_NARROW_COLUMN * width)
    return lines


def _runs_on(text: str, lines: Lines, i: int) -> bool:
    """Tell whether line ``i`` goes on with a small letter where the line above it ends no sentence."""
    return text[lines.starts[i]].islower() and text[lines.ends[i - 1] - 1] not in ".!?"


def _join_paragraphs_set_in(text: str, lines: Lines) -> Lines | None:
    """Put together the lines of paragraphs whose first line is set in, and no other: an agency's text that was broken at a fixed width."""
    starts, ends, gaps = lines
    indents = [start - text.rfind("\n", 0, start) - 1 for start in starts]
    opening = 0
    running_on = [0, 0]  # in a block with no line set in, and below one that is
    is_inside = False
    for i in range(1, len(starts)):
        is_inside = (is_inside and not gaps[i]) or indents[i] >= _LEAST_INDENT
        if gaps[i]:
            continue
        if indents[i] >= _LEAST_INDENT:
            opening += ends[i] - starts[i] >= _NARROWEST_LINE  # entries of lists are short
        else:
            running_on[is_inside] += _runs_on(text, lines, i)
    if opening < 2 or running_on[True] < max(3, opening, running_on[False]):
        return None
    width = max((ends[i - 1] - starts[i - 1] for i in range(1, len(starts)) if not gaps[i] and _runs_on(text, lines, i)), default=0)
    joined = Lines(array("q"), array("q"), bytearray())
    is_inside = False
    for i in range(len(starts)):
        if is_inside and not gaps[i] and indents[i] < _LEAST_INDENT:
            is_inside = ends[i - 1] - starts[i - 1] >= _SHARE_OF_RAGGED_LINE * min(width, _WIDEST_LINE) or _runs_on(text, lines, i)
        if is_inside and not gaps[i] and indents[i] < _LEAST_INDENT:
            joined.ends[-1] = ends[i]
            continue
        is_inside = indents[i] >= _LEAST_INDENT
        _append(joined, lines, i)
    return joined


def _append(joined: Lines, lines: Lines, i: int) -> None:
    joined.starts.append(lines.starts[i])
    joined.ends.append(lines.ends[i])
    joined.gaps.append(lines.gaps[i])


def _running_on(text: str, lines: Lines, gaps: Sequence[int]) -> tuple[int, int, int]:
    """Return at how many breaks a sentence goes on in the next line, how many breaks there are without a gap, and the width that shows."""
    starts, ends, _ = lines
    touching = running_on = width = 0
    for i in range(1, len(starts)):
        length = ends[i - 1] - starts[i - 1]
        if gaps[i] or length < _NARROWEST_LINE or (length <= _WIDEST_LINE and text[starts[i - 1] : ends[i - 1]].isupper()):
            continue  # a line in capitals, or of a few words, is of the head, and of no paragraph
        touching += 1
        if length <= _WIDEST_LINE and _runs_on(text, lines, i):
            running_on += 1
            width = max(width, length)
    return running_on, touching, width


def _lines_of_wrapped_blocks(text: str, lines: Lines, gaps: Sequence[int]) -> bytearray:
    """Return which lines stand in a block, with a gap above and another block before it, in which a sentence runs on into small letters.

    In the first block of a page the first line may be its title.
    """
    marked = bytearray(len(gaps))
    first = 0
    runs_on = False
    for i in range(1, len(gaps) + 1):
        if i == len(gaps) or gaps[i]:
            if runs_on and first:
                marked[first:i] = b"\x01" * (i - first)
            first, runs_on = i, False
        else:
            runs_on = runs_on or _runs_on(text, lines, i)
    return marked


def _join_lines(text: str, lines: Lines, gaps: Sequence[int], width: int, *, room: float) -> Lines:
    """Join each line with the one above whose first word would not have fitted there, where no gap is between them.

    ``room`` is less than ``width`` where lines differ in length: then a line that no sentence runs on from is joined only inside a paragraph.
    """
    starts, ends, _ = lines
    runs_on = _lines_of_wrapped_blocks(text, lines, gaps) if room == width else bytes(len(gaps))
    joined = Lines(array("q"), array("q"), bytearray())
    is_inside = has_joined = False
    for i in range(len(starts)):
        if i and not gaps[i]:
            length = ends[i - 1] - starts[i - 1]
            first_word = re.match(r"\S{1,100}", text[starts[i] : starts[i] + 100])[0]
            is_ended = text[ends[i - 1] - 1] in ".!?"
            is_full = _NARROWEST_LINE <= length <= width and length + 1 + len(first_word) > (width if is_ended else room)
            least = _SHARE_OF_FIRST_LINE if i == 1 else _SHARE_OF_RAGGED_LINE  # a dateline may be gone from the first line of all
            goes_on = not is_ended and text[starts[i]].islower() and length >= least * width  # letters are not equally wide
            is_full = is_full or (goes_on and length <= width)
            may_go_on = room == width or is_inside or text[starts[i]].islower() or ends[i] - starts[i] >= _SHARE_OF_NARROW_COLUMN * width
            is_cut = length >= _NARROWEST_LINE and text[ends[i - 1] - 1] not in ".!?:;"
            goes_on = room == width and is_cut and text[starts[i]].islower()
            goes_on = goes_on or (runs_on[i] and is_cut and length >= _SHARE_OF_BROKEN_LINE * width and text[ends[i - 1] - 1] not in '”»"')
            is_joined = ((is_full and may_go_on) or goes_on) and not _states_by_itself(text[starts[i] : ends[i]], text[starts[i - 1] : ends[i - 1]])
            if is_joined and not is_inside and not has_joined:  # the first paragraph of all, or what stands above it
                is_joined = not _opens_anew(text[starts[i - 1] : ends[i - 1]], text[starts[i] : ends[i]], text)
            if is_joined:
                joined.ends[-1] = ends[i]
                is_inside = has_joined = True
                continue
        is_inside = False
        _append(joined, lines, i)
    return joined


_LONGEST_STATEMENT = 60
_MOST_LETTERS_BESIDE_DAY = 16
_OPENS_BYLINE = Pattern(r"(?:By|BY|Von|Par|Автор[ы:]?|Текст:|Yazar:|Yazan:|Мәтін:|Photo:|Фото:|Foto:)\s")


def _states_by_itself(line: str, above: str) -> bool:
    """Tell whether ``line`` is a section, a by-line, a name or a day, and ends no sentence: no part of a paragraph, be the line above full."""
    if line[-1] == "," and names_person(line[:-1]):  # who signs; what he is stands below
        return True
    if len(line) > _LONGEST_STATEMENT or line[-1] in ".,;!?" or line[0].islower():
        return False
    name = line.partition(",")[0]
    if line.casefold().rstrip(":") in SECTIONS or (line.isupper() and not above.isupper() and len(line.split()) > 1):
        return True
    if _OPENS_BYLINE.match(line) or (has_given_name(name.split()[0]) and names_person(name.title() if name.isupper() else name)):
        return True
    days = find_dates(line)
    return bool(days) and sum(char.isalpha() for char in line[: days[0].start] + line[days[-1].end :]) <= _MOST_LETTERS_BESIDE_DAY


_CLOCK_AT_END = Pattern(r"[0-9]{1,2}:[0-9]{2}(?:\s?\([^()]{1,20}\))?$")
_WORD = Pattern(r"[^\W\d_]+")
_LEAST_LETTERS = 4
_TEXT_LOOKED_AT = 20_000


def _opens_anew(above: str, line: str, text: str) -> bool:
    """Tell whether ``line`` begins a sentence of its own below a day and its hour, or a headline that is as full as a line of a paragraph.

    Its first word has a capital that it has not elsewhere in ``text``, and no name leads to it; or words have capitals above, and here not.
    """
    if _CLOCK_AT_END.search(above):
        return True
    words, first = _WORD.findall(above), _WORD.match(line.lstrip("\"«“„‘'"))
    if not words or not first or not first[0][0].isupper():
        return False
    if (share := _share_of_capitals(above)) > 1 / 2:
        return share >= 3 / 4 and len(line.split()) >= _LEAST_WORDS_OF_SENTENCE and _share_of_capitals(line) <= 1 / 4
    is_name_led_to = words[-1][0].isupper() and first[0].isascii()  # "the Ministry of Foreign / Affairs"; in Cyrillic the second has no capital
    leads_on = is_name_led_to or len(words[-1]) < _LEAST_LETTERS or above[-1] in ",;:-–—"
    return not leads_on and re.search(rf"(?<![^\W_]){re.escape(first[0].lower())}\w{{0,2}}(?![^\W_])", text[:_TEXT_LOOKED_AT]) is not None


_LEAST_WORDS_OF_SENTENCE = 6


def _share_of_capitals(line: str) -> float:
    long = [word for word in _WORD.findall(line)[1:] if len(word) >= _LEAST_LETTERS]
    return sum(word[0].isupper() for word in long) / max(1, len(long))
