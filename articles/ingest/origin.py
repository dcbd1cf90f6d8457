"""Who published an article, and in which section."""

from __future__ import annotations

import re

from articles.ingest.comparing import comparable
from articles.ingest.lines import is_row_of_menu, is_title_like, names_site
from articles.ingest.reading import INSTITUTE, LONG_WORD, SITE_BORDER, Reading, goes_on_quotation, is_in_another_script, is_in_list
from articles.ingest.sources.outlets import is_outlet
from articles.ingest.statements.bylines import BYLINE
from articles.ingest.statements.field import Field
from articles.ingest.statements.names import FULL_NAME, has_given_name, is_no_person, names_person
from articles.ingest.statements.people import read_person
from articles.ingest.titles.wording import names_paper_in_capitals
from articles.ingest.vocabulary import MENU_WORDS, NO_NAMES, REPORTING_CITIES, SECTIONS, listed
from kzarchive.patterns import Pattern

_MINISTRY = Pattern(r"(?:the )?(?:ministry|министерство|embassy|посольство|auswärtiges amt|ministère)\b|.{0,60}министрлігі$", re.I)
_NEWS_WORDS = frozenset(
    {
        "news",
        "home",
        "breaking news",
        "eilmeldung",
        "son dakika",
        "dernière minute",
        "срочно",
        "новости",
        "главная",
        "жаңалықтар",
        "haberler",
        "nachrichten",
        "actualités",
        "menu",
        "статьи",
        "материалы",
        "articles",
        "latest",
    }
)


def state_paper_above_byline(reading: Reading, head: list[int]) -> None:
    """State the paper whose name stands in capitals right above a by-line, or above the day and the by-line: it is no title.

    It is known by name, or its last word is one that papers have in their names. An article and a word or two of which the text has
    none may be the name of one, or a headline: these are left out.
    """
    page = reading.page
    if reading.layer.is_marked_up or "publication" in reading.values or "byline" not in reading.spans:
        return
    printed = reading.spans["byline"][0][0]
    signed = next((n for n, i in enumerate(head) if page.start(i) <= printed < page.end(i)), None)
    if signed is None:
        return
    above = [i for i in head[max(0, signed - 2) : signed] if reading.is_kept(i)]
    i = above[-1] if above else None
    if i is None or not page.raw(i).isupper() or not page.raw(i)[-1].isalpha():
        return
    if any(j not in reading.stated for j in range(i + 1, head[signed])) or not BYLINE.match(page.raw(head[signed])):
        return
    if names_paper_in_capitals(page.line(i)):
        reading.state_line("publication", i)
    elif page.line(i).startswith("THE ") and len(page.line(i).split()) <= 3 and not _is_told(reading, page.line(i), head[signed]):
        page.removed[i] = "page header"


def _is_told(reading: Reading, line: str, above: int) -> bool:
    """Tell whether the text below line ``above`` has one of the longer words of ``line``."""
    page = reading.page
    text = page.text[page.end(above) : page.end(above) + 6000].casefold()
    return any(re.search(rf"\b{word[:5]}", text) for word in LONG_WORD.findall(line.casefold()))


def find_publication(reading: Reading) -> None:
    """Take for the publication, where no statement names it, who claims rights, the site in the head's title, or the first line of the page.

    A ministry publishes without a publication.
    """
    page = reading.page
    if "publication" in reading.values:
        return
    holder = reading.values.get("rights_holder")
    site = _site_of_title(reading) or holder
    first = reading.first_printing
    if not site and first and not reading.layer.is_marked_up:
        paper = next(found for found in first[1] if found.name == "publication")
        reading.note(paper, page.start(first[0]))
        return
    if site and "publisher" in reading.spans and comparable(site) == comparable(reading.values["publisher"]):
        return
    if site and len(site.split()) <= 10:
        reading.values["publisher" if _MINISTRY.match(site) else "publication"] = site
        return
    if _state_masthead(reading) or _state_journal_above_abstract(reading):
        return
    if first and not reading.layer.is_marked_up:
        reading.note(next(found for found in first[1] if found.name == "publication"), page.start(first[0]))


_KINDS_OF_PAPER = listed("gazetesi|gazeti|газета|газеті|журнал|журналы|dergisi|zeitung|newspaper|magazine")


def leave_out_site_among_authors(reading: Reading) -> None:
    """Leave the site out of the authors where its by-line names itself alone, and another line of the page names who wrote the text."""
    page = reading.page
    names = {reading.values.get("publication", ""), *SITE_BORDER.split(reading.values.get("publication", ""))}
    sites = {comparable(name) for name in names if name} | ({comparable(page.line(0))} if page.count and page.is_short(0) else set())
    if page.count and page.is_short(0) and page.line(0).split()[-1].casefold() in _KINDS_OF_PAPER:
        sites.add(comparable(page.line(0).rpartition(" ")[0]))
    words = reading.values.get("publication", "").split()
    own_name = " ".join(words)
    is_house = is_outlet(own_name) or (bool(words) and is_no_person(own_name))
    may_be_person = FULL_NAME.fullmatch(own_name) and all(len(word) > 2 for word in words) and not is_house
    own = [author for author in reading.authors if comparable(author.name) in sites and not may_be_person]
    spans = reading.spans.get("authors", [])
    at = next(((start, end) for start, end in spans if comparable(reading.layer.text[start:end]) in sites), None) if own else None
    if at is None or not any(_is_person(author.name) for author in reading.authors if author not in own):
        return
    line = next(i for i in range(page.count) if page.start(i) <= at[0] < page.end(i))
    if any(page.start(line) <= start < page.end(line) for start, _ in spans if start != at[0]):
        return  # "By NAME and SITE"
    reading.authors[:] = [author for author in reading.authors if author not in own]
    spans.remove(at)
    if not any(start <= at[0] and at[1] <= end for start, end in reading.spans.get("byline", ())):
        reading.remove_stretch(*at, "field label")


def _is_person(name: str) -> bool:
    return bool(names_person(name)) or (bool(FULL_NAME.fullmatch(name)) and not is_no_person(name))


_QUOTED_PAPER = Pattern(
    r"(?P<name>[«“„\"][^«»“”„\"]{2,60}[»”“\"])\s(?:\w+\s){0,2}(?:газеті|журналы|порталы|апталығы|агенттігі|газета|журнал|еженедельник|gazetesi|dergisi)",
    re.I,
)
# What a page or a service says of itself, or offers.
_OF_A_PAGE = Pattern(
    r"\b(?:трансляция|эфир|отправляет|haber detayı|appears in|sign in|log ?in|emblem|logo|"
    r"live ?stream|live broadcast|sie befinden sich|vous êtes)\b",
    re.I,
)
_IS_MASTHEAD = Pattern(r"[|/@<>€$›→▸]|[0-9]|^(?:skip|zum|zur|aller|перейти|back|top of)\b", re.I)


def _state_journal_above_abstract(reading: Reading) -> bool:
    """State the journal in the one line between the statements above a text and its abstract, which opens with that word and a colon."""
    page = reading.page
    first = next((i for i in page.kept() if page.is_prose(i)), 0)
    i = first - 1
    opens = first > 1 and page.text.startswith(("Abstract:", "ABSTRACT:"), page.start(first))
    if not opens or not reading.is_kept(i) or not page.is_short(i) or i - 1 not in reading.stated or not 2 <= len(page.line(i).split()) <= 10:
        return False
    if not page.line(i)[0].isupper() or page.line(i)[-1] in ".:;?!,":
        return False
    reading.state_line("publication", i)
    if first not in reading.body_starts:
        reading.begin_body(first, page.start(first) + len("Abstract:"), "field label")
    return True


def _state_masthead(reading: Reading) -> bool:
    """State the name of the paper or site from the first lines of a copied page, where it stands above its menu, its motto or its issue.

    A line right above the title is as often the section as the paper: there it must have a word that papers have in their names.
    """
    page = reading.page
    title = reading.title_line()
    if reading.layer.markup or not title:
        return False
    for i in range(min(title, 3)):  # «PAPER» weekly
        paper = _QUOTED_PAPER.fullmatch(page.raw(i)) if page.is_short(i) and page.removed.get(i) == "page header" else None
        if paper:
            del page.removed[i]
            reading.state_fields(i, [Field("publication", paper["name"], *paper.span("name"))])
            return True
    for i in range(min(title, 6)):
        rule = page.removed.get(i)
        if rule not in ("page header", "menu", "line among statements"):
            if rule is None and i not in reading.stated:
                return False
            continue
        line = page.line(i)
        words = [word.casefold().strip(".,") for word in line.split()]
        known = sum(word in MENU_WORDS for word in words)
        if (
            known >= 0.5 * len(words)
            or line.casefold() in MENU_WORDS
            or NO_NAMES.issuperset(words)
            or {"avatar", "аватар"} & set(words)
            or not page.is_short(i)
            or len(words) > 7
            or not is_title_like(line)
            or line[-1] in "!?"
            or is_row_of_menu(line)
            or line.upper() in REPORTING_CITIES
            or comparable(line) in comparable(reading.values["title"])
            or _OF_A_PAGE.search(line)
            or goes_on_quotation(reading, i)
            or (is_in_list(reading, i) and i > 0)
            or ("," in line and is_in_another_script(reading, i, title))  # a field of science, translated
        ):
            continue
        if (
            re.match(r"\w+:\s", line)
            or _IS_MASTHEAD.search(line)
            or not line[0].isalpha()
            or not any(word[0].isalpha() and len(word) > 3 for word in words)
        ):
            continue
        is_above_title = all(j in page.removed and page.removed[j] != "menu" and not page.line(j)[0].isalnum() for j in range(i + 1, title))
        if len(words) == 1:
            is_glued = len(_SEAM.findall(line)) >= 2  # three entries of a menu in one word
            heads_menu = i == 0 and page.removed.get(1) in ("menu", "page header") and not line.isupper()
            is_named = not is_glued and (_is_repeated(reading, line, i) or heads_menu)
        else:
            # English writes the words of names with capitals, and those of mottos without.
            has_small_word = any(word.islower() and len(word) > 5 for word in line.split()[:3])
            is_motto = line.isascii() and has_small_word and (len(words) >= 4 or i >= 2) and not INSTITUTE.match(line)
            is_named = names_site(line) or not (is_motto or is_above_title)
        if not is_named:
            continue
        del page.removed[i]
        reading.state_line("publisher" if INSTITUTE.match(line) else "publication", i)
        return True
    return False


_SEAM = Pattern(r"[^\W\d_A-ZÀ-Þ](?=[A-ZÀ-Þ])")


def _is_repeated(reading: Reading, line: str, i: int) -> bool:
    """Tell whether the words of ``line`` stand in the page again, below."""
    return len(line) > 3 and reading.page.text.find(line, reading.page.end(i), reading.page.end(i) + 200_000) >= 0


def _site_of_title(reading: Reading) -> str | None:
    """Return the site's name as the head's title has it beside the page's own."""
    said = reading.layer.markup.statements.get("title", "") if reading.layer.markup else ""
    # A part in small letters says what the site is; a word of menus names a section of it.
    parts = [part.strip() for part in SITE_BORDER.split(said) if part.strip() and not part.strip()[0].islower()]
    while len(parts) > 1 and parts[-1].casefold() in MENU_WORDS:
        parts.pop()
    title = comparable(reading.values.get("title", ""))
    if len(parts) < 2 or not title:
        return None
    if comparable(parts[0]) == title or comparable(parts[0]) in title:
        return parts[-1]
    return parts[0] if comparable(parts[-1]) == title else parts[-1]


def _line_of_section(reading: Reading, title: int) -> int | None:
    """Return the line near the title that is nothing but the name of a section or a kind of text, and no entry of a menu."""
    page = reading.page
    text = next((i for i in range(title + 1, min(page.count, title + 4)) if reading.is_kept(i) and page.is_prose(i)), title + 4)
    near = [*range(title - 1, max(-1, title - 5), -1), *range(title + 1, min(page.count, text))]
    for i in near:
        if not page.is_short(i) or page.is_prose(i) or page.line(i).strip(" :").casefold() not in SECTIONS or i in reading.captions:
            continue
        if i in reading.stated or page.removed.get(i) not in (
            None,
            "page header",
            "menu",
            "line among statements",
            "breadcrumb",
            *(("comment counter",) if i < title else ()),
        ):
            continue
        beside = [j for j in (i - 1, i + 1) if 0 <= j < page.count and j != title and page.is_short(j)]
        if sum(page.line(j).casefold() in MENU_WORDS or page.removed.get(j) == "menu" for j in beside) and i != title - 1:
            continue
        above = [j for j in (i - 1, i - 2) if j >= 0 and page.line(j).casefold() in MENU_WORDS]
        if len(above) == 2 and page.removed.get(i) == "menu" and i != title - 1:
            continue
        return i
    return None


def _line_of_capitals(reading: Reading, title: int) -> int | None:
    """Return the line of two to four words in capitals that stands alone between title and text, where no heading is printed so: a region."""
    page = reading.page
    i = next((i for i in range(title + 1, min(page.count, title + 6)) if reading.is_kept(i)), None)
    if i is None or reading.layer.is_marked_up or page.raw(title).isupper() or not page.raw(i).isupper() or len(page.line(i).split()) > 4:
        return None
    if i in reading.captions or read_person(page.line(i)) or names_person(page.line(i).title()) or not is_title_like(page.line(i)):
        return None
    has_gaps = any(page.follows_gap(j) for j in range(1, page.count))
    others = (j for j in range(i + 1, page.count) if reading.is_kept(j) and page.is_short(j))
    is_alone = i + 1 < page.count and len(page.line(i).split()) >= 2 and (not has_gaps or (page.follows_gap(i) and page.follows_gap(i + 1)))
    return i if is_alone and not any(page.raw(j).isupper() for j in others) else None


_KIND_AND_SERIES = Pattern(r"(?P<first>[^|•·/]{3,40}?)\s?[|•·/]\s?(?P<second>[^|•·/]{3,60})")


def _parts_of_kicker(reading: Reading, title: int) -> bool:
    """State the section where the line right above the title gives it and a series, with a bar between: "Commentary | Sea Series"."""
    page = reading.page
    i = title - 1
    if i < 0 or i in reading.stated or not page.is_short(i) or page.removed.get(i) not in (None, "page header", "line among statements"):
        return False
    parts = _KIND_AND_SERIES.fullmatch(page.raw(i))
    name = next((name for name in ("first", "second") if parts and parts[name].strip().casefold() in SECTIONS), None)
    if name is None:
        return False
    page.removed.pop(i, None)
    reading.state_fields(i, [Field("section", parts[name], *parts.span(name))])
    return True


_FILED_IN = Pattern(r"(?:posted |filed |published )?(?:in|under)\s(?P<section>(?-i:[^\W\d_a-zа-яё])[^.:;!?]{2,50})", re.I)


def _line_filed_in(reading: Reading, title: int) -> int | None:
    """Return the line right below a statement of the head that says where a blog filed the text: "in Field Notes", each word a name's."""
    page = reading.page
    for i in range(title + 2, min(page.count, title + 8)):
        if page.is_prose(i) or not page.is_short(i):
            return None
        found = _FILED_IN.fullmatch(page.line(i)) if reading.is_kept(i) and i - 1 in reading.stated else None
        words = found["section"].split() if found else []
        if words and len(words) <= 5 and all(not word[0].islower() or word in ("and", "of", "the") for word in words):
            return i
    return None


def _has_word_of_section(line: str) -> bool:
    return any(word.casefold() in SECTIONS for word in line.split())


def find_section(reading: Reading, head: list[int]) -> None:
    """Take for the section the end of the path from the front page, else the short line right above the title."""
    page = reading.page
    title = reading.title_line()
    if "section" in reading.values:
        return
    if title is None:
        _state_section_alone(reading, head)
        return
    if _state_end_of_path(reading, title) or _parts_of_kicker(reading, title):
        return
    filed = _line_filed_in(reading, title)
    if filed is not None:
        found = _FILED_IN.fullmatch(page.raw(filed))
        if found:
            reading.state_fields(filed, [Field("section", found["section"], *found.span("section"))])
            return
    kicker = _line_of_capitals(reading, title)
    if kicker is not None:
        reading.state_line("section", kicker)
        return
    named = _line_of_section(reading, title)
    if named is not None:
        page.removed.pop(named, None)
        reading.state_line("section", named)
        return
    above = [i for i in head if i < title and reading.is_kept(i)]
    is_near = bool(above) and title - above[-1] <= 3 and bool(len(above) > 1 or above[-1] > 0 or page.regions(above[-1]))
    if is_near and _may_be_section(reading, above[-1]):
        reading.state_line("section", above[-1])


def _state_section_alone(reading: Reading, head: list[int]) -> None:
    """State the section that is all that stands above a text copied without its title."""
    page = reading.page
    first = next((i for i in head if reading.is_kept(i)), None)
    named = first is not None and page.line(first).casefold() in (*SECTIONS, *MENU_WORDS)
    below = next((i for i in range(first + 1, page.count) if reading.is_kept(i)), None) if named else None
    if below is not None and (page.is_prose(below) or len(page.line(below).split()) >= 15):
        reading.state_line("section", first)


def _state_end_of_path(reading: Reading, title: int) -> bool:
    """State as the section the end of the path from the front page, or the short line right below it; False if no path above the title has one."""
    page = reading.page
    for i in range(title - 1, max(-1, title - 30), -1):
        if page.removed.get(i) != "breadcrumb":
            continue
        path = page.raw(i)
        if path.endswith(page.line(title)) and ":" in page.line(title):  # a sign of the title's own
            path = path[: -len(page.line(title))].rstrip(" >›»→/:|")
        parts = [match for match in re.finditer(r"(?:(?!\s{2}|\t)[^>›»→/:|])+", path) if match[0].strip()]
        if len(parts) > 1 and comparable(parts[-1][0]) == comparable(reading.values["title"]):
            parts.pop()
        if len(parts) > 1 and len(parts[-1][0]) <= 60 and not re.search(r"[>›»→/]\s*$", page.raw(i)):
            name = parts[-1][0].strip()
            start = parts[-1].start() + parts[-1][0].index(name)
            del page.removed[i]
            reading.stated.add(i)
            at = page.start(i)
            reading.note(Field("section", name, start, start + len(name)), at)
            span = (at + start, at + start + len(name))
            reading.remove_stretch(at, span[0], "breadcrumb")
            reading.remove_stretch(span[1], page.end(i), "breadcrumb")
            return True
        if i + 1 < title and reading.is_kept(i + 1) and len(page.line(i + 1).split()) <= 4:
            reading.state_line("section", i + 1)
            return True
    return False


def _may_be_section(reading: Reading, i: int) -> bool:
    """Tell whether line ``i``, right above the title, is as short and written as sections are, and names no person or site."""
    page = reading.page
    line = page.line(i)
    return (
        len(line.split()) <= 4
        and is_title_like(line)
        and line[0].isupper()
        and not re.search(r"[0-9|@]", line)
        and "li" not in page.regions(i)
        and (i == 0 or not is_in_list(reading, i - 1) or page.follows_gap(i) or _has_word_of_section(line))
        and not read_person(line)
        and not has_given_name(line)
        and not line.isupper()
        and line.casefold() not in _NEWS_WORDS
        and (line.casefold() in MENU_WORDS or not names_site(line))
    )
