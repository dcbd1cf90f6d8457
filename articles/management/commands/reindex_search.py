"""Make the search index anew."""

from django.core.management.base import BaseCommand

from articles.search import is_outdated, rebuild


class Command(BaseCommand):
    help = "Rebuild the search index from the records. It otherwise changes with them, in the same transaction."

    def add_arguments(self, parser):
        parser.add_argument("--if-outdated", action="store_true", help="Only where it was made by another edition, or an upgrade has emptied it.")

    def handle(self, *, if_outdated, **options):
        if if_outdated and not is_outdated():
            self.stdout.write("The index is of this edition.")
        else:
            self.stdout.write(f"{rebuild()} articles indexed.")
