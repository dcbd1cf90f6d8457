"""The lines that may be the title of a text, with what the evidence for each of them is weighed by."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from articles.ingest.comparing import comparable
from articles.ingest.credited import is_line_of_picture
from articles.ingest.language import detect_language
from articles.ingest.page import Page
from articles.ingest.people.cited import notes_on_citing
from articles.ingest.reading import LONG_WORD, MOST_HEAD_LINES, Reading, script_of
from articles.ingest.titles.wording import ends_glued, names_author
from kzarchive.patterns import Pattern


@dataclass(frozen=True)
class Contest:
    """The candidates for the title and what is known beside them, read off the page once. Lines are given by their numbers."""

    reading: Reading
    titles: tuple[int, ...]  # the candidates, in the order of the page
    words_of_text: frozenset[str]  # the first four letters of the longer words of the first running text
    printed_below: frozenset[str]  # comparable texts of short lines below the text
    last_lines: frozenset[str]  # comparable texts of the last short lines of the page
    headings: frozenset[str]  # comparable texts of the short lines from the first paragraph on
    times_nearby: Counter[str]  # how often the first short lines of the page that are kept have each comparable text
    paths: tuple[int, ...]  # the lines that were left out as paths through a site
    named_by_path: frozenset[int]  # the candidates that a path close above ends with
    script_of_text: str | None  # "Latn" or "Cyrl", where nearly all of the first paragraph is in it
    language_of_text: str | None  # where the first paragraph tells it clearly
    signed: frozenset[int]  # the lines near the candidates that give an author with what he is
    cited: str  # the words of the notes on how the article is to be cited, a blank behind each
    holders: frozenset[str]  # comparable names of those who own the page, as its last lines say

    @property
    def page(self) -> Page:
        return self.reading.page

    @property
    def has_markup(self) -> bool:
        return bool(self.reading.layer.markup)

    def line(self, i: int) -> str:
        return self.page.line(i)

    def count_of_words(self, i: int) -> int:
        return len(self.page.line(i).split())

    def titles_before(self, i: int) -> list[int]:
        return [j for j in self.titles if j < i]

    def is_short_line(self, i: int) -> bool:
        """Tell whether there is a line ``i`` on the page, and a short one."""
        return i < self.page.count and self.page.is_short(i)


def open_contest(reading: Reading, titles: list[int], lines: list[int]) -> Contest:
    """Return the contest of ``titles``, which are some of the short ``lines`` of the head."""
    page = reading.page
    first_prose = next((i for i in page.kept() if page.is_prose(i) and (reading.layer.markup or not is_line_of_picture(reading, i))), page.count)
    last_prose = next((i for i in range(page.count - 1, -1, -1) if reading.is_kept(i) and page.is_prose(i)), page.count)
    last = reading.last_lines(3)
    from_prose = range(first_prose, min(page.count, first_prose + 400))
    paths = [i for i in range(min(page.count, MOST_HEAD_LINES)) if page.removed.get(i) == "breadcrumb"]
    near = () if reading.layer.markup else range(titles[0] + 1, min(titles[-1] + 2, page.count))
    return Contest(
        reading,
        tuple(titles),
        words_of_text=_words_of_text(reading),
        printed_below=frozenset(comparable(page.line(i)) for i in last if i > max(lines[-1], last_prose)),
        last_lines=frozenset(comparable(page.line(i)) for i in last),
        headings=frozenset(comparable(page.line(i)) for i in from_prose if i not in page.removed and page.is_short(i)),
        times_nearby=Counter(comparable(page.line(i)) for i in page.kept()[:MOST_HEAD_LINES] if page.is_short(i)),
        paths=tuple(paths),
        named_by_path=frozenset(i for i in titles if any(ends_glued(page.line(path), page.line(i)) for path in paths if i - 4 < path < i)),
        script_of_text=script_of(page.raw(first_prose)[:300]) if first_prose < page.count else None,
        language_of_text=detect_language(page.raw(first_prose)[:2000]) if first_prose < page.count and len(titles) > 1 else None,
        signed=frozenset(j for j in near if page.is_short(j) and names_author(page.line(j))),
        cited=f"{' '.join(words_alone(' '.join(notes_on_citing(reading))))} " if len(titles) > 1 and not reading.layer.markup else "",
        holders=_holders(reading) if len(titles) > 1 else frozenset(),
    )


_MOST_LINES_OF_FOOT = 60
_HOLDER = Pattern(
    r"(?:copyright\s?)?(?:©|\(c\))\s?(?:copyright\s?)?(?:(?:19|20)[0-9]{2}(?:\s?[-–—]\s?(?:19|20)[0-9]{2})?,?\s)?[«“\"]?(?P<name>[^\W\d_][^|.©«»“”\"]{3,60}?)[»”\"]?"
    r"(?:,?\s(?:19|20)[0-9]{2}(?:\s?[-–—]\s?(?:19|20)[0-9]{2})?)?\.?(?:\s?[|.–—-]?\s?(?:all rights reserved|все права защищены|"
    r"alle rechte vorbehalten|"
    r"tous droits réservés|tüm hakları saklıdır|барлық құқықтар қорғалған).*)?",
    re.I,
)


def words_alone(line: str) -> list[str]:
    """Return the words of ``line`` in small letters, without any sign."""
    return _WORD.findall(line.casefold())


_WORD = Pattern(r"\w+")


def _holders(reading: Reading) -> frozenset[str]:
    """Return the names, in comparable form, of those whom the last lines of the page call its owners: "© 2002–2023 The Lamp"."""
    page = reading.page
    last = range(max(0, page.count - _MOST_LINES_OF_FOOT), page.count)
    found = (_HOLDER.fullmatch(page.raw(i)) for i in last if page.is_short(i))
    return frozenset(comparable(match["name"]) for match in found if match)


def _words_of_text(reading: Reading) -> frozenset[str]:
    """Return the beginnings of the longer words of the first running text, as a title shares some with it."""
    page = reading.page
    text = []
    for i in range(page.count):
        if reading.is_kept(i) and page.is_prose(i):
            text.append(page.text[page.start(i) : min(page.end(i), page.start(i) + 3000)])
            if sum(map(len, text)) > 6000:
                break
    return frozenset(word[:4] for word in LONG_WORD.findall(" ".join(text).casefold()))
