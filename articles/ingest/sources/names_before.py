"""The name that stands before a cue, word for its kind and day between them passed over: "The Shore Times reported"."""

from __future__ import annotations

import re

from articles.ingest.dates import find_dates
from articles.ingest.sources.days import DIGIT
from articles.ingest.sources.kinds import BODY, DOMAIN, HEAD_OF, KIND, OF_KIND, PLACES, PRESS_SERVICE, PRESS_SERVICE_AFTER
from articles.ingest.sources.outlets import FOLDED, LONGEST_NAME_WORDS, LOWER_CASE
from articles.ingest.sources.press_services import name_of_press_service
from articles.ingest.sources.searched import QUOTES, TOKEN, Searched
from articles.ingest.sources.source import Name
from articles.ingest.sources.surroundings import with_article
from kzarchive.patterns import Pattern

_OPENS_SENTENCE = frozenset({"As", "But", "And", "When", "While", "Both", "That", "What", "Yet", "Also", "Like", "Wie", "Comme", "Как", "В", "На"})
_OF_DAY = Pattern(r"\s(?:tarihli|tarihinde|günü)$")
_DAYS_IN_TURKISH = ("tarihli", "tarihinde", "günü")
_FARTHEST = 100
_LONGEST_QUOTED = 62


def name_before(searched: Searched, end: int) -> Name | None:
    """Return the name that ends before ``end``; None if it is no source's."""
    text = searched.text
    begin = max(0, end - _FARTHEST)
    begin = max(begin, text.rfind("\n", begin, end) + 1)
    before = text[begin:end].rstrip(" ,")
    if "баспасөз" in before and (service := PRESS_SERVICE_AFTER.search(before)):
        return _kazakh_press_service(begin, before, service)
    before, tokens, has_kind = _without_kind_and_day(before)
    if not tokens:
        return None
    if tokens[-1][0] in '»”“"’':
        return _quoted(searched, begin, before[: tokens[-1].end()])
    found = _press_service(searched, begin, before, tokens) or _body(begin, before, tokens)
    return found or _plain(searched, begin, before, tokens, has_kind=has_kind)


def _kazakh_press_service(begin: int, before: str, service: re.Match[str]) -> Name:
    words = service[0].split()
    while len(words) > 3 and words[0] in ("Бұл", "туралы"):
        words.pop(0)
    outlet = " ".join(words)
    return Name(outlet, begin + before.rindex(outlet), begin + len(before))


def _without_kind_and_day(before: str) -> tuple[str, list[re.Match[str]], bool]:
    """Return what stands before the word for a kind of outlet and the day that ``before`` ends in, its words, and whether there was such a word."""
    tokens = list(TOKEN.finditer(before))
    has_kind = False
    is_day_ok = True
    while tokens:
        word = tokens[-1][0]
        if word.islower() and KIND.fullmatch(word):
            has_kind = True
            tokens.pop()
        elif has_kind and word in OF_KIND:
            tokens.pop()
        elif is_day_ok and before.endswith(_DAYS_IN_TURKISH) and tokens[-1].end() == len(before) and (of_day := _OF_DAY.search(before)):
            before = before[: of_day.start()]
            tokens.pop()
        elif is_day_ok and DIGIT.search(before, max(0, len(before) - 24)) and (found := find_dates(before)) and found[-1].end >= tokens[-1].end():
            is_day_ok = False
            before = before[: found[-1].start].rstrip(" ,")
            tokens = list(TOKEN.finditer(before))
        else:
            break
    return before, tokens, has_kind


def _quoted(searched: Searched, begin: int, before: str) -> Name | None:
    openings = [opening for opening, closing in QUOTES.items() if before[-1] in closing]
    at = max(before.rfind(opening, max(0, len(before) - _LONGEST_QUOTED), len(before) - 1) for opening in openings)
    if at < 0 or not before[at + 1].isupper():
        return None
    inside = before[at + 1 : -1]
    start = at
    leading = before[:at].rstrip().rpartition(" ")[2]
    if KIND.fullmatch(leading):
        start = at - 1 - len(leading)
    elif not searched.outlets.has(inside) and not KIND.match(searched.text, begin + len(before) + 1):
        return None  # a ship, a party, a film
    return Name(searched.outlets.canonical(inside), begin + start, begin + len(before))


def _body(begin: int, before: str, tokens: list[re.Match[str]]) -> Name | None:
    bodies = [match for match in BODY.finditer(before) if match.end() == tokens[-1].end()]
    if not bodies or bodies[-1]["ru"] or HEAD_OF.search(before[: bodies[-1].start()]):
        return None
    return Name(bodies[-1][0], begin + bodies[-1].start(), begin + bodies[-1].end())


def _press_service(searched: Searched, begin: int, before: str, tokens: list[re.Match[str]]) -> Name | None:
    for service in PRESS_SERVICE.finditer(searched.text, begin, begin + len(before)):
        name = name_of_press_service(searched.text, service, begin + len(before))
        if name and name.end == begin + tokens[-1].end():
            return with_article(searched.text, name)
    return None


def _plain(searched: Searched, begin: int, before: str, tokens: list[re.Match[str]], *, has_kind: bool) -> Name | None:
    """Return the longest name of an outlet that ``tokens`` end in; only then any name that has a word for an outlet's kind beside it."""
    outlets = searched.outlets
    firsts = _possible_firsts(tokens)
    for first in firsts:
        stem = outlets.without_suffix(before[tokens[first].start() : tokens[-1].end()])
        if outlets.has(stem) and (name := _named(searched, begin, tokens, first, stem)):
            return name
    for first in firsts:
        is_of_kind = has_kind or (first > 0 and KIND.fullmatch(tokens[first - 1][0]))
        if is_of_kind and all(token[0][0].isupper() for token in tokens[first:]):
            stem = outlets.without_suffix(before[tokens[first].start() : tokens[-1].end()])
            if name := _named(searched, begin, tokens, first, stem):
                return name
    return None


def _possible_firsts(tokens: list[re.Match[str]]) -> list[int]:
    """Return at which of ``tokens`` a name may begin that ends with the last of them, the farthest first."""
    firsts: list[int] = []
    for first in range(len(tokens) - 1, max(0, len(tokens) - LONGEST_NAME_WORDS) - 1, -1):
        word = tokens[first][0]
        if not (word[0].isalnum() or word[0] in "'’&"):
            break
        if (word[0].isupper() or word in LOWER_CASE or ("." in word and DOMAIN.fullmatch(word))) and word not in _OPENS_SENTENCE:
            firsts.append(first)
    return firsts[::-1]


def _named(searched: Searched, begin: int, tokens: list[re.Match[str]], first: int, stem: str) -> Name | None:
    bare = stem.removeprefix("The ")
    if FOLDED(bare) in PLACES or stem in ("The", "Бұл"):
        return None
    before = tokens[first - 1] if first > 0 else None
    start = before.start() if before and not before[0].isascii() and KIND.fullmatch(before[0]) else tokens[first].start()
    return with_article(searched.text, Name(searched.outlets.canonical(bare), begin + start, begin + tokens[-1].end()))
