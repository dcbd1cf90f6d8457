"""Boilerplate below a text: comments, keywords, calls to readers, notes on text and author, signatures, other texts."""

from __future__ import annotations

import re

from articles.ingest.boilerplate.rule import has_much_text_below, is_below_text
from articles.ingest.dates import MONTH
from articles.ingest.page import Page, closes_related_links
from articles.ingest.statements.names import names_person
from kzarchive.patterns import Pattern

RELATED_HEAD = Pattern(
    r"(?:related(?: (?:news|articles?|stories|posts?|links?|content|topics|publications|reading|documents))?|kapcsolódó dokumentumok|"
    r"(?:read|visit|see|check) also|also read|"
    r"read more (?:on|about).{0,40}|most (?:read|popular|viewed|shared)|"
    r"(?:latest|recent|other|more|popular|top) (?:news|articles|stories|posts|publications|headlines|updates)|"
    r"see our (?:last|latest|recent) posts? on .{2,120}|"
    r"more from .{1,40}|you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: for you| reading)?|don['’]t miss|"
    r"читайте также|читать также|по теме|материалы по теме|похожие (?:новости|статьи|материалы)|другие (?:новости|материалы|статьи)|"
    r"(?:последние|популярные|главные|свежие) новости|самое (?:читаемое|популярное)|смотрите также|рекомендуем|новости по теме|"
    r"оқи отырыңыз|тағы оқыңыз|ұқсас жаңалықтар|mehr zum thema|lesen sie auch|weitere artikel|verwandte artikel|"
    r"lire aussi|à lire aussi|articles? liés?|sur le même sujet|ilgili haber(?:ler)?|benzer (?:haberler|içerikler|yazılar)|diğer haberler|"
    r"lea también|leggi anche|"
    r"mehr (?:über|zu|zum|zur) .{2,40}|more (?:about|on) .{2,60}?|plus sur .{2,40}|currently reading|lesen sie mehr zum thema|lesetipps|"
    r"further reading(?: on [^.!?]{3,40})?|lesestoff|(?:weiterführende )?links|"
    r"(?:weitere|weiterführende) informationen|further information|bunu da okuyun|bunları da okuyun|"
    r"à consulter également|passend zum (?:artikel|thema)|"
    r"weiterführende (?:literatur|links)|pour aller plus loin|articles similaires|à lire également|recent posts|read next|"
    r"explore more on these topics|(?:similar|other related|relevant) (?:articles|news|stories|posts)|search (?:the )?site|"
    r"(?:вам )?(?:также )?может быть интересно|также по теме|бұл тақырыпта тағы оқыңыз|тақырып бойынша|bunlar da ilginizi çekebilir|"
    r"also interesting|other releases|people also read|recommended articles|upcoming events|trending now|across the .{1,30}|"
    r"cited by [0-9]+|news partners|"
    r"ähnliche (?:beiträge|artikel)|das könnte sie auch interessieren|aus der reihe|meistgelesen|les plus lus|nos derniers articles|"
    r"связанные (?:посты|статьи)|популярн(?:ое|ые)(?: (?:новости|статьи|материалы))?|другие записи автора|сам(?:ое|ые) (?:читаемое|"
    r"популярное|обсуждаемое)(?: за .{2,12})?|"
    r"чаще всего .{3,20}|в номере|еще по теме|ещё по теме|выбор редакции|"
    r"сондай-ақ оқыңыз|соңғы жаңалықтар|үздік материалдар|ұқсас (?:мақалалар|материалдар)|ūqsas maqalalar|"
    r"ilginizi çekebilir|sizin için seçtiklerimiz|recent comments|archives?|blog archive|must read|editor['’]s picks?|what to read next|up next|"
    r"trending|(?:(?:also|elsewhere|more|other articles) )?in this section|"
    r"more in .{2,30}|see all .{2,30}|новости партн[её]ров|лента новостей|архив|в тему|ещ[её] материалы|"
    r"другие публикации|weitere (?:beiträge|meldungen|themen)|mehr aus .{2,30}|à (?:voir|découvrir) aussi|dans la même rubrique|"
    r"çok okunanlar|yazarın önceki yazıları|ilgili konular|günün fotoğrafları|son haberler|the reference shelf|"
    r"more information (?:about|on) .{2,60} (?:is|are|can be) .{5,120}(?=:$)|"
    r"similar ads|(?:ұқсас|похожие) реферат\w+|вас также может заинтересовать|о персоне\s?:.{3,40})\s*(?::|\.{1,3}|…)?$|"
    r"related articles.{0,30}$|(?-i:SEE ALSO|READ ALSO|ЧИТАЙТЕ ТАКЖЕ)[^\W\d_]",
    re.I,
)


def take_comment_counter(page: Page, i: int, line: str) -> int:
    """The number of comments under a text, or the call to write one; comments themselves are left in."""
    return 1


def take_signed_comments(page: Page, i: int, line: str) -> int:
    """What readers wrote below the text of a blog, each headed by who said it: from the first head to the end of the page."""
    is_one_of_several = any(HEAD_OF_COMMENT.fullmatch(page.line(k)) for k in range(i + 1, page.count))  # one alone may lead to a quotation
    return page.count - i if (_IS_NAMELESS.match(line) or is_one_of_several) and is_below_text(page, i) and i + 1 < page.count else 0


def take_tags(page: Page, i: int, line: str) -> int:
    """The line of keywords that a site files a text under: words of the site, not of the text."""
    if _TAGS_HEAD.fullmatch(line):  # the keywords one a line below
        j = i + 1
        abstract = next((k for k in range(j, min(page.count, i + 14)) if not _may_be_keyword(page, k)), j)
        if abstract > j and page.is_short(abstract) and page.line(abstract).casefold() in _HEADS_OF_ABSTRACT:  # above an abstract, some to a line
            return abstract - i
        if _KEYWORDS.match(line) and j < page.count and page.is_short(j) and page.line(j).count(", ") >= 3 and len(page.line(j).split()) <= 40:
            return 2  # a journal's, above its abstract
        while j < page.count and j <= i + 12 and page.is_short(j) and len(page.line(j).split()) <= 3 and page.raw(j)[-1] not in ".!?:":
            if page.line(j).casefold() in LABELS_OF_AUTHOR or (is_above_label_of_author(page, j) and names_person(page.raw(j))):
                break
            j += 1
        if j == i + 1 and j < page.count and page.is_short(j) and len(re.findall(r"\s/\s|;\s", page.line(j))) >= 2:  # all in one line
            return 2
        return (
            j - i
            if any(page.is_prose(k) for k in range(max(0, i - 60), i)) and not any(page.is_prose(k) for k in range(j, min(page.count, j + 5)))
            else 0
        )
    if ":" not in line and not _KEYWORDS.match(line):  # keywords with semicolons between and no label
        return 1 if is_below_text(page, i) and not has_much_text_below(page, i) else 0
    return 1 if len(line.split()) <= 40 and (not line.endswith(".") or _KEYWORDS.match(line)) else 0


def _may_be_keyword(page: Page, i: int) -> bool:
    return page.is_short(i) and len(page.line(i).split()) <= 6 and page.line(i).casefold() not in _HEADS_OF_ABSTRACT


def is_above_label_of_author(page: Page, i: int) -> bool:
    """Tell whether the next line is nothing but the word for who wrote a text, as sites print it below the name on his card."""
    below = i + 1
    return below < page.count and page.is_short(below) and not page.follows_gap(below) and page.line(below).casefold() in LABELS_OF_AUTHOR


def take_hashtags(page: Page, i: int, line: str) -> int:
    """A line of hash marks with a word behind each."""
    return 1 if all(word.startswith("#") for word in line.replace(",", " ").split()) else 0


def take_correction_call(page: Page, i: int, line: str) -> int:
    """The call to mark a mistake and send it to the editors."""
    return 1 if len(line.split()) <= 20 else 0


_LEFT_TO_WRITE = Pattern(r"you have [0-9,]{2,6} characters (?:left|remaining)\b", re.I)


def take_reply_form(page: Page, i: int, line: str) -> int:
    """The words of a form for comments: name, address, what will be published and when; below the room left to write in, all that follows."""
    if _LEFT_TO_WRITE.match(line):
        return page.count - i if is_below_text(page, i) else 0
    if line.casefold().startswith("title"):
        return int(i + 1 < page.count and page.is_short(i + 1) and bool(_LEFT_TO_WRITE.match(page.line(i + 1))))
    return 1 if len(line.split()) <= 20 else 0


def take_reader_call(page: Page, i: int, line: str) -> int:
    """The call of a site to its readers: to like, to give, to become a member, to say whether the page was of use."""
    if line.casefold().startswith("what do you think"):  # the last question of an interview has its answer below
        return 0 if any(page.is_prose(k, least_words=15) for k in range(i + 1, min(page.count, i + 12))) else int(is_below_text(page, i))
    return 1 if len(line.split()) <= 60 and (len(line.split()) <= 30 or is_below_text(page, i)) else 0


_BETWEEN_HEADLINES = Pattern(r"\s[•·]\s+")
_GLUED_HEADLINES = Pattern(r"(?<=[a-zа-яё?!»])(?=[A-ZА-ЯЁ][a-zа-яё]+\s)")
_LEAST_HEADLINES = 4
_MOST_LINES_ABOVE = 3


def take_row_of_headlines(page: Page, i: int, line: str) -> int:
    """The headlines of other reports in one line, each of three words or more, parted by dots or, above the text, by nothing at all."""
    parts = _BETWEEN_HEADLINES.split(page.raw(i))
    if len(parts) < _LEAST_HEADLINES and i < _MOST_LINES_ABOVE:
        parts = _GLUED_HEADLINES.split(page.raw(i))
        if any(". " in part for part in parts):
            return 0
    is_row = len(parts) >= _LEAST_HEADLINES and all(len(part.split()) >= 3 and part.rstrip()[-1:] not in ".;," for part in parts if part.strip())
    return 1 if is_row else 0


_ENDS_CALL_FOR_SUPPORT = Pattern(
    r"(?:your (?:support|gift|donation) makes|support (?:us|our)|donate|contribute|"
    r"remind me (?:next|later)|thank you! your reminder)\b.{0,60}$",
    re.I,
)
_MOST_LINES_OF_CALL = 14


def take_call_for_support(page: Page, i: int, line: str) -> int:
    """A paper's call for money between its headline and its text, of several paragraphs: from its heading to the line that closes it."""
    for k in range(i + 1, min(page.count, i + 1 + _MOST_LINES_OF_CALL)):
        if page.is_short(k) and len(page.line(k).split()) <= 10 and _ENDS_CALL_FOR_SUPPORT.match(page.line(k)):
            return k + 1 - i
    return 0


MORE_IN_CATEGORY = Pattern(r"(?:другие материалы в этой категории|more in this category|осы санаттағы басқа материалдар)\s?:", re.I)


def take_paging(page: Page, i: int, line: str) -> int:
    """The way to the previous and the next text, each with its headline beside or below."""
    if MORE_IN_CATEGORY.match(line):
        return 1
    if PAGING_ALONE.fullmatch(line) and i + 1 < page.count and page.is_short(i + 1) and not page.is_prose(i + 1):
        return 2
    return 1 if len(line.split()) <= 40 and not page.is_prose(i) else 0


def take_software(page: Page, i: int, line: str) -> int:
    """What made the page: content system, design, host."""
    return 1 if len(line.split()) <= 15 else 0


_TELLS_FUNDING = Pattern(
    r"\b(?:financement|fonds d[’']une|ne (?:travaille|conseille)|"
    r"funding|grants?|conflict of interest|does not work for|declares?|affiliations?|funded)\b",
    re.I,
)


def take_disclosure(page: Page, i: int, line: str) -> int:
    """What a platform of scholars says, above or below a text, of who pays its authors and itself: a heading with its sentence, or the sentence."""
    below = i + 1
    if " " not in line or len(line.split()) == 2:
        return 2 if below < page.count and page.is_short(below) and _TELLS_FUNDING.search(page.line(below)) else 0
    return 1


def take_disclaimer(page: Page, i: int, line: str) -> int:
    """The sentence below a text in which a publisher parts from what its author thinks, or tells how it was made."""
    return 1 if len(line.split()) <= 45 else 0


def take_signature_of_post(page: Page, i: int, line: str) -> int:
    """Whose post on a network stands in the text, under which name and of which day: the last line of what the network prints."""
    return 1


def take_note_of_translation(page: Page, i: int, line: str) -> int:
    """That the wording is no official one, a line to itself above the translation of a law or a treaty."""
    return 1


def take_note_on_text(page: Page, i: int, line: str) -> int:
    """What is said below a text of that text: whose views it gives, who made it, for whom; above or within the text it may be its own."""
    return 1 if len(line.split()) <= 70 and is_below_text(page, i) and not has_much_text_below(page, i) else 0


def take_agency_signature(page: Page, i: int, line: str) -> int:
    """The letters of desks and agencies under a report: "onb/tw", "/ABC/"; its number there: "-03B-"."""
    return 1 if line[0] in "(/" or line.islower() else int(is_below_text(page, i))


_MOST_LINES_ABOVE_SOURCE = 6
_SOURCE_WITH_DAY = Pattern(r"source\s?:\s[^()]{2,60}\s(?:\([0-9][^()]{5,20}\)|(?:19|20)[0-9]{2} [0-9]{1,2}:[0-9]{2}(?:\s[A-Z]{2,4})?)$", re.I)


def take_source_line(page: Page, i: int, line: str) -> int:
    """The address or site a text was taken from, on a line of its own; a name alone only below the text, above it or below the title."""
    if _SOURCE_WITH_DAY.match(line):
        return 0  # a statement
    is_in_head = 0 < i <= _MOST_LINES_ABOVE_SOURCE and i + 1 < page.count and page.is_prose(i + 1)
    is_first = i == 0 and len(line.split()) <= 10 and page.count > 1 and page.is_prose(1) and line[-1] not in ".!?"
    is_below_title = is_first or (is_in_head and len(line.split()) <= 5 and line[-1] not in ".!?")
    return 1 if len(line.split()) <= 10 and ("." in line or "/" in line or is_below_title or is_below_text(page, i)) else 0


def take_author_heading(page: Page, i: int, line: str) -> int:
    """The heading above what is said of the authors, and the sentence below a text that says it without a name."""
    return 1 if len(line.split()) <= 4 or (is_below_text(page, i) and not has_much_text_below(page, i)) else 0


def take_entry_of_blog(page: Page, i: int, line: str) -> int:
    """What a blog says below a text of where it has filed it, with its tags and its address."""
    return 1 if len(line.split()) <= 80 else 0


def take_supervisor(page: Page, i: int, line: str) -> int:
    """Who guided the author of a thesis or of a student's paper, on its first page."""
    return 1 if len(line.split()) <= 14 and line[-1] not in ".!?" else 0


def take_facts_of_entry(page: Page, i: int, line: str) -> int:
    """Area and people of a state, and below them who heads it, as the yearbook of an encyclopaedia prints them above its text."""
    below = i + 1
    has_heads = line[0] == "(" and below < page.count and page.is_short(below) and page.raw(below)[-1] not in ".!?:"
    return 1 + has_heads if i < _MOST_LINES_OF_FACTS else 0


_MOST_LINES_OF_FACTS = 6


_TYPE_OF_FILE = Pattern(r"(?:[•·-]\s?)?file type", re.I)
_LINES_TO_TYPE_OF_FILE = 3


def take_record_of_file(page: Page, i: int, line: str) -> int:
    """What a library of uploads says of the file below its text: its type, its size, who put it there; to the end of the page."""
    below = range(i + 1, min(page.count, i + 1 + _LINES_TO_TYPE_OF_FILE))
    is_record = any(page.is_short(j) and _TYPE_OF_FILE.match(page.line(j)) for j in below)
    return page.count - i if is_record and is_below_text(page, i) else 0


def take_note_of_agency(page: Page, i: int, line: str) -> int:
    """What an agency says below a report: of which part of its news its site shows, who pays for it, from where its reporter wrote."""
    return 1 if len(line.split()) <= 60 and is_below_text(page, i) else 0


_LABEL_OF_AUTHOR = Pattern(r"(?:Author|Yazan|Auteure?|Autor(?:in)?|Автор),\s")


def take_box_of_broadcaster(page: Page, i: int, line: str) -> int:
    """What a broadcaster says beside its by-line of who reports: post, place, name on a network, each with a label and a comma."""
    near = range(max(0, i - 4), min(page.count, i + 3))
    return int(any(page.is_short(j) and _LABEL_OF_AUTHOR.match(page.line(j)) for j in near))


def take_contact_person(page: Page, i: int, line: str) -> int:
    """Whom to ask about what a text tells, below it: a label with a colon, and the name on the next line; or a sentence that says so."""
    if line[-1] == ".":
        return int(is_below_text(page, i) and len(line.split()) <= 40)
    is_name = i + 1 < page.count and page.is_short(i + 1) and not page.is_prose(i + 1) and len(page.line(i + 1).split()) <= 10
    return 2 if is_name and is_below_text(page, i) else 0


def take_broadcast_note(page: Page, i: int, line: str) -> int:
    """When and on which channel a broadcaster sent the report."""
    return 1 if len(line.split()) <= 30 else 0


def take_name_on_network(page: Page, i: int, line: str) -> int:
    """The name under which an author or a paper is found on a network, alone on its line."""
    return 1


def take_address_of_author(page: Page, i: int, line: str) -> int:
    """The address for letters to an author, alone on its line."""
    return 1


def take_update_date(page: Page, i: int, line: str) -> int:
    """The day a page was last changed, which is not the day its text was published."""
    return 1 if len(line.split()) <= (18 if line.count(" - ") >= 2 else 12) else 0


def take_end_mark(page: Page, i: int, line: str) -> int:
    """The mark that agencies and press offices set below the last line of a text."""
    return 1


FIELD_OF_FORM = Pattern(r"\*?\s?(?:your )?(?:name|e-?mail|comment|message|phone)\s?:\*?", re.I)


def take_fields_of_form(page: Page, i: int, line: str) -> int:
    """The fields in which a reader is to write below a text, two or more running: "Name:", "Email:"."""
    j = i
    while j < page.count and page.is_short(j) and FIELD_OF_FORM.fullmatch(page.line(j)):
        j += 1
    return j - i if j > i + 1 and is_below_text(page, i) else 0


def take_films(page: Page, i: int, line: str) -> int:
    """The films of a broadcaster below a text: the length of each, and its headline in the next line."""
    j = i
    while j + 1 < page.count and page.is_short(j) and _LENGTH_OF_FILM.fullmatch(page.line(j)) and page.is_short(j + 1) and not page.is_prose(j + 1):
        j += 2
    return j - i if j - i >= 4 and is_below_text(page, i) else 0


_LENGTH_OF_FILM = Pattern(r"[0-9]{1,2}:[0-9]{2}")


def take_related_links(page: Page, i: int, line: str) -> int:
    """The headlines of other texts under a heading that says so.

    Where no running text follows any more, all that follows is taken. Where some does, only the headlines up to the
    next gap are, because a heading of the article's own cannot be told from one more headline.
    """
    if not RELATED_HEAD.match(line):
        return 1 if len(line.split()) <= 30 and not line.endswith(".") else 0
    if not any(page.is_prose(k) for k in range(max(0, i - 60), i)):
        k = i + 1  # above the text: the title may be the next line, but for headlines with their teasers
        while k + 1 < page.count and page.is_short(k) and not page.is_prose(k) and _is_cut(page, k + 1):
            k += 2
        return k - i
    k = i + 1
    while k + 1 < page.count and _DAY_ALONE.fullmatch(page.line(k)) and page.raw(k + 1)[-1].isalnum():  # the day of each, and its teaser
        k += 2
    if k - i >= 5:
        return k - i
    k = _end_of_teasers(page, i + 1)
    if k - i >= 5:
        return k - i
    j = page.next_end_of_links(i + 1)
    if j == page.count or closes_related_links(page, j) or not any(page.is_prose(k) for k in _after_publication(page, j)):
        return j - i
    k = i + 1
    if k + 1 < j and page.is_short(k) and _DAY_ALONE.fullmatch(page.line(k)) and page.follows_gap(k) and page.follows_gap(k + 1):
        return 1  # the day of the text itself, below a link
    while k < j and (k == i + 1 or not page.follows_gap(k)) and not _opens_block_of_text(page, i, k):
        k += 1
    if k == j and k > i + 1 and page.follows_gap(k - 1):
        k -= 1
    return k - i


_AGE = Pattern(
    r"[0-9]{1,3} (?:min(?:ute)?s?|hours?|days?|weeks?|months?) ago|vor [0-9]{1,3} \w+|il y a [0-9]{1,3} \w+|[0-9]{1,3} \w+ (?:назад|önce|бұрын)", re.I
)


def _end_of_teasers(page: Page, k: int) -> int:
    """Return where the headlines end that begin at line ``k``, each with the beginning of its text below, cut off, and how long ago it was."""
    while k + 1 < page.count and page.is_short(k) and not page.is_prose(k) and _is_cut(page, k + 1):
        k += 2
        if k < page.count and _AGE.fullmatch(page.line(k)):
            k += 1
    return k


_DAY_ALONE = Pattern(r"(?:[0-9]{1,2}\.? [^\W\d_]{3,10}|[^\W\d_]{3,9}\.? [0-9]{1,2}),? (?:19|20)[0-9]{2}")


def _is_cut(page: Page, i: int) -> bool:
    """Tell whether line ``i`` ends in dots, as the beginnings of texts do that stand below their headlines."""
    return page.text[page.end(i) - 3 : page.end(i)].endswith(("...", "…"))


def _opens_block_of_text(page: Page, head: int, i: int) -> bool:
    """Tell whether line ``i`` below the heading ``head`` of links is a caption printed twice, or in markup a heading or caption."""
    if i + 1 < page.count and page.is_short(i) and page.text.startswith(page.raw(i), page.start(i + 1)):
        return True
    if not page.layer.is_marked_up:
        return page.is_prose(i)
    regions = page.regions(i)
    return bool(regions & {"h2", "h3", "figcaption"} and "li" not in regions) or (page.is_prose(i) and "li" not in regions)


def _after_publication(page: Page, i: int) -> range:
    """Return the lines from ``i`` on, or from the next if line ``i`` speaks of the publication itself; at most 40."""
    first = i + 1 if ABOUT_PUBLICATION.match(page.line(i)) else i
    return range(first, min(page.count, first + 40))


def take_about_publication(page: Page, i: int, line: str) -> int:
    """What a periodical says of itself below its texts; only after other lines that are no part of the text."""
    return 1 if i and i - 1 in page.removed else 0


_HEADS_OF_ABSTRACT = frozenset({"abstract", "summary", "аннотация", "аңдатпа", "özet", "öz", "zusammenfassung", "résumé"})
_TAGS_HEAD = Pattern(
    r"(?:tags?|topics?|keywords|теги|темы|метки|ключевые слова|schlagworte|themen|mots[- ]clés|etiketler|anahtar kelimeler|тегтер):?", re.I
)
LABELS_OF_AUTHOR = frozenset({"author", "автор", "авторы", "autor", "autorin", "auteur", "yazar", "авторы туралы"})
_KEYWORDS = Pattern(r"(?:keywords|ключевые слова|түйін сөздер|кілт(?:тік)? сөздер|mots[- ]clés|schlagwörter|anahtar kelimeler)", re.I)
# Who wrote a comment and when, to the minute, as a program of blogs heads it: "Marat June 22, 2006 at 2:02 am".
_NAME_AND_MOMENT = (
    rf"(?!(?:posted|by|published|updated|last|written|on|this|edited)\b)(?:\S{{1,24}}\s){{1,3}}(?:on )?"
    rf"(?:{MONTH})\s[0-9]{{1,2}},\s(?:19|20)[0-9]{{2}}\s(?:at|[-–—@])\s[0-9]{{1,2}}:[0-9]{{2}}\s?[ap]m"
)
# Which alone is enough: who has no name, or what heads the words of readers.
_IS_NAMELESS = Pattern(
    rf"anonymous|аноним|anonym|user contributions|(?:readers['’] )?comments on this|ne(?:ler)? söylendi|what readers|{_NAME_AND_MOMENT}", re.I
)
HEAD_OF_COMMENT = Pattern(
    r"(?:user contributions:|(?:readers['’] )?comments on this (?:article|page|story):?|ne(?:ler)? söylendi\??|what readers (?:say|said):?|"
    r"(?:anonymous|аноним\w*|anonym\w*) (?:said|says|wrote|пишет|комментирует|hat gesagt|a dit|dedi ki)\s?(?:\.\.\.|…|:)|"
    r"(?:[^\s.,:;]{1,20}\s){1,3}(?:said|says)\s?(?:\.\.\.|…)|"
    r"(?:[^\s.,:;0-9]{2,20}\s){1,2}[^\s.,:;0-9]{2,20},\s(?:19|20)[0-9]{2}-[0-9]{1,2}-[0-9]{1,2}|"
    rf"{_NAME_AND_MOMENT})$",
    re.I,
)
PAGING_ALONE = Pattern(
    r"(?:(?:previous|next) (?:article|post)|vorheriger artikel|nächster artikel|(?:önceki|sonraki) (?:içerik|haber|yazı)|"
    r"article (?:précédent|suivant)|"
    r"(?:предыдущ|следующ)\w+ (?:материал|статья|запись|новость)|(?:алдыңғы|келесі) (?:жазба|мақала)|"
    r"(?:предыдущ|следующ|алдыңғы|келесі|önceki|sonraki|previous|next|précédent|suivant)\w*[\s|/]{1,3}"
    r"(?:предыдущ|следующ|алдыңғы|келесі|önceki|sonraki|previous|next|précédent|suivant)\w*)",
    re.I,
)
ABOUT_PUBLICATION = Pattern(
    r"[^.]{3,80}\bis an? (?:\w+ ){0,2}?(?:bi-?weekly|weekly|monthly|quarterly|daily|annual|bi-?monthly|online|independent|peer-reviewed) "
    r"(?:\w+ ){0,3}?"
    r"(?:publication|journal|newspaper|magazine|newsletter|bulletin|outlet|platform)\b",
    re.I,
)
