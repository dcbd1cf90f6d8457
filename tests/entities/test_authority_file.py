"""The starter authority file: it reads, its addresses and pids are right, and what is ambiguous in it is meant to be."""

from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

import pytest

from entities.formats import EntityRecord, read_authority
from entities.recognition import Gazetteer, GazetteerName
from kzarchive.addresses.pids import is_pid
from kzarchive.text import fold, slugify

FILE = Path(__file__).resolve().parents[2] / "fixtures" / "authority.json"

CITIES_OF_STATES = {
    "берлин": {"berlin", "germany"},
    "бішкек": {"bishkek", "kyrgyzstan"},
    "киев": {"kyiv", "ukraine"},
    "сеул": {"seoul", "south-korea"},
    "ankara": {"ankara", "turkey"},
    "анкара": {"ankara", "turkey"},
    "ashgabat": {"ashgabat", "turkmenistan"},
    "ашхабад": {"ashgabat", "turkmenistan"},
    "berlin": {"berlin", "germany"},
    "bishkek": {"bishkek", "kyrgyzstan"},
    "бишкек": {"bishkek", "kyrgyzstan"},
    "dushanbe": {"dushanbe", "tajikistan"},
    "душанбе": {"dushanbe", "tajikistan"},
    "kabul": {"afghanistan", "kabul"},
    "кабул": {"afghanistan", "kabul"},
    "kiev": {"kyiv", "ukraine"},
    "kyiv": {"kyiv", "ukraine"},
    "minsk": {"belarus", "minsk"},
    "минск": {"belarus", "minsk"},
    "seoul": {"seoul", "south-korea"},
    "tashkent": {"tashkent", "uzbekistan"},
    "ташкент": {"tashkent", "uzbekistan"},
    "teheran": {"iran", "tehran"},
    "tehran": {"iran", "tehran"},
    "тегеран": {"iran", "tehran"},
}
CITIES_OF_GOVERNMENTS = {
    "нұр-сұлтан": {"astana", "government-of-kazakhstan"},
    "мәскеу": {"moscow", "government-of-russia"},
    "бейжің": {"beijing", "government-of-china"},
    "astana": {"astana", "government-of-kazakhstan"},
    "астана": {"astana", "government-of-kazakhstan"},
    "nur-sultan": {"astana", "government-of-kazakhstan"},
    "нур-султан": {"astana", "government-of-kazakhstan"},
    "moscow": {"government-of-russia", "moscow"},
    "москва": {"government-of-russia", "moscow"},
    "beijing": {"beijing", "government-of-china"},
    "пекин": {"beijing", "government-of-china"},
    "washington": {"government-of-the-united-states", "washington-d-c"},
    "вашингтон": {"government-of-the-united-states", "washington-d-c"},
    "brussels": {"brussels", "european-union"},
    "брюссель": {"brussels", "european-union"},
}
NAMESAKES = {
    "georgia": {"georgia", "georgia-united-states"},
    "korea": {"north-korea", "south-korea"},
    "aliyev": {"heydar-aliyev", "ilham-aliyev"},
    "berdimuhamedov": {"gurbanguly-berdimuhamedow", "serdar-berdimuhamedow"},
    "berdimuhamedow": {"gurbanguly-berdimuhamedow", "serdar-berdimuhamedow"},
    "berdymukhamedov": {"gurbanguly-berdimuhamedow", "serdar-berdimuhamedow"},
    "aliev": {"heydar-aliyev", "ilham-aliyev"},
    "әлиев": {"heydar-aliyev", "ilham-aliyev"},
    "berdimukhamedov": {"gurbanguly-berdimuhamedow", "serdar-berdimuhamedow"},
    "berdymuhamedov": {"gurbanguly-berdimuhamedow", "serdar-berdimuhamedow"},
    "berdymukhammedov": {"gurbanguly-berdimuhamedow", "serdar-berdimuhamedow"},
    "бердімұхамедов": {"gurbanguly-berdimuhamedow", "serdar-berdimuhamedow"},
    "корея": {"north-korea", "south-korea"},
    "bush": {"george-h-w-bush", "george-w-bush"},
    "george bush": {"george-h-w-bush", "george-w-bush"},
    "буш": {"george-h-w-bush", "george-w-bush"},
    "clinton": {"bill-clinton", "hillary-clinton"},
    "клинтон": {"bill-clinton", "hillary-clinton"},
    "алиев": {"heydar-aliyev", "ilham-aliyev"},
    "akhmetov": {"daniyal-akhmetov", "serik-akhmetov"},
    "ахметов": {"daniyal-akhmetov", "serik-akhmetov"},
    "бердымухамедов": {"gurbanguly-berdimuhamedow", "serdar-berdimuhamedow"},
    "5+1": {"central-asia-plus-russia", "p5-1"},
    "5 + 1": {"central-asia-plus-russia", "p5-1"},
    "foreign policy concept": {
        "foreign-policy-concept-of-kazakhstan-for-2014-2020",
        "foreign-policy-concept-of-kazakhstan-for-2020-2030",
    },
    "концепция внешней политики": {
        "foreign-policy-concept-of-kazakhstan-for-2014-2020",
        "foreign-policy-concept-of-kazakhstan-for-2020-2030",
    },
}


@cache
def starter() -> tuple[EntityRecord, ...]:
    return tuple(read_authority(FILE.read_text(encoding="utf-8")))


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer(
        GazetteerName(name.text, at, is_acronym=name.kind == "acronym", from_year=name.from_year, to_year=name.to_year)
        for at, entity in enumerate(starter())
        for name in entity.names
        if name.tagging
    )


def slugs(text: str) -> list[set[str]]:
    """Return for each mention in ``text`` the slugs it may mean."""
    return [{starter()[at].slug for at in mention.entities} for mention in gazetteer().find(text)]


def test_the_file_stands_sorted_by_slug():
    in_file = [entity.slug for entity in starter()]

    assert in_file == sorted(in_file)


def test_every_slug_is_the_name_as_an_address():
    assert [entity.slug for entity in starter()] == [slugify(entity.name) for entity in starter()]


def test_slugs_and_pids_are_given_once():
    for field in ("slug", "pid"):
        counts = Counter(getattr(entity, field) for entity in starter())
        assert [value for value, count in counts.items() if count > 1] == []


def test_every_pid_carries_its_check_character():
    assert [entity.pid for entity in starter() if not is_pid(entity.pid)] == []


def test_every_kind_of_entity_and_of_name_is_in_use():
    assert {entity.kind for entity in starter()} == {"person", "state", "place", "organisation", "agreement", "event", "concept"}
    assert {name.kind for entity in starter() for name in entity.names} == {
        "preferred", "full", "short", "acronym", "former", "metonym", "misspelling", "machine-translated",
    }  # fmt: skip


def test_the_names_two_entities_share_are_those_listed():
    bearers = defaultdict(set)
    for entity in starter():
        for name in entity.names:
            if name.tagging:
                bearers[fold(name.text)].add(entity.slug)
    shared = {text: slugs for text, slugs in bearers.items() if len(slugs) > 1}

    assert shared == CITIES_OF_STATES | CITIES_OF_GOVERNMENTS | NAMESAKES


def test_the_names_of_the_capital_carry_their_years():
    astana = next(entity for entity in starter() if entity.slug == "astana")

    assert {(name.text, name.from_year, name.to_year) for name in astana.names if name.language == "en" and name.tagging} == {
        ("Astana", 2022, None),
        ("Astana", 1998, 2019),
        ("Akmolinsk", None, 1961),
        ("Tselinograd", 1961, 1992),
        ("Akmola", 1992, 1998),
        ("Aqmola", 1992, 1998),
        ("Nur-Sultan", 2019, 2022),
        ("Nur Sultan", 2019, 2022),
        ("plain Sultan", 2019, 2022),
    }


@pytest.mark.parametrize(
    "spelling",
    [
        "Tokayev", "Tokaev", "Tokajew", "Tokaïev", "Токаев", "Тоқаев", "Kassym-Jomart Tokayev", "Kasym-Zhomart Tokaev", "Kasym-Dschomart Tokayev",
        "Касым-Жомарт Токаев", "Қасым-Жомарт Тоқаев", "Qasym-Jomart Toqaev",
    ],
)  # fmt: skip
def test_the_president_is_known_in_every_spelling(spelling):
    assert slugs(f"({spelling})") == [{"kassym-jomart-tokayev"}]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Kazakhstan’s leaders and the US want what suits us.", [{"kazakhstan"}, {"united-states"}]),
        ("The C5+1 met; the 5+1 format did not.", [{"c5-1"}, {"central-asia-plus-russia"}]),
        ("The EEU replaced the Customs Union.", [{"eurasian-economic-union"}, {"eurasian-customs-union"}]),
        ("The Organisation of the Islamic Conference became the OIC.", [{"organisation-of-islamic-cooperation"}] * 2),
        ("He left the GUS for NATO (MFA.kz).", [{"commonwealth-of-independent-states"}, {"north-atlantic-treaty-organization"}]),
        ("Astana hosts the Astana process.", [{"astana", "government-of-kazakhstan"}, {"astana-process"}]),
        ("Nazarbayev spoke at Nazarbayev University.", [{"nursultan-nazarbayev"}, {"nazarbayev-university"}]),
        ("Karimov, Xi and Gül ate turkey.", []),
    ],
)  # fmt: skip
def test_a_sentence_is_read_as_an_editor_would(text, meant):
    assert slugs(text) == meant
