"""Many rows written at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models
from django.db.models import Case, Value, When
from django.db.models.functions import Cast

_ROWS_A_STATEMENT = 200


def update_rows(rows: Sequence[models.Model], names: Iterable[str]) -> None:
    """Write the columns of these fields as they stand in ``rows``, which are of one model; signals are not sent. One statement for 200 rows.

    Django's ``bulk_update`` writes the value of each column for each row apart, and takes longer over that than over all the rest;
    here a value that all rows share is written once.
    """
    names = list(names)
    for start in range(0, len(rows) if names else 0, _ROWS_A_STATEMENT):
        part = rows[start : start + _ROWS_A_STATEMENT]
        values = {name: _of_all(part, part[0]._meta.get_field(name)) for name in names}
        type(part[0])._base_manager.filter(pk__in=[row.pk for row in part]).update(**values)


def _of_all(rows: Sequence[models.Model], field: models.Field) -> Any:
    """Return one value, or what gives each row its own."""
    own = [getattr(row, field.attname) for row in rows]
    if all(value == own[0] for value in own):
        return own[0]
    each = Case(*(When(pk=row.pk, then=_value(value, field)) for row, value in zip(rows, own, strict=True)), output_field=field)
    return Cast(each, output_field=field) if connection.features.requires_casted_case_in_updates else each


def _value(value: Any, field: models.Field) -> Value:
    return Value(None) if value is None else Value(value, output_field=field)
