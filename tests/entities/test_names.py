"""Names spelled in Latin letters by the systems people meet, and the key by which all the spellings find each other."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entities.names import LONGEST_KEY, MOST_KEYS, SYSTEMS, cautions, is_same_name, key_words, proposals, romanised_keys, transliterate

pytestmark = pytest.mark.engine_free


@pytest.mark.parametrize(
    ("name", "system", "spelled"),
    [
        ("Токаев", "BGN/PCGN Russian", "Tokayev"),
        ("Токаев", "passport", "Tokaev"),
        ("Токаев", "ISO 9", "Tokaev"),
        ("Токаев", "English press", "Tokayev"),
        ("Токаев", "German press", "Tokajew"),
        ("Токаев", "French press", "Tokaïev"),
        ("Тоқаев", "BGN/PCGN Kazakh", "Toqaev"),
        ("Тоқаев", "Kazakh Latin of 2018", "Toqaev"),
        ("Тоқаев", "Kazakh Latin of 2021", "Toqaev"),
        ("Қасым-Жомарт", "Kazakh Latin of 2018", "Qasym-Jomart"),
        ("Касым-Жомарт", "German press", "Kassym-Schomart"),
        ("Касым-Жомарт", "French press", "Kassym-Jomart"),
        ("Касым-Жомарт", "ISO 9", "Kasym-Žomart"),
        ("Назарбаев", "German press", "Nasarbajew"),
        ("Назарбаев", "French press", "Nazarbaïev"),
        ("Нурсултан", "French press", "Noursoultan"),
        ("Қазақстан", "Kazakh Latin of 2021", "Qazaqstan"),
        ("Әуезов", "Kazakh Latin of 2018", "Áýezov"),
        ("Әуезов", "Kazakh Latin of 2021", "Äuezov"),
        ("Нұрғали Ңү", "Kazakh Latin of 2021", "Nūrğali Ñü"),
        ("Нұрғали", "Kazakh Latin of 2018", "Nurǵalı"),
        ("Путин", "French press", "Poutine"),
        ("Сергей Лавров", "French press", "Sergueï Lavrov"),
        ("Лукашенко", "French press", "Loukachenko"),
        ("Лукашенко", "German press", "Lukaschenko"),
        ("Горбачёв", "BGN/PCGN Russian", "Gorbachyov"),
        ("Щукин", "ISO 9", "Ŝukin"),
        ("Юлия", "passport", "Iuliia"),
        ("Ерлан Идрисов", "English press", "Yerlan Idrisov"),
        ("Подъячев", "passport", "Podieiachev"),
        ("НАЗАРБАЕВ Н. А.", "English press", "NAZARBAYEV N. A."),
        ("Жомарт", "BGN/PCGN Kazakh", "Zhomart"),
        ("ЖОМАРТ", "BGN/PCGN Kazakh", "ZHOMART"),
    ],
)
def test_a_name_is_spelled_as_the_system_has_it(name, system, spelled):
    assert transliterate(name, system) == spelled


MEETING = [
    "Токаев Тоқаев Tokayev Tokaev Tokajew Tokaïev Tokaiev Toqaev Toqayev Toqajew TOKAYEV",
    "Назарбаев Nazarbayev Nazarbaev Nasarbajew Nazarbaïev Nazarbaiev",
    "Касым Қасым Kasym Kassym Qasym Qassym",
    "Жомарт Jomart Zhomart Schomart Dschomart Žomart",
    "Нурсултан Нұрсұлтан Nursultan Noursoultan",
    "Мирзиёев Мирзиеев Mirziyoyev Mirsijojew Mirzioïev Mirsiyoyev",
    "Путин Putin Poutine",
    "Ельцин Yeltsin Jelzin Eltsine",
    "Сергей Sergey Sergei Sergueï Sergej",
    "Медведев Medvedev Medwedew",
    "Шавкат Shavkat Schawkat Chavkat",
    "Михаил Mikhail Michail Mikhaïl",
    "Горбачёв Горбачев Gorbachev Gorbatchev",
    "Александр Alexander Alexandr Aleksandr",
    "Казахстан Қазақстан Kazakhstan Kasachstan Qazaqstan Kazakstan",
    "Лукашенко Lukashenko Lukaschenko Loukachenko",
    "Эрдоган Ердоған Erdoğan Erdogan",
    "Дмитрий Dmitry Dmitri Dmitrij Dmitriy",
    "Жапаров Japarov Zhaparov Dzhaparov",
    "Узбекистан Oʻzbekistan Uzbekistan Usbekistan",
]


@pytest.mark.parametrize("spellings", [spellings for spellings in MEETING if not spellings.startswith("Узбекистан")])
def test_all_spellings_of_a_name_meet_in_one_key(spellings):
    assert len(frozenset.intersection(*map(romanised_keys, spellings.split()))) > 0


def test_different_names_do_not_meet():
    names = [spellings.split() for spellings in MEETING]
    meeting = {
        (one, other) for at, group in enumerate(names) for others in names[at + 1 :] for one in group for other in others if is_same_name(one, other)
    }

    assert meeting == set()


def test_a_name_of_several_words_is_the_same_where_each_word_is():
    assert is_same_name("Қасым-Жомарт Тоқаев", "Kassym-Schomart Tokajew")
    assert not is_same_name("Қасым-Жомарт Тоқаев", "Tokajew")
    assert not is_same_name("", "")


@pytest.mark.parametrize("sign", "'’‘ʼʻ`´\u200d\u200b\u00ad")
def test_what_stands_inside_a_word_parts_none(sign):
    assert key_words(f"O{sign}zbekiston") == key_words("Ozbekiston")


def test_words_in_other_scripts_are_their_own_keys():
    assert [romanised_keys(word) for word in ("习近平", "طوكاييف", "Հայաստան")] == [{"习近平"}, {"طوكاييف"}, {"հայաստան"}]


CYRILLIC = st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіАБЕЁЖҚҰЩЮ -", max_size=30)


@given(CYRILLIC, st.sampled_from(sorted(SYSTEMS)))
def test_what_a_system_can_spell_holds_no_cyrillic_letter_and_the_rest_stays(text, system):
    spelled = transliterate(text, system)
    left = {char for char in spelled.lower() if "\u0400" <= char <= "\u052f"}

    assert left == {char for char in unicodedata.normalize("NFC", text).lower() if "\u0400" <= char <= "\u052f"} - SYSTEMS[system][0]


@given(
    st.lists(
        st.sampled_from(["Ток", "ев", "а", "Жан", "мар", "бай", "ұлы", "Қа", "сым", "ин", "ов", "шы", "ңғы"]), min_size=1, max_size=4, unique=True
    ).map("".join)
)
def test_a_name_and_its_spellings_by_any_system_meet(name):
    word = name.lower()
    keys = romanised_keys(word)

    assert [
        system
        for system in SYSTEMS
        if not set(transliterate(word, system)) & SYSTEMS[system][0] and not keys & romanised_keys(transliterate(word, system))
    ] == []


@given(st.text(max_size=60))
def test_a_key_is_of_bounded_length_and_the_same_however_the_text_is_cased(text):
    for keys in key_words(text):
        assert 1 <= len(keys) <= MOST_KEYS
        assert all(len(key) <= LONGEST_KEY for key in keys)
    assert key_words(text) == key_words(unicodedata.normalize("NFD", text)) or any(unicodedata.normalize("NFD", char) != char for char in text)


def test_proposals_name_their_system_and_leave_out_what_is_known():
    assert proposals("Тоқаев", {"Toqaev"}) == [
        ("ISO 9", "und-Latn", "Toķaev"),
        ("passport", "und-Latn", "Tokaev"),
        ("English press", "en", "Tokayev"),
        ("German press", "de", "Tokajew"),
        ("French press", "fr", "Tokaïev"),
    ]


def test_there_is_nothing_to_propose_for_a_latin_name_or_letters_that_no_system_spells():
    assert (proposals("Tokayev", set()), proposals("Жѫж", set())) == ([], [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Tokayev", []),
        ("Токаев", []),
        ("Нур-Султан", []),
        ("习", []),
        ("习近平", []),
        ("شي جين بينغ", []),
        ("Kazakhstan 2050", []),
        ("Tоkayev", ["Tоkayev: character 2 (о) is Cyrillic among letters of the other script."]),
        ("Касым Tокаев", ["Tокаев: character 7 (T) is Latin among letters of the other script."]),
        ("Toka\u200dyev\u202e", ["It holds signs that are not seen: U+200D at character 5, U+202E at character 9."]),
        ("X", ["It is one letter: texts are full of it. Take “tagging may use” off."]),
        ("May", ["It is an ordinary word too: texts are full of it. Take “tagging may use” off if it is meant seldom."]),
        ("Вена", ["It is an ordinary word too: texts are full of it. Take “tagging may use” off if it is meant seldom."]),
    ],
)
def test_an_editor_is_cautioned_of_a_name_that_is_not_what_it_seems(text, said):
    assert cautions(text) == said
