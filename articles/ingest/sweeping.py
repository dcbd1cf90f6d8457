"""What stands around a text and is none of it: left out above the title, among the statements, and below the last line."""

from __future__ import annotations

import re

from articles.ingest.boilerplate.shelves import names_shelf
from articles.ingest.comparing import comparable
from articles.ingest.credited import find_credited_captions
from articles.ingest.extent import MOST_FOOT_LINES, SENTENCE_WITH_SOURCE
from articles.ingest.lines import is_row_of_menu, names_site
from articles.ingest.notes import heads_sources, is_address_alone, is_entry, is_head_of_notes, is_marked_note
from articles.ingest.page import Page
from articles.ingest.people.spoken_of import says_who_is_quoted
from articles.ingest.reading import (
    CAPTIONS,
    HEADINGS,
    RULES_OF_HEAD,
    SENTENCE_END,
    Reading,
    is_address,
    is_host,
    is_in_another_script,
    is_in_list,
    script_of,
)
from articles.ingest.statements.bylines import read_byline
from articles.ingest.statements.datelines import is_town_and_country, read_dateline
from articles.ingest.statements.names import names_person
from articles.ingest.statements.people import read_person
from articles.ingest.statements.roles import names_body
from articles.ingest.vocabulary import MENU_WORDS, NETWORKS, REGIONS, REPORTING_CITIES, SECTIONS, STATES
from kzarchive.patterns import Pattern

_FIGURES_ALONE = Pattern(r"(?:[|·•]\s)?(?:(?:[01]?[0-9]|2[0-3]):[0-5][0-9]\s)?[0-9][0-9\s.,]{0,14}[KkКкM]?")  # views, be the hour before them
_STATION = Pattern(r"[A-Z]{3,6}(?:-TV|[-/][A-Z]{1,4})?")
_PAPER_AND_DESK = Pattern(
    r"[^\W\d_a-zа-яё][^/.!?:]{2,40}\s/\s(?:[^/.!?:]{2,24}\s)?(?:Desk|Newsroom|Redaktion|Rédaction|Servisi|Haber Merkezi|Редакция)"
)
_COUNTED_SECTION = Pattern(r"[^\W\d_]{3,20}(?:\s[^\W\d_]{2,20})?\s[0-9]{1,4}")  # "Society 0", a section and its comments
_SITE_ALONE = Pattern(r"(?:www\.)?[a-z0-9-]{3,40}(?:\.(?:com|net|org|info|kz|ru|de|fr|tr|gov|edu|at|ch|be|az|uz|kg)){1,2}", re.I)


def sweep_head(reading: Reading, head: list[int]) -> None:
    """Leave out what stands above the title, and between title and text among the statements."""
    page = reading.page
    title = reading.title_line()
    find_credited_captions(reading)
    if title is None:
        for i in head:
            if reading.is_kept(i) and (_is_above_furniture(reading, i) or _is_in_no_script_of_text(reading, i)):
                page.removed[i] = "page header"
            elif reading.is_kept(i) and is_in_list(reading, i):
                page.removed[i] = "menu"
            elif reading.is_kept(i) and page.raw(i)[:2] in ("– ", "— ") and reading.holds(i + 1, "authors"):
                page.removed[i] = "page header"  # the motto of a site, above who wrote the text
            elif reading.is_kept(i) and page.is_short(i) and _SITE_ALONE.fullmatch(page.raw(i)):
                page.removed[i] = "page header"
            elif reading.is_kept(i) and _FIGURES_ALONE.fullmatch(page.raw(i)):
                page.removed[i] = "figures without a word"
            elif reading.is_kept(i) and (_is_entry_above_text(page, i) or (i - 1 in reading.stated and _IN_SECTION.fullmatch(page.line(i)))):
                page.removed[i] = "line among statements"
            elif i not in reading.captions and reading.is_kept(i) and len(page.line(i).split()) <= 3 and i + 1 in reading.captions:
                page.removed[i] = "page header"  # a section, above the picture
        return
    names = {comparable(author.name) for author in reading.authors}
    text = next((i for i in range(title + 1, page.count) if reading.is_kept(i) and page.is_prose(i)), title + 1)
    below = range(title + 1, max(text, (head[-1] if head else title) + 1))
    said = {*RULES_OF_HEAD, "repeated title", "related links"}
    counts = {i for i in head if _FIGURES_ALONE.fullmatch(page.raw(i))}
    for i in head:  # one list with a statement, an entry to a line
        if i - 1 in reading.stated and i > title + 1 and page.raw(i)[0] == page.raw(i - 1)[0] in "-–•*" and len(page.line(i).split()) <= 6:
            counts.add(i)
    last_statement = max((i for i in below if i in reading.stated or i in counts or page.removed.get(i) in said), default=title)
    for i in head:
        if not reading.is_kept(i) or i in reading.captions:
            continue
        if i < title:
            page.removed[i] = "page header"
        elif i <= title + 2 and not reading.layer.is_marked_up and len(page.line(i).split()) <= 8 and _stood_above(reading, i, title):
            page.removed[i] = "text of a picture"
        elif (comparable(page.line(i)) in names or reading.names_all_authors(i)) and page.raw(i)[-1] != ":":  # "NAME:" opens a turn of a conversation
            page.removed[i] = "repeated by-line"
        elif len(page.line(i).split()) <= 4 and names_site(page.line(i)) and page.raw(i)[-1].isalnum() and not page.regions(i) & HEADINGS:
            page.removed[i] = "line among statements"  # the paper or its desk, under its title
        elif is_address(page.raw(i)):
            page.removed[i] = "address of the page"
        elif is_host(page.raw(i)):
            page.removed[i] = "source line"
        elif _FIGURES_ALONE.fullmatch(page.raw(i)):
            page.removed[i] = "figures without a word"
        elif _lists_categories(page.line(i)) or (is_row_of_menu(page.line(i)) and page.raw(i)[-1].isalpha()):
            page.removed[i] = "tags"
        elif title < i < text and not reading.layer.is_marked_up and _is_affiliation_of_note(page, i):
            page.removed[i] = "role of the author"
        elif title < i < text and not reading.layer.is_marked_up and page.line(i).casefold() in NETWORKS:
            page.removed[i] = "share bar"  # one of them alone
        elif i == title + 1 and not reading.layer.is_marked_up and _IN_SECTION.fullmatch(page.line(i)):
            page.removed[i] = "line among statements"  # the section in which it is filed
        elif i == title + 1 < text and not reading.layer.is_marked_up and _TWO_SECTIONS.fullmatch(page.line(i)):
            page.removed[i] = "line among statements"  # "Trade & Transit"
        elif title < i < text and not reading.layer.is_marked_up and _credits_picture(page.raw(i)):
            page.removed[i] = "photo credit"
        elif title < i < text and i + 1 == text and i - 1 in reading.stated and not reading.layer.is_marked_up and _files_text(page.raw(i)):
            page.removed[i] = "tags"  # "Kazakhstan, SCO"
        elif title < i < text and page.removed.get(i + 1) == "photo credit" and page.raw(i).islower() and len(page.line(i).split()) <= 2:
            page.removed[i] = "text of a picture"
        elif (i == title + 1 and page.line(i).casefold() in REGIONS) or (title < i < text and _is_station_or_desk(reading, i, text)):
            page.removed[i] = "line among statements"  # the part of the world that the site has it under, its station or its desk
        elif _COUNTED_SECTION.fullmatch(page.raw(i)) and page.raw(i).rpartition(" ")[0].casefold() in (*SECTIONS, *MENU_WORDS):
            page.removed[i] = "line among statements"
        elif not SENTENCE_END.search(page.raw(i)) and is_in_another_script(reading, i, title):
            page.removed[i] = "text of a picture"
        elif title < i < text and not reading.layer.is_marked_up and page.raw(i)[0] in "•·" and len(page.line(i).split()) <= 3:
            page.removed[i] = "line among statements"  # an agency or a section, as an entry of a list
        elif (i < last_statement or i in counts) and not SENTENCE_END.search(page.raw(i)) and not page.regions(i) & (HEADINGS | CAPTIONS):
            page.removed[i] = "line among statements"


_OF_NOTE = Pattern(r"[•*]?\s?[0-9]{1,2}\s?(?=[^\W\d_a-zа-яё])")


def _is_affiliation_of_note(page: Page, i: int) -> bool:
    """Tell whether line ``i`` is the house that the figure behind an author's name stands for: "• 1Department of Lamps, University of Kuryk"."""
    note = _OF_NOTE.match(page.raw(i)) if page.is_short(i) else None
    return bool(note) and names_body(page.line(i)) and page.raw(i)[-1].isalnum()


_TWO_SECTIONS = Pattern(r"[^\W\d_a-zа-яё]\w+ & [^\W\d_a-zа-яё]\w+")
_IN_SECTION = Pattern(r"in\s[^\W\d_a-zа-яё]\w+(?:\s[^\W\d_a-zа-яё]\w+)?")


def _is_station_or_desk(reading: Reading, i: int, text: int) -> bool:
    """Tell whether line ``i``, above the text, names a station in letters, a dateline below it, or a paper and its desk."""
    page = reading.page
    if reading.layer.is_marked_up:
        return False
    if _STATION.fullmatch(page.raw(i)) and page.raw(i) not in REPORTING_CITIES:
        is_apart = page.follows_gap(i) and page.follows_gap(i + 1) and page.raw(i) not in reading.layer.text[page.end(i) :]
        return is_apart or bool(read_dateline(page.text[page.start(text) : min(page.end(text), page.start(text) + 300)]))
    return bool(_PAPER_AND_DESK.fullmatch(page.line(i)))


_NO_FURNITURE = frozenset({"photo credit", "repeated caption", "repeated title", "repeated lead", "field label", "dateline mark"})


def _is_above_furniture(reading: Reading, i: int) -> bool:
    """Tell whether line ``i``, of three words at most and no sentence, is parted from the text by a line that was left out as none of it."""
    page = reading.page
    if not page.is_short(i) or len(page.line(i).split()) > 3 or SENTENCE_END.search(page.raw(i)) or page.raw(i)[-1] == ":" or i in reading.captions:
        return False
    text = next((j for j in range(i + 1, min(page.count, i + 12)) if reading.is_kept(j) and page.is_prose(j)), i)
    return any(page.removed.get(j, "photo credit") not in _NO_FURNITURE for j in range(i + 1, text))


_LETTER = Pattern(r"[^\W\d_]")
_LETTER_OF_TEXTS = Pattern(r"[A-Za-zÀ-ɏЀ-ԯ]")


def _is_in_no_script_of_text(reading: Reading, i: int) -> bool:
    """Tell whether line ``i`` has letters, but none of the scripts that texts here are in, and a text in one of these stands below it."""
    page = reading.page
    if not page.is_short(i) or not _LETTER.search(page.raw(i)) or _LETTER_OF_TEXTS.search(page.raw(i)) or i + 1 >= page.count:
        return False
    return script_of(page.text[page.start(i + 1) : min(page.end(i + 1), page.start(i + 1) + 300)]) is not None


def _is_entry_above_text(page: Page, i: int) -> bool:
    """Tell whether line ``i`` is one entry of a list, of three words at most, with a paragraph and no other entry below: an agency or a section."""
    is_entry = page.raw(i)[0] in "•·" and 2 <= len(page.line(i).split()) <= 4 and not SENTENCE_END.search(page.raw(i))
    return is_entry and i + 1 < page.count and page.is_prose(i + 1) and page.raw(i + 1)[0] not in "•·"


def _stood_above(reading: Reading, i: int, title: int) -> bool:
    """Tell whether line ``i``, below the title, stands above it too: what a browser shows where a picture is missing."""
    page = reading.page
    return any(page.removed.get(j) == "page header" and comparable(page.line(j)) == comparable(page.line(i)) for j in range(max(0, title - 3), title))


_MAKER_AND_HOUSE = Pattern(r"(?P<maker>[^\W\d_a-zа-яё][^/|.!?:]{4,40})/[^\W\d_a-zа-яё][\w«»\" -]{1,24}")


def _credits_picture(line: str) -> bool:
    """Tell whether ``line`` is nothing but who took a picture and, behind a stroke, for whom: "Anna Kim/Lampstock"."""
    found = _MAKER_AND_HOUSE.fullmatch(line)
    return bool(found) and bool(names_person(found["maker"]))


_FILED = Pattern(r"[^\W\d_a-zа-яё][\w’'-]*(?:\s[^\W\d_a-zа-яё][\w’'-]*)?(?:,\s[^\W\d_a-zа-яё][\w’'-]*(?:\s[^\W\d_a-zа-яё][\w’'-]*)?){1,5}")


def _files_text(line: str) -> bool:
    """Tell whether ``line`` is short names with commas between, one of them a state or the letters of a body: what a text is filed under."""
    names = line.split(", ")
    return (
        bool(_FILED.fullmatch(line))
        and not is_town_and_country(line)
        and any(name.casefold() in STATES | REGIONS or (name.isupper() and len(name) <= 5) for name in names)
    )


def _lists_categories(line: str) -> bool:
    """Tell whether ``line`` is all words of menus, or several categories with commas between, each of three words at most and one of these."""
    if len(line.split()) >= 2 and all(word.strip(",•|·").casefold() in MENU_WORDS | STATES for word in line.split()):
        return True
    words = line.split()
    named = sum(word[0].isupper() and word.casefold() in SECTIONS for word in words)
    if words[0].casefold() in SECTIONS and named >= 2 and 3 <= len(words) <= 10 and line[-1].isalnum() and "," not in line:
        return True  # "Analysis Border trade Geopolitics"
    entries = [entry.split() for entry in line.split(",")]
    return len(entries) >= 2 and all(1 <= len(entry) <= 3 and any(word.casefold() in MENU_WORDS for word in entry) for entry in entries)


_LEAST_POINTS, _MOST_POINTS, _MOST_WORDS_OF_POINT = 2, 6, 40


def remove_points_above_text(reading: Reading) -> None:
    """Leave out the key points that stand right below what the head of a page states, a bullet before each, and running text right below them.

    A copy that has lost its head begins with them, a dash before each: so do the turns of a conversation, which go on.
    """
    page = reading.page
    title = -1 if (line := reading.title_line()) is None else line
    first = next((i for i in page.kept() if i > title and reading.is_kept(i) and i not in reading.captions), None)
    if first is None or reading.layer.is_marked_up or not (first == 0 or first - 1 in reading.stated or first - 1 in page.removed):
        return
    end, marks = first, ("• ", "- ") if first == 0 else ("• ",)
    while end < page.count and reading.is_kept(end) and page.raw(end).startswith(marks) and len(page.line(end).split()) <= _MOST_WORDS_OF_POINT:
        end += 1
    if first == 0 and _is_conversation(page, end):
        return
    if _LEAST_POINTS <= end - first <= _MOST_POINTS and end < page.count and reading.is_kept(end) and page.is_prose(end):
        page.remove(first, end, "key points")


def _is_conversation(page: Page, end: int) -> bool:
    """Tell whether of the lines up to ``end``, with which a page begins, one asks something, or turns go on below them."""
    below = range(end, min(page.count, end + _MOST_POINTS))
    return any(page.raw(i)[-1] == "?" for i in range(end)) or any(page.raw(i)[0] in "-–—" for i in below)


def sweep_tail(reading: Reading, tail: list[int]) -> None:
    """Leave out what stands below the first line under the text that is no part of it."""
    page = reading.page
    _leave_out_names_again(reading)
    _leave_out_shelf_at_end(reading)
    if not tail:
        return
    byline = comparable(reading.values.get("byline", "")).rstrip(",")
    surnames = {author.name.split()[-1].rpartition(".")[2] for author in reading.authors}
    for i in tail[:3]:
        if reading.is_kept(i) and byline and page.is_short(i):
            line = page.line(i)
            people = {found.value.split()[-1].rpartition(".")[2] for found in read_person(line) or () if found.name == "authors"}
            if (len(line.split()) >= 2 and byline.endswith(comparable(line).rstrip(","))) or (people and people <= surnames):
                page.removed[i] = "repeated by-line"
    text_end = next((i for i in range(tail[0] - 1, -1, -1) if reading.is_kept(i) and i not in reading.captions), -1)
    mark = next((i for i in range(tail[0], page.count) if i in reading.stated or i in page.removed), None)
    between = next((i for i in range(text_end + 1, tail[0]) if i in page.removed), None)
    mark = mark if between is None else between
    labels = [i for i in tail if reading.is_kept(i) and _is_label(reading, i)]
    if labels and (mark is None or labels[0] - 1 < mark) and not (mark is None and labels == tail[-1:] and _reads_on(page.line(labels[0]))):
        mark = labels[0] - 1
    if reading.foot < page.count:
        mark = reading.foot - 1 if mark is None else min(mark, reading.foot - 1)
    if mark is None:
        return
    marks = _marks_set_high(page, text_end) if any(_NUMBER_BEFORE_NOTE.match(page.raw(i)) for i in tail) else frozenset()
    for i in tail:
        if reading.is_kept(i) and i > mark and not says_who_is_quoted(reading, i) and not _is_note_of_text(page, i, text_end, marks):
            page.removed[i] = "page foot"
    for i in [i for i in reading.captions if i > text_end and reading.is_kept(i) and page.is_short(i)]:
        is_below_mark = i - 1 > text_end and all(j in page.removed or j in reading.stated for j in range(text_end + 1, i))
        if names_person(page.line(i).title()) or is_below_mark:  # the picture of an author, or of another text
            reading.captions.discard(i)
            page.removed[i] = "page foot"


def _leave_out_shelf_at_end(reading: Reading) -> None:
    """Leave out the last line of a page where it is a site's name for other texts that a copy has not: "Latest"."""
    page = reading.page
    last = next((i for i in range(page.count - 1, -1, -1) if reading.is_kept(i)), None)
    has_text = last is not None and any(page.is_prose(i) for i in range(max(0, last - MOST_FOOT_LINES), last))
    if has_text and page.is_short(last) and names_shelf(page.line(last)):
        reading.captions.discard(last)
        page.removed[last] = "page foot"


def _leave_out_names_again(reading: Reading) -> None:
    """Leave out the line below the text that names all the authors, two or more, once again, above what is said of them."""
    page = reading.page
    first = next((i for i in range(page.count) if reading.is_kept(i) and page.is_prose(i)), page.count)
    for i in range(max(first, page.count - MOST_FOOT_LINES), page.count):
        if reading.is_kept(i) and (reading.names_all_authors(i) or _is_byline_again(reading, i) or _is_name_again(reading, i)):
            page.removed[i] = "repeated by-line"


def leave_out_pictures_of_authors(reading: Reading) -> None:
    """Leave out the captions below the text that are nothing but the name of an author: his picture stands there, above what is said of him."""
    page = reading.page
    last = next((i for i in range(page.count - 1, -1, -1) if reading.is_kept(i) and i not in reading.captions), page.count)
    names = {comparable(author.name) for author in reading.authors}
    for i in [i for i in reading.captions if i > last and reading.is_kept(i) and comparable(page.line(i)) in names]:
        reading.captions.discard(i)
        page.removed[i] = "repeated by-line"


def _is_name_again(reading: Reading, i: int) -> bool:
    """Tell whether line ``i``, apart below the text, is nothing but the name of the one author."""
    page = reading.page
    if len(reading.authors) != 1 or not page.is_short(i) or " " not in page.line(i) or page.raw(i)[-1] == ":":
        return False
    return page.follows_gap(i) and comparable(page.line(i)) == comparable(reading.authors[0].name)


def _is_byline_again(reading: Reading, i: int) -> bool:
    """Tell whether line ``i`` is a by-line of nobody but authors who are known: "Author: Anna Kim"."""
    page = reading.page
    fields = read_byline(page.raw(i)) if reading.authors and page.is_short(i) and len(page.line(i).split()) <= 8 else None
    names = {comparable(found.value) for found in fields or () if found.name == "authors"}
    return bool(names) and names <= {comparable(author.name) for author in reading.authors}


_NUMBER_OF_NOTE = Pattern(r"(?:\([0-9]{1,3}\)|\[[0-9]{1,3}\])(?=\s\S)")
_NUMBER_BEFORE_NOTE = Pattern(r"(?:[•*]\s)?(?P<number>[0-9]{1,3})\.?\s(?=\S)")
_SET_HIGH = Pattern(r"(?<=[^\W\d_][.,;”\"’)])[0-9]{1,3}(?=\s|$)")  # the mark of a note that a copy sets beside its sentence


def _marks_set_high(page: Page, text_end: int) -> frozenset[str]:
    """Return the numbers of notes that are glued to the ends of sentences, in the text that ends with line ``text_end``."""
    return frozenset(mark[0] for mark in _SET_HIGH.finditer(page.text, 0, page.end(text_end))) if text_end >= 0 else frozenset()


def _is_note_of_text(page: Page, i: int, text_end: int, marks: frozenset[str]) -> bool:
    """Tell whether line ``i`` is a note whose number stands in the text that ends with line ``text_end``: in brackets, or among ``marks``."""
    numbered = _NUMBER_BEFORE_NOTE.match(page.raw(i)) if marks else None
    if numbered and numbered["number"] in marks and is_entry(page.raw(i)[numbered.end() :]):
        return True
    number = _NUMBER_OF_NOTE.match(page.raw(i)) if text_end >= 0 else None
    return number is not None and page.text.find(number[0], 0, page.end(text_end)) >= 0


def _is_label(reading: Reading, i: int) -> bool:
    """Tell whether line ``i``, below the text, is no sentence and no entry of a list: what sites print there are labels and headlines."""
    page = reading.page
    if not page.is_short(i) or i in reading.captions or (page.regions(i) & {"table", "caption"} and page.regions(i) & {"article", "main"}):
        return False
    line = page.line(i)
    above = next((j for j in range(i - 1, -1, -1) if reading.is_kept(j)), None)
    is_announced = above is not None and page.text[page.end(above) - 1] == ":"
    is_sentence = SENTENCE_END.search(line) or SENTENCE_WITH_SOURCE.search(line) or line.endswith((":", ",", ";"))
    below = next((j for j in range(i + 1, min(i + 3, page.count)) if reading.is_kept(j)), None)
    if is_address_alone(page.raw(i)) or (heads_sources(line) and below is not None and is_address_alone(page.raw(below))):
        return True  # where a site has its text from
    return not (is_announced or is_sentence or is_marked_note(line) or is_head_of_notes(line))


def _reads_on(line: str) -> bool:
    """Tell whether ``line``, the only one below a text, may be its last sentence without a stop: three words, most of them in small letters."""
    words = line.split()
    if _LIST_OF_TAGS.fullmatch(line):
        return False
    return len(words) >= 3 and sum(word[0].islower() for word in words) > 0.5 * len(words)


_TAG = r"(?-i:[a-zа-яёәіңғүұқөһäöüßéèçşğı])[\w-]{2,24}(?:\s[\w-]{2,24}){0,2}"
_LIST_OF_TAGS = Pattern(rf"{_TAG}(?:,\s{_TAG}){{2,12}}")
