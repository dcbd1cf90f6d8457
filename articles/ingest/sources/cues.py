"""The words by which a text names a source, and on which side of the name they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.ingest.sources.source import Cue
from articles.ingest.vocabulary import listed
from kzarchive.patterns import Pattern

# Cues after which the source stands. The longest comes first where one begins like another.
ARTICLE = r"(?:the|an?|der|die|das|dem|den|des|le|la|les|l[’']|du|au|à|de la|de|des|d[’'])"
_SOMETHING = r"(?:report|story|article|interview|op-ed|essay|piece|column|commentary|statement|dispatch)"
_BEFORE_NAME: tuple[tuple[Cue, str], ...] = (
    ("told", r"in an interview (?:with|to|for|given to)"),
    ("told", r"an? (?:[a-z-]+ )?interview (?:with|to|for|given to)"),
    ("told", r"in (?:comments|remarks) to"),
    ("told", r"speaking (?:to|with)"),
    ("told", r"told"),
    # A site is a source where it says something: "announced on its website, MFA.gov.kz"; tickets are sold on one too.
    (
        "reported",
        r"(?:said|says|announced|reported|stated|wrote|published|posted|explained|confirmed|statement|notice|announcement)(?: [\w’'-]+){0,4}?"
        r" on (?:its|their|his|her) (?:official )?(?:web ?site|site|portal),?(?= (?:www\.)?[\w-]+\.\w)",
    ),
    ("printed", rf"in an? {_SOMETHING} (?:published|printed) (?:by|in|on)"),
    ("printed", rf"in an? {_SOMETHING} (?:for|in)"),
    ("printed", r"(?:first |originally |initially )?(?:published|printed) (?:by|in|on)"),
    ("printed", r"(?:first |originally )?appeared (?:in|on)"),
    ("reported", rf"according to (?:an? )?{_SOMETHING}s? (?:(?:published|carried|released|posted) )?(?:by|of|from|in|on)"),
    ("reported", r"according to"),
    ("reported", r"as (?:reported|quoted|cited|noted) by"),
    ("reported", r"(?:quoted as saying|reported|quoted|cited) (?:by|in)"),
    ("reported", r"(?:writes|reports)"),
    ("reported", r"(?:has |have |had )?learn(?:ed|t) from"),
    ("reported", r"on the (?:official )?(?:web ?site|site|page) of"),
    ("reported", r"citing"),
    ("reported", r"(?:with |based on )?(?:additional )?(?:reporting|reports) (?:by|from)"),
    ("reported", r"(?:reported|(?:learn(?:ed|t)|heard|read|known)(?: [\w’'-]+){0,3}?) via"),
    ("told", r"в (?:интервью|беседе с|разговоре с)"),
    ("told", r"(?:заявил|сказал|рассказал|заметил|сообщил|пояснил)[аи]?(?: (?:[а-яё]+))? (?:агентству|газете|журналу|телеканалу|изданию|порталу)"),
    ("reported", r"(?:сообщил|рассказал|написал|отметил)[аои]?(?= (?:агентств|газет|журнал|портал|издани|телеканал))"),
    ("told", r"(?:заявил|сказал|рассказал|заметил|пояснил)[аи]?(?: (?:[а-яё]+))?"),
    ("printed", r"опубликован\w{0,3} (?:в|на)"),
    ("reported", r"(?:согласно|по) (?:сообщени\w{1,2}|данным|информации|сведениям)(?: (?:источников|собеседников))?"),
    ("reported", r"со ссылкой на"),
    ("reported", r"ссылаясь на"),
    ("reported", r"как (?:пишет|сообщает|сообщил[аи]?|переда[её]т|передал[аи]?|отмечает|писал[аи]?)"),
    (
        "reported",
        r"(?:сообща(?:ет|ют)|сообщил[аои]?|переда[её]т|передал[аои]?|пишет|писал[аои]?|информирует|цитирует)"
        r"(?: (?:в понедельник|во вторник|в среду|в четверг|в пятницу|в субботу|в воскресенье),?)?(?: [0-9]{1,2} [а-я]{3,8},?)?",
    ),
    ("reported", r"согласно(?: к)?"),
    ("reported", r"деп (?:хабарла(?:йды|ды)|жаз(?:ады|ды))|dep (?:habarla(?:idy|dy)|jaz(?:ady|dy))"),
    ("told", r"im (?:gespräch|interview) mit"),
    ("told", r"gegenüber(?= (?:dem|der|den)\b)"),
    ("told", r"(?:sagte|sagten|erklärte|erzählte)(?: (?:er|sie|[A-ZÄÖÜ]\w+))?(?= (?:dem|der|den)\b)"),
    ("reported", r"nach (?:angaben|informationen|berichten)"),
    ("reported", r"laut (?:einem bericht|einer meldung|einem artikel)"),
    ("reported", r"(?:laut|unter berufung auf)"),
    ("reported", r"(?:berichtet|meldet|schreibt|zitiert|berichtete|meldete|schrieb|zitierte)(?! (?:über|von|aus|zu)\b)"),
    ("told", r"(?:dans un )?(?:entretien|interview)(?: accordée?)? (?:à|au|avec)"),
    ("told", r"(?:a-t-(?:il|elle) )?(?:déclaré|confié|expliqué) (?:à|au)"),
    ("printed", r"(?:initialement |d[’']abord )?(?:parue?|publiée?) (?:sur|dans)"),
    ("reported", r"(?:a|ont) (?:rapporté|écrit|indiqué|annoncé|révélé|précisé)"),
    ("reported", r"(?:comme )?(?:le |l[’'])?(?:rapporte|écrit|indique|annonce|révèle|précise|signale)"),
    ("reported", r"selon (?:un article|une dépêche|une information|des informations)(?= d)"),
    ("reported", r"cité par"),
    ("reported", r"selon|d[’']après"),
)
# And before which it stands.
_AFTER_NAME: tuple[tuple[Cue, str], ...] = (
    ("reported", r"(?:has |had |have )?(?:reported|reports|wrote|writes|quoted|quotes|informs|informed)|said in a report"),
    ("reported", r"contributed to this (?:report|story|article)"),
    ("printed", r"(?:has |had |have )?published"),
    ("reported", r"(?:со ссылкой на \w+ )?(?:сообща(?:ет|ют)|сообщил[аои]?|переда[её]т|пишет|отмечает|уточняет|цитиру[ею]т)"),
    ("printed", r"опубликовал[аои]?"),
    ("reported", r"(?:жазуынша|хабарлауынша|мәліметінше|дерегінше|хабарлады|хабарлайды|жазды|жазады)"),
    ("told", r"берген сұхбатында"),
    ("printed", r"(?:жарық көрген|жарияланған)"),
    ("reported", r"сілтеме жасап"),
    ("reported", r"(?:haberine|aktardığına|bildirdiğine|yazdığına|açıklamasına) göre"),
    ("reported", r"göre"),
    ("reported", r"haberinde"),
    ("reported", r"zufolge"),
    ("told", r"konuşan"),
    ("told", r"verdiği (?:röportaj|demeç|mülakat)\w{0,4}"),
)
_ALL = [(cue, "after", pattern) for cue, pattern in _BEFORE_NAME] + [(cue, "before", pattern) for cue, pattern in _AFTER_NAME]


def _any_of(side: str, flags: int) -> Pattern:
    return Pattern("|".join(rf"(?P<c{i}>\b(?:{pattern})(?!\w))" for i, (_, of, pattern) in enumerate(_ALL) if of == side), flags)


# A name may stand before a verb in small letters only: "Orda Reports" is a heading.
_CUES = {"after": _any_of("after", re.IGNORECASE), "before": _any_of("before", 0)}
# How the cues begin, four letters of them: looked for in one go, they spare thirty tries at every word of a text.
_BEGIN_AFTER = listed(
    """said|says|stat|wrot|post|noti|hear|read|know|in|with|base|addi|spea|told|publ|prin|firs|orig|init|appe|acco|as|quot|repo|cite|has|have|had|lear|on|citi|writ|в|заяв|сказ|расс|заме|сооб|пояс|опуб|согл|по|со|ссыл|как|пере|пише|писа|инфо|цити|напи|отме|деп|dep|im|gege|sagt|erkl|erzä|nach|laut|unte|beri|meld|schr|ziti|dans|entr|inte|a|décl|conf|expl|paru|d|ont|préc|sign|comm|le|l|rapp|écri|indi|anno|révè|cité|selo"""
)
_BEGIN_BEFORE = listed(
    """has|had|have|repo|wrot|writ|quot|info|said|publ|cont|со|сооб|пере|пише|отме|уточ|цити|опуб|жазу|хаба|мәлі|дере|жазд|жаза|берг|жары|жари|сілт|habe|akta|bild|yazd|açık
    |göre|zufo|konu|verd"""
)


def _words_beginning(begins: frozenset[str], flags: int = 0) -> Pattern:
    """Return a pattern for the beginnings of words: by first letter, so that a word of another is passed over at once."""
    by_letter: dict[str, list[str]] = {}
    for begin in sorted(begins):
        by_letter.setdefault(begin[0], []).append(re.escape(begin[1:]) + ("" if len(begin) == 4 else r"(?!\w)"))
    letters = "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())
    return Pattern(rf"(?<!\w)(?:{letters})", flags)


_BEGINNINGS = {"after": _words_beginning(_BEGIN_AFTER, re.IGNORECASE), "before": _words_beginning(_BEGIN_BEFORE)}


def find_cues(text: str, side: str) -> Iterator[tuple[Cue, re.Match[str]]]:
    """Yield the cues in ``text`` behind or before which (``side``: "after", "before") a source may stand; none of them lies in another."""
    done = 0
    for word in _BEGINNINGS[side].finditer(text):
        match = _CUES[side].match(text, word.start()) if word.start() >= done else None
        if match:
            done = match.end()
            yield _ALL[int(match.lastgroup[1:])][0], match
