"""Entities by the hundred: out as a table and in again, with what is new, changed and conflicting told beforehand."""

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from entities import bulk
from entities.formats import AuthorityError, Described, read_authority
from entities.models import Entity, Identifier, Name, Relation
from entities.skos import CONTEXT, read_skos, write_skos
from entities.tables import COLUMNS, RELATION_COLUMNS, read_relations, read_table, write_table
from kzarchive.merging import acts
from kzarchive.merging.models import Pair
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


def put_out(path, *arguments):
    call_command("export_authority", str(path), *arguments)
    return path.read_bytes()


def test_out_and_in_and_out_again_gives_the_same_bytes_in_each_form(tmp_path):
    state, other = make_entity("Kazakhstan"), make_entity("'+ “quoted”", "organisation", names=[("Союз", "ru")])
    Name.objects.filter(text="Союз").update(from_year=1999, to_year=2001, kind="misspelling", tagging_may_use=False, note="By  hand.")
    Identifier.objects.create(entity=state, scheme="isni", value="000000021694233X")
    Identifier.objects.create(entity=state, scheme="wikidata", value="Q232")
    make_entity("=HYPERLINK(1)", "concept", names=[("'+plus", "en"), ("-минус", "ru"), ('a, "b"', "de")])
    Relation.objects.create(subject=state, kind="member of", object=other, began_on="2015~", ended_on="2016-05", source="@Treaty", is_certain=False)

    for name, said in (
        ("a.csv", ["0 new, 0 changed, 0 conflicting, 3 as they were."]),
        ("r.csv", ["Relations: 0 new, 0 changed, 0 conflicting, 1 as they were."]),
        ("a.jsonld", ["0 new, 0 changed, 0 conflicting, 3 as they were.", "Relations: 0 new, 0 changed, 0 conflicting, 1 as they were."]),
    ):
        path, form = tmp_path / name, ["--form", "relations"] if name == "r.csv" else []
        first = put_out(path, *form)
        assert (take_in(path), put_out(path, *form)) == (said, first)
        if path.suffix == ".csv":
            cells = first.decode().replace('"', "").replace("\r\n", ",").split(",")
            assert [cell for cell in cells if cell[:1] in set("=+-@")] == []


@pytest.mark.engine_free
def test_the_starter_file_goes_out_as_linked_data_and_comes_back_as_it_was():
    records = read_authority(Path("fixtures/authority.json").read_text(encoding="utf-8"))
    pids = {record.slug: record.pid for record in records}
    records = [
        Described(replace(record, relations=tuple(replace(one, object=pids[one.object]) for one in record.relations)), ()) for record in records
    ]

    assert read_skos(write_skos(records, "http://127.0.0.1/id/")) == [in_order_of_their_labels(record) for record in records]


def test_what_has_no_pid_yet_comes_into_an_archive_by_the_names_the_file_gives_it(tmp_path):
    nodes = [
        {**NODE, "@id": "_:a", "slug": "astana", "xl:altLabel": [FORMER], "exactMatch": ["https://www.wikidata.org/wiki/Q1520"],
         "relations": [{"relation": "part of", "object": {"@id": "_:b"}, "beganOn": "1997"}]},
        {**NODE, "@id": "_:b", "slug": "kazakhstan", "kind": "state"},
    ]  # fmt: skip
    path = tmp_path / "a.jsonld"
    path.write_text(linked(*nodes), encoding="utf-8")

    assert take_in(path) == [
        "new\tastana\tAstana", "new\tkazakhstan\tAstana", "new\tastana\tpart of kazakhstan",
        "2 new, 0 changed, 0 conflicting, 0 as they were.", "Relations: 1 new, 0 changed, 0 conflicting, 0 as they were.",
    ]  # fmt: skip
    assert list(Name.objects.order_by("pk").values_list("entity__slug", "text", "kind", "from_year", "to_year")) == [
        ("astana", "Astana", "preferred", None, None), ("astana", "Akmola", "former", 1992, 1998), ("kazakhstan", "Astana", "preferred", None, None),
    ]  # fmt: skip
    assert list(Relation.objects.values_list("subject__slug", "kind", "object__slug", "began_on")) == [("astana", "part of", "kazakhstan", "1997")]
    assert Identifier.objects.get().value == "Q1520"


def in_order_of_their_labels(record):
    names = sorted(record.entity.names, key=lambda name: (name.kind != "preferred", name.kind in {"misspelling", "machine-translated"}))
    return replace(record, entity=replace(record.entity, names=tuple(names)))


def test_relations_are_told_beforehand_and_what_cannot_stand_is_left_alone(tmp_path):
    union, state, man = make_entity("Union", "organisation"), make_entity("Kazakhstan"), make_entity("Tokayev", "person")
    gone = make_entity("Kazakstan")
    Relation.objects.create(subject=state, kind="part of", object=union)
    Relation.objects.create(subject=man, kind="holds office", object=union, title="Chairman", began_on="2015")
    acts.merge(gone, state, by=make_user("editor"), reason="One.")
    path = tmp_path / "r.csv"
    path.write_text(
        ",".join(RELATION_COLUMNS) + "\r\n" + "".join(
            f"{subject},,{kind},{other},,{title},{began},{ended},{source},yes\r\n"
            for subject, kind, other, title, began, ended, source in [
                ("tokayev", "holds office", union.pid, "Chairman", "2015", "2016-12-31", "Act 5"),
                ("tokayev", "member of", "union", "", "2015", "", ""),
                (state.pid, "part of", "union", "", "", "", ""),
                ("union", "part of", state.pid, "", "", "", ""),
                ("kazakhstan", "holds office", "union", "", "", "", ""),
                ("union", "successor of", "nobody", "", "", "", ""),
                (gone.pid, "member of", "union", "", "", "", ""),
                ("union", "member of", union.pid, "", "", "", ""),
            ]
        ),
        encoding="utf-8",
    )  # fmt: skip
    said = [
        "new\ttokayev\tmember of union",
        f"changed\ttokayev\tholds office {union.pid}\tend; source",
        "conflicting\tkazakhstan\tholds office union\tan office is held by a person",
        "conflicting\tunion\tsuccessor of nobody\t“nobody” is no entity here",
        f"conflicting\t{gone.pid}\tmember of union\t{gone.pid} was merged into {state.pid}: name that one",
        f"conflicting\tunion\tmember of {union.pid}\tnothing is related to itself",
        f"conflicting\tunion\tpart of {state.pid}\tthat would go round in a circle",
    ]

    before = list(Relation.objects.order_by("pk").values())
    for arguments, sums in ((["--dry-run"], "1 would be new, 1 would be changed"), ([], "1 new, 1 changed")):
        assert list(Relation.objects.order_by("pk").values()) == before
        out = io.StringIO()
        with pytest.raises(CommandError, match="5 contradict the archive") as refusal:
            call_command("import_authority", str(path), *arguments, stdout=out)
        assert (out.getvalue().splitlines(), refusal.value.returncode) == ([*said, f"Relations: {sums}, 5 conflicting, 1 as they were."], 1)

    assert list(Relation.objects.order_by("pk").values_list("subject__slug", "kind", "title", "began_on", "ended_on", "source")) == [
        ("kazakhstan", "part of", None, None, None, None),
        ("tokayev", "holds office", "Chairman", "2015", "2016-12-31", "Act 5"),
        ("tokayev", "member of", None, "2015", None, None),
    ]


def test_an_identifier_that_another_bears_puts_the_two_in_the_queue_of_pairs(tmp_path):
    one, other = make_entity("Tokaev", "person"), make_entity("Tokayev", "person")
    Identifier.objects.create(entity=other, scheme="wikidata", value="Q1")
    path = tmp_path / "a.csv"
    path.write_text(table(row(pid=one.pid, slug="tokaev", name="Tokaev", text="Tokaev", description="", wikidata="Q1")), encoding="utf-8")

    for arguments, pairs in ((["--dry-run"], 0), ([], 1), ([], 1)):
        with pytest.raises(CommandError):
            take_in(path, *arguments)
        assert Pair.objects.count() == pairs
    acts.propose(one, other, evidence=["1 article of both."], weight=1)

    pair = Pair.objects.get()
    assert ({pair.first_id, pair.second_id}, pair.answer, pair.weight) == ({one.pid, other.pid}, "open", bulk.SAME_IDENTIFIER)
    assert pair.evidence == ["1 article of both.", "A file that was brought in says that both are Wikidata Q1."]
    assert list(Identifier.objects.values_list("entity", flat=True)) == [other.pk]


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


ENDS = "tokayev,,member of,union,,,,,,yes"


@pytest.mark.engine_free
@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([ENDS, ENDS], "Line 3: it is line 2 once more."),
        ([ENDS, ENDS.replace("yes", "no")], "Line 3: it speaks of the relation of line 2 once more."),
        ([ENDS.replace("member of", "likes")], 'Line 2: unknown kind "likes".'),
        ([ENDS.replace("union", "The Union")], "Line 2: object: a slug is at most 80"),
        ([ENDS.replace("tokayev", "")], "Line 2: subject: it is empty."),
        ([ENDS.replace(",,,,,yes", ",,2016,2015,,yes")], "Line 2: it ends (2015) before it begins (2016)."),
        ([ENDS.replace(",,,,,yes", ",,yesterday,,,yes")], "Line 2: from: “yesterday” is not a date"),
        ([ENDS.replace(",,,,,yes", ",Chair,,,,yes")], "Line 2: only an office has a title."),
        ([ENDS.replace("yes", "perhaps")], "Line 2: certain is neither yes nor no."),
    ],
)
def test_a_table_of_relations_that_is_none_is_refused_with_its_line(rows, message):
    with pytest.raises(AuthorityError) as refusal:
        read_relations("\r\n".join([",".join(RELATION_COLUMNS), *rows]))

    assert str(refusal.value).startswith(message)


NODE = {
    "@id": "_:astana", "@type": "skos:Concept", "slug": "astana", "kind": "place", "name": "Astana", "prefLabel": {"en": "Astana"},
    "xl:prefLabel": [{"@type": "xl:Label", "xl:literalForm": {"@value": "Astana", "@language": "en"}, "kind": "preferred"}],
}  # fmt: skip
TIE = {"relation": "part of", "object": {"@id": "_:astana"}}
FORMER = {"@type": "xl:Label", "xl:literalForm": {"@value": "Akmola", "@language": "en"}, "kind": "former", "fromYear": 1992, "toYear": 1998}


def linked(*nodes, context=None, **more):
    return json.dumps({"@context": CONTEXT if context is None else context, "@graph": list(nodes), **more})


@pytest.mark.engine_free
def test_plain_labels_of_skos_are_names_where_a_file_has_no_others():
    plain = {key: value for key, value in NODE.items() if not key.startswith("xl:")}

    (record,) = read_skos(linked({**plain, "altLabel": {"ru": ["Астана", "Акмола"]}, "hiddenLabel": {"en": ["Astanna"]}}))

    assert [(name.text, name.language, name.kind) for name in record.entity.names] == [
        ("Astana", "en", "preferred"), ("Астана", "ru", "full"), ("Акмола", "ru", "full"), ("Astanna", "en", "misspelling"),
    ]  # fmt: skip


@pytest.mark.engine_free
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[" * 100_000, "The file is not JSON"),
        ("[]", "The file: this is not an object."),
        (linked(more=1), "The file: unknown key “more”."),
        (linked(context="https://schema.org/"), "The file: its @context is not the one this archive writes: this is not an object."),
        (linked(context={**CONTEXT, "slug": "schema:url"}), "The file: its @context is not the one this archive writes: “slug” says something else"),
        (linked(context={**CONTEXT, "@base": 5}), "The file: @base: this is not text."),
        ('{"@context": {}, "@context": {}}', "An object has the key “@context” twice."),
        (linked(NODE, NODE), "Node 2 (“astana”): “"),
        (linked(NODE, {**NODE, "@id": "_:other"}), "Node 2 (“astana”): “astana” stands at node 1 (“astana”) already."),
        (linked("astana"), "this is not an object."),
        (linked({**NODE, "colour": 1}), "unknown key “colour”."),
        (linked({**NODE, "@type": "skos:Collection"}), "its @type is not skos:Concept."),
        (linked({**NODE, "@id": "kz3b7m9tz"}), "“kz3b7m9tz” is mistyped"),
        (linked({**NODE, "prefLabel": {"en": "Akmola"}}), "its prefLabel “Akmola” (en) is none of its SKOS-XL labels"),
        (linked({**NODE, "xl:altLabel": NODE["xl:prefLabel"]}), "xl:altLabel 1: a name of the kind \"preferred\" does not stand here."),
        (linked({**NODE, "xl:altLabel": [FORMER, FORMER]}), "a name stands there twice in one language."),
        (linked({**NODE, "xl:altLabel": [{**FORMER, "fromYear": "1992"}]}), "name 2: from: a year is a whole number from 1 to 9999."),
        (linked({**NODE, "xl:altLabel": [{**FORMER, "xl:literalForm": "x"}]}), "xl:altLabel 1: xl:literalForm: this is not an object."),
        (linked({**NODE, "definition": "\ud800"}), "description: there is a character at position 0 that cannot be stored."),
        (linked({**NODE, "exactMatch": ["https://example.org/5"]}), "“https://example.org/5” is no address of Wikidata, VIAF"),
        (linked({**NODE, "exactMatch": ["https://[/5"]}), "“https://[/5” is no address of Wikidata, VIAF"),
        (linked({**NODE, "relations": [{**TIE, "object": {"@id": "_:x"}}]}), "relation 1: “_:x” is no node of the file."),
        (linked({**NODE, "relations": [TIE] * 2}), "a relation stands there twice."),
        (linked({**NODE, "relations": {}}), "relations is not a list."),
        (linked({key: NODE[key] for key in ("@id", "@type", "slug", "kind", "name")}), "it has no name."),
    ],
)  # fmt: skip
def test_linked_data_that_is_no_authority_file_is_refused_with_its_node(text, message):
    with pytest.raises(AuthorityError) as refusal:
        read_skos(text)

    assert str(refusal.value).removeprefix("Node 1 (“astana”): ").removeprefix("Node 1: ").startswith(message)


@pytest.mark.engine_free
def test_a_circle_in_a_file_itself_is_found_in_whichever_order_it_stands(tmp_path):
    nodes = [
        {**NODE, "@id": f"_:{name}", "slug": name, "relations": [{"relation": "part of", "object": {"@id": f"_:{other}"}}]}
        for name, other in (("a", "b"), ("b", "c"), ("c", "a"), ("d", "a"))
    ]
    path = tmp_path / "a.jsonld"
    path.write_text(linked(*nodes), encoding="utf-8")
    out = io.StringIO()

    with pytest.raises(CommandError):
        call_command("import_authority", str(path), stdout=out)

    assert [line for line in out.getvalue().splitlines() if "circle" in line] == [
        f"conflicting\t{one}\tpart of {other}\tthat would go round in a circle" for one, other in ("ab", "bc", "ca")
    ]
    assert list(Relation.objects.values_list("subject__slug", "object__slug")) == [("d", "a")]


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
