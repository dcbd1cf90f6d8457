"""The authority file as readers see it."""

import pytest

from articles import editorial
from articles.models import Suggestion, TaggedEntity
from entities import views
from entities.models import Name
from tests.articles.views.facts import tree, words
from tests.factories import make_article, make_author, make_entity, make_user

pytestmark = pytest.mark.django_db


def test_an_entity_shows_its_names_with_language_kind_and_years(client):
    entity = make_entity("Astana", "place", description="Capital of Kazakhstan.")
    Name.objects.create(entity=entity, text="Нур-Султан", language="ru", kind="former", from_year=2019, to_year=2022)
    Name.objects.create(entity=entity, text="Ақорда", language="kk", kind="metonym")

    page = tree(client.get("/entities/astana/"))

    assert [[words(cell) for cell in row.css("td")] for row in page.css(".names tbody tr")] == [
        ["Astana", "English", "preferred", ""],
        ["Нур-Султан", "Russian", "former", "2019–2022"],
        ["Ақорда", "Kazakh", "metonym", ""],
    ]
    assert [name.attributes["lang"] for name in page.css(".names bdi[lang]")] == ["en", "ru", "kk"]
    assert [words(page.css_first(selector)) for selector in ("h1", ".kicker", ".lead", ".identifier")] == [
        "Astana",
        "Place",
        "Capital of Kazakhstan.",
        f"Permanent address: http://127.0.0.1:8000/id/{entity.pid}",
    ]


def test_an_entity_lists_the_published_articles_confirmed_to_speak_of_it(client):
    by = make_user()
    entity = make_entity()
    seen, draft, withdrawn, suggested = (make_article(title=title, by=by) for title in ("Seen", "Draft", "Withdrawn", "Suggested"))
    for article in (seen, draft, withdrawn):
        TaggedEntity.objects.create(content_object=article, tag=entity)
    Suggestion.objects.create(article=suggested, entity=entity, found="Kazakhstan")
    for article in (seen, withdrawn, suggested):
        editorial.publish(article, by=by)
    editorial.withdraw(withdrawn, by=by, reason="error")

    assert [words(line) for line in tree(client.get("/entities/kazakhstan/")).css(".line h3")] == ["Seen"]


def test_an_entity_that_writes_is_led_to_its_articles_once_they_are_public(client):
    entity = make_entity("Kassym-Jomart Tokayev", "person")
    author = make_author("K.-J. Tokayev", entity=entity)
    address = entity.get_absolute_url()
    before = b"Also an author" in client.get(address).content

    make_article(state="published", authors=[author])

    assert [before, b"Also an author" in client.get(address).content] == [False, True]


def test_the_list_of_entities_is_walked_by_plain_links(client, monkeypatch):
    monkeypatch.setattr(views, "NAMES", 20)
    for number in range(25):
        make_entity(f"Place {number:03}", "place")
    met, address = [], "/entities/"
    while address:
        page = tree(client.get(address))
        met += [words(link) for link in page.css(".entities a")]
        following = page.css_first("a[rel=next]")
        address = "/entities/" + following.attributes["href"] if following else None

    assert met == [f"Place {number:03}" for number in range(25)]
