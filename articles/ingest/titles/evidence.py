"""What is said for a line being the title, or against it, is summed up."""

from __future__ import annotations

from itertools import pairwise

from articles.ingest.titles.beside_others import BESIDE_OTHERS
from articles.ingest.titles.by_itself import BY_ITSELF
from articles.ingest.titles.contest import Contest
from articles.ingest.titles.named_elsewhere import NAMED_ELSEWHERE
from articles.ingest.titles.pairs import OF_PAIRS
from articles.ingest.titles.printed_again import PRINTED_AGAIN


def weigh(contest: Contest) -> dict[int, float]:
    """Return for each candidate how much speaks for it, in tenths of a point.

    All weights are whole numbers, so that sums are exact in whichever order the pieces of evidence stand in their tables.
    """
    scores: dict[int, float] = dict.fromkeys(contest.titles, 0)
    for evidence, weight in (*BY_ITSELF, *BESIDE_OTHERS, *PRINTED_AGAIN, *NAMED_ELSEWHERE):
        for i in contest.titles:
            scores[i] += weight * evidence(contest, i)
    for evidence, weight_of_first, weight_of_second in OF_PAIRS:
        for first, second in pairwise(contest.titles):
            holds = evidence(contest, first, second)
            scores[first] += weight_of_first * holds
            scores[second] += weight_of_second * holds
    return scores
