"""What machines ask of the archive: is it alive, is it ready, whom to tell of a hole, what not to crawl."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Iterator

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone

from .addresses.invariants import missing_triggers
from .http import public_page

LEAST_FREE_DISK = 0.05
# RFC 9116 asks for less than a year; a mirror that keeps the file keeps it that long too.
SECURITY_TXT_DAYS = 180

_TEXT = "text/plain; charset=utf-8"


@public_page
def healthz(request: HttpRequest) -> HttpResponse:
    """Say that the process answers. Touches neither database nor disk."""
    return HttpResponse("ok\n", content_type=_TEXT, headers={"Cache-Control": "no-store"})


@public_page
def readyz(request: HttpRequest) -> HttpResponse:
    """Say whether pages can be served, as JSON; if not, 503 with a word for each reason and no more than that."""
    reasons = list(what_is_wrong())
    answer = {"status": "unavailable", "reasons": reasons} if reasons else {"status": "ready"}
    return JsonResponse(answer, status=503 if reasons else 200, headers={"Cache-Control": "no-store"})


def what_is_wrong() -> Iterator[str]:
    """Yield a word for each thing that keeps the archive from its service: database, migrations, rules, no-data-directory, disk-full, read-only."""
    try:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            yield "migrations"
        elif missing_triggers():
            yield "rules"
    except DatabaseError:
        yield "database"
    if not settings.DATA_DIR.is_dir():
        yield "no-data-directory"
        return
    disk = shutil.disk_usage(settings.DATA_DIR)
    if disk.free < disk.total * LEAST_FREE_DISK:
        yield "disk-full"
    if not os.access(settings.DATA_DIR, os.W_OK):
        yield "read-only"


@public_page
def security_txt(request: HttpRequest) -> HttpResponse:
    """Tell whom to write about a hole (RFC 9116); 404 while no contact is set."""
    contact = settings.SECURITY_CONTACT.strip()
    if not contact:
        raise Http404
    if ":" not in contact:
        contact = f"mailto:{contact}"
    expires = (timezone.now() + dt.timedelta(days=SECURITY_TXT_DAYS)).strftime("%Y-%m-%dT00:00:00Z")
    lines = [
        f"Contact: {contact}",
        f"Expires: {expires}",
        "Preferred-Languages: en",
        f"Canonical: {settings.SITE_URL}/.well-known/security.txt",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type=_TEXT)


@public_page
def robots(request: HttpRequest) -> HttpResponse:
    """Keep crawlers from the desk and from searching, as every article is reached from the lists; say where the sitemap is."""
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /search", "", f"Sitemap: {settings.SITE_URL}/sitemap.xml"]
    return HttpResponse("\n".join(lines) + "\n", content_type=_TEXT)
