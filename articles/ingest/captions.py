"""Captions: printed twice, glued to a paragraph, above a photographer's name."""

from __future__ import annotations

import re
from itertools import pairwise

from articles.ingest.credited import (
    FINITE_VERB,
    LONGEST_OF_AGENCY_IN_BRACKETS,
    MOST_LINES_ABOVE_TEXT,
    is_long_caption,
    part_doubled_words,
    tells_of_picture,
)
from articles.ingest.credits import AGENCIES, credit_at_end, end_of_agency_credit
from articles.ingest.dates import MONTH, find_dates
from articles.ingest.pictures import find_captions_by_marks, leave_out_names_of_pictures
from articles.ingest.printed_twice import part_lines_printed_twice
from articles.ingest.reading import Reading
from articles.ingest.statements.bylines import BYLINE, read_byline
from articles.ingest.statements.lines import PLACES_ON_PICTURE
from articles.ingest.statements.names import FULL_NAME, names_person
from articles.ingest.statements.people import read_person
from kzarchive.patterns import Pattern

_LONGEST_CAPTION = 300
_MOST_GLUED_CAPTIONS = 40
_JOIN = Pattern(r"(?<!\S)(?:[^\W\d_A-ZА-ЯӘІҢҒҮҰҚӨҺ]{4,}|(?:19|20)[0-9]{2})(?=[A-ZА-ЯӘІҢҒҮҰҚӨҺ][^\W\d_]*,?\s)")
# "Photo: the minister at the lighthouse"; and no "Photo: Anna Kim, Agency The minister at the lighthouse".
_NAMES_PICTURE = Pattern(r"(?:photo(?:graph)?|picture|foto(?:ğraf)?|фото|сурет(?:те)?|bild)\s?:\s(?!(?:\S+\s){0,2}\S+,)(?:\S+\s){7,60}\S+$", re.I)
# What is said to be a caption, or to be seen in a picture: "In the photo: the minister at the lighthouse", "Légende : ...", "На фото: ...".
_SAYS_WHAT_IT_IS = Pattern(
    r"(?:[▲▼◄►↑↓]\s?(?=\S+\s\S+\s\S)|"
    r"in (?:the|this) (?:(?:file|undated|handout|archive) )?(?:photo(?:graph)?|picture|image)(?:\s?:| (?:taken|released|provided|made) )|"
    r"image\s?:\s(?=[^:]{20,200}\ssource\s?:)|(?:photo|foto|фото|сурет|bild)\s?[0-9]{1,2}\s?:|"
    r"file (?:photo|picture|image)\s?[:–—-]|(?:photo )?caption\s?:|pictured\s?:|"
    r"на (?:фото|снимке|фотографии|иллюстрации)(?: (?:слева|справа|вверху|внизу))?\s?[:–—-]|подпись(?: (?:к|под) фото)?\s?:|"
    r"(?:bildunterschrift|bildtext)\s?:|(?:auf dem|im) (?:foto|bild)\s?:|légende(?: de (?:la )?photo)?\s?:|"
    r"sur (?:la )?(?:photo|photographie|image)\s?:|(?:fotoğrafta|resimde)\s?:|alt ?yazı\s?:|сурет(?:те|терде)\s?[:–—-])\s?\S",
    re.I,
)
# Who is shown, the office, and the year: "Chavkat Mirziyoïev, président de l'Ouzbékistan, en 2022."
_OFFICE_AND_YEAR = Pattern(
    rf"{FULL_NAME.pattern},\s(?i:(?:the\s|le\s|la\s|der\s|die\s)?(?:then\s)?(?:vice-|deputy\s)?"
    r"(?:president|président|präsident|premier|prime minister|chancellor|"
    r"minister|ministre|außenminister|chef|king|roi|könig)\w*)\s[^.!?]{3,80},\s(?:en|in|im Jahr)\s(?:[^\W\d_]{3,9}\s)?(?:19|20)[0-9]{2}\.?"
)
# The number of a figure or table and its title: "Figure 1. Freight by harbour"; and no "Figure 1 shows ...".
_FIGURE = Pattern(
    r"(?:fig(?:ure|\.)?|table|map|chart|graph|рис(?:унок|\.)?|табл(?:ица|\.)?|карта|график|диаграмма|схема|abb(?:ildung|\.)?|tab(?:elle|\.)?|"
    r"karte|grafik|schaubild|carte|tableau|graphique|şekil|tablo|harita|сурет|кесте)\s?(?:№\s?)?[0-9]{1,3}(?:\.[0-9]{1,2})?\s?[.:–—-]\s\S|"
    r"[0-9]{1,3}\s?[-–]\s?(?:сурет|кесте|диаграмма|сызба)\s?[.:–—-]\s?\S",
    re.I,
)
_MOST_WORDS_OF_LABELLED_CAPTION = 60
# How an agency's line on its picture begins, or what it tells editors at its end.
_OF_AN_AGENCY = Pattern(r"^\((?:L-R|L to R|R-L|from left(?: to right)?|left to right)\)\s(?=\S)|\bATTENTION EDITORS\b|\bEDITORIAL USE ONLY\.?$")
_LONGEST_OF_AGENCY = 900


_MAKER_AND_HOUSE = Pattern(r"\S+(?:\s\S+){2,40}\s\((?P<maker>[^()/]{5,30})/(?P<house>[^()/]{2,30})\)\.?$")


def _ends_in_maker_and_house(line: str) -> bool:
    """Tell whether ``line`` ends, in brackets, with who took a picture and for whom: "The minister in 2021. (Anna Kim/Steppe Pool)"."""
    found = _MAKER_AND_HOUSE.match(line)
    return bool(found) and found["house"][0].isupper() and bool(names_person(found["maker"]))


# Behind the sentence on a picture: when and where it was taken, or that it is an old one: "(March 2023 in Awaza)".
_WHEN_TAKEN = Pattern(
    rf"\s\((?:(?:in|im|en|à|в|at) (?-i:[A-ZÄÖÜÉА-ЯЁ])[\w' -]{{2,30}},? )?(?:{MONTH}) (?:19|20)[0-9]{{2}}"
    r"(?:,? (?:in|im|en|à|в|at) (?-i:[A-ZÄÖÜÉА-ЯЁ])[\w' -]{2,30})?\)\.?$|"
    rf",\s(?:(?:19|20)[0-9]{{2}}\s(?:жылғы|жылдың)\s(?:{MONTH})|(?:{MONTH})\s(?:19|20)[0-9]{{2}}\s(?:года|г))\.$|"
    r"\s\([0-3]?[0-9]\.[01]?[0-9]\.(?:19|20)[0-9]{2}\)$|"
    r"\s\((?:archiv(?:bild|foto|aufnahme)?|symbol(?:bild|foto)|(?:file|archive|illustrative) (?:photo|picture|image)|photo d[’']archives?|"
    r"(?:архивное фото|фото из архива)|arşiv(?: fotoğrafı)?)\)\.?$|"
    r"(?<=[.!?»])\s(?:архивное фото|фото из архива|archivbild|archivfoto|(?:file|archive) photo|photo d[’']archives?|arşiv fotoğrafı)\.?$",
    re.I,
)
# Those shown, the house, the town and the day, and no verb: "The minister and the pilot, at the Lamp House, in Aktau, on 3 May 2023."
_SHOWN_WHERE_AND_WHEN = Pattern(
    rf"[^.!?]{{15,200}},\s(?:à|au|aux|en|dans|devant|at|in|outside|im|am|in der|в|на)\s[^,.]{{3,60}}(?:,\s[^,.]{{3,40}}){{0,2}},\s"
    rf"(?:(?:le|on|am)\s)?(?:[^\W\d_]{{4,10}},?\s)?(?:[0-9]{{1,2}}(?:er)?\.?\s(?:{MONTH})|(?:{MONTH})\s[0-9]{{1,2}},)\s(?:19|20)[0-9]{{2}}(?:\s(?:года|г))?\.?$",
    re.I,
)
_MOST_WORDS_OF_PICTURE = 40
_AGENCY_AND_MAKER = Pattern(
    rf"(?<=[.!?»”])\s(?:©\s?)?(?i:{AGENCIES})\s?/\s?[A-ZÄÖÜÉ][^()/.]{{3,38}}(?:/\s?(?i:files?|pool|handout|file photo|archiv))?$"
)


def _ends_in_agency_and_maker(reading: Reading, i: int) -> bool:
    """Tell whether line ``i``, with running text below, ends in an agency and who took the picture for it: "... in May 2015. ABC/Anna Kim/Files"."""
    page = reading.page
    if not page.is_short(i) or len(page.line(i).split()) > 60 or not _AGENCY_AND_MAKER.search(page.raw(i)):
        return False
    return any(page.is_prose(j) for j in range(i + 1, min(page.count, i + 6)))


def _says_when_taken(reading: Reading, i: int) -> bool:
    """Tell whether line ``i`` ends with when and where a picture was taken, running text stands below and none above it."""
    page = reading.page
    if not page.is_short(i) or len(page.line(i).split()) > _MOST_WORDS_OF_PICTURE or not _WHEN_TAKEN.search(page.raw(i)):
        return False
    is_first = not any(page.is_prose(j) and page.raw(j)[-1] != "?" for j in range(i) if reading.is_kept(j))  # a headline may be a question
    return is_first and any(page.is_prose(j) for j in range(i + 1, min(page.count, i + 6)))


_MOST_LINES_BELOW_TITLE = 8
_MOST_LINES_OF_MENUS_AND_HEAD = 40
_LONGEST_OF_PERSONS = 700
_STANDS_WHERE = Pattern(r",\s(?:far\s|second\s(?:from\s)?)?(?:left|right|cent(?:er|re)),\s", re.I)


def _places_persons(reading: Reading, i: int) -> bool:
    """Tell whether line ``i``, among the first and above running text, says where somebody is on a picture: "(far R)", or ", left," with a day."""
    page = reading.page
    if reading.length(i) > _LONGEST_OF_PERSONS or not any(page.is_prose(j) for j in range(i + 1, min(page.count, i + 4))):
        return False
    line = page.line(i)
    return bool(PLACES_ON_PICTURE.search(line)) or bool(_STANDS_WHERE.search(line) and find_dates(line))


def _shows_where_and_when(reading: Reading, i: int) -> bool:
    """Tell whether line ``i`` names those shown, where and on which day, without a verb, between a headline and the text."""
    page = reading.page
    if not page.is_short(i) or len(page.line(i).split()) > _MOST_WORDS_OF_PICTURE or not _SHOWN_WHERE_AND_WHEN.fullmatch(page.line(i)):
        return False
    is_first = not any(page.is_prose(j) for j in range(i) if reading.is_kept(j))
    return is_first and not FINITE_VERB.search(page.line(i)) and any(page.is_prose(j) for j in range(i + 1, min(page.count, i + 6)))


def find_captions(reading: Reading) -> None:
    """Find lines printed twice running, below a picture and beside it, of which the first stays as a caption; and those that say what they are."""
    page = reading.page
    kept = page.kept()
    if not reading.layer.is_marked_up:
        leave_out_names_of_pictures(reading, kept)
        reading.captions.update(i for i in kept if page.is_short(i) and _NAMES_PICTURE.match(page.line(i)))
        reading.captions.update(i for i in kept[:4] if reading.length(i) <= _LONGEST_OF_AGENCY and _OF_AN_AGENCY.search(page.raw(i)))
        reading.captions.update(i for i in kept if page.is_short(i) and PLACES_ON_PICTURE.search(page.raw(i)) and not page.is_prose(i))
        reading.captions.update(i for i in kept[1:_MOST_LINES_BELOW_TITLE] if _places_persons(reading, i))
        reading.captions.update(i for i in kept[1:_MOST_LINES_OF_MENUS_AND_HEAD] if _says_when_taken(reading, i))
        reading.captions.update(i for i in kept[1:MOST_LINES_ABOVE_TEXT] if _shows_where_and_when(reading, i))
        reading.captions.update(i for i in kept[:MOST_LINES_ABOVE_TEXT] if _ends_in_agency_and_maker(reading, i))
        for i in [i for i in kept[:4] if page.is_short(i)]:
            end = end_of_agency_credit(page.raw(i)) if not page.is_prose(i) else None
            if end:
                reading.captions.add(i)
                reading.begin_body(i, page.start(i) + end, "photo credit")
            elif not page.is_prose(i) and _ends_in_maker_and_house(page.raw(i)):
                reading.captions.add(i)
        reading.captions.update(i for i in kept[:MOST_LINES_ABOVE_TEXT] if is_long_caption(reading, i) and tells_of_picture(page.raw(i)))
    reading.captions.update(i for i in kept if page.is_short(i) and _says_it_is_caption(page.raw(i)))
    if not reading.layer.is_marked_up:
        for i in kept[:MOST_LINES_ABOVE_TEXT]:
            _take_caption_said_twice(reading, i)
        find_captions_by_marks(reading, kept)
        _find_captions_told_with_rights(reading, kept)
        _find_captions_above_source(reading, kept)
        _find_captions_behind_house(reading, kept)
        _find_captions_above_byline(reading, kept)
        _find_captions_begun_alike(reading, kept)
        _find_captions_below_description(reading, kept)
        _find_pair_on_picture(reading, kept)
        _find_person_on_picture(reading, kept)
    part_lines_printed_twice(reading, kept)


_LEAST_WORDS_ALIKE = 6
_HOUSE_BEFORE_CAPTION = Pattern(
    r"(?:Getty Images|Reuters|AFP|EPA|PA Media|Anadolu|AP|Alamy)(?: via Getty Images)?\s(?=[^\W\d_a-zа-яё]\S*(?:\s\S+){3})"
)


def _find_captions_behind_house(reading: Reading, kept: list[int]) -> None:
    """Take for captions a line that the house of the picture opens, and the one right below it, in a head: "Getty Images The pier at dawn"."""
    page = reading.page
    for i, below in pairwise(kept[1 : MOST_LINES_ABOVE_TEXT + 1]):
        house = _HOUSE_BEFORE_CAPTION.match(page.raw(i)) if page.is_short(i) and not page.is_prose(i) else None
        if not house or page.raw(i)[-1] in ".?!:" or len(page.line(i).split()) > 25:
            continue
        reading.captions.add(i)
        reading.begin_body(i, page.start(i) + house.end(), "photo credit")
        is_beside = page.is_short(below) and not page.follows_gap(below) and not page.is_prose(below) and page.raw(below)[-1] not in ".?!:"
        if is_beside and 5 <= len(page.line(below).split()) <= 25:
            reading.captions.add(below)


def _find_captions_above_byline(reading: Reading, kept: list[int]) -> None:
    """Take for a caption the sentence with a credit at its end that stands above the by-line, and so above the text."""
    page = reading.page
    for i, below in pairwise(kept[1 : MOST_LINES_ABOVE_TEXT + 1]):
        if page.is_short(i) and page.is_prose(i) and page.is_short(below) and BYLINE.match(page.raw(below)) and len(page.line(i).split()) <= 45:
            credit = credit_at_end(page.raw(i))
            if credit and credit.start() > 8 and read_byline(page.raw(below)):
                reading.captions.add(i)


_SOURCE_OF_PICTURE = Pattern(
    r"(?:source|image|photo|picture|quelle|credit)\s?:\s(?:[^.!?]{2,60})?(?:\s/\s|https?://|flickr|wikimedia|commons|shutterstock|getty)", re.I
)
_HOUSE_ALONE = Pattern(r"\w+\s?:\s(?:flickr|wikimedia|shutterstock|getty)", re.I)
_BETWEEN_SENTENCES = Pattern(r"[^\W\d_A-Z]{2}[.!?]\s(?=[^\W\d_a-zа-яё])")
_LEAST_WORDS_ABOVE_SOURCE = 8
_RIGHTS_BEFORE = Pattern(r"©\s?[^|]{1,40}\s\|\s")


def _find_captions_told_with_rights(reading: Reading, kept: list[int]) -> None:
    """Take for captions two lines, the second of them the first again behind who has the rights: "The lamp of Kuryk", "© LNA | The lamp of Kuryk"."""
    page = reading.page
    for first, second in pairwise(kept[:MOST_LINES_ABOVE_TEXT]):
        rights = _RIGHTS_BEFORE.match(page.raw(second)) if page.is_short(first) and page.is_short(second) else None
        if rights and page.raw(second)[rights.end() :] == page.raw(first) and first != kept[0]:
            reading.captions.update((first, second))


def _find_captions_above_source(reading: Reading, kept: list[int]) -> None:
    """Take for a caption the sentence below a headline and right above the source of its picture: "Source: Anna Kim / Agency"."""
    page = reading.page
    for i in kept[1 : MOST_LINES_ABOVE_TEXT - 1]:
        below = i + 1
        if below >= page.count or not page.is_short(below) or page.follows_gap(below) or not _SOURCE_OF_PICTURE.match(page.raw(below)):
            continue
        is_named = bool(_HOUSE_ALONE.match(page.raw(below)))
        is_long = page.is_short(i) and (page.is_prose(i) or len(page.line(i).split()) >= _LEAST_WORDS_ABOVE_SOURCE)
        if is_named and is_long and _BETWEEN_SENTENCES.search(page.line(i)):
            continue
        if is_long and i > 0 and any(page.is_prose(j) for j in kept if j > below):
            reading.captions.add(i)
            page.removed.setdefault(below, "photo credit")


def _find_captions_begun_alike(reading: Reading, kept: list[int]) -> None:
    """Take for captions two lines that begin with the same words and then differ: the text of a picture and what stands below it.

    The first is a sentence above the text, the second not cut off from it, and the text goes on below with other words.
    """
    page = reading.page
    for first, second, third in zip(kept[1:8], kept[2:9], kept[3:10], strict=False):
        if not page.is_short(first) or not page.is_prose(first) or not page.is_prose(third):
            continue
        words, others = page.line(first).split(), page.text[page.start(second) : page.start(second) + 400].split()
        alike = next((n for n, (a, b) in enumerate(zip(words, others, strict=False)) if a != b), 0)
        text = page.text[page.start(third) : page.start(third) + 400].split()
        is_above_text = not any(page.is_prose(i) for i in kept if i < first) and text[:2] != words[:2]
        is_sentence = page.raw(first)[-1] == "." and page.raw(first)[-2].isalnum() and len(words) <= 30
        if is_above_text and is_sentence and _LEAST_WORDS_ALIKE <= alike < len(words) and reading.length(second) <= _LONGEST_OF_AGENCY:
            reading.captions.update((first, second))
    for i in kept[1:MOST_LINES_ABOVE_TEXT]:
        _take_caption_around_credit(reading, i)


def _take_caption_around_credit(reading: Reading, i: int) -> None:
    """Take for captions line ``i``, without a stop, and the sentence that begins with it below the credit of the picture."""
    page = reading.page
    below = i + 2
    if below >= page.count or page.removed.get(i + 1) != "photo credit" or not page.is_short(i) or not page.is_short(below):
        return
    if len(page.line(i).split()) >= _LEAST_WORDS_ALIKE and page.line(below).startswith(page.line(i).rstrip(".")) and not page.follows_gap(below):
        reading.captions.update((i, below))


_DESCRIBES = Pattern(
    r"\b(?:im (?:hinter|vorder)grund|links|rechts|in der mitte|in the (?:back|fore)ground|(?:au|en) (?:premier|arrière)[- ]plan|à l[’']arrière-plan|"
    r"на (?:заднем|переднем|первом) плане|arka planda|ön planda)\b",
    re.I,
)


def _find_captions_below_description(reading: Reading, kept: list[int]) -> None:
    """Take for captions the line that describes a picture to those who cannot see it, and the one right below it, with a credit, above the text."""
    page = reading.page
    for first, second in pairwise(kept[1 : MOST_LINES_ABOVE_TEXT + 1]):
        if not page.is_short(first) or not page.is_short(second) or page.follows_gap(second) or not _DESCRIBES.search(page.line(first)):
            continue
        credit = credit_at_end(page.raw(second))
        if credit and credit.start() > 8 and second + 1 < page.count and page.is_prose(second + 1):
            reading.captions.update((first, second))


_LEAST_WORDS_SAID_TWICE = 16


def _take_caption_said_twice(reading: Reading, i: int) -> None:
    """Take for a caption the line that says the same twice over: the text of a picture and the caption below it, run together."""
    page = reading.page
    if not 0 < reading.length(i) <= LONGEST_OF_AGENCY_IN_BRACKETS:
        return
    words = page.raw(i).split()
    half = len(words) // 2
    if len(words) >= _LEAST_WORDS_SAID_TWICE and len(words) == 2 * half and words[:half] == words[half:]:
        reading.captions.add(i)
        part_doubled_words(reading, i, page.end(i))


_AND = Pattern(r"\s(?:and|et|und|ve|и|мен|пен|бен)\s")


def _find_pair_on_picture(reading: Reading, kept: list[int]) -> None:
    """Take for a caption the line of two persons or parties right above the text, which begins with the first of them, word by word."""
    page = reading.page
    text = next((n for n, i in enumerate(kept[:6]) if page.is_prose(i)), None)
    above = kept[text - 1] if text else None
    if above is None or not page.is_short(above) or not page.raw(above)[-1].isalnum() or len(page.line(above).split()) > 25:
        return
    if page.raw(above) in page.text[page.start(kept[text]) : page.start(kept[text]) + len(page.raw(above)) + 60]:
        return  # the headline, with all of whose words the text begins
    joint = _AND.search(page.raw(above))
    first = page.raw(above)[: joint.start()] if joint else ""
    opening = page.text[page.start(kept[text]) : page.start(kept[text]) + len(first) + 60]
    if (
        len(first.split()) >= 4
        and first.split()[-1][0].isupper()  # the end of a name, as no "of economic and social matters" has
        and first in opening
        and opening.index(first) <= 40
        and opening[opening.index(first) - 1 : opening.index(first)] in ("", " ")
    ):
        reading.captions.add(above)


def _find_person_on_picture(reading: Reading, kept: list[int]) -> None:
    """Take for a caption an office and a name between a headline and the text, which begins with them: "Harbour Minister Anna Kim".

    A name alone may be the author's.
    """
    page = reading.page
    text = next((n for n, i in enumerate(kept[:8]) if page.is_prose(i)), 0)
    if text < 2:
        return
    above, words = kept[text - 1], page.line(kept[text - 1]).split()
    names = page.is_short(above) and 3 <= len(words) <= 7 and all(word[0].isupper() for word in words) and not read_person(page.line(above))
    has_headline = any(page.is_short(i) and len(page.line(i).split()) >= 5 for i in kept[: text - 1])
    if names and has_headline and page.line(kept[text]).startswith(f"{page.line(above)} "):
        reading.captions.add(above)


def _says_it_is_caption(raw: str) -> bool:
    """Tell whether ``raw`` calls itself a caption, or the title of a figure or a table."""
    return (
        bool(_SAYS_WHAT_IT_IS.match(raw) or _FIGURE.match(raw) or _OFFICE_AND_YEAR.fullmatch(raw))
        and len(raw.split()) <= _MOST_WORDS_OF_LABELLED_CAPTION
    )


def _end_of_caption_before_text(reading: Reading, i: int) -> int | None:
    """Return where a caption ends to which the paragraph below it is glued, no blank between: "of religionsReligion is"; None without one.

    The join is a small word or a year with a capital stuck to it. Names such as YouTube begin with a capital themselves.
    """
    page = reading.page
    start = page.start(i)
    join = _JOIN.search(page.text, start, min(page.end(i), start + _LONGEST_CAPTION))
    if not join or page.end(i) - join.end() < 60:
        return None
    caption = page.text[start : join.end()]
    words = caption.split()
    if len(words) < 4 or len(words) > 30 or not caption[0].isupper() or re.search(r"[.!?]\s", caption):
        return None
    return join.end()


def find_captions_glued_to_text(reading: Reading) -> None:
    """Part captions from the paragraphs they are glued to."""
    page = reading.page
    for i in range(page.count):
        if len(reading.caption_ends) >= _MOST_GLUED_CAPTIONS:
            return
        if reading.is_kept(i) and i not in reading.body_starts and page.is_prose(i):
            end = _end_of_caption_before_text(reading, i)
            if end:
                reading.caption_ends[i] = end
