"""What names the maker of a picture, or the house it is from: behind a caption, before it, or in brackets at its end."""

from __future__ import annotations

import re

from articles.ingest.remembering import remembered
from articles.ingest.statements.names import FULL_NAME, names_person
from kzarchive.patterns import Pattern

AGENCIES = (
    r"(?:dpa|AFP|AP|Reuters|EPA(?:-EFE)?|Getty(?: Images)?|ТАСС|TASS|РИА Новости|RIA Novosti|Sputnik|Xinhua|Anadolu|AA|imago|picture[ -]alliance|"
    r"Flickr|"
    r"AP Images|AP Photo|Shutterstock|iStock|Unsplash|Alamy|Pixabay|Wikimedia(?: Commons)?|Коммерсантъ?|Казинформ|Kazinform)"
)
# A photographer and an agency behind the stop of a caption: "... leaves the plane. Jens Petersen/dpa", "... (AFP / Stanislaw Filin)".
_CREDIT_OF_AGENCY = Pattern(
    rf"(?<=[.!?»”])\s\(?(?:[^\W\d_][\w.'’-]*\s?){{1,3}}\s?/\s?{AGENCIES}\)?$|\s\({AGENCIES}\)$|"
    rf"\s?\(\s?{AGENCIES}(?:\s(?i:photo|pool|file))?(?:\s?/\s?[^()/]{{3,40}}){{1,4}}\)(?:\s\|)?$|"
    rf"(?<=[.!?»”])\s(?:©\s?)?(?i:{AGENCIES})\s?/\s?[^()/]{{3,40}}(?:/\s?(?i:files?|pool|handout|file photo|archiv))?$"
)
_CREDIT_BEFORE = Pattern(rf"(?:(?:[^\W\d_][\w.'’-]*\s?){{1,3}}/\s?)?{AGENCIES}(?:\s?/\s?{AGENCIES}){{0,2}}\s(?=[^\W\d_a-zа-яё]\S*(?:\s\S+){{3,}}$)")
_CREDIT_SENTENCE = Pattern(
    r"(?<=[.!?»”])\s?(?:(?:photo|image|picture|photograph)s? (?:by|courtesy(?: of)?|from|taken by|supplied by|provided by)\s[^.]{2,60}|"
    r"courtesy of\s[^.]{2,60}|"
    r"(?:photo|foto|фото|bild) (?:автора|авторов|des autors|de l[’']auteur|из архива .{2,40}|предоставлен\w+ .{2,40}|пресс-службы(?: .{2,60})?|"
    r"(?:официального )?сайта .{2,40}|с (?:официального )?сайта .{2,40})|"
    r"(?:credit|picture|photo|image|foto|fotoğraf|фото|сурет|bild)\s?:\s?[^.]{2,60}|© ?[^.©]{2,50})\.?$",
    re.I,
)
CREDIT_OF_FIGURE = Pattern(r"\s*\([^()]{3,40}/[^()]{3,40}\)$|\s(?:[^\W\d_a-zа-я]{2,}\s){1,3}/\s[^a-zа-я]{3,30}$|\s/\s[^/]{3,40}$")
CREDIT = Pattern(
    r"\s*[|/(\[.]?\s*(?:(?:photo|image|picture) credits?|photo(?:graph)?|foto|фото|сурет|fotoğraf|image|bild(?:quelle)?|crédit(?: photo)?)\s?[:©]"
    r"\s?[^:;!?]{2,60}[)\]]?$|"
    r"\s?[(\[](?:[\w.’' ]{2,40}\s)?(?:photo|image|picture)s? (?:by|courtesy(?: of)?)\s?:?\s[^()\[\]]{2,60}[)\]]\.?$|"
    r"(?<=[.!?»”])\s(?-i:REUTERS)/[^/.]{3,40}(?:/(?:file photo|pool|handout))?(?:\s(?:acquire|purchase) licensing rights.{0,40})?$|"
    r"\s?[(\[](?:фото|фотографи[яи]|foto|(?-i:Photo)) [^()\[\]:]{3,60}[)\]]$|"
    r"(?<=[.!?])\s(?:фото|foto|photo)\s(?-i:[^\W\d_a-zа-яё])[\w. /-]{2,40}$|"
    r"(?<=[.!?»”])\s(?:photo|image|picture)s? (?:by|courtesy of)\s[^.]{2,60}\.\s(?:used (?:with|by) permission|all rights reserved|cc[ -]by\S*)\.?$|"
    r"\s\|\s(?:(?:pool )?(?:photo|image|picture)s? (?:by|courtesy of|via)\s[^|]{3,60}|"
    r"(?-i:[^\W\d_a-zа-яё])[^|.]{2,50}(?:/|\svia\s)[^|.]{2,40})$|"
    r"(?<=[\w.!?»”])\s?credit\.\.\.\s?(?-i:[^\W\d_a-zа-яё])[^.!?]{2,80}$|"
    r"(?<=\w),?\s©\s?(?-i:[^\W\d_a-zа-яё])[\w.’' /\u200b-]{2,40}$|"
    r"(?<=\w)\s?/\s?[\w-]{3,30}\.(?:media|kz|com|ru|org|net)$|"
    r"(?<=[\w.!?»”])\s?\[[^\[\]/]{3,40}/[^\[\]]{2,40}\]$|"
    r"(?<=[\w.!?»”])\s(?:коллаж|фото)\s[\w-]{3,30}\.(?:kz|kg|ru|uz|com|org|net|media)$|"
    r"(?<=[.!?»”])\s?/\s?(?-i:[A-Z])\w{1,20}(?:\s(?-i:[A-Z])\w{1,20})?\s(?:photo|image|picture)s?$|"
    r"\s[/|]\s?(?:photo|foto|фото|сурет|bild)\s?:?$|\s?\[(?:photo|foto)/[^\[\]]{2,40}\]$|"
    r"(?<=[.!?»”])\s(?-i:[^\W\d_a-zа-яё])[^./]{2,70}/\s?(?:handout|pool|file photo)(?:\s(?:via|by)\s(?-i:[A-Z][\w ]{1,24}))?$|"
    r"(?<=[.!?»”])\s(?-i:[A-Z]{3,14}\s[-–/]\s(?:[A-Z][A-Z.'’-]+\s?){2,3})$|"
    r"(?<=\w)\s?/\s?(?-i:Getty(?: Images)?|AFP|Reuters|EPA|Shutterstock|iStock|Unsplash|Alamy|Flickr|Wikimedia(?: Commons)?)"
    r"(?:\s?/\s?\w[\w ]{1,20})?$|"
    r"(?<=\w)\s/\s(?:collage|коллаж|illustration|иллюстрация|инфографика|фотоколлаж)(?: by|\s?:)\s[^;!?]{2,90}$|"
    r"(?<=\w)\s?/\s?(?:photo|foto|фото) (?-i:[^\W\d_a-zа-яё])[^:;!?.]{2,80}$|"
    r"(?<=[.!?»”])\s(?-i:(?:[^\W\d_a-zà-ÿа-яё][^\W\d_a-zà-ÿа-яё.'’-]+\s){2,3}/\s?[^\W\d_a-zà-ÿа-яё][^a-zà-ÿа-яё\d]{1,25})$",
    re.I,
)
# Who took a picture, through whom and for which agency, in brackets behind however long a caption: "(Anna Kim/KLOOP via AP)".
AGENCY_IN_BRACKETS = Pattern(rf"(?<=[.!?»”])\s\((?:[^()]{{2,60}}(?:\s?/\s?|\svia\s))?{AGENCIES}(?:\s(?i:photo|pool|file)[^()]{{0,40}})?\)(?:\s\|)?$")
_PHOTOGRAPHER = Pattern(rf"(?<=[^\W_][.!?])(?={FULL_NAME.pattern}$)")


_LABEL_OF_CREDIT = Pattern(r"photo|foto|фото|сурет|image|picture|bild", re.I)


@remembered
def ends_in_labelled_credit(raw: str) -> bool:
    """Tell whether ``raw`` is a caption with a credit at its end that says of itself that it is one: "The quay in 2023. | Photo: Anna Kim"."""
    credit = CREDIT.search(raw) if len(raw) <= _LONGEST_CAPTION else None
    return bool(credit) and credit.start() > 8 and bool(_LABEL_OF_CREDIT.search(credit[0]))


_LONGEST_CAPTION = 300


@remembered
def credit_at_end(raw: str) -> re.Match[str] | None:
    """Return the credit of a picture that the line ``raw`` ends in; one behind a full stop only where the line has at most three dozen words."""
    credit = CREDIT.search(raw) or glued_photographer(raw) or (AGENCY_IN_BRACKETS.search(raw) if raw.endswith((")", ") |")) else None)
    if credit or len(raw.split()) > 36:
        return credit
    return _CREDIT_OF_AGENCY.search(raw) or _CREDIT_SENTENCE.search(raw) or _maker_and_house(raw)


_MAKER_AND_HOUSE = Pattern(r"(?<=[^\W_][.!?])\s(?P<maker>[^\W\d_a-zа-яё][^/.!?]{4,40})/[^\W\d_a-zа-яё][\w-]{2,24}$")


def _maker_and_house(raw: str) -> re.Match[str] | None:
    """Return the credit behind the last stop of a caption that is a person's name and one word for the house: "... at night. Anna Kim/Lampstock"."""
    found = _MAKER_AND_HOUSE.search(raw)
    return found if found and names_person(found["maker"]) else None


def end_of_agency_credit(text: str) -> int | None:
    """Return where the caption begins in ``text`` that opens with a photographer and an agency, or two: "Anna Kim/AP/dpa The harbour ..."."""
    credit = _CREDIT_BEFORE.match(text) if "/" in text[:60] else None
    return credit.end() if credit and "/" in credit[0] else None


def glued_photographer(raw: str) -> re.Match[str] | None:
    """Return where the name of a photographer begins that is glued to the last stop of a caption: "... in Aktau, 2018.Anna Kim"."""
    seam = _PHOTOGRAPHER.search(raw) if raw[-1].isalpha() and len(raw.split()) <= 40 else None
    return seam if seam and names_person(raw[seam.start() :]) else None
