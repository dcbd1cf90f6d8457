"""Take a table of entities in, or say what that would do."""

from pathlib import Path

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError

from entities import bulk
from entities.formats import AuthorityError
from entities.tables import decode, read_table


class Command(BaseCommand):
    help = (
        "Add and change entities, names and identifiers from a CSV as export_authority writes it. Nothing is taken away, and what "
        "contradicts the archive is left alone and listed. Exit status 1 where something does, 2 where the file is no such table."
    )

    def add_arguments(self, parser):
        parser.add_argument("file")
        parser.add_argument("--dry-run", action="store_true", help="Say what is new, changed and conflicting; write nothing.")
        parser.add_argument("--as", dest="user", default="import", help="In whose name.")

    def handle(self, *, file, dry_run, user, **options):
        by = User.objects.filter(username=user).first()
        if by is None or not by.has_perm("entities.add_entity"):
            raise CommandError(f"{user} is no account that may add entities.", returncode=2)
        try:
            records = read_table(decode(Path(file).read_bytes()))
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}.", returncode=2) from None
        except AuthorityError as error:
            raise CommandError(f"{file}: {error}", returncode=2) from None
        found = bulk.plan(records)
        for record in found.new:
            self.stdout.write(f"new\t{record.entity.slug}\t{record.entity.name}")
        for record, changes in found.changed:
            self.stdout.write(f"changed\t{record.entity.slug}\t{'; '.join(changes)}")
        for record, why in found.conflicting:
            self.stdout.write(f"conflicting\t{record.entity.slug}\t{why}")
        if not dry_run:
            try:
                bulk.apply(found, by=by)
            except IntegrityError as refusal:
                raise CommandError(f"Nothing was written: {str(refusal).partition(chr(10))[0]}.", returncode=1) from None
        would = " would be" if dry_run else ""
        self.stdout.write(
            f"{len(found.new)}{would} new, {len(found.changed)}{would} changed, {len(found.conflicting)} conflicting, {found.unchanged} as they were."
        )
        if found.conflicting:
            raise CommandError(f"{len(found.conflicting)} contradict the archive: see above.", returncode=1)
