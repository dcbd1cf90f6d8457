"""How quick the desk is at size: each of its pages and acts with its SQL statements and its time, beside the archive nearly empty.

Run with ``make bench`` or ``python -m benchmarks.desk [--articles 100000] [--authors 20000] [--names 50000] [--databases sqlite,postgresql]``.
Every page is asked for in both archives, in alternating order, by a publisher, with the whole of the middleware; every act is done and
committed, each time to other records, which are made ready outside the measure. Printed a line: statements (those that begin and
end transactions left out), milliseconds of CPU in the large and in the small archive, their ratio, and milliseconds of the wall in the
large one (medians of the rounds). More than 20 statements or 300 ms in the large archive are marked: of CPU where the database is
SQLite, which works inside the process, so that a busy machine marks nothing; of the wall elsewhere. Acts on many articles are held to
the same for thirty of them, a page of what one chooses in the list.
"""

from __future__ import annotations

import argparse
import importlib
import itertools
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack

from benchmarks import databases

MOST_STATEMENTS = 20
MOST_MILLISECONDS = 300
SMALL = 50
MANY = 30  # articles of an act on many
MADE_OF = 5_000  # articles of different words, which stand as often as it takes
LIST = "/admin/articles/article/"
BATCHES = "/admin/articles/batch/"
LANGUAGES = ("en", "ru", "kk")
PICKER = "/admin/autocomplete/?app_label=articles&model_name={model}&field_name={field}&term={term}"
CONTROL = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--authors", type=int, default=20_000)
    parser.add_argument("--names", type=int, default=50_000)
    parser.add_argument("--drafts", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=5)
    databases.arguments(parser, databases="sqlite")
    options = parser.parse_args()
    if options.inside:
        _serve(options)
        return
    for database in options.databases.split(","):
        with ExitStack() as stack:
            served = []
            for size in ("large", "small"):
                kept = options.kept and options.kept / f"{database}-{size}-{options.articles}"
                environment = stack.enter_context(databases.environment_of(database, kept, may_borrow=size == "large"))
                sizes = [] if size == "large" else ["--articles", str(SMALL), "--authors", str(SMALL), "--names", str(SMALL), "--drafts", "5"]
                command = [sys.executable, "-m", "benchmarks.desk", *sys.argv[1:], *sizes, "--inside"]
                served.append(subprocess.Popen(command, env={**environment, "DEBUG": "1"}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True))
            try:
                _compare(database, options, *served)
            finally:
                for process in served:
                    process.stdin.close()
                    process.wait()


def _compare(database: str, options: argparse.Namespace, large: subprocess.Popen, small: subprocess.Popen) -> None:
    print(f"\n{database}: {large.stdout.readline().strip()}; beside {small.stdout.readline().strip()}\n", flush=True)
    pages = large.stdout.readline().strip().split("\t")
    small.stdout.readline()
    print(f"{'page or act':44}{'statements':>11}{'large CPU':>10}{'small CPU':>10}{'ratio':>7}{'wall':>9}")
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
        is_slow = (slow if database == "sqlite" else wall) > MOST_MILLISECONDS
        mark = " *" if statements[large] > MOST_STATEMENTS or is_slow else ""
        print(f"{name:44}{statements[large]:11}{slow:10.1f}{quick:10.1f}{slow / quick:7.1f}{wall:9.1f}{mark}", flush=True)


def _serve(options: argparse.Namespace) -> None:
    """Fill the archive of this process, and ask for the pages, or do the acts, whose numbers stand on standard input."""
    databases.ready()
    importlib.import_module("logging").disable()
    importlib.import_module("django.test.utils").setup_test_environment(debug=False)
    print(_fill(options), flush=True)
    client = importlib.import_module("django.test").Client()
    client.user = importlib.import_module("django.contrib.auth.models").User.objects.get(username="desk")
    client.force_login(client.user)
    steps = {**_pages(), **_acts(client)}
    print("\t".join(steps), flush=True)
    connection = importlib.import_module("django.db").connection
    capture = importlib.import_module("django.test.utils").CaptureQueriesContext
    spent = databases.Cpu(connection.connection.info.backend_pid if connection.vendor == "postgresql" else None)
    in_order = list(steps.values())
    for line in sys.stdin:
        wanted = in_order[int(line)]
        method, address, data = wanted() if callable(wanted) else wanted
        with capture(connection) as captured:
            started, used = time.perf_counter(), spent()
            answer = getattr(client, method)(address, data)
            cpu, wall = (spent() - used) * 1000, (time.perf_counter() - started) * 1000
        assert answer.status_code in {200, 302}, f"{address}: {answer.status_code}"  # the small archive has fewer pages
        assert answer.status_code == 302 or not callable(wanted), f"{address}: {_faults(answer)}"
        count = sum(not query["sql"].startswith(CONTROL) for query in captured)
        print(f"{cpu:.1f} {wall:.1f} {count}", flush=True)


def _faults(answer) -> list[str]:
    return importlib.import_module("tests.admin.pages").faults_of(answer) if answer.context else []


def _fill(options: argparse.Namespace) -> str:
    """Publish articles, add authors, names and drafts; return what there is, in words."""
    models = importlib.import_module("articles.models")
    entities = importlib.import_module("entities.models")
    factories = importlib.import_module("tests.factories")
    give_addresses = importlib.import_module("kzarchive.addresses.models").give_addresses
    archive = importlib.import_module("benchmarks.archive")
    if models.Batch.objects.exists():  # it was kept
        return _sizes()
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
    return _sizes()


def _sizes() -> str:
    models, entities = (importlib.import_module(f"{app}.models") for app in ("articles", "entities"))
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


_numbers = itertools.count(1)


def _page_of_text() -> str:
    """Return a page such as editors paste, of which no two are nearly the same."""
    number = next(_numbers) + time.time_ns() % 1_000_000_000 * 1_000
    words = [f"{chr(97 + (number * step + 7 * at) % 26)}{chr(97 + (number // step + at) % 26)}ment" for at, step in enumerate(range(3, 43))]
    return CAPTURE.format(paragraphs="\n\n".join(
        f"In year {at} the ministers of Kazakhstan, Kyrgyzstan and Uzbekistan met in Astana and spoke of the {word} of the river {number}, and of "
        f"the {words[at - 1]} that none of them had paid for until the {words[at - 2]} of then." for at, word in enumerate(words)
    ))  # fmt: skip


def _laid_out(by):
    editorial = importlib.import_module("articles.editorial")
    batch = editorial.lay_out([("river.txt", _page_of_text().encode(), "")], by=by, name="A page", terms={"access": "record"})
    while editorial.read_on(batch, seconds=60):
        pass
    return batch


def _bring_in(by):
    """Bring one capture in, as the desk does, and return the batch: its draft is what is reviewed."""
    editorial = importlib.import_module("articles.editorial")
    batch = _laid_out(by)
    while editorial.bring_in_on(batch, by=by, seconds=60):
        pass
    return batch


def _acts(client) -> dict[str, Callable[[], tuple[str, str, dict]]]:
    """Return for each act a function that makes the record ready which it is done to, and says what is sent."""
    models, editorial, factories = (importlib.import_module(name) for name in ("articles.models", "articles.editorial", "tests.factories"))
    fields_of = importlib.import_module("tests.admin.pages").fields_of
    entities = importlib.import_module("entities.models")
    together = importlib.import_module("articles.search").together
    change = importlib.import_module("kzarchive.history.models").Change
    by = client.user
    body = models.Version.objects.latest("pk").body
    author, publication = models.Author.objects.latest("pk"), models.Publication.objects.latest("pk")
    topic = models.Topic.objects.first() or factories.make_topic("acts of the desk")
    tagged = entities.Entity.objects.latest("pk")

    def article(state="draft", **fields):
        return factories.make_article(
            body=body, state=state, by=by, created_by=by, publication=publication, authors=[author], access="full", published_on="2014", **fields
        )

    def saved(record, **typed):
        address = f"/admin/{record._meta.app_label}/{record._meta.model_name}/{record.pk}/change/"
        return "post", address, {**fields_of(client.get(address)), **typed}

    def act(word, state="draft", **typed):
        return "post", f"{LIST}{article(state).pk}/{word}/", typed

    def revised(**typed):
        address = f"{LIST}{article('published').pk}/revise/"
        return "post", address, {**fields_of(client.get(address)), "reason": "A misprint.", **typed}

    def reviewed(**button):
        draft = _bring_in(by).rows.get().article
        draft.suggestions.create(entity=entities.Entity.objects.latest("pk"), found="river")
        address = f"{LIST}{draft.pk}/review/"
        reading = draft.readings.get()
        said = {name: value(draft, reading) if callable(value) else value for name, value in button.items()}
        return "post", address, {**fields_of(client.get(address)), **said}

    def removed(_, reading):
        return f"{reading.removed[0]['start']}-{reading.removed[0]['end']}"

    words = " ".join(body.split("\n\n")[0].split()[:6])

    def claim():
        public = article("published")
        return factories.make_claim(public, words=words, about=[entities.Entity.objects.latest("pk")], by=by)

    def marked():
        public = article("published")
        return "post", f"{LIST}{public.pk}/mark/", {"kind": "event", "version": "1", "quote": words}

    def restored():
        draft = article()
        client.post(*saved(draft, subtitle="A short history")[1:])
        number = change.objects.of(draft).values_list("pk", flat=True)[0]
        return "post", f"{LIST}{draft.pk}/restore/", {"field": "subtitle", "change": number}

    def many(kind, state="draft", **terms):
        with importlib.import_module("django.db").transaction.atomic(), together():
            keys = [article(state).pk for _ in range(MANY)]
            for key in keys:  # as articles are: entered in the index, and tagged
                models.TaggedEntity.objects.create(content_object_id=key, tag=tagged)
            importlib.import_module("articles.search").index(keys)
        batch = editorial.rehearse_many(kind, models.Article.objects.filter(pk__in=keys).order_by("pk"), by=by, terms=terms, name="Many")
        return "post", f"{BATCHES}{batch.pk}/start/", {}

    def undone(*given, **terms):
        _, address, _ = many(*given, **terms)
        client.post(address)
        return "post", address.replace("/start/", "/undo/"), {}

    name = {"printed": str(author), "correct": "A. N. Other", "author": None, "reason": "A misprint."}
    rights = {"rights": factories.CC_BY, "rights_basis": "A letter.", "reason": "A letter came."}
    other = models.Publication.objects.exclude(pk=publication.pk).order_by("-pk").first() or factories.make_publication("Another")
    sets = {"publication": other.pk, "reason": "So it is."}
    return {
        "save: an article, nothing typed": lambda: saved(article()),
        "save: an article, one field": lambda: saved(article(), subtitle="A short history"),
        "save: an article, its by-line": lambda: saved(article(), **{"contributions-0-role": "analyst"}),
        "save: an article, its text": lambda: saved(article(), body=f"{body} And more {next(_numbers)}."),
        "save: an article added": lambda: (
            "post", f"{LIST}add/", {**fields_of(client.get(f"{LIST}add/")), "title": "New", "body": body, "contributions-0-name": "Dana Omarova"},
        ),
        "save: a tag added to a published article": lambda: saved(article("published"), **{
            "tagged_entities-0-tag": entities.Entity.objects.latest("pk").pk, "tagged_entities-TOTAL_FORMS": "1",
        }),
        "save: an author": lambda: saved(author, note=f"Note {next(_numbers)}."),
        "save: a publication": lambda: saved(publication, note=f"Note {next(_numbers)}."),
        "save: an entity": lambda: saved(entities.Entity.objects.latest("pk"), description=f"Described {next(_numbers)}."),
        "save: a claim": lambda: saved(claim(), restatement="It is so."),
        "save: a former value restored": restored,
        "act: submitted": lambda: act("submit"),
        "act: sent back": lambda: act("send-back", "in review", reason="Look again."),
        "act: assigned": lambda: act("assign", to=by.pk),
        "act: a note left": lambda: act("note", text="Look at the date."),
        "act: published": lambda: act("publish"),
        "act: revised, the text": lambda: revised(body=f"{body} And more."),
        "act: revised, the record": lambda: revised(title="Another title", **{"credits-0-role": "analyst"}),
        "act: withdrawn": lambda: act("withdraw", "published", reason="error", note="A slip."),
        "act: published again": lambda: act("publish-again", "withdrawn", reason="It was no slip."),
        "act: discarded": lambda: act("discard"),
        "act: a claim marked": marked,
        "review: a removed span put back": lambda: reviewed(_restore=removed),
        "review: an author taken from the capture": lambda: reviewed(_take="1", _take_words="Dana Omarova", _take_field="author"),
        "review: a tag confirmed": lambda: reviewed(_answer=lambda draft, _: f"{draft.suggestions.latest('pk').pk}:accepted"),
        "review: all tags confirmed": lambda: reviewed(_answer_all="1"),
        "import: one page": lambda: ("post", f"{BATCHES}{_laid_out(by).pk}/start/", {}),
        "import: one page taken back": lambda: ("post", f"{BATCHES}{_bring_in(by).pk}/undo/", {}),
        f"many: a name corrected in drafts, {MANY}": lambda: many("name", **name),
        f"many: put back, {MANY}": lambda: undone("name", **name),
        f"many: a name corrected in what is public, {MANY}": lambda: many("name", "published", **name),
        f"many: put back in what is public, {MANY}": lambda: undone("name", "published", **name),
        f"many: rights set in what is public, {MANY}": lambda: many("rights", "published", **rights),
        f"many: a publication set in drafts, {MANY}": lambda: many("publication", **sets),
        f"many: a topic added, {MANY}": lambda: many("topic", topic=topic.pk, topic_name=topic.name),
        f"many: published, {MANY}": lambda: many("publish"),
        f"many: withdrawn by undoing, {MANY}": lambda: undone("publish"),
    }  # fmt: skip


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
