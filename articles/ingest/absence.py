"""Pages in which no article stands: walls, errors, lists of what stands elsewhere."""

from __future__ import annotations

import re

from articles.ingest.dates import find_dates
from articles.ingest.lines import is_day_alone, is_title_like
from articles.ingest.reading import SITE_BORDER, Reading
from articles.ingest.record import Doubt
from articles.ingest.statements.names import FULL_NAME
from articles.ingest.statements.people import read_person
from kzarchive.patterns import Pattern

NO_ARTICLE = Pattern(
    r"(?:(?:error|ошибка|erreur|fehler|hata|қате)\s*)?(?:40[0-9]|50[0-9])(?:$|\s*[-–—:|!.]|\s(?:error|not|forbidden|page|internal|service|"
    r"bad|gateway|ошибка|страница|nicht|introuvable))|(?:page|article|file|document) (?:was |could )?not (?:be )?found|"
    r"not found$|access denied\W*$|forbidden$|(?:oops\W{0,2} ?)?that page can.?t be found|nothing (?:was )?found$|service unavailable\W*$|"
    r"bad gateway\W*$|"
    r"internal server error\W*$|(?:oops\W{0,2} ?)?(?:sorry, )?something went wrong\W*$|we (?:could not|couldn.t|can.t|cannot) find (?:the|"
    r"that|this) page|"
    r"(?:this|the) domain(?: name)? (?:\S+\.\w{2,12} )?(?:is|may be) for sale\W*$|(?:this )?(?:video|content) (?:is )?(?:unavailable|"
    r"not available)\W*$|"
    r"you need to enable javascript|(?:what was |the )?requested (?:page|url|resource) (?:was |could )?not|"
    r"this page (?:does not|doesn.t) exist|sorry, (?:you have been blocked|this page|the page)|attention required!|just a moment\W*$|"
    r"checking your browser|"
    r"(?:please )?enable (?:javascript|cookies)|your session has expired|\S+\.\w{2,6} is for sale|(?:this (?:site|"
    r"page) is )?under (?:construction|maintenance)\W*$|"
    r"ничего не найдено|сайт (?:временно )?недоступен|материал (?:не найден|удал[её]н)|"
    r"страница не (?:найдена|существует)|такой страницы (?:нет|не существует)|что-то пошло не так\W*$|доступ (?:запрещ[её]н|ограничен)\W*$|"
    r"seite nicht gefunden|(?:cette )?page (?:est )?(?:non trouvée|"
    r"introuvable)|oups\b|"
    r"zugriff verweigert\W*$|(?:diese|die) seite (?:existiert nicht|wurde nicht gefunden)|accès (?:refusé|interdit)\W*$|"
    r"erişim (?:engellendi|yasak\w*)\W*$|(?:bu )?siteye erişim|bir şeyler ters gitti\W*$|"
    r"(?:aradığınız )?sayfa bulunamadı|бет табылмады",
    re.I,
)
_LIST_OF_RESULTS = Pattern(
    r"search results|results for|(?:[0-9,.\s]+)results? (?:found|for)|результаты поиска|найдено [0-9]+|suchergebnisse|résultats (?:de|"
    r"pour)|arama sonuç|[0-9]+ sonuç|іздеу нәтиже",
    re.I,
)
# What is said where a text is kept back: a text about subscribers says some of it too, but not in most of its sentences.
_WALL = Pattern(
    r"subscri(?:be|ber|ption)|sign in|log ?in|password|cookies?\b|private window|your institution|rent this|buy the|подписк|подписчик|"
    r"войдите|войти|пароль|личн\w+ кабинет|"
    r"abo\b|abonn|anmeld|werbung|anzeigen|datenschutz|einwillig|cookies|partner speichern|einstellung|s.abonner|abonné|connect|consent|"
    r"vous connecter|réservé|abone|üye|giriş yap|çerez|"
    r"жазыл|құпиясөз|tarif|тариф|parol|privacy|device",
    re.I,
)
# What nothing but a wall says: the words of the texts kept back are left out.
_ASKS_TO_ENTER = Pattern(
    r"subscribers? only|subscri(?:be|ption)|sign in|log(?:ged)? ?in\b|password|regist(?:er|ration)|free articles?\b|article limit|"
    r"your account|an account|accept cookies|"
    r"подписк|подписчик|войдите|войти|пароль|регистраци|личн\w+ кабинет|abonn|anmelden|passwort|connecter|mot de passe|abone ol|üye ol|giriş yap|"
    r"жазылыңыз|құпиясөз",
    re.I,
)
_WALL_HEAD = Pattern(
    r"your (?:choices|privacy|data|consent)|before you continue|we care about|we value|manage (?:cookies|consent)|sign in|log ?in|"
    r"subscribe|members only|доступ|войдите|подписчик|zustimmung|willkommen|weiterlesen|cookies|privacy|anmeld|abonnés|"
    r"se connecter|giriş|жазылушы|consent",
    re.I,
)
_ENTRY_OF_CONTENTS = Pattern(r"(?:[.…]{2,}|[^\W\d_)\]»”\"]|[)\]»”\"])\s{0,4}(?!(?:19|20)[0-9]{2}$)[0-9]{1,4}(?:\s?[-–]\s?[0-9]{1,4})?$")
_LEAST_ENTRIES = 4
TEASER_END = Pattern(r"(?<![.!?]\s)(?:\.\.\.|…)\]?$")  # behind a full stop and a blank they are what a quotation leaves out
# Cut off, and said to be: in brackets, or with the word for more.
_MARKED_AS_CUT = Pattern(
    r"(?:\(more\s?(?:\.{3}|…)\)|\[(?:\.{3}|…|&hellip;)\]|(?:\.{3,4}|…)\s(?:more|read more|(?:more|read on|continue)\s?[»>→]{1,2}))\W{0,3}$", re.I
)
READ_ON_AT_END = Pattern(
    r"(?:read (?:more|on)|continue reading|читать далее|подробнее|weiterlesen|lire la suite|devamını oku|толығырақ)\W{0,4}$", re.I
)
READ_ON = Pattern(r"read more|continue|lire la suite|devamını|читать далее|подробнее|weiterlesen|толығырақ", re.I)
_WALL_CONTROL = Pattern(
    r"password|пароль|passwort|mot de passe|şifre|құпиясөз|(?:jetzt )?abonnieren|(?:alle |allen )?(?:akzeptieren|ablehnen|zustimmen)|"
    r"принять (?:все|cookie)|"
    r"(?:tümünü )?kabul et|tout refuser|reject all|decline all|accept|agree|log in|sign in|войти|anmelden|"
    r"se connecter|tout accepter|subscribe(?: now)?$|already a (?:subscriber|member)|register(?: now)?$|remember me|forgot",
    re.I,
)
_MOST_LINES_WITHOUT_ARTICLE = 400
_LEAST_TEASERS = 3
_MOST_WORDS_OF_NOTICE = 40
_MOST_WORDS_OF_ERROR_PAGE = 80
_MOST_WORDS_OF_WALL = 120


def reason_for_no_article(reading: Reading) -> str | None:
    """Return what stands in the place of an article, as a sentence; None if an article may stand here or the page is a bare notice."""
    page = reading.page
    if page.count > _MOST_LINES_WITHOUT_ARTICLE:
        return None
    kept = page.kept()
    lines = [page.line(i) for i in kept]
    is_notice = sum(len(line.split()) for line in map(page.line, range(page.count))) <= _MOST_WORDS_OF_NOTICE
    prose = [line for i, line in zip(kept, lines, strict=True) if page.is_prose(i)]
    asked = [page.line(i) for i, rule in page.removed.items() if rule == "cookie notice" and page.is_prose(i)]
    said = reading.layer.markup.statements.get("title", "") if reading.layer.markup else ""
    heads = [*SITE_BORDER.split(said), *(line for i, line in zip(kept, lines, strict=True) if page.regions(i) & {"h1", "h2"}), *lines[:4]]
    heads = [head for head in heads if head and len(head.split()) <= 8]
    longest = sorted((len(line.split()) for line in prose), reverse=True)
    if any(NO_ARTICLE.match(head) for head in heads) and sum(longest[:3]) <= 150:
        return "The page says that what was asked for is not there; it holds no article."
    walled = sum(bool(_WALL.search(line)) for line in [*prose, *asked])
    if (
        sum(bool(_ASKS_TO_ENTER.search(line)) for line in prose) == len(prose)
        and sum(longest) <= _MOST_WORDS_OF_WALL
        and _has_wall_controls(reading)
        and (prose or _asks_to_sign_in(lines))
    ):
        return "The page asks to sign in, to subscribe or to agree; the article behind it is not in the capture."
    if prose and any(_WALL_HEAD.search(head) for head in heads) and walled >= max(2, 0.5 * (len(prose) + len(asked))) and _has_wall_controls(reading):
        return "The page asks to sign in, to subscribe or to agree; the article behind it is not in the capture."
    entries = sum(len(line) <= 200 and line[-1].isdigit() and bool(_ENTRY_OF_CONTENTS.search(line, max(0, len(line) - 24))) for line in lines)
    if entries >= _LEAST_ENTRIES and entries >= 0.25 * len(lines) and len(prose) <= 2:
        return "The page is a table of contents: it names articles and the pages they stand on, and holds none of them."
    if is_notice:
        return None
    if _lists_titles_between_marks(reading):
        return "The page lists the titles of articles; it holds none of them."
    if _lists_titles_with_days(reading, kept):
        return "The page lists the titles of articles, with their authors and days; it holds none of them."
    whole = [line for line in prose if len(line.split()) >= 45 and not _is_cut_off(line)]
    if whole:
        return None
    teasers = sum(map(_is_cut_off, lines))
    more = sum(rule == "page control" and bool(READ_ON.match(page.line(i))) for i, rule in page.removed.items())
    more += sum(bool(READ_ON_AT_END.search(line)) for line in lines)
    if any(_LIST_OF_RESULTS.search(line) for line in lines[:8]) and teasers + more >= 2:
        return "The page lists what a search has found; it holds no article."
    if sum(page.text[page.start(i)].islower() and len(page.line(i).split()) >= 5 for i in kept) >= max(2, 0.5 * teasers):
        return None  # the lines between them go on with a sentence
    is_marked = sum(bool(_MARKED_AS_CUT.search(line)) for line in lines) >= _LEAST_TEASERS
    if is_marked or (max(teasers, more) >= _LEAST_TEASERS and max(teasers, more) >= 0.5 * len(prose)):
        return "The page lists the beginnings of articles; it holds none of them."
    dated = [i for i in kept if _is_cut_off(page.line(i)) and _is_dated_below(reading, i)]
    if len(dated) >= 2 and all(i in dated or len(page.line(i).split()) <= _MOST_WORDS_OF_TITLE for i in kept if page.is_prose(i)):
        return "The page lists the beginnings of articles; it holds none of them."
    return None


def _is_cut_off(line: str) -> bool:
    return bool(TEASER_END.search(line) or _MARKED_AS_CUT.search(line))


_LEAST_DATED = 3
_MOST_WORDS_OF_TITLE = 14
_MOST_WORDS_OF_BYLINE = 12
_MOST_WORDS_OF_LEAD = 40


def _is_dated_below(reading: Reading, i: int) -> bool:
    """Tell whether the line below line ``i`` is a day alone."""
    page = reading.page
    return i + 1 < page.count and page.is_short(i + 1) and is_day_alone(page.line(i + 1))


_LEAST_BETWEEN_MARKS = 6
_MARK_ALONE = frozenset("-–—•·*|")


def _lists_titles_between_marks(reading: Reading) -> bool:
    """Tell whether the page is a row of titles with the mark of a list in a line of its own before each, and no paragraph."""
    page = reading.page
    marks = [i for i in range(page.count - 1) if page.raw(i) in _MARK_ALONE]
    titled = sum(page.is_short(i + 1) and len(page.line(i + 1).split()) >= 3 for i in marks)
    return titled >= _LEAST_BETWEEN_MARKS and titled >= 0.4 * page.count and not any(page.end(i) - page.start(i) > 300 for i in range(page.count))


def _lists_titles_with_days(reading: Reading, kept: list[int]) -> bool:
    """Tell whether the page is a row of titles, each with a line of author and day and one sentence below it, three times or more."""
    page = reading.page
    entries = 0
    for title, byline, lead in zip(kept, kept[1:], kept[2:], strict=False):
        if not (page.is_short(title) and page.is_short(byline)) or page.is_prose(byline) or len(page.line(lead).split()) > _MOST_WORDS_OF_LEAD:
            continue
        words = len(page.line(byline).split())
        dates = find_dates(page.line(byline)) if words <= _MOST_WORDS_OF_BYLINE else []
        ends_in_day = len(dates) == 1 and not page.line(byline)[dates[0].end :].strip()
        name = FULL_NAME.match(page.line(byline))
        entries += ends_in_day and bool(name and read_person(name[0])) and is_title_like(page.line(title)) and not find_dates(page.line(title))
    texts = [i for i in kept if page.is_prose(i)]
    return entries >= _LEAST_DATED and len(texts) <= 2 * entries and all(len(page.line(i).split()) <= _MOST_WORDS_OF_LEAD for i in texts)


def _asks_to_sign_in(lines: list[str]) -> bool:
    """Tell whether most of what a page without sentences says is about signing in."""
    return bool(lines) and sum(bool(_ASKS_TO_ENTER.search(line)) for line in lines) >= 0.4 * len(lines)


def _has_wall_controls(reading: Reading) -> bool:
    """Tell whether the page has what one needs to pass a wall: a field for a password, a button to agree."""
    return any(_WALL_CONTROL.match(reading.page.line(i)) for i in range(reading.page.count) if reading.page.is_short(i))


def _has_few_words(body: str) -> bool:
    return len(body.split(maxsplit=_MOST_WORDS_OF_ERROR_PAGE)) <= _MOST_WORDS_OF_ERROR_PAGE  # a book is not cut into all its words for it


def judge_page(reading: Reading, body: str) -> None:
    """Say so if no article stands in the page."""
    lines = [reading.page.line(i) for i in reading.page.kept()[:3]] if _has_few_words(body) else []
    head = reading.layer.markup.statements.get("title", "") if reading.layer.markup and lines else ""
    if any(NO_ARTICLE.match(line) for line in [head, *lines]):
        reading.doubts.append(Doubt("no-article", "The page says that what was asked for is not there; it holds no article."))
    elif not any(reading.page.is_prose(i) for i in range(reading.page.count) if reading.is_kept(i)):
        reading.doubts.append(Doubt("no-article", "No running text was found: a list, a menu or a notice, perhaps, but no article."))
