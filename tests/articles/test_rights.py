"""Rights statements: their one address, their words, and which of them open a text."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.rights import FULL_TEXT_STATEMENTS, STATEMENTS, UnknownRights, allows_full_text, label, normalise, printed_statement, reserves_all

CC = "https://creativecommons.org/"
RS = "http://rightsstatements.org/vocab/"


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        (f"{CC}licenses/by/4.0/", f"{CC}licenses/by/4.0/"),
        ("http://creativecommons.org/licenses/by-nc-nd/3.0", f"{CC}licenses/by-nc-nd/3.0/"),
        ("https://www.creativecommons.org/licenses/by-sa/2.5/deed.ru", f"{CC}licenses/by-sa/2.5/"),
        (f"{CC}licenses/by/4.0/legalcode.en", f"{CC}licenses/by/4.0/"),
        (f"{CC}licenses/by/4.0/?ref=chooser-v1", f"{CC}licenses/by/4.0/"),
        (f" {CC}publicdomain/zero/1.0/deed.kk/ ", f"{CC}publicdomain/zero/1.0/"),
        ("https://rightsstatements.org/page/InC/1.0/?language=en", f"{RS}InC/1.0/"),
        ("rightsstatements.org/vocab/NKC/1.0", f"{RS}NKC/1.0/"),
    ],
)
def test_a_statement_has_one_address(written, canonical):
    assert (normalise(written), normalise(canonical)) == (canonical, canonical)


@pytest.mark.parametrize(
    "written",
    [
        "", "CC BY 4.0", f"{CC}", f"{CC}licenses/by/5.0/", f"{CC}licenses/by/3.5/", f"{CC}licenses/nc-by/4.0/", f"{CC}licenses/by/4.0/x/",
        f"{RS}inc/1.0/",
        "https://evil.example/https://creativecommons.org/licenses/by/4.0/", "https://creativecommons.org.evil.example/licenses/by/4.0/",
        "javascript:alert('https://creativecommons.org/licenses/by/4.0/')",
    ],
)  # fmt: skip
def test_what_is_no_statement_is_refused(written):
    with pytest.raises(UnknownRights):
        normalise(written)


@given(st.text(max_size=60))
def test_any_text_is_a_statement_or_refused(written):
    with suppress(UnknownRights):
        assert normalise(written) in STATEMENTS.keys() | FULL_TEXT_STATEMENTS


@pytest.mark.parametrize(
    ("uri", "words"),
    [
        (f"{CC}licenses/by-nc-sa/4.0/", "CC BY-NC-SA 4.0"),
        (f"{CC}publicdomain/zero/1.0/", "CC0 1.0"),
        (f"{CC}publicdomain/mark/1.0/", "Public Domain Mark 1.0"),
        (f"{RS}InC/1.0/", "In copyright"),
        ("https://example.org/", "https://example.org/"),
    ],
)
def test_a_statement_is_said_in_words(uri, words):
    assert label(uri) == words


@pytest.mark.parametrize(
    ("uri", "allows"),
    [
        (f"{CC}licenses/by/4.0/", True),
        (f"{CC}licenses/by-nc-nd/2.0/", True),
        (f"{CC}publicdomain/mark/1.0/", True),
        (f"{RS}NKC/1.0/", True),
        (f"{RS}NoC-US/1.0/", True),
        (f"{RS}NoC-CR/1.0/", False),
        (f"{RS}InC/1.0/", False),
        (f"{RS}InC-EDU/1.0/", False),
        (f"{RS}UND/1.0/", False),
        (f"{RS}CNE/1.0/", False),
        (f"{CC}about/", False),
        ("", False),
        (None, False),
    ],
)
def test_only_some_statements_open_a_text(uri, allows):
    assert allows_full_text(uri) is allows


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("This text is under CC BY 4.0.", f"{CC}licenses/by/4.0/"),
        ("CC-BY-NC-ND-3.0", f"{CC}licenses/by-nc-nd/3.0/"),
        ("CC0", f"{CC}publicdomain/zero/1.0/"),
        ("See https://creativecommons.org/licenses/by/4.0/deed.en.", f"{CC}licenses/by/4.0/"),
        ("CC BY 4.0, see https://creativecommons.org/licenses/by/4.0/", f"{CC}licenses/by/4.0/"),
        ("CC BY 4.0 or CC BY-SA 4.0", None),
        ("CC BY 3.5", None),
        ("© 2014. All rights reserved.", None),
        ("", None),
    ],
)
def test_a_printed_statement_is_read_where_there_is_one(text, statement):
    assert printed_statement(text) == statement


@pytest.mark.parametrize(("text", "reserves"), [("© 2014 ALL RIGHTS\n RESERVED.", True), ("Some rights reserved", False), ("", False), (None, False)])
def test_reserved_rights_are_read(text, reserves):
    assert reserves_all(text) is reserves
