"""Captures on disk: files that are named by the SHA-256 of what they hold, written whole or not at all."""

from __future__ import annotations

import fcntl
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
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
    (sha256,) = put_all([data])
    return sha256


def put_all(contents: Iterable[bytes]) -> list[str]:
    """Do to each of ``contents`` what ``put`` does; return their SHA-256 in their order. When this returns all of them survive a power cut.

    A file system writes once for all that wait for it together, and a directory that several files came into is waited for once.
    """
    named = [(hashlib.sha256(data).hexdigest(), data) for data in contents]
    missing = {sha256: data for sha256, data in named if not _is_kept(sha256, data)}
    touched: set[Path] = set()
    for sha256 in missing:
        _make_directory(path_of(sha256).parent, touched)
    together = map if len(missing) < 2 else _WRITERS.map
    list(together(_write, missing, missing.values()))
    touched |= {path_of(sha256).parent for sha256 in missing}
    list(together(_sync, touched))
    return [sha256 for sha256, _ in named]


@contextmanager
def keeping(contents: Iterable[bytes]) -> Iterator[Callable[[], list[str]]]:
    """Do to ``contents`` what ``put_all`` does, beside the block; hands out a function that returns their SHA-256 when they survive a power cut.

    Nothing is left to be written when the block has ended, however it ends. Raises in the block's stead what kept a file from being written.
    """
    contents = list(contents)
    with ThreadPoolExecutor(1, thread_name_prefix="captures") as beside:
        written = beside.submit(put_all, contents)
        yield written.result
        written.result()


# Each waits for the disk, in a statement of the operating system: they share neither a connection nor anything else.
_WRITERS = ThreadPoolExecutor(8, thread_name_prefix="captures")


def _is_kept(sha256: str, data: bytes) -> bool:
    path = path_of(sha256)
    return path.exists() and path.read_bytes() == data


def _write(sha256: str, data: bytes) -> None:
    path = path_of(sha256)
    # One writer at a time: what a killed one left unfinished is written over by the next that brings the same bytes.
    incoming = path.with_name(f"{sha256}.part")
    with open(incoming, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(incoming, path)


def _make_directory(path: Path, touched: set[Path]) -> None:
    # A directory outlives a power cut only when the one above it was written too.
    if not path.exists():
        _make_directory(path.parent, touched)
        path.mkdir(exist_ok=True)
        touched.add(path.parent)


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
