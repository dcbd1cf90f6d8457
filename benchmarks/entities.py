"""An entity's page with thousands of articles beside the page of one with 20: times, their ratio, and statements.

Run with ``make bench`` or ``python -m benchmarks.entities [--articles 20000] [--rounds N] [--databases sqlite,postgresql]``.
Asked for in alternating order in one run, through all middleware. Asked of the ratio: at most 2; of the statements: the same number.
"""

from __future__ import annotations

import argparse
import importlib
import statistics
import time

from benchmarks import databases

FEW = 20
# By which of its names the articles call an entity: each of these as often as the others.
CALLED = ("Everywhere", "Everywhere\nEverywhen", "Everywhen", "Allwhere\nEverywhere", "")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=20)
    databases.arguments(parser)
    options = parser.parse_args()
    if options.inside:
        _inside(options)
        return
    databases.in_each("benchmarks.entities", options)


def _inside(options: argparse.Namespace) -> None:
    """Run in a process of its own, with Django set up for one database."""
    databases.ready()
    call_command = importlib.import_module("django.core.management").call_command
    call_command("collectstatic", verbosity=0, interactive=False)
    filled = importlib.import_module("benchmarks.archive").fill(options.articles)
    importlib.import_module("logging").disable(importlib.import_module("logging").CRITICAL)
    connection = importlib.import_module("django.db").connection
    many, few = _tag_all_and_few(importlib.import_module("articles.models"), importlib.import_module("entities.models"))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    client = importlib.import_module("django.test").Client(headers={"host": "127.0.0.1:8000"})
    capture = importlib.import_module("django.test.utils").CaptureQueriesContext
    statements = {}
    for address in (many, few):
        assert client.get(address).status_code == 200
        with capture(connection) as queries:
            client.get(address)
        statements[address] = len(queries)
    times: dict[str, list[float]] = {many: [], few: []}
    for number in range(options.rounds):
        for address in (many, few) if number % 2 else (few, many):
            started = time.process_time() if connection.vendor == "sqlite" else time.perf_counter()
            client.get(address)
            times[address].append(((time.process_time() if connection.vendor == "sqlite" else time.perf_counter()) - started) * 1000)
    slow, quick = statistics.median(times[many]), statistics.median(times[few])
    print(
        f"{connection.vendor}: {filled.articles:,} articles; page of an entity with {filled.articles:,}: {slow:.1f} ms, with {FEW}: {quick:.1f} ms; "
        f"ratio {slow / quick:.2f}; statements {statements[many]} and {statements[few]}"
    )


def _tag_all_and_few(models, entities) -> tuple[str, str]:
    """Tag every article with one new entity and FEW of them with another; return the addresses of both."""
    made = []
    for name in ("Everywhere", "Seldom"):
        made.append(entities.Entity.objects.create(name=name, kind="concept"))
        entities.Name.objects.create(entity=made[-1], text=name, language="en", kind="preferred", tagging_may_use=False)
    keys = list(models.Article.objects.order_by("id").values_list("id", flat=True))
    for entity, tagged in ((made[0], keys), (made[1], keys[:: max(1, len(keys) // FEW)][:FEW])):
        models.TaggedEntity.objects.bulk_create(
            [models.TaggedEntity(content_object_id=key, tag=entity, called=CALLED[key % len(CALLED)]) for key in tagged], batch_size=500
        )
    return made[0].get_absolute_url(), made[1].get_absolute_url()


if __name__ == "__main__":
    main()
