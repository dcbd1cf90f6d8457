"""From nothing to an archive one can walk about in; safe to repeat."""

import os
import secrets

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

from articles import demo, verification
from articles.editorial import note_all_names
from articles.models import Article
from articles.receivers import IMPORT_ACCOUNT
from articles.search import is_outdated, rebuild
from entities import starter

EDITOR = "editor"
# A larger archive would be long in starting: its index changes with its records anyway, and verify_archive runs at night.
MOST_ARTICLES_TO_READ = 5_000


class Command(BaseCommand):
    help = "Migrate, load the starter authority file and the demonstration where the archive is empty, make an editor's account, index, verify."

    def handle(self, **options):
        call_command("migrate", verbosity=0, interactive=False)
        importer = User.objects.get(username=IMPORT_ACCOUNT)
        if added := starter.load(by=importer):
            self.stdout.write(f"Authority file: {added} entities.")
        if settings.WITH_DEMO and (added := demo.load(by=importer)):
            self.stdout.write(f"Demonstration archive: {added} articles (manage.py clear_demo removes them).")
        if Article.objects.all()[: MOST_ARTICLES_TO_READ + 1].count() <= MOST_ARTICLES_TO_READ:
            rebuild()
            note_all_names(is_anew=False)
            self._verify()
        else:
            if is_outdated():
                self.stdout.write(f"The words of the index were cut by another edition: {rebuild()} articles indexed anew.")
            self.stdout.write("Not indexed and verified at every start any more: run verify_archive each night.")
        self.stdout.write(f"Database: {_database()}.")
        self._account()

    def _verify(self):
        faults = [str(fault) for fault in verification.verify()]
        for fault in faults:
            self.stderr.write(fault)
        if faults:
            raise CommandError(f"{len(faults)} faults: see above; manage.py verify_archive lists them again.")

    @transaction.atomic
    def _account(self):
        if User.objects.filter(username=EDITOR).exists():
            self.stdout.write(f"Editor account: {EDITOR} (password set earlier; make password)")
            return
        if User.objects.exclude(username=IMPORT_ACCOUNT).exists():
            return
        given = os.environ.get("KZARCHIVE_EDITOR_PASSWORD")
        password = given or secrets.token_urlsafe(15)
        editor = User(username=EDITOR, is_staff=True)
        if given:
            try:
                validate_password(given, editor)
            except ValidationError as error:
                raise CommandError(f"KZARCHIVE_EDITOR_PASSWORD: {' '.join(error.messages)}") from None
        editor.set_password(password)
        editor.save()
        editor.groups.add(Group.objects.get(name="publisher"))
        self.stdout.write(f"Editor account: {EDITOR}  password: {password if not given else '(as given in KZARCHIVE_EDITOR_PASSWORD)'}")


def _database() -> str:
    if connection.vendor != "sqlite":
        return f"PostgreSQL {connection.pg_version // 10000}"
    with connection.cursor() as cursor:
        journal = cursor.execute("PRAGMA journal_mode").fetchone()[0]
        version = cursor.execute("SELECT sqlite_version()").fetchone()[0]
    why = "" if journal == "wal" else ", because this build can lose commits in WAL mode"
    return f"SQLite {version}, journal mode {journal}{why}"
