"""What the database holds over the authority file: pids for ever, former slugs that lead on, nothing of a record merged away."""

from kzarchive.addresses.invariants import Trigger, refuse, registered, slugged
from kzarchive.merging.invariants import mergeable, points_at_a_living

_AFTER_A_CHANGE = (
    "INSERT INTO entities_namestoken (id, token) VALUES (1, CAST(random() AS VARCHAR(40))) ON CONFLICT (id) DO UPDATE SET token = excluded.token"
)

TRIGGERS = (
    *registered("entities_entity", "entity"),
    *slugged("entities_entity", "entity", is_public="1 = 1"),
    *mergeable("entities_entity"),
    *points_at_a_living("entities_name", "entity", "entities_entity"),
    *points_at_a_living("entities_identifier", "entity", "entities_entity"),
    *points_at_a_living("entities_relation", "subject", "entities_entity"),
    *points_at_a_living("entities_relation", "object", "entities_entity"),
    # Authority records are public from the day they are made: they are merged, not deleted.
    refuse("entities_entity_stays", "entities_entity", "BEFORE DELETE", "an entity is merged, not deleted", when="NOT OLD.is_demo"),
    refuse(
        "entities_entity_keeps_demo",
        "entities_entity",
        "BEFORE UPDATE",
        "only what was made as a demonstration is one",
        when="NEW.is_demo <> OLD.is_demo",
    ),
    # Once a statement where the engine can: many names brought in at once are one change.
    *(
        Trigger(f"{table}_changes_token_on_{event.lower()}", table, f"AFTER {event}", "1 = 1", action=(_AFTER_A_CHANGE,), is_by_statement=True)
        for table in ("entities_name", "entities_entity", "entities_relation")
        for event in ("INSERT", "UPDATE", "DELETE")
    ),
)
