"""Where a text opens: labels above the first sentence are left out, what may head it stays, and a headline may stand below a paragraph."""

import datetime as dt

import pytest

from articles.ingest.draft import draft

TODAY = dt.date(2026, 11, 22)
TITLE = "Harbour masters meet in Kuryk to share out the winter berths"
FIRST = "The four harbour masters sat down on a bench above the quay and did not get up again before every berth had a name beside it."
SECOND = "Two of them had brought lists of their own, and these were read aloud before anybody was allowed to speak of money."
LEAD = "Four men, one bench and eleven berths: how the ports of the inland sea learned to divide what neither of them can use alone."


def read(*lines: str):
    return draft("\n\n".join(lines).encode(), filename="page.txt", today=TODAY)


@pytest.mark.parametrize(
    "label",
    ["Old Lighthouse", "FMA", "Description", "winch_room-03", "Port Desk / Evening", "Nevada Port Guard", "Location: Bautino", "Sailors, Ice",
     "12 Saves", "Aral"],
)  # fmt: skip
def test_a_label_alone_above_the_first_sentence_is_none_of_the_text(label):
    found = read(TITLE, "12 March 2019", label, FIRST, SECOND)

    assert (found.title, found.published_on, found.body) == (TITLE, "2019-03-12", f"{FIRST}\n\n{SECOND}")


@pytest.mark.parametrize(
    "heading",
    ["Introduction", "Abstract", "GİRİŞ", "Zusammenfassung", "Résumé", "1. A bench above the quay", "What the lists said",
     "Eleven berths", "Dear friends of the harbour,", "“The bench”", "The Harbour Masters"],
)  # fmt: skip
def test_what_may_head_a_text_stays(heading):
    found = read(TITLE, "12 March 2019", heading, FIRST, SECOND)

    assert found.body == f"{heading}\n\n{FIRST}\n\n{SECOND}"


def test_labels_above_an_abstract_go_and_the_abstract_stays():
    found = read(TITLE, "Ports", "Article", "Abstract", FIRST, SECOND)

    assert (found.title, found.body) == (TITLE, f"Abstract\n\n{FIRST}\n\n{SECOND}")


@pytest.mark.parametrize("below", ["March 12, 2019", "By Daniel Foster", "Published March 2019"])
def test_a_headline_below_its_lead_is_known_by_what_stands_below_it(below):
    found = read(LEAD, TITLE, below, FIRST, SECOND)

    assert (found.title, found.body, [r.rule for r in found.removed if r.rule.startswith("lead")]) == (
        TITLE,
        f"{FIRST}\n\n{SECOND}",
        ["lead above the headline"],
    )


def test_a_headline_below_all_of_its_text_is_its_title():
    found = read(LEAD, TITLE, "March 12, 2019")

    assert (found.title, found.published_on, found.body) == (TITLE, "2019-03-12", LEAD)


@pytest.mark.parametrize(
    ("printed", "name"),
    [("Prof. Dr. Anna Kessler", "Anna Kessler"), ("Dr Anna Kessler", "Anna Kessler"), ("Doç. Dr. Selim Denizli", "Selim Denizli"),
     ("Dr. Öğr. Üyesi Selim Denizli", "Selim Denizli"), ("Professor Anna Kessler", "Anna Kessler")],
)  # fmt: skip
def test_the_name_of_an_author_has_no_degree_and_the_by_line_keeps_it(printed, name):
    found = read(TITLE, f"By {printed}", FIRST, SECOND)

    assert ([author.name for author in found.authors], printed in found.byline) == ([name], True)


def test_the_first_numbered_heading_of_a_text_is_not_its_title():
    found = read(TITLE, "12 March 2019", "1. The harbour masters", FIRST, SECOND)

    assert (found.title, FIRST in found.body) == (TITLE, True)


@pytest.mark.parametrize(
    ("line", "names"),
    [("Author: marat", ["marat"]), ("Contributed by: quayside", ["quayside"]), ("Автор: admin", []),
     ("By the Lighthouse Post staff", ["Lighthouse Post staff"]),
     ("By Staff Reporter", []), ("Von: Redaktion (afp)", ["Redaktion (afp)"]), ("by in Ports.", [])],
)  # fmt: skip
def test_by_lines_of_one_word_of_a_house_and_of_nobody(line, names):
    found = read(TITLE, line, FIRST, SECOND)

    assert ([author.name for author in found.authors], found.body) == (names, f"{FIRST}\n\n{SECOND}")


def test_the_record_of_a_repository_in_one_line_with_the_abstract():
    found = read(
        "Nurlan BEKOV, Leyla RZAYEVA2021-03-042021-03-042019-06-01Bekov, N., Rzayeva, L. (2019). 2. YÜZYIL BAŞINDA LİMANLAR. Liman Dergisi, 4(7), "
        "11-29https://dizin.example/publication/detail/77/limanlarhttps://hdl.handle.net/20.500.1/778Limanların paylaşılması üzerine yürütülen "
        "görüşmeler, kıyıdaki dört devletin kılavuzlarını ilk kez bir masaya oturtmuştur. Bu çalışma o masanın tutanaklarını okumaktadır."
    )

    assert (found.title, found.published_on, [author.name for author in found.authors], found.body.partition(" ")[0]) == (
        "2. YÜZYIL BAŞINDA LİMANLAR",
        "2019-06-01",
        ["Nurlan BEKOV", "Leyla RZAYEVA"],
        "Limanların",
    )
    assert (found.publication, found.volume, found.issue, found.pages) == ("Liman Dergisi", "4", "7", "11-29")


def test_a_row_of_headlines_with_the_mark_of_a_list_before_each_is_no_article():
    towns = ("Kuryk", "Aktau", "Bautino", "Baku", "Rasht", "Turkmenbashi", "Astara")
    found = read(*(line for town in towns for line in ("-", f"The harbour of {town} shuts its gate for the winter")))

    assert ([doubt.code for doubt in found.doubts], found.title, found.body) == (["no-article"], None, "")


def test_what_a_browser_shows_for_a_picture_stands_above_a_caption_with_its_credit_glued_to_it_and_is_a_caption():
    found = read(TITLE, "12 March 2019", "A bench above a quay\nThe bench on which the berths were shared outImage: AFP", FIRST, SECOND)

    assert (found.captions, found.kinds) == (("A bench above a quay", "The bench on which the berths were shared out"), "ccpp")


def test_posts_before_a_name_are_its_authors_and_one_post_is_not_enough():
    posts = "President of the Harbour Board, former ambassador to the inland sea, Daniel Foster"

    assert [(author.name, author.role) for author in read(TITLE, posts, FIRST, SECOND).authors] == [("Daniel Foster", posts.rpartition(", ")[0])]


def test_an_agency_behind_the_dash_of_a_dateline_belongs_to_it():
    text = "Четыре начальника портов сели на скамью над причалом и не вставали, пока у каждого места не появилось имя."
    found = read("Начальники портов поделили зимние места", f"КУРЫК, 6 сентября 2024 г. — ИА Маяк Инфо. {text}", text.replace("Четыре", "Все"))

    assert (found.dateline, found.body.partition("\n\n")[0], found.published_on) == ("КУРЫК, 6 сентября 2024 г. — ИА Маяк Инфо", text, None)


def test_a_question_to_the_readers_of_a_site_is_no_title():
    found = read("Sie sind ein ausländisches Unternehmen, das in Kuryk einen Hafen bauen möchte?", TITLE, "Von Karl Otto", FIRST, SECOND)

    assert found.title == TITLE


def test_the_rights_of_a_picture_above_by_line_and_day_part_no_articles():
    found = read(TITLE, LEAD, "© Lighthouse Press", "By Anna Kessler", "12 March 2019", FIRST, SECOND)

    assert ([author.name for author in found.authors], found.published_on, len(found.parts)) == (["Anna Kessler"], "2019-03-12", 1)
    assert found.body.endswith(f"{FIRST}\n\n{SECOND}")


def test_rights_below_an_article_part_it_from_the_next_headline_with_by_line_and_day():
    other = "A ferry for Bautino leaves the yard without its pilots"
    found = read(TITLE, "By Anna Kessler", FIRST, SECOND, "© Lighthouse Press", other, "By Daniel Foster", "12 March 2019", SECOND, FIRST)

    assert [found.text_layer[start:end].partition("\n")[0] for start, end in found.parts] == [TITLE, other]


@pytest.mark.parametrize(
    ("rows", "read_as"),
    [
        (("Anna Kessler, The Lighthouse,", "Daniel Foster, Harbour Week"), [("Anna Kessler", "The Lighthouse"), ("Daniel Foster", "Harbour Week")]),
        (("Anna Kessler, Astana,", "Daniel Foster, Harbour Week"), [("Anna Kessler", None), ("Daniel Foster", "Harbour Week")]),
    ],
    ids=["papers", "a town"],
)
def test_reporters_of_several_papers_one_below_the_other(rows, read_as):
    found = read(TITLE, "12 March 2019", "\n".join(rows), FIRST, SECOND)

    assert ([(author.name, author.affiliation) for author in found.authors], found.body) == (read_as, f"{FIRST}\n\n{SECOND}")


def test_ports_and_their_states_one_below_the_other_are_no_reporters():
    found = read(TITLE, "12 March 2019", FIRST, "Bautino, Kazakhstan,\nBandar Anzali, Iran", SECOND)

    assert (found.authors, "Bandar Anzali, Iran" in found.body) == ((), True)


def test_a_short_name_above_its_explanation_and_by_line_is_the_title():
    found = read("\n".join(("The Bench at Kuryk", "How Four Harbours Learned to Share One Winter", "By Anna Kessler")), FIRST, SECOND)

    assert (found.title, found.subtitle) == ("The Bench at Kuryk", "How Four Harbours Learned to Share One Winter")


@pytest.mark.parametrize("above", ["Commentary", "The Moscow Times", "Harbour Institute", "Chief Editor"])
def test_a_section_a_house_or_a_post_above_a_question_is_no_title(above):
    found = read("\n".join((above, "How Four Harbours Learned to Share One Winter", "By Anna Kessler")), FIRST, SECOND)

    assert found.title == "How Four Harbours Learned to Share One Winter"


def test_two_authors_with_the_word_between_them_in_a_line_of_its_own():
    found = read(TITLE, "Anna Kessler\nand\nDaniel Foster\nPublished: 2:00pm, 12 Mar 2019", FIRST, SECOND)

    assert ([author.name for author in found.authors], found.published_on) == (["Anna Kessler", "Daniel Foster"], "2019-03-12")
    assert found.body == f"{FIRST}\n\n{SECOND}"


def test_a_paper_with_an_agency_signs_as_both():
    found = read(
        "Les maîtres de port se partagent l'hiver à Kouryk", "Par Le Phare avec AFP", "Le 12 mars 2019", "Quatre hommes se sont assis sur un banc."
    )

    assert [author.name for author in found.authors] == ["Le Phare", "AFP"]


def test_a_press_team_behind_day_and_town_is_the_author():
    found = read(TITLE, "04.06.2025 Astana Press and information team of the Harbour Union", FIRST, SECOND)

    assert ([author.name for author in found.authors], found.published_on) == (["Press and information team of the Harbour Union"], "2025-06-04")


def test_a_desk_between_the_count_of_views_and_the_headline():
    first = "Төрт кеме айлағының басшылары орындыққа отырып, әр орынның жанына ат жазылғанша тұрмады және ешкім ақша туралы айтқан жоқ."
    found = read("28.04.2026, 09:12\n613\nХалықаралық ақпарат бөлімі", "Құрық айлағында қысқы орындар бөлінді", first, first.replace("Төрт", "Бес"))

    assert ([author.name for author in found.authors], found.published_on) == (["Халықаралық ақпарат бөлімі"], "2026-04-28")


@pytest.mark.parametrize(
    ("below", "names"),
    [
        (("Par : Phare FM", "Avec notre correspondante régionale, Anne Marchand"), ["Anne Marchand"]),
        (("Par : Phare FM",), ["Phare FM"]),
        (("Par Anne Marchand et Phare FM",), ["Anne Marchand", "Phare FM"]),
    ],
    ids=["another line names who wrote", "alone", "beside a person"],
)
def test_the_site_that_names_itself_is_an_author_only_where_no_other_line_names_one(below, names):
    text = "Quatre hommes se sont assis sur un banc au-dessus du quai et ne se sont levés que lorsque chaque place a eu son nom."
    found = read(
        "Phare FM",
        "Les maîtres de port se partagent l'hiver à Kouryk",
        "Publié le : 12/03/2019 - 12:47",
        *below,
        text,
        text.replace("Quatre", "Cinq"),
        "© Phare FM 2019",
    )

    assert [author.name for author in found.authors] == names


def test_the_link_to_more_by_the_author_above_a_text_is_none_of_it_and_his_house_keeps_its_abbreviation():
    life = "ANNA KESSLER is Senior Lecturer in Harbour History at the University of St. Brannock and the author of a book on ice."
    found = read(TITLE, "By Anna Kessler\nMarch 12, 2019", life, "More by Anna Kessler", FIRST, SECOND)

    assert ([author.affiliation for author in found.authors], found.body) == (["University of St. Brannock"], f"{FIRST}\n\n{SECOND}")


def test_the_line_below_format_and_size_of_a_picture_is_its_caption():
    found = read(TITLE, "By Anna Kessler", "JPEG - 212.4 kb\nAnna Kessler. – “Chart without shores”, 2018", FIRST, SECOND)

    assert (found.captions, found.body.endswith(f"{FIRST}\n\n{SECOND}")) == (("Anna Kessler. – “Chart without shores”, 2018",), True)


@pytest.mark.parametrize(
    ("line", "is_caption"),
    [
        ("The four harbour masters on a bench in Kuryk, March 3, 2019.", True),
        ("The four harbour masters met on a bench in Kuryk, and that was in 2019.", False),
    ],
)
def test_what_has_no_verb_and_ends_with_its_year_above_a_credit_is_a_caption(line, is_caption):
    found = read(TITLE, LEAD, "By Anna Kessler", line, "Credit: Press service of the harbours", FIRST, SECOND)

    assert (line in found.captions) is is_caption


def test_a_quotation_and_a_question_behind_its_dash_are_a_headline():
    title = "“It is time to speak with one voice” – what did the harbour masters agree on in Kuryk?"
    found = read("Ports | 18:40 / 12.03.2019\n12431\n5 minutes to read", title, LEAD, FIRST, SECOND)

    assert (found.title, found.published_on) == (title, "2019-03-12")


def test_two_authors_of_a_journal_each_with_house_and_address_below():
    found = read(
        "2,306\nViews\n4\nCrossRef citations to date\nJournal homepage",
        f"{TITLE}\nAnna Kessler\nDepartment of Harbours, Lighthouse University, Aktau, Kazakhstan\nCorrespondence\na.kessler@lighthouse.example\n"
        "&\nDaniel Foster\nSchool of Ice, University of Bautino, Bautino, Kazakhstan\nPages 412-431 | Published online: 12 Mar 2019",
        "ABSTRACT",
        FIRST,
        SECOND,
    )

    assert [(author.name, author.affiliation) for author in found.authors] == [
        ("Anna Kessler", "Department of Harbours, Lighthouse University, Aktau, Kazakhstan"),
        ("Daniel Foster", "School of Ice, University of Bautino, Bautino, Kazakhstan"),
    ]
    assert (found.title, found.published_on, found.body) == (TITLE, "2019-03-12", f"ABSTRACT\n\n{FIRST}\n\n{SECOND}")


def test_paper_number_day_and_page_in_one_line_are_no_title():
    found = read(
        "03/12/2019, 01:07\nSave to bookmarks\nHarbour masters share a winter", "Lighthouse No. 175/P dated 03/12/2019, page 6", FIRST, SECOND
    )

    assert (found.title, found.issue, found.pages) == ("Harbour masters share a winter", "175/P", "6")


GERMAN = "Vier Hafenmeister setzten sich auf eine Bank über dem Kai und standen nicht auf, bis neben jedem Liegeplatz ein Name stand."
GERMAN_BELOW = "Zwei von ihnen hatten eigene Listen mitgebracht, und diese wurden vorgelesen, bevor jemand vom Geld sprechen durfte."
FRENCH_BELOW = "Deux d'entre eux avaient apporté leurs propres listes, et on les a lues à voix haute avant que quelqu'un puisse parler d'argent."
FRENCH = "Quatre hommes se sont assis sur un banc au-dessus du quai et ne se sont levés que lorsque chaque place a eu son nom."


def test_a_state_above_a_question_is_the_section_of_it():
    found = read("Kasachstan und Europa\nWarum vier Häfen sich einen Winter teilen", "Von Anna Kessler", GERMAN, GERMAN_BELOW)

    assert found.title == "Warum vier Häfen sich einen Winter teilen"


@pytest.mark.parametrize(
    ("signature", "names"),
    [("Daniel FOSTER", ["Daniel FOSTER"]), ("Daniel Foster für Leuchtturm", ["Daniel Foster"]), ("Foster's bench was empty", [])],
)
def test_who_signs_below_the_text_is_its_author_where_the_by_line_above_is_blank(signature, names):
    found = read(TITLE, "By:", "12 March 2019", FIRST, SECOND, signature, "Tags: Ports, Ice")

    assert ([author.name for author in found.authors], "blank-byline" in [doubt.code for doubt in found.doubts]) == (names, True)


def test_an_agency_below_the_label_of_authors_is_one_and_the_caption_above_it_is_none_of_the_text():
    menu = "\n".join(f"Rubrique {letter}" for letter in "abcdefghijklmnopqrstuvw")
    caption = "Des conteneurs dans le port sec de Kouryk, au bord de la mer, le 6 avril 2019. © Reuters / Anna Kessler"
    found = read(
        menu,
        "Les maîtres de port se partagent l'hiver à Kouryk",
        "Publié le : 24/05/2019 - 18:47",
        caption,
        "Par :\nAFP\nSuivre",
        FRENCH,
        FRENCH_BELOW,
    )

    assert ([author.name for author in found.authors], found.published_on, found.captions) == (["AFP"], "2019-05-24", (caption.partition(" ©")[0],))


def test_controls_behind_the_day_of_a_by_line_and_a_question_above_it():
    title = "Géographie d'un banc. Quatre hommes suffisent-ils à partager un hiver ?"
    life = "Docteure en géographie, Anna Kessler enseigne à Dijon. Elle a vécu à Kouryk."
    found = read(
        f"{title}\nPar Anna Kessler, le 12 mars 2019  Imprimer l'article  lecture optimisée  Télécharger l'article au format PDF\n{life}\n{FRENCH}\n"
        + FRENCH_BELOW
    )

    assert (found.title, [(author.name, author.role) for author in found.authors], found.published_on) == (
        title,
        [("Anna Kessler", None)],
        "2019-03-12",
    )
    assert found.body.startswith("Quatre hommes")


def test_the_credit_of_an_agency_a_house_and_a_maker_ends_a_caption():
    line = "Güterzug bei Kuryk: Auf der Schiene braucht ein Container zwei Wochen (picture alliance / Leuchtturm Bild / Anna Kessler)"
    found = read("Warum vier Häfen sich einen Winter teilen", "Von Daniel Foster", line, GERMAN, GERMAN_BELOW)

    assert found.captions == (line.partition(" (")[0],)


def test_a_state_and_a_year_above_its_facts_are_the_title_of_a_yearbook_s_entry():
    facts = "124,900 sq km (48,224 sq mi)\n(2007 est.): 472,000\nHarbour master Daniel Foster, assisted by two pilots"
    found = read("Caspia in 2007", facts, FIRST, SECOND)

    assert (found.title, found.subtitle, found.body, [r.rule for r in found.removed]) == (
        "Caspia in 2007",
        None,
        f"{FIRST}\n\n{SECOND}",
        ["facts of an entry"],
    )


@pytest.mark.parametrize(
    "line", ["Supervised by Prof. Daniel Foster", "Научный руководитель: д.и.н. Р. М. Бекова", "Tez Danışmanı: Doç. Dr. Selim Denizli"]
)
def test_who_guided_a_student_is_neither_author_nor_text(line):
    found = read(TITLE, "By Anna Kessler", line, FIRST, SECOND)

    assert ([author.name for author in found.authors], found.body) == (["Anna Kessler"], f"{FIRST}\n\n{SECOND}")


def test_who_approved_a_thesis_did_not_write_it_and_who_holds_its_rights_did():
    found = read(TITLE, "by", "Anna Kessler", "2019 ©2019 Anna Kessler All Rights Reserved", "APPROVED", "BY", "Dr. Daniel Foster", FIRST, SECOND)

    assert [author.name for author in found.authors] == ["Anna Kessler"]


def test_authors_each_with_a_degree_or_without_above_his_post():
    pairs = ("Anna Kessler\nAssociate Fellow, Harbour Programme", "Dr Daniel Foster\nAcademy Fellow, Ice and Society Centre")
    found = read(TITLE, "Published 9 November 2019", *pairs, FIRST, SECOND)

    assert [(author.name, author.role) for author in found.authors] == [("Anna Kessler", "Associate Fellow"), ("Daniel Foster", "Academy Fellow")]
    assert found.body == f"{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Author : Meghna Sardesai-Rao | Karthik Ellath", ["Meghna Sardesai-Rao", "Karthik Ellath"]),
        ("By Anna Kessler Daniel Foster", ["Anna Kessler", "Daniel Foster"]),
        ("By Mary Ann Kessler", ["Mary Ann Kessler"]),
        ("By Anna Kessler | Ports", ["Anna Kessler"]),
        ("10:17, 12 March 2019, Kuryk - Harbour news agency , by Anna KESSLER", ["Anna KESSLER"]),
    ],
)
def test_by_lines_with_bars_with_nothing_between_and_behind_an_agency(line, names):
    found = read(TITLE, line, FIRST, SECOND)

    assert ([author.name for author in found.authors], found.body) == (names, f"{FIRST}\n\n{SECOND}")


def test_an_entry_of_a_blog_between_its_way_to_others_and_its_signature():
    page = "\n\n".join(
        [
            "Highlights\n    Sugar, soap and the harbour bazaar\n    How to read a berth list",
            "This weblog is licensed under a Creative Commons License.\nPowered by\nMovable Type 3.2",
            "« Ice and a bad mood | Main | Pilots' roundup »",
            "Kuryk looks both ways before crossing",
            FIRST,
            SECOND,
            "Posted by Donal at June 8, 2006 11:52 PM | TrackBack",
            "Comments",
            "Good post but the quay isn't built yet.",
            "Posted by: Nuala at June 9, 2006 09:40 AM",
        ]
    )
    found = draft(page.encode(), filename="page.txt", today=TODAY)

    assert (found.title, found.published_on, [author.name for author in found.authors], found.body.endswith(SECOND)) == (
        "Kuryk looks both ways before crossing",
        "2006-06-08",
        ["Donal"],
        True,
    )


def test_whose_article_a_lead_quotes_wrote_it():
    lead = (
        '"The harbour remains more a declaration than a port", - the political scientist Anna Kessler notes in the article, written specially for '
        "the analytical platform Lighthouse."
    )
    found = read(TITLE, "9,412 total views, 3 views today", lead, FIRST, SECOND)

    assert (found.title, [(author.name, author.role) for author in found.authors]) == (TITLE, [("Anna Kessler", "political scientist")])


def test_labels_of_place_source_and_fields_of_work_are_none_of_the_text():
    labels = "Date: 24 May 2019\nPlace: KURYK\nSource: Harbour Programme Office in Kuryk\nFields of work: Ice activities, Port activities"
    found = read(TITLE, labels, FIRST, SECOND)

    assert (found.published_on, found.body) == ("2019-05-24", f"{FIRST}\n\n{SECOND}")


def test_a_name_above_a_control_signs_a_report_without_a_headline():
    found = read(
        "Ports\n12 October 2019 17:48 (UTC+04:00)\nPhoto: Lighthouse\nAnna Kessler\nRead more", f"KURYK, Kazakhstan, October 12. {FIRST}", SECOND
    )

    assert [author.name for author in found.authors] == ["Anna Kessler"]


def test_the_day_on_which_the_source_of_a_figure_was_looked_at_is_no_day_of_publication():
    found = read(TITLE, "Kaynak: www.lighthouse.example/docs/maps-", "chart.gif/ Erişim Tarihi: 17.11.2013.", FIRST, SECOND)

    assert found.published_on is None


def test_a_day_in_the_arabic_letters_of_kazakh():
    found = read("سەيسەنبى\nساياسات 2874 3 پىكىر 19 قازان, 2022 ساعات 11:46", "قازاقستان مەن قىرعىزستان: نە تۋرالى ۋاعدالاستى؟", FIRST, SECOND)

    assert found.published_on == "2022-10-19"


def test_an_author_with_a_star_before_his_degree_and_a_note_behind_his_name():
    found = read(TITLE, "*  Doç. Dr. Selim DENİZLİ [1]", FIRST, SECOND)

    assert ([author.name for author in found.authors], found.body) == (["Selim DENİZLİ"], f"{FIRST}\n\n{SECOND}")


def test_a_row_of_topics_in_capitals_above_a_headline_is_none():
    found = read("HARBOURS   KAZAKHSTAN   WINTER ICE", TITLE, FIRST, SECOND)

    assert found.title == TITLE
