"""What a database offers for searching the same texts by itself: the floor that the archive's own search is held against.

SQLite: FTS5 with its porter tokenizer over external content, the best 20 by bm25 with highlight() and snippet(), and an exact
count. PostgreSQL: a generated tsvector with GIN, ts_rank_cd over all hits, ts_headline on the best 20, and a count. Through the
drivers themselves, on connections of their own, in a file or a schema beside the archive, so that its size is not counted.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from pathlib import Path

import psycopg

BATCH = 2_000


class SQLiteFloor:
    """``pid`` is the process that works for it besides this one: none."""

    pid = None

    def __init__(self, path: Path, texts: Iterable[tuple[int, str, str]]):
        is_there = path.exists()
        self._database = sqlite3.connect(path)
        if is_there:
            return
        execute = self._database.execute
        execute("CREATE TABLE texts (id INTEGER PRIMARY KEY, title TEXT, body TEXT)")
        self._database.executemany("INSERT INTO texts VALUES (?, ?, ?)", texts)
        execute("CREATE VIRTUAL TABLE words USING fts5(title, body, content='texts', content_rowid='id', tokenize='porter unicode61')")
        execute("INSERT INTO words (words) VALUES ('rebuild')")
        execute("INSERT INTO words (words) VALUES ('optimize')")
        execute("ANALYZE")
        self._database.commit()

    def __call__(self, words: str) -> int:
        expression = re.sub(r"(\w+)\*", r'"\1"*', words)
        best = (
            "SELECT rowid, highlight(words, 0, '<b>', '</b>'), snippet(words, 1, '<b>', '</b>', '...', 30) FROM words "
            "WHERE words MATCH ? ORDER BY bm25(words, 8.0, 1.0) LIMIT 20"
        )
        self._database.execute(best, [expression]).fetchall()
        return self._database.execute("SELECT COUNT(*) FROM words WHERE words MATCH ?", [expression]).fetchone()[0]


class PostgresFloor:
    """``pid`` is the process that works for it besides this one."""

    def __init__(self, address: str, texts: Iterable[tuple[int, str, str]]):
        self._database = psycopg.connect(address, autocommit=True, options="-c jit=off -c random_page_cost=1.1")
        self.pid = self._database.info.backend_pid
        execute = self._database.execute
        if execute("SELECT to_regclass('floor.words')").fetchone()[0] is None:
            execute("CREATE SCHEMA IF NOT EXISTS floor")
            execute(
                "CREATE TABLE floor.texts (id bigint PRIMARY KEY, title text, body text, words tsvector GENERATED ALWAYS AS "
                "(setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', body), 'D')) STORED)"
            )
            with self._database.cursor().copy("COPY floor.texts (id, title, body) FROM STDIN") as copy:
                for row in texts:
                    copy.write_row(row)
            execute("CREATE INDEX words ON floor.texts USING gin (words) WITH (fastupdate = off)")
            execute("VACUUM ANALYZE floor.texts")

    def __call__(self, words: str) -> int:
        is_prefix = "*" in words
        parsed = "to_tsquery('english', %s)" if is_prefix else "websearch_to_tsquery('english', %s)"
        asked = " & ".join(words.replace("*", ":*").split()) if is_prefix else words
        best = (
            f"SELECT id, title, ts_headline('english', body, {parsed}) FROM (SELECT id, title, body FROM floor.texts WHERE words @@ {parsed} "
            f"ORDER BY ts_rank_cd(words, {parsed}) DESC LIMIT 20) best"
        )
        self._database.execute(best, [asked] * 3).fetchall()
        return self._database.execute(f"SELECT COUNT(*) FROM floor.texts WHERE words @@ {parsed}", [asked]).fetchone()[0]
