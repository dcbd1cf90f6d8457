"""Two editors on one claim at once, in two operating-system processes: what comes of it is what comes of one after the other."""

import json

import pytest

pytestmark = pytest.mark.processes

ROUNDS = 100
# What the two do, and the state of the claim they find.
PAIRS = {
    "publish, discard": ("draft", "editorial.publish_claim(claim, by=by)", "editorial.discard_claim(claim, by=by)"),
    "publish, publish": ("draft", "editorial.publish_claim(claim, by=by)", "editorial.publish_claim(claim, by=by)"),
    "reword, reword": (
        "draft",
        "editorial.edit(claim, by=by, values={'restatement': 'Of the first.'})",
        "editorial.edit(claim, by=by, values={'restatement': 'Of the second.', 'unit': None})",
    ),
    "reword, withdraw": (
        "published",
        "editorial.edit(claim, by=by, values={'restatement': 'Better.'}, reason='A slip.')",
        "editorial.withdraw_claim(claim, by=by, reason='error')",
    ),
    "assess, assess": (
        "published",
        "editorial.assess(claim, by=by, finding='supported', reasons='One.', evidence=[Source(claim=other)])",
        "editorial.assess(claim, by=by, finding='wrong', reasons='Two.', evidence=[Source(claim=other)])",
    ),
    "assess, withdraw": (
        "published",
        "editorial.assess(claim, by=by, finding='supported', reasons='One.', evidence=[Source(claim=other)])",
        "editorial.withdraw_claim(claim, by=by, reason='error')",
    ),
    "link, link": (
        "published",
        "editorial.link(claim, other, by=by, kind='refines', reason='So.')",
        "editorial.link(other, claim, by=by, kind='repeats', reason='So.')",
    ),
}
FURNISH = """
from tests.factories import make_article, make_claim, make_user
users = {{name: make_user("publisher", username=name) for name in ("first", "second", "third")}}
article = make_article(state="published", body="Words of a claim, and more of them.", by=users["third"])
other = make_claim(article, state="published", by=users["third"])
states = {states}
print(json.dumps([other.pid, [make_claim(article, words="Words of a claim", state=state, by=users["third"]).pid for state in states]]))
"""
ACT = """
from articles import editorial
from articles.editorial import Source
from articles.models import Claim
pairs, other = json.loads('''{pairs}'''), Claim.objects.get(pid="{other}")
def done(pid, act, by):
    try:
        claim = Claim.objects.get(pid=pid)
        exec(act)
    except (editorial.EditorialError, Claim.DoesNotExist) as error:
        return type(error).__name__
    return "done"
"""
EDITOR = """
import sys
by = User.objects.get(username="{name}")
for pid, name in json.loads('{rounds}'):
    print("ready", flush=True)
    sys.stdin.readline()
    print(done(pid, pairs[name][{number}], by), flush=True)
"""
# One after the other, in either order, on claims that nobody else touches; then what is left of every claim.
HELD = """
from articles.models import Anchor
from articles.verification import verify
from kzarchive.history.models import Change
def left(pid):
    claim = Claim.objects.filter(pid=pid).first()
    acts = list(Change.objects.filter(label=pid).order_by("id").values_list("act", "by__username", "reason"))
    if claim is None:
        return [None, acts]
    found = [[a.finding, a.reviewer.username, a.evidence.count()] for a in claim.assessments.all()]
    fields = [claim.state, claim.restatement if claim.restatement[:3] in ("Of ", "Bet") else "", claim.finding, claim.withdrawal_reason]
    linked = [[link.kind, link.from_claim_id == claim.pk, link.reason] for link in ClaimLink.objects.of(claim)]
    return [fields, found, linked, Anchor.objects.filter(claim=claim).count(), acts]
from articles.models import ClaimLink
users = [User.objects.get(username=name) for name in ("first", "second")]
alone = {{}}
for pid, name, order in json.loads('''{alone}'''):
    told = {{number: done(pid, pairs[name][number + 1], users[number]) for number in order}}
    alone.setdefault(name, []).append([[told[0], told[1]], left(pid)])
print(json.dumps([
    alone, [left(pid) for pid in json.loads('{pids}')],
    [str(fault) for fault in verify() if fault.check in ("claim", "anchor", "pids", "index")],
]))
"""


def test_a_hundred_rounds_of_two_end_as_one_after_the_other_would(make_archive):
    archive = make_archive()
    names = list(PAIRS)
    rounds = [names[number % len(names)] for number in range(ROUNDS)]
    other, pids = archive.ask(FURNISH.format(states=[PAIRS[name][0] for name in [*rounds, *names, *names]]))
    together, apart = list(zip(pids, rounds, strict=False)), pids[ROUNDS:]
    shared = "import json\n" + ACT.format(pairs=json.dumps(PAIRS), other=other)
    editors = [
        archive.start(
            "shell",
            "--verbosity",
            "0",
            "--command",
            shared + EDITOR.format(name=name, number=number, rounds=json.dumps(together)),
            stdin=-1,
        )
        for number, name in enumerate(("first", "second"), start=1)
    ]
    told = []
    try:
        for _ in together:
            assert [editor.stdout.readline() for editor in editors] == ["ready\n"] * 2
            for editor in editors:
                editor.stdin.write("go\n")
                editor.stdin.flush()
            told.append([editor.stdout.readline().strip() for editor in editors])
        for editor in editors:
            assert (editor.communicate(timeout=60)[1], editor.returncode) == ("", 0)
    finally:
        for editor in editors:
            editor.kill()
            editor.communicate()

    orders = [[pid, name, [0, 1] if number < len(names) else [1, 0]] for number, (pid, name) in enumerate(zip(apart, names * 2, strict=True))]
    alone, left, faults = archive.ask(shared + HELD.format(alone=json.dumps(orders), pids=json.dumps(pids[:ROUNDS])))
    unlike = [(name, came) for name, came in zip(rounds, map(list, zip(told, left, strict=True)), strict=True) if came not in alone[name]]
    assert unlike == []
    assert faults == []
    assert {name: len(outcomes) for name, outcomes in alone.items()} == dict.fromkeys(PAIRS, 2)
