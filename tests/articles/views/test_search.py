"""The search page and its other forms: what was asked, what was found, how it is spread, and where the words stand."""

import csv
import io
import json

import pytest

from articles.models import TaggedEntity
from articles.search import find, index
from articles.views.exports import cell
from tests.articles.views.facts import tree, words
from tests.factories import make_article, make_author, make_entity, make_publication, make_user

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
    assert ways == [(200, 20, [f"{q}&page=2"]), (200, 20, [q, f"{q}&page=3"]), (200, 1, [f"{q}&page=2"]), (404, 0, [])]


def test_a_long_query_is_cut_with_a_notice(client):
    make_article(state="published", title="Kazakhstan")

    page = tree(client.get("/search/", {"q": f"{'kazakhstan ' * 18}{'x' * 10_000}"}))

    assert words(page.css_first(".banner")) == "The query was longer than 200 characters: only its first 200 were searched."
    assert len(page.css_first("input[name=q]").attributes["value"]) == 200


@pytest.mark.parametrize(
    ("query", "note"),
    [({}, "Type words of a text"), ({"q": "  "}, "Type words of a text"), ({"q": "kazakh*"}, "1 article. Order: best first")],
)
def test_the_page_says_what_was_done(client, query, note):
    make_article(state="published", title="Kazakhstan")

    assert words(tree(client.get("/search/", query)).css_first("p.note")).startswith(note)


def test_a_search_without_words_finds_nothing():
    make_article(state="published")

    assert find(" ", offset=0, limit=5).ids == ()


@pytest.fixture
def shelf():
    """Three published articles: two of one publication, two that speak of one entity, one without a date."""
    by = make_user()
    russia = make_entity("Russia", names=[("Россия", "ru")])
    review, courier = make_publication("The Steppe Review"), make_publication("The Courier")
    author = make_author("Aigerim Sadykova")
    body = "Before it, nothing. " * 30 + "Gas transit through the steppe is cheap. " + "After it, nothing. " * 30
    first = make_article(
        state="published",
        title="On transit",
        body=body,
        access="full",
        language="en",
        published_on="2014",
        publication=review,
        authors=[author],
        by=by,
    )
    second = make_article(
        state="published", title="Transit again", body=body, access="excerpt", language="en", published_on="2016-02", publication=review, by=by
    )
    third = make_article(
        state="published",
        title="Nothing dated",
        abstract="Transit in an abstract.",
        body=body,
        publication=courier,
        quality=["machine-translated:de", "truncated", "odd"],
        by=by,
    )
    for article in (first, third):
        TaggedEntity.objects.create(content_object=article, tag=russia)
        index([article.pk])
    return first, second, third


def test_every_facet_leads_to_as_many_articles_as_it_counts(client, shelf):
    page = tree(client.get("/search/", {"q": "transit"}))
    links = {link.attributes["href"]: int(link.parent.css_first(".count").text()) for link in page.css(".facets li > a")}

    assert links == {
        "?q=transit&publication=the-steppe-review": 2,
        "?q=transit&publication=the-courier": 1,
        "?q=transit&from=2016&to=2016": 1,
        "?q=transit&from=2014&to=2014": 1,
        "?q=transit&entity=russia": 2,
        "?q=transit&author=aigerim-sadykova": 1,
        "?q=transit&language=en": 2,
        "?q=transit&access=full": 1,
        "?q=transit&access=excerpt": 1,
        "?q=transit&access=record": 1,
        "?q=transit&quality=machine-translated": 1,
        "?q=transit&quality=truncated": 1,
    }
    assert {href: len(tree(client.get(f"/search/{href}")).css(".line")) for href in links} == links


def test_undated_articles_stand_apart_and_last_in_either_order(client, shelf):
    found = {sort: tree(client.get("/search/", {"q": "transit", "sort": sort})) for sort in ("newest", "oldest")}

    assert {sort: [words(h) for h in page.css(".line h3")] for sort, page in found.items()} == {
        "newest": ["Transit again", "On transit", "Nothing dated"],
        "oldest": ["On transit", "Transit again", "Nothing dated"],
    }
    assert [words(page.css("h2")[1]) for page in found.values()] == ["Without a date"] * 2


def test_excerpts_mark_the_searched_words_alone_and_show_of_a_closed_text_what_may_be_shown(client, shelf):
    first, second, _ = shelf
    page = tree(client.get("/search/", {"q": "gas transit -oil"}))
    lines = {words(line.css_first("h3")): line for line in page.css(".line")}

    assert {title: [mark.text() for mark in line.css(".excerpt mark")] for title, line in lines.items()} == {
        "On transit": ["Gas", "transit"],
        "Transit again": ["Gas", "transit"],
    }
    closed = [len(excerpt.text().replace("…", "").split()) for excerpt in lines["Transit again"].css(".excerpt")]
    assert (max(closed) <= 40, sum(closed) <= len(second.current.body.split()) // 10) == (True, True)
    assert lines["On transit"].css_first("h3 a").attributes["href"] == f"/articles/{first.pid}/?q=gas%20transit%20-oil"


def test_the_page_of_an_article_marks_the_same_words(client, shelf):
    first = shelf[0]
    pages = [tree(client.get(article.get_absolute_url(), {"q": '"gas transit" cheap'})) for article in shelf]

    assert [[mark.text() for mark in page.css("mark.hit")] for page in pages] == [["Gas transit", "cheap"], ["Gas transit", "cheap"], []]
    assert "\n\n".join(block.text() for block in pages[0].css("[data-annotation-root] > *")) == first.current.body


def test_the_name_of_an_entity_finds_its_articles_until_that_is_turned_off(client, shelf):
    page = tree(client.get("/search/", {"q": "Россия"}))
    off = page.css_first("a[href*='names=off']").attributes["href"]

    assert [words(heading) for heading in page.css(".line h3")] == ["On transit", "Nothing dated"]
    assert "Also searched: Россия as the entity Russia." in words(page.css_first("main"))
    assert tree(client.get(f"/search/{off}")).css(".line") == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?author=aigerim-sadykova", 1),
        ("?publication=the-steppe-review&publication=the-courier", 3),
        ("?from=2015", 1),
        ("?to=2015-01", 1),
        ("?q=date:2014..2016", 2),
        ("?q=author:sadykova", 1),
        ("?q=publication:steppe", 2),
        ("?q=entity:Россия+-abstract", 1),
        ("?q=transit+-publication:courier", 2),
        ("?language=en&entity=russia", 1),
        ("?access=full", 1),
        ("?access=excerpt&access=record", 2),
        ("?q=transit+-access:record", 2),
        ("?quality=truncated", 1),
        ("?q=quality:machine-translated+quality:truncated", 1),
        ("?quality=pleasant", 0),
        ("?q=claims:any", 0),
        ("?q=tran*", 3),
        ("?entity=nobody", 0),
    ],
)
def test_filters_narrow_in_either_spelling(client, shelf, query, found):
    assert len(tree(client.get(f"/search/{query}")).css(".line")) == found


def test_the_other_forms_name_the_articles_of_the_page(client, shelf):
    pids = [article.pid for article in shelf]
    asked = {"q": "transit", "sort": "oldest"}
    table = list(csv.DictReader(io.StringIO(client.get("/search.csv", asked).getvalue().decode())))
    whole = json.loads(client.get("/search.json", asked).content)
    feed = client.get("/search.atom", asked).content.decode()

    assert [row["pid"] for row in table] == pids
    assert ([row["pid"] for row in whole["results"]], whole["total"], whole["next"]) == (pids, 3, None)
    assert [pid in feed for pid in pids] == [True] * 3


@pytest.mark.parametrize("live", ["=HYPERLINK(1)", "+1", "-2+3", "@SUM(A1)", "\tx", "\rx"])
def test_no_cell_is_a_formula(live):
    assert cell(live) == f"'{live}"


ODD = [
    '"', '"" "', "a AND", "OR OR", "NOT", "-", "--", "NEAR(a b,99999999999)", "nosuch:a", "^a", "a*b", "*", "(((", "title:x", "author:", 'author:"',
    "date:9999..0000", "date:x", "%_" * 90, "(a+)+$", "\u202egpj", "а" * 3500, "\u0301" * 300, "a\u200bb", "'; DROP TABLE x; --", "\\", "{title}:a",
    "²",
    "🇰🇿", "中国", "C++", "O'Reilly", '12" vinyl', "x" * 10_000, "-a -b", "a " * 100, "a OR " * 60, "<script>", "\ud800",
]  # fmt: skip


@pytest.mark.parametrize("typed", ODD)
def test_whatever_is_typed_is_answered_with_a_page(client, typed):
    typed = typed.encode("utf-8", "replace").decode()
    response = client.get("/search/", {"q": typed, "from": typed, "to": typed, "sort": typed, "claims": typed, "author": [typed] * 30})

    assert (response.status_code, "<script>" in response.content.decode()) == (200, False)


@pytest.mark.parametrize("page", ["0", "-1", "501", "1000000000", "9" * 3500, "²", "x", "2"])
def test_a_page_that_is_not_there_is_404_with_a_way_back(client, page):
    response = client.get("/search/", {"q": "a", "page": page})

    assert (response.status_code, tree(response).css("a[href='?q=a']") != []) == (404, True)


@pytest.mark.parametrize("form", ["", ".csv", ".json", ".atom"])
def test_what_takes_too_long_is_broken_off_and_said(client, monkeypatch, form):
    make_article(state="published", title="Kazakhstan")
    monkeypatch.setattr(f"articles.views.{'exports' if form else 'search'}.PATIENCE_SECONDS", 0)

    response = client.get(f"/search{form or '/'}", {"q": "kaz* OR oil"})

    said = [words(line) for line in tree(response).css(".ways li")] if not form else [response.content.decode()]
    assert (response.status_code, response.headers["Cache-Control"]) == (503, "private, no-store")
    assert said == (
        ["This search would take longer than anybody is kept waiting here: ask for less at once.\n"]
        if form
        else [
            "“kaz*” stands for every word that begins so: write more letters of it, or a whole word.",
            "OR adds up all that either of two words finds: search for one of them at a time.",
            "The same in order of date: to put the best first takes most of the time.",
        ]
    )
    assert client.get("/articles/").status_code == 200  # nothing of it stays on the connection
