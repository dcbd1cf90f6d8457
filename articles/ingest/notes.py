"""Notes and references below a text, which are its author's words: their headings, and the lines that are entries of them; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kzarchive.patterns import Pattern

HEAD_OF_NOTES = Pattern(
    r"(?:[0-9IVX]{1,4}\.\s)?(?:end ?notes?|foot ?notes?|notes?(?: and references)?|references?(?: and notes)?|bibliograph(?:y|ie)|works cited|"
    r"literature(?: cited)?|sources(?: and literature)?|selected (?:bibliography|references)|"
    r"примечани[ея]|сноски|литература|(?:список )?(?:использованн\w+ )?(?:литератур\w+|источник\w+)(?: и (?:литератур\w+|источник\w+))?|"
    r"библиографи\w+(?: список)?|библиографический список|источники(?: и литература)?|список литературы|"
    r"anmerkungen|fußnoten|endnoten|literatur(?:verzeichnis|hinweise|angaben)?|quellen(?:verzeichnis)?|einzelnachweise|"
    r"références(?: bibliographiques)?|notes de bas de page|bibliographie(?: sélective)?|"
    r"kaynakça|kaynaklar|dipnot(?:lar)?|notlar|son ?notlar|"
    r"(?:пайдаланылған |қолданылған )?(?:әдебиет(?:тер)?|дереккөз(?:дер)?)(?: тізімі)?|ескерт(?:пе|у)лер|сілтемелер)\s?:?",
    re.I,
)
_MARK = Pattern(
    r"(?:\[[0-9ivxIVX]{1,5}\]|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}|\([0-9]{1,3}\)|[0-9]{1,3}[.)]?(?=\s?[^\W\d_«“\"„])|[*†‡]{1,3}(?=\s?\S)|[\^↑]|[ivx]{1,5}[.)]?(?=\s)|[•·–—-](?=\s))"
)
_YEAR_OR_ADDRESS = Pattern(
    r"(?<![0-9])(?:1[89]|20)[0-9]{2}(?![0-9])|https?://|www\.|//\s|\bpp?\.\s?[0-9]|\b[СсSs]\.\s?[0-9]|\bop\. ?cit|\bibid\b|там же", re.I
)


def is_head_of_notes(line: str) -> bool:
    """Tell whether ``line`` is the heading of notes or of a list of what was used: "Notes", "Список литературы", "Kaynakça"."""
    return len(line) <= 60 and bool(HEAD_OF_NOTES.fullmatch(line))


_HEADS_SOURCES = Pattern(r"(?:sources?|источники?|quellen?|kaynak(?:lar)?)\s?:?", re.I)
_ADDRESS_ALONE = Pattern(r"(?:[0-9]{1,2}[/.)]\s?|\[[0-9]{1,2}\]\s?)?(?:https?://|www\.)\S{4,300}")


def heads_sources(line: str) -> bool:
    """Tell whether ``line`` is "Sources" and nothing else: below it stand an author's references, or no more than where a site has its text from."""
    return bool(_HEADS_SOURCES.fullmatch(line))


def is_address_alone(line: str) -> bool:
    """Tell whether ``line`` is an address on the web, be it numbered, and no word of what stands there."""
    return bool(_ADDRESS_ALONE.fullmatch(line))


def is_marked_note(line: str) -> bool:
    """Tell whether ``line`` begins with the mark of a note, as its text carries it: "[1] ...", "¹ ...", "1. ...", "* ..."."""
    return bool(_MARK.match(line))


_NUMBERED = Pattern(r"(?:[-–•*]\s)?\[?(?P<number>[0-9]{1,3})[\].)]{0,2}\s(?=\S)")
_LEAST_NUMBERED = 2


def count_numbered_notes(lines: Iterable[str]) -> int:
    """Return how many of ``lines``, from the first on, are notes numbered 1, 2, 3 ..., most of which name a year or an address; 0 without two.

    No line behind the first that is none is asked for.
    """
    count = of_sources = 0
    for line in lines:
        numbered = _NUMBERED.match(line)
        if not numbered or int(numbered["number"]) != count + 1:
            break
        count += 1
        of_sources += bool(_YEAR_OR_ADDRESS.search(line))
    return count if count >= _LEAST_NUMBERED and 2 * of_sources > count else 0


def is_entry(line: str) -> bool:
    """Tell whether ``line``, below a heading of notes, is one of them: it begins with a mark, or names a year, a page or an address."""
    return is_marked_note(line) or bool(_YEAR_OR_ADDRESS.search(line))


_YEAR_IN_BRACKETS = Pattern(r"[(,.]\s?(?:1[89]|20)[0-9]{2}[a-d]?\s?[),.:;]")


def names_what_is_cited(line: str) -> bool:
    """Tell whether ``line`` gives a work as a list of references does: with its year between signs, or with a page, and six words or more."""
    return len(line.split()) >= 6 and bool(_YEAR_IN_BRACKETS.search(line) or (is_marked_note(line) and _YEAR_OR_ADDRESS.search(line)))
