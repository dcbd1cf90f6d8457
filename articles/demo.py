"""The demonstration archive: loaded once into an empty archive, and the only public records that may be taken away again."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Cast

from articles import editorial, search
from articles.models import (
    Article,
    Author,
    Claim,
    Contribution,
    Evidence,
    Publication,
    PublicationTitle,
    Question,
    TaggedEntity,
    Version,
)  # fmt: skip
from entities.models import Entity
from kzarchive.addresses.models import Kind, Pid
from kzarchive.history.models import values_of, write

FILE = Path("fixtures") / "demo.json"
CLAIMS_FILE = Path("fixtures") / "demo_claims.json"

# Values of a claim that stand in the file as they are kept; who and what it names stands there by slug.
CLAIM_VALUES = (
    "restatement", "kind", "reported_via", "reported_on", "holds_for", "holds_basis", "holds_words", "measured", "value", "unit", "as_of",
)  # fmt: skip

_LETTERS = {"paragraph": "p", "heading": "h", "caption": "c"}


def read() -> dict[str, list[dict[str, Any]]]:
    """Return the demonstration records as the file has them, under the keys publications, authors and articles."""
    return json.loads((settings.BASE_DIR / FILE).read_text(encoding="utf-8"))


def read_claims() -> dict[str, list[dict[str, Any]]]:
    """Return what is claimed in the demonstration articles, under the keys claims, links, questions and corrections (docs/claims.md)."""
    return json.loads((settings.BASE_DIR / CLAIMS_FILE).read_text(encoding="utf-8"))


@search.together()
def load(by) -> int:
    """Make and publish the demonstration records as an editor would, and return how many articles they are.

    Does nothing, and returns 0, in an archive that ever held an article, an author or a publication: so what was cleared
    never comes back, and no address can be taken. An entity that the archive does not hold (``entities.starter`` loads
    them) is no tag. Raises NotAllowed.
    """
    if Pid.objects.filter(kind__in=[Kind.ARTICLE, Kind.AUTHOR, Kind.PUBLICATION]).exists():
        return 0
    records = read()
    wanted = {slug for record in records["articles"] for slug in record["entities"]} | {record["entity"] for record in records["authors"]}
    entities = {entity.slug: entity for entity in Entity.objects.filter(slug__in=wanted - {None})}
    publications = {record["slug"]: _make_publication(record, by) for record in records["publications"]}
    authors = {record["slug"]: _make_author(record, by, entities) for record in records["authors"]}
    for record in records["articles"]:
        _publish(record, by, publications, authors, entities)
    _load_claims(read_claims(), by)
    return len(records["articles"])


def _load_claims(records: dict[str, list[dict[str, Any]]], by) -> None:
    """Mark, publish, assess and link as an editor would. One account does it all, and its findings are labelled so."""
    articles = {article.pid: article for article in Article.objects.filter(is_demo=True).select_related("current")}
    wanted = {slug for record in records["claims"] for slug in (*record["about"], record.get("subject"), _entity_asserting(record))}
    entities = {entity.slug: entity for entity in Entity.objects.filter(slug__in=wanted - {None})}
    authors = {author.slug: author for author in Author.objects.filter(is_demo=True)}
    publications = {publication.slug: publication for publication in Publication.objects.filter(is_demo=True)}
    claims: dict[str, Claim] = {}
    for record in records["claims"]:
        article = articles[record["article"]]
        asserted = record.get("asserted_by") or {}
        values = {name: record[name] for name in CLAIM_VALUES if record.get(name) is not None}
        values |= {
            "asserted_by_entity": entities.get(asserted.get("entity")),
            "asserted_by_author": authors.get(asserted.get("author")),
            "asserted_by_words": asserted.get("words"),
            "subject": entities.get(record.get("subject")) if record.get("measured") else None,
            "reported_publication": publications.get(record.get("reported_publication")),
        }
        span = editorial.find_words(article.current, record["quote"]) if record.get("quote") else None
        about = [entities[slug] for slug in record["about"] if slug in entities]
        claim = editorial.mark(article, by=by, span=span, values=values, about=about, pid=record["pid"])
        claims[claim.pid] = editorial.publish_claim(claim, by=by)
    for record in records["claims"]:
        for found in record.get("assessments", []):
            editorial.assess(
                claims[record["pid"]], by=by, finding=found["finding"], reasons=found["reasons"],
                evidence=[_source(piece, articles, claims) for piece in found["evidence"]], is_own_work_accepted=True,
            )  # fmt: skip
    for record in records["links"]:
        editorial.link(claims[record["from"]], claims[record["to"]], by=by, kind=record["kind"], reason=record["reason"])
    for record in records["questions"]:
        question = Question(pid=record["pid"], text=record["text"], summary=record["summary"], is_demo=True, created_by=by)
        question.save()
        write("add", question, by=by, after=values_of(question))
        question.claims.add(*(claims[pid] for pid in record["claims"]))
        editorial.publish_question(question, by=by)
    for record in records["corrections"]:
        article = articles[record["article"]]
        span = editorial.find_words(article.current, record["words"])
        editorial.correct(article, by=by, span=span, reading=record["reading"], reason=record["reason"])


def _entity_asserting(record: dict[str, Any]) -> str | None:
    return (record.get("asserted_by") or {}).get("entity")


def _source(piece: dict[str, Any], articles: dict[str, Article], claims: dict[str, Claim]) -> editorial.Source:
    return editorial.Source(
        article=articles[piece["article"]] if piece.get("article") else None,
        claim=claims[piece["claim"]] if piece.get("claim") else None,
        url=piece.get("url"),
        title=piece.get("title"),
        accessed_on=dt.date.fromisoformat(piece["accessed_on"]) if piece.get("accessed_on") else None,
        note=piece.get("note"),
    )


def _make_publication(record: dict[str, Any], by) -> Publication:
    publication = Publication.objects.create(**{name: value for name, value in record.items() if name != "titles"}, is_demo=True)
    for title in record["titles"]:
        PublicationTitle.objects.create(publication=publication, title=title["title"], from_year=title["from"], to_year=title["to"])
    write("add", publication, by=by, after=values_of(publication))
    return publication


def _make_author(record: dict[str, Any], by, entities: dict[str, Entity]) -> Author:
    author = Author.objects.create(**{**record, "entity": entities.get(record["entity"])}, is_demo=True)
    write("add", author, by=by, after=values_of(author))
    return author


def _publish(record: dict[str, Any], by, publications: dict[str, Publication], authors: dict[str, Author], entities: dict[str, Entity]) -> None:
    apart = {"authors", "publication", "topics", "entities", "body"}
    article = Article(
        **{name: value for name, value in record.items() if name not in apart},
        publication=publications[record["publication"]] if record["publication"] else None,
        is_demo=True,
        created_by=by,
    )
    article.save()
    write("add", article, by=by, after=values_of(article))
    for position, credit in enumerate(record["authors"], start=1):
        Contribution.objects.create(
            article=article, position=position, name=credit["name"], author=authors[credit["author"]] if credit["author"] else None,
            role=credit["role"], affiliation=credit["affiliation"],
        )  # fmt: skip
    blocks = record.get("body", [])
    editorial.save_draft(
        article, by=by, body="\n\n".join(block["text"] for block in blocks), kinds="".join(_LETTERS[block["kind"]] for block in blocks)
    )
    article.suggestions.all().delete()  # the file says what it is tagged with, and nothing is left to ask
    article.topics.add(*record["topics"])
    TaggedEntity.objects.bulk_create(
        TaggedEntity(content_object=article, tag=entities[slug], confirmed_by=by) for slug in record["entities"] if slug in entities
    )
    article.suggestions.all().delete()  # the file names whom the article speaks of: the rest was left out on purpose
    editorial.publish(article, by=by)


@dataclass(frozen=True)
class Clearing:
    """What ``clear`` takes away, and what it leaves because records of the archive's own name it."""

    articles: tuple[Article, ...]
    authors: tuple[Author, ...]
    publications: tuple[Publication, ...]
    kept: tuple[Author | Publication, ...]
    questions: tuple[Question, ...] = ()


def plan() -> Clearing:
    """Return what ``clear`` would do, changing nothing. Raises InUse where an article rests on a demonstration article."""
    articles = tuple(Article.objects.filter(is_demo=True).order_by("id"))
    resting = Article.objects.filter(is_demo=False, successor__is_demo=True).select_related("successor").order_by("id").first()
    if resting:
        raise editorial.InUse(
            f"{resting.pid} was withdrawn in favour of {resting.successor.pid}, a demonstration record: publish {resting.pid} again first, "
            "or withdraw it for another reason."
        )
    is_demo = Q(article__is_demo=True) | Q(claim__is_demo=True)
    if found := Evidence.objects.filter(is_demo, assessment__claim__is_demo=False).select_related("assessment__claim").order_by("id").first():
        raise editorial.InUse(f"What was found of {found.assessment.claim.pid} rests on a demonstration record: an assessment never changes.")
    authors = list(Author.objects.filter(is_demo=True).select_related("merged_into").order_by("id"))
    publications = list(Publication.objects.filter(is_demo=True).select_related("merged_into").order_by("id"))
    used = set(
        Author.objects.filter(is_demo=True)
        .filter(Q(contributions__article__is_demo=False) | Q(asserted_claims__is_demo=False))
        .values_list("pid", flat=True)
    )
    used |= set(
        Publication.objects.filter(is_demo=True)
        .filter(Q(articles__is_demo=False) | Q(also_printed__article__is_demo=False) | Q(reported_claims__is_demo=False))
        .values_list("pid", flat=True)
    )
    used |= _cited({record.pid for record in (*authors, *publications)} - used)
    # Two that were found to be one go together or stay together: the addresses of the one lead to the other.
    for record in (*authors, *publications):
        if record.merged_into_id and {record.pid, record.merged_into.pid} & used:
            used |= {record.pid, record.merged_into.pid}
    for record in (*authors, *publications):
        if record.merged_into_id and record.merged_into.pid in used:
            used.add(record.pid)
    return Clearing(
        articles=articles,
        authors=tuple(author for author in authors if author.pid not in used),
        publications=tuple(publication for publication in publications if publication.pid not in used),
        kept=tuple(record for record in (*authors, *publications) if record.pid in used),
        questions=tuple(Question.objects.filter(is_demo=True).order_by("id")),
    )


def _cited(pids: set[str]) -> set[str]:
    """Return those of ``pids`` that stand in a frozen version of the archive's own: a reader may follow them from there."""
    records = Version.objects.filter(article__is_demo=False, record__isnull=False).annotate(words=Cast("record", models.TextField()))
    return {pid for pid in pids if records.filter(words__contains=pid).exists()}


@transaction.atomic
def clear() -> Clearing:
    """Take every demonstration record away and return what went and what stayed; done twice, the second finds nothing.

    Their pids stay in the register, their history stays; entities, and topics that were public, stay too. Authors and
    publications that the archive's own records name stay and are no demonstration any more. Raises InUse.
    """
    clearing = plan()
    for question in clearing.questions:
        write("clear demo", question, by=None, before=values_of(question))
        question.delete()
    # All claims first: an assessment of one rests on articles and claims beside it.
    claims = list(Claim.objects.filter(is_demo=True))
    for claim in claims:
        write("clear demo", claim, by=None, before=values_of(claim))
    editorial.take_claims_away(claims)
    for article in clearing.articles:
        write("clear demo", article, by=None, before=values_of(article))
    editorial.take_away(clearing.articles)
    # What was merged away goes before the record that it leads to.
    for record in sorted((*clearing.authors, *clearing.publications), key=lambda record: record.merged_into_id is None):
        write("clear demo", record, by=None, before=values_of(record))
        record.delete()
    for record in clearing.kept:
        write("keep", record, by=None, before={"is_demo": True}, after={"is_demo": False}, reason="Records of the archive's own name it.")
        type(record).objects.filter(pk=record.pk).update(is_demo=False)
    return clearing
