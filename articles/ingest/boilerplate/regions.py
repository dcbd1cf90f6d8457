"""What the markup itself sets apart from the article: navigation, footers, columns, buttons."""

from __future__ import annotations

from articles.ingest.lines import RIGHTS
from articles.ingest.page import Page


def remove_regions(page: Page) -> None:
    """What the markup itself sets apart from the article: navigation, footers, columns, buttons, lists of other pages.

    A rule that would take more than a third of the page's running text has met a site that names its parts
    otherwise ("comments-open" around the article itself), and takes nothing.
    """
    header_has_title = any({"header", "h1"} <= page.regions(i) for i in range(page.count))
    region_of_article = "main" if any("main" in page.regions(i) for i in range(page.count)) else "article"
    prose = inside = 0
    last_inside = page.count
    lines: dict[str, list[int]] = {}
    prose_taken: dict[str, int] = {}
    for i in range(page.count):
        regions = page.regions(i)
        length = page.end(i) - page.start(i) if page.is_prose(i) else 0
        prose += length
        name = _region_rule(regions, page, i, header_has_title=header_has_title) if regions else None
        if region_of_article in regions:
            inside, last_inside = inside + length, i
        if name:
            lines.setdefault(name, []).append(i)
            prose_taken[name] = prose_taken.get(name, 0) + length
    if inside >= _LEAST_SHARE_INSIDE * prose:
        lines["below the article"] = [i for i in range(last_inside + 1, page.count) if not _speaks_of_rights(page, i)]
        prose_taken["below the article"] = 0
    for name, taken in lines.items():
        if prose_taken[name] <= prose / 3:
            for i in taken:
                page.remove(i, i + 1, name)


_LEAST_SHARE_INSIDE = 0.7


def _speaks_of_rights(page: Page, i: int) -> bool:
    return page.is_short(i) and bool(RIGHTS.match(page.line(i)) or "©" in page.line(i))


def _region_rule(regions: frozenset[str], page: Page, i: int, *, header_has_title: bool) -> str | None:
    is_outside = not regions & {"article", "main"}
    line_is_short = page.is_short(i)
    if regions & {"h1"} or (regions & {"footer"} and (RIGHTS.match(page.line(i)) or (line_is_short and "©" in page.line(i)))):
        return None
    if ".cookie" in regions and "cookie" in page.line(i).lower():
        return "cookie notice"
    if "nav" in regions or (".menu" in regions and line_is_short and not page.is_prose(i)):
        return "navigation"
    if ".breadcrumb" in regions and line_is_short:
        return "breadcrumb"
    if regions & {"button", "select", "label", "textarea"}:
        return "form control"
    if "hidden" in regions:
        return "hidden element"
    if ".share" in regions and line_is_short and not page.is_prose(i):
        return "share bar"
    if ".ad" in regions and line_is_short:
        return "advertising"
    if ".newsletter" in regions and line_is_short:
        return "newsletter call"
    if ".related" in regions and line_is_short and not page.is_prose(i, least_words=20):
        return "related links"
    if ".comments" in regions and is_outside:
        return "comments"
    if "aside" in regions and is_outside:
        return "side column"
    if "footer" in regions and is_outside:
        return "page footer"
    if "header" in regions and is_outside and not header_has_title and not page.is_prose(i):
        return "page header"
    return None
