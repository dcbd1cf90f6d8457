"""A reader's quotation: its address marks the words in their version, says plainly where they are not, and gives nothing closed away."""

from urllib.parse import quote

import pytest

from articles import editorial
from tests.articles.views.facts import tree, words
from tests.factories import make_article, make_claim, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.engine_free]

BODY = "The 🇰🇿 embassy opened. The <b>embassy</b> was “large”.\n\nNobody counted & nobody asked. The embassy stood."
SITE = "http://127.0.0.1:8000"


@pytest.fixture
def by():
    return make_user("publisher")


@pytest.fixture
def article(by):
    return make_article(title="Rooms", body=BODY, access="full", state="published", by=by)


def page_of(client, article, query, version=1):
    return client.get(f"{article.get_absolute_url()}v{version}/?{query}")


def marked(page):
    return [mark.text(deep=True) for mark in page.css("[data-annotation-root] mark.quoted")]


def test_words_are_marked_in_their_version_and_cited_with_it(client, article):
    response = page_of(client, article, f"quote={quote('nobody  asked')}&p=2")
    page = tree(response)
    root = page.css_first("[data-annotation-root]")

    assert (marked(page), root.css_first("#quoted").text(), root.css_first("#p2 mark").text()) == (["nobody asked"], "nobody asked", "nobody asked")
    assert "\n\n".join(block.text() for block in root.css("p")) == BODY
    assert words(page.css_first(".quotation .citation")) == (
        f"“nobody asked” “Rooms.” kzarchive, version 1, paragraph 2, {SITE}/articles/{article.pid}/v1/?p=2&quote=nobody%20asked#quoted"
    )
    assert words(page.css_first(".quotation p")) == "The words that this address cites are marked in paragraph 2 of version 1."
    assert response.headers["X-Robots-Tag"] == "noindex, follow"
    assert page.css_first("link[rel=canonical]").attributes["href"] == f"{SITE}{article.get_absolute_url()}"
    assert page.css_first("#words").text() == "nobody asked"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("quote=%22large%22", "marked in paragraph 1 of version 1"),
        ("quote=%3Cb%3Eembassy%3C%2Fb%3E", "marked in paragraph 1 of version 1"),
        ("quote=The+embassy+stood&p=1", "The address names another paragraph, in which they do not stand."),
        ("quote=The+embassy+stood&p=99999999999999999999", "marked in paragraph 2"),
        ("quote=The+embassy+stood&p=%D9%A3&at=-1", "marked in paragraph 2"),
        ("quote=embassy&p=1", "stands 2 times in version 1"),
        ("quote=embassy", "stands 3 times in version 1"),
        ("quote=embassy&p=1&at=30", "marked in paragraph 1"),
        ("quote=embass", "do not stand in version 1"),
        ("quote=%F0%9F%87%B0%F0%9F%87%BF+embassy", "marked in paragraph 1"),
        ("quote=%3Cscript%3Ealert(1)%3C%2Fscript%3E", "do not stand in version 1"),
        ("quote=large”.+Nobody", "run over the end of a paragraph"),
        ("quote=", "There is no word in it"),
        ("quote=+%E2%80%A6+", "There is no word in it"),
        (f"quote={'a' * 501}", "That is 501 characters; an address names at most 500."),
        ("quote=a&quote=nobody+asked", "marked in paragraph 2"),
    ],
)
def test_what_an_address_asks_for_is_answered_plainly(client, article, query, said):
    response = page_of(client, article, query)
    page = tree(response)

    assert (response.status_code, said in words(page.css_first(".quotation"))) == (200, True), words(page.css_first(".quotation"))
    assert len(page.css("#quoted")) == 1
    assert bool(marked(page)) == ("marked" in said or "another paragraph" in said)
    assert b"<script>alert" not in response.content


def test_each_of_twins_has_an_address_that_means_it_alone(client, article):
    listed = tree(page_of(client, article, "quote=embassy")).css(".quotation li")
    addresses = [item.css_first("a").attributes["href"] for item in listed]
    found = [tree(client.get(address.partition("#")[0])).css_first("#quoted") for address in addresses]

    assert [address.partition("?")[2] for address in addresses] == [
        "p=1&at=7&quote=embassy#quoted",
        "p=1&at=30&quote=embassy#quoted",
        "p=2&quote=embassy#quoted",
    ]
    assert [mark.parent.attributes["id"] for mark in found] == ["p1", "p1", "p2"]
    assert [mark.next.text()[:8] for mark in found] == [" opened.", "</b> was", " stood."]


def test_a_version_that_has_the_words_no_longer_says_so_and_where_they_are(client, article, by):
    editorial.revise(article, by=by, reason="Shorter.", body="Nobody counted.")
    old, new = (tree(page_of(client, article, "quote=The+embassy+stood&p=2", version)) for version in (1, 2))

    assert (marked(old), marked(new)) == (["The embassy stood"], [])
    assert "The newest version, 2, has them no longer." in words(old.css_first(".quotation"))
    assert "do not stand in version 2" in words(new.css_first(".quotation"))
    assert [link.attributes["href"] for link in new.css(".quotation a")] == [f"/articles/{article.pid}/v1/?quote=The%20embassy%20stood#quoted"]
    assert "no longer" not in words(tree(page_of(client, article, "quote=Nobody+counted", 1)).css_first(".quotation"))


def test_an_address_without_a_version_leads_to_the_newest_for_today(client, article, by):
    editorial.revise(article, by=by, reason="Shorter.", body="Nobody counted.")
    response = client.get(f"{article.get_absolute_url()}?quote=Nobody+counted&p=1&next=//evil.example")

    assert (response.status_code, response.headers["Location"]) == (302, f"/articles/{article.pid}/v2/?p=1&quote=Nobody%20counted")


def test_words_that_are_a_claim_lead_to_it(client, article, by):
    claim = make_claim(article, words="The embassy stood", state="published", by=by, restatement="It stood.")
    make_claim(article, words="Nobody counted", by=by, restatement="zqdraft")
    seen = tree(page_of(client, article, "quote=The+embassy+stood"))
    hidden = page_of(client, article, "quote=Nobody+counted")

    assert claim.get_absolute_url() in [link.attributes["href"] for link in seen.css(".quotation a")]
    assert b"zqdraft" not in hidden.content


@pytest.mark.parametrize("access", ["excerpt", "record"])
def test_a_closed_text_answers_alike_whatever_it_was_asked_for(client, by, access):
    body = "The zqsecret was signed. " + "More words follow it. " * 30
    article = make_article(title="Closed", body=body, access=access, state="published", by=by)
    answers = {
        page_of(client, article, query).content
        for query in ("quote=The+zqsecret+was", "quote=never+written", "quote=", "quote=%2E&p=1", f"quote={'a' * 900}")
    }

    [answer] = answers
    assert b"zqsecret" not in answer
    assert b"does not say which words stand in it" in answer
    assert b'name="quote"' not in answer


def test_words_that_a_claim_shows_of_a_closed_text_are_cited_as_the_claim(client, by):
    body = "The treaty was signed. The zqsecret was not. " + "More words follow it. " * 30
    article = make_article(title="Closed", body=body, access="excerpt", state="published", by=by)
    claim = make_claim(article, words="The treaty was signed", state="published", by=by, restatement="Signed.")
    shown = tree(page_of(client, article, "quote=treaty+was+signed"))

    assert [link.attributes["href"] for link in shown.css(".quotation a")] == [claim.get_absolute_url()]
    assert page_of(client, article, "quote=The+zqsecret+was").content == page_of(client, article, "quote=nothing").content


def test_an_old_version_that_was_closed_in_its_time_stays_closed(client, by):
    article = make_article(title="Opened", body=BODY, access="record", state="published", by=by)
    editorial.revise(
        article,
        by=by,
        reason="Opened, and shorter.",
        body="Nobody counted.",
        changes={"access": "full", "rights": "https://creativecommons.org/licenses/by/4.0/", "rights_basis": "A letter."},
    )

    assert b"does not say which words" in page_of(client, article, "quote=The+embassy+stood", 1).content
    assert "No other version that can be read here has them." in words(
        tree(page_of(client, article, "quote=The+embassy+stood", 2)).css_first(".quotation")
    )


def test_taken_back_or_never_public_it_answers_as_the_article_does(client, by, article):
    draft = make_article(title="Draft", body=BODY, access="full", by=by)
    editorial.withdraw(article, by=by, reason="error")

    assert [page_of(client, one, "quote=embassy").status_code for one in (article, draft)] == [410, 404]
    assert [client.get(f"{one.get_absolute_url()}?quote=embassy").status_code for one in (article, draft)] == [410, 404]
    assert page_of(client, article, "quote=embassy", 9).status_code == 404
