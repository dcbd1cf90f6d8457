"""Write the authority file out as a table."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from entities import bulk
from entities.tables import write_table


class Command(BaseCommand):
    help = "Write every entity with its names and identifiers as CSV to FILE, or to the standard output."

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", default="-", help="Where to write; - or nothing: the standard output.")

    def handle(self, *, file, **options):
        data = write_table(bulk.export()).encode()
        if file == "-":
            sys.stdout.buffer.write(data)
            return
        try:
            Path(file).write_bytes(data)
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}.") from None
