"""How fast an entity is found among a hundred thousand names, beside a look-up that reads every name.

Run with ``make bench`` or ``python -m benchmarks.lookup [--names N] [--rounds N] [--databases sqlite,postgresql]``. Asked for: every kind of
what readers type. Printed: rows, milliseconds (CPU of this process and wall) of each question, the worst of them, the statements of
the dearest, and the ratio to ``LIKE '%word%'`` over the names, asked in turn.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time

from benchmarks import databases

ASKED = (
    "Tokayev", "Токаев", "Тоқаев", "Tokajw", "Kasym Tokaev", "Kassym Jomart Kemeluly Tokayev", "nazarbyaev", "astana", "EAEU", "k", "ka", "kazak",
    "ba ro", "Bekov", "Нурбекв", "习近平", "ev", "nobody atall", "shnghai cooperation", "a" * 5_000, "Назорбаев Нурсултан", "aidar bekov", "ов",
)  # fmt: skip
_LATIN = "ba ka tu ro mi sa len dar kos uly nur ai bek zhan er gul"
_CYRILLIC = "ба ка ту ро ми са лен дар кос улы нур ай бек жан ер гүл"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--names", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    databases.arguments(parser)
    options = parser.parse_args()
    if options.inside:
        _inside(options)
        return
    databases.in_each("benchmarks.lookup", options, label=str(options.names))


def _inside(options: argparse.Namespace) -> None:
    databases.ready()
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from entities import lookup, starter
    from entities.models import Entity, KnownWord, Name, NameWord
    from kzarchive.addresses.models import give_addresses
    from kzarchive.text import fold

    starter.load()
    started = time.process_time()
    chance = random.Random(20261126)
    while (count := Name.objects.count()) < options.names:
        entities = [Entity(name=f"Person {count} {number}", kind="person") for number in range(min(500, (options.names - count + 1) // 2))]
        give_addresses(entities)
        names = []
        for entity in Entity.objects.bulk_create(entities):
            for language, syllables, endings in (("en", _LATIN, ("ov", "ev", "in", "")), ("ru", _CYRILLIC, ("ов", "ев", "ин", ""))):
                words = ["".join(chance.choices(syllables.split(), k=chance.randint(2, 3))).capitalize() for _ in range(2)]
                name = Name(entity=entity, text=f"{words[0]} {words[1]}{chance.choice(endings)}", language=language, kind="preferred")
                name.prepare()
                names.append(name)
        Name.objects.bulk_create(names)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    rows = f"{Name.objects.count():,} names, {NameWord.objects.count():,} words of them, {KnownWord.objects.count():,} different"
    print(f"{connection.vendor}: {rows}; written in {time.process_time() - started:.0f} s of this process")

    def by_reading(text: str) -> list:
        word = fold(text)[:200]
        return list(Name.objects.filter(key__contains=word).values_list("entity_id", "text")[:20])

    taken: dict[tuple[str, str], list[tuple[float, float]]] = {}
    for number in range(options.rounds):
        for asked in ASKED:
            both = [("found", lookup.find), ("read", by_reading)]
            for name, ask in both if number % 2 else reversed(both):
                wall, cpu = time.perf_counter(), time.process_time()
                ask(asked)
                taken.setdefault((name, asked), []).append(((time.process_time() - cpu) * 1000, (time.perf_counter() - wall) * 1000))
    medians = {key: tuple(statistics.median(column) for column in zip(*times, strict=True)) for key, times in taken.items()}
    for asked in ASKED:
        print(f"  {asked[:40]:40} {medians['found', asked][0]:7.1f} ms CPU {medians['found', asked][1]:7.1f} ms wall")
    worst = max(ASKED, key=lambda asked: medians["found", asked][1])
    with CaptureQueriesContext(connection) as queries:
        lookup.find(worst)
    mean = {name: statistics.mean(medians[name, asked][1] for asked in ASKED) for name in ("found", "read")}
    print(f"worst {medians['found', worst][1]:.1f} ms ({worst[:40]}), {len(queries)} statements; mean {mean['found']:.1f} ms, ", end="")
    print(f"reading every name {mean['read']:.1f} ms: ratio {mean['found'] / mean['read']:.2f}")


if __name__ == "__main__":
    main()
