"""Where a text ends: the heads of what sites print below it, and the author's name above what is said of him there."""

from __future__ import annotations

from articles.ingest.dates import find_dates
from articles.ingest.lines import is_title_like
from articles.ingest.page import Page
from articles.ingest.statements.names import FULL_NAME, names_person
from articles.ingest.statements.people import read_person
from articles.ingest.vocabulary import listed
from kzarchive.patterns import Pattern

_MOST_WORDS_OF_HEAD = 6
_MOST_LINES_OF_PAGES_HEAD = 60

# What heads a part of the foot, beside the heads of related links: authors, tags, ways to write, what readers say.
_HEADS_OF_FOOT = listed(
    """author|authors|about|about the author|about the authors
    |about the author(s)|about author|staff author|contributors|tags|topics|topic|topics & regions|regions
    |departments
    |editorial sections|related experts|related work|related projects|explore the topic|see also|read also|share|share this page|share this article
    |share this story|share this post|share this|contact|contacts|press contact|media contact|documents|attachments|downloads|comments
    |join the conversation
    |what's your reaction?|what’s your reaction?
    |stay informed|follow us|updates to this page|more stories|more on this story|more on this topic|latest from|newsletter|weekly newsletter
    |sign up for our newsletter|support our work|most-read articles|recommended|explore more|issues|experts|suggested articles|suggested topics
    |recommended stories|start the conversation|categories|creator|read next|read more|post navigation|edited by|recent stories
    |check also|legal disclaimer|disclaimer|disclosure statement|notes on contributor|notes on contributors
    |post a comment|responses|this post was written by|discussion policy|comment policy|comments policy
    |автор|авторы|об авторе|об авторах|о авторах|о авторе|теги|темы|поделиться|комментарии|обсуждение|контакты|другие материалы|другие новости
    |подписаться|подпишитесь|тема номера|материалы рубрики|главное|читать далее|новости партнеров
    |авторы туралы|қатысты|қатысты тақырыптар|тегтер|тақырыптар|бөлісу|пікірлер|пікір қосу|пікір қалдыру|басқа жаңалықтар|форум|жазылыңыз
    |байланыс|тағы да оқыңыз|осы тақырыпта
    |autor|autorin|autoren|über den autor|über die autorin|über die autorin und den autor|über die autoren|über die autorinnen
    |themen|schlagwörter|schlagworte|teilen|kommentare|diskussion|kontakt|weiterlesen|top-thema
    |termine|nächste termine|veranstaltungen|weitere themen|auch interessant|newsletter abonnieren|wie finden sie den artikel?
    |auteur|auteurs|à propos de l’auteur|à propos de l'auteur|sujets|thèmes|thématiques|mots-clés|partager|partager cet article
    |commentaires
    |la rédaction vous conseille|sur le même thème|les articles les plus lus|articles les plus lus|voir aussi|contribuer|newsletter
    |yazar|yazar hakkında|yazarlar|etiketler|konular|paylaş|bu haberi paylaşın|yorumlar|yorum yap|bu haberleri de okuyun|diğer açıklamalar|iletişim
    |bakmadan geçme|bakmadan geçme!|haberle ilgili daha fazlası|i̇lgili i̇çerikler|ilgili içerikler|günün manşetleri|en çok okunanlar|geri bildirim"""
)


def heads_foot(page: Page, i: int) -> bool:
    """Tell whether line ``i`` is the head of a part of what sites print below a text, and nothing else."""
    line = page.line(i) if page.is_short(i) else ""
    return 0 < len(line.split()) <= _MOST_WORDS_OF_HEAD and line.casefold().strip(" :.…*") in _HEADS_OF_FOOT


def is_name_of_head_again(page: Page, i: int, text: int) -> bool:
    """Tell whether line ``i``, below the paragraph ``text`` with which the article begins, is a person's name that stands alone above it too."""
    line = page.line(i) if page.is_short(i) else ""
    if not 2 <= len(line.split()) <= 4 or not read_person(line.title() if line.isupper() else page.raw(i)):
        return False
    above = range(max(0, text - _MOST_LINES_OF_PAGES_HEAD), text)
    return any(page.is_short(j) and page.line(j).casefold().removeprefix("by ") == line.casefold() for j in above)


_LONGEST_TEASER = 60  # words
_MOST_WORDS_OF_HEADLINE = 14


def heads_teaser(page: Page, i: int) -> bool:
    """Tell whether line ``i`` is the headline of another text, in one block with who wrote that and with a sentence or two on it."""
    if i + 2 >= page.count or not all(page.is_short(j) for j in range(i, i + 3)) or page.follows_gap(i + 1) or page.follows_gap(i + 2):
        return False
    headline, name, teaser = (page.line(j) for j in range(i, i + 3))
    if not 2 <= len(headline.split()) <= _MOST_WORDS_OF_HEADLINE or not is_title_like(headline) or headline[-1] in ".:;,":
        return False
    is_signed = bool(FULL_NAME.fullmatch(name)) and bool(names_person(name)) and not names_person(headline)
    is_sentence = teaser[-1] in ".!?…" and 5 <= len(teaser.split()) <= _LONGEST_TEASER
    ends_block = i + 3 >= page.count or page.follows_gap(i + 3) or i + 3 in page.removed or bool(find_dates(page.raw(i + 3)[:_LONGEST_DAY]))
    return is_signed and is_sentence and ends_block


_LEAST_LABELS = 3
_MOST_WORDS_OF_LABEL = 4
_LABEL = Pattern(r"[^\W\d_][^.!?:;,\t|]*[\w)’'»”\"+]")


def opens_run_of_labels(page: Page, i: int) -> bool:
    """Tell whether line ``i`` is the first of three labels or more in one block below the last stop of a text: what that is filed under."""
    run = range(i, i + _LEAST_LABELS)
    is_apart = page.follows_gap(i) or i - 1 in page.removed
    if run[-1] >= page.count or not is_apart or not all(_is_label(page, j) and (j == i or not page.follows_gap(j)) for j in run):
        return False
    above = range(i - 1, max(-1, i - 1 - _MOST_LINES_ABOVE_LABELS), -1)
    text = next((j for j in above if j not in page.removed and page.is_prose(j)), None)
    return text is not None and page.text[page.end(text) - 1] != ":"


_MOST_LINES_ABOVE_LABELS = 8


def _is_label(page: Page, i: int) -> bool:
    return i not in page.removed and page.is_short(i) and len(page.line(i).split()) <= _MOST_WORDS_OF_LABEL and bool(_LABEL.fullmatch(page.raw(i)))


_MOST_WORDS_BESIDE_DAY = 2


def dates_another_text(page: Page, i: int) -> bool:
    """Tell whether line ``i`` is a day, with a section beside it at most, right above the headline of another text."""
    below = i + 1
    line = page.line(i) if page.is_short(i) else ""
    has_below = below < page.count and below not in page.removed and page.is_short(below)
    days = find_dates(line) if line and len(line) <= _LONGEST_DAY and has_below and line[0].isalnum() else []
    if len(days) != 1 or page.is_prose(below) or find_dates(page.line(below)) or len(page.line(below).split()) < _LEAST_WORDS_OF_HEADLINE:
        return False
    return len((line[: days[0].start] + line[days[0].end :]).split()) <= _MOST_WORDS_BESIDE_DAY and is_title_like(page.line(below))


_LONGEST_DAY = 60
_LEAST_WORDS_OF_HEADLINE = 3


_HEADS_OF_CONTACTS = listed("contact|contacts|press contact|media contact|контакты|kontakt|iletişim|байланыс")


def is_below_contacts(page: Page, i: int) -> bool:
    """Tell whether line ``i`` stands below the head of what a house says of whom to ask, no more than a few lines."""
    above = range(max(0, i - _MOST_LINES_OF_CONTACTS), i)
    return any(page.is_short(j) and page.line(j).casefold().rstrip(" :") in _HEADS_OF_CONTACTS for j in above)


_MOST_LINES_OF_CONTACTS = 4
