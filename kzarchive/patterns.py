"""Regular expressions that are compiled when one of them is first asked for something; pure.

The readers of captures know hundreds of them. Compiled when their modules are read, they cost every command and every
worker a quarter of a second at its start, whether or not it reads a capture.
"""

from __future__ import annotations

import re
from typing import Any

_OFFERED = ("match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split", "pattern", "flags", "groups", "groupindex")


class Pattern:
    """Stands for ``re.compile(source, flags)`` and offers the same; a fault in ``source`` is told at the first use."""

    def __init__(self, source: str, flags: int = 0):
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _OFFERED:
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        # Kept by the instance: from now on these are found without coming here.
        self.__dict__.update({offered: getattr(compiled, offered) for offered in _OFFERED})
        return self.__dict__[name]


def ignoring_case(word: str) -> str:
    """Return ``word`` as expressions compare it that ignore case, for a look into a table: the Turkish ı and İ are like i there."""
    return word.casefold().replace("i\u0307", "i").replace("ı", "i")
