"""Make the search index anew."""

from django.core.management.base import BaseCommand

from articles.search import rebuild


class Command(BaseCommand):
    help = "Rebuild the search index from the records. It otherwise changes with them, in the same transaction."

    def handle(self, **options):
        self.stdout.write(f"{rebuild()} articles indexed.")
