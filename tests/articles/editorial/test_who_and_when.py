"""Every act, by every role, in every state of an article: done, refused to this person, or refused in this state."""

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.db import transaction

from articles import editorial
from articles.models import Article, Suggestion
from kzarchive.history.models import Change
from tests.factories import make_article, make_entity, make_user

pytestmark = pytest.mark.django_db

STATES = ["draft", "in review", "published", "withdrawn"]

ACTS = {
    "submit": lambda article, by: editorial.submit(article, by=by),
    "send back": lambda article, by: editorial.send_back(article, by=by, reason="The date is missing."),
    "publish": lambda article, by: editorial.publish(article, by=by),
    "revise": lambda article, by: editorial.revise(article, by=by, reason="A misprint.", body="Another text."),
    "withdraw": lambda article, by: editorial.withdraw(article, by=by, reason="error"),
    "publish again": lambda article, by: editorial.publish_again(article, by=by, reason="It was right."),
    "save draft": lambda article, by: editorial.save_draft(article, by=by, body="Another text."),
    "discard": lambda article, by: editorial.discard(article, by=by),
    "answer": lambda article, by: editorial.answer(Suggestion.objects.get(article=article), by=by, accept=True),
}

MAY = {
    "contributor": {"submit", "save draft", "discard"},
    "editor": {"submit", "save draft", "discard", "send back", "answer"},
    "publisher": set(ACTS),
    "import account": set(ACTS),
    "inactive publisher": set(),
    "no group": set(),
    "anonymous": set(),
    "nobody": set(),
}

# The state an act leaves behind, by the state it finds; "gone" stands for no record, and what is not named is refused.
LEADS_TO = {
    "submit": {"draft": "in review"},
    "send back": {"in review": "draft"},
    "publish": {"draft": "published", "in review": "published"},
    "revise": {"published": "published", "withdrawn": "withdrawn"},
    "withdraw": {"published": "withdrawn"},
    "publish again": {"withdrawn": "published"},
    "save draft": {"draft": "draft", "in review": "in review"},
    "discard": {"draft": "gone", "in review": "gone"},
    "answer": {state: state for state in STATES},
}


@pytest.fixture
def people():
    inactive = make_user("publisher", is_active=False)
    return {
        **{group: make_user(group) for group in ("contributor", "editor", "publisher")},
        "import account": User.objects.get(username="import"),
        "inactive publisher": inactive,
        "no group": make_user(None),
        "anonymous": AnonymousUser(),
        "nobody": None,
    }


@pytest.fixture
def articles():
    found = {state: make_article(state=state) for state in STATES}
    entity = make_entity()
    for article in found.values():
        Suggestion.objects.create(article=article, entity=entity, found="Kazakhstan")
    return found


def came_of(act, article, by):
    """Return the state the act left, or the name of its refusal, and how many entries the history got; everything is undone."""
    entries = Change.objects.count()
    with transaction.atomic():
        try:
            ACTS[act](article, by)
        except editorial.EditorialError as error:
            outcome = type(error).__name__
        else:
            outcome = Article.objects.filter(pk=article.pk).values_list("state", flat=True).first() or "gone"
        came = outcome, Change.objects.count() - entries
        transaction.set_rollback(True)
    return came


@pytest.mark.parametrize("act", ACTS)
def test_an_act_is_done_by_whom_and_when_it_may_be(act, people, articles):
    came = {(role, state): came_of(act, articles[state], by) for role, by in people.items() for state in STATES}
    wrong_state = "InUse" if act == "discard" else "WrongState"

    assert came == {
        (role, state): ("NotAllowed", 0) if act not in MAY[role] else (LEADS_TO[act][state], 1) if state in LEADS_TO[act] else (wrong_state, 0)
        for role in people
        for state in STATES
    }


def test_a_refusal_says_in_words_what_the_article_is_and_would_have_to_be():
    article = make_article()
    with pytest.raises(editorial.WrongState) as caught:
        editorial.withdraw(article, by=make_user(), reason="error")

    assert str(caught.value) == f"{article.pid} is draft; this can be done to an article that is published."


def test_who_lost_a_group_is_refused_from_then_on():
    by = make_user("publisher")
    by.groups.clear()
    with pytest.raises(editorial.NotAllowed, match=r"articles\.publish_article"):
        editorial.publish(make_article(), by=User.objects.get(pk=by.pk))
