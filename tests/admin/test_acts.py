"""The acts of an editor at the desk: each asks, says no in words on its own form, and writes only what ``editorial`` writes."""

import datetime as dt

import pytest
from django.urls import reverse

from articles import editorial
from articles.models import Article, Suggestion
from kzarchive.history.models import Change
from tests.factories import make_article, make_author, make_entity, make_publication

from .pages import faults_of, fields_of, messages_of

# The acts themselves are tried on both databases, below the pages: tests/articles/editorial.
pytestmark = [pytest.mark.django_db, pytest.mark.engine_free]


def address(article, act):
    return reverse(f"admin:articles_article_{act.replace('-', '_')}", args=[article.pk])


def do(client, article, act, **given):
    return client.post(address(article, act), given, follow=True)


def state_of(article):
    return Article.objects.get(pk=article.pk).state


def acts_of(article):
    return list(Change.objects.of(article).values_list("act", "reason"))


def test_a_draft_goes_to_review_and_back_and_out(contributor, publisher):
    article = make_article()

    said = [
        messages_of(do(contributor, article, "submit")),
        messages_of(do(publisher, article, "send-back", reason="The date is missing.")),
        messages_of(do(publisher, article, "publish")),
        messages_of(do(publisher, article, "withdraw", reason="privacy", note="Asked for.")),
        messages_of(do(publisher, article, "publish-again", reason="Settled.")),
    ]

    assert said == [
        [f"The article {article.pid} is in review now."],
        [f"The article {article.pid} is a draft again."],
        [f"The article {article.pid} is published."],
        [f"The article {article.pid} is withdrawn."],
        [f"The article {article.pid} is published again."],
    ]
    assert acts_of(article) == [
        ("publish again", "Settled."),
        ("withdraw", "privacy: Asked for."),
        ("publish", ""),
        ("send back", "The date is missing."),
        ("submit", ""),
    ]


def test_why_a_draft_was_sent_back_stands_on_its_page_until_it_is_submitted_again(contributor, editor):
    article = make_article(state="in review", by=contributor.user)
    do(editor, article, "send-back", reason="The date is missing.")

    told = [contributor.get(address(article, "change")).context["sent_back"]]
    do(contributor, article, "submit")
    do(editor, article, "send-back", reason="Now the author is.")
    told.append(contributor.get(address(article, "change")).context["sent_back"])
    do(contributor, article, "submit")
    told.append(contributor.get(address(article, "change")).context["sent_back"])

    said = [one and (one["by"].username, one["reason"]) for one in told]
    assert said == [("editor", "The date is missing."), ("editor", "Now the author is."), None]


def test_the_page_that_assigns_shows_whose_turn_it_is(editor):
    article = make_article(assigned_to=editor.user)

    assert fields_of(editor.get(address(article, "assign")))["to"] == str(editor.user.pk)


def test_a_second_click_on_publish_is_told_so(publisher):
    article = make_article()
    do(publisher, article, "publish")

    response = do(publisher, article, "publish")

    assert (response.status_code, messages_of(response), acts_of(article)) == (
        200, [f"The article {article.pid} is published: nothing was done."], [("publish", "")],
    )  # fmt: skip


def test_publishing_says_what_is_missing(publisher):
    article = make_article(body="")

    shown = publisher.get(address(article, "publish"))
    done = do(publisher, article, "publish")

    assert (shown.context["missing"], faults_of(done), state_of(article)) == (
        ["It has neither a text nor an abstract."],
        ["It has neither a text nor an abstract."],
        "draft",
    )


def test_a_withdrawal_without_a_reason_keeps_what_was_typed(publisher):
    article = make_article(state="published")

    response = do(publisher, article, "withdraw", reason="", note="Asked for by the publisher.")

    assert (faults_of(response), fields_of(response)["note"], state_of(article)) == (
        ["This field is required."], "Asked for by the publisher.", "published",
    )  # fmt: skip


def test_a_duplicate_must_name_the_record_that_stays(publisher):
    article = make_article(state="published")

    response = do(publisher, article, "withdraw", reason="duplicate", note="Twice.")

    assert (faults_of(response), fields_of(response)["note"], state_of(article)) == (
        ["A duplicate names the record that stays."], "Twice.", "published",
    )  # fmt: skip


def test_a_duplicate_leads_to_the_record_that_stays(publisher):
    article, other = make_article(state="published"), make_article(state="published")

    do(publisher, article, "withdraw", reason="duplicate", successor=other.pk)

    assert list(Article.objects.filter(pk=article.pk).values_list("state", "successor")) == [("withdrawn", other.pk)]


@pytest.mark.parametrize("successor", ["abc", "99999999999999999999999", "-1", "0x1", "٣"])
def test_a_successor_that_is_no_article_is_a_fault(publisher, successor):
    article = make_article(state="published")

    response = do(publisher, article, "withdraw", reason="superseded", successor=successor)

    assert (response.status_code, faults_of(response)) == (
        200, ["Select a valid choice. That choice is not one of the available choices."],
    )  # fmt: skip


@pytest.mark.parametrize("act", ["send-back", "publish-again"])
def test_an_act_that_asks_why_is_not_done_without(publisher, act):
    article = make_article(state="in review" if act == "send-back" else "withdrawn")
    before = state_of(article)

    assert (faults_of(do(publisher, article, act, reason=" ")), state_of(article)) == (["This field is required."], before)


def test_a_control_character_in_a_reason_is_named(publisher):
    article = make_article(state="in review")

    assert faults_of(do(publisher, article, "send-back", reason="No\x00 date")) == ["Character 3 is a control character (U+0000): remove it."]


def test_forged_fields_of_an_act_take_no_effect(publisher):
    article = make_article()

    do(publisher, article, "publish", title="forged", first_published_at="2001-01-01", by="1", access="full", state="withdrawn")

    after = Article.objects.get()
    assert (after.title, after.access, after.state, after.first_published_at.year > 2001) == (article.title, "record", "published", True)


def test_an_act_is_not_done_by_reading_its_page(publisher):
    article = make_article()

    assert (publisher.get(address(article, "publish")).status_code, state_of(article)) == (200, "draft")


def test_acts_ask_for_the_token_of_the_form(publisher):
    publisher.handler.enforce_csrf_checks = True
    article = make_article()

    assert (publisher.post(address(article, "publish")).status_code, state_of(article)) == (403, "draft")


@pytest.mark.parametrize("act", ["submit", "publish", "withdraw", "revise", "suggestions", "discard"])
def test_an_act_upon_no_article_leads_back_to_the_list(publisher, act):
    for number in ("0", "99999999999999999999", "abc"):
        response = publisher.get(f"/admin/articles/article/{number}/{act}/", follow=True)

        assert messages_of(response) == [f"article with ID “{number}” doesn’t exist. Perhaps it was deleted?"]


def test_a_draft_is_discarded_and_its_pid_stays_taken(contributor):
    article = make_article()

    response = contributor.post(f"/admin/articles/article/{article.pk}/delete/", {"post": "yes"}, follow=True)

    assert (messages_of(response), Article.objects.count(), Change.objects.get().act) == ([f"The article {article.pid} is discarded."], 0, "discard")


def test_what_was_public_is_not_discarded(publisher):
    article = make_article(state="published")

    response = do(publisher, article, "discard")

    assert (messages_of(response), state_of(article)) == ([f"The article {article.pid} is published: nothing was done."], "published")


def test_the_page_of_an_article_offers_what_can_be_done_now(contributor, editor, publisher):
    def offered(client, article):
        context = client.get(reverse("admin:articles_article_change", args=[article.pk])).context
        return [label for _, label in context["acts"]]

    draft, public, gone = make_article(), make_article(state="published"), make_article(state="withdrawn")

    assert [[offered(client, article) for article in (draft, public, gone)] for client in (contributor, editor, publisher)] == [
        [["Submit for review", "Assign", "Note", "Join", "Discard"], ["Note"], ["Note"]],
        [
            ["Submit for review", "Assign", "Note", "Join", "Discard", "Mark claims", "Suggested tags"],
            ["Note", "Mark claims", "Suggested tags"],
            ["Note", "Mark claims", "Suggested tags"],
        ],
        [
            ["Submit for review", "Publish", "Assign", "Note", "Join", "Discard", "Mark claims", "Suggested tags"],
            ["Note", "Withdraw", "Revise", "Mark claims", "Suggested tags"],
            ["Note", "Publish again", "Revise", "Mark claims", "Suggested tags"],
        ],
    ]
    assert offered(contributor, make_article(state="in review")) == ["Assign", "Note"]


# Several articles on one page, and one on two


def test_the_other_articles_of_a_page_become_drafts_by_one_press(contributor):
    said = {
        ("A river shared", "Dana Omarova"): "The ministries agreed on Monday to measure the river together, and to publish what they find.",
        ("A bridge opened", "Timur Aliyev"): "The bridge near the border was opened on Friday after four years of work, and lorries crossed it.",
    }
    end = "ENDS\n\nCopyright The Steppe Wire — all rights reserved"
    page = "\n\n".join(f"{title}\n\nBy {author}\n\n5 March 2019\n\n{words} {words}\n\n{end}" for (title, author), words in said.items())
    capture = editorial.prepare("page.txt", page.encode(), names=editorial.KnownNames.current(), today=dt.date(2020, 1, 1))
    editorial.bring_in([capture], editorial.Terms(by=contributor.user))
    article = Article.objects.get()
    offered = [label for _, label in contributor.get(address(article, "change")).context["acts"]]

    response = do(contributor, article, "split")

    assert ("Split" in offered, [one.title for one in Article.objects.order_by("id")]) == (True, ["A river shared", "A bridge opened"])
    assert messages_of(response) == [f"The article {article.pid} stays as it is: the other articles of its page are drafts now."]
    again = do(contributor, article, "split")
    assert faults_of(again) == [f"No other article is left in the captures of {article.pid}."]


def test_a_draft_is_joined_to_what_goes_before_it(contributor, editor):
    first, rest = make_article(title="Whole", body="It begins here and"), make_article(title="Whole (2)", body="ends there.")
    in_review = make_article(state="in review", body="Not for a contributor.")

    refused = do(contributor, first, "join", rest=in_review.pk)
    do(contributor, first, "join", rest=rest.pk)

    assert Article.objects.filter(pk=in_review.pk).exists(), messages_of(refused)
    assert (first.versions.get().body, Article.objects.filter(pk=rest.pk).exists()) == ("It begins here and ends there.", False)


# Revising


def revise(client, article, **changes):
    page = address(article, "revise")
    return client.post(page, {**fields_of(client.get(page)), **changes}, follow=True)


def test_a_revision_changes_record_text_byline_and_printings_at_once(publisher):
    one, two = make_author("Dana Omarova"), make_author("Aigerim Sadykova")
    journal = make_publication("The Steppe Review")
    article = make_article(state="published", body="One.\n\nTwo.", authors=[one])

    response = revise(
        publisher, article,
        **{
            "reason": "The author sent corrections.", "title": "On water", "body": "One.\r\n\r\nTwo, mended.",
            "credits-0-ORDER": "2", "credits-0-role": "analyst", "credits-1-name": "A. Sadykova", "credits-1-author": two.pk, "credits-1-ORDER": "1",
            "printings-0-publication": journal.pk, "printings-0-published_on": "2014-02", "printings-0-pages": "3–5",
        },
    )  # fmt: skip

    article.refresh_from_db()
    assert messages_of(response) == [f"The article {article.pid} is shown as version 2."]
    assert (article.title, article.current.number, article.current.body, article.current.reason) == (
        "On water", 2, "One.\n\nTwo, mended.", "The author sent corrections.",
    )  # fmt: skip
    assert list(article.contributions.order_by("position").values_list("name", "author", "role")) == [
        ("A. Sadykova", two.pk, None),
        ("Dana Omarova", one.pk, "analyst"),
    ]
    assert list(article.also_printed.values_list("publication", "published_on", "pages")) == [(journal.pk, "2014-02", "3–5")]


def test_a_revision_that_changes_nothing_is_told_so(publisher):
    article = make_article(
        state="published", body="One.\n\nTwo.", abstract="A line.\nAnother.", quality=["truncated"], authors=[make_author()],
        publication=make_publication(), published_on="2014-02",
    )  # fmt: skip
    article.versions.get()

    response = revise(publisher, article, reason="Because.")

    assert (faults_of(response), article.versions.count()) == (["Nothing differs from the version that is shown."], 1)


def test_a_revision_without_a_reason_keeps_what_was_typed(publisher):
    article = make_article(state="published", body="One.")

    response = revise(publisher, article, reason="", title="Typed", body="Typed text.", **{"credits-0-name": "Typed name"})

    kept = fields_of(response)
    assert (faults_of(response), kept["title"], kept["body"], kept["credits-0-name"], article.versions.count()) == (
        ["This field is required."], "Typed", "Typed text.", "Typed name", 1,
    )  # fmt: skip
    assert '<li><a href="#id_reason">Reason</a>: This field is required.</li>' in response.text


def test_a_revision_to_an_invalid_record_is_a_fault_of_the_field(publisher):
    article = make_article(state="published")

    response = revise(publisher, article, reason="Dated.", published_on="2041-01-01", published_basis="stated")

    assert response.context["form"].errors == {"published_on": ["2041-01-01 is still to come: nothing can have been published then."]}


def test_kinds_that_do_not_fit_the_new_text_are_a_fault_of_their_field(publisher):
    article = make_article(state="published", body="One.")

    response = revise(publisher, article, reason="Headings.", kinds="hp")

    assert response.context["form"].errors == {"kinds": ["The text has 1 blocks: give one letter for each, p, h or c."]}


def test_a_revision_over_someone_elses_is_refused_with_what_was_typed(publisher, superuser):
    article = make_article(state="published", body="One.")
    mine = fields_of(publisher.get(address(article, "revise")))
    revise(superuser, article, reason="First.", title="Theirs", body="Their text.")

    response = publisher.post(address(article, "revise"), {**mine, "reason": "Second.", "body": "My text."})

    apart = [stretch.text for block in response.context["text_difference"] for stretch in block.stretches]
    assert (response.status_code, fields_of(response)["body"], apart, article.versions.count()) == (
        200, "My text.", ["Their text.", "My text."], 2,
    )  # fmt: skip
    assert ("Title", "Theirs", mine["title"]) in response.context["beside"]


def test_forged_fields_of_a_revision_take_no_effect(publisher):
    article = make_article(state="published", body="One.", authors=[make_author()])
    other = make_article(state="published", authors=[make_author("Other")])
    before = list(other.contributions.values())

    revise(
        publisher, article,
        **{
            "reason": "Mended.", "title": "Mended", "state": "withdrawn", "pid": "kz3b7m9tx", "is_demo": "on", "first_published_at": "2001-01-01",
            "created_by": "1", "current": other.current_id, "credits-0-id": before[0]["id"], "credits-0-article": other.pk,
            "credits-0-position": "9", "number": "7", "made_by": "1", "frozen_at": "2001-01-01",
        },
    )  # fmt: skip

    after = Article.objects.get(pk=article.pk)
    assert (after.pid, after.state, after.is_demo, after.first_published_at, after.created_by, after.current.number, after.current.made_by) == (
        article.pid, "published", False, article.first_published_at, None, 2, publisher.user,
    )  # fmt: skip
    assert (list(other.contributions.values()), list(after.contributions.values_list("position", flat=True))) == (before, [1])


def test_a_draft_is_not_revised(publisher):
    article = make_article()

    assert messages_of(publisher.get(address(article, "revise"), follow=True)) == [f"The article {article.pid} was never public: edit the draft."]


# Suggested tags


def suggested(article, name, **fields):
    entity = make_entity(name)
    return Suggestion.objects.create(article=article, entity=entity, found=name, **fields)


def test_suggestions_are_confirmed_refused_and_left_open(editor):
    article = make_article()
    first, second, third = (suggested(article, name) for name in ("Astana", "Almaty", "Aktau"))

    response = do(
        editor, article, "suggestions",
        **{f"suggestion-{first.pk}": "accepted", f"suggestion-{second.pk}": "refused", f"suggestion-{third.pk}": "open", "_save": "1"},
    )  # fmt: skip

    assert messages_of(response) == ["2 suggested tags are answered."]
    assert list(article.suggestions.values_list("answer", "answered_by__username")) == [
        ("accepted", "editor"), ("refused", "editor"), ("open", None),
    ]  # fmt: skip
    assert [str(tag) for tag in article.tagged_entities.all()] == ["Astana"]


def test_all_that_are_not_ambiguous_are_confirmed_at_once(editor):
    article = make_article()
    suggested(article, "Astana")
    suggested(article, "Almaty", is_ambiguous=True)

    response = do(editor, article, "suggestions", _all="1")

    assert (messages_of(response), list(article.suggestions.values_list("answer", flat=True))) == (
        ["1 suggested tag is answered."], ["accepted", "open"],
    )  # fmt: skip


def test_what_was_refused_on_the_page_stays_refused_when_all_others_are_confirmed(editor):
    article = make_article()
    refused = suggested(article, "Almaty")
    suggested(article, "Astana")

    response = do(editor, article, "suggestions", **{f"suggestion-{refused.pk}": "refused", "_all": "1"})

    assert messages_of(response) == ["2 suggested tags are answered."]
    assert list(article.suggestions.order_by("pk").values_list("answer", flat=True)) == ["refused", "accepted"]
    assert [str(tag) for tag in article.tagged_entities.all()] == ["Astana"]


def test_suggestions_of_another_article_cannot_be_answered_here(editor):
    article, other = make_article(), suggested(make_article(), "Astana")
    suggested(article, "Almaty")

    do(editor, article, "suggestions", **{f"suggestion-{other.pk}": "accepted"})

    other.refresh_from_db()
    assert other.answer == "open"


def test_an_answer_that_is_none_is_a_fault(editor):
    article = make_article()
    one = suggested(article, "Astana")

    response = do(editor, article, "suggestions", **{f"suggestion-{one.pk}": "maybe"})

    assert (response.status_code, faults_of(response)) == (200, ["Select a valid choice. maybe is not one of the available choices."])
