"""Cities that stand for a government in one language stand for it in all of them, whoever entered the names. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple


class Called(NamedTuple):
    """A name of the authority file, as far as this rule asks."""

    text: str
    entity: int
    language: str
    is_metonym: bool
    is_former: bool  # out of use today: Tselinograd never stood for the government of Kazakhstan


def stand_for(names: Iterable[Called]) -> list[tuple[str, int]]:
    """Return the names by which entities are meant that have them in another language only, as (text, entity).

    Where Moscow is a metonym of a government in English and the file has none in German, Moskau is one too, since it is the
    city's German name: a text that says Moskau is in the same doubt.
    """
    names = list(names)
    metonyms: dict[str, list[Called]] = defaultdict(list)
    for name in names:
        if name.is_metonym:
            metonyms[name.text.casefold()].append(name)
    pairs: dict[tuple[int, int], set[str]] = defaultdict(set)  # (the city, what it stands for) and the languages that say so
    for name in names:
        if not name.is_metonym:
            for metonym in metonyms.get(name.text.casefold(), ()):
                if metonym.entity != name.entity:
                    pairs[name.entity, metonym.entity].add(metonym.language)
    stands: dict[int, list[tuple[int, set[str]]]] = defaultdict(list)
    for (city, meant), languages in pairs.items():
        stands[city].append((meant, languages))
    known = {(name.text, name.entity) for name in names if name.entity in {meant for _, meant in pairs}}
    found = [
        (name.text, meant)
        for name in names
        if not name.is_metonym and not name.is_former
        for meant, languages in stands.get(name.entity, ())
        if name.language not in languages
    ]
    return [one for one in dict.fromkeys(found) if one not in known]
