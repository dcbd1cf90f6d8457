"""What the database holds over the authority file: pids for ever, former slugs that lead on."""

from kzarchive.addresses.invariants import refuse, registered, slugged

TRIGGERS = (
    *registered("entities_entity", "entity"),
    *slugged("entities_entity", "entity", is_public="1 = 1"),
    # Authority records are public from the day they are made: they are merged, not deleted.
    refuse("entities_entity_stays", "entities_entity", "BEFORE DELETE", "an entity is merged, not deleted", when="NOT OLD.is_demo"),
    refuse(
        "entities_entity_keeps_demo",
        "entities_entity",
        "BEFORE UPDATE",
        "only what was made as a demonstration is one",
        when="NEW.is_demo <> OLD.is_demo",
    ),
)
