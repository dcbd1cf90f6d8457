"""Kazakh and Russian names in Latin letters, by the systems people meet, and the key by which all those spellings find each other.

For looking up and for proposing names to an editor; nothing here makes a record. Pure.

Sources: BGN/PCGN romanisations of Russian (1947) and Kazakh (1979); ISO 9:1995; ICAO Doc 9303 part 3; the Kazakh Latin
alphabets of the decree of 19 February 2018 and of the draft of January 2021; the usage of English, German and French newspapers.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache

from kzarchive.text import fold, script_of

from .context import is_ordinary

LONGEST_KEY = 40  # characters of a word that are compared
MOST_KEYS = 8  # readings of one word

_VOWELS = frozenset("аәеёиоөуұүыіэюя")
_SIGNS = frozenset("ъь")

_SHARED = dict(zip("абвгдзклмнопрстуф", "abvgdzklmnoprstuf", strict=True))
_BGN = {
    **_SHARED, "е": "e", "ё": "yo", "ж": "zh", "и": "i", "й": "y", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y",
    "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
_BGN_KAZAKH = {
    **_BGN, "ә": "ä", "ғ": "gh", "и": "ī", "қ": "q", "ң": "ng", "ө": "ö", "у": "ū", "ұ": "u", "ү": "ü", "һ": "h", "і": "i", "э": "ė",
}  # fmt: skip
_ISO9 = {
    **_SHARED, "е": "e", "ё": "ë", "ж": "ž", "и": "i", "й": "j", "х": "h", "ц": "c", "ч": "č", "ш": "š", "щ": "ŝ", "ъ": "ʺ", "ы": "y", "ь": "ʹ",
    "э": "è", "ю": "û", "я": "â", "ә": "a̋", "ғ": "ġ", "қ": "ķ", "ң": "ņ", "ө": "ô", "ұ": "u̇", "ү": "ù", "һ": "ḥ", "і": "ì",
}  # fmt: skip
_LATIN_2018 = {
    **_SHARED, "ә": "á", "ғ": "ǵ", "е": "e", "ё": "ıo", "ж": "j", "и": "ı", "й": "ı", "қ": "q", "ң": "ń", "ө": "ó", "у": "ý", "ұ": "u", "ү": "ú",
    "х": "h", "һ": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "і": "i", "ь": "", "э": "e", "ю": "ıý", "я": "ıa",
}  # fmt: skip
_LATIN_2021 = {
    **_SHARED, "ә": "ä", "ғ": "ğ", "е": "e", "ё": "io", "ж": "j", "и": "i", "й": "i", "қ": "q", "ң": "ñ", "ө": "ö", "у": "u", "ұ": "ū", "ү": "ü",
    "х": "h", "һ": "h", "ц": "ts", "ч": "ch", "ш": "ş", "щ": "ş", "ъ": "", "ы": "y", "і": "ı", "ь": "", "э": "e", "ю": "iu", "я": "ia",
}  # fmt: skip
_ICAO = {
    **_SHARED, "е": "e", "ё": "e", "ж": "zh", "и": "i", "й": "i", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "ie", "ы": "y",
    "ь": "", "э": "e", "ю": "iu", "я": "ia", "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "і": "i",
}  # fmt: skip
_KAZAKH_AS_RUSSIAN = {"ә": "а", "ғ": "г", "қ": "к", "ң": "н", "ө": "о", "ұ": "у", "ү": "у", "һ": "х", "і": "и"}
_ENGLISH = {**_BGN, **{kazakh: _BGN[russian] for kazakh, russian in _KAZAKH_AS_RUSSIAN.items()}, "һ": "h"}
_GERMAN = {
    **_ENGLISH, "в": "w", "ё": "jo", "ж": "sch", "з": "s", "й": "i", "х": "ch", "һ": "h", "ц": "z", "ч": "tsch", "ш": "sch", "щ": "schtsch",
    "ю": "ju", "я": "ja",
}  # fmt: skip
_FRENCH = {
    **_ENGLISH, "ё": "io", "ж": "j", "й": "ï", "у": "ou", "ұ": "ou", "ү": "ou", "ч": "tch", "ш": "ch", "щ": "chtch", "ю": "iou", "я": "ia",
}  # fmt: skip


def _ye(before: str) -> bool:
    """Whether е after ``before`` is heard with a glide: at the beginning, after a vowel and after a sign."""
    return not before.isalpha() or before in _VOWELS or before in _SIGNS


def _plain(table: Mapping[str, str]) -> Callable[[str, str, str], str]:
    return lambda before, char, after: table[char]


def _bgn(before: str, char: str, after: str) -> str:
    return "ye" if char == "е" and _ye(before) else _BGN[char]


def _english(before: str, char: str, after: str) -> str:
    return "ye" if char == "е" and _ye(before) else _ENGLISH[char]


def _german(before: str, char: str, after: str) -> str:
    if char == "е" and _ye(before):
        return "je"
    return "ss" if char == "с" and before in _VOWELS and after in _VOWELS else _GERMAN[char]


def _french(before: str, char: str, after: str) -> str:
    if char == "е" and before in _VOWELS:
        return "ïe"
    if char == "е" and not before.isalpha():
        return "ie"
    if char == "г" and after in set("еиіэё"):
        return "gu"
    if char == "й" and before not in _VOWELS:
        return "i"
    if char == "и" and before in _VOWELS:
        return "ï"
    return "ss" if char == "с" and before in _VOWELS and after in _VOWELS else _FRENCH[char]


# By name: the letters it has a spelling for, the spelling of one of them beside its neighbours, and the language it is met in.
SYSTEMS: dict[str, tuple[frozenset[str], Callable[[str, str, str], str], str]] = {
    "BGN/PCGN Russian": (frozenset(_BGN), _bgn, "ru-Latn"),
    "BGN/PCGN Kazakh": (frozenset(_BGN_KAZAKH), _plain(_BGN_KAZAKH), "kk-Latn"),
    "ISO 9": (frozenset(_ISO9), _plain(_ISO9), "und-Latn"),
    "Kazakh Latin of 2018": (frozenset(_LATIN_2018), _plain(_LATIN_2018), "kk-Latn"),
    "Kazakh Latin of 2021": (frozenset(_LATIN_2021), _plain(_LATIN_2021), "kk-Latn"),
    "passport": (frozenset(_ICAO), _plain(_ICAO), "und-Latn"),
    "English press": (frozenset(_ENGLISH), _english, "en"),
    "German press": (frozenset(_GERMAN), _german, "de"),
    "French press": (frozenset(_FRENCH), _french, "fr"),
}


def transliterate(text: str, system: str) -> str:
    """Return ``text`` with its Cyrillic letters spelled by ``system``, one of SYSTEMS; all else stays as it is.

    A capital stays one, and makes capitals of all letters of its spelling in a word of capitals. A letter the system has no
    spelling for stays Cyrillic. Raises KeyError for an unknown system.
    """
    letters, spell, _ = SYSTEMS[system]
    text = unicodedata.normalize("NFC", text)
    low = text.lower() if len(text.lower()) == len(text) else "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    out = []
    for at, char in enumerate(low):
        if char not in letters:
            out.append(text[at])
            continue
        spelled = spell(low[at - 1] if at else "", char, low[at + 1 : at + 2])
        if text[at] != char:
            is_shouted = text[at + 1 : at + 2].isupper() or ((text[at - 1 : at].isupper() if at else False) and not text[at + 1 : at + 2].islower())
            spelled = spelled.upper() if is_shouted else spelled[:1].upper() + spelled[1:]
        out.append(spelled)
    spelled = unicodedata.normalize("NFC", "".join(out))
    return re.sub(r"(?<=[^\W\d_]in)(?![\w'’])", "e", spelled) if system == "French press" else spelled


def proposals(text: str, known: set[str]) -> list[tuple[str, str, str]]:
    """Return spellings of the Cyrillic name ``text`` that an editor may want to add, as (system, language, spelling).

    Left out are those in ``known``, compared exactly, and what a system before it proposed for the same language. A text
    without a Cyrillic letter gives none, and so does one with a letter that the system cannot spell.
    """
    found: list[tuple[str, str, str]] = []
    taken = set(known)
    if not _CYRILLIC.search(text):
        return found
    is_kazakh = any(char in _KAZAKH_AS_RUSSIAN for char in text.lower())
    for system, (_, _, language) in SYSTEMS.items():
        if (language == "ru-Latn" and is_kazakh) or (system == "BGN/PCGN Kazakh" and not is_kazakh):
            continue
        spelled = transliterate(text, system)
        if spelled not in taken and not _CYRILLIC.search(spelled):
            found.append((system, language, spelled))
            taken.add(spelled)
    return found


_CYRILLIC = re.compile("[\u0400-\u052f]")
_WORD = re.compile(r"[^\W_]+")

# Letters of Latin alphabets whose mark makes another sound of them; of all others the mark is dropped.
_MARKED = str.maketrans(
    {"ş": "sh", "š": "sh", "ș": "sh", "ŝ": "sh", "ç": "ch", "č": "ch", "ć": "ch", "ž": "zh", "ź": "zh", "ż": "zh"}
    | {"ı": "i", "ə": "a", "æ": "e", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "œ": "e"}
)

# Cyrillic in letters that the steps below understand; languages beside the two are spelled as a Russian newspaper would hear them.
_HEARD = {
    **_ENGLISH, "е": "e", "э": "e", "ё": "e", "ч": "tch", "ї": "i", "є": "e", "ґ": "g", "ў": "u", "ҳ": "kh", "ҷ": "zh", "ӣ": "i", "ӯ": "u", "җ": "zh",
}  # fmt: skip
_HEARD_TABLE = str.maketrans(_HEARD)

# What is spelled in many ways, brought to one; in this order. S stands for every hiss (s z sh ch zh ts j), K for k q kh h x.
_STEPS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"schtsch|shtsh|shch|chtch", "S"),
        (r"dzsch|dsch|tsch|sch|tch|dzh|dj|zh|sh|tz|ts|dz", "S"),
        (r"g[uh](?=[eiy])|gh", "g"),
        (r"kh|ck|qu(?=[ei])|[qh]", "K"),
        (r"x", "KS"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"ou", "u"),
        (r"[cs](?=[eiy])|[sz]", "S"),
        (r"[ck]", "K"),
        (r"w|(?<=[eo])ff?$", "v"),
        (r"(?<=in)e$", ""),
        (r"(?<=d)er$", "r"),
        (r"[iyj]+o", "e"),
        (r"[iyj]+(?=[aeou])", ""),
        (r"[iyj]+", "i"),
        (r"ng+", "n"),
        (r"(.)\1+", r"\1"),
    )
)


def romanised_keys(word: str) -> frozenset[str]:
    """Return the keys of one word: spellings of one name in any script, system or newspaper have a key in common.

    Most words have one; j (Tokajew, Jomart) and ch (Chavkat, Michail, Gorbachev) are read in each way that languages read
    them. A word in neither Latin nor Cyrillic letters is its own key, folded. At most LONGEST_KEY characters each.
    """
    return _keys_of(fold(word.translate(_MARKED).casefold().translate(_MARKED))[: 2 * LONGEST_KEY])


@lru_cache(maxsize=20_000)
def _keys_of(folded: str) -> frozenset[str]:
    heard = folded.translate(_HEARD_TABLE)
    if not heard.isascii():
        return frozenset([heard[:LONGEST_KEY]])
    is_cyrillic = heard != folded
    readings = [[part] for part in re.split(r"(dj|dsch|tsch|sch|tch|ch|j)", heard)]
    if not is_cyrillic:
        for at, (part,) in enumerate(readings):
            if part == "j":
                readings[at] = ["j", "zh"]
            elif part == "ch":
                readings[at] = ["sh", "kh"]
    spelled = itertools.islice(itertools.product(*readings), MOST_KEYS)
    return frozenset(_sound("".join(parts))[:LONGEST_KEY] for parts in spelled)


def _sound(word: str) -> str:
    for pattern, sound in _STEPS:
        word = pattern.sub(sound, word)
    return word.lower()


def words_of(text: str) -> list[str]:
    """Return the words of ``text`` as they are looked up: apostrophes and signs that show nothing part none and are left out."""
    return _WORD.findall(unicodedata.normalize("NFC", _apart(text)))


def key_words(text: str) -> tuple[frozenset[str], ...]:
    """Return the keys of each word of ``text``, in its order; see ``romanised_keys``."""
    return tuple(romanised_keys(word) for word in words_of(text))


def is_same_name(one: str, other: str) -> bool:
    """Whether two texts may be spellings of one name: word by word they have a key in common."""
    first, second = key_words(one), key_words(other)
    return len(first) == len(second) > 0 and all(a & b for a, b in zip(first, second, strict=True))


def _apart(text: str) -> str:
    """Return ``text`` without what is written inside words and parts none: apostrophes, signs that show nothing."""
    return "".join(char for char in text if unicodedata.category(char) != "Cf").translate(_INSIDE_WORDS)


_INSIDE_WORDS = dict.fromkeys(map(ord, "'’‘ʼʻʹʺ`´′ʿʾ"))


_LATIN_OR_CYRILLIC = re.compile("(?P<latin>[A-Za-z\u00c0-\u024f])|(?P<cyrillic>[\u0400-\u052f])")


def cautions(text: str) -> list[str]:
    """Return a sentence for each thing about the name ``text`` that an editor should look at twice; nothing is refused for it."""
    found = []
    for word in _WORD.finditer(text):
        letters = [(match.lastgroup, match.start(), match[0]) for match in _LATIN_OR_CYRILLIC.finditer(word[0])]
        scripts = [script for script, _, _ in letters]
        if len(set(scripts)) > 1:
            rarer = min(set(scripts), key=lambda script: (scripts.count(script), script))
            _, at, letter = next(entry for entry in letters if entry[0] == rarer)
            found.append(f"{word[0]}: character {word.start() + at + 1} ({letter}) is {rarer.title()} among letters of the other script.")
    hidden = [(at, char) for at, char in enumerate(text, start=1) if unicodedata.category(char) == "Cf"]
    if hidden:
        places = ", ".join(f"U+{ord(char):04X} at character {at}" for at, char in hidden[:5])
        found.append(f"It holds signs that are not seen: {places}.")
    words = words_of(text)
    if len(words) == 1 and len(words[0]) == 1 and fold(words[0]).isalnum() and script_of(text) not in _ONE_SIGN_NAMES:
        found.append("It is one letter: texts are full of it. Take “tagging may use” off.")
    elif len(words) == 1 and is_ordinary(fold(words[0])):
        found.append("It is an ordinary word too: texts are full of it. Take “tagging may use” off if it is meant seldom.")
    return found


_ONE_SIGN_NAMES = frozenset(["Hani", "Hang"])
