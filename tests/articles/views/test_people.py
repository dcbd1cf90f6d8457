"""What the pages of authors and publications tell beside their articles."""

import pytest

from articles import editorial
from articles.models import Contribution
from tests.articles.views.facts import tree, words
from tests.factories import make_article, make_author, make_publication, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.engine_free]


def credited(author, name, state="published", by=None):
    article = make_article(authors=[author], by=by)
    Contribution.objects.filter(article=article).update(name=name)
    if state != "draft":
        editorial.publish(article, by=by)
    if state == "withdrawn":
        editorial.withdraw(article, by=by, reason="legal")
    return article


def test_an_author_is_shown_with_the_spellings_of_public_by_lines_the_most_frequent_first(client):
    by, author = make_user(), make_author("Aigerim Sadykova")
    for name, state in [("A. Sadykova", "published"), ("Айгерим Садыкова", "published"), ("A. Sadykova", "published")]:
        credited(author, name, state, by)
    credited(author, "A draft’s spelling", "draft", by)
    credited(author, "A spelling taken back", "withdrawn", by)

    page = tree(client.get(author.get_absolute_url()))

    assert [words(line) for line in page.css("[aria-labelledby=spellings] li")] == ["A. Sadykova 2", "Айгерим Садыкова 1"]


def test_an_author_who_is_always_printed_as_on_record_has_no_list_of_spellings(client):
    author = make_author("Aigerim Sadykova")
    make_article(state="published", authors=[author])

    assert tree(client.get(author.get_absolute_url())).css("[aria-labelledby=spellings]") == []


@pytest.fixture
def review():
    by, publication = make_user(), make_publication()
    for title, fields in {
        "One": {"volume": "12", "issue": "3", "published_on": "2014-02"},
        "Two": {"volume": "12", "issue": "3", "published_on": "2014-03"},
        "Three": {"issue": "Summer & <autumn>", "published_on": "2015"},
        "Four": {"volume": "13"},
        "Five": {"published_on": "2016"},
    }.items():
        make_article(state="published", title=title, publication=publication, by=by, **fields)
    make_article(title="A draft", publication=publication, volume="99", by=by)
    return publication


def test_the_issues_of_a_publication_lead_to_their_articles(client, review):
    address = review.get_absolute_url()
    links = tree(client.get(address)).css("[aria-labelledby=issues] li")
    found = {words(line): tree(client.get(address + line.css_first("a").attributes["href"])) for line in links}

    assert {issue: sorted(words(title) for title in page.css(".line h3")) for issue, page in found.items()} == {
        "12, 3 (2014) 2": ["One", "Two"],
        "Summer & <autumn> (2015) 1": ["Three"],
        "13 1": ["Four"],
    }
    assert {words(page.css_first("#articles")) for page in found.values()} == {
        "Articles in volume 12, issue 3",
        "Articles in issue Summer & <autumn>",
        "Articles in volume 13",
    }
    assert {page.css_first("meta[name=robots]").attributes["content"] for page in found.values()} == {"noindex, follow"}


@pytest.mark.parametrize("query", ["volume=99", "issue=%00x", "volume=12&volume=13", "volume=" + "9" * 500, "issue=%F0%9F%98%80", "issue=%ff"])
def test_an_issue_that_is_not_there_is_an_empty_list_with_a_way_back(client, review, query):
    response = client.get(f"{review.get_absolute_url()}?{query}")

    assert (response.status_code, "A draft" in response.content.decode()) == (400 if "%00" in query else 200, False)


def test_the_pages_of_one_issue_stay_within_it(client):
    by, publication = make_user(), make_publication()
    for _ in range(27):
        make_article(state="published", publication=publication, volume="a b", by=by)
    make_article(state="published", publication=publication, title="Outside", by=by)

    first = tree(client.get(f"{publication.get_absolute_url()}?volume=a+b"))
    second = tree(client.get(publication.get_absolute_url() + first.css_first(".pages a").attributes["href"]))

    assert [len(page.css(".line")) for page in (first, second)] == [25, 2]
    assert second.css_first(".pages a").attributes["href"] == "?volume=a+b"
