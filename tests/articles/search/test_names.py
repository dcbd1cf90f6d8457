"""A name typed in any script or transliteration finds what speaks of its bearer; one switch turns that off."""

import pytest

from articles import search
from articles.models import Article, TaggedEntity
from articles.search.finding import Search
from articles.search.results import AlsoSearched
from tests.factories import make_article, make_entity, make_user

pytestmark = pytest.mark.django_db

MEANT = AlsoSearched("", "Kassym-Jomart Tokayev", "entity", "kassym-jomart-tokayev")


@pytest.fixture
def article():
    """A published article that is tagged with the president and whose text has no word of his name."""
    entity = make_entity("Kassym-Jomart Tokayev", "person", [("Токаев", "ru")])
    article = make_article(title="A speech", state="published", by=make_user())
    TaggedEntity.objects.create(content_object=article, tag=entity)
    search.index([article.pk])
    return article


@pytest.mark.parametrize("typed", ["Tokajew", "Tokaïev", "Toqaev", "Тоқаев", '"Kasym-Zhomart Tokaev"', '"Қасым-Жомарт Тоқаев"', "speech Tokajew"])
def test_a_spelling_that_no_name_has_is_read_as_the_name_it_spells(article, typed):
    found = search.find(typed)
    without = search.find(Search(typed, with_names=False))

    assert (list(found.ids), [(also.label, also.kind, also.slug) for also in found.also]) == ([article.pk], [(MEANT.label, MEANT.kind, MEANT.slug)])
    assert (list(without.ids), without.also) == ([], ())


@pytest.mark.parametrize("typed", ["Tokar", "Takai", "-Tokajew speech", "Zhomart"])
def test_what_only_resembles_a_name_is_not_read_as_one(article, typed):
    assert search.find(typed).also == ()


def test_a_draft_is_not_found_by_the_name_of_its_entity(article):
    draft = make_article(title="A draft")
    TaggedEntity.objects.create(content_object=draft, tag=article.entities.get())
    search.index([draft.pk])

    assert [Article.objects.get(pk=pk).title for pk in search.find("Tokajew").ids] == ["A speech"]


@pytest.mark.parametrize("typed", ["Каспийское море", "Каспийского моря", "каспийскому морю", "Куба", "Кубы", "на Кубе"])
def test_a_russian_name_is_found_in_every_case_of_its_words_short_ones_too(typed):
    make_entity("Caspian Sea", "place", [("Каспийское море", "ru")])
    make_entity("Cuba", "state", [("Куба", "ru")])

    assert [also.label for also in search.find(typed).also] == ["Cuba" if "уб" in typed else "Caspian Sea"]
