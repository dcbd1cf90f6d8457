"""What is not public leaves no trace on any page, header or redirect; what is public is found where it belongs."""

import datetime as dt

import pytest
from django.test import Client

from articles import editorial
from articles.models import Article, Capture, Contribution, Publication, Reading, Suggestion, TaggedEntity
from kzarchive.history.models import Change
from tests.articles.views.facts import tree
from tests.factories import make_article, make_author, make_claim, make_entity, make_publication, make_topic, make_user

pytestmark = pytest.mark.django_db

HIDDEN_STATES = ["draft", "in review", "withdrawn", "record"]


def word(state, field):
    return f"zq{state.replace(' ', '')}{field.replace('_', '')}"


def plant(state, by, entity):
    """Make an article in ``state`` with a word of its own in every place, and return it."""
    author, publication, topic = (
        make(f"{word(state, kind)}") for make, kind in ((make_author, "author"), (make_publication, "publication"), (make_topic, "topic"))
    )
    author.note, publication.note = word(state, "authornote"), word(state, "publicationnote")
    author.save()
    publication.save()
    fields = {
        name: f"{word(state, name)} common"
        for name in ("title", "subtitle", "title_romanised", "title_translated", "section", "abstract", "byline", "dateline")
    }
    article = make_article(
        body=f"{word(state, 'body')} stands first.\n\nThen {word(state, 'later')} and {entity.name}.",
        authors=[author],
        publication=publication,
        published_on="2014-02-05",
        language="en",
        source_url=f"https://example.org/{word(state, 'source')}",
        access=state if state in {"record", "full"} else "full",
        by=by,
        **fields,
    )
    Contribution.objects.filter(article=article).update(role=word(state, "role"), affiliation=word(state, "affiliation"))
    article.topics.add(topic)
    TaggedEntity.objects.create(content_object=article, tag=entity)
    Suggestion.objects.create(article=article, entity=make_entity(f"Suggested {state}", "place"), found=word(state, "suggestion"))
    capture = Capture.objects.create(
        sha256=f"{len(word(state, 'x')):064x}",
        text_sha256="a" * 64,
        size_bytes=10,
        filename=f"{word(state, 'filename')}.txt",
        media_type="text/plain",
        encoding="utf-8",
        encoding_basis=word(state, "encoding"),
        source_url=f"https://example.org/{word(state, 'capturesource')}",
        captured_at=dt.datetime(2020, 1, 2, tzinfo=dt.UTC),
    )
    Reading.objects.create(
        capture=capture,
        article=article,
        removed=[{"start": 0, "end": 9, "rule": "view counter"}],
        doubts=[{"code": "x", "message": word(state, "doubt")}],
    )
    if state != "draft":
        editorial.submit(article, by=by)
        editorial.send_back(article, by=by, reason=word(state, "sentback"))
        editorial.submit(article, by=by)
    if state in {"withdrawn", "record", "full"}:
        editorial.publish(article, by=by)
    if state in {"withdrawn", "record", "full"}:
        # The words a claim stands on are words of the text, and as open or closed as it.
        published = {"restatement": f"{word(state, 'claim')} is claimed.", "by": by, "state": "published"}
        make_claim(article, words=f"{word(state, 'body')} stands first.", **published)
        make_claim(article, words=f"{word(state, 'body')} stands", restatement=f"{word(state, 'draftclaim')} is claimed.", by=by)
    if state == "withdrawn":
        editorial.withdraw(article, by=by, reason="privacy", note="A person asked.")
    article.refresh_from_db()
    return article


@pytest.fixture(scope="module")
def _planted(standing):
    by = make_user()
    entity = make_entity("Astana", "place")
    articles = {state: plant(state, by, entity) for state in [*HIDDEN_STATES, "full"]}
    return articles, entity


@pytest.fixture
def archive(_planted, db):
    """An archive with an article in each state, by state, and the one entity that all of them are about."""
    return _planted


# What a public record shows, and what a tombstone does, of the words planted above.
ON_RECORD = {
    "title",
    "subtitle",
    "title_romanised",
    "title_translated",
    "section",
    "abstract",
    "byline",
    "dateline",
    "author",
    "publication",
    "topic",
    "role",
    "affiliation",
    "source",
    "claim",
}
ON_TOMBSTONE = {"title", "author", "publication", "role", "affiliation"}
# A withdrawn article's author, publication and topic were made known and keep their own pages.
NEVER = {
    "body",
    "later",
    "suggestion",
    "filename",
    "encoding",
    "capturesource",
    "doubt",
    "sentback",
    "authornote",
    "publicationnote",
    "draftclaim",
}


def secrets(state):
    everything = ON_RECORD | NEVER
    shown = {"record": ON_RECORD, "withdrawn": ON_TOMBSTONE | {"topic"}, "full": ON_RECORD | {"body", "later"}}.get(state, set())
    return {word(state, field) for field in everything - shown}


def surfaces(articles, entity):
    """Every address a reader might try, public or not, those of hidden records included."""
    yield from [
        "/",
        "/search/",
        "/search/?q=common",
        "/search/?q=common&page=2",
        "/search.csv?q=common",
        "/search.json?q=common",
        "/search.atom?q=common",
        "/articles/",
        "/entities/",
        "/robots.txt",
        "/.well-known/security.txt",
        "/about/",
        "/about/method/",
        "/feed.atom",
        "/sitemap.xml",
        "/sitemaps/pages.xml",
        "/opensearch.xml",
        "/search/suggestions.json?q=zq",
        f"{entity.get_absolute_url()}feed.atom",
        *(f"/sitemaps/{kind}-1.xml" for kind in ("articles", "entities", "authors", "publications", "topics")),
    ]
    yield from ["/articles/?year=2014", "/authors/", "/publications/", "/topics/", "/claims/", "/claims/?q=zq"]
    yield from [entity.get_absolute_url(), f"/id/{entity.pid}", "/no/such/page", "/healthz", "/readyz"]
    for state, article in articles.items():
        home = f"/articles/{article.pid}"
        yield from [f"{home}/?removed=shown", f"{home}/?mentions=all", f"{home}/annotations.jsonld"]
        for claim in article.claims.all():
            yield from [claim.get_absolute_url(), f"{claim.get_absolute_url()}annotation.jsonld", f"/id/{claim.pid}"]
        yield from [f"{home}/", f"{home}/v1/", f"{home}/v2/", f"{home}/words/", home, f"/id/{article.pid}", f"/articles/?before={article.pid}"]
        yield from [f"/articles/{article.pid.upper()}", f"{home}/cite.bib"]
        yield from [f"{home}/v1/?quote=stands+first&p=1", f"{home}/v1/?quote=and+Astana", f"{home}/?quote=stands+first", f"{home}/v2/?quote=stands"]
        for record in (article.contributions.get().author, article.publication, article.topics.get()):
            yield record.get_absolute_url()
            yield f"{record.get_absolute_url()}?before={article.pid}"
            yield f"{record.get_absolute_url()}feed.atom"
        for field in ON_RECORD | NEVER:
            yield f"/authors/{word(state, field)}/"
        for suggested in article.suggestions.all():
            yield suggested.entity.get_absolute_url()


@pytest.fixture(scope="module")
def answers(_planted):
    """What each of those addresses answers, headers and body, by address."""
    client = Client()
    found = {}
    for address in dict.fromkeys(surfaces(*_planted)):
        response = client.get(address)
        found[address] = response.headers, response.getvalue().decode()
    return found


def test_no_word_that_is_not_public_stands_on_any_page(archive, answers):
    hidden = {state: secrets(state) for state in archive[0]}

    found = []
    for address, (headers, body) in answers.items():
        whole = body + repr(sorted(headers.items()))
        found += [(address, state, secret) for state, words in hidden.items() for secret in words if secret in whole and secret not in address]

    assert found == []
    assert sum(map(len, hidden.values())) == 26 + 26 + 20 + 11 + 9


def test_a_withdrawn_article_is_named_by_its_own_tombstone_alone(client, archive, answers):
    pid = archive[0]["withdrawn"].pid

    named = set()
    for address, (headers, body) in answers.items():
        shown = client.get(headers["Location"], follow=True).getvalue().decode() if "Location" in headers else body
        if word("withdrawn", "title") in shown:
            named.add(address)

    assert named == {
        f"/articles/{pid}/",
        f"/articles/{pid}/?removed=shown",
        f"/articles/{pid}/?mentions=all",
        f"/articles/{pid}/annotations.jsonld",
        f"/articles/{pid}/v1/",
        f"/articles/{pid}/v1/?quote=stands+first&p=1",
        f"/articles/{pid}/v1/?quote=and+Astana",
        f"/articles/{pid}/?quote=stands+first",
        f"/articles/{pid}/words/",
        f"/articles/{pid}",
        f"/articles/{pid.upper()}",
        f"/id/{pid}",
    }


def test_what_is_public_is_found_wherever_it_belongs(client, archive):
    articles, entity = archive
    article = articles["full"]
    home = f"/articles/{article.pid}/"
    author, publication, topic = article.contributions.get().author, article.publication, article.topics.get()
    lists = ["/", "/articles/", "/search/?q=common", entity.get_absolute_url(), *(r.get_absolute_url() for r in (author, publication, topic))]
    lists += ["/feed.atom", *(f"{address}feed.atom" for address in lists[3:])]

    assert [word("full", "title") in client.get(address).getvalue().decode() for address in lists] == [True] * 12
    assert home in client.get("/sitemaps/articles-1.xml").content.decode()
    page = tree(client.get(home))
    for_machines = [
        *(tag.attributes["content"] for tag in page.css("meta[name=citation_title], meta[name='DC.title'], meta[name=description]")),
        *(block.text() for block in page.css("script:not([src])")),
    ]
    assert [word("full", "title") in said or word("full", "abstract") in said for said in for_machines] == [True] * 5
    missing = {
        (address, field)
        for address in (home, f"{home}v1/")
        for field in ON_RECORD | {"body", "later"}
        if word("full", field) not in client.get(address).getvalue().decode()
    }
    assert missing == set()


def test_a_hidden_word_is_answered_as_one_that_does_not_exist(client, archive):
    articles, _ = archive
    hidden = [word(state, field) for state in articles for field in ("filename", "suggestion", "sentback")]
    hidden += [word(state, field) for state in HIDDEN_STATES for field in ("body", "later")]
    hidden += [word(state, "title") for state in ("draft", "in review", "withdrawn")]

    def answer(address, asked):
        response = client.get(address, {"q": asked})
        return response.status_code, response.getvalue().decode().replace(asked, "WORD"), {**response.headers, "Content-Length": ""}

    for address in ("/search/", "/search.csv", "/search.json", "/search.atom"):
        nothing = answer(address, "zqnosuchword")
        assert {asked for asked in hidden if answer(address, asked) != nothing} == set()
    bodies = [word(state, field) for state in HIDDEN_STATES for field in ("body", "later")]
    for article in articles.values():
        pages = [client.get(f"{article.get_absolute_url()}v1/", {"quote": asked}).getvalue().decode() for asked in [*bodies, "zqnosuchword"]]
        assert len({page.replace(asked, "WORD") for page, asked in zip(pages, [*bodies, "zqnosuchword"], strict=True)}) == 1
    # One letter wrong, as somebody would type who guesses: nothing is suggested that is not public.
    wrong = answer("/search/", "zqnosuchworx")
    assert {asked for asked in hidden if answer("/search/", f"{asked[:-1]}x") != wrong} == set()


def test_a_suggested_entity_does_not_name_the_article(client, archive):
    articles, _ = archive

    pages = [client.get(suggestion.entity.get_absolute_url()).content.decode() for suggestion in Suggestion.objects.all()]

    assert [article.pid in page for page in pages for article in articles.values()] == [False] * 25


def test_no_page_names_a_person_of_the_archive(archive, answers):
    names = set(Change.objects.values_list("by__username", flat=True)) - {None}

    assert names != set()
    assert {(address, name) for address, (_, body) in answers.items() for name in names if name in body} == set()


def test_an_untitled_article_whose_text_is_closed_takes_no_label_from_it(client):
    by = make_user()
    make_article(state="published", title=None, body="Closed words of a text.", access="record", by=by)
    excerpt = make_article(
        state="published", title=None, body="Closed words of a text.", access="excerpt", abstract="Open words of an abstract.", by=by
    )
    withdrawn = make_article(state="published", title=None, body="Closed words of a text.", access="full", by=by)
    editorial.withdraw(withdrawn, by=by, reason="rights")

    pages = [
        client.get(address).getvalue().decode() for address in ("/", "/articles/", *(article.get_absolute_url() for article in Article.objects.all()))
    ]

    assert [page for page in pages if "Closed words" in page] == []
    assert "[Open words of an abstract.]" in client.get(excerpt.get_absolute_url()).content.decode()


def test_a_publication_known_only_from_a_withdrawn_article_lists_nothing(client, archive):
    articles, _ = archive
    publication = Publication.objects.get(pk=articles["withdrawn"].publication_id)

    page = client.get(publication.get_absolute_url()).content.decode()

    assert [word("withdrawn", "title") in page, "No article of this publication is published at present." in page] == [False, True]
