"""Lines that hold an author together with something else: a title, a class, a house, posts, a day."""

from __future__ import annotations

import re

from articles.ingest.dates import PrintedDate, find_dates
from articles.ingest.sources.outlets import is_outlet
from articles.ingest.statements.bylines import read_byline
from articles.ingest.statements.dates import read_date
from articles.ingest.statements.field import Field, date_field, moved, shifted, signed
from articles.ingest.statements.names import (
    FULL_NAME,
    LOWER,
    NAME,
    SURNAME,
    SURNAME_AND_INITIALS,
    has_given_name,
    is_no_person,
    names_person,
    turn_name,
)
from articles.ingest.statements.people import DESK, read_person
from articles.ingest.statements.periodicals import read_volume
from articles.ingest.statements.roles import is_role, names_body, split_role
from articles.ingest.vocabulary import REPORTING_CITIES
from kzarchive.patterns import Pattern

_CLASS_AND_AUTHOR = Pattern(r"(?:(?:удк|әож|udc|udk)[\s:№]{1,2}[0-9][0-9./()+:-]{0,40}|doi:?\s?10\.\S{4,60})\s+(?=[^\W\d_])", re.I)


def read_class_and_author(line: str) -> list[Field] | None:
    """The line of a journal that gives the decimal class, or its own identifier, and the authors: "УДК 327.5 I.O. SURNAME"."""
    number = _CLASS_AND_AUTHOR.match(line)
    people = read_person(line[number.end() :]) if number else None
    return [moved(found, number.end()) for found in people] if people else None


_CAPITALS_AND_PATRONYMIC = Pattern(
    rf"(?P<name>[^\W\d_{LOWER}]{{3,}}(?:-[^\W\d_{LOWER}]{{2,}})?\s[^\W\d_{LOWER}][{LOWER}]+\s[^\W\d_{LOWER}][{LOWER}]+"
    rf"(?:ич|вна|чна|ұлы|улы|қызы|кызы|оглы|оғлы))(?:\s[–—-]\s|,?\s)(?=[^\W\d_])"
)


def read_capitals_and_degree(line: str) -> list[Field] | None:
    """A journal's line on an author: "SURNAME Name Patronymic доктор наук, профессор; ректор института (address)"."""
    match = _CAPITALS_AND_PATRONYMIC.match(line)
    what = re.split(r"[;(]", line[match.end() :])[0].strip(" ,.") if match else ""
    if not is_role(what) or re.search(r"[.!?]\s", what):
        return None
    name = match["name"]
    role, affiliation = split_role(what)
    return signed(name, role=role, affiliation=affiliation)


_NAME_AND_CAPITALS = Pattern(rf"(?P<name>(?-i:[^\W\d_{LOWER}][{LOWER}]+)\s(?-i:[^\W\d_{LOWER}]{{3,}}))\.\s(?P<title>(?-i:[^{LOWER}]{{8,120}}))")

# A headline in small letters, where it leaves something open or asks: a turn of a conversation begins with the name as well.
_NAME_AND_HEADLINE = Pattern(
    rf"(?P<name>(?-i:[^\W\d_{LOWER}][{LOWER}]+)\s(?-i:[^\W\d_{LOWER}]{{3,}}))\.\s"
    rf"(?P<title>(?-i:[^\W\d_{LOWER}])[^.!?]{{7,120}}(?:[?!]|[?!]?\.{{2,3}}|…|(?<=[^\W_])))"
)


def read_name_and_capitals(line: str) -> list[Field] | None:
    """The line of a portal that gives author and title, one of them in capitals: "Name SURNAME. TITLE OF THE TEXT", "Name SURNAME. What next?.."."""
    match = (_NAME_AND_CAPITALS.fullmatch(line) or _NAME_AND_HEADLINE.fullmatch(line)) if len(line) <= 200 else None
    if not match or " " not in match["title"] or not match["title"][0].isalnum():
        return None
    name = Field("authors", match["name"], *match.span("name"))
    return [Field("byline", match["name"], *match.span("name")), name, Field("title", match["title"], *match.span("title"))]


_NAME_AND_TITLE = Pattern(
    rf"(?P<name>{SURNAME_AND_INITIALS}|(?-i:[^\W\d_{LOWER}][{LOWER}]{{2,}}\s[^\W\d_{LOWER}]{{3,}}(?!,)))[.,:]?\s[«“\"„](?P<title>[^\W_][^«»“”\"„]{{8,200}})[»”\"“](?:\.?\s?(?:E-?mail|PDF|DOC))?\.?",
    re.I,
)


def read_name_and_title(line: str) -> list[Field] | None:
    """The line of a collection that gives author and title: "SURNAME I.O. «Title». E-mail", "Name SURNAME “Title”".

    Behind "Name SURNAME," stands the paper.
    """
    match = _NAME_AND_TITLE.fullmatch(line) if len(line) <= 300 and line[0].isupper() else None
    if not match:
        return None
    name = Field("authors", match["name"], *match.span("name"))
    return [Field("byline", match["name"], *match.span("name")), name, Field("title", match["title"], *match.span("title"))]


_INITIALS_AND_SURNAME = rf"(?-i:[^\W\d_{LOWER}])\.\s?(?-i:[^\W\d_{LOWER}])\.\s?(?-i:[^\W\d_{LOWER}][^\W\d_]+)"
_NAME_AND_HOUSE = Pattern(rf"(?P<name>{SURNAME_AND_INITIALS}|{_INITIALS_AND_SURNAME})\s(?P<house>[^\W\d_{LOWER}][^!?:]{{8,160}})")


_TOWN_IN_SHORT = Pattern(r"\s(?:қ|г)\.$")


def read_name_and_house(line: str) -> list[Field] | None:
    """The line of a journal with a name and, right behind its initials, where its bearer works: "SURNAME I.O. X Institute of Lamps"."""
    match = _NAME_AND_HOUSE.fullmatch(line) if len(line) <= 200 else None
    if not match or not names_body(_TOWN_IN_SHORT.sub("", match["house"])):
        return None
    name = Field("authors", match["name"], *match.span("name"), affiliation=match["house"])
    return [Field("byline", line, 0, len(line)), name]


_DEGREE_IN_SHORT = r"(?:[^\W\d_]{1,3}\.(?:-[^\W\d_]\.)?){2,4}"  # "к.ф.-м.н.", "Ф.ғ.к."
_NAME_AND_POSTS = Pattern(rf"(?P<name>{SURNAME_AND_INITIALS})\s?[–—-]\s(?P<role>{_DEGREE_IN_SHORT},\s[^!?]{{8,240}}[\w)»])")
_POSTS_AND_NAME = Pattern(rf"(?P<role>{_DEGREE_IN_SHORT},?\s[^.!?]{{8,180}}?)\s(?P<name>{SURNAME_AND_INITIALS})")


def read_name_and_posts(line: str) -> list[Field] | None:
    """The line of a paper with its author, his degree in short and his posts: "SURNAME I.O. – к.и.н., docent, ..." or "Ф.ғ.к. ... SURNAME I.O."."""
    match = _NAME_AND_POSTS.fullmatch(line) or _POSTS_AND_NAME.fullmatch(line)
    if not match:
        return None
    return [Field("byline", line, 0, len(line)), Field("authors", match["name"], *match.span("name"), role=match["role"])]


_NAME_AND_JOURNAL = Pattern(
    rf"(?P<name>{NAME.pattern})\.\s(?P<publication>[^\W\d_{LOWER}][^.]{{4,80}})\.\s(?=Vol(?:ume|\.)\s?[0-9])(?P<numbers>.{{8,80}}?)\.?"
)


def read_name_and_journal(line: str) -> list[Field] | None:
    """The line below a title on who wrote a text and where it appeared: "NAME. Journal. Volume 65, Issue 1, January/February 2018."."""
    match = _NAME_AND_JOURNAL.fullmatch(line) if len(line) <= 200 else None
    numbers = read_volume(match["numbers"]) if match else None
    if not numbers or is_no_person(match["name"]):
        return None
    name = Field("authors", match["name"], *match.span("name"))
    paper = Field("publication", match["publication"], *match.span("publication"))
    return [Field("byline", match["name"], *match.span("name")), name, paper, *(moved(found, match.start("numbers")) for found in numbers)]


_PUBLISHED = Pattern(r"(?P<name>[^\W\d_a-zа-яё][^.!?:;]{1,80}?)\s(?:[|•·]\s)?Published(?: on)?:?\s")
_BY = Pattern(r"(?:[Vv]on|[Pp]ar|[Bb]y)\s(?=\S)")
_UPDATED_BEHIND = Pattern(r"(?:\s?[|•·])?\s(?:Last )?(?:Updated|Modified)\b.{4,60}", re.I)


def _begin_of_name(text: str, *, least_words: int) -> int:
    """Return where in ``text`` the name begins: behind "by", if at least so many words follow it."""
    by = _BY.match(text)
    return by.end() if by and len(text[by.end() :].split()) >= least_words else 0


def read_name_and_publishing(line: str) -> list[Field] | None:
    """The line of a paper with who wrote a report, a person or an agency, and when it was published: "Anna Kim Published March 3, 2022"."""
    match = _PUBLISHED.match(line) if len(line) <= 160 else None
    days = find_dates(line[match.end() :]) if match else []
    if not days or days[0].start:
        return None
    day = shifted(days[0], match.end())
    if line[day.end :].strip(" .|") and not _UPDATED_BEHIND.fullmatch(line, day.end):
        return None
    at = match.start("name") + _begin_of_name(match["name"], least_words=1)
    name = line[at : match.end("name")]
    named = [moved(found, at) for found in read_person(name) or () if found.name == "authors"]
    if not named and (is_outlet(name) or DESK.search(name)):
        named = [Field("authors", name, at, at + len(name))]
    if not named:
        return None
    return [Field("byline", match["name"], *match.span("name")), *named, date_field(line, day)]


# A headline, and behind it "– by Anna Kim (Agency – May 30, 2025)", "- Yazan: Anna Kim" or ". April. 20, 2019 07:45. by Anna Kim".
_TITLE_AND_NAME_AND_PAPER = Pattern(
    rf"(?P<title>\S+(?:\s\S+){{3,30}}?)\s[–—-]\s(?P<byline>[Bb]y\s(?P<name>{NAME.pattern}))\s\((?P<publication>[^()]{{2,60}}?)\s[–—-]\s(?P<day>[^()]{{6,24}})\)"
)
_TITLE_AND_LABELLED_NAME = Pattern(
    rf"(?P<title>\S+(?:\s\S+){{3,30}}?)\s[–—-]\s(?P<byline>(?:Yazan|Автор|Author|Autor|Auteur)\s?:\s?(?P<name>{NAME.pattern}))"
)
_TITLE_BY_NAME_ON_DAY = Pattern(
    rf"(?P<title>\S+(?:\s\S+){{3,30}}?)\s(?P<byline>[Bb]y\s(?P<name>{SURNAME}(?:\s[^\W\d_{LOWER}]\.)?\s(?:{SURNAME}|[^\W\d_{LOWER}])))\s[Oo]n\s(?P<day>[^()]{{6,40}})"
)
_TITLE_AND_PAR = Pattern(rf"(?P<title>\S+(?:\s\S+){{3,30}}?)\.\s(?P<byline>(?:Par|Von|By)\s(?P<name>{SURNAME}\s{SURNAME}))")
_TITLE_DAY_AND_NAME = Pattern(
    rf"(?P<title>\S+(?:\s\S+){{3,30}}?)\.\s(?P<day>[A-Z][a-z]{{2,8}}\.?\s[0-9]{{1,2}},\s(?:19|20)[0-9]{{2}})(?:\s[0-9]{{2}}:[0-9]{{2}})?\.\s"
    rf"(?P<byline>[Bb]y\s(?P<name>{NAME.pattern}))(?:\s\S+@\S+)?\.?"
)


def read_title_and_name(line: str) -> list[Field] | None:
    """The line of a collector of news that gives the headline, who wrote it, and perhaps for which paper and when."""
    if len(line) > 280:
        return None
    forms = (_TITLE_AND_NAME_AND_PAPER, _TITLE_AND_LABELLED_NAME, _TITLE_DAY_AND_NAME, _TITLE_AND_PAR, _TITLE_BY_NAME_ON_DAY)
    match = next((match for form in forms if (match := form.fullmatch(line))), None)
    if not match or is_no_person(match["name"]):
        return None
    parts = match.groupdict()
    fields = [Field(name, match[name], *match.span(name)) for name in ("title", "byline", "publication") if parts.get(name)]
    days = find_dates(match["day"]) if parts.get("day") else []
    if parts.get("day") and (len(days) != 1 or days[0].start):
        return None
    return [*fields, Field("authors", match["name"], *match.span("name")), *(date_field(line, shifted(day, match.start("day"))) for day in days)]


_NAME_IN_TOWN = Pattern(rf"(?P<name>{NAME.pattern})\s(?:[Ii]n|aus|depuis)\s(?P<town>[^\W\d_{LOWER}][\w’'-]+(?:[\s-][^\W\d_{LOWER}][\w’'-]+){{0,2}})")


def read_name_in_town(line: str) -> list[Field] | None:
    """The line above a report with its reporter and where he is: "Anna Kim in Kuryk"."""
    match = _NAME_IN_TOWN.fullmatch(line) if len(line) <= 60 else None
    if (
        not match
        or match["name"].startswith("By ")
        or (match["town"].upper() not in REPORTING_CITIES and " aus " not in line)
        or is_no_person(match["name"])
        or not has_given_name(match["name"])
    ):
        return None
    return [Field("byline", line, 0, len(line)), Field("authors", match["name"], *match.span("name"))]


_NAME_TURNED_AND_DAY = Pattern(
    r"(?P<last>[^\W\d_a-zа-яё][\w’'-]+(?:\s[^\W\d_a-zа-яё][\w’'-]+)?),\s(?P<first>[^\W\d_a-zа-яё][\w’'-]+(?:\s[^\W\d_a-zа-яё][\w’'.-]*)?)\s\|\s(?P<day>\S.{7,40})"
)


def read_name_turned_and_day(line: str) -> list[Field] | None:
    """The line of a broadcaster with the author, surname first, a bar and the day: "Kim, Anna | 01. Juli 2023, 13:32 Uhr"."""
    match = _NAME_TURNED_AND_DAY.fullmatch(line) if len(line) <= 100 else None
    days = find_dates(match["day"]) if match else []
    if len(days) != 1 or match["day"][: days[0].start].strip():
        return None
    end = match.end("first")
    name = f"{match['first']} {match['last']}"
    fields = [Field("byline", line[:end], 0, end), Field("authors", name, 0, end)]
    return [*fields, date_field(line, shifted(days[0], match.start("day")))]


_TURNED = r"[^\W\d_a-zа-яё][\w’'-]+(?:\s[^\W\d_a-zа-яё][\w’'-]+){0,2},\s(?:[^\W\d_a-zа-яё](?:[\w’'-]+|\.)\s?){1,3}"
_NAMES_TURNED = Pattern(rf"{_TURNED}(?:;\s{_TURNED}){{1,7}}\.?")


def read_names_turned(line: str) -> list[Field] | None:
    """A line of nothing but authors, surnames first, as repositories list them: "Kim, Anna; Lee, Victor"."""
    if ";" not in line or len(line) > 200 or not _NAMES_TURNED.fullmatch(line):
        return None
    parts = re.finditer(r"[^;\s][^;]*[^;\s]", line)
    names = [(turn_name(part[0]), *part.span()) for part in parts]
    if not all(has_given_name(name) or "." in name for name, _, _ in names):
        return None
    return [Field("byline", line, 0, len(line)), *(Field("authors", name, start, end) for name, start, end in names)]


_NAME_OR_TOWN = r"[^\W\d_a-zа-яё][^/|–—:;.!?]{2,40}?"
_NAME_AND_TOWN = Pattern(rf"(?P<a>{_NAME_OR_TOWN})\s?(?:/|\||\s[–—-]\s)\s?(?P<b>{_NAME_OR_TOWN})")

_NAME_AND_POST = Pattern(
    rf"(?P<name>{FULL_NAME.pattern})\s(?P<post>(?:(?:Political|Senior|Staff|Chief|Foreign|Diplomatic|Business|Economics?|Energy|Defen[cs]e|Security|"
    r"Investigative|Special|Contributing|Guest|Associate|Managing|Deputy|National|World|International|Legal|Sports|Science|Environment)\s){1,2}"
    r"(?:Correspondent|Reporter|Editor|Columnist|Writer|Contributor|Analyst))"
)


def read_name_and_post(line: str) -> list[Field] | None:
    """The line of an author with his post right behind his name and no sign between: "Anna Kim Political Correspondent"."""
    found = _NAME_AND_POST.fullmatch(line) if len(line) <= 80 else None
    if not found or not names_person(found["name"]):
        return None
    return [Field("byline", line, 0, len(line)), Field("authors", found["name"], *found.span("name"), role=found["post"])]


_BY_BEHIND = Pattern(r"\s(?:[|•·–—-]\s)?(?=[Bb]y\s[^\W\d_a-zа-яё])")


def read_day_and_byline(line: str) -> list[Field] | None:
    """A line with the label of a day, the day and who wrote the text, nothing between: "Published on 09/08/2018 - 16:21 By Lamp Agency"."""
    seam = _BY_BEHIND.search(line) if len(line) <= 160 else None
    dated = read_date(line[: seam.start()]) if seam and seam.start() else None
    signed = read_byline(line[seam.end() :]) if dated else None
    return [*dated, *(moved(field, seam.end()) for field in signed)] if signed else None


def read_name_and_town(line: str) -> list[Field] | None:
    """A line of an author and the town he reports from, in either order, a stroke, bar or dash between: "Anna Kim / ANKARA"."""
    found = _NAME_AND_TOWN.fullmatch(line) if len(line) <= 80 else None
    for name, town in (("a", "b"), ("b", "a")) if found else ():
        if found[town].strip().upper() in REPORTING_CITIES and names_person(found[name].strip()):
            at, end = found.start(name) + _begin_of_name(found[name], least_words=2), found.end(name)
            place = Field("dateline", found[town].strip(), *found.span(town))
            return [Field("byline", found[name], *found.span(name)), Field("authors", line[at:end].strip(), at, end), place]
    return None


_PREPARED_BY = Pattern(
    rf"(?P<printed>(?:source\s?:\s)?this (?:commentary|article|analysis|report|paper|post|brief|text) (?:was|is|has been) "
    rf"(?:prepared|written|contributed|submitted|authored) (?:(?:specially|exclusively) )?(?:for \S{{2,40}}(?:\s\S{{2,30}}){{0,4}} )?by "
    rf"(?-i:(?P<name>{FULL_NAME.pattern})))(?:,\s(?P<what>[^.!?]{{3,200}}))?\.?",
    re.I,
)


def read_prepared_by(line: str) -> list[Field] | None:
    """The note of a site on who wrote what stands above it, and for whom: "This commentary was prepared for Lamp by Anna Kim, analyst at X"."""
    found = _PREPARED_BY.fullmatch(line)
    if not found or is_no_person(found["name"]):
        return None
    role, affiliation = split_role(found["what"]) if found["what"] else (None, None)
    byline = Field("byline", found["printed"], *found.span("printed"))
    return [byline, Field("authors", found["name"], *found.span("name"), role=role, affiliation=affiliation)]


_NAME_TOWN_AND_PAPER = Pattern(
    rf"(?P<name>{FULL_NAME.pattern})(?:,\s(?P<town>[^\W\d_]{{3,20}}))?\.\s(?:[Ee]xclusively|[Ss]pecially|[Ss]pecial|[Ee]xclusive) (?:to|for) "
    r"(?P<paper>[^\W\d_a-zа-яё][^.!?]{2,50})\.?"
)


def read_name_town_and_paper(line: str) -> list[Field] | None:
    """The line of a portal with its author, his town and for whom he writes: "Anna Kim, Kuryk. Exclusively to the Lighthouse"."""
    found = _NAME_TOWN_AND_PAPER.fullmatch(line) if len(line) <= 120 else None
    if not found or is_no_person(found["name"]):
        return None
    byline = Field("byline", line, 0, len(line))
    return [byline, Field("authors", found["name"], *found.span("name")), Field("publication", found["paper"], *found.span("paper"))]


_TURNED_WITH_COLON = Pattern(r"(?P<last>[^\W\d_a-zа-яё][\w’'-]+),\s(?P<first>[^\W\d_a-zа-яё][\w’'-]+(?:\s[^\W\d_a-zа-яё][\w’'-]*\.?)?)\s?:")


def read_name_turned_with_colon(line: str) -> list[Field] | None:
    """The line of a list of publications with the author, surname first, above the title: "Kim, Anna:"."""
    found = _TURNED_WITH_COLON.fullmatch(line) if len(line) <= 60 else None
    if not found or not has_given_name(found["first"]) or is_no_person(f"{found['first']} {found['last']}"):
        return None
    printed = line.rstrip(" :")
    return [Field("byline", printed, 0, len(printed)), Field("authors", turn_name(printed), 0, len(printed))]


_NAME_BEFORE_TOWN = Pattern(rf"(?P<name>{FULL_NAME.pattern}),\s(?P<town>[^\W\d_{LOWER}][\w’'-]+(?:\s[^\W\d_{LOWER}][\w’'-]+)?)")


def read_names_with_towns(line: str) -> list[Field] | None:
    """The signature of reporters in several towns, each behind its own: "Anna Kim, Kuryk; Paul Reed, Baku"."""
    parts = line.rstrip(".").split("; ") if "; " in line and len(line) <= 160 else []
    found = [_NAME_BEFORE_TOWN.fullmatch(part) for part in parts]
    if len(found) < 2 or not all(found) or not any(match["town"].upper() in REPORTING_CITIES for match in found if match):
        return None
    fields, at = [Field("byline", line, 0, len(line))], 0
    for match in found:
        fields.append(Field("authors", match["name"], at, at + match.end("name"), affiliation=None))
        at += match.end() + len("; ")
    return fields


def _read_day_and_authors(found: re.Match[str] | None) -> tuple[PrintedDate | None, list[Field]]:
    """Return the one day of group ``day`` and the fields of group ``byline``; no day where either is wanting or nobody signs."""
    days = find_dates(found["day"]) if found else []
    signed = (read_byline(found["byline"]) or []) if found and len(days) == 1 else []
    return (days[0], signed) if any(field.name == "authors" for field in signed) else (None, [])


_BYLINE_AND_ISSUE = Pattern(r"(?P<byline>By\s[^()]{5,100})\s\((?P<issue>[A-Z]{2,6}\s(?:No|Issue)\.?\s?[0-9]{1,5}),\s(?P<day>[^()]{6,20})\)")


def read_byline_and_issue(line: str) -> list[Field] | None:
    """The by-line of a house of reporters with the number of its dispatch and the day: "By Anna Kim in Kuryk (HDR No. 257, 23-Jan-04)"."""
    found = _BYLINE_AND_ISSUE.fullmatch(line) if len(line) <= 160 else None
    day, signed = _read_day_and_authors(found)
    if not found or day is None:
        return None
    return [
        *signed,
        Field("issue", found["issue"], *found.span("issue")),
        date_field(line, shifted(day, found.start("day")), name="published_on"),
    ]


_DAY_POSTED_AND_WRITTEN = Pattern(
    r"(?P<day>[^\W\d_]{3,9}\.? [0-3]?[0-9], (?:19|20)[0-9]{2}|[0-3]?[0-9] [^\W\d_]{3,9} (?:19|20)[0-9]{2}) [Pp]osted by [^.:]{3,50}? "
    r"(?P<byline>[Ww]ritten by [^.:]{5,80})"
)


def read_day_posted_and_written(line: str) -> list[Field] | None:
    """The line of a house's news with the day, who put the text up and who wrote it: "Jun 08, 2021 Posted by Lamp House Written by Anna Kim"."""
    found = _DAY_POSTED_AND_WRITTEN.fullmatch(line) if len(line) <= 180 else None
    day, signed = _read_day_and_authors(found)
    if not found or day is None:
        return None
    return [date_field(line, day, name="published_on"), *(moved(field, found.start("byline")) for field in signed)]
