"""Look for records that may be one."""

from django.core.management.base import BaseCommand

from articles.editorial.pairs import propose_pairs


class Command(BaseCommand):
    help = "Look for entities, authors and publications that may be one, and put them in the queue of pairs at the desk. Merges nothing."

    def handle(self, **options):
        count = propose_pairs()
        self.stdout.write(f"{count} pair{'' if count == 1 else 's'} may be one: answer them at the desk.")
