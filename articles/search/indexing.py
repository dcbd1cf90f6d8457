"""The index follows the records: entered in the transaction that changed them, made anew on demand, compared on demand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import DEFAULT_DB_ALIAS, connection, transaction

from articles.models import Article, Version
from kzarchive.text import EDITION

from .backends import backend
from .claims import rebuild_claims
from .documents import Document, Part, Read, Source, documents_from, documents_of, entered, held_of, read, row_of
from .signals import entered_anew

CHUNK = 500

# Of each the versions that are at hand, as ``index`` is given them; None where it is to be read.
_awaited: ContextVar[dict[int, Sequence[Version] | None] | None] = ContextVar("articles that are entered together at the end", default=None)


@contextmanager
def together() -> Iterator[set[int]]:
    """Enter once, when the block ends, whatever the acts within it change: an article that is written by several acts, or many by one.

    All of it is one transaction. Nothing that was changed in the block is found by a search within it. To what is yielded the caller
    may add the keys of articles whose rows it holds from then to the end of the block.
    """
    held: set[int] = set()
    if _awaited.get() is not None:  # within another such block: that one enters it
        yield held
        return
    awaited: dict[int, Sequence[Version] | None] = {}
    with transaction.atomic():
        token = _awaited.set(awaited)
        try:
            yield held
        finally:
            _awaited.reset(token)
        index(awaited, held=held, at_hand={pk: versions for pk, versions in awaited.items() if versions is not None})


@transaction.atomic(savepoint=False)
def index(
    article_ids: Iterable[int],
    *,
    using: str = DEFAULT_DB_ALIAS,
    is_news: bool = True,
    held: Iterable[int] = (),
    at_hand: Mapping[int, Sequence[Version]] | None = None,
) -> int:
    """Enter these articles as they stand now; return how many of them were entered otherwise before, or not at all.

    Every act that changes a record, a text, a state, a tag or a topic calls this before its transaction ends. An article that
    is gone is taken out, but must be so before its row goes: see ``forget``. Within ``together`` it is entered at the end, and 0 returned.
    ``is_news`` is false where an article says what it said before, and only how that is found has changed. ``held`` are articles whose
    rows the caller holds until its transaction ends: they need not be locked again. ``at_hand`` has, by the keys of such as have no claims,
    the version that is shown, as it and its article were just written, and the one that was shown before: they are not read again.
    """
    at_hand = at_hand or {}
    if (awaited := _awaited.get()) is not None:
        awaited.update({pk: at_hand.get(pk) for pk in article_ids})  # what is at hand of an earlier act is no more how it stands
        return 0
    ids, held = sorted(set(article_ids)), set(held)
    changed: list[Source] = []
    count = 0
    for start in range(0, len(ids), CHUNK):
        chunk = ids[start : start + CHUNK]
        if connection.features.has_select_for_update and (free := [pk for pk in chunk if pk not in held]):
            # Two acts on one article wait for one another: the later one then reads what the earlier one wrote.
            list(Article.objects.select_for_update().filter(pk__in=free).order_by("pk").values_list("pk"))
        found = read(chunk, at_hand=at_hand)
        wanted = documents_from(found.sources.values())
        differing = {pk for part in Part for pk in _enter(part, chunk, wanted[part], found, using)}
        count += len(differing)
        changed += [found.sources[pk] for pk in sorted(differing) if pk in found.sources and found.is_read_anew(pk)]
    if is_news and (public := [source for source in changed if source.article.is_published]):
        entered_anew.send(sender=None, sources=public)
    return count


def index_new(sources: Iterable[Source], *, using: str = DEFAULT_DB_ALIAS) -> None:
    """Enter drafts that were made in this transaction: nothing is asked about them, as nobody else knows them and the index holds nothing of them."""
    for part, documents in documents_from(sources).items():
        _replace(part, (), list(documents.values()), using)


def _enter(part: Part, ids: list[int], wanted: dict[int, Document], found: Read, using: str) -> set[int]:
    held = found.held[part]
    digests = {pk: row.digest for pk, row in held.items()}
    fresh = {pk: document.digest for pk, document in wanted.items()}
    differing = {pk for pk in ids if digests.get(pk) != fresh.get(pk)}
    former = [held[pk] for pk in sorted(differing) if pk in held]
    if gone := [row.pk for row in former if row.pk not in wanted]:
        part.rows.objects.filter(pk__in=gone).delete()
    _replace(part, found.entered(part, former).values(), [wanted[pk] for pk in sorted(differing) if pk in wanted], using)
    return differing


def _replace(part: Part, former: Collection[Document], documents: list[Document], using: str) -> None:
    if documents:
        rows = [row_of(part, document) for document in documents]
        columns = [field.name for field in part.rows._meta.concrete_fields if not field.primary_key]
        part.rows.objects.bulk_create(rows, update_conflicts=True, unique_fields=["article"], update_fields=columns)
    if documents and former:
        backend(using).replace(part, former, documents)
    elif documents:
        backend(using).add(part, documents)
    elif former:
        backend(using).remove(part, former)


@transaction.atomic(savepoint=False)
def forget(article_ids: Iterable[int], *, using: str = DEFAULT_DB_ALIAS) -> None:
    """Take articles out of the index that are about to be deleted."""
    ids = list(article_ids)
    for part, held in held_of(ids).items():
        if held:
            backend(using).remove(part, entered(part, held.values()).values())
            part.rows.objects.filter(pk__in=list(held)).delete()


@transaction.atomic
def rebuild(*, using: str = DEFAULT_DB_ALIAS) -> int:
    """Empty the index and enter every article anew; return how many."""
    engine = backend(using)
    for part in Part:
        engine.clear(part)
        part.rows.objects.all().delete()
    count = last = 0
    while ids := list(Article.objects.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:CHUNK]):
        index(ids, using=using, is_news=False)
        count += len(ids)
        last = ids[-1]
    for part in Part:
        engine.settle(part)
    rebuild_claims(using=using)
    return count


def is_outdated() -> bool:
    """Say whether anything was entered by another edition of the analyser, or nothing at all: then words would not be found."""
    if any(part.rows.objects.exclude(edition=EDITION).exists() for part in Part):
        return True
    return Article.objects.exists() and not any(part.rows.objects.exists() for part in Part)


def stale(article_ids: Iterable[int], *, using: str = DEFAULT_DB_ALIAS) -> Iterator[tuple[int, str]]:
    """Yield (primary key, what is wrong) for each of these articles whose entry does not follow from its record."""
    ids = list(article_ids)
    engine = backend(using)
    wanted = documents_of(ids)
    for part in Part:
        digests = dict(part.rows.objects.filter(pk__in=ids).values_list("pk", "digest"))
        for pk in ids:
            document = wanted[part].get(pk)
            if (document and document.digest) != digests.get(pk):
                yield pk, f"the {part} index does not hold it as it stands"
            elif document and not engine.holds(part, document):
                yield pk, f"the {part} index has lost words of it"


def surplus(*, using: str = DEFAULT_DB_ALIAS) -> Iterator[str]:
    """Yield what is wrong with the index as a whole."""
    for part in Part:
        rows, held = part.rows.objects.count(), backend(using).count(part)
        if rows != held:
            yield f"the {part} index holds {held} texts, its list names {rows}"
