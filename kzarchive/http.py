"""What every request and answer has in common: the log line, the headers, one spelling of each address."""

from __future__ import annotations

import json
import logging
import re
import time
from collections.abc import Callable
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from .addresses.canonical import canonical_path
from .text import find_control

GetResponse = Callable[[HttpRequest], HttpResponse]
logger = logging.getLogger("kzarchive.requests")

_CONTROL_BYTES = re.compile(r"%(?:0[0-8bcef]|1[0-9a-f]|7f)", re.IGNORECASE)
_PERMISSIONS = "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=(), browsing-topics=()"


class PermanentRedirect(HttpResponsePermanentRedirect):
    """308: the address moved for good, and the method is kept."""

    status_code = 308


class JsonLines(logging.Formatter):
    """One JSON object a record; control characters cannot start a line of their own."""

    def format(self, record: logging.LogRecord) -> str:
        entry = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, "facts", {}),
        }
        if record.exc_info:
            entry["traceback"] = self.formatException(record.exc_info)
        return json.dumps(entry, ensure_ascii=True, default=str)


def client_address(request: HttpRequest) -> str:
    """Return the address of whoever asks, read behind as many proxies as the settings say are ours."""
    forwarded = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
    if settings.PROXY_COUNT and len(forwarded) >= settings.PROXY_COUNT:
        return forwarded[-settings.PROXY_COUNT][:45]
    return request.META.get("REMOTE_ADDR", "")


def site(request: HttpRequest) -> dict[str, str]:
    """Context for every template: where the archive lives, from the settings and never from the request."""
    return {"site_url": settings.SITE_URL}


class RequestLog:
    """One line for each request: what was asked, by whom, and how it ended. Never a query, a form or a cookie."""

    def __init__(self, get_response: GetResponse):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        started = time.perf_counter()
        asked = request.path
        response = self.get_response(request)
        # The user is read only where the request was already tied to a session: a reader's page asks for none.
        user = request.__dict__.get("_cached_user")
        facts = {
            "method": request.method,
            "path": asked,
            "status": response.status_code,
            "milliseconds": round((time.perf_counter() - started) * 1000, 1),
            "client": client_address(request),
            "user": user.get_username() if user is not None and user.is_authenticated else None,
        }
        refused = response.status_code in {401, 403, 429}
        logger.log(logging.WARNING if refused else logging.INFO, "refused" if refused else "answered", extra={"facts": facts})
        return response


class ResponsePolicy:
    """Headers that no library of ours sets, and who may keep an answer.

    A public page may be kept but must be asked for again each time: what is withdrawn is gone at once.
    Everything tied to a person or to a fault is kept by nobody.
    """

    def __init__(self, get_response: GetResponse):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", _PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if request.path.startswith(settings.STATIC_URL):
            return response
        session = getattr(request, "session", None)
        is_personal = request.path.startswith("/admin/") or (session is not None and session.accessed)
        if is_personal or response.status_code not in {200, 304, 308} or request.method not in {"GET", "HEAD"}:
            response.headers["Cache-Control"] = "private, no-store"
            if is_personal:
                patch_vary_headers(response, ["Cookie"])
        else:
            response.headers.setdefault("Cache-Control", "public, no-cache")
        return response


class RefuseControlCharacters:
    """Answers 400 to an address that holds characters no database of ours stores: PostgreSQL would fail on them later."""

    def __init__(self, get_response: GetResponse):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        in_query = _CONTROL_BYTES.search(request.META.get("QUERY_STRING", ""))
        if find_control(request.path_info) is not None or in_query:
            where = f"character {in_query.start() + 1} of the query" if in_query else "the path"
            return render(request, "400.html", {"fault": f"There is a control character at {where}."}, status=400)
        return self.get_response(request)


class CanonicalAddress:
    """Leads every spelling of a public address to the one that is cited, in one hop.

    The page is asked for under the right spelling; if that is itself a redirect, a tombstone or
    nothing, its own answer stands, so that nobody is sent on twice or sent to a page that is not there.
    """

    def __init__(self, get_response: GetResponse):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = request.path_info
        canonical = canonical_path(asked)
        if canonical == asked or request.method not in {"GET", "HEAD"}:
            return self.get_response(request)
        request.path = request.path_info = canonical
        response = self.get_response(request)
        if response.status_code != 200:
            return response
        query = request.META.get("QUERY_STRING", "")
        return PermanentRedirect(quote(canonical, safe="/.-_~") + (f"?{query}" if query else ""))
