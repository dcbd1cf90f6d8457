"""Whatever comes in: nothing is lost, nothing is claimed twice, the same bytes give the same draft, and time stays linear."""

import datetime as dt
import random
import re
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.ingest.draft import draft, draft_of_part
from articles.ingest.read import UnreadableCapture
from articles.ingest.record import Draft

TODAY = dt.date(2026, 11, 22)

# Lines such as pages have, so that rules and statements meet in orders that nobody thought of.
LINES = st.sampled_from(
    [
        "", " ", "\u200b", "\x02", "ENDS", "By:", "By Anna Kessler", "by Saule Bekova | 3 May 2016", "Wednesday, 05 February 2014", "05/02/2014",
        "Publication: Steppe Review Volume: 4 Issue: 2", "First published by The Shore on 12 March 2014.",
        "Copyright (c) Steppe Review - all rights reserved", "© 2018", "Published in Commentary",
        "(News report from Issue No. 7, published on 3 May 2016)", "Read 12 times", "Rate this item", "(3 votes)", "Share", "Facebook", "Twitter",
        "Related news", "See also: the other page", "Home", "News", "Contacts", "Tags: steppe, rail",
        "The Border and the Bridge", "The Border and the Bridge",
        "A caption under the picture of a long bridge", "A caption under the picture of the long bridge", "Sign up for our newsletter", "* * *",
        "ASTANA, 3 June 2015 (Press Office) — The minister has received the guests and told them of his plans for the year.",
        "The road was built in two years, and nobody who saw it then would know it again today.",
        "Дорогу построили за два года, и никто из тех, кто видел ее тогда, не узнал бы ее сегодня.",
        "It is a line that a program broke at its width and that goes on", "with small letters, as such lines do, until the sentence has come",
        "Anna Kessler, The Shore,", "Saule Bekova, The Lamp,", "Source: Anna Kessler / Agency",
        "© AFP | A caption under the picture of a long bridge",
        "• Politics", "• Sport", "Home|News|The Border and the Bridge", "by", "1,*,", "« on: July 19, 2014, 10:41:07 PM »", "Tags:",
        "e\u0301 \u0301x\x01\u0301 \u2028 \x1c a\u00a0b \x85", "<p>", "</div>", "<h1>Title</h1>", "<nav>", "&amp;#1;",
    ]
)  # fmt: skip
PAGES = st.lists(LINES | st.text(max_size=40), max_size=30).map("\n".join)
TAGS = st.sampled_from(
    ["<html>", "<nav>", "</nav>", "<p>", "<h1>", "</h1>", "<h2>", "<footer>", "<aside class='related'>", "</aside>", "<pre>", "<li>", "<td>", "<br>",
     "<time datetime='2016-05-03'>", "</time>", "<figcaption>", "<title>", "<script>", "<!--", "<article>", "&#2;", "&#xD800;", "&#0;"]
)  # fmt: skip
MARKED_PAGES = st.lists(TAGS | LINES | st.text(max_size=20), max_size=30).map(lambda pieces: "<html><body>" + "".join(pieces))


def folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def uncovered(found: Draft) -> str:
    """Return the text layer without field spans and removed spans."""
    spans = [(r.start, r.end) for r in found.removed] + [span for spans in found.spans.values() for span in spans]
    rest, at = [], 0
    for start, end in sorted(spans):
        rest.append(found.text_layer[at:start])
        at = max(at, end)
    return "".join([*rest, found.text_layer[at:]])


def check(found: Draft) -> None:
    """The promises of every draft, whatever the capture."""
    assert "".join(folded(uncovered(found)).split()) == "".join(found.body.split())
    assert all(0 <= r.start < r.end <= len(found.text_layer) for r in found.removed)
    assert all(first.end <= second.start for first, second in zip(found.removed, found.removed[1:], strict=False))
    fields = [span for spans in found.spans.values() for span in spans]
    assert [(r, span) for r in found.removed for span in fields if r.start < span[1] and span[0] < r.end] == []
    blocks = found.body.split("\n\n") if found.body else []
    assert [block for block in blocks if block != folded(block) or not block] == []
    assert len(blocks) == len(found.kinds)
    assert list(found.captions) == list(dict.fromkeys(b for b, kind in zip(blocks, found.kinds, strict=True) if kind == "c"))
    assert found.parts[0][0] == 0
    assert found.parts[-1][1] == len(found.text_layer)


@settings(max_examples=150, deadline=None)
@given(PAGES)
def test_body_fields_and_removed_spans_account_for_every_character_of_a_plain_page(text):
    try:
        found = draft(text.encode(), today=TODAY)
    except UnreadableCapture:
        return
    check(found)


@settings(max_examples=150, deadline=None)
@given(MARKED_PAGES)
def test_body_fields_and_removed_spans_account_for_every_character_of_a_marked_page(text):
    try:
        found = draft(text.encode(), filename="page.html", today=TODAY)
    except UnreadableCapture:
        return
    check(found)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400) | st.text(max_size=200).flatmap(lambda t: st.sampled_from([t.encode("utf-16"), t.encode("cp1251", "replace")])))
def test_any_bytes_give_a_draft_or_a_named_refusal(data):
    try:
        found = draft(data, today=TODAY)
    except UnreadableCapture as refusal:
        code = refusal.code
    else:
        code = None
        check(found)
    assert code in {None, "empty", "too-large", "binary", "nul", "encoding", "no-text"}


@settings(max_examples=50, deadline=None)
@given(PAGES)
def test_the_same_bytes_give_the_same_draft(text):
    results = []
    for _ in range(2):
        try:
            results.append(draft(text.encode(), today=TODAY))
        except UnreadableCapture as refusal:
            results.append(refusal.message)
    assert results[0] == results[1]


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "a ",
        "By ",
        "1 ",
        "A. ",
        "(",
        "By A, ",
        "— ",
        "Home ",
        "12/12/",
        "e\u0301",
        "Copyright ",
        "\u3000",
        "\x01",
        "A\n",
        "By:\n",
        "Share\n\n",
        "ENDS\n",
        "ENDS\n#a\n",
        "12 May 2016\n\n",
    ],
)
def test_time_grows_with_the_length_of_a_page_and_not_with_its_square(piece):
    def seconds(length: int) -> float:
        data = (piece * (length // len(piece))).encode()
        begin = time.process_time()
        draft_or_refusal(data)
        return time.process_time() - begin

    seconds(1_000)
    assert seconds(160_000) < 16 * max(seconds(20_000), 0.02)


def test_control_characters_around_a_line_end_do_not_join_the_lines():
    found = draft(b"The first line\x08\n\x08the second line\n", today=TODAY)

    assert found.body == "The first line\n\nthe second line"


def draft_or_refusal(data: bytes) -> Draft | UnreadableCapture:
    try:
        return draft(data, today=TODAY)
    except UnreadableCapture as refusal:
        return refusal


@pytest.mark.parametrize(
    "piece", ["<div>", "<b a='<'>", "<p", "<", "<table>", "<a href='", "<!--", "<script>", "</p>", "<p>a", "&amp;", "<select><option>"]
)
def test_time_grows_with_the_length_of_markup_and_not_with_its_square(piece):
    begin = time.process_time()
    draft_or_refusal(("<html><body><p>Text.</p>" + piece * (400_000 // len(piece))).encode())
    assert time.process_time() - begin < 5


def test_a_body_holds_no_character_that_a_database_refuses():
    found = draft("The road\x01 was built \x0bin two years, and\x7f nobody knew it again.\n\n\x02\n".encode("ascii"), today=TODAY)

    assert found.body == "The road was built in two years, and nobody knew it again."
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", found.body)
    assert [r.rule for r in found.removed] == ["control character"] * 3


@pytest.mark.parametrize("name", ["captures/two-articles.txt", "pages/cyrillic/two-news-stars.txt", "pages/latin/two-bulletins-with-ends.txt"])
def test_the_account_of_each_part_of_a_capture_covers_the_whole_of_it(name):
    path = Path(__file__).parents[2] / "data" / name
    data = path.read_bytes()
    whole = draft(data, filename=path.name, today=TODAY)
    parts = [draft_of_part(data, part, filename=path.name, today=TODAY) for part in whole.parts]

    assert [found.parts for found in parts] == [(part,) for part in whole.parts]
    assert parts[0].body == whole.body
    for found in parts:
        assert found.text_layer == whole.text_layer
        assert "".join(folded(uncovered(found)).split()) == "".join(found.body.split())


@pytest.mark.parametrize("part", [(-1, 5), (5, 5), (0, 10_000)])
def test_what_is_no_stretch_of_a_text_layer_is_no_part_of_it(part):
    with pytest.raises(ValueError, match="is no part of it"):
        draft_of_part(b"The road was built in two years.", part, today=TODAY)


def test_a_comma_behind_the_last_of_several_lines_of_names_is_a_label():
    lines = [
        "The Border and the Bridge",
        "",
        "Olga Tarasenko,",
        "Anna Kessler,",
        "17 October 2023",
        "",
        "Nobody who saw the road would know it again.",
    ]

    found = draft("\n".join(lines).encode(), today=TODAY)

    check(found)
    assert [author.name for author in found.authors] == ["Olga Tarasenko", "Anna Kessler"]


def test_a_reporter_in_the_dateline_of_a_text_with_an_author_is_accounted_for():
    lines = [
        "Гавань считает свои корабли",
        "",
        "Автор: Анна Ким",
        "",
        "АКТАУ, 17 янв — Новости-Каспий, Тимур Пак. Дорогу построили за два года, и никто не узнал бы ее.",
    ]

    found = draft("\n".join(lines).encode(), today=TODAY)

    check(found)
    assert [author.name for author in found.authors] == ["Анна Ким"]


@pytest.mark.parametrize(
    "label",
    [
        "(INTERVIEW)",
        "[VIDEO]",
        "(ФОТО)",
        "Analysis |",
        "| Steppe Review",
        "- page 2",
        "(2014)",
        "[1]",
        "»",
        "...",
        "*",
        "•",
        "By",
        "Von",
        "©",
        "№",
        "1",
        "a)",
        "–",
    ],
)
@pytest.mark.parametrize("place", [0, 1, 2, 3])
def test_a_label_alone_on_its_line_gives_a_draft_wherever_it_stands(label, place):
    lines = [
        "The Border and the Bridge",
        "By Anna Kessler",
        "5 February 2014",
        "Nobody who saw the road would know it again today, and few had seen it.",
    ]

    found = draft("\n\n".join([*lines[:place], label, *lines[place:]]).encode(), today=TODAY)

    check(found)
    assert (found.title, found.published_on) == ("The Border and the Bridge", "2014-02-05")


def _stretches(name: str, lines: list[str]) -> list[str]:
    """Two stretches of a page, a run of its lines and one with every other line left out: always the same ones for a ``name``."""
    chance = random.Random(name)
    at = chance.randrange(len(lines))
    return ["\n".join(lines[at : at + chance.randrange(1, 14)]), "\n".join(line for line in lines if chance.random() < 0.5)]


@pytest.mark.parametrize("folder", ["captures", "pages"])
def test_a_stretch_of_any_page_gives_a_draft_that_loses_nothing(folder):
    pages = sorted((Path(__file__).parents[2] / "data" / folder).rglob("*.txt"))
    for page in pages:
        for stretch in _stretches(page.name, page.read_text(errors="replace").split("\n")):
            try:
                found = draft(stretch.encode(), today=TODAY)
            except UnreadableCapture:
                continue
            # A name that the first paragraph tells is the record's, and stays in the text.
            rest = iter("".join(found.body.split()))
            assert all(letter in rest for letter in "".join(folded(uncovered(found)).split())), page.name
    assert pages


@pytest.mark.parametrize(
    "page",
    [
        "Minister visits the mole\nMay 5, 2019\nPilots meet in Kuryk\nMay 4, 2019",
        "Author:\nJournal:\nPublisher:\nAbstract:",
    ],
)
def test_a_list_that_ends_the_page_is_read_to_its_end(page):
    check(draft(page.encode(), today=TODAY))
