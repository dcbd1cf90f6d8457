"""How well captures are read: precision and recall of every field over the captures whose record was written down by hand.

Run with ``python -m benchmarks.reading [-v] [FOLDER ...]``; without a folder, all of ``tests/data`` and, where it is at hand, the
folder of real captures, and then, counted apart, the two sets of captures held out: no rule was made with these in view, so that
their figures say how a page that nobody here has seen will be read. A value that stands in the capture and is not found is missed,
another than the one that stands there is wrong, and one found where none stands is invented. ``-v`` lists each of them,
expected and found. ``--hold`` reads all of the plain sample and fails where fewer fields are right than were: ``make test`` has time for
a third of it.
"""

from __future__ import annotations

import argparse
import datetime as dt
import difflib
import itertools
import json
import operator
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, field
from pathlib import Path
from zlib import crc32

from articles.ingest.draft import draft
from articles.ingest.read import UnreadableCapture
from articles.ingest.record import Draft

ROOT = Path(__file__).parents[1]
HELD_OUT = ROOT / "tests" / "data" / "pages" / "heldout"
UNSEEN = HELD_OUT.with_name("unseen")  # the second set, of sites that the first two have no page of
# Pages as plain queries gave them, none chosen: their records say the title, the authors, the day and where the text begins, and no more.
SAMPLE = ROOT / "tests" / "data" / "samples" / "open"
SAMPLE_HELD_OUT = SAMPLE.with_name("heldout")
COUNTED_APART = {
    "captures held out": HELD_OUT,
    "captures held out, second set": UNSEEN,
    "a plain sample, which rules were made with": SAMPLE,
    "a plain sample, held out": SAMPLE_HELD_OUT,
}
# What is reached on all of the sample: right values, and values that are not their page's own. The first may only grow, the second only shrink.
SAMPLE_RIGHT = {"title": 2880, "published_on": 1884, "authors": 1798, "body start": 3675, "body end": 1812}
SAMPLE_NOT_ITS_OWN = {"title": 68, "published_on": 8, "authors": 26, "body start": 94, "body end": 34}
FOLDERS = (ROOT / "tests" / "data", ROOT.parent / "shared" / "captures")
TODAY = dt.date(2026, 11, 22)

# Fields with one value; those of the text follow from its blocks.
VALUES = (
    "title", "subtitle", "byline", "publication", "publisher", "section", "volume", "issue", "pages", "published_on", "published_basis",
    "dateline", "language", "rights", "source_url", "parts",
)  # fmt: skip
SETS = ("authors", "roles", "quality", "doubts", "captions", "blocks")
ENDS = ("body start", "body end")
_END_CHARACTERS = 40


@dataclass
class Score:
    """How often a field was right, missed, wrong (another value than the one printed) and invented (none is printed)."""

    right: int = 0
    missed: int = 0
    wrong: int = 0
    invented: int = 0
    absent: int = 0  # rightly found nowhere

    def __add__(self, other: Score) -> Score:
        return Score(*map(operator.add, astuple(self), astuple(other)))

    @property
    def precision(self) -> float:
        found = self.right + self.wrong + self.invented
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        stated = self.right + self.missed + self.wrong
        return self.right / stated if stated else 1.0


@dataclass(frozen=True)
class Slip:
    """One field of one capture that was not read as it stands."""

    capture: str
    field: str
    expected: object
    found: object


@dataclass
class Report:
    scores: dict[str, Score] = field(default_factory=dict)
    slips: list[Slip] = field(default_factory=list)
    captures: int = 0
    body_characters: int = 0
    lost_characters: int = 0
    surplus_characters: int = 0
    removed: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def __add__(self, other: Report) -> Report:
        names = [*self.scores, *(name for name in other.scores if name not in self.scores)]
        return Report(
            {name: self.scores.get(name, Score()) + other.scores.get(name, Score()) for name in names},
            [*self.slips, *other.slips],
            self.captures + other.captures,
            self.body_characters + other.body_characters,
            self.lost_characters + other.lost_characters,
            self.surplus_characters + other.surplus_characters,
            self.removed + other.removed,
            self.seconds + other.seconds,
        )


def expectations(folders: Iterable[Path] = FOLDERS) -> Iterator[tuple[Path, dict]]:
    """Yield each capture under ``folders`` that has an expected record, with that record, in the order of their paths.

    Those counted apart come only where their own folder is asked for.
    """
    for folder in folders:
        for path in sorted(folder.rglob("*.expected.json")):
            if path.parent in COUNTED_APART.values() and path.parent != folder:
                continue
            expected = json.loads(path.read_text(encoding="utf-8"))
            stem = path.name.removesuffix(".expected.json")
            capture = next(path.with_name(stem + suffix) for suffix in (".txt", ".html", ".htm") if path.with_name(stem + suffix).exists())
            yield capture, expected


def measure(folders: Iterable[Path] = FOLDERS) -> Report:
    """Return how the captures under ``folders`` are read, beside their expected records."""
    return measure_captures(expectations(folders))


def measure_captures(captures: Iterable[tuple[Path, dict]]) -> Report:
    """Return how ``captures`` are read, beside the record that stands with each."""
    report = Report()
    for capture, expected in captures:
        data = capture.read_bytes()
        begin = time.perf_counter()
        try:
            found = draft(data, filename=capture.name, today=TODAY)
        except UnreadableCapture:
            found = None
        report.seconds += time.perf_counter() - begin
        report.captures += 1
        _compare(report, capture.stem, expected, found)
    return report


def _compare(report: Report, name: str, expected: dict, found: Draft | None) -> None:
    got = _record(found) if found else {}
    for key in VALUES:
        if key in expected:
            allowed = [expected[key], *expected.get(f"{key}_also_accepted", ())]
            _count_value(report, name, key, allowed, got.get(key))
    _compare_people(report, name, expected, got.get("authors", []))
    for key in ("quality", "doubts", "captions"):
        if key in expected:
            _count_set(report, name, key, expected[key], got.get(key, []))
    if isinstance(expected.get("blocks"), list):
        blocks = [tuple(block) for block in expected["blocks"]]
        _count_set(report, name, "blocks", blocks, got.get("blocks", []))
        _compare_body(report, name, [text for _, text in blocks], [text for _, text in got.get("blocks", [])])
    else:
        below_captions = itertools.dropwhile(lambda block: block[0] == "c", got.get("blocks", []))
        _compare_ends(report, name, expected, _letters("".join(text for _, text in below_captions)))
    for stretch in found.removed if found else ():
        report.removed[stretch.rule] += stretch.end - stretch.start


def _record(found: Draft) -> dict:
    record = {key: getattr(found, key) for key in VALUES if key != "parts"}
    texts = found.body.split("\n\n") if found.body else []
    return record | {
        "parts": len(found.parts),
        "authors": [(author.name, author.role, author.affiliation) for author in found.authors],
        "quality": list(found.quality),
        "doubts": [doubt.code for doubt in found.doubts],
        "captions": list(found.captions),
        "blocks": list(zip(found.kinds, texts, strict=True)),
    }


def _compare_people(report: Report, name: str, expected: dict, found: list[tuple]) -> None:
    accepted = [
        [(person["name"], person.get("role"), person.get("affiliation")) for person in people]
        for people in [expected["authors"], *expected.get("authors_also_accepted", ())]
    ]
    names = {person[0] for person in found}
    # The reading that comes nearest to what was found is the one to compare with: whole records first, then names.
    people = min(accepted, key=lambda people: (set(people) != set(found), len({person[0] for person in people} ^ names), accepted.index(people)))
    _count_set(report, name, "authors", [person[0] for person in people], sorted(names))
    if "blocks" not in expected:  # a record of a sample, which names the authors and no more
        return
    described = [person for person in people if person[1:] != (None, None)]
    _count_set(report, name, "roles", described, [person for person in found if person[1:] != (None, None)])


def _compare_body(report: Report, name: str, expected: list[str], found: list[str]) -> None:
    before, after = "\n".join(expected), "\n".join(found)
    for key, end in (("body start", slice(0, _END_CHARACTERS)), ("body end", slice(-_END_CHARACTERS, None))):
        _count_value(report, name, key, [_letters(before)[end] or None], _letters(after)[end] or None)
    old, new = before.split(), after.split()
    lost = surplus = 0
    for tag, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            lost += sum(map(len, old[i:j]))
            surplus += sum(map(len, new[k:m]))
    report.body_characters += len(_letters(before))
    report.lost_characters += lost
    report.surplus_characters += surplus
    if lost or surplus:
        report.slips.append(Slip(name, "body", f"{lost} characters lost", f"{surplus} too much"))


def _compare_ends(report: Report, name: str, expected: dict, letters: str) -> None:
    """Compare the first and the last ``letters`` of a body with what a record without blocks says of them."""
    if "body_starts" in expected:
        starts = [start and _letters(start)[:_END_CHARACTERS] for start in (expected["body_starts"], *expected.get("body_starts_also_accepted", ()))]
        found = next((start for start in starts if start and letters.startswith(start)), letters[:_END_CHARACTERS] or None)
        _count_value(report, name, "body start", starts, found)
    if "body_ends" in expected:
        ends = [_letters(end)[-_END_CHARACTERS:] for end in (expected["body_ends"], *expected.get("body_ends_also_accepted", ()))]
        found = next((end for end in ends if letters.endswith(end)), letters[-len(ends[0]) :] or None)
        _count_value(report, name, "body end", ends, found)


def is_in_third(capture: Path) -> bool:
    """Tell whether ``capture`` is of the third of a sample that is read wherever time is short: by its name, whatever pages come or go."""
    return crc32(capture.stem.encode()) % 3 == 0


def fallen(report: Report, right: dict[str, int], not_its_own: dict[str, int]) -> list[str]:
    """Return the fields of which ``report`` has fewer values right, or more that are not their page's own, than these numbers."""
    scores = report.scores
    return [key for key in right if scores[key].right < right[key] or scores[key].wrong + scores[key].invented > not_its_own[key]]


def _letters(text: str) -> str:
    return "".join(text.split())


def _count_value(report: Report, name: str, key: str, allowed: list, found: object) -> None:
    score = report.scores.setdefault(key, Score())
    if found in allowed:
        if found is None:
            score.absent += 1
        else:
            score.right += 1
        return
    if found is None:
        score.missed += 1
    elif allowed[0] is None:
        score.invented += 1
    else:
        score.wrong += 1
    report.slips.append(Slip(name, key, allowed[0], found))


def _count_set(report: Report, name: str, key: str, expected: list, found: list) -> None:
    score = report.scores.setdefault(key, Score())
    wanted, got = Counter(map(_hashable, expected)), Counter(map(_hashable, found))
    score.right += (wanted & got).total()
    missed, surplus = wanted - got, got - wanted
    score.missed += missed.total()
    score.invented += surplus.total()
    if not expected and not found:
        score.absent += 1
    if missed or surplus:
        report.slips.append(Slip(name, key, sorted(missed, key=str), sorted(surplus, key=str)))


def _hashable(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("-v", "--verbose", action="store_true", help="list each field that is not as expected")
    parser.add_argument("--field", action="append", help="with -v, only these fields")
    parser.add_argument("--hold", action="store_true", help="read the plain sample; exit with 1 where fewer fields are right than were")
    options = parser.parse_args()
    if options.hold:
        report = measure([SAMPLE])
        show(report, options)
        raise SystemExit(", ".join(fields) + " fell" if (fields := fallen(report, SAMPLE_RIGHT, SAMPLE_NOT_ITS_OWN)) else 0)
    if options.folders:
        show(measure(options.folders), options)
        return
    print("captures that the rules were made with")
    show(measure(folder for folder in FOLDERS if folder.is_dir()), options)
    for heading, folder in COUNTED_APART.items():
        print(f"\n{heading}")
        show(measure([folder]), options)


def show(report: Report, options: argparse.Namespace) -> None:
    """Print ``report``: with ``options.verbose`` each slip (of ``options.field`` alone, where given), then the figures."""
    if options.verbose:
        for slip in report.slips:
            if not options.field or slip.field in options.field:
                print(f"{slip.capture}: {slip.field}\n    expected {slip.expected!r}\n    found    {slip.found!r}")
        print()
    print(f"{'field':<16}{'precision':>10}{'recall':>8}{'right':>7}{'missed':>8}{'wrong':>7}{'invented':>10}{'absent':>8}")
    for key in [*VALUES, *SETS, *ENDS]:
        if key in report.scores:
            score = report.scores[key]
            counts = f"{score.right:>7}{score.missed:>8}{score.wrong:>7}{score.invented:>10}{score.absent:>8}"
            print(f"{key:<16}{score.precision:>10.3f}{score.recall:>8.3f}{counts}")
    lost, surplus = (100 * part / max(1, report.body_characters) for part in (report.lost_characters, report.surplus_characters))
    print(
        f"\n{report.captures} captures, {1000 * report.seconds / max(1, report.captures):.1f} ms each. Body: {report.body_characters:,} characters, "
        f"{report.lost_characters:,} lost ({lost:.1f} %), {report.surplus_characters:,} too much ({surplus:.1f} %)."
    )
    print("\nremoved characters by rule")
    for rule, count in report.removed.most_common():
        print(f"{count:>8}  {rule}")


if __name__ == "__main__":
    main()
