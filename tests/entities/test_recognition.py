"""What the gazetteer finds in a text, where it says it stands, and what it leaves alone."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from entities.recognition import Gazetteer, GazetteerName, Mention
from kzarchive.text import fold

ASTANA, GOVERNMENT, KAZAKHSTAN, UNITED_STATES, TURKEY, NAZARBAYEV, UZBEKISTAN, TOKAYEV = range(1, 9)


def found(text, *names):
    """Return what stands in ``text`` of ``names``, each one entity with its place in the row as id."""
    gazetteer = Gazetteer(GazetteerName(name, at) for at, name in enumerate(names))
    return [mention.text for mention in gazetteer.find(text)]


def test_a_mention_tells_where_it_stands_and_whom_it_means():
    gazetteer = Gazetteer([GazetteerName("Kazakhstan", KAZAKHSTAN), GazetteerName("Turkey", TURKEY)])

    assert gazetteer.find("Ankara says Turkey will host Kazakhstan.") == [
        Mention(12, 18, "Turkey", frozenset({TURKEY})),
        Mention(29, 39, "Kazakhstan", frozenset({KAZAKHSTAN})),
    ]


def test_a_name_of_two_entities_is_returned_with_both_and_never_chosen():
    gazetteer = Gazetteer([GazetteerName("Astana", ASTANA), GazetteerName("Astana", GOVERNMENT)])

    mentions = gazetteer.find("Astana agreed.")

    assert mentions == [Mention(0, 6, "Astana", frozenset({ASTANA, GOVERNMENT}))]
    assert mentions[0].is_ambiguous


def test_a_mention_of_one_entity_is_not_ambiguous():
    assert not Mention(0, 6, "Astana", frozenset({ASTANA})).is_ambiguous


def test_a_gazetteer_without_names_finds_nothing():
    assert Gazetteer([]).find("Astana") == []


def test_a_name_of_signs_only_is_never_found():
    assert found("— … ’", "—", "’", "") == []


def test_of_two_names_at_one_place_the_longer_is_found():
    assert found("the UN Security Council of the UN", "UN", "UN Security Council") == ["UN Security Council", "UN"]


def test_of_two_names_that_overlap_the_first_is_found():
    assert found("Central Asia Strategy", "Asia Strategy", "Central Asia") == ["Central Asia"]


def test_a_shorter_name_is_found_where_the_longer_one_breaks_off():
    assert found("Kazakhstan 20500", "Kazakhstan", "Kazakhstan 2050") == ["Kazakhstan"]


@pytest.mark.parametrize(
    "text",
    ["Kazakhstani", "PreKazakhstan", "Kazakhstan2", "2Kazakhstan", "Kazakhstans", "Kazakhstan’ov", "O’Kazakhstan", "ҚKazakhstan"],
)
def test_a_part_of_a_word_is_no_mention(text):
    assert found(text, "Kazakhstan") == []


@pytest.mark.parametrize(
    "text",
    [
        "Kazakhstan's", "Kazakhstan’s", "Kazakhstanʼs.", "‘Kazakhstan’", "“Kazakhstan”", "(Kazakhstan)", "Kazakhstan’", "Kazakhstan-led",
        "Russia-Kazakhstan-China", "Minsk—Kazakhstan", "/Kazakhstan/", "Kazakhstan.", "Kazakhstan.The", "l’Kazakhstan", "jusqu'Kazakhstan",
    ],
)  # fmt: skip
def test_possessives_quotes_elisions_and_hyphens_bound_a_word(text):
    assert found(text, "Kazakhstan") == ["Kazakhstan"]


def test_a_host_name_is_no_mention():
    assert found("MFA.kz, see MFA. A word on MFA.", "MFA") == ["MFA", "MFA"]


def test_the_format_of_six_is_not_found_in_the_format_of_another_six():
    assert found("C5+1, 5+1 and P5+1", "5+1") == ["5+1"]


def test_an_acronym_is_found_only_in_its_own_capitals():
    gazetteer = Gazetteer([GazetteerName("US", UNITED_STATES), GazetteerName("PfP", KAZAKHSTAN, is_acronym=True)])

    assert [mention.text for mention in gazetteer.find("It told us: US, Us, PfP, PFP, pfp.")] == ["US", "PfP"]


def test_seven_capitals_are_no_acronym():
    assert found("Kazatom KAZATOM", "KAZATOM") == ["Kazatom", "KAZATOM"]


def test_a_capitalised_name_begins_with_a_capital_in_the_text():
    assert found("turkey, Turkey, TURKEY; a Customs union", "Turkey", "Customs Union") == ["Turkey", "TURKEY", "Customs union"]


def test_a_name_in_small_letters_is_found_in_any_case():
    assert found("Multi-Vector Policy, multi-vector policy", "multi-vector policy") == ["Multi-Vector Policy", "multi-vector policy"]


def test_one_spelling_means_each_entity_as_its_own_case_allows():
    gazetteer = Gazetteer([GazetteerName("US", UNITED_STATES), GazetteerName("us", KAZAKHSTAN)])

    assert [mention.entities for mention in gazetteer.find("US us")] == [
        frozenset({UNITED_STATES, KAZAKHSTAN}),
        frozenset({KAZAKHSTAN}),
    ]


@pytest.mark.parametrize("hyphen", "-‐‑‒–−")
def test_hyphens_of_every_kind_are_exchanged(hyphen):
    assert found(f"In Nur{hyphen}Sultan.", "Nur-Sultan") == [f"Nur{hyphen}Sultan"]


def test_a_dash_between_words_is_no_hyphen():
    assert found("Nur — Sultan, Nur—Sultan, Nur – Sultan", "Nur-Sultan") == []


@pytest.mark.parametrize("apostrophe", "'’‘ʼʻ`´′")
def test_apostrophes_of_every_kind_are_exchanged(apostrophe):
    assert found(f"in O{apostrophe}zbekiston.", "Oʻzbekiston") == [f"O{apostrophe}zbekiston"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Erdogan", "Erdoğan"),
        ("Nazarbai\u0308ev", "Nazarbaïev"),
        ("\N{LATIN SMALL LIGATURE FI}eld reports", "field reports"),
        ("Ｔｏｋａｙｅｖ", "Tokayev"),
        ("Kazakh\N{SOFT HYPHEN}stan", "Kazakhstan"),
        ("ТОҚАЕВ", "Тоқаев"),
        ("Соединенные Штаты", "Соединённые Штаты"),
        ("Großbritannien", "GROSSBRITANNIEN"),
        ("한국", unicodedata.normalize("NFD", "한국")),
        ("European \u00a0\n Union", "European Union"),
    ],
)
def test_spellings_that_fold_alike_are_one(text, name):
    assert found(f"({text})", name) == [text]


def test_no_name_runs_from_one_block_to_the_next():
    assert found("the European\n\nUnion; the European\r\nUnion", "European Union") == ["European\r\nUnion"]


def test_a_mention_takes_the_marks_of_its_last_letter_along():
    assert found("Tokaye\u0301v, Renzi\u0301.", "Tokayev", "Renzi") == ["Tokaye\u0301v", "Renzi\u0301"]


def test_a_mention_never_ends_on_half_a_grapheme():
    assert found("Astana\u20e3 Astana\u200d! \u0600Astana Renzi\u0301", "Astana", "Renzi") == ["Astana\u200d", "Renzi\u0301"]


def test_a_ligature_is_never_cut_in_two():
    assert found("the a\N{LATIN SMALL LIGATURE FI}", "a f", "af") == []


NAMES = ["Kazakhstan", "Нур-Султан", "Тоқаев", "Erdoğan", "O'zbekiston", "US", "C5+1", "multi-vector policy", "Fiji", "한국"]
GAZETTEER = Gazetteer(GazetteerName(name, at) for at, name in enumerate(NAMES))
PIECES = [
    *NAMES, *(unicodedata.normalize("NFD", name) for name in NAMES), "Нур‑Султан", "O’zbekiston", "ﬁji", "ﬁ", "Ｆiji", "’s", "'", "-", ".", " ",
    "  ", "\n", "\r\n", "\n\n", "\u0301", "\u200d", "\u00ad", "\u20e3", "́", "İ", "ß", "½", "…", "a", "и", "й", "1", "\0", "\1", "´", "가", "ᆨ",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=20).map("".join)


def with_plain_hyphens(text):
    return fold("".join(char for char in text if unicodedata.category(char) != "Cf").replace("‐", "-").replace("‑", "-"))


@given(TEXTS)
@example("Kazakhstan\u00ad\u0301")
def test_every_mention_is_a_slice_that_folds_to_a_name(text):
    for mention in GAZETTEER.find(text):
        assert mention.text == text[mention.start : mention.end]
        assert {with_plain_hyphens(mention.text)} == {with_plain_hyphens(NAMES[entity]) for entity in mention.entities}


@given(TEXTS)
def test_mentions_stand_in_order_and_never_overlap(text):
    ends = [end for mention in GAZETTEER.find(text) for end in (mention.start, mention.end)]

    assert ends == sorted(ends)


@given(TEXTS)
def test_composed_and_decomposed_text_mention_the_same(text):
    composed, decomposed = (
        [(unicodedata.normalize("NFC", mention.text), mention.entities) for mention in GAZETTEER.find(unicodedata.normalize(form, text))]
        for form in ("NFC", "NFD")
    )

    assert composed == decomposed


@given(TEXTS)
def test_no_mention_parts_a_letter_from_its_marks(text):
    for mention in GAZETTEER.find(text):
        for after in (text[mention.start : mention.start + 1], text[mention.end : mention.end + 1]):
            assert not after or unicodedata.category(after)[0] != "M"


@given(st.sampled_from(NAMES), st.sampled_from([" ", "(", "“", "‘", "\n", "—", ""]), st.sampled_from([" ", ")", "”", "’s ", ", ", "!", ""]))
def test_a_name_between_blanks_and_signs_is_found(name, before, after):
    text = f"{before}{name}{after}"

    assert GAZETTEER.find(text) == [
        Mention(len(before), len(before) + len(name), name, frozenset({NAMES.index(name)})),
    ]
