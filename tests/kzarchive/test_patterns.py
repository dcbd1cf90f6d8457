"""Patterns compiled at their first use are those that were written, and every one of the house compiles."""

import re
from importlib import import_module
from pkgutil import iter_modules

import pytest

import articles.ingest
from kzarchive.patterns import Pattern

MODULES = [f"articles.ingest.{module.name}" for module in iter_modules(articles.ingest.__path__)] + ["articles.dating", "articles.kinship"]


def test_a_pattern_offers_what_the_compiled_one_does():
    lazy, compiled = Pattern(r"(?P<word>[a-z]+)\s", re.IGNORECASE), re.compile(r"(?P<word>[a-z]+)\s", re.IGNORECASE)

    assert (lazy.pattern, lazy.flags, lazy.groupindex) == (compiled.pattern, compiled.flags, compiled.groupindex)
    assert [found.span("word") for found in lazy.finditer("One two ")] == [found.span("word") for found in compiled.finditer("One two ")]
    with pytest.raises(AttributeError):
        lazy.scanner  # noqa: B018


@pytest.mark.parametrize("name", MODULES)
def test_every_pattern_of_the_readers_compiles(name):
    patterns = [value for value in vars(import_module(name)).values() if isinstance(value, Pattern)]

    assert [pattern.pattern for pattern in patterns if not re.compile(pattern.pattern, pattern.flags)] == []
