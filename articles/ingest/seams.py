"""Where a template or a copy has run lines together, near the head of a text."""

from __future__ import annotations

import re

from kzarchive.patterns import Pattern

_END_OF_HEAD = 3000
_GLUED_LABEL = Pattern(
    r"(?<=[^\s«“\"(])(?=(?:Дата (?:публикации|направления)|Аннотация|Ключевые слова|Abstract|Keywords)\b.{0,40}?:|(?:Abstract|Keywords):?\n)"
)
# "The headline08.10.2018 14:49Astana - ...": a headline, its day with the hour and the text, no blank between.
_GLUED_DAY = Pattern(
    r"(?:(?<=[^\W\d_])|(?<=[»”\"?!)]))(?P<day>[0-9]{1,2}[./-][0-9]{1,2}[./-](?:19|20)[0-9]{2},?\s{1,2}[0-9]{1,2}:[0-9]{2})(?=[^\W\d_]|[«“\"])"
)
_DAY_BEFORE_HEADLINE = Pattern(
    r"[0-9]{1,2}[./-][0-9]{1,2}[./-](?:(?:19|20)[0-9]{2}|[0-9]{2})(?P<seam>:\s|\s[–—]\s(?=[^\n.]{20,160}\n))"
    r"(?=[\"“«„]?[^\W\d_](?:\S*\s\S){3})"
)
# "14.05.2021 AGENCY 3The text ...": the day, the source and a count, the last glued to the first word.
_GLUED_COUNT = Pattern(
    r"(?<=\n)[0-9]{1,2}[./][0-9]{1,2}[./](?:19|20)[0-9]{2}[ ,](?:[^\s.!?]{1,30} ){1,5}[0-9]{1,6}(?P<seam>)(?=[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ][^\W\d_]*[\s,])"
)
# "THE TITLE IN CAPITALS Name Patronymic SURNAME": a line of a dump that goes on with its authors.
_NAME_BEHIND_CAPITALS = Pattern(r"(?<=[А-ЯЁӘІҢҒҮҰҚӨҺ]{3}) (?P<seam>)(?=[А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+(?:вич|вна|чна) [А-ЯЁ]{3,})")
# "By NAME, The PAPER. The text ...": who wrote an excerpt, and for whom, in its first line.
_BYLINE_BEFORE_EXCERPT = Pattern(
    r"(?<![^\n])By (?:[A-Z][\w.’'-]* ){1,3}[A-Z][\w’'-]* ?, (?:The )?(?:[A-Z][\w&’'-]* ){0,3}(?:Times|Post|News|Journal|Guardian|Press|"
    r"Herald|Tribune|Telegraph|Review|Reuters|Bloomberg|Economist|Magazine|Monitor)\.(?P<seam>)(?= [A-Z“\"]\S*(?: \S+){12})"
)
# "CITY 06.01.2022 NAME The text ...": a town, a day and a name without a break before the text.
_NAME_BEHIND_DAY = Pattern(
    r"(?:(?<![^\n])|(?<=-[0-9]{2}\s))[A-Z][a-z]{3,}(?: [A-Z][a-z]+)? [0-9]{2}\.[0-9]{2}\.(?:19|20)[0-9]{2} (?P<begin>)"
    r"[A-Z][\w’'-]+(?: (?:van|von|de|di|del|da|le|la|al|el|der))?"
    r" [A-Z][\w’'-]+ (?P<seam>)(?=(?:The|An?|In|On|At|For|After|Today|This|With|It) [^\W\d_]\S*(?: \S+){10})"
)
# "Research article The headline": the kind of text in the line of its title, as dumps of journals have it.
_KIND_BEFORE_TITLE = Pattern(
    r"(?<![^\n])(?:(?:(?:научная|оригинальная|обзорная|исследовательская) статья|ғылыми мақала|"
    r"(?:original|research|review) (?:article|paper))(?:\s?[/|.:]\s?|\s+)){1,2}(?P<seam>)(?=(?-i:[^\W\d_a-zа-яё])\S*(?:[ ]\S+){3})",
    re.I,
)
# "The headline 463 Name SURNAME, post": a count between the two, all in one line.
_COUNT_BEFORE_NAME = Pattern(
    r"(?<=[^\W\d_»?!]) (?P<count>(?P<seam>)[0-9]{2,6} )(?=[А-ЯЁӘІҢҒҮҰҚӨҺ][а-яёәіңғүұқөһ]+ [А-ЯЁӘІҢҒҮҰҚӨҺ]{3,}(?:-[А-ЯЁӘІҢҒҮҰҚӨҺ]+)?(?:,|\n))"
)
# The day behind the credit of a picture, between a headline and the same again below the picture.
_DAY_BEHIND_CREDIT = Pattern(
    r"(?<![^\n])(?P<title>[^\n]{16,200})\n\s{0,3}(?:photo|foto|фото|сурет|fotoğraf)\s?:\s?[^\n]{2,60}?\s(?P<seam>)"
    r"[0-9]{1,2}\.?\s[^\W\d_]{3,10}\s(?:19|20)[0-9]{2}\s{0,3}\n\s{0,3}(?P=title)\n",
    re.I,
)
# "Date of publication 04.08.21 05:04 The text begins in the same line".
_LABELLED_DAY_BEFORE_TEXT = Pattern(
    r"(?<![^\n])(?:дата публикации|опубликовано|жарияланған күні)\s?:?\s[0-9]{2}\.[0-9]{2}\.(?:20)?[0-9]{2}(?:,?\s[0-9]{2}:[0-9]{2})?(?P<seam>\s)"
    r"(?=[^\W\d_]\S*(?:\s\S+){8})",
    re.I,
)
# "14.11.2009 The headline", right above who wrote it.
_DAY_BEFORE_SIGNED_TITLE = Pattern(
    r"(?<![^\n])[0-9]{2}\.[0-9]{2}\.(?:19|20)[0-9]{2}\s(?P<seam>)(?=[^\W\d_a-zа-яё][^\n]{15,160}\n\s{0,3}(?:Авторы?|Authors?|Autor(?:en|in)?|By)\b)"
)
# How dumps of scraped pages begin: "date 2016-03-12 The headline".
DAY_OF_DUMP = Pattern(r"\s{0,3}date (?P<date>(?:19|20)[0-9]{2}-[0-9]{2}(?:-[0-9]{2})?)(?:\s[0-9]{1,2}:[0-9]{2})?(?!\S)")
# "port.com Editor16.03.2026 02:302 dk okuma": the desk, the day with its hour and the minutes of reading, run together.
_DESK_AND_DAY = (
    Pattern(r"(?<=MIN READ)(?P<seam>)(?=[A-Z][a-z]{2,8}\.? [0-9]{1,2}, (?:19|20)[0-9]{2})"),
    Pattern(r"(?<=[a-z])(?P<seam>)(?=[A-Z][a-z]{2,8} [0-9]{1,2}, (?:19|20)[0-9]{2}\n)"),
    Pattern(r"(?<=[^\W\d_])(?P<seam>)(?=[0-9]{1,2}[./][0-9]{1,2}[./](?:19|20)[0-9]{2} [0-9]{1,2}:[0-9]{2}[0-9]{1,2} (?:dk|min)\b)"),
    Pattern(r"(?<=(?:19|20)[0-9]{2} [0-9]{2}:[0-9]{2})(?P<seam>)(?=[0-9]{1,2} (?:dk|min)\b)"),
)
# The name of a picture, in words joined by hyphens, and the by-line glued to it: "Along-the-pierBy Anna Kim".
# Addresses on networks have it too.
_PICTURE_BEFORE_BYLINE = Pattern(r"(?m)^(?P<picture>[\w]+(?:-[\w]+)+[a-z]|(?:https?://\S{4,80}\s){0,3}https?://\S{4,80}?)(?=By [A-Z][a-z]+ [A-Z])")


# "The headlineReuters Published March 3, 2022": who wrote a report and when, glued to its headline.
_NAME_AND_DAY_BEHIND_TITLE = Pattern(
    r"(?<=[a-z0-9?!’”\"'])(?P<seam>)(?=[A-Z][\w.’'&-]*(?: (?:[A-Z|][\w.’'&-]*|\|)){0,4} Published (?:on )?"
    r"(?:[A-Z][a-z]{2,8} [0-9]{1,2},? (?:19|20)[0-9]{2}|[0-9]{1,2} [A-Z][a-z]{2,8},? (?:19|20)[0-9]{2}))"
)


def find_seams(text: str) -> list[int]:
    """Return where, near the head of ``text``, one line has to be parted from the next, in order; the same place may come twice."""
    seams = [at for match in _GLUED_DAY.finditer(text, 0, _END_OF_HEAD) for at in match.span("day")]
    if day := _DAY_BEFORE_HEADLINE.match(text):
        seams.append(day.end("seam"))
    seams += [match.end() for match in _PICTURE_BEFORE_BYLINE.finditer(text, 0, _END_OF_HEAD)]
    if day := DAY_OF_DUMP.match(text):
        seams.append(day.end())
    glued = (
        _LABELLED_DAY_BEFORE_TEXT,
        _GLUED_COUNT,
        _DAY_BEHIND_CREDIT,
        _NAME_BEHIND_CAPITALS,
        _KIND_BEFORE_TITLE,
        _COUNT_BEFORE_NAME,
        _BYLINE_BEFORE_EXCERPT,
        _NAME_BEHIND_DAY,
        _NAME_AND_DAY_BEHIND_TITLE,
        _DAY_BEFORE_SIGNED_TITLE,
        *_DESK_AND_DAY,
    )
    seams += [match.end("seam") for seam in glued for match in seam.finditer(text, 0, _END_OF_HEAD)]
    seams += [match.end("begin") for match in _NAME_BEHIND_DAY.finditer(text, 0, _END_OF_HEAD)]
    seams += [match.end("count") for match in _COUNT_BEFORE_NAME.finditer(text, 0, _END_OF_HEAD)]
    return sorted([*seams, *(match.start() for match in _GLUED_LABEL.finditer(text, 0, _END_OF_HEAD))])
