"""PostgreSQL: two tables of text search vectors, made of terms that ``kzarchive.text`` cut.

A word of a title is entered twice: as it is with the weight A, and behind a sign for what stands in a title; one of the record
likewise. The index knows no weights: with ``word:A`` it would have to read every text that has the word.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from django.db import OperationalError, connections, transaction

from articles.search.documents import GAP, IN_RECORD, IN_TITLE, Document, Part

from .base import TooBroad
from .walk import ROWS, WORDS, Walk

_WEIGHTS = "{{0.05, 0.1, 0.4, 1.0}}"  # D, C, B, A; in double braces, as a part of a statement
_LAST_PLACE = 16_383
_PLACES = 256  # of one term that are kept
_CANCELLED = "57014"  # query_canceled, in appendix A of PostgreSQL's manual


class PostgresBackend(Walk):
    _deadline: float | None = None
    KEY = "w.article_id"
    WORDS = "{words} w"
    MATCH = "w.words @@ %s::tsquery"
    JOIN = "{words} w JOIN {rows} d ON d.article_id = w.article_id"
    CODES = "STRING_AGG(d.codes, ''::bytea)"
    LANGUAGES = "STRING_AGG(d.language, ' ')"
    SCORE = f"ts_rank_cd('{_WEIGHTS}'::real[], w.words, %s::tsquery, 1)"
    FIRST, SPARE = "FETCH FIRST %s ROWS WITH TIES", 0
    AND, OR, AND_NOT, PREFIX = " & ", " | ", " & !", ":*"

    def add(self, part: Part, documents: Iterable[Document]) -> None:
        sql = f"INSERT INTO {WORDS[part]} (article_id, words) VALUES (%s, %s::tsvector)"
        with connections[self.using].cursor() as cursor:
            cursor.executemany(sql, [(document.article_id, vector(document)) for document in documents])

    def remove(self, part: Part, documents: Iterable[Document]) -> None:
        self.execute(f"DELETE FROM {WORDS[part]} WHERE article_id = ANY(%s)", [[document.article_id for document in documents]])

    def replace(self, part: Part, former: Iterable[Document], documents: Iterable[Document]) -> None:
        documents = list(documents)
        staying = {document.article_id for document in documents}
        if gone := [document for document in former if document.article_id not in staying]:
            self.remove(part, gone)
        sql = f"INSERT INTO {WORDS[part]} (article_id, words) VALUES (%s, %s::tsvector) ON CONFLICT (article_id) DO UPDATE SET words = EXCLUDED.words"
        with connections[self.using].cursor() as cursor:
            cursor.executemany(sql, [(document.article_id, vector(document)) for document in documents])

    def clear(self, part: Part) -> None:
        self.execute(f"DELETE FROM {WORDS[part]}")

    def settle(self, part: Part) -> None:
        self.execute(f"ANALYZE {WORDS[part]}")
        self.execute(f"ANALYZE {ROWS[part]}")

    def count(self, part: Part) -> int:
        return self.execute(f"SELECT COUNT(*) FROM {WORDS[part]}")[0][0]

    def holds(self, part: Part, document: Document) -> bool:
        sql = f"SELECT words = %s::tsvector FROM {WORDS[part]} WHERE article_id = %s"
        return self.execute(sql, [vector(document), document.article_id]) == [(True,)]

    def known(self, part: Part, terms: Iterable[str], *, deadline: float | None = None) -> dict[str, int]:
        wanted = {term: _quoted(term) for term in terms}
        counted = f"SELECT COUNT(*) FROM {WORDS[part]} w WHERE w.words @@ t.asked::tsquery"
        sql = f"SELECT t.term, ({counted}) FROM unnest(%s::text[], %s::text[]) AS t(term, asked)"
        with self.watched(deadline):
            return {term: count for term, count in self.execute(sql, [list(wanted), list(wanted.values())]) if count}

    def claims(self, columns: Sequence[str], expression: str) -> tuple[str, list]:
        # As the indexes are declared, to the letter.
        joined = f" || ' {GAP} ' || ".join(columns)
        vector = f"articles_terms({joined})"
        return f"SELECT id FROM articles_claim WHERE {vector} @@ %s::tsquery", [expression]

    def enter_claims_anew(self) -> None:
        self.execute("ANALYZE articles_claim")

    def execute(self, sql: str, parameters: Iterable = ()) -> list[tuple]:
        if self._deadline is not None:  # what is left is less before each statement
            left = max(1, round(1000 * (self._deadline - time.monotonic())))
            super().execute("SELECT set_config('statement_timeout', %s, true)", [str(left)])
        return super().execute(sql, parameters)

    @contextmanager
    def watched(self, deadline: float | None) -> Iterator[None]:
        if deadline is None:
            yield
            return
        if time.monotonic() >= deadline:
            raise TooBroad
        self._deadline = deadline
        try:
            with transaction.atomic(using=self.using):
                yield
                super().execute("SET LOCAL statement_timeout TO DEFAULT")
        except OperationalError as error:
            if getattr(error.__cause__, "sqlstate", None) != _CANCELLED:
                raise
            raise TooBroad from error
        finally:
            self._deadline = None

    def scored(self, whole: str) -> list[str]:
        return [whole]

    def quoted(self, text: str) -> str:
        return _quoted(text)

    def phrase(self, terms: Iterable[str]) -> str:
        return f"({' <-> '.join(map(_quoted, terms))})"


def vector(document: Document) -> str:
    """Return the text search vector of ``document`` as PostgreSQL reads one."""
    places: dict[str, list[str]] = {}
    place = 0
    for column, weight, signs in ((document.title, "A", ("", IN_TITLE)), (document.record, "B", ("", IN_RECORD)), (document.body, "", ("",))):
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
    return " ".join([*words, *map(_quoted, document.filters.split())])


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'"
