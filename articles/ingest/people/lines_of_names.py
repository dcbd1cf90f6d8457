"""Lines of nothing but names, where by-lines stand: near the title, or right below the text."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice, pairwise

from articles.ingest.boilerplate.shelves import names_shelf
from articles.ingest.comparing import comparable
from articles.ingest.credits import credit_at_end, ends_in_labelled_credit
from articles.ingest.people.biographies import read_author_of_biography
from articles.ingest.people.lives_below import LONGEST_LIFE
from articles.ingest.people.rows import read_list_of_authors, read_row_with_marks
from articles.ingest.people.signatures import (
    BULLET,
    DEGREES_BEFORE,
    INITIAL,
    STAR,
    TRADE,
    read_behind,
    read_signing_post,
    stands_among_statements,
    state_signature,
)
from articles.ingest.people.spoken_of import (
    END_OF_ROLE,
    comes_to_event,
    is_named_in_text,
    is_spoken_of,
    names_picture,
    says_who_is_quoted,
    says_who_is_shown,
    stands_below_motto,
    tags_text,
)
from articles.ingest.reading import MOST_HEAD_LINES, Reading, goes_on_quotation, plain
from articles.ingest.sources import is_outlet
from articles.ingest.statements.field import Field, signed, signed_by
from articles.ingest.statements.names import (
    BEFORE_NAME_IN_LIFE,
    FULL_NAME,
    begins_with_degree,
    has_given_name,
    has_surname_in_capitals,
    is_no_person,
    names_person,
    scholars_in,
)
from articles.ingest.statements.people import read_desk, read_person, tells_post
from articles.ingest.statements.provenance import says_what_thesis
from articles.ingest.statements.roles import ROLE_WORD, is_body, is_role, names_body, split_role
from kzarchive.patterns import Pattern

_INTRODUCES = Pattern(r".{5,50}\s(?:is|ist|est|является)\s")


def read_lines_of_names(reading: Reading, head: list[int], tail: list[int]) -> None:
    """Take a line of nothing but names for the by-line, where by-lines stand: near the title, or right below the text."""
    if reading.authors and "byline" not in reading.values and reading.layer.is_marked_up:
        _find_declared_names(reading, head)
    is_blank = any(doubt.code == "blank-byline" for doubt in reading.doubts)
    if is_blank and not reading.authors and not reading.layer.is_marked_up:
        _read_signature_below_blank(reading, tail)
    names_nobody = "byline" in reading.values and not is_blank
    if reading.authors or ("byline" in reading.values and not names_nobody):
        return
    page = reading.page
    title = reading.title_line()
    if not reading.layer.is_marked_up and _read_name_and_post_twice(reading):
        return
    if not reading.layer.is_marked_up and (_read_name_before_deck(reading, title) or _read_name_above_house_with_mail(reading, head)):
        return
    if title is not None and not reading.layer.is_marked_up and read_row_with_marks(reading, title):
        return
    near = _lines_near_title(reading, head, title)
    if title is not None and not reading.layer.is_marked_up and _read_name_above_title(reading, title):
        return
    for i in [i for i in near if names_picture(reading, i) or _names_whom_picture_shows(page.raw(i))]:
        near.remove(i)
        reading.captions.add(i)
    starred = [i for i in near if page.raw(i)[-1] in "*†" and read_person(page.raw(i))]
    if len(starred) >= 2 and not reading.layer.is_marked_up:  # each with the mark of the note on him
        for i in starred:
            state_signature(reading, i, is_below_text=False)
        return
    near.sort(key=lambda i: not (has_given_name(page.line(i)) or "," in page.line(i)))
    listed = [i for i in head if title is not None and i > title and reading.is_kept(i)]
    if not reading.layer.is_marked_up and any(_state_name_told_below(reading, i) for i in head if reading.is_kept(i) and i not in reading.captions):
        return
    if title is not None and read_list_of_authors(reading, listed):
        return
    for i in near:
        if reading.layer.is_marked_up and _INTRODUCES.match(page.line(i)) and len(page.line(i).split()) <= 30:
            read_author_of_biography(reading, i, 0)
            if reading.authors:
                return
    signing = (
        i
        for i in tail
        if not comes_to_event(reading, i)
        and not _is_contact(reading, i)
        and reading.is_kept(i)
        and not says_who_is_shown(reading, i)
        and not says_who_is_quoted(reading, i)
        and not names_shelf(page.line(i))
        and not _IN_NO_SCRIPT_OF_NAMES.search(page.raw(i))
        and (_is_told_of_below(reading, i) or not is_named_in_text(reading, page.raw(i)))
    )
    for i in [*near, *islice(signing, 2)]:
        if state_signature(reading, i, is_below_text=i in tail):
            for j in range(i + 1, min(i + 3, page.count)):
                if reading.is_kept(j) and comparable(page.line(j)) == comparable(page.line(i)) and page.raw(j)[-1] != ":":
                    page.removed[j] = "repeated by-line"
            return
    for i in near:
        if _state_glued_name(reading, i):
            return
    if (
        title is not None
        and not reading.layer.is_marked_up
        and (
            _read_name_with_star(reading, title)
            or _read_names_above_lives(reading, title)
            or _read_name_above_life(reading, title)
            or _read_name_and_dash(reading, title)
        )
    ):
        return
    if (
        title is not None
        and not reading.layer.is_marked_up
        and any(_state_name_in_capitals(reading, i) for i in head if i > title and reading.is_kept(i))
    ):
        return
    if title is not None and not reading.layer.is_marked_up and any(_state_name_and_house(reading, i) for i in listed if i <= title + 2):
        return
    _read_signature_in_capitals(reading, tail)
    if not reading.authors and "byline" not in reading.values:
        _read_who_writes(reading)
    if not reading.authors and "byline" not in reading.values and not reading.layer.is_marked_up:
        _read_name_twice_above_life(reading)


def read_scholar_above_text(reading: Reading) -> None:
    """Read the name of a scholar with his degree, or of several, that stands alone right above the first paragraph: "Doç. Dr. NAME"."""
    page = reading.page
    if reading.authors or "byline" in reading.values or reading.layer.is_marked_up:
        return
    kept = [i for i in page.kept() if reading.is_kept(i) and i not in reading.captions]
    for i, below in pairwise(kept[:MOST_HEAD_LINES]):
        raw = page.raw(i) if page.is_short(i) and page.is_prose(below) else ""
        if not begins_with_degree(raw):
            continue
        scholars = scholars_in(raw)
        if scholars or names_person(raw):
            reading.state_fields(i, signed_by(raw, scholars) if scholars else read_person(raw) or ())
            return


def _names_whom_picture_shows(raw: str) -> bool:
    """Tell whether ``raw`` is nothing but names and a credit that says of itself that it is one: "Anna Kim and Paul Reed (Photo: lamp.example)"."""
    credit = credit_at_end(raw) if ends_in_labelled_credit(raw) else None
    return credit is not None and bool(read_person(raw[: credit.start()]))


_IN_NO_SCRIPT_OF_NAMES = Pattern(r"[\u0370-\u03ff\u0530-\u05ff\u10a0-\u10ff\u3040-\u9fff\uac00-\ud7af]")  # a label of a site in its own language
_LEAST_WORDS_OF_LIFE = 5


def _is_told_of_below(reading: Reading, i: int) -> bool:
    """Tell whether the next line, in one block with line ``i``, has more words than a label: what is said of the author."""
    page = reading.page
    below = i + 1
    return (
        below < page.count
        and not page.follows_gap(below)
        and len(page.text[page.start(below) : page.end(below)].split(maxsplit=5)) >= _LEAST_WORDS_OF_LIFE
    )


_PHONE = Pattern(r"(?:T|Tel|Telefon|Phone|Тел|Тел\.|P|Mobil)\.?\s?:?\s?\+?[0-9(][0-9 ()/–-]{6,}", re.I)
_MOST_LINES_TO_PHONE = 3


def _is_contact(reading: Reading, i: int) -> bool:
    """Tell whether the number to call stands in one block with the name in line ``i``: whom a house has for questions."""
    page = reading.page
    for j in range(i + 1, min(page.count, i + 1 + _MOST_LINES_TO_PHONE)):
        if page.follows_gap(j):
            return False
        if page.is_short(j) and _PHONE.match(page.raw(j)):
            return True
    return False


def _read_signature_below_blank(reading: Reading, tail: list[int]) -> None:
    """Take for the author who signs right below the text, by a name alone, where the by-line above it is left blank."""
    page = reading.page
    for i in tail[:1]:
        name = page.raw(i)
        person = FULL_NAME.match(name)
        if person and page.is_short(i) and reading.is_kept(i) and not is_spoken_of(reading, person[0]):
            state_signature(reading, i, is_below_text=True)


def _state_name_in_capitals(reading: Reading, i: int) -> bool:
    """State the author whose name stands in capitals between the line of the day and the text, as headings stand elsewhere."""
    page = reading.page
    raw = page.raw(i)
    if not raw.isupper() or not 2 <= len(raw.split()) <= 3 or i - 1 not in reading.stated or i + 1 >= page.count or not page.is_prose(i + 1):
        return False
    if not names_person(raw.title()) or is_spoken_of(reading, raw.title()):
        return False
    reading.state_fields(i, signed(raw))
    return True


_BEFORE_DECK = Pattern(
    rf"(?P<name>{FULL_NAME.pattern})\s[–—]\s(?=(?P<deck>(?:о том|почему|как|зачем|кто|что|чем|где|когда|"
    r"about|on (?:how|why|what|who|where)|why|how|what|who|where|warum|wie|über|was|pourquoi|comment|sur|neden|nasıl)\b.{15,250}))"
)


def _read_name_before_deck(reading: Reading, title: int | None) -> bool:
    """State the author before a dash, and the deck behind it, right below the title: "NAME — on how the harbour was won"."""
    page = reading.page
    lines = range(title + 1, min(page.count, title + 8)) if title is not None else ()
    below = next((i for i in lines if i not in page.removed and not page.line(i).isdigit()), None)
    found = _BEFORE_DECK.match(page.raw(below)) if below is not None and page.is_short(below) else None
    if not found or page.raw(below)[-1] in ":;" or not names_person(found["name"]) or not any(page.is_prose(i) for i in range(below + 1, page.count)):
        return False
    fields = signed(found["name"], found.start("name"))
    if "subtitle" not in reading.values:
        fields.append(Field("subtitle", found["deck"], *found.span("deck")))
    reading.state_fields(below, fields)
    return True


_MAIL_OF_HOUSE = Pattern(r"[(,;]?\s?e-?mail\s?:", re.I)


def _read_name_above_house_with_mail(reading: Reading, head: list[int]) -> bool:
    """State the authors of a journal's paper, whose names stand alone above the line of their house with its town and an address for letters."""
    page = reading.page
    for i, below in pairwise(head):
        if not (page.is_short(i) and page.is_short(below)) or i in page.removed or i in reading.stated or below in page.removed:
            continue
        mail = _MAIL_OF_HOUSE.search(page.raw(below))
        house = page.raw(below)[: mail.start()].strip(" ,(") if mail else ""
        people = read_person(page.raw(i)) if house and names_body(house) and "," in house else None
        if people and all(" " in found.value for found in people):
            reading.state_fields(i, [*people[:-1], replace(people[-1], affiliation=people[-1].affiliation or house)])
            page.removed[below] = "role of the author"
            return True
    return False


_MOST_LINES_OF_FOOT = 80


def _read_name_twice_above_life(reading: Reading) -> None:
    """State the author whose name stands twice running below the text, as the text of his picture and as a heading, above a paragraph on him."""
    page = reading.page
    for i in range(max(1, page.count - _MOST_LINES_OF_FOOT), page.count - 2):
        if not page.is_short(i) or page.raw(i) != page.raw(i + 1) or not page.is_prose(i + 2) or page.follows_gap(i + 2):
            continue
        fields = read_person(page.raw(i))
        is_one = fields is not None and sum(found.name == "authors" for found in fields) == 1
        if is_one and not is_spoken_of(reading, page.raw(i)) and sum(page.is_prose(j) for j in range(i)) >= 2:
            reading.captions.discard(i)
            page.removed.pop(i, None)
            reading.state_fields(i, fields)
            page.removed[i + 1] = "repeated by-line"
            page.removed[i + 2] = "biography"
            return


_LABEL_OF_LIFE = Pattern(
    r"(?:об авторе|автор туралы|about the author|über den autor|über die autorin|à propos de l[’']auteure?|yazar hakkında)\s?:\s", re.I
)
_NAME_AND_DASH = Pattern(rf"(?P<name>{FULL_NAME.pattern})\s[–—-]\s(?P<what>[A-Z][^.!?,;:]{{8,140}})\.?")
_STUDIES = Pattern(r"(?:graduate|student|alumn\w+|candidate)\b", re.I)
_MOST_LINES_TO_LIFE = 4


_MOST_LINES_TO_PAIR, _MOST_LINES_OF_END = 60, 400


def _read_name_and_post_twice(reading: Reading) -> bool:
    """State the author who stands by name above his post near the head of a page, and once more, both lines alike, below the text."""
    page = reading.page
    for i in range(min(page.count - 1, _MOST_LINES_TO_PAIR)):
        post = i + 1
        is_pair = page.is_short(i) and page.is_short(post) and reading.is_kept(i) and reading.is_kept(post) and not page.follows_gap(post)
        if not is_pair or not FULL_NAME.fullmatch(page.raw(i)) or is_no_person(page.raw(i)) or not is_role(page.line(post)):
            continue
        again = next(
            (
                j
                for j in range(page.count - 2, max(post, page.count - _MOST_LINES_OF_END), -1)
                if page.raw(j) == page.raw(i) and page.raw(j + 1) == page.raw(post)
            ),
            None,
        )
        if again is None or not any(page.is_prose(j) for j in range(post + 1, again)):
            continue
        role, affiliation = split_role(page.line(post))
        name = page.raw(i)
        reading.state_fields(i, signed(name, role=role, affiliation=affiliation))
        page.removed[post] = page.removed[again + 1] = "role of the author"
        page.removed[again] = "repeated by-line"
        return True
    return False


_STARRED = Pattern(r"(?P<name>[^\W\d_a-zа-яё][\w.’'-]*(?:\s[^\W\d_a-zа-яё][\w.’'-]*){1,5})\s?\*{1,2}")


def _read_name_with_star(reading: Reading, title: int) -> bool:
    """State the author whose name stands right below the title with the star of a note, which stands at the foot of the page: "NAME*"."""
    page = reading.page
    i = next((i for i in range(title + 1, min(page.count, title + 4)) if reading.is_kept(i) or reading.holds(i, "subtitle")), None)
    found = _STARRED.fullmatch(page.raw(i)) if i is not None and page.is_short(i) else None
    if not found or is_no_person(found["name"]) or not any(page.raw(j).startswith("*") for j in range(i + 1, page.count)):
        return False
    if reading.holds(i, "subtitle"):
        reading.take_back("subtitle")
    reading.state_fields(i, signed(found["name"], found.start("name")))
    return True


def _read_names_above_lives(reading: Reading, title: int) -> bool:
    """State the authors, two or more, whom the line below the title names, and the paragraph below with the first of the names what he is."""
    page = reading.page
    lines = [i for i in range(title + 1, min(page.count, title + 1 + _MOST_LINES_TO_LIFE)) if reading.is_kept(i)]
    for i, below in pairwise(lines):
        people = [field for field in read_person(page.raw(i)) or () if field.name == "authors"] if page.is_short(i) else []
        if len(people) >= 2 and re.match(rf"{re.escape(people[0].value)} (?:is|was|serves|works|teaches)\b", page.raw(below)[:200]):
            reading.state_fields(i, read_person(page.raw(i)) or ())
            page.removed[below] = "biography"
            return True
    return False


def _read_name_above_life(reading: Reading, title: int) -> bool:
    """State the author whose name stands near below the title and right above what is said of who is called so: "About the author: ..."."""
    page = reading.page
    for i in range(title + 1, min(page.count - 1, title + 1 + _MOST_LINES_TO_LIFE)):
        name, below = page.raw(i), i + 1
        label = _LABEL_OF_LIFE.match(page.raw(below)) if reading.is_kept(i) and page.is_short(i) and page.is_short(below) else None
        if not label or not FULL_NAME.fullmatch(name) or name.split()[-1] not in page.raw(below)[label.end() :]:
            continue
        said = page.raw(below)[label.end() :].partition(" – ")[2].strip(" .")
        role, affiliation = split_role(said) if is_role(said) else (None, None)
        reading.state_fields(i, signed(name, role=role, affiliation=affiliation))
        page.removed[below] = "biography"
        return True
    return False


def _read_name_and_dash(reading: Reading, title: int) -> bool:
    """State the author in the line right below the title, which says with a dash what he is: "Anna Kim – Graduate of the School of Lamps."."""
    page, i = reading.page, title + 1
    found = _NAME_AND_DASH.fullmatch(page.raw(i)) if i < page.count - 1 and reading.is_kept(i) and page.is_short(i) else None
    if not found or not (is_role(found["what"]) or _STUDIES.match(found["what"])):
        return False
    if is_no_person(found["name"]) or is_spoken_of(reading, found["name"]):
        return False
    role, affiliation = split_role(found["what"])
    author = Field("authors", found["name"], *found.span("name"), role=role, affiliation=affiliation)
    reading.state_fields(i, [Field("byline", found["name"], *found.span("name")), author])
    return True


_POSTS_BEHIND = Pattern(r"(?:,\s|\s(?:is|ist|est|является)\s(?:an?\s|the\s|eine?\s|une?\s)?|\s[–—-]\s)(?P<what>[^\W\d_].{3,250})")


def _state_name_told_below(reading: Reading, i: int) -> bool:
    """State the author whose name alone is line ``i``, and of whom the next line, which begins with that name, says what he is.

    In a line with a full stop, or a long one, it may be a text on somebody: then the text below it speaks of him nowhere.
    """
    page = reading.page
    name, below = page.raw(i), i + 1
    if below >= page.count or len(name) > 60 or not reading.is_kept(below) or reading.length(below) > LONGEST_LIFE:
        return False
    told = page.raw(below)
    at = BEFORE_NAME_IN_LIFE.match(told).end()
    found = _POSTS_BEHIND.match(told, at + len(name)) if told[at:].casefold().startswith(name.casefold()) else None
    people = read_person(name)
    if not found or not people or len(people) != 2 or told[-1] in "?!:":
        return False
    role = END_OF_ROLE.split(found["what"])[0].strip(" .,")
    is_line = page.is_short(below) and told[-1] != "." and found[0][0] == ","
    if not (ROLE_WORD.match(found["what"]) if is_line else is_role(role)) or not (is_line or _is_named_nowhere_else(reading, name, below)):
        return False
    role, affiliation = split_role(found["what"] if is_line else role)
    reading.state_fields(i, [people[0], replace(people[1], role=role, affiliation=affiliation)])
    page.removed[below] = "role of the author" if is_line else "biography"
    return True


def _is_named_nowhere_else(reading: Reading, name: str, life: int) -> bool:
    """Tell whether running text stands below line ``life``, in which somebody is told of, and none of it has the surname of ``name``."""
    page = reading.page
    surname = name.split()[-1].capitalize()
    texts = [i for i in range(page.count) if i not in page.removed and i != life and page.is_prose(i)]
    return any(i > life for i in texts) and not any(page.text.find(surname, page.start(i), page.end(i)) >= 0 for i in texts)


def _lines_near_title(reading: Reading, head: list[int], title: int | None) -> list[int]:
    """Return the lines of the head in which a by-line without a word for it may stand, those below the title first."""
    page = reading.page
    kept = [i for i in head if reading.is_kept(i)]
    if title is None:  # a name is all that stands above the text
        near = [i for i in kept[:1] if (names_person(page.line(i)) and not is_spoken_of(reading, page.line(i))) or tells_post(page.raw(i))]
        near = near or [
            i
            for i in kept[1:3]
            if page.removed.get(i + 1) == "page control" and names_person(page.line(i)) and not is_spoken_of(reading, page.line(i))
        ]
    else:
        above = [i for i in kept if i < title]
        near = [i for i in kept if i > title and _may_stand_below_title(reading, i, title)][:4] + [
            i
            for i in above
            if (stands_among_statements(reading, i) and not tags_text(reading, i, title))
            or (
                i == title - 1 and i > 1 and page.removed.get(i - 1) == "update date" and comparable(page.line(i - 2)) == comparable(page.line(title))
            )
            or _stands_above_houses(reading, i)
            or (i == kept[0] and not reading.layer.is_marked_up and has_given_name(page.line(i)) and "," in page.line(i))
        ]
    near = [i for i in near if not (goes_on_quotation(reading, i) or stands_below_motto(reading, i) or _holds_rights(reading, page.line(i)))]
    if title is not None and title > 2 and comparable(page.line(0)) == comparable(page.line(1)):  # a masthead, printed twice
        near = [i for i in near if i > 0]
    return [i for i in near if page.raw(i)[0] not in "–—-" or not says_who_is_quoted(reading, i)]  # of a motto


_NUMBER_OF_HOUSE = Pattern(r"\*?[1-9¹²³⁴⁵]\s?(?=[^\W\d_])")


def _stands_above_houses(reading: Reading, i: int) -> bool:
    """Tell whether line ``i`` is of names with initials, and the next the first of their houses, by the number that a journal gives it."""
    page = reading.page
    below = i + 1
    if reading.layer.is_marked_up or below >= page.count or not page.is_short(below) or not INITIAL.search(page.raw(i)):
        return False
    return bool(_NUMBER_OF_HOUSE.match(page.raw(below))) and names_body(page.line(below)) and bool(read_person(page.raw(i)))


_COLUMNIST_WRITES = Pattern(rf"\b(?P<byline>columnist (?P<name>{FULL_NAME.pattern})) writes (?:on|about|for|in)\b")
_SAYS_WHO_WRITES = Pattern(
    rf"(?:(?<=[^\s”\"»’'?!])(?:,|\s[–—-])\s|(?:…|\.\.\.)\s?)(?P<byline>(?:writes|reports)\s(?P<name>{FULL_NAME.pattern}))(?:\.|(?<!\.))$"
)

_NOTES_IN_ARTICLE = Pattern(
    rf"(?P<byline>(?:(?:notes|says|writes|argues|believes)\s)?(?:the\s)?(?P<what>[a-z][^,.\"”]{{3,40}}?)\s(?P<name>{FULL_NAME.pattern}),?\s(?:(?:notes|says|writes|argues|believes|thinks)\s)?in\s(?:the|his|her|an|this)"
    r"\s(?:article|analysis|column),?\s(?:written|prepared)\s(?:specially|especially|exclusively)\sfor\b)"
)
_REPUBLISHES = Pattern(
    rf"\b(?:re)?(?:publish|print|post)(?:ing|ed|es)?\s(?:below\s)?(?:the|this|an|his|her)\s[^.!?]{{0,80}}?\b(?:article|column|essay|commentary|analysis|piece|"
    rf"text|op-ed)\b[^.!?]{{0,60}}?,?\s(?P<byline>(?:written\s)?by\s(?P<name>{FULL_NAME.pattern}))(?:,\s(?P<what>[^.!?:]{{5,160}}))?\s?[:.]$"
)

_NO_HOUSE_ALONE = Pattern(
    r"(?:National|State|International|Memorial|Eurasian|Kazakh|Russian|Technical|Pedagogical|Public|Institut\w*|University|Foundation|Cent(?:er|re)|School|"
    r"College|Academy|Fund)\b"
)


def _state_name_and_house(reading: Reading, i: int) -> bool:
    """State the author in line ``i`` of nothing but a name and, no comma between, the house: "Anna Kim Steppe College"."""
    page = reading.page
    words = page.raw(i).split() if page.is_short(i) else []
    name, house = " ".join(words[:2]), " ".join(words[2:])
    if not 4 <= len(words) <= 8 or not names_person(name) or not has_given_name(name) or not is_body(house) or _NO_HOUSE_ALONE.match(house):
        return False
    at = page.raw(i).find(house)
    if at < 0 or not page.raw(i).startswith(name) or read_person(page.raw(i)) or is_spoken_of(reading, name):
        return False
    reading.state_fields(i, signed(name, affiliation=house))
    return True


# What an expert has done in the text below, and for which house: "... NAME analyzes the border regime, specifically for lamp.example".
_WRITES_FOR_HOUSE = Pattern(
    rf"(?P<name>{FULL_NAME.pattern})(?:,\s[^,.]{{3,80}},)?\s(?:analy[sz]es|writes|discusses|reflects|examines|considers|tells|explains|notes|speaks)\b"
    r"[^.]{3,160}\b(?:specially|specifically|exclusively|especially|in (?:an|his|her) article(?: written)?)\s(?:for|to)\s"
)
_LOOKS_AT = Pattern(
    rf"(?P<name>{FULL_NAME.pattern})\s(?:analy[sz]es|examines|explains|looks (?:at|into)|explores|considers|reflects on|argues|"
    r"asks (?:why|how|whether|what|if)|investigates|discusses|assesses|traces|weighs|"
    r"untersucht|analysiert|erklärt|analyse|explique|inceliyor|değerlendiriyor|рассуждает|анализирует)\s"
)


def _read_who_writes(reading: Reading) -> None:
    """Read the author whom the first paragraph names with its last words: "..., writes NAME."; behind a quotation he is quoted.

    So does a lead of one sentence that says what he does in the text: "NAME looks at ...".
    """
    page = reading.page
    title = reading.title_line()
    standfirst = {i for i in reading.stated for start, _ in reading.spans.get("subtitle", ()) if page.start(i) == start}
    lines = range(0 if title is None else title + 1, page.count)
    first = next((i for i in lines if (reading.is_kept(i) or i in standfirst) and page.is_prose(i)), None)
    if first is None or reading.authors or page.end(first) - page.start(first) > 1000:
        return
    reprint = _REPUBLISHES.search(page.raw(first)) or _NOTES_IN_ARTICLE.search(page.raw(first))
    if reprint and names_person(reprint["name"]):
        role, affiliation = split_role(reprint["what"]) if reprint["what"] else (None, None)
        reading.note(Field("byline", reprint["byline"], *reprint.span("byline")), page.start(first))
        reading.note(Field("authors", reprint["name"], *reprint.span("name"), role=role, affiliation=affiliation), page.start(first))
        return
    if title is None:
        return
    lead = _LOOKS_AT.match(page.raw(first)) if page.is_short(first) and len(page.line(first).split()) <= 45 else None
    has_more = any(reading.is_kept(i) and page.is_prose(i) for i in range(first + 1, page.count))
    if lead and has_more and names_person(lead["name"]) and _is_named_nowhere_else(reading, lead["name"], first):
        for field in signed(lead["name"], lead.start("name")):
            reading.note(field, page.start(first))
        return
    told = _WRITES_FOR_HOUSE.search(page.raw(first))
    if told and names_person(told["name"]):
        for field in signed(told["name"], told.start("name")):
            reading.note(field, page.start(first))
        return
    column = _COLUMNIST_WRITES.search(page.raw(first))
    decks = [i for i in range(title + 1, first) if reading.is_kept(i) and page.is_short(i) and _SAYS_WHO_WRITES.search(page.raw(i))]
    if decks and not column:  # a deck without a stop
        first = decks[0]
    found = column or _SAYS_WHO_WRITES.search(page.raw(first))
    if found and (has_given_name(found["name"]) and names_person(found["name"]) if found is not column else read_person(found["name"])):
        for name in ("byline", "authors"):
            group = "byline" if name == "byline" else "name"
            reading.note(Field(name, found[group], *found.span(group)), page.start(first))


def _read_name_above_title(reading: Reading, title: int) -> bool:
    """Take for the author whose name is the first line of a page, right above the title or above what its bearer says of himself there."""
    page = reading.page
    first = next((i for i in range(title) if i not in page.removed and not (page.is_short(i) and page.line(i).casefold() in _COLUMNS)), title)
    name = page.line(first)
    start = reading.spans["title"][0][0]  # of the headline, which may be over several lines
    between = [i for i in range(first + 1, title) if i not in page.removed and page.start(i) < start]
    is_cited = first > 0 and page.removed.get(first - 1) == "citation note" and bool(read_person(name))  # where it was printed stands above
    is_signed = not is_spoken_of(reading, name) or _heads_column(reading, first, title)
    is_named = first < title and reading.is_kept(first) and (names_person(name) or is_cited) and not is_outlet(name) and is_signed
    are_said_of_it = all(reading.is_kept(i) and not page.follows_gap(i) and 2 <= len(page.line(i).split()) <= 14 for i in between)
    said = " ".join(page.line(i) for i in between)
    may_run_on = len(between) <= 4 and is_role(said) and not page.follows_gap(first + 1)
    if not is_named or not are_said_of_it or (len(between) > 1 and not may_run_on):
        return False
    names_blog = bool(between) and bool(_BLOG.match(said))
    role, affiliation = split_role(said) if between and not names_blog else (None, None)
    for i in between:
        if names_blog and "section" not in reading.values:
            reading.state_line("section", i)
        else:
            page.removed[i] = "role of the author"
    printed = page.raw(first)
    fields = signed(printed, role=role, affiliation=affiliation)
    reading.state_fields(first, fields)
    return True


_BLOG = Pattern(r"(?:блог|blog)\b", re.I)
_COLUMNS = frozenset(
    {"мнения", "мнение", "колонки", "колонка", "авторские колонки", "блоги", "opinion", "opinions", "op-ed", "op-eds", "columns", "blogs",
     "meinung", "meinungen", "gastbeiträge", "opinions & débats", "tribunes", "görüş", "görüşler", "yazarlar", "köşe yazıları", "пікір", "блогтар"}
)  # fmt: skip


def _heads_column(reading: Reading, i: int, title: int) -> bool:
    """Tell whether the name in line ``i`` is set above its post and the headline as a columnist's is: below the section, with the day below."""
    page = reading.page
    is_below_section = i > 0 and page.is_short(i - 1) and page.line(i - 1).casefold() in _COLUMNS
    return is_below_section and title == i + 2 and is_role(page.line(i + 1)) and title + 1 in reading.stated


_MOST_LINES_OF_RIGHTS = 12


def _holds_rights(reading: Reading, name: str) -> bool:
    """Tell whether one of the last lines of the page claims its rights for a house called ``name``: in quotation marks, or no person's name."""
    page = reading.page
    last = (page.line(i) for i in range(max(0, page.count - _MOST_LINES_OF_RIGHTS), page.count) if page.is_short(i))
    is_house = len(name.split()) >= 2 and not has_given_name(name)
    return any("©" in line and (f"«{name}»" in line or (is_house and name in line and line.startswith(("©", "Copyright")))) for line in last)


def _read_signature_in_capitals(reading: Reading, tail: list[int]) -> None:
    """Read who signed a letter below its text: the name in capitals, the post and the house on lines of their own below it."""
    page = reading.page
    lines = [i for i in tail if reading.is_kept(i)][:3]
    raw = page.raw(lines[0]) if lines else ""
    if not raw.isupper() or not 2 <= len(raw.split()) <= 4 or len(lines) < 2 or not names_person(raw.title()):
        return
    below = page.line(lines[1])
    if not page.is_short(lines[1]) or below.isupper() or len(below.split()) > 10 or not (is_role(below) or is_body(below)):
        return
    role, affiliation = split_role(below) if is_role(below) else (None, below)
    page.removed[lines[1]] = "role of the author"
    third = page.line(lines[2]) if len(lines) > 2 and page.is_short(lines[2]) else ""
    if role and not affiliation and third and len(third.split()) <= 10 and not third.isupper() and names_body(third):
        affiliation = third
        page.removed[lines[2]] = "role of the author"
    name = raw.title()
    fields = [Field("byline", raw, 0, len(raw)), Field("authors", name, 0, len(raw), role=role, affiliation=affiliation)]
    reading.state_fields(lines[0], fields)


def _state_glued_name(reading: Reading, i: int) -> bool:
    """State the author whose name the name of a site or a paper is glued to, no blank between: "Anna KimPort.kz"."""
    page = reading.page
    raw = page.raw(i)
    if len(raw) > 70:
        return False
    for seam in re.finditer(r"(?<=[^\W\d_A-ZА-ЯЁӘІҢҒҮҰҚӨҺ])(?=[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ][\w.]{2,30}(?:\s[\w.]{2,20})?$)", raw):
        if names_person(raw[: seam.start()]):
            reading.state_fields(i, [Field(name, raw[: seam.start()], 0, seam.start()) for name in ("byline", "authors")])
            return True
    return False


def _find_declared_names(reading: Reading, head: list[int]) -> None:
    """Find the line of the head in which the authors that the page declares are printed."""
    page = reading.page
    for i in head:
        raw = page.raw(i)
        if not reading.is_kept(i) or len(raw) > 200 or not all(author.name in raw for author in reading.authors):
            continue
        if len(raw) > 2 * sum(len(author.name) + 4 for author in reading.authors):
            continue
        start = page.start(i)
        reading.stated.add(i)
        reading.values["byline"] = plain(raw)
        reading.spans["byline"] = [(start, page.end(i))]
        for author in reading.authors:
            at = start + raw.index(author.name)
            reading.spans.setdefault("authors", []).append((at, at + len(author.name)))
        return


_POST_BEHIND_DASH = Pattern(rf"{FULL_NAME.pattern}\s[–—-]\s(?P<post>[^\W\d_][^.!?:]{{3,80}})")
_HOUSE_IN_BRACKETS = Pattern(r"\s\((?P<body>[^()]{5,100})\)$")


_MOST_LINES_TO_NAME_WITH_POST = 8


def _may_stand_below_title(reading: Reading, i: int, title: int) -> bool:
    """Tell whether a name in line ``i`` is a by-line: among statements, with initials, in one block with the title; else it may be a heading."""
    page = reading.page
    if (
        ".byline" in page.regions(i)
        or INITIAL.search(page.raw(i))
        or "," in page.raw(i)
        or read_behind(BULLET, page.raw(i))
        or read_behind(STAR, page.raw(i))
    ):
        return True
    if i + 1 < page.count and page.is_short(i + 1) and says_what_thesis(page.line(i + 1)):
        return True
    if read_signing_post(reading, i, is_below_text=False):
        return True
    post = _POST_BEHIND_DASH.fullmatch(page.raw(i)) if i <= title + 3 and page.is_short(i) else None
    if post and is_role(post["post"]) and read_person(page.raw(i)) and any(page.is_prose(j) for j in range(i + 1, page.count)):
        return True
    house = _HOUSE_IN_BRACKETS.search(page.raw(i)) if i <= title + 2 and page.is_short(i) else None
    if house and names_body(house["body"]) and read_person(page.raw(i)):
        return True
    trade = TRADE.match(page.raw(i)) or DEGREES_BEFORE.match(page.raw(i))
    if trade:
        return not is_spoken_of(reading, page.raw(i)[trade.end() :])
    if has_surname_in_capitals(page.raw(i)) and has_given_name(page.line(i)) and i <= title + 3:
        return True
    below = i + 1
    is_near = i <= title + _MOST_LINES_TO_NAME_WITH_POST and below < page.count and not page.follows_gap(below) and page.is_short(below)
    if is_near and names_person(page.line(i)) and is_role(page.line(below)) and not page.is_prose(below):
        return True
    if i == title + 1 and not page.follows_gap(i) and not reading.layer.is_marked_up:
        return has_given_name(page.line(i)) or begins_with_degree(page.raw(i)) or not is_spoken_of(reading, page.line(i))
    if page.raw(i)[-1] in "*†" and i <= title + 2 and not reading.layer.is_marked_up:  # the mark of a note on the author
        return True
    if any(j != title and 0 <= j < page.count and (j in reading.stated or j in page.removed) for j in (i - 1, i + 1)):
        return True
    if read_desk(page.raw(i)):
        return i <= title + 3
    is_named = has_given_name(page.line(i)) or begins_with_degree(page.raw(i))
    is_alone = i == title + 1 and i + 1 < page.count and page.follows_gap(i) and page.follows_gap(i + 1) and page.is_prose(i + 1)
    return i <= title + 3 and (is_named or is_alone) and not is_spoken_of(reading, page.line(i))
