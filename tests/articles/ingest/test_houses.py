"""Heads of the pages of houses and papers of other languages: standfirsts far above a by-line, kickers, authors below labels, pictures told twice."""

import pytest

from tests.articles.ingest.harbour import FIRST, SECOND, TEXT, TITLE, read

LEAD = "Ice has closed two of the five quays. Who may stay over the winter was settled on a bench, and not without loud words."


def names(found):
    return [(author.name, author.role) for author in found.authors]


def test_a_standfirst_stands_apart_from_its_by_line_by_buttons_a_section_and_a_picture():
    shown = "Seals have taken the outer quay of the harbour at Kuryk."
    found = read(
        f"{TITLE}\n{LEAD}", "Save this article", "Comment", "Share", "Ports", f"{shown}\n{shown} (Photo Lamp/LNA)",
        "By Anna Kessler\nPublished on 7 Oct. 2024 at 12:45\nUpdated 7 Oct. 2024 at 17:30", FIRST, SECOND,
    )  # fmt: skip

    assert (found.title, found.subtitle, names(found), found.published_on) == (TITLE, LEAD, [("Anna Kessler", None)], "2024-10-07")
    assert found.body.endswith(TEXT)


def test_authors_stand_on_cards_with_their_posts_and_what_networks_call_them():
    cards = "Anna Kessler\nSenior Analyst, Inland Seas\nakessler\nDaniel Foster\nAnalyst, Ports\nDFosterPort"
    found = read(f"Commentary / Ports & Ice 22 May 2024 10 minutes\n{TITLE}\n{LEAD}", "Share\nFacebook\nEmail", cards, FIRST, SECOND)

    assert (found.title, found.subtitle, found.published_on, found.body) == (TITLE, LEAD, "2024-05-22", TEXT)
    assert names(found) == [("Anna Kessler", "Senior Analyst, Inland Seas"), ("Daniel Foster", "Analyst, Ports")]


def test_a_name_and_a_post_alone_are_no_card_of_several():
    assert names(read(TITLE, "22 May 2024", "Anna Kessler\nSenior Analyst, Inland Seas", FIRST, SECOND)) == [
        ("Anna Kessler", "Senior Analyst, Inland Seas")
    ]


def test_below_a_label_in_the_plural_stand_several_names():
    found = read(TITLE, "Auteurs\nAnna Kessler\nDaniel Foster\nCouv_quai_hiver", "27/03/2024", FIRST, SECOND)

    assert (names(found), found.published_on) == ([("Anna Kessler", None), ("Daniel Foster", None)], "2024-03-27")


def test_a_colon_alone_parts_a_kicker_from_the_headline():
    assert read("Winter in Kuryk\n:\nA bench for the berths", LEAD, "By Anna Kessler", "1.11.2022\n,\n19:12 Uhr", FIRST, SECOND).title == (
        "A bench for the berths"
    )


def test_a_headline_with_a_stop_stands_at_the_end_of_a_path_and_below_the_day():
    headline = "Joint declaration of the four harbours of the inland sea and of the town of Kuryk."
    found = read(f"The harbour and its history\nPilots\nHome\nAll news\n{headline}\n5 November 2024 - Declaration\n{headline}", FIRST, SECOND)

    assert (found.title, found.published_on, found.body) == (headline, "2024-11-05", TEXT)


@pytest.mark.parametrize(
    ("shown", "caption"),
    [
        ("The bench above the quay at dawn", "LNA Photo/Anna Kessler The bench above the quay at dawn"),
        ("Kuryk: The bench above the quay at dawn", "The bench above the quay at dawn © Anna Kessler/LNA"),
    ],
    ids=["credit before", "credit behind"],
)
def test_a_picture_told_twice_with_its_credit_is_no_text(shown, caption):
    found = read(TITLE, f"{shown}\n{caption}", "By Paul Reed", FIRST, SECOND)

    assert found.captions[-1] == "The bench above the quay at dawn"
    assert found.body.endswith(TEXT)
    assert "Kessler" not in found.body


def test_texts_of_several_pictures_below_the_day_are_captions():
    pictures = ("Harbour Master Kessler shaking hands", "Harbour Master Kessler holding the list")

    assert read(TITLE, "18 February 2025", "\n".join(pictures), FIRST, SECOND).captions == pictures
    assert read("\n".join(pictures), FIRST, SECOND).captions == ()  # headlines, for all we know


def test_the_rights_of_a_picture_close_no_article():
    assert len(read(TITLE, LEAD, "Author\nAnna Kessler\nImage\n© Paul Reed/LNA\nDate\n7 April 2025", FIRST, SECOND, "© 2025 Lamp Group").parts) == 1


def test_the_agency_stands_above_the_day_and_the_headline_again_below():
    found = read(f"{TITLE}\n{LEAD}", f"AA\n29.07.2025 - 17:42 | Son Güncelleme: 30.07.2025 - 08:15\nHaberi Dinle\nAbone Ol\n{TITLE}", FIRST, SECOND)

    assert (names(found), found.published_on, found.body) == ([("AA", None)], "2025-07-29", TEXT)
    assert names(read(TITLE, "AA", FIRST, SECOND)) == []  # the size of the letters


def test_two_names_with_a_slash_are_read_once_though_they_stand_again_with_a_dash():
    found = read(
        f"{TITLE}\n{LEAD}",
        f"Hakan GÜÇTEKİN / Sevgi ULUBAŞ\nYayınlanma: 12 Aralık 2024 - 00:05\n{TITLE}\nHakan Güçtekin – Sevgi Ulubaş",
        FIRST,
        SECOND,
    )

    assert ([author.name for author in found.authors], found.body) == (["Hakan GÜÇTEKİN", "Sevgi ULUBAŞ"], TEXT)


def test_the_volume_of_a_note_below_is_not_the_texts():
    note = "[2] Anna Kessler, “The Berths of Kuryk”, Lamp Review, Volume 9, Issue 2."
    found = read(TITLE, "By Paul Reed", FIRST, f"{SECOND} [2]", note)

    assert (found.volume, found.issue) == (None, None)
    assert found.body.endswith(note)
