"""The press service of a body that is named: "the press service of the Ministry of Energy"."""

from __future__ import annotations

import re

from articles.ingest.sources.kinds import BODY
from articles.ingest.sources.source import Name
from kzarchive.patterns import Pattern

_OWNERS = Pattern(r"(?:(?:[^\W\d_][\w’'.-]*)(?: of(?: the)?| и| and)? ){0,6}[^\W\d_][\w’'-]*")


def name_of_press_service(text: str, service: re.Match[str], end: int) -> Name | None:
    """Return the name of the press service that ``service`` opens in ``text``, with the body whose it is; None if none is named before ``end``."""
    start = service.start()
    ministry = BODY.match(text, service.end(), end) if service["ru"] else None
    if ministry and ministry["ru"]:
        return Name(f"пресс-служба {ministry[0]}", start, ministry.end())
    owners = _OWNERS.match(text, service.end(), end)
    if not owners:
        return None
    words = owners[0].split()
    while words and not words[-1][0].isupper():
        words.pop()
    if not words or not words[0][0].isupper():
        return None
    last = service.end() + len(" ".join(words))
    return Name("пресс-служба " + text[service.end() : last] if service["ru"] else text[start:last], start, last)
