"""All that 0001 to 0021 make of an empty archive, in one step: an archive of before goes on by those, and keeps what it has.

Where they fill columns from rows that were there, there is nothing to fill. What of the schema no model tells is made below.
"""

import articles.models.assessment
import articles.models.frozen
import datetime
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.comparison
import django.db.models.functions.text
import django.db.models.lookups
import kzarchive.addresses.invariants
import kzarchive.fields
import kzarchive.tables
import taggit.managers
import uuid
from django.conf import settings
from django.db import migrations, models

SQLITE = [
    *(
        statement
        for words in ("articles_publicwords", "articles_deskwords")
        for statement in (
            f"CREATE VIRTUAL TABLE {words} USING fts5(body, record, title, tags, content='', tokenize=\"ascii tokenchars '_=~'\")",
            f"CREATE VIRTUAL TABLE {words}_terms USING fts5vocab({words}, 'row')",
        )
    ),
    "CREATE VIRTUAL TABLE articles_claimwords USING "
    "fts5(words_key, excerpt_key, quote_key, value_key, content='articles_claim', content_rowid='id', tokenize=\"ascii tokenchars '_'\")",
]
POSTGRESQL = [
    *(
        statement
        for words in ("articles_publicwords", "articles_deskwords")
        for statement in (
            f"CREATE TABLE {words} (article_id bigint PRIMARY KEY, words tsvector NOT NULL)",
            f"CREATE INDEX {words}_words ON {words} USING gin (words) WITH (fastupdate = off)",
        )
    ),
    # Terms are letters and digits alone, so that none needs its quotation marks doubled; 16,383 is the last place PostgreSQL counts to.
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


def make_indexes_of_words(apps, schema_editor):
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def drop_indexes_of_words(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for words in ("articles_publicwords_terms", "articles_publicwords", "articles_deskwords_terms", "articles_deskwords", "articles_claimwords"):
            schema_editor.execute(f"DROP TABLE {words}")
        return
    for name in ("words", "shown", "whole", "value"):
        schema_editor.execute(f"DROP INDEX articles_claim_{name}")
    schema_editor.execute("DROP FUNCTION articles_terms(text)")
    for words in ("articles_publicwords", "articles_deskwords"):
        schema_editor.execute(f"DROP TABLE {words}")


class Migration(migrations.Migration):

    replaces = [
        ('articles', '0001_initial'),
        ('articles', '0002_desk'),
        ('articles', '0003_claims'),
        ('articles', '0004_words'),
        ('articles', '0005_version_newest_first'),
        ('articles', '0006_merges_and_days_of_tags'),
        ('articles', '0007_sources_and_answers'),
        ('articles', '0008_search'),
        ('articles', '0009_claim_words'),
        ('articles', '0010_source_checks'),
        ('articles', '0011_search_columns'),
        ('articles', '0012_excerpts_of_quotations'),
        ('articles', '0013_doubts_of_suggestions'),
        ('articles', '0014_leaner_rows'),
        ('articles', '0015_sources_beside_the_text'),
        ('articles', '0016_claims_about_it'),
        ('articles', '0017_derived_columns_of_claims'),
        ('articles', '0018_names_in_articles'),
        ('articles', '0019_uncertain_tags'),
        ('articles', '0020_index_of_claims'),
        ('articles', '0021_former_texts'),
    ]

    initial = True

    # Not that it needs them all. What is tied to the accounts hangs together with every table below, and would make all of them anew with each step.
    dependencies = [
        ('addresses', '0002_redirects_say_what_brought_them'),
        ('auth', '0012_alter_user_first_name_max_length'),
        ('desk', '0001_scratch'),
        ('entities', '0005_uncertain_relations'),
        ('history', '0001_initial'),
        ('merging', '0002_splits'),
        ('taggit', '0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        kzarchive.tables.CreateTables(
            models=[migrations.CreateModel(
                name='Article',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('pid', models.CharField(editable=False, help_text='Cited for ever; never reused.', max_length=9, unique=True, verbose_name='pid')),
                    ('state', models.CharField(choices=[('draft', 'Draft'), ('in review', 'In Review'), ('published', 'Published'), ('withdrawn', 'Withdrawn')], default='draft', editable=False, max_length=16)),
                    ('access', models.CharField(choices=[('record', 'record: title, abstract and entities, never the text'), ('excerpt', 'excerpt: short passages around what was searched'), ('full', 'full: the whole text')], default='record', help_text='How much of the text a reader may see once it is published.', max_length=16)),
                    ('title', kzarchive.fields.PrintedField(blank=True, help_text='In the original script, as printed. Empty where the source has none: the label is made from its first words.', max_length=1000, null=True)),
                    ('subtitle', kzarchive.fields.PrintedField(blank=True, max_length=1000, null=True)),
                    ('title_romanised', kzarchive.fields.PrintedField(blank=True, max_length=1000, null=True, verbose_name='romanised title')),
                    ('title_translated', kzarchive.fields.PrintedField(blank=True, max_length=1000, null=True, verbose_name='translated title')),
                    ('byline', kzarchive.fields.PrintedField(blank=True, help_text='As printed, whole.', max_length=1000, null=True)),
                    ('section', kzarchive.fields.PrintedField(blank=True, max_length=500, null=True)),
                    ('volume', kzarchive.fields.PrintedField(blank=True, help_text='As printed.', max_length=100, null=True)),
                    ('issue', kzarchive.fields.PrintedField(blank=True, help_text='As printed.', max_length=100, null=True)),
                    ('pages', kzarchive.fields.PrintedField(blank=True, help_text='As printed.', max_length=100, null=True)),
                    ('published_on', kzarchive.fields.EDTFField(blank=True, earliest='published_earliest', help_text='As precise as the source: 2014, 2014-02, 2014-02-05, 2014-02/2014-03.', latest='published_latest', max_length=23, null=True)),
                    ('published_basis', kzarchive.fields.PrintedField(blank=True, choices=[('stated', 'Stated'), ('inferred', 'Inferred'), ('dateline', 'Dateline')], max_length=16, null=True, verbose_name='basis of the date')),
                    ('published_earliest', models.DateField(editable=False, null=True)),
                    ('published_latest', models.DateField(editable=False, null=True)),
                    ('sort_day', models.GeneratedField(db_persist=True, expression=django.db.models.functions.comparison.Coalesce('published_latest', models.Value(datetime.date(1, 1, 1))), output_field=models.DateField())),
                    ('dateline', kzarchive.fields.PrintedField(blank=True, help_text='As printed: place and day at the head of the text. Not a date of publication.', max_length=500, null=True)),
                    ('language', kzarchive.fields.PrintedField(blank=True, help_text='BCP 47: en, ru, kk ...', max_length=35, null=True)),
                    ('quality', models.JSONField(blank=True, default=list, help_text='Notes for readers, as a list: ["machine-translated:de", "truncated"].')),
                    ('abstract', kzarchive.fields.WordsField(blank=True, default='', help_text="In the archive's own words.")),
                    ('rights', kzarchive.fields.PrintedField(blank=True, help_text='Address of a statement at rightsstatements.org or Creative Commons; empty: unknown.', max_length=200, null=True)),
                    ('rights_basis', kzarchive.fields.PrintedField(blank=True, help_text='How it is known: printed on the page, a letter from the publisher ...', max_length=500, null=True)),
                    ('rights_printed', kzarchive.fields.PrintedField(blank=True, max_length=1000, null=True, verbose_name='rights as printed')),
                    ('source_url', kzarchive.fields.AddressField(blank=True, max_length=2000, null=True, verbose_name='source address')),
                    ('first_published_at', models.DateTimeField(editable=False, null=True)),
                    ('withdrawn_at', models.DateTimeField(editable=False, null=True)),
                    ('withdrawal_reason', models.CharField(blank=True, choices=[('rights', 'The rights holder asked for it'), ('privacy', "It touches a person's privacy"), ('legal', 'The law requires it'), ('error', 'It was published by mistake'), ('superseded', 'Another record takes its place'), ('duplicate', 'It is the same article as another record')], default='', editable=False, max_length=16)),
                    ('withdrawal_note', models.TextField(blank=True, default='', editable=False)),
                    ('is_demo', models.BooleanField(default=False, editable=False)),
                    ('created_at', models.DateTimeField(auto_now_add=True)),
                    ('changed_at', models.DateTimeField(auto_now=True)),
                    ('title_key', models.TextField(default='', editable=False, help_text='The titles as they are compared.')),
                    ('created_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('successor', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='predecessors', to='articles.article')),
                    ('publication', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='articles', to='articles.publication')),
                    ('entities', taggit.managers.TaggableManager(blank=True, help_text='A comma-separated list of tags.', through='articles.TaggedEntity', to='entities.Entity', verbose_name='entities')),
                    ('topics', taggit.managers.TaggableManager(blank=True, help_text='A comma-separated list of tags.', through='articles.TaggedTopic', to='articles.Topic', verbose_name='topics')),
                    ('current', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.version')),
                    ('assigned_to', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('open_doubts', models.PositiveSmallIntegerField(default=0, editable=False, help_text='Warnings of its reading that nobody has settled.')),
                    ('resembles', models.ForeignKey(editable=False, help_text='The article whose text is nearly the same.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='articles.article')),
                    ('reviewed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'indexes': [models.Index(fields=['state', '-sort_day', '-id'], name='article_newest_first'), models.Index(fields=['publication', 'state', '-sort_day', '-id'], name='article_by_publication'), models.Index(fields=['assigned_to', 'state', '-id'], name='article_waits_for_somebody'), models.Index(condition=models.Q(('open_doubts__gt', 0)), fields=['state', '-id'], name='article_with_doubts')],
                    'constraints': [models.CheckConstraint(condition=models.Q(django.db.models.lookups.Exact(django.db.models.functions.text.Length('pid'), 9), ('pid__startswith', 'kz'), django.db.models.lookups.Exact(kzarchive.addresses.invariants.LTrim(models.F('pid'), models.Value('0123456789bcdfghjkmnpqrstvwxz')), models.Value('')), django.db.models.lookups.Exact(django.db.models.functions.text.Substr(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.Value(0, output_field=models.IntegerField()), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 1, 1)), '-', models.Value(1)), '*', models.Value(1))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 2, 1)), '-', models.Value(1)), '*', models.Value(2))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 3, 1)), '-', models.Value(1)), '*', models.Value(3))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 4, 1)), '-', models.Value(1)), '*', models.Value(4))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 5, 1)), '-', models.Value(1)), '*', models.Value(5))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 6, 1)), '-', models.Value(1)), '*', models.Value(6))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 7, 1)), '-', models.Value(1)), '*', models.Value(7))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 8, 1)), '-', models.Value(1)), '*', models.Value(8))), '%%', models.Value(29)), '+', models.Value(1)), 1), django.db.models.functions.text.Substr('pid', 9, 1))), name='article_pid_is_a_pid'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'withdrawn'), ('withdrawn_at__isnull', False), ('withdrawal_reason__in', ['rights', 'privacy', 'legal', 'error', 'superseded', 'duplicate'])), models.Q(models.Q(('state', 'withdrawn'), _negated=True), ('successor', None), ('withdrawal_note', ''), ('withdrawal_reason', ''), ('withdrawn_at', None)), _connector='OR'), name='article_withdrawn_says_why'), models.CheckConstraint(condition=models.Q(models.Q(('withdrawal_reason', 'duplicate'), _negated=True), ('successor__isnull', False), _connector='OR'), name='article_duplicate_names_the_other'), models.CheckConstraint(condition=models.Q(('successor', models.F('id')), _negated=True), name='article_not_its_own_successor'), models.CheckConstraint(condition=models.Q(('access__in', ['record', 'excerpt', 'full'])), name='article_access_is_known'), models.CheckConstraint(condition=models.Q(models.Q(('access', 'full'), _negated=True), models.Q(('rights__in', ['http://rightsstatements.org/vocab/NKC/1.0/', 'http://rightsstatements.org/vocab/NoC-NC/1.0/', 'http://rightsstatements.org/vocab/NoC-OKLR/1.0/', 'http://rightsstatements.org/vocab/NoC-US/1.0/', 'https://creativecommons.org/licenses/by-nc-nd/1.0/', 'https://creativecommons.org/licenses/by-nc-nd/2.0/', 'https://creativecommons.org/licenses/by-nc-nd/2.5/', 'https://creativecommons.org/licenses/by-nc-nd/3.0/', 'https://creativecommons.org/licenses/by-nc-nd/4.0/', 'https://creativecommons.org/licenses/by-nc-sa/1.0/', 'https://creativecommons.org/licenses/by-nc-sa/2.0/', 'https://creativecommons.org/licenses/by-nc-sa/2.5/', 'https://creativecommons.org/licenses/by-nc-sa/3.0/', 'https://creativecommons.org/licenses/by-nc-sa/4.0/', 'https://creativecommons.org/licenses/by-nc/1.0/', 'https://creativecommons.org/licenses/by-nc/2.0/', 'https://creativecommons.org/licenses/by-nc/2.5/', 'https://creativecommons.org/licenses/by-nc/3.0/', 'https://creativecommons.org/licenses/by-nc/4.0/', 'https://creativecommons.org/licenses/by-nd/1.0/', 'https://creativecommons.org/licenses/by-nd/2.0/', 'https://creativecommons.org/licenses/by-nd/2.5/', 'https://creativecommons.org/licenses/by-nd/3.0/', 'https://creativecommons.org/licenses/by-nd/4.0/', 'https://creativecommons.org/licenses/by-sa/1.0/', 'https://creativecommons.org/licenses/by-sa/2.0/', 'https://creativecommons.org/licenses/by-sa/2.5/', 'https://creativecommons.org/licenses/by-sa/3.0/', 'https://creativecommons.org/licenses/by-sa/4.0/', 'https://creativecommons.org/licenses/by/1.0/', 'https://creativecommons.org/licenses/by/2.0/', 'https://creativecommons.org/licenses/by/2.5/', 'https://creativecommons.org/licenses/by/3.0/', 'https://creativecommons.org/licenses/by/4.0/', 'https://creativecommons.org/publicdomain/mark/1.0/', 'https://creativecommons.org/publicdomain/zero/1.0/']), ('rights__isnull', False)), _connector='OR'), name='article_full_text_needs_rights'), models.CheckConstraint(condition=models.Q(('rights', None), ('rights_basis__isnull', False), _connector='OR'), name='article_rights_have_a_basis'), models.CheckConstraint(condition=models.Q(models.Q(('published_basis__isnull', True), ('published_earliest__isnull', True), ('published_latest__isnull', True), ('published_on__isnull', True)), models.Q(('published_basis__isnull', False), ('published_earliest__isnull', False), ('published_latest__isnull', False), ('published_on__isnull', False)), _connector='OR'), name='article_date_is_whole'), models.CheckConstraint(condition=models.Q(('published_earliest__lte', models.F('published_latest'))), name='article_days_in_order'), models.CheckConstraint(condition=models.Q(('published_basis', None), ('published_basis__in', ['stated', 'inferred', 'dateline']), _connector='OR'), name='article_basis_is_known'), models.CheckConstraint(condition=models.Q(models.Q(('title__isnull', True), models.Q(('title', ''), _negated=True), _connector='OR'), models.Q(('subtitle__isnull', True), models.Q(('subtitle', ''), _negated=True), _connector='OR'), models.Q(('title_romanised__isnull', True), models.Q(('title_romanised', ''), _negated=True), _connector='OR'), models.Q(('title_translated__isnull', True), models.Q(('title_translated', ''), _negated=True), _connector='OR'), models.Q(('byline__isnull', True), models.Q(('byline', ''), _negated=True), _connector='OR'), models.Q(('section__isnull', True), models.Q(('section', ''), _negated=True), _connector='OR'), models.Q(('volume__isnull', True), models.Q(('volume', ''), _negated=True), _connector='OR'), models.Q(('issue__isnull', True), models.Q(('issue', ''), _negated=True), _connector='OR'), models.Q(('pages__isnull', True), models.Q(('pages', ''), _negated=True), _connector='OR'), models.Q(('published_on__isnull', True), models.Q(('published_on', ''), _negated=True), _connector='OR'), models.Q(('dateline__isnull', True), models.Q(('dateline', ''), _negated=True), _connector='OR'), models.Q(('language__isnull', True), models.Q(('language', ''), _negated=True), _connector='OR'), models.Q(('rights__isnull', True), models.Q(('rights', ''), _negated=True), _connector='OR'), models.Q(('rights_basis__isnull', True), models.Q(('rights_basis', ''), _negated=True), _connector='OR'), models.Q(('rights_printed__isnull', True), models.Q(('rights_printed', ''), _negated=True), _connector='OR'), models.Q(('source_url__isnull', True), models.Q(('source_url', ''), _negated=True), _connector='OR')), name='article_null_not_blank'), models.CheckConstraint(condition=models.Q(models.Q(('current', None), ('first_published_at', None), ('state__in', ['draft', 'in review'])), models.Q(('current__isnull', False), ('first_published_at__isnull', False), ('state__in', ['published', 'withdrawn'])), _connector='OR'), name='article_public_has_a_version')],
                    'permissions': [('import_article', 'Can bring captures in'), ('review_article', 'Can send an article to review and back'), ('publish_article', 'Can publish an article'), ('revise_article', 'Can revise a published article'), ('withdraw_article', 'Can withdraw a published article')],
                },
            ), migrations.CreateModel(
                name='Author',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('pid', models.CharField(editable=False, help_text='Cited for ever; never reused.', max_length=9, unique=True, verbose_name='pid')),
                    ('slug', models.SlugField(blank=True, help_text='The address: lower-case letters a–z, digits and hyphens. Left empty it is made from the name. A change leaves a redirect.', max_length=80, unique=True)),
                    ('name', models.CharField(help_text='As it is usually printed.', max_length=300, validators=[kzarchive.fields.validate_storable])),
                    ('family', kzarchive.fields.PrintedField(blank=True, help_text='For sorting and citing; empty for a body.', max_length=200, null=True, verbose_name='family name')),
                    ('given', kzarchive.fields.PrintedField(blank=True, max_length=200, null=True, verbose_name='given names')),
                    ('kind', models.CharField(choices=[('person', 'Person'), ('corporate', 'Corporate')], default='person', max_length=16)),
                    ('note', kzarchive.fields.WordsField(blank=True, default='')),
                    ('public_since', models.DateTimeField(editable=False, null=True)),
                    ('is_demo', models.BooleanField(default=False, editable=False)),
                    ('name_key', models.CharField(db_index=True, editable=False, max_length=300)),
                    ('entity', models.OneToOneField(blank=True, help_text='The same person or body as a subject of articles.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='author', to='entities.entity')),
                    ('merged_into', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged_from', to='articles.author')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(django.db.models.lookups.Exact(django.db.models.functions.text.Length('pid'), 9), ('pid__startswith', 'kz'), django.db.models.lookups.Exact(kzarchive.addresses.invariants.LTrim(models.F('pid'), models.Value('0123456789bcdfghjkmnpqrstvwxz')), models.Value('')), django.db.models.lookups.Exact(django.db.models.functions.text.Substr(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.Value(0, output_field=models.IntegerField()), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 1, 1)), '-', models.Value(1)), '*', models.Value(1))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 2, 1)), '-', models.Value(1)), '*', models.Value(2))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 3, 1)), '-', models.Value(1)), '*', models.Value(3))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 4, 1)), '-', models.Value(1)), '*', models.Value(4))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 5, 1)), '-', models.Value(1)), '*', models.Value(5))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 6, 1)), '-', models.Value(1)), '*', models.Value(6))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 7, 1)), '-', models.Value(1)), '*', models.Value(7))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 8, 1)), '-', models.Value(1)), '*', models.Value(8))), '%%', models.Value(29)), '+', models.Value(1)), 1), django.db.models.functions.text.Substr('pid', 9, 1))), name='author_pid_is_a_pid'), models.CheckConstraint(condition=models.Q(models.Q(('slug', ''), _negated=True), django.db.models.lookups.Exact(kzarchive.addresses.invariants.LTrim(models.F('slug'), models.Value('0123456789abcdefghijklmnopqrstuvwxyz-')), models.Value('')), django.db.models.lookups.LessThanOrEqual(django.db.models.functions.text.Length('slug'), 80)), name='author_slug_is_an_address'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='author_has_a_name'), models.CheckConstraint(condition=models.Q(('kind__in', ['person', 'corporate'])), name='author_kind_is_known'), models.CheckConstraint(condition=models.Q(('family', None), ('kind', 'person'), _connector='OR'), name='author_body_has_no_family_name'), models.CheckConstraint(condition=models.Q(models.Q(('family__isnull', True), models.Q(('family', ''), _negated=True), _connector='OR'), models.Q(('given__isnull', True), models.Q(('given', ''), _negated=True), _connector='OR')), name='author_null_not_blank'), models.CheckConstraint(condition=models.Q(('merged_into', models.F('id')), _negated=True), name='author_not_merged_into_itself')],
                    'ordering': ['name', 'id'],
                },
            ), migrations.CreateModel(
                name='Capture',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('sha256', models.CharField(max_length=64, unique=True)),
                    ('text_sha256', models.CharField(help_text='Of the text layer in UTF-8; all spans count its code points.', max_length=64)),
                    ('size_bytes', models.PositiveIntegerField()),
                    ('filename', kzarchive.fields.WordsField(blank=True, default='', help_text='As it was brought in; never used as a path, never public.')),
                    ('media_type', models.CharField(max_length=100)),
                    ('encoding', models.CharField(max_length=40)),
                    ('encoding_basis', kzarchive.fields.WordsField(blank=True, default='')),
                    ('source_url', kzarchive.fields.PrintedField(blank=True, max_length=2000, null=True)),
                    ('captured_at', models.DateTimeField(blank=True, help_text='When the page was saved, where that is known.', null=True)),
                    ('created_at', models.DateTimeField(auto_now_add=True)),
                    ('created_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(django.db.models.lookups.Exact(django.db.models.functions.text.Length('sha256'), 64), django.db.models.lookups.Exact(kzarchive.addresses.invariants.LTrim(models.F('sha256'), models.Value('0123456789abcdef')), models.Value(''))), name='capture_sha256_is_one'), models.CheckConstraint(condition=models.Q(django.db.models.lookups.Exact(django.db.models.functions.text.Length('text_sha256'), 64), django.db.models.lookups.Exact(kzarchive.addresses.invariants.LTrim(models.F('text_sha256'), models.Value('0123456789abcdef')), models.Value(''))), name='capture_text_sha256_is_one'), models.CheckConstraint(condition=models.Q(('size_bytes__gte', 1)), name='capture_is_not_empty')],
                },
            ), migrations.CreateModel(
                name='Contribution',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('position', models.PositiveSmallIntegerField(help_text='1 for the first author.')),
                    ('name', models.CharField(help_text='As printed.', max_length=300, validators=[kzarchive.fields.validate_storable])),
                    ('role', kzarchive.fields.PrintedField(blank=True, help_text='As printed: analyst, Minister of Foreign Affairs ...', max_length=300, null=True)),
                    ('affiliation', kzarchive.fields.PrintedField(blank=True, help_text='As printed.', max_length=300, null=True)),
                    ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='contributions', to='articles.article')),
                    ('author', models.ForeignKey(blank=True, help_text='Who that is; empty while it is not settled.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='contributions', to='articles.author')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('article', 'position'), name='contribution_one_a_place'), models.UniqueConstraint(fields=('article', 'author'), name='contribution_author_once'), models.CheckConstraint(condition=models.Q(('position__gte', 1)), name='contribution_places_from_1'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='contribution_has_a_name'), models.CheckConstraint(condition=models.Q(models.Q(('role__isnull', True), models.Q(('role', ''), _negated=True), _connector='OR'), models.Q(('affiliation__isnull', True), models.Q(('affiliation', ''), _negated=True), _connector='OR')), name='contribution_null_not_blank')],
                    'ordering': ['article', 'position'],
                },
            ), migrations.CreateModel(
                name='Publication',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('pid', models.CharField(editable=False, help_text='Cited for ever; never reused.', max_length=9, unique=True, verbose_name='pid')),
                    ('slug', models.SlugField(blank=True, help_text='The address: lower-case letters a–z, digits and hyphens. Left empty it is made from the name. A change leaves a redirect.', max_length=80, unique=True)),
                    ('title', models.CharField(help_text='The present title, or the last one.', max_length=500, validators=[kzarchive.fields.validate_storable])),
                    ('issn', kzarchive.fields.PrintedField(blank=True, help_text='NNNN-NNNC, the last one its check digit.', max_length=9, null=True, verbose_name='ISSN')),
                    ('publisher', kzarchive.fields.PrintedField(blank=True, max_length=500, null=True)),
                    ('note', kzarchive.fields.WordsField(blank=True, default='')),
                    ('public_since', models.DateTimeField(editable=False, null=True)),
                    ('is_demo', models.BooleanField(default=False, editable=False)),
                    ('title_key', models.CharField(db_index=True, editable=False, max_length=500)),
                    ('merged_into', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged_from', to='articles.publication')),
                ],
                options={
                    'ordering': ['title', 'id'],
                    'constraints': [models.CheckConstraint(condition=models.Q(django.db.models.lookups.Exact(django.db.models.functions.text.Length('pid'), 9), ('pid__startswith', 'kz'), django.db.models.lookups.Exact(kzarchive.addresses.invariants.LTrim(models.F('pid'), models.Value('0123456789bcdfghjkmnpqrstvwxz')), models.Value('')), django.db.models.lookups.Exact(django.db.models.functions.text.Substr(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.Value(0, output_field=models.IntegerField()), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 1, 1)), '-', models.Value(1)), '*', models.Value(1))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 2, 1)), '-', models.Value(1)), '*', models.Value(2))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 3, 1)), '-', models.Value(1)), '*', models.Value(3))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 4, 1)), '-', models.Value(1)), '*', models.Value(4))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 5, 1)), '-', models.Value(1)), '*', models.Value(5))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 6, 1)), '-', models.Value(1)), '*', models.Value(6))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 7, 1)), '-', models.Value(1)), '*', models.Value(7))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 8, 1)), '-', models.Value(1)), '*', models.Value(8))), '%%', models.Value(29)), '+', models.Value(1)), 1), django.db.models.functions.text.Substr('pid', 9, 1))), name='publication_pid_is_a_pid'), models.CheckConstraint(condition=models.Q(models.Q(('slug', ''), _negated=True), django.db.models.lookups.Exact(kzarchive.addresses.invariants.LTrim(models.F('slug'), models.Value('0123456789abcdefghijklmnopqrstuvwxyz-')), models.Value('')), django.db.models.lookups.LessThanOrEqual(django.db.models.functions.text.Length('slug'), 80)), name='publication_slug_is_an_address'), models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='publication_has_a_title'), models.CheckConstraint(condition=models.Q(('issn', None), models.Q(django.db.models.lookups.Exact(django.db.models.functions.text.Length('issn'), 9), django.db.models.lookups.Exact(django.db.models.functions.text.Substr('issn', 5, 1), models.Value('-')), django.db.models.lookups.Exact(kzarchive.addresses.invariants.LTrim(django.db.models.functions.text.Substr('issn', 1, 4), models.Value('0123456789')), models.Value('')), django.db.models.lookups.Exact(kzarchive.addresses.invariants.LTrim(django.db.models.functions.text.Substr('issn', 6, 3), models.Value('0123456789')), models.Value('')), django.db.models.lookups.Exact(kzarchive.addresses.invariants.LTrim(django.db.models.functions.text.Substr('issn', 9, 1), models.Value('0123456789X')), models.Value('')), django.db.models.lookups.Exact(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.Case(models.When(issn__endswith='X', then=10), default=django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789'), django.db.models.functions.text.Substr('issn', 9, 1)), '-', models.Value(1))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789'), django.db.models.functions.text.Substr('issn', 1, 1)), '-', models.Value(1)), '*', models.Value(8))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789'), django.db.models.functions.text.Substr('issn', 2, 1)), '-', models.Value(1)), '*', models.Value(7))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789'), django.db.models.functions.text.Substr('issn', 3, 1)), '-', models.Value(1)), '*', models.Value(6))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789'), django.db.models.functions.text.Substr('issn', 4, 1)), '-', models.Value(1)), '*', models.Value(5))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789'), django.db.models.functions.text.Substr('issn', 6, 1)), '-', models.Value(1)), '*', models.Value(4))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789'), django.db.models.functions.text.Substr('issn', 7, 1)), '-', models.Value(1)), '*', models.Value(3))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789'), django.db.models.functions.text.Substr('issn', 8, 1)), '-', models.Value(1)), '*', models.Value(2))), '%%', models.Value(11)), models.Value(0))), _connector='OR'), name='publication_issn_checks', violation_error_message='An ISSN is eight digits with a hyphen in the middle, the last one a check digit: this one does not add up.'), models.UniqueConstraint(fields=('issn',), name='publication_issn_once'), models.CheckConstraint(condition=models.Q(('publisher__isnull', True), models.Q(('publisher', ''), _negated=True), _connector='OR'), name='publication_null_not_blank'), models.CheckConstraint(condition=models.Q(('merged_into', models.F('id')), _negated=True), name='publication_not_merged_into_itself')],
                },
            ), migrations.CreateModel(
                name='AlsoPrinted',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title', kzarchive.fields.PrintedField(blank=True, help_text='Where it was another one.', max_length=1000, null=True)),
                    ('published_on', kzarchive.fields.EDTFField(blank=True, earliest=None, help_text='As precise as the source: 2014, 2014-02, 2014-02-05.', latest=None, max_length=23, null=True)),
                    ('volume', kzarchive.fields.PrintedField(blank=True, max_length=100, null=True)),
                    ('issue', kzarchive.fields.PrintedField(blank=True, max_length=100, null=True)),
                    ('pages', kzarchive.fields.PrintedField(blank=True, max_length=100, null=True)),
                    ('note', kzarchive.fields.PrintedField(blank=True, max_length=500, null=True)),
                    ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='also_printed', to='articles.article')),
                    ('publication', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='also_printed', to='articles.publication')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(models.F('article'), models.F('publication'), django.db.models.functions.comparison.Coalesce('published_on', models.Value('')), name='also_printed_once'), models.CheckConstraint(condition=models.Q(models.Q(('title__isnull', True), models.Q(('title', ''), _negated=True), _connector='OR'), models.Q(('published_on__isnull', True), models.Q(('published_on', ''), _negated=True), _connector='OR'), models.Q(('volume__isnull', True), models.Q(('volume', ''), _negated=True), _connector='OR'), models.Q(('issue__isnull', True), models.Q(('issue', ''), _negated=True), _connector='OR'), models.Q(('pages__isnull', True), models.Q(('pages', ''), _negated=True), _connector='OR'), models.Q(('note__isnull', True), models.Q(('note', ''), _negated=True), _connector='OR')), name='also_printed_null_not_blank')],
                    'verbose_name': 'other printing',
                },
            ), migrations.CreateModel(
                name='PublicationTitle',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title', models.CharField(max_length=500, validators=[kzarchive.fields.validate_storable])),
                    ('from_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='from')),
                    ('to_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='to')),
                    ('key', models.CharField(db_index=True, editable=False, max_length=500)),
                    ('publication', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='titles', to='articles.publication')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('publication', 'title'), name='publication_title_once'), models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='publication_title_says_something'), models.CheckConstraint(condition=models.Q(('from_year__lte', models.F('to_year'))), name='publication_title_years_in_order')],
                    'ordering': ['from_year', 'id'],
                },
            ), migrations.CreateModel(
                name='Reading',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('spans', models.JSONField(default=dict, help_text='{"title": [[0, 44]]}')),
                    ('removed', models.JSONField(default=list, help_text='[{"start": 0, "end": 9, "rule": "view counter"}]')),
                    ('parts', models.JSONField(default=list, help_text='One pair for each article found in the capture.')),
                    ('doubts', models.JSONField(default=list, help_text='[{"code": "ambiguous-date", "message": "..."}]')),
                    ('made_at', models.DateTimeField(auto_now_add=True)),
                    ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='readings', to='articles.article')),
                    ('capture', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='readings', to='articles.capture')),
                    ('sources', models.JSONField(default=list, help_text='Named beside the text, in what was left out: [{"outlet": "TASS", "published_on": null, "published_basis": null, "cue": "signed", "start": 0, "end": 6}]')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('capture', 'article'), name='reading_once')],
                },
            ), migrations.CreateModel(
                name='Sketch',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('value', models.BigIntegerField()),
                    ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sketches', to='articles.article')),
                ],
                options={
                    'indexes': [models.Index(fields=['value', 'article'], name='sketch_by_value')],
                },
            ), migrations.CreateModel(
                name='Suggestion',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('found', models.CharField(help_text='The name as it stands in the text, the first time.', max_length=500)),
                    ('count', models.PositiveIntegerField(default=1, help_text='How often the text names it.')),
                    ('is_ambiguous', models.BooleanField(default=False, help_text='The name may stand for another entity, for a longer name, for somebody else or for no name at all.', verbose_name='doubtful')),
                    ('answer', models.CharField(choices=[('open', 'Open'), ('accepted', 'Accepted'), ('refused', 'Refused')], default='open', max_length=16)),
                    ('answered_at', models.DateTimeField(editable=False, null=True)),
                    ('answered_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='suggestions', to='articles.article')),
                    ('entity', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='suggestions', to='entities.entity')),
                    ('doubt', models.CharField(blank=True, default='', help_text='Why it is doubtful.', max_length=100)),
                    ('out_of_use', models.CharField(blank=True, default='', help_text='Names and offices that do not go with the date of the article.', max_length=600, verbose_name='of other years')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('article', 'entity'), name='suggestion_once'), models.CheckConstraint(condition=models.Q(models.Q(('answer', 'open'), ('answered_at', None)), models.Q(('answer__in', ['accepted', 'refused']), ('answered_at__isnull', False)), _connector='OR'), name='suggestion_answer_is_dated')],
                    'ordering': ['id'],
                },
            ), migrations.CreateModel(
                name='TaggedEntity',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('is_certain', models.BooleanField(default=True)),
                    ('confirmed_at', models.DateTimeField(auto_now_add=True)),
                    ('confirmed_by', models.ForeignKey(db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('content_object', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='tagged_entities', to='articles.article')),
                    ('tag', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='taggings', to='entities.entity', verbose_name='entity')),
                    ('public_day', models.DateField(editable=False, help_text='The day the article is sorted by, while it is public.', null=True)),
                    ('called', models.TextField(editable=False, help_text='The names of the entity that stand in what the public may search of the article, one a line; null where nobody has looked.', null=True)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('content_object', 'tag'), name='tagged_entity_once')],
                    'verbose_name': 'confirmed entity',
                    'verbose_name_plural': 'confirmed entities',
                    'ordering': ['id'],
                    'indexes': [models.Index(fields=['tag', '-public_day', '-content_object'], name='tagged_entity_newest_first'), models.Index(condition=models.Q(('called__gt', ''), ('public_day__isnull', False)), fields=['tag', 'called'], name='tagged_entity_by_name'), models.Index(condition=models.Q(('is_certain', False)), fields=['tag'], name='tagged_entity_uncertain')],
                },
            ), migrations.CreateModel(
                name='Topic',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(max_length=100, unique=True, verbose_name='name')),
                    ('slug', models.SlugField(blank=True, help_text='The address: lower-case letters a–z, digits and hyphens. Left empty it is made from the name. A change leaves a redirect.', max_length=80, unique=True)),
                    ('public_since', models.DateTimeField(editable=False, null=True)),
                ],
                options={
                    'ordering': ['name'],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('slug', ''), _negated=True), django.db.models.lookups.Exact(kzarchive.addresses.invariants.LTrim(models.F('slug'), models.Value('0123456789abcdefghijklmnopqrstuvwxyz-')), models.Value('')), django.db.models.lookups.LessThanOrEqual(django.db.models.functions.text.Length('slug'), 80)), name='topic_slug_is_an_address'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='topic_has_a_name')],
                },
            ), migrations.CreateModel(
                name='TaggedTopic',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('content_object', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tagged_topics', to='articles.article')),
                    ('tag', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='taggings', to='articles.topic')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('content_object', 'tag'), name='tagged_topic_once')],
                },
            ), migrations.CreateModel(
                name='Version',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveSmallIntegerField()),
                    ('body', models.TextField(blank=True, validators=[kzarchive.fields.validate_storable])),
                    ('kinds', models.TextField(blank=True, default='')),
                    ('sha256', models.CharField(editable=False, help_text='Of the body in UTF-8.', max_length=64)),
                    ('sameness_key', models.CharField(db_index=True, editable=False, help_text='Equal for the same text set differently.', max_length=64)),
                    ('reason', models.TextField(blank=True, default='', help_text='Why this version was made.', validators=[kzarchive.fields.validate_storable])),
                    ('record', models.JSONField(decoder=articles.models.frozen.RecordDecoder, editable=False, encoder=articles.models.frozen.RecordEncoder, null=True)),
                    ('made_at', models.DateTimeField(auto_now_add=True)),
                    ('frozen_at', models.DateTimeField(editable=False, null=True)),
                    ('article', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='articles.article')),
                    ('made_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('article', 'number'), name='version_number_once'), models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='version_numbers_from_1'), models.CheckConstraint(condition=models.Q(models.Q(('frozen_at', None), ('number', 1), ('record__isnull', True)), models.Q(('frozen_at__isnull', False), ('record__isnull', False), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='version_frozen_is_whole'), models.CheckConstraint(condition=models.Q(django.db.models.lookups.Exact(django.db.models.functions.text.Length('sha256'), 64), django.db.models.lookups.Exact(kzarchive.addresses.invariants.LTrim(models.F('sha256'), models.Value('0123456789abcdef')), models.Value(''))), name='version_sha256_is_one'), models.CheckConstraint(condition=models.Q(django.db.models.lookups.Exact(kzarchive.addresses.invariants.LTrim(models.F('kinds'), models.Value('phc')), models.Value(''))), name='version_kinds_are_known')],
                    'ordering': ['article', 'number'],
                    'indexes': [models.Index(condition=models.Q(('frozen_at__isnull', False)), fields=['-frozen_at', '-id'], name='version_newest_first')],
                },
            ), migrations.CreateModel(
                name='Batch',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                    ('kind', models.CharField(choices=[('import', 'Import'), ('publish', 'Publish'), ('rights', 'set rights'), ('publication', 'set publication'), ('name', 'correct a name'), ('topic', 'add a topic'), ('undo', 'Undo')], max_length=16)),
                    ('state', models.CharField(choices=[('reading', 'Reading'), ('preview', 'Preview'), ('running', 'Running'), ('done', 'Done'), ('given up', 'Given Up')], default='reading', max_length=16)),
                    ('name', models.CharField(blank=True, default='', help_text='What it is called in the list of batches.', max_length=200)),
                    ('terms', models.JSONField(default=dict, help_text='What is done to each of its rows.')),
                    ('made_at', models.DateTimeField(auto_now_add=True)),
                    ('done_at', models.DateTimeField(null=True)),
                    ('expires_at', models.DateTimeField(help_text='When what was only looked at is thrown away.', null=True)),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('undoes', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='undone_by', to='articles.batch')),
                ],
                options={
                    'verbose_name_plural': 'batches',
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('kind', 'undo'), ('undoes__isnull', False)), models.Q(models.Q(('kind', 'undo'), _negated=True), ('undoes', None)), _connector='OR'), name='batch_undo_names_another')],
                },
            ), migrations.CreateModel(
                name='BatchRow',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveIntegerField()),
                    ('name', models.CharField(max_length=500)),
                    ('status', models.CharField(default='waiting', max_length=16)),
                    ('is_done', models.BooleanField(default=False)),
                    ('pid', models.CharField(blank=True, default='', help_text='Of the article; it stays when a draft goes.', max_length=16)),
                    ('duplicate_of', models.CharField(blank=True, default='', help_text='The pid of the article whose text it has, or nearly.', max_length=16)),
                    ('message', models.TextField(blank=True, default='')),
                    ('facts', models.JSONField(default=dict, help_text='What was read or would change, for the page of the batch.')),
                    ('article', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='articles.article')),
                    ('batch', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='articles.batch')),
                ],
                options={
                    'ordering': ['number'],
                    'constraints': [models.UniqueConstraint(fields=('batch', 'number'), name='batch_row_once')],
                },
            ), migrations.CreateModel(
                name='Note',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('at', models.DateTimeField(auto_now_add=True)),
                    ('text', models.TextField(validators=[kzarchive.fields.validate_storable])),
                    ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notes', to='articles.article')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='note_says_something')],
                    'ordering': ['id'],
                },
            ), migrations.CreateModel(
                name='Claim',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('pid', models.CharField(editable=False, help_text='Cited for ever; never reused.', max_length=9, unique=True, verbose_name='pid')),
                    ('state', models.CharField(choices=[('draft', 'Draft'), ('in review', 'In Review'), ('published', 'Published'), ('withdrawn', 'Withdrawn')], default='draft', editable=False, max_length=16)),
                    ('quote', kzarchive.fields.PrintedField(blank=True, editable=False, help_text='The words as they were marked; empty where the claim is restated from its source.', max_length=2000, null=True)),
                    ('restatement', kzarchive.fields.WordsField(blank=True, default='', help_text='What the words claim, in one plain sentence of our own that can be read alone.')),
                    ('kind', models.CharField(choices=[('event', 'event: something happened, or did not'), ('quantity', 'quantity: how many, how much, how long'), ('position', 'position: what someone holds or aims at'), ('forecast', 'forecast: what is to come'), ('opinion', 'opinion: a judgement that no source can settle')], max_length=16)),
                    ('asserted_by_words', kzarchive.fields.PrintedField(blank=True, help_text='Where no record fits: “a senior diplomat”.', max_length=500, null=True, verbose_name='asserted by, in words')),
                    ('reported_via', kzarchive.fields.PrintedField(blank=True, help_text='The outlet the text names as its source, as printed: “MFA.kz, December 26, 2014”.', max_length=500, null=True)),
                    ('reported_on', kzarchive.fields.EDTFField(blank=True, earliest='reported_earliest', latest='reported_latest', max_length=23, null=True)),
                    ('reported_earliest', models.DateField(editable=False, null=True)),
                    ('reported_latest', models.DateField(editable=False, null=True)),
                    ('holds_for', kzarchive.fields.EDTFField(blank=True, earliest='holds_earliest', help_text='The day, month, year or interval it speaks of: 2014-01-29, 2013-11, 2017/2018.', latest='holds_latest', max_length=23, null=True)),
                    ('holds_basis', kzarchive.fields.PrintedField(blank=True, choices=[('stated', 'stated: the text names it'), ('resolved', 'resolved: “last November”, read from the date of publication'), ('inferred', 'inferred: from the context')], max_length=16, null=True, verbose_name='basis of that date')),
                    ('holds_words', kzarchive.fields.PrintedField(blank=True, help_text='“Last November”, and how it was resolved.', max_length=500, null=True, verbose_name='read from the words')),
                    ('holds_earliest', models.DateField(editable=False, null=True)),
                    ('holds_latest', models.DateField(editable=False, null=True)),
                    ('measured', kzarchive.fields.PrintedField(blank=True, help_text='What is counted or dated, in words that other claims can share: “embassies abroad”.', max_length=200, null=True, verbose_name='property')),
                    ('value', kzarchive.fields.PrintedField(blank=True, help_text='The number, without its unit; or the date or name that is stated.', max_length=200, null=True)),
                    ('unit', kzarchive.fields.PrintedField(blank=True, help_text='embassies, USD, per cent ...', max_length=100, null=True)),
                    ('as_of', kzarchive.fields.EDTFField(blank=True, earliest='as_of_earliest', help_text='The date the value is stated for.', latest='as_of_latest', max_length=23, null=True)),
                    ('as_of_earliest', models.DateField(editable=False, null=True)),
                    ('as_of_latest', models.DateField(editable=False, null=True)),
                    ('measured_key', models.CharField(db_index=True, default='', editable=False, help_text='The property as it is compared.', max_length=200)),
                    ('number', models.DecimalField(decimal_places=6, editable=False, help_text='The value, if it is one.', max_digits=30, null=True)),
                    ('finding', models.CharField(choices=[('unreviewed', 'Unreviewed'), ('supported', 'Supported'), ('contested', 'Contested'), ('wrong', 'Wrong'), ('outdated', 'Outdated'), ('garbled', 'Garbled'), ('not checkable', 'Not Checkable')], default='unreviewed', editable=False, help_text='Of the newest assessment.', max_length=16)),
                    ('note', kzarchive.fields.WordsField(blank=True, default='', help_text='For editors; never public.')),
                    ('first_published_at', models.DateTimeField(editable=False, null=True)),
                    ('withdrawn_at', models.DateTimeField(editable=False, null=True)),
                    ('withdrawal_reason', models.CharField(blank=True, choices=[('error', 'The text does not say this'), ('superseded', 'Another claim takes its place'), ('privacy', "It touches a person's privacy"), ('legal', 'The law requires it'), ('rights', 'The rights holder asked for it')], default='', editable=False, max_length=16)),
                    ('withdrawal_note', models.TextField(blank=True, default='', editable=False)),
                    ('is_demo', models.BooleanField(default=False, editable=False)),
                    ('created_at', models.DateTimeField(auto_now_add=True)),
                    ('changed_at', models.DateTimeField(auto_now=True)),
                    ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='articles.article')),
                    ('asserted_by_author', models.ForeignKey(blank=True, help_text="One of several authors, or somebody interviewed. Empty in all three fields: the article's by-line.", null=True, on_delete=django.db.models.deletion.PROTECT, related_name='asserted_claims', to='articles.author', verbose_name='asserted by the author')),
                    ('asserted_by_entity', models.ForeignKey(blank=True, help_text='The person or body whose statement the author reports.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='asserted_claims', to='entities.entity', verbose_name='asserted by')),
                    ('created_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('reported_publication', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reported_claims', to='articles.publication', verbose_name='reported in')),
                    ('subject', models.ForeignKey(blank=True, help_text='Where it can be counted: of whom or what the property is stated.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='measured_claims', to='entities.entity')),
                    ('about', models.ManyToManyField(related_name='claims', through='articles.ClaimEntity', to='entities.entity')),
                    ('words_key', models.TextField(default='', editable=False, help_text='The terms of all that is said of it; never of the quotation.')),
                    ('excerpt', models.TextField(default='', editable=False, help_text='As much of the words as is shown where the text is open in excerpts only.')),
                    ('excerpt_key', models.TextField(default='', editable=False, help_text='The terms of the excerpt.')),
                    ('quote_key', models.TextField(default='', editable=False, help_text='The terms of the words, for where the text is open.')),
                    ('value_key', models.TextField(default='', editable=False, help_text='The terms of property, value and unit.')),
                ],
                options={
                    'indexes': [models.Index(fields=['article', 'state'], name='claim_of_article'), models.Index(fields=['state', '-first_published_at', '-id'], name='claim_newest_first'), models.Index(fields=['state', 'finding'], name='claim_by_finding')],
                    'constraints': [models.CheckConstraint(condition=models.Q(django.db.models.lookups.Exact(django.db.models.functions.text.Length('pid'), 9), ('pid__startswith', 'kz'), django.db.models.lookups.Exact(kzarchive.addresses.invariants.LTrim(models.F('pid'), models.Value('0123456789bcdfghjkmnpqrstvwxz')), models.Value('')), django.db.models.lookups.Exact(django.db.models.functions.text.Substr(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.Value(0, output_field=models.IntegerField()), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 1, 1)), '-', models.Value(1)), '*', models.Value(1))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 2, 1)), '-', models.Value(1)), '*', models.Value(2))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 3, 1)), '-', models.Value(1)), '*', models.Value(3))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 4, 1)), '-', models.Value(1)), '*', models.Value(4))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 5, 1)), '-', models.Value(1)), '*', models.Value(5))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 6, 1)), '-', models.Value(1)), '*', models.Value(6))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 7, 1)), '-', models.Value(1)), '*', models.Value(7))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 8, 1)), '-', models.Value(1)), '*', models.Value(8))), '%%', models.Value(29)), '+', models.Value(1)), 1), django.db.models.functions.text.Substr('pid', 9, 1))), name='claim_pid_is_a_pid'), models.CheckConstraint(condition=models.Q(models.Q(('first_published_at', None), ('state__in', ['draft', 'in review'])), models.Q(('first_published_at__isnull', False), ('state__in', ['published', 'withdrawn']), models.Q(('restatement', ''), _negated=True)), _connector='OR'), name='claim_public_says_something'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'withdrawn'), ('withdrawn_at__isnull', False), ('withdrawal_reason__in', ['error', 'superseded', 'privacy', 'legal', 'rights'])), models.Q(models.Q(('state', 'withdrawn'), _negated=True), ('withdrawal_note', ''), ('withdrawal_reason', ''), ('withdrawn_at', None)), _connector='OR'), name='claim_withdrawn_says_why'), models.CheckConstraint(condition=models.Q(('kind__in', ['event', 'quantity', 'position', 'forecast', 'opinion'])), name='claim_kind_is_known'), models.CheckConstraint(condition=models.Q(('finding__in', ['unreviewed', 'supported', 'contested', 'wrong', 'outdated', 'garbled', 'not checkable'])), name='claim_finding_is_known'), models.CheckConstraint(condition=models.Q(models.Q(('asserted_by_author', None), ('asserted_by_entity', None)), models.Q(('asserted_by_author', None), ('asserted_by_words', None)), models.Q(('asserted_by_entity', None), ('asserted_by_words', None)), _connector='OR'), name='claim_has_one_asserter'), models.CheckConstraint(condition=models.Q(models.Q(('holds_basis__isnull', True), ('holds_earliest__isnull', True), ('holds_for__isnull', True), ('holds_latest__isnull', True)), models.Q(('holds_basis__isnull', False), ('holds_earliest__isnull', False), ('holds_for__isnull', False), ('holds_latest__isnull', False)), _connector='OR'), name='claim_holds_for_is_whole'), models.CheckConstraint(condition=models.Q(('holds_basis', None), ('holds_basis__in', ['stated', 'resolved', 'inferred']), _connector='OR'), name='claim_basis_is_known'), models.CheckConstraint(condition=models.Q(models.Q(('reported_earliest__isnull', True), ('reported_latest__isnull', True), ('reported_on__isnull', True)), models.Q(('reported_earliest__isnull', False), ('reported_latest__isnull', False), ('reported_on__isnull', False)), _connector='OR'), name='claim_reported_on_is_whole'), models.CheckConstraint(condition=models.Q(models.Q(('as_of__isnull', True), ('as_of_earliest__isnull', True), ('as_of_latest__isnull', True)), models.Q(('as_of__isnull', False), ('as_of_earliest__isnull', False), ('as_of_latest__isnull', False)), _connector='OR'), name='claim_as_of_is_whole'), models.CheckConstraint(condition=models.Q(('holds_earliest__lte', models.F('holds_latest')), ('as_of_earliest__lte', models.F('as_of_latest')), ('reported_earliest__lte', models.F('reported_latest'))), name='claim_days_in_order'), models.CheckConstraint(condition=models.Q(models.Q(('as_of', None), ('measured', None), ('subject', None), ('unit', None), ('value', None)), models.Q(('measured__isnull', False), ('value__isnull', False)), _connector='OR'), name='claim_value_has_a_property'), models.CheckConstraint(condition=models.Q(models.Q(('quote__isnull', True), models.Q(('quote', ''), _negated=True), _connector='OR'), models.Q(('asserted_by_words__isnull', True), models.Q(('asserted_by_words', ''), _negated=True), _connector='OR'), models.Q(('reported_via__isnull', True), models.Q(('reported_via', ''), _negated=True), _connector='OR'), models.Q(('reported_on__isnull', True), models.Q(('reported_on', ''), _negated=True), _connector='OR'), models.Q(('holds_for__isnull', True), models.Q(('holds_for', ''), _negated=True), _connector='OR'), models.Q(('holds_words__isnull', True), models.Q(('holds_words', ''), _negated=True), _connector='OR'), models.Q(('measured__isnull', True), models.Q(('measured', ''), _negated=True), _connector='OR'), models.Q(('value__isnull', True), models.Q(('value', ''), _negated=True), _connector='OR'), models.Q(('unit__isnull', True), models.Q(('unit', ''), _negated=True), _connector='OR'), models.Q(('as_of__isnull', True), models.Q(('as_of', ''), _negated=True), _connector='OR')), name='claim_null_not_blank')],
                    'ordering': ['id'],
                    'permissions': [('publish_claim', 'Can publish, reword and withdraw a claim'), ('assess_claim', 'Can assess a claim'), ('assess_claim_wrong', 'Can find a claim wrong')],
                },
            ), migrations.CreateModel(
                name='Assessment',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('finding', models.CharField(choices=[('supported', 'Supported'), ('contested', 'Contested'), ('wrong', 'Wrong'), ('outdated', 'Outdated'), ('garbled', 'Garbled'), ('not checkable', 'Not Checkable')], max_length=16)),
                    ('reasons', models.TextField(help_text='How it was reached, in a sentence or more; readers see it.', validators=[kzarchive.fields.validate_storable])),
                    ('reviewed_at', models.DateTimeField(auto_now_add=True)),
                    ('is_own_work', models.BooleanField(default=False, help_text='The reviewer marked the claim too: readers are told.')),
                    ('reviewer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('claim', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assessments', to='articles.claim')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('finding__in', ['supported', 'contested', 'wrong', 'outdated', 'garbled', 'not checkable'])), name='assessment_finding_is_known'), models.CheckConstraint(condition=models.Q(('reasons', ''), _negated=True), name='assessment_has_reasons')],
                    'ordering': ['id'],
                },
            ), migrations.CreateModel(
                name='ClaimEntity',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('claim', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='claim_entities', to='articles.claim')),
                    ('entity', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='claim_entities', to='entities.entity')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('claim', 'entity'), name='claim_entity_once')],
                    'ordering': ['id'],
                    'verbose_name': 'entity of a claim',
                    'verbose_name_plural': 'claims about it',
                },
            ), migrations.CreateModel(
                name='ClaimLink',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('corroborates', 'Corroborates'), ('conflicts with', 'Conflicts'), ('refines', 'Refines'), ('repeats', 'Repeats')], max_length=16)),
                    ('reason', models.TextField(help_text='What makes it so, in a sentence; readers see it.', validators=[kzarchive.fields.validate_storable])),
                    ('made_at', models.DateTimeField(auto_now_add=True)),
                    ('from_claim', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links_out', to='articles.claim')),
                    ('made_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('to_claim', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links_in', to='articles.claim')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(django.db.models.functions.comparison.Least('from_claim', 'to_claim'), django.db.models.functions.comparison.Greatest('from_claim', 'to_claim'), name='claim_link_once_a_pair'), models.CheckConstraint(condition=models.Q(('from_claim', models.F('to_claim')), _negated=True), name='claim_link_not_to_itself'), models.CheckConstraint(condition=models.Q(('kind__in', ['corroborates', 'conflicts with', 'refines', 'repeats'])), name='claim_link_kind_is_known'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='claim_link_has_a_reason')],
                    'ordering': ['id'],
                },
            ), migrations.CreateModel(
                name='ClaimProposal',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('corroborates', 'Corroborates'), ('conflicts with', 'Conflicts'), ('refines', 'Refines'), ('repeats', 'Repeats')], help_text='What the two may be to one another.', max_length=16)),
                    ('evidence', models.JSONField(default=list, help_text='What made the archive think so: [["same property", "embassies abroad"], ...].')),
                    ('answer', models.CharField(choices=[('open', 'Open'), ('linked', 'Linked'), ('unrelated', 'Unrelated')], default='open', max_length=16)),
                    ('answered_at', models.DateTimeField(editable=False, null=True)),
                    ('answered_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('first', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='articles.claim')),
                    ('second', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='articles.claim')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('first', 'second'), name='claim_proposal_once_a_pair'), models.CheckConstraint(condition=models.Q(('first__lt', models.F('second'))), name='claim_proposal_in_order'), models.CheckConstraint(condition=models.Q(models.Q(('answer', 'open'), ('answered_at', None)), models.Q(('answer__in', ['linked', 'unrelated']), ('answered_at__isnull', False)), _connector='OR'), name='claim_proposal_answer_is_dated')],
                    'ordering': ['id'],
                },
            ), migrations.CreateModel(
                name='Correction',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('words', models.CharField(editable=False, help_text='As the text has them.', max_length=500, validators=[kzarchive.fields.validate_storable])),
                    ('reading', models.CharField(help_text='What they ought to read.', max_length=500, validators=[kzarchive.fields.validate_storable])),
                    ('reason', kzarchive.fields.WordsField(blank=True, default='', help_text='How it is known.')),
                    ('made_at', models.DateTimeField(auto_now_add=True)),
                    ('withdrawn_at', models.DateTimeField(editable=False, null=True)),
                    ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='articles.article')),
                    ('made_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('words', ''), _negated=True), models.Q(('reading', ''), _negated=True), models.Q(('reading', models.F('words')), _negated=True)), name='correction_reads_otherwise')],
                    'ordering': ['id'],
                },
            ), migrations.CreateModel(
                name='Anchor',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('exact', models.TextField()),
                    ('prefix', models.CharField(blank=True, default='', max_length=32)),
                    ('suffix', models.CharField(blank=True, default='', max_length=32)),
                    ('start', models.PositiveIntegerField(null=True)),
                    ('end', models.PositiveIntegerField(null=True)),
                    ('state', models.CharField(choices=[('exact', 'Exact'), ('moved', 'Moved'), ('needs review', 'Needs Review'), ('orphaned', 'Orphaned')], max_length=16)),
                    ('candidates', models.JSONField(blank=True, default=list, help_text='Places a person may choose: [[start, end], ...].')),
                    ('placed_by', models.ForeignKey(editable=False, help_text='Who chose the place.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='anchors', to='articles.version')),
                    ('claim', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='anchors', to='articles.claim')),
                    ('correction', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='anchors', to='articles.correction')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('claim', 'version'), name='anchor_once_a_claim_and_version'), models.UniqueConstraint(fields=('correction', 'version'), name='anchor_once_a_correction_and_version'), models.CheckConstraint(condition=models.Q(models.Q(('claim__isnull', False), ('correction', None)), models.Q(('claim', None), ('correction__isnull', False)), _connector='OR'), name='anchor_of_one_thing'), models.CheckConstraint(condition=models.Q(models.Q(('end__gt', models.F('start')), ('start__isnull', False), ('state__in', ['exact', 'moved'])), models.Q(('end', None), ('start', None), ('state__in', ['needs review', 'orphaned'])), _connector='OR'), name='anchor_state_and_place_agree'), models.CheckConstraint(condition=models.Q(('exact', ''), _negated=True), name='anchor_has_words')],
                    'ordering': ['version_id', 'start', 'id'],
                },
            ), migrations.CreateModel(
                name='Evidence',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('url', kzarchive.fields.PrintedField(blank=True, help_text='Of a source outside the archive.', max_length=2000, null=True, validators=[articles.models.assessment.validate_public_address], verbose_name='address')),
                    ('title', kzarchive.fields.PrintedField(blank=True, help_text='Of that source.', max_length=500, null=True)),
                    ('accessed_on', models.DateField(blank=True, help_text='The day it was read.', null=True)),
                    ('note', kzarchive.fields.PrintedField(blank=True, help_text='Where in it, or what it says, in our own words.', max_length=1000, null=True)),
                    ('article', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.article')),
                    ('assessment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='articles.assessment')),
                    ('claim', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.claim')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('accessed_on', None), ('article__isnull', False), ('claim', None), ('title', None), ('url', None)), models.Q(('accessed_on', None), ('article', None), ('claim__isnull', False), ('title', None), ('url', None)), models.Q(('accessed_on__isnull', False), ('article', None), ('claim', None), ('title__isnull', False), ('url__isnull', False)), _connector='OR'), name='evidence_is_one_thing'), models.CheckConstraint(condition=models.Q(('url', None), ('url__startswith', 'https://'), ('url__startswith', 'http://'), _connector='OR'), name='evidence_address_is_of_the_web'), models.CheckConstraint(condition=models.Q(models.Q(('url__isnull', True), models.Q(('url', ''), _negated=True), _connector='OR'), models.Q(('title__isnull', True), models.Q(('title', ''), _negated=True), _connector='OR'), models.Q(('note__isnull', True), models.Q(('note', ''), _negated=True), _connector='OR')), name='evidence_null_not_blank')],
                    'verbose_name_plural': 'evidence',
                    'ordering': ['id'],
                },
            ), migrations.CreateModel(
                name='Question',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('pid', models.CharField(editable=False, help_text='Cited for ever; never reused.', max_length=9, unique=True, verbose_name='pid')),
                    ('text', models.CharField(help_text='“How many embassies has Kazakhstan abroad?”', max_length=300, validators=[kzarchive.fields.validate_storable], verbose_name='question')),
                    ('summary', kzarchive.fields.WordsField(blank=True, default='', help_text='What can be said of the answers, in our own words; readers see it.')),
                    ('state', models.CharField(choices=[('draft', 'Draft'), ('published', 'Published'), ('withdrawn', 'Withdrawn')], default='draft', editable=False, max_length=16)),
                    ('is_demo', models.BooleanField(default=False, editable=False)),
                    ('first_published_at', models.DateTimeField(editable=False, null=True)),
                    ('created_at', models.DateTimeField(auto_now_add=True)),
                    ('changed_at', models.DateTimeField(auto_now=True)),
                    ('created_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('claims', models.ManyToManyField(related_name='questions', through='articles.QuestionClaim', to='articles.claim')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(django.db.models.lookups.Exact(django.db.models.functions.text.Length('pid'), 9), ('pid__startswith', 'kz'), django.db.models.lookups.Exact(kzarchive.addresses.invariants.LTrim(models.F('pid'), models.Value('0123456789bcdfghjkmnpqrstvwxz')), models.Value('')), django.db.models.lookups.Exact(django.db.models.functions.text.Substr(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.Value(0, output_field=models.IntegerField()), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 1, 1)), '-', models.Value(1)), '*', models.Value(1))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 2, 1)), '-', models.Value(1)), '*', models.Value(2))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 3, 1)), '-', models.Value(1)), '*', models.Value(3))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 4, 1)), '-', models.Value(1)), '*', models.Value(4))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 5, 1)), '-', models.Value(1)), '*', models.Value(5))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 6, 1)), '-', models.Value(1)), '*', models.Value(6))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 7, 1)), '-', models.Value(1)), '*', models.Value(7))), '+', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.Value('0123456789bcdfghjkmnpqrstvwxz'), django.db.models.functions.text.Substr('pid', 8, 1)), '-', models.Value(1)), '*', models.Value(8))), '%%', models.Value(29)), '+', models.Value(1)), 1), django.db.models.functions.text.Substr('pid', 9, 1))), name='question_pid_is_a_pid'), models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='question_asks_something'), models.CheckConstraint(condition=models.Q(models.Q(('first_published_at', None), ('state', 'draft')), models.Q(('first_published_at__isnull', False), ('state__in', ['published', 'withdrawn'])), _connector='OR'), name='question_public_is_dated')],
                    'ordering': ['text', 'id'],
                    'permissions': [('publish_question', 'Can publish and withdraw a contested question')],
                },
            ), migrations.CreateModel(
                name='QuestionClaim',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('claim', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='question_claims', to='articles.claim')),
                    ('question', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='question_claims', to='articles.question')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('question', 'claim'), name='question_claim_once')],
                    'ordering': ['id'],
                },
            ), migrations.CreateModel(
                name='AuthorWord',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('word', models.CharField(max_length=40)),
                    ('record', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='spellings', to='articles.author')),
                ],
                options={
                    'abstract': False,
                    'indexes': [models.Index(fields=['word', 'record'], name='authorword_by_word')],
                },
            ), migrations.CreateModel(
                name='PublicationWord',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('word', models.CharField(max_length=40)),
                    ('record', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='spellings', to='articles.publication')),
                ],
                options={
                    'abstract': False,
                    'indexes': [models.Index(fields=['word', 'record'], name='publicationword_by_word')],
                },
            ), migrations.CreateModel(
                name='ComparedTexts',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('one_key', models.CharField(editable=False, max_length=64)),
                    ('other_key', models.CharField(db_index=True, editable=False, max_length=64)),
                    ('answer', models.CharField(choices=[('different', 'not a duplicate'), ('reprint', 'the same article, also printed elsewhere')], max_length=16)),
                    ('kept_key', models.CharField(editable=False, help_text='Of a reprint: the text that the archive holds for both.', max_length=64, null=True)),
                    ('reason', kzarchive.fields.WordsField(blank=True, default='')),
                    ('answered_at', models.DateTimeField(editable=False)),
                    ('answered_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('one_key', 'other_key'), name='comparedtexts_once'), models.CheckConstraint(condition=models.Q(('one_key__lt', models.F('other_key'))), name='comparedtexts_in_order'), models.CheckConstraint(condition=models.Q(django.db.models.lookups.Exact(django.db.models.functions.text.Length('one_key'), 64), django.db.models.lookups.Exact(kzarchive.addresses.invariants.LTrim(models.F('one_key'), models.Value('0123456789abcdef')), models.Value(''))), name='comparedtexts_one_key_is_one'), models.CheckConstraint(condition=models.Q(django.db.models.lookups.Exact(django.db.models.functions.text.Length('other_key'), 64), django.db.models.lookups.Exact(kzarchive.addresses.invariants.LTrim(models.F('other_key'), models.Value('0123456789abcdef')), models.Value(''))), name='comparedtexts_other_key_is_one'), models.CheckConstraint(condition=models.Q(models.Q(('answer', 'different'), ('kept_key', None)), models.Q(models.Q(('kept_key', models.F('one_key')), ('kept_key', models.F('other_key')), _connector='OR'), ('answer', 'reprint'), ('kept_key__isnull', False)), _connector='OR'), name='comparedtexts_keeps_one_of_the_two')],
                    'verbose_name': 'answer on two texts',
                    'verbose_name_plural': 'answers on two texts',
                    'ordering': ['id'],
                },
            ), migrations.CreateModel(
                name='InTextSource',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('outlet', models.CharField(help_text='In the nominative, as far as that is known.', max_length=300, validators=[kzarchive.fields.validate_storable])),
                    ('published_on', kzarchive.fields.EDTFField(blank=True, earliest=None, help_text='The day that the text gives for what it cites.', latest=None, max_length=23, null=True)),
                    ('published_basis', models.CharField(blank=True, choices=[('stated', 'Stated'), ('inferred', 'inferred: the year is that of the article, or the one before')], max_length=16, null=True)),
                    ('cue', models.CharField(choices=[('bracketed', 'in brackets'), ('signed', 'by a signature'), ('reported', 'as the one that reports'), ('told', 'as the one that was told'), ('printed', 'as where it was printed')], max_length=16)),
                    ('start', models.PositiveIntegerField()),
                    ('end', models.PositiveIntegerField()),
                    ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sources', to='articles.version')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('start__lt', models.F('end'))), name='intextsource_holds_something'), models.CheckConstraint(condition=models.Q(('outlet', ''), _negated=True), name='intextsource_names_an_outlet'), models.CheckConstraint(condition=models.Q(models.Q(('published_basis__isnull', True), ('published_on__isnull', True)), models.Q(('published_basis__isnull', False), ('published_on__isnull', False)), _connector='OR'), name='intextsource_date_has_a_basis'), models.UniqueConstraint(fields=('version', 'start'), name='intextsource_once')],
                    'verbose_name': 'source named in a text',
                    'verbose_name_plural': 'sources named in texts',
                    'ordering': ['version', 'start'],
                },
            ), migrations.CreateModel(
                name='SourceCheck',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('url', models.CharField(max_length=2000, verbose_name='address')),
                    ('outcome', models.CharField(choices=[('answers', 'Answers'), ('gone', 'the page is gone'), ('front page', 'leads to the front page of its site'), ('fault', 'the server reports a fault of its own'), ('unreachable', 'no connection'), ('unsure', 'answers, but not to a machine'), ('not asked', 'no public address')], max_length=16)),
                    ('status', models.PositiveSmallIntegerField(help_text='As the server gave it (RFC 9110); empty where none was heard.', null=True)),
                    ('led_to', models.CharField(blank=True, default='', help_text='Where redirects ended, where that is another address.', max_length=2000)),
                    ('message', kzarchive.fields.WordsField(blank=True, default='')),
                    ('first_at', models.DateTimeField()),
                    ('last_at', models.DateTimeField()),
                    ('times', models.PositiveIntegerField(default=1, help_text='How often in a row it was seen so.')),
                    ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='source_checks', to='articles.article')),
                ],
                options={
                    'verbose_name': 'check of a source',
                    'verbose_name_plural': 'checks of sources',
                    'indexes': [models.Index(fields=['article', '-id'], name='sourcecheck_newest_first')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('outcome__in', ['answers', 'gone', 'front page', 'fault', 'unreachable', 'unsure', 'not asked'])), name='sourcecheck_outcome_is_known'), models.CheckConstraint(condition=models.Q(('first_at__lte', models.F('last_at')), ('times__gte', 1)), name='sourcecheck_times_in_order')],
                },
            ), migrations.CreateModel(
                name='SourceStanding',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('url', models.CharField(max_length=2000)),
                    ('asked_at', models.DateTimeField(null=True)),
                    ('due_at', models.DateTimeField(help_text='When it is to be asked again.')),
                    ('answered_at', models.DateTimeField(help_text='When it last answered.', null=True)),
                    ('failing_since', models.DateTimeField(null=True)),
                    ('failing_days', models.PositiveSmallIntegerField(default=0, help_text='On how many different days (UTC) it failed since it last answered.')),
                    ('failed_on', models.DateField(help_text='The last of these days.', null=True)),
                    ('is_dead', models.BooleanField(default=False)),
                    ('vouched_at', models.DateTimeField(help_text="When somebody opened it and found the page, whatever the archive's machine saw.", null=True)),
                    ('article', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='source_standing', to='articles.article')),
                    ('vouched_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'indexes': [models.Index(condition=models.Q(('is_dead', True)), fields=['article'], name='sourcestanding_dead')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('is_dead', False), ('failing_since__isnull', False), _connector='OR'), name='sourcestanding_dead_since'), models.CheckConstraint(condition=models.Q(models.Q(('vouched_at', None), ('vouched_by', None)), models.Q(('vouched_at__isnull', False), ('vouched_by__isnull', False)), _connector='OR'), name='sourcestanding_vouched_by_somebody')],
                },
            ), migrations.CreateModel(
                name='DeskDocument',
                fields=[
                    ('article', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='+', serialize=False, to='articles.article')),
                    ('codes', models.BinaryField()),
                    ('language', models.CharField(max_length=35)),
                    ('earliest', models.IntegerField(null=True)),
                    ('latest', models.IntegerField(null=True)),
                    ('version_id', models.BigIntegerField(help_text='The frozen version whose words are indexed.', null=True)),
                    ('digest', models.CharField(help_text='Of all that was indexed, the edition of the analyser included.', max_length=16)),
                    ('edition', models.PositiveSmallIntegerField(help_text='Of the analyser that cut the words.')),
                    ('kept', models.BinaryField(help_text='The words indexed, compressed, where no frozen version has them.', null=True)),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='PublicDocument',
                fields=[
                    ('article', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='+', serialize=False, to='articles.article')),
                    ('codes', models.BinaryField()),
                    ('language', models.CharField(max_length=35)),
                    ('earliest', models.IntegerField(null=True)),
                    ('latest', models.IntegerField(null=True)),
                    ('version_id', models.BigIntegerField(help_text='The frozen version whose words are indexed.', null=True)),
                    ('digest', models.CharField(help_text='Of all that was indexed, the edition of the analyser included.', max_length=16)),
                    ('edition', models.PositiveSmallIntegerField(help_text='Of the analyser that cut the words.')),
                    ('kept', models.BinaryField(help_text='The words indexed, compressed, where no frozen version has them.', null=True)),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='FormerText',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('sha256', models.CharField(editable=False, help_text='Of the body in UTF-8.', max_length=64)),
                    ('body', models.TextField(validators=[kzarchive.fields.validate_storable])),
                    ('article', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='former_texts', to='articles.article')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('article', 'sha256'), name='former_text_once'), models.CheckConstraint(condition=models.Q(django.db.models.lookups.Exact(django.db.models.functions.text.Length('sha256'), 64), django.db.models.lookups.Exact(kzarchive.addresses.invariants.LTrim(models.F('sha256'), models.Value('0123456789abcdef')), models.Value(''))), name='former_text_sha256_is_one')],
                },
            )],
        ),
        migrations.RunPython(make_indexes_of_words, drop_indexes_of_words),
    ]
