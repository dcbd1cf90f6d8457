"""Which lines of a page are no part of an article, each with the name of the rule that says so."""

from __future__ import annotations

import re

from articles.ingest.boilerplate.regions import remove_regions
from articles.ingest.boilerplate.rule import Rule
from articles.ingest.boilerplate.rules import RULES
from articles.ingest.lines import CONTROLS
from articles.ingest.page import Page
from kzarchive.patterns import Pattern

_MOST_KNOWN_LINES = 10_000
_INVISIBLE = Pattern(r"[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x1b\x7f]+")
_BULLET = Pattern(r"^(?:[*•·]\s(?=(?:\S+\s){0,4}\S+$)|[-–]\s(?=[^\W_]+\.?(?:\s\S+){0,3}$)(?![0-9]+$))")


def clean(page: Page) -> None:
    """Mark the lines of ``page`` that are no part of an article, each with the name of the rule that says so."""
    _remove_invisible_lines(page)
    if page.layer.is_marked_up:
        remove_regions(page)
    known: dict[str, tuple[Rule, ...]] = {}  # what may begin with a line: tables and lists repeat theirs
    i = 0
    while i < page.count:
        taken = 0
        if page.is_ruled(i) and i not in page.removed:
            line = _BULLET.sub("", page.line(i))  # browsers for terminals set a star before every link, copies a hyphen before an entry of a list
            rules = known.get(line)
            if rules is None:
                compiled = _COMPILED if _NARROW_RULE.match(line) else _COMPILED_WIDE
                rules = tuple(rule for rule, opens in compiled if opens.match(line))
                if len(known) < _MOST_KNOWN_LINES:
                    known[line] = rules
            for rule in rules:
                taken = rule.take(page, i, line)
                if taken:
                    page.remove(i, i + taken, rule.name)
                    break
        i += taken or 1


def _remove_invisible_lines(page: Page) -> None:
    """Lines of nothing but control characters, or of marks that show nothing (zero-width blanks, byte order marks)."""
    for i in range(page.count):
        if page.is_short(i):
            first = page.text[page.start(i)]
            if first.isalnum():
                continue
            raw = page.raw(i)
            if _INVISIBLE.fullmatch(raw):
                page.remove(i, i + 1, "control character" if CONTROLS.search(raw) else "invisible character")


_COMPILED = tuple((rule, Pattern(rule.opens, re.I)) for rule in RULES)
# Some rules look at nearly every short line; the others need not be asked one by one where none of them can begin.
_WIDE_RULES = frozenset({"menu", "share bar", "words of controls", "other posts", "repeated lead"})
_COMPILED_WIDE = tuple((rule, opens) for rule, opens in _COMPILED if rule.name in _WIDE_RULES)
_NARROW_RULE = Pattern("|".join(f"(?:{rule.opens})" for rule in RULES if rule.name not in _WIDE_RULES), re.I)
