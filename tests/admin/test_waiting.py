"""The front page shows what waits for whoever logs in, and the list behind it shows the same."""

import datetime as dt

import pytest
from django.urls import reverse

from articles import editorial
from articles.models import Article, Batch, SourceCheck, SourceStanding
from articles.search import index
from tests.factories import make_article, make_user

from .pages import messages_of

pytestmark = pytest.mark.django_db

NOW = dt.datetime(2026, 3, 2, tzinfo=dt.UTC)
LIST = "/admin/articles/article/"


def sections(client):
    return {name: [called for called, _, _ in rows] for name, rows, _ in client.get("/admin/").context["sections"]}


def listed(client, **query):
    return sorted(article.title for article in client.get(LIST, query).context["cl"].result_list)


def gone_from(article, **values):
    """Note that the source of ``article`` failed on three days."""
    seen = {"url": article.source_url, "due_at": NOW, "asked_at": NOW, "failing_since": NOW, "failing_days": 3, "is_dead": True, **values}
    SourceStanding.objects.create(article=article, **seen)
    SourceCheck.objects.create(article=article, url=seen["url"], outcome="gone", status=404, first_at=NOW, last_at=NOW, times=3)


@pytest.fixture
def desk(db):
    """An archive in the middle of its work; returns the person whose page is looked at."""
    user, other = make_user("editor", username="me"), make_user("publisher", username="other")
    mine = make_article(title="Mine to do")
    editorial.assign(mine, by=other, to=user)
    make_article(title="Drafted", created_by=user)
    make_article(title="Handed in", state="in review", by=other)
    make_article(title="Doubtful", open_doubts=2)
    make_article(title="Alike", resembles=mine)
    gone_from(make_article(title="Sourceless", state="published", source_url="http://press.example-kz.org/a"))
    gone_from(make_article(title="Found again", state="published", source_url="http://press.example-kz.org/b"), is_dead=False)
    gone_from(make_article(title="Moved", state="published", source_url="http://press.example-kz.org/c"), url="http://press.example-kz.org/d")
    editorial.publish(make_article(title="Done", open_doubts=1, created_by=other), by=other)
    Batch.objects.create(kind="import", state="preview", by=user, name="Pages of May")
    Batch.objects.create(kind="import", state="preview", by=other, name="Not mine")
    return user


def test_what_waits_for_an_editor(client, desk):
    client.force_login(desk)

    assert sections(client) == {
        "My turn": ["Mine to do"],
        "To be reviewed": ["Handed in"],
        "Drafted by me": ["Drafted"],
        "Open warnings": ["Doubtful"],
        "Near-duplicates": ["Alike"],
        "Sources that no longer answer": ["Sourceless"],
        "Imports not finished": ["Pages of May"],
    }


def test_the_lists_behind_it_show_the_same(client, desk):
    client.force_login(desk)

    names = ("mine", "review", "drafts", "warnings", "alike", "dead", "alone", "forged")
    assert {name: listed(client, waits=name) for name in names} == {
        "dead": ["Sourceless"], "mine": ["Mine to do"], "review": ["Handed in"], "drafts": ["Drafted"], "warnings": ["Doubtful"], "alike": ["Alike"],
        "alone": ["Done"],
        "forged": ["Alike", "Done", "Doubtful", "Drafted", "Found again", "Handed in", "Mine to do", "Moved", "Sourceless"],
    }  # fmt: skip


def test_a_contributor_is_not_asked_to_review(client, desk):
    client.force_login(make_user("contributor"))

    assert list(sections(client)) == ["Open warnings", "Near-duplicates", "Sources that no longer answer"]


def test_a_long_list_is_cut_and_leads_to_the_whole(client, desk):
    for number in range(9):
        make_article(title=f"Draft {number}", created_by=desk)
    client.force_login(desk)

    _, rows, address = next(section for section in client.get("/admin/").context["sections"] if section[0] == "Drafted by me")
    assert (len(rows), rows[0][0], address) == (6, "Draft 8", f"{LIST}?waits=drafts")


def test_the_front_page_asks_as_much_for_thirty_of_each_as_for_two(client, desk, django_assert_num_queries):
    client.force_login(desk)
    client.get("/admin/")
    with django_assert_num_queries(20, exact=False) as few:
        client.get("/admin/")
    for number in range(30):
        make_article(title=f"Draft {number}", created_by=desk, assigned_to=desk, open_doubts=1, resembles=Article.objects.first())
    with django_assert_num_queries(len(few)):
        client.get("/admin/")


def test_the_list_is_searched_in_the_text_of_drafts_too(client, desk):
    article = make_article(title="On water", body="The glacier above the reservoir melts.")
    client.force_login(desk)
    address = reverse("admin:articles_article_change", args=[article.pk])
    assert client.get(address).status_code == 200
    editorial.save_draft(article, by=desk, body="The glaciers above the reservoir melt.")

    assert listed(client, q="glacier") == ["On water"]
    assert listed(client, q="wat") == ["On water"]  # half a word of a title, which no index of words holds
    assert listed(client, q=article.pid.upper()) == ["On water"]
    assert listed(client, q="xylophone") == []


def test_what_is_searched_is_listed_nearest_first_page_by_page(client, desk):
    near = make_article(title="The glacier of glaciers", body="Glacier by glacier, the glacier melts.")
    far = [make_article(title=f"Notes {number}", body=f"{'Other words of the steppe. ' * 9}One glacier.") for number in range(3)]
    index([near.pk, *(article.pk for article in far)])
    client.force_login(desk)

    def keys(**query):
        return [article.pk for article in client.get(LIST, {"q": "glacier", **query}).context["cl"].result_list]

    assert keys()[0] == near.pk
    assert keys(order="newest") == [*(article.pk for article in reversed(far)), near.pk]
    assert keys(state__exact="published") == []

    made = [make_article(title=f"Notes {number}", body="One glacier.") for number in range(120)]
    index([article.pk for article in made])
    pages = [keys(p=str(number)) for number in (1, 2, 3)]
    assert pages[0][0] == near.pk
    assert sorted(pages[0] + pages[1] + pages[2]) == sorted([near.pk, *(article.pk for article in (*far, *made))])
    assert [keys(p=str(number)) for number in (1, 2, 3)] == pages


def test_a_source_that_is_gone_is_told_on_the_page_of_its_article_and_a_person_may_know_better(client, desk):
    client.force_login(desk)
    article = Article.objects.get(title="Sourceless")
    page = reverse("admin:articles_article_change", args=[article.pk])
    told = client.get(page).content.decode()
    assert "The source no longer answers</strong>: the page is gone (404), seen on 3 days since 2 Mar 2026" in told

    answer = client.post(reverse("admin:articles_article_vouch", args=[article.pk]), follow=True)

    assert "The source no longer answers" not in answer.content.decode()
    assert messages_of(answer) == [f"The article {article.pid} counts as having its source for the next half-year."]
    assert listed(client, waits="dead") == []


def test_readers_are_told_nothing_of_it(client, desk):
    article = Article.objects.get(title="Sourceless")
    before = {address: client.get(address).content for address in (article.get_absolute_url(), "/", "/articles/", "/feed.atom", "/sitemap.xml")}
    SourceCheck.objects.all().delete()
    SourceStanding.objects.all().delete()

    assert {address: client.get(address).content for address in before} == before
