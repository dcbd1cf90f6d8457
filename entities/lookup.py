"""Entities found by any of their names: for pickers, for the public look-up, and for what else a search may mean."""

from __future__ import annotations

from dataclasses import dataclass

from entities import spelling
from entities.models import Name, NameWord
from entities.names import is_same_name
from kzarchive.text import fold, script_of

MOST_FOUND = 20


@dataclass(frozen=True)
class Found:
    """An entity and the one of its names that it was found by; ``closeness`` is smaller the closer that name is to what was asked for."""

    entity_id: int
    name_id: int
    text: str
    language: str
    from_year: int | None
    to_year: int | None
    closeness: tuple[int, bool, bool, bool, int]


def find(text: str, *, is_public: bool = True, limit: int = 200) -> list[Found]:
    """Return the entities that ``text`` may name, the closest first, each once: any script, words begun only, one typing error.

    ``is_public`` leaves out the names that search may not use. Of one letter only whole words are found; of none, nothing.
    At most 15 short queries, whatever is asked for.
    """
    text = text[: spelling.LONGEST_ASKED]
    asked = fold(text)
    if not any(map(str.isalnum, asked)):
        return []
    asked_in = script_of(asked)
    named = Name.objects.for_search() if is_public else Name.objects.all()
    columns = ("entity_id", "pk", "text", "language", "from_year", "to_year", "key", "script")
    grades = spelling.closest(NameWord, text)
    rows = [
        *named.filter(key=asked[:500]).values_list(*columns)[: spelling.MOST_RECORDS],
        *named.filter(pk__in=grades).values_list(*columns),
    ]
    best: dict[int, Found] = {}
    for entity, pk, name, language, from_year, to_year, key, script in rows:
        grade = spelling.EXACT if key == asked else 1 + grades.get(pk, spelling.EXACT)
        closeness = (grade, not key.startswith(asked), f" {asked}" not in f" {key}", script != asked_in, len(key))
        if entity not in best or closeness < best[entity].closeness:
            best[entity] = Found(entity, pk, name, language, from_year, to_year, closeness)
    return sorted(best.values(), key=lambda found: (found.closeness, found.entity_id))[:limit]


def bearers(text: str, *, with_transliteration: bool = True) -> dict[int, str]:
    """Return the entities whose articles a search for ``text`` also finds: by id, the name it was taken for.

    ``text`` is a whole name, as typed: a search for EEU means the union that bears it, and finds its articles under EAEU and ЕАЭС.
    With transliteration a name in another script or spelling counts too (Токаев for Tokajew); that is what the switch of the search
    page turns off. No prefixes and no typing errors; only names that search may use.
    """
    asked = fold(text[: spelling.LONGEST_ASKED])
    if not any(map(str.isalnum, asked)):
        return {}
    found = dict(Name.objects.for_search().filter(key=asked[:500]).order_by("-id").values_list("entity_id", "text"))
    if with_transliteration:
        exact = [pk for pk, grade in spelling.closest(NameWord, text).items() if grade == spelling.EXACT]
        for entity, name in Name.objects.for_search().filter(pk__in=exact).order_by("id").values_list("entity_id", "text"):
            if entity not in found and is_same_name(name, text):
                found[entity] = name
    return found
