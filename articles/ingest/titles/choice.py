"""The choice of the title among the lines of the head."""

from __future__ import annotations

from articles.ingest.comparing import comparable
from articles.ingest.dates import find_dates
from articles.ingest.learned.headline import vote_on_headline
from articles.ingest.lines import is_title_like
from articles.ingest.reading import MOST_HEAD_LINES, Reading, plain
from articles.ingest.statements.names import names_person
from articles.ingest.titles.by_itself import is_bare_name_of_body
from articles.ingest.titles.candidates import may_be_title
from articles.ingest.titles.contest import Contest, open_contest
from articles.ingest.titles.evidence import weigh
from articles.ingest.titles.marked import find_marked_title
from articles.ingest.titles.parting import part_from_title
from articles.ingest.titles.placing import OPENS_PATH, stands_twice_around_day
from articles.ingest.titles.several_lines import lines_of_title, title_broken_otherwise_again, title_over_two_lines_again
from articles.ingest.titles.wording import is_long_sentence, reads_as_headline
from kzarchive.patterns import Pattern

_LEAST_SCORE = 10  # in tenths of a point
_LEAST_SCORE_OF_ONE = 5  # of the one line that stands above the text
_LEAST_WORDS_BEHIND_PATH = 4


def find_title(reading: Reading, head: list[int]) -> None:
    """Take for the title what the markup marks as one, or else the line of the head for which the evidence weighs most."""
    markup = reading.layer.markup
    if "title" in reading.values or (markup and find_marked_title(reading, markup)):
        return
    if not markup and _take_digest_of_day(reading, head):
        return
    _choose_line(reading, head)
    if "title" not in reading.values and not markup:
        _take_end_of_path(reading)
    vote_on_headline(reading)


_DIGEST = Pattern(r"\s(?:(?:Daily|Weekly|Morning|Evening)\s)?(?:News|Press|Media)\s(?:Digest|Review|Round-?up|Summary|Bulletin)$")


def _take_digest_of_day(reading: Reading, head: list[int]) -> bool:
    """Take for the title the day with what was gathered on it: "17 October 2007 News Digest"; the day stands in another line, too."""
    page = reading.page
    for i in head:
        digest = _DIGEST.search(page.raw(i)) if reading.is_kept(i) and page.is_short(i) else None
        days = find_dates(page.raw(i)) if digest else []
        if len(days) == 1 and (days[0].start, days[0].end) == (0, digest.start()):
            reading.state_line("title", i)
            return True
    return False


def _choose_line(reading: Reading, head: list[int]) -> None:
    """Take the line of the head for which the evidence weighs most, if it weighs enough."""
    page, markup = reading.page, reading.layer.markup
    lines = [i for i in head if reading.is_kept(i) and page.is_short(i)]
    if not any(page.is_prose(i) for i in range(page.count) if reading.is_kept(i)):
        return
    titles = _find_candidates(reading, head, lines)
    if not titles:
        return
    if not markup and (twice := title_over_two_lines_again(reading, titles)) is not None:
        reading.state_line("title", twice)
        return
    if not markup and (broken := title_broken_otherwise_again(reading, titles)) is not None:
        _state_over_lines(reading, *broken)
        return
    contest = open_contest(reading, titles, lines)
    scores = weigh(contest)
    best = max(titles, key=lambda i: (scores[i], i in contest.named_by_path, -i))  # of two that weigh the same, the one a path names, or the first
    least = _LEAST_SCORE_OF_ONE if _is_alone(contest) else _LEAST_SCORE
    if titles == [0] and scores[best] < least and is_bare_name_of_body(contest, best):
        page.removed[best] = "name of the site"
    if scores[best] < least or not any(i > best for i in page.kept() if i not in reading.stated):
        return
    first, last = (best, best) if markup else lines_of_title(contest, best)
    if first < last:
        _state_over_lines(reading, first, last)
        return
    reading.state_line("title", best)
    if not markup:
        part_from_title(reading, best)


def _state_over_lines(reading: Reading, first: int, last: int) -> None:
    """State the title that is printed over the lines from ``first`` to ``last``."""
    page = reading.page
    reading.stated.update(range(first, last + 1))
    reading.spans["title"] = [(page.start(first), page.end(last))]
    reading.values["title"] = plain(page.text[page.start(first) : page.end(last)])


_STEP_OF_PATH = Pattern(r"\s?(?:[|>»›→▸]|(?<=\s)/(?=\s))\s?")


def _take_end_of_path(reading: Reading) -> None:
    """Take for the title what a path from the front page ends with, where no line prints it again: "Home > News > The headline"."""
    page = reading.page
    paths = [i for i in range(min(page.count, MOST_HEAD_LINES)) if _is_path(reading, i)]
    text = next((i for i in range(page.count) if reading.is_kept(i) and page.is_prose(i)), page.count)
    if not paths or paths[-1] > text:
        return
    i = paths[-1]
    steps = list(_STEP_OF_PATH.finditer(page.raw(i)))
    title = page.raw(i)[steps[-1].end() :] if steps else ""
    if not reads_as_headline(title) or len(title.split()) < _LEAST_WORDS_BEHIND_PATH or not is_title_like(title):
        return
    page.removed.pop(i, None)
    reading.stated.add(i)
    start = page.start(i) + steps[-1].end()
    reading.values["title"] = plain(title)
    reading.spans["title"] = [(start, page.end(i))]
    reading.remove_stretch(page.start(i), start, "breadcrumb")


def _is_path(reading: Reading, i: int) -> bool:
    page = reading.page
    return page.is_short(i) and (page.removed.get(i) == "breadcrumb" or (reading.is_kept(i) and bool(OPENS_PATH.match(page.line(i)))))


def _find_candidates(reading: Reading, head: list[int], lines: list[int]) -> list[int]:
    """Return those of ``lines`` that may be the title: above the first long sentence, and above the abstract if any are."""
    page = reading.page
    titles = [i for i in lines if may_be_title(reading, i)]
    if not reading.layer.markup:
        sentence = next((i for i in lines if is_long_sentence(page.line(i)) and not stands_twice_around_day(page, i)), page.count)
        titles = [i for i in titles if i < sentence]  # below one stands a heading of the text
    abstract = next((i for i in head if page.is_short(i) and comparable(page.line(i)) == "abstract"), page.count)
    return [i for i in titles if i < abstract] or titles


def _is_alone(contest: Contest) -> bool:
    """Tell whether the first line of the page, no name of a person, is the one candidate and stands apart above the text."""
    page = contest.page
    below = next((i for i in range(1, page.count) if i not in page.removed), page.count)
    is_above_text = contest.titles == (0,) and below < page.count and page.is_prose(below)
    is_apart = is_above_text and (page.follows_gap(1) or contest.count_of_words(0) >= 6)
    return is_apart and not names_person(page.line(0)) and contest.count_of_words(0) >= 2
