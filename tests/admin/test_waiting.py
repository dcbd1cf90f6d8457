"""The front page shows what waits for whoever logs in, and the list behind it shows the same."""

import pytest
from django.urls import reverse

from articles import editorial
from articles.models import Article, Batch
from tests.factories import make_article, make_user

pytestmark = pytest.mark.django_db

LIST = "/admin/articles/article/"


def sections(client):
    return {name: [called for called, _, _ in rows] for name, rows, _ in client.get("/admin/").context["sections"]}


def listed(client, **query):
    return sorted(article.title for article in client.get(LIST, query).context["cl"].result_list)


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
        "Imports not finished": ["Pages of May"],
    }


def test_the_lists_behind_it_show_the_same(client, desk):
    client.force_login(desk)

    assert {name: listed(client, waits=name) for name in ("mine", "review", "drafts", "warnings", "alike", "alone", "forged")} == {
        "mine": ["Mine to do"], "review": ["Handed in"], "drafts": ["Drafted"], "warnings": ["Doubtful"], "alike": ["Alike"], "alone": ["Done"],
        "forged": ["Alike", "Done", "Doubtful", "Drafted", "Handed in", "Mine to do"],
    }  # fmt: skip


def test_a_contributor_is_not_asked_to_review(client, desk):
    client.force_login(make_user("contributor"))

    assert list(sections(client)) == ["Open warnings", "Near-duplicates"]


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
