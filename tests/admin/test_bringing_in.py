"""Bringing in at the desk: nothing is written before it was looked at, and a whole import can be taken back."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from articles import editorial, store
from articles.admin import batch as desk
from articles.models import Article, Author, Batch, Capture, Publication, Reading, Sketch, Suggestion
from kzarchive.history.models import Change
from tests.factories import make_article, make_entity, make_user

from .conftest import at_the_desk
from .pages import messages_of

pytestmark = pytest.mark.django_db

IMPORT = "/admin/articles/batch/import/"
PAGE = """{title}

By Dana Omarova

5 February 2014

The {word} is shared by four states, and each of them counts the water that its neighbours take away from it in the dry summers.

Astana asked for a treaty on the {word}, with a secretariat of its own, and the answer came in the autumn of that year.
"""


def page(title="A river shared", word="river"):
    return PAGE.format(title=title, word=word)


OTHER = """On steel

By Marat Ospanov

7 March 2015

Mills of the north were built beside the coal, long before anybody asked where the ore would come from once the old pits were empty.
"""


def files(**texts):
    return [SimpleUploadedFile(f"{name}.txt", text.encode()) for name, text in texts.items()]


def brought(client, **data):
    """Post the form, and return the batch that waits to be looked at."""
    response = client.post(IMPORT, {"access": "record", **data})
    assert response.status_code == 302, response.context["form"].errors
    return Batch.objects.latest("id")


def press(client, batch, name):
    return client.post(reverse(f"admin:articles_batch_{name}", args=[batch.pk]), follow=True)


def rows(batch):
    return [(row.name, row.status, row.is_done) for row in batch.rows.all()]


def waiting(settings):
    root = settings.DATA_DIR / "waiting"
    return sorted(path.name for path in root.rglob("*") if path.is_file()) if root.exists() else []


def test_a_pasted_page_is_looked_at_and_nothing_is_written(contributor, settings):
    batch = brought(contributor, text=page())

    shown = contributor.get(batch.get_absolute_url()).content.decode()
    assert (batch.state, [status for _, status, _ in rows(batch)]) == ("preview", ["new"])
    assert [word in shown for word in ("A river shared", "Dana Omarova", "2014-02-05", "Bring in")] == [True] * 4
    assert [model.objects.count() for model in (Article, Capture, Author, Change, Suggestion)] == [0] * 5
    assert waiting(settings) == ["1", "1.body", "lock"]
    assert list(store.files()) == []


def test_a_pasted_page_brought_in_is_a_draft_and_leaves_nothing_waiting(contributor, settings):
    make_entity("Astana", "place")
    batch = brought(contributor, text=page())

    response = press(contributor, batch, "start")

    article = Article.objects.get()
    batch.refresh_from_db()
    assert response.redirect_chain[0][0] == reverse("admin:articles_article_review", args=[article.pk])
    assert (article.title, article.state, article.created_by, batch.state) == ("A river shared", "draft", contributor.user, "done")
    assert [(change.act, change.batch) for change in Change.objects.all()] == [("import", batch.key)]
    assert (Capture.objects.get().filename.startswith("pasted"), Suggestion.objects.get().found, waiting(settings)) == (True, "Astana", [])


def test_several_files_are_told_apart_before_anything_is_written(editor):
    known = brought(editor, files=files(known=page()))
    press(editor, known, "start")
    near = page().replace("autumn", "spring")
    batch = brought(
        editor, files=[*files(a=page(), b=page() + "\n", c=near, d=OTHER), SimpleUploadedFile("e.txt", b"%PDF-1.7 not a page")],
    )  # fmt: skip

    pid = Article.objects.get().pid
    assert [(row.name, row.status, row.duplicate_of or row.pid) for row in batch.rows.all()] == [
        ("a.txt", "unchanged", pid), ("b.txt", "same-text", pid), ("c.txt", "near-duplicate", pid), ("d.txt", "new", ""), ("e.txt", "failed", ""),
    ]  # fmt: skip
    assert "PDF" in batch.rows.get(number=5).message
    assert Article.objects.count() == 1

    shown = editor.get(reverse("admin:articles_batch_row", args=[batch.pk, 3])).content.decode()
    assert ("<del> autumn</del>" in shown, "<ins> spring</ins>" in shown) == (True, True)

    press(editor, batch, "start")
    assert [(status, is_done) for _, status, is_done in rows(batch)][:3] == [("unchanged", True), ("same-text", True), ("near-duplicate", True)]
    draft = batch.rows.get(number=3).article
    assert (draft.resembles.pid, draft.open_doubts > 0) == (pid, True)


def test_what_takes_long_is_read_on_its_page(editor, monkeypatch):
    monkeypatch.setattr(desk, "READ_AT_ONCE_BYTES", 100)

    batch = brought(editor, files=files(a=page(), b=OTHER))
    waits = editor.get(batch.get_absolute_url()).text
    press(editor, batch, "go_on")
    batch.refresh_from_db()

    assert ("2 of 2 left" in waits, '<progress max="2" value="0">' in waits, batch.state) == (True, True, "preview")


def test_more_files_than_are_taken_in_at_once_are_told_so(editor, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 2

    answer = editor.post(IMPORT, {"access": "record", "files": files(a="One.", b="Two.", c="Three.")})

    assert (answer.status_code, "send them in parts, or as a zip" in answer.text) == (400, True)


def test_an_empty_file_among_others_is_told_by_its_name(editor):
    batch = brought(editor, files=files(a=page(), empty=""))

    assert [(row.name, row.status, row.message) for row in batch.rows.all()] == [
        ("a.txt", "new", ""), ("empty.txt", "failed", "The capture is empty."),
    ]  # fmt: skip


def test_the_same_bytes_twice_in_one_import_make_one_article(editor):
    batch = brought(editor, files=files(a=page(), b=page(), c=page() + "\n\n"))

    assert [status for _, status, _ in rows(batch)] == ["new", "unchanged", "same-text"]
    assert [row.facts["beside"] for row in batch.rows.all()] == [None, 1, 1]
    press(editor, batch, "start")
    assert Article.objects.count() == 1


def test_what_was_read_in_an_earlier_stretch_is_compared_with_too(editor):
    texts = [page(), page().replace("autumn", "spring"), page() + "\n", page()]
    batch = editorial.lay_out([(f"{n}.txt", text.encode(), "") for n, text in enumerate(texts)], by=editor.user)
    together = editorial.lay_out([(f"{n}.txt", text.encode(), "") for n, text in enumerate(texts)], by=editor.user)
    editorial.waiting.CAPTURES_A_TRANSACTION, kept = 1, editorial.waiting.CAPTURES_A_TRANSACTION
    try:
        stretches = 1
        while editorial.read_on(batch, seconds=0):
            stretches += 1
    finally:
        editorial.waiting.CAPTURES_A_TRANSACTION = kept
    editorial.read_on(together, seconds=60)

    assert stretches == 4
    assert [row.facts["beside"] for row in batch.rows.all()] == [row.facts["beside"] for row in together.rows.all()] == [None, 1, 1, 1]
    listed = editor.get(batch.get_absolute_url()).text
    assert listed.count(f'<a href="{reverse("admin:articles_batch_row", args=[batch.pk, 1])}">capture 1</a>') == 3
    shown = editor.get(reverse("admin:articles_batch_row", args=[batch.pk, 2])).text
    assert ("capture 1, 0.txt</a>" in shown, "<del> autumn</del>" in shown, "<ins> spring</ins>" in shown) == (True, True, True)
    assert (
        [status for _, status, _ in rows(batch)] == [status for _, status, _ in rows(together)] == ["new", "near-duplicate", "same-text", "unchanged"]
    )


def test_a_zip_comes_in_by_its_members(contributor):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as bundle:
        bundle.writestr("one.txt", page())
        bundle.writestr("two.pdf", b"%PDF-1.7")
    batch = brought(contributor, files=[SimpleUploadedFile("pages.zip", stream.getvalue())])

    assert rows(batch) == [("pages.zip/one.txt", "new", False), ("pages.zip/two.pdf", "failed", False)]


def test_a_zip_that_is_refused_says_why_keeps_what_was_pasted_and_leaves_nothing_on_disk(contributor, settings):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as bundle:
        bundle.writestr("../../x.txt", "x")

    response = contributor.post(IMPORT, {"access": "record", "text": page(), "files": [SimpleUploadedFile("pages.zip", stream.getvalue())]})

    assert response.context["form"].errors["files"] == ["pages.zip: “../../x.txt” points out of the zip: pack the files again, by names alone."]
    assert "A river shared" in response.content.decode()
    assert (Batch.objects.count(), waiting(settings)) == (0, [])


@pytest.mark.parametrize(
    ("data", "field", "words"),
    [
        ({}, "text", "nothing to bring in"),
        ({"text": " \r\n "}, "text", "nothing to bring in"),
        ({"text": "One\x07two"}, "text", "Character 4"),
        ({"text": "One", "access": "full"}, "access", "only under a statement"),
        ({"text": "One", "access": "all"}, "access", "not one of the available"),
        ({"text": "One", "rights": "http://rightsstatements.org/vocab/InC/1.0/"}, "rights_basis", "go together"),
        ({"text": "One", "rights": "forged", "rights_basis": "x"}, "rights", "not one of the available"),
    ],
)
def test_a_form_that_is_not_in_order_says_so_at_its_field(contributor, data, field, words):
    response = contributor.post(IMPORT, {"access": "record", **data})

    assert (response.status_code, words in " ".join(response.context["form"].errors[field]), Batch.objects.count()) == (200, True, 0)


def test_an_import_is_undone_as_a_whole(editor, settings):
    make_entity("Astana", "place")
    other = make_article(body="Kept.")
    batch = brought(editor, files=files(a=page(), b=OTHER))
    press(editor, batch, "start")
    article = batch.rows.get(number=1).article
    editorial.answer(article.suggestions.get(), by=editor.user, accept=True)
    assert (Article.objects.count(), Author.objects.count() > 0, len(list(store.files())) > 0) == (3, True, True)

    shown = editor.get(reverse("admin:articles_batch_undo", args=[batch.pk])).content.decode()
    press(editor, batch, "undo")

    undo = Batch.objects.get(kind="undo")
    assert ("The 2 drafts of this import go" in shown, undo.state, [status for _, status, _ in rows(undo)]) == (True, "done", ["done", "done"])
    assert (list(Article.objects.all()), [m.objects.count() for m in (Capture, Reading, Sketch, Author, Publication)]) == ([other], [0] * 5)
    assert set(Change.objects.filter(act="discard").values_list("batch", flat=True)) == {undo.key}
    assert [c.by for c in Change.objects.filter(act="undo")] == [editor.user]


def test_an_import_of_which_something_was_published_is_not_undone(publisher):
    batch = brought(publisher, files=files(a=page(), b=OTHER))
    press(publisher, batch, "start")
    article = batch.rows.get(number=1).article
    editorial.publish(article, by=publisher.user)

    response = press(publisher, batch, "undo")

    assert messages_of(response) == [f"{article.pid} of this import was published: withdraw what should go, and discard the drafts one by one."]
    assert (Article.objects.count(), Batch.objects.count()) == (2, 1)


def test_an_author_somebody_worked_on_stays_when_the_import_goes(editor):
    batch = brought(editor, text=page())
    press(editor, batch, "start")
    author = Author.objects.get()
    editor.post(reverse("admin:articles_author_change", args=[author.pk]), {"name": author.name, "kind": "person", "family": "Omarova"})

    press(editor, batch, "undo")

    assert (Article.objects.count(), list(Author.objects.values_list("family", flat=True))) == (0, ["Omarova"])


def test_the_capture_laid_to_a_draft_goes_and_the_source_of_what_is_public_stays(publisher):
    draft = brought(publisher, text=page())
    press(publisher, draft, "start")
    article = Article.objects.get()
    first, second = brought(publisher, text=page() + "\n"), brought(publisher, text="\n" + page())
    press(publisher, first, "start")
    press(publisher, second, "start")
    press(publisher, first, "undo")
    assert article.readings.count() == 2

    editorial.publish(article, by=publisher.user)
    press(publisher, second, "undo")
    assert article.readings.count() == 2


def test_what_somebody_only_looks_at_is_nobody_elses(contributor, superuser):
    batch = brought(contributor, text=page())
    addresses = [
        batch.get_absolute_url(),
        reverse("admin:articles_batch_row", args=[batch.pk, 1]),
        reverse("admin:articles_batch_undo", args=[batch.pk]),
    ]

    seen = [superuser.get(address).status_code for address in addresses]
    done = [superuser.post(reverse(f"admin:articles_batch_{name}", args=[batch.pk])).status_code for name in ("start", "go_on", "give_up")]

    assert (seen, done, Batch.objects.get().state) == ([302, 404, 302], [302, 302, 302], "preview")


def test_a_batch_that_was_done_is_gone_on_with_by_nobody_else(contributor, publisher):
    batch = brought(contributor, text=page())
    Batch.objects.update(state="running")

    assert (publisher.post(reverse("admin:articles_batch_go_on", args=[batch.pk])).status_code, Article.objects.count()) == (403, 0)


def test_thrown_away_is_gone(contributor, settings):
    batch = brought(contributor, text=page())

    response = press(contributor, batch, "give_up")

    batch.refresh_from_db()
    assert (messages_of(response), batch.state, batch.rows.count(), waiting(settings)) == (
        ["Thrown away: nothing was brought in."],
        "given up",
        0,
        [],
    )


def test_what_waits_too_long_goes_and_what_was_done_stays(contributor, settings):
    kept, gone = brought(contributor, text=page()), brought(contributor, text=page("On steel"))
    Batch.objects.filter(pk=gone.pk).update(expires_at=timezone.now() - timezone.timedelta(minutes=1))

    contributor.get(IMPORT)

    assert dict(Batch.objects.values_list("pk", "state")) == {kept.pk: "preview", gone.pk: "given up"}
    assert len(waiting(settings)) == 3


def test_a_second_press_brings_nothing_in_twice(contributor):
    batch = brought(contributor, text=page())

    press(contributor, batch, "start")
    press(contributor, batch, "start")

    assert Article.objects.count() == 1


def test_while_one_window_works_the_other_waits(contributor):
    batch = brought(contributor, text=page())
    mine = Batch.objects.get(pk=batch.pk)

    with editorial.waiting.held(batch) as is_ours:
        assert (is_ours, editorial.bring_in_on(mine, by=contributor.user, seconds=1), Article.objects.count()) == (True, True, 0)


def test_a_script_is_told_how_far_it_is(contributor):
    batch = editorial.lay_out([(f"{n}.txt", page(f"Title {n}", f"word{n}").encode(), "") for n in range(3)], by=contributor.user)

    answer = contributor.post(reverse("admin:articles_batch_go_on", args=[batch.pk]), headers={"X-Requested-With": "fetch"})

    assert answer.json() == {"state": "preview", "left": 3, "total": 3}


def test_names_of_files_are_shown_and_never_used(contributor, settings):
    batch = editorial.lay_out([("../../x\0\u202egpj.exe", page().encode(), ""), ("", b"One", "")], by=contributor.user)
    editorial.read_on(batch, seconds=5)

    shown = contributor.get(batch.get_absolute_url()).content.decode()
    assert ([row.name for row in batch.rows.all()], "⟦U+202E⟧gpj.exe" in shown) == (["../../x�\u202egpj.exe", "unnamed"], True)
    assert waiting(settings) == ["1", "1.body", "2", "2.body", "lock"]


@pytest.mark.engine_free
def test_the_page_of_a_batch_asks_as_much_for_a_hundred_rows_as_for_two(contributor, django_assert_num_queries):
    small, large = (
        editorial.lay_out([(f"{n}.txt", page(f"Title {n}", f"word{n}").encode(), "") for n in range(count)], by=contributor.user)
        for count in (2, 100)
    )
    for batch in (small, large):
        editorial.read_on(batch, seconds=60)
    with django_assert_num_queries(10, exact=False) as few:
        contributor.get(small.get_absolute_url())
    with django_assert_num_queries(len(few)):
        contributor.get(large.get_absolute_url())


def test_an_editor_undoes_what_a_contributor_brought_in_and_no_other_contributor_does(contributor, editor):
    batch = brought(contributor, text=page())
    press(contributor, batch, "start")
    stranger = at_the_desk(make_user("contributor"))

    refused = stranger.post(reverse("admin:articles_batch_undo", args=[batch.pk])).status_code
    assert (refused, Article.objects.count()) == (403, 1)
    press(editor, batch, "undo")
    assert Article.objects.count() == 0


def test_an_import_from_the_command_line_is_a_batch_that_is_undone_at_the_desk(publisher, tmp_path):
    for name, text in (("a.txt", page()), ("b.txt", OTHER), ("c.txt", page() + "\n")):
        (tmp_path / name).write_text(text)
    call_command("import_articles", str(tmp_path), stdout=io.StringIO(), stderr=io.StringIO())
    call_command("import_articles", str(tmp_path), stdout=io.StringIO(), stderr=io.StringIO())
    batch = Batch.objects.get()
    assert ([status for _, status, _ in rows(batch)], batch.by.username, batch.name) == (["new", "new", "same-text"], "import", str(tmp_path))

    press(publisher, batch, "undo")

    assert (Article.objects.count(), Capture.objects.count()) == (0, 0)
