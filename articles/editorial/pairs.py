"""Records that may be one, found by what they are called: proposed with the evidence, never merged by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, islice, product

from articles.models import Article, Author, Contribution, Publication, PublicationTitle, TaggedEntity
from entities.models import Entity, Name
from entities.names import is_same_name, key_words
from kzarchive.merging import acts
from kzarchive.merging.models import Mergeable, Pair
from kzarchive.text import fold

# A name borne by more than these stands for a common word: its bearers are not looked at two by two.
MOST_BEARERS = 8
MOST_KEYS = 32  # of one name

SAME_NAME, SAME_SPELLED, SAME_KIND, SHARES_ARTICLES = 4, 2, 1, 1

Called = tuple[int, str]  # the record's primary key, and one of its names


def propose_pairs() -> int:
    """Look through entities, authors and publications, and put in the queue those that may be one; return how many stand there open.

    An answered pair is left alone. What speaks for an open one is written anew.
    """
    called: dict[type[Mergeable], list[Called]] = {
        Entity: list(Name.objects.order_by("pk").values_list("entity", "text")),
        Author: list(Author.objects.living().order_by("pk").values_list("pk", "name")),
        Publication: [
            *Publication.objects.living().order_by("pk").values_list("pk", "title"),
            *PublicationTitle.objects.order_by("pk").values_list("publication", "title"),
        ],
    }
    for model, names in called.items():
        found = _by_name(names)
        records = model._default_manager.living().in_bulk({pk for pair in found for pk in pair})
        for (one, other), (evidence, weight) in found.items():
            if one in records and other in records:
                shared = _shared_articles(records[one], records[other])
                more = [f"{shared} article{'' if shared == 1 else 's'} of both."] if shared else []
                kinds = SAME_KIND if getattr(records[one], "kind", None) == getattr(records[other], "kind", None) else 0
                weight += kinds + (SHARES_ARTICLES if shared else 0)
                acts.propose(records[one], records[other], evidence=[*evidence, *more], weight=weight)
    return Pair.objects.filter(answer=Pair.Answer.OPEN).count()


def _by_name(names: Iterable[Called]) -> dict[tuple[int, int], tuple[list[str], int]]:
    """Return the pairs of records that share a name, or are spelled alike in another alphabet: what speaks for each, and how much."""
    alike: dict[str, list[Called]] = {}
    for pk, text in names:
        alike.setdefault(fold(text), []).append((pk, text))
        for sound in _sounds_of(text):
            alike.setdefault(sound, []).append((pk, text))
    found: dict[tuple[int, int], tuple[list[str], int]] = {}
    for bearers in alike.values():
        if not 1 < len({pk for pk, _ in bearers}) <= MOST_BEARERS:
            continue
        for (one, text), (other, spelled) in combinations(sorted(set(bearers)), 2):
            if one != other and (judged := _judged(text, spelled)) and judged[1] > found.get((one, other), ([], 0))[1]:
                found[one, other] = judged
    return found


def _judged(text: str, spelled: str) -> tuple[list[str], int] | None:
    if fold(text) == fold(spelled):
        return [f"Both are called “{text}”."], SAME_NAME
    if is_same_name(text, spelled):
        return [f"“{text}” and “{spelled}” are one name in two alphabets or spellings."], SAME_SPELLED
    return None


def _sounds_of(text: str) -> Iterator[str]:
    """Yield the keys at which the spellings of ``text`` meet; none of them is a folded name."""
    words = [sorted(keys) or [""] for keys in key_words(text)]
    for keys in islice(product(*words), MOST_KEYS):
        yield "~" + " ".join(keys)


def _shared_articles(one: Mergeable, other: Mergeable) -> int:
    """Return how many articles speak of both, or credit both, or were printed in both."""
    if isinstance(one, Entity):
        rows, column, of = TaggedEntity.objects, "tag", "content_object"
    elif isinstance(one, Author):
        rows, column, of = Contribution.objects, "author", "article"
    else:
        return Article.objects.filter(publication=one, also_printed__publication=other).count()
    return rows.filter(**{column: one, f"{of}__in": rows.filter(**{column: other}).order_by().values(of)}).count()
