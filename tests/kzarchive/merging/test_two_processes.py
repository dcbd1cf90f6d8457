"""A merge, and whatever else is done to the two records at that moment, in two operating-system processes: nothing points at what is gone."""

import pytest

from tests.processes import at_once, colleagues, tried

pytestmark = pytest.mark.processes

# Of each of the things that another editor may be doing: a claim about the entity, a yes to a tag, the same merge, the same the other way round.
ROUNDS = 4 * 25
FURNISH = """
from django.db import transaction
from kzarchive.addresses.models import give_addresses
with transaction.atomic():
    by = make_user("publisher", username="first")
    make_user("publisher", username="second")
    article = make_article(state="published", body="Words of a claim.", by=by)
    entities = [Entity(name=f"{what} {number}", kind="concept") for number in range(rounds) for what in ("loser", "survivor")]
    give_addresses(entities)
    names = [Name(entity=entity, text=entity.name, language="en", kind="preferred") for entity in Entity.objects.bulk_create(entities)]
    for name in names:
        name.prepare()
    Name.objects.bulk_create(names)
    for number, loser in enumerate(entities[::2]):
        if number % 4 == 0:
            make_claim(article, by=by, restatement=f"{number}.", about=[loser])
        elif number % 4 == 1:
            Suggestion.objects.create(article=article, entity=loser, found="Loser")
"""
# What each may do, to the two records as they were before anything was done.
SIT_DOWN = """
global by, acts, pairs, merge, meanwhile
from kzarchive.merging import acts
by = User.objects.get(username=name)
known = {entity.slug: entity for entity in Entity.objects.all()}
pairs = [(known[f"loser-{number}"], known[f"survivor-{number}"]) for number in range(rounds)]
claims, suggestions = list(Claim.objects.order_by("id")), list(Suggestion.objects.order_by("id"))

def merge(number):
    done = acts.merge(*pairs[number], by=by, reason="One.")
    if number % 8 > 3:
        acts.undo(done, by=by, reason="Two.")

def meanwhile(number):
    if number % 4 == 0:
        editorial.edit(claims[number // 4], by=by, values={"restatement": f"Reworded {number}."}, about=pairs[number])
    elif number % 4 == 1:
        editorial.answer(suggestions[number // 4], by=by, accept=True)
    else:
        acts.merge(*pairs[number][:: 1 if number % 4 == 2 else -1], by=by, reason="One.")
"""
HELD = """
from articles.verification import verify
return {
    "claims": {claim.restatement: sorted(claim.about.values_list("slug", flat=True)) for claim in Claim.objects.order_by("id")},
    "gone": [ClaimEntity.objects.exclude(entity__merged_into=None).count(), TaggedEntity.objects.exclude(tag__merged_into=None).count()],
    "merged": dict(Entity.objects.exclude(merged_into=None).values_list("slug", "merged_into__slug")),
    "tagged": sorted(TaggedEntity.objects.values_list("tag__slug", flat=True)),
    "standing": Merge.objects.filter(undone_at=None).count(),
    "faults": [str(fault) for fault in verify() if fault.check in ("claim", "pids", "redirects", "index")],
}
"""


def play(archive):
    """Let the two meet in each round; return what the first and the second were told, round by round, and what is held in the end."""
    with colleagues(archive, 2) as (first, second):
        first.ask(FURNISH, rounds=ROUNDS)
        for editor, name in ((first, "first"), (second, "second")):
            editor.ask(SIT_DOWN, name=name, rounds=ROUNDS)
        does, meanwhile = tried("merge(number)", "acts.MergingError"), tried("meanwhile(number)", "acts.MergingError")
        return [at_once(first, does, second, meanwhile, number=number) for number in range(ROUNDS)], first.ask(HELD)


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
