"""Rights statements the archive knows, and what each lets it show: rightsstatements.org 1.0 and Creative Commons."""

from __future__ import annotations

import re

_VOCABULARY = "http://rightsstatements.org/vocab/"
CREATIVE_COMMONS = "https://creativecommons.org/"
_VERSIONS = ("1.0", "2.0", "2.5", "3.0", "4.0")
_LICENCES = ("by", "by-nc", "by-nd", "by-sa", "by-nc-nd", "by-nc-sa")

# What the statement means for a reader, in the publisher's own short title.
STATEMENTS = {
    f"{_VOCABULARY}InC/1.0/": "In copyright",
    f"{_VOCABULARY}InC-OW-EU/1.0/": "In copyright – EU orphan work",
    f"{_VOCABULARY}InC-EDU/1.0/": "In copyright – educational use permitted",
    f"{_VOCABULARY}InC-NC/1.0/": "In copyright – non-commercial use permitted",
    f"{_VOCABULARY}InC-RUU/1.0/": "In copyright – rights-holder(s) unlocatable or unidentifiable",
    f"{_VOCABULARY}NoC-CR/1.0/": "No copyright – contractual restrictions",
    f"{_VOCABULARY}NoC-NC/1.0/": "No copyright – non-commercial use only",
    f"{_VOCABULARY}NoC-OKLR/1.0/": "No copyright – other known legal restrictions",
    f"{_VOCABULARY}NoC-US/1.0/": "No copyright – United States",
    f"{_VOCABULARY}CNE/1.0/": "Copyright not evaluated",
    f"{_VOCABULARY}UND/1.0/": "Copyright undetermined",
    f"{_VOCABULARY}NKC/1.0/": "No known copyright",
}

# Statements under which a whole text may stand on a public page. "In copyright" means all rights reserved,
# whoever gave a permission; undetermined is unknown. Both stay at excerpts.
_WITHOUT_COPYRIGHT = frozenset(f"{_VOCABULARY}{code}/1.0/" for code in ("NoC-NC", "NoC-OKLR", "NoC-US", "NKC"))
_COMMONS = {
    f"{CREATIVE_COMMONS}publicdomain/zero/1.0/": "CC0 1.0",
    f"{CREATIVE_COMMONS}publicdomain/mark/1.0/": "Public Domain Mark 1.0",
    **{f"{CREATIVE_COMMONS}licenses/{kind}/{version}/": f"CC {kind.upper()} {version}" for kind in _LICENCES for version in _VERSIONS},
}
FULL_TEXT_STATEMENTS = _WITHOUT_COPYRIGHT | _COMMONS.keys()


class UnknownRights(ValueError):
    """The address is no rights statement the archive knows."""


def normalise(uri: str) -> str:
    """Return the canonical address of a rights statement, as it is or as a browser shows its page. Raises UnknownRights."""
    bare = re.sub(r"^https?://(www\.)?", "", re.split(r"[?#]", uri.strip())[0]).rstrip("/") + "/"
    bare = re.sub(r"^(rightsstatements\.org)/page/", r"\1/vocab/", bare)
    bare = re.sub(r"^(creativecommons\.org/.*?)(deed(\.[a-z-]+)?|legalcode(\.[a-z-]+)?)/$", r"\1", bare)
    for canonical in (f"http://{bare}", f"https://{bare}"):
        if canonical in STATEMENTS or canonical in _COMMONS:
            return canonical
    raise UnknownRights(f"“{uri[:200]}” is no statement of rightsstatements.org or Creative Commons.")


def label(uri: str) -> str:
    """Return the statement in words, for a page."""
    return STATEMENTS.get(uri) or _COMMONS.get(uri) or uri


def allows_full_text(uri: str | None) -> bool:
    """Say whether a whole text under this statement may be shown to everyone."""
    return uri in FULL_TEXT_STATEMENTS


_PRINTED_ADDRESS = re.compile(r"https?://(?:www\.)?(?:creativecommons|rightsstatements)\.org/[\w./-]+")
_PRINTED_SHORT = re.compile(r"\bCC[ -](BY(?:-NC)?(?:-ND|-SA)?)[ -]?([1-4]\.[05])\b|\b(CC0)\b")


def printed_statement(text: str) -> str | None:
    """Return the one statement that ``text`` names, by its address or its short title (CC BY 4.0); None where it names none or several."""
    found = set()
    for address in _PRINTED_ADDRESS.findall(text):
        try:
            found.add(normalise(address.rstrip(".")))
        except UnknownRights:
            continue
    for licence, version, zero in _PRINTED_SHORT.findall(text):
        named = f"{CREATIVE_COMMONS}publicdomain/zero/1.0/" if zero else f"{CREATIVE_COMMONS}licenses/{licence.lower()}/{version}/"
        found |= {named} & _COMMONS.keys()
    return found.pop() if len(found) == 1 else None


_RESERVATIONS = re.compile(
    r"all\s+rights\s+reserved|все\s+права\s+(?:защищены|сохранены)|барлық\s+құқық\w*\s+(?:қорғал|сақтал)\w*|"
    r"alle\s+rechte\s+vorbehalten|tous\s+droits\s+réservés|tüm\s+hakları\s+saklıdır",
    re.IGNORECASE,
)


def reserves_all(text: str | None) -> bool:
    """Say whether the printed words reserve all rights, in any of the languages the archive reads."""
    return bool(text) and _RESERVATIONS.search(text) is not None
