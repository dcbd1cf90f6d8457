"""Columns for what sources state: printed words, dates as precise as the source, and nulls that mean something."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from . import edtf
from .text import find_control, find_surrogate


def validate_storable(value: str) -> None:
    """Raise ValidationError for characters that no database of ours can hold, naming their place."""
    if (at := find_surrogate(value)) is not None:
        raise ValidationError(f"Character {at + 1} is half of a character (a lone surrogate): copy the text again.", code="surrogate")
    if (at := find_control(value)) is not None:
        raise ValidationError(f"Character {at + 1} is a control character (U+{ord(value[at]):04X}): remove it.", code="control")


def validate_edtf(value: str) -> None:
    """Raise ValidationError where ``value`` is no date of the supported EDTF."""
    try:
        edtf.parse(value)
    except edtf.InvalidEDTF as error:
        raise ValidationError(str(error), code="edtf") from None


def with_derived(kwargs: dict[str, Any], *names: str) -> dict[str, Any]:
    """Return the keyword arguments of ``save`` with the columns ``names`` saved too, where only some columns are to be."""
    wanted = kwargs.get("update_fields")
    return kwargs if wanted is None else {**kwargs, "update_fields": {*wanted, *names}}


def blank_to_null(record: models.Model) -> None:
    """Set every printed column of ``record`` that holds nothing but blanks to null, as saving it would."""
    for field in record._meta.concrete_fields:
        if isinstance(field, PrintedField):
            field.settle(record)


class PrintedField(models.CharField):
    """Words as a source states them, or null where it does not: blank is stored as null, never as an empty string."""

    default_validators = [validate_storable]

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("null", True)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("max_length", 500)
        super().__init__(*args, **kwargs)

    def settle(self, instance: models.Model) -> None:
        """Set the column of ``instance`` to null where it holds nothing but blanks."""
        value = getattr(instance, self.attname)
        if isinstance(value, str) and not value.strip():
            setattr(instance, self.attname, None)

    def pre_save(self, instance, add):
        self.settle(instance)
        return super().pre_save(instance, add)


class WordsField(models.TextField):
    """Words of the archive's own, of any length; empty where there are none."""

    default_validators = [validate_storable]

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", "")
        super().__init__(*args, **kwargs)


class AddressField(PrintedField, models.URLField):
    """The address of a page elsewhere, or null; one typed without a scheme is taken for https."""

    default_validators = [validate_storable, *models.URLField.default_validators]

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 2000)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs):
        return super().formfield(**{"assume_scheme": "https", **kwargs})


class EDTFField(PrintedField):
    """A date as precise as its source: 2014, 2014-02, 2014-02-05, 2014-02/2014-03; see ``kzarchive.edtf``.

    ``earliest`` and ``latest`` name the date columns that receive the days it may stand for.
    """

    default_validators = [validate_storable, validate_edtf]

    def __init__(self, *args, earliest: str | None = None, latest: str | None = None, **kwargs):
        kwargs.setdefault("max_length", edtf.LONGEST)
        super().__init__(*args, **kwargs)
        self.earliest, self.latest = earliest, latest

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "earliest": self.earliest, "latest": self.latest}

    def pre_save(self, instance, add):
        value = super().pre_save(instance, add)
        self.derive(instance)
        return value

    def derive(self, instance) -> None:
        """Set the two derived days of ``instance``. Raises ValidationError for a text that is no date."""
        value = getattr(instance, self.attname)
        if value:
            validate_edtf(value)
        date = edtf.parse(value) if value else None
        if self.earliest and self.latest:
            setattr(instance, self.earliest, date and date.earliest)
            setattr(instance, self.latest, date and date.latest)
