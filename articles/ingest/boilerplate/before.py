"""Boilerplate above a text: menus and paths, mastheads, labels and identifiers, weather and rates, heads of messages."""

from __future__ import annotations

import re

from articles.ingest.boilerplate.rule import is_below_text
from articles.ingest.dates import find_dates
from articles.ingest.lines import is_day_alone, is_title_like
from articles.ingest.page import Page
from articles.ingest.vocabulary import FRONT_PAGE, MENU_WORDS
from kzarchive.patterns import Pattern

_MOST_LINES_OF_MASTHEAD = 12
_MOST_LINES_BEFORE_TRANSLATOR = 12


def take_repeated_lead(page: Page, i: int, line: str) -> int:
    """The lead of a text that its first paragraph begins with again, be it behind a dateline."""
    j = i + 1
    if j < page.count and page.end(j) - page.start(j) > page.end(i) - page.start(i):
        at = page.text.find(page.raw(i), page.start(j) + 8, min(page.end(j), page.start(j) + 80 + len(page.raw(i))))
        if at > 0 and page.text[at - 2 : at] in ("- ", "– ", "— ") and page.raw(i)[-1] in ".!?":
            return 1
    if line.endswith(("...", "…")) and len(line.split()) >= 12:  # cut with dots, and whole below, be it behind the day
        begin = page.raw(i).rstrip(".… ")
        return int(
            any(
                page.text.startswith(begin, page.start(k)) and page.end(k) > page.start(k) + len(begin) + 20 for k in range(j, min(page.count, i + 4))
            )
        )
    is_again = j < page.count and page.end(j) - page.start(j) > page.end(i) - page.start(i) + 20 and page.text.startswith(page.raw(i), page.start(j))
    if (
        is_again
        and page.text[page.start(j) + page.end(i) - page.start(i) : min(page.end(j), page.start(j) + page.end(i) - page.start(i) + 80)].isupper()
    ):
        return 0  # a caption, and the same with its maker
    return 1 if is_again and page.text[page.end(i) - 1] in ".!?" and page.text[page.start(j) + page.end(i) - page.start(i)] in " \n" else 0


def take_menu(page: Page, i: int, line: str) -> int:
    """The menu of a site at the head of a copied page, or at its foot: short lines, most of them words that menus have.

    At the head three lines are enough, if half are such words; elsewhere four, all of them. The last line taken is such
    a word, so that a short title below the menu stays.
    """
    is_head = all(j in page.removed for j in range(i)) if i < 50 else False
    last = count = enough = 0
    for j in range(i, min(page.count, i + 80)):
        words = page.line(j) if page.is_short(j) else ""
        is_word = words.casefold().strip(" |•·>»:▼☰+-") in MENU_WORDS
        if not is_word and (not is_head or len(words.split()) > 3 or len(words) > 30 or not words or words[-1] in ".!?"):
            break
        count += is_word
        if is_word:
            last = j - i + 1
            enough = count
    is_menu = last > 0 and ((is_head and last >= 3 and enough >= 0.5 * last) or (last >= 4 and enough == last))
    return last if is_menu else _menu_in_list(page, i)


_LEAST_ENTRIES = 6
_MOST_WORDS_OF_ENTRY = 5
_BULLET = Pattern(r"[•·▪‣]\s")


def _menu_in_list(page: Page, i: int) -> int:
    """Return how many lines from ``i`` are the menu of a site copied as a list: six entries of up to five words, with headings, above the text."""
    if not _BULLET.match(page.raw(i)):
        return 0
    last = entries = 0
    for j in range(i, min(page.count, i + 120)):
        words = page.line(j).split() if page.is_short(j) else []
        is_entry = bool(words) and bool(_BULLET.match(page.raw(j)))
        if not words or len(words) > _MOST_WORDS_OF_ENTRY + is_entry or page.raw(j)[-1] in ".!?:;," or (not is_entry and j - i - last >= 2):
            break
        entries += is_entry
        last = j - i + 1 if is_entry else last
    has_text = any(page.is_prose(j) for j in range(i + last, min(page.count, i + last + 60)))
    return last if entries >= _LEAST_ENTRIES and has_text and not is_below_text(page, i) else 0


def take_breadcrumb(page: Page, i: int, line: str) -> int:
    """The path from the front page to this one, printed above the title: "Home > News > Politics"."""
    if _SAYS_WHERE_READER_IS.match(line) and len(line.split()) <= _MOST_WORDS_OF_LABELLED_PATH:
        return 1
    if len(_STEP.findall(line)) >= 2 and len(line.split()) <= _MOST_WORDS_OF_LABELLED_PATH:  # be its last step a question
        return 1
    if _FRONT_PAGE_ALONE.fullmatch(line):  # as a list, an entry to each step
        j, mark = i + 1, page.raw(i)[0]
        while not mark.isalnum() and j < page.count and j < i + 5 and page.is_short(j) and page.raw(j)[0] == mark and len(page.line(j).split()) <= 5:
            j += 1
        return j - i if j > i + 1 else 0
    if _HOME_AND_TITLE.match(line) and not re.search("[>/»›→▸►]|::", line):  # the title in one line with it, and again below
        rest = re.sub(r"^\S+(?:\s\S+)?(?:\s{2,}|\t)", "", page.raw(i))
        return 1 if any(page.is_short(j) and page.line(j) == " ".join(rest.split()) for j in range(i + 1, min(page.count, i + 4))) else 0
    if _PATH_WITH_BAR.match(line):  # its last step is the title, right below
        last = line.rsplit("|", 1)[-1].strip()
        return 1 if i + 1 < page.count and page.is_short(i + 1) and page.line(i + 1) == last else 0
    if _PATH_GLUED.match(line):  # to the title, which stands again below
        below = [page.line(j) for j in range(i + 1, min(page.count, i + 4)) if page.is_short(j)]
        return 1 if any(len(title.split()) >= 3 and len(line) > len(title) and line.endswith(title) for title in below) else 0
    glued = _PATH_AND_LEAD.match(line)
    if glued and len(line.split()) <= 40 and sum(page.is_prose(j) for j in range(i + 1, min(page.count, i + 6))) >= 1:
        return 1  # the path, and the teaser of the text right behind it
    return 1 if len(line.split()) <= 25 and not page.is_prose(i) else 0


_SAYS_WHERE_READER_IS = Pattern(r"(?:you are here|вы здесь|sie sind hier|vous êtes ici|siz buradasınız|сіз мұндасыз)\s?:?\s(?=.*[>/»›→▸]\s)", re.I)
_MOST_WORDS_OF_LABELLED_PATH = 45
_STEP = Pattern(r"\s[>»›→▸]\s")
_PATH_WITH_BAR = Pattern(rf"{FRONT_PAGE}\s\|\s[^|]", re.I)
_PATH_GLUED = Pattern(r"(?:Home|Главная|Accueil|Startseite|Ana ?[Ss]ayfa)[A-ZА-ЯÉİÇÖÜ]")
_PATH_AND_LEAD = Pattern(rf"{FRONT_PAGE}\s?[›>»](?=(?-i:[^\W\d_a-zа-яё]))", re.I)
_FRONT_PAGE_ALONE = Pattern(FRONT_PAGE, re.I)
_HOME_AND_TITLE = Pattern(rf"{FRONT_PAGE}\s[^\W\d_]", re.I)


def take_reading_time(page: Page, i: int, line: str) -> int:
    """How many minutes a text takes to read; a day beside them is a statement."""
    return 0 if find_dates(line) else 1


def take_prompt(page: Page, i: int, line: str) -> int:
    """What a copying site told a machine to do with another's text, left standing above what came of it."""
    return 1 if len(line.split()) <= 60 else 0


_CITES = Pattern(r"\s//\s|\((?:19|20)[0-9]{2}\)|\b(?:19|20)[0-9]{2}\b.{1,60}\b(?:pp?|[Ss]|[Сс])\.\s?[0-9]|\bdoi\b")


def take_citation_note(page: Page, i: int, line: str) -> int:
    """How a journal wants its article to be cited, and when it came in, was accepted and put on line."""
    below = i + 1
    if line.endswith(":") and below < page.count and page.is_short(below) and not page.follows_gap(below) and _CITES.search(page.line(below)):
        return 2
    if line.endswith(":") and below < page.count and page.is_short(below) and _QUOTES_TITLE.search(page.line(below)):
        return 2
    return 1 if len(line.split()) <= 60 else 0


_QUOTES_TITLE = Pattern(r"[«“„\"][^«»“”„\"]{10,160}[»”“\"],?\s.{3,80}(?:19|20)[0-9]{2}")
_MOST_LINES_OF_MENU = 30
_ENDS_MENU_OF_LIBRARY = Pattern(r"share|compartir|compartilhar|partager", re.I)


def take_library_banner(page: Page, i: int, line: str) -> int:
    """What an electronic library puts above an article and between its parts: its menu, calls to use its services, the announcement of the text."""
    menu = next((j for j in range(i + 1, min(page.count, i + _MOST_LINES_OF_MENU)) if _ENDS_MENU_OF_LIBRARY.fullmatch(page.line(j))), None)
    if menu is not None and all(page.is_short(j) and page.raw(j)[-1] not in ".!?" for j in range(i, menu)):
        return menu + 1 - i
    return 1 if len(line.split()) <= 40 else 0


_MOST_LINES_OF_OTHER_POSTS = 12


def take_line_of_ticker(page: Page, i: int, line: str) -> int:
    """One of the latest headlines that run over the head of a site's pages, each behind its day in square brackets: "[ 19/11/2014 ] Title"."""
    return 1


def take_posts_with_days(page: Page, i: int, line: str) -> int:
    """The previous and the next post, each with its day below or above it, where a site prints both above the title."""
    j, days = i, 0
    if line[-1].isdigit() and is_day_alone(line):
        return 0
    if i + 3 >= page.count or not (page.text[page.end(i + 1) - 1].isdigit() and page.text[page.end(i + 3) - 1].isdigit()):
        return 0
    last = min(page.count - 1, i + _MOST_LINES_OF_OTHER_POSTS)
    while j < last and page.is_short(j + 1) and _is_headline(page, j) and is_day_alone(page.line(j + 1)):
        j, days = j + 2, days + 1
    if len({page.line(k) for k in range(i, min(j + 1, page.count), 2)}) <= days:  # the headline of the page, printed again
        return 0
    if days < 2 or any(page.is_prose(k) for k in range(max(0, i - 60), i)):
        return 0
    return j - i if j + 1 < page.count and _is_headline(page, j) and not find_dates(page.line(j)) else 0


def _is_headline(page: Page, i: int) -> bool:
    if not page.is_short(i):
        return False
    line = page.line(i)
    return 3 <= len(line.split()) <= 25 and (line.endswith("?") or not page.is_prose(i)) and is_title_like(line)


def take_identifier(page: Page, i: int, line: str) -> int:
    """Numbers by which libraries file a text: decimal class, ISSN alone, DOI, the size of the file; the imprint of a book that is reviewed."""
    return 1 if len(line.split()) <= (16 if IMPRINT.match(line) else 8) and not _INITIALS_BEHIND_CLASS.search(line) else 0


# "Lighthouse Press, 269 pp., £20, July 2009": pages, and a price or the number of the book.
IMPRINT = Pattern(r"(?=\S.{8,140}$)(?=.*[0-9]\s?pp?\b)(?=.*(?:£|\$|€|isbn|97[89][ -]?[0-9])).+$", re.I)
_INITIALS_BEHIND_CLASS = Pattern(r"[0-9)]\s(?:[^\W\d_]\.\s?){1,2}[^\W\d_]{2,}|[0-9)]\s[^\W\d_]{2,}\s(?:[^\W\d_]\.\s?){1,2}$")  # its author


def take_label_of_speech(page: Page, i: int, line: str) -> int:
    """The labels of a collection of speeches, with what may stand behind them: who spoke, when, on which occasion."""
    above = [k for k in range(max(0, i - 12), i) if k not in page.removed]
    is_in_head = not any(page.is_prose(k) and page.text[page.end(k) - 1] in ".!?" for k in above)
    is_in_head = is_in_head or line.casefold() in ("texte intégral", "full text")  # below a summary, too
    return 1 if is_in_head and not find_dates(line.partition(":")[0]) else 0


def take_registry_number(page: Page, i: int, line: str) -> int:
    """The number under which an office registers what it sends out, with or without its label."""
    if line.casefold().startswith("no."):  # of a release, below its day; elsewhere of an issue
        return int(i > 0 and bool(find_dates(page.line(i - 1))) and not is_below_text(page, i))
    return 1


def take_translator(page: Page, i: int, line: str) -> int:
    """Who translated or edited a text, on a line of its own below its title or author: "Translated by NAME"."""
    return 1 if len(line.split()) <= 7 and 0 < i < _MOST_LINES_BEFORE_TRANSLATOR else 0


def take_label(page: Page, i: int, line: str) -> int:
    """The label of a day or another value that the page does not have: nothing that is one stands behind it or in the next line."""
    if line.casefold() in ("published", "publié le"):  # the label of a theme over two lines
        has_rest = i + 1 < page.count and page.line(i + 1).casefold() == "on"
        has_day = i + 2 < page.count and page.is_short(i + 2) and not page.is_prose(i + 2) and bool(find_dates(page.line(i + 2)))
        return 2 if has_rest and not has_day else 0
    days = find_dates(page.line(i + 1)) if i + 1 < page.count and page.is_short(i + 1) else []
    return 0 if days and days[0].start <= 3 and len(page.line(i + 1).split()) <= 8 else 1


_MOST_WORDS_OF_TAG = 5


def take_tags_above_text(page: Page, i: int, line: str) -> int:
    """The label of tags above a text that has none, or one in the line below it."""
    below = i + 1
    while below < page.count and below in page.removed:
        below += 1
    if is_below_text(page, i) or below + 1 >= page.count:
        return 0
    if page.is_prose(below):
        return 1
    is_tag = below == i + 1 and page.is_short(below) and len(page.line(below).split()) <= _MOST_WORDS_OF_TAG and page.raw(below)[-1].isalnum()
    return 2 if is_tag and page.is_prose(below + 1) and not find_dates(page.line(below)) else 0


def take_masthead(page: Page, i: int, line: str) -> int:
    """The head of a newspaper's page, with its editor and the day on which the page was looked at, not that of its text."""
    return 1 if i < _MOST_LINES_OF_MASTHEAD and len(line.split()) <= 16 and not is_below_text(page, i) else 0


def take_day_without_year(page: Page, i: int, line: str) -> int:
    """The day and month above a text, with weekday or hour, alone on a line and without a year: no day that a record could have."""
    if i == 0 and page.count > 1 and page.is_prose(1) and ":" not in line and "." not in line:  # a holiday may be all the headline there is
        return 0
    return 1 if i < _MOST_LINES_OF_MASTHEAD and not is_below_text(page, i) else 0


def take_language_switch(page: Page, i: int, line: str) -> int:
    """The other languages a page can be read in."""
    return 1 if len(line.split()) <= 14 else 0


def take_age_of_page(page: Page, i: int, line: str) -> int:
    """The note that a page is old, or kept as it was."""
    return 1 if len(line.split()) <= 45 else 0


def take_fields_of_research(page: Page, i: int, line: str) -> int:
    """The fields of an institute's work under their label, as it prints them beside an author's name."""
    j = i + 1
    while j < page.count and j <= i + 3 and page.is_short(j) and len(page.line(j).split()) <= 4 and page.raw(j)[-1] not in ".!?:":
        j += 1
    return j - i


def take_message_header(page: Page, i: int, line: str) -> int:
    """The head of a message in a forum or a mailing list: from whom, to whom, when; its day is that of the message."""
    j = i + 1
    while j < page.count and page.is_short(j) and _MESSAGE_LINE.match(page.line(j)):
        j += 1
    return j - i if j - i >= 3 else 0


_MESSAGE_LINE = Pattern(r"(?:к|кому|to|дата|date|sent|отправлено|тема|subject|рубрики|cc|копия|an|datum|betreff)\s?:\s?\S", re.I)

TEMPERATURE = Pattern(r"[-−+]?[0-9]{1,2}(?:[.,][0-9])?\s?°?\s?[CСF]", re.I)


def take_rates(page: Page, i: int, line: str) -> int:
    """Weather and rates of exchange in the head of a page, with the town below a temperature and the day of the visit below that."""
    if not TEMPERATURE.fullmatch(line):
        return 1 if len(line.split()) <= 20 else 0
    j = i + 1
    while j < min(page.count, i + 3) and not page.follows_gap(j) and page.is_short(j):
        if len(page.line(j).split()) > 2 and not is_day_alone(page.line(j)):
            break
        j += 1
    return j - i


_ENDS_HEAD_OF_CHANNEL = Pattern(r"download telegram|открыть в telegram|скачать telegram|view in telegram", re.I)
_MOST_LINES_OF_CHANNEL = 16


def take_head_of_channel(page: Page, i: int, line: str) -> int:
    """What a messenger prints above the posts of a channel: how many follow it, what it holds and says of itself, the button for the program."""
    for j in range(i + 1, min(page.count, i + _MOST_LINES_OF_CHANNEL)):
        if page.is_short(j) and _ENDS_HEAD_OF_CHANNEL.fullmatch(page.line(j)):
            return j + 1 - i
    return 0


def take_event_note(page: Page, i: int, line: str) -> int:
    """What a house says of how its event is held, a line to itself: on the record, in which language."""
    return 1 if len(line.split()) <= 15 else 0


def take_stamp_of_viewer(page: Page, i: int, line: str) -> int:
    """What a viewer of documents prints on each page: its own day and the name of the file, the number of the page below."""
    below = i + 1
    return 2 if below < page.count and page.is_short(below) and re.fullmatch(r"[0-9]{1,4}/[0-9]{1,4}", page.line(below)) else 0
