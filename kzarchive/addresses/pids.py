"""Permanent identifiers: how they are spelled, checked and drawn.

A pid is ``kz``, six characters of the alphabet and a check character: NOID's check digit algorithm
(NCDA) over all that precedes it, positions counted from 1, characters outside the alphabet worth 0.
"""

from __future__ import annotations

import secrets

ALPHABET = "0123456789bcdfghjkmnpqrstvwxz"
PREFIX = "kz"
LENGTH = 9


class NotAPid(ValueError):
    """The text is not spelled as a pid at all."""


class WrongCheckCharacter(NotAPid):
    """The text is spelled as a pid, but its check character says that something in it was mistyped."""


def check_character(body: str) -> str:
    """Return the NCDA check character of ``body``: ``kz3b7m9t`` gives ``x``."""
    worth = {character: value for value, character in enumerate(ALPHABET)}
    total = sum(position * worth.get(character, 0) for position, character in enumerate(body, start=1))
    return ALPHABET[total % len(ALPHABET)]


def draw() -> str:
    """Return a pid drawn at random; whether it is free, the register says."""
    body = PREFIX + "".join(secrets.choice(ALPHABET) for _ in range(LENGTH - len(PREFIX) - 1))
    return body + check_character(body)


def normalise(text: str) -> str:
    """Return the pid that ``text`` spells, hyphens and case ignored. Raises NotAPid or WrongCheckCharacter."""
    pid = text.replace("-", "").lower()
    if len(pid) != LENGTH or not pid.startswith(PREFIX) or not all(character in ALPHABET for character in pid):
        raise NotAPid(f"“{text[:40]}” is not an identifier of this archive.")
    if check_character(pid[:-1]) != pid[-1]:
        raise WrongCheckCharacter(f"“{text[:40]}” is mistyped: its last character does not fit the others.")
    return pid


def is_pid(text: str) -> bool:
    """Say whether ``text`` spells a pid, its check character included."""
    try:
        normalise(text)
    except NotAPid:
        return False
    return True
