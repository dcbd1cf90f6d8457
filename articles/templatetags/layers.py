"""Puts the pieces of a text on a page: every character that is not ours is escaped, here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString

from articles.views.layers import Layer, Piece, Words

register = template.Library()


@register.filter
def in_layers(pieces: Iterable[Piece | Words]) -> SafeString:
    """Return ``pieces`` as markup, with no character between them that the text has not."""
    return format_html_join("", "{}", ((escape(piece.text) if isinstance(piece, Words) else _element(piece),) for piece in pieces))


def _element(piece: Piece) -> SafeString:
    span, inside = piece.span, in_layers(piece.pieces)
    beside = f"n{span.place}" if span.place and piece.is_first else ""
    classes = " ".join(filter(None, [_CLASSES[span.layer], span.classes, beside]))
    attributes = {"class": classes, "title": span.title}
    if span.layer is Layer.ENTITY:
        # A link may not stand in another: what names an entity inside the name of another one is only marked.
        if piece.in_link:
            return format_html("<span{}>{}</span>", _attributes(attributes), inside)
        return format_html("<a{}>{}</a>", _attributes({"href": span.href, **attributes}), inside)
    if span.layer is Layer.CLAIM:
        return format_html("<mark{}>{}</mark>", _attributes({"id" if piece.is_first else "data-claim": span.id, **attributes}), inside)
    if span.layer is Layer.QUOTED:
        return format_html("<mark{}>{}</mark>", _attributes({"id": span.id if piece.is_first else "", **attributes}), inside)
    if span.layer is Layer.SIC:
        return format_html("<span{}>{}</span>", _attributes({**attributes, "data-reading": span.reading}), inside)
    return format_html("<mark{}>{}</mark>", _attributes(attributes), inside)


_CLASSES = {Layer.ENTITY: "", Layer.CLAIM: "claim", Layer.SIC: "sic", Layer.HIT: "hit", Layer.QUOTED: "quoted"}


def _attributes(values: dict[str, str]) -> SafeString:
    return format_html_join("", ' {}="{}"', ((name, value) for name, value in values.items() if value))
