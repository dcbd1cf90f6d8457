"""The command's contract: keys, streams, exit statuses, and that a second run changes nothing."""

import datetime as dt
import io
import json
import os
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import connection

from articles import editorial, search, store, verification
from articles.management.commands.import_articles import Command
from articles.models import Article, Author, Capture, Contribution, Publication, Reading, Suggestion, Version
from kzarchive.addresses import invariants
from kzarchive.addresses.models import Pid
from kzarchive.history.models import Change
from tests.factories import CC_BY, make_article, make_author, make_entity, make_publication, make_user

pytestmark = pytest.mark.django_db

TEXT = """Astana Signs a Transit Accord

By Dana Omarova

5 February 2014

Kazakhstan and Mongolia agreed on Tuesday to open two new road crossings before the end of the year.

The accord was signed in the capital of Kazakhstan after four months of talks between the two ministries.
"""
OTHER = """Fish Stocks of the Northern Aral

By Timur Akhmetov

12 March 2015

Fishermen of the northern sea landed more bream last year than in any season since the dam was closed.

Scientists warn that the catch must be limited if the stock is to recover, and ask for a joint survey.
"""
KEYS = [
    "file", "sha256", "pid", "status", "duplicate_of", "error", "title", "subtitle", "authors", "byline", "publication", "publisher",
    "section", "volume", "issue", "pages", "published_on", "published_basis", "dateline", "language", "quality", "rights", "access",
    "body", "captions", "removed", "spans", "parts", "entities", "warnings",
]  # fmt: skip


def run(*args, **options) -> tuple[int, list[dict], str]:
    """Return exit status, the JSON lines of standard output, and standard error."""
    out, err = io.StringIO(), io.StringIO()
    status = 0
    try:
        call_command("import_articles", *map(str, args), "--json", stdout=out, stderr=err, **options)
    except CommandError as error:
        status = error.returncode
        err.write(str(error))
    return status, [json.loads(line) for line in out.getvalue().splitlines()], err.getvalue()


@pytest.fixture
def folder(tmp_path) -> Path:
    folder = tmp_path / "captures-to-import"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)
    (folder / "b.txt").write_text(OTHER)
    return folder


def count_rows() -> dict[str, int]:
    models = (Article, Author, Capture, Change, Contribution, Pid, Publication, Reading, Suggestion, Version)
    return {model.__name__: model.objects.count() for model in models}


def test_every_line_has_every_key_in_order(folder):
    status, lines, _ = run(folder)

    assert status == 0
    assert [list(line) for line in lines] == [KEYS, KEYS]


def test_a_new_capture_becomes_a_draft_with_its_record_and_text(folder):
    _, [line, _], _ = run(folder)

    article = Article.objects.get(pid=line["pid"])
    assert (article.state, article.title, article.published_on, article.published_basis, article.language, article.access) == (
        "draft", "Astana Signs a Transit Accord", "2014-02-05", "stated", "en", "record",
    )  # fmt: skip
    assert [(c.position, c.name, c.author.name) for c in article.contributions.all()] == [(1, "Dana Omarova", "Dana Omarova")]
    assert article.versions.get().body == line["body"]
    assert article.versions.get().body.split("\n\n")[0].startswith("Kazakhstan and Mongolia agreed")
    assert article.readings.get().capture.sha256 == line["sha256"]


def test_the_bytes_are_kept_unchanged_and_the_text_layer_beside_them(folder):
    data = OTHER.encode("utf-16")
    (folder / "b.txt").write_bytes(data)

    run(folder)

    capture = Capture.objects.get(filename="b.txt")
    assert store.get(capture.sha256) == data
    assert store.get(capture.text_sha256).decode() == OTHER


def test_twenty_captures_are_written_in_as_many_statements_as_two(django_assert_max_num_queries):
    terms = editorial.Terms(by=User.objects.get(username="import"))
    assert terms.by.has_perm("articles.import_article")  # asked once for all that one import brings in
    counts = []
    for start, count in ((0, 2), (2, 20)):
        pages = [(f"{at}.txt", _page(at).encode()) for at in range(start, start + count)]
        batch = [editorial.prepare(name, data, names=editorial.KnownNames.current(), today=dt.date(2026, 1, 1)) for name, data in pages]
        with django_assert_max_num_queries(30) as asked:
            outcomes = editorial.bring_in(batch, terms)
        assert [outcome.status for outcome in outcomes] == ["new"] * count
        counts.append(len([query for query in asked if not query["sql"].startswith(("SAVEPOINT", "RELEASE"))]))
    assert (counts[0] == counts[1], counts[0] <= 24) == (True, True), counts
    assert list(search.stale(Article.objects.values_list("pk", flat=True))) == []


def _page(number: int) -> str:
    """Return a page whose text and author no other has."""
    letter = chr(97 + number % 26)
    paragraph = " ".join(f"{letter}{chr(97 + at)}ment of {letter}{chr(97 + at)}river" for at in range(13)).capitalize()
    return f"The {letter}river in {2000 + number}\n\nBy Dana {letter.upper()}marova\n\n5 February 2014\n\n{paragraph}.\n\n{paragraph[::-1]}.\n"


def test_a_second_run_says_unchanged_and_changes_nothing(folder):
    _, first, _ = run(folder)
    before = count_rows()
    files = list(store.files())

    status, second, _ = run(folder)

    assert status == 0
    assert [(line["status"], line["pid"]) for line in second] == [("unchanged", line["pid"]) for line in first]
    assert count_rows() == before
    assert list(store.files()) == files


def test_unchanged_touches_nothing_an_editor_changed_withdrew_or_refused(folder):
    make_entity("Mongolia")
    _, [line, _], _ = run(folder, publish=True)
    publisher = make_user("publisher")
    article = Article.objects.get(pid=line["pid"])
    editorial.answer(article.suggestions.get(), by=publisher, accept=False)
    editorial.revise(article, by=publisher, reason="Misprint", changes={"title": "Astana signs a transit accord"})
    editorial.withdraw(article, by=publisher, reason="rights")
    before = Article.objects.filter(pk=article.pk).values().get()

    _, [again, _], _ = run(folder, publish=True)

    assert again["status"] == "unchanged"
    assert Article.objects.filter(pk=article.pk).values().get() == before
    assert article.suggestions.get().answer == "refused"


def test_the_same_text_in_other_bytes_is_another_capture_of_the_same_article(folder):
    (folder / "c.txt").write_bytes(TEXT.replace("\n\n", "\r\n\r\n\r\n").encode("utf-16"))

    status, [first, _, same], _ = run(folder)

    assert status == 0
    assert (same["status"], same["pid"], same["duplicate_of"]) == ("same-text", first["pid"], first["pid"])
    assert [r.capture.filename for r in Reading.objects.filter(article__pid=first["pid"]).order_by("id")] == ["a.txt", "c.txt"]
    assert Article.objects.count() == 2


def test_a_near_duplicate_becomes_a_draft_and_is_never_published(folder):
    long_text = TEXT + "\n" + "\n\n".join(f"Point {n} of the accord speaks of crossing number {n} and of the road to it." for n in range(20))
    (folder / "a.txt").write_text(long_text)
    (folder / "c.txt").write_text(long_text.replace("Point 7 of", "Article 7 of").replace("Dana Omarova", "Saule Omarova"))

    status, [first, _, near], _ = run(folder, publish=True)

    assert status == 0
    assert (near["status"], near["duplicate_of"]) == ("near-duplicate", first["pid"])
    assert [w["code"] for w in near["warnings"]][-2:] == ["near-duplicate", "not-published"]
    assert Article.objects.get(pid=near["pid"]).state == "draft"
    assert Article.objects.get(pid=first["pid"]).state == "published"


def test_publish_acts_as_the_account_import_through_the_same_act_as_the_desk(folder):
    _, [line, _], _ = run(folder, publish=True)

    article = Article.objects.get(pid=line["pid"])
    assert (article.state, article.current.number) == ("published", 1)
    assert [(c.act, c.by.username) for c in Change.objects.of(article)] == [("publish", "import"), ("import", "import")]


def test_as_names_who_brings_in(folder):
    run(folder, username=make_user("contributor", username="saule").username)

    assert {article.created_by.username for article in Article.objects.all()} == {"saule"}


def test_a_dry_run_tells_the_same_and_writes_nothing(folder):
    (folder / "c.txt").write_bytes(TEXT.replace("\n", "\r\n").encode())
    (folder / "d.txt").write_bytes(b"")
    before = count_rows()

    status, rehearsed, _ = run(folder, dry_run=True)

    assert status == 1
    assert count_rows() == before
    assert list(store.files()) == []
    _, done, _ = run(folder)
    assert [line["status"] for line in rehearsed] == [line["status"] for line in done] == ["new", "new", "same-text", "failed"]
    assert [line["pid"] for line in rehearsed] == [None] * 4


def test_one_bad_capture_costs_no_other(folder):
    (folder / "aa.txt").write_bytes(b"%PDF-1.7\x00\x01\x02" + bytes(range(256)) * 20)

    status, lines, err = run(folder)

    assert status == 1
    assert [(line["file"].rpartition("/")[2], line["status"]) for line in lines] == [("a.txt", "new"), ("aa.txt", "failed"), ("b.txt", "new")]
    assert lines[1]["error"]["code"] == "binary"
    assert "1 of 3 captures failed" in err


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\t \n", "no-text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "binary"),
        (b"An ordinary beginning of a page, and then\x00a NUL in the middle of the text of it.", "nul"),
        (b"x" * (17 * 1024 * 1024), "too-large"),
    ],
    ids=["empty", "blank", "binary", "nul", "too-large"],
)
def test_what_is_no_page_is_refused_with_what_and_where(folder, data, code):
    (folder / "bad.txt").write_bytes(data)

    status, lines, _ = run(folder / "bad.txt")

    assert status == 1
    assert [(line["status"], line["error"]["code"], bool(line["error"]["message"])) for line in lines] == [("failed", code, True)]
    assert count_rows()["Article"] == 0
    assert list(store.files()) == []


def test_the_place_of_a_nul_is_named(folder):
    (folder / "bad.txt").write_bytes(b"Twenty characters of\x00text, and more of it behind the fault.")

    _, [line], _ = run(folder / "bad.txt")

    assert line["error"]["at"] == 20


def test_a_named_path_that_is_missing_exits_2_before_anything_is_written(folder):
    status, lines, err = run(folder, folder / "gone.txt")

    assert (status, lines) == (2, [])
    assert "gone.txt" in err
    assert count_rows()["Article"] == 0


def test_a_file_that_cannot_be_read_any_more_fails_alone(folder):
    os.mkfifo(folder / "pipe")  # not a regular file: refused as a missing path would be
    status, _, _ = run(folder / "pipe")
    assert status == 2

    (folder / "aa.txt").write_text(TEXT)
    command = Command()
    command.as_json = True
    command.names = editorial.KnownNames.current()
    (folder / "aa.txt").unlink()
    prepared = command._prepare(str(folder / "aa.txt"))
    assert (prepared.failure.code, prepared.sha256) == ("unreadable", "")


def test_folders_are_read_in_order_without_hidden_files_and_links(folder):
    (folder / "sub").mkdir()
    (folder / ".hidden").mkdir()
    for name in (".hidden/x.txt", ".secret.txt", "sub/c.HTM", "notes.md", "picture.png"):
        (folder / name).write_text(TEXT.replace("Mongolia", name))
    (folder / "link.txt").symlink_to(folder / "a.txt")
    (folder / "linked").symlink_to(folder / "sub")

    _, lines, _ = run(folder)

    assert [line["file"] for line in lines] == [f"{folder}/a.txt", f"{folder}/b.txt", f"{folder}/sub/c.HTM"]


@pytest.mark.parametrize(
    "options",
    [
        {"rights": CC_BY},
        {"rights_basis": "a letter"},
        {"rights": "https://example.org/mine", "rights_basis": "a letter"},
        {"access": "full"},
        {"access": "full", "rights": "http://rightsstatements.org/vocab/InC/1.0/", "rights_basis": "printed"},
        {"username": "nobody-of-that-name"},
    ],
    ids=["rights without basis", "basis without rights", "unknown statement", "full without rights", "full in copyright", "unknown account"],
)
def test_wrong_usage_exits_2_before_anything_is_written(folder, options):
    before = count_rows()

    status, lines, err = run(folder, **options)

    assert (status, lines) == (2, [])
    assert err
    assert count_rows() == before
    assert list(store.files()) == []


def test_an_account_without_the_right_to_publish_exits_2(folder):
    status, _, err = run(folder, username=make_user("contributor").username, publish=True)

    assert status == 2
    assert "articles.publish_article" in err


def test_full_access_with_rights_given_shows_the_text(folder):
    status, [line, _], _ = run(folder, access="full", rights="http://creativecommons.org/licenses/by/4.0", rights_basis="a letter", publish=True)

    article = Article.objects.get(pid=line["pid"])
    assert (status, article.rights, article.rights_basis, article.shows_text) == (0, CC_BY, "a letter", True)


def test_a_known_author_and_publication_are_used_again_and_two_of_one_name_are_left_open(folder):
    known = make_author("Dana Omarova")
    make_author("Timur Akhmetov")
    make_author("Timur Akhmetov")

    _, [first, second], _ = run(folder)

    assert Contribution.objects.get(article__pid=first["pid"]).author == known
    assert Contribution.objects.get(article__pid=second["pid"]).author is None
    assert "ambiguous-author" in [w["code"] for w in second["warnings"]]


def test_a_publication_is_found_by_a_former_title(folder):
    publication = make_publication("The Courier")
    publication.titles.create(title="Steppe Courier", to_year=2012)
    head = "A Bridge at Khorgos\n\nPublication: Steppe Courier Volume: 3 Issue: 7\n\nBy Dana Omarova\n\n"
    (folder / "a.txt").write_text(head + OTHER.split("\n\n", 3)[3])

    _, [line, _], _ = run(folder)

    assert line["publication"] == "Steppe Courier"
    assert Article.objects.get(pid=line["pid"]).publication == publication
    assert Publication.objects.count() == 1


def test_entities_are_proposed_and_never_tagged(folder):
    mongolia = make_entity("Mongolia")
    one, other = make_entity("Aral"), make_entity("Aral", kind="place")

    _, [first, second], _ = run(folder, publish=True)

    assert (first["entities"], second["entities"]) == (["mongolia"], [])
    assert sorted(Suggestion.objects.values_list("entity", "is_ambiguous")) == sorted([(mongolia.pk, False)])
    assert Article.objects.get(pid=first["pid"]).tagged_entities.count() == 0
    assert {one.slug, other.slug} == {"aral", "aral-2"}


def test_an_empty_archive_of_names_gives_no_entities(folder):
    _, lines, _ = run(folder)

    assert [line["entities"] for line in lines] == [[], []]


def test_a_capture_that_the_database_refuses_fails_alone_and_leaves_no_file(folder):
    (folder / "aa.txt").write_text(OTHER.replace("bream", "carp").replace("Northern", "Southern").replace("Scientists", "Fishers"))
    rule = invariants.refuse("test_refusal", "articles_capture", "BEFORE INSERT", "not this one", when="NEW.filename = 'aa.txt'")
    with connection.cursor() as cursor:
        for sql in rule.install(connection.vendor):
            cursor.execute(sql)

    status, lines, _ = run(folder)

    assert (status, [line["status"] for line in lines]) == (1, ["new", "failed", "new"])
    assert (lines[1]["error"]["code"], lines[1]["pid"]) == ("refused", None)
    assert "not this one" in lines[1]["error"]["message"]
    assert verification.orphans() == []
    assert Article.objects.count() == 2


@pytest.mark.engine_free
def test_captures_of_ten_megabytes_come_in(folder):
    paragraph = "Kazakhstan spoke of trade along the middle corridor and of the ports of the Caspian in measured words. "
    (folder / "long.txt").write_text(TEXT + "\n" + "\n\n".join(f"{n}. {paragraph * 50}" for n in range(1_950)))

    status, lines, _ = run(folder / "long.txt")

    assert (status, lines[0]["status"]) == (0, "new")
    assert len(Version.objects.get().body) > 9_000_000


def test_afterwards_the_archive_verifies(folder):
    run(folder, publish=True)
    make_article(state="published")

    assert [str(fault) for fault in verification.verify()] == []


def test_a_changed_byte_is_reported(folder):
    run(folder)
    path = store.path_of(Capture.objects.get(filename="a.txt").sha256)
    path.write_bytes(path.read_bytes().replace(b"Mongolia", b"Mongolie"))

    with pytest.raises(CommandError, match="2 faults"):  # the bytes are the text layer too: UTF-8 without a mark
        call_command("verify_archive", stdout=io.StringIO())


def test_a_record_that_is_not_the_one_frozen_with_its_version_is_reported():
    article = make_article(state="published", authors=[make_author()])
    with connection.cursor() as cursor:
        for trigger in (rule for rule in invariants.triggers() if rule.table in {"articles_article", "articles_contribution"}):
            for sql in trigger.remove(connection.vendor):
                cursor.execute(sql)
    Article.objects.filter(pk=article.pk).update(volume="9", publication=make_publication())
    article.contributions.update(role="translator")

    assert [fault.message.split(" is not ")[0] for fault in verification.articles()] == ["its volume", "its publication", "its by-line"]


@pytest.mark.parametrize("words", ["Copyright © The Courier — all rights reserved", "© 2014. Все права защищены."])
def test_a_page_that_reserves_all_rights_is_not_shown_whole_on_a_bulk_statement(folder, words):
    (folder / "a.txt").write_text(f"{TEXT}\n{words}\n")

    _, [reserved, free], _ = run(folder, access="full", rights=CC_BY, rights_basis="a letter", publish=True)

    assert [(line["access"], Article.objects.get(pid=line["pid"]).shows_text) for line in (reserved, free)] == [("record", False), ("full", True)]
    assert [[w["code"] for w in line["warnings"] if w["code"] == "rights-conflict"] for line in (reserved, free)] == [["rights-conflict"], []]


def test_the_level_told_of_an_unchanged_capture_is_the_one_that_stands(folder):
    run(folder)

    _, lines, _ = run(folder, access="full", rights=CC_BY, rights_basis="a letter")

    assert [(line["status"], line["access"]) for line in lines] == [("unchanged", "record")] * 2


def test_a_page_without_an_article_is_not_published(folder):
    (folder / "a.txt").write_text("404\n\nPage not found\n\nHome\nNews\nContact\n")

    _, [line, _], _ = run(folder, publish=True)

    assert [w["code"] for w in line["warnings"]][-1:] == ["not-published"]
    assert Article.objects.get(pid=line["pid"]).state == "draft"
