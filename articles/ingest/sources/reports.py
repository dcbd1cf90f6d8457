"""Sources named with a word: "according to", "сообщает", "göre"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from articles.ingest.dates import find_dates
from articles.ingest.sources.cues import find_cues
from articles.ingest.sources.days import DIGIT, certain, with_day_behind
from articles.ingest.sources.names_before import name_before
from articles.ingest.sources.names_behind import name_behind, names_in_one_breath
from articles.ingest.sources.searched import MOST_CANDIDATES, Searched
from articles.ingest.sources.source import InTextSource, Name
from articles.ingest.sources.surroundings import with_kind_behind
from kzarchive.patterns import Pattern

# What is written by somebody: the name that follows is an outlet's, known or not.
_PIECE = Pattern(r"(?:report|story|article|dispatch|dépêche|bericht|meldung|artikel)(?!ed)", re.IGNORECASE)


def behind_cues(searched: Searched) -> Iterator[InTextSource]:
    """Yield the sources that stand behind a cue, and those named in one breath with them."""
    text = searched.text
    for cue, match in islice(find_cues(text, "after"), MOST_CANDIDATES):
        is_named = cue == "reported" and (_PIECE.search(match[0]) is not None or match[0].startswith(("деп хабарла", "dep habarla")))
        name = name_behind(searched, match.end(), is_named=is_named)
        if name is None:
            continue
        if cue == "reported" and _is_in_dative(text, match, name):
            cue = "told"
        name = with_kind_behind(text, name)
        yield with_day_behind(text, name.outlet, match.start(), name.end, cue)
        for other in names_in_one_breath(searched, name):
            yield with_day_behind(text, other.outlet, other.start, other.end, cue)


def _is_in_dative(text: str, match: re.Match[str], name: Name) -> bool:
    """Tell whether ``name`` is that of who was told: "сообщил Казинформу"."""
    if not match[0].lower().startswith("сообщил") or name.outlet.endswith(("у", "ю")):
        return False
    return text[name.start : name.end].strip('«»“”„"')[-1:] in ("у", "ю")


def before_cues(searched: Searched) -> Iterator[InTextSource]:
    """Yield the sources that stand before a cue, with the day between the two or behind."""
    text = searched.text
    for cue, match in islice(find_cues(text, "before"), MOST_CANDIDATES):
        name = name_before(searched, match.start())
        if name is None:
            continue
        between = text[name.end : match.start()]
        if DIGIT.search(between) and (dates := find_dates(between)):
            yield InTextSource(name.outlet, *certain(dates[-1]), name.start, match.end(), cue)
        else:
            yield with_day_behind(text, name.outlet, name.start, match.end(), cue)
