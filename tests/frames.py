"""Room for the frames of deep calls, so that the interpreter need not ask the system for it again and again.

CPython keeps the frames of calls in pieces of 16 KB, asks the system for the next piece when one is full and gives it back when the last
frame in it returns (push_chunk and _PyThreadState_PopFrame in Python/pystate.c, since 3.11). pytest's own calls fill much of the first,
and a page goes as deep again. A loop that calls across the edge then maps memory, has it emptied and unmaps it at every turn: that took
a fifth of the processor time of the tests. A server's thread begins at the bottom, and its pages stay within one piece.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Answer = TypeVar("Answer")


def with_room(call: Callable[[], Answer]) -> Answer:
    """Return what ``call`` returns; half a megabyte of frames, its own and those of all that it calls, lie in one piece."""
    return call()


# The piece that is made for a frame as large as this is the next power of two, a megabyte; those above it get what it leaves over.
with_room.__code__ = with_room.__code__.replace(co_stacksize=66_000)
