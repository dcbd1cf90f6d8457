"""What a reader typed, read as a question: words, phrases, OR, -not, prefix*, field:value; pure.

Nothing that is typed is an error. What could not be understood is left out, or searched as plain words, and ``notes`` says so.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from kzarchive import edtf
from kzarchive.text import Wanted, alternatives, looked_for, words_as_typed

LONGEST_QUERY = 200  # characters
MOST_CLAUSES = 32
MANY_CLAUSES = 8
SHORTEST_PREFIX = 3  # characters: fewer begin half of all words

FIELDS = {
    "publication": "publication", "pub": "publication", "author": "author", "entity": "entity", "topic": "topic", "language": "language",
    "lang": "language", "date": "date", "access": "access", "quality": "quality", "claims": "claims",
}  # fmt: skip


@dataclass(frozen=True)
class Word:
    """One word; ``typed`` as it was, ``wanted`` the terms that any of it is to find."""

    typed: str
    wanted: tuple[Wanted, ...]
    is_prefix: bool = False


@dataclass(frozen=True)
class Phrase:
    """Words that stand together in this order. Each variant has one term a word: the readings of the languages it may be in."""

    typed: str
    variants: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Filter:
    """``author:somebody``, not yet looked up."""

    kind: str
    value: str


@dataclass(frozen=True)
class Tags:
    """Any of these tokens, which documents bear beside their words; none at all finds nothing."""

    tokens: tuple[str, ...]


@dataclass(frozen=True)
class Named:
    """Words that are a name the archive knows, or the tag of what bears it."""

    words: Node
    tags: Tags


@dataclass(frozen=True)
class Not:
    part: Node


@dataclass(frozen=True)
class And:
    parts: tuple[Node, ...]


@dataclass(frozen=True)
class Or:
    parts: tuple[Node, ...]


Node = Word | Phrase | Filter | Tags | Named | Not | And | Or


@dataclass(frozen=True)
class Days:
    """The days from ``earliest`` to ``latest``, both included; None: without end on that side."""

    earliest: dt.date | None = None
    latest: dt.date | None = None

    def within(self, other: Days) -> Days:
        """Return the days that are in both."""
        starts = [day for day in (self.earliest, other.earliest) if day]
        ends = [day for day in (self.latest, other.latest) if day]
        return Days(max(starts, default=None), min(ends, default=None))

    def whole_years(self, *, at_most: int) -> range:
        """Return the years that these days are, where they begin and end with one; none where they do not, or are more than ``at_most``."""
        if self.earliest is None or self.latest is None:
            return range(0)
        is_whole = (self.earliest.month, self.earliest.day, self.latest.month, self.latest.day) == (1, 1, 12, 31)
        years = range(self.earliest.year, self.latest.year + 1)
        return years if is_whole and len(years) <= at_most else range(0)


@dataclass(frozen=True)
class Query:
    """A question read: ``text`` as it was understood to the last sign, ``root`` what is to hold, or None where nothing is asked."""

    text: str = ""
    root: Node | None = None
    days: Days = Days()
    notes: tuple[str, ...] = ()
    is_cut: bool = False


# Signs that are not to be seen, and those that turn the direction of what follows.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]+")
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»″＂", '"'))
_DASHES = "−–—‐‑-"  # the last one last: inside a class of characters it would make a range
_CLAUSE = re.compile(
    rf"""\s*(?P<not>[{_DASHES}](?=[^\s{_DASHES}]))?
    (?:(?P<field>[^\W\d_]{{2,20}}):(?=[^\s:]))?
    (?:"(?P<phrase>[^"]*)"|(?P<chunk>[^\s"]+)|(?P<odd>"))""",
    re.VERBOSE,
)


def understood(text: str) -> str:
    """Return ``text`` as it is read: composed, without signs that cannot be seen, blanks folded. At most as long as it was, but for composing."""
    return " ".join(_UNSEEN.sub(" ", unicodedata.normalize("NFC", text)).split())


def parse(text: str) -> Query:
    """Return the question that ``text`` asks."""
    whole = understood(text[: 20 * LONGEST_QUERY])
    is_cut = len(whole) > LONGEST_QUERY or len(text) > 20 * LONGEST_QUERY
    text = whole[:LONGEST_QUERY].rstrip()
    reader = _Reader(text.translate(_QUOTES))
    root = reader.read()
    return Query(text, root, reader.days, tuple(dict.fromkeys(reader.notes)), is_cut)


@dataclass
class _Reader:
    """Reads one question, clause by clause."""

    text: str
    days: Days = Days()
    notes: list[str] = field(default_factory=list)

    def read(self) -> Node | None:
        groups: list[list[Node]] = []  # each group is joined by OR, the groups by AND
        joins = negates = False
        count = 0
        for match in _CLAUSE.finditer(self.text):
            chunk = match["chunk"]
            is_operator = not match["not"] and not match["field"] and chunk in {"OR", "|", "AND", "NOT"}
            if is_operator and chunk == "AND":
                continue
            if is_operator and chunk == "NOT":
                negates = True
                continue
            if is_operator:
                if not groups or joins or negates:
                    self.notes.append("OR stands between two words or phrases: here it has none on one side, and was left out.")
                joins = bool(groups)
                continue
            count += 1
            if count > MOST_CLAUSES:
                self.notes.append(f"Only the first {MOST_CLAUSES} words and phrases were searched.")
                break
            nodes = list(self._clause(match, is_negated=negates or bool(match["not"])))
            negates = False
            if not nodes:
                continue
            node = nodes[0] if len(nodes) == 1 else And(tuple(nodes))
            if joins:
                groups[-1].append(node)
            else:
                groups += [[each] for each in nodes]
            joins = False
        if joins:
            self.notes.append("OR stands between two words or phrases: here it has none on one side, and was left out.")
        if negates:
            self.notes.append("NOT stands before a word or a phrase: here it has none, and was left out.")
        if not groups:
            return None
        parts = tuple(group[0] if len(group) == 1 else Or(tuple(group)) for group in groups)
        return parts[0] if len(parts) == 1 else And(parts)

    def _clause(self, match: re.Match, *, is_negated: bool) -> Iterator[Node]:
        kind = FIELDS.get(match["field"].lower()) if match["field"] else None
        if match["odd"]:
            self.notes.append("A quotation mark without its partner was left out.")
            return
        words = match["phrase"] if match["phrase"] is not None else match["chunk"]
        if kind == "date":
            self._date(words, is_negated=is_negated)
            return
        if kind:
            nodes = [Filter(kind, words.strip())] if words.strip() else []
        else:
            if match["field"]:
                self.notes.append(
                    f"There is no field “{match['field']}”: its words were searched as they are. "
                    "Fields are author, publication, entity, topic, language, date, access, quality and claims."
                )
                words = f"{match['field']} {words}"
            nodes = list(self._words(words, is_phrase=match["phrase"] is not None))
        for node in nodes:
            yield Not(node) if is_negated else node

    def _words(self, words: str, *, is_phrase: bool) -> Iterator[Node]:
        if not is_phrase and ("(" in words or ")" in words):
            self.notes.append("Brackets were left out: OR binds the two words beside it.")
        typed = words_as_typed(words)
        if not typed:
            if words.strip("()"):
                self.notes.append(f"“{words.strip()}” has neither letters nor digits, and was left out.")
            return
        has_asterisk = not is_phrase and words.rstrip(").,;:!?").endswith("*")
        if has_asterisk and len(typed[-1]) < SHORTEST_PREFIX:
            self.notes.append(
                f"“{typed[-1]}*” is too short: an asterisk wants {SHORTEST_PREFIX} letters before it, so this word was searched as it is."
            )
            has_asterisk = False
        if "*" in words and not has_asterisk and not is_phrase and not words.rstrip(").,;:!?").endswith("*"):
            self.notes.append("An asterisk stands at the end of a word: elsewhere it was left out.")
        if has_asterisk:
            for word in typed[:-1]:
                yield Word(word, looked_for(word))
            yield Word(typed[-1], looked_for(typed[-1], as_prefix=True), is_prefix=True)
        elif len(typed) == 1 and not is_phrase:
            yield Word(typed[0], looked_for(typed[0]))
        else:
            yield Phrase(" ".join(typed), _variants(typed))

    def _date(self, words: str, *, is_negated: bool) -> None:
        days = days_between(*words.split("..", 1)) if ".." in words else days_of(words)
        if days is None:
            self.notes.append(f"“date:{words}” is no date that can be searched: write date:2014, date:2014-02 or date:2014..2017.")
        elif is_negated:
            self.notes.append("A date cannot be excluded: that was left out.")
        else:
            self.days = self.days.within(days)


def spoken(words: str) -> Word | Phrase | None:
    """Return ``words`` as one word or a phrase; None where there is neither letter nor digit in them."""
    typed = words_as_typed(words)
    if len(typed) == 1:
        return Word(typed[0], looked_for(typed[0]))
    return Phrase(" ".join(typed), _variants(typed)) if typed else None


def _variants(typed: list[str]) -> tuple[tuple[str, ...], ...]:
    readings = [alternatives(word) for word in typed]
    return tuple(dict.fromkeys((tuple(each[0] for each in readings), tuple(each[-1] for each in readings))))


def days_of(value: str) -> Days | None:
    """Return the days of an EDTF date, a year above all; None where ``value`` is no date."""
    try:
        date = edtf.parse(value.strip()[:40])
    except ValueError:
        return None
    return Days(date.earliest, date.latest)


def days_between(first: str, last: str) -> Days | None:
    """Return the days from the first of one date to the last of another, either of which may be empty; None where one is no date."""
    start = days_of(first) if first.strip() else Days()
    end = days_of(last) if last.strip() else Days()
    return None if start is None or end is None else Days(start.earliest, end.latest)


def breadths(node: Node | None) -> list[str]:
    """Return, in sentences, what of a question makes it long to answer."""
    words = [leaf for leaf in _leaves(node) if isinstance(leaf, Word | Phrase)]
    said = [f"“{word.typed}*” stands for every word that begins so: write more letters of it, or a whole word." for word in words if _is_open(word)]
    if len(words) > MANY_CLAUSES:
        said.append(f"It asks for {len(words)} words and phrases at once: fewer are answered sooner.")
    if any(isinstance(part, Or) for part in _inner(node)):
        said.append("OR adds up all that either of two words finds: search for one of them at a time.")
    return said or ["What it asks for stands in very many texts: add a rarer word, or a year, a publication or a name."]


def _is_open(word: Word | Phrase) -> bool:
    return isinstance(word, Word) and word.is_prefix


def _leaves(node: Node | None) -> Iterator[Node]:
    return (part for part in _inner(node) if not isinstance(part, And | Or | Not | Named))


def _inner(node: Node | None) -> Iterator[Node]:
    """Yield ``node`` and all that is in it."""
    if node is None:
        return
    yield node
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _inner(part)
        case Not(part) | Named(words=part):
            yield from _inner(part)


def asks_for_words(node: Node | None) -> bool:
    """Say whether words are looked for: without any, there is nothing to rank by."""
    match node:
        case Word() | Phrase() | Named():
            return True
        case And(parts) | Or(parts):
            return any(asks_for_words(part) for part in parts)
    return False


def conjunction(*nodes: Node | None) -> Node | None:
    """Return the node that asks for all of ``nodes``; None where there is none."""
    parts: list[Node] = []
    for node in nodes:
        if node is not None:
            parts += node.parts if isinstance(node, And) else [node]
    return None if not parts else parts[0] if len(parts) == 1 else And(tuple(parts))
