"""Records for tests: each function makes one with only what is named, and what the rules ask for."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

from django.contrib.auth.models import Group, User

from articles import editorial
from articles.models import Article, Assessment, Author, Claim, Contribution, Publication, Topic, Version
from entities.models import Entity, Name

CC_BY = "https://creativecommons.org/licenses/by/4.0/"
_numbers = itertools.count(1)


def make_user(group: str | None = "publisher", **fields: Any) -> User:
    number = next(_numbers)
    user = User.objects.create_user(username=fields.pop("username", f"{group or 'nobody'}-{number}"), is_staff=True, **fields)
    if group:
        user.groups.add(Group.objects.get(name=group))
    return user


def make_article(
    *, state: str = "draft", body: str = "A first paragraph.\n\nA second one.", by: User | None = None, authors=(), **fields: Any
) -> Article:
    """Make an article and lead it to ``state`` by the acts an editor would use. ``access="full"`` brings a licence with it."""
    if fields.get("access") == "full":
        fields.setdefault("rights", CC_BY)
        fields.setdefault("rights_basis", "our own text")
    if fields.get("published_on"):
        fields.setdefault("published_basis", "stated")
    article = Article.objects.create(**{"title": f"Article {next(_numbers)}", **fields})
    Version.objects.create(article=article, number=1, body=body, kinds="p" * len(body.split("\n\n")) if body else "")
    for position, author in enumerate(authors, start=1):
        Contribution.objects.create(article=article, position=position, name=str(author), author=author)
    if state != "draft":
        by = by or make_user("publisher")
    if state == "in review":
        article = editorial.submit(article, by=by)
    if state in {"published", "withdrawn"}:
        article = editorial.publish(article, by=by)
    if state == "withdrawn":
        article = editorial.withdraw(article, by=by, reason="rights", note="Asked for by the publisher.")
    return article


def make_entity(name: str = "Kazakhstan", kind: str = "state", names=(), **fields: Any) -> Entity:
    entity = Entity.objects.create(name=name, kind=kind, **fields)
    Name.objects.create(entity=entity, text=name, language="en", kind="preferred")
    for text, language in names:
        Name.objects.create(entity=entity, text=text, language=language, kind="full")
    return entity


def make_author(name: str = "Aigerim Sadykova", **fields: Any) -> Author:
    return Author.objects.create(name=name, **fields)


def make_publication(title: str = "The Steppe Review", **fields: Any) -> Publication:
    return Publication.objects.create(title=title, **fields)


def make_topic(name: str = "water") -> Topic:
    return Topic.objects.create(name=name)


def make_claim(article: Article, *, words: str | None = None, state: str = "draft", by: User | None = None, about=(), **values: Any) -> Claim:
    """Mark a claim on ``words`` of the newest text, the first time they stand there, and lead it to ``state`` by the acts an editor would use."""
    by = by or make_user("publisher")
    version = article.versions.order_by("-number").first()
    start = version.body.index(words) if words else None
    values = {"kind": "event", "restatement": f"Something happened, number {next(_numbers)}.", **values}
    claim = editorial.mark(article, by=by, values=values, span=words and (start, start + len(words)), about=about)
    if state == "in review":
        claim = editorial.submit_claim(claim, by=by)
    if state in {"published", "withdrawn"}:
        claim = editorial.publish_claim(claim, by=by)
    if state == "withdrawn":
        claim = editorial.withdraw_claim(claim, by=by, reason="error", note="Misread.")
    return claim


def assess(claim: Claim, *, finding: str = "supported", by: User | None = None, evidence=(), reasons: str = "The decree says so.") -> Assessment:
    """Assess ``claim`` as a second person would, on ``evidence`` or on an outside source."""
    outside = editorial.Source(url="https://adilet.zan.kz/eng/docs/U1400000741", title="Decree No. 741", accessed_on=dt.date(2026, 1, 2))
    return editorial.assess(claim, by=by or make_user("publisher"), finding=finding, reasons=reasons, evidence=evidence or [outside])
