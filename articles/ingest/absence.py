"""Pages in which no article stands: walls, errors, lists of what stands elsewhere."""

from __future__ import annotations

import re

from articles.ingest.reading import SITE_BORDER, Reading
from articles.ingest.record import Doubt

NO_ARTICLE = re.compile(
    r"(?:(?:error|ошибка|erreur|fehler|hata|қате)\s*)?(?:404|403|500)\b|(?:page|article|file|document) (?:was |could )?not (?:be )?found|"
    r"not found$|access denied|forbidden$|"
    r"страница не найдена|такой страницы нет|доступ (?:запрещ|ограничен)|seite nicht gefunden|(?:cette )?page (?:est )?(?:non trouvée|"
    r"introuvable)|oups\b|"
    r"(?:aradığınız )?sayfa bulunamadı|бет табылмады",
    re.I,
)
_LIST_OF_RESULTS = re.compile(
    r"search results|results for|(?:[0-9,.\s]+)results? (?:found|for)|результаты поиска|найдено [0-9]+|suchergebnisse|résultats (?:de|"
    r"pour)|arama sonuç|[0-9]+ sonuç|іздеу нәтиже",
    re.I,
)
# What is said where a text is kept back: a text about subscribers says some of it too, but not in most of its sentences.
_WALL = re.compile(
    r"subscri(?:be|ber|ption)|sign in|log ?in|password|cookies?\b|private window|your institution|rent this|buy the|подписк|подписчик|"
    r"войдите|войти|пароль|личн\w+ кабинет|"
    r"abo\b|abonn|anmeld|werbung|anzeigen|datenschutz|einwillig|cookies|partner speichern|einstellung|s.abonner|abonné|connect|consent|"
    r"vous connecter|réservé|abone|üye|giriş yap|çerez|"
    r"жазыл|құпиясөз|tarif|тариф|parol|privacy|device",
    re.I,
)
_WALL_HEAD = re.compile(
    r"sign in|log ?in|subscribe|members only|доступ|войдите|подписчик|zustimmung|willkommen|weiterlesen|cookies|privacy|anmeld|abonnés|"
    r"se connecter|giriş|жазылушы|consent",
    re.I,
)
TEASER_END = re.compile(r"(?:\.\.\.|…)\]?$")
READ_ON = re.compile(r"read more|continue|lire la suite|devamını|читать далее|подробнее|weiterlesen|толығырақ", re.I)
_WALL_CONTROL = re.compile(
    r"password|пароль|passwort|mot de passe|şifre|құпиясөз|(?:jetzt )?abonnieren|akzeptieren|accept|agree|log in|sign in|войти|anmelden|"
    r"se connecter|tout accepter",
    re.I,
)
_MOST_LINES_WITHOUT_ARTICLE = 400
_LEAST_TEASERS = 3
_MOST_WORDS_OF_NOTICE = 40
_MOST_WORDS_OF_ERROR_PAGE = 80


def reason_for_no_article(reading: Reading) -> str | None:
    """Return what stands in the place of an article, as a sentence; None if an article may stand here or the page is a bare notice."""
    page = reading.page
    if page.count > _MOST_LINES_WITHOUT_ARTICLE:
        return None
    kept = page.kept()
    lines = [page.line(i) for i in kept]
    if sum(len(line.split()) for line in map(page.line, range(page.count))) <= _MOST_WORDS_OF_NOTICE:
        return None
    prose = [line for i, line in zip(kept, lines, strict=True) if page.is_prose(i)]
    said = reading.layer.markup.statements.get("title", "") if reading.layer.markup else ""
    heads = [*SITE_BORDER.split(said), *(line for i, line in zip(kept, lines, strict=True) if page.regions(i) & {"h1", "h2"}), *lines[:4]]
    heads = [head for head in heads if head and len(head.split()) <= 8]
    longest = sorted((len(line.split()) for line in prose), reverse=True)
    if any(NO_ARTICLE.match(head) for head in heads) and sum(longest[:3]) <= 150:
        return "The page says that what was asked for is not there; it holds no article."
    walled = sum(bool(_WALL.search(line)) for line in prose)
    if prose and any(_WALL_HEAD.search(head) for head in heads) and walled >= max(2, 0.5 * len(prose)) and _has_wall_controls(reading):
        return "The page asks to sign in, to subscribe or to agree; the article behind it is not in the capture."
    whole = [line for line in prose if len(line.split()) >= 45]
    if whole:
        return None
    teasers = sum(bool(TEASER_END.search(line)) for line in lines)
    more = sum(rule == "page control" and bool(READ_ON.match(page.line(i))) for i, rule in page.removed.items())
    if any(_LIST_OF_RESULTS.search(line) for line in lines[:8]) and teasers + more >= 2:
        return "The page lists what a search has found; it holds no article."
    if max(teasers, more) >= _LEAST_TEASERS and max(teasers, more) >= 0.5 * len(prose):
        return "The page lists the beginnings of articles; it holds none of them."
    return None


def _has_wall_controls(reading: Reading) -> bool:
    """Tell whether the page has what one needs to pass a wall: a field for a password, a button to agree."""
    return any(_WALL_CONTROL.match(reading.page.line(i)) for i in range(reading.page.count) if reading.page.is_short(i))


def judge_page(reading: Reading, body: str) -> None:
    """Say so if no article stands in the page."""
    lines = [reading.page.line(i) for i in reading.page.kept()[:3]] if len(body.split()) <= _MOST_WORDS_OF_ERROR_PAGE else []
    head = reading.layer.markup.statements.get("title", "") if reading.layer.markup and lines else ""
    if any(NO_ARTICLE.match(line) for line in [head, *lines]):
        reading.doubts.append(Doubt("no-article", "The page says that what was asked for is not there; it holds no article."))
    elif not any(reading.page.is_prose(i) for i in range(reading.page.count) if reading.is_kept(i)):
        reading.doubts.append(Doubt("no-article", "No running text was found: a list, a menu or a notice, perhaps, but no article."))
