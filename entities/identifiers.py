"""Identifiers that others gave to the entities: how each is spelled, checked, and where it leads; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit


class NotAnIdentifier(ValueError):
    """The text is no identifier of the scheme; the message says what one looks like."""


@dataclass(frozen=True)
class Scheme:
    """A system of identifiers: ``form`` is what one looks like once stored, ``address`` where it leads, with ``{}`` for it."""

    name: str
    label: str
    form: re.Pattern[str]
    looks: str
    address: str
    hosts: frozenset[str]


SCHEMES = {
    scheme.name: scheme
    for scheme in (
        Scheme(
            "wikidata", "Wikidata", re.compile(r"Q[1-9][0-9]{0,11}"), "Q and a number, such as Q42",
            "https://www.wikidata.org/wiki/{}", frozenset({"www.wikidata.org", "wikidata.org", "m.wikidata.org"}),
        ),
        Scheme(
            "viaf", "VIAF", re.compile(r"[1-9][0-9]{1,21}"), "a number of 2 to 22 digits", "https://viaf.org/viaf/{}/",
            frozenset({"viaf.org", "www.viaf.org"}),
        ),
        Scheme(
            "isni", "ISNI", re.compile(r"[0-9]{15}[0-9X]"), "16 digits, the last of which may be X", "https://isni.org/isni/{}",
            frozenset({"isni.org", "www.isni.org", "isni-url.oclc.nl"}),
        ),
        Scheme(
            "geonames", "GeoNames", re.compile(r"[1-9][0-9]{0,9}"), "a number of at most 10 digits", "https://www.geonames.org/{}/",
            frozenset({"geonames.org", "www.geonames.org", "sws.geonames.org"}),
        ),
        Scheme(
            "orcid", "ORCID", re.compile(r"[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]"), "four groups of four digits, the last of which may be X",
            "https://orcid.org/{}", frozenset({"orcid.org", "www.orcid.org"}),
        ),
    )
}  # fmt: skip


def check_digit(digits: str) -> str:
    """Return the check character of 15 ``digits`` by ISO 7064 MOD 11-2, as ISNI and ORCID have it: 0 to 9, or X for ten."""
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    worth = (12 - total % 11) % 11
    return "X" if worth == 10 else str(worth)


def normalise(scheme: str, text: str) -> str:
    """Return the identifier that ``text`` spells, be it as a link or with blanks, the way it is stored. Raises NotAnIdentifier."""
    known = SCHEMES.get(scheme)
    if known is None:
        raise NotAnIdentifier(f"“{scheme[:40]}” is no scheme of identifiers here: {', '.join(SCHEMES)}.")
    value = _bare(known, text.strip())
    if scheme in {"isni", "orcid"}:
        value = re.sub(r"[\s-]", "", value).upper()
        if re.fullmatch(r"[0-9]{15}[0-9X]", value) and check_digit(value[:15]) != value[15]:
            raise NotAnIdentifier(f"“{text.strip()[:80]}” is mistyped: the last character of an {known.label} does not fit the others.")
        if scheme == "orcid":
            value = "-".join(value[at : at + 4] for at in range(0, len(value), 4))
    elif scheme == "wikidata":
        value = value.upper()
    if not known.form.fullmatch(value):
        raise NotAnIdentifier(f"“{text.strip()[:80]}” is no {known.label} identifier: one is {known.looks}.")
    return value


def _bare(scheme: Scheme, text: str) -> str:
    """Return what names the record in the address ``text``; what is no address comes back as it is. Raises NotAnIdentifier."""
    if not re.match(r"https?://", text, re.IGNORECASE):
        return text
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    if (parts.hostname or "") not in scheme.hosts:
        raise NotAnIdentifier(f"“{text[:80]}” is no address of {scheme.label}.")
    named = [segment for segment in parts.path.split("/") if any(map(str.isdigit, segment))]
    return named[0] if named else ""


def address_of(scheme: str, value: str) -> str:
    """Return where the stored identifier ``value`` of ``scheme`` leads."""
    return SCHEMES[scheme].address.format(value)


def read_address(address: str) -> tuple[str, str]:
    """Return the scheme and the identifier that ``address`` leads to. Raises NotAnIdentifier where it is of none of the schemes."""
    try:
        host = urlsplit(address).hostname
    except ValueError:
        host = None
    for scheme in SCHEMES.values():
        if host in scheme.hosts:
            return scheme.name, normalise(scheme.name, address)
    raise NotAnIdentifier(f"“{address[:80]}” is no address of {', '.join(scheme.label for scheme in SCHEMES.values())}.")
