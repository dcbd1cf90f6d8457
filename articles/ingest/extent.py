"""Which lines stand above an article's text, which belong to it, and which stand below."""

from __future__ import annotations

import re
from itertools import islice, takewhile

from articles.ingest.boilerplate.after import RELATED_HEAD
from articles.ingest.boilerplate.shelves import names_shelf
from articles.ingest.credited import is_line_of_picture
from articles.ingest.dates import find_dates
from articles.ingest.foot import dates_another_text, heads_foot, heads_teaser, is_name_of_head_again, opens_run_of_labels
from articles.ingest.lines import OF_A_SPEECH, is_title_like, may_be_headline
from articles.ingest.notes import count_numbered_notes, heads_sources, is_address_alone, is_entry, is_head_of_notes, is_marked_note
from articles.ingest.page import Page
from articles.ingest.reading import (
    MOST_HEAD_LINES,
    SENTENCE_END,
    Reading,
)
from articles.ingest.seams import DAY_OF_DUMP
from articles.ingest.statements.dates import read_other_day
from articles.ingest.statements.houses import read_paper_of_day
from articles.ingest.statements.lines import read_statement
from articles.ingest.statements.people import read_person
from articles.ingest.statements.rights import read_rights
from articles.ingest.stating import read_statements
from articles.ingest.titles.placing import heads_report, is_above_byline, is_told_again, stands_twice_around_day
from articles.ingest.titles.wording import KIND_BEHIND_DASH, kind_before_bar
from articles.ingest.vocabulary import MENU_WORDS
from kzarchive.patterns import Pattern

MOST_FOOT_LINES = 120
# Rules whose lines close a text, and the share of its running text that may follow where one is believed.
_MARKS_OF_FOOT = {
    "comment counter": 0.35, "reply form": 0.35, "comments": 0.35, "tags": 0.2, "hashtags": 0.2, "share bar": 0.06, "disclaimer": 0.12,
    "previous and next": 0.2, "software of the site": 0.2, "page footer": 0.2, "call to readers": 0.1, "rating": 0.1,
    "correction call": 0.12, "update date": 0.1, "biography": 0.2, "note of republication": 0.1, "note of an amendment": 0.1,
    "note on the origin of the text": 0.1, "call to open the text": 0.1, "related links": 0.1,
    "source line": 0.12, "relative date": 0.12, "note of an agency": 0.12,
}  # fmt: skip
_SHARE_BELOW_HEAD_OF_FOOT = 0.2
_SHARE_BELOW_RIGHTS = 0.12
_SHARE_BELOW_LABELS = 0.15
SENTENCE_WITH_SOURCE = Pattern(r"[.!?…][\"'”’»“]?\s?\([^()]{2,60}\)$")
_MENTIONS_RIGHTS = Pattern(r"©|copyright|all rights|все права|alle rechte|tous droits|hakları saklı", re.I)


def head_and_tail(reading: Reading) -> tuple[list[int], list[int]]:
    """Return the lines above the first and below the last paragraph, in which statements are looked for."""
    page = reading.page
    kept = [i for i in page.kept() if i not in reading.captions]
    first = _first_text(reading, kept)
    if first == 0 and kept and (is_above_byline(page, kept[0]) or is_told_again(page, kept[0])):
        first = next((n for n in range(1, len(kept)) if _is_text(reading, kept[n])), 0)
    while first + 1 < len(kept) and first <= MOST_HEAD_LINES and _asks_above_text(reading, kept, first):  # a headline may be a question
        following = next((n for n in range(first + 1, len(kept)) if _is_text(reading, kept[n])), None)
        if following is None:  # what the question stands above is no text
            break
        first = following
    reading.foot = foot = _begin_of_foot(reading, kept[first] if first < len(kept) else page.count)
    last = next((n for n in range(len(kept) - 1, first, -1) if kept[n] < foot and _is_text(reading, kept[n])), first)
    end = _end_of_text(reading, kept, last, foot)
    head = [i for i in kept[: min(first, MOST_HEAD_LINES)] if not _is_of_picture(reading, i)]
    return head, kept[max(end, first + 1, len(kept) - MOST_FOOT_LINES) :]


def _first_text(reading: Reading, kept: list[int]) -> int:
    """Return the place in ``kept`` of the first paragraph that is no line of a picture, or else of the first; behind the last without any."""
    page = reading.page
    paragraphs = (n for n, i in enumerate(kept) if _is_text(reading, i) and not stands_twice_around_day(page, i) and not _is_motto_of_site(page, i))
    first = next(paragraphs, len(kept))
    if first == len(kept) or not _is_of_picture(reading, kept[first]):
        return first
    return next((n for n in paragraphs if not _is_of_picture(reading, kept[n])), first)


def _is_of_picture(reading: Reading, i: int) -> bool:
    """Tell whether line ``i`` reads as a paragraph and is a caption with its credit, or the text of the picture above one."""
    return not reading.layer.is_marked_up and is_line_of_picture(reading, i) and _is_text(reading, i)


_MOST_WORDS_OF_MOTTO, _MOST_LINES_TO_MENU, _MOST_LINES_TO_FIRST_DAY = 20, 4, 16


def _is_motto_of_site(page: Page, i: int) -> bool:
    """Tell whether sentence ``i``, right below the first line of a page, is a site's motto: a menu stands below it, then a day and a text."""
    if i != 1 or page.layer.is_marked_up or not page.is_short(i) or len(page.line(i).split()) > _MOST_WORDS_OF_MOTTO or page.is_prose(0):
        return False
    below = range(i + 1, min(page.count, i + 1 + _MOST_LINES_TO_FIRST_DAY))
    lines = [j for j in below if page.is_short(j)]
    of_menu = [j for j in lines[:_MOST_LINES_TO_MENU] if page.line(j).casefold() in MENU_WORDS or page.removed.get(j) == "menu"]
    days = [j for j in lines if find_dates(page.line(j))]
    return bool(of_menu and days) and not any(page.is_prose(j) for j in range(i + 1, days[0])) and any(map(page.is_prose, range(days[0], page.count)))


_LABEL_BEFORE_QUESTION = Pattern(r"\S+(?:\s[^\s.!?…]+){0,5}\.\s(?=[^\W\d_a-zа-яё])")  # "A label. Who will pay for it?"
# "«They are to blame» Why nobody lights the lamps", "“They are to blame” – who lights the lamps?": a sentence has a sign or a small letter behind
# what it quotes, and no dash before a question word.
_QUOTATION_BEFORE_STATEMENT = Pattern(
    r"[«“\"][^«»“”\"]{8,100}[^.,!?…\s][»”\"]\s(?:(?=[^\W\d_a-zа-яё])|[–—-]\s(?=(?i:what|why|how|who|where|when|что|почему|как|кто|зачем|чем)\s))"
)


def _asks_above_text(reading: Reading, kept: list[int], n: int) -> bool:
    """Tell whether the line at ``n`` is a question or a call, as headlines are, with two paragraphs of text below it, or is left open.

    It is of one sentence, or of a label and one, and then apart from the text and below no other headline.
    """
    page = reading.page
    line = page.line(kept[n])
    if page.removed.get(kept[n] + 1) == "repeated title" and line.endswith(("...", "…", "?")):  # left open or asked, and printed twice
        return True
    line = line.rstrip('’”"»') if n == 0 else line
    if not page.is_short(kept[n]) or line[-1:] not in ("?", "!", "…") or reading.layer.is_marked_up:
        return False
    label = _LABEL_BEFORE_QUESTION.match(line)
    kind = kind_before_bar(line)
    words = line[kind.end() if kind else 0 :].split()
    is_below_day = n == 1 and bool(DAY_OF_DUMP.fullmatch(page.raw(kept[0])))
    is_one = len(words) <= 16 and (is_below_day or not re.search(r"[.!?…]\s", line))
    above = [page.line(i) for i in kept[:n] if page.is_short(i) and "www." not in page.line(i)]
    has_headline_above = any(may_be_headline(line, _LEAST_WORDS_OF_HEADLINE) for line in above)
    is_labelled = (
        label is not None
        and len(line.split()) <= 22
        and not re.search(r"[.!?…]\s", line[label.end() :])
        and n + 1 < len(kept)
        and page.follows_gap(kept[n + 1])
        and not has_headline_above
    )
    is_quoted = (n == 0 or not has_headline_above) and len(line.split()) <= 24 and bool(_QUOTATION_BEFORE_STATEMENT.match(line))
    if not (is_one or is_labelled or is_quoted) or (line[0] in "-–—•*" and not KIND_BEHIND_DASH.match(line)):
        return False
    if page.removed.get(kept[n] + 1) == "repeated title":
        return True
    texts = [page.text[page.start(i) : page.end(i)] for i in kept[n + 1 : n + 9] if _is_text(reading, i)]
    if line[-1] == "…":  # one that leaves something open: the first sentence of the text has its words again
        return bool(texts) and len(line.split()) >= 4 and texts[0].startswith(line.rstrip("…"))
    if n == 0 and texts and len(texts[0]) >= _LEAST_LENGTH_BELOW_QUESTION and line[-1] == "?" and is_one:
        return True
    return sum(text[-1] not in "?!" or len(re.findall(r"[.!?…]\s", text)) >= 2 for text in texts) >= (1 if is_below_day else 2)


_LEAST_WORDS_OF_HEADLINE = 4
_LEAST_LENGTH_BELOW_QUESTION = 500  # of a paragraph, characters


def _begin_of_foot(reading: Reading, first: int) -> int:
    """Return the line from which on nothing is the article's: the first mark that closes texts, if little running text follows it."""
    page = reading.page
    lengths = [(i, reading.length(i)) for i in range(first, page.count) if i not in page.removed and _is_text(reading, i)]
    remaining = total = sum(length for _, length in lengths)
    at = 0
    for i in range(first, page.count):
        while at < len(lengths) and lengths[at][0] < i:
            remaining -= lengths[at][1]
            at += 1
        share = _MARKS_OF_FOOT.get(page.removed.get(i, ""))
        if share is None and page.is_short(i) and i > first:
            share = _share_below(reading, i, first)
        if page.removed.get(i) == "related links" and _heads_dated_texts(page, i):
            share = _SHARE_BELOW_DATED_TEXTS
        elif i > first and len(lengths) - at <= _MOST_CARDS and _heads_cards(reading, i, [j for j, _ in lengths[at:]]):
            share = _SHARE_BELOW_CARDS
        elif page.removed.get(i) == "related links" and not all(_is_teaser(reading, j) for j, _ in lengths[at:]):
            continue
        if page.removed.get(i) == "comment counter" and _is_followed_by_comments(reading, i):
            share = 1.0  # however long they are
        if share is not None and remaining <= share * total and remaining < total and not _stands_above_notes(page, i):
            return i
    return page.count


def _stands_above_notes(page: Page, i: int) -> bool:
    """Tell whether the author's notes begin right below line ``i``, numbered: what a house says of his views may stand above them."""
    if page.removed.get(i) not in _SAID_ABOVE_NOTES:
        return False
    lines = (j for j in range(i + 1, min(page.count, i + 1 + _MOST_NUMBERED)) if j not in page.removed)
    return count_numbered_notes(page.line(j) for j in takewhile(page.is_short, lines)) > 0


_SAID_ABOVE_NOTES = frozenset({"disclaimer", "note on the text", "note of the editors"})
_SHARE_BELOW_CARDS = 0.5
_MOST_CARDS = 40
_LEAST_CARDS, _LEAST_CARDS_BELOW_LINK, _MOST_SENTENCES_OF_TEASER, _LONGEST_TEASER = 2, 4, 2, 60
# What stands above a link amid a text too, whose parts below may have headings.
_LEADS_TO_ONE = Pattern(
    r"read|also|see|related$|читайте|читать|смотрите|по теме|в тему|тағы|оқи|сондай|lesen|mehr|lire|à (?:lire|voir)|bun|ilgili haber$|more on", re.I
)
_END_OF_SENTENCE = Pattern(r"[.!?…][»”\"’)]?(?:\s|$)")


def _heads_cards(reading: Reading, i: int, texts: list[int]) -> bool:
    """Tell whether line ``i`` heads other texts, of which all the paragraphs below it, ``texts``, tell in a sentence or two below a headline each.

    One in two may go on where another stops.
    """
    page = reading.page
    if len(texts) < _LEAST_CARDS or not page.is_short(i) or reading.layer.is_marked_up:
        return False
    on_cards = [j for j in texts if _is_on_card(page, j, i)]
    going_on = [j for j in texts if j - 1 in on_cards and _is_teaser_long(page, j)]
    if len(on_cards) < max(_LEAST_CARDS, len(going_on)) or len({*on_cards, *going_on}) < len(texts):
        return False
    line = page.line(i)
    is_head = heads_foot(page, i) or RELATED_HEAD.fullmatch(line) or names_shelf(line)
    return bool(is_head) and len(texts) >= (_LEAST_CARDS_BELOW_LINK if _LEADS_TO_ONE.match(line) else _LEAST_CARDS)


def _is_on_card(page: Page, i: int, head: int) -> bool:
    """Tell whether paragraph ``i`` is a sentence or two right below a line of its own that is none, below line ``head``."""
    if i - 1 <= head or not page.is_short(i - 1) or page.is_prose(i - 1):
        return False
    return _is_teaser_long(page, i)


def _is_teaser_long(page: Page, i: int) -> bool:
    """Tell whether paragraph ``i`` is no longer than what sites print of other texts."""
    if not page.is_short(i):
        return False
    return len(page.raw(i).split()) <= _LONGEST_TEASER and len(_END_OF_SENTENCE.findall(page.raw(i))) <= _MOST_SENTENCES_OF_TEASER


_SHARE_BELOW_DATED_TEXTS = 0.35
_MOST_LINES_TO_DAY = 6


def _heads_dated_texts(page: Page, i: int) -> bool:
    """Tell whether line ``i`` heads a list of other texts, of which the first two have their days: "related links" with what they tell."""
    if not RELATED_HEAD.fullmatch(page.line(i)):
        return False
    days = [j for j in range(i + 1, min(page.count, i + 1 + 2 * _MOST_LINES_TO_DAY)) if page.is_short(j) and _OPENS_WITH_DAY.match(page.raw(j))]
    return len(days) >= 2 and days[0] <= i + _MOST_LINES_TO_DAY


_OPENS_WITH_DAY = Pattern(
    r"(?:[A-Z]{3,12}\s)?[0-3]?[0-9][./][0-3]?[0-9][./](?:(?:19|20)[0-9]{2}|[0-9]{2}(?=\s[0-9]{1,2}:))(?:,?\s[0-2]?[0-9]:[0-5][0-9](?:\s?[ap]m)?)?(?:\s[0-9]{1,6})?$"
)


def _share_below(reading: Reading, i: int, first: int) -> float | None:
    """Return which share of the running text may follow line ``i`` where it is one that sites print below a text; None if it is not."""
    page = reading.page
    if heads_foot(page, i) or read_paper_of_day(page.raw(i)) or is_name_of_head_again(page, i, first):
        return _SHARE_BELOW_HEAD_OF_FOOT
    if page.raw(i)[0] == "©" or dates_another_text(page, i) or heads_teaser(page, i):
        return _SHARE_BELOW_RIGHTS
    return _SHARE_BELOW_LABELS if opens_run_of_labels(page, i) else None


def _is_teaser(reading: Reading, i: int) -> bool:
    """Tell whether paragraph ``i`` is one sentence or two below the headline of another text."""
    page = reading.page
    return page.is_short(i) and any(j >= 0 and j not in page.removed and page.is_short(j) and not page.is_prose(j) for j in (i - 1, i - 2))


_OF_A_COMMENT = Pattern(
    r"(?:\bsaid|\bsays|\bwrote|says|пишет|yazdı)\s?(?:\.\.\.|…|:)$|\bat [0-9]{1,2}:[0-9]{2}\s?[AP]M$|(?:reply|ответить|antworten|répondre|"
    r"yanıtla)$|^(?:anonymous|аноним|гость)\b",
    re.I,
)


def _is_followed_by_comments(reading: Reading, i: int) -> bool:
    """Tell whether lines such as only comments have stand below the counter at line ``i``: who said it, when, a button to answer."""
    page = reading.page
    lines = (page.line(j) for j in range(i + 1, min(page.count, i + 40)) if page.is_short(j))
    return sum(bool(_OF_A_COMMENT.search(line)) for line in lines) >= 2


_LEFT_OUT = Pattern(r"[<(]\s?(?:…|\.\.\.)\s?[>)]")  # what a record of a talk does not give: "<…>"


def _end_of_text(reading: Reading, kept: list[int], last: int, foot: int) -> int:
    """Return the place in ``kept`` behind the last line of the text: short sentences below the last paragraph are the text's too, and notes."""
    page = reading.page
    n = last + 1
    while n < len(kept) and kept[n] < foot and page.is_short(kept[n]):
        if kept[n] in reading.stated:  # whose the rights are, between text and notes
            n += 1
            continue
        end = n + 1 if _LEFT_OUT.fullmatch(page.raw(kept[n])) else _end_of_notes(reading, kept, n, foot)
        if end > n:
            n = end
            continue
        if _goes_on_in_line(page, kept[n - 1], kept[n]):
            n += 1
            continue
        if any(i in page.removed for i in range(kept[n - 1] + 1, kept[n])) or not _ends_sentence(reading, kept[n]):
            has_sentence_below = n + 1 < len(kept) and kept[n + 1] == kept[n] + 1 < foot and _ends_sentence(reading, kept[n + 1])
            if not (has_sentence_below and is_title_like(page.line(kept[n])) and _is_unstated(reading, kept[n])):
                break
        elif not _is_unstated(reading, kept[n]):
            break
        n += 1
    return n


def _goes_on_in_line(page: Page, above: int, i: int) -> bool:
    """Tell whether line ``i`` is a piece of the sentence in the line right above it, where a copy breaks lines at each link or quotation."""
    if i != above + 1 or page.follows_gap(i) or page.text[page.end(above) - 1] in ".!?:…":
        return False
    return page.raw(i)[0] in '"«“„.,;)' or page.raw(i)[0].islower()


def _end_of_notes(reading: Reading, kept: list[int], n: int, foot: int) -> int:
    """Return the place in ``kept`` behind the notes or references that begin at ``n``, under a heading or with their marks; ``n`` without any."""
    page = reading.page
    if _is_note_below_number(reading, kept, n):
        return n + 2
    notes = takewhile(lambda i: i < foot and page.is_short(i), islice(kept, n, n + _MOST_NUMBERED))
    if numbered := count_numbered_notes(map(page.line, notes)):
        return n + numbered
    end = n
    has_head = is_head_of_notes(page.line(kept[n]))
    if has_head:
        end += 1
    are_marked = has_head and end < len(kept) and is_marked_note(page.line(kept[end]))
    while end < len(kept) and kept[end] < foot and page.is_short(kept[end]):
        line = page.line(kept[end])
        if read_rights(line) or read_other_day(line):  # a journal's word below its author's
            break
        if are_marked and not is_marked_note(line) and read_statement(page.raw(kept[end])):  # in which journal the text stands
            break
        is_note = is_entry(line) if has_head else is_marked_note(line) and _ends_sentence(reading, kept[end])
        if not is_note and not (has_head and is_head_of_notes(line)):
            break
        end += 1
    if has_head and heads_sources(page.line(kept[n])) and all(is_address_alone(page.raw(i)) for i in kept[n + 1 : end]):
        return n  # where a site has its text from
    return end if end > n + has_head else n


_MOST_NUMBERED = 400


def _is_note_below_number(reading: Reading, kept: list[int], n: int) -> bool:
    """Tell whether a number stands alone at ``n``, which the text has glued to a word of its own, and in the next line a sentence: a note."""
    page = reading.page
    number = page.raw(kept[n])
    if not number.isdigit() or len(number) > 2 or n + 1 >= len(kept) or kept[n + 1] != kept[n] + 1 or not _ends_sentence(reading, kept[n + 1]):
        return False
    return re.search(rf"[^\W\d_][.,;:!?”\"’']?{number}(?![0-9])", page.text[: page.start(kept[n])]) is not None


def _ends_sentence(reading: Reading, i: int) -> bool:
    raw = reading.page.raw(i)
    ends = reading.page.is_short(i) and bool(SENTENCE_END.search(raw) or SENTENCE_WITH_SOURCE.search(raw))
    return ends and _is_unstated(reading, i)


def _is_unstated(reading: Reading, i: int) -> bool:
    line = reading.page.raw(i)
    return read_statement(line) is None and read_person(line.rstrip(" .")) is None and not _MENTIONS_RIGHTS.search(line)


def _is_text(reading: Reading, i: int) -> bool:
    if not reading.page.is_prose(i) or heads_report(reading, i):
        return False
    if reading.page.is_short(i) and OF_A_SPEECH.match(reading.page.line(i)) and not SENTENCE_END.search(reading.page.raw(i)):
        return False  # its title
    return not reading.page.is_short(i) or read_statement(reading.page.raw(i)) is None


def lines_of_head(reading: Reading, head: list[int]) -> list[int]:
    """Return the lines above the first paragraph, now that title and standfirst are known; statements there are read."""
    page = reading.page
    kept = [i for i in page.kept() if i not in reading.captions]
    begin = (reading.title_line() or 0) if reading.spans.get("title") else 0
    texts = (i for i in kept if i > begin and i not in reading.stated and _is_text(reading, i))
    first = next((i for i in texts if not _is_of_picture(reading, i)), None)
    if first is None:
        return head
    lines = [i for i in kept if i < first and (i <= begin or i in reading.stated or not _is_of_picture(reading, i))][:MOST_HEAD_LINES]
    read_statements(reading, [i for i in lines if i not in reading.stated])
    return lines
