"""Texts that are nearly the same: which they are, and what an editor answers, once for all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db import transaction
from django.utils import timezone

from articles.ingest.sketch import NEAR, resemblance, shingles, sketch
from articles.models import AlsoPrinted, Article, ComparedTexts, Sketch, Version
from kzarchive.history.models import values_of, write

from .answers import Answers
from .errors import InvalidRecord, WrongState
from .publishing import Printing, printings_of, require, revise, take_away

# A capture shares this many of its sketch's numbers with another text before the two are compared in full.
SHARED_FOR_COMPARISON = 2
COMPARED_IN_FULL = 5


@dataclass(frozen=True)
class Near:
    """Another article with nearly the same text; ``resemblance`` is the part of their shingles that both have, 0 to 1."""

    article: Article
    resemblance: float


def likeliest(values: Iterable[int], by_value: dict[int, set[str]]) -> list[str]:
    """Return the keys that share enough of ``values`` to be worth a comparison in full, those that share most first."""
    values = list(values)
    shared = Counter(key for value in values for key in by_value.get(value, ()))
    enough = min(SHARED_FOR_COMPARISON, len(values))
    return [key for _, key in sorted((-count, key) for key, count in shared.items() if count >= enough)]


def near_duplicates(article: Article) -> list[Near]:
    """Return the other articles whose text is nearly that of ``article``, the nearest first; without those an editor said are others."""
    version = article.versions.order_by("-number").first()
    if version is None or not version.body:
        return []
    own = shingles(version.body)
    values = sketch(own)
    by_value: dict[int, set[str]] = {}
    for value, pid in Sketch.objects.sharing(values):
        by_value.setdefault(value, set()).add(pid)
    pids = [pid for pid in likeliest(values, by_value) if pid != article.pid][: 4 * COMPARED_IN_FULL]
    newest: dict[str, Version] = {}
    for other in Version.objects.filter(article__pid__in=pids).select_related("article").order_by("number"):
        newest[other.article.pid] = other
    answers = Answers.on([version.sameness_key])
    compared = [newest[pid] for pid in pids if pid in newest and not answers.say_different(version.sameness_key, newest[pid].sameness_key)]
    found = [Near(other.article, resemblance(own, shingles(other.body))) for other in compared[:COMPARED_IN_FULL]]
    return sorted((near for near in found if near.resemblance >= NEAR), key=lambda near: (-near.resemblance, near.article.pid))


@transaction.atomic
def not_a_duplicate(article: Article, other: Article, *, by, reason: str = "") -> ComparedTexts:
    """Remember that the texts of two articles are two texts, however like; nobody is asked again. Raises InvalidRecord."""
    require(by, "articles.review_article")
    held = {row.pk: row for row in Article.objects.select_for_update().filter(pk__in=[article.pk, other.pk]).order_by("pk")}
    article, other = held[article.pk], held[other.pk]
    row = remember_different(article, other, by=by, reason=reason)
    for each, another in ((article, other), (other, article)):
        _settle_doubts(each, another, by=by)
    write("not a duplicate", article, by=by, before={}, after={"of": other.pid}, reason=reason)
    return row


@transaction.atomic
def also_printed_in(article: Article, other: Article, *, by, reason: str = "") -> Article:
    """Make ``article``, a draft, a further printing of ``other``: its captures stay with that one, its own record goes.

    What the draft says of where and when it was printed becomes the printing's; a published ``other`` gets it by a revision.
    The same text brought in again is kept with ``other`` at once. Raises WrongState, InvalidRecord, NotAllowed.
    """
    require(by, "articles.review_article")
    held = {row.pk: row for row in Article.objects.select_for_update().filter(pk__in=[article.pk, other.pk]).order_by("pk")}
    article, other = held[article.pk], held[other.pk]
    if article.was_ever_public:
        raise WrongState("It was public: withdraw it as a duplicate instead, so that its address leads to the other.")
    one, two = _texts(article, other)
    if article.publication_id is None:
        raise InvalidRecord({"publication": ["Say first where this one was printed: a printing needs a publication."]})
    printing = Printing(
        article.publication_id,
        title=article.title if article.title != other.title else None,
        published_on=article.published_on,
        volume=article.volume,
        issue=article.issue,
        pages=article.pages,
    )
    there = printings_of(other)
    if not any(replace(known, note=None) == printing for known in there):
        if other.was_ever_public:
            revise(other, by=by, reason=reason.strip() or "Also printed elsewhere", printings=[*there, printing])
        else:
            AlsoPrinted.objects.create(article=other, **{name: getattr(printing, name) for name in Printing.__dataclass_fields__})
            write("also printed", other, by=by, before={}, after={"in": article.publication.title}, reason=reason)
    _remember(one, two, by=by, answer=ComparedTexts.Answer.REPRINT, reason=reason, kept=two.sameness_key)
    known = set(other.readings.values_list("capture_id", flat=True))
    for reading in article.readings.all():
        if reading.capture_id in known:
            reading.delete()
        else:
            reading.article = other
            reading.doubts = [{"settled_by": by.get_username(), **doubt} for doubt in reading.doubts]  # of a record that goes
            reading.save()
    article.notes.update(article=other)
    write("found printed elsewhere", article, by=by, before=values_of(article), after={"kept as": other.pid}, reason=reason)
    take_away([article])
    return other


def _texts(article: Article, other: Article) -> tuple[Version, Version]:
    one, two = (each.versions.order_by("-number").first() for each in (article, other))
    if article.pk == other.pk:
        raise InvalidRecord({"other": ["This is the same article."]})
    if one is None or two is None or not one.body or not two.body:
        raise InvalidRecord({"other": ["One of the two has no text: there is nothing to compare."]})
    return one, two


def _remember(one: Version, two: Version, *, by, answer: str, reason: str, kept: str | None = None) -> ComparedTexts | None:
    if one.sameness_key == two.sameness_key:
        if answer == ComparedTexts.Answer.DIFFERENT:
            raise InvalidRecord({"other": ["The two texts are the same, but for blanks and signs."]})
        return None
    first, second = sorted((one.sameness_key, two.sameness_key))
    row, _ = ComparedTexts.objects.update_or_create(
        one_key=first,
        other_key=second,
        defaults={"answer": answer, "kept_key": kept, "reason": reason.strip(), "answered_by": by, "answered_at": timezone.now()},
    )
    return row


def remember_different(article: Article, other: Article, *, by, reason: str = "") -> ComparedTexts:
    """Keep the answer that these are two texts, whatever else is done with the question. Raises InvalidRecord."""
    one, two = _texts(article, other)
    return _remember(one, two, by=by, answer=ComparedTexts.Answer.DIFFERENT, reason=reason)


def _settle_doubts(article: Article, other: Article, *, by) -> None:
    """Settle the warning that ``article`` may be ``other``: it is answered."""
    count = 0
    for reading in article.readings.all():
        doubts = []
        for doubt in reading.doubts:
            is_it = doubt["code"] == "near-duplicate" and other.pid in doubt["message"] and not doubt.get("settled_by")
            doubts.append({**doubt, "settled_by": by.get_username()} if is_it else doubt)
            count += is_it
        if doubts != reading.doubts:
            reading.doubts = doubts
            reading.save(update_fields=["doubts"])
    if count or article.resembles_id == other.pk:
        article.open_doubts = max(0, article.open_doubts - count)
        article.resembles = None if article.resembles_id == other.pk else article.resembles
        article.save(update_fields=["open_doubts", "resembles"])
