"""Whatever is renamed, merged, undone and split, in whichever order: every address ever public answers, with one hop at most."""

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.editorial import EditorialError
from articles.editorial.splitting import split
from articles.models import Author, TaggedEntity
from entities.models import Entity
from kzarchive.addresses.models import is_slug_taken
from kzarchive.merging import acts
from kzarchive.merging.models import Merge
from tests.factories import make_article, make_author, make_entity, make_user

pytestmark = pytest.mark.django_db

RECORDS = 4
STEP = st.one_of(
    st.tuples(st.just("rename"), st.integers(0, RECORDS), st.integers(0, 5)),
    st.tuples(st.just("merge"), st.integers(0, RECORDS), st.integers(0, RECORDS)),
    st.tuples(st.just("undo"), st.integers(0, 3), st.just(0)),
    st.tuples(st.just("split"), st.integers(0, RECORDS), st.just(0)),
)


def take(step, records, by, seen):
    """Do one step as an editor would; what the archive refuses is refused. ``seen`` collects every address with the pids it was of."""
    act, first, second = step
    record = records[first % len(records)]
    record.refresh_from_db()
    try:
        with transaction.atomic():
            if act == "rename" and record.merged_into_id is None and not is_slug_taken(record, f"name-{second}"):
                record.slug = f"name-{second}"
                record.save()
            elif act == "merge":
                other = records[second % len(records)]
                other.refresh_from_db()
                acts.merge(record, other, by=by, reason="One.")
            elif act == "undo" and (done := Merge.objects.filter(undone_at=None).order_by("-id")[first : first + 1].first()):
                acts.undo(done, by=by, reason="Two.")
            elif act == "split" and isinstance(record, Entity):
                records.append(make_entity(record.name, "concept", slug=f"of-{record.pid}-{len(records)}"))
                tags = dict.fromkeys(TaggedEntity.objects.filter(tag=record).values_list("pk", flat=True), "goes")
                split(record, records[-1], tags, by=by, reason="Two.")
    except (acts.MergingError, EditorialError):
        pass
    records[:] = [one for one in records if type(one).objects.filter(pk=one.pk).exists()]
    for one in records:
        one.refresh_from_db()
        if one.merged_into_id is None:
            seen.setdefault(one.slug, set()).add(one.pid)
            seen.setdefault(one.pid, set()).add(one.pid)


def survivor_of(model, pid):
    record = model.objects.select_related("merged_into").get(pid=pid)
    return record.merged_into or record


@pytest.mark.engine_free
@pytest.mark.parametrize("section", ["entities", "authors"])
@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEP, min_size=3, max_size=9))
def test_every_address_ever_public_answers_with_one_hop_at_most(section, steps):
    with transaction.atomic():
        by, client, seen = make_user("publisher"), Client(), {}
        if section == "entities":
            records = [make_entity(f"Start {number}", "concept") for number in range(RECORDS)]
            TaggedEntity.objects.bulk_create(TaggedEntity(content_object=make_article(by=by), tag=record) for record in records)
        else:
            records = [make_author(f"Start {number}") for number in range(RECORDS)]
            for record in records:
                make_article(state="published", by=by, authors=[record])
        model = Entity if section == "entities" else Author
        take(("none", 0, 0), records, by, seen)
        for step in steps:
            take(step, records, by, seen)

        for key, pids in seen.items():
            answer = client.get(f"/{section}/{key}/")
            if answer.status_code == 308:
                answer = client.get(answer["Location"])
            # One hop, to a page of a record that this address was of, or of the record that one was found to be.
            assert (answer.status_code, answer.request["PATH_INFO"]) in [
                (200, survivor_of(model, pid).get_absolute_url()) for pid in pids
            ], (key, steps)  # fmt: skip
            if len(key) == 9 and key.startswith("kz"):
                assert client.get(f"/id/{key}")["Location"] == survivor_of(model, key).get_absolute_url()
        transaction.set_rollback(True)
