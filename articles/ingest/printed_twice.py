"""Lines printed twice running: the caption below a picture and beside it, a headline, a lead, who wrote, the head of a list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from articles.ingest.comparing import is_repetition
from articles.ingest.credited import MOST_LINES_ABOVE_TEXT
from articles.ingest.credits import AGENCIES
from articles.ingest.dates import find_dates
from articles.ingest.lines import is_title_like
from articles.ingest.people.spoken_of import is_spoken_of
from articles.ingest.reading import LONG_WORD, MOST_HEAD_LINES, Reading
from articles.ingest.statements.datelines import read_dateline
from articles.ingest.statements.lines import read_statement
from articles.ingest.statements.names import has_given_name, names_person
from articles.ingest.statements.people import read_person
from kzarchive.patterns import Pattern


@dataclass
class _Pairs:
    """The lines that are kept, and what is known of the page they are on while their pairs are gone through."""

    reading: Reading
    kept: list[int]
    first_prose: int  # 0 without any
    last_of_head: int  # the third paragraph near the top at most: a standfirst may be two of them
    has_doubled_title: bool = False


def part_lines_printed_twice(reading: Reading, kept: list[int]) -> None:
    """Leave out one of two printings of each of the lines ``kept`` that stands twice running; the other is a caption where it tells of a picture."""
    page = reading.page
    paragraphs = [i for i in kept[:MOST_HEAD_LINES] if page.is_prose(i)][:3]
    first_prose = next((i for i in kept if page.is_prose(i)), 0)
    pairs = _Pairs(reading, kept, first_prose, paragraphs[-1] if paragraphs else 0)
    for first, second in pairwise(kept):
        is_next = all(page.removed.get(i) == "photo credit" for i in range(first + 1, second))
        if not is_next or first in page.removed or not page.is_short(first) or _part_glued_caption(pairs, first, second):
            continue
        if not page.is_short(second):
            continue
        if page.text[page.start(first)] != page.text[page.start(second)] and not page.text[page.start(first)].isalpha():
            continue
        if _has_maker_behind(pairs, first, second):
            page.removed[second] = "repeated caption"
            if first != kept[0] or page.is_prose(first):
                reading.captions.add(first)
        elif is_repetition(page.line(first), page.line(second)):
            _take_pair(pairs, first, second)


def _part_glued_caption(pairs: _Pairs, first: int, second: int) -> bool:
    """Part the caption ``first`` from the paragraph that ``second`` is, to which it is glued again; tell whether it is."""
    reading, page = pairs.reading, pairs.reading.page
    end_of_caption = _end_of_glued_caption(reading, first, second)
    if end_of_caption is None:
        return False
    is_title = first == pairs.kept[0] and not page.is_prose(first)  # nothing that a picture could stand under is above it
    if not is_title:
        reading.captions.add(first)
    reading.begin_body(second, end_of_caption, "repeated title" if is_title else "repeated caption")
    return True


def _has_maker_behind(pairs: _Pairs, first: int, second: int) -> bool:
    """Tell whether line ``second`` is line ``first`` with who took the picture behind it."""
    page = pairs.reading.page
    if len(page.line(first).split()) < 4 or not page.raw(second).startswith(page.raw(first)):
        return False
    rest = page.raw(second)[len(page.raw(first)) :]
    is_stopped = not page.raw(first).isupper() and page.raw(first)[-1] == "."
    return bool(rest) and bool(_MAKER_BEHIND.fullmatch(rest) or (is_stopped and _MAKER_IN_CAPITALS.fullmatch(rest)))


def _take_pair(pairs: _Pairs, first: int, second: int) -> None:
    """Leave out what is printed again of two lines that are one."""
    reading, page = pairs.reading, pairs.reading.page
    if 0 < first <= pairs.last_of_head and _names_authors(reading, first):  # beside their picture and below it
        page.removed[second] = "repeated by-line"
    elif first in pairs.kept[:6] and _is_beginning_of(page.raw(first), page.raw(second)) and page.is_prose(second):
        page.removed[first] = "repeated lead"
    elif _heads_list_below(reading, first, second):
        page.removed[first] = page.removed[second] = "related links"
    elif first in reading.captions:
        page.removed[second] = "repeated caption"
    elif _is_lead(pairs, first, second):
        page.removed[second] = "repeated lead"
    elif _is_headline(pairs, first, second):
        pairs.has_doubled_title = True
        is_of_path = page.raw(first).islower() and not page.raw(second).islower()  # which a site builds from the address
        page.removed[first if is_of_path else second] = "repeated title"
    else:
        page.removed[second] = "repeated caption"
        reading.captions.add(first)
        if _is_above_third_line(reading, pairs.kept, first, second):
            reading.captions.add(second + 1)


def _is_lead(pairs: _Pairs, first: int, second: int) -> bool:
    """Tell whether the paragraph ``first`` is the lead of a report: it says from where or when, or no line above could have a picture."""
    reading, page = pairs.reading, pairs.reading.page
    if first <= 6 and not reading.layer.is_marked_up and page.is_prose(first):
        tells_news = len(page.line(first).split()) >= 20 and _TELLS_ON_WEEKDAY.search(page.line(first)) and page.is_prose(second)
        if tells_news or read_dateline(page.raw(first)) or _OPENS_WITH_TOWN.match(page.raw(first)):
            return True
    if first == pairs.kept[0] and page.is_prose(first) and page.raw(first)[-1] == ".":
        return True
    if first == pairs.first_prose and _is_of_several_sentences_apart(reading, first, second):
        return True
    return _tells_headline(reading, pairs.kept, first, second)


def _is_headline(pairs: _Pairs, first: int, second: int) -> bool:
    """Tell whether a line printed twice is the headline: the first line of the page, one above the text below no other headline, or a short call."""
    reading, page, kept = pairs.reading, pairs.reading.page, pairs.kept
    words = len(page.line(first).split())
    longest = 25 if first == kept[0] else 14
    if first <= 4 and page.raw(first).endswith(("!", "?", "...")) and words <= longest and not pairs.has_doubled_title:
        return True
    names_those_shown = first != kept[0] and page.raw(first)[-1] == "." and words >= 10 and ", " in page.line(first)
    if page.is_prose(first) or names_those_shown or _is_in_one_block_with_maker(reading, kept, first, second):
        return False
    if first == kept[0] or _is_above_text_alone(pairs, first, second):
        return True
    # No other line could be the headline: it is the text of the picture too.
    is_below_day = first <= 4 and words >= 5 and _stands_below_day(reading, kept[:5], first)
    return is_below_day and next((i for i in kept[:8] if i > second), None) == pairs.first_prose


def _is_above_text_alone(pairs: _Pairs, first: int, second: int) -> bool:
    """Tell whether line ``first`` stands above the text, with no other headline and no credit of a picture by it."""
    reading, kept = pairs.reading, pairs.kept
    if first >= pairs.first_prose or pairs.has_doubled_title or reading.page.removed.get(second + 1) == "photo credit":
        return False
    if _is_above_third_line(reading, kept, first, second) or _is_below_signed_headline(reading, kept, first):
        return False
    return not _is_below_headline_of_text(reading, kept, first, pairs.first_prose)


def _end_of_glued_caption(reading: Reading, first: int, second: int) -> int | None:
    """Return where line ``second`` stops being line ``first`` again and a paragraph begins that is glued to it, no blank between."""
    page = reading.page
    if reading.length(first) < 12 or page.text[page.start(first)] != page.text[page.start(second)]:
        return None
    words, others = page.raw(first).split(), page.raw(second).split()
    # Most pairs differ at once: a pattern is made for the others only.
    if others[: len(words) - 1] != words[:-1] or not "".join(others[len(words) - 1 : len(words)]).startswith(words[-1]):
        return None
    again = Pattern(r"\s+".join(map(re.escape, words))).match(page.text, page.start(second), page.end(second))
    if not again:
        return None
    rest = page.text[again.end() : page.end(second)]
    return again.end() if len(rest) > 40 and (rest[0].isupper() or rest[0] in '«“„"—–') else None


def _stands_below_day(reading: Reading, kept: list[int], i: int) -> bool:
    """Tell whether nothing but one or two short lines with a day stand above line ``i``."""
    above = [reading.page.line(j) for j in kept if j < i]
    return 0 < len(above) <= 2 and all(find_dates(line) and len(line.split()) <= 5 for line in above)


# Behind the second printing of a caption: whose picture it is.
# "ANNA KIM FOR “THE LIGHTHOUSE”", behind the stop of a caption printed twice.
_MAKER_IN_CAPITALS = Pattern(r"\s[^a-zа-яё\d.!?]{5,60}")
_MAKER_BEHIND = Pattern(
    rf"\s[–—]\s[^.!?]{{3,50}}|"
    rf"\s?(?:(?:tous droits réservés|alle rechte vorbehalten|all rights reserved|tüm hakları saklıdır|"
    rf"copyright|photo|foto|фото)\b.{{0,60}}|©.{{1,60}}|"
    rf"(?:[^\W\d_][\w.'’-]*\s?){{1,3}}/\s?(?:{AGENCIES}|AP Photo)|\s(?-i:[A-Z]{{2,5}})|\s(?-i:[a-z0-9-]{{3,30}}\.[a-z]{{2,8}}))|"
    rf"\s?[|(]\s?(?:photo|image|picture) credits?\s?:\s?[^.!?]{{2,60}}",
    re.I,
)


def _heads_list_below(reading: Reading, first: int, second: int) -> bool:
    """Tell whether a line printed twice heads a list of headlines below the text: no text follows, but headlines do."""
    page = reading.page
    below = range(second + 1, min(page.count, second + 40))
    is_below = not page.is_prose(first) and any(page.is_prose(i) for i in range(max(0, first - 40), first))
    if reading.layer.is_marked_up or not is_below or page.raw(first)[-1] in ".…" or any(page.is_prose(i) for i in below):
        return False
    return sum(page.is_short(i) and len(page.line(i).split()) >= 4 and page.raw(i)[-1] not in ".:" for i in below) >= 2


def _is_beginning_of(lead: str, text: str) -> bool:
    """Tell whether ``lead`` is cut off with dots and ``text`` begins with it: what a list showed of it, and the paragraph itself."""
    begun = lead.rstrip(" .…")
    return lead.endswith(("...", "…")) and not text.endswith(("...", "…")) and len(begun.split()) >= 8 and text.startswith(begun)


_LEAST_WORDS_OF_LEAD = 25


def _is_of_several_sentences_apart(reading: Reading, first: int, second: int) -> bool:
    """Tell whether a paragraph of more than one sentence stands twice right below who wrote the text or when, apart from the text and from itself."""
    page = reading.page
    above = next((i for i in range(first - 1, -1, -1) if i not in page.removed), None)
    if above is None or not page.is_short(above) or not _states_who_or_when(page.raw(above)):
        return False
    if reading.layer.is_marked_up or not page.is_short(first) or len(page.line(first).split()) < _LEAST_WORDS_OF_LEAD or page.raw(first)[-1] != ".":
        return False
    below = second + 1
    is_apart = below < page.count and page.is_prose(below) and all(page.follows_gap(i) for i in (first, second, below))
    return is_apart and len(_END_OF_SENTENCE.findall(page.raw(first))) >= 2


_END_OF_SENTENCE = Pattern(r"(?<=[^\W\d_A-ZА-ЯЁ]{3})[.!?…][»”\"’)]?(?=\s[^\W\d_a-zа-яё]|$)")

_LEAST_SHARE_OF_HEADLINE = 0.6


def _tells_headline(reading: Reading, kept: list[int], first: int, second: int) -> bool:
    """Tell whether a sentence printed twice above the text is its lead: it says what the headline above it says, and what follows goes on from there.

    Below a caption the text begins with that news itself.
    """
    page = reading.page
    if reading.layer.is_marked_up or first not in kept[:8] or not page.is_prose(first) or page.raw(first)[-1] not in ".!?…":
        return False
    above = [i for i in kept[: kept.index(first)] if i not in reading.captions]
    text = next((i for i in kept if i > second), None)
    if text is None or not page.is_prose(text) or any(page.is_prose(i) for i in above):
        return False
    said = page.line(first)
    told = page.text[page.start(text) : min(page.end(text), page.start(text) + len(said))]
    return any(_share_of_words(page.line(i), said) >= _LEAST_SHARE_OF_HEADLINE > 2 * _share_of_words(page.line(i), told) for i in above)


def _share_of_words(headline: str, text: str) -> float:
    """Return which share of the longer words of ``headline``, four at least, stand in ``text`` in whatever case: their first five letters do."""
    words = {word[:5] for word in _WORD.findall(headline.casefold())}
    return len(words & {word[:5] for word in _WORD.findall(text.casefold())}) / len(words) if len(words) >= 4 else 0


_WORD = Pattern(r"[^\W\d_]{4,}")


_OPENS_WITH_TOWN = Pattern(
    r"[A-ZÇĞİÖŞÜ]{3,12}\s[A-ZÇĞİÖŞÜ][a-zçğıöşü]+\s.{80,}\b[a-zçğıöşü]+(?:d[iıuü]|t[iıuü])\.$"
)  # of a Turkish report, without a sign
_TELLS_ON_WEEKDAY = Pattern(r"\son (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


_SAY_WHEN_OR_WHO = frozenset({"authors", "published_on", "bare_date"})


_MOST_LINES_FROM_STATEMENT = 4


def _is_below_signed_headline(reading: Reading, kept: list[int], first: int) -> bool:
    """Tell whether a headline stands above line ``first``, with who wrote the text, or when, between the two: a caption twice."""
    page = reading.page
    if reading.layer.is_marked_up or first > MOST_HEAD_LINES or len(page.line(first).split()) < 4:
        return False
    above = [i for i in kept[:MOST_HEAD_LINES] if i < first and page.is_short(i)]
    signed = next((i for i in reversed(above[-_MOST_LINES_FROM_STATEMENT:]) if _states_who_or_when(page.raw(i))), None)
    if signed is None:
        return False
    return any(len(page.line(i).split()) >= 4 and is_title_like(page.line(i)) and not _states_who_or_when(page.raw(i)) for i in above if i < signed)


_LEAST_WORDS_OF_HEADLINE = 5
_LEAST_WORDS_OF_CAPTION = 4
_LENGTH_OF_OPENING = 3000


def _is_below_headline_of_text(reading: Reading, kept: list[int], first: int, text: int) -> bool:
    """Tell whether a line with more words of the text stands right above line ``first``, or above the standfirst there: the headline of both."""
    page = reading.page
    above = [i for i in kept[:MOST_HEAD_LINES] if i < first][-2:]
    if (
        reading.layer.is_marked_up
        or not above
        or text >= page.count
        or len(page.line(first).split()) < _LEAST_WORDS_OF_CAPTION
        or find_dates(page.line(first))
    ):
        return False
    opening = page.text[page.start(text) : page.start(text) + _LENGTH_OF_OPENING].casefold()
    shared = _count_of_words_in(page.line(first), opening)
    return any(
        page.is_short(i)
        and len(page.line(i).split()) >= _LEAST_WORDS_OF_HEADLINE
        and is_title_like(page.line(i))
        and page.line(i)[-1].isalnum()
        and not _states_who_or_when(page.raw(i))
        and _count_of_words_in(page.line(i), opening) >= max(1, shared)
        for i in above
    )


def _count_of_words_in(line: str, text: str) -> int:
    """Return how many longer words of ``line`` the ``text``, in small letters, has too, with whatever ending."""
    return sum(word[:4] in text for word in set(LONG_WORD.findall(line.casefold())))


def _states_who_or_when(raw: str) -> bool:
    stated = read_statement(raw) or (read_person(raw) if "," in raw or has_given_name(raw) else None)  # two words of a menu may be a name as well
    return any(field.name in _SAY_WHEN_OR_WHO for field in stated or ())


def _names_authors(reading: Reading, i: int) -> bool:
    """Tell whether line ``i`` is the names of persons and nothing else, of whom the text does not speak."""
    people = [field for field in read_person(reading.page.raw(i)) or () if field.name == "authors"]
    return bool(people) and not any(field.role or is_spoken_of(reading, field.value) for field in people)


def _is_in_one_block_with_maker(reading: Reading, kept: list[int], first: int, second: int) -> bool:
    """Tell whether a line printed twice below a headline is a caption: in one block with itself, apart from the headline, its second printing
    ends with a stop that the first has not, or the name of who took the picture stands right below.
    """
    page = reading.page
    if reading.layer.is_marked_up or first == kept[0] or second != first + 1 or page.follows_gap(second) or second > MOST_LINES_ABOVE_TEXT:
        return False
    if page.raw(second)[-1] == "." and page.raw(first)[-1].isalnum() and find_dates(page.line(first)):
        return True
    below = second + 1
    is_named = below < page.count and page.is_short(below) and not page.follows_gap(below) and names_person(page.line(below))
    return is_named and page.follows_gap(first) and page.is_short(first - 1) and len(page.line(first - 1).split()) >= 4


def _is_above_third_line(reading: Reading, kept: list[int], first: int, second: int) -> bool:
    """Tell whether a line printed twice, with a headline above it, has a third line of five words and no stop right below it, apart from the text.

    Both are captions then: that of the next picture is printed once.
    """
    page = reading.page
    if reading.layer.is_marked_up or second > MOST_LINES_ABOVE_TEXT:
        return False
    head = kept[: 2 * MOST_LINES_ABOVE_TEXT]
    following = [i for i in head if i > second][:2]
    if len(following) < 2 or following[0] != second + 1 or page.follows_gap(following[0]) or not page.is_short(following[0]):
        return False
    has_headline = any(page.is_short(i) and len(page.line(i).split()) >= 3 and not find_dates(page.line(i)) for i in head if i < first)
    third = page.line(following[0])
    is_apart = page.follows_gap(first) and page.follows_gap(following[1]) and page.is_prose(following[1])
    return has_headline and is_apart and 5 <= len(third.split()) <= 25 and third[-1].isalpha() and not read_person(third)
