"""Notes and references below a text, which are its author's words: their headings, and the lines that are entries of them; pure."""

from __future__ import annotations

import re

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


def is_marked_note(line: str) -> bool:
    """Tell whether ``line`` begins with the mark of a note, as its text carries it: "[1] ...", "¹ ...", "1. ...", "* ..."."""
    return bool(_MARK.match(line))


def is_entry(line: str) -> bool:
    """Tell whether ``line``, below a heading of notes, is one of them: it begins with a mark, or names a year, a page or an address."""
    return is_marked_note(line) or bool(_YEAR_OR_ADDRESS.search(line))
