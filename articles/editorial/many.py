"""One thing done to many articles: rehearsed first, done as one batch, and put back where nobody touched it since."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, models, transaction
from django.db.models import Max
from django.db.models.functions import Substr
from django.utils import timezone

from articles import rights as rights_statements
from articles import search
from articles.models import Article, Author, Batch, BatchRow, Contribution, Publication, TaggedTopic, Topic, Version, label_from
from kzarchive.history import models as history
from kzarchive.history.models import Change, values_of, write
from kzarchive.writing import update_rows

from .errors import EditorialError, InvalidRecord, NotAllowed, WrongState
from .publishing import (
    Credit,
    Revision,
    credit_of,
    faults_of,
    make_known,
    missing_for_publishing,
    note_all,
    publish_all,
    read_beside,
    require,
    revise_all,
    withdraw_all,
    write_all,
    wrong_state,
)
from .waiting import KEPT_FOR, finish, go_on_with, held, pause, stretches_of

MOST_ARTICLES = 1_000
ARTICLES_A_TRANSACTION = 30  # each takes some 4 ms, with a long text 8: others wait for a quarter of a second at most

# What each kind asks for; what was public changes by a revision, which asks for one more.
PERMISSIONS = {
    Batch.Kind.PUBLISH: "articles.publish_article",
    Batch.Kind.RIGHTS: "articles.change_article",
    Batch.Kind.PUBLICATION: "articles.change_article",
    Batch.Kind.NAME: "articles.change_article",
    Batch.Kind.TOPIC: "articles.change_taggedtopic",
}
# What these change in an article that was public makes its next version, which asks for a reason.
REVISING = frozenset({Batch.Kind.RIGHTS, Batch.Kind.PUBLICATION, Batch.Kind.NAME})


@dataclass(frozen=True)
class Line:
    """What a batch would do to one article: (field, before, after) of each change, or why it does nothing there."""

    changes: tuple[tuple[str, Any, Any], ...] = ()
    refusal: str = ""


def rehearse_many(kind: str, articles: Iterable[Article], *, by, terms: dict[str, Any], name: str = "") -> Batch:
    """Lay out what ``kind`` would do to each of ``articles``, and write nothing of it. Raises NotAllowed, InvalidRecord.

    ``terms``: for rights ``rights``, ``rights_basis``, ``access``; for publication ``publication`` (a primary key); for name ``printed``,
    ``correct`` and ``author`` (a primary key or None); for topic ``topic`` (a primary key); ``reason`` where texts that were public change.
    """
    require(by, PERMISSIONS[kind])
    articles = list(articles[: MOST_ARTICLES + 1] if hasattr(articles, "query") else articles)
    if len(articles) > MOST_ARTICLES:
        raise InvalidRecord({"articles": [f"{MOST_ARTICLES:,} articles are the most that are changed in one go."]})
    if kind == Batch.Kind.RIGHTS:
        _check_rights(terms)
    with transaction.atomic():
        batch = Batch.objects.create(kind=kind, state=Batch.State.PREVIEW, by=by, name=name[:200], terms=terms, expires_at=timezone.now() + KEPT_FOR)
        rows = []
        wanted = _values(batch) if kind in {Batch.Kind.RIGHTS, Batch.Kind.PUBLICATION} else {}
        credits = _credits_of(articles) if kind == Batch.Kind.NAME else {}
        topics = _tagged_with(articles, terms) if kind == Batch.Kind.TOPIC else set()
        texts = _texts_of(articles) if kind == Batch.Kind.PUBLISH else {}
        untitled = _labels_of([article for article in articles if not article.title])
        for number, article in enumerate(articles, start=1):
            line = _line(batch, article, by=by, wanted=wanted, credits=credits, topics=topics, texts=texts)
            row = BatchRow(batch=batch, number=number, name=(article.title or untitled[article.pk])[:500], article=article, pid=article.pid)
            row.status = "refused" if line.refusal else "ready"
            row.is_done, row.message = bool(line.refusal), line.refusal
            row.facts = {"changes": [list(change) for change in line.changes]}
            rows.append(row)
        public = sum(row.status == "ready" and row.article.was_ever_public for row in rows)
        if public and kind in REVISING and not (terms.get("reason") or "").strip():
            raise InvalidRecord({"reason": [f"{public} of them {'was' if public == 1 else 'were'} public: say why they change."]})
        BatchRow.objects.bulk_create(rows)
    return batch


def _labels_of(untitled: list[Article]) -> dict[int, str]:
    """Return by which of its first words each of these articles is called."""
    if not untitled:
        return {}
    begun = Version.objects.filter(article__in=untitled).order_by("article", "number").values_list("article", Substr("body", 1, 200))
    words = dict(begun)
    return {article.pk: f"{label_from(words.get(article.pk, ''))} {article.pid}" for article in untitled}


def _check_rights(terms: dict[str, Any]) -> None:
    faults = {}
    try:
        terms["rights"] = rights_statements.normalise(terms["rights"])
    except rights_statements.UnknownRights as error:
        raise InvalidRecord({"rights": [str(error)]}) from None
    if not (terms.get("rights_basis") or "").strip():
        faults["rights_basis"] = ["Say how the rights are known."]
    if terms.get("access") == Article.Access.FULL and not rights_statements.allows_full_text(terms["rights"]):
        faults["access"] = [f"“{rights_statements.label(terms['rights'])}” does not allow the whole text to be shown."]
    if faults:
        raise InvalidRecord(faults)


def _credits_of(articles: list[Article]) -> dict[int, list[Contribution]]:
    found: dict[int, list[Contribution]] = {}
    for credit in Contribution.objects.filter(article__in=articles).select_related("author").order_by("article", "position"):
        found.setdefault(credit.article_id, []).append(credit)
    return found


def _tagged_with(articles: list[Article], terms: dict[str, Any]) -> set[int]:
    return set(TaggedTopic.objects.filter(content_object__in=articles, tag=terms["topic"]).values_list("content_object", flat=True))


def _texts_of(articles: list[Article]) -> dict[int, Version]:
    """Return the text of each of ``articles`` that was never public, by its key; of the words no more than whether there are any."""
    versions = Version.objects.filter(article__in=articles, number=1).defer("body", "record").annotate(first=Substr("body", 1, 1))
    return {version.article_id: Version(article_id=version.article_id, body=version.first) for version in versions}


def _line(
    batch: Batch, article: Article, *, by, wanted: dict[str, Any], credits: dict[int, list[Contribution]], topics: set[int], texts: dict[int, Version]
) -> Line:
    """Return what ``batch`` would do to ``article``."""
    terms = batch.terms
    if batch.kind == Batch.Kind.PUBLISH:
        if article.state not in {Article.State.DRAFT, Article.State.IN_REVIEW}:
            return Line(refusal=f"It is {article.get_state_display().lower()}.")
        if missing := missing_for_publishing(article, texts.get(article.pk)):
            return Line(refusal=" ".join(message for _, message in missing))
        return Line((("state", article.get_state_display(), "Published"),))
    if batch.kind == Batch.Kind.TOPIC:
        return Line(refusal="It has this topic.") if article.pk in topics else Line((("topic", None, terms["topic_name"]),))
    if refusal := _not_changed_by(by, article):
        return Line(refusal=refusal)
    if batch.kind == Batch.Kind.NAME:
        changes = tuple(
            ("by-line", _credited(credit.name, credit.author), f"{terms['correct']}{_linked(terms)}")
            for credit in credits.get(article.pk, ())
            if credit.name == terms["printed"] and (credit.name != terms["correct"] or credit.author_id != _author_of(terms, credit.author_id))
        )
        return Line(changes) if changes else Line(refusal=f"No name in its by-line is “{terms['printed']}”.")
    changes = tuple((name, _plain(getattr(article, name)), _plain(value)) for name, value in wanted.items() if getattr(article, name) != value)
    return Line(changes) if changes else Line(refusal="It is so already.")


def _not_changed_by(by, article: Article) -> str:
    """Return why ``by`` may not change the record of ``article``, or nothing."""
    if article.was_ever_public:
        return "" if by.has_perm("articles.revise_article") else "It was public: its record changes by a revision, which you may not make."
    if article.state == Article.State.IN_REVIEW and not by.has_perm("articles.review_article"):
        return "It is in review: an editor changes it."
    return ""


def _values(batch: Batch) -> dict[str, Any]:
    terms = batch.terms
    if batch.kind == Batch.Kind.RIGHTS:
        return {name: terms[name] for name in ("rights", "rights_basis", "access") if terms.get(name)}
    return {"publication": Publication.objects.get(pk=terms["publication"])}


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, str | int) else str(value)


def _author_of(terms: dict[str, Any], former: int | None) -> int | None:
    return terms.get("author") or former


def _linked(terms: dict[str, Any]) -> str:
    return f" ({terms['author_name']})" if terms.get("author") else ""


def _credited(name: str, author: Author | None) -> str:
    return f"{name} ({author})" if author else name


def do_many_on(batch: Batch, *, by, seconds: float) -> bool:
    """Do a batch that was rehearsed, or go on with it; return whether rows are left. Raises NotAllowed, WrongState."""
    if batch.by_id != by.pk:
        raise NotAllowed("Only the one who looked at this batch does it.")
    require(by, PERMISSIONS[batch.kind])
    with held(batch, is_read=False) as is_ours:
        if not is_ours:
            return True
        if not _go_on(batch, lambda pairs: _do(batch, pairs, by), seconds):
            raise WrongState(f"This batch is {batch.get_state_display()}: nothing was changed.")
        return batch.state == Batch.State.RUNNING


Pair = tuple[BatchRow, Article]
# What became of one article: what the act left there, for an undo to compare with, or why it was left as it was.
Outcome = dict[str, Any] | EditorialError | None


Act = Callable[[list[Pair]], list[Outcome]]


def _go_on(batch: Batch, act: Act, seconds: float) -> bool:
    """Do ``act`` to the articles of rows that are left, stretch after stretch, each of which is one transaction with what is noted of it.

    Returns False, and the rest stays undone, where the batch is not to be done, or no longer: it was undone meanwhile, or thrown away.
    """
    for rows, is_left in stretches_of(batch, seconds, most=ARTICLES_A_TRANSACTION, is_done=False):
        if batch.state not in {Batch.State.PREVIEW, Batch.State.RUNNING}:
            return False
        with transaction.atomic():
            _try(rows, act)
            update_rows(rows, ["status", "is_done", "message", "facts"])
            go_on_with(batch, is_left=is_left)
        pause()
    return True


def _try(rows: list[BatchRow], act: Act) -> None:
    """Try ``act`` on the articles of ``rows``, in the caller's transaction, and say in them, unsaved, how each ended.

    Where the database refuses it, each is tried by itself, so that what it refuses of one is undone for that one alone.
    """
    outcomes: dict[int, Outcome] = {row.number: WrongState("It is not there any more.") for row in rows}
    pairs = _held(rows)
    try:
        done = _together(act, pairs) if pairs else []
    except IntegrityError:
        done = [_alone(act, row) for row, _ in pairs]
    outcomes |= {row.number: outcome for (row, _), outcome in zip(pairs, done, strict=True)}
    for row in rows:
        row.is_done = True
        if isinstance(outcome := outcomes[row.number], EditorialError):
            row.status, row.message = "kept", str(outcome)
        else:
            row.status, row.facts = "done", {**row.facts, "left": outcome}


# What of an article is read in the statement that holds it: with what was public, the version it shows.
_BESIDE = {
    Batch.Kind.PUBLISH: ("publication", "current"),
    Batch.Kind.RIGHTS: ("publication", "current"),
    Batch.Kind.PUBLICATION: ("publication", "current"),
    Batch.Kind.NAME: ("publication", "current"),
    Batch.Kind.TOPIC: (),
}


def _held(rows: list[BatchRow]) -> list[Pair]:
    """Return ``rows`` whose article is there, each with it and what is read beside it, held until the transaction ends."""
    if not rows:
        return []
    batch = rows[0].batch
    beside = _BESIDE[(batch.undoes or batch).kind]
    articles = Article.objects.select_for_update(of=("self",)).filter(pk__in=[row.article_id for row in rows]).order_by("pk")
    found = {article.pk: article for article in (articles.select_related(*beside) if beside else articles)}
    for article in found.values():
        for name in beside:
            # What somebody else wrote while this waited is in the row that was held, and not in the ones beside it.
            key, other = getattr(article, f"{name}_id"), article._state.fields_cache.get(name)
            if key != (other and other.pk):
                article._state.fields_cache.pop(name, None)
    return [(row, found[row.article_id]) for row in rows if row.article_id in found]


def _together(act: Act, pairs: list[Pair]) -> list[Outcome]:
    """Do ``act`` to all of ``pairs``; they are entered in the index, and in the history, together at the end."""
    with search.together() as ours, history.together():
        ours.update(article.pk for _, article in pairs)
        return act(pairs)


def _alone(act: Act, row: BatchRow) -> Outcome:
    try:
        (outcome,) = _together(act, _held([row]))
    except IntegrityError as error:
        return WrongState(f"The archive refuses this: {str(error).partition(chr(10))[0]}.")
    return outcome


def _each(pairs: list[Pair], refusal: Callable[[BatchRow, Article], EditorialError | None], act: Act) -> list[Outcome]:
    """Return what ``act`` made of those of ``pairs`` that nothing speaks against, and of the others what does, in their order."""
    refused = {row.number: said for row, article in pairs if (said := refusal(row, article)) is not None}
    left = [(row, article) for row, article in pairs if row.number not in refused]
    done = {row.number: outcome for (row, _), outcome in zip(left, act(left), strict=True)} if left else {}
    outcomes = refused | done
    return [outcomes[row.number] for row, _ in pairs]


def _do(batch: Batch, pairs: list[Pair], by) -> list[Outcome]:
    """Do it to articles that are held."""
    if batch.kind == Batch.Kind.PUBLISH:
        return _each(pairs, _not_to_publish, lambda left: _publish(batch, left, by))
    if batch.kind == Batch.Kind.TOPIC:
        return _add_topic(batch, pairs, by)
    reason = batch.terms.get("reason") or ""
    if batch.kind == Batch.Kind.NAME:
        former = _bylines(article for _, article in pairs)

        def corrected(article: Article) -> list[Credit]:
            return [_corrected(credit, batch.terms) for credit in former[article.pk]]

        def refusal(_, article: Article) -> EditorialError | None:
            if said := _may_not_change(by, article):
                return said
            if corrected(article) == former[article.pk]:
                return WrongState(f"No name in its by-line is “{batch.terms['printed']}” any more.")
            return None

        return _each(pairs, refusal, lambda left: _set_credits(
            [(article, former[article.pk], corrected(article)) for _, article in left], by=by, key=batch.key, reason=reason
        ))  # fmt: skip
    wanted = _values(batch)

    def differing(article: Article) -> dict[str, Any]:
        return {name: value for name, value in wanted.items() if getattr(article, _column(name)) != _plain_key(value)}

    def is_so(_, article: Article) -> EditorialError | None:
        if said := _may_not_change(by, article):
            return said
        return None if differing(article) else WrongState("It is so already.")

    return _each(pairs, is_so, lambda left: _set_values(
        [(article, differing(article)) for _, article in left], by=by, key=batch.key, reason=reason
    ))  # fmt: skip


def _not_to_publish(_, article: Article) -> EditorialError | None:
    return wrong_state(article, Article.State.DRAFT, Article.State.IN_REVIEW)


def _publish(batch: Batch, pairs: list[Pair], by) -> list[Outcome]:
    published = publish_all([article for _, article in pairs], by=by, batch=batch.key, is_held=True)
    return [fault or {"state": Article.State.PUBLISHED} for _, fault in published]


def _add_topic(batch: Batch, pairs: list[Pair], by) -> list[Outcome]:
    topic = Topic.objects.get(pk=batch.terms["topic"])
    tagged = _tagged_with([article for _, article in pairs], batch.terms)

    def add(left: list[Pair]) -> list[Outcome]:
        articles = [article for _, article in left]
        TaggedTopic.objects.bulk_create(TaggedTopic(content_object=article, tag=topic) for article in articles)
        for article in articles:
            write("add topic", article, by=by, batch=batch.key, before={"topics": None}, after={"topics": topic.name})
        if public := [article for article in articles if article.was_ever_public]:
            make_known(public, at=min(article.first_published_at for article in public))
        search.index(article.pk for article in articles)
        return [{"topic": topic.pk}] * len(articles)

    return _each(pairs, lambda _, article: WrongState("It has this topic.") if article.pk in tagged else None, add)


def _bylines(articles: Iterable[Article]) -> dict[int, list[Credit]]:
    """Return the by-line of each of ``articles``, by its key."""
    articles = list(articles)
    models.prefetch_related_objects([article for article in articles if not article.was_ever_public], "contributions")
    read_beside([article for article in articles if article.was_ever_public])
    return {article.pk: [credit_of(row) for row in _signed(article)] for article in articles}


def _signed(article: Article) -> list[Contribution]:
    """Return the rows of a by-line that is at hand, in its order."""
    return sorted(article.contributions.all(), key=lambda row: row.position)


def _column(name: str) -> str:
    return "publication_id" if name == "publication" else name


def _plain_key(value: Any) -> Any:
    return value.pk if isinstance(value, Publication) else value


def _corrected(credit: Credit, terms: dict[str, Any]) -> Credit:
    if credit.name != terms["printed"]:
        return credit
    return Credit(terms["correct"], _author_of(terms, credit.author_id), credit.role, credit.affiliation)


def _set_values(wanted: list[tuple[Article, dict[str, Any]]], *, by, key: uuid.UUID, reason: str) -> list[Outcome]:
    """Change the records of articles that are held: drafts in place, what was public by a revision."""
    outcomes: dict[int, Outcome] = {}
    former = {article.pk: {_column(name): getattr(article, _column(name)) for name in values} for article, values in wanted}
    public = [(article, values) for article, values in wanted if article.was_ever_public]
    if public:
        asked = [Revision(article, changes=values) for article, values in public]
        for (article, _), outcome in zip(public, revise_all(asked, by=by, reason=reason, batch=key, is_held=True), strict=True):
            outcomes[article.pk] = outcome
    changed = []
    for article, values in wanted:
        if article.was_ever_public:
            continue
        before = values_of(article)
        for name, value in values.items():
            setattr(article, name, value)
        if faults := faults_of(article):
            outcomes[article.pk] = InvalidRecord({"record": faults})
        else:
            changed.append((article, before))
    if changed:
        write_all([article for article, _ in changed], {name for _, values in wanted for name in values})
        note_all("change", [article for article, _ in changed], [before for _, before in changed], by=by, reason=reason, batch=key)
        search.index(article.pk for article, _ in changed)
    left = []
    for article, values in wanted:
        outcome = outcomes.get(article.pk)
        stands = outcome.article if isinstance(outcome, Version) else article
        is_refused = isinstance(outcome, EditorialError)
        left.append(outcome if is_refused else {"values": {_column(n): getattr(stands, _column(n)) for n in values}, "former": former[article.pk]})
    return left


def _set_credits(wanted: list[tuple[Article, list[Credit], list[Credit]]], *, by, key: uuid.UUID, reason: str) -> list[Outcome]:
    """Change the by-lines of articles that are held, each from what it was to what it is to be: drafts in place, what was public by a revision."""
    outcomes: dict[int, Outcome] = {}
    public = []
    drafts = []
    for article, former, credits in wanted:
        named = [credit.author_id for credit in credits if credit.author_id]
        if len(named) != len(set(named)):
            outcomes[article.pk] = InvalidRecord({"by-line": ["One author would stand there twice."]})
        else:
            (public if article.was_ever_public else drafts).append((article, former, credits))
    if public:
        asked = [Revision(article, credits=credits) for article, _, credits in public]
        for (article, _, _), outcome in zip(public, revise_all(asked, by=by, reason=reason, batch=key, is_held=True), strict=True):
            outcomes[article.pk] = outcome
    if drafts:
        rows = []
        for article, former, credits in drafts:
            for row, was, credit in zip(_signed(article), former, credits, strict=True):
                if credit != was:
                    row.name, row.author_id = credit.name, credit.author_id
                    rows.append(row)
        update_rows(rows, ["name", "author"])
        for article, *both in drafts:
            before, after = ([vars(credit) for credit in credits] for credits in both)
            write("change", article, by=by, batch=key, before={"credits": before}, after={"credits": after}, reason=reason)
        search.index(article.pk for article, _, _ in drafts)
    return [
        outcome if isinstance(outcome := outcomes.get(article.pk), EditorialError) else
        {"credits": [vars(credit) for credit in credits], "former": [vars(credit) for credit in former]}
        for article, former, credits in wanted
    ]  # fmt: skip


# Undoing


@transaction.atomic
def undo_many(batch: Batch, *, by) -> Batch:
    """Put back what a batch did, where its rows are as it left them, as many as one transaction takes. Raises WrongState.

    ``undo_many_on`` goes on with what this returns, until it is done.
    """
    # The batch is held and read with its rows; with itself alone where it has none that was done.
    done = list(batch.rows.filter(status="done").select_for_update(of=("batch",)).select_related("batch__undone_by"))
    batch = done[0].batch if done else Batch.objects.select_for_update(of=("self",)).select_related("undone_by").get(pk=batch.pk)
    if batch.kind not in PERMISSIONS or batch.state not in {Batch.State.RUNNING, Batch.State.DONE}:
        raise WrongState("Nothing of this was done: there is nothing to undo.")
    require(by, "articles.withdraw_article" if batch.kind == Batch.Kind.PUBLISH else PERMISSIONS[batch.kind])
    if hasattr(batch, "undone_by"):
        raise WrongState("This batch is undone already, or being undone.")
    if batch.by_id != by.pk and not by.has_perm("articles.review_article"):
        raise NotAllowed("A batch is undone by the one who did it, or by an editor.")
    finish(batch)
    undo = Batch(kind=Batch.Kind.UNDO, undoes=batch, by=by, state=Batch.State.RUNNING, name=f"Undo: {batch}"[:200])
    if len(done) <= ARTICLES_A_TRANSACTION:
        undo.state, undo.done_at = Batch.State.DONE, timezone.now()
    try:
        with transaction.atomic():
            undo.save()
    except IntegrityError:  # somebody else began in this very moment: of one batch the database holds one undoing
        raise WrongState("This batch is undone already, or being undone.") from None
    rows = [
        BatchRow(
            batch=undo, number=row.number, name=row.name, article_id=row.article_id, pid=row.pid,
            facts={"was": row.facts.get("left"), "changes": [[name, after, before] for name, before, after in row.facts.get("changes") or []]},
        )
        for row in done
    ]  # fmt: skip
    _try(rows[:ARTICLES_A_TRANSACTION], lambda pairs: _undo(undo, pairs, by))
    BatchRow.objects.bulk_create(rows)
    return undo


def undo_many_on(undo: Batch, *, by, seconds: float) -> bool:
    """Go on putting rows of a batch back; return whether some are left."""
    if undo.by_id != by.pk:
        raise NotAllowed("Only the one who began to undo this goes on with it.")
    with held(undo, is_read=False) as is_ours:
        if not is_ours:
            return True
        _go_on(undo, lambda pairs: _undo(undo, pairs, by), seconds)
        return undo.state == Batch.State.RUNNING


def _undo(undo: Batch, pairs: list[Pair], by) -> list[Outcome]:
    """Put articles that are held back to what they were before the batch."""
    batch = undo.undoes
    reason = f"Put back: {batch}"
    articles = [article for _, article in pairs]
    since = WrongState("It was changed since: it is left as it is.")
    if batch.kind == Batch.Kind.PUBLISH:
        last = _last_batches(articles)

        def is_other(_, article: Article) -> EditorialError | None:
            is_as_left = article.state == Article.State.PUBLISHED and article.current.number == 1 and last.get(article.pk) == batch.key
            return None if is_as_left else since

        def withdraw(left: list[Pair]) -> list[Outcome]:
            withdraw_all([article for _, article in left], by=by, reason=Article.Withdrawal.ERROR, batch=undo.key, is_held=True)
            return [None] * len(left)

        return _each(pairs, is_other, withdraw)
    if batch.kind == Batch.Kind.TOPIC:
        return _take_topic(undo, pairs, by, since)
    if batch.kind == Batch.Kind.NAME:
        now = _bylines(articles)

        def is_not_as_left(row: BatchRow, article: Article) -> EditorialError | None:
            return since if now[article.pk] != _credits(row.facts["was"]["credits"]) else _may_not_change(by, article)

        return _each(pairs, is_not_as_left, lambda left: _set_credits(
            [(article, now[article.pk], _credits(row.facts["was"]["former"])) for row, article in left], by=by, key=undo.key, reason=reason
        ))  # fmt: skip

    def has_other_values(row: BatchRow, article: Article) -> EditorialError | None:
        is_other = any(getattr(article, name) != value for name, value in row.facts["was"]["values"].items())
        return since if is_other else _may_not_change(by, article)

    keys = {row.facts["was"]["former"].get("publication_id") for row, _ in pairs if "former" in row.facts["was"]} - {None}
    publications = Publication.objects.in_bulk(keys) if keys else {}

    def put_back(left: list[Pair]) -> list[Outcome]:
        wanted = []
        for row, article in left:
            former = dict(row.facts["was"]["former"])
            if "publication_id" in former:
                former["publication"] = publications.get(former.pop("publication_id"))
            wanted.append((article, former))
        return _set_values(wanted, by=by, key=undo.key, reason=reason)

    return _each(pairs, has_other_values, put_back)


def _take_topic(undo: Batch, pairs: list[Pair], by, since: EditorialError) -> list[Outcome]:
    articles = [article for _, article in pairs]
    topics = {row.facts["was"]["topic"] for row, _ in pairs}
    tagged = TaggedTopic.objects.filter(content_object__in=articles, tag__in=topics).select_related("tag")
    found = {(row.content_object_id, row.tag_id): row for row in tagged}

    def take(left: list[Pair]) -> list[Outcome]:
        gone = [found[article.pk, row.facts["was"]["topic"]] for row, article in left]
        TaggedTopic.objects.filter(pk__in=[row.pk for row in gone]).delete()
        for (_, article), row in zip(left, gone, strict=True):
            write("remove topic", article, by=by, batch=undo.key, before={"topics": row.tag.name}, after={"topics": None})
        search.index(article.pk for _, article in left)
        return [None] * len(left)

    return _each(pairs, lambda row, article: None if (article.pk, row.facts["was"]["topic"]) in found else since, take)


def _credits(kept: list[dict[str, Any]]) -> list[Credit]:
    return [Credit(**credit) for credit in kept]


def _may_not_change(by, article: Article) -> NotAllowed | None:
    return NotAllowed(refusal) if (refusal := _not_changed_by(by, article)) else None


def _last_batches(articles: list[Article]) -> dict[int, uuid.UUID | None]:
    """Return of each of ``articles``, by its key, the batch of the last thing that happened to it."""
    of_each = Change.objects.filter(kind=Article._meta.label_lower, object_id__in=[str(article.pk) for article in articles])
    newest = of_each.order_by().values("object_id").annotate(newest=Max("pk")).values("newest")
    return {int(key): batch for key, batch in Change.objects.filter(pk__in=newest).values_list("object_id", "batch")}
