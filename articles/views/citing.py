"""The line by which an article is cited: the original publication first, the archive's copy second; pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .wording import date_in_words

ARCHIVE = "kzarchive"


@dataclass(frozen=True)
class Part:
    """A piece of the line. Printed words are a source's own and are set apart from ours, whatever their direction."""

    text: str
    is_printed: bool = False


def citation(
    record: Mapping[str, Any], *, address: str, version: int | None = None, paragraph: int | None = None, claim: str | None = None
) -> list[Part]:
    """Return the citation of ``record`` (as a version keeps it) in parts whose texts, joined, are the line.

    What the record lacks leaves no trace, neither punctuation nor "n.d."; the label of an untitled article is not
    cited. ``address`` is where the archive's copy stands; ``version`` is named where that version is meant, ``paragraph`` where
    one of it is, ``claim`` the archive's restatement of what is claimed in it, where that is cited.
    """
    sentences = [sentence for sentence in (_authors(record), _title(record), _printing(record), _source(record)) if sentence]
    parts: list[Part] = []
    if claim:
        parts += [Part("“"), *_closed([Part(claim)]), Part("” Claim in " if sentences else "” Claim. ")]
    for sentence in sentences:
        parts += [*sentence, Part(" ")]
    copy = [ARCHIVE, *([f"version {version}"] if version else []), *([f"paragraph {paragraph}"] if paragraph else [])]
    return [*parts, Part(", ".join([*copy, ""])), Part(address)]


def _authors(record: Mapping[str, Any]) -> list[Part]:
    names = [author["name"] for author in record["authors"]]
    parts: list[Part] = []
    for number, name in enumerate(names):
        if number:
            parts.append(Part(" and " if number == len(names) - 1 else ", "))
        parts.append(Part(name, is_printed=True))
    return _closed(parts)


def _title(record: Mapping[str, Any]) -> list[Part]:
    if not record["title"]:
        return []
    return [Part("“"), *_closed([Part(whole_title(record), is_printed=True)]), Part("”")]


def whole_title(record: Mapping[str, Any]) -> str | None:
    """Return title and subtitle as one line, parted by a colon unless the title ends in a sign of its own; None where there is no title."""
    title, subtitle = record["title"], record["subtitle"]
    if not title or not subtitle:
        return title
    return f"{title}{' ' if title[-1] in ':?!…' else ': '}{subtitle}"


def _printing(record: Mapping[str, Any]) -> list[Part]:
    facts = [
        record["publication"] and Part(record["publication"]["title"], is_printed=True),
        record["volume"] and _numbered("vol. ", record["volume"]),
        record["issue"] and _numbered("no. ", record["issue"]),
        record["published_on"] and Part(date_in_words(record["published_on"])),
        record["pages"] and _numbered("pp. " if any(sign in record["pages"] for sign in "-–—,") else "p. ", record["pages"]),
    ]
    parts: list[Part] = []
    for fact in filter(None, facts):
        parts += [Part(", "), fact] if parts else [fact]
    return _closed(parts)


def _numbered(sign: str, printed: str) -> Part:
    """Return ``printed`` after its sign; what brings words of its own ("Summer issue") stands without one."""
    return Part(f"{sign}{printed}" if printed[0].isdigit() else printed, is_printed=True)


def _source(record: Mapping[str, Any]) -> list[Part]:
    return [Part(record["source_url"], is_printed=True), Part(".")] if is_web_address(record["source_url"]) else []


def _closed(parts: list[Part]) -> list[Part]:
    """Return ``parts`` with a full stop, unless they end in a sign that serves as one."""
    return [*parts, Part(".")] if parts and parts[-1].text[-1:] not in ".?!…" else parts


def is_web_address(address: str | None) -> bool:
    """Say whether ``address`` may be made a link: http or https and nothing else."""
    return bool(address) and address.lower().startswith(("http://", "https://"))
