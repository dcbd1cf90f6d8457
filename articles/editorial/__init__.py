"""Acts of an editor that touch several rows: each checks, writes and enters the history in one transaction."""

from .bringing_in import Comparison, Failure, Outcome, Prepared, Terms, bring_in, known_captures, prepare, rehearse
from .errors import (
    EditorialError,
    InUse,
    InvalidRecord,
    NoSuccessor,
    NotAllowed,
    NothingChanged,
    NotReady,
    ReasonMissing,
    WrongState,
)  # fmt: skip
from .publishing import (
    Credit,
    Printing,
    credits_of,
    discard,
    make_known,
    missing_for_publishing,
    printings_of,
    publish,
    publish_again,
    revise,
    save_draft,
    send_back,
    submit,
    take_away,
    withdraw,
)  # fmt: skip
from .tagging import Found, KnownNames, answer, answer_all

__all__ = [
    "Comparison", "Credit", "EditorialError", "Failure", "Found", "InUse", "InvalidRecord", "KnownNames", "NoSuccessor", "NotAllowed",
    "NotReady", "NothingChanged", "Outcome", "Prepared", "Printing", "ReasonMissing", "Terms", "WrongState", "answer", "answer_all",
    "bring_in", "credits_of", "discard", "known_captures", "make_known", "missing_for_publishing", "prepare", "printings_of", "publish",
    "publish_again", "rehearse", "revise", "save_draft", "send_back", "submit", "take_away", "withdraw",
]  # fmt: skip
