"""The language that pages speak: what is public, in which order, found by which words, in how many queries."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import editorial
from articles.models import Article, Author, Publication, PublicationTitle, Topic, Version, label_from
from tests.factories import CC_BY, make_article, make_author, make_publication, make_topic, make_user

pytestmark = pytest.mark.django_db


STATES = ["draft", "in review", "published", "withdrawn"]


def faults_of(article):
    """Return the names of the fields that checking ``article`` finds fault with."""
    try:
        article.clean()
    except ValidationError as error:
        return list(error.message_dict)
    return []


def test_only_published_articles_are_public_and_only_withdrawn_ones_are_tombstones():
    articles = {state: make_article(state=state) for state in STATES}

    assert (list(Article.objects.public()), list(Article.objects.tombstones())) == ([articles["published"]], [articles["withdrawn"]])


def test_versions_are_public_with_their_article_and_drafts_never():
    by = make_user()
    articles = {state: make_article(state=state, by=by) for state in STATES}
    for state in ("published", "withdrawn"):
        editorial.revise(articles[state], by=by, reason="x", body="Second.")

    assert [set(rows.values_list("article", "number")) for rows in (Version.objects.public(), Version.objects.tombstones())] == [
        {(articles[state].pk, number) for number in (1, 2)} for state in ("published", "withdrawn")
    ]


def test_the_newest_stand_first_and_the_undated_last():
    days = ["2014-02-05", "2015", None, "2014-02", "2015-12-31", None]
    articles = [make_article(published_on=day) for day in days]

    assert [articles.index(article) for article in Article.objects.newest_first()] == [4, 1, 3, 0, 5, 2]


@pytest.mark.parametrize(
    ("words", "is_found"),
    [("вода", True), ("ВОДА мост", True), ("water", True), ("Vodá", True), ("wat", True), ("wine", False), ("%", False), ("_", False), ("", True)],
)
def test_articles_are_found_by_words_of_any_of_their_titles(words, is_found):
    article = make_article(title="Мост и вода", title_romanised="Most i voda", title_translated="A Bridge and Water")

    assert list(Article.objects.titled(words)) == ([article] if is_found else [])


def test_a_page_of_articles_costs_the_same_few_queries_however_many_there_are():
    counts = []
    for _ in range(2):
        for _ in range(4):
            article = make_article(authors=[make_author(), make_author("B")], publication=make_publication())
            article.topics.add("water", "gas")
        with CaptureQueriesContext(connection) as queries:
            for article in Article.objects.for_reading():
                str([article.publication, article.current, list(article.contributions.all()), list(article.topics.all())])
            for article in Article.objects.for_listing():
                str([article.publication, [contribution.author for contribution in article.contributions.all()]])
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_authors_publications_and_topics_are_public_once_an_article_made_them_known():
    for state in STATES:
        article = make_article(state="draft", authors=[make_author(state)], publication=make_publication(state))
        article.topics.add(make_topic(state))
        by = make_user()
        if state in {"published", "withdrawn"}:
            editorial.publish(article, by=by)
        if state == "withdrawn":
            editorial.withdraw(article, by=by, reason="error")

    assert [
        set(Author.objects.public().values_list("name", flat=True)),
        set(Publication.objects.public().values_list("title", flat=True)),
        set(Topic.objects.public().values_list("name", flat=True)),
    ] == [{"published", "withdrawn"}] * 3


def test_a_publication_is_found_by_every_title_it_bore():
    publication = make_publication("Егемен Қазақстан")
    PublicationTitle.objects.create(publication=publication, title="Социалистік Қазақстан", to_year=1991)
    PublicationTitle.objects.create(publication=publication, title="Егемен Қазақстан", from_year=1991)

    assert [list(Publication.objects.titled(title)) for title in ("егемен қазақстан", "СОЦИАЛИСТІК Қазақстан", "Қазақстан")] == [
        [publication], [publication], [],
    ]  # fmt: skip


def test_two_authors_may_bear_one_name():
    first, second = make_author("Арман Сериков"), make_author("Арман Сериков")

    assert (set(Author.objects.named("арман  СЕРИКОВ")), second.slug) == ({first, second}, "arman-serikov-2")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("One two three", "[One two three]"),
        ("One two three four five six seven eight", "[One two three four five six seven eight]"),
        ("One two three four five six seven eight nine", "[One two three four five six seven eight…]"),
        ("", "[untitled]"),
    ],
)
def test_an_untitled_article_is_shown_by_its_first_words_in_brackets(text, label):
    assert label_from(text) == label


def test_a_label_is_never_stored():
    article = make_article(title=None, state="published", body="One two three.")

    assert (article.title, article.current.record["title"], str(article)) == (None, None, article.pid)


@pytest.mark.parametrize(
    ("fields", "shows"),
    [
        ({"access": "full", "rights": CC_BY, "rights_basis": "printed"}, True),
        ({"access": "excerpt", "rights": CC_BY, "rights_basis": "printed"}, False),
        ({"access": "full"}, False),
        ({"access": "full", "rights": "http://rightsstatements.org/vocab/InC/1.0/", "rights_basis": "printed"}, False),
        ({}, False),
    ],
)
def test_the_whole_text_is_shown_only_at_full_access_under_rights_that_allow_it(fields, shows):
    assert Article(**fields).shows_text is shows


def test_an_article_shows_its_record_only_unless_somebody_says_otherwise():
    assert Article().access == "record"


@pytest.mark.parametrize(
    ("fields", "faults"),
    [
        ({"published_on": "2014"}, ["published_basis"]),
        ({"published_basis": "stated"}, ["published_basis"]),
        ({"published_on": "2041", "published_basis": "stated"}, ["published_on"]),
        ({"rights": "mine", "rights_basis": "printed"}, ["rights", "rights_basis"][:1]),
        ({"rights": CC_BY}, ["rights_basis"]),
        ({"access": "full"}, ["access"]),
        ({"quality": {"a": 1}}, ["quality"]),
        ({"quality": [""]}, ["quality"]),
        ({"published_on": "2014", "published_basis": "stated", "access": "full", "rights": CC_BY, "rights_basis": "printed"}, []),
    ],
)
def test_a_record_is_checked_as_a_whole(fields, faults):
    assert faults_of(Article(**fields)) == faults


def test_a_rights_statement_is_kept_at_its_one_address():
    article = Article(rights="http://www.creativecommons.org/licenses/by/4.0/deed.ru", rights_basis="printed")
    article.clean()

    assert article.rights == CC_BY


def test_the_blocks_of_a_version_bear_their_kinds():
    assert [Version(body="H\n\nA\n\nB", kinds=kinds).blocks for kinds in ("hpc", "h")] + [Version(body="").blocks] == [
        [("heading", "H"), ("paragraph", "A"), ("caption", "B")],
        [("paragraph", "H"), ("paragraph", "A"), ("paragraph", "B")],
        [],
    ]


def test_the_address_of_a_topic_stays_when_it_is_reworded():
    topic = make_topic("вода")
    topic.name = "water"
    topic.save()

    assert Topic.objects.values_list("name", "slug").get() == ("water", "voda")
