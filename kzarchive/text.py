"""The one place where text is folded for comparing and cut into words for searching: look-up, sameness, slugs, search and marks share it."""

from __future__ import annotations

import hashlib
import re
import threading
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import Stemmer

# Raised whenever `tokens` would give other terms for the same text, or the index holds them otherwise: one of a former edition is then made anew.
EDITION = 3
# Beside terms, which are letters and digits alone: what every entry of an index has, and what stands between two fields, so that no
# phrase runs from one into the other.
EVERYTHING, GAP = "_all", "_"

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


_LENGTH_OF_PIECE = 100_000
_GAP = re.compile("[ \n]")


def fold(text: str) -> str:
    """Return ``text`` as it is compared: compatibility forms, case, Latin diacritics, apostrophes and blanks folded.

    Cyrillic letters keep what distinguishes them (й is not и), but for ё, which print gives as е.
    """
    if text.isascii():  # nothing to compose; a text of ten megabytes has names by the hundred thousand
        return " ".join(text.replace("'", "").replace("`", "").lower().split())
    # Apostrophes first: NFKC would take ´ apart into a blank and a mark.
    folded = unicodedata.normalize("NFKC", text.translate(_APOSTROPHES)).casefold()
    return " ".join(_STACKED.sub("", unicodedata.normalize("NFC", folded).translate(_FOLDING)).split())


def sameness_key(text: str) -> str:
    """Return the SHA-256, in hexadecimal, of the letters and digits of ``text`` after folding: equal for the same text set differently."""
    digest = hashlib.sha256()
    for piece in pieces(text):
        digest.update(_NOT_WORD.sub("", fold(piece)).encode())
    return digest.hexdigest()


def pieces(text: str) -> Iterator[str]:
    """Yield ``text`` in stretches that begin at a blank or a line end, so that a book is never cut into all its words at once."""
    at = 0
    while at < len(text):
        end = min(at + _LENGTH_OF_PIECE, len(text))
        if end < len(text):
            gap = max(text.rfind(" ", at + 1, end), text.rfind("\n", at + 1, end))
            following = gap < 0 and _GAP.search(text, end)
            end = gap if gap >= 0 else following.start() if following else len(text)
        yield text[at:end]
        at = end


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


# A word: letters and digits with what stands upon them; an apostrophe only between two of them. “_” is no letter here.
_WORD = re.compile("[^\\W_]+(?:(?:[\u0300-\u036f\u00ad\u200c\u200d]|['’‘ʼʻʹʺˈ`´′ʿʾ](?=[^\\W_]))+[^\\W_]*)*")
_POSSESSIVE = re.compile("['’ʼ]s$", re.IGNORECASE)
_CYRILLIC = re.compile("[а-яѐ-ԯ]")
_KAZAKH = re.compile("[әғқңөұүһі]")
_LATIN_WORD = re.compile("[a-z]+")
# Scripts that set no blanks: each character is a word, and what is written together is a phrase.
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_PARTS = re.compile(f"{_IDEOGRAPH.pattern}|(?:(?!{_IDEOGRAPH.pattern}).)+")
# Where a word may be cut further, fold to nothing, or begin with another letter than its first character.
_FOLDED_AWAY = re.compile(f"{_IDEOGRAPH.pattern}|[\u02b0-\u036f\u00ad\u200c\u200d\u0374\u0483-\u0489]|[^\x00-\u2bff]")
LONGEST_TERM = 64
SHORTEST_STEM = 4


def _longest_first(endings: str) -> tuple[str, ...]:
    return tuple(sorted(endings.split(), key=lambda ending: (-len(ending), ending)))


# Inflections of Russian nouns and adjectives. Not -ов, -ев: Токаев is no genitive (see `looked_for`).
_RUSSIAN = _longest_first(
    "иями ями ами иям иях ях ах ам ям ого его ому ему ыми ими ых их ый ий ой ей ым им ая яя ое ее ую юю ою ею ией ом ем ию ью ия ья ие ье ии ьи "
    "а я о е у ю ы и й ь"
)
# Inflections of Kazakh nouns, taken off one after the other: number, possession, case; each only after a sound that it follows
# by the harmony of consonants: саясатты is саясат + ты, саясаты is саясат + ы.
_UNVOICED, _VOICED, _VOWELS_KK = "кқпстфхцчшщбвгд", "лрмнңйузж", "аәеёиоөуұүыіэюя"
_KAZAKH_ENDINGS = tuple(
    (ending, frozenset(after))
    for endings, after in (
        ("ында інде сында сінде ындағы індегі сындағы сіндегі ынан інен сынан сінен ымен імен сымен сімен ына іне сына сіне ын ін сын сін", ""),
        ("дағы дегі да де дан ден", _VOWELS_KK + _VOICED),
        ("тағы тегі та те тан тен тар тер тың тің ты ті қа ке пен", _UNVOICED),
        ("дар дер дың дің ды ді", _VOICED),
        ("лар лер мен ға ге", _VOWELS_KK + _VOICED),
        ("ның нің", _VOWELS_KK + "мнң"),
        ("нан нен", "мнң"),
        ("ны ні сы сі", _VOWELS_KK),
        ("бен", "зж"),
        ("ы і", _UNVOICED + _VOICED),
    )
    for ending in endings.split()
)
_KAZAKH_ENDINGS = tuple(sorted(_KAZAKH_ENDINGS, key=lambda pair: -len(pair[0])))
_NOT_WORD = re.compile(r"[\W_]+")
_SHORT_FORMS = ("", "а", "у", "ом", "ем", "е", "ы", "и", "ов", "ев", "ам", "ами", "ах", "ой", "ою", "ю", "я", "ей")

_english = Stemmer.Stemmer("english", 0)
_english_lock = threading.Lock()  # a stemmer keeps its work in one place


class Token(NamedTuple):
    """A word of a text: half-open, in code points of that text, and the term it is searched by."""

    start: int
    end: int
    term: str


class Wanted(NamedTuple):
    """A term that a word of a query accepts; with ``is_prefix`` every term that begins so."""

    term: str
    is_prefix: bool

    def accepts(self, term: str) -> bool:
        return term.startswith(self.term) if self.is_prefix else term == self.term


def tokens(text: str, language: str | None = None) -> Iterator[Token]:
    """Yield the words of ``text``, which is in ``language`` (BCP 47), in order.

    The language settles only how Cyrillic words without a letter of their own are read; everything else shows on the word itself.
    """
    is_kazakh = _is_kazakh(language)
    for match in _WORD.finditer(text):
        term = _term(match[0], is_kazakh)
        if term:
            yield Token(match.start(), match.end(), term)
        elif term is None:
            for part in _PARTS.finditer(match[0]):
                if folded := _term(part[0], is_kazakh):
                    yield Token(match.start() + part.start(), match.start() + part.end(), folded)


def terms(text: str, language: str | None = None) -> list[str]:
    """Return the terms of ``text`` in order: those of ``tokens``, faster."""
    is_kazakh = _is_kazakh(language)
    found = [_term(word, is_kazakh) for piece in pieces(text) for word in _WORD.findall(piece)]
    return found if all(found) else [token.term for token in tokens(text, language)]


def entry_of(*texts: str | None) -> str:
    """Return the terms of ``texts`` in one line, as an index takes them."""
    return f" {GAP} ".join(" ".join(terms(text)) for text in texts if text)


class Words:
    """A text cut into words as ``tokens`` does it, but so that their terms are worked out only where one is asked for."""

    def __init__(self, text: str, language: str | None = None):
        self._text = text
        self._is_kazakh = _is_kazakh(language)
        self._terms: list[str] | None = None
        if not text.isascii() and _FOLDED_AWAY.search(text):
            cut = list(tokens(text, language))
            self._terms = [token.term for token in cut]
            self.places = [(token.start, token.end) for token in cut]
        else:
            self.places = [match.span() for match in _WORD.finditer(text)]

    def __len__(self) -> int:
        return len(self.places)

    def term(self, number: int) -> str:
        """Return the term of one word."""
        if self._terms is not None:
            return self._terms[number]
        start, end = self.places[number]
        return _term(self._text[start:end], self._is_kazakh)

    def beginning(self, beginnings: Beginnings) -> list[int]:
        """Return the numbers of the words whose terms may begin with one of the letters in ``beginnings``, in order."""
        if self._terms is not None:
            return [number for number, term in enumerate(self._terms) if term[0] in beginnings.letters]
        text = self._text
        return [number for number, (start, _) in enumerate(self.places) if beginnings[text[start]]]


class Beginnings(dict):
    """Whether a term can begin as some terms do, by the character its word begins with. No stem loses its first letter."""

    def __init__(self, wanted: Iterable[str]):
        self.letters = {term[0] for term in wanted}

    def __missing__(self, char: str) -> bool:
        self[char] = found = _NOT_WORD.sub("", fold(char))[:1] in self.letters
        return found


def words_as_typed(text: str) -> list[str]:
    """Return the words of ``text`` as ``tokens`` cuts them, untouched."""
    return [text[token.start : token.end] for token in tokens(text)]


def looked_for(word: str, *, as_prefix: bool = False) -> tuple[Wanted, ...]:
    """Return the terms that ``word``, typed by someone whose language is not known, is to find.

    A Cyrillic word finds whatever begins with its stem; one of few letters finds its own inflections and no more. With
    ``as_prefix`` it was typed with an asterisk and finds whatever begins as it does.
    """
    folded = _folded(word)
    wanted = {}
    if as_prefix:
        wanted[Wanted(folded, True)] = None
        wanted |= dict.fromkeys(Wanted(term, False) for term in alternatives(word))
    elif not _CYRILLIC.search(folded):
        wanted = dict.fromkeys(Wanted(term, False) for term in alternatives(word))
    else:
        for term in alternatives(word):
            wanted[Wanted(term, len(term) >= SHORTEST_STEM)] = None
        if len(folded) > SHORTEST_STEM + 1 and folded.endswith(("ов", "ев")):
            wanted[Wanted(folded[:-2], False)] = None
        if len(folded) <= SHORTEST_STEM + 1 and not (len(folded) > 1 and word.isupper()):
            for stem in {folded[:3]} if folded[3:] in _SHORT_FORMS else ():
                wanted |= dict.fromkeys(Wanted(stem + ending, False) for ending in _SHORT_FORMS)
    covered = tuple(each.term for each in wanted if each.is_prefix)
    return tuple(each for each in wanted if not any(each.term.startswith(term) for term in covered if each != Wanted(term, True)))


def alternatives(word: str) -> tuple[str, ...]:
    """Return the term of ``word``, as ``tokens`` cuts it, in each of the languages it may be of; one where all read it alike."""
    return tuple(dict.fromkeys((_term(word, False) or "", _term(word, True) or "")))


def forms_in_names(word: str) -> tuple[str, ...]:
    """Return ``alternatives``, those of few Cyrillic letters without their inflection too: as words of names, море and моря are one."""
    return tuple(dict.fromkeys(map(_shortened, alternatives(word))))


def _shortened(term: str) -> str:
    is_short = 3 < len(term) <= SHORTEST_STEM + 1 and term[3:] in _SHORT_FORMS and _CYRILLIC.search(term)
    return term[:3] if is_short else term


def _is_kazakh(language: str | None) -> bool:
    return language is not None and language[:2].casefold() == "kk" and language[2:3] in {"", "-"}


def _folded(word: str) -> str:
    """Return one word folded; letters and digits are all that is left of it."""
    return _NOT_WORD.sub("", fold(_POSSESSIVE.sub("", word)))[:LONGEST_TERM]


@lru_cache(maxsize=1 << 16)
def _term(word: str, is_kazakh: bool) -> str | None:
    """Return the term of one word, empty where nothing of it is left, or None where it is to be cut into characters first."""
    if len(word) > 1 and _IDEOGRAPH.search(word):
        return None
    folded = _folded(word)
    if _LATIN_WORD.fullmatch(folded):
        if len(folded) <= 3:
            return folded
        with _english_lock:
            return _english.stemWord(folded)
    if not _CYRILLIC.search(folded):
        return folded
    return _kazakh_stem(folded) if is_kazakh or _KAZAKH.search(folded) else _russian_stem(folded)


def _russian_stem(word: str) -> str:
    for ending in _RUSSIAN:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def _kazakh_stem(word: str) -> str:
    while True:
        for ending, after in _KAZAKH_ENDINGS:
            left = len(word) - len(ending)
            if left >= SHORTEST_STEM and word.endswith(ending) and (not after or word[left - 1] in after) and not word.endswith("стан"):
                word = word[:left]
                break
        else:
            return word
