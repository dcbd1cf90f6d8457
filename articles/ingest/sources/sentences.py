"""Sources that sentences of one make name: "Wie die dpa berichtet", "Reuters said", "Trend, … bildirdi", "Kazinform, 3 May 2016"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from articles.ingest.sources.days import with_day_behind
from articles.ingest.sources.names_behind import name_behind
from articles.ingest.sources.searched import MOST_CANDIDATES, Searched
from articles.ingest.sources.source import InTextSource
from kzarchive.patterns import Pattern

_WIE = Pattern(
    r"\bwie (?P<name>[^.;:\n]{3,90}?) (?:(?:am|vom|im) (?P<when>[^,;\n]{3,25}) )?(?:unter Berufung auf [^,.;\n]{3,60} )?"
    r"(?:berichtet|berichtete|meldet|meldete|schreibt|schrieb|mitteilte|mitteilt)\b",
    re.IGNORECASE,
)
# "Said" is what people did, but a wire service by itself.
_WIRE_SAID = Pattern(
    r"\b(?P<name>Xinhua|Reuters|AFP|AP|UPI|Interfax|ITAR-TASS|TASS|RIA Novosti|Bloomberg|dpa|DPA|Kazinform|Sputnik|IRNA|Kyodo|Yonhap)"
    r"(?: news agency| agency)? (?:said|says|adds|added|noted)\b"
)
_BILDIRDI = Pattern(r"(?:^|(?<=[.!?]\s))(?P<name>[^\W\d_][\w '’]{1,40}), [^.;:\n]{5,120} (?:bildirdi|yazdı|duyurdu|aktardı)(?!\w)", re.MULTILINE)
_OPENS_WIE = Pattern(r"\bwie ", re.IGNORECASE)
# Without one of these words no sentence of its kind is in a text: a look for them costs nothing, one at every sentence does.
_VERBS_OF_WIE = ("berichtet", "meldet", "schreibt", "schrieb", "mitteilt")
_VERBS_OF_BILDIRDI = ("bildirdi", "yazdı", "duyurdu", "aktardı")
_BARE_DATE = Pattern(r"(?<![\w.-])(?P<name>[^\W\d_][\w.-]{2,30}), (?=[0-9])")


def with_verb_at_end(searched: Searched) -> Iterator[InTextSource]:
    """Yield the sources of sentences such as "Wie die dpa am 3. Mai berichtet"."""
    text = searched.text
    done = 0
    for word in islice(_OPENS_WIE.finditer(text), MOST_CANDIDATES) if any(verb in text for verb in _VERBS_OF_WIE) else ():
        match = _WIE.match(text, word.start()) if word.start() >= done else None
        if match is None:
            continue
        done = match.end()
        name = name_behind(searched, match.start("name"), limit=match.end("name"))
        if name:
            dated = (searched.days.whole(match["when"]) if match["when"] else None) or (None, None)
            yield InTextSource(name.outlet, *dated, match.start(), match.end(), "reported")


def wires_that_said(searched: Searched) -> Iterator[InTextSource]:
    """Yield the wire services that said something: others who said so are persons."""
    for match in islice(_WIRE_SAID.finditer(searched.text), MOST_CANDIDATES):
        yield with_day_behind(searched.text, searched.outlets.canonical(match["name"]), match.start(), match.end(), "reported")


def in_turkish(searched: Searched) -> Iterator[InTextSource]:
    """Yield the outlets that open a sentence whose verb says that they reported it."""
    text = searched.text
    for match in islice(_BILDIRDI.finditer(text), MOST_CANDIDATES) if any(verb in text for verb in _VERBS_OF_BILDIRDI) else ():
        if searched.outlets.has(match["name"]):
            yield InTextSource(searched.outlets.canonical(match["name"]), None, None, match.start("name"), match.end(), "reported")


def beside_days(searched: Searched) -> Iterator[InTextSource]:
    """Yield the outlets of one word that stand right before a whole day."""
    for match in islice(_BARE_DATE.finditer(searched.text), MOST_CANDIDATES):
        if searched.outlets.has(match["name"]):
            source = with_day_behind(searched.text, searched.outlets.canonical(match["name"]), match.start(), match.end("name"), "reported")
            if source.published_on:
                yield source
