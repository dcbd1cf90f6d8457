"""Spans that overlap as they please, cut into pieces that nest, with the text untouched."""

from collections import defaultdict
from itertools import pairwise

import pytest
from django.utils.html import escape
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from articles.templatetags.layers import in_layers
from articles.views.layers import Block, Layer, Piece, Span, Words, layered


def claim(start, end, name="kz3b7m9tx", **others):
    return Span(start, end, Layer.CLAIM, id=name, **others)


def link(start, end, address="/entities/astana/"):
    return Span(start, end, Layer.ENTITY, href=address)


def hit(start, end):
    return Span(start, end, Layer.HIT)


def sic(start, end, reading="Idrissov"):
    return Span(start, end, Layer.SIC, reading=reading)


def markup(spans, *texts):
    """Return the markup of each of the blocks with ``texts``."""
    return [str(in_layers(block.pieces)) for block in layered([("paragraph", text) for text in texts], spans)]


ABC = "abcdefghij"
CASES = {
    "nothing": ([], [ABC], [ABC]),
    "a link": ([link(0, 3)], [ABC], ['<a href="/entities/astana/">abc</a>defghij']),
    "a link in a claim": ([link(2, 4), claim(0, 6)], [ABC], ['<mark id="kz3b7m9tx" class="claim">ab<a href="/entities/astana/">cd</a>ef</mark>ghij']),
    "a claim in a link": ([link(0, 6), claim(2, 4)], [ABC], ['<a href="/entities/astana/">ab<mark id="kz3b7m9tx" class="claim">cd</mark>ef</a>ghij']),
    "a claim that ends in a link": (
        [link(3, 6), claim(0, 5)],
        [ABC],
        ['<mark id="kz3b7m9tx" class="claim">abc</mark><a href="/entities/astana/"><mark data-claim="kz3b7m9tx" class="claim">de</mark>f</a>ghij'],
    ),
    "a claim that begins in a link": (
        [link(0, 3), claim(2, 5)],
        [ABC],
        ['<a href="/entities/astana/">ab<mark id="kz3b7m9tx" class="claim">c</mark></a><mark data-claim="kz3b7m9tx" class="claim">de</mark>fghij'],
    ),
    "two claims that cross: the later is cut": (
        [claim(0, 4, "kzA"), claim(2, 6, "kzB")],
        [ABC],
        ['<mark id="kzA" class="claim">ab<mark id="kzB" class="claim">cd</mark></mark><mark data-claim="kzB" class="claim">ef</mark>ghij'],
    ),
    "the same words twice": (
        [link(0, 2), claim(0, 2), hit(0, 2), sic(0, 2)],
        ["ab"],
        [
            '<mark id="kz3b7m9tx" class="claim"><a href="/entities/astana/"><span class="sic" data-reading="Idrissov">'
            '<mark class="hit">ab</mark></span></a></mark>'
        ],
    ),
    "a link in a link": (
        [link(0, 6, "/entities/a/"), link(2, 4, "/entities/b/")],
        [ABC],
        ['<a href="/entities/a/">ab<span>cd</span>ef</a>ghij'],
    ),
    "two links that cross": (
        [link(0, 4, "/entities/a/"), link(2, 6, "/entities/b/")],
        [ABC],
        ['<a href="/entities/a/">ab<span>cd</span></a><a href="/entities/b/">ef</a>ghij'],
    ),
    "a searched word across a claim's end": (
        [claim(0, 3), hit(2, 5)],
        [ABC],
        ['<mark id="kz3b7m9tx" class="claim">ab<mark class="hit">c</mark></mark><mark class="hit">de</mark>fghij'],
    ),
    "a claim over two blocks": (
        [claim(1, 5)],
        ["ab", "cd"],
        ['a<mark id="kz3b7m9tx" class="claim">b</mark>', '<mark data-claim="kz3b7m9tx" class="claim">c</mark>d'],
    ),
    "the blank line alone": ([claim(2, 4)], ["ab", "cd"], ["ab", "cd"]),
    "nothing in it": ([claim(1, 1), claim(2, 1)], ["ab"], ["ab"]),
    "past both ends": ([claim(-5, 99)], ["ab"], ['<mark id="kz3b7m9tx" class="claim">ab</mark>']),
    "beyond the end": ([claim(7, 9)], ["ab"], ["ab"]),
    "code points, not units": ([hit(1, 2)], ["𝄞x"], ['𝄞<mark class="hit">x</mark>']),
    "classes and title": (
        [claim(0, 1, classes="contested", title='Said "so" <here>')],
        ["a"],
        ['<mark id="kz3b7m9tx" class="claim contested" title="Said &quot;so&quot; &lt;here&gt;">a</mark>'],
    ),
    "what a person typed": (
        [link(0, 3, '"><script>'), sic(4, 5, "</span>&")],
        ["<b>&x"],
        ['<a href="&quot;&gt;&lt;script&gt;">&lt;b&gt;</a>&amp;<span class="sic" data-reading="&lt;/span&gt;&amp;">x</span>'],
    ),
}


@pytest.mark.engine_free
@pytest.mark.parametrize("case", CASES)
def test_spans_become_markup(case):
    spans, texts, expected = CASES[case]

    assert markup(spans, *texts) == expected


@pytest.mark.engine_free
def test_blocks_say_their_kind_their_number_and_their_place():
    assert layered([("heading", "ab"), ("paragraph", "cd")], [hit(4, 5)]) == [
        Block("heading", 1, 0, (Words("ab"),)),
        Block("paragraph", 2, 4, (Piece(hit(4, 5), (Words("c"),)), Words("d"))),
    ]


texts = st.lists(st.text(alphabet="aЖ𝄞<&\"' \u0301", max_size=12), max_size=4)
layers = st.sampled_from(Layer)
spans = st.lists(st.builds(Span, st.integers(-2, 60), st.integers(-2, 60), layers, href=st.just("/e/")), max_size=9, unique=True)


def walk(pieces, above=()):
    """Yield (words, the pieces around them from the outside in)."""
    for piece in pieces:
        if isinstance(piece, Words):
            yield piece.text, above
        else:
            assert piece.pieces, "an element with nothing in it"
            yield from walk(piece.pieces, (*above, piece))


def over_each_character(blocks):
    """Return the spans around each character, by its place in the body."""
    found = {}
    for block in blocks:
        at = block.start
        for words, above in walk(block.pieces):
            for _ in words:
                found[at] = [piece.span for piece in above]
                at += 1
    return found


@pytest.mark.engine_free
@given(texts, spans)
def test_the_words_stay_and_every_character_of_a_span_is_in_a_piece_of_it(texts, spans):
    body = "\n\n".join(texts)
    blocks = layered([("paragraph", text) for text in texts], spans)

    assert ["".join(words for words, _ in walk(block.pieces)) for block in blocks] == texts
    assert all(body[block.start :].startswith(text) for block, text in zip(blocks, texts, strict=True))
    around = over_each_character(blocks)
    assert {at: sorted(each, key=repr) for at, each in around.items()} == {
        at: sorted((span for span in spans if span.start <= at < span.end), key=repr) for at in around
    }


@pytest.mark.engine_free
@given(texts, spans)
def test_only_the_first_piece_of_a_span_is_called_so_and_what_stays_whole_is_cut_by_nothing_weaker(texts, spans):
    blocks = layered([("paragraph", text) for text in texts], spans)
    pieces = defaultdict(list)
    at = 0
    for block in blocks:
        at = block.start
        for words, above in walk(block.pieces):
            for piece in above:
                if not pieces[piece.span] or pieces[piece.span][-1][0] is not piece:
                    pieces[piece.span].append([piece, at, at])
                pieces[piece.span][-1][2] = at + len(words)
            at += len(words)

    assert {span: [piece.is_first for piece, _, _ in cut] for span, cut in pieces.items()} == {
        span: [True, *([False] * (len(cut) - 1))] for span, cut in pieces.items()
    }
    borders = {end for block, text in zip(blocks, texts, strict=True) for end in (block.start + len(text),)}
    for span, cut in pieces.items():
        for (_, _, end), _ in pairwise(cut):
            reasons = [
                other
                for other in spans
                if other != span and other.layer <= span.layer and (other.end == end or other.start == end) and other.start < other.end
            ]
            assert end in borders or reasons, (span, end)


@pytest.mark.engine_free
@given(texts, spans)
def test_a_browser_reads_the_words_back_and_no_link_stands_in_a_link(texts, spans):
    for text, html in zip(texts, markup(spans, *texts), strict=True):
        page = LexborHTMLParser(f"<body><div>{html}</div>")

        assert page.css_first("div").text() == text
        assert page.css("a a") == []
        assert str(in_layers([Words(text)])) == escape(text)


@pytest.mark.engine_free
def test_ten_thousand_searched_words_in_one_claim_are_cut_in_one_walk():
    spans = [claim(0, 40_000), *(hit(at, at + 2) for at in range(0, 40_000, 4))]

    (block,) = layered([("paragraph", "word" * 10_000)], spans)

    assert [len(block.pieces), len(block.pieces[0].pieces)] == [1, 20_000]
