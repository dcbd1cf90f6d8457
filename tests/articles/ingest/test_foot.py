"""Where a text ends on a whole page: notes, lives, lists of other texts and labels below its last sentence are none of it."""

import datetime as dt
import textwrap

import pytest

from articles.ingest.draft import draft

TODAY = dt.date(2026, 11, 22)
TITLE = "Harbour masters meet in Kuryk to share out the winter berths"
BYLINE = "By Anna Kessler"
FIRST = "The four harbour masters sat down on a bench above the quay and did not get up again before every berth had a name beside it."
SECOND = (
    "Two of them had brought lists of their own, and these were read aloud before anybody was allowed to speak of money, of ice or of the two tugs "
    "that the ports of the eastern shore have been asking for since the summer."
)
LAST = "By the evening the bench was empty, and the lists were one list, which hangs in all four harbours now."
TEASER = "Three ministers, one map and a ferry that never left."


def read(*below: str):
    page = "\n\n".join([TITLE, BYLINE, "12 March 2019", FIRST, SECOND, LAST, "\n".join(below)])
    return draft(page.encode(), filename="page.txt", today=TODAY)


@pytest.mark.parametrize(
    "below",
    [
        (
            "AUTHORS",
            "STAFF AUTHOR",
            "Anna Kessler",
            "Anna Kessler is deputy editor of The Lighthouse.",
            "VIEW PROFILE",
            "TAGS",
            "Ports",
            "Kazakhstan",
        ),
        ("Further reading", "Wed, May 28, 2014", "A ferry for Bautino", "Lighthouse Notes By Daniel Foster", TEASER, "Email address", "Sign up"),
        ("28.11.2018 Opinions", "A ferry for Bautino", "Daniel Foster", TEASER),
        ("Source: Lighthouse Agency", "Related", "A ferry for Bautino", TEASER, "Published On 7 Nov 2018", "7 Nov 2018"),
        ("Have a story to tell? Submit your article to The Lighthouse.", "Tags", "Ports Kazakhstan"),
        ("Get weekly news of the inland sea with the Lighthouse newsletter. Sign up here.",),
        ("Anadolou Agency website contains only a portion of the news stories offered to subscribers. Please contact us for subscription options.",),
        ("For additional information, please contact the Harbour Office in Kuryk.", "###"),
        ("Edited by: Robert Choi", "While you're here: Every Tuesday, our editors round up what happens at sea. Sign up for the newsletter here."),
        ("This entry was posted in Ports, Ice and tagged Kuryk, berths. Bookmark the permalink.",),
        ("© Lighthouse Foundation, 2019", "All rights reserved", "This paper gives the view of its author alone, and was read by two others."),
        ("DMCA / Removal Request", "If you are the original writer of this essay and no longer wish to have it here, write to us."),
        ("Disclosure statement", "No potential conflict of interest was reported by the author(s)."),
        ("Melden Sie sich für den kostenlosen Newsletter von Hafen und Eis an.",),
        ("Support the journalism you trust.", "Support The Lighthouse"),
        (
            "Noch mehr Häfen findet ihr auf unseren Social Media Kanälen, schaut vorbei bei Twitter oder Telegram.",
            "Your comment will be revised by the site if needed.",
        ),
        ("Citation / Quotation", "Auteur / Author : Anna Kessler", "Date de la consultation / Date of reading : 11 mai 2021"),
        ("Bu yazıyı paylaş:", "Tweet", "E-posta hesabınız yayımlanmayacak. Gerekli alanlar * ile işaretlenmişlerdir"),
        ("LHW has been declared an “undesirable organization” by the harbour board. To find out more, click here.",),
        ("The news you have been waiting for - in our Telegram channel. Subscribe!",),
        ("This material has been prepared in the framework of the project “Ice and Ports”.", "Share:"),
        ("Written by Daniel Foster based on reporting by Robert Choi of the harbour service",),
        (
            "Further Reading on Harbour Relations",
            "A ferry for Bautino",
            "About The Author(s)",
            "Anna Kessler is a lecturer at the University of the Ice.",
        ),
        ("Suggested Articles", "A ferry for Bautino", TEASER, "12 hours ago", "The long night of the pilots", "1 day ago"),
    ],
    ids=lambda below: below[0][:24],
)
def test_what_sites_print_below_a_text_is_none_of_it(below):
    found = read(*below)

    assert (found.title, [author.name for author in found.authors], found.published_on) == (TITLE, ["Anna Kessler"], "2019-03-12")
    assert found.body == f"{FIRST}\n\n{SECOND}\n\n{LAST}"


def test_a_text_goes_on_behind_related_links_that_stand_in_it():
    found = read(
        "Also interesting:",
        "A ferry for Bautino",
        "The long night of the pilots",
        "",
        "The harbour masters sail home on Friday, each to his own quay. No speech is planned.",
    )

    assert found.body.endswith("The harbour masters sail home on Friday, each to his own quay. No speech is planned.")


def test_a_mark_behind_the_last_sentence_is_none_of_it():
    page = "\n\n".join([TITLE, BYLINE, FIRST, SECOND, f"{LAST} ■", "Comments"])

    assert draft(page.encode(), filename="page.txt", today=TODAY).body.endswith(LAST)


def test_who_signs_with_the_day_behind_the_last_sentence_is_parted_from_it():
    page = "\n\n".join([TITLE, FIRST, SECOND, f"{LAST} (Anna Kessler aus Kuryk, 12.3.2019)", "Weiterlesen", "Eine Fähre für Bautino"])

    assert draft(page.encode(), filename="page.txt", today=TODAY).body.endswith(LAST)


LIFE = (
    "Anna Kessler is a British journalist based in Almaty and the author of a book on the ports of the inland sea.",
    "",
    "View more articles by Anna Kessler",
    "",
)


@pytest.mark.parametrize(("above", "day"), [((), "2025-05-19"), (("12 March 2019",), "2019-03-12")], ids=["no other day", "a day at the head"])
def test_the_day_below_the_link_to_more_by_the_author_is_the_text_s_own_where_no_other_is(above, day):
    page = "\n\n".join([TITLE, BYLINE, *above, FIRST, SECOND, LAST, "\n".join((*LIFE, "19 May 2025, 10:42", "Tags: Ports, Ice"))])
    found = draft(page.encode(), filename="page.txt", today=TODAY)

    assert (found.published_on, [author.name for author in found.authors], found.body) == (day, ["Anna Kessler"], f"{FIRST}\n\n{SECOND}\n\n{LAST}")


@pytest.mark.parametrize(
    ("note", "is_kept"), [("(1) See the Harbour Review of March 2018.", True), ("(2) See the Harbour Review of March 2018.", False)]
)
def test_a_note_below_the_signature_belongs_to_the_text_that_has_its_number(note, is_kept):
    page = "\n\n".join([TITLE, BYLINE, FIRST, f"{SECOND[:-1]} (1).", LAST, "Anna Kessler", note])

    assert (note in draft(page.encode(), filename="page.txt", today=TODAY).body) is is_kept


@pytest.mark.parametrize(
    ("below", "day"), [("Tags: Ports, Ice", "2025-06-19"), ("A ferry for Bautino leaves the yard", None)], ids=["tags", "another text"]
)
def test_a_day_alone_far_below_the_text_is_its_own_right_above_the_tags(below, day):
    lines = [
        "Anna Kessler",
        "An independent researcher from Almaty. Interests: water, borders, climate.",
        "All about ports",
        "Ice of the north",
        "Pilots and tugs",
        "Found a mistake? Tell us.",
        "Share",
        "June 19, 2025",
        below,
    ]
    page = "\n\n".join([TITLE, BYLINE, FIRST, SECOND, LAST, *lines])

    assert draft(page.encode(), filename="page.txt", today=TODAY).published_on == day


def test_who_signs_with_a_comma_above_what_he_is_is_parted_from_a_text_broken_at_a_fixed_width():
    last = "The bench was empty by then, and the lists were one list, which hangs in all four harbours now, read by all."
    text = "\n".join("\n".join(textwrap.wrap(paragraph, 78)) for paragraph in (FIRST, SECOND, last))
    found = draft(f"{TITLE}\n12 March 2019\n{text}\nAnna Kessler,\npolitical analyst\nLighthouse.kz".encode(), filename="page.txt", today=TODAY)

    assert ([(author.name, author.role) for author in found.authors], found.body.endswith("read by all.")) == (
        [("Anna Kessler", "political analyst")],
        True,
    )


def test_a_note_below_its_number_belongs_to_the_text_that_has_it_glued_to_a_word():
    page = "\n\n".join([TITLE, BYLINE, FIRST, f"{SECOND[:-1]}1.", LAST, "1\nI have been that pilot. I am sorry."])

    assert draft(page.encode(), filename="page.txt", today=TODAY).body.endswith("I am sorry.")


def test_a_life_broken_at_a_fixed_width_above_a_section_and_an_address_names_the_author():
    life = "Anna Kessler is an assistant professor at the Harbour University and a former U.S. pilot on the inland sea. The views here are her own."
    text = "\n\n".join("\n".join(textwrap.wrap(paragraph, 68)) for paragraph in (FIRST, SECOND, LAST, life))
    page = f"{TITLE}\n\nMARCH 12, 2019\n\nCOMMENTARY\n\n{text}\n\nCOMMENTARY\n\nhttps://lighthouse.example/2019/03/kuryk/"
    found = draft(page.encode(), filename="page.txt", today=TODAY)

    assert [(author.name, author.role, author.affiliation) for author in found.authors] == [
        ("Anna Kessler", "assistant professor", "Harbour University")
    ]
    assert found.body.split() == f"{FIRST} {SECOND} {LAST}".split()
