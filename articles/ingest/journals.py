"""What platforms of journals and networks of scholars print above an article: authors with marks and houses, tabs, the cover of an upload."""

from __future__ import annotations

import re

from articles.ingest.dates import find_dates
from articles.ingest.reading import Reading
from articles.ingest.statements.field import Field, date_field, shifted, signed
from articles.ingest.statements.names import FULL_NAME, NAME, has_given_name, is_no_person
from articles.ingest.statements.roles import names_body
from kzarchive.patterns import Pattern

_MOST_LINES = 70
_OF_PLATFORM = Pattern(
    r"[0-9][0-9.,]{0,7}k?\s(?:accesses|citations?|altmetric|views|downloads)\b|(?:cite|citing) this article$|download citation|submit (?:an? )?"
    r"(?:article|manuscript)|journal homepage$|aims and scope$|article contents$|(?:submission )?received:? |hostname: |https?://doi\.org/10\.|"
    r"crossref citations to date|explore all metrics|in this article$|open access ?article|download citation get permissions|"
    r"search for other papers by|access options$|"
    r"(?:next|previous) article in (?:journal|special issue)$|font type:$|affiliations?:$|rights & permissions\b",
    re.I,
)
_LEAST_SIGNS = 2
_TABS = frozenset(
    {"full article", "figures & data", "references", "citations", "metrics", "licensing", "reprints & permissions", "view pdf", "pdf",
     "epub", "full text", "in this article", "supplemental", "supplemental material", "related research", "article contents", "abstract",
     "keywords", "notes", "footnotes", "conclusion", "acknowledgements", "share", "information", "article metrics", "related papers",
     "cited by", "figures", "similar content", "current site", "google scholar", "pubmed", "close", "view more view less",
     "download citation get permissions",
     "download citation", "get permissions", "access options", "institutional login", "login via institution", "purchase", "save"}
)  # fmt: skip
_LEAST_TABS = 3
# The marks of notes behind a name: "1,*ORCID", "2 ,3", "†".
_MARKS = Pattern(r"(?<=[^\W\d_])(?:\s?[0-9*†‡§](?:\s?,\s?[0-9*†‡§]){0,5}\s?|\s)?(?:\[?ORCID\]?(?:\s?iD)?|(?<=[0-9*†‡§\s])(?=\s?(?:,|and\b|&|$)))")
_BY = Pattern(r"by\s", re.I)
_BETWEEN = Pattern(r"\s*(?:,\s*and\b|,|;|&|\band\b)\s*")
_AFFILIATION = Pattern(r"affiliations?\s?:", re.I)
_MARK_ALONE = Pattern(r"[0-9]{1,2}|[*†‡§]")
_OF_CORRESPONDENCE = Pattern(r"\*?\s?(?:corresponding author|correspondence\b|author to whom correspondence)", re.I)


def read_head_of_journal(reading: Reading) -> None:
    """Read the authors that a journal's platform names above an article, and leave out the tabs and the houses that it prints there."""
    page = reading.page
    if reading.layer.is_marked_up:
        return
    _leave_out_cover(reading)
    first = next((i for i in range(page.count) if page.is_prose(i) and i not in page.removed), page.count)
    lines = [i for i in range(min(first, _MOST_LINES)) if page.is_short(i)]
    if _read_cards_with_identifiers(reading, lines):
        return
    if sum(bool(_OF_PLATFORM.match(page.line(i))) for i in lines) < _LEAST_SIGNS:
        return
    _leave_out_tabs(reading, lines)
    if _read_names_with_houses(reading, lines):
        return
    if not (_read_names_above_affiliations(reading, lines) or _read_names_below_label(reading, lines) or _read_names_between_marks(reading, lines)):
        _read_line_of_names(reading, lines)
    _leave_out_houses(reading, lines)


_IDENTIFIER = Pattern(r"author ids?|orcid(?: id)?\s?:.*|researcher ?id\s?:.*", re.I)
_MOST_LINES_OF_CARD = 9


_HISTORY = Pattern(
    r"(?:article history\s?:?\s?)?(?:submitted|received)\b.{4,60}\b(?:accepted|revised)\b.{4,90}?\b(?:published|available)"
    r"(?: online)?\s?:?\s(?P<day>[^:;]{6,40})$",
    re.I,
)


def read_history_of_article(reading: Reading) -> None:
    """Read the day on which an article came out from the line that says when it was received and accepted, wherever above the text that stands."""
    page = reading.page
    for i in range(min(page.count, _MOST_LINES)):
        history = _HISTORY.match(page.raw(i)) if page.is_short(i) and i not in reading.stated else None
        days = find_dates(history["day"]) if history else []
        if len(days) == 1 and not days[0].start:
            page.removed.pop(i, None)
            reading.state_fields(i, [date_field(page.raw(i), shifted(days[0], history.start("day")), name="published_on")], rule="citation note")
            return


def _read_cards_with_identifiers(reading: Reading, lines: list[int]) -> bool:
    """Read the authors that stand one by one, each above his house, his post and what he is registered as: "NAME", "X University", "ORCID: ..."."""
    page = reading.page
    found = False
    for i in lines:
        if i + 1 not in lines or not _is_name_above_house(reading, i):
            continue
        below = [j for j in range(i + 2, i + 1 + _MOST_LINES_OF_CARD) if j in lines]
        end = next((j for j in below if _IDENTIFIER.fullmatch(page.line(j))), None)
        if end is None:
            continue
        name = page.raw(i).rstrip("*†‡ 0123456789")
        printed = [] if found else [Field("byline", name, 0, len(name))]
        reading.state_fields(i, [*printed, Field("authors", name, 0, len(name), affiliation=page.raw(i + 1))])
        page.remove(i + 1, end, "role of the author")
        found = True
    return found


def _leave_out_tabs(reading: Reading, lines: list[int]) -> None:
    page = reading.page
    run: list[int] = []
    for i in [*lines, -1]:
        if i >= 0 and page.line(i).casefold() in _TABS and (not run or all(j in page.removed for j in range(run[-1] + 1, i))):
            run.append(i)
            continue
        if len(run) >= _LEAST_TABS:
            last = run[-1] if page.line(run[-1]).casefold() != "abstract" else run[-1] - 1  # the heading of the text below
            for j in range(run[0], last + 1):
                page.removed.setdefault(j, "page control")
        run = [i] if i >= 0 and page.line(i).casefold() in _TABS else []


def _read_names_above_affiliations(reading: Reading, lines: list[int]) -> bool:
    """Read the authors that stand one by one, each above the label of his house: "NAME*", "Affiliation:", "University of X"."""
    page = reading.page
    labels = [i for i in lines if i and _AFFILIATION.fullmatch(page.line(i)) and FULL_NAME.fullmatch(page.raw(i - 1).rstrip("*†‡ 0123456789"))]
    for i in labels:
        name = page.raw(i - 1).rstrip("*†‡ 0123456789")
        house = page.raw(i + 1) if i + 1 in lines else None
        fields = signed(name, affiliation=house)
        reading.state_fields(i - 1, fields)
        page.removed[i] = "field label"
        if house:
            page.removed[i + 1] = "role of the author"
    return bool(labels)


_BESIDE_AUTHOR = Pattern(r"correspondence(?: .{0,80})?|\S+@\S+|(?:https?://)?orcid\.\S+|view further author information|\(?orcid\)?", re.I)
_MOST_LINES_OF_AUTHOR = 7


def _read_names_with_houses(reading: Reading, lines: list[int]) -> bool:
    """Read two authors or more one by one, each with his house and address in the lines below, and a line with nothing but "&" between them."""
    page = reading.page
    and_lines = [i for i in lines if page.line(i) in ("&", "and") and i - 1 in lines and i + 2 in lines]
    if not and_lines:
        return False
    above = range(and_lines[0] - 1, max(-1, and_lines[0] - 1 - _MOST_LINES_OF_AUTHOR), -1)
    first = next((i for i in above if i + 1 in lines and _is_name_above_house(reading, i)), None)
    names = [first, *(i + 1 for i in and_lines)]
    if first is None or not all(_is_name_above_house(reading, i) for i in names):
        return False
    ends = [*and_lines, names[-1] + _MOST_LINES_OF_AUTHOR]
    for i, end in zip(names, ends, strict=True):
        name = page.raw(i).rstrip("*†‡ 0123456789")
        fields = [Field("byline", name, 0, len(name))] if i == first else []
        reading.state_fields(i, [*fields, Field("authors", name, 0, len(name), affiliation=page.raw(i + 1))])
        page.removed[i + 1] = "role of the author"
        for j in range(i + 2, min(end, page.count)):
            if not page.is_short(j) or not _BESIDE_AUTHOR.fullmatch(page.raw(j)):
                break
            page.removed[j] = "address of the author"
    for i in and_lines:
        page.removed[i] = "field label"
    return True


_DEGREE = Pattern(r"(?:PhD|Ph\.D\.|Dr\.?|D\.?Sc\.?|Doctor of \w+|Candidate of \w+)(?:,? (?:in )?[\w ]{2,40})?", re.I)


def _is_name_above_house(reading: Reading, i: int) -> bool:
    page = reading.page
    name = page.raw(i).rstrip("*†‡ 0123456789")
    if not FULL_NAME.fullmatch(name) or is_no_person(name) or len(name.split()) > _MOST_WORDS_OF_NAME:
        return False
    below = i + 1 + (page.is_short(i + 1) and bool(_DEGREE.fullmatch(page.line(i + 1))))
    return below < page.count and page.is_short(below) and "," in page.raw(below) and names_body(page.raw(below))


_LABEL_OF_AUTHORS = Pattern(r"authors?\s?:?", re.I)


def _read_names_below_label(reading: Reading, lines: list[int]) -> bool:
    """Read the author in the line below the label, with the house behind the name and no sign between: "Author:", "NAME School of Law, X"."""
    page = reading.page
    label = next((i for i in lines if _LABEL_OF_AUTHORS.fullmatch(page.line(i)) and i + 1 in lines), None)
    if label is None:
        return False
    raw = page.raw(label + 1)
    words = raw.split()
    name, house = " ".join(words[:2]), " ".join(words[2:])
    if (
        not raw.startswith(name)
        or not FULL_NAME.fullmatch(name)
        or not has_given_name(name)
        or is_no_person(name)
        or (house and not names_body(house))
    ):
        return False
    fields = signed(name, affiliation=house or None)
    page.removed.pop(label + 1, None)
    reading.state_fields(label + 1, fields)
    page.removed[label] = "field label"
    return True


_MARKS_ALONE = Pattern(r"[0-9*†‡§,\s]{1,12}(?P<and>\s?(?:and|&))?|,|and|&")


def _read_names_between_marks(reading: Reading, lines: list[int]) -> bool:
    """Read the authors that stand one by one below "by", each with the marks of his notes in the line below: "by", "NAME", "1,*,", "NAME"."""
    page = reading.page
    label = next((i for i in lines if page.line(i).casefold() == "by"), None)
    if label is None:
        return False
    names, i = [], label + 1
    while i in lines:
        name = page.raw(i).rstrip(" ,*")
        if not FULL_NAME.fullmatch(name) or is_no_person(name) or len(name.split()) > _MOST_WORDS_OF_NAME:
            break
        names.append((i, name))
        mark = _MARKS_ALONE.fullmatch(page.line(i + 1)) if i + 1 in lines else None
        following = page.line(i + 2) if i + 2 in lines else ""
        if not mark or (mark["and"] is None and mark[0][-1] != "," and names_body(following)):  # the mark of the first house
            break
        i += 2
    if not names or not any(has_given_name(name) for _, name in names) or names[-1][0] == label + 1:
        return False
    for i, name in names:
        reading.state_fields(i, signed(name))
    for i in range(label, names[-1][0] + 2):
        if reading.is_kept(i) and (i == label or _MARKS_ALONE.fullmatch(page.line(i))):
            page.removed[i] = "field label"
    return True


_MOST_WORDS_OF_NAME = 5


def _read_line_of_names(reading: Reading, lines: list[int]) -> None:
    """Read the line of nothing but names, with or without the marks of notes, or the two lines over which they go on; first one with "by"."""
    page = reading.page
    for i in sorted(lines, key=lambda i: not _BY.match(page.raw(i))):
        if i in page.removed or " " not in page.raw(i) or page.raw(i)[-1] in ".:?!":
            continue
        goes_on = page.raw(i).endswith(("&", ",", " and")) and i + 1 in lines and not page.follows_gap(i + 1)
        raw = page.text[page.start(i) : page.end(i + 1 if goes_on else i)].replace("\n", " ")
        names = _names_in(raw)
        if not names:
            continue
        fields = [Field("byline", raw.rstrip(" ,&"), 0, len(raw.rstrip(" ,&"))), *(Field("authors", raw[a:b], a, b) for a, b in names)]
        reading.state_fields(i, fields, last=i + 1 if goes_on else i)
        return


def _names_in(raw: str) -> list[tuple[int, int]]:
    """Return where the names stand of which ``raw`` consists, one of them of a known given name; none where it holds anything else."""
    by = _BY.match(raw)
    spared = _MARKS.sub(lambda mark: " " * len(mark[0]), raw)
    if not by and spared == raw and not _BETWEEN.search(raw) and not has_given_name(raw):
        return []
    names = []
    at = by.end() if by else 0
    for part in [*_BETWEEN.finditer(spared, at), None]:
        end = part.start() if part else len(spared)
        name = spared[at:end].strip()
        if name:
            begin = spared.index(name, at)
            if not NAME.fullmatch(name) or is_no_person(name) or len(name.split()) > 4:
                return []
            names.append((begin, begin + len(name)))
        at = part.end() if part else end
    return names if names and any(has_given_name(raw[a:b]) for a, b in names) else []


def _leave_out_houses(reading: Reading, lines: list[int]) -> None:
    """Leave out the houses below the marks that stand alone on their lines, and whom to write to: "1", "Department of X", "*"."""
    page = reading.page
    for i in lines:
        if not reading.is_kept(i):
            continue
        is_house = i and _MARK_ALONE.fullmatch(page.raw(i - 1)) and names_body(page.line(i)) and page.raw(i)[-1] not in ".?!"
        if is_house or _OF_CORRESPONDENCE.match(page.line(i)):
            page.removed[i] = "role of the author"
            if is_house:
                page.removed.setdefault(i - 1, "role of the author")


_OPENS_COVER = Pattern(r"see discussions, stats,? and author profiles\b", re.I)
_ENDS_COVER = Pattern(r"the user has requested enhancement of the downloaded file\.?$", re.I)
_KIND_AND_MONTH = Pattern(r"(?:article|chapter|conference paper|preprint|book|thesis|research|working paper|technical report)\b.{0,120}?[·•]\s", re.I)


def _leave_out_cover(reading: Reading) -> None:
    """Leave out the cover that a network of scholars puts before an upload, but for the month of the article, if this has its title again."""
    page = reading.page
    lines = [i for i in range(min(page.count, _MOST_LINES)) if page.is_short(i)]
    opening = next((i for i in lines if _OPENS_COVER.match(page.line(i))), None)
    end = next((i for i in lines if _ENDS_COVER.match(page.line(i))), None)
    if opening is None or end is None or opening > end:
        return
    title = next((i for i in range(opening + 1, end) if page.is_short(i) and len(page.line(i).split()) >= 3), None)
    is_again = title is not None and any(page.is_short(i) and page.line(i) == page.line(title) for i in range(end + 1, min(page.count, end + 12)))
    for i in range(opening, end + 1):
        days = find_dates(page.raw(i)) if page.is_short(i) and _KIND_AND_MONTH.match(page.raw(i)) else []
        if len(days) == 1:
            reading.state_fields(i, [date_field(page.raw(i), days[0])])
        elif i != title or is_again:
            page.removed[i] = "library banner"
