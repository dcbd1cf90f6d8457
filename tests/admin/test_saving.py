"""Saving at the desk: one entry of the history for each save, nobody's edit lost, no field by the back door."""

import re

import pytest
from django.urls import reverse

from articles import editorial
from articles.models import Article, Author, Contribution, FormerText, Publication, TaggedEntity, Topic
from entities.models import Entity
from kzarchive.addresses.models import Redirect
from kzarchive.history.models import Change
from tests.factories import make_article, make_author, make_entity, make_publication, make_topic, make_user

from .pages import faults_of, fields_of, messages_of

pytestmark = pytest.mark.django_db


def page(record):
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=[record.pk])


def save(client, record, **changes):
    """Open the page of ``record``, type ``changes``, press save."""
    address = page(record)
    return client.post(address, {**fields_of(client.get(address)), **changes}, follow=True)


def history(record):
    return [(change.act, change.by.username, change.before, change.after) for change in Change.objects.of(record)]


def test_adding_an_author_is_one_entry_of_the_history(editor):
    editor.post("/admin/articles/author/add/", {"name": "Dana Omarova", "kind": "person", "slug": ""})

    author = Author.objects.get()
    assert (author.slug, history(author)) == (
        "dana-omarova",
        [(
            "add", "editor", None,
            {
                "pid": author.pid, "slug": "dana-omarova", "name": "Dana Omarova", "family": None, "given": None, "kind": "person",
                "entity_id": None, "note": "", "public_since": None, "is_demo": False, "name_key": "dana omarova", "merged_into_id": None,
            },
        )],
    )  # fmt: skip


def test_without_a_script_records_are_chosen_by_name_or_pid(editor):
    publication, author, topic = make_publication("The Steppe Review"), make_author("Dana Omarova"), make_topic("Water")
    astana = make_entity("Astana", "place", names=[("Астана", "ru")])
    article = make_article(body="One.")
    given = {
        "publication-said": "the steppe review", "contributions-0-name": "D. Omarova", "contributions-0-author-said": author.pid.upper(),
        "tagged_entities-0-tag-said": "Астана", "tagged_topics-0-tag-said": "water",
    }  # fmt: skip

    assert {name: fields_of(editor.get(page(article)))[name] for name in given if name.endswith("-said")} == {
        name: "" for name in given if name.endswith("-said")
    }  # fmt: skip
    save(editor, article, **given)

    article.refresh_from_db()
    assert (article.publication, article.contributions.get().author, article.tagged_entities.get().tag, article.tagged_topics.get().tag) == (
        publication, author, astana, topic,
    )  # fmt: skip


def test_a_name_that_nobody_or_more_than_one_bears_is_refused_and_stays(editor):
    places = [make_entity("Astana", kind) for kind in ("place", "organisation")]
    article = make_article()

    answer = save(editor, article, **{"publication-said": "No such paper", "tagged_entities-0-tag-said": "Astana"})

    unknown, several = faults_of(answer)
    assert unknown == "No publication is called “No such paper”: write its name whole, or its pid."
    assert several.startswith("More than one entity is called “Astana”; write the pid: ")
    assert all(place.pid in several for place in places)
    assert {name: fields_of(answer)[name] for name in ("publication-said", "tagged_entities-0-tag-said")} == {
        "publication-said": "No such paper", "tagged_entities-0-tag-said": "Astana",
    }  # fmt: skip


def entries(article, act):
    """Return the addresses of the texts that entries of ``act`` changed, the newest first."""
    return [reverse("admin:articles_article_text", args=[article.pk, change.pk]) for change in Change.objects.of(article).filter(act=act)]


def test_a_former_text_of_a_draft_is_shown_word_by_word_and_stands_again_as_a_new_change(editor):
    article = make_article(title="On water", body="One two three.\n\nA heading\n\nThe end.")
    save(editor, article, body="One two four.\n\nA heading\n\nThe end.", kinds="php")
    save(editor, article, body="All of it is gone.")

    listed = editor.get(page(article).replace("change/", "history/")).text
    last, first = entries(article, "change text")
    changed = editor.get(first).text.partition("From the text that stands now")[0]
    assert [address in listed for address in (last, first)] == [True, True]
    assert [(mark, words.strip()) for mark, words in re.findall("<(del|ins)>([^<]*)", changed)] == [("del", "three."), ("ins", "four.")]

    answer = editor.post(last, follow=True)
    assert messages_of(answer) == ["The former text stands again."]
    version = article.versions.get()
    assert (version.body, version.kinds) == ("One two four.\n\nA heading\n\nThe end.", "php")
    assert messages_of(editor.post(last, follow=True)) == ["text: It stands there already."]
    (restored,) = Change.objects.of(article).filter(act="restore text")
    assert (restored.by, restored.after["sha256"]) == (editor.user, version.sha256)
    assert restored.reason.startswith("as of ")
    assert (article.versions.get().body, entries(article, "restore text")[0] in editor.get(page(article).replace("change/", "history/")).text) == (
        version.body, True,
    )  # fmt: skip

    editorial.discard(article, by=editor.user)
    assert FormerText.objects.count() == 0


def test_what_was_public_or_is_somebody_elses_turn_is_put_back_by_nobody_there(contributor, publisher):
    article = make_article(body="One two.", by=publisher.user)
    save(publisher, article, body="One three.")
    save(publisher, article, title="Another")
    editorial.submit(article, by=publisher.user)
    (first,) = entries(article, "change text")
    in_review = contributor.post(first).status_code
    editorial.publish(article, by=publisher.user)
    editorial.revise(article, by=publisher.user, reason="A slip.", body="One four.")
    (revised,) = entries(article, "revise")

    shown = publisher.get(revised).text
    said = ("four." in shown, "put back by a revision" in shown, "Put the text before it back" in shown)
    assert (in_review, publisher.post(first).status_code, article.versions.count()) == (403, 403, 2)
    assert said == (True, True, False)
    untold = Change.objects.of(article).get(act="submit")
    assert publisher.get(reverse("admin:articles_article_text", args=[article.pk, untold.pk])).status_code == 404
    assert publisher.get(reverse("admin:articles_article_text", args=[article.pk, 10**30])).status_code == 404


def test_the_history_tells_rows_in_words_and_leaves_out_what_is_only_searched(editor):
    article = make_article(title="On water")
    save(editor, article, title="On rivers", **{"contributions-0-name": "Dana Omarova"})

    (entry,) = (entry for entry in editor.get(page(article).replace("change/", "history/")).context["changes"] if entry["act"] == "change")
    assert [value[1:] for value in entry["values"]] == [
        ("title", "On water", "On rivers"), ("contributions", "–", "name: Dana Omarova; position: 1"),
    ]  # fmt: skip


def test_who_saved_a_page_twice_is_told_that_it_was_nobody_else(editor):
    record = make_author("Dana")
    form = fields_of(editor.get(page(record)))

    answers = [editor.post(page(record), {**form, "name": name}) for name in ("Dana O.", "Dana Omarova")]

    assert [answer.status_code for answer in answers] == [302, 200]
    assert [fault.partition(":")[0] for fault in faults_of(answers[1])] == ["You saved this record yourself after this page was opened"]
    assert (fields_of(answers[1])["name"], Author.objects.get().name) == ("Dana Omarova", "Dana O.")


def test_changing_a_field_says_what_stood_there_before(editor):
    author = make_author("Dana Omarova", note="Writes on water.\nAnd on steel.")

    save(editor, author, family="Omarova")

    assert history(author) == [("change", "editor", {"family": None}, {"family": "Omarova"})]


@pytest.mark.engine_free
def test_the_history_calls_other_records_by_their_names(editor):
    article, publication = make_article(), make_publication("The Steppe Review")
    save(editor, article, publication=publication.pk)

    shown = editor.get(f"/admin/articles/article/{article.pk}/history/").content.decode()

    assert f'<th scope="row">publication</th><td>–</td><td>The Steppe Review · {publication.pid}</td>' in shown


def test_saving_without_a_change_writes_nothing(editor):
    article = make_article(body="One.\n\nTwo.", abstract="A line.\nAnother.", quality=["truncated"], authors=[make_author()])
    before = Article.objects.values().get()

    save(editor, article)

    assert (Article.objects.values().get(), history(article)) == (before, [])


def test_rows_of_a_record_stand_in_its_entry_of_the_history(editor):
    publication = make_publication("The Steppe Review")
    former = publication.titles.create(title="Steppe Letters", from_year=1990)

    save(editor, publication, **{"titles-0-to_year": "1999", "titles-1-title": "Steppe Notes", "titles-TOTAL_FORMS": "2"})

    fresh = publication.titles.get(title="Steppe Notes")
    assert history(publication) == [(
        "change", "editor",
        {"titles": {str(former.pk): {"to_year": None}, str(fresh.pk): None}},
        {"titles": {
            str(former.pk): {"to_year": 1999},
            str(fresh.pk): {"title": "Steppe Notes", "from_year": None, "to_year": None, "key": "steppe notes"},
        }},
    )]  # fmt: skip


def test_deleting_an_author_nobody_knew_is_one_entry_of_the_history(editor):
    author = make_author("Dana Omarova")

    editor.post(f"/admin/articles/author/{author.pk}/delete/", {"post": "yes"})

    change = Change.objects.get()
    assert (Author.objects.count(), change.act, change.before["name"], change.after) == (0, "delete", "Dana Omarova", None)


def test_an_author_others_rest_on_is_not_deleted(editor):
    author = make_author()
    make_article(authors=[author])

    response = editor.post(f"/admin/articles/author/{author.pk}/delete/", {"post": "yes"})

    assert (response.status_code, Author.objects.count(), Change.objects.count()) == (200, 1, 0)


def test_an_author_who_was_public_cannot_be_deleted(editor):
    author = make_author()
    make_article(state="published", authors=[author])

    assert editor.post(f"/admin/articles/author/{author.pk}/delete/", {"post": "yes"}).status_code == 403
    response = editor.post("/admin/articles/author/", {"action": "delete_selected", "_selected_action": author.pk, "post": "yes"})
    assert (response.status_code, Author.objects.count()) == (200, 1)


def test_a_topic_that_was_public_is_not_deleted_from_the_list(editor):
    topic = make_topic()
    save(editor, make_article(state="published"), **{"tagged_topics-0-tag": topic.pk})

    response = editor.post("/admin/articles/topic/", {"action": "delete_selected", "_selected_action": topic.pk, "post": "yes"})

    assert (response.status_code, Topic.objects.count()) == (403, 1)


def test_discarding_several_drafts_leaves_the_one_that_was_public(editor):
    public, draft = make_article(state="published"), make_article()

    refused = editor.post("/admin/articles/article/", {"action": "delete_selected", "_selected_action": [public.pk, draft.pk], "post": "yes"})
    editor.post("/admin/articles/article/", {"action": "delete_selected", "_selected_action": [draft.pk], "post": "yes"})

    assert (refused.status_code, list(Article.objects.all()), Change.objects.filter(act="discard").get().label) == (403, [public], draft.pid)


def test_a_new_entity_bears_its_own_name(editor):
    no_rows = {f"{rows}-{count}_FORMS": "0" for rows in ("names", "identifiers", "relations") for count in ("TOTAL", "INITIAL")}
    editor.post("/admin/entities/entity/add/", {"name": "Astana", "kind": "place", "description": "", "slug": "", **no_rows})

    assert list(Entity.objects.values_list("name", "slug", "names__text", "names__language", "names__kind")) == [
        ("Astana", "astana", "Astana", "en", "preferred")
    ]


# Addresses


def test_a_taken_slug_is_refused_with_the_name_of_its_holder(editor):
    holder = make_author("Aigerim Sadykova")
    other = make_author("Aigerim Sadykova")

    response = save(editor, other, slug="aigerim-sadykova")

    assert faults_of(response) == [f"“aigerim-sadykova” belongs to Aigerim Sadykova ({holder.pid}): add a word that tells the two apart."]


def test_the_former_slug_of_a_record_that_was_public_is_taken_too(editor):
    author = make_author("Dana Omarova")
    make_article(state="published", authors=[author])
    save(editor, author, slug="dana-omarova-economist")

    response = save(editor, make_author("Another"), slug="dana-omarova")

    assert (faults_of(response), list(Redirect.objects.values_list("kind", "key", "target"))) == (
        [f"“dana-omarova” belongs to Dana Omarova ({author.pid}), which once was called so: add a word that tells the two apart."],
        [("author", "dana-omarova", author.pid)],
    )


@pytest.mark.parametrize("slug", ["Dana", "dana_omarova", "дана", "a" * 81, "dana omarova", "kz3b7m9tx"])
def test_a_slug_that_is_no_address_is_a_fault_of_its_field(editor, slug):
    response = save(editor, make_author("Dana Omarova"), slug=slug)

    assert (list(response.context["adminform"].form.errors), Author.objects.get().slug) == (["slug"], "dana-omarova")


def test_an_emptied_slug_is_made_from_the_name(editor):
    author = make_author("Dana Omarova", slug="somebody")

    save(editor, author, slug="")

    assert Author.objects.get().slug == "dana-omarova"


# Drafts


def test_a_draft_is_added_with_its_text(contributor):
    form = fields_of(contributor.get("/admin/articles/article/add/"))

    contributor.post("/admin/articles/article/add/", {**form, "title": "On water", "body": "One  line.\r\n\r\nTwo."})

    article = Article.objects.get()
    assert (article.created_by, article.state, list(article.versions.values_list("number", "body", "kinds"))) == (
        contributor.user,
        "draft",
        [(1, "One line.\n\nTwo.", "pp")],
    )
    assert [act for act, *_ in history(article)] == ["change text", "add"]


def test_the_text_of_a_draft_is_saved_through_the_act(editor):
    article = make_article(body="One.\n\nTwo.")

    save(editor, article, body="One.\r\n\r\nTwo, longer.", kinds="pp")

    assert (article.versions.get().body, [act for act, *_ in history(article)]) == ("One.\n\nTwo, longer.", ["change text"])


def test_kinds_that_do_not_fit_the_text_are_a_fault(editor):
    article = make_article(body="One.\n\nTwo.")

    response = save(editor, article, kinds="h")

    assert faults_of(response) == ["The text has 2 blocks: give one letter for each, p, h or c."]


def test_names_of_a_byline_change_places(editor):
    article = make_article(authors=[make_author("First"), make_author("Second"), make_author("Third")])

    save(editor, article, **{"contributions-0-position": "3", "contributions-1-position": "1", "contributions-2-position": "2"})

    assert list(article.contributions.order_by("position").values_list("position", "name")) == [(1, "Second"), (2, "Third"), (3, "First")]


def test_a_name_taken_out_of_a_byline_leaves_no_gap(editor):
    article = make_article(authors=[make_author("First"), make_author("Second")])

    save(editor, article, **{"contributions-0-DELETE": "on"})

    assert list(article.contributions.values_list("position", "name")) == [(1, "Second")]


def test_a_name_without_a_place_comes_last(editor):
    article = make_article(authors=[make_author("First")])

    save(editor, article, **{"contributions-1-name": "Second"})

    assert list(article.contributions.order_by("position").values_list("position", "name", "author__name")) == [
        (1, "First", "First"),
        (2, "Second", None),
    ]


def test_one_author_twice_in_a_byline_is_a_fault(editor):
    author = make_author("Dana")
    article = make_article(authors=[author])

    response = save(editor, article, **{"contributions-1-name": "Dana", "contributions-1-author": author.pk, "contributions-TOTAL_FORMS": "2"})

    assert (response.status_code, article.contributions.count(), "errornote" in response.content.decode()) == (200, 1, True)


def test_a_second_save_over_someone_elses_is_refused_with_what_was_typed(editor, publisher):
    article = make_article(title="As printed", body="One.")
    address = page(article)
    mine, theirs = fields_of(editor.get(address)), fields_of(publisher.get(address))
    publisher.post(address, {**theirs, "title": "Theirs", "body": "Their text."})

    response = editor.post(address, {**mine, "title": "Mine", "body": "My text."})

    assert response.status_code == 200
    kept = fields_of(response)
    assert (kept["title"], kept["body"]) == ("Mine", "My text.")
    assert [(value["by"].username, value["values"][0]) for value in response.context["conflict"]][1] == (
        "publisher",
        ("title", "title", "As printed", "Theirs"),
    )
    words = response.content.decode()
    assert (
        '<th scope="row">Title</th><td>Theirs</td><td>Mine</td>' in words,
        "<del>Their text.</del>" in words and "<ins>My text.</ins>" in words,
    ) == (True, True)
    assert (Article.objects.get().title, article.versions.get().body) == ("Theirs", "Their text.")


def test_saving_again_after_seeing_both_puts_mine_in_their_place(editor, publisher):
    author = make_author("Dana")
    mine = fields_of(editor.get(page(author)))
    save(publisher, author, note="Theirs")
    refused = editor.post(page(author), {**mine, "note": "Mine"})

    editor.post(page(author), fields_of(refused))

    assert [(before, after) for _, _, before, after in history(author)] == [
        ({"note": "Theirs"}, {"note": "Mine"}),
        ({"note": ""}, {"note": "Theirs"}),
    ]


def test_a_tag_confirmed_meanwhile_refuses_the_save_too(editor, publisher):
    article = make_article(state="published")
    mine = fields_of(editor.get(page(article)))
    save(publisher, article, **{"tagged_entities-0-tag": make_entity("Astana").pk, "tagged_entities-0-is_certain": "on"})

    response = editor.post(page(article), {**mine, "tagged_entities-0-tag": make_entity("Almaty").pk})

    assert (response.status_code, [str(tag) for tag in article.tagged_entities.all()]) == (200, ["Astana"])


# What was public


def test_a_published_record_has_no_field_but_its_tags(publisher):
    article = make_article(state="published", authors=[make_author()])

    fields = fields_of(publisher.get(page(article)))

    counts = {"TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS"}
    assert {(name.split("-")[0], name.split("-")[-1]) for name in fields if name.split("-")[-1] not in counts} == {
        ("made_from", "made_from"), ("_sheet", "_sheet"), ("contributions", "id"), ("contributions", "article"),
        ("tagged_entities", "id"), ("tagged_entities", "content_object"), ("tagged_entities", "tag"), ("tagged_entities", "said"),
        ("tagged_entities", "is_certain"), ("tagged_topics", "id"), ("tagged_topics", "content_object"), ("tagged_topics", "tag"),
        ("tagged_topics", "said"),
    }  # fmt: skip


def test_a_topic_given_to_a_published_article_becomes_known(editor):
    article, topic = make_article(state="published"), make_topic("water")

    save(editor, article, **{"tagged_topics-0-tag": topic.pk})

    topic.refresh_from_db()
    assert (topic.public_since is not None, [act for act, *_ in history(article)]) == (True, ["change", "publish"])


def test_a_topic_given_to_a_draft_stays_unknown(editor):
    article, topic = make_article(), make_topic("water")

    save(editor, article, **{"tagged_topics-0-tag": topic.pk})

    topic.refresh_from_db()
    assert (list(article.topics.all()), topic.public_since) == ([topic], None)


def test_a_tag_says_who_confirmed_it(editor):
    article, entity = make_article(state="published"), make_entity("Astana")

    save(editor, article, **{"tagged_entities-0-tag": entity.pk, "tagged_entities-0-is_certain": "on"})

    assert list(TaggedEntity.objects.values_list("tag__name", "confirmed_by__username", "is_certain")) == [("Astana", "editor", True)]


# Forged fields

FORGED_ON_ARTICLES = {
    "state": "published", "first_published_at": "2020-01-01", "current": "1", "pid": "kz3b7m9tx", "is_demo": "on", "created_by": "1",
    "created_at": "2001-01-01", "changed_at": "2001-01-01", "withdrawn_at": "2020-01-01", "withdrawal_reason": "error",
    "withdrawal_note": "forged", "successor": "1", "title_key": "forged", "published_earliest": "1999-01-01",
    "published_latest": "1999-01-01", "sort_day": "1999-01-01", "id": "99", "entities": "1", "topics": "forged",
}  # fmt: skip


def test_forged_fields_of_a_draft_take_no_effect(editor):
    article = make_article(body="One.")
    before = Article.objects.values().get()

    save(editor, article, **FORGED_ON_ARTICLES)

    assert (Article.objects.values().get(), list(article.topics.all()), history(article)) == (before, [], [])


def test_forged_fields_of_a_published_article_take_no_effect(publisher):
    article = make_article(state="published", body="One.", authors=[make_author()])
    before, byline = Article.objects.values().get(), list(Contribution.objects.values())
    forged = {
        **FORGED_ON_ARTICLES, "title": "forged", "body": "forged", "kinds": "h", "access": "full", "rights": "forged", "abstract": "forged",
        "language": "xx", "publication": "1", "contributions-TOTAL_FORMS": "1", "contributions-INITIAL_FORMS": "1",
        "contributions-0-id": byline[0]["id"], "contributions-0-article": article.pk, "contributions-0-name": "forged",
        "contributions-0-DELETE": "on",
    }  # fmt: skip

    save(publisher, article, **forged)

    assert (Article.objects.values().get(), list(Contribution.objects.values()), article.versions.get().body) == (before, byline, "One.")


def test_rows_of_another_record_cannot_be_reached(editor):
    mine, other = make_publication("Mine"), make_publication("Other")
    title = other.titles.create(title="Untouched")

    save(
        editor, mine,
        **{
            "titles-TOTAL_FORMS": "1", "titles-INITIAL_FORMS": "1", "titles-0-id": title.pk, "titles-0-publication": mine.pk,
            "titles-0-title": "forged",
        },
    )  # fmt: skip

    assert list(other.titles.values_list("publication", "title")) == [(other.pk, "Untouched")]


def test_forged_fields_of_authors_publications_and_entities_take_no_effect(editor):
    records = [make_author(), make_publication(), make_entity(), make_topic()]
    before = [type(record).objects.values().get() for record in records]

    for record in records:
        forged = {"pid": "kz3b7m9tx", "public_since": "2020-01-01", "public_since_0": "2020-01-01", "is_demo": "on", "id": "99",
                  "name_key": "forged", "title_key": "forged"}  # fmt: skip
        if record._meta.model_name == "topic":
            forged["slug"] = "forged"
        save(editor, record, **forged)

    assert [type(record).objects.values().get() for record in records] == before


def test_a_forged_person_cannot_confirm_a_tag(editor):
    article, entity, other = make_article(), make_entity(), make_user("publisher")

    save(editor, article, **{"tagged_entities-0-tag": entity.pk, "tagged_entities-0-confirmed_by": other.pk})

    assert TaggedEntity.objects.get().confirmed_by == editor.user


def test_nobody_makes_himself_staff(editor):
    response = editor.post(f"/admin/auth/user/{editor.user.pk}/change/", {"username": "editor", "is_staff": "on", "is_superuser": "on"})

    editor.user.refresh_from_db()
    assert (response.status_code, editor.user.is_superuser) == (403, False)


def test_two_saves_of_one_issn_are_a_fault_and_no_error(editor):
    make_publication("One", issn="2049-3630")

    response = save(editor, make_publication("Two"), issn="2049-3630")

    assert (faults_of(response), Publication.objects.filter(issn=None).count()) == (["Publication with this ISSN already exists."], 1)


def test_messages_after_a_save_name_the_record(editor):
    response = save(editor, make_author("Dana Omarova"), family="Omarova")

    assert messages_of(response) == [
        f'The author “<a href="/admin/articles/author/{Author.objects.get().pk}/change/">Dana Omarova</a>” was changed successfully.'
    ]


def test_a_name_that_is_not_what_it_seems_is_saved_with_a_caution(editor):
    entity = make_entity("Tоkayev", "person")

    said = messages_of(save(editor, entity, description="A president."))

    assert "The name “Tоkayev” is saved. Tоkayev: character 2 (о) is Cyrillic among letters of the other script." in said
    assert list(Entity.objects.values_list("description", flat=True)) == ["A president."]


def test_the_page_of_an_entity_shows_the_spellings_it_lacks_and_adds_none(editor):
    entity = make_entity("Tokayev", "person")
    entity.names.create(text="Тоқаев", language="kk", kind="preferred")
    shown = editor.get(page(entity)).content.decode()
    save(editor, entity, description="A president.")

    assert [line for line in ("Tokajew (de, German press, of Тоқаев)", "Toqaev (kk-Latn, BGN/PCGN Kazakh, of Тоқаев)") if line in shown] == [
        "Tokajew (de, German press, of Тоқаев)",
        "Toqaev (kk-Latn, BGN/PCGN Kazakh, of Тоқаев)",
    ]
    assert "Tokayev (en," not in shown
    assert [name.text for name in entity.names.all()] == ["Tokayev", "Тоқаев"]
