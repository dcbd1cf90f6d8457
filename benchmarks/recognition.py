"""How well names are found in the labelled sentences, and how fast: a hundred thousand names, and the starter file's, beside one another.

Run with ``make bench`` or ``python -m benchmarks.recognition [--names N] [--words N] [--rounds N]``. Printed: precision and recall by
language and the mistakes; then, for an English and a Russian article of N words, the milliseconds (CPU) with the large gazetteer and
with the small one, in alternating order, and their ratio; warm-up and memory of the large one. Asks no database.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import statistics
import time
from pathlib import Path

from entities.formats import EntityRecord, read_authority
from entities.metonyms import Called, stand_for
from entities.recognition import KAZAKH_IN_LATIN, Gazetteer, GazetteerName

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("en", "ru", "kk")
# Words that name nobody, so that an article is as thick with names as articles are: about one word in twelve.
_FILLING = {
    "en": [
        "the",
        "talks",
        "were",
        "held",
        "behind",
        "closed",
        "doors",
        "and",
        "both",
        "sides",
        "said",
        "that",
        "trade",
        "in",
        "grain",
        "and",
        "uranium",
        "would",
        "grow",
        "over",
        "the",
        "next",
        "three",
        "years",
    ],
    "ru": [
        "стороны",
        "обсудили",
        "торговлю",
        "зерном",
        "и",
        "ураном",
        "а",
        "также",
        "новые",
        "маршруты",
        "и",
        "отметили",
        "что",
        "за",
        "последние",
        "годы",
        "товарооборот",
        "заметно",
        "вырос",
    ],
}
_LATIN = ["ba", "ka", "tu", "ro", "mi", "sa", "len", "dar", "kos", "uly", "nur", "ai", "bek", "zhan", "er", "gul"]
_CYRILLIC = ["ба", "ка", "ту", "ро", "ми", "са", "лен", "дар", "кос", "улы", "нур", "ай", "бек", "жан", "ер", "гүл"]
_SURNAMES = {"latin": ("ov", "ev", "in", ""), "cyrillic": ("ов", "ев", "ин", "")}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--names", type=int, default=100_000)
    parser.add_argument("--words", type=int, default=5_000)
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    entities = read_authority((ROOT / "fixtures" / "authority.json").read_text(encoding="utf-8"))
    own = names_of(entities)
    small = Gazetteer(own)
    for name in ("sentences", "held-out", "held-out-2", "held-out-3", "held-out-4"):
        judge(name, labelled(name), entities, small)
    rows = labelled("sentences")
    measure(rows, own, small, options)


def labelled(name: str) -> list[dict]:
    """Return the labelled sentences of a file: those the rules were tuned on, or those held out."""
    return [json.loads(line) for line in (ROOT / "tests" / "data" / "names" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def names_of(entities: list[EntityRecord]) -> list[GazetteerName]:
    """Return the names of ``entities`` that tagging may use; each entity's place in the list is its id."""
    names = [(at, entity, name) for at, entity in enumerate(entities) for name in entity.names if name.tagging]
    called = (
        Called(name.text, at, name.language, name.kind == "metonym", name.kind == "former" or name.to_year is not None) for at, _, name in names
    )
    return [
        GazetteerName(
            name.text, at, is_acronym=name.kind == "acronym", from_year=name.from_year, to_year=name.to_year, is_person=entity.kind == "person",
            is_kazakh_latin=name.language == KAZAKH_IN_LATIN,
        )
        for at, entity, name in names
    ] + [GazetteerName(text, at) for text, at in stand_for(called)]  # fmt: skip


def judge(name: str, rows: list[dict], entities: list[EntityRecord], gazetteer: Gazetteer) -> None:
    """Print what was proposed, what was right and what was missed."""
    print(f"{name}: {len(rows)} labelled sentences, {len(entities)} entities")
    totals = [0] * 6
    mistakes = []
    for language in LANGUAGES:
        counts = [0] * 6
        for row in (row for row in rows if row["language"] == language):
            sure, listed = set(), set()
            for mention in gazetteer.find(row["text"]):
                (listed if mention.is_ambiguous else sure).update(entities[at].slug for at in mention.entities)
            expected, doubtful = set(row["sure"]), set(row["doubtful"])
            found = (sure & expected, sure, expected, sure & doubtful, (listed - sure) & doubtful, doubtful)
            counts = [count + len(part) for count, part in zip(counts, found, strict=True)]
            if sure != expected:
                mistakes.append(f"  {language} {row['text']!r}: wrong {sorted(sure - expected)}, missed {sorted(expected - sure)}")
            if doubtful - listed:
                mistakes.append(f"  {language} {row['text']!r}: not listed {sorted(doubtful - listed)}")
        totals = [total + count for total, count in zip(totals, counts, strict=True)]
        print(_line(language, counts))
    print(_line("all", totals))
    print("\n".join(mistakes))


def _line(name: str, counts: list[int]) -> str:
    right, proposed, expected, applied, listed, doubtful = counts
    return (
        f"{name:>4}  precision {right / proposed:.2%} ({right} of {proposed})  recall {right / expected:.2%} ({right} of {expected})  "
        f"doubtful names applied {applied}, listed {listed} of {doubtful}"
    )


def measure(rows: list[dict], own: list[GazetteerName], small: Gazetteer, options: argparse.Namespace) -> None:
    """Print how long the two gazetteers take for the same articles, and what the large one costs to make ready."""
    chance = random.Random(20261126)
    added = [_invented(chance, 1_000 + number) for number in range(options.names - len(own))]
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.process_time()
    large = Gazetteer([*own, *added])
    print(f"{options.names:,} names: made ready in {time.process_time() - started:.1f} s, {(_held() - held) / 1024:.0f} MB")
    for language in _FILLING:
        text = article(chance, [row["text"] for row in rows if row["language"] == language], added, language, options.words)
        cold = _timed(large, text)
        warm: dict[str, list[float]] = {"large": [], "small": []}
        for number in range(options.rounds):
            both = [("large", large), ("small", small)]
            for name, gazetteer in both if number % 2 else reversed(both):
                warm[name].append(_timed(gazetteer, text))
        slow, fast = (statistics.median(warm[name]) for name in ("large", "small"))
        mentions = len(large.find(text))
        print(
            f"{language}: {options.words:,} words, {len(text):,} characters, {mentions} mentions: first {cold:.1f} ms, then {slow:.1f} ms "
            f"(worst {max(warm['large']):.1f}); {len(own):,} names {fast:.1f} ms; ratio {slow / fast:.2f}"
        )


def article(chance: random.Random, sentences: list[str], added: list[GazetteerName], language: str, words: int) -> str:
    """Return an article of ``words`` words: labelled sentences and a few invented names among words that name nobody."""
    text: list[str] = []
    while len(text) < words:
        text += chance.choice(sentences).split()
        text += chance.choices(_FILLING[language], k=18)
        if chance.random() < 0.3:
            text += [*chance.choice(added).text.split(), "said."]
    return "\n\n".join(" ".join(text[at : at + 80]) for at in range(0, words, 80))


def _invented(chance: random.Random, entity: int) -> GazetteerName:
    script, syllables = chance.choice([("latin", _LATIN), ("cyrillic", _CYRILLIC)])
    given = "".join(chance.choices(syllables, k=3)).capitalize()
    surname = "".join(chance.choices(syllables, k=3)).capitalize() + chance.choice(_SURNAMES[script])
    return GazetteerName(f"{given} {surname}", entity, is_person=True)


def _timed(gazetteer: Gazetteer, text: str) -> float:
    started = time.process_time()
    gazetteer.find(text)
    return (time.process_time() - started) * 1000


def _held() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main()
