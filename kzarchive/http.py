"""What every request and answer has in common: the log line, the headers, one spelling of each address."""

from __future__ import annotations

import json
import logging
import re
import time
from collections.abc import Callable
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.functional import SimpleLazyObject
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from .addresses.canonical import canonical_path
from .text import find_control

GetResponse = Callable[[HttpRequest], HttpResponse]
logger = logging.getLogger("kzarchive.requests")
accounts_logger = logging.getLogger("kzarchive.accounts")

_CONTROL_BYTES = re.compile(r"%(?:0[0-8bcef]|1[0-9a-f]|7f)", re.IGNORECASE)
LONGEST_LOGGED = 500
_KEPT_IN_A_QUERY = "%/?:@!$&'()*+,;=-._~[]"
_PERMISSIONS = "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=(), browsing-topics=()"
_HEADERS = {
    "Permissions-Policy": _PERMISSIONS,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": settings.SECURE_CROSS_ORIGIN_OPENER_POLICY,
    "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": settings.X_FRAME_OPTIONS,
}


class PermanentRedirect(HttpResponsePermanentRedirect):
    """308: the address moved for good, and the method is kept."""

    status_code = 308


def public_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let ``view`` answer GET and HEAD; every other method is 405.

    Without the exemption a POST would be told that its token is missing, as if there were something to post.
    """
    return csrf_exempt(require_safe(view))


def moved(request: HttpRequest, address: str) -> PermanentRedirect:
    """Return the permanent redirect to ``address``, with the query the request came with."""
    # WSGI hands the bytes of a query over as Latin-1.
    query = quote(request.META.get("QUERY_STRING", "").encode("latin-1", "replace"), safe=_KEPT_IN_A_QUERY)
    return PermanentRedirect(f"{address}?{query}" if query else address)


class JsonLines(logging.Formatter):
    """One JSON object a record; control characters cannot start a line of their own."""

    converter = time.gmtime

    def format(self, record: logging.LogRecord) -> str:
        entry = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%SZ"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, "facts", {}),
        }
        if record.exc_info:
            entry["traceback"] = self.formatException(record.exc_info)
        return json.dumps(entry, ensure_ascii=True, default=str)


class ShortLines(logging.Formatter):
    """The same for a person at a terminal: a short line a record, control characters written out; tracebacks on lines of their own."""

    def format(self, record: logging.LogRecord) -> str:
        facts = getattr(record, "facts", {})
        said = "{status} {method} {path} {milliseconds:.0f} ms".format(**facts) if "status" in facts else f"{record.levelname}: {record.getMessage()}"
        line = f"{self.formatTime(record, '%H:%M:%S')} {said.encode('unicode_escape').decode()}"
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line


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
        facts = {
            "method": request.method[:20],
            "path": asked[:LONGEST_LOGGED],
            "status": response.status_code,
            "milliseconds": round((time.perf_counter() - started) * 1000, 1),
            "client": client_address(request),
            "user": _name_of_user(request),
        }
        is_refused = response.status_code in {401, 403, 429}
        logger.log(logging.WARNING if is_refused else logging.INFO, "refused" if is_refused else "answered", extra={"facts": facts})
        return response


def _name_of_user(request: HttpRequest) -> str | None:
    """Return who was or has just logged in. Asks neither session nor database: a page that did not look has no user."""
    looked_up, user = vars(request).get("_cached_user"), vars(request).get("user")
    for known in (looked_up, user if type(user) is not SimpleLazyObject else None):
        if known is not None and known.is_authenticated:
            return known.get_username()
    return None


def is_personal(request: HttpRequest) -> bool:
    """Say whether the answer may depend on who asked."""
    session = getattr(request, "session", None)
    return session is not None and session.accessed


def log_failed_login(sender, credentials: dict, request: HttpRequest | None = None, **kwargs) -> None:
    """Receive ``user_login_failed``: say for which name a password was wrong, and never the password."""
    facts = {
        "path": request.path if request else None,
        "client": client_address(request) if request else None,
        "user": str(credentials.get("username"))[:150],
    }
    accounts_logger.warning("log-in failed", extra={"facts": facts})


class ResponsePolicy:
    """Headers that every answer carries, a refusal by another middleware included, and who may keep an answer.

    A public page may be kept but must be asked for again each time: what is withdrawn is gone at once.
    Everything tied to a person or to a fault is kept by nobody. Static files say so themselves.
    """

    def __init__(self, get_response: GetResponse):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        is_desk = request.path.startswith("/admin/") or is_personal(request)
        is_kept = response.status_code in {200, 304, 308} and request.method in {"GET", "HEAD"}
        if is_desk or not is_kept:
            response.headers["Cache-Control"] = "private, no-store"
        else:
            response.headers.setdefault("Cache-Control", "public, no-cache")
        if is_desk:
            patch_vary_headers(response, ["Cookie"])
        return response


class RequestLimits:
    """Answers 405 to a method that nothing here answers, and 413 to a body larger than any form of ours.

    Stands before whatever reads the body: a file that an unknown visitor sends would be written to disk as it comes.
    """

    def __init__(self, get_response: GetResponse):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in {"GET", "HEAD", "POST", "OPTIONS"}:
            return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isdigit() and int(length[:20]) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            return HttpResponse("That is larger than anything the archive takes in.\n", status=413, content_type="text/plain; charset=utf-8")
        return self.get_response(request)


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

    The page is asked for under the right spelling; if that is itself a redirect or
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
        if response.status_code not in {200, 410}:
            return response
        return moved(request, quote(canonical, safe="/.-_~"))
