"""What stands right above and below texts and is none of them: captions, calls, forms, further news, keywords."""

import pytest

from articles.ingest.statements.names import is_salutation
from tests.articles.ingest.harbour import FIRST, SECOND, TEXT, TITLE, read


def names(found):
    return [author.name for author in found.authors]


def test_a_caption_with_a_house_in_brackets_below_the_byline_is_no_text():
    caption = "The quay at Kuryk takes some forty boats a week."
    deck = "The list is short, but nobody wants to talk about the ice."
    found = read(TITLE, deck, "Anna Kessler Feb 9, 2023", f"{caption} (Lamp House)", FIRST, SECOND)

    assert (found.body.endswith(TEXT), found.captions, names(found)) == (True, (caption,), ["Anna Kessler"])


def test_a_sentence_with_its_source_in_brackets_further_down_is_text():
    found = read(TITLE, "Anna Kessler Feb 9, 2023", FIRST, "The quay at Kuryk takes some forty boats a week. (Lamp House)", SECOND)

    assert "forty boats a week. (Lamp House)" in found.body


def test_a_long_line_cut_off_below_the_subtitle_is_a_caption():
    cut = "Two masters walk along the quay of Kuryk during the visit of a delegation from the northern harbours, Ku"
    found = read("Policy Brief", "Mar 19, 2025", TITLE, f"Why four berths need a second list\n{cut}", FIRST, SECOND)

    assert (found.title, found.captions, found.body.endswith(TEXT)) == (TITLE, (cut,), True)


def test_a_caption_that_ends_with_its_day_stands_above_a_labelled_credit():
    caption = "A master holds a hand-painted list at the quay in Kuryk, Saturday, March 12, 2022."
    found = read(TITLE, "By Anna Kessler", "April 06, 2022", caption, "Credit: Lamp Photo/Daniel Foster", FIRST, SECOND)

    assert (found.captions, found.body.endswith(TEXT)) == ((caption,), True)


def test_the_first_paragraph_above_a_credit_is_text():
    found = read(TITLE, "By Anna Kessler", "April 06, 2022", FIRST, "Photo: Daniel Foster", SECOND)

    assert found.body == TEXT


def test_names_with_the_credit_of_their_picture_sign_nothing():
    found = read("9 октября 2025, 17:41", TITLE, "Владимир Путин и Касым-Жомарт Токаев (Фото: kremlin.ru)", FIRST, SECOND)

    assert (names(found), found.body.endswith(TEXT)) == ([], True)


def test_a_scholar_with_his_degree_right_above_the_text_is_its_author():
    found = read(TITLE, "21 Haziran 2022", "Doç. Dr. Nurettin Alpsoy", FIRST, SECOND, "Kaynak: Haber Merkezi")

    assert (names(found), found.body) == (["Nurettin Alpsoy"], TEXT)


def test_a_scholar_with_his_degree_at_the_top_is_no_title():
    found = read("Doç. Dr. Nurettin Alpsoy", FIRST, SECOND)

    assert (found.title, names(found), found.body) == (None, ["Nurettin Alpsoy"], TEXT)


@pytest.mark.parametrize(
    "call",
    [
        "Hear the podcast above or get the Lamp on iTunes and Google Podcasts.",
        "Get Lantern's weekly newsletter for free. Help us keep our reporting open to everyone.",
        "Read the story here.",
        "Пайдалы болса, достарыңызбен бөлісіңіз:",
        "This project has received funding from the Union's programme Lighthouse. The content reflects only the author's view.",
    ],
)
def test_a_call_below_the_text_is_none_of_it(call):
    assert read(TITLE, "By Anna Kessler", FIRST, SECOND, call).body == TEXT


@pytest.mark.parametrize("code", ["MRS/HN/IS", "-03B-", "QUAYFIN15012025000195011045ID1109093377"])
def test_the_code_of_an_agency_below_its_report_is_no_text(code):
    assert read(TITLE, FIRST, SECOND, code).body == TEXT


def test_the_form_below_the_room_left_to_write_in_is_no_text():
    rules = "Kindly give your real name. Comments that are personal, insulting or vulgar are not shown here, whoever sends them to us."
    found = read(TITLE, FIRST, SECOND, "Leave a Comment", f"Title: {TITLE}", "You have 2000 characters left.", "Disclaimer:", rules)

    assert found.body == TEXT


def test_further_news_below_their_days_and_hours_are_offered_for_splitting():
    found = read("19.06.2025, 17:36 5218", TITLE, FIRST, SECOND, "19.06.2025, 12:05 5871", "Exhibition of nets opened in Bautino", SECOND, FIRST)

    assert (found.title, found.body, len(found.parts)) == (TITLE, TEXT, 2)


def test_a_list_of_further_headlines_below_their_days_is_none():
    found = read("19.06.2025, 17:36 5218", TITLE, FIRST, SECOND, "19.06.2025, 12:05 5871", "Exhibition of nets opened in Bautino")

    assert (found.body, len(found.parts)) == (TEXT, 1)


def test_keywords_over_several_lines_above_an_abstract_are_no_text():
    found = read(f'{TITLE}\nKEYWORDS\nKuryk, northern shore,\nberths, ice,\n"Lamp List".\nABSTRACT', FIRST, SECOND)

    assert "Lamp List" not in found.body


@pytest.mark.parametrize("line", ["Mr. Co-Chair,", "Mister Chairman,", "Madam President,", "Mr. Secretary-General,"])
def test_a_speaker_turns_to_the_chair(line):
    assert is_salutation(line)


def test_a_sentence_on_the_chair_is_no_salutation():
    assert not is_salutation("Mr. Chairman of the four harbours has said that nobody would ever get more than one berth in a winter,")


def test_what_is_read_stands_before_the_headline_and_is_no_part_of_it():
    found = read(f"You’re reading: {TITLE}", FIRST, SECOND, "Read the story here.")

    assert (found.title, found.body) == (TITLE, TEXT)


def test_the_label_of_a_picture_stands_above_its_caption():
    found = read("In the picture\nThe quay of Kuryk, photographed during the week of the four masters [Lamp.example]", FIRST, SECOND)

    assert (found.title, found.body.endswith(TEXT), len(found.captions)) == (None, True, 1)


def test_key_points_with_bullets_between_byline_and_text_are_no_text():
    points = "• Four harbours share one list from now on.\n• The ice may come before the list is signed."
    found = read(TITLE, "By Anna Kessler - Jul 14, 2024, 4:00 PM CDT", points, FIRST, SECOND)

    assert (found.title, names(found), found.published_on, found.body) == (TITLE, ["Anna Kessler"], "2024-07-14", TEXT)


def test_a_list_with_bullets_further_down_is_text():
    found = read(TITLE, "By Anna Kessler", FIRST, "• Kuryk takes forty boats.\n• Bautino takes thirty boats.", SECOND)

    assert "• Bautino takes thirty boats." in found.body


def test_teasers_above_a_headline_that_who_and_when_stand_below_are_no_text():
    teaser = "The ferries of the southern shore have stood still since the storm of last week, and nobody knows when they will sail again."
    found = read("Ferries wait for calmer weather", teaser, "Home Harbours", TITLE, "By Anna Kessler - Jul 14, 2024", FIRST, SECOND, FIRST)

    assert (found.title, names(found), found.published_on, found.body.startswith(FIRST)) == (TITLE, ["Anna Kessler"], "2024-07-14", True)


def test_authors_with_the_marks_of_their_houses_behind_a_label():
    found = read(TITLE, "- Authors: Kessler A.D.1, Foster P.2", "Issue: Vol 19, No 3 (2019)", FIRST, SECOND)

    assert (names(found), found.byline) == (["Kessler A.D.", "Foster P."], "- Authors: Kessler A.D.1, Foster P.2")


def test_a_student_stands_with_his_number():
    assert names(read(TITLE, "Anna Kessler (11830442)", FIRST, SECOND)) == ["Anna Kessler"]


def test_two_names_above_what_is_said_of_the_first_are_the_authors():
    life = "Anna Kessler is a leading expert at the House of Lamps in Kuryk, where she looks after the lists of all four harbours."
    found = read(TITLE, "Anna Kessler & Daniel Foster", life, FIRST, SECOND)

    assert (names(found), found.body) == (["Anna Kessler", "Daniel Foster"], TEXT)


def test_an_expert_told_in_the_deck_to_have_written_for_a_house_is_the_author():
    deck = "“Every third list has had no ground,” an expert, Daniel Foster analyzes the berths of two harbours, specifically for lamp.example."

    assert names(read(TITLE, deck, FIRST, SECOND)) == ["Daniel Foster"]


def test_author_and_paper_behind_a_title_are_no_part_of_it():
    found = read(f"{TITLE}, par Hélène Marchand (Le Courrier des quais, octobre 2018)", FIRST, SECOND)

    assert (found.title, names(found), found.byline) == (TITLE, ["Hélène Marchand"], "par Hélène Marchand")


def test_a_row_of_a_state_and_a_body_above_a_text_files_it():
    assert read(TITLE, "By Anna Kessler", "Jul 12, 2024\nKazakhstan, SCO", FIRST, SECOND).body == TEXT


def test_the_day_above_the_rates_is_todays_and_the_one_below_the_text_its_own():
    found = read("Sunday, 17 October 2010\nUSD 147.6 EUR 206.3 RUB 4.87\nPolitics", TITLE, FIRST, SECOND, "16.10.2010 11:25\nSource: Lantern")

    assert found.published_on == "2010-10-16"


def test_a_day_in_figures_with_blanks_dates_a_text():
    assert read(TITLE, "2023 06 09", FIRST, SECOND).published_on == "2023-06-09"


def test_a_path_behind_a_newsroom_signs_nothing():
    assert names(read("Newsroom / Top Stories", "18 Sep 2018 16:52", TITLE, FIRST, SECOND)) == []


def test_a_headline_printed_again_as_the_text_of_each_picture_stays_the_title():
    picture = f"{TITLE}.\nPhoto credit: Lantern"
    found = read("01:12, 25 April 2026", f"{TITLE}.", "07:41, 24 April 2026", FIRST, picture, SECOND, picture, picture)

    assert found.title.rstrip(".") == TITLE


def test_the_name_of_the_author_twice_above_his_label_below_the_text():
    found = read(TITLE, FIRST, SECOND, "Zhanel Tursunkyzy\nZhanel Tursunkyzy\nАвтор\nShare\nTelegram\nWhatsApp\nFacebook")

    assert (names(found), found.body) == (["Zhanel Tursunkyzy"], TEXT)


@pytest.mark.parametrize(
    "line", ["Dr. Alperen Tuncay / Yazar", "BY. Dr. Alperen Tuncay", "By Alperen Tuncay"], ids=["label behind", "by with a stop", "by"]
)
def test_a_byline_in_the_form_of_its_house(line):
    found = read(TITLE, line, "21.10.2022", FIRST, SECOND)

    assert (names(found), found.body) == (["Alperen Tuncay"], TEXT)


def test_who_took_the_picture_and_for_whom_above_a_text_is_no_text():
    found = read("2 октября 2025", TITLE, "Павел Осташев/РИА Сегодня", FIRST, SECOND)

    assert (names(found), found.body) == ([], TEXT)


@pytest.mark.parametrize(
    "note",
    [
        "Comments will be moderated. Remarks with abusive language or attacks of any kind will be removed and their writer banned from here.",
        "THE COMPLETE STORY: Lantern's pages on the five countries of the northern shore, with news, analysis, and background.",
        "This website and sisters lanterngroup.example and lampnews.example are owned by one man, who alone answers for what they print.",
    ],
)
def test_what_a_site_says_of_itself_below_a_text_is_no_text(note):
    assert read(TITLE, "By Anna Kessler", FIRST, SECOND, note).body == TEXT


def test_a_day_with_its_hour_below_a_deck_and_a_picture_dates_the_text():
    deck = "Moscow cannot stop the harbours from selling. It can decide how the boats get to market, and that may be enough for this winter."
    found = read(TITLE, deck, "February 17, 2023, 3:41 PM", FIRST, SECOND)

    assert (found.published_on, "3:41" in found.body) == ("2023-02-17", False)


def test_an_opening_heading_is_no_title():
    found = read("In Lieu of an Introduction", FIRST, SECOND)

    assert (found.title, found.body.startswith("In Lieu")) == (None, True)


def test_of_two_days_below_the_rates_the_second_is_the_texts_own():
    found = read("• KZT/USD = 0.00201 -0%\n• UZS/USD = 0.00009 0%", "18 January 2026\n12 November 2025", TITLE, FIRST, SECOND)

    assert found.published_on == "2025-11-12"


def test_a_name_with_the_star_of_a_note_below_the_title_is_the_author():
    found = read(TITLE, "Ghulam Fazil Sahib*", FIRST, SECOND, "* The author looks after the lists of the northern harbours.")

    assert names(found) == ["Ghulam Fazil Sahib"]


def test_a_second_headline_above_the_host_of_its_picture_is_no_text():
    found = read(TITLE, "Kessler: I never ask who has the first berth", "lantern.example", FIRST, SECOND)

    assert (found.title, found.body.endswith(TEXT), found.body.startswith("Kessler") and not found.captions) == (TITLE, True, False)


def test_the_control_glued_to_a_text_that_breaks_off_is_no_part_of_it():
    found = read(TITLE, FIRST, f"{SECOND} One of them asked for the translation of…read more")

    assert found.body.endswith("One of them asked for the translation of")


def test_a_call_to_a_channel_below_the_text_is_none_of_it():
    call = "Read urgent and important messages about the harbours on the channel Lantern-Kuryk in Telegram."

    assert read(TITLE, "By Anna Kessler", FIRST, SECOND, call).body == TEXT


def test_a_last_sentence_on_what_somebody_wrote_on_a_network_is_text():
    last = "Nobody has been asked to move a boat before the list is signed, the oldest of the four masters wrote in Telegram."

    assert read(TITLE, "By Anna Kessler", FIRST, SECOND, last).body.endswith(last)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Kuryk en hiver : les quais d’abord, la morale ensuite, par Camille Lefort", "Camille Lefort"),
        ("What the harbours want, by Anna Kessler", "Anna Kessler"),
    ],
)
def test_the_name_behind_a_title_and_a_comma_is_the_authors(title, name):
    found = read(title, FIRST, SECOND)

    assert (names(found), found.title) == ([name], title.rpartition(",")[0])


def test_by_whom_something_was_seen_is_no_byline():
    found = read("Le port de Kuryk vu par Camille Lefort", FIRST, SECOND)

    assert (names(found), found.title) == ([], "Le port de Kuryk vu par Camille Lefort")


def test_a_shelf_of_other_texts_goes_with_its_name():
    found = read(
        "Как делят причалы в Курыке",
        FIRST,
        SECOND,
        "См. также:\nПарламент без мачт: как считали лодки в Актау\nСеверный берег в поисках третьего маяка",
    )

    assert found.body == TEXT


@pytest.mark.parametrize(
    "call",
    [
        "Если вам есть чем поделиться с редакцией «Маяка», присылайте свои наблюдения и новости на нашу почту.",
        "На сайте агентства «Маяк» публикуется лишь часть новостей, предоставляемых абонентам по ленте.",
    ],
)
def test_a_russian_call_below_the_text_is_none_of_it(call):
    assert read("Как делят причалы в Курыке", FIRST, SECOND, call).body == TEXT


def test_a_headline_below_the_deck_that_opens_a_page_stands_above_the_credit_of_its_picture():
    deck = "По словам смотрителя порта Айдара Ким, лодки пришли на четыре дня раньше, чем их ждали на берегу."
    found = read(deck, "«Странный список». В порту Курыка рассказали о зимних причалах", "Источник фото", FIRST, SECOND)

    assert (found.title, found.subtitle, found.body) == ("«Странный список». В порту Курыка рассказали о зимних причалах", deck, TEXT)


def test_key_points_with_dashes_that_open_a_page_are_no_text():
    points = "- Kuryk, which sells most of its berths in winter, is looking for other quays.\n- The lists will be read in the spring."

    assert read(f"{points}\n{FIRST}", SECOND).body == TEXT


def test_turns_of_a_conversation_that_open_a_page_are_text():
    turns = "- Who has the first berth this winter, and who has asked for it?\n- The oldest of the four masters has it."

    assert read(f"{turns}\n{FIRST}", SECOND).body.startswith("- Who has")


def test_a_control_to_translate_a_page_is_no_title():
    assert read("Қазақ тіліне аудару", FIRST, SECOND).title is None


def test_scholars_with_their_degrees_in_one_line_without_a_sign_between_are_the_authors():
    found = read(TITLE, "Doç. Dr. Halil Nurettin ALPSOY Arş. Gör. Nurgül BEYSEN SOYLU", FIRST, SECOND)

    assert (names(found), found.body) == (["Halil Nurettin ALPSOY", "Nurgül BEYSEN SOYLU"], TEXT)


def test_the_description_of_a_picture_above_its_caption_is_no_text():
    told = "Blick über einen Kai in Kuryk. Links eine Reihe Boote, im Hintergrund ein weißer Turm vor grauem Himmel."
    caption = "Viel Platz, wenig Listen: der Kai von Kuryk. (picture alliance / dpa / Sputnik / Anna Kessler)"
    found = read(TITLE, "Kessler, Anna | 09. September 2022, 07:21 Uhr", f"{told}\n{caption}\n{FIRST}", SECOND)

    assert (found.captions, found.kinds, found.body.endswith(TEXT)) == ((told, caption.partition(" (")[0]), "ccpp", True)


def test_a_first_paragraph_with_left_and_right_above_a_caption_of_another_block_is_text():
    first = "Links und rechts des Kais liegen die Boote, und niemand weiß, wer im Winter bleiben darf und wer nicht."
    found = read(TITLE, "Kessler, Anna | 09. September 2022", first, "Der Kai von Kuryk. (Foto: Anna Kim)", FIRST, SECOND)

    assert first in found.body


def test_who_writes_at_the_end_of_the_deck_is_the_author():
    deck = "Four harbours want the same two berths, and nobody asks the pilots what they think of that, writes Anna Kessler."
    life = "Anna Kessler is a columnist and lecturer at the Harbour School of Kuryk."

    assert names(read(TITLE, deck, life, FIRST, SECOND)) == ["Anna Kessler"]


def test_who_says_something_at_the_end_of_the_deck_is_not_the_author():
    deck = "Four harbours want the same two berths, and nobody asks the pilots what they think of that, says Anna Kessler."

    assert names(read(TITLE, deck, FIRST, SECOND, f"Kessler, who heads the school of pilots, has asked. {SECOND}")) == []


@pytest.mark.parametrize("line", ["(LAMPFN - Kuryk News) By Anna Kessler", "Anna Kessler Read more"])
def test_a_name_with_what_a_site_prints_beside_it(line):
    found = read(TITLE, line, FIRST, SECOND)

    assert (names(found), found.body) == (["Anna Kessler"], TEXT)


@pytest.mark.parametrize("lines", ["Anna Kessler,\nDaniel K Foster,\nPaul Reed", "Anna Kessler\n, Daniel K Foster\n, Paul Reed"])
def test_names_with_commas_one_below_the_other(lines):
    assert names(read(TITLE, "Journal of Berths, Volume 9, Issue 3", lines, "Abstract", FIRST, SECOND)) == [
        "Anna Kessler",
        "Daniel K Foster",
        "Paul Reed",
    ]


def test_names_with_the_marks_of_notes_and_no_sign_between():
    assert names(read(f"{TITLE}\n Anna Kessler1*  Daniel R. Foster1  Paul Reed2", FIRST, SECOND)) == ["Anna Kessler", "Daniel R. Foster", "Paul Reed"]


def test_a_life_with_a_degree_below_a_credit_names_the_author():
    life = "Daniel P Foster, PhD is a historian of harbours and the author of Ropes Across the Quay: Berths and Their Masters"

    assert names(read(TITLE, "Kuryk quay. Photograph by Helen Prowse", life, FIRST, SECOND)) == ["Daniel P Foster"]


def test_a_name_in_the_nominative_before_the_first_sentence_of_a_page_without_a_title():
    first = "Осенняя поездка смотрителей в Курык стала третьей за два года, и каждый раз они возвращались с пустыми списками."
    found = read(f"Гульмира Сарсенова {first}", SECOND)

    assert (names(found), found.body) == (["Гульмира Сарсенова"], f"{first}\n\n{SECOND}")


def test_who_is_told_of_in_the_first_sentence_is_no_author():
    first = "Гульмира Сарсенова рассказала в Курыке о том, как смотрители делили причалы и что из этого вышло на самом деле."

    assert names(read(first, SECOND)) == []


@pytest.mark.parametrize(
    "call",
    [
        "Get in touch with us for briefings on harbours made to measure and advice on your berths.",
        "> Réécoutez l'intégralité de cette émission sur le site de Radio Kuryk.",
        "We have been working hard to bring you news from the quays. Consider supporting the Lantern.",
    ],
)
def test_a_call_of_a_house_below_the_text(call):
    assert read(TITLE, "By Anna Kessler", FIRST, SECOND, call).body == TEXT


def test_the_talk_of_readers_with_its_age_above_a_text_is_none_of_it():
    talk = "\n".join(
        f"• {age} {said}"
        for age, said in [("4 minutes", "lamp orders fall"), ("31 mins", "A TAX ON ICE"), ("3 hours", "Who asked?"), ("6 days", "Berths")]
    )
    house = "Set up in 1986, the Kuryk Foundation is a research house without party ties that supplies readers with news of the harbours each week."
    found = read(f"{talk}\nThe Kuryk Foundation", "The Kuryk Foundation", house, "More Info", "Premium Content", TITLE, FIRST, SECOND)

    assert (found.title, found.body) == (TITLE, TEXT)


def test_a_text_that_begins_with_what_happened_when_is_kept():
    assert read(
        "4 minutes to midnight the lamp went out, and the four masters who had come to share out the berths were left in the dark.", SECOND
    ).body.startswith("4 minutes")


def test_the_persons_a_base_of_news_lists_below_a_text_are_no_authors():
    persons = "Anna Kessler\nLast position: Master of the harbour of Kuryk\n318\nDaniel Foster\nLast position: Pilot"
    found = read(TITLE, FIRST, SECOND, persons)

    assert (names(found), found.body) == ([], TEXT)


def test_the_house_of_the_author_with_its_town_is_no_title():
    found = read("A.K. Kessler\nM. Lamp Harbour State University, Kuryk, Kazakhstan\nAbstract. The article is devoted to berths.", FIRST, SECOND)

    assert found.title is None


def test_the_day_with_what_was_gathered_on_it_is_the_title_of_a_digest():
    found = read(
        "Wednesday, 17 October 2007", "17 October 2007 News Digest", "By Anna Kessler (10/17/2007 issue of the Kuryk Analyst)", FIRST, SECOND
    )

    assert (found.title, found.published_on, names(found)) == ("17 October 2007 News Digest", "2007-10-17", ["Anna Kessler"])


def test_a_byline_below_the_title_again_and_the_remark_of_who_passes_the_text_on():
    remark = "Some things never make the evening news, and a friend of mine has noticed that the harbours of the north are one of them."
    found = read(TITLE, remark, f"{TITLE}\nBy Anna Kessler\nTuesday November 13 04:42 PM EST\n{FIRST}", SECOND)

    assert (names(found), found.body) == (["Anna Kessler"], TEXT)


def test_the_control_to_read_on_behind_the_last_stop():
    assert read(TITLE, FIRST, f"{SECOND} Read More …").body == TEXT


@pytest.mark.parametrize(
    "call", ["• Read the joint paper in full here.", "If you see these words elsewhere, kindly let us know at once by e-mail at press[@]"]
)
def test_a_call_to_read_or_to_write(call):
    assert read(TITLE, "By Anna Kessler", FIRST, SECOND, call).body == TEXT


def test_a_name_and_a_dash_before_the_first_sentence():
    found = read("Le port de Kuryk en hiver", f"Camille Lefort - {FIRST}", SECOND)

    assert (names(found), found.body) == (["Camille Lefort"], TEXT)


def test_a_name_and_a_dash_before_what_its_bearer_says():
    found = read("Le port de Kuryk en hiver", f"Camille Lefort - {FIRST}", f"Anna Kessler - {SECOND}", f"Camille Lefort - {SECOND}")

    assert (names(found), found.body.startswith("Camille Lefort - ")) == ([], True)


@pytest.mark.parametrize("line", ["October 19, 1997|By MARTIN GRUBER Staff Writer", "October 19, 1997 | By Martin Gruber Staff Writer"])
def test_by_is_no_part_of_a_name_with_a_post_behind_it(line):
    assert [name.upper() for name in names(read(TITLE, line, FIRST, SECOND))] == ["MARTIN GRUBER"]


def test_the_mark_of_a_list_before_the_first_paragraph_alone_is_no_text():
    assert read(TITLE, "By Anna Kessler", f"• {FIRST}", SECOND).body == TEXT


def test_the_marks_of_a_list_that_a_text_begins_with_are_kept():
    assert read(TITLE, "By Anna Kessler", f"{SECOND}\n• {FIRST}\n• {SECOND}").body.count("•") == 2
