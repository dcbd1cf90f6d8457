"""Claims that were there before get what is derived from them: the words they are searched by and their excerpts."""

from itertools import groupby

from django.db import migrations

from articles.editorial.excerpting import beginnings
from kzarchive.text import fold

DERIVED = ["words_key", "quote_key", "excerpt", "excerpt_key"]


def derive(apps, schema_editor):
    Claim = apps.get_model("articles", "Claim")
    claims = Claim.objects.select_related("article__current").order_by("article", "first_published_at", "id")
    for _, of_article in groupby(claims.iterator(chunk_size=500), key=lambda claim: claim.article_id):
        rows = list(of_article)
        current = rows[0].article.current
        quoted = [claim for claim in rows if claim.quote is not None]
        shown = beginnings(current.body if current else "", [(claim.quote, claim.state == "published") for claim in quoted])
        for claim, excerpt in zip(quoted, shown, strict=True):
            claim.excerpt = excerpt
        for claim in rows:
            claim.quote_key, claim.excerpt_key = fold(claim.quote or ""), fold(claim.excerpt)
            words = [claim.restatement, claim.measured, claim.unit, claim.asserted_by_words, claim.reported_via]
            claim.words_key = fold(" ".join(filter(None, words)))
        Claim.objects.bulk_update(rows, DERIVED, batch_size=100)


class Migration(migrations.Migration):

    dependencies = [
        ("articles", "0016_claims_about_it"),
    ]

    operations = [
        migrations.RunPython(derive, migrations.RunPython.noop),
    ]
