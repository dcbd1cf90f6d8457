"""What a saved page declares in its head: day, site, address, author."""

from __future__ import annotations

import re

from articles.ingest.dates import PrintedDate, read_moment
from articles.ingest.reading import Candidate, Reading, plain
from articles.ingest.record import DraftAuthor
from articles.ingest.statements.names import has_given_name
from articles.ingest.statements.people import read_authors
from articles.ingest.vocabulary import NOBODY
from kzarchive.patterns import Pattern

# Fields that a head declares by meta elements, and by which of them first.
_DECLARED = (
    ("publication", ("citation_journal_title", "og:site_name")),
    ("section", ("article:section",)),
    ("publisher", ("citation_publisher", "dc.publisher", "dcterms.publisher")),
    ("rights", ("dc.rights", "dcterms.rights", "copyright")),
)
_PAGE = Pattern(r"[A-Za-z]?[0-9]{1,6}")
_LONGEST_NAME = 120


def read_markup(reading: Reading, head: list[int]) -> None:
    """Take over what a page states in its head: day, site, address, author; and its ``<time>`` elements."""
    markup = reading.layer.markup
    if not markup:
        return
    said = markup.statements
    for name in ("article:published_time", "datepublished", "og:article:published_time", "citation_publication_date"):
        _note_moment(reading, said.get(name))
    for name in ("dc.date", "dcterms.date", "date", "pubdate"):  # of the record or of the last change, as often as not
        _note_moment(reading, said.get(name), strength=2)
    for entry in markup.linked_data:
        _read_linked(reading, entry)
    for start, end, moment in markup.times:
        _read_time(reading, start, end, moment, head)
    address = said.get("canonical") or said.get("og:url")
    if address and re.match(r"https?://\S+$", address):
        reading.values["source_url"] = address
    for name, keys in _DECLARED:
        stated = next((said[key] for key in keys if key in said), None)
        if stated:
            reading.values.setdefault(name, plain(stated))
    for key, name in (("citation_volume", "volume"), ("citation_issue", "issue")):
        if key in said:
            reading.values.setdefault(name, plain(said[key]))
    first, last = said.get("citation_firstpage", ""), said.get("citation_lastpage", "")
    if _PAGE.fullmatch(first) and (not last or _PAGE.fullmatch(last)):
        reading.values.setdefault("pages", f"{first}-{last}" if last and last != first else first)
    for key in ("citation_author", "author", "dc.creator"):
        for name in said.get(key, "").split("; "):
            reading.declared_people += _people_of(name)
    if not reading.authors and "byline" not in reading.values:
        reading.authors += [DraftAuthor(name) for name in dict.fromkeys(reading.declared_people)]


def _note_moment(reading: Reading, value: str | None, *, strength: int = 4) -> None:
    day = read_moment(value) if value else None
    if day:
        reading.dates.append(Candidate(PrintedDate(0, 0, (day,)), 0, 0, strength))


def _people_of(said: str) -> list[str]:
    """Return the people a head names in one place; "Family, Given" is turned round."""
    said = re.sub(r"^by\s+", "", said.strip(), flags=re.I)
    family, comma, given = plain(said).partition(", ")
    if comma and " " in family and " " not in given and (given.isupper() or has_given_name(family)):  # "NAME, PAPER"
        return [family]
    if comma and len(family.split()) <= 2 and len(given.split()) <= 3 and "," not in given and not (" " in family and " " in given):
        return [f"{given} {family}"]
    return [name for found in read_authors(plain(said)) or () if not NOBODY.issuperset((name := plain(found.value)).lower().split())]


def settle_names(reading: Reading) -> None:
    """Where the head declares the authors, take the marks of notes that stick to their printed names off them."""
    declared = set(reading.declared_people)
    for n, author in enumerate(reading.authors):
        if author.name not in declared:
            name = next((name for name in declared if author.name.startswith(name) and len(author.name) - len(name) <= 2), None)
            if name:
                reading.authors[n] = DraftAuthor(name, author.role, author.affiliation)


def _read_linked(reading: Reading, entry: dict) -> None:
    kinds = entry.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    if not any(isinstance(kind, str) and kind.endswith(("Article", "BlogPosting", "Report")) for kind in kinds):
        return
    if isinstance(entry.get("datePublished"), str):
        _note_moment(reading, entry["datePublished"])
    publisher = entry.get("publisher")
    if isinstance(publisher, dict) and isinstance(publisher.get("name"), str) and publisher["name"].strip():
        reading.values.setdefault("publisher", plain(publisher["name"]))
    for name, stated in (("section", _first_text(entry.get("articleSection"))), ("publication", _name_of_periodical(entry.get("isPartOf")))):
        if stated:
            reading.values.setdefault(name, plain(stated))
    if not reading.authors and "byline" not in reading.values:
        people = entry.get("author")
        for person in people if isinstance(people, list) else [people]:
            name = person.get("name") if isinstance(person, dict) else person
            if isinstance(name, str) and name.strip() and not NOBODY.issuperset(name.lower().split()):
                reading.declared_people.append(plain(name))
                reading.authors.append(DraftAuthor(plain(name)))


def _first_text(value: object) -> str | None:
    """Return ``value``, or the first of several, if it is a short text."""
    first = value[0] if isinstance(value, list) and value else value
    return first if isinstance(first, str) and first.strip() and len(first) <= _LONGEST_NAME else None


def _name_of_periodical(value: object, *, depth: int = 3) -> str | None:
    """Return the name of the newspaper or journal that a text is declared to be part of, be it by its issue and volume."""
    part = value[0] if isinstance(value, list) and value else value
    if not isinstance(part, dict) or not depth:
        return None
    kinds = part.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    if "Periodical" in kinds or "Newspaper" in kinds:
        return _first_text(part.get("name"))
    return _name_of_periodical(part.get("isPartOf"), depth=depth - 1)


def _read_time(reading: Reading, start: int, end: int, moment: str, head: list[int]) -> None:
    """Believe a ``<time>`` element where its text is a date already found, or a line of its own above the text.

    Elsewhere, in a list of other articles for one, it dates something else.
    """
    day = read_moment(moment)
    if not day:
        return
    for candidate in reading.dates:
        if candidate.start < end and start < candidate.end:
            candidate.date = PrintedDate(0, 0, (day,), candidate.date.weekday)
            return
    for i in head:
        if reading.is_kept(i) and reading.page.start(i) == start and reading.page.end(i) == end:
            reading.stated.add(i)
            reading.dates.append(Candidate(PrintedDate(0, 0, (day,)), start, end, 2))
            reading.spans.setdefault("published_on", []).append((start, end))
