"""From a text layer to the lines of a page, put together where they were wrapped, and what has been found out about them."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator

from articles.ingest.lines import MOJIBAKE, NEWSLETTER_CALL, NEWSLETTER_WORDS, RIGHTS
from articles.ingest.read import TextLayer
from articles.ingest.seams import find_seams
from articles.ingest.wrapped import Lines, join_wrapped_lines
from kzarchive.patterns import Pattern

# Statements, titles and most boilerplate are short; a notice may be longer. No rule looks at a longer line, so that
# none can be made slow.
LONGEST_SHORT_LINE = 300
LONGEST_RULED_LINE = 1000
# Nor does one look at the middle of a page that has more short lines than any article, or book: of so many from each end, with so many characters.
_MOST_SHORT_LINES = 10_000
_MOST_CHARACTERS_OF_SHORT_LINES = 500_000
_WORDS_OF_PROSE = 8
_WORDS_OF_PARAGRAPH = 20
_MOST_LINES_BEFORE_TEXT = 4
_LEAST_LINES_APART = 40
_SHARE_APART = 0.97
_LINE = Pattern(r"[^\n]+")
_NUMBER_OF_PAGE = Pattern(r"\s[-–—|]\sстр\.\s?[0-9]{1,4}$")
_FINAL_STOP = Pattern(r"[.!?…。！？](?:[\"'”’»)\]\s\d]|\[[ivxlc]{1,7}\]|\(\*\))*$")
_ENDS_SENTENCE_OF_NAMES = Pattern(r"[^\W_]{2}\.$")
_YEARS_IN_BRACKETS_AT_END = Pattern(r"\([0-9]{4}(?:\s?[-–—]\s?[0-9]{4})?\s?(?:гг?|жж?)\.\)$")
_MOST_WORDS_BEFORE_YEARS = 20
_WORD_START = Pattern(r"(?<!\S)[\"'“‘«„(\[]*(\w)")


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
        self._mark_starts = layer.markup.marks.starts if layer.markup else array("q")
        self._ends_of_links = array("q")
        self.removed: dict[int, str] = {}
        self.selectors: list[int] = []  # signs that say how an emoji is to look, left over from it at the begin of a line
        self._lay_out()
        self.count = len(self._starts)
        self.middle = self._find_middle()
        self._inner, self._outer = (self.middle.start, self.middle.stop) if self.middle else (self.count, self.count)
        self._folded: dict[int, str] = {}  # the short lines that were asked for, blanks folded
        self._prose = bytearray(self.count)  # what is_prose has found out: 0 nothing yet, 1 no, 2 yes

    def start(self, i: int) -> int:
        return self._starts[i]

    def end(self, i: int) -> int:
        return self._ends[i]

    def raw(self, i: int) -> str:
        """Return line ``i`` as it stands in the text layer, sign for sign; where a program broke it, with a blank for the line feed."""
        return self.text[self._starts[i] : self._ends[i]].replace("\n", " ")

    def is_short(self, i: int) -> bool:
        """Tell whether line ``i`` may state something: it is no paragraph, and does not lie in the middle of an endless page."""
        return self._ends[i] - self._starts[i] <= LONGEST_SHORT_LINE and (i < self._inner or i >= self._outer)

    def is_ruled(self, i: int) -> bool:
        """Tell whether the rules of boilerplate look at line ``i``, which may be longer than one that states something."""
        return self._ends[i] - self._starts[i] <= LONGEST_RULED_LINE and (i < self._inner or i >= self._outer)

    def line(self, i: int) -> str:
        """Return line ``i``, blanks folded; of a long line only the first thousand characters."""
        known = self._folded.get(i)
        if known is not None:
            return known
        line = " ".join(self.text[self._starts[i] : min(self._ends[i], self._starts[i] + LONGEST_RULED_LINE)].split())
        if self.is_short(i):
            self._folded[i] = line
        return line

    def follows_gap(self, i: int) -> bool:
        """Tell whether an empty line stands before line ``i``."""
        return bool(self._gaps[i])

    def regions(self, i: int) -> frozenset[str]:
        """Return where in the markup line ``i`` stands; empty for plain text."""
        if not self._mark_starts:
            return frozenset()
        at = bisect_right(self._mark_starts, self._starts[i]) - 1
        return self.layer.markup.marks.regions[at] if at >= 0 else frozenset()

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
        if is_stopped and _NUMBER_OF_PAGE.search(self.text, max(start, end - 16), end):
            return False  # a headline, and which page of its text this is
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
                if self.is_prose(j, least_words=12) or closes_related_links(self, j):
                    following = j
                self._ends_of_links[j] = following
        return self._ends_of_links[i]

    def shorten(self, i: int, end: int) -> None:
        """Let line ``i`` end at ``end``: what follows there is no part of it, and is accounted for elsewhere."""
        self._ends[i] = end
        self._prose[i] = 0
        self._folded.pop(i, None)

    def narrow(self, i: int, start: int, end: int) -> None:
        """Let line ``i`` begin at ``start`` and end at ``end``: what stands around it is no part of it, and is accounted for elsewhere."""
        self._starts[i] = start
        self.shorten(i, end)

    def remove(self, first: int, last: int, rule: str) -> None:
        """Take the lines from ``first`` up to, not including, ``last`` out of the article."""
        for i in range(first, last):
            self.removed.setdefault(i, rule)

    def kept(self) -> list[int]:
        return [i for i in range(self.count) if i not in self.removed]

    def _find_middle(self) -> range:
        """Return the lines that no rule looks at, in the middle of a page that has too many short ones; empty for nearly every page."""
        if self.count <= 2 * _MOST_SHORT_LINES and len(self.text) <= 2 * _MOST_CHARACTERS_OF_SHORT_LINES:
            return range(0)
        return range(self._reach(range(self.count)), self._reach(range(self.count - 1, -1, -1)) + 1)

    def _reach(self, lines: range) -> int:
        """Return the first of ``lines`` before which as many short ones stand as are looked at from one end; behind the last where there is none."""
        left, characters = _MOST_SHORT_LINES, _MOST_CHARACTERS_OF_SHORT_LINES
        for i in lines:
            length = self._ends[i] - self._starts[i]
            if length <= LONGEST_SHORT_LINE:
                left -= 1
                characters -= length
                if left < 0 or characters < 0:
                    return i
        return lines.stop

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
                self.selectors.append(start)
                start += 1
            # One line feed, and blanks, between two lines: no gap.
            self._gaps.append(previous_end < 0 or text.count("\n", previous_end, start) != 1)
            self._starts.append(start)
            self._ends.append(end)
            previous_end = end
        if not self._mark_starts:
            self._starts, self._ends, self._gaps = join_wrapped_lines(text, Lines(self._starts, self._ends, self._gaps))
            if len(self._gaps) >= _LEAST_LINES_APART and sum(self._gaps) > _SHARE_APART * len(self._gaps):
                # A program put a blank line below each line, of menus and captions too: it parts nothing.
                self._gaps[1:] = bytes(len(self._gaps) - 1)

    def _printed_lines(self) -> Iterator[tuple[int, int]]:
        """Yield the lines of the text; near its head those that a template has run together with a day and its hour are parted again."""
        text = self.text
        seams = find_seams(text)
        for match in _LINE.finditer(text):
            start, end = match.span()
            while seams and seams[0] < end:
                seam = seams.pop(0)
                if seam > start:
                    yield start, seam
                    start = seam
            yield start, end


def closes_related_links(page: Page, i: int) -> bool:
    """Tell whether line ``i`` claims rights or calls to subscribe, as stands in a foot below lists of links."""
    if not page.is_short(i):
        return False
    line = page.line(i)
    return bool(RIGHTS.match(line) or (NEWSLETTER_CALL.match(line) and NEWSLETTER_WORDS.search(line)))
