"""From the bytes of a capture to the record the archive proposes, with a note of each doubt and the place of each statement."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass, field
from itertools import pairwise

from articles.ingest.clean import CONTROLS, MOJIBAKE, Page, clean, comparable, is_repetition, is_title_like, names_site
from articles.ingest.dates import PrintedDate, day_comes_first, find_dates, is_relative_date, read_moment, weekday_of
from articles.ingest.language import detect_language, signs_of_german
from articles.ingest.markup import Markup
from articles.ingest.read import TextLayer, read
from articles.ingest.statements import (
    Field,
    label_of_date,
    read_authors,
    read_dateline,
    read_desk,
    read_line_of_date,
    read_person,
    read_signature,
    read_statement,
    split_role,
)
from articles.ingest.vocabulary import MENU_WORDS, REPORTING_CITIES

_LONGEST_CAPTION = 300
_LONGEST_HEADING_WORDS = 12
_MOST_HEAD_LINES = 60
_MOST_FOOT_LINES = 120
# Rules whose lines close a text, and the share of its running text that may follow where one is believed.
_MARKS_OF_FOOT = {
    "comment counter": 0.35, "reply form": 0.35, "comments": 0.35, "tags": 0.2, "hashtags": 0.2, "share bar": 0.06, "disclaimer": 0.12,
    "previous and next": 0.2, "software of the site": 0.2, "page footer": 0.2, "call to readers": 0.1, "rating": 0.1,
    "correction call": 0.12, "update date": 0.1, "biography": 0.2,
}  # fmt: skip
_SENTENCE_END = re.compile(r"(?:[.!?…]|[.!?…,][\"'”’»“)\]]{1,2}|[.!?]\s?\[[0-9]+\])$")
_CREDIT_OF_FIGURE = re.compile(r"\s*\([^()]{3,40}/[^()]{3,40}\)$|\s(?:[^\W\d_a-zа-я]{2,}\s){1,3}/\s[^a-zа-я]{3,30}$|\s/\s[^/]{3,40}$")
_LONGEST_STANDFIRST_WORDS = 45
# Rules whose lines stand among the statements of a head.
_RULES_OF_HEAD = frozenset(
    {"view counter", "rating", "share bar", "update date", "reading time", "page control", "comment counter", "relative date", "tags", "separator",
     "newsletter call", "role of the author", "library number"}
)  # fmt: skip
_IS_SOMEBODY = re.compile(r"\s(?:is|was|ist|est|является|—|–)\s(?:currently\s|also\s)?(?:an?\s|the\s|eine?\s|une?\s)?(?P<what>\S.{5,200})")
_END_OF_ROLE = re.compile(r"\.\s|\sand (?:an?|the)\s|\sin (?=[A-ZА-Я][a-zа-я]+[.,]?$)|;\s|,?\swho\s|\.$")
_ITEM = re.compile(r"\[?[0-9]{1,2}[.)\]]\s")
_LEAST_MOJIBAKE = 2
_SAMPLE_CHARACTERS = 60_000
_MINISTRY = re.compile(r"(?:the )?(?:ministry|министерство|embassy|посольство|auswärtiges amt|ministère)\b|.{0,60}министрлігі$", re.I)
_INSTITUTE = re.compile(r"(?:центр|институт|centre|center|institute?|фонд|министерство|ministry)\b", re.I)
_TOWNS = frozenset(town.replace("-", " ") for town in REPORTING_CITIES)
_NOTE_MARK = re.compile(r"(?P<mark>[¹²³⁴⁵]|[1-5a-e](?=\s?[^\W\d_a-zа-я]|\s))\s?(?=[^\W\d_])")
_INITIAL = re.compile(r"(?<![^\W\d_])[^\W\d_]\.\s?[^\W\d_]")
_NEWS_WORDS = frozenset(
    {"news", "home", "новости", "главная", "жаңалықтар", "haberler", "nachrichten", "actualités", "menu", "статьи", "материалы", "articles", "latest"}
)
_FIGURES_ALONE = re.compile(r"[0-9][0-9\s.,]{0,14}[KkКкM]?")
_LEAST_TITLE_SCORE = 1.0
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_SITE_BORDER = re.compile(r"\s+(?:[|–—»·]|::|-)\s+")
_MENTIONS_RIGHTS = re.compile(r"©|copyright|all rights|все права|alle rechte|tous droits|hakları saklı", re.I)
_CREDIT = re.compile(
    r"\s*[|/(\[.]?\s*(?:photo(?:graph)?|foto|фото|сурет|fotoğraf|image|bild(?:quelle)?|crédit(?: photo)?)\s?[:©]\s?[^:;!?]{2,60}[)\]]?$", re.I
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CAPTIONS = frozenset({"figcaption", "caption", ".caption"})
_NO_ARTICLE = re.compile(
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
_TEASER_END = re.compile(r"(?:\.\.\.|…)\]?$")
_READ_ON = re.compile(r"read more|continue|lire la suite|devamını|читать далее|подробнее|weiterlesen|толығырақ", re.I)
_WALL_CONTROL = re.compile(
    r"password|пароль|passwort|mot de passe|şifre|құпиясөз|(?:jetzt )?abonnieren|akzeptieren|accept|agree|log in|sign in|войти|anmelden|"
    r"se connecter|tout accepter",
    re.I,
)
_MOST_LINES_WITHOUT_ARTICLE = 400
_LEAST_TEASERS = 3
_MOST_WORDS_OF_NOTICE = 40
_MOST_WORDS_OF_ERROR_PAGE = 80


@dataclass(frozen=True)
class DraftAuthor:
    name: str
    role: str | None = None
    affiliation: str | None = None


@dataclass(frozen=True)
class Doubt:
    """Something an editor must know before trusting the draft: a code to sort by, a sentence to read."""

    code: str
    message: str


@dataclass(frozen=True)
class Removed:
    """A stretch of the text layer (half-open code points) that is not in the body, and the rule that removed it."""

    start: int
    end: int
    rule: str


@dataclass(frozen=True)
class Draft:
    """What a capture says of itself, and its text.

    ``published_on`` is EDTF, ``language`` BCP 47; ``None`` is what the capture does not say. ``body`` is NFC, blocks parted
    by one blank line, with one letter a block in ``kinds``: p paragraph, h heading, c caption. ``spans`` maps a field to where
    it stands in ``text_layer``; ``parts`` has one pair per article found. Body, spans and ``removed`` together hold every
    character of the text layer that is no blank; spans and ``removed`` never overlap.
    """

    title: str | None
    subtitle: str | None
    authors: tuple[DraftAuthor, ...]
    byline: str | None
    publication: str | None
    publisher: str | None
    section: str | None
    volume: str | None
    issue: str | None
    pages: str | None
    published_on: str | None
    published_basis: str | None
    dateline: str | None
    language: str | None
    quality: tuple[str, ...]
    rights: str | None
    source_url: str | None
    body: str
    kinds: str
    captions: tuple[str, ...]
    removed: tuple[Removed, ...]
    spans: dict[str, tuple[tuple[int, int], ...]]
    parts: tuple[tuple[int, int], ...]
    doubts: tuple[Doubt, ...]
    encoding: str
    encoding_basis: str
    media_type: str
    text_layer: str


def draft(data: bytes, *, filename: str | None = None, today: dt.date) -> Draft:
    """Return the record proposed for the capture ``data``. Raises UnreadableCapture.

    Dates later than the day after ``today`` are not believed: that far apart are the calendars of the world.
    """
    return _Reading(read(data, filename=filename), today).finish()


@dataclass
class _Candidate:
    """A printed date that may be the day of publication: where it stands in the text layer, and how strong its claim is."""

    date: PrintedDate
    start: int
    end: int
    strength: int


@dataclass
class _Body:
    """Blocks as they are gathered: text, kinds, captions."""

    blocks: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)


class _Reading:
    """The reading of one text layer; each step uses up lines, and what no step claims is body."""

    def __init__(self, layer: TextLayer, today: dt.date) -> None:
        self.layer = layer
        self.today = today
        self.page = Page(layer)
        self.values: dict[str, str] = {}
        self.authors: list[DraftAuthor] = []
        self.spans: dict[str, list[tuple[int, int]]] = {}
        self.removed: list[Removed] = []
        self.dates: list[_Candidate] = []
        self.doubts = [Doubt(*warning) for warning in layer.warnings]
        self.stated: set[int] = set()  # lines that hold fields and no body
        self.captions: set[int] = set()
        self.body_starts: dict[int, int] = {}  # where the body begins in a line that opens with a dateline
        self.body_ends: dict[int, int] = {}  # where it ends in a line that closes with a credit
        self._has_marked_headings = self._asks_questions = False
        self.parts: tuple[tuple[int, int], ...] = ((0, len(layer.text)),)

    def finish(self) -> Draft:
        clean(self.page)
        reason = self._reason_for_no_article()
        if reason:
            return self._draft_without_article(reason)
        self._keep_first_article()
        self._find_captions()
        head, tail = self._head_and_tail()
        self._read_statements([*head, *tail])
        self._read_markup(head)
        self._find_title(head)
        self._find_standfirst()
        head = self._lines_of_head(head)
        self._read_lines_of_dates(head)
        self._read_lines_below(tail)
        self._read_lines_of_names(head, tail)
        self._read_affiliations(head)
        self._read_biographies()
        self._weigh_dates()
        self._find_subtitle(head)
        self._remove_repeated_titles()
        self._find_section(head)
        self._sweep_head(head)
        self._find_publication()
        self._sweep_tail(tail)
        self._read_dateline()
        body = self._gather_body()
        text = "\n\n".join(body.blocks)
        self._judge_page(text)
        published_on = self._settle_date(text)
        language = self._settle_language(text)
        quality = (*self._judge_translation(text, language), *self._judge_state(text))
        value = self.values.get
        return Draft(
            title=value("title"),
            subtitle=value("subtitle"),
            authors=tuple(self.authors),
            byline=value("byline"),
            publication=value("publication"),
            publisher=value("publisher"),
            section=value("section"),
            volume=value("volume"),
            issue=value("issue"),
            pages=value("pages"),
            published_on=published_on,
            published_basis="stated" if published_on else None,
            dateline=value("dateline"),
            language=language,
            quality=quality,
            rights=value("rights"),
            source_url=value("source_url"),
            body=text,
            kinds="".join(body.kinds),
            captions=tuple(body.captions),
            removed=self._merge_removed(),
            spans={name: tuple(sorted(set(spans))) for name, spans in sorted(self.spans.items()) if spans},
            parts=self.parts,
            doubts=tuple(self.doubts),
            encoding=self.layer.encoding,
            encoding_basis=self.layer.encoding_basis,
            media_type=self.layer.media_type,
            text_layer=self.layer.text,
        )

    # Pages without an article

    def _reason_for_no_article(self) -> str | None:
        """Return what stands in the place of an article, as a sentence; None if an article may stand here or the page is a bare notice."""
        page = self.page
        if page.count > _MOST_LINES_WITHOUT_ARTICLE:
            return None
        kept = page.kept()
        lines = [page.line(i) for i in kept]
        if sum(len(line.split()) for line in map(page.line, range(page.count))) <= _MOST_WORDS_OF_NOTICE:
            return None
        prose = [line for i, line in zip(kept, lines, strict=True) if page.is_prose(i)]
        said = self.layer.markup.statements.get("title", "") if self.layer.markup else ""
        heads = [*_SITE_BORDER.split(said), *(line for i, line in zip(kept, lines, strict=True) if page.regions(i) & {"h1", "h2"}), *lines[:4]]
        heads = [head for head in heads if head and len(head.split()) <= 8]
        longest = sorted((len(line.split()) for line in prose), reverse=True)
        if any(_NO_ARTICLE.match(head) for head in heads) and sum(longest[:3]) <= 150:
            return "The page says that what was asked for is not there; it holds no article."
        walled = sum(bool(_WALL.search(line)) for line in prose)
        if prose and any(_WALL_HEAD.search(head) for head in heads) and walled >= max(2, 0.5 * len(prose)) and self._has_wall_controls():
            return "The page asks to sign in, to subscribe or to agree; the article behind it is not in the capture."
        whole = [line for line in prose if len(line.split()) >= 45]
        if whole:
            return None
        teasers = sum(bool(_TEASER_END.search(line)) for line in lines)
        more = sum(rule == "page control" and bool(_READ_ON.match(page.line(i))) for i, rule in page.removed.items())
        if any(_LIST_OF_RESULTS.search(line) for line in lines[:8]) and teasers + more >= 2:
            return "The page lists what a search has found; it holds no article."
        if max(teasers, more) >= _LEAST_TEASERS and max(teasers, more) >= 0.5 * len(prose):
            return "The page lists the beginnings of articles; it holds none of them."
        return None

    def _has_wall_controls(self) -> bool:
        """Tell whether the page has what one needs to pass a wall: a field for a password, a button to agree."""
        return any(_WALL_CONTROL.match(self.page.line(i)) for i in range(self.page.count) if self.page.is_short(i))

    def _draft_without_article(self, reason: str) -> Draft:
        """Return a draft of nothing: no field, no text, all of the page left out."""
        text = self.layer.text
        self.doubts.append(Doubt("no-article", reason))
        stripped = text.strip()
        start = text.index(stripped)
        nothing = dict.fromkeys(
            ("title", "subtitle", "byline", "publication", "publisher", "section", "volume", "issue", "pages", "published_on", "published_basis",
             "dateline", "rights", "source_url")
        )  # fmt: skip
        return Draft(
            **nothing,
            authors=(),
            language=detect_language(text, hint=self.layer.markup.statements.get("lang") if self.layer.markup else None),
            quality=(),
            body="",
            kinds="",
            captions=(),
            removed=(Removed(start, start + len(stripped), "page without an article"),),
            spans={},
            parts=((0, len(text)),),
            doubts=tuple(self.doubts),
            encoding=self.layer.encoding,
            encoding_basis=self.layer.encoding_basis,
            media_type=self.layer.media_type,
            text_layer=text,
        )

    # Which lines belong to the article

    def _is_kept(self, i: int) -> bool:
        return i not in self.page.removed and i not in self.stated

    def _closes_article(self, i: int) -> bool:
        """Tell whether line ``i`` stands below articles: an end mark, a claim of rights, a note on the issue."""
        if self.page.removed.get(i) == "end mark":
            return True
        if self.page.removed.get(i) == "separator":  # between two reports; within one text no dateline follows it
            return any(read_dateline(self.page.raw(j)[:200]) for j in range(i + 2, min(i + 4, self.page.count)))
        if not self.page.is_short(i) or not self.page.raw(i).startswith(("Copyright", "©", "(", "COPYRIGHT", "All rights", "Все права")):
            return False
        fields = read_statement(self.page.raw(i)) or ()
        return any(found.name in ("rights", "issue") for found in fields)

    def _keep_first_article(self) -> None:
        """Find where further articles begin below the marks that close one, and leave them out of the draft."""
        page = self.page
        closing = [i for i in range(page.count) if self._closes_article(i)]
        closed = set(closing)
        ends = [i + 1 for i in closing if i + 1 not in closed]
        cuts: list[int] = []
        begin = 0
        for end, following in zip(ends, [*ends, page.count][1:], strict=True):
            has_text_before = any(page.is_prose(i) for i in range(begin, end) if i not in closed)
            has_text_after = any(page.is_prose(i) for i in range(end, following) if i not in closed)
            is_closed_too = end < following and following - 1 in closed
            if has_text_before and has_text_after and (is_closed_too or self._opens_article(end)):
                cuts.append(end)
                begin = end
        if not cuts:
            return
        borders = [0, *(page.start(cut) for cut in cuts), len(self.layer.text)]
        self.parts = tuple(pairwise(borders))
        for i in range(cuts[0], page.count):
            page.removed[i] = "next article"
        self.doubts.append(Doubt("several-articles", f"The capture holds {len(self.parts)} articles, one below the other; this is the first."))

    def _opens_article(self, i: int) -> bool:
        """Tell whether an article begins at line ``i``: with a dateline, or with a title and a by-line or date near."""
        for j in range(i, min(i + 4, self.page.count)):
            if read_dateline(self.page.raw(j)[:200]):
                return True
            fields = read_statement(self.page.raw(j)) if self.page.is_short(j) else None
            if fields and any(found.name in ("byline", "published_on", "bare_date") for found in fields):
                return True
        return False

    def _find_captions(self) -> None:
        """Find lines printed twice running: below a picture and beside it. The first stays, as a caption."""
        page = self.page
        kept = page.kept()
        has_doubled_title = False
        first_prose = next((i for i in kept if page.is_prose(i)), 0)
        for first, second in pairwise(kept):
            if second != first + 1 or first in page.removed or self._length(first) > _LONGEST_CAPTION:
                continue
            if self._is_glued_caption(first, second):
                self.captions.add(first)
                self.body_starts[second] = page.start(second) + self._length(first)
                self._remove_stretch(page.start(second), self.body_starts[second], "repeated caption")
                continue
            if self._length(second) > _LONGEST_CAPTION:
                continue
            if page.text[page.start(first)] != page.text[page.start(second)] and not page.text[page.start(first)].isalpha():
                continue
            if is_repetition(page.line(first), page.line(second)):
                is_above_text = first < first_prose and not has_doubled_title and page.removed.get(second + 1) != "photo credit"
                if (first == kept[0] or is_above_text) and not page.is_prose(first):
                    has_doubled_title = True
                    page.removed[second] = "repeated title"
                else:
                    page.removed[second] = "repeated caption"
                    self.captions.add(first)

    def _is_glued_caption(self, first: int, second: int) -> bool:
        """Tell whether line ``second`` is line ``first`` again with a paragraph glued to it, no blank between."""
        page = self.page
        if self._length(first) < 12 or not page.text.startswith(page.raw(first), page.start(second)):
            return False
        rest = page.text[page.start(second) + self._length(first) : page.end(second)]
        return len(rest) > 40 and (rest[0].isupper() or rest[0] in '«“„"—–')

    def _length(self, i: int) -> int:
        return self.page.end(i) - self.page.start(i)

    def _head_and_tail(self) -> tuple[list[int], list[int]]:
        """Return the lines above the first and below the last paragraph, in which statements are looked for."""
        page = self.page
        kept = [i for i in page.kept() if i not in self.captions]
        first = next((n for n, i in enumerate(kept) if self._is_text(i)), len(kept))
        foot = self._begin_of_foot(kept[first] if first < len(kept) else page.count)
        last = next((n for n in range(len(kept) - 1, first, -1) if kept[n] < foot and self._is_text(kept[n])), first)
        end = self._end_of_text(kept, last, foot)
        head = kept[: min(first, _MOST_HEAD_LINES)]
        return head, kept[max(end, first + 1, len(kept) - _MOST_FOOT_LINES) :]

    def _begin_of_foot(self, first: int) -> int:
        """Return the line from which on nothing is the article's: the first mark that closes texts, if little running text follows it."""
        page = self.page
        lengths = [(i, self._length(i)) for i in range(first, page.count) if i not in page.removed and self._is_text(i)]
        remaining = total = sum(length for _, length in lengths)
        at = 0
        for i in range(first, page.count):
            while at < len(lengths) and lengths[at][0] < i:
                remaining -= lengths[at][1]
                at += 1
            share = _MARKS_OF_FOOT.get(page.removed.get(i, ""))
            if share is not None and remaining <= share * total and remaining < total:
                return i
        return page.count

    def _end_of_text(self, kept: list[int], last: int, foot: int) -> int:
        """Return the place in ``kept`` behind the last line of the text: short sentences below the last paragraph are the text's too."""
        page = self.page
        n = last + 1
        while n < len(kept) and kept[n] < foot and page.is_short(kept[n]):
            if any(i in page.removed for i in range(kept[n - 1] + 1, kept[n])) or not self._ends_sentence(kept[n]):
                has_sentence_below = n + 1 < len(kept) and kept[n + 1] == kept[n] + 1 < foot and self._ends_sentence(kept[n + 1])
                if not (has_sentence_below and is_title_like(page.line(kept[n])) and self._is_unstated(kept[n])):
                    break
            elif not self._is_unstated(kept[n]):
                break
            n += 1
        return n

    def _ends_sentence(self, i: int) -> bool:
        return self.page.is_short(i) and bool(_SENTENCE_END.search(self.page.raw(i))) and self._is_unstated(i)

    def _is_unstated(self, i: int) -> bool:
        line = self.page.raw(i)
        return read_statement(line) is None and read_person(line.rstrip(" .")) is None and not _MENTIONS_RIGHTS.search(line)

    def _is_text(self, i: int) -> bool:
        if not self.page.is_prose(i):
            return False
        return not self.page.is_short(i) or read_statement(self.page.raw(i)) is None

    # Statements

    def _read_statements(self, lines: list[int]) -> None:
        for i in lines:
            if not self._is_kept(i) or not self.page.is_short(i):
                continue
            fields = read_statement(self.page.raw(i))
            if fields is None and ".byline" in self.page.regions(i) and not self.authors:
                fields = read_signature(self.page.raw(i))
            if fields is None:
                continue
            label = (
                label_of_date(self.page.line(i - 1)) if i and len(fields) == 1 and fields[0].name == "bare_date" and self._is_kept(i - 1) else None
            )
            if label:  # a table of data: the label in one cell, the date in the next
                date = fields[0]
                fields = [Field(label, date.value, date.start, date.end, date=date.date if label == "published_on" else None)]
                self.page.removed[i - 1] = "field label"
            self.stated.add(i)
            start = self.page.start(i)
            for found in fields:
                self._note(found, start)
            self._remove_labels(i, [(start + found.start, start + found.end) for found in fields])

    def _note(self, found: Field, at: int) -> None:
        span = (at + found.start, at + found.end)
        value = _plain(found.value)
        if found.name in ("update_date", "other_date"):
            self._remove_stretch(*span, "update date" if found.name == "update_date" else "date of something else")
            return
        if found.date:
            strength = {"published_on": 3, "bare_date": 2, "issue_date": 1}[found.name]
            self.dates.append(_Candidate(found.date, *span, strength))
            self.spans.setdefault("published_on", []).append(span)
            return
        if found.name != "rights_holder":
            self.spans.setdefault(found.name, []).append(span)
        if found.name == "authors":
            if value in [author.name for author in self.authors]:  # signed above the text and below it
                return
            self.authors.append(
                DraftAuthor(value, _plain(found.role) if found.role else None, _plain(found.affiliation) if found.affiliation else None)
            )
            return
        if found.is_blank:
            self.doubts.append(Doubt("blank-byline", f"A by-line is printed (“{value}”), but it names nobody."))
        self.values.setdefault(found.name, value)

    def _remove_labels(self, i: int, spans: list[tuple[int, int]]) -> None:
        """Cover what a line of statements holds beside its values: labels, brackets, bars."""
        at = self.page.start(i)
        for start, end in sorted(spans):
            if start > at:
                self._remove_stretch(at, start, "field label")
            at = max(at, end)
        self._remove_stretch(at, self.page.end(i), "field label")

    def _remove_stretch(self, start: int, end: int, rule: str) -> None:
        text = self.layer.text[start:end]
        if text.strip():
            start += len(text) - len(text.lstrip())
            self.removed.append(Removed(start, start + len(text.strip()), rule))

    def _read_markup(self, head: list[int]) -> None:
        """Take over what a page states in its head: day, site, address, author; and its ``<time>`` elements."""
        markup = self.layer.markup
        if not markup:
            return
        said = markup.statements
        for name in ("article:published_time", "datepublished", "og:article:published_time", "citation_publication_date"):
            self._note_moment(said.get(name))
        for name in ("dc.date", "dcterms.date", "date", "pubdate"):  # of the record or of the last change, as often as not
            self._note_moment(said.get(name), strength=2)
        for entry in markup.linked_data:
            self._read_linked(entry)
        for start, end, moment in markup.times:
            self._read_time(start, end, moment, head)
        address = said.get("canonical") or said.get("og:url")
        if address and re.match(r"https?://\S+$", address):
            self.values["source_url"] = address
        for name, keys in (("publication", ("citation_journal_title", "og:site_name")), ("section", ("article:section",))):
            stated = next((said[key] for key in keys if key in said), None)
            if stated:
                self.values.setdefault(name, _plain(stated))
        for key, name in (("citation_volume", "volume"), ("citation_issue", "issue")):
            if key in said:
                self.values.setdefault(name, _plain(said[key]))
        if not self.authors and "byline" not in self.values:
            self._note_people(said.get("author") or said.get("citation_author") or "")

    def _note_moment(self, value: str | None, *, strength: int = 4) -> None:
        day = read_moment(value) if value else None
        if day:
            self.dates.append(_Candidate(PrintedDate(0, 0, (day,)), 0, 0, strength))

    def _note_people(self, names: str) -> None:
        for found in read_authors(_plain(names)) or ():
            self.authors.append(DraftAuthor(_plain(found.value), found.role, found.affiliation))

    def _read_linked(self, entry: dict) -> None:
        kinds = entry.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if not any(isinstance(kind, str) and kind.endswith(("Article", "BlogPosting", "Report")) for kind in kinds):
            return
        if isinstance(entry.get("datePublished"), str):
            self._note_moment(entry["datePublished"])
        publisher = entry.get("publisher")
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str) and publisher["name"].strip():
            self.values.setdefault("publisher", _plain(publisher["name"]))
        if not self.authors and "byline" not in self.values:
            people = entry.get("author")
            for person in people if isinstance(people, list) else [people]:
                name = person.get("name") if isinstance(person, dict) else person
                if isinstance(name, str) and name.strip():
                    self.authors.append(DraftAuthor(_plain(name)))

    def _read_time(self, start: int, end: int, moment: str, head: list[int]) -> None:
        """Believe a ``<time>`` element where its text is a date already found, or a line of its own above the text.

        Elsewhere, in a list of other articles for one, it dates something else.
        """
        day = read_moment(moment)
        if not day:
            return
        for candidate in self.dates:
            if candidate.start < end and start < candidate.end:
                candidate.date = PrintedDate(0, 0, (day,), candidate.date.weekday)
                return
        for i in head:
            if self._is_kept(i) and self.page.start(i) == start and self.page.end(i) == end:
                self.stated.add(i)
                self.dates.append(_Candidate(PrintedDate(0, 0, (day,)), start, end, 2))
                self.spans.setdefault("published_on", []).append((start, end))

    # Title

    def _find_title(self, head: list[int]) -> None:
        """Take for the title the line of the head that looks most like one: by its words, those it shares with the text, and its place."""
        markup = self.layer.markup
        if markup and self._find_marked_title(markup):
            return
        page = self.page
        lines = [i for i in head if self._is_kept(i) and page.is_short(i)]
        if not any(page.is_prose(i) for i in range(page.count) if self._is_kept(i)):
            return
        titles = [i for i in lines if self._may_be_title(i)]
        if not titles:
            return
        words_of_text = self._words_of_text()
        printed_again = {comparable(page.line(i)) for i in self._last_lines(3) if i > lines[-1]}
        scores = {i: self._title_score(i, words_of_text, printed_again) for i in titles}
        for i in [i for i in titles if len(page.line(i).split()) >= 3][-2:]:
            scores[i] += 0.8  # names of sites and sections stand further up
        for first, second in pairwise(titles):
            count = len(page.line(first).split())
            if second == first + 1 and count >= 2 and not names_site(page.line(first)):  # a subtitle stands below its title
                is_one_block = not page.follows_gap(second)
                scores[second] -= (
                    (1.5 if is_one_block and count >= 3 else 0.8 if not _INSTITUTE.match(page.line(first)) else 0.0)
                    if count >= 3 or page.raw(first).isupper()
                    else 0.3
                )
        best = max(titles, key=lambda i: (scores[i], -i))
        if scores[best] < _LEAST_TITLE_SCORE or not any(i > best for i in page.kept() if i not in self.stated):
            return
        if best - 1 in scores and not page.follows_gap(best) and page.raw(best).isupper() and page.raw(best - 1).isupper():
            best -= 1
        below = best + 1
        is_continued = below in scores and not page.follows_gap(below) and page.raw(best).isupper() and page.raw(below).isupper()
        self._state_line("title", best)
        if is_continued and not markup:
            self.stated.add(below)
            start = self.spans["title"].pop()[0]
            self.spans["title"].append((start, page.end(below)))
            self.values["title"] = _plain(page.text[start : page.end(below)])

    def _may_be_title(self, i: int) -> bool:
        line = self.page.line(i)
        if not is_title_like(line) or find_dates(line) or is_relative_date(line) or re.search(r"\s\|\s|›|»\s\S|@|://", line):
            return False
        words = [word.casefold().strip(".,:|") for word in line.split()]
        return not (len(words) >= 3 and sum(word in MENU_WORDS for word in words) >= 0.5 * len(words))

    def _words_of_text(self) -> frozenset[str]:
        """Return the beginnings of the longer words of the first running text, as a title shares some with it."""
        page = self.page
        text = []
        for i in range(page.count):
            if self._is_kept(i) and page.is_prose(i):
                text.append(page.text[page.start(i) : min(page.end(i), page.start(i) + 3000)])
                if sum(map(len, text)) > 6000:
                    break
        return frozenset(word[:4] for word in _LONG_WORD.findall(" ".join(text).casefold()))

    def _title_score(self, i: int, words_of_text: frozenset[str], printed_again: set[str]) -> float:
        page = self.page
        line = page.line(i)
        words = line.split()
        count = sum(any(char.isalpha() for char in word) for word in words)
        score = {0: 0.0, 1: 0.0, 2: 0.6, 3: 1.2}.get(count, 2.0) - (0.5 if len(words) > 16 else 0.0)
        long_words = _LONG_WORD.findall(line.casefold())
        if long_words:
            score += 3 * sum(word[:4] in words_of_text for word in long_words) / max(2, len(long_words))
        score += 0.4 * page.follows_gap(i) + 0.4 * (i + 1 < page.count and page.follows_gap(i + 1)) + 0.5 * (i + 1 in self.stated)
        score += 3.0 * (comparable(line) in printed_again) + 0.8 * (line.isupper() and len(words) >= 2)
        if page.removed.get(i + 1) == "photo credit" and not page.follows_gap(i + 1):
            score -= 3.0  # a caption
        if (
            len(words) >= 8
            and i + 1 < page.count
            and not page.follows_gap(i + 1)
            and page.text[page.start(i + 1)].islower()
            and not self.layer.markup
        ):
            score -= 2.0  # a sentence that goes on in the next line
        if re.search(r"(?:19|20)[0-9]{2}(?:\s(?:жыл|г\.|ж\.))?$", line):
            score -= 0.8
        if i == 0:
            score -= 2.0 if _INSTITUTE.match(line) else 0.7
        if line.casefold() in MENU_WORDS:
            score -= 3.0
        elif names_site(line):
            score -= 1.5
        if read_person(line):
            score -= 2.0
        markup = self.layer.markup
        if markup:
            regions = page.regions(i)
            parts = [comparable(part) for part in _SITE_BORDER.split(markup.statements.get("title", ""))]
            said = comparable(line)
            if said and said in (comparable(markup.statements.get("og:title", "")), parts[0]):
                score += 3.0 if len(parts) > 1 else 1.0  # a head's title that is one part may be the site's name
            elif said in parts:
                score += 2.0
            score += 1.0 * bool(regions & {"h2", "h3"}) - 1.5 * ("li" in regions)
        return score

    def _find_marked_title(self, markup: Markup) -> bool:
        """Take the title from the page's first-level heading, else from its head; True if that settles it, with or without one."""
        page = self.page
        said = markup.statements
        stated = said.get("og:title") or next((entry["headline"] for entry in markup.linked_data if isinstance(entry.get("headline"), str)), None)
        full = said.get("title", "")
        site = comparable(said.get("og:site_name", ""))
        headings = [i for i in range(page.count) if self._is_kept(i) and "h1" in page.regions(i) and self._length(i) <= 500]
        headings = [i for i in headings if comparable(page.line(i)) != site or not site]
        if _NO_ARTICLE.search(full) or any(_NO_ARTICLE.search(page.line(i)) for i in headings):
            return True
        evidence = comparable(f"{stated or ''} {full}")
        best = next((i for i in headings if comparable(page.line(i)) in evidence), headings[0] if headings else None)
        parts = [comparable(part) for part in _SITE_BORDER.split(full)]
        if best is not None and len(parts) > 1 and comparable(page.line(best)) == parts[-1]:  # the first-level heading is the site's name
            below = (i for i in range(page.count) if self._is_kept(i) and page.regions(i) & {"h1", "h2", "h3"} and self._length(i) <= 500)
            named = next((i for i in below if comparable(page.line(i)) == parts[0]), None)
            if named is not None:
                page.removed[best] = "page header"
                best = named
        if best is not None:
            if any(self._is_kept(i) for i in range(page.count) if i != best):
                self._state_line("title", best)
            return True
        if not stated:
            return False  # the head's title may be the site's: a line of the page decides
        title = stated or re.split(r"\s+[|–—»·]\s+|\s+-\s+(?=[^-]{1,40}$)", full)[0]
        if not title.strip():
            return False
        same = next((i for i in page.kept()[:_MOST_HEAD_LINES] if self._is_kept(i) and comparable(page.line(i)) == comparable(title)), None)
        if same is not None and any(self._is_kept(i) for i in range(page.count) if i != same):
            self._state_line("title", same)
        else:
            self.values["title"] = _plain(title)
        return True

    def _title_line(self) -> int | None:
        """Return the line in which the title stands, None if it stands in no line."""
        spans = self.spans.get("title")
        return next((i for i in sorted(self.stated) if self.page.end(i) == spans[0][1]), None) if spans else None

    def _find_standfirst(self) -> None:
        """Take for the subtitle the paragraph between the title and a line that says who wrote the text, or when."""
        page = self.page
        title = self._title_line()
        if title is None:
            return
        below = [i for i in range(title + 1, min(page.count, title + 12)) if i not in page.removed]
        first = next((i for i in below if i not in self.stated and page.is_prose(i)), None)
        if first is None or first in self.captions or not page.is_short(first) or len(page.line(first).split()) > _LONGEST_STANDFIRST_WORDS:
            return
        for i in range(first + 1, min(first + 4, page.count)):
            if i in page.removed or not page.is_short(i):
                continue
            fields = read_statement(page.raw(i)) or read_line_of_date(page.raw(i)) or ()
            if any(found.name in ("byline", "published_on", "bare_date") for found in fields) and not page.is_prose(i):
                if not read_dateline(page.raw(first)) and any(page.is_prose(j) for j in range(i + 1, page.count) if self._is_kept(j)):
                    self._state_line("subtitle", first)
                return

    def _lines_of_head(self, head: list[int]) -> list[int]:
        """Return the lines above the first paragraph, now that title and standfirst are known; statements there are read."""
        page = self.page
        kept = [i for i in page.kept() if i not in self.captions]
        begin = (self._title_line() or 0) if self.spans.get("title") else 0
        first = next((i for i in kept if i > begin and i not in self.stated and self._is_text(i)), None)
        if first is None:
            return head
        lines = [i for i in kept if i < first][:_MOST_HEAD_LINES]
        self._read_statements([i for i in lines if i not in self.stated])
        return lines

    def _read_lines_of_dates(self, head: list[int]) -> None:
        """Read the lines of the head that hold a date beside other things."""
        for i in head:
            if not self._is_kept(i) or not self.page.is_short(i) or self.page.is_prose(i):
                continue
            raw = self.page.raw(i)
            if is_relative_date(raw):
                self.page.removed[i] = "relative date"
                if not self.dates:
                    self.doubts.append(Doubt("relative-date", f"The capture is dated “{_plain(raw)}”, counted from a day that it does not name."))
                continue
            fields = read_line_of_date(raw)
            if fields:
                place = next((found for found in fields if found.name == "section_beside_date"), None)
                if place and place.start == 0 and len(fields) == 2 and len(place.value) > 3 and raw[place.end : fields[0].start].strip() == ",":
                    self.stated.add(i)
                    self._note(Field("dateline", raw, 0, len(raw)), self.page.start(i))
                    continue
                self._state_fields(i, [found for found in fields if found.name != "section_beside_date"])

    def _read_lines_below(self, tail: list[int]) -> None:
        """Read the lines under the text that hold a labelled date or a by-line beside other things, as the feet of blogs do."""
        for i in tail[:12]:
            if self._is_kept(i) and self.page.is_short(i) and not self.page.is_prose(i):
                fields = read_line_of_date(self.page.raw(i)) or ()
                has_author = any(found.name == "authors" for found in fields) and not self.authors
                if has_author or any(found.name == "published_on" for found in fields):
                    fields = [found for found in fields if found.name != "section_beside_date"]
                    labelled = any(found.name == "published_on" for found in fields)
                    self._state_fields(
                        i, [Field("update_date", f.value, f.start, f.end) if labelled and f.name == "bare_date" else f for f in fields]
                    )

    def _weigh_dates(self) -> None:
        """Believe, of dates without a label, the one nearest to the title: further up stands the day of the copy."""
        if not self.spans.get("title"):
            return
        start, end = self.spans["title"][0]
        bare = [candidate for candidate in self.dates if candidate.strength == 2 and candidate.end]
        if len(bare) < 2:
            return
        nearest = min(bare, key=lambda candidate: max(start - candidate.end, candidate.start - end))
        for candidate in bare:
            if candidate is not nearest and candidate.end <= start:
                self.dates.remove(candidate)
                self.spans["published_on"].remove((candidate.start, candidate.end))
                self._remove_stretch(candidate.start, candidate.end, "day of the copy")

    def _state_fields(self, i: int, fields: list[Field]) -> None:
        """Note the statements that line ``i`` makes; what it holds beside them is a label."""
        self.stated.add(i)
        start = self.page.start(i)
        for found in fields:
            self._note(found, start)
        self._remove_labels(i, [(start + found.start, start + found.end) for found in fields])

    def _read_lines_of_names(self, head: list[int], tail: list[int]) -> None:
        """Take a line of nothing but names for the by-line, where by-lines stand: near the title, or right below the text."""
        if self.authors or "byline" in self.values:
            return
        page = self.page
        title = self._title_line()
        near = []
        if title is not None:
            kept = [i for i in head if self._is_kept(i)]
            above = [i for i in kept if i < title]
            near = [i for i in kept if i > title and self._may_stand_below_title(i, title)][:4] + [
                i for i in above if self._stands_among_statements(i)
            ]
        for i in [*near, *[i for i in tail if self._is_kept(i)][:2]]:
            if self._state_signature(i, is_below_text=i in tail):
                for j in range(i + 1, min(i + 3, page.count)):
                    if self._is_kept(j) and comparable(page.line(j)) == comparable(page.line(i)):
                        page.removed[j] = "repeated by-line"
                return

    def _read_affiliations(self, head: list[int]) -> None:
        """Read the lines below a journal's by-line that begin with the mark printed behind an author's name: role and affiliation."""
        page = self.page
        names = self.spans.get("authors", ())
        marks: dict[str, list[int]] = {}
        for n, (_, end) in enumerate(names[: len(self.authors)]):
            marks.setdefault(page.text[end : end + 1], []).append(n)
        if not names:
            return
        for i in [i for i in head if page.start(i) > names[-1][1]][:6]:
            if not self._is_kept(i) or not page.is_short(i):
                continue
            found = _NOTE_MARK.match(page.raw(i))
            if not found:
                if "@" in page.raw(i) or "E-mail" in page.raw(i):
                    page.removed[i] = "address of the author"
                continue
            if found["mark"] not in marks:
                continue
            role, affiliation = split_role(page.line(i)[found.end() :])
            for n in marks[found["mark"]]:
                author = self.authors[n]
                if not author.role and not author.affiliation:
                    self.authors[n] = DraftAuthor(author.name, role, affiliation)
            page.removed[i] = "role of the author"

    def _read_biographies(self) -> None:
        """Leave out the sentences under the text that say who its authors are, and take role and affiliation from them."""
        page = self.page
        seen = 0
        for i in range(page.count - 1, -1, -1):
            if not self._is_kept(i) or i in self.captions:
                continue
            seen += 1
            if seen > 12 or not self.authors:
                return
            line = page.line(i)
            for n, author in enumerate(self.authors):
                said = _IS_SOMEBODY.match(line[len(author.name) :]) if line.startswith(author.name) else None
                if said and len(line.split()) <= 90:
                    if not author.role and not author.affiliation:
                        role, affiliation = split_role(_END_OF_ROLE.split(said["what"])[0].strip(" .,"))
                        self.authors[n] = DraftAuthor(author.name, role, affiliation)
                    page.removed[i] = "biography"
                    break

    def _may_stand_below_title(self, i: int, title: int) -> bool:
        """Tell whether a name in line ``i`` is a by-line: among statements, with initials, in one block with the title; else it may be a heading."""
        page = self.page
        if ".byline" in page.regions(i) or _INITIAL.search(page.raw(i)) or "," in page.raw(i):
            return True
        if i == title + 1 and not page.follows_gap(i) and not self.layer.markup:
            return True
        return any(j != title and 0 <= j < page.count and (j in self.stated or j in page.removed) for j in (i - 1, i + 1))

    def _stands_among_statements(self, i: int) -> bool:
        if re.search(r"[^\W\d_][0-9¹²³*]", self.page.raw(i)):  # the marks of notes, as journals print them behind names
            return True
        neighbours = [j for j in (i - 1, i + 1) if 0 <= j < self.page.count]
        return any(j in self.stated or comparable(self.page.line(j)) == comparable(self.page.line(i)) for j in neighbours) or (
            i + 1 < self.page.count and self.page.removed.get(i + 1) == "view counter"
        )

    def _state_signature(self, i: int, *, is_below_text: bool) -> bool:
        """State the names in line ``i``, with the role that may stand in the next; False if it holds none."""
        page = self.page
        raw = page.raw(i)
        below = i + 1
        has_below = below < page.count and self._is_kept(below) and page.is_short(below) and not page.is_prose(below)
        if raw.endswith(",") and has_below:
            joined = page.text[page.start(i) : page.end(below)].replace("\n", " ")
            fields = read_person(joined)
            if fields:
                self.stated.update((i, below))
                for found in fields:
                    self._note(found, page.start(i))
                return True
        if not page.is_short(i):
            return False
        fields = read_person(raw) or read_desk(raw)
        if not fields or ((title_words := comparable(self.values.get("title", ""))) and comparable(raw) in title_words):
            return False
        if (has_below and (is_below_text or ".byline" in page.regions(below)) and not page.follows_gap(below)) or (
            has_below and ".byline" in page.regions(below) and self.layer.markup
        ):
            description = page.line(below)
            if (
                1 < len(description.split()) <= 14
                and " – " not in description
                and not read_person(description)
                and read_statement(description) is None
                and not description.isupper()
            ):
                role, affiliation = split_role(description)
                last = fields[-1]
                fields[-1] = Field(last.name, last.value, last.start, last.end, role=role, affiliation=affiliation)
                page.removed[below] = "role of the author"
        self._state_fields(i, fields)
        return True

    def _find_subtitle(self, head: list[int]) -> None:
        """Take for the subtitle the one line that stands between the title and the statements or the text."""
        if not self.spans.get("title") or "subtitle" in self.values:
            return
        page = self.page
        title = self._title_line()
        below = [i for i in head if title is not None and i > title]
        for i in below:
            if self._is_kept(i) and ".subtitle" in page.regions(i) and page.is_short(i):
                self._state_line("subtitle", i)
                return
        if not below or not self._is_kept(below[0]) or below[0] != title + 1 or not page.is_short(below[0]):
            return
        line = page.line(below[0])
        count = len(line.split())
        is_closed = below[0] + 1 in self.stated or page.removed.get(below[0] + 1) in _RULES_OF_HEAD
        is_near = not page.follows_gap(below[0]) and below[0] + 1 < page.count and not self.layer.markup and count >= 7
        is_heading = bool(page.regions(below[0]) & _HEADINGS) or page.removed.get(below[0] + 1) == "photo credit"
        if is_title_like(line) and count >= (3 if is_closed else 7) and (is_closed or is_near) and not is_heading:
            self._state_line("subtitle", below[0])

    def _find_publication(self) -> None:
        """Take for the publication, where no statement names it, who claims rights, the site in the head's title, or the first line of the page.

        A ministry publishes without a publication.
        """
        page = self.page
        if "publication" in self.values:
            return
        holder = self.values.get("rights_holder")
        site = self._site_of_title() or holder
        if site and len(site.split()) <= 10:
            self.values["publisher" if _MINISTRY.match(site) else "publication"] = site
            return
        title = self._title_line()
        first = next((i for i in range(min(title or 0, 4)) if page.removed.get(i) == "page header"), None)
        if self.layer.markup or first is None or any(self._is_kept(i) for i in range(first)):
            return
        line = page.line(first)
        words = [word.casefold().strip(".,") for word in line.split()]
        if (
            not 2 <= len(words) <= 7
            or not is_title_like(line)
            or not line[0].isalpha()
            or sum(word in MENU_WORDS for word in words) >= 0.5 * len(words)
        ):
            return
        if re.search(r"[|/@<>]|[0-9]{2}", line) or (not names_site(line) and not any(word[0].isalpha() and len(word) > 3 for word in words)):
            return
        del page.removed[first]
        self._state_line("publisher" if _INSTITUTE.match(line) else "publication", first)

    def _site_of_title(self) -> str | None:
        """Return the site's name as the head's title has it beside the page's own."""
        said = self.layer.markup.statements.get("title", "") if self.layer.markup else ""
        parts = [part.strip() for part in _SITE_BORDER.split(said) if part.strip()]
        title = comparable(self.values.get("title", ""))
        if len(parts) < 2 or not title:
            return None
        if comparable(parts[0]) == title or comparable(parts[0]) in title:
            return parts[-1]
        return parts[0] if comparable(parts[-1]) == title else parts[-1]

    def _find_section(self, head: list[int]) -> None:
        """Take for the section the end of the path from the front page, else the short line right above the title."""
        page = self.page
        title = self._title_line()
        if "section" in self.values or title is None:
            return
        for i in range(title - 1, max(-1, title - 30), -1):
            if page.removed.get(i) != "breadcrumb":
                continue
            parts = [match for match in re.finditer(r"[^>›»→/:|]+", page.raw(i)) if match[0].strip()]
            if len(parts) > 1 and comparable(parts[-1][0]) == comparable(self.values["title"]):
                parts.pop()
            if len(parts) > 1 and len(parts[-1][0]) <= 60 and not re.search(r"[>›»→/]\s*$", page.raw(i)):
                name = parts[-1][0].strip()
                start = parts[-1].start() + parts[-1][0].index(name)
                del page.removed[i]
                self.stated.add(i)
                at = page.start(i)
                self._note(Field("section", name, start, start + len(name)), at)
                span = (at + start, at + start + len(name))
                self._remove_stretch(at, span[0], "breadcrumb")
                self._remove_stretch(span[1], page.end(i), "breadcrumb")
                return
            if i + 1 < title and self._is_kept(i + 1) and len(page.line(i + 1).split()) <= 4:
                self._state_line("section", i + 1)
                return
        above = [i for i in head if i < title and self._is_kept(i)]
        if above and title - above[-1] <= 3 and (len(above) > 1 or above[-1] > 0 or page.regions(above[-1])):
            line = page.line(above[-1])
            if (
                len(line.split()) <= 4
                and is_title_like(line)
                and line[0].isupper()
                and not re.search(r"[0-9|@]", line)
                and "li" not in page.regions(above[-1])
                and not read_person(line)
                and not line.isupper()
                and line.casefold() not in _NEWS_WORDS
                and (line.casefold() in MENU_WORDS or not names_site(line))
            ):
                self._state_line("section", above[-1])

    def _sweep_head(self, head: list[int]) -> None:
        """Leave out what stands above the title, and between title and text among the statements."""
        page = self.page
        title = self._title_line()
        if title is None:
            return
        self._find_credited_captions()
        below = range(title + 1, (head[-1] if head else title) + 1)
        last_statement = max((i for i in below if i in self.stated or page.removed.get(i) in _RULES_OF_HEAD), default=title)
        for i in head:
            if not self._is_kept(i) or i in self.captions:
                continue
            if i < title:
                page.removed[i] = "page header"
            elif _FIGURES_ALONE.fullmatch(page.raw(i)):
                page.removed[i] = "figures without a word"
            elif i < last_statement and not _SENTENCE_END.search(page.raw(i)) and not page.regions(i) & (_HEADINGS | _CAPTIONS):
                page.removed[i] = "line among statements"

    def _sweep_tail(self, tail: list[int]) -> None:
        """Leave out what stands below the first line under the text that is no part of it."""
        page = self.page
        if not tail:
            return
        byline = comparable(self.values.get("byline", ""))
        for i in tail[:3]:
            if self._is_kept(i) and byline and self.page.is_short(i) and len(page.line(i).split()) >= 2 and byline.endswith(comparable(page.line(i))):
                page.removed[i] = "repeated by-line"
        text_end = next((i for i in range(tail[0] - 1, -1, -1) if self._is_kept(i)), -1)
        mark = next((i for i in range(tail[0], page.count) if i in self.stated or i in page.removed), None)
        between = next((i for i in range(text_end + 1, tail[0]) if i in page.removed), None)
        mark = mark if between is None else between
        for i in tail:
            if mark is None or not self._is_kept(i):
                continue
            if i > mark:
                page.removed[i] = "page foot"

    def _find_credited_captions(self) -> None:
        """Take for a caption the short line above the name of a photographer, and the line that ends in one."""
        page = self.page
        for i in range(page.count):
            if not self._is_kept(i) or not page.is_short(i):
                continue
            if page.removed.get(i + 1) == "photo credit" and not (page.follows_gap(i + 1) and not self.layer.markup):
                if (
                    2 <= len(page.line(i).split()) <= 25
                    and not page.regions(i) & _HEADINGS
                    and page.raw(i)[-1].isprintable()
                    and _LONG_WORD.search(page.raw(i))
                ):
                    self.captions.add(i)
                continue
            raw = page.raw(i)
            credit = _CREDIT.search(raw) or (_CREDIT_OF_FIGURE.search(raw) if page.regions(i) & _CAPTIONS else None)
            if credit and credit.start() > 8 and len(raw.split()) <= 45:
                self.captions.add(i)
                end = page.start(i) + credit.start() + (raw[credit.start()] == ".")
                self.body_ends[i] = end
                self._remove_stretch(end, page.end(i), "photo credit")

    def _state_line(self, name: str, i: int) -> None:
        self.stated.add(i)
        self.values[name] = _plain(self.page.raw(i))
        self.spans.setdefault(name, []).append((self.page.start(i), self.page.end(i)))

    def _last_lines(self, number: int) -> list[int]:
        found = []
        for i in range(self.page.count - 1, -1, -1):
            if len(found) == number:
                break
            if self._is_kept(i) and self.page.is_short(i):
                found.append(i)
        return found

    def _remove_repeated_titles(self) -> None:
        """Leave out the title where it is printed again, below the text or right below itself."""
        title = self.values.get("title")
        if not title or (not self.spans.get("title") and not self.layer.markup):
            return
        first_kept = next((i for i in range(self.page.count) if self._is_kept(i)), None)
        for i in {*self._last_lines(1), first_kept} - {None}:
            if self.page.is_short(i) and comparable(self.page.line(i)) == comparable(title) and self._has_other_text(i):
                self.page.removed[i] = "repeated title"

    def _has_other_text(self, i: int) -> bool:
        return any(self._is_kept(j) for j in range(self.page.count) if j != i)

    def _read_dateline(self) -> None:
        """Part the dateline from the paragraph it opens, if one of the first three lines of the body has one."""
        if "dateline" in self.values:
            return
        page = self.page
        seen = 0
        for i in range(page.count):
            if not self._is_kept(i):
                continue
            seen += 1
            if seen > 3:
                return
            if i in self.body_starts or i in self.body_ends:
                continue
            found = read_dateline(page.text[page.start(i) : min(page.end(i), page.start(i) + 400)])
            if not found and seen == 1 and page.is_short(i) and page.line(i).replace("-", " ") in _TOWNS and "dateline" not in self.values:
                self._state_line("dateline", i)
                return
            if not found:
                continue
            start, end = page.start(i), page.start(i) + found[0]
            text_begins = start + found[1]
            signed = re.search(r"\s/([^/]{4,60})/$", page.text[start:end])
            people = read_person(signed[1]) if signed and not self.authors and "byline" not in self.values else None
            if people:  # "CITY. Day. Agency /NAME/ -"
                for person in people[1:]:
                    self._note(person, start + signed.start(1))
                printed = (start + signed.start() + 1, end)
                self.values["byline"] = _plain(page.text[slice(*printed)])
                self.spans["byline"] = [printed]
                self._remove_stretch(end, text_begins, "dateline mark")
                end = start + signed.start()
            self.values["dateline"] = _plain(page.text[start:end])
            self.spans["dateline"] = [(start, end)]
            self.body_starts[i] = text_begins
            if not people:
                self._remove_stretch(end, text_begins, "dateline mark")
            return

    # Body

    def _gather_body(self) -> _Body:
        body = _Body()
        page = self.page
        has_controls = bool(CONTROLS.search(self.layer.text))
        kept = [i for i in range(page.count) if self._is_kept(i)]
        self._has_marked_headings = bool(self.layer.markup) and any(page.regions(i) & _HEADINGS for i in kept)
        self._asks_questions = sum(page.is_short(i) and page.text[page.end(i) - 1] == "?" for i in kept) >= 3
        for n, i in enumerate(kept):
            start = self.body_starts.get(i, page.start(i))
            raw = page.text[start : self.body_ends.get(i, page.end(i))]
            if has_controls:
                for match in CONTROLS.finditer(raw):
                    self.removed.append(Removed(start + match.start(), start + match.end(), "control character"))
                raw = CONTROLS.sub("", raw)
            text = _folded(raw)
            if not text:
                continue
            kind = self._kind(i, kept[n + 1] if n + 1 < len(kept) else None)
            body.blocks.append(text)
            body.kinds.append(kind)
            if kind == "c" and text not in body.captions:
                body.captions.append(text)
        return body

    def _kind(self, i: int, following: int | None) -> str:
        regions = self.page.regions(i)
        if i in self.captions or regions & _CAPTIONS:
            return "c"
        if regions & _HEADINGS:
            return "h"
        if self._has_marked_headings or i in self.body_starts or following is None or self._length(i) > 120:
            return "p"
        line = self.page.line(i)
        if "li" in regions or (line.endswith("?") and self._asks_questions) or (_ITEM.match(line) and not self.page.is_prose(following)):
            return "p"
        opens_text = (
            self.page.is_prose(following)
            or (line.isupper() and _SENTENCE_END.search(self.page.line(following)))
            or _ITEM.match(self.page.line(following))
        )
        is_heading = is_title_like(line) and len(line.split()) <= _LONGEST_HEADING_WORDS and opens_text
        is_quoted = line[0] in '“"«„' and line[-1] in '”"»“' and len(line.split()) <= 8 and self.page.follows_gap(i)
        return "h" if is_heading and (is_quoted or not line.startswith(("-", "–", "—", "•", "*", "“", '"', "«", "[", "„"))) else "p"

    def _merge_removed(self) -> tuple[Removed, ...]:
        """Return all removed stretches in order, neighbours of one rule as one."""
        lines = [Removed(self.page.start(i), self.page.end(i), rule) for i, rule in self.page.removed.items()]
        merged: list[Removed] = []
        for stretch in sorted([*self.removed, *lines], key=lambda stretch: (stretch.start, -stretch.end)):
            last = merged[-1] if merged else None
            if last and stretch.start < last.end:  # part of a line that was taken as a whole later
                continue
            between = self.layer.text[last.end : stretch.start] if last else ""
            # Control characters may end one paragraph and begin the next: the blanks between those are the body's.
            is_neighbour = not between if stretch.rule == "control character" else not between.strip()
            if last and last.rule == stretch.rule and is_neighbour:
                merged[-1] = Removed(last.start, stretch.end, last.rule)
            else:
                merged.append(stretch)
        return tuple(merged)

    # Judgements

    def _judge_page(self, body: str) -> None:
        """Say so if no article stands in the page."""
        lines = [self.page.line(i) for i in self.page.kept()[:3]] if len(body.split()) <= _MOST_WORDS_OF_ERROR_PAGE else []
        head = self.layer.markup.statements.get("title", "") if self.layer.markup and lines else ""
        if any(_NO_ARTICLE.match(line) for line in [head, *lines]):
            self.doubts.append(Doubt("no-article", "The page says that what was asked for is not there; it holds no article."))
        elif not any(self.page.is_prose(i) for i in range(self.page.count) if self._is_kept(i)):
            self.doubts.append(Doubt("no-article", "No running text was found: a list, a menu or a notice, perhaps, but no article."))

    def _settle_date(self, body: str) -> str | None:
        """Return the day of publication as the strongest statement gives it, or None with a doubt."""
        latest = (self.today + dt.timedelta(days=1)).isoformat()
        believed: list[tuple[int, str]] = []
        open_questions: list[PrintedDate] = []
        for candidate in self.dates:
            readings = tuple(reading for reading in candidate.date.readings if reading <= latest)
            if not readings:
                self.doubts.append(
                    Doubt("future-date", f"The capture is dated {candidate.date.readings[0]}, which has not come yet; the date is not used.")
                )
            elif len(readings) > 1:
                open_questions.append(PrintedDate(0, 0, readings, candidate.date.weekday))
            else:
                believed.append((candidate.strength, readings[0]))
                self._check_weekday(candidate.date, readings[0])
        believed.sort(key=lambda pair: -pair[0])
        if believed:
            strength, best = believed[0]
            others = sorted({day for other, day in believed if other >= min(strength, 2) and not _agree(day, best)})
            if others:
                self.doubts.append(Doubt("dates-disagree", f"The capture gives {best} and also {', '.join(others)} as its date."))
            return max((day for _, day in believed if _agree(day, best)), key=len)
        dateline = self.values.get("dateline")
        for question in open_questions:
            day = self._settle_reading(question, dateline, body)
            if day:
                return day
        if open_questions:
            first, second = open_questions[0].readings
            self.doubts.append(Doubt("ambiguous-date", f"The date can be read as {first} or as {second}; nothing in the capture settles which."))
        elif dateline and not self.dates and find_dates(dateline):
            self.doubts.append(Doubt("dateline-only", f"Only the dateline (“{dateline}”) has a date; it is not the day of publication."))
        return None

    def _settle_reading(self, question: PrintedDate, dateline: str | None, body: str) -> str | None:
        """Choose between two readings by a date printed in full elsewhere in the capture, else by the order of its other dates in figures."""
        for text in (dateline or "", *(self.page.line(i) for i in self.page.removed if self.page.is_short(i)), body[:20_000]):
            full = {date.readings[0] for date in find_dates(text) if not date.is_ambiguous}
            fitting = [reading for reading in question.readings if reading in full]
            if len(fitting) == 1:
                return fitting[0]
        order = day_comes_first(self.layer.text)
        return None if order is None else question.readings[0 if order else 1]

    def _check_weekday(self, date: PrintedDate, day: str) -> None:
        if date.weekday is not None and weekday_of(day) not in (None, date.weekday):
            self.doubts.append(Doubt("weekday-disagrees", f"The weekday printed beside {day} is another than that of the day."))

    def _settle_language(self, body: str) -> str | None:
        declared = self.layer.markup.statements.get("lang") if self.layer.markup else None
        language = detect_language(body, hint=declared) or detect_language(_mended(body[:_SAMPLE_CHARACTERS]), hint=declared)
        if language is None:
            self.doubts.append(Doubt("language-unclear", "The text is too short or too mixed to tell its language."))
        return language

    def _judge_state(self, body: str) -> tuple[str, ...]:
        """Return what is wrong with the text itself: signs doubly encoded, an end that is cut off."""
        quality = []
        spoilt = len(MOJIBAKE.findall(body[:_SAMPLE_CHARACTERS])) + len(MOJIBAKE.findall(self.values.get("title") or ""))
        if spoilt >= _LEAST_MOJIBAKE:
            example = MOJIBAKE.search(body) or MOJIBAKE.search(self.values.get("title") or "")
            self.doubts.append(
                Doubt("mojibake", f"The text was encoded twice: it has {spoilt} pairs of signs such as “{example[0]}”. Nothing was mended.")
            )
            if 20 * spoilt >= min(len(body), _SAMPLE_CHARACTERS):
                quality.append("mojibake")
        calls = [i for i, rule in self.page.removed.items() if rule == "wall call" or (rule == "page control" and _READ_ON.match(self.page.line(i)))]
        if calls and body and (_TEASER_END.search(body[-8:]) or any(self.page.removed[i] == "wall call" for i in calls)):
            goes_on = any(self._is_kept(i) and self.page.is_prose(i) for i in range(max(calls) + 1, self.page.count))
            if not goes_on:
                self.doubts.append(Doubt("truncated", f"The text breaks off, and the page says “{self.page.line(max(calls))[:60]}”."))
                quality.append("truncated")
        return tuple(quality)

    def _judge_translation(self, body: str, language: str | None) -> tuple[str, ...]:
        signs = signs_of_german(body) if language == "en" else ()
        if not signs:
            return ()
        self.doubts.append(Doubt("machine-translated", f"The text seems to be translated from German by a machine: it has {', '.join(signs)}."))
        return ("machine-translated:de",)


def _agree(first: str, second: str) -> bool:
    """Tell whether two EDTF dates can be one, the one only less precise."""
    return first.startswith(second) or second.startswith(first)


def _mended(text: str) -> str:
    """Return ``text``, if it is UTF-8 that was read as Windows-1251, as it was meant; only to tell its language."""
    if len(MOJIBAKE.findall(text)) < 0.05 * len(text):
        return ""
    return text.encode("cp1251", "replace").decode("utf-8", "replace")


def _plain(text: str) -> str:
    """Return a value as the record keeps it: NFC, blanks folded, without control characters."""
    return _folded(CONTROLS.sub("", text))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))
