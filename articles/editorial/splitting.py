"""One entity that is really two: the articles go through an editor's hands one by one, and with them what else is the other's."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping
from functools import partial

from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.utils import timezone

from articles.models import Claim, ClaimEntity, Suggestion, TaggedEntity
from articles.search import index
from entities.models import Entity, Identifier, Name, Relation
from kzarchive.history.models import values_of, write
from kzarchive.merging import acts
from kzarchive.merging.models import Split, SplitRow

from .errors import NothingChanged, NotReady, ReasonMissing, WrongState
from .publishing import require

STAYS, GOES, BOTH = "stays", "goes", "both"

# What is chosen row by row beside the articles: the model, and the columns by which its rows may be the entity's.
PARTS: dict[str, tuple[type[models.Model], tuple[str, ...]]] = {
    "names": (Name, ("entity",)),
    "identifiers": (Identifier, ("entity",)),
    "relations": (Relation, ("subject", "object")),
}


def rows_of(entity: Entity, part: str) -> models.QuerySet:
    """Return the rows of a part of ``entity`` that may go to another one: of its names all but the one it is called by."""
    model, columns = PARTS[part]
    rows = model._default_manager.filter(Q(*((column, entity) for column in columns), _connector=Q.OR)).order_by("pk")
    return rows.exclude(kind=Name.NameKind.PREFERRED, language="en") if model is Name else rows


def claims_of(entity: Entity) -> models.QuerySet:
    """Return the claims that are about ``entity`` or made by it."""
    return Claim.objects.filter(Q(claim_entities__entity=entity) | Q(asserted_by_entity=entity)).distinct().order_by("pk")


@transaction.atomic
def split(
    entity: Entity,
    into: Entity,
    answers: Mapping[int, str],
    *,
    by,
    reason: str,
    parts: Mapping[str, Collection[int]] | None = None,
    claims: Collection[int] = (),
    done: Split | None = None,
) -> Split | None:
    """Give the tags of ``entity`` to ``into`` as ``answers`` say, by the primary key of the tag, and with them ``parts`` and ``claims``.

    STAYS leaves a tag, GOES hands it over, BOTH adds one of the other. ``parts`` has primary keys of rows, by the names of PARTS. What is no
    longer of ``entity`` is passed over. ``done`` is what was split so far, of which this is one step more: all steps are undone at once.
    Returns the split, or None where nothing went yet. Addresses stay with ``entity``: ``into`` has its own.
    Raises NotAllowed, ReasonMissing, NotReady, NothingChanged, WrongState.
    """
    require(by, "articles.change_taggedentity")
    if not reason.strip():
        raise ReasonMissing("Say why the two are not one: the reason stays in the history.")
    held = {one.pk: one for one in acts.locked(*sorted({entity, into}, key=lambda one: one.pk))}
    if len(held) < 2 or any(one.merged_into_id for one in held.values()):
        raise NotReady([("merged", "The other must be another entity that stands for itself.")])
    done = done and Split.objects.select_for_update().get(pk=done.pk)
    if done is not None and (done.undone_at or (done.origin_id, done.into_id) != (entity.pid, into.pid)):
        raise WrongState("This split was undone, or is one of other entities: begin again.")
    chosen = {part: list(rows_of(entity, part).filter(pk__in=(parts or {}).get(part, ()))) for part in PARTS}
    taggings = list(TaggedEntity.objects.filter(tag=entity, pk__in=answers).order_by("pk"))
    going = list(claims_of(entity).filter(pk__in=claims))
    if not (taggings or going or any(chosen.values())):
        raise NothingChanged("None of these rows is there any more.")
    log = acts.Log(_Row(entity, into, by, reason, done), written=done.rows.count() if done else 0)
    try:
        articles = _hand_over(entity, into, taggings, answers, by, log)
        for part, rows in chosen.items():
            for column in PARTS[part][1]:
                _move(log, column, [row for row in rows if getattr(row, f"{column}_id") == entity.pk], into)
        _move(log, "entity", list(ClaimEntity.objects.filter(claim__in=going, entity=entity).order_by("pk")), into)
        _move(log, "asserted_by_entity", [claim for claim in going if claim.asserted_by_entity_id == entity.pk], into)
    except IntegrityError as refusal:
        raise NotReady([("refused", f"The archive refuses this: {str(refusal).partition(chr(10))[0]}.")]) from None
    if not log.rows:
        return done
    log.save()
    found = log.row_of.split()
    batch = uuid.uuid4()
    went = {part: [str(row) for row in rows] for part, rows in chosen.items() if rows}
    went |= {"articles": articles} if articles else {}
    write("split", entity, by=by, before=went, after={"into": into.pid}, reason=reason, batch=batch)
    write("split", into, by=by, before={"from": entity.pid}, after=went, reason=reason, batch=batch)
    for claim in going:
        write("split", claim, by=by, before={"entity": entity.pid}, after={"entity": into.pid}, reason=reason, batch=batch)
    index({*articles, *(claim.article_id for claim in going)})
    return found


class _Row:
    """Makes the notes of a split, and the split itself with the first of them: where nothing goes there is none."""

    def __init__(self, entity: Entity, into: Entity, by, reason: str, done: Split | None):
        self._done = done
        self._make = partial(
            Split.objects.create, kind=entity.pid_kind, origin_id=entity.pid, into_id=into.pid, origin_label=str(entity)[:500], reason=reason.strip(),
            at=timezone.now(), by=by,
        )  # fmt: skip

    def split(self) -> Split:
        self._done = self._done or self._make()
        return self._done

    def __call__(self, **values) -> SplitRow:
        return SplitRow(split=self.split(), **values)


def _move(log: acts.Log, column: str, rows: list[models.Model], into: Entity) -> None:
    if rows:
        step, obstacles = acts.plan_step(column, rows, into)
        if obstacles:
            raise NotReady([("there", " ".join(obstacles))])
        log.carry_out(step)


def _hand_over(entity: Entity, into: Entity, taggings: list[TaggedEntity], answers: Mapping[int, str], by, log: acts.Log) -> list[int]:
    """Do with each tag as was answered; return the articles of those that did not simply stay."""
    goes = [tagging for tagging in taggings if answers[tagging.pk] == GOES]
    both = [tagging for tagging in taggings if answers[tagging.pk] == BOTH]
    there = set(
        TaggedEntity.objects.filter(tag=into, content_object__in=[one.content_object_id for one in both]).values_list("content_object", flat=True)
    )
    _move(log, "tag", goes, into)
    for tagging in both:
        if tagging.content_object_id not in there:
            added = TaggedEntity.objects.create(content_object_id=tagging.content_object_id, tag=into, is_certain=tagging.is_certain, confirmed_by=by)
            added.refresh_from_db()
            log.note(TaggedEntity, added.pk, None, values_of(added))
    _answer_suggestions(entity, into, goes, both, by, log)
    return [tagging.content_object_id for tagging in (*goes, *both)]


def _answer_suggestions(entity: Entity, into: Entity, goes: list[TaggedEntity], both: list[TaggedEntity], by, log: acts.Log) -> None:
    """What the archive proposed of the two is answered with them: else the name would be proposed again at the next save."""
    moved = [tagging.content_object_id for tagging in goes]
    all_of_them = [*moved, *(tagging.content_object_id for tagging in both)]
    for of, articles, answer in ((entity, moved, Suggestion.Answer.REFUSED), (into, all_of_them, Suggestion.Answer.ACCEPTED)):
        for row in Suggestion.objects.filter(entity=of, article__in=articles).exclude(answer=answer).order_by("pk"):
            before = {name: getattr(row, name) for name in ("answer", "answered_by_id", "answered_at")}
            log.change(row, before, {"answer": answer, "answered_by_id": by.pk, "answered_at": timezone.now()})


@transaction.atomic
def unsplit(done: Split, *, by, reason: str) -> Split:
    """Take a split back, all of its steps: every row it touched becomes what it was.

    Raises NotAllowed, ReasonMissing, WrongState, and UndoRefused where a row was changed since.
    """
    require(by, "articles.change_taggedentity")
    if not reason.strip():
        raise ReasonMissing("Say why the two are one: the reason stays with the split.")
    entity, into = acts.locked(*acts.both_of(Entity, done.origin_id, done.into_id))
    done = Split.objects.select_for_update().get(pk=done.pk)
    if done.undone_at is not None:
        raise WrongState("This split was undone already.")
    rows = list(done.rows.order_by("-number"))
    acts.put_back(rows)
    done.undone_at, done.undone_by, done.undone_reason = timezone.now(), by, reason.strip()
    done.save(update_fields=["undone_at", "undone_by", "undone_reason"])
    batch = uuid.uuid4()
    write("undo split", entity, by=by, before={"into": into.pid}, after={}, reason=reason, batch=batch)
    write("undo split", into, by=by, before={"from": entity.pid}, after={}, reason=reason, batch=batch)
    index(_articles_of(rows))
    return done


def _articles_of(rows: list[SplitRow]) -> set[int]:
    """Return the articles whose tags or claims ``rows`` speak of, those whose tag went included."""
    touched: dict[str, set[int]] = {}
    for row in rows:
        touched.setdefault(row.model, set()).add(row.object_id)
    articles = {values["content_object_id"] for row in rows for values in (row.before, row.after) if values and "content_object_id" in values}
    for model, column in ((TaggedEntity, "content_object_id"), (ClaimEntity, "claim__article_id"), (Claim, "article_id")):
        articles |= set(model._base_manager.filter(pk__in=touched.get(model._meta.label_lower, ())).values_list(column, flat=True))
    return articles
