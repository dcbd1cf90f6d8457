"""The one way through either engine: how many, which tags, and the first of them in order. An engine gives the parts of the statements.

What a statement costs a hit decides how long a search takes, so each does one thing: the first goes through all hits once,
counts them and joins the tags of their rows, four bytes a tag; the second ranks, and reads the rows of the best alone.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager

from django.db import connections

from articles.search.documents import EVERYTHING, IN_RECORD, IN_TITLE, Part
from articles.search.query import And, Days, Named, Node, Not, Or, Phrase, Tags, Word, asks_for_words
from articles.search.results import Found

from .base import Sort, Tier, key_by_day, key_by_rank

# Never a word of a reader's: the names of tables are chosen here.
WORDS = {Part.PUBLIC: "articles_publicwords", Part.DESK: "articles_deskwords"}
ROWS = {Part.PUBLIC: "articles_publicdocument", Part.DESK: "articles_deskdocument"}
SIGNS = {Tier.TITLE: (IN_TITLE,), Tier.RECORD: (IN_TITLE, IN_RECORD), Tier.TEXT: ("",)}
_ORDER = {Sort.OLDEST: "d.latest IS NULL, d.latest, d.article_id"}
_NEWEST_FIRST = "COALESCE(d.latest, 0) DESC, d.article_id DESC"

NOTHING = "_none"  # no document bears it


class Walk(ABC):
    """What both engines do. ``using`` is the alias of the database; the parts of statements stand in capitals, their tables in braces."""

    KEY: str  # of a hit in the table of words
    WORDS: str  # that table
    JOIN: str  # of the rows ``d`` to it, the words first: they choose
    MATCH: str  # with one parameter, the expression
    CODES: str  # of all rows together
    LANGUAGES: str
    SCORE: str  # the higher, the better; with the parameters of ``scored``
    FIRST: str  # so many of them
    SPARE: int  # how many more are asked for, to see those that are equal to the last of them: of equal ones the newer is first
    AND: str
    OR: str
    AND_NOT: str
    PREFIX: str

    def __init__(self, using: str):
        self.using = using

    def execute(self, sql: str, parameters: Iterable = ()) -> list[tuple]:
        with connections[self.using].cursor() as cursor:
            cursor.execute(sql, list(parameters))
            return cursor.fetchall() if cursor.description else []

    def find(self, part: Part, root: Node, days: Days, *, sort: Sort, limit: int, deadline: float | None = None) -> Found:
        """See ``Backend.find``."""
        hits, asked = self._hits(part, days, self.expression(root))
        with self.watched(deadline):
            total, codes, languages = self.execute(f"SELECT COUNT(*), {self.CODES}, {self.LANGUAGES} FROM {hits}", asked)[0]
            found = Found(total, bytes(codes or b""), languages or "")
            if total and limit and sort is Sort.RELEVANCE and asks_for_words(root):
                found.hits = self._ranked(part, root, days, limit=min(limit, total))
            elif total and limit:
                order = _ORDER.get(sort, _NEWEST_FIRST)
                listed = self.execute(f"SELECT d.article_id, d.latest FROM {hits} ORDER BY {order} LIMIT %s", [*asked, limit])
                found.hits = [(key_by_day(sort, latest, pk), pk) for pk, latest in listed]
        return found

    def ids(self, part: Part, root: Node, days: Days) -> list[int]:
        """See ``Backend.ids``."""
        hits, asked = self._hits(part, days, self.expression(root))
        return [pk for (pk,) in self.execute(f"SELECT d.article_id FROM {hits}", asked)]

    def _hits(self, part: Part, days: Days, expression: str) -> tuple[str, list]:
        """Return what stands behind FROM for the hits and their rows ``d``, with its parameters."""
        where, bounds = _between(days)
        names = {"words": WORDS[part], "rows": ROWS[part]}
        return f"{self.JOIN.format(**names)} WHERE {self.MATCH.format(**names)}{where}", [expression, *bounds]

    def _ranked(self, part: Part, root: Node, days: Days, *, limit: int) -> list[tuple[tuple, int]]:
        """Return the best ``limit`` hits. What stands in titles often fills a page, and then nothing else need be ranked."""
        whole = self.expression(root)
        hits: list[tuple[tuple, int]] = []
        seen: set[int] = set()
        for tier in Tier:
            within = whole if tier is Tier.TEXT else self.expression(root, tier)
            if tier is Tier.RECORD and not self.has_more_than(part, within, len(seen)):
                continue
            expression = whole if tier is Tier.TEXT else f"({within}){self.AND}({whole})"
            # So many were seen in the tiers above: with as many more, enough are new.
            ranked = self._best(part, days, expression, whole, limit=limit + len(seen))
            hits += [(key_by_rank(tier, score, latest, pk), pk) for pk, score, latest in ranked if pk not in seen]
            seen |= {pk for pk, _, _ in ranked}
            if len(hits) >= limit:
                break
        return sorted(hits)[:limit]

    def _best(self, part: Part, days: Days, expression: str, whole: str, *, limit: int) -> list[tuple]:
        """Return (key, score, latest day) of the best ``limit`` hits of ``expression``, as ``whole`` ranks them, and of what equals the last."""
        names = {"words": WORDS[part], "rows": ROWS[part]}
        if days == Days():
            hits, asked = f"{self.WORDS.format(**names)} WHERE {self.MATCH.format(**names)}", [expression]
        else:
            hits, asked = self._hits(part, days, expression)
        best = f"SELECT {self.KEY.format(**names)} AS key, {self.SCORE.format(**names)} AS score FROM {hits} ORDER BY score DESC {self.FIRST}"
        most = limit + self.SPARE
        while True:
            sql = f"SELECT b.key, b.score, d.latest FROM ({best}) b CROSS JOIN {names['rows']} d WHERE d.article_id = b.key"
            ranked = self.execute(sql, [*self.scored(whole), *asked, most])
            scores = sorted((score for _, score, _ in ranked), reverse=True)
            if not self.SPARE or len(ranked) < most or scores[-1] < scores[limit - 1]:
                return ranked
            most *= 4

    @abstractmethod
    def watched(self, deadline: float | None) -> AbstractContextManager[None]:
        """Break off what runs at ``deadline``, a time of ``time.monotonic``, with TooBroad; where it is None, nothing."""

    def has_more_than(self, part: Part, expression: str, count: int) -> bool:
        """Say whether ``expression`` finds more than ``count``; where that is as dear as finding them, it may say so unasked."""
        return True

    def scored(self, whole: str) -> list[str]:
        """Return the parameters of SCORE."""
        return []

    # The language of expressions

    @abstractmethod
    def quoted(self, text: str) -> str:
        """Return one term as the engine reads it."""

    @abstractmethod
    def phrase(self, terms: Iterable[str]) -> str:
        """Return terms that stand together."""

    def placed(self, tier: Tier, words: Callable[[str], Iterable[str]]) -> str:
        """Return any of ``words``, which are written behind the sign they are handed, where those of ``tier`` stand."""
        return self.any_of(word for sign in SIGNS[tier] for word in words(sign))

    def expression(self, node: Node, tier: Tier = Tier.TEXT) -> str:
        """Return ``node`` in the engine's language, its words looked for where those of ``tier`` stand. All words are quoted.

        A word is looked for in every column: a token, which is no word, begins with a sign that no word has.
        """
        match node:
            case Word(wanted=wanted):
                return self.placed(tier, lambda sign: (self.quoted(sign + each.term) + self.PREFIX * each.is_prefix for each in wanted))
            case Phrase(variants=variants):
                return self.placed(tier, lambda sign: (self.phrase([sign + term for term in terms]) for terms in variants))
            case Tags(tokens):
                return self.any_of(map(self.quoted, tokens or [NOTHING]))
            case Named(words, tags):
                return self.expression(words, tier) if tier is Tier.TITLE else self.any_of([self.expression(words, tier), self.expression(tags)])
            case Or(parts):
                return self.any_of(self.expression(part, tier) for part in parts)
            case Not(part):
                return f"({self.quoted(EVERYTHING)}{self.AND_NOT}{self.expression(part)})"
            case And(parts):
                wanted = [self.expression(part, tier) for part in parts if not isinstance(part, Not)] or [self.quoted(EVERYTHING)]
                excluded = "".join(f"{self.AND_NOT}{self.expression(part.part)}" for part in parts if isinstance(part, Not))
                return f"(({self.AND.join(wanted)}){excluded})"
        raise TypeError(f"{node!r} was not looked up")

    def any_of(self, expressions: Iterable[str]) -> str:
        return f"({self.OR.join(expressions)})"


def _between(days: Days) -> tuple[str, list[int]]:
    where, bounds = "", []
    if days.earliest:
        where, bounds = " AND d.latest >= %s", [days.earliest.toordinal()]
    if days.latest:
        where, bounds = f"{where} AND d.earliest <= %s", [*bounds, days.latest.toordinal()]
    return where, bounds
