"""What a house asks its readers for below a text: to subscribe, to give, to write, to follow it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kzarchive.patterns import Pattern

_MOST_WORDS_OF_CALL = 60
_OPENS_QUOTATION = Pattern(r"[«“„\"'‘]")


@dataclass(frozen=True)
class Asking:
    """How a language asks readers: whom it speaks to and for what, which only together make a call, and what nothing else says."""

    whom: Pattern
    asked: Pattern
    said: Pattern


_ASKING = (
    Asking(  # English
        Pattern(r"\b(?:you|your|yours|readers?)\b", re.I),
        Pattern(
            r"\b(?:donors|(?:our|individual) members|"
            r"subscrib\w+|subscriptions?|donat(?:e|ions?|ing)|newsletters?|inbox|sign(?:ing)? up|memberships?|print editions?|ad-free|paywall|"
            r"crowdfund\w*|patreon)\b",
            re.I,
        ),
        Pattern(
            r"\bquality (?:journalism|reporting) (?:is|matters|costs)\b|\bwe need your (?:support|help)\b|\bget the story right\b|"
            r"\bfollow (?:us|(?:the )?(?-i:[A-Z])\w+(?:\s(?-i:[A-Z])\w+)?) on(?:\s(?-i:[A-Z])|$)|"
            r"^to subscribe (?:to|for)\b|\bcontact us for subscription\b|^you can share this (?:story|article)\b|"
            r"^support (?:us|(?-i:[A-Z])\w+(?:\s(?-i:[A-Z])\w+)?) on (?-i:[A-Z])|"
            r"\breached (?:the|your) limit of (?:free|premium)\b|\b(?:contact|reach out to|write to|get in touch with) us (?:at|on|via|for)\b|"
            r"\b(?:let us know|write to us)\b.{0,40}\b(?:by|via) e-?mail\b|"
            r"\bconsider (?:supporting|donating to|becoming a member)\b|"
            r"^your (?:contribution|support|donation|gift|subscription) (?:helps|makes|keeps|allows|enables|ensures)\b|"
            r"\b(?:support|fund) (?:our|independent) (?:work|journalism|reporting)\b|\bour journalism\b|\bcommentary on our stories\b|"
            r"^read .{3,90} (?:on|in) (?:the|our) (?:telegram )?channel\b|"
            r"\b(?:hear|listen to) (?:the|our|this) (?:full )?(?:podcast|episode|interview|conversation) (?:above|below|here|on)\b|"
            r"\b(?:subscribe|listen) (?:to .{3,60} )?on (?:itunes|apple podcasts|spotify|google podcasts)\b|"
            r"^get [^.]{2,40}[’']s (?:free |weekly |daily |monthly )*newsletter\b|"
            r"^(?:stay|keep) (?:updated|informed|up[- ]to[- ]date|tuned|connected)\b|^dear readers?\b",
            re.I,
        ),
    ),
    Asking(  # German; the courteous address is told from the others by its capital
        Pattern(r"\b(?:Sie|Ihr\w{0,2}|ihr|Ihnen|[Ee]uch|[Ee]ure[nmrs]?|[Dd]u|[Dd]ich|Leser\w*)\b"),
        Pattern(r"\b(?:abonnier\w+|newsletter|spende\w*|(?:probe|digital|kombi-?)?abos?)\b", re.I),
        Pattern(
            r"\b(?:kritischer|unabhängiger|guter) journalismus (?:braucht|kostet|ist)\b|\b(?:jetzt|uns) unterstützen\b|\bfolgen sie uns\b|"
            r"\bunterstützen sie (?:uns|unsere)\b|^(?:bitte aktivieren sie )?cookies\b|\bnur an unsere leser|"
            r"\bwer unsere (?:beiträge|artikel|arbeit) schätzt\b|"
            r"\bunsere artikel (?:sind frei|weiter ?zu ?verbreiten|zu teilen)\b",
            re.I,
        ),
    ),
    Asking(  # French
        Pattern(r"\b(?:vous|votre|vos|lecteurs?|lectrices?)\b", re.I),
        Pattern(r"\b(?:abonn\w+|newsletter|lettre d[’']information|dons?|adhére\w+)\b", re.I),
        Pattern(
            r"^>?\s?(?:ré)?écoutez\b.{0,60}\b(?:émission|podcast|épisode)\b|"
            r"\b(?:soutenez[- ](?:nous|notre)|suivez-nous|faites un don|(?:le )?journalisme indépendant|vous avez (?:apprécié|aimé) cet article|"
            r"(?:pouvez|voulez)-vous nous (?:aider|soutenir)|vous pouvez nous (?:aider|soutenir)|"
            r"média (?:libre et )?indépendant)\b|^chers? lecteurs?\b",
            re.I,
        ),
    ),
    Asking(  # Russian
        Pattern(r"\b(?:вы|вас|вам|ваш\w*|читател\w+)\b", re.I),
        Pattern(r"\b(?:подписк\w+|подписывайтесь|подпишитесь|рассылк\w+|пожертвован\w+|донат\w*)\b", re.I),
        Pattern(
            r"\b(?:поделитесь|делитесь|присылайте)\b.{0,80}\b(?:нашу (?:почту|электронную)|нам (?:в|на)|в редакцию|редакции)\b|"
            r"[–—-]\s?подписывайтесь\s?!?$|\bв нашем (?:whatsapp|telegram|телеграм|ватсап)\b|"
            r"\b(?:подписывайтесь на|присоединяйтесь к нам|следите за нашими|"
            r"читайте (?:нас )?(?:на|в) (?:нашем )?(?:канале|телеграм\w*|telegram)|поддержите (?:нас|проект|редакцию)|читайте нас)\b",
            re.I,
        ),
    ),
    Asking(  # Kazakh
        Pattern(r"\b(?:сіз\w*|оқырман\w*)\b", re.I),
        Pattern(r"\b(?:жазылыңыз|тіркеліңіз|қолдаңыз)\w*", re.I),
        Pattern(r"\b(?:бізге жазыл\w+|бізді қолда\w+|достарыңызбен бөлісіңіз|(?:арнамызға|парақшамызға|telegram-арна\w*) (?:жазыл|тіркел)\w+)", re.I),
    ),
    Asking(  # Turkish
        Pattern(r"\b(?:siz\w*|okur\w*)\b", re.I),
        Pattern(r"\b(?:abone\w*|bağış\w*|bülten\w*)\b", re.I),
        Pattern(r"\b(?:abone ol(?:un|abilirsiniz)?|bizi takip ed\w+|destek ol(?:un|abilirsiniz)|bültenimize)\b", re.I),
    ),
)


def asks_readers(line: str) -> bool:
    """The call of a house to its readers below a text, in whatever of our languages: to subscribe, to give, to write, to follow it."""
    if len(line.split()) > _MOST_WORDS_OF_CALL or _OPENS_QUOTATION.match(line):
        return False
    return any(asking.said.search(line) or (asking.whom.search(line) and asking.asked.search(line)) for asking in _ASKING)
