"""Acts on claims: what each does, what it refuses, who may do it, and what a new text does to what was marked."""

import datetime as dt
import json
import os
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps

from articles import editorial, search, verification
from articles.anchoring import Folded
from articles.editorial import Source
from articles.models import DERIVED_OF_CLAIM, Anchor, Article, Assessment, Claim, ClaimLink, ClaimProposal, Evidence, Question
from kzarchive.addresses.models import Pid
from kzarchive.history.models import Change
from kzarchive.merging import acts as merging
from tests.factories import assess, make_article, make_claim, make_entity, make_user

pytestmark = pytest.mark.django_db

BODY = "The tweet 🇰🇿 said: in 2017 Kazakhstan had 57 embassies abroad. It hosted 69.\n\nKazakhstan had 57 embassies abroad. Nobody counted twice."
OUTSIDE = Source(url="https://www.gov.kz/mfa", title="List of missions", accessed_on=dt.date(2026, 1, 2))


@pytest.fixture
def editor():
    return make_user("editor")


@pytest.fixture
def publisher():
    return make_user("publisher")


def anchor_of(claim):
    return claim.anchors.order_by("-version__number").first()


def test_marking_keeps_the_words_and_counts_code_points(editor):
    article = make_article(body=BODY)
    entity = make_entity()
    start = BODY.index("57 embassies")
    claim = editorial.mark(
        article,
        by=editor,
        span=(start - 1, start + 20),
        values={
            "kind": "quantity",
            "restatement": "Kazakhstan had 57 embassies.",
            "measured": "Embassies  abroad",
            "value": "57",
            "unit": "embassies",
        },
        about=[entity],
    )
    anchor = claim.anchors.get()

    assert (claim.state, claim.quote, claim.created_by, claim.finding) == ("draft", "57 embassies abroad.", editor, "unreviewed")
    assert (claim.number, claim.measured_key, list(claim.about.all())) == (57, "embassies abroad", [entity])
    assert (anchor.state, anchor.span, anchor.exact) == ("exact", (start, start + 20), "57 embassies abroad.")
    assert (anchor.prefix, anchor.suffix) == (BODY[start - 32 : start], BODY[start + 20 : start + 52])
    assert Pid.objects.get(pid=claim.pid).kind == "claim"
    change = Change.objects.of(claim).get()
    assert (change.act, change.by, change.after["version"], change.after["start"], change.after["about"]) == (
        "mark",
        editor,
        1,
        start,
        ["kazakhstan"],
    )


def test_a_claim_may_stand_without_words(editor):
    claim = editorial.mark(make_article(body=""), by=editor, values={"kind": "position", "restatement": "The envoy favours talks."})

    assert (claim.quote, claim.anchors.count()) == (None, 0)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("58 embassies", "do not stand in the text"),
        ("x" * 50_000, "50,000 characters"),
        (" \n\t ", "no word in it"),
        ("—…”", "no word in it"),
        ("It hosted 69.\n\nKazakhstan had", "over a paragraph's end"),
        ("in 2017\x00", "control character"),
        ("<b>57 embassies</b>", "do not stand in the text"),
    ],
)
def test_pasted_words_that_cannot_be_found(words, said):
    version = make_article(body=BODY).versions.get()

    with pytest.raises(editorial.InvalidRecord, match=said) as refusal:
        editorial.find_words(version, words)
    assert list(refusal.value.faults) == ["quote"]


def test_pasted_words_are_found_and_asked_about_when_they_stand_twice():
    version = make_article(body=BODY).versions.get()

    assert version.body[slice(*editorial.find_words(version, " it  hosted 69".replace("it", "It")))] == "It hosted 69"
    with pytest.raises(editorial.AmbiguousWords, match="2 times") as refusal:
        editorial.find_words(version, "57 embassies")
    assert [version.body[slice(*span)] for span in refusal.value.spans] == ["57 embassies"] * 2


@pytest.mark.parametrize(
    "span", [(-1, 3), (5, 5), (7, 3), (0, 10_000), (BODY.index("69."), BODY.index("Kazakhstan had 57 embassies abroad. Nobody") + 4), (4, 6)]
)
def test_a_span_that_is_no_words_of_one_paragraph(editor, span):
    body = BODY if span != (4, 6) else "One. — Two."
    with pytest.raises(editorial.InvalidRecord):
        editorial.mark(make_article(body=body), by=editor, span=span, values={"kind": "event"})
    assert Claim.objects.count() == 0


def test_marking_on_a_version_that_was_replaced_says_where_the_words_are_now(editor, publisher):
    article = make_article(state="published", body=BODY)
    looked_at = article.current
    span = (BODY.index("It hosted"), BODY.index("It hosted") + 12)
    newest = editorial.revise(article, by=publisher, reason="A note.", body="A new first line.\n\n" + BODY)

    with pytest.raises(editorial.VersionReplaced, match="still") as refusal:
        editorial.mark(article, by=editor, span=span, version=looked_at, values={"kind": "event"})
    assert (refusal.value.version, refusal.value.placement.span) == (newest, (span[0] + 19, span[1] + 19))
    assert Claim.objects.count() == 0

    claim = editorial.mark(article, by=editor, span=refusal.value.placement.span, version=newest, values={"kind": "event"})
    assert claim.quote == "It hosted 69"


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"kind": "rumour"}, "kind"),
        ({"kind": "event", "holds_for": "2014"}, "holds_basis"),
        ({"kind": "event", "holds_for": "tomorrow", "holds_basis": "stated"}, "holds_for"),
        ({"kind": "event", "value": "5"}, "measured"),
        ({"kind": "event", "measured": "embassies"}, "value"),
        ({"kind": "event", "state": "published"}, "state"),
        ({"kind": "event", "restatement": "a\x00b"}, "restatement"),
    ],
)
def test_values_that_say_nothing_clear(editor, values, field):
    with pytest.raises(editorial.InvalidRecord) as refusal:
        editorial.mark(make_article(), by=editor, values=values)
    assert list(refusal.value.faults) == [field]


def test_publishing_names_what_is_missing(publisher):
    claim = make_claim(make_article(), restatement="")

    with pytest.raises(editorial.NotReady) as refusal:
        editorial.publish_claim(claim, by=publisher)
    assert [code for code, _ in refusal.value.missing] == ["article", "restatement"]


def test_a_claim_is_public_while_it_and_its_article_are(publisher):
    article = make_article(state="published", by=publisher)
    claim = make_claim(article, state="published", by=publisher)
    make_claim(article, state="in review", by=publisher)
    gone = make_claim(article, state="withdrawn", by=publisher)

    assert (list(Claim.objects.public()), list(Claim.objects.tombstones())) == ([claim], [gone])
    editorial.withdraw(article, by=publisher, reason="error")
    assert (list(Claim.objects.public()), set(Claim.objects.tombstones())) == ([], {claim, gone})
    editorial.publish_again(article, by=publisher, reason="It was right.")
    assert list(Claim.objects.public()) == [claim]


@pytest.mark.parametrize(("access", "seen", "is_cut"), [("full", 50, False), ("excerpt", 40, True), ("record", None, False)])
def test_a_quotation_obeys_the_access_of_its_article(access, seen, is_cut, publisher):
    words = " ".join(f"word{number}" for number in range(50))
    article = make_article(state="published", body=words, access=access)
    claim = make_claim(article, words=words, state="published", by=publisher)

    assert (claim.public_quote and len(claim.public_quote.split()), claim.is_quote_cut) == (seen, is_cut)


def test_a_public_claim_is_reworded_with_a_reason_and_keeps_its_words(publisher, editor):
    claim = make_claim(make_article(state="published", body=BODY), words="It hosted 69", state="published", by=publisher)

    with pytest.raises(editorial.ReasonMissing):
        editorial.edit(claim, by=publisher, values={"restatement": "Kazakhstan hosted 69 embassies."})
    with pytest.raises(editorial.NotAllowed):
        editorial.edit(claim, by=editor, values={"restatement": "x"}, reason="Clearer.")
    with pytest.raises(editorial.NothingChanged):
        editorial.edit(claim, by=publisher, values={"kind": claim.kind}, reason="Clearer.")
    claim = editorial.edit(claim, by=publisher, values={"restatement": "Kazakhstan hosted 69 embassies."}, reason="Clearer.")

    change = Change.objects.of(claim).first()
    assert (change.act, change.reason, change.after["restatement"]) == ("reword", "Clearer.", "Kazakhstan hosted 69 embassies.")


def test_assessments_stand_side_by_side_and_the_newest_is_the_finding(publisher, editor):
    claim = make_claim(make_article(state="published"), state="published", by=publisher)
    first = assess(claim, by=editor)
    second = editorial.assess(claim, by=editor, finding="outdated", reasons="True until 2018.", evidence=[Source(article=make_article()), OUTSIDE])

    assert Claim.objects.get().finding == "outdated"
    assert list(claim.assessments.values_list("finding", "is_own_work")) == [("supported", False), ("outdated", False)]
    assert (first.evidence.count(), second.evidence.count()) == (1, 2)
    assert [fault for fault in verification.verify() if fault.check == "claim"] == []


def test_who_finds_their_own_claim_wrong_is_asked_and_labelled(publisher):
    claim = make_claim(make_article(), by=publisher)

    with pytest.raises(editorial.SecondPersonNeeded):
        assess(claim, finding="wrong", by=publisher)
    assert Assessment.objects.count() == 0
    own = editorial.assess(claim, by=publisher, finding="wrong", reasons="The decree.", evidence=[OUTSIDE], is_own_work_accepted=True)
    by_another = assess(claim, finding="wrong", by=make_user("publisher"))
    assert (own.is_own_work, by_another.is_own_work, assess(claim, by=publisher).is_own_work) == (True, False, True)


@pytest.mark.parametrize(
    ("finding", "reasons", "evidence", "field"),
    [
        ("supported", "So it is.", [], "evidence"),
        ("supported", "  ", [OUTSIDE], "reasons"),
        ("unreviewed", "x", [OUTSIDE], "finding"),
        ("nonsense", "x", [OUTSIDE], "finding"),
        ("supported", "x", [Source(url="javascript:alert(1)", title="x", accessed_on=dt.date(2026, 1, 1))], "evidence"),
        ("supported", "x", [Source(url="http://192.168.0.1/", title="x", accessed_on=dt.date(2026, 1, 1))], "evidence"),
        ("supported", "x", [Source(url="https://gov.kz/")], "evidence"),
        ("supported", "x", [Source()], "evidence"),
        ("supported", "x\x00", [OUTSIDE], "reasons"),
        ("supported", "x", [Source(url="https://gov.kz/", title="x", accessed_on=dt.date(9999, 1, 1))], "evidence"),
    ],
)
def test_an_assessment_without_a_ground_is_refused(finding, reasons, evidence, field, publisher):
    claim = make_claim(make_article())

    with pytest.raises(editorial.InvalidRecord) as refusal:
        editorial.assess(claim, by=publisher, finding=finding, reasons=reasons, evidence=evidence)
    assert (list(refusal.value.faults), Assessment.objects.count(), Evidence.objects.count()) == ([field], 0, 0)


def test_a_claim_is_no_evidence_for_itself(publisher):
    claim = make_claim(make_article())

    with pytest.raises(editorial.InvalidRecord, match="for itself"):
        assess(claim, evidence=[Source(claim=claim)], by=publisher)


def test_a_link_is_seen_from_both_sides_and_made_once(editor):
    article = make_article(state="published")
    one, other = make_claim(article, state="published"), make_claim(article, state="published")
    proposal = ClaimProposal.objects.create(first=one, second=other, kind="repeats")
    made = editorial.link(one, other, by=editor, kind="refines", reason="It was signed a year later.")

    assert (made.seen_from(one), made.seen_from(other)) == (("refines", other), ("refined by", one))
    proposal.refresh_from_db()
    assert (proposal.answer, proposal.answered_by) == ("linked", editor)
    for pair in ((one, other), (other, one)):
        with pytest.raises(editorial.InvalidRecord, match="linked already"):
            editorial.link(*pair, by=editor, kind="conflicts with", reason="x")
    with pytest.raises(editorial.InvalidRecord, match="itself"):
        editorial.link(one, one, by=editor, kind="repeats", reason="x")
    with pytest.raises(editorial.ReasonMissing):
        editorial.link(one, make_claim(article), by=editor, kind="repeats", reason=" ")
    assert list(Claim.objects.disputed()) == []
    editorial.unlink(made, by=editor, reason="A slip.")
    editorial.link(other, one, by=editor, kind="conflicts with", reason="Two numbers for one day.")
    assert (ClaimLink.objects.count(), set(Claim.objects.disputed())) == (1, {one, other})


def test_a_new_text_shows_its_effect_first_and_carries_what_was_marked(publisher):
    article = make_article(state="published", body=BODY, by=publisher)
    kept = make_claim(article, words="in 2017 Kazakhstan had", state="published", by=publisher)
    moved = make_claim(article, words="Nobody counted twice", state="published", by=publisher)
    unsure = make_claim(article, words="It hosted 69", by=publisher)
    correction = editorial.correct(article, by=publisher, span=(BODY.index("tweet"), BODY.index("tweet") + 5), reading="message")
    body = BODY.replace("It hosted 69", "It hosted 70 embassies")
    effects = editorial.effects_of(article, body)

    assert str(effects) == "2 unchanged, 1 moved, 1 needs review"
    assert {effect.pid: str(effect.placement.state) for effect in effects.each} == {
        kept.pid: "exact",
        moved.pid: "moved",
        unsure.pid: "needs review",
        f"sic-{correction.pk}": "exact",
    }
    assert Anchor.objects.count() == 4

    version = editorial.revise(article, by=publisher, reason="Counted anew.", body=body)
    assert Change.objects.of(article).first().after["claims"] == str(effects)
    assert sorted(version.anchors.values_list("state", flat=True)) == ["exact", "exact", "moved", "needs review"]
    assert body[slice(*anchor_of(moved).span)] == "Nobody counted twice"
    assert (anchor_of(unsure).span, anchor_of(unsure).exact) == (None, "It hosted 69")
    assert list(Anchor.objects.undecided()) == [anchor_of(unsure)]
    assert [fault for fault in verification.verify() if fault.check in {"anchor", "claim"}] == []

    start, end = anchor_of(unsure).candidates[0]
    placed = editorial.place(anchor_of(unsure), by=publisher, span=(start, end))
    assert (placed.state, placed.placed_by, body[start:end]) == ("moved", publisher, placed.exact)
    assert (unsure.anchors.first().span, list(Anchor.objects.undecided())) == ((BODY.index("It hosted"), BODY.index("It hosted") + 12), [])
    with pytest.raises(editorial.WrongState):
        editorial.place(unsure.anchors.first(), by=publisher, span=None)


def test_published_claims_that_would_lose_their_words_stop_the_new_text_until_somebody_decides(publisher):
    article = make_article(state="published", body=BODY, by=publisher)
    public = make_claim(article, words="Nobody counted twice", state="published", by=publisher)
    draft = make_claim(article, words="Nobody counted", by=publisher)
    body = BODY.replace(" Nobody counted twice.", "")

    with pytest.raises(editorial.ClaimsOrphaned, match=public.pid) as refusal:
        editorial.revise(article, by=publisher, reason="Shorter.", body=body)
    assert [effect.pid for effect in refusal.value.effects.undecided] == [public.pid]
    assert (article.versions.count(), Article.objects.get().current.number) == (1, 1)

    editorial.revise(article, by=publisher, reason="Shorter.", body=body, decisions={public.pid: editorial.GONE})
    assert [(anchor.claim, anchor.state, anchor.placed_by) for anchor in article.versions.last().anchors.order_by("claim")] == [
        (public, "orphaned", publisher),
        (draft, "orphaned", None),
    ]
    # Gone once, it stops nothing again; and words that come back are shown to a person.
    editorial.revise(article, by=publisher, reason="A dot.", body=body + " More.")
    editorial.revise(article, by=publisher, reason="Back.", body=BODY)
    assert {anchor.state for anchor in article.versions.last().anchors.all()} == {"needs review"}


def test_a_drafts_claims_follow_its_text(editor):
    article = make_article(body=BODY)
    claim = make_claim(article, words="It hosted 69")
    editorial.save_draft(article, by=editor, body="A new first line.\n\n" + BODY)

    anchor = claim.anchors.get()
    assert (anchor.state, anchor.span) == ("moved", (BODY.index("It hosted") + 19, BODY.index("It hosted") + 31))
    editorial.discard(article, by=editor)
    assert (Claim.objects.count(), Pid.objects.get(pid=claim.pid).retired_at is None) == (0, False)


def test_a_corrected_reading_leaves_the_words_alone(publisher):
    article = make_article(state="published", body="Erlan Idrossov flew.", access="full")
    correction = editorial.correct(article, by=publisher, span=(6, 14), reading="Idrissov", reason="The minister's name.")

    assert (correction.words, correction.reading, article.current.body) == ("Idrossov", "Idrissov", "Erlan Idrossov flew.")
    assert [c.pk for c in type(correction).objects.public()] == [correction.pk]
    with pytest.raises(editorial.InvalidRecord, match="what the text has"):
        editorial.correct(article, by=publisher, span=(6, 14), reading=" Idrossov ")
    editorial.withdraw_correction(correction, by=publisher, reason="It was right.")
    assert list(type(correction).objects.public()) == []


def test_a_question_is_published_over_two_public_claims(publisher):
    article = make_article(state="published")
    question = Question.objects.create(text="How many embassies?")
    question.claims.add(make_claim(article, state="published"), make_claim(article))

    with pytest.raises(editorial.NotReady):
        editorial.publish_question(question, by=publisher)
    question.claims.add(make_claim(article, state="published"))
    question = editorial.publish_question(question, by=publisher)
    assert list(Question.objects.public()) == [question]
    assert editorial.withdraw_question(question, by=publisher, reason="Settled.").state == "withdrawn"
    assert list(Question.objects.public()) == []


def test_what_was_public_is_not_discarded(publisher):
    article = make_article(state="published")
    public, cited = make_claim(article, state="published"), make_claim(article)
    assess(public, evidence=[Source(claim=cited)])

    for claim in (public, cited):
        with pytest.raises(editorial.InUse):
            editorial.discard_claim(claim, by=publisher)


# Who may do what, and in which state of the claim.

STATES = ["draft", "in review", "published", "withdrawn"]
ACTS = {
    "edit": (lambda claim, by: editorial.edit(claim, by=by, values={"restatement": "Another."}, reason="Clearer."), set(STATES)),
    "submit": (lambda claim, by: editorial.submit_claim(claim, by=by), {"draft"}),
    "send back": (lambda claim, by: editorial.send_claim_back(claim, by=by, reason="x"), {"in review"}),
    "publish": (lambda claim, by: editorial.publish_claim(claim, by=by), {"draft", "in review"}),
    "withdraw": (lambda claim, by: editorial.withdraw_claim(claim, by=by, reason="error"), {"published"}),
    "publish again": (lambda claim, by: editorial.publish_claim_again(claim, by=by, reason="x"), {"withdrawn"}),
    "assess": (lambda claim, by: assess(claim, by=by), {"draft", "in review", "published"}),
    "find wrong": (lambda claim, by: assess(claim, finding="wrong", by=by), {"draft", "in review", "published"}),
    "link": (
        lambda claim, by: editorial.link(claim, Claim.objects.exclude(pk=claim.pk).filter(state="draft").last(), by=by, kind="repeats", reason="x"),
        {"draft", "in review", "published"},
    ),
    "discard": (lambda claim, by: editorial.discard_claim(claim, by=by), {"draft", "in review"}),
}
EDITS_UNTIL_PUBLIC = {("edit", "draft"), ("edit", "in review")}
MAY = {
    None: set(),
    "contributor": set(),
    "editor": {"edit", "submit", "assess", "link", "discard"},
    "publisher": set(ACTS),
}


@pytest.mark.engine_free
def test_every_act_by_every_role_in_every_state(subtests):
    article = make_article(state="published")
    make_claim(article)
    for role, may in MAY.items():
        by = make_user(role)
        for act, (do, states) in ACTS.items():
            for state in STATES:
                claim = make_claim(article, state=state)
                allowed = act in may and state in states
                if act == "edit" and role == "editor":
                    allowed = (act, state) in EDITS_UNTIL_PUBLIC
                with subtests.test(act, role=role, state=state):
                    changes = Change.objects.count()
                    if allowed:
                        do(claim, by)
                        assert Change.objects.count() == changes + 1
                    else:
                        with pytest.raises((editorial.NotAllowed, editorial.WrongState, editorial.InUse)):
                            do(claim, by)
                        assert Change.objects.count() == changes


# The claims that were marked in real captures, which are not ours to keep here.
REAL = Path(os.environ.get("KZARCHIVE_REAL_CAPTURES") or Path(__file__).parents[4] / "shared" / "captures")


@pytest.mark.skipif(not (REAL / "claims.json").exists(), reason="no folder of real captures is at hand (KZARCHIVE_REAL_CAPTURES)")
def test_claims_of_real_captures_keep_their_words_through_another_setting_of_the_text(publisher):
    claims = json.loads((REAL / "claims.json").read_text(encoding="utf-8"))
    known = editorial.KnownNames.load()
    articles = {}
    for name in sorted({claim["file"] for claim in claims}):
        prepared = editorial.prepare(name, (REAL / name).read_bytes(), names=known, today=dt.date(2026, 11, 22))
        [outcome] = editorial.bring_in([prepared], editorial.Terms(by=publisher, is_published=True))
        articles[name] = Article.objects.get(pid=outcome.pid)
    marked = {}
    for entry in claims:
        article = articles[entry["file"]]
        span = editorial.find_words(article.current, entry["quote"])
        kind = {"statement": "position"}.get(entry["kind"], entry["kind"])
        claim = editorial.mark(article, by=publisher, span=span, values={"kind": kind, "restatement": f"Claim {entry['id']} in our words."})
        marked[entry["id"]] = (editorial.publish_claim(claim, by=publisher), " ".join(entry["quote"].split()))
    assert len(marked) == 34
    assert {key: claim.quote for key, (claim, _) in marked.items()} == {key: quote for key, (_, quote) in marked.items()}

    signs = str.maketrans({"“": "«", "”": "»", "’": "'", "‘": "'", '"': "”", "–": "-", "—": "-", "-": "–"})
    for article in articles.values():
        body = article.current.body.translate(signs).replace(", ", ",\u00a0").replace("- ", "-")
        editorial.revise(article, by=publisher, reason="Set anew.", body=body)
    for key, (claim, quote) in marked.items():
        anchor = anchor_of(claim)
        assert (anchor.version.number, anchor.state in {"exact", "moved"}) == (2, True), key
        assert Folded(anchor.exact).folded == Folded(quote).folded, key
    assert [fault for fault in verification.verify() if fault.check in {"anchor", "claim"}] == []


def test_the_search_follows_claims_and_what_is_in_dispute(publisher):
    one, other = (make_article(state="published", by=publisher, title=title) for title in ("Found here", "Found there"))

    def found(claims):
        return set(search.find_ids(search.Search("found", claims=claims)))

    def checked():
        return [fault for fault in verification.verify() if fault.check == "index"]

    first = make_claim(one, by=publisher)
    assert (found("any"), found("disputed")) == (set(), set())
    editorial.publish_claim(first, by=publisher)
    second = make_claim(other, state="published", by=publisher)
    assert (found("any"), found("disputed"), checked()) == ({one.pk, other.pk}, set(), [])
    made = editorial.link(first, second, by=publisher, kind="conflicts with", reason="x")
    assert (found("disputed"), checked()) == ({one.pk, other.pk}, [])
    editorial.withdraw(other, by=publisher, reason="error")
    assert (found("any"), found("disputed"), checked()) == ({one.pk}, set(), [])
    editorial.publish_again(other, by=publisher, reason="x")
    editorial.withdraw_claim(first, by=publisher, reason="error")
    assert (found("any"), found("disputed"), checked()) == ({other.pk}, set(), [])
    editorial.publish_claim_again(first, by=publisher, reason="x")
    editorial.unlink(made, by=publisher, reason="x")
    assess(second, finding="wrong")
    assert (found("disputed"), checked()) == ({other.pk}, [])


def test_claims_follow_an_entity_that_is_merged_and_come_back(publisher):
    loser, survivor = make_entity("Astana City", "place"), make_entity("Astana", "place")
    article = make_article(state="published")
    values = {"subject": loser, "measured": "people", "value": "5", "asserted_by_entity": loser}
    claim = make_claim(article, state="published", by=publisher, about=[loser], **values)
    both = make_claim(article, by=publisher, about=[loser, survivor])
    done = merging.merge(loser, survivor, by=publisher, reason="One city.")
    claim.refresh_from_db()

    assert (claim.subject, claim.asserted_by_entity, list(claim.about.all()), list(both.about.all())) == (survivor, survivor, [survivor], [survivor])
    merging.undo(done, by=publisher, reason="Two.")
    claim.refresh_from_db()
    assert (claim.subject, claim.asserted_by_entity, list(claim.about.all()), set(both.about.all())) == (loser, loser, [loser], {loser, survivor})


def test_claims_of_an_archive_that_is_upgraded_get_what_is_derived_from_them(publisher):
    article = make_article(state="published", access="excerpt", body=" ".join(f"word{number}" for number in range(90)) + ".", by=publisher)
    for start, state in ((0, "published"), (30, "published"), (60, "draft")):
        make_claim(article, words=" ".join(f"word{number}" for number in range(start, start + 30)), state=state, by=publisher)
    make_claim(article, state="published", by=publisher)
    names = (*DERIVED_OF_CLAIM, "excerpt")
    before = list(Claim.objects.order_by("pk").values(*names))
    Claim.objects.update(words_key="", quote_key="", excerpt="", excerpt_key="", value_key="")

    import_module("articles.migrations.0017_derived_columns_of_claims").derive(apps, None)
    import_module("articles.migrations.0020_index_of_claims").cut(apps, None)

    assert list(Claim.objects.order_by("pk").values(*names)) == before
    assert [bool(row["excerpt"]) for row in before] == [True, True, False, False]


@pytest.mark.engine_free
def test_all_quotations_of_a_text_open_in_excerpts_have_a_ceiling_together(publisher):
    sentences = [" ".join(f"s{number}w{word}" for word in range(30)) for number in range(20)]
    article = make_article(state="published", body=". ".join(sentences), access="excerpt", by=publisher)  # 600 words
    claims = [make_claim(article, words=sentence, state="published", by=publisher) for sentence in sentences[:4]]

    def shown():
        return [len((claim.public_quote or "").split()) for claim in Claim.objects.select_related("article").order_by("pk")]

    assert shown() == [30, 30, 0, 0]
    editorial.withdraw_claim(claims[0], by=publisher, reason="error")
    assert shown() == [0, 30, 30, 0]
    editorial.publish_claim_again(claims[0], by=publisher, reason="It was right.")
    assert shown() == [30, 30, 0, 0]
    # A shorter text has less to show: forty words, so that one quotation can be whole.
    editorial.revise(article, by=publisher, reason="Shorter.", body=". ".join(sentences[:4]))
    assert shown() == [30, 10, 0, 0]
    assert [fault for fault in verification.verify() if fault.check == "claim"] == []


@pytest.mark.engine_free
def test_signs_without_blanks_between_them_are_words_each(publisher):
    article = make_article(state="published", body="哈萨克斯坦" * 30, access="excerpt", by=publisher)
    claim = make_claim(article, words="哈萨克斯坦" * 20, state="published", by=publisher)

    assert claim.public_quote == "哈萨克斯坦" * 8
