"""Which office a text gives the one it names; and which offices their names stand for."""

import pytest

from entities.offices import office_before, offices_of


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("President |Tokayev said", "President"),
        ("Kazakhstan’s President Kassym-Jomart |Tokayev", "President"),
        ("The President of Kazakhstan, |Tokayev", "President"),
        ("the foreign minister of the Russian Federation |Lavrov", "Foreign Minister"),
        ("Prime Minister |Putin", "Prime Minister"),
        ("Президент Республики Казахстан |Токаев", "President"),
        ("с премьер-министром Казахстана |Масимовым", "Prime Minister"),
        ("министр иностранных дел России |Лавров", "Foreign Minister"),
        ("Қазақстан Президенті |Тоқаев", "President"),
        ("канцлером |Меркель", "Chancellor"),
        ("The President met |Tokayev", ""),
        ("former President |Nazarbayev", ""),
        ("the first president of the country, |Nazarbayev", ""),
        ("then-President |Nazarbayev", ""),
        ("ex-President |Nazarbayev", ""),
        ("Vice President |Biden", ""),
        ("Первый Президент |Назарбаев", ""),
        ("экс-президент |Назарбаев", ""),
        ("вице-премьер |Масимов", ""),
        ("Presidents |Putin", ""),
        ("President. |Tokayev", ""),
        ("|Tokayev", ""),
    ],
)
def test_the_office_before_a_name_is_read_where_it_is_theirs_now(text, office):
    assert office_before(text.replace("|", ""), text.index("|")) == office


def test_what_stands_before_the_name_of_another_is_his():
    text = "President Putin Medvedev"

    assert (office_before(text, 16), office_before(text, 16, since=15)) == ("President", "")


def test_an_office_is_known_by_its_title_or_by_its_own_name():
    assert offices_of(["Minister of Foreign Affairs", "Acting President", "Prime Minister of Kazakhstan"]) == {
        "Foreign Minister", "President", "Prime Minister",
    }  # fmt: skip
    assert offices_of(["Secretary-General", "Minister of Finance", "Vice President"]) == set()
