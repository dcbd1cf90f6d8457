"""Querysets that are compiled once a process: for the few that one page asks so often that Django's writing of them cost more than their answers.

What is asked is said once, in the language of the querysets; only the values differ from one call to the next. Rows come as the
driver gives them: columns that Django would convert (dates, JSON, times) are for ordinary querysets.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import count

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet

# Values that stand in a compiled statement for those to come, and are none themselves.
_FIRST_NUMBER = -9_000_000_000_000_000
_FIRST_WORD = "kz-stands-in-"

Values = str | int | Sequence[str] | Sequence[int]


class Prepared:
    """What ``build`` returns, ready to be asked with other values: one argument of ``build`` for each of them, a list for several.

    A list is filled up with its own last value, so that a few statements serve all lengths; ``build`` must not mind repeated ones,
    and may use a word whole or as the beginning of what is looked for (``startswith``). No list is empty.
    """

    def __init__(self, build: Callable[..., QuerySet]):
        self._compiled = lru_cache(maxsize=64)(lambda using, shape: _compile(build, using, shape))

    def rows(self, *values: Values, using: str = DEFAULT_DB_ALIAS) -> list[tuple]:
        """Return the rows for ``values``."""
        asked = [list(value) if not isinstance(value, str | int) else value for value in values]
        for value in asked:
            if isinstance(value, list):
                value += [value[-1]] * (_rounded(len(value)) - len(value))
        shape = tuple((type(v[0]), len(v)) if isinstance(v, list) else (type(v), 0) for v in asked)
        sql, places = self._compiled(using, shape)
        flat = [one for value in asked for one in (value if isinstance(value, list) else [value])]
        like = connections[using].ops.prep_for_like_query
        params = [flat[of] if of is not None and not rest else f"{like(flat[of])}{rest}" if of is not None else rest for of, rest in places]
        with connections[using].cursor() as cursor:
            cursor.execute(sql, params)
            return cursor.fetchall()


def _rounded(length: int) -> int:
    """Return the next power of two, or the next multiple of twenty where there are more."""
    return 1 << (length - 1).bit_length() if length <= 16 else -(-length // 20) * 20


def _compile(build: Callable[..., QuerySet], using: str, shape: tuple) -> tuple[str, list[tuple[int | None, object]]]:
    """Return the statement and, for each of its parameters, which value stands there and what follows it, or None and a constant."""
    numbers = count()
    stand_ins = [[_stand_in(kind, next(numbers)) for _ in range(length)] if length else _stand_in(kind, next(numbers)) for kind, length in shape]
    sql, params = build(*stand_ins).query.get_compiler(using).as_sql()
    return sql, [_place(param) for param in params]


def _stand_in(kind: type, number: int) -> str | int:
    return f"{_FIRST_WORD}{number:04d}" if kind is str else _FIRST_NUMBER + number


def _place(param: object) -> tuple[int | None, object]:
    if isinstance(param, str) and param.startswith(_FIRST_WORD):
        return int(param[len(_FIRST_WORD) :][:4]), param[len(_FIRST_WORD) + 4 :]
    if isinstance(param, int) and _FIRST_NUMBER <= param < _FIRST_NUMBER + 10_000:
        return param - _FIRST_NUMBER, ""
    return None, param
