"""Lists: every article once, in one order, however the stretches fall."""

import pytest

from articles import editorial
from articles.models import Article
from articles.views.answers import NotHere
from articles.views.listing import stretch_of
from tests.articles.views.facts import tree, words
from tests.factories import make_article, make_author, make_user

pytestmark = pytest.mark.django_db

DATES = ["2014-02-05", None, "2014", "2014-12-31", None, "2013-12", "2014-02-05", None, "2014-02", "2014-02-05", None, "1999"]


@pytest.fixture
def articles():
    by = make_user()
    return [make_article(state="published", published_on=date, by=by) for date in DATES]


@pytest.mark.parametrize("size", [1, 2, 3, 5, 11, 12, 13])
def test_a_walk_by_stretches_meets_every_article_once_newest_first_and_undated_last(articles, size):
    make_article()
    met, before = [], None
    for _ in range(len(DATES) + 1):
        stretch = stretch_of(Article.objects.public(), before=before, size=size)
        met += [line.address for line in (*stretch.dated, *stretch.undated)]
        before = stretch.following
        if before is None:
            break

    assert met == [articles[number].get_absolute_url() for number in (3, 2, 8, 9, 6, 0, 5, 11, 10, 7, 4, 1)]


def test_undated_articles_stand_under_a_heading_of_their_own(client, articles):
    page = tree(client.get("/articles/"))

    undated = page.css_first("h2.undated ~ .lines")
    assert [len(page.css(".line")), len(undated.css(".line")), words(page.css_first("h2.undated"))] == [12, 4, "Undated"]


def test_a_withdrawn_article_still_marks_its_place(articles):
    editorial.withdraw(articles[8], by=make_user(), reason="error")

    stretch = stretch_of(Article.objects.public(), before=articles[8].pid, size=2)

    assert [line.address for line in stretch.dated] == [articles[9].get_absolute_url(), articles[6].get_absolute_url()]


def test_a_draft_marks_no_place(articles):
    for pid in (make_article().pid, "kz3b7m9tx", "garbage", "x" * 10_000):
        with pytest.raises(NotHere):
            stretch_of(Article.objects.public(), before=pid)


def test_a_line_says_who_where_when_and_in_which_language(client):
    make_article(
        state="published",
        access="full",
        title="Баланс",
        subtitle="Соседи",
        published_on="2014-02",
        language="ru",
        is_demo=True,
        authors=[make_author("A. Sadykova"), make_author("B. Lee")],
    )

    assert words(tree(client.get("/articles/")).css_first(".line")) == (
        "Баланс Соседи A. Sadykova, B. Lee February 2014 Russian whole text demonstration"
    )


def test_following_links_lead_through_the_list(client):
    by = make_user()
    for _ in range(27):
        make_article(state="published", by=by)

    first = tree(client.get("/articles/"))
    second = tree(client.get("/articles/" + first.css_first("a[rel=next]").attributes["href"]))

    assert [len(first.css(".line")), len(second.css(".line")), second.css_first("a[rel=next]")] == [25, 2, None]
    assert [second.css_first("meta[name=robots]").attributes["content"], second.css_first(".pages a").attributes["href"]] == ["noindex, follow", "?"]
