"""Two editors on one claim at once, in two operating-system processes: one is done, the other is told, nothing is half-done."""

import json

import pytest

pytestmark = [pytest.mark.processes, pytest.mark.engine_free]

ROUNDS = 12
FURNISH = f"""
from tests.factories import make_article, make_claim, make_user
for name in ("first", "second"):
    make_user("publisher", username=name)
article = make_article(state="published", body="Words of a claim, and more of them.")
print(json.dumps([make_claim(article, words="Words of a claim").pid for _ in range({ROUNDS})]))
"""
EDITOR = """
import json, sys
from articles import editorial
from articles.models import Claim
by = User.objects.get(username="{name}")
for pid in json.loads('{pids}'):
    claim = Claim.objects.get(pid=pid)
    print("ready", flush=True)
    sys.stdin.readline()
    try:
        {act}
    except (editorial.EditorialError, Claim.DoesNotExist) as error:
        print(type(error).__name__, flush=True)
    else:
        print("done", flush=True)
"""
HELD = """
from articles.models import Anchor, Claim
from articles.verification import verify
print(json.dumps([
    {claim.pid: claim.state for claim in Claim.objects.all()}, Anchor.objects.count(),
    [str(fault) for fault in verify() if fault.check in ("claim", "anchor", "pids", "index")],
]))
"""


def test_one_publishes_what_the_other_discards(make_archive):
    archive = make_archive()
    pids = archive.ask(FURNISH)
    acts = {"first": "editorial.publish_claim(claim, by=by)", "second": "editorial.discard_claim(claim, by=by)"}
    editors = [
        archive.start("shell", "--verbosity", "0", "--command", EDITOR.format(name=name, act=act, pids=json.dumps(pids)), stdin=-1)
        for name, act in acts.items()
    ]
    told = []
    try:
        for _ in pids:
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

    states, anchors, faults = archive.ask(HELD)
    assert all(one.count("done") == 1 for one in told), told
    assert states == {pid: "published" for pid, (first, _) in zip(pids, told, strict=True) if first == "done"}
    assert (anchors, faults) == (len(states), [])
