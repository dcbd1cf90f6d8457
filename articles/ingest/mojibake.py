"""Text that was decoded by a wrong table somewhere on its way: found, and what it was meant to be, with the evidence; pure.

Nothing here changes a text of the archive: what is found is offered, and an editor's act takes it (``articles.editorial.mending``).
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace
from functools import cache

from articles.ingest.frequency import russian_score
from kzarchive.patterns import Pattern


@dataclass(frozen=True)
class Mending:
    """What a spoilt text was meant to be.

    ``meant_as`` is the encoding its bytes have, ``seen_as`` the one they were read by; ``count`` characters stand for others, as
    ``example`` shows: some words as they stand, and as they were meant. ``text`` is the whole, mended; ``times`` is how often over it was
    decoded so.
    """

    text: str
    meant_as: str
    seen_as: str
    count: int
    example: tuple[str, str]
    times: int = 1

    @property
    def sentence(self) -> str:
        """The evidence, for an editor."""
        before, after = self.example
        return (
            f"The text was encoded {_TIMES[self.times - 1]}: it is {self.meant_as} that was read as {self.seen_as}. “{before}” was “{after}”; "
            f"so were {self.count:,} characters in all. It came in as it stands."
        )


_TABLES = ("cp1251", "cp1252", "latin-1", "koi8-r", "cp866")
_CYRILLIC = ("cp1251", "koi8-r", "cp866")
_RUN = Pattern(r"[^\x00-\x7f]+")
_WORDS = Pattern(r"[^\x00-\x7f]{3,}")
# Fewer signs than these prove nothing.
_LEAST_MENDED = 4
_LEAST_LETTERS = 20
_READS_AS_RUSSIAN = 40
_EXAMPLE_CHARACTERS = 24
_TIMES = ("twice", "three times", "four times")
_SAMPLE_CHARACTERS = 20_000
_BEYOND_ASCII = Pattern(r"[^\x00-\x7f]")


def find_mojibake(text: str) -> Mending | None:
    """Return what ``text`` was meant to be, or None if it is sound, or spoilt beyond telling."""
    sample = text[:_SAMPLE_CHARACTERS]
    if not _BEYOND_ASCII.search(sample):
        return None
    found = _utf8_read_by_table(text, sample)
    while found and found.times < len(_TIMES) and (again := _utf8_read_by_table(found.text, found.text[:_SAMPLE_CHARACTERS])):
        found = replace(found, text=again.text, example=(found.example[0], _mended(found.example[1], again.seen_as)), times=found.times + 1)
    return found or _table_read_by_table(text, sample)


def _utf8_read_by_table(text: str, sample: str) -> Mending | None:
    # Of all that is not ASCII the greater part must become something else, or a sound text has a strange word.
    least = max(_LEAST_MENDED, len(_BEYOND_ASCII.findall(sample)) / 2)
    counts = {table: _count_utf8(_with_hard_blanks(sample, table), table, least) for table in _TABLES}
    best = max(counts, key=counts.__getitem__)
    if counts[best] < least:
        return None
    hardened = _with_hard_blanks(text, best)
    total = 0
    example: tuple[str, str] | None = None

    def mend(match: re.Match[str]) -> str:
        nonlocal total, example
        mended = _as_utf8(match[0], best)
        if mended is None:
            return match[0]
        total += len(match[0])
        if example is None or (len(example[0]) < 6 < len(match[0])):
            example = (match[0][:_EXAMPLE_CHARACTERS], (_as_utf8(match[0][:_EXAMPLE_CHARACTERS], best) or mended)[:_EXAMPLE_CHARACTERS])
        return mended

    mended = _RUN.sub(mend, hardened)
    return Mending(mended, "UTF-8", _name(best), total, example) if example else None


def _mended(words: str, seen_as: str) -> str:
    """Return ``words`` with every run mended that can be."""
    table = next(table for table in _TABLES if _name(table) == seen_as)
    return _RUN.sub(lambda run: _as_utf8(run[0], table) or run[0], words)


def _with_hard_blanks(text: str, table: str) -> str:
    """Return ``text`` with the hard blanks that folding took from it: half of what was a Р in UTF-8 is a blank that does not break."""
    return re.sub("Р (?=[^\x00-\x7f ])", "Р\u00a0", text) if table == "cp1251" else text


def _count_utf8(text: str, table: str, least: float) -> int:
    """Return how many of the characters of ``text`` stand in runs whose bytes by ``table`` are UTF-8; 0 where they are clearly fewer than ``least``.

    Of a sound text hardly a run has the form of UTF-8: its bytes need not be put together to see that.
    """
    runs = _form_of_utf8(table).findall(text)
    return sum(len(run) for run in runs if _as_utf8(run, table)) if sum(map(len, runs)) >= least else 0


@cache
def _form_of_utf8(table: str) -> re.Pattern[str]:
    """Return what matches a whole run of characters of ``table`` whose bytes are lead bytes with as many others behind as each tells."""
    chars = [re.escape(char) for char in _chars_of(table)]
    two, three, four, behind = ("".join(chars[part]) for part in (slice(0xC2, 0xE0), slice(0xE0, 0xF0), slice(0xF0, 0xF5), slice(0x80, 0xC0)))
    one = f"[{two}][{behind}]|[{three}][{behind}]{{2}}|[{four}][{behind}]{{3}}"
    return re.compile(f"(?<![^\\x00-\\x7f])(?:{one})+(?![^\\x00-\\x7f])")


def _as_utf8(run: str, table: str) -> str | None:
    """Return what ``run`` is if its bytes by ``table`` are UTF-8 throughout, else None."""
    to_byte = _bytes_of(table)
    try:
        mended = bytes([to_byte[char] for char in run]).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return None
    return mended if min(mended) >= "\x80" and not any("\x80" <= char < "\xa0" for char in mended) else None


def _table_read_by_table(text: str, sample: str) -> Mending | None:
    words = " ".join(_WORDS.findall(sample))
    if len(words) < _LEAST_LETTERS:
        return None
    # Capitals throughout are no sign of anything.
    standing = max(russian_score(words), russian_score(words.lower()))
    best: tuple[float, str, str] | None = None
    for seen in _TABLES:
        for meant in _CYRILLIC:
            read = _reread(words, seen, meant) if seen != meant else None
            if read is not None and (score := russian_score(read)) >= _READS_AS_RUSSIAN and (best is None or score > best[0] + 0.5):
                best = (score, meant, seen)
    if best is None or best[0] < 1.4 * standing:
        return None
    _, meant, seen = best
    mended = _reread(text, seen, meant)
    if mended is None:
        return None
    count = len(_BEYOND_ASCII.findall(text))
    first = _WORDS.search(text)
    before = text[first.start() : first.start() + _EXAMPLE_CHARACTERS]
    return Mending(mended, _name(meant), _name(seen), count, (before, mended[first.start() : first.start() + _EXAMPLE_CHARACTERS]))


def _reread(text: str, seen: str, meant: str) -> str | None:
    to_byte = _bytes_of(seen)
    if any(char > "\x7f" and char not in to_byte and char not in _CARRIED_ALONG for char in text):
        return None
    table = _chars_of(meant)
    return "".join(table[to_byte[char]] if char in to_byte and char > "\x7f" else char for char in text)


# Signs an editor's program may have put in since: they stand for themselves.
_CARRIED_ALONG = frozenset("“”„‘’–—…")


@cache
def _bytes_of(table: str) -> dict[str, int]:
    """Return the byte of each character of ``table``; bytes without one stand for themselves, as browsers have it."""
    return {char: byte for byte, char in enumerate(_chars_of(table))}


@cache
def _chars_of(table: str) -> str:
    return "".join(codecs.decode(bytes([byte]), table, "ignore") or chr(byte) for byte in range(256))


def _name(table: str) -> str:
    return {"cp1251": "Windows-1251", "cp1252": "Windows-1252", "latin-1": "Latin-1", "koi8-r": "KOI8-R", "cp866": "cp866"}[table]
