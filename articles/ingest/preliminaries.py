"""What sites print above a text, left out before its title is sought: menus in groups, offers, news of others, a lead that comes again; and the signs
that an export puts before paragraphs."""

from __future__ import annotations

import re
from itertools import takewhile

from articles.ingest.boilerplate.after import ABOUT_PUBLICATION
from articles.ingest.lines import may_be_headline
from articles.ingest.page import Page
from articles.ingest.people.spoken_of import IS_SOMEBODY
from articles.ingest.reading import LONG_WORD, MOST_HEAD_LINES, Reading
from articles.ingest.statements.beside_dates import read_line_of_date
from articles.ingest.statements.bylines import BYLINE
from articles.ingest.statements.datelines import read_dateline
from articles.ingest.statements.lines import read_statement
from articles.ingest.statements.names import FULL_NAME, names_person
from articles.ingest.vocabulary import FRONT_PAGE, listed
from kzarchive.patterns import Pattern

_MOST_LINES_OF_OFFERS = 12
_LEAST_WORDS_OF_PARAGRAPH = 15


def remove_menu_in_groups(reading: Reading) -> None:
    """Leave out the menu of a site, in groups of short names, that is all that stands above a report which opens with a dateline.

    A line alone right above the report may be its title, and one that states a day or names a person is no entry of a menu.
    """
    page = reading.page
    first = next((i for i in range(min(page.count, MOST_HEAD_LINES)) if not page.is_short(i) or page.is_prose(i) or _opens_report(page, i)), 0)
    entries = list(range(first))
    if reading.layer.is_marked_up or first < 8 or not read_dateline(page.text[page.start(first) : min(page.end(first), page.start(first) + 200)]):
        return
    groups = sum(page.follows_gap(i) for i in entries[1:])
    is_alone = page.follows_gap(entries[-1])
    words = [len(page.line(i).split()) for i in entries]
    are_short = max(words) <= 6 and sum(count <= 3 for count in words) >= 0.6 * len(words)
    if (
        groups < 2
        or is_alone
        or not are_short
        or any(page.raw(i)[-1] in ".?!:;" or read_statement(page.raw(i)) or names_person(page.line(i)) for i in entries)
    ):
        return
    for i in entries:
        page.removed.setdefault(i, "menu")


def _opens_report(page: Page, i: int) -> bool:
    """Tell whether line ``i`` is a paragraph of a report, be it full of names, that opens with a dateline."""
    return len(page.line(i).split()) >= _LEAST_WORDS_OF_PARAGRAPH and bool(read_dateline(page.raw(i)[:200]))


def remove_repeated_offers(reading: Reading) -> None:
    """Leave out the sentence that the head of a page has three times or more, be it several times in one line: what the site offers."""
    page = reading.page
    lines = [i for i in page.kept()[:_MOST_LINES_OF_OFFERS] if page.is_short(i)]
    if reading.layer.is_marked_up:
        return
    first = page.line(lines[0]) if lines else ""  # a headline printed over and over is none
    for line in {page.line(i) for i in lines} - ({first} if first.isupper() else set()):
        if line[-1] not in ".!" or not 3 <= len(line.split()) <= 10 or sum(page.line(i).count(line) for i in lines) < 3:
            continue
        if any(page.line(i) == line and page.removed.get(i + 1) == "photo credit" for i in lines):  # the text of each picture
            continue
        for i in lines:
            if not page.line(i).replace(line, "").strip():
                page.removed[i] = "repeated offer"


_MOST_LINES_TO_LEAD = 14


def remove_lead_printed_again(reading: Reading) -> None:
    """Leave out the first of two printings of a lead near the top of a page, with the headline again or the by-line between them."""
    page = reading.page
    if reading.layer.is_marked_up:
        return
    kept = page.kept()[:4]
    first = next((i for i in kept[1:] if page.is_prose(i)), None)
    if first is None or page.is_prose(kept[0]):
        return
    for i in range(first + 2, min(page.count, first + _MOST_LINES_TO_LEAD)):
        if page.is_prose(i) and page.raw(i) == page.raw(first):
            between = [page.line(j) for j in range(first + 1, i) if page.is_short(j) and not page.is_prose(j)]
            if len(between) == i - first - 1 and (page.line(kept[0]) in between or any(read_statement(line) for line in between)):
                page.removed[first] = "repeated lead"
            return


_HEADS_KEY_POINTS = frozenset({"summary", "key points", "at a glance", "main points"})
_MOST_KEY_POINTS = 8


def remove_key_points_above_report(reading: Reading) -> None:
    """Leave out the key points that an agency prints above a report which opens with a dateline: a head, and lines of a few words without a stop."""
    page = reading.page
    if reading.layer.is_marked_up:
        return
    head = next((i for i in page.kept()[:MOST_HEAD_LINES] if page.is_short(i) and page.line(i).casefold() in _HEADS_KEY_POINTS), None)
    text = (
        next((i for i in range(head + 1, min(page.count, head + 2 + _MOST_KEY_POINTS)) if _opens_report(page, i)), None) if head is not None else None
    )
    if text is None or text - head < 3 or any(page.is_prose(i) or page.raw(i)[-1] in ".:" for i in range(head + 1, text)):
        return
    for i in range(head, text):
        page.removed.setdefault(i, "key points")


_TALK_WITH_AGE = Pattern(r"(?:[•*·-]\s?)?[0-9]{1,2}\s(?:min(?:ute)?s?|hours?|days?|weeks?)\s\S", re.I)
_LEAST_LINES_OF_TALK = 4


def remove_talk_above_text(reading: Reading) -> None:
    """Leave out the list with which a page begins of what its readers talk about, how long ago before each: "• 4 minutes The price of lamps"."""
    page = reading.page
    kept = page.kept()
    end = next((n for n, i in enumerate(kept) if not page.is_short(i) or not _TALK_WITH_AGE.match(page.line(i))), len(kept))
    if not reading.layer.is_marked_up and _LEAST_LINES_OF_TALK <= end < len(kept):
        for i in kept[:end]:
            page.removed[i] = "news of another page"
        _leave_out_box_on_house(reading, kept[end:])


def _leave_out_box_on_house(reading: Reading, kept: list[int]) -> None:
    """Leave out the box below such a list: who wrote, twice, a paragraph on that house, and the link to more of it."""
    page = reading.page
    link = next((n for n, i in enumerate(kept[:_MOST_LINES_OF_BOX]) if page.is_short(i) and page.line(i).casefold() in _OPENS_BOX), None)
    if link is not None and page.raw(kept[0]) == page.raw(kept[1]) and any(page.is_prose(i) for i in kept[:link]):
        for i in kept[: link + 1]:
            page.removed[i] = "biography" if page.is_prose(i) else "label above the text"


_LABELS_UPLOADER = Pattern(r"author\s?:\s\S", re.I)
_SIZE_OF_UPLOAD = Pattern(r"[0-9]{1,6} downloads? [0-9]{1,7} views?(?: [0-9.,]{1,8}\s?[km]b)?(?: size)?", re.I)


def remove_uploader(reading: Reading) -> None:
    """Leave out who put a paper on a host of uploads, which calls him its author, and how often it was fetched since."""
    page = reading.page
    for i in page.kept()[:MOST_HEAD_LINES]:
        below = i + 1
        has_size = below < page.count and page.is_short(below) and _SIZE_OF_UPLOAD.match(page.line(below))
        if has_size and page.is_short(i) and _LABELS_UPLOADER.match(page.line(i)) and not reading.layer.is_marked_up:
            page.remove(i, below + 1, "library banner")
            return


_HEADS_OF_BOX = frozenset({"program", "programme", "project", "series", "breaking news", "top news", "just in", "срочно"})
_MOST_LINES_OF_BOX = 5
_OPENS_BOX = frozenset({"learn more", "read more", "more info", "explore"})


def remove_boxes_above_text(reading: Reading) -> None:
    """Leave out the box on the programme that a text is part of, down to the link to more of it, and the headline of other news below its label."""
    page = reading.page
    if reading.layer.is_marked_up:
        return
    lines = [i for i in range(min(page.count, MOST_HEAD_LINES)) if page.is_short(i)]
    for head in [i for i in lines if page.line(i).casefold().rstrip(" :") in _HEADS_OF_BOX]:
        below = range(head + 1, min(page.count, head + 1 + _MOST_LINES_OF_BOX))
        link = next((i for i in below if page.is_short(i) and page.line(i).casefold().rstrip(" »›>→") in _OPENS_BOX), None)
        is_box = link is not None and any(page.is_prose(i) for i in range(head + 1, link))
        if is_box:
            page.remove(head, link + 1, "about the publication")
        elif page.line(head).endswith(":") and head + 2 < page.count and not page.follows_gap(head + 1) and page.follows_gap(head + 2):
            page.remove(head, head + 2, "news of another page")


_MOST_TEASERS, _LEAST_PARAGRAPHS = 6, 3
_LEAST_WORDS_OF_SIGNED_HEADLINE = 4


def remove_boxes_above_signed_headline(reading: Reading) -> None:
    """Leave out the teasers of other texts and the life of a house above a headline, where one line alone right below it says who wrote it, and when.

    Running text above it would be taken for the article's.
    """
    page = reading.page
    if reading.layer.is_marked_up:
        return
    lines = range(1, min(page.count - 1, MOST_HEAD_LINES))
    signed = [i for i in lines if page.is_short(i) and BYLINE.match(page.raw(i)) and _says_who_and_when(page.raw(i))]
    headline = signed[0] - 1 if len(signed) == 1 else 0
    if not headline or not page.is_short(headline) or page.is_prose(headline) or headline in page.removed:
        return
    above = sum(page.is_prose(i) for i in range(headline))
    below = sum(page.is_prose(i) for i in range(signed[0] + 1, page.count))
    if 0 < above <= _MOST_TEASERS and below >= _LEAST_PARAGRAPHS and may_be_headline(page.line(headline), _LEAST_WORDS_OF_SIGNED_HEADLINE):
        page.remove(0, headline, "page header")


def _says_who_and_when(raw: str) -> bool:
    fields = read_statement(raw) or read_line_of_date(raw) or ()
    has_day = any(field.date and len(field.date.readings[0]) == len("2024-07-14") for field in fields)
    return has_day and any(field.name == "byline" for field in fields)


def remove_motto_above_headline(reading: Reading) -> None:
    """Leave out the saying that opens a page, with whose it is, apart from the headline below, which stands again in the next line."""
    page = reading.page
    if reading.layer.is_marked_up or page.count < _LEAST_LINES_WITH_MOTTO or not all(page.is_short(i) for i in range(4)):
        return
    saying, name, headline, again = (page.line(i) for i in range(4))
    is_signed = saying[-1] in '.!?…»”"' and bool(FULL_NAME.fullmatch(name)) and not page.follows_gap(1) and page.follows_gap(2)
    if is_signed and again.startswith(headline) and headline[-1] not in ".:" and len(headline.split()) >= 3:
        page.remove(0, 2, "motto of the site")


_HEADS_TICKER = frozenset({"latest:", "breaking:", "trending:", "последнее:", "son haberler:", "aktuell:", "à la une :"})
_MOST_OF_TICKER, _LEAST_OF_TICKER, _LEAST_WORDS_OF_TICKER, _MOST_WORDS_OF_TICKER = 8, 3, 4, 18


def remove_ticker_above_site(reading: Reading) -> None:
    """Leave out the headlines that a theme prints below "Latest:" above the name of the site: three or more in one block, then a shorter line."""
    page = reading.page
    if reading.layer.is_marked_up:
        return
    lines = range(min(page.count, MOST_HEAD_LINES))
    head = next((i for i in lines if page.is_short(i) and page.line(i).casefold() in _HEADS_TICKER), None)
    if head is None or any(page.is_prose(i) for i in range(head)):
        return
    end = head + 1
    while end < page.count and page.is_short(end) and _LEAST_WORDS_OF_TICKER <= len(page.line(end).split()) <= _MOST_WORDS_OF_TICKER:
        end += 1
    is_closed = end < page.count and page.is_short(end) and not page.is_prose(end)
    if is_closed and _LEAST_OF_TICKER <= end - head - 1 <= _MOST_OF_TICKER:
        page.remove(head, end, "news of another page")


_HEADS_CONTENTS = listed(
    "contents|table of contents|in this article|on this page|inhalt|inhaltsverzeichnis|sommaire|содержание|оглавление|içindekiler|мазмұны"
)
_MOST_ENTRIES = 40


def remove_contents_above_text(reading: Reading) -> None:
    """Leave out the contents of a page that stand above its text: below their heading, two headings or more that stand below once again."""
    page = reading.page
    if reading.layer.is_marked_up:
        return
    lines = range(min(page.count - 2, MOST_HEAD_LINES))
    head = next((i for i in lines if page.is_short(i) and page.line(i).casefold().rstrip(" :") in _HEADS_CONTENTS), None)
    if head is None:
        return
    last = {page.line(i): i for i in range(head + 1, page.count) if page.is_short(i)}
    entries = []
    for i in range(head + 1, min(page.count, head + 1 + _MOST_ENTRIES)):
        if not page.is_short(i) or page.is_prose(i) or (entries and page.follows_gap(i)) or last[page.line(i)] == i:
            break
        entries.append(i)
    if len(entries) >= 2 and all(last[page.line(i)] > entries[-1] for i in entries):
        page.remove(head, entries[-1] + 1, "contents of the page")


_LEAST_LINES_WITH_MOTTO = 6
_MOST_WORDS_OF_PUBLICATION, _LONGEST_OPENING = 5, 400


def remove_publication_above_text(reading: Reading) -> None:
    """Leave out what a house says above a text of the publication it stands in: its name, a paragraph that opens with it, the link to more."""
    page = reading.page
    if reading.layer.is_marked_up:
        return
    lines = range(1, min(page.count - 1, MOST_HEAD_LINES))
    names = {page.line(i) for i in (0, *lines) if page.is_short(i) and len(page.line(i).split()) <= _MOST_WORDS_OF_PUBLICATION}
    for i in lines:
        opening = page.text[page.start(i) : page.end(i)][:_LONGEST_OPENING]
        name, says, _ = opening.partition(" is a")
        if not says or name not in names or not any(page.is_short(j) and read_statement(page.raw(j)) for j in range(i)):
            continue
        box = takewhile(lambda j: page.is_short(j) and not page.is_prose(j), range(i + 1, min(page.count, i + 1 + _MOST_LINES_OF_BOX)))
        link = next((j for j in box if page.line(j).casefold().rstrip(" »›>→") in _OPENS_BOX), i)
        texts = [j for j in range(link + 1, min(page.count, link + 12)) if page.is_prose(j)]
        if len(texts) >= 2 and (link > i or ABOUT_PUBLICATION.match(opening)):
            page.remove(i - 1 if page.line(i - 1) == name else i, link + 1, "about the publication")
            return


_PATH = Pattern(rf"{FRONT_PAGE}(?:\s?[/»›>|]\s?[^/»›>|]{{2,60}}){{1,4}}", re.I)
_MOST_LINES_TO_PATH, _MOST_LINES_TO_HEADLINE = 90, 3
_MOST_SHARE_ABOVE = 0.2


def remove_boxes_above_path(reading: Reading) -> None:
    """Leave out all that stands above the path through the site, where it stands right above a headline and its by-line: other texts and houses."""
    page = reading.page
    if reading.layer.is_marked_up:
        return
    for path in range(1, min(page.count, _MOST_LINES_TO_PATH)):
        if not page.is_short(path) or not _PATH.fullmatch(page.raw(path)) or not _stands_above_headline(reading, path):
            continue
        above = sum(reading.length(i) for i in range(path) if page.is_prose(i))
        below = sum(reading.length(i) for i in range(path, page.count) if page.is_prose(i))
        if 0 < above <= _MOST_SHARE_ABOVE * below:  # without any the head is read as it stands
            page.remove(0, path, "page header")
        return


_MOMENT_ALONE = Pattern(r"(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]\S{0,8}")
_MOST_LINES_TO_MOMENT, _MOST_TAGS, _LEAST_TAGS, _MOST_WORDS_OF_TAG = 16, 30, 4, 5


def remove_tags_of_dump(reading: Reading) -> None:
    """Leave out what an agency files a text under, each alone in small letters, between the moments of its dump and the text."""
    page = reading.page
    lines = range(min(page.count, _MOST_LINES_TO_MOMENT))
    last = max((i for i in lines if page.is_short(i) and _MOMENT_ALONE.fullmatch(page.raw(i))), default=None)
    if last is None or reading.layer.is_marked_up:
        return
    end = last + 1
    while end < min(page.count, last + 1 + _MOST_TAGS) and page.is_short(end) and not page.is_prose(end) and _is_tag(page, end):
        end += 1
    if end - last - 1 >= _LEAST_TAGS and end < page.count and page.is_prose(end):
        page.remove(last + 1, end, "tags above the text")


def _is_tag(page: Page, i: int) -> bool:
    return len(page.line(i).split()) <= _MOST_WORDS_OF_TAG and page.raw(i)[-1] not in ".!?:;" and page.raw(i).islower()


_FRONT_PAGE = Pattern(rf"{FRONT_PAGE}(?:\s?page)?", re.I)
_STEP_ALONE = Pattern(r"[/\\|>»›→·•]{1,2}")
_MOST_LINES_TO_END_OF_PATH, _MOST_LINES_TO_HEADLINE_AGAIN = 24, 12


def remove_path_over_lines(reading: Reading) -> None:
    """Leave out the path through the site whose steps stand one below the other, with their signs on lines between: "Home", "/", "News".

    What it ends with stays, unless it is printed again below: it may be the headline.
    """
    page = reading.page
    if reading.layer.is_marked_up:
        return
    for first in range(min(page.count - 3, _MOST_LINES_TO_PATH)):
        if not page.is_short(first) or not _FRONT_PAGE.fullmatch(page.raw(first)) or not _STEP_ALONE.fullmatch(page.raw(first + 1)):
            continue
        last = first
        while (
            last + 2 < min(page.count, first + _MOST_LINES_TO_END_OF_PATH) and page.raw(last + 1) == page.raw(first + 1) and page.is_short(last + 2)
        ):
            last += 2
        below = range(last + 1, min(page.count, last + 1 + _MOST_LINES_TO_HEADLINE_AGAIN))
        is_again = any(page.is_short(i) and page.line(i) == page.line(last) for i in below)
        page.remove(first, last + 1 if is_again else last, "breadcrumb")
        return


def _stands_above_headline(reading: Reading, path: int) -> bool:
    page = reading.page
    for i in range(path + 1, min(page.count - 1, path + 1 + _MOST_LINES_TO_HEADLINE)):
        if not page.is_short(i) or page.is_prose(i) or not may_be_headline(page.line(i), 4):
            continue
        below = page.raw(i + 1) if page.is_short(i + 1) else ""
        fields = (read_statement(below) or read_line_of_date(below) or ()) if below else ()
        return any(found.name in ("byline", "authors", "published_on", "bare_date") for found in fields)
    return False


_MOST_LINES_TO_BYLINE = 20


def remove_life_above_headline(reading: Reading) -> None:
    """Leave out what is said of an author, below his name, above the headline and the by-line that has his name again."""
    page = reading.page
    if reading.layer.is_marked_up:
        return
    for i in range(1, min(page.count, MOST_HEAD_LINES)):
        name = page.line(i - 1) if page.is_short(i - 1) and page.is_short(i) else ""
        if not 2 <= len(name.split()) <= 4 or not page.line(i).startswith(f"{name} ") or not page.is_prose(i) or not FULL_NAME.fullmatch(name):
            continue
        said = IS_SOMEBODY.match(page.line(i)[len(name) :])
        below = range(i + 1, min(page.count, i + _MOST_LINES_TO_BYLINE))
        if said and any(page.is_short(j) and page.line(j).startswith(f"By {name}") for j in below):
            page.removed[i] = "biography"


_CUT_OFF = Pattern(r"[^\W\d_,](?:\.\.\.|…)$")


def remove_news_of_others(reading: Reading) -> None:
    """Leave out a headline and the cut-off opening of its news, in one block at the top of a page, where the text tells of something else."""
    page = reading.page
    kept = page.kept()[:4]
    if reading.layer.is_marked_up or len(kept) < 4 or not page.is_short(kept[0]) or kept[1] != kept[0] + 1 or page.follows_gap(kept[1]):
        return
    headline, opening = page.line(kept[0]), page.line(kept[1])
    if not _CUT_OFF.search(opening) or len(opening.split()) < 10 or headline[-1] in ".…:" or not 4 <= len(headline.split()) <= 16:
        return
    of_news = {word[:4] for word in LONG_WORD.findall(opening.casefold())}
    of_headline = {word[:4] for word in LONG_WORD.findall(headline.casefold())}
    below = " ".join(page.text[page.start(i) : min(page.end(i), page.start(i) + 3000)] for i in page.kept()[2:8])
    of_text = {word[:4] for word in LONG_WORD.findall(below.casefold())}
    said = of_news | of_headline
    if len(of_news & of_headline) >= 2 and len(said & of_text) < 0.35 * len(said):
        for i in kept[:2]:
            page.removed.setdefault(i, "news of another page")


_NUMBER_OF_PARAGRAPH = Pattern(r"(?P<number>[0-9]{1,3})(?=[^\W\d_a-zа-яё]|[«“„\"])")
_LEAST_NUMBERED = 3


def remove_bar_before_text(reading: Reading) -> None:
    """Leave out the bar of a table, or the mark of a list, that an export left before the first paragraph, no other being in the text."""
    page = reading.page
    first = next((i for i in range(page.count) if reading.is_kept(i) and page.is_prose(i)), None)
    if first is None or first in reading.body_starts or not page.text.startswith(("| ", "• "), page.start(first)):
        return
    mark = page.text[page.start(first)]
    texts = [first] if mark == "|" else [i for i in range(first, page.count) if reading.is_kept(i) and page.is_prose(i)]
    if sum(page.text.count(mark, page.start(i), page.end(i)) for i in texts) == 1:
        reading.begin_body(first, page.start(first) + 2, "separator")


def remove_numbers_of_paragraphs(reading: Reading) -> None:
    """Leave out the numbers that a journal gives to its paragraphs, glued to their first words: "1The harbour ...", "2The pilots ...".

    They count from one without a gap, and three paragraphs have them at least.
    """
    page = reading.page
    found: list[tuple[int, int]] = []
    for i in page.kept():
        number = _NUMBER_OF_PARAGRAPH.match(page.text, page.start(i), page.end(i))
        if number and int(number["number"]) == len(found) + 1 and page.is_prose(i):
            found.append((i, number.end()))
    if len(found) < _LEAST_NUMBERED or reading.layer.is_marked_up:
        return
    for i, at in found:
        reading.begin_body(i, at, "number of a paragraph")
