"""What the database itself refuses: every constraint and every trigger, each tried from below Python, with the nearest thing it allows.

A rule is named as the database names it, a unique column as ``table.column``. The last test compares the
rules in the database with the ones tried here: a new rule asks for a new row in one of the tables.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

from articles import editorial, search
from articles.models import (
    AlsoPrinted,
    Anchor,
    Article,
    Assessment,
    Author,
    Batch,
    BatchRow,
    Capture,
    Claim,
    ClaimEntity,
    ClaimLink,
    ClaimProposal,
    ComparedTexts,
    Contribution,
    Correction,
    Evidence,
    FormerText,
    InTextSource,
    Note,
    Publication,
    PublicationTitle,
    Question,
    QuestionClaim,
    Reading,
    SourceCheck,
    SourceStanding,
    Suggestion,
    TaggedEntity,
    TaggedTopic,
    Topic,
    Version,
)  # fmt: skip
from entities.models import Entity, Identifier, KnownWord, Name, NamesToken, Relation
from kzarchive.addresses import invariants, pids
from kzarchive.addresses.models import Pid, Redirect
from kzarchive.desk.models import Scratch
from kzarchive.history.models import Change
from kzarchive.merging.models import Merge, MergedRow, Pair, Split, SplitRow
from tests import factories

pytestmark = pytest.mark.django_db

OUR_APPS = ["addresses", "history", "desk", "merging", "entities", "articles"]
NOW = dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)
SHA = hashlib.sha256(b"").hexdigest()
ONE, TWO, THREE = "1" * 64, "2" * 64, "3" * 64
REFUSALS = {trigger.name: trigger.refusal for trigger in invariants.triggers()}
FROZEN = {"frozen_at": NOW, "record": {}, "reason": "A misprint.", "sha256": SHA}


def sql(statement: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def new(model: type[models.Model], /, **values: Any) -> models.Model:
    """Insert one row past ``save`` and ``clean``; a pid and a slug are added where the model asks for them."""
    names = {field.name for field in model._meta.concrete_fields}
    if "pid" in names:
        values.setdefault("pid", pids.draw())
    if "slug" in names:
        values.setdefault("slug", values.get("pid", "a-slug"))
    return model.objects.bulk_create([model(**values)])[0]


def change(record: models.Model, /, **values: Any) -> None:
    type(record)._base_manager.filter(pk=record.pk).update(**values)


def remove(record: models.Model) -> None:
    if hasattr(record, "spellings"):
        record.spellings.all()._raw_delete("default")
    type(record)._base_manager.filter(pk=record.pk)._raw_delete("default")


def capture(content: bytes) -> Capture:
    sha = hashlib.sha256(content).hexdigest()
    return new(Capture, sha256=sha, text_sha256=sha, size_bytes=len(content), media_type="text/plain", encoding="utf-8")


@pytest.fixture
def world():
    """A furnished archive: one record of each kind in each state that the rules tell apart."""
    w = SimpleNamespace(by=factories.make_user())
    w.entity, w.other_entity = factories.make_entity("Kazakhstan"), factories.make_entity("Russia")
    w.name = w.entity.names.get()
    w.author, w.co_author = factories.make_author("Aigerim Sadykova"), factories.make_author("Marat Ospanov")
    w.lonely = factories.make_author("In no by-line")
    w.unknown_author = factories.make_author("Nobody Yet")
    w.publication, w.unknown_publication = factories.make_publication(), factories.make_publication("Unread Weekly")
    w.title = PublicationTitle.objects.create(publication=w.publication, title="The Old Steppe Review", from_year=1990, to_year=2000)
    w.topic, w.free_topic = factories.make_topic("water"), factories.make_topic("gas")
    w.draft = factories.make_article(body="One.\n\nTwo.", authors=[w.unknown_author])
    w.ready = factories.make_article(authors=[w.author, w.co_author], publication=w.publication, published_on="2014")
    w.ready.topics.add(w.topic)
    w.printing = AlsoPrinted.objects.create(article=w.ready, publication=w.publication, published_on="2015")
    w.tagging = TaggedEntity.objects.create(content_object=w.ready, tag=w.entity)
    w.reading = Reading.objects.create(capture=capture(b"one"), article=w.ready)
    w.draft_reading = Reading.objects.create(capture=capture(b"two"), article=w.draft)
    w.shown = editorial.publish(w.ready, by=w.by)
    w.suggestion = Suggestion.objects.create(article=w.shown, entity=w.other_entity, found="Russia")
    w.draft_contribution = w.draft.contributions.get()
    w.draft_printing = AlsoPrinted.objects.create(article=w.draft, publication=w.publication)
    w.contribution = w.shown.contributions.get(position=1)
    w.gone = factories.make_article(state="withdrawn", by=w.by)
    w.demo = factories.make_article(state="published", by=w.by, is_demo=True)
    w.v1, w.draft_v1 = w.shown.current, w.draft.versions.get()
    for record in (w.author, w.co_author, w.publication, w.topic):
        record.refresh_from_db()
    change(w.author, slug="a-sadykova")
    w.renamed = Redirect.objects.get(kind="author", key="aigerim-sadykova")
    w.merged = Redirect.objects.create(kind="author", key=w.unknown_author.pid, target_id=w.co_author.pid, reason="merged", created_at=NOW)
    w.free_pid = pids.draw()
    Pid.objects.create(pid=w.free_pid, kind="claim", registered_at=NOW)
    w.batch = batch(w)
    w.reader = factories.make_user("editor")
    w.claim = factories.make_claim(w.shown, words="A first paragraph", state="published", by=w.by)
    w.other_claim = factories.make_claim(w.shown, state="published", by=w.by)
    w.draft_claim = factories.make_claim(factories.make_article(body="One."), words="One", by=w.by)
    w.demo_claim = factories.make_claim(w.demo, words="A second one", state="published", by=w.by)
    w.gone_claim = editorial.withdraw_claim(factories.make_claim(w.shown, state="published", by=w.by), by=w.by, reason="error")
    w.anchor, w.draft_anchor = w.claim.anchors.get(), w.draft_claim.anchors.get()
    w.assessment = factories.assess(w.claim, by=w.reader)
    w.draft_assessment = factories.assess(w.draft_claim, by=w.reader)
    w.evidence, w.draft_evidence = w.assessment.evidence.get(), w.draft_assessment.evidence.get()
    w.correction = editorial.correct(w.shown, by=w.by, span=(0, 1), reading="The")
    w.link = editorial.link(w.claim, w.other_claim, by=w.by, kind="repeats", reason="The same words.")
    w.question = Question.objects.create(text="How many?", state="published", first_published_at=NOW)
    w.draft_question = Question.objects.create(text="Since when?")
    QuestionClaim.objects.create(question=w.question, claim=w.claim)
    ClaimEntity.objects.create(claim=w.claim, entity=w.entity)
    w.change = Change.objects.latest("id")
    w.third = factories.make_entity("China")
    w.identifier = new(Identifier, entity=w.entity, scheme="wikidata", value="Q232")
    w.relation = new(Relation, subject=w.entity, kind="member of", object=w.other_entity)
    w.gone_entity, w.gone_author = factories.make_entity("Kazakstan"), factories.make_author("A. Sadykova")
    w.gone_publication = factories.make_publication("Steppe Review")
    for record, survivor in ((w.gone_entity, w.entity), (w.gone_author, w.author), (w.gone_publication, w.publication)):
        change(record, merged_into=survivor)
    w.merge, w.undone = (merge(w, loser_id=w.gone_entity.pid), merge(w, loser_id=w.other_entity.pid, **UNDONE))
    w.row = MergedRow.objects.create(merge=w.merge, number=1, model="entities.name", object_id=1, before={"entity_id": 2}, after={"entity_id": 1})
    w.split, w.unsplit = split(w), split(w, **UNDONE)
    w.split_row = SplitRow.objects.create(split=w.split, number=1, model="entities.name", object_id=1, before={"entity_id": 2})
    w.pair, w.judged = pair(w), pair(w, other=w.gone_entity.pid, answer="no", answered_at=NOW)
    return w


BEGINS = {"began_on": "1991", "began_earliest": "1991-01-01", "began_latest": "1991-12-31"}
ENDS = {"ended_on": "1991-12-26", "ended_earliest": "1991-12-26", "ended_latest": "1991-12-26"}
UNDONE = {"undone_at": NOW, "undone_reason": "They are two."}


def merge(w: SimpleNamespace, **values: Any) -> Merge:
    return new(Merge, **{"kind": "entity", "survivor_id": w.entity.pid, "reason": "One country.", "at": NOW, **values})


def split(w: SimpleNamespace, **values: Any) -> Split:
    return new(Split, **{"kind": "entity", "origin_id": w.entity.pid, "into_id": w.other_entity.pid, "reason": "Two states.", "at": NOW, **values})


def pair(w: SimpleNamespace, other: str = "", **values: Any) -> Pair:
    first, second = sorted([w.entity.pid, other or w.other_entity.pid])
    return new(Pair, **{"kind": "entity", "first_id": first, "second_id": second, "proposed_at": NOW, **values})


def ordered(w: SimpleNamespace) -> list[str]:
    return sorted([w.entity.pid, w.third.pid])


def entity(w: SimpleNamespace, state: str, living: Entity | None = None) -> Entity:
    return w.gone_entity if state == "gone" else living or w.entity


def claim_entity(w: SimpleNamespace) -> ClaimEntity:
    return new(ClaimEntity, claim=w.draft_claim, entity=w.other_entity)


def byline(w: SimpleNamespace, state: str) -> Author:
    return w.gone_author if state == "gone" else w.author


def into_itself(record: models.Model) -> None:
    change(record, merged_into=record)


def printer(w: SimpleNamespace, state: str) -> Publication:
    return w.gone_publication if state == "gone" else w.unknown_publication


def one_publication(w: SimpleNamespace) -> None:
    merge(w, kind="publication", loser_id=w.publication.pid, survivor_id=w.unknown_publication.pid)


def identifier(w: SimpleNamespace, scheme: str, value: str) -> Identifier:
    return new(Identifier, entity=w.entity, scheme=scheme, value=value)


def relation(w: SimpleNamespace, **values: Any) -> Relation:
    return new(Relation, **{"subject": w.entity, "kind": "part of", "object": w.other_entity, **values})


def article(**values: Any) -> Article:
    return new(Article, **values)


def answer(w: SimpleNamespace, **values: Any) -> ComparedTexts:
    return new(ComparedTexts, **{"one_key": ONE, "other_key": TWO, "answer": "different", "answered_by": w.by, "answered_at": NOW, **values})


def source(w: SimpleNamespace, **values: Any) -> InTextSource:
    return new(InTextSource, **{"version": w.v1, "outlet": "Reuters", "cue": "reported", "start": 0, "end": 3, **values})


def batch(w: SimpleNamespace, **values: Any) -> Batch:
    return new(Batch, **{"kind": "import", "by": w.by, **values})


def undo(w: SimpleNamespace) -> Batch:
    return batch(w, kind="undo", undoes=w.batch)


def seen(w: SimpleNamespace, **values: Any) -> SourceCheck:
    return new(SourceCheck, **{"article": w.draft, "url": "http://a.org/", "outcome": "answers", "first_at": NOW, "last_at": NOW, **values})


def standing(w: SimpleNamespace, **values: Any) -> SourceStanding:
    return new(SourceStanding, **{"article": w.draft, "url": "http://a.org/", "due_at": NOW, **values})


def note(w: SimpleNamespace, text: str) -> Note:
    return new(Note, article=w.draft, by=w.by, text=text)


def version(owner: Article, **values: Any) -> Version:
    return new(Version, **{"article": owner, "number": 1, "sha256": SHA, **values})


def next_version(w: SimpleNamespace) -> Version:
    return version(w.shown, number=2, **{**FROZEN, "sha256": SHA})


def redirect(**values: Any) -> Redirect:
    return new(Redirect, **{"kind": "author", "key": "a-key", "reason": "merged", "created_at": NOW, **values})


def suggestion(w: SimpleNamespace, **values: Any) -> Suggestion:
    return new(Suggestion, article=w.draft, entity=w.entity, found="Kazakhstan", **values)


def credit(w: SimpleNamespace, owner: Article, **values: Any) -> Contribution:
    return new(Contribution, **{"article": owner, "position": 7, "name": "A Name", **values})


def token() -> str | None:
    return NamesToken.objects.values_list("token", flat=True).first()


def discard(w: SimpleNamespace) -> None:
    editorial.discard(w.draft, by=w.by)


def published(**values: Any) -> dict[str, Any]:
    return {"state": "published", "first_published_at": NOW, **values}


@dataclass(frozen=True)
class Try:
    """A rule, what breaks it, and the nearest thing that does not."""

    rule: str
    breaks: Callable[[SimpleNamespace], Any]
    keeps: Callable[[SimpleNamespace], Any]


DATED = {"published_on": "2014", "published_basis": "stated", "published_earliest": "2014-01-01", "published_latest": "2014-12-31"}
UNDATED = dict.fromkeys(DATED)
LICENCE = {"rights": "https://creativecommons.org/licenses/by/4.0/", "rights_basis": "printed"}

ADDRESSES = [
    Try(
        "pid_is_a_pid",
        lambda w: new(Pid, pid="kz3b7m9tq", kind="claim", registered_at=NOW),
        lambda w: new(Pid, pid="kz3b7m9tx", kind="claim", registered_at=NOW),
    ),
    Try("pid_kind_is_known", lambda w: new(Pid, kind="person", registered_at=NOW), lambda w: new(Pid, kind="question", registered_at=NOW)),
    Try(
        "addresses_pid.pid",
        lambda w: new(Pid, pid=w.shown.pid, kind="article", registered_at=NOW),
        lambda w: new(Pid, kind="article", registered_at=NOW),
    ),
    Try("addresses_pid_stays", lambda w: sql("DELETE FROM addresses_pid WHERE pid = %s", w.free_pid), discard),
    Try(
        "addresses_pid_is_fixed",
        lambda w: sql("UPDATE addresses_pid SET kind = 'entity' WHERE pid = %s", w.free_pid),
        lambda w: sql("UPDATE addresses_pid SET retired_at = CURRENT_TIMESTAMP WHERE pid = %s", w.free_pid),
    ),
    Try("addresses_pid_led_to_stays", lambda w: (redirect(target_id=w.lonely.pid), remove(w.lonely)), lambda w: remove(w.lonely)),
    Try("redirect_once_a_key", lambda w: redirect(key=w.renamed.key, target_id=w.author.pid), lambda w: redirect(target_id=w.author.pid)),
    Try(
        "redirect_key_is_an_address",
        lambda w: redirect(key="A Key", target_id=w.author.pid),
        lambda w: redirect(key="a-key-2", target_id=w.author.pid),
    ),
    Try(
        "redirect_not_to_itself",
        lambda w: redirect(kind="entity", key=w.entity.pid, target_id=w.entity.pid),
        lambda w: redirect(kind="entity", key=w.other_entity.pid, target_id=w.entity.pid),
    ),
    Try(
        "redirect_reason_is_known",
        lambda w: redirect(target_id=w.author.pid, reason="moved"),
        lambda w: redirect(target_id=w.author.pid, reason="renamed"),
    ),
    Try(
        "addresses_redirect_to_a_record_on_insert",
        lambda w: redirect(kind="publication", target_id=w.author.pid),
        lambda w: redirect(kind="publication", target_id=w.publication.pid),
    ),
    Try(
        "addresses_redirect_to_a_record_on_update",
        lambda w: change(w.renamed, target_id=w.publication.pid),
        lambda w: change(w.renamed, target_id=w.co_author.pid),
    ),
    Try("addresses_redirect_keeps_key", lambda w: change(w.renamed, key="another"), lambda w: change(w.renamed, note="Married.")),
    Try("addresses_redirect_one_hop_on_insert", lambda w: redirect(target_id=w.unknown_author.pid), lambda w: redirect(target_id=w.co_author.pid)),
    Try(
        "addresses_redirect_one_hop_on_update",
        lambda w: change(w.renamed, target_id=w.unknown_author.pid),
        lambda w: change(w.renamed, target_id=w.co_author.pid),
    ),
    Try("addresses_redirect_stays", lambda w: remove(w.renamed), lambda w: remove(w.merged)),
    Try(
        "history_change_is_fixed",
        lambda w: change(w.change, reason="another"),
        lambda w: new(Change, act="add", kind="a.b", object_id="1", label="x"),
    ),
    Try("history_change_stays", lambda w: remove(w.change), lambda w: new(Change, act="delete", kind="a.b", object_id="1", label="x")),
]

DESK = [
    Try("articles_batch.key", lambda w: batch(w, key=w.batch.key), batch),
    Try(
        "articles_batch.undoes_id",
        lambda w: [batch(w, kind="undo", undoes=w.batch) for _ in range(2)],
        lambda w: batch(w, kind="undo", undoes=w.batch),
    ),
    Try("batch_undo_names_another", lambda w: batch(w, kind="undo"), batch),
    Try("batch_undo_names_another", lambda w: batch(w, undoes=w.batch), lambda w: undo(w)),
    Try("batch_row_once", lambda w: [new(BatchRow, batch=w.batch, number=1) for _ in range(2)], lambda w: new(BatchRow, batch=w.batch, number=1)),
    Try(
        "note_says_something",
        lambda w: new(Note, article=w.draft, by=w.by, text=""),
        lambda w: new(Note, article=w.draft, by=w.by, text="See the issue."),
    ),
    Try(
        "former_text_once",
        lambda w: [new(FormerText, article=w.draft, sha256=SHA, body=body) for body in "ab"],
        lambda w: [new(FormerText, article=w.draft, sha256=sha, body="a") for sha in (SHA, "0" * 64)],
    ),
    Try(
        "former_text_sha256_is_one",
        lambda w: new(FormerText, article=w.draft, sha256="0" * 63 + "g", body="a"),
        lambda w: new(FormerText, article=w.draft, sha256=SHA, body="a"),
    ),
    Try(
        "scratch_once_a_sheet",
        lambda w: [new(Scratch, user=w.by, form="/admin/", sheet="a", saved_at=NOW) for _ in range(2)],
        lambda w: [new(Scratch, user=w.by, form="/admin/", sheet=sheet, saved_at=NOW) for sheet in "ab"],
    ),
    Try("sourcecheck_outcome_is_known", lambda w: seen(w, outcome="perhaps"), lambda w: seen(w, outcome="gone")),
    Try("sourcecheck_times_in_order", lambda w: seen(w, times=0), seen),
    Try("sourcecheck_times_in_order", lambda w: seen(w, last_at=NOW - dt.timedelta(days=1)), seen),
    Try("articles_sourcestanding.article_id", lambda w: [standing(w), standing(w)], lambda w: [standing(w), standing(w, article=article())]),
    Try("sourcestanding_dead_since", lambda w: standing(w, is_dead=True), lambda w: standing(w, is_dead=True, failing_since=NOW)),
    Try("sourcestanding_vouched_by_somebody", lambda w: standing(w, vouched_at=NOW), lambda w: standing(w, vouched_at=NOW, vouched_by=w.by)),
    Try("sourcestanding_vouched_by_somebody", lambda w: standing(w, vouched_by=w.by), standing),
]

ARTICLES = [
    Try("article_pid_is_a_pid", lambda w: article(pid="kz3b7m9tq"), lambda w: article(pid="kz3b7m9tx")),
    Try("articles_article.pid", lambda w: article(pid=w.draft.pid), lambda w: article()),
    Try("articles_article_takes_new_pid", lambda w: article(pid=w.free_pid), lambda w: article()),
    Try("articles_article_keeps_pid", lambda w: change(w.draft, pid=pids.draw()), lambda w: change(w.draft, pid=w.draft.pid)),
    Try("article_public_has_a_version", lambda w: change(w.draft, state="published"), lambda w: change(w.draft, state="in review")),
    Try("article_withdrawn_says_why", lambda w: change(w.gone, withdrawal_reason=""), lambda w: change(w.gone, withdrawal_reason="error")),
    Try(
        "article_duplicate_names_the_other",
        lambda w: change(w.gone, withdrawal_reason="duplicate"),
        lambda w: change(w.gone, withdrawal_reason="duplicate", successor=w.shown),
    ),
    Try("article_not_its_own_successor", lambda w: change(w.gone, successor=w.gone), lambda w: change(w.gone, successor=w.shown)),
    Try("article_access_is_known", lambda w: change(w.draft, access="open"), lambda w: change(w.draft, access="excerpt")),
    Try("article_full_text_needs_rights", lambda w: change(w.draft, access="full"), lambda w: change(w.draft, access="full", **LICENCE)),
    Try(
        "article_full_text_needs_rights",
        lambda w: change(w.draft, access="full", rights="http://rightsstatements.org/vocab/InC/1.0/", rights_basis="printed"),
        lambda w: change(w.draft, access="full", rights="http://rightsstatements.org/vocab/NKC/1.0/", rights_basis="printed"),
    ),
    Try(
        "article_full_text_needs_rights",
        lambda w: change(w.draft, access="full", rights="https://creativecommons.org/about/", rights_basis="printed"),
        lambda w: change(w.draft, access="record", rights="https://creativecommons.org/about/", rights_basis="printed"),
    ),
    Try(
        "article_full_text_needs_rights",
        lambda w: change(w.draft, access="full", rights="HTTPS://creativecommons.org/licenses/by/4.0/", rights_basis="printed"),
        lambda w: change(w.draft, access="full", **LICENCE),
    ),
    Try("article_rights_have_a_basis", lambda w: change(w.draft, rights=LICENCE["rights"]), lambda w: change(w.draft, **LICENCE)),
    Try("article_date_is_whole", lambda w: change(w.draft, **{**DATED, "published_basis": None}), lambda w: change(w.draft, **DATED)),
    Try(
        "article_date_is_whole",
        lambda w: change(w.draft, published_earliest="2014-01-01", published_latest="2014-12-31"),
        lambda w: change(w.draft, **UNDATED),
    ),
    Try(
        "article_days_in_order",
        lambda w: change(w.draft, **{**DATED, "published_latest": "2013-12-31"}),
        lambda w: change(w.draft, **{**DATED, "published_latest": "2014-01-01"}),
    ),
    Try(
        "article_basis_is_known",
        lambda w: change(w.draft, **{**DATED, "published_basis": "guessed"}),
        lambda w: change(w.draft, **{**DATED, "published_basis": "dateline"}),
    ),
    *(
        Try(
            "article_null_not_blank",
            lambda w, name=name: change(w.draft, **{"rights_basis": "printed", name: ""}),
            lambda w, name=name: change(w.draft, **{"rights_basis": "printed", name: None}),
        )
        for name in (
            "title",
            "subtitle",
            "title_romanised",
            "title_translated",
            "byline",
            "section",
            "volume",
            "issue",
            "pages",
            "dateline",
            "language",
            "rights",
            "rights_basis",
            "rights_printed",
            "source_url",
        )
    ),
    Try("articles_article_current_on_insert", lambda w: article(**published(current=w.draft_v1)), lambda w: article()),
    Try("articles_article_current_on_update", lambda w: change(w.shown, current=w.gone.current), lambda w: change(w.shown, current=w.v1)),
    Try(
        "articles_article_current_on_update",
        lambda w: change(w.draft, **published(current=w.draft_v1)),
        lambda w: (change(w.draft_v1, **FROZEN), change(w.draft, **published(current=w.draft_v1))),
    ),
    Try(
        "articles_article_current_on_update",
        lambda w: (change(w.shown, current=next_version(w)), change(w.shown, current=w.v1, title="Another")),
        lambda w: change(w.shown, current=next_version(w), title="Another"),
    ),
    *(
        Try(
            "articles_article_by_revision",
            lambda w, values=values: change(w.shown, **values),
            lambda w, values=values: change(w.shown, current=next_version(w), **values),
        )
        for values in (
            {"title": "Another"},
            {"title": None},
            {"subtitle": "Another"},
            {"title_romanised": "Another"},
            {"title_translated": "Another"},
            {"byline": "Another"},
            {"publication": None},
            {"section": "Another"},
            {"volume": "1"},
            {"issue": "1"},
            {"pages": "1"},
            {"published_on": "2013"},
            {"published_basis": "inferred"},
            {"published_earliest": "2014-01-02"},
            {"published_latest": "2014-12-30"},
            {"dateline": "Astana"},
            {"language": "kk"},
            {"quality": ["truncated"]},
            {"abstract": "Another."},
            LICENCE,
            {"rights_basis": "a letter"},
            {"rights_printed": "All rights reserved"},
            {"source_url": "https://example.org/"},
            {"access": "excerpt"},
        )
    ),
    Try("articles_article_by_revision", lambda w: change(w.gone, abstract="Another."), lambda w: change(w.gone, withdrawal_note="Another.")),
    Try(
        "articles_article_states",
        lambda w: change(w.shown, state="draft", current=None, first_published_at=None),
        lambda w: change(w.shown, state="withdrawn", withdrawn_at=NOW, withdrawal_reason="error"),
    ),
    Try("articles_article_states", lambda w: change(w.shown, first_published_at=NOW), lambda w: change(w.shown, changed_at=NOW)),
    Try(
        "articles_article_states",
        lambda w: (
            change(w.draft_v1, **FROZEN),
            change(w.draft, state="withdrawn", withdrawn_at=NOW, withdrawal_reason="error", first_published_at=NOW, current=w.draft_v1),
        ),
        lambda w: (
            change(w.draft_v1, **FROZEN),
            change(w.draft, **published(current=w.draft_v1)),
            change(w.draft, state="withdrawn", withdrawn_at=NOW, withdrawal_reason="error"),
        ),
    ),
    Try("articles_article_keeps_demo", lambda w: change(w.shown, is_demo=True), lambda w: change(w.demo, is_demo=True)),
    Try("articles_article_stays", lambda w: remove(w.shown), discard),
    Try("articles_article_stays", lambda w: remove(w.gone), lambda w: editorial.take_away([w.demo])),
    Try("contribution_one_a_place", lambda w: credit(w, w.draft, position=1), lambda w: credit(w, w.draft, position=2)),
    Try("contribution_author_once", lambda w: credit(w, w.draft, author=w.unknown_author), lambda w: credit(w, w.draft, author=w.author)),
    Try("contribution_places_from_1", lambda w: credit(w, w.draft, position=0), lambda w: credit(w, w.draft, position=2)),
    Try("contribution_has_a_name", lambda w: credit(w, w.draft, name=""), lambda w: credit(w, w.draft, name="B")),
    Try("contribution_null_not_blank", lambda w: change(w.draft_contribution, role=""), lambda w: change(w.draft_contribution, role=None)),
    Try(
        "contribution_null_not_blank",
        lambda w: change(w.draft_contribution, affiliation=""),
        lambda w: change(w.draft_contribution, affiliation=None),
    ),
    Try("articles_contribution_by_revision_on_insert", lambda w: credit(w, w.shown), lambda w: (next_version(w), credit(w, w.shown))),
    Try(
        "articles_contribution_by_revision_on_update",
        lambda w: change(w.contribution, name="Another"),
        lambda w: (next_version(w), change(w.contribution, name="Another")),
    ),
    Try(
        "articles_contribution_by_revision_on_update",
        lambda w: change(w.draft_contribution, article=w.shown, position=3),
        lambda w: change(w.draft_contribution, position=3),
    ),
    Try(
        "articles_contribution_by_revision_on_update",
        lambda w: change(w.contribution, article=w.draft, position=3),
        lambda w: change(w.draft_contribution, article=article()),
    ),
    Try("articles_contribution_by_revision_on_delete", lambda w: remove(w.contribution), lambda w: remove(w.draft_contribution)),
    Try(
        "also_printed_once",
        lambda w: new(AlsoPrinted, article=w.draft, publication=w.publication),
        lambda w: new(AlsoPrinted, article=w.draft, publication=w.publication, published_on="2015"),
    ),
    *(
        Try(
            "also_printed_null_not_blank",
            lambda w, name=name: change(w.draft_printing, **{name: ""}),
            lambda w, name=name: change(w.draft_printing, **{name: None}),
        )
        for name in ("title", "published_on", "volume", "issue", "pages", "note")
    ),
    Try(
        "articles_alsoprinted_by_revision_on_insert",
        lambda w: new(AlsoPrinted, article=w.shown, publication=w.publication),
        lambda w: (next_version(w), new(AlsoPrinted, article=w.shown, publication=w.publication)),
    ),
    Try("articles_alsoprinted_by_revision_on_update", lambda w: change(w.printing, pages="5"), lambda w: change(w.draft_printing, pages="5")),
    Try(
        "articles_alsoprinted_by_revision_on_update",
        lambda w: change(w.draft_printing, article=w.shown),
        lambda w: change(w.draft_printing, article=article()),
    ),
    Try("articles_alsoprinted_by_revision_on_delete", lambda w: remove(w.printing), lambda w: remove(w.draft_printing)),
]

VERSIONS = [
    Try(
        "version_number_once",
        lambda w: sql("UPDATE articles_version SET article_id = %s WHERE id = %s", w.gone.pk, w.draft_v1.pk),
        lambda w: sql("UPDATE articles_version SET article_id = %s WHERE id = %s", article().pk, w.draft_v1.pk),
    ),
    Try("version_numbers_from_1", lambda w: change(w.draft_v1, number=0, **FROZEN), lambda w: change(w.draft_v1, number=1, **FROZEN)),
    Try("version_frozen_is_whole", lambda w: change(w.draft_v1, frozen_at=NOW), lambda w: change(w.draft_v1, **FROZEN)),
    Try("version_frozen_is_whole", lambda w: change(w.draft_v1, **{**FROZEN, "reason": ""}), lambda w: change(w.draft_v1, reason="Because.")),
    Try("version_frozen_is_whole", lambda w: change(w.draft_v1, record={}), lambda w: change(w.draft_v1, record=None)),
    Try(
        "version_frozen_is_whole",
        lambda w: change(w.draft_v1, record=models.Value(None, models.JSONField())),
        lambda w: change(w.draft_v1, record=None),
    ),
    Try("version_frozen_is_whole", lambda w: version(w.shown, number=2), lambda w: next_version(w)),
    Try("version_sha256_is_one", lambda w: change(w.draft_v1, sha256=""), lambda w: change(w.draft_v1, sha256=SHA)),
    Try("version_sha256_is_one", lambda w: change(w.draft_v1, sha256=SHA.upper()), lambda w: change(w.draft_v1, sha256=SHA)),
    Try("version_kinds_are_known", lambda w: change(w.draft_v1, kinds="px"), lambda w: change(w.draft_v1, kinds="hc")),
    *(
        Try("articles_version_is_frozen", lambda w, values=values: change(w.v1, **values), lambda w, values=values: change(w.draft_v1, **values))
        for values in (
            {"body": "Another."},
            {"kinds": "h"},
            {"sha256": "0" * 64},
            {"sameness_key": ""},
            {"reason": "Another."},
            {"made_at": NOW},
            {"made_by": None},
        )
    ),
    Try("articles_version_is_frozen", lambda w: change(w.v1, frozen_at=None, record=None), lambda w: change(w.draft_v1, frozen_at=None, record=None)),
    Try("articles_version_stays", lambda w: remove(w.v1), lambda w: remove(w.draft_v1)),
    Try("articles_version_stays", lambda w: (next_version(w), remove(w.v1)), lambda w: editorial.take_away([w.demo])),
    Try("articles_version_in_order", lambda w: version(w.shown, number=3, **FROZEN), lambda w: version(w.shown, number=2, **FROZEN)),
    Try("articles_version_in_order", lambda w: version(article(), number=2, **FROZEN), lambda w: version(article(), number=1)),
    Try(
        "capture_sha256_is_one",
        lambda w: new(Capture, sha256="g" * 64, text_sha256=SHA, size_bytes=1),
        lambda w: new(Capture, sha256="a" * 64, text_sha256=SHA, size_bytes=1),
    ),
    Try(
        "capture_sha256_is_one",
        lambda w: new(Capture, sha256="a" * 63, text_sha256=SHA, size_bytes=1),
        lambda w: new(Capture, sha256="a" * 64, text_sha256=SHA, size_bytes=1),
    ),
    Try(
        "capture_text_sha256_is_one",
        lambda w: new(Capture, sha256=SHA, text_sha256="", size_bytes=1),
        lambda w: new(Capture, sha256=SHA, text_sha256=SHA, size_bytes=1),
    ),
    Try(
        "capture_is_not_empty",
        lambda w: new(Capture, sha256=SHA, text_sha256=SHA, size_bytes=0),
        lambda w: new(Capture, sha256=SHA, text_sha256=SHA, size_bytes=1),
    ),
    Try("articles_capture.sha256", lambda w: capture(b"one"), lambda w: capture(b"three")),
    *(
        Try(
            "articles_capture_is_fixed",
            lambda w, values=values: change(w.reading.capture, **values),
            lambda w: change(w.reading.capture, filename="page.txt", captured_at=NOW),
        )
        for values in ({"sha256": SHA}, {"text_sha256": SHA}, {"size_bytes": 9})
    ),
    Try(
        "reading_once",
        lambda w: new(Reading, capture=w.reading.capture, article=w.shown),
        lambda w: new(Reading, capture=w.reading.capture, article=w.draft),
    ),
    Try("articles_reading_stays", lambda w: remove(w.reading), lambda w: remove(w.draft_reading)),
    Try("articles_reading_keeps_source", lambda w: change(w.reading, article=w.draft), lambda w: change(w.draft_reading, article=article())),
    Try(
        "articles_reading_keeps_source",
        lambda w: change(w.reading, capture=capture(b"three")),
        lambda w: change(w.reading, spans={"title": [[0, 1]]}),
    ),
    Try("comparedtexts_once", lambda w: (answer(w), answer(w, answer="reprint", kept_key=ONE)), lambda w: (answer(w), answer(w, other_key=THREE))),
    Try("comparedtexts_in_order", lambda w: answer(w, one_key=TWO, other_key=ONE), lambda w: answer(w)),
    Try("comparedtexts_in_order", lambda w: answer(w, other_key=ONE), lambda w: answer(w)),
    Try("comparedtexts_one_key_is_one", lambda w: answer(w, one_key=""), lambda w: answer(w)),
    Try("comparedtexts_other_key_is_one", lambda w: answer(w, other_key="g" * 64), lambda w: answer(w)),
    *(
        Try("comparedtexts_keeps_one_of_the_two", lambda w, values=values: answer(w, **values), lambda w: answer(w, answer="reprint", kept_key=TWO))
        for values in ({"kept_key": ONE}, {"answer": "reprint"}, {"answer": "reprint", "kept_key": THREE}, {"answer": "perhaps"})
    ),
    Try("intextsource_once", lambda w: (source(w), source(w, outlet="TASS")), lambda w: (source(w), source(w, start=1))),
    Try("intextsource_holds_something", lambda w: source(w, start=3), lambda w: source(w, start=2)),
    Try("intextsource_names_an_outlet", lambda w: source(w, outlet=""), lambda w: source(w)),
    *(
        Try(
            "intextsource_date_has_a_basis",
            lambda w, values=values: source(w, **values),
            lambda w: source(w, published_on="2014", published_basis="stated"),
        )
        for values in ({"published_on": "2014"}, {"published_basis": "stated"})
    ),
]

PEOPLE_AND_PLACES = [
    Try(
        "author_pid_is_a_pid", lambda w: new(Author, pid="kz3b7m9tq", slug="x", name="X"), lambda w: new(Author, pid="kz3b7m9tx", slug="x", name="X")
    ),
    Try("articles_author.pid", lambda w: new(Author, pid=w.author.pid, slug="x", name="X"), lambda w: new(Author, slug="x", name="X")),
    Try(
        "articles_author.slug",
        lambda w: new(Author, slug=w.unknown_author.slug, name="X"),
        lambda w: new(Author, slug=f"{w.unknown_author.slug}-2", name="X"),
    ),
    Try(
        "articles_author.entity_id",
        lambda w: (change(w.author, entity=w.entity), change(w.co_author, entity=w.entity)),
        lambda w: (change(w.author, entity=w.entity), change(w.co_author, entity=w.other_entity)),
    ),
    Try("author_slug_is_an_address", lambda w: change(w.author, slug="Ä"), lambda w: change(w.author, slug="a")),
    Try("author_slug_is_an_address", lambda w: change(w.author, slug=""), lambda w: change(w.author, slug="0")),
    Try("author_has_a_name", lambda w: change(w.author, name=""), lambda w: change(w.author, name="X")),
    Try("author_kind_is_known", lambda w: change(w.author, kind="robot"), lambda w: change(w.author, kind="corporate")),
    Try(
        "author_body_has_no_family_name",
        lambda w: change(w.author, kind="corporate", family="X"),
        lambda w: change(w.author, kind="person", family="X"),
    ),
    Try("author_null_not_blank", lambda w: change(w.author, family=""), lambda w: change(w.author, family=None)),
    Try("author_null_not_blank", lambda w: change(w.author, given=""), lambda w: change(w.author, given=None)),
    Try(
        "publication_pid_is_a_pid",
        lambda w: new(Publication, pid="kz3b7m9tq", slug="x", title="X"),
        lambda w: new(Publication, pid="kz3b7m9tx", slug="x", title="X"),
    ),
    Try(
        "articles_publication.pid",
        lambda w: new(Publication, pid=w.publication.pid, slug="x", title="X"),
        lambda w: new(Publication, slug="x", title="X"),
    ),
    Try("articles_publication.slug", lambda w: new(Publication, slug=w.publication.slug, title="X"), lambda w: new(Publication, slug="x", title="X")),
    Try("publication_slug_is_an_address", lambda w: change(w.publication, slug="a_b"), lambda w: change(w.publication, slug="a-b")),
    Try("publication_has_a_title", lambda w: change(w.publication, title=""), lambda w: change(w.publication, title="X")),
    Try("publication_null_not_blank", lambda w: change(w.publication, publisher=""), lambda w: change(w.publication, publisher=None)),
    *(
        Try(
            "publication_issn_checks", lambda w, issn=issn: change(w.publication, issn=issn), lambda w, right=right: change(w.publication, issn=right)
        )
        for issn, right in (
            ("0317-8472", "0317-8471"),
            ("2434-561x", "2434-561X"),
            ("03178471", None),
            ("0317-847X", "1050-124X"),
            ("", "0000-0000"),
            ("x317-8471", "0317-8471"),
            ("0317 8471", "0317-8471"),
        )
    ),
    Try(
        "publication_issn_once",
        lambda w: (change(w.publication, issn="0317-8471"), change(w.unknown_publication, issn="0317-8471")),
        lambda w: (change(w.publication, issn=None), change(w.unknown_publication, issn=None)),
    ),
    Try(
        "publication_title_once",
        lambda w: new(PublicationTitle, publication=w.publication, title=w.title.title),
        lambda w: new(PublicationTitle, publication=w.unknown_publication, title=w.title.title),
    ),
    Try("publication_title_says_something", lambda w: change(w.title, title=""), lambda w: change(w.title, title="X")),
    Try("publication_title_years_in_order", lambda w: change(w.title, from_year=2001), lambda w: change(w.title, from_year=2000)),
    Try(
        "entity_pid_is_a_pid",
        lambda w: new(Entity, pid="kz3b7m9tq", slug="x", name="X", kind="place"),
        lambda w: new(Entity, pid="kz3b7m9tx", slug="x", name="X", kind="place"),
    ),
    Try(
        "entities_entity.pid",
        lambda w: new(Entity, pid=w.entity.pid, slug="x", name="X", kind="place"),
        lambda w: new(Entity, slug="x", name="X", kind="place"),
    ),
    Try(
        "entities_entity.slug",
        lambda w: new(Entity, slug=w.entity.slug, name="X", kind="place"),
        lambda w: new(Entity, slug="x", name=w.entity.name, kind="place"),
    ),
    Try("entity_slug_is_an_address", lambda w: change(w.entity, slug="a b"), lambda w: change(w.entity, slug="a-b")),
    Try("entity_has_a_name", lambda w: change(w.entity, name=""), lambda w: change(w.entity, name="X")),
    Try("entity_kind_is_known", lambda w: change(w.entity, kind="thing"), lambda w: change(w.entity, kind="concept")),
    Try(
        "entities_entity_stays",
        lambda w: remove(factories.make_entity("Nowhere")),
        lambda w: remove(new(Entity, slug="x", name="X", kind="place", is_demo=True)),
    ),
    Try(
        "name_once_an_entity_language_and_year",
        lambda w: new(Name, entity=w.entity, text=w.name.text, language="en", kind="short"),
        lambda w: new(Name, entity=w.entity, text=w.name.text, language="de", kind="short"),
    ),
    Try(
        "name_once_an_entity_language_and_year",
        lambda w: (change(w.name, from_year=1991), new(Name, entity=w.entity, text=w.name.text, language="en", kind="short", from_year=1991)),
        lambda w: (change(w.name, from_year=1991), new(Name, entity=w.entity, text=w.name.text, language="en", kind="short", from_year=1992)),
    ),
    Try(
        "name_preferred_once_a_language",
        lambda w: new(Name, entity=w.entity, text="X", language="en", kind="preferred"),
        lambda w: new(Name, entity=w.entity, text="X", language="kk", kind="preferred"),
    ),
    Try("name_says_something", lambda w: change(w.name, text=""), lambda w: change(w.name, text="X")),
    Try("name_says_something", lambda w: change(w.name, language=""), lambda w: change(w.name, language="kk")),
    Try(
        "entities_knownword.word",
        lambda w: new(KnownWord, word="kasakstan", backwards="natskasak"),
        lambda w: new(KnownWord, word="kasakstans", backwards="snatskasak"),
    ),
    Try("name_years_in_order", lambda w: change(w.name, from_year=1992, to_year=1991), lambda w: change(w.name, from_year=1992, to_year=None)),
    Try("name_kind_is_known", lambda w: change(w.name, kind="nickname"), lambda w: change(w.name, kind="misspelling")),
    *(
        rule
        for table, model, record, extra in (
            ("articles_author", Author, "author", {"name": "X"}),
            ("articles_publication", Publication, "publication", {"title": "X"}),
            ("entities_entity", Entity, "entity", {"name": "X", "kind": "place"}),
        )
        for rule in (
            Try(
                f"{table}_takes_new_pid",
                lambda w, m=model, e=extra: new(m, pid=w.shown.pid, slug="x", **e),
                lambda w, m=model, e=extra: new(m, slug="x", **e),
            ),
            Try(
                f"{table}_keeps_pid",
                lambda w, r=record: change(getattr(w, r), pid=pids.draw()),
                lambda w, r=record: change(getattr(w, r), pid=getattr(w, r).pid),
            ),
            Try(
                f"{table}_keeps_demo",
                lambda w, r=record: change(getattr(w, r), is_demo=True),
                lambda w, r=record: change(getattr(w, r), is_demo=False),
            ),
            Try(
                f"{table}_slug_free_on_insert",
                lambda w, m=model, r=record, e=extra: (
                    change(getattr(w, r), slug="left"),
                    change(getattr(w, r), slug="moved-in"),
                    new(m, slug="left", **e),
                ),
                lambda w, m=model, r=record, e=extra: (
                    change(getattr(w, r), slug="left"),
                    change(getattr(w, r), slug="moved-in"),
                    new(m, slug="right", **e),
                ),
            ),
            Try(
                f"{table}_slug_free_on_insert",
                lambda w, m=model, e=extra: new(m, slug=w.shown.pid, **e),
                lambda w, m=model, e=extra: new(m, pid="kz3b7m9tx", slug="kz3b7m9tx", **e),
            ),
            Try(
                f"{table}_slug_free_on_update",
                lambda w, m=model, r=record, e=extra: (
                    change(getattr(w, r), slug="left"),
                    change(getattr(w, r), slug="moved-in"),
                    change(new(m, slug="x", **e), slug="left"),
                ),
                lambda w, r=record: (change(getattr(w, r), slug="left"), change(getattr(w, r), slug="moved-in"), change(getattr(w, r), slug="left")),
            ),
            Try(
                f"{table}_slug_free_on_update",
                lambda w, r=record: change(getattr(w, r), slug=w.shown.pid),
                lambda w, r=record: change(getattr(w, r), slug=getattr(w, r).pid),
            ),
        )
    ),
    *(
        rule
        for table, known, unknown in (
            ("articles_author", "author", "unknown_author"),
            ("articles_publication", "publication", "unknown_publication"),
            ("articles_topic", "topic", "free_topic"),
        )
        for rule in (
            Try(
                f"{table}_stays",
                lambda w, k=known: remove(getattr(w, k)),
                lambda w, u=unknown: (
                    remove(factories.make_topic("new"))
                    if u == "free_topic"
                    else remove(new(type(getattr(w, u)), slug="x", **({"name": "X"} if u == "unknown_author" else {"title": "X"})))
                ),
            ),
            Try(
                f"{table}_stays_public",
                lambda w, k=known: change(getattr(w, k), public_since=None),
                lambda w, u=unknown: change(getattr(w, u), public_since=NOW),
            ),
        )
    ),
]

TAGS = [
    Try("articles_topic.slug", lambda w: new(Topic, slug="water", name="Waters"), lambda w: new(Topic, slug="waters", name="Waters")),
    Try("articles_topic.name", lambda w: new(Topic, slug="waters", name="water"), lambda w: new(Topic, slug="waters", name="Water")),
    Try("topic_slug_is_an_address", lambda w: new(Topic, slug="Waters", name="Waters"), lambda w: new(Topic, slug="waters", name="Waters")),
    Try("topic_has_a_name", lambda w: change(w.free_topic, name=""), lambda w: change(w.free_topic, name="x")),
    Try("articles_topic_keeps_address", lambda w: change(w.free_topic, slug="x"), lambda w: change(w.free_topic, name="x")),
    Try(
        "tagged_topic_once",
        lambda w: new(TaggedTopic, content_object=w.shown, tag=w.topic),
        lambda w: new(TaggedTopic, content_object=w.shown, tag=w.free_topic),
    ),
    Try(
        "tagged_entity_once",
        lambda w: new(TaggedEntity, content_object=w.shown, tag=w.entity),
        lambda w: new(TaggedEntity, content_object=w.shown, tag=w.other_entity),
    ),
    Try("suggestion_once", lambda w: new(Suggestion, article=w.shown, entity=w.other_entity, found="x"), lambda w: suggestion(w)),
    Try("suggestion_answer_is_dated", lambda w: suggestion(w, answer="accepted"), lambda w: suggestion(w, answer="accepted", answered_at=NOW)),
    Try("suggestion_answer_is_dated", lambda w: suggestion(w, answered_at=NOW), lambda w: suggestion(w, answer="refused", answered_at=NOW)),
    Try("suggestion_answer_is_dated", lambda w: suggestion(w, answer="perhaps", answered_at=NOW), lambda w: suggestion(w)),
]


def claim(w: SimpleNamespace, **values: Any) -> Claim:
    return new(Claim, **{"article": w.draft, "kind": "event", **values})


def anchor(w: SimpleNamespace, **values: Any) -> Anchor:
    other = claim(w, article=w.shown, quote="paragraph")
    return new(Anchor, **{"claim": other, "version": w.v1, "exact": "paragraph", "start": 8, "end": 17, "state": "exact", **values})


def assessment(w: SimpleNamespace, **values: Any) -> Assessment:
    return new(Assessment, **{"claim": w.claim, "finding": "wrong", "reasons": "The decree says so.", "reviewer": w.reader, **values})


def evidence(w: SimpleNamespace, **values: Any) -> Evidence:
    return new(Evidence, assessment=w.assessment, **values)


def written(w: SimpleNamespace, **values: Any) -> None:
    """Insert evidence past the field, which turns blanks into null."""
    columns = ", ".join(values)
    sql(
        f"INSERT INTO articles_evidence (assessment_id, {columns}) VALUES ({', '.join(['%s'] * (len(values) + 1))})",
        w.assessment.pk,
        *values.values(),
    )


OUTSIDE = {"url": "https://adilet.zan.kz/", "title": "Decree", "accessed_on": "2026-01-02"}
HELD = {"holds_for": "2014", "holds_basis": "stated", "holds_earliest": "2014-01-01", "holds_latest": "2014-12-31"}

CLAIMS = [
    Try("claim_pid_is_a_pid", lambda w: claim(w, pid="kz3b7m9tq"), lambda w: claim(w, pid="kz3b7m9tx")),
    Try("articles_claim.pid", lambda w: claim(w, pid=w.claim.pid), lambda w: claim(w)),
    Try("claim_public_says_something", lambda w: change(w.claim, restatement=""), lambda w: change(w.claim, restatement="Another.")),
    Try("claim_public_says_something", lambda w: change(w.draft_claim, first_published_at=NOW), lambda w: change(w.draft_claim, restatement="")),
    Try("claim_public_says_something", lambda w: change(w.draft_claim, state="gone"), lambda w: change(w.draft_claim, state="in review")),
    Try(
        "claim_withdrawn_says_why", lambda w: change(w.gone_claim, withdrawal_reason=""), lambda w: change(w.gone_claim, withdrawal_reason="privacy")
    ),
    Try("claim_withdrawn_says_why", lambda w: change(w.claim, withdrawal_note="x"), lambda w: change(w.gone_claim, withdrawal_note="x")),
    Try("claim_kind_is_known", lambda w: claim(w, kind="rumour"), lambda w: claim(w, kind="opinion")),
    Try("claim_finding_is_known", lambda w: change(w.claim, finding="true"), lambda w: change(w.claim, finding="garbled")),
    Try(
        "claim_has_one_asserter",
        lambda w: claim(w, asserted_by_author=w.author, asserted_by_entity=w.entity),
        lambda w: claim(w, asserted_by_author=w.author),
    ),
    Try(
        "claim_has_one_asserter",
        lambda w: claim(w, asserted_by_words="a diplomat", asserted_by_entity=w.entity),
        lambda w: claim(w, asserted_by_words="a diplomat"),
    ),
    Try("claim_holds_for_is_whole", lambda w: claim(w, **{**HELD, "holds_basis": None}), lambda w: claim(w, **HELD)),
    Try(
        "claim_basis_is_known",
        lambda w: claim(w, **{**HELD, "holds_basis": "guessed"}),
        lambda w: claim(w, **{**HELD, "holds_basis": "resolved"}),
    ),
    Try(
        "claim_reported_on_is_whole",
        lambda w: change(w.draft_claim, reported_on="2014"),
        lambda w: change(w.draft_claim, reported_on="2014", reported_earliest="2014-01-01", reported_latest="2014-12-31"),
    ),
    Try(
        "claim_as_of_is_whole",
        lambda w: change(w.draft_claim, measured="embassies", value="5", as_of="2014"),
        lambda w: change(w.draft_claim, measured="embassies", value="5", as_of="2014", as_of_earliest="2014-01-01", as_of_latest="2014-12-31"),
    ),
    *(
        Try(
            "claim_days_in_order",
            lambda w, values=values, name=name: change(w.draft_claim, **{**values, f"{name}_latest": "2013-01-01"}),
            lambda w, values=values, name=name: change(w.draft_claim, **{**values, f"{name}_latest": "2014-01-01"}),
        )
        for name, values in (
            ("holds", HELD),
            ("reported", {"reported_on": "2014", "reported_earliest": "2014-01-01"}),
            ("as_of", {"measured": "embassies", "value": "5", "as_of": "2014", "as_of_earliest": "2014-01-01"}),
        )
    ),
    Try("claim_value_has_a_property", lambda w: claim(w, value="57"), lambda w: claim(w, value="57", measured="embassies abroad")),
    Try("claim_value_has_a_property", lambda w: claim(w, measured="embassies abroad"), lambda w: claim(w)),
    *(
        Try(
            "claim_null_not_blank",
            lambda w, name=name: change(w.draft_claim, **{"measured": "x", "value": "x", name: ""}),
            lambda w, name=name: change(w.draft_claim, **{"measured": "x", "value": "x", name: "x"}),
        )
        for name in ("quote", "asserted_by_words", "reported_via", "holds_words", "measured", "value", "unit")
    ),
    *(
        Try(
            "claim_null_not_blank", lambda w, values=values: change(w.draft_claim, measured="x", value="x", **values), lambda w: change(w.draft_claim)
        )
        for values in (
            {**HELD, "holds_for": ""},
            {"reported_on": "", "reported_earliest": "2014-01-01", "reported_latest": "2014-01-01"},
            {"as_of": "", "as_of_earliest": "2014-01-01", "as_of_latest": "2014-01-01"},
        )
    ),
    Try("articles_claim_takes_new_pid", lambda w: claim(w, pid=w.shown.pid), lambda w: claim(w)),
    Try("articles_claim_keeps_pid", lambda w: change(w.draft_claim, pid=pids.draw()), lambda w: change(w.draft_claim, pid=w.draft_claim.pid)),
    Try("articles_claim_keeps_demo", lambda w: change(w.draft_claim, is_demo=True), lambda w: change(w.demo_claim, is_demo=False)),
    Try("articles_claim_states", lambda w: change(w.claim, state="draft", first_published_at=None), lambda w: change(w.claim, kind="opinion")),
    Try(
        "articles_claim_states",
        lambda w: change(w.draft_claim, state="withdrawn", first_published_at=NOW, withdrawn_at=NOW, withdrawal_reason="error", restatement="x"),
        lambda w: change(w.claim, state="withdrawn", withdrawn_at=NOW, withdrawal_reason="error"),
    ),
    Try(
        "articles_claim_stays",
        lambda w: remove(factories.make_claim(w.shown, state="published", by=w.by)),
        lambda w: editorial.discard_claim(w.draft_claim, by=w.by),
    ),
    Try("articles_claim_keeps_words", lambda w: change(w.claim, quote="Another"), lambda w: change(w.draft_claim, quote="Another")),
    Try("articles_claim_keeps_words", lambda w: change(w.draft_claim, article=w.draft), lambda w: change(w.draft_claim, kind="opinion")),
    Try(
        "articles_claim_after_its_article_on_insert",
        lambda w: claim(w, state="published", first_published_at=NOW, restatement="x"),
        lambda w: claim(w, article=w.shown, state="published", first_published_at=NOW, restatement="x"),
    ),
    Try(
        "articles_claim_after_its_article_on_update",
        lambda w: change(w.draft_claim, state="published", first_published_at=NOW, restatement="x"),
        lambda w: change(claim(w, article=w.shown), state="published", first_published_at=NOW, restatement="x"),
    ),
    Try(
        "claim_entity_once",
        lambda w: new(ClaimEntity, claim=w.claim, entity=w.entity),
        lambda w: new(ClaimEntity, claim=w.claim, entity=w.other_entity),
    ),
    Try("anchor_once_a_claim_and_version", lambda w: anchor(w, claim=w.claim), lambda w: anchor(w)),
    Try(
        "anchor_once_a_correction_and_version",
        lambda w: anchor(w, claim=None, correction=w.correction),
        lambda w: anchor(w, claim=None, correction=new(Correction, article=w.shown, words="a", reading="b")),
    ),
    Try("anchor_of_one_thing", lambda w: anchor(w, correction=w.correction), lambda w: anchor(w)),
    *(
        Try("anchor_state_and_place_agree", lambda w, values=values: anchor(w, **values), lambda w, right=right: anchor(w, **right))
        for values, right in (
            ({"end": 8}, {"end": 9}),
            ({"state": "lost"}, {"state": "moved"}),
            ({"start": None}, {"state": "orphaned", "start": None, "end": None}),
            ({"state": "needs review"}, {"state": "needs review", "start": None, "end": None}),
        )
    ),
    Try("anchor_has_words", lambda w: anchor(w, exact=""), lambda w: anchor(w)),
    Try("articles_anchor_in_its_article_on_insert", lambda w: anchor(w, version=w.gone.current), lambda w: anchor(w)),
    Try("articles_anchor_in_its_article_on_insert", lambda w: anchor(w, claim=claim(w, article=w.shown)), lambda w: anchor(w)),
    Try("articles_anchor_in_its_article_on_update", lambda w: change(w.anchor, claim=w.draft_claim), lambda w: change(w.anchor, state="moved")),
    Try(
        "articles_anchor_keeps_its_place",
        lambda w: (editorial.revise(w.shown, by=w.by, reason="x", body="A first paragraph."), change(w.anchor, start=1)),
        lambda w: (editorial.revise(w.shown, by=w.by, reason="x", body="A first paragraph."), change(w.claim.anchors.last(), start=1)),
    ),
    Try("articles_anchor_stays", lambda w: remove(w.anchor), lambda w: remove(w.draft_anchor)),
    Try("articles_anchor_stays", lambda w: w.claim.anchors.all().delete(), lambda w: editorial.take_away([w.demo])),
    Try("correction_reads_otherwise", lambda w: change(w.correction, reading="A"), lambda w: change(w.correction, reading="B")),
    Try("assessment_finding_is_known", lambda w: assessment(w, finding="unreviewed"), lambda w: assessment(w, finding="not checkable")),
    Try("assessment_has_reasons", lambda w: assessment(w, reasons=""), lambda w: assessment(w)),
    Try("articles_assessment_is_fixed", lambda w: change(w.draft_assessment, finding="wrong"), lambda w: assessment(w)),
    Try("articles_assessment_stays", lambda w: remove(assessment(w)), lambda w: (remove(w.draft_evidence), remove(w.draft_assessment))),
    Try(
        "articles_assessment_says_whose_work",
        lambda w: assessment(w, reviewer=w.by),
        lambda w: assessment(w, reviewer=w.by, is_own_work=True),
    ),
    Try("evidence_is_one_thing", lambda w: evidence(w), lambda w: evidence(w, **OUTSIDE)),
    Try("evidence_is_one_thing", lambda w: evidence(w, article=w.shown, claim=w.other_claim), lambda w: evidence(w, article=w.shown)),
    Try("evidence_is_one_thing", lambda w: evidence(w, **{**OUTSIDE, "accessed_on": None}), lambda w: evidence(w, claim=w.other_claim)),
    Try("evidence_address_is_of_the_web", lambda w: evidence(w, **{**OUTSIDE, "url": "javascript:alert(1)"}), lambda w: evidence(w, **OUTSIDE)),
    *(
        Try("evidence_null_not_blank", lambda w, row=row: written(w, **row), lambda w, row=row: written(w, **{**row, "note": "x", "title": "x"}))
        for row in ({**OUTSIDE, "note": ""}, {**OUTSIDE, "title": ""})
    ),
    Try("articles_evidence_is_fixed", lambda w: change(w.draft_evidence, note="x"), lambda w: evidence(w, **OUTSIDE)),
    Try("articles_evidence_stays", lambda w: remove(w.evidence), lambda w: remove(w.draft_evidence)),
    Try(
        "claim_link_once_a_pair",
        lambda w: new(ClaimLink, from_claim=w.other_claim, to_claim=w.claim, kind="refines", reason="x"),
        lambda w: new(ClaimLink, from_claim=w.other_claim, to_claim=w.draft_claim, kind="refines", reason="x"),
    ),
    Try(
        "claim_link_not_to_itself",
        lambda w: new(ClaimLink, from_claim=w.claim, to_claim=w.claim, kind="refines", reason="x"),
        lambda w: new(ClaimLink, from_claim=w.claim, to_claim=w.draft_claim, kind="refines", reason="x"),
    ),
    Try("claim_link_kind_is_known", lambda w: change(w.link, kind="likes"), lambda w: change(w.link, kind="conflicts with")),
    Try("claim_link_has_a_reason", lambda w: change(w.link, reason=""), lambda w: change(w.link, reason="x")),
    Try(
        "claim_proposal_once_a_pair",
        lambda w: [new(ClaimProposal, first=w.claim, second=w.other_claim, kind="repeats") for _ in range(2)],
        lambda w: new(ClaimProposal, first=w.claim, second=w.other_claim, kind="repeats"),
    ),
    Try(
        "claim_proposal_in_order",
        lambda w: new(ClaimProposal, first=w.other_claim, second=w.claim, kind="repeats"),
        lambda w: new(ClaimProposal, first=w.claim, second=w.other_claim, kind="repeats"),
    ),
    Try(
        "claim_proposal_answer_is_dated",
        lambda w: new(ClaimProposal, first=w.claim, second=w.other_claim, kind="repeats", answer="unrelated"),
        lambda w: new(ClaimProposal, first=w.claim, second=w.other_claim, kind="repeats", answer="unrelated", answered_at=NOW),
    ),
    Try("question_pid_is_a_pid", lambda w: new(Question, pid="kz3b7m9tq", text="x"), lambda w: new(Question, pid="kz3b7m9tx", text="x")),
    Try("articles_question.pid", lambda w: new(Question, pid=w.claim.pid, text="x"), lambda w: new(Question, text="x")),
    Try("question_asks_something", lambda w: change(w.question, text=""), lambda w: change(w.question, text="x")),
    Try(
        "question_public_is_dated",
        lambda w: change(w.draft_question, state="published"),
        lambda w: change(w.draft_question, state="published", first_published_at=NOW),
    ),
    Try(
        "question_claim_once",
        lambda w: new(QuestionClaim, question=w.question, claim=w.claim),
        lambda w: new(QuestionClaim, question=w.question, claim=w.other_claim),
    ),
    Try("articles_question_takes_new_pid", lambda w: new(Question, pid=w.shown.pid, text="x"), lambda w: new(Question, text="x")),
    Try("articles_question_keeps_pid", lambda w: change(w.question, pid=pids.draw()), lambda w: change(w.question, pid=w.question.pid)),
    Try("articles_question_keeps_demo", lambda w: change(w.question, is_demo=True), lambda w: change(w.question, is_demo=False)),
    Try(
        "articles_question_states",
        lambda w: change(w.question, state="draft", first_published_at=None),
        lambda w: change(w.question, state="withdrawn"),
    ),
    Try(
        "articles_question_stays",
        lambda w: remove(new(Question, text="x", state="published", first_published_at=NOW)),
        lambda w: remove(w.draft_question),
    ),
]

# An identifier with a slip, and one without.
IDENTIFIERS = [
    ("wikidata", "232", "Q233"),
    ("wikidata", "Q0232", "Q1"),
    ("wikidata", "Q", "Q999999999999"),
    ("wikidata", "q232", "Q2320"),
    ("viaf", "", "12"),
    ("viaf", "0123", "9999999999999999999999"),
    ("viaf", "99999999999999999999999", "123"),
    ("geonames", "1526273x", "1526273"),
    ("geonames", "12345678901", "1234567890"),
    ("isni", "0000000121032682", "0000000121032683"),
    ("isni", "000000021825009X", "0000000218250097"),
    ("isni", "0000 0001 2103 2683", "0000000121032683"),
    ("isni", "000000021694233x", "000000021694233X"),
    ("orcid", "0000-0002-1825-0098", "0000-0002-1825-0097"),
    ("orcid", "0000-0002-1694-233x", "0000-0002-1694-233X"),
    ("orcid", "0000000218250097", "0000-0002-1825-0097"),
    ("orcid", "0000-0002-1825+0097", "0000-0002-1825-0097"),
    ("doi", "10.1000/1", "Q10"),
]

AUTHORITY = [
    *(
        Try(
            "identifier_is_one",
            lambda w, s=scheme, v=slip: identifier(w, s, v),
            lambda w, s=scheme, v=right: identifier(w, s if s != "doi" else "wikidata", v),
        )
        for scheme, slip, right in IDENTIFIERS
    ),
    Try(
        "identifier_once",
        lambda w: new(Identifier, entity=w.other_entity, scheme="wikidata", value="Q232"),
        lambda w: new(Identifier, entity=w.other_entity, scheme="wikidata", value="Q159"),
    ),
    Try("relation_once", lambda w: relation(w, kind="member of"), lambda w: relation(w, kind="member of", **BEGINS)),
    Try(
        "relation_once",
        lambda w: (relation(w, kind="holds office", title="President"), relation(w, kind="holds office", title="President")),
        lambda w: (relation(w, kind="holds office", title="President"), relation(w, kind="holds office", title="Premier")),
    ),
    Try("relation_of_two", lambda w: relation(w, object=w.entity), lambda w: relation(w, subject=w.other_entity, object=w.entity)),
    Try("relation_kind_is_known", lambda w: change(w.relation, kind="likes"), lambda w: change(w.relation, kind="party to")),
    Try("relation_beginning_is_whole", lambda w: change(w.relation, began_on="1991"), lambda w: change(w.relation, **BEGINS)),
    Try("relation_end_is_whole", lambda w: change(w.relation, ended_earliest="1991-01-01"), lambda w: change(w.relation, **ENDS)),
    Try(
        "relation_ends_after_it_begins",
        lambda w: change(w.relation, **{**BEGINS, **ENDS, "ended_earliest": "1990-01-01", "ended_latest": "1990-12-31"}),
        lambda w: change(w.relation, **BEGINS, **ENDS),
    ),
    Try(
        "relation_title_is_of_an_office",
        lambda w: change(w.relation, title="President"),
        lambda w: change(w.relation, kind="holds office", title="President"),
    ),
    *(
        Try(
            "relation_null_not_blank",
            lambda w, name=name: change(w.relation, **{"kind": "holds office", **BEGINS, **ENDS, name: ""}),
            lambda w, name=name: change(w.relation, **{"kind": "holds office", **BEGINS, **ENDS, "title": None, "source": None}),
        )
        for name in ("title", "began_on", "ended_on", "source")
    ),
    *(
        rule
        for model, record, gone, extra in (
            (Entity, "entity", "gone_entity", {"name": "X", "kind": "place"}),
            (Author, "author", "gone_author", {"name": "X"}),
            (Publication, "publication", "gone_publication", {"title": "X"}),
        )
        for rule in (
            Try(
                f"{record}_not_merged_into_itself",
                lambda w, m=model, e=extra: into_itself(new(m, slug="x", **e)),
                lambda w, m=model, r=record, e=extra: change(new(m, slug="x", **e), merged_into=getattr(w, r)),
            ),
            Try(
                f"{model._meta.db_table}_merged_into_a_record_on_insert",
                lambda w, m=model, g=gone, e=extra: new(m, slug="x", merged_into=getattr(w, g), **e),
                lambda w, m=model, r=record, e=extra: new(m, slug="x", merged_into=getattr(w, r), **e),
            ),
            Try(
                f"{model._meta.db_table}_merged_into_a_record_on_update",
                lambda w, m=model, g=gone, e=extra: change(new(m, slug="x", **e), merged_into=getattr(w, g)),
                lambda w, g=gone: change(getattr(w, g), merged_into=None),
            ),
            Try(
                f"{model._meta.db_table}_merged_into_a_record_on_update",
                lambda w, m=model, r=record, e=extra: change(getattr(w, r), merged_into=new(m, slug="x", **e)),
                lambda w, m=model, g=gone, e=extra: change(getattr(w, g), merged_into=new(m, slug="x", **e)),
            ),
            Try(
                f"{model._meta.db_table}_merged_keeps_address",
                lambda w, g=gone: change(getattr(w, g), slug="another"),
                lambda w, g=gone: (change(getattr(w, g), merged_into=None), change(getattr(w, g), slug="another")),
            ),
        )
    ),
    *(
        Try(f"{table}_{column}_living_on_{event}", lambda w, a=attempt: a(w, "gone"), lambda w, a=attempt: a(w, "living"))
        for table, column, event, attempt in (
            ("entities_name", "entity", "insert", lambda w, x: new(Name, entity=entity(w, x), text="X", language="de", kind="short")),
            ("entities_name", "entity", "update", lambda w, x: change(w.name, entity=entity(w, x))),
            ("entities_identifier", "entity", "insert", lambda w, x: new(Identifier, entity=entity(w, x), scheme="wikidata", value="Q1")),
            ("entities_identifier", "entity", "update", lambda w, x: change(w.identifier, entity=entity(w, x))),
            ("entities_relation", "subject", "insert", lambda w, x: relation(w, subject=entity(w, x, w.third), kind="party to")),
            ("entities_relation", "subject", "update", lambda w, x: change(w.relation, subject=entity(w, x, w.third))),
            ("entities_relation", "object", "insert", lambda w, x: relation(w, object=entity(w, x, w.third), kind="party to")),
            ("entities_relation", "object", "update", lambda w, x: change(w.relation, object=entity(w, x, w.third))),
            ("articles_taggedentity", "tag", "insert", lambda w, x: new(TaggedEntity, content_object=w.draft, tag=entity(w, x))),
            ("articles_taggedentity", "tag", "update", lambda w, x: change(w.tagging, tag=entity(w, x))),
            ("articles_suggestion", "entity", "insert", lambda w, x: new(Suggestion, article=w.draft, entity=entity(w, x), found="x")),
            ("articles_suggestion", "entity", "update", lambda w, x: change(w.suggestion, entity=entity(w, x, w.third))),
            ("articles_author", "entity", "insert", lambda w, x: new(Author, slug="x", name="X", entity=entity(w, x))),
            ("articles_author", "entity", "update", lambda w, x: change(w.lonely, entity=entity(w, x))),
            ("articles_contribution", "author", "insert", lambda w, x: credit(w, w.draft, author=byline(w, x))),
            (
                "articles_contribution",
                "author",
                "update",
                lambda w, x: change(w.draft_contribution, author=w.gone_author if x == "gone" else w.author),
            ),
            ("articles_article", "publication", "insert", lambda w, x: article(publication=printer(w, x))),
            ("articles_article", "publication", "update", lambda w, x: change(w.draft, publication=printer(w, x))),
            ("articles_alsoprinted", "publication", "insert", lambda w, x: new(AlsoPrinted, article=w.draft, publication=printer(w, x), pages="1")),
            ("articles_alsoprinted", "publication", "update", lambda w, x: change(w.draft_printing, publication=printer(w, x))),
            ("articles_claimentity", "entity", "insert", lambda w, x: new(ClaimEntity, claim=w.draft_claim, entity=entity(w, x, w.third))),
            ("articles_claimentity", "entity", "update", lambda w, x: change(claim_entity(w), entity=entity(w, x, w.third))),
            ("articles_claim", "asserted_by_author", "insert", lambda w, x: claim(w, asserted_by_author=byline(w, x))),
            ("articles_claim", "asserted_by_author", "update", lambda w, x: change(w.claim, asserted_by_author=byline(w, x))),
            ("articles_claim", "asserted_by_entity", "insert", lambda w, x: claim(w, asserted_by_entity=entity(w, x))),
            ("articles_claim", "asserted_by_entity", "update", lambda w, x: change(w.claim, asserted_by_entity=entity(w, x))),
            ("articles_claim", "subject", "insert", lambda w, x: claim(w, subject=entity(w, x), measured="x", value="1")),
            ("articles_claim", "subject", "update", lambda w, x: change(w.claim, subject=entity(w, x), measured="x", value="1")),
            ("articles_claim", "reported_publication", "insert", lambda w, x: claim(w, reported_publication=printer(w, x))),
            ("articles_claim", "reported_publication", "update", lambda w, x: change(w.claim, reported_publication=printer(w, x))),
            ("articles_publicationtitle", "publication", "insert", lambda w, x: new(PublicationTitle, publication=printer(w, x), title="X")),
            ("articles_publicationtitle", "publication", "update", lambda w, x: change(w.title, publication=printer(w, x))),
        )
    ),
    # A by-line follows a merge of its authors, there and back, and nothing else of the record does.
    Try(
        "articles_contribution_by_revision_on_update",
        lambda w: change(w.contribution, author=w.lonely),
        lambda w: (merge(w, kind="author", loser_id=w.author.pid, survivor_id=w.lonely.pid), change(w.contribution, author=w.lonely)),
    ),
    Try(
        "articles_contribution_by_revision_on_update",
        lambda w: (merge(w, kind="author", loser_id=w.author.pid, survivor_id=w.lonely.pid, **UNDONE), change(w.contribution, author=w.lonely)),
        lambda w: (merge(w, kind="author", loser_id=w.lonely.pid, survivor_id=w.author.pid), change(w.contribution, author=w.lonely)),
    ),
    Try(
        "articles_contribution_by_revision_on_update",
        lambda w: (
            merge(w, kind="author", loser_id=w.author.pid, survivor_id=w.lonely.pid),
            change(w.contribution, author=w.lonely, role="analyst"),
        ),
        lambda w: (merge(w, kind="author", loser_id=w.author.pid, survivor_id=w.lonely.pid), change(w.contribution, author=w.lonely)),
    ),
    *(
        Try(
            rule,
            lambda w, r=row, e=extra: (one_publication(w), change(getattr(w, r), publication=w.unknown_publication, **e)),
            lambda w, r=row: (one_publication(w), change(getattr(w, r), publication=w.unknown_publication)),
        )
        for rule, row, extra in (
            ("articles_alsoprinted_by_revision_on_update", "printing", {"pages": "5"}),
            ("articles_article_by_revision", "shown", {"pages": "5"}),
        )
    ),
    Try(
        "addresses_redirect_one_hop_on_insert",
        lambda w: (
            redirect(kind="entity", key=w.entity.pid, target_id=w.other_entity.pid),
            redirect(kind="entity", key=w.other_entity.pid, target_id=w.entity.pid),
        ),
        lambda w: redirect(kind="entity", key=w.entity.pid, target_id=w.other_entity.pid),
    ),
    Try(
        "entities_entity_slug_free_on_update",
        lambda w: (redirect(kind="entity", key="left", target_id=w.entity.pid, via=w.gone_entity.pid), change(w.entity, slug="left")),
        lambda w: (redirect(kind="entity", key="left", target_id=w.entity.pid, reason="renamed"), change(w.entity, slug="left")),
    ),
    Try("merge_of_two_records", lambda w: merge(w, loser_id=w.entity.pid), lambda w: merge(w, loser_id=w.other_entity.pid)),
    Try("merge_kind_is_known", lambda w: merge(w, loser_id=w.other_entity.pid, kind="name"), lambda w: merge(w, loser_id=w.other_entity.pid)),
    Try("merge_has_a_reason", lambda w: merge(w, loser_id=w.other_entity.pid, reason=""), lambda w: merge(w, loser_id=w.other_entity.pid)),
    Try("merge_undone_says_why", lambda w: change(w.merge, undone_at=NOW), lambda w: change(w.merge, **UNDONE)),
    Try("merge_away_once", lambda w: merge(w, loser_id=w.gone_entity.pid), lambda w: merge(w, loser_id=w.gone_entity.pid, **UNDONE)),
    Try("merging_merge_stays", lambda w: remove(w.undone), lambda w: change(w.merge, **UNDONE)),
    *(
        Try("merging_merge_is_fixed", lambda w, v=values: change(w.merge, **v), lambda w: change(w.merge, **UNDONE))
        for values in (
            {"reason": "Another."},
            {"kind": "author"},
            {"loser_id": "kz3b7m9tx"},
            {"survivor_id": "kz3b7m9tx"},
            {"at": dt.datetime(2020, 1, 1, tzinfo=dt.UTC)},
        )
    ),
    Try("merging_merge_is_fixed", lambda w: change(w.merge, by=w.by), lambda w: change(w.merge, **UNDONE, undone_by=w.by)),
    Try(
        "merging_merge_is_fixed",
        lambda w: change(w.undone, undone_at=None, undone_reason=""),
        lambda w: merge(w, loser_id=w.other_entity.pid),
    ),
    Try(
        "merged_row_one_a_number",
        lambda w: new(MergedRow, merge=w.merge, number=1, model="a.b", object_id=1, before={"a": 1}),
        lambda w: new(MergedRow, merge=w.merge, number=2, model="a.b", object_id=1, before={"a": 1}),
    ),
    Try(
        "merged_row_was_touched",
        lambda w: new(MergedRow, merge=w.merge, number=2, model="a.b", object_id=1),
        lambda w: new(MergedRow, merge=w.merge, number=2, model="a.b", object_id=1, after={"a": 1}),
    ),
    Try("merging_mergedrow_is_fixed", lambda w: change(w.row, object_id=2), lambda w: new(MergedRow, merge=w.merge, number=2, object_id=2, after={})),
    Try("merging_mergedrow_stays", lambda w: remove(w.row), lambda w: new(MergedRow, merge=w.merge, number=2, object_id=2, after={})),
    Try("split_of_two_records", lambda w: split(w, into_id=w.entity.pid), split),
    Try("split_kind_is_known", lambda w: split(w, kind="name"), lambda w: split(w, kind="author")),
    Try("split_has_a_reason", lambda w: split(w, reason=""), split),
    Try("split_undone_says_why", lambda w: change(w.split, undone_at=NOW), lambda w: change(w.split, **UNDONE)),
    Try("merging_split_stays", lambda w: remove(w.unsplit), lambda w: change(w.split, **UNDONE)),
    *(
        Try("merging_split_is_fixed", lambda w, v=values: change(w.split, **v), lambda w: change(w.split, **UNDONE))
        for values in (
            {"reason": "Another."},
            {"kind": "author"},
            {"origin_id": "kz3b7m9tx"},
            {"into_id": "kz3b7m9tx"},
            {"at": dt.datetime(2020, 1, 1, tzinfo=dt.UTC)},
        )
    ),
    Try("merging_split_is_fixed", lambda w: change(w.split, by=w.by), lambda w: change(w.split, **UNDONE, undone_by=w.by)),
    Try("merging_split_is_fixed", lambda w: change(w.unsplit, undone_at=None, undone_reason=""), split),
    Try(
        "split_row_one_a_number",
        lambda w: new(SplitRow, split=w.split, number=1, model="a.b", object_id=1, before={"a": 1}),
        lambda w: new(SplitRow, split=w.split, number=2, model="a.b", object_id=1, before={"a": 1}),
    ),
    Try(
        "split_row_was_touched",
        lambda w: new(SplitRow, split=w.split, number=2, model="a.b", object_id=1),
        lambda w: new(SplitRow, split=w.split, number=2, model="a.b", object_id=1, after={"a": 1}),
    ),
    Try(
        "merging_splitrow_is_fixed", lambda w: change(w.split_row, number=2), lambda w: new(SplitRow, split=w.split, number=2, object_id=2, after={})
    ),
    Try("merging_splitrow_stays", lambda w: remove(w.split_row), lambda w: new(SplitRow, split=w.split, number=2, object_id=2, after={})),
    Try("pair_once", pair, lambda w: pair(w, other=w.third.pid)),
    Try(
        "pair_in_order",
        lambda w: new(Pair, kind="entity", **dict(zip(("second_id", "first_id"), ordered(w), strict=True)), proposed_at=NOW),
        lambda w: new(Pair, kind="entity", **dict(zip(("first_id", "second_id"), ordered(w), strict=True)), proposed_at=NOW),
    ),
    Try("pair_kind_is_known", lambda w: pair(w, other=w.third.pid, kind="name"), lambda w: pair(w, other=w.third.pid, kind="claim")),
    Try("pair_answer_is_dated", lambda w: change(w.pair, answer="no"), lambda w: change(w.pair, answer="unsure", answered_at=NOW)),
    Try(
        "pair_answer_is_dated",
        lambda w: pair(w, other=w.third.pid, answer="perhaps", answered_at=NOW),
        lambda w: pair(w, other=w.third.pid, answer="yes", answered_at=NOW),
    ),
    Try("merging_pair_stays", lambda w: remove(w.judged), lambda w: change(w.judged, note="Two states.")),
    Try(
        "merging_pair_is_of_the_same",
        lambda w: change(w.judged, answer="open", answered_at=None),
        lambda w: change(w.judged, answer="unsure"),
    ),
    Try("merging_pair_is_of_the_same", lambda w: change(w.pair, kind="claim"), lambda w: change(w.pair, weight=3)),
]

TABLE = {
    "addresses": ADDRESSES,
    "articles": ARTICLES,
    "versions": VERSIONS,
    "people and places": PEOPLE_AND_PLACES,
    "tags": TAGS,
    "the desk": DESK,
    "claims": CLAIMS,
    "authority": AUTHORITY,
}


def said_by(rule: str) -> str:
    """Return what the database says when ``rule`` refuses, on both engines."""
    if rule in REFUSALS:
        return REFUSALS[rule]
    if rule.endswith(".pid") and rule != "addresses_pid.pid":
        return REFUSALS["articles_article_takes_new_pid"]  # the register speaks before the column does
    is_unique = "." in rule or any(
        isinstance(constraint, models.UniqueConstraint) and constraint.name == rule
        for model in apps.get_models()
        for constraint in model._meta.constraints
    )
    return "(?i)unique" if is_unique else rule


@pytest.mark.parametrize("subject", TABLE)
def test_the_database_refuses(world, subject, subtests):
    for attempt in TABLE[subject]:
        with (
            subtests.test(attempt.rule, line=attempt.breaks.__code__.co_firstlineno),
            pytest.raises(IntegrityError, match=said_by(attempt.rule)),
            transaction.atomic(),
        ):
            attempt.breaks(world)


@pytest.mark.parametrize("subject", TABLE)
def test_the_database_allows_the_nearest_right_thing(world, subject, subtests):
    for attempt in TABLE[subject]:
        with subtests.test(attempt.rule, line=attempt.keeps.__code__.co_firstlineno), transaction.atomic():
            attempt.keeps(world)
            connection.check_constraints()
            transaction.set_rollback(True)


def retired(pid: str) -> bool:
    return Pid.objects.get(pid=pid).retired_at is not None


def day(w: SimpleNamespace, article: Article | None = None, tag: Entity | None = None) -> dt.date | None:
    return TaggedEntity.objects.filter(content_object=article or w.shown, tag=tag or w.entity).values_list("public_day", flat=True).first()


def found_by(word):
    return search.saying(Claim.objects.all(), word, for_desk=True)[0].count()


EFFECTS = {
    **{
        f"{table}_registers_pid": lambda w, kind=kind, record=record: (Pid.objects.get(pid=getattr(w, record).pid).kind, kind)
        for table, kind, record in (
            ("articles_article", "article", "draft"),
            ("articles_author", "author", "author"),
            ("articles_publication", "publication", "publication"),
            ("entities_entity", "entity", "entity"),
            ("articles_claim", "claim", "draft_claim"),
            ("articles_question", "question", "question"),
        )
    },
    "articles_claim_retires_pid": lambda w: ((editorial.discard_claim(w.draft_claim, by=w.by), retired(w.draft_claim.pid))[1], True),
    # PostgreSQL's index of claims is made of their columns and needs nobody to tell it.
    **{
        f"articles_claim_words_on_{event}": lambda w, act=act, asked=asked, count=count: ((act(w), found_by(asked))[1], count)
        for event, act, asked, count in (
            ("insert", lambda w: claim(w, restatement="Sturgeon", words_key="sturgeon"), "sturgeon", 1),
            ("update", lambda w: change(w.draft_claim, words_key="beluga"), "beluga", 1),
            ("delete", lambda w: (change(w.draft_claim, words_key="beluga"), remove(w.draft_claim)), "beluga", 0),
        )
        if connection.vendor == "sqlite"
    },
    "articles_question_retires_pid": lambda w: ((remove(w.draft_question), retired(w.draft_question.pid))[1], True),
    "articles_article_dates_its_tags": lambda w: (
        (day(w), change(w.shown, state="withdrawn", withdrawn_at=NOW, withdrawal_reason="error"), [day(w), day(w, w.draft)])[::2],
        (dt.date(2014, 12, 31), [None, None]),
    ),
    "articles_taggedentity_is_dated_on_insert": lambda w: (
        new(TaggedEntity, content_object=w.shown, tag=w.third) and day(w, tag=w.third),
        dt.date(2014, 12, 31),
    ),
    "articles_taggedentity_is_dated_on_update": lambda w: (
        (change(w.tagging, public_day=None), day(w), change(w.tagging, public_day=NOW), day(w))[1::2],
        (dt.date(2014, 12, 31), dt.date(2014, 12, 31)),
    ),
    "articles_article_retires_pid": lambda w: ((discard(w), retired(w.draft.pid))[1], True),
    "articles_author_retires_pid": lambda w: ((remove(x := factories.make_author("X")), retired(x.pid))[1], True),
    "articles_publication_retires_pid": lambda w: ((remove(x := factories.make_publication("X")), retired(x.pid))[1], True),
    "entities_entity_retires_pid": lambda w: (
        (remove(x := factories.make_entity("X", is_demo=True).names.get()), remove(x.entity), retired(x.entity.pid))[2],
        True,
    ),
    **{
        f"{table}_renamed": lambda w, record=record: (
            (key := getattr(w, record).slug, change(getattr(w, record), slug="renamed"), Redirect.objects.get(key=key).target_id)[2],
            getattr(w, record).pid,
        )
        for table, record in (("articles_author", "co_author"), ("articles_publication", "publication"), ("entities_entity", "entity"))
    },
    **{
        f"entities_{table}_changes_token_on_{event}": lambda w, act=act: ((before := token(), act(w), token() not in {None, before})[2], True)
        for table, event, act in (
            ("name", "insert", lambda w: new(Name, entity=w.entity, text="Казахстан", language="ru", kind="preferred")),
            ("name", "update", lambda w: change(w.name, text="Kasachstan")),
            ("name", "delete", lambda w: remove(w.name)),
            ("relation", "insert", lambda w: new(Relation, subject=w.entity, kind="part of", object=w.other_entity)),
            ("relation", "update", lambda w: change(w.relation, is_certain=False)),
            ("relation", "delete", lambda w: remove(w.relation)),
            ("entity", "insert", lambda w: new(Entity, name="Uzbekistan", kind="state")),
            ("entity", "update", lambda w: change(w.entity, slug="kasachstan")),
            ("entity", "delete", lambda w: remove(new(Entity, name="X", kind="state", is_demo=True))),
        )
    },
}


def test_the_database_does_by_itself(world, subtests):
    for rule, effect in EFFECTS.items():
        with subtests.test(rule), transaction.atomic():
            came, wanted = effect(world)
            transaction.set_rollback(True)

            assert came == wanted


NEVER_EMPTIED = {
    f"{trigger.name}_truncate": trigger.table for trigger in invariants.triggers() if trigger.refusal and trigger.event == "BEFORE DELETE"
}


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has no TRUNCATE: flush deletes row by row there")
def test_no_table_is_emptied_at_once(subtests):
    for rule, table in NEVER_EMPTIED.items():
        with subtests.test(rule), pytest.raises(IntegrityError, match=REFUSALS[rule.removesuffix("_truncate")]), transaction.atomic():
            sql(f"TRUNCATE {table} CASCADE")


def named_in_the_database() -> tuple[str, set[str]]:
    """Return the names of all constraints and indexes, or the SQL that they stand in, and the names of all triggers."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        else:
            cursor.execute(
                "SELECT 'trigger', tgname, NULL FROM pg_trigger WHERE NOT tgisinternal "
                "UNION SELECT 'constraint', conname, quote_ident(conname) FROM pg_constraint "
                "UNION SELECT 'index', relname, quote_ident(relname) FROM pg_class WHERE relkind = 'i'"
            )
        rows = cursor.fetchall()
    return " ".join(words.replace('"', " ") for kind, _, words in rows if kind != "trigger"), {name for kind, name, _ in rows if kind == "trigger"}


def test_every_rule_in_the_database_is_tried_here():
    ours = [model for label in OUR_APPS for model in apps.get_app_config(label).get_models()]
    words, triggers = named_in_the_database()
    declared = {constraint.name for model in ours for constraint in model._meta.constraints}
    unique = {f"{model._meta.db_table}.{f.column}" for model in ours for f in model._meta.concrete_fields if f.unique and not f.primary_key}
    tried = {attempt.rule for attempts in TABLE.values() for attempt in attempts} | EFFECTS.keys()
    tried |= set() if connection.vendor == "sqlite" else NEVER_EMPTIED.keys()

    assert declared - set(words.split()) == set()
    assert tried == declared | unique | triggers
