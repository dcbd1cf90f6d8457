"""One entity is really two: what goes to the other, in how many steps it may, and the way back at once."""

import pytest

from articles import editorial
from articles.editorial.splitting import BOTH, GOES, STAYS, split, unsplit
from articles.models import Article, Claim, ClaimEntity, Suggestion, TaggedEntity
from articles.search import index, stale
from entities.models import Entity, Identifier, Name, Relation
from kzarchive.history.models import Change
from kzarchive.merging import acts
from kzarchive.merging.models import Split
from tests.factories import make_article, make_claim, make_entity, make_user

pytestmark = pytest.mark.django_db

WHY = "Father and son."
RECORDS = (Entity, Name, Identifier, Relation, TaggedEntity, Suggestion, Claim, ClaimEntity)


def state():
    return {model._meta.label: list(model._base_manager.order_by("pk").values()) for model in RECORDS}


@pytest.fixture
def by():
    return make_user("publisher")


@pytest.fixture
def aliyev(by):
    """An entity under which the articles of two men stand, and the one that the son is to be."""
    both = make_entity("Heydar Aliyev", "person", names=[("Алиев", "ru"), ("Ilham Aliyev", "en"), ("Әлиев", "kk")])
    son = make_entity("Ilham Aliyev", "person", names=[("Алиев", "ru")])
    Name.objects.filter(entity=both, text="Әлиев").update(kind="preferred")
    office = make_entity("President of Azerbaijan", "concept")
    Identifier.objects.create(entity=both, scheme="wikidata", value="Q57341")
    for began in ("1993", "2003"):
        Relation.objects.create(subject=both, kind="holds office", object=office, began_on=began)
    articles = [make_article(state="published", by=by, body="Aliyev said so.") for _ in range(4)]
    tags = [TaggedEntity.objects.create(content_object=article, tag=both) for article in articles]
    editorial.answer(Suggestion.objects.create(article=articles[1], entity=both, found="Aliyev"), by=by, accept=True)
    claim = make_claim(articles[1], words="Aliyev said so", by=by, state="published", about=[both])
    Claim.objects.filter(pk=claim.pk).update(asserted_by_entity=both)
    return both, son, tags, claim


def test_articles_names_identifiers_relations_and_claims_go_as_chosen_in_steps_and_come_back_at_once(aliyev, by):
    both, son, tags, claim = aliyev
    index(Article.objects.values_list("pk", flat=True))
    before = state()
    parts = {
        "names": list(both.names.filter(text__in=["Алиев", "Ilham Aliyev", "Әлиев", "Heydar Aliyev"]).values_list("pk", flat=True)),
        "identifiers": [Identifier.objects.get().pk],
        "relations": [Relation.objects.get(began_on="2003").pk],
    }

    done = split(both, son, {tags[0].pk: STAYS, tags[1].pk: GOES}, by=by, reason=WHY, parts=parts, claims=[claim.pk])
    assert split(both, son, {tags[2].pk: BOTH, tags[3].pk: STAYS}, by=by, reason=WHY, done=done) == done

    assert list(both.names.order_by("pk").values_list("text", "kind")) == [("Heydar Aliyev", "preferred")]
    assert list(son.names.order_by("text").values_list("text", "language", "kind")) == [
        ("Ilham Aliyev", "en", "preferred"), ("Алиев", "ru", "full"), ("Әлиев", "kk", "preferred"),
    ]  # fmt: skip
    assert (Identifier.objects.get().entity, Relation.objects.get(began_on="2003").subject, Relation.objects.get(began_on="1993").subject) == (
        son, son, both,
    )  # fmt: skip
    assert [list(TaggedEntity.objects.filter(content_object=tag.content_object_id).values_list("tag", flat=True)) for tag in tags] == [
        [both.pk], [son.pk], [both.pk, son.pk], [both.pk],
    ]  # fmt: skip
    assert (ClaimEntity.objects.get().entity, Claim.objects.get().asserted_by_entity) == (son, son)
    assert list(Suggestion.objects.values_list("entity", "answer")) == [(both.pk, "refused")]
    assert list(stale(Article.objects.values_list("pk", flat=True))) == []
    assert list(Change.objects.filter(act="split").order_by("id").values_list("label", flat=True)) == [
        both.pid, son.pid, claim.pid, both.pid, son.pid,
    ]  # fmt: skip

    unsplit(done, by=by, reason="One man.")

    assert state() == before
    assert list(stale(Article.objects.values_list("pk", flat=True))) == []
    with pytest.raises(editorial.WrongState):
        unsplit(done, by=by, reason="One man.")
    with pytest.raises(editorial.WrongState):
        split(both, son, {tags[3].pk: GOES}, by=by, reason=WHY, done=done)


def test_what_was_changed_since_is_not_overwritten_and_nothing_is_half_undone(aliyev, by):
    both, son, tags, _ = aliyev
    done = split(both, son, {tags[0].pk: GOES, tags[1].pk: GOES}, by=by, reason=WHY)
    TaggedEntity.objects.filter(pk=tags[0].pk).update(is_certain=False)  # touches none of what the split set
    TaggedEntity.objects.filter(pk=tags[1].pk).delete()
    before = state()

    with pytest.raises(acts.UndoRefused, match="was deleted since"):
        unsplit(done, by=by, reason="One man.")

    assert state() == before


def test_where_nothing_goes_there_is_no_split_and_what_cannot_be_is_refused(aliyev, by):
    both, son, tags, _ = aliyev
    before = state()

    assert split(both, son, {tags[0].pk: STAYS}, by=by, reason=WHY) is None
    for error, other, who, reason, answers in (
        (editorial.NotReady, both, by, WHY, {tags[0].pk: GOES}),
        (editorial.ReasonMissing, son, by, " ", {tags[0].pk: GOES}),
        (editorial.NotAllowed, son, make_user("contributor"), WHY, {tags[0].pk: GOES}),
        (editorial.NothingChanged, son, by, WHY, {0: GOES}),
    ):
        with pytest.raises(error):
            split(both, other, answers, by=who, reason=reason)

    assert (state(), Split.objects.count()) == (before, 0)
