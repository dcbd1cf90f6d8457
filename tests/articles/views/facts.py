"""Reads off an answer what a test compares: status, the headers that matter, and what a reader would see."""

from __future__ import annotations

import re
from typing import Any

from django.http import HttpResponse
from selectolax.lexbor import LexborHTMLParser


def tree(response: HttpResponse) -> LexborHTMLParser:
    return LexborHTMLParser(response.content.decode())


def words(node) -> str | None:
    """Return the text of ``node`` with its blanks folded, or None where there is no node."""
    return " ".join(node.text().split()) if node is not None else None


def links(response: HttpResponse) -> dict[str, str]:
    """Return the addresses of the Link header by relation, site left out."""
    return {relation: address for address, relation in re.findall(r'<http://127\.0\.0\.1:8000([^>]*)>; rel="([^"]+)"', response.get("Link", ""))}


def facts(response: HttpResponse) -> dict[str, Any]:
    """Return what is true of ``response``; what it has not is left out, so that a whole answer can be written down short."""
    page = tree(response) if response.content else None
    found: dict[str, Any] = {
        "status": response.status_code,
        "to": response.get("Location"),
        "robots": response.get("X-Robots-Tag"),
        "etag": "ETag" in response,
        "links": links(response),
    }
    if page is not None:
        robots = page.css_first("meta[name=robots]")
        canonical = page.css_first("link[rel=canonical]")
        root = page.css_first("[data-annotation-root]")
        found |= {
            "h1": words(page.css_first("h1")),
            "robots in the page": robots.attributes["content"] if robots else None,
            "canonical": canonical.attributes["href"].removeprefix("http://127.0.0.1:8000") if canonical else None,
            "text": [words(block) for block in root.iter()] if root else None,
            "abstract": words(page.css_first(".abstract p")),
            "not shown": page.css_first(".not-shown") is not None,
            "old": page.css_first(".banner.old") is not None,
        }
    return {name: value for name, value in found.items() if value}
