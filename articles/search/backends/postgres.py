"""PostgreSQL: two tables of text search vectors, made of terms that ``kzarchive.text`` cut.

A word of a title is entered three times: as it is with the weight A, behind ``=`` for what stands in a title, and behind ``~``
for what stands in the record. The index knows no weights: with ``word:A`` it would have to read every text that has the word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from django.db import connections

from articles.search.documents import EVERYTHING, GAP, Document, Part
from articles.search.query import And, Days, Named, Node, Not, Or, Phrase, Tags, Word, asks_for_words
from articles.search.results import Found

from .base import Sort, Tier, key_by_day, key_by_rank

_WORDS = {Part.PUBLIC: "articles_publicwords", Part.DESK: "articles_deskwords"}
_ROWS = {Part.PUBLIC: "articles_publicdocument", Part.DESK: "articles_deskdocument"}
_SIGNS = {Tier.TITLE: "=", Tier.RECORD: "~", Tier.TEXT: ""}
_WEIGHTS = "{0.05, 0.1, 0.4, 1.0}"  # D, C, B, A
_LAST_PLACE = 16_383
_PLACES = 256  # of one term that are kept

NOTHING = "'_none'"  # no document bears it


class PostgresBackend:
    def __init__(self, using: str):
        self.using = using

    def _execute(self, sql: str, parameters: Iterable = ()) -> list[tuple]:
        with connections[self.using].cursor() as cursor:
            cursor.execute(sql, list(parameters))
            return cursor.fetchall() if cursor.description else []

    def add(self, part: Part, documents: Iterable[Document]) -> None:
        sql = f"INSERT INTO {_WORDS[part]} (article_id, words) VALUES (%s, %s::tsvector)"
        with connections[self.using].cursor() as cursor:
            cursor.executemany(sql, [(document.article_id, vector(document)) for document in documents])

    def remove(self, part: Part, documents: Iterable[Document]) -> None:
        self._execute(f"DELETE FROM {_WORDS[part]} WHERE article_id = ANY(%s)", [[document.article_id for document in documents]])

    def clear(self, part: Part) -> None:
        self._execute(f"DELETE FROM {_WORDS[part]}")

    def settle(self, part: Part) -> None:
        self._execute(f"ANALYZE {_WORDS[part]}")
        self._execute(f"ANALYZE {_ROWS[part]}")

    def count(self, part: Part) -> int:
        return self._execute(f"SELECT COUNT(*) FROM {_WORDS[part]}")[0][0]

    def holds(self, part: Part, document: Document) -> bool:
        sql = f"SELECT words = %s::tsvector FROM {_WORDS[part]} WHERE article_id = %s"
        return self._execute(sql, [vector(document), document.article_id]) == [(True,)]

    def find(self, part: Part, root: Node, days: Days, *, sort: Sort, limit: int) -> Found:
        words, rows = _WORDS[part], _ROWS[part]
        where, bounds = _between(days)
        total, tags = self._execute(
            f"SELECT COUNT(*), STRING_AGG(d.tags, ' ') FROM {words} w JOIN {rows} d ON d.article_id = w.article_id "
            f"WHERE w.words @@ %s::tsquery{where}",
            [expression(root), *bounds],
        )[0]
        found = Found(total, Counter((tags or "").split()))
        if not total or not limit:
            return found
        if sort is Sort.RELEVANCE and asks_for_words(root):
            found.hits = self._ranked(part, root, days, limit, total)
        else:
            order = "d.latest IS NULL, d.latest, d.article_id" if sort is Sort.OLDEST else "COALESCE(d.latest, 0) DESC, d.article_id DESC"
            listed = self._execute(
                f"SELECT d.article_id, d.latest FROM {words} w JOIN {rows} d ON d.article_id = w.article_id "
                f"WHERE w.words @@ %s::tsquery{where} ORDER BY {order} LIMIT %s",
                [expression(root), *bounds, limit],
            )
            found.hits = [(key_by_day(sort, latest, pk), pk) for pk, latest in listed]
        return found

    def _ranked(self, part: Part, root: Node, days: Days, limit: int, total: int) -> list[tuple[tuple, int]]:
        """Return the best ``limit`` hits. What stands in titles often fills a page, and then nothing else need be ranked."""
        words, rows = _WORDS[part], _ROWS[part]
        where, bounds = _between(days)
        hits: list[tuple[tuple, int]] = []
        seen: set[int] = set()
        for tier in Tier:
            whole = expression(root)
            narrowed = whole if tier is Tier.TEXT else f"({expression(root, tier)}) & ({whole})"
            ranked = self._execute(
                f"SELECT d.article_id, ts_rank_cd(%s::real[], w.words, %s::tsquery, 1) AS score, d.latest FROM {words} w "
                f"JOIN {rows} d ON d.article_id = w.article_id WHERE w.words @@ %s::tsquery{where} "
                "ORDER BY score DESC, COALESCE(d.latest, 0) DESC, d.article_id DESC LIMIT %s",
                [_WEIGHTS, whole, narrowed, *bounds, limit + len(seen)],
            )
            for pk, score, latest in ranked:
                if pk not in seen:
                    seen.add(pk)
                    hits.append((key_by_rank(tier, score, latest, pk), pk))
            if len(hits) >= min(limit, total):
                break
        return hits[:limit]

    def ids(self, part: Part, root: Node, days: Days) -> list[int]:
        where, bounds = _between(days)
        sql = f"SELECT d.article_id FROM {_WORDS[part]} w JOIN {_ROWS[part]} d ON d.article_id = w.article_id WHERE w.words @@ %s::tsquery{where}"
        return [pk for (pk,) in self._execute(sql, [expression(root), *bounds])]

    def known(self, part: Part, terms: Iterable[str]) -> dict[str, int]:
        wanted = {term: _quoted(term) for term in terms}
        counted = f"SELECT COUNT(*) FROM {_WORDS[part]} w WHERE w.words @@ t.asked::tsquery"
        sql = f"SELECT t.term, ({counted}) FROM unnest(%s::text[], %s::text[]) AS t(term, asked)"
        return {term: count for term, count in self._execute(sql, [list(wanted), list(wanted.values())]) if count}


def _between(days: Days) -> tuple[str, list[int]]:
    where, bounds = "", []
    if days.earliest:
        where, bounds = " AND d.latest >= %s", [days.earliest.toordinal()]
    if days.latest:
        where, bounds = f"{where} AND d.earliest <= %s", [*bounds, days.latest.toordinal()]
    return where, bounds


def vector(document: Document) -> str:
    """Return the text search vector of ``document`` as PostgreSQL reads one."""
    places: dict[str, list[str]] = {}
    place = 0
    for column, weight, signs in ((document.title, "A", ("", "=", "~")), (document.record, "B", ("", "~")), (document.body, "", ("",))):
        place += 2  # so that no phrase runs from one into the next
        for term in column.split():
            place += 1
            if term == GAP:
                continue
            at = f"{min(place, _LAST_PLACE)}{weight}"
            for sign in signs:
                known = places.setdefault(sign + term, [])
                if len(known) < _PLACES and (not known or known[-1] != at):
                    known.append(at)
    words = [f"{_quoted(term)}:{','.join(known)}" for term, known in places.items()]
    return " ".join([*words, *map(_quoted, document.tokens.split())])


def expression(node: Node, tier: Tier = Tier.TEXT) -> str:
    """Return ``node`` in the query language of PostgreSQL, its words looked for where those of ``tier`` stand. All words are quoted."""
    sign = _SIGNS[tier]
    match node:
        case Word(wanted=wanted):
            return f"({' | '.join(_quoted(sign + each.term) + (':*' if each.is_prefix else '') for each in wanted)})"
        case Phrase(variants=variants):
            return f"({' | '.join('(' + ' <-> '.join(_quoted(sign + term) for term in terms) + ')' for terms in variants)})"
        case Tags(tokens):
            return f"({' | '.join(map(_quoted, tokens))})" if tokens else NOTHING
        case Named(words, tags):
            return expression(words, tier) if tier is Tier.TITLE else f"({expression(words, tier)} | {expression(tags, tier)})"
        case Or(parts):
            return f"({' | '.join(expression(part, tier) for part in parts)})"
        case Not(part):
            return f"({_quoted(EVERYTHING)} & !{expression(part)})"
        case And(parts):
            return f"({' & '.join(expression(part, tier) for part in parts)})"
    raise TypeError(f"{node!r} was not looked up")


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'"
