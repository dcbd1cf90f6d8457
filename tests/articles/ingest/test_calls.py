"""What houses print below a text or around its head: calls to their readers, who helped, rights, rows of labels, further authors with their posts."""

import pytest

from tests.articles.ingest.harbour import FIRST, SECOND, TEXT, TITLE, read


def names(found):
    return [(author.name, author.role, author.affiliation) for author in found.authors]


@pytest.mark.parametrize(
    "call",
    [
        "In a winter of so many rumours, quality reporting is worth its price.\nBy subscribing, you can help us get the story right.",
        "Dear readers, the Lamp is printed by volunteers and wishes to go on being so.",
        "Stay updated with all that moves in the harbour!",
        "We encourage commentary on our stories and may print some of it in the Sunday edition.",
        "Kritischer Journalismus braucht Unterstützung, heute mehr als je zuvor, und unsere Artikel sind frei.",
        "Abonnieren Sie den Newsletter der Lampe, und Sie lesen morgens als Erste, was im Hafen geschah.",
        "Vous aimez lire la Lampe chaque matin ? Abonnez-vous, et votre quai ne sera plus jamais sans lumière.",
        "Подписывайтесь на канал «Лампа», чтобы не пропустить новости порта и причала.",
        "Біздің арнамызға жазылыңыз, порт жаңалықтарын бірінші болып оқыңыз.",
        "Lamba bültenimize katılın, limandaki her gelişmeyi sabah ilk siz okuyun.",
    ],
)
def test_a_call_to_readers_is_not_the_texts_end(call):
    found = read(TITLE, "By Anna Kessler", FIRST, SECOND, call)

    assert found.body == TEXT
    assert {"call to readers", "newsletter call"} & {removed.rule for removed in found.removed}


@pytest.mark.parametrize(
    "last",
    [
        "Astana will subscribe to a tenth of the shares of the new port bank, and it expects that its neighbours donate the rest in spring.",
        "“You can subscribe to our plan or leave it,” the oldest of the masters said before the lamp was put out above the bench.",
        "Стороны подписали соглашение о причалах, и вы увидите суда уже весной, сказал министр портов на прощание.",
        "The readers of the harbour's own paper had been told of the list a week before anybody else in the whole of the town.",
    ],
)
def test_a_last_paragraph_that_asks_for_nothing_stays(last):
    assert read(TITLE, "By Anna Kessler", FIRST, SECOND, last).body == f"{TEXT}\n\n{last}"


@pytest.mark.parametrize(
    ("below", "rule"),
    [
        ("Paul Reed in Bautino contributed to this report.", "credit of a report"),
        ("Additional reporting by Paul Reed", "credit of a report"),
        ("The Lamp is an independent house that looks at harbours. No text may not be reprinted without written permission.", "note on rights"),
        ("All comments should be directed to the desk at the lamp house in Kuryk, where somebody reads them.", "note on rights"),
        ("From the print edition: Ports", "source line"),
        ("41 views0 comments", "view counter"),
    ],
)
def test_who_helped_and_who_keeps_the_rights_is_said_by_the_house(below, rule):
    found = read(TITLE, "By Anna Kessler", FIRST, SECOND, below)

    assert (found.body, [author.name for author in found.authors]) == (TEXT, ["Anna Kessler"])
    assert rule in {removed.rule for removed in found.removed}


@pytest.mark.parametrize(
    ("below", "author"),
    [
        ("Report Drafted By:\nAnna M. Kessler", ("Anna M. Kessler", None, None)),
        (
            "source: This commentary was prepared for lamps.example by Anna Kessler, research associate at the Institute of Lamps",
            ("Anna Kessler", "research associate", "Institute of Lamps"),
        ),
        ("BY ANNA KESSLER [anna.kessler@lamp.example]", ("ANNA KESSLER", None, None)),
        (
            "By Anna Kessler, Lamp Blog Intern, 3rd year student of harbours.",
            ("Anna Kessler", "Lamp Blog Intern, 3rd year student of harbours", None),
        ),
    ],
    ids=["drafted by", "prepared for", "with an address", "an intern"],
)
def test_who_wrote_is_said_below_in_more_ways(below, author):
    found = read(TITLE, "22 January 2026", FIRST, SECOND, below)

    assert (names(found), found.body) == ([author], TEXT)


def test_words_of_readers_below_their_head_are_no_text():
    comments = "User Contributions:\n1\nMarat\nJan 5, 2011 @ 6:06 am\nthis helped me with my homework but what of the fifth quay?"

    assert read(TITLE, FIRST, SECOND, comments).body == TEXT


def test_rows_of_labels_and_values_are_no_text_and_date_it():
    rows = (
        "Publishing date:\n21 June 2019\nContent type:\nPress release\nWhere we are:\nThe lamp house in Kuryk\nOrganization:\nThe League of Harbours"
    )
    found = read(TITLE, rows, FIRST, SECOND)

    assert (found.title, found.published_on, found.body) == (TITLE, "2019-06-21", TEXT)
    assert read(TITLE, FIRST, rows, SECOND).body.endswith(f"The League of Harbours\n\n{SECOND}")  # in a text they are its own


def test_authors_with_their_posts_stand_one_below_the_other_without_a_title():
    found = read(
        "Marat Alibekov, senior lecturer at the Department of Ports, Kuryk State University (Kuryk, Kazakhstan)",
        "Irina Vlasova, Researcher, Centre for Harbour Studies (Aktau, Kazakhstan)",
        FIRST,
        SECOND,
    )

    assert [author.name for author in found.authors] == ["Marat Alibekov", "Irina Vlasova"]
    assert (found.title, found.body) == (None, TEXT)


def test_the_numbers_of_houses_stand_before_the_names_too():
    found = read(
        "IRSTI 11.25.67",
        "1A.B. Alibekov, 2K.T. Vlasova",
        "1Kuryk State University, Kazakhstan, Kuryk\n2Institute of Lamps, Kazakhstan, Aktau",
        TITLE.upper(),
        f"Abstract. {FIRST}",
        SECOND,
    )

    assert ([author.name for author in found.authors], found.title) == (["A.B. Alibekov", "K.T. Vlasova"], TITLE.upper())


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (("Kuryk’s ports", "The art of the long winter quay", "The sea’s largest town would like everyone for a friend", "Oct 4th 2014 | KURYK"), 1),
        (("THE DIPLOMACY OF WINTER BERTHS", "Chances and Limits behind the Talks of Kuryk", "Anna Kessler – Expert of the Lamp"), 0),
        (("Writer's pictureAnna Kessler", "Between Two Quays", "Why Kuryk Cannot Afford to Pick a Berth"), 1),
        (("Kuryk - International cooperation",), 0),
        (("International Internet Magazine. Harbour news & analytics", TITLE), 1),
    ],
    ids=["topic and rubric", "capitals", "a preposition", "words of menus", "what a site is"],
)
def test_the_headline_among_its_neighbours(head, title):
    assert read(*head, FIRST, SECOND).title == head[title]


def test_the_day_of_an_update_is_none_of_publication_in_russian_too():
    assert read("Последнее обновление: 03.02.2023 09:30", TITLE, FIRST, SECOND).published_on is None


def test_a_journal_gives_its_year_below_the_notes():
    found = read(
        TITLE, "А. С. Ким", FIRST, f"{SECOND} [1, с. 3]",
        "Примечания\n1. Ибраев К. Т. Причалы. – Курык: Лампа, 2019. – 120 с.\nВестник Института ламп. 2020. № 3 (47). С. 61–68.",
    )  # fmt: skip

    assert (found.publication, found.issue, found.pages, found.published_on) == ("Вестник Института ламп", "3 (47)", "61–68", "2020")
    assert found.body.endswith("– 120 с.")
