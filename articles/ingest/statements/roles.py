"""What somebody is and for whom: words of posts, names of bodies, and a description split into role and affiliation."""

from __future__ import annotations

import re

from kzarchive.patterns import Pattern

BODY_OF_PEOPLE = (
    r"(?:Institut\w*|Endowment|Forum|Stiftung|Gesellschaft|Zentrum|Forschungsstelle|Forschungsgruppe|Observatoire|Fondation|Centre|Center|"
    r"University|School|College|Academy|Foundation|Council|Parliament|Ministry|Agency|Group|Times|News|Press|Post|Review|Journal|"
    r"Monitor|Reuters|Studio|Büro|Bureau|Desk|Bulletin|Program(?:me)?|Association|Committee|Society|Department|Embassy|Bank|Fund|"
    r"Organi[sz]ation|Observatory|Network|Navy|Army|"
    r"Universit(?:é|ät)|Département|Enstitüsü|Üniversitesi|Merkezi|Vakfı|Derneği|Akademisi|Bakanlığı|Başkanlığı|Müdürlüğü|Genel Sekreterliği|"
    r"[Ии]нститут\w*|Центр\w*|[Уу]ниверситет\w*|Академи\w+|Фонд\w*|Министерств\w+|Агентств\w+)"
)
_AFFILIATED = Pattern(
    rf"\s+(?:pour|chez|beim?)\s+(?=[^\Wa-z_])|"
    rf"\s+at\s+(?:the\s+)?(?=[^\Wa-z_])|\s+for\s+(?:the\s+)?(?=[^\Wa-z_])|\s+(?:with|from)\s+(?:the\s+)?(?=[^\Wa-z_])|"
    rf"\s+(?:à|de)\s+(?:l[’']|la\s)(?=(?:[^\Wa-z_][\w'’-]*\s+){{0,4}}{BODY_OF_PEOPLE}\b)|"
    rf"\s+(?:au|am|beim|im|vom)\s+(?=(?:[^\Wa-z_][\w'’-]*\s+){{0,4}}{BODY_OF_PEOPLE}\b)|"
    rf"\s+(?:in|an|bei)\s+(?:the|der|dem)\s+(?=(?:[^\Wa-z_][\w'’-]*\s+(?:and\s+|und\s+)?){{0,4}}{BODY_OF_PEOPLE}\b)|"
    rf"\s+of\s+(?:the\s+)?(?=(?:[^\Wa-z_][\w'’-]*\s+){{0,4}}{BODY_OF_PEOPLE}\b)|,\s+(?:the\s+)?(?=(?:[\w'’-]+\s+){{0,6}}{BODY_OF_PEOPLE}\b)"
)
BEGINS_WITH_BODY = Pattern(rf"(?:the\s+)?(?:[^\Wa-z_][\w'’-]*\s+){{0,5}}?(?P<body>{BODY_OF_PEOPLE})\b")

ROLE_WORD = Pattern(
    r"\b(?:fellow|analyst|professor|lecturer|director|editor|correspondent|reporter|researcher|journalist|ambassador|minister|expert|"
    r"scholar|associate|(?:research|policy|programme?|liaison|political|information) officer|"
    r"writer|columnist|consultant|akademisyen|intern(?=,|$|\s(?:at|for|with)\b)|head|representative|chair(?:man|woman)?|president|secretary|adviser|advisor|student|candidate|historian|"
    r"economist|diplomat|"
    r"specialist|scientist|strategist|lawyer|activist|blogger|founder|partner|assistant|contributor|author|"
    r"кандидат|доктор|профессор|директор|эксперт|политолог|журналист|обозреватель|корреспондент|редактор|сотрудник|аналитик|историк|экономист|"
    r"посол|советник|доцент|дипломат|востоковед|руководитель|аспирант\w*|магистр\w*|преподаватель|собкор|спецкор|международник|китаевед|публицист|учёный|ученый|"
    r"саясаттанушы|шолушы|тарихшы|сарапшы(?:сы)?|маманы?|кеңесшісі|докторы|тілші\w*|елші\w*|төраға\w*|төрайым\w*|редакторы|директоры|басшысы|қызметкері|ғалым|жазушы|"
    r"redakteur\w*|korrespondent\w*|wissenschaftl\w+|leiter\w*|mitarbeiter\w*|direktor\w*|botschafter\w*|"
    r"chercheu\w+|docteure?|rédact\w+|journaliste|directeur|directrice|correspondante?|maître|doctorante?|députée?|sénat(?:eur|rice)|ambassadeur|"
    r"uzmanı?|öğretim|gazeteci|araştırmacı|büyükelçi|müdürü?|başkanı?|editörü?|muhabiri?)\b",
    re.I,
)


def is_body(line: str) -> bool:
    """Tell whether ``line`` is the name of a body of people: an institute, a university, a ministry."""
    return len(line.split()) <= 10 and line[0].isupper() and bool(re.search(rf"\b{BODY_OF_PEOPLE}\b", line)) and line[-1] not in ".?!:"


def names_body(line: str) -> bool:
    """Tell whether a body of people is named anywhere in ``line``, of thirty words at most and no sentence."""
    return len(line.split()) <= 30 and bool(re.search(rf"\b{BODY_OF_PEOPLE}\b", line)) and line[-1] not in ".?!:"


def is_role(line: str) -> bool:
    """Tell whether ``line`` says what somebody is: "Associate Fellow, Russia Programme", "кандидат политических наук"."""
    return 1 <= len(line.split()) <= 20 and bool(ROLE_WORD.search(line)) and not line.endswith(("?", "!", ":"))


_BODY_BEFORE_ROLE = Pattern(
    r"(?P<body>(?:[^\Wa-z_][\w'’-]*\s){1,5}(?:Üniversitesi|Enstitüsü|Merkezi|Vakfı|Akademisi|университетінің|институтының|"
    r"орталығының))\s(?P<role>[a-zçğıöşüа-яәғқңөұүһі].{3,60})$"
)

_QUALIFIES_BODY = Pattern(r"(?:\s[^\W\d_a-zа-яёәғқңөұүһі][\w-]+)+\s$")  # "доцент | Северного института"
_WORK_BESIDE_WORDS = Pattern(r"(?:photo(?:graph)?s?|video|illustrations?|graphics)\b.{0,30}\b(?:by|from)\s", re.I)

_MAIL_BEHIND = Pattern(r"[\s,;]+[eе]-?mail\s?:.*$", re.I)  # its first letter may be Cyrillic
_SPECIAL_TO = Pattern(r"(?i:special (?:to|for)) (?P<paper>[^\W\d_a-zа-яё].{2,60})")  # in the place of a post
_IS_COMPANY = Pattern(r"(?:ООО|ОАО|ЗАО|ПАО|АО|ТОО|ЖШС|АҚ)\s[«“\"]")


def split_role(description: str) -> tuple[str | None, str | None]:
    """Return role and affiliation of "senior fellow at the Institute for Steppe Studies"; either may be None."""
    if _WORK_BESIDE_WORDS.match(description):
        return None, None
    description = _MAIL_BEHIND.sub("", description)
    if _IS_COMPANY.match(description):
        return None, description.strip(" ,")
    for_paper = _SPECIAL_TO.fullmatch(description)
    if for_paper:
        return None, for_paper["paper"]
    turned = _BODY_BEFORE_ROLE.fullmatch(description)  # Turkish and Kazakh name the body first
    if turned:
        return turned["role"], turned["body"]
    post, comma, body = description.partition(", ")
    if (
        comma
        and not ROLE_WORD.match(body)
        and is_role(post)
        and len(post.split()) <= 6
        and " of " not in post
        and re.search(rf"\b{BODY_OF_PEOPLE}\b", body)
    ):
        return post, body.removeprefix("the ")
    post, dash, rest = description.partition(" - ")
    if dash and is_role(post) and len(post.split()) <= 6 and re.search(rf"\b{BODY_OF_PEOPLE}\b", body := rest.partition(" - ")[0]):
        return post, body.strip(" .").removeprefix("the ")
    body = BEGINS_WITH_BODY.match(description)
    post = _QUALIFIES_BODY.sub("", description[: body.start("body")]).rstrip() if body else ""
    if body and "а" <= post[:1].casefold() <= "ӿ" and post[:1].islower() and ROLE_WORD.search(post):
        return post, description[len(post) :].strip()  # "старший научный сотрудник Института ламп"
    if body:
        return None, description.removeprefix("the ")
    text = f" {description}"
    found = {}
    for match in _AFFILIATED.finditer(text):
        if match[0].startswith(",") and ROLE_WORD.match(text, match.end()):  # one more post, and no house yet
            continue
        found.setdefault(match[0].split()[0], match)
    if found:
        # "at" names the place of work; without it the first of the others does.
        match = found.get("at") or min(found.values(), key=re.Match.start)
        return text[: match.start()].strip(" ,") or None, text[match.end() :].strip(" ,") or None
    if text.startswith((" in ", " à ")):  # a place: "By NAME in Almaty"
        return None, None
    return description or None, None
