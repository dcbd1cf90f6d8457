"""What the archive makes of a text by itself and keeps beside it: read at once when the text changes, so that only what differs is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import zip_longest

from django.db.models import BigIntegerField, BooleanField, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast

from articles.models import Anchor, Claim, ComparedTexts, InTextSource, Sketch, Suggestion, TaggedEntity, Version
from entities.models import NamesToken


@dataclass
class Kept:
    """What is kept beside one text. ``sketch`` has the numbers by the keys of their rows; ``token`` that of the names as they stand now."""

    token: str | None = None
    suggestions: list[Suggestion] = field(default_factory=list)
    tagged: set[int] = field(default_factory=set)  # the entities that the article is tagged with
    sketch: dict[int, int] = field(default_factory=dict)
    sources: list[InTextSource] = field(default_factory=list)
    is_marked: bool = False  # a claim or a correction is anchored in it
    is_claimed: bool = False  # the article has a claim, be it on words of the text or not
    was_compared: bool = False  # somebody answered whether it is nearly the same as another


# What stands in the columns of the query, behind the kind of row and the key of its article or version: three numbers, a yes or no, four texts.
_SUGGESTED = ("pk", "entity_id", "count", "is_ambiguous", "found", "doubt", "out_of_use", "answer")
_NAMED = ("start", "end", None, None, "outlet", "published_on", "published_basis", "cue")
_NULLS = (*[Cast(Value(None), BigIntegerField())] * 3, Cast(Value(None), BooleanField()), *[Cast(Value(None), TextField())] * 4)


def kept_beside(versions: Iterable[Version]) -> dict[int, Kept]:
    """Return what is kept beside each of ``versions``, of different articles, by the keys of the articles. One query."""
    versions = list(versions)
    articles, keys = [version.article_id for version in versions], {version.sameness_key for version in versions} - {""}
    by_version = {version.pk: version.article_id for version in versions if version.pk}
    suggested, sketched = (model.objects.filter(article__in=articles) for model in (Suggestion, Sketch))
    anchored, named = (model.objects.filter(version__in=by_version) for model in (Anchor, InTextSource))
    compared = ComparedTexts.objects.filter(Q(one_key__in=keys) | Q(other_key__in=keys))
    asked = _rows("suggestion", suggested, "article_id", *_SUGGESTED).union(
        _rows("token", NamesToken.objects.all(), Value(0), None, None, None, None, "token"),
        _rows("tag", TaggedEntity.objects.filter(content_object__in=articles), "content_object_id", "tag_id"),
        _rows("number", sketched, "article_id", "pk", "value"),
        _rows("source", named, "version_id", *_NAMED),
        _rows("anchor", anchored, "version_id").distinct(),
        _rows("claim", Claim.objects.filter(article__in=articles), "article_id").distinct(),
        _rows("answer", compared, Value(0), None, None, None, None, "one_key", "other_key"),
        all=True,
    )
    kept = {article: Kept() for article in articles}
    for kind, key, *row in asked:
        match kind:
            case "token":
                for one in kept.values():
                    one.token = row[4]
            case "suggestion":
                kept[key].suggestions.append(Suggestion(article_id=key, **dict(zip(_SUGGESTED, row, strict=True))))
            case "tag":
                kept[key].tagged.add(row[0])
            case "number":
                kept[key].sketch[row[0]] = row[1]
            case "source":
                said = {name: value for name, value in zip(_NAMED, row, strict=True) if name}
                kept[by_version[key]].sources.append(InTextSource(version_id=key, **said))
            case "anchor":
                kept[by_version[key]].is_marked = True
            case "claim":
                kept[key].is_claimed = True
            case "answer":
                for version in versions:
                    kept[version.article_id].was_compared |= version.sameness_key in row[4:6]
    for one in kept.values():
        one.suggestions.sort(key=lambda suggestion: suggestion.pk)
        one.sources.sort(key=lambda source: source.start)
    return kept


def _rows(kind: str, found: QuerySet, key: str | Value, *columns: str | None) -> QuerySet:
    return found.order_by().values_list(Value(kind), key, *(column or null for column, null in zip_longest(columns, _NULLS)))
