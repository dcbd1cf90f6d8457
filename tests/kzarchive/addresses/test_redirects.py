"""Addresses that were public: whatever is renamed, merged and found twice, each leads to a living record in one hop."""

import datetime as dt
from types import SimpleNamespace

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from articles import editorial
from articles.models import Article, Author, Publication
from entities.models import Entity
from kzarchive.addresses.models import Pid, Redirect, free_slug, redirect_to_survivor
from tests.factories import make_article, make_author, make_entity, make_publication, make_user

pytestmark = pytest.mark.django_db

NOW = dt.datetime(2026, 1, 2, tzinfo=dt.UTC)


def redirects():
    return set(Redirect.objects.values_list("kind", "key", "target_id", "reason"))


def broken():
    """Return every redirect that does not lead to a living record of its kind in one hop."""
    rows = list(Redirect.objects.select_related("target"))
    keys = {row.key for row in rows}
    models = {"author": Author, "publication": Publication, "entity": Entity, "article": Article}
    return [
        str(row)
        for row in rows
        if row.target_id in keys
        or row.target.kind != row.kind
        or row.target.retired_at
        or not models[row.kind].objects.filter(pid=row.target_id).exists()
    ]


class Archive:
    """A few records of three kinds, what may be done to them, and which addresses have been public."""

    def __init__(self):
        self.by = make_user()
        self.articles = [make_article(state="published", by=self.by) for _ in range(4)]
        self.slugged = [
            *(make_entity(f"Entity {number}") for number in range(3)),
            *(make_author(f"Author {number}", public_since=NOW) for number in range(3)),
            *(make_publication(f"Publication {number}", public_since=NOW) for number in range(2)),
        ]
        self.begin()

    def begin(self):
        for record in self.slugged:
            record.refresh_from_db()
        self.known = {(record.pid_kind, record.slug) for record in self.slugged}

    def rename(self, number, slug):
        record = self.slugged[number % len(self.slugged)]
        record.slug = slug
        try:
            with transaction.atomic():
                record.save()
        except IntegrityError:
            record.refresh_from_db()
        self.known.add((record.pid_kind, record.slug))

    def merge(self, number, other):
        loser, survivor = self.slugged[number % len(self.slugged)], self.slugged[other % len(self.slugged)]
        if type(loser) is not type(survivor) or loser == survivor:
            return
        try:
            with transaction.atomic():
                redirect_to_survivor(loser, survivor, reason="merged", at=NOW)
        except IntegrityError:
            return
        self.known.add((loser.pid_kind, loser.pid))

    def withdraw_duplicate(self, number, other):
        try:
            with transaction.atomic():
                article, successor = self.articles[number % 4], self.articles[other % 4]
                editorial.withdraw(article, by=self.by, reason="duplicate", successor=successor)
        except editorial.EditorialError:
            return

    def publish_again(self, number, _):
        try:
            with transaction.atomic():
                editorial.publish_again(self.articles[number % 4], by=self.by, reason="It is another one after all.")
        except editorial.EditorialError:
            return

    def lost(self):
        """Return the addresses that were public and lead nowhere now."""
        living = {(record.pid_kind, record.slug) for model in (Author, Publication, Entity) for record in model.objects.all()}
        return self.known - living - {(kind, key) for kind, key, _, _ in redirects()} - set(Pid.objects.values_list("kind", "pid"))

    def stray_duplicates(self):
        """Return each duplicate that does not lead where following one successor after the other ends."""
        strays = []
        for article in Article.objects.filter(withdrawal_reason="duplicate"):
            last = article
            while last.withdrawal_reason == "duplicate":
                last = last.successor
            if (article.pid, last.pid) not in {(key, target) for _, key, target, _ in redirects()}:
                strays.append(article.pid)
        return strays


_slugs = st.sampled_from(["a", "b", "c", "entity-0", "entity-1", "author-0", "author-1", "publication-0", "publication-1"])
_numbers = st.integers(0, 7)
_steps = st.one_of(
    st.tuples(st.just("rename"), _numbers, _slugs),
    st.tuples(st.just("merge"), _numbers, _numbers),
    st.tuples(st.just("withdraw_duplicate"), _numbers, _numbers),
    st.tuples(st.just("publish_again"), _numbers, _numbers),
)


def test_every_address_leads_to_a_living_record_in_one_hop():
    archive = Archive()

    @settings(max_examples=60)
    @given(st.lists(_steps, min_size=3, max_size=20))
    def holds_after(steps):
        archive.begin()
        with transaction.atomic():
            for act, *arguments in steps:
                getattr(archive, act)(*arguments)
            found = broken(), archive.lost(), archive.stray_duplicates()
            transaction.set_rollback(True)
        assert found == ([], set(), [])

    holds_after()


def test_a_new_name_leaves_the_old_address_leading_to_it():
    author = make_author("Old Name", public_since=NOW)
    author.slug = "new-name"
    author.save()

    assert redirects() == {("author", "old-name", author.pid, "renamed")}


def test_a_name_nobody_knew_leaves_nothing():
    author = make_author("Old Name")
    author.slug = "new-name"
    author.save()

    assert redirects() == set()


def test_a_record_comes_back_to_its_former_address():
    author = make_author("First", public_since=NOW)
    for slug in ("second", "first", "third"):
        author.slug = slug
        author.save()

    assert redirects() == {("author", "first", author.pid, "renamed"), ("author", "second", author.pid, "renamed")}


def test_a_record_whose_address_was_its_pid_can_be_named():
    entity = make_entity("金")
    former = entity.slug
    entity.slug = "kim"
    entity.save()

    assert (former, redirects(), Entity.objects.get().slug) == (entity.pid, set(), "kim")


def test_a_left_address_is_not_taken_by_another_record():
    author = make_author("First", public_since=NOW)
    author.slug = "second"
    author.save()

    assert make_author("First").slug == "first-2"
    with pytest.raises(IntegrityError, match="once led to another record"), transaction.atomic():
        make_author("First", slug="first")


def test_a_record_that_was_merged_can_still_be_corrected():
    loser, survivor = make_entity("Loser"), make_entity("Survivor")
    redirect_to_survivor(loser, survivor, reason="merged", at=NOW)
    loser.description = "The same as the other."
    loser.save()

    assert Entity.objects.get(pk=loser.pk).description == "The same as the other."


def test_a_slug_that_reads_as_a_pid_is_never_taken():
    other = make_author()

    assert free_slug(make_author("X"), other.pid) == f"{other.pid}-2"
    assert free_slug(make_author("X"), f"{other.pid[:3]}-{other.pid[3:]}") == f"{other.pid[:3]}-{other.pid[3:]}-2"


def test_a_long_name_is_numbered_within_eighty_characters():
    first, second = make_author("a" * 80), make_author("a" * 80)

    assert (first.slug, second.slug) == ("a" * 80, "a" * 78 + "-2")


@pytest.fixture
def chained():
    chained = SimpleNamespace(a=make_author("A"), b=make_author("B"), c=make_author("C"))
    redirect_to_survivor(chained.a, chained.b, reason="merged", at=NOW)
    return chained


def test_a_second_merge_takes_along_what_led_to_the_first(chained):
    redirect_to_survivor(chained.b, chained.c, reason="merged", at=NOW)

    assert redirects() == {("author", key, chained.c.pid, "merged") for key in (chained.a.pid, "a", chained.b.pid, "b")}


@pytest.mark.parametrize(
    "attempt",
    [
        lambda w: Redirect.objects.create(kind="author", key="x", target_id=w.a.pid, reason="renamed", created_at=NOW),
        lambda w: Redirect.objects.create(kind="author", key=w.b.pid, target_id=w.a.pid, reason="merged", created_at=NOW),
        lambda w: Redirect.objects.create(kind="author", key=w.b.pid, target_id=w.c.pid, reason="merged", created_at=NOW),
        lambda w: Redirect.objects.bulk_create(
            [Redirect(kind="author", key=w.b.pid, target_id=w.c.pid, reason="merged", created_at=NOW)], ignore_conflicts=True
        ),
        lambda w: Redirect.objects.filter(key=w.a.pid).update(target=w.a.pid),
        lambda w: Redirect.objects.filter(key="a").update(target=w.a.pid),
        lambda w: redirect_to_survivor(w.c, w.a, reason="merged", at=NOW),
        lambda w: redirect_to_survivor(w.b, w.a, reason="merged", at=NOW),
    ],
    ids=["to a key", "back", "from a target", "from a target, ignoring conflicts", "to itself", "round", "to a loser", "to its own loser"],
)
def test_the_database_refuses_chains_and_loops(chained, attempt):
    before = redirects()
    with pytest.raises(IntegrityError), transaction.atomic():
        attempt(chained)

    assert redirects() == before


def test_a_record_that_others_lead_to_is_not_deleted(chained):
    with pytest.raises(IntegrityError, match="other addresses lead to this record"), transaction.atomic():
        chained.b.delete()


def test_a_duplicate_leads_to_the_record_that_stays_until_it_is_published_again():
    by = make_user()
    one, two, three = (make_article(state="published", by=by) for _ in range(3))
    editorial.withdraw(one, by=by, reason="duplicate", successor=two)
    editorial.withdraw(two, by=by, reason="duplicate", successor=three)
    merged = redirects()
    editorial.publish_again(two, by=by, reason="Another text.")
    parted = redirects()
    editorial.publish_again(one, by=by, reason="Another text.")

    assert merged == {("article", one.pid, three.pid, "duplicate"), ("article", two.pid, three.pid, "duplicate")}
    assert parted == {("article", one.pid, two.pid, "duplicate")}
    assert redirects() == set()
