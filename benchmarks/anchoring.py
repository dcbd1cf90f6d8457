"""How long the claims of a long article take to be anchored anew, beside comparing its two texts by difflib.

    python -m benchmarks.anchoring [--words 100000] [--claims 500]

Each edit is timed, in processor time and on the wall, in alternating order with a line-by-line comparison of the same two texts, which
places no claim. No database takes part.
"""

from __future__ import annotations

import argparse
import copy
import difflib
import random
import statistics
import time
from collections import Counter

from articles import anchoring
from tests.articles import mutations

EDITS = {
    "one typo": [mutations.mend],
    "signs": [mutations.exchange_signs],
    "20 edits": [mutations.mend, mutations.move, mutations.double_elsewhere, mutations.rewrite, mutations.remove] * 4,
    "200 edits": [mutations.mend, mutations.move, mutations.double_elsewhere, mutations.rewrite, mutations.remove] * 40,
    "all paragraphs reordered": [mutations.reorder],
    "a word changed everywhere": [mutations.touch_all],
    "the same, all reordered": [mutations.touch_all, mutations.reorder],
    "signs, all reordered": [mutations.exchange_signs, mutations.reorder],
    "all sentences shuffled": [mutations.shuffle],
    "another text": [mutations.replace_all],
}
ROUNDS = 3
OF_THE_TESTS = 1_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=100_000)
    parser.add_argument("--claims", type=int, default=500)
    parser.add_argument("--edits", type=int, default=7_000, help="seeded edits of short texts, beyond the thousand that the tests make")
    options = parser.parse_args()
    judge(range(OF_THE_TESTS, OF_THE_TESTS + options.edits))
    rng = random.Random(1)
    text = mutations.make_text(rng, sentences=options.words * 82 // 1000)
    sentences = rng.sample([sentence for paragraph in text for sentence in paragraph], options.claims)
    before, places = mutations.render(text)
    spans = []
    for number, sentence in enumerate(sentences):
        words = places[sentence.key]
        spans.append((words[0][0], words[-1][1]) if number % 2 else (words[1][0], words[min(5, len(words) - 1)][1]))
    print(f"{len(before.split()):,} words, {options.claims} claims, no database; processor time, median of {ROUNDS}")
    for name, edits in EDITS.items():
        changed = copy.deepcopy(text)
        for edit in edits:
            edit(changed, rng)
        after, _ = mutations.render(changed)
        ours, theirs, walls = [], [], []
        for turn in range(ROUNDS):
            for is_ours in (turn % 2 == 0, turn % 2 == 1):
                started, began = time.process_time(), time.perf_counter()
                if is_ours:
                    placements = anchoring.reanchor(before, after, spans)
                    walls.append(time.perf_counter() - began)
                else:
                    difflib.SequenceMatcher(None, before.split("\n\n"), after.split("\n\n"), autojunk=False).get_opcodes()
                (ours if is_ours else theirs).append(time.process_time() - started)
        mine, other = statistics.median(ours), statistics.median(theirs)
        counts = ", ".join(f"{count} {state}" for state, count in sorted(Counter(p.state.value for p in placements).items()))
        print(
            f"{name:26} {mine * 1000:6.0f} ms ({statistics.median(walls) * 1000:.0f} on the wall); difflib on paragraphs {other * 1000:6.0f} ms; "
            f"ratio {mine / other:6.2f}; {counts}"
        )


def judge(seeds: range) -> None:
    """Print how many quotations the edits of ``seeds`` left in place, sent to a person, and put where they do not belong."""
    came, wrong = Counter(), []
    for seed in seeds:
        edit = mutations.make_edit(seed)
        for placement, truth in zip(anchoring.reanchor(edit.before, edit.after, edit.spans_before), edit.truths, strict=True):
            came[truth.fate, "placed" if placement.span else "to a person"] += 1
            if placement.span and (truth.fate in {"changed", "gone"} or placement.span != truth.span):
                wrong.append(seed)
    print(f"edits {seeds.start} to {seeds.stop - 1}: {came.total():,} quotations, {len(wrong)} placed wrongly {wrong[:10] or ''}")
    for fate in ("same", "mended"):
        placed = came[fate, "placed"]
        print(f"  {fate}: {placed:,} placed, {placed / max(1, placed + came[fate, 'to a person']):.1%}")


if __name__ == "__main__":
    main()
