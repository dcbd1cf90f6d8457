"""The index follows every act, in its transaction; an act that forgets it fails here."""

import datetime as dt
from dataclasses import replace

import pytest
from django.core.management import call_command

from articles import demo, editorial, search
from articles.models import Article, PublicDocument, Suggestion
from articles.search.backends import backend
from articles.search.documents import Part, entered, held_of
from articles.search.signals import entered_anew
from articles.verification import index as verify_index
from tests.factories import make_article, make_author, make_entity, make_publication, make_topic, make_user

pytestmark = pytest.mark.django_db


def answered(article, by):
    suggestion = Suggestion.objects.create(article=article, entity=make_entity(), found="Kazakhstan")
    editorial.answer(suggestion, by=by, accept=True)


ACTS = {
    "save_draft": ("draft", lambda article, by: editorial.save_draft(article, by=by, body="Another text.")),
    "submit": ("draft", lambda article, by: editorial.submit(article, by=by)),
    "send_back": ("in review", lambda article, by: editorial.send_back(article, by=by, reason="Why")),
    "publish": ("in review", lambda article, by: editorial.publish(article, by=by)),
    "revise": ("published", lambda article, by: editorial.revise(article, by=by, reason="Why", body="Another text.")),
    "withdraw": ("published", lambda article, by: editorial.withdraw(article, by=by, reason="rights")),
    "publish_again": ("withdrawn", lambda article, by: editorial.publish_again(article, by=by, reason="Why")),
    "answer": ("published", answered),
    "discard": ("draft", lambda article, by: editorial.discard(article, by=by)),
}


def brought_in(text, by, name="page.txt"):
    item = editorial.prepare(name, text.encode(), names=editorial.KnownNames([], {}), today=dt.date(2026, 11, 22))
    (outcome,) = editorial.bring_in([item], editorial.Terms(by=by))
    return Article.objects.get(pid=outcome.pid)


def split_in_two(by):
    reports = ("ALMATY, 3 June 2015 (The Steppe Wire) — The ministers have signed a plan for the river that parts them, and named its gates.",
               "ASTANA, 4 June 2015 (The Steppe Wire) — The parliament has ratified the treaty on the border after a short debate.")  # fmt: skip
    assert len(editorial.split(brought_in("\n\nENDS\n".join([*reports, ""]), by), by=by)) == 1


def joined(by):
    first = brought_in("The Long Road\n\nThe road was built in two years by people who had never seen one, and of those who saw it\n", by)
    rest = brought_in("then nobody would know it again today.\n\nIt leads from the mine to the port, and from the port to the sea.\n", by, "2.txt")
    editorial.join(first, rest, by=by)


def mended(by):
    text = "В сентябре над озером снова летают чужие самолеты. Учения идут здесь каждый год, но впервые гости привезли свои радары."
    spoilt = "".join(bytes([byte]).decode("cp1251", "ignore") or chr(byte) for byte in text.encode())
    editorial.mend_encoding(brought_in(f"Lake\n\n{spoilt}\n", by), by=by)
    assert search.find("самолеты", for_desk=True).total == 1


def taken(by):
    article = brought_in("On water\n\nThe river is shared by three states.\n", by)
    editorial.take(article, by=by, reading=article.readings.get(), field="title", start=14, end=19)
    article.refresh_from_db()
    assert (article.title, search.find("river", for_desk=True).total) == ("river", 1)


def done_to_many(kind, **terms):
    def perform(by):
        articles = [make_article(state=state, by=by, authors=[make_author("A Writer")]) for state in ("draft", "published")]
        search.index([article.pk for article in articles])
        made = {name: value() if callable(value) else value for name, value in terms.items()}
        batch = editorial.rehearse_many(kind, articles, by=by, terms={"reason": "Why", **made})
        editorial.do_many_on(batch, by=by, seconds=60)
        assert [row.status for row in batch.rows.all()] == ["done", "done"]
        assert list(search.stale(Article.objects.values_list("pk", flat=True))) == []
        undo = editorial.undo_many(batch, by=by)
        editorial.undo_many_on(undo, by=by, seconds=60)

    return perform


LARGER_ACTS = {
    "split": split_in_two,
    "join": joined,
    "mend_encoding": mended,
    "take": taken,
    "many: rights": done_to_many("rights", rights="https://creativecommons.org/licenses/by/4.0/", rights_basis="A letter.", access="full"),
    "many: publication": done_to_many("publication", publication=lambda: make_publication().pk),
    "many: name": done_to_many("name", printed="A Writer", correct="Another Writer", author=None),
    "many: topic": done_to_many("topic", topic=lambda: make_topic("water").pk, topic_name="water"),
}


@pytest.mark.parametrize("act", LARGER_ACTS)
def test_after_an_act_on_several_rows_the_index_is_as_the_records(act):
    LARGER_ACTS[act](make_user())

    assert list(search.stale(Article.objects.values_list("pk", flat=True))) == []
    assert list(search.surplus()) == []
    assert Article.objects.exists()


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("access", ["record", "full"])
def test_after_an_act_the_index_is_as_the_record(act, access):
    state, perform = ACTS[act]
    by = make_user()
    article = make_article(state=state, access=access, by=by)
    search.index([article.pk])

    perform(article, by)

    assert list(search.stale(Article.objects.values_list("pk", flat=True))) == []
    assert list(search.surplus()) == []


def one_that_fails(draft, published, by):
    with search.together():
        editorial.save_draft(draft, by=by, body="Rivers.")
        editorial.publish(published, by=by)


def test_acts_done_together_are_entered_when_the_last_is_done_and_not_at_all_when_one_fails():
    by = make_user()
    article, failing = make_article(body="Steppe.", access="full"), make_article(body="Lakes.")
    search.index([article.pk, failing.pk])

    with search.together():
        article = editorial.publish(article, by=by)
        editorial.revise(article, by=by, reason="Why", body="Mountains.")
        with search.together():
            editorial.submit(failing, by=by)
        assert search.find("mountains").total == 0
    with pytest.raises(editorial.WrongState):
        one_that_fails(failing, article, by)

    assert (search.find("mountains").total, search.find("rivers", for_desk=True).total, search.find("lakes", for_desk=True).total) == (1, 0, 1)
    assert list(search.stale(Article.objects.values_list("pk", flat=True))) == []


def test_the_demonstration_comes_and_goes_with_the_index():
    demo.load(make_user("publisher"))
    assert search.find("Kazakhstan").total > 0
    assert list(search.stale(Article.objects.values_list("pk", flat=True))) == []

    demo.clear()
    assert (search.find("Kazakhstan").total, list(search.surplus())) == (0, [])


def test_what_was_withdrawn_is_found_at_the_desk_alone():
    by = make_user()
    article = make_article(state="published", title="Taken back", access="full", body="Some unusual words.", by=by)
    editorial.withdraw(article, by=by, reason="rights")

    assert [search.find("unusual", for_desk=desk).total for desk in (False, True)] == [0, 1]


def test_rebuilding_makes_the_same_index():
    article = make_article(state="published", access="full")
    found = search.find("paragraph")

    assert (search.rebuild(), search.find("paragraph")) == (1, found)
    assert list(search.stale([article.pk])) == []


@pytest.mark.parametrize("fault", ["title", "body", "tags"])
def test_a_word_of_the_index_that_is_not_the_records_is_found_out(fault):
    article = make_article(state="published", title="Steppe and sea", access="full", body="Some unusual words.", language="en")
    held = next(iter(entered(Part.PUBLIC, held_of([article.pk])[Part.PUBLIC].values()).values()))
    engine = backend()
    engine.remove(Part.PUBLIC, [held])
    flipped = {"title": {"title": held.title.replace("sea", "tea")}, "body": {"body": held.body.replace("unusu", "usual")}, "tags": {"tags": "p1"}}
    engine.add(Part.PUBLIC, [replace(held, **flipped[fault])])

    assert [(found.check, found.record, found.message) for found in verify_index()] == [
        ("index", article.pid, "the public index has lost words of it: run reindex_search")
    ]


def test_some_are_taken_out_and_others_entered_at_once():
    first, second = make_article(state="published", title="Steppe"), make_article(state="published", title="Sea")
    held = entered(Part.PUBLIC, held_of([first.pk, second.pk])[Part.PUBLIC].values())
    engine = backend()
    reworded = replace(held[first.pk], title="desert")

    engine.replace(Part.PUBLIC, held.values(), [reworded])

    assert engine.count(Part.PUBLIC) == 1
    assert [engine.holds(Part.PUBLIC, document) for document in (reworded, held[first.pk], held[second.pk])] == [True, False, False]


@pytest.mark.parametrize(("changes", "is_told"), [({"byline": "By somebody"}, False), ({"title": "Kazakhstan"}, True), ({"access": "excerpt"}, True)])
def test_names_are_looked_for_anew_where_the_public_reads_other_words(changes, is_told):
    told = []

    def note(*, sources, **kwargs):
        told.extend(source.article.pk for source in sources)

    by = make_user()
    article = make_article(state="published", title="Steppe", by=by)
    entered_anew.connect(note)
    try:
        editorial.revise(article, by=by, reason="A misprint.", changes=changes)
    finally:
        entered_anew.disconnect(note)

    assert (told, list(search.stale([article.pk]))) == ([article.pk] * is_told, [])


def test_an_index_of_another_edition_or_an_emptied_one_is_made_anew_and_no_other(capsys):
    article = make_article(state="published")
    said = []
    for spoil in (lambda: None, lambda: PublicDocument.objects.update(edition=1), lambda: search.forget([article.pk])):
        spoil()
        call_command("reindex_search", "--if-outdated")
        said.append(capsys.readouterr().out.strip())

    assert said == ["The index is of this edition.", "1 articles indexed.", "1 articles indexed."]
    assert list(search.stale([article.pk])) == []
