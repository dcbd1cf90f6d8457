"""Offices as texts put them before a name (President Tokayev), and which of them somebody held; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

PRESIDENT, PRIME_MINISTER, FOREIGN_MINISTER, CHANCELLOR = "President", "Prime Minister", "Foreign Minister", "Chancellor"
REACH = 90  # characters before a name in which its office may stand

_OFFICES = {
    PRIME_MINISTER: r"prime minister|премьер(?:-министр)?[а-я]{0,3}|премьер-министрі?[а-яғқңәіөұүһ]{0,4}",
    FOREIGN_MINISTER: r"foreign minister|minister (?:of|for) foreign affairs|министр[а-я]{0,3} иностранных дел|сыртқы істер министрі",
    PRESIDENT: r"president|президент[а-яғқңәіөұүһ]{0,4}",
    CHANCELLOR: r"(?:federal )?chancellor|канцлер[а-яғқңәіөұүһ]{0,4}",
}
_BEFORE = re.compile("|".join(f"(?P<o{at}>{words})" for at, words in enumerate(_OFFICES.values())), re.IGNORECASE)
# Of whom or of what: words in capitals, with what small words may stand between them.
_OF = re.compile(r"(?: (?:of|of the|the)| [^\W\d_a-zа-яёәғқңөұүһі][\w’'-]*){0,5},? ?$")
# What says that the office was, or will be, or is not quite, theirs.
_NOT_NOW = re.compile(
    r"(?:\b(?:former|then|late|future|first|next|previous|past|vice|deputy|acting|interim|ex|elected|become|became|becoming|when|as)\b"
    r"|\b(?:бывш|прежн|экс|будущ|перв|тогда|вице|замест|врио|исполня|тұңғыш|бұрын|экс)[а-яё]*)[\s,-]+(?:[\w’'-]+[\s-]+){0,2}$",
    re.IGNORECASE,
)


def office_before(text: str, start: int, *, since: int = 0) -> str:
    """Return the office that ``text`` gives whoever is named at ``start`` (one of the four here), empty where it gives none for certain.

    ``since`` is where the name of somebody else ended: what stands before that is his.
    """
    before = text[max(0, start - REACH, since) : start]
    named = list(_BEFORE.finditer(before))
    if not named:
        return ""
    found = named[-1]
    if (found.start() and before[found.start() - 1].isalnum()) or not _OF.fullmatch(before, found.end()):
        return ""
    if before[max(0, found.start() - 1) : found.start()] == "-" or _NOT_NOW.search(before, 0, found.start()):
        return ""
    return list(_OFFICES)[int(found.lastgroup[1:])]


def offices_of(called: Iterable[str]) -> set[str]:
    """Return which of the four offices somebody holds whose office is called so, in English: by its title, or by its own name."""
    found = set()
    for words in called:
        lowered = words.lower()
        if (lowered.startswith("minister") and "foreign" in lowered) or lowered.startswith("foreign minister"):
            found.add(FOREIGN_MINISTER)
        found |= {office for office in (PRESIDENT, PRIME_MINISTER, CHANCELLOR) if lowered.removeprefix("acting ").startswith(office.lower())}
    return found
