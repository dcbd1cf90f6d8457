"""Texts that are nearly the same: found, shown, answered once, and never asked about again."""

import datetime as dt

import pytest

from articles import editorial, store
from articles.editorial import Comparison, KnownNames, Terms
from articles.models import AlsoPrinted, Article, Capture, ComparedTexts, Note, Reading, Sketch, Version
from kzarchive.history.models import Change
from tests.factories import make_article, make_publication, make_user

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 11, 22)
SENTENCES = [
    "The port of Aktau was built for oil and has learned to live on grain.",
    "Seven ferries a week leave it for Baku, and five of them are late.",
    "The reason, its captains say, is the wind; its accountants say that it is the tariff.",
    "A new basin was promised in spring, when the ministers of four states met on the quay.",
    "They signed a paper with eleven points, of which nine had been agreed the year before.",
    "Since then two cranes have come from Hamburg, and a third has been seen in Poti.",
    "Whoever wants to send a wagon to Europe without the north must wait for a place.",
    "The place costs more than the journey, as every forwarder on the coast will tell you.",
    "Still the line grows longer, because the other roads are closed or will be soon.",
    "In the canteen of the harbour a map hangs on which the sea is drawn without a border.",
]
BODY = "\n\n".join(" ".join(SENTENCES[at : at + 2]) for at in range(0, 10, 2))
NEARLY = BODY.replace("five of them are late", "six of them are late").replace("from Hamburg", "from Rostock")


def page(body: str, *, title: str = "A harbour and its wind", paper: str = "") -> bytes:
    return f"{title}\n\nBy Dana Omarova\n\n5 February 2014\n\n{body}\n{paper}".encode()


def bring(data: bytes, name: str = "page.txt", *, by=None) -> editorial.Outcome:
    item = editorial.prepare(name, data, names=KnownNames([], {}), today=TODAY)
    [outcome] = editorial.bring_in([item], Terms(by=by or make_user()))
    return outcome


def draft_of(outcome: editorial.Outcome) -> Article:
    return Article.objects.get(pid=outcome.pid)


def doubts(article: Article) -> list[str]:
    """Return the codes of the warnings that are open."""
    return [doubt["code"] for reading in article.readings.all() for doubt in reading.doubts if not doubt.get("settled_by")]


def test_a_near_duplicate_with_another_headline_is_found_from_either_side():
    first, second = bring(page(BODY)), bring(page(NEARLY, title="Where the ferries wait"), "other.txt")

    assert (second.status, second.duplicate_of) == ("near-duplicate", first.pid)
    for one, other in ((first, second), (second, first)):
        [near] = editorial.near_duplicates(draft_of(one))
        assert (near.article.pid, 0.6 < near.resemblance < 1) == (other.pid, True)


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866", "utf-16", "utf-8-sig"])
def test_the_same_text_in_another_encoding_and_under_another_headline_is_the_same_text(encoding):
    russian = (
        "Порт Актау строили для нефти, а живет он зерном. Семь паромов в неделю уходят в Баку, и пять из них опаздывают.\n\n"
        "Капитаны винят ветер, бухгалтеры винят тариф. Весной министры четырех государств обещали новый ковш.\n\n"
        "Они подписали бумагу из одиннадцати пунктов, девять из которых были согласованы годом раньше."
    )
    first = bring(f"Ветер и тариф\n\n5 февраля 2014\n\n{russian}\n".encode())
    second = bring(f"Порт ждет\n\n6 февраля 2014\n\n{russian}\n".encode(encoding), "other.txt")

    assert (second.status, second.duplicate_of) == ("same-text", first.pid)


def test_a_text_said_to_be_another_is_not_asked_about_again():
    by = make_user("editor")
    first, second = (draft_of(bring(data, name)) for data, name in ((page(BODY), "a.txt"), (page(NEARLY), "b.txt")))
    assert doubts(second) == ["near-duplicate"]

    editorial.not_a_duplicate(second, first, by=by, reason="Two ports.")

    assert (editorial.near_duplicates(first), editorial.near_duplicates(second), doubts(second)) == ([], [], [])
    second.refresh_from_db()
    assert (second.resembles, second.open_doubts) == (None, 0)
    [row] = ComparedTexts.objects.all()
    assert (row.answer, row.kept_key, row.reason, row.answered_by) == ("different", None, "Two ports.", by)
    assert Change.objects.filter(act="not a duplicate", object_id=str(second.pk), by=by).count() == 1


def test_the_answer_outlives_the_draft_and_another_file_of_its_text():
    by = make_user()
    first, second = (draft_of(bring(data, name)) for data, name in ((page(BODY), "a.txt"), (page(NEARLY), "b.txt")))
    editorial.not_a_duplicate(second, first, by=by)
    editorial.discard(second, by=by)

    again = bring(page(NEARLY), "b.txt")
    editorial.discard(draft_of(again), by=by)
    other = bring(page(NEARLY, title="Where the ferries wait").replace(b"\n\n", b"\r\n\r\n"), "c.txt")

    assert (again.status, other.status) == ("new", "new")


def test_a_warning_settled_at_the_desk_is_an_answer_too():
    by = make_user("editor")
    first, second = (draft_of(bring(data, name)) for data, name in ((page(BODY), "a.txt"), (page(NEARLY), "b.txt")))
    assert second.resembles == first

    editorial.settle(second.readings.get(), by=by, doubt=0)

    assert (editorial.near_duplicates(second), ComparedTexts.objects.get().answer) == ([], "different")


def test_the_answer_holds_for_a_text_that_was_corrected_since():
    by = make_user()
    first, second = (draft_of(bring(data, name)) for data, name in ((page(BODY), "a.txt"), (page(NEARLY), "b.txt")))
    editorial.not_a_duplicate(second, first, by=by)

    editorial.save_draft(second, by=by, body=NEARLY.replace("quay", "pier"))
    first = editorial.publish(first, by=by)
    editorial.revise(first, by=by, reason="A misprint.", body=BODY.replace("canteen", "kitchen"))

    assert (editorial.near_duplicates(first), editorial.near_duplicates(second)) == ([], [])


def test_a_text_is_compared_as_it_stands_now():
    by = make_user()
    first, second = draft_of(bring(page(BODY), "a.txt")), make_article(body="Something else.")
    assert editorial.near_duplicates(first) == []

    editorial.save_draft(second, by=by, body=NEARLY)

    assert [near.article for near in editorial.near_duplicates(first)] == [second]


def test_a_third_text_is_still_asked_about():
    by = make_user()
    first, second = (draft_of(bring(data, name)) for data, name in ((page(BODY), "a.txt"), (page(NEARLY), "b.txt")))
    editorial.not_a_duplicate(second, first, by=by)

    third = bring(page(NEARLY.replace("Seven ferries", "Eight ferries")), "c.txt")

    assert (third.status, third.duplicate_of in {first.pid, second.pid}) == ("near-duplicate", True)


def test_the_same_text_cannot_be_said_to_be_another():
    first = make_article(body=BODY)
    second = make_article(body=BODY.replace("\n\n", " "))

    with pytest.raises(editorial.InvalidRecord, match="same"):
        editorial.not_a_duplicate(first, second, by=make_user())
    with pytest.raises(editorial.InvalidRecord, match="same article"):
        editorial.not_a_duplicate(first, first, by=make_user())
    with pytest.raises(editorial.InvalidRecord, match="no text"):
        editorial.not_a_duplicate(first, make_article(body=""), by=make_user())
    assert not ComparedTexts.objects.exists()


def reprint(paper=None, **values) -> Article:
    article = draft_of(bring(page(NEARLY, title="Where the ferries wait"), "b.txt"))
    Article.objects.filter(pk=article.pk).update(publication=paper, published_on="2014-02-09", published_basis="stated", volume="4", **values)
    article.refresh_from_db()
    return article


def test_a_reprint_becomes_a_printing_of_the_draft_it_repeats():
    by, paper = make_user("editor"), make_publication("The Reprint")
    first = draft_of(bring(page(BODY), "a.txt"))
    second = reprint(paper)
    Note.objects.create(article=second, by=by, text="Compare the ferries.")

    kept = editorial.also_printed_in(second, first, by=by)

    assert kept == first
    assert list(AlsoPrinted.objects.values_list("article", "publication", "title", "published_on", "volume", "issue")) == [
        (first.pk, paper.pk, "Where the ferries wait", "2014-02-09", "4", None)
    ]
    assert not Article.objects.filter(pk=second.pk).exists()
    assert sorted(first.readings.values_list("capture__filename", flat=True)) == ["a.txt", "b.txt"]
    assert (doubts(first), first.notes.get().text) == ([], "Compare the ferries.")
    assert all(store.get(capture.sha256) for capture in Capture.objects.all())


def test_a_reprint_brought_in_again_is_kept_with_its_article():
    by = make_user()
    first = draft_of(bring(page(BODY), "a.txt"))
    editorial.also_printed_in(reprint(make_publication("The Reprint")), first, by=by)

    same_bytes = bring(page(NEARLY, title="Where the ferries wait"), "b.txt")
    other_bytes = bring(page(NEARLY, title="Once more the ferries"), "c.txt")

    assert (same_bytes.status, same_bytes.pid) == ("unchanged", first.pid)
    assert (other_bytes.status, other_bytes.pid, [doubt.code for doubt in other_bytes.doubts]) == ("same-text", first.pid, ["also-printed"])
    assert (Article.objects.count(), Reading.objects.filter(article=first).count()) == (1, 3)


def test_a_rehearsal_knows_the_answers_too():
    by = make_user()
    first = draft_of(bring(page(BODY), "a.txt"))
    editorial.also_printed_in(reprint(make_publication("The Reprint")), first, by=by)
    item = editorial.prepare("c.txt", page(NEARLY, title="Once more"), names=KnownNames([], {}), today=TODAY)

    [outcome] = editorial.rehearse([item], Comparison(), Terms(by=by))

    assert (outcome.status, outcome.duplicate_of) == ("same-text", first.pid)


def test_a_published_article_gets_its_printing_by_a_revision():
    by, paper = make_user(), make_publication("The Reprint")
    first = editorial.publish(draft_of(bring(page(BODY), "a.txt")), by=by)

    editorial.also_printed_in(reprint(paper), first, by=by, reason="Found in the yearbook.")

    newest = Version.objects.get(article=first, number=2)
    assert (newest.reason, [p["publication"]["title"] for p in newest.record["also_printed"]]) == ("Found in the yearbook.", ["The Reprint"])
    assert newest.sameness_key == first.current.sameness_key


def test_what_cannot_be_a_reprint_is_refused_and_nothing_changes():
    by = make_user()
    first = draft_of(bring(page(BODY), "a.txt"))
    nowhere = reprint()
    public = editorial.publish(make_article(body=BODY + "\n\nMore."), by=by)

    with pytest.raises(editorial.InvalidRecord, match="printed"):
        editorial.also_printed_in(nowhere, first, by=by)
    with pytest.raises(editorial.WrongState, match="withdraw"):
        editorial.also_printed_in(public, first, by=by)
    with pytest.raises(editorial.NotAllowed):
        editorial.also_printed_in(nowhere, first, by=make_user("contributor"))
    with pytest.raises(editorial.NotAllowed):
        editorial.not_a_duplicate(nowhere, first, by=make_user("contributor"))
    assert (Article.objects.count(), AlsoPrinted.objects.count(), ComparedTexts.objects.count()) == (3, 0, 0)


def test_an_answer_may_be_changed_by_a_later_one():
    by = make_user()
    first = draft_of(bring(page(BODY), "a.txt"))
    second = reprint(make_publication("The Reprint"))
    editorial.not_a_duplicate(second, first, by=by, reason="At first sight.")

    editorial.also_printed_in(second, first, by=by)

    [row] = ComparedTexts.objects.all()
    assert (row.answer, row.kept_key) == ("reprint", first.versions.get().sameness_key)


def test_words_on_every_page_of_a_site_hide_no_duplicate(django_assert_num_queries):
    first = draft_of(bring(page(BODY), "a.txt"))
    common = first.sketches.values_list("value", flat=True)[0]
    others = [make_article(body="Nothing alike.") for _ in range(3)]
    Sketch.objects.write([(other.pk, common) for other in others for _ in range(100)])

    with django_assert_num_queries(2):
        found = Sketch.objects.sharing([common], most_each=50)

    assert len(found) == 50
    assert bring(page(NEARLY), "b.txt").duplicate_of == first.pid
