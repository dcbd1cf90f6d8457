"""Claims at the desk: marking without a script, what is refused and kept, two forms on one claim, proposals."""

import pytest
from django.urls import reverse

from articles import editorial
from articles.models import Claim, ClaimLink, ClaimProposal, Correction
from kzarchive.history.models import Change
from tests.factories import assess, make_article, make_claim, make_entity, make_user

from .pages import faults_of, fields_of

pytestmark = [pytest.mark.django_db, pytest.mark.engine_free]

BODY = "In January Kazakhstan opened 5 embassies, 🇰🇿 said MFA.kz.\n\nThe border is closed. Later the border is closed again."


@pytest.fixture
def article():
    return make_article(state="published", body=BODY, published_on="2014-02-05")


def mark(client, article, **data):
    return client.post(reverse("admin:articles_article_mark", args=[article.pk]), {"kind": "event", "version": "1", **data})


def test_pasted_words_are_marked_where_they_stand(editor, article):
    assert mark(editor, article, quote=" opened  5 embassies ", restatement="It opened five.").status_code == 302
    claim = Claim.objects.get()

    assert (claim.quote, claim.restatement, claim.anchors.get().start) == ("opened 5 embassies", "It opened five.", BODY.index("opened"))


def test_a_second_claim_on_the_very_same_words_is_made_and_told_of(editor, publisher, article):
    def told(**data):
        page = editor.get(mark(editor, article, **data).url)
        return [str(message) for message in page.context["messages"] if "same words" in str(message)]

    assert told(quote="opened 5 embassies", restatement="It <b>opened</b> five.") == []
    first = Claim.objects.get()
    said = f"The same words carry {first.pid} already: “It <b>opened</b> five.”. If both say one thing, discard one."

    assert told(quote="opened 5 embassies", restatement="Five were opened in January.") == [said]
    assert told(quote="opened 5 embassies,", restatement="Other words by a comma.") == []
    assert told(quote="", restatement="No words at all.") == []
    assert Claim.objects.count() == 4
    for claim in Claim.objects.exclude(pk=first.pk):
        editorial.discard_claim(claim, by=claim.created_by)
    elsewhere = make_article(state="published", body=BODY)
    assert mark(editor, elsewhere, quote="opened 5 embassies").status_code == 302
    assert editorial.claims_on_the_same_words(first) == []


def test_words_that_stand_twice_ask_which_and_keep_what_was_typed(editor, article):
    page = mark(editor, article, quote="border is closed", restatement="Typed <b>before</b>.")
    words = page.content.decode()
    first, second = BODY.index("border is closed"), BODY.rindex("border is closed")

    assert "stand in the text 2 times" in words
    assert "Typed &lt;b&gt;before&lt;/b&gt;." in words
    assert [f'value="{at}-{at + 16}"' in words for at in (first, second)] == [True, True]
    assert Claim.objects.count() == 0
    assert mark(editor, article, quote="border is closed", choice=f"{second}-{second + 16}").status_code == 302
    assert Claim.objects.get().anchors.get().start == second


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"quote": "no such words"}, "do not stand in the text"),
        ({"quote": "said MFA.kz.\n\nThe border"}, "over a paragraph"),
        ({"quote": "x" * 50_000}, "50,000 characters"),
        ({"quote": "—"}, "no word in it"),
        ({"quote": "<script>alert(1)</script>"}, "do not stand in the text"),
        ({"quote": "opened", "kind": ""}, "This field is required"),
        ({"quote": "opened", "kind": "rumour"}, "Select a valid choice"),
        ({"quote": "opened", "holds_for": "some day"}, "is not a date"),
        ({"quote": "opened", "value": "5"}, "property and a value"),
        ({"quote": "opened", "place": "0-99999999", "version": "77777777777777"}, None),
        ({"quote": "opened", "place": "-1-5", "choice": "'; DROP"}, None),
    ],
)
def test_what_cannot_be_marked_is_said_and_kept(editor, article, data, said):
    response = mark(editor, article, restatement="Kept as typed.", **data)

    if said is None:
        assert (response.status_code, Claim.objects.get().quote) == (302, "opened")
        return
    words = response.content.decode()
    assert (response.status_code, Claim.objects.count()) == (200, 0)
    assert said in words
    assert "Kept as typed." in words
    assert "<script>alert" not in words


def test_a_text_replaced_while_the_form_was_open_is_told_and_marked_on_confirmation(editor, article):
    editorial.revise(article, by=make_user(), reason="A first line.", body="A new line.\n\n" + BODY)
    at = BODY.index("opened")
    page = mark(editor, article, quote="opened", place=f"{at}-{at + 6}", restatement="Kept.")
    words = page.content.decode()

    assert "replaced by v2" in words
    assert (Claim.objects.count(), f'value="{at + 13}-{at + 19}"' in words, 'name="version" value="2"' in words) == (0, True, True)
    assert mark(editor, article, quote="opened", place=f"{at + 13}-{at + 19}", version="2", restatement="Kept.").status_code == 302
    assert Claim.objects.get().anchors.get().start == at + 13


def test_date_and_source_are_read_off_the_words(editor, article):
    page = mark(editor, article, quote="In January Kazakhstan opened 5 embassies", _read="1")
    form = page.context["form"]

    assert Claim.objects.count() == 0
    assert (form["holds_for"].value(), form["holds_basis"].value()) == ("2014-01", "resolved")
    assert form["holds_words"].value() == "“In January”, read from the date of publication, 2014-02-05"


def test_a_slip_gets_its_reading_beside_the_words(editor, article):
    assert mark(editor, article, quote="MFA.kz", reading="MFA of Kazakhstan", _correct="1").status_code == 302
    correction = Correction.objects.get()

    assert (correction.words, correction.reading, article.versions.get().body) == ("MFA.kz", "MFA of Kazakhstan", BODY)
    assert b"what the text has" in mark(editor, article, quote="opened", reading="opened", _correct="1").content
    assert b"Mark the words" in mark(editor, article, quote="", reading="x", _correct="1").content


def test_two_forms_on_one_claim_lose_nobodys_words(editor, article):
    claim = make_claim(article, by=make_user("editor"))
    address = reverse("admin:articles_claim_change", args=[claim.pk])
    made_from = editor.get(address).context["made_from"]
    form = {
        "made_from": made_from, "kind": "event", "restatement": "The first.", "claim_entities-TOTAL_FORMS": "0", "claim_entities-INITIAL_FORMS": "0",
    }  # fmt: skip
    assert editor.post(address, form).status_code == 302
    refused = editor.post(address, {**form, "restatement": "The second."})
    words = refused.content.decode()

    assert (refused.status_code, Claim.objects.get().restatement) == (200, "The first.")
    assert "The second." in words
    assert "You saved this record yourself after this page was opened" in words
    assert [change.act for change in Change.objects.of(claim)] == ["change", "mark"]


def test_a_published_claim_is_reworded_by_publishers_alone(editor, publisher, article):
    claim = make_claim(article, state="published")
    address = reverse("admin:articles_claim_change", args=[claim.pk])
    form = {"kind": "event", "restatement": "Forged.", "state": "draft", "pid": "kz3b7m9tx", "quote": "x", "finding": "wrong",
            "claim_entities-TOTAL_FORMS": "0", "claim_entities-INITIAL_FORMS": "0"}  # fmt: skip

    assert editor.post(address, form).status_code == 403
    refused = publisher.post(address, form)
    assert (refused.status_code, Claim.objects.get().restatement) == (200, claim.restatement)
    assert "Say why it is changed" in refused.content.decode()
    assert ">\nForged.</textarea>" in refused.content.decode()
    assert publisher.post(address, {**form, "restatement": claim.restatement, "note": "Seen."}).status_code == 302  # no reader sees a note
    assert publisher.post(address, {**form, "reason": "Misread."}).status_code == 302
    assert list(Change.objects.of(claim).values_list("act", "reason"))[:2] == [("reword", "Misread."), ("reword", "")]
    claim.refresh_from_db()
    assert (claim.restatement, claim.state, claim.finding, claim.quote, claim.pid != "kz3b7m9tx") == (
        "Forged.",
        "published",
        "unreviewed",
        None,
        True,
    )


def test_the_list_is_searched_in_quotations_and_restatements_as_the_archive_is(editor, django_assert_max_num_queries):
    article = make_article(access="record", body="The ministers signed a protocol. Министры подписали соглашение.")
    quoted = make_claim(article, words="The ministers signed a protocol", restatement="They agreed.")
    russian = make_claim(article, words="Министры подписали соглашение", restatement="Of 57 rooms.", measured="rooms", value="57")

    def found(asked):
        with django_assert_max_num_queries(20):
            return [claim.pid for claim in editor.get("/admin/articles/claim/", {"q": asked}).context["cl"].result_list]

    for asked, wanted in [
        ("protocols", [quoted]), ("соглашения", [russian]), ('"signed a"', [quoted]), ("-signed", [russian]), ("57", [russian]),
        ("agre*", [quoted]), ("ministers they", [quoted]), ("nobody", []), (quoted.pid, [quoted]),
        ('author:"!!" topic:"!!"', [russian, quoted]), ('author:"." OR topic:"."', [russian, quoted]),
    ]:  # fmt: skip
        assert found(asked) == [claim.pid for claim in wanted], asked
    editorial.edit(quoted, by=quoted.created_by, values={"restatement": "They parted."})
    assert (found("agreed"), found("parting")) == ([], [quoted.pid])
    editorial.discard_claim(russian, by=russian.created_by)
    assert found("57 OR signed") == [quoted.pid]


def test_words_in_review_are_placed_by_a_person(editor, article):
    claim = make_claim(article, words="opened 5 embassies")
    editorial.revise(article, by=make_user(), reason="Counted.", body=BODY.replace("5 embassies", "6 embassies"))
    address = reverse("admin:articles_claim_change", args=[claim.pk])
    page = editor.get(address).content.decode()
    place = reverse("admin:articles_claim_place", args=[claim.pk])
    assert "The words have no place in v2" in page

    assert editor.post(place, {"choice": "words", "words": "opened 7"}).status_code == 302
    assert claim.anchors.last().start is None
    assert editor.post(place, {"choice": "words", "words": "opened 6 embassies"}).status_code == 302
    anchor = claim.anchors.order_by("version__number").last()
    assert (anchor.exact, anchor.state, anchor.placed_by is not None) == ("opened 6 embassies", "moved", True)


def test_a_proposed_pair_is_linked_or_remembered_as_unrelated(editor, article):
    entity = make_entity()
    dated = {"holds_basis": "stated", "about": [entity]}
    one = make_claim(article, restatement="The treaty was signed in Astana by both", holds_for="2014-05-01", **dated)
    other = make_claim(article, restatement="The treaty was signed in Astana by both", holds_for="2014-05-02", **dated)
    third = make_claim(article, restatement="The treaty was signed in Astana by both", holds_for="2014-05-03", **dated)
    proposals = {(p.first_id, p.second_id): p for p in ClaimProposal.objects.all()}
    assert set(proposals) == {(one.pk, other.pk), (one.pk, third.pk), (other.pk, third.pk)}
    assert {p.kind for p in proposals.values()} == {"conflicts with"}

    address = reverse("admin:articles_claimproposal_link", args=[proposals[one.pk, other.pk].pk])
    assert editor.post(address, {"kind": "refines", "reason": "More exact.", "is_turned": "on"}).status_code == 302
    assert [(link.from_claim, link.kind, link.to_claim) for link in ClaimLink.objects.all()] == [(other, "refines", one)]
    assert editor.post(reverse("admin:articles_claimproposal_unrelated", args=[proposals[one.pk, third.pk].pk])).status_code == 302
    editorial.edit(third, by=make_user(), values={"note": "x"})
    assert set(ClaimProposal.objects.values_list("first", "second", "answer")) == {
        (one.pk, other.pk, "linked"),
        (one.pk, third.pk, "unrelated"),
        (other.pk, third.pk, "open"),
    }
    assert editor.get(reverse("admin:articles_claimproposal_changelist")).status_code == 200


def test_what_waits_of_claims_stands_on_one_page(editor, publisher, article, django_assert_num_queries):
    by, other = make_user("editor", username="second"), make_user("publisher", username="third")
    elsewhere = make_article(state="published", body="Another text of few words.", title="Elsewhere")
    make_claim(elsewhere, state="in review", restatement="Of another article.")
    make_claim(article, state="in review", by=by, restatement="In review it is.", note="Look at the date.")
    back = make_claim(article, state="in review", restatement="Sent back it was.")
    editorial.send_claim_back(back, by=other, reason="Which of the two borders?")
    make_claim(article, words="opened 5 embassies", restatement="Words that changed.", about=[(entity := make_entity())], holds_for="2014",
               holds_basis="stated", measured="embassies", value="5")  # fmt: skip
    make_claim(article, restatement="Six, says another.", about=[entity], holds_for="2014", holds_basis="stated", measured="embassies", value="6")
    gone = make_claim(article, words="The border is closed", restatement="Words that went.")
    differing = make_claim(article, restatement="Two found two things.")
    assess(differing, by=other)
    assess(differing, by=by, finding="contested")
    assess(gone, by=other)
    assess(gone, by=other, finding="contested")
    body = "In January Kazakhstan opened 6 embassies, 🇰🇿 said MFA.kz."
    editorial.revise(article, by=other, reason="Counted.", body=body)
    queue = reverse("admin:articles_claim_queue")

    def shown(response):
        return {
            section.heading: [(entry.label, entry.reason, entry.note, [label for _, label in entry.acts]) for entry in section.entries]
            for section in response.context["sections"]
        }

    expected = {
        "In review": [("In review it is.", "", "Look at the date.", ["Publish", "Send back"])],
        "Sent back": [("Sent back it was.", "Which of the two borders?", "", ["Submit for review"])],
        "Words that need review": [("Words that changed.", "opened 5 embassies", "", [])],
        "Words that are gone": [("Words that went.", "The border is closed", "", [])],
        "Proposed links": [("Words that changed. / Six, says another.", "", "", ["Link them", "Unrelated"])],
        "Reviewers differ": [("Two found two things.", "", "", ["Assess"])],
    }
    assert shown(publisher.get(f"{queue}?article={article.pk}")) == expected
    expected["In review"] = [(*expected["In review"][0][:3], [])]
    assert shown(editor.get(f"{queue}?article={article.pk}")) == expected
    everything = editor.get(queue)
    assert [section.count for section in everything.context["sections"]] == [2, 1, 1, 1, 1, 1]
    assert "There is no such article" in editor.get(f"{queue}?article=9999999").content.decode()
    for number in range(20):
        make_claim(elsewhere, state="in review", restatement=f"More, {number}.")
    with django_assert_num_queries(19):  # as many as with two
        editor.get(queue)


# What a revision does to them. The page is sent as a browser without scripts sends it.

MARKED = ["The dam is old.", "Ten tonnes were sold.", "The treaty was signed in Astana.", "Nobody was asked.", "The river is shared."]
REVISED = (
    "The dam is old.\n\nSteel: Ten tonnes were sold. Coal: Ten tonnes were sold.\n\n"
    "In May The treaty was signed in Astana, and again in June The treaty was signed in Astana.\n\nThe river is shared."
)


def test_what_was_decided_about_claims_in_the_revised_text_is_done(publisher):
    article = make_article(body="\n\n".join(MARKED), state="published", by=publisher.user)
    stays, sold, treaty, asked, moves = (make_claim(article, words=words, state="published", by=publisher.user) for words in MARKED)
    address = reverse("admin:articles_article_revise", args=[article.pk])
    typed = {**fields_of(publisher.get(address)), "body": REVISED, "reason": "Another edition."}

    looked_at = publisher.post(address, {**typed, "_look": "See what changes"})
    form = fields_of(looked_at)
    assert {name: value for name, value in form.items() if name.startswith("decision-")} == {
        f"decision-{claim.pid}": "" for claim in (sold, treaty, asked)
    }

    # One whose words are gone has to be decided about; what is chosen stays chosen until then.
    second = REVISED.index("Ten tonnes", REVISED.index("Coal"))
    chosen = {f"decision-{sold.pid}": f"{second}-{second + len(MARKED[1])}", f"decision-{treaty.pid}": "gone"}
    refused = publisher.post(address, {**form, **chosen})
    kept = fields_of(refused)
    assert [fault.partition(":")[0] for fault in faults_of(refused)] == ["The words of published claims are gone from this text"]
    assert (article.versions.count(), {name: kept[name] for name in chosen}) == (1, chosen)

    assert publisher.post(address, {**kept, f"decision-{asked.pid}": "gone"}).status_code == 302
    anchors = {anchor.claim_id: anchor for anchor in article.versions.get(number=2).anchors.all()}
    assert {claim.pid: (anchors[claim.pk].state, anchors[claim.pk].start, anchors[claim.pk].placed_by) for claim in (
        stays, sold, treaty, asked, moves,
    )} == {
        stays.pid: ("exact", 0, None), sold.pid: ("moved", second, publisher.user), treaty.pid: ("orphaned", None, publisher.user),
        asked.pid: ("orphaned", None, publisher.user), moves.pid: ("moved", REVISED.index("The river"), None),
    }  # fmt: skip


def test_what_nobody_decided_waits_and_a_forged_place_is_none(publisher):
    article = make_article(body="\n\n".join(MARKED[:2]), state="published", by=publisher.user)
    claim = make_claim(article, words=MARKED[1], state="published", by=publisher.user)
    address = reverse("admin:articles_article_revise", args=[article.pk])
    body = "Coal: Ten tonnes were sold. Steel: Ten tonnes were sold."
    typed = {**fields_of(publisher.get(address)), "body": body, "reason": "Another edition."}

    assert publisher.post(address, {**typed, f"decision-{claim.pid}": "0-4", "decision-kz3b7m9tx": "gone"}).status_code == 302
    anchor = article.versions.get(number=2).anchors.get()
    assert (anchor.state, anchor.start, len(anchor.candidates)) == ("needs review", None, 2)
