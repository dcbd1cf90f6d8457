"""From the bytes of a capture to the record the archive proposes, with a note of each doubt and the place of each statement."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass, field
from itertools import pairwise

from articles.ingest.clean import CONTROLS, Page, clean, comparable, is_repetition, is_title_like, names_site
from articles.ingest.dates import PrintedDate, day_comes_first, find_dates, read_moment, weekday_of
from articles.ingest.language import detect_language, signs_of_german
from articles.ingest.markup import Markup
from articles.ingest.read import TextLayer, read
from articles.ingest.statements import Field, read_authors, read_dateline, read_signature, read_statement

_LONGEST_CAPTION = 300
_LONGEST_HEADING_WORDS = 12
_MOST_HEAD_LINES = 60
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CAPTIONS = frozenset({"figcaption", "caption", ".caption"})
_NO_ARTICLE = re.compile(
    r"(?:error\s*)?(?:404|403|500)\b|(?:page|article|file|document) (?:was |could )?not (?:be )?found|not found$|access denied|forbidden$|"
    r"страница не найдена|доступ запрещ|seite nicht gefunden|page (?:non trouvée|introuvable)|sayfa bulunamadı|бет табылмады",
    re.I,
)
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
        self.parts: tuple[tuple[int, int], ...] = ((0, len(layer.text)),)

    def finish(self) -> Draft:
        clean(self.page)
        self._keep_first_article()
        self._find_captions()
        head, tail = self._head_and_tail()
        self._read_statements([*head, *tail])
        self._read_markup(head)
        self._find_title(head)
        self._find_subtitle(head)
        self._remove_repeated_titles()
        self._read_dateline()
        body = self._gather_body()
        text = "\n\n".join(body.blocks)
        self._judge_page(text)
        published_on = self._settle_date(text)
        language = self._settle_language(text)
        quality = self._judge_translation(text, language)
        value = self.values.get
        return Draft(
            title=value("title"),
            subtitle=value("subtitle"),
            authors=tuple(self.authors),
            byline=value("byline"),
            publication=value("publication") or value("rights_holder"),
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
            spans={name: tuple(sorted(set(spans))) for name, spans in sorted(self.spans.items())},
            parts=self.parts,
            doubts=tuple(self.doubts),
            encoding=self.layer.encoding,
            encoding_basis=self.layer.encoding_basis,
            media_type=self.layer.media_type,
            text_layer=self.layer.text,
        )

    # Which lines belong to the article

    def _is_kept(self, i: int) -> bool:
        return i not in self.page.removed and i not in self.stated

    def _closes_article(self, i: int) -> bool:
        """Tell whether line ``i`` stands below articles: an end mark, a claim of rights, a note on the issue."""
        if self.page.removed.get(i) == "end mark":
            return True
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
        for first, second in pairwise(kept):
            if second != first + 1 or first in page.removed or max(self._length(first), self._length(second)) > _LONGEST_CAPTION:
                continue
            if page.text[page.start(first)] != page.text[page.start(second)] and not page.text[page.start(first)].isalpha():
                continue
            if is_repetition(page.line(first), page.line(second)):
                if first == kept[0] and not page.is_prose(first):
                    page.removed[second] = "repeated title"
                else:
                    page.removed[second] = "repeated caption"
                    self.captions.add(first)

    def _length(self, i: int) -> int:
        return self.page.end(i) - self.page.start(i)

    def _head_and_tail(self) -> tuple[list[int], list[int]]:
        """Return the lines above the first and below the last paragraph, in which statements are looked for."""
        page = self.page
        kept = [i for i in page.kept() if i not in self.captions]
        first = next((n for n, i in enumerate(kept) if self._is_text(i)), len(kept))
        last = next((n for n in range(len(kept) - 1, first, -1) if self._is_text(kept[n])), first)
        head = kept[: min(first, _MOST_HEAD_LINES)]
        return head, kept[max(last + 1, first + 1, len(kept) - _MOST_HEAD_LINES) :]

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
            self.stated.add(i)
            start = self.page.start(i)
            for found in fields:
                self._note(found, start)
            self._remove_labels(i, [(start + found.start, start + found.end) for found in fields])

    def _note(self, found: Field, at: int) -> None:
        span = (at + found.start, at + found.end)
        value = _plain(found.value)
        if found.name == "update_date":
            self._remove_stretch(*span, "update date")
            return
        if found.date:
            strength = {"published_on": 3, "bare_date": 2, "issue_date": 1}[found.name]
            self.dates.append(_Candidate(found.date, *span, strength))
            self.spans.setdefault("published_on", []).append(span)
            return
        self.spans.setdefault("publication" if found.name == "rights_holder" else found.name, []).append(span)
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
        for name in ("article:published_time", "datepublished", "citation_publication_date", "dc.date", "dcterms.date", "date", "pubdate"):
            self._note_moment(said.get(name))
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

    def _note_moment(self, value: str | None) -> None:
        day = read_moment(value) if value else None
        if day:
            self.dates.append(_Candidate(PrintedDate(0, 0, (day,)), 0, 0, 4))

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
        markup = self.layer.markup
        if markup and self._find_marked_title(markup):
            return
        lines = [i for i in head if self._is_kept(i) and self.page.is_short(i)]
        if not any(self.page.is_prose(i) for i in range(self.page.count) if self._is_kept(i)):
            return
        titles = [i for i in lines if is_title_like(self.page.line(i)) and not find_dates(self.page.line(i))]
        if not titles:
            return
        printed_again = {comparable(self.page.line(i)) for i in self._last_lines(3) if i > lines[-1]}
        best = next((i for i in titles if comparable(self.page.line(i)) in printed_again), None)
        if best is None and titles[0] == lines[0]:
            best = next((i for i in titles if not names_site(self.page.line(i))), titles[0])
            above = [i for i in lines if i < best]
            if len(self.page.line(best).split()) < 4 or any(not names_site(self.page.line(i)) for i in above):
                best = titles[0]
        if best is None or not any(i > best for i in self.page.kept() if i not in self.stated):
            return
        for i in lines:
            if i < best and names_site(self.page.line(i)):
                self.page.removed[i] = "page header"
        self._state_line("title", best)

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
        if best is not None:
            if any(self._is_kept(i) for i in range(page.count) if i != best):
                self._state_line("title", best)
            return True
        title = stated or re.split(r"\s+[|–—»·]\s+|\s+-\s+(?=[^-]{1,40}$)", full)[0]
        if not title.strip():
            return False
        same = next((i for i in page.kept()[:_MOST_HEAD_LINES] if self._is_kept(i) and comparable(page.line(i)) == comparable(title)), None)
        if same is not None and any(self._is_kept(i) for i in range(page.count) if i != same):
            self._state_line("title", same)
        else:
            self.values["title"] = _plain(title)
        return True

    def _find_subtitle(self, head: list[int]) -> None:
        """Take for the subtitle the one line that stands between the title and a line of statements."""
        title = self.spans.get("title")
        if not title:
            return
        below = [i for i in head if self.page.start(i) >= title[0][1]]
        for i in below:
            if self._is_kept(i) and ".subtitle" in self.page.regions(i) and self.page.is_short(i):
                self._state_line("subtitle", i)
                return
        if len(below) < 2 or not self._is_kept(below[0]) or below[1] not in self.stated or self.layer.markup:
            return
        line = self.page.line(below[0]) if self.page.is_short(below[0]) else ""
        if is_title_like(line) and len(line.split()) >= 3:
            self._state_line("subtitle", below[0])

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
        page = self.page
        seen = 0
        for i in range(page.count):
            if not self._is_kept(i):
                continue
            seen += 1
            if seen > 3:
                return
            found = read_dateline(page.text[page.start(i) : min(page.end(i), page.start(i) + 400)])
            if not found:
                continue
            start, end = page.start(i), page.start(i) + found[0]
            self.values["dateline"] = _plain(page.text[start:end])
            self.spans["dateline"] = [(start, end)]
            self.body_starts[i] = start + found[1]
            self._remove_stretch(end, start + found[1], "dateline mark")
            return

    # Body

    def _gather_body(self) -> _Body:
        body = _Body()
        page = self.page
        has_controls = bool(CONTROLS.search(self.layer.text))
        kept = [i for i in range(page.count) if self._is_kept(i)]
        for n, i in enumerate(kept):
            start = self.body_starts.get(i, page.start(i))
            raw = page.text[start : page.end(i)]
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
        if self.layer.markup or i in self.body_starts or following is None or self._length(i) > 120:
            return "p"
        line = self.page.line(i)
        is_heading = is_title_like(line) and len(line.split()) <= _LONGEST_HEADING_WORDS and self.page.is_prose(following)
        return "h" if is_heading and not line.startswith(("-", "–", "—", "•", "*", "“", '"', "«")) else "p"

    def _merge_removed(self) -> tuple[Removed, ...]:
        """Return all removed stretches in order, neighbours of one rule as one."""
        lines = [Removed(self.page.start(i), self.page.end(i), rule) for i, rule in self.page.removed.items()]
        merged: list[Removed] = []
        for stretch in sorted([*self.removed, *lines], key=lambda stretch: stretch.start):
            last = merged[-1] if merged else None
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
        language = detect_language(body, hint=declared)
        if language is None:
            self.doubts.append(Doubt("language-unclear", "The text is too short or too mixed to tell its language."))
        return language

    def _judge_translation(self, body: str, language: str | None) -> tuple[str, ...]:
        signs = signs_of_german(body) if language == "en" else ()
        if not signs:
            return ()
        self.doubts.append(Doubt("machine-translated", f"The text seems to be translated from German by a machine: it has {', '.join(signs)}."))
        return ("machine-translated:de",)


def _agree(first: str, second: str) -> bool:
    """Tell whether two EDTF dates can be one, the one only less precise."""
    return first.startswith(second) or second.startswith(first)


def _plain(text: str) -> str:
    """Return a value as the record keeps it: NFC, blanks folded, without control characters."""
    return _folded(CONTROLS.sub("", text))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))
