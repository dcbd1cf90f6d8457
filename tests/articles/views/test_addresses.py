"""What each kind of address answers in each state of its record, compared as a whole."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import editorial
from articles.models import Article
from kzarchive.addresses import pids
from tests.articles.views.facts import facts, tree, words
from tests.factories import make_article, make_author, make_entity, make_publication, make_topic, make_user

pytestmark = pytest.mark.django_db

BODY = "Astana spoke first.\n\nOthers followed."
UNKNOWN = "kz3b7m9tx"
NOTHING = {"status": 404, "h1": "There is nothing at this address", "robots in the page": "noindex"}
DEMO_GONE = {"status": 410, "robots": "noindex", "h1": "This record is gone", "robots in the page": "noindex"}


def wrong_check(pid):
    return pid[:-1] + next(character for character in pids.ALPHABET if character != pid[-1])


def tomb(title):
    return {"status": 410, "robots": "noindex", "h1": title, "robots in the page": "noindex"}


def version_links(pid, **others):
    return {"latest-version": f"/articles/{pid}/", "version-history": f"/articles/{pid}/#versions", **others}


def published(state, pid):
    """The facts of an article's page, of its version 1, for the articles of the table that the public may read."""
    common = {"status": 200, "etag": True, "h1": state.capitalize(), "canonical": f"/articles/{pid}/", "abstract": "What it says."}
    closed = {"not shown": True, "robots": "noindex, follow", "robots in the page": "noindex, follow"}
    shown = {"text": ["Astana spoke first.", "Others followed."]} if state == "full" else closed
    page = {**common, **shown, "links": {"version-history": f"/articles/{pid}/#versions"}}
    return page, {**common, **shown, "links": version_links(pid)}


def expected(state, pid, survivor):
    """What article, version 1, decorated address and /id/ of an article in ``state`` answer."""
    home = f"/articles/{pid}/"
    moved = {"status": 308, "to": home}
    if state in {"draft", "in review", "unknown"}:
        return [NOTHING] * 4
    if state in {"record", "excerpt", "full"}:
        return [*published(state, pid), moved, moved]
    if state == "withdrawn":
        return [tomb("Withdrawn"), tomb("Withdrawn"), tomb("Withdrawn"), moved]
    if state == "duplicate":
        to_survivor = {"status": 308, "to": f"/articles/{survivor}/"}
        return [to_survivor, tomb("Duplicate"), to_survivor, to_survivor]
    if state == "wrong check":
        return [NOTHING] * 4
    if state == "retired demo":
        return [DEMO_GONE] * 4
    raise AssertionError(state)


def make_in_state(state, by, survivor):
    """Return the pid of an article in ``state``."""
    if state == "unknown":
        return UNKNOWN
    if state == "wrong check":
        return wrong_check(survivor.pid)
    fields = {"title": state.capitalize(), "body": BODY, "abstract": "What it says.", "by": by}
    if state in {"draft", "in review"}:
        return make_article(state=state, **fields).pid
    if state in {"record", "excerpt", "full"}:
        return make_article(state="published", access=state, **fields).pid
    article = make_article(state="published", access="full", is_demo=state == "retired demo", **fields)
    if state == "withdrawn":
        editorial.withdraw(article, by=by, reason="privacy", note="A person asked.")
    elif state == "duplicate":
        editorial.withdraw(article, by=by, reason="duplicate", successor=survivor)
    elif state == "retired demo":
        editorial.take_away([article])
    return article.pid


@pytest.mark.parametrize(
    "state", ["draft", "in review", "record", "excerpt", "full", "withdrawn", "duplicate", "unknown", "wrong check", "retired demo"]
)
def test_every_address_of_an_article_answers_as_its_state_says(client, state):
    by = make_user()
    survivor = make_article(state="published", by=by)
    pid = make_in_state(state, by, survivor)

    answers = [facts(client.get(address)) for address in (f"/articles/{pid}/", f"/articles/{pid}/v1/", f"/articles/{pid}/some-words/", f"/id/{pid}")]

    assert answers == expected(state, pid, survivor.pid)


def test_a_revised_article_shows_its_newest_version_and_the_old_one_says_so(client):
    by = make_user()
    article = make_article(state="published", access="full", title="First", body="Old words.", by=by)
    editorial.revise(article, by=by, reason="A slip", body="New words.", changes={"title": "Second"})
    home = f"/articles/{article.pid}/"

    assert [facts(client.get(address)) for address in (home, f"{home}v1/", f"{home}v2/", f"{home}v3/", f"{home}v01/", f"{home}v0/")] == [
        {
            "status": 200,
            "etag": True,
            "h1": "Second",
            "canonical": home,
            "text": ["New words."],
            "links": {"version-history": f"{home}#versions", "predecessor-version": f"{home}v1/"},
        },
        {
            "status": 200,
            "etag": True,
            "h1": "First",
            "canonical": home,
            "text": ["Old words."],
            "old": True,
            "robots": "noindex, follow",
            "robots in the page": "noindex, follow",
            "links": version_links(article.pid, **{"successor-version": f"{home}v2/"}),
        },
        {
            "status": 200,
            "etag": True,
            "h1": "Second",
            "canonical": home,
            "text": ["New words."],
            "links": version_links(article.pid, **{"predecessor-version": f"{home}v1/"}),
        },
        NOTHING,
        NOTHING,
        NOTHING,
    ]


def test_an_old_version_shows_no_text_that_the_article_may_not_show_now(client):
    by = make_user()
    article = make_article(state="published", access="full", body=BODY, by=by)
    editorial.revise(article, by=by, reason="The licence was a mistake", changes={"access": "record"})

    assert b"Astana spoke" not in client.get(f"/articles/{article.pid}/v1/").content


def test_an_old_version_shows_no_more_than_it_did_in_its_time(client):
    by = make_user()
    article = make_article(state="published", body=BODY, by=by)
    licence = {"access": "full", "rights": "https://creativecommons.org/licenses/by/4.0/", "rights_basis": "a letter"}
    editorial.revise(article, by=by, reason="A licence was given", changes=licence)

    assert ["text" in facts(client.get(f"/articles/{article.pid}/{version}")) for version in ("", "v1/", "v2/")] == [True, False, True]


def test_a_tombstone_cites_the_article_and_says_when_why_and_what_takes_its_place(client):
    by = make_user()
    author, publication = make_author(), make_publication()
    heir = make_article(state="published", title="The full report", by=by)
    article = make_article(
        state="published",
        access="full",
        title="A report",
        subtitle="In short",
        body=BODY,
        abstract="Its abstract.",
        published_on="2014-02",
        by=by,
        authors=[author],
        publication=publication,
    )
    editorial.withdraw(article, by=by, reason="superseded", note="A fuller text came to light.", successor=heir)
    article.refresh_from_db()
    day = f"{article.withdrawn_at.day} {article.withdrawn_at:%B %Y}"

    page = tree(client.get(article.get_absolute_url()))

    assert words(page.css_first("main")) == (
        f"Withdrawn on {day} A report Aigerim Sadykova This article was published in the archive and was taken back. "
        "Another record takes its place. A fuller text came to light. In its place stands The full report. What it was "
        f"Publication The Steppe Review Date February 2014 as stated by the source Identifier {article.pid} Withdrawn {day} "
        "Reason Another record takes its place "
        f"How it is cited Aigerim Sadykova. “A report.” The Steppe Review, February 2014. kzarchive, http://127.0.0.1:8000/articles/{article.pid}/"
    )
    assert [link.attributes["href"] for link in page.css("main a")] == [
        author.get_absolute_url(),
        heir.get_absolute_url(),
        publication.get_absolute_url(),
    ]


def test_the_tombstone_of_a_duplicate_names_the_record_that_its_survivor_was_found_to_duplicate(client):
    by = make_user()
    first, second, third = (make_article(state="published", title=title, by=by) for title in ("First", "Second", "Third"))
    editorial.withdraw(first, by=by, reason="duplicate", successor=second)
    editorial.withdraw(second, by=by, reason="duplicate", successor=third)

    page = tree(client.get(f"/articles/{first.pid}/v1/"))

    assert [(words(link), link.attributes["href"]) for link in page.css(".banner a")] == [("Third", third.get_absolute_url())]


def test_a_draft_answers_exactly_as_an_article_that_never_was(client):
    by = make_user()
    addresses = [
        f"/articles/{pid}/{rest}" for pid in (make_article().pid, make_article(state="in review", by=by).pid, UNKNOWN) for rest in ("", "v1/", "a/")
    ]

    for method in (client.get, client.head):
        answers = {(response.status_code, response.content, tuple(sorted(response.headers.items()))) for response in map(method, addresses)}
        assert len(answers) == 1


def test_a_draft_is_answered_with_the_same_queries_as_an_article_that_never_was(client):
    draft = make_article()

    def asked(pid):
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/articles/{pid}/")
        return [query["sql"].replace(pid, "") for query in queries]

    assert asked(draft.pid) == asked(UNKNOWN)


def test_a_wrong_check_character_is_named_as_the_fault(client):
    article = make_article(state="published")
    author = make_author(public_since="2024-01-01T00:00Z")
    pids_and_addresses = [(article.pid, "/articles/{}/"), (article.pid, "/id/{}"), (author.pid, "/authors/{}/"), (make_entity().pid, "/entities/{}/")]

    faults = {words(tree(client.get(address.format(wrong_check(pid)))).css_first("main p")) for pid, address in pids_and_addresses}

    assert faults == {
        "The identifier in this address is mistyped: its last character does not fit the others. Compare it with the place you have it from."
    }


SPELLINGS = {
    "capitals in the identifier": lambda section, key: f"/{section}/{key.upper()}/",
    "capitals in the section": lambda section, key: f"/{section.upper()}/{key}/",
    "no slash at the end": lambda section, key: f"/{section}/{key}",
    "two slashes at the end": lambda section, key: f"/{section}/{key}//",
    "two slashes at the start": lambda section, key: f"//{section}/{key}/",
    "two slashes between": lambda section, key: f"/{section}//{key}/",
    "slashes everywhere": lambda section, key: f"///{section}///{key}///",
    "encoded capitals": lambda section, key: f"/{section}/{''.join(f'%{ord(letter):02X}' for letter in key.upper())}/",
    "encoded capital in the section": lambda section, key: f"/%{ord(section[0].upper()):02x}{section[1:]}/{key}/",
    "capitals and no slash": lambda section, key: f"/{section.title()}/{key.title()}",
}
HYPHENS = {
    "hyphens in the identifier": lambda section, pid: f"/{section}/{pid[:2]}-{pid[2:5]}-{pid[5:]}/",
    "hyphens, capitals, no slash": lambda section, pid: f"/{section}/{pid[:4].upper()}-{pid[4:].upper()}",
}


def as_asked(client, path):
    """Ask for ``path`` exactly as a server hands it over: decoded, slashes as they are."""
    decoded = path.encode().replace(b"%", b"\\x").decode("unicode_escape") if "%" in path else path
    return client.generic("GET", "/", PATH_INFO=decoded, QUERY_STRING="q=Astana&q=%D0%B0")


def status_and_target(client, paths):
    """Return status and Location for each of ``paths``, by its name."""
    answers = {name: as_asked(client, path) for name, path in paths.items()}
    return {name: (response.status_code, response.get("Location")) for name, response in answers.items()}


def spelled(section, key, has_pid):
    return {name: spell(section, key) for name, spell in {**SPELLINGS, **(HYPHENS if has_pid else {})}.items()}


@pytest.fixture
def keys():
    """One public record of each kind that has an address: (section, slug or pid)."""
    by = make_user()
    author, publication, topic = make_author(), make_publication(), make_topic()
    article = make_article(authors=[author], publication=publication, access="full", by=by)
    article.topics.add(topic)
    editorial.publish(article, by=by)
    return {"articles": article.pid, "authors": author.slug, "publications": publication.slug, "topics": topic.slug, "entities": make_entity().slug}


@pytest.mark.parametrize("section", ["articles", "authors", "publications", "topics", "entities"])
def test_every_spelling_of_an_address_leads_to_the_right_one_in_one_hop(client, keys, section):
    key = keys[section]
    variants = spelled(section, key, has_pid=section == "articles")

    assert status_and_target(client, variants) == dict.fromkeys(variants, (308, f"/{section}/{key}/?q=Astana&q=%D0%B0"))


def test_every_spelling_of_an_identifier_is_led_to_its_record_in_one_hop(client, keys):
    pid = keys["articles"]
    variants = {"as it is": f"/id/{pid}", **spelled("id", pid, has_pid=True)}

    assert status_and_target(client, variants) == dict.fromkeys(variants, (308, f"/articles/{pid}/?q=Astana&q=%D0%B0"))


def test_letters_encoded_without_need_are_the_same_address(client, keys):
    pid = keys["articles"]

    assert as_asked(client, f"/articles/%6B%7A{pid[2:]}/").status_code == 200


def test_no_spelling_of_a_draft_is_led_anywhere(client):
    pid = make_article().pid

    assert {as_asked(client, path).status_code for path in spelled("articles", pid, has_pid=True).values()} == {404}


def test_every_spelling_of_a_withdrawn_article_leads_to_its_tombstone_in_one_hop(client):
    pid = make_article(state="withdrawn").pid
    answers = [client.get(path) for path in (f"/articles/{pid.upper()}/", f"/articles/{pid[:2]}-{pid[2:]}/", f"/articles/{pid}")]

    assert [(answer.status_code, answer.headers["Location"]) for answer in answers] == [(308, f"/articles/{pid}/")] * 3
    assert client.get(f"/articles/{pid}/").status_code == 410


def test_an_identifier_leads_to_the_page_of_its_record_whatever_its_kind(client, keys):
    author, publication = make_author("Known", public_since="2024-01-01T00:00Z"), make_publication("Known too", public_since="2024-01-01T00:00Z")
    entity, hidden = make_entity("Astana", "place"), make_author("Hidden")

    answers = [facts(client.get(f"/id/{record.pid}?q=x")) for record in (author, publication, entity, hidden)]

    assert answers == [
        {"status": 308, "to": "/authors/known/?q=x"},
        {"status": 308, "to": "/publications/known-too/?q=x"},
        {"status": 308, "to": "/entities/astana/?q=x"},
        NOTHING,
    ]


def test_an_identifier_in_the_place_of_a_slug_leads_to_the_slug_and_one_of_another_kind_nowhere(client):
    entity, author = make_entity(), make_author(public_since="2024-01-01T00:00Z")

    answers = [facts(client.get(address)) for address in (f"/entities/{entity.pid}/", f"/authors/{author.pid}/", f"/authors/{entity.pid}/")]

    assert answers == [{"status": 308, "to": "/entities/kazakhstan/"}, {"status": 308, "to": "/authors/aigerim-sadykova/"}, NOTHING]


def test_authors_publications_and_topics_known_only_from_drafts_are_not_there(client):
    author, publication, topic = make_author(), make_publication(), make_topic()
    make_article(authors=[author], publication=publication).topics.add(topic)

    addresses = [author.get_absolute_url(), publication.get_absolute_url(), topic.get_absolute_url(), f"/authors/{author.pid}/"]

    assert [facts(client.get(address)) for address in addresses] == [NOTHING] * 4


def test_a_former_name_leads_to_the_present_one_in_one_hop(client):
    entity = make_entity("Nur-Sultan", "place")
    for name in ("akmola", "tselinograd", "astana"):
        entity.slug = name
        entity.save()

    answers = [facts(client.get(f"/entities/{slug}/?x=1")) for slug in ("nur-sultan", "akmola", "tselinograd", "NUR-SULTAN")]

    assert answers == [{"status": 308, "to": "/entities/astana/?x=1"}] * 4


def scripted_history(client):
    """Live through a history as editors would make it; return every address that was public on the way."""
    by = make_user()
    author, publication, topic, entity = make_author(), make_publication(), make_topic(), make_entity()
    seen: set[str] = set()

    def look():
        for article in Article.objects.public():
            home = f"/articles/{article.pid}/"
            seen.update(
                [
                    home,
                    f"/id/{article.pid}",
                    f"{home}a-balance-kept/",
                    *(f"{home}v{version.number}/" for version in article.versions.exclude(frozen_at=None)),
                ]
            )
        for record in (author, publication, topic, entity):
            record.refresh_from_db()
            seen.add(record.get_absolute_url())
            if hasattr(record, "pid"):
                seen.add(f"/id/{record.pid}")

    def ask():
        assert {client.get(address).status_code for address in seen} <= {200, 308, 410}

    def rename(record, slug):
        record.slug = slug
        record.save()
        look()

    articles = [make_article(access="full", authors=[author], publication=publication, by=by) for _ in range(4)]
    for article in articles:
        article.topics.add(topic)
        editorial.publish(article, by=by)
        look()
    first, second, third, fourth = articles
    for record, slugs in ((entity, ["kz-state", "republic"]), (author, ["a-sadykova", "sadykova-a"]), (publication, ["review", "the-review"])):
        for slug in slugs:
            rename(record, slug)
    ask()
    for words_now in ("Other words.", "Third words."):
        editorial.revise(first, by=by, reason="A better reading", body=words_now)
        look()
    editorial.withdraw(first, by=by, reason="legal")
    look()
    ask()
    editorial.publish_again(first, by=by, reason="The order was lifted")
    look()
    editorial.withdraw(second, by=by, reason="duplicate", successor=third)
    look()
    editorial.withdraw(third, by=by, reason="duplicate", successor=fourth)
    look()
    ask()
    editorial.publish_again(second, by=by, reason="It was another article after all")
    look()
    editorial.withdraw(fourth, by=by, reason="superseded", successor=first)
    look()
    return seen


def test_every_address_that_was_ever_public_answers_for_good(client):
    seen = scripted_history(client)

    ends = {}
    for address in seen:
        response = client.get(address)
        if response.status_code == 308:
            ends[address] = client.get(response["Location"]).status_code
        else:
            ends[address] = response.status_code

    assert len(seen) == 4 * 4 + 2 + 3 + 3 + 3 + 1 + 3
    assert {address: end for address, end in ends.items() if end not in {200, 410}} == {}
    assert {client.get(response["Location"]).status_code for response in map(client.get, seen) if response.status_code == 308} == {200, 410}
