"""Saved pages: HTML to a text layer in document order, with the places of its blocks and the statements of its head."""

from __future__ import annotations

import io
import json
import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from articles.ingest.vocabulary import listed
from kzarchive.patterns import Pattern

# A parsed element costs about 150 bytes, the text in it as much again; a page with more than this would not fit in the memory an import may use.
MOST_TAGS = 500_000
# The HTML standard's tree construction walks the stack of open elements for every tag, so that time grows with
# the depth. Browsers stop at 512; deeper elements are read as if their tags were not there.
DEEPEST = 400
_LARGEST_JSON = 1_000_000

# Where a stretch of text stands: the elements around it that matter to a reader of articles ...
_REGION_TAGS = listed(
    "nav|header|footer|aside|article|main|figure|figcaption|caption|h1|h2|h3|h4|h5|h6|li|table|pre|button|select|label|textarea|dialog"
)
# ... and words that sites put into class and id for the same purpose, each given as ".word".
_REGION_WORDS = {
    "share": ".share", "sharing": ".share", "social": ".share", "sharedaddy": ".share", "addtoany": ".share",
    "related": ".related", "recommended": ".related", "popular": ".related", "trending": ".related",
    "newsletter": ".newsletter", "subscribe": ".newsletter", "subscription": ".newsletter",
    "cookie": ".cookie", "cookies": ".cookie", "consent": ".cookie", "gdpr": ".cookie",
    "comments": ".comments", "disqus": ".comments", "breadcrumb": ".breadcrumb", "breadcrumbs": ".breadcrumb",
    "byline": ".byline", "author": ".byline", "menu": ".menu",
    "nav": ".menu", "topnav": ".menu", "mainnav": ".menu", "navbar": ".menu", "navigation": ".menu",
    "subtitle": ".subtitle", "subhead": ".subtitle", "standfirst": ".subtitle", "lead": ".subtitle", "lede": ".subtitle", "deck": ".subtitle",
    "dek": ".subtitle", "teaser": ".subtitle", "chapo": ".subtitle", "lid": ".subtitle", "anons": ".subtitle", "spot": ".subtitle",
    "caption": ".caption", "ad": ".ad", "ads": ".ad", "advert": ".ad", "adverts": ".ad", "advertisement": ".ad", "advertising": ".ad",
    "adslot": ".ad", "sponsored": ".ad",
}  # fmt: skip
# What sites call the headline of an article; cards of other articles have it too, so that only the first counts.
_CALLS_TITLE = Pattern(
    r"(?<![\w-])(?:(?:entry|post|article|material|news|story|node|single|content)(?:[-_]{1,2}[a-z]{1,12})?[-_]{1,2}(?:title|headline|heading)|headline)(?![\w-])"
)
_REGION_ROLES = {"navigation": "nav", "banner": "header", "contentinfo": "footer", "complementary": "aside"}
# Elements so wide that a class on them speaks of the page and not of a part of it.
_WIDE = frozenset({"html", "body", "main", "article", "form"})

_UNREAD = frozenset({"script", "style", "template", "noscript", "head", "iframe", "object", "svg", "math"})
_BLOCKS = listed(
    """address|article|aside|blockquote|body|button|caption|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h1|h2|h3
    |h4|h5|h6|header|hgroup|hr|html|label|legend|li|main|menu|nav|ol|option|p|pre|search|section|select|summary|table|tbody|textarea|tfoot|thead|tr
    |ul"""
)
_VOID = listed("area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr")
# Elements that the parser closes by itself when the next of their kind begins: unclosed, they do not nest.
_SELF_CLOSING = listed("p|li|dt|dd|option|optgroup|tr|td|th|thead|tbody|tfoot|html|head|body")

# Of these a head has one for each person.
_REPEATED = frozenset({"citation_author", "dc.creator", "article:author"})
_BLANKS = Pattern(r"[ \t\n\r\f]+")
_TAG = Pattern(r"<(/?)([a-zA-Z][^\s/<>]*)")
_WORDS = Pattern(r"[a-z]+")


class Mark(NamedTuple):
    """One block of a page: half-open code points of the text layer, and where in the page it stands."""

    start: int
    end: int
    regions: frozenset[str]


class Marks:
    """The marks of a page, in order; kept in columns, for a page may have half a million of them."""

    def __init__(self) -> None:
        self.starts = array("q")
        self.ends = array("q")
        self.regions: list[frozenset[str]] = []

    def add(self, start: int, end: int, regions: frozenset[str]) -> None:
        self.starts.append(start)
        self.ends.append(end)
        self.regions.append(regions)

    def __iter__(self) -> Iterator[Mark]:
        return map(Mark, self.starts, self.ends, self.regions)


# Elements that say what a stretch is, and not of which part of the page: on a page with no others by-lines and feet are found as in plain text.
_SAY_NO_PART = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "li", "table", "pre", "figure"})


@dataclass(frozen=True)
class Markup:
    """What a page's markup says beside its text.

    ``statements`` maps the names of meta elements (lower case), "title", "canonical" and "lang" to their
    values, those of several people joined by semicolons; ``linked_data`` holds the parsed JSON-LD objects; ``times``
    the text spans and values of ``<time datetime>``.
    """

    marks: Marks
    statements: dict[str, str]
    linked_data: tuple[dict, ...]
    times: tuple[tuple[int, int, str], ...]

    @property
    def says_nothing(self) -> bool:
        """Whether the markup breaks lines and does no more, as a program's that saved a text as a page: no element tells what stands in it."""
        return not (self.statements.keys() - {"lang"} or self.linked_data or self.times or any(self.marks.regions))

    @cached_property
    def tells_parts(self) -> bool:
        """Whether some element tells which part of the page it is, beside headings, lists and tables, or the head names more than a title."""
        return bool(
            self.linked_data
            or self.times
            or self.statements.keys() - {"lang", "title"}
            or any(regions - _SAY_NO_PART for regions in self.marks.regions)
        )

    def within(self, start: int, end: int) -> Markup:
        """Return what is said of the stretch from ``start`` to ``end`` of the text layer, counted from there; the head speaks of the whole page."""
        marks = Marks()
        for mark in self.marks:
            if mark.start < end and start < mark.end:
                marks.add(max(0, mark.start - start), min(end, mark.end) - start, mark.regions)
        times = tuple((a - start, b - start, value) for a, b, value in self.times if start <= a and b <= end)
        return Markup(marks, {name: self.statements[name] for name in ("lang",) if name in self.statements}, (), times)


def looks_like_html(text: str, *, is_named_html: bool) -> bool:
    """Tell a page's source from plain text; the file's name only lowers the evidence that is asked for."""
    start = text[:4000].lstrip("\ufeff \t\n").lower()
    if start.startswith(("<!doctype html", "<html", "<head", "<body")) or re.search(r"<(?:html|head|body)[\s>]", start):
        return True
    count = len(re.findall(r"</?(?:p|div|br|a|li|ul|h[1-6]|span|table|td|article|section)\b[^<>]{0,300}>", text[:20000]))
    return count >= (1 if is_named_html else 6)


def count_tags(source: str) -> int:
    """Return how many tags ``source`` can hold at most."""
    return source.count("<")


def flatten(source: str) -> tuple[str, bool]:
    """Return ``source`` with no element nested deeper than ``DEEPEST``, and whether any was.

    Elements beyond it become ``wbr``, which holds nothing and shows nothing: their text stays where it was.
    """
    depth = deepest = 0
    for match in _TAG.finditer(source):
        name = match[2].lower()
        if name not in _VOID and name not in _SELF_CLOSING:
            depth = max(0, depth - 1) if match[1] else depth + 1
            deepest = max(deepest, depth)
    if deepest <= DEEPEST:
        return source, False
    depth = 0

    def level(match: re.Match[str]) -> str:
        nonlocal depth
        name = match[2].lower()
        if name in _VOID or name in _SELF_CLOSING:
            return match[0]
        before = depth
        depth = max(0, depth - 1) if match[1] else depth + 1
        return match[0] if max(before, depth) <= DEEPEST else f"<{match[1]}wbr"

    return _TAG.sub(level, source), True


def read_markup(source: str) -> tuple[str, Markup]:
    """Return the text layer of the page ``source`` and what its markup says.

    Runs of HTML blanks become one space, ``<br>`` a line feed, the border of a block element an empty line;
    cells of a table are parted by a tab. Scripts, styles, templates and noscript elements give no text.
    """
    tree = LexborHTMLParser(source)
    writer = _Writer()
    statements, linked_data = _read_head(tree)
    _walk(tree.body, writer)
    text, marks, times = writer.finish()
    return text, Markup(marks, statements, linked_data, times)


class _Writer:
    """Puts text together, folding blanks across elements, and remembers where each block stands."""

    def __init__(self) -> None:
        self._out = io.StringIO()
        self._length = 0
        self._last_line_feed = -1
        self._pending = ""
        self._marks = Marks()
        self._times: list[tuple[int, int, str]] = []
        self._block_start: int | None = None
        self._block_regions: frozenset[str] = frozenset()

    def add(self, text: str, regions: frozenset[str], *, is_preformatted: bool) -> None:
        if is_preformatted:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        else:
            text = _BLANKS.sub(" ", text)
            if text.startswith(" "):
                self.part(" ")
                text = text[1:]
        if not text:
            return
        ends_blank = not is_preformatted and text.endswith(" ")
        text = text[:-1] if ends_blank else text
        if self._length:
            self._put(self._pending)
        self._pending = ""
        if self._block_start is None:
            self._block_start, self._block_regions = self._length, regions
        self._put(text)
        if ends_blank:
            self.part(" ")

    def part(self, border: str) -> None:
        """Ask for ``border`` before the next text; the widest asked for is written."""
        if len(border) > len(self._pending) or (border == "\n" and self._pending in ("", " ", "\t")):
            self._pending = border
        if border == "\n\n" and self._block_start is not None:
            self._marks.add(self._block_start, self._length, self._block_regions)
            self._block_start = None

    def position(self) -> int:
        return self._length + (len(self._pending) if self._length else 0)

    def has_line_feed_since(self, start: int) -> bool:
        """Tell whether a line ended behind ``start``: what a cell holds are lines, then."""
        return "\n" in self._pending or self._last_line_feed >= start

    def add_time(self, start: int, value: str) -> None:
        if start < self._length:
            self._times.append((start, self._length, value))

    def finish(self) -> tuple[str, Marks, tuple[tuple[int, int, str], ...]]:
        self.part("\n\n")
        return self._out.getvalue(), self._marks, tuple(self._times)

    def _put(self, text: str) -> None:
        line_feed = text.rfind("\n")
        if line_feed >= 0:
            self._last_line_feed = self._length + line_feed
        self._out.write(text)
        self._length += len(text)


def _walk(node: LexborNode | None, writer: _Writer) -> None:
    """Write the text under ``node`` in document order, without recursion: pages may be deeper than Python's stack."""
    if node is None:
        return
    unions: dict[tuple[frozenset[str], frozenset[str]], frozenset[str]] = {}
    regions: frozenset[str] = frozenset()
    is_preformatted = False
    stack: list[tuple[str, frozenset[str], bool, int, str | None]] = []
    while True:
        tag = node.tag
        below = None
        if tag == "-text":
            writer.add(node.text_content or "", regions, is_preformatted=is_preformatted)
        elif tag == "br":
            writer.part("\n")
        elif tag not in _UNREAD and not tag.startswith(("-", "_")):
            attributes = node.attributes
            added = _regions_of(tag, attributes)
            if tag in _BLOCKS:
                writer.part("\n\n")
            elif tag == "a" and node.prev is not None and node.prev.tag == "a":
                writer.part(" ")  # links side by side are parted by style sheets, not by text
            below = node.child
            if below is not None:
                stack.append((tag, regions, is_preformatted, writer.position(), attributes.get("datetime")))
                if added:
                    regions = unions.setdefault((regions, added), regions | added)
                is_preformatted = is_preformatted or tag in ("pre", "textarea")
        if below is not None:
            node = below
            continue
        while node.next is None:
            if not stack:
                return
            tag, regions, is_preformatted, start, moment = stack.pop()
            if tag in _BLOCKS:
                writer.part("\n\n")
            elif tag in ("td", "th"):
                writer.part("\n" if writer.has_line_feed_since(start) else "\t")  # a column of the page, or a cell of a table
            elif tag == "time" and moment:
                writer.add_time(start, moment)
            if not stack:
                return
            node = node.parent
        node = node.next


def _regions_of(tag: str, attributes: dict[str, str | None]) -> frozenset[str]:
    found = {tag} if tag in _REGION_TAGS else set()
    if attributes:
        role = _REGION_ROLES.get(attributes.get("role") or "")
        if role:
            found.add(role)
        if "hidden" in attributes:
            found.add("hidden")
        if tag not in _WIDE:
            names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"[:1000].lower()
            found.update(_REGION_WORDS[word] for word in _WORDS.findall(names) if word in _REGION_WORDS)
            if attributes.get("itemprop") == "headline" or _CALLS_TITLE.search(names):
                found.add(".title")
    return frozenset(found)


def _read_head(tree: LexborHTMLParser) -> tuple[dict[str, str], tuple[dict, ...]]:
    statements: dict[str, str] = {}

    def state(name: str | None, value: str | None) -> None:
        if name and value and value.strip():
            key, said = name.strip().lower(), " ".join(value.split())
            if key in _REPEATED and key in statements:
                said = f"{statements[key]}; {said}"[:2000]
                statements[key] = said
            statements.setdefault(key, said)

    root = tree.css_first("html")
    state("lang", root.attributes.get("lang") or root.attributes.get("xml:lang") if root else None)
    title = tree.css_first("head > title")
    state("title", title.text() if title else None)
    for meta in tree.css("meta"):
        attributes = meta.attributes
        state(attributes.get("property") or attributes.get("name") or attributes.get("itemprop"), attributes.get("content"))
    for link in tree.css("link[rel=canonical]"):
        state("canonical", link.attributes.get("href"))
    objects: list[dict] = []
    for script in tree.css("script[type='application/ld+json']"):
        objects += _linked_objects(script.text(deep=True) or "")
    return statements, tuple(objects)


def _linked_objects(source: str) -> list[dict]:
    """Return the objects at the top of a JSON-LD script, those of ``@graph`` too; none if it is not JSON."""
    if len(source) > _LARGEST_JSON:
        return []
    try:
        data = json.loads(source)
    except (ValueError, RecursionError):
        return []
    top = data if isinstance(data, list) else [data]
    graphs = [item for entry in top if isinstance(entry, dict) for item in _as_list(entry.get("@graph"))]
    return [entry for entry in [*top, *graphs] if isinstance(entry, dict)]


def _as_list(value: object) -> list:
    return value if isinstance(value, list) else []
