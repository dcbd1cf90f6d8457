"""What an article's page tells machines: Highwire and Dublin Core tags, schema.org; pure.

Every value is one that the page shows. What the record lacks has no tag and no key: neither an empty one nor a label
made up for it. A date that is not sure is given as written without the sign of doubt, which none of these forms has;
an interval is left out of those that take one date.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .citing import ARCHIVE, is_web_address, whole_title

SCHEMA = "https://schema.org"

_PAGES = re.compile(r"\s*([0-9]+)\s*(?:[-–—]\s*([0-9]+)\s*)?")
_KINDS = {"person": "Person", "state": "Country", "place": "Place", "organisation": "Organization", "event": "Event"}


@dataclass(frozen=True)
class Where:
    """The absolute addresses of a page and of what it names; ``of`` has those of authors and publications, by pid."""

    site: str
    page: str
    of: Mapping[str, str] = field(default_factory=dict)
    bodies: frozenset[str] = frozenset()  # pids of the authors that are no persons


@dataclass(frozen=True)
class Subject:
    """An entity that the article was confirmed to speak of."""

    name: str
    kind: str
    address: str


def one_date(date: str | None) -> str | None:
    """Return an EDTF date as ISO 8601 writes it, as precise as it is (``2014``, ``2014-02``, ``2014-02-05``); None for an interval."""
    return date.rstrip("?~%") if date and "/" not in date else None


def highwire(record: Mapping[str, Any], where: Where, *, shows_text: bool) -> list[tuple[str, str]]:
    """Return the tags that Google Scholar and Zotero read, as (name, content) pairs.

    https://scholar.google.com/intl/en/scholar/inclusion.html#indexing
    """
    day = one_date(record["published_on"])
    publication = record["publication"] or {}
    first, last = _pages(record["pages"])
    return _stated(
        ("citation_title", whole_title(record)),
        *(("citation_author", author["name"]) for author in record["authors"]),
        # Scholar reads a day or a year, and nothing between.
        ("citation_publication_date", day and (day.replace("-", "/") if len(day) == 10 else day[:4])),
        ("citation_journal_title", publication.get("title")),
        ("citation_issn", publication.get("issn")),
        ("citation_publisher", record["publisher"]),
        ("citation_volume", record["volume"]),
        ("citation_issue", record["issue"]),
        ("citation_firstpage", first),
        ("citation_lastpage", last),
        ("citation_language", record["language"]),
        ("citation_public_url", where.page),
        ("citation_fulltext_html_url" if shows_text else "citation_abstract_html_url", where.page),
    )


def dublin_core(record: Mapping[str, Any], where: Where) -> list[tuple[str, str]]:
    """Return the Dublin Core tags, as (name, content) pairs, with dates in the form of W3CDTF."""
    publication = record["publication"] or {}
    return _stated(
        ("DC.title", whole_title(record)),
        *(("DC.creator", author["name"]) for author in record["authors"]),
        ("DC.date", one_date(record["published_on"])),
        ("DC.identifier", where.page),
        ("DC.type", "Text"),
        ("DC.language", record["language"]),
        ("DC.publisher", record["publisher"]),
        ("DC.source", record["source_url"] if is_web_address(record["source_url"]) else None),
        ("DC.relation", publication.get("title")),
        ("DC.rights", record["rights"]),
        ("DC.description", record["abstract"]),
    )


def news_article(
    record: Mapping[str, Any], where: Where, *, pid: str, version: int, frozen_at: dt.datetime, subjects: Iterable[Subject], topics: Iterable[str]
) -> dict[str, Any]:
    """Return the article in the words of schema.org."""
    return _whole(
        {
            "@context": SCHEMA,
            "@type": "NewsArticle",
            "@id": where.page,
            "mainEntityOfPage": where.page,
            "url": where.page,
            "identifier": pid,
            "headline": whole_title(record),
            "alternateName": record["title_translated"],
            "datePublished": one_date(record["published_on"]),
            "dateModified": frozen_at.isoformat(timespec="seconds"),
            "version": str(version),
            "author": [_author(author, where) for author in record["authors"]],
            "publisher": _whole({"@type": "Organization", "name": record["publisher"] or (record["publication"] or {}).get("title")}, "name"),
            "isPartOf": _part_of(record, where),
            "pagination": record["pages"],
            "articleSection": record["section"],
            "inLanguage": record["language"],
            "abstract": record["abstract"] or None,
            "license": record["rights"],
            "isBasedOn": record["source_url"] if is_web_address(record["source_url"]) else None,
            "about": [
                {"@type": _KINDS.get(subject.kind, "Thing"), "name": subject.name, "url": where.site + subject.address} for subject in subjects
            ],
            "keywords": list(topics),
            "isAccessibleForFree": True,
            "provider": {"@type": "ArchiveOrganization", "name": ARCHIVE, "url": f"{where.site}/"},
        }
    )


def breadcrumbs(steps: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Return the way to a page, as (name, absolute address) pairs, in the words of schema.org."""
    items = [{"@type": "ListItem", "position": number, "name": name, "item": address} for number, (name, address) in enumerate(steps, start=1)]
    return {"@context": SCHEMA, "@type": "BreadcrumbList", "itemListElement": items}


def web_site(site: str, description: str) -> dict[str, Any]:
    """Return the archive itself, and how it is searched, in the words of schema.org."""
    return {
        "@context": SCHEMA,
        "@type": "WebSite",
        "@id": f"{site}/",
        "url": f"{site}/",
        "name": ARCHIVE,
        "description": description,
        "inLanguage": "en",
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{site}/search/?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        },
    }


def profile(site: str, address: str, *, pid: str, name: str, is_body: bool, entity_address: str | None) -> dict[str, Any]:
    """Return the page of an author in the words of schema.org."""
    who = {
        "@type": "Organization" if is_body else "Person",
        "@id": f"{site}{address}",
        "name": name,
        "identifier": pid,
        "url": f"{site}{address}",
        "subjectOf": entity_address and f"{site}{entity_address}",
    }
    return {"@context": SCHEMA, "@type": "ProfilePage", "url": f"{site}{address}", "mainEntity": _whole(who)}


def periodical(site: str, address: str, *, pid: str, title: str, issn: str | None, publisher: str | None, former: Iterable[str]) -> dict[str, Any]:
    """Return a publication in the words of schema.org, with the other titles it bore."""
    return _whole(
        {
            "@context": SCHEMA,
            "@type": "Periodical",
            "@id": f"{site}{address}",
            "url": f"{site}{address}",
            "identifier": pid,
            "name": title,
            "alternateName": [other for other in former if other != title],
            "issn": issn,
            "publisher": _whole({"@type": "Organization", "name": publisher}, "name"),
        }
    )


def _author(author: Mapping[str, Any], where: Where) -> dict[str, Any]:
    kind = "Organization" if author["pid"] in where.bodies else "Person"
    return _whole({"@type": kind, "name": author["name"], "url": where.of.get(author["pid"] or "")})


def _part_of(record: Mapping[str, Any], where: Where) -> dict[str, Any] | None:
    publication = record["publication"]
    if not publication:
        return None
    whole = _whole({"@type": "Periodical", "name": publication["title"], "issn": publication.get("issn"), "url": where.of.get(publication["pid"])})
    if record["volume"]:
        whole = {"@type": "PublicationVolume", "volumeNumber": record["volume"], "isPartOf": whole}
    if record["issue"]:
        whole = {"@type": "PublicationIssue", "issueNumber": record["issue"], "isPartOf": whole}
    return whole


def _pages(printed: str | None) -> tuple[str | None, str | None]:
    """Return first and last page of ``10–15`` or ``10``; None for what is printed otherwise."""
    match = _PAGES.fullmatch(printed or "")
    return match.groups() if match else (None, None)


def _stated(*tags: tuple[str, str | None]) -> list[tuple[str, str]]:
    return [(name, content) for name, content in tags if content]


def _whole(values: dict[str, Any], needed: str = "") -> dict[str, Any] | None:
    """Return ``values`` without what is not known; None where ``needed`` is not."""
    if needed and not values[needed]:
        return None
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}
