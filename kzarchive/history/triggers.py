"""The history is only added to."""

from kzarchive.addresses.invariants import refuse

TRIGGERS = (
    refuse("history_change_is_fixed", "history_change", "BEFORE UPDATE", "the history is only added to"),
    refuse("history_change_stays", "history_change", "BEFORE DELETE", "the history is only added to"),
)
