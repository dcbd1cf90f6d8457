"""Given names: those listed, and those that Turkic peoples form."""

from pathlib import Path

import pytest

from articles.ingest import vocabulary
from articles.ingest.statements.names import has_given_name

LISTED = Path(vocabulary.__file__).with_name("given_names.txt").read_text(encoding="utf-8").splitlines()


def test_the_list_is_in_order_in_small_letters_and_has_each_name_once():
    assert sorted(set(LISTED)) == LISTED
    assert [name for name in LISTED if name != name.casefold() or not name.replace("-", "").replace("’", "").replace("'", "").isalpha()] == []


def test_no_word_of_menus_no_town_and_no_state_is_listed():
    words = vocabulary.MENU_WORDS | vocabulary.STATES | {city.casefold() for city in vocabulary.REPORTING_CITIES}

    assert sorted(words & set(LISTED)) == ["milan", "sofia"]  # who are as often persons


@pytest.mark.parametrize(
    "name",
    [
        "Marzena Kowal",
        "Henning Vollrath",
        "Daler Mirzo",
        "Айкөркем Бектас",
        "Seung-ho Pak",
        "İlknur Aksoy",
        "Сейіткербек Ақан",
        "НҮСІПБЕК АДАМ",
        "Aiymgul",
    ],
)
def test_a_name_is_known_or_formed_as_names_are(name):
    assert has_given_name(name)


@pytest.mark.parametrize(
    "words", ["Azerbaijan Today", "Astrakhan Port", "Özbek Dili", "the khan of the steppe", "Central Asia", "Northern Shore", "Балтика сегодня"]
)
def test_a_state_a_town_and_a_people_are_no_names(words):
    assert not has_given_name(words)
