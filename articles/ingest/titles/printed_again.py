"""What a line's being printed more than once, or named by the path through the site, says for being the title, or against it.

Each function takes the contest and the number of a line and returns whether what it knows is so.
"""

from __future__ import annotations

import re

from articles.ingest.comparing import comparable
from articles.ingest.dates import is_whole_day
from articles.ingest.reading import MOST_HEAD_LINES
from articles.ingest.titles.by_itself import is_section_below_byline
from articles.ingest.titles.contest import Contest
from articles.ingest.titles.wording import is_cut_off
from kzarchive.patterns import Pattern


def is_named_by_path(contest: Contest, i: int) -> bool:
    """A path through the site ends with the line; or right above it, if it ends with none of the candidates."""
    is_below_path = i - 1 in contest.paths and contest.count_of_words(i) >= 4 and not contest.named_by_path
    return (is_below_path or i in contest.named_by_path) and not is_section_below_byline(contest, i)


def is_last_of_path_right_above(contest: Contest, i: int) -> bool:
    """The line is the last of a path right above it, behind a bar."""
    return i - 1 in contest.paths and contest.line(i - 1).endswith(f" | {contest.line(i)}")


def is_printed_twice_nearby(contest: Contest, i: int) -> bool:
    """The line is a longer one and stands twice near the top, as titles do around a picture; by itself, as no second line of a masthead does."""
    line = comparable(contest.line(i))
    above = comparable(contest.page.line(i - 1)) if i else ""
    is_second = above != line and contest.times_nearby[above] > 1 and len(above.split()) >= 4
    return contest.times_nearby[line] > 1 and contest.count_of_words(i) >= 5 and not is_second and not _is_in_list_of_doubled(contest, i)


def is_printed_three_times_nearby(contest: Contest, i: int) -> bool:
    """The line, of three words or more, stands three times near the top: above the page's own headline, as it, and as a picture's text."""
    is_often = contest.count_of_words(i) >= 3 and contest.times_nearby[comparable(contest.line(i))] > 2 and not contest.has_markup
    others = [j for j in contest.titles if comparable(contest.line(j)) != comparable(contest.line(i))] if is_often else []
    return is_often and not any(is_printed_twice_nearby(contest, j) or is_doubled_below_others(contest, j) for j in others)


def _is_in_list_of_doubled(contest: Contest, i: int) -> bool:
    """Tell whether line ``i`` and another far off are each printed twice running: the pictures and headlines of a list of other texts."""
    page = contest.page
    lines = [j for j in range(min(page.count - 1, MOST_HEAD_LINES)) if page.is_short(j) and page.raw(j) == page.raw(j + 1)]
    doubled = [j for j in lines if len(page.line(j).split()) >= _LEAST_WORDS_OF_DOUBLED]
    return any(j in (i, i - 1) for j in doubled) and any(abs(j - i) > 2 for j in doubled)


_LEAST_WORDS_OF_DOUBLED = 4


def is_printed_twice_nearby_in_plain_text(contest: Contest, i: int) -> bool:
    """The same in a text without markup, in which nothing else says so."""
    return is_printed_twice_nearby(contest, i) and not contest.has_markup


def is_doubled_below_others(contest: Contest, i: int) -> bool:
    """The line is printed again right below, and names of a site or its sections stand above it."""
    is_doubled = contest.page.removed.get(i + 1) == "repeated title" and not _is_in_list_of_doubled(contest, i)
    return is_doubled and i != contest.titles[0] and contest.count_of_words(i) >= 4 and not contest.has_markup


def stands_around_deck(contest: Contest, i: int) -> bool:
    """The line stands again below the next, a longer one that goes on below it: a headline around its deck."""
    if contest.has_markup or contest.count_of_words(i) < 3 or i + 2 not in contest.titles:
        return False
    is_again = comparable(contest.line(i + 2)) == comparable(contest.line(i))
    return is_again and _is_longer(contest, i + 1, i) and contest.times_nearby[comparable(contest.line(i + 1))] == 1


def is_deck_between(contest: Contest, i: int) -> bool:
    """The line is longer than the one that stands both right above and right below it, the headline."""
    return i > 0 and i in contest.titles and i - 1 in contest.titles and stands_around_deck(contest, i - 1)


def _is_longer(contest: Contest, i: int, than: int) -> bool:
    return i in contest.titles and contest.count_of_words(i) > contest.count_of_words(than)


def is_cut_off_from_title(contest: Contest, i: int) -> bool:
    """The line is the beginning of a candidate above it, where a template had no room for all; the day in brackets behind that is no part of it."""
    return any(is_cut_off(contest.line(i), contest.line(j)) and not _has_day_behind(contest, j, i) for j in contest.titles_before(i))


def _has_day_behind(contest: Contest, j: int, i: int) -> bool:
    """Tell whether line ``j`` is line ``i`` and, in brackets, a day."""
    rest = contest.line(j).removeprefix(contest.line(i)).strip()
    return contest.line(j).startswith(contest.line(i)) and rest[:1] == "(" and rest[-1:] == ")" and is_whole_day(rest[1:-1])


def stands_above_with_day(contest: Contest, i: int) -> bool:
    """The line stands further up too, with the day behind it in brackets: as the page's own name, and as the headline."""
    return not contest.has_markup and any(_has_day_behind(contest, j, i) for j in contest.titles_before(i))


def names_who_answers_twice(contest: Contest, i: int) -> bool:
    """The line is "Interview: NAME" and stands near the head twice, in the path and as the headline."""
    is_again = contest.page.removed.get(i + 1) == "repeated title" or contest.times_nearby[comparable(contest.line(i))] > 1
    return is_again and bool(_INTERVIEW.fullmatch(contest.line(i))) and not contest.has_markup


_INTERVIEW = Pattern(r"(?:interview|интервью|сұхбат|entretien|röportaj)\s?:\s\S.{4,60}", re.I)


PRINTED_AGAIN = (
    (is_named_by_path, +20),
    (is_last_of_path_right_above, +15),
    (is_printed_twice_nearby, +20),
    (is_printed_twice_nearby_in_plain_text, +10),
    (is_printed_three_times_nearby, +40),
    (is_doubled_below_others, +25),
    (stands_around_deck, +40),
    (stands_above_with_day, +20),
    (names_who_answers_twice, +60),
    (is_deck_between, -20),
    (is_cut_off_from_title, -40),
)
