"""Claims are searched by the analyser of the archive, in an index of their own: beside the table in SQLite, over its columns in PostgreSQL."""

from django.db import migrations, models

from kzarchive.text import EVERYTHING, entry_of

DERIVED = ["words_key", "quote_key", "excerpt_key", "value_key"]
COLUMNS = ", ".join(["words_key", "excerpt_key", "quote_key", "value_key"])
SQLITE = [
    f"CREATE VIRTUAL TABLE articles_claimwords USING fts5({COLUMNS}, content='articles_claim', content_rowid='id', tokenize=\"ascii tokenchars '_'\")",
    "INSERT INTO articles_claimwords (articles_claimwords) VALUES ('rebuild')",
]
# Terms are letters and digits alone, so that none needs its quotation marks doubled; 16,383 is the last place PostgreSQL counts to.
POSTGRESQL = [
    """
    CREATE FUNCTION articles_terms(entry text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 500 AS $$
        SELECT COALESCE(string_agg('''' || t.term || ''':' || LEAST(t.place, 16383), ' '), '')::tsvector
        FROM unnest(string_to_array(entry, ' ')) WITH ORDINALITY AS t(term, place) WHERE t.term <> ''
    $$
    """,
    "CREATE INDEX articles_claim_words ON articles_claim USING gin (articles_terms(words_key))",
    "CREATE INDEX articles_claim_shown ON articles_claim USING gin (articles_terms(words_key || ' _ ' || excerpt_key))",
    "CREATE INDEX articles_claim_whole ON articles_claim USING gin (articles_terms(words_key || ' _ ' || quote_key))",
    "CREATE INDEX articles_claim_value ON articles_claim USING gin (articles_terms(value_key))",
]


def make_index(apps, schema_editor):
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def drop_index(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE articles_claimwords")
        return
    for name in ("words", "shown", "whole", "value"):
        schema_editor.execute(f"DROP INDEX articles_claim_{name}")
    schema_editor.execute("DROP FUNCTION articles_terms(text)")


def cut(apps, schema_editor):
    """Cut the words of the claims that are there."""
    Claim = apps.get_model("articles", "Claim")
    last = 0
    while rows := list(Claim.objects.filter(pk__gt=last).order_by("pk")[:500]):
        for claim in rows:
            said = (claim.restatement, claim.measured, claim.value, claim.unit, claim.asserted_by_words, claim.reported_via)
            claim.words_key = f"{EVERYTHING} {entry_of(*said)}".rstrip()
            claim.quote_key, claim.excerpt_key = entry_of(claim.quote), entry_of(claim.excerpt)
            claim.value_key = entry_of(claim.measured, claim.value, claim.unit)
        Claim.objects.bulk_update(rows, DERIVED, batch_size=50)
        last = rows[-1].pk


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0019_uncertain_tags'),
    ]

    operations = [
        migrations.AddField(
            model_name='claim',
            name='value_key',
            field=models.TextField(default='', editable=False, help_text='The terms of property, value and unit.'),
        ),
        migrations.AlterField(
            model_name='claim',
            name='excerpt_key',
            field=models.TextField(default='', editable=False, help_text='The terms of the excerpt.'),
        ),
        migrations.AlterField(
            model_name='claim',
            name='quote_key',
            field=models.TextField(default='', editable=False, help_text='The terms of the words, for where the text is open.'),
        ),
        migrations.AlterField(
            model_name='claim',
            name='words_key',
            field=models.TextField(default='', editable=False, help_text='The terms of all that is said of it; never of the quotation.'),
        ),
        migrations.RunPython(cut, migrations.RunPython.noop),
        migrations.RunPython(make_index, drop_index),
    ]
