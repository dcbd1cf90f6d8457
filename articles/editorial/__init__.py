"""Acts of an editor that touch several rows: each checks, writes and enters the history in one transaction."""

from .anchors import GONE, Effect, Effects, effects_of
from .bringing_in import Comparison, Failure, Outcome, Prepared, Terms, bring_in, known_captures, prepare, rehearse
from .claims import (
    CLAIM_FIELDS,
    Source,
    assess,
    check_span,
    correct,
    discard_claim,
    edit,
    find_words,
    link,
    mark,
    missing_for_publishing_claim,
    place,
    publish_claim,
    publish_claim_again,
    publish_question,
    send_claim_back,
    submit_claim,
    unlink,
    withdraw_claim,
    withdraw_correction,
    withdraw_question,
)  # fmt: skip
from .errors import (
    AmbiguousWords,
    ClaimsOrphaned,
    EditorialError,
    InUse,
    InvalidRecord,
    NoSuccessor,
    NotAllowed,
    NothingChanged,
    NotReady,
    ReasonMissing,
    SecondPersonNeeded,
    VersionReplaced,
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
    "CLAIM_FIELDS", "GONE", "MOST_ROWS", "AmbiguousWords", "ClaimsOrphaned", "Comparison", "Credit", "EditorialError", "Effect", "Effects",
    "Failure", "Found", "InUse", "InvalidRecord", "KnownNames", "NoSuccessor", "NotAllowed", "NotReady", "NothingChanged", "Outcome",
    "Prepared", "Printing", "ReasonMissing", "SecondPersonNeeded", "Source", "Terms", "VersionReplaced", "WrongState", "answer",
    "answer_all", "assess", "bring_in", "bring_in_on", "check_span", "correct", "credits_of", "discard", "discard_claim", "edit",
    "effects_of", "find_words", "give_up", "known_captures", "lay_out", "link", "made_by", "make_known", "mark", "missing_for_publishing",
    "missing_for_publishing_claim", "note_import", "place", "prepare", "printings_of", "propose", "publish", "publish_again",
    "publish_claim", "publish_claim_again", "publish_question", "read_on", "rehearse", "revise", "save_draft", "send_back",
    "send_claim_back", "submit", "submit_claim", "take_away", "tidy", "undo_import", "undo_import_on", "unlink", "waiting_body",
    "waiting_bytes", "withdraw", "withdraw_claim", "withdraw_correction", "withdraw_question",
]  # fmt: skip
