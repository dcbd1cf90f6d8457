"""What a browser's own search box is told."""

import json
from xml.etree import ElementTree

import pytest

from tests.factories import make_article, make_entity

pytestmark = [pytest.mark.django_db, pytest.mark.engine_free]

SPACE = "{http://a9.com/-/spec/opensearch/1.1/}"


def test_the_search_is_described_within_the_bounds_of_the_standard(client):
    response = client.get("/opensearch.xml")

    description = ElementTree.fromstring(response.content)
    assert response["Content-Type"] == "application/opensearchdescription+xml"
    assert (description.tag, len(description.find(f"{SPACE}ShortName").text) <= 16, len(description.find(f"{SPACE}Description").text) <= 1024) == (
        f"{SPACE}OpenSearchDescription",
        True,
        True,
    )
    assert {url.get("type"): url.get("template") for url in description.findall(f"{SPACE}Url")} == {
        "text/html": "http://127.0.0.1:8000/search/?q={searchTerms}",
        "application/x-suggestions+json": "http://127.0.0.1:8000/search/suggestions.json?q={searchTerms}",
        "application/opensearchdescription+xml": "http://127.0.0.1:8000/opensearch.xml",
    }


def test_names_are_suggested_in_the_script_they_are_typed_in_and_words_of_texts_are_not(client):
    make_entity("Nursultan Nazarbayev", "person", names=[("Нурсултан Назарбаев", "ru"), ("Назарбаев Нурсултан", "ru")])
    hidden = make_entity("Nazran", "place")
    hidden.names.update(search_may_use=False)
    make_article(state="published", access="full", title="Nazira's garden", body="Nazira spoke.")

    def suggested(typed):
        return json.loads(client.get("/search/suggestions.json", {"q": typed}).content)

    assert [suggested(typed) for typed in ("назарб", "NURS", "Naz", "x" * 200, "", "%", "_", "\u202e")] == [
        ["назарб", ["Назарбаев Нурсултан"]],
        ["NURS", ["Nursultan Nazarbayev"]],
        ["Naz", []],
        ["x" * 100, []],
        ["", []],
        ["%", []],
        ["_", []],
        ["\u202e", []],
    ]
