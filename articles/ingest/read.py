"""From the bytes of a capture to its text layer: which encoding, plain or HTML, and what nobody can read."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from articles.ingest.frequency import russian_score
from articles.ingest.markup import MOST_TAGS, Markup, count_tags, flatten, looks_like_html, read_markup
from kzarchive.patterns import Pattern

LARGEST_CAPTURE_BYTES = 16 * 1024 * 1024
MOST_LINES = 1_000_000  # more are a table or a log, and would take minutes and all memory to look at one by one

_MARKS = (  # longest first: the mark of UTF-32 begins like that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive (or an office document)"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x1f\x8b\x08", "a gzip file"),
    (b"BZh91AY&SY", "a bzip2 file"),
    (b"\xfd7zXZ\x00", "an xz file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"bplist00", "a property list (or a web archive)"),
)
_OPENS_MESSAGE = (b"From: ", b"MIME-Version: ", b"Content-Type: multipart/related", b"Snapshot-Content-Location: ")
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\r\x0b\x0c")) + b"\x7f"
_MOST_CONTROLS = 0.1  # a share of all bytes; text has none, or a few that an editor's program left behind

# Encodings that a page may declare for itself, by the labels of the WHATWG Encoding Standard that matter here;
# as there, "latin-1" means what browsers read as such.
_DECLARED = {
    "windows-1251": "cp1251", "cp1251": "cp1251", "win-1251": "cp1251", "koi8-r": "koi8-r", "koi8-u": "koi8-u",
    "ibm866": "cp866", "cp866": "cp866", "iso-8859-5": "iso8859-5", "iso-8859-1": "cp1252", "latin1": "cp1252",
    "latin-1": "cp1252", "us-ascii": "cp1252", "windows-1252": "cp1252", "cp1252": "cp1252",
    "windows-1250": "cp1250", "iso-8859-2": "iso8859-2", "windows-1254": "cp1254", "iso-8859-9": "cp1254",
    "iso-8859-15": "iso8859-15", "kz-1048": "kz1048", "ptcp154": "ptcp154", "gb2312": "gb18030", "gbk": "gb18030",
    "gb18030": "gb18030", "big5": "big5", "shift_jis": "cp932", "euc-jp": "euc-jp", "euc-kr": "cp949",
}  # fmt: skip
_CHARSET = Pattern(rb"""charset\s{0,5}=\s{0,5}["']?\s{0,5}([A-Za-z0-9_-]{2,20})|<\?xml[^>]{0,80}encoding=["']([A-Za-z0-9_-]{2,20})""")

_CYRILLIC_CODECS = ("cp1251", "koi8-r", "cp866")
_SAMPLE_BYTES = 200_000
_READS_AS_RUSSIAN = 40  # in a thousand; text in small letters read by its own table has more, by another less
_LONE_SURROGATE = Pattern(rb"\xed[\xa0-\xbf][\x80-\xbf]")  # as some programs write them, against the standard


class UnreadableCapture(ValueError):
    """A capture that gives no text layer.

    ``code`` is one of empty, too-large, binary, nul, encoding, no-text; ``at`` the byte offset of what is wrong, where known.
    """

    def __init__(self, code: str, message: str, at: int | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.at = at


@dataclass(frozen=True)
class TextLayer:
    """The text of a capture, to which all spans refer, and how it was got.

    Line ends are line feeds; nothing else of a plain text is changed: no normal form, no character left out.
    ``markup`` is None for plain text, and for a page whose elements say nothing; ``warnings`` are pairs of a code and a sentence.
    """

    text: str
    media_type: str
    encoding: str
    encoding_basis: str
    warnings: tuple[tuple[str, str], ...] = ()
    markup: Markup | None = None

    @property
    def is_marked_up(self) -> bool:
        """Whether elements tell where on the page its parts stand; headings and lists alone do not."""
        return self.markup is not None and self.markup.tells_parts


def read(data: bytes, *, filename: str | None = None) -> TextLayer:
    """Return the text layer of the capture ``data``. Raises UnreadableCapture.

    ``filename`` is only asked whether it ends as a page's name does.
    """
    if not data:
        raise UnreadableCapture("empty", "The capture is empty.")
    if len(data) > LARGEST_CAPTURE_BYTES:
        raise UnreadableCapture(
            "too-large", f"The capture has {len(data):,} bytes; {LARGEST_CAPTURE_BYTES:,} is the most that is read.", LARGEST_CAPTURE_BYTES
        )
    _refuse_known_formats(data)
    source, encoding, basis, warnings = _decode(data)
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    markup = None
    is_named_html = bool(filename) and filename.lower().endswith((".html", ".htm", ".xhtml"))
    if looks_like_html(source, is_named_html=is_named_html):
        if count_tags(source) > MOST_TAGS:
            raise UnreadableCapture("too-large", f"The page has more than {MOST_TAGS:,} tags, which is more than is read.")
        source, was_deep = flatten(source)
        if was_deep:
            warnings.append(("deep-nesting", "The page nests its elements deeper than browsers show; the deepest were read as one."))
        source, markup = read_markup(source)
    if source.count("\n") > MOST_LINES:
        raise UnreadableCapture("too-large", f"The capture has more than {MOST_LINES:,} lines, which is more than is read.")
    if not source.strip("\ufeff\u200b\u200c\u200d\u2060").strip():
        raise UnreadableCapture("no-text", "The capture holds no text: nothing but blanks, markup or pictures.")
    # Where no element tells what stands in it, a page is read as plain text is: by its lines.
    said = None if markup is None or markup.says_nothing else markup
    return TextLayer(source, "text/html" if markup else "text/plain", encoding, basis, tuple(warnings), said)


def _refuse_known_formats(data: bytes) -> None:
    for start, what in _BINARY:
        if data.startswith(start):
            raise UnreadableCapture("binary", f"The capture is {what}, not text.", 0)
    if data.startswith(b"RIFF") and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        raise UnreadableCapture("binary", "The capture is a picture, sound or film, not text.", 0)
    if data.startswith(_OPENS_MESSAGE) and b"multipart/related" in data[:4000]:
        raise UnreadableCapture("binary", "The capture is a web archive of several files (MHTML): save the page as HTML, or copy its text.", 0)


def _decode(data: bytes) -> tuple[str, str, str, list[tuple[str, str]]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data, encoding, len(mark))
    if b"\x00" in data:
        return _decode_wide(data)
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > _MOST_CONTROLS * len(data):
        at = next(i for i, byte in enumerate(data) if byte in _CONTROLS)
        raise UnreadableCapture("binary", "The capture is binary: much of it is control characters.", at)
    if data.isascii():
        return data.decode("ascii"), "utf-8", "Only ASCII characters occur.", []
    try:
        return data.decode("utf-8"), "utf-8", "The bytes are valid UTF-8.", []
    except UnicodeDecodeError as error:
        first_fault = error.start
    return _decode_declared(data) or _decode_faulty_utf8(data) or _decode_one_byte(data, first_fault)


def _decode_marked(data: bytes, encoding: str, skipped: int) -> tuple[str, str, str, list[tuple[str, str]]]:
    text = data[skipped:].decode(encoding, "replace")
    _refuse_nul(text, encoding, skipped)
    basis = f"A byte order mark names {encoding.upper()}."
    try:
        data[skipped:].decode(encoding)
    except UnicodeDecodeError:
        places = _faults(data[skipped:], encoding, skipped)
        return text, encoding, basis, [_fault_warning(encoding, places)]
    return text, encoding, basis, []


def _refuse_nul(text: str, encoding: str, skipped: int) -> None:
    at = text.find("\x00")
    if at >= 0:
        offset = skipped + len(text[:at].encode(encoding, "replace"))
        raise UnreadableCapture("nul", f"A NUL character stands at byte {offset}; no text has one.", offset)


def _decode_wide(data: bytes) -> tuple[str, str, str, list[tuple[str, str]]]:
    """Decode what holds NUL bytes: UTF-16 without a mark, or else not text. Raises UnreadableCapture."""
    whole = data[: len(data) // 2 * 2]
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = whole.decode(encoding)
        except UnicodeDecodeError:
            continue
        common = sum(1 for char in text[:4000] if char in "\t\n\r" or " " <= char < "\u0530" or "\u2010" <= char <= "\u2122")
        if text and "\x00" not in text and common >= 0.95 * len(text[:4000]):
            basis = f"No mark, but read as {encoding.upper()} it gives Latin or Cyrillic text throughout."
            warnings = [("encoding-guessed", basis)]
            if whole != data:
                text += "\ufffd"
                warnings.append(_fault_warning(encoding, [len(whole)]))
            return text, encoding, basis, warnings
    at = data.index(b"\x00")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > _MOST_CONTROLS * len(data):
        raise UnreadableCapture("binary", "The capture is binary: much of it is control characters.", at)
    raise UnreadableCapture("nul", f"A NUL character stands at byte {at}; no text has one.", at)


def _decode_declared(data: bytes) -> tuple[str, str, str, list[tuple[str, str]]] | None:
    match = _CHARSET.search(data[:4096])
    label = ((match[1] or match[2]) if match else b"").decode("ascii").lower()
    encoding = _DECLARED.get(label)
    if not encoding:
        return None
    if encoding == "cp1252" and _is_cyrillic(data):
        return None  # what a server's program says of every page by default
    try:
        return data.decode(encoding), encoding, f"The page declares {label}.", []
    except UnicodeDecodeError:
        return None


def _decode_faulty_utf8(data: bytes) -> tuple[str, str, str, list[tuple[str, str]]] | None:
    """Decode as UTF-8 with U+FFFD for each fault, if sound characters beyond ASCII are not fewer than the faults.

    In one-byte text two or three bytes beyond ASCII seldom stand so that they are one character of UTF-8.
    """
    text = data.decode("utf-8", "replace")
    faults = text.count("\ufffd")
    sound = sum(map(len, re.findall(r"[^\x00-\x7f\ufffd]+", text)))
    if sound < max(2, faults) and not _is_utf8_but_for_surrogates(data):
        return None
    return text, "utf-8", "Almost all of it is valid UTF-8.", [_fault_warning("utf-8", _faults(data, "utf-8", 0))]


def _is_utf8_but_for_surrogates(data: bytes) -> bool:
    if not _LONE_SURROGATE.search(data):
        return False
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _faults(data: bytes, encoding: str, skipped: int) -> list[int]:
    """Return the byte offsets of the first three faults of ``data`` read as ``encoding``, ``skipped`` added."""
    places: list[int] = []
    at = 0
    while len(places) < 3:
        try:
            data[at:].decode(encoding)
            break
        except UnicodeDecodeError as error:
            places.append(skipped + at + error.start)
            at += error.end
    return places


def _fault_warning(encoding: str, places: list[int]) -> tuple[str, str]:
    where = ", ".join(map(str, places))
    return "encoding-faults", f"Some bytes are not {encoding.upper()} and show as U+FFFD; the first stand at byte {where}."


def _is_cyrillic(data: bytes) -> bool:
    """Tell whether the words of one-byte text lie wholly beyond ASCII, and are Russian in some encoding."""
    sample = data[:_SAMPLE_BYTES]
    high, in_runs = _count_high(sample)
    return high > 0 and in_runs >= 0.5 * high and max(_scores(sample).values()) >= 25


def _scores(sample: bytes) -> dict[str, float]:
    """Return how much like Russian ``sample`` reads in each encoding; where that is little in all, capitals count as small letters do."""
    texts = {encoding: sample.decode(encoding, "replace") for encoding in _CYRILLIC_CODECS}
    scores = {encoding: russian_score(text) for encoding, text in texts.items()}
    if max(scores.values()) >= _READS_AS_RUSSIAN:
        return scores
    return {encoding: max(scores[encoding], 0.8 * russian_score(text.lower())) for encoding, text in texts.items()}


def _count_high(sample: bytes) -> tuple[int, int]:
    """Return how many bytes lie beyond ASCII, and how many of them in runs of three or more."""
    return len(re.findall(rb"[\x80-\xff]", sample)), sum(map(len, re.findall(rb"[\x80-\xff]{3,}", sample)))


def _decode_one_byte(data: bytes, first_fault: int) -> tuple[str, str, str, list[tuple[str, str]]]:
    sample = data[:_SAMPLE_BYTES]
    high, in_runs = _count_high(sample)
    if in_runs >= 0.5 * high:  # words written wholly beyond ASCII: Cyrillic, if anything we read
        scores = _scores(sample)
        best = max(scores, key=scores.__getitem__)
        if scores[best] >= 25:
            others = ", ".join(f"as {encoding} {score:.0f}" for encoding, score in scores.items() if encoding != best)
            frequency = f"({scores[best]:.0f} in a thousand; {others})"
            basis = f"No encoding is declared; read as {best} its letters are as frequent as those of Russian {frequency}."
            if best == "cp1251" and (kazakh := _count_kazakh(sample)):
                best = "kz1048"
                basis = f"No encoding is declared; it reads as Cyrillic in cp1251, but {kazakh} letters are Kazakh only as kz1048."
            text = data.decode(best, "replace")
            warnings = [("encoding-guessed", basis)]
            if "\ufffd" in text:
                warnings.append(_fault_warning(best, _faults(data, best, 0)))
            return text, best, basis, warnings
    if high > 0.3 * len(sample):
        raise UnreadableCapture("encoding", "No encoding that the archive knows gives readable text.", first_fault)
    if turkish := _count_turkish(sample):
        basis = f"No encoding is declared; {turkish} letters are those of Turkish words as cp1254, where cp1252 has Icelandic ones."
        return data.decode("cp1254", "replace"), "cp1254", basis, [("encoding-guessed", basis)]
    basis = "No encoding is declared; few bytes lie beyond ASCII, as in Western European text in cp1252."
    warnings = [("encoding-guessed", basis)]
    text = data.decode("cp1252", "replace")
    if "\ufffd" in text:
        warnings.append(_fault_warning("cp1252", _faults(data, "cp1252", 0)))
    return text, "cp1252", basis, warnings


# ә ғ қ ң ө ұ ү һ і, which kz1048 has where cp1251 has letters of Serbian, Macedonian, Ukrainian and Belarusian.
_KAZAKH = frozenset("ғқңөұүһҒҚҢӨҰҮҺәӘ")
_TURKISH_WORDS = Pattern(rb"\b(?:ve|bir|bu|da|de|ile|olarak|i\xe7in|daha|gibi|sonra)\b")


def _count_kazakh(sample: bytes) -> int:
    """Return how many letters are Kazakh alone if ``sample`` is kz1048; 0 if that few are no sign."""
    text = sample.decode("kz1048", "replace")
    count = sum(char in _KAZAKH for char in text)
    return count if count >= 3 and count >= 0.02 * len(text) else 0


def _count_turkish(sample: bytes) -> int:
    """Return how many bytes are ğ, ı, ş or their capitals if ``sample`` is cp1254, and its words Turkish; else 0."""
    count = len(re.findall(rb"[\xd0\xdd\xde\xf0\xfd\xfe]", sample))
    return count if count >= 2 and _TURKISH_WORDS.search(sample) else 0
