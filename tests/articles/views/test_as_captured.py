"""The page as it was captured: nothing of it that is not public, and nothing where the text was corrected."""

import pytest

from articles import editorial, store
from articles.models import Capture, Reading
from articles.views.as_captured import LONGEST_SHOWN, Seen, as_captured
from tests.articles.views.facts import tree, words
from tests.factories import make_article, make_user

LAYER = "Menu | Home\n\nA balance kept\n\nAstana spoke first.\n\n12 views\n\nOthers followed.\n\nSecret comment by a reader."


def removed(*words_and_rules, layer=LAYER):
    return [{"start": layer.index(words), "end": layer.index(words) + len(words), "rule": rule} for words, rule in words_and_rules]


FURNITURE = (("Menu | Home", "menu"), ("12 views", "view counter"), ("Secret comment by a reader.", "comments"))
FIELDS = {"title": [[LAYER.index("A balance"), LAYER.index("A balance") + len("A balance kept")]]}


def seen(layer=LAYER, **others):
    given = {
        "removed": removed(*FURNITURE),
        "fields": FIELDS,
        "part": None,
        "body": "Astana spoke first.\n\nOthers followed.",
        "record_words": "A balance kept",
    }
    return as_captured(layer, **given | others)


@pytest.mark.engine_free
def test_each_stretch_says_what_became_of_it_and_other_peoples_words_are_not_shown():
    assert seen() == [
        Seen("Menu | Home", rule="menu"),
        Seen("\n\n"),
        Seen("A balance kept", field="title"),
        Seen("\n\nAstana spoke first.\n\n"),
        Seen("12 views", rule="view counter"),
        Seen("\n\nOthers followed.\n\n"),
        Seen(None, rule="comments"),
    ]


@pytest.mark.engine_free
def test_a_field_that_was_corrected_is_not_shown_as_it_was_read():
    assert seen(record_words="A balance, kept well")[2] == Seen(None, field="title")


@pytest.mark.engine_free
def test_a_long_stretch_is_not_shown_whatever_the_rule():
    long = "x" * (LONGEST_SHOWN + 1)

    assert as_captured(f"{long} y", removed=[{"start": 0, "end": len(long), "rule": "menu"}], fields={}, part=None, body="y", record_words="") == [
        Seen(None, rule="menu"),
        Seen(" y"),
    ]


@pytest.mark.engine_free
@pytest.mark.parametrize("body", ["Astana spoke first.", "Astana spoke.\n\nOthers followed.", "", "Astana spoke first.\n\nOthers followed.\n\nMore."])
def test_a_capture_with_other_words_than_the_version_is_not_shown(body):
    assert seen(body=body) is None


@pytest.mark.engine_free
def test_only_the_articles_own_part_is_shown():
    layer = "First text.\n\nSecond text, of another article."

    assert as_captured(layer, removed=[], fields={}, part=(0, 11), body="First text.", record_words="") == [Seen("First text.")]
    assert as_captured(layer, removed=[], fields={}, part=None, body="First text.", record_words="") is None


@pytest.fixture
def article():
    by = make_user()
    article = make_article(title="A balance kept", body="Astana spoke first.\n\nOthers followed.", access="full", by=by)
    with store.locked():
        digest = store.put(LAYER.encode())
    capture = Capture.objects.create(
        sha256=digest, text_sha256=digest, size_bytes=1, media_type="text/plain", encoding="utf-8", filename="secret-name.txt"
    )
    Reading.objects.create(capture=capture, article=article, removed=removed(*FURNITURE), spans=FIELDS)
    return editorial.publish(article, by=by)


@pytest.mark.django_db
@pytest.mark.engine_free
def test_a_reader_turns_from_the_text_to_the_page_as_captured_and_back(client, article):
    address = article.get_absolute_url()
    there = tree(client.get(address)).css_first(".toggle a").attributes["href"]

    response = client.get(f"{address}{there}")

    page = tree(response)
    assert (there, response["X-Robots-Tag"], "ETag" in response) == ("?removed=shown", "noindex, follow", False)
    assert [words(left_out) for left_out in page.css(".layer del")] == ["Menu | Home menu", "12 views view counter", "[not shown] comments"]
    assert page.css("[data-annotation-root]") == []
    assert [secret in response.content.decode() for secret in ("Secret comment", "secret-name")] == [False, False]
    assert page.css_first(".toggle a").attributes["href"] == address


@pytest.mark.django_db
@pytest.mark.engine_free
@pytest.mark.parametrize(
    "change", [{"body": "Astana spoke.\n\nOthers followed."}, {"changes": {"access": "record"}}, {"changes": {"access": "excerpt"}}], ids=str
)
def test_what_was_taken_out_of_the_text_or_closed_comes_back_by_no_switch(client, article, change):
    editorial.revise(article, by=make_user(), reason="A name had to go", **change)

    page = client.get(f"{article.get_absolute_url()}?removed=shown").content.decode()

    assert [secret in page for secret in ("first.", "12 views", "Menu | Home")] == [False] * 3


@pytest.mark.django_db
@pytest.mark.engine_free
def test_a_capture_whose_file_is_lost_is_said_to_be_so(client, article):
    store.discard(article.readings.get().capture.text_sha256)

    response = client.get(f"{article.get_absolute_url()}?removed=shown")

    assert (response.status_code, "cannot be shown" in response.content.decode()) == (200, True)
