"""How long the claims of a long article take to be anchored anew, beside comparing its two texts by difflib.

    python -m benchmarks.anchoring [--words 100000] [--claims 500]

Each edit is timed, in processor time, in alternating order with a line-by-line comparison of the same two texts, which places no claim. No
database takes part.
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
}
ROUNDS = 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=100_000)
    parser.add_argument("--claims", type=int, default=500)
    options = parser.parse_args()
    rng = random.Random(1)
    text = mutations.make_text(rng, sentences=options.words * 82 // 1000)
    sentences = rng.sample([sentence for paragraph in text for sentence in paragraph], options.claims)
    before, places = mutations.render(text)
    spans = []
    for number, sentence in enumerate(sentences):
        words = places[sentence.key]
        spans.append((words[0][0], words[-1][1]) if number % 2 else (words[1][0], words[min(5, len(words) - 1)][1]))
    print(f"{len(before.split()):,} words, {options.claims} claims, no database; processor time")
    for name, edits in EDITS.items():
        changed = copy.deepcopy(text)
        for edit in edits:
            edit(changed, rng)
        after, _ = mutations.render(changed)
        ours, theirs = [], []
        for turn in range(ROUNDS):
            for is_ours in (turn % 2 == 0, turn % 2 == 1):
                started = time.process_time()
                if is_ours:
                    placements = anchoring.reanchor(before, after, spans)
                else:
                    difflib.SequenceMatcher(None, before.split("\n\n"), after.split("\n\n"), autojunk=False).get_opcodes()
                (ours if is_ours else theirs).append(time.process_time() - started)
        mine, other = statistics.median(ours), statistics.median(theirs)
        counts = ", ".join(f"{count} {state}" for state, count in sorted(Counter(p.state.value for p in placements).items()))
        print(f"{name:26} {mine * 1000:7.0f} ms; difflib on paragraphs {other * 1000:7.0f} ms; ratio {mine / other:6.2f}; {counts}")


if __name__ == "__main__":
    main()
