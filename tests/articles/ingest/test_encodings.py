"""Fifty captures in the encodings that pages have had: each gives its text, says how it was read, and gives its bytes back."""

import codecs
import json
from pathlib import Path

import pytest

from articles.ingest.read import UnreadableCapture, read

CASES = json.loads((Path(__file__).parents[2] / "data" / "encodings" / "cases.json").read_text(encoding="utf-8"))
MARKS = {"utf-8-sig": codecs.BOM_UTF8, "utf-16": codecs.BOM_UTF16_LE, "utf-32": codecs.BOM_UTF32_LE, "utf-16-be+mark": codecs.BOM_UTF16_BE}

pytestmark = pytest.mark.engine_free


def bytes_of(case) -> tuple[bytes, bytes]:
    """Return the mark and the bytes of a case; a declaration stands in the head of a page around its text."""
    text = CASES["texts"][case["text"]]
    if "declared" in case:
        text = f"<html><head><meta charset={case['declared']}><title>x</title></head><body><p>{text}</p></body></html>"
    mark = MARKS.get(case["codec"], b"")
    plain = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le", "utf-16-be+mark": "utf-16-be"}.get(case["codec"], case["codec"])
    return mark, text.encode(plain)


@pytest.mark.parametrize("case", CASES["captures"], ids=lambda case: " ".join(filter(None, (case["text"], case["codec"], case.get("declared")))))
def test_a_capture_gives_its_text_and_its_bytes_again(case):
    mark, data = bytes_of(case)
    layer = read(mark + data)

    assert layer.encoding == case["encoding"]
    assert [code for code, _ in layer.warnings] == case["warnings"]
    assert layer.encoding_basis.endswith(".")
    assert data.decode(layer.encoding).encode(layer.encoding) == data
    if "declared" in case:
        assert CASES["texts"][case["text"]] in layer.text
    else:
        assert layer.text == CASES["texts"][case["text"]]


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866"])
def test_capitals_throughout_are_read_as_small_letters_are(encoding):
    text = CASES["texts"]["ru"].upper()

    assert read(text.encode(encoding)).text == text


def test_a_lone_surrogate_in_a_short_text_is_a_fault_and_no_other_encoding():
    layer = read(b"\xed\xa0\x80 The road.")

    assert (layer.text, layer.encoding, [code for code, _ in layer.warnings]) == ("\ufffd\ufffd\ufffd The road.", "utf-8", ["encoding-faults"])


def test_there_are_fifty():
    assert len(CASES["captures"]) == 50


@pytest.mark.parametrize(
    ("data", "text", "encoding", "at"),
    [
        ("Қаз".encode() + b"\xfe" + "ақстан".encode(), "Қаз\ufffdақстан", "utf-8", "byte 6"),
        ("Астана, Алматы".encode()[:-1], "Астана, Алмат\ufffd", "utf-8", "byte 24"),
        ("Signed in Astana.".encode("utf-16-le")[:-1], "Signed in Astana\ufffd", "utf-16-le", "byte 32"),
        (codecs.BOM_UTF16_LE + "Signed.".encode("utf-16-le") + b"\x00\xdc", "Signed.\ufffd", "utf-16-le", "byte 16"),
    ],
)
def test_faults_are_shown_and_placed(data, text, encoding, at):
    layer = read(data)

    assert (layer.text, layer.encoding) == (text, encoding)
    assert next(message for code, message in layer.warnings if code == "encoding-faults").endswith(f"{at}.")


def test_the_evidence_of_a_guess_names_what_else_was_tried():
    layer = read(CASES["texts"]["ru"].encode("koi8-r"))

    assert layer.encoding_basis == (
        "No encoding is declared; read as koi8-r its letters are as frequent as those of Russian (58 in a thousand; as cp1251 3, as cp866 0)."
    )


def test_a_nul_in_one_byte_text_is_refused_with_its_place():
    with pytest.raises(UnreadableCapture) as refused:
        read(b"One word\x00 and another, and many more that are plain text.")

    assert (refused.value.code, refused.value.at) == ("nul", 8)
