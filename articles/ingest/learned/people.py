"""Who wrote a text, where the names on its page show it, or show that whom the rules took for its author is none."""

from __future__ import annotations

from articles.ingest.claiming import claim
from articles.ingest.learned.features import Sheet
from articles.ingest.learned.names import Name, Names, Place, place_of
from articles.ingest.learned.weights import weights_of
from articles.ingest.reading import Reading, key_of_name
from articles.ingest.record import DraftAuthor
from articles.ingest.statements.field import Field
from articles.ingest.statements.names import names_person, without_degrees

# In logarithms of odds. What a name must show where the rules found no author; and what another must that stands beside an author.
_LEAST_ODDS = 0.8
_LEAST_ODDS_BESIDE = 0.0
_LEAST_ODDS_BESIDE_KNOWN = 2.5
_LEAST_ODDS_IN_FOOT = 3.5
# How little a name shows that is no author's, be it the only one; and how much less than another that is.
_NO_AUTHOR = -4.6
_DISADVANTAGE_OF_OTHERS = 3.5
_ODDS_OF_AUTHOR = 1.0
_ADVANTAGE_OF_SHORTER = 2.0
_MOST_LINES_APART = 2


class _Vote:
    """What the names of a page show, the best of each bearer first."""

    def __init__(self, reading: Reading, place: Place) -> None:
        names = Names(Sheet(reading.page), place)
        weights = weights_of("author")
        self.odds = {name: weights.score(names.features(name)) for name in names.found}
        self.odds = {name: odds for name, odds in self.odds.items() if not name.part or odds >= self._odds_of_whole(name) + _ADVANTAGE_OF_SHORTER}
        self.best: dict[str, Name] = {}
        for name in sorted(self.odds, key=self.odds.__getitem__, reverse=True):
            self.best.setdefault(name.key, name)

    def _odds_of_whole(self, part: Name) -> float:
        """Return the odds of the longer name of which ``part`` leaves out a word."""
        wholes = (
            odds for name, odds in self.odds.items() if not name.part and name.line == part.line and name.start <= part.start < part.end <= name.end
        )
        return max(wholes, default=0.0)

    def of(self, key: str) -> float | None:
        return self.odds[self.best[key]] if key in self.best else None

    def lines(self, key: str) -> set[int]:
        return {name.line for name in self.odds if name.key == key}


def vote_on_authors(reading: Reading) -> None:
    """Take those for the authors whose names show it, where the rules found none, and none for an author whose name shows hardly anything of one."""
    place = place_of(reading)
    if place is None:
        return
    vote = _Vote(reading, place)
    _take_shorter_names(reading, vote)
    _give_up_others(reading, vote)
    taken: list[Name] = []
    for name in vote.best.values():
        if _may_be_taken(reading, vote, name) and vote.odds[name] >= _odds_needed(reading, vote, taken, name) and not _is_known(reading, taken, name):
            taken.append(name)
    for name in sorted(taken, key=lambda name: (name.line, name.start)):
        _take(reading, name)


def _odds_needed(reading: Reading, vote: _Vote, taken: list[Name], name: Name) -> float:
    if reading.authors:
        known = set().union(*(vote.lines(key_of_name(author.name)) for author in reading.authors))
        return _LEAST_ODDS_BESIDE_KNOWN if name.line in known else float("inf")
    if not taken:
        return _LEAST_ODDS
    return _LEAST_ODDS_BESIDE if any(abs(name.line - other.line) <= _MOST_LINES_APART for other in taken) else float("inf")


def _is_known(reading: Reading, taken: list[Name], name: Name) -> bool:
    """Tell whether ``name`` is, or is a part of, the name of one who is an author already, or stands in the same letters."""
    keys = {*(key_of_name(author.name) for author in reading.authors), *(other.key for other in taken)}
    if any(name.key in key or key in name.key for key in keys):
        return True
    return any(name.line == other.line and name.start < other.end and other.start < name.end for other in taken)


def _take_shorter_names(reading: Reading, vote: _Vote) -> None:
    """Take for the name of an author the part of it that shows far more of one than the whole: "NAME Contributor", "Almaty NAME"."""
    for author in list(reading.authors):
        key = key_of_name(author.name)
        whole = vote.of(key)
        shorter = next((name for name in vote.best.values() if name.key in key and name.key != key and name.text[-1] != "."), None)
        is_name = names_person(author.name) and whole is None
        if shorter is None or is_name or key_of_name(without_degrees(author.name)) == shorter.key:
            continue
        if vote.odds[shorter] < max(_ODDS_OF_AUTHOR, (-1.0 if whole is None else whole) + _ADVANTAGE_OF_SHORTER):
            continue
        if reading.page.raw(shorter.line)[shorter.start : shorter.end] == shorter.text:
            _give_up(reading, {key})
            _take(reading, shorter, role=author.role, affiliation=author.affiliation)


def _give_up_others(reading: Reading, vote: _Vote) -> None:
    """Take back that they are authors whose names show hardly anything of one, or far less than another name does."""
    top = max((vote.odds[name] for name in vote.best.values()), default=0.0)
    odds = {key: value for author in reading.authors if (value := vote.of(key := key_of_name(author.name))) is not None}
    others = {key for key, value in odds.items() if value < _NO_AUTHOR or (top >= _ODDS_OF_AUTHOR and value < top - _DISADVANTAGE_OF_OTHERS)}
    lines = set().union(*(_lines_of(reading, author) for author in reading.authors if key_of_name(author.name) not in others))
    others = {key for key in others if not any(abs(i - j) <= _MOST_LINES_APART for i in vote.lines(key) for j in lines)}
    others = {key for key in others if not any(reading.page.is_prose(i) for i in vote.lines(key))}
    if others:
        _give_up(reading, others)


def _lines_of(reading: Reading, author: DraftAuthor) -> set[int]:
    """Return the lines in which ``author`` was found."""
    page, key = reading.page, key_of_name(author.name)
    spans = [span for span in reading.spans.get("authors", ()) if key_of_name(reading.layer.text[slice(*span)]) == key]
    return {i for i in reading.stated for start, end in spans if page.start(i) <= start < page.end(i)}


_OF_SOMETHING_ELSE = frozenset(
    {"related links", "tags", "photo credit", "repeated caption", "advertising", "comments", "share bar", "newsletter call", "menu", "page control",
     "editor of the text", "side column", "navigation"}
)  # fmt: skip


def _may_be_taken(reading: Reading, vote: _Vote, name: Name) -> bool:
    """Tell whether no rule knows that ``name`` stands in a card, a picture or another field; further below a text it must show more."""
    page, i = reading.page, name.line
    rule = page.removed.get(i)
    if rule in _OF_SOMETHING_ELSE or i in reading.captions or (rule == "page foot" and vote.odds[name] < _LEAST_ODDS_IN_FOOT):
        return False
    start, end = page.start(i) + name.start, page.start(i) + name.end
    return not any(first < end and start < last for field, spans in reading.spans.items() if field != "byline" for first, last in spans)


def _take(reading: Reading, name: Name, *, role: str | None = None, affiliation: str | None = None) -> None:
    """Note ``name`` as an author's: where it was left out, its letters are no longer."""
    start = claim(reading, name.line, name.text)
    if start is None:
        return
    at, end = reading.page.start(name.line), start + len(name.text)
    reading.note(Field("byline", name.text, start, end), at)
    reading.note(Field("authors", name.text, start, end, role=role, affiliation=affiliation), at)


def _give_up(reading: Reading, keys: set[str]) -> None:
    """Take back that those whose names have ``keys`` are authors; what stands there is left out, as far as no other field holds it."""
    reading.authors = [author for author in reading.authors if key_of_name(author.name) not in keys]
    fields = ("authors",) if reading.authors else ("authors", "byline")
    given_up: list[tuple[int, int]] = []
    for field in fields:
        spans = reading.spans.pop(field, [])
        given_up += [span for span in spans if not reading.authors or key_of_name(reading.layer.text[slice(*span)]) in keys]
        if left := [span for span in spans if span not in given_up]:
            reading.spans[field] = left
    if not reading.authors:
        reading.values.pop("byline", None)
    _leave_out(reading, given_up)


def _leave_out(reading: Reading, spans: list[tuple[int, int]]) -> None:
    """Leave out ``spans`` of stated lines, as far as no other field holds them."""
    page = reading.page
    held = [span for of_field in reading.spans.values() for span in of_field]
    stated = [(page.start(i), page.end(i)) for i in reading.stated]
    at = 0
    for start, end in sorted(spans):
        is_held = any(first < end and start < last for first, last in held)
        if not is_held and any(first <= start < last for first, last in stated) and end > at:
            reading.remove_stretch(max(start, at), end, "name of no author")
            at = end
