"""Bring captures in from files and folders."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
import uuid
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils import timezone

from articles import editorial, rights
from articles.ingest.read import LARGEST_CAPTURE_BYTES
from articles.models import Article
from articles.receivers import IMPORT_ACCOUNT

SUFFIXES = {".txt", ".html", ".htm"}
USAGE = 2

# A transaction stays under 200 ms, so that editors and readers never wait for an import.
BATCH_CAPTURES = 20
BATCH_CAPTURES_PUBLISHED = 8
BATCH_BYTES = 1_000_000
# With a rollback journal every commit locks readers out for a moment; the pause lets them in (TRUST: p95 17 ms instead of 1,734).
PAUSE_SECONDS = 0.02


class Command(BaseCommand):
    help = (
        "Bring captures in: text and HTML files, or folders of them (recursive, sorted; hidden files and links are skipped). "
        "Exit status: 0 all new, unchanged or duplicate; 1 some failed, the rest is done; 2 wrong usage, nothing done."
    )

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", metavar="PATH", help="A capture, or a folder of captures.")
        parser.add_argument("--dry-run", action="store_true", help="Say what would happen and write nothing.")
        parser.add_argument("--json", action="store_true", help="One line of JSON a capture on standard output, in path order.")
        parser.add_argument("--publish", action="store_true", help="Publish what is ready; the rest stays a draft, with the reason.")
        parser.add_argument("--as", dest="username", default=IMPORT_ACCOUNT, metavar="USER", help="The account that brings in and publishes.")
        parser.add_argument("--access", choices=Article.Access.values, default=Article.Access.RECORD, help="How much of the text readers may see.")
        parser.add_argument("--rights", metavar="URI", help="A statement of rightsstatements.org or Creative Commons, for all captures.")
        parser.add_argument("--rights-basis", metavar="TEXT", help="How these rights are known.")

    def handle(self, *, paths, dry_run, publish, access, **options):
        self.as_json = options["json"]
        terms = self._terms(publish=publish, access=access, **options)
        files = sorted(set(chain.from_iterable(_files(path) for path in paths)))
        self.names = editorial.KnownNames.current()
        if access == Article.Access.FULL and not terms.rights:
            self._refuse_unlicensed(files)
        comparison = editorial.Comparison()
        counts: dict[str, int] = {}
        size = BATCH_CAPTURES_PUBLISHED if publish else BATCH_CAPTURES
        for batch in _batches((self._prepare(file) for file in files), size):
            outcomes = editorial.rehearse(batch, comparison, terms) if dry_run else editorial.bring_in(batch, terms)
            if not dry_run:
                editorial.note_import(terms, outcomes, name=_storable(", ".join(paths)))
            try:
                for outcome in outcomes:
                    counts[outcome.status] = counts.get(outcome.status, 0) + 1
                    self._report(outcome, dry_run=dry_run)
                self.stdout.flush()
            except BrokenPipeError:
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing more can be said there, at exit either
                raise CommandError("Nobody reads standard output any more. What was done is done: run it again for the rest.") from None
            if not dry_run and _is_rollback_journal():
                time.sleep(PAUSE_SECONDS)
        said = ", ".join(f"{count} {status}" for status, count in sorted(counts.items())) or "no captures found"
        self.stderr.write(f"{said}{' (dry run: nothing was written)' if dry_run else ''}", self.style.NOTICE)
        if counts.get("failed"):
            raise CommandError(f"{counts['failed']} of {sum(counts.values())} captures failed.", returncode=1)

    def _terms(self, *, publish, access, username, rights_basis, **options) -> editorial.Terms:
        uri = options["rights"]
        if bool(uri) != bool(rights_basis):
            raise CommandError("--rights and --rights-basis go together: say which rights, and how they are known.", returncode=USAGE)
        try:
            uri = rights.normalise(uri) if uri else None
        except rights.UnknownRights as error:
            raise CommandError(f"--rights: {error}", returncode=USAGE) from None
        if access == Article.Access.FULL and uri and not rights.allows_full_text(uri):
            raise CommandError(f"--access full: “{rights.label(uri)}” does not allow the whole text to be shown.", returncode=USAGE)
        by = User.objects.filter(username=username).first()
        if by is None:
            raise CommandError(f"--as: there is no account called {username}.", returncode=USAGE)
        for permission in ["articles.import_article", *(["articles.publish_article"] if publish else [])]:
            if not by.is_active or not by.has_perm(permission):
                raise CommandError(f"--as: {username} may not do this: it asks for {permission}.", returncode=USAGE)
        return editorial.Terms(
            by=by, access=access, rights=uri, rights_basis=rights_basis, is_published=publish, batch=uuid.uuid4()
        )  # fmt: skip

    def _prepare(self, file: str) -> editorial.Prepared:
        name = _storable(file)
        try:
            if os.path.getsize(file) > LARGEST_CAPTURE_BYTES:
                prepared = editorial.Prepared(name, b"", _digest(file))
                limit = LARGEST_CAPTURE_BYTES // 2**20
                prepared.failure = editorial.Failure("too-large", f"The file is larger than {limit} MB: no page is; split it.")
                return prepared
            data = Path(file).read_bytes()
        except OSError as error:
            prepared = editorial.Prepared(name, b"", "")
            prepared.failure = editorial.Failure("unreadable", f"The file could not be read: {error.strerror or error}.")
            return prepared
        if not self.as_json and hashlib.sha256(data).hexdigest() in editorial.known_captures([hashlib.sha256(data).hexdigest()]):
            return editorial.Prepared(name, data, hashlib.sha256(data).hexdigest())
        return editorial.prepare(name, data, names=self.names, today=timezone.now().date())

    def _refuse_unlicensed(self, files: list[str]) -> None:
        """Exit before anything is written where a capture that would come in prints no licence to show it whole."""
        for file in files:
            item = self._prepare(file)
            if item.failure or item.draft is None or item.sha256 in editorial.known_captures([item.sha256]):
                continue
            if not rights.allows_full_text(rights.printed_statement(item.draft.rights or "")):
                raise CommandError(
                    f"--access full: {item.name} prints no statement that allows it; give --rights and --rights-basis. Nothing was written.",
                    returncode=USAGE,
                )

    def _report(self, outcome: editorial.Outcome, *, dry_run: bool) -> None:
        if self.as_json:
            self.stdout.write(json.dumps(as_json(outcome, dry_run=dry_run), ensure_ascii=False))
            return
        line = [outcome.status, outcome.pid or outcome.duplicate_of or "-", outcome.prepared.name]
        self.stdout.write("\t".join(line))
        if outcome.failure:
            self.stderr.write(f"  {outcome.prepared.name}: {outcome.failure.message}")
        read = outcome.prepared.draft
        for doubt in (*(read.doubts if read and outcome.status != "unchanged" else ()), *outcome.doubts):
            self.stdout.write(f"  {doubt.code}: {doubt.message}")


def as_json(outcome: editorial.Outcome, *, dry_run: bool) -> dict[str, Any]:
    """Return what became of one capture as DESIGN section 5 fixes it: every key there, null where there is nothing."""
    item, read, failure = outcome.prepared, outcome.prepared.draft, outcome.failure
    return {
        "file": item.name,
        "sha256": item.sha256 or None,
        "pid": None if dry_run and outcome.status != "unchanged" else outcome.pid,
        "status": outcome.status,
        "duplicate_of": outcome.duplicate_of,
        "error": failure and {"code": failure.code, "message": failure.message, "at": failure.at},
        "title": read and read.title,
        "subtitle": read and read.subtitle,
        "authors": [{"name": a.name, "role": a.role, "affiliation": a.affiliation} for a in read.authors] if read else [],
        "byline": read and read.byline,
        "publication": read and read.publication,
        "publisher": read and read.publisher,
        "section": read and read.section,
        "volume": read and read.volume,
        "issue": read and read.issue,
        "pages": read and read.pages,
        "published_on": read and read.published_on,
        "published_basis": read and read.published_basis,
        "dateline": read and read.dateline,
        "language": read and read.language,
        "quality": list(read.quality) if read else [],
        "rights": read and read.rights,
        "access": outcome.access,
        "body": read and read.body,
        "captions": list(read.captions) if read else [],
        "removed": [{"start": r.start, "end": r.end, "rule": r.rule} for r in read.removed] if read else [],
        "spans": {name: [list(span) for span in spans] for name, spans in read.spans.items()} if read else {},
        "parts": [list(part) for part in read.parts] if read else [],
        "entities": sorted(found.slug for found in item.found if not found.is_ambiguous),
        "warnings": [{"code": d.code, "message": d.message} for d in (*(read.doubts if read else ()), *outcome.doubts)],
    }


def _files(path: str) -> Iterator[str]:
    """Yield the captures that ``path`` names. Raises CommandError where there is nothing of that name."""
    if os.path.isdir(path):
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                file = os.path.join(folder, name)
                if not name.startswith(".") and os.path.splitext(name)[1].lower() in SUFFIXES and not os.path.islink(file):
                    yield file
    elif os.path.isfile(path):
        yield path
    else:
        raise CommandError(f"There is no file or folder called {_storable(path)}. Nothing was done.", returncode=USAGE)


def _batches(items: Iterable[editorial.Prepared], most: int) -> Iterator[list[editorial.Prepared]]:
    batch: list[editorial.Prepared] = []
    size = 0
    for item in items:
        batch.append(item)
        size += len(item.data)
        if len(batch) >= most or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _digest(file: str) -> str:
    with open(file, "rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _storable(path: str) -> str:
    """Return ``path`` with bytes that are no UTF-8 shown as U+FFFD: a name is kept, never used to find the file again."""
    return os.fsencode(path).decode("utf-8", "replace")


def _is_rollback_journal() -> bool:
    return connection.vendor == "sqlite" and not settings.SQLITE_CAN_USE_WAL
