"""Title and subtitle of an article, and the places where they are printed again."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from articles.ingest.absence import NO_ARTICLE
from articles.ingest.captions import CREDIT, credit_at_end
from articles.ingest.comparing import comparable
from articles.ingest.dates import find_dates, is_relative_date
from articles.ingest.lines import CREDIT_BEFORE_CAPTION, OF_A_SPEECH, is_row_of_menu, is_title_like, names_site
from articles.ingest.markup import Markup
from articles.ingest.page import Page
from articles.ingest.reading import (
    HEADINGS,
    INSTITUTE,
    LONG_WORD,
    MOST_HEAD_LINES,
    RULES_OF_HEAD,
    SITE_BORDER,
    Reading,
    is_address,
    is_host,
    is_in_another_script,
    is_in_list,
    plain,
)
from articles.ingest.statements.beside_dates import OF_A_FORUM, read_line_of_date
from articles.ingest.statements.bylines import read_byline
from articles.ingest.statements.datelines import is_whole_dateline, read_dateline, read_town_in_capitals
from articles.ingest.statements.field import Field
from articles.ingest.statements.lines import PLACES_ON_PICTURE, read_statement
from articles.ingest.statements.names import FULL_NAME, begins_with_degree, has_given_name, is_salutation, names_person
from articles.ingest.statements.people import read_person
from articles.ingest.statements.provenance import says_what_thesis
from articles.ingest.statements.roles import is_body, is_role, names_body
from articles.ingest.vocabulary import FRONT_PAGE, MENU_WORDS, PAPER_WORDS, REPORTING_CITIES, SECTIONS, listed
from kzarchive.patterns import Pattern

# The line below the headline of an interview that says who spoke with whom.
_LEADS_INTERVIEW = Pattern(
    r"\b(?:talk(?:s|ed) (?:to|with)|sp(?:eaks|oke) (?:to|with)|interview(?:s|ed)|in conversation with|im gespräch mit|sprach mit|"
    r"s[’']entretient avec|"
    r"s[’']est entretenue? avec|беседует с|побеседовал\w? с|поговорил\w? с|рассказал\w? (?:нам|в интервью)|ile konuştu|әңгімелесті|"
    r"сұхбаттасты)(?!\w)",
    re.I,
)
_JOINERS_OF_NAMES = listed("of|the|and|&|for|in|on|für|und|der|des|die|de|la|le|les|du|et|ve|и|в|по|from|to|with|by|at|a|an|von|zu|aus|с|из|от|о")
_LONGEST_STANDFIRST_WORDS = 60
_LONGEST_STANDFIRST = 500
_LEAST_TITLE_SCORE = 1.0
_LEAST_SCORE_OF_ONE = 0.5  # of the one line that stands above the text
_LEAST_WORDS_OF_SUBTITLE = 6  # a heading right below a title is shorter
_BORDER_OF_SITE = Pattern(r"\s+[|–—-]\s+")


def find_title(reading: Reading, head: list[int]) -> None:
    """Take for the title the line of the head that looks most like one: by its words, those it shares with the text, and its place."""
    markup = reading.layer.markup
    if "title" in reading.values or (markup and _find_marked_title(reading, markup)):
        return
    page = reading.page
    lines = [i for i in head if reading.is_kept(i) and page.is_short(i)]
    if not any(page.is_prose(i) for i in range(page.count) if reading.is_kept(i)):
        return
    titles = [i for i in lines if _may_be_title(reading, i)]
    if not markup:
        sentence = next((i for i in lines if _is_long_sentence(page.line(i))), page.count)
        titles = [i for i in titles if i < sentence]  # below one stands a heading of the text
    if not titles:
        return
    abstract = next((i for i in head if page.is_short(i) and comparable(page.line(i)) == "abstract"), page.count)
    titles = [i for i in titles if i < abstract] or titles
    if not markup and (twice := _title_over_two_lines_again(reading, titles)) is not None:
        reading.state_line("title", twice)
        return
    words_of_text = _words_of_text(reading)
    last_prose = next((i for i in range(page.count - 1, -1, -1) if reading.is_kept(i) and page.is_prose(i)), page.count)
    printed_again = {comparable(page.line(i)) for i in reading.last_lines(3) if i > max(lines[-1], last_prose)}
    scores = {i: _title_score(reading, i, words_of_text, printed_again) for i in titles}
    near = Counter(comparable(page.line(i)) for i in page.kept()[:MOST_HEAD_LINES] if page.is_short(i))
    paths = [i for i in range(min(page.count, MOST_HEAD_LINES)) if page.removed.get(i) == "breadcrumb"]
    named = [i for i in titles if any(_ends_glued(page.line(path), page.line(i)) for path in paths if i - 4 < path < i)]
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
        is_headline = not (names_site(page.line(first)) or is_body(page.line(first)) or _IN_TWO_LANGUAGES.search(page.line(first)))
        if is_next and count >= 2 and is_headline:  # a subtitle stands below its title
            is_one_block = not page.follows_gap(second)
            is_institute = bool(INSTITUTE.match(page.line(first)))
            may_name_site = first == 0 and _is_short_name(page.line(first))
            scores[second] -= (
                (1.5 if is_one_block or (count >= 5 and not is_institute) else 0.0 if is_institute else 0.8)
                if (count >= 3 or page.raw(first).isupper()) and not (may_name_site and is_one_block)
                else 0.3
            )
    _weigh_against_each_other(reading, titles, scores)
    for first, second in pairwise(titles):  # a headline and, right below it, what a site says in one line of its text
        if second == first + 1 and not page.follows_gap(second) and not markup and _heads(page.line(first), page.line(second)):
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
        scores[i] += 1.5 * _stands_above_lead_and_name(reading, i)
    first = titles[0]
    if (
        _is_short_name(page.line(first))
        and not _tells_of_text(page.line(first), words_of_text)
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
    while not markup and best - first < 2 and not page.follows_gap(first) and _leads_on(reading, first - 1, scores, words_of_text):
        first -= 1
    below = best + 1
    is_continued = below in scores and not page.follows_gap(below) and _is_in_capitals(page.raw(best)) and _is_in_capitals(page.raw(below))
    if not markup and (is_continued or (below in scores and (_goes_on(reading, best) or _is_left_open(reading, best)))):
        last = below
    capitals = _lines_in_capitals(reading, best)
    if not markup and capitals and capitals[1] - capitals[0] > last - first:
        first, last = capitals
    reading.state_line("title", best)
    if not markup and first == last:
        if not _part_author_from_title(reading, best):
            _part_site_from_title(reading, best)
            _part_day_from_title(reading, best)
        _part_kind_from_title(reading)
        _part_mark_of_note(reading)
        _part_before_title(reading, _HOUR_BEFORE, "hour of the news")
        _part_before_title(reading, _BULLET_BEFORE, "field label")
    if first < last:  # over several lines
        reading.stated.update(range(first, last + 1))
        reading.spans["title"] = [(page.start(first), page.end(last))]
        reading.values["title"] = plain(page.text[page.start(first) : page.end(last)])


def _title_over_two_lines_again(reading: Reading, titles: list[int]) -> int | None:
    """Return the one of ``titles`` that is printed again over two lines below it, and leave these out; None if there is none."""
    page = reading.page
    wanted = {_letters(page.line(i)): i for i in reversed(titles) if len(page.line(i).split()) >= 5}
    last = min(page.count - 1, titles[-1] + 12)
    for i in range(titles[0] + 1, last):
        if all(j not in reading.stated and page.is_short(j) for j in (i, i + 1)):
            title = wanted.get(_letters(page.line(i) + page.line(i + 1)))
            if title is not None and title < i:
                page.removed[i] = page.removed[i + 1] = "repeated title"
                return title
    return None


_ENDS_OPEN = Pattern(r"\s(?:of|the|and|for|in|on|to|with|from|by|at|an?|&|between|und|der|des|für|et|de|du|des|la|ve|и|в|на|о|об|с)$", re.I)


def _is_in_capitals(line: str) -> bool:
    """Tell whether ``line`` is in capitals, but for the letter behind a year: "THE MEETING OF 2016 г."."""
    return line.isupper() or (line.endswith(" г.") and line[:-3].isupper())


_MOST_LINES_IN_CAPITALS = 6


def _lines_in_capitals(reading: Reading, best: int) -> tuple[int, int] | None:
    """Return the first and the last line of a title in capitals that a printed page broke, blanks between, one of its lines left open.

    Papers copied from printed pages have it so: "THE LIGHTHOUSES OF THE EAST AND", "THOSE OF THE WEST", in lines apart; a name ends it.
    """
    page = reading.page

    def goes_on(i: int) -> bool:
        is_line = 0 <= i < page.count and reading.is_kept(i) and page.is_short(i) and _is_in_capitals(page.raw(i))
        is_under = is_line and i > 0 and not page.follows_gap(i) and _is_in_capitals(page.raw(i - 1))  # a word alone
        return is_line and (is_under or len(page.line(i).split()) >= 2) and not names_person(page.line(i).title()) and not names_site(page.line(i))

    if not goes_on(best):
        return None
    first = last = best
    while last - first < _MOST_LINES_IN_CAPITALS and goes_on(first - 1):
        first -= 1
    while last - first < _MOST_LINES_IN_CAPITALS and goes_on(last + 1):
        last += 1
    is_open = any(_ENDS_OPEN.search(f" {page.raw(i)}") or page.raw(i).endswith(",") for i in range(first, last))
    return (first, last) if is_open and not _ENDS_OPEN.search(page.raw(last)) else None


def _leads_on(reading: Reading, i: int, scores: dict[int, float], words_of_text: frozenset[str]) -> bool:
    """Tell whether the headline in the next line begins in line ``i`` already: both in capitals, or a word or a colon leads from one to the other."""
    page = reading.page
    if i < 0 or not reading.is_kept(i) or not page.is_short(i) or not 2 <= len(page.line(i).split()) <= 14:
        return False
    line, is_announced = page.line(i), page.line(i).endswith(":")
    if _is_in_capitals(line) and _is_in_capitals(page.raw(i + 1)):
        return i in scores or is_announced or line.endswith(",")
    words = LONG_WORD.findall(line.casefold())
    is_of_text = len(words) > 0 and sum(word[:4] in words_of_text for word in words) >= 0.5 * len(words)
    return bool(_ENDS_OPEN.search(line)) or (is_announced and is_of_text)


def _is_left_open(reading: Reading, i: int) -> bool:
    """Tell whether the headline in line ``i`` ends in a word or a sign that leads to the next line, which is in one block with it."""
    page = reading.page
    below = i + 1
    is_near = not page.follows_gap(below) and page.is_short(below) and len(page.line(below).split()) <= 14
    return is_near and bool(_ENDS_OPEN.search(page.line(i)))


def _is_long_sentence(line: str) -> bool:
    """Tell whether ``line`` is a sentence of eighteen words or more, be it full of names: of the text, and no motto of a site."""
    return len(line.split()) >= 18 and line[-1] == "." and line[-2].islower() and sum(word.islower() for word in line.split()) >= 5


def _goes_on(reading: Reading, i: int) -> bool:
    """Tell whether the headline in line ``i`` goes on in the next, which begins with a small letter, and the text does not."""
    page = reading.page
    below = i + 1
    is_near = not reading.layer.markup and not page.follows_gap(below)
    begins_small = is_near and page.text[page.start(below)].islower() and not is_host(page.raw(below))
    return (
        begins_small
        and len(page.line(below).split()) <= 12
        and page.text[page.end(below) - 1].isalnum()
        and page.line(i)[-1].isalnum()
        and ":" not in page.line(below)
    )


def _weigh_against_each_other(reading: Reading, titles: list[int], scores: dict[int, float]) -> None:
    """Lower the scores of lines that are something else beside the other candidates: headings, leads, entries of a list of contents."""
    page = reading.page
    first_prose = next((i for i in page.kept() if page.is_prose(i)), page.count)
    headings = {
        comparable(page.line(i)) for i in range(first_prose, min(page.count, first_prose + 400)) if i not in page.removed and page.is_short(i)
    }
    last = {comparable(page.line(i)) for i in reading.last_lines(3)}
    near = () if reading.layer.markup else range(titles[0] + 1, titles[-1] + 2)
    signed = {j for j in near if j < page.count and page.is_short(j) and _names_author(page.line(j))}
    longer = next((i for i in titles if len(page.line(i).split()) >= 4), None)
    for above, i in pairwise(titles):
        line, words = page.line(above), page.line(i).split()
        is_lead = i == above + 1 and len(words) >= 15 and _SEVERAL_SENTENCES.search(page.line(i)) and len(line.split()) >= 2
        if is_lead and not reading.layer.markup and not _may_name_site(line) and line.casefold() not in SECTIONS:
            scores[above] += 0.8  # a short headline above its lead
            scores[i] -= 3.0
    for i in titles:
        line = page.line(i)
        if (
            line.endswith(".") and not line.endswith("..") and not (i == titles[0] and (_is_stopped_headline(page, i) or is_above_byline(page, i)))
        ):  # a lead, where there is a headline above it
            scores[i] -= 2.0
        if line[0].islower() or _leaves_quotation_open(line):
            scores[i] -= 1.5
        if _EPIGRAPH.fullmatch(line) or says_what_thesis(line):
            scores[i] -= 4.0
        if comparable(line) in headings - last:
            scores[i] -= 1.5
        following = next((j for j in titles if j > i), None)
        if following is not None and _LATEST.search(line):
            scores[i] -= 5.0  # a section and what is new in it
        names_those_shown = (_is_short_name(line) and has_given_name(line)) or _ends_in_two_persons(line)
        if following is not None and names_those_shown and _reads_as_headline(page.line(following)):
            scores[i] -= 3.0  # who is on the picture above a headline
        if is_body(line) and not line.isupper() and len(titles) > 1:
            scores[i] -= 1.5 + 3.0 * (len(line.split()) <= 6 and page.text.find(line, page.end(i)) >= 0)  # named again below: who publishes
        if any(_is_cut_off(line, page.line(j)) for j in titles if j < i):
            scores[i] -= 4.0
        if _LEADS_INTERVIEW.search(line) and i > titles[0]:
            scores[i] -= 2.0
        if is_role(line) and i and (read_person(page.line(i - 1)) or _opens_with_speaker(page.line(i - 1))):
            scores[i] -= 3.0
        if is_in_list(reading, i) or _is_numbered(page, i):
            scores[i] -= 1.5 + 3.0 * _is_numbered(page, i)
        if any(
            j != i and line.endswith(f" {other}") and len(line.split()) - len(other.split()) <= 2
            for j in titles
            if (other := page.line(j)).count(" ")
        ):
            scores[i] -= 2.5  # a rubric and the headline again
        if (
            _SEVERAL_SENTENCES.search(line) and line[0].isalpha() and i != longer and not _ends_path(page, i)
        ):  # several sentences that are no quotation
            scores[i] -= 1.5
        above = [
            j for j in titles if j < i and len(page.line(j).split()) >= 4 and not _may_name_site(page.line(j)) and not _names_scholar(page.line(j))
        ]
        if line.isupper() and any(comparable(page.line(j)).endswith(f" {comparable(line)}") for j in above):
            scores[i] -= 2.5  # the last words of a headline, in capitals again
        has_motto = above == [titles[0]] and _is_motto(reading, titles[0]) and (i - 1 in reading.stated or i + 1 in reading.stated)
        if has_motto:
            scores[titles[0]] -= 2.0
        elif above and any(
            j in reading.stated or names_person(page.line(j)) or _names_scholar(page.line(j)) or OF_A_FORUM.fullmatch(page.line(j))
            for j in range(above[-1] + 1, i)
        ):  # a day or a name between: a heading
            scores[i] -= 1.5
        if i + 1 in signed or (i + 2 in signed and i + 1 in scores and page.line(i + 1)[0].islower()):
            scores[i] += 2.0
        elif any(j < i for j in signed):
            scores[i] -= 1.5


_SPEAKER = Pattern(rf"(?P<name>{FULL_NAME.pattern}):\s(?=\S+(?:\s\S+){{3}})")


def _opens_with_speaker(line: str) -> bool:
    """Tell whether ``line`` is a headline that opens with who says it: "Anna Kim: The lamps burn all night"."""
    speaker = _SPEAKER.match(line)
    return bool(speaker) and bool(read_person(speaker["name"]))


_LATEST = Pattern(r"\s(?:latest|top|recent|more|featured|other)\s(?:stories|news|articles|posts)$", re.I)


def _ends_in_two_persons(line: str) -> bool:
    """Tell whether ``line`` is in capitalised words to the end, the last of them two persons without a word between: whom a news is about."""
    words = line.split()
    are_capitalised = 4 <= len(words) <= 12 and all(word[0].isupper() and word[-1].isalnum() for word in words)
    return are_capitalised and names_person(" ".join(words[-4:-2])) and names_person(" ".join(words[-2:]))


_LETTER_OF_PART = Pattern(r"[a-zçğıöşüа-яё]\)\s+\S")  # "a) The first part"


def _names_scholar(line: str) -> bool:
    """Tell whether ``line`` is nothing but a name with its degree before it, or several."""
    return begins_with_degree(line) and bool(read_person(line))


# What somebody has said, with his name: "“The lamp is what the night needs most.” Anna Kim".
_EPIGRAPH = Pattern(r"[“\"«„][^“”\"«»„]{40,}[.!?…]?[”\"»“]\s?[–—-]{0,2}\s?(?:[^\W\d_a-zа-яё][\w.’'-]*\s?){1,4}")
_QUOTATION_MARKS = {"“": "”", "«": "»", "„": "“"}


def _leaves_quotation_open(line: str) -> bool:
    """Tell whether ``line`` begins a quotation that does not end in it: what somebody says over several lines."""
    return line[0] in _QUOTATION_MARKS and not any(sign in line[1:] for sign in (_QUOTATION_MARKS[line[0]], '"', "”"))


_NUMBER_OF_PART = Pattern(r"([0-9]{1,2})[.)]\s+\S")


def _is_numbered(page: Page, i: int) -> bool:
    """Tell whether line ``i`` is one of a list of parts: the next line, or the one above, has the number that follows, or precedes, its own."""
    number = _NUMBER_OF_PART.match(page.line(i))
    others = {j - i: _NUMBER_OF_PART.match(page.line(j)) for j in (i - 1, i + 1) if number and 0 <= j < page.count and page.is_short(j)}
    return any(other and int(other[1]) == int(number[1]) + step for step, other in others.items())


def _stands_above_lead_and_name(reading: Reading, i: int) -> bool:
    """Tell whether a longer line stands right below line ``i``, and who wrote the text right below that: title, lead, by-line."""
    page = reading.page
    if i + 2 >= page.count or reading.layer.markup or not reading.is_kept(i + 1) or not page.is_short(i + 1) or len(page.line(i).split()) < 3:
        return False
    is_longer = len(page.line(i + 1).split()) >= 8 and len(page.line(i + 1)) > len(page.line(i))
    return is_longer and any(page.start(i + 2) <= start < page.end(i + 2) for start, _ in reading.spans.get("byline", ()))


def _is_motto(reading: Reading, i: int) -> bool:
    """Tell whether line ``i`` is what somebody said, and the next alone says who: the motto of a paper, above its headlines."""
    page = reading.page
    if reading.layer.markup or i + 2 >= page.count or not page.follows_gap(i + 1) or not page.follows_gap(i + 2) or page.line(i)[-1] not in '!»”"':
        return False
    people = read_person(page.raw(i + 1)) if page.is_short(i + 1) else None
    return bool(people) and len(people) == 2 and not people[1].role and len(page.line(i + 1).split()) <= 3


_PATRONYMIC = Pattern(r"(?<=[а-яё]\s)[А-ЯЁ][а-яё]+(?:вич|вна|чна)\b")


def _names_author(line: str) -> bool:
    """Tell whether ``line`` gives a name with initials, and what its bearer is; or several names, with patronymics."""
    if len(_PATRONYMIC.findall(line)) >= 2 and read_person(line):
        return True
    fields = read_person(line) if _INITIALS.search(line) else None
    return bool(fields) and bool(fields[-1].role or fields[-1].affiliation) and is_role(fields[-1].role or "")


def _heads(first: str, second: str) -> bool:
    return _reads_as_headline(first) and not second[0].islower()


def _reads_as_headline(line: str) -> bool:
    """Tell whether ``line`` is said and not named: three words or more, one of them a longer word in small letters. Names of sites have none."""
    words = line.split()
    is_said = any(word.islower() and word.strip(".,:;!?") not in _JOINERS_OF_NAMES for word in words[1:]) or line.endswith("?")
    return 3 <= len(words) <= 20 and is_said and not names_site(line) and not is_body(line) and not line.endswith(".")


def _may_name_site(line: str) -> bool:
    words = line.split()
    is_named = len(words) <= (6 if any(word.strip(".,") in PAPER_WORDS for word in words) else 4)
    return names_site(line) or bool(INSTITUTE.match(line)) or (is_named and all(word[0].isupper() or len(word) <= 3 for word in words))


def _is_short_name(line: str) -> bool:
    """Tell whether ``line`` has two to four words that all begin with a capital, as the names of sites do."""
    words = line.split()
    return 2 <= len(words) <= 4 and not line.isupper() and line[-1] not in "?!" and all(word[0].isupper() or word == "&" for word in words)


_TELLS = Pattern(r"[’']s\s|\s(?:Behind|Against|Without|After|Before|Under|Beyond|Between|Among|Amid|Amidst|Towards?|Versus|vs\.?)\s")


def _tells_of_text(line: str, words_of_text: frozenset[str]) -> bool:
    """Tell whether ``line``, whose words all begin with capitals, says something of the text and names no site: how its words stand to each other."""
    words = LONG_WORD.findall(line.casefold())
    return bool(_TELLS.search(line)) and not names_site(line) and sum(word[:4] in words_of_text for word in words) >= 0.5 * len(words)


def _part_site_from_title(reading: Reading, i: int) -> None:
    """Leave the name of the site out of the title, where a window's title was copied: "Title | Site"."""
    page = reading.page
    raw = page.raw(i)
    border = list(_BORDER_OF_SITE.finditer(raw))
    if not border or not _names_site_behind(raw, border[-1]):
        return
    end = page.start(i) + border[-1].start()
    reading.values["title"] = plain(page.text[page.start(i) : end])
    reading.spans["title"] = [(page.start(i), end)]
    reading.remove_stretch(end, page.end(i), "name of the site")


_AUTHOR_BEHIND = Pattern(r"\s(?:\|\s|[–—-]\sby\s)(?P<name>[^|–—]{5,40})$")


def _part_author_from_title(reading: Reading, i: int) -> bool:
    """Part the author from the title in whose line he is named, behind a bar or a dash: "The headline? | NAME", "The headline – by NAME"."""
    raw = reading.page.raw(i)
    found = _AUTHOR_BEHIND.search(raw)
    if not found or reading.authors or len(raw[: found.start()].split()) < 4 or not names_person(found["name"]):
        return False
    start = reading.page.start(i)
    reading.values["title"] = plain(raw[: found.start()])
    reading.spans["title"] = [(start, start + found.start())]
    for name in ("byline", "authors"):
        reading.note(Field(name, found["name"], *found.span("name")), start)
    reading.remove_stretch(start + found.start(), start + found.start("name"), "field label")
    return True


_KIND_BEFORE_BAR = Pattern(r"(?P<kind>[^\W\d_][^|]{2,24}?)\s[|]\s(?=\S+(?:\s\S+){2})")


def _kind_before_bar(line: str) -> re.Match[str] | None:
    """Return what stands before a headline as the section or the kind of text it is, with a bar behind it: "Analysis | The headline"."""
    found = _KIND_BEFORE_BAR.match(line)
    return found if found and found["kind"].casefold() in SECTIONS else None


def _part_kind_from_title(reading: Reading) -> None:
    """Part the section from the title in whose line it stands, before a bar."""
    start, end = reading.spans["title"][-1]
    found = _kind_before_bar(reading.layer.text[start:end])
    if not found:
        return
    reading.spans["title"][-1] = (start + found.end(), end)
    reading.values["title"] = plain(reading.layer.text[start + found.end() : end])
    if "section" not in reading.values:
        reading.note(Field("section", found["kind"], *found.span("kind")), start)
    reading.remove_stretch(start + len(found["kind"]), start + found.end(), "field label")


def _part_mark_of_note(reading: Reading) -> None:
    """Leave the star of a note out of the title that it stands behind, as journals print it: "The headline*"."""
    start, end = reading.spans["title"][-1]
    text = reading.layer.text[start:end].rstrip("*")
    if text[-1:].strip() and len(text) < end - start <= len(text) + 3:
        reading.spans["title"][-1] = (start, start + len(text))
        reading.values["title"] = plain(text)
        reading.remove_stretch(start + len(text), end, "mark of a note")


# What some sites print before a title: a bullet, or in lists of news the hour: "10:56 The headline".
_BULLET_BEFORE = Pattern(r"[•·▪‣]\s+(?=\S)")
_HOUR_BEFORE = Pattern(r"(?:[01]?[0-9]|2[0-3]):[0-5][0-9]\s+(?=\S+(?:\s\S+){2})")


def _part_before_title(reading: Reading, before: Pattern, rule: str) -> None:
    """Leave out of the title what ``before`` matches at its beginning; ``rule`` takes it."""
    start, end = reading.spans["title"][-1]
    found = before.match(reading.layer.text, start, end)
    if found:
        reading.spans["title"][-1] = (found.end(), end)
        reading.values["title"] = plain(reading.layer.text[found.end() : end])
        reading.remove_stretch(start, found.end(), rule)


def _names_site_behind(line: str, border: re.Match[str]) -> bool:
    tail = line[border.end() :]
    return (
        1 <= len(tail.split()) <= 6
        and len(line[: border.start()].split()) >= 3
        and ("|" in border[0] or any(word in PAPER_WORDS for word in tail.split()))
    )


def _is_stopped_headline(page: Page, i: int) -> bool:
    """Tell whether line ``i``, between gaps, ends with a full stop but writes its words with capitals, as English headlines do."""
    line = page.line(i)
    words = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    is_apart = i + 1 < page.count and page.follows_gap(i + 1) and page.is_short(i)
    is_one = line.endswith(".") and line[-2].isalnum() and 6 <= len(line.split()) <= 20 and line.isascii() and not _SEVERAL_SENTENCES.search(line)
    return is_apart and is_one and len(words) >= 4 and sum(word[0].isupper() for word in words) >= 0.85 * len(words)


_LEAST_WORDS_TOLD_AGAIN = 5


def is_told_again(page: Page, i: int) -> bool:
    """Tell whether line ``i``, the first of its page and apart, is one sentence whose words the paragraph below has nearly all again: a headline.

    It quotes the name of something.
    """
    line = page.line(i)
    below = i + 1
    if i or page.layer.markup or below >= page.count or not page.follows_gap(below) or not page.is_short(i) or not line.endswith("."):
        return False
    quoted = _NAME_IN_QUOTES.search(line)
    words = {word[:5] for word in LONG_WORD.findall(line.casefold())}
    again = page.text[page.start(below) : min(page.end(below), page.start(below) + 1500)]
    is_one = not _SEVERAL_SENTENCES.search(line.replace(quoted[0], "") if quoted else line) and len(line.split()) <= 20 and len(again.split()) >= 20
    if not is_one or not quoted or len(words) < _LEAST_WORDS_TOLD_AGAIN:
        return False
    return len(words & {word[:5] for word in LONG_WORD.findall(again.casefold())}) >= 0.7 * len(words)


_NAME_IN_QUOTES = Pattern(r"[“«„\"][^“”«»„\"]{12,160}[”»“\"]")


def is_above_byline(page: Page, i: int) -> bool:
    """Tell whether line ``i``, the first of its page, is of a few words with a stop, alone above who wrote the text: a headline."""
    below = i + 1
    if i or page.layer.markup or below >= page.count or not page.is_short(i) or not page.follows_gap(below) or not page.is_short(below):
        return False
    people = read_person(page.raw(below)) if page.raw(i).endswith(".") and len(page.line(i).split()) <= 15 else None
    return bool(people) and (bool(_INITIALS.search(page.raw(below))) or has_given_name(people[-1].value))


_INITIALS = Pattern(r"(?<![^\W\d_])[^\W\d_]\.\s?[^\W\d_]\.")


def _may_be_title(reading: Reading, i: int) -> bool:
    page = reading.page
    line = page.line(i)
    kind = _kind_before_bar(line)
    line = line[kind.end() :] if kind else line
    border = list(_BORDER_OF_SITE.finditer(line))
    if border and "|" in border[-1][0] and _names_site_behind(line, border[-1]) and i < 3:
        line = line[: border[-1].start()]
    is_announced = i + 1 < page.count and (i + 1 in reading.stated or is_above_byline(page, i))
    if line.endswith(".") and is_announced and 3 <= len(line.split()) <= 15 and not line.endswith(".."):
        line = line[:-1]  # a headline with a full stop, above a by-line or a day
    if line.endswith(("…", "..")) and 3 <= len(line.split()) <= 12 and page.follows_gap(i) and (i + 1 >= page.count or page.follows_gap(i + 1)):
        line = line.rstrip(".…")  # one that leaves something open
    if i <= 2 and (_is_stopped_headline(page, i) or is_told_again(page, i)):
        line = line[:-1]
    if line.endswith(":") and "repeated title" in (page.removed.get(i - 1), page.removed.get(i + 1)) and len(line.split()) >= 2:
        line = line[:-1]
    words = line.split()
    is_dated = is_announced and i + 2 < page.count and page.follows_gap(i + 1)
    if 25 < len(words) <= 45 and line[-1].isalnum() and (is_dated or sum(word[0].isupper() for word in words) >= 0.5 * len(words)):
        line = " ".join(words[:25])
    if (CREDIT.search(line) or PLACES_ON_PICTURE.search(line)) and not reading.layer.markup:
        return False
    if len(words) <= 4 and re.search(r"[’'](?:s)?$", line) and i + 1 < page.count and page.is_prose(i + 1) and not page.follows_gap(i + 1):
        return False  # whose book, or lamp, the sentence in the next line tells
    if is_salutation(line) or _HEADS_KEY_POINTS.fullmatch(line):
        return False
    if line.casefold() in _HEADS_OF_OPENING and not reading.layer.markup:
        return False
    is_dateline = line.upper() in REPORTING_CITIES or (is_whole_dateline(page.raw(i)) and not (find_dates(line) and _is_day_of_text(reading, i)))
    if is_dateline and not reading.layer.markup:
        return False
    if _ADDRESS_BY_POST.match(line) or (_NOTE_BEFORE.match(line) and names_body(line)):
        return False
    is_printed_again = page.removed.get(i + 1) == "repeated title" or bool(OF_A_SPEECH.match(line))
    if is_printed_again and len(line.split()) > 10:  # it may name the day and be long
        bracket = line.rfind(" (")
        line = line[:bracket] if bracket > 0 and line.endswith(")") else line
        days = find_dates(line)
        line = " ".join((line[: days[0].start] if days and OF_A_SPEECH.match(line) else line).split()[:25]).rstrip(" ,")
    dated = find_dates(line)
    if not reading.layer.markup and (end := _end_before_day(line)):
        line = line[:end]
    elif dated and (_names_day_in_passing(reading, i) or _is_named_by_day(reading, i)):
        line = line.rstrip(".")
    elif dated and not ((len(words) >= 7 or _is_day_of_text(reading, i)) and all(_OF_A_DAY.search(line, 0, day.start) for day in dated)):
        return False
    is_byline = line.startswith("By ") and any(found.name == "authors" for found in read_byline(line) or ()) and has_given_name(line)
    if "[email" in line or is_byline:
        return False
    if not is_title_like(line) or is_relative_date(line) or re.search(r"\s[|·•]\s|[›→▸]|@|://", line):
        return False
    if re.search(r"»\s\S", line) and line.count("«") < line.count("»"):  # a path through a site, and no quotation
        return False
    if line.startswith(("Home", "Главная")) and any(
        _ends_glued(line, page.line(j)) for j in range(i + 1, min(page.count, i + 4)) if page.is_short(j)
    ):
        return False  # a path through a site, without blanks
    behind = _STATION_BEHIND.search(line)
    if behind and i + 1 < page.count and page.line(i + 1) == line[: behind.start()]:  # the head of the page above its title
        return False
    if is_row_of_menu(line) or _LETTER_OF_PART.match(line):
        return False
    words = [word.casefold().strip(".,:|") for word in line.split()]
    return not (len(words) >= 3 and sum(word in MENU_WORDS for word in words) >= 0.5 * len(words))


def _end_before_day(line: str) -> int | None:
    """Return where the words of a headline end that has its day behind a dash or a bar, or in brackets: "The headline - 2005-09-20"; or None."""
    days = find_dates(line)
    if len(days) != 1 or days[0].weekday is not None or line[days[0].end :].strip(" )]."):
        return None
    seam = _SEAM_OF_DAY.search(line[: days[0].start])
    if not seam and _DAY_IN_FIGURES.fullmatch(line, days[0].start):
        seam = _WORD_BEFORE_DAY.search(line[: days[0].start])
    return seam.start() if seam and (len(line[: seam.start()].split()) >= 5 or _reads_as_headline(line[: seam.start()])) else None


_DAY_IN_FIGURES = Pattern(r"[0-9]{2}\.[0-9]{2}\.(?:19|20)[0-9]{2}")
_WORD_BEFORE_DAY = Pattern(r"(?:(?<=[^\W\d_]{5})|(?<=[»”\"?!]))\s$")  # and no "from", "on"
_SEAM_OF_DAY = Pattern(r"\s(?:[-–—|]\s?|[(\[])$")


def _is_named_by_day(reading: Reading, i: int) -> bool:
    """Tell whether line ``i`` ends in the day that names an issue, and the next line gives that day again: "Lamps Report: October 23, 2003"."""
    page = reading.page
    days = find_dates(page.line(i))
    if len(days) != 1 or page.line(i)[days[0].end :].strip() or len(page.line(i)[: days[0].start].split()) < 3 or i + 1 not in reading.stated:
        return False
    return any(page.start(i + 1) <= found.start < page.end(i + 1) and found.date.readings == days[0].readings for found in reading.dates)


def _part_day_from_title(reading: Reading, i: int) -> None:
    """Part the day from the title in whose line it stands behind a dash or a bar, or in brackets."""
    page = reading.page
    raw = page.raw(i)
    end = _end_before_day(raw)
    if end is None or (not _SEAM_OF_DAY.search(raw[: find_dates(raw)[0].start]) and _is_day_of_text(reading, i)):
        return
    start = page.start(i)
    day = find_dates(raw)[0]
    reading.values["title"] = plain(raw[:end])
    reading.spans["title"] = [(start, start + end)]
    reading.note(Field("bare_date", raw[day.start : day.end], day.start, day.end, date=day), start)
    reading.remove_stretch(start + end, start + day.start, "field label")
    reading.remove_stretch(start + day.end, page.end(i), "field label")


def _is_day_of_text(reading: Reading, i: int) -> bool:
    """Tell whether line ``i`` ends in the day of which the first paragraph tells: "Council of Pilots, 20 June 2021" above "On 20 June 2021 ..."."""
    page = reading.page
    text = next((j for j in range(i + 1, min(page.count, i + 12)) if page.is_prose(j)), None)
    days = find_dates(page.line(i))
    if text is None or len(page.line(i)[: days[0].start].split()) < 3:
        return False
    told = {date.readings for date in find_dates(page.text[page.start(text) : min(page.end(text), page.start(text) + 600)])}
    return all(day.readings in told for day in days)


def _names_day_in_passing(reading: Reading, i: int) -> bool:
    """Tell whether the first line of a page is a headline with a day in it, of what it tells: a line with the day of publication, or
    one that sites print in their heads, stands right below.

    Five words or more stand before that day, one of them a longer word in small letters.
    """
    page = reading.page
    day = find_dates(page.line(i))[0]
    before = page.line(i)[: day.start].split()
    if i or reading.layer.markup:
        return False
    behind = page.line(i)[day.end :].split()
    if len(day.readings[0]) == len("2014-11") and len(before) >= 2 and len(behind) >= 4 and any(word.islower() and len(word) > 3 for word in behind):
        return True  # a month of which it tells
    if len(before) < 5 or not any(word.islower() and len(word) > 3 for word in before):
        return False
    if page.removed.get(i + 1) in RULES_OF_HEAD:
        return True
    below = next((j for j in range(i + 1, min(page.count, i + 4)) if j not in page.removed), None)
    return below in reading.stated and any(candidate.start >= page.start(below) and candidate.end <= page.end(below) for candidate in reading.dates)


_OF_A_DAY = Pattern(r"\S(?:\s(?:of|on|dated|vom|am|du|от|за)|,)\s$")
_STATION_BEHIND = Pattern(r"\s[-–—|]\s«[^«»]{2,40}»(?:\s\S+){0,2}$")


def _words_of_text(reading: Reading) -> frozenset[str]:
    """Return the beginnings of the longer words of the first running text, as a title shares some with it."""
    page = reading.page
    text = []
    for i in range(page.count):
        if reading.is_kept(i) and page.is_prose(i):
            text.append(page.text[page.start(i) : min(page.end(i), page.start(i) + 3000)])
            if sum(map(len, text)) > 6000:
                break
    return frozenset(word[:4] for word in LONG_WORD.findall(" ".join(text).casefold()))


def _ends_glued(line: str, title: str) -> bool:
    return line.endswith(f" | {title}") or (len(title.split()) >= 3 and len(line) > len(title) + 4 and line.endswith(title))


def _ends_path(page: Page, i: int) -> bool:
    """Tell whether a path from the front page, close above line ``i``, ends with what stands in that line."""
    line = page.line(i)
    return line.count(" ") >= 2 and any(page.line(j).endswith(f" {line}") and _OPENS_PATH.match(page.line(j)) for j in range(max(0, i - 4), i))


_OPENS_PATH = Pattern(rf"{FRONT_PAGE}\s\S", re.I)
# Whose site a page is of: "President of the Republic of X", "Government of X".
_NAMES_OFFICE = Pattern(
    r"(?:(?:the )?official (?:web)?(?:site|page)(?: of(?: the)?)?\s?|(?:the )?national emblem of .{3,30}|"
    r"(?:(?:the )?official (?:web)?site of |under |at )?(?:the )?(?:president|prime minister|government|parliament|senate|ministry|embassy)"
    r" of (?:the )?(?:(?:\w+ )?republic of )?(?:the )?(?-i:[A-Z])[\w’'-]+(?: (?-i:[A-Z])[\w’'-]+)?)",
    re.I,
)
_SEVERAL_SENTENCES = Pattern(r"(?<!\bvs)(?<!\bSt)(?<!\bDr)(?<!\bMr)(?<!\bGen)(?<!\bст)(?<!\bг)(?<!\bгг)(?<=[a-zа-я»”])\.\s[A-ZА-Я]")
_ASKS_READER = Pattern(r"\b(?:you|your|вы|вас|вам|ihnen|vous|votre|siz|sizin|сіз|сіздің)\b", re.I)
# A section or a control of a site, in one language and in another: "News / Brèves".
_IN_TWO_LANGUAGES = Pattern(r"\w\s/\s\w")
_SLOGAN = Pattern(
    r"(?:das|die|der) (?:portal|magazin|zeitung|zeitschrift|plattform|wochenzeitung) (?:von|der|für|des)\b|"
    r"the (?:portal|magazine|voice|website) (?:of|for)\b|"
    r"le (?:portail|magazine|site|journal) (?:de|des|du)\b|(?:портал|журнал|сайт|газета) (?:о|об|для|про)\b|les grands de .{2,30} s[’']expriment\b",
    re.I,
)
_HEADS_KEY_POINTS = Pattern(r"(?:key|main) (?:points|takeaways|findings|messages)\s?:?|executive summary\s?:?", re.I)
_HEADS_OF_PARTS = frozenset(
    {"abstract", "summary", "introduction", "аннотация", "введение", "андатпа", "аңдатпа", "кіріспе", "түйін", "özet", "öz", "giriş",
     "zusammenfassung", "einleitung", "résumé", "sommaire"}
)  # fmt: skip


# The headings with which a text without its title may begin.
_HEADS_OF_OPENING = frozenset({"genel bakış", "giriş", "önsöz", "einleitung", "überblick", "vorwort", "avant-propos", "кіріспе", "введение"})


def part_doubled_heads(reading: Reading) -> None:
    """Part the heading of a part from the paragraph that begins with it once more, glued to its first word: "Abstract", "AbstractThis paper ..."."""
    page = reading.page
    for i in range(1, min(page.count, 60)):
        head = page.raw(i - 1) if page.is_short(i - 1) and reading.is_kept(i - 1) else ""
        if head.casefold() not in _HEADS_OF_PARTS or not page.text.startswith(head, page.start(i)) or i in reading.body_starts:
            continue
        begin = page.start(i) + len(head)
        if begin < page.end(i) and page.text[begin].isupper():
            reading.begin_body(i, begin, "field label")


def part_title_printed_twice(reading: Reading) -> None:
    """Part a title from itself where a template printed it twice without a blank between, as the text of a picture and again: "The titleThe title".

    Where the title stands on a line of its own too, the doubled line is left out as a whole.
    """
    page = reading.page
    for i in range(min(page.count, 12)):
        if not reading.is_kept(i) or not page.is_short(i) or len(page.line(i).split()) < 5:
            continue
        seam = _seam_of_doubled(page.raw(i))
        if not seam:
            continue
        half = _letters(page.raw(i)[seam:])
        if any(_letters(page.raw(j)) == half for j in range(min(page.count, 12)) if j != i and page.is_short(j)):
            page.removed[i] = "repeated title"
        elif not page.is_prose(i):
            start = page.start(i)
            reading.remove_stretch(start + seam, page.end(i), "repeated title")
            page.shorten(i, start + seam)
        return


def _seam_of_doubled(line: str) -> int | None:
    """Return where ``line`` begins once more: at a capital or a mark of quotation glued to a word or such a mark, letters and figures alike."""
    letters = _letters(line)
    half = len(letters) // 2
    if len(letters) < 30 or len(letters) % 2 or letters[:half] != letters[half:]:
        return None
    at = next((at for at in range(1, len(line)) if len(_letters(line[:at])) == half), None)
    while at is not None and at < len(line) and not line[at].isalnum() and line[at] not in '“«„"':
        at += 1
    return at if at and not line[at - 1].isspace() else None


def _letters(line: str) -> str:
    return "".join(char for char in line.casefold() if char.isalnum())


_WORD = Pattern(r"[^\W\d_]+(?=\s)")


def _opens_sentence(page: Page, at: int, end: int) -> bool:
    """Tell whether the word at ``at`` is written large because a sentence begins with it: the text has it in small letters too. Names are not."""
    word = _WORD.match(page.text, at, end)
    if not word or not word[0][0].isupper():
        return False
    return bool(re.search(rf"(?<!\w){word[0].lower()}(?!\w)", page.text[at : at + 20_000]))


_SURNAME_BEFORE = Pattern(r"[^\W\d_a-zа-я]{3,20}\s[–—-]\s(?=\S+(?:\s\S+){2})")  # "KIM – The headline"


def part_glued_title(reading: Reading) -> None:
    """Part the title from the paragraph that begins with it, glued to the first word or before a blank: "The headlineThe text ..."."""
    page = reading.page
    line = reading.title_line()
    title = page.raw(line) if line is not None else ""
    if len(title.split()) < 3 or not title[-1].isalnum():
        return
    surname = _SURNAME_BEFORE.match(title)
    short = title[surname.end() :] if surname else title
    for i in range(line + 1, min(page.count, line + 8)):
        title = short if page.text.startswith(short, page.start(i)) else title
        if not reading.is_kept(i) or not page.text.startswith(title, page.start(i)):
            continue
        begin = page.start(i) + len(title)
        begin += page.text[begin : begin + 1] == " " and _opens_sentence(page, begin + 1, page.end(i))
        if begin < page.end(i) and page.text[begin].isupper():
            reading.begin_body(i, begin, "repeated title")
            return


_NAME_OF_PICTURE = Pattern(r"(?:(?=.{6,60}?[a-z0-9][A-Z])[a-z0-9]+(?:[ _-][a-z0-9]+){1,5}|[A-Z][a-z]+_[0-9]{1,3})(?=[A-Z][a-z’']*\s[\w’']+\s)")


def part_glued_picture_name(reading: Reading) -> None:
    """Part the name of a picture, in small letters, from the first word of the text it is glued to: "kuryk-lamp-2014The pilots ..."."""
    page = reading.page
    line = reading.title_line()
    line = -1 if line is None else line
    first = next((i for i in range(line + 1, min(page.count, line + 6)) if reading.is_kept(i) and page.is_prose(i)), None)
    if first is None or first in reading.body_starts or reading.layer.markup:
        return
    start = page.start(first)
    name = _NAME_OF_PICTURE.match(page.text[start : min(page.end(first), start + 120)])
    if name:
        reading.begin_body(first, start + name.end(), "text of a picture")


_SAYS_WHO_ANSWERS = Pattern(
    r"\b(?:отвеча(?:ет|ют) на вопрос\w*|ответил[аи]? на вопрос\w*|answers? (?:the |our )?questions|answered (?:the |our )?questions|"
    r"сұрақтар\w+ жауап\w*|soruları\w+ (?:yanıtladı|cevapladı|yanıtlıyor)|beantwortet(?:e)? .{0,20}fragen|répond(?:ent)? aux questions)\b",
    re.I,
)


def _heads_text(reading: Reading, i: int) -> bool:
    """Tell whether line ``i``, the first of the page, stands apart as titles do: three to twelve words, no question, a gap below."""
    page = reading.page
    words = page.line(i).split()
    is_apart = i == 0 and page.count > 1 and page.follows_gap(1)
    return is_apart and reading.is_kept(i) and 3 <= len(words) <= 12 and page.line(i)[-1] not in "?.:;," and not names_site(page.line(i))


_NOTE_BEFORE = Pattern(r"[1-9a-e¹²³]\s?(?=[^\W\d_a-zа-яё])")  # of an author: "1 University of X, town"
_ADDRESS_BY_POST = Pattern(r"[0-9]{5,6},?\s(?:г\.\s?)?[^\W\d_a-zа-яё]\w+,")  # "130000 г. Актау, Казахстан"


def _title_score(reading: Reading, i: int, words_of_text: frozenset[str], printed_again: set[str]) -> float:
    page = reading.page
    line = page.line(i)
    words = line.split()
    count = sum(any(char.isalpha() for char in word) for word in words)
    score = {0: 0.0, 1: 0.0, 2: 0.6, 3: 1.2}.get(count, 2.0)
    if len(words) > 16 and not OF_A_SPEECH.match(line):
        score -= 0.5 + 0.1 * (len(words) - 16)
    long_words = LONG_WORD.findall(line.casefold())
    if long_words:
        score += 3 * sum(word[:4] in words_of_text for word in long_words) / max(2, len(long_words))
    score += 0.4 * page.follows_gap(i) + 0.4 * (i + 1 < page.count and page.follows_gap(i + 1)) + 0.5 * (i + 1 in reading.stated)
    score += (
        3.0 * (comparable(line) in printed_again or _ends_path(page, i))
        - 3.0 * bool(_OPENS_PATH.match(line))
        + 0.8 * (line.isupper() and len(words) >= 2)
    )
    if _SAYS_WHO_ANSWERS.search(line):
        score -= 1.5  # stands below the title of an interview
    if page.removed.get(i + 1) == "photo credit" and not page.follows_gap(i + 1):
        score -= 3.0  # a caption
    if len(words) >= 8 and i + 1 < page.count and not page.follows_gap(i + 1) and page.text[page.start(i + 1)].islower() and not reading.layer.markup:
        score -= 2.0  # a sentence that goes on in the next line
    if re.search(r"(?:19|20)[0-9]{2}(?:\s(?:жыл|г\.|ж\.))?$", line):
        score -= 0.8
    if _SLOGAN.match(line):
        score -= 2.0
    if _IN_TWO_LANGUAGES.search(line):
        score -= 3.0
    if line.endswith("?") and len(words) >= 10 and _ASKS_READER.search(line):  # how a text begins
        score -= 3.5 if i and page.line(i)[0].isupper() and any(_heads_text(reading, j) for j in range(max(0, i - 2), i)) else 1.5
    if all(j in reading.stated for j in range(i)):  # the first but for the day of a dump
        score -= 2.0 if INSTITUTE.match(line) else 0.7 * (i == 0)
    if _NAMES_OFFICE.fullmatch(line):
        score -= 4.0
    if line.casefold() in MENU_WORDS or line.casefold() in _HEADS_OF_PARTS:
        score -= 3.0
    elif line.casefold() in SECTIONS or names_site(line):
        score -= 1.5
    below = i + 1
    if i == 0 and read_person(line) and not has_given_name(line) and count == 2:
        score -= 0.3  # two words that may be a headline
    elif read_person(line) and not (below < page.count and reading.is_kept(below) and page.is_short(below) and read_person(page.raw(below))):
        score -= 2.0  # of two such lines the second is the name
    markup = reading.layer.markup
    if markup:
        regions = page.regions(i)
        parts = [comparable(part) for part in SITE_BORDER.split(markup.statements.get("title", ""))]
        said = comparable(line)
        if said and said in (comparable(markup.statements.get("og:title", "")), parts[0]):
            score += 3.0 if len(parts) > 1 else 1.0  # a head's title that is one part may be the site's name
        elif said in parts:
            score += 2.0
        score += 1.0 * bool(regions & {"h2", "h3"}) - 1.5 * ("li" in regions)
    return score


def _find_marked_title(reading: Reading, markup: Markup) -> bool:
    """Take the title from the page's first-level heading, else from its head; True if that settles it, with or without one."""
    page = reading.page
    said = markup.statements
    stated = said.get("og:title") or next((entry["headline"] for entry in markup.linked_data if isinstance(entry.get("headline"), str)), None)
    full = said.get("title", "")
    site = comparable(said.get("og:site_name", ""))
    headings = [i for i in range(page.count) if reading.is_kept(i) and "h1" in page.regions(i) and reading.length(i) <= 500]
    headings = [i for i in headings if comparable(page.line(i)) != site or not site]
    if any(NO_ARTICLE.match(part) for part in (*SITE_BORDER.split(full), *map(page.line, headings))):
        return True
    evidence = comparable(f"{stated or ''} {full}")
    best = next((i for i in headings if comparable(page.line(i)) in evidence), headings[0] if headings else None)
    parts = [comparable(part) for part in SITE_BORDER.split(full)]
    if best is not None and len(parts) > 1 and comparable(page.line(best)) == parts[-1]:  # the first-level heading is the site's name
        below = (i for i in range(page.count) if reading.is_kept(i) and page.regions(i) & {"h1", "h2", "h3"} and reading.length(i) <= 500)
        named = next((i for i in below if comparable(page.line(i)) == parts[0]), None)
        if named is not None:
            page.removed[best] = "page header"
            best = named
    if best is not None:
        if any(reading.is_kept(i) for i in range(page.count) if i != best):
            reading.state_line("title", best)
        return True
    if not stated:
        return False  # the head's title may be the site's: a line of the page decides
    border = list(_BORDER_OF_SITE.finditer(stated))
    if border and _names_site_behind(stated, border[-1]) and comparable(stated[border[-1].end() :]) in (site, *parts[1:]):
        stated = stated[: border[-1].start()]
    title = _whole_title(reading, stated, full)
    same = next((i for i in page.kept()[:MOST_HEAD_LINES] if reading.is_kept(i) and comparable(page.line(i)) == comparable(title)), None)
    if same is not None and any(reading.is_kept(i) for i in range(page.count) if i != same):
        reading.state_line("title", same)
    else:
        reading.values["title"] = plain(title)
    return True


def _whole_title(reading: Reading, stated: str, full: str) -> str:
    """Return the title that ``stated`` is the beginning of, where the page's head cut it short with dots."""
    if not stated.endswith(("...", "…")):
        return stated
    begin = comparable(stated.rstrip(".… "))
    lines = (reading.page.line(i) for i in reading.page.kept()[:MOST_HEAD_LINES] if reading.page.is_short(i))
    return next(
        (text for text in (*lines, *SITE_BORDER.split(full)) if comparable(text).startswith(begin) and not text.endswith(("...", "…"))), stated
    )


def find_standfirst(reading: Reading) -> None:
    """Take for the subtitle the paragraph between the title and a line that says who wrote the text, or when."""
    page = reading.page
    title = reading.title_line()
    if title is None:
        return
    below = [i for i in range(title + 1, min(page.count, title + 12)) if i not in page.removed]
    first = next((i for i in below if i not in reading.stated and page.is_prose(i)), None)
    if first is None or first in reading.captions or reading.length(first) > _LONGEST_STANDFIRST:
        return
    if len(page.line(first).split()) > _LONGEST_STANDFIRST_WORDS:
        return
    if ".subtitle" in page.regions(first) and any(page.is_prose(j) for j in range(first + 1, page.count) if reading.is_kept(j)):
        reading.state_line("subtitle", first)
        return
    for i in range(first + 1, min(first + 4, page.count)):
        if (
            i == first + 1
            and not reading.layer.markup
            and (page.removed.get(i) in ("reading time", "address of the page") or is_address(page.raw(i)) or _FIGURES.fullmatch(page.raw(i)))
        ):
            if any(page.is_prose(j) for j in range(i + 1, page.count) if reading.is_kept(j)):
                reading.state_line("subtitle", first)
            return
        if i in page.removed or not page.is_short(i):
            continue
        fields = read_statement(page.raw(i)) or read_line_of_date(page.raw(i)) or ()
        said = {_KIND_OF_STATEMENT[found.name] for found in fields if found.name in _KIND_OF_STATEMENT}
        if said and not page.is_prose(i):
            if said <= _stated_above(reading, first):  # a heading of the text, or of another, has its own
                return
            if (
                not read_dateline(page.raw(first))
                and not _TOWN_IN_BRACKETS.match(page.raw(first))
                and any(page.is_prose(j) for j in range(i + 1, page.count) if reading.is_kept(j))
            ):
                reading.state_line("subtitle", first)
            return


_KIND_OF_STATEMENT = {"byline": "author", "published_on": "day", "bare_date": "day"}


def _stated_above(reading: Reading, i: int) -> set[str]:
    """Return which of author and day the head states in a line above line ``i``."""
    end = reading.page.start(i)
    fields = {"day": "published_on", "author": "byline"}
    return {kind for kind, name in fields.items() if any(start < end for start, _ in reading.spans.get(name, ()))}


_TOWN_IN_BRACKETS = Pattern(r"\([^\W\d_a-zа-яё][\w’'-]{2,}(?:\s[^\W\d_a-zа-яё][\w’'-]+)?\)\s")  # how Canadian papers open a report
_FIGURES = Pattern(r"[0-9][0-9\s.,]{0,14}")


def find_subtitle(reading: Reading, head: list[int]) -> None:
    """Take for the subtitle the one line that stands between the title and the statements or the text."""
    if not reading.spans.get("title") or "subtitle" in reading.values:
        return
    page = reading.page
    title = reading.title_line()
    if title is None:
        return
    below = [i for i in head if i > title]
    for i in range(title + 1, min(title + 9, page.count)):
        is_marked = reading.is_kept(i) and ".subtitle" in page.regions(i) and reading.length(i) <= 500 and i not in reading.captions
        if is_marked and any(page.is_prose(j) for j in range(i + 1, page.count) if reading.is_kept(j)):
            reading.state_line("subtitle", i)
            return
    if not reading.layer.markup and _stands_above_text(reading, title):
        reading.state_line("subtitle", title + 1)
        return
    below = [i for i in below if reading.is_kept(i) and not page.line(i).isdigit()]
    if not below or any(reading.is_kept(i) and not page.line(i).isdigit() for i in range(title + 1, below[0])) or not page.is_short(below[0]):
        return
    if is_in_another_script(reading, below[0], title):
        return
    line = page.line(below[0])
    if line[0] in "-–—•*" and page.raw(below[0] + 1 if below[0] + 1 < page.count else below[0])[0] == line[0] and not reading.layer.markup:
        return  # a list
    if line[0] == "(" and ")" not in line and len(below) > 1 and page.line(below[1])[-1] == ")" and not page.follows_gap(below[1]):
        reading.stated.update(below[:2])  # who was asked, in brackets over two lines
        reading.values["subtitle"] = plain(page.text[page.start(below[0]) : page.end(below[1])])
        reading.spans["subtitle"] = [(page.start(below[0]), page.end(below[1]))]
        return
    count = len(line.split())
    opens_report = below[0] + 1 < page.count and _opens_report(page.raw(below[0] + 1)[:200])
    opens_report = opens_report and not (page.follows_gap(below[0]) and reading.layer.markup)
    is_closed = below[0] + 1 in reading.stated or page.removed.get(below[0] + 1) in RULES_OF_HEAD
    is_near = not page.follows_gap(below[0]) and below[0] + 1 < page.count and not reading.layer.markup and count >= 5
    is_heading = bool(page.regions(below[0]) & HEADINGS) or page.removed.get(below[0] + 1) == "photo credit"
    is_below_capitals = page.raw(title).isupper() and not line.isupper() and not page.follows_gap(below[0]) and not reading.layer.markup
    is_near = is_near or (is_below_capitals and count >= 4)
    least = 4 if is_below_capitals else 5
    if count >= 3 and _is_only_heading(reading, title, below[0]):
        reading.state_line("subtitle", below[0])
        return
    is_sentence = line.endswith((".", "!")) and count <= 45 and below[0] + 1 in reading.stated
    is_long = not reading.layer.markup and count >= _LEAST_WORDS_OF_SUBTITLE and not _is_something_else(reading, below[0])
    heads_follow = not reading.layer.markup and count >= 3 and _is_followed_by_heading(reading, below)
    is_caption = CREDIT_BEFORE_CAPTION.match(line) or (credit_at_end(line) and not reading.layer.markup)
    is_section_of_text = line.isupper() and not page.raw(title).isupper() and any(i in reading.stated for i in range(title + 1, below[0]))
    heads_list = len(below) > 1 and bool(_NUMBER_OF_PART.match(page.line(below[1])))
    if repeats_title(reading, line) or is_caption or is_section_of_text or heads_list:
        return
    quoted = _QUOTED.match(line)
    if quoted and count <= 25 and comparable(quoted["words"]) in comparable(page.line(title)) and line[-1] not in ".!?:":
        reading.state_line("subtitle", below[0])  # the event, in quotation marks, with who spoke and when
        return
    if (
        (is_title_like(line) or is_sentence)
        and (is_closed or is_near or opens_report or is_long or heads_follow)
        and count >= (3 if is_closed or opens_report or heads_follow else least)
        and (not is_heading or (is_closed and below[0] == title + 1 and reading.layer.markup))
        and not (count <= 5 and any(word.strip(",") in PAPER_WORDS for word in line.split()))
    ):
        reading.state_line("subtitle", below[0])


def _opens_report(line: str) -> bool:
    return bool(read_dateline(line) or read_town_in_capitals(line))


def _is_only_heading(reading: Reading, title: int, i: int) -> bool:
    """Tell whether line ``i``, alone between the title and the text, is the one short line on the page that could be a heading: then it is none."""
    page = reading.page
    line = page.line(i)
    is_apart = i == title + 1 and page.follows_gap(i) and i + 1 < page.count and page.follows_gap(i + 1) and page.is_prose(i + 1)
    if not is_apart or reading.layer.markup or not is_title_like(line) or not line[0].isupper() or read_person(line) or i in reading.captions:
        return False
    if any(char.isdigit() for char in line):
        return False
    if _is_something_else(reading, i) or line.casefold() in SECTIONS or names_site(line) or line.isupper() or read_dateline(page.raw(i + 1)[:200]):
        return False
    kept = [j for j in page.kept() if j > i and reading.is_kept(j)]
    texts = sum(page.is_prose(j) for j in kept)
    others = [j for j in kept if page.is_short(j) and not page.is_prose(j) and is_title_like(page.line(j)) and page.line(j)[0] not in "-–—•*"]
    return texts >= 3 and not others


def _stands_above_text(reading: Reading, title: int) -> bool:
    """Tell whether the line right below the title is a long lead that ends without a stop, and the text begins in the next."""
    page = reading.page
    i, below = title + 1, title + 2
    if below >= page.count or not page.is_prose(below) or not (reading.is_kept(i) and reading.is_kept(below)):
        return False
    if i in reading.captions or not page.is_short(i) or not 15 <= len(page.line(i).split()) <= 45 or is_in_another_script(reading, i, title):
        return False
    return page.text[page.end(i) - 1].isalnum() and page.text[page.start(below)].isupper() and page.text[page.end(below) - 1] in ".!?"


_QUOTED = Pattern(r"[„“«\"](?P<words>[^„“”«»\"]{8,160})[“”»\"]")
_ENDS_IN_YEAR = Pattern(r"(?:19|20)[0-9]{2}(?:\s(?:жыл\w*|год\w*|г\.|ж\.|yılı?))?$")


def _is_something_else(reading: Reading, i: int) -> bool:
    """Tell whether line ``i`` below a title is a question, a spoken line, a caption with its year, or a sentence that goes on in the next."""
    page = reading.page
    line = page.line(i)
    goes_on = i + 1 < page.count and not page.follows_gap(i + 1) and page.text[page.start(i + 1)].islower()
    is_caption = bool(_ENDS_IN_YEAR.search(line) or CREDIT.search(line))
    return line.endswith("?") or line[0] in "-–—•*·" or is_caption or goes_on


def _is_followed_by_heading(reading: Reading, below: list[int]) -> bool:
    """Tell whether the next of the lines ``below`` the title is a heading of the text, so that the first of them is none."""
    if len(below) < 2 or below[1] != below[0] + 1 or not reading.is_kept(below[1]) or not reading.page.is_short(below[1]):
        return False
    line = reading.page.line(below[1])
    return len(line.split()) <= 4 and is_title_like(line) and not line.endswith("?") and not read_person(line)


# What an electronic library says behind a title of what it is the title of.
_KIND_BEHIND_TITLE = Pattern(r"\s(?:текст (?:научной )?(?:статьи|работы)\b|\[?(?:pdf|full text|text)\]?$)", re.I)


_SUFFIX = Pattern(r"\.(?:mp[34]|pdf|docx?|jpe?g|png)$", re.I)


def repeats_title(reading: Reading, line: str) -> bool:
    """Tell whether ``line`` is the title again, with or without the name of a section glued before it."""
    title = reading.values.get("title", "")
    if comparable(_without_credit(line)) == comparable(title) or comparable(_SUFFIX.sub("", line)) == comparable(title):
        return True
    if len(title.split()) >= 3 and line.startswith(title) and _KIND_BEHIND_TITLE.match(line[len(title) :]):
        return True
    if _is_cut_off(line, title):
        return True
    before = line[: -len(title)] if len(title.split()) >= 3 and line.endswith(title) else ""
    return 0 < len(before.split()) <= 4 and not before.endswith(("«", "“", '"', "„"))


def _is_cut_off(line: str, title: str) -> bool:
    """Tell whether ``line`` is the beginning of ``title``, four words or more of it, where a template had no room for all."""
    return len(line.split()) >= 4 and len(line) < len(title) and title.startswith(line) and title[len(line)] == " "


def remove_repeated_titles(reading: Reading) -> None:
    """Leave out the title where it is printed again, below the text or right below itself."""
    title = reading.values.get("title")
    if not title or (not reading.spans.get("title") and not reading.layer.markup):
        return
    first_kept = next((i for i in range(reading.page.count) if reading.is_kept(i)), None)
    line = reading.title_line()
    below = range(line + 1, min(line + 7, reading.page.count)) if line is not None else ()
    for i in {*reading.last_lines(1), *(i for i in below if reading.is_kept(i)), first_kept} - {None}:
        if reading.page.is_short(i) and repeats_title(reading, reading.page.line(i)) and reading.has_other_text(i):
            reading.page.removed[i] = "repeated title"
    said, words = [], ""
    for i in [i for i in below if reading.is_kept(i) and reading.page.is_short(i)]:  # over several lines
        said.append(i)
        words = f"{words} {reading.page.line(i)}".strip()
        if len(said) > 1 and comparable(words) == comparable(title):
            reading.page.removed.update(dict.fromkeys(said, "repeated title"))


def _without_credit(line: str) -> str:
    """Return ``line`` without the photographer's name at its end: the text of a picture that repeats the title has one behind it."""
    credit = CREDIT.search(line)
    return line[: credit.start()] if credit else line
