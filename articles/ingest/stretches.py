"""A capture laid beside the record that was read from it: what each stretch of its text layer became, and where left-out words belong."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from articles import body as body_form
from kzarchive.patterns import Pattern

# So many words on either side tell a place; fewer where the text is shorter.
WORDS_THAT_TELL = 8
_WORD = Pattern(r"\S+")

Span = tuple[int, int]


@dataclass(frozen=True)
class Stretch:
    """A stretch of the text layer (half-open code points): what stands there, which fields were read from it, which rule left it out."""

    start: int
    end: int
    text: str
    fields: tuple[str, ...] = ()
    rule: str = ""


def stretches(
    layer: str, *, removed: Iterable[tuple[int, int, str]], fields: Mapping[str, Iterable[Span]], start: int = 0, end: int | None = None
) -> list[Stretch]:
    """Return ``layer`` from ``start`` to ``end`` cut where something begins or ends; joined again they are that text."""
    end = len(layer) if end is None else min(end, len(layer))
    cuts = {start, end}
    opening: dict[int, list[tuple[str, str]]] = {}
    closing: dict[int, list[tuple[str, str]]] = {}
    marks = [(a, b, ("rule", rule)) for a, b, rule in removed] + [(a, b, ("field", name)) for name, spans in fields.items() for a, b in spans]
    for a, b, mark in marks:
        a, b = max(a, start), min(b, end)
        if a < b:
            cuts |= {a, b}
            opening.setdefault(a, []).append(mark)
            closing.setdefault(b, []).append(mark)
    found, open_now = [], []
    places = sorted(cuts)
    for a, b in pairwise(places):
        for mark in closing.get(a, ()):
            open_now.remove(mark)
        open_now += opening.get(a, ())
        named = tuple(sorted({name for kind, name in open_now if kind == "field"}))
        rule = next((name for kind, name in open_now if kind == "rule"), "")
        found.append(Stretch(a, b, layer[a:b], named, rule))
    return found


class NoPlace(ValueError):
    """Where the words stood can no longer be told: the text around them was rewritten."""


def put_back(layer: str, *, span: Span, left_out: Sequence[Span], body: str) -> str:
    """Return ``body`` with the words of ``span`` in their place, between the words of ``layer`` that they stand between.

    ``left_out`` are all spans whose words are not in the body, ``span`` among them. Words on a line of their own become blocks; words in
    a line are put into it. Raises NoPlace.
    """
    words = body_form.normalise(layer[slice(*span)])
    if not words or not body:
        return words or body
    before, after = _kept(layer, left_out, 0, span[0]), _kept(layer, left_out, span[1], len(layer))
    at = _place(body, [unicodedata.normalize("NFC", layer[a:b]) for a, b in before], [unicodedata.normalize("NFC", layer[a:b]) for a, b in after])
    in_line_before = bool(before) and "\n" not in layer[before[-1][1] : span[0]]
    in_line_after = bool(after) and "\n" not in layer[span[1] : after[0][0]]
    head, tail = body[:at].rstrip(), body[at:].lstrip()
    is_between_blocks = not head or not tail or "\n\n" in body[len(head) : len(body) - len(tail)]
    line = " ".join(words.split())
    if not is_between_blocks:
        return f"{head} {line} {tail}"
    if in_line_before and head:
        return f"{head} {line}" + (f"\n\n{tail}" if tail else "")
    if in_line_after and tail:
        return (f"{head}\n\n" if head else "") + f"{line} {tail}"
    return "\n\n".join(part for part in (head, words, tail) if part)


def _kept(layer: str, left_out: Sequence[Span], start: int, end: int) -> list[Span]:
    """Return the places of the words from ``start`` to ``end`` that are in no span of ``left_out``."""
    found, at = [], start
    for a, b in [*sorted(span for span in left_out if span[1] > start and span[0] < end), (end, end)]:
        found += [match.span() for match in _WORD.finditer(layer, at, max(at, min(a, end)))]
        at = max(at, b)
    return found


def _place(body: str, before: list[str], after: list[str]) -> int:
    """Return where in ``body`` the words ``before`` end and the words ``after`` begin."""
    words = list(_WORD.finditer(body))
    texts = [match.group() for match in words]
    if not before:
        return 0
    if not after:
        return len(body)
    expected = len(before)
    for count in range(WORDS_THAT_TELL, 0, -1):
        places = _found(texts, before[-count:], expected - len(before[-count:]))
        if places is not None and (count > 1 or texts.count(before[-1]) == 1):
            return words[places + len(before[-count:]) - 1].end()
        places = _found(texts, after[:count], expected)
        if places is not None and (count > 1 or texts.count(after[0]) == 1):
            return words[places].start()
    raise NoPlace("The text around these words was rewritten: where they stood cannot be told any more. Copy them to their place by hand.")


def _found(texts: list[str], wanted: list[str], expected: int) -> int | None:
    """Return where the run ``wanted`` begins in ``texts``, the place nearest to ``expected`` if there are several."""
    first = wanted[0]
    places = [at for at, text in enumerate(texts) if text == first and texts[at : at + len(wanted)] == wanted]
    return min(places, key=lambda at: abs(at - expected)) if places else None
