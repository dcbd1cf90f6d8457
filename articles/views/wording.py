"""Coded values of a record put into words for a reader: dates, languages, notes of quality, reasons; pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from django.conf.locale import LANG_INFO

from articles.ingest.meanings import meaning_of
from kzarchive import edtf

_BASES = {
    "stated": "as stated by the source",
    "inferred": "inferred by the archive; the source does not state it",
    "dateline": "taken from the dateline",
}

# What Django's own list of languages lacks, or calls otherwise.
_LANGUAGES = {"zh": "Chinese", "no": "Norwegian", "ps": "Pashto", "sh": "Serbo-Croatian", "und": "undetermined", "mul": "several languages"}
_SCRIPTS = {"latn": "Latin script", "cyrl": "Cyrillic script", "arab": "Arabic script"}

_QUALITIES = {
    "machine-translated": "Machine-translated",
    "truncated": "Truncated: the text breaks off before its end",
    "spun": "Reworded by a machine: names and terms may be distorted",
    "ocr": "Read from an image by a machine: letters may be wrong",
}

_ACCESS = {"full": "the whole text", "excerpt": "an excerpt", "record": "the record alone"}

_ADVICE = {
    "machine-translated": "Nobody has checked the translation. Names, titles and terms may be wrong: compare them with the source before you quote.",
    "truncated": "What follows in the source is not in the archive; do not take the last words for a conclusion.",
    "spun": "A machine exchanged words for others. Quote it only as an example of its kind, and look for the text it was made from.",
    "ocr": "Compare figures and names with a picture of the page before you quote.",
}


@lru_cache(maxsize=2_000)
def date_in_words(date: str) -> str:
    """Return an EDTF date as prose, as precise as it is: "5 February 2014", "February 2014", "about 2014".

    What is no EDTF date comes back as it is written.
    """
    try:
        edtf.parse(date)
    except edtf.InvalidEDTF:
        return date
    ends = [_one_date(end) for end in date.split("/")]
    return f"between {ends[0]} and {ends[1]}" if len(ends) == 2 else ends[0]


def time_in_words(date: str) -> str:
    """Return the day or the stretch of time that something holds for: an interval is a whole one, "from 2017 to 2018"."""
    words = date_in_words(date)
    return words.replace("between ", "from ", 1).replace(" and ", " to ", 1) if words.startswith("between ") else words


def _one_date(date: str) -> str:
    mark = date[-1] if date[-1] in "?~%" else ""
    bare = date.rstrip("?~%")
    first = edtf.parse(bare).earliest
    words = {4: f"{first.year}", 7: f"{first:%B} {first.year}", 10: f"{first.day} {first:%B} {first.year}"}[len(bare)]
    return {"": words, "?": f"{words} (uncertain)", "~": f"about {words}", "%": f"about {words} (uncertain)"}[mark]


def basis_in_words(basis: str) -> str:
    """Return how the date is known, as words that follow it."""
    return _BASES.get(basis, basis)


def language_in_words(tag: str) -> str:
    """Return a BCP 47 tag in English: "Russian", "Kazakh (Latin script)", "English (GB)"; an unknown one as it is."""
    primary, *rest = tag.split("-")
    known = _LANGUAGES.get(primary.lower()) or LANG_INFO.get(primary.lower(), {}).get("name")
    if not known:
        return tag
    details = ", ".join(_SCRIPTS.get(part.lower(), part) for part in rest)
    return f"{known} ({details})" if details else known


def quality_in_words(note: str) -> str:
    """Return a note of quality such as ``machine-translated:de`` as words: "Machine-translated from German"."""
    code, _, detail = note.partition(":")
    words = _QUALITIES.get(code) or code.replace("-", " ").capitalize()
    if not detail:
        return words
    return f"{words} from {language_in_words(detail)}" if code == "machine-translated" else f"{words}: {detail}"


def quality_in_short(code: str) -> str:
    """Return the kind of a note of quality in a word or two: "Truncated"."""
    return quality_in_words(code).partition(":")[0]


def access_in_words(access: str) -> str:
    """Return how much of a text is shown at an access level; an unknown one as it is."""
    return _ACCESS.get(access, access)


def advice_on(note: str) -> str:
    """Return what a note of quality means for whoever wants to quote; empty where the note says all there is to say."""
    return _ADVICE.get(note.partition(":")[0], "")


def left_out(removed: Iterable[dict]) -> list[tuple[str, int, str]]:
    """Return what each rule left out of the text, the most frequent first: the rule, how many stretches, which class of words it knows."""
    counts = Counter(span["rule"] for span in removed)
    return [(rule, count, meaning_of(rule)) for rule, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))]


def years_in_words(first: int | None, last: int | None) -> str:
    """Return the years a name or title was in use: "2019–2022", "from 2022", "until 1998"; empty where neither is known."""
    if first and last:
        return str(first) if first == last else f"{first}–{last}"
    return f"from {first}" if first else f"until {last}" if last else ""
