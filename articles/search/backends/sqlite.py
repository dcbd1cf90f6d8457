"""SQLite: two contentless FTS5 tables of terms that ``kzarchive.text`` cut.

Contentless tables forget what they were given: a row is taken out by being handed its words once more (SQLite 3.40 knows no
other way). A filter is a token of the column ``tags``, so that it narrows the search inside the engine: ``rowid IN (...)``
would start the search anew for every row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from django.db import connections

from articles.search.documents import EVERYTHING, Document, Part
from articles.search.query import And, Days, Named, Node, Not, Or, Phrase, Tags, Word, asks_for_words
from articles.search.results import Found

from .base import Sort, Tier, key_by_day, key_by_rank

_COLUMNS = {Tier.TITLE: "{title}", Tier.RECORD: "{title record}", Tier.TEXT: "{title record body}"}
# Never a word of a reader's: the names of tables are chosen here.
_WORDS = {Part.PUBLIC: "articles_publicwords", Part.DESK: "articles_deskwords"}
_ROWS = {Part.PUBLIC: "articles_publicdocument", Part.DESK: "articles_deskdocument"}
_WEIGHTS = "8.0, 4.0, 1.0, 0.0"

NOTHING = 'tags : "_none"'  # no document bears it


class SQLiteBackend:
    def __init__(self, using: str):
        self.using = using

    def _execute(self, sql: str, parameters: Iterable = ()) -> list[tuple]:
        with connections[self.using].cursor() as cursor:
            cursor.execute(sql, list(parameters))
            return cursor.fetchall() if cursor.description else []

    def add(self, part: Part, documents: Iterable[Document]) -> None:
        sql = f"INSERT INTO {_WORDS[part]} (rowid, title, record, body, tags) VALUES (%s, %s, %s, %s, %s)"
        with connections[self.using].cursor() as cursor:
            cursor.executemany(sql, [(d.article_id, d.title, d.record, d.body, d.tokens) for d in documents])

    def remove(self, part: Part, documents: Iterable[Document]) -> None:
        words = _WORDS[part]
        sql = f"INSERT INTO {words} ({words}, rowid, title, record, body, tags) VALUES ('delete', %s, %s, %s, %s, %s)"
        with connections[self.using].cursor() as cursor:
            cursor.executemany(sql, [(d.article_id, d.title, d.record, d.body, d.tokens) for d in documents])

    def clear(self, part: Part) -> None:
        self._execute(f"INSERT INTO {_WORDS[part]} ({_WORDS[part]}) VALUES ('delete-all')")

    def settle(self, part: Part) -> None:
        self._execute(f"INSERT INTO {_WORDS[part]} ({_WORDS[part]}) VALUES ('optimize')")

    def count(self, part: Part) -> int:
        return self._execute(f"SELECT COUNT(*) FROM {_WORDS[part]}_docsize")[0][0]

    def holds(self, part: Part, document: Document) -> bool:
        wanted = [f'tags : "{token}"' for token in document.tokens.split()]
        for column in ("title", "record", "body"):
            words = getattr(document, column).split()
            wanted += [
                f'{column} : "{" ".join(words[start : start + 8])}"' for start in {0, max(0, len(words) // 2), max(0, len(words) - 8)} if words
            ]
        sql = f"SELECT 1 FROM {_WORDS[part]} WHERE {_WORDS[part]} MATCH %s AND rowid = %s"
        return all(self._execute(sql, (" AND ".join(wanted[i : i + 40]), document.article_id)) for i in range(0, len(wanted), 40))

    def find(self, part: Part, root: Node, days: Days, *, sort: Sort, limit: int) -> Found:
        words, rows = _WORDS[part], _ROWS[part]
        where, bounds = _between(days)
        total, tags = self._execute(
            f"SELECT COUNT(*), GROUP_CONCAT(d.tags, ' ') FROM {words} CROSS JOIN {rows} d ON d.article_id = {words}.rowid "
            f"WHERE {words} MATCH %s{where}",
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
                f"SELECT d.article_id, d.latest FROM {words} CROSS JOIN {rows} d ON d.article_id = {words}.rowid "
                f"WHERE {words} MATCH %s{where} ORDER BY {order} LIMIT %s",
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
            narrowed = whole if tier is Tier.TEXT else f"({expression(root, tier)}) AND ({whole})"
            # No more than ``limit`` were seen so far: as many more are enough.
            ranked = self._execute(
                f"SELECT d.article_id, bm25({words}, {_WEIGHTS}) AS score, d.latest FROM {words} "
                f"CROSS JOIN {rows} d ON d.article_id = {words}.rowid WHERE {words} MATCH %s{where} "
                "ORDER BY score, COALESCE(d.latest, 0) DESC, d.article_id DESC LIMIT %s",
                [narrowed, *bounds, limit + len(seen)],
            )
            for pk, score, latest in ranked:
                if pk not in seen:
                    seen.add(pk)
                    hits.append((key_by_rank(tier, -score, latest, pk), pk))
            if len(hits) >= min(limit, total):
                break
        return hits[:limit]

    def ids(self, part: Part, root: Node, days: Days) -> list[int]:
        words = _WORDS[part]
        where, bounds = _between(days)
        sql = f"SELECT d.article_id FROM {words} CROSS JOIN {_ROWS[part]} d ON d.article_id = {words}.rowid WHERE {words} MATCH %s{where}"
        return [pk for (pk,) in self._execute(sql, [expression(root), *bounds])]

    def known(self, part: Part, terms: Iterable[str]) -> dict[str, int]:
        terms = list(terms)
        found = {}
        for start in range(0, len(terms), 500):
            some = terms[start : start + 500]
            sql = f"SELECT term, doc FROM {_WORDS[part]}_terms WHERE term IN ({', '.join(['%s'] * len(some))})"
            found |= dict(self._execute(sql, some))
        return found


def _between(days: Days) -> tuple[str, list[int]]:
    where, bounds = "", []
    if days.earliest:
        where, bounds = " AND d.latest >= %s", [days.earliest.toordinal()]
    if days.latest:
        where, bounds = f"{where} AND d.earliest <= %s", [*bounds, days.latest.toordinal()]
    return where, bounds


def expression(node: Node, tier: Tier = Tier.TEXT) -> str:
    """Return ``node`` in the query language of FTS5, its words looked for in the columns of ``tier``. All words are quoted and bound to columns."""
    match node:
        case Word(wanted=wanted):
            return f"({_COLUMNS[tier]} : ({' OR '.join(_quoted(each.term) + (' *' if each.is_prefix else '') for each in wanted)}))"
        case Phrase(variants=variants):
            return f"({_COLUMNS[tier]} : ({' OR '.join(_quoted(' '.join(terms)) for terms in variants)}))"
        case Tags(tokens):
            return f"(tags : ({' OR '.join(map(_quoted, tokens))}))" if tokens else NOTHING
        case Named(words, tags):
            return expression(words, tier) if tier is Tier.TITLE else f"({expression(words, tier)} OR {expression(tags, tier)})"
        case Or(parts):
            return f"({' OR '.join(expression(part, tier) for part in parts)})"
        case Not(part):
            return f"(tags : {_quoted(EVERYTHING)} NOT {expression(part)})"
        case And(parts):
            wanted = [expression(part, tier) for part in parts if not isinstance(part, Not)] or [f"tags : {_quoted(EVERYTHING)}"]
            excluded = "".join(f" NOT {expression(part.part)}" for part in parts if isinstance(part, Not))
            return f"(({' AND '.join(wanted)}){excluded})"
    raise TypeError(f"{node!r} was not looked up")


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
