"""Many at once: what would change is listed first, done as one batch, and put back where nobody touched it since."""

from collections import Counter
from contextlib import contextmanager
from hashlib import sha256

import pytest
from django.db import connection
from django.urls import reverse

from articles import editorial, search
from articles.models import Article, Batch, Contribution, TaggedEntity, TaggedTopic, Version
from kzarchive.addresses.models import new_pids
from kzarchive.history.models import Change
from tests.factories import CC_BY, make_article, make_author, make_entity, make_publication, make_topic

from .pages import fields_of, messages_of

pytestmark = pytest.mark.django_db

LIST = "/admin/articles/article/"


def rehearsed(client, kind, articles, /, **typed):
    """Choose ``articles`` in the list, then the action ``kind``; type, and return the page that lists what would change."""
    asked = client.post(LIST, {"action": kind, "_selected_action": [article.pk for article in articles], "index": "0"})
    return client.post(reverse("admin:articles_batch_many", args=[kind]), {**fields_of(asked), **typed}, follow=True)


def press(client, name, batch=None, *, follow=True):
    batch = batch or Batch.objects.latest("id")
    response = client.post(reverse(f"admin:articles_batch_{name}", args=[batch.pk]), follow=follow)
    batch.refresh_from_db()
    return response, batch


def rows(batch):
    return [(row.status, row.message) for row in batch.rows.all()]


def names():
    return [list(article.contributions.values_list("name", "author")) for article in Article.objects.order_by("pk")]


def test_what_was_public_is_asked_for_a_reason_before_anything_is_listed(publisher):
    wrong = make_author("D. Omarowa")
    articles = [make_article(authors=[wrong]), make_article(state="published", authors=[wrong])]
    typed = {"printed": "D. Omarowa", "correct": "Dana Omarova"}

    refused = rehearsed(publisher, "name", articles, **typed)

    assert (refused.context["form"].errors, Batch.objects.count()) == ({"reason": ["1 of them was public: say why they change."]}, 0)
    assert {name: fields_of(refused)[name] for name in typed} == typed
    rehearsed(publisher, "name", articles[:1], **typed)
    rehearsed(publisher, "name", articles, **typed, reason="Her name.")
    assert [rows(batch) for batch in Batch.objects.order_by("pk")] == [[("ready", "")], [("ready", ""), ("ready", "")]]


def test_a_name_is_corrected_in_drafts_and_by_revision_in_what_is_public_and_put_back(publisher):
    wrong, right = make_author("D. Omarowa"), make_author("Dana Omarova")
    draft, public = make_article(authors=[wrong]), make_article(authors=[wrong], state="published")
    other = make_article(authors=[make_author("Marat Ospanov")])
    typed = {"printed": "D. Omarowa", "correct": "D. Omarova", "author": right.pk, "reason": "Her name."}

    shown = rehearsed(publisher, "name", [draft, public, other], **typed)

    words = shown.content.decode()
    assert ("<del>D. Omarowa (D. Omarowa)</del> <ins>D. Omarova (Dana Omarova)</ins>" in words, "Do it: 2 of 3" in words) == (True, True)
    assert (Change.objects.exclude(act="publish").count(), names()[0]) == (0, [("D. Omarowa", wrong.pk)])

    _, batch = press(publisher, "start")
    assert (batch.state, [status for status, _ in rows(batch)]) == ("done", ["done", "done", "refused"])
    assert names()[:2] == [[("D. Omarova", right.pk)]] * 2
    assert [(v.number, v.reason, v.record["authors"][0]["name"]) for v in public.versions.order_by("number")][1] == (2, "Her name.", "D. Omarova")
    assert {change.batch for change in Change.objects.filter(act__in=["change", "revise"])} == {batch.key}

    draft.contributions.update(role="analyst")  # somebody worked on it since
    press(publisher, "undo", batch)
    undo = Batch.objects.get(kind="undo")
    assert rows(undo) == [("kept", "It was changed since: it is left as it is."), ("done", "")]
    assert names()[:2] == [[("D. Omarova", right.pk)], [("D. Omarowa", wrong.pk)]]
    assert public.versions.count() == 3


def test_rights_are_set_and_put_back(publisher):
    draft, public = make_article(), make_article(state="published")

    rehearsed(publisher, "rights", [draft, public], rights=CC_BY, rights_basis="A letter.", access="full", reason="A licence came.")
    press(publisher, "start")
    assert list(Article.objects.values_list("rights", "rights_basis", "access")) == [(CC_BY, "A letter.", "full")] * 2

    press(publisher, "undo")
    assert list(Article.objects.order_by("pk").values_list("rights", "rights_basis", "access")) == [(None, None, "record")] * 2
    assert public.versions.count() == 3


def test_a_publication_is_set_where_it_is_another(editor):
    old, new = make_publication("Old Weekly"), make_publication("The Steppe Review")
    articles = [make_article(publication=old), make_article(publication=new), make_article()]

    rehearsed(editor, "publication", articles, publication=new.pk)
    _, batch = press(editor, "start")

    assert rows(batch) == [("done", ""), ("refused", "It is so already."), ("done", "")]
    assert set(Article.objects.values_list("publication", flat=True)) == {new.pk}
    press(editor, "undo")
    assert list(Article.objects.order_by("pk").values_list("publication", flat=True)) == [old.pk, new.pk, None]


def test_a_topic_is_added_and_taken_away_again(editor):
    topic = make_topic("water")
    articles = [make_article(), make_article(state="published"), make_article()]
    articles[2].topics.add(topic)

    rehearsed(editor, "topic", articles, topic=topic.pk)
    press(editor, "start")
    topic.refresh_from_db()
    assert (TaggedTopic.objects.count(), topic.public_since is not None) == (3, True)

    press(editor, "undo")
    assert list(TaggedTopic.objects.values_list("content_object", flat=True)) == [articles[2].pk]


def test_many_are_published_those_that_cannot_be_are_listed_and_undoing_withdraws(publisher):
    ready, empty, public = make_article(), make_article(body=""), make_article(state="published")

    rehearsed(publisher, "publish", [ready, empty, public])
    _, batch = press(publisher, "start")
    assert rows(batch) == [("done", ""), ("refused", "It has neither a text nor an abstract."), ("refused", "It is published.")]

    press(publisher, "undo", batch)
    ready.refresh_from_db()
    assert (ready.state, ready.withdrawal_reason, Article.objects.get(pk=public.pk).state) == ("withdrawn", "error", "published")


@pytest.mark.parametrize(
    ("kind", "typed", "fault"),
    [
        ("rights", {"rights": "", "rights_basis": "x"}, "This field is required."),
        ("rights", {"rights": "http://rightsstatements.org/vocab/InC/1.0/", "rights_basis": "x", "access": "full"}, "does not allow the whole text"),
        ("name", {"printed": "", "correct": "x"}, "This field is required."),
        ("name", {"printed": "x", "correct": "a\x07b"}, "control character"),
        ("publication", {"publication": "999999"}, "not one of the available choices"),
        ("topic", {"topic": "x", "articles": "1,2;DROP"}, "Choose the articles in the list once more."),
    ],
)
def test_what_is_asked_for_is_checked_before_anything_is_listed(editor, kind, typed, fault):
    response = rehearsed(editor, kind, [make_article()], **typed)

    assert (fault in " ".join(f for faults in response.context["form"].errors.values() for f in faults), Batch.objects.count()) == (True, 0)


def test_what_one_may_not_do_is_neither_offered_nor_done(contributor, editor, publisher):
    draft, review, public = make_article(), make_article(state="in review", by=publisher.user), make_article(state="published")
    offered = [
        [value for value, _ in client.get(LIST).context["action_form"].fields["action"].choices if value in set(Batch.Kind.values)]
        for client in (contributor, editor, publisher)
    ]
    assert offered == [["rights", "name", "publication", "topic"]] * 2 + [["publish", "rights", "name", "publication", "topic"]]

    answers = [editor.post(reverse("admin:articles_batch_many", args=[kind]), {"articles": draft.pk}).status_code for kind in ("publish", "forged")]
    rehearsed(contributor, "rights", [draft, review, public], rights=CC_BY, rights_basis="x")
    _, batch = press(contributor, "start")

    assert answers == [403, 404]
    assert [(status, message.partition(":")[0]) for status, message in rows(batch)] == [
        ("done", ""), ("refused", "It is in review"), ("refused", "It was public"),
    ]  # fmt: skip
    assert list(Article.objects.order_by("pk").values_list("rights", flat=True)) == [CC_BY, None, None]


def test_what_changed_between_the_rehearsal_and_the_act_is_seen(publisher):
    article = make_article()
    rehearsed(publisher, "publish", [article])
    editorial.discard(article, by=publisher.user)

    _, batch = press(publisher, "start")

    assert rows(batch) == [("kept", "It is not there any more.")]


def test_a_batch_is_done_once_and_undone_once_and_only_by_whoever_looked_at_it(editor, publisher):
    rehearsed(editor, "topic", [make_article()], topic=make_topic().pk)
    stranger, batch = press(publisher, "start")
    assert (batch.state, TaggedTopic.objects.count()) == ("preview", 0)

    press(editor, "start")
    press(editor, "start")
    press(editor, "undo", batch)
    response, _ = press(editor, "undo", batch)

    assert messages_of(response) == ["This batch is undone already, or being undone."]
    assert (Batch.objects.count(), Change.objects.filter(act="add topic").count(), Change.objects.filter(act="remove topic").count()) == (2, 1, 1)
    assert stranger.status_code == 200


# A page of thirty articles is one transaction: so much is asked of the database for them, and to put them back.
KINDS = [("name", "draft"), ("name", "published"), ("rights", "published"), ("publication", "draft"), ("topic", "draft"), ("publish", "draft")]
MOST_STATEMENTS = 20


@pytest.mark.parametrize(("kind", "state"), KINDS)
def test_an_act_on_many_asks_as_much_for_nine_articles_as_for_two(publisher, kind, state):
    wrong, right, entity = make_author("Wrong"), make_author("Right"), make_entity()
    publication, other, topic = make_publication("The Steppe"), make_publication("The River"), make_topic()
    editorial.KnownNames.current()
    known = make_article(authors=[wrong, right], publication=publication, state="published")  # else the first batch would make them known
    known.topics.add(topic)
    typed = {
        "name": {"printed": "Wrong", "correct": "Right", "author": right.pk, "reason": "Her name."},
        "rights": {"rights": CC_BY, "rights_basis": "A letter.", "reason": "It came."},
        "publication": {"publication": other.pk},
        "topic": {"topic": topic.pk},
        "publish": {},
    }[kind]  # fmt: skip
    counts = []
    for count in (2, 9):
        articles = [make_article(authors=[wrong], publication=publication, state=state, by=publisher.user) for _ in range(count)]
        TaggedEntity.objects.bulk_create(TaggedEntity(content_object=article, tag=entity) for article in articles)
        search.index(article.pk for article in articles)
        with statements() as rehearsal:
            rehearsed(publisher, kind, articles, **typed)
        with statements() as doing:
            _, batch = press(publisher, "start", follow=False)
        with statements() as undoing:
            press(publisher, "undo", batch, follow=False)
        assert rows(Batch.objects.get(undoes=batch)) == [("done", "")] * count
        assert list(search.stale(article.pk for article in articles)) == []
        counts.append([len(rehearsal), len(doing), len(undoing)])

    assert counts[0] == counts[1]
    # Two pages are asked for to rehearse; and the test looks for the batch, and reads it once more.
    most = (2 * MOST_STATEMENTS, MOST_STATEMENTS + 2, MOST_STATEMENTS + 1)
    assert [asked <= bound for asked, bound in zip(counts[0], most, strict=True)] == [True] * 3, counts[0]


def to_its_end(client, batch):
    """Press the button as often as a person without scripts would: each press works for some seconds."""
    for _ in range(20):
        batch.refresh_from_db()
        if batch.state == "done":
            return
        press(client, "go_on", batch)


@contextmanager
def statements():
    """Count what is asked of the database, without keeping it; transactions within the test's are its own affair."""
    counted = []

    def count(execute, sql, params, many, context):
        if not sql.startswith(("SAVEPOINT", "RELEASE")):
            counted.append(None)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(count):
        yield counted


@pytest.mark.engine_free
def test_one_name_is_corrected_in_three_hundred_articles_and_put_back(publisher):
    wrong, right = make_author("D. Omarowa"), make_author("Dana Omarova")
    articles = Article.objects.bulk_create(Article(pid=pid, title=f"Article {pid}") for pid in new_pids(300))
    Contribution.objects.bulk_create(Contribution(article=article, position=1, name="D. Omarowa", author=wrong) for article in articles)
    digest = sha256(b"A text.").hexdigest()
    Version.objects.bulk_create(Version(article=article, number=1, body="A text.", kinds="p", sha256=digest) for article in articles)
    for article in articles[:4]:
        editorial.publish(article, by=publisher.user)
    kept = articles[7]
    kept.contributions.update(name="Dana Omarova", author=right)
    former = names()
    typed = {"printed": "D. Omarowa", "correct": "Dana Omarova", "author": right.pk, "reason": "Her name."}

    with statements() as rehearsal:
        rehearsed(publisher, "name", articles, **typed)
    with statements() as doing:
        _, batch = press(publisher, "start")
        to_its_end(publisher, batch)
    with statements() as undoing:
        press(publisher, "undo", batch)
        to_its_end(publisher, undo := Batch.objects.get(kind="undo"))

    assert (batch.state, Counter(status for status, _ in rows(batch))) == ("done", {"done": 299, "refused": 1})
    assert (undo.state, Counter(status for status, _ in rows(undo))) == ("done", {"done": 299})
    assert names() == former
    by_act = Counter(Change.objects.filter(batch__in=[batch.key, undo.key]).values_list("batch", "act"))
    assert by_act == {(key, act): count for key in (batch.key, undo.key) for act, count in (("change", 295), ("revise", 4))}
    # The rehearsal is three pages; what is done is some twenty-five statements for twenty-five articles, and twenty more for revisions.
    assert [len(rehearsal) <= 40, len(doing) <= 280, len(undoing) <= 280] == [True] * 3, (len(rehearsal), len(doing), len(undoing))


def test_what_the_database_refuses_of_one_article_is_undone_for_that_one_alone(publisher):
    first, second = make_article(), make_article()
    topic = make_topic()
    rehearsed(publisher, "topic", [first, second], topic=topic.pk)
    with connection.cursor() as cursor:  # as a rule would that nobody thought of
        name = connection.ops.quote_name("refused")
        if connection.vendor == "sqlite":
            cursor.execute(
                f"CREATE TRIGGER {name} BEFORE INSERT ON articles_taggedtopic WHEN NEW.content_object_id = {first.pk} "
                "BEGIN SELECT RAISE(ABORT, 'not this one'); END"
            )
        else:
            cursor.execute(f"ALTER TABLE articles_taggedtopic ADD CONSTRAINT {name} CHECK (content_object_id <> {first.pk})")

    _, batch = press(publisher, "start")

    assert (batch.state, [status for status, _ in rows(batch)]) == ("done", ["kept", "done"])
    assert rows(batch)[0][1].startswith("The archive refuses this: ")
    assert list(TaggedTopic.objects.values_list("content_object", flat=True)) == [second.pk]
