"""How quick the desk is at size: each of its pages with its SQL statements and its time, beside the archive nearly empty.

Run with ``make bench`` or ``python -m benchmarks.desk [--articles 100000] [--authors 20000] [--names 50000] [--databases sqlite,postgresql]``.
Every page is asked for in both archives, in alternating order, by a publisher, with the whole of the middleware. Printed a page:
statements, milliseconds of CPU in the large and in the small archive, their ratio, and milliseconds of the wall in the large one (medians
of the rounds). More than 20 statements or 300 ms in the large archive are marked: of CPU where the database is SQLite, which works
inside the process, so that a busy machine marks nothing; of the wall elsewhere.
"""

from __future__ import annotations

import argparse
import importlib
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.databases import start_postgresql

MOST_STATEMENTS = 20
MOST_MILLISECONDS = 300
SMALL = 50
MADE_OF = 5_000  # articles of different words, which stand as often as it takes
LIST = "/admin/articles/article/"
BATCHES = "/admin/articles/batch/"
LANGUAGES = ("en", "ru", "kk")
PICKER = "/admin/autocomplete/?app_label=articles&model_name={model}&field_name={field}&term={term}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--authors", type=int, default=20_000)
    parser.add_argument("--names", type=int, default=50_000)
    parser.add_argument("--drafts", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--databases", default="sqlite")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        _serve(options)
        return
    for database in options.databases.split(","):
        with tempfile.TemporaryDirectory(prefix="kzarchive-bench-") as data:
            served = []
            for size in ("large", "small"):
                own = Path(data) / size
                environment = {**os.environ, "KZARCHIVE_DATA": str(own), "DJANGO_SETTINGS_MODULE": "kzarchive.settings", "DEBUG": "1"}
                environment.pop("DATABASE_URL", None)
                (own / "static").mkdir(parents=True)
                if database == "postgresql":
                    environment["DATABASE_URL"] = start_postgresql(own / "postgresql")
                sizes = [] if size == "large" else ["--articles", str(SMALL), "--authors", str(SMALL), "--names", str(SMALL), "--drafts", "5"]
                command = [sys.executable, "-m", "benchmarks.desk", *sys.argv[1:], *sizes, "--inside"]
                served.append(subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True))
            try:
                _compare(database, options, *served)
            finally:
                for process in served:
                    process.stdin.close()
                    process.wait()


def _compare(database: str, options: argparse.Namespace, large: subprocess.Popen, small: subprocess.Popen) -> None:
    print(f"\n{database}: {large.stdout.readline().strip()}; beside {small.stdout.readline().strip()}\n", flush=True)
    pages = large.stdout.readline().split("\t")
    small.stdout.readline()
    print(f"{'page':44}{'statements':>11}{'large CPU':>10}{'small CPU':>10}{'ratio':>7}{'wall':>9}")
    for number, name in enumerate(pages):
        times: dict[subprocess.Popen, list[float]] = {large: [], small: []}
        walls: list[float] = []
        statements = {}
        for turn in range(options.rounds + 1):
            for process in (large, small) if turn % 2 else (small, large):
                process.stdin.write(f"{number}\n")
                process.stdin.flush()
                cpu, wall, count = process.stdout.readline().split()
                statements[process] = int(count)
                if turn:  # the first is for what is read once
                    times[process].append(float(cpu))
                    walls += [float(wall)] if process is large else []
        slow, quick = statistics.median(times[large]), statistics.median(times[small])
        wall = statistics.median(walls)
        mark = " *" if statements[large] > MOST_STATEMENTS or (slow if database == "sqlite" else wall) > MOST_MILLISECONDS else ""
        print(f"{name.strip():44}{statements[large]:11}{slow:10.1f}{quick:10.1f}{slow / quick:7.1f}{wall:9.1f}{mark}", flush=True)


def _serve(options: argparse.Namespace) -> None:
    """Fill the archive of this process, and ask for the pages whose numbers stand on standard input."""
    importlib.import_module("django").setup()
    importlib.import_module("logging").disable()
    importlib.import_module("django.core.management").call_command("migrate", verbosity=0)
    importlib.import_module("django.test.utils").setup_test_environment(debug=False)
    print(_fill(options), flush=True)
    pages = _pages()
    print("\t".join(pages), flush=True)
    models = importlib.import_module("django.contrib.auth.models")
    client = importlib.import_module("django.test").Client()
    client.force_login(models.User.objects.get(username="desk"))
    connection = importlib.import_module("django.db").connection
    capture = importlib.import_module("django.test.utils").CaptureQueriesContext
    asked = list(pages.values())
    for line in sys.stdin:
        method, address, data = asked[int(line)]
        with capture(connection) as captured:
            started, used = time.perf_counter(), time.process_time()
            answer = getattr(client, method)(address, data)
            cpu, wall = (time.process_time() - used) * 1000, (time.perf_counter() - started) * 1000
        assert answer.status_code in {200, 302}, f"{address}: {answer.status_code}"  # the small archive has fewer pages
        print(f"{cpu:.1f} {wall:.1f} {len(captured)}", flush=True)


def _fill(options: argparse.Namespace) -> str:
    """Publish articles, add authors, names and drafts; return what there is, in words."""
    models = importlib.import_module("articles.models")
    entities = importlib.import_module("entities.models")
    factories = importlib.import_module("tests.factories")
    give_addresses = importlib.import_module("kzarchive.addresses.models").give_addresses
    archive = importlib.import_module("benchmarks.archive")
    times = max(1, options.articles // MADE_OF)
    archive.fill(options.articles // times)
    archive.multiply(times)
    importlib.import_module("articles.search").rebuild()
    by = factories.make_user("publisher", username="desk")
    for start in range(models.Author.objects.count(), options.authors, 1_000):
        authors = [models.Author(name=f"Author {number} Of The Desk") for number in range(start, min(start + 1_000, options.authors))]
        give_addresses(authors)
        for author in authors:
            author.prepare()
        models.Author.objects.bulk_create(authors)
    for start in range(entities.Name.objects.count(), options.names, 1_000):
        made = [
            entities.Entity(name=f"Personage {number}", kind="person") for number in range(start // 3, (min(start + 1_000, options.names)) // 3)
        ]  # fmt: skip
        give_addresses(made)
        entities.Entity.objects.bulk_create(made)
        names = [
            entities.Name(entity=entity, text=f"{entity.name} {language}", language=language, kind="full")
            for entity in made
            for language in LANGUAGES
        ]
        for name in names:
            name.prepare()
        entities.Name.objects.bulk_create(names)
    with importlib.import_module("django.db").transaction.atomic(), importlib.import_module("articles.search").together():
        for number in range(options.drafts):
            article = factories.make_article(title=f"Draft {number}", by=by, created_by=by, assigned_to=by, open_doubts=number % 3, access="record")
            _fail_three_times(article)
    _bring_in(by)
    with importlib.import_module("django.db").connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    rows = [model.objects.count() for model in (models.Article, models.Author, entities.Name)]
    return "{:,} articles, {:,} authors, {:,} names".format(*rows)


def _fail_three_times(article) -> None:
    """Give ``article`` a source that no longer answers."""
    models = importlib.import_module("articles.models")
    article.source_url = f"https://press.example-kz.org/{article.pk}"
    article.save()
    at = article.created_at
    models.SourceCheck.objects.create(article=article, url=article.source_url, outcome="gone", status=404, first_at=at, last_at=at, times=3)
    models.SourceStanding.objects.create(
        article=article, url=article.source_url, asked_at=at, due_at=at, failing_since=at, failing_days=3, failed_on=at.date(), is_dead=True
    )


CAPTURE = """Home | News | Contact

The river between four states

By Dana Omarova

5 February 2014

{paragraphs}

Views: 1,204
Related news
Rate this item
"""


def _bring_in(by) -> None:
    """Bring one capture in, as the desk does: the draft that is reviewed."""
    editorial = importlib.import_module("articles.editorial")
    paragraphs = "\n\n".join(
        f"In year {number} the ministers of Kazakhstan, Kyrgyzstan and Uzbekistan met in Astana and spoke of the water of the river, and of "
        f"the sluice number {number} that none of them had paid for until then." for number in range(40)
    )  # fmt: skip
    batch = editorial.lay_out([("river.txt", CAPTURE.format(paragraphs=paragraphs).encode(), "")], by=by, name="A page", terms={"access": "record"})
    while editorial.read_on(batch, seconds=60):
        pass
    while editorial.bring_in_on(batch, by=by, seconds=60):
        pass


def _pages() -> dict[str, tuple[str, str, dict]]:
    models = importlib.import_module("articles.models")
    entity = importlib.import_module("entities.models").Entity.objects.latest("pk")
    public = models.Article.objects.public().latest("pk")
    draft, author = models.Article.objects.filter(readings=None).latest("pk"), models.Author.objects.latest("pk")
    publication = models.Publication.objects.latest("pk")
    other_author = models.Author.objects.order_by("-pk")[1]
    other_entity = type(entity).objects.order_by("-pk")[1]
    busy_author = models.Author.objects.exclude(contributions=None).earliest("pk")
    reading = models.Reading.objects.latest("pk")
    batch = models.Batch.objects.latest("pk")
    revision = {
        "made_from": "0", "reason": "A misprint.", "body": public.current.body + " And more.", "kinds": public.current.kinds, "access": "full",
        "rights": public.rights, "rights_basis": "generated", "title": public.title, "_look": "1",
        **{f"{rows}-{name}": "0" for rows in ("credits", "printings") for name in ("TOTAL_FORMS", "INITIAL_FORMS")},
    }  # fmt: skip
    word = public.title.split()[0]
    chosen = [str(key) for key in models.Article.objects.order_by("-pk").values_list("pk", flat=True)[:50]]
    return {
        "front page": ("get", "/admin/", {}),
        "articles": ("get", LIST, {}),
        "articles, page 20": ("get", LIST, {"p": "20"}),
        "articles, drafts": ("get", LIST, {"state__exact": "draft"}),
        "articles, my turn": ("get", LIST, {"waits": "mine"}),
        "articles, warnings": ("get", LIST, {"waits": "warnings"}),
        "articles without a date": ("get", LIST, {"lacks": "date"}),
        "articles in Russian": ("get", LIST, {"language": "ru"}),
        "articles, by pid": ("get", LIST, {"o": "2"}),
        "articles, searched": ("get", LIST, {"q": word}),
        "articles, searched for nothing there": ("get", LIST, {"q": "xylophone"}),
        "articles, a pid": ("get", LIST, {"q": public.pid}),
        "a draft": ("get", f"{LIST}{draft.pk}/change/", {}),
        "a published article": ("get", f"{LIST}{public.pk}/change/", {}),
        "its history": ("get", f"{LIST}{public.pk}/history/", {}),
        "articles, searched for a phrase": ("get", LIST, {"q": f'"{" ".join(public.title.split()[:2])}"'}),
        "articles, searched for half a word": ("get", LIST, {"q": word[:3]}),
        "articles, sources gone": ("get", LIST, {"waits": "dead"}),
        "articles of an author": ("get", LIST, {"contributions__author__id__exact": str(busy_author.pk)}),
        "bringing in, asked": ("get", f"{BATCHES}import/", {}),
        "bringing in, pasted": ("post", f"{BATCHES}import/", {"text": CAPTURE.format(paragraphs=public.current.body), "access": "record"}),
        "an import": ("get", f"{BATCHES}{batch.pk}/change/", {}),
        "a draft beside its capture": ("get", f"{LIST}{reading.article_id}/review/", {}),
        "claims marked": ("get", f"{LIST}{public.pk}/mark/", {}),
        "its revision, looked at": ("post", f"{LIST}{public.pk}/revise/", revision),
        "withdrawing, asked": ("get", f"{LIST}{public.pk}/withdraw/", {}),
        "assigning, asked": ("get", f"{LIST}{draft.pk}/assign/", {}),
        "its revision": ("get", f"{LIST}{public.pk}/revise/", {}),
        "its suggested tags": ("get", f"{LIST}{public.pk}/suggestions/", {}),
        "publishing a draft, asked": ("get", f"{LIST}{draft.pk}/publish/", {}),
        "a name corrected in 50, rehearsed": (
            "post", LIST, {"action": "name", "_selected_action": chosen, "index": "0"},
        ),
        "a name corrected in 50, listed": (
            "post", f"{BATCHES}many/name/", {"articles": ",".join(chosen), "printed": busy_author.name, "correct": "A. N. Other", "reason": "So."},
        ),
        "a publication set in 50, listed": ("post", f"{BATCHES}many/publication/", {"articles": ",".join(chosen), "publication": publication.pk}),
        "batches": ("get", BATCHES, {}),
        "merging two authors": ("get", f"/admin/articles/author/{author.pk}/merge/", {"into": str(other_author.pk)}),
        "merging two entities": ("get", f"/admin/entities/entity/{entity.pk}/merge/", {"into": str(other_entity.pk)}),
        "pairs that may be one": ("get", "/admin/merging/pair/", {}),
        "claims": ("get", "/admin/articles/claim/", {}),
        "captures": ("get", "/admin/articles/capture/", {}),
        "checks of sources": ("get", "/admin/articles/sourcecheck/", {}),
        "authors": ("get", "/admin/articles/author/", {}),
        "authors, searched": ("get", "/admin/articles/author/", {"q": author.name.split()[0]}),
        "an author": ("get", f"/admin/articles/author/{author.pk}/change/", {}),
        "publications": ("get", "/admin/articles/publication/", {}),
        "a publication": ("get", f"/admin/articles/publication/{publication.pk}/change/", {}),
        "entities": ("get", "/admin/entities/entity/", {}),
        "entities, searched": ("get", "/admin/entities/entity/", {"q": entity.name.split()[0]}),
        "an entity": ("get", f"/admin/entities/entity/{entity.pk}/change/", {}),
        "versions": ("get", "/admin/articles/version/", {}),
        "suggestions": ("get", "/admin/articles/suggestion/", {}),
        "pids": ("get", "/admin/addresses/pid/", {}),
        "changes": ("get", "/admin/history/change/", {}),
        "picker of authors": ("get", PICKER.format(model="contribution", field="author", term="auth"), {}),
        "picker of entities": ("get", PICKER.format(model="taggedentity", field="tag", term="pers"), {}),
        "picker of publications": ("get", PICKER.format(model="article", field="publication", term="re"), {}),
        "picker of articles": ("get", PICKER.format(model="article", field="successor", term=word), {}),
    }  # fmt: skip


if __name__ == "__main__":
    main()
