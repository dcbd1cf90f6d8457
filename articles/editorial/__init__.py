"""Acts of an editor that touch several rows: each checks, writes and enters the history in one transaction."""

from .anchors import GONE, Effect, Effects, effects_of, take_claims_away
from .bringing_in import Comparison, Failure, Outcome, Prepared, Terms, bring_in, known_captures, prepare, rehearse
from .claims import (
    CLAIM_FIELDS,
    Source,
    accept_proposal,
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
from .dividing import join, parts_left, split
from .duplicates import Near, also_printed_in, near_duplicates, not_a_duplicate
from .errors import (
    AmbiguousWords,
    ClaimsOrphaned,
    EditorialError,
    InUse,
    InvalidRecord,
    NoSuccessor,
    NotAllowed,
    NothingChanged,
    NothingToDivide,
    NotReady,
    ReasonMissing,
    SecondPersonNeeded,
    VersionReplaced,
    WrongState,
)  # fmt: skip
from .many import MOST_ARTICLES, PERMISSIONS, do_many_on, rehearse_many, undo_many, undo_many_on
from .mending import mend_encoding, offered_mending
from .naming import Found, KnownNames, propose
from .proposing import orphaned_claims, propose_links, refuse_proposal, undecided_claims
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
    publish_all,
    revise,
    save_draft,
    send_back,
    submit,
    take_away,
    withdraw,
)  # fmt: skip
from .reviewing import EVIDENCE, Point, add_note, assign, checklist, point_to, restore, settle, take, text_layer, value_of
from .source_checks import AskedElsewhere, CutOff, Seen, check_sources, due_sources, vouch_for_source
from .sources import note_sources
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
    "CLAIM_FIELDS", "EVIDENCE", "GONE", "MOST_ARTICLES", "MOST_ROWS", "PERMISSIONS", "AmbiguousWords", "AskedElsewhere", "ClaimsOrphaned",
    "Comparison", "Credit", "CutOff", "EditorialError", "Effect", "Effects", "Failure", "Found", "InUse", "InvalidRecord", "KnownNames",
    "Near", "NoSuccessor", "NotAllowed", "NotReady", "NothingChanged", "NothingToDivide", "Outcome", "Point", "Prepared", "Printing",
    "ReasonMissing", "SecondPersonNeeded", "Seen", "Source", "Terms", "VersionReplaced", "WrongState", "accept_proposal", "add_note",
    "also_printed_in", "answer", "answer_all", "assess", "assign", "bring_in", "bring_in_on", "check_sources", "check_span", "checklist",
    "correct", "credits_of", "discard", "discard_claim", "do_many_on", "due_sources", "edit", "effects_of", "find_words", "give_up", "join",
    "known_captures", "lay_out", "link", "made_by", "make_known", "mark", "mend_encoding", "missing_for_publishing",
    "missing_for_publishing_claim", "near_duplicates", "not_a_duplicate", "note_import", "note_sources", "offered_mending",
    "orphaned_claims", "parts_left", "place", "point_to", "prepare", "printings_of", "propose", "propose_links", "publish", "publish_again",
    "publish_all",
    "publish_claim", "publish_claim_again", "publish_question", "read_on", "refuse_proposal", "rehearse", "rehearse_many", "restore",
    "revise", "save_draft", "send_back", "send_claim_back", "settle", "split", "submit", "submit_claim", "take", "take_away",
    "take_claims_away", "text_layer", "tidy", "undecided_claims", "undo_import", "undo_import_on", "undo_many", "undo_many_on", "unlink",
    "value_of", "vouch_for_source", "waiting_body", "waiting_bytes", "withdraw", "withdraw_claim", "withdraw_correction",
    "withdraw_question",
]  # fmt: skip
