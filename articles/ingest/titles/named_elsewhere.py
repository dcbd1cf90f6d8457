"""What the foot of a page says of a candidate for its title: that an article of this name is to be cited, that this is who owns the page, or that
what stands below it is an entry of a blog.

Each function takes the contest and the number of a line, and returns whether what it knows is so.
"""

from __future__ import annotations

import re

from articles.ingest.comparing import comparable
from articles.ingest.dates import find_dates
from articles.ingest.titles.contest import Contest, words_alone
from kzarchive.patterns import Pattern

_LEAST_WORDS_CITED = 2
_NUMBERS_VOLUME = frozenset({"vol", "volume", "т", "том", "tome", "band", "bd", "jg", "cilt", "no", "issue", "issn"})


def is_cited_as_title(contest: Contest, i: int) -> bool:
    """The note on how the article is to be cited has the words of the line behind others, and those of no other candidate before: of a journal."""
    at = _place_of(contest, i)
    if at < 0 or any(0 <= _place_of(contest, j) < at for j in contest.titles if j != i):
        return False
    behind = contest.cited[at:].split()[len(words_alone(contest.line(i))) :][:1]
    return not _NUMBERS_VOLUME.intersection(behind)


def _place_of(contest: Contest, i: int) -> int:
    words = words_alone(contest.line(i))
    return contest.cited.find(f" {' '.join(words)} ") if len(words) >= _LEAST_WORDS_CITED else -1


def holds_copyright(contest: Contest, i: int) -> bool:
    """The line is the name of who owns the page, as its foot says."""
    return comparable(contest.line(i)) in contest.holders


_SIGNS_ENTRY = Pattern(
    r"(?:posted by|publié par|gepostet von|eingestellt von|gönderen|автор:?)\s.{3,40}?\s(?:at|à|um|в|zaman:)\s[0-9]{1,2}:[0-9]{2}\b", re.I
)


def stands_between_day_and_entry(contest: Contest, i: int) -> bool:
    """The line stands between a day with its weekday and the text, as a blog heads its entries, and a line below signs the entry with the hour."""
    page = contest.page
    if i < 1 or i + 1 >= page.count or contest.has_markup or not page.is_short(i - 1) or not page.is_prose(i + 1):
        return False
    days = find_dates(page.line(i - 1))
    if len(days) != 1 or days[0].weekday is None or (days[0].start, days[0].end) != (0, len(page.line(i - 1))):
        return False
    return any(page.is_short(j) and _SIGNS_ENTRY.match(page.line(j)) for j in range(i + 1, page.count))


# Each piece of evidence, and what it weighs in tenths of a point.
# Each piece of evidence, and what it weighs in tenths of a point.
NAMED_ELSEWHERE = (
    (is_cited_as_title, +30),
    (holds_copyright, -40),
    (stands_between_day_and_entry, +30),
)
