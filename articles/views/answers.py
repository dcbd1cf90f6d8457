"""What public views answer apart from their pages: only to reading, with redirects of one hop, and with faults in words."""

from __future__ import annotations

from django.core.exceptions import TooManyFilesSent
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render


class NotHere(Http404):
    """Nothing is at this address. ``fault`` tells the reader why, where there is more to say than that."""

    def __init__(self, fault: str = ""):
        super().__init__(fault)
        self.fault = fault


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 404 in the same words whatever the reason, unless a view gave one that the public may know."""
    return render(request, "404.html", {"fault": getattr(exception, "fault", "")}, status=404)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 400 to a request that the framework refused to read."""
    fault = "It is not an address or a query that this archive can read."
    if isinstance(exception, TooManyFilesSent):
        fault = "More files were sent than are taken in at once: go back, and send them in parts, or as a zip."
    return render(request, "400.html", {"fault": fault}, status=400)
