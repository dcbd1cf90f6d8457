"""The first page: what is new, what is in dispute, whom the articles speak of."""

import pytest

from articles import editorial
from articles.models import TaggedEntity
from articles.views import home
from tests.articles.views.facts import tree, words
from tests.factories import make_article, make_claim, make_entity, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.engine_free]


def tagged(entities, by, **fields):
    article = make_article(by=by, **fields)
    for entity in entities:
        TaggedEntity.objects.create(content_object=article, tag=entity)
    return editorial.publish(article, by=by)


def test_an_empty_archive_says_that_it_is_empty_and_shows_no_figures(client):
    page = tree(client.get("/"))

    assert words(page.css_first(".empty")) == "Nothing is published yet. Editors bring articles in at the desk."
    assert [page.css(selector) for selector in (".figures", ".mentioned", ".begin", "#disputed", ".lines")] == [[]] * 5


def test_it_counts_public_articles_their_years_and_the_entities_they_speak_of(client):
    by = make_user()
    astana, kazakhstan, hidden = make_entity("Astana", "place"), make_entity("Kazakhstan"), make_entity("Hidden", "concept")
    tagged([astana, kazakhstan], by, published_on="1996")
    tagged([kazakhstan], by, published_on="2014-02/2015-03")
    tagged([kazakhstan], by)
    draft = make_article(published_on="1991")
    gone = tagged([hidden], by, published_on="1992")
    editorial.withdraw(gone, by=by, reason="legal")
    TaggedEntity.objects.create(content_object=draft, tag=hidden)

    page = tree(client.get("/"))

    assert {words(pair.css_first("dt")): words(pair.css_first("dd")) for pair in page.css(".figures > div")} == {
        "articles": "3",
        "years of publication": "1996–2015",
        "persons, states, organisations and others on record": "3",
    }
    assert [words(line) for line in page.css(".mentioned li")] == ["Kazakhstan 3 articles", "Astana 1 article"]
    assert [words(link) for link in page.css(".begin a")] == ["Kazakhstan", "Astana"]


def test_mentions_are_counted_in_the_newest_articles_and_the_page_says_so(client, monkeypatch):
    monkeypatch.setattr(home, "SAMPLE", 2)
    by = make_user()
    old, new = make_entity("Old", "concept"), make_entity("New", "concept")
    tagged([old], by, published_on="1996")
    for year in ("2014", "2015"):
        tagged([new], by, published_on=year)

    page = tree(client.get("/"))

    assert [words(line) for line in page.css(".mentioned li")] == ["New 2 articles"]
    assert "In the newest 2 articles." in words(page.css_first("main"))


def test_claims_in_dispute_are_shown_and_settled_or_hidden_ones_are_not(client):
    by = make_user()
    article = make_article(state="published", access="full", body="The year was 2010. Or it was 2011. Nobody doubts it.", by=by)
    first = make_claim(article, words="The year was 2010.", state="published", by=by, restatement="It was 2010.")
    other = make_claim(article, words="Or it was 2011.", state="published", by=by, restatement="It was 2011.")
    make_claim(article, words="Nobody doubts it.", state="published", by=by, restatement="It is sure.")
    draft = make_claim(article, words="Or it", by=by, restatement="A hidden claim.")
    editorial.link(first, other, by=by, kind="conflicts with", reason="Two years for one day.")

    page = tree(client.get("/"))

    assert sorted(words(line) for line in page.css("[aria-labelledby=disputed] h3")) == ["It was 2010.", "It was 2011."]
    assert draft.restatement not in words(page.css_first("main"))
    assert client.get(page.css_first("[aria-labelledby=disputed] .more a").attributes["href"]).status_code == 200
