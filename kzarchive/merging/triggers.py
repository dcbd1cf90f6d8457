"""What was merged stays written down; a pair that was judged stays judged."""

from kzarchive.addresses.invariants import refuse

TRIGGERS = (
    refuse("merging_merge_stays", "merging_merge", "BEFORE DELETE", "a merge stays written down, also when it is undone"),
    refuse(
        "merging_merge_is_fixed",
        "merging_merge",
        "BEFORE UPDATE",
        "a merge changes only once, when it is undone",
        when="OLD.undone_at IS NOT NULL OR NEW.kind <> OLD.kind OR NEW.loser_id <> OLD.loser_id OR NEW.survivor_id <> OLD.survivor_id "
        "OR NEW.reason <> OLD.reason OR NEW.at <> OLD.at OR NEW.by_id {differs} OLD.by_id",
    ),
    refuse("merging_split_stays", "merging_split", "BEFORE DELETE", "a split stays written down, also when it is undone"),
    refuse(
        "merging_split_is_fixed",
        "merging_split",
        "BEFORE UPDATE",
        "a split changes only once, when it is undone",
        when="OLD.undone_at IS NOT NULL OR NEW.kind <> OLD.kind OR NEW.origin_id <> OLD.origin_id OR NEW.into_id <> OLD.into_id "
        "OR NEW.reason <> OLD.reason OR NEW.at <> OLD.at OR NEW.by_id {differs} OLD.by_id",
    ),
    refuse("merging_splitrow_is_fixed", "merging_splitrow", "BEFORE UPDATE", "what a split touched stays written down"),
    refuse("merging_splitrow_stays", "merging_splitrow", "BEFORE DELETE", "what a split touched stays written down"),
    refuse("merging_mergedrow_is_fixed", "merging_mergedrow", "BEFORE UPDATE", "what a merge touched stays written down"),
    refuse("merging_mergedrow_stays", "merging_mergedrow", "BEFORE DELETE", "what a merge touched stays written down"),
    refuse("merging_pair_stays", "merging_pair", "BEFORE DELETE", "what was judged of a pair is kept for good"),
    refuse(
        "merging_pair_is_of_the_same",
        "merging_pair",
        "BEFORE UPDATE",
        "a pair stays that of the same two records",
        when="NEW.kind <> OLD.kind OR NEW.first_id <> OLD.first_id OR NEW.second_id <> OLD.second_id OR OLD.answer <> 'open' AND NEW.answer = 'open'",
    ),
)
