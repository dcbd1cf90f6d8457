"""What pages of the field have around a text as a search gives them: cards of others below it, columns, publishers' covers, paths over lines."""

import itertools

import pytest

from articles.ingest.boilerplate.shelves import names_shelf

from .harbour import FIRST, SECOND, TITLE, read

LONG = "\n\n".join(
    f"{sentence} {again}"
    for sentence, again in (
        (FIRST, "The book was carried to the office of the port in the evening, where three clerks copied it out in a fair hand."),
        (SECOND, "It was agreed that whoever came late should take what was left, be it on the shallow side of the new mole."),
        ("Nobody asked for the berth below the crane.", "It had been empty since the spring, when a rope gave way and a lighter went down."),
        ("The youngest of the masters wanted to know who pays for the lamps.", "He was told that the lamps had always been paid for by the town."),
    )
)
LAST = "He was told that the lamps had always been paid for by the town."
CARDS = (
    "Ferries return to the northern line\nTwo ferries will cross the bay on market days from the first week of May, the company said.",
    "Five lamps for the pilots\nThe pilots of the outer harbour have been given lamps that burn for a whole night.",
)


def names(found):
    return [author.name for author in found.authors]


class TestCardsOfOtherTexts:
    @pytest.mark.parametrize("shelf", ["Most read", "Latest news", "More by this author", "You may also like", "Events", "News"])
    def test_a_shelf_of_headlines_with_a_sentence_each_ends_the_text(self, shelf):
        assert read(TITLE, "By Anna Kim", LONG, shelf, *CARDS).body.endswith(LAST)

    def test_parts_of_the_text_below_a_heading_that_is_no_shelf_stay(self):
        found = read(TITLE, "By Anna Kim", LONG, "What is to be done", *CARDS)

        assert found.body.endswith("lamps that burn for a whole night.")

    def test_long_paragraphs_below_headings_stay_whatever_stands_above_them(self):
        parts = [f"The {which} mole\n{FIRST} {SECOND} {FIRST} {SECOND}" for which in ("old", "new")]

        assert read(TITLE, "By Anna Kim", LONG, "News", *parts).body.endswith(SECOND)

    def test_a_box_of_one_link_amid_the_text_takes_nothing_with_it(self):
        found = read(TITLE, "By Anna Kim", LONG, "Read also", "Ferries return to the northern line", SECOND, "The mole", FIRST)

        assert found.body.endswith(FIRST)

    @pytest.mark.parametrize(
        "shelf", ["Check Also", "Похожие записи", "Ещё новости", "Weitere Meldungen", "Vous aimerez aussi", "Son Haberler", "Соңғы мақалалар"]
    )
    def test_shelves_are_known_by_how_their_names_are_put_together(self, shelf):
        assert names_shelf(shelf)

    @pytest.mark.parametrize("heading", ["The lamps of the mole", "Conclusion", "Выводы", "Ausblick", "News of the flood reached the town at noon"])
    def test_headings_of_texts_are_none(self, heading):
        assert not names_shelf(heading)


class TestAuthorsOfOtherTexts:
    CARDS = ("Read more", "The lamps burn longer\nBY: Marat Serik\nMarch 2, 2021", "A rope gives way\nBY: Paul Reed\nMarch 1, 2021")

    def test_who_wrote_the_texts_on_cards_below_is_not_the_author(self):
        assert names(read(TITLE, "March 3, 2021", LONG, *self.CARDS)) == []

    def test_one_byline_below_the_text_is_the_authors(self):
        assert names(read(TITLE, "March 3, 2021", LONG, "By Marat Serik")) == ["Marat Serik"]

    def test_a_label_of_the_foot_names_nobody_where_the_head_does(self):
        found = read(TITLE, "March 3, 2021", "By Anna Kim", LONG, "Can the two towns lead together?", "By", "Paul Reed")

        assert names(found) == ["Anna Kim"]

    def test_a_tag_that_the_text_speaks_of_is_no_author(self):
        spoken = f"{LONG}\n\nThe oldest of them, Marat Serik, closed the book and said that the ice would come early this year."

        assert names(read(TITLE, "3 March 2021", spoken, "Harbours\nMarat Serik\nThe bay")) == []

    @pytest.mark.parametrize(("tags", "signed"), [(2, ["Динара Серікқызы"]), (13, [])])
    def test_a_name_below_the_lead_signs_beside_a_few_tags_that_the_text_speaks_of_and_not_in_a_list_of_names(self, tags, signed):
        spoken = [f"Anna {ending.capitalize()}ov" for ending in itertools.islice(map("".join, itertools.product("abc", "def", "gh")), tags)]
        text = " ".join(f"Then {name} asked for a berth below the crane." for name in spoken)
        found = read(TITLE, "3 March 2021", f"{FIRST}\n\nДинара Серікқызы\n\n{text} {SECOND}", LONG, "Harbours\n" + "\n".join(spoken))

        assert names(found) == signed

    @pytest.mark.parametrize("name", ["Benedetta Cavalcori", "Orsolina Cavalcori"])  # the second is called as nobody in the vocabulary is
    def test_a_site_that_posts_its_texts_is_none_beside_the_author(self, name):
        found = read("BAY Observer", TITLE, "Posted on 12 March 2019 by BAY Observer", f"Author: {name}", LONG, "© 2019 BAY Observer")

        assert names(found) == [name]


class TestAuthorsOfColumns:
    def test_the_name_and_post_above_a_headline_in_the_section_of_opinions_are_the_authors(self):
        text = f"Политолог Марат Серик рассуждает о том, кто платит за фонари на старом молу и почему об этом молчат.\n\n{LONG}"
        found = read("Мнения\nМарат Серик\nполитолог, редактор канала\nКто заплатит за фонари на старом молу\n18 сентября 2024, 11:20", text)

        assert (found.title, names(found)) == ("Кто заплатит за фонари на старом молу", ["Марат Серик"])

    def test_whose_name_stands_so_without_that_section_and_in_the_text_is_not(self):
        text = f"Политолог Марат Серик рассказал о том, кто платит за фонари на старом молу и почему об этом молчат.\n\n{LONG}"
        found = read("Марат Серик\nполитолог, редактор канала\nКто заплатит за фонари на старом молу\n18 сентября 2024, 11:20", text)

        assert names(found) == []

    @pytest.mark.parametrize("name", ["Ritwik Bhanushali", "Tanvika Bhanushali"])  # the second is called as nobody in the vocabulary is
    def test_a_life_below_the_title_that_links_to_more_names_the_author(self, name):
        life = f"Dr {name} is an Associate Fellow in the Harbour Centre at the Bay Institute, Kuryk. Click here for detailed profile."
        found = read(TITLE, life, "June 14, 2023", LONG)

        assert [(author.name, author.affiliation) for author in found.authors] == [(name, "Bay Institute, Kuryk")]
        assert found.subtitle is None

    @pytest.mark.parametrize("name", ["Ritwik Bhanushali", "Tanvika Bhanushali"])  # the second is called as nobody in the vocabulary is
    def test_a_sentence_on_somebody_below_the_title_that_links_to_nothing_is_no_byline(self, name):
        life = f"{name} is an associate of the harbour masters who has never once been late for the sharing out of berths."

        assert names(read(TITLE, life, "June 14, 2023", LONG)) == []

    @pytest.mark.parametrize("name", ["Marisol Quintanar", "Zbynka Quintanar"])  # the second is called as nobody in the vocabulary is
    def test_who_writes_as_the_lead_says_stands_alone_below_it(self, name):
        lead = f"The masters want to sell light to the far shore, and that already changes how they deal with each other, writes {name}."

        assert names(read(TITLE, lead, name, LONG)) == [name]

    @pytest.mark.parametrize("name", ["Lorenza Pasquali", "Ulvhild Pasquali"])  # the second is called as nobody in the vocabulary is
    def test_a_post_behind_the_name_in_a_byline_is_no_part_of_it(self, name):
        found = read(TITLE, f"By {name} Contributor November 14, 2011", LONG)

        assert [(author.name, author.role) for author in found.authors] == [(name, "Contributor")]

    def test_who_writes_as_a_lead_above_the_day_says_stands_alone_below_that(self):
        lead = "The masters want to sell light to the far shore, and that already changes how they deal with each other, writes Zbynka Quintanar."
        found = read(TITLE, lead, "September 18, 2024", "Zbynka Quintanar", LONG)

        assert (names(found), found.subtitle) == (["Zbynka Quintanar"], lead)

    def test_names_in_capitals_stand_before_the_agency_they_write_for(self):
        found = read(TITLE, "By\nDARINA SULTANBEK and PIETER VERHOOGT Bay Newswire\nOctober 9, 2025, 7:12 AM", LONG)

        assert [(author.name, author.affiliation) for author in found.authors] == [
            ("DARINA SULTANBEK", "Bay Newswire"),
            ("PIETER VERHOOGT", "Bay Newswire"),
        ]

    def test_the_label_below_the_name_on_a_card_makes_it_the_authors(self):
        assert names(read(TITLE, "17:05, 13 Ноябрь 2025", LONG, "Теги:\nПорты\nЛёд\nМарат Серик\nАвтор")) == ["Марат Серик"]


class TestHeadlines:
    def test_what_stands_three_times_in_a_head_is_the_headline_and_no_motto(self):
        head = "Read The Envoy, Know The Bay", "Sign In\nThe Envoy\nRegions", "The Masters’ Question\nRecent Features", "The Masters’ Question"
        found = read(*head, "By Anna Kim", "November 09, 2022", "The Masters’ Question", LONG)

        assert (found.title, found.published_on) == ("The Masters’ Question", "2022-11-09")

    def test_a_rubric_printed_three_times_is_none_beside_a_headline_printed_twice(self):
        found = read(f"Briefs of the House\n{TITLE}\n{TITLE}\nBriefs of the House", "27/03/2024\nBriefs of the House", LONG)

        assert found.title == TITLE

    def test_a_path_whose_steps_have_lines_of_their_own_is_no_part_of_the_headline(self):
        found = read("HARBOUR HOUSE", "Home\n/\nPress centre\n/\nNews\n/\n" + TITLE, TITLE, "23 September 2023", LONG)

        assert (found.title, found.published_on) == (TITLE, "2023-09-23")

    def test_the_end_of_such_a_path_is_the_headline_where_nothing_else_is(self):
        assert read("Home\n/\nNews\n/\n" + TITLE, "23 September 2023", LONG).title == TITLE

    def test_a_headline_below_the_first_paragraph_and_above_the_first_heading(self):
        found = read(FIRST, "The harbour and the bay at the crossroads: A handshake of ropes", "A long road to partnership", LONG)

        assert (found.title, found.body.startswith(FIRST)) == ("The harbour and the bay at the crossroads: A handshake of ropes", True)

    def test_a_link_to_another_text_there_is_none(self):
        assert read(FIRST, "Read also: The harbour and the bay at the crossroads again", "A long road to partnership", LONG).title is None


class TestStatements:
    def test_a_house_that_posts_and_when(self):
        found = read(TITLE, "Ministry of Lamps of the Bay, posted 22 July 2022 10:05", LONG)

        assert (found.published_on, found.publisher) == ("2022-07-22", "Ministry of Lamps of the Bay")

    def test_the_cover_of_a_publisher_with_the_head_of_the_paper_below(self):
        cover = (
            "Bay SurveyISSN: 0961-4480 (Print) Journal homepage: www.example.org/bayTo cite this article: Galiya Murzabek (2019) The masters of the "
            "bay: a case study, Bay Survey, 32:2, 188-209, DOI: 10.1080/1.2To link to this article: https://doi.org/10.1080/1.2Published online: "
            "21 Feb 2019.Submit your article to this journal"
        )
        head = f"The masters of the bay: a case studyGaliya MurzabekBay UniversityAbstract {FIRST}"
        found = read("The masters of the bay a case study.pdf", f"{cover}\n{head}", LONG)

        assert (names(found), found.published_on, found.volume, found.issue, found.pages) == (["Galiya Murzabek"], "2019-02-21", "32", "2", "188-209")
        assert found.body.startswith(FIRST)

    def test_numbered_notes_below_a_disclaimer_are_the_texts_where_it_has_their_marks(self):
        marked = LONG.replace("paid for by the town.", "paid for by the town.1")
        views = "Views expressed are of the author and do not necessarily reflect the views of the Institute."
        note = "• 1. “Lamps of the Bay”, Harbour Bulletin, 4 December 2014."

        assert note in read(TITLE, "By Anna Kim", marked, views, note).body
        assert note not in read(TITLE, "By Anna Kim", LONG, views, note).body


class TestNotesOfHouses:
    @pytest.mark.parametrize(
        "note",
        [
            "The Harbour News Agency website contains only a portion of the stories offered to subscribers, and in summarized form.",
            "Reed reported from Kuryk. Bay Newswire writer Timur Alimov in Aktau, Kazakhstan, contributed to this report.",
            "The service provides the information “as is” without warranty of any kind and accepts no liability for the accuracy of the content.",
            "Eine Gewähr für die Richtigkeit und Vollständigkeit der Angaben kann nicht übernommen werden.",
            "Noch mehr vom Hafen in euren sozialen Netzwerken: Ihr könnt euch auch zu unserem wöchentlichen Newsletter anmelden.",
        ],
    )
    def test_what_a_house_says_below_a_text_is_none_of_it(self, note):
        assert read(TITLE, "By Anna Kim", LONG, note).body.endswith(LAST)

    @pytest.mark.parametrize(
        "sentence",
        [
            "The website of the port contains a list of the berths, which anybody may copy out who has the patience for it.",
            "Nobody could guarantee that the ice would hold, and no master took the responsibility for those who went out on it.",
        ],
    )
    def test_what_an_author_says_in_like_words_stays(self, sentence):
        assert read(TITLE, "By Anna Kim", LONG, sentence).body.endswith(sentence)


class TestCallsOfPapers:
    @pytest.mark.parametrize(
        "note",
        [
            "Срочные и важные сообщения о льде в заливе читайте на канале Новости-Гавань в Telegram.",
            "Wir rufen alle Leser auf, unsere Artikel weiter zu verbreiten.",
            "You can share this story on social media:\n\nFollow BTV on",
            "— With assistance by Nariman Gizatov",
            "Оставлять комментарии могут только авторизованные пользователи.\nВам необходимо Войти или Зарегистрироваться",
            "Be the first to comment",
        ],
    )
    def test_what_a_paper_asks_below_a_text_is_none_of_it(self, note):
        assert read(TITLE, "By Anna Kim", LONG, note).body.endswith(LAST)

    def test_a_life_that_ends_in_whose_views_these_are_is_none_of_it(self):
        life = "Anna Kim, a retired master of the bay, served with the pilots in Kuryk from 1994 to 1996. The views expressed are her own."

        assert read(TITLE, "By Anna Kim", LONG, life).body.endswith(LAST)

    def test_pieces_of_a_sentence_that_a_copy_broke_at_a_quotation_stay(self):
        broken = (
            "The oldest of them, who had not said a word all day, called the new mole on which they sat\n“a bench for gulls”\n, and nobody laughed."
        )
        found = read(TITLE, "By Anna Kim", f"{LONG} {broken}")

        assert found.body.endswith(", and nobody laughed.")


class TestWhoWroteAndWhen:
    def test_the_hour_of_today_before_the_day_and_the_name(self):
        found = read(TITLE, "Сегодня, 09:15 17 октября 2025 Мадина Сеитова", LONG)

        assert (found.published_on, names(found)) == ("2025-10-17", ["Мадина Сеитова"])

    def test_an_address_that_a_program_hides_behind_the_name(self):
        hidden = "This email address is being protected from spambots. You need JavaScript enabled to view it."
        found = read(TITLE, f"By Dana Whitford{hidden} Jan 14, 2022", LONG)

        assert (found.published_on, names(found)) == ("2022-01-14", ["Dana Whitford"])

    def test_who_wrote_on_the_reporting_of_others(self):
        told = "Written by Fiona Haldane based on reporting by Qairat Zhunisbek of the Bay Service"

        assert names(read(TITLE, LONG, told)) == ["Fiona Haldane"]

    def test_reporters_in_two_towns_are_not_called_by_these(self):
        assert names(read(TITLE, "24.11.2023, 00:48", LONG, "Нурлан Байсеитов, Алматы; Георгий Двалишвили, Тбилиси")) == [
            "Нурлан Байсеитов",
            "Георгий Двалишвили",
        ]

    def test_an_agency_behind_the_name_below_the_label(self):
        assert names(read(TITLE, "Article rédigé par\nSolène Kermarrec - avec AFP\nPublié le 05/11/2024 07:02", LONG)) == ["Solène Kermarrec"]

    def test_a_life_with_its_label_right_below_the_name(self):
        text = "Четыре капитана сели на скамью над причалом и не вставали, пока против каждого места в книге не стояло имя."
        again = "Двое из них принесли свои списки, и эти списки прочли вслух, прежде чем кто-нибудь заговорил о деньгах или о льде."
        life = "Об авторе: Рустам Олегович Вельский – кандидат наук, эксперт Фонда залива."
        found = read("Капитаны делят в Курыке зимние причалы", f"Рустам Вельский\n{life}", f"{text} {again}", f"{again} {text}")

        assert (names(found), found.body.startswith(text)) == (["Рустам Вельский"], True)

    @pytest.mark.parametrize("name", ["Ceyhun ÇAKIRBEYLİ", "Hadewych ÇAKIRBEYLİ"])  # the second is called as nobody in the vocabulary is
    def test_a_name_twice_below_the_text_above_a_life(self, name):
        life = "1986 yılında Kuruk’ta doğdu. Lisans eğitimini tamamladı, doktor unvanını aldı ve limanda uzman olarak çalışmaktadır."
        found = read(TITLE, LONG, f"Dr. {name}\nDr. {name}\n{life}")

        assert (names(found), found.body.endswith(LAST)) == ([name], True)

    def test_a_title_is_no_name_though_it_has_two_words(self):
        assert names(read("Transport Materials 23 October 2025 11:47 (UTC +04:00)", TITLE, LONG)) == []


class TestWhatStandsAbove:
    def test_tags_of_a_dump_stand_between_its_moments_and_the_text(self):
        found = read(TITLE, "2025-12-04T16:20", "2025-12-04T17:02", "гавань", "лёд", "залив", "старый мол", "фонари", LONG)

        assert found.body.startswith(FIRST)

    def test_the_latest_headlines_that_run_over_the_head_name_nobody(self):
        ticker = "[ 19/11/2014 ] Level Crossing Closed in Kuryk   45 Kuryk\n[ 18/11/2014 ] Today in History: Railway Purchase   GENERAL"

        assert (read(ticker, TITLE, "19/11/2014 Levent Oezen", LONG).title, names(read(ticker, TITLE, LONG))) == (TITLE, [])

    def test_a_town_that_is_said_to_be_something_is_no_dateline(self):
        text = f"Ақтау – теңіз қақпасының жас астанасы. {FIRST}"

        assert (read(TITLE, "06.08.2025", text, LONG).dateline, read(TITLE, "06.08.2025", f"Ақтау – {FIRST}", LONG).dateline) == (None, "Ақтау")

    def test_a_credit_behind_a_stroke_ends_a_caption(self):
        caption = "The masters are supposed to share out what is left of the berths / Collage by Bay Media, photo editor: Aidana Sultanbek"

        assert read(TITLE, caption, LONG).body.startswith(FIRST)


class TestLabelsBesideHeadlines:
    PATH = f"Home \\ Analytical Articles \\ {TITLE}"

    def test_a_label_behind_a_headline_is_none_of_it_where_the_path_has_it_without(self):
        assert read(self.PATH, f"{TITLE} Featured", "Written by Anna Kim", "Tuesday, 14 May 2024", LONG).title == TITLE

    def test_a_headline_that_ends_in_that_word_keeps_it(self):
        found = read("The old mole is new", "Written by Anna Kim", "Tuesday, 14 May 2024", LONG)
        told = read("What Makes a Harbour Popular", "Written by Anna Kim", "Tuesday, 14 May 2024", LONG)

        assert (found.title, told.title) == ("The old mole is new", "What Makes a Harbour Popular")


class TestWordsOfEditors:
    NOTE = "Editor's note: Anna Kim is an economist. The article gives the opinion of the author and may not coincide with that of the Harbour Post."

    def test_what_editors_say_of_the_author_above_a_text_is_none_of_it(self):
        assert read(TITLE, "25 Mar 2025 16:40", self.NOTE, LONG).body.startswith(FIRST)

    def test_words_of_editors_in_one_block_with_the_text_stay(self):
        told = "Editor's note: The publisher of the Post spoke with the master of the port."

        assert read(TITLE, "25 Mar 2025 16:40", f"{told}\n{LONG}").body.startswith(told)

    def test_a_sentence_in_brackets_that_closes_a_text_is_none_of_it(self):
        note = "(News of the Bay draws comment and analysis from a broad range of observers across the region.)"

        assert read(TITLE, "By Anna Kim", LONG, note).body.endswith(LAST)

    def test_a_sentence_in_brackets_amid_a_text_stays(self):
        aside = "(Fine, nobody asked, but the second clerk had hidden the key in his sock and said so.)"

        assert aside in read(TITLE, "By Anna Kim", LONG, aside, SECOND, FIRST).body

    @pytest.mark.parametrize("opening", ["• The writer", "The author"])
    def test_a_life_without_a_name_behind_a_bullet_is_none_of_it(self, opening):
        assert read(TITLE, "By Anna Kim", LONG, f"{opening} is master of the port of Kuryk.").body.endswith(LAST)


class TestBelowTexts:
    @pytest.mark.parametrize(
        "foot",
        [
            "Do you like this article?\n\n12 people like this article\n1 person dislikes this article\n\n2 Comment(s)",
            "share-lineLiked the story? Share it on social media!",
            "Support local journalists\nYour contribution helps reporters at the bay to tell the stories that matter.\nDONATE NOW",
            "(If you know the bay and wish to write for us, please reach out to us at letters@harbour.example).",
            "More about the Government and Politics of the Northern Bay.",
            "Latest\n\nLatest",
        ],
    )
    def test_counters_calls_and_shelves_are_none_of_it(self, foot):
        assert read(TITLE, "By Anna Kim", LONG, foot).body.endswith(LAST)

    def test_the_authors_of_what_may_be_interesting_are_not_the_authors(self):
        text = "Четыре капитана сели на скамью над причалом и не вставали, пока против каждого места в книге не стояло имя."
        found = read(
            "Капитаны делят зимние причалы", f"{text} {text}", text, "Может быть интересно:", "Новый порт", "Тимур Есенов", "Лёд", "Алина Ким"
        )

        assert (names(found), found.body.endswith(text)) == ([], True)


class TestHeadsOfPages:
    def test_a_picture_s_text_before_the_by_line_and_controls_behind_the_day(self):
        line = "Dana Whitford By Dana Whitford    |   Tuesday, 17 June 2025 10:41 AM EDT    Current | Bio | Archive"
        found = read(TITLE, line, LONG)

        assert (names(found), found.published_on) == (["Dana Whitford"], "2025-06-17")

    def test_networks_beside_a_day_are_nobody(self):
        assert names(read("Thursday, November 3, 2022 Facebook Twitter YouTube Instagram Log In", TITLE, LONG)) == []

    def test_a_lead_that_is_the_first_paragraph_again_stands_in_the_text_once(self):
        first = f"{FIRST} {SECOND}"

        assert read(TITLE, "By Anna Kim", "Published 11 March 2025", first, first, LONG).body.startswith(f"{first}\n\n{FIRST}")

    def test_a_sentence_twice_right_below_the_headline_is_no_text(self):
        caption = "A clerk of the pilots holds up the old lamp, which had been thought lost, on the steps of the chapel. It was lit again that night."

        assert read(TITLE, caption, caption, LONG).captions == (caption,)

    def test_the_name_of_several_sections_is_no_headline(self):
        menu = "Port\nEvents\nNews\nSpeeches\nMedia\nContacts"
        long_title = "Address by the Master of the Port of Kuryk at the High-Level Meeting on the Sharing Out of the Winter Berths"
        found = read("Official site of the Master of the Port", menu, "Main\nEvents\nSpeeches and addresses", "24 September 2019", long_title, LONG)

        assert (found.title, found.published_on) == (long_title, "2019-09-24")

    def test_a_name_and_a_day_in_capitals(self):
        assert names(read(TITLE, "OLHA HLUSHCHENKIVSKA — WEDNESDAY, 8 OCTOBER 2025, 14:27", LONG)) == ["OLHA HLUSHCHENKIVSKA"]

    def test_a_name_and_a_post_between_lead_and_text(self):
        lead = "The masters have treated the berths as property first and as a trust second, and the book shows it."
        found = read(TITLE, "Published 14 May 2020", lead, "Philippa Lathbury\nAssociate Fellow, Harbours Programme", LONG)

        assert [(author.name, author.role) for author in found.authors] == [("Philippa Lathbury", "Associate Fellow")]

    def test_a_heading_below_the_first_paragraph_is_nobody(self):
        assert names(read(TITLE, "Published 14 May 2020", FIRST, "Winter Berths\nA fellow of the lamps", LONG)) == []


class TestRecordsOfJournals:
    CITED = f"Marchuk, O., & Hrytsenko, V. (2023). {TITLE}. Problems of Harbours, (24), 131–149."

    def test_authors_cited_with_initials_are_called_as_they_stand_in_full(self):
        found = read(
            TITLE,
            "Authors",
            "Olena Marchuk Institute of the Bay\nVitalii Hrytsenko School of Pilots",
            f"Abstract\n\n{LONG}",
            "How to Cite",
            self.CITED,
        )

        assert [(author.name, author.affiliation) for author in found.authors] == [
            ("Olena Marchuk", "Institute of the Bay"),
            ("Vitalii Hrytsenko", "School of Pilots"),
        ]

    def test_others_of_that_surname_are_not_they(self):
        found = read(TITLE, "Petro Marchuk Institute of the Bay", f"Abstract\n\n{LONG}", "How to Cite", self.CITED)

        assert names(found) == ["O. Marchuk", "V. Hrytsenko"]

    def test_the_year_below_the_journal_is_the_year(self):
        found = read(TITLE, "CC BY\n118\nЖурнал\nOrientalia of the Bay\n2010\nОбласть наук\nПолитологические науки", f"Abstract\n\n{LONG}")

        assert (found.publication, found.published_on) == ("Orientalia of the Bay", "2010")

    def test_a_year_below_another_label_is_none(self):
        assert read(TITLE, "Основание\nOrientalia of the Bay\n2010", f"Abstract\n\n{LONG}").published_on is None

    def test_authors_in_one_line_with_figures_are_called_as_they_stand_in_full(self):
        line = "Olena Marchuk1 & Vitalii Hrytsenko ORCID: orcid.org/0000-0002-7000-10002"

        assert names(read(TITLE, line, f"Abstract\n{LONG}", "Cite this article", self.CITED)) == ["Olena Marchuk", "Vitalii Hrytsenko"]

    def test_the_day_on_which_an_article_came_out_stands_behind_those_of_its_history(self):
        history = "Received 11 April 2020 Accepted 02 June 2020 Published 30 June 2020"

        assert read(TITLE, "By Anna Kim", f"Abstract\n\n{LONG}", history, SECOND).published_on == "2020-06-30"

    def test_the_days_of_receipt_alone_are_none(self):
        assert read(TITLE, "By Anna Kim", f"Abstract\n\n{LONG}", "Received 11 April 2020 Accepted 02 June 2020", SECOND).published_on is None

    def test_numbered_notes_name_neither_an_author_nor_a_day(self):
        notes = (
            "1. B. Orazalin, “The Making of the Mole”, Harbour Affairs, Vol. 14, No. 2, 2017, pp. 31–48.\n"
            "2. H. Venkat, “Who Will Build It?”, Bay Review, February 11, 2023."
        )
        found = read(LONG, notes)

        assert (names(found), found.published_on, found.body.endswith("Bay Review, February 11, 2023.")) == ([], None, True)

    def test_entries_of_references_with_a_search_behind_each_stay_together(self):
        entries = ("Pfister J (2015) Lamps. EU Stud Rev 9:112–131", "Thornbury L (2016) Moles for sale. Harrow Press, London")
        found = read(TITLE, "By Anna Kim", LONG, "References", entries[0], "Google Scholar", entries[1], "Google Scholar", "Author information")

        assert found.body.endswith("Harrow Press, London")

    def test_two_with_degrees_and_nothing_between(self):
        title = "Liman ve Deniz: Ulaştırma Diplomasisi"

        assert names(read(title, "Doç. Dr. Halil İbrahim SARUHAN Arş. Gör. Elif Nur KÖKSAL", f"Özet\n\n{LONG}")) == [
            "Halil İbrahim SARUHAN",
            "Elif Nur KÖKSAL",
        ]


class TestFeetOfHouses:
    @pytest.mark.parametrize(
        "foot",
        [
            "Sources\n\n2/ https://www.bay.example/relations-2/\n\nThe mention sources can contact us to remove/changing this article",
            "More information about the Bay is available from the Office and other sources, some of which are here:\n\nOffice Page\nBay Facts",
            "Что думаешь?\n\nКомментарии",
            "!!!!!!!!!!!!!! BAY2 !!!!!!!!!!!!!!!",
            "--",
        ],
    )
    def test_links_marks_and_calls_are_none_of_it(self, foot):
        assert read(TITLE, "By Anna Kim", LONG, foot).body.endswith(LAST)

    def test_a_list_of_sources_in_words_stays(self):
        entry = "Pfister J., Lamps of the Bay, Harrow Press, London 2016."

        assert read(TITLE, "By Anna Kim", LONG, "Sources", entry).body.endswith(entry)

    def test_cards_of_two_paragraphs_below_a_shelf_are_others(self):
        cards = (
            "Ferries return\nAug 14, 2025, 13:40 GMT+1",
            "Two ferries will cross the bay on market days from the first week of May, the company said.",
            "They had been laid up since the autumn, when the ice came early.",
            "Five lamps for the pilots\nAug 14, 2025, 11:05 GMT+1",
            "The pilots of the outer harbour have been given lamps that burn for a whole night.",
        )
        found = read(TITLE, "By Anna Kim", LONG, "Most Viewed\n1\nThe old mole\n2\nThe new mole", "More Stories", *cards)

        assert found.body.endswith(LAST)

    def test_the_way_to_other_texts_is_nobody(self):
        assert names(read("Капитаны делят зимние причалы", LONG, "Предыдущая Следующая")) == []

    def test_each_author_s_name_above_his_life(self):
        one = ("Olga Reed\nNonresident scholar, House of Lamps", "Olga Reed is a nonresident scholar at the House.")
        two = ("Maria Kim", "Maria Kim is an analyst in Kuryk.")
        found = read(TITLE, "By Olga Reed and Maria Kim", "Published on Jan 23, 2025", LONG, *one, *two)

        assert found.body.endswith(LAST)


class TestAboveTexts:
    def test_what_a_house_says_of_its_publication_above_a_text(self):
        box = ("Bay Politics", "Bay Politics is a publication that features analysis of the bay and its towns.", "Learn More")
        found = read(TITLE, "By Anna Kim", "Published on Jan 23, 2025", *box, LONG)

        assert found.body.startswith(FIRST)

    def test_an_article_on_a_paper_begins_with_it(self):
        first = "The Bay Post is a weekly newspaper which was founded by two pilots and a baker in the year of the flood."

        assert read("The Bay Post", first, LONG).body.startswith(first)

    @pytest.mark.parametrize("label", ["Industry news", "More on\n\nBerths Lamps Moles"])
    def test_a_section_or_topics_above_a_text_are_none_of_it(self, label):
        text = f"The ministry of industry and its berths were told of the lamps and of the moles by noon. {LONG}"

        assert read(TITLE, "August 19, 2025", label, text).body.startswith("The ministry")

    def test_the_state_of_which_the_news_is(self):
        assert read(f"Kazakhstan :\n{FIRST} Kazakhstan paid.", LONG).body.startswith(FIRST)

    def test_a_house_that_presents_its_author(self):
        intro = "Bay Dialog presents the article of a former head of the trade mission in Kuryk, who came there as a young man."
        said = "The author of the publication is Ruggero Conti, Senior Adviser at the Centre for Harbours."
        found = read(TITLE, intro, said, LONG)

        assert [(author.name, author.role, author.affiliation) for author in found.authors] == [
            ("Ruggero Conti", "Senior Adviser", "Centre for Harbours")
        ]

    def test_a_name_a_post_and_houses_of_three_levels(self):
        line = (
            "Marat Sadyrbekov, Leading Researcher, Department of Transport and Water Studies, Harbour Centre for Strategic Forecasting under the "
            "Ministry of the Economy of the Republic of Kazakhstan"
        )
        found = read(f" date 2024-10-21 {line}", LONG)

        assert (names(found), found.title, found.authors[0].role) == (["Marat Sadyrbekov"], None, "Leading Researcher")

    def test_a_headline_that_stands_around_its_deck(self):
        deck = "Masters who were handed over to their neighbours pay the price for the good relations of the port with everybody"

        assert read("19 February 2025", "Berths on Paper", deck, "Berths on Paper", LONG).title == "Berths on Paper"

    def test_a_caption_that_ends_in_a_house_behind_a_stroke(self):
        found = read(TITLE, "By Anna Kim", "A lamp is changed on the new mole. /BCM Photo", LONG)

        assert found.captions == ("A lamp is changed on the new mole.",)

    def test_a_headline_in_which_a_body_stands_in_a_case(self):
        title = "Елбасының елшілігінен елдің елшілігіне дейін"

        assert read("3 Қыркүйек, 2019", title, f"Биыл жазда министрлікте үлкен ауыс-түйіс болды деп жазды газеттер. {LONG}").title == title


class TestLivesAndPosts:
    def test_a_name_in_capitals_with_a_degree_above_a_life_of_the_same_name(self):
        life = "Dr. Selim Karaca graduated from Erciyes University in 2012. He completed his doctorate at the same university."
        found = read(TITLE, LONG, "Dr. Selim KARACA", life)

        assert (names(found), found.body.endswith(LAST)) == (["Selim KARACA"], True)

    def test_a_turkish_capital_is_the_same_name(self):
        life = "Elif Serap Kandemir graduated from a university in Eskişehir in 2017 with a thesis on lamps."
        found = read(TITLE, "Elif Serap Kandemir", "December 9, 2022", LONG, f"Elif Serap KANDEMİR\n{life}")

        assert (names(found), found.body.endswith(LAST)) == (["Elif Serap Kandemir"], True)

    def test_a_name_and_a_post_that_stand_at_the_head_and_below_the_text(self):
        pair = "Richard T. Hallowell\nPolitical risk analyst, Founder of Hallowell & Pryce"
        found = read(TITLE, f"{FIRST} {SECOND} {FIRST}", pair, LONG, pair, "Dr. Richard T. Hallowell is the author of three books on risk.")

        assert [(author.name, author.role) for author in found.authors] == [
            ("Richard T. Hallowell", "Political risk analyst, Founder of Hallowell & Pryce")
        ]
        assert found.body.endswith(LAST)

    def test_a_heading_and_its_line_that_stand_twice_are_nobody(self):
        pair = "Winter Berths\nThe lamps of the mole are counted"

        assert names(read(TITLE, LONG, pair, LONG, pair, LONG)) == []

    @pytest.mark.parametrize("handle", [" Follow @daniel_kruse on Twitter L", " Follow @daniel_kruse"])
    def test_where_to_follow_an_author_is_none_of_his_name(self, handle):
        assert names(read(TITLE, f"by Daniel Kruse{handle}", LONG)) == ["Daniel Kruse"]


class TestAuthorsOfCards:
    CARDS = "The Latest\n\nReservists of the bay\nby Ellen Marchetti\nOctober 19, 2023\n\nA bargain\nby Issouf Reed\nOctober 18, 2023"

    def test_by_lines_with_their_days_below_a_shelf_are_of_others(self):
        assert names(read(TITLE, LONG, self.CARDS)) == []

    def test_by_lines_right_below_headlines_are_of_others(self):
        cards = "Editor's choices\nThe Winter of the Bishops\nby Paolo Wen\nThe trials that never began\nby Nirmala Pinto"

        assert names(read(TITLE, LONG, cards)) == []

    def test_one_by_line_in_a_run_of_headlines_below_a_shelf_is_of_another(self):
        assert names(read(TITLE, LONG, "Explore\nTwo dead as ice breaks\nThe pilots make their flight\nBy Meryem Koch\nThe town says to vote")) == []

    def test_the_by_line_below_the_text_is_the_author_s(self):
        assert names(read(TITLE, LONG, "By Meryem Koch")) == ["Meryem Koch"]


class TestHeadlinesBesideOthers:
    def test_the_states_an_agency_files_its_news_under(self):
        title = "Astana takes the chair as pilots wait for answers"

        assert read("» 01/18/2010, 00.00\nKAZAKHSTAN – OSCE", title, FIRST, LONG).title == title

    def test_a_speech_whose_name_stands_above_with_its_day(self):
        title = "Statement of the Secretary General of the Bay Secretariat at the opening of the session on sustainable moles"
        page = (
            "BAY",
            "Conference on the Interaction of Moles",
            f"{title} (24 October 2023)",
            "Back | Print",
            title,
            "24 October 2023",
            "Dear friends,",
        )

        assert read(*page, LONG).title == title

    def test_an_interview_that_is_called_by_who_answers(self):
        head = "Home\nKazakhstan\nEconomy\nInterview: Yerbolat Sadenov"
        found = read(head, "Interview: Yerbolat Sadenov", "What makes the bay attractive to lamps at this point?", f"YERBOLAT SADENOV: {LONG}")

        assert found.title == "Interview: Yerbolat Sadenov"

    def test_who_led_an_interview_is_its_author(self):
        assert names(read(TITLE, "Interview: Marat Sadenov", LONG)) == ["Marat Sadenov"]

    def test_a_saying_over_all_texts_of_a_site_is_no_text(self):
        saying = "A people that has forgotten the road it came by will not find the road ahead.\nAkhmet Baitursynuly"
        found = read(saying, "Across the ocean and the steppe", f"Across the ocean and the steppe - e-bay.kz\n{FIRST}", LONG)

        assert (found.title, found.body.startswith(FIRST)) == ("Across the ocean and the steppe", True)

    def test_the_headline_of_what_a_bulletin_prints_next(self):
        title = "MASTERS TOUR THE BAY IN SEARCH OF LAMP OIL"

        assert read(title, "April 29, 1999", LONG, "THE TOWN PUTS OFF ITS VOTE ON THE SHELF.", "Related Articles").body.endswith(LAST)

    def test_a_sentence_in_capitals_below_another_headline_stays(self):
        cry = "AND THAT IS ALL THERE IS TO SAY OF IT."

        assert read(TITLE, "April 29, 1999", LONG, cry, "Related Articles").body.endswith(cry)


class TestEnds:
    @pytest.mark.parametrize(
        "foot",
        [
            "сельское хозяйство, экономика, казахстан, россия",
            "Support the House\nThe support of our partners, individual members and donors is critical to our work. We encourage you to join us.",
            "The Bay Task Group was established by the U.S. House of Lamps in 2009. Its policy briefs appear every two months.",
        ],
    )
    def test_tags_and_what_houses_say_are_none_of_it(self, foot):
        assert read(TITLE, "By Anna Kim", LONG, foot).body.endswith(LAST)

    def test_sources_glued_to_the_last_sentence_are_none_of_it(self):
        assert read(TITLE, "By Anna Kim", f"{LONG} Sources: BAYINFORM, Ministry of Lamps of the Republic").body.endswith(LAST)

    def test_a_last_line_without_a_stop_stays(self):
        assert read(TITLE, "By Anna Kim", LONG, "and nobody in the town said a word of it").body.endswith("said a word of it")


class TestHeadsOfReviews:
    def test_the_issue_of_a_review_dates_its_text(self):
        found = read("Harbour Review Issue 02 2023", TITLE, LONG)

        assert (found.publication, found.issue, found.published_on) == ("Harbour Review", "02", "2023")

    def test_a_caption_above_its_maker_and_house(self):
        caption = "Güterzug an der Grenzstation: Die Stadt zählt ihre Wagen inzwischen digital."

        assert read(TITLE, "17.05.2024, 14:22 Uhr", f"{caption}\nPawel Michejew/Imago", LONG).captions == (caption,)

    def test_the_place_of_a_speech_above_it(self):
        assert read(TITLE, "24 October 2023", "Harbour Secretariat, Astana", "Excellencies,", f"The harbour is open. {LONG}").body.startswith(
            "Excellencies,"
        )


class TestHousesOfTheField:
    def test_notes_in_a_list_below_whose_views_these_are(self):
        views = "Views expressed are of the author and do not necessarily reflect the views of the Institute for Harbour Studies."
        notes = '- 1. "Programme on the Mole Cleared", Bay Wire, 12 January 2024.\n- 2. Elchin Reed, "Waiting", Port Review, Vol. 4, 2023, pp. 18–31.'
        found = read(TITLE, "- Ritika Sahay\n- February 19, 2024", f"{LONG}\n{views}\n{notes}")

        assert (found.body.endswith("pp. 18–31."), views in found.body) == (True, False)

    def test_a_title_before_a_name_without_a_stop_and_a_blank_before_a_comma(self):
        found = read(TITLE, "July 15 , 2024\nDr Harshvardhan Katoch, Associate Fellow, HIFI", LONG)

        assert (names(found), found.published_on) == (["Harshvardhan Katoch"], "2024-07-15")

    def test_what_an_author_declares_below_his_text(self):
        note = "(The paper is the author's individual scholastic articulation. The author certifies that the paper is original in content)."

        assert read(TITLE, "By Anna Kim", LONG, note).body.endswith(LAST)

    def test_the_way_back_is_no_headline(self):
        assert read(f"Back to archive\n{TITLE}\n28 Sep 2023 - 09:42", LONG).title == TITLE

    def test_a_headline_between_its_deck_and_the_controls(self):
        deck = (
            "Kuryk's outreach to the bay is often read as a hunt for capital. It is also a quiet insurance policy against the volatility of its shore"
        )
        head = ("Author : Devika Iyer | Tanmay Bhargav", "Expert Speak\nLamp Notes", "Published on Aug 22, 2023\nUpdated 4 Hours ago")
        found = read(*head, deck, "The port in the bay: More than a quest", "Image Source: Getty", "Listen to this article", LONG)

        assert (found.title, found.subtitle, found.body.startswith(FIRST)) == ("The port in the bay: More than a quest", deck, True)

    def test_a_heading_below_the_first_paragraph_is_no_headline(self):
        found = read(TITLE, "Published on Aug 22, 2023", FIRST, "What the masters of the port want", "Image Source: Getty", LONG)

        assert found.title == TITLE

    def test_all_who_stand_in_the_head_though_the_foot_names_one_below_a_label(self):
        foot = "Authors\n\nGwendolyn Reed\nSenior Fellow - Foreign Policy, Center on the Bay"
        found = read(TITLE, "Gwendolyn Reed and Samat Iskakov-Reyes\nMarch 6, 2025", LONG, foot)

        assert names(found) == ["Gwendolyn Reed", "Samat Iskakov-Reyes"]

    def test_contents_above_a_text_are_none_of_it(self):
        contents = "Contents\nA borrowed label\nThe domestic test"
        found = read(TITLE, "By Anna Kim", contents, LONG, "A borrowed label", FIRST, "The domestic test", SECOND)

        assert (found.body.startswith(FIRST), found.body.count("A borrowed label")) == (True, 1)

    def test_contents_that_the_text_has_not_stay(self):
        listed = "Contents\nA borrowed label\nThe domestic test"

        assert "The domestic test" in read(TITLE, "By Anna Kim", FIRST, listed, LONG).body

    def test_what_a_series_gives_its_house(self):
        note = "Commentary gives the Bay researchers a platform to convey insights based on their expertise and on their peer-reviewed research."

        assert read(TITLE, "By Anna Kim", LONG, note).body.endswith(LAST)

    def test_the_text_of_a_picture_its_credit_and_its_caption(self):
        picture = "The master addresses the assembly of the pilots in Kuryk"
        found = read(TITLE, "May 11, 2023\nBy Dinara Abzhan", f"{picture}\nShutterstock/Vladimir Reed\n{picture} on April 27, 2023.", LONG)

        assert found.captions == (picture, f"{picture} on April 27, 2023.")

    def test_the_kind_of_text_before_by(self):
        found = read(TITLE, "Critical Questions by Gwen Reed, Aibek Suleimen, and Thomas R. Okafor", "Published November 12, 2024", LONG)

        assert names(found) == ["Gwen Reed", "Aibek Suleimen", "Thomas R. Okafor"]

    @pytest.mark.parametrize("line", ["Laura Pellegrini Sponsored by Walter Drescher", "Photos by Anna Kim"])
    def test_who_did_something_else_is_no_author(self, line):
        assert not {"Walter Drescher", "Anna Kim"} & set(names(read(TITLE, "March 6, 2025", line, LONG)))

    def test_the_box_of_a_publication_whose_paragraph_comes_first(self):
        about = "Bay Politica is a digital publication that features analysis of the bay and its towns."
        box = ("Published on Mar 18, 2025", about, "More\nProject hero Image\nProject\nBay Politica\nLearn More")

        assert read("Commentary\nBay Politica", TITLE, *box, LONG).body.startswith(FIRST)

    def test_a_caption_without_a_stop_above_its_source(self):
        caption = "A view of the lake at dusk with an unfinished pier in the foreground"

        assert read(TITLE, "Published on Mar 18, 2025", f"{caption}\nSource: Getty Images", LONG).captions == (caption,)

    def test_the_day_beside_the_paper_is_the_day(self):
        found = read("Tuesday, 21 June 2016", TITLE, "By Nurgul Abenova", "June 16th, 2016, The Lamp Analyst", LONG)

        assert (found.published_on, found.publication) == ("2016-06-16", "The Lamp Analyst")


class TestNewsroomsOfTheRegion:
    def test_the_path_s_last_line_printed_again_as_the_headline_is_no_caption(self):
        menu = "What We Do\nWhere We Work\nImpact\nGlobal Voices\nAbout\nDonate"
        found = read(
            "Institute for War & Peace Analysis", menu, f"Home\nGlobal Voices\n{TITLE}", TITLE, "Tuesday, 14 November, 2023",
            "Saule Temirova\nBay Contributor", LONG,
        )  # fmt: skip

        assert (found.title, found.published_on, names(found)) == (TITLE, "2023-11-14", ["Saule Temirova"])

    def test_how_long_ago_a_text_was_published_is_no_headline(self):
        found = read("Published\n\n2 years ago\n\non\n\nAugust 14, 2021\n\nBy\n\nMirjana Halloran", LONG)

        assert (found.title, found.published_on, names(found)) == (None, "2021-08-14", ["Mirjana Halloran"])

    @pytest.mark.parametrize(
        "foot",
        [
            "*Writing by Selin Karataş",
            "About the author: Anna Kim is a freelance analyst based in Kuryk. She previously worked for a pilot in the town.",
            'This publication was prepared under the "Amplify" Project implemented with the support of the Ministry of Lamps.',
        ],
    )
    def test_who_wrote_it_up_who_the_author_is_and_who_paid(self, foot):
        assert read(TITLE, "By Anna Kim", LONG, foot).body.endswith(LAST)


class TestPagesOfSeveralLanguages:
    def test_the_post_right_below_the_author_opens_no_text(self):
        text = "Корреспондент залива передает: четыре капитана сели на скамью над причалом и не вставали, пока не стояло имя."
        found = read("Капитаны делят зимние причалы", "3 мая 2024", "Кайрат Жумадилов\nКорреспондент", text, f"Двое принесли списки. {text}")

        assert (names(found), found.body.startswith(text)) == (["Кайрат Жумадилов"], True)

    @pytest.mark.parametrize(
        "foot",
        [
            "* Организация запрещена на территории РФ.",
            "Данная статья была подготовлена в рамках проекта «Новые медиа залива» и не выражает позицию редакции или донора.",
            "Все главные новости в нашем WhatsApp-канале – подписывайтесь!",
        ],
    )
    def test_notes_and_calls_in_russian_are_none_of_it(self, foot):
        text = "Четыре капитана сели на скамью над причалом и не вставали, пока против каждого места в книге не стояло имя."

        assert read("Капитаны делят зимние причалы", "3 мая 2024", text, f"Двое принесли списки. {text}", text, foot).body.endswith(text)

    def test_rights_above_a_headline_are_none_of_the_text(self):
        text = "Четыре капитана сели на скамью над причалом и не вставали, пока против каждого места в книге не стояло имя."
        rights = "© ЗАЛИВ – Бюро по работе\nПри размещении материалов на сторонних ресурсах, гиперссылка на источник обязательна."

        title = "Как капитаны делят зимние причалы: расчёт и лёд"
        found = read(rights, title, text, f"Двое принесли списки. {text}", f"Книгу унесли. {text}")

        assert found.title == title

    def test_a_series_with_its_number_is_no_headline(self):
        title = "Geborgte Lampen: Kuryk und die Molen nach dem Januar 2022"

        assert read("Startseite\nSpotlight", "HAFEN Spotlight 11/2023", title, "Von Friedrun Ott", "22.03.2023", LONG).title == title

    def test_the_button_of_a_newsletter_cuts_no_text_off(self):
        offer = "Bleiben Sie auf dem Laufenden und abonnieren Sie unseren Newsletter.\nJetzt anmelden"
        found = read("Der alte Hafen und seine Lampen", "22.03.2023", LONG, offer)

        assert (found.body.endswith(LAST), [doubt.code for doubt in found.doubts]) == (True, [])

    def test_the_rights_of_a_review_between_its_text_and_its_notes(self):
        notes = "Plus\n\n. Cécile Armand, « La lampe », Phare.com, 3 mai 2022\n\nNotes\n\n[1] Entretien de l’auteur avec un pilote, septembre 2022."
        found = read("La mer en partage", "Par Aurélien ROY, le 12 novembre 2023", LONG, "Copyright Novembre 2023-Roy/Phare.com", notes)

        assert (found.body.endswith("septembre 2022."), "La lampe" in found.body, found.rights) == (
            True,
            False,
            "Copyright Novembre 2023-Roy/Phare.com",
        )

    def test_an_agency_with_its_town_above_a_day_with_a_blank_before_the_comma(self):
        found = read(TITLE, "AFP, Astana\nPublished: 24 April ,2025: 06:51 PM GST", LONG)

        assert (names(found), found.published_on) == (["AFP"], "2025-04-24")

    def test_an_agency_and_who_wrote_for_it(self):
        assert names(read(TITLE, "Associated Press, Li Wen Tao", "March 6, 2025", LONG)) != ["Associated Press"]

    def test_a_path_in_small_letters_is_not_how_the_headline_is_written(self):
        found = read(f"Home\nResearch\nCentral Asia\n{TITLE.lower()}", TITLE, "Author: Bryce Reed", "Aug 7, 2024", LONG)

        assert found.title == TITLE

    def test_by_region_is_nobody(self):
        assert names(read("News\nBy Region\nBy Topic", TITLE, "Aug 7, 2024", LONG)) == []

    def test_what_a_service_does_below_its_name(self):
        service = (
            "Bay Radio's Kazakh Service\n\nBay Radio's Kazakh Service offers informed reporting in two languages about issues that matter in the bay."
        )

        assert read(TITLE, "By Anna Kim", LONG, service).body.endswith(LAST)

    def test_a_headline_with_a_dot_between_that_the_path_ends_with(self):
        title = "Russie · Le Kazakhstan, allié sans phare"
        head = ("Institut du Phare\nLiberté d'esprit et enracinement", f"Accueil > Articles > {title}", title)
        found = read(*head, "Jean-Baptiste Vernay, chercheur associé à l'Institut du Phare", "14 mars 2023 • Analyse •", LONG)

        assert (found.title, names(found)) == (title, ["Jean-Baptiste Vernay"])

    def test_a_paper_that_is_its_own_source_is_no_author(self):
        head = ("Önce Yurt Gazetesi\nKünye\nİletişim", "Limanlar arasında yeni bir sayfa", "Giriş: 17-05-2022 10:24")

        assert names(read(*head, "Prof. Dr. Abdurrahman Karaca", LONG, "Kaynak: Önce Yurt")) == ["Abdurrahman Karaca"]


class TestTickers:
    LATEST = "Latest:\nTurkey and Egypt exchange ambassadors\nPopulation falls in every prefecture\nIs the town ready for the capital?"

    def test_the_latest_headlines_above_the_name_of_a_site_are_none_of_its_text(self):
        found = read(f"Thursday, September 14, 2023\n{self.LATEST}\nHarbour Post\nHome\nOpinion", f"{TITLE}\nSeptember 11, 2023", LONG)

        assert (found.title, found.published_on) == (TITLE, "2023-09-11")

    def test_one_line_below_that_word_stays(self):
        assert read(f"Latest:\n{TITLE}\nSeptember 11, 2023", LONG).title == TITLE

    def test_whom_to_name_while_quoting_is_none_of_a_text(self):
        call = "While quoting the materials in full or in part, reference to harbour.example is obligatory."

        assert read(TITLE, "By Anna Kim", LONG, call).body.endswith(LAST)
