"""What a line says by itself for being the title, or against it: its words, those it shares with the text, its place, its markup.

Each function takes the contest and the number of a line, and returns whether what it knows is so; a few return how often, or how far.
"""

from __future__ import annotations

import re

from articles.ingest.comparing import comparable
from articles.ingest.lines import OF_A_SPEECH, names_site
from articles.ingest.reading import INSTITUTE, LONG_WORD, SITE_BORDER
from articles.ingest.statements.names import has_given_name
from articles.ingest.statements.people import read_person, tells_post
from articles.ingest.titles.contest import Contest
from articles.ingest.titles.placing import OPENS_PATH, ends_path, heads_text, is_above_caption
from articles.ingest.titles.wording import HEADS_OF_PARTS, IN_TWO_LANGUAGES, THREE_THEMES, says_something
from articles.ingest.vocabulary import MENU_WORDS, SECTIONS, listed
from kzarchive.patterns import Pattern

_MOST_WORDS = 16  # that titles have


def _count_of_words_with_letters(contest: Contest, i: int) -> int:
    return sum(any(char.isalpha() for char in word) for word in contest.line(i).split())


def has_two_words(contest: Contest, i: int) -> bool:
    """The line has two words with letters, as few titles have."""
    return _count_of_words_with_letters(contest, i) == 2


def has_three_words(contest: Contest, i: int) -> bool:
    """The line has three words with letters, as some titles have."""
    return _count_of_words_with_letters(contest, i) == 3


def has_four_words(contest: Contest, i: int) -> bool:
    """The line has four words with letters or more, as most titles have."""
    return _count_of_words_with_letters(contest, i) >= 4


def words_too_many(contest: Contest, i: int) -> int:
    """How many words the line has beyond those of titles; the title of a speech names who held it, where and when."""
    return 0 if OF_A_SPEECH.match(contest.line(i)) else max(0, contest.count_of_words(i) - _MOST_WORDS)


def is_too_long(contest: Contest, i: int) -> bool:
    """The line has more words than titles have."""
    return words_too_many(contest, i) > 0


def share_of_words_in_text(contest: Contest, i: int) -> float:
    """Which share of the line's longer words, from 0 to 1, stands in the text too; one such word alone is half."""
    words = LONG_WORD.findall(contest.line(i).casefold())
    return sum(word[:4] in contest.words_of_text for word in words) / max(2, len(words))


def stands_below_gap(contest: Contest, i: int) -> bool:
    """Blank lines part the line from what stands above it."""
    return contest.page.follows_gap(i)


def stands_above_gap(contest: Contest, i: int) -> bool:
    """Blank lines part the line from what stands below it."""
    return i + 1 < contest.page.count and contest.page.follows_gap(i + 1)


def stands_above_statement(contest: Contest, i: int) -> bool:
    """The next line says who wrote the text, when, or the like."""
    return i + 1 in contest.reading.stated


def stands_above_update(contest: Contest, i: int) -> bool:
    """The next line says when the text was last changed, and the day of publication stands above the line."""
    return contest.page.removed.get(i + 1) == "update date" and not contest.has_markup and any(j in contest.reading.stated for j in range(i))


_DAY_AND_KIND = Pattern(
    r"[0-3]?[0-9]\.[01]?[0-9]\.(?:19|20)[0-9]{2}\s[-–—]\s(?:Artikel|Pressemitteilung|Rede|Interview|Meldung|Dossier|Article|Communiqué)"
)


def stands_above_day_and_kind(contest: Contest, i: int) -> bool:
    """The next line gives the day and what kind of text it is, as ministries print them below a headline: "14.02.2018 - Artikel"."""
    return contest.is_short_line(i + 1) and bool(_DAY_AND_KIND.fullmatch(contest.page.raw(i + 1))) and not contest.has_markup


def is_printed_again_or_ends_path(contest: Contest, i: int) -> bool:
    """The line is printed again below the text, or a path from the front page ends with it."""
    return comparable(contest.line(i)) in contest.printed_below or (ends_path(contest.page, i) and not is_section_below_byline(contest, i))


def is_section_below_byline(contest: Contest, i: int) -> bool:
    """Tell whether the path ends in the section that is printed again below day and author: path, headline, by-line, section."""
    is_behind = i - 1 in contest.reading.stated and i - 2 in contest.titles
    return is_behind and contest.count_of_words(i - 2) >= 4 and i - 3 in contest.paths


def is_path(contest: Contest, i: int) -> bool:
    """The line is a path from the front page itself."""
    return bool(OPENS_PATH.match(contest.line(i)))


def is_in_capitals_throughout(contest: Contest, i: int) -> bool:
    """The line is of several words in capitals, as headings of a page are set."""
    return contest.line(i).isupper() and contest.count_of_words(i) >= 2


_SAYS_WHO_ANSWERS = Pattern(
    r"\b(?:отвеча(?:ет|ют) на вопрос\w*|ответил[аи]? на вопрос\w*|answers? (?:the |our )?questions|answered (?:the |our )?questions|"
    r"сұрақтар\w+ жауап\w*|soruları\w+ (?:yanıtladı|cevapladı|yanıtlıyor)|beantwortet(?:e)? .{0,20}fragen|répond(?:ent)? aux questions)\b",
    re.I,
)


def says_who_answers(contest: Contest, i: int) -> bool:
    """The line says who answers whose questions, as what stands below the title of an interview does."""
    return bool(_SAYS_WHO_ANSWERS.search(contest.line(i)))


def is_caption(contest: Contest, i: int) -> bool:
    """A photographer's credit stood right below the line, and it is not the only longer one: it tells of a picture."""
    is_above_credit = contest.page.removed.get(i + 1) == "photo credit" and not contest.page.follows_gap(i + 1)
    others = [j for j in contest.titles if j != i and j not in contest.signed and not read_person(contest.line(j))]
    is_only_one = not any(contest.count_of_words(j) >= 4 for j in others)
    return (is_above_credit and not is_only_one) or is_above_caption(contest.page, i)


def goes_on_in_next_line(contest: Contest, i: int) -> bool:
    """The line is a longer one of a sentence that goes on in the next, in small letters."""
    page, below = contest.page, i + 1
    is_near = below < page.count and not page.follows_gap(below) and not contest.has_markup and below not in contest.reading.stated
    return is_near and contest.count_of_words(i) >= 8 and page.text[page.start(below)].islower()


def opens_broken_paragraph(contest: Contest, i: int) -> bool:
    """The line ends without a stop, and the paragraph in one block with it goes on in small letters: a page that breaks its lines."""
    page, below = contest.page, i + 1
    is_near = below < page.count and not page.follows_gap(below) and not contest.has_markup
    return is_near and page.is_prose(below) and page.text[page.start(below)].islower() and page.raw(i)[-1].isalnum()


def ends_in_year(contest: Contest, i: int) -> bool:
    """The line ends in a year, as captions and the names of issues do."""
    return bool(_ENDS_IN_YEAR.search(contest.line(i)))


_TOPICS = Pattern(r"[^\W\d_][\w’'&-]*(?:\s[\w’'&-]+){0,2}(?:\s{2,}[^\W\d_][\w’'&-]*(?:\s[\w’'&-]+){0,2}){1,6}")


def is_row_of_topics(contest: Contest, i: int) -> bool:
    """The line is in capitals, and wide blanks part what stands in it: the topics of an article, above its headline."""
    raw = contest.page.raw(i)
    return raw.isupper() and bool(_TOPICS.fullmatch(raw))


_PAGING = Pattern(r"«\s.{2,120}\s\|\s?(?:Main|Home|Главная|Index)(?:\s\|\s.{2,120}\s»)?$|(?:Main|Home)\s\|\s.{2,120}\s»$")


def stands_below_paging(contest: Contest, i: int) -> bool:
    """The line stands right below the way to the posts before and after this one: "« The ferry | Main | The pilots »"."""
    return i > 0 and contest.page.is_short(i - 1) and bool(_PAGING.match(contest.page.raw(i - 1)))


_STATE_IN_YEAR = Pattern(r"[^\W\d_][\w' -]{2,40}\s(?:in|im|en|в)\s(?P<year>(?:19|20)[0-9]{2})")


def is_entry_of_yearbook(contest: Contest, i: int) -> bool:
    """The first line of a page names a state and a year, and figures of that year stand below it, as an encyclopaedia's yearbook prints them."""
    entry = _STATE_IN_YEAR.fullmatch(contest.line(i)) if i == 0 else None
    page = contest.page
    below = [page.raw(j) for j in range(1, min(page.count, 5)) if page.is_short(j)]
    return entry is not None and any(line[0].isdigit() for line in below) and any(f"({entry['year']} est.)" in line for line in below)


_ENDS_IN_YEAR = Pattern(r"(?:19|20)[0-9]{2}(?:\s(?:жыл|г\.|ж\.))?$")
_SLOGAN = Pattern(
    r"(?:das|die|der) (?:portal|magazin|zeitung|zeitschrift|plattform|wochenzeitung) (?:von|der|für|des)\b|"
    r"the (?:portal|magazine|voice|website) (?:of|for)\b|"
    r"(?:(?:international|independent|regional|first) ){0,2}(?:internet|online|news|information|analytical) (?:magazine|portal|newspaper|resource)\b|"
    r".{2,60}\s[—–-]\s(?:the )?(?:world[’']s )?(?:leading|largest|first)\b.{3,40}\b(?:website|portal|magazine|newspaper|journal|platform)\b|"
    r".{0,40}\bnews (?:&|and) (?:analysis|analytics|views)\b.{0,20}$|"
    r"le (?:portail|magazine|site|journal) (?:de|des|du)\b|(?:портал|журнал|сайт|газета) (?:о|об|для|про)\b|les grands de .{2,30} s[’']expriment\b",
    re.I,
)


def is_slogan(contest: Contest, i: int) -> bool:
    """The line says what a site or a paper is, and of what it writes."""
    return bool(_SLOGAN.match(contest.line(i)))


def names_three_themes(contest: Contest, i: int) -> bool:
    """The line is three themes or more with dashes or bars between: of what a site writes."""
    return bool(THREE_THEMES.fullmatch(contest.line(i))) and not contest.has_markup


_NUMBER_OF_ISSUE = Pattern(r"(?:^|\s)(?:n[°º]|№)\s?[0-9]{1,4}\s?(?::|[–—-]\s|$)|^\S+(?:\s\S+){0,3}\s[0-9]{1,3}/(?:19|20)[0-9]{2}$")


def names_issue(contest: Contest, i: int) -> bool:
    """The line names the issue, and perhaps its theme, in which a text stands: "Dossier : n° 12 : The Lamps"."""
    return len(contest.titles) > 1 and bool(_NUMBER_OF_ISSUE.search(contest.line(i))) and not contest.has_markup


def is_in_two_languages(contest: Contest, i: int) -> bool:
    """The line is a section or a control of a site, in one language and in another."""
    return bool(IN_TWO_LANGUAGES.search(contest.line(i)))


_ASKS_READER = Pattern(r"\b(?:you|your|sie (?:sind|haben|möchten|wollen|suchen)|вы|вас|вам|ihnen|vous|votre|siz|sizin|сіз|сіздің)\b", re.I)


def asks_reader(contest: Contest, i: int) -> bool:
    """The line asks the reader a longer question, as texts begin."""
    line = contest.line(i)
    return line.endswith("?") and contest.count_of_words(i) >= 10 and bool(_ASKS_READER.search(line))


def asks_reader_below_title(contest: Contest, i: int) -> bool:
    """The line asks the reader a longer question, and above it stands what heads the text."""
    is_below = any(heads_text(contest.reading, j) for j in range(max(0, i - 2), i))
    return asks_reader(contest, i) and is_below and contest.line(i)[0].isupper()


def _is_first(contest: Contest, i: int) -> bool:
    """Tell whether line ``i`` is the first of its page but for the day of a dump and the like."""
    return all(j in contest.reading.stated for j in range(i))


def is_institute_first(contest: Contest, i: int) -> bool:
    """The line is the first of its page and names an institute: whose page it is."""
    return _is_first(contest, i) and bool(INSTITUTE.match(contest.line(i)))


def is_very_first(contest: Contest, i: int) -> bool:
    """The line is the very first of its page, where sites print their names, and is no institute's."""
    return i == 0 and not INSTITUTE.match(contest.line(i))


# Whose site a page is of: "President of the Republic of X", "Government of X".
_NAMES_OFFICE = Pattern(
    r"(?:(?:the )?official (?:web)?(?:site|page)(?: of(?: the)?)?\s?|(?:the )?national emblem of .{3,30}|"
    r"(?:(?:the )?official (?:web)?site of |under |at )?(?:the )?(?:president|prime minister|government|parliament|senate|ministry|embassy)"
    r" of (?:the )?(?:(?:\w+ )?republic of )?(?:the )?(?-i:[A-Z])[\w’'-]+(?: (?-i:[A-Z])[\w’'-]+)?|"
    r"официальный (?:веб-?)?сайт (?:президента|премьер-министра|правительства|парламента|сената|мажилиса|министерства|посольства)\b.{0,80}|"
    r".{0,80}\b(?:президентінің|үкіметінің|парламентінің|сенатының|министрлігінің|елшілігінің) ресми (?:веб-?)?сайты)",
    re.I,
)


def names_office(contest: Contest, i: int) -> bool:
    """The line is the name of an office of state: whose site the page is of."""
    return bool(_NAMES_OFFICE.fullmatch(contest.line(i)))


# The noun that such a name begins with, or, in English and German, has among its first words.
_NAMES_BODY = Pattern(
    r"(?:general)?konsulat|botschaft|ministerium|bundesministerium|(?:генеральное )?консульство|посольство|министерство|управление|департамент|"
    r"комитет|"
    r"(?:the )?(?:(?-i:[A-Z])[\w-]+\s){0,2}(?:embassy|consulate|ministry|cent(?:re|er)|institute|council|committee) (?:on|for|of)\b|"
    r"(?:consulat(?: général)?|ambassade|ministère)|(?:(?-i:[A-ZÇĞİÖŞÜ])[\w’'-]+\s){1,4}(?:büyükelçiliği|başkonsolosluğu|bakanlığı|enstitüsü)\b|"
    r"(?:[^\W\d_]+\s){1,4}(?:министрлігі|елшілігі|институты|орталығы)\b",
    re.I,
)
_CYRILLIC = Pattern(r"[\u0400-\u04ff]")
_FINITE_VERB = Pattern(
    r"\b[а-яё]{2,}(?:л|ла|ло|ли|лся|лась|лось|лись|ет|ит|ут|ют|ат|ят|ется|ится|утся|ются|ятся)\b|"
    r"\b\w{2,}(?:ды|ді|ты|ті|ды|мек|мақ|пек)\b"
)

_ENGLISH_VERB = Pattern(r"\s(?!(?:Studies|Affairs|Nations|States|Relations|Sciences|Emirates|Rights|Arts|Issues|Politics|Economics)\b)[A-Z][a-z]+s\b")


def is_bare_name_of_body(contest: Contest, i: int) -> bool:
    """The line, of twelve words at most, is the name of an office or an institute and says nothing of it."""
    line = contest.line(i)
    names = contest.count_of_words(i) <= 12 and not contest.has_markup and _NAMES_BODY.match(line)
    is_said = _FINITE_VERB.search(line) if _CYRILLIC.search(line) else says_something(line) or _ENGLISH_VERB.search(line)
    return bool(names) and not is_said and line[-1].isalnum() and not any(char.isdigit() for char in line)


def is_word_of_menu_or_part(contest: Contest, i: int) -> bool:
    """The line is a word of menus, or the heading of a part of any text: "Abstract"."""
    return contest.line(i).casefold() in MENU_WORDS or contest.line(i).casefold() in HEADS_OF_PARTS


def is_section_or_site(contest: Contest, i: int) -> bool:
    """The line is the name of a section or of a site, and no word of menus."""
    line = contest.line(i)
    return not is_word_of_menu_or_part(contest, i) and (line.casefold() in SECTIONS or _joins_sections(line) or names_site(line))


_BETWEEN_SECTIONS = Pattern(r",\s(?:and\s)?|\s(?:and|&|/|и|und|et|ve|және)\s")
_KINDS = listed("addresses|remarks|messages|letters|photos|videos|обращения|выступления|послания|үндеулер|reden|discours|konuşmalar")


def _joins_sections(line: str) -> bool:
    """Tell whether ``line`` is the names of several sections or kinds of texts: "Speeches and addresses"."""
    names = _BETWEEN_SECTIONS.split(line.casefold())
    return len(names) >= 2 and all(name in SECTIONS or name in MENU_WORDS or name in _KINDS for name in names)


def is_name_or_headline_of_two_words(contest: Contest, i: int) -> bool:
    """The line is the first, of two words that may be a person's name as well as a headline: none of them is a known given name."""
    line = contest.line(i)
    return i == 0 and has_two_words(contest, i) and bool(read_person(line)) and not has_given_name(line)


def is_person(contest: Contest, i: int) -> bool:
    """The line is a person's name, and the next is not: of two such lines the second is the name."""
    below = i + 1
    if is_name_or_headline_of_two_words(contest, i) or not read_person(contest.line(i)):
        return False
    return not (contest.is_short_line(below) and contest.reading.is_kept(below) and read_person(contest.page.raw(below)))


def names_person_with_post(contest: Contest, i: int) -> bool:
    """The line is a name and behind a comma what its bearer is: "Anna Kim, Researcher, Centre for Inland Seas"."""
    return tells_post(contest.line(i))


def _parts_of_window_title(contest: Contest) -> list[str]:
    """Return the comparable parts of the title that the head of a saved page states, with the site's name among them; none without markup."""
    markup = contest.reading.layer.markup
    return [comparable(part) for part in SITE_BORDER.split(markup.statements.get("title", ""))] if markup else []


def is_stated_as_title(contest: Contest, i: int) -> bool:
    """The head of the saved page states the line as the title, or as the first part of it."""
    parts = _parts_of_window_title(contest)
    said = comparable(contest.line(i))
    return bool(said and parts) and said in (comparable(contest.reading.layer.markup.statements.get("og:title", "")), parts[0])


def is_stated_as_title_beside_site(contest: Contest, i: int) -> bool:
    """The head states the line as the title, with more in it than that: a head's title that is one part may be the site's name."""
    return is_stated_as_title(contest, i) and len(_parts_of_window_title(contest)) > 1


def is_later_part_of_window_title(contest: Contest, i: int) -> bool:
    """The line is a part, but not the first, of the title that the head of the saved page states."""
    return not is_stated_as_title(contest, i) and comparable(contest.line(i)) in _parts_of_window_title(contest)


def is_lower_heading(contest: Contest, i: int) -> bool:
    """The markup makes the line a heading of the second or third level."""
    return contest.has_markup and bool(contest.page.regions(i) & {"h2", "h3"})


def is_entry_of_list(contest: Contest, i: int) -> bool:
    """The markup makes the line an entry of a list."""
    return contest.has_markup and "li" in contest.page.regions(i)


# Each piece of evidence, and what it weighs in tenths of a point.
BY_ITSELF = (
    (has_two_words, +6),
    (has_three_words, +12),
    (has_four_words, +20),
    (is_too_long, -5),
    (words_too_many, -1),
    (share_of_words_in_text, +30),
    (stands_below_gap, +4),
    (stands_above_gap, +4),
    (stands_above_statement, +5),
    (stands_above_update, +20),
    (stands_above_day_and_kind, +50),
    (is_printed_again_or_ends_path, +30),
    (is_path, -30),
    (is_in_capitals_throughout, +8),
    (says_who_answers, -15),
    (is_caption, -30),
    (goes_on_in_next_line, -20),
    (opens_broken_paragraph, -25),
    (ends_in_year, -8),
    (is_entry_of_yearbook, +40),
    (stands_below_paging, +40),
    (is_row_of_topics, -40),
    (is_slogan, -20),
    (names_three_themes, -40),
    (names_issue, -30),
    (is_in_two_languages, -30),
    (asks_reader, -15),
    (asks_reader_below_title, -20),
    (is_institute_first, -20),
    (is_very_first, -7),
    (names_office, -40),
    (is_bare_name_of_body, -60),
    (is_word_of_menu_or_part, -30),
    (is_section_or_site, -15),
    (is_name_or_headline_of_two_words, -3),
    (is_person, -20),
    (names_person_with_post, -25),
    (is_stated_as_title, +10),
    (is_stated_as_title_beside_site, +20),
    (is_later_part_of_window_title, +20),
    (is_lower_heading, +10),
    (is_entry_of_list, -15),
)
