"""What the database holds over records that may be merged, and over the rows that point at them."""

from __future__ import annotations

from kzarchive.addresses.invariants import Trigger, refuse


def mergeable(table: str) -> tuple[Trigger, ...]:
    """Return the rules that a record of ``table`` is merged into one that stands for itself, and then keeps its address."""
    return (
        *(
            refuse(
                f"{table}_merged_into_a_record_on_{event.lower()}", table, f"BEFORE {event}", "a record is merged into one that stands for itself",
                when=f"NEW.merged_into_id IS NOT NULL AND (EXISTS (SELECT 1 FROM {table} s WHERE s.id = NEW.merged_into_id "
                f"AND s.merged_into_id IS NOT NULL) OR EXISTS (SELECT 1 FROM {table} l WHERE l.merged_into_id = NEW.id))",
            )
            for event in ("INSERT", "UPDATE")
        ),
        refuse(
            f"{table}_merged_keeps_address", table, "BEFORE UPDATE", "a record that was merged keeps the address it had",
            when="NEW.slug <> OLD.slug AND OLD.merged_into_id IS NOT NULL",
        ),
    )  # fmt: skip


def points_at_a_living(table: str, column: str, of: str) -> tuple[Trigger, ...]:
    """Return the rules that ``column`` of ``table`` never comes to name a record of the table ``of`` that was merged away.

    The record is held while it is looked at: a row that is added while a merge runs waits for its end, and is then refused.
    """
    return tuple(
        refuse(
            f"{table}_{column}_living_on_{event.lower()}", table, f"BEFORE {event}", "this record was merged into another: name that one",
            when=f"NEW.{column}_id IS NOT NULL AND {moved} (SELECT r.merged_into_id FROM {of} r WHERE r.id = NEW.{column}_id {{held}}) IS NOT NULL",
        )
        for event, moved in (("INSERT", ""), ("UPDATE", f"NEW.{column}_id {{differs}} OLD.{column}_id AND"))
    )  # fmt: skip


def within_a_merge(table: str, column: str) -> str:
    """Return the SQL condition that an update moves ``column`` between two records of ``table`` which a merge that stands says are one."""
    return (
        f"EXISTS (SELECT 1 FROM merging_merge m, {table} o, {table} n WHERE o.id = OLD.{column}_id AND n.id = NEW.{column}_id "
        "AND m.undone_at IS NULL AND (m.loser_id = o.pid AND m.survivor_id = n.pid OR m.loser_id = n.pid AND m.survivor_id = o.pid))"
    )
