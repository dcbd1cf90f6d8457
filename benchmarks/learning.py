"""Learn from the pages whose record is known what the lines beside a text and its headline show, and write the weights of the votes.

Run with ``python -m benchmarks.learning``: the same pages give the same weights. ``--without SET ...`` leaves out the pages whose names
begin with one of these, and ``--to FOLDER`` writes elsewhere: so a vote is asked about pages that it has not learnt from. The two sets
that are held out are never learnt from.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from articles.ingest.comparing import comparable
from articles.ingest.learned.days import Days
from articles.ingest.learned.features import Sheet
from articles.ingest.learned.names import Names, Place
from articles.ingest.learned.weights import FOLDER, Weights, write
from articles.ingest.page import Page
from articles.ingest.read import UnreadableCapture, read
from articles.ingest.reading import key_of_name
from benchmarks.reading import ROOT, SAMPLE, expectations

Row = tuple[list[str], bool]
LEAST_TIMES = 2  # a feature that one line alone shows says nothing of others
MOST_FEATURES = 20_000
STRENGTH = 1.0  # of the penalty on large weights, as its inverse
_ENOUGH = 40
_MOST_LINES_BESIDE = 30
_MOST_LINES_OF_TEXT = 12
_NEXT_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[\"“«„(]?[A-ZА-ЯҚӘҒҢӨҰҮІ0-9])")


class Known:
    """A page whose record is known: its lines, and where in it the text begins and ends, counted in letters."""

    def __init__(self, page: Page, record: dict) -> None:
        self.page, self.record = page, record
        self.sheet = Sheet(page)
        self.reach = [0]  # how many letters stand up to each line
        for i in range(page.count):
            self.reach.append(self.reach[-1] + len(_letters(page.raw(i))))
        letters = "".join(_letters(page.raw(i)) for i in range(page.count))
        start, end = _ends(record)
        self.start = letters.find(start) if start else -1
        self.end = letters.rfind(end) + len(end) if end and end in letters else -1

    def place(self) -> Place | None:
        """Return where title and text stand; None where the record does not say where the text begins."""
        titles = {comparable(title) for title in (self.record.get("title"), *self.record.get("title_also_accepted", ())) if title}
        first = next((i for i in self.lines() if self.is_text(i)), None) if self.start >= 0 else None
        if first is None:
            return None
        last = next((i for i in reversed(list(self.lines())) if self.is_text(i)), first)
        return Place(next((i for i in self.lines() if comparable(self.sheet.lines[i]) in titles), None), first, last)

    def lines(self) -> Iterator[int]:
        return iter(sorted(self.sheet.lines))

    def is_above(self, i: int) -> bool:
        return self.reach[i + 1] <= self.start

    def is_text(self, i: int) -> bool:
        return self.reach[i] >= max(self.start, 0) and (self.end < 0 or self.reach[i] < self.end)

    def is_below(self, i: int) -> bool:
        return 0 <= self.end <= self.reach[i]

    def is_accepted_start(self, i: int) -> bool:
        """Tell whether the text may as well begin with line ``i``: a standfirst."""
        starts = self.record.get("body_starts_also_accepted", ())
        return any(start and _letters(self.page.line(i)).startswith(_letters(start)[:_ENOUGH]) for start in starts)

    def parted(self, i: int) -> tuple[str, str]:
        """Return line ``i`` up to where the text ends, and what is glued to it there."""
        line = self.sheet.lines[i]
        left = self.end - self.reach[i]
        if self.end < 0 or self.reach[i + 1] <= self.end:
            return line, ""
        at = next((n for n in range(len(line)) if len(_letters(line[: n + 1])) == left), len(line))
        return line[: at + 1], line[at + 1 :].strip()


def _ends(record: dict) -> tuple[str, str]:
    blocks = record.get("blocks")
    if isinstance(blocks, list) and blocks:
        texts = [text for kind, text in blocks if kind != "c"] or [""]
        return _letters(texts[0])[:_ENOUGH], _letters(texts[-1])[-_ENOUGH:]
    return _letters(record.get("body_starts") or "")[:_ENOUGH], _letters(record.get("body_ends") or "")[-_ENOUGH:]


def _letters(text: str) -> str:
    return "".join(text.split())


def known_pages(without: tuple[str, ...]) -> Iterator[Known]:
    """Yield the pages to learn from: all with a record that are not held out, but for those whose names begin with one of ``without``."""
    for folder in (SAMPLE, ROOT / "tests" / "data"):
        for path, record in expectations([folder]):
            if without and path.name.startswith(without):
                continue
            try:
                yield Known(Page(read(path.read_bytes(), filename=path.name)), record)
            except UnreadableCapture:
                continue


def rows_above(known: Known) -> Iterator[Row]:
    """The lines above a text, a standfirst aside, and the first of the text, each with its first sentence for another."""
    if known.start < 0:
        return
    above = [i for i in known.lines() if known.is_above(i)][-_MOST_LINES_BESIDE:]
    yield from ((known.sheet.above(i), True) for i in above if not known.is_accepted_start(i))
    for i in [i for i in known.lines() if known.is_text(i)][:_MOST_LINES_OF_TEXT]:
        yield known.sheet.above(i), False
        first, *more = _NEXT_SENTENCE.split(known.sheet.lines[i])
        if more:
            yield known.sheet.above(i, first), False


def rows_below(known: Known) -> Iterator[Row]:
    """The lines below a text, or glued to its end, and those of the text, each with its last sentence for another."""
    if known.end < 0:
        return
    below = [i for i in known.lines() if known.is_below(i)][:_MOST_LINES_BESIDE]
    for i in (i for i in known.lines() if known.is_text(i)):
        line, rest = known.parted(i)
        if len(rest) > 3:
            yield known.sheet.below(i, rest), True
        yield known.sheet.below(i, line), False
        *more, last = _NEXT_SENTENCE.split(line)
        if more:
            yield known.sheet.below(i, last), False
    yield from ((known.sheet.below(i), True) for i in below)


def rows_headline(known: Known) -> Iterator[Row]:
    """The lines at the head of a page: the headline, and the others; those that hold more than the headline or a part of it aside."""
    record = known.record
    if "title" not in record:
        return
    titles = {comparable(title) for title in (record["title"], *record.get("title_also_accepted", ())) if title}
    for i in known.sheet.lines_of_head():
        line = comparable(known.sheet.lines[i])
        if line in titles:
            yield known.sheet.headline(i), True
        elif len(line) <= 12 or not any(title in line or line in title for title in titles):
            yield known.sheet.headline(i), False


def rows_author(known: Known) -> Iterator[Row]:
    """The names in the head of a page and below its text: those of its authors, and all others."""
    record = known.record
    place = known.place()
    if "authors" not in record or place is None:
        return
    authors = {key_of_name(author["name"]) for author in record["authors"]}
    perhaps = {key_of_name(author["name"]) for authors in record.get("authors_also_accepted", ()) for author in authors}
    names = Names(known.sheet, place)
    for name in names.found:
        if name.key in authors or name.key not in perhaps:
            yield names.features(name), name.key in authors


def rows_day(known: Known) -> Iterator[Row]:
    """The days printed above and below a text: that of its publication, and all others; those less precise than it aside."""
    record = known.record
    place = known.place()
    if "published_on" not in record or place is None:
        return
    day = record["published_on"] or ""
    also = [other for other in record.get("published_on_also_accepted", ()) if other]
    days = Days(known.sheet, place)
    for found in days.found:
        readings = found.date.readings
        if any(other in readings for other in also) or (day and day not in readings and any(day.startswith(one) for one in readings)):
            continue
        yield days.features(found), day in readings


QUESTIONS: dict[str, Callable[[Known], Iterator[Row]]] = {
    "above": rows_above,
    "below": rows_below,
    "headline": rows_headline,
    "author": rows_author,
    "day": rows_day,
}


def learn(rows: list[Row]) -> Weights:
    """Return the weights that make the answers of ``rows`` likeliest, large weights being unlikely beforehand (logistic regression).

    Of them the ``MOST_FEATURES`` largest are kept, and none that fewer than ``LEAST_TIMES`` rows show.
    """
    times = Counter(feature for features, _ in rows for feature in set(features))
    names = sorted(feature for feature, count in times.items() if count >= LEAST_TIMES)
    place = {feature: n for n, feature in enumerate(names)}
    lists = [sorted(place[feature] for feature in set(features) if feature in place) for features, _ in rows]
    columns = np.concatenate([np.array(line, dtype=np.int64) for line in lists])
    counts = np.array([len(line) for line in lists])
    row_of = np.repeat(np.arange(len(rows)), counts)
    signs = np.array([1.0 if answer else -1.0 for _, answer in rows])

    def loss_and_slope(weights: np.ndarray) -> tuple[float, np.ndarray]:
        sums = np.bincount(row_of, weights=weights[columns], minlength=len(rows)) + weights[-1]
        margins = signs * sums
        loss = np.logaddexp(0.0, -margins).sum() + 0.5 / STRENGTH * (weights @ weights)
        pulls = -signs / (1.0 + np.exp(np.clip(margins, -500, 500)))
        slope = np.bincount(columns, weights=pulls[row_of], minlength=len(names))
        return float(loss), np.append(slope, pulls.sum()) + weights / STRENGTH

    weights = _least(loss_and_slope, np.zeros(len(names) + 1))
    kept = np.argsort(-np.abs(weights[:-1]), kind="stable")[:MOST_FEATURES]
    return Weights(float(weights[-1]), {names[n]: float(weights[n]) for n in kept if abs(weights[n]) >= 0.001})


def _least(function: Callable[[np.ndarray], tuple[float, np.ndarray]], at: np.ndarray, *, most_steps: int = 150, memory: int = 8) -> np.ndarray:
    """Return where ``function``, which is convex, is least: the method of Broyden, Fletcher, Goldfarb and Shanno with a short memory."""
    value, slope = function(at)
    steps: list[np.ndarray] = []
    changes: list[np.ndarray] = []
    for _ in range(most_steps):
        direction, past = -slope, []
        for step, change in zip(reversed(steps), reversed(changes), strict=True):
            share = (step @ direction) / (step @ change)
            past.append((share, step, change))
            direction = direction - share * change
        if steps:
            direction = direction * ((steps[-1] @ changes[-1]) / (changes[-1] @ changes[-1]))
        for share, step, change in reversed(past):
            direction = direction + (share - (change @ direction) / (step @ change)) * step
        width = 1.0 if steps else 1.0 / max(1.0, float(np.abs(slope).sum()))
        while True:
            there = at + width * direction
            new_value, new_slope = function(there)
            if new_value <= value + 1e-4 * width * (slope @ direction) or width < 1e-10:
                break
            width /= 2
        steps, changes = [*steps[1 - memory :], there - at], [*changes[1 - memory :], new_slope - slope]
        is_still = value - new_value <= 1e-7 * max(1.0, abs(value))
        at, value, slope = there, new_value, new_slope
        if is_still:
            break
    return at


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--without", nargs="*", default=[], metavar="SET", help="leave out the pages whose names begin so")
    parser.add_argument("--question", nargs="*", choices=QUESTIONS, default=list(QUESTIONS), help="learn the answers to these alone")
    parser.add_argument("--to", type=Path, default=FOLDER, metavar="FOLDER")
    options = parser.parse_args()
    options.to.mkdir(parents=True, exist_ok=True)
    begin = time.perf_counter()
    rows: dict[str, list[Row]] = {question: [] for question in options.question}
    pages = 0
    for known in known_pages(tuple(options.without)):
        pages += 1
        for question in rows:
            rows[question].extend(QUESTIONS[question](known))
    for question, answers in rows.items():
        weights = learn(answers)
        write(weights, options.to / f"{question}.tsv")
        yes = sum(answer for _, answer in answers)
        print(f"{question:<10}{pages:>6} pages{len(answers):>8} lines{yes:>8} yes{len(weights.of_features):>8} features")
    print(f"{time.perf_counter() - begin:.1f} s")


if __name__ == "__main__":
    main()
