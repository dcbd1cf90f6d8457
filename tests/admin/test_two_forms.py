"""Two people with one form, in two operating-system processes: a hundred times, one save stands, and the other loses no word."""

import json

import pytest

pytestmark = pytest.mark.processes

ROUNDS = 100
OF_ARTICLES = 6  # fields, text and rows in turn; the form of a topic goes through the same hands, and costs a sixth

# The first of the two makes what both edit, and tells in the end what is held. Each opens a form, says so, waits for a line,
# and sends it; both have opened it before either sends.
PERSON = """
import json, logging, sys
from django.contrib.auth.models import User
from django.test import Client
from django.test.utils import setup_test_environment
from articles.models import Article, Topic
from kzarchive.history.models import Change
from tests.admin.pages import faults_of, fields_of
from tests.factories import make_article, make_author, make_topic, make_user

def say(*told):
    print(json.dumps(told), flush=True)
    return sys.stdin.readline()

setup_test_environment(debug=False)
logging.disable(logging.INFO)
if "{name}" == "first":
    for name in ("first", "second"):
        make_user("publisher", username=name)
    for _ in range({articles}):
        make_article(title="As it was", body="As it was.", authors=[make_author("Author")])
    for number in range({rounds} - {articles}):
        make_topic(f"As it was {{number}}")
client = Client()
client.force_login(User.objects.get(username="{name}"))
keys = [("article", key) for key in Article.objects.order_by("pk").values_list("pk", flat=True)]
keys += [("topic", key) for key in Topic.objects.order_by("pk").values_list("pk", flat=True)]
answers = [len(keys)]
for round, (kind, key) in enumerate(keys):
    address = f"/admin/articles/{{kind}}/{{key}}/change/"
    if kind == "article":
        fields = fields_of(client.get(address))
        typed = [{{"title": "By {name}"}}, {{"body": "By {name}."}}, {{"contributions-0-name": "By {name}"}}][round % 3]
    else:
        fields, typed = {{"made_from": "0"}}, {{"name": f"By {name} {{key}}"}}
    say(*answers)
    answer = client.post(address, {{**fields, **typed}})
    kept = None
    if answer.status_code == 200:
        shown = fields_of(answer)
        kept = [all(shown[name] == value for name, value in typed.items()), len(answer.context["conflict"]), faults_of(answer)]
    answers = [answer.status_code, kept]
say(*answers)
if "{name}" == "first":
    say(*([a.title, a.versions.get().body, a.contributions.get().name, [c.by.username for c in Change.objects.of(a)]]
          for a in Article.objects.order_by("pk")),
        *([t.name, [c.by.username for c in Change.objects.of(t)]] for t in Topic.objects.order_by("pk")))
"""


def heard(person):
    line = person.stdout.readline()
    assert line, person.stderr.read()
    return json.loads(line)


def go_on(person):
    person.stdin.write("go\n")
    person.stdin.flush()


def test_of_two_forms_sent_at_once_one_is_saved_and_the_other_keeps_its_words(own_archive):
    (own_archive.data / "static").mkdir()
    own_archive.environment["DEBUG"] = "1"  # pages name their static files without a collected list of them
    people, told = [], []
    try:
        for name in ("first", "second"):
            code = PERSON.format(name=name, rounds=ROUNDS, articles=OF_ARTICLES)
            people.append(own_archive.start("shell", "--verbosity", "0", "--command", code, stdin=-1))
            assert heard(people[-1]) == [ROUNDS]
        for _ in range(ROUNDS):
            for person in people:
                go_on(person)
            told.append([heard(person) for person in people])
        for person in people:
            go_on(person)
        rows = heard(people[0])
        go_on(people[0])
        for person in people:
            out, err = person.communicate(timeout=60)
            assert (out, err, person.returncode) == ("", "", 0)
    finally:
        for person in people:
            person.kill()
            person.communicate()

    for number, (answers, (*held, changes)) in enumerate(zip(told, rows, strict=True)):
        assert sorted(status for status, _ in answers) == [200, 302], f"round {number}"
        winner = ("first", "second")[[status for status, _ in answers].index(302)]
        kept, count, faults = next(kept for status, kept in answers if status == 200)
        assert (kept, count >= 1, faults[0].partition(".")[0]) == (True, True, "Somebody else changed this record after you opened it")
        if number < OF_ARTICLES:
            wanted = ["As it was", "As it was.", "Author"]
            wanted[number % 3] = f"By {winner}" + ("." if number % 3 == 1 else "")
            assert held == wanted
        else:
            assert held == [f"By {winner} {number - OF_ARTICLES + 1}"]
        assert set(changes) == {winner}
