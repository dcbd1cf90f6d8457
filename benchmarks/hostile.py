"""What the costliest captures cost: ten megabytes of nothing but one kind of thing that the reader looks at closely, each kind in each setting.

Run with ``make bench`` or ``python -m benchmarks.hostile [--megabytes N] [--kinds WORD,...] [--settings lines,...] [--saved]``. Each is read
in a process of its own, whole (``draft``), and the sources that its text names are looked for, as is done where a version is kept. Printed:
seconds of both, how many sources were found, the most memory that the process ever held, and at the end the worst of each. ``--saved``
brings each in as well, through the editor's own act into an archive in SQLite: read again, and files, version, sources and index written.
Without ``--kinds`` and ``--settings`` it is the costliest alone; ``--kinds=`` asks for all of them.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib
import itertools
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable

from benchmarks import databases

TODAY = dt.date(2026, 11, 22)
_NOTHING = {"sources": 0.0, "import": 0.0, "found": "refused"}

# Settings: how the pieces stand below one another. As one block, no line is ever short.
SETTINGS: dict[str, Callable[[str], str]] = {
    "lines": "{}\n".format, "paragraphs": "{}\n\n".format, "one-line": "{} ".format, "marked": "<p>{}</p>\n".format
}  # fmt: skip

# Kinds, by what is repeated: {n} counts up, {out}, {day}, {name}, {word} are drawn anew in every piece, so that nothing can be remembered.
PIECES = {
    "in-brackets": "({out}, {day})",
    "several-in-brackets": "({out}, {day}; {out}, {day}; see {out}, {day}; {name}, {day})",
    "bracketed-unknown": "({name} {n}a, {day})",
    "sentence-and-brackets": "The {word} opened at {n} ({out}, {day}).",
    "according-to": "According to {out}, the {word} was opened, {out} reported on {day}.",
    "according-to-nobody": "According to the {word} of {name}, as reported by the {word} newspaper {name} {n},",
    "who-reported": "{out} reported {name} {name} reported that {word} {n} wrote.",
    "told": "{name} told {out} in an interview with {name} {n},",
    "one-breath": "reported by {out}, {out}, {out}, {out}, {out}, {out} and {out}",
    "press-services": "the press service of the {name} {name} of {name} and {name} {n} reports",
    "russian": "Как сообщает {ru}, {word} {n}, со ссылкой на агентство «{ru}», пишет {ru}.",
    "russian-ministries": "сообщает пресс-служба Министерства иностранных дел, по данным МИД РК {n}, сообщили в МИД",
    "kazakh": "деп хабарлайды {kk}, {kk} баспасөз қызметі хабарлады {n}, {kk} порталы жазды.",
    "german": "Wie die {de} unter Berufung auf {out} am {n}. meldet, laut {de}, nach Angaben der {name} Agentur.",
    "french": "Selon {fr}, a rapporté l’agence {name} {n}, d’après {fr}, dans un entretien avec {name}.",
    "turkish": "{tr}, {word} {n} olduğunu bildirdi. {tr} haberine göre, Anadolu Ajansı’nın aktardığına göre.",
    "slashes": "///{out}, {day}",
    "slashed": "The {word} {n}. /{out}/",
    "dashed": "The {word} {n}. – {out}",
    "several-slashed": "The {word} {n}. ({out}/{out}/{out}/{name})",
    "labels": "Source: {out}",
    "labels-in-brackets": "(Source: {name} {n} via {out}, {day})",
    "sites": "its website, {word}{n}.kz, {word}.gov.kz, via www.{word}{n}.com,",
    "bare-names": "{out}, {day} {name}, {n} {out}",
    "quotation-marks": "«{name} {n}» сообщает «{ru}» “{name}” told “{out}” „{de}“",
    "bylines": "By {name} {name}",
    "bylines-with-days": "By {name} {name} | {day}",
    "bylines-of-many": "By {name} {name}, {name} {name}, {name} {name} and {name} {name}, {out}",
    "russian-bylines": "Автор: {rn} {rn}",
    "lines-of-names": "{name} {name}",
    "lines-of-many-names": "{name} {name}, {name} {name}, {name} {name}",
    "roles": "{name} {name}, Senior Fellow, Institute of {name} Studies",
    "days": "{day}",
    "days-in-figures": "{d:02}/{m:02}/20{y:02}",
    "labelled-days": "Published: {day}, updated: {day}",
    "russian-days": "Опубликовано {d} мая 20{y:02} г., {n}",
    "datelines": "ASTANA, {day} ({out}) — The {word} opened.",
    "headings": "The {name} and the {word} {n}",
    "capitals": "THE {word} OF {n}".upper().replace("{WORD}", "{word}").replace("{N}", "{n}"),
    "captions": "Photo: {name} {name} / {out}",
    "captions-below": "Caption: the {word} of {name} {n}. Photo by {name} {name}",
    "rights": "© 20{y:02} {name} {n}. All rights reserved.",
    "first-printings": "First published by {out} on {day}.",
    "volumes": "{name} Review, Vol. {n}, No. {d}, pp. {d}–{n}",
    "labels-and-values": "Title: The {word} {n} Author: {name} {name} Published in: {out}",
    "related": "Read also: The {word} of {name} {n}",
    "tags": "Tags: {word}, {name}, {word}",
    "menus": "{name}",
    "addresses": "https://www.{word}.kz/{n}/{word}",
    "mail": "{word}{n}@{word}.kz",
    "numbers": "{n}",
    "read-times": "Read {n} times",
    "prose": "The {word} of {name} was built in {n} days, and nobody who saw it then would know it again today, {name} said.",
    "prose-in-russian": "Дорогу в {rn} построили за {n} дней, и никто из тех, кто видел её тогда, не узнал бы её сегодня, сказал {rn}.",
    "ends": "ENDS",
    "quotations": "“The {word} of {n}, {name}",
    "repeated": "The same line of a page, word for word.",
    "one-letter": "A",
    "biographies": "{name} {name} is a senior fellow at the {name} Institute and the author of {n} books.",
    "footnotes": "[{n}] {name} {name}, The {word} of {name} ({out}, 20{y:02}), p. {n}.",
}
PIECES["mixed"] = ""  # one of all the others each time
PIECES["mixed-sources"] = ""  # of those up to the by-lines

_COSTLIEST = "in-brackets,one-breath,who-reported,days-in-figures,mixed"

_OUTLETS = ("Tengrinews", "MFA.kz", "Reuters", "The Astana Times", "Kazinform", "TASS", "Steppe Daily News", "AP", "RFE/RL", "KazPress")
_RUSSIAN = ("Казинформ", "ТАСС", "Интерфакс", "РИА Новости", "Российская газета", "Дала Пресс", "Казахстанская правда")
_KAZAKH = ("Қазинформ", "ҚазАқпарат", "Егемен Қазақстан", "Айқын", "Дала")
_GERMAN = ("Deutsche Presse-Agentur", "Steppenzeitung Zeitung", "dpa", "Frankfurter Allgemeine Zeitung", "Spiegel")
_FRENCH = ("l’Agence France-Presse", "Le Monde", "Les Echos", "RFI", "le quotidien Rive")
_TURKISH = ("Anadolu Ajansı", "Hürriyet", "TRT Haber", "İHA", "Bozkır Gazetesi")
_SYLLABLES = "ba ka tu ro mi sa len dar kos nur ai bek zhan er gul"
_SYLLABLES_IN_RUSSIAN = "ба ка ту ро ми са лен дар кос нур ай бек жан ер гул"
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_DIFFERENT = 20_000  # pieces of a kind before they come again, but for their numbers


class _Drawn(dict):
    """What stands in a piece for each name in it, drawn when it is asked for."""

    def __init__(self, chance: random.Random, number: int):
        self.chance, self.number = chance, number

    def __getitem__(self, key: str):
        return getattr(self, key)()

    def _made(self, syllables: str) -> str:
        return "".join(self.chance.choices(syllables.split(), k=self.chance.randint(2, 4)))

    def n(self) -> int:
        return self.number

    def d(self) -> int:
        return self.chance.randint(1, 28)

    def m(self) -> int:
        return self.chance.randint(1, 12)

    def y(self) -> int:
        return self.chance.randint(0, 25)

    def day(self) -> str:
        month, year = _MONTHS[self.m() - 1], f" 20{self.y():02}"
        return self.chance.choice((f"{month} {self.d()},{year}", f"{self.d()} {month}{year}", f"{month} {self.d()}"))

    def word(self) -> str:
        return self._made(_SYLLABLES)

    def name(self) -> str:
        return self._made(_SYLLABLES).capitalize()

    def rn(self) -> str:
        return self._made(_SYLLABLES_IN_RUSSIAN).capitalize()

    def out(self) -> str:
        return self.chance.choice((*_OUTLETS, f"{self.name()} Times", f"{self.word()}.kz"))

    def ru(self) -> str:
        return self.chance.choice((*_RUSSIAN, f"{self.rn()}Информ"))

    def kk(self) -> str:
        return self.chance.choice((*_KAZAKH, f"{self.rn()}"))

    def de(self) -> str:
        return self.chance.choice(_GERMAN)

    def fr(self) -> str:
        return self.chance.choice(_FRENCH)

    def tr(self) -> str:
        return self.chance.choice(_TURKISH)


def capture(kind: str, setting: str, size: int) -> bytes:
    """Return a capture of ``size`` bytes, or a few less, of nothing but ``kind``; the same every time."""
    chance = random.Random(f"{kind} {setting}")
    kinds = [kind]
    if kind.startswith("mixed"):
        kinds = list(itertools.takewhile(lambda other: other != ("bylines" if kind == "mixed-sources" else "mixed"), PIECES))
    pieces: list[str] = []
    for number in range(1, _DIFFERENT + 1):
        pieces.append(SETTINGS[setting](PIECES[chance.choice(kinds)].format_map(_Drawn(chance, number))))
    text = "".join(pieces).encode()
    whole = text * (size // len(text) + 1)
    return whole[: whole.rindex(b" " if setting == "one-line" else b"\n", 0, size) + 1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--megabytes", type=float, default=10)
    parser.add_argument("--kinds", default=_COSTLIEST, help="Only kinds that have one of these words in their names.")
    parser.add_argument("--settings", default="lines,one-line,marked", help=f"Of {', '.join(SETTINGS)}.")
    parser.add_argument("--saved", action="store_true", help="Bring each in as well.")
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        print(json.dumps(_cost(*options.inside.split(), options)))
        return
    wanted = [kind for kind in PIECES if any(word in kind for word in options.kinds.split(","))]
    columns = ("reading", "sources", *(["import"] if options.saved else []))
    print(f"{options.megabytes:g} MB of nothing but{'':22}" + "".join(f"{column + ' s':>11}" for column in columns) + f"{'found':>9}{'peak MB':>9}")
    worst: dict[str, tuple[float, str]] = {}
    for kind, setting in itertools.product(wanted, options.settings.split(",")):
        with databases.environment_of("sqlite") as environment:
            command = [sys.executable, "-m", "benchmarks.hostile", *sys.argv[1:], "--inside", f"{kind} {setting}"]
            cost = json.loads(subprocess.run(command, env=environment, check=True, capture_output=True).stdout.splitlines()[-1])
        figures = "".join(f"{cost[column]:11.1f}" for column in columns)
        print(f"{kind + ', ' + setting:40}{figures}{cost['found']:>9}{cost['peak']:9.0f}", flush=True)
        for column in (*columns, "peak"):
            worst[column] = max(worst.get(column, (0, "")), (cost[column], f"{kind}, {setting}"))
    for column, (value, where) in worst.items():
        print(f"worst {column}: {value:.1f} ({where})")


def _cost(kind: str, setting: str, options: argparse.Namespace) -> dict[str, float]:
    """Return what one capture costs in this process: seconds of its processor's time, and megabytes at the most."""
    from articles.ingest.draft import draft
    from articles.ingest.read import UnreadableCapture
    from articles.ingest.sources import sources_in

    if options.saved:
        databases.ready()
        importlib.import_module("entities.starter").load()
    data = capture(kind, setting, int(options.megabytes * 1_000_000))
    draft(b"A road and a port\n\nThe road leads to the port.", today=TODAY)  # expressions compiled: no part of what a capture costs
    started = time.process_time()
    cost = {}
    try:
        found = draft(data, filename="page.txt", today=TODAY)
    except UnreadableCapture:
        return {**_NOTHING, "reading": time.process_time() - started, "peak": _peak_megabytes()}
    cost["reading"] = time.process_time() - started
    started = time.process_time()
    cost["found"] = sum(1 for _ in sources_in(found.body, published_on=found.published_on))
    cost["sources"] = time.process_time() - started
    if options.saved:
        found = None
        cost["import"] = _seconds_of_import(data)
    return {**cost, "peak": _peak_megabytes()}


def _seconds_of_import(data: bytes) -> float:
    """Return what all of an import takes: reading, names and likeness, files and rows."""
    from django.contrib.auth.models import User

    from articles.editorial import KnownNames, Terms, bring_in, prepare

    names, terms = KnownNames.current(), Terms(by=User.objects.get(username="import"))
    started = time.process_time()
    [outcome] = bring_in([prepare("page.txt", data, names=names, today=TODAY)], terms)
    if outcome.status != "new":
        raise SystemExit(f"It was to come in, and did not: {outcome.status}, {outcome.failure}")
    return time.process_time() - started


def _peak_megabytes() -> float:
    with open("/proc/self/status", encoding="ascii") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmHWM")) / 1000


if __name__ == "__main__":
    main()
