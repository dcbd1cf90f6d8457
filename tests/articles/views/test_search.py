"""The search page: words of titles, in any script."""

import pytest

from articles.search import find
from tests.articles.views.facts import tree, words
from tests.factories import make_article, make_user

pytestmark = pytest.mark.django_db


def titles(client, query):
    return [words(heading) for heading in tree(client.get("/search/", query)).css(".line h3")]


def test_all_words_must_stand_in_one_of_the_titles_in_any_case_and_order(client):
    by = make_user()
    make_article(state="published", title="Қазақстан мен Ресей", title_translated="Kazakhstan and Russia", published_on="2015", by=by)
    make_article(state="published", title="Россия и Казахстан", published_on="2014", by=by)
    make_article(state="published", title="Kazakhstan alone", by=by)
    make_article(title="Kazakhstan in a draft")

    assert [titles(client, {"q": query}) for query in ("KAZAKHSTAN", "russia kazakhstan", "казахстан РОССИЯ", "ресей", "China")] == [
        ["Kazakhstan alone", "Қазақстан мен Ресей"],
        ["Қазақстан мен Ресей"],
        ["Россия и Казахстан"],
        ["Қазақстан мен Ресей"],
        [],
    ]


@pytest.mark.parametrize("signs", ["%", "_", "100%", "\\", '"', "*", "NEAR(a b, 9)", "title:x", "-", "OR", "("])
def test_signs_are_looked_for_as_they_are(client, signs):
    by = make_user()
    make_article(state="published", title=f"With {signs} inside", by=by)
    make_article(state="published", title="Without", by=by)

    assert titles(client, {"q": f"with {signs}"}) == [f"With {signs} inside"]


def test_results_come_in_pages_that_lead_to_each_other(client):
    by = make_user()
    for _ in range(41):
        make_article(state="published", title="Kazakhstan & others", by=by)
    ways = []
    for page in (1, 2, 3, 4):
        response = client.get("/search/", {"q": "kazakhstan &", "page": page})
        found = tree(response)
        ways.append((response.status_code, len(found.css(".line")), [link.attributes["href"] for link in found.css(".pages a")]))

    q = "?q=kazakhstan%20%26"
    assert ways == [(200, 20, [f"{q}&page=2"]), (200, 20, [f"{q}&page=1", f"{q}&page=3"]), (200, 1, [f"{q}&page=2"]), (404, 0, [])]


def test_a_long_query_is_cut_with_a_notice(client):
    make_article(state="published", title="Kazakhstan")

    page = tree(client.get("/search/", {"q": f"{'kazakhstan ' * 18}{'x' * 10_000}"}))

    assert words(page.css_first(".banner")) == "The query was longer than 200 characters: only its first 200 were searched."
    assert len(page.css_first("input[name=q]").attributes["value"]) == 200


@pytest.mark.parametrize(
    ("query", "note"),
    [({}, "Type words of a title"), ({"q": "  "}, "Type words of a title"), ({"q": "kazakh*"}, "1 article with kazakh* in the title.")],
)
def test_the_page_says_what_was_done(client, query, note):
    make_article(state="published", title="Kazakhstan")

    assert words(tree(client.get("/search/", query)).css_first("p.note")).startswith(note)


def test_a_search_without_words_finds_nothing():
    make_article(state="published")

    assert find(" ", offset=0, limit=5).ids == ()
