"""What the database refuses to do to the register of pids and the table of redirects."""

from .invariants import refuse

TRIGGERS = (
    refuse("addresses_pid_stays", "addresses_pid", "BEFORE DELETE", "a pid is never taken out of the register"),
    refuse(
        "addresses_pid_is_fixed",
        "addresses_pid",
        "BEFORE UPDATE",
        "the register of pids is only added to",
        when="NEW.pid <> OLD.pid OR NEW.kind <> OLD.kind OR NEW.is_demo <> OLD.is_demo OR NEW.registered_at <> OLD.registered_at "
        "OR (OLD.retired_at IS NOT NULL AND NEW.retired_at {differs} OLD.retired_at)",
    ),
    # A demonstration record that was cleared away is the exception: its former addresses say that it is gone.
    refuse(
        "addresses_pid_led_to_stays",
        "addresses_pid",
        "BEFORE UPDATE",
        "other addresses lead to this record",
        when="OLD.retired_at IS NULL AND NEW.retired_at IS NOT NULL AND NOT OLD.is_demo "
        "AND EXISTS (SELECT 1 FROM addresses_redirect r WHERE r.target_id = OLD.pid)",
    ),
    *(
        refuse(
            f"addresses_redirect_to_a_record_on_{event.lower()}",
            "addresses_redirect",
            f"BEFORE {event}",
            "a redirect must lead to a record of its kind",
            when=f"{moved} NOT EXISTS (SELECT 1 FROM addresses_pid p WHERE p.pid = NEW.target_id AND p.kind = NEW.kind AND p.retired_at IS NULL)",
        )
        for event, moved in (("INSERT", ""), ("UPDATE", "NEW.target_id <> OLD.target_id AND"))
    ),
    refuse(
        "addresses_redirect_keeps_key",
        "addresses_redirect",
        "BEFORE UPDATE",
        "an address that was public keeps leading somewhere",
        when="NEW.kind <> OLD.kind OR NEW.key <> OLD.key OR OLD.reason = 'renamed' AND NEW.reason <> OLD.reason",
    ),
    *(
        refuse(
            f"addresses_redirect_one_hop_on_{event.lower()}",
            "addresses_redirect",
            f"BEFORE {event}",
            "a redirect must lead to a record in one hop",
            when="EXISTS (SELECT 1 FROM addresses_redirect r WHERE r.id <> NEW.id AND (r.key = NEW.target_id OR r.target_id = NEW.key))",
        )
        for event in ("INSERT", "UPDATE")
    ),
    # A merge or a duplicate can be undone, and then the record answers for itself; nothing else ever lives at a former slug.
    refuse(
        "addresses_redirect_stays",
        "addresses_redirect",
        "BEFORE DELETE",
        "an address that was public keeps leading somewhere",
        when="OLD.reason = 'renamed'",
    ),
)
