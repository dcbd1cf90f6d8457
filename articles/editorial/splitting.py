"""One entity that is really two: the articles go through an editor's hands, one by one."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from django.db import transaction

from articles.models import TaggedEntity
from articles.search import index
from entities.models import Entity
from kzarchive.history.models import write

from .errors import NothingChanged, NotReady, ReasonMissing
from .publishing import require

STAYS, GOES, BOTH = "stays", "goes", "both"


@transaction.atomic
def split(entity: Entity, into: Entity, answers: Mapping[int, str], *, by, reason: str) -> int:
    """Give the tags of ``entity`` to ``into`` as ``answers`` say, by the primary key of the tag; return how many were answered with a move.

    STAYS leaves a tag, GOES hands it over, BOTH adds one of the other. A tag that is no longer of ``entity`` is passed over.
    Addresses stay with ``entity``: ``into`` has its own. Raises NotAllowed, ReasonMissing, NotReady, NothingChanged.
    """
    require(by, "articles.change_taggedentity")
    if not reason.strip():
        raise ReasonMissing("Say why the two are not one: the reason stays in the history.")
    living = set(Entity.objects.living().select_for_update().filter(pk__in=sorted([entity.pk, into.pk])).values_list("pk", flat=True))
    if entity.pk == into.pk or living != {entity.pk, into.pk}:
        raise NotReady([("merged", "The other must be another entity that stands for itself.")])
    taggings = list(TaggedEntity.objects.select_for_update().filter(tag=entity, pk__in=answers).order_by("pk"))
    there = set(
        TaggedEntity.objects.filter(tag=into, content_object__in=[t.content_object_id for t in taggings]).values_list("content_object", flat=True)
    )
    moved: list[int] = []
    for tagging in taggings:
        verdict = answers[tagging.pk]
        has_other = tagging.content_object_id in there
        if verdict == STAYS:
            continue
        if verdict == GOES and has_other:
            tagging.delete()
        elif verdict == GOES:
            TaggedEntity.objects.filter(pk=tagging.pk).update(tag=into, confirmed_by=by)
        elif not has_other:
            TaggedEntity.objects.create(content_object_id=tagging.content_object_id, tag=into, is_certain=tagging.is_certain, confirmed_by=by)
        moved.append(tagging.content_object_id)
    if not moved and not taggings:
        raise NothingChanged("None of these tags is there any more.")
    if moved:
        batch, articles = uuid.uuid4(), {"articles": moved}
        write("split", entity, by=by, before=articles, after={"into": into.pid}, reason=reason, batch=batch)
        write("split", into, by=by, before={"from": entity.pid}, after=articles, reason=reason, batch=batch)
        index(moved)
    return len(moved)
