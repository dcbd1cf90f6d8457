"""Imports that run beside each other, and imports that are killed: in the end the archive holds everything once."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.processes

TOPICS = ["grain", "railways", "uranium", "visas", "fisheries", "pipelines", "schools", "satellites", "customs", "borders"]

# All that an import leaves, without what is drawn by lot (pids) or read off the clock.
STATE = """
from articles.models import *
from kzarchive.addresses.models import Pid
from kzarchive.history.models import Change
pids = dict(Article.objects.values_list("pid", "title"))
print(json.dumps({
    "articles": sorted(Article.objects.values_list("title", "state", "published_on", "language", "access", "current__number")),
    "versions": sorted(Version.objects.values_list("article__title", "number", "sha256", "kinds")),
    "captures": sorted(Capture.objects.values_list("sha256", "text_sha256", "filename")),
    "readings": sorted(
        (r.capture.sha256, r.article.title, json.dumps([r.spans, r.removed, r.doubts])) for r in Reading.objects.select_related("capture", "article")
    ),
    "authors": sorted(Author.objects.values_list("name", "slug")),
    "contributions": sorted(Contribution.objects.values_list("article__title", "position", "author__name")),
    "publications": sorted(Publication.objects.values_list("title", "slug")),
    "sketches": sorted(Sketch.objects.values_list("article__title", "value")),
    "history": sorted((c.act, pids[c.label]) for c in Change.objects.all()),
    "register": sorted(Pid.objects.values_list("kind", "retired_at")),
}))
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Captures enough that an import of them is not over before it can be killed; three of each ten share an author."""
    folder = tmp_path_factory.mktemp("folder")
    for number in range(120):
        topic = TOPICS[number % 10]
        author = "Author Shared" if number % 10 < 3 else f"Author {topic.title()}"
        paragraphs = "\n\n".join(
            f"In paragraph {at} of report {number} the ministry speaks of {topic}, of case {number * 31 + at} and of region {at * number}."
            for at in range(6)
        )
        text = f"Report {number} on {topic}\n\nBy {author}\n\n{number % 28 + 1} March 2019\n\n{paragraphs}\n"
        (folder / f"{number:03}.txt").write_text(text)
    return folder


def state_of(archive) -> dict:
    return {**archive.ask(STATE), "files": sorted(str(p.relative_to(archive.data)) for p in (archive.data / "captures").rglob("*") if p.is_file())}


@pytest.fixture(scope="module")
def undisturbed(folder, make_archive) -> dict:
    """What an archive holds after one import that nobody disturbed."""
    archive = make_archive()
    archive.manage("import_articles", folder, "--publish")
    return state_of(archive)


def test_an_import_killed_twenty_times_ends_where_an_undisturbed_one_does(folder, own_archive, undisturbed):
    script = Path(__file__).with_name("killing.py")
    done = subprocess.run(
        [sys.executable, str(script), str(folder), "20", "7"], env=own_archive.environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    counts = json.loads(done.stdout)
    own_archive.manage("import_articles", folder, "--publish")

    assert counts["killed"] >= 15, counts
    assert state_of(own_archive) == undisturbed
    assert own_archive.manage("verify_archive") == "All is as it should be.\n"
    if not own_archive.database_url:
        with sqlite3.connect(own_archive.data / "archive.sqlite3") as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.close()


def test_two_imports_of_one_folder_at_once_bring_everything_in_once(folder, own_archive, undisturbed):
    both = [own_archive.start("import_articles", folder, "--publish", "--json") for _ in range(2)]
    outs = [process.communicate(timeout=120) for process in both]

    assert [process.returncode for process in both] == [0, 0], outs
    statuses = [[json.loads(line)["status"] for line in out.splitlines()] for out, _ in outs]
    assert [sorted(pair) for pair in zip(*statuses, strict=True)] == [["new", "unchanged"]] * 120
    assert state_of(own_archive) == undisturbed


def test_standard_output_carries_the_json_lines_and_nothing_else(folder, own_archive, tmp_path):
    for name in ("000.txt", "001.txt"):
        shutil.copy(folder / name, tmp_path)
    folder = tmp_path
    (folder / "002.txt").write_bytes(b"%PDF-1.7\x00\x01")

    with own_archive.start("import_articles", folder, "--json") as process:
        out, err = process.communicate(timeout=60)

    assert process.returncode == 1
    assert [(json.loads(line)["file"], json.loads(line)["status"]) for line in out.splitlines()] == [
        (f"{folder}/000.txt", "new"),
        (f"{folder}/001.txt", "new"),
        (f"{folder}/002.txt", "failed"),
    ]
    assert "1 failed, 2 new" in err


def test_wrong_usage_exits_2(own_archive, tmp_path):
    for arguments in ([], ["--access", "everything", str(tmp_path)], [str(tmp_path / "gone")]):
        with own_archive.start("import_articles", *arguments) as process:
            out, err = process.communicate(timeout=60)
        assert (process.returncode, out, bool(err)) == (2, "", True), arguments


def test_a_name_that_is_no_utf8_is_imported_and_shown(own_archive, tmp_path):
    folder = tmp_path / "odd"
    folder.mkdir()
    name = os.fsencode(str(folder)) + b"/\xe0\xf1\xf2.txt"
    text = "Astana and the lake\n\nBy Dana Omarova\n\nThe lake near the town was surveyed last year by two teams of the institute.\n"
    Path(os.fsdecode(name)).write_text(text)

    line = json.loads(own_archive.manage("import_articles", folder, "--json"))

    assert (line["status"], line["file"]) == ("new", f"{folder}/���.txt")


def test_a_reader_that_goes_away_is_told_in_one_line(folder, own_archive):
    process = own_archive.start("import_articles", folder, "--json")
    process.stdout.readline()
    process.stdout.close()
    err = process.stderr.read()
    process.stderr.close()

    assert process.wait(60) == 1
    assert err == "CommandError: Nobody reads standard output any more. What was done is done: run it again for the rest.\n"
