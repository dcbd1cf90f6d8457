"""Lines that say what an article is: by-lines, dates, volume and issue, section, rights, datelines."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from articles.ingest.dates import PrintedDate, find_dates
from articles.ingest.vocabulary import GIVEN_NAMES, MENU_WORDS, NO_NAMES, NOBODY, PAPER_WORDS, REPORTING_CITIES, SENTENCE_OPENERS
from kzarchive.patterns import Pattern

_AGENCY_SIGNATURE = Pattern(r"[/\\—–-]{1,3}\s?[^\W\d_][\w.]{1,20},\s")
_LONGEST_STATEMENT = 300
_LONGEST_DATELINE = 120


@dataclass(frozen=True)
class Field:
    """One statement about an article: the name of the record's field, its value, and where it stands in the line (half-open).

    For ``authors`` the value is followed by ``role`` and ``affiliation``; for ``published_on`` by ``date``.
    """

    name: str
    value: str
    start: int
    end: int
    role: str | None = None
    affiliation: str | None = None
    date: PrintedDate | None = None
    is_blank: bool = False


# A by-line ------------------------------------------------------------------------------------------------------------

_BYLINE = Pattern(
    r"(?P<by>[-–—]{0,3}\s?by|(?:written|story|words|reported|reporting|interview(?:ed)?|posted|commentary|opinion|analysis|article|essay|"
    r"text|prepared|"
    r"compiled|contributed|submitted) by|writer['’]s picture)(?:\s*(?P<sign>[:|])|\s*$|\s|(?=(?-i:[A-Z][^\W\d_A-Z])))|"
    r"(?P<label>authors?|von(?=\s?:)|par(?=\s?:)|автор(?:ы)?|автор (?:текста|статьи|материала|на сайте)|autor(?:en|in)?|auteurs?|yazar|"
    r"авторлары|мәтін авторы|мақала авторы|avtory|text|текст|"
    r"texte|metin|haber|подготовил[аи]?|подготовлено|материал подготовил[аи]?|беседовал[аи]?|интервью (?:взял[аи]?|провел[аи]?)|"
    r"записал[аи]?|kaynak|röportaj|әзірлеген|"
    r"student(?:['’]s)?(?: name)?|"
    r"дайындаған|сұхбаттасқан|сұхбат жүргізген)\s*[:|]|"
    r"(?P<verb>подготовил[аи]?|материал подготовил[аи]?|беседовал[аи]?|интервью (?:взял[аи]?|провел[аи]?)|записал[аи]?|сұхбаттасқан|"
    r"сұхбатты жүргізген|әзірлеген|дайындаған|"
    r"publiée? par|postée? par|rédigée? par|écrite? par|eingestellt von|verfasst von|geschrieben von|veröffentlicht von|gönderen|yayınlayan|yazan|"
    r"derleyen|опубликовал[аи]?|жариялаған|жазған|"
    r"das (?:gespräch|interview) führten?|propos recueillis par|entretien réalisé par|interview[:,]? |röportaj |hazırlayan )\s*(?=\S)|"
    r"(?P<foreign>(?:eine?\s(?:interview|gespräch|gastbeitrag|analyse|kommentar|reportage|bericht|essay|beitrag|porträt|rezension)\s|"
    r"une?\s(?:article|entretien|texte|reportage|analyse|chronique|interview|enquête|tribune)\s)?(?:[-–—]\s?)?(?:von|par)|por|di|from)(?:\s(?=\S)|(?<=par|von)(?=(?-i:[A-ZÉÈ][a-zéèê]+\s[A-ZÉÈ][A-ZÉÈ]+)))|(?P<glued>author)\s(?=(?-i:[A-Z]))",
    re.I,
)
_LOWER = "a-zа-яёәіңғүұқөһäöüßçşğıéèàáâêëîïôûùñūāčšžłąęćńśźżťďěřůõæøåğўқғҳ"

_ISSUE_OF = Pattern(r"\(\s*(?:in |from )?(?:the\s+)?(?P<date>[^()]{4,40}?)\s+issue\s+of\s+(?:the\s+)?(?P<publication>[^()]{2,80}?)\s*\)\s*\.?$", re.I)
_AND = Pattern(r"\s*(?:,\s*and\b|,\s*&|\band\b|&|\bи\b|\bund\b|\bet\b|\bve\b|\bжәне\b|;)\s*")
_NAME_WORD = rf"(?:[^\W\d_{_LOWER}][\w.'’‘ʻ-]*)"
_PARTICLE = r"(?:van|von|der|den|de|du|da|di|la|le|al|el|bin|ibn|ben|ter|ten|dos|uly|ogly|oglu|ogli|kyzy|qyzy|kizi|улы|ұлы|оглы|кызы|қызы)"
_PLACE_OF_LINE = rf"{_NAME_WORD}(?:[\s-]{_NAME_WORD}){{0,2}}"
_SURNAME_AND_INITIALS = rf"(?-i:[^\W\d_{_LOWER}][^\W\d_]+)\s(?-i:[^\W\d_{_LOWER}])\.\s?(?-i:[^\W\d_{_LOWER}])\."
_NAME = Pattern(rf"{_NAME_WORD}(?:\s+(?:{_NAME_WORD}|{_PARTICLE})){{1,4}}")
_FROM_PLACE = Pattern(rf"\s+(?:in|aus|à|в)\s+{_NAME_WORD}(?:\s{_NAME_WORD})?")
_ONE_WORD = Pattern(_NAME_WORD)
_NO_NAME = Pattern(
    r"\b(?:The|This|That|These|Our|Your|Dear|Distinguished|Ladies|Gentlemen|Excellenc\w+|All|Its|His|Her|Their|A(?!\.)|An|And|But|For|With|January|February|March|April|June|July|August|September|"
    r"October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
_BODY_OF_PEOPLE = (
    r"(?:Institut\w*|Endowment|Forum|Stiftung|Gesellschaft|Zentrum|Forschungsstelle|Forschungsgruppe|Observatoire|Fondation|Centre|Center|"
    r"University|School|College|Academy|Foundation|Council|Parliament|Ministry|Agency|Group|Times|News|Press|Post|Review|Journal|"
    r"Monitor|Reuters|Studio|Büro|Bureau|Desk|Bulletin|Program(?:me)?|Association|Committee|Society|Department|Embassy|Bank|Fund|"
    r"Organi[sz]ation|Observatory|Network|Navy|Army|"
    r"Universit(?:é|ät)|Département|Enstitüsü|Üniversitesi|Merkezi|Vakfı|Derneği|Akademisi|Bakanlığı|"
    r"[Ии]нститут\w*|Центр\w*|[Уу]ниверситет\w*|Академи\w+|Фонд\w*|Министерств\w+|Агентств\w+)"
)
_AFFILIATED = Pattern(
    rf"\s+(?:pour|chez|beim?)\s+(?=[^\Wa-z_])|"
    rf"\s+at\s+(?:the\s+)?(?=[^\Wa-z_])|\s+for\s+(?:the\s+)?(?=[^\Wa-z_])|\s+(?:with|from)\s+(?:the\s+)?(?=[^\Wa-z_])|"
    rf"\s+(?:à|de)\s+(?:l[’']|la\s)(?=(?:[^\Wa-z_][\w'’-]*\s+){{0,4}}{_BODY_OF_PEOPLE}\b)|"
    rf"\s+au\s+(?=(?:[^\Wa-z_][\w'’-]*\s+){{0,4}}{_BODY_OF_PEOPLE}\b)|"
    rf"\s+(?:in|an|bei)\s+(?:the|der|dem)\s+(?=(?:[^\Wa-z_][\w'’-]*\s+(?:and\s+|und\s+)?){{0,4}}{_BODY_OF_PEOPLE}\b)|"
    rf"\s+of\s+(?:the\s+)?(?=(?:[^\Wa-z_][\w'’-]*\s+){{0,4}}{_BODY_OF_PEOPLE}\b)|,\s+(?:the\s+)?(?=(?:[\w'’-]+\s+){{0,6}}{_BODY_OF_PEOPLE}\b)"
)
_BEGINS_WITH_BODY = Pattern(rf"(?:the\s+)?(?:[^\Wa-z_][\w'’-]*\s+){{0,5}}?{_BODY_OF_PEOPLE}\b")


_SOMEBODY_UNNAMED = Pattern(r"(?:an?|our|the|special)\s(?:\S+\s){0,4}(?:correspondent|reporter|staff|contributor|writer)s?\.?", re.I)
_COUNT_BEHIND = Pattern(r"\s[|•·-]?\s?[0-9][0-9.,]{0,8}[kK]?\s(?:views?|reads?|comments?|shares?|likes?|min(?:utes?)?(?: read)?|просмотр\w*)$", re.I)
_AT_TIME = Pattern(r"\s(?:at|um|в|à)\s[0-9]{1,2}[:.][0-9]{2}(?:\s?[ap]\.?m\.?)?$", re.I)


_STATION = Pattern(r"[A-Z]{2,5}/[A-Z]{1,4}")  # "By RFE/RL"


def read_byline(line: str) -> list[Field] | None:
    """A line that names who wrote the text: "By NAME", "By NAME, role for AFFILIATION", "Author: NAME", an empty "By:".

    What may follow on the same line is read too: "| DATE", "(the DATE issue of the PUBLICATION)". A sentence that begins
    with "By" names no person next and is none.
    """
    if line[:1] == "(" and line[-1] == ")" and 2 <= len(line.split()) <= 8:  # "(By NAME)"
        inner = read_byline(line[1:-1])
        if inner and any(field.name == "authors" for field in inner):
            return [moved(field, 1) for field in inner]
    associate = _ASSOCIATE.search(line) if len(line) <= 120 else None
    if associate:  # "By NAME Reporter Associate NAME"
        first, second = read_byline(line[: associate.start()]), read_authors(line[associate.end() :], associate.end())
        if first and second and first[0].name == "byline":
            return [replace(first[0], value=line.rstrip(), end=len(line.rstrip())), *first[1:], *second]
    opening = _BYLINE.match(line)
    issue_of = _ISSUE_OF.search(line)
    if not opening and not issue_of:
        return None
    at = opening.end() if opening else 0
    if opening and opening["foreign"] and (courtesy := _FRENCH_COURTESY.match(line, at)):
        at = courtesy.end()
    end = issue_of.start() if issue_of else len(line)
    picture = _PICTURE_BEHIND_NAME.search(line, at) if opening else None
    if picture:
        end = min(end, picture.start())
    if opening and opening["glued"] and len(line.split()) > 4:
        return None
    dates = [] if issue_of else find_dates(line[at:])
    if dates and (len(dates) > 1 or re.search(r"\s[|•·]\s+[^\W\d_]", line[at : at + dates[0].start])):
        return None  # several statements on one line: each part is read by itself
    if dates and line[at + dates[-1].end :].strip(" |.,()") and re.search(r"\s[|•·]\s", line[at:]):
        return None
    date = None
    if dates and not line[at + dates[-1].end :].strip(" |.,()"):
        date = _shifted(dates[-1], at)
        end = date.start
    introduced = _BYLINE_WITH_BIOGRAPHY.match(line, at) if opening and (opening["by"] or opening["foreign"]) and len(line.split()) <= 60 else None
    if introduced:  # "By NAME, what he is. He writes about ..."
        end = introduced.end("people")
    people = line[at:end].strip()
    trimmed = re.sub(r"(?:\s*[|,•·–—-]+|,?\s+(?:on|le|am|vom|от))?\s*$", "", line[at:end])
    trimmed = re.sub(r"\s\(not verified\)$", "", trimmed)  # what a content system says of a writer who is not signed in
    fields: list[Field] = []
    if not trimmed.strip(" \t|:–—-.,"):
        if not (opening and (opening["by"] or opening["label"])) or issue_of:
            return None
        if not date and people.strip(" |:–—-.,"):
            return None
        printed_end = len(line[:end].rstrip()) if date else len(line.rstrip())
        fields.append(Field("byline", line[:printed_end], 0, printed_end, is_blank=True))
    else:
        trimmed = _COUNT_BEHIND.sub("", _AT_TIME.sub("", trimmed))
        post = _POST_BEFORE_NAME.match(trimmed.lstrip()) if opening and (opening["by"] or opening["foreign"] or opening["label"]) else None
        if post:  # "By Staff Writer NAME"
            at += len(trimmed) - len(trimmed.lstrip()) + post.end()
            trimmed = trimmed.lstrip()[post.end() :]
        authors = [] if _SOMEBODY_UNNAMED.fullmatch(trimmed.strip()) or NOBODY.issuperset(trimmed.lower().split()) else read_authors(trimmed, at)
        with_agency = _WITH_AGENCY.fullmatch(trimmed.strip()) if authors is None and opening and (opening["foreign"] or opening["by"]) else None
        if with_agency:  # "Par LE QUOTIDIEN avec AFP"
            start = at + trimmed.index(with_agency["paper"])
            authors = [Field("authors", with_agency["paper"], start, start + len(with_agency["paper"]))]
        is_house = opening is not None and bool(opening["by"]) and bool((_HOUSE if date else _STATION).fullmatch(trimmed.strip()))
        if (
            authors is None
            and opening
            and (opening["foreign"] or opening["by"])
            and len(trimmed.split()) <= 7
            and (is_house or _DESK.search(trimmed))
        ):
            body = trimmed.strip(" .")
            authors = [Field("authors", body, at + trimmed.index(body), at + trimmed.index(body) + len(body))]
        if authors is None:
            return None
        if authors and opening and (opening["label"] or "").lower() == "kaynak" and " " not in authors[0].value:
            authors = []  # the agency a text was taken from
        authors = [author for author in authors if not NOBODY.issuperset(author.value.lower().split())]
        if post and authors and not authors[0].role:
            authors[0] = replace(authors[0], role=post["post"])
        if post and post["several"]:  # "by Agency writers NAME, NAME"
            authors = [replace(author, role=post["post"][:-1]) for author in authors]
        is_blank = trimmed.strip().casefold() == "empty"  # what a content system prints where nobody is named
        printed_end = len(line.rstrip()) if issue_of and not is_blank else at + len(trimmed.rstrip())
        begin = at if opening and opening["glued"] else 0
        fields.append(Field("byline", line[begin:printed_end], begin, printed_end, is_blank=is_blank))
        fields += authors
    if date:
        fields.append(_date_field(line, date))
    if opening and opening["foreign"] and opening["foreign"].lower() == "from" and not any(field.name == "authors" for field in fields):
        return None
    if issue_of:
        fields.append(Field("issue", issue_of["date"], *issue_of.span("date")))
        fields.append(Field("publication", issue_of["publication"], *issue_of.span("publication")))
        printed = find_dates(issue_of["date"])
        if printed:
            fields.append(_date_field(line, _shifted(printed[0], issue_of.start("date")), name="issue_date"))
    return fields


_ASSOCIATE = Pattern(r"(?<=\w)\s(?:reporter|research|editorial) (?:associate|assistant)s?:?\s(?=(?-i:[^\W\d_a-zа-яё]))", re.I)
# Who took the picture, in one line with who wrote the text: "Par NAME - © AGENCY".
_PICTURE_BEHIND_NAME = Pattern(
    r"\s[–—|•·-]\s(?:(?:photos?|fotos?|fotoğraf|bild(?:er)?|crédits?(?: photos?)?|фото)\s?(?:[:©]|by\s|par\s)|©)\s?\S.{1,80}$", re.I
)
_UNNAMED_ALONE = Pattern(r"(?P<printed>(?:our |by |the )?(?:(?:own|special|staff|web|sports) )?(?:correspondent|reporter|writer))\s?\|?", re.I)


def read_unnamed(line: str) -> list[Field] | None:
    """A line that says in the place of a name only what the writer is: "Staff writer", "Our Correspondent |"."""
    match = _UNNAMED_ALONE.fullmatch(line.strip()) if len(line) <= 40 and line[0].isupper() else None
    return [Field("byline", match["printed"], *match.span("printed"))] if match else None


# A house that writes its name in small letters and capitals: "By bne IntelliPress March 5, 2019".
_HOUSE = Pattern(rf"[{_LOWER}]{{2,12}}\s[^\W\d_{_LOWER}]\w{{2,24}}")
_FRENCH_COURTESY = Pattern(r"(?:M\.|MM\.|Mme\.?|Mlle\.?|Monsieur|Madame)\s")
_ANNOUNCES_NAMES = Pattern(
    r"(?:by|written by|story by|posted by|authors?|author\(s\)|staff author|автор(?:ы)?|автор (?:текста|статьи|материала)|autor(?:in|en)?|auteure?s?|"
    r"par|von|yazar(?:lar)?|авторы?лары?|text|текст|writer['’]s picture|на правах рукописи)\s?[:|]?",
    re.I,
)


_WITH_AGENCY = Pattern(rf"(?P<paper>[^\W\d_{_LOWER}][^,.;:]{{2,40}}?)\s(?:avec|with|mit|и|and|et)\s(?:l[’'])?(?:[A-Z]{{2,5}}|dpa|Reuters)")
_BYLINE_WITH_BIOGRAPHY = Pattern(rf"\s?(?P<people>{_NAME.pattern},\s[^.]{{5,160}})\.\s+(?=[^\W\d_{_LOWER}])")


def announces_names(line: str) -> bool:
    """Tell whether ``line`` is nothing but the word that stands before an author's name, which then stands in the next line."""
    return len(line) <= 30 and bool(_ANNOUNCES_NAMES.fullmatch(line.strip()))


_ROLE_WORD = Pattern(
    r"\b(?:fellow|analyst|professor|lecturer|director|editor|correspondent|reporter|researcher|journalist|ambassador|minister|expert|"
    r"scholar|associate|"
    r"writer|columnist|consultant|head|representative|chair(?:man|woman)?|president|secretary|adviser|advisor|student|candidate|historian|"
    r"economist|diplomat|"
    r"specialist|scientist|strategist|lawyer|activist|blogger|founder|partner|assistant|contributor|author|"
    r"кандидат|доктор|профессор|директор|эксперт|политолог|журналист|обозреватель|корреспондент|редактор|сотрудник|аналитик|историк|экономист|"
    r"посол|советник|доцент|дипломат|востоковед|руководитель|"
    r"саясаттанушы|шолушы|тарихшы|сарапшы|докторы|тілші\w*|елші\w*|төраға\w*|төрайым\w*|редакторы|директоры|басшысы|қызметкері|ғалым|жазушы|"
    r"redakteur\w*|korrespondent\w*|wissenschaftl\w+|leiter\w*|mitarbeiter\w*|direktor\w*|botschafter\w*|"
    r"chercheu\w+|rédact\w+|journaliste|directeur|directrice|correspondante?|maître|doctorante?|députée?|sénat(?:eur|rice)|ambassadeur|"
    r"uzmanı?|öğretim|gazeteci|araştırmacı|büyükelçi|müdürü?|başkanı?|editörü?|muhabiri?)\b",
    re.I,
)


def is_body(line: str) -> bool:
    """Tell whether ``line`` is the name of a body of people: an institute, a university, a ministry."""
    return len(line.split()) <= 10 and line[0].isupper() and bool(re.search(rf"\b{_BODY_OF_PEOPLE}\b", line)) and line[-1] not in ".?!:"


def names_body(line: str) -> bool:
    """Tell whether a body of people is named anywhere in ``line``, of thirty words at most and no sentence."""
    return len(line.split()) <= 30 and bool(re.search(rf"\b{_BODY_OF_PEOPLE}\b", line)) and line[-1] not in ".?!:"


def is_role(line: str) -> bool:
    """Tell whether ``line`` says what somebody is: "Associate Fellow, Russia Programme", "кандидат политических наук"."""
    return 1 <= len(line.split()) <= 20 and bool(_ROLE_WORD.search(line)) and not line.endswith(("?", "!", ":"))


# The post that stands before a name: "Staff Writer", "our Baku correspondent"; titles that belong to a name stay with it.
_POST_BEFORE_NAME = Pattern(
    rf"(?!(?i:dr|prof|professor|ambassador|sir)\b)(?:(?:our|the|its)\s)?(?P<post>(?:[^\W\d_][\w’'&-]*\s){{0,4}}?(?i:{_ROLE_WORD.pattern}|(?P<several>(?:writer|reporter|correspondent|journalist|editor|analyst)s)))\s"
    rf"(?={_NAME_WORD}\s{_NAME_WORD})"
)
_REPORTED_BY = Pattern(r"(?:additional )?(?:reporting|writing) by\s", re.I)
_WORK_OF_OTHERS = Pattern(r";|\b(?:editing|writing|additional reporting|translated) by\b|\bperevod\b", re.I)


def read_desk_credits(line: str) -> list[Field] | None:
    """The line in which an agency says who worked on a report: "Reporting by NAME; Editing by NAME". Those who reported are its authors."""
    opening = _REPORTED_BY.match(line)
    if not opening or len(line.split()) > 30:
        return None
    other = _WORK_OF_OTHERS.search(line, opening.end())
    end = other.start() if other else len(line)
    authors = read_authors(line[opening.end() : end].rstrip(" ,;."), opening.end())
    if not authors or opening[0].lower().startswith("additional"):
        return None
    printed = line[:end].rstrip(" ,;.")
    return [Field("byline", printed, 0, len(printed)), *authors]


def read_signature(line: str) -> list[Field] | None:
    """A line that holds a name and no word before it: only where the markup says that a by-line stands there."""
    authors = read_authors(line)
    return [Field("byline", line, 0, len(line)), *authors] if authors else None


# What stands before a name and is none of it: a form of address, the rank of an officer.
COURTESY = Pattern(
    r"(?:(?:(?:His|Her)\sExcellency|(?:the\s)?Hon(?:ou?rable|\.)|Mr|Mrs|Ms|H\.\s?E|MM|Mme|Herr|Frau|Sayın|г-н|г-жа)\.?,?\s{1,3}|"
    r"(?:MAJ|LTC|COL|CPT|CDR|GEN|(?:Brig(?:adier)?|Maj(?:or)?|Lt|Lieutenant|Air Vice)\.?(?:\s(?:Gen(?:eral)?|Col(?:onel)?|Cdr|Marshal))?|"
    r"Col(?:onel)?|Gen(?:eral)?|"
    r"Capt(?:ain)?|Commander|Admiral)\.?\s{1,3}(?:\(\s?(?:[Rr]et\w*|R)\.?\s?\)\s)?)+(?=[^\W\d_])"
)


def read_authors(text: str, at: int = 0) -> list[Field] | None:
    """Return the people named in ``text`` (which begins at ``at`` of its line), or None if it does not begin with a name.

    Names are joined by commas, "and", "&"; the first part that is no name begins the role of the last of them. A single
    word ("Reuters") is a name if it is all there is.
    """
    fields: list[Field] = []
    follows_and = False
    rest = text.rstrip(" .:*†‡¹²³")
    courtesy = COURTESY.match(rest)
    position = courtesy.end() if courtesy else 0
    while True:
        position += len(rest[position:]) - len(rest[position:].lstrip())
        match = _NAME.match(rest, position)
        name = match[0] if match else ""
        if not name and not fields and _ONE_WORD.fullmatch(rest[position:]) and rest[position:].lower() != "may":
            name = rest[position:]
        if not name or _NO_NAME.search(name) or (fields and _ROLE_WORD.search(name)):
            break
        length = len(name)
        name = name.rstrip(",¹²³⁴⁵*")
        if fields and re.search(rf"\b{_BODY_OF_PEOPLE}\b", name) and not (follows_and and _DESK.search(name)):
            break
        fields.append(Field("authors", name, at + position, at + position + len(name)))
        position += length - (length > len(name) and rest[position + length - 1] == ",")
        place = _FROM_PLACE.match(rest, position)
        if place and (place.end() == len(rest) or _AND.match(rest, place.end()) or rest[place.end()] == ","):
            position = place.end()
        joint = _AND.match(rest, position) or Pattern(r"\s*,\s*").match(rest, position)
        if not joint:
            break
        follows_and = "," not in joint[0]
        position = joint.end()
    if not fields:
        return None
    remainder = rest[max(fields[-1].end - at, position) :] if position >= len(rest) else rest[fields[-1].end - at :]
    if not remainder.strip(" ,"):
        return fields
    described = re.match(r"\s*,\s*|\s*\((?=[^()]*\)$)|\s+(?=(?:for|at|of|from|in|with)\s)|\s*[–—|]\s*|\s+-\s+|\s?/\s?(?=[^\W\d_])", remainder)
    if not described:
        return None
    description = remainder[described.end() :].strip(" ,.()")
    place, _, after = description.partition(", ")
    if after and _is_place(place) and after[0].islower():  # "(Almaty, special correspondent)"
        description = after
    role, affiliation = (None, None) if _ONE_WORD.fullmatch(description) else split_role(description)
    last = fields[-1]
    fields[-1] = Field(last.name, last.value, last.start, last.end, role=role, affiliation=affiliation)
    return fields


_BODY_BEFORE_ROLE = Pattern(
    r"(?P<body>(?:[^\Wa-z_][\w'’-]*\s){1,5}(?:Üniversitesi|Enstitüsü|Merkezi|Vakfı|Akademisi|университетінің|институтының|"
    r"орталығының))\s(?P<role>[a-zçğıöşüа-яәғқңөұүһі].{3,60})$"
)


_WORK_BESIDE_WORDS = Pattern(r"(?:photo(?:graph)?s?|video|illustrations?|graphics)\b.{0,30}\b(?:by|from)\s", re.I)


_MAIL_BEHIND = Pattern(r"[\s,;]+[eе]-?mail\s?:.*$", re.I)  # its first letter may be Cyrillic
_IS_COMPANY = Pattern(r"(?:ООО|ОАО|ЗАО|ПАО|АО|ТОО|ЖШС|АҚ)\s[«“\"]")


def split_role(description: str) -> tuple[str | None, str | None]:
    """Return role and affiliation of "senior fellow at the Institute for Steppe Studies"; either may be None."""
    if _WORK_BESIDE_WORDS.match(description):
        return None, None
    description = _MAIL_BEHIND.sub("", description)
    if _IS_COMPANY.match(description):
        return None, description.strip(" ,")
    turned = _BODY_BEFORE_ROLE.fullmatch(description)  # Turkish and Kazakh name the body first
    if turned:
        return turned["role"], turned["body"]
    post, comma, body = description.partition(", ")
    if (
        comma
        and not _ROLE_WORD.match(body)
        and is_role(post)
        and len(post.split()) <= 6
        and " of " not in post
        and re.search(rf"\b{_BODY_OF_PEOPLE}\b", body)
    ):
        return post, body.removeprefix("the ")
    post, dash, rest = description.partition(" - ")
    if dash and is_role(post) and len(post.split()) <= 6 and re.search(rf"\b{_BODY_OF_PEOPLE}\b", body := rest.partition(" - ")[0]):
        return post, body.strip(" .").removeprefix("the ")
    if _BEGINS_WITH_BODY.match(description):
        return None, description.removeprefix("the ")
    text = f" {description}"
    found = {}
    for match in _AFFILIATED.finditer(text):
        if match[0].startswith(",") and _ROLE_WORD.match(text, match.end()):  # one more post, and no house yet
            continue
        found.setdefault(match[0].split()[0], match)
    if found:
        # "at" names the place of work; without it the first of the others does.
        match = found.get("at") or min(found.values(), key=re.Match.start)
        return text[: match.start()].strip(" ,") or None, text[match.end() :].strip(" ,") or None
    if text.startswith(" in "):  # a place: "By NAME in Almaty"
        return None, None
    return description or None, None


# Labels ---------------------------------------------------------------------------------------------------------------

_LABEL = Pattern(
    r"(?<!\S)(?P<label>publication|publisher|volume|vol\.|issue|pages?|section|category|rubric|published in|издание|издатель|издательство|рубрика|"
    r"раздел|категория|том|выпуск|номер|страницы|басылым|бөлім|rubrik|rubrique|kategori)\s?:\s*",
    re.I,
)
_LABELLED = {
    "publication": "publication", "издание": "publication", "басылым": "publication",
    "publisher": "publisher", "издатель": "publisher", "издательство": "publisher",
    "volume": "volume", "vol.": "volume", "том": "volume",
    "issue": "issue", "выпуск": "issue", "номер": "issue",
    "page": "pages", "pages": "pages", "страницы": "pages",
    "section": "section", "category": "section", "rubric": "section", "published in": "section",
    "рубрика": "section", "раздел": "section",
    "категория": "section", "бөлім": "section", "rubrik": "section", "rubrique": "section", "kategori": "section",
}  # fmt: skip
_VOLUME_LINE = Pattern(
    r"(?:(?P<publication>[^\W\d_][^,:;]{2,80}),\s*)?vol(?:ume|\.)?\s*(?P<volume>[0-9IVXLC]{1,8})\s*,?\s*(?:(?:no|nr|issue|iss)\.?|"
    r"№)\s*(?P<issue>[0-9]{1,5}(?:[-–/][0-9]{1,5})?)"
    r"(?:\s*[,:(](?!\s*(?:pp?\.|pages?))\s*(?P<date>[^,()]{4,30}?)\)?)?(?:\s*[,:]\s*(?:pp?\.|"
    r"pages?)\s*(?P<pages>[0-9]{1,5}\s?[-–]\s?[0-9]{1,5}|[0-9]{1,5}))?\s*\.?$",
    re.I,
)
_SECTION = Pattern(
    r"(?:published|posted|filed) in\s+(?P<section>[^\W\d_](?:(?!\stag(?:s|ged)\b)[^.:;!?\d]){1,50})(?:\stag(?:s|ged)\b.{0,200})?$|"
    r"опубликовано в (?:разделе|рубрике)\s+(?P<other>[^.:;!?\d]{2,50})$",
    re.I,
)
_NEWS_REPORT = Pattern(
    r"\(?\s*(?:[^\W\d_]+\s){0,4}(?:from|in)\s+(?:the\s+)?issue\s+(?:no\.?|number|nr\.?|№)\s*(?P<issue>[0-9]{1,6})(?:\s*(?:,|of|"
    r"-)?\s*(?:published\s+)?(?:on|in)\s+(?P<date>[^()]{4,40}?))?\s*\)?\s*\.?$",
    re.I,
)


def read_labels(line: str) -> list[Field] | None:
    """A line of labels with their values: "Publication: X Volume: N Issue: N", "Section: X". A label without a value says nothing."""
    labels = list(_LABEL.finditer(line))
    if not labels or labels[0].start() != 0:
        return None
    fields = []
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        end = following.start() if following else len(line)
        value = line[label.end() : end].rstrip(" \t,;|")
        if value and len(value) <= 120:
            fields.append(Field(_LABELLED[label["label"].lower()], value, label.end(), label.end() + len(value)))
    return fields


_APPEARS_IN = Pattern(r"\b(?:appears|appeared|published) in$", re.I)  # a sentence on the text, and no periodical's name


def read_volume(line: str) -> list[Field] | None:
    """A line as journals number themselves: "Steppe Journal, Vol. 4, No. 2, pp. 11–25"."""
    match = _VOLUME_LINE.match(line)
    if not match:
        return None
    fields = [Field(name, match[name], *match.span(name)) for name in ("publication", "volume", "issue", "pages") if match[name]]
    fields = [found for found in fields if found.name != "publication" or not _APPEARS_IN.search(found.value)]
    if match["date"]:
        printed = find_dates(match["date"])
        if not printed:
            return None
        fields.append(_date_field(line, _shifted(printed[0], match.start("date"))))
    return fields


_PAGES_ALONE = Pattern(r"(?:pp?\.|pages?|с\.|стр\.|s\.)\s?(?P<pages>[0-9]{1,5}\s?[-–]\s?[0-9]{1,5})\.?$", re.I)


_PUBLISHED_BY = Pattern(
    r"(?:published|issued|edited and published) by\s?:?\s(?:the\s)?|(?:herausgegeben|verlegt|veröffentlicht) von (?:der |dem |den )?|"
    r"(?:herausgeber|verlag|éditeur|yayıncı|yayınevi|баспа|баспагер)\s?:\s|publiée? par (?:le |la |l[’'])?",
    re.I,
)
_OF_PUBLISHERS = Pattern(r"\b(?:verlag\w*|publish(?:ers|ing)|éditions?|edition|yayın\w*|баспасы|издательств\w+|ltd|gmbh|inc|llc)\b", re.I)


def read_publisher(line: str) -> list[Field] | None:
    """A line that names the body which publishes: "Published by the Institute of Tides", "Verlag: NAME"; whom else it names wrote the text."""
    opening = _PUBLISHED_BY.match(line) if len(line) <= 120 else None
    name = line[opening.end() :].rstrip(" .,;|") if opening else ""
    if not name or not name[0].isupper() or len(name.split()) > 10 or re.search(r"[.!?:;|]\s", name) or find_dates(name):
        return None
    is_label = opening[0].rstrip().endswith(":") and not opening[0].lower().startswith(("published", "issued"))
    if not is_label and not is_body(name) and not _OF_PUBLISHERS.search(name):
        return None
    return [Field("publisher", name, opening.end(), opening.end() + len(name))]


def read_pages(line: str) -> list[Field] | None:
    """A line of nothing but the pages an article stands on: "p. 119-137"."""
    match = _PAGES_ALONE.match(line)
    return [Field("pages", match["pages"], *match.span("pages"))] if match else None


_VOLUME_OF = Pattern(
    r"(?:\bvol(?:ume|\.)?|\bтом|\bт\.|\bjahrgang|\bjg\.|\bcilt|\btome)\s*(?P<n>[0-9]{1,4}|[IVXLC]{1,8})\b|(?P<m>[0-9]{1,4})-(?:том|шығ)", re.I
)
_ISSUE_OF_JOURNAL = Pattern(
    r"(?:№|\bno\.?|\bnumber|(?-i:\bN)(?=\s?[0-9])|\bnr\.?|\bnuméro|\bn°|\bissue|\bвып\.|\bsayı|"
    r"\bheft)\s*(?P<n>[0-9]{1,5}(?:[-–/][0-9]{1,5})?(?:\s?\((?!(?:19|20)[0-9]{2}\))[0-9]{1,5}\))?)",
    re.I,
)
_PAGES_OF = Pattern(
    r"(?:\bpp?\.|\bpages?|\bс\.|\bстр\.|\bss?\.)\s*(?P<n>[0-9]{1,5}\s?[-–]\s?[0-9]{1,5})|"
    r"\bстр\.\s?(?P<k>[0-9]{1,4})|(?P<m>[0-9]{1,5}\s?[-–]\s?[0-9]{1,5})\s?б\.",
    re.I,
)
_YEAR_OF = Pattern(r"(?<![0-9-])(?:19|20)[0-9]{2}(?![0-9/-])")
_VOLUME_AND_ISSUE = Pattern(r"(?<![0-9/])(?P<volume>[0-9]{1,3})\s?[/(]\s?(?P<issue>[0-9]{1,3}(?:[-–][0-9]{1,3})?)\)?(?=[\s,:;.])")
_PERIODICAL = Pattern(r"газета|еженедельник|журнал|апталық|бюллетень|weekly|bulletin|newspaper|zeitung|gazetesi", re.I)


def read_numbering(line: str) -> list[Field] | None:
    """A line in which a journal numbers itself in some other order: "Journal. – 2019. – 4-том, № 3. – 112-121 б."."""
    if len(line) > 160 or len(line.split()) > 20:
        return None
    volume, issue, pages = _VOLUME_OF.search(line), _ISSUE_OF_JOURNAL.search(line), _PAGES_OF.search(line)
    if pages and not volume and not issue and _YEAR_OF.search(line):  # "Journal 17/2 (2017), pp. 15-32"
        both = _VOLUME_AND_ISSUE.search(line, 0, pages.start())
        if both and not find_dates(line[both.start() : pages.start()]):
            volume = issue = both
    found = [match for match in (volume, issue, pages) if match]
    if len(found) < 2 and not (issue and _PERIODICAL.search(line) and not find_dates(line)):
        return None
    fields = []
    for name, match in (("volume", volume), ("issue", issue), ("pages", pages)):
        if match:
            group = next(group for group in (name, "n", "m", "k") if group in match.re.groupindex and match[group])
            fields.append(Field(name, match[group], *match.span(group)))
    years = list(_YEAR_OF.finditer(line))
    printed = find_dates(line)
    if len(printed) == 1 and not any(field.start < printed[0].end and printed[0].start < field.end for field in fields):
        fields.append(_date_field(line, printed[0], name="issue_date"))
    elif len(years) == 1 and not any(field.start <= years[0].start() < field.end for field in fields):
        date = PrintedDate(*years[0].span(), (years[0][0],))
        fields.append(_date_field(line, date, name="issue_date"))
    head = line[: min([match.start() for match in found] + [year.start() for year in years])]
    head = re.sub(r"[\s.,;:–—(-]+$", "", head)
    number = re.match(r"ISSN\s[0-9X-]{8,9}\s*", head)
    start = number.end() if number else 0
    if (
        3 <= len(head[start:]) <= 90
        and head[start:][0].isupper()
        and len(head[start:].split()) <= 8
        and not re.match(r"(?:pages?|received)\b", head[start:], re.I)
        and not _APPEARS_IN.search(head)
    ):
        name, at = _without_kind(head[start:], start)
        fields.append(Field("publication", name, at, at + len(name)))
    return fields


_CLASS_AND_AUTHOR = Pattern(r"(?:(?:удк|әож|udc|udk)[\s:№]{1,2}[0-9][0-9./()+:-]{0,40}|doi:?\s?10\.\S{4,60})\s+(?=[^\W\d_])", re.I)


def read_class_and_author(line: str) -> list[Field] | None:
    """The line of a journal that gives the decimal class, or its own identifier, and the authors: "УДК 327.5 I.O. SURNAME"."""
    number = _CLASS_AND_AUTHOR.match(line)
    people = read_person(line[number.end() :]) if number else None
    return [moved(found, number.end()) for found in people] if people else None


_CAPITALS_AND_PATRONYMIC = Pattern(
    rf"(?P<name>[^\W\d_{_LOWER}]{{3,}}(?:-[^\W\d_{_LOWER}]{{2,}})?\s[^\W\d_{_LOWER}][{_LOWER}]+\s[^\W\d_{_LOWER}][{_LOWER}]+"
    rf"(?:ич|вна|чна|ұлы|улы|қызы|кызы|оглы|оғлы))(?:\s[–—-]\s|,?\s)(?=[^\W\d_])"
)


def read_capitals_and_degree(line: str) -> list[Field] | None:
    """A journal's line on an author: "SURNAME Name Patronymic доктор наук, профессор; ректор института (address)"."""
    match = _CAPITALS_AND_PATRONYMIC.match(line)
    what = re.split(r"[;(]", line[match.end() :])[0].strip(" ,.") if match else ""
    if not is_role(what) or re.search(r"[.!?]\s", what):
        return None
    name = match["name"]
    role, affiliation = split_role(what)
    return [Field("byline", name, 0, len(name)), Field("authors", name, 0, len(name), role=role, affiliation=affiliation)]


_NUMBER_AND_DAY = Pattern(
    r"(?:(?P<publication>[«“„\"]?[^\W\d_][^,;:.|0-9]{3,70}?)[\s,]+)?(?:no|nr|n°|№|issue|heft|ausgabe|sayı|выпуск|вып)\.?\s?"
    r"(?P<issue>[0-9]{1,5}(?:\s?\((?!(?:19|20)[0-9]{2}\))[0-9]{1,5}\))?)\s?(?:[,;|"
    r"·•–—-]|vom|от|du|\s)\s?"
    r"(?P<date>[^|]{4,40})$",
    re.I,
)


_NUMBERED_PAPER = Pattern(
    rf"(?P<publication>[^\W\d_{_LOWER}](?:[^,;:.|0-9()]){{2,60}}?)\s(?:№|No\.|Nr\.)\s?(?P<issue>[0-9]{{1,5}}(?:\s?\([0-9]{{1,6}}\))?)"
)


def read_number_and_day(line: str) -> list[Field] | None:
    """The line of a series: "No. 118 – 21 June 2016", "Steppen-Analysen Nr. 92, 28.08.2015", "No. 7 | March 2023", "Голос № 243 (1871)"."""
    paper = _NUMBERED_PAPER.fullmatch(line) if len(line) <= 120 else None
    if (
        paper
        and ("(" in paper["issue"] or all(not word[0].islower() for word in paper["publication"].split()))
        and len(paper["publication"].split()) > 1
    ):
        return [Field(name, paper[name], *paper.span(name)) for name in ("publication", "issue")]
    match = _NUMBER_AND_DAY.match(line) if len(line) <= 120 else None
    printed = find_dates(match["date"]) if match else []
    if not printed or match["date"][: printed[0].start].strip(" (,") or match["date"][printed[0].end :].strip(" ).,гж"):
        return None
    fields = [Field("issue", match["issue"], *match.span("issue"))]
    if match["publication"] and match["publication"].strip(" –—-") and match["publication"].lstrip('«“„"')[0].isupper():
        name, at = _without_kind(match["publication"].strip(" –—-"), match.start("publication"))
        fields.append(Field("publication", name, at, at + len(name)))
    return [*fields, _date_field(line, _shifted(printed[0], match.start("date")), name="published_on" if not match["publication"] else "bare_date")]


_NUMBER_OF_SERIES = Pattern(
    r"(?:reihe|schriftenreihe|serie|série|collection|series|dizi(?:si)?)\s?:?\s[„“\"«](?P<publication>[^„“”\"«»]{3,80})[“”\"»],?\s"
    r"(?:heft|band|nr\.|no\.?|n°|sayı|issue)\s?(?P<issue>[0-9]{1,4}),\s(?P<year>(?:19|20)[0-9]{2})(?:,\s[0-9]{1,4}\s(?:s|p|pages?)\.?)?",
    re.I,
)


def read_number_of_series(line: str) -> list[Field] | None:
    """The line by which a house sells one issue of its series: "Reihe "Steppe heute", Heft 12, 2018, 68 S."."""
    match = _NUMBER_OF_SERIES.fullmatch(line) if len(line) <= 160 else None
    if not match:
        return None
    date = PrintedDate(*match.span("year"), (match["year"],))
    return [*(Field(name, match[name], *match.span(name)) for name in ("publication", "issue")), _date_field(line, date, name="issue_date")]


_NUMBER_AND_YEAR = Pattern(
    r"(?P<publication>[^\W\d_][^0-9№.,:;|]{3,80}?)[.,]\s?[–—-]?\s?(?:(?P<year>(?:19|20)[0-9]{2})[.,]?\s?[–—-]?\s?(?:№|N|No\.?|Nr\.?|n°|sayı|heft|"
    r"issue)\s?:?\s?"
    r"(?P<issue>[0-9]{1,4}(?:[-–/][0-9]{1,4})?(?:\s?\([0-9]{1,5}\))?)(?:,\s(?:pp?\.\s|s\.\s|с\.\s)?(?P<pages>[0-9]{1,5}\s?[-–]\s?[0-9]{1,5}))?|"
    r"(?:№|No\.?|Nr\.?|n°|sayı|heft|"
    r"issue)\s?:?\s?(?P<number>[0-9]{1,4}(?:\s?\([0-9]{1,5}\))?)[.,]?\s(?:[^\W\d_]{2,10}\s)?"
    r"(?P<then>(?:19|20)[0-9]{2}))\.?",
    re.I,
)


def read_number_and_year(line: str) -> list[Field] | None:
    """The line of a journal with its year: "Steppe and State. 2018. № 4 (100)", "Bozkır Dergisi, Sayı: 28, Güz 2013"."""
    match = _NUMBER_AND_YEAR.fullmatch(line) if len(line) <= 140 else None
    if not match:
        return None
    issue, year = ("issue", "year") if match["issue"] else ("number", "then")
    date = PrintedDate(*match.span(year), (match[year],))
    return [
        Field(
            "publication", match["publication"].strip(), match.start("publication"), match.start("publication") + len(match["publication"].strip())
        ),
        Field("issue", match[issue], *match.span(issue)),
        *([Field("pages", match["pages"], *match.span("pages"))] if match["pages"] else []),
        _date_field(line, date, name="issue_date"),
    ]


_CITATION = Pattern(
    rf"(?P<people>(?:{_NAME.pattern},\s){{1,6}})(?P<title>[^\W\d_].{{10,200}}?),\s(?P<publication>[^,]{{3,80}}),\s"
    r"Vol(?:ume|"
    r"\.)\s(?P<volume>[0-9]{1,4}),\sIssue\s(?P<issue>[0-9–-]{1,9}),\s(?P<date>[^,]{4,30}),\sPages?\s(?P<pages>[0-9]{1,5}(?:[–-][0-9]{1,5})?)"
)


def read_citation(line: str) -> list[Field] | None:
    """The line by which a journal asks to be cited: "NAME, NAME, Title, Journal, Volume 4, Issue 2, March 2018, Pages 11–25"."""
    match = _CITATION.match(line)
    if not match:
        return None
    printed = find_dates(match["date"])
    names = list(_NAME.finditer(line, 0, match.end("people")))
    fields = [Field("byline", match["people"].rstrip(", "), 0, len(match["people"].rstrip(", ")))]
    fields += [Field("authors", name[0], *name.span()) for name in names]
    fields += [Field(name, match[name], *match.span(name)) for name in ("title", "publication", "volume", "issue", "pages")]
    if printed:
        fields.append(_date_field(line, _shifted(printed[0], match.start("date"))))
    return fields


_POSTED = Pattern(
    r"(?:posted|published|written|submitted|added|veröffentlicht|geschrieben|publié|posté|опубликовано|размещено)\s(?:on\s|am\s|le\s)?(?P<date>.{6,40}?)"
    r",?\s(?P<byline>(?:by|von|par|автором)\s(?P<name>[^\s@/|]+(?:\s[^\s@/|]+){0,3}?))"
    r"(?:\s(?:in|unter|dans)\s(?P<section>(?-i:[^\W\d_a-zа-яё])[^,|.:;]{1,40})(?:,\s[^,|.:;]{2,40}){0,6})?",
    re.I,
)


def read_posting(line: str) -> list[Field] | None:
    """The line of a blog on who posted a text and when, under whatever name he is known there: "Posted on March 3, 2014 by anna k"."""
    match = _POSTED.fullmatch(line) if len(line) <= 120 else None
    dates = find_dates(match["date"]) if match else []
    if len(dates) != 1 or dates[0].start or match["date"][dates[0].end :].strip(" ,"):
        return None
    fields = [_date_field(line, _shifted(dates[0], match.start("date"))), Field("byline", match["byline"], *match.span("byline"))]
    if not NOBODY.issuperset(match["name"].lower().split()):
        fields.append(Field("authors", match["name"], *match.span("name")))
    if match["section"]:
        fields.append(Field("section", match["section"], *match.span("section")))
    return fields


_TAKEN_FROM = Pattern(
    r"(?:aus|in|from|extrait de|tiré de|из|dans)\s?:?\s(?:the\s|der\s)?(?P<publication>(?-i:[^\W\d_a-zа-яё])[^,;:|•]{1,60}?),?\s"
    r"(?P<issue>[0-9]{1,3}(?:[-–][0-9]{1,3})?/(?:19|20)[0-9]{2}|(?:№|no\.|nr\.|n°)\s?[0-9]{1,4})",
    re.I,
)


def read_taken_from(line: str) -> list[Field] | None:
    """The line that says from which issue of a periodical a text was taken: "aus STEPPE 4/2020"."""
    match = _TAKEN_FROM.fullmatch(line) if len(line) <= 100 else None
    return [Field(name, match[name], *match.span(name)) for name in ("publication", "issue")] if match else None


_ANNOUNCED = Pattern(
    r"(?:(?:научная )?статья на тему|тема (?:научной )?статьи|название(?: статьи)?|заголовок|title(?: of (?:the )?article)?|titel|titre|başlık|"
    r"тақырыбы)\s?:?\s?"
    r"(?P<open>[«“\"'‘„]?)(?P<title>[^\W_].{8,250}?)[»”\"'’“]?",
    re.I,
)


def read_announced_title(line: str) -> list[Field] | None:
    """The line of a library or a form that gives the title behind a label, or in quotation marks: "Title: X", "Статья на тему «X»"."""
    match = _ANNOUNCED.fullmatch(line)
    if not match or (not match["open"] and ":" not in line[: match.start("title")]):
        return None
    return [Field("title", match["title"], *match.span("title"))]


_NAME_AND_CAPITALS = Pattern(rf"(?P<name>(?-i:[^\W\d_{_LOWER}][{_LOWER}]+)\s(?-i:[^\W\d_{_LOWER}]{{3,}}))\.\s(?P<title>(?-i:[^{_LOWER}]{{8,120}}))")


# A headline in small letters, where it leaves something open or asks: a turn of a conversation begins with the name as well.
_NAME_AND_HEADLINE = Pattern(
    rf"(?P<name>(?-i:[^\W\d_{_LOWER}][{_LOWER}]+)\s(?-i:[^\W\d_{_LOWER}]{{3,}}))\.\s"
    rf"(?P<title>(?-i:[^\W\d_{_LOWER}])[^.!?]{{7,120}}(?:[?!]|[?!]?\.{{2,3}}|…|(?<=[^\W_])))"
)


def read_name_and_capitals(line: str) -> list[Field] | None:
    """The line of a portal that gives author and title, one of them in capitals: "Name SURNAME. TITLE OF THE TEXT", "Name SURNAME. What next?.."."""
    match = (_NAME_AND_CAPITALS.fullmatch(line) or _NAME_AND_HEADLINE.fullmatch(line)) if len(line) <= 200 else None
    if not match or " " not in match["title"] or not match["title"][0].isalnum():
        return None
    name = Field("authors", match["name"], *match.span("name"))
    return [Field("byline", match["name"], *match.span("name")), name, Field("title", match["title"], *match.span("title"))]


_CITATION_ABOVE = Pattern(
    r"(?P<publication>(?-i:[^\W\d_a-zа-яё])[^.№/]{5,120})\.\s(?P<year>(?:19|20)[0-9]{2})\.\s(?:(?:Т|Vol|Bd|Cilt)\.\s?(?P<volume>[0-9]{1,4})[.,]\s)?"
    r"(?:№|No\.?|Nr\.|Вып\.)\s?(?P<issue>[0-9]{1,4}(?:\s?\([0-9]{1,4}\))?)[.,]\s(?:С|P|Pp|S|Б)\.\s?(?P<pages>[0-9]{1,5}\s?[-–]\s?[0-9]{1,5})\.?"
    r"(?:\s.{0,200})?$",
)


def read_citation_above(line: str) -> list[Field] | None:
    """How a journal numbers itself above its article: "PUBLICATION. 2023. № 1 (74). С. 68-73.", perhaps again in another language."""
    match = _CITATION_ABOVE.match(line)
    if not match:
        return None
    fields = [Field(name, match[name], *match.span(name)) for name in ("publication", "volume", "issue", "pages") if match[name]]
    return [*fields, _date_field(line, PrintedDate(*match.span("year"), (match["year"],)), name="issue_date")]


_NAME_AND_TITLE = Pattern(
    rf"(?P<name>{_SURNAME_AND_INITIALS})[.,:]?\s[«“\"„](?P<title>[^\W_][^«»“”\"„]{{8,200}})[»”\"“](?:\.?\s?(?:E-?mail|PDF|DOC))?\.?",
    re.I,
)


def read_name_and_title(line: str) -> list[Field] | None:
    """The line of a collection that gives author and title: "SURNAME I.O. «Title». E-mail"."""
    match = _NAME_AND_TITLE.fullmatch(line) if len(line) <= 300 and line[0].isupper() else None
    if not match:
        return None
    name = Field("authors", match["name"], *match.span("name"))
    return [Field("byline", match["name"], *match.span("name")), name, Field("title", match["title"], *match.span("title"))]


_NAME_AND_HOUSE = Pattern(rf"(?P<name>{_SURNAME_AND_INITIALS})\s(?P<house>[^\W\d_{_LOWER}][^!?:]{{8,160}})")


def read_name_and_house(line: str) -> list[Field] | None:
    """The line of a journal with a name and, right behind its initials, where its bearer works: "SURNAME I.O. X Institute of Lamps"."""
    match = _NAME_AND_HOUSE.fullmatch(line) if len(line) <= 200 else None
    if not match or not names_body(match["house"]):
        return None
    name = Field("authors", match["name"], *match.span("name"), affiliation=match["house"])
    return [Field("byline", line, 0, len(line)), name]


_DEGREE_IN_SHORT = r"(?:[^\W\d_]{1,3}\.(?:-[^\W\d_]\.)?){2,4}"  # "к.ф.-м.н.", "Ф.ғ.к."
_NAME_AND_POSTS = Pattern(rf"(?P<name>{_SURNAME_AND_INITIALS})\s?[–—-]\s(?P<role>{_DEGREE_IN_SHORT},\s[^!?]{{8,240}}[\w)»])")
_POSTS_AND_NAME = Pattern(rf"(?P<role>{_DEGREE_IN_SHORT},?\s[^.!?]{{8,180}}?)\s(?P<name>{_SURNAME_AND_INITIALS})")


def read_name_and_posts(line: str) -> list[Field] | None:
    """The line of a paper with its author, his degree in short and his posts: "SURNAME I.O. – к.и.н., docent, ..." or "Ф.ғ.к. ... SURNAME I.O."."""
    match = _NAME_AND_POSTS.fullmatch(line) or _POSTS_AND_NAME.fullmatch(line)
    if not match:
        return None
    return [Field("byline", line, 0, len(line)), Field("authors", match["name"], *match.span("name"), role=match["role"])]


_AUTHOR_OF_WORK = Pattern(r".{3,120}, (?P<byline>автор\w* научной (?:работы|статьи)\s?[—–-]\s?)(?P<names>.+)", re.I)


def read_author_of_work(line: str) -> list[Field] | None:
    """The heading of an abstract in an electronic library, which names the authors: "Abstract of an article on X, author of the work: NAME"."""
    match = _AUTHOR_OF_WORK.fullmatch(line)
    names = read_authors(match["names"], match.start("names")) if match else None
    return [Field("byline", line[match.start("byline") :], match.start("byline"), len(line)), *names] if names else None


_NAME_AND_JOURNAL = Pattern(
    rf"(?P<name>{_NAME.pattern})\.\s(?P<publication>[^\W\d_{_LOWER}][^.]{{4,80}})\.\s(?=Vol(?:ume|\.)\s?[0-9])(?P<numbers>.{{8,80}}?)\.?"
)


def read_name_and_journal(line: str) -> list[Field] | None:
    """The line below a title on who wrote a text and where it appeared: "NAME. Journal. Volume 65, Issue 1, January/February 2018."."""
    match = _NAME_AND_JOURNAL.fullmatch(line) if len(line) <= 200 else None
    numbers = read_volume(match["numbers"]) if match else None
    if not numbers or _is_no_person(match["name"]):
        return None
    name = Field("authors", match["name"], *match.span("name"))
    paper = Field("publication", match["publication"], *match.span("publication"))
    return [Field("byline", match["name"], *match.span("name")), name, paper, *(moved(found, match.start("numbers")) for found in numbers)]


_AGENCY_OF_LINE = (
    r"(?:AA|DHA|İHA|ANKA|AFP|Agence France-Presse|AP|Associated Press|APA|Belga|Keystone-SDA|dpa|DPA|Deutsche Presse-Agentur|"
    r"Reuters|TASS|ТАСС|РИА Новости|Интерфакс|Казинформ|Kazinform|Xinhua|Anadolu|Sputnik|IANS|PTI|UPI)"
)
_AGENCY_LINE = Pattern(
    rf"(?:[-–•]\s)?(?P<agency>{_AGENCY_OF_LINE})|(?P<first>{_AGENCY_OF_LINE})\s?/\s?(?P<town>{_PLACE_OF_LINE})(?:\s?/\s?(?P<name>{_NAME.pattern}))?",
)


def read_agency(line: str) -> list[Field] | None:
    """A line of nothing but an agency's name, or of agency, town and reporter between strokes: "AA", "AA / Istanbul / NAME"."""
    match = _AGENCY_LINE.fullmatch(line) if len(line) <= 80 else None
    if not match:
        return None
    byline = Field("byline", line, 0, len(line))
    if match["name"]:
        return [byline, Field("authors", match["name"], *match.span("name"))]
    group = "agency" if match["agency"] else "first"
    return [byline, Field("authors", match[group], *match.span(group))]


_NAME_TURNED_AND_DAY = Pattern(
    r"(?P<last>[^\W\d_a-zа-яё][\w’'-]+(?:\s[^\W\d_a-zа-яё][\w’'-]+)?),\s(?P<first>[^\W\d_a-zа-яё][\w’'-]+(?:\s[^\W\d_a-zа-яё][\w’'.-]*)?)\s\|\s(?P<day>\S.{7,40})"
)


def read_name_turned_and_day(line: str) -> list[Field] | None:
    """The line of a broadcaster with the author, surname first, a bar and the day: "Kim, Anna | 01. Juli 2023, 13:32 Uhr"."""
    match = _NAME_TURNED_AND_DAY.fullmatch(line) if len(line) <= 100 else None
    days = find_dates(match["day"]) if match else []
    if len(days) != 1 or match["day"][: days[0].start].strip():
        return None
    end = match.end("first")
    name = f"{match['first']} {match['last']}"
    fields = [Field("byline", line[:end], 0, end), Field("authors", name, 0, end)]
    return [*fields, _date_field(line, _shifted(days[0], match.start("day")))]


_NAME_AGAIN_TURNED = Pattern(r"(?P<byline>(?:[Vv]on|[Pp]ar|[Bb]y)\s[^;|]{5,140});(?P<last>[^\s,;|][^,;|]{1,40}),\s(?P<first>[^,;|]{2,40}?)\s?\|?")


def read_byline_and_name_turned(line: str) -> list[Field] | None:
    """A by-line behind which the first of its names stands again, surname first: "Von Anna Kim, Marat Aliyev;Kim, Anna |"."""
    match = _NAME_AGAIN_TURNED.fullmatch(line) if len(line) <= 200 else None
    return read_byline(match["byline"]) if match and f"{match['first']} {match['last']}" in match["byline"] else None


_TOWN_AND_PAPER = Pattern(
    r"(?P<town>[^\W\d_][\w.-]{2,30}(?:\s[\w.-]{2,20})?)\s/\s"
    r"(?P<publication>[^\W\d_a-zа-яё][\w.]{2,30}(?:\s[^\W\d_a-zа-яё][\w.]{2,30})?)"
)


def read_town_and_paper(line: str) -> list[Field] | None:
    """The line above a text with the town and the paper that reports from there, a stroke between: "Wien / DasUfer"."""
    match = _TOWN_AND_PAPER.fullmatch(line) if len(line) <= 60 else None
    if not match or match["town"].upper() not in REPORTING_CITIES or match["publication"].upper() in REPORTING_CITIES:
        return None
    if names_person(match["publication"]) or read_agency(match["publication"]):
        return None
    return [Field("dateline", line, 0, len(line)), Field("publication", match["publication"], *match.span("publication"))]


_SOURCE_AND_DAY = Pattern(
    r"source\s?:\s(?P<publication>[^\W\d_][^()]{1,60}?)\s(?P<bracket>\()?(?P<day>(?(bracket)[0-9])[^()]{5,40})(?(bracket)\))", re.I
)


def read_source_and_day(line: str) -> list[Field] | None:
    """The line of a reprint that names its paper and the day, this in brackets or with the hour: "Source: SGZ (1/30/19)"."""
    match = _SOURCE_AND_DAY.fullmatch(line) if len(line) <= 120 else None
    days = find_dates(line) if match else []
    if len(days) != 1 or (not match["bracket"] and (days[0].end < len(line.rstrip()) or ":" not in line[days[0].start :])):
        return None
    name = line[match.start("publication") : days[0].start].rstrip(" (,")
    publication = Field("publication", name, match.start("publication"), match.start("publication") + len(name))
    return [publication, _date_field(line, days[0])] if len(name) >= 2 else None


_SOURCE_DAY_AND_TITLE = Pattern(
    r"(?:[•·●–-]\s)?Source\s?[-–:]\s(?P<publication>[^\W\d_][^,:\"“”]{1,60}),\s(?P<day>[^\"“”:]{6,30}):\s[\"“](?P<title>[^\"“”]{3,200})[\"”]\.?\s*"
)


def read_source_day_and_title(line: str) -> list[Field] | None:
    """The line above an excerpt that names its paper, the day and the headline: "Source - Lighthouse Weekly, 1 July 2017: "Lamp change""."""
    match = _SOURCE_DAY_AND_TITLE.fullmatch(line)
    days = find_dates(match["day"]) if match else []
    if len(days) != 1:
        return None
    paper, title = (Field(name, match[name], *match.span(name)) for name in ("publication", "title"))
    return [paper, _date_field(line, _shifted(days[0], match.start("day"))), title]


def read_name_and_paper(line: str) -> list[Field] | None:
    """The line of a collector of columns, which names the columnist and his paper: "NAME Steppe Times", "NAME Bozkır Gazetesi"."""
    words = line.split()
    if not 3 <= len(words) <= 6 or len(line) > 60 or words[-1] not in _ENDS_NAME_OF_PAPER or not has_given_name(words[0]):
        return None
    name = " ".join(words[:2])
    if not FULL_NAME.fullmatch(name) or _is_no_person(name) or any(word[0].islower() for word in words) or line.count(name) != 1:
        return None
    at = line.index(words[2], len(name))
    end = line.rindex(words[-1]) + len(words[-1])
    return [
        Field("byline", name, 0, len(name)),
        Field("authors", name, 0, len(name)),
        Field("publication", line[at:end], at, end),
    ]


_ENDS_NAME_OF_PAPER = frozenset({"Gazetesi", "Gazete", "Dergisi", "Times", "Post", "Zeitung", "Rundschau", "Herald", "Tribune", "Journal"})
_PAPER_GLUED_TO_DAY = Pattern(
    r"(?P<publication>[^\W\d_a-zа-яё][\w’'&-]*[^\W\d](?:\s[\w’'&-]*[^\W\d]){0,4})(?P<day>[0-9]{1,2}[-./][0-9]{1,2}[-./](?:19|20)[0-9]{2})"
)


def read_paper_glued_to_day(line: str) -> list[Field] | None:
    """The line of an aggregator on where and when it found a text, no blank between: "The Lighthouse23-07-2025"."""
    match = _PAPER_GLUED_TO_DAY.fullmatch(line) if len(line) <= 60 else None
    days = find_dates(match["day"]) if match else []
    if not days or match["publication"].upper() in REPORTING_CITIES or has_given_name(match["publication"]):
        return None
    return [Field("publication", match["publication"], *match.span("publication")), _date_field(line, _shifted(days[0], match.start("day")))]


def read_section(line: str) -> list[Field] | None:
    """A line that names the section of a site a text was filed in: "Published in Field Reports"."""
    match = _SECTION.match(line)
    if not match or len(match["section"] or match["other"]) > 60 or len((match["section"] or match["other"]).split()) > 6:
        return None
    name = "section" if match["section"] else "other"
    return [Field("section", match[name].strip(), match.start(name), match.start(name) + len(match[name].strip()))]


def read_news_report(line: str) -> list[Field] | None:
    """A note on the issue a report was taken from: "(News report from Issue No. 12, published on 3 May 2016)"."""
    match = _NEWS_REPORT.match(line)
    if not match:
        return None
    fields = [Field("issue", match["issue"], *match.span("issue"))]
    if match["date"]:
        printed = find_dates(match["date"])
        if not printed:
            return None
        fields.append(_date_field(line, _shifted(printed[0], match.start("date"))))
    return fields


# Dates ----------------------------------------------------------------------------------------------------------------

_DATE_LABEL = Pattern(
    r"(?:(?:first )?published|posted|created|added|date(?: published| of publication)?|publication date|release (?:date|time)|publish(?:ed)? time|"
    r"event(?:_note)?|date_range|calendar_today|access_time|schedule|"  # icons of a theme, left as the words they are typed with
    r"дата(?: публикации| выпуска)?|опубликован[оа]|выпуск за|published online|release|"
    r"добавлен[оа]|размещен[оа]|жарияланған(?: күні)?|жарияланды|күні|veröffentlicht|erschienen|datum|publié|mis en ligne|publicado|pubblicato|"
    r"oluşturulma(?: tarihi)?|жарияланған уақыты|yayımlanma(?: tarihi)?|paru|yayın(?:lanma)?(?: tarihi)?|giriş tarihi|eklenme(?: tarihi)?|tarih)"
    r"(?:\s+(?:on|at|am|le|el|il))?\s*:?\s*",
    re.I,
)
_UPDATE_LABEL = Pattern(
    r"(?:[.|•]\s)?(?:last )?(?:updated?|modified)\b|güncellen\w+|обновлен[оа]\b|изменен[оа]\b|дата изменения\b|өзгертілген күні\b|жаңарты\w+|"
    r"(?:zuletzt )?aktualisiert\b|stand(?=\s?:|$)|"
    r"mis à jour\b|modifié\b|[-–]?\s?güncelleme\b|son güncelleme\b|g\s?:\s?(?=[0-9])",
    re.I,
)
# Days of other things than the publication: of the copy, of a manuscript's way to print, of the original.
_OTHER_DAY_LABEL = Pattern(
    r"(?:founded|established|today is|сегодня|основан[оа]?|gegründet|heute ist|fondée?|received|accepted|submitted(?! by\b)|reçu|accepté|"
    r"eingegangen|angenommen|printed|retrieved|accessed|archived|напечатано|распечатано|сохранено|"
    r"(?:статья )?поступила|принята|одобрена|получена|approved|revised|"
    r"редакцияға түскен|редакцияға келіп|опубликовано в оригинале|erişim|abgerufen|consulté)\b",
    re.I,
)

_TIME_OF_DAY = Pattern(r"[0-9]{1,2}[:.][0-9]{2}(?:\s?[ap]m)?", re.I)
_SEPARATED_TIME = Pattern(r"\s*[|,•·–—-]?\s*[0-9]{1,2}:[0-9]{2}(?:\s?[ap]m)?\s*$", re.I)


# What magazines print behind the day, in one line with it: the topic, the region, each with its label.
_LABELS_BEHIND_DAY = Pattern(r"\s+(?:topics?|regions?|category|categories|tags?|section|рубрика|теги|kategorie|kategori|rubrique)\s?:\s?\S", re.I)


def read_date(line: str) -> list[Field] | None:
    """A line that consists of a date, with or without weekday, time and a label such as "Published on:"."""
    label = _DATE_LABEL.match(line)
    at = label.end() if label else 0
    dates = find_dates(line[at:])
    if not dates:
        return None
    before = line[at : at + dates[0].start].strip(" (|,–—-")
    if before and not _TIME_OF_DAY.fullmatch(before):
        return None
    date = _shifted(dates[0], at)
    rest = line[date.end :]
    if rest.strip(" .,)|–—-") and not _LABELS_BEHIND_DAY.match(rest):
        time = _SEPARATED_TIME.fullmatch(rest)
        if not time:
            return None
        date = PrintedDate(date.start, len(line.rstrip()), date.readings, date.weekday)
    if before:
        date = PrintedDate(line.index(before, at), date.end, date.readings, date.weekday)
    return [_date_field(line, date, name="published_on" if label else "bare_date")]


_FIRST_PRINTED = Pattern(
    r"(?:this (?:article|text|piece|essay|commentary|post|op-ed|story|report|interview|analysis|column) (?:was )?|the original )?(?:first|"
    r"originally) (?:published|appeared|printed) (?:by|in|on|"
    r"at)\s(?P<name>(?:the\s)?(?-i:[^\W\d_a-zа-я]).{2,60}?)"
    r"(?:\s(?:on|in)\s(?P<date>[^.]{4,30}?))?(?:\sand\b[^.]{4,80})?[.,;]",
    re.I,
)


_PRINTED_IN = Pattern(
    r"(?:\b(?:by|in|on|at|from|dans|sur|par|auf|bei|im|aus|в|на|из)\s)(?:the\s|der\s|dem\s|den\s|la\s|le\s|les\s|l[’'])?"
    r"(?:(?:revue|journal|site|magazine|quotidien|zeitschrift|zeitung|wochenzeitung|magazin|журнале|газете|сайте|издании|портале)\s)?"
    r"(?P<name>(?-i:[^\W\d_a-zа-яё][\w’'&.-]*)(?:\s(?:(?:of|and|the|de|la|du|des|der|für|und|et|&|и)\s)?(?-i:[^\W\d_a-zа-яё])[\w’'&-]*){0,6})",
    re.I,
)
_QUOTED = Pattern(r"[«“„\"](?P<name>[^«»“”„\"]{2,60})[»”“\"]")


_PRINTED_IN_ISSUE = Pattern(
    r"\bissue\s(?:no\.?\s|№\s?)?(?P<issue>[0-9]{1,6})\sof\s(?:the\s)?(?:(?:weekly|monthly|daily|"
    r"quarterly)\s)?(?P<name>(?-i:[A-Z])[\w’'&-]*(?:\s(?:(?:of|and|the|&)\s)?"
    r"(?-i:[A-Z])[\w’'&-]*){0,6})",
    re.I,
)


def read_first_printing(line: str) -> list[Field] | None:
    """A note on where a text that another site copied was printed first: "First published by NAME on DATE.", in any of six languages."""
    issue = _PRINTED_IN_ISSUE.search(line)
    match = issue or _FIRST_PRINTED.match(line) or _QUOTED.search(line) or _PRINTED_IN.search(line)
    if not match or len(line.split()) > 60:
        return None
    name = match["name"].rstrip(" .,")
    fields = [Field("publication", name, match.start("name"), match.start("name") + len(name))]
    if issue:
        fields.append(Field("issue", issue["issue"], *issue.span("issue")))
    printed = find_dates(line)
    if printed and not (printed[0].start < fields[0].end and fields[0].start < printed[0].end):
        fields.append(_date_field(line, printed[0]))
    return fields


def read_signature_of_agency(line: str) -> list[Field] | None:
    """The mark of an agency below its text, with the day: "///ABC, 15 February 2024"."""
    mark = _AGENCY_SIGNATURE.match(line)
    dates = find_dates(line) if mark and len(line) < 80 else []
    if not dates or dates[0].start != mark.end() or line[dates[0].end :].strip(" ./"):
        return None
    return [_date_field(line, dates[0])]


_OF_A_THESIS = Pattern(
    r"(?:an? |the )?(?:(?:master|bachelor|doctor(?:al|ate)?|diploma|graduate|M\.?A|M\.?Sc|B\.?A|Ph\.?\s?D)\.?(?:['’]s?)?\s(?:degree )?)?"
    r"(?:thesis|dissertation)"
    r"(?:\s(?:submitted|presented|prepared|in|for)\b.*|$)|(?:M\.?A|M\.?Sc|B\.?A|Ph\.?\s?D|master['’]?s?|bachelor['’]?s?)\s(?:thesis|dissertation)\b.*|"
    r"in partial fulfill?ment of the requirements? (?:for|of)\b.*",
    re.I,
)


def says_what_thesis(line: str) -> bool:
    """Tell whether ``line`` says for which degree a text was handed in: "A Thesis Submitted for the Degree of PhD at the University of X"."""
    return len(line.split()) <= 30 and bool(_OF_A_THESIS.fullmatch(line))


_STATUS_GLUED = Pattern(r"(?:publication )?status\s?(?:published|e-pub ahead of print)\s?[–—-]\s(?P<day>.{4,24})", re.I)
_JOURNAL_GLUED = Pattern(r"Journal(?P<publication>[^\W\d_a-zа-яё][^:.]{3,80})")


def read_glued_label(line: str) -> list[Field] | None:
    """The lines of a university's portal of research, each label glued to its value: "Publication statusPublished - Aug 2022", "JournalX"."""
    status = _STATUS_GLUED.fullmatch(line)
    days = find_dates(status["day"]) if status else []
    if len(days) == 1:
        return [_date_field(line, _shifted(days[0], status.start("day")))]
    journal = _JOURNAL_GLUED.fullmatch(line)
    return [Field("publication", journal["publication"], *journal.span("publication"))] if journal else None


def read_update(line: str) -> list[Field] | None:
    """The day a page was last changed, beside the day it was published; it is no date of the text."""
    if not _UPDATE_LABEL.match(line) or not find_dates(line) or len(line.split()) > 10 or len(find_dates(line)) > 1:
        return None
    if _STANDING.match(line):
        date = find_dates(line)[0]
        return [_date_field(line, date, name="standing_date")]
    return [Field("update_date", line, 0, len(line))]


_STANDING = Pattern(r"stand\s?:", re.I)


_TELLS_OF_PRINTING = Pattern(r"publi|опублик|жариялан|erschienen|yayın|online", re.I)


def read_other_day(line: str) -> list[Field] | None:
    """The day of something else than the publication: of the copy, of a manuscript's arrival, of the original."""
    if not _OTHER_DAY_LABEL.match(line) or not find_dates(line) or len(line.split()) > 12:
        return None
    if len(find_dates(line)) > 1 and _TELLS_OF_PRINTING.search(line):
        return None
    return [Field("other_date", line, 0, len(line))]


# Lines of several things ----------------------------------------------------------------------------------------------

_FIGURES = Pattern(
    r"(?:gmt|utc|msk)\s?[+-]?[0-9]{0,2}|[0-9]+\s?(?:min\b\.?|мин\b\.?|минут\w?|dk\b\.?)(?:\s?(?:read|чтения|de lecture))?|(?:reading time|"
    r"время чтения|lesedauer|lesezeit)\s?:?\s?[0-9]+\s?\w{0,8}\.?|"
    r"(?:views?|просмотр\w*|qaraldy|қаралды|прочитали|okunma|hits)\s?:?\s?[0-9][0-9.,\s]*|[0-9]+\s(?:пікір|comments?|комментари\w+|"
    r"kommentare?|yorum)|[0-9][0-9.,\s]*[kк]?\b|uhr\b|"
    r"автор на сайте: admin|12\+",
    re.I,
)
_GLUE = Pattern(r"(?<=[a-zа-яё0-9])(?=[A-ZА-ЯЁ][a-zа-яё])")
_FILED_IN = Pattern(r"(?:categor(?:y|ies)|filed (?:in|under)|in|posted in|рубрика|раздел)\s(?P<section>[^\W\d_].{1,40})$", re.I)
_TAGGED = Pattern(r"(?:tags?\b|[0-9]+ comments?\b|leave a comment)", re.I)
_MOST_WORDS_BESIDE_A_DATE = 6


def label_of_date(line: str) -> str | None:
    """Return what kind of date a line that is nothing but a label announces for the next line: the name of a field, or None."""
    if len(line.split()) > 4:
        return None
    if _UPDATE_LABEL.match(line):
        return "update_date"
    if _OTHER_DAY_LABEL.match(line):
        return "other_date"
    return "published_on" if _DATE_LABEL.fullmatch(line) or _DATE_LABEL.fullmatch(line + " ") else None


OF_A_FORUM = Pattern(r"[A-Za-z][\w.-]{2,24}\s.{6,24}\s[0-9]{1,2}:[0-9]{2}:[0-9]{2}")  # a nickname, and when it wrote to the second


def read_line_of_date(line: str) -> list[Field] | None:
    """A short line among the statements of a page that has a date in it, and beside it a name, a section, figures, a label.

    "Karina Ostapenko 28 September 2022 5 min read", "Culture • 5 February 2014 • 999 views", "By NAMEMarch 5, 2019". Only to be
    asked where statements stand: a headline may have a date in it too.
    """
    dates = find_dates(line)
    if not dates or len(line) > _LONGEST_STATEMENT or _is_sentence_with_date(line, dates[0]):
        return None
    fields: list[Field] = []
    words_beside = 0
    at = 0
    pieces: list[tuple[int, int]] = []
    for date in [*dates, None]:
        end = date.start if date else len(line)
        before = line[at:end]
        label = None
        for start, stop in _pieces(before, at):
            piece = line[start:stop]
            if _UPDATE_LABEL.fullmatch(piece) or (_UPDATE_LABEL.match(piece) and len(piece.split()) <= 4):
                label = "update_date"
            elif _OTHER_DAY_LABEL.match(piece) and len(piece.split()) <= 4:
                label = "other_date"
            elif _DATE_LABEL.fullmatch(piece + " ") or _DATE_LABEL.fullmatch(piece):
                label = "published_on"
            else:
                pieces.append((start, stop))
        if date:
            name = label or "bare_date"
            if name in ("update_date", "other_date"):
                fields.append(Field(name, line[date.start : date.end], date.start, date.end))
            else:
                fields.append(_date_field(line, date, name=name))
            at = date.end
    has_byline = False
    issue = _ISSUE_OF_JOURNAL.search(line)
    if issue and "№" in line:
        fields.append(Field("issue", issue["n"], *issue.span("n")))
    for start, stop in pieces:
        piece = line[start:stop]
        filed = _FILED_IN.fullmatch(piece)
        found = read_byline(piece) or (
            None if has_byline or (_OF_NOBILITY.search(piece) and not has_given_name(piece)) else read_person(piece) or read_desk(piece)
        )
        if not found and not has_byline and len(dates) == 1 and stop <= dates[0].start and OF_A_FORUM.fullmatch(line):
            found = [Field("byline", piece, 0, len(piece)), Field("authors", piece, 0, len(piece))]
        if not found and not has_byline and "," in piece:  # "CITY - Agency, NAME"
            last = start + piece.rindex(",") + 1
            last += len(line[last:stop]) - len(line[last:stop].lstrip())
            found = read_person(line[last:stop])
            start = last if found else start
        if found and any(field.name == "authors" for field in found):
            fields += [moved(field, start) for field in found]
            has_byline = True
        elif has_byline and fields[-1].name == "authors" and not fields[-1].role and is_role(piece) and len(piece.split()) <= 6:
            role, affiliation = split_role(piece)  # "NAME | Staff Writer"
            fields[-1] = replace(fields[-1], role=role, affiliation=affiliation)
        elif filed:
            fields.append(Field("section", filed["section"], start + filed.start("section"), stop))
        elif len(piece.split()) >= 2 and any(word in PAPER_WORDS for word in piece.split()) and "|•·".find(line[start - 2 : start - 1] or "|") >= 0:
            fields.append(Field("publication", piece, start, stop))
        elif _TAGGED.match(piece):
            continue
        else:
            words_beside += len(piece.split())
            if len(piece.split()) <= 3 and piece[0].isupper() and "," not in piece and not has_byline:
                fields.append(Field("section_beside_date", piece, start, stop))
    is_stated = has_byline or any(field.name == "published_on" for field in fields)
    return fields if words_beside <= _MOST_WORDS_BESIDE_A_DATE * (1 + is_stated) else None


_OF_NOBILITY = Pattern(r"\s(?:der|den|de)\s")  # "Mitschrift der Pressekonferenz" is no person


def _is_sentence_with_date(line: str, date: PrintedDate) -> bool:
    """Tell whether ``line`` is a short sentence of a text: "On 3 May 2016 the minister arrived."."""
    rest = f"{line[: date.start]} {line[date.end :]}"
    return line.endswith((".", "!", "?")) and not _DATE_LABEL.match(line) and sum(word.islower() for word in rest.split()) >= 2


def _pieces(text: str, at: int) -> list[tuple[int, int]]:
    """Return the parts of ``text`` (which begins at ``at``) between bars, dots, figures and where words are glued together."""
    borders = sorted([*(match.span() for match in _SEPARATOR.finditer(text)), *(match.span() for match in _FIGURES.finditer(text)),
                      *(match.span() for match in _GLUE.finditer(text))])  # fmt: skip
    pieces, begin = [], 0
    for start, end in [*borders, (len(text), len(text))]:
        piece = text[begin : max(begin, start)]
        stripped = piece.strip(" \t\u00a0,;:()[]-–—•·|/№")
        if stripped and any(char.isalpha() for char in stripped):
            first = begin + piece.index(stripped)
            pieces.append((at + first, at + first + len(stripped)))
        begin = max(begin, end)
    return pieces


_MARKS_OF_NOTES = r"(?:\s[©®]|[0-9¹²³⁴⁵*†‡©®]{0,3}|[\"^]{1,2})"
_INITIALS = rf"(?:[^\W\d_{_LOWER}]\.\s?){{1,2}}"
_SURNAME = rf"[^\W\d_{_LOWER}][^\W\d_]+(?:[-'’ʻ][^\W\d_]+)?"
_DEGREES = "Dr|Prof|Doç|Assoc|Asst|Arş|Gör|Öğr|Yrd|Uzm|Dipl|Ing|Проф|Доц|Акад|Др"
_PERSON = (
    rf"(?:(?:(?:{_DEGREES}|PhD|Amb|Pr)\.\s?|(?:Dr|Professor|Ambassador|Sir|"
    rf"Üyesi)\s){{0,3}})(?:{_INITIALS}(?:{_SURNAME}\s)?{_SURNAME}|"
    rf"{_SURNAME}\s[^\W\d_{_LOWER}]\.\s?[^\W\d_{_LOWER}]\.(?!\s?{_SURNAME})|{_SURNAME}(?:\s{_INITIALS}|\s{_SURNAME}|"
    rf"\s[^\W\d_{_LOWER}]\.){{0,1}}(?:\s(?:van|von|de|den|der|al|el|bin)){{0,2}}\s{_SURNAME})"
)
_PEOPLE = Pattern(
    rf"(?P<mark>[-–—/(]{{0,3}}\s?)(?P<people>{_PERSON}{_MARKS_OF_NOTES}(?:\s?(?:,|&|\band\b|\bи\b|\bжәне\b|\bund\b|\bet\b|"
    rf"\bve\b)\s?{_PERSON}{_MARKS_OF_NOTES}){{0,5}})"
    rf"(?P<rest>,?\s*\([^()]{{3,80}}\)|,\s.{{3,120}}|\s\|\s[^|]{{2,60}}|\s[–—-]\s[^\W\d_][^.!?|]{{2,60}}|"
    rf"\sin\s{_SURNAME}(?:\s{_SURNAME})?)?\s?[-–—/)]{{0,3}}$"
)
_ONE_PERSON = FULL_NAME = Pattern(_PERSON)


_DESK = Pattern(r"\b(?:staff(?!\s(?:author|writer))|desk|newsroom|servisi|редакция\w*|служба|service|ақпарат|redaktion|rédaction|персоналу)\b", re.I)


def read_desk(line: str) -> list[Field] | None:
    """A line of nothing but the name of a desk or newsroom, which signs as a body: "Staff report", "Foreign Desk"."""
    line = line.rstrip(" |•·")
    if len(line.split()) > 4 or len(line) > 60 or not _DESK.search(line) or not line[0].isupper() or re.search(r"[:;.!?0-9@]", line):
        return None
    return [Field("byline", line, 0, len(line)), Field("authors", line, 0, len(line))]


# With whom a speaker begins: "Deputy Governor Abenov, your excellencies, ladies and gentlemen."
_SALUTES = Pattern(
    r"\b(?:dear|distinguished|esteemed|honou?rable|excellenc(?:y|ies)|ladies|gentlemen|colleagues|friends|уважаем\w+|дорог\w+|господа|коллеги|друзья|"
    r"құрметті|қадірлі|әріптестер|достар|damen|herren|kollegen|mesdames|messieurs|collègues|sayın|değerli|saygıdeğer)\b",
    re.I,
)
_OPENS_SALUTATION = Pattern(
    r"(?:(?:my )?dear|distinguished|esteemed|(?:your )?excellenc(?:y|ies)|ladies and|уважаем\w+|дорог\w+|құрметті|қадірлі|sehr geehrte\w*|"
    r"meine damen|mesdames|sayın|değerli|(?:армысыздар|ассалаумағалейкум|здравствуйте)[,!]?\s(?:құрметті|қадірлі|уважаем\w+|дорог\w+))\b",
    re.I,
)


def is_salutation(line: str) -> bool:
    """Tell whether ``line`` is nothing but the words with which a speaker or a letter turns to its hearers: "Dear pilots!"."""
    return len(line.split()) <= 12 and line[-1] in "!,:;." and bool(_OPENS_SALUTATION.match(line)) and line.count(".") <= 2


_PLACE_AND_DAY = Pattern(rf"\({_PLACE_OF_LINE}(?:,\s{_PLACE_OF_LINE})?,\s")


def is_place_and_day(line: str) -> bool:
    """Tell whether ``line`` is in brackets where and when something was said, and nothing else: "(Low Reeds, July 9, 2018)"."""
    place = _PLACE_AND_DAY.match(line)
    days = find_dates(line) if place else []
    return len(days) == 1 and days[0].start == place.end() and not line[days[0].end :].strip(" ).") and not has_given_name(place[0])


_HAS_INITIAL = Pattern(r"(?<![^\W_])[^\W\d_]\.")


def read_person(line: str) -> list[Field] | None:
    """A line of nothing but people's names, as by-lines stand where no word says so; what follows a comma is role or place.

    Words that sites, bodies and headings consist of are no names, and a line in capitals is a heading.
    """
    if len(line) > 160 or line.endswith(":") or (line.isupper() and not _HAS_INITIAL.search(line)) or _SALUTES.search(line) or is_place_and_day(line):
        return None
    line = line.rstrip(" ,|•·")  # a bar behind the name, where the day stands in the next line
    if line.endswith(".") and FULL_NAME.fullmatch(line[:-1]) and has_given_name(line):
        line = line[:-1]
    match = _PEOPLE.match(line)
    if not match:
        return None
    people = match["people"]
    names = list(_ONE_PERSON.finditer(people))
    body = names[-1][0] if len(names) > 1 and is_body(names[-1][0]) and "," in people[names[-2].end() : names[-1].start()] else None
    if body:  # "NAME, Caspian University"
        names.pop()
    if not names or any(_is_no_person(name[0]) for name in names):
        return None
    start = match.start("people")
    fields = [Field("byline", line, 0, len(line))]
    if match["mark"].strip(" (/"):  # dashes around the name
        printed = line[start : match.end("rest") if match["rest"] else match.end("people")]
        fields = [Field("byline", printed, start, start + len(printed))]
    role = affiliation = None
    rest = (body + (match["rest"] or "") if body else match["rest"] or "").strip(" ,")
    if rest[:1] in ("–", "—", "-"):  # "NAME – what he is"
        rest = rest[1:].strip()
        if not is_role(rest):
            return None
    if rest.startswith("(") and find_dates(rest):  # a paper and its day
        return None
    if rest.startswith("(") and rest.endswith(")"):
        rest = rest[1:-1].strip(" ,")
    if rest:
        rest = rest.removeprefix("in ")
        if _is_place(rest) or rest[0] == "|":  # a town, or the paper that printed the text first
            pass
        elif rest[0] in '"«“' or _BEGINS_WITH_BODY.match(rest):
            affiliation = re.split(r"[\"»”],?\s", rest.lstrip('"«“'))[0].strip('"»” ') if rest[0] in '"«“' else rest
        else:
            place, _, after = rest.partition(", ")
            role, affiliation = split_role(after if after and _is_place(place) else rest)
    for name in names:
        is_last = name is names[-1]
        fields.append(
            Field("authors", name[0], start + name.start(), start + name.end(), role if is_last else None, affiliation if is_last else None)
        )
    return fields


_NAME_AND_DEGREE = Pattern(
    rf"(?P<name>{_PERSON}),\s(?:(?:D\.?\s?Sc|Ph\.?\s?D|D\.?\s?Phil|LL\.?D|Dr\.?\s?(?:Sc|Hab)|Cand\.?\s?Sc)\.?(?:\s?\([^()]{{3,40}}\))?),\s"
    rf"(?P<what>[^.!?]{{6,180}}?)(?:\s\([^()]{{3,40}}\))?\.?$"
)


def read_name_and_degree(line: str) -> list[Field] | None:
    """A journal's line on an author: "NAME, D.Sc. (Political Science), Chief Research Fellow, Institute of X (Town, Country)"."""
    found = _NAME_AND_DEGREE.fullmatch(line.strip())
    if not found or _is_no_person(found["name"]) or not (is_role(found["what"]) or names_body(found["what"])):
        return None
    role, affiliation = split_role(found["what"])
    at = line.index(found["name"])
    return [
        Field("byline", line.strip(), at, at + len(line.strip())),
        Field("authors", found["name"], at, at + len(found["name"]), role, affiliation),
    ]


def names_person(line: str) -> bool:
    """Tell whether ``line`` is the name of one person whose given name is known, or who has a degree."""
    is_known = has_given_name(line) or begins_with_degree(line)
    return len(line) <= 60 and bool(_ONE_PERSON.fullmatch(line)) and is_known and not _is_no_person(line)


_DEGREE = Pattern(rf"(?:(?:{_DEGREES})\.\s?){{1,3}}[^\W\d_]")


def begins_with_degree(line: str) -> bool:
    """Tell whether ``line`` begins with an academic degree, or several, and a name may follow: "Prof. Dr. NAME"."""
    return bool(_DEGREE.match(line))


def has_given_name(line: str) -> bool:
    """Tell whether one of the first words of ``line`` is a known given name, or a Kazakh one formed from the father's: "Бекұлы", "Bekqyzy"."""
    words = [word.strip(".,()").casefold() for word in line.split()[:5]]
    return any(part in GIVEN_NAMES for word in words for part in word.split("-")) or any(
        len(word) >= 7 and word.endswith(("ұлы", "қызы", "qyzy")) and f" {word.capitalize()}" in f" {line}" for word in words
    )


def _is_place(text: str) -> bool:
    """Tell whether ``text`` is one or two capitalised words, or several joined by dashes: the town after a name."""
    return bool(re.fullmatch(rf"{_SURNAME}(?:\s{_SURNAME})?(?:\s[-–—]\s{_SURNAME}){{0,3}}", text))


# "ShoreNews": two words, as papers and portals write theirs; and no "McKinley", "DeWitt", "d'Estaing".
_RUN_TOGETHER = Pattern(rf"[^\W\d_{_LOWER}][{_LOWER}]{{3,}}[^\W\d_{_LOWER}][{_LOWER}]{{2,}}")


def _is_no_person(name: str) -> bool:
    words = [word.strip(".,").casefold() for word in name.split()]
    if any(word in PAPER_WORDS or _RUN_TOGETHER.fullmatch(word) for word in name.split()):
        return True
    first, _, second = name.partition(" ")
    if len(first) >= 3 and first.isalpha() and first.isupper() and second[:2].istitle() and second[1:2].islower():  # letters of an office and a town
        return True
    is_named = len(words) == 2 and has_given_name(name.split()[0])  # many a surname is a word of menus too
    return bool(_NO_NAME.search(name) or any(word in NO_NAMES or (word in MENU_WORDS and not is_named) for word in words)
                or name.casefold() in MENU_WORDS or re.search(rf"\b{_BODY_OF_PEOPLE}\b", name))  # fmt: skip


# Rights ---------------------------------------------------------------------------------------------------------------

_RIGHTS = Pattern(
    r"(?:copyright\b|©|\(c\)\s|all rights reserved|this (?:item|work|thesis|text) is protected by\b|"
    r"все права защищены|авторские права|alle rechte vorbehalten|"
    r"tous droits réservés|tüm hakları|барлық құқықтар)",
    re.I,
)
# On what terms a text may be used, where no sign or word claims the rights: a licence, a link that is asked for.
_TERMS_OF_USE = Pattern(
    r"(?:(?:all |the |any |this |these )?(?:materials?|texts?|articles?|content|information)\b.{0,50}?"
    r" (?:may|can|must|should)(?: only| not)? be (?:re-?)?(?:used|"
    r"published|printed|produced|distributed|copied|quoted)|(?:use|reproduction|republication|reprinting|copying|quoting) of (?:the |any |all |"
    r"this )?(?:materials?|"
    r"texts?|content|articles?)\b|(?:this|the) (?:article|text|work|content|piece) is (?:licensed|published|available|released) under|"
    r"(?:text is )?(?:licensed|available|published) under (?:a |the )?(?:creative commons|cc)|(?:licen[cs]e|lizenz|лицензия|licence|lisans)\s?:\s?\S|"
    r"creative commons\b|(?-i:CC[ -]BY\b)|"
    r"(?:(?:любое|полное|частичное|полная или частичная|полное или частичное) )?(?:использование|перепечатка|копирование|цитирование|"
    r"воспроизведение) (?:\w+ )?(?:материал\w+|"
    r"текст\w+|стат\w+|информаци\w+)|при работе с материалами\b|при (?:полном |частичном |любом |полном или частичном )?(?:использовании|"
    r"перепечатке|копировании|"
    r"цитировании)\b|перепечатка\b.{0,60}(?:ссылк|разреш|согласи)|"
    r"(?:сайт|портал)?\s?материал\w* (?:көшіріп|пайдалан|қайта бас)\w*|"
    r"(?:nachdruck|vervielfältigung|verwendung|weiterverbreitung)\b.{0,60}(?:nur|genehmigung|quellenangabe|gestattet|erlaubt|untersagt|kostenpflichtig)|"
    r"(?:toute |la )?(?:reproduction|utilisation|diffusion)\b.{0,80}(?:interdite|autoris|mention|accord)|"
    r"(?:bu |site|izinsiz|kaynak göster).{0,60}(?:kullanılamaz|yayınlanamaz|kopyalanamaz|alıntı yapılamaz|gösterilmeden))",
    re.I,
)
_RIGHTS_WORDS = Pattern(
    r"copyright|©|\(c\)|all rights reserved|все права защищены|(?:19|20)[0-9]{2}(?:\s?[-–]\s?(?:(?:19|20)[0-9]{2}|[0-9]{2}\b|present))?|"
    r"alle rechte vorbehalten|tous droits réservés|tüm hakları saklıdır|by\b",
    re.I,
)


_RIGHTS_SENTENCE = Pattern(
    r"©|\bcopyright\b|использован|перепечат|ссылк|rights|reserved|vorbehalten|réservés|saklıdır|hyperlink|permission|разрешен|согласи|reproduction|"
    r"қорғалған|сілтеме|republi|все права|no part\b",
    re.I,
)
# Words that claim rights before the sign: "All rights reserved. © NAME".
_RIGHTS_BEFORE_SIGN = Pattern(rf"(?:^|[.!|]\s+)(?P<claim>{_RIGHTS.pattern})", re.I)
# What stands in a foot beside a claim of rights.
_FOOT_WORDS = Pattern(
    r"\s(?:privacy|terms|contact|best viewed|hosted|designed|powered|свидетельство|дизайн|разработ|редакцияға|joomla|wordpress|impressum|"
    r"datenschutz|mentions légales|hakkımızda)\b.*"
    r"|\s-\s(?:mentions|contact|privacy|terms)\b.*|[^\s]*(?=hakkımızda).*",
    re.I,
)
_NO_HOLDER = Pattern(r"(?:при|use|any|любое|all|tous|tüm|alle|notice|policy|no part|перепечатка|использование|материал)\b", re.I)
_FORM_OF_COMPANY = Pattern(r"\s(?:Verlag(?:s)?(?:\sGmbH)?|GmbH(?: & Co\. KG)?|Ltd\.?|Inc\.?|LLC|AG|S\.A\.)$")


def read_rights(line: str) -> list[Field] | None:
    """A line that claims rights: "Copyright (c) X - all rights reserved", "© 2018 X". Whoever it names is offered as ``rights_holder``.

    The sign may stand behind other words of a page's foot; those before it and behind the claim are none of it.
    """
    opening = _RIGHTS.match(line)
    at = 0
    terms = None if opening else _TERMS_OF_USE.match(line)
    if terms and len(line.split()) <= 40:
        printed = line.rstrip()
        return [Field("rights", printed, 0, len(printed))]
    if not opening:
        at = line.find("©")
        if (
            at < 0
            or line[at - 1].isdigit()
            or line.rstrip().endswith("©")
            or (_PICTURE_BEHIND_NAME.search(line) and _BYLINE.match(line))
            or re.search(r"(?:photo|фото|foto)\W{0,3}$", line[:at], re.I)
        ):
            return None
    if at and _CAPTION_AND_CREDIT.fullmatch(line) and not _RIGHTS_SENTENCE.search(line[:at]):
        return None
    if len(line.split()) > 40 or re.match(r"copyright\s(?:notice|policy|law|infringement)", line, re.I):
        return None
    before = _RIGHTS_BEFORE_SIGN.search(line[:at]) if at else None
    at = before.start("claim") if before else at
    publisher = read_publisher(line[:at].strip()) if at else None
    sentences = re.split(r"(?<=[.!])\s+", line[at:])
    claim = sentences[0]
    for sentence in sentences[1:]:
        if not _RIGHTS_SENTENCE.search(sentence) and len(claim) >= 4 and not sentence[0].islower():
            break
        claim = line[at : line.index(sentence, at) + len(sentence)]
    foot = _FOOT_WORDS.search(claim)
    if foot and foot.start() > 3:
        claim = claim[: foot.start()]
    claim = claim.rstrip()
    fields = [*(publisher or ()), Field("rights", claim, at, at + len(claim))]
    if re.match(r"copyright\b|©|\(c\)", claim, re.I) or "©" in claim:
        sign = re.search(r"(?:^|(?<=[.!]\s))(?:copyright\b|©|\(c\))", claim, re.I)
        begin = sign.start() if sign else 0
        first = re.split(r"\.(?:\s|$)", claim[begin:])[0]
        at += begin
        for day in find_dates(first):  # "© NAME, 12 March 2019"
            first = first[: day.start] + " " * (day.end - day.start) + first[day.end :]
        remaining = [(start, end) for start, end in _between(_RIGHTS_WORDS, first) if re.search(r"[^\W\d_]{2}", first[start:end])]
        if len(remaining) == 1:
            start, end = remaining[0]
            name = first[start:end]
            start += len(name) - len(name.lstrip(' \t,.:;|–—-"«“'))
            name = name.strip(" \t,.:;|–—-")
            name = name.lstrip('"«“')
            if not any(quote in name for quote in "«“„") and name.count('"') != 2:
                name = name.rstrip('"»”')  # its opening mark is left out too
            name = _FORM_OF_COMPANY.sub("", name).rstrip(" ,")
            name, start = _without_kind(name, start)
            if name and len(name.split()) <= 10 and not name[0].islower() and not _NO_HOLDER.match(name) and "/" not in name:
                fields.append(Field("rights_holder", name, at + start, at + start + len(name)))
    return fields


# A caption and who took the picture: "The master in his office, © NAME", "The master is in. © NAME", "The master © NAME / AGENCY".
_CAPTION_AND_CREDIT = Pattern(r"\S+(?:\s\S+){3,40}?(?:[,.!?»”]\s©\s?[^,;:0-9]{3,40}|\s©\s?[^,;:/0-9]{3,40}\s?/\s?[^,;:/0-9]{2,30})")
_QUOTED_OF_KIND = Pattern(
    r"(?:(?:газета|журнал|портал|агентство|редакция|издание|ТОО|ИА|АО|ОФ|ЖШС|"
    r"общественный фонд)\s)*[«\"“„]?(?P<name>[^«»\"“”„]{2,60})[»\"”“]\s?(?:газеті|журналы|порталы|агенттігі|"
    r"апталығы|ЖШС|газетінің|gazetesi|dergisi)?",
    re.I,
)


def _without_kind(name: str, at: int) -> tuple[str, int]:
    """Return a name in quotation marks without them and the word for what bears it, and where it begins: «Дала» газеті."""
    match = _QUOTED_OF_KIND.fullmatch(name)
    return (match["name"], at + match.start("name")) if match else (name, at)


def _between(pattern: Pattern, line: str) -> list[tuple[int, int]]:
    spans, at = [], 0
    for match in pattern.finditer(line):
        spans.append((at, match.start()))
        at = match.end()
    spans.append((at, len(line)))
    return spans


# Datelines ------------------------------------------------------------------------------------------------------------

_DASH = Pattern(r"\s*(?:—|–|--|(?<=\s)[-|])(?=\s)\s*|\s*—\s*|(?<=\))\s?:\s+|(?<=\)\s)-(?=[«“„\"])")
_CAPITALS = Pattern(r"[^\W\d_a-zа-яёәғқңөұүһі]{2,}(?:[\s’'-][^\W\d_a-zа-яёәғқңөұүһі]{2,}){0,3}")
_PLACE = Pattern(r"[^\W\d_a-zа-яё][\w'’-]*(?:[\s-][^\W\d_a-zа-яё][\w'’-]*){0,2}")
_DAY_WITHOUT_YEAR = Pattern(
    r"(?:[0-9]{1,2}\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?(?:\s{1,2}[0-9]{1,2})?$|"
    r"[0-9]{1,2}\s(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|қаңтар|ақпан|наурыз|сәуір|мамыр|"
    r"маусым|шілде|тамыз|"
    r"қыркүйек|қазан|қараша|желтоқсан)$",
    re.I,
)


_TOWNS_IN_CAPITALS = "|".join(sorted(REPORTING_CITIES))
_TOWNS = "|".join(sorted(town.title() for town in REPORTING_CITIES))
_SHORT_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_MONTH_NAMES = "January|February|March|April|May|June|July|August|September|October|November|December"
# Without a dash: a town and letters of an agency, or a town in capitals and a day, and a full stop.
_STOPPED_DATELINE = Pattern(
    rf"(?P<dateline>{_PLACE.pattern}\s\([a-zа-я/]{{2,12}}\))[.:]\s+(?=[^\W\d_{_LOWER}])|"
    rf"(?P<slashed>{_CAPITALS.pattern}[,.]\s(?:[^/.]{{0,24}}[,.]\s)?/[^/]{{2,30}}/)\.?\s(?=[^\W\d_{_LOWER}«“\"])|"
    rf"(?P<town>{_TOWNS_IN_CAPITALS})\s?:\s+(?=[^\W\d_{_LOWER}«“\"])|"
    rf"(?P<city>(?:{_TOWNS})\s?):\s(?=[^\W\d_{_LOWER}«“\"])|"
    rf"(?P<between>{_PLACE.pattern}(?:\s?[-–,.]\s?|\s)[0-9]{{1,2}}\s[^\W\d_]{{3,10}}(?:\s[0-9]{{4}}(?:\sг\.?)?)?[,.]?\s?/[^/]{{2,30}}/)\.?\s[-–—]?\s?"
    rf"(?=[^\W\d_{_LOWER}«“\"])|"
    rf"(?P<agency>(?:{_TOWNS_IN_CAPITALS})\.\s{{1,2}}(?:(?:{_SHORT_MONTHS})[a-z]{{0,6}}\s[0-9]{{1,2}}\.\s{{1,2}})?[^\W\d_a-zа-яёәғқңөұүһі]{{4,}})\s(?=[^\W\d_{_LOWER}])|"
    rf"(?P<wire>{_CAPITALS.pattern}(?:/{_CAPITALS.pattern})?,\s(?:[0-9]{{1,2}}\s[^\W\d_]{{3,9}}|(?:{_MONTH_NAMES})\s[0-9]{{1,2}})\.?\s?[-–—]\s?[^\W\d_][\w-]*(?:\s[^\W\d_{_LOWER}][\w-]*)?)"
    rf"(?:,\s{_NAME.pattern})?\.\s+(?=[^\W\d_{_LOWER}«“\"])|"
    rf"(?P<desk>(?:{_TOWNS})\.\s[0-9]{{1,2}}\s[^\W\d_]{{3,10}}\.\s"
    rf"(?-i:[^\W\d_{_LOWER}])[^\W_]{{2,20}}(?:\s[^\W_]{{2,20}}){{0,2}}\.)\s+(?=[^\W\d_{_LOWER}«“\"])|"
    rf"(?P<dated>{_CAPITALS.pattern},\s(?:{_PLACE.pattern},\s)?(?:[0-9]{{1,2}}\s[^\W\d_]{{3,10}}|(?:{_MONTH_NAMES})\s[0-9]{{1,2}})\.)\s+(?=[^\W\d_{_LOWER}])|"
    rf"(?P<state>{_CAPITALS.pattern},\s{_PLACE.pattern}):\s+(?=[^\W\d_{_LOWER}«“\"])|"
    rf"(?P<house>\[(?!UPDATE|VIDEO|PHOTO|AUDIO|WATCH)[A-Z]{{3,12}}\]|\((?:AP|AA|[A-Z]{{3,8}})\))\s+(?=[^\W\d_{_LOWER}][{_LOWER}])|"
    rf"(?P<bracketed>(?:{_PLACE.pattern}(?:,\s{_PLACE.pattern})?,\s(?:(?:{_SHORT_MONTHS})[a-z]{{0,6}}\.?\s[0-9]{{1,2}}|"
    rf"[0-9]{{1,2}}\s(?:{_SHORT_MONTHS})[a-z]{{0,6}}\.?)(?:,?\s[0-9]{{4}})?|{_TOWNS_IN_CAPITALS})\s\([A-Z][^()]{{1,30}}\))\s+(?=[^\W\d_{_LOWER}«“\"])|"
    rf"(?P<reported>{_PLACE.pattern},\s(?:(?:{_MONTH_NAMES})\s[0-9]{{1,2}}|[0-9]{{1,2}}\s(?:{_MONTH_NAMES}))):\s+(?=[^\W\d_{_LOWER}«“\"])"
)
# A town that is in no list, in capitals before a dash and a sentence: "KURYK — The harbour ...".
_CAPITALS_BEFORE_DASH = Pattern(rf"(?P<town>{_CAPITALS.pattern})(?P<dash>\s[—–-]{{1,2}}\s|—)(?=[«“\"]?[^\W\d_{_LOWER}])")
# ... and one with an agency's letters: "Kuryk, ST - The harbour ...".
_TOWN_AND_HOUSE = Pattern(
    rf"(?P<town>[^\W\d_{_LOWER}][{_LOWER}’'-]+(?:\s[^\W\d_{_LOWER}][{_LOWER}’'-]+)?),\s(?P<house>[A-Z]{{2,6}})\s[—–-]{{1,2}}\s(?=[«“\"]?[^\W\d_{_LOWER}])"
)
_LETTERS_OF_POSTS = frozenset({"CEO", "CFO", "COO", "CTO", "MP", "MEP", "MD", "PHD", "QC", "KC", "JD", "MBA", "BA", "MA", "LLM", "RN"})
_IN_CAPITALS = frozenset({"UNESCO", "UNICEF", "ASEAN", "BRICS", "INTERPOL", "EUROPOL", "TURKSOY", "EURATOM", "ECOSOC"})


def read_town_in_capitals(line: str) -> tuple[int, int] | None:
    """Return what read_dateline does for a line that opens with words in capitals, five letters at least, before a dash and a sentence.

    For the first line of a text only: further down headings and speakers stand so too.
    """
    house = _TOWN_AND_HOUSE.match(line)
    if house and not has_given_name(house["town"]) and house["house"] not in _LETTERS_OF_POSTS and house["town"].split()[0] not in SENTENCE_OPENERS:
        return house.end("house"), house.end()
    match = _CAPITALS_BEFORE_DASH.match(line)
    words = match["town"].split() if match else []
    if not match or len(match["town"]) < 5 or _IN_CAPITALS.intersection(words) or _DASH.search(line, match.end(), match.end() + _LONGEST_STATEMENT):
        return None
    return None if words[0].casefold() in NO_NAMES or words[0].casefold() in MENU_WORDS else (match.end("town"), match.end())


# Who speaks, and how the turns of a conversation shorten the name: "Anna Kim (A.K.) – Good evening!"
_TURN_OF_INITIALS = Pattern(rf"{_NAME.pattern}\s\([^\W\d_]\.\s?[^\W\d_]\.\)")
# A town in capitals and a whole day, and nothing between these and the first sentence.
_TOWN_BEFORE_DAY = Pattern(rf"(?:{_CAPITALS.pattern}|{_TOWNS}),\s(?:le\s|den\s|am\s)?")
_OPENS_SENTENCE = Pattern(rf"(?:\s?[.:])?\s{{1,3}}(?=[«“„\"]?[^\W\d_{_LOWER}][\w’']*,?\s\S)")


_SHORT_MONTH = Pattern(
    r"\b((?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|янв|фев|мар|апр|июн|июл|авг|сент?|окт|ноя|дек)[a-z]?)\.(?=\s[0-9])", re.I
)
_COUNTRY_BEHIND_TOWN = Pattern(r"(?<=\w)\s\[[^\W\d_][^\[\]]{2,30}\](?=,)")  # "Kuryk [Kazakhstan], Aug 30 (ANI):"
_TOWN_AND_STATE = Pattern(rf"{_CAPITALS.pattern},\s{_PLACE.pattern}")


_BAR_BETWEEN_TOWNS = Pattern(r"(?<=[A-Z]{3}\s)\|(?=\s[A-Z]{3})")
_HOST_IN_CAPITALS = Pattern(r"[A-Z][A-Z0-9-]{2,20}\.(?:COM|NET|ORG|INFO|KZ|KG|UZ|RU|AZ|AM|GE)")


def read_dateline(line: str) -> tuple[int, int] | None:
    """Return where the dateline that opens ``line`` ends and where the text after its dash begins, or None.

    A dateline is a place, a day, an agency in brackets, or some of these, before a dash: "ASTANA, 3 June 2015 (Press
    Office) —". One word in capitals alone is not enough, for many a sentence begins "NATO — an alliance".
    """
    head = _BAR_BETWEEN_TOWNS.sub("/", line[:_LONGEST_DATELINE], count=1)
    if _TURN_OF_INITIALS.match(head):
        return None
    stop = _STOPPED_DATELINE.match(head)
    if stop and stop.end() < len(line):
        return next(
            stop.end(name)
            for name in (
                "dateline",
                "slashed",
                "town",
                "city",
                "between",
                "agency",
                "wire",
                "desk",
                "dated",
                "state",
                "house",
                "bracketed",
                "reported",
            )
            if stop[name]
        ), stop.end()
    town = _TOWN_BEFORE_DAY.match(head)
    day = next((date for date in find_dates(head) if date.start == town.end()), None) if town else None
    opening = _OPENS_SENTENCE.match(head, day.end) if day else None
    if opening:
        return day.end, opening.end()
    dash = _DASH.search(head)
    if not dash or dash.start() < 4 or dash.end() >= len(line):
        return None
    before = head[: dash.start()]
    before = _SHORT_MONTH.sub(r"\1 ", before)
    end = len(before.rstrip())
    before = _COUNTRY_BEHIND_TOWN.sub("", before, count=1)
    agency = re.search(r"\s*\([^()]{2,40}\)\s*$", before)
    rest = before[: agency.start()] if agency else before
    evidence = 1 if agency else 0
    for printed in reversed(find_dates(rest)):
        rest = rest[: printed.start] + "," + rest[printed.end :]
        evidence += 1
    if _HOST_IN_CAPITALS.fullmatch(rest):  # an agency
        return len(before.rstrip()), dash.end()
    parts = [part.strip() for part in re.split(r"[,.;/]", rest)]
    evidence += len(parts) == 2 and all(len(part) > 3 and _CAPITALS.fullmatch(part) for part in parts)  # a town and an agency
    for part in parts:
        if not part or part in ("г", "қ"):  # "г. Астана": the town of
            continue
        if _DAY_WITHOUT_YEAR.match(part):
            evidence += 1
        elif _CAPITALS.fullmatch(part):
            evidence += part.upper() in REPORTING_CITIES
        elif not _PLACE.fullmatch(part) or part.split()[0] in SENTENCE_OPENERS:
            return None
    is_reported = rest.partition(",")[0].strip().upper() in REPORTING_CITIES and head[dash.end() : dash.end() + 1].isupper()
    if "," not in rest and _DASH.search(line, dash.end(), dash.end() + _LONGEST_STATEMENT):
        is_reported = False  # what the town is, between two dashes
    if not evidence and not is_reported and not (dash[0].strip() == "--" and _TOWN_AND_STATE.fullmatch(before.strip())):
        return None
    return end, dash.end()


def is_whole_dateline(line: str) -> bool:
    """Tell whether ``line`` is a dateline on a line of its own: "Baku, June 5, AZERTAC"."""
    found = read_dateline(f"{line} — Text") if len(line) <= 80 and any(char.isdigit() for char in line) else None
    return bool(found) and found[0] == len(line)


# Lines ----------------------------------------------------------------------------------------------------------------

_READERS: tuple[Callable[[str], list[Field] | None], ...] = (
    read_rights,
    read_citation,
    read_news_report,
    read_posting,
    read_taken_from,
    read_announced_title,
    read_author_of_work,
    read_name_and_title,
    read_name_and_house,
    read_name_and_posts,
    read_name_and_capitals,
    read_citation_above,
    read_publisher,
    read_name_and_journal,
    read_glued_label,
    read_name_turned_and_day,
    read_byline_and_name_turned,
    read_agency,
    read_town_and_paper,
    read_labels,
    read_volume,
    read_pages,
    read_number_of_series,
    read_number_and_day,
    read_number_and_year,
    read_numbering,
    read_section,
    read_date,
    read_update,
    read_other_day,
    read_signature_of_agency,
    read_desk_credits,
    read_name_and_degree,
    read_class_and_author,
    read_capitals_and_degree,
    read_paper_glued_to_day,
    read_name_and_paper,
    read_source_and_day,
    read_source_day_and_title,
    read_unnamed,
    read_byline,
)
_SEPARATOR = Pattern(r"\s*[|•·]\s*")
# Who stands where: a caption, whose day is the picture's.
PLACES_ON_PICTURE = Pattern(
    r"(?<=\w\s)\((?-i:[LRC]|[LR]-[LRC])\)|\((?:(?:second|third|2nd|3rd|far|center|centre) )?(?:from )?(?:left|right|cent(?:er|re))\)", re.I
)


def read_statement(line: str) -> list[Field] | None:
    """Return the fields that ``line`` (as it stands, no blanks folded) states, or None if it is no such line.

    A line of parts with bars or dots between them is one if each part is.
    """
    if len(line) > _LONGEST_STATEMENT or PLACES_ON_PICTURE.search(line):
        return None
    for reader in _READERS:
        fields = reader(line)
        if fields is not None:
            return fields
    parts = _between(_SEPARATOR, line)
    if len(parts) < 2 or len(parts) > 8:
        return _read_sentences(line)
    found: list[Field] = []
    for start, end in parts:
        if start == end:
            continue
        fields = next((fields for reader in _READERS if (fields := reader(line[start:end])) is not None), None)
        if fields is None:
            return None
        found += [moved(field, start) for field in fields]
    return found


_BETWEEN_SENTENCES = Pattern(r"\.\s+(?=[^\W\d_])")


def _read_sentences(line: str) -> list[Field] | None:
    """A line that says in a sentence each when a text was published and who wrote it: "Published on DATE. Author: NAME. First printed elsewhere."."""
    parts = _between(_BETWEEN_SENTENCES, line) if len(line.split()) <= 25 else []
    found: list[Field] = []
    for start, end in parts if 2 <= len(parts) <= 4 else ():
        fields = read_date(line[start:end].rstrip(".")) or read_byline(line[start:end])
        if fields is None and end - start > 60:
            return None
        found += [moved(field, start) for field in fields or ()]
    return found if {"authors", "published_on"} <= {field.name for field in found} else None


def _date_field(line: str, date: PrintedDate, *, name: str = "published_on") -> Field:
    return Field(name, line[date.start : date.end], date.start, date.end, date=date)


def _shifted(date: PrintedDate, by: int) -> PrintedDate:
    return PrintedDate(date.start + by, date.end + by, date.readings, date.weekday)


def moved(field: Field, by: int) -> Field:
    date = _shifted(field.date, by) if field.date else None
    return Field(field.name, field.value, field.start + by, field.end + by, field.role, field.affiliation, date, field.is_blank)
