"""Two editors at once, in two operating-system processes: what was acknowledged is there, and nothing half-done."""

import hashlib
import json

import pytest

pytestmark = pytest.mark.processes

ROUNDS = 10

FURNISH = """
from tests.factories import *
for name in ("first", "second"):
    make_user("publisher", username=name)
by = User.objects.get(username="first")
pids = []
for number in range({rounds}):
    pids.append(make_article(state="{state}", body="Round " + str(number), authors=[make_author("Author " + str(number))], by=by).pid)
print(json.dumps(pids))
"""

# Every process says that it is ready and waits for a line before each round, so that the two meet as closely as can be.
EDITOR = """
import json, sys
from django.db import connection
from articles import editorial
by = User.objects.get(username="{name}")
articles = {{article.pid: article for article in Article.objects.all()}}
pids = json.loads('{pids}')
for round, pid in enumerate(pids):
    print("ready", flush=True)
    sys.stdin.readline()
    article = articles[pid]
    other = articles[pids[round - round % 2 + 1 - round % 2]]
    try:
        {act}
    except editorial.EditorialError as error:
        outcome = type(error).__name__
    else:
        outcome = "done"
    print(json.dumps([pid, outcome]), flush=True)
"""


def play(archive, state, first, second):
    """Let two editors do ``first`` and ``second`` to each of ten articles at once; return what each was told, by pid."""
    pids = archive.ask(FURNISH.format(rounds=ROUNDS, state=state))
    editors = [
        archive.start("shell", "--verbosity", "0", "--command", EDITOR.format(name=name, act=act, pids=json.dumps(pids)), stdin=-1)
        for name, act in (("first", first), ("second", second))
    ]
    told = {pid: [] for pid in pids}
    try:
        for _ in pids:
            for editor in editors:
                assert editor.stdout.readline() == "ready\n", editor.stderr.read()
            for editor in editors:
                editor.stdin.write("go\n")
                editor.stdin.flush()
            for editor in editors:
                line = editor.stdout.readline()
                assert line, editor.stderr.read()
                pid, outcome = json.loads(line)
                told[pid].append(outcome)
        for editor in editors:
            out, err = editor.communicate(timeout=60)
            assert (out, err, editor.returncode) == ("", "", 0)
    finally:
        for editor in editors:
            editor.kill()
            editor.communicate()
    return told


HELD = """
rows = []
for article in Article.objects.order_by("id"):
    rows.append([
        article.pid, article.state, article.current and article.current.number, article.title,
        [[v.number, v.body, v.sha256, v.made_by and v.made_by.username, v.record and v.record["title"]] for v in article.versions.order_by("number")],
        [[c.act, c.by.username] for c in apps.get_model("history.Change").objects.of(article).order_by("id")],
    ])
print(json.dumps(rows))
"""


def held(archive):
    """Return what the archive holds of each article: state, version shown, title, versions, history; and that it finds itself whole."""
    rows = archive.ask("from django.apps import apps" + HELD)
    archive.manage("verify_archive")
    return {pid: rest for pid, *rest in rows}


def sha(text):
    return hashlib.sha256(text.encode()).hexdigest()


def test_of_two_who_publish_one_does(own_archive):
    publish = "editorial.publish(article, by=by)"
    told = play(own_archive, "draft", publish, publish)
    after = held(own_archive)

    assert {tuple(sorted(outcomes)) for outcomes in told.values()} == {("WrongState", "done")}
    for number, (pid, outcomes) in enumerate(told.items()):
        state, current, title, versions, history = after[pid]
        winner = ("first", "second")[outcomes.index("done")]
        assert (state, current, versions, history) == (
            "published",
            1,
            [[1, f"Round {number}", sha(f"Round {number}"), None, title]],
            [["publish", winner]],
        )


def test_of_two_who_revise_both_do_one_after_the_other(own_archive):
    told = play(
        own_archive,
        "published",
        "editorial.revise(article, by=by, reason='x', body='From the first', changes={{'title': 'First'}})".replace("{{", "{").replace("}}", "}"),
        "editorial.revise(article, by=by, reason='x', body='From the second', credits=[editorial.Credit('Second')])",
    )
    after = held(own_archive)

    assert {tuple(outcomes) for outcomes in told.values()} == {("done", "done")}
    for state, current, title, versions, history in after.values():
        assert (state, current, title) == ("published", 3, "First")
        assert [number for number, *_ in versions] == [1, 2, 3]
        assert {(body, digest, who) for _, body, digest, who, _ in versions[1:]} == {
            ("From the first", sha("From the first"), "first"),
            ("From the second", sha("From the second"), "second"),
        }
        assert history == [["publish", "first"], *[["revise", who] for _, _, _, who, _ in versions[1:]]]


def test_of_one_who_publishes_and_one_who_rewrites_the_text_that_is_public_which_was_there(own_archive):
    told = play(own_archive, "draft", "editorial.publish(article, by=by)", "editorial.save_draft(article, by=by, body='Rewritten')")
    after = held(own_archive)

    for number, (pid, (published, saved)) in enumerate(told.items()):
        body = "Rewritten" if saved == "done" else f"Round {number}"
        state, current, title, versions, history = after[pid]
        assert (published, state, current, versions) == ("done", "published", 1, [[1, body, sha(body), None, title]])
        assert history == ([["change text", "second"]] if saved == "done" else []) + [["publish", "first"]]


def test_of_two_found_to_be_the_same_as_one_another_one_stays(own_archive):
    duplicate = "editorial.withdraw({article}, by=by, reason='duplicate', successor={successor}) if round % 2 == 0 else None"
    play(own_archive, "published", duplicate.format(article="article", successor="other"), duplicate.format(article="other", successor="article"))
    after = held(own_archive)
    redirects = own_archive.ask(
        "from kzarchive.addresses.models import Redirect\nprint(json.dumps(list(Redirect.objects.values_list('key', 'target_id'))))"
    )

    pids = list(after)
    pairs = [(pids[number], pids[number + 1]) for number in range(0, ROUNDS, 2)]
    assert [sorted(after[pid][0] for pid in pair) for pair in pairs] == [["published", "withdrawn"]] * len(pairs)
    assert sorted(map(tuple, redirects)) == sorted((a, b) if after[b][0] == "published" else (b, a) for a, b in pairs)
