import django.db.models.deletion
from django.db import migrations, models

# The index is made anew by whatever starts the archive, or by reindex_search: it holds nothing that the records do not.
TABLES = ("articles_publicwords", "articles_deskwords")
BEFORE = "title, record, body, tags, content='', tokenize=\"ascii tokenchars '_'\""
AFTER = "body, record, title, tags, content='', tokenize=\"ascii tokenchars '_=~'\""


def make_tables_of_words_anew(columns):
    def make(apps, schema_editor):
        for words in TABLES:
            if schema_editor.connection.vendor == "sqlite":
                schema_editor.execute(f"DROP TABLE {words}_terms")
                schema_editor.execute(f"DROP TABLE {words}")
                schema_editor.execute(f"CREATE VIRTUAL TABLE {words} USING fts5({columns})")
                schema_editor.execute(f"CREATE VIRTUAL TABLE {words}_terms USING fts5vocab({words}, 'row')")
            else:
                schema_editor.execute(f"DELETE FROM {words}")

    return make


def made_anew(name):
    return [
        migrations.DeleteModel(name=name),
        migrations.CreateModel(
            name=name,
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
        ),
    ]


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0010_source_checks'),
    ]

    operations = [
        *made_anew('DeskDocument'),
        *made_anew('PublicDocument'),
        migrations.RunPython(make_tables_of_words_anew(AFTER), make_tables_of_words_anew(BEFORE)),
    ]
