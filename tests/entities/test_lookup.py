"""Entities found by any of their names, in any script, begun only or with one typing error."""

import json
import random
import string

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from articles.models import Author, Publication, PublicationTitle
from articles.models.author import AuthorWord
from articles.models.publication import PublicationWord
from entities import lookup, spelling
from entities.models import Entity, Name, NameWord
from tests.factories import make_author, make_entity, make_publication

pytestmark = pytest.mark.django_db

TOKAYEV = [
    ("Касым-Жомарт Токаев", "ru"),
    ("Қасым-Жомарт Тоқаев", "kk"),
    ("Kassym-Schomart Tokajew", "de"),
    ("Kassym-Jomart Tokaïev", "fr"),
]


@pytest.fixture
def tokayev():
    return make_entity("Kassym-Jomart Tokayev", "person", TOKAYEV)


def found(text, **options):
    """Return the names of the entities found by ``text``, each with the name it was found by."""
    names = dict(Entity.objects.values_list("pk", "name"))
    return [(names[one.entity_id], one.text) for one in lookup.find(text, **options)]


@pytest.mark.parametrize(
    "asked",
    [
        "Tokayev", "tokaev", "TOKAJEW", "Tokaïev", "Tokaiev", "Токаев", "Тоқаев", "Toqaev", "Toqayev", "Tokay", "Kassym-Jomart", "Qasym Toqaev",
        "Касым Токаев", "tokayev kassym", "Tokayef", "Tokyaev", "Tokaye", "Tkayev", "Токоев", "Тикаев", "Т\u200dокаев", "Tоkayev", "Kas Tok",
    ],
)  # fmt: skip
def test_one_man_is_found_under_every_spelling(tokayev, asked):
    make_entity("Nursultan Nazarbayev", "person", [("Нурсултан Назарбаев", "ru")])
    make_entity("Shavkat Mirziyoyev", "person", [("Шавкат Мирзиёев", "ru")])

    assert [name for name, _ in found(asked)] == ["Kassym-Jomart Tokayev"]


@pytest.mark.parametrize("asked", ["", " ", "—", "T", "?", "ъ", "\u202e", "x" * 5_000, "Tokayevich Romanov", "Xyz"])
def test_what_names_nobody_finds_nobody(tokayev, asked):
    assert found(asked) == []


def test_one_letter_is_looked_for_as_a_whole_word():
    make_entity("C5+1", "organisation")
    make_entity("Kazakhstan")
    make_entity("Plan K", "concept")

    assert found("k") == [("Plan K", "Plan K")]


@pytest.mark.parametrize(("name", "asked"), [("习近平", "习近"), ("שמעון פרס", "שמעון"), ("نزارباييف", "نزارباييف"), ("Հայաստան", "Հայաստ")])
def test_names_in_other_scripts_are_found_by_their_beginning(name, asked):
    make_entity("Somebody", "person", [(name, "und")])

    assert found(asked) == [("Somebody", name)]


def test_the_name_that_matched_is_told_and_the_closest_comes_first(tokayev):
    make_entity("Tokayev Street", "place")
    make_entity("Tokay", "place")

    assert found("Токаев") == [("Kassym-Jomart Tokayev", "Касым-Жомарт Токаев"), ("Tokayev Street", "Tokayev Street")]
    assert found("tokay")[0] == ("Tokay", "Tokay")


def test_two_people_of_one_name_are_both_found():
    first, second = (make_entity("Serik Akhmetov", "person", slug=slug) for slug in ("serik-akhmetov", "serik-akhmetov-2"))

    assert {one.entity_id for one in lookup.find("Ахметов Серик")} == {first.pk, second.pk}


def test_a_name_that_search_may_not_use_is_for_editors_only():
    entity = make_entity("Kazakhstan")
    Name.objects.create(entity=entity, text="Steppeland", language="en", kind="short", search_may_use=False)

    assert (found("Steppeland"), found("Steppeland", is_public=False)) == ([], [("Kazakhstan", "Steppeland")])


def test_a_name_follows_its_entity_and_is_gone_when_it_is_taken_away(tokayev):
    name = tokayev.names.get(language="ru")
    name.text = "Серик Ахметов"
    name.save()
    renamed = [found("Ахметов"), [pk for pk in spelling.closest(NameWord, "Касым-Жомарт Токаев") if pk == name.pk]]
    name.delete()

    assert renamed == [[("Kassym-Jomart Tokayev", "Серик Ахметов")], []]
    assert found("Ахметов") == []


def test_many_names_written_at_once_are_found():
    entity = make_entity("Kazakhstan")
    Name.objects.bulk_create([Name(entity=entity, text="Qazaqstan", language="kk-Latn", kind="preferred", script="Latn", key="qazaqstan")])

    assert found("Қазақстан") == [("Kazakhstan", "Qazaqstan")]


# Typing errors

WORDS = ["Tokayev", "Nazarbayev", "Zhomart", "Schawkat", "Ташкент", "Қазақстан", "Mirziyoyev", "Turkmenbashi"]


@pytest.fixture(scope="module")
def vocabulary(django_db_setup, django_db_blocker):
    """The spellings of WORDS, without a database: what a known word is found by is asked of ``_halves`` in words."""
    return {word: spelling.spellings_of([word]) for word in WORDS}


def misspelled(word, draw):
    at = draw(st.integers(0, len(word) - 1))
    letter = draw(st.sampled_from(string.ascii_lowercase + "аеоқш"))
    kind = draw(st.sampled_from(["missing", "added", "wrong", "exchanged"]))
    if kind == "missing":
        return word[:at] + word[at + 1 :]
    if kind == "added":
        return word[:at] + letter + word[at:]
    if kind == "wrong":
        return word[:at] + letter + word[at + 1 :]
    return word[:at] + word[at : at + 2][::-1] + word[at + 2 :]


@given(st.data())
def test_a_word_with_one_typing_error_has_one_half_right_or_its_middle_exchanged(data):
    word = data.draw(st.sampled_from(WORDS)).lower()
    typed = misspelled(word, data.draw)
    middle = len(typed) // 2
    exchanged = typed[: middle - 1] + typed[middle : middle + 1] + typed[middle - 1 : middle]

    assert spelling.is_within_one_error(typed, word)
    assert spelling.is_within_one_error(word, typed)
    assert word.startswith((typed[:middle], exchanged)) or word.endswith(typed[middle:])


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_one_error_is_told_from_two(one, other):
    def neighbours(word):
        yield word
        for at in range(len(word) + 1):
            yield word[:at] + word[at + 1 :]
            yield word[:at] + word[at : at + 2][::-1] + word[at + 2 :]
            for letter in "abc":
                yield word[:at] + letter + word[at:]
                yield word[:at] + letter + word[at + 1 :]

    assert spelling.is_within_one_error(one, other) == (other in set(neighbours(one)))


def test_every_name_of_the_starter_file_is_found_with_one_typing_error():
    records = json.loads((settings.BASE_DIR / "fixtures" / "authority.json").read_text(encoding="utf-8"))
    chance = random.Random(7)
    people = [record for record in records if record["kind"] == "person"]
    missed = []
    for record in people:
        make_entity(record["name"], "person", [(name["text"], name["language"]) for name in record["names"] if name["language"] == "ru"][:1])
    for record in chance.sample(people, 25):
        surname = max(record["name"].replace("-", " ").split(), key=len)
        at = chance.randrange(1, len(surname))
        typed = surname[:at] + chance.choice(string.ascii_lowercase) + surname[at + 1 :]
        if record["name"] not in {name for name, _ in found(typed)}:
            missed.append((record["name"], typed))

    assert missed == []


# Cost


def test_the_number_of_queries_is_bounded_whatever_is_asked(tokayev):
    counts = []
    for asked in ("Tokayev", "Tkyv", "a b c d e f g h", "ka to", "q" * 5_000, "Kasm Tkayev Jomrt Quatr Cinqu Sixe"):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            lookup.find(asked)
        counts.append(len(queries))

    assert max(counts) <= 15


def test_words_are_found_by_an_index():
    sql, parameters = spelling.KnownWord.objects.filter(spelling._halves("tokayev")).values_list("word").query.sql_with_params()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(("EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN ") + sql, parameters)
        plan = " ".join(str(column) for row in cursor.fetchall() for column in row)

    assert "MULTI-INDEX OR" in plan or "BitmapOr" in plan
    assert "SCAN entities_knownword" not in plan
    assert "Seq Scan" not in plan


# What else a search may mean


def test_a_search_for_any_name_means_the_entity_that_bears_it(tokayev):
    union = make_entity("Eurasian Economic Union", "organisation", [("EEU", "en"), ("ЕАЭС", "ru")])

    assert lookup.bearers("eeu") == {union.pk: "EEU"}
    assert lookup.bearers("Қасым-Жомарт Токаев") == {tokayev.pk: "Kassym-Jomart Tokayev"}
    assert lookup.bearers("Toqaev") == {}
    assert lookup.bearers("economic") == {}


def test_the_switch_turns_transliteration_off(tokayev):
    assert lookup.bearers("Kasym-Zhomart Tokaev") == {tokayev.pk: "Kassym-Jomart Tokayev"}
    assert lookup.bearers("Kasym-Zhomart Tokaev", with_transliteration=False) == {}
    assert lookup.bearers("kassym-jomart tokaiev", with_transliteration=False) == {tokayev.pk: "Kassym-Jomart Tokaïev"}


# Authors and publications, by the same code


def test_authors_are_found_the_same_way():
    author = make_author("Айгерим Садыкова")
    (other,) = Author.objects.bulk_create([Author(name="Marat Ospanov", pid="kz3b7m9tx", slug="marat-ospanov", name_key="marat ospanov")])

    assert list(spelling.closest(AuthorWord, "Sadykova Aigerim")) == [author.pk]
    assert list(spelling.closest(AuthorWord, "Оспанв")) == [other.pk]


def test_publications_are_found_by_every_title_they_bore():
    publication = make_publication("The Bulletin")
    title = PublicationTitle.objects.create(publication=publication, title="Conway Bulletin")
    by_former = list(spelling.closest(PublicationWord, "Конвей"))
    title.delete()

    assert (by_former, list(spelling.closest(PublicationWord, "Conway"))) == ([publication.pk], [])
    assert list(Publication.objects.filter(spellings__word="buletin").values_list("title", flat=True)) == ["The Bulletin"]


def test_of_equally_close_names_the_one_in_the_script_asked_in_is_told(tokayev):
    assert (found("Токав"), found("Tokav")) == (
        [("Kassym-Jomart Tokayev", "Касым-Жомарт Токаев")],
        [("Kassym-Jomart Tokayev", "Kassym-Jomart Tokayev")],
    )
