"""Two editors at once, in two operating-system processes: what was acknowledged is there, and nothing half-done."""

import hashlib

import pytest

from tests.processes import at_once, colleagues, tried

pytestmark = pytest.mark.processes

ROUNDS = 10


@pytest.fixture(scope="module")
def stage(make_archive):
    """Two editors at their desks and a third process that furnishes and looks, all in one archive."""
    with colleagues(make_archive(), 3) as (first, second, keeper):
        keeper.ask('for name in ("first", "second"):\n    make_user("publisher", username=name)')
        for editor, name in ((first, "first"), (second, "second")):
            editor.ask("global by\nby = User.objects.get(username=name)", name=name)
        yield first, second, keeper


FURNISH = """
by = User.objects.get(username="first")
return [make_article(state=state, body=f"Round {number}", authors=[make_author(f"Author {number}")], by=by).pid for number in range(rounds)]
"""
# As a form holds it that was opened a while ago; every second article has the one after it beside it.
OPEN = """
global article, other
article, other = (Article.objects.get(pid=pid) for pid in pids)
"""


def play(stage, state, does, meanwhile):
    """Let two editors do ``does`` and ``meanwhile`` to each of ten articles at once; return what each was told, by pid."""
    first, second, keeper = stage
    pids = keeper.ask(FURNISH, state=state, rounds=ROUNDS)
    told = {}
    for number, pid in enumerate(pids):
        for editor in (first, second):
            editor.ask(OPEN, pids=[pid, pids[number + 1 - 2 * (number % 2)]])
        told[pid] = at_once(first, tried(does), second, tried(meanwhile), is_even=number % 2 == 0)
    return told


HELD = """
from articles.verification import verify
rows = []
for article in Article.objects.filter(pid__in=pids).order_by("id"):
    rows.append([
        article.pid, article.state, article.current and article.current.number, article.title,
        [[v.number, v.body, v.sha256, v.made_by and v.made_by.username, v.record and v.record["title"]] for v in article.versions.order_by("number")],
        [[c.act, c.by.username] for c in Change.objects.of(article).order_by("id")],
    ])
return rows, [str(fault) for fault in verify()]
"""


def held(stage, told):
    """Return what the archive holds of each article: state, version shown, title, versions, history. It must find itself whole."""
    rows, faults = stage[2].ask(HELD, pids=list(told))
    assert faults == []
    return {pid: rest for pid, *rest in rows}


def sha(text):
    return hashlib.sha256(text.encode()).hexdigest()


def test_of_two_who_publish_one_does(stage):
    publish = "editorial.publish(article, by=by)"
    told = play(stage, "draft", publish, publish)
    after = held(stage, told)

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


def test_of_two_who_revise_both_do_one_after_the_other(stage):
    told = play(
        stage,
        "published",
        "editorial.revise(article, by=by, reason='x', body='From the first', changes={'title': 'First'})",
        "editorial.revise(article, by=by, reason='x', body='From the second', credits=[editorial.Credit('Second')])",
    )
    after = held(stage, told)

    assert {tuple(outcomes) for outcomes in told.values()} == {("done", "done")}
    for state, current, title, versions, history in after.values():
        assert (state, current, title) == ("published", 3, "First")
        assert [number for number, *_ in versions] == [1, 2, 3]
        assert {(body, digest, who) for _, body, digest, who, _ in versions[1:]} == {
            ("From the first", sha("From the first"), "first"),
            ("From the second", sha("From the second"), "second"),
        }
        assert history == [["publish", "first"], *[["revise", who] for _, _, _, who, _ in versions[1:]]]


def test_of_one_who_publishes_and_one_who_rewrites_the_text_that_is_public_which_was_there(stage):
    told = play(stage, "draft", "editorial.publish(article, by=by)", "editorial.save_draft(article, by=by, body='Rewritten')")
    after = held(stage, told)

    for number, (pid, (published, saved)) in enumerate(told.items()):
        body = "Rewritten" if saved == "done" else f"Round {number}"
        state, current, title, versions, history = after[pid]
        assert (published, state, current, versions) == ("done", "published", 1, [[1, body, sha(body), None, title]])
        assert history == ([["change text", "second"]] if saved == "done" else []) + [["publish", "first"]]


def test_of_two_found_to_be_the_same_as_one_another_one_stays(stage):
    duplicate = "editorial.withdraw({article}, by=by, reason='duplicate', successor={successor}) if is_even else None"
    told = play(stage, "published", duplicate.format(article="article", successor="other"), duplicate.format(article="other", successor="article"))
    after = held(stage, told)
    redirects = stage[2].ask("return list(Redirect.objects.filter(key__in=pids).values_list('key', 'target_id'))", pids=list(told))

    pids = list(after)
    pairs = [(pids[number], pids[number + 1]) for number in range(0, ROUNDS, 2)]
    assert [sorted(after[pid][0] for pid in pair) for pair in pairs] == [["published", "withdrawn"]] * len(pairs)
    assert sorted(map(tuple, redirects)) == sorted((a, b) if after[b][0] == "published" else (b, a) for a, b in pairs)
