"""What the foot of a page says of a candidate for its title: that an article of this name is to be cited, or that this is who owns the page.

Each function takes the contest and the number of a line, and returns whether what it knows is so.
"""

from __future__ import annotations

from articles.ingest.comparing import comparable
from articles.ingest.titles.contest import Contest, words_alone

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


# Each piece of evidence, and what it weighs in tenths of a point.
NAMED_ELSEWHERE = (
    (is_cited_as_title, +30),
    (holds_copyright, -40),
)
