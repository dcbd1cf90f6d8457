"""What every act asks first: may this person do it, and was a reason given that can be kept."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from kzarchive.fields import validate_storable

from .errors import InvalidRecord, NotAllowed, ReasonMissing


def require(by, permission: str) -> None:
    """Raise NotAllowed unless ``by`` may do what ``permission`` names."""
    if by is None or not by.is_active or not by.has_perm(permission):
        who = by.get_username() if by is not None else "nobody"
        raise NotAllowed(f"{who} may not do this: it asks for the permission {permission}.")


def given(reason: str) -> str:
    """Return ``reason`` without blanks around it. Raises ReasonMissing, InvalidRecord."""
    if not reason.strip():
        raise ReasonMissing("Say why: the reason stays with the record.")
    storable("reason", reason)
    return reason.strip()


def storable(name: str, words: str) -> None:
    """Raise InvalidRecord, naming the field ``name``, where ``words`` hold what no database of ours can keep."""
    try:
        validate_storable(words)
    except ValidationError as error:
        raise InvalidRecord({name: list(error.messages)}) from None
