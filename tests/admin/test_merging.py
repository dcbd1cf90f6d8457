"""Merges at the desk: one picks, sees what would happen, says why; one undoes; one answers the pairs that may be one."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import TaggedEntity
from entities import admin as desk
from entities.models import Entity, Identifier, Name, Relation
from kzarchive.addresses.models import new_pids
from kzarchive.history.models import Change
from kzarchive.merging import acts
from kzarchive.merging.models import Merge, Pair, Split
from tests.factories import make_article, make_claim, make_entity, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.engine_free]


@pytest.fixture
def editor():
    client = Client()
    client.force_login(make_user("editor"))
    return client


@pytest.fixture
def two():
    loser, survivor = make_entity("Tokaev", "person", description="President."), make_entity("Tokayev", "person")
    TaggedEntity.objects.create(content_object=make_article(), tag=loser)
    return loser, survivor


def test_a_merge_is_picked_rehearsed_confirmed_and_undone(editor, two):
    loser, survivor = two
    page = f"/admin/entities/entity/{loser.pk}/merge/"

    assert "What moves" not in editor.get(page).text
    shown = editor.get(page, {"into": survivor.pk}).text
    assert "<h3>What moves</h3>" in shown
    assert f"/entities/tokaev/, /id/{loser.pid} lead to /entities/tokayev/, for good." in shown
    refused = editor.post(page, {"into": survivor.pk, "name": "loser", "description": "loser", "reason": ""})
    assert (refused.status_code, Merge.objects.count(), 'value="loser"' in refused.text) == (200, 0, True)
    done = editor.post(page, {"into": survivor.pk, "name": "loser", "description": "loser", "reason": "One man."})
    assert done["Location"] == f"/admin/entities/entity/{survivor.pk}/change/"
    survivor.refresh_from_db()
    assert (survivor.name, survivor.description, TaggedEntity.objects.get().tag) == ("Tokaev", "President.", survivor)

    undone = editor.post(f"/admin/merging/merge/{Merge.objects.get().pk}/undo/", {"reason": "Two men."})

    assert undone.status_code == 302
    assert list(Entity.objects.living().order_by("pk").values_list("name", flat=True)) == ["Tokaev", "Tokayev"]


def test_the_record_itself_and_what_was_merged_away_are_not_offered(editor, two):
    loser, survivor = two
    asked = {"app_label": "entities", "model_name": "entity", "field_name": "merged_into", "term": "tok"}

    def offered(**more):
        return {row["id"] for row in editor.get("/admin/autocomplete/", {**asked, **more}).json()["results"]}

    assert f"?not={loser.pk}" in editor.get(f"/admin/entities/entity/{loser.pk}/merge/").text
    assert (offered(), offered(**{"not": loser.pk})) == ({str(loser.pk), str(survivor.pk)}, {str(survivor.pk)})
    acts.merge(loser, survivor, by=make_user("editor"), reason="One man.")
    assert offered() == {str(survivor.pk)}
    assert editor.get(f"/admin/entities/entity/{loser.pk}/change/").status_code == 302
    assert editor.get("/admin/entities/entity/").text.count('class="action-select"') <= 1


@pytest.mark.parametrize("into", ["", "x", "9" * 30, "-1", "0"])
def test_another_that_is_none_is_refused_in_words(editor, two, into):
    answer = editor.post(f"/admin/entities/entity/{two[0].pk}/merge/", {"into": into, "reason": "x"})

    assert (answer.status_code, Merge.objects.count()) == (200, 0)
    assert "Choose the record that stays." in answer.text


def test_a_pair_is_answered_once_for_all_and_then_never_merged(editor, two):
    pair = acts.propose(*two, evidence=["Both are called Tokayev."], weight=2)
    page = f"/admin/merging/pair/{pair.pk}/answer/"

    assert f"/admin/entities/entity/{two[0].pk}/merge/?into={two[1].pk}" in editor.get(page).text
    assert editor.post(page, {"verdict": "no", "note": "Father and son."})["Location"] == "/admin/merging/pair/"

    assert Pair.objects.values_list("answer", "note").get() == ("no", "Father and son.")
    assert "marked as never to be merged (“Father and son.”)" in editor.get(
        f"/admin/entities/entity/{two[0].pk}/merge/", {"into": two[1].pk}
    ).text  # fmt: skip


def test_identifiers_and_relations_are_kept_on_the_page_of_their_entity(editor, two):
    person, office = two[0], make_entity("President of Kazakhstan", "concept")
    form = editor.get(f"/admin/entities/entity/{person.pk}/change/").context["adminform"].form
    data = {name: form[name].value() or "" for name in form.fields}
    for formset in editor.get(f"/admin/entities/entity/{person.pk}/change/").context["inline_admin_formsets"]:
        for field in (*formset.formset.management_form, *(field for row in formset.forms for field in row)):
            data[field.html_name] = field.value() if field.value() is not None else ""
    data |= {"identifiers-0-scheme": "wikidata", "identifiers-0-value": "https://www.wikidata.org/wiki/Q1"}
    data |= {
        "relations-0-kind": "holds office",
        "relations-0-object": office.pk,
        "relations-0-began_on": "2019-03-20",
        "relations-0-is_certain": "on",
    }

    mistyped = editor.post(f"/admin/entities/entity/{person.pk}/change/", {**data, "identifiers-0-value": "Tokayev"})
    assert (mistyped.status_code, "is no Wikidata identifier: one is Q and a number" in mistyped.text) == (200, True)
    assert editor.post(f"/admin/entities/entity/{person.pk}/change/", data).status_code == 302

    assert Identifier.objects.get().value == "Q1"
    assert Relation.objects.values_list("subject", "kind", "object", "began_on").get() == (person.pk, "holds office", office.pk, "2019-03-20")


def test_an_entity_is_split_article_by_article_and_the_way_goes_on_where_it_was_left(editor, two, monkeypatch):
    monkeypatch.setattr(desk, "SPLIT_AT_ONCE", 3)
    one, other = two
    tags = [TaggedEntity.objects.get(), *(TaggedEntity.objects.create(content_object=make_article(), tag=one) for _ in range(3))]
    TaggedEntity.objects.create(content_object=tags[1].content_object, tag=other)
    page = f"/admin/entities/entity/{one.pk}/split/"

    assert "4 articles left to look at" in editor.get(page, {"into": other.pk}).text
    answers = {f"tag-{tags[0].pk}": "stays", f"tag-{tags[1].pk}": "goes", f"tag-{tags[2].pk}": "both"}
    assert editor.post(page, {"into": other.pk, "reason": "", **answers}).status_code == 200
    assert TaggedEntity.objects.filter(tag=one).count() == 4
    name = Name.objects.create(entity=one, text="Токаев", language="ru", kind="full")
    answers["names"] = [name.pk]
    following = editor.post(page, {"into": other.pk, "reason": "Two men.", **answers})["Location"]
    assert "1 article left to look at" in editor.get(following).text
    assert editor.post(following, {"into": other.pk, "reason": "Two men.", f"tag-{tags[3].pk}": "goes"}).status_code == 302

    articles = [tag.content_object_id for tag in tags]
    assert list(TaggedEntity.objects.filter(tag=one).order_by("content_object").values_list("content_object", flat=True)) == [
        articles[0],
        articles[2],
    ]
    assert list(TaggedEntity.objects.filter(tag=other).order_by("content_object").values_list("content_object", flat=True)) == articles[1:]
    assert list(other.names.values_list("text", flat=True)) == ["Tokayev", "Токаев"]
    assert list(Change.objects.filter(act="split").values_list("reason", flat=True)) == ["Two men."] * 4
    done = Split.objects.get()
    assert "undo the split" in editor.get(following).text
    assert editor.post(f"/admin/merging/split/{done.pk}/undo/", {"reason": ""}).status_code == 200
    assert editor.post(f"/admin/merging/split/{done.pk}/undo/", {"reason": "One man."}).status_code == 302
    assert list(TaggedEntity.objects.order_by("pk").values_list("tag", flat=True)) == [one.pk] * 4 + [other.pk]
    assert editor.post(f"{page}?split={done.pk}", {"into": other.pk, "reason": "Two.", **dict.fromkeys(answers, "goes")}).status_code == 200


def test_an_entity_in_use_is_not_deleted_and_the_desk_says_where_it_is_named(editor, two):
    entity, other = two
    Relation.objects.create(subject=other, kind="successor of", object=entity)
    article = entity.taggings.get().content_object

    for answer in (
        editor.get(f"/admin/entities/entity/{entity.pk}/delete/"),
        editor.post(f"/admin/entities/entity/{entity.pk}/delete/", {"post": "yes"}),
    ):
        assert answer.status_code == 403
        assert (
            f'<h3>1 article</h3>\n  <ul><li><a href="/admin/articles/article/{article.pk}/change/">{article.title} (undated)</a></li></ul>'
            in answer.text
        )
        assert "<h3>1 relation</h3>" in answer.text
        assert "claim</h3>" not in answer.text
    assert Entity.objects.filter(pk=entity.pk).exists()


def test_the_page_of_a_merge_asks_as_much_for_twenty_rows_of_each_kind_as_for_two(editor):
    counts, article = [], make_article()
    for number in (2, 20):
        two = make_entity(f"C{number}", "person"), make_entity(f"D{number}", "person")
        bodies = Entity.objects.bulk_create(
            Entity(name=f"Body {at}", kind="organisation", pid=pid, slug=pid) for at, pid in enumerate(new_pids(number))
        )
        for entity in two:
            for at in range(number):
                Name.objects.create(entity=entity, text=f"{entity.name} {at}", language="en", kind="full")
            Relation.objects.bulk_create(Relation(subject=entity, kind="member of", object=body) for body in bodies)
            TaggedEntity.objects.create(content_object=article, tag=entity)
            article.suggestions.create(entity=entity, found=entity.name)
            make_claim(article, about=[entity])
        with CaptureQueriesContext(connection) as queries:
            page = editor.get(f"/admin/entities/entity/{two[0].pk}/merge/", {"into": two[1].pk}).text
        counts.append(len(queries))
        assert "<h3>What moves</h3>" in page

    assert counts[0] == counts[1]
    assert counts[0] <= 20


def test_the_page_of_a_split_asks_as_much_for_twenty_rows_of_each_kind_as_for_two(editor):
    counts = []
    for number in (2, 20):
        entity, other = make_entity(f"A{number}", "person"), make_entity(f"B{number}", "person")
        for at in range(number):
            article = make_article(body=f"A{number} said so.")
            TaggedEntity.objects.create(content_object=article, tag=entity)
            Name.objects.create(entity=entity, text=f"Name {number} {at}", language="en", kind="full")
            Relation.objects.create(subject=entity, kind="member of", object=other, began_on=f"{2000 + at}")
            for place in (article, make_article()):
                make_claim(place, about=[entity])
        editor.get(f"/admin/entities/entity/{entity.pk}/split/", {"into": other.pk})
        with CaptureQueriesContext(connection) as queries:
            page = editor.get(f"/admin/entities/entity/{entity.pk}/split/", {"into": other.pk}).text
        counts.append(len(queries))
        assert (page.count("data-answer"), page.count(f"<q>A{number} said so.</q>")) == (number, number)

    assert counts[0] == counts[1]
    assert counts[0] <= 20
