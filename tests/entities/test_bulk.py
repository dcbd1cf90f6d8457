"""Entities by the hundred: out as a table and in again, with what is new, changed and conflicting told beforehand."""

import io

import pytest
from django.core.management import CommandError, call_command

from entities import bulk, starter
from entities.formats import AuthorityError
from entities.models import Entity, Identifier, Name
from entities.tables import COLUMNS, decode, read_table, write_table
from tests.factories import make_entity, make_user

pytestmark = pytest.mark.django_db
HEADING = ",".join(COLUMNS)
ROW = ["", "tokayev", "person", "Tokayev", "President.", "", "", "", "", "", "Tokayev", "en", "preferred", "", "", "yes", "yes", ""]


def table(*rows):
    return "\r\n".join([HEADING, *(",".join(row) for row in rows)]) + "\r\n"


def row(**values):
    return [values.get(name.replace("from", "from_"), cell) for name, cell in zip(COLUMNS, ROW, strict=True)]


def take_in(path, *arguments):
    out = io.StringIO()
    call_command("import_authority", str(path), *arguments, stdout=out)
    return out.getvalue().splitlines()


@pytest.mark.engine_free
def test_out_and_in_and_out_again_gives_the_same_bytes(tmp_path):
    starter.load()
    Identifier.objects.create(entity=Entity.objects.get(slug="kazakhstan"), scheme="isni", value="000000021694233X")
    make_entity("=HYPERLINK(1)", "concept", names=[("'+plus", "en"), ("-минус", "ru"), ('a, "b"', "de")])
    first, second = tmp_path / "1.csv", tmp_path / "2.csv"

    call_command("export_authority", str(first))
    assert take_in(first)[-1] == f"0 new, 0 changed, 0 conflicting, {Entity.objects.count()} as they were."
    call_command("export_authority", str(second))

    assert first.read_bytes() == second.read_bytes()
    cells = first.read_text(encoding="utf-8").replace('"', "").replace("\n", ",").split(",")
    assert [cell for cell in cells if cell[:1] in set("=+-@")] == []
    assert bulk.plan(read_table(decode(first.read_bytes()))).changed == []


def test_a_table_says_beforehand_what_is_new_changed_and_conflicting(tmp_path):
    known, other = make_entity("Tokayev", "person"), make_entity("Russia")
    Identifier.objects.create(entity=other, scheme="wikidata", value="Q159")
    path = tmp_path / "a.csv"
    path.write_text(
        table(
            row(pid=known.pid, description="Head of state."),
            row(pid=known.pid, description="Head of state.", text="Токаев", language="ru"),
            row(slug="china", kind="state", name="China", text="China"),
            row(slug="russia", kind="state", name="Russia", text="Russia"),
            row(slug="rossiya", kind="state", name="Rossiya", text="Rossiya", wikidata="Q159"),
        ),
        encoding="utf-8-sig",
    )
    said = [
        "new\tchina\tChina",
        "changed\ttokayev\tdescription; name “Токаев” (ru)",
        "conflicting\trussia\tthe address “russia” belongs to another record",
        f"conflicting\trossiya\t{other.pid} bears wikidata Q159 already: are the two one?",
    ]

    for arguments, last in ((["--dry-run"], "1 would be new, 1 would be changed"), ([], "1 new, 1 changed")):
        out = io.StringIO()
        with pytest.raises(CommandError) as refusal:
            call_command("import_authority", str(path), *arguments, stdout=out)
        assert (out.getvalue().splitlines(), refusal.value.returncode) == ([*said, f"{last}, 2 conflicting, 0 as they were."], 1)

    assert sorted(Entity.objects.values_list("slug", flat=True)) == ["china", "russia", "tokayev"]
    assert list(Name.objects.filter(entity=known).order_by("pk").values_list("text", flat=True)) == ["Tokayev", "Токаев"]
    assert list(Identifier.objects.values_list("value", flat=True)) == ["Q159"]


@pytest.mark.engine_free
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "Line 1: the column “pid” is missing."),
        (HEADING.replace("pid,", ""), "Line 1: the column “pid” is missing."),
        (f"{HEADING},colour", "Line 1: the column “colour” is unknown."),
        (f"{HEADING},pid", "Line 1: a column stands there twice."),
        (table(ROW, ROW), "Line 3: it is line 2 once more."),
        (table(ROW[:-1]), "Line 2: 17 cells stand under 18 columns."),
        (table(row(kind="planet")), "unknown kind"),
        (table(row(wikidata="232")), "is no Wikidata identifier"),
        (table(row(from_="MCMXC")), "Line 2: from: a year is a whole number"),
        (table(row(from_="²")), "Line 2: from: a year is a whole number"),
        (table(row(search="ja")), "Line 2: search is neither yes nor no."),
        (table(ROW, row(text="X", kind="state")), "its kind is not that of line 2"),
        (table(row(pid="kz3b7m9tq")), "mistyped"),
        (table(row(text="")), "it is empty"),
        (table(row(text="a" * 5000)), "is longer than 500"),
        (table(row(language="English")), "is not a language tag"),
        (table(row(text='"x')), "is not CSV"),
        (table(row(text="a\x00b")), "control character"),
    ],
)
def test_a_table_that_is_none_is_refused_with_its_line(text, message):
    with pytest.raises(AuthorityError, match=message):
        read_table(text)


@pytest.mark.engine_free
def test_another_encoding_is_named_with_its_place(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(table(row(text="Токаев")).encode("cp1251"))

    with pytest.raises(CommandError, match=r"The file is not UTF-8: byte 1\d\d, in line 2, is none") as refusal:
        take_in(path)

    assert (refusal.value.returncode, Entity.objects.count()) == (2, 0)


def test_who_may_not_add_entities_takes_nothing_in(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(table(ROW))

    with pytest.raises(CommandError, match="is no account that may add entities"):
        take_in(path, "--as", make_user("contributor").username)
    assert take_in(path, "--as", make_user("editor").username)[-1] == "1 new, 0 changed, 0 conflicting, 0 as they were."


@pytest.mark.engine_free
def test_what_a_spreadsheet_would_run_is_quoted_and_comes_back_as_it_was():
    named = "=HYPERLINK(1)", "+7", "-2+3", "@SUM(A1)", "'=1", "'quoted'", "plain"
    make_entity("X", "concept", names=[(text, "en") for text in named])
    text = write_table(bulk.export())

    assert [name.text for name in read_table(text)[0].entity.names] == ["X", *named]
