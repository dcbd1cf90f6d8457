"""Two editors on one claim at once, in two operating-system processes: what comes of it is what comes of one after the other."""

import pytest

from tests.processes import at_once, colleagues, tried

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
# Each act looks at all quotations of its article: a few to an article, written at once.
FURNISH = """
from django.utils import timezone
from articles import anchoring
from kzarchive.addresses.models import new_pids
third = make_user("publisher", username="third")
for name in ("first", "second"):
    make_user("publisher", username=name)
words, rows = "Words of a claim", []
articles = [make_article(state="published", body=f"{words}, and more of them.", by=third) for _ in range(1 + len(states) // 10)]
for number, (state, pid) in enumerate(zip(states, new_pids(len(states)))):
    public = {"first_published_at": timezone.now()} if state == "published" else {}
    claim = Claim(pid=pid, article=articles[number // 10], quote=words, kind="event", state=state, created_by=third, **public)
    claim.restatement = f"It was so, {number}."
    claim.prepare()
    rows.append(claim)
Claim.objects.bulk_create(rows)
quote = anchoring.quote_at(articles[0].current.body, 0, len(words))
kept = {"exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix, "start": 0, "end": len(words), "state": "exact"}
Anchor.objects.bulk_create(Anchor(claim=claim, version=claim.article.current, **kept) for claim in rows)
return make_claim(articles[-1], state="published", by=third).pid, [claim.pid for claim in rows]
"""
SIT_DOWN = """
global by, other, Source
from articles.editorial import Source
by, other = User.objects.get(username=name), Claim.objects.get(pid=pid)
"""
# What is left of a claim, and of all of them.
LEFT = """
def left(pid):
    claim = Claim.objects.filter(pid=pid).first()
    acts = list(Change.objects.filter(label=pid).order_by("id").values_list("act", "by__username", "reason"))
    if claim is None:
        return [None, acts]
    found = [[a.finding, a.reviewer.username, a.evidence.count()] for a in claim.assessments.all()]
    fields = [claim.state, claim.restatement if claim.restatement[:3] in ("Of ", "Bet") else "", claim.finding, claim.withdrawal_reason]
    linked = [[link.kind, link.from_claim_id == claim.pk, link.reason] for link in ClaimLink.objects.of(claim)]
    return [fields, found, linked, Anchor.objects.filter(claim=claim).count(), acts]
from articles.verification import verify
return [left(pid) for pid in pids], [str(fault) for fault in verify() if fault.check in ("claim", "anchor", "pids", "index")]
"""


def done(act):
    """Return code that loads the claim and does ``act`` to it."""
    return "claim = Claim.objects.filter(pid=pid).first()\nif claim is None:\n    return 'DoesNotExist'\n" + tried(act, "Claim.DoesNotExist")


def test_a_hundred_rounds_of_two_end_as_one_after_the_other_would(own_archive):
    names = list(PAIRS)
    rounds = [names[number % len(names)] for number in range(ROUNDS)]
    # One after the other, in either order, on claims that nobody else touches.
    apart = [(name, order) for order in ((0, 1), (1, 0)) for name in names]
    with colleagues(own_archive, 2) as editors:
        first, second = editors
        other, pids = first.ask(FURNISH, states=[PAIRS[name][0] for name in [*rounds, *(name for name, _ in apart)]])
        for editor, name in zip(editors, ("first", "second"), strict=True):
            editor.ask(SIT_DOWN, name=name, pid=other)
        told = [at_once(first, done(PAIRS[name][1]), second, done(PAIRS[name][2]), pid=pid) for pid, name in zip(pids, rounds, strict=False)]
        for pid, (name, order) in zip(pids[ROUNDS:], apart, strict=True):
            answers = {number: editors[number].ask(done(PAIRS[name][number + 1]), pid=pid) for number in order}
            told.append([answers[0], answers[1]])
        left, faults = first.ask(LEFT, pids=pids)

    came = list(zip(told, left, strict=True))
    alone = {name: [came[ROUNDS + number] for number, (other_name, _) in enumerate(apart) if other_name == name] for name in names}
    assert [(name, outcome) for name, outcome in zip(rounds, came, strict=False) if outcome not in alone[name]] == []
    assert faults == []
    assert {name: len(outcomes) for name, outcomes in alone.items()} == dict.fromkeys(PAIRS, 2)
