"""One spelling for every public address: what the others lead to."""

from __future__ import annotations

import re

from . import pids

# The parts of the site whose addresses are cited; everything else keeps the path it was asked with.
_SECTIONS = {"articles", "claims", "questions", "entities", "authors", "publications", "topics", "id", "search", "about"}
_WITHOUT_SLASH = {"id"}


def canonical_path(path: str) -> str:
    """Return the one spelling of ``path``: small letters, single slashes, a slash at the end, pids without hyphens.

    Paths outside the public sections, and files such as ``/search.atom``, come back as they are.
    """
    segments = [segment for segment in path.split("/") if segment]
    if not segments or segments[0].lower() not in _SECTIONS:
        return "/" if not segments else path
    segments = [segment.lower() for segment in segments]
    if len(segments) > 1 and segments[0] != "topics":
        bare = segments[1].replace("-", "")
        if pids.is_pid(bare):
            segments[1] = bare
    has_slash = segments[0] not in _WITHOUT_SLASH and not re.search(r"\.[a-z]+$", segments[-1])
    return "/" + "/".join(segments) + ("/" if has_slash else "")
