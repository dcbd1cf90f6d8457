"""Addresses that never change while the archive runs: every page has twenty links to such pages, and each is found once."""

from __future__ import annotations

from functools import cache

from django import template
from django.urls import get_script_prefix, reverse

register = template.Library()


@register.simple_tag
def place(name: str) -> str:
    """Return the address of the page ``name``, which takes no arguments. Raises NoReverseMatch where there is none."""
    return _found(name, get_script_prefix())


@cache
def _found(name: str, prefix: str) -> str:
    return reverse(name)
