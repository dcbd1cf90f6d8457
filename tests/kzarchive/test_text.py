"""Folding, transliterating, and the addresses made from names."""

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kzarchive.text import Beginnings, Words, find_control, find_surrogate, fold, sameness_key, script_of, slugify, terms, to_latin, tokens

words = st.text(st.characters(codec="utf-8"), max_size=60)
names = st.text(st.characters(codec="utf-8", categories=["L", "M", "N", "P", "Z"]), max_size=60)

# With the marks that spellings of the archive's languages bear.
marked = st.text(
    st.one_of(st.characters(codec="utf-8", exclude_categories=["M", "Cs"]), st.characters(min_codepoint=0x300, max_codepoint=0x36F)), max_size=60
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Нұр-Сұлтан", "нұр-сұлтан"),
        ("  Ķazaħstan \n", "kazaħstan"),
        ("Nazarbayev’s", "nazarbayevs"),
        ("Назарба́ев", "назарбаев"),
        ("Королёв", "королев"),
        ("Китай", "китай"),
        ("ＯＳＣＥ", "osce"),
        ("Straße", "strasse"),
        ("Қазақстан Республикасы", "қазақстан республикасы"),
        ("Ту´ркестан", "туркестан"),
        ("", ""),
    ],
)
def test_what_spellings_exchange_is_folded(text, folded):
    assert fold(text) == folded


@given(marked)
@example("ΐ")
@example("İ")
@example("ﬀ")
@example("Ÿ\u0308")
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(words)
def test_composed_and_decomposed_spellings_fold_alike(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(words)
def test_blanks_and_case_make_no_other_text(text):
    assert sameness_key(text) == sameness_key(f"  {text}\n\n")


def test_another_word_makes_another_text():
    assert sameness_key("Kazakhstan and Russia") != sameness_key("Kazakhstan and Prussia")


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Токаев", "tokayev"),
        ("Касым-Жомарт Кемелевич Токаев", "kasym-zhomart-kemelevich-tokayev"),
        ("Казахстан", "kazakhstan"),
        ("Қазақстан", "qazaqstan"),
        ("Нұр-Сұлтан", "nur-sultan"),
        ("Нұрсұлтан Әбішұлы Назарбаев", "nursultan-abishuly-nazarbayev"),
        ("Елбасы", "yelbasy"),
        ("Королёв", "korolyov"),
        ("Щучинск", "shchuchinsk"),
        ("Ғ. Мүсірепов", "gh-musirepov"),
        ("O’zbekiston", "ozbekiston"),
        ("Türkiye Cumhuriyeti’nin", "turkiye-cumhuriyetinin"),
        ("Münchner Straße", "munchner-strasse"),
        ("İstanbul", "istanbul"),
        ("C5+1", "c5-1"),
        ("№ 5", "no-5"),
        ("哈萨克斯坦", ""),
        ("---", ""),
        ("", ""),
    ],
)
def test_names_become_addresses(text, slug):
    assert slugify(text) == slug


@given(words)
def test_an_address_is_made_of_its_few_characters(text):
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slugify(text))
    assert len(slugify(text)) <= 80


@given(words)
def test_an_address_is_its_own_address(text):
    assert slugify(slugify(text)) == slugify(text)


@given(words)
def test_composed_and_decomposed_names_have_one_address(text):
    assert slugify(unicodedata.normalize("NFD", text)) == slugify(unicodedata.normalize("NFC", text))


@given(names)
def test_case_makes_no_other_address(text):
    assert slugify(text.casefold()) == slugify(text)


def test_a_long_name_is_cut_between_words():
    assert slugify("word " * 30) == "-".join(["word"] * 16)
    assert slugify("x" * 100) == "x" * 80


@given(words)
@example("№")
def test_latin_is_small_ascii(text):
    assert (to_latin(text).isascii(), to_latin(text)) == (True, to_latin(text).lower())


@pytest.mark.parametrize("character", ["\x00", "\x08", "\x0b", "\x0c", "\x1f", "\x7f"])
def test_control_characters_are_found(character):
    assert find_control(f"ab{character}c{character}") == 2


@pytest.mark.parametrize("text", ["", "a\tb\nc\r\n", "а\u200f\u202e\ufeff", "\U0010ffff"])
def test_what_can_be_stored_holds_no_control_character(text):
    assert (find_control(text), find_surrogate(text)) == (None, None)


@pytest.mark.parametrize("code", [0xD800, 0xDBFF, 0xDC00, 0xDFFF])
def test_lone_surrogates_are_found(code):
    assert find_surrogate(f"a𝄞{chr(code)}") == 2


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Kazakhstan", "Latn"),
        ("Қазақстан", "Cyrl"),
        ("قازاقستان", "Arab"),
        ("哈萨克斯坦", "Hani"),
        ("C5+1 Саммит", "Cyrl"),
        ("5+1", "Zyyy"),
        ("", "Zyyy"),
    ],
)
def test_a_text_is_of_the_script_of_most_of_its_letters(text, script):
    assert script_of(text) == script


@pytest.mark.parametrize("between", [" ", "\n", " \u0301", "’ ", "中", "-"])
def test_a_long_text_is_cut_into_the_words_of_its_pieces(between):
    text = between.join(["Казахстан’ын", "пен", "Çin", "don't", "wait", "\u0301", "ab\u00adc"] * 9_000)

    assert terms(text, "kk") == [token.term for token in tokens(text, "kk")]


@given(st.text(st.sampled_from("abkyеёйЙиЁқҒІ'’ʼ -_,.1Ä\u0301\u0306\u00ad\u200dßﬁ①⑶ªʹ中あ"), max_size=14), st.sampled_from([None, "ru", "kk"]))
def test_words_are_cut_alike_at_once_and_one_by_one(text, language):
    whole = list(tokens(text, language))
    words = Words(text, language)

    assert [(*place, words.term(number)) for number, place in enumerate(words.places)] == whole
    for number, token in enumerate(whole):
        assert number in words.beginning(Beginnings([token.term]))
