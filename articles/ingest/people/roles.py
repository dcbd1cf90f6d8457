"""Lines near a by-line that say what its authors are and where they work."""

from __future__ import annotations

import re

from articles.ingest.comparing import comparable
from articles.ingest.people.spoken_of import END_OF_ROLE
from articles.ingest.reading import Reading
from articles.ingest.record import DraftAuthor
from articles.ingest.statements.roles import is_body, is_role, names_body, split_role
from kzarchive.patterns import Pattern

_NOTE_MARK = Pattern(r"(?:[1-9],?\s){0,4}(?P<mark>[¹²³⁴⁵*†‡]|[1-5a-e](?=\s?[^\W\d_a-zа-я]|\s))\s?(?=[^\W\d_])")
_BETWEEN_NOTES = Pattern(r";\s*(?=[1-5a-e¹²³⁴⁵]\s?[^\W\d_])")

_OPENS_ROLE = Pattern(
    r"(?:[кдcс]\.\s?\w{1,6}\.\s?(?:[нм]\.|-м\.\s?н\.)|[а-яәғқ]{1,4}\.\s?ғ\.\s?[кд]\.|PhD|доцент|преподаватель|аспирант|магистр|"
    r"membre|mitglied|docteur\w*|doctorante?|chercheu\w+|professeure?|direct(?:eur|rice)|maître|historien(?:ne)?|journaliste|ancien(?:ne)?|senior|research|"
    r"associate|assistant|chief|deputy|leading|independent|freelance|emeritus|adjunct|candidate of|doctor of|doctoral|"
    r"ph\.?\s?d\.?|d\.\s?sc\.|ll\.\s?[md]\.|"
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


_ADDRESS_OF_HOUSE = Pattern(r"\.\s(?:адрес|мекенжайы|address)\s?:\s\S", re.I)
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
    if len(reading.authors) == 1 and "byline" in reading.spans and not reading.layer.is_marked_up:
        _read_block_of_role(reading)
    if len(reading.authors) != 1 or reading.authors[0].role or reading.authors[0].affiliation or "byline" not in reading.spans:
        return
    printed = reading.spans["byline"][0][1]
    i = next((i for i in range(page.count) if page.start(i) >= printed and i not in reading.stated), None)
    if i is not None and not reading.layer.is_marked_up and comparable(page.line(i)) == comparable(reading.authors[0].name) and i + 1 < page.count:
        page.removed[i] = "repeated by-line"
        i += 1
    if i is None or not reading.is_kept(i) or not page.is_short(i) or len(page.line(i).split()) > 30 or not _OPENS_ROLE.match(page.line(i)):
        return
    if _TELLS.search(page.line(i)) or not any(page.is_prose(j) for j in range(i + 1, min(page.count, i + 10)) if reading.is_kept(j)):
        return
    author = reading.authors[0]
    role, affiliation = split_role(END_OF_ROLE.split(page.line(i))[0].strip(" ."))
    reading.authors[0] = DraftAuthor(author.name, role, affiliation)
    page.removed[i] = "role of the author"
    below = i + 1
    has_gap_below = below + 1 < page.count and page.follows_gap(below + 1) and page.is_prose(below + 1)
    if has_gap_below and reading.is_kept(below) and page.is_short(below) and not page.follows_gap(below) and not reading.layer.is_marked_up:
        page.removed[below] = "biography"  # what he did before, in one block with his post


def read_role_below_text(reading: Reading) -> None:
    """Read the last line of a page, below its text, where it begins with a post or a degree, and is no sentence, of the one author without any."""
    page = reading.page
    if len(reading.authors) != 1 or reading.authors[0].role or reading.authors[0].affiliation or reading.layer.is_marked_up:
        return
    last = next((i for i in range(page.count - 1, -1, -1) if reading.is_kept(i) and i not in reading.captions), None)
    if last is None or not page.is_short(last) or len(page.line(last).split()) > 30 or not page.raw(last)[-1].isalnum():
        return
    if not _OPENS_ROLE.match(page.line(last)) or _TELLS.search(page.line(last)) or not any(map(page.is_prose, range(max(0, last - 6), last))):
        return
    role, affiliation = split_role(page.line(last))
    reading.authors[0] = DraftAuthor(reading.authors[0].name, role, affiliation)
    page.removed[last] = "role of the author"


# The unit of a soldier who writes for an army's news, below his name: "Harbour Guard Public Affairs Office".
_UNIT = Pattern(r"[A-Z0-9][^.!?]{2,60}\b(?:Public Affairs|National Guard)(?:\s(?:Office|Detachment|Command|Center|Element))?")


def read_affiliations(reading: Reading, head: list[int]) -> None:
    """Read the lines below a journal's by-line that begin with the mark printed behind an author's name: role and affiliation."""
    page = reading.page
    names = reading.spans.get("authors", ())
    _read_lines_of_affiliations(reading, head)
    _read_common_house(reading, head)
    marks: dict[str, list[int]] = {}
    for n, (_, end) in enumerate(names[: len(reading.authors)]):
        marks.setdefault(page.text[end : end + 1], []).append(n)
    if not names:
        return
    for i in [i for i in head if page.start(i) > names[-1][1]][:6]:
        if not reading.is_kept(i) or not page.is_short(i):
            continue
        if i - 1 in reading.stated and _UNIT.fullmatch(page.raw(i)):
            page.removed[i] = "role of the author"
            reading.authors[:] = [author if author.affiliation else DraftAuthor(author.name, author.role, page.line(i)) for author in reading.authors]
            continue
        found = _NOTE_MARK.match(page.raw(i))
        if not found:
            if "@" in page.raw(i) or "E-mail" in page.raw(i) or _ADDRESS_OF_HOUSE.search(page.raw(i)):
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


def _read_common_house(reading: Reading, head: list[int]) -> None:
    """Read the line right below the by-line of several authors that is nothing but the house of them all, with its town or country."""
    page = reading.page
    printed = reading.spans.get("byline", [(0, 0)])[0][1]
    i = next((i for i in head if page.start(i) > printed), None)
    if len(reading.authors) < 2 or any(author.role or author.affiliation for author in reading.authors):
        return
    if i is None or not reading.is_kept(i) or not page.is_short(i) or i + 1 >= page.count or not page.is_prose(i + 1):
        return
    house = page.line(i)
    if not is_body(house.partition(",")[0]) or _TELLS.search(house) or not 2 <= len(house.split()) <= 14 or house[-1] in ".?!:;":
        return
    reading.authors = [DraftAuthor(author.name, None, house) for author in reading.authors]
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
