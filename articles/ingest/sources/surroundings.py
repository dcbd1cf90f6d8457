"""What belongs to a name and stands around it: the article, the word for its kind."""

from __future__ import annotations

from articles.ingest.sources.kinds import KIND, RUSSIAN_KIND, WRITER_OF
from articles.ingest.sources.source import Name
from kzarchive.patterns import Pattern

# The article and the words for its kind before the name of an outlet; how they end tells most places apart at no cost.
_LEADING = Pattern(r"(?:\bAs )?(?:\b[Tt]he )?(?:[a-z-]+ ){0,2}(?:newspaper|agency|portal|website|daily|magazine) $|(?:\bAs )?\b[Tt]he $")
_ENDS_OF_LEADING = ("he ", "newspaper ", "agency ", "portal ", "website ", "daily ", "magazine ")
_WORD_BEHIND = Pattern(r" ([^\W\d_]{4,20})\b")


def with_kind_behind(text: str, name: Name) -> Name:
    """Return ``name`` with the word for its kind that follows it: «Adyrna» порталы."""
    following = _WORD_BEHIND.match(text, name.end, name.end + 24)
    word = following[1] if following else ""
    if word.islower() and (word in WRITER_OF or (KIND.fullmatch(word) and not RUSSIAN_KIND.match(word))):
        return Name(name.outlet, name.start, following.end())
    return name


def with_article(text: str, name: Name) -> Name:
    """Return ``name`` with the article and the words for its kind that stand before it."""
    before = text[max(0, name.start - 60) : name.start]
    leading = _LEADING.search(before) if before.endswith(_ENDS_OF_LEADING) else None
    return Name(name.outlet, name.start - len(leading[0]), name.end) if leading else name
