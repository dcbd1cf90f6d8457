"""What was typed is not lost: by an expired session, a second window, a second editor; and a former value can stand again."""

import datetime as dt
from urllib.parse import unquote

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Batch, Claim, Suggestion, TaggedEntity
from kzarchive.desk import sheets
from kzarchive.desk.models import MOST_OF_ONE, Scratch
from kzarchive.history.models import Change
from kzarchive.merging import acts as merging
from kzarchive.merging.models import Merge, Pair
from tests.factories import CC_BY, make_article, make_author, make_claim, make_entity, make_user

from .conftest import at_the_desk
from .pages import faults_of, fields_of, messages_of

pytestmark = pytest.mark.django_db

SCRATCH = "/admin/scratch/"


def page(record, name="change"):
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_{name}", args=[record.pk])


def typed(client, address, **changes):
    return {**fields_of(client.get(address)), **changes}


def test_a_form_posted_after_the_session_expired_is_offered_after_the_log_in(editor):
    article = make_article(title="On water", body="One.")
    form = typed(editor, page(article), title="An hour of typing", body="Much more.")
    editor.logout()

    refused = editor.post(page(article), form)
    told = messages_of(editor.get(refused["Location"]))
    editor.force_login(editor.user)
    offered = editor.get(refused["Location"].partition("next=")[2])

    scratch = Scratch.objects.get()
    assert told == ["You were logged out. What you typed is kept, and is offered on its page once you are logged in."]
    assert (refused.status_code, scratch.user, Article.objects.get().title) == (302, editor.user, "On water")
    assert f"?scratch={scratch.pk}" in offered.content.decode()

    taken_up = editor.get(page(article), {"scratch": scratch.pk})
    again = fields_of(taken_up)
    assert (again["title"], again["body"], Article.objects.get().title) == ("An hour of typing", "Much more.", "On water")
    assert [fault.partition(" on ")[0] for fault in faults_of(taken_up)] == ["This is what you typed"]

    editor.post(page(article), again)
    assert (Article.objects.get().title, article.versions.get().body, Scratch.objects.count()) == ("An hour of typing", "Much more.", 0)


def test_a_form_from_before_another_log_in_is_kept_too():
    client = Client(enforce_csrf_checks=True)
    user = make_user("editor")
    client.force_login(user)
    article = make_article()
    shown = client.get(page(article))
    form = {**fields_of(shown), "title": "Typed", "csrfmiddlewaretoken": "x" * 64}

    answer = client.post(page(article), form)

    assert (answer.status_code, answer["Location"], Scratch.objects.get().data["title"]) == (302, page(article), ["Typed"])


def test_without_a_sheet_of_ours_nothing_is_kept():
    client = Client(enforce_csrf_checks=True)
    article = make_article()
    answers = [client.post(page(article), {"title": "x", "_sheet": sheet}).status_code for sheet in ("", "forged", "a:b:c")]

    assert (answers, Scratch.objects.count()) == ([403] * 3, 0)


def test_what_is_typed_is_kept_while_one_types_and_shown_to_nobody_else(editor, publisher):
    article = make_article()
    kept = editor.post(SCRATCH, typed(editor, page(article), title="Half a tit"))
    editor.post(SCRATCH, {**typed(editor, page(article)), "title": "Of another window"})

    assert kept.status_code == 204
    assert sorted(scratch.data["title"][0] for scratch in Scratch.objects.all()) == ["Half a tit", "Of another window"]
    assert editor.get(page(article)).content.decode().count("?scratch=") == 2
    assert publisher.get(page(article)).content.decode().count("?scratch=") == 0
    taken = publisher.get(page(article), {"scratch": Scratch.objects.first().pk})
    assert fields_of(taken)["title"] == article.title
    assert Change.objects.count() == 0


def test_the_same_window_keeps_one_scratch(editor):
    article = make_article()
    form = typed(editor, page(article))

    for title in ("H", "Ha", "Half"):
        editor.post(SCRATCH, {**form, "title": title})

    assert [scratch.data["title"] for scratch in Scratch.objects.all()] == [["Half"]]


def test_passwords_and_tokens_are_not_kept(superuser):
    form = typed(superuser, page(make_article()), password1="secret secret", old_password="secret secret")

    superuser.post(SCRATCH, {**form, "csrfmiddlewaretoken": "x", "_save": "Save"})

    assert {name for name in Scratch.objects.get().data if "password" in name or name.startswith("_") or "token" in name} == set()


def test_too_much_is_not_kept_and_too_many_make_the_oldest_go(editor):
    form = typed(editor, page(make_article()))
    assert editor.post(SCRATCH, {**form, "body": "x" * (sheets.LONGEST + 1)}).status_code == 409
    for number in range(MOST_OF_ONE + 3):
        Scratch.objects.keep(editor.user, form="/admin/", sheet=str(number), data={})

    assert (Scratch.objects.count(), Scratch.objects.filter(sheet="0").exists()) == (MOST_OF_ONE, False)


def test_what_is_old_is_offered_no_more(editor):
    article = make_article()
    editor.post(SCRATCH, typed(editor, page(article)))
    Scratch.objects.update(saved_at=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))

    assert "?scratch=" not in editor.get(page(article)).content.decode()


def test_thrown_away_is_gone_and_nobody_throws_away_what_is_not_theirs(editor, publisher):
    article = make_article()
    editor.post(SCRATCH, typed(editor, page(article)))
    scratch = Scratch.objects.get()

    publisher.post(SCRATCH, {"_forget": scratch.pk})
    assert Scratch.objects.count() == 1
    assert editor.post(SCRATCH, {"_forget": scratch.pk})["Location"] == page(article)
    assert Scratch.objects.count() == 0


def test_words_taken_up_from_before_somebody_elses_save_are_laid_side_by_side(editor, publisher):
    article = make_article(title="On water", body="One two three four.")
    editor.post(SCRATCH, typed(editor, page(article), title="Mine", body="One two three five."))
    publisher.post(page(article), typed(publisher, page(article), title="Theirs"))

    shown = editor.get(page(article), {"scratch": Scratch.objects.get().pk})

    assert len(faults_of(shown)) == 2
    words = shown.content.decode()
    assert ('<th scope="row">Title</th><td>Theirs</td><td>Mine</td>' in words, "<del> four.</del><ins> five.</ins>" in words) == (True, True)
    assert Article.objects.get().title == "Theirs"


@pytest.mark.parametrize("number", ["0", "-1", "x", "²", "9" * 30, "1 OR 1=1"])
def test_a_scratch_that_is_not_there_is_no_error(editor, number):
    article = make_article()

    assert editor.get(page(article), {"scratch": number}).status_code == 200
    assert editor.post(SCRATCH, {"_forget": number}).status_code in {302, 409}


def test_what_was_typed_into_a_revision_and_into_an_act_is_offered_and_does_nothing_by_itself(publisher):
    article = make_article(state="published", body="One.")
    for name, field in (("revise", "title"), ("withdraw", "note")):
        address = page(article, name)
        publisher.post(SCRATCH, typed(publisher, address, **{field: "Typed", "reason": "error"}))
        shown = publisher.get(address, {"scratch": Scratch.objects.latest("id").pk})
        assert (shown.status_code, fields_of(shown)[field]) == (200, "Typed")

    assert (Article.objects.get().state, article.versions.count()) == ("published", 1)


# A second editor


def test_the_second_save_is_refused_with_both_side_by_side(editor, publisher):
    author = make_author("Dana Omarova")
    stale = typed(editor, page(author), name="D. Omarova")
    publisher.post(page(author), typed(publisher, page(author), name="Dana K. Omarova", family="Omarova"))

    words = editor.post(page(author), stale).content.decode()

    assert '<th scope="row">Name</th><td>Dana K. Omarova</td><td>D. Omarova</td>' in words
    assert '<th scope="row">Family name</th><td>Omarova</td><td>–</td>' in words


# A former value


def restore(client, record, change, field):
    return client.post(page(record, "restore"), {"change": change.pk, "field": field}, follow=True)


def test_a_former_value_stands_again_as_a_new_change(editor, publisher):
    article = make_article(title="On water")
    publisher.post(page(article), typed(publisher, page(article), title="On steel"))
    change = Change.objects.get()
    assert 'name="field" value="title"' in editor.get(page(article, "history")).content.decode()

    response = restore(editor, article, change, "title")

    newest = Change.objects.first()
    assert (messages_of(response), Article.objects.get().title_key) == (["The former value stands again."], "on water")
    assert [(c.act, c.by.username, c.before["title"], c.after["title"]) for c in Change.objects.order_by("id")] == [
        ("change", "publisher", "On water", "On steel"), ("restore value", "editor", "On steel", "On water"),
    ]  # fmt: skip
    assert newest is not None


def test_only_fields_of_the_form_are_put_back_and_only_by_who_may_edit(contributor, editor):
    article, author = make_article(title="On water"), make_author()
    forged = Change.objects.create(
        by=editor.user, act="change", kind="articles.article", object_id=str(article.pk), label="x",
        before={"state": "published", "title": "Old", "created_by_id": 1, "published_basis": "stated"},
    )  # fmt: skip
    of_author = Change.objects.create(
        by=editor.user, act="change", kind="articles.author", object_id=str(author.pk), label="x", before={"name": "Old", "slug": "old"}
    )

    answers = [restore(editor, article, forged, field).status_code for field in ("state", "created_by_id", "pid", "body", "nothing")]
    answers.append(restore(contributor, author, of_author, "name").status_code)
    answers.append(restore(editor, author, of_author, "slug").status_code)
    answers.append(restore(editor, author, forged, "name").status_code)

    assert answers == [403] * 8
    response = restore(editor, article, forged, "published_basis")
    assert messages_of(response) == ["A date and its basis go together: give both or neither."]
    assert Change.objects.count() == 2


def test_the_record_of_what_was_public_is_put_back_by_a_revision_alone(publisher):
    article = make_article(state="published", title="On water")
    change = Change.objects.create(
        by=publisher.user, act="change", kind="articles.article", object_id=str(article.pk), label="x", before={"title": "Old"}
    )

    assert restore(publisher, article, change, "title").status_code == 403


def test_somebody_who_lost_the_desk_keeps_nothing(editor):
    form = typed(editor, page(make_article()))
    editor.user.is_staff = False
    editor.user.save()

    assert (at_the_desk(editor.user).post(SCRATCH, form).status_code, Scratch.objects.count()) == (302, 0)


# Pages that make no record of their own


def sent_too_late(client, address, form):
    """Send ``form`` when the session is over, log in again, and return the page that the log-in leads back to."""
    client.logout()
    refused = client.post(address, form)
    assert refused.status_code == 302
    client.force_login(client.user)
    return client.get(unquote(refused["Location"].partition("next=")[2]))


def test_a_page_pasted_after_the_session_expired_is_offered_after_the_log_in(contributor):
    bring_in = "/admin/articles/batch/import/"
    pasted = "On water\r\n\r\nThe river is shared.\r\n\r\n  “<b>Қазақ</b>” "
    form = typed(contributor, bring_in, text=pasted, name="Pages of May", access="excerpt")

    offered = sent_too_late(contributor, bring_in, form)
    scratch = Scratch.objects.get()
    assert (f"?scratch={scratch.pk}" in offered.content.decode(), Batch.objects.count()) == (True, 0)

    taken_up = contributor.get(bring_in, {"scratch": scratch.pk})
    again = fields_of(taken_up)
    assert {name: again[name] for name in ("text", "name", "access")} == {"text": pasted, "name": "Pages of May", "access": "excerpt"}
    assert ("This is what you pasted" in taken_up.content.decode(), taken_up.context["form"].errors, Batch.objects.count()) == (True, {}, 0)

    assert contributor.post(bring_in, again).status_code == 302
    assert (Batch.objects.get().name, Scratch.objects.count()) == ("Pages of May", 0)


def test_what_was_asked_of_many_articles_is_offered_too(editor):
    articles = [make_article(title=f"Article {number}") for number in range(2)]
    shown = editor.post(
        "/admin/articles/article/", {"action": "rights", "_selected_action": [article.pk for article in articles], "index": 0}
    )  # fmt: skip
    many = "/admin/articles/batch/many/rights/"
    form = {**fields_of(shown), "rights": CC_BY, "rights_basis": "A letter of the publisher, of May"}

    offered = sent_too_late(editor, many, form)
    taken_up = editor.get(many, {"scratch": Scratch.objects.get().pk})

    assert ("?scratch=" in offered.content.decode(), offered.context.get("form"), Batch.objects.count()) == (True, None, 0)
    again = fields_of(taken_up)
    assert [again[name] for name in ("rights", "rights_basis")] == [CC_BY, "A letter of the publisher, of May"]
    assert editor.post(many, again).status_code == 302
    assert (Batch.objects.get().rows.count(), Scratch.objects.count()) == (2, 0)
    assert editor.get(many)["Location"] == "/admin/articles/article/"


def test_what_was_typed_of_claims_tags_and_merges_is_offered_too(publisher):
    article = make_article(body="Astana speaks.", by=publisher.user)
    claim = make_claim(article, by=publisher.user)
    one, other, third = (make_entity(name, "place") for name in ("Astana", "Akmola", "Tselinograd"))
    TaggedEntity.objects.create(content_object=make_article(), tag=one)
    suggestion = Suggestion.objects.create(article=article, entity=one, found="Astana", count=1)
    merged = merging.merge(third, other, by=publisher.user, reason="One city.")
    first, second = sorted([one.pid, other.pid])
    pair = Pair.objects.create(kind="entity", first_id=first, second_id=second, proposed_at=timezone.now())
    pages = [
        (page(article, "mark"), {"restatement": "It speaks."}),
        (page(claim, "assess"), {"reasons": "Seen in two papers."}),
        (page(article, "suggestions"), {f"suggestion-{suggestion.pk}": "refused"}),
        (page(one, "merge") + f"?into={other.pk}", {"reason": "One city."}),
        (page(one, "split") + f"?into={other.pk}", {"reason": "Two cities."}),
        (page(merged, "undo"), {"reason": "Two cities."}),
        (page(pair, "answer"), {"verdict": "no", "note": "Of other years."}),
    ]

    found = []
    for address, words in pages:
        form = typed(publisher, address, **words)
        offered = sent_too_late(publisher, address, form)
        scratch = Scratch.objects.latest("pk")
        is_offered = f"?scratch={scratch.pk}" in offered.content.decode()
        taken_up = publisher.get(address.partition("?")[0], {"scratch": scratch.pk})
        again = fields_of(taken_up)
        found.append((is_offered, {name: again.get(name) for name in words}, "This is what you typed" in taken_up.content.decode()))

    assert found == [(True, words, True) for _, words in pages]
    assert (Claim.objects.count(), Suggestion.objects.get().answer, Pair.objects.get().answer) == (1, "open", "open")
    assert list(Merge.objects.values_list("undone_at", flat=True)) == [None]
