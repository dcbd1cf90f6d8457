"""Sentences above or below the text that say who its authors are."""

from __future__ import annotations

import re

from articles.ingest.comparing import comparable
from articles.ingest.dates import find_dates
from articles.ingest.lines import OF_THIS_TEXT
from articles.ingest.people.lives_below import LONGEST_LIFE, OPENS_LIFE, read_lives_below
from articles.ingest.people.spoken_of import END_OF_ROLE, IS_SOMEBODY, IS_TO_COME, is_spoken_of
from articles.ingest.reading import Reading
from articles.ingest.record import DraftAuthor
from articles.ingest.statements.field import Field, date_field, shifted, signed
from articles.ingest.statements.names import BEFORE_NAME_IN_LIFE, FULL_NAME, has_given_name, is_no_person, names_person, without_degrees
from articles.ingest.statements.people import read_person
from articles.ingest.statements.periodicals import read_numbering, read_volume
from articles.ingest.statements.roles import is_role, names_body, split_role
from kzarchive.patterns import Pattern

_BORN = Pattern(r",?\s\(?(?:geb\.|geboren|born|né[e]?|род\.|родил\w+)\s")
_SAID_IN_TURKISH = Pattern(
    r",?\s(?P<what>[^.]{3,160}?(?:üyesi|uzmanı|başkanı)|[^.]{3,160}?)(?:d[ıiuü]r|t[ıiuü]r|m[ae]ktad[ıi]r|yapıyor|çalışıyor|болып жұмыс істейді|"
    r"болып табылады|(?<=üyesi)|(?<=uzmanı)|(?<=başkanı))\.?$"
)
_OF_THE_AUTHOR = Pattern(
    rf"(?:[•·–—-]\s?|\*)?(?:the )?(?:author|writer|contributor)s?{OF_THIS_TEXT}"
    r"(?:,.{3,80}?,)? (?:is|was|are|were|teaches|works|serves|has|holds|studies|lives)\b|"
    r"автор(?:ы)? (?:—|–|-|является)\s|(?:der|die) autorinn?(?:en)?\s(?:ist|lehrt|arbeitet)|(?:der|die) autor(?:en)?\s(?:ist|sind|lehrt|arbeitet)|"
    r"l[’']auteure? (?:est|enseigne|s[’']exprime)\b",
    re.I,
)
_OF_A_PLACE = Pattern(r"\s(?:at|of|with|for|in|from|based|an der|am|im|à|de|du)\s|,|института|университета|центра|наук")


def read_biographies(reading: Reading) -> None:
    """Leave out the sentences under the text that say who its authors are, and take role and affiliation from them.

    Where nothing else names an author, such a sentence right below the text does, if the text does not speak of its subject.
    """
    page = reading.page
    _read_biographies_above(reading)
    read_lives_below(reading)
    if not reading.authors and "byline" not in reading.values:
        _read_name_above_biography(reading)
    if not reading.authors and "byline" not in reading.values and not reading.layer.is_marked_up:
        _read_name_above_life_without_it(reading)
    if not reading.authors and "byline" not in reading.values:
        _read_life_between_paragraphs(reading)
    if not reading.authors and "byline" not in reading.values and not reading.layer.is_marked_up:
        _read_author_called_so_above(reading)
    seen = 0
    for i in range(page.count - 1, -1, -1):
        if not reading.authors and "byline" not in reading.values and page.removed.get(i) == "biography":
            _read_author_called_so(reading, i)
        if not reading.is_kept(i) or i in reading.captions:
            continue
        seen += i < reading.foot
        if seen > 12:
            return
        line = page.line(i)
        if len(line.split()) > 90:
            continue
        if _heads_biography(reading, i, line):
            continue
        if seen <= 4 and _OF_THE_AUTHOR.match(line) and reading.has_other_text(i):
            page.removed[i] = "biography"
            continue
        opening = BEFORE_NAME_IN_LIFE.match(line, OPENS_LIFE.match(line).end()).end()
        if _tells_of_all(reading, line) or _tells_life_below_name(reading, i):
            page.removed[i] = "biography"
            continue
        if any(_is_biography_at(line, opening, author.name) for author in reading.authors):
            _read_roles_of_biography(reading, line)
            page.removed[i] = "biography"


_TELLS_OF_SEVERAL = Pattern(r"(?P<names>.{7,120}?)\s(?:are|were|write|work|teach|sind|arbeiten|lehren|sont|enseignent)\s(?=[^.]{5,160}\.$)")


def _tells_of_all(reading: Reading, line: str) -> bool:
    """Tell whether ``line`` is one sentence on what all the authors are, two or more: "Anna Kim and Paul Reed are contributors in Kuryk."."""
    found = _TELLS_OF_SEVERAL.match(line) if len(reading.authors) >= 2 and len(line) <= 300 else None
    if not found:
        return False
    return reading.are_all_authors(found["names"])


def _tells_life_below_name(reading: Reading, i: int) -> bool:
    """Tell whether line ``i`` tells a life, and the name of an author alone stands right above it."""
    page = reading.page
    if not i or page.follows_gap(i) or not page.is_short(i - 1) or len(page.line(i).split()) > 90:
        return False
    is_authors = comparable(page.line(i - 1)) in {comparable(BEFORE_NAME_IN_LIFE.sub("", author.name, count=1)) for author in reading.authors}
    if is_authors and _OF_A_LIFE.search(page.line(i)):
        page.removed.setdefault(i - 1, "repeated by-line")
        return True
    return False


def _read_life_between_paragraphs(reading: Reading) -> None:
    """Take for the author of whom one sentence between the first paragraphs says what he is and where, if the text names him nowhere else."""
    page = reading.page
    if reading.layer.is_marked_up or reading.title_line() is None:
        return
    texts = [i for i in page.kept() if reading.is_kept(i) and page.is_prose(i)]
    for i in texts[1:4]:
        line = page.line(i)
        name = FULL_NAME.match(line)
        said = IS_SOMEBODY.match(line[name.end() :]) if name and page.is_short(i) and line[-1] == "." else None
        is_one = said and names_person(name[0]) and not re.search(r"[.!?]\s+[^\W\d_a-zа-яё]{1}[^\W\d_A-ZА-ЯЁ]{3}", line)
        if not is_one or not names_body(line[:-1]) or IS_TO_COME.search(line):
            continue
        surname = name[0].split()[-1]
        if sum(page.text.count(surname, page.start(j), page.end(j)) for j in texts) == 1 and surname not in reading.values.get("title", ""):
            read_author_of_biography(reading, i, 0)
            if reading.authors:
                return


def _read_name_above_biography(reading: Reading) -> None:
    """Take for the author who stands by name on a line of his own below the text, if the next paragraph begins with that name.

    The text itself speaks of him nowhere; what is said of him ends the page, in three paragraphs at most.
    """
    page = reading.page
    kept = [i for i in page.kept() if reading.is_kept(i) and i not in reading.captions][-6:]
    for n, i in enumerate(kept[:-1]):
        printed = page.raw(i)
        name = without_degrees(printed)
        below = kept[n + 1 :]
        if not page.is_short(i) or not names_person(name) or not FULL_NAME.fullmatch(name) or len(below) > 3:
            continue
        surname = comparable(name).split()[-1]
        life = comparable(without_degrees(page.text[page.start(below[0]) : page.start(below[0]) + LONGEST_LIFE]))
        is_his = life.startswith(f"{comparable(name)} ") and page.is_prose(below[0])
        is_told = is_his and all(surname in comparable(page.line(j)) or page.line(j).startswith(("He ", "She ")) for j in below[1:])
        texts = [j for j in range(i) if reading.is_kept(j) and page.is_prose(j)]
        named = (name.split()[-1], name.split()[-1].capitalize())
        if not is_told or not texts or any(page.text.find(word, page.start(j), page.end(j)) >= 0 for j in texts for word in named):
            continue
        reading.state_fields(i, [Field("byline", printed, 0, len(printed)), Field("authors", name, printed.index(name), len(printed))])
        _read_roles_of_biography(reading, page.line(below[0]))
        page.remove(below[0], below[-1] + 1, "biography")
        return


# What is said of somebody without his name, which stands above it: where he was born, what he learnt, does and writes.
_OF_A_LIFE = Pattern(
    r"\b(?:doğdu|doğumlu|mezun\w*|öğrencisi|yazıyor|çalışıyor|"
    r"родил(?:ся|ась)|окончил[аи]?|преподаёт|преподает|живёт|живет|туған|бітірген|born (?:in|at)|"
    r"graduated|studied|studiert\w*|geboren|lebt|promoviert\w*|née? (?:à|en)|diplômée?|emekli|enseigne|vit (?:à|en))\b",
    re.I,
)
_LEAST_SIGNS_OF_LIFE = 2


def _read_name_above_life_without_it(reading: Reading) -> None:
    """Take for the author who stands by name on a line of his own near the end, above short sentences that tell a life and name nobody."""
    page = reading.page
    kept = [i for i in page.kept() if reading.is_kept(i) and i not in reading.captions][-6:]
    for i in kept:
        name, life = page.raw(i), i + 1
        if life not in kept or not page.is_short(i) or not FULL_NAME.fullmatch(name) or not names_person(name) or page.follows_gap(life):
            continue
        told = page.line(life)
        surname = name.split()[-1]
        texts = [j for j in range(i) if reading.is_kept(j) and page.is_prose(j)]
        is_life = len(_OF_A_LIFE.findall(told)) >= _LEAST_SIGNS_OF_LIFE and len(told.split()) <= 90 and surname not in told
        if not is_life or not texts or any(page.text.find(surname, page.start(j), page.end(j)) >= 0 for j in texts):
            continue
        reading.state_fields(i, signed(name))
        page.removed[life] = "biography"
        return


_CALLED_AUTHOR = Pattern(
    r"\*?(?:the |an? )?(?:author|writer|автор|автор\w* (?:статьи|материала)|(?:der|die) autor(?:in)?|l[’']auteure?|yazar)"
    rf"{OF_THIS_TEXT}"
    r"(?:\s?[,:–—-]|\s(?:is|ist|est|является))\s{1,2}(?:(?:Dr|Prof|Mr|Ms|Mrs)\.?\s)?",
    re.I,
)


_IS = Pattern(r"^(?:is|was|ist|war|est)\s(?:currently\s|also\s)?(?:an?\s|the\s|eine?\s|une?\s)?")


def _read_author_called_so(reading: Reading, i: int) -> None:
    """Take the name from the sentence below the text that says who its author is: "The author is NAME, a lecturer at ..."."""
    page = reading.page
    raw = page.raw(i)
    opening = _CALLED_AUTHOR.match(raw)
    name = FULL_NAME.match(raw, opening.end()) if opening else None
    if not name or not read_person(name[0]):
        return
    said = re.match(r"\s?[,–—(-]\s?(?:an?\s|the\s)?(?P<what>[^.;]{3,160})", raw[name.end() :])
    role, affiliation = split_role(_IS.sub("", said["what"].strip(" ,)"))) if said else (None, None)
    del page.removed[i]
    reading.state_fields(i, [Field("authors", name[0], *name.span(), role=role, affiliation=affiliation)])


_MOST_PARAGRAPHS_ABOVE = 2
_LEAST_PARAGRAPHS_BELOW = 3


def _read_author_called_so_above(reading: Reading) -> None:
    """Take the name from a sentence among the first paragraphs that says who the author is, in which a house presents his text."""
    page = reading.page
    texts = [i for i in page.kept() if reading.is_kept(i) and page.is_prose(i)]
    for i in texts[: min(_MOST_PARAGRAPHS_ABOVE, len(texts) - _LEAST_PARAGRAPHS_BELOW)]:
        if page.is_short(i) and _CALLED_AUTHOR.match(page.raw(i)):
            page.removed[i] = "biography"
            _read_author_called_so(reading, i)
            return


def read_lives_below_title(reading: Reading) -> None:
    """Take for the authors those of whom a line each says, between title and text, what they are and where: two or more below no by-line."""
    page = reading.page
    title = reading.title_line()
    if title is None or reading.authors or "byline" in reading.values or reading.layer.is_marked_up:
        return
    if _read_long_life_below_name(reading, title) or _read_life_with_paper(reading, title):
        return
    first = next((i for i in range(title + 1, min(page.count, title + 8)) if reading.is_kept(i) and _life_in(reading, i)), page.count)
    lives = []
    for i in range(first, min(page.count, first + 5)):
        life = _life_in(reading, i) if reading.is_kept(i) and not (lives and page.follows_gap(i)) else None
        if not life:
            break
        lives.append((i, life))
    above = [i for i in range(title + 1, first) if reading.is_kept(i) and page.is_prose(i)]
    if len(lives) < 2 or above or not any(page.is_prose(i) for i in range(lives[-1][0] + 1, page.count)):
        return
    for i, (name, what) in lives:
        role, affiliation = split_role(what)
        reading.state_fields(i, signed(name[0], name.start(), role=role, affiliation=affiliation))
    below = lives[-1][0] + 1
    numbering = read_volume(page.raw(below)) or read_numbering(page.raw(below)) if reading.is_kept(below) and page.is_short(below) else None
    if numbering:
        reading.state_fields(below, numbering)


def _read_long_life_below_name(reading: Reading, title: int) -> bool:
    """Take for the author whose name stands alone below the title, with a paragraph below it that begins with that name and tells what he is."""
    page = reading.page
    for i in range(title + 1, min(page.count - 2, title + 5)):
        name = page.raw(i) if page.is_short(i) else ""
        if not reading.is_kept(i) or not names_person(name) or not page.text.startswith(f"{name} ", page.start(i + 1)):
            continue
        life = page.text[page.start(i + 1) : min(page.end(i + 1), page.start(i + 1) + 1000)]
        said = IS_SOMEBODY.match(life[len(name) :])
        if not said or not is_role(said["what"].partition(",")[0]) or not any(page.is_prose(j) for j in range(i + 2, page.count)):
            return False
        role, affiliation = split_role(END_OF_ROLE.split(said["what"])[0].strip(" .,"))
        byline, author = Field("byline", name, 0, len(name)), Field("authors", name, 0, len(name), role=role, affiliation=affiliation)
        reading.state_fields(i, [byline, author])
        page.removed[i + 1] = "biography"
        return True
    return False


_APPEARED_IN = Pattern(
    r"\.\s(?:this|his|her) (?:article|op-?ed|piece|commentary|column|essay)\s"
    r"(?:(?:first|originally)\s)?(?:appeared|ran|was (?:first |originally )?published)\s"
    r"(?:in|on|at)\s(?P<paper>(?-i:[^\W\d_a-zа-яё])[^.]{2,60}?)(?:,?\s(?:on|in)\s(?P<day>[^.]{4,24}))?\.?$",
    re.I,
)


def _read_life_with_paper(reading: Reading, title: int) -> bool:
    """Take for the author of whom the line right below the title says what he is and in which paper, on which day, his article appeared."""
    page, i = reading.page, title + 1
    raw = page.raw(i) if i < page.count and reading.is_kept(i) and reading.length(i) <= _LONGEST_LIFE_WITH_PAPER else ""
    paper = _APPEARED_IN.search(raw)
    name = FULL_NAME.match(raw, BEFORE_NAME_IN_LIFE.match(raw).end()) if paper else None
    said = _IS_A.match(raw[: paper.start()], name.end()) if name and names_person(name[0]) else None
    if not said or not is_role(said["what"]):
        return False
    role, affiliation = split_role(said["what"])
    fields = signed(name[0], name.start(), role=role, affiliation=affiliation)
    fields.append(Field("publication", paper["paper"], *paper.span("paper")))
    days = find_dates(paper["day"]) if paper["day"] else []
    if len(days) == 1:
        fields.append(date_field(raw, shifted(days[0], paper.start("day"))))
    reading.state_fields(i, fields)
    return True


_LINKS_TO_PROFILE = Pattern(
    r"[.,]\s(?:click here for|view|read|see|go to)\s(?:(?:an?|the|his|her|full|detailed|complete|more)\s){0,3}"
    r"(?:profile|bio(?:graphy)?|cv)\b.{0,12}$",
    re.I,
)


_DEGREE_BEHIND_NAME = Pattern(r",\s(?:Ph\.?D\.?|D\.?Phil\.?|M\.?A\.?|LL\.?M\.?|J\.?D\.?|MBA)(?=\s)")
_TELLS_OF_BOOKS = Pattern(r"\band (?:is )?the author of (?-i:[A-Z])|\bis the author of (?-i:[A-Z])", re.I)


def read_life_with_link(reading: Reading) -> None:
    """Take for the author of whom a line right below the title says what he is, with a link to more on him, his degree or his books."""
    page, title = reading.page, reading.title_line()
    if title is None or reading.authors or reading.layer.is_marked_up:
        return
    for i in range(title + 1, min(page.count, title + 4)):
        if reading.is_kept(i) and i not in reading.captions and reading.length(i) <= _LONGEST_LIFE_WITH_PAPER and _state_life(reading, i):
            return


def _state_life(reading: Reading, i: int) -> bool:
    raw = reading.page.raw(i)
    link = _LINKS_TO_PROFILE.search(raw)
    end = link.start() if link else len(raw)
    name = FULL_NAME.match(raw, BEFORE_NAME_IN_LIFE.match(raw).end())
    degree = _DEGREE_BEHIND_NAME.match(raw, name.end()) if name else None
    is_told = bool(link) or degree is not None or _TELLS_OF_BOOKS.search(raw) is not None
    said = _IS_A.match(raw[:end], degree.end() if degree else name.end()) if name and is_told and not is_no_person(name[0]) else None
    what = END_OF_ROLE.split(said["what"])[0].strip(" .,") if said else ""
    if not what or not is_role(what) or not (link or not is_spoken_of(reading, name[0])):
        return False
    role, affiliation = split_role(what)
    reading.state_fields(i, signed(name[0], name.start(), role=role, affiliation=affiliation))
    return True


_LONGEST_LIFE_WITH_PAPER = 400
_IS_A = Pattern(r"\sis\s(?:an?\s|the\s)?(?P<what>[^.]{10,200})\.?$")


def _life_in(reading: Reading, i: int) -> tuple[re.Match[str], str] | None:
    """Return who line ``i`` is about, and what it says that one is, if it is one sentence on somebody at some house."""
    page = reading.page
    raw = page.raw(i) if page.is_short(i) else ""
    name = FULL_NAME.match(raw, BEFORE_NAME_IN_LIFE.match(raw).end())
    said = _IS_A.match(raw, name.end()) if name and names_person(name[0]) else None
    if not said or not has_given_name(name[0]) or not names_body(said["what"]) or not IS_SOMEBODY.match(raw[name.end() :]):
        return None
    return name, said["what"]


def _read_biographies_above(reading: Reading) -> None:
    """Leave out what is said of an author between his by-line and the text, and take role and affiliation from it."""
    page = reading.page
    printed = reading.spans.get("byline", [(0, 0)])[0][1]
    if not reading.authors or not printed:
        return
    below = [i for i in range(page.count) if page.start(i) >= printed and reading.is_kept(i) and i not in reading.captions][:3]
    for i in below:
        line = page.line(i)
        opening = BEFORE_NAME_IN_LIFE.match(line).end()
        says_of_author = any(_is_biography_at(line, opening, author.name) or _is_name_and_posts(line, author.name) for author in reading.authors)
        says_of_author = says_of_author or _says_post_before_name(reading, line) or _OF_THE_AUTHOR.match(line) is not None
        if says_of_author and len(line.split()) <= 90 and sum(page.is_prose(j) for j in range(i + 1, min(page.count, i + 12))) >= 2:
            _read_roles_of_biography(reading, line)
            page.removed[i] = "biography"


_LONGEST_POST_BEFORE_NAME = 90


def _is_name_and_posts(line: str, name: str) -> bool:
    """Tell whether ``line`` begins with the whole of ``name`` and, behind a comma, a post or a degree: "Anna Kim, doctor of law, ..."."""
    behind = line[len(name) :]
    is_named = line[: len(name)].casefold() == name.casefold() and behind.startswith(", ")
    return is_named and is_role(behind[2:].partition(",")[0].strip(" ."))


def _says_post_before_name(reading: Reading, line: str) -> bool:
    """Tell whether ``line`` opens with what an author is, his name behind a comma, and what he does: "Docteure en géographie, NAME enseigne ..."."""
    for author in reading.authors:
        at = line.casefold().find(author.name.casefold())
        if 2 < at <= _LONGEST_POST_BEFORE_NAME and line[at - 2 : at] == ", " and "." not in line[: at - 2]:
            return is_role(line[: at - 2]) and IS_SOMEBODY.match(line[at + len(author.name) :]) is not None
    return False


def _heads_biography(reading: Reading, i: int, line: str) -> bool:
    """Leave out the name of an author that stands alone below the text, above his biography, and the line of his post below it."""
    page = reading.page
    names = {comparable(author.name): n for n, author in enumerate(reading.authors)}
    is_above_life = page.removed.get(i + 1) in ("biography", "role of the author")
    is_below_others = any(j in page.removed or j in reading.stated for j in range(max(0, i - 12), i))
    if not names or not (is_above_life or is_below_others):
        return False
    if comparable(line) in names and any(page.removed.get(j) == "biography" for j in range(max(0, i - 12), min(page.count, i + 3))):
        page.removed[i] = "repeated by-line"
        return True
    above = i - 1
    if above >= 0 and is_role(line) and not page.is_prose(i) and comparable(page.line(above)) in names and above not in reading.stated:
        author = reading.authors[names[comparable(page.line(above))]]
        if not author.role and not author.affiliation:
            reading.authors[names[comparable(author.name)]] = DraftAuthor(author.name, *split_role(line))
        page.removed[i] = "role of the author"
        return True
    return False


def _subject_at(line: str, at: int, name: str) -> str | None:
    """Return the name with which ``line`` speaks at ``at`` of who is called ``name``: in full or by the last word, in capitals or not."""
    name = BEFORE_NAME_IN_LIFE.sub("", name, count=1)
    said = line[at:].casefold()
    return next((known for known in (name, name.split()[-1]) if said.startswith(known.casefold())), None)


def _is_biography_at(line: str, at: int, name: str) -> bool:
    subject = _subject_at(line, at, name)
    rest = line[at + len(subject) :] if subject else ""
    said = IS_SOMEBODY.match(rest)
    if said:
        return " " in subject or is_role(END_OF_ROLE.split(said["what"])[0])
    return bool(subject) and " " in subject and bool(_BORN.match(rest) or _SAID_IN_TURKISH.match(rest) or _HAS_LEARNT.match(rest))


_HAS_LEARNT = Pattern(
    r"\s(?:graduated from|(?:received|completed|earned|obtained) (?:his|her|an?)\b|was born (?:in|on)|studied\b|"
    r"окончил[аи]?\b|родил(?:ся|ась)\b|hat .{3,60} studiert|a étudié|mezun)",
    re.I,
)


def _read_roles_of_biography(reading: Reading, line: str) -> None:
    """Take role and affiliation of each author of whom ``line`` says what he is, one sentence after the other."""
    for n, author in enumerate(reading.authors):
        name = BEFORE_NAME_IN_LIFE.sub("", author.name, count=1)
        at = line.casefold().find(name.casefold())
        if at < 0:
            at = BEFORE_NAME_IN_LIFE.match(line).end()
        if author.role or author.affiliation or not _is_biography_at(line, at, author.name):
            continue
        rest = line[at + len(_subject_at(line, at, author.name)) :]
        said = IS_SOMEBODY.match(rest) or _SAID_IN_TURKISH.match(rest)
        if said:
            role, affiliation = split_role(END_OF_ROLE.split(said["what"].lstrip())[0].strip(" .,"))
            reading.authors[n] = DraftAuthor(author.name, role, affiliation)


def read_author_of_biography(reading: Reading, i: int, opening: int) -> None:
    """Take the author from the sentence in line ``i`` that begins, at ``opening``, with a name and says what its bearer is and where."""
    page = reading.page
    line = page.line(i)
    name = FULL_NAME.match(line, opening)
    said = IS_SOMEBODY.match(line[name.end() :]) if name else None
    if (
        not said
        or not _OF_A_PLACE.search(said["what"])
        or not is_role(END_OF_ROLE.split(said["what"])[0])
        or is_spoken_of(reading, name[0])
        or not read_person(name[0])
    ):
        return
    role, affiliation = split_role(END_OF_ROLE.split(said["what"])[0].strip(" .,"))
    # As it is printed: blanks may be of any kind there.
    printed = re.compile(r"\s+".join(map(re.escape, name[0].split()))).search(page.text, page.start(i), page.end(i))
    reading.stated.add(i)
    reading.note(Field("authors", name[0], 0, len(printed[0]), role=role, affiliation=affiliation), printed.start())
    reading.remove_stretch(page.start(i), printed.start(), "biography")
    reading.remove_stretch(printed.end(), page.end(i), "biography")
