"""Several articles in one capture become several drafts; one article that lies in two captures becomes one."""

import datetime as dt

import pytest

from articles import editorial, store
from articles.models import Article, Capture, Reading
from articles.verification import captures, versions
from kzarchive.history.models import Change
from tests.factories import make_user

pytestmark = pytest.mark.django_db

FIRST = (
    "ALMATY, 3 June 2015 (The Steppe Wire) — The ministers of three states have signed a plan for the river that parts them.\n"
    "It names the days on which each gate is opened, and who may be present when it is.\n"
)
SECOND = (
    "ASTANA, 4 June 2015 (The Steppe Wire) — The parliament has ratified the treaty on the northern border after a short debate.\n"
    "Nobody spoke against it; one deputy asked how long the border was and was told by letter.\n"
)
BROKEN = "The road was built in two years by people who had never seen one and were not told what it was for, and of those who saw it"
PAGE = f"{FIRST}ENDS\n{SECOND}ENDS\n"


@pytest.fixture
def by():
    return make_user()


def brought_in(text, by, *, name="page.txt"):
    item = editorial.prepare(name, text.encode(), names=editorial.KnownNames.load(), today=dt.date(2026, 11, 22))
    (outcome,) = editorial.bring_in([item], editorial.Terms(by=by))
    return Article.objects.get(pid=outcome.pid)


def body_of(article):
    return article.versions.get(number=1).body


def texts(text):
    """Return the paragraphs of a report as they stand in a body: without the dateline."""
    return "\n\n".join(line.partition(" — ")[2] or line for line in text.splitlines())


def test_the_further_articles_of_a_capture_become_drafts(by):
    first = brought_in(PAGE, by)
    (second,) = editorial.split(first, by=by)

    assert (body_of(first), body_of(second)) == (texts(FIRST), texts(SECOND))
    assert (second.state, second.dateline, second.access) == ("draft", "ASTANA, 4 June 2015 (The Steppe Wire)", "record")
    assert Change.objects.of(first).values_list("act", "after").first() == ("split", {"articles": [second.pid]})


def test_spans_of_a_further_article_count_the_whole_text_layer(by):
    first = brought_in(PAGE, by)
    (second,) = editorial.split(first, by=by)
    reading = second.readings.get()
    layer = store.get(reading.capture.text_sha256).decode()
    ((start, end),) = reading.spans["dateline"]

    assert layer[start:end] == second.dateline
    assert reading.capture == first.readings.get().capture
    assert [tuple(part) for part in reading.parts] == [(PAGE.index("ASTANA"), len(PAGE))]
    assert reading.removed[0] == {"start": 0, "end": PAGE.index("ASTANA"), "rule": "next article"}


def test_a_capture_is_split_once(by):
    first = brought_in(PAGE, by)
    editorial.split(first, by=by)

    with pytest.raises(editorial.NothingToDivide, match=f"No other article is left in the captures of {first.pid}"):
        editorial.split(first, by=by)
    assert Article.objects.count() == 2


def test_a_further_article_that_was_discarded_can_be_made_again(by):
    first = brought_in(PAGE, by)
    (second,) = editorial.split(first, by=by)
    editorial.discard(second, by=by)
    (again,) = editorial.split(first, by=by)

    assert body_of(again) == texts(SECOND)
    assert Capture.objects.count() == 1


def test_a_further_article_that_the_archive_has_gets_one_more_source(by):
    known = brought_in(SECOND, by, name="second.txt")
    first = brought_in(PAGE, by)
    found = editorial.split(first, by=by)

    assert found == [known]
    assert known.readings.count() == 2
    assert Article.objects.count() == 2


def test_one_article_is_not_split(by):
    article = brought_in(FIRST, by)

    with pytest.raises(editorial.NothingToDivide):
        editorial.split(article, by=by)


def test_who_may_not_import_may_not_split(by):
    first = brought_in(PAGE, by)

    with pytest.raises(editorial.NotAllowed):
        editorial.split(first, by=make_user(None))
    assert Article.objects.count() == 1


def test_two_captures_of_one_article_become_one_and_a_broken_sentence_is_whole_again(by):
    first = brought_in(
        f"The Long Road\n\nBy Saule Bekova\n\n{BROKEN}\n",
        by,
    )
    rest = brought_in(
        "then nobody would know it again today, or would wish to.\n\nIt leads from the mine to the port, and from the port to the sea.\n",
        by,
        name="page-2.txt",
    )
    joined = editorial.join(first, rest, by=by)

    assert body_of(joined) == (
        f"{BROKEN} then nobody would know it again today, or would wish to.\n\nIt leads from the mine to the port, and from the port to the sea."
    )
    assert (joined.title, joined.byline, joined.readings.count()) == ("The Long Road", "By Saule Bekova", 2)
    assert list(Article.objects.all()) == [joined]
    assert [*captures(), *versions()] == []


def test_what_both_captures_print_stands_once_and_what_only_the_second_states_is_taken_over(by):
    shared = "It leads from the mine to the port, and from there over the sea to the other side."
    first = brought_in(f"The road was built in two years by people who had never seen a road before.\n\n{shared}\n", by)
    rest = brought_in(
        f"{shared}\n\nNobody who saw it then would know it again today, and few did see it.\n\nPublished: 3 May 2016\n", by, name="2.txt"
    )
    joined = editorial.join(first, rest, by=by)

    assert body_of(joined).count(shared) == 1
    assert body_of(joined).endswith("and few did see it.")
    assert (joined.published_on, joined.published_basis) == ("2016-05-03", "stated")


def test_what_was_public_is_not_joined(by):
    first, rest = brought_in(FIRST, by), brought_in(SECOND, by, name="2.txt")
    editorial.publish(first, by=by)

    with pytest.raises(editorial.WrongState, match="only drafts are joined"):
        editorial.join(first, rest, by=by)
    with pytest.raises(editorial.WrongState, match="only drafts are joined"):
        editorial.join(rest, first, by=by)
    with pytest.raises(editorial.WrongState, match="cannot be joined to itself"):
        editorial.join(rest, rest, by=by)
    assert Reading.objects.count() == 2
