"""The names on a page that may be its author's, and what each shows of itself and of its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from articles.ingest.comparing import comparable
from articles.ingest.learned.features import Sheet, features_of_shape, kind_of_line, tokens
from articles.ingest.reading import Reading, key_of_name
from articles.ingest.remembering import remembered
from articles.ingest.statements.names import PERSON, has_given_name, is_no_person, without_degrees
from articles.ingest.statements.roles import ROLE_WORD
from kzarchive.patterns import Pattern

_NAME = Pattern(rf"(?<![\w@./-]){PERSON}(?![\w@-])")
_BEFORE_NAME = Pattern(r"(?<!\w)(?:By|BY|Von|VON|Par|PAR|From|With|Author|Авторы?|Автор)(?=\s)")  # written like one of its words, and none
_MOST_CHARACTERS_AT_BEGIN = 200
_MOST_CHARACTERS_AT_END = 120
_LONGEST_LINE_READ_WHOLE = 300
_MOST_LINES_OF_TEXT = 2  # from its begin, and up to its end
_MOST_LINES_BELOW = 40
_MOST_LINES_ABOVE = 70
_MOST_WORDS_BESIDE = 6


@dataclass(frozen=True)
class Name:
    """A name in line ``line``, at ``start`` to ``end`` in it; ``part`` says which word beside it, written like one of it, was left out."""

    text: str
    line: int
    start: int
    end: int
    part: str = ""

    @property
    def key(self) -> str:
        return key_of_name(self.text)


@dataclass(frozen=True)
class Place:
    """Where the title of a page stands, if anywhere, and the first and the last line of its text."""

    title: int | None
    first: int
    last: int


def place_of(reading: Reading) -> Place | None:
    """Return where title and text stand by what the rules have kept; None where they kept nothing."""
    kept = [i for i in range(reading.page.count) if reading.is_kept(i) and i not in reading.captions]
    return Place(reading.title_line(), kept[0], kept[-1]) if kept else None


def names_of(sheet: Sheet, place: Place) -> Iterator[Name]:
    """Yield the names in the head of a page, in what stands below its text, and at the ends of the text."""
    for i in _lines_looked_at(sheet, place):
        line = sheet.lines[i]
        for match in _NAME.finditer(_BEFORE_NAME.sub(lambda word: " " * len(word[0]), line)):
            if len(line) > _LONGEST_LINE_READ_WHOLE and _MOST_CHARACTERS_AT_BEGIN < match.start() < len(line) - _MOST_CHARACTERS_AT_END:
                continue
            yield from _readings(match[0], i, match.start())


def _lines_looked_at(sheet: Sheet, place: Place) -> Iterator[int]:
    head = range(max(0, place.first - _MOST_LINES_ABOVE), place.first + _MOST_LINES_OF_TEXT)
    tail = range(max(head.stop, place.last - _MOST_LINES_OF_TEXT + 1), place.last + 1 + _MOST_LINES_BELOW)
    return (i for part in (head, tail) for i in part if i in sheet.lines)


def _readings(found: str, line: int, at: int) -> Iterator[Name]:
    bare = without_degrees(found)
    at += len(found) - len(bare)
    yield Name(bare, line, at, at + len(bare))
    words = bare.split(" ")
    if len(words) == 3 and bare.count(" ") == 2:
        yield Name(" ".join(words[1:]), line, at + len(words[0]) + 1, at + len(bare), "first")
        yield Name(" ".join(words[:2]), line, at, at + len(bare) - len(words[2]) - 1, "last")


class Names:
    """The names of a page with what they show, counted over the page."""

    def __init__(self, sheet: Sheet, place: Place) -> None:
        self.sheet, self.place = sheet, place
        self.found = list(names_of(sheet, place))
        self._times = Counter((name.key, name.line) for name in self.found)
        self._lines_with = Counter(key for key, _ in self._times)
        text = [sheet.lines[i] for i in range(place.first, place.last + 1) if i in sheet.lines]
        self._text = " ".join(text)
        self._title = comparable(sheet.lines.get(place.title, "")) if place.title is not None else ""

    @cached_property
    def _small_words(self) -> set[str]:
        return {word for line in self.sheet.lines.values() for word in tokens(line) if word.islower()}

    def features(self, name: Name) -> list[str]:
        """Return what tells whether ``name`` is an author's where it stands."""
        sheet, place = self.sheet, self.place
        line = sheet.lines[name.line]
        kind = kind_of_line(line)
        before, after = sheet.beside(name.line, name.start, name.end)
        where = self._where(name.line)
        is_alone = not before and not after
        first, last = name.text.split(" ")[0], name.text.split(" ")[-1]
        in_text = self._text.count(last) - (last in line) * (place.first <= name.line <= place.last)
        near = {*before[-_MOST_WORDS_BESIDE:], *after[:_MOST_WORDS_BESIDE]}
        given = f"{has_given_name(first)} {has_given_name(name.text)}"
        beside = f"{before[-1] if before else '^'} {after[0] if after else '$'}"
        return [
            *(f"near {token}" for token in near),
            *(f"before {token}" for token in before[-1:]),
            *(f"after {token}" for token in after[:1]),
            f"before {' '.join(before[-2:])}.",
            f"after {' '.join(after[:2])}.",
            f"beside {beside}",
            f"where {where}",
            f"where {where} alone {is_alone}",
            f"where {where} opens {not before} closes {not after}",
            f"where {where} given {given}",
            f"where {where} kind {kind}",
            f"where {where} before {before[-1] if before else '^'}",
            f"where {where} after {after[0] if after else '$'}",
            f"given {given}",
            f"part {name.part} {given}",
            f"small elsewhere {sum(word.casefold() in self._small_words for word in tokens(name.text) if len(word) > 2)}",
            f"no person {is_no_person(name.text)}",
            f"shape {features_of_shape(name.text)}",
            f"times {min(4, self._lines_with[name.key])}",
            f"in text {min(3, in_text)} {where}",
            f"in title {comparable(last) in self._title}",
            f"kind {kind}",
            f"role {_speaks_of_role(line)} {_speaks_of_role(sheet.lines.get(name.line + 1, ''))} {where}",
            *sheet.neighbours(name.line),
        ]

    def _where(self, i: int) -> str:
        place = self.place
        if i == place.title:
            return "title"
        if i < place.first:
            if place.title is None:
                return f"head {min(4, place.first - i)}"
            return f"above {min(3, place.title - i)}" if i < place.title else f"between {min(4, i - place.title)}"
        if i <= place.last:
            return "opening" if i < place.first + _MOST_LINES_OF_TEXT else "end"
        return f"below {min(6, i - place.last)}"


@remembered
def _speaks_of_role(line: str) -> bool:
    return bool(ROLE_WORD.search(line))
