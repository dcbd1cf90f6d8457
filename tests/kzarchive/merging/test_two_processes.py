"""A merge, and whatever else is done to the two records at that moment, in two operating-system processes: nothing points at what is gone."""

import json

import pytest

pytestmark = pytest.mark.processes

# Of each of the things that another editor may be doing: a claim about the entity, a yes to a tag, the same merge, the same the other way round.
ROUNDS = 4 * 25
# Both say that they are ready and wait for a line before each round, so that the two meet as closely as can be. The first makes the
# records beforehand, and tells what is held of them in the end.
EDITOR = """
import json, sys
from django.db import transaction
from articles import editorial
from articles.models import Claim, ClaimEntity, Suggestion, TaggedEntity
from articles.verification import verify
from entities.models import Entity, Name
from kzarchive.addresses.models import give_addresses
from kzarchive.merging import acts
from kzarchive.merging.models import Merge
from tests.factories import make_article, make_claim, make_user
is_first = {is_first}
if is_first:
    with transaction.atomic():
        by = make_user("publisher", username="first")
        make_user("publisher", username="second")
        article = make_article(state="published", body="Words of a claim.", by=by)
        entities = [Entity(name=f"{{what}} {{number}}", kind="concept") for number in range({rounds}) for what in ("loser", "survivor")]
        give_addresses(entities)
        names = [Name(entity=entity, text=entity.name, language="en", kind="preferred") for entity in Entity.objects.bulk_create(entities)]
        for name in names:
            name.prepare()
        Name.objects.bulk_create(names)
        for number, loser in enumerate(entities[::2]):
            if number % 4 == 0:
                make_claim(article, by=by, restatement=f"{{number}}.", about=[loser])
            elif number % 4 == 1:
                Suggestion.objects.create(article=article, entity=loser, found="Loser")
print("furnished", flush=True)
sys.stdin.readline()
by = User.objects.get(username="first" if is_first else "second")
claims, suggestions = iter(Claim.objects.order_by("id")), iter(Suggestion.objects.order_by("id"))
known = {{entity.slug: entity for entity in Entity.objects.all()}}
for number in range({rounds}):
    loser, survivor = known[f"loser-{{number}}"], known[f"survivor-{{number}}"]
    print("ready", flush=True)
    sys.stdin.readline()
    try:
        if is_first:
            done = acts.merge(loser, survivor, by=by, reason="One.")
            if number % 8 > 3:
                acts.undo(done, by=by, reason="Two.")
        elif number % 4 == 0:
            editorial.edit(next(claims), by=by, values={{"restatement": f"Reworded {{number}}."}}, about=[loser, survivor])
        elif number % 4 == 1:
            editorial.answer(next(suggestions), by=by, accept=True)
        else:
            acts.merge(*((loser, survivor) if number % 4 == 2 else (survivor, loser)), by=by, reason="One.")
    except (editorial.EditorialError, acts.MergingError) as error:
        print(type(error).__name__, flush=True)
    else:
        print("done", flush=True)
sys.stdin.readline()
if is_first:
    print(json.dumps({{
        "claims": {{claim.restatement: sorted(claim.about.values_list("slug", flat=True)) for claim in Claim.objects.order_by("id")}},
        "gone": [ClaimEntity.objects.exclude(entity__merged_into=None).count(), TaggedEntity.objects.exclude(tag__merged_into=None).count()],
        "merged": dict(Entity.objects.exclude(merged_into=None).values_list("slug", "merged_into__slug")),
        "tagged": sorted(TaggedEntity.objects.values_list("tag__slug", flat=True)),
        "standing": Merge.objects.filter(undone_at=None).count(),
        "faults": [str(fault) for fault in verify() if fault.check in ("claim", "pids", "redirects", "index")],
    }}))
"""


def play(archive):
    """Let the two meet in each round; return what the first and the second were told, round by round, and what is held in the end."""
    first, second = editors = [
        archive.start("shell", "--verbosity", "0", "--command", EDITOR.format(is_first=is_first, rounds=ROUNDS), stdin=-1)
        for is_first in (True, False)
    ]

    def say(*those):
        for editor in those:
            editor.stdin.write("go\n")
            editor.stdin.flush()

    def hear(words):
        for editor in editors:
            line = editor.stdout.readline()
            assert line == words, line or editor.communicate(timeout=60)[1]

    told = []
    try:
        hear("furnished\n")
        say(*editors)
        for _ in range(ROUNDS):
            hear("ready\n")
            say(*editors)
            told.append([editor.stdout.readline().strip() for editor in editors])
        say(*editors)
        assert (second.communicate(timeout=60), second.returncode) == (("", ""), 0)
        out, err = first.communicate(timeout=60)
        assert (err, first.returncode) == ("", 0)
    finally:
        for editor in editors:
            editor.kill()
            editor.communicate()
    return told, json.loads(out)


def test_a_hundred_merges_meet_another_editor_and_no_row_is_lost_or_left_behind(own_archive):
    told, held = play(own_archive)

    assert (held["gone"], held["faults"], len(held["claims"])) == ([0, 0], [], ROUNDS / 4)
    assert held["standing"] == len(held["merged"])
    for number, (first, second) in enumerate(told):
        loser, survivor = f"loser-{number}", f"survivor-{number}"
        into = held["merged"].get(loser) or held["merged"].get(survivor)
        # What was acknowledged stands, for the survivor where there is one; what was refused left no trace.
        living = {loser, survivor} - set(held["merged"])
        if number % 4 == 0:
            about = held["claims"][f"Reworded {number}." if second == "done" else f"{number}."]
            assert about, number
            assert set(about) <= living, (number, told[number])
        if number % 4 == 1:
            assert (second, len({loser, survivor} & set(held["tagged"]))) == ("done", 1)
        if number % 4 > 1:
            assert [first, second].count("done") in ({1} if number % 8 < 4 else {1, 2}), (number, told[number])
        assert (into is None) == (len(living) == 2)
    assert {first for first, _ in told} <= {"done", "MergeRefused", "UndoRefused"}
    assert {second for _, second in told} <= {"done", "MergeRefused", "InvalidRecord"}
