"""Two people with one form, in two operating-system processes: a hundred times, one save stands, and the other loses no word."""

import json

import pytest

pytestmark = pytest.mark.processes

ROUNDS = 100
OF_ARTICLES = 9  # fields, text and rows in turn; the form of an author goes through the same hands, and costs less

FURNISH = """
from tests.factories import *
for name in ("first", "second"):
    make_user("publisher", username=name)
articles = [make_article(title="As it was", body="As it was.", authors=[make_author("Author")]) for _ in range({articles})]
authors = [make_author("As it was") for _ in range({rounds} - {articles})]
print(json.dumps([f"article/{{a.pk}}" for a in articles] + [f"author/{{a.pk}}" for a in authors]))
"""

# Opens each form, says so, waits for a line, sends it; both have opened it before either sends.
PERSON = """
import json, logging, sys
from django.test import Client
from django.contrib.auth.models import User
from django.test.utils import setup_test_environment
from tests.admin.pages import faults_of, fields_of
setup_test_environment(debug=False)
logging.disable(logging.INFO)
client = Client()
client.force_login(User.objects.get(username="{name}"))
for round, key in enumerate(json.loads('{keys}')):
    address = f"/admin/articles/{{key}}/change/"
    of_an_author = {{"name": "", "kind": "person", "slug": "author-" + key.partition("/")[2], "made_from": "0"}}
    fields = fields_of(client.get(address)) if key.startswith("article") else of_an_author
    of_article = [{{"title": "By {name}"}}, {{"body": "By {name}."}}, {{"contributions-0-name": "By {name}"}}][round % 3]
    typed = of_article if key.startswith("article") else {{"name": "By {name}"}}
    print("ready", flush=True)
    sys.stdin.readline()
    answer = client.post(address, {{**fields, **typed}})
    kept = None
    if answer.status_code == 200:
        shown = fields_of(answer)
        kept = [all(shown[name] == value for name, value in typed.items()), len(answer.context["conflict"]), faults_of(answer)]
    print(json.dumps([answer.status_code, kept]), flush=True)
"""

HELD = """
from articles.models import Article, Author
from kzarchive.history.models import Change
print(json.dumps([
    [a.title, a.versions.get().body, a.contributions.get().name, [c.by.username for c in Change.objects.of(a)]]
    for a in Article.objects.order_by("pk")
] + [
    [a.name, [c.by.username for c in Change.objects.of(a)]] for a in Author.objects.filter(contributions=None).order_by("pk")
]))
"""


def test_of_two_forms_sent_at_once_one_is_saved_and_the_other_keeps_its_words(own_archive):
    (own_archive.data / "static").mkdir()
    own_archive.environment["DEBUG"] = "1"  # pages name their static files without a collected list of them
    keys = own_archive.ask(FURNISH.format(rounds=ROUNDS, articles=OF_ARTICLES))
    people = [
        own_archive.start("shell", "--verbosity", "0", "--command", PERSON.format(name=name, keys=json.dumps(keys)), stdin=-1)
        for name in ("first", "second")
    ]
    told = []
    try:
        for _ in keys:
            for person in people:
                assert person.stdout.readline() == "ready\n", person.stderr.read()
            for person in people:
                person.stdin.write("go\n")
                person.stdin.flush()
            answers = []
            for person in people:
                line = person.stdout.readline()
                assert line, person.stderr.read()
                answers.append(json.loads(line))
            told.append(answers)
        for person in people:
            out, err = person.communicate(timeout=60)
            assert (out, err, person.returncode) == ("", "", 0)
    finally:
        for person in people:
            person.kill()
            person.communicate()
    rows = own_archive.ask(HELD)

    for number, (answers, (*held, changes)) in enumerate(zip(told, rows, strict=True)):
        assert sorted(status for status, _ in answers) == [200, 302], f"round {number}"
        winner = ("first", "second")[[status for status, _ in answers].index(302)]
        kept, count, faults = next(kept for status, kept in answers if status == 200)
        assert (kept, count >= 1, faults[0].partition(".")[0]) == (True, True, "Somebody else changed this record after you opened it")
        wanted = ["As it was", "As it was.", "Author"] if number < OF_ARTICLES else [""]
        place = number % len(wanted)
        wanted[place] = f"By {winner}" + ("." if place == 1 else "")
        assert held == wanted
        assert set(changes) == {winner}
