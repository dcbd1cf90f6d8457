"""What a line beside the other candidates, and beside the page around it, says for being the title, or against it.

Each function takes the contest and the number of a line, or of two candidates that follow each other, and returns whether what it
knows is so; one returns how often.
"""

from __future__ import annotations

import re
from itertools import pairwise

from articles.ingest.comparing import comparable
from articles.ingest.credited import is_line_of_picture
from articles.ingest.page import Page
from articles.ingest.reading import LONG_WORD, is_in_list, script_of
from articles.ingest.statements.beside_dates import OF_A_FORUM
from articles.ingest.statements.names import has_given_name, names_person
from articles.ingest.statements.people import read_person
from articles.ingest.statements.provenance import says_what_thesis
from articles.ingest.statements.roles import is_body, is_role
from articles.ingest.titles.by_itself import is_bare_name_of_body
from articles.ingest.titles.contest import Contest
from articles.ingest.titles.languages import says_title_in_another_language
from articles.ingest.titles.placing import ends_path, is_above_byline, is_motto, is_numbered, is_stopped_headline
from articles.ingest.titles.wording import (
    ENDS_OPEN,
    FIRST_PART,
    SEVERAL_SENTENCES,
    ends_in_two_persons,
    is_short_name,
    leaves_bracket_open,
    leaves_quotation_open,
    may_name_site,
    names_paper_in_capitals,
    names_scholar,
    opens_with_speaker,
    reads_as_headline,
    tells_of_text,
)
from articles.ingest.vocabulary import MENU_WORDS, STATES
from kzarchive.patterns import Pattern


def is_of_last_two(contest: Contest, i: int) -> bool:
    """The line is one of the last two candidates of three words or more: names of sites and sections stand further up."""
    return i in [j for j in contest.titles if contest.count_of_words(j) >= 3][-2:]


def is_lead_with_stop(contest: Contest, i: int) -> bool:
    """The line ends with a full stop, as leads do, and is no headline that may."""
    line = contest.line(i)
    may_stop = i == contest.titles[0] and (is_stopped_headline(contest.page, i) or is_above_byline(contest.page, i))
    return line.endswith(".") and not line.endswith("..") and not may_stop


def begins_amid_sentence(contest: Contest, i: int) -> bool:
    """The line begins with a small letter, or a quotation in it does not end."""
    line = contest.line(i)
    return line[0].islower() or leaves_quotation_open(line)


_GOES_ON = Pattern(r"(?:of|the|and|to|in|for|on|with|at|by|from|under|und|der|des|von|für|et|de|du|des|ve|и|в|на|по|с|о)\s")


def is_in_another_script(contest: Contest, i: int) -> bool:
    """The line is in another script than the text, and another candidate is in that of the text: a journal gives its titles in two languages."""
    of_line, of_text = script_of(contest.line(i)), contest.script_of_text
    return bool(of_line and of_text) and of_line != of_text and any(script_of(contest.line(j)) == of_text for j in contest.titles)


_RUBRIC = Pattern(
    r"(?:тематическое досье|тема (?:номера|выпуска|недели)|рубрика|special (?:issue|section)|dossier|schwerpunkt|номір тақырыбы|айдар)\s?:\s", re.I
)
_INITIALS_BEHIND = Pattern(r"(?P<name>[^()]{6,80})\s\((?P<initials>[^\W\d_a-zа-яё]{2,7})\)")
_PAIR_OF_NOUNS = Pattern(r"[А-ЯЁӘІҢҒҮҰҚӨҺ][а-яёәіңғүұқөһ]{4,}\s(?:и|және|мен|пен)\s[а-яёәіңғүұқөһ]{4,}")


def is_rubric_with_label(contest: Contest, i: int) -> bool:
    """The line, above other candidates, names with its label what an issue deals with."""
    return i == contest.titles[0] != contest.titles[-1] and bool(_RUBRIC.match(contest.line(i)))


def is_name_with_initials(contest: Contest, i: int) -> bool:
    """The line, above other candidates, is the name of a body and in brackets its first letters: "Steppe Research School (SRS)"."""
    found = _INITIALS_BEHIND.fullmatch(contest.line(i)) if i == contest.titles[0] != contest.titles[-1] else None
    return bool(found) and "".join(word[0] for word in found["name"].split() if len(word) > 2).upper() == found["initials"]


def is_section_of_two_nouns(contest: Contest, i: int) -> bool:
    """The line is the first of its page, two nouns of which the text has none, in one block with a longer line below and no other: a section."""
    below = i + 1
    if i or below not in contest.titles or contest.page.follows_gap(below) or not _PAIR_OF_NOUNS.fullmatch(contest.line(i)):
        return False
    words = LONG_WORD.findall(contest.line(i).casefold())
    return contest.count_of_words(below) >= 7 and not any(word[:4] in contest.words_of_text for word in words)


_OCCASION = Pattern(r".{4,80}\s[–—-]\s[0-9]{1,3}\s(?:лет|года?|жыл|жас|years)")


def names_occasion(contest: Contest, i: int) -> bool:
    """The line, right below another candidate of four words or more, says how old something is: "The society – 20 years"."""
    return i - 1 in contest.titles and contest.count_of_words(i - 1) >= 4 and bool(_OCCASION.fullmatch(contest.line(i)))


def repeats_name(contest: Contest, i: int) -> bool:
    """The line, above other candidates, has two capitalised words running twice, and no sign between its words: tags that a page prints in a row."""
    words = contest.line(i).split()
    if i == contest.titles[-1] or len(words) < 6 or not all(word[-1].isalnum() for word in words):
        return False
    pairs = [pair for pair in pairwise(words) if pair[0][0].isupper() and pair[1][0].isupper()]
    return len(pairs) > len(set(pairs))


def heads_no_text(contest: Contest, i: int) -> bool:
    """Tell whether line ``i`` is a rubric, a section or a site above the headline, so that the line below it is no subtitle."""
    return is_rubric_with_label(contest, i) or is_name_with_initials(contest, i) or is_section_of_two_nouns(contest, i) or repeats_name(contest, i)


def goes_on_from_above(contest: Contest, i: int) -> bool:
    """The line goes on with what the candidate right above it begins to say: it begins with "of", "and" or the like."""
    return i - 1 in contest.titles and bool(_GOES_ON.match(contest.line(i)))


def heads_numbered_list(contest: Contest, i: int) -> bool:
    """The line, not the first of the candidates, stands right above the first of a list of numbered parts."""
    below = i + 1
    return i > contest.titles[0] and below < contest.page.count and bool(_FIRST_OF_LIST.match(contest.page.raw(below)[:8]))


_FIRST_OF_LIST = Pattern(r"1[.)]\s+\S")
_LEAST_WORDS_SHARED = 5


def ends_as_next_one(contest: Contest, i: int) -> bool:
    """The line has a rubric with a colon, and the next candidate ends in the same words: the headline again, two words longer or shorter at most."""
    following = next((j for j in contest.titles if j > i), None)
    if following is None or len(contest.line(i).partition(": ")[2].split()) < _LEAST_WORDS_SHARED:
        return False
    words, others = comparable(contest.line(i)).split(), comparable(contest.line(following)).split()
    return words[-_LEAST_WORDS_SHARED:] == others[-_LEAST_WORDS_SHARED:] and abs(len(words) - len(others)) <= 2 and len(words) >= _LEAST_WORDS_SHARED


_LEAST_WORDS_SIGNED = 6


def is_first_and_signed(contest: Contest, i: int) -> bool:
    """The line is the first candidate, of six words or more, and the next says who wrote the text."""
    is_first = i == contest.titles[0] and contest.count_of_words(i) >= _LEAST_WORDS_SIGNED and not contest.has_markup
    return is_first and contest.reading.holds(i + 1, "byline")


def ends_in_next_candidate(contest: Contest, i: int) -> bool:
    """The line ends in the words of the next candidate, four or more, with the names of a site and its desk before them: a window's title."""
    following = next((j for j in contest.titles if j > i), None)
    is_plain = following is not None and not contest.has_markup and contest.count_of_words(following) >= _LEAST_WORDS_SHARED
    return is_plain and contest.line(i).endswith(f" {contest.line(following)}")


def is_in_bracket_over_lines(contest: Contest, i: int) -> bool:
    """The line is part of what stands in brackets over several lines."""
    return leaves_bracket_open(contest.line(i))


# What somebody has said, with his name: "“The lamp is what the night needs most.” Anna Kim".
_EPIGRAPH = Pattern(r"[“\"«„][^“”\"«»„]{40,}[.!?…]?[”\"»“]\s?[–—-]{0,2}\s?(?:[^\W\d_a-zа-яё][\w.’'-]*\s?){1,4}")


def is_epigraph_or_degree(contest: Contest, i: int) -> bool:
    """The line is what somebody has said, with his name; or it says for which degree a thesis was written."""
    return bool(_EPIGRAPH.fullmatch(contest.line(i))) or bool(says_what_thesis(contest.line(i)))


def heads_part_of_text(contest: Contest, i: int) -> bool:
    """The line stands again as a heading in the text, and not at its end."""
    return comparable(contest.line(i)) in contest.headings - contest.last_lines


_LATEST = Pattern(r"\s(?:latest|top|recent|more|featured|other)\s(?:stories|news|articles|posts)$", re.I)


def heads_latest(contest: Contest, i: int) -> bool:
    """The line names a section and what is new in it, above another candidate."""
    return i < contest.titles[-1] and bool(_LATEST.search(contest.line(i)))


def names_those_shown(contest: Contest, i: int) -> bool:
    """The line names who is on the picture above a headline, which is the next candidate."""
    following = next((j for j in contest.titles if j > i), None)
    line = contest.line(i)
    names = (is_short_name(line) and has_given_name(line)) or ends_in_two_persons(line)
    return following is not None and names and reads_as_headline(contest.line(following))


_BULLET = Pattern(r"[•·▪●*]\s")


def is_bulleted_beside_others(contest: Contest, i: int) -> bool:
    """The line has a bullet before it, as sections and authors in the head of a page have, and another candidate has none."""
    return bool(_BULLET.match(contest.line(i))) and not all(_BULLET.match(contest.line(j)) for j in contest.titles)


def names_body_beside_others(contest: Contest, i: int) -> bool:
    """The line names a body, and there are other candidates."""
    return is_body(contest.line(i)) and not contest.line(i).isupper() and len(contest.titles) > 1


def names_paper_beside_others(contest: Contest, i: int) -> bool:
    """The line in capitals, or right above the number of a periodical, names a paper, and there are other candidates."""
    is_numbered_below = contest.is_short_line(i + 1) and bool(_NUMBER_OF_PERIODICAL.search(contest.line(i + 1)))
    return len(contest.titles) > 1 and (names_paper_in_capitals(contest.line(i)) or is_numbered_below)


_NUMBER_OF_PERIODICAL = Pattern(r"\bISSN\b.{0,12}[0-9]{4}-?[0-9]{3}[0-9X]\b", re.I)


def names_publisher(contest: Contest, i: int) -> bool:
    """The line names a body that is named again below: who publishes."""
    is_again = contest.count_of_words(i) <= 6 and contest.page.text.find(contest.line(i), contest.page.end(i)) >= 0
    return names_body_beside_others(contest, i) and is_again


def opens_longer_candidate(contest: Contest, i: int) -> bool:
    """The line ends in a word that leads on, and a later candidate begins with all of it: the title's first line, broken in another place."""
    line = contest.line(i)
    return bool(ENDS_OPEN.search(line)) and any(j > i and contest.line(j).startswith(f"{line} ") for j in contest.titles)


def begins_with_open_candidate(contest: Contest, i: int) -> bool:
    """The line begins with all of a candidate above it that ends in a word that leads on: the title, with more room."""
    return any(ENDS_OPEN.search(contest.line(j)) and contest.line(i).startswith(f"{contest.line(j)} ") for j in contest.titles_before(i))


def names_states_above_headline(contest: Contest, i: int) -> bool:
    """The line, in capitals and with a longer candidate below, is of states and of what an agency files its news under: "KAZAKHSTAN – OSCE"."""
    line = contest.line(i)
    parts = [part.strip() for part in _BETWEEN_STATES.split(line)]
    has_below = any(j > i and contest.count_of_words(j) >= 4 for j in contest.titles)
    return has_below and line.isupper() and any(part.casefold() in STATES for part in parts) and all(len(part.split()) <= 2 for part in parts)


_BETWEEN_STATES = Pattern(r"\s[–—-]\s|,\s|/")


# The line below the headline of an interview that says who spoke with whom.
_LEADS_INTERVIEW = Pattern(
    r"\b(?:(?<!the )(?<!of )(?<!after )talk(?:s|ed) (?:to|with)|sp(?:eaks|oke) (?:to|with)|interview(?:s|ed)|in conversation with|"
    r"(?:im|ein) gespräch mit|"
    r"interview mit|sprach mit|entretien avec|interview with|интервью с|"
    r"s[’']entretient avec|"
    r"s[’']est entretenue? avec|беседует с|побеседовал\w? с|поговорил\w? с|рассказал\w? (?:нам|в интервью)|ile konuştu|әңгімелесті|"
    r"сұхбаттасты)(?!\w)",
    re.I,
)


def leads_interview(contest: Contest, i: int) -> bool:
    """The line, not the first of the candidates, says who spoke with whom."""
    return i > contest.titles[0] and bool(_LEADS_INTERVIEW.search(contest.line(i)))


_MOST_WORDS_OF_ROLE = 12


def is_role_of_person_above(contest: Contest, i: int) -> bool:
    """The line is the role of the person in the line above, or of who speaks there; or it goes on with the posts that this line begins to tell."""
    if i == 0 or not is_role(contest.line(i)) or contest.count_of_words(i) > _MOST_WORDS_OF_ROLE:
        return False
    above = contest.line(i - 1) if contest.page.is_short(i - 1) else ""
    return bool(read_person(above) or opens_with_speaker(above)) or (above.endswith(",") and is_role(above))


def stands_below_author_with_post(contest: Contest, i: int) -> bool:
    """The line stands right below a person's name and post and right above the day, and no candidate below it does: a column's headline."""
    is_below = i > 1 and i - 1 in contest.titles and is_role_of_person_above(contest, i - 1) and bool(read_person(contest.line(i - 2)))
    return is_below and i + 1 in contest.reading.stated and not contest.has_markup


def is_in_list_of_lines(contest: Contest, i: int) -> bool:
    """The line is one of a list: of contents, of other texts, or of numbered parts."""
    return is_in_list(contest.reading, i) or is_numbered_part(contest, i)


def is_numbered_part(contest: Contest, i: int) -> bool:
    """The line is one of a list of numbered parts, or the first of them, numbered as parts are: "I. OPENING REMARKS"."""
    is_first = bool(FIRST_PART.match(contest.line(i))) and any(contest.count_of_words(j) >= 4 for j in contest.titles_before(i))
    return is_first or is_numbered(contest.page, i)


_FIRST_PART = Pattern(r"I\.\s(?=[^\W\d_])")


def is_motto_below_house(contest: Contest, i: int) -> bool:
    """The line stands right below the bare name of a body, and a headline follows it: what that house says of itself."""
    is_close = i - 1 in contest.titles and is_bare_name_of_body(contest, i - 1) and not contest.page.follows_gap(i)
    return is_close and any(j > i and contest.count_of_words(j) >= 4 for j in contest.titles)


def is_role_above_day(contest: Contest, i: int) -> bool:
    """The line is the first, says what somebody is, and a day and another candidate stand below it: the author's post."""
    is_post = is_role(contest.line(i)) and contest.count_of_words(i) <= _MOST_WORDS_OF_POST
    is_first = i == contest.titles[0] and is_post and i + 1 in contest.reading.stated
    return is_first and any(contest.count_of_words(j) >= 4 for j in contest.titles[1:]) and not _FINITE.search(contest.line(i))


_MOST_WORDS_OF_POST = 8
_FINITE = Pattern(r"\b(?:is|are|was|were|has|have|will|to|ist|sind|hat|est|sont|a)\b|\b\w+(?:ed|ит|ет|ют|ят|ла|ло|ли|лся)\b", re.I)


def is_rubric_with_headline(contest: Contest, i: int) -> bool:
    """The line is another candidate again, with a rubric of one or two words before it."""
    line = contest.line(i)
    others = [other for j in contest.titles if j != i and " " in (other := contest.line(j))]
    return any(line.endswith(f" {other}") and len(line.split()) - len(other.split()) <= 2 for other in others)


def has_several_sentences(contest: Contest, i: int) -> bool:
    """The line has several sentences that are no quotation, and is not the first candidate of four words or more."""
    line = contest.line(i)
    is_several = bool(SEVERAL_SENTENCES.search(line)) and line[0].isalpha()
    return is_several and i != next((j for j in contest.titles if contest.count_of_words(j) >= 4), None) and not ends_path(contest.page, i)


def _headlines_above(contest: Contest, i: int) -> list[int]:
    """Return the candidates above line ``i`` of four words or more that name neither a site nor a scholar and stand above no menu."""
    before = [j for j in contest.titles_before(i) if contest.count_of_words(j) >= 4]
    menu = _last_of_menu(contest, i)
    return [j for j in before if j > menu and not may_name_site(contest.line(j)) and not names_scholar(contest.line(j))]


_LEAST_WORDS_OF_MENU = 4


def _last_of_menu(contest: Contest, i: int) -> int:
    """Return the last candidate above line ``i`` that is a word of menus, if four are or more; -1 otherwise."""
    words = [j for j in contest.titles_before(i) if contest.line(j).casefold() in MENU_WORDS]
    return words[-1] if len(words) >= _LEAST_WORDS_OF_MENU else -1


def repeats_end_in_capitals(contest: Contest, i: int) -> bool:
    """The line is the last words of a headline above it, in capitals."""
    line = contest.line(i)
    return line.isupper() and any(comparable(contest.line(j)).endswith(f" {comparable(line)}") for j in _headlines_above(contest, i))


def _stands_below_motto(contest: Contest, i: int) -> bool:
    """Tell whether line ``i`` stands beside a statement, and the one headline above it is the motto of a paper."""
    first = contest.titles[0]
    is_beside = i - 1 in contest.reading.stated or i + 1 in contest.reading.stated
    return is_beside and _headlines_above(contest, i) == [first] and is_motto(contest.reading, first)


def titles_below_as_motto(contest: Contest, i: int) -> int:
    """How many candidates stand beside a statement below the line, which is the motto of a paper."""
    return sum(_stands_below_motto(contest, j) for j in contest.titles) if i == contest.titles[0] else 0


def is_heading_behind_statement(contest: Contest, i: int) -> bool:
    """A day or a name stands between the line and the headline above it: it is a heading of the text."""
    above = _headlines_above(contest, i)
    if not above or _stands_below_motto(contest, i):
        return False
    return any(
        j in contest.reading.stated or names_person(contest.line(j)) or names_scholar(contest.line(j)) or bool(OF_A_FORUM.fullmatch(contest.line(j)))
        for j in range(above[-1] + 1, i)
    )


_LEAST_WORDS_OF_SUBTITLE = 10
_LEAST_LENGTH_OF_SUBTITLE = 1.4
_MOTTO_OF_YEAR = Pattern(r"\b(?:19|20)[0-9]{2}\b.*[«“\"]")  # "Year 2023 - «Fount of Lamps»"


def is_longer_sentence(contest: Contest, i: int, headline: int) -> bool:
    """Tell whether line ``i`` has ten words or more, is far longer than the headline and begins with a capital."""
    words = contest.count_of_words(i)
    is_long = words >= _LEAST_WORDS_OF_SUBTITLE and words >= _LEAST_LENGTH_OF_SUBTITLE * contest.count_of_words(headline)
    return is_long and contest.line(i)[0].isupper() and not _MOTTO_OF_YEAR.search(contest.line(headline))


def is_sentence_behind_statement(contest: Contest, i: int) -> bool:
    """The line, of ten words or more and far longer than the headline above it, stands behind who wrote the text or when: it is its subtitle."""
    return is_heading_behind_statement(contest, i) and is_longer_sentence(contest, i, _headlines_above(contest, i)[-1])


def stands_above_signed_line(contest: Contest, i: int) -> bool:
    """An author with what he is stands right below the line, or below the one in which it goes on."""
    goes_on = i + 1 in contest.titles and contest.line(i + 1)[0].islower()
    return i + 1 in contest.signed or (i + 2 in contest.signed and goes_on)


def stands_below_signed_line(contest: Contest, i: int) -> bool:
    """An author with what he is stands above the line, and none right below it."""
    return not stands_above_signed_line(contest, i) and any(j < i for j in contest.signed)


def is_first_below_statement(contest: Contest, i: int) -> bool:
    """The line, of three words or more, is the first right below a statement such as the day, with no longer candidate above it."""
    longer = next((j for j in contest.titles if contest.count_of_words(j) >= 4), contest.page.count)
    first = next((j for j in contest.titles if j and j - 1 in contest.reading.stated and longer >= j), None)
    return i == first and contest.count_of_words(i) >= 3 and not contest.has_markup


def is_framed_by_day_and_byline(contest: Contest, i: int) -> bool:
    """The line stands right below the day and right above who wrote it, in one block with both."""
    page, below = contest.page, i + 1
    if contest.has_markup or i in (0, contest.titles[-1]) or below not in contest.reading.stated:
        return False
    is_dated = i - 1 in contest.reading.stated or page.removed.get(i - 1) == "update date"
    is_one_block = not page.follows_gap(i) and not page.follows_gap(below)
    return is_dated and is_one_block and page.line(below).startswith(("By ", "by "))


def stands_above_author_and_degree(contest: Contest, i: int) -> bool:
    """The line, not the last of the candidates, stands above who wrote a thesis, and for which degree."""
    is_signed = i < contest.titles[-1] and i + 1 in contest.reading.stated and contest.is_short_line(i + 2)
    return is_signed and not contest.has_markup and bool(says_what_thesis(contest.line(i + 2)))


def stands_above_lead_and_name(contest: Contest, i: int) -> bool:
    """The line stands right above a longer one, and that right above who wrote the text, or above a picture that ends in its credit there."""
    page, below = contest.page, i + 1
    if below + 1 >= page.count or contest.has_markup or contest.count_of_words(i) < 3:
        return False
    is_lead = contest.reading.is_kept(below) and page.is_short(below) and contest.count_of_words(below) >= 8
    is_longer = is_lead and len(page.line(below)) > len(page.line(i)) and not is_line_of_picture(contest.reading, below)
    name = below + 1 + is_line_of_picture(contest.reading, below + 1)
    return is_longer and name < page.count and (contest.reading.holds(name, "byline") or _is_signed_with_role(page, name))


def _is_signed_with_role(page: Page, i: int) -> bool:
    """Tell whether line ``i`` is a name with what its bearer is."""
    return page.is_short(i) and any(field.role for field in read_person(page.raw(i)) or ())


def is_short_name_above_longer(contest: Contest, i: int) -> bool:
    """The line is the first candidate, a short name such as sites have that tells nothing of the text, and a longer one follows."""
    is_short = i == contest.titles[0] and is_short_name(contest.line(i))
    is_followed = is_short and any(contest.count_of_words(j) >= 5 for j in contest.titles[1:])
    return is_followed and not tells_of_text(contest.line(i), contest.words_of_text)


def is_first_part_below_statement(contest: Contest, i: int) -> bool:
    """The line is numbered as the first part of a text, and a statement stands between it and a candidate above it."""
    above = contest.titles_before(i)
    return bool(above and FIRST_PART.match(contest.line(i))) and any(j in contest.reading.stated for j in range(above[-1] + 1, i))


BESIDE_OTHERS = (
    (names_states_above_headline, -40),
    (is_of_last_two, +8),
    (is_lead_with_stop, -20),
    (begins_amid_sentence, -15),
    (is_in_another_script, -30),
    (is_rubric_with_label, -40),
    (is_name_with_initials, -30),
    (is_section_of_two_nouns, -30),
    (names_occasion, -40),
    (repeats_name, -40),
    (is_in_bracket_over_lines, -40),
    (goes_on_from_above, -20),
    (heads_numbered_list, -15),
    (ends_as_next_one, +20),
    (ends_in_next_candidate, -30),
    (is_first_and_signed, +12),
    (is_epigraph_or_degree, -40),
    (heads_part_of_text, -15),
    (heads_latest, -50),
    (names_those_shown, -30),
    (is_bulleted_beside_others, -20),
    (names_body_beside_others, -15),
    (names_paper_beside_others, -40),
    (says_title_in_another_language, -20),
    (names_publisher, -30),
    (opens_longer_candidate, -30),
    (begins_with_open_candidate, +20),
    (leads_interview, -20),
    (is_role_of_person_above, -30),
    (stands_below_author_with_post, +20),
    (is_in_list_of_lines, -15),
    (is_numbered_part, -30),
    (is_first_part_below_statement, -30),
    (is_motto_below_house, -25),
    (is_role_above_day, -40),
    (is_rubric_with_headline, -25),
    (has_several_sentences, -15),
    (repeats_end_in_capitals, -25),
    (titles_below_as_motto, -20),
    (is_heading_behind_statement, -15),
    (is_sentence_behind_statement, -12),
    (stands_above_signed_line, +20),
    (stands_below_signed_line, -15),
    (is_first_below_statement, +8),
    (is_framed_by_day_and_byline, +50),
    (stands_above_author_and_degree, +50),
    (stands_above_lead_and_name, +15),
    (is_short_name_above_longer, -15),
)
