"""What speaks for a line being the title, and against it."""

from __future__ import annotations

import re
from itertools import pairwise

from articles.ingest.comparing import comparable
from articles.ingest.lines import OF_A_SPEECH, names_site
from articles.ingest.reading import INSTITUTE, LONG_WORD, SITE_BORDER, Reading, is_in_list
from articles.ingest.statements.beside_dates import OF_A_FORUM
from articles.ingest.statements.names import has_given_name, names_person
from articles.ingest.statements.people import read_person
from articles.ingest.statements.provenance import says_what_thesis
from articles.ingest.statements.roles import is_body, is_role
from articles.ingest.titles.placing import OPENS_PATH, ends_path, heads_text, is_above_byline, is_motto, is_numbered, is_stopped_headline
from articles.ingest.titles.wording import (
    HEADS_OF_PARTS,
    IN_TWO_LANGUAGES,
    SEVERAL_SENTENCES,
    ends_in_two_persons,
    is_cut_off,
    is_short_name,
    leaves_quotation_open,
    may_name_site,
    names_author,
    names_scholar,
    opens_with_speaker,
    reads_as_headline,
)
from articles.ingest.vocabulary import MENU_WORDS, SECTIONS
from kzarchive.patterns import Pattern

# The line below the headline of an interview that says who spoke with whom.
_LEADS_INTERVIEW = Pattern(
    r"\b(?:talk(?:s|ed) (?:to|with)|sp(?:eaks|oke) (?:to|with)|interview(?:s|ed)|in conversation with|im gespräch mit|sprach mit|"
    r"s[’']entretient avec|"
    r"s[’']est entretenue? avec|беседует с|побеседовал\w? с|поговорил\w? с|рассказал\w? (?:нам|в интервью)|ile konuştu|әңгімелесті|"
    r"сұхбаттасты)(?!\w)",
    re.I,
)


def weigh_against_each_other(reading: Reading, titles: list[int], scores: dict[int, float]) -> None:
    """Lower the scores of lines that are something else beside the other candidates: headings, leads, entries of a list of contents."""
    page = reading.page
    first_prose = next((i for i in page.kept() if page.is_prose(i)), page.count)
    headings = {
        comparable(page.line(i)) for i in range(first_prose, min(page.count, first_prose + 400)) if i not in page.removed and page.is_short(i)
    }
    last = {comparable(page.line(i)) for i in reading.last_lines(3)}
    near = () if reading.layer.markup else range(titles[0] + 1, titles[-1] + 2)
    signed = {j for j in near if j < page.count and page.is_short(j) and names_author(page.line(j))}
    longer = next((i for i in titles if len(page.line(i).split()) >= 4), None)
    for above, i in pairwise(titles):
        line, words = page.line(above), page.line(i).split()
        is_lead = i == above + 1 and len(words) >= 15 and SEVERAL_SENTENCES.search(page.line(i)) and len(line.split()) >= 2
        if is_lead and not reading.layer.markup and not may_name_site(line) and line.casefold() not in SECTIONS:
            scores[above] += 0.8  # a short headline above its lead
            scores[i] -= 3.0
    for i in titles:
        line = page.line(i)
        if (
            line.endswith(".") and not line.endswith("..") and not (i == titles[0] and (is_stopped_headline(page, i) or is_above_byline(page, i)))
        ):  # a lead, where there is a headline above it
            scores[i] -= 2.0
        if line[0].islower() or leaves_quotation_open(line):
            scores[i] -= 1.5
        if _EPIGRAPH.fullmatch(line) or says_what_thesis(line):
            scores[i] -= 4.0
        if comparable(line) in headings - last:
            scores[i] -= 1.5
        following = next((j for j in titles if j > i), None)
        if following is not None and _LATEST.search(line):
            scores[i] -= 5.0  # a section and what is new in it
        names_those_shown = (is_short_name(line) and has_given_name(line)) or ends_in_two_persons(line)
        if following is not None and names_those_shown and reads_as_headline(page.line(following)):
            scores[i] -= 3.0  # who is on the picture above a headline
        if is_body(line) and not line.isupper() and len(titles) > 1:
            scores[i] -= 1.5 + 3.0 * (len(line.split()) <= 6 and page.text.find(line, page.end(i)) >= 0)  # named again below: who publishes
        if any(is_cut_off(line, page.line(j)) for j in titles if j < i):
            scores[i] -= 4.0
        if _LEADS_INTERVIEW.search(line) and i > titles[0]:
            scores[i] -= 2.0
        if is_role(line) and i and (read_person(page.line(i - 1)) or opens_with_speaker(page.line(i - 1))):
            scores[i] -= 3.0
        if is_in_list(reading, i) or is_numbered(page, i):
            scores[i] -= 1.5 + 3.0 * is_numbered(page, i)
        if any(
            j != i and line.endswith(f" {other}") and len(line.split()) - len(other.split()) <= 2
            for j in titles
            if (other := page.line(j)).count(" ")
        ):
            scores[i] -= 2.5  # a rubric and the headline again
        if SEVERAL_SENTENCES.search(line) and line[0].isalpha() and i != longer and not ends_path(page, i):  # several sentences that are no quotation
            scores[i] -= 1.5
        above = [
            j for j in titles if j < i and len(page.line(j).split()) >= 4 and not may_name_site(page.line(j)) and not names_scholar(page.line(j))
        ]
        if line.isupper() and any(comparable(page.line(j)).endswith(f" {comparable(line)}") for j in above):
            scores[i] -= 2.5  # the last words of a headline, in capitals again
        has_motto = above == [titles[0]] and is_motto(reading, titles[0]) and (i - 1 in reading.stated or i + 1 in reading.stated)
        if has_motto:
            scores[titles[0]] -= 2.0
        elif above and any(
            j in reading.stated or names_person(page.line(j)) or names_scholar(page.line(j)) or OF_A_FORUM.fullmatch(page.line(j))
            for j in range(above[-1] + 1, i)
        ):  # a day or a name between: a heading
            scores[i] -= 1.5
        if i + 1 in signed or (i + 2 in signed and i + 1 in scores and page.line(i + 1)[0].islower()):
            scores[i] += 2.0
        elif any(j < i for j in signed):
            scores[i] -= 1.5


_LATEST = Pattern(r"\s(?:latest|top|recent|more|featured|other)\s(?:stories|news|articles|posts)$", re.I)

# What somebody has said, with his name: "“The lamp is what the night needs most.” Anna Kim".
_EPIGRAPH = Pattern(r"[“\"«„][^“”\"«»„]{40,}[.!?…]?[”\"»“]\s?[–—-]{0,2}\s?(?:[^\W\d_a-zа-яё][\w.’'-]*\s?){1,4}")
# Whose site a page is of: "President of the Republic of X", "Government of X".
_NAMES_OFFICE = Pattern(
    r"(?:(?:the )?official (?:web)?(?:site|page)(?: of(?: the)?)?\s?|(?:the )?national emblem of .{3,30}|"
    r"(?:(?:the )?official (?:web)?site of |under |at )?(?:the )?(?:president|prime minister|government|parliament|senate|ministry|embassy)"
    r" of (?:the )?(?:(?:\w+ )?republic of )?(?:the )?(?-i:[A-Z])[\w’'-]+(?: (?-i:[A-Z])[\w’'-]+)?)",
    re.I,
)
_ASKS_READER = Pattern(r"\b(?:you|your|вы|вас|вам|ihnen|vous|votre|siz|sizin|сіз|сіздің)\b", re.I)
_SLOGAN = Pattern(
    r"(?:das|die|der) (?:portal|magazin|zeitung|zeitschrift|plattform|wochenzeitung) (?:von|der|für|des)\b|"
    r"the (?:portal|magazine|voice|website) (?:of|for)\b|"
    r"le (?:portail|magazine|site|journal) (?:de|des|du)\b|(?:портал|журнал|сайт|газета) (?:о|об|для|про)\b|les grands de .{2,30} s[’']expriment\b",
    re.I,
)

_SAYS_WHO_ANSWERS = Pattern(
    r"\b(?:отвеча(?:ет|ют) на вопрос\w*|ответил[аи]? на вопрос\w*|answers? (?:the |our )?questions|answered (?:the |our )?questions|"
    r"сұрақтар\w+ жауап\w*|soruları\w+ (?:yanıtladı|cevapladı|yanıtlıyor)|beantwortet(?:e)? .{0,20}fragen|répond(?:ent)? aux questions)\b",
    re.I,
)


def title_score(reading: Reading, i: int, words_of_text: frozenset[str], printed_again: set[str]) -> float:
    """Return how much line ``i`` looks like a title by itself: by its words, those it shares with the text, and its place."""
    page = reading.page
    line = page.line(i)
    words = line.split()
    count = sum(any(char.isalpha() for char in word) for word in words)
    score = {0: 0.0, 1: 0.0, 2: 0.6, 3: 1.2}.get(count, 2.0)
    if len(words) > 16 and not OF_A_SPEECH.match(line):
        score -= 0.5 + 0.1 * (len(words) - 16)
    long_words = LONG_WORD.findall(line.casefold())
    if long_words:
        score += 3 * sum(word[:4] in words_of_text for word in long_words) / max(2, len(long_words))
    score += 0.4 * page.follows_gap(i) + 0.4 * (i + 1 < page.count and page.follows_gap(i + 1)) + 0.5 * (i + 1 in reading.stated)
    score += (
        3.0 * (comparable(line) in printed_again or ends_path(page, i))
        - 3.0 * bool(OPENS_PATH.match(line))
        + 0.8 * (line.isupper() and len(words) >= 2)
    )
    if _SAYS_WHO_ANSWERS.search(line):
        score -= 1.5  # stands below the title of an interview
    if page.removed.get(i + 1) == "photo credit" and not page.follows_gap(i + 1):
        score -= 3.0  # a caption
    if len(words) >= 8 and i + 1 < page.count and not page.follows_gap(i + 1) and page.text[page.start(i + 1)].islower() and not reading.layer.markup:
        score -= 2.0  # a sentence that goes on in the next line
    if re.search(r"(?:19|20)[0-9]{2}(?:\s(?:жыл|г\.|ж\.))?$", line):
        score -= 0.8
    if _SLOGAN.match(line):
        score -= 2.0
    if IN_TWO_LANGUAGES.search(line):
        score -= 3.0
    if line.endswith("?") and len(words) >= 10 and _ASKS_READER.search(line):  # how a text begins
        score -= 3.5 if i and page.line(i)[0].isupper() and any(heads_text(reading, j) for j in range(max(0, i - 2), i)) else 1.5
    if all(j in reading.stated for j in range(i)):  # the first but for the day of a dump
        score -= 2.0 if INSTITUTE.match(line) else 0.7 * (i == 0)
    if _NAMES_OFFICE.fullmatch(line):
        score -= 4.0
    if line.casefold() in MENU_WORDS or line.casefold() in HEADS_OF_PARTS:
        score -= 3.0
    elif line.casefold() in SECTIONS or names_site(line):
        score -= 1.5
    below = i + 1
    if i == 0 and read_person(line) and not has_given_name(line) and count == 2:
        score -= 0.3  # two words that may be a headline
    elif read_person(line) and not (below < page.count and reading.is_kept(below) and page.is_short(below) and read_person(page.raw(below))):
        score -= 2.0  # of two such lines the second is the name
    markup = reading.layer.markup
    if markup:
        regions = page.regions(i)
        parts = [comparable(part) for part in SITE_BORDER.split(markup.statements.get("title", ""))]
        said = comparable(line)
        if said and said in (comparable(markup.statements.get("og:title", "")), parts[0]):
            score += 3.0 if len(parts) > 1 else 1.0  # a head's title that is one part may be the site's name
        elif said in parts:
            score += 2.0
        score += 1.0 * bool(regions & {"h2", "h3"}) - 1.5 * ("li" in regions)
    return score
