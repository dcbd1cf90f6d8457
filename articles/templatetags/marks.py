"""Puts a stretch of a text on a page, its searched words marked: every character that is not ours is escaped."""

from __future__ import annotations

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.search.marking import Excerpt

register = template.Library()
_PIECES = {False: "{}", True: '<mark class="hit">{}</mark>'}


@register.filter
def marked(excerpt: Excerpt) -> SafeString:
    """Return ``excerpt`` as markup, with dots where the text goes on."""
    shown = format_html_join("", "{}", ((format_html(_PIECES[is_searched], text),) for text, is_searched in excerpt.pieces))
    if not (excerpt.starts_within or excerpt.ends_within):
        return shown
    return format_html("{}{}{}", "… " if excerpt.starts_within else "", shown, " …" if excerpt.ends_within else "")
