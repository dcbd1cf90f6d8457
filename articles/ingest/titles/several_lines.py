"""A title that a page broke over several lines."""

from __future__ import annotations

from collections.abc import Iterator

from articles.ingest.dates import find_dates
from articles.ingest.lines import names_site
from articles.ingest.reading import LONG_WORD, Reading, is_host
from articles.ingest.statements.names import names_person
from articles.ingest.statements.people import read_person, read_post_and_name
from articles.ingest.titles.contest import Contest
from articles.ingest.titles.wording import ENDS_OPEN, is_in_capitals, letters_alone
from kzarchive.patterns import Pattern


def title_over_two_lines_again(reading: Reading, titles: list[int]) -> int | None:
    """Return the one of ``titles`` that is printed again over two lines below it, and leave these out; None if there is none."""
    page = reading.page
    wanted = {letters_alone(page.line(i)): i for i in reversed(titles) if len(page.line(i).split()) >= 5}
    last = min(page.count - 1, titles[-1] + 12)
    for i in range(titles[0] + 1, last):
        if all(j not in reading.stated and page.is_short(j) for j in (i, i + 1)):
            title = wanted.get(letters_alone(page.line(i) + page.line(i + 1)))
            if title is not None and title < i:
                page.removed[i] = page.removed[i + 1] = "repeated title"
                return title
    return None


_MOST_LINES_BROKEN = 4
_LEAST_WORDS_BROKEN = 6


def title_broken_otherwise_again(reading: Reading, titles: list[int]) -> tuple[int, int] | None:
    """Return the first and last of the lines from one of ``titles`` on that stand again below, broken in other places; leave out the second time.

    A paper has its title on the sheet before it and at its own head. None if there is no such title.
    """
    page = reading.page

    def windows(first: int) -> Iterator[tuple[int, str]]:
        text = ""
        for last in range(first, min(page.count, first + _MOST_LINES_BROKEN)):
            if last in reading.stated or not page.is_short(last) or page.is_prose(last):
                return
            text += f" {page.line(last)}"
            yield last, text

    known: dict[str, tuple[int, int]] = {}
    for first in titles:
        for last, text in windows(first):
            letters = letters_alone(text)
            again = known.get(letters)
            if again and again[0] < again[1] < first and len(text.split()) >= _LEAST_WORDS_BROKEN and last - first != again[1] - again[0]:
                page.removed.update(dict.fromkeys(range(first, last + 1), "repeated title"))
                return again
            known.setdefault(letters, (first, last))
    return None


def lines_of_title(contest: Contest, best: int) -> tuple[int, int]:
    """Return the first and the last line of the title of which ``best`` is one; twice ``best`` if it is the whole title."""
    reading, page = contest.reading, contest.page
    first = last = best
    while best - first < 4 and not page.follows_gap(first):
        if not (_leads_on(contest, first - 1) or (best - first < 2 and _is_begun_above(contest, first))):
            break
        first -= 1
    below = best + 1
    if below in contest.titles:
        is_in_block = not page.follows_gap(below)
        is_continued = is_in_block and is_in_capitals(page.raw(best)) and is_in_capitals(page.raw(below))
        if is_continued or _goes_on(reading, best) or _is_left_open(reading, best):
            last = below
            while last - best < 3 and _is_left_open(reading, last) and last + 1 in contest.titles:
                last += 1
    capitals = _lines_in_capitals(reading, best)
    return capitals if capitals and capitals[1] - capitals[0] > last - first else (first, last)


_MOST_LINES_IN_CAPITALS = 6


def _lines_in_capitals(reading: Reading, best: int) -> tuple[int, int] | None:
    """Return the first and the last line of a title in capitals that a printed page broke, blanks between, one of its lines left open.

    Papers copied from printed pages have it so: "THE LIGHTHOUSES OF THE EAST AND", "THOSE OF THE WEST", in lines apart; a name ends it.
    """
    page = reading.page

    def goes_on(i: int) -> bool:
        is_line = 0 <= i < page.count and reading.is_kept(i) and page.is_short(i) and is_in_capitals(page.raw(i))
        is_under = is_line and i > 0 and not page.follows_gap(i) and is_in_capitals(page.raw(i - 1))  # a word alone
        return is_line and (is_under or len(page.line(i).split()) >= 2) and not names_person(page.line(i).title()) and not names_site(page.line(i))

    if not goes_on(best):
        return None
    first = last = best
    while last - first < _MOST_LINES_IN_CAPITALS and goes_on(first - 1):
        first -= 1
    while last - first < _MOST_LINES_IN_CAPITALS and goes_on(last + 1):
        last += 1
    is_open = any(ENDS_OPEN.search(f" {page.raw(i)}") or page.raw(i).endswith(",") for i in range(first, last))
    return (first, last) if is_open and not ENDS_OPEN.search(page.raw(last)) else None


def _leads_on(contest: Contest, i: int) -> bool:
    """Tell whether the headline in the next line begins in line ``i`` already: both in capitals, or a word or a colon leads from one to the other."""
    reading, page = contest.reading, contest.page
    if i < 0 or not reading.is_kept(i) or not page.is_short(i) or not 2 <= len(page.line(i).split()) <= 14:
        return False
    line, is_announced = page.line(i), page.line(i).endswith(":")
    if find_dates(line):  # "June 17, 2025 • 9:12 am ET"
        return False
    if is_in_capitals(line) and is_in_capitals(page.raw(i + 1)):
        return i in contest.titles or is_announced or line.endswith(",")
    words = LONG_WORD.findall(line.casefold())
    is_of_text = len(words) > 0 and sum(word[:4] in contest.words_of_text for word in words) >= 0.5 * len(words)
    return bool(ENDS_OPEN.search(line)) or (is_announced and is_of_text)


_MOST_WORDS_BEGUN = 4


def _is_begun_above(contest: Contest, i: int) -> bool:
    """Tell whether line ``i``, of a title in short lines, begins with a small letter and goes on from a few words in the line above it."""
    reading, page = contest.reading, contest.page
    above = i - 1
    if reading.layer.is_marked_up or above < 0 or not reading.is_kept(above) or not page.is_short(above) or not page.line(i)[0].islower():
        return False
    words = page.line(above).split()
    return len(words) <= _MOST_WORDS_BEGUN and words[0][0].isupper() and words[-1][-1].isalnum() and not names_person(page.line(above))


def _is_left_open(reading: Reading, i: int) -> bool:
    """Tell whether the headline in line ``i`` ends in a word or a sign that leads to the next line, which is in one block with it."""
    page = reading.page
    below = i + 1
    is_near = not page.follows_gap(below) and page.is_short(below) and len(page.line(below).split()) <= 14
    return is_near and bool(ENDS_OPEN.search(page.line(i))) and not _may_end_so(page.line(i), page.line(below))


_MAY_END_SENTENCE = Pattern(r"\s(?:for|with|to|on|in|by|at|from)$")
_LEAST_WORDS_OF_SENTENCE = 5


def _may_end_so(line: str, below: str) -> bool:
    """Tell whether the headline ``line`` may end in its preposition, and ``below`` begin anew: most of its words are small, and a capital follows."""
    words = line.split()
    is_sentence = len(words) >= _LEAST_WORDS_OF_SENTENCE and sum(word[0].islower() for word in words) > 0.5 * len(words)
    return bool(_MAY_END_SENTENCE.search(line)) and below[0].isupper() and (is_sentence or bool(read_person(below)))


def _goes_on(reading: Reading, i: int) -> bool:
    """Tell whether the headline in line ``i`` goes on in the next, which begins with a small letter, and the text does not."""
    page = reading.page
    below = i + 1
    is_near = not reading.layer.is_marked_up and not page.follows_gap(below)
    begins_small = is_near and page.text[page.start(below)].islower() and not is_host(page.raw(below))
    return (
        begins_small
        and len(page.line(below).split()) <= 12
        and page.text[page.end(below) - 1].isalnum()
        and page.line(i)[-1].isalnum()
        and ":" not in page.line(below)
        and not read_post_and_name(page.line(below))
    )
