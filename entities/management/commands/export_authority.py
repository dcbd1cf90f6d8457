"""Write the authority file out: as a table of names, a table of relations, or as linked data."""

import sys
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from entities import bulk
from entities.skos import write_skos
from entities.tables import write_relations, write_table

FORMS = ("names", "relations", "skos")


class Command(BaseCommand):
    help = (
        "Write every entity to FILE, or to the standard output: as a table of names with their entities and identifiers (CSV), as a table of "
        "relations (CSV), or all of it as SKOS in JSON-LD."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", default="-", help="Where to write; - or nothing: the standard output.")
        parser.add_argument("--form", choices=FORMS, help="Without it: skos where FILE ends in .jsonld or .json, else names.")

    def handle(self, *, file, form, **options):
        form = form or ("skos" if Path(file).suffix.lower() in {".jsonld", ".json"} else "names")
        records = bulk.export()
        if form == "skos":
            text = write_skos(records, settings.SITE_URL + reverse("articles:id", args=["-"]).removesuffix("-"))
        else:
            text = write_relations(records) if form == "relations" else write_table(records)
        if file == "-":
            sys.stdout.buffer.write(text.encode())
            return
        try:
            Path(file).write_bytes(text.encode())
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}.") from None
