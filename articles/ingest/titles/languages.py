"""The title that a journal prints in several languages, of which the text is in one."""

from __future__ import annotations

from articles.ingest.language import count_function_words, detect_language, likest_language
from articles.ingest.reading import Reading
from articles.ingest.titles.contest import Contest

_LEAST_WORDS = 4
_LEAST_FUNCTION_WORDS = 2
_MOST_LINES = 3


def _is_in_another(line: str, own: str) -> bool:
    """Tell whether ``line``, of four words or more, has function words of some language, two at least, and none of the language ``own``."""
    is_long = len(line.split()) >= _LEAST_WORDS and not count_function_words(line, own)
    return is_long and count_function_words(line, likest_language(line)) >= _LEAST_FUNCTION_WORDS


def _is_in(line: str, own: str) -> bool:
    return len(line.split()) >= _LEAST_WORDS and likest_language(line) == own and count_function_words(line, own) > 0


def says_title_in_another_language(contest: Contest, i: int) -> bool:
    """The line, of four words or more, is in another language than the text, and a candidate near it is in the text's own."""
    own = contest.language_of_text
    near = (j for j in contest.titles if 0 < abs(i - j) <= _MOST_LINES)
    return bool(own) and _is_in_another(contest.line(i), own) and any(_is_in(contest.line(j), own) for j in near)


def remove_titles_in_other_languages(reading: Reading) -> None:
    """Leave out the title in other languages, right below the title, where a journal prints it in several."""
    page = reading.page
    title = reading.title_line()
    first = next((i for i in page.kept() if title is not None and i > title and page.is_prose(i)), None)
    own = detect_language(page.raw(first)[:2000]) if first is not None and not reading.layer.is_marked_up else None
    if own is None or likest_language(page.line(title)) != own:
        return
    for i in range(title + 1, min(first, title + 1 + _MOST_LINES)):
        if not reading.is_kept(i) or not page.is_short(i) or not _is_in_another(page.line(i), own):
            return
        page.removed[i] = "title in another language"
