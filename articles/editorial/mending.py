"""Text that was decoded by a wrong table is mended where an editor asks for it, and never otherwise."""

from __future__ import annotations

from django.db import transaction

from articles import search
from articles.ingest.mojibake import Mending, find_mojibake
from articles.models import Article, Contribution, Version
from kzarchive.history.models import write

from .asking import require
from .errors import NothingChanged
from .publishing import credits_of, revise, save_draft

_FIELDS = ("title", "subtitle", "byline", "section", "dateline", "rights_printed")


def offered_mending(article: Article) -> Mending | None:
    """Return what the newest text of ``article`` was meant to be, with the evidence; None where nothing is to be mended."""
    version = article.versions.order_by("-number").first()
    return find_mojibake(_whole(article, version)) if version else None


@transaction.atomic
def mend_encoding(article: Article, *, by) -> Version:
    """Set the text, the names and the titles of ``article`` as they were meant; one that was public gets a new version.

    What is sound stays as it is. The capture is not touched. Raises NothingChanged.
    """
    require(by, "articles.change_article")
    article = Article.objects.select_for_update().get(pk=article.pk)
    version = article.versions.order_by("-number").first()
    mending = find_mojibake(_whole(article, version)) if version else None
    if mending is None:
        raise NothingChanged("Nothing in this text was encoded twice, as far as can be told.")
    body = _mended(version.body)
    changes = {name: mended for name in _FIELDS if (value := getattr(article, name)) and (mended := _mended(value)) != value}
    if article.was_ever_public:
        credits = [type(credit)(**{**vars(credit), "name": _mended(credit.name)}) for credit in credits_of(article)]
        version = revise(article, by=by, reason=_reason(mending), body=body, kinds=version.kinds, changes=changes, credits=credits)
    else:
        before = {name: getattr(article, name) for name in changes}
        version = save_draft(article, by=by, body=body, kinds=version.kinds)
        article.refresh_from_db()
        for name, value in changes.items():
            setattr(article, name, value)
        article.save()
        for contribution in article.contributions.all():
            if (name := _mended(contribution.name)) != contribution.name:
                Contribution.objects.filter(pk=contribution.pk).update(name=name, author=None)
        search.index([article.pk])
        write("mend encoding", article, by=by, before=before, after=changes, reason=_reason(mending))
    _settle(article, by=by)
    return version


def _whole(article: Article, version: Version) -> str:
    return "\n\n".join(filter(None, (article.title, version.body)))


def _mended(text: str) -> str:
    mending = find_mojibake(text)
    return mending.text if mending else text


def _reason(mending: Mending) -> str:
    return f"{mending.meant_as} had been read as {mending.seen_as}: mended."


def _settle(article: Article, *, by) -> None:
    count = 0
    for reading in article.readings.all():
        open_ones = [doubt for doubt in reading.doubts if doubt["code"] == "mojibake" and not doubt.get("settled_by")]
        if open_ones:
            count += len(open_ones)
            reading.doubts = [{**doubt, "settled_by": by.get_username()} if doubt in open_ones else doubt for doubt in reading.doubts]
            reading.save(update_fields=["doubts"])
    quality = [mark for mark in article.quality if mark != "mojibake"]
    if not article.was_ever_public and (count or quality != article.quality):
        article.refresh_from_db()
        article.open_doubts, article.quality = max(0, article.open_doubts - count), quality
        article.save(update_fields=["open_doubts", "quality"])
