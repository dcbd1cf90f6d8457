"""The form every text is kept in: NFC, blocks apart by one blank line, blanks folded, words untouched."""

from __future__ import annotations

import re
import unicodedata
from collections import deque

_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")


def normalise(text: str) -> str:
    """Return ``text`` as a body: NFC, each block on one line of its own, one blank line between two."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    blocks = (" ".join(block.split()) for block in _BLANK_LINES.split(text))
    return "\n\n".join(block for block in blocks if block)


def kinds_after(body: str, *, former_body: str, former_kinds: str) -> str:
    """Return a letter for each block of ``body``: as before for a block that stood there before, else p."""
    known: dict[str, deque[str]] = {}
    for block, kind in zip(former_body.split("\n\n"), former_kinds, strict=False):
        known.setdefault(block, deque()).append(kind)
    kinds = []
    for block in body.split("\n\n") if body else []:
        left = known.get(block, deque("p"))
        kinds.append(left.popleft() if len(left) > 1 else left[0])  # a block that stood there twice has its kinds in order
    return "".join(kinds)
