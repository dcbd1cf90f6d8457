"""Heads and feet of still other houses: paths with questions, authors with houses in brackets, stars, names said twice, entries of blogs."""

import pytest

from articles.ingest.draft import draft
from tests.articles.ingest.harbour import FIRST, SECOND, TEXT, TITLE, TODAY, read


def names(found):
    return [author.name for author in found.authors]


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("Von Anna Kessler (Zentrum für Häfen, Kiel) und Marat Alibekov (Kuryk)", ["Anna Kessler", "Marat Alibekov"]),
        ("article / Anna Kessler", ["Anna Kessler"]),
        ("Published by Anna Kessler, Editorial Assistant", ["Anna Kessler"]),
        ("Published by Lamp Press", []),
        ("*Dr. Anna Kessler", ["Anna Kessler"]),
        ("Dr. Anna Kessler*\nMarat Alibekov**", ["Anna Kessler", "Marat Alibekov"]),
        ("7 March 2025 18:20\n536\nAnna Kessler\nstaff correspondent, Kuryk", ["Anna Kessler"]),
        (
            "Anna Kessler\n\nMarat Alibekov\n\nFebruary 21st, 2023\n\nAnna Kessler\n\nMarat Alibekov\n\nFebruary 21st, 2023",
            ["Anna Kessler", "Marat Alibekov"],
        ),
    ],
    ids=["houses in brackets", "a stroke", "who put it up", "a press", "a star before", "stars behind", "a post below a count", "twice"],
)
def test_authors_in_the_ways_of_small_houses(byline, authors):
    assert names(read(TITLE, byline, FIRST, SECOND)) == authors


def test_a_name_before_a_headline_in_capitals_is_the_authors_and_his_post_stands_below():
    head = "Анна Асанова: ПОРТ И ЛЁД: НОВАЯ ГЕОМЕТРИЯ ПРИЧАЛОВ"
    found = read(head, FIRST, SECOND, "Ведущий научный сотрудник отдела причалов, кандидат исторических наук")

    assert [(author.name, author.role) for author in found.authors] == [
        ("Анна Асанова", "Ведущий научный сотрудник отдела причалов, кандидат исторических наук")
    ]
    assert (found.title, found.body) == ("ПОРТ И ЛЁД: НОВАЯ ГЕОМЕТРИЯ ПРИЧАЛОВ", TEXT)
    assert names(read("Анна Асанова: порт и лёд важнее всех причалов", FIRST, SECOND)) == []  # whom it quotes


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (("Зачем порту маяк? - Марат Алибеков", "02:26 14.03.2019 Зачем порту маяк?", FIRST, SECOND), "2019-03-14"),
        (("Journal of Inland Ports No. 70, Summer 2012", TITLE.upper(), "Dr. Anna Kessler", FIRST, SECOND), "2012"),
        ((TITLE, FIRST, SECOND, "(Harbour Daily Herald April 19, 2006)"), "2006-04-19"),
    ],
)
def test_days_in_the_ways_of_archives(lines, day):
    assert read(*lines).published_on == day


def test_the_first_of_short_lines_may_have_lost_its_dateline():
    lines = (
        "Aktau and Kuryk will open two more\nberths to ferries this summer and begin joint training\nof pilots, harbour masters of both towns said\n"
        "yesterday in Bautino, where the four of them had met for\nthe seventh time in as many winters as anybody could\nthen remember.\n"
        "The decision was taken on a bench above the outer quay,\nwhich was attended by more than sixty pilots and by\nthe keeper of the lamp."
    )
    found = draft(lines.encode(), filename="page.txt", today=TODAY)

    assert (found.title, found.body.split("\n")[0][:72]) == (None, "Aktau and Kuryk will open two more berths to ferries this summer and beg")


@pytest.mark.parametrize(
    "path",
    [
        "Вы здесь: Главная > Новости > Порты > Кому достанутся зимние причалы: старая книга или новая скамья?",
        "Басты бет › Порт › Қысқы айлақ кімге тиеді?",
    ],
)
def test_a_path_may_end_in_a_question(path):
    found = read("Порт и лёд", path, "Кому достанутся зимние причалы: старая книга или новая скамья?", "7 марта 2025", FIRST, SECOND)

    assert found.body == TEXT


def test_a_headline_printed_twice_with_its_day_is_one():
    found = read(f"{TITLE}\n09 Nov 2023", f"{TITLE}\n09 Nov 2023", "Dr. Anna Kessler", FIRST, SECOND)

    assert (found.title, found.published_on, names(found), len(found.parts)) == (TITLE, "2023-11-09", ["Anna Kessler"], 1)


def test_an_entry_of_a_blog_stands_below_its_day_and_is_signed_with_the_hour():
    found = read(
        "Carnet de Kuryk\nNotes sur les ports et les glaces de la mer intérieure", "dimanche 22 mars 2009",
        "Un banc : quatre maîtres et un calendrier",
        FIRST, SECOND, "Publié par Anna Kessler à 18:47   Envoyer par e-mailBlogThis!",
    )  # fmt: skip

    assert (found.title, found.published_on, names(found)) == ("Un banc : quatre maîtres et un calendrier", "2009-03-22", ["Anna Kessler"])
    assert found.body == TEXT


def test_notes_of_the_text_stay_below_a_disclaimer():
    note = "[1] The keeper's count, kept in the lamp house."
    found = read(TITLE, "By Anna Kessler", f"{FIRST} [1]", SECOND, "The views expressed are those solely of the author.", note)

    assert found.body == f"{FIRST} [1]\n\n{SECOND}\n\n{note}"


@pytest.mark.parametrize("again", ["Author: Anna Kessler\nAnna Kessler is editor of the Lamp.", "Vous avez apprécié cet article ?", "-0-"])
def test_what_a_house_says_below_again(again):
    assert read(TITLE, "Written by\nAnna Kessler", "30-05-2024 at 07:15", FIRST, SECOND, again).body == TEXT


def test_calls_to_follow_above_a_text_open_none():
    box = "telegram\nБолее 60 000 подписчиков!\nПодпишитесь на наш Телеграм\nБольше аналитики, больше новостей!\nПодписаться"
    found = read(TITLE, "12.09.2023\nAnna Kessler", box, FIRST, SECOND)

    assert found.body == TEXT


def test_a_tag_of_a_lake_signs_nothing():
    found = read(TITLE, "11.02.2023 00:05", FIRST, SECOND, "a.kessler@lamp.example\nKazakistan\nAral Gölü\nliman\nLimanlar")

    assert names(found) == []
