"""Claims found by the words in them: read and cut as every search of the archive, looked for in an index of their own.

What a reader may see of a quotation depends on the access of its article, so what is looked in does too: a word that is not shown
finds nothing.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DEFAULT_DB_ALIAS, transaction
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from articles.models import DERIVED_OF_CLAIM, Article, Claim
from kzarchive.text import looked_for, words_as_typed

from .backends import backend
from .query import And, Filter, Node, Not, Or, Word, conjunction, parse, spoken

OURS, SHOWN, QUOTED, VALUES = "words_key", "excerpt_key", "quote_key", "value_key"
CHUNK = 500


def saying(claims: QuerySet[Claim], text: str, *, for_desk: bool = False, is_begun: bool = False) -> tuple[QuerySet[Claim], tuple[str, ...]]:
    """Return those of ``claims`` that say what ``text`` asks for, and, in sentences, what of it was not understood.

    Readers find by our words and by as much of the source's as is shown to them, the desk by all. ``is_begun``: the last word may be half typed.
    """
    query = parse(text)
    root = _in_words(query.root)
    if is_begun and not query.text.endswith("*"):
        root = _begun(root, query.text)
    if query.days.earliest:
        claims = claims.filter(holds_latest__gte=query.days.earliest)
    if query.days.latest:
        claims = claims.filter(holds_earliest__lte=query.days.latest)
    if root is None:
        return claims, query.notes
    if for_desk:
        return claims.filter(_with(root, OURS, QUOTED)), query.notes
    open_text, excerpts = Q(article__access=Article.Access.FULL), Q(article__access=Article.Access.EXCERPT)
    shown = open_text & _with(root, OURS, QUOTED) | excerpts & _with(root, OURS, SHOWN) | ~open_text & ~excerpts & _with(root, OURS)
    return claims.filter(shown), query.notes


def stating(claims: QuerySet[Claim], text: str) -> QuerySet[Claim]:
    """Return those of ``claims`` that have the words of ``text`` in what they count or name: property, value and unit."""
    words = [Word(word, looked_for(word)) for word in words_as_typed(text)]
    return claims.filter(_with(And(tuple(words)), VALUES)) if words else claims


@contextmanager
def patient(seconds: float, *, using: str = DEFAULT_DB_ALIAS) -> Iterator[None]:
    """Break off what is asked of the database within, with TooBroad, after so many seconds."""
    engine = backend(using)
    with engine.watched(time.monotonic() + seconds):
        engine.execute("SELECT 1")  # with its first statement PostgreSQL is told how long each may take
        yield


def _with(root: Node, *columns: str) -> Q:
    engine = backend()
    statement, asked = engine.claims(columns, engine.expression(root))
    return Q(pk__in=RawSQL(statement, asked))  # noqa: S611 - written here to the last sign; what was typed is a parameter


def _in_words(node: Node | None) -> Node | None:
    """Return ``node`` with fields read as the words they name: claims have selects beside the box for those."""
    match node:
        case Filter(value=value):
            return spoken(value)
        case Not(part):
            inner = _in_words(part)
            return inner and Not(inner)
        case And(parts):
            return conjunction(*map(_in_words, parts))
        case Or(parts):
            found = tuple(inner for part in parts if (inner := _in_words(part)))
            return Or(found) if found else None
    return node


def _begun(root: Node | None, text: str) -> Node | None:
    """Return ``root`` with its last word as the beginning of one."""
    typed = words_as_typed(text)
    if root is None or not typed or len(typed[-1]) < 2:
        return root
    *others, last = root.parts if isinstance(root, And) else (root,)
    if isinstance(last, Word) and last.typed == typed[-1]:
        last = Word(last.typed, looked_for(last.typed, as_prefix=True), is_prefix=True)
    return conjunction(*others, last)


def rebuild_claims(*, using: str = DEFAULT_DB_ALIAS) -> int:
    """Cut the words of all claims anew and enter them; return how many there are."""
    count = last = 0
    while rows := list(Claim.objects.using(using).filter(pk__gt=last).order_by("pk")[:CHUNK]):
        changed = []
        for claim in rows:
            before = [getattr(claim, name) for name in DERIVED_OF_CLAIM]
            claim.prepare()
            if before != [getattr(claim, name) for name in DERIVED_OF_CLAIM]:
                changed.append(claim)
        with transaction.atomic(using=using):
            Claim.objects.using(using).bulk_update(changed, DERIVED_OF_CLAIM, batch_size=50)
        count += len(rows)
        last = rows[-1].pk
    backend(using).enter_claims_anew()
    return count
