"""Signs that change how a text reads without being seen themselves: directions, joiners of nothing, odd line ends."""

from __future__ import annotations

import re

# Bidirectional controls (Unicode Standard Annex 9), zero-width space and no-break space, word joiner, line and paragraph separators.
_HIDDEN = re.compile("[\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff]")


def visible(text: str) -> str:
    """Return ``text`` with every hidden sign written out: ``⟦U+202E⟧``."""
    return _HIDDEN.sub(lambda match: f"⟦U+{ord(match[0]):04X}⟧", text)


def hidden_signs(text: str) -> list[tuple[int, str]]:
    """Return each hidden sign of ``text`` as (its place, counted from 1; its code point as ``U+202E``)."""
    return [(match.start() + 1, f"U+{ord(match[0]):04X}") for match in _HIDDEN.finditer(text)]
