"""What the words of one line tell of it: a headline, a name, the name of a site, a motto."""

from __future__ import annotations

import re

from articles.ingest.dates import find_dates
from articles.ingest.lines import names_site
from articles.ingest.reading import INSTITUTE, LONG_WORD
from articles.ingest.sources import is_outlet
from articles.ingest.statements.names import FULL_NAME, begins_with_degree, names_person
from articles.ingest.statements.people import read_person
from articles.ingest.statements.roles import is_body, is_role
from articles.ingest.vocabulary import PAPER_WORDS, REGIONS, SECTIONS, listed
from kzarchive.patterns import Pattern

_JOINERS_OF_NAMES = listed("of|the|and|&|for|in|on|für|und|der|des|die|de|la|le|les|du|et|ve|и|в|по|from|to|with|by|at|a|an|von|zu|aus|с|из|от|о")
BORDER_OF_SITE = Pattern(r"\s+[|–—-]\s+")
_BORDER_OF_SECTION = Pattern(r"\s+(?:[|–—»-]|::)\s+")
_HOST_WITH_CAPITALS = Pattern(r"(?:www\.)?[\w-]{2,40}(?:\.[\w-]{2,30}){0,2}\.[a-z]{2,6}", re.I)

ENDS_OPEN = Pattern(r"\s(?:of|the|and|for|in|on|to|with|from|by|at|an?|&|between|und|der|des|für|et|de|du|des|la|ve|и|в|на|о|об|с)$", re.I)


def is_in_capitals(line: str) -> bool:
    """Tell whether ``line`` is in capitals, but for the letter behind a year: "THE MEETING OF 2016 г."."""
    return line.isupper() or (line.endswith(" г.") and line[:-3].isupper())


def is_long_sentence(line: str) -> bool:
    """Tell whether ``line`` is a sentence of eighteen words or more, be it full of names: of the text, and no motto of a site."""
    return len(line.split()) >= 18 and line[-1] == "." and line[-2].islower() and sum(word.islower() for word in line.split()) >= 5


_SPEAKER = Pattern(rf"(?P<name>{FULL_NAME.pattern}):\s(?=\S+(?:\s\S+){{3}})")


def opens_with_speaker(line: str) -> bool:
    """Tell whether ``line`` is a headline that opens with who says it: "Anna Kim: The lamps burn all night"."""
    speaker = _SPEAKER.match(line)
    return bool(speaker) and bool(read_person(speaker["name"]))


def ends_in_two_persons(line: str) -> bool:
    """Tell whether ``line`` is in capitalised words to the end, the last of them two persons without a word between: whom a news is about."""
    words = line.split()
    are_capitalised = 4 <= len(words) <= 12 and all(word[0].isupper() and word[-1].isalnum() for word in words)
    return are_capitalised and names_person(" ".join(words[-4:-2])) and names_person(" ".join(words[-2:]))


LETTER_OF_PART = Pattern(r"[a-zçğıöşüа-яё]\)\s+\S")  # "a) The first part"


def names_scholar(line: str) -> bool:
    """Tell whether ``line`` is nothing but a name with its degree before it, or several."""
    return begins_with_degree(line) and bool(read_person(line))


_QUOTATION_MARKS = {"“": "”", "«": "»", "„": "“", "[": "]", "(": ")"}


def leaves_quotation_open(line: str) -> bool:
    """Tell whether ``line`` begins a quotation that does not end in it: what somebody says over several lines."""
    if line[0] == '"':
        return not any(sign in line[1:] for sign in ('"', "”", "“"))
    return line[0] in _QUOTATION_MARKS and not any(sign in line[1:] for sign in (_QUOTATION_MARKS[line[0]], '"', "”"))


def leaves_bracket_open(line: str) -> bool:
    """Tell whether ``line`` begins with a bracket that does not end in it, or ends with one that does not begin there: a note over several lines."""
    return any((line[0] == opening and closing not in line) or (line[-1] == closing and opening not in line) for opening, closing in ("[]", "()"))


# What a content system prints in one line with a headline: "The headline PDF Print E-mail".
CONTROLS_BEHIND = Pattern(
    r"(?<=\w)[\s|]{1,4}(?:PDF[\s|]{1,4})?(?:Print[\s|]{1,4}E-?mail|Печать[\s|]{1,4}E-?mail|Drucken[\s|]{1,4}E-?Mail|Imprimer[\s|]{1,4}E-?mail)\s?\|?$"
)
FIRST_PART = Pattern(r"(?:1|I|А|A)[.)]\s?[^\W\d_]")  # "1. The harbour"
NUMBER_OF_PART = Pattern(r"([0-9]{1,2})[.)]\s+\S")

_PATRONYMIC = Pattern(r"(?<=[а-яё]\s)[А-ЯЁ][а-яё]+(?:вич|вна|чна)\b")


def names_author(line: str) -> bool:
    """Tell whether ``line`` gives a name with initials, and what its bearer is; or several names, with patronymics."""
    if len(_PATRONYMIC.findall(line)) >= 2 and read_person(line):
        return True
    fields = read_person(line) if INITIALS.search(line) else None
    return bool(fields) and bool(fields[-1].role or fields[-1].affiliation) and is_role(fields[-1].role or "")


def reads_as_headline(line: str) -> bool:
    """Tell whether ``line`` is said and not named: three words or more, one of them a longer word in small letters. Names of sites have none."""
    return 3 <= len(line.split()) <= 20 and says_something(line) and not names_site(line) and not is_body(line) and not line.endswith(".")


def says_something(line: str) -> bool:
    """Tell whether a longer word of ``line`` is in small letters, or it asks: names have none but joiners."""
    return any(word.islower() and word.strip(".,:;!?") not in _JOINERS_OF_NAMES for word in line.split()[1:]) or line.endswith("?")


def may_name_site(line: str) -> bool:
    """Tell whether ``line`` names a site or may be the name of one: a few words, the longer of them with capitals."""
    words = line.split()
    is_named = len(words) <= (6 if any(word.strip(".,") in PAPER_WORDS for word in words) else 4)
    return names_site(line) or bool(INSTITUTE.match(line)) or (is_named and all(word[0].isupper() or len(word) <= 3 for word in words))


_MOST_WORDS_OF_PAPER = 4


def names_paper_in_capitals(line: str) -> bool:
    """Tell whether ``line`` in capitals is the name of a paper: one known by name, or some words, the last such as papers have: "STEPPE POST"."""
    words = line.title().split()
    is_named = 2 <= len(words) <= _MOST_WORDS_OF_PAPER and words[-1] in PAPER_WORDS
    return line.isupper() and (is_named or (len(words) <= _MOST_WORDS_OF_PAPER and is_outlet(line)))


def is_short_name(line: str) -> bool:
    """Tell whether ``line`` has two to four words that all begin with a capital, as the names of sites do."""
    words = line.split()
    return 2 <= len(words) <= 4 and not line.isupper() and line[-1] not in "?!" and all(word[0].isupper() or word == "&" for word in words)


_TELLS = Pattern(r"[’']s\s|\s(?:Behind|Against|Without|After|Before|Under|Beyond|Between|Among|Amid|Amidst|Towards?|Versus|vs\.?)\s")


def tells_of_text(line: str, words_of_text: frozenset[str]) -> bool:
    """Tell whether ``line``, whose words all begin with capitals, says something of the text and names no site: how its words stand to each other."""
    words = LONG_WORD.findall(line.casefold())
    return bool(_TELLS.search(line)) and not names_site(line) and sum(word[:4] in words_of_text for word in words) >= 0.5 * len(words)


_KIND_BEFORE_BAR = Pattern(r"(?P<kind>[^\W\d_][^|]{2,24}?)\s[|]\s(?=\S+(?:\s\S+){2})")


KINDS_BEFORE_BAR = (
    SECTIONS | REGIONS | listed("video|videos|видео|audio|аудио|podcast|подкаст|photos|фото|watch|exclusive|эксклюзив|exclusif|exklusiv|özel|live")
)


KIND_BEHIND_DASH = Pattern(r"[–—-]\s?[^\W\d_a-zа-яё]{4,}\s")  # "– ANALYSE The headline"


def kind_before_bar(line: str) -> re.Match[str] | None:
    """Return what stands before a headline as the section or the kind of text it is, with a bar behind it: "Analysis | The headline"."""
    found = _KIND_BEFORE_BAR.match(line)
    return found if found and found["kind"].casefold() in KINDS_BEFORE_BAR else None


def names_site_behind(line: str, border: re.Match[str]) -> bool:
    """Tell whether what stands behind ``border`` in ``line`` is the name of a site, and before it a title."""
    tail = line[border.end() :]
    return (
        1 <= len(tail.split()) <= 6
        and len(line[: border.start()].split()) >= 3
        and ("|" in border[0] or any(word in PAPER_WORDS for word in tail.split()))
    )


def end_before_sites(line: str) -> tuple[int, bool] | None:
    """Return where a title ends that was copied from a window, before the names of its site and sections; and whether a host or several say so.

    "The headline | Site", "The headline | Section | Site", "The headline :: Section :: site.org", "The headline - Site.org"; or None.
    """
    borders = list(_BORDER_OF_SECTION.finditer(line))
    if not borders or ("«" in line and "»" in borders[-1][0]):  # the end of a quotation
        return None
    last = borders[-1]
    is_host = bool(_HOST_WITH_CAPITALS.fullmatch(line, last.end())) and len(line[: last.start()].split()) >= 3
    is_site = last[0].strip() in ("::", "»") and _is_longer(line[: last.start()], line[last.end() :])
    if not is_host and not is_site and not names_site_behind(line, last):
        return None
    end, number = last.start(), 1
    for border in reversed(borders[:-1]):
        if border[0].strip() != last[0].strip() or "-" in border[0] or not _is_longer(line[: border.start()], line[border.end() : end]):
            break
        end, number = border.start(), number + 1
    return end, is_host or is_site or number > 1


def _is_longer(headline: str, section: str) -> bool:
    """Tell whether ``headline`` has three longer words at least and more words than ``section``, which is a short name."""
    return len(LONG_WORD.findall(headline)) >= 3 and len(headline.split()) > len(section.split()) <= 4


INITIALS = Pattern(r"(?<![^\W\d_])[^\W\d_]\.\s?[^\W\d_]\.")


def end_before_day(line: str) -> int | None:
    """Return where the words of a headline end that has its day behind a dash or a bar, or in brackets: "The headline - 2005-09-20"; or None."""
    days = find_dates(line)
    if len(days) != 1 or days[0].weekday is not None or line[days[0].end :].strip(" )]."):
        return None
    seam = SEAM_OF_DAY.search(line[: days[0].start])
    if not seam and (_DAY_IN_FIGURES.fullmatch(line, days[0].start) or _HOUR_AT_END.search(line, days[0].start)):
        seam = _WORD_BEFORE_DAY.search(line[: days[0].start])
    return seam.start() if seam and (len(line[: seam.start()].split()) >= 5 or reads_as_headline(line[: seam.start()])) else None


_DAY_IN_FIGURES = Pattern(r"[0-9]{2}\.[0-9]{2}\.(?:19|20)[0-9]{2}")
_HOUR_AT_END = Pattern(r"\s[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?$")  # when it was put up; what a headline tells of has none
_WORD_BEFORE_DAY = Pattern(r"(?:(?<=[^\W\d_]{5})|(?<=[»”\"?!]))\s$")  # and no "from", "on"
SEAM_OF_DAY = Pattern(r"\s(?:[-–—|]\s?|[(\[])$")


def ends_glued(line: str, title: str) -> bool:
    """Tell whether ``line``, a path through a site, ends in ``title``."""
    return line.endswith(f" | {title}") or (len(title.split()) >= 3 and len(line) > len(title) + 4 and line.endswith(title))


SEVERAL_SENTENCES = Pattern(r"(?<!\bvs)(?<!\bSt)(?<!\bDr)(?<!\bMr)(?<!\bGen)(?<!\bст)(?<!\bг)(?<!\bгг)(?<=[a-zа-я»”])\.\s[A-ZА-Я]")
# Which page of a text this is, behind its title: "The headline - page 11".
PAGE_BEHIND = Pattern(r"\s[-–—|]\s(?:стр(?:аница|\.)?|page|seite|sayfa|бет)\s?[0-9]{1,4}$", re.I)
# A section or a control of a site, in one language and in another: "News / Brèves".
IN_TWO_LANGUAGES = Pattern(r"\w\s/\s\w")
HEADS_OF_PARTS = frozenset(
    {"abstract", "summary", "introduction", "аннотация", "введение", "андатпа", "аңдатпа", "кіріспе", "түйін", "özet", "öz", "giriş",
     "zusammenfassung", "einleitung", "résumé", "sommaire"}
)  # fmt: skip


def letters_alone(line: str) -> str:
    """Return the letters and figures of ``line``, in small letters: what two lines are compared by whose blanks and marks differ."""
    return "".join(char for char in line.casefold() if char.isalnum())


def is_cut_off(line: str, title: str) -> bool:
    """Tell whether ``line`` is the beginning of ``title``, four words or more of it, where a template had no room for all."""
    return len(line.split()) >= 4 and len(line) < len(title) and title.startswith(line) and title[len(line)] == " "


# Of what a site writes, below its name: "Lamps – Harbours – Ice".
THREE_THEMES = Pattern(r"[^\W\d_a-zа-яё]\w+(?:\s\w+)?(?:\s[–—|·•]\s[^\W\d_a-zа-яё]\w+(?:\s\w+)?){2,4}")
