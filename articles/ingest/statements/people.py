"""Lists of names without a word before them: the people named in a stretch, a line of nothing but names, a desk that signs."""

from __future__ import annotations

import re
from itertools import pairwise

from articles.ingest.dates import find_dates
from articles.ingest.sources.outlets import is_outlet
from articles.ingest.statements.field import Field, moved, signed, signed_by
from articles.ingest.statements.names import (
    COURTESY,
    FULL_NAME,
    LOWER,
    NAME,
    NAME_WORD,
    NO_NAME,
    ONE_PERSON,
    ONE_WORD,
    PERSON,
    SURNAME,
    has_given_name,
    is_no_person,
    is_place,
    is_place_and_day,
    names_person,
)
from articles.ingest.statements.roles import BEGINS_WITH_BODY, BODY_OF_PEOPLE, ROLE_WORD, is_body, is_role, names_body, split_role
from articles.ingest.vocabulary import PAPER_WORDS, REPORTING_CITIES
from kzarchive.patterns import Pattern

_AND = Pattern(r"\s*(?:,\s*and\b|,\s*&|\band\b|&|\bи\b|\b(?:AND|UND|ET|VE|И|ЖӘНЕ)\b(?=\s)|\bund\b|\bet\b|\bve\b|\bжәне\b|;)\s*")
_FROM_PLACE = Pattern(rf"\s+(?:in|aus|à|в)\s+{NAME_WORD}(?:\s{NAME_WORD})?|\s\({NAME_WORD}(?:[\s-]{NAME_WORD})?\)(?=,|\s(?:and|und|et|и|ve|&)\s)")


def read_signature(line: str) -> list[Field] | None:
    """A line that holds a name and no word before it: only where the markup says that a by-line stands there."""
    authors = read_authors(line)
    return [Field("byline", line, 0, len(line)), *authors] if authors else None


_ENDS_IN_INITIAL = Pattern(rf"(?:\s|\.)[^\W\d_{LOWER}]$")


def read_authors(text: str, at: int = 0) -> list[Field] | None:
    """Return the people named in ``text`` (which begins at ``at`` of its line), or None if it does not begin with a name.

    Names are joined by commas, "and", "&"; the first part that is no name begins the role of the last of them. A single
    word ("Reuters") is a name if it is all there is.
    """
    fields: list[Field] = []
    follows_and = False
    rest = text.rstrip(" .:*†‡¹²³")
    if text.startswith(".", len(rest)) and _ENDS_IN_INITIAL.search(rest):
        rest += "."
    if with_paper := _read_name_and_paper(rest, at):
        return with_paper
    courtesy = COURTESY.match(rest, len(rest) - len(rest.lstrip()))
    position = courtesy.end() if courtesy else 0
    while True:
        position += len(rest[position:]) - len(rest[position:].lstrip())
        match = NAME.match(rest, position)
        name = match[0] if match else ""
        if not name and not fields and ONE_WORD.fullmatch(rest[position:]) and rest[position:].lower() != "may":
            name = rest[position:]
        if not name or NO_NAME.search(name) or (fields and ROLE_WORD.search(name)):
            break
        length = len(name)
        name = name.rstrip(",¹²³⁴⁵*")
        if fields and re.search(rf"\b{BODY_OF_PEOPLE}\b", name) and not (follows_and and DESK.search(name)):
            break
        if fields and not follows_and and (_names_paper(name) or _SPECIAL_TO.match(name) or _IS_CODE.fullmatch(name) or _IS_STAFF.search(name)):
            break
        fields.append(Field("authors", name, at + position, at + position + len(name)))
        position += length - (length > len(name) and rest[position + length - 1] == ",")
        place = _FROM_PLACE.match(rest, position)
        if place and (place.end() == len(rest) or _AND.match(rest, place.end()) or rest[place.end()] == ","):
            position = place.end()
        joint = _AND.match(rest, position) or Pattern(r"\s*,\s*").match(rest, position)
        if not joint:
            break
        follows_and = "," not in joint[0]
        position = joint.end()
    if not fields:
        return None
    remainder = rest[max(fields[-1].end - at, position) :] if position >= len(rest) else rest[fields[-1].end - at :]
    if not remainder.strip(" ,"):
        return fields
    described = re.match(r"\s*,\s*|\s*\((?=[^()]*\)$)|\s+(?=(?:for|at|of|from|in|with)\s)|\s*[–—|]\s*|\s+-\s+|\s?/\s?(?=[^\W\d_])", remainder)
    if not described:
        return None
    description = remainder[described.end() :].strip(" ,.()")
    place, _, after = description.partition(", ")
    if after and is_place(place) and after[0].islower():  # "(Almaty, special correspondent)"
        description = after
    role, affiliation = (None, None) if ONE_WORD.fullmatch(description) else split_role(description)
    if role == description and "," not in role and _names_paper(role):
        role, affiliation = None, role
    last = fields[-1]
    fields[-1] = Field(last.name, last.value, last.start, last.end, role=role, affiliation=affiliation)
    return fields


_IS_STAFF = Pattern(r"\s(?:Staff|Newsroom|Desk|Team)$")  # "NAME, Lighthouse Staff"
_IS_CODE = Pattern(r"[A-Z]{2,4}(?:\s[A-Z0-9]{1,5})?")  # the country or the unit of an officer: "ITA A"
_SPECIAL_TO = Pattern(r"special (?:to|for)\s", re.I)  # the paper, in the place of a post


def _names_paper(name: str) -> bool:
    """Tell whether ``name``, behind an author's, is that of a paper, an agency or a station."""
    return is_outlet(name) or (name.split()[-1] in PAPER_WORDS and " " in name and not has_given_name(name.split()[0]))


_PAPER_BEHIND = Pattern(
    rf"(?P<name>{SURNAME}\s(?:[^\W\d_]\.\s)?{SURNAME})\s(?i:special (?:to|for)\s)?"
    rf"(?P<paper>(?:(?i:the)\s)?{SURNAME}(?:\s{SURNAME}){{0,3}}?)(?:\s(?P<post>(?i:staff )?(?i:writer|reporter|correspondent)s?))?"
)


def _read_name_and_paper(text: str, at: int) -> list[Field] | None:
    """Return the one person named in ``text``, and behind the name, no comma between, a paper or an agency: "Anna Kim Associated Press"."""
    found = _PAPER_BEHIND.fullmatch(text.strip())
    if not found or not has_given_name(found["name"]) or not _names_paper(found["paper"].title()):
        return None
    start = at + text.index(found["name"])
    return [Field("authors", found["name"], start, start + len(found["name"]), role=found["post"], affiliation=found["paper"])]


_MARKS_OF_NOTES = r"(?:\s[©®]|\s\*(?=\s?,)|\s[1-9](?=\s?(?:,|&|and\b|$))|[0-9¹²³⁴⁵*†‡©®]{0,3}|[\"^]{1,2})"
_MARK_BEFORE = r"(?:\*?[1-9¹²³⁴⁵](?=[^\W\d_]\.))?"  # of a note, glued to an initial: "1A.B. Kim, 2C.D. Lee"
_PEOPLE = Pattern(
    rf"(?P<mark>[-–—/(]{{0,3}}\s?)(?P<people>{_MARK_BEFORE}{PERSON}{_MARKS_OF_NOTES}(?:\s?(?:,|&|\band\b|\bи\b|\bжәне\b|\bund\b|\bet\b|"
    rf"\bve\b)\s?{_MARK_BEFORE}{PERSON}{_MARKS_OF_NOTES}){{0,5}})"
    rf"(?P<rest>,?\s*\([^()]{{3,80}}\)|,\s.{{3,120}}|\s\|\s[^|]{{2,60}}|\s[–—/-]\s[^\W\d_][^.!?|/]{{2,60}}|"
    rf"\sin\s{SURNAME}(?:\s{SURNAME})?)?\s?[-–—/)]{{0,3}}$"
)

DESK = Pattern(
    r"\b(?:haber merkezi|staff(?!\s(?:author|writer))|desk|newsroom|servisi|редакция\w*|служба|service|ақпарат|redaktion|rédaction|персоналу)\b", re.I
)


_SHELF_BEHIND_DESK = Pattern(r"/\s?(?:top stories|latest|news|all news)$", re.I)  # a path through a site


def read_desk(line: str) -> list[Field] | None:
    """A line of nothing but the name of a desk or newsroom, which signs as a body: "Staff report", "Foreign Desk"."""
    if _SHELF_BEHIND_DESK.search(line):
        return None
    line = line.rstrip(" |•·")
    if len(line.split()) > 4 or len(line) > 60 or not DESK.search(line) or not line[0].isupper() or re.search(r"[:;.!?0-9@]", line):
        return None
    if "," in line and FULL_NAME.fullmatch(line.partition(",")[0]):
        return None  # a person, and whose staff he is of
    return signed(line)


# With whom a speaker begins: "Deputy Governor Abenov, your excellencies, ladies and gentlemen."
_SALUTES = Pattern(
    r"\b(?:dear|distinguished|esteemed|honou?rable|excellenc(?:y|ies)|ladies|gentlemen|colleagues|friends|уважаем\w+|дорог\w+|господа|коллеги|друзья|"
    r"құрметті|қадірлі|әріптестер|достар|damen|herren|kollegen|mesdames|messieurs|collègues|sayın|değerli|saygıdeğer)\b",
    re.I,
)

_NAME_AND_STAFF = Pattern(
    rf"(?P<name>{FULL_NAME.pattern}),\s(?P<house>[A-Z][\w’'&-]*(?:\s[A-Z][\w’'&-]*){{0,3}})\s(?:[Ss]taff|[Nn]ewsroom|[Dd]esk|[Tt]eam)"
)
_SAYS_WHAT_HE_IS = Pattern(r"(?:Ph\.?\s?D\.?|Dr\.?|M\.?A\.?)?,?\s?(?:is|was|ist|war|est)\s(?:an?|the|eine?|une?|also|currently)\s")
_HAS_INITIAL = Pattern(r"(?<![^\W_])[^\W\d_]\.")


_LONGEST_NAMES_BETWEEN_BARS = 120


def _read_names_between_bars(line: str) -> list[Field] | None:
    """Two names or more and nothing else, with bars, slashes or semicolons between them: "Anna Kim | Paul Reed"."""
    town = _TOWN_AT_END.search(line)  # "NAME; NAME, Astana"
    line = line[: town.start()] if town and town["town"].upper() in REPORTING_CITIES else line
    parts = list(_BETWEEN_BARS.finditer(line)) if len(line) <= _LONGEST_NAMES_BETWEEN_BARS and re.search(r"[|;]|\s/\s", line) else []
    names = [part for part in parts if FULL_NAME.fullmatch(part[0].strip())]
    if len(names) < 2 or len(names) < len(parts) or not any(has_given_name(name[0]) for name in names):
        return None
    if not all((has_given_name(name[0]) or name[0].split()[-1].isupper()) and not is_no_person(name[0].strip()) for name in names):
        return None
    spans = [(name.start() + len(name[0]) - len(name[0].lstrip()), name.start() + len(name[0].rstrip())) for name in names]
    return signed_by(line, spans)


_TOWN_AT_END = Pattern(r",\s(?P<town>[^\W\d_]{3,20})$")
_BETWEEN_BARS = Pattern(r"(?:[^|;/]|(?<!\s)/|/(?!\s))+")
_LONGEST_POSTS = 240  # characters
_POSTS_AND_NAME = Pattern(rf"(?P<posts>[^\W\d_a-zа-яё].{{12,}}),\s(?P<name>{PERSON})")


def _read_posts_and_name(line: str) -> list[Field] | None:
    """What somebody is and was, and behind a comma the name: "President of the Committee, former ambassador to X, NAME"."""
    found = _POSTS_AND_NAME.fullmatch(line) if len(line) <= _LONGEST_POSTS else None
    if not found or not has_given_name(found["name"]) or is_no_person(found["name"]) or has_given_name(found["posts"]):
        return None
    posts = found["posts"].split(", ")
    if len(posts) < 2 or not any(is_role(post) for post in posts):  # one alone stands in captions too
        return None
    return [Field("byline", line, 0, len(line)), Field("authors", found["name"], *found.span("name"), role=found["posts"])]


# As houses of the south of Asia print them, without a stop: "Dr NAME, Associate Fellow", "Lt Gen (Dr) NAME".
_TITLE_BEFORE = Pattern(r"(?:Dr|Prof|Amb|(?:Lt|Maj|Brig)\sGen|Brig|Col|Cmde|Cdr|Air\sMarshal|Gp\sCapt)(?:\s\((?:Dr|Retd)\))?\s(?=[^\W\d_a-z])")


def _read_behind_title(line: str, at: int) -> list[Field] | None:
    """The line of one person, a title before his name, which is no part of it."""
    fields = read_person(line[at:]) if has_given_name(line[at:]) or "," in line else None
    if not fields or sum(field.name == "authors" for field in fields) != 1:
        return None
    return [Field("byline", line, 0, len(line)), *(moved(field, at) for field in fields if field.name == "authors")]


_LONGEST, _LONGEST_WITH_ROLE = 160, 280


def _read_name_and_houses(line: str) -> list[Field] | None:
    """A long line that opens with a person's name and a post, behind which his houses stand, of two or three levels."""
    name, post, *houses = line.split(", ", 2)[:3] if line.count(", ") >= 2 else ("", "")
    if not houses or len(line) > _LONGEST_WITH_ROLE or line[-1] in ".?!:" or not names_person(name) or not is_role(post) or len(post.split()) > 4:
        return None
    return [Field("byline", line, 0, len(line)), Field("authors", name, 0, len(name), role=post, affiliation=houses[0])]


_DEGREES_BEFORE = r"(?:(?:Prof|Doç|Dr|Yrd|Arş|Öğr|Gör)\.\s?|Üyesi\s){1,4}"
_WITH_DEGREES = Pattern(rf"{_DEGREES_BEFORE}(?P<name>{SURNAME}(?:\s{SURNAME}){{1,2}})(?=\s{_DEGREES_BEFORE}|,?$)")


def _read_names_with_degrees(line: str) -> list[Field] | None:
    """A line of several persons with nothing between them but the degrees of each: "Doç. Dr. Halil SARUHAN Arş. Gör. Elif KÖKSAL"."""
    found = list(_WITH_DEGREES.finditer(line)) if len(line) <= _LONGEST else []
    if len(found) < 2 or found[0].start() or found[-1].end() < len(line.rstrip(" ,")) or not any(has_given_name(one["name"]) for one in found):
        return None
    if any(line[one.end() : two.start()].strip() for one, two in pairwise(found)):
        return None
    return signed_by(line, [one.span("name") for one in found])


def read_person(line: str) -> list[Field] | None:
    """A line of nothing but people's names, as by-lines stand where no word says so; what follows a comma is role or place.

    Words that sites, bodies and headings consist of are no names, and a line in capitals is a heading.
    """
    if titled := _TITLE_BEFORE.match(line):
        return _read_behind_title(line, titled.end())
    if several := _read_names_between_bars(line) or _read_posts_and_name(line) or _read_names_with_degrees(line):
        return several
    if len(line) > _LONGEST:
        return _read_name_and_houses(line)
    if line.endswith(":") or (line.isupper() and not _HAS_INITIAL.search(line)) or _SALUTES.search(line) or is_place_and_day(line):
        return None
    line = line.rstrip(" ,|•·")  # a bar behind the name, where the day stands in the next line
    staff = _NAME_AND_STAFF.fullmatch(line)
    if staff and not ROLE_WORD.search(staff["name"]) and not NO_NAME.search(staff["name"]):
        return [Field("byline", line, 0, len(line)), Field("authors", staff["name"], 0, staff.end("name"), affiliation=staff["house"])]
    if line.endswith(".") and FULL_NAME.fullmatch(line[:-1]) and has_given_name(line):
        line = line[:-1]
    if with_post := _read_name_and_post_behind(line):
        return with_post
    match = _PEOPLE.match(line)
    if not match:
        return None
    people = match["people"]
    names = list(ONE_PERSON.finditer(people))
    body = names[-1][0] if len(names) > 1 and is_body(names[-1][0]) and "," in people[names[-2].end() : names[-1].start()] else None
    if body:  # "NAME, Caspian University"
        names.pop()
    before = len(names) if body else _count_before_post(people, names)
    told = people[names[before].start() :] if before < len(names) else ""
    names = names[:before]  # "NAME, Senior Fellow, Caspian Institute"
    if not names or any(is_no_person(name[0]) for name in names) or _are_things(names):
        return None
    start = match.start("people")
    fields = [Field("byline", line, 0, len(line))]
    if match["mark"].strip(" (/"):  # dashes around the name
        printed = line[start : match.end("rest") if match["rest"] else match.end("people")]
        fields = [Field("byline", printed, start, start + len(printed))]
    rest = ((body or told) + (match["rest"] or "")).strip(" ,")
    if rest[:1] in ("–", "—", "-", "/"):  # "NAME – what he is"
        rest = rest[1:].strip()
        if rest.upper() in REPORTING_CITIES:
            rest = ""
        elif not is_role(rest):
            return None
    if _SAYS_WHAT_HE_IS.match(rest) or (rest.startswith("(") and find_dates(rest)):  # a sentence; or a paper and its day
        return None
    if rest.startswith("(") and rest.endswith(")"):
        rest = rest[1:-1].strip(" ,")
    role, affiliation = split_role(rest) if told else _describe(rest.removeprefix("in ")) if rest else (None, None)
    for name in names:
        is_last = name is names[-1]
        fields.append(
            Field("authors", name[0], start + name.start(), start + name.end(), role if is_last else None, affiliation if is_last else None)
        )
    return fields


def tells_post(line: str) -> bool:
    """Tell whether ``line`` is a known name and, behind a comma, what its bearer is: "Anna Kim, Researcher, Centre for Inland Seas"."""
    people = read_person(line) if "," in line and has_given_name(line) else None
    if not people:
        return False
    return bool(people[-1].role and is_role(people[-1].role)) or bool(people[-1].affiliation and names_body(people[-1].affiliation))


_POST_BEHIND_NAME = Pattern(
    rf"(?P<name>{SURNAME}\s(?:[^\W\d_{LOWER}]\.\s)?{SURNAME})\s"
    rf"(?P<post>(?:[^\W\d_{LOWER}][{LOWER}]+\s){{0,2}}(?:correspondent|reporter|columnist|staff writer|contributor))"
)
_DEGREE_NAME_AND_HOUSE = Pattern(
    rf"(?P<name>(?:(?:Prof|Doç|Dr|Yrd|Arş|Öğr)\.\s?){{1,3}}(?:Gör\.\s?|Üyesi\s)?{SURNAME}\s{SURNAME})\s"
    rf"(?P<post>[^\W\d_{LOWER}][^.!?:,]{{8,140}})"
)


def _read_name_and_post_behind(line: str) -> list[Field] | None:
    """Return the person in a line of a name and, without a sign, a post: "Anna Kim Aktau correspondent", "Doç. Dr. Anna Kim KIYI Uzmanı"."""
    found = _POST_BEHIND_NAME.fullmatch(line) or _DEGREE_NAME_AND_HOUSE.fullmatch(line)
    if not found or is_no_person(found["name"]) or not has_given_name(found["name"]) or not (is_role(found["post"]) or names_body(found["post"])):
        return None
    role, affiliation = split_role(found["post"])
    return [Field("byline", line, 0, len(line)), Field("authors", found["name"], *found.span("name"), role=role, affiliation=affiliation)]


_PLURAL = Pattern(r"[a-z]{3,}s$")


def _are_things(names: list[re.Match[str]]) -> bool:
    """Tell whether what is joined like names are things in the plural, and nobody's name is known: "Electric Lamps and Paper Boats"."""
    return len(names) >= 2 and any(_PLURAL.search(name[0]) for name in names) and not any(has_given_name(name[0].split()[0]) for name in names)


def _count_before_post(people: str, names: list[re.Match[str]]) -> int:
    """Return how many of ``names``, found in ``people``, stand before one that is the post of the last of them, written as large as a name."""
    for n, (before, name) in enumerate(pairwise(names), 1):
        is_behind_comma = people[before.end() : name.start()].strip(" *†") == ","
        is_post = not has_given_name(name[0]) and bool(is_role(name[0]) or ROLE_WORD.search(name[0]))
        may_be_name = has_given_name(before[0]) or (n == 1 and is_role(name[0]) and not is_no_person(before[0]))
        if is_behind_comma and is_post and may_be_name:
            return n
    return len(names)


def _describe(rest: str) -> tuple[str | None, str | None]:
    """Return the role and the affiliation that ``rest``, behind a name, tells; either may be None."""
    if is_place(rest) or rest[0] == "|":  # a town, or the paper that printed the text first
        return None, None
    if rest[0] in '"«“':
        return None, re.split(r"[\"»”],?\s", rest.lstrip('"«“'))[0].strip('"»” ')
    if BEGINS_WITH_BODY.match(rest):
        return None, rest
    place, _, after = rest.partition(", ")
    return split_role(after if after and is_place(place) and not is_role(place) else rest)


_POST_AND_NAME = Pattern(
    rf"(?P<post>[^\W\d_][^.!?:;|/()]{{2,140}}?|(?:[^\W\d_]{{1,6}}\.){{2,4}}(?:,?\s[^\W\d_][^.!?:;|/()]{{2,100}}?)?),?\s(?P<name>{SURNAME}\s{SURNAME})\.?"
)
_MOST_WORDS_OF_POST = 10


def read_post_and_name(line: str) -> list[Field] | None:
    """A line of nothing but a post or degree and, behind it as Russian and Kazakh put it, who has it: "Политолог NAME", "к.п.н., доцент NAME".

    Whether that is the author the line does not tell: those of whom a text speaks are named so too.
    """
    found = _POST_AND_NAME.fullmatch(line) if len(line) <= 160 and "а" <= line[0].casefold() <= "ӿ" else None
    post = found["post"].rstrip(" ,") if found else ""
    if not found or len(post.split()) > _MOST_WORDS_OF_POST or not (is_role(post) or _DEGREE_IN_SHORT.match(post)):
        return None
    if not has_given_name(found["name"].split()[0]) or is_no_person(found["name"]):
        return None
    role, affiliation = split_role(post)
    at = found.start("name")
    return [Field("byline", line, 0, len(line)), Field("authors", found["name"], at, found.end("name"), role=role, affiliation=affiliation)]


_DEGREE_IN_SHORT = Pattern(r"[^\W\d_]{1,5}\.\s?(?:[^\W\d_]\.\s?)?[нғ]\.(?:\s?[кд]\.)?|PhD\b", re.I)  # "к.п.н.", "с.ғ.д."

_NAME_AND_DASH = Pattern(rf"(?P<name>{PERSON})\s[–—-]\s(?P<what>[^.!?:]{{5,200}}?)(?:,?\s[EeЕе]-?mail\s?:.*)?\.?")


_NAME_IN_CAPITALS = rf"[^\W\d_{LOWER}]{{2,}}(?:[\s'’-][^\W\d_{LOWER}]{{1,}}\.?){{1,3}}"
_NAMES_AND_AGENCY = Pattern(
    rf"(?P<names>{_NAME_IN_CAPITALS}(?:(?:,\s|,?\sand\s){_NAME_IN_CAPITALS}){{0,5}})\s(?P<house>[A-Z][a-z]+(?:\s[A-Z][a-z]+){{0,3}})"
)


def read_names_and_agency(line: str) -> list[Field] | None:
    """The line of a broadcaster on who wrote for which agency, the names in capitals and the agency not: "ANNA KIM and PAUL REED Lamp Press"."""
    found = _NAMES_AND_AGENCY.fullmatch(line) if len(line) <= 160 else None
    if not found:
        return None
    names = re.finditer(_NAME_IN_CAPITALS, found["names"])
    return [
        Field("byline", line, 0, len(line)),
        *(Field("authors", name[0], *name.span(), affiliation=found["house"]) for name in names),
    ]


_NAME_WITH_AGENCY = Pattern(
    rf"(?P<name>{FULL_NAME.pattern})\s(?:[-–—]\s)?(?:avec|with|mit|с|и|et|and)\s(?P<agency>(?:l[’'])?[A-ZА-Я]{{2,6}}(?:\s[A-Z]{{2,4}})?)"
)


def read_name_with_agency(line: str) -> list[Field] | None:
    """The line on who wrote a text with what an agency had sent: "Anna Kim - avec AFP"."""
    found = _NAME_WITH_AGENCY.fullmatch(line)
    return [Field("byline", line, 0, len(line)), Field("authors", found["name"], *found.span("name"))] if found else None


def read_name_and_dash(line: str) -> list[Field] | None:
    """A line that says with a dash what somebody is, and under which address to find him: "NAME — docent of the chair of law, e-mail: ..."."""
    found = _NAME_AND_DASH.fullmatch(line) if line[:1].isupper() else None
    if not found or is_no_person(found["name"]) or not ROLE_WORD.match(found["what"]):
        return None
    role, affiliation = split_role(found["what"].strip(" ,"))
    name = Field("authors", found["name"], *found.span("name"), role=role, affiliation=affiliation)
    return [Field("byline", found["name"], *found.span("name")), name]


_NAME_AND_DEGREE = Pattern(
    rf"(?P<name>{PERSON}),\s(?:(?:D\.?\s?Sc|Ph\.?\s?D|D\.?\s?Phil|LL\.?D|Dr\.?\s?(?:Sc|Hab)|Cand\.?\s?Sc)\.?(?:\s?\([^()]{{3,40}}\))?),\s"
    rf"(?P<what>[^.!?]{{6,180}}?)(?:\s\([^()]{{3,40}}\))?\.?$"
)


def read_name_and_degree(line: str) -> list[Field] | None:
    """A journal's line on an author: "NAME, D.Sc. (Political Science), Chief Research Fellow, Institute of X (Town, Country)"."""
    found = _NAME_AND_DEGREE.fullmatch(line.strip())
    if not found or is_no_person(found["name"]) or _SAYS_WHAT_HE_IS.match(found["what"]) or not (is_role(found["what"]) or names_body(found["what"])):
        return None
    role, affiliation = split_role(found["what"])
    at = line.index(found["name"])
    return [
        Field("byline", line.strip(), at, at + len(line.strip())),
        Field("authors", found["name"], at, at + len(found["name"]), role, affiliation),
    ]
