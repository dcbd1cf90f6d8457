"""The one place where text is folded for comparing: look-up, sameness, sorting and slugs share it."""

from __future__ import annotations

import hashlib
import re
import unicodedata

# Apostrophes, primes and modifier letters that spellings of one name exchange freely.
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʻʹʺˈ`´′ʿʾ"))

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SURROGATES = re.compile("[\ud800-\udfff]")

# Russian and Kazakh letters in the Latin spelling that English-language press and
# BGN/PCGN agree on, without diacritics: made for addresses, which must never change.
_LATIN = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "gh", "д": "d", "е": "e", "ж": "zh", "з": "z",
    "и": "i", "й": "y", "к": "k", "қ": "q", "л": "l", "м": "m", "н": "n", "ң": "ng", "о": "o", "ө": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u", "ф": "f", "х": "kh", "һ": "h",
    "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "і": "i", "ь": "", "э": "e", "ю": "yu",
    "я": "ya", "ї": "yi", "є": "ye", "ґ": "g", "ў": "w", "ҳ": "h", "ҷ": "j", "ӣ": "i", "ӯ": "u",
}  # fmt: skip
_NOT_DECOMPOSED = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ə": "a"})
_VOWELS = set("аәеёиоөуұүыіэюя")

# First words of the Unicode character names, and the ISO 15924 code of their script.
_SCRIPTS = {
    "LATIN": "Latn", "CYRILLIC": "Cyrl", "ARABIC": "Arab", "GREEK": "Grek", "HEBREW": "Hebr", "ARMENIAN": "Armn",
    "GEORGIAN": "Geor", "CJK": "Hani", "HIRAGANA": "Hira", "KATAKANA": "Kana", "HANGUL": "Hang", "DEVANAGARI": "Deva",
    "MONGOLIAN": "Mong",
}  # fmt: skip


class _Folding(dict):
    """What each character is compared as, worked out once a character: str.translate then runs at the speed of C."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        base = unicodedata.normalize("NFD", char)
        folded = base[0] if len(base) > 1 and ("a" <= base[0] <= "z" or char == "ё") else char
        self[code] = folded
        return folded


# What is left of loose accents is stress marked for learners (Росси́я).
_FOLDING = _Folding({**_APOSTROPHES, 0x0300: None, 0x0301: None})
# A second mark over one letter, which no composed letter took in.
_STACKED = re.compile("(?<=[a-zе])[\u0300-\u036f]+")


def fold(text: str) -> str:
    """Return ``text`` as it is compared: compatibility forms, case, Latin diacritics, apostrophes and blanks folded.

    Cyrillic letters keep what distinguishes them (й is not и), but for ё, which print gives as е.
    """
    # Apostrophes first: NFKC would take ´ apart into a blank and a mark.
    folded = unicodedata.normalize("NFKC", text.translate(_APOSTROPHES)).casefold()
    return " ".join(_STACKED.sub("", unicodedata.normalize("NFC", folded).translate(_FOLDING)).split())


def sameness_key(text: str) -> str:
    """Return the SHA-256, in hexadecimal, of the letters and digits of ``text`` after folding: equal for the same text set differently."""
    return hashlib.sha256(re.sub(r"[\W_]+", "", fold(text)).encode()).hexdigest()


def to_latin(text: str) -> str:
    """Return ``text`` in lower-case ASCII letters, Cyrillic transliterated; what has no Latin form is dropped."""
    out = []
    before = ""
    for char in unicodedata.normalize("NFC", text).casefold().translate(_NOT_DECOMPOSED).translate(_APOSTROPHES):
        if char in "её" and (not before.isalpha() or before in _VOWELS or before in "ъь"):
            out.append("ye" if char == "е" else "yo")
        elif char == "ё":
            out.append("yo")
        elif char in _LATIN:
            out.append(_LATIN[char])
        else:
            latin = "".join(c for c in unicodedata.normalize("NFKD", char) if c.isascii()).lower()  # № is “No” inside
            out.append(latin or ("" if char.isalnum() or unicodedata.combining(char) else " "))
        before = char
    return "".join(out)


def slugify(text: str, *, longest: int = 80) -> str:
    """Return ``text`` as an address: ``[a-z0-9-]``, at most ``longest`` characters, cut between words where it can be; may be empty."""
    slug = re.sub(r"[^a-z0-9]+", "-", to_latin(text)).strip("-")
    if len(slug) > longest:
        cut = slug[: longest + 1].rpartition("-")[0]
        slug = (cut or slug[:longest]).strip("-")
    return slug


# The two alphabets of the authority file, one after the other: the Kazakh letters stand where the Kazakh alphabet has them.
_ALPHABET = " 0123456789abcdefghijklmnopqrstuvwxyzаәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
_PLACES = {letter: f"{place:02d}" for place, letter in enumerate(_ALPHABET)}


def sort_key(text: str) -> str:
    """Return the place of ``text`` in the alphabet, Latin before Cyrillic, as two digits a letter: every collation sorts them alike.

    Signs between words count as blanks; letters of other scripts follow both alphabets, by their code points.
    """
    folded = fold(text)
    spaced = (char if char.isalnum() else "" if unicodedata.category(char)[0] == "M" else " " for char in folded)
    words = " ".join("".join(spaced).split())
    return "".join(_PLACES.get(char) or f"99{ord(char):07d}" for char in words)


def letter_of(key: str) -> str:
    """Return the letter, in capitals, that a key of ``sort_key`` begins with; empty where it begins with none of the two alphabets."""
    place = int(key[:2] or 0)
    return _ALPHABET[place].upper() if 11 <= place < len(_ALPHABET) else ""


def find_control(text: str) -> int | None:
    """Return the position of the first control character that no database of ours stores (NUL above all), or None."""
    match = _CONTROLS.search(text)
    return match.start() if match else None


def find_surrogate(text: str) -> int | None:
    """Return the position of the first lone surrogate, which UTF-8 cannot hold, or None."""
    match = _SURROGATES.search(text)
    return match.start() if match else None


def script_of(text: str) -> str:
    """Return the ISO 15924 code of the script most letters of ``text`` are of; ``Zyyy`` where none has one."""
    counts: dict[str, int] = {}
    for char in text:
        if char.isalpha():
            script = _SCRIPTS.get(unicodedata.name(char, "").partition(" ")[0], "Zyyy")
            counts[script] = counts.get(script, 0) + 1
    return max(counts, key=counts.get) if counts else "Zyyy"
