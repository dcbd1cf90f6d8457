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
from .naming import Found, KnownNames, propose
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
from .tagging import answer, answer_all
from .waiting import (
    MOST_ROWS,
    bring_in_on,
    give_up,
    lay_out,
    made_by,
    note_import,
    read_on,
    tidy,
    undo_import,
    undo_import_on,
    waiting_body,
    waiting_bytes,
)  # fmt: skip

__all__ = [
    "MOST_ROWS", "Comparison", "Credit", "EditorialError", "Failure", "Found", "InUse", "InvalidRecord", "KnownNames", "NoSuccessor",
    "NotAllowed", "NotReady", "NothingChanged", "Outcome", "Prepared", "Printing", "ReasonMissing", "Terms", "WrongState", "answer",
    "answer_all", "bring_in", "bring_in_on", "credits_of", "discard", "give_up", "known_captures", "lay_out", "made_by", "make_known",
    "missing_for_publishing", "note_import", "prepare", "printings_of", "propose", "publish", "publish_again", "read_on", "rehearse", "revise",
    "save_draft", "send_back", "submit", "take_away", "tidy", "undo_import", "undo_import_on", "waiting_body", "waiting_bytes", "withdraw",
]  # fmt: skip
