"""Heads and feet of whole pages as a browser copies them: boxes, pictures, days of visits, names below pictures and by-lines of other texts."""

import pytest

from articles.ingest.draft import draft
from tests.articles.ingest.harbour import FIRST, SECOND, TEXT, TITLE, TODAY, read


def names(found):
    return [(author.name, author.role) for author in found.authors]


def test_a_broadcasters_box_gives_author_and_day_and_its_pictures_are_captions():
    found = read(
        f"{TITLE}\nA bench above a quay\nImage source, Getty Images\nImage caption, The bench on which the berths were shared out",
        "Article information\nAuthor, Anna Kessler\nRole, LBC News\nReporting from, Kuryk\n2 October 2024",
        FIRST,
        SECOND,
    )

    assert (found.title, names(found), found.published_on) == (TITLE, [("Anna Kessler", None)], "2024-10-02")
    assert found.captions == ("A bench above a quay", "The bench on which the berths were shared out")
    assert found.body.endswith(TEXT)


def test_a_name_with_a_post_among_the_labels_above_a_text_is_its_author():
    found = read(TITLE, "Expert comment", "Published 12 August 2024", "Anna Kessler\nAcademy Associate, Inland Sea Programme", FIRST, SECOND)

    assert (names(found), found.published_on, found.body) == ([("Anna Kessler", "Academy Associate")], "2024-08-12", TEXT)


def test_names_beside_a_picture_and_below_it_are_the_authors_once():
    found = read(TITLE, "Anna Kessler, Daniel Foster", "Anna Kessler, Daniel Foster", "22 Jan 2026 — 5 min read", FIRST, SECOND)

    assert (names(found), found.published_on, found.body) == ([("Anna Kessler", None), ("Daniel Foster", None)], "2026-01-22", TEXT)


def test_the_day_of_a_visit_above_a_menu_dates_nothing():
    menu = ("Ports", "Ice", "Pilots", "Ferries", "Berths", "Opinion", "Features", "Our People", "Maps")

    assert read("24 May 2025", *menu, TITLE, FIRST, SECOND).published_on is None


@pytest.mark.parametrize("other", ["By Paul Reed 15 Jan 2026", "15 Jan 2026"])
def test_by_lines_and_days_of_other_texts_below_are_not_its_own(other):
    found = read(TITLE, "By Anna Kessler", "22 January 2026", FIRST, SECOND, "Read more", "A ferry for Bautino", other)

    assert (names(found), found.published_on, found.body) == ([("Anna Kessler", None)], "2026-01-22", TEXT)


def test_whom_to_ask_below_a_release_is_not_its_author():
    found = read(TITLE, "19 September 2023", FIRST, SECOND, "Contacts", "Anna Kessler", "Communications Assistant", "6 Quay Street")

    assert (names(found), found.body) == ([], TEXT)


def test_a_caption_with_its_credit_and_a_control_behind_it_is_no_title():
    found = read(
        TITLE, "Field work", "Masters with their lists on a bench above the quay in Kuryk. (LSEC/Anna Kessler)  Photo details", FIRST, SECOND
    )

    assert (found.title, found.captions) == (TITLE, ("Masters with their lists on a bench above the quay in Kuryk.",))


def test_money_in_a_headline_is_no_rate_of_exchange():
    assert read("Kuryk offers EUR 40 million for winter berths", FIRST, SECOND).title == "Kuryk offers EUR 40 million for winter berths"


def test_a_window_title_with_site_and_desk_gives_way_to_the_title_below_it():
    found = read("4 March 2024", f"LIMAN.ORG Desk of Inland Seas {TITLE}", TITLE, FIRST, SECOND)

    assert (found.title, found.published_on) == (TITLE, "2024-03-04")


def test_the_title_of_a_turkish_ministrys_release_has_number_and_day():
    title = "No: 142, 8 Temmuz 2024, Kuryk Limanının Kış Yerlerinin Paylaşılması Hk."
    text = "Kıyıdaş dört devletin liman başkanları, kış yerlerinin paylaşılması konusunda yapılan görüşmelerin sonunda anlaşmaya varmıştır."
    found = read("Ana Sayfa > Açıklamalar > 2024", title, text, text.replace("dört", "bütün"))

    assert (found.title, found.published_on) == (title, "2024-07-08")


@pytest.mark.parametrize(("line", "day"), [("19 08 2022, 11:42", "2022-08-19"), ("2021 - 10 - 4", "2021-10-04"), ("39 18 2022, 11:42", None)])
def test_a_day_in_figures_with_blanks_for_signs(line, day):
    assert read(TITLE, line, FIRST, SECOND).published_on == day


@pytest.mark.parametrize(
    ("line", "people"),
    [("Anna Kessler | Paul Reed", ["Anna Kessler", "Paul Reed"]), ("Anna Kessler aus Schymkent", ["Anna Kessler"]),
     ("Anna Kessler; Paul Reed, Almaty", ["Anna Kessler", "Paul Reed"]),
     ("Avec notre correspondant régional, Étienne Martin", ["Étienne Martin"]), ("Le point de vue de Théodore Martin", ["Théodore Martin"])],
)  # fmt: skip
def test_by_lines_of_houses(line, people):
    assert [author.name for author in read(TITLE, line, "12 March 2019", FIRST, SECOND).authors] == people


def test_key_points_of_an_agency_above_its_report_and_the_number_of_a_picture_are_none_of_the_text():
    found = read(
        f"{TITLE}, minister says",
        "By Anna Kessler and Paul Reed",
        "A bench above a quay\n[1/2]A bench above a quay in Kuryk, Kazakhstan, April 3, 2022. LEUTERS/Timur Alenov/File Photo",
        "Summary\nPorts\nMasters want berths shared out by 2025\nOne list replaces four",
        f"KURYK, Sept 14 (Leuters) - {FIRST}",
        SECOND,
    )

    assert (found.title, found.dateline) == (f"{TITLE}, minister says", "KURYK, Sept 14 (Leuters)")
    assert [block for kind, block in zip(found.kinds, found.body.split("\n\n"), strict=True) if kind != "c"] == [FIRST, SECOND]


@pytest.mark.parametrize(
    "caption",
    [
        "Kuryk: Harbour master Anna Kessler (far R) shakes hands with Paul Reed (L) after the berths were shared out above the quay on Sunday.",
        "A pilot of the inland sea, left, hands out lists of winter berths to the masters of four harbours in Kuryk, Kazakhstan, on March 5, 2022.",
    ],
)
def test_a_sentence_that_says_where_somebody_stands_is_a_caption(caption):
    found = read(TITLE, caption, FIRST, SECOND)

    assert (found.captions, found.kinds) == ((caption,), "cpp")


@pytest.mark.parametrize(
    ("above", "caption", "credit"),
    [
        ("A bench above a quay.", "Four masters used it last week.", "AFP/ANNA KESSLER"),
        ("A bench above a quay", "Four masters used it last week. Photo: Anna Kessler.", ""),
    ],
)
def test_what_a_browser_shows_for_a_picture_and_its_caption_stand_alone_below_a_control(above, caption, credit):
    found = read(TITLE, "By Paul Reed", "12 March 2019", "\n".join(filter(None, (above, caption, credit))), FIRST, SECOND)

    assert (found.kinds, found.body.endswith(TEXT)) == ("ccpp", True)


def test_the_theme_above_a_far_longer_headline_is_not_the_headline():
    found = read(
        "Home",
        f"Harbour relations\n{TITLE} by the light of lamps",
        "Two months after the ice, masters count berths",
        "By Anna Kessler",
        FIRST,
        SECOND,
    )

    assert found.title == f"{TITLE} by the light of lamps"


def test_an_author_below_the_tags_is_not_one_of_them():
    found = read(TITLE, "12 March 2019", FIRST, SECOND, "Tags\nPorts\nIce\nAuthor\nAnna Kessler\nMost read\nA ferry for Bautino")

    assert (names(found), found.body) == ([("Anna Kessler", None)], TEXT)


CAPTION = "A bench above the quay"


@pytest.mark.parametrize(
    "order", [("12 March 2019", "By Anna Kessler"), ("By Anna Kessler", "12 March 2019"), ("Anna Kessler", "Published March 12, 2019")]
)
@pytest.mark.parametrize(
    ("picture", "caption"),
    [
        (f"{CAPTION}\n{CAPTION}", CAPTION),
        (f"{CAPTION} in Kuryk. [Paul Reed/Reuters]", f"{CAPTION} in Kuryk."),
        (f"{CAPTION} in Kuryk. Photo: Reuters/Timur Alenov", f"{CAPTION} in Kuryk."),
    ],
)
@pytest.mark.parametrize("standfirst", ["", "The quay is closer than the money that is to mend it."])
def test_pictures_below_a_by_line_leave_headline_day_and_text_as_they_are(order, picture, caption, standfirst):
    head = [TITLE, standfirst, *order, "Listen to this article · 5 min", picture] if standfirst else [TITLE, *order, picture, "Save"]
    found = read(*head, FIRST, SECOND)

    assert (found.title, found.subtitle, names(found), found.published_on) == (TITLE, standfirst or None, [("Anna Kessler", None)], "2019-03-12")
    assert (found.captions, found.body.endswith(TEXT), found.kinds) == ((caption,), True, "cpp")


@pytest.mark.parametrize("below", ["Two ministers, one map and a great deal of patience", "Anna Kessler and Daniel Foster"])
def test_a_headline_may_end_in_its_preposition(below):
    found = read("Home", f"A railway nobody wants to pay for\n{below}", "12 March 2019", FIRST, SECOND)

    assert found.title == "A railway nobody wants to pay for"


def test_a_headline_right_above_the_house_of_its_picture_is_no_caption():
    found = read("Foreign Policy", TITLE, "Image: Getty", "Anna Kessler\nSenior Fellow, Caspian Institute", "2019-03-12", FIRST, SECOND)

    assert (found.title, found.published_on, found.body) == (TITLE, "2019-03-12", TEXT)


def test_the_name_of_the_journal_above_is_no_title_where_foot_and_citation_say_so():
    found = read(
        "Rivers in World Affairs\nJournal\nAnalysis\nAbout us",
        "01.09.2023",
        "The realism of the steppe\nHow small harbours learn to live off the quarrels of others\nAnna Kessler",
        "ANNA KESSLER\nSenior researcher at the Centre for Inland Seas, Lamp Academy",
        "How to cite:\nKessler A. The realism of the steppe // Rivers in World Affairs. 2023. Vol. 21. No 5. P. 94-109.",
        FIRST,
        SECOND,
        "© 2002-2023 Rivers in World Affairs",
    )

    assert (found.title, [author.name for author in found.authors], found.authors[0].role) == (
        "The realism of the steppe",
        ["Anna Kessler"],
        "Senior researcher",
    )
    assert (found.body, [found.text_layer[r.start : r.end] for r in found.removed if r.rule == "citation note"]) == (
        TEXT,
        ["How to cite:\nKessler A. The realism of the steppe // Rivers in World Affairs. 2023. Vol. 21. No 5. P. 94-109."],
    )


def test_the_name_of_a_picture_with_its_width_and_day_goes_and_the_line_on_an_old_picture_is_a_caption():
    found = read(
        f"{TITLE}\n18:40 21.06.2024",
        "A bench in the wind - Sputter Kuryk, 1920, 21.06.2024\n© Sputter / Anna Kim\nБенч на ветру. Архивное фото\nПодписаться на",
        FIRST,
        SECOND,
    )

    assert (found.title, found.subtitle, found.published_on, found.body) == (TITLE, None, "2024-06-21", f"Бенч на ветру. Архивное фото\n\n{TEXT}")
    assert found.captions == ("Бенч на ветру. Архивное фото",)


def test_lines_in_one_block_with_the_number_of_a_picture_and_its_credit_are_captions():
    found = read(TITLE, "9 November 2023", "Before the talks began.\n1 of 6\nPhoto: Anna Kim, TRASS\nWith the master of Kuryk.", FIRST, SECOND)

    assert found.captions == ("Before the talks began.", "With the master of Kuryk.")
    assert found.body.endswith(TEXT)


def test_authors_with_initials_and_their_houses_behind_are_read_below_their_label():
    found = read(
        "СУ ДИПЛОМАТИЯСЫ: КӨРШІ ПОРТТАРДЫҢ ТӘЖІРИБЕСІ",
        "Авторлар\nА. Е. Мақсұтбек Теңіз ұлттық университеті, Қазақстан, Ақтау қ.\nР. Т. Жолдыбалина Порт зерттеу университеті, Қазақстан, Құрық қ.",
        "Мақалада көрші порттардың келіссөз тәжірибесі талданады және олардың қысқы орындарды бөлісуі сипатталады.",
        "Зерттеу барысында екі жиырма құжат салыстырмалы талдау әдісімен қаралды және кестелер жасалды.",
    )

    assert [author.name for author in found.authors] == ["А. Е. Мақсұтбек", "Р. Т. Жолдыбалина"]


def test_the_headline_name_and_teaser_of_another_text_end_this_one():
    found = read(
        TITLE,
        "By Anna Kessler",
        "22 January 2026",
        FIRST,
        SECOND,
        "The silent lamps\nDaniel Foster\nNobody lights them, he says.\nRead more",
    )

    assert (names(found), found.body) == ([("Anna Kessler", None)], TEXT)


@pytest.mark.parametrize(
    "lines",
    [
        ("Anna Kessler is a British journalist based in Aktau. She has written of ports since 2011.", "© The Lamp, 2026", "Imprint", "Contact us"),
        ("Dr. Anna Kessler ist Wissenschaftlerin in der Forschungsgruppe Häfen.", "© Stiftung Hafen, 2026", "Impressum", "Datenschutz"),
        ("Related stories\nA ferry", "Anna Kessler", "Anna Kessler is a journalist based in Aktau.", "View more articles by Anna Kessler", "Sign up"),
    ],
)  # fmt: skip
def test_who_is_described_below_the_text_and_named_nowhere_else_wrote_it(lines):
    found = read(TITLE, "22 January 2026", FIRST, SECOND, *lines)

    assert ([author.name for author in found.authors], found.body) == (["Anna Kessler"], TEXT)


def test_a_link_to_more_of_whom_the_text_speaks_makes_nobody_its_author():
    spoken = f"{SECOND} Anna Kessler, who keeps the book, read them."
    found = read(
        TITLE,
        "22 January 2026",
        FIRST,
        spoken,
        "Related stories\nA ferry for Bautino",
        "Anna Kessler is a pilot based in Aktau.",
        "More articles by Anna Kessler",
    )

    assert found.authors == ()


def test_a_line_twice_right_below_a_headline_of_which_the_text_speaks_is_a_caption():
    text = "The harbour masters met in Kuryk on Tuesday and shared out the winter berths, which nobody had done before in one sitting or in two."
    found = read("Analysis", TITLE, "A view of the old lighthouse\nA view of the old lighthouse", "22 January 2026", text, SECOND)

    assert (found.title, found.captions, found.published_on) == (TITLE, ("A view of the old lighthouse",), "2026-01-22")


def test_the_one_headline_above_a_credit_and_a_signed_line_is_the_title():
    found = read(f"{TITLE}\nImage: Getty\nAnna Kessler, Senior Fellow\n12 Mar 2019, 10:25", FIRST, SECOND)

    assert (found.title, names(found), found.body) == (TITLE, [("Anna Kessler", "Senior Fellow")], TEXT)


def test_a_standfirst_above_share_bar_picture_and_by_line_is_the_subtitle():
    deck = "The winter berths are shared out by lot. Nobody is content, and nobody complains."
    found = read(
        f"{TITLE}\n{deck}",
        "Share full article",
        "84\nA long, low wall of grey stone at dusk, with a single gull on it.\n"
        "The wall of the old harbour last week. Gulls come and go.Credit...Emil Sattarov for The Harbour Tymes",
        "By Anna Kessler and Daniel Foster\nAnna Kessler reported from Kuryk, and Daniel Foster from Aktau.",
        f"Published Sept. 14, 2023\nUpdated Sept. 15, 2023\n{FIRST}",
        SECOND,
        "Paul Reed contributed reporting from Baku.",
    )

    assert (found.title, found.subtitle, found.published_on) == (TITLE, deck, "2023-09-14")
    assert [author.name for author in found.authors] == ["Anna Kessler", "Daniel Foster"]
    assert found.body.endswith(TEXT)


def test_names_in_capitals_are_two_with_a_joiner_in_capitals():
    found = read(TITLE, "JANUARY 12, 2024 4:00 AM CET", "BY ANNA KESSLER AND DANIEL FOSTER", FIRST, SECOND)

    assert names(found) == [("ANNA KESSLER", None), ("DANIEL FOSTER", None)]


def test_a_headline_above_its_standfirst_and_a_credited_picture_is_the_title():
    deck = "Captains offer to move first but want the pilots to be paid at home"
    caption = "A bench above a quay in the Mangystau region. Berths have been shared out there since last autumn. (Photo by Anna Kim)"
    found = read("Ports", TITLE, deck, f"{caption}\nANNA KIM, Harbour staff writer\nMarch 14, 2024 06:15 JST", FIRST, SECOND)

    assert (found.title, found.subtitle, names(found)) == (TITLE, deck, [("ANNA KIM", "Harbour staff writer")])


def test_the_text_of_a_picture_and_its_caption_above_the_headline_are_no_text():
    picture = "A wooden lamp post stands alone in a wide yellow plain.\nA lamp post at the former harbour of Aral. Anna Kim/Lampstock"
    found = read(
        f"{picture}\n{TITLE}\nPublished: September 26, 2024 12.14pm BST\nAuthor\nAnna Kessler\nSenior Lecturer in Ice, University of Aktau",
        "Disclosure statement\nAnna Kessler has received funding from the Lamp Fund.",
        "Partners\nUniversity of Aktau provides funding as a member of The Talk UK.",
        f"Republish this article\n{FIRST}",
        SECOND,
    )

    assert (found.title, found.published_on, [author.name for author in found.authors]) == (TITLE, "2024-09-26", ["Anna Kessler"])
    assert found.body.endswith(TEXT)
    assert "funding" not in found.body


def test_a_life_of_the_author_and_other_news_above_the_headline_are_left_out():
    found = read(
        "Breaking News:\nFerries of the north wait for ice",
        "Home\nPorts\nAnna Kessler\nAnna Kessler\nAnna Kessler is a writer on ports and pilots, based in Aberdeen.\nTrending Discussions"
        f"\nIs ice over?\t8 days\nFerries after the thaw\t12 days\n{TITLE}\nBy Anna Kessler - Dec 03, 2024, 5:00 PM CST\n{FIRST}",
        SECOND,
    )

    assert (found.title, found.published_on, names(found), found.body) == (TITLE, "2024-12-03", [("Anna Kessler", None)], TEXT)


def test_a_box_on_the_programme_between_by_line_and_text_is_left_out():
    box = "Program\n\nSeas and Ports\n\nThe Seas and Ports Program continues a long tradition of asking who pays for the ice.\n\nLearn More"
    found = read(TITLE, "By Anna Kessler\nPublished on Apr 24, 2024", box, FIRST, SECOND)

    assert (found.title, found.body) == (TITLE, TEXT)


def test_a_run_of_labels_below_the_last_stop_ends_the_text():
    long = f"{FIRST} {SECOND} {FIRST}"
    found = read(
        TITLE, "22 January 2026", long, long, "Winter berths\nKuryk\nHarbour masters\nIce", "Page not found\nWhat you asked for is not here any more."
    )

    assert found.body == f"{long}\n\n{long}"


def test_a_papers_line_on_its_issue_gives_the_day_and_ends_the_text():
    found = read(TITLE, FIRST, SECOND, "Published in Lamp, September 11th, 2023", "Ports")

    assert (found.publication, found.published_on, found.body) == ("Lamp", "2023-09-11", TEXT)


def test_what_a_record_of_a_talk_leaves_out_at_its_end_stays():
    assert read(TITLE, "22 January 2026", FIRST, SECOND, "<…>", "Tags: ports").body == f"{TEXT}\n\n<…>"


def page_of(*elements: str, title: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head><title>{title}</title></head><body><nav>Ports</nav>{''.join(elements)}</body></html>".encode()


PARAGRAPHS = "".join(
    f"<p>{text}</p>"
    for text in (
        "The four harbour masters sat down on a bench above the quay and did not get up again before every berth had a name beside it.",
        "Two of them had brought lists of their own, and these were read aloud before anybody was allowed to speak of money.",
    )
)


@pytest.mark.parametrize(
    ("elements", "title"),
    [
        (("<h1>Notes from the quay</h1>", "<h3 class='post-title'>A bench above the berths</h3>"), "Notes from the quay: A bench above the berths"),
        (("<div class='material__title'>A bench above the berths</div>",), "Notes from the quay"),
    ],
    ids=["below the name of a blog", "without a heading"],
)
def test_the_headline_is_what_its_class_calls_so(elements, title):
    found = draft(page_of(*elements, PARAGRAPHS, title=title), filename="page.html", today=TODAY)

    assert found.title == "A bench above the berths"


def test_a_by_line_with_its_day_and_a_reporter_with_his_paper_above_one():
    in_one = draft(
        page_of("<h1>A bench above the berths</h1>", "<div class='byline'>Anna Kessler, Daniel Foster May 28, 2019</div>", PARAGRAPHS),
        filename="page.html",
        today=TODAY,
    )
    above = draft(
        page_of("<h1>A bench above the berths</h1>", "<div>Anna Kessler, Lighthouse</div><div>28 May 2019, 19:05 5 720 views</div>", PARAGRAPHS),
        filename="page.html",
        today=TODAY,
    )

    assert [author.name for author in in_one.authors] == ["Anna Kessler", "Daniel Foster"]
    assert [(author.name, author.affiliation) for author in above.authors] == [("Anna Kessler", "Lighthouse")]
    assert (in_one.published_on, above.published_on) == ("2019-05-28", "2019-05-28")


def test_who_wrote_the_entries_of_a_list_and_when_is_not_the_article_s():
    entries = "<table><tr><td>• A ferry leaves the yard<br>Dr. Robert Choi (03.09.2007)</td></tr></table>"
    found = draft(page_of(entries, "<p><b>A BENCH ABOVE THE BERTHS</b></p><p>Dr. Anna Kessler</p>", PARAGRAPHS), filename="page.html", today=TODAY)

    assert ([author.name for author in found.authors], found.published_on) == (["Anna Kessler"], None)
