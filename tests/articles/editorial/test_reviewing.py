"""Looking a draft through beside its capture: words go back, values come from the text, warnings are settled, turns are given."""

import pytest

from articles import editorial, store
from articles.models import Article, Capture, Reading
from kzarchive.history.models import Change
from tests.factories import make_article, make_author, make_entity, make_publication, make_user

pytestmark = pytest.mark.django_db

LAYER = "On water\nBy Dana Omarova\n5 February 2014\nViews: 7\nThe river is shared.\nSo is the lake.\n"


def span(words, layer=LAYER):
    return layer.index(words), layer.index(words) + len(words)


def removed(words, rule):
    start, end = span(words)
    return {"start": start, "end": end, "rule": rule}


@pytest.fixture
def editor(db):
    return make_user("editor")


@pytest.fixture
def draft(editor):
    """A draft that was read from a capture: (article, reading)."""
    article = make_article(title=None, body="The river is shared.\n\nSo is the lake.", created_by=editor, open_doubts=2)
    with store.locked():
        capture = Capture.objects.create(
            sha256=store.put(b"bytes"), text_sha256=store.put(LAYER.encode()), size_bytes=5, filename="a.txt", media_type="text/plain",
            encoding="utf-8",
        )  # fmt: skip
    reading = Reading.objects.create(
        article=article,
        capture=capture,
        removed=[removed("On water", "site name"), removed("Views: 7", "view counter")],
        spans={"byline": [list(span("By Dana Omarova"))], "published_on": [list(span("5 February 2014"))]},
        doubts=[{"code": "no-title", "message": "No title was found."}, {"code": "near-duplicate", "message": "Most of it stands elsewhere."}],
    )
    return article, reading


def body(article):
    return article.versions.get().body


def history(article):
    return [(change.act, change.before, change.after) for change in Change.objects.of(article).order_by("id")]


def test_a_removed_span_goes_back_to_its_place_with_one_entry_in_the_history(draft, editor):
    article, reading = draft
    former = article.versions.get().sha256

    editorial.restore(article, by=editor, reading=reading, start=span("Views: 7")[0], end=span("Views: 7")[1])

    reading.refresh_from_db()
    assert (body(article), reading.removed) == ("Views: 7\n\nThe river is shared.\n\nSo is the lake.", [removed("On water", "site name")])
    assert history(article) == [(
        "restore words", {"sha256": former, "removed": removed("Views: 7", "view counter")},
        {"sha256": article.versions.get().sha256, "removed": None},
    )]  # fmt: skip


@pytest.mark.parametrize("place", [(0, 3), (-1, 8), (0, 10**9), span("The river")])
def test_a_span_that_was_not_removed_is_not_put_back(draft, editor, place):
    article, reading = draft

    with pytest.raises(editorial.InvalidRecord):
        editorial.restore(article, by=editor, reading=reading, start=place[0], end=place[1])

    assert (body(article), history(article)) == ("The river is shared.\n\nSo is the lake.", [])


def test_the_reading_of_another_article_is_not_put_back(draft, editor):
    other = make_article()

    with pytest.raises(Reading.DoesNotExist):
        editorial.restore(other, by=editor, reading=draft[1], start=span("Views: 7")[0], end=span("Views: 7")[1])


def test_a_published_text_takes_nothing_back(draft, editor):
    article, reading = draft
    editorial.publish(article, by=make_user("publisher"))

    for act in (
        lambda: editorial.restore(article, by=editor, reading=reading, start=span("Views: 7")[0], end=span("Views: 7")[1]),
        lambda: editorial.take(article, by=editor, reading=reading, field="title", start=0, end=8),
        lambda: editorial.settle(reading, by=editor, doubt=0),
    ):
        with pytest.raises(editorial.WrongState):
            act()


def take(draft, editor, field, words):
    article, reading = draft
    start, end = span(words)
    editorial.take(article, by=editor, reading=reading, field=field, start=start, end=end)
    article.refresh_from_db()
    reading.refresh_from_db()
    return article, reading


def test_words_of_the_capture_become_the_title_and_only_their_span_is_kept(draft, editor):
    article, reading = take(draft, editor, "title", "On water")

    assert (article.title, article.title_key, reading.spans["title"]) == ("On water", "on water", [[0, 8]])
    assert history(article) == [
        ("take from text", {"evidence": {"title": []}, "title": None}, {"evidence": {"title": [[0, 8]]}, "title": "On water"})
    ]


def test_an_author_taken_from_the_text_is_the_one_the_archive_knows(draft, editor):
    author = make_author("Dana Omarova")

    article, reading = take(draft, editor, "author", "Dana Omarova")

    assert list(article.contributions.values_list("position", "name", "author")) == [(1, "Dana Omarova", author.pk)]
    assert reading.spans["authors"] == [list(span("Dana Omarova"))]


@pytest.mark.parametrize("authors", [0, 2])
def test_an_author_nobody_or_several_are_called_is_left_to_be_settled(draft, editor, authors):
    for _ in range(authors):
        make_author("Dana Omarova")

    article, _ = take(draft, editor, "author", "Dana Omarova")

    assert list(article.contributions.values_list("name", "author")) == [("Dana Omarova", None)]


def test_a_date_taken_from_the_text_is_read(draft, editor):
    article, _ = take(draft, editor, "published_on", "5 February 2014")

    assert (article.published_on, article.published_basis, str(article.published_earliest)) == ("2014-02-05", "stated", "2014-02-05")


@pytest.mark.parametrize(
    ("field", "text", "says"),
    [
        ("published_on", "05/02/2014", "2014-02-05 or 2014-05-02"),
        ("published_on", "the river", "holds no date"),
        ("publication", "The Steppe Review", "Several publications"),
        ("publication", "Nobody's Weekly", "No publication is called"),
        ("volume", "x" * 101, "101 characters; 100"),
        ("title", " \n ", "no words"),
        ("title", "a\x07b", "control character"),
        ("state", "published", "no field that can be taken"),
        ("created_by", "1", "no field that can be taken"),
    ],
)
def test_words_that_are_no_such_value_are_refused_with_the_reason(draft, field, text, says):
    for _ in range(2):
        make_publication("The Steppe Review")

    with pytest.raises(editorial.InvalidRecord, match=says):
        editorial.value_of(draft[0], field, text)


def test_a_publication_is_known_by_a_title_it_bore(draft):
    publication = make_publication("The Steppe Review")
    publication.titles.create(title="Steppe Letters")

    assert editorial.value_of(draft[0], "publication", "STEPPE  letters") == {"publication": publication}


def test_a_settled_warning_is_counted_no_more_and_remembers_who(draft, editor):
    article, reading = draft
    Article.objects.filter(pk=article.pk).update(resembles=make_article())

    editorial.settle(reading, by=editor, doubt=1)
    editorial.settle(reading, by=editor, doubt=1)

    article.refresh_from_db()
    reading.refresh_from_db()
    assert (article.open_doubts, article.resembles, [d.get("settled_by") for d in reading.doubts]) == (1, None, [None, editor.username])
    assert [act for act, _, _ in history(article)] == ["settle warning"]


def test_a_contributor_looks_drafts_through_and_nothing_in_review(draft, editor):
    article, reading = draft
    contributor = make_user("contributor")
    editorial.settle(reading, by=contributor, doubt=0)
    editorial.submit(article, by=contributor)

    with pytest.raises(editorial.NotAllowed):
        editorial.settle(reading, by=contributor, doubt=1)


def test_a_turn_is_given_to_somebody_with_a_desk_and_is_over_when_it_is_published(draft, editor):
    article, _ = draft
    colleague = make_user("contributor")

    editorial.assign(article, by=editor, to=colleague)
    assert Article.objects.get(pk=article.pk).assigned_to == colleague
    with pytest.raises(editorial.NotAllowed):
        editorial.assign(article, by=editor, to=make_user(None))
    editorial.publish(article, by=make_user("publisher"))

    assert Article.objects.get(pk=article.pk).assigned_to is None
    assert history(article)[0] == ("assign", {"assigned_to": None}, {"assigned_to": colleague.username})


def test_what_is_sent_back_is_its_drafters_turn(draft, editor):
    article, _ = draft
    editorial.submit(article, by=editor)

    editorial.send_back(article, by=editor, reason="The date.")

    assert Article.objects.get(pk=article.pk).assigned_to == editor


def test_notes_stay_with_who_wrote_them_and_go_with_a_discarded_draft(draft, editor):
    article, _ = draft
    with pytest.raises(editorial.InvalidRecord):
        editorial.add_note(article, by=editor, text=" ")
    editorial.add_note(article, by=editor, text="Ask the archive of the ministry.")
    assert [(note.by, note.text) for note in article.notes.all()] == [(editor, "Ask the archive of the ministry.")]

    editorial.discard(article, by=editor)

    assert Article.objects.count() == 0


def test_the_list_before_publishing_says_what_is_missing_and_what_stands_in_the_way(draft, editor):
    article, _ = draft
    article.suggestions.create(entity=make_entity("Astana", "place"), found="Astana")
    article.versions.update(body="", kinds="")

    points = editorial.checklist(Article.objects.get(pk=article.pk))

    assert [(point.code, point.is_needed) for point in points if not point.is_met] == [
        ("no-text", True), ("title", False), ("author", False), ("publication", False), ("date", False), ("language", False), ("rights", False),
        ("abstract", False), ("warnings", False), ("tags", False),
    ]  # fmt: skip
    assert all(point.why for point in points)
