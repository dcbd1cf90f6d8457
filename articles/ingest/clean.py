"""From a text layer to the lines of a page, and the named rules that tell which of them are no part of an article."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from articles.ingest.read import TextLayer
from articles.ingest.vocabulary import MENU_WORDS, NETWORKS, PAPER_WORDS

# Statements, titles and most boilerplate are short; a notice may be longer. No rule looks at a longer line, so that
# none can be made slow.
LONGEST_SHORT_LINE = 300
_LONGEST_RULED_LINE = 1000
_WIDEST_WRAPPED_LINE = 100
_NARROWEST_WRAPPED_LINE = 40

CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")  # those that Python does not count as blanks
_INVISIBLE = re.compile(r"[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x1b\x7f]+")
_LINE = re.compile(r"[^\n]+")
_FINAL_STOP = re.compile(r"[.!?…。！？][\"'”’»)\]\s\d]*$")
_ABBREVIATED_END = re.compile(r"(?:\b[^\W\d_]\.)+$")
_WORD_START = re.compile(r"(?<!\S)[\"'“‘«„(\[]*(\w)")

_SHARE_HEAD = re.compile(
    r"(?:share(?: (?:this|it|article|post|page|on|via))?(?: (?:article|story|post|page|item))?|"
    r"поделиться(?: (?:в|с|новостью|ссылкой).{0,30})?|бөлісу|"
    r"teilen|partager|paylaş|compartir|condividi)\s*:?$|click to (?:share|email|print)\b.{0,80}$|share on (?:\S+)$",
    re.I,
)
_RELATED_HEAD = re.compile(
    r"(?:related(?: (?:news|articles?|stories|posts?|links?|content|topics|publications|reading))?|"
    r"(?:read|visit|see) also|also read|"
    r"read more (?:on|about).{0,40}|most (?:read|popular|viewed|shared)|"
    r"(?:latest|recent|other|more|popular|top) (?:news|articles|stories|posts|publications|headlines)|"
    r"more from .{1,40}|you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: for you| reading)?|don['’]t miss|"
    r"читайте также|читать также|по теме|материалы по теме|похожие (?:новости|статьи|материалы)|другие (?:новости|материалы|статьи)|"
    r"(?:последние|популярные|главные|свежие) новости|самое (?:читаемое|популярное)|смотрите также|рекомендуем|новости по теме|"
    r"оқи отырыңыз|тағы оқыңыз|ұқсас жаңалықтар|mehr zum thema|lesen sie auch|weitere artikel|verwandte artikel|"
    r"lire aussi|à lire aussi|articles? liés?|sur le même sujet|ilgili haberler|benzer haberler|diğer haberler|lea también|leggi anche)\s*:?$",
    re.I,
)
_RELATED_INLINE = re.compile(r"(?:read also|see also|also read|related|читайте также|lesen sie auch|lire aussi|à lire aussi)\s*:\s*\S", re.I)
_NEWSLETTER_WORDS = re.compile(
    r"newsletter|news\b|updates?\b|channel|events|latest|inbox|e-?mail|telegram|whatsapp|youtube|twitter|facebook|instagram|"
    r"канал|рассылк|новост|соцсет|bülten|lettre d",
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

    def is_prose(self, i: int, *, least_words: int = 8) -> bool:
        """Tell whether line ``i`` is running text: sentences, most of whose words begin small."""
        start, end = self._starts[i], self._ends[i]
        head = self.text[start : min(end, start + 1000)]
        words = _WORD_START.findall(head)
        if len(words) < least_words:
            return False
        small = sum(1 for char in words if char.isalpha() and not char.isupper())
        if small < 0.5 * len(words):
            return False
        if _FINAL_STOP.search(self.text, max(start, end - 12), end):
            return True
        return len(words) >= 30 or (len(words) >= 15 and self.text[end - 1] in ":;,")

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

    def remove(self, first: int, last: int, rule: str) -> None:
        """Take the lines from ``first`` up to, not including, ``last`` out of the article."""
        for i in range(first, last):
            self.removed.setdefault(i, rule)

    def kept(self) -> list[int]:
        return [i for i in range(self.count) if i not in self.removed]

    def _lay_out(self) -> None:
        text = self.text
        previous_end = -1
        for match in _LINE.finditer(text):
            start, end = match.span()
            if text[start].isspace() or text[end - 1].isspace():
                stripped = match[0].strip()
                if not stripped:
                    continue
                start += len(match[0]) - len(match[0].lstrip())
                end = start + len(stripped)
            # One line feed, and blanks, between two lines: no gap.
            self._gaps.append(previous_end < 0 or text.count("\n", previous_end, start) > 1)
            self._starts.append(start)
            self._ends.append(end)
            previous_end = end
        if not self._mark_starts:
            self._join_wrapped_lines()

    def _join_wrapped_lines(self) -> None:
        """Put the lines of paragraphs together again where a program broke them at a fixed width.

        The width shows where sentences run on from line to line. A break is the program's only where the next
        word would not have fitted; any other was meant by a person and stays.
        """
        text, starts, ends, gaps = self.text, self._starts, self._ends, self._gaps
        touching = running_on = width = 0
        for i in range(1, len(starts)):
            if gaps[i]:
                continue
            touching += 1
            length = ends[i - 1] - starts[i - 1]
            if _NARROWEST_WRAPPED_LINE <= length <= _WIDEST_WRAPPED_LINE and text[starts[i]].islower() and text[ends[i - 1] - 1] not in ".!?":
                running_on += 1
                width = max(width, length)
        if running_on < 3 or running_on < 0.25 * touching:
            return
        new_starts, new_ends, new_gaps = array("q"), array("q"), bytearray()
        for i in range(len(starts)):
            if i and not gaps[i]:
                length = ends[i - 1] - starts[i - 1]
                first_word = re.match(r"\S{1,100}", text[starts[i] : starts[i] + 100])[0]
                if _NARROWEST_WRAPPED_LINE <= length <= width and length + 1 + len(first_word) > width:
                    new_ends[-1] = ends[i]
                    continue
            new_starts.append(starts[i])
            new_ends.append(ends[i])
            new_gaps.append(gaps[i])
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
    i = 0
    while i < page.count:
        taken = 0
        if i not in page.removed and page.end(i) - page.start(i) <= _LONGEST_RULED_LINE:
            line = page.line(i)
            if _ANY_RULE.match(line):
                for rule, opens in _COMPILED:
                    taken = rule.take(page, i, line) if opens.match(line) else 0
                    if taken:
                        page.remove(i, i + taken, rule.name)
                        break
        i += taken or 1


def is_title_like(line: str) -> bool:
    """Tell whether ``line`` could stand above a text: at most 25 words, and no sentence with a full stop."""
    words = line.split()
    if not words or len(words) > 25 or not any(char.isalpha() for char in line):
        return False
    return not line.endswith((".", "…", ":", ";", ",", "。")) or bool(_ABBREVIATED_END.search(line))


def names_site(line: str) -> bool:
    """Tell whether ``line``, above a title, names a site or its section: a word of menus, or up to four with one such as Times."""
    words = line.split()
    return line.casefold() in MENU_WORDS or (len(words) <= 4 and any(word.strip(".,:") in PAPER_WORDS for word in words))


def comparable(line: str) -> str:
    """Return ``line`` as two printings of it are compared: case, blanks and marks at the ends aside."""
    return " ".join(unicodedata.normalize("NFKC", line).casefold().split()).strip(" .:|-–—")


def is_repetition(first: str, second: str) -> bool:
    """Tell whether two lines are one line printed twice: alike, but for one word more, less or other in six."""
    first, second = comparable(first), comparable(second)
    if first == second:
        return bool(first)
    a, b = first.split(), second.split()
    if min(len(a), len(b)) < 6 or abs(len(a) - len(b)) > 1:
        return False
    same_start = 0
    while same_start < min(len(a), len(b)) and a[same_start] == b[same_start]:
        same_start += 1
    same_end = 0
    while same_end < min(len(a), len(b)) - same_start and a[-1 - same_end] == b[-1 - same_end]:
        same_end += 1
    # A number that differs makes another statement, not a slip.
    differing = a[same_start : len(a) - same_end] + b[same_start : len(b) - same_end]
    return same_start + same_end >= max(len(a), len(b)) - 1 and not any(char.isdigit() for char in "".join(differing))


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
    prose = 0
    lines: dict[str, list[int]] = {}
    prose_taken: dict[str, int] = {}
    for i in range(page.count):
        regions = page.regions(i)
        length = page.end(i) - page.start(i) if page.is_prose(i) else 0
        prose += length
        name = _region_rule(regions, page, i, header_has_title=header_has_title) if regions else None
        if name:
            lines.setdefault(name, []).append(i)
            prose_taken[name] = prose_taken.get(name, 0) + length
    for name, taken in lines.items():
        if prose_taken[name] <= prose / 3:
            for i in taken:
                page.remove(i, i + 1, name)


def _region_rule(regions: frozenset[str], page: Page, i: int, *, header_has_title: bool) -> str | None:
    is_outside = not regions & {"article", "main"}
    line_is_short = page.is_short(i)
    if regions & {"h1"} or (regions & {"footer"} and _RIGHTS.match(page.line(i))):
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


_RIGHTS = re.compile(r"(?:copyright\b|©|\(c\)|all rights reserved|все права защищены|alle rechte vorbehalten|tous droits réservés)", re.I)


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
    return 1 if len(line.split()) <= 25 and not page.is_prose(i) else 0


def _take_view_counter(page: Page, i: int, line: str) -> int:
    """How often a page was read, as content systems print it above or below a text."""
    return 1


def _take_rating(page: Page, i: int, line: str) -> int:
    """Stars and votes for a page, with the call to give some."""
    return 1


def _take_share_bar(page: Page, i: int, line: str) -> int:
    """The names of networks a page can be passed on to, under a heading or in a row of at least two."""
    has_head = bool(_SHARE_HEAD.match(line))
    if not has_head and line.casefold().strip(" :") not in NETWORKS:
        return 0
    j = i + 1
    while j < page.count and page.is_short(j):
        following = page.line(j)
        if following.casefold().strip(" :0123456789") not in NETWORKS and not _SHARE_HEAD.match(following):
            break
        j += 1
    return j - i if has_head or j - i >= 2 else 0


def _take_comment_counter(page: Page, i: int, line: str) -> int:
    """The number of comments under a text, or the call to write one; comments themselves are left in."""
    return 1


def _take_newsletter_call(page: Page, i: int, line: str) -> int:
    """The call to have news sent, or to follow a channel."""
    return 1 if len(line.split()) <= 30 and _NEWSLETTER_WORDS.search(line) else 0


def _take_cookie_notice(page: Page, i: int, line: str) -> int:
    """The notice of a site about cookies, copied with the page."""
    return 1 if len(line.split()) <= 60 else 0


def _take_tags(page: Page, i: int, line: str) -> int:
    """The line of keywords that a site files a text under: words of the site, not of the text."""
    return 1 if len(line.split()) <= 40 and not line.endswith(".") else 0


def _take_update_date(page: Page, i: int, line: str) -> int:
    """The day a page was last changed, which is not the day its text was published."""
    return 1 if len(line.split()) <= 12 else 0


def _take_photo_credit(page: Page, i: int, line: str) -> int:
    """The name of a photographer or picture agency under a picture; captions are longer and stay."""
    return 1 if len(line.split()) <= 8 and not page.is_prose(i) else 0


def _take_page_control(page: Page, i: int, line: str) -> int:
    """Words to click on: print, back, next, to the top."""
    return 1


def _take_end_mark(page: Page, i: int, line: str) -> int:
    """The mark that agencies and press offices set below the last line of a text."""
    return 1


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
    j = page.next_end_of_links(i + 1)
    if j == page.count or _closes_related_links(page, j) or not any(page.is_prose(k) for k in _after_publication(page, j)):
        return j - i
    k = i + 1
    while k < j and (k == i + 1 or not page.follows_gap(k)):
        k += 1
    if k == j and k > i + 1 and page.follows_gap(k - 1):
        k -= 1
    return k - i


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


_NEWSLETTER_CALL = re.compile(
    r"(?:sign up|subscribe|join our|get (?:the|our) |follow (?:us|our)|"
    r"подпи\w+|следите за|жазылы\w+|abonnieren|abonnez|inscrivez|abone ol|suscr\w+)\b",
    re.I,
)
_ABOUT_PUBLICATION = re.compile(
    r"[^.]{3,80}\bis an? (?:\w+ ){0,2}?(?:bi-?weekly|weekly|monthly|quarterly|daily|annual|bi-?monthly|online|independent|peer-reviewed) "
    r"(?:\w+ ){0,3}?"
    r"(?:publication|journal|newspaper|magazine|newsletter|bulletin|outlet|platform)\b",
    re.I,
)

RULES = (
    Rule("menu", r"\W{0,3}\w.{0,29}$", _take_menu),
    Rule("breadcrumb", r"(?:home|главная|басты бет|startseite|accueil|ana sayfa)\s?(?:>|/|»|›|→|::)", _take_breadcrumb),
    Rule(
        "view counter",
        r"(?:(?:page |article )?(?:views?|read|hits|reads)|просмотр\w*|прочитано|прочтений|қаралды|қаралым|aufrufe|gelesen|"
        r"vues|görüntülenme|okunma)\s?[:–-]?\s?"
        r"[0-9][0-9\s.,]*(?:k|times?|раз\w?|рет|mal|fois|kez)?$|"
        r"[0-9][0-9.,\s]*k?\s?(?:(?:page )?views?|reads|просмотр\w*|рет қаралды|aufrufe|vues|görüntülenme|okunma)$",
        _take_view_counter,
    ),
    Rule(
        "rating",
        r"rate this(?: \w+)?$|\(?[0-9]+ votes?\)?$|\(?[0-9]+ (?:голос\w*|оцен\w+)\)?$|(?:average )?rating:?\s?[0-9].{0,30}$|"
        r"оцените (?:\w+ )?(?:статью|материал|новость)|"
        r"рейтинг:\s?[0-9].{0,30}$|bewerten sie",
        _take_rating,
    ),
    Rule("share bar", r"\S{1,14}(?:\s\S{1,14})?:?\s?[0-9]*$|(?:share|поделиться|click to)\b", _take_share_bar),
    Rule(
        "comment counter",
        r"(?:[0-9]+|no) comments?(?: yet)?$|comments?:?\s?\(?[0-9]*\)?$|(?:leave|post|write|add) a (?:comment|reply)|"
        r"(?:оставить|добавить|написать) комментар\w+|"
        r"комментари\w+:?\s?\(?[0-9]*\)?$|[0-9]+ комментари\w+$|kommentare?:?\s?\(?[0-9]*\)?$|[0-9]+ kommentare?$|"
        r"[0-9]+ commentaires?$|yorum(?:lar)?:?\s?\(?[0-9]*\)?$",
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
        "tags",
        r"(?:tags?|tagged|topics?|keywords|filed under|теги|тэги|метки|ключевые слова|тегтер|schlagwörter|schlagworte|mots[- ]clés|"
        r"etiketler)\s?:\s?\S",
        _take_tags,
    ),
    Rule(
        "update date",
        r"(?:last )?(?:updated?|modified|changed)\b(?: on| at)?\s?:?\s?.{0,30}(?:19|20)[0-9]{2}|обновлено\s?:?\s?.{0,30}(?:19|20)[0-9]{2}",
        _take_update_date,
    ),
    Rule(
        "photo credit",
        r"(?:photo|image|picture)s? ?(?:credits?|source|by|courtesy)\b|(?:photo|фото|foto|сурет)\s?[:©]",
        _take_photo_credit,
    ),
    Rule(
        "page control",
        r"[«»<>←→↑\s]{0,4}(?:back(?: to (?:top|list|news))?|to (?:the )?top|print(?: (?:this|version|page|article)){0,2}|"
        r"(?:previous|prev|next)(?: (?:article|post|page|news))?|"
        r"read more|continue reading|skip to (?:main )?content|"
        r"версия для печати|распечатать|наверх|назад|далее|подробнее|к списку|drucken|imprimer|yazdır)[«»<>←→↑.…\s]{0,4}$",
        _take_page_control,
    ),
    Rule("end mark", r"(?:ends?|the end|конец|-\s?30\s?-|#\s?#\s?#)$", _take_end_mark),
    Rule("separator", r"[-–—_=*~•·.#+|/\\\s]{3,}$", _take_separator),
    Rule("related links", rf"{_RELATED_HEAD.pattern}|{_RELATED_INLINE.pattern}", _take_related_links),
    Rule("about the publication", _ABOUT_PUBLICATION.pattern, _take_about_publication),
)
_COMPILED = tuple((rule, re.compile(rule.opens, re.I)) for rule in RULES)
_ANY_RULE = re.compile("|".join(f"(?:{rule.opens})" for rule in RULES), re.I)
