"""The subtitle: what stands between the title and the statements or the text."""

from __future__ import annotations

import datetime as dt

from articles.ingest.comparing import comparable
from articles.ingest.credited import is_line_of_picture
from articles.ingest.credits import CREDIT, credit_at_end
from articles.ingest.dates import LEAST_DAYS_TO_VISIT, find_dates
from articles.ingest.lines import CREDIT_BEFORE_CAPTION, is_title_like, names_site
from articles.ingest.people.rows import find_cards_of_authors
from articles.ingest.reading import HEADINGS, RULES_OF_HEAD, Reading, is_address, is_in_another_script, plain
from articles.ingest.statements.beside_dates import read_line_of_date
from articles.ingest.statements.bylines import announces_names
from articles.ingest.statements.datelines import is_town_and_country, is_whole_dateline, read_dateline, read_town_in_capitals
from articles.ingest.statements.lines import read_statement
from articles.ingest.statements.names import has_given_name
from articles.ingest.statements.people import read_person
from articles.ingest.titles.placing import is_above_caption, is_of_saying
from articles.ingest.titles.repeated import repeats_title
from articles.ingest.titles.wording import FIRST_PART, NUMBER_OF_PART, SEVERAL_SENTENCES
from articles.ingest.vocabulary import PAPER_WORDS, SECTIONS
from kzarchive.patterns import Pattern

_LONGEST_STANDFIRST_WORDS = 60
_LONGEST_STANDFIRST = 500
_MOST_LINES_NEAR, _MOST_LINES_TO_STATEMENT = 4, 15
_MOST_LINES_OF_HEAD = 12  # from a statement on the text to its first paragraph
_LEAST_WORDS_OF_SUBTITLE = 6  # a heading right below a title is shorter


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
    if _is_deck_above_picture(reading, title, first):
        reading.state_line("subtitle", first)
        return
    for i in range(first + 1, min(first + _MOST_LINES_TO_STATEMENT, page.count)):
        if (
            i == first + 1
            and not reading.layer.markup
            and (page.removed.get(i) in ("reading time", "address of the page") or is_address(page.raw(i)) or _FIGURES.fullmatch(page.raw(i)))
        ):
            if any(page.is_prose(j) for j in range(i + 1, page.count) if reading.is_kept(j)):
                reading.state_line("subtitle", first)
            return
        if i <= first + 2 and page.removed.get(i) == "share bar" and _is_one_sentence(page.line(first)) and not reading.layer.markup:
            if any(page.is_prose(j) for j in range(i + 1, min(page.count, i + 4)) if reading.is_kept(j)):
                reading.state_line("subtitle", first)
            return
        if i >= first + _MOST_LINES_NEAR and _has_text_between(reading, first, i):
            return
        if i in page.removed or i in reading.captions or not page.is_short(i):
            continue
        fields = read_statement(page.raw(i)) or read_line_of_date(page.raw(i)) or ()
        said = {_KIND_OF_STATEMENT[found.name] for found in fields if found.name in _KIND_OF_STATEMENT}
        if not said and not reading.layer.markup and _names_author_over_lines(reading, i):
            said = {"author"}
        if said and not page.is_prose(i):
            # A heading of the text, or of another, has a day of its own.
            if said <= _stated_above(reading, first) and not _is_months_earlier(reading, first, i):
                return
            if (
                not read_dateline(page.raw(first))
                and not _TOWN_IN_BRACKETS.match(page.raw(first))
                and any(page.is_prose(j) for j in range(i + 1, page.count) if reading.is_kept(j))
            ):
                reading.state_line("subtitle", first)
            return


def _is_one_sentence(line: str) -> bool:
    return len(line.split()) <= _MOST_WORDS_OF_DECK and not SEVERAL_SENTENCES.search(line)


_MOST_WORDS_OF_DECK = 35


def _names_author_over_lines(reading: Reading, i: int) -> bool:
    """Tell whether authors are named from line ``i`` on: below the word for them, or each above his post."""
    page = reading.page
    below = i + 1
    is_labelled = announces_names(page.raw(i)) and below < page.count and page.is_short(below) and bool(read_person(page.raw(below)))
    return is_labelled or bool(find_cards_of_authors(reading, i)) or _names_several_between_texts(reading, i)


def _names_several_between_texts(reading: Reading, i: int) -> bool:
    """Tell whether line ``i``, apart between a lead and the text, is nothing but the names of two persons or more, one of them known."""
    page = reading.page
    below = i + 1
    is_apart = below < page.count and page.follows_gap(i) and page.follows_gap(below) and page.is_prose(below)
    people = read_person(page.raw(i)) if is_apart and page.is_short(i) and "," in page.raw(i) else None
    names = [found for found in people or () if found.name == "authors"]
    return len(names) >= 2 and any(has_given_name(name.value) for name in names)


def _is_deck_above_picture(reading: Reading, title: int, first: int) -> bool:
    """Tell whether a sentence in one block with the title stands above a picture, whose credit or caption is all that parts it from the text.

    The day stands above the title, as what is below one would tell more of it.
    """
    page = reading.page
    picture, text = first + 1, first + 2
    if reading.layer.markup or first != title + 1 or page.follows_gap(first) or text >= page.count or page.raw(first)[-1] != ".":
        return False
    is_picture = page.removed.get(picture) == "photo credit" or picture in reading.captions
    is_apart = page.follows_gap(picture) and page.follows_gap(text) and page.is_prose(text)
    is_dated = any(page.is_short(j) and find_dates(page.line(j)) for j in range(max(0, title - _MOST_LINES_NEAR), title))
    return is_picture and is_apart and is_dated and len(page.line(first).split()) <= _MOST_WORDS_OF_DECK and not read_dateline(page.raw(first))


_MOST_WORDS_OF_DECK = 30


def _has_text_between(reading: Reading, first: int, i: int) -> bool:
    """Tell whether a paragraph that is no caption, or a line that could be a heading, stands between lines ``first`` and ``i``."""
    page = reading.page
    between = (j for j in range(first + 1, i) if reading.is_kept(j) and j not in reading.captions)
    return any(not page.is_short(j) or (page.is_prose(j) and not is_line_of_picture(reading, j)) for j in between)


_KIND_OF_STATEMENT = {"byline": "author", "published_on": "day", "bare_date": "day"}


def _stated_above(reading: Reading, i: int) -> set[str]:
    """Return which of author and day the head states in a line above line ``i``."""
    page = reading.page
    end = page.start(i)
    begin = page.start(max(0, i - _MOST_LINES_OF_HEAD))  # further up it is the site's: which day it is
    fields = {"day": "published_on", "author": "byline"}
    return {kind for kind, name in fields.items() if any(begin <= start < end for start, _ in reading.spans.get(name, ()))}


def _is_months_earlier(reading: Reading, above: int, i: int) -> bool:
    """Tell whether the day in line ``i``, with its hour, is months earlier than all that the head gives above: those are days of a visit."""
    page = reading.page
    own = [day.readings[0] for day in find_dates(page.line(i)) if not day.is_ambiguous and len(day.readings[0]) == 10]
    others = [found.date.readings[0] for found in reading.dates if found.strength == 2 and found.start < page.start(above)]
    if len(own) != 1 or ":" not in page.line(i) or not others or any(len(day) < 10 for day in others):
        return False
    return all((dt.date.fromisoformat(day) - dt.date.fromisoformat(own[0])).days >= LEAST_DAYS_TO_VISIT for day in others)


_TOWN_IN_BRACKETS = Pattern(r"\([^\W\d_a-zа-яё][\w’'-]{2,}(?:\s[^\W\d_a-zа-яё][\w’'-]+)?\)\s")  # how Canadian papers open a report
_FIGURES = Pattern(r"[0-9][0-9\s.,]{0,14}")


def find_subtitle(reading: Reading, head: list[int]) -> None:
    """Take for the subtitle the one line that stands between the title and the statements or the text."""
    title = reading.title_line() if reading.spans.get("title") and "subtitle" not in reading.values else None
    if title is None:
        return
    page = reading.page
    certain = _certain_subtitle(reading, title)
    if certain is not None:
        reading.state_line("subtitle", certain)
        return
    below = [i for i in head if i > title and reading.is_kept(i) and not page.line(i).isdigit()]
    if not below or any(reading.is_kept(i) and not page.line(i).isdigit() for i in range(title + 1, below[0])) or not page.is_short(below[0]):
        return
    if is_in_another_script(reading, below[0], title) or _opens_list_or_note(reading, below[0]):
        return
    if _goes_on_below(reading, below[0]) or is_of_saying(page, below[0]) or is_above_caption(page, below[0]):
        return
    if _is_in_brackets_over_two_lines(reading, below):
        reading.stated.update(below[:2])
        reading.values["subtitle"] = plain(page.text[page.start(below[0]) : page.end(below[1])])
        reading.spans["subtitle"] = [(page.start(below[0]), page.end(below[1]))]
        return
    if _is_subtitle(reading, title, below):
        reading.state_line("subtitle", below[0])


def _certain_subtitle(reading: Reading, title: int) -> int | None:
    """Return the line near below the title that the markup calls its subtitle, or that stands between it and the text and is no part of either."""
    page = reading.page
    for i in range(title + 1, min(title + 9, page.count)):
        is_marked = reading.is_kept(i) and ".subtitle" in page.regions(i) and reading.length(i) <= 500 and i not in reading.captions
        if is_marked and any(page.is_prose(j) for j in range(i + 1, page.count) if reading.is_kept(j)):
            return i
    return title + 1 if not reading.layer.markup and _stands_above_text(reading, title) else None


def _opens_list_or_note(reading: Reading, i: int) -> bool:
    """Tell whether line ``i`` is an entry of a list, the first part of a text, or opens what an editor put above it, over several lines."""
    page = reading.page
    line = page.line(i)
    if line[0] in "-–—•*" and page.raw(i + 1 if i + 1 < page.count else i)[0] == line[0] and not reading.layer.markup:
        return True
    return (line[0] == "[" and "]" not in line) or bool(FIRST_PART.match(line))


def _is_in_brackets_over_two_lines(reading: Reading, below: list[int]) -> bool:
    """Tell whether the first of ``below`` opens a bracket that the next closes: who was asked."""
    page = reading.page
    line = page.line(below[0])
    if line[0] != "(" or ")" in line or len(below) < 2:
        return False
    return page.line(below[1])[-1] == ")" and not page.follows_gap(below[1])


def _is_subtitle(reading: Reading, title: int, below: list[int]) -> bool:
    """Tell whether the first of the lines ``below`` the title is its subtitle."""
    page, first = reading.page, below[0]
    line = page.line(first)
    if (is_whole_dateline(page.raw(first)) or is_town_and_country(line)) and not reading.layer.markup:
        return False
    count = len(line.split())
    if count >= 3 and _is_only_heading(reading, title, first):
        return True
    is_caption = CREDIT_BEFORE_CAPTION.match(line) or (credit_at_end(line) and not reading.layer.markup)
    is_section_of_text = line.isupper() and not page.raw(title).isupper() and any(i in reading.stated for i in range(title + 1, first))
    heads_list = len(below) > 1 and bool(NUMBER_OF_PART.match(page.line(below[1])))
    if repeats_title(reading, line) or is_caption or is_section_of_text or heads_list:
        return False
    quoted = _QUOTED.match(line)
    if quoted and count <= 25 and comparable(quoted["words"]) in comparable(page.line(title)) and line[-1] not in ".!?:":
        return True  # the event, in quotation marks, with who spoke and when
    is_sentence = line.endswith((".", "!")) and count <= 45 and first + 1 in reading.stated
    names_paper = count <= 5 and any(word.strip(",") in PAPER_WORDS for word in line.split())
    least = _least_words(reading, title, below)
    return (is_title_like(line) or is_sentence) and not names_paper and least is not None and count >= least


def _least_words(reading: Reading, title: int, below: list[int]) -> int | None:
    """Return how many words the first line ``below`` the title has at least if it is a subtitle; None where what stands around it shows none."""
    page, first = reading.page, below[0]
    line = page.line(first)
    count = len(line.split())
    is_closed = first + 1 in reading.stated or page.removed.get(first + 1) in RULES_OF_HEAD
    is_heading = bool(page.regions(first) & HEADINGS) or page.removed.get(first + 1) == "photo credit"
    if is_heading and not (is_closed and first == title + 1 and reading.layer.markup):
        return None
    opens_report = first + 1 < page.count and _opens_report(page.raw(first + 1)[:200])
    opens_report = opens_report and not (page.follows_gap(first) and reading.layer.markup)
    if is_closed or opens_report or (not reading.layer.markup and count >= 3 and _is_followed_by_heading(reading, below)):
        return 3
    is_below_capitals = page.raw(title).isupper() and not line.isupper() and not page.follows_gap(first) and not reading.layer.markup
    if is_below_capitals:
        return 4
    is_near = not page.follows_gap(first) and first + 1 < page.count and not reading.layer.markup and count >= 5
    is_long = not reading.layer.markup and count >= _LEAST_WORDS_OF_SUBTITLE and not _is_something_else(reading, first)
    return 5 if is_near or is_long else None


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
    is_caption = bool(_ENDS_IN_YEAR.search(line) or CREDIT.search(line))
    return line.endswith("?") or line[0] in "-–—•*·" or is_caption or _goes_on_below(reading, i)


def _goes_on_below(reading: Reading, i: int) -> bool:
    """Tell whether the next line goes on with the sentence of line ``i``: a motto in short lines, a paragraph set in such."""
    page = reading.page
    return i + 1 < page.count and not page.follows_gap(i + 1) and page.text[page.start(i + 1)].islower() and reading.is_kept(i + 1)


def _is_followed_by_heading(reading: Reading, below: list[int]) -> bool:
    """Tell whether the next of the lines ``below`` the title is a heading of the text, so that the first of them is none."""
    if len(below) < 2 or below[1] != below[0] + 1 or not reading.is_kept(below[1]) or not reading.page.is_short(below[1]):
        return False
    line = reading.page.line(below[1])
    return len(line.split()) <= 4 and is_title_like(line) and not line.endswith("?") and not read_person(line)
