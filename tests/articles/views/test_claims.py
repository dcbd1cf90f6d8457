"""The pages of claims: what they show, what they never show, and what machines are told."""

import csv
import io
import json
import re

import pytest

from articles import editorial
from articles.editorial import Source
from articles.models import Claim, Question
from tests.articles.views.facts import tree, words
from tests.factories import assess, make_article, make_claim, make_entity, make_publication, make_user

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"
LONG = " ".join(f"zqw{number}x" for number in range(50))
BODY = f"Before it 🇰🇿 stands a flag. The embassy zqquote opened in 2014 and was large. It had <b>57</b> rooms & more.\n\n{LONG} end."


@pytest.fixture
def by():
    return make_user("publisher")


def hidden_claims(by, entity):
    """Make claims that no reader may know of, each with a word of its own in every field, and return the articles and claims by what hides them."""
    made = {}
    places = {
        "draft claim": ("published", "draft"),
        "claim in review": ("published", "in review"),
        "withdrawn claim": ("published", "withdrawn"),
        "draft article": ("draft", "draft"),
        "withdrawn article": ("withdrawn", "published"),
    }
    for hidden_by, (article_state, claim_state) in places.items():
        key = hidden_by.replace(" ", "")
        body = f"The zqbody{key} was quoted here."
        article = make_article(body=body, access="full", by=by, state="draft" if article_state == "draft" else "published", title=f"Open {key}")
        secret = {
            "restatement": f"zqrestated{key}", "asserted_by_words": f"zqasserter{key}", "reported_via": f"zqvia{key}", "measured": f"zqmeasured{key}",
            "value": f"zqvalue{key}", "unit": f"zqunit{key}", "note": f"zqnote{key}", "holds_for": "1987", "holds_basis": "stated",
            "holds_words": f"zqholds{key}",
        }  # fmt: skip
        claim = make_claim(article, words=f"zqbody{key}", state=claim_state, by=by, about=[entity], **secret)
        if claim_state != "withdrawn":
            assess(claim, by=by, reasons=f"zqreasons{key}")
        if article_state == "withdrawn":
            editorial.withdraw(article, by=by, reason="error")
        made[hidden_by] = (article, claim)
    return made


SECRETS = [
    "zqrestated", "zqasserter", "zqvia", "zqmeasured", "zqvalue", "zqunit", "zqnote", "zqholds", "zqreasons", "zqevidence", "zqreasonoflink",
]  # fmt: skip
SURFACES = ["/", "/claims/", "/claims.csv", "/articles/", "/feed.atom", "/entities/astana/", "/sitemap.xml", "/search/?q=zqrestateddraftclaim"]


@pytest.mark.engine_free
def test_no_word_of_a_claim_that_is_not_public_is_read_anywhere(client, by):
    entity = make_entity("Astana", "place")
    hidden = hidden_claims(by, entity)
    article = make_article(state="published", body="A canary sang.", access="full", by=by, title="Canary")
    public = make_claim(article, words="A canary sang", state="published", by=by, about=[entity], restatement="zqcanary sang.")
    question = Question.objects.create(text="Who sang?")
    question.claims.add(public, make_claim(article, state="published", by=by))
    for _, claim in hidden.values():
        question.claims.add(claim)
        if claim.state != "withdrawn":
            editorial.link(public, claim, by=by, kind="conflicts with", reason="zqreasonoflink")
    assess(public, by=by, evidence=[Source(claim=claim, note="zqevidence") for _, claim in hidden.values()])
    editorial.publish_question(question, by=by)
    addresses = [*SURFACES, article.get_absolute_url(), f"{article.get_absolute_url()}annotations.jsonld", question.get_absolute_url()]
    addresses += [public.get_absolute_url(), f"{public.get_absolute_url()}annotation.jsonld"]
    for other, claim in hidden.values():
        addresses += [claim.get_absolute_url(), f"{claim.get_absolute_url()}annotation.jsonld", f"/id/{claim.pid}", other.get_absolute_url()]
        addresses += [f"{other.get_absolute_url()}v1/", f"{other.get_absolute_url()}annotations.jsonld"]
    narrowed = [f"/claims/?q=zqrestated{key}" for key in ("draftclaim", "claiminreview", "withdrawnclaim", "draftarticle", "withdrawnarticle")]
    narrowed += ["/claims/?year=1987", "/claims/?entity=astana&kind=event&finding=supported", "/claims/?disputed=1"]
    seen = {}
    for address in [*addresses, *narrowed]:
        response = client.get(address)
        body = b"".join(response).decode() if response.streaming else response.content.decode()
        headers = json.dumps(dict(response.headers))
        said = body.replace(address, "").replace(address.partition("q=")[2] or "\0", "") + headers
        found = [part for part in SECRETS if part in said]
        assert (address, found) == (address, [])
        seen[address] = (response.status_code, "zqcanary" in body)

    for hidden_by, (other, claim) in hidden.items():
        is_gone = hidden_by.startswith("withdrawn")
        assert seen[claim.get_absolute_url()][0] == (410 if is_gone else 404)
        assert seen[f"{claim.get_absolute_url()}annotation.jsonld"][0] == (410 if is_gone else 404)
        assert seen[f"/id/{claim.pid}"][0] == (308 if is_gone else 404)
        assert "zqbody" in client.get(other.get_absolute_url()).content.decode() or not other.is_published or hidden_by == "withdrawn article"
    # The canary is met wherever it belongs, and nowhere in conflict: what it conflicts with is not public.
    pages = [record.get_absolute_url() for record in (article, public, question)]
    pages += [f"{article.get_absolute_url()}annotations.jsonld", f"{public.get_absolute_url()}annotation.jsonld"]
    for address in ("/claims/", "/claims.csv", "/entities/astana/", *pages):
        assert seen[address] == (200, True), address
    assert seen["/claims/?disputed=1"] == (200, False)
    assert seen["/claims/?year=1987"] == (200, False)


@pytest.mark.engine_free
@pytest.mark.parametrize(
    ("access", "exact", "is_marked"), [("full", LONG, True), ("excerpt", " ".join(LONG.split()[:40]), False), ("record", None, False)]
)
def test_words_are_shown_as_far_as_the_article_allows(client, by, access, exact, is_marked):
    article = make_article(state="published", body=BODY, access=access, by=by)
    claim = make_claim(article, words=LONG, state="published", by=by, restatement="Fifty words.")
    start = BODY.index(LONG)
    page = client.get(claim.get_absolute_url()).content.decode()
    annotation = json.loads(client.get(f"{claim.get_absolute_url()}annotation.jsonld").content)
    on_article = client.get(article.get_absolute_url()).content.decode()
    [row] = list(csv.DictReader(io.StringIO(b"".join(client.get("/claims.csv")).decode())))

    shown = exact.split() if exact else []
    for text in (page, row["quote"], json.dumps(annotation), client.get("/claims/").content.decode()):
        assert [f"zqw{number}x" in text for number in range(50)] == [number < len(shown) for number in range(50)]
    found = [bool(tree(client.get(f"/claims/?q=ZQW{number}X")).css(".claim-line")) for number in (0, 39, 40, 49)]
    assert found == [number < len(shown) for number in (0, 39, 40, 49)]
    assert (f'<mark id="{claim.pid}"' in on_article) == is_marked
    assert ("zqw49x" in on_article) == is_marked
    expected = {"source": f"{SITE}/articles/{article.pid}/v1/"}
    if access == "full":
        expected["selector"] = [
            {"type": "TextQuoteSelector", "exact": LONG, "prefix": BODY[start - 32 : start], "suffix": " end."},
            {"type": "TextPositionSelector", "start": start, "end": start + len(LONG)},
        ]
    elif access == "excerpt":
        expected["selector"] = {"type": "TextQuoteSelector", "exact": exact}
    assert annotation["target"] == expected
    for address, kinds in (
        (claim.get_absolute_url() + "annotation.jsonld", ["Resource"]),
        (f"/articles/{article.pid}/annotations.jsonld", ["BasicContainer"]),
    ):
        answer = client.get(address)
        assert re.findall(r'<http://www\.w3\.org/ns/ldp#(\w+)>; rel="type"', answer["Link"]) == kinds
        assert (answer["Allow"], client.get(address, headers={"if-none-match": answer["ETag"]}).status_code) == ("GET, HEAD", 304)


@pytest.mark.engine_free
def test_claims_are_marked_in_the_text_and_noted_beside_it(client, by):
    article = make_article(state="published", body=BODY, access="full", by=by)
    outer = make_claim(article, words="The embassy zqquote opened in 2014 and was large", state="published", by=by, restatement="It opened <soon>.")
    inner = make_claim(article, words="opened in 2014", state="published", by=by, restatement="In 2014.", kind="quantity")
    crossing = make_claim(article, words="large. It had <b>57</b> rooms &", state="published", by=by, restatement="It had 57 rooms.")
    unquoted = make_claim(article, state="published", by=by, restatement="Restated.")
    assess(inner, by=by, finding="contested")
    editorial.correct(article, by=by, span=(BODY.index("zqquote"), BODY.index("zqquote") + 7), reading="in Bonn")
    page = tree(client.get(article.get_absolute_url()))
    root = page.css_first("[data-annotation-root]")

    assert "\n\n".join(block.text() for block in root.css("p")) == BODY
    assert [(mark.attributes["id"], mark.text(deep=True)) for mark in root.css("mark[id]")][:2] == [
        (outer.pid, "The embassy zqquote opened in 2014 and was large"),
        (inner.pid, "opened in 2014"),
    ]
    assert "".join(m.text() for m in root.css(f'mark[id="{crossing.pid}"], mark[data-claim="{crossing.pid}"]')) == "large. It had <b>57</b> rooms &"
    assert "finding-contested" in root.css_first(f'mark[id="{inner.pid}"]').attributes["class"]
    assert root.css_first(".sic").attributes["data-reading"] == "in Bonn"
    assert [words(note.css_first("a")) for note in page.css(".claim-note")] == ["It opened <soon>.", "In 2014.", "It had 57 rooms.", "Restated."]
    assert words(page.css(".claim-note")[1].css_first(".finding")) == "≠ contested"
    assert [item["id"] for item in json.loads(client.get(f"{article.get_absolute_url()}annotations.jsonld").content)["first"]["items"]] == [
        f"{SITE}{claim.get_absolute_url()}" for claim in (outer, inner, crossing, unquoted)
    ]


@pytest.mark.engine_free
def test_notes_stand_beside_their_lines_where_there_is_room(client, by):
    article = make_article(state="published", body=BODY, access="full", by=by)
    first, second = (make_claim(article, words=quote, state="published", by=by) for quote in ("The embassy zqquote opened", "embassy zqquote"))
    page = tree(client.get(article.get_absolute_url()))
    crossed = page.css_first("[data-annotation-root]").css("mark.claim")

    assert [(mark.attributes["id"], mark.attributes["class"].split()[-1]) for mark in crossed] == [(first.pid, "n1"), (second.pid, "n2")]
    assert [note.attributes["class"].split()[-1] for note in page.css(".claim-note")] == ["n1", "n2"]
    assert (len(page.css("link[href*='css/beside']")), len(page.css(".sheet.noted")), len(page.css(".after > .about-it"))) == (1, 1, 1)

    # Where the notes would be longer than the text and what stands below it, they are a list in the margin, as on paper.
    for number in range(12):
        make_claim(article, words="57", state="published", by=by, restatement=f"Number {number} of many words. " + "And more of them. " * 10)
    page = tree(client.get(article.get_absolute_url()))
    assert (len(page.css("link[href*='css/beside']")), len(page.css(".sheet.noted")), len(page.css(".about-it"))) == (0, 0, 0)
    assert [words(note.css_first("a"))[:6] for note in page.css("ol.notes > li")][2:] == ["Number"] * 12


@pytest.mark.engine_free
def test_an_old_version_keeps_its_marks_and_the_newest_has_its_own(client, by):
    article = make_article(state="published", body=BODY, access="full", by=by)
    claim = make_claim(article, words="opened in 2014", state="published", by=by)
    editorial.revise(article, by=by, reason="Shorter.", body="Nothing of it is left.", decisions={claim.pid: editorial.GONE})
    later = make_claim(article, words="Nothing of it", state="published", by=by)
    old, new = (client.get(f"{article.get_absolute_url()}v{number}/").content.decode() for number in (1, 2))

    assert (f'<mark id="{claim.pid}"' in old, f'id="{claim.pid}"' in new, later.pid in old, f'<mark id="{later.pid}"' in new) == (
        True,
        False,
        False,
        True,
    )
    page = words(tree(client.get(claim.get_absolute_url())).css_first("figcaption"))
    assert page.endswith("in version 1 · the words are no longer in the newest text")
    assert claim.get_absolute_url() in new


@pytest.mark.engine_free
def test_a_claims_page_tells_all_that_is_known_of_it(client, by):
    publication = make_publication("The Steppe Review")
    entity, subject = make_entity("MFA", "organisation"), make_entity("Kazakhstan")
    article = make_article(state="published", body=BODY, access="full", by=by, publication=publication, published_on="2014-02-05", title="Rooms")
    claim = make_claim(
        article, words="It had <b>57</b> rooms", state="published", by=by, about=[subject], restatement="The embassy had 57 rooms.", kind="quantity",
        asserted_by_entity=entity, reported_via="MFA.kz, December 26, 2014",
        holds_for="2013-11", holds_basis="resolved", holds_words="“last November”",
        subject=subject, measured="rooms", value="57", unit="rooms", as_of="2014",
    )  # fmt: skip
    elsewhere = make_article(state="published", by=by)
    other = make_claim(elsewhere, state="published", by=by, restatement="It had 59 rooms.", measured="rooms", value="59")
    editorial.link(other, claim, by=by, kind="refines", reason="Counted later.")
    assess(claim, by=make_user("editor", first_name="Aliya", last_name="Omarova"), reasons="So it stood.")
    editorial.assess(claim, by=by, finding="outdated", reasons="Rebuilt in 2016.", evidence=[Source(claim=other), Source(article=article)])
    page = tree(client.get(claim.get_absolute_url()))
    record = {words(row.css_first("dt")): words(row.css_first("dd")) for row in page.css(".record > div")}

    assert words(page.css_first("h1")) == "The embassy had 57 rooms."
    assert page.css_first("blockquote mark").text() == "It had <b>57</b> rooms"
    assert record == {
        "Asserted by": "MFA, as the article reports",
        "Reported via": "MFA.kz, December 26, 2014",
        "About": "Kazakhstan",
        "Holds for": "November 2013 read from the date of publication: “last November”",
        "rooms": "Kazakhstan: 57 rooms as of 2014",
        "Kind": "quantity How many, how much, how long. Subject, property, value, unit and the day it is stated for stand beside it.",
    }
    assert [words(item.css_first(".facts")).split(" · ")[0::2] for item in page.css(".assessments > li")] == [
        ["↺ outdated", "reviewed by its author"],
        ["✓ supported", "Aliya Omarova"],
    ]
    assert words(page.css_first(".cite p")) == (
        f"“The embassy had 57 rooms.” Claim in “Rooms.” The Steppe Review, 5 February 2014. kzarchive, version 1, {SITE}{claim.get_absolute_url()}"
    )
    assert words(page.css_first(".relation")) == "refined by Counted later."
    assert client.get(other.get_absolute_url()).content.decode().count("Counted later.") == 1
    [data] = [json.loads(node.text()) for node in page.css("script[type='application/ld+json']")]
    assert (data["@type"], data["claimReviewed"], data["reviewRating"]) == (
        "ClaimReview",
        "The embassy had 57 rooms.",
        {"@type": "Rating", "alternateName": "outdated"},
    )
    assert data["itemReviewed"]["appearance"]["url"] == f"{SITE}{article.get_absolute_url()}v1/"
    [data] = [json.loads(node.text()) for node in tree(client.get(other.get_absolute_url())).css("script[type='application/ld+json']")]
    assert (data["@type"], data["text"]) == ("Claim", "It had 59 rooms.")


def test_a_question_shows_every_answer_and_a_chart_of_five_numbers(client, by):
    article = make_article(state="published", by=by)
    question = Question.objects.create(text="How many embassies?")
    for year, value in ((2012, "50"), (2014, "56"), (2015, "57"), (2016, "64")):
        dated = {"as_of": str(year), "holds_for": str(year), "holds_basis": "stated"}
        question.claims.add(make_claim(article, state="published", by=by, measured="embassies", value=value, unit="embassies", **dated))
    editorial.publish_question(question, by=by)
    assert tree(client.get(question.get_absolute_url())).css_first("svg") is None

    fifth = {"as_of": "2013", "holds_for": "2013", "holds_basis": "stated", "unit": "embassies", "measured": "embassies"}
    question.claims.add(make_claim(article, state="published", by=by, value="1,055", **fifth))
    page = tree(client.get(question.get_absolute_url()))
    assert len(page.css("svg circle")) == 5
    assert not any("." in words(label) for label in page.css("svg text"))
    assert [words(line.css_first(".date")) for line in page.css(".claim-line")] == ["2012", "2013", "2014", "2015", "2016"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["a", "b", "c"]),
        ("?kind=quantity", ["b"]),
        ("?kind=quantity&kind=event", ["a", "b", "c"]),
        ("?kind=nonsense&finding=1'--", ["a", "b", "c"]),
        ("?finding=wrong", ["a"]),
        ("?disputed=1", ["a", "b", "c"]),
        ("?entity=astana", ["b"]),
        ("?entity=%00", 400),
        ("?publication=the-steppe-review", ["a", "b", "c"]),
        ("?publication=none", []),
        ("?year=2014", ["a"]),
        ("?year=2015", ["a"]),
        ("?year=99999999999999999999", ["a", "b", "c"]),
        ("?q=ПОСОЛЬСТВО", ["c"]),
        ("?q=opening+embassies", ["a"]),
        ("?q=посольства", ["c"]),
        ('?q="an+embassy"', ["a"]),
        ('?q="embassy+an"', []),
        ("?q=had+OR+opened", ["a", "b"]),
        ("?q=-embassy", ["b", "c"]),
        ("?q=date:2014", ["a"]),
        ("?q=author:nobody", []),
        ("?q=%2C", ["a", "b", "c"]),
        ('?q=author:"."+OR+topic:"."', ["a", "b", "c"]),
        ('?q=author:"!!"+topic:"!!"', ["a", "b", "c"]),
        ('?q=author:"!!"+-topic:"!!"+had', ["b"]),
        ("?value=57", ["b"]),
        ("?value=50+%E2%80%93+60", ["b"]),
        ("?value=58..1%2C000", []),
        ("?value=room", ["b"]),
        ("?value=rooms+57", ["b"]),
        ("?value=many", []),
        ("?value=%2C", ["a", "b", "c"]),
        ("?before=kz3b7m9tx", 404),
        ("?state=draft&article__pid=x", ["a", "b", "c"]),
    ],
)
def test_the_ledger_is_narrowed_by_what_it_offers_and_by_nothing_else(client, by, query, found):
    publication = make_publication("The Steppe Review")
    article = make_article(state="published", by=by, publication=publication)
    a = make_claim(article, state="published", by=by, restatement="a opened an embassy", holds_for="2014/2015", holds_basis="stated")
    b = make_claim(
        article,
        state="published",
        by=by,
        restatement="b had rooms",
        kind="quantity",
        measured="rooms",
        value="57",
        about=[make_entity("Astana", "place")],
    )
    c = make_claim(article, state="published", by=by, restatement="c Посольство открыто")
    editorial.link(b, c, by=by, kind="conflicts with", reason="x")
    assess(a, by=make_user("publisher"), finding="wrong")
    response = client.get(f"/claims/{query}")

    if isinstance(found, int):
        assert response.status_code == found
        return
    assert [words(line)[0] for line in tree(response).css(".claim-line h3")] == found[::-1]
    rows = list(csv.DictReader(io.StringIO(b"".join(client.get(f"/claims.csv{query}")).decode())))
    assert [row["restatement"][0] for row in rows] == found


def test_a_search_of_claims_that_would_take_too_long_is_broken_off(client, by, monkeypatch):
    make_claim(make_article(state="published", by=by), state="published", by=by, restatement="Something.")
    monkeypatch.setattr("articles.views.claims.PATIENCE_SECONDS", 0)

    response = client.get("/claims/?q=some*")
    assert (response.status_code, response.headers["Cache-Control"]) == (503, "private, no-store")
    assert "“some*” stands for every word that begins so" in words(tree(response).css_first("main"))
    assert client.get("/claims.csv?value=1+rooms").status_code == 503
    assert [client.get(address).status_code for address in ("/claims/", "/claims.csv")] == [200, 200]


@pytest.mark.engine_free
def test_a_cell_is_no_formula(client, by):
    article = make_article(state="published", by=by)
    for sign in "=+-@":
        make_claim(article, state="published", by=by, restatement=f"{sign}HYPERLINK(1)", measured="x", value=f"{sign}2+3")
    rows = list(csv.DictReader(io.StringIO(b"".join(client.get("/claims.csv")).decode())))

    assert [(row["restatement"][:2], row["value"][:2]) for row in rows] == [(f"'{sign}", f"'{sign}") for sign in "=+-@"]


@pytest.mark.engine_free
def test_the_list_goes_on_after_the_last_of_a_stretch(client, by):
    article = make_article(state="published", by=by)
    pids = [make_claim(article, state="published", by=by).pid for _ in range(27)]
    first = tree(client.get("/claims/"))
    following = first.css_first("a[rel=next]").attributes["href"]
    second = tree(client.get(f"/claims/{following}"))
    shown = [link.attributes["href"].split("/")[2] for page in (first, second) for link in page.css(".claim-line h3 a")]

    assert shown == pids[::-1]


def test_conflicting_claims_stand_side_by_side_on_the_page_of_an_entity(client, by):
    entity = make_entity("Astana", "place")
    article = make_article(state="published", by=by)
    dated = {"holds_basis": "stated", "about": [entity]}
    late = make_claim(article, state="published", by=by, restatement="late", holds_for="2019", **dated)
    early = make_claim(article, state="published", by=by, restatement="early", holds_for="2012", **dated)
    middle = make_claim(article, state="published", by=by, restatement="middle", holds_for="2014", **dated)
    editorial.link(early, late, by=by, kind="conflicts with", reason="x")
    rows = tree(client.get("/entities/astana/")).css(".lines > li")

    assert [[words(title) for title in row.css(".claim-line h3")] for row in rows[:2]] == [["early", "late"], [middle.restatement]]
    assert Claim.objects.count() == 3
