"""Names of authors on lines of their own, and what a page says of them."""

from __future__ import annotations

import re

from articles.ingest.clean import comparable
from articles.ingest.reading import MOST_HEAD_LINES, Reading, goes_on_quotation, is_in_list, plain
from articles.ingest.record import DraftAuthor
from articles.ingest.sources import is_outlet
from articles.ingest.statements.bylines import announces_names, read_byline
from articles.ingest.statements.field import Field, moved
from articles.ingest.statements.houses import read_agency
from articles.ingest.statements.lines import read_statement
from articles.ingest.statements.names import COURTESY, FULL_NAME, begins_with_degree, has_given_name, names_person
from articles.ingest.statements.people import read_desk, read_person
from articles.ingest.statements.periodicals import read_numbering, read_volume
from articles.ingest.statements.provenance import says_what_thesis
from articles.ingest.statements.roles import is_body, is_role, names_body, split_role
from kzarchive.patterns import Pattern

# What is said of somebody: "NAME is a fellow at ...", "NAME, a former envoy, is ...", "NAME teaches at ...", "NAME – историк".
_IS_SOMEBODY = Pattern(
    r"(?:\s[^\W\d_a-zа-я]\w+){0,2}(?P<aside>,\s[^.]{3,160}?,?)??\s(?:(?:is|was|has been|ist|war|est|является|—|–)\s(?:currently\s|"
    r"also\s)?(?:an?\s|the\s|eine?\s|une?\s)?|"
    r"(?:teaches|works|writes|lectures|serves|heads|leads|directs|lives|holds|studies|lebt|arbeitet|lehrt|leitet|forscht|schreibt|enseigne|"
    r"dirige|travaille|vit|работает|преподает|преподаёт|возглавляет|руководит|живет|живёт)(?=\s))(?P<what>\S.{3,200}|\s\S.{3,200})"
)
_BORN = Pattern(r",?\s\(?(?:geb\.|geboren|born|né[e]?|род\.|родил\w+)\s")
_LONGEST_LEAD_WORDS = 80
_LEAST_WORDS_OF_PARAGRAPH = 15
_SAID_IN_TURKISH = Pattern(
    r",?\s(?P<what>[^.]{3,160}?(?:üyesi|uzmanı|başkanı)|[^.]{3,160}?)(?:d[ıiuü]r|t[ıiuü]r|m[ae]ktad[ıi]r|yapıyor|çalışıyor|болып жұмыс істейді|"
    r"болып табылады|(?<=üyesi)|(?<=uzmanı)|(?<=başkanı))\.?$"
)
_INTRODUCES = Pattern(r".{5,50}\s(?:is|ist|est|является)\s")
_OF_THE_AUTHOR = Pattern(
    r"\*?(?:the )?(?:author|writer|contributor)s?(?:,.{3,80}?,)? (?:is|was|are|were|teaches|works|serves|has|holds|studies|lives)\b|"
    r"автор(?:ы)? (?:—|–|-|является)\s|(?:der|die) autorinn?(?:en)?\s(?:ist|lehrt|arbeitet)|(?:der|die) autor(?:en)?\s(?:ist|sind|lehrt|arbeitet)|"
    r"l[’'](?:auteure?) (?:est|enseigne)\b",
    re.I,
)
_OF_A_PLACE = Pattern(r"\s(?:at|of|with|for|in|from|based|an der|am|im|à|de|du)\s|,|института|университета|центра|наук")
_BEFORE_NAME = Pattern(r"[*†•(\[\s]*(?:(?:Dr|Prof|Doç|Professor|Ambassador|Amb|Mr|Ms|Mrs)\.?\s){0,2}")
_END_OF_ROLE = Pattern(
    r"\.\s|\sand (?:an?|the)\s|\s(?:based )?in (?=[A-ZА-Я][a-zа-я]+(?:[.,;]|$))|;\s|,?\swho\s|"
    r"\s(?:in|from|since|until) (?:19|20)[0-9]{2}|,\soù\s|\sund lebt\b|\sand (?:lives|tweets)\b|\.$"
)
_NOTE_MARK = Pattern(r"(?:[1-9],?\s){0,4}(?P<mark>[¹²³⁴⁵*†‡]|[1-5a-e](?=\s?[^\W\d_a-zа-я]|\s))\s?(?=[^\W\d_])")
_BETWEEN_NOTES = Pattern(r";\s*(?=[1-5a-e¹²³⁴⁵]\s?[^\W\d_])")
_INITIAL = Pattern(r"(?<![^\W\d_])[^\W\d_]\.\s?[^\W\d_]")


def _names_picture(reading: Reading, i: int) -> bool:
    """Tell whether line ``i`` names who is on a picture: its credit stands below, and the title speaks of that person."""
    words = reading.page.line(i).split()
    is_above_credit = reading.page.removed.get(i + 1) == "photo credit" and reading.page.line(i + 1)[0] == "("
    return is_above_credit and len(words) <= 4 and comparable(words[-1]) in comparable(reading.values.get("title", ""))


def read_lines_of_names(reading: Reading, head: list[int], tail: list[int]) -> None:
    """Take a line of nothing but names for the by-line, where by-lines stand: near the title, or right below the text."""
    if reading.authors and "byline" not in reading.values and reading.layer.markup:
        _find_declared_names(reading, head)
    names_nobody = "byline" in reading.values and not any(doubt.code == "blank-byline" for doubt in reading.doubts)
    if reading.authors or ("byline" in reading.values and not names_nobody):
        return
    page = reading.page
    title = reading.title_line()
    near = []
    if title is None:  # a name is all that stands above the text
        kept = [i for i in head if reading.is_kept(i)]
        near = [i for i in kept[:1] if names_person(page.line(i)) and not _is_spoken_of(reading, page.line(i))]
    else:
        kept = [i for i in head if reading.is_kept(i)]
        above = [i for i in kept if i < title]
        near = [i for i in kept if i > title and _may_stand_below_title(reading, i, title)][:4] + [
            i
            for i in above
            if (_stands_among_statements(reading, i) and not _tags_text(reading, i, title))
            or (
                i == title - 1 and i > 1 and page.removed.get(i - 1) == "update date" and comparable(page.line(i - 2)) == comparable(page.line(title))
            )
            or (i == kept[0] and not reading.layer.markup and has_given_name(page.line(i)) and "," in page.line(i))
        ]
    near = [i for i in near if not goes_on_quotation(reading, i)]
    if title is not None and title > 2 and comparable(page.line(0)) == comparable(page.line(1)):  # a masthead, printed twice
        near = [i for i in near if i > 0]
    near = [i for i in near if page.raw(i)[0] not in "–—-" or not says_who_is_quoted(reading, i)]  # of a motto
    if title is not None and not reading.layer.markup and _read_name_above_title(reading, title):
        return
    for i in [i for i in near if _names_picture(reading, i)]:
        near.remove(i)
        reading.captions.add(i)
    near.sort(key=lambda i: not (has_given_name(page.line(i)) or "," in page.line(i)))
    listed = [i for i in head if title is not None and i > title and reading.is_kept(i)]
    if title is not None and _read_list_of_authors(reading, listed):
        return
    for i in near:
        if reading.layer.markup and _INTRODUCES.match(page.line(i)) and len(page.line(i).split()) <= 30:
            _read_author_of_biography(reading, i, 0)
            if reading.authors:
                return
    signing = [
        i
        for i in tail
        if not _comes_to_event(reading, i) and reading.is_kept(i) and not _says_who_is_shown(reading, i) and not says_who_is_quoted(reading, i)
    ]
    for i in [*near, *signing[:2]]:
        if state_signature(reading, i, is_below_text=i in tail):
            for j in range(i + 1, min(i + 3, page.count)):
                if reading.is_kept(j) and comparable(page.line(j)) == comparable(page.line(i)) and page.raw(j)[-1] != ":":
                    page.removed[j] = "repeated by-line"
            return
    for i in near:
        if _state_glued_name(reading, i):
            return
    if title is not None and not reading.layer.markup and any(_state_name_and_house(reading, i) for i in listed if i <= title + 2):
        return
    _read_signature_in_capitals(reading, tail)
    if not reading.authors and "byline" not in reading.values:
        _read_who_writes(reading)


_PERSON_BEFORE = Pattern(rf"(?P<name>{FULL_NAME.pattern})(?P<sign>\s?[-–—]\s|\s[-–—](?=\S))(?=\S+(?:\s\S+){{2}})")


def _part_author_before_title(reading: Reading) -> bool:
    """Part the author from the title before which he is named, with a dash between, where the text never speaks of him: else he is who is quoted."""
    start, end = reading.spans["title"][0]
    found = _PERSON_BEFORE.match(reading.page.text, start, end)
    if not found or not names_person(found["name"]) or _is_spoken_of(reading, found["name"].split()[-1]):
        return False
    reading.values["title"] = plain(reading.page.text[found.end() : end])
    reading.spans["title"] = [(found.end(), end)]
    for name in ("byline", "authors"):
        reading.note(Field(name, found["name"], 0, len(found["name"])), start)
    reading.remove_stretch(found.end("name"), found.end(), "field label")
    return True


_PERSON_AT_END = Pattern(r"[^\W_»”\"]+(?P<stop>[»”\"?!]?)\s(?P<name>[А-ЯЁӘІҢҒҮҰҚӨҺ][а-яёәіңғүұқөһ-]+\s[А-ЯЁӘІҢҒҮҰҚӨҺ][\w-]+)$")


def part_author_from_title(reading: Reading) -> None:
    """Part the author from the title in whose line he is named without a sign between: "Новый порт на реке NAME", where the text never speaks of him.

    Of whom a headline tells, the text tells too; and in Russian or Kazakh hardly any name ends one in the nominative.
    """
    page = reading.page
    line = reading.title_line()
    if line is None or reading.layer.markup or reading.authors or "byline" in reading.values or len(reading.spans["title"]) != 1:
        return
    if _part_author_before_title(reading):
        return
    start, end = reading.spans["title"][0]
    found = _PERSON_AT_END.search(page.text[start:end], max(0, end - start - 80))
    if not found or not names_person(found["name"]) or not has_given_name(found["name"].split()[0]):
        return
    before = page.text[start : start + found.start("name")].split()
    is_led_to = not found["stop"] and (before[-1].casefold() in ("и", "мен", "пен", "бен") or is_role(" ".join(before[-6:])))
    texts = [i for i in range(line + 1, page.count) if reading.is_kept(i) and page.is_prose(i)]
    if len(before) < 3 or is_led_to or len(texts) < 2 or _is_spoken_of(reading, found["name"]):
        return
    at = start + found.start("name")
    reading.values["title"] = plain(page.text[start:at])
    reading.spans["title"] = [(start, at - 1)]
    for name in ("byline", "authors"):
        reading.note(Field(name, found["name"], 0, len(found["name"])), at)


def read_line_below_lead(reading: Reading) -> None:
    """Read the by-line, or the agency, that stands alone right below the first paragraph of a page: "A conversation with NAME" behind a lead.

    It has a word for it, or is an agency's name; the text goes on below.
    """
    page = reading.page
    if reading.authors or "byline" in reading.values or reading.layer.markup:
        return
    kept = [i for i in page.kept() if reading.is_kept(i) and i not in reading.captions]
    first = next((n for n, i in enumerate(kept[:MOST_HEAD_LINES]) if page.is_prose(i)), None)
    if first is None or first + 2 >= len(kept) or len(page.line(kept[first]).split()) > _LONGEST_LEAD_WORDS:
        return
    i = kept[first + 1]
    below = kept[first + 2]
    if not page.is_short(i) or page.raw(i)[-1] in ".?!:" or len(page.line(i).split()) > 10 or page.is_prose(i):
        return
    if page.text[page.start(below)].islower():  # a link inside a sentence
        return
    fields = read_agency(page.raw(i)) or read_byline(page.raw(i))
    raw = _MARK_BEHIND_NAME.sub("", page.raw(i))
    is_name = names_person(raw) or (begins_with_degree(raw) and bool(read_person(raw)))
    is_followed = page.is_prose(below) or len(page.text[page.start(below) : page.end(below)].split()) >= _LEAST_WORDS_OF_PARAGRAPH
    if not fields and is_name and page.follows_gap(i) and page.follows_gap(below) and is_followed:
        is_once = sum(page.is_short(j) and page.raw(j) == page.raw(i) for j in kept) == 1  # who speaks is named again
        others = any(page.is_short(j) and names_person(page.raw(j)) for j in kept[first + 2 :])
        fields = read_person(raw) if is_once and not others and not _is_spoken_of(reading, raw) else None
    if fields and any(found.name == "authors" for found in fields):
        reading.state_fields(i, fields)


_HEADS_GUESTS = frozenset({"participants", "speakers", "panelists", "panellists", "panel", "moderators"})


def _comes_to_event(reading: Reading, i: int) -> bool:
    """Tell whether line ``i`` stands in the list of those who come to an event, below that word."""
    page = reading.page
    return any(page.is_short(j) and comparable(page.line(j)).rstrip(" :") in _HEADS_GUESTS for j in range(max(0, i - 8), i))


def _says_who_is_shown(reading: Reading, i: int) -> bool:
    """Tell whether line ``i`` below a text, with a full stop, says who is on a picture: the text names that person in full."""
    page = reading.page
    line = page.line(i)
    name = FULL_NAME.match(line) if line[-1] == "." and len(line.split()) >= 6 and page.is_short(i) else None
    return bool(name) and any(page.text.find(name[0], page.start(j), page.end(j)) >= 0 for j in range(i) if reading.is_kept(j) and page.is_prose(j))


def says_who_is_quoted(reading: Reading, i: int) -> bool:
    """Tell whether the name in line ``i`` stands below a paragraph that is a quotation as a whole: whose words these are."""
    page = reading.page
    above = next((j for j in range(i - 1, -1, -1) if j not in page.removed), None)
    if above is None or page.end(above) - page.start(above) > 1000:
        return False
    said = page.raw(above)
    return said[0] in "«“„" and said[-1] in "»”“" and not any(sign in said[1:-1] for sign in "«»“”„") and bool(read_person(page.raw(i)))


_COLUMNIST_WRITES = Pattern(rf"\b(?P<byline>columnist (?P<name>{FULL_NAME.pattern})) writes (?:on|about|for|in)\b")
_SAYS_WHO_WRITES = Pattern(rf"(?<=[^\s”\"»’'?!])(?:,|\s[–—-])\s(?P<byline>(?:writes|reports)\s(?P<name>{FULL_NAME.pattern}))\.$")


_REPUBLISHES = Pattern(
    rf"\b(?:re)?(?:publish|print|post)(?:ing|ed|es)?\s(?:below\s)?(?:the|this|an|his|her)\s[^.!?]{{0,80}}?\b(?:article|column|essay|commentary|analysis|piece|"
    rf"text|op-ed)\b[^.!?]{{0,60}}?,?\s(?P<byline>(?:written\s)?by\s(?P<name>{FULL_NAME.pattern}))(?:,\s(?P<what>[^.!?:]{{5,160}}))?\s?[:.]$"
)


_NO_HOUSE_ALONE = Pattern(
    r"(?:National|State|International|Memorial|Eurasian|Kazakh|Russian|Technical|Pedagogical|Public|Institut\w*|University|Foundation|Cent(?:er|re)|School|"
    r"College|Academy|Fund)\b"
)


def _state_name_and_house(reading: Reading, i: int) -> bool:
    """State the author in line ``i`` of nothing but a name and, no comma between, the house: "Anna Kim Steppe College"."""
    page = reading.page
    words = page.raw(i).split() if page.is_short(i) else []
    name, house = " ".join(words[:2]), " ".join(words[2:])
    if not 4 <= len(words) <= 8 or not names_person(name) or not has_given_name(name) or not is_body(house) or _NO_HOUSE_ALONE.match(house):
        return False
    at = page.raw(i).find(house)
    if at < 0 or not page.raw(i).startswith(name) or read_person(page.raw(i)) or _is_spoken_of(reading, name):
        return False
    reading.state_fields(i, [Field("byline", name, 0, len(name)), Field("authors", name, 0, len(name), affiliation=house)])
    return True


def _read_who_writes(reading: Reading) -> None:
    """Read the author whom the first paragraph names with its last words: "..., writes NAME."; behind a quotation he is quoted."""
    page = reading.page
    title = reading.title_line()
    standfirst = {i for i in reading.stated for start, _ in reading.spans.get("subtitle", ()) if page.start(i) == start}
    lines = range(0 if title is None else title + 1, page.count)
    first = next((i for i in lines if (reading.is_kept(i) or i in standfirst) and page.is_prose(i)), None)
    if first is None or reading.authors or page.end(first) - page.start(first) > 1000:
        return
    reprint = _REPUBLISHES.search(page.raw(first))
    if reprint and names_person(reprint["name"]):
        role, affiliation = split_role(reprint["what"]) if reprint["what"] else (None, None)
        reading.note(Field("byline", reprint["byline"], *reprint.span("byline")), page.start(first))
        reading.note(Field("authors", reprint["name"], *reprint.span("name"), role=role, affiliation=affiliation), page.start(first))
        return
    if title is None:
        return
    column = _COLUMNIST_WRITES.search(page.raw(first))
    found = column or _SAYS_WHO_WRITES.search(page.raw(first))
    if found and (has_given_name(found["name"]) and names_person(found["name"]) if found is not column else read_person(found["name"])):
        for name in ("byline", "authors"):
            group = "byline" if name == "byline" else "name"
            reading.note(Field(name, found[group], *found.span(group)), page.start(first))


def _tags_text(reading: Reading, i: int, title: int) -> bool:
    """Tell whether the name in line ``i``, right above the title, says of whom the text speaks and not whose it is."""
    page = reading.page
    is_signed = page.line(i).split()[-1].isupper()  # the surname in capitals
    return i == title - 1 and not is_signed and names_person(page.line(i)) and _is_spoken_of(reading, page.line(i))


def _read_name_above_title(reading: Reading, title: int) -> bool:
    """Take for the author whose name is the first line of a page, right above the title or above what its bearer says of himself there."""
    page = reading.page
    first = next((i for i in range(title) if i not in page.removed), title)
    name = page.line(first)
    start = reading.spans["title"][0][0]  # of the headline, which may be over several lines
    between = [i for i in range(first + 1, title) if i not in page.removed and page.start(i) < start]
    is_named = first < title and reading.is_kept(first) and names_person(name) and not is_outlet(name) and not _is_spoken_of(reading, name)
    are_said_of_it = all(reading.is_kept(i) and not page.follows_gap(i) and 2 <= len(page.line(i).split()) <= 14 for i in between)
    said = " ".join(page.line(i) for i in between)
    may_run_on = len(between) <= 4 and is_role(said) and not page.follows_gap(first + 1)
    if not is_named or not are_said_of_it or (len(between) > 1 and not may_run_on):
        return False
    role, affiliation = split_role(said) if between else (None, None)
    for i in between:
        page.removed[i] = "role of the author"
    printed = page.raw(first)
    fields = [Field("byline", printed, 0, len(printed)), Field("authors", printed, 0, len(printed), role=role, affiliation=affiliation)]
    reading.state_fields(first, fields)
    return True


def _read_signature_in_capitals(reading: Reading, tail: list[int]) -> None:
    """Read who signed a letter below its text: the name in capitals, the post and the house on lines of their own below it."""
    page = reading.page
    lines = [i for i in tail if reading.is_kept(i)][:3]
    raw = page.raw(lines[0]) if lines else ""
    if not raw.isupper() or not 2 <= len(raw.split()) <= 4 or len(lines) < 2 or not names_person(raw.title()):
        return
    below = page.line(lines[1])
    if not page.is_short(lines[1]) or below.isupper() or len(below.split()) > 10 or not (is_role(below) or is_body(below)):
        return
    role, affiliation = split_role(below) if is_role(below) else (None, below)
    page.removed[lines[1]] = "role of the author"
    third = page.line(lines[2]) if len(lines) > 2 and page.is_short(lines[2]) else ""
    if role and not affiliation and third and len(third.split()) <= 10 and not third.isupper() and names_body(third):
        affiliation = third
        page.removed[lines[2]] = "role of the author"
    name = raw.title()
    fields = [Field("byline", raw, 0, len(raw)), Field("authors", name, 0, len(raw), role=role, affiliation=affiliation)]
    reading.state_fields(lines[0], fields)


_IN_LIST = Pattern(
    r"[•*·–-]?\s{0,3}(?!The\s)(?P<name>(?-i:[^\W\d_a-zа-яё][\w’'-]+\s)(?-i:[^\W\d_a-zа-яё][\w’'.-]*\s)?(?-i:[^\W\d_a-zа-яёәғқңөұүһіçğışöü]{2,}(?:-[^\W\d_a-zа-яё]{2,})?))"
    r"[\s,;:–—-]{1,3}(?P<body>[^\W\d_a-zа-яё].{4,220})"
)


def _read_list_of_authors(reading: Reading, lines: list[int]) -> bool:
    """Read the authors of a journal one below the other: surname in capitals, and where each of them works right behind it."""
    page = reading.page
    found = [(i, match) for i in sorted(lines) if (match := _IN_LIST.fullmatch(page.raw(i))) and names_body(match["body"])]
    if not found:
        return _read_speakers(reading, sorted(lines))
    for i, match in found:
        role, affiliation = (None, match["body"]) if is_body(match["body"]) else split_role(match["body"])
        printed = [Field("byline", page.raw(i), 0, len(page.raw(i)))] if i == found[0][0] else []
        reading.state_fields(i, [*printed, Field("authors", match["name"], *match.span("name"), role=role, affiliation=affiliation)])
    return True


_AND_HOUSE = Pattern(rf"(?P<name>{FULL_NAME.pattern}),\s(?P<body>[^\W\d_a-zа-яё][^,.!?:]{{4,90}})")


def _read_speakers(reading: Reading, lines: list[int]) -> bool:
    """Read the speakers of an event, two or more one below the other, each with the house that sends them: "NAME, X University"."""
    page = reading.page
    rows = [(i, match) for i in lines if page.is_short(i) and (match := _AND_HOUSE.fullmatch(page.raw(i))) and read_person(match["name"])]
    rows = [(i, match) for n, (i, match) in enumerate(rows) if i == rows[0][0] + n]
    if len(rows) < 2 or not all(is_body(match["body"]) for _, match in rows):
        return False
    for i, match in rows:
        printed = [Field("byline", page.raw(i), 0, len(page.raw(i)))] if i == rows[0][0] else []
        reading.state_fields(i, [*printed, Field("authors", match["name"], *match.span("name"), affiliation=match["body"])])
    return True


def _state_glued_name(reading: Reading, i: int) -> bool:
    """State the author whose name the name of a site or a paper is glued to, no blank between: "Anna KimPort.kz"."""
    page = reading.page
    raw = page.raw(i)
    if len(raw) > 70:
        return False
    for seam in re.finditer(r"(?<=[^\W\d_A-ZА-ЯЁӘІҢҒҮҰҚӨҺ])(?=[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ][\w.]{2,30}(?:\s[\w.]{2,20})?$)", raw):
        if names_person(raw[: seam.start()]):
            reading.state_fields(i, [Field(name, raw[: seam.start()], 0, seam.start()) for name in ("byline", "authors")])
            return True
    return False


def _is_biography_of(name: str, line: str) -> bool:
    said = _IS_SOMEBODY.match(line[len(name) :]) if line.startswith(name) else None
    return bool(said) and is_role(_END_OF_ROLE.split(said["what"])[0])


def _find_declared_names(reading: Reading, head: list[int]) -> None:
    """Find the line of the head in which the authors that the page declares are printed."""
    page = reading.page
    for i in head:
        raw = page.raw(i)
        if not reading.is_kept(i) or len(raw) > 200 or not all(author.name in raw for author in reading.authors):
            continue
        if len(raw) > 2 * sum(len(author.name) + 4 for author in reading.authors):
            continue
        start = page.start(i)
        reading.stated.add(i)
        reading.values["byline"] = plain(raw)
        reading.spans["byline"] = [(start, page.end(i))]
        for author in reading.authors:
            at = start + raw.index(author.name)
            reading.spans.setdefault("authors", []).append((at, at + len(author.name)))
        return


_OPENS_ROLE = Pattern(
    r"(?:membre|mitglied|docteur\w*|doctorante?|chercheu\w+|professeure?|direct(?:eur|rice)|maître|historien(?:ne)?|journaliste|ancien(?:ne)?|senior|research|"
    r"associate|"
    r"professor|lecturer|director|fellow|analyst|former|visiting|nonresident|non-resident|кандидат|доктор|профессор|директор|эксперт|политолог|"
    r"научный|"
    r"старший|ведущий|главный|журналист|историк|сотрудник|востоковед|wissenschaftliche\w*|privatdozent\w*|redakteur\w*|leiter\w*|uzman\w*|"
    r"araştırmacı|"
    r"öğretim|саясаттанушы|саясаттану|тарих|ғылым|филология|профессоры?|шолушы)(?!\w)",
    re.I,
)


# A verb: the line is a sentence of the text.
_TELLS = Pattern(
    r"(?<!\w)(?:a|ont|est|sont|était|raconte|explique|is|are|was|were|has|have|had|says|said|tells|told|был[аи]?|стал[аи]?|рассказ\w+|говорит|считает|"
    r"ist|sind|war|hat|haben|erzählt|sagt|anlattı|diyor|болды|айтты|дейді)(?!\w)",
    re.I,
)


def _read_block_of_role(reading: Reading) -> None:
    """Read the lines in one block with the by-line of one author above the text: his house, degree and town, broken anywhere."""
    page = reading.page
    printed = reading.spans["byline"][0][1]
    i = next((i for i in range(page.count) if page.start(i) >= printed), page.count)
    last = i + (page.removed.get(i) == "role of the author")  # read with the name
    while (
        last < page.count
        and not page.follows_gap(last)
        and reading.is_kept(last)
        and page.is_short(last)
        and not page.is_prose(last)
        and last < i + 4
    ):
        last += 1
    if last == i or last >= page.count or not page.follows_gap(last) or not page.is_prose(last) or page.raw(last - 1)[-1] in ".?!:":
        return
    said = " ".join(page.line(j) for j in range(i, last))
    if last - i < 2 or not (is_role(said) or names_body(said)) or _TELLS.search(said):
        return
    page.remove(i, last, "role of the author")


_LABEL_OF_HOUSE = Pattern(r"(?:author )?affiliations?\s?:?", re.I)
_HIDDEN_ADDRESS = Pattern(r",?\s\[email\s?protected\]$")


def read_labelled_house(reading: Reading) -> None:
    """Read the house of the last author where it stands in a line of its own below a label, right below the by-line: "Affiliation:"."""
    page = reading.page
    if not reading.authors or "byline" not in reading.spans:
        return
    printed = reading.spans["byline"][0][1]
    label = next((i for i in range(page.count) if page.start(i) >= printed and i not in reading.stated and i not in page.removed), None)
    if label is None or not page.is_short(label) or not _LABEL_OF_HOUSE.fullmatch(page.raw(label)) or label + 1 >= page.count:
        return
    house = label + 1
    if not reading.is_kept(house) or not page.is_short(house) or page.is_prose(house):
        return
    author = reading.authors[-1]
    if not author.role and not author.affiliation:
        reading.authors[-1] = DraftAuthor(author.name, None, _HIDDEN_ADDRESS.sub("", page.line(house)))
    page.removed[label] = "field label"
    page.removed[house] = "role of the author"


def read_line_of_role(reading: Reading) -> None:
    """Read the line right below the by-line of one author that begins with a post or a degree and tells of nobody by name."""
    page = reading.page
    if len(reading.authors) == 1 and "byline" in reading.spans and not reading.layer.markup:
        _read_block_of_role(reading)
    if len(reading.authors) != 1 or reading.authors[0].role or reading.authors[0].affiliation or "byline" not in reading.spans:
        return
    printed = reading.spans["byline"][0][1]
    i = next((i for i in range(page.count) if page.start(i) >= printed and i not in reading.stated), None)
    if i is None or not reading.is_kept(i) or not page.is_short(i) or len(page.line(i).split()) > 30 or not _OPENS_ROLE.match(page.line(i)):
        return
    if _TELLS.search(page.line(i)) or not any(page.is_prose(j) for j in range(i + 1, min(page.count, i + 10)) if reading.is_kept(j)):
        return
    author = reading.authors[0]
    role, affiliation = split_role(_END_OF_ROLE.split(page.line(i))[0].strip(" ."))
    reading.authors[0] = DraftAuthor(author.name, role, affiliation)
    page.removed[i] = "role of the author"
    below = i + 1
    has_gap_below = below + 1 < page.count and page.follows_gap(below + 1) and page.is_prose(below + 1)
    if has_gap_below and reading.is_kept(below) and page.is_short(below) and not page.follows_gap(below) and not reading.layer.markup:
        page.removed[below] = "biography"  # what he did before, in one block with his post


def read_affiliations(reading: Reading, head: list[int]) -> None:
    """Read the lines below a journal's by-line that begin with the mark printed behind an author's name: role and affiliation."""
    page = reading.page
    names = reading.spans.get("authors", ())
    _read_lines_of_affiliations(reading, head)
    marks: dict[str, list[int]] = {}
    for n, (_, end) in enumerate(names[: len(reading.authors)]):
        marks.setdefault(page.text[end : end + 1], []).append(n)
    if not names:
        return
    for i in [i for i in head if page.start(i) > names[-1][1]][:6]:
        if not reading.is_kept(i) or not page.is_short(i):
            continue
        found = _NOTE_MARK.match(page.raw(i))
        if not found:
            if "@" in page.raw(i) or "E-mail" in page.raw(i):
                page.removed[i] = "address of the author"
            continue
        if found["mark"] not in marks:
            continue
        if page.raw(i).endswith(",") and i + 1 < page.count and reading.is_kept(i + 1) and page.is_short(i + 1) and not page.is_prose(i + 1):
            page.removed[i + 1] = "role of the author"  # its town
        for note in _BETWEEN_NOTES.split(page.line(i)):
            found = _NOTE_MARK.match(note)
            role, affiliation = split_role(note[found.end() :]) if found else (None, None)
            noted = re.findall(r"[^\s,]", note[: found.end("mark")]) if found else ()  # "1, 2 University of X"
            for n in [n for mark in noted for n in marks.get(mark, ())]:
                author = reading.authors[n]
                if not author.role and not author.affiliation:
                    reading.authors[n] = DraftAuthor(author.name, role, affiliation)
        page.removed[i] = "role of the author"


def _read_lines_of_affiliations(reading: Reading, head: list[int]) -> None:
    """Read the lines below a by-line that begin with the name of one of its authors: "NAME, University of X"."""
    page = reading.page
    printed = reading.spans.get("byline", [(0, 0)])[0][1]
    for i in [i for i in head if page.start(i) > printed][:8]:
        for n, author in enumerate(reading.authors):
            line = page.line(i)
            if reading.is_kept(i) and page.is_short(i) and line.startswith(f"{author.name}, ") and len(line.split()) <= 25:
                if not author.role and not author.affiliation:
                    description = line[len(author.name) + 2 :]
                    role, affiliation = split_role(description)
                    is_body = not affiliation and not is_role(description)
                    reading.authors[n] = DraftAuthor(author.name, *((None, description) if is_body else (role, affiliation)))
                page.removed[i] = "role of the author"


def read_biographies(reading: Reading) -> None:
    """Leave out the sentences under the text that say who its authors are, and take role and affiliation from them.

    Where nothing else names an author, such a sentence right below the text does, if the text does not speak of its subject.
    """
    page = reading.page
    _read_biographies_above(reading)
    if not reading.authors and "byline" not in reading.values:
        _read_name_above_biography(reading)
    if not reading.authors and "byline" not in reading.values:
        _read_life_between_paragraphs(reading)
    seen = 0
    for i in range(page.count - 1, -1, -1):
        if not reading.authors and "byline" not in reading.values and page.removed.get(i) == "biography":
            _read_author_called_so(reading, i)
        if not reading.is_kept(i) or i in reading.captions:
            continue
        seen += 1
        if seen > 12:
            return
        line = page.line(i)
        if len(line.split()) > 90:
            continue
        if _heads_biography(reading, i, line):
            continue
        if seen <= 4 and _OF_THE_AUTHOR.match(line) and reading.has_other_text(i):
            page.removed[i] = "biography"
            continue
        opening = _BEFORE_NAME.match(line).end()
        if not reading.authors and "byline" not in reading.values and seen == 1:
            _read_author_of_biography(reading, i, opening)
            continue
        if any(_is_biography_at(line, opening, author.name) for author in reading.authors):
            _read_roles_of_biography(reading, line)
            page.removed[i] = "biography"


def _read_life_between_paragraphs(reading: Reading) -> None:
    """Take for the author of whom one sentence between the first paragraphs says what he is and where, if the text names him nowhere else."""
    page = reading.page
    if reading.layer.markup or reading.title_line() is None:
        return
    texts = [i for i in page.kept() if reading.is_kept(i) and page.is_prose(i)]
    for i in texts[1:4]:
        line = page.line(i)
        name = FULL_NAME.match(line)
        said = _IS_SOMEBODY.match(line[name.end() :]) if name and page.is_short(i) and line[-1] == "." else None
        is_one = said and names_person(name[0]) and not re.search(r"[.!?]\s+[^\W\d_a-zа-яё]{1}[^\W\d_A-ZА-ЯЁ]{3}", line)
        if not is_one or not names_body(line[:-1]):
            continue
        surname = name[0].split()[-1]
        if sum(page.text.count(surname, page.start(j), page.end(j)) for j in texts) == 1 and surname not in reading.values.get("title", ""):
            _read_author_of_biography(reading, i, 0)
            if reading.authors:
                return


def _read_name_above_biography(reading: Reading) -> None:
    """Take for the author who stands by name on a line of his own below the text, if the next paragraph begins with that name.

    The text itself speaks of him nowhere; what is said of him ends the page, in three paragraphs at most.
    """
    page = reading.page
    kept = [i for i in page.kept() if reading.is_kept(i) and i not in reading.captions][-6:]
    for n, i in enumerate(kept[:-1]):
        name = page.raw(i)
        below = kept[n + 1 :]
        if not page.is_short(i) or not names_person(name) or not FULL_NAME.fullmatch(name) or len(below) > 3:
            continue
        surname = name.split()[-1]
        is_his = page.line(below[0]).startswith(f"{name} ") and page.is_prose(below[0])
        is_told = is_his and all(surname in page.line(j) or page.line(j).startswith(("He ", "She ")) for j in below)
        texts = [j for j in range(i) if reading.is_kept(j) and page.is_prose(j)]
        if not is_told or not texts or any(page.text.find(surname, page.start(j), page.end(j)) >= 0 for j in texts):
            continue
        reading.state_fields(i, [Field("byline", name, 0, len(name)), Field("authors", name, 0, len(name))])
        _read_roles_of_biography(reading, page.line(below[0]))
        page.remove(below[0], below[-1] + 1, "biography")
        return


_CALLED_AUTHOR = Pattern(
    r"\*?(?:the |an? )?(?:author|writer|автор|автор\w* (?:статьи|материала)|(?:der|die) autor(?:in)?|l[’']auteure?|yazar)"
    r"(?: of this (?:article|piece|text))?"
    r"(?:\s?[,:–—-]|\s(?:is|ist|est|является))\s{1,2}(?:(?:Dr|Prof|Mr|Ms|Mrs)\.?\s)?",
    re.I,
)


def _read_author_called_so(reading: Reading, i: int) -> None:
    """Take the name from the sentence below the text that says who its author is: "The author is NAME, a lecturer at ..."."""
    page = reading.page
    raw = page.raw(i)
    opening = _CALLED_AUTHOR.match(raw)
    name = FULL_NAME.match(raw, opening.end()) if opening else None
    if not name or not read_person(name[0]):
        return
    said = re.match(r"\s?[,–—(-]\s?(?:an?\s|the\s)?(?P<what>[^.;]{3,160})", raw[name.end() :])
    role, affiliation = split_role(said["what"].strip(" ,)")) if said else (None, None)
    del page.removed[i]
    reading.state_fields(i, [Field("authors", name[0], *name.span(), role=role, affiliation=affiliation)])


def read_lives_below_title(reading: Reading) -> None:
    """Take for the authors those of whom a line each says, between title and text, what they are and where: two or more below no by-line."""
    page = reading.page
    title = reading.title_line()
    if title is None or reading.authors or "byline" in reading.values or reading.layer.markup:
        return
    first = next((i for i in range(title + 1, min(page.count, title + 8)) if reading.is_kept(i) and _life_in(reading, i)), page.count)
    lives = []
    for i in range(first, min(page.count, first + 5)):
        life = _life_in(reading, i) if reading.is_kept(i) and not (lives and page.follows_gap(i)) else None
        if not life:
            break
        lives.append((i, life))
    above = [i for i in range(title + 1, first) if reading.is_kept(i) and page.is_prose(i)]
    if len(lives) < 2 or above or not any(page.is_prose(i) for i in range(lives[-1][0] + 1, page.count)):
        return
    for i, (name, what) in lives:
        role, affiliation = split_role(what)
        reading.state_fields(i, [Field("byline", name[0], *name.span()), Field("authors", name[0], *name.span(), role=role, affiliation=affiliation)])
    below = lives[-1][0] + 1
    numbering = read_volume(page.raw(below)) or read_numbering(page.raw(below)) if reading.is_kept(below) and page.is_short(below) else None
    if numbering:
        reading.state_fields(below, numbering)


_IS_A = Pattern(r"\sis\s(?:an?\s|the\s)?(?P<what>[^.]{10,200})\.?$")


def _life_in(reading: Reading, i: int) -> tuple[re.Match[str], str] | None:
    """Return who line ``i`` is about, and what it says that one is, if it is one sentence on somebody at some house."""
    page = reading.page
    raw = page.raw(i) if page.is_short(i) else ""
    name = FULL_NAME.match(raw, _BEFORE_NAME.match(raw).end())
    said = _IS_A.match(raw, name.end()) if name and names_person(name[0]) else None
    if not said or not has_given_name(name[0]) or not names_body(said["what"]) or not _IS_SOMEBODY.match(raw[name.end() :]):
        return None
    return name, said["what"]


def _read_biographies_above(reading: Reading) -> None:
    """Leave out what is said of an author between his by-line and the text, and take role and affiliation from it."""
    page = reading.page
    printed = reading.spans.get("byline", [(0, 0)])[0][1]
    if not reading.authors or not printed:
        return
    below = [i for i in range(page.count) if page.start(i) >= printed and reading.is_kept(i) and i not in reading.captions][:3]
    for i in below:
        line = page.line(i)
        opening = _BEFORE_NAME.match(line).end()
        says_of_author = any(_is_biography_at(line, opening, author.name) for author in reading.authors)
        if says_of_author and len(line.split()) <= 90 and sum(page.is_prose(j) for j in range(i + 1, min(page.count, i + 12))) >= 2:
            _read_roles_of_biography(reading, line)
            page.removed[i] = "biography"


def _heads_biography(reading: Reading, i: int, line: str) -> bool:
    """Leave out the name of an author that stands alone below the text, above his biography, and the line of his post below it."""
    page = reading.page
    names = {comparable(author.name): n for n, author in enumerate(reading.authors)}
    if not any(j in page.removed or j in reading.stated for j in range(max(0, i - 12), i)) or len(names) == 0:
        return False
    if comparable(line) in names and any(page.removed.get(j) == "biography" for j in range(max(0, i - 12), min(page.count, i + 3))):
        page.removed[i] = "repeated by-line"
        return True
    above = i - 1
    if above >= 0 and is_role(line) and not page.is_prose(i) and comparable(page.line(above)) in names and above not in reading.stated:
        author = reading.authors[names[comparable(page.line(above))]]
        if not author.role and not author.affiliation:
            reading.authors[names[comparable(author.name)]] = DraftAuthor(author.name, *split_role(line))
        page.removed[i] = "role of the author"
        return True
    return False


def _subject_at(line: str, at: int, name: str) -> str | None:
    """Return the name with which ``line`` speaks at ``at`` of who is called ``name``: in full or by the last word, in capitals or not."""
    name = _BEFORE_NAME.sub("", name, count=1)
    said = line[at:].casefold()
    return next((known for known in (name, name.split()[-1]) if said.startswith(known.casefold())), None)


def _is_biography_at(line: str, at: int, name: str) -> bool:
    subject = _subject_at(line, at, name)
    rest = line[at + len(subject) :] if subject else ""
    said = _IS_SOMEBODY.match(rest)
    if said:
        return " " in subject or is_role(_END_OF_ROLE.split(said["what"])[0])
    return bool(subject) and " " in subject and bool(_BORN.match(rest) or _SAID_IN_TURKISH.match(rest))


def _read_roles_of_biography(reading: Reading, line: str) -> None:
    """Take role and affiliation of each author of whom ``line`` says what he is, one sentence after the other."""
    for n, author in enumerate(reading.authors):
        name = _BEFORE_NAME.sub("", author.name, count=1)
        at = line.casefold().find(name.casefold())
        if at < 0:
            at = _BEFORE_NAME.match(line).end()
        if author.role or author.affiliation or not _is_biography_at(line, at, author.name):
            continue
        rest = line[at + len(_subject_at(line, at, author.name)) :]
        said = _IS_SOMEBODY.match(rest) or _SAID_IN_TURKISH.match(rest)
        if said:
            role, affiliation = split_role(_END_OF_ROLE.split(said["what"].lstrip())[0].strip(" .,"))
            reading.authors[n] = DraftAuthor(author.name, role, affiliation)


def _read_author_of_biography(reading: Reading, i: int, opening: int) -> None:
    page = reading.page
    line = page.line(i)
    name = FULL_NAME.match(line, opening)
    said = _IS_SOMEBODY.match(line[name.end() :]) if name else None
    if (
        not said
        or not _OF_A_PLACE.search(said["what"])
        or not is_role(_END_OF_ROLE.split(said["what"])[0])
        or _is_spoken_of(reading, name[0])
        or not read_person(name[0])
    ):
        return
    role, affiliation = split_role(_END_OF_ROLE.split(said["what"])[0].strip(" .,"))
    at = page.text.index(name[0], page.start(i))
    reading.stated.add(i)
    reading.note(Field("authors", name[0], 0, len(name[0]), role=role, affiliation=affiliation), at)
    reading.remove_stretch(page.start(i), at, "biography")
    reading.remove_stretch(at + len(name[0]), page.end(i), "biography")


def _may_stand_below_title(reading: Reading, i: int, title: int) -> bool:
    """Tell whether a name in line ``i`` is a by-line: among statements, with initials, in one block with the title; else it may be a heading."""
    page = reading.page
    if ".byline" in page.regions(i) or _INITIAL.search(page.raw(i)) or "," in page.raw(i) or _read_behind(_BULLET, page.raw(i)):
        return True
    if i + 1 < page.count and page.is_short(i + 1) and says_what_thesis(page.line(i + 1)):
        return True
    trade = _TRADE.match(page.raw(i)) or _DEGREES_BEFORE.match(page.raw(i))
    if trade:
        return not _is_spoken_of(reading, page.raw(i)[trade.end() :])
    if i == title + 1 and not page.follows_gap(i) and not reading.layer.markup:
        return has_given_name(page.line(i)) or begins_with_degree(page.raw(i)) or not _is_spoken_of(reading, page.line(i))
    if page.raw(i)[-1] in "*†" and i <= title + 2 and not reading.layer.markup:  # the mark of a note on the author
        return True
    if any(j != title and 0 <= j < page.count and (j in reading.stated or j in page.removed) for j in (i - 1, i + 1)):
        return True
    if read_desk(page.raw(i)):
        return i <= title + 3
    is_named = has_given_name(page.line(i)) or begins_with_degree(page.raw(i))
    is_alone = i == title + 1 and i + 1 < page.count and page.follows_gap(i) and page.follows_gap(i + 1) and page.is_prose(i + 1)
    return i <= title + 3 and (is_named or is_alone) and not _is_spoken_of(reading, page.line(i))


def _is_spoken_of(reading: Reading, line: str) -> bool:
    """Tell whether the running text has the last word of ``line``, or one of its words in small letters: no by-line, but a heading or a caption.

    Who writes a text seldom speaks of himself in it, and headings are made of its words.
    """
    page = reading.page
    words = [word.strip(".,*") for word in line.split()]
    words = [word for word in words if len(word) > 3]
    if not words:
        return True
    said = Pattern(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, [*map(str.lower, words), words[-1].capitalize()]))})")
    return any(
        page.is_prose(i)
        and not _is_biography_of(line, page.line(i))
        and said.search(page.text, page.start(i), min(page.end(i), page.start(i) + 20_000))
        for i in range(page.count)
        if i not in page.removed
    )


def _stands_among_statements(reading: Reading, i: int) -> bool:
    below = i + 1
    is_described = below < reading.page.count and reading.is_kept(below) and reading.page.is_short(below) and is_role(reading.page.line(below))
    if _INITIAL.search(reading.page.raw(i)) and is_described:
        return True
    if re.search(r"[^\W\d_][0-9¹²³*]", reading.page.raw(i)):  # the marks of notes, as journals print them behind names
        return True
    title = reading.title_line()
    is_named = has_given_name(reading.page.line(i)) or begins_with_degree(reading.page.raw(i))
    neighbours = [j for j in (i - 1, i + 1) if 0 <= j < reading.page.count and (j != title or is_named)]
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
    if raw.endswith(",") and has_below:
        last = below
        while (
            page.raw(last).endswith((",", " and", " &"))
            and last + 1 < page.count
            and reading.is_kept(last + 1)
            and page.is_short(last + 1)
            and last < i + 3
        ):
            last += 1
        joined = page.text[page.start(i) : page.end(last)].replace("\n", " ")
        fields = read_person(joined) or (_read_name_in_capitals(raw, page.line(below)) if last == below else None)
        if fields:
            reading.stated.update(range(i, last + 1))
            for found in fields:
                reading.note(found, page.start(i))
            return True
    if not page.is_short(i) or is_outlet(page.line(i)):  # a paper called after two words with capitals
        return False
    raw = _NUMBER_BEHIND_NAME.sub("", raw)
    fields = read_person(raw) or read_desk(raw) or _read_behind(_BULLET, raw) or _read_behind(_TRADE, raw) or _read_behind(_DEGREES_BEFORE, raw)
    if not fields and i and announces_names(page.raw(i - 1)):
        fields = _read_behind(COURTESY, raw)
    if fields and not is_below_text and is_in_list(reading, i) and not _stands_among_statements(reading, i):
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
    following = below + 1 if page.removed.get(below) == "role of the author" else below
    is_near = has_below and following == below and not page.follows_gap(below) and ", " in page.raw(below) and ", " in raw
    have_degrees = all(begins_with_degree(line) or _DEGREES_BEFORE.match(line) for line in (raw, page.raw(below))) if has_below else False
    is_person = has_below and (read_person(page.raw(below)) or _read_behind(_DEGREES_BEFORE, page.raw(below)))
    if (is_near or (have_degrees and following == below)) and is_person:  # a name and a role to each line
        state_signature(reading, below, is_below_text=is_below_text)
    elif following + 1 < page.count and reading.is_kept(following) and page.is_short(following) and following == below + 1:
        is_described = reading.is_kept(following + 1) and page.is_short(following + 1) and is_role(page.line(following + 1))
        if is_described and read_person(page.raw(following)):
            state_signature(reading, following, is_below_text=is_below_text)
    return True


def _read_name_in_capitals(raw: str, described: str) -> list[Field] | None:
    """Read the name in capitals, with a comma behind it, of whom the next line says at length what he is."""
    name = raw.rstrip(" ,")
    if not name.isupper() or not 2 <= len(name.split()) <= 4 or not names_person(name.title()) or not is_role(described):
        return None
    role, affiliation = split_role(described)
    return [Field("byline", name, 0, len(name)), Field("authors", name, 0, len(name), role=role, affiliation=affiliation)]


# What some sites print before an author: a bullet, or the trade.
_BULLET = Pattern(r"[•·●]\s+(?=\S)")
# What stands behind a student's name on the first page of a thesis: the number, the address that the site hides.
_MARK_BEHIND_NAME = Pattern(r"\s?(?:\[[ivx0-9*]{1,4}\]|[*†]{1,3})$")  # of a note on the author
_NUMBER_BEHIND_NAME = Pattern(r"(?:,?\s(?:[0-9]{5,9}|\[email\s?protected\]))+$|\s?\[[ivx]{1,4}\]$")
_DEGREES_BEFORE = Pattern(
    r"(?:(?:(?:[^\W\d_]{1,4}\.\s?){1,2}[дкdk]\.(?:[ғǵн]\.)?|профессор|доцент|доктор\w*|professor|dotsent|dosent|docent|doent|doktor\w*|PhD),?\s){1,4}(?=(?-i:[^\W\d_a-zа-яё]))",
    re.I,
)
_TRADE = Pattern(r"(?:journalist|columnist|reporter|(?:staff )?correspondent|contributor|(?:staff )?writer)\s?[:–—-]?\s(?=\S)", re.I)


def _read_behind(opening: Pattern, raw: str) -> list[Field] | None:
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
        return not page.follows_gap(i) or bool(reading.layer.markup)
    return is_below_text and not page.follows_gap(i)
