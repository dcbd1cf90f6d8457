"""Read everything again and list what is not as it must be."""

from django.core.management.base import BaseCommand, CommandError

from articles import store, verification


class Command(BaseCommand):
    help = "Verify captures, versions, dates, pids, redirects, the index and the database's own rules. Exit status 1 and a list if anything is off."

    def add_arguments(self, parser):
        parser.add_argument("--sweep", action="store_true", help="First take away files that a killed import left behind.")

    def handle(self, *, sweep, **options):
        if sweep:
            with store.locked():
                for name in verification.orphans():
                    store.remove_named(name)
                    self.stdout.write(f"swept {name}")
        faults = 0
        for fault in verification.verify():
            faults += 1
            self.stdout.write(str(fault))
        if faults:
            raise CommandError(f"{faults} faults.", returncode=1)
        self.stdout.write("All is as it should be.")
