"""Captures that come in a zip: what is in it is looked at, and refused, before a byte of it is unpacked."""

from __future__ import annotations

import stat
import struct
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

MOST_BYTES = 100 * 1024 * 1024  # of all members unpacked
MOST_RATIO = 100
MOST_MEMBERS = 2_000
LONGEST_NAME = 500

# APPNOTE.TXT 4.3.16: the record that ends a zip, found by looking back over a comment of at most 65,535 bytes.
_END = b"PK\x05\x06"
_END_BYTES = 22
_LONGEST_COMMENT = 65_535
_IS_ENCRYPTED = 0x1
_IS_UTF8 = 0x800
_BUNDLES = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ\x00", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07")


class BundleRefused(ValueError):
    """The zip is not unpacked. ``code`` says why in a word, the message in a sentence that names the member where there is one."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True)
class Member:
    """One file of a bundle: its name as it is shown, never used as a path, and its bytes, or why they cannot be had."""

    name: str
    data: bytes
    fault: str = ""


def is_bundle(head: bytes) -> bool:
    """Say whether a file that begins with ``head`` is a zip."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def members(file: BinaryIO) -> Iterator[Member]:
    """Yield the files in the zip ``file``, in the order of their names; folders, hidden files and what systems add are left out.

    Everything that can be told without unpacking is looked at first: nothing is yielded of a zip that is refused. Raises
    BundleRefused.
    """
    size = file.seek(0, 2)
    _refuse_many(file, size)
    try:
        bundle = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error, UnicodeDecodeError) as error:
        raise BundleRefused("broken", f"The zip cannot be read: {error}.") from None
    with bundle:
        entries = [(name_of(entry), entry) for entry in bundle.infolist()]
        _refuse(entries, size)
        for name, entry in sorted(entries, key=lambda pair: pair[0]):
            if not entry.is_dir() and not _is_hidden(name):
                yield _read(bundle, name, entry)


def name_of(entry: zipfile.ZipInfo) -> str:
    """Return the name of a member; many programs write UTF-8 without saying so."""
    if entry.flag_bits & _IS_UTF8:
        return entry.filename
    raw = entry.filename.encode("cp437", "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp866", "replace")  # what Windows writes in Russian


def _refuse_many(file: BinaryIO, size: int) -> None:
    # The list of a hundred thousand names costs memory and time even to look at; their number stands at the end.
    file.seek(max(0, size - _END_BYTES - _LONGEST_COMMENT))
    tail = file.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_BYTES:
        raise BundleRefused("broken", "The zip ends in the middle: it was not copied whole.")
    count, listing = struct.unpack("<HI", tail[at + 10 : at + 16])
    if count > MOST_MEMBERS or listing > MOST_MEMBERS * 1_000:
        number = "more" if count == 0xFFFF else f"{count:,}"
        raise BundleRefused("too-many", f"The zip holds {number} files; {MOST_MEMBERS:,} is the most that is taken in at once.")


def _refuse(entries: list[tuple[str, zipfile.ZipInfo]], size: int) -> None:
    if len(entries) > MOST_MEMBERS:
        raise BundleRefused("too-many", f"The zip holds {len(entries):,} files; {MOST_MEMBERS:,} is the most that is taken in at once.")
    seen: set[str] = set()
    for name, entry in entries:
        shown = f"“{name[:100]}”"
        mode = entry.external_attr >> 16
        if "\0" in name or len(name) > LONGEST_NAME:
            raise BundleRefused("path", f"{shown}: the name is longer than any file's, or broken.")
        parts = name.replace("\\", "/").split("/")
        if name.startswith(("/", "\\")) or ".." in parts or (len(name) > 1 and name[1] == ":"):
            raise BundleRefused("path", f"{shown} points out of the zip: pack the files again, by names alone.")
        if stat.S_IFMT(mode) not in {0, stat.S_IFREG, stat.S_IFDIR}:
            raise BundleRefused("link", f"{shown} is a link or a device, and not a file.")
        if entry.flag_bits & _IS_ENCRYPTED:
            raise BundleRefused("encrypted", f"{shown} is encrypted: pack the files again without a password.")
        key = unicodedata.normalize("NFC", name).casefold()
        if key in seen:
            raise BundleRefused("twice", f"{shown} stands in the zip twice.")
        seen.add(key)
        if entry.file_size > MOST_RATIO * max(entry.compress_size, 1):
            raise BundleRefused("ratio", f"{shown} would unpack to more than {MOST_RATIO} times its size.")
    total = sum(entry.file_size for _, entry in entries)
    if total > MOST_BYTES:
        raise BundleRefused("too-large", f"The zip would unpack to {total / 2**20:,.0f} MB; {MOST_BYTES // 2**20} MB is the most that is taken in.")
    if total > MOST_RATIO * max(size, 1):  # members may share their packed bytes
        raise BundleRefused("ratio", f"The zip would unpack to more than {MOST_RATIO} times its size.")


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") or part in {"__MACOSX", "Thumbs.db"} for part in name.split("/"))


def _read(bundle: zipfile.ZipFile, name: str, entry: zipfile.ZipInfo) -> Member:
    try:
        with bundle.open(entry) as packed:
            data = packed.read(entry.file_size + 1)
    except Exception as error:  # noqa: BLE001 - whatever a broken packer makes zlib, bz2 or lzma say; one member costs no other
        return Member(name, b"", f"The file cannot be unpacked: {error}.")
    if len(data) > entry.file_size:
        return Member(name, b"", "The file is larger than the zip says it is.")
    if data.startswith(_BUNDLES):
        return Member(name, b"", "It is packed once more: unpack it first, one level is all that is opened.")
    return Member(name, data)
