"""How names of persons are written, and what tells that a line names a person and no paper, menu or place."""

from __future__ import annotations

import re

from articles.ingest.dates import find_dates
from articles.ingest.remembering import remembered
from articles.ingest.statements.roles import BODY_OF_PEOPLE, ROLE_WORD
from articles.ingest.vocabulary import MENU_WORDS, NO_NAMES, PAPER_WORDS, given_names, listed
from kzarchive.patterns import Pattern

LOWER = "a-zа-яёәіңғүұқөһäöüßçşğıéèàáâêëîïôûùñūāčšžłąęćńśźżťďěřůõæøåğўқғҳ"
NAME_WORD = rf"(?:(?!(?:AND|UND|ET|VE|И|ЖӘНЕ)\s)[^\W\d_{LOWER}][\w.'’‘ʻ-]*)"
_PARTICLE = r"(?:van|von|der|den|de|du|da|di|la|le|al|el|bin|ibn|ben|ter|ten|dos|uly|ogly|oglu|ogli|kyzy|qyzy|kizi|улы|ұлы|оглы|кызы|қызы)"
PLACE_OF_LINE = rf"{NAME_WORD}(?:[\s-]{NAME_WORD}){{0,2}}"
SURNAME_AND_INITIALS = rf"(?-i:[^\W\d_{LOWER}][^\W\d_]+)\s(?-i:[^\W\d_{LOWER}])\.\s?(?-i:[^\W\d_{LOWER}])\."
NAME = Pattern(rf"{NAME_WORD}(?:\s+(?:{NAME_WORD}|{_PARTICLE})){{1,4}}")
ONE_WORD = Pattern(NAME_WORD)
NO_NAME = Pattern(
    r"\b(?:Between|Beyond|After|Before|Against|Without|Towards?|Through|Across|Into|From|Why|How|What|When|Where|Who|Via|"
    r"The|This|That|These|Our|Your|Dear|Distinguished|Ladies|Gentlemen|Excellenc\w+|All|Its|His|Her|Their|A(?!\.)|An|And|But|For|With|January|February|March|April|June|July|August|September|"
    r"October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)

# What stands before a name and is none of it: a form of address, the rank of an officer.
COURTESY = Pattern(
    r"(?:(?:(?:His|Her)\sExcellency|(?:the\s)?Hon(?:ou?rable|\.)|Mr|Mrs|Ms|H\.\s?E|MM|Mme|Herr|Frau|Sayın|г-н|г-жа)\.?,?\s{1,3}|"
    r"(?:MAJ|LTC|LTG|COL|CPT|CDR|GEN|ADM|SGT|(?:Brig(?:adier)?|Maj(?:or)?|Lt|Lieutenant|Air Vice)\.?(?:\s(?:Gen(?:eral)?|Col(?:onel)?|Cdr|Marshal))?|"
    r"Col(?:onel)?|Gen(?:eral)?|"
    r"Capt(?:ain)?|Commander|Admiral)\.?\s{1,3}(?:\(\s?(?:[Rr]et\w*|R)\.?\s?\)\s)?)+(?=[^\W\d_])"
)
_INITIALS = rf"(?:[^\W\d_{LOWER}]\.\s?){{1,2}}"
_LETTER = r"[^\W\d_¹²³⁴-⁹]"  # a figure that is set high, the mark of a note, is a letter to \\w, and no \\d
SURNAME = rf"[^\W\d_{LOWER}¹²³⁴-⁹]{_LETTER}+(?:[-'’ʻ]{_LETTER}+)?"
_DEGREES = "Dr|Prof|Doç|Assoc|Asst|Arş|Gör|Öğr|Yrd|Uzm|Dipl|Ing|Проф|Доц|Акад|Др"
PERSON = (
    rf"(?:(?:(?:{_DEGREES}|PhD|Amb|Pr)\.\s?|(?:Dr|Professor|Ambassador|Sir|"
    rf"Üyesi)\s){{0,3}})(?:{_INITIALS}(?:{SURNAME}\s)?{SURNAME}|"
    rf"{SURNAME}\s[^\W\d_{LOWER}]\.\s?[^\W\d_{LOWER}]\.(?!\s?{SURNAME})|{SURNAME}(?:\s{_INITIALS}|\s{SURNAME}|"
    rf"\s[^\W\d_{LOWER}]\.?(?=\s)){{0,1}}(?:\s(?:van|von|de|den|der|al|el|bin)){{0,2}}\s{SURNAME})"
)
ONE_PERSON = FULL_NAME = Pattern(PERSON)
_OPENS_SALUTATION = Pattern(
    r"(?:(?:my )?dear|distinguished|esteemed|(?:your )?excellenc(?:y|ies)|ladies and|уважаем\w+|дорог\w+|құрметті|қадірлі|sehr geehrte\w*|"
    r"(?:mr|mrs|ms|madam|mister|madame|monsieur|herr|frau)\.?\s(?:co-?|vice-)?(?:chair\w*|president|speaker|secretary[- ]general|moderator|"
    r"minister|prime minister|ambassador|director[- ]general|rector|présidente?|präsident(?:in)?|vorsitzende\w?)|"
    r"(?:господин|госпожа)\s(?:председатель|президент|министр|генеральный секретарь|посол)|"
    r"meine damen|mesdames|sayın|değerli|(?:армысыздар|ассалаумағалейкум|здравствуйте)[,!]?\s(?:құрметті|қадірлі|уважаем\w+|дорог\w+))\b",
    re.I,
)


def is_salutation(line: str) -> bool:
    """Tell whether ``line`` is nothing but the words with which a speaker or a letter turns to its hearers: "Dear pilots!"."""
    return len(line.split()) <= 12 and line[-1] in "!,:;." and bool(_OPENS_SALUTATION.match(line)) and line.count(".") <= 2


_PLACE_AND_DAY = Pattern(rf"\({PLACE_OF_LINE}(?:,\s{PLACE_OF_LINE})?,\s")


def is_place_and_day(line: str) -> bool:
    """Tell whether ``line`` is in brackets where and when something was said, and nothing else: "(Low Reeds, July 9, 2018)"."""
    place = _PLACE_AND_DAY.match(line)
    days = find_dates(line) if place else []
    return len(days) == 1 and days[0].start == place.end() and not line[days[0].end :].strip(" ).") and not has_given_name(place[0])


def names_person(line: str) -> bool:
    """Tell whether ``line`` is the name of one person whose given name is known, or who has a degree."""
    is_known = has_given_name(line) or begins_with_degree(line)
    return len(line) <= 60 and bool(ONE_PERSON.fullmatch(line)) and is_known and not is_no_person(line)


_DEGREE = Pattern(rf"(?:(?:{_DEGREES})\.\s?){{1,3}}[^\W\d_]")


def begins_with_degree(line: str) -> bool:
    """Tell whether ``line`` begins with an academic degree, or several, and a name may follow: "Prof. Dr. NAME"."""
    return bool(_DEGREE.match(line))


_DEGREES_BEFORE_NAME = Pattern(
    rf"(?:(?:(?:{_DEGREES}|PhD|Pr|Habil)\.\s?(?:-\s?)?|(?:Dr|Prof|Doç|Professor|Профессор|Доктор)\s)(?:habil\.\s|h\.\s?c\.\s|(?:Üyesi|Gör\.)\s)?)+(?=[^\W\d_])"
)


def without_degrees(name: str) -> str:
    """Return ``name`` without the academic degrees before it, which are no part of a name: "Prof. Dr. NAME"."""
    degrees = _DEGREES_BEFORE_NAME.match(name)
    rest = name[degrees.end() :] if degrees else name
    return rest if len(rest.split()) >= 2 else name


def scholars_in(line: str) -> list[tuple[int, int]]:
    """Return where the names stand in a line of two scholars or more, a degree before each and no sign between: "Dr. NAME Prof. NAME"."""
    degrees = list(_DEGREES_BEFORE_NAME.finditer(line))
    if len(degrees) < 2 or degrees[0].start() != 0:
        return []
    ends = [following.start() for following in degrees[1:]] + [len(line)]
    spans = [(degree.end(), degree.end() + len(line[degree.end() : end].rstrip(" ,&"))) for degree, end in zip(degrees, ends, strict=True)]
    names = [line[start:end] for start, end in spans]
    return spans if all(ONE_PERSON.fullmatch(name) and not is_no_person(name) for name in names) else []


# What a life has before the name it tells of: the mark of a note, degrees and forms of address.
BEFORE_NAME_IN_LIFE = Pattern(r"[*†•(\[\s]*(?:(?:Dr|Prof|Doç|Professor|Ambassador|Amb|Mr|Ms|Mrs)\.?\s){0,2}")
_GIVEN_NAME_AND_CAPITALS = Pattern(rf"[^\W\d_{LOWER}](?![^\W\d_{LOWER}])[\w'’-]+(?:\s[^\W\d_{LOWER}]{{3,}}(?:['’-][^\W\d_{LOWER}]{{3,}})?){{1,2}}")


def has_surname_in_capitals(name: str) -> bool:
    """Tell whether ``name`` has its surname in capitals and the given name not, as journals and papers print their authors': "Anna KIM"."""
    return bool(_GIVEN_NAME_AND_CAPITALS.fullmatch(name))


# Names that Turkic peoples form anew, from words that none but names end in: "Нүсіпбек", "Aiymgul"; and those formed from the father's: "Бекұлы".
_FORMED_NAME = Pattern(
    r"(?!(?:Azerbai|Andi)jan|Astrakhan|Ә(?:зірбай|нді)жан|(?:Aser|Azər)bai)(?-i:[^\W\d_a-zа-яё])\w{2,}"
    r"(?:бек|bek|гүл|гуль|gül|gul|жан|zhan|хан|khan|ғали|қали|ұлы|қызы|qyzy)",
    re.I,
)


@remembered
def has_given_name(line: str) -> bool:
    """Tell whether one of the first words of ``line`` is a known given name, or formed as those of Turkic peoples are."""
    words = [word.strip(".,()") for word in line.split()[:5]]
    folded = (word.casefold().replace("\u0307", "") for word in words)  # the dot that is left of a Turkish "İ"
    known = any(part in given_names() for word in folded for part in (word, *word.split("-")))
    return known or any(word[:1].isupper() and _FORMED_NAME.fullmatch(word) for word in words)


def is_place(text: str) -> bool:
    """Tell whether ``text`` is one or two capitalised words, or several joined by dashes: the town after a name."""
    return bool(re.fullmatch(rf"{SURNAME}(?:\s{SURNAME})?(?:\s[-–—]\s{SURNAME}){{0,3}}", text))


# "ShoreNews": two words, as papers and portals write theirs; and no "McKinley", "DeWitt", "d'Estaing".
_RUN_TOGETHER = Pattern(rf"[^\W\d_{LOWER}][{LOWER}]{{3,}}[^\W\d_{LOWER}][{LOWER}]{{2,}}")


# "Cooperation", "Entwicklung", "сотрудничество": no family is called so; and a headline, not a name, begins with "Rethinking".
_NOUN_OF_AN_ACT = Pattern(
    r"(?<=[^\W\d_]{4})(?:tions?|sions?|ments?|ness|ships?|isms?|ologies|ology|ities|ity|ungen|ung|schaft|schaften|keit|heit|"
    r"ация|ации|яция|ность|ности|ство|ства|ение|ения|ание|ания|изм|изма|лық|лік|шылық|шілік|ция|ции)$"
)
# "Aktau’nun": Turkish parts the ending of a case from a name; who signs has none.
_IN_A_CASE = Pattern(r"[^\W\d_]{3,}[’'](?:n?[ıiuü]n|[yn]?[ıiuü]|[dt][ae]n?|[yn]?[ae]|l[ae]|yl[ae])\b")
# "Toplantının Değerlendirmesi", the weighing of the meeting: a genitive and what it has.
_OF_SOMETHING = Pattern(r"[^\W\d_]{3,}(?:[ıiuü]n|[^\W\d_]n[ıiuü]n)\s[^\W\d_]{3,}(?:[^\W\d_]s[ıiuü]|m[ae]s[ıi])$")
_BEGINS_WITH_ACT = Pattern(r"[^\W\d_a-z][a-z]{4,}ing\s")


_PATRONYMIC = Pattern(r"\s[А-ЯЁ][а-яё]{2,}(?:вич|вна|чна)$")


_ROMAN_NUMBER = Pattern(r"[IVX]{1,4}\.\s[^\W\d_]{2,}(?:\s|$)")
_POSSESSIVE = Pattern(r"[^\W\d_]{3,}[’']s\b")
# What no name begins with: the word before one, and those whom papers write about.
_BEFORE_NAME = frozenset({"By", "BY", "Lord", "Lady", "Prince", "Princess", "King", "Queen", "Pope", "Emperor"})
_OF_ADDRESS = frozenset({"pereulok", "prospekt", "ulitsa", "street", "avenue", "boulevard", "lane", "straße", "strasse", "rue", "caddesi", "sokak"})


_OPENS_WITH_ZONE = Pattern(r"(?:ET|E[SD]T|P[SD]T|C[SD]T|GMT|UTC|CES?T|MSK)\s")  # of an hour
_OPENS_WITH_ARTICLE = Pattern(r"(?:Eine?|Der|Die|Une?|Les|Bir)\s")


# A section of a site, a network, or a control beside a name.
_OF_A_SITE = listed(
    """materials|follow|read|share|trending|facebook|twitter|youtube|instagram|telegram|whatsapp|linkedin|viber|pinterest|reddit|tumblr|tiktok
    |flipboard|vkontakte|вконтакте|одноклассники"""
)
_OF_A_THING = Pattern(r"\w{5,}\s(?:der|des)\s[^\W\d_]")
_OF_COMPANY = frozenset(
    {"jsc", "llp", "llc", "ltd", "inc", "gmbh", "plc", "corp", "тоо", "ао", "зао", "оао", "пао", "ооо", "жшс", "ақ", "sarl", "a.ş"}
)


@remembered
def is_no_person(name: str) -> bool:
    """Tell whether what is written as a name has words of papers, bodies, menus, addresses or sentences in it."""
    if (
        _OPENS_WITH_ARTICLE.match(name)
        or _OPENS_WITH_ZONE.match(name)
        or _POSSESSIVE.search(name)
        or name.split()[0] in _BEFORE_NAME
        or (name.isupper() and _ROMAN_NUMBER.match(name))
        or name.split()[-1].casefold() in _OF_ADDRESS
        or name.split()[-1].strip(".,").casefold() in _OF_COMPANY
    ):
        return True
    words = [word.strip(".,").casefold() for word in name.split()]
    if any(word in PAPER_WORDS or _RUN_TOGETHER.fullmatch(word) for word in name.split()):
        return True
    first, _, second = name.partition(" ")
    if "а" <= words[0][:1] <= "ӿ" and ROLE_WORD.fullmatch(words[0]):  # "Политолог NAME"; in English a title goes with the name: "Ambassador NAME"
        return True
    is_office = len(first) >= 3 and first.isalpha() and first.isupper() and second[:2].istitle() and second[1:2].islower()
    if is_office and not has_given_name(second) and not _PATRONYMIC.search(name):
        return True  # letters of an office and a town
    written = [word.strip(".,").casefold() for word in name.split() if not word.islower()]  # "de" is a language in a menu, and no word of it here
    is_named = len(words) == 2 and has_given_name(name.split()[0])  # many a surname is a word of menus too
    if any(_NOUN_OF_AN_ACT.search(word) for word in words) or (_BEGINS_WITH_ACT.match(name) and not is_named) or _IN_A_CASE.search(name):
        return True
    if not _OF_A_SITE.isdisjoint(words):
        return True
    if _OF_A_THING.search(name) and not has_given_name(name):
        return True  # "Leitlinien der Hafenpolitik"
    if not is_named and (_OF_SOMETHING.match(name) or (len(words) == 2 and ROLE_WORD.fullmatch(words[1]) and not has_given_name(name))):
        return True  # "Wissenschaftlicher Mitarbeiter", "Senior Fellow"
    return bool(NO_NAME.search(name) or any(word in NO_NAMES or (word in MENU_WORDS and not is_named) for word in written)
                or name.casefold() in MENU_WORDS or re.search(rf"\b{BODY_OF_PEOPLE}\b", name))  # fmt: skip


_INITIALS_ALONE = Pattern(r"(?:[^\W\d_]\.[\s-]?){1,3}")


def turn_name(name: str) -> str:
    """Return ``name`` in the order in which it is spoken, where its surname stands first, before a comma: "Kim, Anna" is "Anna Kim"."""
    last, comma, first = name.partition(",")
    if not comma or "," in first or not first.strip():
        return name
    return f"{last.strip()} {first.strip()}" if _INITIALS_ALONE.fullmatch(last.strip()) else f"{first.strip()} {last.strip()}"
