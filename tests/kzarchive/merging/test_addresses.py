"""Whatever is renamed, merged, undone and split, in whichever order: every address ever public answers, with one hop at most."""

import pytest
from django.db import transaction
from django.test import Client, RequestFactory
from django.urls import resolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.editorial import EditorialError
from articles.editorial.splitting import split, unsplit
from articles.models import Author, Publication, TaggedEntity
from entities.models import Entity
from kzarchive.addresses.models import is_slug_taken
from kzarchive.merging import acts
from kzarchive.merging.models import Merge, Split
from tests.factories import make_article, make_author, make_entity, make_publication, make_user

pytestmark = pytest.mark.django_db

RECORDS = 4
STEP = st.one_of(
    st.tuples(st.just("rename"), st.integers(0, RECORDS), st.integers(0, 5)),
    st.tuples(st.just("merge"), st.integers(0, RECORDS), st.integers(0, RECORDS)),
    st.tuples(st.just("undo"), st.integers(0, 3), st.just(0)),
    st.tuples(st.just("split"), st.integers(0, RECORDS), st.just(0)),
    st.tuples(st.just("unsplit"), st.integers(0, 3), st.just(0)),
)


def take(step, records, by, seen):
    """Do one step as an editor would; what the archive refuses is refused. ``seen`` collects every address with the pids it was of."""
    act, first, second = step
    record = records[first % len(records)]
    try:
        with transaction.atomic():
            if act == "rename" and record.merged_into_id is None and not is_slug_taken(record, f"name-{second}"):
                record.slug = f"name-{second}"
                record.save()
            elif act == "merge":
                acts.merge(record, records[second % len(records)], by=by, reason="One.")
            elif act == "undo" and (done := Merge.objects.filter(undone_at=None).order_by("-id")[first : first + 1].first()):
                acts.undo(done, by=by, reason="Two.")
            elif act == "split" and isinstance(record, Entity):
                records.append(make_entity(record.name, "concept", slug=f"of-{record.pid}-{len(records)}"))
                tags = dict.fromkeys(TaggedEntity.objects.filter(tag=record).values_list("pk", flat=True), "goes")
                split(record, records[-1], tags, by=by, reason="Two.")
            elif act == "unsplit" and (done := Split.objects.filter(undone_at=None).order_by("-id")[first : first + 1].first()):
                unsplit(done, by=by, reason="One.")
    except (acts.MergingError, EditorialError):
        pass
    records[:] = type(record).objects.in_bulk([one.pk for one in records]).values()  # of a split that was refused there is no other
    for one in records:
        if one.merged_into_id is None:
            seen.setdefault(one.slug, set()).add(one.pid)
            seen.setdefault(one.pid, set()).add(one.pid)


def answer_to(path):
    """Return what the view of ``path`` answers; the pages of all middleware are tried elsewhere."""
    match = resolve(path)
    return match.func(RequestFactory().get(path), *match.args, **match.kwargs)


def furnished(section, by):
    """Return records that readers know, each with one article."""
    make = {"entities": lambda name: make_entity(name, "concept"), "authors": make_author, "publications": make_publication}[section]
    records = [make(f"Start {number}") for number in range(RECORDS)]
    for record in records:
        named = {"authors": {"authors": [record]}, "publications": {"publication": record}}.get(section, {})
        article = make_article(state="published" if named else "draft", by=by, **named)
        if section == "entities":
            TaggedEntity.objects.create(content_object=article, tag=record)
    return records


@pytest.mark.engine_free
@pytest.mark.parametrize(("section", "model", "sequences"), [("entities", Entity, 30), ("authors", Author, 12), ("publications", Publication, 12)])
def test_every_address_ever_public_answers_with_one_hop_at_most(section, model, sequences):
    by, client = make_user("publisher"), Client()
    by.has_perm("merging.add_merge")  # asked of the database once
    keys = [record.pk for record in furnished(section, by)]

    @settings(max_examples=sequences, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(steps=st.lists(STEP, min_size=3, max_size=9))
    def holds(steps):
        with transaction.atomic():
            records, seen = list(model.objects.filter(pk__in=keys).order_by("pk")), {}
            take(("none", 0, 0), records, by, seen)
            for step in steps:
                take(step, records, by, seen)
            living = {record.slug: record for record in records if record.merged_into_id is None}
            by_key = {record.pk: record for record in records}
            home = {record.pid: by_key.get(record.merged_into_id, record).get_absolute_url() for record in records}
            for key, pids in seen.items():
                if key in living:  # its own page; one of them is looked at below
                    assert living[key].pid in pids, (key, steps)
                    continue
                answer = answer_to(f"/{section}/{key}/")
                # One hop, to the page of a record that this address was of, or of the record that one was found to be.
                assert (answer.status_code, answer["Location"]) in [(308, home[pid]) for pid in pids], (key, steps)
                assert answer["Location"].split("/")[2] in living, (key, steps)
            for pid, address in home.items():
                assert answer_to(f"/id/{pid}")["Location"] == address, (pid, steps)
            if len(pages) < 5:
                address = min(home.values())
                pages[address, len(pages)] = client.get(address).status_code
            transaction.set_rollback(True)

    pages = {}
    holds()
    assert list(pages.values()) == [200] * 5
