"""Suggestions and what editors answer to them."""

from unittest.mock import ANY

import pytest

from articles import editorial
from articles.models import Article, NotAnEntity, Suggestion, TaggedEntity
from entities.models import Entity
from kzarchive.history.models import Change
from tests.factories import make_article, make_entity, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    return make_user("editor")


@pytest.fixture
def suggestion():
    return Suggestion.objects.create(article=make_article(), entity=make_entity(), found="Kazakhstan", count=3)


def test_an_accepted_suggestion_is_a_tag(by, suggestion):
    editorial.answer(suggestion, by=by, accept=True)

    assert list(TaggedEntity.objects.values_list("content_object", "tag", "confirmed_by", "is_certain")) == [
        (suggestion.article_id, suggestion.entity_id, by.pk, True)
    ]
    assert list(Suggestion.objects.values_list("answer", "answered_by", "answered_at")) == [("accepted", by.pk, ANY)]


def test_an_answer_may_be_changed_and_each_enters_the_history(by, suggestion):
    for accept in (True, False, False, True, True):
        editorial.answer(suggestion, by=by, accept=accept)

    assert TaggedEntity.objects.count() == 1
    assert list(Change.objects.order_by("id").values_list("act", "kind", "object_id", "before", "after")) == [
        ("answer suggestion", "articles.suggestion", str(suggestion.pk), {"answer": before}, {"answer": after})
        for before, after in [
            ("open", "accepted"), ("accepted", "refused"), ("refused", "refused"), ("refused", "accepted"), ("accepted", "accepted"),
        ]
    ]  # fmt: skip


def test_a_refused_suggestion_is_no_tag(by, suggestion):
    editorial.answer(suggestion, by=by, accept=True)
    editorial.answer(suggestion, by=by, accept=False)

    assert (TaggedEntity.objects.count(), list(Suggestion.objects.values_list("answer", flat=True))) == (0, ["refused"])


def test_a_tag_that_a_person_set_stays_as_it_was_set_when_the_suggestion_is_accepted(by, suggestion):
    first = make_user("editor")
    TaggedEntity.objects.create(content_object=suggestion.article, tag=suggestion.entity, confirmed_by=first, is_certain=False)
    editorial.answer(suggestion, by=by, accept=True)

    assert list(TaggedEntity.objects.values_list("confirmed_by", "is_certain")) == [(first.pk, False)]


def test_all_open_and_plain_suggestions_of_one_article_are_accepted_at_once(by, suggestion):
    article = suggestion.article
    Suggestion.objects.create(article=article, entity=make_entity("Georgia"), found="Georgia", is_ambiguous=True)
    Suggestion.objects.create(article=article, entity=make_entity("Russia"), found="Russia")
    editorial.answer(Suggestion.objects.create(article=article, entity=make_entity("China"), found="China"), by=by, accept=False)
    Suggestion.objects.create(article=make_article(), entity=make_entity("Iran"), found="Iran")

    assert editorial.answer_all(article, by=by) == 2
    assert set(TaggedEntity.objects.values_list("tag__name", flat=True)) == {"Kazakhstan", "Russia"}


def test_suggestions_are_never_tags_by_themselves(suggestion):
    assert (list(suggestion.article.entities.all()), list(Article.objects.filter(entities=suggestion.entity))) == ([], [])


def test_an_entity_is_not_made_by_adding_a_word():
    article = make_article()
    with pytest.raises(NotAnEntity):
        article.entities.add("Kazakhstan")

    assert Entity.objects.count() == 0


def test_tags_of_drafts_and_withdrawn_articles_are_not_public():
    entity = make_entity()
    tags = {state: TaggedEntity.objects.create(content_object=make_article(state=state), tag=entity) for state in ("draft", "published", "withdrawn")}

    assert list(TaggedEntity.objects.public()) == [tags["published"]]
