"""The dateline that opens a text: parted from its first sentence, with the author or the agency that it names."""

from __future__ import annotations

import re

from articles.ingest.dates import find_dates
from articles.ingest.reading import Reading, plain
from articles.ingest.statements.datelines import is_town_and_country, is_whole_dateline, read_dateline, read_town_in_capitals
from articles.ingest.statements.field import Field, date_field
from articles.ingest.statements.names import names_person
from articles.ingest.statements.people import read_person
from articles.ingest.vocabulary import REPORTING_CITIES
from kzarchive.patterns import Pattern

_TOWNS = frozenset(town.replace("-", " ") for town in REPORTING_CITIES)


def _opens_alone(reading: Reading, i: int) -> bool:
    """Tell whether no paragraph close below line ``i`` opens with capitals before a dash as well, as the turns of a conversation do."""
    page = reading.page
    below = (j for j in range(i + 1, min(page.count, i + 12)) if reading.is_kept(j) and page.is_prose(j))
    return page.is_prose(i) and not any(read_town_in_capitals(page.text[page.start(j) : min(page.end(j), page.start(j) + 200)]) for j in below)


def _first_of_text(reading: Reading) -> int | None:
    """Return the first paragraph that is kept and is no caption; None if there is none."""
    page = reading.page
    return next((i for i in range(page.count) if reading.is_kept(i) and page.is_prose(i) and i not in reading.captions), None)


def _yields_to_text(reading: Reading) -> bool:
    """Tell whether the dateline read so far is the town beside an author, and the text opens with one of its own; it is given up then."""
    page = reading.page
    start, end = reading.spans["dateline"][0]
    is_beside = any(-3 <= start - stop <= 3 or -3 <= begin - end <= 3 for begin, stop in reading.spans.get("byline", ()))
    first = _first_of_text(reading)
    if not is_beside or first is None or not read_dateline(page.text[page.start(first) : min(page.end(first), page.start(first) + 400)]):
        return False
    reading.take_back("dateline")
    reading.remove_stretch(start, end, "field label")
    return True


_DAY_AND_SIGN = Pattern(r"\s?(?::|—|–|--)(?:\s?--)?\s+(?=[«“\"]?[^\W\d_a-zа-яё])")
_ENGLISH_DAY = Pattern(r"(?:[A-Z][a-z]{2,8}\.?\s[0-9]{1,2},\s|[0-9]{1,2}\s[A-Z][a-z]{2,8}\s)(?:19|20)[0-9]{2}")


def _part_day_before_text(reading: Reading) -> bool:
    """Part the day from the sentence that it opens, with a sign and no town: "October 9, 2013: The navy ...", "Nov. 17, 2005 — -- It was ..."."""
    page = reading.page
    first = _first_of_text(reading)
    if reading.layer.is_marked_up or first is None or first in reading.body_starts or reading.dates:
        return False
    begin = page.text[page.start(first) : min(page.end(first), page.start(first) + 60)]
    day = _ENGLISH_DAY.match(begin)
    sign = _DAY_AND_SIGN.match(begin, day.end()) if day else None
    found = find_dates(day[0]) if sign else []
    if len(found) != 1:
        return False
    start = page.start(first)
    reading.note(Field("bare_date", day[0], 0, day.end(), date=found[0]), start)
    reading.body_starts[first] = start + sign.end()
    reading.remove_stretch(start + day.end(), start + sign.end(), "dateline mark")
    return True


def part_dateline(reading: Reading) -> None:
    """Part the dateline from the paragraph it opens, if one of the first three lines of the body has one."""
    page = reading.page
    if "dateline" not in reading.values and _part_day_before_text(reading):
        return
    if "dateline" in reading.values and not _yields_to_text(reading):
        _leave_out_agency_below(reading)
        return
    seen = 0
    for i in range(page.count):
        if not reading.is_kept(i):
            continue
        seen += 1
        if seen > 3:
            return
        begin = reading.body_starts.get(i, page.start(i))  # behind the day of a dump
        is_behind_author = any(0 <= begin - end <= 1 for _, end in reading.spans.get("byline", ()))
        if (i in reading.body_starts and i and not is_behind_author) or i in reading.body_ends:
            continue
        if seen == 1 and page.text.startswith("Excerpt: ", begin):
            begin += len("Excerpt: ")
            reading.begin_body(i, begin, "field label")
        found = read_dateline(page.text[begin : min(page.end(i), begin + 400)])
        if not found and seen == 1 and _opens_alone(reading, i):
            found = read_town_in_capitals(page.text[begin : min(page.end(i), begin + 400)])
        if (
            not found
            and seen == 1
            and page.is_short(i)
            and (page.line(i).upper().replace("-", " ") in _TOWNS or is_whole_dateline(page.raw(i)) or is_town_and_country(page.line(i)))
        ):
            reading.state_line("dateline", i)
            _leave_out_agency_below(reading)
            return
        alone = _TOWN_AND_LETTERS.fullmatch(page.raw(i)) if not found and seen == 1 and page.is_short(i) else None
        if alone and alone["town"].upper() in _TOWNS:
            reading.state_line("dateline", i)
            return
        if not found and seen == 1 and _is_town_with_comma(reading, i):
            town = page.raw(i)[:-1]
            reading.state_fields(i, [Field("dateline", town, 0, len(town))])
            return
        if not found and seen <= 2 and _part_town_in_brackets(reading, i, begin):
            return
        if not found and seen == 1 and _part_paper_and_reporter(reading, i, begin):
            return
        if not found:
            continue
        if _SAYS_WHAT_TOWN_IS.match(page.text, begin, min(page.end(i), begin + 400)):
            return
        _part_from_text(reading, i, begin, begin + found[0], begin + found[1])
        return


# "Актау – ворота Каспия. ...": a sentence of Russian and Kazakh without a verb, of a few words; a report begins with a longer one.
_WORD_OF_NAME = r"(?!\w+(?:ды|ді|ты|ті|ла|ло|ли|лся|ет|ит|ют|ят|ется)\b)[\w«»-]+"
_SAYS_WHAT_TOWN_IS = Pattern(rf"[А-ЯЁӘІҢҒҮҰҚӨҺ][а-яёәіңғүұқөһ-]+(?:\s[А-ЯЁ][а-яё]+)?\s[–—-]\s(?:{_WORD_OF_NAME}\s){{1,7}}{_WORD_OF_NAME}\.\s")


def _part_from_text(reading: Reading, i: int, start: int, end: int, text_begins: int) -> None:
    """Part the dateline that stands in line ``i`` from ``start`` to ``end`` from the text behind it, and from the author whom either names."""
    page = reading.page
    may_name = not reading.authors and "byline" not in reading.values  # an author who is known already is not asked for again
    signed = re.search(r"\s/([^/]{4,60})/$", page.text[start:end])
    people = read_person(signed[1]) if signed and may_name else None
    if people:  # "CITY. Day. Agency /NAME/ -"
        for person in people[1:]:
            reading.note(person, start + signed.start(1))
        printed = (start + signed.start() + 1, end)
        reading.values["byline"] = plain(page.text[slice(*printed)])
        reading.spans["byline"] = [printed]
        reading.remove_stretch(end, text_begins, "dateline mark")
        end = start + signed.start()
    named = re.match(r",\s([^,.]{4,40})\.\s", page.text[end:text_begins]) if may_name and not people else None
    if named and (people := read_person(named[1])):  # "CITY, day — Agency, NAME."
        at = end + named.start(1)
        for person in people:
            reading.note(person, at)
        reading.remove_stretch(end, at, "dateline mark")
        reading.remove_stretch(at + len(named[1]), text_begins, "dateline mark")
    reading.values["dateline"] = plain(page.text[start:end])
    reading.spans["dateline"] = [(start, end)]
    _read_day_of_release(reading, start, end)
    reading.body_starts[i] = text_begins
    if not people:
        reading.remove_stretch(end, text_begins, "dateline mark")


_OF_RELEASES = Pattern(
    r"/\s?(?:PR ?Newswire|CNW(?: Group)?|PRN|EZ ?Newswire|EIN ?Presswire(?:\.com)?|ACN ?Newswire)\b[^/]{0,30}/|\(?(?:BUSINESS WIRE|"
    r"GLOBE ?NEWSWIRE|ACCESSWIRE)\)?",
    re.I,
)


_OF_CONFEDERATION = Pattern(r"(?:Bern|Berne|Berna),\s[0-9]{2}\.[0-9]{2}\.(?:19|20)[0-9]{2}$")  # how Swiss offices date what they release
_CALLED_RELEASE = Pattern(
    r"(?:press|news|media) release|communiqué de presse|(?:presse|medien)mitteilung|basın (?:açıklaması|bülteni)|пресс-релиз", re.I
)
_MOST_LINES_OF_NAME = 4


def _is_called_release(reading: Reading, start: int) -> bool:
    """Tell whether one of the first lines of the page, above the dateline, calls the text a release and says nothing else."""
    page = reading.page
    lines = (page.line(i) for i in range(min(page.count, _MOST_LINES_OF_NAME)) if page.start(i) < start and page.is_short(i))
    return any(_CALLED_RELEASE.fullmatch(line.rstrip(" :")) for line in lines)


def _read_day_of_release(reading: Reading, start: int, end: int) -> None:
    """Read the day in the dateline of a house that passes on the releases of others: it prints the day on which it does so."""
    dateline = reading.page.text[start:end]
    is_release = (
        _OF_RELEASES.search(dateline) or _OF_CONFEDERATION.match(dateline) or (_ENGLISH_DAY.search(dateline) and _is_called_release(reading, start))
    )
    days = find_dates(dateline) if is_release and not reading.dates else []
    if days and not days[0].is_ambiguous:
        reading.note(date_field(dateline, days[0], name="issue_date"), start)


_AGENCY_WITH_COLON = Pattern(r"[^\W\d_a-zа-яё][\w.]{1,20}(?:\s[\w.]{2,20})?\s?:")


def _leave_out_agency_below(reading: Reading) -> None:
    """Leave out the agency with a colon that stands alone between a dateline of its own line and the text."""
    page = reading.page
    start = reading.spans["dateline"][0][0]
    i = next((i for i in range(page.count) if page.start(i) > start), page.count)
    is_between = i + 1 < page.count and reading.is_kept(i) and page.start(i - 1) == start and page.is_prose(i + 1)
    if is_between and page.is_short(i) and _AGENCY_WITH_COLON.fullmatch(page.raw(i)) and page.follows_gap(i) and page.follows_gap(i + 1):
        page.removed[i] = "dateline mark"


_TOWN_IN_BRACKETS = Pattern(r"\((?P<town>[^\W\d_a-zа-яё][\w’'-]{2,}(?:\s[^\W\d_a-zа-яё][\w’'-]+)?)\)\s(?=[^\W\d_a-zа-яё«“\"])")


def _part_town_in_brackets(reading: Reading, i: int, begin: int) -> bool:
    """Part the town that opens a report in brackets, "(CITY) The report": an agency's town, or one that the text names again."""
    page = reading.page
    found = _TOWN_IN_BRACKETS.match(page.text[begin : min(page.end(i), begin + 80)]) if page.is_prose(i) else None
    town = found["town"] if found else ""
    if not found or (town.upper().replace("-", " ") not in _TOWNS and page.text.find(town, begin + found.end()) < 0):
        return False
    reading.begin_body(i, begin + found.end(), "dateline mark")
    reading.note(Field("dateline", town, *found.span("town")), begin)
    return True


_PAPER_AND_REPORTER = Pattern(r"(?P<paper>[^\W\d_a-zа-яё][^/–—.,;:-]{1,30}?)\s/\s(?P<name>[^/–—.,;:]{5,40}?)\s[–—-]\s(?=[^\W\d_a-zа-яё«“\"])")


def _part_paper_and_reporter(reading: Reading, i: int, begin: int) -> bool:
    """Part the paper and its reporter from the first sentence: "The Lighthouse / NAME - The text"."""
    page = reading.page
    found = _PAPER_AND_REPORTER.match(page.text[begin : min(page.end(i), begin + 120)]) if page.is_prose(i) else None
    if not found or reading.authors or "byline" in reading.values or not names_person(found["name"]):
        return False
    printed = found.end("name")
    for name, value, start in (("byline", page.text[begin : begin + printed], 0), ("authors", found["name"], found.start("name"))):
        reading.note(Field(name, value, start, printed), begin)
    if "publication" not in reading.values and found["paper"].upper() not in _TOWNS:
        reading.note(Field("publication", found["paper"], *found.span("paper")), begin)
    reading.begin_body(i, begin + found.end(), "field label")
    return True


# "Ankara-ABC", "Berlin (abc)": the town and the letters of an agency.
_TOWN_AND_LETTERS = Pattern(r"(?P<town>[^\W\d_]{3,20})(?:\s?-\s?[^\W\d_a-zçğıöşü]{2,5}|\s\([^\W\d_]{2,8}\))")
_TOWN_AND_COMMA = Pattern(r"(?P<town>[^\W\d_a-zа-яё][\w’'-]*(?:\s[^\W\d_a-zа-яё][\w’'-]*)?)(?:,\s[^\W\d_a-zа-яё][\w’' -]{2,30})?,")


def _is_town_with_comma(reading: Reading, i: int) -> bool:
    """Tell whether line ``i`` is a known town, perhaps with its state, and a comma behind which the day was lost; the text begins right below."""
    page = reading.page
    found = _TOWN_AND_COMMA.fullmatch(page.raw(i)) if reading.length(i) <= 60 and not reading.layer.is_marked_up else None
    is_known = bool(found) and found["town"].upper().replace("-", " ") in _TOWNS
    return is_known and i + 1 < page.count and not page.follows_gap(i + 1) and reading.is_kept(i + 1) and page.is_prose(i + 1)
