"""Where one article ends in a capture and the next begins."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from articles.ingest.dates import find_dates
from articles.ingest.lines import is_title_like, may_be_headline
from articles.ingest.reading import Reading
from articles.ingest.record import Doubt
from articles.ingest.statements.beside_dates import read_line_of_date
from articles.ingest.statements.bylines import read_byline
from articles.ingest.statements.datelines import read_dateline
from articles.ingest.statements.lines import read_statement
from articles.ingest.statements.names import names_person
from kzarchive.patterns import Pattern

_LEAST_WORDS_OF_REPORT = 60
_DIGIT = Pattern("[0-9]")


def keep_first_article(reading: Reading) -> None:
    """Find where further articles begin below the marks that close one, and leave them out of the draft."""
    page = reading.page
    closing = [i for i in range(page.count) if _closes_article(reading, i)]
    closed = set(closing)
    ends = [i + 1 for i in closing if i + 1 not in closed]
    # A question alone may be one that a site puts to its readers.
    holds_text = [
        any(page.is_prose(i) and page.raw(i)[-1] != "?" for i in range(*part) if i not in closed) for part in pairwise([0, *ends, page.count])
    ]
    cuts: list[int] = []
    has_text_before = False
    for n, (end, following) in enumerate(pairwise([*ends, page.count])):
        has_text_before = has_text_before or holds_text[n]
        is_closed_too = end < following and following - 1 in closed
        if has_text_before and holds_text[n + 1] and (is_closed_too or _opens_article(reading, end)):
            cuts.append(end)
            has_text_before = False
    cuts = cuts or _find_reports(reading) or _find_stamped(reading)
    if not cuts:
        return
    borders = [0, *(page.start(cut) for cut in cuts), len(reading.layer.text)]
    reading.parts = tuple(pairwise(borders))
    for i in range(cuts[0], page.count):
        page.removed[i] = "next article"
    reading.doubts.append(Doubt("several-articles", f"The capture holds {len(reading.parts)} articles, one below the other; this is the first."))


def _find_reports(reading: Reading) -> list[int]:
    """Return the lines at which the second and further reports begin where a page prints several whole, each below its headline and its day.

    A list of other articles has headlines and days too; what stands below each there is a teaser at most.
    """
    page = reading.page
    first_with: dict[str, int] = {}
    for i in range(page.count):
        if _heads_report(reading, i):
            first_with.setdefault(page.line(i), i)  # one printed twice above its text
    heads = list(first_with.values())
    first = next((i for i in range(page.count) if i not in page.removed and page.is_prose(i) and i not in heads), page.count)
    if len(heads) < 2 or heads[0] > first:
        return []
    cuts = []
    for head, following in zip(heads[1:], [*heads[2:], page.count], strict=True):
        text = [page.line(i) for i in range(head + 1, following) if i not in page.removed and page.is_prose(i)]
        if len(text) < 2 or sum(len(line.split()) for line in text) < _LEAST_WORDS_OF_REPORT:
            break
        cuts.append(head)
    return cuts


_STAMP = Pattern(r"[0-9]{2}\.[0-9]{2}\.(?:19|20)[0-9]{2},?\s[0-9]{2}:[0-9]{2}(?:\s[0-9]{1,7})?")
_LEAST_WORDS_OF_ITEM = 30


def _find_stamped(reading: Reading) -> list[int]:
    """Return the lines at which further news begin where a page prints several, each below its day, its hour and how often it was seen."""
    page = reading.page
    stamps = [i for i in range(page.count) if page.is_short(i) and _STAMP.fullmatch(page.raw(i))]
    if len(stamps) < 2 or any(reading.page.is_prose(i) for i in range(stamps[0])):
        return []
    cuts = []
    for stamp, following in zip(stamps[1:], [*stamps[2:], page.count], strict=True):
        text = [page.line(i) for i in range(stamp + 2, following) if i not in page.removed and page.is_prose(i)]
        has_headline = stamp + 1 < following and page.is_short(stamp + 1) and may_be_headline(page.line(stamp + 1), _LEAST_WORDS_OF_HEADLINE)
        if not has_headline or sum(len(line.split()) for line in text) < _LEAST_WORDS_OF_ITEM:
            break
        cuts.append(stamp)
    return cuts


def _heads_report(reading: Reading, i: int) -> bool:
    """Tell whether line ``i`` is a headline above a day of its own, or above a dateline, and those above running text."""
    page = reading.page
    if i in page.removed or not page.is_short(i) or i + 2 >= page.count or not _DIGIT.search(page.text, page.start(i + 1), page.start(i + 1) + 300):
        return False
    if page.is_prose(i):
        return False
    below = i + 1
    if page.is_short(below) and not page.is_prose(below) and _names_author(page.raw(below)) and below not in page.removed:
        below += 1  # the by-line between headline and day
        if below + 1 >= page.count:
            return False
    after_day = below + 1
    if page.is_short(after_day) and not page.is_prose(after_day) and after_day + 1 < page.count and _names_author(page.raw(after_day)):
        after_day += 1
    opens_text = page.is_prose(below)
    if not opens_text and (not page.is_short(below) or below in page.removed or after_day in page.removed or not page.is_prose(after_day)):
        return False  # asked first, since a look for days is what costs
    line = page.line(i)
    if len(line.split()) < 3 or not is_title_like(line) or line[0].islower() or find_dates(line) or _names_author(line):
        return False
    if opens_text:
        found = read_dateline(page.raw(below)[:200])
        return bool(found) and any(char.isdigit() for char in page.raw(below)[: found[0]])
    if not find_dates(page.line(below)):
        return False
    fields = read_statement(page.raw(below)) or read_line_of_date(page.raw(below)) or ()
    return any(found.name in ("published_on", "bare_date") for found in fields)


@lru_cache(64)  # of each line its neighbours above ask too
def _names_author(line: str) -> bool:
    """Tell whether ``line`` is a by-line, or nothing but the name of a person whose given name is known."""
    return names_person(line) or any(found.name == "authors" for found in read_byline(line) or ())


def _closes_article(reading: Reading, i: int) -> bool:
    """Tell whether line ``i`` stands below articles: an end mark, a claim of rights, a note on the issue."""
    if reading.page.removed.get(i) == "end mark":
        return True
    if reading.page.removed.get(i) == "separator":  # between two reports; within one text no dateline follows it
        return any(read_dateline(reading.page.raw(j)[:200]) for j in range(i + 2, min(i + 4, reading.page.count)))
    if not reading.page.is_short(i) or not reading.page.raw(i).startswith(("Copyright", "©", "(", "COPYRIGHT", "All rights", "Все права")):
        return False
    if _RIGHTS_OF_PICTURE.fullmatch(reading.page.raw(i)) or i in reading.stated:  # a review's, with the notes below
        return False
    fields = read_statement(reading.page.raw(i)) or ()
    return any(found.name in ("rights", "issue") for found in fields)


_RIGHTS_OF_PICTURE = Pattern(r"©\s?[^\W\d_a-zа-яё][^/0-9]{2,40}\s?/\s?[^\W\d_a-zа-яё][\w .-]{1,30}")  # its maker and his agency


_LEAST_WORDS_OF_HEADLINE = 3


def _opens_article(reading: Reading, i: int) -> bool:
    """Tell whether an article begins at line ``i``: with a dateline, or with a title and a by-line or date near.

    By-line and day alone stand below the rights of a picture too, which parts them from their own headline.
    """
    page = reading.page
    has_headline = is_stated = False
    for j in range(i, min(i + 4, page.count)):
        if read_dateline(page.raw(j)[:200]):
            return True
        if page.is_prose(j):  # a heading further down is the text's
            break
        fields = read_statement(page.raw(j)) if page.is_short(j) else None
        is_stated = is_stated or any(found.name in ("byline", "published_on", "bare_date") for found in fields or ())
        has_headline = has_headline or (
            not fields and page.is_short(j) and not page.is_prose(j) and may_be_headline(page.line(j), _LEAST_WORDS_OF_HEADLINE)
        )
    return is_stated and has_headline
