"""Note by which of its names each public article calls the entities it speaks of."""

from django.core.management.base import BaseCommand

from articles.editorial import note_all_names


class Command(BaseCommand):
    help = (
        "Note which names of their entities stand in the public articles. It otherwise changes with them; after many names were changed, use --all."
    )

    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true", help="Look at every public article anew, not only where nobody has looked.")

    def handle(self, **options):
        self.stdout.write(f"{note_all_names(is_anew=options['all'])} tags say otherwise now.")
