"""Looking a draft through, beside its capture: words put back, values taken from the text, warnings settled, turns given to others."""

from __future__ import annotations

import unicodedata
from copy import copy
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from articles import search, store
from articles.ingest.dates import find_dates
from articles.ingest.stretches import NoPlace, put_back
from articles.models import Article, Author, Contribution, Note, Publication, Reading, Suggestion, Version
from kzarchive.fields import validate_storable
from kzarchive.history.models import write

from .duplicates import remember_different
from .errors import InvalidRecord, NotAllowed, WrongState
from .publishing import missing_for_publishing, require, save_draft

UNPUBLISHED = (Article.State.DRAFT, Article.State.IN_REVIEW)

# Fields that may be taken from the text, and the name under which a reading keeps where each stands.
EVIDENCE = {
    "title": "title", "subtitle": "subtitle", "byline": "byline", "author": "authors", "published_on": "published_on",
    "publication": "publication", "section": "section", "volume": "volume", "issue": "issue", "pages": "pages", "dateline": "dateline",
    "rights_printed": "rights",
}  # fmt: skip
LONGEST_TAKEN = 1_000


def _held(article: Article, by, permission: str = "articles.change_article", *, is_held: bool = False) -> Article:
    """Return ``article`` as it is now, held until the transaction ends; drafts are everybody's, what is in review an editor's."""
    require(by, permission)
    article = copy(article) if is_held else Article.objects.select_for_update().get(pk=article.pk)
    if article.state not in UNPUBLISHED:
        raise WrongState(f"{article.pid} is {article.get_state_display().lower()}: its text and record change by a revision.")
    if article.state == Article.State.IN_REVIEW:
        require(by, "articles.review_article")
    return article


def _reading_of(article: Article, reading: Reading, *, is_held: bool = False) -> Reading:
    """Return ``reading`` as it is now. It stays so while ``article`` is held: whoever changes one holds its article first."""
    return reading if is_held and reading.article_id == article.pk else article.readings.select_related("capture").get(pk=reading.pk)


def text_layer(reading: Reading) -> str:
    """Return the text layer that the spans of ``reading`` count in. Raises store.FileLost."""
    return store.get(reading.capture.text_sha256).decode()


@transaction.atomic
def restore(article: Article, *, by, reading: Reading, start: int, end: int, held: Version | None = None) -> None:
    """Put a removed span of the capture back into the text of a draft, at its place. Raises InvalidRecord, WrongState.

    ``held`` is the text, where the caller holds the article in this transaction and has read both since, and ``reading`` too.
    """
    article = _held(article, by, is_held=held is not None)
    reading = _reading_of(article, reading, is_held=held is not None)
    found = next((entry for entry in reading.removed if (entry["start"], entry["end"]) == (start, end)), None)
    if found is None:
        raise InvalidRecord({"text": ["These words are no removed span of this capture, or were put back already."]})
    version = held or article.versions.get(number=1)
    left_out = [(entry["start"], entry["end"]) for entry in reading.removed]
    left_out += [tuple(span) for spans in reading.spans.values() for span in spans]
    try:
        body = put_back(text_layer(reading), span=(start, end), left_out=left_out, body=version.body)
    except NoPlace as error:
        raise InvalidRecord({"text": [str(error)]}) from None
    reading.removed = [entry for entry in reading.removed if entry is not found]
    reading.save(update_fields=["removed"])
    former = version.sha256
    version = save_draft(article, by=by, body=body, is_noted=False, held=version)
    write("restore words", article, by=by, before={"sha256": former, "removed": found}, after={"sha256": version.sha256, "removed": None})


def value_of(article: Article, field: str, text: str) -> dict[str, Any]:
    """Return the values, by field name, that ``text`` gives where an editor says that it is ``field``. Raises InvalidRecord."""
    words = " ".join(unicodedata.normalize("NFC", text).split())
    if field not in EVIDENCE:
        raise InvalidRecord({"field": ["This is no field that can be taken from the text."]})
    if not words or len(words) > LONGEST_TAKEN:
        raise InvalidRecord({field: [f"Choose some words, at most {LONGEST_TAKEN:,} characters." if words else "There are no words there."]})
    try:
        validate_storable(words)
    except ValidationError as error:
        raise InvalidRecord({field: list(error.messages)}) from None
    if field == "published_on":
        dates = find_dates(words)
        readings = {reading for date in dates for reading in date.readings}
        if len(readings) != 1:
            both = f": {' or '.join(sorted(readings))}" if readings else ""
            raise InvalidRecord({field: [f"“{words[:60]}” can be read in several ways{both}." if readings else f"“{words[:60]}” holds no date."]})
        return {"published_on": readings.pop(), "published_basis": Article.Basis.STATED}
    if field == "publication":
        found = list(Publication.objects.titled(words)[:2])
        if len(found) != 1:
            what = "Several publications are" if found else "No publication is"
            raise InvalidRecord({field: [f"{what} called “{words[:100]}”: choose one, or add it first."]})
        return {"publication": found[0]}
    limit = 300 if field == "author" else Article._meta.get_field(field).max_length
    if len(words) > limit:
        raise InvalidRecord({field: [f"That is {len(words)} characters; {limit} is the most that fits."]})
    return {field: words}


@transaction.atomic
def take(article: Article, *, by, reading: Reading, field: str, start: int, end: int, is_held: bool = False) -> dict[str, Any]:
    """Say that a stretch of the capture is ``field`` of a draft. Of the words themselves only the span is remembered. Raises InvalidRecord.

    With ``is_held`` the caller holds the article in this transaction, and has read it and ``reading`` since.
    """
    article = _held(article, by, is_held=is_held)
    reading = _reading_of(article, reading, is_held=is_held)
    layer = text_layer(reading)
    if not 0 <= start < end <= len(layer):
        raise InvalidRecord({field: ["These words are not in the capture."]})
    values = value_of(article, field, layer[start:end])
    before, after = _point(reading, field, start, end)
    if field == "author":
        position = (article.contributions.order_by("-position").values_list("position", flat=True).first() or 0) + 1
        known = list(Author.objects.named(values["author"]).exclude(contributions__article=article)[:2])
        Contribution.objects.create(article=article, position=position, name=values["author"], author=known[0] if len(known) == 1 else None)
        before["author"], after["author"] = None, values["author"]
    else:
        for column, value in values.items():
            before[column], after[column] = (str(old) if (old := getattr(article, column)) is not None else None), str(value)
            setattr(article, column, value)
        try:
            article.clean()
        except ValidationError as error:
            if faults := {key: value for key, value in error.message_dict.items() if key in values}:
                raise InvalidRecord(faults) from None
        article.save()
    search.index([article.pk], held=[article.pk])
    write("take from text", article, by=by, before=before, after=after)
    return values


def _point(reading: Reading, field: str, start: int, end: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """Keep that ``field`` stands at this span of the capture; return what stood there before and what does now, for the history."""
    name = EVIDENCE[field]
    former = reading.spans.get(name, [])
    spans = sorted({*map(tuple, former), (start, end)}) if field == "author" else [(start, end)]
    reading.spans = {**reading.spans, name: [list(span) for span in spans]}
    reading.save(update_fields=["spans"])
    return {"evidence": {name: former}}, {"evidence": {name: reading.spans[name]}}


@transaction.atomic
def point_to(article: Article, *, by, reading: Reading, field: str, start: int, end: int, is_held: bool = False) -> None:
    """Keep where in the capture a value stands that an editor took from it and saved with the others. Raises InvalidRecord."""
    article = _held(article, by, is_held=is_held)
    reading = _reading_of(article, reading, is_held=is_held)
    if field not in EVIDENCE or not 0 <= start < end <= len(text_layer(reading)):
        raise InvalidRecord({"evidence": ["These words are not in the capture."]})
    before, after = _point(reading, field, start, end)
    write("take from text", article, by=by, before=before, after=after)


@transaction.atomic
def settle(reading: Reading, *, by, doubt: int) -> None:
    """Note that a person looked at a warning of a reading and settled it."""
    article = _held(reading.article, by)
    reading = Reading.objects.select_for_update(of=("self",)).get(pk=reading.pk)
    if not 0 <= doubt < len(reading.doubts):
        raise InvalidRecord({"warning": ["There is no such warning."]})
    entry = reading.doubts[doubt]
    if entry.get("settled_by"):
        return
    reading.doubts = [{**one, "settled_by": by.get_username()} if at == doubt else one for at, one in enumerate(reading.doubts)]
    reading.save(update_fields=["doubts"])
    if entry["code"] == "near-duplicate":
        if article.resembles and by.has_perm("articles.review_article"):
            remember_different(article, article.resembles, by=by)
        article.resembles = None
    article.open_doubts = max(0, article.open_doubts - 1)
    article.save(update_fields=["open_doubts", "resembles"])
    write("settle warning", article, by=by, before={"warning": entry["message"]}, after={"warning": f"settled by {by.get_username()}"})


@transaction.atomic
def assign(article: Article, *, by, to) -> Article:
    """Give the next turn on an article to ``to``, or to nobody."""
    require(by, "articles.change_article")
    article = Article.objects.select_for_update().get(pk=article.pk)
    if to is not None and not (to.is_active and to.is_staff and to.has_perm("articles.change_article")):
        raise NotAllowed(f"{to.get_username()} has no desk at which this could be done.")
    if article.assigned_to != to:
        before = {"assigned_to": article.assigned_to and article.assigned_to.get_username()}
        article.assigned_to = to
        article.save(update_fields=["assigned_to"])
        write("assign", article, by=by, before=before, after={"assigned_to": to and to.get_username()})
    return article


@transaction.atomic
def add_note(article: Article, *, by, text: str) -> Note:
    """Leave a private note on an article. Raises InvalidRecord."""
    require(by, "articles.change_article")
    text = text.strip()
    if not text:
        raise InvalidRecord({"note": ["Write something, or leave it."]})
    try:
        validate_storable(text)
    except ValidationError as error:
        raise InvalidRecord({"note": list(error.messages)}) from None
    return Note.objects.create(article=article, by=by, text=text)


@dataclass(frozen=True)
class Point:
    """One point of the list that is gone through before publishing: whether it is met, why it matters, whether it stands in the way."""

    code: str
    label: str
    why: str
    is_met: bool
    is_needed: bool = False


def checklist(article: Article, *, open_tags: int | None = None, version: Version | None = None) -> list[Point]:
    """Return what to look at before ``article`` is published, what stands in the way first; in few queries.

    ``open_tags`` is the number of suggested tags without an answer, ``version`` the newest one, where they are known already.
    """
    missing = missing_for_publishing(article, version)
    if open_tags is None:
        open_tags = article.suggestions.filter(answer=Suggestion.Answer.OPEN).count()
    authors = list(article.contributions.values_list("author", flat=True))
    unsettled, has_author = authors.count(None), bool(article.byline or authors)
    points = [
        Point(code, message, "Nothing is published that readers could not use or the archive not keep.", False, True) for code, message in missing
    ]
    points += [
        Point("title", "It has a title", "Without one it is cited by its first words in brackets.", bool(article.title)),
        Point("author", "It says who wrote it", "It is found under its author, and cited by name.", has_author),
        Point("authors-known", "Every name of the by-line is an author the archive knows", "Else the author's page does not list it.", not unsettled),
        Point("publication", "It says where it was printed", "A reader looks for the original there.", article.publication_id is not None),
        Point("date", "It says when it was printed", "It stands in every list by its date; undated it comes last.", bool(article.published_on)),
        Point("language", "Its language is known", "Words are searched and read aloud by the rules of their language.", bool(article.language)),
        Point("rights", "Its rights are known", "Unknown rights keep the text closed, for the archive's own safety.", bool(article.rights)),
        Point("abstract", "It has an abstract", "Where the text is closed it is all that readers see.", bool(article.abstract) or article.shows_text),
        Point("warnings", "No warning of its reading is open", "Each names something the archive could not be sure of.", not article.open_doubts),
        Point("duplicate", "It is no near-duplicate", "One text printed twice is one article, also printed elsewhere.", article.resembles_id is None),
        Point("tags", "Every suggested tag has an answer", "Readers find it by whom and what it speaks of.", not open_tags),
    ]
    return sorted(points, key=lambda point: (not point.is_needed, point.is_met))
