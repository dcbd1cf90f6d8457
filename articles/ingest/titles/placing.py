"""What the place of a line on its page tells of it: above a by-line, in a list, at the end of a path, told again below."""

from __future__ import annotations

import re

from articles.ingest.credits import credit_at_end
from articles.ingest.dates import find_dates, is_whole_day
from articles.ingest.lines import names_site
from articles.ingest.page import Page
from articles.ingest.people.reporters import opens_with_reporter
from articles.ingest.reading import LONG_WORD, Reading
from articles.ingest.statements.bylines import read_byline
from articles.ingest.statements.datelines import is_whole_dateline, read_dateline
from articles.ingest.statements.lines import read_statement
from articles.ingest.statements.names import has_given_name
from articles.ingest.statements.people import read_person
from articles.ingest.titles.wording import INITIALS, NUMBER_OF_PART, SEVERAL_SENTENCES
from articles.ingest.vocabulary import FRONT_PAGE
from kzarchive.patterns import Pattern


def is_numbered(page: Page, i: int) -> bool:
    """Tell whether line ``i`` is one of a list of parts: the next line, or the one above, has the number that follows, or precedes, its own."""
    number = NUMBER_OF_PART.match(page.line(i))
    others = {j - i: NUMBER_OF_PART.match(page.line(j)) for j in (i - 1, i + 1) if number and 0 <= j < page.count and page.is_short(j)}
    return any(other and int(other[1]) == int(number[1]) + step for step, other in others.items())


def is_motto(reading: Reading, i: int) -> bool:
    """Tell whether line ``i`` is what somebody said, and the next alone says who: the motto of a paper, above its headlines."""
    page = reading.page
    if (
        reading.layer.is_marked_up
        or i + 2 >= page.count
        or not page.follows_gap(i + 1)
        or not page.follows_gap(i + 2)
        or page.line(i)[-1] not in '!»”"'
    ):
        return False
    people = read_person(page.raw(i + 1)) if page.is_short(i + 1) else None
    return bool(people) and len(people) == 2 and not people[1].role and len(page.line(i + 1).split()) <= 3


def is_stopped_headline(page: Page, i: int) -> bool:
    """Tell whether line ``i``, between gaps, ends with a full stop but writes its words with capitals, as English headlines do."""
    line = page.line(i)
    words = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    is_apart = i + 1 < page.count and page.follows_gap(i + 1) and page.is_short(i)
    is_one = line.endswith(".") and line[-2].isalnum() and 6 <= len(line.split()) <= 20 and line.isascii() and not SEVERAL_SENTENCES.search(line)
    return is_apart and is_one and len(words) >= 4 and sum(word[0].isupper() for word in words) >= 0.85 * len(words)


_LEAST_WORDS_TOLD_AGAIN = 5


def is_told_again(page: Page, i: int) -> bool:
    """Tell whether line ``i``, the first of its page and apart, is one sentence whose words the paragraph below has nearly all again: a headline.

    It quotes the name of something.
    """
    line = page.line(i)
    below = i + 1
    if i or page.layer.is_marked_up or below >= page.count or not page.follows_gap(below) or not page.is_short(i) or not line.endswith("."):
        return False
    quoted = _NAME_IN_QUOTES.search(line)
    words = {word[:5] for word in LONG_WORD.findall(line.casefold())}
    again = page.text[page.start(below) : min(page.end(below), page.start(below) + 1500)]
    is_one = not SEVERAL_SENTENCES.search(line.replace(quoted[0], "") if quoted else line) and len(line.split()) <= 20 and len(again.split()) >= 20
    if not is_one or not quoted or len(words) < _LEAST_WORDS_TOLD_AGAIN:
        return False
    return len(words & {word[:5] for word in LONG_WORD.findall(again.casefold())}) >= 0.7 * len(words)


_NAME_IN_QUOTES = Pattern(r"[“«„\"][^“”«»„\"]{12,160}[”»“\"]")


def stands_twice_around_day(page: Page, i: int) -> bool:
    """Tell whether line ``i`` is a headline with a stop that stands twice: at the end of a path through the site, and below the day.

    Nothing else stands between the two.
    """
    if not i or not page.is_short(i) or page.layer.is_marked_up or page.raw(i)[-1] != "." or page.raw(i).endswith(".."):
        return False
    between = (day for day, other in ((i - 1, i - 2), (i + 1, i + 2)) if 0 < other < page.count and page.raw(other) == page.raw(i))
    return any(page.is_short(day) and not page.is_prose(day) and find_dates(page.line(day)) for day in between)


def _states_who_or_when(raw: str) -> bool:
    """Tell whether a line is a by-line that says so, or nothing but a day."""
    if raw.startswith(("By ", "Par ", "Von ", "Автор: ", "Yazan: ", "Yazar: ")):
        return any(found.name == "authors" for found in read_byline(raw) or ())
    return is_whole_day(raw)


def is_above_byline(page: Page, i: int) -> bool:
    """Tell whether line ``i``, the first of its page, of a few words with a stop or a question, is alone above who wrote the text, or when."""
    below = i + 1
    if i or page.layer.is_marked_up or below >= page.count or not page.is_short(i) or not page.is_short(below):
        return False
    may_be_one = page.raw(i).endswith((".", "?")) and not page.raw(i).endswith("..") and len(page.line(i).split()) <= 15
    if may_be_one and _states_who_or_when(page.raw(below)):
        return True
    people = read_person(page.raw(below)) if may_be_one and page.follows_gap(below) else None
    return bool(people) and (bool(INITIALS.search(page.raw(below))) or has_given_name(people[-1].value))


def is_day_of_text(reading: Reading, i: int) -> bool:
    """Tell whether line ``i`` ends in the day of which the first paragraph tells: "Council of Pilots, 20 June 2021" above "On 20 June 2021 ..."."""
    page = reading.page
    text = next((j for j in range(i + 1, min(page.count, i + 12)) if page.is_prose(j)), None)
    days = find_dates(page.line(i))
    if text is None or len(page.line(i)[: days[0].start].split()) < 3:
        return False
    told = {date.readings for date in find_dates(page.text[page.start(text) : min(page.end(text), page.start(text) + 600)])}
    return all(day.readings in told for day in days)


def ends_path(page: Page, i: int) -> bool:
    """Tell whether a path from the front page, close above line ``i``, ends with what stands in that line."""
    line = page.line(i)
    return line.count(" ") >= 2 and any(page.line(j).endswith(f" {line}") and OPENS_PATH.match(page.line(j)) for j in range(max(0, i - 4), i))


OPENS_PATH = Pattern(rf"{FRONT_PAGE}\s\S", re.I)


def heads_text(reading: Reading, i: int) -> bool:
    """Tell whether line ``i``, the first of the page, stands apart as titles do: three to twelve words, no question, a gap below."""
    page = reading.page
    words = page.line(i).split()
    is_apart = i == 0 and page.count > 1 and page.follows_gap(1)
    return is_apart and reading.is_kept(i) and 3 <= len(words) <= 12 and page.line(i)[-1] not in "?.:;," and not names_site(page.line(i))


_SAY_WHEN_OR_WHO = frozenset({"published_on", "bare_date", "authors"})


def heads_report(reading: Reading, i: int) -> bool:
    """Tell whether line ``i``, the first of its page, is a long headline without a stop, apart from what stands below it.

    That is the day or who wrote the text, alone in its line, or a dateline, be it at the head of the first paragraph.
    """
    page = reading.page
    if i or reading.layer.is_marked_up or page.count < 3 or not page.is_short(0) or not page.follows_gap(1):
        return False
    if not page.raw(0)[-1].isalnum() and page.raw(0)[-1] not in ")»”":
        return False
    below = page.raw(1)[:200]
    if page.is_short(1) and page.follows_gap(2) and not page.is_prose(1):
        fields = read_statement(page.raw(1))
        return any(field.name in _SAY_WHEN_OR_WHO for field in fields or ()) or is_whole_dateline(page.raw(1)) or opens_with_reporter(below)
    return page.is_prose(1) and (bool(read_dateline(below)) or opens_with_reporter(below))


def is_above_caption(page: Page, i: int) -> bool:
    """Tell whether the next line, in one block with line ``i``, is a caption with its credit glued to it: line ``i`` is of the picture too."""
    below = i + 1
    if page.layer.is_marked_up or below >= page.count or page.follows_gap(below) or not page.is_short(below):
        return False
    credit = credit_at_end(page.raw(below))
    return bool(credit) and credit.start() > 0 and page.raw(below)[credit.start() - 1 : credit.start() + 1].isalnum()


_SAYING = Pattern(r"[«„“\"][^«»„“”\"]{8,160}[»“”\"][.,]?")
_WHOSE_SAYING = Pattern(r"\([^()]{3,50}\)\.?")


def is_of_saying(page: Page, i: int) -> bool:
    """Tell whether line ``i`` is a saying in quotation marks, or says in brackets below one whose it is: "(a proverb of the Tatars)"."""
    first = i - 1 if _WHOSE_SAYING.fullmatch(page.line(i)) else i
    is_followed = 0 < first < page.count - 1 and page.is_short(first) and page.is_short(first + 1) and not page.follows_gap(first + 1)
    if not is_followed or not _SAYING.fullmatch(page.line(first)):
        return False
    return bool(_WHOSE_SAYING.fullmatch(page.line(first + 1))) and not find_dates(page.line(first + 1))
