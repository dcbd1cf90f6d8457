"""How much each feature of a line counts, read from lines of words and numbers."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).with_name("weights")


class Weights:
    """What the features of a line count for one question: in natural logarithms of the odds, added up."""

    def __init__(self, bias: float, of_features: dict[str, float]) -> None:
        self.bias = bias
        self.of_features = of_features

    def score(self, features: Iterable[str]) -> float:
        """Return the logarithm of the odds that the answer is yes for a line that shows ``features``; 0 is even odds."""
        of = self.of_features
        return self.bias + sum(of.get(feature, 0.0) for feature in set(features))


@cache
def weights_of(question: str) -> Weights:
    """Return what was learnt for ``question``: "above", "below", "headline", "author", "day"."""
    return read(FOLDER / f"{question}.tsv")


def read(path: Path) -> Weights:
    """Return the weights that stand at ``path``: the bias in the first line, then a feature, a tab and its weight in each."""
    first, *lines = path.read_text(encoding="utf-8").splitlines()
    pairs = (line.rpartition("\t") for line in lines)
    return Weights(float(first), {feature: float(weight) for feature, _, weight in pairs})


def write(weights: Weights, path: Path) -> None:
    """Put ``weights`` at ``path``, the features in the order of their letters."""
    lines = [f"{weights.bias:.3f}", *(f"{feature}\t{weight:.3f}" for feature, weight in sorted(weights.of_features.items()))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
