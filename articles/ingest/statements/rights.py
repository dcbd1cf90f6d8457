"""Lines that state rights and who holds them."""

from __future__ import annotations

import re

from articles.ingest.dates import find_dates
from articles.ingest.statements.bylines import BYLINE, PICTURE_BEHIND_NAME
from articles.ingest.statements.field import Field, between, date_field, shifted
from articles.ingest.statements.names import FULL_NAME, names_person
from articles.ingest.statements.periodicals import read_publisher, without_kind
from kzarchive.patterns import Pattern

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
    r"texts?|content|articles?)\b|(?:this|the) (?:article|text|work|content|piece|weblog|blog|site) is (?:"
    r"licensed|published|available|released) under|"
    r"(?:when|if) (?:you )?(?:re-?publish|re-?print|us|quot|copy)(?:ing|e)? (?:the |our |any )?(?:materials?|content|texts?|articles?)\b|"
    r"(?:text is )?(?:licensed|available|published) under (?:a |the )?(?:creative commons|cc)|(?:licen[cs]e|lizenz|лицензия|licence|lisans)\s?:\s?\S|"
    r"creative commons\b|(?-i:CC[ -]BY\b)|"
    r"(?:(?:любое|полное|частичное|полная или частичная|полное или частичное) )?(?:использование|перепечатка|копирование|цитирование|"
    r"воспроизведение) (?:\w+ )?(?:материал\w+|"
    r"текст\w+|стат\w+|информаци\w+)|при работе с материалами\b|при (?:полном |частичном |любом |полном или частичном )?(?:использовании|"
    r"перепечатке|переиздании|копировании|"
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
            or (PICTURE_BEHIND_NAME.search(line) and BYLINE.match(line))
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
    claim = _claim_at(line, at)
    holder = _find_holder(claim, at) if re.match(r"copyright\b|©|\(c\)", claim, re.I) or "©" in claim else None
    return [*(publisher or ()), Field("rights", claim, at, at + len(claim)), *([holder] if holder else ())]


_AUTHOR_AND_DAY = Pattern(rf"©\s?(?P<name>{FULL_NAME.pattern}),\s(?P<day>[^,]{{8,24}})")


def read_author_with_rights(line: str) -> list[Field] | None:
    """The line below a text with who wrote it, behind the sign of rights, and the day: "© Anna Kim, 14. Juni 2024"."""
    found = _AUTHOR_AND_DAY.fullmatch(line) if len(line) <= 80 else None
    days = find_dates(found["day"]) if found else []
    if len(days) != 1 or (days[0].start, days[0].end) != (0, len(found["day"])) or not names_person(found["name"]):
        return None
    byline = Field("byline", found["name"], *found.span("name"))
    return [byline, Field("authors", found["name"], *found.span("name")), date_field(line, shifted(days[0], found.start("day")), name="bare_date")]


def _claim_at(line: str, at: int) -> str:
    """Return the claim of rights that begins at ``at``: its first sentence and those on rights behind it, without other words of a foot."""
    sentences = re.split(r"(?<=[.!])\s+", line[at:])
    claim = sentences[0]
    for sentence in sentences[1:]:
        if not _RIGHTS_SENTENCE.search(sentence) and len(claim) >= 4 and not sentence[0].islower():
            break
        claim = line[at : line.index(sentence, at) + len(sentence)]
    foot = _FOOT_WORDS.search(claim)
    if foot and foot.start() > 3:
        claim = claim[: foot.start()]
    return claim.rstrip()


def _find_holder(claim: str, at: int) -> Field | None:
    """Return who holds the rights, if the sentence with the sign names one and no more; ``claim`` begins at ``at`` of its line."""
    sign = re.search(r"(?:^|(?<=[.!]\s))(?:copyright\b|©|\(c\))", claim, re.I)
    begin = sign.start() if sign else 0
    first = re.split(r"\.(?:\s|$)", claim[begin:])[0]
    at += begin
    for day in find_dates(first):  # "© NAME, 12 March 2019"
        first = first[: day.start] + " " * (day.end - day.start) + first[day.end :]
    remaining = [(start, end) for start, end in between(_RIGHTS_WORDS, first) if re.search(r"[^\W\d_]{2}", first[start:end])]
    if len(remaining) != 1:
        return None
    start, end = remaining[0]
    name = first[start:end]
    start += len(name) - len(name.lstrip(' \t,.:;|–—-"«“'))
    name = name.strip(" \t,.:;|–—-")
    name = name.lstrip('"«“')
    if not any(quote in name for quote in "«“„") and name.count('"') != 2:
        name = name.rstrip('"»”')  # its opening mark is left out too
    name = _FORM_OF_COMPANY.sub("", name).rstrip(" ,")
    name, start = without_kind(name, start)
    if not name or len(name.split()) > 10 or name[0].islower() or _NO_HOLDER.match(name) or "/" in name:
        return None
    return Field("rights_holder", name, at + start, at + start + len(name))


# A caption and who took the picture: "The master in his office, © NAME", "The master is in. © NAME", "The master © NAME / AGENCY".
_CAPTION_AND_CREDIT = Pattern(r"\S+(?:\s\S+){3,40}?(?:[,.!?»”]\s©\s?[^,;:0-9]{3,40}|\s©\s?[^,;:/0-9]{3,40}\s?/\s?[^,;:/0-9]{2,30})")
