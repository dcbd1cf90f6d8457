"""One piece of code by which two records become one, whatever they are: rehearsed, done, undone, and judged beforehand.

What a merge and a split have in common stands here too: rows that come to another record, each noted as it was, and put back.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterable, Iterator
from copy import copy
from dataclasses import dataclass, field
from functools import partial, reduce
from operator import or_
from typing import Any

from django.db import IntegrityError, connection, models, transaction
from django.db.models import Exists, Q
from django.utils import timezone

from kzarchive.addresses.models import HasPid, Pid, Redirect, model_of, redirect_to_survivor
from kzarchive.history.models import values_of, write

from .models import Merge, Mergeable, MergedRow, MovesInMerges, Pair, TouchedRow, WholeMoments
from .signals import merged, unmerged

LOSER, SURVIVOR = "loser", "survivor"
# How a sentence begins that somebody else said of two records: it stays beside what is found anew by looking at them.
STATED = "A file that was brought in says that"
_CHUNK = 500
_FAULTS_NAMED = 5


class MergingError(Exception):
    """An act was refused; nothing was written. The message is written for the editor."""


class MayNotMerge(MergingError):
    """The person may not do this."""


class MergeRefused(MergingError):
    """The two records cannot be made one as they stand. ``obstacles`` has a sentence for each reason."""

    def __init__(self, obstacles: list[str]):
        super().__init__(" ".join(obstacles))
        self.obstacles = obstacles


class UndoRefused(MergingError):
    """Something that the merge touched was changed since."""


@dataclass(frozen=True)
class Difference:
    """A column in which the two records differ: both values, in words, and whose stays unless an editor chooses otherwise."""

    name: str
    label: str
    loser: str
    survivor: str
    preset: str


@dataclass(frozen=True)
class Movement:
    """How many rows of one kind come to the survivor, and how many go because it has the same."""

    label: str
    moved: int
    dropped: int


@dataclass(frozen=True)
class Rehearsal:
    """What a merge would do. ``obstacles`` are the reasons why it cannot be done; ``notices`` is what readers will see of it."""

    loser: Mergeable
    survivor: Mergeable
    differences: list[Difference]
    movements: list[Movement]
    notices: list[str]
    obstacles: list[str]


@dataclass
class Step:
    """What happens to the rows of one column that points at the loser."""

    model: type[models.Model]
    column: str
    moved: list[models.Model] = field(default_factory=list)
    dropped: list[models.Model] = field(default_factory=list)
    changed: list[tuple[models.Model, dict, dict]] = field(default_factory=list)  # row, before, after


def rehearse(loser: Mergeable, survivor: Mergeable, *, choices: dict[str, str] | None = None) -> Rehearsal:
    """Return what ``merge`` would do with the two, changing nothing."""
    obstacles = _obstacles(loser, survivor)
    steps = []
    if not obstacles:
        steps, obstacles = _plan(loser, survivor, choices or {})
    moved: dict[str, list[int]] = {}
    for step in steps:
        counts = moved.setdefault(str(step.model._meta.verbose_name_plural), [0, 0])
        counts[0] += len(step.moved)
        counts[1] += len(step.dropped)
    return Rehearsal(
        loser=loser,
        survivor=survivor,
        differences=differences(loser, survivor),
        movements=[Movement(label, *counts) for label, counts in moved.items() if any(counts)],
        notices=_notices(loser, survivor),
        obstacles=obstacles,
    )


def differences(loser: Mergeable, survivor: Mergeable) -> list[Difference]:
    """Return the columns an editor chooses between: those in which the two differ."""
    found = []
    for name in type(loser).merge_fields:
        column = loser._meta.get_field(name)
        values = {which: column.value_from_object(record) for which, record in ((LOSER, loser), (SURVIVOR, survivor))}
        if values[LOSER] != values[SURVIVOR] and values[LOSER] not in {None, ""}:
            preset = LOSER if values[SURVIVOR] in {None, ""} else SURVIVOR
            found.append(Difference(name, str(column.verbose_name), *(_in_words(getattr(r, name)) for r in (loser, survivor)), preset))
    return found


def _in_words(value: Any) -> str:
    return "–" if value is None or value == "" else f"{value} ({value.pid})" if isinstance(value, HasPid) else str(value)


def is_known(record: models.Model) -> bool:
    """Say whether readers may have the address of ``record``: entities always, others since an article made them known."""
    return getattr(record, "public_since", True) is not None


def _notices(loser: Mergeable, survivor: Mergeable) -> list[str]:
    if not is_known(loser):
        return ["Readers never knew of the record that goes: they notice nothing."]
    addresses = [loser.get_absolute_url(), f"/id/{loser.pid}", *_former_addresses(loser)]
    return [
        f"{', '.join(addresses)} lead to {survivor.get_absolute_url()}, for good.",
        f"The page of “{survivor}” says that “{loser}” was merged into it.",
        f"“{loser}” leaves every list and every search.",
    ]


def _former_addresses(record: HasPid) -> list[str]:
    return list(Redirect.objects.filter(kind=record.pid_kind, target=record.pid).order_by("key").values_list("key", flat=True))


def _obstacles(loser: Mergeable, survivor: Mergeable) -> list[str]:
    """Return why the two cannot be one at all."""
    if type(loser) is not type(survivor):
        return ["Two records of different kinds cannot be one."]
    if loser.pk == survivor.pk:
        return ["A record cannot be merged into itself."]
    gone = [record for record in (loser, survivor) if record.merged_into_id is not None]
    if gone:
        return [f"{record.pid} was merged into {record.merged_into.pid} meanwhile: begin again with that one." for record in gone]
    if getattr(loser, "is_demo", False) != getattr(survivor, "is_demo", False):
        return ["A record of the demonstration and one of the archive's own cannot be one: the demonstration may be taken away."]
    # All that were found to be either before are meant as well.
    pids = {record.pk: [record.pid] for record in (loser, survivor)}
    for pid, into in type(loser)._base_manager.filter(merged_into__in=pids).values_list("pid", "merged_into"):
        pids[into].append(pid)
    return [
        f"{pair.first_id} and {pair.second_id} are marked as never to be merged{f' (“{pair.note}”)' if pair.note else ''}."
        for pair in Pair.objects.between(*pids.values()).filter(answer=Pair.Answer.NO)
    ]


def pointing_columns(model: type[models.Model]) -> Iterator[tuple[type[models.Model], str]]:
    """Yield each foreign key that leads to ``model``, as (model, name of the column): what is added later is found by itself."""
    for relation in model._meta.get_fields(include_hidden=True):
        is_key = relation.auto_created and not relation.concrete and (relation.one_to_many or relation.one_to_one)
        if is_key and getattr(relation.related_model, "moves_in_merges", True):
            yield relation.related_model, relation.field.name


def _plan(loser: Mergeable, survivor: Mergeable, choices: dict[str, str]) -> tuple[list[Step], list[str]]:
    steps, obstacles = [], []
    columns: dict[type[models.Model], list[str]] = {}
    for model, column in pointing_columns(type(loser)):
        columns.setdefault(model, []).append(column)
    for model, names in columns.items():
        going = reduce(or_, (Q(**{name: loser}) for name in names))
        # What stays is read along with what goes, and only where something goes: it may be twenty thousand rows.
        is_any = Exists(model._base_manager.filter(going).order_by())
        pointing = list(model._base_manager.filter(reduce(or_, (Q(**{name: survivor}) & is_any for name in names), going)).order_by("pk"))
        for name in names:
            # A row may point by two columns: each step has it as it stands now.
            moving, there = ([copy(row) for row in pointing if _points_at(row, name, record)] for record in (loser, survivor))
            if moving:
                step, hindered = plan_step(name, moving, survivor, choices, staying=there)
                steps.append(step)
                obstacles += hindered
    return steps, obstacles


def _points_at(row: models.Model, column: str, record: Mergeable) -> bool:
    key = row._meta.get_field(column)
    return getattr(row, key.attname) == getattr(record, key.target_field.attname)


def plan_step(
    column: str, moving: list[models.Model], to: Mergeable, choices: dict[str, str] | None = None, *, staying: list[models.Model] | None = None
) -> tuple[Step, list[str]]:
    """Return what happens when the rows ``moving``, of one model, come to the record ``to`` by their ``column``, and what hinders it.

    ``staying`` are the rows that ``to`` has there, in the order of their keys, where they are at hand.
    """
    model = type(moving[0])
    step, obstacles = Step(model, column), []
    if staying is None:
        staying = list(model._base_manager.filter(**{column: to}).order_by("pk"))
    were = {row.pk: values_of(row) for row in (*moving, *staying)}
    settle: Callable = getattr(model, "settle_merge", MovesInMerges.settle_merge)
    going = {row.pk for row in settle(moving, staying, column=column, survivor=to, choices=choices or {})}
    keys = _sameness(model, column)
    there = [{_key(row, names) for row in staying} for names in keys]
    for row in moving:
        is_there = any(_key(row, names) in known for names, known in zip(keys, there, strict=True))
        if row.pk in going or (is_there and getattr(model, "may_go_in_merges", False)):
            step.dropped.append(row)
        elif is_there:
            obstacles.append(f"{_where(row)}: {getattr(model, 'why_not_both', MovesInMerges.why_not_both)}.")
        else:
            step.moved.append(row)
    # What was adjusted of the survivor's rows comes first: two preferred names of a language never stand side by side.
    for row in (*staying, *step.moved):
        is_moved = row not in staying
        if is_moved:
            setattr(row, model._meta.get_field(column).attname, to.pk)
        before, after = _changed(were[row.pk], values_of(row))
        if after:
            step.changed.append((row, before, after))
    return step, obstacles


def _changed(before: dict[str, Any], after: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    names = [name for name, value in after.items() if before[name] != value]
    return {name: before[name] for name in names}, {name: after[name] for name in names}


def _sameness(model: type[models.Model], column: str) -> list[tuple[str, ...]]:
    """Return, for a pointing column, each set of other columns in which two rows of ``model`` may not agree."""
    declared = getattr(model, "same_when", {}).get(column)
    if declared is not None:
        return [declared]
    keys = [
        tuple(model._meta.get_field(name).attname for name in constraint.fields if name != column)
        for constraint in model._meta.constraints
        if isinstance(constraint, models.UniqueConstraint) and column in constraint.fields and constraint.condition is None
    ]
    return [*keys, *([()] if model._meta.get_field(column).unique else [])]


def _key(row: models.Model, names: tuple[str, ...]) -> tuple:
    return tuple(getattr(row, name) or None for name in names)


def _where(row: models.Model) -> str:
    """Return where ``row`` stands, for an editor: the pid of what it belongs to."""
    article = getattr(row, "article", None) or getattr(row, "content_object", None)
    return f"{article.pid}" if article is not None else f"{row._meta.verbose_name} “{row}”"


def require(by) -> None:
    """Raise MayNotMerge unless the person may merge and split."""
    if by is None or not by.is_active or not by.has_perm("merging.add_merge"):
        raise MayNotMerge(f"{by.get_username() if by is not None else 'nobody'} may not merge records.")


def locked(*records: Mergeable) -> list[Mergeable]:
    """Return ``records`` as they stand, held until the transaction ends; always in one order, so that two merges wait in a row.

    What points at them is held first: whoever else changes such a row has it, and comes to the record afterwards.
    """
    _hold_what_points_at(records)
    list(Pid.objects.select_for_update().filter(pid__in=[record.pid for record in records]).order_by("pid"))
    model = type(records[0])
    held = {record.pk: record for record in model._base_manager.select_for_update().filter(pk__in=[r.pk for r in records]).order_by("pk")}
    return [held[record.pk] for record in records]


def _hold_what_points_at(records: Iterable[Mergeable]) -> None:
    records = list(records)
    if not connection.features.has_select_for_update:  # one writer at a time, whatever is written
        return
    columns = [(model, column) for model, column in pointing_columns(type(records[0])) if model is not type(records[0])]
    models_ = {model for model, _ in columns}
    # A claim before its entities, an article before its by-line: in the order in which an editor's act takes them.
    columns.sort(key=lambda pair: sum(field.related_model in models_ - {pair[0]} for field in pair[0]._meta.concrete_fields if field.is_relation))
    for model, column in columns:
        list(model._base_manager.select_for_update().filter(**{f"{column}__in": records}).order_by("pk").values_list("pk"))


class Log:
    """Writes rows and notes each as it was and as it was left. ``row_of`` makes a note; ``written`` is how many there are already."""

    def __init__(self, row_of: Callable[..., TouchedRow], *, written: int = 0):
        self.row_of = row_of
        self.written = written
        self.rows: list[TouchedRow] = []
        self.touched: dict[str, list[int]] = {}

    def note(self, model: type[models.Model], pk: int, before: dict | None, after: dict | None) -> None:
        label = model._meta.label_lower
        number = self.written + len(self.rows) + 1
        self.rows.append(self.row_of(number=number, model=label, object_id=pk, before=before, after=after))
        self.touched.setdefault(label, []).append(pk)

    def change(self, row: models.Model, before: dict, after: dict) -> None:
        type(row)._base_manager.filter(pk=row.pk).update(**after)
        for name, value in after.items():
            setattr(row, name, value)
        self.note(type(row), row.pk, before, after)

    def change_alike(self, changes: list[tuple[models.Model, dict, dict]]) -> None:
        """Write ``changes``, those that set the same in one statement a chunk."""
        alike: dict[str, list[tuple[models.Model, dict, dict]]] = {}
        for change in changes:
            alike.setdefault(_json(change[2]), []).append(change)
        for same in alike.values():
            model, after = type(same[0][0]), same[0][2]
            for chunk in _chunks(same):
                model._base_manager.filter(pk__in=[row.pk for row, _, _ in chunk]).update(**after)
            for row, before, _ in same:
                self.note(model, row.pk, before, after)

    def drop(self, rows: list[models.Model]) -> None:
        for row in rows:
            self.note(type(row), row.pk, {**values_of(type(row)._base_manager.get(pk=row.pk))}, None)
            type(row)._base_manager.filter(pk=row.pk).delete()

    def carry_out(self, step: Step) -> None:
        """Do what ``step`` says, in the order that leaves every rule standing."""
        self.change_alike([change for change in step.changed if change[0] not in step.moved])
        self.drop(step.dropped)
        self.change_alike([change for change in step.changed if change[0] in step.moved])

    def save(self) -> None:
        if self.rows:
            type(self.rows[0])._base_manager.bulk_create(self.rows, batch_size=_CHUNK)


def _chunks(rows: list) -> Iterator[list]:
    for at in range(0, len(rows), _CHUNK):
        yield rows[at : at + _CHUNK]


def _json(value: Any) -> str:
    return json.dumps(value, cls=WholeMoments, sort_keys=True, ensure_ascii=False)


@transaction.atomic
def merge(loser: Mergeable, survivor: Mergeable, *, by, reason: str, choices: dict[str, str] | None = None) -> Merge:
    """Make ``loser`` one with ``survivor``: all that points at it moves, its addresses lead on, and it stands nowhere any more.

    ``choices`` names for columns in which they differ whose value stays, "loser" or "survivor"; without one the survivor's
    stays where it has one. Raises MayNotMerge, MergeRefused.
    """
    require(by)
    if not reason.strip():
        raise MergeRefused(["Say why the two are one: the reason stays with the merge."])
    if type(loser) is type(survivor) and loser.pk != survivor.pk:
        loser, survivor = locked(loser, survivor)
    if obstacles := _obstacles(loser, survivor):
        raise MergeRefused(obstacles)
    chosen = {difference.name: (choices or {}).get(difference.name, difference.preset) for difference in differences(loser, survivor)}
    steps, obstacles = _plan(loser, survivor, chosen)
    if obstacles:
        raise MergeRefused(obstacles)
    at = timezone.now()
    done = Merge.objects.create(
        kind=loser.pid_kind, loser_id=loser.pid, survivor_id=survivor.pid, loser_label=str(loser)[:500], reason=reason.strip(), at=at, by=by
    )
    log = Log(partial(MergedRow, merge=done))
    try:
        for step in steps:
            log.carry_out(step)
        _take_over(loser, survivor, chosen, log)
        log.change(loser, {"merged_into_id": None}, {"merged_into_id": survivor.pk})
        if is_known(loser):
            _lead_on(loser, survivor, at, log)
    except IntegrityError as refusal:
        raise MergeRefused([f"The archive refuses this: {str(refusal).partition(chr(10))[0]}."]) from None
    log.save()
    _make_known(loser, survivor)
    _answer_pairs(loser, survivor, by, at)
    batch = uuid.uuid4()
    write("merge away", loser, by=by, before={"merged_into": None}, after={"merged_into": survivor.pid}, reason=reason, batch=batch)
    write("merge", survivor, by=by, before={}, after={"merged_from": loser.pid, "chosen": chosen, "rows": len(log.rows)}, reason=reason, batch=batch)
    merged.send(sender=type(loser), merge=done, loser=loser, survivor=survivor, rows=log.touched)
    return done


def _take_over(loser: Mergeable, survivor: Mergeable, chosen: dict[str, str], log: Log) -> None:
    """Give the survivor what was chosen of the loser; what only one record may have leaves the loser first."""
    columns = [loser._meta.get_field(name) for name, whose in chosen.items() if whose == LOSER]
    if not columns:
        return
    values = {column.attname: column.value_from_object(loser) for column in columns}
    if parted := {column.attname: values[column.attname] for column in columns if column.unique or _is_once(column)}:
        log.change(loser, parted, dict.fromkeys(parted))
    before = values_of(survivor)
    for name, value in values.items():
        setattr(survivor, name, value)
    survivor.save()
    log.note(type(survivor), survivor.pk, *_changed(before, values_of(survivor)))


def _is_once(column: models.Field) -> bool:
    return any(isinstance(c, models.UniqueConstraint) and tuple(c.fields) == (column.name,) for c in column.model._meta.constraints)


def _lead_on(loser: Mergeable, survivor: Mergeable, at, log: Log) -> None:
    def led() -> dict[int, dict[str, Any]]:
        leading = Redirect.objects.filter(kind=loser.pid_kind, target__in=[loser.pid, survivor.pid])
        return {redirect.pk: values_of(redirect) for redirect in leading.order_by("pk")}

    were = led()
    redirect_to_survivor(loser, survivor, reason=Redirect.Reason.MERGED, at=at)
    are = led()
    for pk, values in are.items():
        if pk in were and were[pk] != values:
            log.note(Redirect, pk, *_changed(were[pk], values))
    for pk, values in are.items():
        if pk not in were:
            log.note(Redirect, pk, None, values)


def _make_known(loser: Mergeable, survivor: Mergeable) -> None:
    # What readers knew they go on finding: this is not taken back by undoing the merge.
    if is_known(loser) and not is_known(survivor):
        type(survivor)._base_manager.filter(pk=survivor.pk).update(public_since=loser.public_since)
        survivor.public_since = loser.public_since


def _answer_pairs(loser: Mergeable, survivor: Mergeable, by, at) -> None:
    asked = Pair.objects.between([loser.pid], [survivor.pid])
    asked.update(answer=Pair.Answer.YES, answered_by=by, answered_at=at)


@transaction.atomic
def undo(done: Merge, *, by, reason: str) -> Merge:
    """Take a merge back: every row it touched becomes what it was. Raises MayNotMerge, UndoRefused where one was changed since."""
    require(by)
    if not reason.strip():
        raise UndoRefused("Say why the two are not one: the reason stays with the merge.")
    done = Merge.objects.select_for_update().get(pk=done.pk)
    if done.undone_at is not None:
        raise UndoRefused("This merge was undone already.")
    model = model_of(done.kind)
    loser, survivor = locked(*both_of(model, done.loser_id, done.survivor_id))
    rows = list(done.rows.order_by("-number"))
    put_back(rows)
    done.undone_at, done.undone_by, done.undone_reason = timezone.now(), by, reason.strip()
    done.save(update_fields=["undone_at", "undone_by", "undone_reason"])
    Pair.objects.between([loser.pid], [survivor.pid]).update(answer=Pair.Answer.UNSURE, answered_by=by, answered_at=done.undone_at)
    batch = uuid.uuid4()
    write("undo merge", loser, by=by, before={"merged_into": survivor.pid}, after={"merged_into": None}, reason=reason, batch=batch)
    write("undo merge", survivor, by=by, before={"merged_from": loser.pid}, after={}, reason=reason, batch=batch)
    loser.refresh_from_db()
    survivor.refresh_from_db()
    touched: dict[str, list[int]] = {}
    for row in rows:
        touched.setdefault(row.model, []).append(row.object_id)
    unmerged.send(sender=model, merge=done, loser=loser, survivor=survivor, rows=touched)
    return done


def both_of(model: type[Mergeable], *pids: str) -> list[Mergeable]:
    """Return the records with these pids. Raises UndoRefused where one is there no more: a record of the demonstration, cleared away."""
    known = {record.pid: record for record in model._base_manager.filter(pid__in=pids)}
    if gone := [pid for pid in pids if pid not in known]:
        raise UndoRefused(f"{gone[0]} is there no more: it was taken away with the demonstration.")
    return [known[pid] for pid in pids]


def put_back(rows: list[TouchedRow]) -> None:
    """Make every one of ``rows``, the last touched first, what it was. Raises UndoRefused where one was changed since."""
    if faults := list(_touched_since(rows)):
        more = len(faults) - _FAULTS_NAMED
        raise UndoRefused(" ".join([*faults[:_FAULTS_NAMED], *([f"And {more} more."] if more > 0 else [])]))
    try:
        with transaction.atomic():
            for same in _in_runs(rows):
                _put_back(same)
    except IntegrityError as refusal:
        raise UndoRefused(f"What came since stands in the way: {str(refusal).partition(chr(10))[0]}.") from None


def _touched_since(rows: Iterable[TouchedRow]) -> Iterator[str]:
    """Yield a sentence for each row that is not as the merge left it."""
    by_model: dict[str, dict[int, TouchedRow]] = {}
    for row in rows:  # the newest first: what it left is what stands now, whatever an earlier step of the same merge left
        known = by_model.setdefault(row.model, {})
        if row.object_id not in known:
            known[row.object_id] = type(row)(model=row.model, object_id=row.object_id, after=row.after)
        elif known[row.object_id].after is not None and row.after is not None:
            known[row.object_id].after = {**row.after, **known[row.object_id].after}
    for label, left in by_model.items():
        model = _model(label)
        derived = getattr(model, "derived_columns", frozenset())
        for chunk in _chunks(list(left.values())):
            there = model._base_manager.in_bulk([row.object_id for row in chunk])
            for row in chunk:
                record = there.get(row.object_id)
                if (record is None) != (row.after is None):
                    yield f"{model._meta.verbose_name} {row.object_id} {'is there again' if record else 'was deleted since'}."
                elif record is not None:
                    values = json.loads(_json(values_of(record)))
                    if names := [name for name, value in row.after.items() if name not in derived and values[name] != value]:
                        yield f"{model._meta.verbose_name} “{record}” was changed since ({', '.join(name.removesuffix('_id') for name in names)})."


def _model(label: str) -> type[models.Model]:
    app, _, name = label.partition(".")
    return MergedRow._meta.apps.get_model(app, name)


def _in_runs(rows: list[TouchedRow]) -> Iterator[list[TouchedRow]]:
    """Yield neighbours of ``rows`` that are put back alike, a chunk at a time, in their order."""
    run: list[TouchedRow] = []
    for row in rows:
        if run and (len(run) == _CHUNK or row.model != run[0].model or row.before != run[0].before or row.before is None or run[0].after is None):
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _put_back(run: list[TouchedRow]) -> None:
    model, before = _model(run[0].model), run[0].before
    rows = model._base_manager.filter(pk__in=[row.object_id for row in run])
    if before is None:
        rows.delete()
        return
    values = {name: model._meta.get_field(name).to_python(value) for name, value in _by_field(model, before).items()}
    if run[0].after is None:
        # Made as any other row, so that what follows from a row follows; then set, moments included, to what it was.
        model._default_manager.bulk_create([model(pk=run[0].object_id, **_as_arguments(model, values))])
    rows.update(**values)


def _by_field(model: type[models.Model], values: dict[str, Any]) -> dict[str, Any]:
    return {column.name: values[column.attname] for column in model._meta.concrete_fields if column.attname in values}


def _as_arguments(model: type[models.Model], values: dict[str, Any]) -> dict[str, Any]:
    return {model._meta.get_field(name).attname: value for name, value in values.items()}


@transaction.atomic
def propose(first: Mergeable, second: Mergeable, *, evidence: list[str], weight: int) -> Pair | None:
    """Put the two in the queue of pairs that may be one, or write anew what speaks for it; an answered pair is left alone and None returned.

    What was STATED of them stays, and goes on weighing what it weighed.
    """
    ours, theirs = sorted([first.pid, second.pid])
    pair, is_new = Pair.objects.get_or_create(
        first_id=ours, second_id=theirs, defaults={"kind": first.pid_kind, "evidence": evidence, "weight": weight, "proposed_at": timezone.now()}
    )
    if is_new:
        return pair
    if pair.answer != Pair.Answer.OPEN:
        return None
    if stated := [words for words in pair.evidence if words.startswith(STATED) and words not in evidence]:
        evidence, weight = [*evidence, *stated], max(weight, pair.weight)
    elif any(words.startswith(STATED) for words in evidence):
        evidence, weight = [*dict.fromkeys([*evidence, *pair.evidence])], max(weight, pair.weight)
    Pair.objects.filter(pk=pair.pk).update(evidence=evidence, weight=weight)
    return pair


@transaction.atomic
def answer(pair: Pair, *, by, verdict: str, note: str = "") -> Pair:
    """Keep that the two of ``pair`` are never to be merged (NO), or that it is not settled (UNSURE). YES is given by ``merge``."""
    require(by)
    if verdict not in {Pair.Answer.NO, Pair.Answer.UNSURE}:
        raise MergingError("A pair is answered with no or with not sure; yes is the merge itself.")
    pair = Pair.objects.select_for_update().get(pk=pair.pk)
    if pair.answer == Pair.Answer.YES and Merge.objects.filter(loser__in=[pair.first_id, pair.second_id], undone_at=None).exists():
        raise MergingError("The two were merged: undo the merge first.")
    before = {"answer": pair.answer, "note": pair.note}
    pair.answer, pair.note, pair.answered_by, pair.answered_at = verdict, note.strip(), by, timezone.now()
    pair.save(update_fields=["answer", "note", "answered_by", "answered_at"])
    write("answer pair", pair, by=by, before=before, after={"answer": pair.answer, "note": pair.note})
    return pair
