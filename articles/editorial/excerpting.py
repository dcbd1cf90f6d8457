"""How much of the quotations of one text is shown where the text is open in excerpts only: forty words of each, and a tenth of it in all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from django.utils import timezone

from articles.models import EXCERPT_WORDS, Article, Claim
from articles.search.marking import SHARE

# Scripts without blanks between words: each of their signs counts as one.
_SIGN = "\u2e80-\u2fdf\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_SIGN}]|[^\s{_SIGN}]+")


def share_out(*articles: Article) -> None:
    """Settle what of each quotation may be shown in excerpts; runs in the transaction of an act on ``articles`` or a claim of theirs.

    Who came first keeps what is shown: a reader who cites a claim finds its words again; what a withdrawn one leaves goes to later ones.
    """
    quoted: dict[int, list[Claim]] = {}
    for claim in Claim.objects.filter(article__in=articles, quote__isnull=False).order_by("first_published_at", "id"):
        quoted.setdefault(claim.article_id, []).append(claim)
    changed = []
    for article in articles:
        if not (claims := quoted.get(article.pk)):
            continue
        shown = beginnings(article.current.body if article.current else "", [(claim.quote, claim.state == Claim.State.PUBLISHED) for claim in claims])
        for claim, excerpt in zip(claims, shown, strict=True):
            if excerpt != claim.excerpt:
                claim.excerpt, claim.changed_at = excerpt, timezone.now()
                claim.prepare()
                changed.append(claim)
    Claim.objects.bulk_update(changed, ["excerpt", "excerpt_key", "changed_at"], batch_size=100)


def beginnings(text: str, quotes: Sequence[tuple[str, bool]]) -> list[str]:
    """Return as much of each quotation of ``text`` as is shown, given in turn as (words, whether it is public).

    All together are a tenth of the words of the text, but one whole quotation always has room.
    """
    left = max(EXCERPT_WORDS, len(_WORD.findall(text)) * SHARE // 100)
    found = []
    for quote, is_public in quotes:
        words = list(_WORD.finditer(quote))
        shown = min(len(words), EXCERPT_WORDS, left) if is_public else 0
        left -= shown
        found.append(quote[: words[shown - 1].end()] if shown else "")
    return found
