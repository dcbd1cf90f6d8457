"""What the words around a name say against it: it may be part of a longer name, or no name at all. Pure.

A name is taken for what it says only where nothing beside it can belong to it. A capital next to it, a pair of quotation marks
closed round it and more, a word that makes names: each is a doubt unless it is known to be something else (an office, a day, the
verb of a headline). So a name that the authority file does not know yet hides none that it knows.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from typing import NamedTuple

from kzarchive.text import fold

from . import vocabulary as words
from .inflection import is_cyrillic

PART_OF_A_LONGER_NAME = "part of a longer name"
ANOTHER_BEARER = "may be another of that surname"
COMMON_WORD = "may be the ordinary word"

# How far to either side the words are looked at, in characters.
REACH = 60
_LONGEST_QUOTED_NAME = 5  # words

_BLANKS = "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"
_QUOTES = frozenset("«„“\"'‘”")
_QUOTED = re.compile(r"«([^«»\n]{1,80})»|“([^“”\n]{1,80})”|„([^„“”\n]{1,80})[“”]|\"([^\"\n]{1,80})\"")
_KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")
_PART = re.compile(r"[^\W_]+")
_CAPITALS = re.compile(r"(?: [^\W\d_][^\W_]*(?:-[^\W_]+)*){1,5}")  # the next words
_INITIALS = re.compile(r"(?:[^\W\d_]\.[-‐‑\s]{0,2}){1,3}$")
_SENTENCE_END = re.compile(r"[.!?:;…\n—–•][\s\"'«»„“”‘’(\[]*$|^[\s\"'«»„“”‘’(\[]*$")
_LINE_END = re.compile("\n")
_LETTER = re.compile(r"[^\W\d_]")
_PATRONYMICS = ("uly", "ulı", "qyzy", "kyzy", "ovich", "evich", "ovna", "evna", "ұлы", "қызы", "ович", "евич", "овна", "евна")
# Of a capital word after a Kazakh surname: it is what the named does something to. Of one before a name: it is a place on its own.
_KAZAKH_CASES = (
    "мен", "бен", "пен", "ды", "ді", "ты", "ті", "ны", "ні", "ға", "ге", "қа", "ке", "на", "не", "дан", "ден", "тан", "тен", "нан", "нен", "ң",
)  # fmt: skip
_KAZAKH_PLACES = (
    "да", "де", "та", "те", "дан", "ден", "тан", "тен", "нан", "нен", "ға", "ге", "қа", "ке", "ның", "нің", "дың", "дің", "тың", "тің",
)  # fmt: skip
_RUSSIAN_CASES = ("у", "ю", "а", "я", "ом", "ем", "ым", "е")
_INDECLINABLE = ("о", "у", "ы", "и", "э", "е")
_SMALL_WORDS_OF_HEADLINES = 3  # letters; a longer word in small letters makes a line a sentence
_LONGEST_BARE_ACRONYM = 5
_LONGEST_HEADLINE = 400  # characters that a line is judged by


class Said(NamedTuple):
    """What is known of a name where it stands: half-open, in code points of the text."""

    start: int
    end: int
    is_acronym: bool = False
    bearer: Collection[str] | None = None  # the folded words of all names of the one person who is named so, None for anything else
    is_person: bool = False
    is_as_called: bool = True  # in the form of the authority file, without a case ending
    follows: bool = False  # right after another name
    is_followed: bool = False  # by another name, right after it


def is_ordinary(word: str) -> bool:
    """Whether ``word``, folded, is one that sentences use for something else than a name."""
    return word in words.COMMON_WORDS or word in words.OPENERS or word in words.TITLES or word in words.AFTER


class Context:
    """A text as the surroundings of the names in it."""

    def __init__(self, text: str, names: Sequence[tuple[int, int]] = ()) -> None:
        """Take a text, and where names stand in it, in order: what is one is no stranger beside another."""
        for blank in _BLANKS:  # looked for one by one: a table would ask about each character
            if blank in text:
                text = text.replace(blank, " ")
        self._text = text
        self._names = names
        self._lines: dict[int, tuple[bool, bool]] = {}
        self._breaks: list[int] | None = None
        self._quoted: tuple[list[int], list[int]] | None = None

    def doubt(self, said: Said) -> str:
        """Return why the name may not be meant, or an empty string."""
        text = self._text
        found = text[said.start : said.end]
        is_one_word = " " not in found and "\n" not in found
        if is_one_word and self._is_common_word(said.start, found.casefold(), said.is_acronym):
            return COMMON_WORD
        last = self._last_word(said.start)
        if self._is_part(said, last, is_one_word):
            return PART_OF_A_LONGER_NAME
        if said.bearer is not None and is_one_word and self._is_of_another(said, last):
            return ANOTHER_BEARER
        return ""

    def _last_word(self, start: int) -> str:
        """Return the word before ``start`` where only one blank, or a blank and an opening quotation mark, stands between."""
        text = self._text
        at = start - 1 if text[max(0, start - 1) : start] in _QUOTES else start
        if text[max(0, at - 1) : at] != " ":
            return ""
        before = text[max(0, at - REACH) : at - 1]
        last = before[max(before.rfind(" "), before.rfind("\n")) + 1 :].lstrip("«„“\"'‘”([")
        return last if last.replace("-", "").isalpha() and last[-1] != "-" else ""

    def _is_common_word(self, start: int, word: str, is_acronym: bool) -> bool:
        if word not in words.COMMON_WORDS:
            return word.removesuffix("s") in words.COMMON_WORDS and word.removesuffix("s") != word  # Turkeys
        if is_acronym:
            return self._line(start)[0]
        if word in words.MEANT_ALL_THE_SAME or not self._opens_a_sentence(start):
            return False
        # In Kazakh Семей is the city; in Russian, where no such letters stand about it, the families.
        return word.isascii() or not self._is_kazakh(start)

    def _is_kazakh(self, at: int) -> bool:
        return _KAZAKH.search(self._text, max(0, at - REACH), at + REACH) is not None

    # Part of a longer name

    def _is_part(self, said: Said, last: str, is_one_word: bool) -> bool:
        text, start, end = self._text, said.start, said.end
        if text[end : end + 1] == "-" and fold(text[end + 1 : end + 6]) == "город":  # Китай-город is a part of Moscow
            return True
        if text[start].islower():  # a concept; only capitals and quotation marks make names of names
            return False
        if text[end : end + 1] == " " and not said.is_followed and self._goes_on(said):
            return True
        if last and text[start - 1] == " " and not said.follows and self._began_before(said, last):
            return True
        return self._is_quoted(said, last, is_one_word)

    def _goes_on(self, said: Said) -> bool:
        """Whether the words after the name may belong to it."""
        text, end = self._text, said.end
        following = _WORD.match(text, end + 1)
        if not following:
            return False
        word, folded = following[0], fold(following[0])
        is_capital = word[0].isupper()
        # Алматының орталығы is the middle of the town: what has an ending of the genitive ends there, as before 's.
        if folded in words.AFTER and (is_capital if word.isascii() else said.is_as_called):
            return True
        if not is_capital or folded in words.DAYS or (said.bearer and folded in said.bearer):
            return False
        if is_cyrillic(folded):
            return self._goes_on_in_cyrillic(said, folded)
        if self._is_office(end) or self._is_german(said.start):
            return False
        if any(self._line(said.start)):
            return not (folded in words.HEADLINE_VERBS or folded.endswith(("s", "ed", "ing", "ly")) or self._is_listed(said))
        return True

    def _is_listed(self, said: Said) -> bool:
        """Whether the verb of a headline has no ending to be known by: the name is one of several, or stands after “will” or “is”."""
        before = self._text[max(0, said.start - REACH) : said.start].casefold()
        spoken = before.removesuffix("the ").split() if before.endswith(" ") else ()
        return before.endswith((", ", "and ", "& ")) or (bool(spoken) and spoken[-1] in words.AUXILIARIES)

    def _is_office(self, end: int) -> bool:
        """Whether one of the capitals after ``end`` is an office: Kazakhstan Energy Minister."""
        capitals = _CAPITALS.match(self._text, end)
        for word in capitals[0].split() if capitals else ():
            if not word[0].isupper():
                return False
            if fold(word).partition("-")[0] in words.OFFICES:
                return True
        return False

    def _is_german(self, at: int) -> bool:
        around = self._text[max(0, at - REACH) : at + REACH].casefold().split()
        return any(word in words.GERMAN for word in around)

    def _goes_on_in_cyrillic(self, said: Said, folded: str) -> bool:
        if not said.is_as_called or self._line(said.start)[0]:  # the case says where a name ends; capitals say nothing
            return False
        if self._is_kazakh(said.start):
            return not (folded.startswith(words.KAZAKH_OFFICES) or (said.is_person and folded.endswith(_KAZAKH_CASES)))
        if said.is_acronym:  # сенатор США Линдси Грэм
            return False
        if said.is_person:
            return not folded.endswith(_RUSSIAN_CASES)
        found = fold(self._text[said.start : said.end])
        return not (found.endswith(_INDECLINABLE) and self._text[said.start - 2 : said.start - 1].isalpha())  # аким Алматы Ерболат Досаев

    def _began_before(self, said: Said, last: str) -> bool:
        """Whether the word before the name may belong to it."""
        text, start = self._text, said.start
        folded = fold(last)
        is_latin = last.isascii() or not is_cyrillic(folded)
        if last == "of" or (last == "the" and text.endswith(" of the ", 0, start)):
            return self._is_of(start - len(last) - (4 if last == "the" else 1), said)
        if is_latin and folded in words.BEFORE_IN_APPOSITION:
            return True
        # команда Астана is called so; компании Казахстана are those of the land.
        if not is_latin and folded.startswith(words.RUSSIAN_BEFORE_QUOTED if said.is_as_called and not said.is_acronym else words.RUSSIAN_BEFORE):
            return True
        if not last[0].isupper() or folded in words.DAYS or last.rpartition("-")[2][0].islower():  # the Russia-led union
            return False
        if folded in words.BEFORE:
            return True
        if said.is_person:  # what stands before a surname is judged with who bears it
            return False
        if folded in words.OTHER_LAND:
            return True
        if is_latin:
            return self._begins_in_latin(said, last, folded)
        return self._begins_in_cyrillic(said, last, folded)

    def _is_of(self, at: int, said: Said) -> bool:
        before = self._text[max(0, at - REACH) : at].rsplit(None, 1)
        head = before[-1] if before else ""
        if not head[:1].isupper() or not head[-1].isalpha():
            return False
        folded = fold(head)
        if folded in words.BEFORE_OF:
            return True
        if folded in words.OF_OFFICES or said.is_person or any(self._line(said.start)):
            return False
        return not self._opens_a_sentence(self._text.rfind(head, 0, at + 1))

    def _begins_in_latin(self, said: Said, last: str, folded: str) -> bool:
        if folded in words.OPENERS or folded in words.TITLES or any(self._line(said.start)) or self._is_german(said.start):
            return False
        if self._opens_a_sentence(said.start - 1 - len(last)):
            return not folded.endswith(words.ENGLISH_ADJECTIVES)
        return True

    def _begins_in_cyrillic(self, said: Said, last: str, folded: str) -> bool:
        if folded in words.FIRMS:
            return True
        if self._line(said.start)[0] or folded.startswith(words.OFFICES_BEFORE) or (last.isupper() and len(last) <= _LONGEST_BARE_ACRONYM):
            return False
        if folded in words.RUSSIAN_OPENERS or folded in words.KAZAKH_OPENERS or folded in words.TITLES:
            return False
        if not self._opens_a_sentence(said.start - 1 - len(last)):
            return not (folded.endswith(_KAZAKH_PLACES) and self._is_kazakh(said.start))  # Таяу Шығыста Қазақстан
        if self._is_kazakh(said.start):  # only what is known to make another land does so there
            return False
        if folded.endswith(words.ADJECTIVE_ENDINGS):
            return True
        found = fold(self._text[said.start : said.end])
        if self._text[said.end : said.end + 3].strip()[:1] in ("-", "–", "—") or " " in found:  # Товарооборот Казахстан—Китай
            return False
        is_subject = said.is_as_called and not said.is_acronym and not found.endswith(_INDECLINABLE)
        return is_subject and not folded.endswith((*words.RUSSIAN_VERB_ENDINGS, "я", "ь"))  # Эйр Астана, and not Заявил Казахстан

    def _is_quoted(self, said: Said, last: str, is_one_word: bool) -> bool:
        """Whether the name is what something else is called: Гостиница «Казахстан», «Единая Россия»."""
        text, start, end = self._text, said.start, said.end
        if self._quoted is None:
            quoted = [match.span() for match in _QUOTED.finditer(text)]
            self._quoted = ([begin for begin, _ in quoted], [close for _, close in quoted])
        begins, closes = self._quoted
        last_begun = bisect_left(begins, start) - 1
        return (
            last_begun >= 0 and closes[last_begun] > end and self._is_name_in_quotes(said, begins[last_begun], closes[last_begun], last, is_one_word)
        )

    def _is_name_in_quotes(self, said: Said, begin: int, close: int, last: str, is_one_word: bool) -> bool:
        text = self._text
        before, after = text[max(0, begin - REACH) : begin], text[close : close + REACH]
        noun = _WORD.match(after, 1) if after[:1] == " " else None
        is_kazakh_noun = bool(noun) and noun[0][0].islower() and self._is_kazakh(close)
        preceding = before[:-1].rsplit(None, 1)[-1] if before.endswith(" ") and before.strip() else ""
        is_noun_before = preceding[-1:].isalpha() and fold(preceding) not in words.RUSSIAN_OPENERS and fold(preceding) not in words.OPENERS
        if not (is_noun_before or is_kazakh_noun) or fold(preceding).startswith(words.ABOUT_WORDS):
            return False
        inner = text[begin + 1 : close - 1]
        if (said.start, said.end) == (begin + 1, close - 1):
            if said.is_person:
                return True
            if not is_one_word and fold(preceding).startswith(words.NEWSPAPERS):  # several words are the paper's own name
                return False
            return is_one_word and not said.is_acronym and not any(char.isdigit() for char in inner)
        if len(_WORD.findall(inner)) > _LONGEST_QUOTED_NAME or re.search(r"[.!?,:;]", inner) or said.is_acronym:
            return False
        names = self._names[bisect_left(self._names, (begin, 0)) : bisect_left(self._names, (close, 0))]
        return any(
            not any(start <= word.start() < end for start, end in names) and not (word[0].islower() and len(word[0]) <= _SMALL_WORDS_OF_HEADLINES)
            for word in _PART.finditer(text, begin + 1, close - 1)
        )

    # Another of that surname

    def _is_of_another(self, said: Said, last: str) -> bool:
        text, start, bearer = self._text, said.start, said.bearer
        before = text[max(0, start - REACH) : start]
        if before.endswith((". ", ".", ".-")) and (initials := _INITIALS.search(before)) and not before[: initials.start()][-1:].isalpha():
            given = bearer - {fold(text[start : said.end])}
            letter = fold(_LETTER.search(initials[0])[0])
            return bool(given) and not any(word.startswith(letter) for word in given)
        if said.follows or len(last) < 2 or not last[0].isupper() or (last.isupper() and len(last) < 5) or text[start - 1] != " ":
            return False
        word = fold(last)
        if any(part in words.TITLES for part in (word, *word.split("-"))) or word in words.DAYS:
            return False
        if any(word[:4] == name[:4] for name in bearer if not name.endswith(_PATRONYMICS)):
            return False
        is_opening = self._opens_a_sentence(start - 1 - len(last))
        if not is_cyrillic(word):
            return word not in words.OPENERS and not self._line(start)[1]
        if word in words.GIVEN_NAMES or word.endswith(words.WOMENS_ENDINGS):
            return True
        if word in words.RUSSIAN_OPENERS or word in words.KAZAKH_OPENERS or word.startswith(words.OFFICES_BEFORE):
            return False
        if not is_opening:
            return not self._line(start)[0]
        if self._is_kazakh(start):
            return True
        if said.is_as_called:  # a noun would have the name in the genitive
            return not word.endswith(words.RUSSIAN_VERB_ENDINGS)
        return word.endswith(("а", "я", "е", "у", "ю")) and not word.endswith(words.NOUN_ENDINGS)

    # Lines and sentences

    def _opens_a_sentence(self, at: int) -> bool:
        return _SENTENCE_END.search(self._text[max(0, at - 10) : at]) is not None if at > 0 else True

    def _line(self, at: int) -> tuple[bool, bool]:
        """Return whether the line at ``at`` is set in capitals, and whether it is a headline with a capital to every word of weight."""
        if self._breaks is None:
            self._breaks = [-1, *(match.start() for match in _LINE_END.finditer(self._text)), len(self._text)]
        number = bisect_right(self._breaks, at - 1) if at else 1
        begin = self._breaks[number - 1] + 1
        if begin not in self._lines:
            line = self._text[begin : min(self._breaks[number], begin + _LONGEST_HEADLINE)]
            found = _WORD.findall(line)
            weighty = [word for word in found if len(word) > _SMALL_WORDS_OF_HEADLINES and word[0].isalpha()]
            long = [word for word in found if len(word) > 1 and word[0].isalpha()]
            self._lines[begin] = (
                len(found) > 2 and len(long) > 1 and sum(word.isupper() for word in long) >= 0.8 * len(long),
                len(weighty) > 1 and not line.rstrip().endswith(".") and all(not word[0].islower() for word in weighty),
            )
        return self._lines[begin]
