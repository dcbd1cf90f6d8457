"""A city that stands for a government in one language stands for it in all."""

import pytest

from entities.metonyms import Called, stand_for

pytestmark = pytest.mark.engine_free

CITY, GOVERNMENT, OTHER = 1, 2, 3


def city(text, language, *, is_former=False):
    return Called(text, CITY, language, False, is_former)


def metonym(text, language):
    return Called(text, GOVERNMENT, language, True, False)


def test_the_city_stands_for_it_under_its_name_in_a_language_that_has_no_metonym():
    assert stand_for([city("Moscow", "en"), city("Moskau", "de"), metonym("Moscow", "en")]) == [("Moskau", GOVERNMENT)]


def test_another_name_in_the_language_of_the_metonym_stands_for_the_city_alone():
    assert stand_for([city("Washington", "en"), city("Washington, D.C.", "en"), metonym("Washington", "en")]) == []


def test_a_name_out_of_use_stands_for_the_city_alone():
    assert stand_for([city("Astana", "en"), city("Целиноград", "ru", is_former=True), metonym("Astana", "en")]) == []


def test_a_name_that_two_bear_without_standing_for_each_other_is_left():
    names = [Called("Georgia", CITY, "en", False, False), Called("Georgia", OTHER, "en", False, False), Called("Грузия", CITY, "ru", False, False)]

    assert stand_for(names) == []
