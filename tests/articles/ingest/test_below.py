"""What stands below a text: the author's notes stay, what publishers, reprinters and sites say of the text goes."""

import datetime as dt

import pytest

from articles.ingest.draft import draft

pytestmark = pytest.mark.engine_free

TITLE = "The road that nobody had ordered"
PROSE = (
    "The road was built in two years, and nobody who saw it then would know it again today.[1]\n\n"
    "The ferrymen say that they had seen it coming for years."
)


def read_page(below: str, head: str = ""):
    return draft(f"{TITLE}\n{head}\n{PROSE}\n\n{below}\n".encode(), today=dt.date(2026, 11, 22))


def rules(found) -> list[tuple[str, str]]:
    return [(" ".join(found.text_layer[r.start : r.end].split()), r.rule) for r in found.removed]


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("The views of the author are his own and do not bind the Institute.", "disclaimer"),
        ("Opinions in this essay belong to its writers and not necessarily to the journal.", "disclaimer"),
        ("Die hier geäußerten Ansichten sind allein die der Autorin.", "disclaimer"),
        ("Les avis exprimés ici n’engagent que leurs auteurs.", "disclaimer"),
        ("Взгляды авторов могут не совпадать с позицией фонда.", "disclaimer"),
        ("Автордың көзқарасы редакция ұстанымына сәйкес келмеуі мүмкін.", "disclaimer"),
        ("Makaledeki görüşler yazara aittir, kurumumuzu bağlamaz.", "disclaimer"),
        ("This essay originally appeared in Steppe Quarterly.", "note of republication"),
        ("Reprinted with permission of the editors.", "note of republication"),
        ("Der Beitrag erschien zuerst in der Zeitschrift Brückenkopf.", "note of republication"),
        ("Article initialement paru dans la revue Passerelles.", "note of republication"),
        ("Статья впервые опубликована в журнале «Переправа».", "note of republication"),
        ("Бұл мақала алғаш рет «Өткел» журналында жарияланған.", "note of republication"),
        ("Bu yazı ilk olarak Köprü dergisinde yayımlanmıştır.", "note of republication"),
        ("Correction: the bridge has nine arches, not eight as was said here.", "note of an amendment"),
        ("Материал подготовлен в рамках проекта «Мосты» при поддержке фонда.", "note on the origin of the text"),
        ("Click here to download the full report.", "call to open the text"),
    ],
)
def test_what_others_say_of_a_text_below_it_is_left_out(line, rule):
    found = read_page(line)

    assert (found.body, {name for _, name in rules(found)}) == (PROSE, {rule})


@pytest.mark.parametrize(
    "notes",
    [
        "[1] The last view of the author is from the bridge.",
        "Notes\n1. Ministry of Roads, Annual Report 2015, p. 4\n2. Interview with a ferryman, Aktau, May 2016",
        "References\nBekova, S. (2014). The arch and the river. Almaty",
        "Список литературы\n1. Бекова С. Арка и река. Алматы, 2014. 120 с.\n2. https://mosty.example/2014",
        "Kaynakça\nArıkan, N. (2009). Gölün Hukuku. Ankara.",
        "Anmerkungen\n¹ Vgl. den Jahresbericht 2015, S. 4",
        "Пайдаланылған әдебиеттер тізімі\n1. Бекова С. Көпір. Алматы, 2014",
    ],
)
def test_the_notes_of_the_author_stay(notes):
    found = read_page(notes)

    assert found.body == "\n\n".join([PROSE, *notes.split("\n")])
    assert (found.kinds, found.removed) == ("pp" + ("p" if notes.startswith("[") else "h" + "p" * notes.count("\n")), ())


def test_the_rights_and_the_days_of_a_journal_end_its_notes():
    found = read_page("Notes\n1. Annual Report, 2015\nReceived 3 March 2016\n© Steppe Quarterly 2016")

    assert (found.body.split("\n\n")[2:], found.rights) == (["Notes", "1. Annual Report, 2015"], "© Steppe Quarterly 2016")


@pytest.mark.parametrize(
    "line",
    [
        "The first view from the bridge was published as a postcard, and everybody in the town bought one of them.",
        "Many opinions were heard in the town that evening, and the mayor wrote all of them down in a book.",
        "Бұл көпір туралы мақала қалада көп оқылды, оны бәрі сақтап жүр екен.",
    ],
)
def test_sentences_of_a_text_with_the_same_words_stay(line):
    assert read_page(line).body == f"{PROSE}\n\n{line}"


def test_labels_below_a_text_are_left_out_and_a_list_that_it_announces_stays():
    found = read_page("They had come with:\n\n- two ropes\n\n- a lamp\n\nMosaic of the week\n\nThe lake in spring")

    assert found.body.split("\n\n")[2:] == ["They had come with:", "- two ropes", "- a lamp"]
    assert [rule for _, rule in rules(found)] == ["page foot"]


@pytest.mark.parametrize(
    ("head", "below", "expected"),
    [
        ("3 May 2016", "This essay first appeared in Steppe Quarterly on 9 March 2015.", ("2016-05-03", "Steppe Quarterly")),
        ("", "This essay first appeared in Steppe Quarterly on 9 March 2015.\nPosted by admin on May 3, 2016", ("2015-03-09", "Steppe Quarterly")),
        ("", "Posted by admin on May 3, 2016", ("2016-05-03", None)),
    ],
)
def test_a_reprint_has_the_day_above_its_text_else_that_of_the_first_printing(head, below, expected):
    found = read_page(below, head=head)

    assert (found.published_on, found.publication) == expected


@pytest.mark.parametrize(
    ("signature", "published_on"),
    [("///ABC, 15 February 2024", "2024-02-15"), ("– Steppeform", None), ("/Steppeform/", None), ("[Steppeform]", None)],
)
def test_a_signature_behind_the_last_sentence_is_parted_from_it(signature, published_on):
    found = draft(f"{TITLE}\n\n{PROSE}\n\nIt opens in May. {signature}\n".encode(), today=dt.date(2026, 11, 22))

    assert (found.body, found.published_on) == (f"{PROSE}\n\nIt opens in May.", published_on)
