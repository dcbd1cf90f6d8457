"""Datelines: the place, day and agency before a dash at the head of a text."""

from __future__ import annotations

import re

from articles.ingest.dates import find_dates
from articles.ingest.statements.field import LONGEST_STATEMENT
from articles.ingest.statements.names import LOWER, NAME, has_given_name
from articles.ingest.vocabulary import MENU_WORDS, NO_NAMES, REPORTING_CITIES, SENTENCE_OPENERS
from kzarchive.patterns import Pattern

_LONGEST_DATELINE = 120

_DASH = Pattern(r"\s*(?:—|–|--|(?<=\s)[-|])(?=\s)\s*|\s*—\s*|(?<=\))\s?:\s+|(?<=\)\s)-(?=[«“„\"])")
_CAPITALS = Pattern(r"[^\W\d_a-zа-яёәғқңөұүһі]{2,}(?:[\s’'-][^\W\d_a-zа-яёәғқңөұүһі]{2,}){0,3}")
_PLACE = Pattern(r"[^\W\d_a-zа-яё][\w'’-]*(?:[\s-][^\W\d_a-zа-яё][\w'’-]*){0,2}")
_DAY_WITHOUT_YEAR = Pattern(
    r"(?:[0-9]{1,2}\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?(?:\s{1,2}[0-9]{1,2})?$|"
    r"[0-9]{1,2}\s(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|қаңтар|ақпан|наурыз|сәуір|мамыр|"
    r"маусым|шілде|тамыз|"
    r"қыркүйек|қазан|қараша|желтоқсан)$",
    re.I,
)

_TOWNS_IN_CAPITALS = "|".join(sorted(REPORTING_CITIES))
_TOWNS = "|".join(sorted(town.title() for town in REPORTING_CITIES))
SHORT_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
MONTH_NAMES = "January|February|March|April|May|June|July|August|September|October|November|December"
# Without a dash: a town and letters of an agency, or a town in capitals and a day, and a full stop.
_STOPPED_DATELINE = Pattern(
    rf"(?P<dateline>{_PLACE.pattern}\s\([a-zа-я/]{{2,12}}\))[.:]\s+(?=[^\W\d_{LOWER}])|"
    rf"(?P<slashed>{_CAPITALS.pattern}[,.]\s(?:[^/.]{{0,24}}[,.]\s)?/[^/]{{2,30}}/)\.?\s(?=[^\W\d_{LOWER}«“\"])|"
    rf"(?P<town>{_TOWNS_IN_CAPITALS})\s?:\s+(?=[^\W\d_{LOWER}«“\"])|"
    rf"(?P<papered>{_PLACE.pattern},\s(?:[0-9]{{1,2}}\s(?:{MONTH_NAMES})|(?:{MONTH_NAMES})\s[0-9]{{1,2}}),\s{_PLACE.pattern})\.\s+(?=[^\W\d_{LOWER}«“\"])|"
    rf"(?P<stroke>/[A-Z][\w-]{{2,20}}\.(?i:net|com|org|am|az|ge|kz|ru|info)/)\s+(?=[^\W\d_{LOWER}«“\"])|"
    rf"(?P<glued>{_PLACE.pattern}(?<=[{LOWER}])(?:{_TOWNS_IN_CAPITALS}))\s?[:—–-]\s+(?=[^\W\d_{LOWER}«“\"])|"  # "Daily GazetteSEOUL : "
    rf"(?P<german>(?:{_TOWNS}))\.\s(?=(?:Der|Die|Das|Ein|Eine|Im|In|Am|Mit|Nach|Für|Auf|Bei|Vor|Zum|Zur|Es|Er|Sie|Wenn|Als)\s)|"
    rf"(?P<city>(?:{_TOWNS})\s?):\s(?=[^\W\d_{LOWER}«“\"])|"
    rf"(?P<between>{_PLACE.pattern}(?:\s?[-–,.]\s?|\s)[0-9]{{1,2}}\s[^\W\d_]{{3,10}}(?:\s[0-9]{{4}}(?:\sг\.?)?)?[,.]?\s?/[^/]{{2,30}}/)\.?\s[-–—]?\s?"
    rf"(?=[^\W\d_{LOWER}«“\"])|"
    rf"(?P<agency>(?:{_TOWNS_IN_CAPITALS})\.\s{{1,2}}(?:(?:{SHORT_MONTHS})[a-z]{{0,6}}\s[0-9]{{1,2}}\.\s{{1,2}})?[^\W\d_a-zа-яёәғқңөұүһі]{{4,}})\s(?=[^\W\d_{LOWER}])|"
    rf"(?P<wire>{_CAPITALS.pattern}(?:/{_CAPITALS.pattern})?,\s(?:[0-9]{{1,2}}\s[^\W\d_]{{3,9}}|(?:{MONTH_NAMES})\s[0-9]{{1,2}})\.?\s?[-–—]\s?[^\W\d_][\w-]*(?:\s[^\W\d_{LOWER}][\w-]*)?)"
    rf"(?:,\s{NAME.pattern})?\.\s+(?=[^\W\d_{LOWER}«“\"])|"
    rf"(?P<desk>(?:{_TOWNS})\.\s[0-9]{{1,2}}\s[^\W\d_]{{3,10}}\.\s"
    rf"(?-i:[^\W\d_{LOWER}])[^\W_]{{2,20}}(?:\s[^\W_]{{2,20}}){{0,2}}\.)\s+(?=[^\W\d_{LOWER}«“\"])|"
    rf"(?P<dated>{_CAPITALS.pattern},\s(?:{_PLACE.pattern},\s)?(?:[0-9]{{1,2}}\s[^\W\d_]{{3,10}}|(?:{MONTH_NAMES})\s[0-9]{{1,2}})\.)\s+(?=[^\W\d_{LOWER}])|"
    rf"(?P<monthed>(?:{MONTH_NAMES})\s[0-9]{{1,2}},\s{_PLACE.pattern})\.\s+(?=[^\W\d_{LOWER}][{LOWER}])|"
    rf"(?P<wired>{_CAPITALS.pattern}(?:,\s{_PLACE.pattern}|,\s{_CAPITALS.pattern})?,\s(?i:{MONTH_NAMES}|{SHORT_MONTHS})\.?\s[0-9]{{1,2}},\s(?:19|20)[0-9]{{2}}\s"
    rf"(?:/[^/]{{2,30}}/\s--|--\s\([^()]{{2,30}}\)|\([^()]{{2,30}}\)\.?\s?-{{1,2}}))\s+(?=[^\W\d_{LOWER}«“\"])|"
    rf"(?P<state>{_CAPITALS.pattern},\s{_PLACE.pattern}):\s+(?=[^\W\d_{LOWER}«“\"])|"
    rf"(?P<house>\[(?!UPDATE|VIDEO|PHOTO|AUDIO|WATCH)[A-Z]{{3,12}}\]|\((?:AP|AA|[A-Z]{{3,8}})\))\s+(?=[^\W\d_{LOWER}][{LOWER}])|"
    rf"(?P<bracketed>(?:{_PLACE.pattern}(?:,\s{_PLACE.pattern})?,\s(?:(?:{SHORT_MONTHS})[a-z]{{0,6}}\.?\s[0-9]{{1,2}}|"
    rf"[0-9]{{1,2}}\s(?:{SHORT_MONTHS})[a-z]{{0,6}}\.?)(?:,?\s[0-9]{{4}})?|{_TOWNS_IN_CAPITALS})\s\([A-Z][^()]{{1,30}}\))\s+(?=[^\W\d_{LOWER}«“\"])|"
    rf"(?P<reported>{_PLACE.pattern},\s(?:(?:{MONTH_NAMES})\s[0-9]{{1,2}}|[0-9]{{1,2}}\s(?:{MONTH_NAMES}))):\s+(?=[^\W\d_{LOWER}«“\"])"
)
# A town that is in no list, in capitals before a dash and a sentence: "KURYK — The harbour ...".
_CAPITALS_BEFORE_DASH = Pattern(rf"(?P<town>{_CAPITALS.pattern})(?P<dash>\s[—–-]{{1,2}}\s|—)(?=[«“\"]?[^\W\d_{LOWER}])")
# ... and one with an agency's letters: "Kuryk, ST - The harbour ...".
_TOWN_AND_HOUSE = Pattern(
    rf"(?P<town>[^\W\d_{LOWER}][{LOWER}’'-]+(?:\s[^\W\d_{LOWER}][{LOWER}’'-]+)?),\s(?P<house>[A-Z]{{2,6}})\s[—–-]{{1,2}}\s(?=[«“\"]?[^\W\d_{LOWER}])"
)
_LETTERS_OF_POSTS = frozenset({"CEO", "CFO", "COO", "CTO", "MP", "MEP", "MD", "PHD", "QC", "KC", "JD", "MBA", "BA", "MA", "LLM", "RN"})
_IN_CAPITALS = frozenset({"UNESCO", "UNICEF", "ASEAN", "BRICS", "INTERPOL", "EUROPOL", "TURKSOY", "EURATOM", "ECOSOC"})


def read_town_in_capitals(line: str) -> tuple[int, int] | None:
    """Return what read_dateline does for a line that opens with words in capitals, five letters at least, before a dash and a sentence.

    For the first line of a text only: further down headings and speakers stand so too.
    """
    house = _TOWN_AND_HOUSE.match(line)
    if house and not has_given_name(house["town"]) and house["house"] not in _LETTERS_OF_POSTS and house["town"].split()[0] not in SENTENCE_OPENERS:
        return house.end("house"), house.end()
    match = _CAPITALS_BEFORE_DASH.match(line)
    words = match["town"].split() if match else []
    if not match or len(match["town"]) < 5 or _IN_CAPITALS.intersection(words) or _DASH.search(line, match.end(), match.end() + LONGEST_STATEMENT):
        return None
    return None if words[0].casefold() in NO_NAMES or words[0].casefold() in MENU_WORDS else (match.end("town"), match.end())


# Who speaks, and how the turns of a conversation shorten the name: "Anna Kim (A.K.) – Good evening!"
_TURN_OF_INITIALS = Pattern(rf"{NAME.pattern}\s\([^\W\d_]\.\s?[^\W\d_]\.\)")
# A town in capitals and a whole day, and nothing between these and the first sentence.
_TOWN_BEFORE_DAY = Pattern(rf"(?:{_CAPITALS.pattern}|{_TOWNS}),\s(?:le\s|den\s|am\s)?")
_OPENS_SENTENCE = Pattern(rf"(?:\s?[.:])?\s{{1,3}}(?=[«“„\"]?[^\W\d_{LOWER}][\w’']*,?\s\S)")

_SHORT_MONTH = Pattern(
    r"\b((?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|янв|фев|мар|апр|июн|июл|авг|сент?|окт|ноя|дек)[a-z]?)\.(?=\s?[0-9])", re.I
)
_COUNTRY_BEHIND_TOWN = Pattern(r"(?<=\w)\s\[[^\W\d_][^\[\]]{2,30}\](?=,)")  # "Kuryk [Kazakhstan], Aug 30 (ANI):"
_TOWN_AND_STATE = Pattern(rf"{_CAPITALS.pattern},\s{_PLACE.pattern}")

_ARTICLE_OF_DAY = Pattern(r",\s(?:le|den|am)\s(?=[0-9])")  # "ALMATY, le 14 septembre 2007"
_BAR_BETWEEN_TOWNS = Pattern(r"(?<=[A-Z]{3}\s)\|(?=\s[A-Z]{3})")
_HOST_IN_CAPITALS = Pattern(r"[A-Z][A-Z0-9-]{2,20}\.(?:COM|NET|ORG|INFO|KZ|KG|UZ|RU|AZ|AM|GE)")


def read_dateline(line: str) -> tuple[int, int] | None:
    """Return where the dateline that opens ``line`` ends and where the text after its dash begins, or None.

    A dateline is a place, a day, an agency in brackets, or some of these, before a dash: "ASTANA, 3 June 2015 (Press
    Office) —". One word in capitals alone is not enough, for many a sentence begins "NATO — an alliance".
    """
    head = _BAR_BETWEEN_TOWNS.sub("/", line[:_LONGEST_DATELINE], count=1)
    if _TURN_OF_INITIALS.match(head):
        return None
    stop = _STOPPED_DATELINE.match(head)
    if stop and stop.end() < len(line):
        return stop.end(stop.lastgroup), stop.end()
    town = _TOWN_BEFORE_DAY.match(head)
    day = next((date for date in find_dates(head) if date.start == town.end()), None) if town else None
    opening = _OPENS_SENTENCE.match(head, day.end) if day else None
    if opening:
        return day.end, opening.end()
    dash = _DASH.search(head)
    if dash and line[dash.end() : dash.end() + 1].islower() and _DAY_WITHOUT_YEAR.fullmatch(head[: dash.start()]):
        return None  # "3 June – the day on which the lamps were lit"
    if not dash or dash.start() < 4 or dash.end() >= len(line):
        return None
    before = head[: dash.start()]
    before = _SHORT_MONTH.sub(r"\1 ", before)
    end = len(before.rstrip())
    before = _ARTICLE_OF_DAY.sub(", ", _COUNTRY_BEHIND_TOWN.sub("", before, count=1), count=1)
    agency = re.search(r"\s*\([^()]{2,40}\)\s*$", before)
    rest = before[: agency.start()] if agency else before
    evidence = 1 if agency else 0
    for printed in reversed(find_dates(rest)):
        rest = rest[: printed.start] + "," + rest[printed.end :]
        evidence += 1
    if _HOST_IN_CAPITALS.fullmatch(rest):  # an agency
        return len(before.rstrip()), dash.end()
    told = _weigh_parts([part.strip() for part in re.split(r"[,.;/]", rest)])
    if told is None:
        return None
    evidence += told
    is_reported = rest.partition(",")[0].strip().upper() in REPORTING_CITIES and head[dash.end() : dash.end() + 1].isupper()
    if "," not in rest and _DASH.search(line, dash.end(), dash.end() + LONGEST_STATEMENT):
        is_reported = False  # what the town is, between two dashes
    if not evidence and not is_reported and not (dash[0].strip() == "--" and _TOWN_AND_STATE.fullmatch(before.strip())):
        return None
    house = _AGENCY_BEHIND_DASH.match(line, dash.end())
    return (house.end("house"), house.end()) if house else (end, dash.end())


_AGENCY_BEHIND_DASH = Pattern(r"(?P<house>(?:ИА|РИА|АПА|ИАЦ)\s[^\W\d_a-zа-яё][^.,–—-]{2,30})\.\s(?=[^\W\d_a-zа-яё«“])")  # "— ИА Маяк. Порт ..."


_STATE_IN_FULL = Pattern(
    r"(?:[^\W\d_a-zа-яё][\w’'-]*\s){0,3}(?:Republic|Kingdom|Federation|Emirate|Sultanate|Commonwealth) of (?:the )?[^\W\d_a-zа-яё]\w+|"
    r"(?:United States|United Kingdom)(?: of America)?"
)


def _weigh_parts(parts: list[str]) -> int | None:
    """Return how much in ``parts`` is only in a dateline: days, towns that are reported from, an agency; None if one of them is in none."""
    evidence = int(len(parts) == 2 and all(len(part) > 3 and _CAPITALS.fullmatch(part) for part in parts))  # a town and an agency
    for part in parts:
        if not part or part in ("г", "қ"):  # "г. Астана": the town of
            continue
        if _DAY_WITHOUT_YEAR.match(part):
            evidence += 1
        elif _CAPITALS.fullmatch(part):
            evidence += part.upper() in REPORTING_CITIES
        elif _STATE_IN_FULL.fullmatch(part):
            continue
        elif not _PLACE.fullmatch(part) or part.split()[0] in SENTENCE_OPENERS:
            return None
    return evidence


def is_whole_dateline(line: str) -> bool:
    """Tell whether ``line`` is a dateline on a line of its own: "Baku, June 5, AZERTAC"."""
    found = read_dateline(f"{line} — Text") if len(line) <= 80 and any(char.isdigit() for char in line) else None
    return bool(found) and found[0] == len(line)


_TOWN_AND_COUNTRY = Pattern(r"(?P<town>[^,]{3,30}),\s(?-i:[^\W\d_a-zа-яё])[\w’'. -]{2,30}")
_KNOWN_TOWNS = frozenset(town.replace("-", " ") for town in REPORTING_CITIES)


def is_town_and_country(line: str) -> bool:
    """Tell whether ``line`` is a town and the country it lies in, and nothing else: "Astana, Kazakhstan"."""
    place = _TOWN_AND_COUNTRY.fullmatch(line)
    return bool(place) and place["town"].upper().replace("-", " ") in _KNOWN_TOWNS and len(line.split()) <= 6
