"""Make the search index anew."""

from django.core.management.base import BaseCommand

from articles.search.documents import reindex


class Command(BaseCommand):
    help = "Rebuild the search index from the records. It otherwise changes with them, in the same transaction."

    def handle(self, **options):
        seen, mended = reindex()
        self.stdout.write(f"{seen} articles indexed, {mended} of them differed.")
