"""What kinds of claims and findings mean, in words and signs: one list for pages, the method and the key; pure."""

from __future__ import annotations

# A sign and a line beneath the words tell findings apart where colour does not.
FINDINGS = {
    "unreviewed": ("○", "Nobody has assessed it yet."),
    "supported": ("✓", "Evidence of another origin says the same."),
    "contested": ("≠", "Evidence disagrees, and nothing settles it."),
    "wrong": ("✗", "Evidence of weight says otherwise, and nothing speaks for it."),
    "outdated": ("↺", "It was true once, and was no longer so when it was printed or has ceased to be since."),
    "garbled": ("≋", "Translating or copying broke the words: they do not say what was meant."),
    "not checkable": ("–", "No source can settle it: a judgement, a plan that was never made public, a figure nobody counts."),
}

KINDS = {
    "event": "Something happened, or did not, on a day, in a month, in a year.",
    "quantity": "How many, how much, how long. Subject, property, value, unit and the day it is stated for stand beside it.",
    "position": "What a person, a state or a body holds, aims at or promises.",
    "forecast": "What is to come, seen from the day of writing.",
    "opinion": "A judgement that no source can settle; it is recorded and not checked.",
}

LINKS = {
    "corroborates": "Both say the same, and neither has it from the other.",
    "conflicts with": "Both cannot be true.",
    "refines": "One says the same more exactly, or adds what the other leaves out.",
    "repeats": "One has it from the other, or both from one source.",
}

BASES = {
    "stated": "stated in the text",
    "resolved": "read from the date of publication",
    "inferred": "inferred from the context",
}


def sign_of(finding: str) -> str:
    return FINDINGS[finding][0]


def class_of(finding: str) -> str:
    """Return the CSS class of a finding."""
    return f"finding-{finding.replace(' ', '-')}"
