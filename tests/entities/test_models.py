"""The authority file: who may share a name, how a name is looked up, and what taggit may not do to it."""

import pytest
from django.core import serializers
from django.db import IntegrityError, transaction

from entities.models import Entity, Name
from kzarchive.addresses.models import Pid, Redirect
from tests.factories import make_entity

pytestmark = pytest.mark.django_db


def test_two_people_may_bear_one_name():
    first, second = (make_entity("Erlan Karin", kind="person") for _ in range(2))

    assert [(entity.name, entity.slug) for entity in (first, second)] == [("Erlan Karin", "erlan-karin"), ("Erlan Karin", "erlan-karin-2")]


@pytest.mark.parametrize("spelling", ["Қазақстан", "ҚАЗАҚСТАН", " қазақстан ", "Kazakhstan", "kazakhstán"])
def test_an_entity_is_found_by_any_spelling_of_a_name(spelling):
    entity = make_entity("Kazakhstan", names=[("Қазақстан", "kk")])
    make_entity("Uzbekistan")

    assert list(Entity.objects.named(spelling)) == [entity]


@pytest.mark.parametrize(
    ("text", "is_found"), [("shang", True), ("coop", True), ("SHANGHAI COOP", True), ("hanghai", False), ("ope", False), ("%", False), ("_", False)]
)
def test_a_picker_finds_the_beginnings_of_words(text, is_found):
    entity = make_entity("Shanghai Cooperation Organisation", kind="organisation")

    assert list(Entity.objects.matching(text)) == ([entity] if is_found else [])


def test_an_entity_with_two_fitting_names_is_found_once():
    entity = make_entity("Astana", kind="place", names=[("Astana", "de"), ("Astana", "kk-Latn")])

    assert (list(Entity.objects.named("astana")), list(Entity.objects.matching("ast"))) == ([entity], [entity])


def test_only_names_meant_for_it_are_looked_for_in_texts():
    entity = make_entity("Ak Orda", kind="place")
    Name.objects.create(entity=entity, text="Orda", language="en", kind="short", tagging_may_use=False)

    assert list(Name.objects.for_tagging().values_list("text", flat=True)) == ["Ak Orda"]


def test_an_entity_is_known_by_its_slug_in_fixtures():
    entity = make_entity("Kazakhstan")
    written = serializers.serialize("json", Name.objects.all(), use_natural_foreign_keys=True)

    assert '"entity": ["kazakhstan"]' in written
    assert Entity.objects.get_by_natural_key("kazakhstan") == entity


def test_a_taken_address_is_refused_and_not_quietly_numbered():
    make_entity("Russia")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_entity("Another", slug="russia")

    assert list(Entity.objects.values_list("slug", flat=True)) == ["russia"]


def test_a_renamed_entity_leaves_its_address_leading_to_it():
    entity = make_entity("Nur-Sultan", kind="place")
    entity.name, entity.slug = "Astana", "astana"
    entity.save()

    assert list(Redirect.objects.values_list("kind", "key", "target")) == [("entity", "nur-sultan", entity.pid)]


def test_an_entity_without_a_latin_name_lives_at_its_pid():
    entity = make_entity("中国", kind="state")

    assert (entity.slug, entity.get_absolute_url()) == (entity.pid, f"/entities/{entity.pid}/")


def test_an_entity_is_registered_with_its_kind():
    entity = make_entity()

    assert list(Pid.objects.values_list("pid", "kind", "is_demo")) == [(entity.pid, "entity", False)]


def test_an_entity_is_not_deleted():
    entity = make_entity()
    with pytest.raises(IntegrityError, match="merged, not deleted"), transaction.atomic():
        entity.delete()

    assert (Entity.objects.count(), Name.objects.count()) == (1, 1)
