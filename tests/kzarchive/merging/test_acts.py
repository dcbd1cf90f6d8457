"""Two records become one: what moves, what goes, what is chosen, what readers are led to, and the way back."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import editorial, verification
from articles.models import (
    AlsoPrinted,
    Article,
    Author,
    AuthorWord,
    Claim,
    ClaimEntity,
    Contribution,
    Publication,
    PublicationTitle,
    Suggestion,
    TaggedEntity,
)  # fmt: skip
from articles.search import index, stale
from entities.models import Entity, Identifier, Name, Relation
from kzarchive.addresses.models import Redirect
from kzarchive.history.models import Change
from kzarchive.merging import acts
from kzarchive.merging.models import Merge, Pair
from tests.factories import make_article, make_author, make_entity, make_publication, make_user

pytestmark = pytest.mark.django_db

WHY = "One man under two spellings."
RECORDS = (
    Entity, Name, Identifier, Relation, TaggedEntity, Suggestion, Author, AuthorWord, Contribution, Publication, PublicationTitle, AlsoPrinted,
    Article, Redirect,
)  # fmt: skip


@pytest.fixture
def editor():
    return make_user("editor")


def state():
    """Return every row that a merge may touch."""
    return {model._meta.label: list(model._base_manager.order_by("pk").values()) for model in RECORDS}


@pytest.fixture
def tokaev(editor):
    """An entity spelled in a way of its own, with a row of every kind that points at it, some of which the other has too."""
    loser = make_entity("Kassym-Jomart Tokaev", "person", names=[("Токаев", "ru"), ("Tokajew", "de")], description="President.")
    survivor = make_entity("Kassym-Jomart Tokayev", "person", names=[("Токаев", "ru")])
    office = make_entity("President of Kazakhstan", "concept")
    Identifier.objects.create(entity=loser, scheme="wikidata", value="Q1")
    Relation.objects.create(subject=loser, kind="holds office", object=office, began_on="2019-03-20")
    Relation.objects.create(subject=survivor, kind="holds office", object=office, began_on="2019-03-20")
    Relation.objects.create(subject=loser, kind="successor of", object=survivor)
    both, only = make_article(state="published", published_on="2020"), make_article(state="published", published_on="2021-05-06")
    for article, entity, certain in ((both, loser, True), (both, survivor, False), (only, loser, True)):
        TaggedEntity.objects.create(content_object=article, tag=entity, is_certain=certain)
    draft = make_article()
    Suggestion.objects.create(article=draft, entity=survivor, found="Tokayev")
    editorial.answer(Suggestion.objects.create(article=draft, entity=loser, found="Tokaev"), by=editor, accept=False)
    return loser, survivor


def test_everything_that_points_at_the_loser_comes_to_the_survivor_once(tokaev, editor):
    loser, survivor = tokaev

    acts.merge(loser, survivor, by=editor, reason=WHY)

    assert sorted(survivor.names.values_list("text", "language", "kind")) == [
        ("Kassym-Jomart Tokaev", "en", "full"), ("Kassym-Jomart Tokayev", "en", "preferred"), ("Tokajew", "de", "full"), ("Токаев", "ru", "full"),
    ]  # fmt: skip
    assert [identifier.value for identifier in survivor.identifiers.all()] == ["Q1"]
    assert list(Relation.objects.values_list("subject", "kind", "began_on")) == [(survivor.pk, "holds office", "2019-03-20")]
    assert list(TaggedEntity.objects.order_by("pk").values_list("tag", "is_certain")) == [(survivor.pk, True), (survivor.pk, True)]
    assert list(Suggestion.objects.values_list("entity", "answer")) == [(survivor.pk, "refused")]
    survivor.refresh_from_db()
    assert (survivor.name, survivor.description) == ("Kassym-Jomart Tokayev", "President.")


def test_undone_every_row_is_what_it_was(tokaev, editor):
    loser, survivor = tokaev
    editorial.note_all_names(is_anew=False)  # the tags of these articles were made by no act
    before = state()

    done = acts.merge(loser, survivor, by=editor, reason=WHY, choices={"name": "loser"})
    assert (Entity.objects.get(pk=survivor.pk).name, survivor.names.get(language="en", kind="preferred").text) == (loser.name, loser.name)
    acts.undo(done, by=editor, reason="They are two.")

    assert state() == before
    assert list(Change.objects.filter(act__in=["merge", "merge away", "undo merge"]).order_by("id").values_list("act", "reason")) == [
        ("merge away", WHY), ("merge", WHY), ("undo merge", "They are two."), ("undo merge", "They are two."),
    ]  # fmt: skip


def test_an_author_and_a_publication_merge_by_the_same_code_under_published_articles(client, editor):
    loser, survivor = make_author("A. Sadykova"), make_author("Aigerim Sadykova")
    old, new = make_publication("The Conway Bulletin", issn="0317-8471"), make_publication("The Bulletin")
    article = make_article(state="published", authors=[loser], publication=old)
    make_article(authors=[survivor], publication=new)
    frozen = article.current.record
    before = state()

    merges = [acts.merge(loser, survivor, by=editor, reason=WHY), acts.merge(old, new, by=editor, reason=WHY)]

    article.refresh_from_db()
    assert (article.contributions.get().author, article.publication, article.current.record) == (survivor, new, frozen)
    page = client.get(f"/articles/{article.pid}/v1/").text  # as it was printed, and a link to whom it was found to be
    assert '<a href="/authors/aigerim-sadykova/" rel="author"><bdi>A. Sadykova</bdi></a>' in page
    assert '<a href="/publications/the-bulletin/"><bdi>The Conway Bulletin</bdi></a>' in page
    assert Publication.objects.get(pk=new.pk).issn == "0317-8471"
    assert list(verification.articles()) == []
    assert list(Author.objects.public()) == [survivor]
    assert set(AuthorWord.objects.values_list("record", flat=True)) == {survivor.pk}
    for done in reversed(merges):
        acts.undo(done, by=editor, reason="They are two.")
    after = state()
    for row in (*after["articles.Author"], *after["articles.Publication"], *before["articles.Author"], *before["articles.Publication"]):
        del row["public_since"]  # what readers once knew stays known
    for words in (before, after):
        words["articles.AuthorWord"] = sorted((row["record_id"], row["word"]) for row in words["articles.AuthorWord"])
    assert after == before


def test_two_who_sign_one_article_are_two(editor):
    one, other = make_author("A. Sadykova"), make_author("Aigerim Sadykova")
    article = make_article(authors=[one, other])

    with pytest.raises(acts.MergeRefused) as refusal:
        acts.merge(one, other, by=editor, reason=WHY)

    assert refusal.value.obstacles == [f"{article.pid}: both sign it, each in a place of its own: they are two."]
    assert acts.rehearse(one, other).obstacles == refusal.value.obstacles


def test_a_rehearsal_says_what_the_merge_then_does_and_changes_nothing(tokaev, editor):
    loser, survivor = tokaev
    before = state()

    rehearsal = acts.rehearse(loser, survivor)

    assert state() == before
    assert [(d.name, d.loser, d.survivor, d.preset) for d in rehearsal.differences] == [
        ("name", "Kassym-Jomart Tokaev", "Kassym-Jomart Tokayev", "survivor"), ("description", "President.", "–", "loser"),
    ]  # fmt: skip
    moved = {movement.label: (movement.moved, movement.dropped) for movement in rehearsal.movements}
    assert moved == {"names": (2, 1), "identifiers": (1, 0), "relations": (0, 2), "confirmed entities": (1, 1), "suggestions": (0, 1)}
    assert rehearsal.notices[0] == f"{loser.get_absolute_url()}, /id/{loser.pid} lead to {survivor.get_absolute_url()}, for good."
    acts.merge(loser, survivor, by=editor, reason=WHY)
    assert TaggedEntity.objects.filter(tag=survivor).count() == 2


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda w: w.names.filter(text="Kassym-Jomart Tokaev").update(kind="misspelling"), "name “Kassym-Jomart Tokaev” was changed since (kind)."),
        (lambda w: TaggedEntity.objects.filter(tag=w).last().delete(), "confirmed entity 3 was deleted since."),
        (lambda w: Entity.objects.filter(pk=w.pk).update(description="Head."), "entity “Kassym-Jomart Tokayev” was changed since (description)."),
    ],
)
def test_what_was_changed_since_is_not_overwritten_by_undoing(tokaev, editor, change, words):
    loser, survivor = tokaev
    last = TaggedEntity.objects.last().pk
    done = acts.merge(loser, survivor, by=editor, reason=WHY)
    change(survivor)
    before = state()

    with pytest.raises(acts.UndoRefused) as refusal:
        acts.undo(done, by=editor, reason="They are two.")

    assert str(refusal.value) == words.replace("entity 3", f"entity {last}")
    assert state() == before


def test_merged_and_merged_again_every_address_leads_to_the_last_in_one_hop_and_back(client, editor):
    a, b, c = (make_entity(f"Entity {letter}", "concept") for letter in "ABC")
    a.slug = "first"
    a.save()
    first = acts.merge(a, b, by=editor, reason=WHY)
    second = acts.merge(b, c, by=editor, reason=WHY)

    led = {key: client.get(f"/entities/{key}/")["Location"] for key in ("entity-a", "first", "entity-b")}
    assert led == dict.fromkeys(["entity-a", "first", "entity-b"], "/entities/entity-c/")
    assert client.get(f"/id/{a.pid}")["Location"] == "/entities/entity-c/"
    with pytest.raises(acts.UndoRefused):
        acts.undo(first, by=editor, reason="x")
    acts.undo(second, by=editor, reason="They are two.")
    acts.undo(first, by=editor, reason="They are two.")
    assert client.get("/entities/first/").status_code == client.get("/entities/entity-b/").status_code == 200
    assert client.get("/entities/entity-a/")["Location"] == "/entities/first/"


def test_the_page_of_the_survivor_says_what_was_merged_into_it_and_lists_say_nothing_of_that(client, editor):
    a, b, c = (make_entity(f"Entity {letter}", "concept") for letter in "ABC")
    acts.merge(a, b, by=editor, reason=WHY)
    last = acts.merge(b, c, by=editor, reason=WHY)

    page = client.get("/entities/entity-c/").text
    assert all(f"<bdi>{one}</bdi> ({one.pid}, " in page for one in (a, b))
    assert 'href="/entities/entity-a/"' not in client.get("/entities/").text
    assert client.get("/entities/lookup.json", {"q": "Entity A"}).text.count(a.pid) == 0
    acts.undo(last, by=editor, reason="They are two.")
    assert "Merged from" not in client.get("/entities/entity-c/").text
    assert f"Merged from: <bdi>{a}</bdi>" in client.get("/entities/entity-b/").text


def test_an_address_that_came_by_a_merge_never_becomes_the_survivors_own(editor):
    a, b = make_entity("Old name", "concept"), make_entity("B", "concept")
    a.slug = "new-name"
    a.save()
    acts.merge(a, b, by=editor, reason=WHY)

    b.slug = ""
    b.name = "Old name"
    b.save()

    assert b.slug == "old-name-2"


def test_a_record_readers_never_knew_leaves_no_trace_on_the_public_side(client, editor):
    draft_author, known = make_author("Secret Writer"), make_author("Known Writer")
    make_article(authors=[draft_author])
    make_article(state="published", authors=[known])

    acts.merge(draft_author, Author.objects.get(pk=known.pk), by=editor, reason=WHY)

    assert "Secret" not in client.get("/authors/known-writer/").text
    assert client.get("/authors/secret-writer/").status_code == client.get(f"/id/{draft_author.pid}").status_code == 404


@pytest.mark.parametrize(
    ("pair", "words"),
    [
        (lambda a, b: (a, a), "A record cannot be merged into itself."),
        (lambda a, b: (a, make_author()), "Two records of different kinds cannot be one."),
        (lambda a, b: (a, make_entity("Demo", is_demo=True)), "A record of the demonstration and one of the archive's own cannot be one"),
    ],
)
def test_what_cannot_be_one_is_refused_with_the_reason(editor, pair, words):
    a, b = make_entity("A"), make_entity("B")

    with pytest.raises(acts.MergeRefused, match=words):
        acts.merge(*pair(a, b), by=editor, reason=WHY)

    assert not Merge.objects.exists()


def test_a_merge_asks_for_a_reason_and_for_an_editor(editor):
    a, b = make_entity("A"), make_entity("B")

    with pytest.raises(acts.MergeRefused, match="Say why"):
        acts.merge(a, b, by=editor, reason="  ")
    with pytest.raises(acts.MayNotMerge):
        acts.merge(a, b, by=make_user("contributor"), reason=WHY)


def test_two_that_are_never_one_are_refused_also_under_their_later_names(editor):
    country, state_, republic = make_entity("Georgia"), make_entity("Georgia", "place", slug="georgia-us"), make_entity("Republic of Georgia")
    pair = acts.propose(country, state_, evidence=["Both are called Georgia."], weight=3)
    acts.answer(pair, by=editor, verdict="no", note="A state of the Caucasus and one of the United States.")
    acts.merge(country, republic, by=editor, reason="One state.")

    with pytest.raises(acts.MergeRefused, match="marked as never to be merged"):
        acts.merge(state_, republic, by=editor, reason=WHY)
    assert acts.propose(country, state_, evidence=["Again."], weight=9) is None
    assert Pair.objects.get().evidence == ["Both are called Georgia."]


def test_claims_follow_a_merge_of_what_they_are_about(editor):
    a, b = make_entity("A"), make_entity("B")
    article = make_article(state="published", access="full")
    claim = Claim.objects.create(article=article, kind="event", restatement="It is so.", asserted_by_entity=a)
    ClaimEntity.objects.create(claim=claim, entity=a)

    done = acts.merge(a, b, by=editor, reason=WHY)
    assert (ClaimEntity.objects.get().entity, Claim.objects.get().asserted_by_entity) == (b, b)
    acts.undo(done, by=editor, reason="They are two.")
    assert (ClaimEntity.objects.get().entity, Claim.objects.get().asserted_by_entity) == (a, a)


def test_a_search_by_entity_follows_the_merge_and_its_undoing(tokaev, editor):
    loser, survivor = tokaev
    index(Article.objects.values_list("pk", flat=True))

    done = acts.merge(loser, survivor, by=editor, reason=WHY)
    assert list(stale(Article.objects.values_list("pk", flat=True))) == []
    acts.undo(done, by=editor, reason="They are two.")
    assert list(stale(Article.objects.values_list("pk", flat=True))) == []


def test_a_merge_costs_the_same_statements_for_two_articles_and_for_thirty(editor):
    counts = []
    editor.has_perm("merging.add_merge")  # asked of the database once
    for number in (2, 30):
        a, b = make_entity(f"A{number}"), make_entity(f"B{number}")
        TaggedEntity.objects.bulk_create(TaggedEntity(content_object=make_article(), tag=a) for _ in range(number))
        with CaptureQueriesContext(
            connection,
        ) as context:
            acts.merge(a, b, by=editor, reason=WHY)
        counts.append(len(context))

    assert counts[0] == counts[1]
