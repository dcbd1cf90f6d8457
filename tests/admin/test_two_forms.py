"""Two people with one form, in two operating-system processes: a hundred times, one save stands, and the other loses no word."""

import pytest

from tests.processes import at_once, colleagues

pytestmark = pytest.mark.processes

ROUNDS = 100
OF_ARTICLES = 6  # fields, text and rows in turn; the form of a topic goes through the same hands, and costs a sixth

FURNISH = """
for name in ("first", "second"):
    make_user("publisher", username=name)
for _ in range(articles):
    make_article(title="As it was", body="As it was.", authors=[make_author("Author")])
for number in range(topics):
    make_topic(f"As it was {number}")
return [(model._meta.model_name, key) for model in (Article, Topic) for key in model.objects.order_by("pk").values_list("pk", flat=True)]
"""
# Both have opened the form before either sends it.
SIT_DOWN = """
global open_form, send
import logging
from django.test import Client
from django.test.utils import setup_test_environment
from tests.admin.pages import faults_of, fields_of
setup_test_environment(debug=False)
logging.disable(logging.INFO)
client = Client()
client.force_login(User.objects.get(username=name))
opened = {}

def open_form(address):
    opened[address] = fields_of(client.get(address))

def send(address, typed):
    answer = client.post(address, {**opened.get(address, {"made_from": "0"}), **typed})
    kept = None
    if answer.status_code == 200:
        shown = fields_of(answer)
        kept = [all(shown[field] == value for field, value in typed.items()), len(answer.context["conflict"]), faults_of(answer)]
    return answer.status_code, kept
"""
HELD = """
return [
    *([a.title, a.versions.get().body, a.contributions.get().name, [c.by.username for c in Change.objects.of(a)]]
      for a in Article.objects.order_by("pk")),
    *([t.name, [c.by.username for c in Change.objects.of(t)]] for t in Topic.objects.order_by("pk")),
]
"""


def typed_by(name, number, key):
    """Return what a person types in round ``number``."""
    if number >= OF_ARTICLES:
        return {"name": f"By {name} {key}"}
    return [{"title": f"By {name}"}, {"body": f"By {name}."}, {"contributions-0-name": f"By {name}"}][number % 3]


def test_of_two_forms_sent_at_once_one_is_saved_and_the_other_keeps_its_words(own_archive):
    (own_archive.data / "static").mkdir()
    own_archive.environment["DEBUG"] = "1"  # pages name their static files without a collected list of them
    told = []
    with colleagues(own_archive, 2) as (first, second):
        keys = first.ask(FURNISH, articles=OF_ARTICLES, topics=ROUNDS - OF_ARTICLES)
        for person, name in ((first, "first"), (second, "second")):
            person.ask(SIT_DOWN, name=name)
        for number, (kind, key) in enumerate(keys):
            address = f"/admin/articles/{kind}/{key}/change/"
            if kind == "article":
                for person in (first, second):
                    person.ask("open_form(address)", address=address)
            sent = [f"return send(address, {typed_by(name, number, key)!r})" for name in ("first", "second")]
            told.append(at_once(first, sent[0], second, sent[1], address=address))
        rows = first.ask(HELD)

    assert len(told) == ROUNDS
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
