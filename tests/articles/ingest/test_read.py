"""Bytes to text layer: encodings settled with their evidence, and what is refused."""

import pytest

from articles.ingest.read import LARGEST_CAPTURE_BYTES, UnreadableCapture, read

RUSSIAN = "Казахстан и Узбекистан подписали протокол о распределении стока реки. Документ действует до октября."


@pytest.mark.parametrize(
    ("codec", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32-le"),
        ("cp1251", "cp1251"),
        ("koi8-r", "koi8-r"),
        ("cp866", "cp866"),
    ],
)
def test_a_russian_text_is_read_in_every_encoding_it_may_come_in(codec, encoding):
    layer = read(RUSSIAN.encode(codec))

    assert (layer.text, layer.encoding) == (RUSSIAN, encoding)


def test_the_typographic_quotes_of_western_editors_are_read_as_cp1252():
    layer = read("A “quoted” word in a café – and more.".encode("cp1252"))

    assert (layer.text, layer.encoding) == ("A “quoted” word in a café – and more.", "cp1252")
    assert [code for code, _ in layer.warnings] == ["encoding-guessed"]


def test_a_page_may_declare_its_encoding():
    page = f"<html><head><meta charset='koi8-r'></head><body><p>{RUSSIAN}</p></body></html>".encode("koi8-r")

    layer = read(page)

    assert (layer.text, layer.encoding, layer.encoding_basis) == (RUSSIAN, "koi8-r", "The page declares koi8-r.")


def test_faults_in_utf8_show_as_replacement_characters_and_are_placed():
    layer = read("Жайық өзені мен ".encode() + b"\xff" + " Ертіс".encode())

    assert layer.text == "Жайық өзені мен \ufffd Ертіс"
    assert layer.warnings == (("encoding-faults", "Some bytes are not UTF-8 and show as U+FFFD; the first stand at byte 29."),)


def test_line_ends_become_line_feeds_and_nothing_else_changes():
    assert read(b"one\r\ntwo\rthree\n e\xcc\x81 \t four\x01").text == "one\ntwo\nthree\n e\u0301 \t four\x01"


@pytest.mark.parametrize(
    ("data", "code", "at"),
    [
        (b"", "empty", None),
        (b" \n\t\n", "no-text", None),
        (b"<html><body><script>run()</script><img src='a.png'></body></html>", "no-text", None),
        (b"%PDF-1.7 and so on", "binary", 0),
        (b"PK\x03\x04archive", "binary", 0),
        (b"\x89PNG\r\n\x1a\n....", "binary", 0),
        (b"\x01\x02\x03\x04text", "binary", 0),
        (b"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x", "binary", 0),
        (b"A text with one\x00 in it, but otherwise as good as any.", "nul", 15),
        ("A mark and a \x00".encode("utf-16-le").join([b"\xff\xfe", b""]), "nul", 28),
        ("日本語のテキストです。".encode("cp932"), "encoding", 0),
        (b"a" * (LARGEST_CAPTURE_BYTES + 1), "too-large", LARGEST_CAPTURE_BYTES),
        (b"a\n" * 1_000_001, "too-large", None),
        (b"<html>" + b"<p>" * 1_000_001, "too-large", None),
    ],
    ids=lambda value: None if isinstance(value, bytes) else str(value),
)
def test_what_nobody_can_read_is_refused_by_name(data, code, at):
    with pytest.raises(UnreadableCapture) as refusal:
        read(data)

    assert (refusal.value.code, refusal.value.at) == (code, at)


def test_a_page_gives_its_text_in_document_order_with_blocks_apart():
    page = (
        "<!DOCTYPE html><title>Head</title><body><h1>A  road</h1><p>It is<br>long &amp;\n<b>s</b>traight.</p><script>no()</script>"
        "<template><p>no</p></template><noscript>no</noscript><table><tr><td>one</td><td>two</td></tr></table><pre>a\n  b</pre></body>"
    )

    assert read(page.encode()).text == "A road\n\nIt is\nlong & straight.\n\none\ttwo\n\na\n  b"


def test_a_page_tells_where_its_blocks_stand():
    layer = read(b"<html lang='en'><body><nav><a>Start</a></nav><article><h2>Rail</h2><p class='byline'>By Ann Lee</p></article></body></html>")

    marks = [(layer.text[mark.start : mark.end], sorted(mark.regions)) for mark in layer.markup.marks]
    assert marks == [("Start", ["nav"]), ("Rail", ["article", "h2"]), ("By Ann Lee", [".byline", "article"])]
    assert layer.markup.statements == {"lang": "en"}


@pytest.mark.parametrize(
    ("page", "is_marked_up"),
    [
        ("<body><p>A road.</p><div>A bridge.<br>A quay.</div></body>", None),
        ("<title>A road</title><body><h1>A road</h1><ul><li>A bridge.</li></ul></body>", False),
        ("<title>A road</title><body><h1>A road</h1><footer>A quay</footer></body>", True),
        ("<body><p class='byline'>By Ann Lee</p></body>", True),
        ("<meta name='author' content='Ann Lee'><body><p>A road.</p></body>", True),
    ],
)
def test_a_page_says_nothing_or_what_or_where(page, is_marked_up):
    layer = read(f"<!DOCTYPE html><html>{page}</html>".encode())

    assert (layer.media_type, layer.markup is not None, layer.is_marked_up) == ("text/html", is_marked_up is not None, bool(is_marked_up))


@pytest.mark.parametrize(
    ("element", "is_title"),
    [
        ("<h3 class='post-title entry-title'>", True),
        ("<div class='material__title text-4xl'>", True),
        ("<p itemprop='headline'>", True),
        ("<h1 class='title'>", False),
        ("<h2 class='widget-title'>", False),
        ("<p class='headlines'>", False),
    ],
)
def test_a_class_may_call_a_line_the_headline(element, is_title):
    layer = read(f"<html><body><nav>A quay.</nav>{element}A road</div></body></html>".encode())

    assert [".title" in mark.regions for mark in layer.markup.marks if layer.text[mark.start : mark.end] == "A road"] == [is_title]


def test_the_name_of_a_file_only_votes():
    assert read(b"Plain words, no tags.", filename="page.html").media_type == "text/plain"
    assert read(b"Words <b>with</b> <p>a tag.", filename="page.html").media_type == "text/html"
    assert read(b"Words about the <p> tag.", filename="note.txt").media_type == "text/plain"
    assert read(b"<html><body>Words</body></html>", filename="note.txt").media_type == "text/html"


def test_elements_nested_deeper_than_browsers_show_keep_their_text():
    layer = read(b"<html><body>" + b"<div>" * 100_000 + b"deep" + b"</div>" * 100_000 + b"after</body></html>")

    assert layer.text == "deep\n\nafter"
    assert [code for code, _ in layer.warnings] == ["deep-nesting"]
