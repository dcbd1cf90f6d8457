"""A record as a version keeps it, made ready for a page: links for pids, words for codes, a heading for every article."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from articles import rights
from articles.models import Author, Publication, label_from
from kzarchive.addresses.models import Redirect

from .citing import is_web_address
from .wording import advice_on, basis_in_words, date_in_words, language_in_words, quality_in_words

LONG = 120  # characters


# Signs that turn the direction of what follows: a tab has no element that could keep them to themselves.
_DIRECTION = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])


@dataclass(frozen=True)
class Heading:
    """What an article is called on a page: its title, or a label in brackets, which is no title and is never cited as one."""

    text: str
    is_label: bool

    @property
    def is_long(self) -> bool:
        """Whether it is to be set smaller, so that the text still begins on the first screen."""
        return len(self.text) > LONG

    @property
    def in_a_tab(self) -> str:
        text = self.text.translate(_DIRECTION)
        return f"Untitled: {text}" if self.is_label else text


def heading_of(title: str | None, *, seen: str) -> Heading:
    """Return the heading of an article; ``seen`` is what the public may read of it, from which a label takes its words."""
    return Heading(title, is_label=False) if title else Heading(label_from(seen), is_label=True)


@dataclass(frozen=True)
class Named:
    """Who and what a record names: the present address of each by pid, and which of the authors are bodies."""

    addresses: Mapping[str, str]
    bodies: frozenset[str]


def named_in(record: Mapping[str, Any]) -> Named:
    """Return the authors and publications that ``record`` names, in two queries; in five where one was found to be another since."""
    publications = [record["publication"], *(printing["publication"] for printing in record["also_printed"])]
    pids = {author["pid"] for author in record["authors"] if author["pid"]} | {one["pid"] for one in publications if one and one["pid"]}
    people, prints = _public(pids)
    known = {row.pid: row for row in (*people, *prints)}
    if former := pids - known.keys():
        # What was found to be another record leads to that one, in one hop: the redirect of its pid says to which.
        led = dict(Redirect.objects.filter(key__in=former).values_list("key", "target_id"))
        people, prints = _public(led.values())
        survivors = {row.pid: row for row in (*people, *prints)}
        known |= {pid: survivors[target] for pid, target in led.items() if target in survivors}
    return Named(
        {pid: row.get_absolute_url() for pid, row in known.items()},
        frozenset(pid for pid, row in known.items() if isinstance(row, Author) and row.kind == Author.AuthorKind.CORPORATE),
    )


def _public(pids: Collection[str]) -> tuple[list[Author], list[Publication]]:
    return list(Author.objects.public().filter(pid__in=pids)), list(Publication.objects.public().filter(pid__in=pids))


def shown(record: Mapping[str, Any], addresses: Mapping[str, str]) -> dict[str, Any]:
    """Return what a page shows of ``record``, keys as in the record where the value is the same thing in words."""
    return {
        **{name: record[name] for name in ("title", "subtitle", "title_romanised", "title_translated", "section", "volume", "issue", "pages")},
        "byline": record["byline"],
        "authors": [{**author, "address": addresses.get(author["pid"])} for author in record["authors"]],
        "publication": record["publication"] and _publication(record["publication"], addresses),
        "publisher": record["publisher"],
        "also_printed": [
            {
                **printing,
                "publication": _publication(printing["publication"], addresses),
                "published_on": printing["published_on"] and date_in_words(printing["published_on"]),
            }
            for printing in record["also_printed"]
        ],
        "published_on": record["published_on"] and date_in_words(record["published_on"]),
        "published_basis": record["published_basis"] and basis_in_words(record["published_basis"]),
        "dateline": record["dateline"],
        "language_tag": record["language"],
        "language": record["language"] and language_in_words(record["language"]),
        "quality": [quality_in_words(note) for note in record["quality"]],
        "cautions": [{"note": quality_in_words(note), "advice": advice_on(note)} for note in record["quality"]],
        "rights": record["rights"] and rights.label(record["rights"]),
        "rights_address": record["rights"],
        "rights_basis": record["rights_basis"],
        "rights_printed": record["rights_printed"],
        "source_url": record["source_url"],
        "is_source_a_link": is_web_address(record["source_url"]),
        "source_host": host_of(record["source_url"]) if is_web_address(record["source_url"]) else None,
        "abstract": record["abstract"],
    }


def host_of(address: str) -> str:
    """Return the host that ``address`` names, for a short link; the whole address where none can be read off."""
    try:
        return (urlsplit(address).hostname or address).removeprefix("www.")
    except ValueError:
        return address


def _publication(publication: Mapping[str, Any], addresses: Mapping[str, str]) -> dict[str, Any]:
    return {**publication, "address": addresses.get(publication["pid"])}
