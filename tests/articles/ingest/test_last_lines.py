"""Last lines of texts and first of pages on sites little known: ways back, citations, lives of several, contacts, dispatches, stars on names."""

import pytest

from articles.ingest.dates import find_dates
from tests.articles.ingest.harbour import FIRST, SECOND, TEXT, TITLE, read


def names(found):
    return [author.name for author in found.authors]


@pytest.mark.parametrize(
    "below",
    [
        "- < Назад\n- Вперёд >",
        "zurück zum Seitenanfang",
        "Lesestoff:\nEin Boot für Bautino: Leseclub 14/2023\nDas Eis und der Weizen: Handel 03/2021",
        "Links:\nDossier: Häfen und Eis",
        "Anna Kessler",
        "Author: Anna Kessler",
        "To subscribe to the Lamp's print edition write to lamp@quay.example or click here.",
        "Follow the Lamp on X, LinkedIn, and YouTube to keep up with our latest articles and events.",
        "(Copyright 2008 Lamp Ltd. All rights reserved. Please contact us about sales, syndication and republishing.)",
        "Bu içerik Marka Belgesi altında telif hakları ile korunmaktadır.",
        "Makaledeki görüşler yazara aittir, kurumun görüşü sayılmaz.",
        "Pour citer ce document :\nAnna Kessler, « Le banc et les quatre maîtres », Lampe, mars 2022, en ligne.",
        "Anna Kessler\nDiplômée de géographie de l'université de Kuryk, elle s'intéresse aux glaces.",
        "More from The Lamp\n\nNEWS 10/6/24 11:48pm\nA ferry for Bautino\nThe yard has promised one for the spring, and a lamp.\n\n"
        "SPORTS 10/6/24 11:20pm\nOwls fall on the ice\nA late goal sent the crowd home early on Saturday.",
    ],
)
def test_what_stands_below_the_text_of_an_author_is_not_his(below):
    found = read(TITLE, "By Anna Kessler", "22 January 2026", FIRST, SECOND, below)

    assert (names(found), found.body) == (["Anna Kessler"], TEXT)


def test_one_sentence_says_what_several_authors_are():
    found = read(TITLE, "By Anna Kessler and Daniel Foster", FIRST, SECOND, "Anna Kessler and Daniel Foster are contributors of the Lamp in Kuryk.")

    assert (names(found), found.body) == (["Anna Kessler", "Daniel Foster"], TEXT)
    others = "Marat Alibekov and Daniel Foster are the masters of the two outer quays."
    assert read(TITLE, "By Anna Kessler and Daniel Foster", FIRST, SECOND, others).body == f"{TEXT}\n\n{others}"


def test_a_house_above_its_page_that_claims_the_rights_below_is_no_author():
    page = ("Radio Pax\nVoice of the Quay", "26 June 2024", TITLE, FIRST, SECOND)

    assert names(read(*page, "Copyright © 2024 Radio Pax. All rights reserved.")) == []


def test_fields_of_a_form_and_a_policy_below_a_text_are_not_its_end():
    assert read(TITLE, "22 January 2026", FIRST, SECOND, "Name:\nEmail:\n* Comment:").body == TEXT
    policy = "Discussion Policy\nComments are welcomed here. The Lamp reserves the right to block users who put it out."
    assert read(TITLE, "22 January 2026", FIRST, SECOND, policy, "4 Comments").body == TEXT


def test_topics_with_signs_behind_a_label_are_no_headline():
    assert read("Trends: #Ports #Ice", TITLE, "By Anna Kessler", FIRST, SECOND).title == TITLE


def test_the_word_for_authors_of_both_kinds_names_nobody():
    assert names(read(TITLE, "21.06.2023", FIRST, SECOND, "Autor:innen\nAnna Kessler")) == ["Anna Kessler"]


def test_day_section_author_and_counts_in_columns():
    found = read(TITLE, "13 октября 2023, 16:40   Экономика   Айгерим Токторова   4 118   Комментарии 2", FIRST, SECOND)

    assert (found.published_on, names(found)) == ("2023-10-13", ["Айгерим Токторова"])


def test_whom_to_call_did_not_write():
    assert names(read(TITLE, "21.06.2023", FIRST, SECOND, "Anna Kessler\nReferentin Häfen\nT. +49 30 555017-22")) == []
    assert names(read(TITLE, "21.06.2023", FIRST, SECOND, "Anna Kessler\nReferentin Häfen")) == ["Anna Kessler"]


@pytest.mark.parametrize(
    ("head", "authors", "day"),
    [
        ("By Anna Kessler and Daniel Foster in Kuryk (HDR No. 257, 23-Jan-04)", ["Anna Kessler", "Daniel Foster"], "2004-01-23"),
        ("by Anna Kessler* and Daniel Foster**", ["Anna Kessler", "Daniel Foster"], None),
        ("Anna Kessler, Kuryk. Exclusively to Harbour Lamp", ["Anna Kessler"], None),
        ("Kessler, Anna:", ["Anna Kessler"], None),
        ("Viewpoint by Anna Kessler *", ["Anna Kessler"], None),
        ("Jun 08, 2021 Posted by Lamp House Briefing Written by Anna Kessler", ["Anna Kessler"], "2021-06-08"),
        ("Vol. 3 (2) – Spring 2009\nby Anna Kessler", ["Anna Kessler"], "2009"),
    ],
    ids=["a dispatch", "stars", "for whom", "turned", "a viewpoint", "put up and written", "a season"],
)
def test_who_wrote_in_the_ways_of_sites_little_known(head, authors, day):
    found = read(TITLE, head, FIRST, SECOND)

    assert (names(found), found.published_on) == (authors, day)


def test_authors_with_surnames_in_capitals_and_what_they_are_below():
    lives = ("Анна Кесслер, кандидат исторических наук, научный сотрудник.", "Марат Алибеков, кандидат технических наук, доцент.")
    found = read("ЗИМНИЕ ПРИЧАЛЫ КУРЫКА:\nМЕЖДУ КНИГОЙ И СКАМЬЁЙ", "Анна КЕССЛЕР\nМарат АЛИБЕКОВ", *lives, FIRST, SECOND)

    assert (names(found), found.body) == (["Анна КЕССЛЕР", "Марат АЛИБЕКОВ"], TEXT)


@pytest.mark.parametrize(
    "line",
    [
        "About   Books   Articles   Features   Student Essays   Textbooks   Donate",
        "Lamp Relations — the world’s leading open access website for students of harbours",
        "Page 1 of 1",
    ],
)
def test_rows_and_mottoes_are_no_headlines(line):
    assert read(line, TITLE, "By Anna Kessler", FIRST, SECOND).title == TITLE


def test_the_day_a_site_prints_in_its_first_line_is_not_the_texts():
    found = read(
        "19 Eylül 2025, Cuma\n21.LAMBA\nYeni Lamba Enstitüsü", "Kurumsal\nLimanlar\nBuzlar\nVideo", TITLE, "Prof. Dr. Anna Kessler", FIRST, SECOND
    )

    assert found.published_on is None
    assert read("19 Eylül 2025, Cuma", TITLE, FIRST, SECOND).published_on == "2025-09-19"


def test_a_month_in_letters_may_stand_between_two_figures_and_a_short_year():
    assert [day.readings for day in find_dates("23-Jan-04, 3-Mar-98")] == [("2004-01-23",), ("1998-03-03",)]
    assert find_dates("flight 23-Jan-0456") == []


def test_what_a_platform_says_of_its_authors_in_french_is_no_text():
    head = "Déclaration d'intérêts\nLes auteurs ne travaillent pas, ne conseillent pas, ne reçoivent pas de fonds d'une organisation."
    found = read(TITLE, "Publié: 8 décembre 2024", "Auteurs\nAnna Kessler\nMaîtresse de conférences, Université de Kuryk", head, FIRST, SECOND)

    assert found.body == TEXT
