"""What must not hurt the importer: entities and includes, signs that hide or break things, and pages made to be slow."""

import datetime as dt
import socket
from pathlib import Path

import pytest

from articles import editorial, store
from articles.editorial import KnownNames, Terms
from articles.models import Article, Capture
from tests.factories import make_user

TODAY = dt.date(2026, 11, 22)
PROSE = "The road was built in two years, and nobody who saw it then would know it again today. It leads from the mine to the port."

# As text: what a parser of XML would do with these, a reader of pages must not.
ENTITIES = {
    "external file": '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]><html><body><p>{prose} &x;</p></body></html>',
    "external address": '<!DOCTYPE html [<!ENTITY x SYSTEM "{address}/x">]><html><body><p>{prose} &x;</p></body></html>',
    "external definition": '<!DOCTYPE html SYSTEM "{address}/x.dtd"><html><body><p>{prose}</p></body></html>',
    "parameter entity": '<!DOCTYPE html [<!ENTITY % d SYSTEM "{address}/d"> %d;]><html><body><p>{prose}</p></body></html>',
    "include": '<html xmlns:xi="http://www.w3.org/2001/XInclude"><body><p>{prose}</p><xi:include href="file://{secret}" parse="text"/></body></html>',
    "frames and pictures": '<html><body><p>{prose}</p><iframe src="{address}/f"></iframe><img src="{address}/i"></body></html>',
    "base and refresh": '<head><base href="{address}/"><meta http-equiv=refresh content="0;url={address}/r"></head><body><p>{prose}</p></body>',
    "laughs": "<!DOCTYPE html ["
    '<!ENTITY l0 "lol">'
    + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    + "]><html><body><p>{prose} &l9;</p></body></html>",
}


@pytest.fixture
def listening():
    """Yield a socket that listens, and the address it has."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0)
        yield server, f"http://127.0.0.1:{server.getsockname()[1]}"


def bring(*pages: bytes, name: str = "page.html") -> list[editorial.Outcome]:
    items = [editorial.prepare(name, data, names=KnownNames([], {}), today=TODAY) for data in pages]
    return editorial.bring_in(items, Terms(by=make_user()))


@pytest.mark.engine_free
@pytest.mark.django_db
def test_entities_and_includes_fetch_nothing_and_grow_to_nothing(listening, tmp_path: Path, subtests):
    server, address = listening
    secret = tmp_path / "secret"
    secret.write_text("not for the archive")

    for kind, page in ENTITIES.items():
        with subtests.test(kind):
            data = page.replace("{secret}", str(secret)).replace("{address}", address).replace("{prose}", PROSE).encode()
            [outcome] = bring(data)

            assert outcome.status in {"new", "same-text", "near-duplicate"}
            layer = store.get(Article.objects.get(pid=outcome.pid).readings.order_by("-id")[0].capture.text_sha256).decode()
            assert "not for the archive" not in layer
            assert len(layer) <= 2 * len(data)
            assert "The road was built" in layer
    with pytest.raises(BlockingIOError):
        server.accept()


# Each is kept as it is, on both engines alike: what is refused is refused with its place.
SIGNS = {
    "right-to-left override": ("gpj\u202eexe", "gpj\u202eexe"),
    "isolates": ("\u2066a\u2069 b", "\u2066a\u2069 b"),
    "noncharacters": ("a\ufffe b\uffff c\ufdd0", "a\ufffe b\uffff c\ufdd0"),
    "private use": ("a\ue000 b\U0010fffd", "a\ue000 b\U0010fffd"),
    "tags": ("a\U000e0041\U000e0042 b", "a\U000e0041\U000e0042 b"),
    "combining marks": ("Z" + "\u0301" * 1_500 + "algo", "\u0179" + "\u0301" * 1_499 + "algo"),
    "astral": ("\U0001f686 \U00020000", "\U0001f686 \U00020000"),
    "decomposed": ("Astana\u0308", "Astanä"),
}


@pytest.mark.django_db
def test_signs_that_hide_are_kept_as_they_came(subtests):
    for kind, (words, kept) in SIGNS.items():
        with subtests.test(kind):
            text = f"A Road and a Port\n\n5 February 2014\n\n{PROSE} {words} {kind} stand here.\n"
            [outcome] = bring(text.encode(), name="page.txt")

            article = Article.objects.get(pid=outcome.pid)
            assert f"{PROSE} {kept} {kind} stand here." in article.versions.get().body
            assert store.get(article.readings.get().capture.sha256) == text.encode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("data", "code", "at"),
    [
        (b"A Road\n\n" + PROSE.encode() + b"\x00 and more", "nul", 8 + len(PROSE)),
        ("\ufeffA Road\n\n\x00".encode("utf-16-le"), "nul", 18),
        (b"\x01\x02\x03\x04\x05\x06\x07\x08" * 20 + b"text", "binary", 0),
        (b"PK\x03\x04" + b"x" * 50, "binary", 0),
        (b"%PDF-1.7 ...", "binary", 0),
    ],
)
def test_what_no_text_has_is_refused_with_its_place_and_leaves_nothing(data, code, at):
    [outcome] = bring(data, name="page.txt")

    assert (outcome.status, outcome.failure.code, outcome.failure.at) == ("failed", code, at)
    assert (Article.objects.count(), Capture.objects.count()) == (0, 0)


@pytest.mark.django_db
def test_lone_surrogates_in_utf8_are_faults_of_the_encoding():
    [outcome] = bring(b"A Road\n\n" + "Дорога и порт. ".encode() + PROSE.encode() + b" \xed\xa0\x80 and on.", name="page.txt")

    body = Article.objects.get(pid=outcome.pid).versions.get().body
    assert (" \ufffd" in body, [d.code for d in outcome.prepared.draft.doubts if d.code == "encoding-faults"]) == (True, ["encoding-faults"])


@pytest.mark.engine_free
@pytest.mark.django_db
def test_pages_made_to_be_slow_come_in_or_are_refused(subtests):
    pages = {
        "paragraphs without end": "\n\n".join(f"Paragraph {n} of a page." for n in range(8_000)),
        "one line": "word and another " * 20_000,
        "brackets": "(A, " * 20_000,
        "quotation marks": "«" * 100_000,
        "blanks": "a" + " " * 300_000 + "b",
        "tags that never end": "<html><body>" + "<p" * 50_000,
        "open elements": "<html><body>" + "<div>" * 20_000 + PROSE,
        "comments": "<html><body>" + "<!--" * 30_000 + PROSE,
        "dates": "5 May 2014, " * 20_000,
        "addresses": "a@b." * 40_000,
    }
    for kind, page in pages.items():
        with subtests.test(kind):
            [outcome] = bring(page.encode(), name="page.html" if page.startswith("<") else "page.txt")

            assert outcome.failure is None or outcome.failure.code in {"too-large", "no-text"}
