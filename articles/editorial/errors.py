"""Why an act was not done. Each message is written for the editor who will read it."""

from __future__ import annotations


class EditorialError(Exception):
    """An act was refused; nothing was written."""


class NotAllowed(EditorialError):
    """The person may not do this."""


class WrongState(EditorialError):
    """The article is not in a state in which this can be done."""


class NotReady(EditorialError):
    """The article cannot be published yet. ``missing`` has a (code, message) pair for each thing."""

    def __init__(self, missing: list[tuple[str, str]]):
        super().__init__(" ".join(message for _, message in missing))
        self.missing = missing


class ReasonMissing(EditorialError):
    """The act asks for a reason and none was given."""


class NothingChanged(EditorialError):
    """The revision would make a version equal to the one before."""


class NoSuccessor(EditorialError):
    """The other article that this act needs was not named, or cannot serve."""


class InUse(EditorialError):
    """The record was public, or others rest on it: it cannot be deleted."""


class InvalidRecord(EditorialError):
    """The record as given breaks a rule. ``faults`` maps field names to messages."""

    def __init__(self, faults: dict[str, list[str]]):
        super().__init__(" ".join(f"{name.replace('_', ' ')}: {' '.join(messages)}" for name, messages in faults.items()))
        self.faults = faults
