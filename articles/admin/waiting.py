"""What waits for whoever logs in: each kind of it is a short list on the front page, and a filter of the list behind it."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Substr
from django.urls import reverse

from articles.models import Anchor, Article, Batch, Claim, SourceStanding, Version, label_from
from kzarchive.admin import Section
from kzarchive.marks import visible

FIRST_WORDS = 120  # characters of the text that make the label of an untitled article
UNPUBLISHED = Q(state__in=[Article.State.DRAFT, Article.State.IN_REVIEW])

# Kind of waiting: its name as a filter, and the condition on articles, for the person who asks.
WAITING = {
    "mine": ("my turn", lambda user: UNPUBLISHED & Q(assigned_to=user)),
    "drafts": ("drafted by me", lambda user: Q(state=Article.State.DRAFT, created_by=user)),
    "review": ("to be reviewed", lambda user: Q(state=Article.State.IN_REVIEW)),
    "warnings": ("with open warnings", lambda user: UNPUBLISHED & Q(open_doubts__gt=0)),
    "alike": ("near-duplicates", lambda user: UNPUBLISHED & Q(resembles__isnull=False)),
    "dead": ("whose source no longer answers", lambda user: Q(pk__in=SourceStanding.objects.dead().values("article"))),
    "alone": ("reviewed by its author", lambda user: Q(reviewed_by__isnull=False, reviewed_by=F("created_by"))),
}


class WaitingFilter(admin.SimpleListFilter):
    title = "what waits"
    parameter_name = "waits"

    def __init__(self, request, *args):
        self.user = request.user
        super().__init__(request, *args)

    def lookups(self, request, model_admin):
        return [(name, words) for name, (words, _) in WAITING.items()]

    def queryset(self, request, queryset):
        return waiting(queryset, self.value(), self.user) if self.value() in WAITING else queryset


def waiting(articles: QuerySet, name: str, user) -> QuerySet:
    """Return those of ``articles`` that wait for ``user`` in the way called ``name``."""
    return articles.filter(WAITING[name][1](user))


def first_words(article: str = "pk") -> Subquery:
    """Return the beginning of the newest text of the article whose key is in the column ``article``."""
    newest = Version.objects.filter(article=OuterRef(article)).order_by("-number").annotate(start=Substr("body", 1, FIRST_WORDS))
    return Subquery(newest.values("start")[:1])


def _articles(name: str):
    def rows(user, most):
        found = waiting(Article.objects, name, user).order_by("-id").only("pid", "title", "state", "changed_at", "open_doubts")
        return [
            (_called(article, article.start), _page(article), f"{article.get_state_display()}, {article.changed_at:%d %b %Y}")
            for article in found.annotate(start=first_words())[:most]
        ]

    return rows


def _called(article: Article, start: str | None) -> str:
    return visible(article.title or label_from(start or ""))


def _page(article: Article) -> str:
    page = "review" if article.state in {Article.State.DRAFT, Article.State.IN_REVIEW} else "change"
    return reverse(f"admin:articles_article_{page}", args=[article.pk])


def _imports(user, most):
    found = Batch.objects.filter(by=user, state__in=[Batch.State.READING, Batch.State.PREVIEW, Batch.State.RUNNING]).order_by("-id")[:most]
    return [(visible(str(batch)), batch.get_absolute_url(), batch.get_state_display()) for batch in found]


def _anchors(user, most):
    found = (
        Anchor.objects.filter(state__in=[Anchor.State.NEEDS_REVIEW, Anchor.State.ORPHANED], claim__state=Claim.State.PUBLISHED)
        .filter(version=F("version__article__current"))
        .select_related("claim", "version__article")
        .order_by("-id")[:most]
    )
    return [
        (visible(anchor.exact[:100]), _page(anchor.version.article), f"{anchor.get_state_display()}, {anchor.claim.pid}") for anchor in found
    ]  # fmt: skip


def _dead(user, most):
    found = SourceStanding.objects.dead().select_related("article").annotate(start=first_words("article")).order_by("-article_id")[:most]
    return [
        (_called(each.article, each.start), _page(each.article), f"since {each.failing_since:%d %b %Y}, {visible(each.url[:80])}") for each in found
    ]


def _claims(user, most):
    found = Claim.objects.filter(state=Claim.State.IN_REVIEW).select_related("article").order_by("-changed_at", "-id")[:most]
    return [(visible(claim.restatement[:160]), reverse("admin:articles_claim_change", args=[claim.pk]), claim.pid) for claim in found]


def _queue() -> str:
    return reverse("admin:articles_claim_queue")


def _list(name: str) -> str:
    return f"{reverse('admin:articles_article_changelist')}?waits={name}"


SECTIONS = [
    Section("My turn", "articles.change_article", _articles("mine"), lambda: _list("mine")),
    Section("To be reviewed", "articles.review_article", _articles("review"), lambda: _list("review")),
    Section("Drafted by me", "articles.change_article", _articles("drafts"), lambda: _list("drafts")),
    Section("Open warnings", "articles.change_article", _articles("warnings"), lambda: _list("warnings")),
    Section("Near-duplicates", "articles.change_article", _articles("alike"), lambda: _list("alike")),
    Section("Claims to be reviewed", "articles.publish_claim", _claims, _queue),
    Section("Claims whose words moved or are gone", "articles.review_article", _anchors, _queue),
    Section("Sources that no longer answer", "articles.change_article", _dead, lambda: _list("dead")),
    Section("Imports not finished", "articles.import_article", _imports, lambda: reverse("admin:articles_batch_changelist")),
]
