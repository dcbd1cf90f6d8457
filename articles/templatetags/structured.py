"""Puts structured data on a page as a data block: nothing runs it, and nothing in it can end it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()

# No tag can begin or end, and no character reference be read, where these do not stand.
_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


@register.filter
def json_ld(data: Mapping[str, Any] | None) -> SafeString | str:
    """Return ``data`` as a block of type application/ld+json; nothing for None."""
    if not data:
        return ""
    block = SafeString(json.dumps(data, ensure_ascii=False).translate(_ESCAPES))
    return format_html('<script type="application/ld+json">{}</script>', block)
