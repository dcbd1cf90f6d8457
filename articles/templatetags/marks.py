"""Puts articles found on a page, their searched words marked: every character that is not ours is escaped.

A list of twenty, and what it may be narrowed by, is written here and not by a template: that took as long as the search itself.
All that is not written out in this file goes through ``escape``.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from django import template
from django.utils.safestring import SafeString

from articles.search.marking import Excerpt
from articles.views.facets import Value
from articles.views.hits import Hit

register = template.Library()


@register.filter
def marked(excerpt: Excerpt) -> SafeString:
    """Return ``excerpt`` as markup, with dots where the text goes on."""
    return SafeString(_marked(excerpt))


@register.filter
def listed(hits: Iterable[Hit]) -> SafeString:
    """Return ``hits`` as the entries of a list."""
    return SafeString("".join(map(_line, hits)))


@register.filter
def counted(values: Iterable[Value]) -> SafeString:
    """Return ``values`` of a facet as the entries of a list, each a link with its count behind it."""
    return SafeString("".join(map(_value, values)))


def _value(value: Value) -> str:
    link = f'<a href="{escape(value.address)}" rel="nofollow"><bdi>{escape(value.label)}</bdi></a>'
    return f'<li>{link} <span class="count">{value.count}</span></li>\n'


def _marked(excerpt: Excerpt) -> str:
    shown = "".join(f'<mark class="hit">{escape(text)}</mark>' if is_searched else escape(text) for text, is_searched in excerpt.pieces)
    return f"{'… ' * excerpt.starts_within}{shown}{' …' * excerpt.ends_within}"


def _line(hit: Hit) -> str:
    language = f' lang="{escape(hit.language_tag)}"' if hit.language_tag else ""
    of_title = ' class="label"' if hit.is_label else language
    of_excerpt = "" if hit.is_abstract else language
    excerpts = "".join(f'<p class="excerpt" dir="auto"{of_excerpt}>{_marked(excerpt)}</p>\n' for excerpt in hit.excerpts)
    return f"""<li><article class="line">
<h3><a href="{escape(hit.address)}"{of_title}><bdi>{_marked(hit.title)}</bdi></a></h3>
<p class="facts">
{_facts(hit)}</p>
{excerpts}</article></li>
"""


def _facts(hit: Hit) -> str:
    authors = ", ".join(f"<bdi>{escape(name)}</bdi>" for name in hit.authors)
    facts = (
        f"<span>{authors}</span>\n" if authors else "",
        f"<span><bdi>{escape(hit.publication)}</bdi></span>\n" if hit.publication else "",
        f'<span class="date">{escape(hit.published_on)}</span>\n',
        f"<span>{escape(hit.language)}</span>\n" if hit.language else "",
        "<span>whole text</span>\n" if hit.shows_text else "",
        '<span class="demo-mark">demonstration</span>\n' if hit.is_demo else "",
    )
    return "".join(facts)
