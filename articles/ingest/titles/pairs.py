"""What two candidates that follow each other say for the first being the title and the second its subtitle, or against it.

Each function takes the contest and the numbers of the two lines, and returns whether what it knows is so.
"""

from __future__ import annotations

from articles.ingest.comparing import comparable
from articles.ingest.dates import find_dates
from articles.ingest.lines import is_title_like, names_site
from articles.ingest.reading import INSTITUTE
from articles.ingest.sources.outlets import is_outlet
from articles.ingest.statements.names import names_person
from articles.ingest.statements.roles import is_body, is_role
from articles.ingest.titles.beside_others import heads_no_text, is_longer_sentence
from articles.ingest.titles.by_itself import is_row_of_topics
from articles.ingest.titles.contest import Contest
from articles.ingest.titles.wording import (
    IN_TWO_LANGUAGES,
    SEVERAL_SENTENCES,
    THREE_THEMES,
    is_short_name,
    may_name_site,
    reads_as_headline,
    says_something,
)
from articles.ingest.vocabulary import NO_NAMES, REGIONS, SECTIONS
from kzarchive.patterns import Pattern

_LEAST_WORDS_BELOW_KICKER = 12


def is_kicker_above_colon(contest: Contest, first: int, second: int) -> bool:
    """A colon alone on its line, as a browser copies the one that a screen reader is to pause at, parts the kicker from the headline."""
    return second == first + 2 and contest.page.raw(first + 1) == ":" and not contest.has_markup


def _are_next(contest: Contest, first: int, second: int) -> bool:
    """Tell whether nothing but lines that were left out stands between two candidates."""
    return all(i in contest.page.removed for i in range(first + 1, second))


def is_word_printed_again_above_name(contest: Contest, first: int, second: int) -> bool:
    """The first, in capitals, is printed again in the second, and right below that stands who wrote the text."""
    page, below = contest.page, second + 1
    is_again = page.raw(first).isupper() and page.raw(first) == page.raw(second) and _are_next(contest, first, second)
    return is_again and not contest.has_markup and contest.is_short_line(below) and names_person(page.line(below))


def _stands_below_headline(contest: Contest, first: int, second: int) -> bool:
    """Tell whether the second stands next below the first, which has two words or more and names no site and no body."""
    line = contest.line(first)
    names = names_site(line) or is_body(line) or IN_TWO_LANGUAGES.search(line) or THREE_THEMES.fullmatch(line) or heads_no_text(contest, first)
    return _are_next(contest, first, second) and contest.count_of_words(first) >= 2 and not names


def _is_kicker(contest: Contest, first: int, second: int) -> bool:
    """Tell whether the first, of three words and not the first of its page, stands above a far longer headline: the theme it is filed under."""
    return first > 0 and contest.count_of_words(first) <= 3 and contest.count_of_words(second) >= _LEAST_WORDS_BELOW_KICKER


def _may_be_headline_of(contest: Contest, first: int, second: int) -> bool:
    """Tell whether the first has three words or is in capitals, and is no name of a site in one block with the second."""
    if _is_kicker(contest, first, second):
        return False
    may_be_site = first == 0 and is_short_name(contest.line(first)) and not contest.page.follows_gap(second)
    return (contest.count_of_words(first) >= 3 or contest.page.raw(first).isupper()) and not may_be_site


def _is_close(contest: Contest, first: int, second: int) -> bool:
    """Tell whether the second is in one block with the first, or the first so long that it leaves no doubt."""
    is_long = contest.count_of_words(first) >= 5 and not INSTITUTE.match(contest.line(first))
    return is_long or not contest.page.follows_gap(second)


def is_subtitle_close_below(contest: Contest, first: int, second: int) -> bool:
    """The second is in one block with a headline, or below a long one, as subtitles are."""
    return _stands_below_headline(contest, first, second) and _may_be_headline_of(contest, first, second) and _is_close(contest, first, second)


def is_subtitle_apart(contest: Contest, first: int, second: int) -> bool:
    """The second stands below a shorter headline that names no institute, with a gap between, as subtitles may."""
    is_apart = not _is_close(contest, first, second) and not INSTITUTE.match(contest.line(first))
    return is_apart and _stands_below_headline(contest, first, second) and _may_be_headline_of(contest, first, second)


def is_below_what_may_be_headline(contest: Contest, first: int, second: int) -> bool:
    """The second stands below two words, or below the name of a site, that may yet be the headline."""
    return _stands_below_headline(contest, first, second) and not _may_be_headline_of(contest, first, second)


def is_headline_above_lead(contest: Contest, first: int, second: int) -> bool:
    """The second, in the next line, is a lead of several sentences, and the first a short headline above it."""
    line = contest.line(first)
    is_lead = second == first + 1 and contest.count_of_words(second) >= 15 and bool(SEVERAL_SENTENCES.search(contest.line(second)))
    is_headline = contest.count_of_words(first) >= 2 and not may_name_site(line) and line.casefold() not in SECTIONS
    return is_lead and is_headline and not contest.has_markup


def is_headline_above_its_text(contest: Contest, first: int, second: int) -> bool:
    """The first reads as a headline, and the second, in one block with it, is what a site says of its text in one line."""
    is_near = second == first + 1 and not contest.page.follows_gap(second) and not contest.has_markup
    is_headline = reads_as_headline(contest.line(first)) and not _is_kicker(contest, first, second)
    return is_near and is_headline and not contest.line(second)[0].islower()


_LEAST_WORDS_APART = 5


def is_headline_apart_above_its_text(contest: Contest, first: int, second: int) -> bool:
    """The same with a gap between the two, where who wrote the text, or when, stands right below a first of five words that says something."""
    is_near = second == first + 1 and contest.page.follows_gap(second) and not contest.has_markup and second + 1 in contest.reading.stated
    is_headline = reads_as_headline(contest.line(first)) and contest.count_of_words(first) >= _LEAST_WORDS_APART
    return is_near and is_headline and _stands_below_headline(contest, first, second) and contest.line(second)[0].isupper()


# English reviews alone print titles so; elsewhere the line above such a question is the column it stands in or what its author is.
_EXPLAINS = Pattern(r"(?:How|Why|What|Where|When)\s")
_MOST_WORDS_OF_NAME = 5


def is_name_above_its_explanation(contest: Contest, first: int, second: int) -> bool:
    """The first is a short name that no outlet has, and the second, in one block with it and right above who wrote the text, says how or why."""
    line = contest.line(first)
    is_near = second == first + 1 and not contest.page.follows_gap(second) and not contest.has_markup and second + 1 in contest.reading.stated
    is_name = 2 <= contest.count_of_words(first) <= _MOST_WORDS_OF_NAME and is_title_like(line) and not names_site(line) and not is_outlet(line)
    is_of_site = line.casefold() in SECTIONS or comparable(line) in contest.holders or is_body(line) or is_role(line)
    return is_near and is_name and not is_of_site and bool(_EXPLAINS.match(contest.line(second)))


_ASKS = Pattern(r"(?:Warum|Wie|Was|Wer|Wo|Wohin|Wem|Pourquoi|Comment|Où|Почему|Как|Зачем|Кто|Кому|Куда|Neden|Nasıl|Неге|Қалай|Неліктен|Кім)\s")
_BESIDE_STATES = frozenset({"und", "et", "и", "ve", "мен", "in", "der", "die", "das", "la", "le", "en"})


def is_state_above_question(contest: Contest, first: int, second: int) -> bool:
    """The first names a state or two and nothing else, and the second, in one block with it, asks."""
    states = {word.casefold() for word in contest.line(first).split()} - _BESIDE_STATES
    is_near = second == first + 1 and not contest.page.follows_gap(second) and not contest.has_markup and contest.page.follows_gap(first)
    return is_near and states <= REGIONS | NO_NAMES and bool(_ASKS.match(contest.line(second)))


def is_sentence_below_headline(contest: Contest, first: int, second: int) -> bool:
    """The second, of ten words or more and far longer than the first, stands below a headline of four words or more, as subtitles do."""
    line = contest.line(first)
    is_again = contest.times_nearby[comparable(contest.line(second))] > 1 or contest.page.removed.get(second + 1) == "repeated title"
    if is_again or contest.count_of_words(first) < 4 or is_role(line) or not says_something(contest.line(second)):
        return False
    is_below = _stands_below_headline(contest, first, second) and _may_be_headline_of(contest, first, second)
    return is_below and is_longer_sentence(contest, second, first)


# Of two candidates that follow each other: each piece of evidence, what it weighs for the first and what for the second.
def is_below_headline_in_capitals(contest: Contest, first: int, second: int) -> bool:
    """The second, not in capitals, stands next below a headline of three words or more in capitals, both of them apart."""
    page = contest.page
    if contest.has_markup or not page.raw(first).isupper() or page.raw(second).isupper() or contest.count_of_words(first) < 3:
        return False
    if is_role(contest.line(first).casefold()) or is_row_of_topics(contest, first):
        return False
    return second == first + 1 and page.follows_gap(second) and _stands_below_headline(contest, first, second)


_MOST_WORDS_OF_TOPIC, _LEAST_WORDS_OF_RUBRIC = 3, 8


def is_topic_above_headline_and_rubric(contest: Contest, first: int, second: int) -> bool:
    """Of three lines apart above a statement the first is a topic of three words at most, the third the longest: the second is the headline."""
    page, third = contest.page, second + 1
    if contest.has_markup or second != first + 1 or third + 1 >= page.count or not (page.is_short(third) and page.is_short(third + 1)):
        return False
    counts = [contest.count_of_words(first), contest.count_of_words(second), len(page.line(third).split())]
    are_apart = all(page.follows_gap(i) for i in (second, third))
    is_above_day = third + 1 in contest.reading.stated or bool(find_dates(page.line(third + 1)))
    return are_apart and is_above_day and counts[0] <= _MOST_WORDS_OF_TOPIC < counts[1] < counts[2] and counts[2] >= _LEAST_WORDS_OF_RUBRIC


OF_PAIRS = (
    (is_below_headline_in_capitals, 0, -12),
    (is_topic_above_headline_and_rubric, -12, +6),
    (is_kicker_above_colon, -20, +15),
    (is_word_printed_again_above_name, +15, 0),
    (is_subtitle_close_below, 0, -15),
    (is_subtitle_apart, 0, -8),
    (is_below_what_may_be_headline, 0, -3),
    (is_headline_above_lead, +8, -30),
    (is_headline_above_its_text, +8, -20),
    (is_headline_apart_above_its_text, +6, -12),
    (is_name_above_its_explanation, +30, -20),
    (is_state_above_question, -15, +15),
    (is_sentence_below_headline, 0, -12),
)
