"""The public look-up, with and without JavaScript, and the cards of entities: what may be known, counted and found."""

import pytest

from articles import editorial
from articles.models import Suggestion, TaggedEntity
from entities.models import Name
from tests.articles.views.facts import tree, words
from tests.factories import make_article, make_entity, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive():
    """Two people of one name: one in two published articles, a draft and a withdrawn one, and one whom nobody writes about."""
    by = make_user()
    known = make_entity("Serik Akhmetov", "person", [("Серик Ахметов", "ru"), ("Серік Ахметов", "kk")], description="Prime minister of Kazakhstan.")
    other = make_entity("Serik Akhmetov", "person", slug="serik-akhmetov-2", description="A boxer.")
    states = ["published", "published", "draft", "in review", "withdrawn"]
    for state in states:
        TaggedEntity.objects.create(content_object=make_article(state=state, by=by, access="full", body="Akhmetov spoke."), tag=known)
    Suggestion.objects.create(article=make_article(state="published", by=by), entity=other, found="Akhmetov")
    return known, other


def test_two_people_of_one_name_are_told_apart(client, archive):
    answer = client.get("/entities/lookup.json", {"q": "Ахметов Серик"})

    assert answer.json() == {
        "q": "Ахметов Серик",
        "results": [
            {
                "name": "Serik Akhmetov", "matched": "Серик Ахметов", "language": "ru", "kind": "person", "years": "",
                "description": "Prime minister of Kazakhstan.", "articles": 2, "href": "/entities/serik-akhmetov/",
            },
            {
                "name": "Serik Akhmetov", "matched": "Serik Akhmetov", "language": "en", "kind": "person", "years": "",
                "description": "A boxer.", "articles": 0, "href": "/entities/serik-akhmetov-2/",
            },
        ],
    }  # fmt: skip
    assert (answer.headers["Cache-Control"], answer.headers["X-Robots-Tag"]) == ("public, no-cache", "noindex, follow")


def test_the_name_that_matched_comes_with_its_years(client):
    entity = make_entity("Astana", "place")
    Name.objects.create(entity=entity, text="Целиноград", language="ru", kind="former", from_year=1961, to_year=1992)

    (found,) = client.get("/entities/lookup.json", {"q": "tselinogrd"}).json()["results"]

    assert (found["name"], found["matched"], found["years"]) == ("Astana", "Целиноград", "1961–1992")


@pytest.mark.usefixtures("archive")
def test_the_page_without_javascript_says_the_same(client):
    page = tree(client.get("/entities/", {"q": "Ахметов Серик"}))

    assert [words(line) for line in page.css(".entities li")] == [
        "Serik Akhmetov person · found as Серик Ахметов · 2 articlesPrime minister of Kazakhstan.",
        "Serik Akhmetov person · 0 articlesA boxer.",
    ]
    assert [line.attributes["href"] for line in page.css(".entities a")] == ["/entities/serik-akhmetov/", "/entities/serik-akhmetov-2/"]
    assert page.css_first("#lookup").attributes["value"] == "Ахметов Серик"
    assert page.css_first("meta[name=robots]").attributes["content"] == "noindex, follow"


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("asked", ["", "x", " ", "q" * 5_000, "\u202eفومتخا", "'\"><script>alert(1)</script>", "%", "\u200d\u200d", "Nobody Atall"])
def test_what_names_nobody_is_answered_all_the_same(client, asked):
    answers = [client.get("/entities/lookup.json", {"q": asked}), client.get("/entities/", {"q": asked})]

    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0].json() == {"q": asked[:200], "results": []}
    assert b"<script>alert" not in answers[1].content


@pytest.mark.parametrize("asked", ["Аkhmetov", "Akh\u200dmetov", "AKHMETOV", "Akhmetof", "Ахметв"])
@pytest.mark.usefixtures("archive")
def test_letters_that_print_alike_joiners_and_errors_find_the_same(client, asked):
    assert [found["articles"] for found in client.get("/entities/lookup.json", {"q": asked}).json()["results"]] == [2, 0]


@pytest.mark.parametrize("address", ["/entities/lookup.json?q=a", "/entities/?q=a", "/entities/kazakhstan/card/"])
def test_these_addresses_answer_to_reading_only(client, address):
    make_entity("Kazakhstan")

    assert [client.generic(method, address).status_code for method in ("GET", "HEAD", "POST", "PUT", "DELETE")] == [200, 200, 405, 405, 405]


def test_the_number_of_queries_does_not_grow_with_the_results(client, django_assert_num_queries, archive):
    by = make_user()
    for number in range(30):
        entity = make_entity(f"Serik Akhmetov {number}", "person", [(f"Серик Ахметов {number}", "ru")])
        TaggedEntity.objects.create(content_object=make_article(state="published", by=by), tag=entity)

    with django_assert_num_queries(5):  # words, names of that key, names, counts, entities
        client.get("/entities/lookup.json", {"q": "Akhmetov"})


# Cards


def test_a_card_tells_who_is_meant_in_a_few_lines(client, archive):
    answer = client.get("/entities/serik-akhmetov/card/")
    page = tree(answer)

    assert [words(line) for line in page.css(".card p")] == [
        "Serik Akhmetov person",
        "Prime minister of Kazakhstan.",
        "Серик Ахметов · Серік Ахметов",
        "2 articles in the archive",
    ]
    assert [name.attributes.get("lang") for name in page.css(".card bdi")] == [None, "ru", "kk"]
    assert (page.css("a, script, style, link"), answer.headers["Cache-Control"]) == ([], "public, no-cache")


def test_a_card_shows_a_few_names_and_says_how_many_there_are(client):
    make_entity("Tokayev", "person", [(f"Токаев {number}", "ru") for number in range(9)])

    assert words(tree(client.get("/entities/tokayev/card/")).css_first(".card-names")).endswith("Токаев 5 and 3 more")


def test_a_card_is_found_under_a_former_address_in_one_hop_and_nowhere_else(client):
    entity = make_entity("Nur-Sultan", "place")
    entity.name, entity.slug = "Astana", "astana"
    entity.save()

    former = client.get("/entities/nur-sultan/card/")

    assert (former.status_code, former.headers["Location"]) == (308, "/entities/astana/card/")
    assert client.get(former.headers["Location"]).status_code == 200
    assert client.get("/entities/nowhere/card/").status_code == 404


# In the text

BODY = "Akhmetov met Akhmetov's brother.\n\nAkhmetov went home, and Bolat Akhmetov stayed."


@pytest.fixture
def article():
    by = make_user()
    entity = make_entity("Serik Akhmetov", "person", [("Akhmetov", "en")])
    article = make_article(body=BODY, access="full")
    TaggedEntity.objects.create(content_object=article, tag=entity)
    return editorial.publish(article, by=by)


@pytest.mark.parametrize(
    ("query", "linked", "offers"),
    [
        ("", [("Akhmetov", None)], "?mentions=all"),
        ("?mentions=all", [("Akhmetov", None), ("Akhmetov", "again"), ("Akhmetov", "again")], "?"),
        ("?mentions=none", [("Akhmetov", None)], "?mentions=all"),
    ],
)
def test_the_first_mention_is_linked_and_the_rest_on_demand(client, article, query, linked, offers):
    page = tree(client.get(article.get_absolute_url() + query))

    assert [(words(link), link.attributes.get("class")) for link in page.css(".text a")] == linked
    assert page.css_first(".mentions a").attributes["href"] == offers
    assert page.css_first("link[rel=canonical]").attributes["href"].endswith(article.get_absolute_url())
    assert words(page.css_first(".text")) == " ".join(BODY.split())


def test_the_two_ways_of_the_page_are_kept_apart(client, article):
    address = article.get_absolute_url()
    counts = [len(tree(client.get(address + query)).css(".text a")) for query in ("", "?mentions=all", "", "?mentions=all")]

    assert counts == [1, 3, 1, 3]
