"""Addresses of outside sources: only what any reader may open."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urlsplit

_NOT_PUBLIC = ("localhost", "local", "localdomain", "internal", "intranet", "lan", "home", "corp", "test", "example", "invalid", "onion", "arpa")
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: a gateway makes an IPv4 address of it, a private one too
_LABEL = re.compile(r"[^\W_](?:[\w-]*[^\W_])?")


class NotPublic(ValueError):
    """The address is none that a reader could open; the message says why."""


def check_public(address: str) -> None:
    """Raise NotPublic unless ``address`` is http or https to a host by a public name, or by a public number."""
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise NotPublic("This is not an address.") from None
    if parts.scheme not in {"http", "https"}:
        raise NotPublic("Give an address that begins with https:// or http://.")
    if re.search(r"[\s\\<>\"]", address):
        raise NotPublic("An address holds no blanks, quotation marks or backslashes.")
    if parts.username is not None or parts.password is not None:
        raise NotPublic("Leave out the name before the host: what stands before @ would hide where the address leads.")
    host = host.rstrip(".")
    try:
        number = ipaddress.ip_address(host)
    except ValueError:
        labels = host.split(".")
        # 2130706433, 0x7f.1 and 0177.0.0.1 are numbers to a browser: a public name ends in letters.
        if (
            len(labels) < 2
            or not all(_LABEL.fullmatch(label) for label in labels)
            or not re.search(r"[^\W\d_]", labels[-1])
            or labels[-1].startswith("0x")
        ):
            raise NotPublic("This host has no public name.") from None
        if labels[-1] in _NOT_PUBLIC:
            raise NotPublic(f"“.{labels[-1]}” is a private name: no reader can open it.") from None
        return
    if not is_public_number(number):
        raise NotPublic("This is an address inside a private network: no reader can open it.")


def is_public_number(number: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Say whether ``number`` belongs to one host of the public internet. Those that carry another number inside belong to none."""
    carries = number.version == 6 and (number.ipv4_mapped or number.sixtofour or number.teredo or number in _TRANSLATED)
    return number.is_global and not number.is_multicast and not carries
