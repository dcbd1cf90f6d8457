"""Boilerplate that may stand anywhere, within a text too: advertising, credits of pictures, notices, counters, things to click on."""

from __future__ import annotations

import re

from articles.ingest.boilerplate.rule import is_below_text
from articles.ingest.lines import CREDIT_BEFORE_CAPTION, NEWSLETTER_WORDS, is_row_of_buttons
from articles.ingest.page import Page
from articles.ingest.vocabulary import NETWORKS
from kzarchive.patterns import Pattern

_SHARE_HEAD = Pattern(
    r"(?:share(?: (?:this|it|article|post|page|on|via))?(?: (?:article|story|post|page|item))?|"
    r"поделиться(?: (?:в|с|новостью|ссылкой).{0,30})?|бөлісу|(?:[^\W\d_]{3,14}\s)?бөлісіңіз|"
    r"teilen(?: mit)?|partager|partagez|paylaş|compartir|condividi|like this|gefällt mir|ұнату|bölısu|"
    r"(?:bu (?:haberi|yazıyı|içeriği|makaleyi)|bunu) paylaş(?:ın)?)\s*:?$|"
    r"click to (?:share|"
    r"email|print)\b.{0,80}$|share on (?:\S+)$|share\s?\|$|share\s?[0-9]+$|share (?:to|by) .{2,60}$|email this.{0,120}$",
    re.I,
)
_BARE_FIGURE = Pattern(r"[+−-]?[0-9][0-9\s.,]{0,12}[KkМM]?")


def take_view_counter(page: Page, i: int, line: str) -> int:
    """How often a page was read, as content systems print it above or below a text."""
    return 1


def take_rating(page: Page, i: int, line: str) -> int:
    """Stars and votes for a page, with the call to give some."""
    return 1


def take_share_bar(page: Page, i: int, line: str) -> int:
    """The names of networks a page can be passed on to, under a heading or in a row of at least two."""
    if line.casefold() == "share this post" and _is_copied_below(page, i + 1):  # the site twice and the title, as a button passes them on
        return 4
    if is_row_of_buttons(line):
        return 1
    has_head = bool(_SHARE_HEAD.match(line))
    if not has_head and line.casefold().strip(" :") not in NETWORKS:
        return 0
    j = i + 1
    while j < page.count and page.is_short(j):
        following = page.line(j)
        is_button = following.casefold().strip(" :0123456789.…!") in NETWORKS or _SHARE_HEAD.match(following) or is_row_of_buttons(following)
        if not is_button and not (has_head and _BARE_FIGURE.fullmatch(following)):
            break
        j += 1
    return j - i if has_head or j - i >= 2 else 0


def _is_copied_below(page: Page, j: int) -> bool:
    lines = [page.line(k) for k in range(j, min(page.count, j + 3)) if page.is_short(k)]
    return len(lines) == 3 and lines[0] == lines[1] != lines[2] and not page.follows_gap(j + 1) and not page.follows_gap(j + 2)


_HEADS_CALL = Pattern(
    r"(?!sign|subscribe|get|join|receive|follow|never|stay|become)(?:[\w’'-]+\s){0,5}newsletters?|newsletter(?:\s[\w’'-]+){1,4}", re.I
)
_BUTTON_OF_CALL = Pattern(r"sign (?:me )?up(?: now)?|subscribe(?: now)?|abonnieren|s[’']abonner|abone ol|подписаться", re.I)


def take_newsletter_call(page: Page, i: int, line: str) -> int:
    """The call to have news sent, or to follow a channel; the heading of one, what it says and its button."""
    if _HEADS_CALL.fullmatch(line):
        button = next((j for j in range(i + 1, min(page.count, i + 4)) if page.is_short(j) and _BUTTON_OF_CALL.fullmatch(page.line(j))), None)
        return button + 1 - i if button is not None else 0
    return 1 if len(line.split()) <= (70 if line.startswith("We invite you") else 45) and NEWSLETTER_WORDS.search(line) else 0


def take_count_of_followers(page: Page, i: int, line: str) -> int:
    """How many follow a site on a network, and what they have of it: right above or below its call to follow it there."""
    near = [page.line(j) for j in (i - 1, i + 1, i + 2) if 0 <= j < page.count and page.is_short(j)]
    return 1 if any(_CALLS_TO_FOLLOW.match(other) for other in near) else 0


_CALLS_TO_FOLLOW = Pattern(r"подпи(?:шитесь|саться|сывайтесь)\b", re.I)


def take_cookie_notice(page: Page, i: int, line: str) -> int:
    """The notice of a site about cookies, copied with the page."""
    return 1 if len(line.split()) <= 60 else 0


def take_notice_of_program(page: Page, i: int, line: str) -> int:
    """What the program behind a site says of its own faults, with the file and the line they are in."""
    return 1


def take_notice_of_official_site(page: Page, i: int, line: str) -> int:
    """What the sites of a government say of themselves above all else: that they are official, and how one can tell."""
    return 1 if i < 20 and len(line.split()) <= 40 else 0


def take_browser_notice(page: Page, i: int, line: str) -> int:
    """What a site tells a reader whose browser it does not know."""
    return 1 if len(line.split()) <= 40 and not is_below_text(page, i) else 0


def take_advertisement(page: Page, i: int, line: str) -> int:
    """The word that sets an advertisement apart, and nothing of the advertisement."""
    return 1


def take_wall_call(page: Page, i: int, line: str) -> int:
    """What stands where a text is cut off for those who have not paid; the button below the offer of a newsletter cuts nothing off."""
    if line.casefold() == "jetzt anmelden" and i and page.is_short(i - 1) and "newsletter" in page.line(i - 1).casefold():
        return 0
    return 1 if len(line.split()) <= 60 else 0


def take_empty_value(page: Page, i: int, line: str) -> int:
    """What a program prints where it has no value."""
    return 1


def take_shortcode(page: Page, i: int, line: str) -> int:
    """The name of a part that a content system was to put in, left in its brackets on a line of its own."""
    return 1


def take_address(page: Page, i: int, line: str) -> int:
    """The page's own address, printed with a label, or several addresses and nothing else."""
    return 1


# The picture of a cover: its credit may describe it.
COVER = r"\*?(?:фото на обложке|foto di copertina|titelbild|cover (?:image|photo|picture))"
_OF_COVER = Pattern(rf"{COVER}\s?:", re.I)


def take_photo_credit(page: Page, i: int, line: str) -> int:
    """The name of a photographer or picture agency under a picture; captions are longer and stay."""
    if CREDIT_BEFORE_CAPTION.match(line):
        return 0
    if _OF_COVER.match(line):
        return 1 if len(line.split()) <= 24 else 0
    most = 14 if line.casefold().startswith(("credit:", "credits:", "photo credit:")) else 12 if " / " in line else 8
    return 1 if len(line.split()) <= most and not page.is_prose(i) else 0


_NAMES_MAP = Pattern(r"(?:flag|coat of arms|emblem) of |map indicating ", re.I)


def take_text_of_picture(page: Page, i: int, line: str) -> int:
    """What a browser shows in place of a picture: the word for one and the name of an author, which stands again below, or the picture's file.

    An encyclopedia prints the name of each state below its flag.
    """
    j = i + 1
    while _NAMES_MAP.match(line) and j < min(page.count, i + 4) and page.is_short(j) and len(page.line(j).split()) <= 3 and page.raw(j)[-1].isalpha():
        j += 1
    return j - i


def take_separator(page: Page, i: int, line: str) -> int:
    """A line drawn of dashes, stars or dots."""
    return 1
