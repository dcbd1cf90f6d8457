"""The headline, where a line of the head shows far more of one than the line the rules have taken for it."""

from __future__ import annotations

from articles.ingest.learned.features import Sheet
from articles.ingest.learned.weights import weights_of
from articles.ingest.lines import names_site
from articles.ingest.reading import SITE_BORDER, Reading
from articles.ingest.titles.candidates import is_house_of_author, may_be_title
from articles.ingest.titles.parting import part_from_title

# In logarithms of odds: how much more a line must show than the one the rules took, how much where they took none,
# and how little a headline shows that is given up without another.
_LEAST_ADVANTAGE = 2.0
_LEAST_ODDS = 0.5
_LEAST_ODDS_OF_ONLY_ONE = 1.0
_NO_HEADLINE = -5.0
_LEAST_ODDS_ABOVE_DECK = -1.5
_ODDS_OF_CAPITALS = 3.0
_LEAST_ODDS_AGAINST_CAPTION = -1.0


def vote_on_headline(reading: Reading) -> None:
    """Take another line of the head for the title than the rules did, or one where they took none, if it shows far more of a headline.

    A title that shows hardly anything of one is given up.
    """
    page = reading.page
    sheet = Sheet(page)
    weights = weights_of("headline")
    taken = _lines_of_title(reading)
    own = max((weights.score(sheet.headline(i, line)) for i in taken if i in sheet.lines for line in (None, reading.values["title"])), default=0.0)
    odds = {
        i: weights.score(sheet.headline(i)) - _ODDS_OF_CAPITALS * _is_in_capitals_alone(reading, i)
        for i in sheet.lines_of_head()
        if reading.is_kept(i)
        and page.is_short(i)
        and _may_be_headline(reading, i)
        and not (taken and own > _LEAST_ODDS_AGAINST_CAPTION and i in reading.captions)
    }
    best = max(odds, key=odds.__getitem__, default=None)
    if best is None or odds[best] < max(_LEAST_ODDS, own + _LEAST_ADVANTAGE if taken else _LEAST_ODDS_OF_ONLY_ONE):
        best = taken[0] if taken else None
    else:
        best = _headline_above_deck(reading, odds | dict.fromkeys(taken, own), best)
    if best is not None and best not in taken:
        _release(reading, taken)
        _leave_out_as_caption(reading, best)
        reading.state_line("title", best)
        if not reading.layer.markup:
            part_from_title(reading, best)
    elif taken and own < _NO_HEADLINE:
        _release(reading, taken)


def _headline_above_deck(reading: Reading, odds: dict[int, float], best: int) -> int:
    """Return the shorter line right above the line ``best`` if it may be a headline too, else ``best``: a deck says more than its headline."""
    above = best - 1
    if odds.get(above, _NO_HEADLINE) < _LEAST_ODDS_ABOVE_DECK:
        return best
    words = len(reading.page.line(above).split())
    return above if 2 <= words < len(reading.page.line(best).split()) else best


def _may_be_headline(reading: Reading, i: int) -> bool:
    """Tell whether nothing forbids that line ``i`` is a headline: at the very top of a page stands the name of its site, a motto behind it."""
    line = reading.page.line(i)
    if line[0] in "«‹" and line[-1] in "»›" and " | " in line:
        return False  # the way from one entry of a blog to the next
    if is_house_of_author(reading.page, i, line):
        return False
    names_its_site = names_site(line) or ("title" in reading.values and SITE_BORDER.search(line))
    return i > 0 or (may_be_title(reading, i) and not names_its_site)


def _is_in_capitals_alone(reading: Reading, i: int) -> bool:
    """Tell whether line ``i`` is in capitals and the title that was taken is not: a row of topics, a section."""
    title = reading.values.get("title")
    return bool(title) and not title.isupper() and reading.page.line(i).isupper()


def _leave_out_as_caption(reading: Reading, i: int) -> None:
    """Where headline ``i`` was taken for a caption because a picture has it for its text right below: it is no caption, and printed again there."""
    page = reading.page
    if i not in reading.captions:
        return
    reading.captions.discard(i)
    below = i + 1
    while below < page.count and page.removed.get(below) == "repeated caption":
        page.removed[below] = "repeated title"
        below += 1


def _lines_of_title(reading: Reading) -> list[int]:
    page = reading.page
    spans = reading.spans.get("title", ()) if "title" in reading.values else ()
    return [i for i in sorted(reading.stated) if any(page.start(i) < end and start < page.end(i) for start, end in spans)]


def _release(reading: Reading, taken: list[int]) -> None:
    """Take back that the lines ``taken`` hold the title, and what was left out beside it."""
    page = reading.page
    reading.take_back("title")
    reading.stated.difference_update(taken)
    reading.removed = [cut for cut in reading.removed if not any(page.start(i) <= cut.start < page.end(i) for i in taken)]
