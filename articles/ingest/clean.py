"""From a text layer to the lines of a page, and the named rules that tell which of them are no part of an article."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from articles.ingest.dates import MONTH, find_dates
from articles.ingest.read import TextLayer
from articles.ingest.vocabulary import FRONT_PAGE, MENU_WORDS, NETWORKS, PAPER_WORDS, SHARE_WORDS, listed
from kzarchive.patterns import Pattern

# Statements, titles and most boilerplate are short; a notice may be longer. No rule looks at a longer line, so that
# none can be made slow.
LONGEST_SHORT_LINE = 300
_LONGEST_RULED_LINE = 1000
_MOST_KNOWN_LINES = 10_000
_WIDEST_WRAPPED_LINE = 100
_NARROWEST_WRAPPED_LINE = 40
_SHARE_OF_NARROW_COLUMN = 0.85
_SHARE_OF_BROKEN_LINE = 0.75
_SHARE_OF_RAGGED_LINE = 0.7
_LEAST_INDENT = 4
_WORDS_OF_PROSE = 8
_WORDS_OF_PARAGRAPH = 20
_MOST_LINES_OF_MASTHEAD = 12
_MOST_LINES_BEFORE_TEXT = 4
_MOST_LINES_BEFORE_TRANSLATOR = 12

CONTROLS = Pattern(r"[\x00-\x08\x0e-\x1b\x7f]")  # those that Python does not count as blanks
_INVISIBLE = Pattern(r"[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x1b\x7f]+")
_LINE = Pattern(r"[^\n]+")
# "The headline08.10.2018 14:49Astana - ...": a headline, its day with the hour and the text, no blank between.
_GLUED_LABEL = Pattern(
    r"(?<=[^\s«“\"(])(?=(?:Дата (?:публикации|направления)|Аннотация|Ключевые слова|Abstract|Keywords)\b.{0,40}?:|(?:Abstract|Keywords):?\n)"
)
_GLUED_DAY = Pattern(
    r"(?:(?<=[^\W\d_])|(?<=[»”\"?!)]))(?P<day>[0-9]{1,2}[./-][0-9]{1,2}[./-](?:19|20)[0-9]{2},?\s{1,2}[0-9]{1,2}:[0-9]{2})(?=[^\W\d_]|[«“\"])"
)
_DAY_BEFORE_HEADLINE = Pattern(
    r"[0-9]{1,2}[./-][0-9]{1,2}[./-](?:(?:19|20)[0-9]{2}|[0-9]{2})(?P<seam>:\s|\s[–—]\s(?=[^\n.]{20,160}\n))"
    r"(?=[\"“«„]?[^\W\d_](?:\S*\s\S){3})"
)
# "14.05.2021 AGENCY 3The text ...": the day, the source and a count, the last glued to the first word.
_GLUED_COUNT = Pattern(
    r"(?<=\n)[0-9]{1,2}[./][0-9]{1,2}[./](?:19|20)[0-9]{2}[ ,](?:[^\s.!?]{1,30} ){1,5}[0-9]{1,6}(?P<seam>)(?=[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ][^\W\d_]*[\s,])"
)
# "THE TITLE IN CAPITALS Name Patronymic SURNAME": a line of a dump that goes on with its authors.
_NAME_BEHIND_CAPITALS = Pattern(r"(?<=[А-ЯЁӘІҢҒҮҰҚӨҺ]{3}) (?P<seam>)(?=[А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+(?:вич|вна|чна) [А-ЯЁ]{3,})")
# "Research article The headline": the kind of text in the line of its title, as dumps of journals have it.
# "By NAME, The PAPER. The text ...": who wrote an excerpt, and for whom, in its first line.
_BYLINE_BEFORE_EXCERPT = Pattern(
    r"(?<![^\n])By (?:[A-Z][\w.’'-]* ){1,3}[A-Z][\w’'-]* ?, (?:The )?(?:[A-Z][\w&’'-]* ){0,3}(?:Times|Post|News|Journal|Guardian|Press|"
    r"Herald|Tribune|Telegraph|Review|Reuters|Bloomberg|Economist|Magazine|Monitor)\.(?P<seam>)(?= [A-Z“\"]\S*(?: \S+){12})"
)
# "CITY 06.01.2022 NAME The text ...": a town, a day and a name without a break before the text.
_NAME_BEHIND_DAY = Pattern(
    r"(?:(?<![^\n])|(?<=-[0-9]{2}\s))[A-Z][a-z]{3,}(?: [A-Z][a-z]+)? [0-9]{2}\.[0-9]{2}\.(?:19|20)[0-9]{2} (?P<begin>)"
    r"[A-Z][\w’'-]+(?: (?:van|von|de|di|del|da|le|la|al|el|der))?"
    r" [A-Z][\w’'-]+ (?P<seam>)(?=(?:The|An?|In|On|At|For|After|Today|This|With|It) [^\W\d_]\S*(?: \S+){10})"
)
_KIND_BEFORE_TITLE = Pattern(
    r"(?<![^\n])(?:(?:(?:научная|оригинальная|обзорная|исследовательская) статья|ғылыми мақала|"
    r"(?:original|research|review) (?:article|paper))(?:\s?[/|.:]\s?|\s+)){1,2}(?P<seam>)(?=(?-i:[^\W\d_a-zа-яё])\S*(?:[ ]\S+){3})",
    re.I,
)
# "The headline 463 Name SURNAME, post": a count between the two, all in one line.
_COUNT_BEFORE_NAME = Pattern(
    r"(?<=[^\W\d_»?!]) (?P<count>(?P<seam>)[0-9]{2,6} )(?=[А-ЯЁӘІҢҒҮҰҚӨҺ][а-яёәіңғүұқөһ]+ [А-ЯЁӘІҢҒҮҰҚӨҺ]{3,}(?:-[А-ЯЁӘІҢҒҮҰҚӨҺ]+)?(?:,|\n))"
)
# The day behind the credit of a picture, between a headline and the same again below the picture.
_DAY_BEHIND_CREDIT = Pattern(
    r"(?<![^\n])(?P<title>[^\n]{16,200})\n\s{0,3}(?:photo|foto|фото|сурет|fotoğraf)\s?:\s?[^\n]{2,60}?\s(?P<seam>)"
    r"[0-9]{1,2}\.?\s[^\W\d_]{3,10}\s(?:19|20)[0-9]{2}\s{0,3}\n\s{0,3}(?P=title)\n",
    re.I,
)
# "Date of publication 04.08.21 05:04 The text begins in the same line".
_LABELLED_DAY_BEFORE_TEXT = Pattern(
    r"(?<![^\n])(?:дата публикации|опубликовано|жарияланған күні)\s?:?\s[0-9]{2}\.[0-9]{2}\.(?:20)?[0-9]{2}(?:,?\s[0-9]{2}:[0-9]{2})?(?P<seam>\s)"
    r"(?=[^\W\d_]\S*(?:\s\S+){8})",
    re.I,
)
# How dumps of scraped pages begin: "date 2016-03-12 The headline".
DAY_OF_DUMP = Pattern(r"\s{0,3}date (?P<date>(?:19|20)[0-9]{2}-[0-9]{2}(?:-[0-9]{2})?)(?:\s[0-9]{1,2}:[0-9]{2})?(?!\S)")
# "port.com Editor16.03.2026 02:302 dk okuma": the desk, the day with its hour and the minutes of reading, run together.
_DESK_AND_DAY = (
    Pattern(r"(?<=[^\W\d_])(?P<seam>)(?=[0-9]{1,2}[./][0-9]{1,2}[./](?:19|20)[0-9]{2} [0-9]{1,2}:[0-9]{2}[0-9]{1,2} (?:dk|min)\b)"),
    Pattern(r"(?<=(?:19|20)[0-9]{2} [0-9]{2}:[0-9]{2})(?P<seam>)(?=[0-9]{1,2} (?:dk|min)\b)"),
)
# The name of a picture, in words joined by hyphens, and the by-line glued to it: "Along-the-pierBy Anna Kim".
# Addresses on networks have it too.
_PICTURE_BEFORE_BYLINE = Pattern(r"(?m)^(?P<picture>[\w]+(?:-[\w]+)+[a-z]|(?:https?://\S{4,80}\s){0,3}https?://\S{4,80}?)(?=By [A-Z][a-z]+ [A-Z])")
_END_OF_HEAD = 3000
_FINAL_STOP = Pattern(r"[.!?…。！？](?:[\"'”’»)\]\s\d]|\[[ivxlc]{1,7}\]|\(\*\))*$")
_ENDS_SENTENCE_OF_NAMES = Pattern(r"[^\W_]{2}\.$")
_NOTE_AT_END = Pattern(r"\s?\[[0-9]{1,3}\]$")
_ABBREVIATED_END = Pattern(r"(?:\b[^\W\d_]\.)+$|[0-9]\s?(?:гг|жж)\.$")
_YEARS_IN_BRACKETS_AT_END = Pattern(r"\([0-9]{4}(?:\s?[-–—]\s?[0-9]{4})?\s?(?:гг?|жж?)\.\)$")
_MOST_WORDS_BEFORE_YEARS = 20
_WORD_START = Pattern(r"(?<!\S)[\"'“‘«„(\[]*(\w)")

# UTF-8 that was read as Windows-1251 or Windows-1252: pairs of signs that stand side by side in no language.
MOJIBAKE = Pattern("[РС][°±²-¿ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџЎўЈ¤Ґ¦§Ё©Є«¬®Ї]|Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[™œ\u009d“”¦˜]")
_SHARE_HEAD = Pattern(
    r"(?:share(?: (?:this|it|article|post|page|on|via))?(?: (?:article|story|post|page|item))?|"
    r"поделиться(?: (?:в|с|новостью|ссылкой).{0,30})?|бөлісу|(?:[^\W\d_]{3,14}\s)?бөлісіңіз|"
    r"teilen(?: mit)?|partager|partagez|paylaş|compartir|condividi|like this|gefällt mir|ұнату|bölısu|bu haberi paylaşın)\s*:?$|click to (?:share|"
    r"email|print)\b.{0,80}$|share on (?:\S+)$|share\s?\|$|share\s?[0-9]+$|share (?:to|by) .{2,60}$|email this.{0,120}$",
    re.I,
)
_BUTTON_WORD = Pattern(r"[A-ZА-ЯӘІҢҒҮҰҚӨҺ]+(?![a-zа-я])|[A-ZА-ЯӘІҢҒҮҰҚӨҺÄÖÜÇŞĞİ]?[a-zа-яёәіңғүұқөһäöüßçşğıéèàñū]+|[a-zа-я]+")
_BULLET = Pattern(r"^(?:[*•·]\s(?=(?:\S+\s){0,4}\S+$)|[-–]\s(?=[^\W_]+\.?(?:\s\S+){0,3}$)(?![0-9]+$))")
_BARE_FIGURE = Pattern(r"[+−-]?[0-9][0-9\s.,]{0,12}[KkМM]?")
_RELATED_HEAD = Pattern(
    r"(?:related(?: (?:news|articles?|stories|posts?|links?|content|topics|publications|reading))?|"
    r"(?:read|visit|see) also|also read|"
    r"read more (?:on|about).{0,40}|most (?:read|popular|viewed|shared)|"
    r"(?:latest|recent|other|more|popular|top) (?:news|articles|stories|posts|publications|headlines|updates)|"
    r"see our (?:last|latest|recent) posts? on .{2,120}|"
    r"more from .{1,40}|you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: for you| reading)?|don['’]t miss|"
    r"читайте также|читать также|по теме|материалы по теме|похожие (?:новости|статьи|материалы)|другие (?:новости|материалы|статьи)|"
    r"(?:последние|популярные|главные|свежие) новости|самое (?:читаемое|популярное)|смотрите также|рекомендуем|новости по теме|"
    r"оқи отырыңыз|тағы оқыңыз|ұқсас жаңалықтар|mehr zum thema|lesen sie auch|weitere artikel|verwandte artikel|"
    r"lire aussi|à lire aussi|articles? liés?|sur le même sujet|ilgili haber(?:ler)?|benzer (?:haberler|içerikler|yazılar)|diğer haberler|"
    r"lea también|leggi anche|"
    r"mehr (?:über|zu|zum|zur) .{2,40}|more (?:about|on) .{2,40}|plus sur .{2,40}|currently reading|lesen sie mehr zum thema|lesetipps|"
    r"further reading|"
    r"weiterführende (?:literatur|links)|pour aller plus loin|articles similaires|à lire également|recent posts|read next|"
    r"explore more on these topics|"
    r"вам может быть интересно|также по теме|бұл тақырыпта тағы оқыңыз|тақырып бойынша|bunlar da ilginizi çekebilir|"
    r"also interesting|other releases|people also read|recommended articles|upcoming events|trending now|across the .{1,30}|"
    r"cited by [0-9]+|news partners|"
    r"ähnliche (?:beiträge|artikel)|das könnte sie auch interessieren|aus der reihe|meistgelesen|les plus lus|nos derniers articles|"
    r"связанные (?:посты|статьи)|популярн(?:ое|ые)(?: (?:новости|статьи|материалы))?|другие записи автора|сам(?:ое|ые) (?:читаемое|"
    r"популярное|обсуждаемое)(?: за .{2,12})?|"
    r"чаще всего .{3,20}|в номере|еще по теме|ещё по теме|выбор редакции|"
    r"сондай-ақ оқыңыз|соңғы жаңалықтар|үздік материалдар|ұқсас (?:мақалалар|материалдар)|ūqsas maqalalar|"
    r"ilginizi çekebilir|sizin için seçtiklerimiz|recent comments|archives?|blog archive|must read|editor['’]s picks?|what to read next|up next|"
    r"trending|(?:(?:also|elsewhere|more|other articles) )?in this section|"
    r"more in .{2,30}|see all .{2,30}|новости партн[её]ров|лента новостей|архив|в тему|ещ[её] материалы|"
    r"другие публикации|weitere (?:beiträge|meldungen|themen)|mehr aus .{2,30}|à (?:voir|découvrir) aussi|dans la même rubrique|"
    r"çok okunanlar|yazarın önceki yazıları|ilgili konular|günün fotoğrafları|son haberler)\s*:?$|"
    r"related articles.{0,30}$|(?-i:SEE ALSO|READ ALSO|ЧИТАЙТЕ ТАКЖЕ)[^\W\d_]",
    re.I,
)
_RELATED_INLINE = Pattern(
    r"(?:read also|read more|see also|also read|related|читайте также|читать также|смотрите также|по теме|lesen sie auch|lire aussi|à lire aussi|"
    r"lire aussi sur .{2,40}?|сондай-ақ оқыңыз|оқи отырыңыз|тағы оқыңыз|ilgili haber|ayrıca okuyun)\s*[:–—-]\s*\S|lire aussi (?:article|"
    r"réservé|sur)\s",
    re.I,
)
_NEWSLETTER_WORDS = Pattern(
    r"newsletter|news\b|updates?\b|channel|events|latest|inbox|e-?mail|telegram|whatsapp|youtube|twitter|facebook|instagram|"
    r"канал|рассылк|новост|соцсет|bülten|lettre d|арна|briefing|postfach|boîte|на почту|traductions|mois|jour|member|abone|"
    r"unsubscribe|désinscrire|abmelden",
    re.I,
)


class Page:
    """The lines of a text layer that hold anything, in order, and what has been found out about them.

    Lines are counted from 0; ``start(i)`` and ``end(i)`` are half-open code points of the text layer, blanks at
    the ends left out. Lines of a hard-wrapped text are put together: a line is then a paragraph.
    """

    def __init__(self, layer: TextLayer) -> None:
        self.layer = layer
        self.text = layer.text
        self._starts = array("q")
        self._ends = array("q")
        self._gaps = bytearray()
        self._mark_starts = [mark.start for mark in layer.markup.marks] if layer.markup else []
        self._ends_of_links = array("q")
        self.removed: dict[int, str] = {}
        self._lay_out()
        self.count = len(self._starts)
        self._prose = bytearray(self.count)  # what is_prose has found out: 0 nothing yet, 1 no, 2 yes

    def start(self, i: int) -> int:
        return self._starts[i]

    def end(self, i: int) -> int:
        return self._ends[i]

    def raw(self, i: int) -> str:
        """Return line ``i`` as it stands in the text layer."""
        return self.text[self._starts[i] : self._ends[i]]

    def is_short(self, i: int) -> bool:
        return self._ends[i] - self._starts[i] <= LONGEST_SHORT_LINE

    def line(self, i: int) -> str:
        """Return line ``i``, blanks folded; of a long line only the first thousand characters."""
        return " ".join(self.text[self._starts[i] : min(self._ends[i], self._starts[i] + _LONGEST_RULED_LINE)].split())

    def follows_gap(self, i: int) -> bool:
        """Tell whether an empty line stands before line ``i``."""
        return bool(self._gaps[i])

    def regions(self, i: int) -> frozenset[str]:
        """Return where in the markup line ``i`` stands; empty for plain text."""
        if not self._mark_starts:
            return frozenset()
        at = bisect_right(self._mark_starts, self._starts[i]) - 1
        return self.layer.markup.marks[at].regions if at >= 0 else frozenset()

    def is_prose(self, i: int, *, least_words: int = _WORDS_OF_PROSE) -> bool:
        """Tell whether line ``i`` is running text: sentences, most of whose words begin small."""
        if least_words == _WORDS_OF_PROSE:
            known = self._prose[i]
            if not known:
                known = self._prose[i] = 2 if self._reads_as_prose(i, least_words) else 1
            return known == 2
        return self._reads_as_prose(i, least_words)

    def _reads_as_prose(self, i: int, least_words: int) -> bool:
        start, end = self._starts[i], self._ends[i]
        if end - start < 2 * least_words - 1:  # so many words of one letter
            return False
        head = self.text[start : min(end, start + 1000)]
        words = _WORD_START.findall(head)
        if len(words) < least_words:
            return False
        small = sum(map(str.isalpha, words)) - sum(map(str.isupper, words))
        is_stopped = bool(_FINAL_STOP.search(self.text, max(start, end - 12), end))
        if is_stopped and len(words) <= _MOST_WORDS_BEFORE_YEARS and _YEARS_IN_BRACKETS_AT_END.search(self.text, max(start, end - 20), end):
            return False  # a headline's years, and the stop of what is abbreviated
        if small < 0.5 * len(words) and len(MOJIBAKE.findall(head)) < len(words):
            # German writes its nouns with capitals, and reports are full of names: a paragraph may have more of them than a line.
            least = 2 * _WORDS_OF_PROSE if i < _MOST_LINES_BEFORE_TEXT else _WORDS_OF_PARAGRAPH
            share = 0.3 if i < _MOST_LINES_BEFORE_TEXT else 0.35
            is_paragraph = is_stopped and len(words) >= least and small >= share * len(words) and head[0].isupper() and "http" not in head
            if not is_paragraph or (len(words) < _WORDS_OF_PARAGRAPH and not _ENDS_SENTENCE_OF_NAMES.search(self.text, max(start, end - 12), end)):
                return False
        if is_stopped:
            return True
        return len(words) >= 24 or (len(words) >= 15 and self.text[end - 1] in ":;,")

    def next_end_of_links(self, i: int) -> int:
        """Return the first line from ``i`` on that no list of links holds: running text, a claim of rights, a call; else ``count``."""
        if not self._ends_of_links:
            following = self.count
            self._ends_of_links = array("q", [following]) * (self.count + 1)
            for j in range(self.count - 1, -1, -1):
                if self.is_prose(j, least_words=12) or _closes_related_links(self, j):
                    following = j
                self._ends_of_links[j] = following
        return self._ends_of_links[i]

    def shorten(self, i: int, end: int) -> None:
        """Let line ``i`` end at ``end``: what follows there is no part of it, and is accounted for elsewhere."""
        self._ends[i] = end
        self._prose[i] = 0

    def remove(self, first: int, last: int, rule: str) -> None:
        """Take the lines from ``first`` up to, not including, ``last`` out of the article."""
        for i in range(first, last):
            self.removed.setdefault(i, rule)

    def kept(self) -> list[int]:
        return [i for i in range(self.count) if i not in self.removed]

    def _lay_out(self) -> None:
        text = self.text
        previous_end = -1
        for start, end in self._printed_lines():
            if text[start].isspace() or text[end - 1].isspace():
                raw = text[start:end]
                stripped = raw.strip()
                if not stripped:
                    continue
                start += len(raw) - len(raw.lstrip())
                end = start + len(stripped)
            if text[start] in "\ufe0e\ufe0f" and end - start > 1 and text[start + 1].isalnum():  # how the emoji is to look that a copy has left out
                start += 1
            # One line feed, and blanks, between two lines: no gap.
            self._gaps.append(previous_end < 0 or text.count("\n", previous_end, start) != 1)
            self._starts.append(start)
            self._ends.append(end)
            previous_end = end
        if not self._mark_starts:
            self._join_wrapped_lines()

    def _printed_lines(self) -> Iterator[tuple[int, int]]:
        """Yield the lines of the text; near its head those that a template has run together with a day and its hour are parted again."""
        text = self.text
        seams = [at for match in _GLUED_DAY.finditer(text, 0, _END_OF_HEAD) for at in match.span("day")]
        if day := _DAY_BEFORE_HEADLINE.match(text):
            seams.append(day.end("seam"))
        seams += [match.end() for match in _PICTURE_BEFORE_BYLINE.finditer(text, 0, _END_OF_HEAD)]
        if day := DAY_OF_DUMP.match(text):
            seams.append(day.end())
        glued = (
            _LABELLED_DAY_BEFORE_TEXT,
            _GLUED_COUNT,
            _DAY_BEHIND_CREDIT,
            _NAME_BEHIND_CAPITALS,
            _KIND_BEFORE_TITLE,
            _COUNT_BEFORE_NAME,
            _BYLINE_BEFORE_EXCERPT,
            _NAME_BEHIND_DAY,
            *_DESK_AND_DAY,
        )
        seams += [match.end("seam") for seam in glued for match in seam.finditer(text, 0, _END_OF_HEAD)]
        seams += [match.end("begin") for match in _NAME_BEHIND_DAY.finditer(text, 0, _END_OF_HEAD)]
        seams += [match.end("count") for match in _COUNT_BEFORE_NAME.finditer(text, 0, _END_OF_HEAD)]
        seams = sorted([*seams, *(match.start() for match in _GLUED_LABEL.finditer(text, 0, _END_OF_HEAD))])
        for match in _LINE.finditer(text):
            start, end = match.span()
            while seams and seams[0] < end:
                seam = seams.pop(0)
                if seam > start:
                    yield start, seam
                    start = seam
            yield start, end

    def _join_wrapped_lines(self) -> None:
        """Put the lines of paragraphs together again where a program broke them at a fixed width, or a copy made a block of each.

        The width shows where sentences run on from line to line. A break is the program's only where the next
        word would not have fitted; any other was meant by a person and stays.
        """
        if self._join_paragraphs_set_in():
            return
        running_on, touching, width = self._running_on(self._gaps)
        if running_on >= 3 and running_on >= 0.25 * touching:
            self._join_lines(self._gaps, width, room=width)
            return
        # Every line a block of its own: letters are not equally wide there, and so the lines not equally long.
        running_on, touching, width = self._running_on(bytes(len(self._gaps)))
        if sum(self._gaps) > 0.9 * len(self._gaps) and running_on >= 5 and running_on >= 0.4 * touching:
            self._join_lines(bytes(len(self._gaps)), width, room=_SHARE_OF_NARROW_COLUMN * width)

    def _join_paragraphs_set_in(self) -> bool:
        """Put together the lines of paragraphs whose first line is set in, and no other: an agency's text that was broken at a fixed width."""
        text, starts, ends = self.text, self._starts, self._ends
        indents = [start - text.rfind("\n", 0, start) - 1 for start in starts]
        touching = [i for i in range(1, len(starts)) if not self._gaps[i]]
        opening = sum(indents[i] >= _LEAST_INDENT for i in touching)
        running_on = sum(indents[i] < _LEAST_INDENT and text[starts[i]].islower() and text[ends[i - 1] - 1] not in ".!?" for i in touching)
        if opening < 2 or running_on < 3 or running_on < opening:
            return False
        new_starts, new_ends, new_gaps = array("q"), array("q"), bytearray()
        is_inside = False
        for i in range(len(starts)):
            if is_inside and not self._gaps[i] and indents[i] < _LEAST_INDENT:
                new_ends[-1] = ends[i]
                continue
            is_inside = indents[i] >= _LEAST_INDENT
            new_starts.append(starts[i])
            new_ends.append(ends[i])
            new_gaps.append(self._gaps[i])
        self._starts, self._ends, self._gaps = new_starts, new_ends, new_gaps
        return True

    def _running_on(self, gaps: Sequence[int]) -> tuple[int, int, int]:
        """Return at how many breaks a sentence goes on in the next line, how many breaks there are without a gap, and the width that shows."""
        text, starts, ends = self.text, self._starts, self._ends
        touching = running_on = width = 0
        for i in range(1, len(starts)):
            if gaps[i]:
                continue
            touching += 1
            length = ends[i - 1] - starts[i - 1]
            if _NARROWEST_WRAPPED_LINE <= length <= _WIDEST_WRAPPED_LINE and text[starts[i]].islower() and text[ends[i - 1] - 1] not in ".!?":
                running_on += 1
                width = max(width, length)
        return running_on, touching, width

    def _lines_of_wrapped_blocks(self, gaps: Sequence[int]) -> bytearray:
        """Return which lines stand in a block, with a gap above and another block before it, in which a sentence runs on into small letters.

        In the first block of a page the first line may be its title.
        """
        text, starts, ends = self.text, self._starts, self._ends
        marked = bytearray(len(gaps))
        first = 0
        runs_on = False
        for i in range(1, len(gaps) + 1):
            if i == len(gaps) or gaps[i]:
                if runs_on and first:
                    marked[first:i] = b"\x01" * (i - first)
                first, runs_on = i, False
            else:
                runs_on = runs_on or (text[starts[i]].islower() and text[ends[i - 1] - 1] not in ".!?")
        return marked

    def _join_lines(self, gaps: Sequence[int], width: int, *, room: float) -> None:
        """Join each line with the one above whose first word would not have fitted there, where no gap is between them.

        ``room`` is less than ``width`` where lines differ in length: then a line that no sentence runs on from is joined only inside a paragraph.
        """
        text, starts, ends = self.text, self._starts, self._ends
        runs_on = self._lines_of_wrapped_blocks(gaps) if room == width else bytes(len(gaps))
        new_starts, new_ends, new_gaps = array("q"), array("q"), bytearray()
        is_inside = False
        for i in range(len(starts)):
            if i and not gaps[i]:
                length = ends[i - 1] - starts[i - 1]
                first_word = re.match(r"\S{1,100}", text[starts[i] : starts[i] + 100])[0]
                is_ended = text[ends[i - 1] - 1] in ".!?"
                is_full = _NARROWEST_WRAPPED_LINE <= length <= width and length + 1 + len(first_word) > (width if is_ended else room)
                goes_on = not is_ended and text[starts[i]].islower() and length >= _SHARE_OF_RAGGED_LINE * width  # letters are not equally wide
                is_full = is_full or (goes_on and length <= width)
                may_go_on = room == width or is_inside or text[starts[i]].islower() or ends[i] - starts[i] >= _SHARE_OF_NARROW_COLUMN * width
                is_cut = length >= _NARROWEST_WRAPPED_LINE and text[ends[i - 1] - 1] not in ".!?:;"
                goes_on = room == width and is_cut and text[starts[i]].islower()
                goes_on = goes_on or (runs_on[i] and is_cut and length >= _SHARE_OF_BROKEN_LINE * width and text[ends[i - 1] - 1] not in '”»"')
                if (is_full and may_go_on) or goes_on:
                    new_ends[-1] = ends[i]
                    is_inside = True
                    continue
            is_inside = False
            new_starts.append(starts[i])
            new_ends.append(ends[i])
            new_gaps.append(self._gaps[i])
        self._starts, self._ends, self._gaps = new_starts, new_ends, new_gaps


@dataclass(frozen=True)
class Rule:
    """One class of boilerplate: its name, how its first line can begin, and how many lines it takes from there (0: none)."""

    name: str
    opens: str
    take: Callable[[Page, int, str], int]


def clean(page: Page) -> None:
    """Mark the lines of ``page`` that are no part of an article, each with the name of the rule that says so."""
    _remove_invisible_lines(page)
    if page.layer.markup:
        _remove_regions(page)
    known: dict[str, tuple[Rule, ...]] = {}  # what may begin with a line: tables and lists repeat theirs
    i = 0
    while i < page.count:
        taken = 0
        if i not in page.removed and page.end(i) - page.start(i) <= _LONGEST_RULED_LINE:
            line = _BULLET.sub("", page.line(i))  # browsers for terminals set a star before every link, copies a hyphen before an entry of a list
            rules = known.get(line)
            if rules is None:
                compiled = _COMPILED if _NARROW_RULE.match(line) else _COMPILED_WIDE
                rules = tuple(rule for rule, opens in compiled if opens.match(line))
                if len(known) < _MOST_KNOWN_LINES:
                    known[line] = rules
            for rule in rules:
                taken = rule.take(page, i, line)
                if taken:
                    page.remove(i, i + taken, rule.name)
                    break
        i += taken or 1


def is_title_like(line: str) -> bool:
    """Tell whether ``line`` could stand above a text: at most 25 words, and no sentence with a full stop."""
    words = line.split()
    if not words or len(words) > 25 or not any(char.isalpha() for char in line):
        return False
    line = _NOTE_AT_END.sub("", line)
    if line.endswith(("?..", "!..")) or (line.isupper() and line.endswith(("…", "...")) and len(words) >= 3):  # a headline that leaves something open
        return True
    return not line.endswith((".", "…", ":", ";", ",", "。")) or bool(_ABBREVIATED_END.search(line))


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


def is_row_of_menu(line: str) -> bool:
    """Tell whether ``line`` is the menu of a site copied into one line: four capitalised words or more, many of which menus consist of."""
    words = [word.strip(".,|•·›»:") for word in line.split()]
    words = [word for word in words if word]
    if len(words) < 4 or len(line) > 200 or not all(not word[0].islower() for word in words):
        return False
    known = sum(word.casefold() in MENU_WORDS and word.casefold() not in _SUBJECTS for word in words)
    return known >= 2 and known >= 0.4 * len(words)


# Words of menus that titles have as well.
_SUBJECTS = listed(
    "kazakhstan|казахстан|қазақстан|asia|europe|international|world|nation|president|президент|government|türkiye|uk|мир|dünya|health|science|"
    "research"
)


def comparable(line: str) -> str:
    """Return ``line`` as two printings of it are compared: case, blanks and marks at the ends aside."""
    return " ".join(unicodedata.normalize("NFKC", line).casefold().split()).strip(" .:|-–—")


def is_repetition(first: str, second: str) -> bool:
    """Tell whether two lines are one line printed twice: alike, but for blanks and marks, for a letter, or for one word in six."""
    first, second = (comparable(line.replace("’", "'")) for line in (first, second))
    if first == second or _differ_by_a_slip(first, second):
        return bool(first)
    a, b = first.split(), second.split()
    if min(len(a), len(b)) < 6 or abs(len(a) - len(b)) > 1:
        return False
    same_start = _shared_start(a, b)
    same_end = _shared_start(a[same_start:][::-1], b[same_start:][::-1])
    # A number that differs makes another statement, not a slip.
    differing = a[same_start : len(a) - same_end] + b[same_start : len(b) - same_end]
    return same_start + same_end >= max(len(a), len(b)) - 1 and not any(char.isdigit() for char in "".join(differing))


def _shared_start(a: Sequence[str], b: Sequence[str]) -> int:
    """Return how many words or letters two lines have in common at their beginning."""
    return next((n for n, (one, other) in enumerate(zip(a, b, strict=False)) if one != other), min(len(a), len(b)))


def _differ_by_a_slip(first: str, second: str) -> bool:
    """Tell whether two lines differ in nothing but blanks and marks, or in one letter of a word of at least four."""
    if abs(len(first) - len(second)) > _MOST_MARKS_OF_A_SLIP or first[:1] != second[:1]:
        return False
    a, b = (_NO_LETTER.sub("", line) for line in (first, second))
    if len(a) < _LEAST_LETTERS_OF_A_LINE or a == b:
        return a == b and len(a) >= _LEAST_LETTERS_OF_A_LINE
    start = _shared_start(a, b)
    end = _shared_start(a[start:][::-1], b[start:][::-1])
    differing = a[start : len(a) - end] + b[start : len(b) - end]
    if len(a) - start - end > 1 or len(b) - start - end > 1 or not differing.isalpha():
        return False
    words, others = first.split(), second.split()
    return len(words) == len(others) and all(one == other or min(len(one), len(other)) >= 4 for one, other in zip(words, others, strict=True))


_NO_LETTER = Pattern(r"[\W_]+")
_LEAST_LETTERS_OF_A_LINE = 12
_MOST_MARKS_OF_A_SLIP = 6


def _remove_invisible_lines(page: Page) -> None:
    """Lines of nothing but control characters, or of marks that show nothing (zero-width blanks, byte order marks)."""
    for i in range(page.count):
        if page.is_short(i):
            first = page.text[page.start(i)]
            if first.isalnum():
                continue
            raw = page.raw(i)
            if _INVISIBLE.fullmatch(raw):
                page.remove(i, i + 1, "control character" if CONTROLS.search(raw) else "invisible character")


def _remove_regions(page: Page) -> None:
    """What the markup itself sets apart from the article: navigation, footers, columns, buttons, lists of other pages.

    A rule that would take more than a third of the page's running text has met a site that names its parts
    otherwise ("comments-open" around the article itself), and takes nothing.
    """
    header_has_title = any({"header", "h1"} <= page.regions(i) for i in range(page.count))
    region_of_article = "main" if any("main" in page.regions(i) for i in range(page.count)) else "article"
    prose = inside = 0
    last_inside = page.count
    lines: dict[str, list[int]] = {}
    prose_taken: dict[str, int] = {}
    for i in range(page.count):
        regions = page.regions(i)
        length = page.end(i) - page.start(i) if page.is_prose(i) else 0
        prose += length
        name = _region_rule(regions, page, i, header_has_title=header_has_title) if regions else None
        if region_of_article in regions:
            inside, last_inside = inside + length, i
        if name:
            lines.setdefault(name, []).append(i)
            prose_taken[name] = prose_taken.get(name, 0) + length
    if inside >= _LEAST_SHARE_INSIDE * prose:
        lines["below the article"] = [i for i in range(last_inside + 1, page.count) if not _speaks_of_rights(page, i)]
        prose_taken["below the article"] = 0
    for name, taken in lines.items():
        if prose_taken[name] <= prose / 3:
            for i in taken:
                page.remove(i, i + 1, name)


_LEAST_SHARE_INSIDE = 0.7


def _speaks_of_rights(page: Page, i: int) -> bool:
    return page.is_short(i) and bool(_RIGHTS.match(page.line(i)) or "©" in page.line(i))


def _region_rule(regions: frozenset[str], page: Page, i: int, *, header_has_title: bool) -> str | None:
    is_outside = not regions & {"article", "main"}
    line_is_short = page.is_short(i)
    if regions & {"h1"} or (regions & {"footer"} and (_RIGHTS.match(page.line(i)) or (line_is_short and "©" in page.line(i)))):
        return None
    if ".cookie" in regions and "cookie" in page.line(i).lower():
        return "cookie notice"
    if "nav" in regions or (".menu" in regions and line_is_short and not page.is_prose(i)):
        return "navigation"
    if ".breadcrumb" in regions and line_is_short:
        return "breadcrumb"
    if regions & {"button", "select", "label", "textarea"}:
        return "form control"
    if "hidden" in regions:
        return "hidden element"
    if ".share" in regions and line_is_short and not page.is_prose(i):
        return "share bar"
    if ".ad" in regions and line_is_short:
        return "advertising"
    if ".newsletter" in regions and line_is_short:
        return "newsletter call"
    if ".related" in regions and line_is_short and not page.is_prose(i, least_words=20):
        return "related links"
    if ".comments" in regions and is_outside:
        return "comments"
    if "aside" in regions and is_outside:
        return "side column"
    if "footer" in regions and is_outside:
        return "page footer"
    if "header" in regions and is_outside and not header_has_title and not page.is_prose(i):
        return "page header"
    return None


_RIGHTS = Pattern(r"(?:copyright\b|©|\(c\)|all rights reserved|все права защищены|alle rechte vorbehalten|tous droits réservés)", re.I)


def _take_repeated_lead(page: Page, i: int, line: str) -> int:
    """The lead of a text that its first paragraph begins with again, be it behind a dateline."""
    j = i + 1
    if j < page.count and page.end(j) - page.start(j) > page.end(i) - page.start(i):
        at = page.text.find(page.raw(i), page.start(j) + 8, min(page.end(j), page.start(j) + 80 + len(page.raw(i))))
        if at > 0 and page.text[at - 2 : at] in ("- ", "– ", "— ") and page.raw(i)[-1] in ".!?":
            return 1
    if line.endswith(("...", "…")) and len(line.split()) >= 12:  # cut with dots, and whole below, be it behind the day
        begin = page.raw(i).rstrip(".… ")
        return int(
            any(
                page.text.startswith(begin, page.start(k)) and page.end(k) > page.start(k) + len(begin) + 20 for k in range(j, min(page.count, i + 4))
            )
        )
    is_again = j < page.count and page.end(j) - page.start(j) > page.end(i) - page.start(i) + 20 and page.text.startswith(page.raw(i), page.start(j))
    return 1 if is_again and page.text[page.end(i) - 1] in ".!?" and page.text[page.start(j) + page.end(i) - page.start(i)] in " \n" else 0


def _take_menu(page: Page, i: int, line: str) -> int:
    """The menu of a site at the head of a copied page, or at its foot: short lines, most of them words that menus have.

    At the head three lines are enough, if half are such words; elsewhere four, all of them. The last line taken is such
    a word, so that a short title below the menu stays.
    """
    is_head = all(j in page.removed for j in range(i)) if i < 50 else False
    last = count = 0
    for j in range(i, min(page.count, i + 80)):
        words = page.line(j) if page.is_short(j) else ""
        is_word = words.casefold().strip(" |•·>»:▼☰+-") in MENU_WORDS
        if not is_word and (not is_head or len(words.split()) > 3 or len(words) > 30 or not words or words[-1] in ".!?"):
            break
        count += is_word
        if is_word:
            last = j - i + 1
            enough = count
    if not last:
        return 0
    return last if (is_head and last >= 3 and enough >= 0.5 * last) or (last >= 4 and enough == last) else 0


def _take_breadcrumb(page: Page, i: int, line: str) -> int:
    """The path from the front page to this one, printed above the title: "Home > News > Politics"."""
    if _FRONT_PAGE_ALONE.fullmatch(line):  # as a list, an entry to each step
        j, mark = i + 1, page.raw(i)[0]
        while not mark.isalnum() and j < page.count and j < i + 5 and page.is_short(j) and page.raw(j)[0] == mark and len(page.line(j).split()) <= 5:
            j += 1
        return j - i if j > i + 1 else 0
    if _HOME_AND_TITLE.match(line) and not re.search("[>/»›→▸]|::", line):  # the title in one line with it, and again below
        rest = re.sub(r"^\S+(?:\s\S+)?(?:\s{2,}|\t)", "", page.raw(i))
        return 1 if any(page.is_short(j) and page.line(j) == " ".join(rest.split()) for j in range(i + 1, min(page.count, i + 4))) else 0
    if _PATH_WITH_BAR.match(line):  # its last step is the title, right below
        last = line.rsplit("|", 1)[-1].strip()
        return 1 if i + 1 < page.count and page.is_short(i + 1) and page.line(i + 1) == last else 0
    if _PATH_GLUED.match(line):  # to the title, which stands again below
        below = [page.line(j) for j in range(i + 1, min(page.count, i + 4)) if page.is_short(j)]
        return 1 if any(len(title.split()) >= 3 and len(line) > len(title) and line.endswith(title) for title in below) else 0
    glued = _PATH_AND_LEAD.match(line)
    if glued and len(line.split()) <= 40 and sum(page.is_prose(j) for j in range(i + 1, min(page.count, i + 6))) >= 1:
        return 1  # the path, and the teaser of the text right behind it
    return 1 if len(line.split()) <= 25 and not page.is_prose(i) else 0


_PATH_WITH_BAR = Pattern(rf"{FRONT_PAGE}\s\|\s[^|]", re.I)
_PATH_GLUED = Pattern(r"(?:Home|Главная|Accueil|Startseite|Ana ?[Ss]ayfa)[A-ZА-ЯÉİÇÖÜ]")
_PATH_AND_LEAD = Pattern(rf"{FRONT_PAGE}\s?[›>»](?=(?-i:[^\W\d_a-zа-яё]))", re.I)
_FRONT_PAGE_ALONE = Pattern(FRONT_PAGE, re.I)
_HOME_AND_TITLE = Pattern(rf"{FRONT_PAGE}\s[^\W\d_]", re.I)


def _take_view_counter(page: Page, i: int, line: str) -> int:
    """How often a page was read, as content systems print it above or below a text."""
    return 1


def _take_rating(page: Page, i: int, line: str) -> int:
    """Stars and votes for a page, with the call to give some."""
    return 1


def _take_share_bar(page: Page, i: int, line: str) -> int:
    """The names of networks a page can be passed on to, under a heading or in a row of at least two."""
    if is_row_of_buttons(line):
        return 1
    has_head = bool(_SHARE_HEAD.match(line))
    if not has_head and line.casefold().strip(" :") not in NETWORKS:
        return 0
    j = i + 1
    while j < page.count and page.is_short(j):
        following = page.line(j)
        is_button = following.casefold().strip(" :0123456789.…!") in NETWORKS or _SHARE_HEAD.match(following) or is_row_of_buttons(following)
        if not is_button and not (has_head and _BARE_FIGURE.fullmatch(following)):
            break
        j += 1
    return j - i if has_head or j - i >= 2 else 0


def _take_comment_counter(page: Page, i: int, line: str) -> int:
    """The number of comments under a text, or the call to write one; comments themselves are left in."""
    return 1


def _take_newsletter_call(page: Page, i: int, line: str) -> int:
    """The call to have news sent, or to follow a channel."""
    return 1 if len(line.split()) <= (70 if line.startswith("We invite you") else 45) and _NEWSLETTER_WORDS.search(line) else 0


def _take_cookie_notice(page: Page, i: int, line: str) -> int:
    """The notice of a site about cookies, copied with the page."""
    return 1 if len(line.split()) <= 60 else 0


def _take_notice_of_program(page: Page, i: int, line: str) -> int:
    """What the program behind a site says of its own faults, with the file and the line they are in."""
    return 1


def _take_browser_notice(page: Page, i: int, line: str) -> int:
    """What a site tells a reader whose browser it does not know."""
    return 1 if len(line.split()) <= 40 and not _is_below_text(page, i) else 0


def _take_signed_comments(page: Page, i: int, line: str) -> int:
    """What readers wrote below the text of a blog, each headed by who said it: from the first head to the end of the page."""
    is_one_of_several = any(_HEAD_OF_COMMENT.fullmatch(page.line(k)) for k in range(i + 1, page.count))  # one alone may lead to a quotation
    return page.count - i if (_IS_NAMELESS.match(line) or is_one_of_several) and _is_below_text(page, i) and i + 1 < page.count else 0


def _take_tags(page: Page, i: int, line: str) -> int:
    """The line of keywords that a site files a text under: words of the site, not of the text."""
    if _TAGS_HEAD.fullmatch(line):  # the keywords one a line below
        j = i + 1
        if _KEYWORDS.match(line) and j < page.count and page.is_short(j) and page.line(j).count(", ") >= 3 and len(page.line(j).split()) <= 40:
            return 2  # a journal's, above its abstract
        while j < page.count and j <= i + 12 and page.is_short(j) and len(page.line(j).split()) <= 3 and page.raw(j)[-1] not in ".!?:":
            j += 1
        if j == i + 1 and j < page.count and page.is_short(j) and len(re.findall(r"\s/\s|;\s", page.line(j))) >= 2:  # all in one line
            return 2
        return (
            j - i
            if any(page.is_prose(k) for k in range(max(0, i - 60), i)) and not any(page.is_prose(k) for k in range(j, min(page.count, j + 5)))
            else 0
        )
    if ":" not in line:  # keywords with semicolons between and no label
        return 1 if _is_below_text(page, i) and not _has_much_text_below(page, i) else 0
    return 1 if len(line.split()) <= 40 and (not line.endswith(".") or _KEYWORDS.match(line)) else 0


def _take_hashtags(page: Page, i: int, line: str) -> int:
    """A line of hash marks with a word behind each."""
    return 1 if all(word.startswith("#") for word in line.replace(",", " ").split()) else 0


def _take_advertisement(page: Page, i: int, line: str) -> int:
    """The word that sets an advertisement apart, and nothing of the advertisement."""
    return 1


def _take_correction_call(page: Page, i: int, line: str) -> int:
    """The call to mark a mistake and send it to the editors."""
    return 1 if len(line.split()) <= 20 else 0


def _take_reply_form(page: Page, i: int, line: str) -> int:
    """The words of a form for comments: name, address, what will be published and when."""
    return 1 if len(line.split()) <= 20 else 0


def _take_reading_time(page: Page, i: int, line: str) -> int:
    """How many minutes a text takes to read; a day beside them is a statement."""
    return 0 if find_dates(line) else 1


def _take_reader_call(page: Page, i: int, line: str) -> int:
    """The call of a site to its readers: to like, to give, to become a member, to say whether the page was of use."""
    if line.casefold().startswith("what do you think"):  # the last question of an interview has its answer below
        return 0 if any(page.is_prose(k, least_words=15) for k in range(i + 1, min(page.count, i + 12))) else int(_is_below_text(page, i))
    return 1 if len(line.split()) <= 60 and (len(line.split()) <= 30 or _is_below_text(page, i)) else 0


def _take_paging(page: Page, i: int, line: str) -> int:
    """The way to the previous and the next text, each with its headline beside or below."""
    if _PAGING_ALONE.fullmatch(line) and i + 1 < page.count and page.is_short(i + 1) and not page.is_prose(i + 1):
        return 2
    return 1 if len(line.split()) <= 40 and not page.is_prose(i) else 0


def _take_software(page: Page, i: int, line: str) -> int:
    """What made the page: content system, design, host."""
    return 1 if len(line.split()) <= 15 else 0


def _take_disclaimer(page: Page, i: int, line: str) -> int:
    """The sentence below a text in which a publisher parts from what its author thinks, or tells how it was made."""
    return 1 if len(line.split()) <= 45 else 0


def _take_note_on_text(page: Page, i: int, line: str) -> int:
    """What is said below a text of that text: whose views it gives, who made it, for whom; above or within the text it may be its own."""
    return 1 if len(line.split()) <= 70 and _is_below_text(page, i) and not _has_much_text_below(page, i) else 0


def _take_citation_note(page: Page, i: int, line: str) -> int:
    """How a journal wants its article to be cited, and when it came in, was accepted and put on line."""
    return 1 if len(line.split()) <= 60 else 0


def _is_below_text(page: Page, i: int) -> bool:
    """Tell whether running text stands close above line ``i``."""
    return any(page.is_prose(k) for k in range(max(0, i - 40), i))


def _has_much_text_below(page: Page, i: int) -> bool:
    """Tell whether the text goes on below line ``i``: three paragraphs or more that no rule has taken and that speak to no reader."""
    return sum(page.is_prose(k, least_words=15) and k not in page.removed for k in range(i + 1, min(page.count, i + 12))) >= 3


def _take_library_banner(page: Page, i: int, line: str) -> int:
    """What an electronic library puts between the parts of an article: calls to use its services, the announcement of the text."""
    return 1 if len(line.split()) <= 40 else 0


_MOST_LINES_OF_OTHER_POSTS = 12


def _take_posts_with_days(page: Page, i: int, line: str) -> int:
    """The previous and the next post, each with its day below or above it, where a site prints both above the title."""
    j, days = i, 0
    if line[-1].isdigit() and is_day_alone(line):
        return 0
    if i + 3 >= page.count or not (page.text[page.end(i + 1) - 1].isdigit() and page.text[page.end(i + 3) - 1].isdigit()):
        return 0
    last = min(page.count - 1, i + _MOST_LINES_OF_OTHER_POSTS)
    while j < last and page.is_short(j + 1) and _is_headline(page, j) and is_day_alone(page.line(j + 1)):
        j, days = j + 2, days + 1
    if days < 2 or any(page.is_prose(k) for k in range(max(0, i - 60), i)):
        return 0
    return j - i if j + 1 < page.count and _is_headline(page, j) and not find_dates(page.line(j)) else 0


def _is_headline(page: Page, i: int) -> bool:
    if not page.is_short(i):
        return False
    line = page.line(i)
    return 3 <= len(line.split()) <= 25 and (line.endswith("?") or not page.is_prose(i)) and is_title_like(line)


@lru_cache(1024)  # a list of posts asks for each day several times
def is_day_alone(line: str) -> bool:
    """Tell whether ``line`` is a day and nothing else."""
    dates = find_dates(line) if len(line) <= 30 and line[-1].isdigit() else []
    return len(dates) == 1 and not line[: dates[0].start].strip() and not line[dates[0].end :].strip()


def _take_identifier(page: Page, i: int, line: str) -> int:
    """Numbers by which libraries file a text: decimal class, ISSN alone, DOI; the imprint of a book that is reviewed."""
    return 1 if len(line.split()) <= (16 if _IMPRINT.match(line) else 8) and not _INITIALS_BEHIND_CLASS.search(line) else 0


# "Lighthouse Press, 269 pp., £20, July 2009": pages, and a price or the number of the book.
_IMPRINT = Pattern(r"(?=\S.{8,140}$)(?=.*[0-9]\s?pp?\b)(?=.*(?:£|\$|€|isbn|97[89][ -]?[0-9])).+$", re.I)
_INITIALS_BEHIND_CLASS = Pattern(r"[0-9)]\s(?:[^\W\d_]\.\s?){1,2}[^\W\d_]{2,}|[0-9)]\s[^\W\d_]{2,}\s(?:[^\W\d_]\.\s?){1,2}$")  # its author


def _take_agency_signature(page: Page, i: int, line: str) -> int:
    """The letters of desks and agencies under a report: "onb/tw", "/ABC/"."""
    return 1


_SOURCE_WITH_DAY = Pattern(r"source\s?:\s[^()]{2,60}\s(?:\([0-9][^()]{5,20}\)|(?:19|20)[0-9]{2} [0-9]{1,2}:[0-9]{2}(?:\s[A-Z]{2,4})?)$", re.I)


def _take_source_line(page: Page, i: int, line: str) -> int:
    """The address or site a text was taken from, on a line of its own; a name alone only below the text."""
    if _SOURCE_WITH_DAY.match(line):
        return 0  # a statement
    return 1 if len(line.split()) <= 10 and ("." in line or "/" in line or _is_below_text(page, i)) else 0


def _take_wall_call(page: Page, i: int, line: str) -> int:
    """What stands where a text is cut off for those who have not paid."""
    return 1 if len(line.split()) <= 60 else 0


def _take_author_heading(page: Page, i: int, line: str) -> int:
    """The heading above what is said of the authors, and the sentence below a text that says it without a name."""
    return 1 if len(line.split()) <= 4 or (_is_below_text(page, i) and not _has_much_text_below(page, i)) else 0


def _take_label_of_speech(page: Page, i: int, line: str) -> int:
    """The labels of a collection of speeches, with what may stand behind them: who spoke, when, on which occasion."""
    above = [k for k in range(max(0, i - 12), i) if k not in page.removed]
    is_in_head = not any(page.is_prose(k) and page.text[page.end(k) - 1] in ".!?" for k in above)
    is_in_head = is_in_head or line.casefold() in ("texte intégral", "full text")  # below a summary, too
    return 1 if is_in_head and not find_dates(line.partition(":")[0]) else 0


def _take_registry_number(page: Page, i: int, line: str) -> int:
    """The number under which an office registers what it sends out, with or without its label."""
    if line.casefold().startswith("no."):  # of a release, below its day; elsewhere of an issue
        return int(i > 0 and bool(find_dates(page.line(i - 1))) and not _is_below_text(page, i))
    return 1


def _take_translator(page: Page, i: int, line: str) -> int:
    """Who translated a text, on a line of its own below its author: "Translated by NAME"."""
    return 1 if len(line.split()) <= 7 and 0 < i < _MOST_LINES_BEFORE_TRANSLATOR else 0


def _take_contact_person(page: Page, i: int, line: str) -> int:
    """Whom to ask about what a text tells, below it: a label with a colon, and the name on the next line."""
    is_name = i + 1 < page.count and page.is_short(i + 1) and not page.is_prose(i + 1) and len(page.line(i + 1).split()) <= 10
    return 2 if is_name and _is_below_text(page, i) else 0


def _take_broadcast_note(page: Page, i: int, line: str) -> int:
    """When and on which channel a broadcaster sent the report."""
    return 1 if len(line.split()) <= 30 else 0


def _take_empty_value(page: Page, i: int, line: str) -> int:
    """What a program prints where it has no value."""
    return 1


def _take_shortcode(page: Page, i: int, line: str) -> int:
    """The name of a part that a content system was to put in, left in its brackets on a line of its own."""
    return 1


def _take_label(page: Page, i: int, line: str) -> int:
    """The label of a day or another value that the page does not have: nothing that is one stands behind it or in the next line."""
    if line.casefold() in ("published", "publié le"):  # the label of a theme over two lines
        has_rest = i + 1 < page.count and page.line(i + 1).casefold() == "on"
        has_day = i + 2 < page.count and page.is_short(i + 2) and not page.is_prose(i + 2) and bool(find_dates(page.line(i + 2)))
        return 2 if has_rest and not has_day else 0
    days = find_dates(page.line(i + 1)) if i + 1 < page.count and page.is_short(i + 1) else []
    return 0 if days and days[0].start <= 3 and len(page.line(i + 1).split()) <= 8 else 1


def _take_masthead(page: Page, i: int, line: str) -> int:
    """The head of a newspaper's page, with its editor and the day on which the page was looked at, not that of its text."""
    return 1 if i < _MOST_LINES_OF_MASTHEAD and len(line.split()) <= 16 and not _is_below_text(page, i) else 0


def _take_day_without_year(page: Page, i: int, line: str) -> int:
    """The day and month above a text, with weekday or hour, alone on a line and without a year: no day that a record could have."""
    if i == 0 and page.count > 1 and page.is_prose(1) and ":" not in line and "." not in line:  # a holiday may be all the headline there is
        return 0
    return 1 if i < _MOST_LINES_OF_MASTHEAD and not _is_below_text(page, i) else 0


def _take_language_switch(page: Page, i: int, line: str) -> int:
    """The other languages a page can be read in."""
    return 1 if len(line.split()) <= 14 else 0


def _take_age_of_page(page: Page, i: int, line: str) -> int:
    """The note that a page is old, or kept as it was."""
    return 1 if len(line.split()) <= 45 else 0


def _take_name_on_network(page: Page, i: int, line: str) -> int:
    """The name under which an author or a paper is found on a network, alone on its line."""
    return 1


def _take_address_of_author(page: Page, i: int, line: str) -> int:
    """The address for letters to an author, alone on its line."""
    return 1


def _take_fields_of_research(page: Page, i: int, line: str) -> int:
    """The fields of an institute's work under their label, as it prints them beside an author's name."""
    j = i + 1
    while j < page.count and j <= i + 3 and page.is_short(j) and len(page.line(j).split()) <= 4 and page.raw(j)[-1] not in ".!?:":
        j += 1
    return j - i


def _take_address(page: Page, i: int, line: str) -> int:
    """The page's own address, printed with a label, or several addresses and nothing else."""
    return 1


def _take_message_header(page: Page, i: int, line: str) -> int:
    """The head of a message in a forum or a mailing list: from whom, to whom, when; its day is that of the message."""
    j = i + 1
    while j < page.count and page.is_short(j) and _MESSAGE_LINE.match(page.line(j)):
        j += 1
    return j - i if j - i >= 3 else 0


_MESSAGE_LINE = Pattern(r"(?:к|кому|to|дата|date|sent|отправлено|тема|subject|рубрики|cc|копия|an|datum|betreff)\s?:\s?\S", re.I)


_TEMPERATURE = Pattern(r"[-−+]?[0-9]{1,2}(?:[.,][0-9])?\s?°?\s?[CСF]", re.I)


def _take_rates(page: Page, i: int, line: str) -> int:
    """Weather and rates of exchange in the head of a page, with the town below a temperature and the day of the visit below that."""
    if not _TEMPERATURE.fullmatch(line):
        return 1 if len(line.split()) <= 20 else 0
    j = i + 1
    while j < min(page.count, i + 3) and not page.follows_gap(j) and page.is_short(j):
        if len(page.line(j).split()) > 2 and not is_day_alone(page.line(j)):
            break
        j += 1
    return j - i


def _take_update_date(page: Page, i: int, line: str) -> int:
    """The day a page was last changed, which is not the day its text was published."""
    return 1 if len(line.split()) <= 12 else 0


def _take_photo_credit(page: Page, i: int, line: str) -> int:
    """The name of a photographer or picture agency under a picture; captions are longer and stay."""
    if CREDIT_BEFORE_CAPTION.match(line):
        return 0
    return 1 if len(line.split()) <= 8 and not page.is_prose(i) else 0


# "Photo: the ministry. Delegations at the table": the credit first, then the caption.
CREDIT_BEFORE_CAPTION = Pattern(
    r"(?P<credit>(?:photo(?:graph)?|image|фото|foto|fotoğraf|сурет|bild)(?: credit)?\s?[:©]\s?[^.:]{2,40}\.)\s"
    r"(?P<caption>(?-i:[^\W\d_a-zа-яё])\S*(?:\s\S+){2,30})$",
    re.I,
)


def _take_page_control(page: Page, i: int, line: str) -> int:
    """Words to click on: print, back, next, to the top."""
    return 1


def _take_text_of_picture(page: Page, i: int, line: str) -> int:
    """What a browser shows in place of a picture: the word for one and the name of an author, which stands again below, or the picture's file."""
    return 1


def _take_event_note(page: Page, i: int, line: str) -> int:
    """What a house says of how its event is held, a line to itself: on the record, in which language."""
    return 1 if len(line.split()) <= 15 else 0


def _take_stamp_of_viewer(page: Page, i: int, line: str) -> int:
    """What a viewer of documents prints on each page: its own day and the name of the file, the number of the page below."""
    below = i + 1
    return 2 if below < page.count and page.is_short(below) and re.fullmatch(r"[0-9]{1,4}/[0-9]{1,4}", page.line(below)) else 0


def _take_row_of_controls(page: Page, i: int, line: str) -> int:
    """Controls in square brackets side by side, as old sites print them below a text."""
    return 1 if len(line.split()) <= 30 and not page.is_prose(i) else 0


def _take_end_mark(page: Page, i: int, line: str) -> int:
    """The mark that agencies and press offices set below the last line of a text."""
    return 1


def _take_films(page: Page, i: int, line: str) -> int:
    """The films of a broadcaster below a text: the length of each, and its headline in the next line."""
    j = i
    while j + 1 < page.count and page.is_short(j) and _LENGTH_OF_FILM.fullmatch(page.line(j)) and page.is_short(j + 1) and not page.is_prose(j + 1):
        j += 2
    return j - i if j - i >= 4 and _is_below_text(page, i) else 0


_LENGTH_OF_FILM = Pattern(r"[0-9]{1,2}:[0-9]{2}")


def _take_separator(page: Page, i: int, line: str) -> int:
    """A line drawn of dashes, stars or dots."""
    return 1


def _take_related_links(page: Page, i: int, line: str) -> int:
    """The headlines of other texts under a heading that says so.

    Where no running text follows any more, all that follows is taken. Where some does, only the headlines up to the
    next gap are, because a heading of the article's own cannot be told from one more headline.
    """
    if not _RELATED_HEAD.match(line):
        return 1 if len(line.split()) <= 30 and not line.endswith(".") else 0
    if not any(page.is_prose(k) for k in range(max(0, i - 60), i)):
        k = i + 1  # above the text: the title may be the next line, but for headlines with their teasers
        while k + 1 < page.count and page.is_short(k) and not page.is_prose(k) and _is_cut(page, k + 1):
            k += 2
        return k - i
    k = i + 1
    while k + 1 < page.count and _DAY_ALONE.fullmatch(page.line(k)) and page.raw(k + 1)[-1].isalnum():  # the day of each, and its teaser
        k += 2
    if k - i >= 5:
        return k - i
    j = page.next_end_of_links(i + 1)
    if j == page.count or _closes_related_links(page, j) or not any(page.is_prose(k) for k in _after_publication(page, j)):
        return j - i
    k = i + 1
    while k < j and (k == i + 1 or not page.follows_gap(k)) and not _opens_block_of_text(page, i, k):
        k += 1
    if k == j and k > i + 1 and page.follows_gap(k - 1):
        k -= 1
    return k - i


_DAY_ALONE = Pattern(r"(?:[0-9]{1,2}\.? [^\W\d_]{3,10}|[^\W\d_]{3,9}\.? [0-9]{1,2}),? (?:19|20)[0-9]{2}")


def _is_cut(page: Page, i: int) -> bool:
    """Tell whether line ``i`` ends in dots, as the beginnings of texts do that stand below their headlines."""
    return page.text[page.end(i) - 3 : page.end(i)].endswith(("...", "…"))


def _opens_block_of_text(page: Page, head: int, i: int) -> bool:
    """Tell whether line ``i`` below the heading ``head`` of links is a caption printed twice, or in markup a heading or caption."""
    if i + 1 < page.count and page.is_short(i) and page.text.startswith(page.raw(i), page.start(i + 1)):
        return True
    if not page.layer.markup:
        return page.is_prose(i)
    regions = page.regions(i)
    return bool(regions & {"h2", "h3", "figcaption"} and "li" not in regions) or (page.is_prose(i) and "li" not in regions)


def _closes_related_links(page: Page, i: int) -> bool:
    if not page.is_short(i):
        return False
    line = page.line(i)
    return bool(_RIGHTS.match(line) or (_NEWSLETTER_CALL.match(line) and _NEWSLETTER_WORDS.search(line)))


def _after_publication(page: Page, i: int) -> range:
    """Return the lines from ``i`` on, or from the next if line ``i`` speaks of the publication itself; at most 40."""
    first = i + 1 if _ABOUT_PUBLICATION.match(page.line(i)) else i
    return range(first, min(page.count, first + 40))


def _take_about_publication(page: Page, i: int, line: str) -> int:
    """What a periodical says of itself below its texts; only after other lines that are no part of the text."""
    return 1 if i and i - 1 in page.removed else 0


_TAGS_HEAD = Pattern(r"(?:tags?|topics?|keywords|теги|темы|ключевые слова|schlagworte|themen|mots[- ]clés|etiketler|тегтер):?", re.I)
_KEYWORDS = Pattern(r"(?:keywords|ключевые слова|түйін сөздер|mots[- ]clés|schlagwörter|anahtar kelimeler)", re.I)
_IS_NAMELESS = Pattern(r"anonymous|аноним|anonym", re.I)
_HEAD_OF_COMMENT = Pattern(
    r"(?:(?:anonymous|аноним\w*|anonym\w*) (?:said|says|wrote|пишет|комментирует|hat gesagt|a dit|dedi ki)\s?(?:\.\.\.|…|:)|"
    r"(?:[^\s.,:;]{1,20}\s){1,3}(?:said|says)\s?(?:\.\.\.|…)|"
    r"(?:[^\s.,:;0-9]{2,20}\s){1,2}[^\s.,:;0-9]{2,20},\s(?:19|20)[0-9]{2}-[0-9]{1,2}-[0-9]{1,2})$",
    re.I,
)
_PAGING_ALONE = Pattern(
    r"(?:(?:previous|next) (?:article|post)|vorheriger artikel|nächster artikel|(?:önceki|sonraki) (?:içerik|haber|yazı)|"
    r"article (?:précédent|suivant)|"
    r"(?:предыдущ|следующ)\w+ (?:материал|статья|запись|новость)|(?:алдыңғы|келесі) (?:жазба|мақала))",
    re.I,
)
_NEWSLETTER_CALL = Pattern(
    r"(?:.{0,60}\bnewsletter\b.{0,140}\b(?:get|read|sign up for|subscribe to) (?:the|our|this) newsletter$|"
    r"sign up|subscribe|join our|get (?:the|our)|follow (?:us|our|the author|me|him|her)|stay (?:informed|up to date|connected)|never miss|"
    r"we invite you to (?:forward|subscribe|follow)|we use your sign-?up|nous utilisons votre inscription|wir (?:nutzen|verwenden) ihre anmeldung|"
    r"подпи\w+|следите за|получайте|рассылка|жазылы\w+|біздің|abonnieren|abonnez|inscrivez|recevez|abone ol|bülten\w+|suscr\w+|"
    r"newsletter|täglich um|become a)(?!\w)",
    re.I,
)
_ABOUT_PUBLICATION = Pattern(
    r"[^.]{3,80}\bis an? (?:\w+ ){0,2}?(?:bi-?weekly|weekly|monthly|quarterly|daily|annual|bi-?monthly|online|independent|peer-reviewed) "
    r"(?:\w+ ){0,3}?"
    r"(?:publication|journal|newspaper|magazine|newsletter|bulletin|outlet|platform)\b",
    re.I,
)

_DAY_OF_MONTH = r"(?:[^\W\d_]{3,9}\.? [0-9]{1,2}|[0-9]{1,2} [^\W\d_]{3,9}\.?)"

_COUNTED = (
    r"(?:views?|hits|reads?|ratings?|votes?|comments?|shares?|likes?|просмотр\w*|рейтинг|голос\w*|комментари\w*|прочт\w+|оценк\w+|көрілім\w*|қаралым\w*|"
    r"пікір\w*|aufrufe|kommentare?|bewertung(?:en)?|vues?|commentaires?|okunma|yorum|görüntülenme|beğeni)"
)

RULES = (
    Rule("menu", r"\W{0,3}\w.{0,29}$", _take_menu),
    Rule(
        "breadcrumb",
        r"(?:you are here|вы здесь|sie sind hier|vous êtes ici)\s?:?(?:\s|$)|(?:"
        rf"{FRONT_PAGE}|главная страница|жаңалықтар|main(?: page)?|news|новости)\s?(?:>|/|»|›|→|▸|::)|"
        r"(?:[\w’'&-]+\s){1,5}>\s(?:[\w’'&-]+\s){1,5}(?:>.{0,60}|\|)$|"
        rf"{FRONT_PAGE}\s(?:\|\s)?[^\W\d_]|{FRONT_PAGE}$|(?-i:(?:Home|Главная|Accueil|Startseite|Ana ?[Ss]ayfa)[A-ZА-ЯÉİÇÖÜ])\S{{2,60}}\s\S",
        _take_breadcrumb,
    ),
    Rule(
        "view counter",
        r"(?:(?:page |article )?(?:views?|read|hits|reads)|просмотр\w*|прочитано|прочтений|прочитали|подписчик\w*|есептегіш|қаралды|"
        r"қаралым|көрсетілді|qaraldy|aufrufe|gelesen|click statistic|"
        r"vues|görüntülenme|okunma)\s?[:–-]?\s?"
        r"\(?[0-9][0-9\s.,]*\)?(?:k|times?|раз\w?|рет|mal|fois|kez)?$|"
        r"[0-9][0-9.,]*[km]?\s(?:members|subscribers|photos|videos|links|files|участник\w*|подписчик\w*)$|"
        r"[0-9][0-9.,\s]*k?\s?(?:(?:page )?views?|reads|просмотр\w*|рет қаралды|aufrufe|vues|görüntülenme|okunma|likes|shares|"
        r"crossref citations to date|altmetric|рет көрсетілді)(?: · [0-9]+ \w+ ago)?$|"
        r"[0-9][0-9\s.,]{0,8} views (?-i:[A-Z])\w+ [0-9]{1,4}$|[0-9][0-9\s]{0,6}\s(?:рет|ret)$|[0-9.,]+k? claps?$|"
        r"[0-9][0-9\s.,]{0,8}k? (?:telegram|facebook|twitter|whatsapp|instagram|vk|вконтакте)$|(?:көрсетілді|kórsetildi)$|[-–—]{1,2}\s[0-9]{1,6}$|"
        r",?\s?popularité\s?:\s?[0-9]{1,3}\s?%$|[👁💬👍❤].{0,30}$|[+−-][0-9]+\s[+−-][0-9]+.{0,20}$|"
        r"(?:просмотров|прочтений|"
        r"комментариев)\s?:\s?[0-9]+\s?(?:\||рейтинг|комментари).{0,40}$|"
        rf"(?:{_COUNTED}\s?[:(]?\s?[0-9][0-9.,\s]*k?\)?[\s|•·,;/]*){{2,6}}$",
        _take_view_counter,
    ),
    Rule(
        "rating",
        r"[0-9](?:[.,][0-9])?/[0-9]{1,2}\s?[–—-]\s?\([0-9]+ votes?\)$|"
        r"rate this(?: \w+)?$|\(?[0-9]+ votes?\)?$|\(?[0-9]+ (?:голос\w*|оцен\w+)\)?$|(?:average )?rating:?\s?[0-9].{0,30}$|"
        r"оцените (?:\w+ )?(?:статью|материал|новость)|"
        r"рейтинг(?: пользователей)?:\s?[0-9/].{0,30}$|bewerten sie|оцен(?:ить|ите)\b.{0,40}[0-9].{0,20}$|rating:\s?[0-9].{0,30}$|худший лучший$",
        _take_rating,
    ),
    Rule("share bar", r"\S{1,40}(?:\s\S{1,14})?:?\s?[0-9]*$|(?:share|поделиться|click to)\b|(?:\S{1,20}\s){1,8}\S{1,20}$", _take_share_bar),
    Rule(
        "comment counter",
        r"(?:[0-9]+|no) comments?(?: yet)?:?$|(?:[0-9]+|one|two|three) (?:responses?|replies|reactions?) (?:to|on)\b|"
        r"comments?:?\s?\(?[0-9]*\)?$|(?:leave|post|write|add) a (?:comment|reply)|"
        r"(?:оставить|добавить|написать) комментар\w+|"
        r"комментари\w+:?\s?\(?[0-9]*\)?$|[0-9]+ комментари\w+$|kommentare?:?\s?\(?[0-9]*\)?$|[0-9]+ kommentare?$|"
        r"[0-9]+ commentaires?$|no hay comentarios:?$|keine kommentare:?$|hiç yorum yok:?$|нет комментариев:?$|комментариев нет:?$|"
        r"aucun commentaire:?$|"
        r"yorum(?:lar)?:?\s?\(?[0-9]*\)?$|yorum yaz$|bu yazıya [0-9]+ yorum|artikel kommentieren$|laisser un commentaire$|"
        r"пікір(?:лер)?\s?\([0-9]+\)$|[0-9]+ пікір$|пікір жоқ$|пікір қалдыру$|комментарии к записи\b|[0-9]+ thoughts? on\b|"
        r"(?:показать|еще|ещё) .{0,12}[0-9]+ комментари\w+$",
        _take_comment_counter,
    ),
    Rule("newsletter call", _NEWSLETTER_CALL.pattern, _take_newsletter_call),
    Rule(
        "cookie notice",
        r"(?:we|our (?:web)?site|this (?:web)?site) uses? (?:\w+ ){0,2}cookies|accept (?:all )?cookies|"
        r"by (?:continuing|using|browsing) .{0,80}cookies|"
        r"(?:мы|наш сайт|сайт) использу\w+ (?:файлы )?cookie|diese (?:web)?seite verwendet cookies|ce site utilise des cookies",
        _take_cookie_notice,
    ),
    Rule(
        "browser notice",
        r"(?:ie|internet explorer)(?: ?[0-9]+)? is (?:not|no longer) supported|(?:your|this) browser is (?:not|no longer) supported|(?:your|"
        r"this) browser is (?:out of date|outdated|unsupported)|you are using an? (?:old|outdated|unsupported) (?:version of )?(?:your )?browser|"
        r"(?:please )?(?:upgrade|update) your browser\b|ваш браузер (?:устарел|не поддерживается)|(?:ihr|dein) browser (?:ist veraltet|wird nicht)|"
        r"votre navigateur (?:est obsolète|n.est (?:pas|plus))|tarayıcınız (?:eski|desteklenmiyor)",
        _take_browser_notice,
    ),
    Rule(
        "notice of a program",
        r"(?:notice|warning|deprecated|(?:fatal|parse) error)\s?:\s.{10,900}\son line [0-9]{1,6}$",
        _take_notice_of_program,
    ),
    Rule("comments", _HEAD_OF_COMMENT.pattern, _take_signed_comments),
    Rule(
        "tags",
        r"(?:tags?|tagged|labels?|topics?|categories|key ?words|filed under|posted (?:in|under)|теги|тэги|метки|ключевые слова|түйін сөздер|тегтер|"
        r"tegter|schlagwörter|schlagworte|"
        r"mots[- ]clés|"
        r"étiquettes?|schlagwort|etiket|метка|"
        r"etiketler|anahtar kelimeler|haberle ilgili daha fazlası)\s?:\s?\S|(?:tags?|topics?|keywords|теги|темы|ключевые слова|"
        r"schlagworte|themen|mots[- ]clés|"
        r"etiketler|тегтер):?$|[^\W\d_][\w’'-]{2,30}(?:\s[\w’'-]{1,25}){0,3}(?:;\s[^\W\d_][\w’'-]{2,30}(?:\s[\w’'-]{1,25}){0,3}){2,11}$",
        _take_tags,
    ),
    Rule(
        "update date",
        r"(?:this page was )?(?:last )?(?:updated?|modified|changed|edited)\b(?: on| at)?\s?:?\s?.{0,30}(?:19|20)[0-9]{2}|"
        r"обновлено\s?:?\s?.{0,30}(?:(?:19|20)[0-9]{2}|: уточнен.{0,60}$)|güncelleme\s?:?\s?.{0,30}(?:19|20)[0-9]{2}|mis à jour le\b.{0,40}[0-9]{4}|"
        r"(?:zuletzt )?aktualisiert(?: am)?\b.{0,30}[0-9]{4}|жаңартылды\b.{0,30}[0-9]{4}|"
        r"өзгертілген күні\b.{0,40}$",
        _take_update_date,
    ),
    Rule(
        "photo credit",
        r"\((?:source|image|photo|picture|quelle|foto|фото|источник|kaynak)\s?:\s?[^()]{2,40}\)$|"
        r"(?:photo|image|picture)s? ?(?:credits?|source|by|courtesy)\b|credits?\s?:\s?\S|(?:фото на обложке|foto di copertina|titelbild)\b|"
        r"(?:photo|photograph|фото|фотографи[яи]|foto|fotoğraf|сурет|суретте|suret|bild|коллаж|иллюстрация|illustrations?|"
        r"bildquelle|crédits?(?: photos?)?|image)\s?[:©]|"
        r"(?:фото|фотографи[яи]|фотоснимок) (?:пресс-службы|из (?:открытых источников|(?:личного )?архива|соцсетей)|с сайта|предоставлен\w+)\b|"
        r"illustrations? by\s|сурет(?:тер)?\s.{2,40}\s(?:алынды|алынған)\.?$|фото автора|(?:фото|foto|photo) [©(].{2,60}$|"
        r"(?:фото|foto|photos?|fotoğraf) (?-i:[^\W\d_a-zа-я]\w+)(?:\s(?-i:[^\W\d_a-zа-я]\w+)){0,2}$|"
        r"(?:(?:из )?открыты[ех] источник(?:и|ов)|ашық дерек\s?көз(?:і|дері|дерінен)?|open sources?|açık kaynak(?:lar)?)$|"
        r"(?:(?-i:[^\W\d_a-zа-я])[\w.]*\s){0,2}photos?\s?/\s?(?-i:[^\W\d_a-zа-я])[\w.-]+(?:\s(?-i:[^\W\d_a-zа-я])[\w.-]+){0,2}$|"
        r"(?:images?|photos?|pictures?|фото|foto|сурет)\s?\|\s?\S.{1,40}$|"
        r"[^\W\d_][\w .-]{2,40}/(?:РИА Новости|ТАСС|Reuters|"
        r"AFP|AP|EPA|Getty Images|Коммерсантъ)$|"
        r"[^\W\d_][^|\n]{2,40}\s\|\svia\s(?-i:[^\W\d_a-zа-я])[\w ]{1,30}$",
        _take_photo_credit,
    ),
    Rule(
        "page control",
        r"[«»<>←→↑\s]{0,4}(?:back(?: to (?:top|list|news))?|to (?:the )?top|print(?: (?:this|version|page|article)){0,2}|"
        r"(?:previous|prev|next)(?: (?:article|post|page|news))?|"
        r"video player\s?close|"
        r"read more|continue reading|(?:skip|jump) (?:\w+ ){1,4}(?:content|navigation|menu|search)(?:\s?skip to \w+)?|"
        r"zum inhalt(?: springen)?|(?:skip to )?navigation\s[–—-]\s(?:plan du site|site map|sitemap)|"
        r"(?:you are on page|vous êtes sur la page|sie sind auf seite)\s[0-9]{1,4}\s?(?:of|sur|de|von)\s?[0-9]{1,4}|"
        r"(?:metni )?(?:büyüt|buyut|küçült|kucult)|"
        r"audio (?:herunterladen|download)|"
        r"hier klicken(?: für (?:mehr|weitere) \w+)?|click here for more \w+|cliquez ici pour (?:plus|en savoir) .{2,30}|"
        r"(?:daha fazla|detaylı|ayrıntılı) bilgi için tıklayın(?:ız)?|"
        r"(?:go|back|return|switch) to (?:the )?(?:main|full|desktop|mobile|original|regular) (?:web)?(?:site|version|page)|"
        r"(?:get|download|save|open) (?:this|the) (?:article|text|document|file|paper|report)(?:\s?:\s?(?:download|pdf|print))?|"
        r"(?-i:[a-z]{2,12}(?:_[a-z]{2,12}){1,4})|"
        r"(?:страницы|pages|seiten|sayfalar|беттер)\s?:(?:\s?[0-9]{1,2}){2,12}|"
        r"версия для печати|распечатать|наверх|назад|"
        r"(?:schriftgr(?:ö|oe)(?:ß|ss)e|(?:font|text) size|taille (?:du texte|de police)|yazı boyutu)\b.{0,12}|"
        r"partager cet article(?:\s?(?:discussion|close button)){0,2}|copier/coller le lien\b.{0,90}|loader|suivez[- ]nous(?: sur)?|"
        r"sie lesen gerade:?|zurück|retour|geri dön|далее|подробнее|к списку|drucken|imprimer|yazdır|"
        r"print(?:able|er-friendly)? version(?: / .{4,40})?|back to (?:the )?previous .{2,60}|"
        r"(?:read|download|view|see) the (?:full )?(?:summary|report|paper|brief|article|publication|pdf) here|"
        r"download(?: pdf)?|télécharger(?: le pdf)?|cite(?: this article)?|citer cet article|"
        r"(?:category|tag|author|monthly|daily) archives?\s?:?\s.{2,40}|"
        r"posts|featured(?: posts?)?|showing posts (?:from|with|matching|labell?ed) .{2,40}|.{1,200}\sskip to (?:main )?content|"
        r"read aloud|listen|слушать|"
        r"[^\w\n]{1,12}[0-9]{1,2}\s?px|(?:(?:e-?mail|print|zoom\s?[+-])\s?){2,6}|"
        r"(?:a[+-]\s?){1,4}|(?:a[+-]?\s?){2,4}|(?:размер шрифта|yazı boyutu)\s?:.{0,12}|favorilere ekle|aller au contenu.{0,60}|"
        r"direkt zum \w+(?: springen)?|перейти к содержанию|"
        r"негізгі мазмұнға өту|версия для слабовидящих|басына қайту|to the home page|reuse this content|plus d’informations|lire la suite|"
        r"devamını oku|weiterlesen|(?:yazarın )?tüm yazıları|all (?:articles|posts|stories)(?: by .{2,40})?|все (?:статьи|материалы|"
        r"публикации) автора|"
        r"alle (?:artikel|beiträge)(?: von .{2,40})?|tous (?:les|ses) articles.{0,30}|барлық (?:мақалалары|жазбалары)|"
        r"читать далее|толығырақ|толық оқу|tüm yazıları|ответить(?: цитировать)?|reply|like loading|full article(?: figures.{0,80})?|"
        r"haberin devamı|жүктелуде|loading|search|поиск|іздеу|menu|мәзір|☰.{0,40}|favoris|"
        r"abone ol|[-–•]?\s?split view|[-–•]?\s?share icon(?: share)?|(?:insight|featured|hero|header|cover) image|"
        r"показать ещё|показать еще|(?:top|bottom) of page|check against delivery|cover page|cite item|(?:open|view|download) document|"
        r"найти тему|images?|for immediate release|add new comment|"
        r"\[\s?(?:bearbeiten|edit|править|modifier|düzenle|өңдеу)\b.{0,40}\]|"
        r"zur navigation springen.{0,40}|aus wikipedia, der freien enzyklopädie|"
        r"материал из википедии.{0,40}|willkommen auf (?:den seiten|der seite|unserer).{0,60}|welcome to (?:the|our) (?:website|site|pages).{0,60}|"
        r"добро пожаловать на .{2,60}|bienvenue sur (?:le|notre) .{2,60}|жазылу|подписаться|subscribe|e-?mail|abonnieren|s[’']abonner|"
        r"выйти из полноэкранного режима(?: развернуть на весь экран)?|read full article|%d bloggers like this:?|"
        r"show commentshide comments|read (?:the )?(?:full|whole) story:?|launch console.{0,30}|author ids?|"
        r"contacts|click here for (?:the )?pdf(?: version)?|reference this|connect (?:via|with) \w+|available downloads|"
        r"[▼▾↓]\s?.{3,40}\s?[▼▾↓]|\+ ?follow|follow|"
        r"get short url|open top menu|jump to (?:navigation|search)|from wikipedia, the free encyclopedia|"
        r"read on the website .{2,40}|смотрите комментарии|(?:show|hide|view) comments?(?:\s?hide comments?)?|"
        r"(?:показать|скрыть) комментарии|connect with us|"
        r"(?:[\w’'-]{2,20} ){0,3}table of contents|view profile|explore .{2,20}|terms of (?:use|service)|"
        r"(?:home|newer|older) (?:post|entries)s?(?: older posts?)?(?: home)?|post a comment|main menu|basic page sidebar menu.{0,40}|"
        r"select page|source article|original article|"
        r"go to (?:top|content)|back to (?:home|main|all|articles).{0,20}|все новости|к началу страницы|в начало(?: страницы)?|"
        r"отправить другу|версия для печати отправить другу|(?:распечатать|печать|print) .{0,6}(?:отправить|e-?mail|send).{0,12}|"
        r"zum seitenanfang|nach oben|haut de page|sayfanın başına dön|жоғары)[«»<>←→↑.!…\s]{0,4}$",
        _take_page_control,
    ),
    Rule(
        "text of a picture",
        r"bild nicht (?:mehr )?verfügbar\.?$|(?:image|photo|picture) (?:is )?(?:not|no longer) available\.?$|(?:image|photo) non disponible\.?$|"
        r"(?-i:cover [A-Z])\w+$|[^\s/]{1,60}\.(?:jpe?g|png|gif|webp)$|"
        r"(?:avatar|author|profile) (?:photo|image|picture)$|"
        r"(?:аватар|avatar|profile (?:picture|photo)|image of|picture of)(?: of)?:?\s(?-i:[^\W\d_a-zа-я])\S*(?:\s\S+){0,3}$",
        _take_text_of_picture,
    ),
    Rule("page header", r"[•·]?\s?[0-9]{1,2}/[0-9]{1,2}/(?:19|20)[0-9]{2}\s\S.{3,150}$", _take_stamp_of_viewer),
    Rule("row of controls", r"(?:\[\s?[^\[\]]{3,40}\s?\]\s?){2,6}", _take_row_of_controls),
    Rule("end mark", r"(?:ends?|the end|конец|-\s?30\s?-|#\s?#\s?#)$", _take_end_mark),
    Rule("list of films", r"[0-9]{1,2}:[0-9]{2}$", _take_films),
    Rule("separator", r"[-–—_=*~•·.#+|/\\\s═─━]{3,}$|[|.,·•×✕*–—-]$|\[(?:\.\.\.|…)\]$", _take_separator),
    Rule("hashtags", r"#[^\W\d_]", _take_hashtags),
    Rule(
        "advertisement",
        r"\[?(?:advertisement|реклама|на правах рекламы|anzeige|publicité|reklam|жарнама)\]?$|"
        r"(?:advertisement\s?)?(?:article|story) continues(?: below)?.{0,30}$|"
        r"haberin devamı(?:reklam)?$",
        _take_advertisement,
    ),
    Rule(
        "correction call",
        r"(?:found|spotted|see) (?:a|an) (?:mistake|error|typo)|select the (?:error|mistake|text|typo).{0,30}ctrl|"
        r"(?:нашли|заметили) (?:ошибку|опечатку)|сообщить об ошибке|қате тапсаңыз|"
        r"fehler gefunden|"
        r"vous avez (?:signalé|trouvé|repéré) une (?:erreur|faute)|hata bildir",
        _take_correction_call,
    ),
    Rule(
        "reply form",
        r"your email address will not|votre adresse e-?mail ne sera|ihre e-?mail-adresse wird nicht|(?:ваше имя|ваш e-?mail|текст комментария)\s?:?$|"
        r"войдите, чтобы|yorumlarınız\b|die kommentarfunktion|espace des contributions|enter your email|email address$",
        _take_reply_form,
    ),
    Rule(
        "reading time",
        r"[0-9]{1,3}:[0-9]{2} minuten$|(?:оқу үшін|oqý úshin)$|info\s?:\s?[0-9][0-9,]* words\b.{0,40}$|[0-9][0-9,]* words\s?[0-9]+ pages?$|"
        r"(?:min(?:ute)?s? )?read$|lecture\s?:?\s?[0-9]+ minutes?$|[0-9]+ min(?:ute)? read.{0,12}$|(?:reading time|время чтения|"
        r"оқу уақыты|temps de lecture|lesedauer|lesezeit|okuma süresi)\s?:?\s?[0-9]+.{0,12}$|"
        r"[0-9]+\s?(?:min\.?|mın|мин\.?|dk\.?|minutes?|минут\w?)(?: (?:lesedauer|lesezeit|read|чтения|de lecture|okuma|оқу үшін))?(?:\s\|.{0,30})?$",
        _take_reading_time,
    ),
    Rule(
        "call to readers",
        r"thanks for reading|hit the like|if you (?:like|liked|enjoyed)|soutenez-nous$|ce texte vous a plu|become a member|support (?:our|"
        r"us\b|independent)|"
        r"what do you think(?: (?:of|about) (?:this|it)(?: \w+)?)?\?$|"
        r"(?:please )?(?:donate|consider (?:donating|supporting|making))\b|did you (?:enjoy|like|find)\b|like (?:this|"
        r"what you)\b.{0,10}\?|enjoy(?:ed|ing) this|"
        r"help (?:us )?keep (?:our|us)\b|you have read [0-9]|you(?:['’]re| are) (?:reading|out of)\b|merci d[’']avoir lu|"
        r"si vous avez (?:un peu|aimé)|en vous abonnant\b|"
        r"понравил(?:ась|ся|ось) .{0,20}\?|сообщи друзьям|поддержите\b|tell us what you think|have your say|"
        r"unterstützen sie|hat ihnen (?:der|dieser) |soutenez\b|bizi destekle|"
        r"(?:бұл бет|эта страница|was this).{0,30}\?$|contact the writer|contribuer$|vous souhaitez",
        _take_reader_call,
    ),
    Rule(
        "previous and next",
        rf"(?:{_PAGING_ALONE.pattern})|post navigation$|[←→]\s?\S|.{{2,80}}\s→$|<\s?(?:предыдущая|previous|précédent)|sommaire\s?<|"
        rf"previous article\S|(?:previous|next|предыдущая|следующая)\s?:\s?\S|next post\b|previous post\b",
        _take_paging,
    ),
    Rule(
        "software of the site",
        r"(?:proudly )?powered by\b|site (?:designed|built|made)\b|(?:хостинг|дизайн|разработ(?:ка|ано))\b|wordpress\b|theme:|best viewed|"
        r"мы в социальных сетях",
        _take_software,
    ),
    Rule(
        "disclaimer",
        r"(?:the )?(?:views|opinions)(?: and opinions)? expressed|мнение (?:автора|редакции) (?:может|не)|автор пікірі|les (?:propos|opinions)|"
        r"die .{3,40} vertritt allein|this (?:interview|text) has been edited|our standards:",
        _take_disclaimer,
    ),
    Rule(
        "citation note",
        r"(?:pour citer|how to cite|to cite this|cite this (?:article|as)|(?:recommended |suggested )?citation\s?:|zitier(?:weise|vorschlag|en als)|"
        r"для цитирования|ссылка для цитирования|référence (?:électronique|papier)|mis en ligne le\b.{4,40}\bconsulté|received\b.{4,40}\baccepted|"
        r"(?:статья )?поступила\b.{4,60}\bпринята|kaynak gösterimi|atıf için)",
        _take_citation_note,
    ),
    Rule(
        "note on the text",
        r"\*?(?:the |all )?(?:views?|opinions?)(?:,? (?:and|or) (?:opinions?|views?))?,? (?:expressed|presented|stated|are (?:those|"
        r"the author|personal))|"
        r"disclaimer\b|\*?\s?traduite? (?:de l[’'](?:anglais|allemand|italien|espagnol)|du (?:russe|kazakh|turc|chinois)) par\b|"
        r"\*\s?(?:translated from (?:the )?\w+ by|aus dem \w+ (?:übersetzt )?von|перевод(?:ено)? с \w+)\b|"
        r"a version of this (?:article|op-ed|story)|(?:commentary|critical questions|this (?:blog|series)) is (?:produced|published) by|"
        r"this (?:article|commentary|post|piece|op-ed|essay|analysis|text|opinion|report|work|story|interview) (?:is|was|has been|does|"
        r"may|represents?|"
        r"reflects?|expresses|"
        r"gives)\b(?! (?:first|originally|also available|more than|over [0-9]))|(?:the )?(?:institute|journal|magazine|editors?|publisher|"
        r"center|centre) (?:does|do) not\b|"
        r"(?:мнение|точка зрения|позиция) (?:автора|авторов|редакции)|редакция (?:может|не )|редакцияның|"
        r"anadolu ajansı web|.{0,60}abonelerine\b|yazıda yer alan|bu yazı(?:da|nın)\b|dieser (?:artikel|beitrag|text) (?:erschien|ist|gibt|wurde)|"
        r"cet article (?:est|a été|n[’'])|ce (?:texte|billet) (?:est|a été|n[’'])",
        _take_note_on_text,
    ),
    Rule(
        "library banner",
        r"dive into the research topics of\b|"
        r"i\s?(?:надоели баннеры|не можете найти|другие темы)|текст научной (?:работы|статьи) на тему\b|похожие темы научных работ",
        _take_library_banner,
    ),
    Rule("other posts", r"\w.{10,150}$", _take_posts_with_days),
    Rule(
        "library number",
        r"(?:удк|мрнти|әож|ғтахр|ббк|udc|udk|issn|doi)[\s:№]\s?[0-9./()x-]{3,}|"
        r"(?:orcid(?: id)?|researcher ?id|scopus(?: author)? id|spin)\s?:\s?\S{4,60}$|"
        rf"{_IMPRINT.pattern}|"
        r"https?://(?:dx\.)?doi\.org/\S+$|doi:\S+$|(?-i:[1-5]\.[0-9]{1,2}\.[0-9]\.?\s[А-Я][а-я])",
        _take_identifier,
    ),
    Rule(
        "agency signature",
        r"\([a-zа-я]{2,5}(?:/[a-zа-я]{2,5}){0,2}\)$|(?-i:[a-zäöü]{2,6}(?:\s?/\s?[a-zäöü]{2,6}){1,3})$|/[^/\s][^/]{1,30}/$",
        _take_agency_signature,
    ),
    Rule(
        "source line",
        r"@?(?:source|original|оригинал|источник|дереккөз|quelle|kaynak)\s?[:–—-]\s?(?:https?://\S+|[\w-]{2,40}(?:\.[\w-]{2,20}){1,3})$|"
        r"(?:source|источник|дереккөз|quelle)\s?[:–—-]\s?\S.{1,80}$|(?-i:SOURCE)\s\S.{1,60}$|based on materials? (?:from|of)\b.{2,60}$|"
        r"courtesy(?: of)?\s?:?\s(?-i:[^\W\d_a-zа-яё]).{1,50}$|\(?with (?:inputs|reporting) (?:from|by)\b.{2,60}$|\(?with .{2,30} inputs\)?$|"
        r"по материалам .{2,60}$",
        _take_source_line,
    ),
    Rule(
        "wall call",
        r"keep reading with an? .{2,12} (?:free )?trial|subscribe to .{3,50} to keep reading\b|"
        r"this (?:post|article|story|content) is (?:only )?(?:for|available to|reserved for) .{0,30}(?:subscribers|members)\b|"
        r"already have an account\?|this is a premium|already a subscriber|subscribe to (?:continue|read|unlock)|register to read|to (?:read|"
        r"continue reading) (?:the full|this)|"
        r"(?:читать|полный текст|полная версия).{0,20}(?:доступ|подписчик)|статья доступна|déjà abonné|cet article est réservé|"
        r"il vous reste|vous avez encore [0-9]+\s?%|abonnez-vous (?:maintenant|pour)|weiterlesen mit|"
        r"(?:\.{3}|…)?\s?(?:le reste|la suite) de cet article est|(?:der rest|die fortsetzung) (?:des artikels|dieses artikels) ist|"
        r"(?:the )?(?:rest|remainder) of this (?:article|story|post) is (?:only )?(?:for|available|reserved)|"
        r"jetzt (?:weiterlesen|anmelden)|devamı için üye",
        _take_wall_call,
    ),
    Rule(
        "biography",
        r"author['’]?s?['’]? bios?\s?:|"
        r"about the authors?$|об автор(?:е|ах):?$|автор туралы:?$|über (?:den|die) autor\w*:?$|à propos de l[’']auteur\w*:?$|"
        r"yazar hakkında:?$|notes on contributors?$|\*?(?:the )?(?:author|writer|contributor)s?(?:,.{3,80}?,)? (?:is|was|are|were|teaches|"
        r"works|serves|has|"
        r"holds|studies|lives)\b|автор(?:ы)? (?:—|–|-|является)\s|(?:der|die) autor(?:in|en|innen)?\s(?:ist|sind|lehrt|arbeitet)\b|"
        r"l[’'](?:auteure?) (?:est|enseigne)\b|yazar,?\s.{0,60}(?:üyesi|uzmanı|başkanı)",
        _take_author_heading,
    ),
    Rule(
        "field label",
        r"(?:prononcée? le|intervenant\(?e?s?\)?s?|circonstance|texte intégral|full text|"
        r"полный текст|occasion|anlass|schwerpunktthema)\s?(?::.{0,160})?$",
        _take_label_of_speech,
    ),
    Rule(
        "registry number",
        r"(?:регистрационный номер|тіркеу нөмірі|(?:исх|шығыс)\.?\s?№)[\s:]{0,3}[^\s]{0,20}$|№\s?[0-9]+[-/][0-9/-]{1,12}$|"
        r"no\.\s[0-9]{1,4}(?:[-/][0-9]{2,4})?$",
        _take_registry_number,
    ),
    Rule(
        "contact person",
        r"(?:ansprechpartner(?:in|innen)?|(?:presse)?kontakt|rückfragen|(?:press|media) (?:contacts?|enquiries)|contacts? (?:presse|médias?)|"
        r"basın irtibatı|irtibat|контакты для (?:сми|прессы))\b[^.!?:\n]{0,60}:$",
        _take_contact_person,
    ),
    Rule("translator", r"(?:translated by|traduite? par|übersetzt von|çeviren:)\s(?-i:[^\W\d_a-zа-яё])[\w.’' -]{3,50}$", _take_translator),
    Rule(
        "broadcast note",
        r"über dieses thema berichtete|dieser (?:beitrag|text) (?:lief|erschien|wurde)|(?:dieses|das) thema im programm|this (?:story|"
        r"report) (?:aired|was broadcast)",
        _take_broadcast_note,
    ),
    Rule(
        "event note",
        r"this (?:event|webinar|discussion|panel) (?:will be|was) (?:held|recorded|live-?streamed)\b.{0,80}$",
        _take_event_note,
    ),
    Rule(
        "label without its value",
        r"(?:published(?: on)?|posted(?: on)?|generated(?: on)?|"
        r"date(?: of publication)?|опубликовано|дата(?: публикации)?|жарияланды|жарияланған күні|"
        r"veröffentlicht(?: am)?|erschienen(?: am)?|publié(?:e)?(?: le)?|yayınlanma(?: tarihi)?|yayın tarihi)\s?:$|published$|"
        r"(?:[-–•]\s)?(?:publiée?|parue?|mise? en ligne) le$|"
        r"(?:publiée? le|veröffentlicht am|published on|yayınlanma tarihi)\s"
        r"(?:mis à jour|zuletzt aktualisiert|updated|güncellenme)(?: (?:le|am|on|tarihi))?$|"
        r"(?:film)?beschreibung$|"
        r"(?:son )?güncelle[nm]\w{1,4}(?: tarihi)?\s?:$",
        _take_label,
    ),
    Rule(
        "masthead",
        r"(?:editor[- ]in[- ]chief|managing editor|главный редактор|бас редактор|chefredakteur(?:in)?|rédact(?:eur|rice) en chef|"
        r"genel yayın yönetmeni)\s?:\s?\S",
        _take_masthead,
    ),
    Rule(
        "day without a year",
        rf"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,? {_DAY_OF_MONTH}$|{_DAY_OF_MONTH},? (?:at )?[0-9]{{1,2}}:[0-9]{{2}}$|"
        rf"[0-9]{{1,2}}\.? (?:{MONTH})\.?$",
        _take_day_without_year,
    ),
    Rule("shortcode", r"\[/?[a-z][a-z0-9]*[_-][a-z0-9_-]{1,30}(?:\s[^\[\]]{1,160})?\]$", _take_shortcode),
    Rule("repeated lead", r"\S.{30,}[.!?…]$", _take_repeated_lead),
    Rule("empty value", r"(?:\[:[a-z]{2}\]|none|null|undefined|nan|n/a|(?-i:true|false|close)|закрыть)$", _take_empty_value),
    Rule(
        "language switch",
        r"this (?:post|article|page) is also available|translated automatically|(?:read|available) in (?:english|russian|kazakh)|"
        r"(?:читать|доступно) на .{4,20}языке|(?:english|русский|қазақша|türkçe)(?: (?:english|русский|қазақша|türkçe|deutsch|français)){1,4}$",
        _take_language_switch,
    ),
    Rule(
        "address of the page",
        r"(?:https?://\S{4,100}\s?){2,5}$|"
        r"(?:толығырақ|подробнее|read more|more (?:information|at)|weitere informationen|plus d[’']informations)\s?:\s?(?:https?://|www\.)\S+$|"
        r"(?:ссылка|постоянный адрес .{2,20}|адрес статьи|permalink|short link|url|link|link to (?:this )?(?:article|"
        r"page))\s?[:–—-]\s?(?:https?://|www\.)\S+$",
        _take_address,
    ),
    Rule(
        "age of the page",
        r"this (?:article|story|post) is (?:more than |over )?[0-9]+ (?:years?|months?) old\.?$|"
        r"this is (?:historical|archived|an archive[d]?)\b.{0,60}\b(?:material|content|page|site|website)\b|"
        r"(?:you are viewing|this page contains) (?:an? )?(?:archived|historical)\b|"
        r"information identified as archived\b|"
        r"(?:this|the) (?:web ?page|page|(?:web)?site|content)(?: on this page)? (?:is|has been) "
        r"(?:archived|no longer (?:being )?(?:updated|maintained))\b",
        _take_age_of_page,
    ),
    Rule("address of the author", r"(?:e-?mail\s?[:–-]?\s?)?[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{2,20}){1,3}$", _take_address_of_author),
    Rule(
        "fields of research",
        r"(?:forschungsgebiete?|fields? of research|areas? of (?:expertise|research)|research (?:areas?|interests?)|domaines? de recherche|"
        r"направления исследований|область исследований|araştırma alanları)\s?:?$",
        _take_fields_of_research,
    ),
    Rule("name on a network", r"@[A-Za-z0-9_]{2,30}$", _take_name_on_network),
    Rule("message header", r"(?:от|from|кімнен|von)\s?:\s?\S", _take_message_header),
    Rule(
        "weather and rates",
        rf"(?:курсы? валют\w*|валюта бағам\w*)\s?:?$|{_TEMPERATURE.pattern}$|"
        r"(?=.*(?:[0-9]\s?°|\busd\b|\beur\b|\bdolar\b|\beuro\b|\baltın\b))(?=.*[0-9]).{4,120}$",
        _take_rates,
    ),
    Rule("related links", rf"{_RELATED_HEAD.pattern}|{_RELATED_INLINE.pattern}", _take_related_links),
    Rule("about the publication", _ABOUT_PUBLICATION.pattern, _take_about_publication),
)
_COMPILED = tuple((rule, Pattern(rule.opens, re.I)) for rule in RULES)
# Two rules look at nearly every short line; the others need not be asked one by one where none of them can begin.
_WIDE_RULES = frozenset({"menu", "share bar", "other posts", "repeated lead"})
_COMPILED_WIDE = tuple((rule, opens) for rule, opens in _COMPILED if rule.name in _WIDE_RULES)
_NARROW_RULE = Pattern("|".join(f"(?:{rule.opens})" for rule in RULES if rule.name not in _WIDE_RULES), re.I)
