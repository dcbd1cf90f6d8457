"""Captures on disk: files that are named by the SHA-256 of what they hold, written whole or not at all."""

from __future__ import annotations

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings


class FileLost(OSError):
    """A file that the database names is not there, or no longer holds the bytes it was named for."""


def path_of(sha256: str) -> Path:
    """Return where the bytes with this digest are, or would be, kept."""
    return settings.CAPTURES_DIR / sha256[:2] / sha256[2:4] / sha256


def put(data: bytes) -> str:
    """Keep ``data`` and return its SHA-256. When this returns the bytes survive a power cut. Called under ``locked``."""
    sha256 = hashlib.sha256(data).hexdigest()
    path = path_of(sha256)
    if path.exists() and path.read_bytes() == data:
        return sha256
    _make_directory(path.parent)
    # One writer at a time: what a killed one left unfinished is written over by the next that brings the same bytes.
    incoming = path.with_name(f"{sha256}.part")
    with open(incoming, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(incoming, path)
    _sync(path.parent)
    return sha256


def _make_directory(path: Path) -> None:
    # A directory outlives a power cut only when the one above it was written too.
    if not path.exists():
        _make_directory(path.parent)
        path.mkdir(exist_ok=True)
        _sync(path.parent)


def _sync(directory: Path) -> None:
    opened = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def get(sha256: str) -> bytes:
    """Return the bytes with this digest, read again and checked. Raises FileLost."""
    try:
        data = path_of(sha256).read_bytes()
    except FileNotFoundError:
        raise FileLost(f"{sha256} is not there") from None
    if hashlib.sha256(data).hexdigest() != sha256:
        raise FileLost(f"{sha256} holds other bytes than it was named for")
    return data


def discard(sha256: str) -> None:
    """Take the file away, if it is there. Only for bytes that no row names any more."""
    path_of(sha256).unlink(missing_ok=True)


def remove_named(name: str) -> None:
    """Take away the file of this name, unfinished ones (``<sha256>.part``) included."""
    path_of(name[:64]).with_name(name).unlink(missing_ok=True)


def files() -> Iterator[Path]:
    """Yield every file in the store, unfinished ones included."""
    if settings.CAPTURES_DIR.exists():
        yield from sorted(path for path in settings.CAPTURES_DIR.rglob("*") if path.is_file())


@contextmanager
def locked() -> Iterator[None]:
    """Hold the one lock, across processes, under which files are kept and rows that name them written."""
    settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
    with open(settings.DATA_DIR / "import.lock", "w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
