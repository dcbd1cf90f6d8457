"""Feet and heads of pages of small houses: days of issues, words of readers, lives without a name, lists of other texts with their days."""

import pytest

from tests.articles.ingest.harbour import FIRST, SECOND, TEXT, TITLE, read


def names(found):
    return [(author.name, author.affiliation) for author in found.authors]


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("Update No: 311 - (30/11/06)", "2006-11-30"),
        ("09.14.2016", "2016-09-14"),  # no calendar has a fourteenth month
        ("No. 1 2022 January/March", "2022"),
    ],
)
def test_days_above_a_text_in_the_ways_of_small_houses(printed, day):
    found = read(TITLE, printed, FIRST, SECOND)

    assert (found.published_on, found.body) == (day, TEXT)


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("«Шам-инфо» газеті, №37, 2016 жыл, қыркүйек", "2016-09"),
        ("February 26, 2014 in Analysis. Tags: Ports, Ice", "2014-02-26"),
        ("Sommaire du n° 163 - Printemps 2019", "2019"),
        ("Year: 2013\nCity: Kuryk", "2013"),
    ],
)
def test_days_below_a_text_in_the_ways_of_small_houses(printed, day):
    found = read(TITLE, "By Anna Kessler", FIRST, SECOND, printed)

    assert found.published_on == day
    assert found.body == TEXT


def test_the_sign_of_rights_before_a_name_and_a_day_is_a_signature():
    found = read(TITLE, FIRST, SECOND, "© Anna Kessler, 14. Juni 2024", "Zurück")

    assert (names(found), found.published_on, found.body) == ([("Anna Kessler", None)], "2024-06-14", TEXT)
    assert names(read(TITLE, FIRST, SECOND, "© Lamp Group, 2024")) == []


@pytest.mark.parametrize(
    "below",
    [
        "{ 2 comments }\n\nLaurence J. June 21, 2006 at 3:14 pm\n\nMy money is on the fifth quay, whatever they say of it.",
        "relevant news\n\n09.08.2024, 19:15 8642\nA Lamp Is Lit in Bautino\nA small ceremony was held on the mole, the press service reports.\n\n"
        "08.08.2024, 16:03 9120\nIce Comes Early to Kuryk\nThe first ice was seen on Monday, the press service reports.",
        "Прочитано 1874 раз\nМетки\nКаспий\nДругие материалы в этой категории: « Кому мешает лёд Почему молчит маяк? »\nНаверх",
        "Related Topics: Ports Ice",
        "The Lamp is an independent news organization that covers harbours on four seas.",
        "*The original version of this article was published in the weekly Lamp.",
        "*Cover image: the four masters on the bench above the quay at Kuryk, in the winter before last",
    ],
)
def test_what_stands_below_is_not_the_texts(below):
    assert read(TITLE, "22 January 2026", FIRST, SECOND, below).body == TEXT


def test_an_end_in_brackets_behind_the_last_stop_is_a_mark():
    found = read(f"KURYK, Nov 14 (LNA) -- {FIRST}", f"{SECOND} (end)", "ak.bz")

    assert found.body == TEXT


def test_a_name_above_a_life_that_names_nobody_is_the_authors():
    found = read(TITLE, FIRST, SECOND, "Berkay Tunç\nİzmir’de doğdu. Denizcilik öğrencisi. Limanlar ve buz üzerine yazıyor.")

    assert (names(found), found.body) == ([("Berkay Tunç", None)], TEXT)


def test_the_house_that_holds_the_rights_did_not_sign():
    page = (
        "Егемен Шам",
        "Саясат • 06 Наурыз, 2025",
        TITLE,
        FIRST,
        SECOND,
        "Дәурен ҚҰСАЙЫНБЕК",
        "© 2025 «Егемен Шам» газеті. Барлық құқықтар қорғалған.",
    )

    assert [author.name for author in read(*page).authors] == ["Дәурен ҚҰСАЙЫНБЕК"]


def test_names_between_a_lead_and_the_text_are_the_authors():
    lead = "Four harbours have five quays between them, and a bench on which nobody can sit for long in winter. Why does it hold?"
    found = read(TITLE, lead, "Рустем Кадырбай, Оюунчимэг Дорж", FIRST, SECOND)

    assert ([author.name for author in found.authors], found.subtitle, found.body) == (["Рустем Кадырбай", "Оюунчимэг Дорж"], lead, TEXT)


def test_other_texts_and_houses_above_the_path_are_of_its_page():
    boxes = (
        "A Ferry for Bautino\nA Ferry for Bautino\nThe yard has promised…",
        "Ice Monitor\nIce Monitor\nThe Ice Monitor is a house of its own that looks at the winters of four seas.",
    )
    found = read(
        "Lamps.example\nHome\nPorts", *boxes, "Home / Ports / Winter", f"{TITLE}\nBy Anna Kessler - Jul 23, 2024", FIRST, SECOND, FIRST, SECOND
    )

    assert (found.title, names(found), found.published_on) == (TITLE, [("Anna Kessler", None)], "2024-07-23")
    assert found.body.startswith(FIRST)


def test_a_motto_below_the_name_of_a_blog_opens_no_text():
    found = read(
        "The Unlit Lamp\nPorts, ice and other things that I worry about before breakfast.", "Home\nAbout", "Thursday, October 06, 2022", TITLE, TEXT
    )

    assert (found.title, found.published_on, found.body) == (TITLE, "2022-10-06", TEXT)


def test_authors_of_a_journal_stand_above_their_houses_and_identifiers():
    found = read(
        f"{TITLE}\nNo. 4 2020 October/December",
        "Anna M. Kessler\nNational Harbour University, Aktau, Kazakhstan\nAUTHOR IDs\nORCID: 0000-0003-4006-9999",
        "Daniel V. Foster\nInstitute of Lamps, Kuryk, Kazakhstan\nORCID: 0000-0003-4006-1111",
        f"Abstract\n{FIRST}",
        SECOND,
    )

    assert names(found) == [
        ("Anna M. Kessler", "National Harbour University, Aktau, Kazakhstan"),
        ("Daniel V. Foster", "Institute of Lamps, Kuryk, Kazakhstan"),
    ]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("Lamp Series : n° 171 : The Middle of the Sea", "Mediation, a trade of Kuryk?", "By Anna Kessler"), "Mediation, a trade of Kuryk?"),
        (("The Lamp House\nHARBOURS – ICE – PILOTS", TITLE, "By Anna Kessler"), TITLE),
        ((f"2024-03-19\n{TITLE}\nAnna Kessler\nDaniel Foster", "Ship in the port of Aktau\nSource\nlamps.example"), TITLE),
    ],
    ids=["an issue", "three themes", "a picture above its source"],
)
def test_what_is_no_headline_beside_one(lines, title):
    assert read(*lines, FIRST, SECOND).title == title


def test_how_a_text_may_be_used_is_said_above_it():
    found = read("When republishing materials from this website, please make active links to the source.", TITLE, "22 January 2026", FIRST, SECOND)

    assert (found.title, found.body) == (TITLE, TEXT)


def test_a_deck_says_who_writes():
    deck = "The two masters, who met on the mole, also spoke of the lamps of the outer quay and of the ice…writes Anna Kessler"

    assert [author.name for author in read(TITLE, "September 29, 2022", deck, FIRST, SECOND).authors] == ["Anna Kessler"]
