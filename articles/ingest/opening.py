"""Where a text opens: what stands alone between the head of a page and its first sentence, and is neither."""

from __future__ import annotations

from articles.ingest.comparing import comparable
from articles.ingest.lines import without_spacing
from articles.ingest.people.spoken_of import is_spoken_of
from articles.ingest.reading import CAPTIONS, HEADINGS, SENTENCE_END, Reading
from articles.ingest.statements.field import Field, signed
from articles.ingest.statements.names import FULL_NAME, has_given_name, is_no_person, is_salutation, without_degrees
from articles.ingest.statements.roles import is_role, split_role
from articles.ingest.vocabulary import REPORTING_CITIES, STATES, listed
from kzarchive.patterns import Pattern

_MOST_LINES_ABOVE_TEXT = 40
_LONGEST_LABEL = 90  # characters
_MOST_LINES_LOOKED_AT = 80
_MOST_LINES_BELOW = 6

# The headings under which texts open, in the languages of the archive.
_OPENING_HEADINGS = frozenset(
    comparable(heading)
    for heading in listed(
        """abstract|summary|executive summary|synopsis|extract|introduction|introductory remarks|preface|foreword|prologue|overview|background|context
    |key points|key takeaways|key findings|key messages|main points|main results|main findings|highlights|at a glance|in brief|episode notes
    |show notes|early background|аннотация|резюме|введение|предисловие|общие сведения|вступление|кратко|андатпа|аңдатпа|түйін|түйіндеме|кіріспе
    |кіріспе сөз|алғы сөз|жалпы мәлімет|özet|öz|giriş|önsöz|genel bakış|kısa tanıtım|genel bilgiler|özet bilgi|türkçe özet|zusammenfassung
    |einleitung|überblick|kurzüberblick|vorwort|hintergrund|kernpunkte|das wichtigste in kürze|abstrakt|résumé|résumés|abstracts|introduction générale
    |in lieu of an introduction|in lieu of introduction|instead of an introduction|instead of a preface|вместо введения
    |вместо предисловия|statt einer einleitung
    |avant-propos|aperçu|contexte|en bref|points clés|préface|vorbemerkung"""
    )
)
_AND = frozenset({"and", "und", "et", "ve", "и", "және", "mit", "with"})  # between two sections
_NUMBERED = Pattern(r"(?:[0-9]{1,2}|[IVX]{1,4}|[a-zа-я])[.)]\s?[^\W\d_]")
_OPENS_QUOTATION_OR_LIST = Pattern(r"[«»“„\"'‘*•·▪–—-]")
_LABELS_ABOVE_VALUES = listed(
    "location|source|from|place|country|region|theme|themes|topics|field of work|fields of work|"
    "our work|issued by|type|more on|related topics|источник|место|рубрика|ort|quelle|lieu|thème|kaynak|yer|konu"
)
_NEWS = listed("news|новости|nachrichten|meldungen|haberleri|haberler|actualités|жаңалықтары|жаңалықтар")
_LEFT_OPEN = Pattern(r"\s(?:by|von|par|от|автор)$|[’']$")  # "Organised by", and by whom in the next line
_LEAST_WORDS_OF_PHRASE = 3
_LEAST_WORDS_WITH_FIGURES = 6
_MOST_WORDS_OF_PLACE = 6
_NAME_OF_FILE = Pattern(r"[._-]\w+$|%[0-9A-F]{2}")
_LABELLED = Pattern(r"[^\W\d_][\w\s]{1,28}\s?:\s?[^\Wa-zа-яё]|.*(?:[|<>=@]|\s/\s)")


_MOST_LINES_TO_NOTE = 3


def remove_note_of_star(reading: Reading) -> None:
    """Leave out the note that stands right below the name or the title with a star behind it, and tells what the star is for."""
    page = reading.page
    starred = next((reading.spans[name][-1] for name in ("byline", "title") if reading.spans.get(name) and _has_star(reading, name)), None)
    if starred is None or reading.layer.is_marked_up:
        return
    below = [i for i in page.kept() if page.start(i) >= starred[1] and reading.is_kept(i)][:_MOST_LINES_TO_NOTE]
    note = next((i for i in below if page.raw(i).startswith("*")), None)
    if note is not None and any(page.is_prose(i) for i in page.kept() if i > note):
        page.removed[note] = "note on the text"


def _has_star(reading: Reading, name: str) -> bool:
    start, end = reading.spans[name][-1]
    return reading.page.text[start : end + 1].rstrip().endswith("*")


def remove_labels_above_text(reading: Reading) -> None:
    """Leave out the labels that stand alone between the head of a page and its first sentence.

    A section, an agency, a place, the name of a picture, a count, a control of which nothing else is left: no sentence, and no
    heading. What could head the text stays: the headings under which texts open, with a number or a mark, a phrase, words of the
    heading that the first paragraph takes up, a line in the style of other headings below.
    """
    page = reading.page
    title = reading.title_line() or 0
    run: list[int] = []
    text = None
    for i in range(min(page.count, title + _MOST_LINES_LOOKED_AT)):
        if not reading.is_kept(i) or i in reading.captions or page.regions(i) & CAPTIONS:
            continue
        if page.is_prose(i) or i in reading.body_starts or not page.is_short(i):
            text = i
            break
        run.append(i)
    if text is None or not run or len(run) > _MOST_LINES_ABOVE_TEXT:
        return
    end = next((n for n, i in enumerate(run) if _may_open_text(reading, i)), len(run))
    if end == len(run) or not is_opening_heading(page.line(run[end])):
        end = next((n for n in range(end) if heads_text(reading, run[n], text)), end)
    if not all(_is_label(reading, i) for i in run[:end]):
        return
    _read_author_among(reading, run[:end])
    for i in run[:end]:
        if reading.is_kept(i):
            page.removed[i] = "label above the text"


# How names of families end where the archive's texts come from.
_ENDS_AS_FAMILY = Pattern(
    r"(?:[оеё]в|[оеё]ва|ин|ина|ский|ская|ұлы|қызы|улы|кызы|бек|баев|баева|[oe]v|[oe]va|[ie]yev|y[ie]va|sky|skaya|uly|qyzy|kyzy|oğlu|oglu|yan|dze|shvili|bek|bay)$"
)


def _read_author_among(reading: Reading, labels: list[int]) -> None:
    """Take for the author who stands by name among the labels above a text, with a post below or a name that leaves no doubt; where no by-line is."""
    page = reading.page
    if reading.authors or "byline" in reading.values or reading.layer.is_marked_up or reading.title_line() is None:
        return
    for i in labels:
        line = page.line(i)
        name = page.raw(i)
        if not FULL_NAME.fullmatch(name) or is_no_person(name) or (line.isupper() and not has_given_name(name)):
            continue
        below = i + 1 if i + 1 in labels else None
        has_post = below is not None and is_role(page.line(below))
        is_person = has_given_name(name) or has_post or bool(_ENDS_AS_FAMILY.search(name.split()[-1].casefold()))
        if not is_person or is_spoken_of(reading, name) or name.split()[-1].casefold() in reading.values.get("title", "").casefold():
            continue
        role, affiliation = split_role(page.line(below)) if has_post else (None, None)
        fields = signed(name, role=role, affiliation=affiliation)
        reading.state_fields(i, fields)
        if has_post:
            page.removed[below] = "role of the author"
            _read_further_authors(reading, below + 1)
        return


def _read_further_authors(reading: Reading, first: int) -> None:
    """Read the further authors from line ``first`` on, each with a degree or without right above his post, two lines to each."""
    page = reading.page
    for name in range(first, page.count - 1, 2):
        post = name + 1
        raw = page.raw(name)
        bare = without_degrees(raw)
        is_pair = page.is_short(name) and page.is_short(post) and reading.is_kept(name) and reading.is_kept(post) and not page.follows_gap(post)
        if not is_pair or not FULL_NAME.fullmatch(bare) or is_no_person(bare) or not is_role(page.line(post)) or is_spoken_of(reading, bare):
            return
        role, affiliation = split_role(page.line(post))
        reading.state_fields(name, [Field("authors", raw, 0, len(raw), role=role, affiliation=affiliation)])
        page.removed[post] = "role of the author"


def _may_open_text(reading: Reading, i: int) -> bool:
    """Tell whether the text may open with line ``i``: a heading for that, numbered, quoted, turning to hearers, or the first of several lines."""
    page = reading.page
    line = page.line(i)
    if is_opening_heading(line) or _LEFT_OPEN.search(line) or _NUMBERED.match(line) or _OPENS_QUOTATION_OR_LIST.match(line) or is_salutation(line):
        return True
    if page.regions(i) & HEADINGS:
        return True
    below = i + 1
    return line[-1] == "," or (below < page.count and reading.is_kept(below) and page.text[page.start(below)].islower())


def is_opening_heading(line: str) -> bool:
    """Tell whether ``line`` is nothing but a heading under which texts open: "Introduction", "A B S T R A C T"."""
    return comparable(without_spacing(line)).strip(" :.") in _OPENING_HEADINGS


def _is_label(reading: Reading, i: int) -> bool:
    page = reading.page
    if page.raw(i)[-1] in ":;":
        return page.line(i).casefold().rstrip(" :") in STATES  # of which a site says that the news is
    return reading.length(i) <= _LONGEST_LABEL and not SENTENCE_END.search(page.raw(i))


def heads_text(reading: Reading, i: int, text: int) -> bool:
    """Tell whether line ``i``, above the paragraph ``text``, may head it: a phrase, a person, a word that the title or the paragraph takes up."""
    page = reading.page
    line = page.line(i)
    words = line.split()
    if any(page.is_short(j) and page.line(j) == line for j in range(max(0, i - 4), i)):  # who publishes it, printed over and over
        return False
    if i - 1 in reading.stated and is_role(line) and not page.follows_gap(i):  # of the author right above
        return False
    if line.casefold().rstrip(" :") in STATES and line[-1] == ":":
        return False
    if ", " in line and len(words) <= _MOST_WORDS_OF_PLACE and line.rpartition(", ")[2].upper() in REPORTING_CITIES:  # where it was said
        return False
    if len(words) in (2, 3) and words[-1].casefold() in _NEWS:  # a section
        return False
    if i and page.is_short(i - 1) and page.line(i - 1).casefold().rstrip(" :") in _LABELS_ABOVE_VALUES:
        return False
    if ": " in line and line.partition(":")[0].casefold().strip() in _LABELS_ABOVE_VALUES:
        return False
    has_mark = bool(_LABELLED.match(line) or _NAME_OF_FILE.search(line))
    small = {word for word in words[1:] if word.islower() and len(word) > 1}
    is_phrase = len(words) >= _LEAST_WORDS_OF_PHRASE and words[0][0].isupper() and bool(small - _AND)
    if any(char.isdigit() for char in line) and (len(words) < _LEAST_WORDS_WITH_FIGURES or has_mark):
        return False
    if is_phrase and (not has_mark or len(line.partition(":")[2].split()) >= _LEAST_WORDS_OF_PHRASE):
        return True
    if has_mark:
        return False
    title = {word.strip(',.:;?!«»“”"()') for word in comparable(reading.values.get("title", "")).split()}
    if any(comparable(word) in title or any(other.startswith(comparable(word)[:6]) for other in title) for word in words if len(word) > 1):
        return True
    if len(words) >= 3 and (has_given_name(line) or _is_turned_to(reading, words[-2], text)):
        return True
    opening = comparable(page.text[page.start(text) : min(page.end(text), page.start(text) + 600)])
    return any(comparable(word)[:6] in opening for word in words if len(word) > 3)


def _is_turned_to(reading: Reading, name: str, text: int) -> bool:
    """Tell whether one of the lines below the paragraph ``text``, a turn of a conversation, has ``name`` in it."""
    page = reading.page
    turns = (page.line(j) for j in range(text + 1, min(page.count, text + 1 + _MOST_LINES_BELOW)) if page.is_short(j))
    return any(turn[0] in "–—-" and name in turn for turn in turns)
