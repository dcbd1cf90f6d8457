"""An entity's page beyond its names: years, company, writers, relations, data; and the lists that lead to it."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import editorial, search
from articles.models import TaggedEntity
from entities import views
from entities.models import Entity, Identifier, Name, Relation
from kzarchive.merging.acts import merge, undo
from tests.articles.views.facts import tree, words
from tests.factories import make_article, make_author, make_entity, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def by(db):
    return make_user("publisher")


def write_about(*entities, by, year=None, state="published", **record):
    """Make an article on ``entities``, dated ``year`` (None: undated), in ``state``."""
    article = make_article(state=state, by=by, **({"published_on": str(year)} if year else {}), **record)
    for entity in entities:
        TaggedEntity.objects.create(content_object=article, tag=entity)
    return article


def rows(page, selector):
    return [[words(cell) for cell in row.css("th, td")] for row in page.css(selector)]


def test_years_count_what_is_public_and_lead_to_its_articles(client, by):
    astana = make_entity("Astana", "place")
    for year in (2010, 2012, 2012, None):
        write_about(astana, by=by, year=year)
    for state in ("draft", "in review", "withdrawn"):
        write_about(astana, by=by, year=2015, state=state)

    page = tree(client.get("/entities/astana/"))
    of_2012 = tree(client.get("/entities/astana/?year=2012"))

    assert rows(page, ".by-year tbody tr") == [["2012", "2"], ["2010", "1"], ["undated", "1"]]
    assert (words(page.css_first("#years + p")), page.css("svg")) == ("4 published articles speak of Astana, 1 of them without a date.", [])
    assert page.css_first(".by-year a").attributes["href"] == "/entities/astana/?year=2012#articles"
    assert (len(of_2012.css(".line")), words(of_2012.css_first("#articles"))) == (2, "Articles of 2012")


def published_on(entity, by, **record):
    article = make_article(**record)
    TaggedEntity.objects.create(content_object=article, tag=entity)
    return editorial.publish(article, by=by)


def counted(client, entity):
    page = tree(client.get(entity.get_absolute_url()))
    return {words(row.css_first("td")): words(row.css_first("td.count")) for row in page.css("table.names tbody tr") if row.css("td.count")}


@pytest.fixture
def dana():
    return make_entity("Dana Omarova", "person", names=[("Omarova", "en"), ("Омарова", "ru")])


def test_a_name_has_the_number_of_public_articles_in_which_search_may_read_it(client, by, dana):
    whole = published_on(dana, by, access="full", body="Omarova spoke, and Omarova left.")
    in_excerpts = published_on(dana, by, access="excerpt", body="Об Омаровой спросили.")
    published_on(dana, by, access="record", title="Omarova at home", body="Dana Omarova was at home.")
    write_about(dana, by=by, state="in review", body="Dana Omarova waits.")
    editorial.withdraw(published_on(dana, by, access="full", body="Dana Omarova is gone."), by=by, reason="rights", note="Asked for.")
    published_on(make_entity("Almaty", "place"), by, access="full", body="Dana Omarova is no tag here.")

    assert counted(client, dana) == {"Dana Omarova": "", "Omarova": "2", "Омарова": "1"}

    editorial.revise(whole, by=by, reason="A fuller name.", body="Dana Omarova spoke.")
    editorial.withdraw(in_excerpts, by=by, reason="rights", note="Asked for.")

    assert counted(client, dana) == {"Dana Omarova": "1", "Omarova": "1", "Омарова": ""}


def test_spellings_of_no_article_stand_apart_where_they_are_many_and_one_of_two_languages_stands_once(client, by, dana):
    for number in range(7):
        Name.objects.create(entity=dana, text=f"Omarowa{number}", language="de", kind="preferred" if number == 0 else "short")
    for text in ("Omarovva", "Dana Omarova"):
        Name.objects.create(entity=dana, text=text, language="fr", kind="preferred" if text == "Dana Omarova" else "misspelling")
    published_on(dana, by, access="full", body="Dana Omarova and Omarowa3 spoke.")

    page = tree(client.get(dana.get_absolute_url()))

    assert rows(page, "section > .wide-table .names tbody tr") == [
        ["Dana Omarova", "English, French", "preferred", "1"],
        ["Omarova", "English", "full", ""],
        ["Омарова", "Russian", "full", ""],
        ["Omarowa0", "German", "preferred", ""],
        ["Omarowa3", "German", "short", "1"],
    ]
    assert words(page.css_first("details.further summary")) == "6 further spellings"


def test_names_are_not_counted_where_nothing_public_has_one(client, by, dana):
    write_about(dana, by=by, state="draft", body="Dana Omarova waits.")

    assert (counted(client, dana), "In how many" in client.get(dana.get_absolute_url()).content.decode()) == ({}, False)


def test_a_merge_and_its_undoing_carry_the_counts_of_the_names(client, by, dana):
    other = make_entity("D. Omarova", "person", names=[("Dana of Almaty", "en")])
    published_on(dana, by, access="full", body="Omarova spoke.")
    both = published_on(dana, by, access="full", body="Dana of Almaty, born Dana Omarova, spoke.")
    TaggedEntity.objects.create(content_object=both, tag=other)
    published_on(other, by, access="full", body="Dana of Almaty spoke.")

    search.index([both.pk])

    done = merge(other, dana, by=by, reason="One woman.")
    merged, after_merge = counted(client, dana), list(search.stale([both.pk]))
    undo(done, by=by, reason="Two women.")

    assert (after_merge, list(search.stale([both.pk]))) == ([], [])
    assert {name: count for name, count in merged.items() if count} == {"Dana Omarova": "1", "Omarova": "1", "Dana of Almaty": "2"}
    assert counted(client, other) == {"D. Omarova": "", "Dana of Almaty": "2"}


def test_articles_of_which_it_is_not_certain_may_be_left_out(client, by):
    astana = make_entity("Astana", "place")
    sure = write_about(astana, by=by, year=2011)
    for state in ("published", "draft"):
        TaggedEntity.objects.create(content_object=make_article(state=state, by=by), tag=astana, is_certain=False)

    page, narrowed = tree(client.get("/entities/astana/")), tree(client.get("/entities/astana/?certain=yes"))

    assert (words(page.css_first("#articles + .note")), len(page.css(".line"))) == ("Of 1 it is not certain. Leave it out", 2)
    assert [words(line) for line in narrowed.css(".line h3")] == [sure.title]


def test_five_years_are_drawn_and_no_more_than_there_are(client, by):
    astana = make_entity("Astana", "place")
    for year in range(2010, 2015):
        write_about(astana, by=by, year=year)

    page = tree(client.get("/entities/astana/"))

    assert [bar.css_first("title").text() for bar in page.css(".bars rect")] == [f"{year}: 1 article" for year in range(2010, 2015)]


def test_company_and_writers_are_those_of_public_articles(client, by):
    astana, *others = [make_entity(name, "place") for name in ("Astana", "Almaty", "Aktau", "Semey", "Bishkek", "Tashkent")]
    hidden = make_entity("Hidden", "place")
    author, unseen = make_author("Dana Omarova"), make_author("Nobody Yet")
    write_about(astana, *others, by=by, authors=[author])
    write_about(astana, others[0], others[1], by=by, authors=[author])
    write_about(astana, hidden, by=by, state="draft", authors=[unseen])

    page = tree(client.get("/entities/astana/"))

    told = [(words(one.css_first("bdi")), one.css_first(".count").attributes["href"]) for one in page.css("#company ~ .company li")]
    assert told == [(entity.name, f"/entities/astana/with/{entity.slug}/") for entity in others]
    assert [words(one) for one in page.css("#writers ~ .company bdi")] == ["Dana Omarova"]
    assert [one.attributes["href"] for one in page.css(".network a")] == [entity.get_absolute_url() for entity in others]
    # Almaty and Aktau stand in two articles together; a pair of one article has no line of its own.
    assert len(page.css(".network .between")) == 1


def test_four_neighbours_are_a_list_alone(client, by):
    astana, *others = [make_entity(name, "place") for name in ("Astana", "Almaty", "Aktau", "Semey", "Bishkek")]
    write_about(astana, *others, by=by)

    page = tree(client.get("/entities/astana/"))

    assert (len(page.css("#company ~ .company li")), page.css(".network")) == (4, [])


def test_relations_are_told_from_both_sides_in_order_of_time(client):
    person, state, union = make_entity("Dana Omarova", "person"), make_entity("Kazakhstan"), make_entity("Steppe Union", "organisation")
    Relation.objects.create(subject=state, kind="member of", object=union, began_on="2015-01-01", source="Treaty of the union")
    Relation.objects.create(
        subject=person, kind="holds office", object=state, title="President", began_on="2001", ended_on="2009-05", is_certain=False
    )
    Relation.objects.create(subject=state, kind="chairs", object=union)

    page = tree(client.get(state.get_absolute_url()))

    assert [row[:3] for row in rows(page, ".ties tbody tr")] == [
        ["President, office held by", "Dana Omarova uncertain", "2001 to May 2009"],
        ["member of", "Steppe UnionTreaty of the union", "since 1 January 2015"],
        ["chairs", "Steppe Union", ""],
    ]
    assert [row[:3] for row in rows(tree(client.get(person.get_absolute_url())), ".ties tbody tr")] == [
        ["President, holds office in", "Kazakhstan uncertain", "2001 to May 2009"]
    ]
    assert [len(row.css("rect")) for row in page.css(".ties tbody tr")] == [1, 1, 0]


def test_the_data_of_an_entity_are_schema_org_and_skos(client):
    entity = make_entity("Astana", "place", description="Capital of Kazakhstan.")
    for text, language, kind in (("Астана", "ru", "preferred"), ("Tselinograd", "en", "former"), ("plain Sultan", "en", "machine-translated")):
        Name.objects.create(entity=entity, text=text, language=language, kind=kind)
    Identifier.objects.create(entity=entity, scheme="wikidata", value="Q1520")
    address = "http://127.0.0.1:8000/entities/astana/"

    response = client.get("/entities/astana.jsonld")
    data = json.loads(response.content)
    embedded = json.loads(tree(client.get("/entities/astana/")).css_first('script[type="application/ld+json"]').text())

    assert response.headers["Content-Type"] == "application/ld+json"
    assert {key: value for key, value in data.items() if key != "@context"} == {
        "@id": f"http://127.0.0.1:8000/id/{entity.pid}",
        "@type": ["Place", "skos:Concept"],
        "identifier": entity.pid,
        "name": "Astana",
        "description": "Capital of Kazakhstan.",
        "url": address,
        "mainEntityOfPage": address,
        "prefLabel": [{"@value": "Astana", "@language": "en"}, {"@value": "Астана", "@language": "ru"}],
        "altLabel": [{"@value": "Tselinograd", "@language": "en"}],
        "hiddenLabel": [{"@value": "plain Sultan", "@language": "en"}],
        "sameAs": ["https://www.wikidata.org/wiki/Q1520"],
        "exactMatch": ["https://www.wikidata.org/wiki/Q1520"],
    }
    assert embedded == data


def test_a_former_name_leads_to_the_data_and_to_the_pair_in_one_hop(client):
    astana, almaty = make_entity("Astana", "place"), make_entity("Almaty", "place")
    astana.slug = "nur-sultan"
    astana.save()

    hops = {address: client.get(address) for address in ("/entities/astana.jsonld", "/entities/astana/with/almaty/", "/entities/almaty/with/astana/")}

    assert {address: (hop.status_code, hop.headers["Location"]) for address, hop in hops.items()} == {
        "/entities/astana.jsonld": (308, "/entities/nur-sultan.jsonld"),
        "/entities/astana/with/almaty/": (308, "/entities/nur-sultan/with/almaty/"),
        "/entities/almaty/with/astana/": (308, "/entities/almaty/with/nur-sultan/"),
    }
    assert [client.get(hop.headers["Location"]).status_code for hop in hops.values()] == [200, 200, 200]
    assert almaty.slug == "almaty"


def test_two_side_by_side_share_their_public_articles_alone(client, by):
    astana, almaty = make_entity("Astana", "place"), make_entity("Almaty", "place")
    write_about(astana, almaty, by=by, year=2014, title="Both")
    write_about(astana, by=by, year=2014, title="One")
    write_about(astana, almaty, by=by, year=2016, state="draft", title="A draft of both")

    page = tree(client.get("/entities/astana/with/almaty/"))

    assert ([words(line) for line in page.css(".line h3")], rows(page, ".by-year tbody tr")) == (["Both"], [["2014", "1"]])
    assert [client.get(f"/entities/{pair}/").status_code for pair in ("astana/with/nobody", "nobody/with/astana", "astana/with/astana")] == [
        404,
        404,
        308,
    ]


def test_the_list_stands_in_both_alphabets_and_is_narrowed_by_kind_and_letter(client):
    make_entity("Almaty", "place", names=())
    astana = make_entity("Astana", "place")
    Name.objects.create(entity=astana, text="Астана", language="ru", kind="preferred")
    Name.objects.create(entity=astana, text="Астана", language="kk", kind="preferred")
    make_entity("Dana Omarova", "person")

    def names(query):
        return [words(line.css_first("a")) for line in tree(client.get(f"/entities/{query}")).css("ul.entities li")]

    letters = {words(link): link.attributes["href"] for link in tree(client.get("/entities/")).css(".letters a")}
    assert names("") == ["Almaty", "Astana", "Dana Omarova", "Астана"]
    assert (names("?kind=person"), names("?kind=nothing"), names("?after=x'%20--")) == (["Dana Omarova"], names(""), names(""))
    assert (names(letters["D"])[0], names(letters["А"])) == ("Dana Omarova", ["Астана"])


def test_a_long_list_is_walked_without_losing_or_repeating_a_name(client, monkeypatch):
    monkeypatch.setattr(views, "NAMES", 20)
    for number in range(50):
        make_entity(f"Place {number % 3}", "place")  # namesakes stand at one place of the alphabet

    seen, query = [], ""
    while query is not None:
        page = tree(client.get(f"/entities/{query}"))
        seen += [link.attributes["href"] for link in page.css("ul.entities li > a")]
        onward = page.css_first('.pages a[rel="next"]')
        query = onward.attributes["href"] if onward else None

    assert sorted(seen) == sorted(entity.get_absolute_url() for entity in Entity.objects.all())


def test_the_most_written_about_stand_first_by_what_is_public(client, by):
    astana, almaty, hidden = (make_entity(name, "place") for name in ("Astana", "Almaty", "Hidden"))
    write_about(almaty, astana, by=by)
    write_about(almaty, by=by)
    write_about(hidden, by=by, state="draft")

    page = tree(client.get("/entities/?by=articles"))

    assert [(words(line.css_first("a")), words(line.css_first(".count"))) for line in page.css("ol.entities li")] == [
        ("Almaty", "2 articles"),
        ("Astana", "1 article"),
    ]


def test_pages_cost_as_many_queries_with_thirty_of_everything_as_with_three(client, by):
    def furnish(count):
        entities = [make_entity(f"E{count} {number}", "place") for number in range(count)]
        for number in range(count):
            write_about(*entities, by=by, year=1990 + number, authors=[make_author(f"A{count} {number}")])
            if number:
                Relation.objects.create(subject=entities[0], kind="member of", object=entities[number], began_on="2001")
        return [
            f"{entities[0].get_absolute_url()}",
            f"{entities[0].get_absolute_url()}with/{entities[1].slug}/",
            "/entities/?by=articles",
            "/entities/",
        ]

    def cost(address):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    assert [cost(address) for address in furnish(3)] == [cost(address) for address in furnish(30)]
