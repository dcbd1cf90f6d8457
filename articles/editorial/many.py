"""One thing done to many articles: rehearsed first, done as one batch, and put back where nobody touched it since."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from articles import rights as rights_statements
from articles import search
from articles.models import Article, Author, Batch, BatchRow, Contribution, Publication, TaggedTopic, Topic
from kzarchive.history.models import Change, values_of, write

from .errors import EditorialError, InvalidRecord, NotAllowed, WrongState
from .publishing import Credit, credits_of, make_known, missing_for_publishing, publish, require, revise, withdraw
from .waiting import KEPT_FOR, finish, held, pause, stretches_of

MOST_ARTICLES = 1_000
ARTICLES_A_TRANSACTION = 8  # a revision takes some 20 ms: others wait for 200 ms at most

# What each kind asks for; what was public changes by a revision, which asks for one more.
PERMISSIONS = {
    Batch.Kind.PUBLISH: "articles.publish_article",
    Batch.Kind.RIGHTS: "articles.change_article",
    Batch.Kind.PUBLICATION: "articles.change_article",
    Batch.Kind.NAME: "articles.change_article",
    Batch.Kind.TOPIC: "articles.change_taggedtopic",
}


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
        for number, article in enumerate(articles, start=1):
            line = _line(batch, article, by=by, wanted=wanted, credits=credits, topics=topics)
            row = BatchRow(batch=batch, number=number, name=(article.title or article.pid)[:500], article=article, pid=article.pid)
            row.status = "refused" if line.refusal else "ready"
            row.is_done, row.message = bool(line.refusal), line.refusal
            row.facts = {"changes": [list(change) for change in line.changes]}
            rows.append(row)
        BatchRow.objects.bulk_create(rows)
    return batch


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


def _line(batch: Batch, article: Article, *, by, wanted: dict[str, Any], credits: dict[int, list[Contribution]], topics: set[int]) -> Line:
    """Return what ``batch`` would do to ``article``."""
    terms = batch.terms
    if batch.kind == Batch.Kind.PUBLISH:
        if article.state not in {Article.State.DRAFT, Article.State.IN_REVIEW}:
            return Line(refusal=f"It is {article.get_state_display().lower()}.")
        if missing := missing_for_publishing(article):
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
    with held(batch) as is_ours:
        if not is_ours:
            return True
        if batch.state not in {Batch.State.PREVIEW, Batch.State.RUNNING}:
            raise WrongState(f"This batch is {batch.get_state_display()}: nothing was changed.")
        batch.state, batch.expires_at = Batch.State.RUNNING, None
        batch.save(update_fields=["state", "expires_at"])
        for rows in stretches_of(batch, seconds, most=ARTICLES_A_TRANSACTION, is_done=False):
            _stretch(rows, lambda row, article: _do(batch, article, by))
            pause()
        if not batch.rows.filter(is_done=False).exists():
            finish(batch)
        return batch.state == Batch.State.RUNNING


def _stretch(rows: list[BatchRow], act: Callable[[BatchRow, Article], dict[str, Any] | None]) -> None:
    """Try ``act`` on the article of each of ``rows``, one transaction for all of them, and note how each ended.

    What one article refuses is undone for that one alone. All are entered in the index together at the end.
    """
    with transaction.atomic(), search.together():
        keys = [row.article_id for row in rows]
        articles = {article.pk: article for article in Article.objects.select_for_update().filter(pk__in=keys).order_by("pk")}
        for row in rows:
            row.is_done = True
            try:
                with transaction.atomic():
                    if row.article_id not in articles:
                        raise WrongState("It is not there any more.")
                    row.facts = {**row.facts, "left": act(row, articles[row.article_id])}
            except EditorialError as error:
                row.status, row.message = "kept", str(error)
            except IntegrityError as error:
                row.status, row.message = "kept", f"The archive refuses this: {str(error).partition(chr(10))[0]}."
            else:
                row.status = "done"
        BatchRow.objects.bulk_update(rows, ["status", "is_done", "message", "facts"])


def _do(batch: Batch, article: Article, by) -> dict[str, Any]:
    """Do it to one article that is held; return what the act left there, for an undo to compare with."""
    if batch.kind == Batch.Kind.PUBLISH:
        publish(article, by=by, batch=batch.key)
        return {"state": Article.State.PUBLISHED}
    if batch.kind == Batch.Kind.TOPIC:
        topic = Topic.objects.get(pk=batch.terms["topic"])
        _, is_new = TaggedTopic.objects.get_or_create(content_object=article, tag=topic)
        if not is_new:
            raise WrongState("It has this topic.")
        write("add topic", article, by=by, batch=batch.key, before={"topics": None}, after={"topics": topic.name})
        if article.was_ever_public:
            make_known([article], at=article.first_published_at)
        search.index([article.pk])
        return {"topic": topic.pk}
    if refusal := _not_changed_by(by, article):
        raise NotAllowed(refusal)
    if batch.kind == Batch.Kind.NAME:
        former = credits_of(article)
        credits = [_corrected(credit, batch.terms) for credit in former]
        if credits == former:
            raise WrongState(f"No name in its by-line is “{batch.terms['printed']}” any more.")
        _set_credits(article, former, credits, by=by, key=batch.key, reason=batch.terms.get("reason") or "")
        return {"credits": [vars(credit) for credit in credits], "former": [vars(credit) for credit in former]}
    wanted = {name: value for name, value in _values(batch).items() if getattr(article, name) != value}
    if not wanted:
        raise WrongState("It is so already.")
    former_values = {_column(name): getattr(article, _column(name)) for name in wanted}
    _set_values(article, wanted, by=by, key=batch.key, reason=batch.terms.get("reason") or "")
    return {"values": {_column(name): getattr(article, _column(name)) for name in wanted}, "former": former_values}


def _column(name: str) -> str:
    return "publication_id" if name == "publication" else name


def _corrected(credit: Credit, terms: dict[str, Any]) -> Credit:
    if credit.name != terms["printed"]:
        return credit
    return Credit(terms["correct"], _author_of(terms, credit.author_id), credit.role, credit.affiliation)


def _set_values(article: Article, values: dict[str, Any], *, by, key: uuid.UUID, reason: str) -> None:
    """Change the record of an article that is held: a draft in place, what was public by a revision. Raises InvalidRecord."""
    if article.was_ever_public:
        version = revise(article, by=by, reason=reason, changes=values, batch=key)
        for name in values:
            setattr(article, _column(name), getattr(version.article, _column(name)))
        return
    before = values_of(article)
    for name, value in values.items():
        setattr(article, name, value)
    _checked(article)
    article.save()
    after = values_of(article)
    names = [_column(name) for name in values]
    write("change", article, by=by, batch=key, before={n: before[n] for n in names}, after={n: after[n] for n in names}, reason=reason)
    search.index([article.pk])


def _checked(article: Article) -> None:
    if missing := [message for code, message in missing_for_publishing(article) if code == "invalid-field"]:
        raise InvalidRecord({"record": missing})


def _set_credits(article: Article, former: list[Credit], credits: list[Credit], *, by, key: uuid.UUID, reason: str) -> None:
    named = [credit.author_id for credit in credits if credit.author_id]
    if len(named) != len(set(named)):
        raise InvalidRecord({"by-line": ["One author would stand there twice."]})
    if article.was_ever_public:
        revise(article, by=by, reason=reason, credits=credits, batch=key)
        return
    for place, credit in enumerate(credits, start=1):
        if credit != former[place - 1]:
            article.contributions.filter(position=place).update(name=credit.name, author=credit.author_id)
    before, after = ([vars(credit) for credit in those] for those in (former, credits))
    write("change", article, by=by, batch=key, before={"credits": before}, after={"credits": after}, reason=reason)
    search.index([article.pk])


# Undoing


@transaction.atomic
def undo_many(batch: Batch, *, by) -> Batch:
    """Begin to put back what a batch did, where its rows are as it left them; ``undo_many_on`` goes on with it. Raises WrongState."""
    batch = Batch.objects.select_for_update().get(pk=batch.pk)
    if batch.kind not in PERMISSIONS or batch.state not in {Batch.State.RUNNING, Batch.State.DONE}:
        raise WrongState("Nothing of this was done: there is nothing to undo.")
    require(by, "articles.withdraw_article" if batch.kind == Batch.Kind.PUBLISH else PERMISSIONS[batch.kind])
    if Batch.objects.filter(undoes=batch).exists():
        raise WrongState("This batch is undone already, or being undone.")
    if batch.by_id != by.pk and not by.has_perm("articles.review_article"):
        raise NotAllowed("A batch is undone by the one who did it, or by an editor.")
    if batch.state == Batch.State.RUNNING:
        finish(batch)
    undo = Batch.objects.create(kind=Batch.Kind.UNDO, undoes=batch, by=by, state=Batch.State.RUNNING, name=f"Undo: {batch}"[:200])
    BatchRow.objects.bulk_create(
        BatchRow(
            batch=undo, number=row.number, name=row.name, article_id=row.article_id, pid=row.pid,
            facts={"was": row.facts.get("left"), "changes": [[name, after, before] for name, before, after in row.facts.get("changes") or []]},
        )
        for row in batch.rows.filter(status="done")
    )  # fmt: skip
    return undo


def undo_many_on(undo: Batch, *, by, seconds: float) -> bool:
    """Put rows of a batch back; return whether some are left."""
    if undo.by_id != by.pk:
        raise NotAllowed("Only the one who began to undo this goes on with it.")
    with held(undo) as is_ours:
        if not is_ours:
            return True
        for rows in stretches_of(undo, seconds, most=ARTICLES_A_TRANSACTION, is_done=False):
            _stretch(rows, lambda row, article: _undo(undo, row, article, by))
            pause()
        if undo.state == Batch.State.RUNNING and not undo.rows.filter(is_done=False).exists():
            finish(undo)
        return undo.state == Batch.State.RUNNING


def _undo(undo: Batch, row: BatchRow, article: Article, by) -> None:
    batch, was = undo.undoes, row.facts["was"]
    since = WrongState("It was changed since: it is left as it is.")
    reason = f"Put back: {batch}"
    if batch.kind == Batch.Kind.PUBLISH:
        if article.state != Article.State.PUBLISHED or article.current.number != 1 or _touched(article, batch):
            raise since
        withdraw(article, by=by, reason=Article.Withdrawal.ERROR, batch=undo.key)
    elif batch.kind == Batch.Kind.TOPIC:
        tagged = TaggedTopic.objects.filter(content_object=article, tag=was["topic"])
        if not tagged.exists():
            raise since
        name = tagged.get().tag.name
        tagged.delete()
        write("remove topic", article, by=by, batch=undo.key, before={"topics": name}, after={"topics": None})
        search.index([article.pk])
    elif batch.kind == Batch.Kind.NAME:
        now, left = credits_of(article), [Credit(**credit) for credit in was["credits"]]
        if now != left:
            raise since
        _may_change(by, article)
        _set_credits(article, now, [Credit(**credit) for credit in was["former"]], by=by, key=undo.key, reason=reason)
    else:
        if any(getattr(article, name) != value for name, value in was["values"].items()):
            raise since
        _may_change(by, article)
        former = dict(was["former"])
        if "publication_id" in former:
            former["publication"] = Publication.objects.filter(pk=former.pop("publication_id")).first()
        _set_values(article, former, by=by, key=undo.key, reason=reason)


def _may_change(by, article: Article) -> None:
    if refusal := _not_changed_by(by, article):
        raise NotAllowed(refusal)


def _touched(article: Article, batch: Batch) -> bool:
    """Say whether anything happened to ``article`` after ``batch`` did."""
    return Change.objects.of(article).values_list("batch", flat=True).first() != batch.key
