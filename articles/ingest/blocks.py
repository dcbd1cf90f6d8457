"""The text of an article as blocks, and the account of what was left out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from articles.ingest.lines import CONTROLS, is_day_alone, is_title_like
from articles.ingest.notes import is_head_of_notes
from articles.ingest.people.spoken_of import stands_below_motto
from articles.ingest.reading import CAPTIONS, HEADINGS, SENTENCE_END, Reading, folded
from articles.ingest.record import Removed
from articles.ingest.statements.names import is_salutation, names_person
from articles.ingest.titles.placing import is_of_saying
from kzarchive.patterns import Pattern

# Below a picture: "Mr Abenov has ruled the harbour for nearly 17 years".
_SAYS_WHO_IS_SHOWN = Pattern(r"(?:(?:Mr|Mrs|Ms|Dr|President|Minister)\.?\s)[^\W\d_]+\s(?:has|is|was|had|says|will|wants)\s")
_LONGEST_HEADING_WORDS = 12
_ITEM = Pattern(r"\[?[0-9]{1,2}[.)\]]\s")
_TURN = Pattern(r"(?:[^\W\d_]{1,3}\.?|[^\W\d_][\w.]*\s[^\W\d_][\w-]*)\s?:(?:\s|$)")  # "Q: ...", "NAME: ..."


@dataclass
class Body:
    """Blocks as they are gathered: text, kinds, captions."""

    blocks: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)


def gather_body(reading: Reading) -> Body:
    """Return the blocks of the article: every line that no step has claimed, in order."""
    body = Body()
    page = reading.page
    has_controls = bool(CONTROLS.search(reading.layer.text))
    kept = [i for i in range(page.count) if reading.is_kept(i)]
    reading.has_marked_headings = bool(reading.layer.markup) and any(page.regions(i) & HEADINGS for i in kept)
    reading.asks_questions = sum(page.is_short(i) and page.text[page.end(i) - 1] == "?" for i in kept) >= 3
    for n, i in enumerate(kept):
        start = reading.body_starts.get(i, page.start(i))
        end = reading.body_ends.get(i, page.end(i))
        if i in reading.caption_ends:
            _gather_block(reading, body, start, reading.caption_ends[i], "c", has_controls=has_controls)
            start, kind = reading.caption_ends[i], "p"
        else:
            kind = _kind(reading, i, kept[n + 1] if n + 1 < len(kept) else None)
        _gather_block(reading, body, start, end, kind, has_controls=has_controls)
    return body


def _gather_block(reading: Reading, body: Body, start: int, end: int, kind: str, *, has_controls: bool) -> None:
    raw = reading.page.text[start:end]
    if has_controls:
        for match in CONTROLS.finditer(raw):
            reading.removed.append(Removed(start + match.start(), start + match.end(), "control character"))
        raw = CONTROLS.sub("", raw)
    text = folded(raw)
    if not text:
        return
    body.blocks.append(text)
    body.kinds.append(kind)
    if kind == "c" and text not in body.captions:
        body.captions.append(text)


def _kind(reading: Reading, i: int, following: int | None) -> str:
    page = reading.page
    regions = page.regions(i)
    if i in reading.captions or regions & CAPTIONS:
        return "c"
    if regions & HEADINGS:
        return "h"
    if reading.has_marked_headings or i in reading.body_starts or following is None or reading.length(i) > 120:
        return "p"
    if page.text[page.start(following)].islower() and not page.follows_gap(following):
        return "p"  # a link inside a sentence that goes on below
    if is_of_saying(page, i) or (names_person(page.line(i)) and stands_below_motto(reading, i)):
        return "p"
    line = page.line(i)
    if is_head_of_notes(line):
        return "h"
    # What costs comes last: a page may consist of nothing but lines that could be headings.
    is_heading = _opens_text(reading, line, following) and _may_head_text(reading, i, line) and not _is_text_in_itself(reading, i, line, following)
    return "h" if is_heading else "p"


def _may_head_text(reading: Reading, i: int, line: str) -> bool:
    """Tell whether line ``i`` reads as a heading; one that opens with a mark or a quotation only where it is nothing but what it quotes."""
    words = line.split()
    if len(words) > _LONGEST_HEADING_WORDS or not is_title_like(line):
        return False
    if not line.startswith(("-", "–", "—", "•", "*", "“", '"', "«", "[", "„")):
        return True
    return line[0] in '“"«„' and line[-1] in '”"»“' and len(words) <= 8 and reading.page.follows_gap(i)


def _opens_text(reading: Reading, line: str, following: int) -> bool:
    """Tell whether the line below ``line`` is what stands below a heading: running text, an entry of a list, a day above running text."""
    page = reading.page
    if page.is_prose(following):
        return True
    below = page.line(following)
    if (line.isupper() and SENTENCE_END.search(below)) or _ITEM.match(below):
        return True
    return following + 1 < page.count and page.is_prose(following + 1) and is_day_alone(below)


def _is_text_in_itself(reading: Reading, i: int, line: str, following: int) -> bool:
    """Tell whether line ``i`` is a salutation, a turn or a question of a conversation, an entry of a list, or says who is in a picture."""
    page = reading.page
    if is_salutation(line) or "li" in page.regions(i) or _TURN.match(line) or (line.endswith("?") and reading.asks_questions):
        return True
    if _SAYS_WHO_IS_SHOWN.match(line) and not page.follows_gap(i) and not page.follows_gap(following):
        return True
    return bool(_ITEM.match(line)) and not page.is_prose(following)


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return ``spans`` in order, those that overlap as one: names stand inside their by-line."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _outside(fields: list[tuple[int, int]], stretch: Removed, text: str) -> Iterator[Removed]:
    """Yield the parts of ``stretch`` that none of ``fields`` (disjoint, in order) lies on: a statement that was found is not left out."""
    at = stretch.start
    first = max(0, bisect_right(fields, (stretch.start, len(text))) - 1)
    for start, end in fields[first:]:
        if start >= stretch.end:
            break
        if end > at:
            if text[at:start].strip():
                yield Removed(at, start, stretch.rule)
            at = max(at, end)
    if at == stretch.start or text[at : stretch.end].strip():
        yield Removed(at, stretch.end, stretch.rule)


def merge_removed(reading: Reading) -> tuple[Removed, ...]:
    """Return all removed stretches in order, neighbours of one rule as one."""
    lines = (Removed(reading.page.start(i), reading.page.end(i), rule) for i, rule in reading.page.removed.items())
    fields = _joined(span for spans in reading.spans.values() for span in spans)
    stretches = (part for stretch in chain(reading.removed, lines) for part in _outside(fields, stretch, reading.layer.text))
    merged: list[Removed] = []
    for stretch in sorted(stretches, key=lambda stretch: (stretch.start, -stretch.end)):
        last = merged[-1] if merged else None
        if last and stretch.start < last.end:  # part of a line that was taken as a whole later
            continue
        between = reading.layer.text[last.end : stretch.start] if last else ""
        # Control characters may end one paragraph and begin the next: the blanks between those are the body's.
        is_neighbour = not between if stretch.rule == "control character" else not between.strip()
        if last and last.rule == stretch.rule and is_neighbour:
            merged[-1] = Removed(last.start, stretch.end, last.rule)
        else:
            merged.append(stretch)
    return tuple(merged)
