"""The page of a review as a browser without scripts sees it: capture beside record, and each step a button of the one form."""

import re

import pytest
from django.urls import reverse

from articles import editorial, store
from articles.models import Article, Capture, Reading, TaggedEntity
from kzarchive.history.models import Change
from tests.factories import make_article, make_entity, make_publication

from .pages import faults_of, fields_of, messages_of

# The acts themselves are tried on both databases, below the pages: tests/articles/editorial.
pytestmark = [pytest.mark.django_db, pytest.mark.engine_free]

LAYER = "On water\nBy Dana Omarova\nViews: 7\nThe river \u202eis shared.\nSo is the lake of Astana.\n"
BODY = "The river \u202eis shared.\n\nSo is the lake of Astana."


def span(words):
    return LAYER.index(words), LAYER.index(words) + len(words)


def laid_beside(article, layer=LAYER, name="a.txt", **values):
    with store.locked():
        capture = Capture.objects.create(
            sha256=store.put(name.encode()), text_sha256=store.put(layer.encode()), size_bytes=5, filename=name, media_type="text/plain",
            encoding="utf-8",
        )  # fmt: skip
    return Reading.objects.create(article=article, capture=capture, **values)


@pytest.fixture
def draft(db):
    article = make_article(title="On water", body=BODY, open_doubts=1)
    start, end = span("Views: 7")
    laid_beside(
        article,
        removed=[{"start": start, "end": end, "rule": "view counter"}],
        spans={"title": [list(span("On water"))], "byline": [list(span("By Dana Omarova"))]},
        doubts=[{"code": "no-date", "message": "No date was found."}],
    )
    return article


def address(article, page="review"):
    return reverse(f"admin:articles_article_{page}", args=[article.pk])


def press(client, article, *, typed=None, **button):
    """Open the page, type, and press a button of it."""
    return client.post(address(article), {**fields_of(client.get(address(article))), **(typed or {}), **button}, follow=True)


def test_the_capture_stands_beside_the_record_with_what_became_of_each_stretch(editor, draft):
    shown = editor.get(address(draft)).content.decode()

    start, end = span("Views: 7")
    assert re.findall(r'<a href="#evidence-(\w+)">([^<]+)</a>', shown) == [("title", "Title"), ("byline", "By-line")]
    assert [words in shown for words in (
        '<a id="evidence-title"></a><mark class="t" id="at-0" data-start="0" data-fields="title">On water</mark>',
        f'<del class="t" data-start="{start}">Views: 7</del><button type="submit" form="article_form" name="_restore" value="{start}-{end}"',
        'The river <span class="sign">⟦U+202E⟧</span>is shared.', "No date was found.", "Before publishing", 'id="id_title"',
    )] == [True] * 6  # fmt: skip


def test_a_button_puts_words_back_and_keeps_what_was_typed(editor, draft):
    start, end = span("Views: 7")

    response = press(editor, draft, typed={"subtitle": "A short history"}, _restore=f"{start}-{end}")

    draft.refresh_from_db()
    assert response.redirect_chain == [(f"{address(draft)}#at-{start}", 302)]
    assert (draft.subtitle, draft.versions.get().body.partition("\n")[0]) == ("A short history", "Views: 7")
    assert [change.act for change in Change.objects.of(draft)] == ["restore words", "change"]


def test_words_typed_from_the_capture_become_an_author(editor, draft):
    press(editor, draft, _take="1", _take_words="Dana  Omarova", _take_field="author")

    assert list(draft.contributions.values_list("name", flat=True)) == ["Dana Omarova"]
    assert draft.readings.get().spans["authors"] == [list(span("Dana Omarova"))]


def test_a_value_taken_by_a_script_is_saved_with_the_form_and_its_span_kept(editor, draft):
    start, end = span("Dana Omarova")
    answer = editor.get(address(draft, "reads"), {"field": "subtitle", "span": f"{start}-{end}"}).json()

    press(editor, draft, typed={"subtitle": answer["values"]["subtitle"]}, _taken=f"subtitle:{start}-{end}", _continue="1")

    draft.refresh_from_db()
    assert (draft.subtitle, draft.readings.get().spans["subtitle"]) == ("Dana Omarova", [[start, end]])


@pytest.mark.parametrize(
    ("button", "fault"),
    [
        ({"_restore": "0-8"}, "text: These words are no removed span of this capture, or were put back already."),
        ({"_take": "1", "_take_words": "not there", "_take_field": "title"}, "words: They do not stand in this capture: copy them from it."),
        ({"_take": "1", "_take_words": "On water", "_take_field": "state"}, "field: This is no field that can be taken from the text."),
        ({"_settle": "7"}, "warning: There is no such warning."),
        ({"_answer": "99999:accepted"}, "tag: There is no such suggestion."),
        ({"_taken": "title:5-999999"}, "evidence: These words are not in the capture."),
    ],
)
def test_a_forged_button_is_refused_and_nothing_is_saved(editor, draft, button, fault):
    response = press(editor, draft, typed={"subtitle": "Typed"}, **button)

    draft.refresh_from_db()
    assert (faults_of(response), draft.subtitle, Change.objects.count()) == ([fault], None, 0)
    assert 'value="Typed"' in response.content.decode()


def test_what_is_wrong_stands_above_both_halves_and_what_was_to_be_taken_stays(editor, draft):
    typed = {"published_on": "someday", "published_basis": "stated"}
    response = press(editor, draft, typed=typed, _take="1", _take_words="On  water", _take_field="subtitle")

    shown, kept = response.text, fields_of(response)
    assert [(fault.label, fault.control, fault.message[:17]) for fault in response.context["faults"]] == [
        ("Published on", "id_published_on", "“someday” is not "),
    ]  # fmt: skip
    assert (shown.count("errornote faults"), shown.index("errornote faults") < shown.index('<div class="review"')) == (1, True)
    assert (kept["_take_words"], kept["_take_field"]) == ("On  water", "subtitle")


def test_tags_are_answered_one_by_one_and_together(editor, draft):
    astana, river = (draft.suggestions.create(entity=make_entity(name, "place"), found=name) for name in ("Astana", "River"))
    doubtful = draft.suggestions.create(entity=make_entity("Lake", "place"), found="lake", is_ambiguous=True)
    shown = editor.get(address(draft)).content.decode()
    assert shown.index("Suggested tags") < shown.index(f'value="{astana.pk}:accepted"') < shown.index("Doubtful: choose")

    press(editor, draft, _answer=f"{river.pk}:refused")
    press(editor, draft, _answer_all="1")

    answers = dict(draft.suggestions.values_list("found", "answer"))
    assert (answers, [str(tag) for tag in TaggedEntity.objects.all()]) == ({"Astana": "accepted", "River": "refused", "lake": "open"}, ["Astana"])
    answer = editor.post(address(draft, "answer"), {"answer": f"{doubtful.pk}:accepted"}).json()
    assert answer == {"answer": "accepted", "open": 0}


def test_a_tag_of_another_article_is_not_answered_here(editor, draft):
    other = make_article().suggestions.create(entity=make_entity("Astana", "place"), found="Astana")

    response = editor.post(address(draft, "answer"), {"answer": f"{other.pk}:accepted"})

    other.refresh_from_db()
    assert (response.status_code, other.answer) == (409, "open")


def test_a_warning_is_settled(editor, draft):
    press(editor, draft, _settle="0")

    draft.refresh_from_db()
    assert (draft.open_doubts, "settled by editor" in editor.get(address(draft)).content.decode()) == (0, True)


def test_a_text_that_was_encoded_twice_is_mended_by_a_button(editor):
    meant = "Учения идут здесь каждый год, но впервые гости привезли свои радары."
    article = make_article(title="On radars", body="".join(bytes([byte]).decode("cp1251", "ignore") or chr(byte) for byte in meant.encode()))
    laid_beside(article, doubts=[{"code": "mojibake", "message": "The text was encoded twice."}])
    assert 'name="_mend"' in editor.get(address(article)).content.decode()

    press(editor, article, _mend="1")

    assert (article.versions.get().body, 'name="_mend"' in editor.get(address(article)).content.decode()) == (meant, False)


def test_a_reprint_is_shown_with_what_differs_and_kept_with_the_article_it_repeats(editor):
    kept = make_article(title="On water", body=BODY)
    article = make_article(title="Water once more", body=BODY.replace("lake", "sea"), resembles=kept, publication=make_publication("The Reprint"))
    laid_beside(article, doubts=[{"code": "near-duplicate", "message": f"Most of this text stands in {kept.pid} already."}])
    shown = editor.get(address(article)).content.decode()
    assert ["<del> lake</del><ins> sea</ins>" in shown, 'name="_reprint"' in shown] == [True, True]

    response = press(editor, article, _reprint="1")

    assert response.redirect_chain[-1][0] == address(kept, "change")
    assert [(row.publication.title, row.title) for row in kept.also_printed.all()] == [("The Reprint", "Water once more")]
    assert (list(Article.objects.all()), kept.readings.count()) == ([kept], 1)


def test_a_reprint_without_a_paper_is_refused_with_what_to_do(editor):
    kept = make_article(body=BODY)
    article = make_article(body=BODY.replace("lake", "sea"), resembles=kept)
    laid_beside(article)

    response = press(editor, article, typed={"subtitle": "Typed"}, _reprint="1")

    assert faults_of(response) == ["publication: Say first where this one was printed: a printing needs a publication."]
    assert Article.objects.count() == 2


def test_a_second_editor_is_refused_on_this_page_too(editor, publisher, draft):
    stale = fields_of(editor.get(address(draft)))
    press(publisher, draft, typed={"subtitle": "The first"}, _continue="1")
    start, end = span("Views: 7")

    response = editor.post(address(draft), {**stale, "subtitle": "The second", "_restore": f"{start}-{end}"})

    draft.refresh_from_db()
    assert (draft.subtitle, draft.versions.get().body, 'value="The second"' in response.content.decode()) == ("The first", BODY, True)


def test_what_was_public_is_shown_and_not_changed(publisher, draft):
    editorial.publish(draft, by=publisher.user)
    start, end = span("Views: 7")

    shown = publisher.get(address(draft)).content.decode()
    publisher.post(address(draft), {**fields_of(publisher.get(address(draft))), "_restore": f"{start}-{end}"})

    assert ('name="_restore"' in shown, "Views: 7" in shown, draft.versions.get().body) == (False, True, BODY)


def test_a_capture_that_is_lost_is_said_and_the_form_still_works(editor, draft):
    store.discard(draft.readings.get().capture.text_sha256)

    press(editor, draft, typed={"subtitle": "Typed"}, _continue="1")

    draft.refresh_from_db()
    assert ("The capture cannot be read" in editor.get(address(draft)).content.decode(), draft.subtitle) == (True, "Typed")


def test_an_article_without_a_capture_leads_to_its_own_page(editor):
    article = make_article()

    response = editor.get(address(article), follow=True)

    assert messages_of(response) == ["It was not read from a capture: there is nothing to lay beside it."]


def test_a_book_is_leafed_through(editor):
    article = make_article()
    laid_beside(article, layer="word " * 100_000, name="book.txt")

    pages = [editor.get(address(article), {"from": start}) for start in ("0", "60000", "9" * 9, "²", "-1", "x")]

    assert [page.status_code for page in pages] == [200] * 6
    assert [len(page.context["pieces"][0]["parts"][0][0]) for page in pages] == [60_000, 60_000, 20_000, 60_000, 60_000, 60_000]


def test_the_sources_that_the_article_names_are_listed_with_outlet_day_and_basis(editor):
    tass = make_publication("TASS")
    article = make_article(body="The river is shared (Tengrinews, January 16). As reported by TASS, it froze.", published_on="2015-01-30")
    editorial.note_sources([article.versions.get()])
    at = LAYER.index("Views: 7")
    laid_beside(
        article,
        removed=[{"start": at, "end": at + 8, "rule": "source line"}],
        sources=[{"outlet": "<b>", "published_on": None, "published_basis": None, "cue": "signed", "start": at, "end": at + 8}],
    )

    page = editor.get(address(article))
    shown = " ".join(page.content.decode().split())
    named = [(words, one.source, one.is_in_text) for words, one in page.context["named_sources"]]
    rows = [(words, source.outlet, source.published_on, source.publication, is_in_text) for words, source, is_in_text in named]

    assert rows == [
        ("(Tengrinews, January 16)", "Tengrinews", "2015-01-16", None, True),
        ("As reported by TASS", "TASS", None, tass, True),
        ("Views: 7", "<b>", None, None, False),
    ]
    assert [words in shown for words in (
        '<span class="day">2015-01-16</span> <span class="quiet">inferred</span>',
        f'<a href="/admin/articles/publication/{tass.pk}/change/">TASS</a>',
        '<td>&lt;b&gt;</td> <td>–</td> <td>by a signature <span class="quiet">beside the text</span></td>',
        f'<td><a href="#at-{at}"><q>Views: 7</q></a></td>',
    )] == [True] * 4  # fmt: skip


@pytest.mark.engine_free
def test_an_article_that_was_typed_in_lists_the_sources_of_its_text_on_its_own_page(editor):
    article = make_article(body="The river is shared (Tengrinews, January 16).", published_on="2015-01-30")
    editorial.note_sources([article.versions.get()])

    page = editor.get(reverse("admin:articles_article_change", args=[article.pk]))

    assert [(words, one.source.published_on) for words, one in page.context["text_sources"]] == [("(Tengrinews, January 16)", "2015-01-16")]
    assert "<summary>Sources it names (1)</summary>" in page.content.decode()


@pytest.mark.engine_free
def test_the_page_asks_as_much_for_thirty_rows_of_each_kind_as_for_two(publisher, django_assert_num_queries):
    def fill(article, numbers):
        for number in numbers:
            article.suggestions.create(entity=make_entity(f"Entity {number}"), found="Entity")
            source = {"outlet": "TASS", "published_on": None, "published_basis": None, "cue": "signed", "start": 0, "end": 5}
            laid_beside(article, layer=f"Layer {number}", name=f"{number}", sources=[source] * (number + 1))
            editorial.add_note(article, by=publisher.user, text="A note.")
        return article

    small, large = fill(make_article(), range(2)), fill(make_article(), range(2, 32))
    publisher.get(address(small))
    with django_assert_num_queries(20, exact=False) as few:
        publisher.get(address(small))
    with django_assert_num_queries(len(few)):
        publisher.get(address(large))


def test_the_numbers_a_reading_was_asked_for_are_no_error(editor, draft):
    answers = [editor.get(address(draft, "reads"), {"field": "title", "span": text}).json() for text in ("", "x", "5-2", "0-0", "9" * 40)]

    assert [list(answer) for answer in answers] == [["fault"]] * 5
    assert Article.objects.get().title == "On water"
