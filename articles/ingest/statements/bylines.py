"""By-lines: lines in which a word or a mark says that the name beside it is the author's."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from articles.ingest.dates import PrintedDate, find_dates
from articles.ingest.statements.field import Field, date_field, moved, shifted, signed
from articles.ingest.statements.names import FULL_NAME, LOWER, NAME, NAME_WORD, has_given_name, is_no_person
from articles.ingest.statements.people import DESK, read_authors
from articles.ingest.statements.roles import ROLE_WORD, is_body, names_body, split_role
from articles.ingest.vocabulary import NOBODY, SECTIONS, given_names, listed
from kzarchive.patterns import Pattern

# "Author of the text", and what its author did, as Russian and Kazakh pages print either before the name.
_AUTHOR = (
    r"(?:фамилия |имя )?автор(?:ы|лары|а(?=\s?:))?(?: (?:текста|статьи|материала|публикации|записи|на сайте))?|(?:мәтін|мақала|материал|жазба) авторы"
)
_DID = (
    r"(?:материал |текст )?подготовил[аи]?|беседовал[аи]?|беседу (?:в[её]л[аи]?|пров[её]л[аи]?)|интервью (?:взял[аи]?|в[её]л[аи]?|пров[её]л[аи]?)|"
    r"записал[аи]?|опубликовал[аи]?|(?:мәтінді |материалды )?(?:әзірлеген|дайындаған)|сұхбаттасқан|әңгімелескен|"
    r"(?:сұхбатты?|әңгімені?) жүргізген|жазып алған|жариялаған"
)

BYLINE = Pattern(
    r"(?P<by>[-–—]{0,3}\s?by(?:\.(?=\s(?-i:[A-Z])))?|(?:written|story|words|reported|reporting|interview(?:ed)?|posted|commentary|opinion|viewpoint|perspective|analysis|article|essay|"
    r"op[-/]?ed|guest (?:post|column|article|essay)|published(?=\sby\s(?-i:[A-Z][\w.'’-]+\s(?:[A-Z]\.?\s)?[A-Z][\w'’-]+,\s))|"
    r"text|prepared|"
    r"compiled|contributed|submitted) by|writer['’]s picture)(?:\s*(?P<sign>[:|])|\s*$|\s|(?=(?-i:[A-Z][^\W\d_A-Z])))|"
    r"(?P<label>(?:original )?authors?|by-?line|(?:family |last |sur)?name of (?:the )?author|"
    r"(?:article|essay|analysis|report)(?=\s/\s)|von(?=\s?:)|par(?=\s?:)|autor(?:en|in)?(?!\s?[:*_]innen)|verfasser(?:in)?|auteurs?|yaza[rn]|hazırlayan|avtory|text|[тt]екст|мәтін|"
    rf"texte|metin|haber|подготовлено|kaynak|röportaj|student(?:['’]s)?(?: name)?|{_AUTHOR}|{_DID})\s*(?:[:|]|/(?=\s(?-i:[^\W\d_a-zа-яё])))|"
    rf"(?P<called>{_AUTHOR}|от)\s{{1,3}}(?:[–—-]\s)?(?=(?-i:[А-ЯЁӘІҢҒҮҰҚӨҺ]))|"
    rf"(?P<verb>{_DID}|специально для [«“\"][^«»“”\"]{{2,40}}[»”\"]|арнайы [«“\"][^«»“”\"]{{2,40}}[»”\"] үшін|"
    r"publiée? par|postée? par|(?:article )?rédigée? par|écrite? par|eingestellt von|verfasst von|geschrieben von|veröffentlicht von|gönderen|"
    r"yayınlayan|yazan|verfasser(?:in)?(?=\s(?-i:[A-ZÄÖÜ]))|"
    r"derleyen|жазған|(?:une?\s)?(?:analyse|article|chronique|enquête|reportage|tribune|texte|entretien)\sde(?=\s(?-i:[A-ZÉÈ]))|"
    r"(?:de|par|avec) notre (?:correspondante?(?:\s(?:régional|permanent|spécial)e?)?|envoyée? spéciale?)"
    r"(?:\s(?:à|en|au)\s(?-i:[A-ZÉÈ])[\w’'-]+)?,?(?=\s(?-i:[A-ZÉÈ]))|"
    r"le (?:point de vue|regard|billet) de(?=\s(?-i:[A-ZÉÈ])[\w’'-]+\s(?-i:[A-ZÉÈ]))|das (?:gespräch|interview) führten?|"
    r"propos recueillis par|entretien réalisé par|interview[:,]? |röportaj |hazırlayan )\s*(?:[–—-]\s)?(?=\S)|"
    r"(?P<foreign>(?:eine?\s(?:interview|gespräch|gastbeitrag|analyse|kommentar|reportage|bericht|essay|beitrag|porträt|rezension)\s|"
    r"une?\s(?:article|entretien|texte|reportage|analyse|chronique|interview|enquête|tribune)\s)?(?:[-–—]\s?)?(?:von|par)|por|di|from)(?:\s(?=\S)|(?<=par|von)(?=(?-i:[A-ZÉÈ][a-zéèê]+\s[A-ZÉÈ][A-ZÉÈ]+)))|(?P<glued>author)\s(?=(?-i:[A-Z]))",
    re.I,
)

_ISSUE_OF = Pattern(r"\(\s*(?:in |from )?(?:the\s+)?(?P<date>[^()]{4,40}?)\s+issue\s+of\s+(?:the\s+)?(?P<publication>[^()]{2,80}?)\s*\)\s*\.?$", re.I)

_SOMEBODY_UNNAMED = Pattern(r"(?:an?|our|the|special)\s(?:\S+\s){0,4}(?:correspondent|reporter|staff|contributor|writer)s?\.?", re.I)
_COUNT_BEHIND = Pattern(r"\s[|•·-]?\s?[0-9][0-9.,]{0,8}[kK]?\s(?:views?|reads?|comments?|shares?|likes?|min(?:utes?)?(?: read)?|просмотр\w*)$", re.I)
_AT_TIME = Pattern(r"\s(?:at|um|в|à)\s[0-9]{1,2}[:.][0-9]{2}(?:\s?[ap]\.?m\.?)?(?:\s{2,}\S.*)?$", re.I)  # the controls of a blog may follow

_STATION = Pattern(r"[A-Z]{2,5}/[A-Z]{1,4}")  # "By RFE/RL"


_NAMES_NOBODY = Pattern(r"(?P<byline>(?:(?:posted|written|published) )?by)\s+(?:in|on|at)\s(?P<section>(?-i:[^\W\d_a-zа-яё])[^.!?:]{1,40})\.?", re.I)

_TRANSLATED_BEHIND = Pattern(
    r"\.\s(?:(?:abridged\s)?translat(?:ion|ed)|photo(?:graph|graphy)?s?|edit(?:ing|ed)|illustrations?) by (?-i:[^\W\d_a-zа-яё])[^.]{3,50}\.?$", re.I
)
# Who goes by one word in small letters, behind a label that leaves no doubt: "Author: marat".
_NICKNAME_BEHIND_LABEL = Pattern(
    r"(?:[•*·]\s{1,3})?(?P<label>(?i:authors?|автор|autor|auteur|yazar|(?:posted|written|contributed|submitted|added) by))\s?:\s?"
    r"(?P<name>[a-zа-яё][a-zа-яё0-9_-]{2,20})"
)
_NAMES_NOBODY_ON_DAY = Pattern(r"(?P<byline>(?:posted|written|published) by)\s(?:on|at)\s", re.I)


_CONTROL_BEHIND = Pattern(
    r"(?<=\w)\s(?:follow|suivre|folgen|takip et|подписаться)$|(?<=\w)\s{1,4}follow @\w{2,30}(?: on (?:twitter|x|facebook|instagram))?(?:\s\w)?$|"
    r"(?<=\w)\s?(?:\[[^\[\]\s@]{2,30}@[^\[\]\s@]{3,40}\]|\([^()\s@]{2,30}@[^()\s@]{3,40}\))$|"
    r"(?<=\w)(?:\s{1,4}(?:imprimer l[’']article|lecture optimisée|"
    r"télécharger l[’']article au format pdf|print (?:this )?article|download (?:as )?pdf))+$|"
    r"(?<=\w)\s{1,8}(?:current|bio(?:graphy)?|archive|print|e-?mail|share|comments?|profile)"
    r"(?:\s\|\s(?:current|bio(?:graphy)?|archive|print|e-?mail|share|comments?|profile)){1,4}$",
    re.I,
)
# "NAME By NAME", the first of which is the text of a picture.
_PICTURE_BEFORE_BY = Pattern(rf"(?P<name>{NAME.pattern})\s+(?=[Bb]y\s+(?P=name)(?!\w))")
# Who passed the report on, before who wrote it: "(MENAFN - Lamp News) By NAME".
_AGENCY_BEFORE_BY = Pattern(r"\([A-Z][\w-]{2,12}\s?[-–]\s?[^()]{2,40}\)\s(?=By\s)")
_LABEL_AND_COMMA = Pattern(r"(?P<label>Author|Yazan|Auteure?|Autor(?:in)?|Автор),\s(?P<names>[^\W\d_a-zа-яё].{3,80})")


_POSTED_AT = Pattern(r"Posted by (?P<name>[^\W\d_][\w.'’-]*(?:\s[^\W\d_a-z][\w.'’-]*){0,3}) (?:at|on) (?P<day>[^|]{8,40})(?:\s\|\s.{3,40})?$")


def _read_posted_at(line: str) -> list[Field] | None:
    """Who posted an entry of a blog, and when, as it signs its entries: "Posted by NAME at June 8, 2006 11:52 PM"; a comment has a colon."""
    posted = _POSTED_AT.match(line)
    days = find_dates(posted["day"]) if posted else []
    if len(days) != 1 or days[0].start or posted["name"].casefold() in NOBODY:
        return None
    day = shifted(days[0], posted.start("day"))
    byline = Field("byline", line[: posted.end("name")], 0, posted.end("name"))
    return [byline, Field("authors", posted["name"], *posted.span("name")), date_field(line, day)]


_BETWEEN_BARS = Pattern(r"\s?\|\s?")


def _read_names_between_bars(line: str) -> list[Field] | None:
    """The by-line of several persons with bars between them, or of two with nothing: "Author: NAME | NAME", "By NAME NAME"."""
    opening = BYLINE.match(line)
    if not opening:
        return None
    at = opening.end() + len(line[opening.end() :]) - len(line[opening.end() :].lstrip())
    bars = [(at + bar.start(), at + bar.end()) for bar in _BETWEEN_BARS.finditer(line[at:])]
    words = line[at:].split()
    is_pair = not bars and len(words) == _WORDS_OF_PAIR and words[2].casefold() in given_names() and words[1].casefold() not in given_names()
    if is_pair and words[0].casefold() in given_names():
        middle = line.index(words[2], at + len(words[0]) + len(words[1]))
        bars = [(middle, middle)]
    names = [(start, end) for (_, start), (end, _) in pairwise([(at, at), *bars, (len(line), len(line))])]
    texts = [line[start:end].strip() for start, end in names]
    if not bars or not all(FULL_NAME.fullmatch(name) and not is_no_person(name) for name in texts):
        return None
    if not opening["label"] and not any(map(has_given_name, texts)):
        return None
    authors = [Field("authors", name, start, start + len(name)) for name, (start, _) in zip(texts, names, strict=True)]
    return [Field("byline", line[opening.start() :].strip(), opening.start(), len(line.rstrip())), *authors]


_WORDS_OF_PAIR = 4

_KINDS = listed(
    """critical questions|issue brief|policy memo|fact sheet|snapshot|blog post|primer|testimony|white paper|case study|background paper
    |discussion paper|occasional paper|strategic insights|issues & insights|expert analysis|in brief|event report|conference report"""
)
_KIND_BY = Pattern(r"(?P<kind>[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,2})\s(?P<byline>by\s(?P<names>[A-Z].{4,160}))")


# Behind the name of who wrote it, a thesis prints his number at the university, and a paper that he is its writer.
_NAME_AND_LABEL = Pattern(
    rf"(?P<name>{FULL_NAME.pattern})(?:\sRead [Mm]ore|\s\([0-9]{{5,10}}\)|"
    r"\s?/\s?(?:Yazar|Author|Writer|Columnist|Автор|Колумнист|Autor(?:in)?|Auteure?))"
)


def read_name_and_label(line: str) -> list[Field] | None:
    """The line with the name of an author and what tells behind it that he is one: "NAME (11830442)", "Dr. NAME / Yazar"."""
    found = _NAME_AND_LABEL.fullmatch(line)
    if not found or is_no_person(found["name"]):
        return None
    return signed(found["name"], found.start("name"))


def _read_kind_by(line: str) -> list[Field] | None:
    """The by-line behind the kind of text that a house calls it: "Critical Questions by NAME, NAME, and NAME"."""
    found = _KIND_BY.fullmatch(line)
    is_kind = found is not None and (found["kind"].casefold() in SECTIONS or found["kind"].casefold() in _KINDS)
    authors = read_authors(found["names"], found.start("names")) if is_kind else None
    if not authors or not all(" " in author.value and not author.role and not is_no_person(author.value) for author in authors):
        return None
    if authors[-1].end < len(line.rstrip(" .")) or not any(has_given_name(author.value) for author in authors):
        return None
    section = Field("section", found["kind"], *found.span("kind"))
    return [section, Field("byline", found["byline"], *found.span("byline")), *authors]


def _read_label_and_comma(line: str) -> list[Field] | None:
    """The label that a broadcaster prints with a comma behind it: "Author, NAME"."""
    found = _LABEL_AND_COMMA.fullmatch(line)
    authors = read_authors(found["names"], found.start("names")) if found else None
    return [Field("byline", line, 0, len(line)), *authors] if authors else None


# What journals print for authors or on them, in menus and above the notes at their end: "Author Guidelines", "Author Contributions".
_FOR_AUTHORS = Pattern(
    r"authors?[’']?\s(?:guidelines?|contributions?|services?|information|instructions?|notes?|names?|cent(?:er|re)|hub|resources|fees?|login|"
    r"index|affiliations?|biograph(?:y|ies)|details|statements?|declarations?|archives?|rights|metrics|profiles?|search|page|list|tools)",
    re.I,
)
_LABELLED_WITH_MARKS = Pattern(r"(?:- )?(?:Authors?|Авторы?)\s?:\s.{2,60}[^\W\d_]\.?[0-9](?:,|$)")
_MARK_OF_HOUSE = Pattern(r"(?<=[^\W\d_]|\.)[0-9](?:,[0-9])*(?=,\s|\s*$)")
_STARS_OF_NOTES = Pattern(r"(?<=[^\W\d_])[*†]{1,3}(?=\s(?:and|und|et|&|ve)\s|,\s|$)")  # on the authors, each behind his name


def read_byline(line: str) -> list[Field] | None:
    """A line that names who wrote the text: "By NAME", "By NAME, role for AFFILIATION", "Author: NAME", an empty "By:".

    What may follow on the same line is read too: "| DATE", "(the DATE issue of the PUBLICATION)". A sentence that begins
    with "By" names no person next and is none.
    """
    if _FOR_AUTHORS.fullmatch(line.strip()):
        return None
    line = _STARS_OF_NOTES.sub(lambda stars: " " * len(stars[0]), line)
    if _LABELLED_WITH_MARKS.match(line):  # "- Authors: Kim A.1, Reed P.2"
        bare, at = _MARK_OF_HOUSE.sub(lambda mark: " " * len(mark[0]), line), 2 * line.startswith("- ")
        people = [moved(field, at) for field in read_byline(bare[at:]) or () if field.name == "authors"]
        return [Field("byline", line, 0, len(line)), *people] if people else None
    line = _ADDRESS_HIDDEN.sub(lambda hidden: " " * len(hidden[0]), line)
    if before := _AGENCY_BEFORE_BY.match(line) or _PICTURE_BEFORE_BY.match(line):
        return [moved(field, before.end()) for field in read_byline(line[before.end() :]) or ()] or None
    if enclosed := _read_byline_in_brackets(line) or _read_byline_in_list(line) or _read_byline_with_associate(line):
        return enclosed
    if in_viewer := _read_byline_of_viewer(line) or _read_byline_of_soldier(line) or _read_glued_authors(line):
        return in_viewer
    if translated := _TRANSLATED_BEHIND.search(line):  # "Interview by NAME. Translation by NAME."
        found = read_byline(line[: translated.start()])
        return found if found and any(field.name == "authors" for field in found) else None
    if (nobody := _NAMES_NOBODY.fullmatch(line)) and not find_dates(line):  # "Posted by in Travels"
        return [
            Field("byline", nobody["byline"], *nobody.span("byline"), is_blank=True),
            Field("section", nobody["section"], *nobody.span("section")),
        ]
    if (nick := _NICKNAME_BEHIND_LABEL.fullmatch(line)) and nick["name"].casefold() not in NOBODY:
        return [Field("byline", line[nick.start("label") :], nick.start("label"), len(line)), Field("authors", nick["name"], *nick.span("name"))]
    if (nobody := _NAMES_NOBODY_ON_DAY.match(line)) and (days := find_dates(line)) and days[0].start == nobody.end():
        byline = Field("byline", nobody["byline"], *nobody.span("byline"), is_blank=True)
        return [byline, date_field(line, days[0])] if not line[days[0].end :].strip(" |.,") else None
    if not BYLINE.match(line) and (of_kind := _read_kind_by(line)):
        return of_kind
    if labelled := _read_label_and_comma(line) or _read_names_between_bars(line) or _read_posted_at(line):
        return labelled
    if followed := _CONTROL_BEHIND.search(line):  # "Par : NAME Suivre"
        return read_byline(line[: followed.start()])
    minutes = _MINUTES_BEHIND.search(line)
    if minutes and find_dates(line[: minutes.start()]):
        return read_byline(line[: minutes.start()])
    opening = BYLINE.match(line)
    figure = _FIGURE_OF_NOTE_BEHIND.search(line) if opening and (opening["by"] or opening["foreign"]) else None
    if figure and has_given_name(line[opening.end() : figure.start()].strip()):  # "By NAME1"
        return read_byline(line[: figure.start()])
    issue_of = _ISSUE_OF.search(line)
    if (not opening and not issue_of) or (opening and opening["glued"] and (len(line.split()) > 4 or line.isupper())):
        return None
    at = _begin_of_people(line, opening)
    if _TEXT_BEHIND_COLON.search(line, at):
        return None  # "By NAME - Agency: The text"
    dates = [] if issue_of else find_dates(line[at:])
    if dates and _makes_several_statements(line, at, dates):
        return None  # each part is read by itself
    date = shifted(dates[-1], at) if dates and not line[at + dates[-1].end :].strip(" |.,()") else None
    end = _end_of_people(line, at, opening, issue_of, date)
    trimmed = re.sub(r"(?:\s*[|,•·–—-]+|,?\s+(?:on|le|am|vom|от))?\s*$", "", line[at:end])
    trimmed = re.sub(r"\s\(not verified\)$", "", trimmed)  # what a content system says of a writer who is not signed in
    if trimmed.strip(" \t|:–—-.,"):
        fields = _read_names_of_byline(line, at, trimmed, opening, issue_of, has_day=date is not None)
    else:
        fields = _read_empty_byline(line, at, end, date) if opening and (opening["by"] or opening["label"]) and not issue_of else None
    if fields is None:
        return None
    fields += [date_field(line, date)] if date else []
    if opening and opening["foreign"] and opening["foreign"].lower() == "from" and not any(field.name == "authors" for field in fields):
        return None
    return fields + (_read_issue_of(line, issue_of) if issue_of else [])


# What a program of sites prints in place of an author's address, right behind his name.
_ADDRESS_HIDDEN = Pattern(r"\s?This email address is being protected from spambots\. You need JavaScript enabled to view it\.")
_RANK = (
    r"(?:(?:Spc|Pfc|Pvt|Cpl|(?:(?:Staff|Tech|Master|Senior|Chief)\.?\s)?Sgt|"
    r"(?:1st|2nd)\sLt|Lt|Capt|Maj|(?:Lt\.\s)?Col)\.?(?:\s(?:1st|2nd|3rd)\sClass)?|Airman|Seaman)\s"
)
_SOLDIER = Pattern(
    rf"(?P<byline>(?:Story |Courtesy Story )?[Bb]y\s(?P<rank>{_RANK})?(?P<name>{NAME_WORD}(?:\s{NAME_WORD})?\s{NAME_WORD}?)),?\s"
    r"(?P<unit>[A-Z0-9][^.!?]{2,60}\b"
    r"(?:Public Affairs|National Guard|Command|Brigade|Division|Regiment|Wing|Squadron|Battalion|Fleet|Army|Air Force|Navy|Corps)"
    r"(?:\s[^.!?]{2,30})?)"
)


def _read_byline_of_soldier(line: str) -> list[Field] | None:
    """The by-line of an army's news, the unit behind the name without a sign: "By Spc. Anna Kim Harbour Guard Public Affairs"."""
    found = _SOLDIER.fullmatch(line) if len(line) <= 140 else None
    if not found or not (found["rank"] or has_given_name(found["name"])):
        return None
    words = found["name"].split()
    at = found.start("name")
    name = " ".join(words[:2])  # what goes on behind the surname is the unit's
    if line[at : at + len(name)] != name:
        return None
    unit = line[at + len(name) :].strip(" ,")
    return [
        Field("byline", line, 0, len(line)),
        Field("authors", name, at, at + len(name), role=(found["rank"] or "").strip() or None, affiliation=unit),
    ]


_GLUED_AUTHORS = Pattern(r"(?P<label>Authors?|Авторы?|Autor(?:en)?|Auteurs?)(?=(?-i:[^\W\d_a-zа-яё][^\W\d_A-ZА-ЯЁ]+\s[^\W\d_a-zа-яё]))")


def _read_glued_authors(line: str) -> list[Field] | None:
    """The line in which a template has glued its label to the names: "AuthorsAnna Kim and Marat Aliyev"."""
    found = _GLUED_AUTHORS.match(line) if len(line) <= 200 else None
    authors = read_authors(line[found.end() :].replace("*", " "), found.end()) if found else None
    return [Field("byline", line, 0, len(line.rstrip())), *authors] if authors and _are_known(authors) else None


_IN_VIEWER = Pattern(r"(?P<paper>[^.!?\n]{3,60}?)\s-\s-\s(?P<section>[^.!?\n]{2,40}?)\s-\s(?P<byline>By\s(?P<names>[^.!?\n]{4,80}))$", re.I)


def _read_byline_of_viewer(line: str) -> list[Field] | None:
    """A line in which a viewer of newspapers says what paper and what part of it a text is from, and who wrote it: "Paper - - NEWS - By NAME"."""
    found = _IN_VIEWER.fullmatch(line) if " - - " in line else None
    authors = read_authors(found["names"], found.start("names")) if found else None
    if not authors:
        return None
    named = [Field(name, found[group], *found.span(group)) for name, group in (("publication", "paper"), ("section", "section"))]
    return [Field("byline", found["byline"], *found.span("byline")), *authors, *named]


_MINUTES_BEHIND = Pattern(r"\s(?:[|·•–—-]\s)?[0-9]{1,2} min(?:ute)?s?(?: read)?$", re.I)
_AND_DESK = Pattern(r"\s(?:and|&)\s(?:the\s)?[^,]{2,40}\s(?:news\s?)?(?:desk|newsroom|team|staff)$", re.I)
_TWO_WITH_POSTS = Pattern(rf"\s?(?P<one>{NAME.pattern}),\s(?P<post>[^,]{{4,50}}),\s(?:and|&|und|et)\s(?P<two>{NAME.pattern}),\s(?P<what>.{{4,160}})")


def _read_two_with_posts(trimmed: str, at: int) -> list[Field] | None:
    """Return the two authors of a by-line who have each a post behind a comma: "Anna Kim, Analyst, and Marat Aliyev, Director, House of Lamps"."""
    found = _TWO_WITH_POSTS.fullmatch(trimmed)
    if not found or not ROLE_WORD.search(found["post"]) or is_no_person(found["one"]) or is_no_person(found["two"]):
        return None
    role, affiliation = split_role(found["what"])
    one, two = ((found[name], at + found.start(name), at + found.end(name)) for name in ("one", "two"))
    return [Field("authors", *one, role=found["post"]), Field("authors", *two, role=role, affiliation=affiliation)]


_NAME_AND_HOUSE_IN_BRACKETS = Pattern(rf"(?P<name>{NAME.pattern})\s\((?P<house>[^()]{{3,90}})\)")
_BETWEEN_NAMES_WITH_HOUSES = Pattern(r"\s?(?:,|;|and|&|und|et|ve|и|және)\s")


def _read_names_with_houses(trimmed: str, at: int) -> list[Field] | None:
    """Return the authors of a by-line, two or more, each with a house or a town in brackets: "Anna Kim (House of Lamps) und Paul Reed (Aktau)"."""
    found = list(_NAME_AND_HOUSE_IN_BRACKETS.finditer(trimmed))
    borders = zip([0, *(one.end() for one in found)], [*(one.start() for one in found), len(trimmed)], strict=True)
    between = [trimmed[start:end] for start, end in borders]
    if len(found) < 2 or between[0].strip() or between[-1].strip(" .") or not all(map(_BETWEEN_NAMES_WITH_HOUSES.fullmatch, between[1:-1])):
        return None
    if any(is_no_person(one["name"]) for one in found):
        return None
    houses = [one["house"] if names_body(one["house"]) else None for one in found]
    return [
        Field("authors", one["name"], at + one.start("name"), at + one.end("name"), affiliation=house)
        for one, house in zip(found, houses, strict=True)
    ]


def _begin_of_people(line: str, opening: re.Match[str] | None) -> int:
    """Return where the names begin behind ``opening``, a form of address in French passed over."""
    if not opening:
        return 0
    courtesy = _FRENCH_COURTESY.match(line, opening.end()) if opening["foreign"] else None
    return (courtesy or opening).end()


def _makes_several_statements(line: str, at: int, dates: list[PrintedDate]) -> bool:
    """Tell whether the by-line that begins at ``at``, with ``dates`` in it, goes on with other statements behind bars or dots."""
    if len(dates) > 1 or re.search(r"\s[|•·]\s+[^\W\d_]", line[at : at + dates[0].start]):
        return True
    return bool(line[at + dates[-1].end :].strip(" |.,()") and re.search(r"\s[|•·]\s", line[at:]))


def _end_of_people(line: str, at: int, opening: re.Match[str] | None, issue_of: re.Match[str] | None, date: PrintedDate | None) -> int:
    """Return where the names that begin at ``at`` end: before an issue, a day, a picture's maker or a sentence on the author."""
    introduced = _BYLINE_WITH_BIOGRAPHY.match(line, at) if opening and (opening["by"] or opening["foreign"]) and len(line.split()) <= 60 else None
    if introduced:  # "By NAME, what he is. He writes about ..."
        return introduced.end("people")
    if date:
        return date.start
    end = issue_of.start() if issue_of else len(line)
    picture = PICTURE_BEHIND_NAME.search(line, at) if opening else None
    return min(end, picture.start()) if picture else end


def _read_empty_byline(line: str, at: int, end: int, date: PrintedDate | None) -> list[Field] | None:
    """Return the by-line that names nobody from ``at`` to ``end``; None where other signs stand there and no day behind them."""
    if not date and line[at:end].strip().strip(" |:–—-.,"):
        return None
    printed_end = len(line[:end].rstrip()) if date else len(line.rstrip())
    return [Field("byline", line[:printed_end], 0, printed_end, is_blank=True)]


_TEXT_BEHIND_COLON = Pattern(r"(?<=\w)(?:\s?:|\s[–—])\s(?=[«“\"]?(?-i:[^\W\d_a-zа-яё])\S*(?:\s\S+){12})")


def _read_byline_in_brackets(line: str) -> list[Field] | None:
    if line[:1] == "(" and line[-1] == ")" and 2 <= len(line.split()) <= 8:  # "(By NAME)"
        inner = read_byline(line[1:-1])
        if inner and any(field.name == "authors" for field in inner):
            return [moved(field, 1) for field in inner]
    return None


_IN_LIST = Pattern(rf"[-–•*]\s(?={_AUTHOR}\s?:)", re.I)
_FIGURE_OF_NOTE = Pattern(r"(?<=[^\W\d_]\.|[^\W\d_][^\W\d_])[1-9](?:,[1-9]){0,3}(?=,\s|\s?$)")

_FIGURE_OF_NOTE_BEHIND = Pattern(r"(?<=[a-zа-яäöüßéèçğışі])[1-9¹²³*]\s?$")


def _read_byline_in_list(line: str) -> list[Field] | None:
    """The entry of a list that names the authors behind their label, with the figures of notes glued to them: "- Авторы: NAME1, NAME2"."""
    entry = _IN_LIST.match(line)
    if not entry:
        return None
    spared = _FIGURE_OF_NOTE.sub(lambda figure: " " * len(figure[0]), line[entry.end() :])
    label = BYLINE.match(spared)
    if not label:  # a figure stood in it
        return None
    found: list[Field] = []
    for part in re.finditer(r"[^\s,][^,]*", spared[label.end() :]):
        people = read_authors(part[0].rstrip(), len(line) - len(spared) + label.end() + part.start())
        if not people:
            return None
        found += people
    return [Field("byline", line, 0, len(line.rstrip())), *found]


def _read_byline_with_associate(line: str) -> list[Field] | None:
    associate = _ASSOCIATE.search(line) if len(line) <= 120 else None
    if associate:  # "By NAME Reporter Associate NAME"
        first, second = read_byline(line[: associate.start()]), read_authors(line[associate.end() :], associate.end())
        if first and second and first[0].name == "byline":
            return [replace(first[0], value=line.rstrip(), end=len(line.rstrip())), *first[1:], *second]
    return None


def _read_names_of_byline(
    line: str, at: int, trimmed: str, opening: re.Match[str] | None, issue_of: re.Match[str] | None, *, has_day: bool
) -> list[Field] | None:
    """Return the by-line and the authors named in ``trimmed``, which begins at ``at`` of ``line`` behind ``opening``; None if nobody is."""
    trimmed = _COUNT_BEHIND.sub("", _AT_TIME.sub("", trimmed))
    behind = _POST_BEHIND.search(trimmed)
    named = trimmed[: behind.start()].strip() if behind else ""
    is_person = has_given_name(named) or (bool(FULL_NAME.fullmatch(named)) and named.replace(" ", "").isalpha() and not is_no_person(named))
    if behind and is_person and opening and opening["by"]:  # "By NAME Contributor"
        authors = read_authors(trimmed[: behind.start()], at)
        if authors and len(authors) == 1 and not authors[0].role:
            return [Field("byline", line[: at + len(trimmed)], 0, at + len(trimmed)), replace(authors[0], role=behind["post"])]
    post = _POST_BEFORE_NAME.match(trimmed.lstrip()) if opening and (opening["by"] or opening["foreign"] or opening["label"]) else None
    if post:  # "By Staff Writer NAME"
        at += len(trimmed) - len(trimmed.lstrip()) + post.end()
        trimmed = trimmed.lstrip()[post.end() :]
    if desk := _DESK_AND_AGENCY.fullmatch(trimmed.strip()):  # "Von: Redaktion (afp)"
        begin_of_desk = at + len(trimmed) - len(trimmed.lstrip())
        authors = [Field("authors", desk[0], begin_of_desk, begin_of_desk + len(desk[0]))]
        return [Field("byline", line[: authors[0].end], 0, authors[0].end), *authors]
    authors = _read_two_with_posts(trimmed, at) or _read_names_with_houses(trimmed, at) or _read_names_or_house(trimmed, at, opening, has_day=has_day)
    if authors is None and (desk := _AND_DESK.search(trimmed)):
        authors = _read_names_or_house(trimmed[: desk.start()], at, opening, has_day=has_day)
    if authors is None or (opening and opening["called"] and not _are_known(authors)):
        return None
    if authors and opening and (opening["verb"] or "").lower().strip() == "interview" and is_no_person(authors[0].value):
        return None  # "Interview Consul General of X, NAME"
    if (
        authors
        and opening
        and (opening["label"] or "").lower() == "kaynak"
        and not (has_given_name(authors[0].value) or DESK.search(authors[0].value))
    ):
        authors = []  # the agency a text was taken from
    authors = [author for author in authors if not NOBODY.issuperset(author.value.lower().split())]
    house = _STAFF_OF_HOUSE.fullmatch(trimmed.strip()) if not authors and opening and opening["by"] else None
    if house:  # "By the Lighthouse Post staff"
        begin_of_house = at + len(trimmed) - len(trimmed.lstrip()) + house.start("name")
        authors = [Field("authors", house["name"], begin_of_house, begin_of_house + len(house["name"]))]
    if post and authors and not authors[0].role:
        authors[0] = replace(authors[0], role=post["post"])
    if post and post["several"]:  # "by Agency writers NAME, NAME"
        authors = [replace(author, role=post["post"][:-1]) for author in authors]
    is_blank = trimmed.strip().casefold() == "empty"  # what a content system prints where nobody is named
    printed_end = len(line.rstrip()) if issue_of and not is_blank else at + len(trimmed.rstrip())
    begin = at if opening and opening["glued"] else 0
    return [Field("byline", line[begin:printed_end], begin, printed_end, is_blank=is_blank), *authors]


_DESK_AND_AGENCY = Pattern(r"(?:Redaktion|Newsroom|Staff|Editors|La rédaction|Rédaction|Редакция)\s\([A-Za-z]{2,6}\)")
_STAFF_OF_HOUSE = Pattern(
    r"(?:the\s)?(?P<name>(?:[^\W\d_a-zа-яё][\w&’'-]+\s){1,4}"
    r"(?:staff|Staff|newsroom|Newsroom|news desk|News Desk|editorial board|Editorial Board|desk|Bureau))"
)


def _are_known(authors: list[Field]) -> bool:
    """Tell whether ``authors`` are persons: each of two words or more, the first with a known given name, an initial or its surname in capitals."""
    names = [author.value for author in authors]
    if not names or any(" " not in name or is_no_person(name) for name in names):
        return False
    return has_given_name(names[0]) or "." in names[0] or names[0].split()[-1].isupper()


_DESK_OF_AGENCY = Pattern(
    r"(?:(?:online-?)?redaktion|(?:web |news ?|online )?(?:desk|staff|team)|newsroom|news ?room|la rédaction|rédaction|agenc(?:y|ies)|редакция)"
    r"\s\((?P<agency>(?-i:[A-Z][A-Za-z]{1,10}|dpa|apa|sda|ap))\)", re.I
)  # fmt: skip


def _read_names_or_house(trimmed: str, at: int, opening: re.Match[str] | None, *, has_day: bool) -> list[Field] | None:
    """Return the people named in ``trimmed``, or the paper, house or desk that stands in their place; empty where it says that nobody is named."""
    authors = [] if _SOMEBODY_UNNAMED.fullmatch(trimmed.strip()) or NOBODY.issuperset(trimmed.lower().split()) else read_authors(trimmed, at)
    with_agency = _WITH_AGENCY.fullmatch(trimmed.strip()) if authors is None and opening and (opening["foreign"] or opening["by"]) else None
    if with_agency:  # "Par LE QUOTIDIEN avec AFP"
        start = at + trimmed.index(with_agency["paper"])
        behind = at + trimmed.index(with_agency["agency"], with_agency.end("paper"))
        authors = [
            Field("authors", with_agency["paper"], start, start + len(with_agency["paper"])),
            Field("authors", with_agency["agency"], behind, behind + len(with_agency["agency"])),
        ]
    of_agency = _DESK_OF_AGENCY.fullmatch(trimmed.strip()) if opening else None
    if of_agency:  # "Von: Redaktion (dpa)"
        start = at + trimmed.rindex(of_agency["agency"])
        return [Field("authors", of_agency["agency"], start, start + len(of_agency["agency"]))]
    is_house = opening is not None and bool(opening["by"]) and bool((_HOUSE if has_day else _STATION).fullmatch(trimmed.strip()))
    is_house = is_house or (opening is not None and bool(opening["by"]) and is_body(trimmed.strip(" .")))
    if authors is None and opening and (opening["foreign"] or opening["by"]) and len(trimmed.split()) <= 7 and (is_house or DESK.search(trimmed)):
        body = trimmed.strip(" .")
        authors = [Field("authors", body, at + trimmed.index(body), at + trimmed.index(body) + len(body))]
    return authors


def _read_issue_of(line: str, issue_of: re.Match[str]) -> list[Field]:
    """Return the issue that stands in brackets at the end of ``line``, its publication and its day."""
    fields = [Field(name, issue_of[group], *issue_of.span(group)) for name, group in (("issue", "date"), ("publication", "publication"))]
    printed = find_dates(issue_of["date"])
    if printed:
        fields.append(date_field(line, shifted(printed[0], issue_of.start("date")), name="issue_date"))
    return fields


_POST_BEHIND = Pattern(
    r"(?<=[^\W\d_])\s(?P<post>(?:(?:guest|staff|senior|special|contributing)\s)?(?:contributor|columnist|correspondent|blogger|writer|reporter))$",
    re.I,
)
_ASSOCIATE = Pattern(r"(?<=\w)\s(?:reporter|research|editorial) (?:associate|assistant)s?:?\s(?=(?-i:[^\W\d_a-zа-яё]))", re.I)
# Who took the picture, in one line with who wrote the text: "Par NAME - © AGENCY".
PICTURE_BEHIND_NAME = Pattern(
    r"(?:\s[–—|•·-]|[,;])\s(?:(?:photos?|fotos?|fotoğraf|bild(?:er)?|crédits?(?: photos?)?|фото)\s?(?:[:©]|by\s|par\s)|©)\s?\S.{1,80}$", re.I
)
_UNNAMED_ALONE = Pattern(r"(?P<printed>(?:our |by |the )?(?:(?:own|special|staff|web|sports) )?(?:correspondent|reporter|writer))\s?\|?", re.I)


def read_unnamed(line: str) -> list[Field] | None:
    """A line that says in the place of a name only what the writer is: "Staff writer", "Our Correspondent |"."""
    match = _UNNAMED_ALONE.fullmatch(line.strip()) if len(line) <= 40 and line[0].isupper() else None
    return [Field("byline", match["printed"], *match.span("printed"))] if match else None


# A house that writes its name in small letters and capitals: "By bne IntelliPress March 5, 2019".
_HOUSE = Pattern(rf"[{LOWER}]{{2,12}}\s[^\W\d_{LOWER}]\w{{2,24}}")
_FRENCH_COURTESY = Pattern(r"(?:M\.|MM\.|Mme\.?|Mlle\.?|Monsieur|Madame)\s")
_ANNOUNCES_NAMES = Pattern(
    r"(?:by|written by|story by|posted by|article rédigé par|"
    r"(?:report |article )?(?:drafted|compiled|contributed|submitted|prepared) by|authors?|"
    r"author\(s\)|staff author|автор(?:ы)?|автор (?:текста|статьи|материала)|autor(?:in|en|[:*_]innen)?|auteure?s?|"
    r"par|von|yazar(?:lar)?|авторы?лары?|text|[тt]екст|writer['’]s picture|на правах рукописи)\s?[:|]?",
    re.I,
)

_WITH_AGENCY = Pattern(rf"(?P<paper>[^\W\d_{LOWER}][^,.;:]{{2,40}}?)\s(?:avec|with|mit|и|and|et)\s(?:l[’'])?(?P<agency>[A-Z]{{2,5}}|dpa|Reuters)")
_BYLINE_WITH_BIOGRAPHY = Pattern(rf"\s?(?P<people>{NAME.pattern},\s[^.]{{5,160}})\.\s+(?=[^\W\d_{LOWER}])")


def announces_names(line: str) -> bool:
    """Tell whether ``line`` is nothing but the word that stands before an author's name, which then stands in the next line."""
    return len(line) <= 30 and bool(_ANNOUNCES_NAMES.fullmatch(line.strip()))


# The post that stands before a name: "Staff Writer", "our Baku correspondent"; titles that belong to a name stay with it.
_POST_BEFORE_NAME = Pattern(
    rf"(?!(?i:dr|prof|professor|ambassador|sir)\b)(?:(?:our|the|its)\s)?(?P<post>(?:[^\W\d_][\w’'&-]*\s){{0,4}}?(?i:{ROLE_WORD.pattern}|(?P<several>(?:writer|reporter|correspondent|journalist|editor|analyst)s)))\s"
    rf"(?={NAME_WORD}\s{NAME_WORD})"
)
_REPORTED_BY = Pattern(r"\(?(?P<begin>(?:additional )?)(?:reporting|writing) by\s", re.I)
_WORK_OF_OTHERS = Pattern(r";|\b(?:editing|writing|additional reporting|translated) by\b|\bperevod\b", re.I)


def read_desk_credits(line: str) -> list[Field] | None:
    """The line in which an agency says who worked on a report: "(Reporting by NAME; Editing by NAME)". Those who reported are its authors."""
    opening = _REPORTED_BY.match(line)
    if not opening or len(line.split()) > 30:
        return None
    begin = opening.start("begin")
    other = _WORK_OF_OTHERS.search(line, opening.end())
    end = other.start() if other else len(line)
    printed = line[:end].rstrip(" ,;.)")
    authors = read_authors(printed[opening.end() :], opening.end())
    if not authors or opening["begin"]:
        return None
    return [Field("byline", printed[begin:], begin, len(printed)), *authors]


_AUTHOR_OF_WORK = Pattern(r".{3,120}, (?P<byline>автор\w* научной (?:работы|статьи)\s?[—–-]\s?)(?P<names>.+)", re.I)


def read_author_of_work(line: str) -> list[Field] | None:
    """The heading of an abstract in an electronic library, which names the authors: "Abstract of an article on X, author of the work: NAME"."""
    match = _AUTHOR_OF_WORK.fullmatch(line)
    names = read_authors(match["names"], match.start("names")) if match else None
    return [Field("byline", line[match.start("byline") :], match.start("byline"), len(line)), *names] if names else None


_NAME_AGAIN_TURNED = Pattern(r"(?P<byline>(?:[Vv]on|[Pp]ar|[Bb]y)\s[^;|]{5,140});(?P<last>[^\s,;|][^,;|]{1,40}),\s(?P<first>[^,;|]{2,40}?)\s?\|?")


def read_byline_and_name_turned(line: str) -> list[Field] | None:
    """A by-line behind which the first of its names stands again, surname first: "Von Anna Kim, Marat Aliyev;Kim, Anna |"."""
    match = _NAME_AGAIN_TURNED.fullmatch(line) if len(line) <= 200 else None
    return read_byline(match["byline"]) if match and f"{match['first']} {match['last']}" in match["byline"] else None
