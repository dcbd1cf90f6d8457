"""Whether an address outside still answers: one short question, put to the public internet alone, and nothing of the page is read."""

from __future__ import annotations

import contextlib
import http.client
import io
import ipaddress
import re
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from .models import SourceCheck
from .outside import NotPublic, check_public, is_public_number

Place = tuple[int, tuple]  # family and socket address, as ``socket`` takes them
Outcome = SourceCheck.Outcome

CONNECT_SECONDS = 10
SECONDS = 20  # for one question with its answer, however slowly it comes
LARGEST_HEAD_BYTES = 64 * 1024
MOST_HOPS = 10
LONGEST_ADDRESS = 2000

_REDIRECTS = {301, 302, 303, 307, 308}
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? (\d{3})(?: [^\r\n]*)?\r?\n")
_KEPT = "%/?:@!$&'()*+,;=-._~[]"
_UNFIT = re.compile(r"[\x00-\x20\x7f\\<>\"]")
_FRONT = re.compile(r"/?(?:[a-z]{2}(?:-[a-z]{2})?/?)?(?:(?:index|home|default)(?:\.\w+)?)?", re.IGNORECASE)
_NOT_FOUND = re.compile(r"(?:^|/)(?:error)?[-_]?(?:404|not[-_]?found)(?:[./]|$)", re.IGNORECASE)


@dataclass(frozen=True)
class Answer:
    """What was seen at an address. ``status`` is None where no server was heard; ``led_to`` is empty where no redirect led elsewhere."""

    outcome: Outcome
    status: int | None = None
    led_to: str = ""
    message: str = ""


class _NoConnection(Exception):
    """Nobody could be asked; the message says why."""


class _BrokenOff(Exception):
    """Somebody was there and did not answer as a web server does; the message says how."""


class _Distrusted(Exception):
    """The server shows a certificate that this machine does not trust."""


def public_places(host: str, port: int) -> list[Place]:
    """Return where ``host`` is found. Raises NotPublic where any of its numbers is inside a private network, OSError where it has none.

    What is connected to is one of these very numbers: a name that is asked twice may lead elsewhere the second time (DNS rebinding).
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    for *_, place in found:
        if not is_public_number(ipaddress.ip_address(str(place[0]).partition("%")[0])):
            raise NotPublic("This name leads into a private network.")
    return [(family, place) for family, _, _, _, place in found]


def ask(address: str, *, agent: str, resolve: Callable[[str, int], list[Place]] = public_places) -> Answer:
    """Ask whether ``address`` answers, following redirects, each of which is looked at as the address itself was. Raises nothing.

    HEAD first; what does not answer that well is asked with GET, of which only the head is read. No cookie is kept, nothing is sent
    but who asks (``agent``).
    """
    at = address
    try:
        for _ in range(MOST_HOPS):
            status, location = _asked(at, agent=agent, resolve=resolve)
            if status not in _REDIRECTS or not location:
                return _judged(address, at, status)
            try:
                at = urljoin(at, location)
            except ValueError:
                return Answer(Outcome.UNSURE, status, "", "It redirects to what is no address.")
            if len(at) > LONGEST_ADDRESS:
                return Answer(Outcome.UNSURE, status, "", "It redirects to an address that is too long.")
    except NotPublic as refusal:
        # Not kept as an address that it led to: it may be none that anybody should follow.
        return Answer(Outcome.NOT_ASKED, None, "", f"{f'It redirects to {at[:200]}, which was not asked. ' if at != address else ''}{refusal}")
    except _NoConnection as fault:
        return Answer(Outcome.UNREACHABLE, None, _led(address, at), str(fault))
    except _BrokenOff as fault:
        return Answer(Outcome.FAULT, None, _led(address, at), str(fault))
    except _Distrusted:
        # Browsers fetch the certificates that a careless server leaves out; a reader may well see the page.
        return Answer(Outcome.UNSURE, None, _led(address, at), "Its certificate is not trusted by this machine.")
    return Answer(Outcome.UNSURE, status, "", "It redirects in a circle, as sites do that insist on a cookie.")


def _led(address: str, at: str) -> str:
    return at if at != address else ""


def _judged(address: str, at: str, status: int) -> Answer:
    """Return what an answer with ``status`` from ``at`` means for ``address``."""
    led_to, phrase = _led(address, at), f"{status} {http.client.responses.get(status, '')}".strip()
    asked, reached = urlsplit(address), urlsplit(at)
    if status in {404, 410}:
        return Answer(Outcome.GONE, status, led_to, f"{phrase}.")
    if status >= 500:
        return Answer(Outcome.FAULT, status, led_to, f"{phrase}.")
    if not 200 <= status < 300:
        return Answer(Outcome.UNSURE, status, led_to, f"{phrase}: the host answers, but not to a machine like this one.")
    if led_to and _NOT_FOUND.search(reached.path) and not _NOT_FOUND.search(asked.path):
        return Answer(Outcome.GONE, status, led_to, "It redirects to a page that says it is not there.")
    if led_to and _is_front(reached) and not _is_front(asked):
        return Answer(Outcome.FRONT_PAGE, status, led_to, "It redirects to the front page of a site.")
    return Answer(Outcome.ANSWERS, status, led_to)


def _is_front(parts: SplitResult) -> bool:
    return not parts.query and _FRONT.fullmatch(parts.path) is not None


def _asked(address: str, *, agent: str, resolve) -> tuple[int, str]:
    """Return the status at ``address`` and where it redirects to. Raises NotPublic, _NoConnection, _BrokenOff, _Distrusted."""
    check_public(address)
    parts = urlsplit(address)
    try:
        host = (parts.hostname or "").rstrip(".").encode("idna" if ":" not in (parts.hostname or "") else "ascii").decode()
        port = parts.port or (443 if parts.scheme == "https" else 80)
        places = resolve(host, port)
    except UnicodeError:
        raise NotPublic("This host has no public name.") from None
    except OSError:
        raise _NoConnection("No host of this name is known.") from None
    with contextlib.suppress(_BrokenOff):
        status, location = _exchange("HEAD", parts, host, places, agent)
        if 200 <= status < 400 or status == 429:
            return status, location
    return _exchange("GET", parts, host, places, agent)


def _exchange(method: str, parts: SplitResult, host: str, places: list[Place], agent: str) -> tuple[int, str]:
    """Put one question and return status and location of its answer; the connection is closed before anything of the page is read."""
    ends_at = time.monotonic() + SECONDS
    with _connected(places) as plain:
        stream = plain
        try:
            if parts.scheme == "https":
                stream = _trust().wrap_socket(plain, server_hostname=host)
            path = quote(parts.path or "/", safe=_KEPT) + (f"?{quote(parts.query, safe=_KEPT)}" if parts.query else "")
            named = f"[{host}]" if ":" in host else host
            named = f"{named}:{parts.port}" if parts.port else named
            lines = [f"{method} {path} HTTP/1.1", f"Host: {named}", f"User-Agent: {agent}", "Accept: */*", "Connection: close", "", ""]
            stream.sendall("\r\n".join(lines).encode("ascii"))
            return _head(stream, ends_at)
        except ssl.SSLCertVerificationError:
            raise _Distrusted from None
        except TimeoutError:
            raise _BrokenOff(f"It did not answer within {SECONDS} seconds.") from None
        except (OSError, ValueError, http.client.HTTPException):
            raise _BrokenOff("It broke off, or did not answer as a web server does.") from None
        finally:
            stream.close()


@cache
def _trust() -> ssl.SSLContext:
    """Return the certificates that this machine trusts: read when the first address is asked, not by every process at its start."""
    return ssl.create_default_context()


def _connected(places: list[Place]) -> socket.socket:
    said = "It has no address."
    for family, place in places[:3]:
        opened = socket.socket(family, socket.SOCK_STREAM)
        opened.settimeout(CONNECT_SECONDS)
        try:
            opened.connect(place)
        except OSError as error:
            opened.close()
            said = "It took no connection in time." if isinstance(error, TimeoutError) else "It takes no connections."
        else:
            return opened
    raise _NoConnection(said)


def _head(stream: socket.socket, ends_at: float) -> tuple[int, str]:
    """Read the head of the answer, interim ones passed over. Raises OSError, ValueError, HTTPException."""
    held = b""
    while True:
        while not (end := re.search(rb"\r?\n\r?\n", held)):
            if len(held) > LARGEST_HEAD_BYTES:
                raise ValueError("The head does not end.")
            # Each byte would buy another wait: it is the whole that has to come in time.
            left = ends_at - time.monotonic()
            if left <= 0:
                raise TimeoutError
            stream.settimeout(left)
            more = stream.recv(8192)
            if not more:
                raise ValueError("It ended before its head did.")
            held += more
        line = _STATUS.match(held)
        if line is None:
            raise ValueError("This is no HTTP.")
        status = int(line[1])
        if status >= 200 or status == 101:
            headers = http.client.parse_headers(io.BytesIO(held[line.end() : end.end()]))
            return status, _location(headers.get("Location") or "")
        held = held[end.end() :]


def _location(given: str) -> str:
    """Return an address as a header gives it: some servers send letters there that no address may hold."""
    with contextlib.suppress(UnicodeError):
        given = given.encode("latin-1").decode("utf-8")
    return _UNFIT.sub(lambda sign: quote(sign[0]), given.strip())
