"""What the words around a name say against it: it may be part of a longer name, or no name at all. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection

from kzarchive.text import fold

PART_OF_A_LONGER_NAME = "part of a longer name"
ANOTHER_BEARER = "may be another of that surname"
COMMON_WORD = "may be the ordinary word"


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# How far to either side the words are looked at, in characters.
REACH = 60

# Words that a name of ours would be mistaken for, at the head of a sentence or in a line of capitals.
COMMON_WORDS = _words(
    "us is it who may will hope rice mali bush gore chad jordan cook chile mark march august june rose grace faith hill wood young brown "
    "white black king bishop turkey china "
    "вена семей верный надежда вера любовь роза май лев рим ника мир "
    "қыз бала көк қара ақ мерей бақыт береке"
)
# Ordinary words too; but at the head of a sentence the name is meant far more often.
_MEANT_ALL_THE_SAME = frozenset(["turkey", "china"])

# What makes a longer name of the name before it, and of the name after it.
_AFTER = _words(
    "airlines airways airport arena avenue ballet bank broadcasting bulletin club college corp corporation cup daily fc gazette group herald "
    "holding hotel hub inc institute investments jsc journal llc llp ltd marathon monitor motors museum news observer opera post press "
    "radio school square stadium steel street tech telecom telegraph theater theatre times today tower tribune tv university weekly "
    "ұлттық банкі банк аэропорт әуежайы көшесі газеті қонақ телеарнасы стадионы театры университеті"
)
_BEFORE = _words("air bank bc cafe fc hc hotel radio restaurant tv")
_BEFORE_OF = _words("academy bank church college institute museum port university voice")
_RUSSIAN_BEFORE = ("банк", "гостиниц", "отел", "улиц", "проспект", "площад", "стадион", "кинотеатр", "авиакомпани")
_RUSSIAN_BEFORE_QUOTED = (*_RUSSIAN_BEFORE, "газет", "журнал", "телеканал", "клуб", "ресторан", "компани", "санатори", "поезд", "ансамбл")

# What stands in capitals before a surname without being anybody's given name.
_TITLES = _words(
    "administration akim ambassador candidate chair chairman chairwoman chancellor chief citizen comrade deputy doctor dr elbasy emperor envoy "
    "ex father fm foreign general governor head judge khan king leader marshal mayor minister mr mrs ms officer pm pope premier president "
    "presidents prime prince princess prof professor queen senator secretary secretary-general sheikh speaker spokesman spokeswoman state "
    "successor sultan then tsar vice "
    "президент президента президенту президентом министр министра министру министром премьер премьер-министр глава лидер господин посол канцлер "
    "генсек спикер елбасы елбасының сенатор председатель товарищ генерал академик "
    "президенті президентінің министрі министр басшысы төрағасы елшісі"
)
_OPENERS = _words(
    "a about according after against all also although an and any as at because before behind being both but by can could despite did does "
    "during earlier even every fellow finally for former from given has have he her here his how however i if in instead into is it its "
    "just last late later like many meanwhile more most much neither never new next no nor not now of on once one only or other our "
    "outgoing over past per perhaps said says she should since so some still such than that the their then there these they this those though "
    "thus to today together too under unless unlike until via was we were what when where whether which while who whom whose why will "
    "with without would yes yesterday yet you your "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november "
    "december"
)
# Cyrillic sentences often begin with a noun and a surname (Визит Токаева): only these, at their head, are somebody's given name.
_GIVEN_NAMES = _words(
    "дарига дариги дариге даригу даригой динара динары динаре динару динарой алия алии алию алией болат болата болату болатом тимур тимура кайрат "
    "кайрата самат самата кенес алтынай роза марат асет бауыржан ерлан серик нурлан данияр айсултан мелания мелании иванка эрик дональда барбара "
    "мишель мишеля лора хиллари гульнара гульнары лола ислам азиза зейнаб арзу лейла мехрибан мехрибан сергей александр владимир дмитрий "
    "людмила светлана дариға дариғаның динараның әлия болаттың қайрат серік мелания мехрибан"
)

_QUOTES = frozenset("«„“\"'‘”")
_KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)
_NEWSPAPERS = ("газет", "журнал")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_INITIALS = re.compile(r"(?:[^\W\d_]\.[-‐‑\s]{0,2}){1,3}$")
_SENTENCE_END = re.compile(r"[.!?:;…\n—–•][\s\"'«»„“”‘’(\[]*$|^[\s\"'«»„“”‘’(\[]*$")
_LETTER = re.compile(r"[^\W\d_]")
_SMALL_WORDS_OF_HEADLINES = 3  # letters; a longer word in small letters makes a line a sentence


def is_ordinary(word: str) -> bool:
    """Whether ``word``, folded, is one that sentences use for something else than a name."""
    return word in COMMON_WORDS or word in _OPENERS or word in _TITLES or word in _AFTER


class Context:
    """A text as the surroundings of the names in it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines: dict[int, tuple[bool, bool]] = {}

    def doubt(self, start: int, end: int, *, is_acronym: bool, bearer: Collection[str] | None) -> str:
        """Return why the name from ``start`` to ``end`` may not be meant, or an empty string.

        ``bearer`` holds the folded words of all names of the one person who is named so, and is None for anything else.
        """
        found = self._text[start:end]
        is_one_word = " " not in found and "\n" not in found
        if is_one_word and self._is_common_word(start, found.casefold(), is_acronym):
            return COMMON_WORD
        last = self._last_word(start)
        if self._is_part(start, end, last):
            return PART_OF_A_LONGER_NAME
        if bearer is not None and is_one_word and self._is_of_another(start, end, last, bearer):
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
        return last if last.replace("-", "").isalpha() else ""

    def _is_common_word(self, start: int, word: str, is_acronym: bool) -> bool:
        if word not in COMMON_WORDS:
            return word.removesuffix("s") in COMMON_WORDS  # Turkeys
        if is_acronym:
            return self._line(start)[0]
        if word in _MEANT_ALL_THE_SAME or not self._opens_a_sentence(start):
            return False
        # In Kazakh Семей is the city; in Russian, where no such letters stand about it, the families.
        return word.isascii() or not _KAZAKH.search(self._text, max(0, start - REACH), start + REACH)

    def _is_part(self, start: int, end: int, last: str) -> bool:
        text = self._text
        if text[end : end + 1] == "-" and fold(text[end + 1 : end + 6]) == "город":  # Китай-город is a part of Moscow
            return True
        following = _WORD.match(text, end + 1) if text[end : end + 1] == " " else None
        if following and (following[0][:1].isupper() or not following[0].isascii()) and fold(following[0]) in _AFTER:
            return True
        if not last:
            return False
        if text[start - 1] in _QUOTES:
            if " " in text[start:end] and fold(last).startswith(_NEWSPAPERS):  # several words in quotation marks are the paper's own name
                return False
            return not last.isascii() and fold(last).startswith(_RUSSIAN_BEFORE_QUOTED)
        if last == "of":
            words = text[max(0, start - REACH) : start - 4].rsplit(None, 1)
            return bool(words) and words[-1][:1].isupper() and fold(words[-1]) in _BEFORE_OF
        if last.isascii():
            return last[0].isupper() and last.casefold() in _BEFORE
        return fold(last).startswith(_RUSSIAN_BEFORE)

    def _is_of_another(self, start: int, end: int, last: str, bearer: Collection[str]) -> bool:
        before = self._text[max(0, start - REACH) : start]
        if before.endswith((". ", ".", ".-")) and (initials := _INITIALS.search(before)) and not before[: initials.start()][-1:].isalpha():
            given = bearer - {fold(self._text[start:end])}
            letter = fold(_LETTER.search(initials[0])[0])
            return bool(given) and not any(word.startswith(letter) for word in given)
        if len(last) < 2 or not last[0].isupper() or (last.isupper() and len(last) < 5) or self._text[start - 1] != " ":
            return False
        word = fold(last)
        if word in _TITLES or word.partition("-")[2] in _TITLES or any(word[:4] == name[:4] for name in bearer):
            return False
        if self._opens_a_sentence(start - 1 - len(last)) and not word.isascii():
            return word in _GIVEN_NAMES
        return word not in _OPENERS and not self._line(start)[1]

    def _opens_a_sentence(self, at: int) -> bool:
        return _SENTENCE_END.search(self._text[max(0, at - 10) : at]) is not None if at > 0 else True

    def _line(self, at: int) -> tuple[bool, bool]:
        """Return whether the line at ``at`` is set in capitals, and whether it is a headline with a capital to every word of weight."""
        begin = self._text.rfind("\n", 0, at) + 1
        if begin not in self._lines:
            end = self._text.find("\n", at)
            line = self._text[begin : min(end, begin + 400) if end >= 0 else begin + 400]
            words = _WORD.findall(line)
            weighty = [word for word in words if len(word) > _SMALL_WORDS_OF_HEADLINES and word[0].isalpha()]
            capitals = [word for word in words if word.isupper() and len(word) > 1]
            self._lines[begin] = (
                len(words) > 2 and len(capitals) >= 0.8 * len([word for word in words if word[0].isalpha()]),
                len(weighty) > 1 and not line.rstrip().endswith(".") and all(not word[0].islower() for word in weighty),
            )
        return self._lines[begin]
