"""SQLite: two contentless FTS5 tables of terms that ``kzarchive.text`` cut.

Contentless tables forget what they were given: a row is taken out by being handed its words once more (SQLite 3.40 knows no
other way). A filter is a token of the column ``tags``, so that it narrows the search inside the engine: ``rowid IN (...)``
would start the search anew for every row. The column of texts is the first one, because FTS5 writes the number of every other
beside each word of each text.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from django.db import OperationalError, connections

from articles.search.documents import Document, Part

from .base import Tier, TooBroad
from .walk import WORDS, Walk

_COLUMNS = "body, record, title, tags"
_STEPS = 20_000  # of SQLite's machine between two looks at the clock: a millisecond


class SQLiteBackend(Walk):
    KEY = "{words}.rowid"
    WORDS = "{words}"
    MATCH = "{words} MATCH %s"
    JOIN = "{words} CROSS JOIN {rows} d ON d.article_id = {words}.rowid"
    CODES = "CAST(GROUP_CONCAT(d.codes, '') AS BLOB)"
    LANGUAGES = "GROUP_CONCAT(d.language, ' ')"
    SCORE = "-bm25({words}, 1.0, 4.0, 8.0, 0.0)"
    FIRST, SPARE = "LIMIT %s", 30
    AND, OR, AND_NOT, PREFIX = " AND ", " OR ", " NOT ", " *"

    def add(self, part: Part, documents: Iterable[Document]) -> None:
        self.replace(part, (), documents)

    def remove(self, part: Part, documents: Iterable[Document]) -> None:
        self.replace(part, documents, ())

    def replace(self, part: Part, former: Iterable[Document], documents: Iterable[Document]) -> None:
        words = WORDS[part]
        # The column that is called as the table takes commands; a row without one is entered.
        sql = f"INSERT INTO {words} ({words}, rowid, {_COLUMNS}) VALUES (%s, %s, %s, %s, %s, %s)"
        with connections[self.using].cursor() as cursor:
            cursor.executemany(sql, [(command, *_values(each)) for command, some in (("delete", former), (None, documents)) for each in some])

    def clear(self, part: Part) -> None:
        self.execute(f"INSERT INTO {WORDS[part]} ({WORDS[part]}) VALUES ('delete-all')")

    def settle(self, part: Part) -> None:
        self.execute(f"INSERT INTO {WORDS[part]} ({WORDS[part]}) VALUES ('optimize')")

    def count(self, part: Part) -> int:
        return self.execute(f"SELECT COUNT(*) FROM {WORDS[part]}_docsize")[0][0]

    def holds(self, part: Part, document: Document) -> bool:
        wanted = [f"tags : {self.quoted(token)}" for token in document.tokens.split()]
        for column in ("title", "record", "body"):
            words = getattr(document, column).split()
            starts = {0, len(words) // 2, max(0, len(words) - 8)} if words else ()
            wanted += [f"{column} : {self.phrase(words[start : start + 8])}" for start in starts]
        sql = f"SELECT 1 FROM {WORDS[part]} WHERE {WORDS[part]} MATCH %s AND rowid = %s"
        return all(self.execute(sql, (" AND ".join(wanted[i : i + 40]), document.article_id)) for i in range(0, len(wanted), 40))

    def known(self, part: Part, terms: Iterable[str], *, deadline: float | None = None) -> dict[str, int]:
        terms = list(terms)
        found = {}
        with self.watched(deadline):
            for start in range(0, len(terms), 500):
                some = terms[start : start + 500]
                sql = f"SELECT term, doc FROM {WORDS[part]}_terms WHERE term IN ({', '.join(['%s'] * len(some))})"
                found |= dict(self.execute(sql, some))
        return found

    def claims(self, columns: Sequence[str], expression: str) -> tuple[str, list]:
        return "SELECT rowid FROM articles_claimwords WHERE articles_claimwords MATCH %s", [f"{{{' '.join(columns)}}} : ({expression})"]

    def enter_claims_anew(self) -> None:
        self.execute("INSERT INTO articles_claimwords (articles_claimwords) VALUES ('rebuild')")

    @contextmanager
    def watched(self, deadline: float | None) -> Iterator[None]:
        if deadline is None:
            yield
            return
        if time.monotonic() >= deadline:
            raise TooBroad
        connections[self.using].ensure_connection()
        database = connections[self.using].connection
        database.set_progress_handler(lambda: time.monotonic() > deadline, _STEPS)
        try:
            yield
        except OperationalError as error:
            if str(error) != "interrupted":
                raise
            raise TooBroad from error
        finally:
            database.set_progress_handler(None, 0)

    def placed(self, tier: Tier, words: Callable[[str], Iterable[str]]) -> str:
        # The words of a record are written once: to look for them in two columns reads more, but the file is a tenth smaller.
        return f"({{title record}} : {self.any_of(words(''))})" if tier is Tier.RECORD else super().placed(tier, words)

    def has_more_than(self, part: Part, expression: str, count: int) -> bool:
        # To rank what stands in the record, the engine goes through the words of it twice; mostly nothing is there but what the titles had.
        sql = f"SELECT COUNT(*) FROM (SELECT 1 FROM {WORDS[part]} WHERE {WORDS[part]} MATCH %s LIMIT %s)"
        return self.execute(sql, [expression, count + 1])[0][0] > count

    def quoted(self, text: str) -> str:
        return '"' + text.replace('"', '""') + '"'

    def phrase(self, terms: Iterable[str]) -> str:
        return self.quoted(" ".join(terms))


def _values(document: Document) -> tuple:
    return document.article_id, document.body, document.record, document.title, document.tokens
