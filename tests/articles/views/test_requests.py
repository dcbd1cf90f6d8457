"""What is refused, and how: methods, and everything that can be typed into an address."""

import itertools

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver

from tests.factories import make_article, make_entity

pytestmark = pytest.mark.django_db

# An example of each argument an address of ours takes.
EXAMPLES = {"pid": "kz3b7m9tx", "number": "1", "words": "some-words", "slug": "kazakhstan", "kind": "articles", "other": "russia"}

PUBLIC = {
    "/",
    "/search/",
    "/articles/",
    "/articles/<pid>/",
    "/articles/<pid>/v<number>/",
    "/articles/<pid>/<words>/",
    "/articles/<pid>/annotations.jsonld",
    "/claims/",
    "/claims.csv",
    "/claims/<pid>/",
    "/claims/<pid>/annotation.jsonld",
    "/questions/<pid>/",
    "/authors/",
    "/publications/",
    "/topics/",
    "/authors/<slug>/",
    "/publications/<slug>/",
    "/topics/<slug>/",
    "/id/<pid>",
    "/entities/",
    "/entities/<slug>/",
    "/entities/<slug>.jsonld",
    "/entities/<slug>/with/<other>/",
    "/entities/<slug>/card/",
    "/entities/lookup.json",
    "/about/",
    "/about/method/",
    "/about/citing/",
    "/about/report/",
    "/about/licence/",
    "/feed.atom",
    "/authors/<slug>/feed.atom",
    "/publications/<slug>/feed.atom",
    "/topics/<slug>/feed.atom",
    "/entities/<slug>/feed.atom",
    "/sitemap.xml",
    "/sitemaps/pages.xml",
    "/sitemaps/<kind>-<number>.xml",
    "/opensearch.xml",
    "/search/suggestions.json",
    "/search.csv",
    "/search.json",
    "/search.atom",
    "/robots.txt",
    "/.well-known/security.txt",
    "/healthz",
    "/readyz",
}


def patterns(resolver, before="/"):
    """Yield the address of each view outside the admin, its arguments in angle brackets."""
    for pattern in resolver.url_patterns:
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            named = address
            for converter in ("str:", "version:", "decoration:"):
                named = named.replace(f"<{converter}", "<")
            yield named
        elif not address.startswith("/admin/"):
            yield from patterns(pattern, address)


def filled(address):
    for name, example in EXAMPLES.items():
        address = address.replace(f"<{name}>", example)
    return address


def test_every_public_address_is_known_to_this_test():
    assert set(patterns(get_resolver())) == PUBLIC


def test_unsafe_methods_are_refused_everywhere(client):
    methods = ["POST", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "PROPFIND"]

    answers = {(method, address): client.generic(method, filled(address)).status_code for method in methods for address in PUBLIC}

    assert answers == dict.fromkeys(itertools.product(methods, PUBLIC), 405)


def test_a_form_sent_to_a_page_is_refused_for_its_method_whatever_token_it_lacks():
    client = Client(enforce_csrf_checks=True)
    article = make_article(state="published")

    assert [client.post(address).status_code for address in ("/", "/search/", article.get_absolute_url(), f"/id/{article.pid}")] == [405] * 4


QUERIES = {
    "page=-1": "page=-1",
    "page=0": "page=0",
    "page=10^9": "page=1000000000",
    "page of 3,500 digits": f"page={'9' * 3500}",
    "page=²": "page=%C2%B2",
    "page in words": "page=two",
    "page with a point": "page=1.5",
    "page=2^63": "page=9223372036854775808",
    "bad UTF-8": "q=%ff%fe%80",
    "a lone surrogate": "q=%ed%a0%80",
    "ten thousand characters": f"q={'a' * 10_000}",
    "three thousand words": f"q={'a+' * 3_000}",
    "LIKE's own signs": "q=%25%5F%5C%25",
    "SQL": "q=%27%3B+DROP+TABLE+articles_article%3B--",
    "markup": "q=%3Cscript%3Ealert(1)%3C/script%3E",
    "turned text": "q=%E2%80%AEabc",
    "combining marks": f"q=a{'%CC%81' * 1_000}",
    "repeated": "q=a&q=b&page=1&page=2",
    "before nothing": "before=",
    "before garbage": "before=garbage",
    "before a number": "before=-1",
    "before bad UTF-8": "before=%ff",
    "before and after markup": "before=%22%3E%3Cb%3E&after=%22%3E%3Cb%3E",
    "after anything": "after=%F0%9F%92%A9",
    "unknown parameters": "from=0000-00-00&to=x&sort=--&claims=1&publication[]=2&_connector=OR",
    "no name": "=x&&=&;",
    "broken escapes": "q=%&q=%4&page=%zz",
}


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES.keys())
def test_no_query_breaks_a_page(query):
    client = Client(raise_request_exception=False)
    article = make_article(state="published", access="full")
    entity = make_entity()
    addresses = [
        "/",
        "/search/",
        "/articles/",
        "/entities/",
        article.get_absolute_url(),
        f"/id/{article.pid}",
        entity.get_absolute_url(),
        f"/id/{entity.pid.upper()}",
    ]

    answers = [client.get(address, QUERY_STRING=query) for address in addresses]

    assert {response.status_code for response in answers} <= {200, 308, 400, 404}
    assert [b"<script>" in response.content or b'"><b>' in response.content for response in answers] == [False] * len(answers)


@pytest.mark.parametrize("query", ["q=a%00b", "page=%00", "before=%00", "q=%01"])
def test_control_characters_are_refused_in_words(client, query):
    response = client.get("/search/", QUERY_STRING=query)

    assert (response.status_code, "control character" in response.content.decode()) == (400, True)


@pytest.mark.parametrize("page", ["0", "-1", "501", "1000000000", "%C2%B2", "two", "1.5"])
def test_a_page_of_results_that_cannot_be_is_not_there_and_shows_the_way_to_the_first(client, page):
    response = client.get(f"/search/?q=kazakh&page={page}")

    assert (response.status_code, 'href="?q=kazakh"' in response.content.decode()) == (404, True)


def test_too_many_parameters_are_refused_in_words(client, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 100

    response = client.get("/search/?" + "&".join(f"a{number}=1" for number in range(101)))

    assert (response.status_code, "does not understand" in response.content.decode()) == (400, True)


def test_a_host_that_is_not_ours_is_refused_in_words(client):
    response = client.get("/", headers={"host": "evil.example"})

    assert (response.status_code, b"evil.example" in response.content) == (400, False)


def test_public_pages_are_kept_by_nobody_without_asking_again_and_faults_by_nobody_at_all(client):
    article, withdrawn = make_article(state="published"), make_article(state="withdrawn")
    addresses = ["/", article.get_absolute_url(), f"/id/{article.pid}", "/articles/none/", withdrawn.get_absolute_url()]

    assert [client.get(address)["Cache-Control"] for address in addresses] == ["public, no-cache"] * 3 + ["private, no-store"] * 2


def test_no_page_sets_a_cookie_or_depends_on_one(client):
    article = make_article(state="published")

    answers = [client.get(address) for address in ("/", "/search/?q=a", article.get_absolute_url(), "/articles/none/", "/entities/")]

    assert [(bool(response.cookies), response.get("Vary")) for response in answers] == [(False, None)] * 5
