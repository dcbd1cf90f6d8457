"""The choice of the title among the lines of the head."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from articles.ingest.comparing import comparable
from articles.ingest.lines import names_site
from articles.ingest.reading import INSTITUTE, MOST_HEAD_LINES, Reading, plain
from articles.ingest.statements.names import names_person
from articles.ingest.statements.provenance import says_what_thesis
from articles.ingest.statements.roles import is_body
from articles.ingest.titles.candidates import may_be_title
from articles.ingest.titles.evidence import title_score, weigh_against_each_other
from articles.ingest.titles.marked import find_marked_title
from articles.ingest.titles.parting import (
    BULLET_BEFORE,
    HOUR_BEFORE,
    part_author_from_title,
    part_before_title,
    part_day_from_title,
    part_kind_from_title,
    part_mark_of_note,
    part_site_from_title,
)
from articles.ingest.titles.placing import first_words_of_text, stands_above_lead_and_name
from articles.ingest.titles.several_lines import goes_on_below, is_left_open, leads_on, lines_in_capitals, title_over_two_lines_again
from articles.ingest.titles.wording import IN_TWO_LANGUAGES, ends_glued, heads, is_in_capitals, is_long_sentence, is_short_name, tells_of_text

_LEAST_TITLE_SCORE = 1.0
_LEAST_SCORE_OF_ONE = 0.5  # of the one line that stands above the text


def find_title(reading: Reading, head: list[int]) -> None:
    """Take for the title the line of the head that looks most like one: by its words, those it shares with the text, and its place."""
    markup = reading.layer.markup
    if "title" in reading.values or (markup and find_marked_title(reading, markup)):
        return
    page = reading.page
    lines = [i for i in head if reading.is_kept(i) and page.is_short(i)]
    if not any(page.is_prose(i) for i in range(page.count) if reading.is_kept(i)):
        return
    titles = [i for i in lines if may_be_title(reading, i)]
    if not markup:
        sentence = next((i for i in lines if is_long_sentence(page.line(i))), page.count)
        titles = [i for i in titles if i < sentence]  # below one stands a heading of the text
    if not titles:
        return
    abstract = next((i for i in head if page.is_short(i) and comparable(page.line(i)) == "abstract"), page.count)
    titles = [i for i in titles if i < abstract] or titles
    if not markup and (twice := title_over_two_lines_again(reading, titles)) is not None:
        reading.state_line("title", twice)
        return
    words_of_text = first_words_of_text(reading)
    last_prose = next((i for i in range(page.count - 1, -1, -1) if reading.is_kept(i) and page.is_prose(i)), page.count)
    printed_again = {comparable(page.line(i)) for i in reading.last_lines(3) if i > max(lines[-1], last_prose)}
    scores = {i: title_score(reading, i, words_of_text, printed_again) for i in titles}
    near = Counter(comparable(page.line(i)) for i in page.kept()[:MOST_HEAD_LINES] if page.is_short(i))
    paths = [i for i in range(min(page.count, MOST_HEAD_LINES)) if page.removed.get(i) == "breadcrumb"]
    named = [i for i in titles if any(ends_glued(page.line(path), page.line(i)) for path in paths if i - 4 < path < i)]
    for i in titles:  # the path through a site ends above it, or with its words
        is_below_path = i - 1 in paths and len(page.line(i).split()) >= 4 and not named
        scores[i] += 2.0 * (is_below_path or i in named)
        scores[i] += 1.5 * any(page.line(path).endswith(f" | {page.line(i)}") for path in paths if path == i - 1)
    for i in titles:  # printed again around a picture
        scores[i] += (2.0 if markup else 3.0) * (near[comparable(page.line(i))] > 1 and len(page.line(i).split()) >= 5)
    for first, second in pairwise(titles):  # one word in capitals, printed again right above who wrote it
        is_again = page.raw(first).isupper() and page.raw(first) == page.raw(second) and all(i in page.removed for i in range(first + 1, second))
        below = second + 1
        scores[first] += 1.5 * (is_again and not markup and below < page.count and page.is_short(below) and names_person(page.line(below)))
    for i in [i for i in titles if len(page.line(i).split()) >= 3][-2:]:
        scores[i] += 0.8  # names of sites and sections stand further up
    for first, second in pairwise(titles):
        count = len(page.line(first).split())
        is_next = all(i in page.removed for i in range(first + 1, second))
        is_headline = not (names_site(page.line(first)) or is_body(page.line(first)) or IN_TWO_LANGUAGES.search(page.line(first)))
        if is_next and count >= 2 and is_headline:  # a subtitle stands below its title
            is_one_block = not page.follows_gap(second)
            is_institute = bool(INSTITUTE.match(page.line(first)))
            may_be_site = first == 0 and is_short_name(page.line(first))
            scores[second] -= (
                (1.5 if is_one_block or (count >= 5 and not is_institute) else 0.0 if is_institute else 0.8)
                if (count >= 3 or page.raw(first).isupper()) and not (may_be_site and is_one_block)
                else 0.3
            )
    weigh_against_each_other(reading, titles, scores)
    for first, second in pairwise(titles):  # a headline and, right below it, what a site says in one line of its text
        if second == first + 1 and not page.follows_gap(second) and not markup and heads(page.line(first), page.line(second)):
            scores[first] += 0.8
            scores[second] -= 2.0
    opened = next((i for i in titles if i and i - 1 in reading.stated and not any(j < i for j in titles if len(page.line(j).split()) >= 4)), None)
    if opened is not None and len(page.line(opened).split()) >= 3 and not markup:
        scores[opened] += 0.8  # right below the day
    for i in titles[:-1]:  # right below the day and right above who wrote it, in one block with both
        below = i + 1
        is_dated = i and (i - 1 in reading.stated or page.removed.get(i - 1) == "update date")
        is_framed = is_dated and below in reading.stated and not page.follows_gap(i) and not page.follows_gap(below)
        scores[i] += 5.0 * bool(is_framed and page.line(below).startswith(("By ", "by ")) and not markup)
    for i in titles[:-1]:  # above who wrote a thesis, and for which degree
        is_signed = i + 2 < page.count and i + 1 in reading.stated and page.is_short(i + 2)
        scores[i] += 5.0 * (is_signed and not markup and says_what_thesis(page.line(i + 2)))
    for i in titles:
        scores[i] += 1.5 * stands_above_lead_and_name(reading, i)
    first = titles[0]
    if (
        is_short_name(page.line(first))
        and not tells_of_text(page.line(first), words_of_text)
        and any(len(page.line(i).split()) >= 5 for i in titles[1:])
    ):
        scores[first] -= 1.5
    best = max(titles, key=lambda i: (scores[i], -i))
    is_alone = (
        titles == [0]
        and not names_person(page.line(0))
        and len(page.line(0).split()) >= 2
        and page.count > 1
        and page.follows_gap(1)
        and page.is_prose(1)
    )
    if scores[best] < (_LEAST_SCORE_OF_ONE if is_alone else _LEAST_TITLE_SCORE) or not any(i > best for i in page.kept() if i not in reading.stated):
        return
    first = last = best
    while not markup and best - first < 2 and not page.follows_gap(first) and leads_on(reading, first - 1, scores, words_of_text):
        first -= 1
    below = best + 1
    is_continued = below in scores and not page.follows_gap(below) and is_in_capitals(page.raw(best)) and is_in_capitals(page.raw(below))
    if not markup and (is_continued or (below in scores and (goes_on_below(reading, best) or is_left_open(reading, best)))):
        last = below
    capitals = lines_in_capitals(reading, best)
    if not markup and capitals and capitals[1] - capitals[0] > last - first:
        first, last = capitals
    reading.state_line("title", best)
    if not markup and first == last:
        if not part_author_from_title(reading, best):
            part_site_from_title(reading, best)
            part_day_from_title(reading, best)
        part_kind_from_title(reading)
        part_mark_of_note(reading)
        part_before_title(reading, HOUR_BEFORE, "hour of the news")
        part_before_title(reading, BULLET_BEFORE, "field label")
    if first < last:  # over several lines
        reading.stated.update(range(first, last + 1))
        reading.spans["title"] = [(page.start(first), page.end(last))]
        reading.values["title"] = plain(page.text[page.start(first) : page.end(last)])
