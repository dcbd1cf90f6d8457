"""What was answered on texts that are nearly the same, kept by the texts themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Q

from articles.ingest.sketch import shingles, sketch
from articles.models import ComparedTexts, Sketch, Version

from .following import Kept


@dataclass
class Answers:
    """What was answered before on some texts, which are known by their sameness keys."""

    different: set[frozenset[str]] = field(default_factory=set)
    kept: dict[str, str] = field(default_factory=dict)  # the text of a reprint -> the text that is held for both

    @classmethod
    def on(cls, keys: Iterable[str]) -> Answers:
        """Return all answers on texts of ``keys``. One query."""
        keys = {key for key in keys if key}
        answers = cls()
        rows = ComparedTexts.objects.filter(Q(one_key__in=keys) | Q(other_key__in=keys)) if keys else ()
        for row in rows:
            if row.answer == ComparedTexts.Answer.DIFFERENT:
                answers.different.add(frozenset((row.one_key, row.other_key)))
            else:
                answers.kept[row.other_key if row.kept_key == row.one_key else row.one_key] = row.kept_key
        return answers

    def add(self, others: Answers) -> None:
        self.different |= others.different
        self.kept |= others.kept

    def say_different(self, one: str, other: str) -> bool:
        return frozenset((one, other)) in self.different


def follow_texts(texts: Sequence[tuple[Version, str, Kept]]) -> None:
    """Let near-duplicates of versions be looked for by their new texts, and what was answered on the former ones hold for them.

    Each is given with the sameness key of its former text and what is kept beside that.
    """
    gone: list[int] = []
    made: list[tuple[int, int]] = []
    for version, former_key, kept in texts:
        wanted, held = set(sketch(shingles(version.body))), set()
        for row, value in kept.sketch.items():
            if value in wanted and value not in held:
                held.add(value)
            else:
                gone.append(row)
        made += [(version.article_id, value) for value in sorted(wanted - held)]
        if kept.was_compared:
            _carry(former_key, version.sameness_key)
    if gone:
        Sketch.objects.filter(pk__in=gone).delete()
    if made:
        Sketch.objects.write(made)


def _carry(before: str, after: str) -> None:
    if not before or not after or before == after:
        return
    for row in ComparedTexts.objects.filter(Q(one_key=before) | Q(other_key=before)):
        other = row.other_key if row.one_key == before else row.one_key
        if other == after:
            continue
        one, two = sorted((after, other))
        kept = after if row.kept_key == before else row.kept_key
        ComparedTexts.objects.get_or_create(
            one_key=one, other_key=two,
            defaults={"answer": row.answer, "kept_key": kept, "reason": row.reason, "answered_by": row.answered_by, "answered_at": row.answered_at},
        )  # fmt: skip
