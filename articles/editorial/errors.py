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


class NothingToDivide(EditorialError):
    """The captures of the article hold no other article."""


class InUse(EditorialError):
    """The record was public, or others rest on it: it cannot be deleted."""


class InvalidRecord(EditorialError):
    """The record as given breaks a rule. ``faults`` maps field names to messages."""

    def __init__(self, faults: dict[str, list[str]]):
        super().__init__(" ".join(f"{name.replace('_', ' ')}: {' '.join(messages)}" for name, messages in faults.items()))
        self.faults = faults


class AmbiguousWords(EditorialError):
    """The words stand in the text several times. ``spans`` has each place."""

    def __init__(self, spans):
        super().__init__(f"These words stand in the text {len(spans)} times: choose which are meant.")
        self.spans = tuple(spans)


class VersionReplaced(EditorialError):
    """The text was edited while the form was open. ``placement`` says where the words stand in ``version`` now."""

    def __init__(self, version, placement):
        where = "They stand there still." if placement.span else "They cannot be found there without doubt: mark them again."
        super().__init__(f"The text was replaced by {version} while these words were being marked. {where}")
        self.version, self.placement = version, placement


class ClaimsOrphaned(EditorialError):
    """Published claims would lose their words in the text, and nobody decided about them. ``effects`` has every claim."""

    def __init__(self, effects):
        pids = ", ".join(effect.pid for effect in effects.undecided)
        super().__init__(f"The words of published claims are gone from this text: {pids}. Decide about each before saving.")
        self.effects = effects


class SecondPersonNeeded(EditorialError):
    """A claim is found wrong by the person who marked it: another person is needed, or a label that says so."""
