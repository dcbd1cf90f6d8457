"""Lists: every article once, in one order, however the stretches fall."""

import pytest

from articles import editorial
from articles.models import Article
from articles.views.answers import NotHere
from articles.views.listing import stretch_of
from tests.articles.views.facts import tree, words
from tests.factories import make_article, make_author, make_publication, make_topic, make_user

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


@pytest.mark.engine_free
def test_the_articles_of_a_year_are_those_whose_date_ends_in_it(client):
    by = make_user()
    for title, date in {
        "A day": "2014-02-05",
        "A year": "2014",
        "Into it": "2013-12/2014-01",
        "Out of it": "2014-12/2015-01",
        "Before": "2013",
    }.items():
        make_article(state="published", title=title, published_on=date, by=by)
    make_article(state="published", title="Undated", by=by)
    make_article(title="A draft", published_on="1991", by=by)

    pages = {query: tree(client.get(f"/articles/?{query}")) for query in ("year=2014", "year=2015", "year=1999", "year=x", "year=02014", "")}

    everything = ["Out of it", "A year", "A day", "Into it", "Before", "Undated"]
    assert {query: [words(title) for title in page.css(".line h3")] for query, page in pages.items()} == {
        "year=2014": ["A year", "A day", "Into it"],
        "year=2015": ["Out of it"],
        "year=1999": [],
        "year=x": everything,
        "year=02014": everything,
        "": everything,
    }
    assert [words(year) for year in pages[""].css(".years li")] == ["2015", "2014", "2013"]
    assert [page.css_first(".banner") is not None for page in pages.values()] == [False, False, False, True, True, False]


@pytest.mark.engine_free
@pytest.mark.parametrize("section", ["authors", "publications", "topics"])
def test_authors_publications_and_topics_are_listed_once_an_article_has_made_them_known(client, section):
    by = make_user()
    article = make_article(authors=[make_author("Aigerim Sadykova")], publication=make_publication("The Steppe Review"), by=by)
    article.topics.add(make_topic("water"))
    make_article(authors=[make_author("Hidden Person")], publication=make_publication("Hidden Review"), by=by).topics.add(make_topic("hidden"))
    editorial.publish(article, by=by)

    first, beyond = tree(client.get(f"/{section}/")), tree(client.get(f"/{section}/?after=zz"))

    listed = {"authors": "Aigerim Sadykova", "publications": "The Steppe Review", "topics": "water"}[section]
    assert [words(line) for line in first.css(".entities li")] == [listed]
    assert client.get(first.css_first(".entities a").attributes["href"]).status_code == 200
    assert (words(beyond.css_first(".empty")), beyond.css_first(".pages a").attributes["href"]) == ("No more follow.", "?")
    assert words(first.css_first(".sections [aria-current]")) == section.capitalize()
