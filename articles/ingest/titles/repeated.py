"""The title where it is printed again, and what is glued to it or to the first paragraph."""

from __future__ import annotations

import re
from itertools import pairwise

from articles.ingest.comparing import comparable
from articles.ingest.credits import CREDIT
from articles.ingest.dates import find_dates
from articles.ingest.page import Page
from articles.ingest.reading import MOST_HEAD_LINES, Reading
from articles.ingest.statements.field import Field, date_field, shifted
from articles.ingest.statements.names import FULL_NAME
from articles.ingest.statements.people import read_person
from articles.ingest.statements.roles import is_role, split_role
from articles.ingest.titles.wording import HEADS_OF_PARTS, is_cut_off, letters_alone
from kzarchive.patterns import Pattern


def part_doubled_heads(reading: Reading) -> None:
    """Part the heading of a part from the paragraph that begins with it once more, glued to its first word: "Abstract", "AbstractThis paper ..."."""
    page = reading.page
    for i in range(1, min(page.count, 60)):
        head = page.raw(i - 1) if page.is_short(i - 1) and reading.is_kept(i - 1) else ""
        if head.casefold() not in HEADS_OF_PARTS or not page.text.startswith(head, page.start(i)) or i in reading.body_starts:
            continue
        begin = page.start(i) + len(head)
        if begin < page.end(i) and page.text[begin].isupper():
            reading.begin_body(i, begin, "field label")


def part_doubled_names(reading: Reading) -> None:
    """Part a person's name from itself where a template printed it twice in one line, as the text of a picture and again: "Anna Kim Anna Kim"."""
    page = reading.page
    for i in page.kept()[:MOST_HEAD_LINES]:
        words = page.raw(i).split() if page.is_short(i) and len(page.raw(i)) <= 80 else []
        half = len(words) // 2
        if half < 2 or words[:half] != words[half:] or not read_person(" ".join(words[half:])) or not reading.is_kept(i):
            continue
        seam = page.raw(i).rindex(words[0]) if words[0] != words[1] else 0
        if page.raw(i)[seam:].split() == words[half:]:
            start = page.start(i)
            reading.remove_stretch(start + seam, page.end(i), "repeated by-line")
            page.shorten(i, start + len(page.raw(i)[:seam].rstrip()))


_BORDER_OF_WINDOW = Pattern(r"\s(?:[-–—|:·»•,]|::)\s(?=\S)")
_MOST_WORDS_OF_SITE = 9
_MOST_WORDS_BEFORE = 4
_HOST_IN = Pattern(r"\w\.\w{2,}")


def part_title_of_window(reading: Reading) -> None:
    """Leave out the first line of a page where it is the title and, behind a dash or a bar, the name of the site: the title stands below by itself.

    What stands behind the title may be its day, which is then the day of the text.
    """
    page = reading.page
    kept = page.kept()[:4]
    if reading.layer.is_marked_up or len(kept) < 2 or not page.is_short(kept[0]):
        return
    for first in kept[:2]:
        if page.is_short(first) and _part_line_of_window(reading, first, [i for i in kept if i > first][:2]):
            return


def _part_line_of_window(reading: Reading, first: int, below: list[int]) -> bool:
    page = reading.page
    for i in below:
        if not page.is_short(i) or len(page.line(i).split()) < 4 or page.raw(first) == page.raw(i):
            continue
        before = page.raw(first).removesuffix(f" {page.raw(i)}")
        if before != page.raw(first) and len(before.split()) <= _MOST_WORDS_BEFORE and _HOST_IN.search(before):
            page.removed[first] = "page header"  # the host and the name of a site
            return True
        if not page.raw(first).startswith(page.raw(i)):
            continue
        rest = page.raw(first)[len(page.raw(i)) :]
        days = find_dates(rest)
        if len(days) == 1 and not (rest[: days[0].start] + rest[days[0].end :]).strip(" -–—|,()"):
            reading.state_fields(first, [date_field(page.raw(first), shifted(days[0], len(page.raw(i))), name="bare_date")])
        elif _BORDER_OF_WINDOW.match(rest) and len(rest.split()) <= _MOST_WORDS_OF_SITE:
            page.removed[first] = "page header"
        return True
    return False


_LONGEST_CRUMBS = 30


def remove_crumbs_glued_to_title(reading: Reading) -> None:
    """Leave out a line of crumbs that ends in the title, no blank between, where the title stands by itself right below it: "StartNewsThe title"."""
    page = reading.page
    kept = page.kept()[:6]
    for above, below in pairwise(kept):
        if not page.is_short(above) or not page.is_short(below) or len(page.line(below).split()) < 4 or page.is_prose(below):
            continue
        crumbs = page.raw(above).removesuffix(page.raw(below))
        if 3 <= len(crumbs) <= _LONGEST_CRUMBS and crumbs != page.raw(above) and crumbs[-1].isalpha() and page.raw(below)[0].isupper():
            page.removed[above] = "breadcrumb"
            return


_NAME_AND_TITLE = Pattern(rf"(?P<name>{FULL_NAME.pattern})\.\s(?P<title>\S.{{15,200}})")
_MOST_LINES_BETWEEN = 6


def part_name_before_repeated_title(reading: Reading) -> None:
    """Part the author's name from the title behind it, "NAME. The title", which stands alone below his posts; of the first only his name is kept."""
    page = reading.page
    if reading.layer.is_marked_up:
        return
    for i in page.kept()[:4]:
        found = _NAME_AND_TITLE.fullmatch(page.raw(i)) if page.is_short(i) else None
        if not found or not read_person(found["name"]):
            continue
        said = comparable(found["title"])
        below = range(i + 1, min(page.count, i + 1 + _MOST_LINES_BETWEEN))
        again = next((j for j in below if page.is_short(j) and comparable(page.line(j)) == said), None)
        if again is None or not all(reading.is_kept(j) and page.is_short(j) for j in range(i + 1, again)):
            continue
        posts = [page.line(j) for j in range(i + 1, again)]
        role, affiliation = split_role(" ".join(posts)) if posts and is_role(" ".join(posts)[:200]) else (None, None)
        fields = [Field("byline", found["name"], *found.span("name"))]
        fields.append(Field("authors", found["name"], *found.span("name"), role=role, affiliation=affiliation))
        reading.state_fields(i, fields)
        page.remove(i + 1, again, "role of the author")
        return


def part_title_printed_twice(reading: Reading) -> None:
    """Part a title from itself where a template printed it twice without a blank between, as the text of a picture and again: "The titleThe title".

    Where the title stands on a line of its own too, the doubled line is left out as a whole.
    """
    page = reading.page
    for i in range(min(page.count, 12)):
        if not reading.is_kept(i) or not page.is_short(i) or len(page.line(i).split()) < 5:
            continue
        seam = _seam_of_doubled(page.raw(i))
        if not seam:
            continue
        half = letters_alone(page.raw(i)[seam:])
        if any(letters_alone(page.raw(j)) == half for j in range(min(page.count, 12)) if j != i and page.is_short(j)):
            page.removed[i] = "repeated title"
        elif not page.is_prose(i):
            start = page.start(i)
            reading.remove_stretch(start + seam, page.end(i), "repeated title")
            page.shorten(i, start + seam)
        return


def _seam_of_doubled(line: str) -> int | None:
    """Return where ``line`` begins once more: at a capital or a mark of quotation glued to a word or such a mark, letters and figures alike."""
    letters = letters_alone(line)
    half = len(letters) // 2
    if len(letters) < 30 or len(letters) % 2 or letters[:half] != letters[half:]:
        return None
    at = next((at for at in range(1, len(line)) if len(letters_alone(line[:at])) == half), None)
    while at is not None and at < len(line) and not line[at].isalnum() and line[at] not in '“«„"':
        at += 1
    return at if at and not line[at - 1].isspace() else None


_WORD = Pattern(r"[^\W\d_]+(?=\s)")


def _opens_sentence(page: Page, at: int, end: int) -> bool:
    """Tell whether the word at ``at`` is written large because a sentence begins with it: the text has it in small letters too. Names are not."""
    word = _WORD.match(page.text, at, end)
    if not word or not word[0][0].isupper():
        return False
    return bool(re.search(rf"(?<!\w){word[0].lower()}(?!\w)", page.text[at : at + 20_000]))


_SURNAME_BEFORE = Pattern(r"[^\W\d_a-zа-я]{3,20}\s[–—-]\s(?=\S+(?:\s\S+){2})")  # "KIM – The headline"


def part_glued_title(reading: Reading) -> None:
    """Part the title from the paragraph that begins with it, glued to the first word or before a blank: "The headlineThe text ..."."""
    page = reading.page
    line = reading.title_line()
    title = page.raw(line) if line is not None else ""
    if len(title.split()) < 3 or not title[-1].isalnum():
        return
    surname = _SURNAME_BEFORE.match(title)
    short = title[surname.end() :] if surname else title
    for i in range(line + 1, min(page.count, line + 8)):
        title = short if page.text.startswith(short, page.start(i)) else title
        if not reading.is_kept(i) or not page.text.startswith(title, page.start(i)):
            continue
        begin = page.start(i) + len(title)
        begin += page.text[begin : begin + 1] == " " and _opens_sentence(page, begin + 1, page.end(i))
        if begin < page.end(i) and page.text[begin].isupper():
            reading.begin_body(i, begin, "repeated title")
            return


_NAME_OF_PICTURE = Pattern(r"(?:(?=.{6,60}?[a-z0-9][A-Z])[a-z0-9]+(?:[ _-][a-z0-9]+){1,5}|[A-Z][a-z]+_[0-9]{1,3})(?=[A-Z][a-z’']*\s[\w’']+\s)")


_LONGEST_NAME_OF_PICTURE = 120
_LONGEST_CAPTION = 500
# A caption, whose picture it is and who has the rights: "The lamp of Kuryk. Photo by the author. All rights reserved.The pilots ...".
_CAPTION_WITH_RIGHTS = Pattern(
    r"[^\n]{3,300}?\b(?:photos?|images?|pictures?|courtesy|source|flickr|commons|wikimedia)\b[^\n]{0,120}?\b(?:all|some) rights reserved\."
    r"(?=(?-i:[^\W\d_a-zа-яё]|[«“\"]))",
    re.I,
)


def part_glued_picture_name(reading: Reading) -> None:
    """Part the name of a picture, in small letters, or its caption with the rights in it, from the first word of the text it is glued to:
    "kuryk-lamp-2014The pilots ...".
    """
    page = reading.page
    line = reading.title_line()
    line = -1 if line is None else line
    if reading.layer.is_marked_up:
        return
    for i in [i for i in range(line + 1, min(page.count, line + 6)) if reading.is_kept(i) and page.is_prose(i)][:2]:  # a lead may stand above
        start = page.start(i)
        opening = page.text[start : min(page.end(i), start + _LONGEST_CAPTION)]
        name = _NAME_OF_PICTURE.match(opening[:_LONGEST_NAME_OF_PICTURE]) or _CAPTION_WITH_RIGHTS.match(opening)
        if name and i not in reading.body_starts:
            reading.begin_body(i, start + name.end(), "text of a picture")
            return


# What an electronic library says behind a title of what it is the title of.
_KIND_BEHIND_TITLE = Pattern(r"\s(?:текст (?:научной )?(?:статьи|работы)\b|\[?(?:pdf|full text|text)\]?$)", re.I)

_SUFFIX = Pattern(r"\.(?:mp[34]|pdf|docx?|jpe?g|png)$", re.I)


def repeats_title(reading: Reading, line: str) -> bool:
    """Tell whether ``line`` is the title again, with or without the name of a section glued before it."""
    title = reading.values.get("title", "")
    if comparable(_without_credit(line)) == comparable(title) or comparable(_SUFFIX.sub("", line)) == comparable(title):
        return True
    if len(title.split()) >= 3 and line.startswith(title) and _KIND_BEHIND_TITLE.match(line[len(title) :]):
        return True
    if is_cut_off(line, title):
        return True
    before = line[: -len(title)] if len(title.split()) >= 3 and line.endswith(title) else ""
    return 0 < len(before.split()) <= 4 and not before.endswith(("«", "“", '"', "„"))


_MOST_LINES_TO_TITLE_AGAIN = 10  # below a standfirst and statements


def remove_repeated_titles(reading: Reading) -> None:
    """Leave out the title where it is printed again, below the text or right below itself."""
    title = reading.values.get("title")
    if not title or (not reading.spans.get("title") and not reading.layer.is_marked_up):
        return
    first_kept = next((i for i in range(reading.page.count) if reading.is_kept(i)), None)
    line = reading.title_line()
    below = range(line + 1, min(line + _MOST_LINES_TO_TITLE_AGAIN, reading.page.count)) if line is not None else ()
    for i in {*reading.last_lines(1), *(i for i in below if reading.is_kept(i)), first_kept} - {None}:
        if reading.page.is_short(i) and repeats_title(reading, reading.page.line(i)) and reading.has_other_text(i):
            reading.page.removed[i] = "repeated title"
    said, words = [], ""
    for i in [i for i in below if reading.is_kept(i) and reading.page.is_short(i)]:  # over several lines
        said.append(i)
        words = f"{words} {reading.page.line(i)}".strip()
        if len(said) > 1 and comparable(words) == comparable(title):
            reading.page.removed.update(dict.fromkeys(said, "repeated title"))


def _without_credit(line: str) -> str:
    """Return ``line`` without the photographer's name at its end: the text of a picture that repeats the title has one behind it."""
    credit = CREDIT.search(line)
    return line[: credit.start()] if credit else line
