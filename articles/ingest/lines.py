"""What a line tells by itself: a title, a row of buttons or of a menu, a day, a claim of rights, a call to subscribe."""

from __future__ import annotations

import re
from functools import lru_cache

from articles.ingest.dates import find_dates
from articles.ingest.vocabulary import ALONE_A_CONTROL, CONTROL_WORDS, MENU_WORDS, PAPER_WORDS, SHARE_WORDS, SURE_CONTROLS, listed
from kzarchive.patterns import Pattern

CONTROLS = Pattern(r"[\x00-\x08\x0e-\x1b\x7f]")  # those that Python does not count as blanks
_NOTE_AT_END = Pattern(r"\s?\[[0-9]{1,3}\]$")
_ABBREVIATED_END = Pattern(r"(?:\b[^\W\d_]\.)+$|[0-9]\s?(?:гг|жж)\.$")

# UTF-8 that was read as Windows-1251 or Windows-1252: pairs of signs that stand side by side in no language.
MOJIBAKE = Pattern("[РС][°±²-¿ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџЎўЈ¤Ґ¦§Ё©Є«¬®Ї]|Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[™œ\u009d“”¦˜]")
_CONTROL_WORD = Pattern(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_BUTTON_WORD = Pattern(r"[A-ZА-ЯӘІҢҒҮҰҚӨҺ]+(?![a-zа-яéèäöüçşğı])|[A-ZА-ЯӘІҢҒҮҰҚӨҺÄÖÜÇŞĞİ]?[a-zа-яёәіңғүұқөһäöüßçşğıéèàñū]+|[a-zа-я]+")
NEWSLETTER_WORDS = Pattern(
    r"newsletter|news\b|updates?\b|channel|events|latest|inbox|e-?mail|telegram|whatsapp|youtube|twitter|facebook|instagram|"
    r"канал|рассылк|новост|соцсет|телеграм|дзен\b|bülten|lettre d|арна|briefing|postfach|boîte|на почту|traductions|mois|jour|member|abone|"
    r"unsubscribe|désinscrire|abmelden",
    re.I,
)


def without_spacing(line: str) -> str:
    """Return ``line`` without the blanks between its letters, where it is set with spaces: "A B S T R A C T"."""
    words = line.split()
    return "".join(words) if all(len(word) == 1 for word in words) else line


def is_title_like(line: str) -> bool:
    """Tell whether ``line`` could stand above a text: at most 25 words, and no sentence with a full stop."""
    words = line.split()
    if not words or len(words) > 25 or not any(char.isalpha() for char in line):
        return False
    line = _NOTE_AT_END.sub("", line)
    if line.endswith(("?..", "!..")) or (line.isupper() and line.endswith(("…", "...")) and len(words) >= 3):  # a headline that leaves something open
        return True
    return not line.endswith((".", "…", ":", ";", ",", "。")) or bool(_ABBREVIATED_END.search(line))


def may_be_headline(line: str, least_words: int) -> bool:
    """Tell whether ``line`` reads as a headline of ``least_words`` or more with no day in it, as lines of statements have."""
    return len(line.split()) >= least_words and is_title_like(line) and not find_dates(line)


# How the title of a speech begins, which may be longer than other titles and name a day.
OF_A_SPEECH = Pattern(
    r"(?:(?:opening |closing |welcom\w+ |keynote |joint )?(?:statement|speech|remarks|address|message)|выступление|речь|заявление|обращение|послание|"
    r"rede|ansprache|grußwort|discours|allocution|déclaration|konuşma\w*)\s(?:by|of|at|on|the|to|von|des|der|de|du|prononcé\w*)?\s?(?=[^\W\d_])",
    re.I,
)


def is_row_of_buttons(line: str) -> bool:
    """Tell whether ``line`` is two or more buttons run together: "ShareTweetPin", "Teilen Drucken", "Share: Facebook Telegram"."""
    if len(line) > 120 or not line[0].isalpha():
        return False
    first = _BUTTON_WORD.match(line)
    if re.split(r"[\W_]", line, maxsplit=1)[0].casefold() not in SHARE_WORDS and (not first or first[0].casefold() not in SHARE_WORDS):
        return False
    words: list[str] = []
    for token in re.findall(r"[^\W_]+", line):
        folded = token.casefold()
        words += [folded] if folded in SHARE_WORDS else [word.casefold() for word in _BUTTON_WORD.findall(token)]
    return len(words) >= 2 and SHARE_WORDS.issuperset(words) and sum(1 for word in words if len(word) > 2 or word in ("vk", "ok", "x")) >= 2


_MOST_ICONS_READ = 400  # characters


def consists_of_controls(line: str) -> bool:
    """Tell whether ``line`` is nothing but words of which controls consist: "E-Mail Article Printer-Friendly Translate", "Link copied", "cameraicon".

    One of them at least is a control by itself.
    """
    words = _CONTROL_WORD.findall(line[:_MOST_ICONS_READ].casefold())
    if sum("icon" in word for word in words) >= 4:  # what a site calls its icons
        return sum("icon" in word for word in words) >= 0.5 * len(words)
    if len(line) > 160 or not words or any(char.isdigit() for char in line):
        return False
    if len(words) == 1:
        return words[0] in ALONE_A_CONTROL
    return CONTROL_WORDS.issuperset(words) and not SURE_CONTROLS.isdisjoint(words)


def names_site(line: str) -> bool:
    """Tell whether ``line``, above a title, names a site or its section: a word of menus, or up to four with one such as Times."""
    words = line.split()
    if len(words) <= 6 and words[-1].casefold() in _KINDS_OF_PAPER:  # a line that says what the site is
        return True
    return line.casefold() in MENU_WORDS or (len(words) <= 4 and any(word.strip(".,:") in PAPER_WORDS for word in words))


_KINDS_OF_PAPER = listed(
    """газета|газеті|еженедельник|журнал|журналы|апталық|newspaper|weekly|magazine|gazetesi|dergisi|zeitung|wochenzeitung|hebdomadaire|агентство
    |агенттігі"""
)


_LEAST_PARTS_OF_HOUSE = 3


def is_row_of_menu(line: str) -> bool:
    """Tell whether ``line`` is the menu of a site copied into one line: four capitalised words or more, many of which menus consist of."""
    words = [word.strip(".,|•·›»:") for word in line.split()]
    words = [word for word in words if word]
    if len(words) < 4 or len(line) > 200 or not all(not word[0].islower() for word in words):
        return False
    houses = [word.partition("-")[0] for word in words if "-" in word]
    if any(houses.count(house) >= _LEAST_PARTS_OF_HOUSE for house in set(houses)):
        return True  # "NG-Energy NG-Politics NG-Religions"
    known = sum(word.casefold() in MENU_WORDS and word.casefold() not in SUBJECTS for word in words)
    return known >= 2 and known >= 0.4 * len(words)


# Words of menus that titles have as well.
SUBJECTS = listed(
    "kazakhstan|казахстан|қазақстан|asia|europe|international|world|nation|president|президент|government|türkiye|uk|мир|dünya|health|science|"
    "research"
)

RIGHTS = Pattern(r"(?:copyright\b|©|\(c\)|all rights reserved|все права защищены|alle rechte vorbehalten|tous droits réservés)", re.I)


@lru_cache(1024)  # a list of posts asks for each day several times
def is_day_alone(line: str) -> bool:
    """Tell whether ``line`` is a day and nothing else."""
    dates = find_dates(line) if len(line) <= 30 and line[-1].isdigit() else []
    return len(dates) == 1 and not line[: dates[0].start].strip() and not line[dates[0].end :].strip()


# "Photo: the ministry. Delegations at the table": the credit first, then the caption.
CREDIT_BEFORE_CAPTION = Pattern(
    r"(?P<credit>(?:photo(?:graph)?|image|фото|foto|fotoğraf|сурет|bild)(?: credit)?\s?[:©]\s?[^.:]{2,40}\.)\s"
    r"(?P<caption>(?-i:[^\W\d_a-zа-яё])\S*(?:\s\S+){2,30})$",
    re.I,
)
# Behind "the author": of what.
OF_THIS_TEXT = r"(?: of (?:this|the) (?:article|piece|text|publication|study|report|commentary|essay|column))?"
NEWSLETTER_CALL = Pattern(
    r"(?:.{0,60}\b(?:auf|in) unseren social[- ]media|"
    r".{0,80}\b(?:in|on) our telegram[- ]channel\b.{0,30}$|"
    r".{0,60}\bnewsletter\b.{0,140}\b(?:get|read|sign up for|subscribe to) (?:the|our|this) newsletter$|"
    r"sign up|subscribe|join our|get (?:the|our)|follow (?:us|our|the author|me|him|her)|stay (?:informed|up to date|connected)|never miss|"
    r"we invite you to (?:forward|subscribe|follow)|we use your sign-?up|nous utilisons votre inscription|wir (?:nutzen|verwenden) ihre anmeldung|"
    r"get (?:weekly|briefed|the latest)\b|while you[’']re here\b|every (?:week|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|"
    r"(?:хоч(?:ешь|ите)) (?:получать|узнавать|быть)\b|je m[’']abonne$|suivez toute l[’']actualité\b|"
    r"подпи\w+|следите за|получайте|рассылка|жазылы\w+|біздің|abonnieren|abonnez|inscrivez|recevez|abone ol|bülten\w+|suscr\w+|"
    r"(?:[\w'’.-]+\s){1,6}(?:жазылыңыз(?:дар)?|подпи(?:шись|шитесь|сывайся|сывайтесь)|тіркеліңіз(?:дер)?|abone olun(?:uz)?|takip edin(?:iz)?)|"
    r"melden sie sich (?:für|zu)|newsletter|(?:[\w’'-]+\s){1,5}newsletter$|täglich um|become a)(?!\w)",
    re.I,
)
