"""The index follows every act, in its transaction; an act that forgets it fails here."""

import pytest

from articles import demo, editorial, search
from articles.models import Article, Suggestion
from tests.factories import make_article, make_entity, make_user

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


@pytest.mark.engine_free
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
