"""Takes the demonstration archive away."""

from __future__ import annotations

from django.core.management.base import BaseCommand, CommandError

from articles import demo, editorial


class Command(BaseCommand):
    help = "Take the demonstration records away, for good: nothing else that was public can be deleted."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="say what would go, and change nothing")

    def handle(self, *, dry_run, **options):
        try:
            clearing = demo.plan() if dry_run else demo.clear()
        except editorial.EditorialError as error:
            raise CommandError(str(error)) from None
        counts = f"articles: {len(clearing.articles)}, authors: {len(clearing.authors)}, publications: {len(clearing.publications)}"
        self.stdout.write(f"{'Would take away' if dry_run else 'Taken away'}: {counts}.")
        for record in clearing.kept:
            self.stdout.write(f"Kept as the archive's own: the {record._meta.verbose_name} {record} ({record.pid}); its records name it.")
