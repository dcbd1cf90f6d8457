"""A line of nothing but names, with the role that may stand in the next, stated as the by-line."""

from __future__ import annotations

import re
from dataclasses import replace

from articles.ingest.comparing import comparable
from articles.ingest.people.spoken_of import is_spoken_of, is_spoken_of_by_first_name
from articles.ingest.reading import Reading, is_in_list
from articles.ingest.sources import is_outlet
from articles.ingest.statements.bylines import announces_names, read_desk_credits
from articles.ingest.statements.field import Field, moved, signed, signed_by
from articles.ingest.statements.lines import read_statement
from articles.ingest.statements.names import COURTESY, FULL_NAME, begins_with_degree, has_given_name, is_no_person, names_person
from articles.ingest.statements.people import read_desk, read_person, read_post_and_name
from articles.ingest.statements.roles import is_body, is_role, split_role
from kzarchive.patterns import Pattern

INITIAL = Pattern(r"(?<![^\W\d_])[^\W\d_]\.\s?[^\W\d_]")


def read_credits_of_desk(reading: Reading) -> None:
    """Read who reported from the credits of an agency's desk that stand behind the last sentence, where nothing else names an author."""
    if reading.signature is None or reading.authors or "byline" in reading.values:
        return
    start, end = reading.signature
    for found in read_desk_credits(reading.page.text[start:end]) or ():
        reading.note(found, start)


def stands_among_statements(reading: Reading, i: int) -> bool:
    """Tell whether the name in line ``i`` has a statement, a role or marks of notes beside it, as by-lines do and headings do not."""
    below = i + 1
    is_described = below < reading.page.count and reading.is_kept(below) and reading.page.is_short(below) and is_role(reading.page.line(below))
    if INITIAL.search(reading.page.raw(i)) and is_described:
        return True
    if re.search(r"[^\W\d_][0-9¹²³*]", reading.page.raw(i)):  # the marks of notes, as journals print them behind names
        return True
    title = reading.title_line()
    is_named = has_given_name(reading.page.line(i)) or begins_with_degree(reading.page.raw(i))
    above = i - 2 if i > 1 and reading.page.raw(i - 1).isdigit() else i - 1  # a count without a word
    neighbours = [j for j in (above, i + 1) if 0 <= j < reading.page.count and (j != title or is_named)]
    if any(reading.page.removed.get(j) in ("address of the author", "text of a picture", "library number") for j in neighbours):
        return True
    return any(j in reading.stated or comparable(reading.page.line(j)) == comparable(reading.page.line(i)) for j in neighbours) or (
        i + 1 < reading.page.count and reading.page.removed.get(i + 1) == "view counter"
    )


def state_signature(reading: Reading, i: int, *, is_below_text: bool) -> bool:
    """State the names in line ``i``, with the role that may stand in the next; False if it holds none."""
    page = reading.page
    raw = page.raw(i)
    below = i + 1
    has_below = below < page.count and reading.is_kept(below) and page.is_short(below) and not page.is_prose(below)
    leads_on = raw.endswith(",") or (has_below and page.raw(below) in _BETWEEN_NAMES)
    if leads_on and has_below and _state_names_over_lines(reading, i):
        return True
    if not page.is_short(i) or is_outlet(page.line(i)):  # a paper called after two words with capitals
        return False
    raw = _NUMBER_BEHIND_NAME.sub("", raw)
    signed = read_signing_post(reading, i, is_below_text=is_below_text)
    fields = (
        read_person(raw)
        or signed
        or read_desk(raw)
        or read_behind(BULLET, raw)
        or read_behind(TRADE, raw)
        or (None if is_below_text else read_behind(STAR, raw))
        or read_behind(DEGREES_BEFORE, raw)
    )
    if not fields and not (has_below and (is_role(page.line(below)) or is_body(page.line(below)))):
        fields = _read_names_in_capitals(reading, raw)
    if not fields and i and announces_names(page.raw(i - 1)):
        fields = read_behind(COURTESY, raw)
    written = _FOR_HOUSE.fullmatch(raw) if not fields and is_below_text else None
    if written and (names_person(written["name"]) or not (is_no_person(written["name"]) or is_spoken_of(reading, written["name"]))):
        name = written["name"]
        fields = [Field("byline", raw, 0, len(raw)), Field("authors", name, 0, len(name), affiliation=written["house"])]
    if fields and not is_below_text and is_in_list(reading, i) and not stands_among_statements(reading, i):
        return False
    if not fields or ((title_words := comparable(reading.values.get("title", ""))) and comparable(raw) in title_words):
        return False
    if has_below and _is_description(reading, below, is_below_text=is_below_text):
        role, affiliation = split_role(page.line(below))
        last = fields[-1]
        if last.role and raw.count("«") + page.raw(below).count("«") != raw.count("»") + page.raw(below).count("»"):
            role, affiliation = last.role, last.affiliation  # a house whose name goes on in the next line
        fields[-1] = Field(last.name, last.value, last.start, last.end, role=role, affiliation=affiliation)
        page.removed[below] = "role of the author"
    reading.state_fields(i, fields)
    _state_next_name(reading, raw, below, has_below=has_below, is_below_text=is_below_text)
    return True


_AND_IN_CAPITALS = Pattern(r"(?<=\s)(?:And|Und|Et|Ve|И|Және)(?=\s)")


def _read_names_in_capitals(reading: Reading, raw: str) -> list[Field] | None:
    """Read the line of nothing but names in capitals, each with a known given name, if the text speaks of none who bears them."""
    if not raw.isupper() or not 2 <= len(raw.split()) <= 10:
        return None
    turned = _AND_IN_CAPITALS.sub(lambda found: found[0].lower(), raw.title())
    fields = read_person(turned) if len(turned) == len(raw) else None
    authors = [found for found in fields or () if found.name == "authors"]
    if not authors or any(found.role or found.affiliation for found in authors):
        return None
    if not all(names_person(found.value) and not is_spoken_of(reading, found.value) for found in authors):
        return None
    return [replace(found, value=raw[found.start : found.end]) for found in fields]


# Posts of those whom pages show and quote more often than they print them.
_OFFICE = Pattern(r"\b(?:посол|советник|директор|руководитель|дипломат|консул|елші\w*|төра\w+|басшы\w*|директоры)\b", re.I)


def read_signing_post(reading: Reading, i: int, *, is_below_text: bool) -> list[Field] | None:
    """Return who signs with a post before the name in line ``i``, if the text speaks of nobody of that name: else it says who answers, or is shown.

    Above a text an office is no signature.
    """
    page = reading.page
    found = read_post_and_name(page.raw(i)) if page.is_short(i) and not page.is_prose(i) else None
    if not found or (not is_below_text and _OFFICE.search(page.raw(i))):
        return None
    name = found[1].value
    return None if is_spoken_of_by_first_name(reading, name) or name.split()[-1] in reading.values.get("title", "") else found


# What stands between two names, in a line of its own where each of them is a link.
_BETWEEN_NAMES = frozenset({"and", "&", "und", "et", "и", "және", "ve"})


def _state_names_over_lines(reading: Reading, i: int) -> bool:
    """State the names that begin in line ``i`` and go on below, behind its comma or the word between them, over four lines at most; False if none."""
    page = reading.page
    last = below = i + 1
    while (
        (page.raw(last).endswith((",", " and", " &")) or page.raw(last) in _BETWEEN_NAMES)
        and last + 1 < page.count
        and reading.is_kept(last + 1)
        and page.is_short(last + 1)
        and last < i + 3
    ):
        last += 1
    joined = page.text[page.start(i) : page.end(last)].replace("\n", " ")
    fields = _read_list_of_names(joined) or read_person(joined) or (_read_name_above_role(page.raw(i), page.line(below)) if last == below else None)
    if fields:
        reading.state_fields(i, fields, last=last)
        return True
    return False


def _read_list_of_names(joined: str) -> list[Field] | None:
    """Return who is named in a line of nothing but full names with commas between, three or more; the second is no post of the first."""
    parts = [(part.start(), part.start() + len(part[0].rstrip())) for part in re.finditer(r"[^\s,][^,]*", joined)]
    names = [joined[start:end] for start, end in parts]
    if len(names) < _LEAST_NAMES_OF_LIST or not all(FULL_NAME.fullmatch(name) and not is_no_person(name) for name in names):
        return None
    return signed_by(joined, parts) if any(map(has_given_name, names)) else None


_LEAST_NAMES_OF_LIST = 3


def _state_next_name(reading: Reading, raw: str, below: int, *, has_below: bool, is_below_text: bool) -> None:
    """State the name in the line behind ``raw`` and its role, where each author stands in a line, or two, of his own."""
    page = reading.page
    following = below + 1 if page.removed.get(below) == "role of the author" else below
    is_near = has_below and following == below and not page.follows_gap(below) and ", " in page.raw(below) and ", " in raw
    have_degrees = all(begins_with_degree(line) or DEGREES_BEFORE.match(line) for line in (raw, page.raw(below))) if has_below else False
    is_person = has_below and (read_person(page.raw(below)) or read_behind(DEGREES_BEFORE, page.raw(below)))
    if (is_near or (have_degrees and following == below)) and is_person:  # a name and a role to each line
        state_signature(reading, below, is_below_text=is_below_text)
    elif is_below_text and has_below and following == below and names_person(raw) and names_person(page.raw(below)):
        if not is_spoken_of(reading, page.raw(below)):  # nothing but a name to each line
            state_signature(reading, below, is_below_text=True)
    elif following + 1 < page.count and reading.is_kept(following) and page.is_short(following) and following == below + 1:
        is_described = reading.is_kept(following + 1) and page.is_short(following + 1) and is_role(page.line(following + 1))
        if is_described and (read_person(page.raw(following)) or begins_with_degree(page.raw(following))):
            state_signature(reading, following, is_below_text=is_below_text)


def _read_name_above_role(raw: str, described: str) -> list[Field] | None:
    """Read the name, with a comma behind it, of whom the next line says what he is."""
    name = raw.rstrip(" ,")
    if not 2 <= len(name.split()) <= 4 or not names_person(name.title() if name.isupper() else name) or not is_role(described):
        return None
    role, affiliation = split_role(described)
    return signed(name, role=role, affiliation=affiliation)


# What some sites print before an author: a bullet, or the trade.
BULLET = Pattern(r"[•·●*]\s+(?=\S)")
STAR = Pattern(r"\*(?=[^\s*])")  # of the note on an author, before his name in a head
# What stands behind a student's name on the first page of a thesis: the number, the address that the site hides.
_NUMBER_BEHIND_NAME = Pattern(r"(?:,?\s(?:[0-9]{5,9}|\[email\s?protected\]))+$|\s?\[(?:[ivx]{1,4}|[0-9]{1,2})\]$")
# Who signs below a text, and for which site it was written: "NAME für Steppenblick".
_FOR_HOUSE = Pattern(rf"(?P<name>{FULL_NAME.pattern})\s(?:für|pour|for|для)\s(?P<house>[^\W\d_a-zа-яё][\w.-]{{2,30}})")
DEGREES_BEFORE = Pattern(
    r"(?:(?:(?:[^\W\d_]{1,4}\.\s?){1,2}[дкdk]\.(?:[ғǵн]\.)?|профессор|доцент|доктор\w*|professor|dotsent|dosent|docent|doent|doktor\w*|PhD),?\s){1,4}(?=(?-i:[^\W\d_a-zа-яё]))",
    re.I,
)
TRADE = Pattern(
    r"(?:journalist|columnist|reporter|(?:staff )?correspondent|contributor|(?:staff )?writer|"
    r"(?:(?:соб|спец)\.?\s?)?корр(?:\.|еспондент)|журналист|(?:арнайы |меншікті )?тілші(?:міз)?)\s?[:–—-]?\s(?=\S)",
    re.I,
)


def read_behind(opening: Pattern, raw: str) -> list[Field] | None:
    """Return what ``read_person`` finds behind ``opening``."""
    found = opening.match(raw)
    fields = read_person(raw[found.end() :]) if found else None
    return [moved(field, found.end()) for field in fields] if fields else None


def _is_description(reading: Reading, i: int, *, is_below_text: bool) -> bool:
    """Tell whether line ``i``, below a name, says what its bearer is."""
    page = reading.page
    line = page.line(i)
    if not 1 < len(line.split()) <= 14 or " – " in line or read_person(line) or read_statement(line) is not None or line.isupper():
        return False
    if (is_role(line) and not page.is_prose(i)) or (is_body(line) and not page.follows_gap(i)):
        return True
    if ".byline" in page.regions(i):
        return not page.follows_gap(i) or reading.layer.is_marked_up
    return is_below_text and not page.follows_gap(i)
