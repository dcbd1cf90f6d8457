"""The state of a reading: a page, the statements found on it, and the lines that are spoken for."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from articles.ingest.comparing import comparable
from articles.ingest.dates import PrintedDate
from articles.ingest.lines import CONTROLS
from articles.ingest.page import Page
from articles.ingest.read import TextLayer
from articles.ingest.record import Doubt, DraftAuthor, Removed
from articles.ingest.statements.field import Field
from kzarchive.patterns import Pattern

MOST_HEAD_LINES = 60
SENTENCE_END = Pattern(r"(?:[.!?…](?:\s?[■□◼∎])?|[.!?…,][\"'”’»“)\]]{1,2}|[.!?…]\s?(?:\[(?:[0-9]+|[ivxlc]{1,7})\]|\(\*\)))$")
# Rules whose lines stand among the statements of a head.
RULES_OF_HEAD = frozenset(
    {"view counter", "rating", "share bar", "update date", "reading time", "page control", "comment counter", "relative date", "tags", "separator",
     "newsletter call", "empty value", "language switch", "address of the page", "address of the author", "field label", "role of the author",
     "library number"}
)  # fmt: skip
INSTITUTE = Pattern(
    r"(?:the )?(?:центр|институт|centre|center|institute?|фонд|министерство|ministry|delegation|embassy|consulate|permanent mission|mission|"
    r"посольство|представительство|botschaft|ambassade|büyükelçiliği|елшілігі)\b(?! (?:to|in|of) (?:host|receive|open|become|help)\b)",
    re.I,
)
LONG_WORD = Pattern(r"[^\W\d_]{4,}")
SITE_BORDER = Pattern(r"\s+(?:[|–—»·]|::|-)\s+")
_LATIN = Pattern(r"[A-Za-z\u00c0-\u024f]")
_CYRILLIC = Pattern(r"[\u0400-\u04ff]")
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
CAPTIONS = frozenset({"figcaption", "caption", ".caption"})

_BETWEEN_NAMES = Pattern(r"\s[–—/|-]\s|,\s(?:and\s)?|\s(?:and|und|et|ve|и|және|&)\s")


@dataclass
class Candidate:
    """A printed date that may be the day of publication: where it stands in the text layer, and how strong its claim is."""

    date: PrintedDate
    start: int
    end: int
    strength: int


class Reading:
    """What has been found out about one text layer: each step uses up lines, and what no step claims is body."""

    def __init__(self, layer: TextLayer, today: dt.date) -> None:
        self.layer = layer
        self.today = today
        self.page = Page(layer)
        self.values: dict[str, str] = {}
        self.authors: list[DraftAuthor] = []
        self.spans: dict[str, list[tuple[int, int]]] = {}
        self.removed: list[Removed] = [Removed(at, at + 1, "control character") for at in self.page.selectors]
        self.dates: list[Candidate] = []
        self.standing: list[Candidate] = []  # "Stand: 3. Mai 2016": when the text was as it is, be it the first day or a later one
        self.declared_people: list[str] = []
        self.signature: tuple[int, int] | None = None  # where a signature stands behind the last sentence
        self.link_to_more: int | None = None  # the line below the author's life that leads to all he wrote
        self.first_printing: tuple[int, list[Field]] | None = None  # where another paper is said to have printed the text first: line, paper, day
        self.doubts = [Doubt(*warning) for warning in layer.warnings]
        if self.page.middle:
            first, last = self.page.middle[0] + 1, self.page.middle[-1] + 1
            message = f"The page has more short lines than any article: lines {first:,} to {last:,} were taken as they stand. Bring it in in parts."
            self.doubts.append(Doubt("long-page", message))
        self.stated: set[int] = set()  # lines that hold fields and no body
        self.captions: set[int] = set()
        self.caption_ends: dict[int, int] = {}  # where a caption ends in a line that goes on with a paragraph
        self.body_starts: dict[int, int] = {}  # where the body begins in a line that opens with something else
        self.body_ends: dict[int, int] = {}  # where it ends in a line that closes with a credit
        self.has_marked_headings = self.asks_questions = False
        self.foot = self.page.count  # the first line of what stands below a text, where a mark tells it
        self.parts: tuple[tuple[int, int], ...] = ((0, len(layer.text)),)

    def is_kept(self, i: int) -> bool:
        """Tell whether no step has claimed line ``i`` yet."""
        return i not in self.page.removed and i not in self.stated

    def length(self, i: int) -> int:
        """Return how many characters line ``i`` has."""
        return self.page.end(i) - self.page.start(i)

    def state_line(self, name: str, i: int) -> None:
        """Give the field ``name`` the whole of line ``i``."""
        self.stated.add(i)
        self.values[name] = plain(self.page.raw(i))
        self.spans.setdefault(name, []).append((self.page.start(i), self.page.end(i)))

    def state_fields(self, i: int, fields: Sequence[Field], *, last: int | None = None, rule: str = "field label") -> None:
        """Note the statements that line ``i``, or the lines from ``i`` to ``last``, make; ``rule`` leaves out what stands there beside them."""
        last = i if last is None else last
        self.stated.update(range(i, last + 1))
        start = self.page.start(i)
        for found in fields:
            self.note(found, start)
        self.remove_labels(i, [(start + found.start, start + found.end) for found in fields], last=last, rule=rule)

    def take_back(self, name: str) -> list[tuple[int, int]]:
        """Let the page state the field ``name`` no longer, and return where it stood; the lines there stay statements."""
        self.values.pop(name, None)
        return self.spans.pop(name, [])

    def note(self, found: Field, at: int) -> None:
        """Note one statement of the line that begins at ``at``: its value, its place, the doubt it raises."""
        span = (at + found.start, at + found.end)
        value = plain(found.value)
        if found.name == "standing_date":
            self.standing.append(Candidate(found.date, *span, 1))
            return
        if found.name in ("update_date", "other_date"):
            self.remove_stretch(*span, "update date" if found.name == "update_date" else "date of something else")
            return
        if found.date:
            strength = {"published_on": 3, "bare_date": 2, "issue_date": 1}[found.name]
            self.dates.append(Candidate(found.date, *span, strength))
            self.spans.setdefault("published_on", []).append(span)
            return
        if found.name != "rights_holder":
            self.spans.setdefault(found.name, []).append(span)
        if found.name == "authors":
            known = {key_of_name(author.name) for author in self.authors}
            if key_of_name(value) in known:  # signed above the text and below it
                return
            self.authors.append(
                DraftAuthor(value, plain(found.role) if found.role else None, plain(found.affiliation) if found.affiliation else None)
            )
            return
        if found.is_blank:
            self.doubts.append(Doubt("blank-byline", f"A by-line is printed (“{value}”), but it names nobody."))
        if found.name == "byline" and not self.authors and not found.is_blank:
            self.values[found.name] = value  # an earlier one named nobody
        self.values.setdefault(found.name, value)

    def remove_labels(self, i: int, spans: list[tuple[int, int]], *, last: int | None = None, rule: str = "field label") -> None:
        """Cover with ``rule`` what a line of statements, or several down to ``last``, holds beside its values: labels, brackets, bars."""
        at = self.page.start(i)
        for start, end in sorted(spans):
            if start > at:
                self.remove_stretch(at, start, rule)
            at = max(at, end)
        self.remove_stretch(at, self.page.end(i if last is None else last), rule)

    def remove_stretch(self, start: int, end: int, rule: str) -> None:
        """Leave out part of a line; blanks at its ends do not count."""
        text = self.layer.text[start:end]
        if text.strip():
            start += len(text) - len(text.lstrip())
            self.removed.append(Removed(start, start + len(text.strip()), rule))

    def begin_body(self, i: int, at: int, rule: str) -> None:
        """Let the body begin at ``at`` in line ``i``, of which ``rule`` leaves out what stands before."""
        self.body_starts[i] = at
        self.remove_stretch(self.page.start(i), at, rule)

    def title_line(self) -> int | None:
        """Return the line in which the title stands, None if it stands in no line."""
        spans = self.spans.get("title")
        return next((i for i in sorted(self.stated) if self.page.start(i) < spans[0][1] <= self.page.end(i)), None) if spans else None

    def holds(self, i: int, name: str) -> bool:
        """Tell whether the field ``name``, or one of several so called, begins in line ``i``."""
        return i < self.page.count and any(self.page.start(i) <= start < self.page.end(i) for start, _ in self.spans.get(name, ()))

    def names_all_authors(self, i: int) -> bool:
        """Tell whether line ``i`` is nothing but the names of the authors, two or more, who are named elsewhere: "Anna Kim – Paul Reed"."""
        return len(self.authors) > 1 and self.page.is_short(i) and self.are_all_authors(self.page.line(i))

    def are_all_authors(self, names: str) -> bool:
        """Tell whether the enumeration ``names`` holds the name of every author and no other name."""
        return {key_of_name(name) for name in _BETWEEN_NAMES.split(names)} == {key_of_name(author.name) for author in self.authors}

    def last_lines(self, number: int) -> list[int]:
        """Return the last ``number`` short lines that are still kept, the last first."""
        found = []
        for i in range(self.page.count - 1, -1, -1):
            if len(found) == number:
                break
            if self.is_kept(i) and self.page.is_short(i):
                found.append(i)
        return found

    def has_other_text(self, i: int) -> bool:
        """Tell whether anything but line ``i`` is kept."""
        return any(self.is_kept(j) for j in range(self.page.count) if j != i)


def is_in_list(reading: Reading, i: int) -> bool:
    """Tell whether line ``i`` is one of five or more lines running of at most four words, and not the last: a menu, a list of sections."""
    page = reading.page

    def is_entry(j: int) -> bool:
        return page.is_short(j) and len(page.line(j).split()) <= 4 and page.raw(j)[-1] not in ".!?:;," and j not in reading.stated

    if not is_entry(i):
        return False
    first = last = i
    while first > 0 and i - first < 6 and is_entry(first - 1):
        first -= 1
    while last + 1 < page.count and last - i < 6 and is_entry(last + 1):
        last += 1
    return last - first >= 5 and i != last


def goes_on_quotation(reading: Reading, i: int) -> bool:
    """Tell whether line ``i`` stands in a quotation that the line right above it opens and does not close, such as a motto over two lines."""
    page = reading.page
    above = page.line(i - 1) if i and not page.follows_gap(i) and page.is_short(i - 1) else ""
    return above.count("«") > above.count("»") or above.count("“") > above.count("”")


def is_address(line: str) -> bool:
    """Tell whether ``line`` is an address of the web and nothing else."""
    return line.startswith(("https://", "http://")) and " " not in line


_HOST = Pattern(r"(?:[a-z0-9-]{1,40}\.){1,4}[a-z]{2,12}")


def is_host(line: str) -> bool:
    """Tell whether ``line`` is the name of a host and nothing else: "news.example.org"."""
    return len(line) <= 80 and bool(_HOST.fullmatch(line))


def is_in_another_script(reading: Reading, i: int, title: int) -> bool:
    """Tell whether line ``i`` has another script than the title and the text: what a picture shows, put in by a site of another language."""
    script = script_of(reading.page.raw(i))
    text = next((j for j in range(i + 1, reading.page.count) if reading.is_kept(j) and reading.page.is_prose(j)), None)
    if text is None or script is None:
        return False
    return script != script_of(reading.page.raw(title)) == script_of(reading.page.text[reading.page.start(text) : reading.page.start(text) + 300])


def script_of(text: str) -> str | None:
    """Return the script that nearly all letters of ``text`` have: "Latn" or "Cyrl"; None if it is neither, or too little to tell."""
    latin, cyrillic = len(_LATIN.findall(text)), len(_CYRILLIC.findall(text))
    if latin + cyrillic < 8:
        return None
    return "Latn" if cyrillic < 0.1 * latin else "Cyrl" if latin < 0.1 * cyrillic else None


def key_of_name(name: str) -> str:
    """Return what two printings of one name share, one of them in capitals or without a blank; Turkish has capitals of its own for i and ı."""
    return comparable(name).replace(" ", "").replace("i\u0307", "i").replace("ı", "i")


def plain(text: str) -> str:
    """Return a value as the record keeps it: NFC, blanks folded, without control characters."""
    return folded(CONTROLS.sub("", text))


def folded(text: str) -> str:
    """Return ``text`` in NFC, its blanks folded."""
    return unicodedata.normalize("NFC", " ".join(text.split()))
