"""Captures wait in files of their own while somebody looks at what would come of them; then they come in, or go, piece by piece.

Long work is done in stretches: each call goes on where the last one stopped, for as many seconds as it is given, and
says whether more is left. A stretch that is cut off loses nothing and is done again.
"""

from __future__ import annotations

import datetime as dt
import fcntl
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models import CharField, Exists, F, OuterRef
from django.db.models.functions import Cast
from django.utils import timezone

from articles.ingest.sketch import shingles, sketch
from articles.models import Article, Author, Batch, BatchRow, Capture, Contribution, Publication, Reading, label_from
from kzarchive.history.models import Change, write
from kzarchive.writing import update_rows

from .bringing_in import MAKES_AN_ARTICLE, Comparison, Failure, Outcome, Prepared, Terms, bring_in, prepare, rehearse
from .errors import InUse, NotAllowed, WrongState
from .naming import KnownNames
from .publishing import discard_all, forget_captures, require

KEPT_FOR = dt.timedelta(days=1)
MOST_ROWS = 2_000
# As in the command: a transaction stays under 200 ms, and lets readers in afterwards where the journal asks for it.
CAPTURES_A_TRANSACTION = 20
BYTES_A_TRANSACTION = 1_000_000
PAUSE_SECONDS = 0.02
DOUBTS_SHOWN = 20

_NO_NAMES = KnownNames([], {})


# Files


def _place(batch: Batch) -> Path:
    return settings.DATA_DIR / "waiting" / str(batch.key)


def waiting_bytes(row: BatchRow) -> bytes | None:
    """Return the bytes of a capture that waits, or None where they are gone."""
    try:
        return (_place(row.batch) / str(row.number)).read_bytes()
    except FileNotFoundError:
        return None


def waiting_body(row: BatchRow) -> str:
    """Return the text that was read from a capture that waits, empty where there is none."""
    try:
        return (_place(row.batch) / f"{row.number}.body").read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""


def tidy(now: dt.datetime) -> int:
    """Throw away what was only looked at and has expired, and files that no batch waits for; return how many batches went."""
    gone = list(Batch.objects.expired(now)[:100])
    for batch in gone:
        _throw_away(batch)
    root = settings.DATA_DIR / "waiting"
    if root.is_dir():
        old = [path for path in root.iterdir() if now.timestamp() - path.stat().st_mtime > 2 * KEPT_FOR.total_seconds()]
        kept = set(map(str, Batch.objects.filter(key__in=[p.name for p in old], state__in=UNFINISHED).values_list("key", flat=True)))
        for path in old:
            if path.name not in kept:
                shutil.rmtree(path, ignore_errors=True)
    return len(gone)


UNFINISHED = [Batch.State.READING, Batch.State.PREVIEW, Batch.State.RUNNING]


def _throw_away(batch: Batch) -> None:
    Batch.objects.filter(pk=batch.pk, state__in=[Batch.State.READING, Batch.State.PREVIEW]).update(state=Batch.State.GIVEN_UP, expires_at=None)
    batch.refresh_from_db()
    if batch.state == Batch.State.GIVEN_UP:
        batch.rows.all().delete()
        shutil.rmtree(_place(batch), ignore_errors=True)


_STANDS = ["state", "expires_at", "done_at"]


@contextmanager
def held(batch: Batch, *, is_read: bool = True) -> Iterator[bool]:
    """Hold ``batch`` against a second window, or a second process, that goes on with it too; False where one does already.

    How it stands is read then, but where ``is_read`` is off and it is read with its rows: see ``stretches_of``.
    """
    place = _place(batch)
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    with open(place / "lock", "w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            batch.refresh_from_db(fields=_STANDS)
            yield False
            return
        if is_read:
            batch.refresh_from_db(fields=_STANDS)
        yield True
    if batch.state not in UNFINISHED:
        shutil.rmtree(place, ignore_errors=True)


# Bringing in


def lay_out(captures: Iterable[tuple[str, bytes, str]], *, by, name: str = "", terms: dict[str, Any] | None = None) -> Batch:
    """Keep ``captures``, as (name, bytes, why it cannot be had), in files for a look at what would come of them.

    ``terms`` may hold access, rights and rights_basis. Nothing is read yet, and nothing of it is part of the archive.
    """
    require(by, "articles.import_article")
    batch = Batch(kind=Batch.Kind.IMPORT, by=by, name=name[:200], terms=terms or {}, expires_at=timezone.now() + KEPT_FOR)
    place = _place(batch)
    place.mkdir(mode=0o700, parents=True)
    rows = []
    for number, (called, data, fault) in enumerate(captures, start=1):
        row = BatchRow(batch=batch, number=number, name=_plain(called)[:500])
        if fault:
            row.status, row.message, row.is_done = "failed", fault, True
        else:
            (place / str(number)).write_bytes(data)
            row.facts = {"size": len(data)}
        rows.append(row)
    batch.state = Batch.State.READING if any(row.status == "waiting" for row in rows) else Batch.State.PREVIEW
    with transaction.atomic():
        batch.save(force_insert=True)
        BatchRow.objects.bulk_create(rows)
    return batch


def _plain(name: str) -> str:
    return "".join("\ufffd" if ord(char) < 32 or 0xD800 <= ord(char) < 0xE000 or ord(char) == 127 else char for char in name) or "unnamed"


class _Texts(dict):
    """The shingles of texts that were read in an earlier stretch: made again from their files when they are asked for."""

    def __init__(self, rows: dict[str, BatchRow]):
        super().__init__()
        self.rows = rows

    def __contains__(self, key):
        return super().__contains__(key) or key in self.rows

    def __missing__(self, key):
        self[key] = shingles(waiting_body(self.rows[key]))
        return self[key]


def _so_far(batch: Batch) -> Comparison:
    """Return what the captures of ``batch`` that were read already are, for the others to be compared with."""
    comparison = Comparison()
    rows: dict[str, BatchRow] = {}
    for row in batch.rows.exclude(status__in=["waiting", "failed"]):
        row.batch = batch
        key = row.pid or row.duplicate_of or f"#{row.number}"
        comparison.by_sha.setdefault(row.facts["sha256"], key)
        if row.status in MAKES_AN_ARTICLE:
            if row.facts["sameness_key"]:
                comparison.by_key.setdefault(row.facts["sameness_key"], key)
            for value in row.facts["sketch"]:
                comparison.by_value.setdefault(value, set()).add(key)
            comparison.text_keys[key] = row.facts["sameness_key"]
            rows[key] = row
    comparison.texts = _Texts(rows)
    return comparison


def stretches_of(batch: Batch, seconds: float, most: int | None = None, **which) -> Iterator[tuple[list[BatchRow], bool]]:
    """Yield rows that are left to do, as many as one transaction takes, each time with whether more are left after them.

    Until the time is up, the first always; where nothing is left at all, no rows. The state of ``batch`` is what it is when they are read.
    """
    until = time.monotonic() + seconds
    last, is_left = 0, True
    while is_left:
        rows, size = [], 0
        most_here = most or CAPTURES_A_TRANSACTION
        found = list(batch.rows.filter(number__gt=last, **which).annotate(state_of_batch=F("batch__state"))[: most_here + 1])
        if found:
            batch.state = found[0].state_of_batch
        else:
            batch.refresh_from_db(fields=_STANDS)
        for row in found[:most_here]:
            row.batch = batch
            rows.append(row)
            size += row.facts.get("size", 0)
            if size >= BYTES_A_TRANSACTION:
                break
        is_left = len(rows) < len(found)
        yield rows, is_left
        if not rows or time.monotonic() > until:
            return
        last = rows[-1].number


def _prepared(rows: list[BatchRow], names: KnownNames) -> list[Prepared]:
    today = timezone.now().date()
    found = []
    for row in rows:
        data = waiting_bytes(row)
        if data is None:
            item = Prepared(row.name, b"", "")
            item.failure = Failure("gone", "The file was thrown away while it waited: bring it in again.")
        else:
            item = prepare(row.name, data, names=names, today=today)
        found.append(item)
    return found


def terms_of(batch: Batch) -> Terms:
    """Return under what terms the captures of ``batch`` come in."""
    kept = batch.terms
    return Terms(
        by=batch.by, access=kept.get("access") or Article.Access.RECORD, rights=kept.get("rights") or None,
        rights_basis=kept.get("rights_basis") or None, batch=batch.key,
    )  # fmt: skip


def read_on(batch: Batch, *, seconds: float) -> bool:
    """Read captures that wait and note what would come of each; return whether some are left. Writes nothing of the archive's."""
    with held(batch) as is_ours:
        if is_ours and batch.state == Batch.State.READING:
            comparison = _so_far(batch)
            for rows, is_left in stretches_of(batch, seconds, status="waiting"):
                outcomes = rehearse(_prepared(rows, _NO_NAMES), comparison, terms_of(batch), numbers=[row.number for row in rows])
                for row, outcome in zip(rows, outcomes, strict=True):
                    _note(row, outcome)
                    if outcome.prepared.draft is not None:
                        (_place(batch) / f"{row.number}.body").write_text(outcome.prepared.draft.body, encoding="utf-8")
                update_rows(rows, _NOTED)
                if not is_left:
                    batch.state = Batch.State.PREVIEW
                    batch.save(update_fields=["state"])
        return batch.state == Batch.State.READING


def bring_in_on(batch: Batch, *, by, seconds: float) -> bool:
    """Bring captures in that were looked at; return whether some are left. Raises NotAllowed, WrongState."""
    require(by, "articles.import_article")
    if batch.by_id != by.pk:
        raise NotAllowed("Only the one who looked at these captures brings them in.")
    with held(batch) as is_ours:
        if not is_ours:
            return True
        if batch.state not in {Batch.State.PREVIEW, Batch.State.RUNNING} or batch.kind != Batch.Kind.IMPORT:
            raise WrongState(f"These captures are {batch.get_state_display()}: nothing was brought in.")
        if batch.state == Batch.State.PREVIEW:
            batch.state, batch.expires_at = Batch.State.RUNNING, None
            batch.save(update_fields=["state", "expires_at"])
        names = None
        for rows, is_left in stretches_of(batch, seconds, is_done=False):
            names = names or (KnownNames.current() if rows else _NO_NAMES)
            _note_all(rows, bring_in(_prepared(rows, names), terms_of(batch)) if rows else [])
            if not is_left:
                finish(batch)
            pause()
        return batch.state == Batch.State.RUNNING


def _note_all(rows: list[BatchRow], outcomes: list[Outcome]) -> None:
    articles = dict(Article.objects.filter(pid__in=[outcome.pid for outcome in outcomes if outcome.pid]).values_list("pid", "pk"))
    for row, outcome in zip(rows, outcomes, strict=True):
        _note(row, outcome)
        row.article_id = articles.get(outcome.pid)
        row.is_done = True
    update_rows(rows, [*_NOTED, "article", "is_done"])


_NOTED = ["status", "pid", "duplicate_of", "message", "facts"]


def _note(row: BatchRow, outcome: Outcome) -> None:
    item, read = outcome.prepared, outcome.prepared.draft
    row.status = outcome.status
    row.pid = outcome.pid or ""
    row.duplicate_of = outcome.duplicate_of or ""
    row.message = outcome.failure.message if outcome.failure else _why(outcome)
    doubts = [*(read.doubts if read and outcome.status in MAKES_AN_ARTICLE else ()), *outcome.doubts]
    row.facts = {
        "size": len(item.data),
        "sha256": item.sha256,
        "sameness_key": item.sameness_key,
        "sketch": sketch(item.shingles),
        "at": outcome.failure.at if outcome.failure else None,
        "beside": outcome.beside,
        "words": len(read.body.split()) if read else 0,
        "doubts": [{"code": doubt.code, "message": doubt.message} for doubt in doubts[:DOUBTS_SHOWN]],
        **({
            "title": read.title, "label": "" if read.title else label_from(read.body),
            "authors": [author.name for author in read.authors], "publication": read.publication,
            "published_on": read.published_on, "language": read.language, "encoding": f"{read.encoding} ({read.encoding_basis})",
        } if read else {}),
    }  # fmt: skip


def _why(outcome: Outcome) -> str:
    """Return a sentence for what makes no article, or may be one that is there already."""
    match outcome.status:
        case "unchanged":
            return "These very bytes were brought in before: nothing is changed." if outcome.pid else "The same bytes stand above."
        case "same-text":
            return "The same text is there already: the capture is kept with it." if outcome.duplicate_of else "The same text stands above."
        case "near-duplicate" if not outcome.duplicate_of:
            return "Most of this text stands in another capture of this import: it becomes a draft, to be compared."
        case "near-duplicate":
            return "Most of this text is there already: it becomes a draft, to be compared."
    return ""


def finish(batch: Batch) -> None:
    """Note that nothing of ``batch`` is left to do."""
    go_on_with(batch, is_left=False)


def go_on_with(batch: Batch, *, is_left: bool) -> None:
    """Note that ``batch`` is being done, or, where nothing ``is_left``, that it is done. One statement, none where it stands so."""
    state = Batch.State.RUNNING if is_left else Batch.State.DONE
    if state == batch.state:
        return
    batch.state, batch.expires_at, batch.done_at = state, None, None if is_left else timezone.now()
    batch.save(update_fields=["state", "expires_at", "done_at"])


def pause() -> None:
    """Let readers in between two transactions, where the journal locks them out."""
    if connection.vendor == "sqlite" and not settings.SQLITE_CAN_USE_WAL:
        time.sleep(PAUSE_SECONDS)


def give_up(batch: Batch, *, by) -> None:
    """Throw away what was only looked at. Raises NotAllowed, WrongState."""
    if batch.by_id != by.pk:
        raise NotAllowed("Only the one who looked at these captures throws them away.")
    with held(batch) as is_ours:
        if not is_ours or batch.state not in {Batch.State.READING, Batch.State.PREVIEW}:
            raise WrongState("This is being done, or was done, already.")
        _throw_away(batch)


def note_import(terms: Terms, outcomes: list[Outcome], *, name: str) -> None:
    """Enter captures that came in without a look beforehand in the batch of their import, which is made when the first one does."""
    worth = [outcome for outcome in outcomes if outcome.status in {*MAKES_AN_ARTICLE, "same-text"}]
    batch = Batch.objects.filter(key=terms.batch).first()
    if batch is None and not worth:
        return
    now = timezone.now()
    if batch is None:
        batch = Batch.objects.create(key=terms.batch, kind=Batch.Kind.IMPORT, state=Batch.State.DONE, by=terms.by, name=name[:200], done_at=now)
    last = batch.rows.order_by("-number").values_list("number", flat=True).first() or 0
    articles = dict(Article.objects.filter(pid__in=[outcome.pid for outcome in worth]).values_list("pid", "pk"))
    rows = []
    for number, outcome in enumerate((outcome for outcome in outcomes if outcome.status != "unchanged"), start=last + 1):
        row = BatchRow(batch=batch, number=number, name=_plain(outcome.prepared.name)[:500], is_done=True, article_id=articles.get(outcome.pid))
        _note(row, outcome)
        rows.append(row)
    BatchRow.objects.bulk_create(rows)
    Batch.objects.filter(pk=batch.pk).update(done_at=now)


# Undoing an import


def made_by(batch: Batch):
    """Return the articles that ``batch`` brought in and that are still there, by the history."""
    keys = Change.objects.filter(batch=batch.key, act="import", kind=Article._meta.label_lower).values_list("object_id", flat=True)
    return Article.objects.filter(pk__in=[int(key) for key in keys]).order_by("pk")


@transaction.atomic
def undo_import(batch: Batch, *, by) -> Batch:
    """Begin to take back a whole import, of which nothing was published; ``undo_on`` goes on with it. Raises InUse, WrongState."""
    require(by, "articles.delete_article")
    batch = Batch.objects.select_for_update().get(pk=batch.pk)
    if batch.kind != Batch.Kind.IMPORT or batch.state not in {Batch.State.RUNNING, Batch.State.DONE}:
        raise WrongState("Nothing of this was brought in: there is nothing to undo.")
    if Batch.objects.filter(undoes=batch).exists():
        raise WrongState("This import is undone already, or being undone.")
    if batch.by_id != by.pk and not by.has_perm("articles.review_article"):
        raise NotAllowed("An import is undone by the one who brought it in, or by an editor.")
    articles = list(made_by(batch))
    public = [article.pid for article in articles if article.was_ever_public]
    if public:
        more = f" and {len(public) - 3} more" if len(public) > 3 else ""
        raise InUse(f"{', '.join(public[:3])}{more} of this import was published: withdraw what should go, and discard the drafts one by one.")
    if batch.state == Batch.State.RUNNING:
        finish(batch)
    undo = Batch.objects.create(kind=Batch.Kind.UNDO, undoes=batch, by=by, state=Batch.State.RUNNING, name=f"Undo: {batch}"[:200])
    BatchRow.objects.bulk_create(
        BatchRow(batch=undo, number=number, name=(article.title or article.pid)[:500], article=article, pid=article.pid)
        for number, article in enumerate(articles, start=1)
    )
    return undo


def undo_import_on(undo: Batch, *, by, seconds: float) -> bool:
    """Discard drafts of an import that is being undone; return whether some are left."""
    require(by, "articles.delete_article")
    with held(undo) as is_ours:
        if not is_ours:
            return True
        for rows, is_left in stretches_of(undo, seconds, is_done=False):
            with transaction.atomic():
                _discard(rows, by)
                if undo.state == Batch.State.RUNNING and not is_left:
                    _forget_same_texts(undo)
                    write("undo", undo.undoes, by=by, batch=undo.key, after={"discarded": undo.rows.filter(status="done").count()})
                    finish(undo)
            pause()
        return undo.state == Batch.State.RUNNING


def _discard(rows: list[BatchRow], by) -> None:
    if not rows:
        return
    articles = Article.objects.in_bulk([row.article_id for row in rows if row.article_id])
    there = [articles[row.article_id] for row in rows if row.article_id in articles]
    authors = set(Contribution.objects.filter(article__in=there).exclude(author=None).values_list("author", flat=True))
    publications = {article.publication_id for article in there} - {None}
    faults = dict(zip([article.pk for article in there], discard_all(there, by=by, batch=rows[0].batch.key), strict=True))
    _forget_unused(authors, publications)
    for row in rows:
        row.is_done = True
        if row.article_id not in faults:
            row.status, row.message = "kept", "It was discarded before."
        elif fault := faults[row.article_id]:
            row.status, row.message = "kept", str(fault)
        else:
            row.status, row.article = "done", None
    update_rows(rows, ["status", "message", "is_done", "article"])


def _forget_unused(authors: set[int], publications: set[int]) -> None:
    """Delete authors and publications that an import made and nobody touched, used or published since."""
    untouched = {"note": "", "public_since": None, "merged_into": None, "merged_from": None}
    unused = [Author.objects.filter(pk__in=authors, contributions=None, entity=None, **untouched)] if authors else []
    if publications:
        unused.append(Publication.objects.filter(pk__in=publications, articles=None, also_printed=None, titles=None, issn=None, **untouched))
    for records in unused:
        entered = Change.objects.filter(kind=records.model._meta.label_lower, object_id=Cast(OuterRef("pk"), CharField()))
        keys = list(records.exclude(Exists(entered)).values_list("pk", flat=True))
        records.model.objects.filter(pk__in=keys).delete()


def _forget_same_texts(undo: Batch) -> None:
    """Take the captures away that were only laid to a draft that was there; the source of what was public stays with it."""
    rows = undo.undoes.rows.filter(status="same-text", article__first_published_at=None).select_related("article")
    for row in rows:
        reading = Reading.objects.filter(article=row.article, capture__sha256=row.facts.get("sha256", "")).select_related("capture").first()
        if reading is not None and row.article.readings.count() > 1:
            capture: Capture = reading.capture
            reading.delete()
            forget_captures([capture])
