"""What single lines of a page state: by-lines, days, papers, and the lines that state one thing over two."""

from __future__ import annotations

import re

from articles.ingest.boilerplate.shelves import names_shelf
from articles.ingest.credits import AGENCIES, ends_in_labelled_credit
from articles.ingest.dates import PrintedDate, find_dates, is_relative_date, is_whole_day
from articles.ingest.dating import stands_above_rates
from articles.ingest.foot import heads_foot, is_below_contacts
from articles.ingest.notes import is_head_of_notes
from articles.ingest.page import Page
from articles.ingest.people.rows import read_cards_of_authors, read_rows_of_reporters
from articles.ingest.people.signatures import read_behind, state_signature
from articles.ingest.reading import Reading, plain
from articles.ingest.record import Doubt
from articles.ingest.seams import DAY_OF_DUMP
from articles.ingest.statements.beside_dates import read_line_of_date
from articles.ingest.statements.bylines import BYLINE, announces_names, read_byline
from articles.ingest.statements.dates import label_of_date
from articles.ingest.statements.events import lines_of_event
from articles.ingest.statements.field import Field, signed
from articles.ingest.statements.lines import read_statement
from articles.ingest.statements.names import FULL_NAME, has_given_name, is_place_and_day, names_person
from articles.ingest.statements.people import read_name_and_dash, read_name_with_agency, read_names_and_agency, read_person, read_signature
from articles.ingest.statements.provenance import says_what_thesis
from articles.ingest.statements.roles import is_role
from articles.ingest.vocabulary import PAPER_WORDS, REPORTING_CITIES, SECTIONS
from kzarchive.patterns import Pattern

_ADDRESS = Pattern(r"https?://[^\s/]+\.[^\s/]+/\S*")
_CLOCK_AND_LANGUAGE = Pattern(
    r"[0-9]{1,2}[. ][^\W_]{2,10}[. ](?:19|20)[0-9]{2}\s?[/|]\s?[0-9]{2}:[0-9]{2}\s(?:RU|EN|KZ|ҚАЗ|KAZ|РУС|KG|UZ|AZ|TR|DE|FR|CN)"
)
_CLOCK = Pattern(r"\b[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\s?[AP]M)?$")  # a site's, to the second and with the weekday, at the head of its pages
_MONTH_AND_DAY = Pattern(r"[A-Z][a-z]{2,8}\.?\s[0-9]{1,2},?")
_MOST_WORDS_OF_NAMES = 8
_YEAR_ALONE = Pattern(r"(?:19|20)[0-9]{2}")
_PAPER_AND_DAY = Pattern(r"(?P<publication>[^\W\d_a-zа-яё][\w’'&.-]*(?:\s[\w’'&.-]+){1,5})\s\((?P<day>[^()]{6,24})\)")


def _goes_on_below(reading: Reading, i: int) -> bool:
    """Tell whether line ``i`` is a link inside a sentence that goes on in the next line, as where an agency is named: no statement."""
    page = reading.page
    below = i + 1
    signed = read_byline(page.raw(i)) if page.raw(i).startswith("By ") else None
    if signed and any(found.name == "authors" for found in signed) and has_given_name(page.raw(i)):
        return False  # a by-line above a text whose beginning is lost
    is_link = not reading.layer.is_marked_up and below < page.count and not page.follows_gap(below) and page.text[page.start(below)].islower()
    return is_link and len(page.line(i).split()) <= 3 and page.is_prose(below) and page.raw(i)[-1].isalnum()


def _read_year_of_thesis(reading: Reading, i: int) -> bool:
    """Read the year alone on its line, near the one that says for which degree a thesis was handed in."""
    page = reading.page
    if not _YEAR_ALONE.fullmatch(page.raw(i)) or not any(page.is_short(j) and says_what_thesis(page.line(j)) for j in range(max(0, i - 7), i)):
        return False
    year = page.raw(i)
    reading.state_fields(i, [Field("published_on", year, 0, len(year), date=PrintedDate(0, len(year), (year,)))])
    return True


def _read_day_over_two_lines(reading: Reading, i: int) -> bool:
    """Read the day whose year stands in the next line, as in the box that some blogs draw beside a title."""
    page = reading.page
    below = i + 1
    if below >= page.count or not _MONTH_AND_DAY.fullmatch(page.raw(i)) or not _YEAR_ALONE.fullmatch(page.raw(below)) or page.follows_gap(below):
        return False
    printed = page.text[page.start(i) : page.end(below)].replace("\n", " ")
    days = find_dates(printed)
    if len(days) != 1:
        return False
    reading.state_fields(i, [Field("published_on", printed, days[0].start, days[0].end, date=days[0])], last=below)
    return True


def _read_paper_above_name(reading: Reading, i: int) -> bool:
    """Read the paper that a text was taken from, its day in brackets, where the author's name alone stands in the next line."""
    page = reading.page
    below = i + 1
    paper = _PAPER_AND_DAY.fullmatch(page.raw(i)) if below < page.count and not page.follows_gap(below) and len(page.raw(below)) <= 60 else None
    days = find_dates(paper["day"]) if paper else []
    if len(days) != 1 or has_given_name(paper["publication"]):
        return False
    people = read_person(page.raw(below))
    if not people or not (has_given_name(page.raw(below)) or page.raw(below).split()[-1].strip("*").isupper()):
        return False
    day = Field("published_on", paper["day"], *paper.span("day"), date=PrintedDate(*paper.span("day"), days[0].readings, days[0].weekday))
    reading.state_fields(i, [Field("publication", paper["publication"], *paper.span("publication")), day])
    reading.state_fields(below, people)
    return True


_GOES_ON_WITH_NAME = Pattern(r"(?:and|&|und|et|и|ve|және)\s(?=[^\W\d_a-zа-яё])")
_LEADS_TO_NAME = Pattern(r"\s(?:and|&|und|et|и|ve|және)$|,$")


def _read_byline_over_two_lines(reading: Reading, i: int) -> bool:
    """Read the by-line of two persons that is broken before or behind the word between them: "By NAME" above "and NAME"."""
    page = reading.page
    below = i + 1
    if below >= page.count or page.follows_gap(below) or not reading.is_kept(below) or not page.is_short(below):
        return False
    raw, rest = page.raw(i), page.raw(below)
    is_broken = bool(_LEADS_TO_NAME.search(raw)) != bool(_GOES_ON_WITH_NAME.match(rest))
    if not is_broken or len(rest.split()) > _MOST_WORDS_OF_NAMES or not BYLINE.match(raw):
        return False
    fields = read_byline(page.text[page.start(i) : page.end(below)].replace("\n", " "))
    if not fields or sum(found.name == "authors" for found in fields) < 2 or fields[-1].start <= len(raw):
        return False
    reading.state_fields(i, fields, last=below)
    return True


_MOMENT_BEFORE_TITLE = Pattern(r"(?P<moment>[0-2]?[0-9]:[0-5][0-9]\s[0-3][0-9]\.[01][0-9]\.(?:19|20)[0-9]{2})\s(?P<title>\S.{10,200})")
_MOST_LINES_TO_TITLE = 3


def _read_moment_before_title(reading: Reading, i: int) -> bool:
    """Read the hour and the day that an archive of news prints before the headline, which a line above has too: "02:26 14.03.2019 The lamps"."""
    page = reading.page
    found = _MOMENT_BEFORE_TITLE.fullmatch(page.raw(i))
    if not found or not any(page.is_short(j) and found["title"] in page.raw(j) for j in range(max(0, i - _MOST_LINES_TO_TITLE), i)):
        return False
    days = find_dates(found["moment"])
    if len(days) != 1:
        return False
    reading.state_fields(i, [Field("bare_date", found["moment"], days[0].start, days[0].end, date=days[0])])
    return True


def remove_lines_of_event(reading: Reading, head: list[int]) -> None:
    """Leave out the lines above a text that say when and where what it announces is held."""
    page = reading.page
    lines = [i for i in head if reading.is_kept(i) and page.is_short(i)]
    for n in lines_of_event([page.line(i) for i in lines]):
        page.removed[lines[n]] = "event note"


_AGENCY = Pattern(AGENCIES)
_DONE_BY_ANOTHER = frozenset({"approved", "reviewed", "checked", "supervised", "accepted", "examined"})  # above "by", on the first pages of a thesis
_NUMBER_IN_LIST = Pattern(r"[1-9][.)]\s+(?=[^\W\d_])")


def _read_below_label(reading: Reading, i: int) -> bool:
    """Read the agency or person named in line ``i``, right below the label of an author, or of whom it says with a dash what he is."""
    raw = reading.page.raw(i) if reading.is_kept(i) and reading.page.is_short(i) else ""
    with_agency = read_name_with_agency(raw)
    if with_agency:
        reading.state_fields(i, with_agency)
        return True
    if state_signature(reading, i, is_below_text=True):
        return True
    of_agency = signed(raw) if _AGENCY.fullmatch(raw) else None
    fields = of_agency or read_names_and_agency(raw) or read_name_and_dash(raw) or read_behind(_NUMBER_IN_LIST, raw)
    if fields:
        reading.state_fields(i, fields)
    return bool(fields)


_LABEL_OF_SEVERAL = Pattern(r"(?:authors|author\(s\)|auteure?s|auteur\(s\)|autoren|autorinnen|авторы|авторлары|yazarlar)\s?:?", re.I)
_MOST_AUTHORS = 6


def _read_further_below_label(reading: Reading, label: int) -> None:
    """Read the second and further authors, each by name on a line in one block below a label in the plural."""
    page = reading.page
    if not _LABEL_OF_SEVERAL.fullmatch(page.line(label)):
        return
    for i in range(label + 2, min(page.count, label + 1 + _MOST_AUTHORS)):
        if not page.is_short(i) or page.follows_gap(i) or not reading.is_kept(i) or not names_person(page.raw(i)):
            return
        reading.state_fields(i, [Field("authors", page.raw(i), 0, len(page.raw(i)))])


_NAME_AND_DAY = Pattern(r"(?:(?:Dr|Prof|Doç)\.\s){0,3}[^\W\d_a-z][^()]{4,40}\s\((?P<day>[^()]{6,20})\)")


def _leave_out_entry_of_list(reading: Reading, i: int) -> bool:
    """Leave out who wrote another text, and when, below its headline with the mark of a list: "• The ferry", "NAME (3.9.2007)"."""
    page = reading.page
    entry = _NAME_AND_DAY.fullmatch(page.raw(i)) if i and page.is_short(i) and page.raw(i - 1)[0] in "•·▪" and page.is_short(i - 1) else None
    if not entry or not find_dates(entry["day"]):
        return False
    page.removed[i - 1] = page.removed[i] = "related links"
    return True


_NAME_AND_HOUSE = Pattern(rf"(?P<name>{FULL_NAME.pattern}),\s(?P<house>[^\W\d_a-zа-яё][\w.&’'-]{{2,30}}(?:\s[^\W\d_a-zа-яё][\w.&’'-]*){{0,2}})")


def _read_name_and_house_above_day(reading: Reading, i: int) -> bool:
    """Read the reporter and his paper in a line right above the day in the head of a page: "NAME, Lighthouse", "13 May 2024, 19:05"."""
    page = reading.page
    below = i + 1
    may_sign = not reading.authors and page.is_short(i) and below < page.count and page.is_short(below) and not BYLINE.match(page.raw(i))
    signed = _NAME_AND_HOUSE.fullmatch(page.raw(i)) if may_sign else None
    if signed and is_role(signed["house"]):
        return False
    days = find_dates(page.raw(below)) if signed and names_person(signed["name"]) and not names_person(signed["house"]) else []
    if len(days) != 1 or days[0].start or signed["house"].upper() in REPORTING_CITIES:
        return False
    house = signed["house"]
    name = Field("authors", signed["name"], *signed.span("name"), affiliation=house)
    reading.state_fields(i, [Field("byline", page.raw(i), 0, len(page.raw(i))), name])
    return True


def below_known(reading: Reading, tail: list[int]) -> list[int]:
    """Return the lines of ``tail`` that may state something: in the foot of a page none says who wrote the text, or when, if its head does."""
    page = reading.page
    known = {"authors"} if reading.authors or _names_stand_in_head(reading) else set()
    is_dated = any(found.strength >= 2 and not stands_above_rates(page, found) for found in reading.dates)
    known |= {"published_on", "bare_date"} if is_dated else set()

    cards = _cards_of_others(reading, tail)

    def is_of_another(i: int) -> bool:
        if page.raw(i).startswith(("//", "Published in ")):  # an agency's signature with the day of its report, or the paper's own
            return False
        if i in cards or ("authors" in known and announces_names(page.raw(i))):
            return True
        fields = read_statement(page.raw(i)) or read_person(page.raw(i)) or read_line_of_date(page.raw(i)) or ()
        return any(field.name in known or (field.name == "authors" and is_below_contacts(page, i)) for field in fields)

    return [i for i in tail if not page.is_short(i) or not is_of_another(i)]


_MOST_LINES_OF_NAMES = 60


def _names_stand_in_head(reading: Reading) -> bool:
    """Tell whether a line of nothing but the names of two persons or more, all given names known, stands above the text beside a day."""
    page = reading.page
    if reading.layer.is_marked_up:
        return False
    first = next((i for i in page.kept() if page.is_prose(i)), page.count)
    for i in range(1, min(first, _MOST_LINES_OF_NAMES, page.count - 1)):
        if not page.is_short(i) or not reading.is_kept(i) or not any(page.is_short(j) and is_whole_day(page.raw(j)) for j in (i - 1, i + 1)):
            continue
        people = [field for field in read_person(page.raw(i)) or () if field.name == "authors"]
        if len(people) >= 2 and all(has_given_name(field.value) for field in people):
            return True
    return False


_LEAST_CARDS = 2
_MOST_LINES_OF_CARDS = 160
_LEAST_WORDS_OF_HEADLINE = 3


def _cards_of_others(reading: Reading, tail: list[int]) -> frozenset[int]:
    """Return the by-lines from the first line of ``tail`` on that say who wrote other texts, be they in ``tail`` or further down.

    Right above a day, if two or more stand so; and right below a headline, if two or more do, or a shelf of other texts begins above.
    """
    page = reading.page
    if not tail:
        return frozenset()
    lines = range(tail[0], min(page.count, tail[0] + _MOST_LINES_OF_CARDS))
    signed = [i for i in lines if page.is_short(i) and BYLINE.match(page.raw(i))]
    dated = [i for i in signed if i + 1 < page.count and page.is_short(i + 1) and is_whole_day(page.raw(i + 1))]
    titled = [i for i in signed if i > tail[0] and not page.follows_gap(i) and _may_be_headline_of_card(page, i - 1)]
    if len(titled) < _LEAST_CARDS:
        shelf = next((i for i in lines if page.is_short(i) and (heads_foot(page, i) or names_shelf(page.line(i)))), page.count)
        titled = [i for i in titled if i - 1 > shelf]
    return frozenset((*(dated if len(dated) >= _LEAST_CARDS else ()), *titled))


def _may_be_headline_of_card(page: Page, i: int) -> bool:
    """Tell whether line ``i`` may be the headline of another text: three words or more that are no sentence and state nothing."""
    if not page.is_short(i) or page.is_prose(i) or len(page.line(i).split()) < _LEAST_WORDS_OF_HEADLINE or page.raw(i)[-1] in ".:;,":
        return False
    return read_statement(page.raw(i)) is None and read_person(page.raw(i)) is None


_NUMBER_OF_NOTE = Pattern(r"(?:\[[0-9]{1,3}\]|[0-9]{1,3}\.)\s\S")


def _stands_among_notes(reading: Reading, i: int) -> bool:
    """Tell whether line ``i``, with the number of a note, stands below running text, their heading or another: what it names it does not state."""
    page = reading.page
    above = i - 1
    if page.raw(i)[0] == "[":
        return any(page.is_prose(j) for j in range(max(0, i - 8), i))
    return i > 0 and (is_head_of_notes(page.line(above)) or (page.is_short(above) and bool(_NUMBER_OF_NOTE.match(page.raw(above)))))


def read_statements(reading: Reading, lines: list[int]) -> None:
    """Note what each of ``lines`` states, where it is a line of statements as a whole."""
    last_signed = reading.page.count
    for i in lines:
        if not reading.is_kept(i) or not reading.page.is_short(i):
            continue
        if (
            i in reading.body_starts
            or _goes_on_below(reading, i)
            or (not reading.layer.is_marked_up and ends_in_labelled_credit(reading.page.raw(i)))
            or (_NUMBER_OF_NOTE.match(reading.page.raw(i)) and _stands_among_notes(reading, i))
        ):
            continue
        if _read_year_of_thesis(reading, i) or _read_day_over_two_lines(reading, i) or _read_paper_above_name(reading, i):
            continue
        if (
            _read_moment_before_title(reading, i)
            or read_rows_of_reporters(reading, i)
            or _read_byline_over_two_lines(reading, i)
            or (not reading.authors and read_cards_of_authors(reading, i))
        ):
            continue
        if i == 0 and (dumped := DAY_OF_DUMP.fullmatch(reading.page.raw(i))):
            printed = find_dates(dumped["date"])
            if printed:
                reading.state_fields(i, [Field("bare_date", dumped["date"], *dumped.span("date"), date=printed[0])])
                continue
        if _ADDRESS.fullmatch(reading.page.raw(i)) and any(map(reading.page.is_prose, range(i + 1, min(i + 30, reading.page.count)))):
            if i <= 2 and "source_url" not in reading.values:  # what the browser showed above the page
                reading.state_line("source_url", i)
            elif not reading.spans.get("title"):
                reading.page.removed[i] = "address of the page"
            continue
        if i and reading.page.line(i - 1).casefold() in _DONE_BY_ANOTHER and reading.page.line(i).casefold() == "by":
            continue
        if announces_names(reading.page.raw(i)) and i + 1 < reading.page.count and _read_below_label(reading, i + 1):
            reading.page.removed[i] = "field label"
            _read_further_below_label(reading, i)
            continue
        if _leave_out_entry_of_list(reading, i) or _read_name_and_house_above_day(reading, i):
            continue
        if i == 0 and _CLOCK_AND_LANGUAGE.fullmatch(reading.page.raw(i)):  # a site's, beside the switch to its other language
            reading.page.removed[i] = "day of the copy"
            continue
        if i == 1 and _is_post_below_dump(reading):
            reading.page.removed[i] = "role of the author"
            continue
        if _heads_interview(reading.page, i):
            continue
        fields = read_statement(reading.page.raw(i))
        if fields is None and ".byline" in reading.page.regions(i) and (not reading.authors or i - last_signed <= 3):
            last_signed = i
            fields = read_line_of_date(reading.page.raw(i)) if not reading.dates and len(find_dates(reading.page.raw(i))) == 1 else None
            if fields is None and state_signature(reading, i, is_below_text=True):
                continue
            fields = fields or (read_signature(reading.page.raw(i)) if not reading.authors else None)
        if fields is None:
            continue
        label = (
            label_of_date(reading.page.line(i - 1)) if i and len(fields) == 1 and fields[0].name == "bare_date" and reading.is_kept(i - 1) else None
        )
        if label:  # a table of data: the label in one cell, the date in the next
            date = fields[0]
            fields = [Field(label, date.value, date.start, date.end, date=date.date if label == "published_on" else None)]
            reading.page.removed[i - 1] = "field label"
        if i == 0 and _CLOCK.search(reading.page.raw(i)) and fields[0].date and fields[0].date.weekday is not None and len(fields) == 1:
            reading.page.removed[i] = "day of the copy"
            continue
        reading.state_fields(i, fields)


_INTERVIEW = Pattern(r"(?:interview|интервью|сұхбат|entretien|röportaj)\s?:\s\S", re.I)
_MOST_LINES_OF_HEAD = 60


def _heads_interview(page: Page, i: int) -> bool:
    """Tell whether line ``i``, "Interview: NAME", stands near the head of the page twice, in the path and as the headline: it names who answers."""
    if not _INTERVIEW.match(page.raw(i)):
        return False
    return sum(page.is_short(j) and page.raw(j) == page.raw(i) for j in range(min(page.count, _MOST_LINES_OF_HEAD))) > 1


def _is_post_below_dump(reading: Reading) -> bool:
    """Tell whether the second line, below the day of a dump, says in small letters what an author is whom the copy does not name."""
    page = reading.page
    line = page.line(1)
    is_apart = page.count > 2 and page.follows_gap(2) and bool(DAY_OF_DUMP.fullmatch(page.raw(0)))
    return is_apart and line[0].islower() and line[-1].isalnum() and is_role(line) and page.is_prose(2)


def read_lines_of_dates(reading: Reading, head: list[int]) -> None:
    """Read the lines of the head that hold a date beside other things."""
    relative = None
    for i in head:
        if not reading.is_kept(i) or not reading.page.is_short(i) or reading.page.is_prose(i) or i in reading.body_starts:
            continue
        raw = reading.page.raw(i)
        if not reading.layer.is_marked_up and ends_in_labelled_credit(raw):  # a caption with the day of its picture
            continue
        if is_relative_date(raw):
            reading.page.removed[i] = "relative date"
            relative = relative or raw
            continue
        if is_place_and_day(raw):
            reading.state_fields(i, [Field("dateline", raw, 0, len(raw))])
            continue
        fields = read_line_of_date(raw)
        if fields:
            place = next((found for found in fields if found.name == "section_beside_date"), None)
            if place and place.start == 0 and len(fields) == 2 and len(place.value) > 3 and raw[place.end : fields[0].start].strip() == ",":
                if place.value.casefold() in SECTIONS:  # "Press release, day"
                    reading.state_fields(i, _with_section(fields))
                    continue
                if re.search(r"\b[0-9]{1,2}:[0-9]{2}\b", raw):  # a day with its hour is when the page came out
                    reading.state_fields(i, [fields[0]])
                    continue
                if any(word in PAPER_WORDS for word in place.value.split()):  # "PAPER, day"
                    reading.state_fields(i, [Field("publication", place.value, place.start, place.end), fields[0]])
                    continue
                reading.stated.add(i)
                reading.note(Field("dateline", raw, 0, len(raw)), reading.page.start(i))
                continue
            reading.state_fields(i, _with_section(fields))
    if relative and not reading.dates:
        reading.doubts.append(Doubt("relative-date", f"The capture is dated “{plain(relative)}”, counted from a day that it does not name."))


def _with_section(fields: list[Field]) -> list[Field]:
    """Return ``fields`` without the words beside a date that are nothing; those that name a section are one."""
    return [
        Field("section", found.value, found.start, found.end) if found.name == "section_beside_date" else found
        for found in fields
        if found.name != "section_beside_date" or found.value.casefold() in SECTIONS
    ]


def read_lines_below(reading: Reading, tail: list[int]) -> None:
    """Read the lines under the text that hold a labelled date or a by-line beside other things, as the feet of blogs do."""
    for i in tail[:12]:
        if reading.is_kept(i) and reading.page.is_short(i) and not reading.page.is_prose(i):
            fields = read_line_of_date(reading.page.raw(i)) or ()
            place = next((found for found in fields if found.name == "section_beside_date"), None)
            if place and len(fields) == 2 and any(word in PAPER_WORDS for word in place.value.split()):  # "PAPER, day"
                day = next(found for found in fields if found.date)
                day = Field("published_on", day.value, day.start, day.end, date=day.date)
                reading.state_fields(i, [Field("publication", place.value, place.start, place.end), day])
                continue
            has_author = any(found.name == "authors" for found in fields) and not reading.authors
            if has_author or any(found.name == "published_on" for found in fields):
                fields = [found for found in fields if found.name != "section_beside_date"]
                labelled = any(found.name == "published_on" for found in fields)
                reading.state_fields(i, [Field("update_date", f.value, f.start, f.end) if labelled and f.name == "bare_date" else f for f in fields])
