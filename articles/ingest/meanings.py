"""What each rule that leaves words out of a text knows of the pages it takes them from; pure."""

from __future__ import annotations

from functools import cache

from articles.ingest.boilerplate.rules import RULES
from articles.ingest.said_below import NOTES_BELOW

# Of rules that are steps of the reading and no pattern of lines. The others say it in their docstrings.
_OF_STEPS = {
    "above the text": "Lines right above a text that no other rule knows: by their words and shape they read like what stands above texts.",
    "advertising": "What the markup of the page calls an advertisement.",
    "comments": "What readers wrote below an article: set apart as such by the markup of the page, or headed by who said it.",
    "control character": "Signs of no meaning in a text, which a program left behind.",
    "hour of the news": "The hour that lists of news print before a headline.",
    "invisible character": "Marks that show nothing: zero-width blanks, byte order marks.",
    "contents of the page": "The headings of a text, listed above it under a heading of their own, each of which stands in the text again.",
    "date of something else": "The day of a comment, of another text or of a manuscript's way to print, and not that of publication.",
    "dateline mark": "The dash between a dateline and the first sentence.",
    "day of the copy": "The day on which the page was copied, as sites print it above their menus.",
    "field label": "What stands beside a value that was read into the record: its label, brackets, bars.",
    "figures without a word": "A figure alone among the statements above a text: a count of which no word says what it counts.",
    "form control": "Buttons, choices and labels of a form, as the markup of the page calls them.",
    "hidden element": "What the page holds and does not show.",
    "below the text": "Lines right below a text that no other rule knows: by their words and shape they read like what stands below texts.",
    "below the article": "What stands behind the element in which the page sets its article.",
    "key points": "The key points that an agency prints above a report: lines of a few words, which the report tells.",
    "label above the text": "A label alone between the head of a page and its first sentence: a section, a place, an agency, the name of a picture.",
    "lead above the headline": "A paragraph above the headline that is none of the text below it: a lead, a greeting, who writes here.",
    "line among statements": "A short line between title and text, among by-line, day and counts, that is no sentence of the text.",
    "mark of a note": "The star behind a title, which leads to a note on the text.",
    "name of no author": "A name that stands like an author's above a text, and whose place and neighbours show that it is none.",
    "name of the site": "The name of the site behind a title, where the title of a window was copied, or of an office above a text without one.",
    "navigation": "The way through a site, set apart as such by the markup of the page.",
    "links above notes": "Links to other texts that a review prints between the rights in a text and the notes to it.",
    "motto of the site": "A saying above the headline, with whose it is, that a site prints over all its texts.",
    "note in brackets": "A sentence in brackets that closes a text: what the editors say of it, of themselves or to their readers.",
    "next article": "Another article below, or above, the one that is read: it may have a draft of its own.",
    "page foot": "What stands below a text behind the first line that is none of it: labels, links, headlines.",
    "page number": "Which page of a text this is, behind its title on a site that shows it in parts.",
    "page footer": "The foot of a page, set apart as such by its markup.",
    "number of a paragraph": "The number that a journal gives to a paragraph, glued to its first word.",
    "page header": "What stands above a title: the site's name, its motto, its menu.",
    "page without an article": "All of a page in which no article stands.",
    "relative date": "A day that counts from the one on which the page was read: “two hours ago”.",
    "repeated by-line": "The author's name printed again, below the text or beside a picture.",
    "repeated caption": "A caption printed again, below a picture and beside it, or in front of the next sentence.",
    "repeated lead": "The first paragraph printed again, as the description of a page and as its text.",
    "repeated offer": "What a site offers its readers in one sentence, printed three times or more at the head of a page.",
    "news of another page": "A headline at the head of a page and the cut-off opening of its news, which tell of something else than the text does.",
    "repeated title": "The title printed again, below itself or at the end of the text.",
    "title in another language": "The title in another language than the text, below the title, where a journal prints it in several.",
    "role of the author": "The line below a name that says what its bearer is; it stands in the record.",
    "side column": "The column beside an article, set apart as such by the markup of the page.",
}


@cache
def _meanings() -> dict[str, str]:
    said = {rule.name: rule.take.__doc__ for rule in RULES} | {note.name: note.is_one.__doc__ for note in NOTES_BELOW}
    return {name: " ".join((text or "").split("\n\n")[0].split()) for name, text in said.items()} | _OF_STEPS


def meaning_of(rule: str) -> str:
    """Return the sentence that says which class of words the rule called ``rule`` takes away; empty for one of former days."""
    return _meanings().get(rule, "")
