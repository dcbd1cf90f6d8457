"""Reading an authority file: what comes back, and what is refused with which words."""

import json

import pytest

from entities.formats import ENTITY_KINDS, NAME_KINDS, AuthorityError, EntityRecord, NameRecord, read_authority
from entities.models import Entity, Name


def item(**changes):
    """Return one entity as the file writes it; a change to None takes the key away."""
    fields = {
        "pid": "kz3b7m9tx",
        "slug": "astana",
        "kind": "place",
        "name": "Astana",
        "description": "Capital of Kazakhstan.",
        "names": [{"text": "Astana", "language": "en", "kind": "preferred"}],
    } | changes
    return {key: value for key, value in fields.items() if value is not None}


def name(**changes):
    return {"text": "Nur-Sultan", "language": "en", "kind": "former"} | changes


def named(*names):
    return item(names=[*item()["names"], *names])


def read(*items):
    return read_authority(json.dumps(items))


def test_an_entity_comes_back_with_all_its_names_in_order():
    names = [
        name(**{"from": 2019, "to": 2022, "search": False, "tagging": False, "note": "By decree."}),
        {"text": "Астана", "language": "ru", "kind": "preferred", "from": 1998},
    ]

    assert read(named(*names)) == [
        EntityRecord(
            pid="kz3b7m9tx",
            slug="astana",
            kind="place",
            name="Astana",
            description="Capital of Kazakhstan.",
            names=(
                NameRecord("Astana", "en", "preferred"),
                NameRecord("Nur-Sultan", "en", "former", 2019, 2022, search=False, tagging=False, note="By decree."),
                NameRecord("Астана", "ru", "preferred", from_year=1998),
            ),
        )
    ]


def test_an_empty_list_is_an_authority_file():
    assert read() == []


@pytest.mark.parametrize(("text", "script"), [("Astana", "Latn"), ("Нұр-Сұлтан", "Cyrl"), ("أستانا", "Arab"), ("习近平", "Hani")])
def test_the_script_is_read_off_the_letters(text, script):
    assert NameRecord(text, "und", "preferred").script == script


def test_the_kinds_are_those_the_database_holds():
    assert (tuple(Entity.EntityKind.values), tuple(Name.NameKind.values)) == (ENTITY_KINDS, NAME_KINDS)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[", "The file is not JSON: Expecting value: line 1 column 2 (char 1)."),
        ("{}", "The file is not a list of entities."),
        ("[1]", "Item 1: this is not an object."),
        ('[{"slug": "astana", "slug": "astana"}]', "An object has the key “slug” twice."),
    ],
)
def test_what_is_no_list_of_objects_is_refused(text, message):
    with pytest.raises(AuthorityError) as refused:
        read_authority(text)

    assert str(refused.value) == message


def test_json_nested_beyond_reading_is_refused():
    with pytest.raises(AuthorityError, match="The file is not JSON"):
        read_authority("[" * 100_000)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (item(colour="blue"), "unknown key “colour”."),
        (item(description=None), "the key “description” is missing."),
        (item(kind="river"), 'unknown kind "river".'),
        (item(kind=["state"]), 'unknown kind ["state"].'),
        (item(description=" "), "description: it is empty."),
        (item(description=3), "description: this is not text."),
        (item(description="Capital\x00"), "description: there is a control character at position 7."),
        (item(description="Capital\ud800"), "description: there is half a character (a surrogate) at position 7."),
        (item(description="Capital\nof"), "description: blanks are single spaces inside the text."),
        (item(pid="kz3b7m9tz"), "“kz3b7m9tz” is mistyped: its last character does not fit the others."),
        (item(pid="astana"), "“astana” is not an identifier of this archive."),
        (item(pid="KZ3b-7m9tx"), "a pid stands here without hyphens, in small letters."),
        (item(names="Astana"), "names is not a list."),
        (item(names=[]), "the name is not the preferred name in English."),
        (item(name="Akmola"), "the name is not the preferred name in English."),
        (named("Akmola"), "name 2: this is not an object."),
        (named(name(script="Latn")), "name 2: unknown key “script”."),
        (named(name(kind="nickname")), 'name 2: unknown kind "nickname".'),
        (named(name(text="")), "name 2: text: it is empty."),
        (named(name(text="Nur\tSultan")), "name 2: text: blanks are single spaces inside the text."),
        (named(name(text="n" * 501)), "name 2: the text is longer than 500 characters."),
        (named(name(language="English")), "name 2: “English” is not a language tag (BCP 47) as this archive writes it."),
        (named(name(language="ru")), "there is no preferred name in “ru”."),
        (named(name(kind="preferred")), "name 2 is a second preferred name in “en”."),
        (named(name(), name(kind="short")), "name 3 stands there twice in “en”."),
        (named(name(**{"from": 2022, "to": 2019})), "name 2: it ends (2019) before it begins (2022)."),
        (named(name(**{"from": "2019"})), "name 2: from: a year is a whole number from 1 to 9999."),
        (named(name(to=True)), "name 2: to: a year is a whole number from 1 to 9999."),
        (named(name(to=20220)), "name 2: to: a year is a whole number from 1 to 9999."),
        (named(name(search=1)), "name 2: search is neither true nor false."),
    ],
)
def test_a_fault_is_named_with_its_item(fields, message):
    with pytest.raises(AuthorityError) as refused:
        read(fields)

    assert str(refused.value) == f"Item 1 (“astana”): {message}"


@pytest.mark.parametrize("slug", ["Astana", "nur sultan", "-astana", "nur--sultan", "a" * 81])
def test_a_slug_that_is_no_address_is_refused(slug):
    with pytest.raises(AuthorityError, match="a slug is at most 80 of a-z, 0-9 and single hyphens between them"):
        read(item(slug=slug))


@pytest.mark.parametrize(
    ("second", "message"),
    [
        (item(pid="kz000000h"), "Item 2 (“astana”): “astana” stands at item 1 already."),
        (item(slug="akmola"), "Item 2 (“akmola”): “kz3b7m9tx” stands at item 1 already."),
    ],
)
def test_no_two_entities_share_a_slug_or_a_pid(second, message):
    with pytest.raises(AuthorityError) as refused:
        read(item(), second)

    assert str(refused.value) == message
