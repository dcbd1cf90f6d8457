"""Take a file of entities in, or say what that would do."""

from pathlib import Path

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError

from entities import bulk
from entities.formats import AuthorityError, Described, Related, decode
from entities.skos import read_skos
from entities.tables import holds_relations, read_relations, read_table


def read(data: bytes) -> tuple[list[Described], list[Related]]:
    """Return the entities and the relations of a file, whichever of the three forms it has. Raises AuthorityError."""
    text = decode(data)
    if text.lstrip()[:1] in {"{", "["}:
        return read_skos(text), []
    return ([], read_relations(text)) if holds_relations(text) else (read_table(text), [])


class Command(BaseCommand):
    help = (
        "Add and change entities, names, identifiers and relations from a file as export_authority writes it, in any of its forms. Nothing "
        "is taken away, and what contradicts the archive is left alone and listed. Exit status 1 where something does, 2 where the file is none."
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
            records, relations = read(Path(file).read_bytes())
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}.", returncode=2) from None
        except AuthorityError as error:
            raise CommandError(f"{file}: {error}", returncode=2) from None
        try:
            found = bulk.plan(records, relations) if dry_run else bulk.take_in(records, relations, by=by)
        except IntegrityError as refusal:
            raise CommandError(f"Nothing was written: {str(refusal).partition(chr(10))[0]}.", returncode=1) from None
        for record in found.new:
            self.stdout.write(f"new\t{record.entity.slug}\t{record.entity.name}")
        for record, changes in found.changed:
            self.stdout.write(f"changed\t{record.entity.slug}\t{'; '.join(changes)}")
        for record, why in found.conflicting:
            self.stdout.write(f"conflicting\t{record.entity.slug}\t{why}")
        ties = found.relations
        for one in ties.new:
            self.stdout.write(f"new\t{_told(one)}")
        for one, changes in ties.changed:
            self.stdout.write(f"changed\t{_told(one)}\t{'; '.join(changes)}")
        for one, why in ties.conflicting:
            self.stdout.write(f"conflicting\t{_told(one)}\t{why}")
        if records:
            self._sum_up("", len(found.new), len(found.changed), len(found.conflicting), found.unchanged, dry_run)
        if relations or any(record.entity.relations for record in records):
            self._sum_up("Relations: ", len(ties.new), len(ties.changed), len(ties.conflicting), ties.unchanged, dry_run)
        for first, second, identifier in found.may_be_one:
            self.stdout.write(
                f"{first} and {second} {'would come' if dry_run else 'are'} in the queue of pairs that may be one: both are {identifier}."
            )
        if found.conflict_count:
            raise CommandError(f"{found.conflict_count} contradict the archive: see above.", returncode=1)

    def _sum_up(self, of: str, new: int, changed: int, conflicting: int, unchanged: int, dry_run: bool) -> None:
        would = " would be" if dry_run else ""
        self.stdout.write(f"{of}{new}{would} new, {changed}{would} changed, {conflicting} conflicting, {unchanged} as they were.")


def _told(one: Related) -> str:
    subject, relation = one
    return f"{subject}\t{relation.kind} {relation.object}"
