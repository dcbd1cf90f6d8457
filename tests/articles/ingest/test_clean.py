"""The rules for boilerplate: what each takes, and what looks like it and stays."""

import pytest

from articles.ingest.boilerplate.rules import RULES
from articles.ingest.clean import clean
from articles.ingest.comparing import is_repetition
from articles.ingest.page import Page
from articles.ingest.read import read

PROSE = "The road was built in two years, and nobody who saw it then would know it again today."


def removed(text: str, filename: str | None = None) -> list[tuple[str, str]]:
    """Return the lines of ``text`` that some rule takes, each with the rule's name."""
    page = Page(read(text.encode(), filename=filename))
    clean(page)
    return [(page.line(i), page.removed[i]) for i in sorted(page.removed)]


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Read 6,289 times", "view counter"),
        ("Views: 312", "view counter"),
        ("Просмотров: 1 204", "view counter"),
        ("57 просмотров", "view counter"),
        ("Rate this item", "rating"),
        ("(3 votes)", "rating"),
        ("Рейтинг: 4.5/5", "rating"),
        ("Share this article", "share bar"),
        ("Click to share on Telegram (Opens in new window)", "share bar"),
        ("12 Comments", "comment counter"),
        ("Leave a comment", "comment counter"),
        ("Комментарии (3)", "comment counter"),
        ("Sign up for our weekly newsletter", "newsletter call"),
        ("Подписывайтесь на наш канал в Telegram", "newsletter call"),
        ("We use cookies to improve this site. By continuing you accept them.", "cookie notice"),
        ("Tags: steppe, rail", "tags"),
        ("Ключевые слова: степь, дорога", "tags"),
        ("Last updated: 3 May 2016", "update date"),
        ("Photo: Ministry of Roads", "photo credit"),
        ("Image source- Ministry of Roads | Astana", "photo credit"),
        ("image 7", "text of a picture"),
        ("Коллажды жасаған Анна Ким, «Маяк»", "photo credit"),
        ("Иконка комментария блок соц сети", "text of a picture"),
        ("Читать lighthouse.ru в", "page control"),
        ("Back to top", "page control"),
        ("Версия для печати", "page control"),
        ("ENDS", "end mark"),
        ("* * *", "separator"),
        ("Home > News > Politics", "breadcrumb"),
        ("Read also: The bridge that waited", "related links"),
        ("The views expressed here are the author's own.", "disclaimer"),
        ("Commentary is produced by a private institution that takes no positions.", "note on the text"),
        ("Did you enjoy this article? Please consider a donation.", "call to readers"),
        ("Get the stories of the week sent directly to you! Sign up for our newsletter", "newsletter call"),
        ("How to cite: Bekova S. The border and the bridge. Steppe Review 4 (2016)", "citation note"),
        ("The author is a lecturer at the University of the Steppe.", "biography"),
        ("This article is more than 5 years old", "age of the page"),
        ("@annakessler", "name on a network"),
        ("Permalink: https://steppe.example/2016/05/03/bridge", "address of the page"),
        ("Source: Steppe Review", "source line"),
        ("This post is also available in: Русский", "language switch"),
        ("\u200b", "invisible character"),
        ("\x02", "control character"),
    ],
)
def test_a_line_of_the_class_is_taken_by_its_rule(line, rule):
    assert removed(f"{PROSE}\n\n{line}\n\n{PROSE}") == [(line if rule != "control character" else "\x02", rule)]


@pytest.mark.parametrize(
    "line",
    [
        "Read between the lines of the treaty",
        "Views on the treaty differ",
        "He had 300 votes and she had more.",
        "Share of trade with China",
        "Comments on the treaty came late",
        "Subscribe who may, the fund has little to offer them.",
        "Ends and means",
        "Tags were sewn to the sacks.",
        "Photographs show the road",
        "Home",
        "Print and power",
        "Related matters were not discussed.",
        "The end of the road",
        "The author of the treaty is unknown.",
        "The views of the ministry have changed since then.",
        "This article of the treaty is the shortest of all, and the one that both sides quote.",
        "Source of the river",
        "Sources: the ministry and the bank.",
        "Follow the river",
        "Get the road built",
        "Disclaimers were printed on the sacks.",
        "Images of the road",
        "image 7 of the treaty shows the road",
        "Responses to the treaty came late.",
        "From: the east, To: the west",
        "True",
    ],
)
def test_a_line_of_the_text_that_looks_like_boilerplate_stays(line):
    assert removed(f"{PROSE}\n\n{line}\n\n{PROSE}") == []


def test_a_menu_is_taken_at_the_head_and_the_short_title_below_it_stays():
    assert removed(f"Home\nNews\nPolitics\nWater wars\n\n{PROSE}") == [("Home", "menu"), ("News", "menu"), ("Politics", "menu")]


def test_networks_are_taken_in_a_row_and_not_alone():
    assert removed(f"{PROSE}\nFacebook\nTwitter\n{PROSE}") == [("Facebook", "share bar"), ("Twitter", "share bar")]
    assert removed(f"{PROSE}\nTelegram\n{PROSE}") == []


def test_related_links_below_the_text_are_taken_to_the_end():
    assert removed(f"{PROSE}\n\nRelated news\n\nA first headline\n\nA second headline, May 2, 2017") == [
        ("Related news", "related links"),
        ("A first headline", "related links"),
        ("A second headline, May 2, 2017", "related links"),
    ]


def test_related_links_inside_the_text_leave_the_heading_of_what_follows():
    assert removed(f"{PROSE}\n\nSee also\nA first headline\n\nChina\n\n{PROSE}") == [
        ("See also", "related links"),
        ("A first headline", "related links"),
    ]


def test_a_periodical_speaks_of_itself_only_below_other_lines_that_are_taken():
    about = "The Steppe Observer is a monthly publication of the Centre for Steppe Research."

    assert removed(f"{PROSE}\n\n{about}\n\n{PROSE}") == []
    assert removed(f"{PROSE}\n\nRead 12 times\n\n{about}") == [("Read 12 times", "view counter"), (about, "about the publication")]


def test_markup_sets_apart_what_is_no_article():
    page = (
        f"<html><body><header><p>Steppe Review</p></header><nav><p>Start</p></nav><article><p>{PROSE}</p><aside><p>A note inside.</p></aside>"
        "</article>"
        "<div class='share-bar'><p>Pass on</p></div><div class='related-posts'><p>Other page</p></div><aside><p>Column</p></aside>"
        "<footer><p>Imprint</p><p>© 2018 Steppe Review</p></footer></body></html>"
    )

    assert removed(page) == [
        ("Steppe Review", "page header"),
        ("Start", "navigation"),
        ("Pass on", "share bar"),
        ("Other page", "related links"),
        ("Column", "side column"),
        ("Imprint", "page footer"),
    ]


def test_markup_that_would_take_the_article_itself_takes_nothing():
    page = (
        f"<html><body><div class='post comments-open'><p>{PROSE}</p><p>{PROSE}</p></div><div class='comments'><p>Well said.</p></div></body></html>"
    )

    assert removed(page) == []


@pytest.mark.parametrize(
    ("first", "second", "is_one"),
    [
        ("A train at the crossing", "A  train at the Crossing.", True),
        ("Ministers of the member states at forum", "Ministers of the member states at the forum", True),
        ("A train at the new crossing of 2019", "A train at the new crossing of 2020", False),
        ("The harbor master at his desk", "The harbour master at his desk", True),
        ("A train at the crossing , 2019", "A train at thecrossing, 2019", True),
        ("Part I of the report", "Part II of the report", False),
        ("Minister of war at sea", "Minister of wax at sea", False),
        ("A train", "A bus", False),
        ("", "", False),
    ],
)
def test_a_line_printed_twice_is_known_in_spite_of_a_slip(first, second, is_one):
    assert is_repetition(first, second) is is_one


def test_every_rule_has_a_name_of_its_own_and_says_what_class_of_page_it_knows():
    assert [rule.name for rule in RULES if not (rule.take.__doc__ or "").strip() or rule.name == "other"] == []
    assert len({rule.name for rule in RULES}) == len(RULES)
